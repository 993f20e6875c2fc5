"""Actor, target and place of an event, where its clause makes them plain."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._models import Span

GROUPS = frozenset(
    """
    activists aircraft army authorities civilians crowd demonstrators drones farmers fighters forces government gunmen
    insurgents jets jihadists journalists lawmakers militants military militia militiamen militias minister ministers
    navy officers officials opposition parliament peacekeepers people police policemen president prisoners protesters
    rebels refugees residents separatists settlers soldiers students suspects terrorists troops villagers warplanes
    workers
    """.split()
)
"""Common nouns that act in such reports."""
PLACE_PREPOSITIONS = frozenset("in at near outside inside around across".split())
INNER = frozenset("of al el the de and for".split())
MONTHS_AND_DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december
    """.split()
)


def participants(
    doc: Document, shape: str, k: int, form: str, lo: int, hi: int, dates: set[int]
) -> tuple[Span | None, Span | None, Span | None]:
    """Actor, target and place of the trigger at token k."""
    left_end = max(lo, k - 25)
    right_end = min(hi, k + 20)
    place, skip = _place(doc, shape, k, right_end, dates)
    if form == "noun":
        actor = _after(doc, shape, k, right_end, dates, skip, "by")
        target = _after(doc, shape, k, min(right_end, k + 8), dates, skip, "on") or _after(
            doc, shape, k, min(right_end, k + 8), dates, skip, "against"
        )
        return actor, target, place
    subject = _first(doc, shape, left_end, k, dates, set(), backwards=True)
    if form in {"passive", "been", "participle"}:
        return _after(doc, shape, k, right_end, dates, set(), "by"), subject, place
    return subject, _first(doc, shape, k + 1, right_end, dates, skip), place


def _name(doc: Document, shape: str, k: int, hi: int, dates: set[int]) -> int:
    """One past the name or group noun phrase that begins at token k, or k if there is none."""
    tok = doc.toks[k]
    if k in dates:
        return k
    if tok[0].isupper() and doc.low[k] not in MONTHS_AND_DAYS and shape[k] in "uDBEXYGSNKb.":
        e = k + 1
        while e < hi and e not in dates and doc.toks[e - 1][-1:] != "\n":
            if doc.toks[e][0].isupper() and doc.toks[e][0].isalpha() and doc.low[e] not in MONTHS_AND_DAYS:
                e += 1
            elif doc.low[e] in INNER and e + 1 < hi and doc.toks[e + 1][0].isupper() and doc.low[e] in {"of", "al", "el", "de"}:
                e += 2
            elif shape[e] == "-" and doc.glued(e) and e + 1 < hi and doc.toks[e + 1][0].isupper():
                e += 2
            else:
                break
        while e < hi and doc.low[e] in GROUPS:
            e += 1
        return e
    return k + 1 if doc.low[k] in GROUPS else k


def _first(doc: Document, shape: str, a: int, b: int, dates: set[int], skip: set[int], backwards: bool = False) -> Span | None:
    """The first name between two tokens; backwards: of the last clause, so that a subordinator or semicolon cuts off what is before it."""
    if backwards:
        for j in range(b - 1, a, -1):
            if shape[j] in 'r;"' and doc.low[j] not in {"who", "which", "whose"}:
                a = j + 1
                break
    k = a
    while k < b:
        e = _name(doc, shape, k, b, dates)
        if e > k and k not in skip and not (shape[k] in "pavir" and e == k + 1):
            if not (e < len(doc.toks) and shape[e] == "q" and backwards):
                return doc.span(k, e)
        elif not backwards and shape[k] in ';"r':
            return None
        k = max(e, k + 1)
    return None


def _after(doc: Document, shape: str, k: int, hi: int, dates: set[int], skip: set[int], word: str) -> Span | None:
    """The name right after a preposition."""
    for j in range(k + 1, hi - 1):
        if doc.low[j] == word:
            for a in range(j + 1, min(hi, j + 5)):
                e = _name(doc, shape, a, hi, dates)
                if e > a and a not in skip:
                    return doc.span(a, e)
                if shape[a] in "p,;":
                    return None
            return None
    return None


def _place(doc: Document, shape: str, k: int, hi: int, dates: set[int]) -> tuple[Span | None, set[int]]:
    """The name after "in", "at", "near" right of the trigger, and its tokens."""
    for j in range(k + 1, hi - 1):
        if shape[j] in ';"r':
            break
        if doc.low[j] in PLACE_PREPOSITIONS:
            for a in range(j + 1, min(hi, j + 6)):
                if shape[a] in "p,;" or a in dates:
                    break
                if doc.toks[a][0].isupper() and shape[a] not in "pa":
                    e = _name(doc, shape, a, hi, dates)
                    if e > a:
                        return doc.span(a, e), set(range(a, e))
    return None, set()
