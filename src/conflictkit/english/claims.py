"""Numeric claims: what each quantity measures, who is credited with it, and how it relates to the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from conflictkit._document import Document
from conflictkit._lexicon import read_tables, word_list
from conflictkit._models import (
    ClaimRole,
    DateExpression,
    Grain,
    Measure,
    NumericClaim,
    Quantity,
    QuantityKind,
    Quote,
    Source,
    Span,
    Stance,
    TimexType,
)

TABLE: dict[str, Any] = read_tables("conflictkit.english", "claims.toml")


def _by_word(table: str) -> dict[str, str]:
    """Word -> the first entry of the table that lists it."""
    out: dict[str, str] = {}
    for name, words in TABLE[table].items():
        for word in word_list(words, f"claims.toml: {table}.{name}"):
            out.setdefault(word, name)
    return out


def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(word_list(TABLE[table][name], f"claims.toml: {table}.{name}"))


NOUN, PERSON, THING, CUE = _by_word("noun"), _by_word("person"), _by_word("thing"), _by_word("cue")
LOST, INTERCEPTED = _words("cue", "lost"), _words("cue", "intercepted")
INCREMENT, SUBSET = _words("role", "increment"), _words("role", "subset")
BARRIER, AUXILIARY, UNATTRIBUTED, PLACE = (_words("words", name) for name in ("barrier", "auxiliary", "unattributed", "place"))

LIST = frozenset({",", "and", "or", "as", "well", "plus", "&", "some", "about", "also"})
PERSON_FATES = frozenset({"killed", "wounded", "casualties", "missing", "captured", "released", "displaced", "population"})
BY_KIND = {
    QuantityKind.MONEY: Measure.MONEY,
    QuantityKind.SHARE: Measure.SHARE,
    QuantityKind.DURATION: Measure.DURATION,
    QuantityKind.AGE: Measure.AGE,
    QuantityKind.LENGTH: Measure.DISTANCE,
    QuantityKind.AREA: Measure.AREA,
    QuantityKind.MASS: Measure.MASS,
    QuantityKind.RATIO: Measure.RATIO,
}
PERSON_ENDINGS = ("er", "or", "ist", "ian", "ee", "ant", "ive", "man", "woman", "ite", "child", "eer")
REACH = 40
"""How many tokens a governing word may stand from its number."""


def make_claims(
    doc: Document, quantities: Sequence[Quantity], quotes: Sequence[Quote], dates: Sequence[DateExpression]
) -> tuple[NumericClaim, ...]:
    """One claim for each quantity of the text."""
    covers = _Covers(quotes)
    when = _When(doc, dates, quotes)
    places = [_Place.of(doc, quantity) for quantity in quantities]
    fates = _fates_after(doc, places)
    out: list[NumericClaim] = []
    for quantity, (first, last, number, low, high), after in zip(quantities, places, fates, strict=True):
        measure, rule, cue = _measure(doc, quantity, first, low, after)
        source, stance = covers.at(quantity.number)
        if source is None and _has(doc, low, first, UNATTRIBUTED):
            stance = Stance.CLAIMED
        side = _side(doc, quantity, number)
        out.append(
            NumericClaim(
                quantity,
                measure,
                source,
                stance,
                when.of(quantity, first, last, low, high),
                _place(doc, last, high),
                side,
                _inflicted_by(doc, cue, high) if measure in (Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.EQUIPMENT_LOST) else None,
                _role(doc, quantity, first, last),
                rule,
            )
        )
    return tuple(out)


class _Place(NamedTuple):
    """Where a quantity stands, as token indices: first, one past the last, its number, and its sentence."""

    first: int
    last: int
    number: int
    low: int
    high: int

    @classmethod
    def of(cls, doc: Document, quantity: Quantity) -> _Place:
        number = doc.at(quantity.number.start)
        return cls(min(doc.at(quantity.span.start), number), doc.at(quantity.span.end - 1) + 1, number, *doc.bounds(number))


def _fates_after(doc: Document, places: Sequence[_Place]) -> list[tuple[str, int]]:
    """The fate told behind each number; what closes a list ("ten soldiers, four civilians and a boy killed") is told of all its members."""
    fates: list[tuple[str, int]] = []
    following: _Place | None = None
    for place in reversed(places):
        fate = _cue_after(doc, place.last, place.high)
        if not fate[0] and following is not None and following.high == place.high and _joined(doc, place.last, following.first):
            fate = fates[-1]
        fates.append(fate)
        following = place
    fates.reverse()
    return fates


def _joined(doc: Document, a: int, b: int) -> bool:
    """Whether only a comma or a conjunction stands between two members of a list."""
    return 0 < b - a <= 4 and all(doc.low[k] in LIST for k in range(a, b))  # noqa: PLR2004


# --- measure ---------------------------------------------------------------------------------------------------------


def _measure(doc: Document, quantity: Quantity, first: int, low: int, fate_after: tuple[str, int]) -> tuple[Measure, str, int]:
    """The measure, the rule that gave it, and the token of the governing word (-1: none)."""
    fixed = BY_KIND.get(quantity.kind)
    if fixed is not None:
        return fixed, "unit", -1
    noun = (quantity.unit or "").lower().split(" ")[-1]
    noun = noun if noun in NOUN or noun in PERSON or noun in THING else noun.rsplit("-", 1)[-1]
    after, after_at = fate_after
    before, before_at = _cue_before(doc, first, low)
    if noun in NOUN:
        name = NOUN[noun]
        if name == "captured" and "released" in (after, before):
            name = "released"
        if name == "population" and (after or before) in PERSON_FATES - {"population"} and after:
            name = after
        return Measure(name), "noun", after_at if after else before_at
    if noun in THING:
        return _thing(noun, after, after_at, before, before_at, doc)
    named = quantity.noun is not None and quantity.noun.text[0].isupper()  # "three Taliban", "two Hamas"
    if noun in PERSON or noun.endswith(PERSON_ENDINGS) or not noun or named:
        for fate, at in ((after, after_at), (before, before_at)):
            if fate in PERSON_FATES:
                return Measure(fate), "governing word", at
            if fate == "lost" and noun:
                return Measure.KILLED, "lost persons", at
        if noun in PERSON:
            return Measure(PERSON[noun]), "person noun", -1
        if noun:
            return Measure.PEOPLE, "a name" if named else "person ending", -1
    if (after or before) == "lost" and noun and _object_list(doc, before_at, first):
        return Measure.EQUIPMENT_LOST, "object of a destroying verb", before_at
    return Measure.OTHER, "other", -1


def _thing(noun: str, after: str, after_at: int, before: str, before_at: int, doc: Document) -> tuple[Measure, str, int]:
    for fate, at in ((after, after_at), (before, before_at)):
        if not fate:
            continue
        word = doc.low[at]
        shot_down = fate == "intercepted" or word in INTERCEPTED or (at + 1 < len(doc) and doc.low[at + 1] == "down" and word in ("shot", "shoot", "shooting"))
        if THING[noun] == "munitions":
            if shot_down:
                return Measure.INTERCEPTED, "intercepting verb", at
            if word in ("destroyed", "destroying", "engaged", "engaging", "seized", "seizing", "found", "recovered", "discovered", "captured"):
                return Measure.EQUIPMENT_LOST, "governing word", at
        elif fate in ("lost", "intercepted", "captured") or word in LOST:
            return Measure.EQUIPMENT_LOST, "governing word", at
    return Measure(THING[noun]), "thing noun", -1


def _object_list(doc: Document, cue: int, first: int) -> bool:
    """Whether the number is the verb's object: directly, or in a list of counted things."""
    return cue >= 0 and first - cue <= 6  # noqa: PLR2004


