"""Quote regions: which stretches of a text stand between quote marks, told by the marks and by the white space around them."""

from __future__ import annotations

from itertools import compress
from operator import itemgetter
from typing import NamedTuple

OPENERS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‟": "”", "‹": "›", '"': '"', "''": "''"}
DOUBLE = frozenset('“”„«»‟‹›"') | {"``", "''"}
SINGLE = frozenset("'‘’‚")
ONLY_OPEN = frozenset({"“", "„", "«", "``", "‟", "‹"})
ONLY_CLOSE = frozenset("”»›")
TYPED = frozenset({"``", "''"})
"""Double marks that are typed as two single ones."""
LINE = frozenset("\n\r\u2028\u2029")
MARKS = DOUBLE | SINGLE | LINE
FIRST = frozenset(mark[0] for mark in MARKS)
OPEN_BEFORE = frozenset("([{—–-/:“‘\"'")


class Region(NamedTuple):
    """A stretch between quote marks, as token indices: ``open`` is the mark, ``close`` one past the closing mark (or the paragraph's end)."""

    open: int
    close: int
    closed: bool


class Mark(NamedTuple):
    """A mark at a token, and what the white space around it says: it opens, it closes, both or neither."""

    token: int
    mark: str
    opens: bool
    closes: bool

    @property
    def single(self) -> bool:
        return self.mark in SINGLE


def find_regions(toks: list[str], elisions: frozenset[str] = frozenset()) -> tuple[Region, ...]:
    """Stretches between quote marks, in order and never nested; an unclosed mark runs to its paragraph's end."""
    out: list[Region] = []
    marks: list[Mark] = []
    for k in compress(range(len(toks)), map(FIRST.__contains__, map(itemgetter(0), toks))):
        if (mark := toks[k].rstrip(" ") or toks[k]) in MARKS:
            if mark not in LINE:
                marks.append(Mark(k, mark, _opens(toks, k), _closes(toks, k)))
            elif marks:
                out += _Paragraph(toks, marks, elisions, unended=_reopens(toks, k)).regions(k)
                marks = []
    if marks:
        out += _Paragraph(toks, marks, elisions).regions(len(toks))
    return tuple(out)


def _reopens(toks: list[str], k: int) -> bool:
    """Whether the paragraph behind the line end at k begins with a single mark that only opens."""
    while k < len(toks) and toks[k].isspace():
        k += 1
    return k < len(toks) and toks[k][0] == "‘"


def _opens(toks: list[str], k: int) -> bool:
    """Whether the white space says that the mark at k opens: a blank (or a bracket, a dash) before it, a letter glued to it."""
    before = toks[k - 1] if k else "\n"
    return (before[-1].isspace() or before[-1] in OPEN_BEFORE) and toks[k][-1] != " " and k + 1 < len(toks) and not toks[k + 1].isspace()


def _closes(toks: list[str], k: int) -> bool:
    """Whether the white space says that the mark at k closes: glued to what is before, nothing glued behind but marks."""
    if not k or toks[k - 1][-1].isspace():
        return False
    return toks[k][-1] == " " or k + 1 == len(toks) or not toks[k + 1][0].isalnum()


