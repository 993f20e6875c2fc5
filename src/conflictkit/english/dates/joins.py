"""Expressions that belong together: a day and its clock time, the ends of a range, days counted from a day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import TimexType

from .parts import CONTEXT, TABLE, TIME, Parts

SEPARATORS = TABLE.SEPARATOR
RANGE = SEPARATORS - {"and", "or"}
SIDES = {"before": -1, "after": 1, "from": 1}
SIZED = re.compile(r"P((?:\d+[YMWD])*)(T?)(\d+)([YMWDHS])")
UNITS = "YMWDTHTMTS"
"""Units of a length from the longest to the shortest, those of a clock behind a T."""
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
LATE = {"TAF": "T01", "TEV": "T04", "TNI": "T06"}
"""Parts of the day after noon, and from which hour on a clock of twelve hours tells theirs."""
A_NIGHT = "XXXX-XX-XXTNI"
"""The value of a night that no day is told of."""
SMALLER = {("Y", "M"): 12, ("W", "D"): 7}
"""How many of the smaller unit the larger one holds, where that is always so."""


def join(doc: Document, found: Sequence[tuple[Parts, str]]) -> list[tuple[Parts, str]]:
    """Clock times and parts of the day with the day beside them; a year at the end of a range for its first half too."""
    out: list[tuple[Parts, str]] = []
    for parts, rule in found:
        if out and parts.a - out[-1][0].b <= 2:
            met = _meet(doc, out, parts, rule)
            if met is None:
                continue
            parts = met
        out.append((parts, rule))
    _share_year(doc, out)
    _share_day(doc, out)
    _past_midnight(doc, out)
    _overnight(doc, out)
    return out


def _meet(doc: Document, out: list[tuple[Parts, str]], parts: Parts, rule: str) -> Parts | None:
    """An expression close after the last of ``out`` and what that one tells of it; None when it became a part of that one."""
    last, last_rule = out[-1]
    gap = doc.low[last.b : parts.a]
    met = Met(doc, last, parts, gap, gap[0] if len(gap) == 1 else "", rule)
    for merged, names in MERGES:
        whole = merged(met)
        if whole is not None:
            out[-1] = (whole, rule if names else last_rule)
            return None
    if (not gap or met.mark in ("and", ",")) and (longer := _added(last, parts)):
        out.pop()
        return longer
    if last.base in ("first", "past", "final") and gap in (["of"], ["of", "the"]) and not is_clock(parts):
        out[-1] = (evolve(last, within=parts, base="final" if last.base == "past" else last.base), last_rule)
    if met.mark in RANGE or (met.mark == "and" and last.a and doc.low[last.a - 1] == "between"):
        ended = _end_of_range(last, parts)
        if ended.base == "range":
            out[-1] = (evolve(last, end=parts), last_rule)
        return ended
    return parts


class Met(NamedTuple):
    """Two expressions that stand close to each other, and what stands between them."""

    doc: Document
    last: Parts
    parts: Parts
    gap: list[str]
    mark: str
    """The only word between them, or ""."""
    rule: str

    @property
    def close(self) -> bool:
        return not self.gap or self.mark == ","


def _hour_before_day(met: Met) -> Parts | None:
    """ "midday Wednesday", "the night of Monday", "10 p.m. Tuesday night"."""
    last, parts = met.last, met.parts
    joined = (last.joins or is_clock(last)) and _names_day(parts) and met.close
    return evolve(parts, a=last.a, timex_type=TIME, time=_hour(met.doc, last, parts)) if joined else None


def _hour_behind_day(met: Met) -> Parts | None:
    """ "Wednesday at 5 p.m.", "Wednesday morning", "tonight at 8 p.m.", "Christmas night"."""
    last, parts = met.last, met.parts
    if not met.gap and parts.value == A_NIGHT and _daily(last):
        return evolve(last, b=parts.b, timex_type=TIME, time=parts.time)
    joined = (met.close or met.mark == "at") and is_clock(parts) and _names_day(last)
    return evolve(last, b=parts.b, timex_type=TIME, time=_hour(met.doc, parts, last)) if joined else None


def _hour(doc: Document, hour: Parts, day: Parts) -> str:
    """The time of an hour, by the clock of 24 hours where the part of the day told with its day is one after noon: "tonight at 8 o'clock"."""
    time, told = hour.time, any(word.rstrip(".").endswith("m") for word in doc.low[hour.a : hour.b])
    late = day.time in LATE and not told and LATE[day.time] <= time < "T12"
    return f"T{int(time[1:3]) + 12}{time[3:]}" if late else time


def _days_from_day(met: Met) -> Parts | None:
    """ "two days before Wednesday", "three months after October 7"."""
    span = met.mark == "from" and (met.parts.unit not in ("D", "weekday") or (met.last.a > 0 and met.doc.low[met.last.a - 1] == "for"))
    n, unit = _length(met.doc, met.last) if met.mark in SIDES and _daily(met.parts) and not span else (0, "")  # not "for ten days from Sunday"
    return evolve(met.parts, a=met.last.a, shift=n * SIDES[met.mark], shift_unit=unit) if n else None


def _weekday_of_day(met: Met) -> Parts | None:
    """ "Wednesday, 5 May"."""
    last, parts = met.last, met.parts
    joined = met.mark == "," and last.weekday is not None and last.day is None and parts.month and parts.day and parts.weekday is None
    return evolve(parts, a=last.a, weekday=last.weekday, timex_type=last.timex_type, time=last.time) if joined else None


def _year_of_day(met: Met) -> Parts | None:
    """ "May nineteen forty", "the winter of nineteen ninety-four"."""
    last = met.last
    joined = (met.close or met.mark == "of") and met.rule == "year in words" and bool(last.month or last.season or last.quarter) and last.year is None and not last.unit
    return evolve(last, b=met.parts.b, year=met.parts.year) if joined else None


def _whole_length(met: Met) -> Parts | None:
    """ "two years and three months", "an hour and 20 minutes", one length."""
    last, parts = met.last, met.parts
    if not (not met.gap or met.mark == "and") or {last.timex_type, parts.timex_type} != {TimexType.DURATION} or parts.base:
        return None
    first, second = SIZED.fullmatch(last.value or ""), SIZED.fullmatch(parts.value or "")
    if first is None or second is None or UNITS.find(first[2] + first[4]) >= UNITS.find(second[2] + second[4]):
        return None
    told = (last.value or "") + (second[0][1:] if first[2] != second[2] else second[3] + second[4])
    return evolve(last, b=parts.b, value=told)


MERGES: tuple[tuple[Callable[[Met], Parts | None], bool], ...] = (
    (_hour_before_day, True),
    (_hour_behind_day, False),
    (_days_from_day, False),
    (_weekday_of_day, True),
    (_year_of_day, False),
    (_whole_length, False),
)
"""How two expressions become one, and whether the later one's rule names it."""


