"""Word classes: which words belong to which class, and the one character that stands for a token's set of classes.

A lexicon is read from the TOML files of a language pack. A word written with a capital matches only in that form (and in
capitals); a word in small letters matches in any case. Shapes (numbers, capitals, marks) are classes too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

NUMBER_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("INT", r"\d{1,15}"),
        ("NUM", r"\d+(?:,\d{3})*(?:\.\d+)?"),
        ("DD", r"0?[1-9]|[12]\d|3[01]"),
        ("MM", r"0?[1-9]|1[0-2]"),
        ("YEAR", r"1\d{3}|20\d\d"),
        ("YY", r"\d\d"),
        ("YEARS", r"(?:1\d|20)?\d0['’]?s"),
        ("NTH", r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"),
        ("ORD", r"\d+(?:st|nd|rd|th)"),
        ("DOTDATE", r"\d\d?\.\d\d?\.(?:\d\d)?\d\d|\d{4}\.\d\d\.\d\d"),
        ("DTG", r"\d{6}[A-Z]"),
        ("ISODAY", r"\d\dT\d\d"),
        ("HOURHALF", r"(?:0?[1-9]|1[0-2])\.[0-5]\d[AaPp][Mm]"),
        ("MINHALF", r"[0-5]\d(?:[AaPp][Mm]|hrs)"),
    )
)
MARK_SHAPES = {"LINE": "\n\r\u2028\u2029\x0b\x0c\x85", "HYPHEN": "-‐‑‒–", "DASH": "–—―-", "STOP": ".!?…"}
SHAPES = ("WORD", "CAP", "DOTTED", "DIGITS", "BLANK", *(name for name, _ in NUMBER_SHAPES), *MARK_SHAPES)
"""Classes by form: words, words with a capital, words with a full stop of their own, what begins with a digit, white space, the forms of numbers, the kinds of marks."""


SAMPLES = (
    *("x", "X", "x.y.", "X.Y.", "1", "01", "11", "15", "13", "31", "40", "42", "100", "1500", "1990", "2020", "3000", "1,200", "1,234.5", "1.5", "1.2.3", "20s", "90s"),
    *("1990s", "1850s", "3k", "5pm", "1st", "01st", "23rd", "45th", "0", "00", "0001", "1" * 15, "1" * 16, "\n", " ", "\t", "\u2009", "_", "_x", "é", "É"),
    *"-‐‑‒–—―.!?…,;:'\"“”’()[]/&%$€£@#*+=<>|~^`{}\\",
)
"""Forms that bring most sets of shapes into the alphabet before the first text is read."""


FIRST = 0x100
"""Code point of the alphabet's first character: no letter of it is special in a pattern."""


_NOTHING = re.compile("(?!)")


class LexiconError(ValueError):
    """A data file of a language pack is malformed; the message names file, key and what was expected."""


def read_tables(package: str, *names: str) -> dict[str, Any]:
    """The tables of some TOML files of a package, merged (a key may stand in one file only)."""
    merged: dict[str, Any] = {}
    for name in names:
        source = files(package).joinpath(name)
        try:
            tables = tomllib.loads(source.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{name}: not TOML: {error}") from None
        for key, value in tables.items():
            if key in merged:
                raise LexiconError(f"{name}: table {key!r} stands in another file too")
            merged[key] = value
    return merged


def word_list(value: object, where: str) -> tuple[str, ...]:
    """Words of one lexicon entry: a string of words separated by white space (``_`` for a blank inside), or a list of strings."""
    if isinstance(value, str):
        return tuple(word.replace("_", " ") for word in value.split())
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise LexiconError(f"{where}: expected words in a string or a list of strings, not {type(value).__name__}")


class Lexicon:
    """Classes of words, and the alphabet made of their combinations."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self.bit: dict[str, int] = {}
        for name in (*SHAPES, *classes):
            self.bit.setdefault(name, 1 << len(self.bit))
        self._word, self._cap, self._abbreviated = (self.bit[name] for name in ("WORD", "CAP", "DOTTED"))
        self._any: dict[str, int] = {}
        self._cased: dict[str, int] = {}
        for name, words in classes.items():
            for word in words:
                table = self._any if word == word.lower() else self._cased
                table[word] = table.get(word, 0) | self.bit[name]
        for word, mask in list(self._cased.items()):
            self._cased[word.upper()] = self._cased.get(word.upper(), 0) | mask
        self._char: dict[int, str] = {}
        self._spots: dict[tuple[str, ...], tuple[int, re.Pattern[str]]] = {}
        self.masks: list[int] = []
        self.alphabet: dict[str, str] = _Alphabet(self)
        for form in (*SAMPLES, *self._any, *map(str.capitalize, self._any), *map(str.upper, self._any), *self._cased):
            self.char(self._mask(form))
        self.lower: dict[str, str] = _Lower()

    def _mask(self, token: str) -> int:
        word = token[:-1] if len(token) > 1 and token[-1] == " " else token
        mask = self._any.get(word.lower(), 0) | self._cased.get(word, 0)
        first = word[0]
        if first.isalpha():
            return mask | self._word | (self._cap if first.isupper() else 0) | (self._abbreviated if word[-1] == "." else 0)
        for name in _shapes(word):
            mask |= self.bit[name]
        return mask

    def char(self, mask: int) -> str:
        """The character for a set of classes; a new one makes the compiled phrases stale (see ``size``)."""
        found = self._char.get(mask)
        if found is None:
            found = self._char[mask] = chr(FIRST + len(self.masks))
            self.masks.append(mask)
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
                raise LexiconError(f"no word class {name!r}; there are {', '.join(sorted(self.bit))}")
            want |= self.bit[name]
        return want

    def mask_of(self, char: str) -> int:
        """The set of classes that a character stands for."""
        return self.masks[ord(char) - FIRST]

    def holding(self, want: int) -> str:
        """All characters so far whose set of classes shares one with ``want``."""
        return "".join(char for mask, char in self._char.items() if mask & want)

    def chars(self, *names: str) -> str:
        """All characters so far whose set of classes holds one of the names."""
        return self.holding(self.mask(*names))

    def spots(self, *names: str) -> re.Pattern[str]:
        """The pattern that finds tokens of these classes in a class string; compiled once for as long as the alphabet does not grow."""
        size, pattern = self._spots.get(names, (-1, _NOTHING))
        if size != self.size:
            chars = self.chars(*names)
            size, pattern = self._spots[names] = (self.size, re.compile(f"[{chars}]") if chars else _NOTHING)
        return pattern


def _shapes(word: str) -> Iterator[str]:
    """The shape classes of a number or mark."""
    first = word[0]
    if first.isdigit():
        yield "DIGITS"
        for name, pattern in NUMBER_SHAPES:
            if pattern.fullmatch(word):
                yield name
    else:
        if word.isspace():
            yield "BLANK"
        for name, marks in MARK_SHAPES.items():
            if first in marks:
                yield name


class _Alphabet(dict[str, str]):
    """Token text -> character of its classes, made on first sight."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, token: str) -> str:
        char = self._lexicon.char(self._lexicon._mask(token))  # noqa: SLF001
        if len(self) < 500_000:  # a process that sees endless new tokens keeps its memory
            self[token] = char
        return char


class _Lower(dict[str, str]):
    """Token text -> its small letters without the trailing blank."""

    def __missing__(self, token: str) -> str:
        word = (token[:-1] if len(token) > 1 and token[-1] == " " else token).lower().replace("’", "'")
        if len(self) < 500_000:
            self[token] = word
        return word


@cache
def no_classes() -> Lexicon:
    """A lexicon of shapes only."""
    return Lexicon({})
