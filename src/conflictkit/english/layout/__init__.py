"""What the layout of a text asks of English: which words there are, and which no line of its own ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from conflictkit._lexicon import read_tables, word_list
from conflictkit.engine.lines import Boundaries

TABLE = read_tables(__name__, "layout.toml")
NEVER_LAST = frozenset(word_list(TABLE["lines"]["never_last"], "lines.never_last"))
BEHIND_NUMBER = frozenset(word_list(TABLE["lines"]["behind_number"], "lines.behind_number"))
BEFORE_HYPHEN = frozenset(word_list(TABLE["lines"]["before_hyphen"], "lines.before_hyphen"))


def goes_on(before: str, behind: str) -> bool:
    """Whether a line that ends with ``before`` goes on with ``behind``: "killed by the / army", "on 3 / November"."""
    return before in NEVER_LAST or (before.isdigit() and behind.strip(",.") in BEHIND_NUMBER)


class Words:
    """The words of the tables, made when first asked for."""

    def __init__(self, tables: Iterable[Any]) -> None:
        self._tables = tuple(tables)

    def known(self, word: str) -> bool:
        """Whether a word in small letters is one of the tables, as it stands or without a common ending."""
        stems = (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("ing"), word.removesuffix("ly"))
        return not self._all.isdisjoint(stems)

    @cached_property
    def _all(self) -> frozenset[str]:
        return BEFORE_HYPHEN | {word.lower() for table in self._tables for words in _strings(table) for word in words.split() if len(word) > 1}


def _strings(value: Any) -> Iterator[str]:
    """Every string that a table holds, its keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)


def boundaries(tables: Iterable[Any]) -> Boundaries:
    """What lines ask of English, with the words of these tables."""
    return Boundaries(Words(tables).known, goes_on)
