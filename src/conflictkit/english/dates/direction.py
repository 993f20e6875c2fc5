"""Which way a date points that does not say it: the words before it tell of what is past or of what is to come."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.dates.parts import CONTEXT

PLANNED_REACH = 10
"""How many tokens before a weekday the infinitive or modal may stand that it dates, and before that who promises or demands it."""
CUE_REACH = 25
"""How many tokens back a verb may stand that tells whether a month is past or to come."""


def tense(doc: Document, k: int) -> int:
    """Where the nearest verb before token k looks: 1 ahead, -1 back, 0 when the sentence has none before it."""
    low = doc.low
    for n in range(k - 1, max(doc.bounds(k)[0], k - CUE_REACH) - 1, -1):
        word = low[n]
        if word in CONTEXT["future"]:
            return 1
        if word in CONTEXT["past"] or (len(word) > 4 and word.endswith("ed") and not (n and low[n - 1] == "be")):
            return -1
    return 0


def looks_ahead(doc: Document, k: int) -> bool:
    """Whether the nearest verb before token k, or the word right before it, looks ahead."""
    return (k > 0 and doc.low[k - 1] in CONTEXT["future_before"]) or tense(doc, k) > 0


def is_due(doc: Document, k: int) -> bool:
    """Whether a weekday is one to come: the word before expects it and the nearest verb looks ahead."""
    low = doc.low
    return k > 0 and low[k - 1] in CONTEXT["future_before"] and looks_ahead(doc, k - 1)


def is_to_come(doc: Document, k: int) -> bool:
    """Whether what token k dates is still to be done: "will meet on", "promised to leave by", "as soon as"."""
    low = doc.low
    if k > 1 and low[k - 1] == "as" and low[k - 2] in ("soon", "early"):
        return True
    start = max(doc.bounds(k)[0], k - PLANNED_REACH)
    if k - 1 > start and low[k - 1].endswith("ed") and low[k - 2] != "be":  # "wants to lift the ban imposed Tuesday"
        return False
    for n in range(k - 2, start - 1, -1):
        word, verb = low[n], low[n + 1]
        if word in CONTEXT["timetable"]:
            return low[n - 1] not in CONTEXT["past"] and low[n - 1] != "to"
        if word in CONTEXT["past"] or word[0] in ";:“”\"":
            return False
        if word in CONTEXT["modal"]:
            return True
        if word == "to" and verb not in ("the", "a", "an") and not doc.toks[n + 1][0].isupper():
            return any(low[m] in CONTEXT["ahead"] and low[m - 1] not in CONTEXT["past"] for m in range(n - 1, max(doc.bounds(k)[0], n - PLANNED_REACH) - 1, -1))
        if len(word) > 4 and word.endswith("ed"):
            return False
    return False


def is_done(doc: Document, k: int) -> bool:
    """Whether a verb of the past stands right before the preposition of a month: "elected in January"."""
    low = doc.low
    return k > 1 and low[k - 1] in ("in", "on") and low[k - 2].endswith("ed") and tense(doc, k) < 0


def is_told(doc: Document, k: int) -> bool:
    """Whether "on" and a verb of the past stand before a weekday that would otherwise be tomorrow."""
    return k > 0 and doc.low[k - 1] == "on" and tense(doc, k) < 0


def named_year(doc: Document, k: int) -> int | None:
    """The year that a named season carries after it: "Spring Offensive of 1918", "Winter Offensive (1951)"."""
    low = doc.low
    for n in range(k, min(k + 4, doc.bounds(k - 1)[1] - 1)):
        if low[n] in ("of", "("):
            year = low[n + 1]
            return int(year) if len(year) == 4 and year.isdigit() else None
    return None
