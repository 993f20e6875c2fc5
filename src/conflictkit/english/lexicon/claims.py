"""The words of claims: what nouns measure, what verbs do to the counted, and what a word is on the way between the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from conflictkit._lexicon import read_tables, word_list
from conflictkit._models import Measure
from conflictkit.english.lexicon.events import (
    BASE,
    BE,
    DO,
    HAVE,
    ING,
    MODAL,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    SHAPE,
    THIRD,
    TO,
    inflect,
)

TABLE: dict[str, Any] = read_tables("conflictkit.english.lexicon", "claims.toml")


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
    past: bool
    base: bool


def _verbs() -> dict[str, Verb]:
    out: dict[str, Verb] = {}
    for role in ("object", "subject"):
        for lemma, fate in _entries(TABLE["verb"][role]):
            third, past, participle, ing = inflect(lemma)
            for form in (third, ing, lemma, past, participle):
                out[form] = Verb(fate, role == "subject", form == participle, form == past, form == lemma)
    return out


VERB = _verbs()


def _phrases() -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for pair, fate in _entries(TABLE["phrase"]):
        first, second = pair.split(" ")
        out.setdefault(first, {})[second] = fate
    return out


PHRASE = _phrases()
"""First word -> second word -> fate."""

_WORD: dict[str, Any] = TABLE["word"]
(BARRIERS, LIST, COMPANION, INTRODUCTION, FIGURE, PLACE_NOUN, PLACE_FILLER, AT_PLACE, NO_PLACE, REPORTING, HEARSAY, OFFICIALLY, ESTIMATE, CHANGE) = (
    words(_WORD, name)
    for name in (
        "barrier", "list", "companion", "introduction", "figure", "place_noun", "place_filler", "place_preposition", "no_place", "reporting",
        "hearsay", "officially", "estimate", "change",
    )
)  # fmt: skip
INCREMENT, REMAINDER, SUBSET = (words(TABLE["role"], name) for name in ("increment", "remainder", "subset"))

GOVERNOR, BARRIER, JOIN, PREPOSED, OTHER_VERB, PLAIN = "G", "|", ",", "p", "V", "."
"""What a word is on the way from a number to what governs it."""


class _Ways(dict[str, str]):
    """Word -> what it is on that way, made on first sight."""

    def __missing__(self, word: str) -> str:
        way = _way(word)
        if len(self) < 500_000:
            self[word] = way
        return way


def _way(word: str) -> str:
    if word in BARRIERS or word[0] in ";:—–":
        return BARRIER
    if word in LIST:
        return JOIN
    shape = SHAPE[word]
    if shape in (PREPOSITION, TO) or word == "as":
        return PREPOSED
    if word in VERB or word in PHRASE or word in EVENT or word in TOLL or word in STATE:
        return GOVERNOR
    return OTHER_VERB if shape in (PAST, PARTICIPLE, ING, BASE, THIRD, BE, HAVE, DO, MODAL) else PLAIN


WAY = _Ways()
