"""The pictures of the docs: ``python -m tools.pictures`` (needs a Chromium and matplotlib; fonts make a difference)."""

from __future__ import annotations

import doctest
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

import conflictkit as ck
from tools.browser import Page, browser

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "docs" / "_static"
CARD = "#at-c3"


def main() -> None:
    """Write them all."""
    STATIC.mkdir(exist_ok=True)
    pages()
    chart()


def pages() -> None:
    """The page of a seed: light, dark, on a phone."""
    report = ck.parse((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8"), published=date(2025, 11, 7))
    with browser() as running, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(report.to_html(title="Strikes on the port of Odesa"), encoding="utf-8")
        page = Page(running)
        for name in ("light", "dark"):
            page.screen(1280, 900, dark=name == "dark")
            page.open(path, CARD)
            page.run("scrollTo(0, 0)")
            page.picture(STATIC / f"report-{name}.png")
        page.screen(390, 780, phone=True, scale=2)
        page.open(path, CARD)
        page.picture(STATIC / "report-phone.png")


def chart() -> None:
    """The tutorial's chart, drawn by the tutorial's own lines."""
    import matplotlib as mpl

    mpl.rcParams["svg.hashsalt"] = "conflictkit"
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    os.chdir(ROOT)
    names: dict[str, object] = {}
    for example in doctest.DocTestParser().get_examples((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        exec(compile(example.source, "tutorial.md", "exec"), names)  # noqa: S102
    shutil.move("claims.svg", STATIC / "claims.svg")


if __name__ == "__main__":
    main()
