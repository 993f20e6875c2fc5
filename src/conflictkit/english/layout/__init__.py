"""What the layout of a text asks of English, and the way from a text as given to the one that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from conflictkit.engine.casing import Casing, case_edits
from conflictkit.engine.lines import Boundaries, Edit
from conflictkit.engine.text import Head, View, read, without_head

from ..grammar.lists import MONTH_NAMES
from ..grammar.tags import tagger
from ..grammar.words import Words
from ..speakers.name_words import FIRST_NAMES
from ..tables import RAW, TABLES
from .head import LINES, SMALL, find_head, one_of
from .hyphens import hyphens
from .marks import lost_marks
from .residue import MARKUP, markup, residue

COMMON = ("dates", "quantities", "speakers", "claims", "events")
"""The files that hold common words; of two tables with one name the last one counts."""
NAMES = ("first_names", "nations", "same", "MONTH", "SHORTDAY")
"""Tables that hold names."""
COMMON_ENDING = re.compile(".{3,}(?:ity|ities|tions?|ments?|ness|isms?|ists?|ively|ously|ically|ative|torial)")
"""Words in these endings are common words."""
PAGE = r"Page |p\. ?"
CLOCK = rf"(?: ?{one_of(TABLES.dates.AMPM)}(?!\w))?(?: {one_of(TABLES.dates.ZONE)}\b)?"
POSSESSIVE = re.compile(r"['’]s\Z")
BEHIND_NUMBER = frozenset((*MONTH_NAMES, "Gmt", "Utc"))
"""Words that belong to a number before them."""


class Layout:
    """How texts in English are laid out, with the words of the other tables."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._classes = classes
        self.boundaries: Boundaries = Boundaries(self.known, goes_on, PAGE, CLOCK)

    def read(self, text: str) -> tuple[View, Head | None]:
        """A text as it is read, and its dateline: without what belongs to the page, headlines as sentences, the dateline a paragraph."""
        view = read(text, self.boundaries)
        for mark, pattern in MARKUP:
            if mark in view.text:
                view = view.edited(markup(view.text, pattern))
        view = view.edited(residue(view.text))
        view = view.edited(case_edits(view.text, self.casing))
        view = view.edited(lost_marks(view.text))
        view = view.edited(hyphens(view.text))
        parts = find_head(view.text, self.known)
        day = view.text[slice(*parts.day)] if parts is not None and parts.day is not None else ""
        if parts is not None and parts.day is not None and day.islower():  # "Bariz, 2 may 90 (EFE) --"
            view = view.edited([Edit(*parts.day, " ".join(map(str.capitalize, day.split(" "))))])
        return without_head(view, parts) if parts else (view, None)

    def known(self, word: str) -> bool:
        """Whether a word in small letters is a common one: listed, or a form of one that is."""
        words = self._tagged
        return word in self._common or words.listed.get(word, "p")[0] != "p" or bool(words.by_form(word, words.more)) or bool(COMMON_ENDING.fullmatch(word))

    @cached_property
    def _tagged(self) -> Words:
        """The words that the tagger knows, read when a line end or a headline first asks."""
        return tagger().words

    @cached_property
    def _common(self) -> frozenset[str]:
        """The common words of the tables."""
        tables = {name: table for file in COMMON for name, table in RAW[file].items() if not name.isupper()} | dict(self._classes)
        strings = (string for name, table in tables.items() if name not in NAMES for string in _strings(table))
        words = {word for string in strings for word in string.split() if len(word) > 1 and word.islower()}
        return LINES.before_hyphen | words | SMALL

    @cached_property
    def casing(self) -> Casing:
        """Which words have capitals."""
        names = dict(self._names())
        several = sorted((name for name in names if " " in name), key=len, reverse=True)
        phrases = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, several)) or '(?!)'})(?!\w)")
        first = FIRST_NAMES - frozenset(map(str.lower, TABLES.dates.MONTH))

        def either(word: str) -> bool:
            common = word in SMALL or word in first and self.known(word)
            return word in LINES.before_names or word in names and word not in LINES.acronyms and common

        titles = {word.lower(): word for word in TABLES.speakers.runs.dotted}
        return Casing(self.known, names, phrases, either, LINES.credits, titles, POSSESSIVE)

    def _names(self) -> Iterator[tuple[str, str]]:
        """Names in small letters, and as they are written."""
        dates, names = TABLES.dates, TABLES.speakers
        spelt = [form.replace("_", " ") for group in (*names.spellings.given, *names.spellings.places) for form in group.split()]
        feasts = [feast for feast in (*dates.feasts, *dates.hijri) if " " not in feast]
        small = chain(names.nations, sorted(FIRST_NAMES), *names.nations.values(), spelt, sorted(LINES.adjectives | dates.WEEKDAY | dates.WEEKDAYS), feasts)
        yield from ((name, _title(name)) for name in small)
        yield "i", "I"
        for name in chain(sorted(names.organizations.names), names.media.outlets, sorted(dates.MONTH), sorted(dates.SHORTDAY), *names.same.bodies):
            yield name.lower(), _title(name) if name.islower() else name


def goes_on(before: str, behind: str) -> bool:
    """Whether a line that ends with ``before`` goes on with ``behind``: "killed by the / army", "on 3 / November"."""
    last = before.lower() if before.isupper() else before
    return last in LINES.never_last or (before.isdigit() and behind.strip(",.").capitalize() in BEHIND_NUMBER)


def _title(name: str) -> str:
    """A name with its capitals: acronyms in capitals throughout."""
    if "." in name or name in LINES.acronyms:
        return name.upper()
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in name.split(" "))


def _strings(value: Any) -> Iterator[str]:
    """Every string that a table holds, its keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)
