"""Records, timelines and comparisons as plain tables for notebooks: their look is the notebook's, and nothing of the text is read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from conflictkit._compare import ClaimGroup
from conflictkit._comparison import Comparison, ReportedToll, SharedIncident
from conflictkit._models import DatedEvent, DateExpression, Incident, NumericClaim, Quantity, Quote, Span
from conflictkit._speakers import Speaker
from conflictkit._timeline import Timeline, TimelineEntry
from conflictkit.export.shown import (
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    EVENT_COLUMNS,
    INCIDENT_COLUMNS,
    NUMBER_COLUMNS,
    QUOTE_COLUMNS,
    Column,
    about,
    days_of,
    figures_of,
    measure_of,
    safe,
    shown,
    what_of,
)

SPEAKER_COLUMNS = (
    Column("speaker", lambda s: s.name),
    Column("is", lambda s: ", ".join(about(s))),
    Column("quotes", lambda s: len(s.quotes), "figure"),
    Column("claims", lambda s: len(s.claims), "figure"),
)
TIMELINE_COLUMNS = (
    Column("when", lambda e: days_of(e.first, e.last)),
    Column("date from", lambda e: e.date_source),
    Column("what", lambda e: what_of(e.incident)),
    Column("who", lambda e: e.actor),
    Column("whom", lambda e: e.target),
    Column("where", lambda e: e.place),
    Column("tolls", lambda e: ", ".join(f"{measure_of(toll)} {figures_of(toll)}" for toll in e.incident.tolls)),
    Column("factuality", lambda e: e.factuality),
    Column("told by", lambda e: ", ".join(shown(event.trigger) for event in e.mentions)),
)
SHARED_COLUMNS = (
    Column("what", lambda s: what_of(s.incidents[0][1])),
    Column("when", lambda s: days_of(s.incidents[0][1].first, s.incidents[0][1].last)),
    Column("where", lambda s: next((incident.place.name for _, incident in s.incidents if incident.place), None)),
    Column("reports", lambda s: len(s.incidents), "figure"),
    Column("conflict", lambda s: "; ".join(_told(pair) for pair in s.conflicts)),
    Column("grew", lambda s: "; ".join(_told(tolls) for tolls in s.growth)),
    Column("agree", lambda s: "; ".join(_told(tolls) for tolls in s.agreements)),
)
GROUP_COLUMNS = (
    Column("measure", lambda g: str(g.measure).replace("_", " ")),
    Column("of", lambda g: g.unit),
    Column("side", lambda g: g.side),
    Column("place", lambda g: g.place),
    Column("low", lambda g: g.low, "figure"),
    Column("high", lambda g: g.high, "figure"),
    Column("figures", lambda g: len(g.figures), "figure"),
    Column("sources", lambda g: ", ".join(g.sources)),
    Column("verdict", lambda g: "" if len(g.figures) < 2 else "agree" if g.agree else "conflict"),  # noqa: PLR2004
)
COLUMNS: dict[type, Sequence[Column]] = {
    ClaimGroup: GROUP_COLUMNS,
    DatedEvent: EVENT_COLUMNS,
    DateExpression: DATE_COLUMNS,
    Incident: INCIDENT_COLUMNS,
    NumericClaim: CLAIM_COLUMNS,
    Quantity: NUMBER_COLUMNS,
    Quote: QUOTE_COLUMNS,
    SharedIncident: SHARED_COLUMNS,
    Speaker: SPEAKER_COLUMNS,
    Span: (Column("start", lambda s: s.start, "figure"), Column("end", lambda s: s.end, "figure"), Column("text", lambda s: s)),
    TimelineEntry: TIMELINE_COLUMNS,
}
MOST = 200
"""So many rows are shown."""


def records_html(records: Sequence[Any]) -> str | None:
    """A row for each record; None for what is no table: records of several kinds, or none of ours."""
    if not records:
        return "<p>no records</p>"
    kind, *others = {type(record) for record in records}
    return _table(COLUMNS[kind], records) if not others and kind in COLUMNS else None


def timeline_html(timeline: Timeline) -> str:
    """A row for each entry, then what has no date."""
    dated = _table(TIMELINE_COLUMNS, timeline.entries) if timeline.entries else "<p>nothing that has a date</p>"
    return f"{dated}<p>without a date:</p>{_table(INCIDENT_COLUMNS, timeline.undated)}" if timeline.undated else dated


def comparison_html(comparison: Comparison) -> str:
    """A row for each incident that several reports tell."""
    return _table(SHARED_COLUMNS, comparison.incidents) if comparison.incidents else "<p>no incident that two reports tell</p>"


def _told(tolls: Iterable[ReportedToll]) -> str:
    """ "killed: 12 (radio), 20 (paper)"."""
    tolls = list(tolls)
    return f"{measure_of(tolls[0].toll)}: {', '.join(f'{figures_of(told.toll)} ({told.report})' for told in tolls)}"


def _table(columns: Sequence[Column], records: Sequence[Any]) -> str:
    """The columns that a reader sees at first and in which something stands."""
    rows = [[shown(column.cell(record)) for column in columns] for record in records[:MOST]]
    kept = [n for n, column in enumerate(columns) if column.look != "more" and any(row[n] for row in rows)]
    align = {n: ' style="text-align: right"' if columns[n].look == "figure" else ' style="text-align: left"' for n in kept}
    head = "".join(f'<th scope="col"{align[n]}>{columns[n].head}</th>' for n in kept)
    body = "".join(f"<tr>{''.join(f'<td{align[n]}><bdi>{safe(row[n])}</bdi></td>' for n in kept)}</tr>" for row in rows)
    more = f"<p>and {len(records) - MOST:,} more</p>" if len(records) > MOST else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
