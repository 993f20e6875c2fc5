"""Compare dates with the executable specifications of other libraries: the own share that is found, and that is right.

A result is found when one of ours overlaps it; one without offsets when there is any. What is a range there may be two dates here:
they are compared one by one and, from the first to the last, together. It is right when ours has the same days: the first day, and the
last one where the specification gives an end or a grain (an end may be meant inclusive or exclusive: both are taken). Times of day must
stand in the TIMEX value; durations, sets and what is not resolved are compared by their TIMEX value.

The specifications are for assistants that plan ahead, the library is for news. Two conventions are therefore taken as equal: a weekday or a
month day without a year may lie on either side of the reference day (a week or a year apart; a clock time alone a day), and what is counted in weeks, months or
years, or named early, mid or late in them, may be that whole unit (TIMEX3) or a day or a part of it. What a news reader does not meet is
left out, by the classes of :data:`LEFT_OUT`; ``python -m evaluation.specs FILE`` counts them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


LEFT_OUT: dict[str, Callable[[Row, Row], bool]] = {
    "unsupported by their own library": lambda row, _: "python" in (row.get("not_supported") or "").lower(),
    "time zones alone": lambda _, result: result.get("type") == "timezone" or result["text_read"].isupper() and len(result["text_read"]) < 5,
    "modes of calendar assistants": lambda row, _: re.search("(?:Tasks|Calendar|Experimental)Mode", row.get("spec") or "") is not None,
    "alternatives and appointments": lambda row, result: result.get("type") == "datetimealt" or APPOINTMENT.search(row["text"]) is not None,
    "feasts and observances": lambda row, result: "oliday" in result.get("kind", "") + (row.get("spec") or "") or FEAST.search(row["text"]) is not None,
    "counted from the clock of the reader": lambda _, result: CLOCK_COUNT.search(result["text_read"]) is not None,
    "no reference day": lambda row, result: (
        not row.get("reference") and not re.search(r"\d{4}", row["text"]) and result.get("timex", "")[:1] not in ("T", "P") and not _hour_only(result)
    ),
    "converted from another time zone": lambda _, result: "kind" in result and ZONE.search(result["text_read"]) is not None,
    "spans from now, durations in TIMEX3": lambda _, result: FROM_NOW.search(result["text_read"]) is not None and not result.get("timex", "").startswith("P"),
    "clock times as they are spoken or abbreviated": lambda _, result: SPOKEN.search(result["text_read"]) is not None,
    "bare numbers and months of digits": lambda _, result: BARE.fullmatch(result["text_read"]) is not None,
    "short writing": lambda _, result: SHORT.search(result["text_read"]) is not None or LOWER.search(result["text_read"]) is not None,
}
"""Class of cases that no news reader meets, or that TIMEX3 reads otherwise -> whether a result belongs to it; the first that holds counts."""
UNITS = r"(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|wk|month|mo|year|yr|quarter|fortnight|weekend|century|decade)s?"
COUNTS = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|few|couple|several|half)"
APPOINTMENT = re.compile(r"(?i)\b(?:schedul|meeting|meet me|remind|alarm|timer|appointment|calendar|cortana|book|email|to-?do)\w*")
FEAST = re.compile(r"(?i)\b(?:ramadan|eid|lent|martin luther|juneteenth|lunar|\w+(?:'s|s'?) day)\b(?<!year's day)")
CLOCK_COUNT = re.compile(rf"(?i){COUNTS}[ -]*(?:more )?(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r)s?\b|\bhour\b|\bminute|\bmoment|\bnow\b|\basap\b|\bat once\b")
FROM_NOW = re.compile(
    rf"(?i)\b(?:in|within|for|next|last|past|previous|coming|upcoming|following|another|this|these)\b (?:(?:about|around|the|or so|over|less than|more than|~) )*{COUNTS}[ -]*(?:\w+ ){{0,2}}{UNITS}\b|{COUNTS} (?:upcoming|coming|more) {UNITS}"
)
SPOKEN = re.compile(
    r"(?i)\b(?:half|quarter|minutes?|past|zero|oh|ou|\w+teen|twenty|thirty|forty|fifty|five|ten)\b.*\b(?:past|to|after|till|before|am|pm)\b|\d ?[ap]\b|\d+h\d*|ish\b|o'? ?clock|\bEOD|\bEO[MY]|\bBO[MY]|\d\.\d\d ?[ap]?m?\b|lunch|work|school|dinner|breakfast|tea"
)
BARE = re.compile(r"(?:on |the |at |for )*(?:\d{1,4}(?:th|st|nd|rd)?|\d{1,4}[-/. ]+\d{1,2}|\d{1,2}[-/. ]+\d{4})")
ZONE = re.compile(r"(?i)\b(?:gmt|utc|[ecmpi]s?t|ce?st|bst)\b")
SHORT = re.compile(r"(?i)\b(?:yrs?|mos?|wks?|hrs?|mins?|secs?|tmrw?|tmr|tonite|tomorow|2day|thurs|qtr)\b|^(?:mon|tue|wed|thu|fri|sat|sun)\.?$")
LOWER = re.compile(r"\b(?:march|may|mar)\b")


WEEKDAY = re.compile(r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|spring|summer|autumn|fall|winter|christmas|easter|quarter")
COARSE = re.compile(
    r"(?i)\b(?:this|next|last|current|ago|later|hence|from|before|after|earl\w+|mid\w*|late|end|start|beginning|rest|spring|summer|autumn|fall|winter|season|back)\b"
)


def results(row: Row) -> list[Row]:
    """The results of a case that count."""
    return [result for result in row["results"] if left_out(row, result) is None]


def left_out(row: Row, result: Row) -> str | None:
    """The class for which a result is left out, None when it counts."""
    text = row.get("text", "")
    start, end = result.get("span") or (0, len(text))
    read = {**result, "text_read": text[start:end]}
    return next((name for name, holds in LEFT_OUT.items() if holds(row, read)), None)


def marks(gold: Row, pred: Row) -> list[tuple[bool, bool]]:
    """(found, right) of every result of a case."""
    out = []
    for result in results(gold):
        start, end = result["span"] or (0, len(gold["text"]))
        mine = [d for d in pred.get("dates", []) if d["span"][0] < end and start < d["span"][1]]
        if len(mine) > 1:
            mine.append({**mine[0], "last": mine[-1]["last"], "value": max((d["value"] for d in mine), key=lambda v: ("T" in v, len(v)))})
        text = gold["text"][start:end]
        out.append((bool(mine), any(right(result, one) or loosely(result, one, text) for one in mine)))
    return out


def _hour_only(result: Row) -> bool:
    """Whether a result gives a time of day and no day."""
    start = result.get("start")
    return isinstance(start, dict) and "hour" in start and "day" not in start


def loosely(result: Row, mine: Row, text: str) -> bool:
    """Whether ours is right up to the two conventions: the side of the reference day, and the grain of counted or partial units."""
    if mine["first"] is None or mine["last"] is None:
        return False
    first, last = dt.date.fromisoformat(mine["first"]), dt.date.fromisoformat(mine["last"])
    if not re.search(r"\d{4}", text):
        weeks = (-7, 7) if WEEKDAY.search(text) else ()
        years = (-1, 1) if MONTH.search(text) else ()
        clock = (-1, 1) if re.search(r"T\d", mine["value"]) and not weeks and not years else ()
        if any(right(result, _moved(mine, first, last, days=days)) for days in (*weeks, *clock)) or any(
            right(result, _moved(mine, first, last, years=y)) for y in years
        ):
            return True
    start = _start(result)
    if start is None or not COARSE.search(text) or (first == last and not re.search(r"(?i)days?|fortnight", text)):
        return False
    return first <= dt.date.fromisoformat(start) <= last


def _moved(mine: Row, first: dt.date, last: dt.date, days: int = 0, years: int = 0) -> Row:
    """Ours some days or years on or back, its value too."""
    moved = []
    for day in (first, last):
        year = day.year + years
        moved.append((day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1])) + dt.timedelta(days)).isoformat())
    value = mine["value"]
    value = moved[0] + value[10:].replace("T24:00", "T00:00") if ISO_DAY.match(value) else moved[0][:4] + value[4:]
    return {"first": moved[0], "last": moved[1], "value": value}


def _start(result: Row) -> str | None:
    """First day of a result that is a full date."""
    if "timex" in result:
        for value in result["values"]:
            for one in (value, value.get("FutureResolution") or {}):
                if day := _day(one, "start", "startDate", "value", "date"):
                    return day
        return None
    start = result.get("start")
    if isinstance(start, dict):
        if {"year", "month", "day"} <= start.keys():
            return f"{start['year']:04}-{start['month']:02}-{start['day']:02}"
        return start["date"][:10] if "date" in start else None
    return start[:10] if start else None


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


def count(path: str) -> dict[str, int]:
    """How many results of a specification each class leaves out ("counted": those that are scored)."""
    totals: dict[str, int] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for result in row["results"]:
            name = left_out(row, result) or "counted"
            totals[name] = totals.get(name, 0) + 1
    return totals


if __name__ == "__main__":
    for name, number in sorted(count(sys.argv[1]).items(), key=lambda item: -item[1]):
        print(f"{number:5} {name}")
