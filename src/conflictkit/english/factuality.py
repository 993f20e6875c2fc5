"""Whether the text says that an event happened: cues of its clause, and the quotes that cover it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._lexicon import word_list
from conflictkit._models import Factuality, Quote, QuoteKind, Source
from conflictkit.english.event_words import TABLE

_CUES: dict[str, frozenset[str]] = {key: frozenset(word_list(words, key)) for key, words in TABLE["factuality"].items()}
NEGATION, FAILED, PLANNED, ASKED, HYPOTHETICAL, HEARSAY = (
    _CUES[key] for key in ("negation", "failed", "planned", "asked", "hypothetical", "hearsay")
)
CLAUSE_STOP = frozenset(", ; : ( ) “ ” \" '' `` — –".split()) | {"but", "who", "which"}
FIRST_PERSON = frozenset({"i", "we", "my", "our", "i'm", "we're"})
NOT_ONLY = frozenset({"only", "just", "longer", "least", "even"})
BETWEEN_CUE_AND_NOUN = frozenset("of a an the any another new further more possible its his their for".split())


class Contents:
    """Which quote's content holds an offset."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        spans = sorted(((span.start, span.end, n) for n, quote in enumerate(quotes) for span in quote.content), key=lambda item: item[:2])
        self._starts = [start for start, _, _ in spans]
        self._spans = spans
        self._quotes = quotes
        self.cues: frozenset[int] = frozenset(quote.cue.start for quote in quotes if quote.cue is not None)

    def at(self, start: int) -> tuple[Quote | None, int]:
        """The innermost quote whose content holds an offset (of the last three begun before it), and where that content begins."""
        n = bisect_right(self._starts, start)
        for a, b, quote in reversed(self._spans[max(0, n - 3) : n]):
            if a <= start < b:
                return self._quotes[quote], a
        return None, start


def factuality(doc: Document, shape: str, k: int, lo: int, form: str, contents: Contents) -> tuple[Factuality, Source | None]:
    """How the text vouches for the trigger at token k of a sentence that begins at token lo; the source when it is claimed."""
    low = doc.low
    a = k
    while a > max(lo, k - 12) and low[a - 1] not in CLAUSE_STOP:
        a -= 1
    clause = low[a:k]
    near = clause[-5:]
    quote, begins = contents.at(doc.start(k))
    noun = form == "noun"
    for name, found in (
        (Factuality.NEGATED, _negated(clause, low[k + 1 : k + 3], noun)),
        (Factuality.PLANNED, _planned(clause, near, noun, form)),
        (Factuality.HYPOTHETICAL, _hypothetical(clause, near, noun)),
    ):
        if found:
            return name, quote.source if quote else None
    if (
        quote is not None
        and not (noun and not any(c in "DNGBS" for c in shape[max(lo, k - 40, doc.at(begins)) : k]))
        and not (quote.kind is QuoteKind.DIRECT and not FIRST_PERSON.isdisjoint(clause[-5:]))
    ):  # a noun that opens the content is taken for granted; what "I" do in a speech is done
        return Factuality.CLAIMED, quote.source
    if not noun and any(word in HEARSAY for word in near[-2:]):
        return Factuality.CLAIMED, None
    return Factuality.ASSERTED, None


def _negated(clause: list[str], after: list[str], noun: bool) -> bool:
    """A negation of its own clause; for a noun only directly before it."""
    if noun:
        return any(word in {"no", "without"} for word in clause[-3:]) or any(word in FAILED for word in clause[-2:])
    for n, word in enumerate(clause):
        rest = clause[n + 1 : n + 2]
        if (word in NEGATION or word.endswith("n't")) and not (rest and rest[0] in NOT_ONLY) and "that" not in clause[n:]:
            return True
    if any(word in FAILED for word in clause[-4:]) and any(word in {"to", "from"} for word in clause[-2:]):
        return True
    return after[:1] == ["no"] and after[1:] != ["longer"]


def _planned(clause: list[str], near: list[str], noun: bool, form: str) -> bool:
    """A will, a plan or an order directly before it."""
    if noun:
        return any(word in {"planned", "scheduled", "upcoming", "forthcoming", "impending", "planning"} for word in near[-3:]) or near[
            -2:
        ] == ["ahead", "of"]
    if any(word in {"will", "ll", "shall", "won't"} for word in near[-4:]):
        return form in {"modal", "passive", "been", "inf", "perfect", "ing"}
    if form == "inf":
        return any(word in PLANNED or word in ASKED for word in near[-5:]) or (near[-2:-1] != [] and near[-2] in {"is", "are"})
    return False


def _hypothetical(clause: list[str], near: list[str], noun: bool) -> bool:
    """A could, an if, a threat or a risk before it."""
    if noun:
        m = len(clause)
        while m and clause[m - 1] in BETWEEN_CUE_AND_NOUN:
            m -= 1
        return bool(m) and clause[m - 1] in {
            "risk",
            "possible",
            "potential",
            "fears",
            "threat",
            "possibility",
            "danger",
            "fear",
            "if",
            "threatened",
            "threatening",
        }
    return any(word in HYPOTHETICAL for word in near[-4:]) or "if" in clause or "unless" in clause
