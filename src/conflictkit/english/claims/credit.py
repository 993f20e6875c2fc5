"""Who is credited with a number, and with what stance: the innermost quote around it, and whether it is said to hold: denial, negation and doubt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._models import Bound, Entity, Factuality, Quantity, QuantityKind, Quote, Span, Stance
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role

from ..facts import Facts
from ..grammar import syntax_of
from ..grammar.lists import HEARSAY, RELATIVE
from ..lexicon.claims import EVENT, WORD
from ..lexicon.events import BE
from ..lexicon.facts import NOUNS, singular
from .spot import Spot

ACTS = frozenset({Stance.DENIED, Stance.ORDERED, Stance.PROMISED, Stance.WARNED})
"""Stances of who does not vouch for what the words presuppose: "vowed revenge for the raid that killed 12"."""
TALLIED = frozenset({QuantityKind.COUNT, QuantityKind.SHARE})
NOBODY = RELATIVE | {"i", "we"}
"""Doers that name no source."""
PLAIN = frozenset({None, Stance.SAID})
"""Stances that say nothing of their own: doubt takes their place."""
GOES_ON = frozenset({Kind.COMPLEMENT, Kind.INFINITIVE, Kind.PARTICIPLE})
"""Clauses of which holds what is told of the clause above: "is believed to have died", "allegedly opened fire, killing two"."""
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
        self._outer: list[int] = []
        """For each piece the last before it that ends behind it, or -1: what covers a span is that one or lies farther out."""
        for n, (_, minus_end, _) in enumerate(self._pieces):
            out = n - 1
            while out >= 0 and self._pieces[out][1] >= minus_end:
                out = self._outer[out]
            self._outer.append(out)

    def covering(self, span: Span) -> tuple[Quote | None, int, int]:
        """The innermost quote whose content covers a span, and where that content begins and ends."""
        n = bisect_right(self._starts, span.start) - 1
        while n >= 0 and -self._pieces[n][1] < span.end:
            n = self._outer[n]
        if n < 0:
            return None, 0, len(self._doc.text)
        start, minus_end, quote = self._pieces[n]
        return self._quotes[quote], start, -minus_end

    def speaks(self, clause: Clause | None) -> bool:
        """Whether the verb of a clause tells that somebody speaks."""
        return clause is not None and self._doc.off[clause.verb.word] in self._cues

    def _refuses(self, quote: Quote) -> bool:
        """Whether the cue itself is negated: "does not deny that"."""
        if quote.cue is None:
            return False
        verb = syntax_of(self._doc).verb_at(self._doc.at[quote.cue.end - 1])
        return verb is not None and verb.status.negated

    def _claims_deed(self, quote: Quote) -> bool:
        """Whether the quote only claims or denies a deed: "claimed responsibility for a blast that killed 14", "denied any role in it"."""
        if quote.cue is None:
            return False
        clause = self._facts.syntax.clause_of(self._doc.at[quote.cue.start])
        told = clause.object if clause is not None else None
        return quote.rule == "told by" or told is not None and self._doc.low[told.head] in NOUNS.deed

    def _who_counts(self, number: int) -> Entity | None:
        """Who tells a number: "the observatory put the toll at 20", "59 deaths were documented by the mission", "by the count of doctors"; "we count 41" is the text itself."""
        for clause in self._facts.syntax.clauses_around(number):
            named = next((group for joint, group in clause.obliques if joint == "according to" and not group.start <= number < group.end), None)
            teller = named or self._counter(clause, number) or self._with_figure(clause)
            if teller is not None and self._doc.low[teller.head] not in NOBODY:
                return self._facts.referents.entity(teller)
        return None

    def _counter(self, clause: Clause, number: int) -> NounGroup | None:
        """Who counts, reports what is counted, or gives a toll its figure, by the verb of a clause: "raised the toll to 12"."""
        syntax, verb, doer = self._facts.syntax, clause.verb, self._facts.syntax.doer_of(clause)
        told = syntax.subject_of(clause) if verb.passive else clause.object
        noun = singular(self._doc.low[told.head]) if told is not None else ""
        gives = noun in WORD.reckoned and verb.lemma in WORD.revises or noun in WORD.figure | WORD.reckoned and verb.lemma in WORD.figures
        if doer is None or verb.status.negated or not (gives or verb.lemma in WORD.tallies or verb.passive and verb.lemma in WORD.reports):
            return None
        if not verb.passive and not doer.end <= verb.word < number or doer.time or self._doc.low[doer.head] in EVENT or self._facts.strikes(doer):
            return None
        return doer

    def _with_figure(self, clause: Clause) -> NounGroup | None:
        """Whose figure stands in a clause: "by the count of doctors", "a toll given by the army stood at"."""
        subject = self._facts.syntax.subject_of(clause)
        figure = next((group for joint, group in clause.obliques if joint == "by"), subject)
        if figure is None or singular(self._doc.low[figure.head]) not in WORD.figure | WORD.reckoned:
            return None
        by = next((inner.agent for inner in figure.clauses if inner.agent is not None), None)
        return by or next((group for group in figure.phrases if figure is not subject), None)

    def of(self, quote: Quote | None, quantity: Quantity, spot: Spot, governor: int, held: Factuality | None) -> Credit:
        """Source, relay, stance and factuality of a number governed by the word at a token; ``held`` is what its clause says against it."""
        if quote is None or self._claims_deed(quote) or quote.stance in ACTS and self._truth.presupposed(spot.number, self._doc.at[quote.content[0].start]):
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
        vouched = self._vouched(spot, governor) if stance in PLAIN else None
        stance = vouched or stance
        if held is Factuality.NEGATED and quantity.bound not in COUNTED:
            held = None
        return source, via, stance, held or (Factuality.ASSERTED if source is None and stance is not Stance.CLAIMED else Factuality.CLAIMED)

    def _vouched(self, spot: Spot, governor: int) -> Stance | None:
        """How far the article itself vouches for a number: reportedly, officially, estimated.

        Told in its phrase, in the clause of the word that governs it, or in one that this goes on with; in that of an adjunct only where it says how many.
        """
        low, syntax = self._doc.low, self._facts.syntax
        if VOUCHED.keys().isdisjoint(low[spot.low : spot.high]):
            return None
        first = spot.first
        if (group := syntax.group_at(spot.number)) is not None:
            first = min(first, (group.hangs_on or group).start, group.preposition if group.preposition >= 0 else first)
            told = (clause.verb.word for clause, role in group.roles if clause.antecedent is not group and (role is not Role.OBLIQUE or low[clause.verb.word] in BE | WORD.estimate))
            governor = governor if governor >= 0 else next(told, -1)
        clause, phrase = syntax.clause_of(governor) if governor >= 0 else None, first - 1
        within = []
        while clause is not None:
            within.append(clause)
            first = min(first, clause.start)
            clause = clause.joined or (clause.parent if clause.kind in GOES_ON else None)
        for k in range(max(spot.low, first - 1), min(spot.high, max(spot.last, governor) + 1)):
            if k < phrase and syntax.clause_of(k) not in within:
                continue
            stance = VOUCHED.get(low[k])
            if stance is not None and (stance is not Stance.ESTIMATED or low[k] == "estimated" or k and low[k - 1] in BE):
                return stance
        return None


VOUCHED = dict.fromkeys(HEARSAY, Stance.CLAIMED) | dict.fromkeys(WORD.officially, Stance.CONFIRMED) | dict.fromkeys(WORD.estimate, Stance.ESTIMATED)
"""Word -> how far the article vouches for what it says."""
