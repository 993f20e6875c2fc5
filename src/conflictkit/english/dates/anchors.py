"""What a text leaves open of its dates, filled in text order from the publication date or the running story."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Sequence

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import DateExpression, Mod, TimexType
from conflictkit.english.dates.calendar import (
    SEASON_MONTHS,
    Interval,
    interval,
    month_days,
    month_value,
    month_week,
    nth_weekday,
    quarter_value,
    real_day,
    shift_days,
    shift_months,
    week_value,
    year_value,
)
from conflictkit.english.dates.direction import Outlook, named_year, outlook
from conflictkit.english.dates.feasts import chosen, feast_days, is_approximate
from conflictkit.english.dates.joins import is_clock, join
from conflictkit.english.dates.parts import TABLE, Parts
from conflictkit.english.dates.spans import covered

SLASHED = "month/day/year"
MODS = {word: Mod(name) for word, name in TABLE["mods"].items()}
BOUNDS = {word: Mod(name) for word, name in TABLE["before"].items()}


def resolve(doc: Document, found: Sequence[tuple[Parts, str]], published: dt.date | None) -> tuple[DateExpression, ...]:
    """Expressions with values, in text order."""
    joined = join(doc, _one_order(found))
    story = Story(doc, published, history=_is_history([parts for parts, _ in joined], published))
    out: list[DateExpression] = []
    for parts, rule in joined:
        if (parts.base == "history" and not story.history) or (parts.base == "news" and story.history) or parts.joins:
            continue
        parts = story.settled(parts)
        value = parts.value if parts.value is not None else story.value(parts)
        if parts.base == "often" and story.history:
            value = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1Y": "XXXX"}.get(value, value)
        mod = _mod(doc, parts) or (Mod.APPROX if is_approximate(parts.season) and value else None)
        first, last, grain = covered(parts, value, mod, doc.low[parts.a : parts.b], story.now(parts), story.period(parts.within))
        relative = not (parts.value is not None or parts.bc or (parts.year is not None and not parts.offset))
        out.append(DateExpression(doc.span(parts.a, parts.b), parts.timex_type, value, mod, first, last, grain, relative, rule))
    return tuple(out)


def _one_order(found: Sequence[tuple[Parts, str]]) -> list[tuple[Parts, str]]:
    """Days written in figures in the one order that the document shows: where "25/03/2024" stands, "04/05/2024" is in May."""
    orders = {parts.base for parts, rule in found if rule == SLASHED}
    if "day first" not in orders or "month first" in orders:
        return list(found)
    return [(evolve(p, month=p.day, day=p.month) if rule == SLASHED and not p.base else p, rule) for p, rule in found]


def _mod(doc: Document, parts: Parts) -> Mod | None:
    low = doc.low
    k = parts.a
    if low[k] in ("the", "at", "no", "in") and k + 1 < parts.b:
        k += 1
    mod = MODS.get(low[k])
    if mod is not None and k + 1 < parts.b:
        if low[k - 1] == "no" and k > parts.a:
            return Mod.EQUAL_OR_LESS if mod is Mod.MORE_THAN else Mod.EQUAL_OR_MORE
        return mod
    return BOUNDS.get(low[parts.a - 1]) if parts.a and parts.timex_type is not TimexType.DURATION and parts.value is None else None


def _is_history(parts: Sequence[Parts], published: dt.date | None) -> bool:
    """Whether the text tells of another time: many years away from publication, few words tied to the day of writing."""
    years = deictic = 0
    for p in parts:
        if p.bc or (p.year is not None and (published is None or abs(p.year - published.year) > 1)):
            years += 1
        elif p.base == "published" or (p.unit == "weekday" and not p.base):
            deictic += 1
    if published is None:
        return years >= 3 and years > 3 * deictic
    return (years >= 12 and years > 3 * deictic) or (years >= 5 and deictic == 0)


class Story:
    """The running anchors of one text: the last year, month and day that its expressions came to."""

    def __init__(
        self, doc: Document, published: dt.date | None, *, history: bool, outlook: Callable[[Document, int, int], Outlook] = outlook
    ) -> None:
        self.doc = doc
        self.outlook = outlook
        self.published = published
        self.history = history
        self.year: int | None = None
        self.month: tuple[int, int] | None = None
        self.day: dt.date | None = None
        self.quarter: tuple[int, int] | None = None
        self.bc: bool = False
        self.weekdays: dict[int, str] = {}
        """The day that a weekday was told with ("Thursday, Dec. 15"); a text without publication means it again by "Thursday"."""
        self.told: tuple[int, int] = (-1, 0)
        """Token and year of the last year that was told, by itself or with a month, whether the story moved there or not."""
        self.home: int = 0
        """The year the story was in before it last jumped."""

    def value(self, parts: Parts) -> str:
        """TIMEX3 value of an expression; moves the anchors."""
        if parts.of is not None:
            day = interval(self._value(parts.of))[0]
            day = shift_days(day, parts.shift) if day is not None else None
            return (day.isoformat() if day is not None else "XXXX-XX-XX" if parts.time else "") + parts.time
        value = self._value(parts)
        if parts.weekday is not None and parts.day is not None:
            self.weekdays[parts.weekday] = value
        if parts.year is not None and not parts.bc:
            self.told = (parts.a, parts.year)
        if parts.shift and (day := interval(value)[0]) is not None:
            shifted = shift_days(day, parts.shift)
            return shifted.isoformat() + parts.time if shifted is not None else ""
        if parts.unit == "week" and len(value) == 10 and (day := interval(value)[0]) is not None:
            value = week_value(day)
        if parts.time and value and not value.startswith("P"):
            if len(value) != 10 and parts.day is None:
                return "XXXX-XX-XX" + parts.time
            if parts.base not in ("ago", "earlier"):
                self._move(parts, value)
            return value + parts.time
        if parts.time and not value:
            return "XXXX-XX-XX" + parts.time if is_clock(parts) else ""
        self._move(parts, value)
        return value

    def settled(self, parts: Parts) -> Parts:
        """ "in two days" as the day so far ahead, where the verb looks ahead; else it tells how long something took."""
        if parts.base == "in" and not self.history and self._outlook(parts) > 0:
            return evolve(parts, timex_type=TimexType.DATE, value=None, base="ago")
        return parts

    def now(self, parts: Parts) -> dt.date | None:
        """The day that spans are counted from: that of publication, in a story the last one told ("over the next three days troops took ...")."""
        told = self.history or (parts.base == "next" and self._outlook(parts) is Outlook.PAST)
        return self.day if told else self.published

    def period(self, parts: Parts | None) -> Interval:
        """The days of a period that another expression is a part of; the anchors stay."""
        return interval(self._value(parts)) if parts is not None else (None, None, None)

    def _move(self, parts: Parts, value: str) -> None:
        if not value or parts.base in ("ago", "earlier") or (parts.a and self.doc.low[parts.a - 1] == "("):
            return
        if value.startswith("BC"):
            if len(value) == 6:
                self.year, self.bc, self.month, self.day = int(value[2:]), True, None, None
            return
        first, _, grain = interval(value)
        if first is None or grain in ("decade", "century"):
            return
        year = first.year
        if grain == "year":
            if self._planned(parts, year):
                return
            if self.year is not None and abs(year - self.year) > 5 and not self.bc and abs(year - self.home) > 5:
                return
            if self.month is not None and self.month[0] != year:
                self.month = None
        elif grain in ("day", "month"):
            self.month = (year, first.month)
            if grain == "day":
                self.day = first
        elif grain == "quarter":
            self.quarter = (year, (first.month + 2) // 3)
        if self.year is not None and abs(year - self.year) > 5:
            self.home = self.year
        self.year, self.bc = year, False

    def _planned(self, parts: Parts, year: int) -> bool:
        """Whether a year ahead of the story is only looked forward to ("planned for 1976")."""
        return self.year is not None and year > self.year and self._outlook(parts) > 0

    # --- one kind of expression each ---

    def _value(self, p: Parts) -> str:
        if p.unit == "holiday":
            return self._holiday(p)
        if p.unit == "weekday":
            return self._weekday(p)
        if p.unit == "season" or (p.season and p.day is None):
            return self._season(p)
        if p.quarter is not None or p.half is not None:
            return self._quarter(p)
        if p.unit == "week of year":
            return self._week_of_year(p)
        if p.unit == "weekday of day":
            return self._weekday_day(p)
        if p.unit == "week of month":
            return self._week_of_month(p)
        if p.unit == "weekday of month":
            month = self._base_month(p)
            return _nth_weekday(*shift_months(*month, p.offset or 0), p.weekday or 0, p.day or 1) if month is not None else ""
        if p.month is not None:
            return self._month(p)
        if p.day is not None and p.offset is not None:
            month = self._base_month(p)
            return _day_value(*shift_months(*month, p.offset), p.day) if month is not None else ""
        if p.day is not None:
            if self.month is not None and (self.history or self.published is None):
                return _day_value(*self.month, p.day)
            if self.published is None:
                return ""
            month = (self.published.year, self.published.month)
            return _day_value(*(month if p.day <= self.published.day else shift_months(*month, -1)), p.day)
        if p.year is not None:
            return year_value(p.year, bc=p.bc)
        if is_clock(p):
            day = self.day or (None if self.history else self.published)
            return day.isoformat() if day is not None else ""
        return self._shift(p)

    def _day_base(self, p: Parts) -> dt.date | None:
        """The day that an offset starts from."""
        if p.base == "later":
            return self.day
        if p.base == "story" or (p.base == "earlier" and self.history):
            return self.day or self.published if not self.history else self.day
        if self.history and p.base == "context":
            return self.day
        return self.published

    def _base_month(self, p: Parts) -> tuple[int, int] | None:
        told = p.base in ("story", "later") or (self.history and p.base != "")
        if told and self.month is not None:
            return self.month
        if p.base == "later" or (told and self.year is not None and self.published is None):
            return None
        return (self.published.year, self.published.month) if self.published is not None and not (told and self.history) else None

    def _base_year(self, p: Parts) -> int | None:
        if p.base == "later" and self.doc.bounds(p.a)[0] <= self.told[0]:
            return self.told[1]
        if (p.base in ("story", "later") or self.history) and self.year is not None:
            return self.year
        return self.published.year if self.published is not None and p.base != "later" else None

    def _shift(self, p: Parts) -> str:
        n = p.offset or 0
        if p.weekday is not None and p.unit == "W":
            if self.published is None:
                return ""
            monday = shift_days(self.published, -self.published.weekday() + 7 * n)
            day = shift_days(monday, p.weekday) if monday is not None else None
            return day.isoformat() if day is not None else ""
        if p.unit in ("D", "W", "WE"):
            if p.unit == "D" and self.history and p.base == "published":
                return "PRESENT_REF" if n == 0 else ""
            base = self._day_base(p)
            if base is None:
                return ""
            day = shift_days(base, n if p.unit == "D" else 7 * n)
            if day is None:
                return ""
            if p.unit == "D" or (abs(n) > 1 and p.base in ("ago", "earlier", "later")) or (p.base == "later" and self.history):
                return day.isoformat()
            return week_value(day) + ("-WE" if p.unit == "WE" else "")
        if p.unit == "M":
            month = self._base_month(p)
            return month_value(*shift_months(*month, n)) if month is not None else ""
        if p.unit == "Q":
            if self.published is None:
                return ""
            return quarter_value(*_quarters(self.published.year, (self.published.month + 2) // 3, n))
        if p.unit in ("Y", "DE", "CE"):
            year = self._base_year(p)
            if year is None:
                return ""
            if p.unit == "DE":
                return f"{year // 10 + n:03}"
            if p.unit == "CE":
                return f"{year // 100 + n:02}"
            if self.quarter is not None and not self.history and n == -1 and p.base in ("ago", "earlier"):
                return quarter_value(self.quarter[0] if self.quarter[0] < year else year - 1, self.quarter[1])
            return year_value(year + (-n if self.bc and self.history else n), bc=self.bc and self.history)
        if p.unit in ("H", "TM"):
            return "PAST_REF" if n < 0 else "FUTURE_REF"
        return ""

    def _month(self, p: Parts) -> str:
        month, day = p.month or 1, p.day
        if p.bc and p.year is not None:
            return f"BC{p.year:04}-{month:02}" + (f"-{day:02}" if day else "")
        year = p.year
        if year is None and p.unit == "Y":
            base = self._base_year(p)
            year = base + (p.offset or 0) if base is not None else None
            if year is None:
                return ""
        elif year is None and p.unit == "month":
            return self._month_told(p, month)
        elif year is None:
            year = self._open_year(p, month)
            if year is None:
                return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
            if self.bc and self.history:
                return f"BC{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        if p.unit == "nth weekday" and 0 < year <= 9999:
            return _nth_weekday(year, month, p.weekday or 0, p.offset or 1)
        if p.unit == "last day":
            day = month_days(year, month) if 0 < year <= 9999 else None
        return _day_value(year, month, day) if day else month_value(year, month)

    def _month_told(self, p: Parts, month: int) -> str:
        base = self._base_month(p)
        if base is None:
            return ""
        year, at = base
        if p.offset == -1:
            year -= month >= at
        elif p.offset == 1:
            year += month <= at
        return month_value(year, month)

    def _open_year(self, p: Parts, month: int) -> int | None:
        """The year of a month that stands without one."""
        if self.history:
            if self.year is None:
                return None
            if self.month is not None and self.month[0] == self.year and self.month[1] - month >= (8 if p.day is None else 10):
                return self.year + 1
            return self.year
        if self.published is None:
            return None
        if p.base == "range" and self.month is not None:
            return self.month[0] + (month < self.month[1])
        now = self.published
        if p.weekday is not None and p.day is not None:
            for year in (now.year, now.year - 1, now.year + 1):
                day = real_day(year, month, p.day)
                if day is not None and day.weekday() == p.weekday:
                    return year
        return self._likely_year(p, month, now)

    def _likely_year(self, p: Parts, month: int, now: dt.date) -> int:
        """The year in which a month lies where its verb looks; without a verb up to two months ahead."""
        side, day = self._outlook(p), p.day
        end_month, end_day = (p.end.month or month, p.end.day) if p.end is not None else (month, day)
        begun = (end_month, end_day or 1) <= (now.month, now.day)
        if p.end is not None and end_month < month:
            begun = False
        over = (month, day or 31) < (now.month, now.day)
        if side is Outlook.PAST:
            year = now.year - (not begun)
            while month == 2 and day == 29 and not calendar.isleap(year) and year > now.year - 8:
                year -= 1
            return year
        if side is Outlook.AHEAD:
            return now.year + over
        ahead = 6 if side is Outlook.LIKELY else 2
        distance = month - now.month
        return now.year + (1 if distance + 12 <= ahead else -1 if distance > ahead else 0)

    def _outlook(self, p: Parts) -> Outlook:
        return self.outlook(self.doc, p.a, p.end.b if p.end is not None else p.b)

    def _weekday(self, p: Parts) -> str:
        wanted = p.weekday or 0
        base = self.day if p.base == "story" or (self.history and self.day is not None) else self.published
        if base is None:
            base = self.published
        if base is None:
            return self.weekdays.get(wanted, "") if p.offset is None else ""
        back = (base.weekday() - wanted) % 7
        if p.base == "range" and self.day is not None:
            day = shift_days(self.day, (wanted - self.day.weekday()) % 7)
        elif p.base == "story":
            ahead = (wanted - base.weekday()) % 7
            day = shift_days(base, 0 if p.offset == 0 and not back else -(back or 7) if (p.offset or 0) < 0 else ahead or 7)
        elif p.offset is not None and p.offset < 0:
            day = shift_days(base, -(back or 7) + 7 * (p.offset + 1))
        elif p.offset == 1:
            day = shift_days(base, (7 - back) or 7)
        elif self._is_next(p, back):
            day = shift_days(base, 7 - back)
        else:
            reach = (p.end.weekday or 0) - wanted if p.end is not None else 0
            day = shift_days(base, -back - 7 * (reach % 7 > back and self._outlook(p) is Outlook.PAST))
        return day.isoformat() if day is not None else ""

    def _is_next(self, p: Parts, back: int) -> bool:
        """Whether a weekday that lies so many days back is meant as one to come; the day after publication is, unless the verb tells of the past."""
        if not back:
            return False
        side = self._outlook(p)
        if p.offset == 0:
            return side is not Outlook.PAST
        return side is Outlook.AHEAD or (back == 6 and side is not Outlook.PAST)

    def _season(self, p: Parts) -> str:
        year = p.year if p.year is not None or p.offset is not None else named_year(self.doc, p.b)
        if year is None:
            base = self._base_year(p) if p.base != "story" else self.year
            if base is None:
                return ""
            year = base
            if not self.history and self.published is not None:
                start = SEASON_MONTHS[p.season]
                now = self.published.month
                if p.offset == -1:
                    year -= now < start + 3
                elif p.offset == 1:
                    year += now >= start
                elif p.season == "WI" and now <= 2:
                    year -= 1
                elif p.offset is None and start - now > 5 and not self._outlook(p) > 0:
                    year -= 1
            elif p.offset:
                year += p.offset
        if p.bc or (self.bc and self.history and p.year is None):
            return f"BC{year:04}-{p.season}"
        return f"{year:04}-{p.season}" if 0 < year <= 9999 else ""

    def _quarter(self, p: Parts) -> str:
        year = p.year
        if p.half is not None:
            if year is None:
                base = self._base_year(p)
                year = base + (p.offset or 0) if base is not None else None
            return f"{year:04}-H{p.half}" if year is not None and 0 < year <= 9999 else ""
        quarter = p.quarter or 1
        if year is None and p.offset is not None:
            base = self._base_year(p)
            year = base + p.offset if base is not None else None
        elif year is None and self.history:
            year = self.year
        elif year is None and self.published is not None:
            year = self.published.year
            if quarter > (self.published.month + 2) // 3 + (1 if self._outlook(p) > 0 else 0):
                year -= 1
        return quarter_value(year, quarter) if year is not None else ""

    def _holiday(self, p: Parts) -> str:
        year = p.year if p.year is not None or not self.history else self.year
        if p.base == "published" and self.published is not None:
            year = self.published.year + (p.offset or 0)
        if year is not None:
            days = next(iter(feast_days(p.season, year)), None)
        else:
            days = chosen(p.season, self.published, self._outlook(p), p.offset) if self.published is not None else None
        if days is None:
            return ""
        return days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"

    def _weekday_day(self, p: Parts) -> str:
        """The nearest month, back or ahead as the verb looks, in which the weekday falls on the day."""
        if self.published is None:
            return ""
        ahead = self._outlook(p) > 0
        for by in range(0, 12 if ahead else -12, 1 if ahead else -1):
            day = real_day(*shift_months(self.published.year, self.published.month, by), p.day or 1)
            if day is not None and day.weekday() == p.weekday and (by or (day >= self.published if ahead else day <= self.published)):
                return day.isoformat()
        return ""

    def _week_of_month(self, p: Parts) -> str:
        base = self._base_month(p)
        if p.month is not None:
            year = p.year if p.year is not None else self._open_year(p, p.month)
            base = (year, p.month) if year is not None else None
        year, month = shift_months(*base, p.offset or 0) if base is not None else (0, 0)
        monday = month_week(year, month, p.day or 1) if 0 < year <= 9999 else None
        return week_value(monday) if monday is not None else ""

    def _week_of_year(self, p: Parts) -> str:
        base = p.year if p.year is not None else self._base_year(p)
        year = base + (p.offset or 0) if base is not None else None
        value = f"{year:04}-W{p.day:02}" if year is not None else ""
        return value if interval(value)[0] is not None else ""


def _day_value(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if real_day(year, month, day) is not None else ""


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> str:
    """The nth such weekday of a month, the last for -1; "" when the month has no fifth one."""
    day = nth_weekday(year, month, weekday, 5 if nth < 0 else nth)
    if day.month != month and nth < 0:
        day -= dt.timedelta(7)
    return day.isoformat() if day.month == month else ""


def _quarters(year: int, quarter: int, n: int) -> tuple[int, int]:
    total = year * 4 + quarter - 1 + n
    return total // 4, total % 4 + 1
