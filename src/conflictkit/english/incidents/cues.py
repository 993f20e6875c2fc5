"""What a mention is and how it stands to what was told before: its status, its determiner, the cues of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from conflictkit._incidents import Status
from conflictkit._models import HAPPENED, DatedEvent
from conflictkit.english.grammar.lemmas import lemma_of
from conflictkit.english.incidents.words import listed

NOUNS, STATES, WEAK = (listed("act", key) for key in ("noun", "state", "weak"))
DEFINITE, INDEFINITE, NUMBER = (listed("determiner", key) for key in ("definite", "indefinite", "number"))
OPENERS, ANOTHER, SERIES, PURPOSE, DONE = (listed("cue", key) for key in ("opener", "another", "series", "purpose", "done"))
BEFORE_NOUN = 4
"""How many words may stand between a determiner and its noun."""
BREAK = frozenset(",.;:—–\"“”()") | frozenset("of in on at by to with for from after and or but was were is are been has had have that who which".split())
"""What no noun group goes across from its noun to its determiner."""
VERBAL_BEFORE = frozenset("to they he she it we who will would could can may might must should".split())
VERB_PRESENT = ("is", "are")


class Cues(NamedTuple):
    """What the words around a trigger say."""

    status: Status
    definite: bool
    indefinite: bool
    apart: bool
    opens: bool
    """Whether it can open an incident."""


def read_cues(low: Sequence[str], k: int, lo: int, hi: int, event: DatedEvent, *, lead: bool) -> Cues:
    """The cues of the trigger at token k of the sentence lo to hi."""
    word = low[k]
    lemma = _singular(word)
    noun = lemma in NOUNS and not (k > lo and low[k - 1] in VERBAL_BEFORE)
    plural = noun and word != lemma
    kind, determiner = _determiner(low, k, lo) if noun else ("", -1)
    apart = sets_apart(low, lo, k)
    status = _status(low, k, lo, hi, event, lemma, noun=noun, bare_plural=plural and kind == "", lead=lead)
    definite = noun and (kind == "definite")
    indefinite = noun and (kind in ("indefinite", "number"))
    opens = not (plural and definite) and not (noun and lemma in WEAK)
    return Cues(status, definite, indefinite, apart, opens)


def _singular(word: str) -> str:
    if word in NOUNS:
        return word
    if word.endswith("es") and word[:-2] in NOUNS:
        return word[:-2]
    return word[:-1] if word.endswith("s") and word[:-1] in NOUNS else word


def _determiner(low: Sequence[str], k: int, lo: int) -> tuple[str, int]:
    """The determiner of the noun at token k: definite, indefinite, number, or "" for a bare one."""
    for j in range(k - 1, max(lo, k - 1 - BEFORE_NOUN) - 1, -1):
        word = low[j]
        if word in DEFINITE or word in ("'s", "’s"):
            return "definite", j
        if word in INDEFINITE:
            return "indefinite", j
        if word in NUMBER or word.isdigit():
            return "number", j
        if word in BREAK:
            break
    return "", -1


def _status(low: Sequence[str], k: int, lo: int, hi: int, event: DatedEvent, lemma: str, *, noun: bool, bare_plural: bool, lead: bool) -> Status:
    if event.factuality not in HAPPENED:
        return Status.NOT_HELD
    if noun and lemma in STATES:
        return Status.SERIES
    if told(low, max(lo, k - 12), min(hi, k + 12), SERIES):
        return Status.SERIES
    if bare_plural and not lead:
        return Status.SERIES
    if not noun and k > lo and low[k - 1] in PURPOSE and (k - 2 < lo or lemma_of(low[k - 2]) not in DONE and low[k - 2] not in DONE):
        return Status.HABIT
    return Status.ACT


def told(low: Sequence[str], a: int, b: int, cues: frozenset[str]) -> bool:
    """Whether one of the words or pairs of words stands in tokens a to b."""
    for k in range(a, b):
        if low[k] in cues or k + 1 < b and f"{low[k]} {low[k + 1]}" in cues:
            return True
        if k + 2 < b and f"{low[k]} {low[k + 1]} {low[k + 2]}" in cues:
            return True
    return False


def sets_apart(low: Sequence[str], lo: int, k: int) -> bool:
    """Whether the sentence turns to something else before token k."""
    return told(low, lo, min(k, lo + 4), OPENERS) or told(low, max(lo, k - 6), k, ANOTHER)
