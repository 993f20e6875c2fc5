"""Lines of a text: what marks a line, which line ends only wrap a paragraph, which hyphens only break a word.

Whether a text is wrapped is decided once for the whole text. In a wrapped text a line end inside a paragraph is a blank; in any other
each line is a paragraph. Lists, tables and lines that are too short to have been wrapped never join.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

BLANK_RUN = re.compile(r" {2,}")
QUOTED = re.compile(r" *(?:> ?)+")
BULLET = re.compile(r" *(?:[•‣▪◦●■□►▶➤·*]|(-)|#{1,6}) +(?=\S)")
NUMBERED = re.compile(r" *\(?(\d{1,2})(?:[.)]|/\d{0,2}) +(?=\S)")
RULED = re.compile(r"[ *_=~#|:+-]{3,}")
"""A line that only draws a line: "* * *", "-----", "|----|---:|"."""
LABELLED = re.compile(r"[^\W\d_][^\d.!?:;|]{1,60}?(?: ?[:=]| [–—‒-]) ?(?:\w{1,9} |[~≈] ?)?\d[\d., ]*(?: ?\(\+?[\d., ]+\))?(?: \w+)?[.,;]?")
"""A row of a list of figures: "tanks - 11,321 (+4)"."""
HEADER = re.compile(r"[^\W\d_a-z][\w-]{1,30}: \S")
"""A row of headers, or of a talk: "Subject: toll"."""
FIRST_LETTERS = re.compile(r"[^\W\d_]+")
LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]")
HYPHENATED = re.compile(r"\w[-‐‑]")
SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
DIGITS = tuple("0123456789")
LONGEST_WORD = 60

MARKED = re.compile(r"\n(?:[ >*#•‣▪◦●■□►▶➤·(\d_=~|+:-]|\n\n)")
"""Where a line may begin with a mark, or more than one line is empty."""
LONE_BREAK = re.compile(r"\n(?<!\n\n)[^\n]")
"""A line end that may only wrap a paragraph."""

WIDEST = 140
"""No program wraps lines wider than this."""


class Boundaries(NamedTuple):
    """What lines ask of a language."""

    known: Callable[[str], bool]
    """Whether a word, in small letters, is one of the language."""
    goes_on: Callable[[str, str], bool]
    """Whether a line that ends with the first word goes on in the next, which begins with the second."""
    page: str = ""
    """The pattern of what stands before the number of a page."""
    clock: str = ""
    """The pattern of what may stand behind the figures of an hour: a half of the day, a zone."""


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` are read as ``new``."""

    start: int
    end: int
    new: str


class Line(NamedTuple):
    """What stands on a line behind its marks: offsets, words, how often it is quoted, whether it opens a paragraph of its own."""

    start: int
    end: int
    words: str
    depth: int
    opens: bool
    row: int


def plain_lines(text: str, boundaries: Boundaries) -> Iterator[Edit]:
    """What to change so that paragraphs stand on one line each, without marks of lines or doubled blanks."""
    if "  " not in text and " \n" not in text and _is_tidy(text):
        return
    lines = _lines(text, entry_hour(boundaries.clock))
    joins = _Joins(text, lines, boundaries)
    done = 0
    before: Line | None = None
    for line in lines:
        if before is None:
            start, new = (line.start if text[: line.start].isspace() and "\n" in text[: line.start] else 0), ""
        elif joins.wrapped and joins.joined(before, line):
            start, new = joins.seam(before, line)
        else:
            start, new = done, "\n" if line.row - before.row <= 1 else "\n\n"
        if text[start : line.start] != new:
            yield Edit(start, line.start, new)
        if "  " in line.words:
            for run in BLANK_RUN.finditer(text, line.start, line.end):
                yield Edit(run.start(), run.end(), " ")
        before, done = line, line.end


def _is_tidy(text: str) -> bool:
    """Whether no line has a mark and no line end can be a wrap, by a quick look."""
    if MARKED.search(text) or MARKED.match("\n" + text[:1]):
        return False
    return not LONE_BREAK.search(text) or any(len(row) > WIDEST and " " in row for row in text.split("\n"))


@cache
def entry_hour(clock: str) -> re.Pattern[str]:
    """The hour of an entry of a page that is written as things happen: "16:58 GMT - Army hits port"."""
    return re.compile(rf" *([0-2]?\d[:.][0-5]\d(?>{clock}))(?: ?[-–—|:])? +(?=[\"'“‘«]?[^\W\d_a-z])")


def _lines(text: str, hour: re.Pattern[str]) -> list[Line]:
    """The lines that hold words; the hour before an entry is a line of its own."""
    rows = text.split("\n")
    quoted = sum(row.lstrip()[:1] == ">" for row in rows) > 1
    numbers = _list_numbers(rows)
    labelled = _label_rows(rows)
    hours = {n: found for n, row in enumerate(rows) if row.lstrip()[:1] in DIGITS and (found := hour.match(row))}
    lines: list[Line] = []
    start = 0
    for n, row in enumerate(rows):
        depth, cut, opens = 0, 0, row[:1] == " " or n in labelled
        if row and not row[0].isalpha():
            if (marks := QUOTED.match(row)) and (quoted or not row[marks.end() :][:1].isdigit()):
                cut, depth = marks.end(), row.count(">", 0, marks.end())
                opens = False
            if n in hours and len(hours) > 1:
                lines.append(Line(start + hours[n].start(1), start + hours[n].end(1), hours[n][1], depth, True, n))
                cut, opens = hours[n].end(), True
            mark = BULLET.match(row, cut) or (NUMBERED.match(row, cut) if n in numbers else None)
            if mark and not (mark.re is BULLET and mark[1] and lines and _inside(lines[-1], n)):
                cut, opens = mark.end(), True
        words = row[cut:].strip(" ")
        if words and not RULED.fullmatch(words):
            cut = row.index(words, cut)
            lines.append(Line(start + cut, start + cut + len(words), words, depth, opens, n))
        start += len(row) + 1
    return lines