def _added(last: Parts, parts: Parts) -> Parts | None:
    """ "two years and three months ago", "a week and two days later": the length before it counted in the smaller unit too."""
    length = LENGTH.fullmatch(last.value or "") if last.timex_type is TimexType.DURATION and not last.base else None
    if length is None or parts.base not in ("ago", "later", "earlier") or parts.offset is None:
        return None
    by = SMALLER.get((length[2], parts.unit))
    return evolve(parts, a=last.a, offset=parts.offset + int(length[1]) * by * (1 if parts.offset > 0 else -1)) if by else None


def _end_of_range(last: Parts, parts: Parts) -> Parts:
    """The end of a range, which follows on its beginning."""
    if (_weekday(parts) and _weekday(last)) or (_open_month(parts) and _open_month(last)):
        return evolve(parts, base="range")
    if _open_month(parts) and last.year is not None and last.month is not None and not last.unit:
        return evolve(parts, year=last.year + ((parts.month or 0) < last.month))
    return parts


def _share_year(doc: Document, joined: list[tuple[Parts, str]]) -> None:
    """The year at the end of a range or list for all that stands before it: "in February, March and April 2022", "between May and July last year"."""
    for k in range(len(joined) - 1, 0, -1):
        (last, rule), (parts, _) = joined[k - 1], joined[k]
        gap = doc.low[last.b : parts.a]
        listed = gap == [","] and k + 1 < len(joined) and doc.low[parts.b : joined[k + 1][0].a][-1:] in (["and"], ["or"], [","])
        if not (listed or (0 < len(gap) < 3 and gap[-1] in SEPARATORS and gap[:-1] in ([], [","]))) or not _open_month(last) or last.base == "range":
            continue
        if parts.month is not None and parts.unit == "Y":
            joined[k - 1] = (evolve(last, unit="Y", offset=parts.offset, base=parts.base), rule)
        elif parts.month is not None and parts.year is not None:
            joined[k - 1] = (evolve(last, year=parts.year - ((last.month or 0) > parts.month), end=None), rule)


