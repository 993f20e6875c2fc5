"""When, where, whose and by whom: what the sentence of a number says besides its measure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._models import DateExpression, Entity, Factuality, Grain, Place, Quantity, QuantityKind, Quote, TimexType
from conflictkit.engine.syntax import NounGroup, Role
from conflictkit.english.claims.credit import Credits
from conflictkit.english.claims.spot import Cue, Spot
from conflictkit.english.facts import Facts

DATE_WITHIN = 60
"""How many tokens from the number its date may stand."""
CROSSED = 80
"""How many characters farther a date counts as for each clause between it and the number."""
CLAUSES = frozenset({"who", "which", "whose", "whom", "when", "where", "while", "but", "after", "before", ";"})
RELATIVE = frozenset({"which", "whose", "where"})
"""Words that open a clause about another thing than the counted: "refugees camp south of Brod, which fell on 15 March"."""
UNDATED = frozenset({QuantityKind.DURATION, QuantityKind.AGE})


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


def placed(facts: Facts, group: NounGroup | None, cue: Cue) -> Place | None:
    """Where: the place of the fact that tells the fate, else a phrase behind the counted, else that of the clause it stands in."""
    if cue.at >= 0 and (found := facts.place(facts.at(cue.at))) is not None:
        return found
    if group is not None and (found := facts.place_of(group)) is not None:
        return found
    return None
