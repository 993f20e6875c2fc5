"""Dates and times in English: the rules that find them and the parts that each phrase states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from attrs import frozen

from conflictkit._document import Document
from conflictkit._lexicon import read_tables
from conflictkit._models import DateExpression, TimexType
from conflictkit._rules import Match, Rule, RuleTable

TABLE: dict[str, Any] = read_tables("conflictkit.english", "dates.toml")
CONTEXT: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in TABLE["context"].items()}
DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET


@frozen
class Parts:
    """What a phrase states of a date; what it leaves open is None and is implied later, in text order."""

    a: int
    """First token."""
    b: int
    """One past the last token."""
    timex_type: TimexType = DATE
    value: str | None = None
    """Ready value of what needs no calendar (durations, sets, references)."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    quarter: int | None = None
    half: int | None = None
    bc: bool = False
    unit: str = ""
    """Unit that an offset counts, or that the expression names."""
    offset: int | None = None
    base: str = ""
    """What an offset starts from: "published" (yesterday), "story" (the next day), "ago" (two years earlier)."""
    time: str = ""
    """Time of day as TIMEX3 writes it ("T14:30", "TMO")."""
    joins: bool = False
    """Whether it is only read together with the day that follows ("the morning of")."""


Made = tuple[Parts, ...]


# --- reading words ---------------------------------------------------------------------------------------------------


def number(words: list[str]) -> float | None:
    """The number that words or digits spell ("twenty - four", "1,200"), None when they spell none."""
    total = current = 0.0
    seen = False
    for word in words:
        if word in ("-", "and", "a", "–", "‑", "‐") and seen:
            continue
        if word[0].isdigit():
            try:
                current += float(word.replace(",", ""))
            except ValueError:
                return None
        elif word in TABLE["numbers"]:
            current += TABLE["numbers"][word]
        elif word in ("hundred", "thousand", "dozen"):
            current = (current or 1) * {"hundred": 100, "thousand": 1000, "dozen": 12}[word]
            if word == "thousand":
                total, current = total + current, 0.0
        else:
            return None
        seen = True
    return total + current if seen else None


def counted(m: Match) -> float | None:
    """The number in the slots n and m of a phrase."""
    words = [m.word("n"), *m.words("m")]
    while words and words[-1] in ("-", "and"):
        words.pop()
    return number(words) if words else None


def unit_of(word: str) -> str:
    """Code of a unit of time ("weeks" -> W)."""
    units: dict[str, str] = TABLE["units"]
    return units.get(word) or units.get(word.removesuffix("s")) or units.get(word.removesuffix("ies") + "y") or ""


def period(n: float | str, unit: str) -> str:
    """TIMEX3 value of a duration: "P21M", "PT3H", "PXD"."""
    if unit in ("DE", "CE") and not isinstance(n, str):
        n, unit = n * (10 if unit == "DE" else 100), "Y"
    if unit == "WE" and not isinstance(n, str):
        return f"P{n:g}WE"
    count = n if isinstance(n, str) else f"{n:g}"
    if unit in ("H", "TM", "TS"):
        return f"PT{count}{unit[-1]}"
    return f"P{count}{unit}"


def month_of(m: Match, slot: str = "month") -> int | None:
    """Month number of a slot."""
    found = TABLE["months"].get(m.word(slot))
    return int(found) if found else None


def weekday_of(m: Match, slot: str = "wd") -> int | None:
    """Weekday of a slot, Monday is 0."""
    found = TABLE["weekdays"].get(m.word(slot)[:3])
    return int(found) if found is not None else None


def int_of(m: Match, slot: str) -> int | None:
    """Number in a slot: digits, "3rd" or an ordinal word."""
    word = m.word(slot)
    if word in TABLE["ordinals"]:
        return int(TABLE["ordinals"][word])
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if digits else None


def before(doc: Document, k: int) -> str:
    """The word before token k, "" at the beginning of a line."""
    return doc.low[k - 1] if k > 0 else ""


def after(doc: Document, k: int) -> str:
    """The word at token k, "" at the end."""
    return doc.low[k] if k < len(doc) else ""


def tight(doc: Document, k: int) -> bool:
    """Whether token k stands right after another word or mark."""
    return k > 0 and doc.glued(k - 1) and not doc.toks[k - 1].isspace()


def is_count(doc: Document, a: int, b: int) -> bool:
    """Whether the number in tokens a to b counts things or names something else than a year."""
    left, right = before(doc, a), after(doc, b)
    if left in CONTEXT["not_year"] or (left == "." and before(doc, a - 1) in ("no", "art", "p", "pp")):
        return True
    if tight(doc, a) and left not in ("(", "'", '"', "“", "[", "—", "–", "/", "-"):
        return True
    if left in ("-", "/") and a > 1 and tight(doc, a) and not (doc.low[a - 2].isdigit() or doc.low[a - 2] in ("mid", "early", "late", "pre", "post")):
        return True
    if right in ("%", "percent", "per", "km", "million", "billion", "hours") or (right == ":" and after(doc, b + 1)[:1].isdigit()):
        return True
    if left in CONTEXT["time_prepositions"] and left != "of":
        return False
    if right in CONTEXT["counted"]:
        return True
    following = after(doc, b + 1)
    return following in CONTEXT["counted"] and (doc.toks[b][0].isupper() or right.isalpha()) and left not in ("the", ",")


# --- builders: what a match states -----------------------------------------------------------------------------------


def day_parts(m: Match) -> Made | None:
    """A day of a month, with or without year and weekday."""
    month, day = month_of(m), int_of(m, "day")
    year = int_of(m, "year")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    a = m.at("the") if m.at("the") >= 0 and m.word("day")[-1].isalpha() else m.at("wd") if m.at("wd") >= 0 else m.start
    if m.at("the") >= 0 and a == m.start and not m.word("day")[-1].isalpha() and m.at("wd") < 0:
        a = m.at("day")
    b = m.end
    if m.doc.low[b - 1] == "." and m.doc.toks[b - 2].strip() not in TABLE["SHORTMONTH"].split():
        b -= 1
    k = m.at("year")
    if year is not None and (after(m.doc, b) in CONTEXT["counted"] or (after(m.doc, b) == ":" and m.doc.glued(b - 1))):
        b, year = (k - 1 if m.doc.low[k - 1] == "," else k), None
    if year is None and m.doc.low[m.start] == "may" and m.doc.toks[m.start][0] == "m":
        return None
    if year is not None and k < 0:
        return None
    month_last = m.at("month") > m.at("day")
    if month_last and (k := m.at("day")) > 1 and tight(m.doc, k) and m.doc.low[k - 1] in ("-", "/", "$", "."):
        if m.doc.low[k - 1] != "-" or not (m.doc.low[k - 2] in TABLE["months"] or m.doc.low[k - 2].isdigit()):
            return None
    return (Parts(a, b, year=year, month=month, day=day, weekday=weekday_of(m), bc=m.at("bc") >= 0),)