def _share_day(doc: Document, joined: list[tuple[Parts, str]]) -> None:
    """The day that stands behind hours, over zones, brackets and other hours: "at 5 a.m. (0300 GMT) on Tuesday", "overnight on Nov. 3 to 4"."""
    for k in range(len(joined) - 2, -1, -1):
        (parts, rule), (behind, _) = joined[k], joined[k + 1]
        night = rule == "today" and doc.low[parts.b - 1] == "overnight"
        if not (night or is_clock(parts)):
            continue
        gap = _without_zone(doc.low[parts.b : behind.a])
        if is_clock(behind) and behind.of is not None and CONTEXT.hour_links.issuperset(gap):
            joined[k] = (evolve(parts, of=behind.of), rule)
        elif _names_day(behind) and (CONTEXT.day_links.issuperset(gap) or (behind.time and CONTEXT.hour_links.issuperset(gap))):
            end = joined[k + 2][0] if night and k + 2 < len(joined) and joined[k + 2][0].a == behind.b + 1 and doc.low[behind.b] in CONTEXT.range_gaps else behind
            joined[k] = (evolve(parts, of=evolve(end, time="")), rule)


def _without_zone(gap: list[str]) -> list[str]:
    """The words between an hour and its day without "local time", "Kyiv time"."""
    k = gap.index("time") if "time" in gap else 0
    return gap[: k - 1] + gap[k + 1 :] if k else gap


def _past_midnight(doc: Document, joined: list[tuple[Parts, str]]) -> None:
    """The day after for an hour that ends a span begun later in the day: "from 22:00 on Nov. 3 until 04:00"."""
    for k in range(1, len(joined)):
        (parts, rule), (last, _) = joined[k], joined[k - 1]
        if not is_clock(parts) or parts.of is not None or doc.low[parts.a - 1] not in RANGE or doc.sentence_of[last.a] != doc.sentence_of[parts.a]:
            continue
        begun = last if last.time else joined[k - 2][0] if k > 1 else last
        if not (parts.time[1:2].isdigit() and begun.time[1:2].isdigit() and parts.time < begun.time):
            continue
        day = begun.of or last
        joined[k] = (evolve(parts, of=evolve(day, time="") if _names_day(day) else None, shift=1), rule)


def _overnight(doc: Document, joined: list[tuple[Parts, str]]) -> None:
    """The night that a weekday of the same sentence tells ("Overnight ..., he said on Tuesday") in place of the one before publication."""
    for k in [k for k, (parts, rule) in enumerate(joined) if rule == "today" and doc.low[parts.b - 1] == "overnight" and parts.of is None]:
        parts, _ = joined[k]
        first, last = (bisect_left(joined, k, key=lambda found: found[0].a) for k in doc.sentence(parts.a))
        days = [other for other, _ in joined[first:last] if _weekday(other) and not other.time]
        if days:
            nearest = min(days, key=lambda other: abs(other.a - parts.a))
            joined[k] = (evolve(parts, weekday=nearest.weekday, unit="weekday", offset=None, base=""), "today")


def _length(doc: Document, parts: Parts) -> tuple[int, str]:
    """Number and unit of a duration that is told in full days, weeks, months or years of the calendar, 0 of any other."""
    found = LENGTH.fullmatch(parts.value or "") if parts.timex_type is TimexType.DURATION else None
    return (int(found[1]), found[2]) if found and CONTEXT.working.isdisjoint(doc.low[parts.a : parts.b]) else (0, "")


def is_clock(parts: Parts) -> bool:
    return bool(parts.time) and parts.day is None and parts.weekday is None and not parts.unit and parts.value is None


def _open_month(parts: Parts) -> bool:
    """Whether the parts name a month, or a day of one, without a year."""
    return parts.month is not None and parts.year is None and not parts.unit


def _weekday(parts: Parts) -> bool:
    return parts.unit == "weekday" and not parts.base


def _names_day(parts: Parts) -> bool:
    """Whether the parts name a day, at an hour or not."""
    return parts.value is None and (parts.day is not None or parts.weekday is not None or parts.unit in ("D", "holiday"))


def _daily(parts: Parts) -> bool:
    """Whether the parts name a day."""
    return not parts.time and _names_day(parts)
