"""Word classes: which words belong to which class, and the one character that stands for a token's set of classes.

A lexicon is read from the TOML files of a language pack. A word written with a capital matches only in that form (and in
capitals); a word in small letters matches in any case. Shapes (numbers, capitals, marks) are classes too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import NamedTuple

from conflictkit._errors import LexiconError

NUMBER_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("INT", r"\d{1,15}"),
        ("NUM", r"\d+(?:,\d{3})*(?:\.\d+)?"),
        ("DD", r"0?[1-9]|[12]\d|3[01]"),
        ("MM", r"0?[1-9]|1[0-2]"),
        ("YEAR", r"1\d{3}|20\d\d"),
        ("YY", r"\d\d"),
        ("DOTDATE", r"\d\d?\.\d\d?\.(?:\d\d)?\d\d|\d{4}\.\d\d\.\d\d"),
        ("DTG", r"\d{6}[A-Z]"),
        ("DTGDAY", r"\d{6}[A-Z][A-Z]{3}(?:20)?\d\d"),
        ("ISODAY", r"\d\dT\d\d"),
        ("HHMM", r"(?:[01]?\d|2[0-3])h[0-5]\d"),
    )
)
MARK_SHAPES = {"LINE": "\n\r\u2028\u2029\x0b\x0c\x85", "HYPHEN": "-‐‑‒–", "DASH": "–—―-", "STOP": ".!?…"}
MARKS = {mark: [name for name, marks in MARK_SHAPES.items() if mark in marks] for mark in "".join(MARK_SHAPES.values())}
"""Mark -> its kinds."""
SHAPES = ("WORD", "CAP", "LETTERED", "DOTTED", "DIGITS", "BLANK", *(name for name, _ in NUMBER_SHAPES), *MARK_SHAPES)
"""Classes by form: words, words with a capital, capitals before digits ("RM23"), words with a full stop of their own, what begins with a digit, white space, the forms of numbers, the kinds of marks."""


SAMPLES = (
    *("x", "X", "X1", "x.y.", "X.Y.", "1", "01", "11", "15", "13", "31", "40", "42", "100", "1500", "1990", "2020", "3000", "1,200", "1,234.5", "1.5", "1.2.3"),
    *("3k", "0", "00", "0001", "1" * 15, "1" * 16, "\n", " ", "\t", "\u2009", "_", "_x", "é", "É"),
    *"-‐‑‒–—―.!?…,;:'\"“”’()[]/&%$€£@#*+=<>|~^`{}\\",
)
"""Forms that bring most sets of shapes into the alphabet before the first text is read."""


FIRST = 0x21
"""Code point of the alphabet's first character: sets of characters below U+0100 are compiled in a third of the time."""
REMEMBERED = 500_000
"""How many words a memo keeps: a process that sees endless new words keeps its memory."""


class Breaks(NamedTuple):
    """The words of a language that tell whether a full stop ends a sentence, or a mark opens a quote."""

    abbreviations: frozenset[str] = frozenset()
    """Their full stop ends no sentence."""
    last: frozenset[str] = frozenset()
    """Abbreviations that may stand last in a sentence."""
    either: frozenset[str] = frozenset()
    """Abbreviations that are words too: their full stop ends a sentence before a word that opens one, or any other."""
    figures: frozenset[str] = frozenset()
    """Abbreviations before figures."""
    names: frozenset[str] = frozenset()
    """Abbreviations that mostly stand before a name, so that a capital behind them opens no sentence."""
    openers: frozenset[str] = frozenset()
    """Words that begin a sentence and no name."""
    letters: frozenset[str] = frozenset()
    """Words of one letter, which are no initials."""
    within: frozenset[str] = frozenset()
    """What stands before the place in which another one lies."""
    days: frozenset[str] = frozenset()
    """Weekdays, months and zones, which go on behind an hour ("2 a.m. Sunday", "2 a.m. March 11")."""
    elisions: frozenset[str] = frozenset()
    """Words that have lost their beginning: the mark before them opens no quote."""


TOKEN = r"""
    [A-Za-z]++(?![\w.'’]) [ ]?             # most words, tried first
    | (?:[^\W\d_]\.){2,}(?!\w) [ ]?          # U.S. a.m. J.D.
    | \d+(?:[.,]\d+)*\w* [ ]?              # 1,200  2.5m  1990s  129th
    | ['’](?:CLITIC)\b [ ]?                # the 's of Moscow's, the 've of they've
    | (?:''|``) [ ]?                       # doubled single marks are one mark
    | \w+(?:['’](?!(?:CLITIC)\b)\w+)* [ ]?   # words; don't is one
    | \W [ ]?                              # any mark or white space
"""
"""Covering: the tokens joined are the text. A token keeps at most one trailing blank."""


