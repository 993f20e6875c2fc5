"""The pages: tables whose rows have their columns, code that fits, figures that hold, nothing of a workplace, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [path for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md") if (path := ROOT / name).is_file()] + sorted((ROOT / "docs").rglob("*.md"))
WIDEST = 90
"""Characters of a line of code that stand side by side on a page of the docs on a desktop."""
NEAR = 3
"""Points by which a figure of the README may differ from the scoreboard's."""

pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())


def blocks(page: Path) -> Iterator[tuple[str, list[str]]]:
    """What stands behind the opening of each fenced block, and its lines."""
    info: str | None = None
    held: list[str] = []
    for line in page.read_text(encoding="utf-8").splitlines():
        if info is None and line.startswith("```"):
            info, held = line[3:], []
        elif info is not None and line == "```":
            yield info, held
            info = None
        else:
            held.append(line)
    assert info is None, "a block is not closed"


def prose(page: Path) -> list[str]:
    """The lines outside blocks; inside, empty ones."""
    inside = False
    lines = []
    for line in page.read_text(encoding="utf-8").splitlines():
        fence = line.startswith("```")
        lines.append("" if inside or fence else line)
        inside ^= fence
    return lines


def cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", re.sub(r"`[^`]*`", "", row)))


@pages
def test_every_row_of_a_table_has_its_columns(page: Path) -> None:
    lines = prose(page)
    for before, line in pairwise(lines):
        if line.startswith("|") and before.startswith("|"):
            assert cells(line) == cells(before), line


@pages
def test_code_fits_the_page(page: Path) -> None:
    assert [line for info, held in blocks(page) if not info.startswith("{") for line in held if len(line) > WIDEST] == []


@pages
def test_nothing_of_a_workplace_stands_in_a_page(page: Path) -> None:
    assert re.findall(r"(?:/home|/root|/work|/Users|/tmp|[A-Z]:\\)\S*|site-packages", page.read_text(encoding="utf-8")) == []


@pages
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", "\n".join(prose(page)))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_figures_of_the_readme_are_near_those_of_the_scoreboard() -> None:
    board = (ROOT / "docs" / "scoreboard.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for row, sets in (("HeidelTime", ("te3_timebank", "wikiwars_train")), ("CQE", ("newsquant",))):
        there, here = (re.findall(r"\d+", cell) for cell in re.search(rf"\| {row} \|([^|]*)\|([^|]*)\|", readme).groups())  # type: ignore[union-attr]
        for name, told, best in zip(sets, here, there, strict=True):
            figures = re.search(rf"\| {name} \| value F1 \|(.*)", board)[1].split("|")  # type: ignore[index]
            assert abs(float(figures[1]) - int(told)) < NEAR
            assert round(float(figures[6])) == int(best)


def test_the_speeds_of_the_readme_are_those_of_the_benchmark() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "benchmark.md").read_text(encoding="utf-8")
    for peer, row in (("`dateparser.search`", "dateparser.search"), ("quantulum3", "quantulum3 (no classifier)")):
        told = re.search(rf"\| {re.escape(peer)} \|.*?([\d.]+) times as fast", readme)[1]  # type: ignore[index]
        measured = next(line for line in page.splitlines() if f"| {row} |" in line).split("|")[7]
        assert float(told) == pytest.approx(float(measured), rel=0.3)  # type: ignore[index]
