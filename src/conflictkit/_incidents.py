"""Which mentions tell of one incident, and what its record holds: over records alone, for any language.

A language gives its :class:`Mention` values in text order with their status and cues; :func:`chains` joins them, :func:`incident` makes the
record of a chain.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import define, field

from conflictkit._models import (
    HAPPENED,
    DatedEvent,
    DateSource,
    Entity,
    EntityKind,
    EventKind,
    Factuality,
    Incident,
    Measure,
    NumericClaim,
    Place,
    Salience,
    Span,
)
from conflictkit._tolls import make_tolls

LEAD = 3
"""The first act of so many sentences is what the report is about."""
LOOK_BACK = 12
"""With how many earlier chains of a report a mention is compared."""

SURE = 3
"""Evidence from which on a mention belongs to a chain wherever it stands: the same number of the same measure."""
ACTORS, TARGETS = 1, 2
"""How many actors and targets an incident has at most; more are rather those of another one."""
LONG_AGO = 7
"""A day so long before what an undated incident was told on is another one's."""


class Status(Enum):
    """What a mention is, before anything is joined. Only acts open or join incidents."""

    ACT = "act"
    SERIES = "series"  # many over a time: "attacks", "so far this year", "the war"
    HABIT = "habit"  # a purpose or what usually happens: "to attack", "attacks that threaten"
    NOT_HELD = "not held"  # denied, doubted, planned, hypothetical


@define(eq=False)
class Mention:
    """What a clause tells of something that happened, in one word or several ("an attack that killed"), with what stands around it."""

    at: int
    """Code point of the first trigger."""
    sentence: int
    status: Status
    family: str
    """Mentions of different families are different incidents: violence, protest, else the kind."""
    events: tuple[DatedEvent, ...]
    claims: list[NumericClaim] = field(factory=list)
    harm: bool = False
    """It tells what an act did: "killed", "was destroyed"."""
    definite: bool = False
    """A definite noun: "the attack"."""
    indefinite: bool = False
    """A noun that opens: "an attack", "another blast"."""
    other: bool = False
    """Its clause sets it apart from what that tells: "after the attack"."""
    apart: bool = False
    """Its sentence sets it apart from what was told before: "Meanwhile", "in a separate"."""
    opens: bool = True
    """Whether it can open an incident."""
    alone: bool = False
    """Another sentence does not simply go on with it: a visit, a release, a deal."""
    place: Place | None = None
    """Where, if that is a name finer than a country."""
    acts: frozenset[str] = frozenset()
    """What was done, by the roots of its words: "the explosion" is what exploded before."""
    names: frozenset[str] = frozenset()
    """Names of its part of the sentence, in small letters."""
    words: Sequence[str] = ()
    """Its part of the sentence, in small letters."""

    days: tuple[dt.date, dt.date] | None = field(init=False)
    """The days that the text itself gives it; inherited and publication days are no evidence. A number alone has those it holds for, if
    they are a longer time: a toll of Wednesday may be that of Monday's attack."""
    figures: set[tuple[str, float]] = field(init=False)
    """Measure and figure of its numbers from two on: they tell the same thing again."""
    modes: set[str | None] = field(init=False)
    actors: set[str] = field(init=False)
    """Words of the names of those who act, and so on."""
    targets: set[str] = field(init=False)
    victims: set[str] = field(init=False)
    """Words of the names of those who suffer, where they may be persons."""

    def __attrs_post_init__(self) -> None:
        own = ((e.first, e.last) for e in self.events if e.date_source is DateSource.TEXT and e.first and e.last)
        counted = ((c.when.first, c.when.last) for c in self.claims if not self.events and c.when is not None and c.when.first and c.when.last)
        self.days = next(own, None) or next((days for days in counted if days[0] < days[1]), None)
        self.figures = {(str(c.measure), n) for c in self.claims if (n := c.quantity.best or c.quantity.low) is not None and n > 1}
        self.modes = {e.mode for e in self.events} - {None}
        self.actors = {word for e in self.events if e.actor is not None and e.actor.name for word in words(e.actor.name)}
        targets = [e.target for e in self.events if e.target is not None and e.target.name]
        self.targets = {word for who in targets for word in words(who.name or "")}
        persons = [who.name or "" for who in targets if who.kind in (EntityKind.PERSON, EntityKind.UNKNOWN)]
        self.victims = {word.lower() for name in persons for word in name.split()[-2:] if word[0].isupper()}