def day_pair(m: Match) -> Made | None:
    """Two days of one month: "5-7 May 2022", "May 5 and 7"."""
    month, one, two, year = month_of(m), int_of(m, "day"), int_of(m, "day2"), int_of(m, "year")
    if month is None or one is None or two is None or not (0 < one < 32 and 0 < two < 32):
        return None
    three = int_of(m, "day3")
    if m.at("month") > m.at("day"):
        spans = [(m.at("day"), m.at("day") + 1, one), (m.at("day2"), m.end, two)]
        if three is not None:
            spans = [spans[0], (m.at("day2"), m.at("day2") + 1, two), (m.at("day3"), m.end, three)]
    else:
        if after(m.doc, m.end) in CONTEXT["counted"] | {"%", "percent", "million"} or before(m.doc, m.end) in ("and", "or"):
            return None
        spans = [(m.start, m.at("day") + 1, one), (m.at("day2"), m.end, two)]
        if three is not None:
            spans = [spans[0], (m.at("day2"), m.at("day2") + 1, two), (m.at("day3"), m.end, three)]
    return tuple(Parts(a, b, year=year, month=month, day=day) for a, b, day in spans)


def iso_day(m: Match) -> Made | None:
    """2022-02-24, 2022/2/24, and the same with a time."""
    doc, year, month, day = m.doc, int_of(m, "year"), int_of(m, "mm"), int_of(m, "day")
    word = m.word("day")
    time = ""
    if "t" in word:
        day = int(word.split("t")[0])
        time = "T" + word.split("t")[1]
    if not (doc.glued(m.at("year")) and doc.glued(m.at("mm"))) or (tight(doc, m.start) and before(doc, m.start) not in "(\"'"):
        return None
    return (Parts(m.start, m.end, timex_type=TIME if time else DATE, year=year, month=month, day=day, time=time),)


def slash_day(m: Match) -> Made | None:
    """11/02/1989: the month first, unless only the other order is a day."""
    doc, one, two, year = m.doc, int_of(m, "one"), int_of(m, "two"), int_of(m, "year")
    if one is None or two is None or year is None or not (doc.glued(m.at("one")) and doc.glued(m.at("two"))):
        return None
    if tight(doc, m.start) and before(doc, m.start) not in "(\"'":
        return None
    if year < 100:
        year += 1900 if year >= 50 else 2000
    if one > 12:
        one, two = two, one
    return (Parts(m.start, m.end, year=year, month=one, day=two),) if 1 <= one <= 12 and 1 <= two <= 31 else None


def dotted_day(m: Match) -> Made | None:
    """24.02.2022."""
    bits = [int(bit) for bit in m.doc.low[m.start].split(".")]
    day, month, year = bits if bits[0] < 1000 else bits[::-1]
    if year < 100:
        year += 1900 if year >= 50 else 2000
    return (Parts(m.start, m.end, year=year, month=month, day=day),) if 1 <= month <= 12 and 1 <= day <= 31 else None


def military_day(m: Match) -> Made | None:
    """241430Z FEB 22."""
    word, year, month = m.word("dtg"), int_of(m, "year"), month_of(m)
    if month is None or year is None or not (1 <= int(word[:2]) <= 31 and int(word[2:4]) < 24 and int(word[4:6]) < 60):
        return None
    year = year if year > 99 else year + (1900 if year >= 50 else 2000)
    return (Parts(m.start, m.end, timex_type=TIME, year=year, month=month, day=int(word[:2]), time=f"T{word[2:4]}:{word[4:6]}"),)


def month_parts(m: Match) -> Made | None:
    """A month, with or without year; the names that are words need a word before that expects a date."""
    month, year = month_of(m), int_of(m, "year")
    if month is None:
        return None
    b = m.end
    if year is not None and after(m.doc, b) in CONTEXT["counted"]:
        b, year = m.at("month") + 1, None
    if year is None:
        k = m.at("month")
        left = before(m.doc, k)
        tok = m.doc.toks[k]
        word = m.doc.low[k]
        if m.at("dot") >= 0 and m.at("early") < 0 and left not in CONTEXT["prepositions"]:
            return None
        if word in ("may", "march", "august") and not (tok[0].isupper() and (m.start < k or left in CONTEXT["prepositions"] - {"to", "for", "at"})):
            return None
        if word in ("may", "march") and left in ("and", "or", "-") and after(m.doc, b)[:1].isalpha() and after(m.doc, b) not in ("of", "in", "and", "to"):
            return None
        if word in ("may", "march", "april", "june", "august", "jan") and before(m.doc, k) != "in" and m.start == k:
            if k and m.doc.toks[k - 1][0].isupper() and left not in CONTEXT["prepositions"]:
                return None
    return (Parts(m.start, b, year=year, month=month, bc=m.at("bc") >= 0),)


def month_in(m: Match) -> Made | None:
    """"June last year", "August of that year", "last May", "this September"."""
    month, day = month_of(m), int_of(m, "day")
    if m.at("month") == m.start and m.doc.low[m.start] in ("may", "march") and before(m.doc, m.start) not in CONTEXT["prepositions"]:
        return None
    word = m.word("rel") or m.word("of")
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(word, 0)
    base = "story" if word in ("that", "same", "previous", "following") else "published"
    if m.at("unit") >= 0:
        return (Parts(m.start, m.end, month=month, day=day, unit="Y", offset=offset, base=base),)
    if m.word("month") in ("may", "march") and not m.doc.toks[m.at("month")][0].isupper():
        return None
    return (Parts(m.start, m.end, month=month, unit="month", offset=offset, base=base),)


def year_parts(m: Match) -> Made | None:
    """A year, early, late or whole."""
    doc, k = m.doc, m.at("year")
    year = int_of(m, "year")
    if year is None:
        return None
    plain = m.start == k
    if plain and is_count(doc, k, k + 1):
        return None
    if not plain and after(doc, m.end) in CONTEXT["counted"]:
        return None
    if plain and (year < 1600 or year > 2049) and before(doc, k) not in CONTEXT["time_prepositions"]:
        return None
    if year > 2049 and before(doc, k) not in ("in", "by", "until", "since") and plain:
        return None
    if plain and k and doc.toks[k - 1][0].isupper() and before(doc, k) not in CONTEXT["prepositions"] and tight(doc, k):
        return None
    return (Parts(m.start, m.end, year=year),)


