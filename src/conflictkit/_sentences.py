"""Where sentences begin: full stops that are no abbreviation, initial or decimal point; quote marks; line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from conflictkit._lexicon import Breaks

ENDERS = frozenset(".!?…")
CLOSING = frozenset(['"', "”", "’", "'", "''", ")", "]", "»", "“"])
OPENING = frozenset(['"', "“", "‘", "'", "``", "''", "(", "[", "«", "„", "—", "–", "-"])
LINE = frozenset("\n\r\u2028\u2029")


LONGEST = 300
"""Tokens of the longest sentence: of 65,000 sentences of news and reports the longest with marks has 260. What goes on longer has lost its
marks and is cut, so that whatever is compared within a sentence stays linear in the text."""
PAUSES = frozenset(".!?…;:,")


def sentence_starts(toks: Sequence[str], low: Sequence[str], stops: Iterable[int], breaks: Breaks) -> list[int]:
    """Token indices at which sentences begin; ``stops`` are the line ends, closing marks and words with a full stop of their own."""
    starts = _marked(toks, low, stops, breaks)
    if all(b - a <= LONGEST for a, b in pairwise((*starts, len(toks)))):
        return starts
    return [at for a, b in pairwise((*starts, len(toks))) for at in _cut(toks, a, b)]


def _cut(toks: Sequence[str], a: int, b: int) -> Iterator[int]:
    """Where the pieces of a sentence begin: the whole, or behind the last pause in the second half of so many tokens, or right there."""
    yield a
    while b - a > LONGEST:
        a = next((k + 1 for k in range(a + LONGEST - 1, a + LONGEST // 2, -1) if toks[k][0] in PAUSES), a + LONGEST)
        yield a


def _marked(toks: Sequence[str], low: Sequence[str], stops: Iterable[int], breaks: Breaks) -> list[int]:
    """Where sentences begin by the marks and line ends of the text."""
    count = len(toks)
    starts = [0]
    free = 0
    marks, after, blank = 0, 0, False  # the run of full stops at hand: it ends before, the next word, whether a blank stands before that
    for k in stops:
        if k < free:
            continue
        tok = toks[k]
        if tok[0] in LINE:
            free = k + 1
            while free < count and toks[free].isspace():
                free += 1
            if free < count and not _wrapped(toks, k, free):
                _begin(starts, free, toks)
        elif tok[0] in ENDERS:
            if k >= marks:
                marks, after, blank = _run(toks, low, k)
            if after < count and _ends(toks, low, k, after, breaks, blank=blank):
                _begin(starts, after, toks)
                free = after
        elif tok[-1] == " ":
            word = k + 2 if toks[k + 1 : k + 2] and toks[k + 1] in OPENING else k + 1  # '... at 5 p.m. The', '... at 5 p.m. "The'
            opens = word < count and toks[word][0].isupper() and low[word] not in breaks.days
            if opens and (low[word] in breaks.openers if low[k] in breaks.names else not _initials(toks, low, k, breaks)):
                _begin(starts, k + 1, toks)
    return starts


def _run(toks: Sequence[str], low: Sequence[str], k: int) -> tuple[int, int, bool]:
    """Where the run of full stops at k ends, the token behind it and its closing marks, and whether a blank stands before that."""
    count, after = len(toks), k + 1
    blank = toks[k][-1] == " "
    while after < count and toks[after][0] in ENDERS and not blank:
        blank = toks[after][-1] == " "
        after += 1
    marks = after
    while after < count and not blank and low[after] in CLOSING:
        blank = toks[after][-1] == " "
        after += 1
    while after < count and toks[after].isspace() and toks[after][0] not in LINE:
        blank = True
        after += 1
    return marks, after, blank


def _initials(toks: Sequence[str], low: Sequence[str], k: int, breaks: Breaks) -> bool:
    """Whether the capitals with full stops at k are a person's ("J.D. Smith"), not a place's behind a comma ("Moss, N.C. The")."""
    two = toks[k].isupper() and toks[k].count(".") == 2  # noqa: PLR2004
    return two and low[k + 1] not in breaks.openers and (k == 0 or toks[k - 1] != ", " and low[k - 1] not in breaks.within)


def _wrapped(toks: Sequence[str], line: int, k: int) -> bool:
    """Whether the line end at ``line`` only breaks a line: one line end, small letters go on after a word or a comma."""
    return k - line == 1 and line > 0 and toks[k][0].islower() and (toks[line - 1].strip()[-1:].isalnum() or toks[line - 1].strip() == ",")


def _begin(starts: list[int], k: int, toks: Sequence[str]) -> None:
    if all(map(str.isspace, toks[starts[-1] : k])):
        starts[-1] = k
    else:
        starts.append(k)


def _numbered(word: str) -> bool:
    """Whether a word is an ordinal in figures, with which a street is named: "at 12th St. Guards said"."""
    return word[0].isdigit() and word.strip()[-1].isalpha()


def _ends(toks: Sequence[str], low: Sequence[str], stop: int, after: int, breaks: Breaks, *, blank: bool) -> bool:
    """Whether the mark at ``stop`` ends a sentence, given the token after it and the closing marks."""
    following = toks[after]
    if following[0] in LINE:
        return False  # the line end will
    if not blank:
        return False
    mark = toks[stop][0]
    if mark in "!?":
        return not following[0].islower()
    if following[0].islower():
        return False
    if mark == "…":
        return True
    if after - stop == 1 and stop > 0 and toks[stop - 1][-1] != " ":
        before = low[stop - 1]
        opens = following[0].isupper() and low[after] in breaks.openers
        if before in breaks.abbreviations and (following[0].isupper() or following[0].isdigit() or following[0] in "(["):
            return before in breaks.last and opens or _numbered(low[stop - 2]) and after + 1 < len(toks) and toks[after + 1][0].islower()
        if before in breaks.figures and following[0].isdigit():
            return False
        if len(before) == 1 and before.isalpha() and toks[stop - 1][0].isupper() and following[0].isupper():
            return before in breaks.letters or opens  # an initial, but "on X. The"
        if before in breaks.either:
            return opens
    return following[0].isupper() or following[0].isdigit() or low[after] in OPENING or following[0] in "$€£"
