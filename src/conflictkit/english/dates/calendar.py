"""Calendar arithmetic and TIMEX3 values: the value of a unit of time, and the days a value covers."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from conflictkit._models import Grain

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of a season as TIMEX3 has them (northern); a winter reaches into the next year."""
GRAINS = {
    "Y": Grain.YEAR, "M": Grain.MONTH, "W": Grain.WEEK, "D": Grain.DAY, "Q": Grain.QUARTER, "H": Grain.HOUR, "TM": Grain.MINUTE,
    "DE": Grain.DECADE, "CE": Grain.CENTURY, "WE": Grain.WEEKEND, "SE": Grain.SEASON, "TNI": Grain.PART_OF_DAY,
}  # fmt: skip
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<end>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|WI))?(?:T(?P<time>\w\w)(?P<minute>:\d\d)?.*)?|(?P<decade>\d{3})|(?P<century>\d\d)"
)

Interval = tuple[dt.date | None, dt.date | None, Grain | None]


def month_days(year: int, month: int) -> int:
    """Length of a month."""
    return calendar.monthrange(year, month)[1]


def real_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_days(year, month)):
        return None
    return dt.date(year, month, day)


def shift_days(day: dt.date, days: int) -> dt.date | None:
    """So many days on (or back), None beyond the calendar."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return None


def shift_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months on (or back)."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def year_value(year: int, *, bc: bool = False) -> str:
    """TIMEX3 value of a year; "" beyond four digits."""
    if not 0 < year <= 9999:
        return ""
    return f"BC{year:04}" if bc else f"{year:04}"


def month_value(year: int, month: int) -> str:
    """TIMEX3 value of a month."""
    return f"{year:04}-{month:02}" if 0 < year <= 9999 else ""


def week_value(day: dt.date) -> str:
    """TIMEX3 value of the ISO week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, quarter: int) -> str:
    """TIMEX3 value of a quarter."""
    return f"{year:04}-Q{quarter}" if 0 < year <= 9999 else ""


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the eastern churches (Meeus's rule, from the Julian calendar)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    return dt.date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1) + dt.timedelta(year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth such weekday (Monday is 0) of a month."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def written(year: str, month: int, day: int | None) -> str:
    """Year, month and day as TIMEX3 writes them."""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def day_value(year: int, month: int, day: int) -> str:
    """TIMEX3 value of a day; "" where the calendar has none."""
    return f"{year:04}-{month:02}-{day:02}" if real_day(year, month, day) is not None else ""


def nth_weekday_value(year: int, month: int, weekday: int, nth: int) -> str:
    """The nth such weekday of a month, the last for -1; "" when the month has no fifth one, or the calendar no such year."""
    if not year_value(year):
        return ""
    day = nth_weekday(year, month, weekday, 5 if nth < 0 else nth)
    if day.month != month and nth < 0:
        day -= dt.timedelta(7)
    return day.isoformat() if day.month == month else ""


@lru_cache(maxsize=4096)
def interval(value: str) -> Interval:
    """First day, last day and grain that a value names; days are None where a calendar day cannot hold it (BC, no year)."""
    if len(value) == 21 and value[10] == "/":
        return dt.date.fromisoformat(value[:10]), dt.date.fromisoformat(value[11:]), None
    found = VALUE.fullmatch(value)
    if found is None:
        return None, None, _open_grain(value)
    decade, century = found["decade"], found["century"]
    if decade or century:
        length = 10 if decade else 100
        start = int(decade or century) * length
        return dt.date(max(start, 1), 1, 1), dt.date(start + length - 1, 12, 31), Grain.DECADE if decade else Grain.CENTURY
    year = int(found["year"])
    if not 1 <= year <= 9999:
        return None, None, None
    first, last, grain = _calendar_days(year, found)
    if first is not None and found["time"]:
        time = found["time"]
        grain = Grain.PART_OF_DAY if not time.isdigit() else Grain.MINUTE if found["minute"] else Grain.HOUR
    return first, last, grain


def _calendar_days(year: int, found: re.Match[str]) -> Interval:
    if found["day"]:
        day = real_day(year, int(found["month"]), int(found["day"]))
        return day, day, Grain.DAY
    if found["month"]:
        return (*_months(year, int(found["month"]), 1), Grain.MONTH)
    if found["week"]:
        try:
            monday = dt.date.fromisocalendar(year, int(found["week"]), 1)
        except ValueError:
            return None, None, None
        saturday, sunday = shift_days(monday, 5), shift_days(monday, 6)
        if found["end"]:
            return (saturday, sunday, Grain.WEEKEND) if saturday is not None and sunday is not None else (None, None, None)
        return monday, sunday or dt.date.max, Grain.WEEK
    if found["quarter"]:
        return (*_months(year, int(found["quarter"]) * 3 - 2, 3), Grain.QUARTER)
    if found["half"]:
        return (*_months(year, int(found["half"]) * 6 - 5, 6), Grain.HALF_YEAR)
    if found["season"]:
        return (*_months(year, SEASON_MONTHS[found["season"]], 3), Grain.SEASON)
    return dt.date(year, 1, 1), dt.date(year, 12, 31), Grain.YEAR


def _months(year: int, month: int, count: int) -> tuple[dt.date | None, dt.date | None]:
    if not 1 <= month <= 12:
        return None, None
    last_year, last_month = shift_months(year, month, count - 1)
    last = dt.date.max if last_year > 9999 else dt.date(last_year, last_month, month_days(last_year, last_month))
    return dt.date(year, month, 1), last


THIRDS = {
    Grain.MONTH: {"START": (0, 10), "MID": (10, 20), "END": (20, 31)},
    Grain.WEEK: {"START": (0, 3), "MID": (1, 5), "LATE": (3, 7), "END": (4, 7)},
}
"""Days that the early, middle and late part of a month or week have (from, up to); an END without a LATE of its own holds for "late" too."""
MONTHS = {Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF_YEAR: 6, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}


def third(first: dt.date, last: dt.date, grain: Grain | None, part: str) -> tuple[dt.date, dt.date]:
    """The early ("START"), middle ("MID") or late ("END", "LATE") third of a period, in whole days of a week or month, whole months or years of more."""
    if grain in THIRDS:
        cut = THIRDS[grain].get(part) or THIRDS[grain]["END"]
        return shift_days(first, cut[0]) or last, min(last, shift_days(first, cut[1] - 1) or last)
    n = {"START": 0, "MID": 1}.get(part, 2)
    length = MONTHS.get(grain) if grain is not None else None
    if length is None:
        return first, last
    unit = 12 if length > 12 else 1
    cuts = [-(-length // unit * k // 3) * unit for k in range(4)]
    begins, ends = shift_months(first.year, first.month, cuts[n]), shift_months(first.year, first.month, cuts[n + 1])
    begin = last if begins[0] > dt.MAXYEAR else dt.date(*begins, 1)
    return begin, last if n == 2 or ends[0] > dt.MAXYEAR else dt.date(*ends, 1) - dt.timedelta(1)


def half(first: dt.date, last: dt.date, second: bool) -> tuple[dt.date, dt.date]:
    """The first or second half of a period."""
    middle = first + dt.timedelta(((last - first).days + 1) // 2)
    return (middle, last) if second else (first, middle - dt.timedelta(1))


def month_week(year: int, month: int, nth: int) -> dt.date | None:
    """Monday of the nth week of a month (-1: the last); a week belongs to the month of its Thursday, as in ISO 8601."""
    first = nth_weekday(year, month, 3, 1)
    weeks = (month_days(year, month) - first.day) // 7 + 1
    if not -1 <= nth <= weeks:
        return None
    return shift_days(first, 7 * ((nth if nth > 0 else weeks) - 1) - 3)


def _open_grain(value: str) -> Grain | None:
    """The grain of a value that names no days: durations, sets, years BC, dates without a year."""
    if value.startswith("P") and value[-1:].isupper() and not value.endswith("_REF"):
        code = value.lstrip("P0123456789.X")
        return Grain.MINUTE if code in ("TM", "TS") else GRAINS.get(code.removeprefix("T"))
    if value.startswith("BC"):
        return {6: Grain.YEAR, 5: Grain.DECADE, 4: Grain.CENTURY, 9: Grain.MONTH, 12: Grain.DAY}.get(len(value))
    if value.startswith("XXXX-"):
        rest = value[5:].partition("T")
        if rest[2]:
            return Grain.HOUR if rest[2][0].isdigit() else Grain.PART_OF_DAY
        return {2: Grain.MONTH, 5: Grain.DAY}.get(len(rest[0]))
    return None
