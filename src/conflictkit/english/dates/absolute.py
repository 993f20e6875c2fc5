"""Builders of days, months, years, seasons and longer periods that are named, not counted from another day."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._rules import Match

from .parts import (
    CLASSES,
    CONTEXT,
    DATE,
    STEPS,
    TABLE,
    TIME,
    VALUES,
    Made,
    Parts,
    after,
    before,
    end_of,
    full_year,
    int_of,
    month_of,
    number,
    tight,
    unit_of,
    unnamed,
    weekday_of,
)

MODERN = range(1800, 2100)
"""Years that are years behind a month, whatever is counted after them: "in May 2024 troops left"."""
WORD_MONTHS = frozenset({"march", "may", "august"})
"""Months that are words too."""


def is_count(doc: Document, a: int, b: int) -> bool:
    """Whether the number in tokens a to b counts things or names something else than a year."""
    left, right = before(doc, a), after(doc, b)
    if left in CONTEXT.not_year:
        return True
    if tight(doc, a) and left not in ("(", "'", '"', "“", "[", "—", "–", "/", "-"):
        return True
    if left in ("-", "/") and a > 1 and tight(doc, a) and not (doc.low[a - 2].isdigit() or doc.low[a - 2] in ("mid", "early", "late", "pre", "post")):
        return True
    if left == "at" and not (b < len(doc) and doc.toks[b][0].islower()):
        return True  # "at 1603 Oak Street", "at 1945 Monday"; not "at 1990 levels"
    if left in CONTEXT.time_prepositions and left != "of":
        return False
    if right in CONTEXT.counted:
        return True
    following = after(doc, b + 1)
    return following in CONTEXT.counted and (doc.toks[b][0].isupper() or right.isalpha()) and left not in ("the", ",")


def day_parts(m: Match) -> Made | None:
    """A day of a month, with or without year and weekday."""
    month, day = month_of(m), int_of(m, "day")
    year = int_of(m, "year")
    if day is not None and m.at("tens") >= 0:
        day = day + VALUES[m.word("tens")] if day < 10 else None
    if month is None or day is None or not 1 <= day <= 31 or m.at("hyphen") >= 0 and not (tight(m.doc, m.end - 1) and tight(m.doc, m.at("hyphen"))):
        return None
    a, b, k = _start_of(m), end_of(m), m.at("year")
    if year is not None and (year not in MODERN and after(m.doc, b) in CONTEXT.counted or (after(m.doc, b) == ":" and m.doc.glued(b - 1) and after(m.doc, b + 1)[:1].isdigit())):
        b, year = (k - 1 if m.doc.low[k - 1] == "," else k), None
    if year is None and m.doc.low[m.start] == "may" and m.doc.toks[m.start][0] == "m":
        return None
    return unnamed(m.doc, Parts(a, b, year=year, month=month, day=day, weekday=weekday_of(m), bc=m.at("bc") >= 0))


def _start_of(m: Match) -> int:
    """Where a day begins: at its weekday, or at "the" of "the third of May" but not of "the 3 May raid"."""
    the, ordinal = m.at("the"), m.word("day")[-1].isalpha()
    if the >= 0 and ordinal:
        return the
    if m.at("wd") >= 0:
        return m.at("wd")
    return m.at("day") if the >= 0 and the == m.start else m.start


def short_day(m: Match) -> Made | None:
    """31-Oct-74, 3 Aug 96; without hyphens only a number that is no day can be a year."""
    month, day, year = month_of(m), int_of(m, "day"), int_of(m, "year")
    right = after(m.doc, m.end)
    if month is None or not day or year is None or day > 31 or (m.at("hyphen") < 0 and (year < 32 or right.isalnum() or right in ("%", ":", "-"))):
        return None
    return (Parts(m.start, m.end, year=full_year(year), month=month, day=day),)


def nth_weekday_parts(m: Match) -> Made | None:
    """ "the second Monday of October 2014", "the last Friday in May"."""
    nth = -1 if m.word("nth") == "last" else int_of(m, "nth")
    if nth is None or not -1 <= nth <= 5:
        return None
    if m.at("rel") >= 0:
        return (Parts(m.start, m.end, weekday=weekday_of(m), day=nth, offset=STEPS.get(m.word("rel"), 0), unit="weekday of month", base="published"),)
    return (Parts(m.start, m.end, weekday=weekday_of(m), month=month_of(m), year=int_of(m, "year"), offset=nth, unit="nth weekday"),)


def day_list(m: Match) -> Made | None:
    """Days of one month: "5-7 May 2022", "March 3-5 and 7-9, 2022", "Nov. 3, 4, and 5"; not the number that is counted after one ("March 3 and 12 men")."""
    doc, month, year = m.doc, month_of(m), int_of(m, "year")
    ends = m.at("year") if year is not None else m.end
    places = [k for k in range(m.start, ends) if doc.low[k][0].isdigit()]
    days = [int("".join(c for c in doc.low[k] if c.isdigit())) for k in places]
    if month is None or any(not 0 < day < 32 for day in days) or (len(days) > 2 and sorted(days) != days):
        return None
    month_first = m.at("month") < m.at("day")
    if not month_first and m.start and doc.toks[m.start - 1][0].isupper() and before(doc, m.start) not in CONTEXT.prepositions:
        return None
    if month_first and year is None and _goes_on(doc, m.end):
        return None
    if m.at("comma") >= 0 and not (after(doc, m.end) in ("and", "or", "to") and after(doc, m.end + 1) in TABLE.months):
        return None  # "Oct. 30, 31 and Nov. 1"
    starts = [m.start, *places[1:]]
    stops = [*(k + 1 for k in places[:-1]), end_of(m)]
    return tuple(Parts(a, b, year=year, month=month, day=day) for a, b, day in zip(starts, stops, days, strict=True))


def _goes_on(doc: Document, k: int) -> bool:
    """Whether the number before token k counts what follows, is an hour or has a month of its own ("September 11 and 7 October")."""
    word = after(doc, k)
    told = after(doc, k + 1)
    if word in ("killed", "wounded", "injured") and (told[:1].isdigit() or told in CLASSES["COUNT"] or told in ("a", "at", "the", "more")):
        return False
    return word in CONTEXT.counted | {"%", "percent", "million", "others", "more", "a.m.", "p.m.", "am", "pm"} or word in TABLE.months or word == ":" and told[:1].isdigit()


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
    base = ""
    if one > 12:
        one, two, base = two, one, "day first"
    elif two > 12:
        base = "month first"
    return (Parts(m.start, m.end, year=full_year(year), month=one, day=two, base=base),) if 1 <= one <= 12 and 1 <= two <= 31 else None


def dotted_day(m: Match) -> Made | None:
    """24.02.2022."""
    bits = [int(bit) for bit in m.doc.low[m.start].split(".")]
    day, month, year = bits if bits[0] < 1000 else bits[::-1]
    return (Parts(m.start, m.end, year=full_year(year), month=month, day=day),) if 1 <= month <= 12 and 1 <= day <= 31 else None


def military_day(m: Match) -> Made | None:
    """241430Z FEB 22, 241430ZFEB22."""
    word, year, month = m.word("dtg"), int_of(m, "year"), month_of(m)
    if m.at("month") < 0:
        month, year = TABLE.months.get(word[7:10]), int(word[10:])
    if month is None or year is None or not (1 <= int(word[:2]) <= 31 and int(word[2:4]) < 24 and int(word[4:6]) < 60):
        return None
    return (Parts(m.start, m.end, timex_type=TIME, year=full_year(year), month=month, day=int(word[:2]), time=f"T{word[2:4]}:{word[4:6]}"),)


def _month_before(doc: Document, k: int) -> bool:
    """Whether a month stands before token k, over a comma and the stop of its short form."""
    for mark in (",", "."):
        k -= k > 0 and doc.low[k - 1] == mark
    return k > 0 and doc.low[k - 1] in TABLE.months


def month_parts(m: Match) -> Made | None:
    """A month, with or without year; the names that are words need a word before that expects a date."""
    month, year = month_of(m), int_of(m, "year")
    if month is None:
        return None
    b = m.end
    if year is not None and year not in MODERN and after(m.doc, b) in CONTEXT.counted:
        b, year = m.at("month") + 1, None
    if year is None and _is_no_month(m, b):
        return None
    return unnamed(m.doc, Parts(m.start, b, year=year, month=month, bc=m.at("bc") >= 0))


def _is_no_month(m: Match, b: int) -> bool:
    """Whether what has the form of a month is a word ("may", "march", "august"), part of a name ("Ana June", "Red October"), or ends a sentence."""
    k, doc = m.at("month"), m.doc
    left = before(doc, k)
    if m.at("dot") >= 0 and m.at("early") < 0 and left not in CONTEXT.prepositions and not (left == "," and _month_before(doc, k - 1)):
        return True
    described = _is_described(doc, k, b)
    if doc.low[k] in WORD_MONTHS and not (_goes_on_list(doc, k) or _stands_as_month(m, b, described=described)):
        return True
    return m.start == k and k > 0 and doc.toks[k - 1][0].isupper() and left not in CONTEXT.prepositions and not described


def _is_described(doc: Document, k: int, b: int) -> bool:
    """Whether a month with a determiner or behind a small word stands before a noun of its own: "the July offensive", "heavy August rains"."""
    left, right = before(doc, k), after(doc, b)
    plain = left in ("a", "the", "its", "their", "this") or (doc.low[k] == "august" and left.isalpha() and doc.toks[k - 1][0].islower())
    return plain and right.isalpha() and doc.toks[b][0].islower() and right not in ("on", "of", "from", "to", "through", "into")


def _goes_on_list(doc: Document, k: int) -> bool:
    """Whether a capital word goes on a list or range of months: "April and May"."""
    return k > 1 and doc.toks[k][0].isupper() and doc.low[k - 1] in ("to", "through", "and", "or", "-", "–", ",") and _month_before(doc, k - 1)


def _stands_as_month(m: Match, b: int, *, described: bool) -> bool:
    """Whether a word that may be a verb or adjective has a capital where only a month is expected: "in May", "early March"; not "and May said"."""
    k, doc = m.at("month"), m.doc
    left, right = before(doc, k), after(doc, b)
    verb = doc.low[k] != "august" and left in ("and", "or", "-") and right[:1].isalpha() and right not in ("of", "in", "and", "to")
    return doc.toks[k][0].isupper() and not verb and (described or m.start < k or left in CONTEXT.prepositions - {"to", "for", "at"})


def month_in(m: Match) -> Made | None:
    """ "June last year", "last year's June 5", "August of that year", "last May", "last December 17", "this September"."""
    month, day = month_of(m), int_of(m, "day")
    word = m.word("rel")
    offset = STEPS.get(word, 0)
    base = "story" if word in CONTEXT.in_story else "published"
    if m.at("unit") >= 0:
        return (Parts(m.start, m.end, month=month, day=day, unit="Y", offset=offset, base=base),)
    if day is not None and after(m.doc, m.end) in CONTEXT.counted:
        return (Parts(m.start, m.end - 1, month=month, unit="month", offset=offset, base=base),)  # "last May 12 soldiers"
    return (Parts(m.start, m.end, month=month, day=day, unit="month", offset=offset, base=base),)


def half_parts(m: Match) -> Made | None:
    """ "the first half of October 2022", "the second half of last month"."""
    share = "first" if m.word("q") in ("first", "early") else "second"
    offset = STEPS.get(m.word("rel"), 0)
    if m.at("month") >= 0:
        return (Parts(m.start, m.end, month=month_of(m), year=int_of(m, "year"), share=share),)
    return (Parts(m.start, m.end, unit=unit_of(m.word("unit")), offset=offset, base="published", share=share),)


def small_month(m: Match) -> Made | None:
    """ "march 3", "the first of march", "15 august 2022" in small letters, where the words are verb and adjective too."""
    doc, k, right = m.doc, m.at("month"), after(m.doc, m.end)
    if doc.toks[k][0].isupper() or m.start != m.at("day") and m.start != k and doc.low[m.start] != "the" or (m.at("year") < 0 and right[:1].isalnum() and right not in CONTEXT.after_noun):
        return None
    if m.at("day") < k and m.word("day").isdigit() and m.at("year") < 0:
        return None
    return (Parts(m.start, m.end, month=month_of(m), day=int_of(m, "day"), year=int_of(m, "year")),)


def month_pair(m: Match) -> Made | None:
    """ "Jan-Feb 2017", "March - May 2022"."""
    one, two, year = month_of(m), month_of(m, "month2"), int_of(m, "year")
    if one is None or two is None or year is None:
        return None
    return (Parts(m.start, m.at("month2") - 1, month=one, year=year - (one > two)), Parts(m.at("month2"), m.end, month=two, year=year))


def figure_month(m: Match) -> Made | None:
    """ "11/2016", "12-2015": a month in figures."""
    doc, k = m.doc, m.at("year")
    if not (doc.glued(m.start) and doc.glued(k - 1)) or tight(doc, m.start) and before(doc, m.start) != "(" or after(doc, m.end) in ("/", "-"):
        return None
    return (Parts(m.start, m.end, month=int_of(m, "mm"), year=int_of(m, "year")),)


def month_day(m: Match) -> Made | None:
    """ "the 15th of last month", "the last day of October"."""
    if m.at("rel") >= 0 or m.at("this") >= 0:
        return (Parts(m.start, m.end, day=int_of(m, "day"), unit="monthday", offset=STEPS.get(m.word("rel"), 0), base="published"),)
    last = m.word("end") == "last"
    return (Parts(m.start, m.end, month=month_of(m), year=int_of(m, "year"), day=None if last else int_of(m, "end"), unit="last day" if last else ""),)


def year_parts(m: Match) -> Made | None:
    """A year, early, late or whole."""
    doc, k = m.doc, m.at("year")
    year = int_of(m, "year")
    if year is None:
        return None
    plain = m.start == k
    if plain and is_count(doc, k, k + 1):
        return None
    if not plain and (after(doc, m.end) in CONTEXT.counted or (after(doc, m.end) in ("-", "–", "/") and doc.glued(m.end - 1))):
        return None
    if plain and (year < 1600 or year > 2049) and before(doc, k) not in CONTEXT.time_prepositions:
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
        return (Parts(m.start, m.end, year=year, month=two),) if two >= 1 and len(m.word("yy")) == 2 and m.word("sep") in "-/" else None
    if second <= year:
        return None
    k = m.at("season")
    if k >= 0:
        return (Parts(m.start, m.end, season=TABLE.seasons[m.word("season")], year=year),)
    return (Parts(m.start, m.at("year") + 1, year=year), Parts(m.at("yy"), m.end, year=second))


def short_year(m: Match) -> Made | None:
    """'44, after a word that expects a date."""
    k = m.at("year")
    if not m.doc.glued(k - 1) or before(m.doc, k - 1) not in CONTEXT.time_prepositions | set(TABLE.seasons):
        return None
    return (Parts(m.start, m.end, year=1900 + int(m.word("year")) if int(m.word("year")) >= 30 else 2000 + int(m.word("year"))),)


