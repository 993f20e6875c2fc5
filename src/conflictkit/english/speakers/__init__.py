"""Who speaks: each quote's mention ("he", "Baros", "the statement", nothing) is led back to a name or a phrase of the document."""

from __future__ import annotations

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import Entity, Quote
from conflictkit.english.speakers.bodies import body_again, coordinated, issuer, named_organisation, outlet, phrase
from conflictkit.english.speakers.name_words import TABLE
from conflictkit.english.speakers.names import find_names
from conflictkit.english.speakers.persons import (
    apposed_name,
    bare_name,
    holder_of_role,
    introduced,
    named_later,
    named_person,
    nobody,
    relative,
    role_of_neighbour,
    unnamed_again,
)
from conflictkit.english.speakers.pronouns import pronoun_neuter, pronoun_plural, pronoun_singular, subject_role
from conflictkit.english.speakers.scene import PRONOUNS, REACH, Heuristic, Referent, Scene, read_mention

__all__ = ["HEURISTICS", "TABLE", "resolve"]

CLOSING = frozenset(["”", '"', "''", "’", "'", "»", "“"])
"""Marks with which quoted words end."""

PHRASES: tuple[Heuristic, ...] = (
    bare_name,
    issuer,
    coordinated,
    named_person,
    role_of_neighbour,
    apposed_name,
    outlet,
    named_organisation,
    unnamed_again,
    holder_of_role,
    introduced,
    named_later,
    body_again,
    phrase,
)
"""How a phrase is led back to a speaker, tried in this order."""

HEURISTICS: tuple[Heuristic, ...] = (
    subject_role,
    pronoun_singular,
    pronoun_neuter,
    pronoun_plural,
    relative,
    nobody,
    *PHRASES,
)
"""How any mention is led back to a speaker, tried in this order."""


def beside(scene: Scene, quote: Quote) -> Referent | None:
    """Who is named right behind the comma of a quote whose verb is no verb of speech: "...," X was quoted by a paper."""
    doc = scene.doc
    end = doc.at(max(quote.content[-1].end - 1, 0)) + 1
    if end >= len(doc) or end < 2 or doc.toks[end - 2][0] != "," or doc.toks[end - 1][0] not in CLOSING:
        return None
    run = next(iter(scene.names.within(end, end + 4)), None)
    if run is not None and run.person >= 0 and run.first == end:
        return scene.person(run.person, run)
    return scene.tell(read_mention(doc, doc.span(end, end + 1), quote), HEURISTICS) if doc.low[end] in ("he", "she") else None


def floating(scene: Scene, quote: Quote) -> Referent | None:
    """A quote that stands alone belongs to who is named right behind it, else to who spoke last, unless more than two paragraphs lie between."""
    if (named := beside(scene, quote)) is not None:
        return named
    if not scene.turns:
        return None
    last = scene.turns[-1]
    doc = scene.doc
    end = max(last.token, doc.at(max(last.quote.content[-1].end - 1, 0)))
    gap = doc.paragraph(doc.at(quote.content[0].start)) - doc.paragraph(end)
    return last.speaker if gap <= REACH else None


def resolve(doc: Document, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes with their sources resolved within the document; a source that cannot be told has no name."""
    if not quotes:
        return quotes
    mentions = [read_mention(doc, q.source.mention, q) if q.source and q.source.mention and q.source.mention.end > q.source.mention.start else None for q in quotes]
    spoken = frozenset(m.head_end for m in mentions if m)
    scene = Scene(doc, find_names(doc, spoken), quotes, mentions, PHRASES)
    out: list[Quote] = []
    for quote, mention in zip(quotes, mentions, strict=True):
        if mention is None:
            speaker = floating(scene, quote)
            token = doc.at(quote.content[0].start)
            span = None
        else:
            alone = mention.end - mention.start == 1 and mention.head in PRONOUNS
            speaker = scene.tell(mention, HEURISTICS if alone else PHRASES)
            token = mention.start
            span = quote.source.mention if quote.source else None
        if speaker is None:
            source = Entity(span, None) if span else None
        else:
            speaker = scene.once(speaker)
            if not scene.inside(token):
                scene.note(token, speaker, quote)
            source = Entity(span, speaker.name, speaker.kind, speaker.anonymous, speaker.role)
        out.append(evolve(quote, source=source))
    return tuple(out)
