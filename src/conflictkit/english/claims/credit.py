"""Who is credited with a number, and with what stance: the innermost quote around it, and whether it is said to hold: denial, negation and doubt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from conflictkit._document import Document
from conflictkit._models import Bound, Entity, Factuality, Quantity, Quote, Span, Stance
from conflictkit.english.claims.frame import Spot
from conflictkit.english.events.factuality import HYPOTHETICAL, NEGATION, NOT_ONLY, PLANNED
from conflictkit.english.lexicon.claims import BARRIERS, ESTIMATE, HEARSAY, OFFICIALLY
from conflictkit.english.lexicon.events import BE, MODAL, PREPOSITION, SHAPE

WITHIN = 6
"""How many tokens before the governing word its doubt is told."""
NESTED = 12
"""How many quotes begun before a number are looked at."""
PLAIN = frozenset({None, Stance.SAID})
"""Stances that say nothing of their own: doubt takes their place."""
COUNTED = frozenset({Bound.EXACT, Bound.ABOUT, Bound.RANGE, Bound.VAGUE})
"""Bounds that a negation denies; "not more than 12" is a bound itself."""


class Credits:
    """The quotes of a document, to be asked who vouches for a number."""

    def __init__(self, doc: Document, quotes: Sequence[Quote]) -> None:
        self._doc = doc
        self._quotes = quotes
        self._pieces = sorted((piece.start, -piece.end, n) for n, quote in enumerate(quotes) for piece in quote.content)
        self._starts = [start for start, _, _ in self._pieces]
        self._reach = list(accumulate((-minus_end for _, minus_end, _ in self._pieces), max))

    def covering(self, span: Span) -> tuple[Quote | None, int, int]:
        """The innermost quote whose content covers a span, and where that content begins and ends."""
        n = bisect_right(self._starts, span.start) - 1
        for back in range(n, max(-1, n - NESTED), -1):
            if self._reach[back] < span.end:
                break
            start, minus_end, quote = self._pieces[back]
            if -minus_end >= span.end:
                return self._quotes[quote], start, -minus_end
        return None, 0, len(self._doc.text)

    def of(self, quote: Quote | None, quantity: Quantity, spot: Spot, governor: int) -> tuple[Entity | None, Stance | None, Factuality]:
        """Source, stance and factuality of a number governed by the word at a token."""
        source = quote.source if quote is not None else None
        stance = quote.stance if quote is not None and source is not None else None
        if stance is Stance.DENIED:
            return source, stance, Factuality.NEGATED
        doubt = _doubt(self._doc, quantity, spot, governor if governor >= 0 else spot.first)
        if isinstance(doubt, Factuality):
            return source, stance, doubt
        vouched = doubt if doubt is not None and stance in PLAIN else stance
        return source, vouched, Factuality.ASSERTED if source is None and vouched is not Stance.CLAIMED else Factuality.CLAIMED


def _doubt(doc: Document, quantity: Quantity, spot: Spot, governor: int) -> Stance | Factuality | None:
    """What the clause says against taking the number as told: not, if, would, reportedly, believed."""
    low = doc.low
    infinitive = False
    for k in range(governor - 1, max(spot.low, governor - WITHIN) - 1, -1):
        sign = SIGN[low[k]]
        if not sign:
            continue
        if sign == END or sign == "in" and governor == spot.first:
            break
        if sign == "not":
            if quantity.bound in COUNTED and low[k + 1] not in NOT_ONLY and k < spot.number and (low[k] not in ("no", "none") or k + 1 == spot.first):
                return Factuality.NEGATED
        elif sign == "to":
            infinitive = True
        elif sign == "if" or sign == "plan" and infinitive:
            return Factuality.HYPOTHETICAL
    start, stop = max(spot.low, min(spot.first, governor) - WITHIN), min(spot.high, max(spot.last, governor) + 1)
    if VOUCHED.keys().isdisjoint(low[start:stop]):
        return None
    for k in range(start, stop):
        stance = VOUCHED.get(low[k])
        if stance is not None and (stance is not Stance.ESTIMATED or low[k] == "estimated" or k and SHAPE[low[k - 1]] == BE):
            return stance
    return None


VOUCHED = dict.fromkeys(HEARSAY, Stance.CLAIMED) | dict.fromkeys(OFFICIALLY, Stance.CONFIRMED) | dict.fromkeys(ESTIMATE, Stance.ESTIMATED)
"""Word -> how far the article vouches for what it says."""
END = "end"


class _Signs(dict[str, str]):
    """Word -> what it says of the clause to its right, made on first sight: "not", "if" (would, could, will), "plan", "to", "in", END or ""."""

    def __missing__(self, word: str) -> str:
        sign = _sign(word)
        if len(self) < 500_000:
            self[word] = sign
        return sign


def _sign(word: str) -> str:
    if word in NEGATION or word.endswith("n't"):
        return "not"
    if word in ("if", "unless", "will", "shall") or word in HYPOTHETICAL and word != "must" and SHAPE[word] == MODAL:
        return "if"
    if word in BARRIERS or word[0] in ',;:“"':
        return END
    if word in PLANNED:
        return "plan"
    return "to" if word == "to" else "in" if SHAPE[word] == PREPOSITION else ""


SIGN = _Signs()
