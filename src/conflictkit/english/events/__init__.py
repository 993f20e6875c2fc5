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
from ..lexicon.events import TABLE, Kind, compound_kind, known
from .factuality import contents, factuality
from .kinds import is_duty, kind_of
from .links import SPEECH, WORDS, Dated, Link, anchors, is_within_a_day, precision, whole
from .retold import NO_DAY
from .story import Story
from .triggers import before, describes, find_triggers

__all__ = ["TABLE", "find_events", "precision"]

MATERIAL = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST", "AID"})
"""PLOVER types of what is done somewhere: a place that suffers it is where it is done."""
KINDS: dict[str, EventKind] = {kind.value: kind for kind in EventKind}
STATES = frozenset({"ACCUSE", "AGREE", "CONSULT", "SANCTION", "SUPPORT"})
"""Kinds of nouns that also name what lasts: "the deal", "the talks"."""
HELD = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})


def find_events(doc: Document, dates: Sequence[DateExpression], quotes: Sequence[Quote], published: dt.date | None) -> tuple[DatedEvent, ...]:
    """The dated events of a document in text order by trigger; a trigger that several dates govern gives several.

    A trigger outside the PLOVER types, and a noun of what lasts ("war"), is an event only where a date governs it.
    """
    spans = [Dated(doc.at[d.span.start], doc.at[d.span.end - 1] + 1, d) for d in dates if d.span.end > d.span.start]
    reader = _Reader(doc, spans, quotes, published)
    for sentence in _sentences(doc, list(reader.forms), spans):
        reader.read(*sentence)
    return reader.settled()


class _Reader:
    """Reads a document sentence by sentence; what it has heard dates what comes."""

    def __init__(self, doc: Document, dates: Sequence[Dated], quotes: Sequence[Quote], published: dt.date | None) -> None:
        inside = heads(doc).union(*[range(d.a, d.b) for d in dates])
        self._doc = doc
        self._published = published
        self._words = list(doc.low)
        for k in inside:
            self._words[k] = ""
        self._said = contents(doc, quotes)
        self._speakers = {quote.cue.start: quote.source for quote in quotes if quote.cue and quote.source and quote.source.mention}
        self._facts = facts_of(doc)
        self.forms = find_triggers(doc, self._facts.syntax, inside)
        self._story = Story(doc, self._facts.syntax, self.forms, inside, published)
        self._kinded = {k for k, form in self.forms.items() if form == "modal" or known(doc.low[k]).kinds[form == "noun"]}
        """The triggers that may have a kind."""
        self._events: list[tuple[int, DatedEvent]] = []
        self._verb: tuple[int, Kind | None] = NO_VERB

    def read(self, n: int, lo: int, hi: int, order: list[int], near: list[Dated]) -> None:
        """Read one sentence: its number, first token, one past the last, triggers and dates."""
        dates = [d for d in near if anchors(self._doc, self._facts.syntax, d, lo)]
        ruled = self._story.governed(dates, order) if dates and order else {}
        self._story.begin(n, ruled, dates, order)
        verbs = self._story.carriers(ruled, order) if ruled else {}
        self._verb = NO_VERB
        for k in order:
            if k in self._kinded or k in ruled or k in verbs:
                self._trigger(k, verbs.get(k, k), ruled.get(k), lo, hi)
            elif self.forms[k] != "noun":
                self._verb = k, None

    def settled(self) -> tuple[DatedEvent, ...]:
        """All events, those before a day at the day that a later sentence gives them."""
        self._story.settle({k for k, event in self._events if event.factuality in HELD})
        later = self._story.later
        return tuple([_redated(event, later[k]) if k in later else event for k, event in self._events])

    def _trigger(self, k: int, carrier: int, links: Sequence[Link] | None, lo: int, hi: int) -> None:
        """One trigger with the verb that carries it (itself, or -1 where it carries a noun) and the dates that govern it."""
        kind = self._kind(k, carrier)
        if self.forms[k] != "noun":
            self._verb = k, kind
            if carrier < 0:
                return
        elif links is None and kind is not None and kind == self._verb[1] and self._facts.lends(self._verb[0], k):
            self._story.hear(k, kind, self._story.reach(k))
            return
        told = links
        if told is None:
            if kind is None or not self._happens(k):
                return
            told = [self._story.reach(k) or NO_DAY]
        elif told[-1].first is None and is_within_a_day(told) and (day := self._story.reach(k)) is not None:
            told = [told[-1]._replace(first=day.first, last=day.last)]
        self._story.hear(k, kind, whole(told))
        self._tell(k, kind, told, lo, hi, dated=links is not None)

    def _kind(self, k: int, carrier: int) -> Kind | None:
        """The kind of a trigger, or else of the verb that carries it."""
        kind = kind_of(self._words, k, self.forms[k], known(self._doc.low[k]), self._facts) if k in self._kinded else None
        if kind is None and carrier not in (k, -1):
            kind = kind_of(self._words, carrier, self.forms[carrier], known(self._doc.low[carrier]), self._facts)
        return kind

    def _happens(self, k: int) -> bool:
        """Whether a trigger of some kind that no date governs is an event: it lasts not, or a compound tells which it is ("death threats"), describes and lends nothing."""
        if self.forms[k] == "noun":
            word, group = known(self._doc.low[k]), self._facts.syntax.group_at(k)
            return not word.lasting or group is not None and compound_kind(word.noun, before(self._doc.low, group)) is not None
        return not describes(self._facts.syntax, k) and not self._facts.only_lends(k)

    def _tell(self, k: int, kind: Kind | None, links: Sequence[Link], lo: int, hi: int, *, dated: bool) -> None:
        """Write the events of a trigger, one for each date."""
        doc, facts, form, word = self._doc, self._facts, self.forms[k], known(self._doc.low[k])
        quote, begins, _ = self._said[k] or (None, lo, hi)
        noun = form == "noun"
        fact, source = factuality(facts.truth, self._words, k, lo, quote, opens=noun and self._verb[0] < max(lo, begins))
        start = doc.off[k]
        asked = form == "modal" and (word.kind is None or word.kind[0] != "REQUEST") and self._must(k)
        speaker = self._speakers.get(start)
        who = _roles(facts, k, kind, quote, speaker, asked=asked) if kind or dated or start in self._speakers else NO_ROLES
        if noun and not dated and who[:3] == NO_ROLES[:3] and _lasts(word.noun, kind) and not facts.takes_place(k):
            return
        tok = doc.toks[k].rstrip(" ")
        span = Span(start, start + len(tok), tok)
        name, mode = (KINDS[kind[0]], kind[1]) if kind else (None, None)
        if name is EventKind.ASSAULT and mode is None:
            mode = facts.mode(facts.at(k))
        before = None
        for when, first, last, origin, rule in links:
            if before is not None and when is not None and who[2] is not None:
                who = (*who[:2], facts.place_between(before.span, when.span) or who[2], who[3])
            before = when
            held = Factuality.PLANNED if fact in HELD and self._is_to_come(first) else fact  # "talks open on Saturday"
            self._events.append((k, DatedEvent(span, name, mode, when, first, last, precision(first, last), origin, held, source, *who, rule)))

    def _is_to_come(self, day: dt.date | None) -> bool:
        return day is not None and self._published is not None and day > self._published

    def _must(self, k: int) -> bool:
        """Whether a verb tells a duty."""
        clause = self._facts.syntax.clause_of(k)
        return clause is not None and is_duty(clause, self._doc.low[clause.verb.start : k])


