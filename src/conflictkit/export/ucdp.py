"""Deadly incidents as rows with the columns of the UCDP Georeferenced Event Dataset."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conflictkit._compare import name_of_side
from conflictkit._errors import InputTypeError
from conflictkit._models import ClaimRole, Incident, Measure, NumericClaim, Toll
from conflictkit._report import Report
from conflictkit._tolls import figure, toll_of

CIVILIANS = frozenset({"civilian", "child", "woman", "villager", "resident", "student", "journalist", "teacher", "worshipper", "worshiper"})
"""Counted nouns of persons who bear no arms."""
SIDES = ("deaths_a", "deaths_b", "deaths_civilians")


def to_ucdp(reports: Report | Iterable[Report], *, side_a: str | None = None, side_b: str | None = None) -> list[dict[str, Any]]:
    """One row for each incident in which persons are said to have been killed, report after report, in text order.

    ``best``, ``low`` and ``high`` are the toll of the killed: the figure named, the least and the most that the report's voices allow
    (``high`` is ``best`` where nothing bounds it). ``deaths_a`` and ``deaths_b`` are the dead of the sides you name ("Russian", "Ukraine";
    names and adjectives of a nation are one), ``deaths_civilians`` the civilians, women and children, ``deaths_unknown`` all others. Without
    names of sides ``side_a`` is who acted and ``side_b`` who suffered, in the words of the text.

    ``date_start``, ``date_end`` and ``date_prec`` (1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer) are None where the text
    gives no day; ``event_clarity`` is 1 where it gives the day and a place, else 2. Figures of wars and years are in no row. Raises :class:`InputTypeError` for what is no report.
    """
    rows = []
    for report in [reports] if isinstance(reports, Report) else reports:
        if not isinstance(report, Report):
            raise InputTypeError(f"to_ucdp() takes a Report or many, not {type(report).__name__}")
        for incident in report.incidents:
            toll = toll_of(incident, Measure.KILLED)
            if toll is not None and (best := figure(toll)):
                rows.append(_row(report, incident, toll, round(best), side_a, side_b))
    return rows


def _row(report: Report, incident: Incident, toll: Toll, best: int, side_a: str | None, side_b: str | None) -> dict[str, Any]:
    deaths = _by_side(incident, best, name_of_side(side_a), name_of_side(side_b))
    sources = sorted({claim.source.name for claim in toll.claims if claim.source is not None and claim.source.name})
    place = incident.place
    return {
        "year": incident.first.year if incident.first else None,
        "side_a": side_a or next((who.name for who in incident.actors), None),
        "side_b": side_b or next((who.name for who in incident.targets), None),
        "number_of_sources": len(sources),
        "source_article": report.id,
        "source_office": report.outlet,
        "source_date": report.published.isoformat() if report.published else None,
        "source_headline": report.title,
        "source_original": "; ".join(sources) or None,
        "where_description": place.name if place else None,
        "adm_1": place.within[0] if place and place.within else None,
        "event_clarity": 1 if incident.date_precision == 1 and place is not None else 2,
        "date_prec": incident.date_precision,
        "date_start": incident.first.isoformat() if incident.first else None,
        "date_end": incident.last.isoformat() if incident.last else None,
        **deaths,
        "deaths_unknown": best - sum(deaths.values()),
        "best": best,
        "low": min(round(toll.low), best) if toll.low is not None else best,
        "high": max(round(toll.high), best) if toll.high is not None else best,
    }


def _by_side(incident: Incident, best: int, key_a: str | None, key_b: str | None) -> dict[str, int]:
    """The dead of the sides, as far as the claims of the incident tell them and within its toll."""
    deaths = dict.fromkeys(SIDES, 0)
    left = best
    for claim in incident.claims:
        column = _column(claim, key_a, key_b) if claim.measure is Measure.KILLED and claim.role in (ClaimRole.TOTAL, ClaimRole.SUBSET) else None
        figure = claim.quantity.best if claim.quantity.best is not None else claim.quantity.low
        if column is not None and figure is not None and not deaths[column]:
            deaths[column] = min(round(figure), left)
            left -= deaths[column]
    return deaths


def _column(claim: NumericClaim, key_a: str | None, key_b: str | None) -> str | None:
    """The column of the dead that a claim counts; None for the unknown."""
    side = name_of_side(claim.side.name) if claim.side is not None else None
    if side is not None and side in (key_a, key_b):
        return "deaths_a" if side == key_a else "deaths_b"
    return "deaths_civilians" if claim.quantity.unit in CIVILIANS else None
