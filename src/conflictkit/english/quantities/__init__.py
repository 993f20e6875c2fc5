"""Quantities: numbers with their bound, their unit or what they count; dates, names and codes are none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from conflictkit._document import Document
from conflictkit._models import Bound, DateExpression, Quantity, Span, TimexType
from conflictkit._rules import Rule, RuleTable

from ..grammar import Nouns
from ..layout.sheets import WORDS as SHEET_WORDS
from ..layout.sheets import Sheet, read_sheet
from ..lexicon.inflection import singular
from .ages import another_age, make_age, mark_ages
from .amounts import AGE, COUNT, DURATION, RATIO, Amount, number_at
from .bounds import read_bound
from .cardinals import LITERALS, STARTS
from .counted import ATTRIBUTIVE, HYPHENS, role
from .naming import elliptical, introduces, is_name, is_year
from .nouns import is_calibre, name, share_nouns
from .numerals import plain
from .ranges import add_lesser, join_bounds, join_range

CLASSES: dict[str, tuple[str, ...]] = {"NUMERAL": (*STARTS,)}
RULES: tuple[Rule[Any], ...] = ()

END_MARK = re.compile("-30-")
GENERIC = SHEET_WORDS.generic
HOUSE = re.compile("[0-9]{3,}")
"""The number of a house that is told from a count by its figures."""
NUMBERS = ("NUMERAL", "DIGITS", "LETTERED")
"""Classes of the tokens that a number may begin with."""
DAYS_AND_HOURS = (TimexType.DATE, TimexType.TIME)


def find_alone(doc: Document, table: RuleTable[Any], dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """All quantities of a document of which nothing else is asked: of its grammar only nouns are read, where a number asks for them."""
    doc.kept["nouns"] = Nouns(doc)
    return tuple(quantity for quantity in find_quantities(doc, table, dates) if not quantity.implied)


def find_quantities(doc: Document, table: RuleTable[Any], dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """All quantities of a document, in order."""
    items = _items(doc, *_taken(doc, dates))
    for n, item in enumerate(items):
        name(doc, item, items[n + 1] if n + 1 < len(items) else None)
        if n and items[n - 1].kind is AGE and another_age(doc, items[n - 1], item):
            make_age(item)
        if item.rule == "gloss" and item.per is not None:
            items[n - 1].per = item.per
    mark_ages(doc, items)
    items = [item for item in items if item.form not in ("rank", "attribute")]
    sheet = doc.kept["sheet"] = read_sheet(doc, items)
    items = [item for item in items if item.start not in sheet or sheet[item.start].counts]
    _label(doc, items, sheet)
    share_nouns(doc, items)
    return tuple(_record(doc, item) for item in items if not (is_calibre(doc, item) or _end_mark(doc, item) or doc.low[item.start - 1] == "at" and _is_address(doc, item)))


def _label(doc: Document, items: Sequence[Amount], sheet: Sheet) -> None:
    """Give numbers the noun of their label or column: "Tanks: 11,321 (+4)"."""
    for item in items:
        entry = sheet.get(item.start)
        if entry is not None and entry.noun >= 0 and item.unit is None and item.kind is COUNT and (item.noun < 0 or doc.low[item.noun] in GENERIC):
            item.noun, item.noun_end = entry.noun, entry.noun + 1


def _is_address(doc: Document, item: Amount) -> bool:
    """Whether a number is that of a house, whose street is only a name: "at 3620 Hollin", "at 1600 E. 12th St."."""
    k, toks = item.start, doc.toks
    if item.unit is not None or HOUSE.fullmatch(doc.low[k]) is None or item.noun >= 0 and toks[item.noun][0].islower():
        return False
    behind = next((n for n in range(k + 1, len(toks)) if not toks[n][0].isupper()), k + 1)
    return behind > k + 1 and not (doc.low[behind].isalpha() and doc.low[behind].endswith("s"))


def _end_mark(doc: Document, item: Amount) -> bool:
    """Whether a number is the mark with which a reporter ends: "-30-"."""
    return END_MARK.fullmatch(doc.text, doc.off[item.first], doc.ends[item.stop - 1] + 1) is not None


def _items(doc: Document, taken: dict[int, int], loose: set[int]) -> list[Amount]:
    """Every number of the text that is a quantity, with its currency, unit, range and bound."""
    items: list[Amount] = []
    fixed = taken.keys() - loose
    free = 0
    coded = -1
    for k in doc.spots(*NUMBERS):
        if k < free:
            continue
        if k in taken and k not in loose:
            free = taken[k]
            continue
        item = number_at(doc, k, free)
        if item is None or item.start < free:
            continue
        if k in loose and item.kind is not DURATION:
            free = taken[k]
            continue
        free = item.end
        if items and _gloss(doc, items[-1], item):
            continue
        if item.numeral is not None and (is_name(doc, item.numeral) and not _stands_for(doc, item) or coded >= 0 and _another_code(doc, coded, item)):
            coded = item.stop
            free = item.stop
            continue
        if item.form == "code":
            continue
        free = _widen(doc, item, fixed, free)
        if item.form == "score":
            continue
        if items:
            _said_again(doc, items[-1], item)
        if items and join_bounds(doc, items[-1], item):
            continue
        items.append(item)
    return items


def _widen(doc: Document, item: Amount, fixed: Collection[int], free: int) -> int:
    """Give a number its range, its lesser unit and its bound; the token from which the next one may begin."""
    ranged = join_range(doc, item, fixed)
    if ranged is not None and item.form == "score":
        return ranged
    while add_lesser(doc, item):
        pass
    free = max(free if ranged is None else ranged, item.end)
    read_bound(doc, item)
    if item.single and doc.low[item.start] == "one" and introduces(doc, item.start):
        item.rule = "speaker"
    return free


def _stands_for(doc: Document, item: Amount) -> bool:
    """Whether a lone "one" counts a thing named before; it is given its noun."""
    if doc.low[item.start] != "one" or item.stop != item.start + 1:
        return False
    noun = elliptical(doc, item.start)
    if noun < 0:
        return False
    item.noun, item.noun_end, item.borrowed, item.form, item.rule = noun, noun + 1, True, "elliptical", "elliptical"
    return True


def _another_code(doc: Document, coded: int, item: Amount) -> bool:
    """Whether a number goes on with a list of codes: "Resolutions 2254 and 2118", "sections 34 (intent) and 124 (sedition)"; not "in 2005 and 20 tanks"."""
    if is_year(doc.low[coded - 1]) and not is_year(doc.low[item.start]):
        return False
    between = doc.low[coded + 2 if doc.low[coded] in HYPHENS else coded : item.start]  # 153-A
    if between.count("(") == between.count(")") == 1:
        between = between[: between.index("(")] + between[between.index(")") + 1 :]
    behind = doc.toks[item.end].rstrip(" ") if item.end + 1 < len(doc.low) and doc.toks[item.end - 1][-1] == " " else ""
    if behind == "x" or behind[:1].isupper() and (doc.low[item.end + 1] in HYPHENS or len(behind) > 1 and behind.isupper()):
        return False  # 14 T-72, 6 BMP-2 and 2 MLRS; 2 x Mi-24
    return between != [] and {",", "and", "or", "/"}.issuperset(between) and item.form == "digits" and item.unit is None


def _gloss(doc: Document, before: Amount, item: Amount) -> bool:
    """Whether a number in brackets only repeats the one before: "forty-five (45)"."""
    return item.start == before.stop + 1 and doc.low[before.stop] == "(" and doc.low[item.stop : item.stop + 1] == [")"] and item.best == before.best


def _said_again(doc: Document, before: Amount, item: Amount) -> None:
    """Mark what says the measure before it again in another unit, with its bound: "over 40 miles (64 km)", "40 miles, or 64 km"."""
    if item.unit is None or before.unit is None or item.unit == before.unit or item.kind is not before.kind or item.kind is COUNT:
        return
    low, j = doc.low, item.first - 1
    bracketed = low[j] == "(" and item.end < len(doc.low) and low[item.end] == ")"
    if (bracketed or low[j] == "or" and low[j - 1] == ",") and j - (not bracketed) == before.end:
        item.rule = "gloss"
        if item.bound is Bound.EXACT and before.bound not in (Bound.RANGE, Bound.VAGUE):
            item.bound = before.bound


def _taken(doc: Document, dates: Sequence[DateExpression]) -> tuple[dict[int, int], set[int]]:
    """Tokens of dates and clock times -> where the expression ends; and those of relative dates, which may hold a duration ("two years ago")."""
    taken: dict[int, int] = {}
    loose: set[int] = set()
    known: dict[int, bool] = {}
    for date in dates:
        if date.timex_type not in DAYS_AND_HOURS:
            continue
        first, end = doc.at[date.span.start], doc.at[date.span.end - 1] + 1
        if end - first == 1 and doc.low[first].isdecimal() and _counts(doc, end, known):
            continue
        taken.update(dict.fromkeys(range(first, end), end))
        if date.relative and date.rule != "clock":  # not "1300 hours"
            loose.update(range(first, end))
    return taken, loose


def _counts(doc: Document, k: int, known: dict[int, bool]) -> bool:
    """Whether what follows four digits shows that they are no year: a plural in small letters, or "to" and such a number; ``known`` keeps the answers."""
    low, walked = doc.low, []
    while k not in known:
        walked.append(k)
        raw = doc.toks[k].rstrip(" ") if k < len(low) and not (k > 1 and low[k - 2] == "the") else ""
        if raw in ("to", "and", "or") and k + 2 < len(low) and low[k + 1].isdecimal():
            k += 2
        else:
            known[k] = raw.islower() and role(doc, k) == "p" and low[k] not in ATTRIBUTIVE
    known.update(dict.fromkeys(walked, known[k]))
    return known[k]


def _record(doc: Document, item: Amount) -> Quantity:
    end = item.end
    noun: Span | None = None
    if item.noun >= 0:
        noun = doc.span(item.noun, item.noun_end)
        if item.noun >= item.stop and not item.borrowed:
            end = max(end, item.noun_end)
        if item.noun == item.stop - 1:  # glued to the digits
            literal = LITERALS[doc.low[item.stop - 1]]
            tail = literal.suffix if literal is not None else ""
            noun = doc.chars(noun.end - len(tail), noun.end) if tail else None
    best, low, high = item.best, item.low, item.high
    if item.bound is Bound.ABOUT:
        low = high = None
    elif item.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        high = None
    elif item.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        low = None
    if item.unit is not None:
        unit: str | None = item.unit.name
    elif item.kind is AGE:
        unit = "year"
    elif item.noun >= 0:
        unit = singular(noun.text.replace("’", "'") if noun is not None and item.noun_end - item.noun > 1 else doc.toks[item.noun].rstrip(" ").replace("’", "'")) if item.kind is not RATIO or item.form == "ratio" else "times"
    else:
        unit = None
    return Quantity(
        doc.span(item.first, end),
        doc.chars(doc.off[item.start] + item.cut, doc.ends[item.stop - 1]) if item.cut else doc.span(item.start, item.stop),
        plain(low),
        plain(best),
        plain(high),
        item.bound,
        unit,
        noun,
        item.kind,
        item.per,
        plain(item.of),
        item.bound is Bound.VAGUE and item.high is None,
        item.rule,
    )
