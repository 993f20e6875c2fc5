"""The running story of a text: the day, month and year that its expressions came to, and which of them move it."""

from __future__ import annotations

import datetime as dt

from conflictkit._document import Document
from conflictkit._models import Grain

from .calendar import interval
from .direction import DETERMINERS, Asked, Outlook, outlook
from .headings import leads
from .joins import is_clock
from .parts import SAID, Parts, before

FAR = 5
"""Years between the story and a bare year that only looks back or ahead."""


class Running:
    """The running anchors of one text: the last year, month and day that its expressions came to."""

    def __init__(
        self, doc: Document, published: dt.date | None, *, history: bool, outlook: Asked = outlook
    ) -> None:
        self.doc = doc
        self.outlook = outlook
        self.published = published
        self.history = history
        self.year: int | None = None
        self.month: tuple[int, int] | None = None
        self.day: dt.date | None = None
        self.day_at: int = -1
        """Token of the day last told."""
        self.quarter: tuple[int, int] | None = None
        self.bc: bool = False
        self.weekdays: dict[int, str] = {}
        """The day that a weekday was told with ("Thursday, Dec. 15"); a text without publication means it again by "Thursday"."""
        self.told: tuple[int, int] = (-1, 0)
        """Token and year of the last year that was told, by itself or with a month, whether the story moved there or not."""
        self.dated: tuple[int, int] = (0, dt.MAXYEAR)
        """Token and year of the last day that was told with its year."""
        self.entry: tuple[int, int, int] = (-1, 0, 0)
        """Paragraph, year and month of the last entry of a chronicle that a date opens."""
        self.entry_day: dt.date | None = None
        """The day of it, which the hours of a live page below it are hours of."""
        self.home: int = 0
        """The year the story was in before it last jumped."""

    def _move(self, parts: Parts, value: str) -> None:
        """Take an expression as the new anchor; what is told relative to it, in brackets, of decades, or far off, is none."""
        if not value or parts.base in ("ago", "earlier") or (parts.a and self.doc.low[parts.a - 1] == "(") or self._is_owner(parts) or self._is_bound(parts) or self._is_of_saying(parts):
            return
        if value.startswith("BC"):
            if len(value) == 6:
                self.year, self.bc, self.month, self.day = int(value[2:]), True, None, None
            return
        first, _, grain = interval(value)
        if first is None or grain in ("decade", "century") or (grain == "year" and self._is_aside(parts, first.year)):
            return
        self._take(first, grain)
        self.day_at = parts.a if grain == "day" else self.day_at
        if self.year is not None and abs(first.year - self.year) > FAR:
            self.home = self.year
        self.year, self.bc = first.year, False

    def _is_owner(self, parts: Parts) -> bool:
        """Whether a day only names what was told before: "no one claimed Sunday's bombing", "the October 7 attacks"."""
        low, a, b = self.doc.low, parts.a, parts.b
        owns = parts.unit == "weekday" and low[b : b + 1] in (["'s"], ["’s"])
        return not self.history and (owns or parts.day is not None and a > 0 and low[a - 1] in DETERMINERS and low[b : b + 1] != [] and low[b].isalpha())

    def _is_of_saying(self, parts: Parts) -> bool:
        """Whether a day is only that of saying what has a day of its own: "two died on Sunday, police said Monday"."""
        start, led = self.doc.bounds[parts.a][0], parts.a - (before(self.doc, parts.a) == "on")
        return not self.history and start <= self.day_at < parts.a and self.doc.low[led - 1] in SAID and self.doc.low[self.day_at - 1] not in SAID

    def _take(self, first: dt.date, grain: Grain | None) -> None:
        """The month, day and quarter of a new anchor."""
        if grain == "year" and self.month is not None and self.month[0] != first.year:
            self.month, self.day = None, self.day if self.history else None
        elif grain in ("day", "month"):
            self.month = (first.year, first.month)
            if grain == "day":
                self.day = first
            elif not self.history and self.day is not None and (self.day.year, self.day.month) != self.month:
                self.day = None
        elif grain == "quarter":
            self.quarter = (first.year, (first.month + 2) // 3)

    def _is_aside(self, parts: Parts, year: int) -> bool:
        """Whether a bare year is planned or lies too far off to move the story there."""
        if self._planned(parts, year):
            return True
        return self.year is not None and abs(year - self.year) > FAR and not self.bc and abs(year - self.home) > FAR

    def _is_bound(self, parts: Parts) -> bool:
        """Whether a date only bounds what is told: since which something holds ("since troops left in August"); in a history also one that is counted from the day of writing or back ("the
        previous year"), and one until which something held ("until the city fell in 1945")."""
        begin, low = self.doc.bounds[parts.a][0], self.doc.low
        comma = next((k for k in range(parts.a - 1, begin - 1, -1) if low[k] == ","), begin)
        since = "since" in low[comma : parts.a]
        if since or not self.history:
            return since
        back = (parts.offset or 0) < 0 if parts.base == "story" else parts.base == "published" and bool(parts.offset)
        ahead = parts.year is not None and self.year is not None and parts.year > self.year
        return back or (ahead and "until" in low[begin : parts.a])

    def _planned(self, parts: Parts, year: int) -> bool:
        """Whether a year ahead of the story is only looked forward to ("planned for 1976")."""
        return self.year is not None and year > self.year and self._outlook(parts) > 0

    def _keep(self, parts: Parts, value: str) -> None:
        """Keep the day that a weekday is told with, and the last year told."""
        if parts.weekday is not None and parts.day is not None:
            self.weekdays[parts.weekday] = value
        first, _, grain = interval(value)
        if first is not None and (grain in ("day", "month") or grain == "year" and parts.year is not None) and leads(self.doc, parts.a, parts.b):
            self.entry = (self.doc.paragraph_of[parts.a], first.year, 0 if grain == "year" else first.month)
            self.entry_day = first if grain == "day" and not is_clock(parts) else self.entry_day
        if parts.year is not None and not parts.bc and not self._is_bound(parts):
            self.told = (parts.a, parts.year)
            self.dated = self.told if parts.day is not None else self.dated

    def _outlook(self, p: Parts) -> Outlook:
        return self.outlook(self.doc, p.a, p.end.b if p.end is not None else p.b)

    def _is_denied(self, parts: Parts, day: dt.date) -> bool:
        """Whether a day would lie after publication though its verb tells of the past."""
        return self.published is not None and day > self.published and self._outlook(parts) is Outlook.PAST
