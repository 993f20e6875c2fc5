"""Absolute dates in orders the grammar finds but does not read itself: dateparser reads them, and only digits that survive count."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib import import_module
from typing import Any

from conflictkit._rules import Match

from .parts import CONTEXT, DATE, TIME, Made, Parts, after, before, tight

DIGITS = re.compile(r"\d+")


def unusual_day(m: Match) -> Made | None:
    """ "Sep-23-2020", "2012 Aug 10", "16. Nov. 2016", "Thu Oct 26 11:00:09 2023"; not the number that ends a sentence before "May"."""
    doc, left, right = m.doc, before(m.doc, m.start), after(m.doc, m.end)
    if (right.isalnum() and m.end == m.at("day") + 1 and right not in CONTEXT.after_noun) or (tight(doc, m.start) and left not in ("(", '"', "“", "[")):
        return None
    if m.at("dot") >= 0 and m.start and left not in CONTEXT.prepositions and not left.isspace():
        return None
    if m.at("year") == m.start and left in CONTEXT.before_years:
        return None  # "fled in 1995", and the next line begins with "May 25"
    found = read_absolute(doc.words(m.start, m.end))
    if found is None:
        return None
    time = found.strftime("T%H:%M:%S" if m.at("ss") >= 0 else "T%H:%M") if m.at("mm") >= 0 else ""
    return (Parts(m.start, m.end, TIME if time else DATE, year=found.year, month=found.month, day=found.day, time=time),)


def read_absolute(text: str) -> dt.datetime | None:
    """What dateparser reads in the text of one full date; None where it reads none, or where a number of the text is not in the answer."""
    found: dt.datetime | None = _reader().get_date_data(text).date_obj
    if found is None:
        return None
    parts = {found.year, found.month, found.day, found.hour, found.minute, found.second}
    numbers = {int(digits) for digits in DIGITS.findall(text)}
    return found if numbers <= parts and {found.year, found.day} <= numbers else None


@cache
def _reader() -> Any:
    """The one parser of the process; made when first needed, as that costs a quarter of a second."""
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "MDY"}
    return import_module("dateparser.date").DateDataParser(languages=["en"], settings=settings)
