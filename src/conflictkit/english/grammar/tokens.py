"""The words of a text as grammar counts them: hyphenated words, hours and titles with their stop are one, "don't" and "they're" are two."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from conflictkit._document import Document

from ..tables import TABLES

Made = TypeVar("Made")
REMEMBERED, LONGEST = 200_000, 60
"""How many strings are remembered, and of what length."""
CLITIC = re.compile(r"(?P<word>.*[^\W\d_])(?P<clitic>n['’]t|['’](?:re|ve|ll|d|m))", re.IGNORECASE | re.DOTALL)
WILL_NOT = {"cannot": ("can", "not"), "gonna": ("gon", "na"), "wanna": ("wan", "na"), "gotta": ("got", "ta")}
HYPHENS = frozenset("-‐‑")
TITLES = TABLES.words.closed.title


class Words:
    """Parallel lists, one entry a word."""

    __slots__ = ("after", "first", "low", "toks", "words")

    def __init__(self, toks: Sequence[str], words: list[str], low: list[str], first: list[int], after: list[int]) -> None:
        self.toks: Sequence[str] = toks
        """The tokens of the text."""
        self.words: list[str] = words
        """As written, also with the blank behind."""
        self.low: list[str] = low
        self.first: list[int] = first
        """The token that a word begins with."""
        self.after: list[int] = after
        """One past the token that it ends with."""

    def closes(self, k: int) -> bool:
        """Whether word k, a quote mark, is glued to what stands before it."""
        token = self.first[k]
        return token > 0 and not self.toks[token - 1][-1].isspace()


class Memo(dict[str, Made]):
    """What a function makes of a string, remembered; emptied when it has grown too large."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        self.make = make

    def __missing__(self, key: str) -> Made:
        made = self.make(key)
        if len(key) <= LONGEST:
            if len(self) > REMEMBERED:
                self.clear()
            self[key] = made
        return made


def _sort(token: str) -> str:
    """Whether a token is a word as it stands ("w"), a full stop ("."), white space (" "), or may be more or less than a word ("?")."""
    word = token.rstrip(" ")
    if not word or token.isspace():
        return " "
    if word == ".":
        return "."
    low, glued = word.lower().replace("’", "'"), token[-1] != " "
    titled = glued and word[0].isupper() and (low in TITLES or len(low) == 1)
    joins = glued and (word[0] in HYPHENS or word == ":")
    return "?" if titled or joins or low in WILL_NOT or low == "'d" or ("'" in low and CLITIC.fullmatch(low)) else "w"


SORTS = Memo(_sort)
PLAIN = re.compile(r"(?: w | \.(?!\.) )++(?=\ *+\Z)", re.VERBOSE)
"""A sentence that has a word a token."""
STRETCH = re.compile(r"(?: w | \.(?!\.) )+ | \.+ | \?", re.VERBOSE)


def words_of(doc: Document, start: int, end: int) -> Words:
    """The words of the tokens ``start`` to ``end``; white space is none."""
    toks, lows = doc.toks, doc.low
    sorts = "".join(map(SORTS.__getitem__, toks[start:end]))
    plain = PLAIN.match(sorts)
    if plain:
        end = start + plain.end()
        return Words(toks, toks[start:end], lows[start:end], list(range(start, end)), list(range(start + 1, end + 1)))
    out = Words(toks, [], [], [], [])
    at = start
    for stretch in STRETCH.finditer(sorts):
        begin, until = start + stretch.start(), start + stretch.end()
        if begin < at:  # read already, as the second half of a word with a hyphen
            begin = at
        if until <= begin:
            continue
        if sorts[begin - start] == "?" or sorts.startswith("..", begin - start):
            at = _special(doc, begin, end, out)
        else:
            out.words += toks[begin:until]
            out.low += lows[begin:until]
            out.first += range(begin, until)
            out.after += range(begin + 1, until + 1)
            at = until
    return out


def _special(doc: Document, k: int, end: int, out: Words) -> int:
    """Add the word at k, which is no plain word; the token that the next one begins with."""
    tok, form = doc.toks[k], doc.low[k]
    after = _joined(doc, k, end, out) or _repeated(doc, k, end, out)
    if after:
        return after
    if k + 2 < end and _title(doc, k):
        _add(out, tok + ".", form + ".", k, k + 2)
        return k + 2
    halves = WILL_NOT.get(form)
    clitic = None if halves else CLITIC.fullmatch(form)
    if clitic is not None:
        halves = (clitic["word"], clitic["clitic"].replace("’", "'"))
    if halves:
        at = len(halves[0])
        _add(out, tok[:at], halves[0], k, k + 1)
        _add(out, tok[at:].rstrip(" ").replace("’", "'"), halves[1], k, k + 1)
    else:
        _add(out, tok.replace("’", "'"), form.replace("’", "'"), k, k + 1)
    return k + 1


def _title(doc: Document, k: int) -> bool:
    """Whether a title or initial with its full stop begins at k: "Gen.", "J."."""
    tok, form = doc.toks[k], doc.low[k]
    return tok[0].isupper() and tok[-1] != " " and (form in TITLES or len(form) == 1) and doc.toks[k + 1].rstrip(" ") == "."


def _joined(doc: Document, k: int, end: int, out: Words) -> int:
    """Join what stands around a glued hyphen, or the hours and minutes of a clock, into one word; 0 if the mark stands for itself."""
    toks = doc.toks
    if toks[k][0] not in HYPHENS and not (toks[k] == ":" and k + 1 < end and toks[k - 1].isdigit() and toks[k + 1].rstrip(" ").isdigit()):
        return 0
    if not (out.words and k > 0 and out.after[-1] == k and (toks[k - 1][-1].isalnum() or "." in toks[k - 1][:-1]) and toks[k][-1] != " " and k + 1 < end and toks[k + 1][0].isalnum()):
        return 0
    out.words[-1] += toks[k] + toks[k + 1].rstrip(" ")
    out.low[-1] += toks[k] + doc.low[k + 1]
    out.after[-1] = k + 2
    return k + 2


def _repeated(doc: Document, k: int, end: int, out: Words) -> int:
    """Read "--" and "..." as one mark; 0 if the token is no such mark."""
    toks, after = doc.toks, k
    if toks[k] not in ("-", "."):
        return 0
    while after < end and toks[after] == toks[k]:
        after += 1
    after += after < end and toks[after].rstrip(" ") == toks[k]
    if after - k < 2:
        return 0
    mark = "--" if toks[k] == "-" else "..."
    _add(out, mark, mark, k, after)
    return after


def _add(out: Words, word: str, low: str, first: int, after: int) -> None:
    out.words.append(word)
    out.low.append(low)
    out.first.append(first)
    out.after.append(after)