def year_pair(m: Match) -> Made | None:
    """1916-17, 1939-1945: two years; 2022-02 with a month number stays a range only when it goes up by one."""
    doc, year, two = m.doc, int_of(m, "year"), int_of(m, "yy")
    if year is None or two is None or not doc.glued(m.at("year")) or is_count(doc, m.at("year"), m.end):
        return None
    if m.end < len(doc) and doc.low[m.end] in ("-", "/") and doc.glued(m.end - 1):
        return None
    second = year - year % 100 + two if two < 100 else two
    if two <= 12 and second != year + 1:
        return (Parts(m.start, m.end, year=year, month=two),) if 1 <= two and len(m.word("yy")) == 2 and m.word("sep") == "-" else None
    if second <= year:
        return None
    k = m.at("season")
    if k >= 0:
        return (Parts(m.start, m.end, season=TABLE["seasons"][m.word("season")], year=year),)
    return (Parts(m.start, m.at("year") + 1, year=year), Parts(m.at("yy"), m.end, year=second))


def short_year(m: Match) -> Made | None:
    """'44, after a word that expects a date."""
    k = m.at("year")
    if not m.doc.glued(k - 1) or before(m.doc, k - 1) not in CONTEXT["time_prepositions"] | set(TABLE["seasons"]) or after(m.doc, k + 1) in ("%",):
        return None
    return (Parts(m.start, m.end, year=1900 + int(m.word("year")) if int(m.word("year")) >= 30 else 2000 + int(m.word("year"))),)


def spelled_year(m: Match) -> Made | None:
    """"nineteen ninety-six", "two thousand and two"."""
    if m.at("cc") >= 0:
        low = number([m.word("ten"), *([m.word("one")] if m.at("one") >= 0 else [])])
        high = number([m.word("cc")])
        if low is None or high is None or not 10 <= low <= 99:
            return None
        return (Parts(m.start, m.end, year=int(high * 100 + low)),)
    rest = number([w for w in m.words("rest") if w != "and"] or ["zero"])
    if rest is None or rest > 99 or (before(m.doc, m.start) not in ("in", "since", "until", "by") and m.at("the") < 0):
        return None
    return (Parts(m.start, m.end, year=2000 + int(rest)),)


def era_parts(m: Match) -> Made | None:
    """Years BC and AD, a pair of them too."""
    bc = m.at("bc") >= 0
    year, first = int_of(m, "year"), int_of(m, "first")
    if year is None or year > 9999:
        return None
    if first is not None:
        return (Parts(m.at("first"), m.at("first") + 1 + (m.doc.low[m.at("first") + 1] in ("bc", "b.c.", "bce")), year=first, bc=bc), Parts(m.at("year"), m.end, year=year, bc=bc))
    return (Parts(m.start, m.end, year=year, bc=bc),)


def decade_parts(m: Match) -> Made | None:
    """The 1990s, the late '80s, the nineties."""
    word = m.word("decade")
    if word in TABLE["decades"]:
        value = f"19{TABLE['decades'][word]}"
        if before(m.doc, m.end - 1) in ("his", "her", "their", "my", "your"):
            return None
    else:
        digits = "".join(c for c in word if c.isdigit())
        if len(digits) == 2 and before(m.doc, m.at("decade")) not in ("'", "’", "‘", "the"):
            return None
        value = (("20" if digits in ("00", "10") else "19") + digits if len(digits) == 2 else digits)[:3]
    return (Parts(m.start, m.end, value=value),)


def century_parts(m: Match) -> Made | None:
    """The 20th century, the fifth century BC."""
    n = int_of(m, "nth")
    if n is None or not 0 < n < 100:
        return None
    value = f"BC{n - 1:02}" if m.at("bc") >= 0 else f"{n - 1:02}"
    return (Parts(m.start, m.end, value=value),)


def quarter_parts(m: Match) -> Made | None:
    """A quarter or half of a year, its year stated, relative or open."""
    n = int_of(m, "q")
    if m.word("q") == "last":
        n = 2 if m.at("half") >= 0 else 4
    if n is None or n > 4 or (m.at("half") >= 0 and n > 2):
        return None
    if m.at("half") >= 0 and m.at("year") < 0 and m.at("rel") < 0 and m.at("unit") < 0:
        return None
    a = m.at("q") if m.at("hyphen") >= 0 and m.doc.low[m.start] == "the" and m.at("fiscal") < 0 else m.start
    offset = {"last": -1, "next": 1}.get(m.word("rel"), 0 if m.at("rel") >= 0 or m.at("unit") >= 0 else None)
    year = int_of(m, "year")
    return (Parts(a, m.end, year=year, quarter=None if m.at("half") >= 0 else n, half=n if m.at("half") >= 0 else None,
                  unit="Y" if offset is not None else "", offset=offset, base="published" if offset is not None else ""),)  # fmt: skip


def season_parts(m: Match) -> Made | None:
    """A season, its year stated, relative or open."""
    word = m.word("season")
    year = int_of(m, "year")
    plain = m.start == m.at("season") and year is None and m.at("rel") < 0
    left = before(m.doc, m.start)
    named = plain and after(m.doc, m.end)[:1].isalpha() and word != "fall" and (left not in CONTEXT["prepositions"] or left in ("in", "that"))
    if named and (left not in ("in", "during", "by", "until", "since", "that") or word == "spring"):
        return (Parts(m.start, m.end, season=TABLE["seasons"][word], base="history"),)
    if plain and left not in ("in", "during", "by", "until", "since", "of", "that", "every", "each", "through", "from", "late", "early", "mid"):
        return None
    if word in ("fall", "spring") and year is None and m.at("rel") < 0 and (
        left not in ("in", "during", "by", "until", "since", "for", "over", "through", "late", "early") or after(m.doc, m.end) in ("of", "in", "to")
    ):  # fmt: skip
        return None
    if word == "fall" and after(m.doc, m.end) == "of":
        return None
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(m.word("rel"), 0 if m.at("rel") >= 0 else None)
    base = "story" if m.word("rel") in ("that", "same", "following", "previous") or (m.word("rel") == "next" and m.at("the") >= 0) else "published"
    return (Parts(m.start, m.end, season=TABLE["seasons"][word], year=year, bc=m.at("bc") >= 0, unit="season" if offset is not None else "", offset=offset,
                  base=base if offset is not None else ""),)  # fmt: skip


