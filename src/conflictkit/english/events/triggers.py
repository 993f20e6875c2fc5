"""Triggers of events: verbs and event nouns told from adjectives and compounds by the forms beside them, without part-of-speech tags."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.lexicon.events import IRREGULAR, NOUN_LEMMA, TRIGGER, VERB_LEMMA

# Forms: past, passive, perfect, been (perfect passive), participle, ing, progressive, inf, modal, present, noun; state for "had", "was due":
# an event where a date says so.
FINITE = frozenset({"past", "passive", "perfect", "been", "progressive", "modal", "present", "state"})
VERBAL = FINITE | {"participle", "ing", "inf"}


def find_triggers(doc: Document, shape: str, dates: set[int]) -> dict[int, str]:
    """Token -> form, in order, of the verbs and event nouns that may tell of an event; no token of a date is one."""
    toks = doc.toks
    shape += "."  # so that what stands after the last token, or before the first, is nothing
    found: dict[int, str] = {}
    for match in TRIGGER.finditer(shape):
        k = match.start()
        if k in dates or (toks[k][0].isupper() and _named(doc, shape, k, dates)) or ((shape[k - 1] == "-" or shape[k + 1] == "-") and _hyphenated(toks, shape, k)):
            continue
        form = _form(doc, shape, k, dates)
        if form is not None:
            found[k] = form
    return found


def _named(doc: Document, shape: str, k: int, dates: set[int]) -> bool:
    """Whether a capital makes it part of a name: inside the sentence, or before another capital; "the Battle of Bakhmut" is an event."""
    if shape[k - 1] == '"' or k == doc.bounds(k)[0]:
        return shape[k] == "E" and shape[k + 1] == "u" and k + 1 not in dates and doc.toks[k + 1][0].isupper()
    return not (shape[k] in "EXY" and doc.low[k + 1 : k + 2] == ["of"])


def _hyphenated(toks: list[str], shape: str, k: int) -> bool:
    """Whether it is part of a compound such as "rebel-held"."""
    return (k > 1 and shape[k - 1] == "-" and toks[k - 1][-1] != " " and toks[k - 2][-1] != " ") or (
        shape[k + 1] == "-" and toks[k][-1] != " " and toks[k + 1][-1] != " "
    )


def _form(doc: Document, shape: str, k: int, dates: set[int]) -> str | None:
    """How a verb or noun stands in its clause, or None if it is neither (an adjective, part of a compound)."""
    low = doc.low
    char, after, direct = shape[k], shape[k + 1], shape[k - 1]
    j, before = k - 1, direct
    while before == "v" and j >= 0 and k - j < 4:
        j -= 1
        before = shape[j]
    if char in "DN":
        if before == "w":
            return "been" if low[j] == "been" and shape[j - 1] == "h" and low[j - 1][:3] != "had" else "passive"
        if before == "h":
            return "past" if low[j].startswith("had") else "perfect"
        if before in "tmo" and low[k] in _SAME_BASE:
            return "inf" if before == "t" else "modal"
        if direct == "a" and low[k - 1] in _STANDS_ALONE and after in "tapr":
            return "past"  # both voted to
        if direct in "aq" or (direct == "p" and after not in "pa0"):
            return None
        if direct == "0" and after in "uEXYKB":
            return None  # 33 armoured vehicles
        if char == "N":
            return "participle" if after in "pv" or direct in "uc" else None
        if after == "p" and low[k + 1] in _AGENT and before not in "ir" and low[k] not in _ONLY_PAST and _finite_follows(doc, shape, k + 2):
            return "participle"
        return "past"
    if char == "E":
        return _noun(doc, shape, k, after, dates)
    if char in "XY":
        verbal = before in "tmo" or (before in "ir" and direct != "v") or (char == "Y" and direct == "i")
        if char == "X" and before == "t" and after in "pcv,;." and low[k] not in _GOING_ON:
            verbal = j < 1 or low[j - 1] not in _BEFORE_TO
        if low[k] in _SAME_PAST and before in "whiur." and after in 'apu0"q' and direct not in "aq":
            return "passive" if before == "w" else "perfect" if before == "h" else "past"
        if not verbal:
            return _noun(doc, shape, k, after, dates)
        return "inf" if before == "t" else "modal" if before in "mo" else "present"
    if char == "G":
        if before == "w":
            return "progressive"
        if direct in "ucp" and after in "DNwhm" and low[k] in NOUN_LEMMA:
            return "noun"
        if direct == "p" and low[k - 1] in {"of", "with"} and after in "uq0iKEXY" and low[k] in VERB_LEMMA and low[k] not in NOUN_LEMMA:
            return "ing"  # accused of torturing prisoners
        if direct in "aq" or (direct == "p" and low[k - 1] == "of" and after != "a"):
            return "noun" if after in "pcv,;.DwhmS0" else None
        return "ing"
    if char == "B":
        return "inf" if before == "t" else "modal" if before in "mo" else None if direct in "aqp" else "present"
    if char == "S":
        return None if direct in "aqpDGB0" or after in "Dwh" else "present"  # "bombs went off"
    if char == "h":  # had sales of
        return "state" if before not in "mt" and _beyond_adverbs(shape, k) in "a0EXu" else None
    if char == "A":
        return "state" if before == "w" else None
    if char == "u":
        return "modal"
    if char == "g":
        return "progressive" if before == "w" else None
    if char == "z":
        owner = k > 0 and doc.toks[k - 1][0].isupper()
        return "present" if direct in "ir" or (after in "tr" and direct in "uE") or (owner and after in "atr") else None
    if before == "t" and low[k] not in _BARE:
        return "inf"
    return "modal" if before in "mo" else "present" if direct == "i" or (after in "tr" and direct in "uEY") else None


def _beyond_adverbs(shape: str, k: int) -> str:
    """The form after a token and its adverbs."""
    j = k + 1
    while shape[j] == "v" and j - k < 4:
        j += 1
    return shape[j]


def _finite_follows(doc: Document, shape: str, k: int) -> bool:
    """Whether a verb or auxiliary stands in the next tokens of the sentence."""
    for j in range(k, min(len(doc), k + 8)):
        if shape[j] in "DwhmSo":
            return True
        if doc.low[j][0] in ".!?":
            return False
    return False


_ONLY_PAST = frozenset(past for past, participle in IRREGULAR.values() if past != participle)
_STANDS_ALONE = frozenset("all both few many several some".split())
_GOING_ON = frozenset("fight return move march visit protest".split())
"""Verbs that need no object after "to"."""
_BEFORE_TO = frozenset("due according response end prior related led".split())
"""What makes "to" a preposition."""
_BARE = frozenset("end date part place".split())
"""Nouns after "to" rather than verbs."""
_AGENT = frozenset("by in with via from at on during near against".split())
_SAME_PAST = frozenset("hit cut hurt set put bid shut split cost let cast read burst bet broadcast quit".split())
_SAME_BASE = _SAME_PAST | frozenset("become come overcome overrun run".split())


def _noun(doc: Document, shape: str, k: int, after: str, dates: set[int]) -> str | None:
    """An event noun, unless it only modifies the next noun ("the war museum", "attack helicopters")."""
    if k + 1 in dates:
        return "noun"
    if after == "K":
        return None
    if doc.toks[k][-1] == " " and (after in "EXY" or (after in "bz" and doc.low[k][-1] != "s") or (after == "G" and shape[k + 2] not in "ap") or (after == "u" and doc.toks[k + 1][0].islower())):
        return None
    return "noun"
