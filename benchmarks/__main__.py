"""``python -m benchmarks peers`` compares with other systems, ``python -m benchmarks growth`` draws time against length."""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.systems import SYSTEMS

ROOT = Path(__file__).parents[1]
GROWTH = (10_000, 100_000, 1_000_000)
HOSTILE = {
    "unclosed quotes": "“ he said ",
    "digit runs": "1234567890",
    "one endless sentence": "and then the army moved ",
    "capitalised words": "Alpha Bravo ",
    "he said": "he said ",
}


def read_texts(source: Path | None) -> list[str]:
    """The texts of a JSONL file or a folder; by default the project's seeds, varied so that no text comes twice."""
    if source is None:
        seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
        if not seeds:
            raise SystemExit(f"no seeds in {ROOT / 'seeds'}; name texts with --texts")
        return [rotated(seeds[n % len(seeds)], n) for n in range(56)]
    if source.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))]
    return [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()][:120]


def rotated(text: str, n: int) -> str:
    """The same paragraphs from another one on, every number and surname-like ending a little different."""
    lines = text.splitlines()
    cut = n % len(lines)
    return "\n".join(lines[cut:] + lines[:cut]).replace("0", str(n % 10))


def measure(key: str, texts: Path) -> dict[str, float]:
    """One cold process."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "benchmarks.worker", key, str(texts)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    if done.returncode:
        return {"missing": 1, "error": done.stderr.strip().splitlines()[-1] if done.stderr else "failed"}  # type: ignore[dict-item]
    result: dict[str, float] = json.loads(done.stdout)
    return result


def peers(texts: list[str], rounds: int) -> str:
    """The table of all systems, each in fresh processes, in turn."""
    speeds: dict[str, list[float]] = {key: [] for key in SYSTEMS}
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "texts.json")
        source.write_text(json.dumps(texts), encoding="utf-8")
        for turn in range(rounds):
            for key in SYSTEMS:
                if key in missing:
                    continue
                result = measure(key, source)
                if "missing" in result:
                    missing[key] = str(result.get("error", result["missing"]))
                    continue
                speeds[key].append(result["characters"] / result["seconds"] / 1e6)
                print(f"round {turn + 1} {key}: {speeds[key][-1]:.3f} MB/s", file=sys.stderr)
    ours = statistics.median(speeds["parse"])
    characters = sum(map(len, texts[1:]))
    lines = [
        "# Speed beside the peers\n",
        "Written by `python -m benchmarks peers`. Cold protocol: a fresh process, one warm-up text, then each unseen text once; CPU time;",
        f"median of {rounds} processes, all systems on the same texts in turn. {len(texts) - 1} texts, {characters:,} characters.\n",
        f"Machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()}.\n",
        "| system | version | MB/s (median) | min to max | `conflictkit.parse` is |",
        "|---|---|---|---|---|",
    ]
    for key, (title, _, distribution) in SYSTEMS.items():
        if key in missing:
            lines.append(f"| {title} | - | not measured: {missing[key]} | | |")
            continue
        middle = statistics.median(speeds[key])
        lines.append(
            f"| {title} | {told_version(distribution)} | {middle:.3f} | {min(speeds[key]):.3f} to {max(speeds[key]):.3f} | {ours / middle:.2f} times as fast |"
        )
    return "\n".join(lines) + "\n"


def told_version(distribution: str) -> str:
    """Version of an installed distribution."""
    try:
        return version(distribution) if distribution else platform.python_version()
    except PackageNotFoundError:
        return "-"


def growth(texts: list[str]) -> str:
    """Microseconds per 1000 characters against the length, on news and on hostile text."""
    news = "\n".join(texts)
    lines = ["| text | " + " | ".join(f"{size:,}" for size in GROWTH) + " |", "|---" * (len(GROWTH) + 1) + "|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, unit in {"news": news, **HOSTILE}.items():
            row = []
            for size in GROWTH:
                source = Path(folder, "text.json")
                source.write_text(json.dumps([texts[0], (unit * (size // len(unit) + 1))[:size]]), encoding="utf-8")
                result = measure("parse", source)
                row.append(f"{result['seconds'] * 1e9 / result['characters']:.0f}" if "seconds" in result else "failed")
                print(name, size, row[-1], file=sys.stderr)
            lines.append(f"| {name} | " + " | ".join(row) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run one of the two benchmarks."""
    args = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    args.add_argument("what", choices=("peers", "growth"))
    args.add_argument("--texts", type=Path, help="JSONL with a text in each row, or a folder of .txt; default: seeds/")
    args.add_argument("--rounds", type=int, default=5)
    args.add_argument("--out", type=Path, help="Markdown file to write; default: docs/benchmark.md for peers, standard output for growth")
    options = args.parse_args()
    texts = read_texts(options.texts)
    if options.what == "growth":
        print(growth(texts))
        return 0
    out: Path = options.out or ROOT / "docs" / "benchmark.md"
    table = peers(texts, options.rounds)
    out.write_text(table, encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