def spelled_year(m: Match) -> Made | None:
    """ "nineteen ninety-six", "two thousand and two"."""
    if m.at("cc") >= 0:
        low = number([m.word("ten"), *([m.word("one")] if m.at("one") >= 0 else [])])
        high = number([m.word("cc")])
        if low is None or high is None or not 10 <= low <= 99:
            return None
        return (Parts(m.start, m.end, year=int(high * 100 + low)),)
    rest = number([w for w in m.words("rest") if w != "and"] or ["zero"])
    left = before(m.doc, m.start)
    if rest is None or rest > 99 or (left not in CONTEXT.before_years and left not in TABLE.months and m.at("the") < 0):
        return None
    return (Parts(m.start, m.end, year=2000 + int(rest)),)


def era_parts(m: Match) -> Made | None:
    """Years BC and AD, a pair of them too."""
    bc = m.at("bc") >= 0
    year, first = int_of(m, "year"), int_of(m, "first")
    if year is None or year > 9999:
        return None
    if first is not None:
        return (
            Parts(m.at("first"), m.at("first") + 1 + (m.doc.low[m.at("first") + 1] in ("bc", "b.c.", "bce")), year=first, bc=bc),
            Parts(m.at("year"), m.end, year=year, bc=bc),
        )
    return (Parts(m.start, m.end, year=year, bc=bc),)