@define(eq=False)
class Chain:
    """The mentions of one incident, in text order, and what the first of them tell."""

    mentions: list[Mention] = field(factory=list)
    core: bool = False
    days: set[tuple[dt.date, dt.date]] = field(factory=set)
    places: list[Place] = field(factory=list)
    acts: set[str] = field(factory=set)
    names: set[str] = field(factory=set)
    figures: set[tuple[str, float]] = field(factory=set)
    modes: set[str | None] = field(factory=set)
    actors: set[str] = field(factory=set)
    targets: set[str] = field(factory=set)
    victims: set[str] = field(factory=set)
    told: dt.date | None = None
    """A day on which one of them was told or happened, where the text gives it none of its own."""

    @property
    def family(self) -> str:
        return self.mentions[0].family

    def add(self, mention: Mention) -> None:
        """One more mention; what the first ones tell is what later ones are compared with."""
        self.mentions.append(mention)
        if len(self.mentions) > LOOK_BACK:
            return
        if mention.days is not None:
            self.days.add(mention.days)
        if mention.place is not None:
            self.places.append(mention.place)
        self.acts |= mention.acts
        self.names |= mention.names
        self.figures |= mention.figures
        self.modes |= mention.modes
        self.actors |= mention.actors
        self.targets |= mention.targets
        self.victims |= mention.victims
        self.told = self.told or next((e.first for e in mention.events if e.first), None)

    def other_days(self, mention: Mention) -> bool:
        """Whether the text gives the mention other days than the chain; where the chain has none, days far before it was told."""
        if mention.days is None:
            last = next((e.last for e in mention.events if e.date_source is DateSource.INHERITED and e.last), None)
            return last is not None and self.told is not None and (self.told - last).days > LONG_AGO
        if self.days:
            return mention.days not in self.days
        return self.told is not None and (self.told - mention.days[1]).days > LONG_AGO

    def contradicts(self, mention: Mention) -> bool:
        """Whether the text gives the mention other days, another place, another victim, or the reverse: who suffered acts, who acted suffers."""
        if self.other_days(mention):
            return True
        if mention.place is not None and self.places and all(elsewhere(mention.place, there) for there in self.places):
            return True
        new = mention.days is not None and not self.days and self.names.isdisjoint(mention.victims)  # "the battle of Dural in 2023"
        return mention.definite and bool(self.victims or new) and bool(mention.victims) and self.victims.isdisjoint(mention.victims)

    def other_means(self, mention: Mention) -> bool:
        """Whether it was done otherwise: both tell how, and not alike."""
        return bool(self.modes) and bool(mention.modes) and self.modes.isdisjoint(mention.modes)

    def evidence(self, mention: Mention) -> int:
        """How much says that the mention belongs here: a number with its measure, names in common."""
        return 3 * (not self.figures.isdisjoint(mention.figures)) + min(2, len(self.names & mention.names))


def elsewhere(place: Place, other: Place) -> bool:
    """Whether the text says of two places neither that they are one nor that one lies in the other."""
    here, there = words(place.name), words(other.name)
    return here.isdisjoint(there.union(*map(words, other.within))) and there.isdisjoint(here.union(*map(words, place.within)))


def words(name: str) -> set[str]:
    """The words of a name, in small letters."""
    return {word for word in name.lower().split() if len(word) > 2}  # noqa: PLR2004


# --- joining -----------------------------------------------------------------------------------------------------------


