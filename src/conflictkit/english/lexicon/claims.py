"""The words of claims: what nouns measure, what verbs and phrases do to the counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conflictkit._models import Measure
from conflictkit._tables import word_list

from ..tables import TABLES
from .inflection import SINGULARS, inflect, plural

TABLE = TABLES.claims


def _entries(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(word, the entry that lists it) of a table."""
    for name in table:
        for word in word_list(table[name], f"claims.toml: {name}"):
            yield word, name


FIXED, BUILT, PERSON, THING = ({word: Measure(name) for word, name in _entries(table)} for table in (TABLE.noun.fixed, TABLE.noun.built, TABLE.noun.person, TABLE.noun.thing))
"""Singular noun -> measure, by what is told of such things."""
ONE_OF_PEOPLE = frozenset(word for word, measure in PERSON.items() if measure is Measure.PEOPLE)
"""Singular nouns for persons of whom no fate is told by the word."""
_ENDINGS, _NO_PERSONS = tuple(TABLE.noun.ending.person), TABLE.noun.ending.no_person


def names_person(noun: str) -> bool:
    """Whether an unknown noun has the ending of a person ("campaigner")."""
    return noun.endswith(_ENDINGS) and noun not in _NO_PERSONS


STATE, EVENT, TOLL = map(dict, map(_entries, (TABLE.state, TABLE.event, TABLE.toll)))
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
    for role, verbs in (("object", TABLE.verb.object), ("subject", TABLE.verb.subject)):
        for lemma, fate in _entries(verbs):
            third, past, participle, ing = inflect(lemma)
            for form in (third, ing, lemma, past, participle):
                out[form] = Verb(fate, role == "subject", form == participle, form == lemma, lemma)
    return out


VERB = _verbs()


def _phrases() -> dict[str, dict[str, Verb]]:
    out: dict[str, dict[str, Verb]] = {}
    for role, phrases in (("object", TABLE.phrase.object), ("subject", TABLE.phrase.subject)):
        for pair, fate in _entries(phrases):
            first, second = pair.split(" ")
            out.setdefault(first, {})[second] = Verb(fate, role == "subject", participle=False, base=False, lemma=first)
    return out


PHRASE = _phrases()
"""Lemma of a verb -> word beside it -> fate."""
ALIKE = dict(_entries(TABLE.alike))
"""Word beside a verb -> the one with which its phrase is entered."""

WORD = TABLE.word
"""Structure words, by the names of their lists."""
INCREMENT, REMAINDER, SUBSET = TABLE.role.increment, TABLE.role.remainder, TABLE.role.subset

NOUNS = frozenset({*FIXED, *BUILT, *PERSON, *THING})
PLAIN = frozenset(noun for noun in NOUNS - WORD.tolls - WORD.dead - {"round"} if "-" not in noun and (noun in THING or f"{noun}s" not in THING))
"""Nouns that say by themselves what is counted."""
GRAVEST = ("killed", "wounded", "casualties", "missing", "captured", "seized", "released")
"""Fates by which one victim is counted, the gravest first where several are told."""


def _written(words: set[str]) -> frozenset[str]:
    """Some words, those that stand for them, and the plurals of all."""
    words = words.union(word for word, other in ALIKE.items() if other in words)
    return frozenset((*words, *map(plural, words), *(word for word, noun in SINGULARS.items() if noun in words)))


BESIDE = {lemma: _written(set(seconds)) for lemma, seconds in PHRASE.items()}
"""Lemma of a verb -> the words without one of which it tells no phrase's fate."""


def _signs() -> Iterator[str]:
    """The words without which a sentence tells of no single victim, and of nobody: of a phrase the second, or its verb where that is a particle."""
    graves, particles = frozenset({*GRAVEST, "taken"}), TABLES.words.closed.function
    yield from (word for fates in (STATE, EVENT, TOLL) for word, fate in fates.items() if fate in graves)
    yield from (word for word, verb in VERB.items() if verb.fate in graves)
    phrases = [(lemma, second) for lemma, phrases in PHRASE.items() for second, verb in phrases.items() if verb.fate in graves]
    yield from _written({*WORD.wound, *(second for _, second in phrases if second not in particles), *(noun for noun, measure in FIXED.items() if measure in graves)})
    for lemma in (*WORD.outlives, *(lemma for lemma, second in phrases if second in particles)):
        yield from (lemma, *inflect(lemma))


SIGNS = frozenset(_signs())
