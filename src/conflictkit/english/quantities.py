"""Quantities: numbers with their bound, unit and what they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from conflictkit._document import Document
from conflictkit._models import Bound, DateExpression, Number, Quantity, QuantityKind, Span, TimexType
from conflictkit._rules import Rule, RuleTable

TABLE: dict[str, Any] = {"NUMWORD": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands millions billions scores tens half both"}
RULES: tuple[Rule[Any], ...] = ()
SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
SMALL |= {w: 10 * (n + 2) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "m": 10**6, "bn": 10**9, "mln": 10**6}
VAGUE = {"dozens": (12, 120), "tens": (10, 100), "scores": (20, 100), "hundreds": (100, 1000), "thousands": (1000, 10000), "millions": (10**6, 10**7), "billions": (10**9, 10**10)}
BOUNDS: dict[str, Bound] = {"about": Bound.ABOUT, "around": Bound.ABOUT, "some": Bound.ABOUT, "roughly": Bound.ABOUT, "approximately": Bound.ABOUT, "estimated": Bound.ABOUT, "nearly": Bound.LESS_THAN, "almost": Bound.LESS_THAN, "over": Bound.MORE_THAN, "under": Bound.LESS_THAN, "than more": Bound.MORE_THAN, "least at": Bound.AT_LEAST, "to up": Bound.AT_MOST, "than fewer": Bound.LESS_THAN, "than less": Bound.LESS_THAN, "most at": Bound.AT_MOST}
UNITS = {"km": "kilometer", "kilometers": "kilometer", "kilometres": "kilometer", "miles": "mile", "mile": "mile", "meters": "meter", "metres": "meter", "percent": "percent", "%": "percent"}
PLURAL = frozenset("people men women children troops personnel aircraft police staff militia crew".split())
STOP = frozenset("in on at by for from to with and or but as that which who was were is are be been have has had will would could may might after before since during near over under into against than when while of not they he she it we i this these those out up down".split())
SINGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "aircraft": "aircraft", "troops": "troop", "personnel": "personnel"}
DURATION = {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year", "hours": "hour", "hour": "hour", "minutes": "minute", "minute": "minute", "decades": "decade"}


def singular(word: str) -> str:
    """A crude English singular."""
    low = word.lower()
    if low in SINGULAR:
        return SINGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("men"):
        return low[:-3] + "man"
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def find_quantities(doc: Document, table: RuleTable[Any], dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """All quantities of a document, in order."""
    starts = [d.span.start for d in dates]
    chars = doc.lexicon.chars("NUMWORD", "DIGITS")
    out: list[Quantity] = []
    free = 0
    shared: tuple[int, Span, str] | None = None
    for hit in re.finditer(f"[{chars}]", doc.cls):
        k = hit.start()
        if k < free:
            continue
        n = bisect_right(starts, doc.off[k]) - 1
        if n >= 0 and dates[n].span.end > doc.off[k] and dates[n].timex_type in (TimexType.DATE, TimexType.TIME):
            continue
        made = _number(doc, k)
        if made is None:
            continue
        value, end, low_high = made
        free = end
        whole: Number | None = None
        number_end = end
        if end + 1 < len(doc) and doc.low[end] == "of" and not low_high:
            other = _number(doc, end + 1)
            if other is not None:
                whole, end = other[0], other[1]
                free = end
        if k and doc.glued(k - 1) and doc.toks[k - 1][0] not in "$€£(\"“" and not doc.toks[k - 1].isspace():
            continue
        bound = Bound.VAGUE if low_high else Bound.EXACT
        first = k
        if k:
            one, two = doc.low[k - 1], f"{doc.low[k - 1]} {doc.low[k - 2]}" if k > 1 else ""
            if two in BOUNDS:
                bound, first = BOUNDS[two], k - 2
            elif one in BOUNDS:
                bound, first = BOUNDS[one], k - 1
        noun = _noun(doc, end, value == 1)
        kind, unit, span_end = QuantityKind.COUNT, None, end
        noun_span = None
        sent = doc.sentence(k)
        if noun >= 0:
            noun_span, span_end = doc.span(noun, noun + 1), noun + 1
            unit = singular(doc.low[noun])
            if doc.low[noun] in UNITS:
                unit = UNITS[doc.low[noun]]
                kind = QuantityKind.SHARE if unit == "percent" else QuantityKind.LENGTH
            elif doc.low[noun] in DURATION:
                unit, kind = DURATION[doc.low[noun]], QuantityKind.DURATION
            else:
                shared = (sent, noun_span, unit)
        elif shared is not None and shared[0] == sent:
            noun_span, unit = shared[1], shared[2]
        per = doc.low[span_end + 1] if span_end + 1 < len(doc) and doc.low[span_end] in ("a", "per", "each") and doc.low[span_end + 1] in DURATION else None
        low: Number | None
        high: Number | None
        best: Number | None
        if low_high:
            low, best, high = low_high[0], None, low_high[1]
            bound = Bound.VAGUE
        else:
            low = value if bound in (Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN) else None
            high = value if bound in (Bound.EXACT, Bound.AT_MOST, Bound.LESS_THAN) else None
            best = value
        out.append(Quantity(doc.span(first, span_end), doc.span(k, number_end), low, best, high, bound, unit, noun_span, kind, per, whole, "number"))
    return tuple(out)


def _number(doc: Document, k: int) -> tuple[Number, int, tuple[int, int] | None] | None:
    low, word = doc.low, doc.low[k]
    if word in VAGUE:
        a, b = VAGUE[word]
        end = k + 1
        if end + 1 < len(doc) and low[end] == "of" and low[end + 1] in VAGUE:
            c, _ = VAGUE[low[end + 1]]
            return 0, end + 2, (a * c, b * c)
        return 0, end, (a, b)
    if word == "both":
        return (2, k + 1, None) if k + 1 < len(doc) and low[k + 1].endswith("s") else None
    if word == "one":
        return None
    value: Number
    if word in SMALL:
        value, end = SMALL[word], k + 1
        if end + 1 < len(doc) and doc.toks[end] == "-" and low[end + 1] in SMALL and value >= 20 and SMALL[low[end + 1]] < 10:
            value, end = value + SMALL[low[end + 1]], end + 2
    elif len(word) < 20 and re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", word):
        if k + 1 < len(doc) and len(word) < 4 and doc.toks[k][-1] == " " and re.fullmatch(r"\d{3}", low[k + 1]):
            return int(word + low[k + 1]), k + 2, None
        if k and doc.toks[k - 1][0].isupper() and k > doc.bounds(k)[0] + 1 and doc.toks[k - 1][-1] == " ":
            return None
        if re.fullmatch(r"1[5-9]\d\d|20\d\d", word):
            return None
        value = float(word) if "." in word else int(word.replace(",", ""))
        end = k + 1
    elif word in SCALE and k and low[k - 1] == "a":
        value, end = 1, k
    else:
        return None
    while end < len(doc) and low[end] in SCALE:
        value *= SCALE[low[end]]
        end += 1
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value, end, None


def _noun(doc: Document, k: int, single: bool) -> int:
    last = -1
    low = doc.low
    if k < len(doc) and low[k] == "-":
        k += 1
    if k < len(doc) and low[k] == "of":
        k += 1
    for j in range(k, min(k + 6, len(doc))):
        word = low[j]
        if word in ("the", "more", "other", "a"):
            continue
        if word in STOP or not (doc.toks[j][0].isalpha() or word == "%"):
            break
        last = j
        if word in PLURAL or word.endswith("men") or (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word == "%" or single and j > k:
            return j
        if word in ("dead", "wounded", "injured", "missing", "killed"):
            return j
    return last