def weekday_parts(m: Match) -> Made | None:
    """A weekday, with last, next or a part of the day."""
    rel = m.word("rel")
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1, "this": 0, "past": -1}.get(rel)
    base = "story" if rel in ("following", "previous", "that", "same") else "published" if offset is not None else ""
    if rel in ("that", "same"):
        offset = 0
    time = TABLE["dayparts"].get(m.word("part"), "")
    return (Parts(m.start, m.end, timex_type=TIME if time else DATE, weekday=weekday_of(m), unit="weekday", offset=offset, base=base, time=time),)


def weekday_pair(m: Match) -> Made | None:
    """"Monday last week": a weekday of a week told relative."""
    offset = {"last": -1, "next": 1}.get(m.word("rel"), 0)
    return (Parts(m.start, m.end, weekday=weekday_of(m), unit="W", offset=offset, base="published"),)


DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tonite": 0, "overnight": 0}


def deictic_parts(m: Match) -> Made | None:
    """today, yesterday evening, tonight, this morning, last night."""
    word = m.word("word")
    part = m.word("part")
    time = TABLE["dayparts"].get(part, "")
    if word == "tonight":
        time = "TNI"
    offset = DEICTIC.get(word, -1 if word == "last" else 0)
    base = "story" if word in ("that", "same") else "published"
    k = m.at("word")
    a = m.start
    if word == "today" and after(m.doc, m.end) == "'s" and m.doc.toks[m.start][0] == "T" and m.start and m.doc.low[m.start - 1] == "usa":
        return None
    if part in ("noon", "midnight", "midday") and word in ("this", "that", "last"):
        return None
    return (Parts(a, m.end, timex_type=TIME if time else DATE, unit="D", offset=offset, base=base, time=time),) if k >= 0 else None


def neighbour_day(m: Match) -> Made | None:
    """The day before yesterday, the day after tomorrow; without them the day before or after in the story."""
    sign = 1 if m.word("side") in ("after", "following") else -1
    if m.at("word") >= 0:
        return (Parts(m.start, m.end, unit="D", offset=2 * sign, base="published"),)
    nxt = after(m.doc, m.end)
    if nxt[:1].isalnum() and m.word("side") != "following" and nxt not in ("and", "but", "when", "in", "at", "with", "he", "she", "they", "it", "was", "had", "said", "as"):
        return None
    return (Parts(m.start, m.end, unit=unit_of(m.word("unit")), offset=sign, base="story"),)


def unit_parts(m: Match) -> Made | None:
    """last week, this year, the next day, that month, the previous year, the end of the year."""
    rel, unit = m.word("rel"), unit_of(m.word("unit"))
    the = m.at("the") >= 0
    doc = m.doc
    if rel == "the":
        if unit not in ("Y", "W", "Q", "WE", "M") or (unit == "M" and m.at("early") < 0 and m.at("edge") < 0):
            return None
        if m.at("early") < 0 and m.at("edge") < 0 and after(doc, m.end) in ("of", "when", "that", "ended", "before", "after", "-", "in", "since", "he", "she", "they", "'s"):
            if not (unit in ("Q", "Y") and after(doc, m.end) in ("ended", "'s", "after")):
                return None
        if unit == "Y" and before(doc, m.start) == "for":
            return (Parts(m.start, m.end, timex_type=DURATION, value="P1Y"),)
        if unit == "Q":
            return (Parts(m.start, m.end, unit="Q", offset=-1, base="published"),)
        return (Parts(m.start, m.end, unit=unit, offset=-1 if unit == "WE" else 0, base="context"),)
    if rel in ("past", "last") and the and unit not in ("WE", "Q"):
        return (Parts(m.start, m.end, timex_type=DURATION, value=period(1, unit)),)
    if rel == "past":
        return (Parts(m.start, m.end, unit=unit, offset=-1, base="published"),)
    offset = {"last": -1, "latest": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1}.get(rel, 0)
    base = "published"
    if rel == "this" and unit == "D":
        base = "story"
    if rel in ("that", "same", "previous", "following", "preceding", "very") or (the and rel == "next"):
        base = "story"
    if m.at("same") >= 0:
        base, offset = "story", 0
    if rel in ("this", "current") and unit in ("DE", "CE", "H"):
        return None
    if unit == "TNI" and rel not in ("that", "same"):
        return None
    if unit == "H":
        return None
    return (Parts(m.start, m.end, unit=unit, offset=offset, base=base, time="TNI" if unit == "TNI" else "", timex_type=TIME if unit == "TNI" else DATE),)


def ago_parts(m: Match) -> Made | None:
    """Two years ago, a week later, several months earlier."""
    unit, word = unit_of(m.word("unit")), m.word("ago")
    n = 1.0 if m.at("one") >= 0 else counted(m) if m.at("n") >= 0 else None
    sign = 1 if word in ("later", "after", "hence", "on", "from") else -1
    if word in ("before", "after", "on"):
        right = after(m.doc, m.end)
        if right[:1].isalnum() or right in ("-", "'s", '"', "“") or before(m.doc, m.start) in ("for", "the"):
            return None
    if word == "on" and unit not in ("Y", "M", "W", "D"):
        return None
    if n is None:
        return (Parts(m.start, m.end, value="FUTURE_REF" if sign > 0 else "PAST_REF"),)
    if m.at("half") >= 0:
        n += 0.5
    base = "ago" if word in ("ago", "hence", "from") else "later" if sign > 0 else "earlier"
    if unit == "DE":
        n, unit = n * 10, "Y"
    if unit == "CE":
        n, unit = n * 100, "Y"
    if unit == "TNI":
        unit = "D"
    if n > 9999 or n != int(n):
        return (Parts(m.start, m.end, value=""),)
    return (Parts(m.start, m.end, unit=unit, offset=sign * int(n), base=base),)


def unit_end(m: Match) -> Made | None:
    """year-end, month's end."""
    return (Parts(m.start, m.end, unit=unit_of(m.word("unit")), offset=0, base="context"),)


def back_quarter(m: Match) -> Made | None:
    """The year-ago quarter, the year-earlier period."""
    if m.at("unit") >= 0 and m.word("unit") in ("month", "week"):
        return None
    return (Parts(m.start, m.end, unit="Y", offset=-1, base="earlier"),)


def latest_period(m: Match) -> Made | None:
    """The latest quarter or period: the quarter before publication."""
    return (Parts(m.start, m.end, unit="Q", offset=-1, base="published"),)