def _cue_at(doc: Document, k: int, high: int) -> str:
    low = doc.low
    word = low[k]
    if k + 1 < high:
        pair = CUE.get(f"{word} {low[k + 1]}")
        if pair:
            return pair
        if word in ("shot", "shoot", "shooting", "shoots") and low[k + 1] == "down":
            return "intercepted"
        if word in ("shot", "stabbed", "beaten", "burned", "trampled", "starved", "frozen") and low[k + 1] in ("dead", "to"):
            return "killed"
    return CUE.get(word, "")


def _cue_after(doc: Document, k: int, high: int) -> tuple[str, int]:
    """A fate told after the noun: "were killed", "dead", "who died"; not an active verb with an object of its own."""
    low = doc.low
    passive = False
    for steps in range(9):
        if k >= high:
            break
        word = low[k]
        cue = _cue_at(doc, k, high)
        if cue:
            if passive or steps == 0 and word in ("dead", "missing", "wounded", "injured") or _ends_clause(doc, k + 1, high) or word in ("died", "fled", "surrendered", "perished", "drowned", "remain", "remained", "live", "lived", "living", "disappeared", "returned", "lives"):
                return cue, k
            break
        if word in ("was", "were", "been", "be", "being", "got", "are", "is", "had", "have"):
            passive = True
        elif word == "and" and k + 3 < high and low[k + 1] in ("a", "an", "his", "her", "the", "their", "another"):
            k += 2  # "two women and a man were injured"
        elif word not in AUXILIARY and word not in ("who", "that", "which", "(", ")", '"', "”", "“", ",", "of", "them", "whom") and not word.endswith("ly"):
            break
        elif word == "," and steps > 2:
            break
        k += 1
    return "", -1


