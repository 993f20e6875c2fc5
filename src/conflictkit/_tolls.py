"""What an incident cost: one toll a measure from the claims told of it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from conflictkit._models import HAPPENED, Bound, ClaimRole, Incident, Measure, Number, NumericClaim, Quantity, Span, Toll

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

WHOLE = frozenset({None, "people", "person"})
"""What those are called of whom others told behind them may be some: "14 people, two guards and a nurse"."""
FAR = 3
"""Figures of one toll do not differ by more than this factor."""


def make_tolls(claims: Sequence[NumericClaim], counts: Container[Span] = ()) -> tuple[Toll, ...]:
    """The tolls of an incident, of the claims that can stand in a sum.

    Written numbers, and lists of several, go before single victims. Subsets, parts, rates, numbers that another one replaces and what
    is not said to hold are left out; an increment counts where nothing else is told. ``counts`` are numbers told by themselves: "the toll rose to 17".
    """
    replaced = {claim.previous for claim in claims if claim.previous is not None}
    told: dict[Measure, list[NumericClaim]] = {}
    for claim in claims:
        if claim.measure in COSTS and claim.factuality in HAPPENED and claim.quantity.per is None and claim.quantity.number not in replaced:
            told.setdefault(claim.measure, []).append(claim)
    tolls = [toll for measure in COSTS if measure in told and (toll := _toll(measure, told[measure], counts)) is not None]
    return tuple(toll for toll in tolls if not _is_told_apart(toll, tolls))


def _is_told_apart(toll: Toll, tolls: Sequence[Toll]) -> bool:
    """Whether who was killed or wounded is told apart too: of "four were shot" that "two died and two were wounded"."""
    apart = [figure(other) or 0 for other in tolls if other.measure in (Measure.KILLED, Measure.WOUNDED)]
    if toll.measure is not Measure.CASUALTIES or not apart:
        return False
    mine, single = figure(toll) or 0, all(claim.quantity.implied for claim in toll.claims)
    return mine in apart or mine == sum(apart) or single and mine < sum(apart)


def _toll(measure: Measure, claims: list[NumericClaim], counts: Container[Span]) -> Toll | None:
    """The toll by the first claim that names a figure, or a count to which that has risen, and by the other voices that tell it: what comes later is rather another's.

    A part of what another measure counts is all of its own: 13 dead of "20 rebels came; 13 of them were killed".
    """
    written = _written(claims)
    if not written:
        return None
    plainest = min(written, key=lambda told: (told.best is None, told.start))
    first = figure(plainest) or 0
    plainest = next((told for told in reversed(written) if told.claims[0].quantity.number in counts and first < (told.best or 0) <= FAR * first), plainest)
    more = _on_top(claims, plainest)
    plainest = plainest if more is None else _both(plainest, more)
    same = [plainest] if more is not None else [told for told in written if told is plainest or _of_same(told, plainest)]
    low = min((told.low for told in same if told.low is not None), default=None)
    highs = [told.high for told in same if told.high is not None]
    return Toll(measure, low, plainest.best, max(highs) if len(highs) == len(same) else None, tuple(claim for told in same for claim in told.claims))


def _written(claims: Sequence[NumericClaim]) -> list[Told]:
    """What the claims that can be a toll tell: totals, else increments, else subsets; single victims without a number only in a list that has one, or where all are such."""
    numbers = {c.quantity.number for c in claims}
    totals = [c for c in claims if c.role is ClaimRole.TOTAL or c.part_of is not None and c.part_of not in numbers] or [c for c in claims if c.role is ClaimRole.INCREMENT] or [c for c in claims if c.role is ClaimRole.SUBSET]
    listed = {c.trigger for c in totals if _is_figure(c)} - {None}
    return _sums([c for c in totals if _is_figure(c) or c.trigger in listed] or totals)


def _is_figure(claim: NumericClaim) -> bool:
    """Whether a claim is a written number, or a list of several."""
    return not claim.quantity.implied or (claim.quantity.best or 0) > 1


def _on_top(claims: Sequence[NumericClaim], told: Told) -> Told | None:
    """What comes on top of a toll: the others that the same verb has, or the same voice tells next ("Ten were killed. Two others died later."), and behind victims
    without a number all others ("The mayor was killed. Three other people also died.")."""
    implied, verbs = all(claim.quantity.implied for claim in told.claims), {claim.trigger for claim in told.claims} - {None}
    following = next((after for before, after in pairwise(claims) if before is told.claims[-1] and _voice(after) == told.voice), None)
    others = _sums([c for c in claims if c.role is ClaimRole.INCREMENT and (implied or c.trigger in verbs or c is following)])
    return next((more for more in others if more.start > told.start), None)


class Told(NamedTuple):
    """What one voice tells at one place: a number, or the sum of those that one verb has ("killed two guards and three nurses")."""

    claims: tuple[NumericClaim, ...]
    start: int
    voice: str | None
    low: Number | None
    best: Number | None
    high: Number | None


def _sums(claims: Sequence[NumericClaim]) -> list[Told]:
    """What the claims tell, those of one verb and voice added up, unless one of them is the sum of the others."""
    by_verb: dict[object, list[NumericClaim]] = {}
    for claim in claims:
        by_verb.setdefault((claim.trigger, _voice(claim)) if claim.trigger is not None else claim.quantity.number, []).append(claim)
    found: list[Told] = []
    for members in by_verb.values():
        alone = len(members) == 1 or _is_summed(members)
        found += [_told((claim,)) for claim in members] if alone else [_told(tuple(members))]
    return found


def _is_summed(claims: Sequence[NumericClaim]) -> bool:
    """Whether the first figure is as large as all others together, or one has none; not "killed a hostage, two guards and all 14 gunmen"."""
    figures = [figure(claim.quantity) for claim in claims]
    named = [number for number in figures if number is not None]
    whole = claims[0].quantity.unit in WHOLE
    return len(named) < len(figures) or whole and len(named) > 2 and 2 * named[0] >= sum(named)  # noqa: PLR2004


def _told(claims: tuple[NumericClaim, ...]) -> Told:
    quantities = [claim.quantity for claim in claims]
    lows = [q.low if q.low is not None else q.best for q in quantities]
    highs = [q.high if q.high is not None else q.best if q.bound is Bound.ABOUT else None for q in quantities]
    return Told(claims, quantities[0].span.start, _voice(claims[0]), _sum(lows), _sum([q.best for q in quantities]), _sum(highs))


def _both(told: Told, more: Told) -> Told:
    """A number and what comes on top of it."""
    return Told((*told.claims, *more.claims), told.start, told.voice, _sum([told.low, more.low]), _sum([told.best, more.best]), _sum([told.high, more.high]))


def _sum(numbers: Sequence[Number | None]) -> Number | None:
    """The sum of some numbers; None where one is open."""
    named = [number for number in numbers if number is not None]
    return sum(named) if len(named) == len(numbers) else None


def _of_same(told: Told, plainest: Told) -> bool:
    """Whether something else tells of the same toll: the same figure, or another voice's that is not far from it. A smaller figure of the
    same voice is a part, or another incident's."""
    mine, theirs = figure(told), figure(plainest)
    if mine is None or theirs is None or mine == theirs:
        return mine == theirs
    return told.voice != plainest.voice and max(mine, theirs) <= FAR * min(mine, theirs)


def _voice(claim: NumericClaim) -> str | None:
    return claim.source.name if claim.source is not None else None


def figure(told: Toll | Told | Quantity | None) -> Number | None:
    """The figure that a toll, a voice or a number names; of a range or vague word its least."""
    return None if told is None else told.best if told.best is not None else told.low if told.low is not None else told.high


def toll_of(incident: Incident, measure: Measure) -> Toll | None:
    """The toll of an incident by a measure; None where nothing is told."""
    return next((toll for toll in incident.tolls if toll.measure is measure), None)