def duration_parts(m: Match) -> Made | None:
    """Three days, nearly two years, 24 hours, a two-week truce."""
    doc, unit = m.doc, unit_of(m.word("unit"))
    right = after(doc, m.end)
    hyphen = m.at("hyphen") >= 0
    if right == "old" or (right in ("-", "‑") and after(doc, m.end + 1) in ("old", "olds")) or (right == "of" and after(doc, m.end + 1) == "age"):
        return None
    if m.at("vague") >= 0:
        if m.word("vague") in ("some", "many", "various") and m.word("unit") not in TABLE["MANYUNITS"].split():
            return None
        if unit in ("TS",):
            return None
        return (Parts(m.start, m.end, timex_type=DURATION, value=period(2 if m.word("vague") == "couple" else "X", unit)),)
    n = counted(m) if m.at("n") >= 0 else 1.0
    if m.word("unit") in ("quarters", "minutes") and (hyphen or doc.toks[m.at("unit")][0] == "M"):
        return None
    if m.at("over") >= 0:
        half = {"H": f"PT{n:g}H30M", "Y": f"P{n:g}Y6M"}.get(unit)
        if half is None or (m.word("over"), m.word("under")) != ("1", "2"):
            return None
        return (Parts(m.start, m.end, timex_type=DURATION, value=half),)
    if n is None or (unit == "TS" and (m.word("unit") == "second" or n == 1)):
        return None
    if m.at("half") >= 0:
        n += 0.5
    if unit == "TNI" and hyphen:
        unit = "D"
    a = m.start
    if tight(doc, a) and before(doc, a) in ("$", "€", "£", "-", "/", ".", ":"):
        return None
    if unit == "Q" and m.word("unit") == "quarter":
        return None
    if n > 1 and m.word("unit") in ("day", "week", "month", "year", "hour", "minute", "decade", "night", "second") and not hyphen and right[:1] in ",.":
        if m.at("m") < 0 and unit in ("TS",):
            return None
    return (Parts(a, m.end, timex_type=DURATION, value=period(n, unit)),)


def one_unit(m: Match) -> Made | None:
    """"a week", "an hour"; not the rate in "5,000 a day"."""
    doc, unit = m.doc, unit_of(m.word("unit"))
    left, right = before(doc, m.start), after(doc, m.end)
    if right in ("old", "-") or unit in ("TNI", "WE", "DE", "CE", "Q"):
        return None if unit not in ("DE", "CE") or right == "-" else (Parts(m.start, m.end, timex_type=DURATION, value=period(1, unit)),)
    if m.at("half") >= 0:
        return (Parts(m.start, m.end, timex_type=DURATION, value=period(1.5, unit)),)
    rate = left in ("times", "once", "twice", "%", "percent", "much", "day", "people", "each") or left[:1].isdigit() or (left[-1:] == "s" and left[-2:] != "ss" and left not in CONTEXT["prepositions"] and left not in ("is", "was", "as", "has", "takes", "lasts", "needs"))
    if unit == "D" and not m.at("about") >= 0 and left not in ("after", "for", "in", "within", "than", "only", "just", "over", "under", "lasted", "about"):
        return None
    if rate:
        if left in ("once", "twice") or (left == "times"):
            return None
        return (Parts(m.start, m.end, timex_type=SET, value=period(1, unit)),) if unit in ("Y", "M", "W") else None
    return (Parts(m.start, m.end, timex_type=DURATION, value=period(1, unit)),)


def bare_units(m: Match) -> Made | None:
    """"for weeks", "years of war": an unnumbered plural."""
    left = before(m.doc, m.start)
    if m.doc.toks[m.start][0].isupper() and left in CONTEXT["prepositions"]:
        return None
    if left not in ("for", "in", "within", "after", "over", "took", "lasted", "take", "takes", "last", "of", "or", "spent", "and", "hundred"):
        if after(m.doc, m.end) not in ("of",) or left[:1].isalnum():
            return None
    if after(m.doc, m.end) in ("ago", "later", "old", "earlier") or m.word("unit") in ("minutes",):
        return None
    if left == "of" and before(m.doc, m.start - 1) in ("couple", "number", "hundreds", "thousands", "dozens"):
        return None
    return (Parts(m.start, m.end, timex_type=DURATION, value=period("X", unit_of(m.word("unit")))),)


def recent_parts(m: Match) -> Made | None:
    """Recent days, coming weeks, the near future."""
    word = m.word("word")
    if m.at("unit") >= 0 and word == "recent":
        unit = unit_of(m.word("unit"))
        if unit in ("M", "W") and m.at("the") < 0:
            return (Parts(m.start, m.end, timex_type=DURATION, value=period("X", unit)),)
        return (Parts(m.start, m.end, value="PAST_REF"),) if unit in ("Y", "D", "W", "DE", "M", "Q") else None
    if word in ("coming", "future"):
        return (Parts(m.start, m.end, value="FUTURE_REF"),)
    return None


def set_parts(m: Match) -> Made | None:
    """Every day, each of the past three years, per week, twice a month, daily, annually."""
    word = m.word("word")
    if m.at("wd") >= 0:
        return (Parts(m.start, m.end, timex_type=SET, value=f"XXXX-WXX-{(weekday_of(m) or 0) + 1}" + TABLE["dayparts"].get(m.word("part").removesuffix("s"), "")),)
    if m.at("month") >= 0:
        return (Parts(m.start, m.end, timex_type=SET, value=f"XXXX-{month_of(m):02}"),)
    if m.at("season") >= 0:
        return (Parts(m.start, m.end, timex_type=SET, value="XXXX-" + TABLE["seasons"][m.word("season")]),)
    if m.at("part") >= 0:
        return (Parts(m.start, m.end, timex_type=SET, value="XXXX-XX-XX" + TABLE["dayparts"][m.word("part")]),)
    if m.at("unit") >= 0:
        unit = unit_of(m.word("unit"))
        n = counted(m) if m.at("n") >= 0 else 2.0 if m.at("other") >= 0 else 1.0
        if n is None or (m.word("word") == "per" and unit in ("H", "TM", "TS")) or unit in ("TM", "TS", "TNI"):
            return None
        once = n == 1 and unit == "D" and word in ("every", "each")
        return (Parts(m.start, m.end, timex_type=SET, value=period(n, unit), base="often" if once else ""),)
    unit = {"daily": "D", "weekly": "W", "monthly": "M", "annually": "Y", "yearly": "Y", "hourly": "H", "nightly": "D"}.get(word, "")
    if m.start > 1 and word in ("daily", "weekly", "monthly") and m.doc.toks[m.start - 1][0].isupper() and m.doc.toks[m.start - 2][0] not in ".\n\"“":
        return None
    if m.doc.toks[m.start][0].isupper() and (m.end < len(m.doc) and m.doc.toks[m.end][0].isupper() or (m.start and m.doc.toks[m.start - 1][0].isupper())):
        return None
    base = "often" if word in ("daily", "annually", "weekly") else ""
    return (Parts(m.start, m.end, timex_type=SET, value=period(1, unit), base=base),) if unit else None


