"""Comparing numeric claims: which speak of the same thing, which agree, which conflict."""

from __future__ import annotations

import math
from collections.abc import Iterable

from attrs import frozen

from conflictkit._errors import InputTypeError
from conflictkit._models import Bound, ClaimRole, Measure, Number, NumericClaim, Span

COUNTED = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.CAPTURED, Measure.RELEASED, Measure.DISPLACED})
"""Measures whose noun does not set claims apart: 12 soldiers killed and 15 people killed are both "killed"."""
LOOSE = 0.1
"""How far "about N" and "nearly N" reach, as a share of N."""


@frozen
class ClaimGroup:
    """Claims about the same measure, object, side and place.

    ``claims`` are the totals, smallest first, whose range ``low`` to ``high`` covers; ``parts`` are increments, subsets and parts, which
    are never mixed with totals. ``conflicts`` are neighbours in that order whose bounds exclude each other.
    """

    measure: Measure
    unit: str | None
    """The counted thing; None where the measure alone says it (killed, wounded ...)."""
    per: str | None
    side: str | None
    place: str | None
    claims: tuple[NumericClaim, ...]
    parts: tuple[NumericClaim, ...]
    low: Number | None
    """The smallest figure that a total names; None when there is no total."""
    high: Number | None
    """The largest figure that a total names; None when there is no total."""
    conflicts: tuple[tuple[NumericClaim, NumericClaim], ...]

    @property
    def agree(self) -> bool:
        """Whether all totals can be true together."""
        return not self.conflicts

    def summary(self) -> str:
        """One line: what is counted, then each figure with its source."""
        what = " ".join(filter(None, (self.side, str(self.measure), self.unit if self.unit != self.measure else None)))
        where = f" in {self.place}" if self.place else ""
        rate = f" per {self.per}" if self.per else ""
        figures = ", ".join(_figure(claim) for claim in self.claims) or "no total"
        verdict = "" if len(self.claims) < 2 else " [agree]" if self.agree else " [conflict]"  # noqa: PLR2004
        return f"{what}{where}{rate}: {figures}{verdict}"


def compare(claims: Iterable[NumericClaim]) -> tuple[ClaimGroup, ...]:
    """Group the claims of one or many reports by what they speak of, in order of first mention.

    Two claims are comparable when measure, counted object, rate, side and place are the same, names up to spelling variants
    (Zelenskiy = Zelensky); a claim that names no side or place is compared with such claims only, for nothing is guessed. Adding
    claims about something else changes no group. Raises :class:`InputTypeError` for anything but numeric claims.
    """
    groups: dict[tuple[object, ...], list[NumericClaim]] = {}
    for claim in claims:
        if not isinstance(claim, NumericClaim):
            raise InputTypeError(f"compare() takes NumericClaim records, not {type(claim).__name__}; pass report.claims")
        quantity = claim.quantity
        unit = None if claim.measure in COUNTED else quantity.unit
        key = (claim.measure, unit, quantity.per, _key(claim.side), _key(claim.place))
        groups.setdefault(key, []).append(claim)
    return tuple(_group(members) for members in groups.values())


def _key(span: Span | None) -> str | None:
    from conflictkit.english.spelling import name_key

    return name_key(span.text) if span is not None else None


def _group(members: list[NumericClaim]) -> ClaimGroup:
    first = members[0]
    totals = sorted((claim for claim in members if claim.role is ClaimRole.TOTAL), key=_interval)
    lows = [claim.quantity.low if claim.quantity.low is not None else claim.quantity.best for claim in totals]
    highs = [claim.quantity.high if claim.quantity.high is not None else claim.quantity.best for claim in totals]
    conflicts: list[tuple[NumericClaim, NumericClaim]] = []
    reach: NumericClaim | None = None
    for claim in totals:  # reach: of the claims that can be true together so far, the one that allows least upwards
        if reach is not None and _interval(reach)[1] < _interval(claim)[0]:
            conflicts.append((reach, claim))
            reach = claim
        elif reach is None or _interval(claim)[1] < _interval(reach)[1]:
            reach = claim
    return ClaimGroup(
        first.measure,
        None if first.measure in COUNTED else first.quantity.unit,
        first.quantity.per,
        first.side.text if first.side else None,
        first.place.text if first.place else None,
        tuple(totals),
        tuple(claim for claim in members if claim.role is not ClaimRole.TOTAL),
        min((x for x in lows if x is not None), default=None),
        max((x for x in highs if x is not None), default=None),
        tuple(conflicts),
    )


def _interval(claim: NumericClaim) -> tuple[float, float]:
    """What a claim allows, unbounded ends as infinities; "about" and "nearly" reach a tenth of the number."""
    q = claim.quantity
    best = q.best if q.best is not None else q.low if q.low is not None else q.high if q.high is not None else 0
    slack = abs(best) * LOOSE
    if q.bound is Bound.ABOUT:
        return best - slack, best + slack
    if q.bound is Bound.LESS_THAN:
        return best - slack, float(best)
    low = q.low if q.low is not None else -math.inf
    high = q.high if q.high is not None else math.inf
    return float(low), float(high)


def _figure(claim: NumericClaim) -> str:
    q = claim.quantity
    if q.best is not None:
        word = {
            Bound.ABOUT: "about ",
            Bound.AT_LEAST: "at least ",
            Bound.MORE_THAN: "more than ",
            Bound.AT_MOST: "at most ",
            Bound.LESS_THAN: "less than ",
        }.get(q.bound, "")
        number = f"{word}{q.best:,}"
    else:
        number = f"{q.low:,} to {q.high:,}" if q.low is not None and q.high is not None else q.span.text
    who = claim.source.name if claim.source is not None and claim.source.name else None
    day = claim.when.timex_value if claim.when is not None and claim.when.timex_value else None
    note = ", ".join(filter(None, (who, day)))
    return f"{number} ({note})" if note else number
