"""Builders of what is told relative, counted or repeated: weekdays, units, durations, sets, references and times of day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from conflictkit._document import Document
from conflictkit._rules import Match

from ..lexicon.events import NOUN_KIND, NOUN_LEMMA
from .parts import (
    CONTEXT,
    DATE,
    DURATION,
    SET,
    STEPS,
    TABLE,
    TIME,
    Made,
    Parts,
    after,
    before,
    counted,
    end_of,
    in_years,
    int_of,
    length,
    length_of,
    month_of,
    number,
    period,
    tight,
    unit_of,
    unnamed,
    weekday_of,
)

SATURDAY = 5


def weekday_parts(m: Match) -> Made | None:
    """A weekday, with last, next or a part of the day; "that" behind a word of no preposition opens what is said ("said that Tuesday's raid failed")."""
    rel = m.word("rel")
    said = rel == "that" and before(m.doc, m.start).isalpha() and before(m.doc, m.start) not in CONTEXT.prepositions
    rel = "" if said else rel
    offset = -2 if m.at("before") >= 0 else STEPS.get(rel)
    base = "story" if rel in CONTEXT.in_story else "published" if offset is not None else ""
    time = TABLE.dayparts.get(m.word("part"), "")
    unit = "W" if rel == "next" and m.doc.low[m.start] != "the" else "weekday"  # that of the next week of the calendar
    return unnamed(m.doc, Parts(m.start + said, m.end, timex_type=TIME if time else DATE, weekday=weekday_of(m), unit=unit, offset=offset, base=base, time=time))


def weekday_day(m: Match) -> Made | None:
    """ "Friday the 21st": the month in which that weekday falls on that day; not "on Friday 1st Brigade ..."."""
    right, plain = after(m.doc, m.end), m.doc.low[m.at("day") - 1] == "the" and m.word("day")[0].isdigit()
    if not plain and right.isalpha() and right not in CONTEXT.after_noun:
        return None
    return (Parts(m.start, m.end, weekday=weekday_of(m), day=int_of(m, "day"), unit="weekday of day"),)


def week_of_month(m: Match) -> Made | None:
    """ "the third week of October 2022", "the second week of this month", "the last weekend in May"."""
    nth, by = -1 if m.word("nth") == "last" else int_of(m, "nth"), STEPS.get(m.word("rel"), 0)
    base, weekday = "published" if m.at("rel") >= 0 else "", SATURDAY if m.at("weekend") >= 0 else None
    return (Parts(m.start, end_of(m), month=month_of(m), year=int_of(m, "year"), day=nth, weekday=weekday, offset=by, unit="week of month", base=base),)


def year_week(m: Match) -> Made | None:
    """ "week 23 of 2022", "the first week of this year"."""
    week = int_of(m, "number") if m.at("number") >= 0 else int_of(m, "q")
    if m.word("q") == "last" and (year := int_of(m, "year")):
        week = dt.date(year, 12, 28).isocalendar().week
    offset = STEPS.get(m.word("rel"))
    if week is None or not 1 <= week <= 53:
        return None
    return (Parts(m.start, m.end, year=int_of(m, "year"), day=week, unit="week of year", offset=offset, base="published"),)


def deictic_parts(m: Match) -> Made | None:
    """today, yesterday evening, tonight, this morning, last night, the next morning."""
    word, part = m.word("word"), m.word("part")
    if part in ("noon", "midnight", "midday") and word in ("this", "that", "last"):
        return None
    time = "TNI" if word == "tonight" else TABLE.dayparts.get(part, "")
    base = "story" if word in CONTEXT.in_story or word == "next" else "published"
    return (Parts(m.start, m.end, timex_type=TIME if time else DATE, unit="D", offset=STEPS.get(word, 0), base=base, time=time),)


def neighbour_day(m: Match) -> Made | None:
    """The day before yesterday, the week after next; without them the day before or after in the story."""
    sign, word = 1 if m.word("side") in ("after", "following") else -1, m.word("word")
    if word:
        unit = unit_of(m.word("unit")) if m.at("unit") >= 0 else "D"
        return (Parts(m.start, m.end, unit=unit, offset=2 * sign, base="published"),) if (word in ("next", "tomorrow")) == (sign > 0) else None
    right = after(m.doc, m.end)
    if right[:1].isalnum() and m.word("side") != "following" and right not in CONTEXT.behind_neighbour:
        return None
    if m.at("part") >= 0:
        return (Parts(m.start, m.end, TIME, unit="D", offset=sign, base="story", time=TABLE.dayparts[m.word("part")]),)
    return (Parts(m.start, m.end, unit=unit_of(m.word("unit")), offset=sign, base="story"),)


def unit_parts(m: Match) -> Made | None:
    """last week, this year, the next day, that month, the previous year, the end of the year."""
    rel, unit = m.word("rel"), unit_of(m.word("unit"))
    if rel == "the":
        return _the_unit(m, unit)
    if unit in ("H", "TNI"):
        return None
    the, same = m.at("the") >= 0, m.at("same") >= 0
    if rel in ("past", "last") and the and unit not in ("WE", "Q"):
        return length(m, period(1, unit), base="past")
    told = same or rel in CONTEXT.in_story or (rel == "this" and unit == "D") or (the and rel == "next")
    return (Parts(m.start, m.end, unit=unit, offset=0 if same else STEPS.get(rel, 0), base="story" if told else "published"),)


def _the_unit(m: Match, unit: str) -> Made | None:
    """ "the year", "the end of the month"; "the day", "the months" alone tell nothing."""
    doc, part = m.doc, m.at("early") >= 0 or m.at("edge") >= 0
    right = after(doc, m.end)
    if unit not in ("Y", "W", "Q", "WE", "M", "D") or unit in ("M", "D") and not part or unit == "D" and "at" in doc.low[m.at("edge") - 2 : m.at("edge")]:
        return None  # "at the end of the day"
    placed = right in ("ended", "'s", "after") if unit in ("Q", "Y") else unit == "WE" and right in ("after", "in") and before(doc, m.start) in CONTEXT.before_weekend
    if not part and right in CONTEXT.goes_on and not placed:
        return None
    if unit == "Y" and ((before(doc, m.start) == "for" and m.end - m.start == 2) or (right in ("ended", "ending") and after(doc, m.end + 1) in TABLE.months)):
        return length(m, "P1Y")
    if unit == "Q":
        return (Parts(m.start, m.end, unit="Q", offset=-1, base="published"),)
    return (Parts(m.start, m.end, unit=unit, offset=-1 if unit == "WE" else 0, base="story" if unit == "D" else "context"),)


def weekend_act(m: Match) -> Made | None:
    """The weekend right before the act that it dates: "a weekend attack"; not "a weekend house"."""
    noun = NOUN_LEMMA.get(after(m.doc, m.end), "")
    return (Parts(m.start, m.end, unit="WE", offset=-1, base="context"),) if noun in NOUN_KIND else None


def ago_parts(m: Match) -> Made | None:
    """Two years ago, a week later, several months earlier."""
    unit, word = unit_of(m.word("unit")), m.word("ago")
    sign = 1 if word in ("later", "after", "hence", "on", "from") else -1
    if word in ("before", "after", "on") and after(m.doc, m.end)[:1].isalnum():
        return None
    n = length_of(m) if m.at("one") >= 0 or m.at("n") >= 0 else 0.0 if m.at("half") >= 0 else None
    if n is None:
        return (Parts(m.start, m.end, value="FUTURE_REF" if sign > 0 else "PAST_REF"),)
    if m.at("half") >= 0:
        n, unit = (12 * n + 6, "M") if unit == "Y" else (n + 0.5, unit)
    n, unit = (n, "D") if unit == "TNI" else in_years(n, unit)
    if n != int(n):
        return (Parts(m.start, m.end, value=""),)
    base = "ago" if word in ("ago", "hence", "from") else "later" if sign > 0 else "earlier"
    return (Parts(m.start, m.end, unit=unit, offset=sign * int(n), base=base),)


def ago_on_day(m: Match) -> Made | None:
    """ "A week ago on Tuesday", "10 years ago today"."""
    weekday, told = weekday_of(m), length_of(m)
    n, unit = in_years(told if told is not None else 0.5, unit_of(m.word("unit")))
    if n != int(n) or unit not in ("D", "W", "M", "Y"):
        return None
    today = Parts(m.start, m.end, unit="D", offset=0, base="published", shift=-int(n), shift_unit=unit)
    return (today if weekday is None else Parts(m.start, m.end, unit="weekday", weekday=weekday, shift=-int(n), shift_unit=unit),)


def told(*, unit: str | None = "", offset: int | None = None, base: str = "", value: str | None = None) -> Callable[[Match], Made]:
    """A builder of what its words tell by themselves, the unit too where it is None: "the latest period", "month's end", "the week of March 6", "Friday night next week"."""

    def made(m: Match) -> Made:
        time = TABLE.dayparts.get(m.word("part"), "")
        day, named = (int_of(m, "year"), month_of(m), int_of(m, "day"), weekday_of(m)), unit_of(m.word("unit")) if unit is None else unit
        return (Parts(m.start, m.end, TIME if time else DATE, value, *day, unit=named, offset=STEPS.get(m.word("rel"), offset), base=base, time=time),)

    return made


def unit_ahead(m: Match) -> Made | None:
    """ "the week ahead" is the next one; not "the month ahead of the vote"."""
    return told(unit=None, offset=1, base="published")(m) if after(m.doc, m.end) != "of" else None


def duration_parts(m: Match) -> Made | None:
    """Three days, nearly two years, 24 hours, a two-week truce."""
    doc, unit, hyphen = m.doc, unit_of(m.word("unit")), m.at("hyphen") >= 0
    if _is_age(doc, m.end):
        return _age_of_war(m, unit)
    if m.at("vague") >= 0:
        return _vague(m, unit)
    n, a = length_of(m), _start_of(m)
    if m.at("over") >= 0:
        return _and_half(m, n, unit)
    if n is None or not _is_length(m, unit, n, a):
        return None
    n += 0.5 * (m.at("half") >= 0)
    if m.at("first") >= 0:
        return _length_range(m, n, unit)
    inside = Parts(m.at("month"), m.end, month=month_of(m), year=int_of(m, "year")) if m.at("month") >= 0 else None
    side = TABLE.sides.get(m.word("side"), "within" if before(doc, a) == "within" else "")
    if not side and not hyphen and before(doc, a) == "in":
        return (_to_come(a, m.end, n, unit),)
    return (Parts(a, m.end, timex_type=DURATION, value=period(n, unit), base="final" if inside and side == "past" else side, within=inside),)


def _start_of(m: Match) -> int:
    """Where a length begins: at its number, not at the article of what it tells of ("a two-week truce")."""
    k = m.at("n")
    led = k > m.start and m.at("whole") < 0 and m.doc.low[k - 1] in ("a", "an") and m.word("n") not in ("hundred", "dozen")
    return k if led else m.start


def _age_of_war(m: Match, unit: str) -> Made | None:
    """ "A two-year-old war": how long it has lasted; of other ages nothing."""
    old = m.end + 2
    lasting = m.at("n") >= 0 and m.doc.low[old - 1 : old] == ["old"] and after(m.doc, old) in CONTEXT.lasting
    return (Parts(m.start, old, timex_type=DURATION, value=period(counted(m) or 0, unit)),) if lasting else None


def _and_half(m: Match, n: float | None, unit: str) -> Made | None:
    """ "2 1/2 hours", "1 1/2 years"; other fractions make no length."""
    half = {"H": f"PT{n:g}H30M", "Y": f"P{n:g}Y6M"}.get(unit)
    told = (m.word("over"), m.word("under")) == ("1", "2")
    return length(m, half) if half is not None and told else None


def _length_range(m: Match, n: float, unit: str) -> Made | None:
    """ "two to three weeks": two lengths; not "two to three weeks ago"."""
    least = number([m.word("first")])
    if least is None or least >= n or after(m.doc, m.end) in CONTEXT.counts_on:
        return None
    k = m.at("first") + 1
    most = _to_come(k + 1, m.end, n, unit) if before(m.doc, m.start) == "in" else Parts(k + 1, m.end, timex_type=DURATION, value=period(n, unit))
    return (Parts(m.start, k, timex_type=DURATION, value=period(least, unit)), most)


def _is_age(doc: Document, k: int) -> bool:
    """Whether what stands behind a duration makes it an age: "40 years old", "25 years of age"."""
    right, following = after(doc, k), after(doc, k + 1)
    return right == "old" or (right in ("-", "‑") and following in ("old", "olds")) or (right == "of" and following == "age")


def _vague(m: Match, unit: str) -> Made | None:
    """ "several weeks", "a couple of days"; "some week", "many quarters" are none."""
    word, name = m.word("vague"), m.word("unit")
    if unit == "TS" or (word in ("some", "many", "various") and (name not in TABLE.MANYUNITS or name == "quarters")):
        return None
    return length(m, period(2 if word == "couple" else "X", unit))


def _is_length(m: Match, unit: str, n: float, a: int) -> bool:
    """Whether number and unit measure time: not "60 Minutes", "1400 hours", "a second", a price or part of a longer figure."""
    doc, word, name = m.doc, m.word("n"), m.word("unit")
    if name in ("quarters", "minutes") and (m.at("hyphen") >= 0 or doc.toks[m.at("unit")][0] == "M"):
        return False
    if unit == "H" and len(word) == 4 and word.isdigit() and before(doc, m.start) in ("at", "by", "from", "until", "around", "about", "between"):
        return False
    if word[:1] == "0" and "." not in word or word == "one" and unit == "D" and before(doc, m.start) in CONTEXT.modal:
        return False  # "will one day rule"
    if unit == "Q" and (name == "quarter" or (n == 3 and after(doc, m.end) == "of")):
        return False
    return not (tight(doc, a) and before(doc, a) in ("$", "€", "£", "-", "/", ".", ":"))


def _to_come(a: int, b: int, n: float, unit: str) -> Parts:
    """ "in two days": how long it took, or, behind a verb that looks ahead, the day so far ahead."""
    if unit not in ("D", "W", "M", "Y") or n != int(n):
        return Parts(a, b, timex_type=DURATION, value=period(n, unit))
    return Parts(a, b, timex_type=DURATION, value=period(n, unit), unit=unit, offset=int(n), base="in")


def vague_units(m: Match) -> Made | None:
    """Several weeks, the last few days, the early years, months-long."""
    word = m.word("unit")
    if m.at("unit") >= 0 and m.at("vague") >= 0:
        return duration_parts(m)
    return length(m, period("X" if not word or word.endswith("s") else 1, unit_of(word or m.word("vague"))))


HALVES = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def one_unit(m: Match) -> Made | None:
    """ "a week", "an hour", "half a year"; not the rate in "5,000 a day"."""
    doc, unit = m.doc, unit_of(m.word("unit"))
    left, right = before(doc, m.start), after(doc, m.end)
    if m.at("half") >= 0 or m.at("whole") >= 0:
        return length(m, period(1.5 if m.at("half") >= 0 else 1, unit))
    if m.at("part") >= 0:
        return length(m, HALVES.get(unit) or period(0.5, unit))
    if right in ("old", "-") or unit in ("TNI", "WE", "DE", "CE", "Q"):
        return length(m, period(1, unit)) if unit in ("DE", "CE") and right != "-" else None
    if unit == "D" and m.at("about") < 0 and left not in CONTEXT.before_a_day:
        return None
    if left in CONTEXT.rated or left[:1].isdigit() or left[-1:] == "s" and left not in CONTEXT.no_plural:
        return (Parts(m.start, m.end, timex_type=SET, value=period(1, unit)),) if unit in ("Y", "M", "W") else None
    n = length_of(m) or 1
    return (_to_come(m.start, m.end, n, unit),) if left == "in" else length(m, period(n, unit))


def bare_units(m: Match) -> Made | None:
    """ "for weeks", "years of war": an unnumbered plural."""
    left, right = before(m.doc, m.start), after(m.doc, m.end)
    if left == "-" or m.word("unit") == "minutes" or (m.doc.toks[m.start][0].isupper() and left in CONTEXT.prepositions):
        return None
    if left not in CONTEXT.before_units and (right != "of" or left[:1].isalnum()):
        return None
    if left == "of" and before(m.doc, m.start - 1) in ("couple", "number", "hundreds", "thousands", "dozens"):
        return None
    return length(m, period("X", unit_of(m.word("unit"))))


def set_parts(m: Match) -> Made | None:
    """Every day, each Friday, per week, twice a month, daily, annually."""
    if value := _named_set(m):
        return (Parts(m.start, m.end, timex_type=SET, value=value),)
    word = m.word("word")
    unit = unit_of(m.word("unit")) if m.at("unit") >= 0 else TABLE.adverbs.get(word, "")
    n = counted(m) if m.at("n") >= 0 else 2.0 if m.at("other") >= 0 else 1.0
    if n is None or unit in ("TM", "TS", "TNI") or word == "per" and unit == "H" or m.at("unit") < 0 and m.doc.toks[m.start][0].isupper() and m.start > m.doc.bounds[m.start][0]:  # "the Weekly Star"
        return None
    often = word in ("daily", "annually", "weekly") or unit == "D" and n == 1 and word in ("every", "each")
    return (Parts(m.start, m.end, timex_type=SET, value=period(n, unit), base="often" if often else ""),)


def _named_set(m: Match) -> str:
    """The TIMEX3 value of every such weekday, month, season or part of the day, "" where a unit is counted."""
    part = TABLE.dayparts.get(m.word("part").removesuffix("s"), "")
    weekday, month, season = weekday_of(m), month_of(m), TABLE.seasons.get(m.word("season"))
    if weekday is not None:
        return f"XXXX-WXX-{weekday + 1}{part}"
    return f"XXXX-{month:02}" if month else f"XXXX-{season}" if season else f"XXXX-XX-XX{part}" if part else ""


def now_parts(m: Match) -> Made | None:
    """now, currently, these days; "Now, ..." at the head of a sentence is filler."""
    doc = m.doc
    if m.word("word") == "now" and after(doc, m.end) == "," and doc.toks[m.start][0] == "N":
        return None
    if m.word("word") == "date" and (before(doc, m.start) in ("up", "-") or (after(doc, m.end).isalpha() and after(doc, m.end) not in CONTEXT.after_noun)):
        return None
    return (Parts(m.start, m.end, value="PRESENT_REF"),)


def past_ref(m: Match) -> Made | None:
    """recently, recent, the past."""
    if m.word("word") == "recent" and before(m.doc, m.start) in ("most", "more"):
        return None
    right = after(m.doc, m.end)
    if m.word("word") == "past" and right[:1].isalnum() and right not in CONTEXT.after_noun:
        return None
    return (Parts(m.start, m.end, value="PAST_REF"),)


def future_ref(m: Match) -> Made | None:
    """soon, the future, the near future."""
    if m.word("word") == "soon" and (before(m.doc, m.start) in ("as", "too", "so", "how") or after(m.doc, m.end) in ("after", "as", "became")):
        return None
    right = after(m.doc, m.end)
    if m.word("word") == "future" and m.end - m.start > 1 and right.isalpha() and right not in CONTEXT.after_noun:
        return None
    if m.word("word") == "future" and m.end - m.start == 1:
        return (Parts(m.start, m.end, value="FUTURE_REF", base="history"),)
    return (Parts(m.start, m.end, value="FUTURE_REF", base="news" if m.word("word") == "soon" else ""),)


def story_ref(m: Match) -> Made | None:
    """ "former", "this time": tagged in histories only."""
    value = {"former": "PAST_REF", "same": "", "that": ""}.get(m.word("word"), "PRESENT_REF")
    if m.at("same") >= 0 or m.word("noun") == "period" or (m.word("word") == "" and after(m.doc, m.end)[:1].isalpha()):
        value = ""  # "the time of the raid", "the time the envoy left"
    return (Parts(m.start, m.end, value=value, base="history"),)


def weekdays_ago(m: Match) -> Made | None:
    """Two Fridays ago, three Sundays from now."""
    n, sign = counted(m), -1 if m.word("ago") == "ago" else 1
    return (Parts(m.start, m.end, weekday=weekday_of(m), unit="weekday", offset=sign * int(n), base="published"),) if n is not None and 0 < n < 100 else None


def nth_day(m: Match) -> Made | None:
    """ "on the 21st": a day of the running month."""
    right = after(m.doc, m.end)
    if before(m.doc, m.start) not in CONTEXT.expects_day or right[:1].isalnum() and right not in CONTEXT.after_noun - {"of"}:
        return None
    return (Parts(m.start, m.end, day=int_of(m, "day"), base="story"),)
