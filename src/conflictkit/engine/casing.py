"""Lines in capitals and headlines with capitals on every word, read as if only names had capitals.

What a name is, the words of the language tell, and where those leave it open, how the rest of the text writes the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from conflictkit.engine.lines import Edit, ends_sentence

WORD = re.compile(r"(?<![\w&])(?:(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w&]))")
INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""Words before which no sentence begins."""
SENTENCE_BEGINS = re.compile(r"[.!?…][\"”’»)]*\s+\W*\Z|[“\"«(]\Z")
VOWEL = re.compile(r"[aeiouyà-ÿ]")
LONGEST = 220
"""No headline has more characters."""
MANY = 4
"""A headline, like a line in capitals, has at least so many words."""


class Casing(NamedTuple):
    """What a language knows of its words; all keys in small letters."""

    common: Callable[[str], bool]
    """Whether a word is a common word."""
    names: Mapping[str, str]
    """How names, of one word or several, are written."""
    phrases: re.Pattern[str]
    """Names of several words."""
    either: Callable[[str], bool]
    """Whether a word is a name and a common word too ("mark", "march"): a name only before a name or a number."""
    credits: frozenset[str]
    """What stands before a colon and a name: "Source: Relief Council"."""
    titles: Mapping[str, str]
    """How titles are written before a full stop."""
    possessive: re.Pattern[str]
    """What may stand behind a word, in small letters, and is no part of it."""


def case_edits(text: str, casing: Casing) -> Iterator[Edit]:
    """Lines to be read with other capitals, each in the length that it has."""
    writer: Writer | None = None
    all_capitals = text.isupper()
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if all_capitals or stop - start <= LONGEST:
            line = text[start:stop]
            if _is_capitals(line) or is_title(line, casing):
                writer = writer or Writer(text, casing)
                written = writer.written(line, capitals=line.isupper())
                if written != line:
                    yield Edit(start, stop, written)
        start = stop + 1


def _is_capitals(line: str) -> bool:
    """Whether a line is written in capitals throughout."""
    return line.isupper() and len(WORD.findall(line)) >= MANY


def is_title(line: str, casing: Casing) -> bool:
    """Whether a line has capitals that no sentence gives: on four of five longer words, common words among them. A row of a table is none."""
    if line[-1:] in ".,!?" or "|" in line or line.count(" ") + 1 < MANY or line[:1].islower() or line.isupper() or ends_sentence(line):
        return False
    if line.partition(":")[0].lower() in casing.credits:
        return False
    longer = [word for word in WORD.findall(line)[1:] if len(word) > 3]  # noqa: PLR2004 - "of", "at", "the", "and" are small in headlines too
    high = [word.lower() for word in longer if word[0].isupper()]
    return 5 * len(high) >= 4 * len(longer) and sum(casing.common(word) and word not in casing.names for word in high) > 1


class Writer:
    """Writes lines of one text with capitals at names and at the beginnings of sentences only."""

    def __init__(self, text: str, casing: Casing) -> None:
        self._text = text
        self._casing = casing

    def written(self, line: str, *, capitals: bool) -> str:
        """The line; ``capitals`` says that all of it is in capitals."""
        out: list[str] = []
        done = 0
        phrases = {match.start(): match.end() for match in self._casing.phrases.finditer(line.lower())}
        for match in WORD.finditer(line):
            start, stop = match.span()
            if start < done:
                continue  # a word of a name of several words
            gap = line[done:start]
            if start in phrases:
                stop = phrases[start]
                new = self._casing.names[line[start:stop].lower()]
            else:
                new = self._word(match[0], gap[-2:], line[stop:], capitals=capitals)
            if match[0][0].isupper() and (not done or SENTENCE_BEGINS.search(gap)):
                new = new[0].upper() + new[1:]
            out += gap, new
            done = stop
        written = "".join(out) + line[done:]
        return written if len(written) == len(line) else line

    def _word(self, word: str, before: str, behind: str, *, capitals: bool) -> str:
        """One word, with what stands before and behind it."""
        if "." in word or (not capitals and (word[0].islower() or (word.isupper() and len(word) > 1))):
            return word  # an acronym, or small already
        stem = self._casing.possessive.sub("", word.lower())
        ending = word[len(stem) :].lower()
        if stem in self._casing.titles and (behind[:1] == "." or self._before_name(behind)):
            return self._casing.titles[stem] + ending
        if self._casing.either(stem):
            named = before[:1].isdigit() or self._before_name(behind)
        else:
            named = stem in self._casing.names or not self._casing.common(stem) or (stem in self._elsewhere and stem not in self._small)
        if not named:
            return stem + ending
        if not capitals:
            return word
        if stem in self._casing.names:
            return self._casing.names[stem] + ending
        return (self._elsewhere.get(stem, stem.capitalize()) if VOWEL.search(stem) else stem.upper()) + ending

    def _before_name(self, behind: str) -> bool:
        """Whether a number or a word that is no common one follows."""
        following = WORD.match(behind, 1) if behind[:1] == " " else None
        if following is None:
            return behind[1:2].isdigit()
        low = following[0].lower()
        return not self._casing.common(low) and low not in self._casing.names

    @cached_property
    def _elsewhere(self) -> dict[str, str]:
        """Words that stand with a capital inside sentences of the text, as they are written there."""
        return {word.lower(): word for line in self._sentences for word in INSIDE.findall(line) if word[0].isupper()}

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that stand in small letters inside sentences of the text."""
        return frozenset(word for line in self._sentences for word in INSIDE.findall(line) if word[0].islower())

    @cached_property
    def _sentences(self) -> list[str]:
        """Lines that are written as sentences are."""
        return [line for line in self._text.split("\n") if not line.isupper() and not is_title(line, self._casing)]
