"""Rows that are no sentences: columns parted by tabs or wide gaps, cues of subtitles. Read before lines are joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from conflictkit.engine.lines import Edit, ends_sentence

GAP = re.compile(r"[ \xa0]*\t[ \xa0\t]*|[ \xa0]{2,}")
TAB, SEMICOLON = re.compile(r"[ \xa0]*\t[ \xa0]*"), re.compile(r" *; *")
SEMICOLONS = re.compile(r"; *[\d+]")
"""What tells that semicolons may part cells."""
NUMERIC = re.compile(r"[(+~≈<>±−-]*\d[\d.,\xa0\u2009\u202f ]*[%kKmM+)]*")
BAR = " | "
COLUMNS = range(2, 13)
WIDEST_CELL, WIDEST_HEAD = 60, 30
HEAD_ROWS = 2
"""Heads of columns may stand on so many rows more than one."""
CUE = re.compile(r"^(?:\d\d?:)?\d\d:\d\d[.,]\d{3} +--> +(?:\d\d?:)?\d\d:\d\d[.,]\d{3}[^\n]*$", re.MULTILINE)
"""The times of a subtitle: "00:00:04,000 --> 00:00:06,500"."""


VOICE = re.compile(r"(?P<tag><v(?:\.[\w.]{1,40})? )(?P<who>[^<>\n]{1,40})(?P<end>>)|</v>|(?P<turn>[ \n]?>> ?)(?=[^\s>])")
"""Who speaks in a subtitle: "<v Reporter>Two men died", ">> HOLM: We were not warned"."""


class Row(NamedTuple):
    """A line: where it begins, what it holds, the gaps that part its cells, and its cells as offsets in it."""

    start: int
    text: str
    gaps: tuple[tuple[int, int], ...] = ()
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def is_tabular(self) -> bool:
        """Whether its cells can be those of a table."""
        return len(self.cells) in COLUMNS and max(b - a for a, b in self.cells) <= WIDEST_CELL

    @property
    def has_number(self) -> bool:
        """Whether a cell is a number."""
        return any(NUMERIC.fullmatch(self.text, a, b) for a, b in self.cells)


@cache
def running_head(page: str) -> re.Pattern[str]:
    """The number of a page beside a line in capitals, behind a word for it: "14      THE BARIZ STAR      Friday"."""
    return re.compile(
        r"^[ \xa0]*\d{1,4}[ \xa0]{3,}(?=[^\W\d_a-z][^\da-z]{5,60}(?:$|[ \xa0]{3}))"
        rf"|(?<=[^\W\d_a-z])[ \xa0]{{3,}}(?:{page})?\d{{1,4}}[ \xa0]*$"
    )


def row_edits(text: str, page: str = "") -> Iterator[Edit]:
    """What to change so that columns are parted by bars, pages have no numbers and subtitles stand without their numbers and times."""
    if "-->" in text:
        yield from _cues(text)
    elif "\t" in text or "  " in text or SEMICOLONS.search(text):
        yield from _columns(_rows(text), running_head(page))


def _rows(text: str) -> list[Row]:
    """The lines of a text; those of one table with tabs or semicolons have a cell for each of them."""
    rows: list[Row] = []
    start = 0
    for line in text.split("\n"):
        rows.append(_row(start, line))
        start += len(line) + 1
    for mark, gap in (("\t", TAB), (";", SEMICOLON)):
        counts = [row.text.rstrip(" \r").count(mark) for row in rows]
        for n, count in enumerate(counts):
            if count and count + 1 != len(rows[n].cells) and count in (counts[n - 1 : n] + counts[n + 1 : n + 2]):
                rows[n] = _row(rows[n].start, rows[n].text, gap)
    return rows


def _row(start: int, line: str, gap: re.Pattern[str] = GAP) -> Row:
    if gap is GAP and "\t" not in line and "  " not in line:
        return Row(start, line)
    stop = len(line.rstrip(None if gap is GAP else " \r"))
    gaps = tuple(match.span() for match in gap.finditer(line, 0, stop) if gap is not GAP or match.start())
    indent = 0 if gap is not GAP else len(line) - len(line.lstrip())
    edges = [indent, *(edge for found in gaps for edge in found), stop]
    cells = tuple(zip(edges[::2], edges[1::2], strict=True)) if gaps else ()
    return Row(start, line, gaps, cells)


def _columns(rows: Sequence[Row], head: re.Pattern[str]) -> Iterator[Edit]:
    """The gaps between the cells of rows that have as many cells as the next row, numbers among them."""
    free = 0  # the first row that belongs to no table yet
    block: list[int] = []  # the rows of one table
    for n, row in enumerate((*rows, Row(-1, "."))):
        if not row.text.strip() and block and n + 1 < len(rows) and rows[n + 1].text.strip():
            continue  # an empty line inside a table
        fits = row.is_tabular and not row.cells[0][0]
        if block and (not fits or len(row.cells) != len(rows[block[0]].cells)):
            if _is_table(rows, block):
                yield from _parted(rows, free, block, head)
                free = block[-1] + 1
            block = []
        if fits:
            block.append(n)
    yield from _page_numbers(rows[free:], head)


def _is_table(rows: Sequence[Row], block: Sequence[int]) -> bool:
    """Whether rows of like cells are a table: at least two rows, most of which hold a number."""
    return len(block) > 1 and 2 * sum(rows[n].has_number for n in block) >= len(block)


def _parted(rows: Sequence[Row], free: int, block: Sequence[int], head: re.Pattern[str]) -> Iterator[Edit]:
    """Bars for the gaps of a table and of the heads above it; rows ``free`` on belong to no table before it."""
    top = block[0]
    while top > free and block[0] - top < HEAD_ROWS and _is_head(rows[top - 1], rows[block[0]]):
        top -= 1
    yield from _page_numbers(rows[free:top], head)
    ends = [max(rows[n].cells[k][1] for n in block) for k in range(len(rows[block[0]].cells))]
    for row in rows[top : block[0]]:
        yield from _head_edits(row, ends)
    for row in (rows[n] for n in block):
        yield from (Edit(row.start + a, row.start + b, BAR) for a, b in row.gaps)


def _is_head(row: Row, below: Row) -> bool:
    """Whether a row can be a head of columns above another: fewer cells parted by wide gaps, none of them a number."""
    if row.has_number or "\t" in row.text or any(b - a > WIDEST_HEAD for a, b in row.cells):
        return False
    return 1 < len(row.cells) < len(below.cells) + bool(row.cells[0][0])


def _head_edits(row: Row, ends: Sequence[int]) -> Iterator[Edit]:
    """Bars that give each cell of a head the first column that ends behind its beginning; columns that no cell begins above have empty ones."""
    done = at = 0
    for a, b in row.cells:
        column = min(max(bisect_right(ends, a), done + bool(at)), len(ends) - 1)
        if column > done:
            yield Edit(row.start + at, row.start + a, " |" * (column - done) + " ")
        done, at = column, b
    if done < len(ends) - 1:
        yield Edit(row.start + at, row.start + len(row.text), " |" * (len(ends) - 1 - done))


def _page_numbers(rows: Iterable[Row], head: re.Pattern[str]) -> Iterator[Edit]:
    """The numbers of pages beside running heads."""
    for row in rows:
        if row.cells and (found := head.search(row.text)):
            yield Edit(row.start + found.start(), row.start + found.end(), "")


def _cues(text: str) -> Iterator[Edit]:
    """The times of subtitles with the number above them; a sentence goes on over them."""
    done = 0
    for cue in CUE.finditer(text):
        start, end = _before(text, cue.start(), done), cue.end()
        first = start
        while first > done and text[first - 1].isdigit():
            first -= 1
        if first < start and (first == done or text[first - 1].isspace()):
            start = _before(text, first, done)
        while end < len(text) and text[end].isspace():
            end += 1
        yield from _joined(text, done, start)
        if done == 0 and text.startswith("WEBVTT"):
            start = 0
        yield Edit(start, end, _between(text, start))
        done = end
    yield from _joined(text, done, len(text)) if done else ()


def voice_edits(text: str) -> Iterator[Edit]:
    """Who speaks in subtitles, as in a talk: a line each, the name before a colon."""
    for found in VOICE.finditer(text):
        start, end = found.span()
        line = "\n" if start else ""
        if found["tag"]:
            yield Edit(start, found.end("tag"), line)
            yield Edit(found.start("end"), end, ": ")
        else:
            yield Edit(start, end, line if found["turn"] else "")


def _before(text: str, k: int, low: int) -> int:
    """Where the white space before an offset begins."""
    while k > low and text[k - 1].isspace():
        k -= 1
    return k


def _joined(text: str, a: int, b: int) -> Iterator[Edit]:
    """The line ends inside one subtitle, as blanks."""
    yield from (Edit(m.start(), m.end(), _between(text, m.start())) for m in re.compile(r"[ \r]*\n\s*").finditer(text, a, b))


def _between(text: str, k: int) -> str:
    """What a cut at an offset is read as: nothing before the text, a line end behind a sentence, else a blank."""
    return "" if k == 0 else "\n" if ends_sentence(text[max(0, k - 4) : k]) else " "
