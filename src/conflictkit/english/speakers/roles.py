"""The role that the words around a name give its bearer: before it, in apposition behind it, or over a comma."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.speakers.name_runs import Name
from conflictkit.english.speakers.name_words import (
    BEFORE_TITLE,
    FINITE,
    NATIONS,
    NO_ROLE,
    NOT_SUBJECT_BEFORE,
    ROLE_NOUNS,
    SPEECH,
)


def role_before(doc: Document, run: Name) -> str | None:
    """The role written directly before a name: "Ukrainian President", "the mayor of London,", "a senior aide"."""
    low = doc.low
    if run.first < run.start:
        end = run.start
        first = run.first
        if first and low[first - 1] in BEFORE_TITLE:
            first = _role_start(doc, first - 1)
        role = doc.text[doc.off[first] : doc.off[end]].strip(" ,")
        return None if role.rstrip(".").lower() in {"mr", "mrs", "ms", "miss", "dr", "sir", "sr", "st", "staff"} else role
    k = run.start - 1
    if k < 0 or low[k] not in ROLE_NOUNS:
        return _role_over_comma(doc, run) if k > 0 and low[k] == "," else None
    first = _role_start(doc, k)
    return None if low[first - 1] in {"his", "her", "their", "its"} and first else doc.text[doc.off[first] : doc.end(k)]


def _role_start(doc: Document, k: int) -> int:
    """Where the noun phrase begins that ends at token k."""
    first = k
    while (
        first > max(0, k - 7)
        and (doc.toks[first - 1][0].isalpha() or (doc.toks[first - 1] == "-" and doc.glued(first - 1)))
        and (doc.low[first - 1] not in NO_ROLE or doc.toks[first - 1] == "US ")
    ):
        first -= 1
    if doc.toks[first] == "-":  # 22-year-old law student
        first = next((j + 1 for j in range(first, k) if doc.low[j] == "old"), first + 1)
    return first


def _role_over_comma(doc: Document, run: Name) -> str | None:
    """The role in "The head of the X, NAME": a noun phrase with a role as its head between the clause's beginning and the comma."""
    low, toks = doc.low, doc.toks
    comma = run.start - 1
    first = comma
    while first > max(0, comma - 18) and toks[first - 1][0] not in ",.;:\n\r\"“”" and low[first - 1] not in SPEECH and low[first - 1] not in FINITE:
        first -= 1
    while first < comma and low[first] in {"but", "and", "meanwhile", "while", "when", "that", "as", "by", "with", "from"}:
        first += 1
    head = next((k for k in range(first, comma) if low[k] in NOT_SUBJECT_BEFORE and low[k] not in {"'s", "’s"}), comma) - 1
    if head < first or low[head] not in ROLE_NOUNS or low[first] not in {"the", "a", "an"} and low[first] not in NATIONS and low[first] not in ROLE_NOUNS:
        return None
    first += low[first] in {"the", "a", "an"}
    return doc.text[doc.off[first] : doc.end(comma - 1)] if first <= head else None


def role_after(doc: Document, run: Name) -> str | None:
    """The role in apposition after a name: "X, the group's spokesperson"; it ends at the next comma, stop or relative pronoun."""
    low = doc.low
    k = run.end
    if k + 2 >= len(low) or low[k] != ",":
        return None
    first = k + 1
    stop = first
    while stop < min(len(low), first + 16) and (doc.toks[stop][0].isalnum() or doc.toks[stop][0] in "’'-") and low[stop] not in {"who", "which", "whose"} | SPEECH:
        stop += 1
    if any(w in FINITE for w in low[first:stop]) or stop - first > 15 or stop == first or low[first] not in {"the", "a", "an"} and low[first] not in ROLE_NOUNS and NATIONS.get(low[first]) is None and doc.toks[first][0].islower():
        return None
    head = None
    for j in range(first, stop):
        if low[j] in {"of", "for", "at", "in", "with", "from"} and head:
            break
        if low[j] in ROLE_NOUNS:
            head = j
    return doc.text[doc.off[first] : doc.end(stop - 1)] if head else None
