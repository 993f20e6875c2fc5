"""Compare dates with the executable specifications of other libraries: the own share that is found, and that is right.

A result is found when one of ours overlaps it; one without offsets when there is any. What is a range there may be two dates here:
they are compared one by one and, from the first to the last, together. It is right when ours has the same days: the first day, and the
last one where the specification gives an end or a grain (an end may be meant inclusive or exclusive: both are taken). Times of day must
stand in the TIMEX value; durations, sets and what is not resolved are compared by their TIMEX value.

The specifications are for assistants that plan ahead, the library is for news. Four conventions are therefore taken as equal, see
:func:`loosely`: a bare weekday, month day or clock time may lie on either side of the reference day; a day that is counted in weeks, months or
years, or named early, mid or late in them, may be that whole unit; a span counted from the reference day may be a DURATION of the same length; a range may end where its last part begins
("from August to October": on the first of October).

What a news reader does not meet is left out, by the classes of :data:`LEFT_OUT`, each with its reason. What the library merely lacks is no
class: it counts as a fault. ``python -m evaluation.specs FILE`` counts the classes and gives both figures, on what counts and on all results.
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

from evaluation import predict

Row = dict[str, Any]
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


NEWS_FEAST = re.compile(
    r"(?i)new year|christmas|easter|good friday|palm sunday|pentecost|orthodox|ramadan|\be?id\b|eid|ashura|mawlid|nowruz|passover|yom kippur|rosh hashana|"
    r"sukkot|simchat|shavuot|purim|han+uk+ah|chanukah|thanksgiving|independence|veteran|memorial|remembrance|halloween|diwali|vesak|labou?r day|women's day"
)
NOW = re.compile(r"(?i)(?:right |just )?now|at the moment|asap|at once|immediately")
BARE = re.compile(r"(?i)(?:on |the |at |for )*\d{1,2}(?: ?[-/] ?\d{1,2})?")
OFFICE = re.compile(
    r"(?i)\b[EB]O[DMY]\b|\d ?[ap]\b(?!\.)|ish\b|\b(?:lunch|work|school|dinner|breakfast|tea)\b"
    r"|\b(?:tmrw?|tmr|tonite|tomorow|2day|y(?:r|rs)|mos?|wks?|qtrs?)\b|(?<!-)\b\d[\d.]* ?(?:yrs?|mos?|wks?)\b"
)
CLOCK_UNIT = r"(?:hours?|hrs?|minutes?|mins?|secs?|seconds|second\b(?! of| \w+day))"
ON_THE_CLOCK = re.compile(rf"(?i)(?:\d|\b(?:an?|one|two|three|half|few|couple(?: of)?|several|last|past|previous|next|quarter of an))[ -]?(?:a |an )?{CLOCK_UNIT}")
TOLD_HOUR = re.compile(r"(?i)\d:\d|\d ?[ap]\.? ?m\b|\d ?h\b|\d\d?h\d|noon|night|morning|evening|afternoon|o'?clock|\bat \d")
CALCULATED = re.compile(r"(?i)^\s*[-+~=<>]|(?<=\s)\+ ?\d|\b\d+ ?[dwym]\b")
MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
GLUED = re.compile(rf"(?i)\b{MONTH_NAME}\d|\d{MONTH_NAME}\b|\b(?:last|next|this)(?:day|week|month|year)|\d(?:hour|minute|year|month|day|week)s?\b|\bweek ?-?end\b(?<!weekend)|wkend")
OF_THE_USER = re.compile(r"(?i)\bmy (?:day|week|weekend|month|year)\b")
HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
SPOKEN = re.compile(
    rf"(?i)\b{HOUR_WORD}[ -](?:o|oh|ou|zero|five|ten|fifteen|twenty|thirty|forty|fifty)\b(?! ?(?:day|week|month|year|hour))|\bhalf {HOUR_WORD}\b"
    rf"|\b(?:(?:\d\d?|{HOUR_WORD}|fifteen|twenty) (?:past|after)|min(?:ute)?s? (?:past|after|to|before|of|from)) (?:{HOUR_WORD}\b|noon|midnight|\d+ ?(?:[ap]m|h)\b)"
)
SINGULAR = re.compile(r"(?i)\b(?:[2-9]|\d\d+|two|three|four|five|six|seven)(?: upcoming)? (?:day|week|month|quarter|year|hour|minute)\b(?!-)")
LOWER = re.compile(r"(?:march|may|mar|mon|tue|wed|thu|fri|sat|sun)\.?")

# No TIMEX3 expression: an offset from GMT by itself dates nothing.
# Tasks and calendar mode move a past day to the next one to come; recognizers gives the reading of news beside it in its plain mode.
# Two clock times or days offered as a choice are one result there, and two dates here.
# Days of shops and schools; the feasts of NEWS_FEAST that conflict news reports on are counted.
# TIMEX3 reads "now" as PRESENT_REF; the specifications as the second of the reader's clock.
# Nothing can be right: the specification took the day on which it was run.
# "the 27", "4-22": scores, articles and sizes in news, which the issue wants never to be dates; "the 27th" and "22/04/2016" are counted.
# Words of the office and of chat: "by EOD", "9a", "3ish", "after lunch", "tmrw", "next qtr".
# "march" and "sat" in small letters without a number are verbs in news, never dates for the issue.
# What is counted from the hour and minute at which somebody asks ("in 5 minutes"): a report has a day of publication and no such moment.
# "+2d", "=2019", "1d 2hr": forms of calculators and queries.
# "Oct2", "lastmonth", "in 2hour": blanks that were not typed.
# "my week": the calendar of the one who asks.
# "ten thirty", "twenty after 3pm": hours spoken to a machine; news writes them in figures ("half past nine", "a quarter to six" are counted).
# "two upcoming day": no English.
# The thirty-first of a month that has thirty days, where the specification answers the year 1.
LEFT_OUT: dict[str, Callable[[Row, Row], bool]] = {
    "time zones alone": lambda _, result: result.get("type") == "timezone",
    "modes of calendar assistants": lambda row, _: re.search("(?:Tasks|Calendar)Mode", row.get("spec") or "") is not None,
    "alternatives as one": lambda _, result: result.get("type") == "datetimealt",
    "feasts that conflict news does not use": lambda row, result: (
        "oliday" in result.get("kind", "") + (row.get("spec") or "") and NEWS_FEAST.search(row["text"]) is None
    ),
    "now, a reference in TIMEX3": lambda _, result: NOW.fullmatch(result["text_read"]) is not None,
    "no reference day": lambda row, result: (
        not row.get("reference") and not re.search(r"\d{4}", row["text"]) and (result.get("timex") or "")[:1] not in ("T", "P") and not _hour_only(result)
    ),
    "bare numbers": lambda _, result: BARE.fullmatch(result["text_read"]) is not None,
    "office and chat": lambda _, result: OFFICE.search(result["text_read"]) is not None,
    "words in small letters": lambda _, result: LOWER.fullmatch(result["text_read"]) is not None,
    "counted from the minute of asking": lambda _, result: (
        (result.get("timex") or "")[:1] not in ("P", "T") and ON_THE_CLOCK.search(result["text_read"]) is not None and TOLD_HOUR.search(result["text_read"]) is None
    ),
    "calculator and query forms": lambda _, result: CALCULATED.search(result["text_read"]) is not None,
    "blanks not typed": lambda _, result: GLUED.search(result["text_read"]) is not None,
    "the calendar of the one who asks": lambda _, result: OF_THE_USER.search(result["text_read"]) is not None,
    "hours spoken in words": lambda _, result: SPOKEN.search(result["text_read"]) is not None,
    "a number with a singular": lambda _, result: SINGULAR.search(result["text_read"]) is not None,
    "no day of the calendar": lambda _, result: "0001-01-01" in json.dumps(result.get("values")),
}
"""Class of results that no news reader meets, or that TIMEX3 reads otherwise -> whether a result belongs to it; the first that holds counts."""

UNIT_DAYS = {"week": 7, "fortnight": 14, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}
UNIT = re.compile(r"(?i)\b(weekend|week|fortnight|month|quarter|year|decade|century)s?\b")
LENGTH = re.compile(r"P(\d+)([DWMY])")
WEEKDAY = re.compile(r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|spring|summer|autumn|fall|winter|christmas|easter|quarter")
PART = re.compile(r"(?i)\b(?:earl\w+|mid\w*|late|end|start|beginning)\b")
TOLD = re.compile(r"(?i)\b(?:this|next|last|past|previous|coming|following|ago|later|before|after)\b|\d{4}")
COUNTED = re.compile(r"(?i)\b(?:ago|earlier|later|hence|from now|back|before|after|in)\b")


def results(row: Row) -> list[Row]:
    """The results of a case that count."""
    return [result for result in row["results"] if left_out(row, result) is None]


def left_out(row: Row, result: Row) -> str | None:
    """The class for which a result is left out, None when it counts."""
    text = row.get("text", "")
    start, end = result.get("span") or (0, len(text))
    read = {**result, "text_read": text[start:end]}
    return next((name for name, holds in LEFT_OUT.items() if holds(row, read)), None)


def marks(gold: Row, pred: Row, *, all_results: bool = False, lenient: bool = True) -> list[tuple[bool, bool]]:
    """(found, right) of every result of a case that counts, or of all its results; with or without the conventions."""
    out = []
    for result in gold["results"] if all_results else results(gold):
        start, end = result["span"] or (0, len(gold["text"]))
        mine = [d for d in pred.get("dates", []) if d["span"][0] < end and start < d["span"][1]]
        hours = _both_hours(result, mine)
        if len(mine) > 1:
            whole = {**mine[0], "last": mine[-1]["last"], "value": max((d["value"] for d in mine), key=lambda v: ("T" in v, len(v)))}
            mine += [whole, {**whole, "last": mine[-1]["first"]}] if lenient else [whole]
        text = gold["text"][start:end]
        out.append((bool(mine), hours or any(right(result, one) or (lenient and loosely(result, one, text, gold.get("reference"))) for one in mine)))
    return out


HOURS = re.compile(r"\((T[\d:]+),(T[\d:]+),.*")


def _both_hours(result: Row, mine: Sequence[Row]) -> bool:
    """Whether a range of hours has both its ends here, which are two expressions in TIMEX3."""
    ends = HOURS.fullmatch(result.get("timex") or "")
    return ends is not None and len(mine) == 2 and all(_ends_with_time(one["value"], ends[k]) for k, one in enumerate(mine, 1))


def _hour_only(result: Row) -> bool:
    """Whether a result gives a time of day and no day."""
    start = result.get("start")
    return isinstance(start, dict) and "hour" in start and "day" not in start


def loosely(result: Row, mine: Row, text: str, reference: str | None = None) -> bool:
    """Whether ours is right up to the conventions: the side of the reference day, the whole unit of a counted day, and the duration."""
    if mine["first"] is None or mine["last"] is None:
        return reference is not None and _same_length(result, mine["value"], reference)
    first, last = dt.date.fromisoformat(mine["first"]), dt.date.fromisoformat(mine["last"])
    if not TOLD.search(text):
        weeks = (-7, 7) if WEEKDAY.search(text) else ()
        years = (-1, 1) if MONTH.search(text) else ()
        clock = (-1, 1) if re.search(r"T\d", mine["value"]) and not weeks and not years else ()
        if any(right(result, _moved(mine, first, last, days=days)) for days in (*weeks, *clock)) or any(
            right(result, _moved(mine, first, last, years=y)) for y in years
        ):
            return True
    start, unit = _start(result), UNIT.search(text)
    if start is None or not (PART.search(text) or (unit and COUNTED.search(text))):
        return False
    longest = UNIT_DAYS[unit[1].lower()] if unit else 31 if MONTH.search(text) else 366
    return 1 < (last - first).days + 1 <= longest and first <= dt.date.fromisoformat(start) <= last


def _same_length(result: Row, value: str, reference: str) -> bool:
    """Whether a duration is as long as the span of the result, or as the way from the reference day to it."""
    if (result.get("timex") or "").endswith(f",{value})"):
        return True
    length, start, end = LENGTH.fullmatch(value), _start(result), result.get("end")
    if length is None or start is None:
        return False
    one = dt.date.fromisoformat(start)
    two = dt.date.fromisoformat(end[:10] if isinstance(end, str) else reference[:10])
    n = int(length[1])
    if length[2] in "DW":
        return abs((two - one).days) == n * (7 if length[2] == "W" else 1)
    return abs((two.year - one.year) * 12 + two.month - one.month) == n * (12 if length[2] == "Y" else 1)


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


def score(gold: Sequence[Row], pred: Sequence[Row], *, all_results: bool = False, lenient: bool = True) -> dict[str, float]:
    """Shares in percent, of what counts or of all results."""
    by_id = {row["id"]: row for row in pred}
    seen = [mark for row in gold for mark in marks(row, by_id.get(row["id"], {}), all_results=all_results, lenient=lenient)]
    return {
        "found": _share([found for found, _ in seen]),
        "value right": _share([good for _, good in seen]),
    }


def both(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, float]:
    """The shares of what counts, and the one of right values without the conventions."""
    return {**score(gold, pred), "value right, nothing forgiven": score(gold, pred, lenient=False)["value right"]}


def strict(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, float]:
    """The shares over all results, without the conventions."""
    return score(gold, pred, all_results=True, lenient=False)


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
    timex = result["timex"] or ""
    if timex.startswith("T"):
        return _ends_with_time(mine["value"], timex)
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


def count(rows: Sequence[Row]) -> dict[str, int]:
    """How many results of a specification each class leaves out ("counted": those that are scored)."""
    totals: dict[str, int] = {}
    for row in rows:
        for result in row["results"]:
            name = left_out(row, result) or "counted"
            totals[name] = totals.get(name, 0) + 1
    return totals


def main(path: str) -> None:
    """Print the classes of a specification and the figures on what counts and on all results."""
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    for name, number in sorted(count(rows).items(), key=lambda item: -item[1]):
        print(f"{number:5} {name}")
    pred = predict.predict("dates", rows)
    for name, figures in (("counted", score(rows, pred)), ("all", score(rows, pred, all_results=True)), ("strict", strict(rows, pred))):
        print(f"{name:8}", *(f"{figure} {share:.1f}" for figure, share in figures.items()))


if __name__ == "__main__":
    main(sys.argv[1])
