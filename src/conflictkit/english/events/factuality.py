"""Whether the text says that an event happened: cues of its clause, and the quotes that cover it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._lexicon import Memo, word_list
from conflictkit._models import Factuality, Quote, QuoteKind, Source
from conflictkit.english.events.words import TABLE

_CUES: dict[str, frozenset[str]] = {key: frozenset(word_list(words, key)) for key, words in TABLE["factuality"].items()}
NEGATION, FAILED, WILL, PLANNED, PLANNED_NOUN, ASKED, HYPOTHETICAL, UNSURE, HEARSAY, CHARGED = (
    _CUES[key] for key in ("negation", "failed", "will", "planned", "planned_noun", "asked", "hypothetical", "unsure", "hearsay", "charged")
)
CLAUSE_STOP = frozenset(", ; : ( ) “ ” \" '' `` — –".split()) | {"but", "who", "which"}
FIRST_PERSON = frozenset({"i", "we", "my", "our", "i'm", "we're"})
NOT_ONLY = frozenset({"only", "just", "longer", "least", "even"})
BETWEEN_CUE_AND_NOUN = frozenset("of a an the any another new further more its his their for".split())
CLAUSE = 12
"""How many tokens before the trigger its clause is searched for cues."""
NEAR = 5
"""How many tokens before the trigger a plan or a possibility speaks of it."""
REACH = {"without": 1, "nothing": 4, "none": 4, "nobody": 4}
"""Negations that reach only so many tokens."""
STOP, CUE, PLAIN = "|", "x", "."


def _cue(word: str) -> str:
    if word in CLAUSE_STOP:
        return STOP
    known = word.endswith("n't") or any(word in words for words in _CUES.values()) or word in {"is", "are", "ahead"}
    return CUE if known else PLAIN


CUES = Memo(_cue)
"""Word -> whether it ends a clause, may be a cue, or neither."""


class Contents:
    """Which quote's content holds an offset."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        spans = sorted(((span.start, span.end, n) for n, quote in enumerate(quotes) for span in quote.content), key=lambda item: item[:2])
        self._starts = [start for start, _, _ in spans]
        self._spans = spans
        self._quotes = quotes

    def at(self, start: int) -> tuple[Quote, int, int] | None:
        """The innermost quote whose content holds an offset (of the last three begun before it), and where that content begins and ends."""
        n = bisect_right(self._starts, start)
        for a, b, quote in reversed(self._spans[max(0, n - 3) : n]):
            if a <= start < b:
                return self._quotes[quote], a, b
        return None


def factuality(doc: Document, shape: str, cues: str, k: int, lo: int, form: str, quote: Quote | None, begins: int) -> tuple[Factuality, Source | None]:
    """How the text vouches for the trigger at token k of a sentence that begins at token lo; the source when it is claimed.

    ``cues`` is the document in the characters of :data:`CUES`, ``quote`` what covers the trigger from the offset ``begins``.
    """
    low = doc.low
    noun = form == "noun"
    a = max(lo, k - CLAUSE)
    a = max(a, cues.rfind(STOP, a, k) + 1)
    if CUE in cues[a:k]:
        clause = low[a:k]
        fact = _noun_fact(clause) if noun else _verb_fact(clause, form)
        if fact is Factuality.CLAIMED:
            return fact, quote.source if quote else None
        if fact is not None:
            return fact, quote.source if quote else None
    if not noun and low[k + 1 : k + 2] == ["no"] and low[k + 2 : k + 3] != ["longer"]:
        return Factuality.NEGATED, quote.source if quote else None
    if quote is None:
        return Factuality.ASSERTED, None
    if noun and not any(c in "DNGBS" for c in shape[max(lo, k - 40, doc.at(begins)) : k]):
        return Factuality.ASSERTED, None  # a noun that opens the content is taken for granted
    if quote.kind is QuoteKind.DIRECT and not FIRST_PERSON.isdisjoint(low[max(a, k - NEAR) : k]):
        return Factuality.ASSERTED, None  # what "I" do in a speech is done
    return Factuality.CLAIMED, quote.source


def _verb_fact(clause: list[str], form: str) -> Factuality | None:
    """What the cues of its clause say about a verb: negation first, then plan, possibility, hearsay."""
    near = clause[-NEAR:]
    if _negated(clause):
        return Factuality.NEGATED
    if any(word in WILL for word in near[-4:]):
        if form in {"modal", "passive", "been", "inf", "perfect", "ing"}:
            return Factuality.PLANNED
    elif form == "inf" and (any(word in PLANNED or word in ASKED for word in near) or near[-2:-1] in (["is"], ["are"])):
        return Factuality.PLANNED
    if any(word in HYPOTHETICAL for word in near[-4:]) or "if" in clause or "unless" in clause:
        return Factuality.HYPOTHETICAL
    if any(word in HEARSAY for word in near[-2:]):
        return Factuality.CLAIMED
    if form == "ing" and near[-1] in {"of", "with"} and any(word in CHARGED for word in near[:-1]):
        return Factuality.CLAIMED
    return None


def _negated(clause: list[str]) -> bool:
    for n, word in enumerate(clause):
        left = len(clause) - n
        if (word in NEGATION and left <= REACH.get(word, CLAUSE)) or word.endswith("n't"):
            if clause[n + 1 : n + 2] and clause[n + 1] in NOT_ONLY or "that" in clause[n:]:
                continue
            return True
    return any(word in FAILED for word in clause[-4:]) and any(word in {"to", "from"} for word in clause[-2:])


def _noun_fact(clause: list[str]) -> Factuality | None:
    """What the words directly before an event noun say about it."""
    if any(word in {"no", "without"} for word in clause[-3:]) or any(word in FAILED for word in clause[-2:]):
        return Factuality.NEGATED
    if any(word in PLANNED_NOUN for word in clause[-3:]) or clause[-2:] == ["ahead", "of"]:
        return Factuality.PLANNED
    m = len(clause)
    while m and clause[m - 1] in BETWEEN_CUE_AND_NOUN:
        m -= 1
    if m and clause[m - 1] in UNSURE:
        return Factuality.HYPOTHETICAL
    return Factuality.CLAIMED if clause[-1] in HEARSAY else None
