"""Tolls by source and timelines as Vega-Lite: a plain dictionary that notebooks draw and Altair takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from conflictkit._compare import ClaimGroup
from conflictkit._comparison import SharedIncident
from conflictkit._models import Measure, NumericClaim, Quantity
from conflictkit._timeline import Timeline
from conflictkit.export.shown import what_of
from conflictkit.export.tables import valid

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
MIME = "application/vnd.vegalite.v5+json"
FEW = 10
"""So many days are written below an axis one by one; of more the drawing program chooses."""
SHAPES = {"as told": "circle", "at least": "triangle-up", "at most": "triangle-down"}


class Chart(dict[str, Any]):
    """A Vega-Lite specification: a dictionary (``altair.Chart.from_dict`` takes it) that JupyterLab and VS Code draw by themselves."""

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {MIME: dict(self), "text/plain": f"<Vega-Lite chart: {self['title']}>"}


def timeline_chart(timeline: Timeline, title: str = "Timeline") -> Chart:
    """The entries in order of time: a dot is a day, a bar a longer interval; what is not asserted is hollow."""
    rows = [
        {
            "n": n,
            "first": _iso(entry.first),
            "end": _iso(entry.last),
            "days": entry.days,
            "what": what_of(entry.incident),
            "told": valid(entry.label),
            "place": entry.place and valid(entry.place),
            "factuality": str(entry.factuality),
            "asserted": entry.factuality == "asserted",
            "long": entry.first != entry.last,
        }
        for n, entry in enumerate(timeline.entries, 1)
    ]
    what = {"field": "what", "type": "nominal", "legend": None}
    shared = {
        "y": {"field": "n", "type": "ordinal", "title": None, "axis": None},
        "stroke": what,
        "fill": what,
        "fillOpacity": {"condition": {"test": "datum.asserted", "value": 1}, "value": 0},
        "tooltip": [{"field": name, "type": "nominal"} for name in ("days", "told", "place", "factuality")],
    }
    first, end = (_day(name, (str(row[key]) for row in rows for key in ("first", "end"))) for name in ("first", "end"))
    layers: list[dict[str, Any]] = [
        {"transform": [{"filter": "datum.long"}], "mark": {"type": "bar", "height": 10, "cornerRadius": 5}, "encoding": {"x": first, "x2": {"field": "end"}, **shared}},
        {"transform": [{"filter": "!datum.long"}], "mark": {"type": "point", "size": 90, "strokeWidth": 2}, "encoding": {"x": first, **shared}},
        {"mark": {"type": "text", "align": "left", "dx": 10, "limit": 420}, "encoding": {"x": end, "y": shared["y"], "text": {"field": "told", "type": "nominal"}}},
    ]
    return _chart(title, rows, layers, {"height": {"step": 24}})


def tolls_chart(told: ClaimGroup | SharedIncident, measure: Measure = Measure.KILLED, title: str | None = None) -> Chart:
    """What each source says from day to day: a line a source, a bar from the low to the high figure, a triangle for "at least" and "at most".

    ``measure`` chooses the toll of an incident; a group of claims has its own.
    """
    if isinstance(told, ClaimGroup):
        measure = told.measure
        rows = [_row(figure.claim, figure.told, None if figure.report is None else str(figure.report)) for figure in told.figures]
    else:
        rows = list(_rows_of(told, measure))
    rows.sort(key=lambda row: (row["day"] or "", row["source"]))
    dated = [row for row in rows if row["day"] is not None]
    what = str(measure).replace("_", " ")
    shared: dict[str, Any] = {"x": _day("day", (row["day"] for row in dated)), "color": {"field": "source", "type": "nominal", "title": None, "legend": {"symbolOpacity": 1}}}
    figure = {"field": "figure", "type": "quantitative", "title": what}
    shape = {"field": "bound", "type": "nominal", "title": None, "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())}}
    tooltip = [{"field": name, "type": "nominal"} for name in ("source", "day", "text", "low", "best", "high", "report")]
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "rule", "strokeWidth": 6, "opacity": 0.3}, "encoding": {**shared, "y": {"field": "low", "type": "quantitative", "title": what}, "y2": {"field": "high"}}},
        {"mark": "line", "encoding": {**shared, "y": figure}},
        {"mark": {"type": "point", "filled": True, "size": 90, "opacity": 1}, "encoding": {**shared, "y": figure, "shape": shape, "tooltip": tooltip}},
    ]
    layers[0]["transform"] = [{"filter": "datum.low != null && datum.high != null && datum.low < datum.high"}]
    return _chart(title or f"{what.capitalize()}, by source", dated, layers, {"height": 260})


def _rows_of(shared: SharedIncident, measure: Measure) -> Iterator[dict[str, Any]]:
    """The claims of an incident's tolls, each with the day of its report."""
    for toll in shared.tolls:
        if toll.toll.measure is measure:
            for claim in toll.toll.claims:
                yield _row(claim, toll.published or (claim.when.last if claim.when else None), toll.report)


def _row(claim: NumericClaim, day: dt.date | None, report: str | None) -> dict[str, Any]:
    q = claim.quantity
    figure = next((x for x in (q.best, q.low, q.high) if x is not None), None)
    words = {"source": claim.source_name or "the report itself", "text": q.span.text, "report": report}
    figures = {"figure": figure, "low": q.low, "best": q.best, "high": q.high, "bound": _bound(q)}
    return {"day": None if day is None else _iso(day), **figures, **{name: value and valid(value) for name, value in words.items()}}


def _bound(q: Quantity) -> str:
    return "at least" if q.low is not None and q.high is None else "at most" if q.high is not None and q.low is None else "as told"


def _day(field: str, days: Iterable[str]) -> dict[str, Any]:
    """A field of days as a place on an axis: written in UTC and shown in UTC, so that no reader's time zone moves them."""
    told = sorted(set(days))
    axis = {"format": "%-d %b %Y", "labelOverlap": True, **({"values": told} if len(told) <= FEW else {})}
    return {"field": field, "type": "temporal", "scale": {"type": "utc"}, "title": None, "axis": axis}


def _iso(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _chart(title: str, rows: Sequence[dict[str, Any]], layers: Sequence[dict[str, Any]], size: dict[str, Any]) -> Chart:
    return Chart({"$schema": SCHEMA, "title": valid(title), "width": 560, **size, "data": {"values": list(rows)}, "layer": list(layers)})
