"""Feasts and the months of the Hijri year: their days in a year of the common calendar, by the rules of ``[feasts]`` in ``dates.toml``.

The churches' and Jewish calendars are arithmetic. Where Muslims watch the moon a month may begin a day off the tabular calendar that is
used here; such days are marked as approximate.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from conflictkit._document import Document
from conflictkit._rules import Match

from .calendar import easter, nth_weekday, orthodox_easter, real_day, shift_days
from .parts import CONTEXT, TABLE, Made, Parts, after, before, int_of

FEASTS: dict[str, str] = TABLE.feasts
HIJRI_MONTHS: dict[str, int] = TABLE.hijri
FIRST_YEAR, LAST_YEAR = 1583, 9990
"""Years of the common calendar for which feasts are calculated."""
HIJRI_EPOCH = 227014
"""Ordinal of the day before the first of the first Hijri year."""
ROSH_EPOCH = -1373427
"""Ordinal of the first day of the Jewish calendar."""

Days = tuple[dt.date, dt.date]


def _phrases(name: str) -> tuple[str, str]:
    """How a feast stands in a text: by itself, with its year, or with a year told from publication."""
    words = name.replace("-", " [-] ").replace("'s", "'s|’s")
    return f"[rel:last|this|next] name:{words} [[,|of|in] year:YEAR]", f"name:{words} of by:last|this|next year"


PHRASES = tuple(phrase for name in FEASTS for phrase in _phrases(name))


def feast_parts(m: Match) -> Made | None:
    """Christmas, Orthodox Easter, Yom Kippur 1973, next Ramadan; not "Christmas Island", "Ramadan Ali"."""
    doc, year, rel = m.doc, int_of(m, "year"), m.word("by") or m.word("rel")
    end = next((k for k in range(m.at("name"), m.end) if doc.low[k] in (",", "of", "in") or doc.low[k].isdigit()), m.end)
    name = " ".join(word.replace("’", "'") for word in doc.low[m.at("name") : end] if word != "-")
    rule = RULES.get(name)
    if rule is None or (name.split()[0] in CONTEXT.plain_words and doc.toks[m.at("name")][0].islower()):
        return None
    if year is None and (_names_more(m) or (rule.startswith(("hijri", "rosh")) and not _is_feast(m))):
        return None
    base = "published" if m.at("by") >= 0 else ""
    a, day = _day_of_feast(doc, m.start)
    return (Parts(a, m.end, year=year, season=rule, day=day, unit="holiday", offset={"last": -1, "this": 0, "next": 1}.get(rel), base=base),)


def _day_of_feast(doc: Document, k: int) -> tuple[int, int | None]:
    """Where an expression begins that names one day of the feast at token k, and which: 3 of "the third day of Eid al-Fitr", 0 of "the eve of Easter"."""
    if before(doc, k) != "of" or doc.low[k - 2] not in ("day", "eve"):
        return k, None
    eve = doc.low[k - 2] == "eve"
    day, a = (0, k - 2) if eve else (TABLE.ordinals.get(doc.low[k - 3]), k - 3)
    return (k, None) if day is None else (a - (before(doc, a) == "the"), day)


def _names_more(m: Match) -> bool:
    """Whether the feast is part of a longer name: "Christmas Island", "the Easter Rising", "White Christmas"."""
    doc, last, left = m.doc, m.end - 1, before(m.doc, m.start)
    if m.start == m.at("name") > 1 and left.isalpha() and doc.toks[m.start - 1][0].isupper() and left not in CONTEXT.prepositions and doc.low[m.start - 2] not in (".", "\n", "“"):
        return True
    right = doc.toks[m.end] if m.end < len(doc) else ""
    told = doc.low[last] in ("day", "eve") or doc.low[last].endswith("day")
    return not told and doc.toks[last][0].isupper() and right[:1].isupper() and right[1:2].islower()


def _is_feast(m: Match) -> bool:
    """Whether a name of feasts is not one of persons too: it has its capital, and no name stands beside it."""
    doc, k = m.doc, m.at("name")
    beside = after(doc, m.end), before(doc, k)
    right, left = doc.toks[m.end][:1] if beside[0] else "", doc.toks[k - 1][:1] if beside[1] else ""
    return doc.toks[k][0].isupper() and not right.isupper() and (not left.isupper() or k < 2 or doc.low[k - 2] in ".\n" or m.start < k)


def hijri_parts(m: Match) -> Made | None:
    """ "15 Ramadan 1445", "the 10th of Muharram": days of the Hijri calendar."""
    day, year, month = int_of(m, "day"), int_of(m, "year"), HIJRI_MONTHS[m.word("month")]
    if day is None or day > 30 or (year is not None and not 1 <= year <= 1700):
        return None
    rule = f"hijri {month} {day}"
    if year is None:
        return (Parts(m.start, m.end, season=rule, unit="holiday"),)
    first = _hijri(year, month, day)
    return (Parts(m.start, m.end, year=first.year, month=first.month, day=first.day, season=rule),)


RULES = {name.replace("-", " "): rule for name, rule in FEASTS.items()}


def is_approximate(rule: str) -> bool:
    """Whether the moon, or those who watch it, may put the day off by one."""
    return rule.startswith("hijri") or rule.endswith("~")


def chosen(rule: str, published: dt.date, side: int, offset: int | None) -> Days | None:
    """The feast that is meant by its bare name: the last one where the verb looks back or within a year, the next where it looks ahead or it is near."""
    known = sorted(day for year in range(published.year - 2, published.year + 3) for day in feast_days(rule, year))
    past = [days for days in known if days[0] <= published]
    ahead = [days for days in known if days[1] >= published and days not in past[-1:] or days[0] > published]
    if offset == 0:
        return next((days for days in known if days[0].year == published.year), None)
    if side > 0 or offset == 1:
        running = [days for days in past[-1:] if days[1] >= published and offset is None]
        return next(iter(running + ahead), None)
    if side < 0 or offset == -1 or not ahead or (ahead[0][0] - published).days > NEAR:
        before_today = [days for days in past if days[1] < published] if offset == -1 else past
        return before_today[-1] if before_today else None
    return ahead[0] if not past or past[-1][1] < published else past[-1]


NEAR = 61
"""Days ahead that a feast without a verb may lie."""


@lru_cache(maxsize=512)
def feast_days(rule: str, year: int) -> tuple[Days, ...]:
    """First and last day of a feast, each time it begins in a year of the common calendar (a Hijri month may do so twice)."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    kind, *rest = rule.removesuffix("~").split()
    numbers = [int(n) for n in rest]
    if kind == "hijri":
        return tuple(days for days in _hijri_days(year, *numbers) if days[0].year == year)
    if kind == "nth":
        month, weekday, nth = numbers
        day = nth_weekday(year, month, weekday, nth) if nth > 0 else nth_weekday(year + month // 12, month % 12 + 1, weekday, 1) - dt.timedelta(7)
        return ((day, day),)
    if kind in STARTS:
        first = STARTS[kind](year) + dt.timedelta(numbers[0])
        return ((first, first + dt.timedelta(numbers[1] - 1 if len(numbers) > 1 else 0)),)
    day_or_none = real_day(year, int(kind[:2]), int(kind[3:]))
    return ((day_or_none, day_or_none),) if day_or_none is not None else ()


def _rosh_hashanah(year: int) -> dt.date:
    """The first day of the Jewish year that begins in the autumn of a year."""
    return dt.date.fromordinal(_jewish_new_year(year + 3761))


def _hanukkah(year: int) -> dt.date:
    """25 Kislev: 83 days after Rosh Hashanah, 84 in the years of 355 or 385 days."""
    start = _jewish_new_year(year + 3761)
    return dt.date.fromordinal(start + 83 + ((_jewish_new_year(year + 3762) - start) % 10 == 5))


def _jewish_new_year(year: int) -> int:
    """Ordinal of 1 Tishri, put off where the rules of the calendar forbid its weekday or the length of a year."""
    before_, this, behind = (_molad_day(y) for y in (year - 1, year, year + 1))
    return ROSH_EPOCH + this + (2 if behind - this == 356 else 1 if this - before_ == 382 else 0)


def _molad_day(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + ((3 * (day + 1)) % 7 < 3)


STARTS = {"easter": easter, "orthodox": orthodox_easter, "rosh": _rosh_hashanah, "hanukkah": _hanukkah}


def _hijri(year: int, month: int, day: int) -> dt.date:
    """A day of the tabular Hijri calendar."""
    return dt.date.fromordinal(HIJRI_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day)


def _hijri_days(year: int, month: int, day: int = 0) -> Iterator[Days]:
    """The day, or the month without one, in the Hijri years that a year of the common calendar touches."""
    near = (year - 622) * 33 // 32
    for hijri in range(near - 1, near + 3):
        first = _hijri(hijri, month, day or 1)
        end = _hijri(hijri + month // 12, month % 12 + 1, 1)
        yield first, first if day else shift_days(end, -1) or first
