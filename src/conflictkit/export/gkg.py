"""Claims as the counts of the GDELT Global Knowledge Graph 2.1."""

from __future__ import annotations

from typing import Any

from conflictkit._models import HAPPENED, Measure, NumericClaim
from conflictkit._report import Report
from conflictkit.export.fatalities import named

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
    """One entry of V2.1COUNTS for each claim that has a count type, in text order.

    ``CountType`` (KILL, WOUND, ARREST, KIDNAP, AFFECT, PROTEST), ``Count`` an integer, ``ObjectType`` what is counted, ``Geo`` the place as
    written (no coordinates: a gazetteer is not part of this library), ``Offset`` of the number in code points.

    The graph keeps one integer: the figure named, and the least of a vague word; bound, source and stance are lost. What is denied or would
    only be is left out, and so are rates.
    """
    return [
        {
            "CountType": kind,
            "Count": round(count),
            "ObjectType": claim.quantity.unit,
            "Geo": claim.place.name if claim.place else None,
            "Offset": claim.quantity.number.start,
        }
        for claim in report.claims
        if (kind := _type(claim)) is not None and (count := named(claim.quantity)) is not None
    ]


def _type(claim: NumericClaim) -> str | None:
    if claim.factuality not in HAPPENED or claim.quantity.per is not None:
        return None
    if claim.quantity.unit in PROTESTERS and claim.measure is Measure.PEOPLE:
        return "PROTEST"
    if claim.measure is Measure.CAPTURED and claim.quantity.unit in KIDNAPPED:
        return "KIDNAP"
    return COUNT_TYPES.get(claim.measure)
