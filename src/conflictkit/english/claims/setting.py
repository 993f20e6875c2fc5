"""When, where, whose and by whom: what the sentence of a number says besides its measure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._models import DateExpression, Entity, Factuality, Grain, Place, Quantity, QuantityKind, Quote, Span, TimexType, place_of
from conflictkit.engine.syntax import NounGroup, Role
from conflictkit.english.claims.credit import Credits
from conflictkit.english.claims.frame import Cue, Spot
from conflictkit.english.facts import Facts
from conflictkit.english.lexicon.claims import AT_PLACE, BARRIERS, NO_PLACE, PLACE_FILLER, PLACE_NOUN
from conflictkit.english.lexicon.events import ADVERB, NOUN, SHAPE, UNKNOWN_WORD
from conflictkit.english.speakers.name_words import DEMONYMS, NATIONS

PLACE_WITHIN = 16
"""How many tokens behind the counted its place may stand."""
ENDS_CLAUSE = BARRIERS | {";", ":", "“", '"'}
DATE_WITHIN = 60
"""How many tokens from the number its date may stand."""
NAME_WITHIN = 8
SUBJECT_WITHIN = 12
CROSSED = 80
"""How many characters farther a date counts as for each clause between it and the number."""
CLAUSES = frozenset({"who", "which", "whose", "whom", "when", "where", "while", "but", "after", "before", ";"})
RELATIVE = frozenset({"which", "whose", "where"})
"""Words that open a clause about another thing than the counted: "refugees camp south of Brod, which fell on 15 March"."""
UNDATED = frozenset({QuantityKind.DURATION, QuantityKind.AGE})
NOMINAL = frozenset("auEXYKAbz0q-")
"""Shapes of the words of a noun phrase: determiners, nouns, adjectives, numbers, "'s"."""
IN_PHRASE = frozenset("against at for from in near of on with".split())
"""Prepositions inside the noun phrase of a subject: "strikes on the port"."""
PRONOUNS = frozenset("he she it they we i who which that this these those there one".split())


class Dates:
    """The date expressions of a document, to be asked when a number holds."""

    def __init__(self, doc: Document, dates: Sequence[DateExpression], credits_: Credits) -> None:
        self._doc = doc
        self._credits = credits_
        self._dates = dates
        self._starts = [date.span.start for date in dates]

    def of(self, quantity: Quantity, spot: Spot, quote: Quote | None, begin: int, end: int) -> DateExpression | None:
        """The nearest date of the sentence; within reported words only a date that is reported too, outside of them none that is."""
        if quantity.kind in UNDATED:
            return None
        doc = self._doc
        begin, end = max(begin, doc.off[max(spot.low, spot.first - DATE_WITHIN)]), min(end, doc.off[min(spot.high, spot.last + DATE_WITHIN)])
        best: DateExpression | None = None
        nearest = 0
        for n in range(bisect_left(self._starts, begin), bisect_left(self._starts, end)):
            date = self._dates[n]
            if date.span.start < quantity.span.end and quantity.span.start < date.span.end or not _tells_when(doc, date):
                continue
            if quote is None and (_of_speaking(doc, date) or self._credits.covering(date.span)[0] is not None):
                continue
            k = doc.at(date.span.start)
            between = doc.low[min(k, spot.number) + 1 : max(k, spot.number)]
            if k > spot.last and not RELATIVE.isdisjoint(between):
                continue
            clauses = sum(1 for word in between if word in CLAUSES)
            distance = abs(date.span.start - quantity.span.start) + CROSSED * clauses
            if best is None or distance < nearest:
                best, nearest = date, distance
        return best


def _tells_when(doc: Document, date: DateExpression) -> bool:
    """Whether a number can hold for an expression: a date, or "the past 24 hours"."""
    if date.timex_type is TimexType.DURATION:
        return date.grain in (Grain.HOUR, Grain.DAY) and doc.low[doc.at(date.span.start)] in ("the", "past", "last")
    return date.timex_type is TimexType.DATE and not date.timex_value.endswith("_REF")


def _of_speaking(doc: Document, date: DateExpression) -> bool:
    """Whether a date is that of a statement: "said on Monday"."""
    k = doc.at(date.span.start)
    return any(word in ("said", "says", "told", "announced", "reported", "added", "statement") for word in doc.low[max(0, k - 2) : k])


# --- place -------------------------------------------------------------------------------------------------------------


def place(doc: Document, spot: Spot) -> Span | None:
    """The name behind "in", "at", "near": the first to the right of the counted in its clause, else the last to its left, else one that opens the sentence."""
    for k in range(spot.last, min(spot.high - 1, spot.last + PLACE_WITHIN)):
        word = doc.low[k]
        if word in ENDS_CLAUSE:
            break
        if word in AT_PLACE:
            found = _name_of_place(doc, k + 1, spot.high)
            if found is not None:
                return found
    for k in range(spot.first - 2, max(spot.low, spot.first - PLACE_WITHIN) - 1, -1):
        word = doc.low[k]
        if word in ENDS_CLAUSE or word == ",":
            break
        if word in AT_PLACE or word == "on" and _kind_of_place(doc, k + 1):
            found = _name_of_place(doc, k + 1, spot.first)
            if found is not None:
                return found
    return _name_of_place(doc, spot.low + 1, spot.first) if doc.low[spot.low] in AT_PLACE else None


def _kind_of_place(doc: Document, k: int) -> bool:
    """Whether "the port of", "a village near" opens at token k: "strikes on the port of Odesa"."""
    return any(word in PLACE_NOUN for word in doc.low[k : k + 3])


def _name_of_place(doc: Document, k: int, high: int) -> Span | None:
    """The name of a place in the noun phrase from token k; an adjective of a people ("the Israeli offensives") is none."""
    low, toks = doc.low, doc.toks
    stop = min(high, k + NAME_WITHIN)
    while k < stop:
        if not toks[k][0].isupper():
            if low[k] not in PLACE_FILLER and SHAPE[low[k]] not in (UNKNOWN_WORD, ADVERB) and "-" not in low[k]:
                return None
            k += 1
            continue
        end = _end_of_name(doc, k, high)
        following = low[end] if end < high else ""
        if following == "'s":
            k = end + 1
            continue
        if low[k] in NO_PLACE or low[k] in DEMONYMS and following not in PLACE_NOUN:
            return None
        if following in PLACE_NOUN:  # "the Afghan capital Kabul", "the West Bank city of Jenin", "Anbar province"
            inner = end + 1 + (low[end + 1 : end + 2] == ["of"])
            if inner < high and toks[inner][0].isupper() and toks[inner - 1][-1] == " " and low[inner] not in NO_PLACE:
                return doc.span(inner, _end_of_name(doc, inner, high))
            return doc.span(k, end) if following != "capital" else None
        if end < high and toks[end][0].islower() and SHAPE[following] in (UNKNOWN_WORD, NOUN) and following not in PLACE_FILLER:
            return None
        return doc.span(k, end)
    return None


def _end_of_name(doc: Document, k: int, high: int) -> int:
    """One past the capitalised words from token k on."""
    toks = doc.toks
    end = k + 1
    while end < high and toks[end - 1][-1] == " " and toks[end][0].isupper() and doc.low[end] not in NO_PLACE:
        end += 1
    while end + 1 < high and doc.low[end] in "-‐‑" and doc.glued(end) and toks[end - 1][-1] != " " and toks[end + 1][0].isalpha():
        end += 2
    return end


# --- side and perpetrator ----------------------------------------------------------------------------------------------


def side(doc: Document, quantity: Quantity, spot: Spot, cue: Cue, *, of_persons: bool) -> Span | None:
    """Whose: a name between number and noun (of a thing only a nation), an owner before the number, or the subject of "lost"."""
    if quantity.kind is not QuantityKind.COUNT:
        return None
    if quantity.noun is not None and quantity.noun.start >= quantity.number.end:
        a, b = doc.at(quantity.number.end - 1) + 1, doc.at(quantity.noun.start)
        run = [k for k in range(a, min(b, a + NAME_WITHIN)) if _of_a_name(doc, k)]
        if not of_persons:
            run = [k for k in run if doc.low[k] in NATIONS]
        if run:
            return doc.span(run[0], run[-1] + 1)
    k = spot.first
    if k > spot.low and doc.low[k - 1] == "'s":
        return _name_before(doc, k - 1, spot.low)
    return None


def _of_a_name(doc: Document, k: int) -> bool:
    """Whether a token is a capitalised word, no code ("AK-47", "MQ-9")."""
    tok = doc.toks[k]
    if not tok[0].isupper() or any(c.isdigit() for c in tok):
        return False
    return not (k + 2 < len(doc) and doc.low[k + 1] == "-" and doc.low[k + 2][0].isdigit())


def _name_before(doc: Document, k: int, low: int) -> Span | None:
    """The capitalised words before token k."""
    a = k
    while a > max(low, k - NAME_WITHIN) and doc.toks[a - 1][0].isupper():
        a -= 1
    return doc.span(a, k) if a < k else None


def against(facts: Facts, group: NounGroup | None, cue: Cue) -> Factuality | None:
    """What is said against a number: of the word that tells its fate, else of the verb that takes it."""
    if cue.at >= 0:
        return facts.truth.at(cue.at)
    if group is None:
        return None
    return next(filter(None, (facts.truth.of_clause(clause) for clause, role in group.roles if role in (Role.SUBJECT, Role.OBJECT))), None)


def inflicter(facts: Facts, group: NounGroup | None, cue: Cue) -> Entity | None:
    """Who or what did it: the agent of the word that tells the fate."""
    if cue.at < 0 or cue.fate == "lose":
        return None
    fact = facts.at(cue.at)
    return facts.actor(fact) if fact.agent is not None and fact.agent is not group else None


def whose(facts: Facts, group: NounGroup | None, cue: Cue) -> Entity | None:
    """Whose: who "lost" them, who owns them, the body they are members of."""
    if cue.fate == "lose" and cue.at >= 0:
        return facts.loser(facts.at(cue.at))
    return facts.owner(group) if group is not None else None


def placed(doc: Document, facts: Facts, group: NounGroup | None, cue: Cue, spot: Spot) -> Place | None:
    """Where: the place of the fact that tells the fate, else a phrase behind the counted, else that of the clause it stands in."""
    if cue.at >= 0 and (found := facts.place(facts.at(cue.at))) is not None:
        return found
    if group is not None and (found := facts.place_of(group)) is not None:
        return found
    return place_of(place(doc, spot))


def _nominal(doc: Document, k: int) -> bool:
    """Whether a token can belong to a noun phrase."""
    return doc.toks[k][0].isupper() or SHAPE[doc.low[k]] in NOMINAL and doc.low[k] not in BARRIERS


def _end_of_phrase(doc: Document, k: int, high: int) -> int:
    """One past the noun phrase that begins at token k, prepositions but "of" left out."""
    end = k
    while end < min(high, k + SUBJECT_WITHIN) and (_nominal(doc, end) or doc.low[end] == "of" and end > k):
        end += 1
    while end > k and doc.low[end - 1] in ("of", "the", "a", "-"):
        end -= 1
    return end
