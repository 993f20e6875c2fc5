"""Rules as values: a name, phrases over word classes, and a builder that may decline.

A phrase reads left to right: CAPITALS is a word class, small letters or marks are that very word, ``a|b`` is either, ``[x y]`` may be
absent, ``x*`` is any number of x, ``name:x`` is a slot whose token index the builder asks for.

    "month:MONTH day:DD [,] year:YEAR"

Phrases are compiled to regular expressions over the document's class string and tried only where their first two tokens can stand;
which phrases those are is worked out from the phrases themselves. A phrase is compiled when its first two tokens first turn up.
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from attrs import frozen

from conflictkit._document import Document
from conflictkit._lexicon import Lexicon
from conflictkit.engine.syntax import Once

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


class Item(NamedTuple):
    """One token of a phrase: the classes it may be of, and the slot it fills."""

    slot: str
    classes: tuple[str, ...]
    optional: bool
    many: bool


class Group(NamedTuple):
    """Parts of a phrase between brackets: they may be absent, and, with a star, stand many times."""

    parts: Sequence[Item | Group]
    many: bool
    optional: bool = True


@functools.lru_cache(2048)
def read_phrase(phrase: str) -> Sequence[Item | Group]:
    """The parts of a phrase. Raises ``ValueError`` for a bracket without its partner."""
    stack: list[list[Item | Group]] = [[]]
    for piece in PIECE.finditer(phrase):
        if piece[0] == "[":
            stack.append([])
        elif piece[0].startswith("]") and len(stack) > 1:
            group = Group(stack.pop(), many=piece[0].endswith("*"))
            stack[-1].append(group)
        elif piece[0].startswith("]"):
            raise ValueError(f"phrase {phrase!r}: a closing bracket without its opening one")
        else:
            many = piece[2].endswith("*") and len(piece[2]) > 1
            names = piece[2].removesuffix("*" if many else "").split("|")
            stack[-1].append(Item(piece[1] or "", tuple(n if _is_class(n) else "=" + n for n in names), optional=many, many=many))
    if len(stack) > 1:
        raise ValueError(f"phrase {phrase!r}: an opening bracket without its closing one")
    return stack[0]


def _is_class(name: str) -> bool:
    return len(name) > 1 and name[0].isupper() and name == name.upper()


def words_of(rules: Iterable[Rule[Any]]) -> dict[str, tuple[str, ...]]:
    """The literal words of all phrases, each a class of its own (``=word``)."""
    return {name: (name[1:],) for rule in rules for phrase in rule.phrases for name in _classes(read_phrase(phrase)) if name[0] == "="}


def _classes(parts: Sequence[Item | Group]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Item):
            yield from part.classes
        else:
            yield from _classes(part.parts)


Lead = tuple[tuple[str, ...], ...]
"""What can stand first and second in a phrase, as alternatives of classes; one alone when the phrase can end after it."""


def leads(parts: Sequence[Item | Group]) -> set[Lead]:
    """All the ways in which a phrase can begin, two tokens deep."""
    ways: set[Lead] = {()}
    for part in parts:
        once: set[Lead] = {(part.classes,)} if isinstance(part, Item) else leads(part.parts)
        longer = _joined(ways, once)
        if part.many:
            longer |= _joined(longer, once)
        ways = ways | longer if part.optional else longer
        if all(len(way) == 2 for way in ways):  # noqa: PLR2004
            break
    return ways


def _joined(ways: set[Lead], more: set[Lead]) -> set[Lead]:
    return {(*way, *other)[:2] for way in ways for other in more}


_rank, _start = operator.itemgetter(0, 1, 2), operator.methodcaller("start")
Matcher = Callable[[str, int], "re.Match[str] | None"]


def _source(parts: Sequence[Item | Group], lexicon: Lexicon) -> str:
    """The regular expression of the parts of a phrase, over the alphabet of a lexicon."""
    out: list[str] = []
    for part in parts:
        if isinstance(part, Item):
            body = lexicon.charset(lexicon.mask(*part.classes)) + ("*" if part.many else "")
            out.append(f"(?P<{part.slot}>{body})" if part.slot else body)
        else:
            out.append(f"(?:{_source(part.parts, lexicon)}){'*' if part.many else '?'}")
    return "".join(out)


class _Compiled:
    """The phrases of a table over an alphabet of one size. Threads that meet a larger one make the next; this one goes on reading older texts."""

    def __init__(self, lexicon: Lexicon, phrases: Sequence[tuple[int, str]], leads: Sequence[tuple[int, int, int]]) -> None:
        self.size: int = lexicon.size
        self.matchers: list[Matcher | None] = [None] * len(phrases)
        self._lexicon, self._phrases, self._leads = lexicon, phrases, leads
        self._after: dict[str, list[tuple[int, int]]] = {}
        self._pairs: Once[str, tuple[int, ...]] = Once(self._tries)
        self._first = re.compile(lexicon.charset(functools.reduce(operator.or_, (first for first, _, _ in leads), 0)))

    def matcher(self, number: int) -> Matcher:
        made = self.matchers[number] = re.compile(_source(read_phrase(self._phrases[number][1]), self._lexicon)).match
        return made

    def _tries(self, pair: str) -> tuple[int, ...]:
        """The phrases that can begin with the two characters (one at the end of a text)."""
        after = self._after.get(pair[0])
        if after is None:
            mask = self._lexicon.mask_of(pair[0])
            after = self._after[pair[0]] = [(second, number) for first, second, number in self._leads if first & mask]
        mask = self._lexicon.mask_of(pair[1]) if len(pair) > 1 else 0
        return tuple(sorted({number for second, number in after if not second or second & mask}))

    def tries(self, cls: str) -> list[tuple[int, tuple[int, ...]]]:
        """The tokens at which a phrase may begin, and the numbers of the phrases to be tried there."""
        return [(k, numbers) for k in map(_start, self._first.finditer(cls)) if (numbers := self._pairs[cls[k : k + 2]])]


class RuleTable(Generic[T]):
    """Rules compiled over a lexicon; finds all non-overlapping matches of a document, leftmost and longest first."""

    def __init__(self, rules: Sequence[Rule[T]], lexicon: Lexicon) -> None:
        self.rules: tuple[Rule[T], ...] = tuple(rules)
        self.lexicon: Lexicon = lexicon
        names = [rule.name for rule in self.rules]
        if len(set(names)) != len(names):
            raise ValueError(f"two rules of one name: {sorted(n for n in names if names.count(n) > 1)}")
        self._phrases = [(order, phrase) for order, rule in enumerate(self.rules) for phrase in rule.phrases]
        self._leads = [
            (lexicon.mask(*way[0]), lexicon.mask(*way[1]) if len(way) > 1 else 0, number)
            for number, (_, phrase) in enumerate(self._phrases)
            for way in leads(read_phrase(phrase))
            if way
        ]  # classes of the first token, of the second (0: any), the phrase
        self._made: _Compiled | None = None

    def pattern(self, phrase: str) -> str:
        """The regular expression of a phrase over the class string."""
        return _source(read_phrase(phrase), self.lexicon)

    def _compiled(self) -> _Compiled:
        """The phrases for the alphabet as it is; begun again, as a whole, when it has grown."""
        made = self._made
        if made is None or made.size != self.lexicon.size:
            made = self._made = _Compiled(self.lexicon, self._phrases, self._leads)
        return made

    def tries(self, doc: Document) -> list[tuple[int, tuple[int, ...]]]:
        """The tokens at which a phrase may begin, and the numbers of the phrases to be tried there."""
        return self._compiled().tries(doc.cls)

    def candidates(self, doc: Document) -> list[Found]:
        """Every match of every rule, tried where its first two tokens can stand, in order of selection."""
        cls, compiled, phrases = doc.cls, self._compiled(), self._phrases
        matchers = compiled.matchers
        tries = [(k, number, matchers[number] or compiled.matcher(number)) for k, numbers in compiled.tries(cls) for number in numbers]
        hits = [Found(k, -hit.end(), phrases[number][0], hit) for k, number, match in tries if (hit := match(cls, k)) is not None and hit.end() > k]
        return sorted(hits, key=_rank)

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
