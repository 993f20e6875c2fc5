"""What the expressions of a text mean: each unit counted from publication or from where the running story is."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from attrs import evolve

from conflictkit._models import TimexType

from .calendar import (
    SEASON_MONTHS,
    Interval,
    day_value,
    interval,
    month_days,
    month_value,
    month_week,
    nth_weekday_value,
    quarter_value,
    real_day,
    shift_days,
    shift_months,
    week_value,
    written,
    year_value,
)
from .direction import Outlook, named_year
from .feasts import chosen, feast_days
from .headings import leads
from .joins import is_clock
from .parts import SAID, Parts, before
from .running import Running
from .spans import step

SATURDAY, SUNDAY = 5, 6
"""The day on which the week of a newspaper begins: in its issue "last week" is the one of the calendar that ends with it."""
JUST_DUE = 7
"""Days before publication on which a term may have run out, rather than lie a year ahead: "ordered them to leave by Nov. 6"."""


class Story(Running):
    """What the expressions of one text mean, each by those before it."""

    def value(self, parts: Parts) -> str:
        """TIMEX3 value of an expression; moves the anchors."""
        if parts.of is not None:
            return self._hour_of(parts, parts.of)
        value = self._value(parts)
        self._keep(parts, value)
        day = interval(value)[0]
        if parts.shift and day is not None:
            shifted = step(day, parts.shift, parts.shift_unit)
            denied = shifted is None or parts.month is not None and parts.year is None and self._is_denied(parts, shifted)
            return "" if shifted is None or denied else shifted.isoformat() + parts.time
        if parts.unit == "week" and len(value) == 10 and day is not None:
            value = week_value(day)
        if parts.time and (not value or len(value) != 10 and parts.day is None and not value.startswith("P")):
            return "XXXX-XX-XX" + parts.time if value or is_clock(parts) else ""
        self._move(parts, value)
        return value + ("" if value.startswith("P") else parts.time)

    def _hour_of(self, parts: Parts, of: Parts) -> str:
        """An hour on the day that is told beside it."""
        day = interval(self._value(of))[0]
        day = step(day, parts.shift, parts.shift_unit) if day is not None else None
        return (day.isoformat() if day is not None else "XXXX-XX-XX" if parts.time else "") + parts.time

    def settled(self, parts: Parts) -> Parts:
        """ "in two days" as the day so far ahead, "within two days" as those ahead, where the verb looks ahead; else they tell how long something took."""
        if parts.base not in ("in", "within") or self.history or self._outlook(parts) <= 0:
            return parts
        return evolve(parts, base="next") if parts.base == "within" else evolve(parts, timex_type=TimexType.DATE, value=None, base="ago")

    def now(self, parts: Parts) -> dt.date | None:
        """The day that spans are counted from: that of publication, in a story the last one told ("over the next three days troops took ...")."""
        told = self.history or (parts.base == "next" and self._outlook(parts) is Outlook.PAST)
        return self.day if told else self.published

    def period(self, parts: Parts | None) -> Interval:
        """The days of a period that another expression is a part of; the anchors stay."""
        return interval(self._value(parts)) if parts is not None else (None, None, None)

    # --- one kind of expression each ---

    def _value(self, p: Parts) -> str:
        by_unit = BY_UNIT.get(p.unit)
        if by_unit is not None:
            return by_unit(self, p)
        if p.season and p.day is None:
            return self._season(p)
        if p.quarter is not None or p.half is not None:
            return self._quarter(p)
        if p.month is not None:
            return self._month(p)
        if p.day is not None:
            return self._day_of_month(p)
        if p.year is not None:
            return year_value(p.year, bc=p.bc)
        return self._years_on(p) if p.unit == "Y" else self._clock_day(p) if is_clock(p) else ""

    def _clock_day(self, p: Parts) -> str:
        """The day of an hour: that of the story; where it opens a line of its own, as on a live page, that of the line of a day above it, or of publication."""
        opens = self.published is not None and self.doc.opens_paragraph(p.a)
        day = (self.entry_day if opens else self.day) or (None if self.history else self.published)
        return day.isoformat() if day is not None else ""

    def _day_of_month(self, p: Parts) -> str:
        """ "the 15th of last month", "on the 21st"."""
        if p.offset is not None:
            month = self._base_month(p)
            return day_value(*shift_months(*month, p.offset), p.day or 1) if month is not None else ""
        if self.month is not None and (self.history or self.published is None):
            return day_value(*self.month, p.day or 1)
        now = self.published
        return day_value(*shift_months(now.year, now.month, -((p.day or 1) > now.day)), p.day or 1) if now is not None else ""

    def _weekday_of_month(self, p: Parts) -> str:
        month = self._base_month(p)
        return nth_weekday_value(*shift_months(*month, p.offset or 0), p.weekday or 0, p.day or 1) if month is not None else ""

    def _day_base(self, p: Parts) -> dt.date | None:
        """The day that an offset starts from."""
        if p.base == "later":
            return self.day
        if p.base == "story" or p.base == "earlier" and (self.history or p.unit in ("D", "W")):
            elsewhere = self.published is not None and self.month not in (None, (self.published.year, self.published.month))
            open_ = self.history or elsewhere or ((p.offset or 0) > 0 and self._outlook(p) is Outlook.PAST)
            return self.day if open_ else self.day or self.published
        return self.published

    def _week_base(self, p: Parts, n: int) -> dt.date | None:
        """The day that weeks are counted from: an issue of Sunday begins a new one, if its verb does not tell of the past."""
        base = self._day_base(p)
        begins = base is not None and base.weekday() == SUNDAY and (n < 0 or not n and self._outlook(p) is not Outlook.PAST)
        return shift_days(base, 1) or base if begins and base is not None else base

    def _base_month(self, p: Parts) -> tuple[int, int] | None:
        told = p.base in ("story", "later") or (self.history and p.base != "")
        if told and self.month is not None:
            return self.month
        if p.base == "later" or (told and self.year is not None and self.published is None):
            return None
        return (self.published.year, self.published.month) if self.published is not None and not (told and self.history) else None

    def _base_year(self, p: Parts) -> int | None:
        before = self.doc.bounds[max(0, self.doc.bounds[p.a][0] - 1)][0]
        if p.base in ("later", "story") and before <= self.told[0]:
            return self.told[1]  # told in this sentence or the one before
        if (p.base in ("story", "later") or self.history) and self.year is not None:
            return self.year
        return self.published.year if self.published is not None and p.base != "later" else None

    def _days_on(self, p: Parts) -> str:
        """Days, weeks and weekends counted on or back."""
        n = 0 if p.unit == "WE" and p.base == "context" and self._is_running(p) else p.offset or 0
        if p.weekday is not None:
            return self._weekday_of_week(p.weekday, n)
        if p.unit == "D" and self.history and p.base == "published":
            return "PRESENT_REF" if n == 0 else ""
        base = self._week_base(p, n) if p.unit == "W" and p.base == "published" else self._day_base(p)
        day = shift_days(base, n if p.unit == "D" else 7 * n) if base is not None else None
        if day is None or p.base == "story" and n > 0 and self._is_denied(p, day):
            return ""
        if p.unit == "D" or (abs(n) > 1 and p.base in ("ago", "earlier", "later")) or (p.base == "later" and self.history):
            return day.isoformat()
        return week_value(day) + ("-WE" if p.unit == "WE" else "")

    def _is_running(self, p: Parts) -> bool:
        """Whether "the weekend" is the one of the week of publication: where the verb looks ahead, and in an issue of that weekend."""
        return self.published is not None and self.published.weekday() >= SATURDAY or self._outlook(p) > 0

    def _weekday_of_week(self, weekday: int, weeks: int) -> str:
        """A weekday of the week of publication, or so many weeks on."""
        day = shift_days(self.published, weekday - self.published.weekday() + 7 * weeks) if self.published is not None else None
        return day.isoformat() if day is not None else ""

    def _months_on(self, p: Parts) -> str:
        """Months and quarters counted on or back."""
        base, quarters = self._base_month(p), p.unit == "Q"
        year, month = shift_months(*base, (p.offset or 0) * (3 if quarters else 1)) if base is not None else (0, 1)
        if p.base == "later" and 0 < year <= 9999 and self._is_denied(p, dt.date(year, month, 1)):
            return ""
        return quarter_value(year, (month + 2) // 3) if quarters else month_value(year, month)

    def _years_on(self, p: Parts) -> str:
        year, n = self._base_year(p), p.offset or 0
        if year is None:
            return ""
        bc = self.bc and self.history
        if p.unit != "Y":
            length, digits = (10, 3) if p.unit == "DE" else (100, 2)
            return f"{'BC' * bc}{year // length + (-n if bc else n):0{digits}}"
        if self.quarter is not None and not self.history and n == -1 and p.base in ("ago", "earlier"):
            return quarter_value(year - 1, self.quarter[1])
        return year_value(year - n if bc else year + n, bc=bc)

    def _hours_on(self, p: Parts) -> str:
        return "PAST_REF" if (p.offset or 0) < 0 else "FUTURE_REF"

    def _year_on(self, p: Parts) -> int | None:
        """The year that an expression names, or so many on from the one that it is told from."""
        base = self._base_year(p) if p.year is None else None
        return base + (p.offset or 0) if base is not None else p.year

    def _month(self, p: Parts) -> str:
        month, day, year = p.month or 1, p.day, p.year
        if year is None and p.unit == "month":
            return self._month_told(p, month)
        if year is None:
            year = self._year_on(p) if p.unit == "Y" else self._open_year(p, month)
        if year is None:
            return "" if p.unit == "Y" else written("XXXX", month, day)
        if p.bc or self.bc and self.history and p.year is None and p.unit != "Y":
            return written(f"BC{year:04}", month, day)
        if p.unit == "nth weekday" and 0 < year <= 9999:
            return nth_weekday_value(year, month, p.weekday or 0, p.offset or 1)
        if p.unit == "last day":
            day = month_days(year, month) if 0 < year <= 9999 else None
        return day_value(year, month, day) if day else month_value(year, month)

    def _month_told(self, p: Parts, month: int) -> str:
        base = self._base_month(p)
        if base is None:
            return ""
        year, at = base
        year += month <= at if p.offset == 1 else -(month >= at) if p.offset == -1 else 0
        return day_value(year, month, p.day) if p.day else month_value(year, month)

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
        year = self._year_of_entry(p, month)
        if year is None and p.day is not None and p.weekday is None:
            year = self._year_of_passage(p)
        if year is not None:
            return year
        now = self.published
        if p.weekday is not None and p.day is not None:
            for year in (now.year, now.year - 1, now.year + 1):
                day = real_day(year, month, p.day)
                if day is not None and day.weekday() == p.weekday:
                    return year
        return self._likely_year(p, month, now)

    def _year_of_entry(self, p: Parts, month: int) -> int | None:
        """The past year in which a chronicle tells a day: "4 May 2012: ..." or "2012:", and below it "18 May: ..."; "2012: In May"."""
        paragraph, year, told = self.entry
        opens = leads(self.doc, p.a, p.b)
        if self.published is None or not 0 < year < self.published.year or not (opens or not told and paragraph == self.doc.paragraph_of[p.a]):
            return None
        return year + (month < told)

    def _year_of_passage(self, p: Parts) -> int | None:
        """The past year in which a passage tells its days: "The siege began on 5 April 1992. On 2 May the army blocked the town"."""
        at, year = self.dated
        if self.month is not None and self.month == (self.told[1], p.month):
            year, tells = self.told[1], True  # "killed six in March 2017. On the morning of 11 March"
        else:
            tells = at < self.doc.bounds[p.a][0] and self.doc.paragraph_of[at] == self.doc.paragraph_of[p.a]
        return year if tells and self.published is not None and year < self.published.year and self._outlook(p) is Outlook.PAST else None

    def _likely_year(self, p: Parts, month: int, now: dt.date) -> int:
        """The year in which a month lies where its verb looks; without a verb up to two months ahead."""
        side, day = self._outlook(p), p.day
        end_month, end_day = (p.end.month or month, p.end.day) if p.end is not None else (month, day)
        begun = (end_month, end_day or 1) <= (now.month, now.day)
        if p.end is not None and end_month < month:
            begun = False
        over = (month, day or 31) < (now.month, now.day)
        ahead, distance = 6 if side is Outlook.LIKELY else 2, month - now.month
        if side is Outlook.PAST:
            year = now.year - (not begun)
        elif side is Outlook.AHEAD:
            due = real_day(now.year, month, day) if day is not None and before(self.doc, p.a) in ("by", "until") else None
            year = now.year + (over and (due is None or (now - due).days > JUST_DUE))
        else:
            year = now.year + (1 if distance + 12 <= ahead else -1 if distance > ahead else 0)
        step_ = 1 if side > 0 else -1
        while (month, day) == (2, 29) and not calendar.isleap(year) and abs(year - now.year) < 8:
            year += step_
        return year

    def _weekday(self, p: Parts) -> str:
        """The day of a weekday, counted from that of the story or of publication; without both the day that it was told with."""
        wanted = p.weekday or 0
        base = (self.day if p.base in ("story", "range") or self.history else None) or self.published
        if base is None:
            return self.weekdays.get(wanted, "") if p.offset is None else ""
        day = shift_days(base, self._days_to_weekday(p, (base.weekday() - wanted) % 7))
        return day.isoformat() if day is not None else ""

    def _days_to_weekday(self, p: Parts, back: int) -> int:
        """How many days on (or back) a weekday lies that was so many days ago."""
        step_, ahead = p.offset or 0, -back % 7
        if p.base == "range" and self.day is not None:
            return ahead
        if p.base == "story" and step_ == 0 and p.offset is not None and self.day is not None:
            return ahead  # "that Monday"
        if step_ < 0:
            return -(back or 7) + 7 * (step_ + 1)
        if step_ > 0:
            return (ahead or 7) + 7 * (step_ - 1)
        if self._is_next(p, back):
            return ahead
        reach = (p.end.weekday or 0) - (p.weekday or 0) if p.end is not None else 0
        return -back - 7 * (self._is_before_told(p, back) or reach % 7 > back and self._outlook(p) is Outlook.PAST)

    def _is_before_told(self, p: Parts, back: int) -> bool:
        """Whether a weekday of a pluperfect would lie behind the day told before in its sentence: "said on Saturday that they had arrested six on Thursday"."""
        day = shift_days(self.published, -back) if self.published is not None and self.day_at >= self.doc.bounds[p.a][0] else None
        return day is not None and self.day is not None and self.day < day and "had" in self.doc.low[self.day_at : p.a] and SAID.isdisjoint(self.doc.low[p.a - 2 : p.a])

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
                start, now = SEASON_MONTHS[p.season], self.published.month
                if p.offset == 1 or p.offset is None and now >= start + 3 and self._outlook(p) > 0:
                    year += now >= start
                elif p.offset == -1:
                    year -= now < start + 3
                else:
                    year -= p.season == "WI" and now <= 2 or p.offset is None and start - now > 5 and not self._outlook(p) > 0
            elif p.offset:
                year += p.offset
        if p.bc or (self.bc and self.history and p.year is None):
            return f"BC{year:04}-{p.season}"
        return f"{year:04}-{p.season}" if 0 < year <= 9999 else ""

    def _quarter(self, p: Parts) -> str:
        year = p.year
        if p.half is not None:
            year = self._year_on(p)
            return f"{year:04}-H{p.half}" if year is not None and 0 < year <= 9999 else ""
        quarter = p.quarter or 1
        if year is None and p.offset is not None:
            year = self._year_on(p)
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
        if p.day is not None:
            return (days[0] + dt.timedelta(p.day - 1)).isoformat()
        return days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"

    def _weekday_day(self, p: Parts) -> str:
        """The nearest month, back or ahead as the verb looks, in which the weekday falls on the day."""
        if self.published is None:
            return ""
        side, now = self._outlook(p), self.published
        days = [real_day(*shift_months(now.year, now.month, by), p.day or 1) for by in range(-12, 13)]
        fitting = [day for day in days if day is not None and day.weekday() == p.weekday and (day <= now or side > Outlook.PAST) and (day >= now or side < Outlook.AHEAD)]
        return min(fitting, key=lambda day: abs((day - now).days)).isoformat() if fitting else ""

    def _week_of_month(self, p: Parts) -> str:
        base = self._base_month(p)
        if p.month is not None:
            year = p.year if p.year is not None else self._open_year(p, p.month)
            base = (year, p.month) if year is not None else None
        year, month = shift_months(*base, p.offset or 0) if base is not None else (0, 0)
        if not 0 < year <= 9999:
            return ""
        if p.weekday is not None:
            day = interval(nth_weekday_value(year, month, p.weekday, p.day or 1))[0]
            return week_value(day) + "-WE" if day is not None else ""
        monday = month_week(year, month, p.day or 1)
        return week_value(monday) if monday is not None else ""

    def _week_of_year(self, p: Parts) -> str:
        year = self._year_on(p)
        value = f"{year:04}-W{p.day:02}" if year is not None else ""
        return value if interval(value)[0] is not None else ""


BY_UNIT: dict[str, Callable[[Story, Parts], str]] = {
    "holiday": Story._holiday,
    "weekday": Story._weekday,
    "weekday of day": Story._weekday_day,
    "weekday of month": Story._weekday_of_month,
    "week of month": Story._week_of_month,
    "week of year": Story._week_of_year,
    "season": Story._season,
    "D": Story._days_on,
    "W": Story._days_on,
    "WE": Story._days_on,
    "M": Story._months_on,
    "Q": Story._months_on,
    "DE": Story._years_on,
    "CE": Story._years_on,
    "H": Story._hours_on,
    "TM": Story._hours_on,
}
"""How an expression of each unit is resolved; what names a month, day or year without one is told by its parts."""