def chains(mentions: Iterable[Mention], lead: int) -> list[Chain]:
    """The acts of a report joined into incidents, a focus moving sentence by sentence.

    ``lead`` is the number of the first sentence that tells anything.
    """
    found: dict[str, list[Chain]] = defaultdict(list)
    focus: dict[str, Chain] = {}
    for mention in mentions:
        if mention.status is not Status.ACT:
            continue
        told, at = found[mention.family], focus.get(mention.family)
        chain = _joined(mention, told, at)
        if chain is None:
            if not mention.opens:
                continue
            chain = Chain()
            told.append(chain)
        chain.add(mention)
        if at is None or at.mentions[-1].sentence != mention.sentence or at.mentions[-1].other:
            focus[mention.family] = chain
    made = sorted((chain for told in found.values() for chain in told), key=lambda chain: chain.mentions[0].at)
    _mark_core(made, lead)
    return made


def _joined(mention: Mention, told: list[Chain], focus: Chain | None) -> Chain | None:
    """The chain that a mention belongs to; None where it opens one."""
    if focus is None:
        return None
    here = focus.mentions[-1].sentence == mention.sentence
    if not mention.events and focus.other_days(mention):
        return None
    if here and not mention.other and not focus.other_days(mention) and (mention.harm or focus.mentions[-1].harm or mention.definite):
        return focus
    near = [chain for chain in reversed(told[-LOOK_BACK:]) if not chain.contradicts(mention)]
    best = max(near, key=lambda chain: chain.evidence(mention), default=None)
    strength = best.evidence(mention) if best is not None else 0
    if strength >= SURE and not mention.apart:
        return best
    if here or mention.indefinite or mention.apart or focus.other_days(mention):
        return best if strength > 1 else None
    if mention.definite and focus.acts.isdisjoint(mention.acts) and (named := next((chain for chain in reversed(near) if not chain.acts.isdisjoint(mention.acts)), None)):
        return named
    if mention.definite:
        return focus if focus in near and focus.evidence(mention) >= strength else best if strength else None
    if mention.alone or mention.days and mention.place and not focus.days and not focus.places:
        return best if strength > 1 else None
    return focus if focus in near and (strength or not focus.other_means(mention)) else best if strength else None


def _mark_core(made: list[Chain], lead: int) -> None:
    """The lead: the first act of the first sentences, if it has a toll, a day or a place of its own, or is told again."""
    for chain in made:
        first = chain.mentions[0]
        if first.sentence >= lead + LEAD:
            return
        opening = [m for m in chain.mentions if m.sentence < lead + LEAD]
        if chain.family == "violence" and not first.apart and (len(chain.mentions) > 1 or any(m.days or m.place or m.claims for m in opening)):
            chain.core = True
            return


# --- the record --------------------------------------------------------------------------------------------------------


Days = tuple[dt.date | None, dt.date | None, int | None]
"""First and last day of an incident and their precision."""


def incident(chain: Chain, kind: EventKind | None, mode: str | None, sub_event_type: str | None, days: Days, place: Place | None) -> Incident:
    """The record of a chain, of the type, days and place that were found for it."""
    events = tuple(sorted((e for m in chain.mentions for e in m.events), key=lambda e: e.trigger.start))
    claims = tuple(sorted({id(c): c for m in chain.mentions for c in m.claims}.values(), key=lambda c: c.quantity.span.start))
    sites = {one.name.lower() for one in (place, *(e.place for e in events)) if one is not None}
    parried = {c.trigger for c in claims if c.measure is Measure.INTERCEPTED}  # who shoots down the drones of an attack is not its actor
    does = [e for e in events if e.trigger not in parried] or events
    told = [(e.actor, e.factuality) for e in does], [(e.target, e.factuality) for e in does]
    actors = _surest(told[0], ACTS, sites, ACTORS) or _surest([(c.inflicted_by, c.factuality) for c in claims if c.measure is not Measure.INTERCEPTED], ACTS, sites, ACTORS)
    targets = _surest(told[1], ANY, sites, TARGETS, actors) or _surest(told[1], ANY, set(), TARGETS, actors)
    return Incident(
        kind,
        mode,
        sub_event_type,
        *days,
        place,
        actors,
        targets,
        _first(e.means for e in events),
        Factuality.ASSERTED if any(e.factuality is Factuality.ASSERTED for e in events) else Factuality.CLAIMED,
        make_tolls(claims),
        events,
        claims,
        Salience.CORE if chain.core else Salience.BACKGROUND,
        "chain" if len(chain.mentions) > 1 else "mention",
    )


