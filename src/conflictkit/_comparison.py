"""One incident in several reports: which tolls agree, which conflict, how a toll grew."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from conflictkit._models import Incident, Toll, brief


@frozen
class ReportedToll:
    """A toll and the report that tells it."""

    report: str
    """Id of the report."""
    toll: Toll
    published: dt.date | None = None

    __repr__ = brief


@frozen
class SharedIncident:
    """One incident told by two or more reports."""

    incidents: tuple[tuple[str, Incident], ...]
    """Id of the report and its incident, in the order of publication."""
    agreements: tuple[tuple[ReportedToll, ...], ...] = ()
    """For each measure that two or more reports tell: the tolls that can all be true."""
    conflicts: tuple[tuple[ReportedToll, ReportedToll], ...] = ()
    """Pairs of tolls of one measure whose bounds exclude each other, the smaller first."""
    growth: tuple[tuple[ReportedToll, ...], ...] = ()
    """Tolls that rose from one day of publication to a later one, in that order."""

    __repr__ = brief


@frozen
class Comparison:
    """What several reports tell of the same incidents."""

    incidents: tuple[SharedIncident, ...] = ()

    __repr__ = brief
