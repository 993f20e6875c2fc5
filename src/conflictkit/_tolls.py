"""What an incident cost: one toll a measure from the claims told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conflictkit._models import HAPPENED, Bound, ClaimRole, Incident, Measure, Number, NumericClaim, Quantity, Toll

COSTS = (
    Measure.KILLED,
    Measure.WOUNDED,
    Measure.CASUALTIES,
    Measure.MISSING,
    Measure.CAPTURED,
    Measure.RELEASED,
    Measure.DISPLACED,
    Measure.EQUIPMENT_LOST,
    Measure.INTERCEPTED,
)
"""Measures that an incident has a toll by, in this order."""

FAR = 3
"""Figures of one toll do not differ by more than this factor."""


def make_tolls(claims: Sequence[NumericClaim]) -> tuple[Toll, ...]:
    """The tolls of an incident, of the claims that can stand in a sum.

    Written numbers go before implied ones. Subsets, parts, rates, numbers that another one replaces and what is not said to hold are
    left out; an increment counts where nothing else is told.
    """
    replaced = {claim.previous for claim in claims if claim.previous is not None}
    counted = [c for c in claims if c.factuality in HAPPENED and c.quantity.per is None and c.quantity.number not in replaced]
    return tuple(toll for measure in COSTS if (toll := _toll(measure, [c for c in counted if c.measure is measure])) is not None)


def _toll(measure: Measure, claims: list[NumericClaim]) -> Toll | None:
    """The toll by the first claim that names a figure, and by the other voices that tell it: what comes later is rather another's.

    A part of what another measure counts is all of its own: 13 dead of "20 rebels came; 13 of them were killed".
    """
    numbers = {c.quantity.number for c in claims}
    totals = [c for c in claims if c.role is ClaimRole.TOTAL or c.part_of is not None and c.part_of not in numbers] or [c for c in claims if c.role is ClaimRole.INCREMENT] or [c for c in claims if c.role is ClaimRole.SUBSET]
    written = [c for c in totals if not c.quantity.implied] or totals
    if not written:
        return None
    plainest = min(written, key=lambda c: (c.quantity.best is None, c.quantity.span.start))
    told = [c for c in written if c is plainest or _of_same(c, plainest)]
    return Toll(measure, _least(told), plainest.quantity.best, _most(told), tuple(told))


def _of_same(claim: NumericClaim, plainest: NumericClaim) -> bool:
    """Whether another claim tells of the same toll: the same figure, or another voice's that is not far from it. A smaller figure of the
    same voice is a part, or another incident's."""
    mine, theirs = figure(claim.quantity), figure(plainest.quantity)
    if mine is None or theirs is None or mine == theirs:
        return mine == theirs
    return _voice(claim) != _voice(plainest) and max(mine, theirs) <= FAR * min(mine, theirs)


def _voice(claim: NumericClaim) -> str | None:
    return claim.source.name if claim.source is not None else None


def _least(claims: Iterable[NumericClaim]) -> Number | None:
    """The least of the figures; None where one has no lower end."""
    return min((low for c in claims if (low := c.quantity.low if c.quantity.low is not None else c.quantity.best) is not None), default=None)


def _most(claims: Iterable[NumericClaim]) -> Number | None:
    """The most that the claims allow; None where one is open upwards."""
    ends = [c.quantity.high if c.quantity.high is not None else c.quantity.best if c.quantity.bound is Bound.ABOUT else None for c in claims]
    return None if None in ends else max(end for end in ends if end is not None)


def figure(told: Toll | Quantity | None) -> Number | None:
    """The figure that a toll or number names; of a range or vague word its least."""
    return None if told is None else told.best if told.best is not None else told.low if told.low is not None else told.high


def toll_of(incident: Incident, measure: Measure) -> Toll | None:
    """The toll of an incident by a measure; None where nothing is told."""
    return next((toll for toll in incident.tolls if toll.measure is measure), None)
