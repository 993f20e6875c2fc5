"""Verbs and nouns of speech: what is known of each of them, and the lists by which the stages ask for them."""

from __future__ import annotations

from conflictkit._errors import LexiconError
from conflictkit._models import Stance
from conflictkit._tables import word_list

from ..tables import TABLES

STANCES = {stance.value: stance for stance in Stance}
FRAMES = frozenset(["clause", "that", "object", "to", "ing", "naming", "figure", "directive", "voicing", "quote"])
"""What a verb may need behind it to be taken for a cue."""
LISTS = frozenset(
    """clausal zero inquit plain speaking addressed told opinion evidence finding showing intransitive passive taken epithet
    reports tells asks hearsay apart speech""".split()
)
"""What else may be known of a verb; the file says what each is."""
TAKES = "+-"
"""Marks of prepositions whose phrase is what is said, and of the particles that belong to a verb."""


NOUN_LISTS = frozenset(["content", "remark", "voiced"])
"""What else may be known of a noun."""


def _known(kind: str, entries: dict[str, str], may: frozenset[str]) -> dict[str, frozenset[str]]:
    """What the entry of each verb or noun tells."""
    known = {lemma: frozenset(word_list(entry, f"speech.{kind}.{lemma}")) for lemma, entry in entries.items()}
    for lemma, told in known.items():
        if {word for word in told if word[0] not in TAKES}.difference(may, STANCES) or len(told.intersection(STANCES)) > 1:
            raise LexiconError(f"speech.{kind}.{lemma}: expected one of {', '.join(STANCES)} at most, and of {', '.join(sorted(may))}, not {', '.join(sorted(told))}")
    return known


def _stances(known: dict[str, frozenset[str]]) -> dict[str, Stance]:
    """What somebody does with words, by the verb or noun that tells it."""
    return {lemma: stance for lemma, told in known.items() for word, stance in STANCES.items() if word in told}


KNOWN, KNOWN_NOUNS = _known("verb", TABLES.speech.verb, FRAMES | LISTS), _known("noun", TABLES.speech.noun, NOUN_LISTS)
STANCE, NOUN_STANCE = _stances(KNOWN), _stances(KNOWN_NOUNS)
"""Verb or noun that reports by itself -> what somebody does with the words."""


def verbs(told: str) -> frozenset[str]:
    """The verbs of whose entry something is part: a frame, a list."""
    return frozenset([lemma for lemma, entry in KNOWN.items() if told in entry])


def nouns(told: str) -> frozenset[str]:
    """The nouns of whose entry something is part."""
    return frozenset([noun for noun, entry in KNOWN_NOUNS.items() if told in entry])


def taken(mark: str) -> dict[str, frozenset[str]]:
    """The verbs that take prepositions or particles, with those of this mark."""
    found = {lemma: frozenset([word[1:] for word in entry if word[0] == mark]) for lemma, entry in KNOWN.items()}
    return {lemma: words for lemma, words in found.items() if words}
