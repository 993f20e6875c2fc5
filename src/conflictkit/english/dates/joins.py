"""Expressions that belong together: a day and its clock time, the ends of a range, days counted from a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import TimexType
from conflictkit.english.dates.parts import TABLE, TIME, Parts

SEPARATORS = frozenset(TABLE["SEPARATOR"].split())
RANGE = SEPARATORS - {"and", "or"}
SIDES = {"before": -1, "after": 1}
WORKING = frozenset({"trading", "business"})
LENGTH = re.compile(r"P(\d{1,3})([DW])")


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
    _overnight(doc, out)
    return out


def _meet(doc: Document, out: list[tuple[Parts, str]], parts: Parts, rule: str) -> Parts | None:
    """An expression close after the last of ``out`` and what that one tells of it; None when it became a part of that one."""
    last, last_rule = out[-1]
    gap = doc.low[last.b : parts.a]
    mark = gap[0] if len(gap) == 1 else ""
    clock, close = is_clock(last), not gap or mark == ","
    if (last.joins or clock) and _daily(parts) and (close or (last.joins and mark == "the")):
        out[-1] = (evolve(parts, a=last.a, timex_type=TIME, time=last.time), rule)
        return None
    if (close or mark == "at") and is_clock(parts) and _daily(last) and not last.time and (parts.time[1:2].isdigit() or not gap):
        out[-1] = (evolve(last, b=parts.b, timex_type=TIME, time=parts.time), last_rule)
        return None
    if mark == "on" and clock and _daily(parts):
        out[-1] = (evolve(parts, a=last.a, b=last.b, timex_type=TIME, time=last.time), last_rule)
    if mark in SIDES and _daily(parts) and (days := _days(doc, last)):
        out[-1] = (evolve(parts, a=last.a, shift=days * SIDES[mark]), last_rule)
        return None
    if last.base in ("first", "past", "final") and gap in (["of"], ["of", "the"]) and not is_clock(parts):
        out[-1] = (evolve(last, within=parts, base="final" if last.base == "past" else last.base), last_rule)
    if mark == "," and last.unit == "weekday" and parts.month and parts.day and parts.weekday is None and not last.base:
        out[-1] = (evolve(parts, a=last.a, weekday=last.weekday), rule)
        return None
    if not gap and rule == "year in words" and last.month is not None and last.year is None and not last.unit:
        out[-1] = (evolve(last, b=parts.b, year=parts.year), last_rule)
        return None
    if mark in SEPARATORS and parts.year is not None and parts.month is not None:
        if last.year is None and last.month is not None and last.offset is None and not last.unit:
            out[-1] = (evolve(last, year=parts.year if last.month <= parts.month else parts.year - 1), last_rule)
    if mark in SEPARATORS and last.month is not None and last.year is None and not last.unit and parts.month is not None and parts.unit == "Y":
        out[-1] = (evolve(last, unit="Y", offset=parts.offset, base=parts.base), last_rule)
    if mark in RANGE or (mark == "and" and last.a and doc.low[last.a - 1] == "between"):
        ended = _end_of_range(last, parts)
        if ended.base == "range":
            out[-1] = (evolve(last, end=parts), last_rule)
        return ended
    return parts


def _end_of_range(last: Parts, parts: Parts) -> Parts:
    """The end of a range, which follows on its beginning."""
    if (_weekday(parts) and _weekday(last)) or (_open_month(parts) and _open_month(last)):
        return evolve(parts, base="range")
    if _open_month(parts) and last.year is not None and last.month is not None and not last.unit:
        return evolve(parts, year=last.year + ((parts.month or 0) < last.month))
    return parts


def _overnight(doc: Document, joined: list[tuple[Parts, str]]) -> None:
    """The night that a weekday of the same sentence tells ("Overnight ..., he said on Tuesday") in place of the one before publication."""
    for k in [k for k, (parts, rule) in enumerate(joined) if rule == "today" and doc.low[parts.b - 1] == "overnight"]:
        parts, _ = joined[k]
        start, end = doc.bounds(parts.a)
        for other, _ in joined[max(k - 2, 0) : k + 3]:
            if _weekday(other) and not other.time and start <= other.a < end:
                joined[k] = (evolve(parts, weekday=other.weekday, unit="weekday", offset=None, base=""), "today")


def _days(doc: Document, parts: Parts) -> int:
    """The days of a duration that is told in full days or weeks of the calendar, 0 of any other."""
    found = LENGTH.fullmatch(parts.value or "") if parts.timex_type is TimexType.DURATION else None
    if found is not None and not WORKING.isdisjoint(doc.low[parts.a : parts.b]):
        return 0
    return int(found[1]) * (7 if found[2] == "W" else 1) if found else 0


def is_clock(parts: Parts) -> bool:
    return bool(parts.time) and parts.day is None and parts.weekday is None and not parts.unit and parts.value is None


def _open_month(parts: Parts) -> bool:
    """Whether the parts name a month, or a day of one, without a year."""
    return parts.month is not None and parts.year is None and not parts.unit


def _weekday(parts: Parts) -> bool:
    return parts.unit == "weekday" and not parts.base


def _daily(parts: Parts) -> bool:
    """Whether the parts name a day."""
    return parts.value is None and not parts.time and (parts.day is not None or parts.weekday is not None or parts.unit == "D")
