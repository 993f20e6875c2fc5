"""The days an expression covers: its whole value, the part of it that the words name ("late", "first half"), or a count up to or from a day."""

from __future__ import annotations

import datetime as dt
import re

from conflictkit._models import Grain, Mod, TimexType

from .calendar import Interval, half, interval, month_days, month_week, real_day, shift_days, shift_months, third
from .parts import CONTEXT, Parts

LENGTH = re.compile(r"P(?P<n>\d{1,4})(?P<unit>[DWMY])|PT(?P<hours>\d{1,4})H")
WITHIN_A_DAY = 12
"""Up to so many hours back lie on the day of publication."""
PARTS: dict[str, str] = {"late": "LATE", "end": "END", "close": "END", Mod.START: "START", Mod.MID: "MID", Mod.END: "LATE"}
"""Which third of a period a word names, or what the words of its modifier name."""
SO_FAR = ["so", "far"]


def covered(parts: Parts, value: str, mod: Mod | None, before: list[str], words: list[str], published: dt.date | None, inside: Interval) -> Interval:
    """First day, last day and grain of an expression from its words and the two before it; ``inside`` is the period that it is a part of."""
    first, last, grain = interval(value)
    if parts.timex_type is TimexType.DURATION:
        return (*_counted(parts, value, published, inside), grain)
    since = before[1] == "since"
    if first is None or last is None or parts.timex_type is not TimexType.DATE:
        return first, None if since else last, grain
    if parts.share:
        first, last = half(first, last, second=parts.share == "second")
    elif mod in (Mod.START, Mod.MID, Mod.END):
        first, last = _part(first, last, grain, mod, words, published)
    elif before == SO_FAR and published is not None and first <= published:
        last = min(last, published)
    return first, None if since else last, grain


def _part(first: dt.date, last: dt.date, grain: Grain | None, mod: Mod, words: list[str], published: dt.date | None) -> tuple[dt.date, dt.date]:
    """The third of a period that its words name; of the running one "earlier" ends at publication, "later" and "the rest" begin there."""
    now = published is not None and first <= published <= last
    if now and published is not None and not CONTEXT.from_now.isdisjoint(words):
        return published, last
    if now and published is not None and not CONTEXT.up_to_now.isdisjoint(words):
        return first, published
    return third(first, last, grain, next((PARTS[word] for word in words if word in PARTS), PARTS[mod]))


def _counted(parts: Parts, value: str, published: dt.date | None, inside: Interval) -> tuple[dt.date | None, dt.date | None]:
    """The days of "the past three weeks", "the next two days", "the first nine months of 2022"; others cover none that can be told."""
    length = LENGTH.fullmatch(value)
    if length is None:
        return None, None
    n, unit = int(length["n"] or 0), length["unit"] or "D"
    if length["hours"]:
        n = -(-int(length["hours"]) // 24) if int(length["hours"]) > WITHIN_A_DAY else 0
    begin, end, grain = inside
    if begin is not None and grain is Grain.MONTH and (n, unit) == (1, "W"):
        monday = month_week(begin.year, begin.month, 1 if parts.base == "first" else -1)
        return monday, step(monday, 6, "D") if monday is not None else None
    if parts.base == "first" and begin is not None:
        return begin, _beside(step(begin, n, unit), -1)
    if parts.base == "final" and end is not None:
        return _beside(step(end, -n, unit), 1), end
    if parts.base == "past" and published is not None:
        return step(published, -n, unit), published
    if parts.base == "next" and published is not None:
        return (_beside(published, 1), step(published, n, unit)) if n else (published, published)
    return None, None


def step(day: dt.date, n: int, unit: str) -> dt.date | None:
    """The day so many days, weeks, months or years on; the last of the month where it is shorter."""
    if unit in "DW":
        return shift_days(day, n * (7 if unit == "W" else 1))
    year, month = shift_months(day.year, day.month, n * (12 if unit == "Y" else 1))
    if not 1 <= year <= 9999:
        return None
    length = month_days(year, month)
    return real_day(year, month, length if day.day == month_days(day.year, day.month) else min(day.day, length))


def _beside(day: dt.date | None, days: int) -> dt.date | None:
    return shift_days(day, days) if day is not None else None