def now_parts(m: Match) -> Made | None:
    """now, currently, these days; "Now, ..." at the head of a sentence is filler."""
    doc = m.doc
    if m.word("word") == "now":
        if doc.toks[m.start][0] == "N" and m.start == m.at("word") and after(doc, m.end) in ("the", "we", "i", "you", "for", "events", "is", "let", "look"):
            return None
        if after(doc, m.end) in ("that", ",") and (doc.toks[m.start][0] == "N" or after(doc, m.end) == "that"):
            return None
    if m.word("word") == "current" and after(doc, m.end) in ("account", "accounts"):
        return None
    if m.word("word") == "current" and tight(doc, m.start) and before(doc, m.start) == "-":
        return None
    return (Parts(m.start, m.end, value="PRESENT_REF"),)


def past_ref(m: Match) -> Made | None:
    """recently, recent, the past."""
    if m.word("word") == "recent" and before(m.doc, m.start) in ("most", "more"):
        return None
    if m.word("word") == "past" and after(m.doc, m.end)[:1].isalnum():
        return None
    return (Parts(m.start, m.end, value="PAST_REF"),)


def future_ref(m: Match) -> Made | None:
    """soon, the future, the near future."""
    if m.word("word") == "soon" and (before(m.doc, m.start) in ("as", "too", "so", "how") or after(m.doc, m.end) in ("after", "as", "became")):
        return None
    right = after(m.doc, m.end)
    if m.word("word") == "future" and m.end - m.start > 1 and right.isalpha() and right not in CONTEXT["after_noun"]:
        return None
    if m.word("word") == "future" and m.end - m.start == 1:
        return (Parts(m.start, m.end, value="FUTURE_REF", base="history"),)
    return (Parts(m.start, m.end, value="FUTURE_REF", base="news" if m.word("word") == "soon" else ""),)


def story_ref(m: Match) -> Made | None:
    """"former", "this time": tagged in histories only."""
    value = {"former": "PAST_REF", "same": "", "that": ""}.get(m.word("word"), "PRESENT_REF")
    if m.at("same") >= 0 or m.word("noun") == "period":
        value = ""
    return (Parts(m.start, m.end, value=value, base="history"),)


def clock_parts(m: Match) -> Made | None:
    """9:30 a.m. EST, 5pm, 2130 hours, noon."""
    doc = m.doc
    a = m.at("h") if m.at("h") >= 0 else m.start
    half = m.word("half")
    word = m.word("h")
    if m.at("part") >= 0 and m.at("h") < 0:
        if before(doc, m.start) == "high":
            return None
        return (Parts(m.start, m.end, timex_type=TIME, time=TABLE["dayparts"][m.word("part")]),)
    digits = "".join(c for c in word if c.isdigit())
    minute = int_of(m, "mm") or 0
    if m.at("military") >= 0:
        if len(digits) != 4:
            return None
        hour, minute = int(digits[:2]), int(digits[2:])
    else:
        hour = int(digits)
        if "." in word and "m" in word:
            hour, minute = int(word.split(".")[0]), int("".join(c for c in word.split(".")[1] if c.isdigit()))
    if word.endswith(("am", "pm")):
        half = word[-2:]
    if m.word("mm").endswith("m"):
        half = m.word("mm")[-2:]
    if m.at("mm") >= 0 and (len(m.word("mm")) not in (2, 4, 5) or not doc.glued(m.at("mm") - 1) or not doc.glued(a)):
        return None
    if half:
        if hour > 12:
            half = ""
        elif half[0] == "p":
            hour = hour % 12 + 12
        else:
            hour %= 12
    elif m.at("mm") >= 0:
        left = before(doc, a)
        if tight(doc, a) and left not in ("(", "'", "—", "–", "“"):
            return None
        if m.end < len(doc) and doc.low[m.end] in (":", "-", "/") and doc.glued(m.end - 1) and m.at("zone") < 0 and doc.low[m.end] == ":":
            return None
        if m.at("zone") < 0 and m.at("hours") < 0 and len(digits) < 2 and left not in ("at", "by", "until", "from", "about", "around", "to", "before", "after", "-"):
            return None
    if hour > 24 or minute > 59:
        return None
    return (Parts(m.start, m.end, timex_type=TIME, time=f"T{hour:02}:{minute:02}"),)


def part_of(m: Match) -> Made | None:
    """"the morning of" with the day that follows; that morning in a story; at night."""
    time = TABLE["dayparts"][m.word("part")]
    if m.at("of") >= 0:
        return (Parts(m.start, m.end, timex_type=TIME, time=time, joins=True),)
    return (Parts(m.start, m.end, timex_type=TIME, value="XXXX-XX-XX" + time, base="history"),)


def holiday_parts(m: Match) -> Made | None:
    """Days with a rule: Christmas, New Year's Eve, Easter, Thanksgiving."""
    year, word = int_of(m, "year"), m.word("name")
    offset = {"last": -1, "next": 1, "this": 0}.get(m.word("rel"))
    fixed = {"christmas": (12, 25), "halloween": (10, 31), "valentine": (2, 14), "boxing": (12, 26)}.get(word)
    if word == "christmas" and m.word("eve") == "eve":
        fixed = (12, 24)
    if word == "new":
        fixed = (12, 31) if m.word("eve") == "eve" else (1, 1)
    if fixed:
        return (Parts(m.start, m.end, year=year, month=fixed[0], day=fixed[1], unit="Y" if offset is not None else "", offset=offset,
                      base="published" if offset is not None else ""),)  # fmt: skip
    return (Parts(m.start, m.end, year=year, season=word, unit="holiday"),)


def nth_day(m: Match) -> Made | None:
    """"on the 21st": a day of the running month."""
    right = after(m.doc, m.end)
    if before(m.doc, m.start) not in ("on", "until", "by", "from", "to", "and", "since") or (right[:1].isalnum() and right not in ("and", "to", "the", "of", "when", "by", "with", "he", "they", "it", "in", "at", "a", "that")):
        return None
    if right == "of":
        return None
    return (Parts(m.start, m.end, day=int_of(m, "day"), base="story"),)