def _ends_clause(doc: Document, k: int, high: int) -> bool:
    if k >= high:
        return True
    word = doc.low[k]
    return not doc.toks[k][0].isalnum() or word in (
        "in", "by", "and", "on", "during", "since", "at", "when", "after", "as", "while", "near", "or", "over", "from", "with", "so", "last", "this",
        "overnight", "yesterday", "today", "across", "around", "along", "before", "within", "for", "including", "there", "here", "throughout", "dead", "under", "to",
    )  # fmt: skip


def _cue_before(doc: Document, k: int, low_bound: int) -> tuple[str, int]:
    """The governing word to the left, inside the clause; lists of counted things keep their verb."""
    low = doc.low
    stop = max(low_bound, k - REACH)
    j = k - 1
    while j >= stop:
        word = low[j]
        if word in (";", ":") or (word in BARRIER and word not in ("as", "since", "so", "more")):
            return "", -1
        cue = _cue_at(doc, j, k)
        if cue and not (word in ("left", "free", "release", "capture", "exchange", "damage", "lives", "live") and j > stop and low[j - 1] in ("the", "a")):
            return cue, j
        j -= 1
    return "", -1


# --- source, date, place, side, role ---------------------------------------------------------------------------------


class _Covers:
    """The innermost quote around a number."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        pieces = sorted((piece.start, -piece.end, n) for n, quote in enumerate(quotes) for piece in quote.content)
        self._quotes = quotes
        self._starts = [start for start, _, _ in pieces]
        self._pieces = pieces

    def at(self, span: Span) -> tuple[Source | None, Stance | None]:
        n = bisect_right(self._starts, span.start) - 1
        for back in range(n, max(-1, n - 12), -1):
            _, minus_end, quote = self._pieces[back]
            if -minus_end >= span.end:
                found = self._quotes[quote]
                return (found.source, found.stance) if found.source is not None else (None, None)
        return None, None


class _When:
    """The date that a number holds for, where its sentence says it."""

    def __init__(self, doc: Document, dates: Sequence[DateExpression], quotes: Sequence[Quote]) -> None:
        self._doc = doc
        self._dates = dates
        self._starts = [date.span.start for date in dates]
        self._cues = {quote.cue.end for quote in quotes if quote.cue is not None}

    def of(self, quantity: Quantity, first: int, last: int, low: int, high: int) -> DateExpression | None:
        if quantity.kind in (QuantityKind.DURATION, QuantityKind.AGE):
            return None
        doc = self._doc
        a, b = doc.off[low], doc.off[high]
        n = bisect_right(self._starts, a - 1)
        best: DateExpression | None = None
        near = 10**9
        while n < len(self._dates) and self._starts[n] < b:
            date = self._dates[n]
            n += 1
            if date.timex_type is TimexType.SET or date.span.start < quantity.span.end and quantity.span.start < date.span.end:
                continue
            if date.timex_type is TimexType.DURATION and not (date.grain in (Grain.HOUR, Grain.DAY) and doc.low[doc.at(date.span.start)] in ("the", "past", "last")):
                continue
            if date.timex_type is TimexType.TIME or date.timex_value.endswith("_REF"):
                continue
            k = doc.at(date.span.start)
            before = doc.low[k - 1] if k else ""
            before2 = doc.low[k - 2] if k > 1 else ""
            if {before, before2} & {"said", "says", "told", "announced", "reported", "added", "statement"}:
                continue
            distance = abs(date.span.start - quantity.span.start)
            if distance < near:
                best, near = date, distance
        return best


def _has(doc: Document, a: int, b: int, words: frozenset[str]) -> bool:
    return any(doc.low[k] in words for k in range(max(a, b - 12), b))


def _place(doc: Document, last: int, high: int) -> Span | None:
    """The first capitalised name after a preposition of place, behind the noun and in its clause."""
    low, toks = doc.low, doc.toks
    for k in range(last, min(high - 1, last + 12)):
        if low[k] in (";", ":", "“", '"'):
            return None
        if low[k] in PLACE:
            j = k + 1
            while j < high and low[j] in ("the", "of", "eastern", "western", "northern", "southern", "central", "nearby", "city", "town", "village"):
                j += 1
            if j < high and toks[j][0].isupper():
                end = j + 1
                while end < high and toks[end][0].isupper() and toks[end - 1][-1] == " ":
                    end += 1
                return doc.span(j, end)
    return None


def _side(doc: Document, quantity: Quantity, number: int) -> Span | None:
    """Whose: a capitalised adjective or name between the number and the noun."""
    if quantity.noun is None or quantity.noun.start < quantity.number.end or quantity.kind is not QuantityKind.COUNT:
        return None
    a, b = doc.at(quantity.number.end - 1) + 1, doc.at(quantity.noun.start)
    run = [k for k in range(a, b) if doc.toks[k][0].isupper()]
    return doc.span(run[0], run[-1] + 1) if run and b - a <= 8 else None


def _inflicted_by(doc: Document, cue: int, high: int) -> Span | None:
    """The name in the verb's by-phrase."""
    if cue < 0:
        return None
    for k in range(cue + 1, min(high - 1, cue + 10)):
        if doc.low[k] == "by":
            j = k + 1
            while j < high and doc.low[j] in ("the", "a", "an"):
                j += 1
            if j < high and doc.toks[j][0].isupper():
                end = j + 1
                while end < high and doc.toks[end - 1][-1] == " " and doc.toks[end][0].isalpha() and doc.low[end] not in PLACE and end - j < 4:
                    end += 1
                return doc.span(j, end)
            return None
    return None


def _role(doc: Document, quantity: Quantity, first: int, last: int) -> ClaimRole:
    if quantity.of is not None:
        return ClaimRole.PART
    around = doc.low[max(0, first - 3) : first]
    inside = doc.low[first:last] + doc.low[last : last + 1]
    if any(word in SUBSET for word in around) and not {".", ";"} & set(around):
        return ClaimRole.SUBSET
    if any(word in INCREMENT for word in inside) and "more than" not in quantity.span.text.lower() or around[-1:] == ["another"]:
        return ClaimRole.INCREMENT
    return ClaimRole.TOTAL
