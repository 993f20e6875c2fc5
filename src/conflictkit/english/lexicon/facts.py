"""The words by which the roles of a fact are read, from ``facts.toml``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from conflictkit._lexicon import word_list

from ..tables import TABLES
from . import plurals
from .claims import BUILT, PERSON, THING, names_person
from .events import NOUN_LEMMA, VERB_KIND

TABLE: dict[str, Any] = TABLES.facts


def _words(table: str, key: str) -> tuple[str, ...]:
    return tuple(word_list(TABLE[table][key], f"facts.toml: {table}.{key}"))


LIGHT, SUFFERS, LOSES, LEAVES, REACHES, TAKES, RESPONSIBLE, GIVES, THROWS, EXPLODES, ENDURES, SPEAKS, TOGETHER, ASPECT, ANSWERS, ATTENDS, MEETS = (
    frozenset(_words("verb", key))
    for key in ("light", "suffers", "loses", "leaves", "reaches", "takes", "responsible", "gives", "throws", "explodes", "endures", "speaks", "together", "aspect", "answers", "attends", "meets")
)
MAKES = LIGHT | frozenset(_words("verb", "makes"))
"""Verbs whose subject does the act that they take."""
TARGET, NOUN_TARGET, AIMED = (_words("target", key) for key in ("any", "noun", "aimed"))
"""Prepositions before a target, the surest first: of a verb or the noun it takes, of an event noun, of a weapon that is thrown."""
NO_TARGET, PARTICLES = (frozenset(_words("target", key)) for key in ("none", "particle"))
ACT, WEAPON, STRIKE, MUTUAL, MEMBER, NUMBER, SERIES, SIDE, SUFFERED, OF_AGENT, TALK, ARMS, MINES, BANKS, ORDINALS, FORCE, RAIDS = (
    frozenset(_words("noun", key)) for key in ("act", "weapon", "strike", "mutual", "member", "number", "series", "side", "suffered", "of_agent", "talk", "arms", "mine", "bank", "ordinal", "force", "raid")
)
PLACE_NOUN, SITE, DIRECTION, PLACE_PREPOSITION, SURE_PREPOSITION, NO_PLACE, BEFORE_PLACE, PLACE_PART, REGION, TOWN = (
    frozenset(_words("place", key)) for key in ("noun", "site", "direction", "preposition", "sure", "none", "before", "part", "region", "town")
)

HARM = frozenset(lemma for lemma, (kind, _) in VERB_KIND.items() if kind == "ASSAULT") | frozenset(_words("verb", "harms"))
"""Verbs by which an attack or a weapon hurts, kills, destroys."""
TRUTH: dict[str, frozenset[str]] = {key: frozenset(_words("truth", key)) for key in TABLE["truth"]}
"""What words say of whether a fact holds."""
LISTED = SITE.union(ARMS, SERIES, PLACE_PART, BUILT, THING)
"""Nouns in the form in which they are looked up."""


@lru_cache(maxsize=50_000)
def singular(noun: str) -> str:
    """The singular of a noun; one that the tables list as it stands is its own ("headquarters", "series")."""
    return NOUN_LEMMA.get(noun) or (noun if noun in LISTED else plurals.singular(noun))


def is_act(noun: str) -> bool:
    """Whether a noun tells what is done, given or said, and no one or nothing that could suffer."""
    base = singular(noun)
    if base in PERSON or base in BUILT or base in THING or names_person(base):
        return False
    return base in ACT or base in STRIKE or base in NOUN_LEMMA
