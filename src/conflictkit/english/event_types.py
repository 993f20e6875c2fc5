"""What kind of event a trigger is: PLOVER type and mode, by the words of its clause."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.event_words import FRAMES, LEMMA, NOUN_KIND, NOUN_LEMMA, VERB_KIND, Kind, lemma

MODE_OF_NOUN: dict[str, dict[str, Kind]] = {
    "air": {"strike": ("ASSAULT", "aerial"), "raid": ("ASSAULT", "aerial"), "attack": ("ASSAULT", "aerial")},
    "arson": {"attack": ("ASSAULT", "destroy")},
    "bomb": {"attack": ("ASSAULT", "explosives")},
    "chemical": {"attack": ("ASSAULT", "unconventional")},
    "cyber": {"attack": ("COERCE", "cyber")},
    "drone": {"strike": ("ASSAULT", "drone"), "attack": ("ASSAULT", "drone")},
    "general": {"strike": ("PROTEST", "strike")},
    "grenade": {"attack": ("ASSAULT", "explosives")},
    "hunger": {"strike": ("PROTEST", "hunger")},
    "missile": {
        "strike": ("ASSAULT", "heavy-weapons"),
        "attack": ("ASSAULT", "heavy-weapons"),
        "launch": ("MOBILIZE", "weapons"),
        "test": ("MOBILIZE", "weapons"),
    },
    "mortar": {"attack": ("ASSAULT", "heavy-weapons")},
    "nuclear": {"test": ("MOBILIZE", "weapons")},
    "peace": {"march": ("PROTEST", "demo")},
    "protest": {"march": ("PROTEST", "demo")},
    "rocket": {"attack": ("ASSAULT", "heavy-weapons"), "fire": ("ASSAULT", "heavy-weapons")},
    "suicide": {"bombing": ("ASSAULT", "suicide-attack"), "attack": ("ASSAULT", "suicide-attack")},
    "troop": {"movement": ("MOBILIZE", "troops")},
}
"""Word before an event noun -> noun -> kind. "car" stands between "suicide" and "bombing" too."""

BY_SUBJECT = frozenset("arrive enter gather hit loot occupy strike target".split())
"""Verbs whose meaning their subject decides too."""

PASSIVE = frozenset("be been being are is was were".split())
FRIENDLY = frozenset({"AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
DUTY = frozenset({"must", "should", "ought"})
FUTURE = frozenset({"will", "would", "ll", "'ll"})
REFUSALS = frozenset({"won't", "wouldn't"})


def kind_of(doc: Document, k: int, form: str, lo: int, hi: int) -> Kind | None:
    """PLOVER type and mode of the trigger at token k of the sentence lo to hi, or None. What is said to be done in the future is the
    type of the words: a good act promised is AGREE, refused REJECT; a bad one THREATEN; a duty is REQUEST."""
    kind = _plain_kind(doc, k, form == "noun", lo, hi)
    if form != "modal":
        return kind
    before = doc.low[max(lo, k - 4) : k]
    if any(word in REFUSALS for word in before) or ("not" in before and any(word in FUTURE for word in before)):
        return ("REJECT", None) if kind and kind[0] in FRIENDLY | {"AGREE"} else kind
    if any(word in DUTY for word in before) and "not" not in before:
        return ("REQUEST", None)
    if kind is not None and any(word in FUTURE for word in before):
        return ("AGREE", None) if kind[0] in FRIENDLY else ("THREATEN", None) if kind[0] in HOSTILE else kind
    return kind


def _plain_kind(doc: Document, k: int, noun: bool, lo: int, hi: int) -> Kind | None:
    """PLOVER type and mode of the trigger at token k of the sentence lo to hi, or None."""
    low = doc.low
    word = low[k]
    if noun:
        name = NOUN_LEMMA.get(word, word)
        for first in low[max(lo, k - 2) : k]:
            special = MODE_OF_NOUN.get(first)
            if special is not None and name in special:
                return special[name]
        return NOUN_KIND.get(name) or (VERB_KIND.get(LEMMA.get(word, "")) if name == word else None)
    base = lemma(word)
    frames = FRAMES.get(base)
    if frames is not None:
        after = low[k + 1 : min(hi, k + 9)]
        before = low[max(lo, k - 7) : k] if base in BY_SUBJECT or (k > lo and low[k - 1] in PASSIVE) else []
        for frame in frames:
            if not frame.words.isdisjoint(after) or not frame.words.isdisjoint(before):
                return frame.kind
    return VERB_KIND.get(base)