class _Paragraph:
    """The marks of one paragraph, read in order: at most one mark is open, and marks within it only count how deep they are."""

    def __init__(self, toks: list[str], marks: list[Mark], elisions: frozenset[str], *, unended: bool = False) -> None:
        self.unended = unended
        """Whether a single mark without a partner may open a quote that goes on in the next paragraph."""
        self.toks = toks
        self.elisions = elisions
        self.marks = marks
        self.partners: dict[int, int] = self._partners() if any(mark.single for mark in marks) else {}
        self.surplus: list[int] = self._surplus()
        self.found: list[Region] = []
        self.open: Mark | None = None
        self.depth: int = 0
        self.done: int = -1
        """The last token that a pair of single marks took."""

    def _partners(self) -> dict[int, int]:
        """For each single mark that can open: the single mark that closes it. A plural's apostrophe closes only for want of a better one."""
        toks = self.toks
        partners: dict[int, int] = {}
        strong = weak = -1
        for k, mark, opens, closes in reversed(self.marks):
            if mark not in SINGLE:
                continue
            if mark not in "‘‚" and closes:
                before = toks[k - 1]
                if before[-1] in ",.?!…":
                    strong = k
                elif before[-1] not in "sS" or k + 1 == len(toks) or not toks[k + 1][0].isalpha():
                    weak = k
            elif mark != "’" and opens and toks[k + 1][0].isalpha() and toks[k + 1].strip().lower() not in self.elisions:
                best = min((p for p in (strong, weak) if p >= 0), default=-1)
                if best >= 0:
                    partners[k] = best
        return partners

    def _surplus(self) -> list[int]:
        """For each mark: how many more double marks close than open from it to the paragraph's end, itself counted."""
        out, balance = [], 0
        for mark in reversed(self.marks):
            balance += 0 if mark.single else mark.closes - mark.opens
            out.append(balance)
        return out[::-1]

    def regions(self, end: int) -> list[Region]:
        """The regions of the paragraph, which ends before token ``end``."""
        for mark, surplus in zip(self.marks, self.surplus, strict=True):
            if mark.token <= self.done:
                continue
            if mark.single:
                self._single(mark)
            elif self.depth:
                self.depth += 1 if mark.opens and not mark.closes else -1
            elif self.open is None:
                if mark.mark in ONLY_OPEN or mark.opens or (not mark.closes and mark.mark not in ONLY_CLOSE and surplus > 0):
                    self.open = mark
            else:
                self._second(self.open, mark, surplus)
        self._end(end, closed=False)
        return self.found

    def _end(self, close: int, *, closed: bool) -> None:
        """End the open region before token ``close``."""
        if self.open is not None:
            self.found.append(Region(self.open.token, close, closed))
            self.open = None

    def _single(self, mark: Mark) -> None:
        """A single mark: one of a pair, half of a double mark, or one that closes a doubled one; else an apostrophe."""
        k, toks = mark.token, self.toks
        if self.open is None:
            if k in self.partners:
                self.done = self.partners[k]
                self.found.append(Region(k, self.done + 1, closed=True))
            elif self.unended and mark.mark == "‘" and mark.opens and toks[k + 1][0].isupper():
                self.open, self.done = mark, len(toks)
        elif self.open.mark == "“" and mark.mark in "’'" and k + 1 < len(toks) and toks[k + 1].rstrip(" ") == mark.mark:
            self.done = k + 1
            self._end(k + 2, closed=True)
        elif self.open.mark in TYPED and mark.mark != "‘" and mark.closes and toks[k - 1][-1] in ",.?!" and not self._ends_inner(k):
            self._end(k + 1, closed=True)

    def _ends_inner(self, k: int) -> bool:
        """Whether the single mark at k is the partner of one within the open quote ("''He said, 'No more.'.''")."""
        return self.open is not None and any(last == k and first > self.open.token for first, last in self.partners.items())

    def _second(self, first: Mark, mark: Mark, surplus: int) -> None:
        """A mark behind an open one: a quote within the quote, a new quote whose forerunner was stray or never closed, or the end."""
        closing = mark.mark in OPENERS.get(first.mark, "")
        if mark.opens and not mark.closes and surplus > 0 and mark.mark not in ONLY_CLOSE:
            self.depth = 1
        elif not mark.closes and (mark.mark in ONLY_OPEN and not closing or mark.mark == first.mark and mark.opens):
            if first.opens or mark.mark in ONLY_OPEN:
                self._end(mark.token, closed=False)
            self.open = mark
        elif closing or mark.mark in ONLY_CLOSE | {'"', "''"} or (mark.mark in ONLY_OPEN and mark.closes):
            self._end(mark.token + 1 + self._closes_inner(first, mark.token + 1), closed=True)

    def _closes_inner(self, first: Mark, k: int) -> bool:
        """Whether the mark at token k, behind the one that closes, closes a quote within the quote: "''I say 'no,''' he said"."""
        inner = first.mark in TYPED and k < len(self.toks) and self.toks[k].rstrip(" ") == "'" and self.toks[k - 1] == "''"
        self.done = k if inner else self.done
        return inner
