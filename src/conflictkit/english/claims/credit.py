"""Who is credited with a number, and with what stance: the innermost quote around it, and whether it is said to hold: denial, negation and doubt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice

from conflictkit._document import Document
from conflictkit._models import Bound, Entity, Factuality, Quantity, QuantityKind, Quote, Span, Stance
from conflictkit.engine.syntax import Clause

from ..facts import Facts
from ..grammar import syntax_of
from ..grammar.lists import HEARSAY, RELATIVE
from ..lexicon.claims import ESTIMATE, OFFICIALLY
from ..lexicon.events import BE
from .spot import ADDS_UP, Spot

WITHIN = 6
"""How many tokens before the governing word its doubt is told."""
NESTED = 12
"""How many quotes begun before a number are looked at."""
ACTS = frozenset({Stance.DENIED, Stance.ORDERED, Stance.PROMISED, Stance.WARNED})
"""Stances of who does not vouch for what the words presuppose: "vowed revenge for the raid that killed 12"."""
DEEPEST = 20
"""How many clauses around a number are asked: none is nested deeper."""
TALLIED = frozenset({QuantityKind.COUNT, QuantityKind.SHARE})
TALLIES = frozenset("count document estimate record register tally".split())
NOBODY = RELATIVE | {"i", "we"}
"""Doers that name no source."""
FIGURES = ADDS_UP | {"sum", "toll"}
PLAIN = frozenset({None, Stance.SAID})
"""Stances that say nothing of their own: doubt takes their place."""
COUNTED = frozenset({Bound.EXACT, Bound.ABOUT, Bound.RANGE, Bound.VAGUE})
"""Bounds that a negation denies; "not more than 12" is a bound itself."""


Credit = tuple[Entity | None, Entity | None, Stance | None, Factuality]
"""Source, who relays it, stance, factuality."""


class Credits:
    """The quotes of a document, to be asked who vouches for a number."""

    def __init__(self, doc: Document, quotes: Sequence[Quote], facts: Facts) -> None:
        self._doc = doc
        self._facts = facts
        self._truth = facts.truth
        self._quotes = quotes
        self._pieces = sorted((piece.start, -piece.end, n) for n, quote in enumerate(quotes) for piece in quote.content)
        self._cues = {quote.cue.start for quote in quotes if quote.cue is not None}
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

    def speaks(self, clause: Clause | None) -> bool:
        """Whether the verb of a clause tells that somebody speaks."""
        return clause is not None and self._doc.start(clause.verb.word) in self._cues

    def _refuses(self, quote: Quote) -> bool:
        """Whether the cue itself is negated: "does not deny that"."""
        if quote.cue is None:
            return False
        verb = syntax_of(self._doc).verb_at(self._doc.at(quote.cue.end - 1))
        return verb is not None and verb.status.negated

    def _claims_deed(self, quote: Quote) -> bool:
        """Whether the quote only claims a deed: "claimed responsibility for a blast that killed 14"."""
        if quote.cue is None:
            return False
        k = self._doc.at(quote.cue.start)
        return "responsibility" in self._doc.low[k : k + 4]

    def _who_counts(self, number: int) -> Entity | None:
        """Who tells a number by a verb of counting: "the observatory put the toll at 20", "the mission documented 59 deaths"; "we count 41" is the text itself."""
        syntax, low = self._facts.syntax, self._doc.low
        for clause in islice(syntax.clauses_around(number), DEEPEST):
            verb, doer = clause.verb, syntax.doer_of(clause)
            puts = verb.lemma == "put" and clause.object is not None and low[clause.object.head] in FIGURES
            if doer is not None and doer.end <= verb.word < number and (puts or verb.lemma in TALLIES) and not verb.status.negated and low[doer.head] not in NOBODY:
                return self._facts.referents.entity(doer)
        return None

    def of(self, quote: Quote | None, quantity: Quantity, spot: Spot, governor: int, held: Factuality | None) -> Credit:
        """Source, relay, stance and factuality of a number governed by the word at a token; ``held`` is what its clause says against it."""
        if quote is None or self._claims_deed(quote) or quote.stance in ACTS and self._truth.presupposed(spot.number, self._doc.at(quote.content[0].start)):
            quote = None  # who claims an attack does not tell its toll
        source = quote.source if quote is not None else None
        via = quote.via if quote is not None else None
        stance = quote.stance if quote is not None and source is not None else None
        if quote is None and quantity.kind in TALLIED and (source := self._who_counts(spot.number)) is not None:
            stance = Stance.SAID
        if quote is not None and stance is Stance.DENIED:
            if not self._refuses(quote):
                return source, via, stance, Factuality.NEGATED
            stance = Stance.SAID
        vouched = _vouched(self._doc, spot, governor if governor >= 0 else spot.first) if stance in PLAIN else None
        stance = vouched or stance
        if held is Factuality.NEGATED and quantity.bound not in COUNTED:
            held = None
        return source, via, stance, held or (Factuality.ASSERTED if source is None and stance is not Stance.CLAIMED else Factuality.CLAIMED)


def _vouched(doc: Document, spot: Spot, governor: int) -> Stance | None:
    """How far the article itself vouches for a number: reportedly, officially, estimated."""
    low = doc.low
    start, stop = max(spot.low, min(spot.first, governor) - WITHIN), min(spot.high, max(spot.last, governor) + 1)
    for k in range(start, stop):
        stance = VOUCHED.get(low[k])
        if stance is not None and (stance is not Stance.ESTIMATED or low[k] == "estimated" or k and low[k - 1] in BE):
            return stance
    return None


VOUCHED = dict.fromkeys(HEARSAY, Stance.CLAIMED) | dict.fromkeys(OFFICIALLY, Stance.CONFIRMED) | dict.fromkeys(ESTIMATE, Stance.ESTIMATED)
"""Word -> how far the article vouches for what it says."""
