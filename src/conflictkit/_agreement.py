"""One word, one story: a claim and an event that share their trigger never contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflictkit._models import DatedEvent, Factuality, Measure, NumericClaim

HOLDS = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})
SUFFERED = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.EQUIPMENT_LOST, Measure.INTERCEPTED, Measure.STRUCTURES})
"""Measures whose trigger somebody does to the counted."""


def agree(claims: Sequence[NumericClaim], events: Sequence[DatedEvent]) -> tuple[tuple[NumericClaim, ...], tuple[DatedEvent, ...]]:
    """The same claims and events, where those of one word tell one story.

    What either says not to hold does not hold for the other; who did it and where is told of both. "No one was killed" is a claim of none
    that holds and an event that does not: that is no contradiction.
    """
    told = {(event.trigger.start, event.trigger.end): event for event in reversed(events)}
    out: list[NumericClaim] = []
    changed: dict[tuple[int, int], DatedEvent] = {}
    for claim in claims:
        key = (claim.trigger.start, claim.trigger.end) if claim.trigger is not None else None
        event = changed.get(key) or told.get(key) if key is not None else None
        if key is None or event is None or claim.quantity.implied and claim.quantity.best == 0:
            out.append(claim)
            continue
        claim, changed[key] = _pair(claim, event)
        out.append(claim)
    return tuple(out), tuple(_as(event, changed.get((event.trigger.start, event.trigger.end))) for event in events)


def _pair(claim: NumericClaim, event: DatedEvent) -> tuple[NumericClaim, DatedEvent]:
    """A claim and the event of its word with what the other one knows."""
    untrue = next((fact for fact in (claim.factuality, event.factuality) if fact not in HOLDS), None)
    if untrue is not None:
        claim, event = evolve(claim, factuality=untrue), evolve(event, factuality=untrue)
    if claim.place is not None:
        place = event.place or claim.place
        claim, event = evolve(claim, place=place), evolve(event, place=place)
    if claim.measure in SUFFERED and claim.inflicted_by is not None:
        event = evolve(event, actor=claim.inflicted_by)
    return claim, event


def _as(event: DatedEvent, other: DatedEvent | None) -> DatedEvent:
    """An event with the truth, place and actor of another one of its word."""
    return event if other is None else evolve(event, factuality=other.factuality, place=other.place, actor=other.actor)