# --- the rules -------------------------------------------------------------------------------------------------------

WD = "[wd:WEEKDAY|SHORTDAY [.] [,]]"
PRE = "[[the] edge:EDGE of] [early:EARLY [-|in]]"
PRE_THE = "[[the] edge:EDGE of] [[the] early:EARLY [-|in]]"
N = "n:INT|NUM|COUNT m:COUNTBIT*"
QUANT = "[at least:least] [[no] more:more|less|fewer|longer than] [up upto:to] [about:ABOUT]"
ZONE = "[zone:ZONE]"

R = Rule[Made]
RULES: tuple[Rule[Made], ...] = (
    R("day month year", (
        f"{WD} [the:the] day:DD|NTH [of] month:MONTH [.] [[,] year:YEAR]",
        f"[the:the] day:NTHWORD of month:LONGMONTH [[,] year:YEAR]",
        "day:DD month:MONTH year:INT bc:BC", "day:DD -|/ month:MONTH -|/ year:YEAR",
    ), day_parts),
    R("month day year", (
        f"{WD} month:MONTH [.] day:DD|NTH [[,] [of] year:YEAR]",
        f"{WD} month:LONGMONTH [the:the] day:NTHWORD|NTH [[,] year:YEAR]",
    ), day_parts),
    R("day to day month year", (
        "day:DD|NTH [,] SEPARATOR day2:DD|NTH [of] month:MONTH [.] [[,] year:YEAR]",
        "day:DD|NTH , day2:DD|NTH [,] SEPARATOR day3:DD|NTH [of] month:MONTH [.] [[,] year:YEAR]",
    ), day_pair),
    R("month day to day year", (
        "month:MONTH [.] day:DD|NTH [,] SEPARATOR [the] day2:DD|NTH [[,] year:YEAR]",
        "month:MONTH [.] day:DD|NTH , day2:DD|NTH [,] SEPARATOR day3:DD|NTH [[,] year:YEAR]",
    ), day_pair),
    R("year-month-day", ("year:YEAR -|/ mm:MM -|/ day:DD|ISODAY",), iso_day),
    R("month/day/year", ("one:DD / two:DD / year:YEAR|YY", "one:DD - two:DD - year:YEAR"), slash_day),
    R("day.month.year", ("DOTDATE",), dotted_day),
    R("date-time group", ("dtg:DTG month:MONTH year:YEAR|YY",), military_day),
    R("month year", (
        f"{PRE} month:MONTH [.] [,|of] year:YEAR",
        f"{PRE} month:LONGMONTH",
        f"{PRE} month:SHORTMONTH dot:.",
        "month:LONGMONTH year:INT bc:BC",
    ), month_parts),
    R("month of a year told", (
        "[early:EARLY] month:MONTH [.] [day:DD [,]] [of] rel:last|this|next|that|previous|following unit:year",
        "month:MONTH [day:DD] of the rel:same|previous|following|next unit:year",
        "rel:last|this|next month:LONGMONTH", "the rel:previous|following month:LONGMONTH",
    ), month_in),
    R("year", (
        f"{PRE_THE} [fiscal] year:YEAR",
        "[the] fiscal year year:YEAR", "the year year:YEAR",
    ), year_parts),
    R("year-year", ("year:YEAR sep:HYPHEN|/ yy:YEAR|YY", "[the] season:SEASON [of] year:YEAR HYPHEN|/ yy:YY|YEAR"), year_pair),
    R("'year", ("' year:YY", "’ year:YY", "‘ year:YY"), short_year),
    R("year in words", (
        "cc:TEENS ten:TENS [[-] one:COUNT]", "the year two thousand",
        "[the:the year] two thousand [and] rest:COUNT",
    ), spelled_year),
    R("year BC or AD", (
        f"{PRE} [circa|ca|about|around|c [.]] year:INT bc:BC", "[circa|ca|about|around|c [.]] year:INT ad:AD", "ad:AD year:INT",
        "first:INT [BC] SEPARATOR year:INT bc:BC",
    ), era_parts),
    R("decade", (
        f"[the] [edge:EDGE of] [the] [early:EARLY [-]] decade:YEARS", f"[the] [early:EARLY [-]] '|’|‘ decade:YEARS",
        f"the [early:EARLY [-]] decade:DECADEWORD", f"[the] early:EARLY [-] decade:YEARS",
    ), decade_parts),
    R("nth century", (f"{PRE_THE} [the] nth:NTH|ORD|NTHWORD [-] century|centuries [bc:BC]",), century_parts),
    R("nth quarter", (
        "[the|its] [fiscal:fiscal [-]] q:NTHWORD|NTH hyphen:- quarter", "[the] [fiscal:fiscal [-]] q:NTHWORD|NTH quarter [of [fiscal] year:YEAR]",
        "[the] year:YEAR q:NTHWORD|NTH [-] quarter", "[the] q:NTHWORD|NTH quarter of rel:last|this|next year",
        "rel:last|this|next year 's|’s [fiscal] q:NTHWORD|NTH quarter", "q:QUARTER [of] [year:YEAR]",
        "[the] q:NTHWORD|NTH|last half:half of [fiscal] [the] year:YEAR", "[the] q:NTHWORD|NTH|last half:half of rel:last|this|next|the unit:year",
        "[the] year:YEAR q:NTHWORD|NTH half:half",
    ), quarter_parts),
    R("season", (
        f"{PRE_THE} [the] season:SEASON [of|,] year:YEAR", f"{PRE_THE} [the] season:SEASON [of] year:INT bc:BC", f"{PRE_THE} [the] season:SEASON",
        "[the:the] [early:EARLY|EARLIER] rel:last|this|next|that|previous|following|coming [past] season:SEASON", "the same:same season:SEASON",
    ), season_parts),
    R("weekday", (
        "[early:EARLIER|EDGE] wd:WEEKDAY [early2:early|late] [part:DAYPART]",
        "[the] [EARLIER] rel:last|this|next|previous|following|coming|past|that|same [coming] wd:WEEKDAY [part:DAYPART]", "wd:WEEKDAY rel:next|last",
    ), weekday_parts),
    R("weekday of a week told", ("wd:WEEKDAY [of] rel:last|this|next week",), weekday_pair),
    R("today", (
        "[early:EARLIER] word:today|yesterday|tomorrow [part:DAYPART]", "[early:EARLIER] word:tonight|overnight",
        "[early:EARLIER] word:this|that|last part:DAYPART", "word:last part:night", "the word:same part:DAYPART",
    ), deictic_parts),
    R("the day before", (
        "[the] day side:before|after word:yesterday|tomorrow", "the unit:day|week|month|year side:before|after|following",
    ), neighbour_day),
    R("last unit", (
        "[[the] edge:EDGE of] [early:EARLIER [in]] rel:last|this|next|that|past|previous|following|coming|current [fiscal|calendar|very] unit:ONEUNIT",
        "[early:EARLIER [in]] the:the rel:last|next|past|previous|following|preceding|coming|current|latest [fiscal|calendar] unit:ONEUNIT",
        "[EARLIER [on]] [the|that] same:same [very] unit:ONEUNIT",
        "[[the] edge:EDGE of] [early:EARLIER in] rel:the [full|fiscal] unit:ONEUNIT",
        "the latter part of rel:the unit:ONEUNIT",
    ), unit_parts),
    R("year-end", ("[the] [current] unit:year [-|'s|’s] end", "unit:month|year 's|’s end"), unit_end),
    R("n units ago", (
        f"{QUANT} [a] {N} [and half:a half] unit:UNIT ago:AGO|later|before|after|hence|on", f"{QUANT} one:a|an unit:UNIT [or so] ago:AGO|later|before|after|hence|on",
        "[only|just] [a] VAGUE [of] unit:UNIT ago:ago|later|earlier", "unit:MANYUNITS ago:ago|later|earlier", f"{N} unit:UNIT ago:from now|today",
        f"{QUANT} [the] one:a unit:UNIT - ago:AGO",
    ), ago_parts),
    R("year-earlier", ("[the] [comparable] year - ago|earlier [q:NTHWORD] [noun:quarter|period]", "[the] year - earlier|ago nine|six|three months"), back_quarter),
    R("the latest period", ("the latest period|quarter",), latest_period),
    R("n units", (
        f"{QUANT} {N} [and half:a half] [hyphen:HYPHEN] [more|full|consecutive|straight|trading|business] unit:LONGUNIT [hyphen2:- long] [or so]",
        f"{QUANT} [the] LASTING [about|other|full] {N} unit:UNIT [of LONGMONTH [YEAR]]", "the LASTING unit:week|month|days|weeks of LONGMONTH [YEAR]", f"the {N} unit:MANYUNITS",
        f"{QUANT} n:COUNT m:COUNTBIT* seconds", f"{QUANT} n:INT|NUM unit:seconds", f"{QUANT} n:INT over:INT / under:INT [-] unit:UNIT",
    ), duration_parts),
    R("some units", (
        "[a] vague:VAGUE [of] [more] unit:UNIT", "[the] LASTING [a] vague:VAGUE [of] unit:UNIT", "vague:several - unit:ONEUNIT",
        "the LASTING vague:MANYUNITS", "unit:ONEUNIT|MANYUNITS - long",
    ), lambda m: duration_parts(m) if m.at("unit") >= 0 and m.at("vague") >= 0 else (
        Parts(m.start, m.end, timex_type=DURATION, value=period("X" if m.at("vague") >= 0 or m.word("unit").endswith("s") else 1, unit_of(m.word("unit") or m.word("vague")))),)),
    R("a unit", (f"{QUANT} a|an unit:LONGUNIT [and half:a half]", "[about:ABOUT|least] half a|an unit:LONGUNIT"), one_unit),
    R("units", ("unit:MANYUNITS",), bare_units),
    R("recent units", ("[the:the|these] [most] word:recent unit:MANYUNITS", "[the] word:COMING unit:MANYUNITS", "[the] unit:MANYUNITS word:ahead"), recent_parts),
    R("every unit", (
        "word:SET unit:UNIT", "word:every other:other unit:UNIT", f"word:every {N} unit:UNIT", "word:every|each wd:WEEKDAY [part:DAYPART]",
        "word:every|each month:LONGMONTH", "word:every|each season:SEASON", "word:every|each part:DAYPART",
        "wd:WEEKDAYS [part:DAYPARTS]", "wd:WEEKDAY part:DAYPARTS", "word:daily|weekly|monthly|annually|yearly|hourly|nightly",
        "once|twice a|per|each|every unit:ONEUNIT", "[INT|COUNT] times a|per|each|every unit:ONEUNIT",
    ), set_parts),
    R("now", ("[right] word:now", "word:currently|nowadays", "word:current", "these word:days", "at present"), now_parts),
    R("recently", ("[more|most] word:recently", "word:recent", "the word:past"), past_ref),
    R("soon", ("word:soon", "word:future", "the [near|immediate|foreseeable] word:future", "as word:soon as possible"), future_ref),
    R("this time", ("word:former", "word:this|that noun:time|period", "the same:same time|period", "the noun:time"), story_ref),
    R("clock", (
        f"h:INT : mm:INT [half:AMPM] {ZONE}", f"h:INT half:AMPM {ZONE}", f"h:CLOCK12|HOURHALF {ZONE}", f"h:INT : mm:MINHALF {ZONE}", f"h:INT : mm:INT [hours:hours|hrs] {ZONE}",
        f"h:INT military:hours|hrs {ZONE}", "h:INT military:ZONE", f"h:INT : mm:INT : DD|INT [half:AMPM] {ZONE}", "part:noon|midnight|midday", f"h:COUNT o'clock|o’clock",
    ), lambda m: clock_parts(m) if not m.word("h").isalpha() or m.at("h") < 0 else (
        Parts(m.start, m.end, timex_type=TIME, time=f"T{int(TABLE['numbers'].get(m.word('h'), 0)):02}:00"),)),
    R("part of the day", ("[the] [early|late|EDGE of] part:DAYPART [hours] of:of", "[the] [early|late] night"), lambda m: part_of(m) if m.at("part") >= 0 else (
        Parts(m.start, m.end, timex_type=TIME, value="XXXX-XX-XXTNI", base="history"),)),
    R("holiday", (
        "[rel:last|this|next] name:HOLIDAY [eve:day|eve|sunday] [[,] year:YEAR]", "name:new year 's|’s eve:day|eve [[,] year:YEAR]",
    ), holiday_parts),
    R("the nth", ("the day:NTH",), nth_day),
)  # fmt: skip
"""All rules; at one place the longest match wins, then the earlier rule."""

Build = Callable[[Match], Made | None]


def find_dates(doc: Document, table: RuleTable[Made], published: dt.date | None) -> tuple[DateExpression, ...]:
    """The temporal expressions of a document in text order."""
    from conflictkit.english.timeline import resolve

    found = [(parts, rule.name) for _, rule, made in table.find(doc) for parts in made]
    return resolve(doc, found, published)
