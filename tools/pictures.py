"""Pictures of the page of a report for the docs: ``python -m tools.pictures`` (needs a Chromium; fonts make a difference)."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import conflictkit as ck
from tools.browser import Page, browser

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "docs" / "_static"
CARD = "#at-c3"


def main() -> None:
    """Write them."""
    report = ck.parse((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8"), published=date(2025, 11, 7))
    STATIC.mkdir(exist_ok=True)
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


if __name__ == "__main__":
    main()
