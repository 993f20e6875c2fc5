"""The systems that are timed: each gives a function of one text, after whatever it must load."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

Reader = Callable[[str], object]
DAY = dt.date(2025, 11, 7)


def words() -> Reader:
    """The cheapest thing one can do: find the words."""
    return re.compile(r"\w+").findall


def conflictkit_parse() -> Reader:
    import conflictkit as ck

    return lambda text: ck.parse(text, published=DAY)


def conflictkit_dates() -> Reader:
    import conflictkit as ck

    return lambda text: ck.parse_dates(text, DAY)


def conflictkit_quantities() -> Reader:
    import conflictkit as ck

    return ck.parse_quantities


def conflictkit_quotes() -> Reader:
    import conflictkit as ck

    return ck.parse_quotes


def dateparser_search() -> Reader:
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    return lambda text: search_dates(text, languages=["en"])


def quantulum3() -> Reader:
    from quantulum3 import parser  # type: ignore[import-not-found]

    return lambda text: parser.parse(text, classifier_path=None)


def recognizers_numbers() -> Reader:
    from recognizers_number import Culture, recognize_number  # type: ignore[import-not-found]

    return lambda text: recognize_number(text, Culture.English)


def spacy_blank() -> Reader:
    import spacy  # type: ignore[import-not-found]

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp  # type: ignore[no-any-return]


class System(NamedTuple):
    """Something that reads a text."""

    title: str
    load: Callable[[], Reader]
    distribution: str
    """Whose version is told; "" for the standard library."""


SYSTEMS = {
    "words": System(r're.findall(r"\w+")', words, ""),
    "parse": System("conflictkit.parse", conflictkit_parse, "conflictkit"),
    "dates": System("conflictkit.parse_dates", conflictkit_dates, "conflictkit"),
    "quantities": System("conflictkit.parse_quantities", conflictkit_quantities, "conflictkit"),
    "quotes": System("conflictkit.parse_quotes", conflictkit_quotes, "conflictkit"),
    "spacy": System("spaCy blank + sentencizer", spacy_blank, "spacy"),
    "recognizers": System("recognizers-text numbers", recognizers_numbers, "recognizers-text-number"),
    "dateparser": System("dateparser.search", dateparser_search, "dateparser"),
    "quantulum3": System("quantulum3 (no classifier)", quantulum3, "quantulum3"),
}
