"""What the words of a date state: its parts, and the reading of numbers, units, months and weekdays."""

from __future__ import annotations

from attrs import frozen

from conflictkit._document import Document
from conflictkit._models import TimexType
from conflictkit._rules import Match
from conflictkit._tables import word_list

from ..lexicon import speech
from ..lexicon.inflection import inflect
from ..tables import RAW, TABLES

NUMBERS: dict[str, int] = {word: number for word, number in (TABLES.numerals.small | TABLES.numerals.tens).items() if number}
VALUES = NUMBERS | {"zero": 0, "a": 1, "an": 1}
TABLE = TABLES.dates
CLASSES: dict[str, tuple[str, ...]] = {name: word_list(words, name) for name, words in RAW["dates"].items() if name.isupper()} | {
    "COUNT": (*NUMBERS, "hundred", "dozen"),
    "COUNTBIT": (*NUMBERS, "hundred", "dozen", "thousand", "and", "-"),
    "TEENS": tuple(word for word, number in NUMBERS.items() if 10 < number < 20),
    "TENS": tuple(word for word, number in NUMBERS.items() if number >= 10),
    "SEASON": (*TABLE.seasons,),
    "DAYPART": (*TABLE.dayparts,),
    "NTHWORD": (*TABLE.ordinals,),
    "DECADEWORD": (*TABLE.decades,),
}
"""The word classes of dates: those of the table, and those that are the words of another."""
CONTEXT = TABLE.context
SAID = frozenset(inflect(verb)[1] for verb in speech.verbs("apart"))
"""Pasts of verbs of speech: what is said may lie before or behind the saying."""
STEPS = TABLE.steps
COUNTBITS = frozenset(CLASSES["COUNTBIT"])
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
    shift: int = 0
    """How many units are counted on (or back) from the day stated ("two days before Christmas")."""
    shift_unit: str = "D"
    of: Parts | None = None
    """The expression that tells the day of an hour or night beside it."""
    end: Parts | None = None
    """The end of the range that it begins: what is past is past to its end."""
    within: Parts | None = None
    """The period that it is the first or last part of ("the first nine months of 2022")."""
    share: str = ""
    """Which half of the period it names: "first" or "second"."""
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
            if seen:
                return None  # "the 1967 six-day war"
            try:
                current += float(word.replace(",", ""))
            except ValueError:
                return None
        elif word in VALUES and not words[0][0].isdigit():
            current += VALUES[word]
        elif word in ("hundred", "thousand", "dozen"):
            current = (current or 1) * {"hundred": 100, "thousand": 1000, "dozen": 12}[word]
            if word == "thousand":
                total, current = total + current, 0.0
        else:
            return None
        seen = True
    return total + current if seen else None


def counted(m: Match) -> float | None:
    """The number that begins at slot n."""
    k = m.at("n")
    if k < 0:
        return None
    low = m.doc.low
    end = k + 1
    while end < m.end and low[end] in COUNTBITS:
        end += 1
    words = low[k:end]
    while words and words[-1] in ("-", "and"):
        words.pop()
    return number(words) if words else None


def length_of(m: Match) -> float | None:
    """How many of its unit a match counts: the number at slot n, else one; a fortnight is two weeks."""
    n = counted(m) if m.at("n") >= 0 else 1.0
    return n * 2 if n is not None and m.word("unit").startswith("fortnight") else n


def length(m: Match, value: str, base: str = "") -> Made:
    """A match as a length of time."""
    return (Parts(m.start, m.end, timex_type=DURATION, value=value, base=base),)


def in_years(n: float, unit: str) -> tuple[float, str]:
    """A number of decades or centuries in years, of other units as it is."""
    return (n * {"DE": 10, "CE": 100}[unit], "Y") if unit in ("DE", "CE") else (n, unit)


def unit_of(word: str) -> str:
    """Code of a unit of time ("weeks" -> W)."""
    units: dict[str, str] = TABLE.units
    return units.get(word) or units.get(word.removesuffix("s")) or units.get(word.removesuffix("ies") + "y") or ""


def period(n: float | str, unit: str) -> str:
    """TIMEX3 value of a duration: "P21M", "PT3H", "PXD"."""
    if not isinstance(n, str):
        n, unit = in_years(n, unit)
    if unit == "WE" and not isinstance(n, str):
        return f"P{n:g}WE"
    count = n if isinstance(n, str) else f"{n:g}"
    if unit in ("H", "TM", "TS"):
        return f"PT{count}{unit[-1]}"
    return f"P{count}{unit}"


def month_of(m: Match, slot: str = "month") -> int | None:
    """Month number of a slot."""
    found = TABLE.months.get(m.word(slot))
    return int(found) if found else None


def weekday_of(m: Match, slot: str = "wd") -> int | None:
    """Weekday of a slot, Monday is 0."""
    found = TABLE.weekdays.get(m.word(slot)[:3])
    return int(found) if found is not None else None


def int_of(m: Match, slot: str) -> int | None:
    """Number in a slot: digits, "3rd" or an ordinal word."""
    word = m.word(slot)
    if word in TABLE.ordinals:
        return int(TABLE.ordinals[word])
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if digits else None


def full_year(year: int) -> int:
    """The year that two figures name."""
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def before(doc: Document, k: int) -> str:
    """The word before token k, "" at the beginning of a line."""
    return doc.low[k - 1] if k > 0 else ""


def after(doc: Document, k: int) -> str:
    """The word at token k, "" at the end."""
    return doc.low[k] if k < len(doc.low) else ""


def end_of(m: Match) -> int:
    """One past the last token of a match, without the stop that ends the sentence behind the full name of a month."""
    return m.end - (m.doc.low[m.end - 1] == "." and m.doc.toks[m.end - 2].strip() not in TABLE.SHORTMONTH)


def tight(doc: Document, k: int) -> bool:
    """Whether token k stands right after another word or mark."""
    return k > 0 and doc.glued(k - 1) and not doc.toks[k - 1].isspace()


def unnamed(doc: Document, parts: Parts) -> Made | None:
    """A day or month that is no part of a name: not in "Black September", "Bloody Sunday", "the March 23 Movement"; but in "the October 7 attacks"."""
    a, b = parts.a, parts.b
    epithet = before(doc, a) in CONTEXT.epithets and doc.toks[a - 1][0].isupper() and doc.toks[a][0].isupper()
    numbered = parts.day is not None or before(doc, a)[:1].isdigit() or after(doc, b)[:1].isdigit()
    named = parts.year is None and parts.month is not None and numbered and after(doc, b + after(doc, b)[:1].isdigit()) in CONTEXT.named_for_a_day
    return None if epithet or named else (parts,)