class Forms(NamedTuple):
    """How a language writes its words and numbers."""

    clitic: str = "(?!)"
    """The pattern of what is a token of its own behind an apostrophe."""
    numbers: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Classes of numbers by their form, beside those of :data:`NUMBER_SHAPES`."""
    samples: tuple[str, ...] = ()
    """Forms that bring the sets of these classes into the alphabet."""

    @property
    def token(self) -> re.Pattern[str]:
        """The pattern of one token."""
        return re.compile(TOKEN.replace("CLITIC", self.clitic), re.VERBOSE)


class Lexicon:
    """Classes of words, and the alphabet made of their combinations."""

    def __init__(self, classes: Mapping[str, Iterable[str]], breaks: Breaks = Breaks(), forms: Forms = Forms()) -> None:  # noqa: B008 - values
        self.breaks = breaks
        self.token: re.Pattern[str] = forms.token
        self._numbers = (*NUMBER_SHAPES, *forms.numbers)
        self.bit: dict[str, int] = {}
        for name in (*SHAPES, *(name for name, _ in forms.numbers), *classes):
            self.bit.setdefault(name, 1 << len(self.bit))
        self._word, self._cap, self._abbreviated, self._lettered = (self.bit[name] for name in ("WORD", "CAP", "DOTTED", "LETTERED"))
        self._any: dict[str, int] = {}
        self._cased: dict[str, int] = {}
        for name, words in classes.items():
            for word in words:
                table = self._any if word == word.lower() else self._cased
                table[word] = table.get(word, 0) | self.bit[name]
        for word, mask in list(self._cased.items()):
            self._cased[word.upper()] = self._cased.get(word.upper(), 0) | mask
        self._char: dict[int, str] = {}
        self._charsets: dict[int, str] = {}
        self._spots: dict[tuple[str, ...], tuple[int, re.Pattern[str] | None]] = {}
        self.masks: list[int] = []
        self._growing = Lock()
        self.alphabet: dict[str, str] = Memo(lambda token: self.char(self._mask(token)))
        for form in (*SAMPLES, *forms.samples, *self._any, *map(str.capitalize, self._any), *map(str.upper, self._any), *self._cased):
            self.char(self._mask(form))
        self.lower: dict[str, str] = Memo(_plain)

    def _mask(self, token: str) -> int:
        word = token[:-1] if len(token) > 1 and token[-1] == " " else token
        mask = self._any.get(word.lower(), 0) | self._cased.get(word, 0)
        first = word[0]
        if first.isalpha():
            if first.isupper() and not word.isalpha() and any(map(str.isdigit, word)):
                mask |= self._lettered
            return mask | self._word | (self._abbreviated if word[-1] == "." else 0)
        for name in self._shapes(word):
            mask |= self.bit[name]
        return mask

    def _shapes(self, word: str) -> Iterator[str]:
        """The shape classes of a number or mark."""
        first = word[0]
        if first.isdigit():
            yield "DIGITS"
            yield from (name for name, pattern in self._numbers if pattern.fullmatch(word))
        else:
            if word.isspace():
                yield "BLANK"
            yield from MARKS.get(first, ())

    def char(self, mask: int) -> str:
        """The character for a set of classes; a new one makes the compiled phrases stale (see ``size``)."""
        found = self._char.get(mask)
        if found is None:
            with self._growing:
                if mask not in self._char:
                    self.masks.append(mask)
                    self._charsets.clear()
                    self._char[mask] = chr(FIRST + len(self.masks) - 1)
                found = self._char[mask]
        return found

    @property
    def size(self) -> int:
        """How many characters the alphabet has so far; patterns compiled for a smaller one must be compiled again."""
        return len(self.masks)

    def mask(self, *names: str) -> int:
        """The set of classes with these names, a bit each."""
        want = 0
        for name in names:
            if name not in self.bit:
                raise LexiconError(f"no word class {name!r}; there are {', '.join(sorted(known for known in self.bit if known[0] != '='))}")
            want |= self.bit[name]
        return want

    def mask_of(self, char: str) -> int:
        """The set of classes that a character stands for."""
        return self.masks[ord(char) - FIRST]

    def charset(self, want: int) -> str:
        """The pattern of one token whose set of classes shares one with ``want``."""
        with self._growing:
            found = self._charsets.get(want)
            if found is None:
                chars = "".join(re.escape(char) for mask, char in self._char.items() if mask & want)
                found = self._charsets[want] = f"[{chars}]" if chars else "(?!)"
        return found

    def spots(self, *names: str) -> re.Pattern[str]:
        """The pattern that finds tokens of these classes in a class string; compiled once for as long as the alphabet does not grow."""
        size, pattern = self._spots.get(names, (-1, None))
        if pattern is None or size != self.size:
            size, pattern = self._spots[names] = (self.size, re.compile(self.charset(self.mask(*names))))
        return pattern


class Memo(dict[str, str]):
    """What a function makes of a word, made on first sight."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> str:
        made = self._make(word)
        if len(self) < REMEMBERED:
            self[word] = made
        return made


def _plain(token: str) -> str:
    """A token in small letters without its trailing blank."""
    return (token[:-1] if len(token) > 1 and token[-1] == " " else token).lower().replace("’", "'")
