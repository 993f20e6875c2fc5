"""Rows that are no sentences: columns parted by tabs or wide gaps, cues of subtitles. Read before lines are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conflictkit.engine.lines import Edit, ends_sentence

GAP = re.compile(r"[ \xa0]*\t[ \xa0\t]*|[ \xa0]{2,}")
NUMERIC = re.compile(r"[(+~≈<>±−-]*\d[\d.,\xa0\u2009\u202f ]*[%kKmM+)]*")
BAR = " | "
COLUMNS = range(2, 13)
WIDEST_CELL = 60
CUE = re.compile(r"^(?:\d\d?:)?\d\d:\d\d[.,]\d{3} +--> +(?:\d\d?:)?\d\d:\d\d[.,]\d{3}[^\n]*$", re.MULTILINE)
"""The times of a subtitle: "00:00:04,000 --> 00:00:06,500"."""


def row_edits(text: str) -> Iterator[Edit]:
    """What to change so that columns are parted by bars and subtitles stand without their numbers and times."""
    if "-->" in text:
        yield from _cues(text)
    elif "\t" in text or "  " in text:
        yield from _columns(text)


def _columns(text: str) -> Iterator[Edit]:
    """The gaps between the cells of rows that have as many cells as the next row, numbers among them."""
    start = 0
    block: list[tuple[int, list[re.Match[str]]]] = []  # rows of one table: where they begin, their gaps
    numeric = 0
    rows = [*text.split("\n"), ""]
    for n, row in enumerate(rows):
        if not row.strip() and block and n + 1 < len(rows) and rows[n + 1].strip():
            start += len(row) + 1
            continue  # an empty line inside a table
        gaps = [gap for gap in GAP.finditer(row.rstrip()) if gap.start()] if "\t" in row or "  " in row else []
        cells = _cells(row.strip(), gaps) if gaps and not row[0].isspace() else []
        if block and len(gaps) != len(block[0][1]) or len(cells) not in COLUMNS or max(map(len, cells), default=0) > WIDEST_CELL:
            yield from _parted(block, numeric)
            block, numeric = [], 0
        if len(cells) in COLUMNS and max(map(len, cells)) <= WIDEST_CELL:
            block.append((start, gaps))
            numeric += any(NUMERIC.fullmatch(cell) for cell in cells)
        start += len(row) + 1
    yield from _parted(block, numeric)


def _cells(row: str, gaps: Sequence[re.Match[str]]) -> list[str]:
    edges = [0, *(edge for gap in gaps for edge in gap.span()), len(row)]
    return [row[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _parted(block: Sequence[tuple[int, list[re.Match[str]]]], numeric: int) -> Iterator[Edit]:
    """Bars for the gaps of a table: of at least two rows, most of which hold a number."""
    if len(block) > 1 and 2 * numeric >= len(block):
        yield from (Edit(start + gap.start(), start + gap.end(), BAR) for start, gaps in block for gap in gaps)


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
