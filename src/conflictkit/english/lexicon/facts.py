"""The words by which the roles of a fact are read, from ``facts.toml``."""

from __future__ import annotations

from functools import lru_cache

from ..tables import TABLES
from . import inflection
from .claims import BUILT, PERSON, THING, names_person
from .events import NOUN_LEMMA, VERB_KIND

VERBS, NOUNS, WHERE, TRUTH, PREPOSITIONS = TABLES.facts.verb, TABLES.facts.noun, TABLES.facts.place, TABLES.facts.truth, TABLES.facts.target
"""The lists of facts.toml by their names."""
PARTICLES = TABLES.grammar.use.particles
"""Before a preposition they are particles of the verb: "lashed out at"."""
TARGET, NOUN_TARGET, AIMED = PREPOSITIONS.any, PREPOSITIONS.noun, PREPOSITIONS.aimed
"""Prepositions before a target, the surest first: of a verb or the noun it takes, of an event noun, of a weapon that is thrown."""
ASPECT, SUFFERS, STRIKE, WEAPON = VERBS.aspect, VERBS.suffers, NOUNS.strike, NOUNS.weapon
ONE_SIDED = STRIKE - NOUNS.mutual
"""Attacks that one side does to another: no clashes."""
PLACE_NOUN, REGION = WHERE.noun, WHERE.region
SITE = WHERE.site | BUILT.keys() - WHERE.no_site - PLACE_NOUN
"""Buildings and other sites: a described place, no name."""
MAKES = VERBS.light | VERBS.makes
"""Verbs whose subject does the act that they take."""
HARM = frozenset(lemma for lemma, (kind, _) in VERB_KIND.items() if kind == "ASSAULT") | VERBS.harms
"""Verbs by which an attack or a weapon hurts, kills, destroys."""
LISTED = SITE.union(NOUNS.arms, NOUNS.series, WHERE.part, BUILT, THING)
"""Nouns in the form in which they are looked up."""


@lru_cache(maxsize=50_000)
def singular(noun: str) -> str:
    """The singular of a noun; one that the tables list as it stands is its own ("headquarters", "series")."""
    return NOUN_LEMMA.get(noun) or (noun if noun in LISTED else inflection.singular(noun))


@lru_cache(maxsize=50_000)
def is_act(noun: str) -> bool:
    """Whether a noun tells what is done, given or said, and no one or nothing that could suffer."""
    base = singular(noun)
    if base in PERSON or base in BUILT or base in THING or names_person(base):
        return False
    return base in NOUNS.act or base in STRIKE or base in NOUN_LEMMA
