"""What sort of thing a noun or a name tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import NounGroup, Role

from ..grammar.lists import NUMERALS, SPEAKING
from ..lexicon.claims import BUILT, PERSON, THING, names_person
from ..lexicon.facts import NOUNS, SITE, STRIKE, WEAPON, WHERE, singular
from .mentions import Name
from .name_words import GENDERED, NATIONS, NO_ROLE, ORG_HEADS, OUTLETS, PEOPLES, ROLE_NOUNS, TABLE

MILITARY = TABLE.military.nouns
GOVERNMENT = TABLE.government.nouns
GROUPS = TABLE.groups.nouns
MEDIA = TABLE.media.nouns
PAPERS = TABLE.media.names
DOCUMENTS = TABLE.documents.nouns
BODIES = TABLE.organizations.group
"""Nouns for a body: "the agency", "the movement"."""
SEATS = TABLE.government.seats
"""Words that make a name one of a government."""

BY_NOUN: dict[str, EntityKind] = {
    **dict.fromkeys(BODIES | ORG_HEADS, EntityKind.ORGANIZATION),
    **dict.fromkeys(GOVERNMENT.union(NATIONS), EntityKind.GOVERNMENT),
    **dict.fromkeys(DOCUMENTS, EntityKind.DOCUMENT),
    **dict.fromkeys(OUTLETS | MEDIA, EntityKind.MEDIA),
    **dict.fromkeys(GROUPS | PEOPLES, EntityKind.GROUP),
    **dict.fromkeys(MILITARY, EntityKind.MILITARY),
    **dict.fromkeys(ROLE_NOUNS, EntityKind.PERSON),
}
"""Nouns and what they name; of a noun that stands in several lists the last one counts."""
OF_PRONOUN: dict[str, EntityKind] = {
    **dict.fromkeys(SPEAKING.union(GENDERED), EntityKind.PERSON),
    **dict.fromkeys(("our", "them", "their", "they", "us", "we"), EntityKind.GROUP),
}
"""What sort of thing a pronoun stands for whose noun is not told; "it" may be any."""
THINGS = WEAPON.union(STRIKE, THING, BUILT, SITE, NOUNS.arms, WHERE.noun)
"""Singular nouns for what has no will: weapons, what they do, buildings and other places."""


@lru_cache(maxsize=20_000)
def noun_kind(noun: str) -> EntityKind:
    """What sort of thing a noun in small letters names."""
    if noun in BY_NOUN:
        return BY_NOUN[noun]
    base = singular(noun)
    told = BY_NOUN.get(base, EntityKind.UNKNOWN) if base not in NATIONS else EntityKind.UNKNOWN
    if base in NOUNS.force or told is EntityKind.MILITARY:
        return EntityKind.MILITARY
    if told is EntityKind.DOCUMENT:
        return told
    if base in THINGS:
        return EntityKind.THING
    if base in PERSON or base in ROLE_NOUNS or names_person(base) and noun not in NO_ROLE:
        return EntityKind.PERSON if noun == base else EntityKind.GROUP
    return told


SPEAKERS = {**dict.fromkeys(TABLE.speaking.organization, EntityKind.ORGANIZATION), **dict.fromkeys(TABLE.speaking.document, EntityKind.DOCUMENT)}
"""Nouns that name a body or a document only where it speaks."""


def speaking_kind(noun: str) -> EntityKind:
    """What sort of speaker the head of a phrase tells that names nothing of a known kind: also numbers of people ("62 percent", "the two")."""
    number = noun == "percent" or noun[0].isdigit() or noun in NUMERALS
    return EntityKind.GROUP if number else SPEAKERS.get(noun, EntityKind.UNKNOWN)


def group_kind(noun: str, group: NounGroup | None) -> EntityKind:
    """What sort of thing a noun group with this head names; whatever suffers as a building does is one ("the hospital was hit")."""
    return EntityKind.THING if singular(noun) in BUILT and suffers(group) else noun_kind(noun)


def suffers(group: NounGroup | None) -> bool:
    """Whether something is done to a noun group."""
    return group is not None and any(role is Role.OBJECT or role is Role.SUBJECT and clause.verb.passive for clause, role in group.roles)


def name_kind(run: Name, words: Sequence[str]) -> EntityKind:
    """What sort of body a name is, by its words."""
    last, press = words[-1], words[-2:-1] in (["news"], ["press"])
    if run.kind == "media" or last in MEDIA or words[0] == "radio" or last in PAPERS or (last == "agency" and press):
        return EntityKind.MEDIA
    if run.kind == "place" or not SEATS.isdisjoint(words):
        return EntityKind.GOVERNMENT
    if not MILITARY.isdisjoint(words):
        return EntityKind.MILITARY
    told = noun_kind(last) if run.kind == "other" else EntityKind.UNKNOWN
    if told not in (EntityKind.UNKNOWN, EntityKind.PERSON) and (len(words) == 1 or last in THINGS):
        return told  # "Guardsmen", "Lenz Village"; not "Tavar Bridges", "Shia"
    if run.kind == "other" and last.endswith("s") and not last.endswith("ss"):
        return EntityKind.GROUP
    return EntityKind.ORGANIZATION if run.kind == "org" or last in ORG_HEADS else EntityKind.UNKNOWN
