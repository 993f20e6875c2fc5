"""Verbs of speech: what is known of each of them, and the lists by which the stages ask for them."""

from __future__ import annotations

from conflictkit._errors import LexiconError
from conflictkit._models import Stance
from conflictkit._tables import word_list

from ..tables import TABLES

STANCES = {stance.value: stance for stance in Stance}
FRAMES = frozenset(["clause", "that", "object", "to", "ing", "naming", "figure", "directive", "quote"])
"""What a verb may need behind it to be taken for a cue."""
LISTS = frozenset(
    """clausal zero inquit plain speaking addressed told opinion evidence finding showing intransitive passive taken epithet
    reports tells asks hearsay apart speech""".split()
)
"""What else may be known of a verb; the file says what each is."""
TAKES = "+-"
"""Marks of prepositions whose phrase is what is said, and of the particles that belong to a verb."""


def _known() -> dict[str, frozenset[str]]:
    """What the entry of each verb tells."""
    known = {lemma: frozenset(word_list(entry, f"speech.verb.{lemma}")) for lemma, entry in TABLES.speech.verb.items()}
    for lemma, told in known.items():
        if {word for word in told if word[0] not in TAKES}.difference(FRAMES, LISTS, STANCES) or len(told.intersection(STANCES)) > 1:
            expected = f"one of {', '.join(STANCES)} at most, and of {', '.join(sorted(FRAMES | LISTS))}"
            raise LexiconError(f"speech.verb.{lemma}: expected {expected}, not {', '.join(sorted(told))}")
    return known


KNOWN = _known()
STANCE = {lemma: stance for lemma, told in KNOWN.items() for word, stance in STANCES.items() if word in told}
"""Verb that reports by itself -> what somebody does with the words."""


def verbs(told: str) -> frozenset[str]:
    """The verbs of whose entry something is part: a frame, a list."""
    return frozenset([lemma for lemma, entry in KNOWN.items() if told in entry])


def taken(mark: str) -> dict[str, frozenset[str]]:
    """The verbs that take prepositions or particles, with those of this mark."""
    found = {lemma: frozenset([word[1:] for word in entry if word[0] == mark]) for lemma, entry in KNOWN.items()}
    return {lemma: words for lemma, words in found.items() if words}