def _inside(before: Line, row: int) -> bool:
    """Whether a dash at the beginning of a row stands inside the sentence of the line before, so that it is no mark of a list."""
    return row - before.row == 1 and not before.opens and not ends_sentence(before.words)


def _list_numbers(rows: Sequence[str]) -> frozenset[int]:
    """Rows that begin with a number of a list: one less or one more than the number of the list's next member."""
    found = [(n, int(match[1])) for n, row in enumerate(rows) if row.lstrip()[:1] in "(0123456789" and (match := NUMBERED.match(row))]
    return frozenset(n for (a, low), (b, high) in pairwise(found) if high == low + 1 for n in (a, b))


def _label_rows(rows: Sequence[str]) -> frozenset[int]:
    """Rows of figures with their labels, and rows of headers, that stand one below the other."""
    found = [n for n, row in enumerate(rows) if row[-1:] and LABELLED.fullmatch(row.strip(" "))]
    headers = [n for n, row in enumerate(rows) if HEADER.match(row)]
    near = {n for a, b in pairwise(found) if b - a <= 2 for n in (a, b)}  # noqa: PLR2004 - an empty line may stand between them
    return frozenset(near | {b for a, b in pairwise(headers) if b == a + 1})


class _Joins:
    """Which line ends of one text join two lines of a paragraph."""

    def __init__(self, text: str, lines: Sequence[Line], boundaries: Boundaries) -> None:
        self._text = text
        self._known, self._goes_on = boundaries.known, boundaries.goes_on
        self._width = max((len(line.words) for line in lines if " " in line.words), default=0)
        self._spaced = any(b.row - a.row > 1 for a, b in pairwise(lines))
        self.wrapped = self._width <= WIDEST and self._is_wrapped([(a, b) for a, b in pairwise(lines) if _may_join(a, b)])

    def _is_wrapped(self, ends: Sequence[tuple[Line, Line]]) -> bool:
        """Whether the text was wrapped: most lines go on in small letters, or all are as full as they can be and some go on."""
        if not ends:
            return False
        on = sum(self._is_open(a, b) for a, b in ends)
        if 2 * on >= len(ends):
            return True
        full = sum(self._is_full(a, b) for a, b in ends)
        unended = sum(not ends_sentence(a.words) for a, _ in ends)
        if self._text.isupper():  # no small letter can tell that a line goes on
            return len(ends) > 2 and 2 * full >= len(ends) and 3 * unended >= 2 * len(ends)
        return len(ends) > 2 and 10 * full >= 9 * len(ends) and 2 * unended >= len(ends)

    def joined(self, a: Line, b: Line) -> bool:
        """Whether b goes on with the paragraph of a, in a wrapped text."""
        if not _may_join(a, b):
            return False
        if b.words[0].islower() or self._is_open(a, b) or self._is_full(a, b):
            return True
        return 2 * len(a.words) > self._width and (self._spaced or not ends_sentence(a.words))

    def _is_full(self, a: Line, b: Line) -> bool:
        """Whether the first word of b had no room on the line of a."""
        return len(a.words) + 1 + len(b.words.split(" ", 1)[0]) > self._width

    def _is_open(self, a: Line, b: Line) -> bool:
        """Whether the sentence of a plainly goes on in b."""
        if ends_sentence(a.words):
            return False
        return b.words[0].islower() or a.words[-1] == "," or self._goes_on(a.words.rsplit(" ", 1)[-1], b.words.split(" ", 1)[0])

    def seam(self, a: Line, b: Line) -> tuple[int, str]:
        """Where the seam of two joined lines begins, and what it is read as: a blank, or nothing behind a hyphen."""
        if not HYPHENATED.fullmatch(a.words[-2:]):
            return a.end, " "
        return (a.end, "") if self._keeps_hyphen(a.words[:-1], b.words) else (a.end - 1, "")

    def _keeps_hyphen(self, before: str, behind: str) -> bool:
        """Whether a hyphen at a line end belongs to the word ("long-range"), not to the line end ("gover-nor")."""
        left, right = LAST_LETTERS.search(before[-LONGEST_WORD:]), FIRST_LETTERS.match(behind[:LONGEST_WORD])
        if left is None or right is None or right[0][0].isupper():
            return True
        head, tail = left[0].lower(), right[0].lower()
        if self._known(head + tail) or head + tail in self._words:
            return False
        if COMPOUND.match(behind):
            return True  # "surface- / to-air"
        return f"{head}-{tail}" in self._words or (self._known(head) and self._known(tail))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, in small letters."""
        return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self._text.lower()))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do."""
    return SENTENCE_END.search(line, max(0, len(line) - 4)) is not None


def _may_join(a: Line, b: Line) -> bool:
    """Whether two lines can be one paragraph: nothing between them, quoted alike, b without a mark, neither of a table."""
    return b.row - a.row == 1 and a.depth == b.depth and not b.opens and "|" not in a.words and "|" not in b.words
