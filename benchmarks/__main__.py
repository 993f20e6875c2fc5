"""``python -m benchmarks peers``: beside other systems; ``growth``: time against length; ``costs``: stages, import, first text, JSON, memory."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from benchmarks import costs, growth, peers
from benchmarks.texts import ROOT, read_texts

PAGES = {"peers": "benchmark.md", "growth": "benchmark-growth.md", "costs": "benchmark-costs.md"}


def main() -> int:
    """Run one of the benchmarks and write its page."""
    args = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    args.add_argument("what", choices=tuple(PAGES))
    args.add_argument("--texts", type=Path, help='JSON Lines with "text" in each row, or a folder of .txt; default: seeds/, varied')
    args.add_argument("--rounds", type=int, default=5, help="fresh processes a system (default: 5)")
    args.add_argument("--out", type=Path, help="Markdown file to write; default: the page in docs/")
    args.add_argument("--compiled", type=Path, help="peers: a folder with the compiled package, as `python tools/compiled.py FOLDER` makes it")
    options = args.parse_args()
    texts = read_texts(options.texts)
    out: Path = options.out or ROOT / "docs" / PAGES[options.what]
    if options.what == "peers":
        page = peers.table(texts, options.rounds, options.compiled and options.compiled.resolve() / "src")
    elif options.what == "costs":
        page = costs.page(texts, options.rounds)
    else:
        lines = growth.grow(texts)
        picture = out.with_suffix(".png")
        if find_spec("matplotlib"):
            growth.draw(lines, picture)
        else:
            print("no picture: matplotlib is not installed (dependency group bench)", file=sys.stderr)
        page = growth.page(lines, picture.name if picture.exists() else None)
    out.write_text(page, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
