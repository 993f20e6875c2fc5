"""The words of claims: what nouns measure, what verbs and phrases do to the counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from conflictkit._lexicon import word_list
from conflictkit._models import Measure

from ..tables import TABLES
from .events import inflect

TABLE: dict[str, Any] = TABLES.claims


def words(table: dict[str, Any], name: str) -> frozenset[str]:
    """One list of words of claims.toml."""
    return frozenset(word_list(table[name], f"claims.toml: {name}"))


def _entries(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(word, the entry that lists it) of a table."""
    for name in table:
        for word in word_list(table[name], f"claims.toml: {name}"):
            yield word, name


FIXED, BUILT, PERSON, THING = ({word: Measure(name) for word, name in _entries(TABLE["noun"][kind])} for kind in ("fixed", "built", "person", "thing"))
"""Singular noun -> measure, by what is told of such things."""
_ENDINGS, _NO_PERSONS = tuple(words(TABLE["noun"]["ending"], "person")), words(TABLE["noun"]["ending"], "no_person")


def names_person(noun: str) -> bool:
    """Whether an unknown noun has the ending of a person ("campaigner")."""
    return noun.endswith(_ENDINGS) and noun not in _NO_PERSONS


STATE, EVENT, TOLL = (dict(_entries(TABLE[name])) for name in ("state", "event", "toll"))
"""Word -> fate: of the counted beside it, of what stands behind "of", of the figure behind it."""


class Verb(NamedTuple):
    """A form of a verb that tells a fate."""

    fate: str
    subject: bool
    """Whether its subject suffers it ("die"), or its object ("kill")."""
    participle: bool
    base: bool
    lemma: str


def _verbs() -> dict[str, Verb]:
    out: dict[str, Verb] = {}
    for role in ("object", "subject"):
        for lemma, fate in _entries(TABLE["verb"][role]):
            third, past, participle, ing = inflect(lemma)
            for form in (third, ing, lemma, past, participle):
                out[form] = Verb(fate, role == "subject", form == participle, form == lemma, lemma)
    return out


VERB = _verbs()


def _phrases() -> dict[str, dict[str, Verb]]:
    out: dict[str, dict[str, Verb]] = {}
    for role in ("object", "subject"):
        for pair, fate in _entries(TABLE["phrase"][role]):
            first, second = pair.split(" ")
            out.setdefault(first, {})[second] = Verb(fate, role == "subject", participle=False, base=False, lemma=first)
    return out


PHRASE = _phrases()
"""Lemma of a verb -> word beside it -> fate."""
ALIKE = dict(_entries(TABLE["alike"]))
"""Word beside a verb -> the one with which its phrase is entered."""

WORD: dict[str, frozenset[str]] = {name: words(TABLE["word"], name) for name in TABLE["word"]}
"""Structure words, by the names of their lists."""
INCREMENT, REMAINDER, SUBSET = (words(TABLE["role"], name) for name in ("increment", "remainder", "subset"))
