"""Who speaks: each quote's mention ("he", "Baros", "the statement", nothing) is led back to a name or a phrase of the document."""

from __future__ import annotations

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import Entity, EntityKind, Quote, QuoteKind

from ..grammar import syntax_of
from .bodies import body_again, coordinated, issuer, named_organisation, outlet, owned, phrase, watching
from .kinds import speaking_kind
from .mentions import Mention
from .name_words import TABLE
from .persons import (
    answering,
    bare_name,
    by_age,
    called_so,
    holder_of_role,
    introduced,
    named_later,
    named_person,
    nobody,
    relative,
    renamed,
    unnamed_again,
)
from .referents import AGED, BODY, DOCUMENT, HELD_BY, JOINED, KNOWN, NAMED, PRONOUNS, REACH, ROLE, TURN, Heuristic, Heuristics, Referent, Referents
from .salience import Stage, pronoun_neuter, pronoun_plural, pronoun_singular

__all__ = ["HEURISTICS", "TABLE", "Referents", "referents_of", "resolve"]

CLOSING = frozenset(["”", '"', "''", "’", "'", "»", "“"])
"""Marks with which quoted words end."""

OF_PHRASES: tuple[tuple[Heuristic, int], ...] = (
    (bare_name, NAMED),
    (issuer, DOCUMENT),
    (coordinated, JOINED),
    (named_person, NAMED),
    (renamed, NAMED | ROLE),
    (called_so, NAMED),
    (outlet, NAMED),
    (watching, BODY),
    (answering, TURN),
    (named_organisation, NAMED),
    (owned, HELD_BY),
    (unnamed_again, KNOWN),
    (holder_of_role, ROLE),
    (introduced, ROLE),
    (named_later, ROLE),
    (by_age, AGED),
    (body_again, BODY),
    (phrase, 0),
)
"""How a phrase is led back to a speaker, tried in this order where it has one of the marks."""

OF_PRONOUNS: tuple[Heuristic, ...] = (pronoun_singular, pronoun_neuter, pronoun_plural, relative, nobody)
"""How a pronoun is led back to somebody, tried in this order."""

HEURISTICS = Heuristics(OF_PRONOUNS, OF_PHRASES, Stage)


def beside(scene: Referents, quote: Quote) -> Referent | None:
    """Who is named right behind the comma of a quote whose verb is no verb of speech: "...," X was quoted by a paper."""
    doc = scene.doc
    end = doc.at[max(quote.content[-1].end - 1, 0)] + 1
    if end >= len(doc) or end < 2 or doc.toks[end - 2][0] != "," or doc.toks[end - 1][0] not in CLOSING:
        return None
    run = next(iter(scene.names.within(end, doc.bounds[end][1])), None)
    if run is not None and run.person >= 0 and run.first == end:
        return scene.person(run.person, run)
    return scene.tell(scene.mention(end, end + 1, scene.words(quote))) if doc.low[end] in ("he", "she") else None


def floating(scene: Referents, quote: Quote) -> Referent | None:
    """A quote that stands alone belongs to who is named right behind it, else to who spoke last, unless more than two paragraphs lie between."""
    if (named := beside(scene, quote)) is not None:
        return named
    if not scene.turns:
        return None
    last = scene.turns[-1]
    doc = scene.doc
    end = max(last.token, doc.at[max(last.quote.content[-1].end - 1, 0)])
    gap = doc.paragraph_of[doc.at[quote.content[0].start]] - doc.paragraph_of[end]
    return last.speaker if gap <= REACH else None


def resolve(doc: Document, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes with their sources resolved within the document; a source that cannot be told has no name."""
    if not quotes:
        return quotes
    scene = doc.kept["referents"] = Referents(doc, syntax_of(doc), quotes, HEURISTICS)
    return tuple(evolve(quote, source=_source(scene, quote, mention), via=_relay(scene, quote)) for quote, mention in zip(quotes, scene.mentions, strict=True))


def _relay(scene: Referents, quote: Quote) -> Entity | None:
    """Who relays a quote, led back to whoever is meant."""
    return scene.entity(quote.via.mention) if quote.via is not None and quote.via.mention is not None else None


def _source(scene: Referents, quote: Quote, mention: Mention | None) -> Entity | None:
    """Who says a quote; whoever is told has the floor from there on."""
    nobody_told = mention is None and (quote.kind is QuoteKind.INDIRECT or quote.rule == "colon")  # "it was reported that", "The dangers are clear:"
    speaker = None if nobody_told else floating(scene, quote) if mention is None else scene.tell(mention)
    span = quote.source.mention if quote.source and mention else None
    if speaker is None:
        return Entity(span, None) if span else None
    if speaker.kind is EntityKind.UNKNOWN and mention is not None and mention.head not in PRONOUNS:
        speaker = speaker._replace(kind=speaking_kind(mention.head))
    speaker = scene.once(speaker)
    token = scene.doc.at[quote.content[0].start] if mention is None else mention.start
    if not scene.inside[token]:
        scene.note(token, speaker, quote)
    return Entity(span, speaker.name, speaker.kind, speaker.anonymous, speaker.role)


def referents_of(doc: Document) -> Referents:
    """Who is who in a document: with the quotes that have been resolved in it, or with none."""
    found: Referents | None = doc.kept.get("referents")
    if found is None:
        found = doc.kept["referents"] = Referents(doc, syntax_of(doc), (), HEURISTICS)
    return found
