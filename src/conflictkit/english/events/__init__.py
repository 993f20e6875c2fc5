"""Dated events: for each trigger its kind, the date that governs or reaches it, its factuality, actor, target and place."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import DatedEvent, DateExpression, Entity, EventKind, Factuality, Place, Quote, Span

from ..facts import Facts, facts_of
from ..grammar.lists import RELATIVE
from ..layout.sheets import heads
from ..lexicon.events import TABLE, Kind, known
from .dating import Dated, Link, anchors, precision
from .factuality import contents, factuality
from .kinds import kind_of
from .story import NO_DAY, Story
from .telling import SPEECH
from .triggers import describes, find_triggers

__all__ = ["TABLE", "find_events", "precision"]

MATERIAL = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST", "AID"})
"""PLOVER types of what is done somewhere: a place that suffers it is where it is done."""
KINDS: dict[str, EventKind] = {kind.value: kind for kind in EventKind}
VAGUE = frozenset({"combat", "fight", "fighting", "hostilities", "unrest"})
"""Nouns of what goes on: like those of what is said or agreed an event only where somebody, somewhere or a date stands with it."""
STATES = frozenset({"ACCUSE", "AGREE", "CONSULT", "SANCTION", "SUPPORT"})
"""Kinds of nouns that also name what lasts: "the deal", "the talks"."""
HELD = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})


def find_events(doc: Document, dates: Sequence[DateExpression], quotes: Sequence[Quote], published: dt.date | None) -> tuple[DatedEvent, ...]:
    """The dated events of a document in text order by trigger; a trigger that several dates govern gives several.

    A trigger outside the PLOVER types, and a noun of what lasts ("war"), is an event only where a date governs it.
    """
    low = doc.low
    spans = [Dated(doc.at(d.span.start), doc.at(d.span.end - 1) + 1, d) for d in dates if d.span.end > d.span.start]
    inside = {k for d in spans for k in range(d.a, d.b)} | heads(doc)
    words = list(low)
    for k in inside:
        words[k] = ""
    said = contents(doc, quotes)
    speakers = {quote.cue.start: quote.source for quote in quotes if quote.cue and quote.source and quote.source.mention}
    facts = facts_of(doc)
    forms = find_triggers(doc, facts.syntax, inside)
    story = Story(doc, facts.syntax, forms, inside, published)
    events: list[tuple[int, DatedEvent]] = []
    for n, lo, hi, order, near in _sentences(doc, list(forms), spans):
        near = [d for d in near if anchors(doc, d, lo)]
        ruled = story.governed(near, order) if near and order else {}
        story.begin(n, ruled, near, order)
        verbs = story.carriers(ruled, order)
        light: tuple[int, Kind | None] = (-9, None)  # the last verb
        for k in order:
            form, word = forms[k], known(low[k])
            links = ruled.get(k)
            noun = form == "noun"
            kind = kind_of(words, k, form, word, facts) if word.kinds[noun] or form == "modal" else None
            verb = verbs.get(k, k)
            if verb != k and verb >= 0 and kind is None:
                kind = kind_of(words, verb, forms[verb], known(low[verb]), facts)
            if noun:
                if kind is not None and kind == light[1] and links is None and facts.lends(light[0], k):
                    story.hear(k, kind, story.reach(k))
                    continue
            else:
                light = (k, kind)
                if verb < 0:
                    continue
            if links is None:
                if kind is None or noun and word.lasting or not noun and (describes(facts.syntax, k) or facts.only_lends(k)):
                    continue
                links = [story.reach(k) or NO_DAY]
            story.hear(k, kind, links[-1])
            quote, begins, _ = said[k] or (None, lo, hi)
            fact, source = factuality(facts.truth, words, k, lo, quote, opens=noun and light[0] < max(lo, begins))
            start = doc.off[k]
            asked = form == "modal" and (word.kind is None or word.kind[0] != "REQUEST")
            who = _roles(facts, k, kind, quote, speakers.get(start), asked=asked) if kind or k in ruled or start in speakers else NO_ROLES
            if noun and k not in ruled and who[:3] == NO_ROLES[:3] and _lasts(word.noun, kind) and not facts.takes_place(k):
                continue
            tok = doc.toks[k].rstrip(" ")
            span = Span(start, start + len(tok), tok)
            name, mode = (KINDS[kind[0]], kind[1]) if kind else (None, None)
            for when, first, last, origin, rule in links:
                events.append((k, DatedEvent(span, name, mode, when, first, last, precision(first, last), origin, fact, source, *who, rule)))
    story.settle({k for k, event in events if event.factuality in HELD})
    return tuple([_redated(event, story.later.get(k)) for k, event in events])


def _lasts(noun: str, kind: Kind | None) -> bool:
    """Whether a noun may name what lasts instead of what happened: "fighting", "the truce", "the deal"."""
    return noun in VAGUE or kind is not None and (kind[0] in STATES or kind[1] == "ceasefire")


Roles = tuple[Entity | None, Entity | None, Place | None, Span | None]
"""Actor, target, place, means."""
NO_ROLES: Roles = (None, None, None, None)


def _roles(facts: Facts, k: int, kind: Kind | None, quote: Quote | None, speaker: Entity | None, *, asked: bool) -> Roles:
    """The roles of the fact at token k as records; whoever must do it is the target of who says so; the speaker of a quote is who says it."""
    told = facts.at(k)
    actor, target = facts.actor(told), facts.target(told)
    spoken = kind is not None and (kind[0] in SPEECH or kind[0] == "SANCTION")
    place = facts.place_of_words(told) if spoken else facts.place(told, target=kind is None or kind[0] in MATERIAL or kind[1] == "visit")
    if asked and kind is not None and kind[0] == "REQUEST":
        actor, target = quote.source if quote is not None else None, actor or target  # "the guild must disarm, Norland said"
    return speaker if speaker is not None and _speaks(facts, k, speaker) else actor, target, place, facts.means(told)


def _speaks(facts: Facts, token: int, speaker: Entity) -> bool:
    """Whether the speaker of a quote is who does what its verb tells: no relative pronoun, nobody who "was warned that"."""
    verb = facts.syntax.verb_at(token)
    told = verb is not None and verb.passive and verb.clause is not None and verb.clause.agent is None
    return not told and (speaker.mention is None or speaker.mention.text.lower() not in RELATIVE)


def _redated(event: DatedEvent, link: Link | None) -> DatedEvent:
    """The event with the day that a later sentence gives it."""
    if link is None:
        return event
    return evolve(
        event, when=link.when, first=link.first, last=link.last, date_precision=precision(link.first, link.last), date_source=link.source, rule=link.rule
    )


def _sentences(doc: Document, order: list[int], dates: list[Dated]) -> Iterator[tuple[int, int, int, list[int], list[Dated]]]:
    """The sentences that hold a trigger or a date: number, first token, one past the last, its triggers, its dates."""
    starts = doc.sentences
    far = len(doc)
    i = j = 0
    while i < len(order) or j < len(dates):
        n = doc.sentence(min(order[i] if i < len(order) else far, dates[j].a if j < len(dates) else far))
        hi = starts[n + 1] if n + 1 < len(starts) else far
        a, b = i, j
        i = bisect_left(order, hi, i)
        while j < len(dates) and dates[j].a < hi:
            j += 1
        yield n, starts[n], hi, order[a:i], dates[b:j]
