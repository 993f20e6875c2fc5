"""What the layout of a text asks of English, and the way from a text as given to the one that is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

from conflictkit._lexicon import word_list
from conflictkit.engine.casing import Casing, case_edits
from conflictkit.engine.lines import Boundaries
from conflictkit.engine.text import Head, View, read, without_head

from ..grammar.lists import MONTH_NAMES
from ..grammar.tags import tagger
from ..grammar.words import Words
from .head import LINES, SMALL, find_head
from .marks import lost_marks
from .residue import MARKUP, markup, residue

NAMES = ("aliases", "first_names", "nations", "same", "MONTH", "SHORTDAY", "MOONFEAST")
"""Tables that hold names."""
COMMON_ENDING = re.compile(".{3,}(?:ity|ities|tions?|ments?|ness|isms?|ists?|ively|ously|ically|ative|torial)")
"""Words in these endings are common words."""
WEEKDAYS = ("WEEKDAY", "WEEKDAYS")
BEHIND_NUMBER = frozenset((*MONTH_NAMES, "Gmt", "Utc"))
"""Words that belong to a number before them."""


class Layout:
    """How texts in English are laid out, with the words of the other tables."""

    def __init__(self, tables: Iterable[Mapping[str, Any]]) -> None:
        self._tables = {key: value for table in tables for key, value in table.items()}
        self.boundaries: Boundaries = Boundaries(self.known, goes_on)

    def read(self, text: str) -> tuple[View, Head | None]:
        """A text as it is read, and its dateline: without what belongs to the page, headlines as sentences, the dateline a paragraph."""
        view = read(text, self.boundaries)
        for pattern in MARKUP:
            view = view.edited(markup(view.text, pattern))
        view = view.edited(residue(view.text))
        view = view.edited(case_edits(view.text, self.casing))
        view = view.edited(lost_marks(view.text))
        parts = find_head(view.text, self.known)
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
        tables = [value for key, value in self._tables.items() if key not in NAMES]
        words = {word for table in tables for string in _strings(table) for word in string.split() if len(word) > 1 and word.islower()}
        return LINES["before_hyphen"] | words | SMALL

    @cached_property
    def casing(self) -> Casing:
        """Which words have capitals."""
        names = dict(self._names())
        several = sorted((name for name in names if " " in name), key=len, reverse=True)
        phrases = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, several)) or '(?!)'})(?!\w)")
        first = {name for table in self._tables.get("first_names", {}).values() for name in word_list(table, "first_names")}
        first -= {month.lower() for month in word_list(self._tables["MONTH"], "MONTH")}

        def either(word: str) -> bool:
            common = word in SMALL or word in first and self.known(word)
            return word in LINES["before_names"] or word in names and word not in LINES["acronyms"] and common

        titles = {word.lower(): word for word in word_list(self._tables["runs"]["dotted"], "runs.dotted")}
        return Casing(self.known, names, phrases, either, LINES["credits"], titles)

    def _names(self) -> Iterator[tuple[str, str]]:
        """Names in small letters, and as they are written."""
        tables = self._tables
        listed = [word_list(value, key) for table in (tables["first_names"], tables["nations"]) for key, value in table.items()]
        spelt = [[form.replace("_", " ") for form in group.split()] for table in tables["spellings"].values() for group in table]
        days = [word_list(tables[key], key) for key in WEEKDAYS]
        feasts = [feast for feast in (*tables["feasts"], *tables["hijri"]) if " " not in feast]
        yield from ((name, _title(name)) for name in chain(tables["nations"], *listed, *spelt, LINES["adjectives"], *days, feasts))
        yield "i", "I"
        bodies = [name for body in tables["same"]["bodies"] for name in body]
        dates = [name for key in ("MONTH", "SHORTDAY") for name in word_list(tables[key], key)]
        for name in (*word_list(tables["organizations"]["names"], "names"), *tables["media"]["outlets"], *dates, *bodies):
            yield name.lower(), _title(name) if name.islower() else name


def goes_on(before: str, behind: str) -> bool:
    """Whether a line that ends with ``before`` goes on with ``behind``: "killed by the / army", "on 3 / November"."""
    last = before.lower() if before.isupper() else before
    return last in LINES["never_last"] or (before.isdigit() and behind.strip(",.").capitalize() in BEHIND_NUMBER)


def _title(name: str) -> str:
    """A name with its capitals: acronyms in capitals throughout."""
    if "." in name or name in LINES["acronyms"]:
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
