"""What kind of event a trigger is: PLOVER type and mode, by the words of its clause."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.events.words import BESIDE, COMPOUND, FRAMES, LEMMA, NOUN_KIND, NOUN_LEMMA, VERB_KIND, VERB_LEMMA, Frames, Kind

BY_SUBJECT = frozenset("arrive clash enter fly gather hit land leave loot occupy rain return rip slam storm strike target tear travel".split())
"""Verbs whose meaning their subject decides too."""

PASSIVE = frozenset("be been being are is was were".split())
FRIENDLY = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
DUTY = frozenset({"must", "should", "ought"})
FUTURE = frozenset({"will", "would", "ll", "'ll"})
COMPOUNDED = frozenset(noun for nouns in COMPOUND.values() for noun in nouns)
OBJECT = 8
"""How many tokens after a verb its object and particles stand."""


def kind_of(doc: Document, k: int, form: str, lo: int, hi: int) -> Kind | None:
    """PLOVER type and mode of the trigger at token k of the sentence lo to hi, or None.

    What is said to be done in the future is the type of the words: a good act promised is AGREE, refused REJECT; a bad one THREATEN;
    a duty is REQUEST.
    """
    low = doc.low
    if form == "noun":
        return _noun_kind(low, k, lo, hi)
    kind = _verb_kind(low, k, lo, hi)
    modal = form == "modal"
    if not modal and (kind is None or form == "inf" or kind[0] not in FRIENDLY):
        return kind
    before = low[max(lo, k - 4) : k]
    negated = any(word == "not" or word.endswith("n't") for word in before[-3:])
    if negated and kind is not None and kind[0] in FRIENDLY:
        return ("REJECT", None)
    if not modal:
        return kind
    if not negated and not DUTY.isdisjoint(before):
        return ("REQUEST", None)
    if kind is not None and not FUTURE.isdisjoint(before):
        return ("AGREE", None) if kind[0] in FRIENDLY else ("THREATEN", None) if kind[0] in HOSTILE else kind
    return kind


def _noun_kind(low: list[str], k: int, lo: int, hi: int) -> Kind | None:
    """By the word before it ("air strike"; "suicide car bombing"), a word beside it ("strike by teachers"), or the noun itself."""
    word = low[k]
    name = NOUN_LEMMA.get(word, word)
    if name in COMPOUNDED:
        for first in low[max(lo, k - 2) : k]:
            if first in COMPOUND and name in COMPOUND[first]:
                return COMPOUND[first][name]
    frames = BESIDE.get(name)
    found = _first(frames, low[max(lo, k - 4) : min(hi, k + 5)]) if frames else None
    return found or NOUN_KIND.get(name) or (VERB_KIND.get(VERB_LEMMA.get(word, "")) if name == word else None)


def _verb_kind(low: list[str], k: int, lo: int, hi: int) -> Kind | None:
    """By a word of its clause (object, particle, for some verbs the subject), or the verb itself."""
    base = LEMMA[low[k]]
    frames = FRAMES.get(base)
    if frames is not None:
        beside = low[k + 1 : min(hi, k + 1 + OBJECT)]
        if base in BY_SUBJECT or (k > lo and low[k - 1] in PASSIVE):
            beside += low[max(lo, k - 7) : k]
        found = _first(frames, beside)
        if found is not None:
            return found
    return VERB_KIND.get(base)


def _first(frames: Frames, beside: list[str]) -> Kind | None:
    """The kind of the first frame that has one of the words."""
    found = [frames[word] for word in beside if word in frames]
    return min(found)[1] if found else None
