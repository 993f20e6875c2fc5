"""What the record of an incident holds, of the mentions that were joined: over records alone, for any language."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable

from conflictkit._joining import Chain, words
from conflictkit._models import DatedEvent, DateSource, Entity, EntityKind, EventKind, Factuality, Incident, Measure, NumericClaim, Place, Salience, Span
from conflictkit._tolls import make_tolls

ACTORS, TARGETS = 1, 2
"""How many actors and targets an incident has at most; more are rather those of another one."""
LONG_AGO = 7
"""A day so long before what an undated incident was told on is another one's."""


# --- the record --------------------------------------------------------------------------------------------------------


When = tuple[dt.date | None, dt.date | None, int | None]
"""First and last day of an incident and their precision."""


def incident(chain: Chain, kind: EventKind | None, mode: str | None, sub_event_type: str | None, days: When, place: Place | None) -> Incident:
    """The record of a chain, of the type, days and place that were found for it."""
    events = tuple(sorted((e for m in chain.mentions for e in m.events), key=lambda e: e.trigger.start))
    claims = tuple(sorted({id(c): c for m in chain.mentions for c in m.claims}.values(), key=lambda c: c.quantity.span.start))
    triggers = {e.trigger for e in events}
    sites = {one.name.lower() for one in (place, *(e.place for e in events)) if one is not None}
    parried = {c.trigger for c in claims if c.measure is Measure.INTERCEPTED}  # who shoots down the drones of an attack is not its actor
    does = [e for e in events if e.trigger not in parried] or events
    actors = _actors(chain, kind, events, does, claims, sites)
    targets = _targets(chain, does, parried, sites, actors)
    return Incident(
        kind,
        mode,
        sub_event_type,
        *days,
        place,
        actors,
        targets,
        next((e.means for e in events if e.means is not None), None),
        Factuality.ASSERTED if any(e.factuality is Factuality.ASSERTED for e in events) else Factuality.CLAIMED,
        make_tolls(claims, {c.quantity.number for m in chain.mentions for c in m.claims if not m.events or _is_count(c, triggers)}),
        events,
        claims,
        Salience.CORE if chain.core else Salience.BACKGROUND,
        "chain" if len(chain.mentions) > 1 else "mention",
    )


def _is_count(claim: NumericClaim, triggers: Container[Span]) -> bool:
    """Whether a number is that of a noun before it that tells of no act: "bringing the toll to 17"."""
    return claim.trigger is not None and claim.trigger.start < claim.quantity.number.start and claim.trigger not in triggers


def _actors(chain: Chain, kind: EventKind | None, events: Iterable[DatedEvent], does: Iterable[DatedEvent], claims: Iterable[NumericClaim], sites: set[str]) -> tuple[Entity, ...]:
    """Who does it by its events, else by its numbers; no town of it."""
    towns = {town.name.lower() for town in chain.places}
    used = {e.means.end for e in events if e.means is not None}
    does = [e for e in does if e.kind is kind] or does  # who "protested the murder" did not do it
    doers = _but_for([e.actor for e in does if e.actor is None or (e.actor.name or "").lower() not in towns], used)
    return _surest(doers, ACTS, sites, ACTORS) or _surest(_but_for([c.inflicted_by for c in claims if c.measure is not Measure.INTERCEPTED], used), ACTS, sites, ACTORS)


def _targets(chain: Chain, does: Iterable[DatedEvent], parried: Container[Span | None], sites: set[str], actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Who suffers it, and whom the same mentions tell of beside; who is told elsewhere is rather another's, but for the name of one who is only described."""
    hit = [e.target for e in does]
    whom = _surest(hit, ANY, sites, 1, actors) or _surest(hit, ANY, set(), 1, actors)
    if not whom:
        return ()
    beside = [e.target for m in chain.mentions if any(e.target is whom[0] for e in m.events) for e in m.events if e.trigger not in parried and e.target != whom[0]]
    if whom[0].anonymous:
        beside += [one for one in hit if one is not None and one.kind is EntityKind.PERSON and not one.anonymous]  # "her father", elsewhere by his name
    return (*whom, *_surest(beside, ANY, sites, TARGETS - 1, (*actors, *whom)))


def _but_for(doers: Iterable[Entity | None], used: set[int]) -> list[Entity | None]:
    """Doers without what it was done with, by where that ends: "an IED exploded", but "Russian" of "Russian warplanes"."""
    return [who for who in doers if who is None or who.mention is None or who.mention.end not in used]


ANY = frozenset(EntityKind)
UNSURE = frozenset({EntityKind.UNKNOWN, EntityKind.THING})
ACTS = frozenset(EntityKind) - {EntityKind.THING, EntityKind.DOCUMENT, EntityKind.MEDIA}
"""What can be the actor of an incident; a bomb is its means."""


SOURCES = (DateSource.TEXT, DateSource.INHERITED, DateSource.PUBLICATION, DateSource.UNKNOWN)
"""Where the day of a mention comes from, the surest first."""


def dated(events: Iterable[DatedEvent]) -> DatedEvent | None:
    """The mention that dates the incident: by a day of its own, else an inherited one, else by publication. What is told as news has no
    inherited day long before; of a month or year the day that is told within it."""
    told = [(e, e.first, e.last) for e in events if e.first is not None and e.last is not None]
    news = next((first for e, first, _ in told if e.date_source is DateSource.PUBLICATION), None)
    fresh = [(e, first, last) for e, first, last in told if e.date_source is not DateSource.INHERITED or news is None or (news - last).days <= LONG_AGO]
    if not fresh:
        return None
    surest, start, end = min(fresh, key=lambda one: (SOURCES.index(one[0].date_source), (one[0].date_precision or 9) > 2, one[0].trigger.start))  # noqa: PLR2004
    within = [e for e, first, last in fresh if start <= first == last <= end]
    return min(within, key=lambda e: (SOURCES.index(e.date_source), e.trigger.start), default=surest)


def finest(places: Iterable[Place | None]) -> Place | None:
    """The first place that the text puts in a larger one, else the first."""
    known = [place for place in places if place is not None]
    return next((place for place in known if place.within), known[0] if known else None)


def _surest(told: Iterable[Entity | None], kinds: frozenset[EntityKind], sites: set[str], most: int, besides: Iterable[Entity] = ()) -> tuple[Entity, ...]:
    """The participants that the mentions name, each once: those told most often, of a known kind first; no place where it happened,
    unless it is a government."""
    known = [(who, who.name) for who in told if who is not None and who.name and who.kind in kinds]
    named = [(who, words(name)) for who, name in known if who.kind is EntityKind.GOVERNMENT or name.lower() not in sites]
    if len(named) > 1:
        votes = Counter(word for _, name in named for word in name)
        named.sort(key=lambda one: (_is_unsure(one[0]), -max((votes[word] for word in one[1]), default=0)))
    kept: list[Entity] = []
    taken = {word for who in besides for word in words(who.name or "")}
    for who, name in named:
        if (not kept or not _is_unsure(who)) and name.isdisjoint(taken):
            kept.append(who)
            taken |= name
            if len(kept) == most:
                break
    return tuple(kept)


def _is_unsure(who: Entity) -> bool:
    """Whether no more is known of somebody than a number or the word of a thing."""
    return who.kind in UNSURE or not any(map(str.isalpha, who.name or ""))
