"""Tolls as the counts of the GDELT Global Knowledge Graph 2.1."""

from __future__ import annotations

from typing import Any

from conflictkit._models import HAPPENED, Measure, Number, NumericClaim
from conflictkit._report import Report
from conflictkit._tolls import figure

COUNT_TYPES = {
    Measure.KILLED: "KILL",
    Measure.WOUNDED: "WOUND",
    Measure.CAPTURED: "ARREST",
    Measure.DISPLACED: "AFFECT",
    Measure.MISSING: "AFFECT",
    Measure.CASUALTIES: "AFFECT",
}
"""Measure -> count type. The other two, SEIZE and PROTEST, speak of things taken and of protesters."""
KIDNAPPED = frozenset({"hostage", "abductee", "captive"})
PROTESTERS = frozenset({"protester", "protestor", "demonstrator", "marcher", "picketer"})


def to_gkg_counts(report: Report) -> list[dict[str, Any]]:
    """One entry of V2.1COUNTS for each toll of each incident that has a count type, in text order; and one for its protesters.

    ``CountType`` (KILL, WOUND, ARREST, KIDNAP, AFFECT, PROTEST), ``Count`` an integer, ``ObjectType`` what is counted, ``Geo`` the place as
    written (no coordinates: a gazetteer is not part of this library), ``Offset`` of the number in code points.

    The graph keeps one integer: the figure named, and the least of a vague word; bound, source and stance are lost. Figures of no incident,
    of wars and of years, are left out, and so is what is denied or would only be.
    """
    rows = []
    for incident in report.incidents:
        place = incident.place.name if incident.place else None
        tolls = [(toll, toll.claims[0], kind) for toll in incident.tolls if toll.claims and (kind := _type(toll.measure, toll.claims[0])) is not None]
        for toll, claim, kind in tolls:
            rows.append(_row(kind, figure(toll), claim, place))
        rows += [
            _row("PROTEST", named, claim, place)
            for claim in incident.claims
            if claim.measure is Measure.PEOPLE and claim.quantity.unit in PROTESTERS and claim.factuality in HAPPENED and (named := figure(claim.quantity)) is not None
        ]
    return [row for row in rows if row is not None]


def _row(kind: str, count: Number | None, claim: NumericClaim, place: str | None) -> dict[str, Any] | None:
    if count is None:
        return None
    where = claim.place.name if claim.place else place
    return {"CountType": kind, "Count": round(count), "ObjectType": claim.quantity.unit, "Geo": where, "Offset": claim.quantity.number.start}


def _type(measure: Measure, claim: NumericClaim) -> str | None:
    return "KIDNAP" if measure is Measure.CAPTURED and claim.quantity.unit in KIDNAPPED else COUNT_TYPES.get(measure)