ANY = frozenset(EntityKind)
UNSURE = frozenset({EntityKind.UNKNOWN, EntityKind.THING})
ACTS = frozenset(EntityKind) - {EntityKind.THING, EntityKind.DOCUMENT, EntityKind.MEDIA}
"""What can be the actor of an incident; a bomb is its means."""


def dated(events: Iterable[DatedEvent]) -> DatedEvent | None:
    """The mention that dates the incident: by a day of its own, else an inherited one, else by publication. What is told as news has no
    inherited day long before; of a month or year the day that is told within it."""
    told = [(e, e.last) for e in events if e.first is not None and e.last is not None]
    news = next((e.first for e, _ in told if e.date_source is DateSource.PUBLICATION), None)
    rank = {DateSource.TEXT: 0, DateSource.INHERITED: 1, DateSource.PUBLICATION: 2, DateSource.UNKNOWN: 3}
    fresh = [e for e, last in told if e.date_source is not DateSource.INHERITED or news is None or (news - last).days <= LONG_AGO]
    surest = sorted(fresh, key=lambda e: (rank[e.date_source], (e.date_precision or 9) > 2, e.trigger.start))  # noqa: PLR2004
    return next((e for e in surest if e.first == e.last and _lies_in(e, surest[0])), surest[0] if surest else None)


def _lies_in(event: DatedEvent, other: DatedEvent) -> bool:
    return event.first is not None and event.last is not None and other.first is not None and other.last is not None and other.first <= event.first and event.last <= other.last


def finest(places: Iterable[Place | None]) -> Place | None:
    """The first place that the text puts in a larger one, else the first."""
    known = [place for place in places if place is not None]
    return next((place for place in known if place.within), known[0] if known else None)


def _surest(
    told: Iterable[tuple[Entity | None, Factuality]], kinds: frozenset[EntityKind], sites: set[str], most: int, besides: Iterable[Entity] = ()
) -> tuple[Entity, ...]:
    """The participants that the surest mentions name, each once: those told most often, of a known kind first; no place where it happened,
    unless it is a government."""
    known = [
        (who, fact)
        for who, fact in told
        if who is not None and who.name and who.kind in kinds and (who.kind is EntityKind.GOVERNMENT or who.name.lower() not in sites)
    ]
    sure = [who for who, fact in known if fact is Factuality.ASSERTED] or [who for who, _ in known]
    named = [(who, words(who.name or "")) for who in sure]
    votes = Counter(word for _, name in named for word in name)
    ranked = sorted(named, key=lambda one: (one[0].kind in UNSURE, -max((votes[word] for word in one[1]), default=0)))
    kept: list[Entity] = []
    taken = {word for who in besides for word in words(who.name or "")}
    for who, name in ranked:
        if (not kept or who.kind not in UNSURE) and name.isdisjoint(taken):
            kept.append(who)
            taken |= name
            if len(kept) == most:
                break
    return tuple(kept)


def _first(spans: Iterable[Span | None]) -> Span | None:
    return next((span for span in spans if span is not None), None)


def held(event: DatedEvent) -> bool:
    """Whether an event is said to have happened."""
    return event.factuality in HAPPENED


def by_trigger(events: Iterable[DatedEvent]) -> Iterator[tuple[DatedEvent, ...]]:
    """The events of each trigger, in text order: several where it has several dates."""
    groups: dict[tuple[int, int], list[DatedEvent]] = {}
    for event in events:
        groups.setdefault((event.trigger.start, event.trigger.end), []).append(event)
    return (tuple(group) for group in groups.values())
