"""Killed persons as rows with the columns of the UCDP Georeferenced Event Dataset."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from conflictkit._compare import ClaimGroup, compare_claims, name_of_side
from conflictkit._models import Measure, NumericClaim
from conflictkit._report import Report
from conflictkit.export.fatalities import fatalities

CIVILIANS = frozenset({"civilian", "child", "woman"})
PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
"""At most so many days -> date_prec; 5 for longer."""
Event = tuple[str | None, dt.date | None, dt.date | None]


def to_ucdp(claims: Report | Iterable[NumericClaim | Report], *, side_a: str | None = None, side_b: str | None = None) -> list[dict[str, Any]]:
    """One row for each place and time at which persons are said to have been killed in a report or several, in order of first mention.

    ``deaths_a`` and ``deaths_b`` are the dead of the sides you name ("Russian", "Ukraine"; names and adjectives of a nation are one),
    ``deaths_civilians`` the civilians, women and children, ``deaths_unknown`` all others; ``best`` is their sum. Where a total of
    all is told beside figures of some, the rest is unknown. ``low``, ``best`` and ``high`` follow the policies of
    :mod:`conflictkit.export.fatalities` of these names. Increments and subsets are never added.

    ``date_start``, ``date_end`` and ``date_prec`` (1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer) are those that the text
    gives the claims, None where it gives none: publication is no date of an event. Raises :class:`InputTypeError` as
    :func:`conflictkit.compare_claims` does.
    """
    events: dict[Event, list[ClaimGroup]] = {}
    for group in compare_claims([claims] if isinstance(claims, Report) else claims):
        if group.measure is Measure.KILLED and group.figures and group.per is None:
            events.setdefault(_event(group), []).append(group)
    return [_row(event, groups, name_of_side(side_a), name_of_side(side_b), side_a, side_b) for event, groups in events.items()]


def _event(group: ClaimGroup) -> Event:
    """Place and days of a group, by the dates that its claims name."""
    dates = [figure.claim.when for figure in group.figures if figure.claim.when is not None]
    return (
        group.place,
        min((date.first for date in dates if date.first is not None), default=None),
        max((date.last for date in dates if date.last is not None), default=None),
    )


def _row(event: Event, groups: list[ClaimGroup], key_a: str | None, key_b: str | None, side_a: str | None, side_b: str | None) -> dict[str, Any]:
    place, first, last = event
    counts = {policy: _count(groups, policy) for policy in ("ucdp_low", "ucdp_best", "ucdp_high")}
    deaths = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0}
    for group in groups:
        column = _column(group, key_a, key_b)
        if column is not None:
            deaths[column] += fatalities(group, "ucdp_best") or 0
    best = counts["ucdp_best"]
    return {
        "side_a": side_a,
        "side_b": side_b,
        "where_description": place,
        "date_prec": next((code for days, code in PRECISION if (last - first).days + 1 <= days), 5) if first and last else None,
        "date_start": first.isoformat() if first else None,
        "date_end": last.isoformat() if last else None,
        **deaths,
        "deaths_unknown": best - sum(deaths.values()),
        "best": best,
        "low": min(counts["ucdp_low"], best),
        "high": max(counts["ucdp_high"], best),
        "number_of_sources": len({figure.source for group in groups for figure in group.figures if figure.source}),
        "source_original": "; ".join(sorted({source for group in groups for source in group.sources})) or None,
    }


def _column(group: ClaimGroup, key_a: str | None, key_b: str | None) -> str | None:
    """The column of a group's dead; None for the unknown."""
    if group.unit in CIVILIANS:
        return "deaths_civilians"
    side = name_of_side(group.side)
    return None if side is None else "deaths_a" if side == key_a else "deaths_b" if side == key_b else None


def _count(groups: list[ClaimGroup], policy: str) -> int:
    """The dead of an event: those of some told apart, or the total of all where it is larger."""
    counts = [(group.unit is None and group.side is None, fatalities(group, policy) or 0) for group in groups]
    return max(sum(count for of_all, count in counts if of_all), sum(count for of_all, count in counts if not of_all))
