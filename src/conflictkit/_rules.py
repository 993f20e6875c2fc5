"""Rules as values: a name, phrases over word classes, and a builder that may decline.

A phrase reads left to right: CAPITALS is a word class, small letters or marks are that very word, ``a|b`` is either, ``[x y]`` may be
absent, ``x*`` is any number of x, ``name:x`` is a slot whose token index the builder asks for.

    "month:MONTH day:DD [,] year:YEAR"

Phrases are compiled to regular expressions over the document's class string and tried only where their first two tokens can stand;
which rules those are is worked out from the compiled phrases themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import regex
from attrs import frozen

from conflictkit._document import Document
from conflictkit._lexicon import Lexicon

T = TypeVar("T")
PIECE = re.compile(r"\[|\]\*?|(?:([a-z_]\w*):)?([^\s\[\]]+)")


class Match:
    """A phrase that stands in a document at tokens ``start`` to ``end``."""

    __slots__ = ("_found", "doc", "end", "start")

    def __init__(self, doc: Document, found: re.Match[str]) -> None:
        self.doc: Document = doc
        self._found = found
        self.start: int = found.start()
        self.end: int = found.end()

    def at(self, slot: str) -> int:
        """Token index of a slot, -1 when absent."""
        groups = self._found.re.groupindex
        return self._found.start(slot) if slot in groups else -1

    def word(self, slot: str) -> str:
        """The slot's word in small letters, "" when absent."""
        k = self.at(slot)
        return self.doc.low[k] if k >= 0 else ""

    def words(self, slot: str) -> list[str]:
        """All words of a slot that may hold several."""
        if slot not in self._found.re.groupindex or self._found.start(slot) < 0:
            return []
        return self.doc.low[self._found.start(slot) : self._found.end(slot)]


@frozen
class Rule(Generic[T]):
    """One rule: what it is called, the phrases it reads, and what it makes of a match (None: it declines)."""

    name: str
    phrases: tuple[str, ...]
    build: Callable[[Match], T | None]


class Found(NamedTuple):
    """A match before selection; the order sorts leftmost, then longest, then by rule order."""

    start: int
    minus_end: int
    order: int
    match: re.Match[str]


def words_of(rules: Iterable[Rule[Any]]) -> dict[str, tuple[str, ...]]:
    """The literal words of all phrases, each a class of its own (``=word``)."""
    out: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        for phrase in rule.phrases:
            for _, item in PIECE.findall(phrase):
                for name in item.rstrip("*").split("|") if item else ():
                    if name and not _is_class(name):
                        out["=" + name] = (name,)
    return out


def _is_class(name: str) -> bool:
    return name[0].isupper() and name == name.upper() and len(name) > 1


class RuleTable(Generic[T]):
    """Rules compiled over a lexicon; finds all non-overlapping matches of a document, leftmost and longest first."""

    def __init__(self, rules: Sequence[Rule[T]], lexicon: Lexicon) -> None:
        self.rules: tuple[Rule[T], ...] = tuple(rules)
        self.lexicon: Lexicon = lexicon
        names = [rule.name for rule in self.rules]
        if len(set(names)) != len(names):
            raise ValueError(f"two rules of one name: {sorted(n for n in names if names.count(n) > 1)}")
        self._size = -1

    def _compile(self) -> None:
        self._size = self.lexicon.size
        self._exact: list[tuple[int, Callable[[str, int], re.Match[str] | None]]] = []
        self._partial: list[Any] = []
        for order, rule in enumerate(self.rules):
            for phrase in rule.phrases:
                source = self.pattern(phrase)
                self._exact.append((order, re.compile(source).match))
                self._partial.append(regex.compile(source))
        self._pairs: dict[str, tuple[int, ...]] = {}
        firsts = [char for char in map(chr, range(0x100, 0x100 + self._size)) if any(p.fullmatch(char, partial=True) for p in self._partial)]
        self._first = re.compile(f"[{''.join(firsts)}]" if firsts else "(?!)")

    def pattern(self, phrase: str) -> str:
        """The regular expression of a phrase over the class string."""
        out: list[str] = []
        for piece in PIECE.finditer(phrase):
            text = piece[0]
            if text == "[":
                out.append("(?:")
            elif text[0] == "]":
                out.append(")*" if text.endswith("*") else ")?")
            else:
                slot, item = piece[1], piece[2]
                many = "*" if item.endswith("*") and len(item) > 1 else ""
                names = [n if _is_class(n) else "=" + n for n in item.removesuffix("*" if many else "").split("|")]
                chars = self.lexicon.chars(*names)
                body = (f"[{chars}]" if chars else "(?!)") + many
                out.append(f"(?P<{slot}>{body})" if slot else body)
        return "".join(out)

    def candidates(self, doc: Document) -> list[Found]:
        """Every match of every rule, tried where its first two tokens can stand, in order of selection."""
        if self._size != self.lexicon.size:
            self._compile()
        cls, pairs, exact = doc.cls, self._pairs, self._exact
        found: list[Found] = []
        for first in self._first.finditer(cls):
            k = first.start()
            pair = cls[k : k + 2]
            tries = pairs.get(pair)
            if tries is None:
                tries = pairs[pair] = tuple(n for n, p in enumerate(self._partial) if p.match(pair) or p.fullmatch(pair, partial=True))
            for n in tries:
                order, match = exact[n]
                hit = match(cls, k)
                if hit is not None and hit.end() > k:
                    found.append(Found(k, -hit.end(), order, hit))
        found.sort(key=lambda f: f[:3])
        return found

    def find(self, doc: Document) -> Iterator[tuple[Match, Rule[T], T]]:
        """Matches that were built, leftmost and longest first; where a rule declines the next candidate is asked."""
        free = 0
        for found in self.candidates(doc):
            if found.start < free:
                continue
            rule = self.rules[found.order]
            match = Match(doc, found.match)
            made = rule.build(match)
            if made is not None:
                free = match.end
                yield match, rule, made
