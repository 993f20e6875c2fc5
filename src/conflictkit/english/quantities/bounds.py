"""Bounds from the wording: "at least", "nearly", "or more", and negations that turn them round."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._models import Bound
from conflictkit._tables import word_list

from .amounts import Amount
from .cardinals import word_at
from .counted import TABLE, role
from .units import unit_at

FILLER, NEGATION, PARTICLE_OVER = TABLE.filler.words, TABLE.negation.words, TABLE.particle_over.words


Phrases = dict[tuple[str, str], list[tuple[list[str], Bound, str]]]


def _phrases(table: dict[str, str], last: bool) -> Phrases:
    """Last (or first) two words, "" for the second of a lone one -> the phrases that end (or begin) with them, longest first."""
    out: Phrases = {}
    for name, phrases in table.items():
        for phrase in word_list(phrases, name):
            parts = phrase.split(" ")
            ends = (*(reversed(parts) if last else parts), "")
            out.setdefault((ends[0], ends[1]), []).append((parts, Bound(name), phrase))
    for found in out.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return out


BEFORE, AFTER = _phrases(TABLE.before, last=True), _phrases(TABLE.after, last=False)
LAST = frozenset(word for word, _ in BEFORE)
NO_BOUND = {"only": frozenset({"the", "not"}), "over": PARTICLE_OVER} | dict.fromkeys(("close to", "near to"), frozenset({"is", "was"}))
"""Phrase -> the words before which it is no bound."""
FLIPPED = {Bound.MORE_THAN: Bound.AT_MOST, Bound.AT_LEAST: Bound.LESS_THAN}


def read_bound(doc: Document, item: Amount) -> None:
    """Read the bound from the words before the number, then from those behind it."""
    low = doc.low
    j = item.first - 1
    while j >= 0 and low[j] in FILLER and low[j] not in ("a", "the") or j >= 0 and low[j] in ("a", "of") and j > 0 and low[j - 1] in ("total", "a", "combined"):
        j -= 1
    if item.bound is Bound.RANGE and j >= 0 and low[j] in ("between", "from"):
        item.first = j
        j -= 1
    found = _bound_before(doc, j)
    if found is None and j != item.first - 1:
        j = item.first - 1
        found = _bound_before(doc, j)
    if found is not None and not _serves(doc, found, item):
        bound, first, phrase = found
        if bound in FLIPPED and phrase[0].isalpha() and _negated(doc, first):
            bound = FLIPPED[bound]
        item.first = first
        _set_bound(item, bound, phrase)
        if bound is not Bound.ABOUT:
            return
    found_after = _bound_after(doc, item.stop) or (_bound_after(doc, item.end) if item.end != item.stop else None)
    if found_after is not None:
        bound, end, phrase = found_after
        _set_bound(item, bound, phrase)
        item.end = max(item.end, end)
        if item.noun < 0 and item.unit is None:
            unit = unit_at(doc, item.end, True)
            if unit is not None:
                item.measured(*unit)


def _serves(doc: Document, found: tuple[Bound, int, str], item: Amount) -> bool:
    """Whether somebody serves those whom a number counts: "served under six presidents"; not "served under six years", "were paid under 40"."""
    _, first, phrase = found
    return phrase == "under" and item.unit is None and first > 0 and doc.low[first - 1] in TABLE.serves.words


def _set_bound(item: Amount, bound: Bound, phrase: str) -> None:
    if item.form != "multiple":
        item.rule = phrase
    if item.bound in (Bound.EXACT, Bound.ABOUT):
        item.bound = bound


def _bound_before(doc: Document, j: int) -> tuple[Bound, int, str] | None:
    """The bound that ends at token j, where it begins, and its phrase."""
    if j < 0:
        return None
    low = doc.low
    if low[j] not in LAST:
        return None
    for parts, bound, phrase in (*BEFORE.get((low[j], low[j - 1] if j else ""), ()), *BEFORE.get((low[j], ""), ())):
        first = j - len(parts) + 1
        if first >= 0 and low[first : j + 1] == parts:
            return None if first and low[first - 1] in NO_BOUND.get(phrase, ()) else (bound, first, phrase)
    return None


def _negated(doc: Document, first: int) -> bool:
    """Whether a negation governs the bound: in its clause, before it."""
    for j in range(first - 1, doc.bounds[first][0] - 1, -1):
        word = doc.low[j]
        if word in NEGATION:
            return True
        if not word[0].isalpha() or word in ("and", "but", "or", "because", "who", "which", "that"):
            return False
    return False


def _bound_after(doc: Document, k: int) -> tuple[Bound, int, str] | None:
    """The bound that begins at token k: "or more", "-plus"."""
    low = doc.low
    if k >= len(low):
        return None
    for parts, bound, phrase in (*AFTER.get((low[k], word_at(low, k + 1)), ()), *AFTER.get((low[k], ""), ())):
        end = k + len(parts)
        if low[k:end] == parts:
            if end < len(doc.low) and (low[end] == "than" or phrase in ("plus",) and doc.toks[k - 1][-1] == " "):
                return None
            if phrase == "odd" and doc.toks[k - 1][-1] != " ":
                continue
            if phrase.startswith("and more") and end < len(doc.low) and role(doc, end) in "pw":
                return None
            return bound, end, phrase
    return None
