"""Compare dates with the executable specifications of other libraries: the own share that is found, and that is right.

A result is found when one of ours overlaps it; one without offsets when there is any. What is a range there may be two dates here:
they are compared one by one and, from the first to the last, together. It is right when ours has the same days: the first day, and the
last one where the specification gives an end or a grain (an end may be meant inclusive or exclusive: both are taken). Times of day must
stand in the TIMEX value; durations, sets and what is not resolved are compared by their TIMEX value. Cases that their own library calls
unsupported in Python, cases of time zones alone, and cases without a result are left out.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def results(row: Row) -> list[Row]:
    """The results of a case that count."""
    if "python" in (row.get("not_supported") or "").lower():
        return []
    return [result for result in row["results"] if result.get("type") != "timezone"]


def marks(gold: Row, pred: Row) -> list[tuple[bool, bool]]:
    """(found, right) of every result of a case."""
    out = []
    for result in results(gold):
        start, end = result["span"] or (0, len(gold["text"]))
        mine = [d for d in pred.get("dates", []) if d["span"][0] < end and start < d["span"][1]]
        if len(mine) > 1:
            mine.append({**mine[0], "last": mine[-1]["last"]})
        out.append((bool(mine), any(right(result, one) for one in mine)))
    return out


def score(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, float]:
    """Shares in percent."""
    by_id = {row["id"]: row for row in pred}
    seen = [mark for row in gold for mark in marks(row, by_id.get(row["id"], {}))]
    return {
        "found": _share([found for found, _ in seen]),
        "value right": _share([good for _, good in seen]),
    }


def hits(gold: Row, pred: Row) -> int:
    """Right results of a case."""
    return sum(good for _, good in marks(gold, pred))


def right(result: Row, mine: Row) -> bool:
    """Whether ours means what the result means."""
    if "timex" in result:
        return _recognizers(result, mine)
    if "grain" in result:
        return _duckling(result, mine)
    return _chrono(result, mine)


def _recognizers(result: Row, mine: Row) -> bool:
    if mine["value"] and mine["value"] == result["timex"]:
        return True
    if result["timex"].startswith("T"):
        return _ends_with_time(mine["value"], result["timex"])
    for value in result["values"]:
        for one in (
            value,
            value.get("FutureResolution") or {},
            value.get("PastResolution") or {},
        ):
            start = _day(one, "start", "startDate", "startDateTime", "value", "date", "dateTime")
            end = _day(one, "end", "endDate", "endDateTime")
            if not start and not end:
                continue
            point = not end and value.get("Mod") not in ("since", "after")
            if start and mine["first"] != start:
                continue
            if end and not _same_end(mine["last"], end) and (start or mine["first"] != end):
                continue
            if point and mine["last"] != start:
                continue
            return True
    return False


def _duckling(result: Row, mine: Row) -> bool:
    start, end, grain = result["start"], result["end"], result["grain"]
    if result.get("open") and not (start and end):
        return bool(start or end) and (start or end)[:10] in (
            mine["first"],
            mine["last"],
        )
    if not start or mine["first"] != start[:10]:
        return False
    if end:
        return _same_end(mine["last"], end[:10])
    if grain in ("hour", "minute"):
        return bool(mine["last"] == start[:10] and start[10 : 13 if grain == "hour" else 16] in mine["value"])
    return grain == "second" or bool(mine["last"] == _last(dt.date.fromisoformat(start[:10]), grain))


def _chrono(result: Row, mine: Row) -> bool:
    start, end = result.get("start"), result.get("end")
    return bool((not start or _part(start, mine["first"], mine["value"])) and (not end or _part(end, mine["last"], mine["value"])))


def _part(part: Row, day: str | None, value: str) -> bool:
    """Whether the given components of a date agree; the hour only where nothing else is given."""
    given = {key: part[key] for key in ("year", "month", "day") if key in part}
    if not given and "date" in part:
        return bool(day == part["date"][:10])
    if not given and "hour" not in part:
        return True
    if not given:
        hour = f"T{part.get('hour', 0):02d}"
        return f"{hour}:{part.get('minute', 0):02d}" in value or value.endswith(hour)
    if day is None:
        return False
    have = dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=True))
    return all(have[key] == wanted for key, wanted in given.items())


def _day(values: Row, *keys: str) -> str | None:
    """The first full day under one of the keys."""
    for key in keys:
        if isinstance(values.get(key), str) and ISO_DAY.match(values[key]):
            return str(values[key][:10])
    return None


def _same_end(last: str | None, end: str) -> bool:
    """Equal, or the day before an exclusive end."""
    if last is None or last == end:
        return last == end
    return dt.date.fromisoformat(last) + dt.timedelta(days=1) == dt.date.fromisoformat(end) if last < "9999-12-31" else False


def _ends_with_time(value: str, timex: str) -> bool:
    """Whether the clock time or part of the day is that of the TIMEX, seconds of zero aside."""
    mine = value[value.find("T") :] if "T" in value else ""
    return mine.removesuffix(":00") == timex.removesuffix(":00")


def _last(first: dt.date, grain: str) -> str:
    """Last day of the unit that begins on the day."""
    if grain == "week":
        return (first + dt.timedelta(days=6)).isoformat()
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return first.isoformat()
    month = first.month - 1 + months - 1
    year, month = first.year + month // 12, month % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def _share(values: list[bool]) -> float:
    return 100 * sum(values) / len(values) if values else 0.0