def decade_parts(m: Match) -> Made | None:
    """The 1990s, the late '80s, the nineties."""
    word, digits = m.word("decade"), ""
    if word in TABLE.decades:
        value = f"19{TABLE.decades[word]}"
    else:
        digits = "".join(c for c in word if c.isdigit())
        if len(digits) == 2 and before(m.doc, m.at("decade")) not in ("'", "’", "‘", "the"):
            return None
        if (m.at("s") >= 0 and not digits.endswith("0")) or (len(digits) == 3) != (m.at("bc") >= 0):
            return None
        value = (("20" if digits in ("00", "10") else "19") + digits if len(digits) == 2 else digits)[:3]
    return (Parts(m.start, m.end, value="BC0" + digits[:2] if m.at("bc") >= 0 else value),)


def century_parts(m: Match) -> Made | None:
    """The 20th century, the fifth century BC."""
    n = int_of(m, "nth")
    if n is None or not 0 < n < 100:
        return None
    value = f"BC{n - 1:02}" if m.at("bc") >= 0 else f"{n - 1:02}"
    return (Parts(m.start, m.end, value=value),)


def quarter_parts(m: Match) -> Made | None:
    """A quarter or half of a year, its year stated, relative or open."""
    if m.word("half")[:1] == "h" and m.at("q") < 0:
        return (Parts(m.start, m.end, year=int_of(m, "year"), half=int_of(m, "half")),)
    n = int_of(m, "q")
    if m.word("q") in ("last", "latter"):
        n = 2 if m.at("half") >= 0 else 4
    if n is None or n > 4 or (m.at("half") >= 0 and n > 2):
        return None
    if m.at("half") >= 0 and m.at("year") < 0 and m.at("rel") < 0 and m.at("unit") < 0:
        return None
    a = m.at("q") if m.at("hyphen") >= 0 and m.doc.low[m.start] == "the" and m.at("fiscal") < 0 else m.start
    offset = STEPS.get(m.word("rel"), 0 if m.at("rel") >= 0 or m.at("unit") >= 0 else None)
    year = int_of(m, "year")
    return (Parts(a, m.end, year=year, quarter=None if m.at("half") >= 0 else n, half=n if m.at("half") >= 0 else None,
                  unit="Y" if offset is not None else "", offset=offset, base="published" if offset is not None else ""),)  # fmt: skip


