"""A noun group as an entity: its words, its name, what sort of thing it is."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._models import Entity, EntityKind
from conflictkit.engine.syntax import NounGroup, Syntax
from conflictkit.english.lexicon.claims import BUILT, PERSON, THING, names_person
from conflictkit.english.lexicon.facts import STRIKE, WEAPON, singular
from conflictkit.english.speakers.name_words import NATIONS, ORG_HEADS, OUTLETS, ROLE_NOUNS, TABLE

MILITARY = frozenset(TABLE["military"]["nouns"].split())
GOVERNMENT = frozenset(TABLE["government"]["nouns"].split())
GROUPS = frozenset(TABLE["groups"]["nouns"].split())
ARTICLES = frozenset({"the", "a", "an"})


def entity_of(doc: Document, syntax: Syntax, group: NounGroup) -> Entity:
    """The entity of a noun group; a pronoun has no name."""
    mention = doc.span(group.start, group.end)
    if group.pronoun:
        return Entity(mention, None)
    first = group.start + 1 if doc.low[group.start] in ARTICLES and group.end - group.start > 1 else group.start
    return Entity(mention, doc.span(first, group.end).text, kind_of(doc, group), anonymous=not group.name and not _named(doc, group))


def kind_of(doc: Document, group: NounGroup) -> EntityKind:
    """What sort of thing a noun group names, by its head."""
    word = doc.low[group.head]
    base = singular(word)
    if word in MILITARY or base in MILITARY:
        return EntityKind.MILITARY
    if word in NATIONS or word in GOVERNMENT:
        return EntityKind.GOVERNMENT
    if word in OUTLETS:
        return EntityKind.MEDIA
    if word in ORG_HEADS:
        return EntityKind.ORGANIZATION
    if base in WEAPON or base in STRIKE or base in THING or base in BUILT:
        return EntityKind.THING
    if base in PERSON or word in GROUPS or base in ROLE_NOUNS or names_person(base):
        return EntityKind.GROUP if group.plural or word in GROUPS else EntityKind.PERSON
    return EntityKind.UNKNOWN


def _named(doc: Document, group: NounGroup) -> bool:
    """Whether a name stands in the group: "Israeli police"."""
    return any(doc.toks[k][0].isupper() for k in range(group.start, group.end) if k != group.determiner)