NO_VERB: tuple[int, Kind | None] = (-9, None)


def _lasts(noun: str, kind: Kind | None) -> bool:
    """Whether a noun may name what lasts instead of what happened: "fighting", "the truce", "the deal"."""
    return noun in WORDS.ongoing or kind is not None and (kind[0] in STATES and noun not in TABLE.plain.single or kind[1] == "ceasefire")


Roles = tuple[Entity | None, Entity | None, Place | None, Span | None]
"""Actor, target, place, means."""
NO_ROLES: Roles = (None, None, None, None)


def _roles(facts: Facts, k: int, kind: Kind | None, quote: Quote | None, speaker: Entity | None, *, asked: bool) -> Roles:
    """The roles of the fact at token k as records; whoever must do it is the target of who says so; the speaker of a quote is who says it."""
    told = facts.at(k)
    actor, target = facts.actor(told), facts.target(told)
    ruled = kind is not None and kind[0] == "SANCTION"
    spoken = ruled or kind is not None and kind[0] in SPEECH
    place = facts.place_of_words(told, ruled=ruled) if spoken else facts.place(told, target=kind is None or kind[0] in MATERIAL or kind[1] == "visit")
    if asked and kind is not None and kind[0] == "REQUEST":
        actor, target = quote.source if quote is not None else None, actor or target  # "the guild must disarm, Norland said"
    return speaker if speaker is not None and _speaks(facts, k, speaker) else actor, target, place, facts.means(told)


def _speaks(facts: Facts, token: int, speaker: Entity) -> bool:
    """Whether the speaker of a quote is who does what its verb tells: no relative pronoun, nobody who "was warned that"."""
    verb = facts.syntax.verb_at(token)
    told = verb is not None and verb.passive and verb.clause is not None and verb.clause.agent is None
    return not told and (speaker.mention is None or speaker.mention.text.lower() not in RELATIVE)


def _redated(event: DatedEvent, link: Link) -> DatedEvent:
    """The event with the day that a later sentence gives it."""
    return evolve(
        event, when=link.when, first=link.first, last=link.last, date_precision=precision(link.first, link.last), date_source=link.source, rule=link.rule
    )


def _sentences(doc: Document, order: list[int], dates: list[Dated]) -> Iterator[tuple[int, int, int, list[int], list[Dated]]]:
    """The sentences that hold a trigger or a date: number, first token, one past the last, its triggers, its dates."""
    starts = doc.sentences
    far = len(doc)
    i = j = 0
    while i < len(order) or j < len(dates):
        n = doc.sentence_of[min(order[i] if i < len(order) else far, dates[j].a if j < len(dates) else far)]
        hi = starts[n + 1] if n + 1 < len(starts) else far
        a, b = i, j
        i = bisect_left(order, hi, i)
        while j < len(dates) and dates[j].a < hi:
            j += 1
        yield n, starts[n], hi, order[a:i], dates[b:j]