def season_parts(m: Match) -> Made | None:
    """A season, its year stated, relative or open."""
    word, rel, year, season = m.word("season"), m.word("rel"), int_of(m, "year"), TABLE.seasons[m.word("season")]
    left, right, told = before(m.doc, m.start), after(m.doc, m.end), m.at("rel") >= 0
    plain = m.start == m.at("season") and year is None and not told
    if plain and right[:1].isalpha() and word != "fall" and (left not in CONTEXT.prepositions or left in ("in", "that")):
        return (Parts(m.start, m.end, season=season, base="history"),)
    if plain and left in ("and", "or", "to", "-", "–") and before(m.doc, m.start - 1) in TABLE.seasons:
        return (Parts(m.start, m.end, season=season),)  # "the fall and winter"
    if plain and left not in CONTEXT.before_season:
        return None
    if word in ("fall", "spring") and year is None and not told and (left not in CONTEXT.before_spring or right in ("of", "in", "to")):
        return None
    if not told:
        return (Parts(m.start, m.end, season=season, year=year, bc=m.at("bc") >= 0),)
    base = "story" if rel in CONTEXT.in_story or rel == "next" and m.at("the") >= 0 else "published"
    return (Parts(m.start, m.end, season=season, year=year, unit="season", offset=STEPS.get(rel, 0), base=base),)
