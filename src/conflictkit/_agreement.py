"""One word, one story: a claim and an event that share their trigger never contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflictkit._models import DatedEvent, Factuality, Measure, NumericClaim

HOLDS = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})
SUFFERED = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.EQUIPMENT_LOST, Measure.INTERCEPTED, Measure.STRUCTURES})
"""Measures whose trigger somebody does to the counted."""
NOWHERE = (-1, -1)
"""Where the trigger of a claim without one stands."""


def agree(claims: Sequence[NumericClaim], events: Sequence[DatedEvent]) -> tuple[tuple[NumericClaim, ...], tuple[DatedEvent, ...]]:
    """The same claims and events, where those of one word tell one story.

    What either says not to hold does not hold for the other; who did it and where is told of both. "No one was killed" is a claim of none
    that holds and an event that does not: that is no contradiction.
    """
    told = {(event.trigger.start, event.trigger.end): event for event in reversed(events)}
    changed: dict[tuple[int, int], DatedEvent] = {}
    out = list(claims)
    for n, claim in enumerate(claims):
        key = (claim.trigger.start, claim.trigger.end) if claim.trigger is not None else NOWHERE
        event = changed.get(key) or told.get(key)
        if event is not None and not (claim.quantity.implied and claim.quantity.best == 0):
            out[n], changed[key] = _pair(claim, event)
    return tuple(out), tuple(_as(event, changed.get((event.trigger.start, event.trigger.end), event)) for event in events) if changed else tuple(events)


def _pair(claim: NumericClaim, event: DatedEvent) -> tuple[NumericClaim, DatedEvent]:
    """A claim and the event of its word with what the other one knows."""
    untrue = next((fact for fact in (claim.factuality, event.factuality) if fact not in HOLDS), None)
    place = event.place or claim.place if claim.place is not None else None
    if untrue not in (None, claim.factuality) or place is not claim.place:
        claim = evolve(claim, factuality=untrue or claim.factuality, place=place)
    actor = claim.inflicted_by if claim.measure in SUFFERED else None
    if untrue not in (None, event.factuality) or place not in (None, event.place) or actor not in (None, event.actor):
        event = evolve(event, factuality=untrue or event.factuality, place=place or event.place, actor=actor or event.actor)
    return claim, event


def _as(event: DatedEvent, other: DatedEvent) -> DatedEvent:
    """An event with the truth, place and actor of another one of its word."""
    return event if event is other else evolve(event, factuality=other.factuality, place=other.place, actor=other.actor)
