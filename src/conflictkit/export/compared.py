"""What several reports say of the same thing, incidents before single numbers, as rows for tables, pages and the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from conflictkit._compare import compare_claims
from conflictkit._comparison import Comparison, SharedIncident, compare
from conflictkit._models import Incident, Measure, NumericClaim, Toll
from conflictkit._report import Report

COLUMNS = ("subject", "verdict", "measure", "side", "place", "role", "low", "best", "high", "source", "date", "document", "published", "text")
"""Columns of the rows, in order."""
MEASURES = (*map(str, Measure), None)
"""The order of an incident's rows."""


@frozen
class Compared:
    """Figures that speak of the same thing."""

    subject: str
    """What they speak of: an incident, or what is counted."""
    verdict: str
    """Whether they agree: "agree", "conflict", "grew" (a toll that rose from day to day), or "" for a single figure."""
    rows: tuple[dict[str, Any], ...]
    """A row for each figure, with the keys ``COLUMNS``."""
    in_incidents: bool = False
    """Whether all its figures stand in the tolls of incidents that several reports tell."""

    @property
    def told_again(self) -> bool:
        """Whether more than one figure, or more than one document, speaks of it, and no incident says the same."""
        return not self.in_incidents and (bool(self.verdict) or len({row["document"] for row in self.rows}) > 1)


def compared(reports: Sequence[tuple[str, Report]]) -> list[Compared]:
    """What the reports say of the same things: incidents that several tell, then claims; conflicts before agreements, single documents last."""
    told = compare(reports)
    counted = {(name, claim) for shared in told.incidents for name, incident in shared.incidents for toll in incident.tolls for claim in toll.claims}
    return [*sorted(of_incidents(told, dict(reports)), key=_rank), *sorted(_of_claims(reports, counted), key=_rank)]


def of_incidents(told: Comparison, reports: Mapping[str, Report]) -> Iterator[Compared]:
    """A group for each incident: a row for each toll of each report, or for a report that tells none."""
    for shared in told.incidents:
        subject = _subject(shared)
        verdict = "conflict" if shared.conflicts else "grew" if shared.growth else "agree" if shared.agreements else ""
        rows = [
            {**_about(incident, reports[name].published), **_toll(toll), "subject": subject, "verdict": verdict, "document": name}
            for name, incident in shared.incidents
            for toll in incident.tolls or (None,)
        ]
        rows.sort(key=lambda row: MEASURES.index(row.get("measure")))
        yield Compared(subject, verdict, tuple({column: row.get(column) for column in COLUMNS} for row in rows))


def _subject(shared: SharedIncident) -> str:
    incident = shared.incidents[0][1]
    what = incident.sub_event_type or str(incident.kind or "incident").lower()
    return ", ".join(filter(None, (f"{what[0].upper()}{what[1:]}", incident.place.name if incident.place else None, _days(incident))))


def _about(incident: Incident, published: dt.date | None) -> dict[str, Any]:
    """What holds for each toll of an incident, which is told as it stands on the day of publication."""
    return {
        "place": incident.place.name if incident.place else None,
        "date": _iso(published or incident.last),
        "published": _iso(published),
        "text": incident.events[0].trigger.text if incident.events else None,
    }


def _toll(toll: Toll | None) -> dict[str, Any]:
    if toll is None:
        return {}
    sources = dict.fromkeys(claim.source.name for claim in toll.claims if claim.source is not None and claim.source.name)
    figures = {"measure": str(toll.measure), "role": "total", "low": toll.low, "best": toll.best, "high": toll.high, "source": "; ".join(sources) or None}
    return {**figures, "text": "; ".join(claim.quantity.span.text for claim in toll.claims)} if toll.claims else figures


def _days(incident: Incident) -> str | None:
    first, last = _iso(incident.first), _iso(incident.last)
    return first if first == last else f"{first} to {last}"


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _of_claims(reports: Sequence[tuple[str, Report]], counted: set[tuple[str, NumericClaim]]) -> Iterator[Compared]:
    """A group for each thing that claims speak of; ``counted`` are those in tolls of shared incidents."""
    names = [name for name, _ in reports]
    for group in compare_claims([report for _, report in reports]):
        subject = group.summary().partition(": ")[0]
        verdict = "" if len(group.figures) < 2 else "agree" if group.agree else "conflict"  # noqa: PLR2004
        rows = [{**row, "subject": subject, "verdict": verdict, "document": names[row["report"]]} for row in group.rows()]
        figures = (*group.figures, *group.parts)
        again = all(figure.report is not None and (names[figure.report], figure.claim) in counted for figure in figures)
        yield Compared(subject, verdict, tuple({column: row[column] for column in COLUMNS} for row in rows), in_incidents=again)


def _rank(group: Compared) -> tuple[bool, bool]:
    return len({row["document"] for row in group.rows}) < 2, group.verdict != "conflict"  # noqa: PLR2004
