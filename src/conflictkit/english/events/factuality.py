"""Whether the text says that an event happened: cues of its clause, and the quotes that cover it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from conflictkit._document import Document
from conflictkit._lexicon import word_list
from conflictkit._models import Entity, Factuality, Quote, QuoteKind
from conflictkit.english.lexicon.events import FUNCTION, TABLE

_CUES: dict[str, frozenset[str]] = {key: frozenset(word_list(words, key)) for key, words in TABLE["factuality"].items()}
NEGATION, FAILED, WILL, PLANNED, PLANNED_NOUN, ASKED, HYPOTHETICAL, UNSURE, HEARSAY, CHARGED, TRIED, WANTED = (
    _CUES[key] for key in ("negation", "failed", "will", "planned", "planned_noun", "asked", "hypothetical", "unsure", "hearsay", "charged", "tried", "wanted")
)
NEGATIONS = NEGATION | {word for word in FUNCTION if word.endswith("n't")}
PREVENTED = frozenset(word for word in FAILED if not word.startswith("fail"))
"""A foiled attack did not happen, a failed one did."""
PLANNED_OR_ASKED = PLANNED | ASKED
EXPECTED = PLANNED | WILL
WOULD_BE = HYPOTHETICAL | WILL | {"is", "are", "was", "were"}
OCCURS = frozenset("begin happen held occur place resume start".split())
CLAUSE_STOP = frozenset(", ; : ( ) “ ” \" '' `` — –".split()) | frozenset("after although because before but though until when where whereas which while who".split())
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
VERB = re.compile("[DNGBS]")


CUES = dict.fromkeys((*chain(*_CUES.values()), *NEGATIONS, "is", "are", "ahead"), CUE) | dict.fromkeys(CLAUSE_STOP, STOP)
"""Word -> whether it ends a clause or may be a cue; other words are plain."""


Content = tuple[Quote, int, int]
"""A quote, the first token of one stretch of its content, and one past the last."""


def contents(doc: Document, quotes: Sequence[Quote]) -> list[Content | None]:
    """For each token the innermost content that holds it."""
    held: list[Content | None] = [None] * len(doc)
    spans = sorted(((span.start, span.end, n) for n, quote in enumerate(quotes) for span in quote.content), key=lambda item: item[:2])
    for start, end, n in spans:
        a, b = doc.at(start), doc.at(end - 1) + 1
        held[a:b] = [(quotes[n], a, b)] * (b - a)
    return held


def factuality(words: list[str], shape: str, cues: str, k: int, lo: int, form: str, quote: Quote | None, begins: int) -> tuple[Factuality, Entity | None]:
    """How the text vouches for the trigger at token k of a sentence that begins at token lo; the source when it is claimed.

    ``words`` are those of the document, dates left empty, ``cues`` the same in the characters of :data:`CUES`, ``quote`` what covers the
    trigger from token ``begins``.
    """
    noun = form == "noun"
    a = max(lo, k - CLAUSE)
    a = max(a, cues.rfind(STOP, a, k) + 1)
    if cues.find(CUE, a, k) >= 0:
        clause = words[a:k]
        fact = _noun_fact(clause) if noun else _verb_fact(clause, form)
        if fact is not None:
            return fact, quote.source if quote else None
    if noun and (fact := _expected(words[k + 1 : k + 7])) is not None:
        return fact, quote.source if quote else None
    if not noun and k + 1 < len(words) and words[k + 1] == "no" and words[k + 2 : k + 3] != ["longer"]:
        return Factuality.NEGATED, quote.source if quote else None
    if quote is None:
        return Factuality.ASSERTED, None
    if noun and not VERB.search(shape, max(lo, k - 40, begins), k):
        return Factuality.ASSERTED, None  # a noun that opens the content is taken for granted
    if quote.kind is QuoteKind.DIRECT and not FIRST_PERSON.isdisjoint(words[max(a, k - NEAR) : k]):
        return Factuality.ASSERTED, None  # what "I" do in a speech is done
    return Factuality.CLAIMED, quote.source


def _expected(after: list[str]) -> Factuality | None:
    """What a verb that only says "take place" makes of its subject: "talks could begin", "the vote is due to be held"."""
    if not after or after[0] not in WOULD_BE:
        return None
    clause = after[: next((n for n, word in enumerate(after) if word in OCCURS), 0)]
    return None if not clause else Factuality.PLANNED if not EXPECTED.isdisjoint(clause) else Factuality.HYPOTHETICAL if not HYPOTHETICAL.isdisjoint(clause) else None


def _verb_fact(clause: list[str], form: str) -> Factuality | None:
    """What the cues of its clause say about a verb: negation first, then plan, possibility, hearsay."""
    near = clause[-NEAR:]
    if _negated(clause):
        return Factuality.NEGATED
    if not WILL.isdisjoint(near[-4:]):
        if form in {"modal", "passive", "been", "inf", "perfect", "ing"}:
            return Factuality.PLANNED
    elif form == "inf" and (not PLANNED_OR_ASKED.isdisjoint(near) or near[-2:-1] in (["is"], ["are"])):
        return Factuality.PLANNED
    if not HYPOTHETICAL.isdisjoint(near[-4:]) or (form == "inf" and not TRIED.isdisjoint(near[-3:])) or "if" in clause or "unless" in clause:
        return Factuality.HYPOTHETICAL
    if not HEARSAY.isdisjoint(near[-2:]) or (form == "ing" and near[-1] in {"of", "with"} and not CHARGED.isdisjoint(near[:-1])):
        return Factuality.CLAIMED
    return None


def _negated(clause: list[str]) -> bool:
    if not NEGATIONS.isdisjoint(clause):
        for n, word in enumerate(clause):
            if word in NEGATIONS and len(clause) - n <= REACH.get(word, CLAUSE):
                if (n + 1 < len(clause) and clause[n + 1] in NOT_ONLY) or "that" in clause[n:]:
                    continue
                return True
    return not FAILED.isdisjoint(clause[-4:]) and not {"to", "from"}.isdisjoint(clause[-2:])


def _noun_fact(clause: list[str]) -> Factuality | None:
    """What the words directly before an event noun say about it."""
    if not {"no", "without"}.isdisjoint(clause[-3:]) or not PREVENTED.isdisjoint(clause[-2:]):
        return Factuality.NEGATED
    if not PLANNED_NOUN.isdisjoint(clause[-3:]) or clause[-2:] == ["ahead", "of"]:
        return Factuality.PLANNED
    m = len(clause)
    while m and clause[m - 1] in BETWEEN_CUE_AND_NOUN:
        m -= 1
    if m and clause[m - 1] in UNSURE:
        return Factuality.HYPOTHETICAL
    if m and clause[m - 1] in WANTED and (clause[m - 1][:4] != "call" or "for" in clause[m:]):
        return Factuality.PLANNED  # demanded a ceasefire, called for an end
    return Factuality.CLAIMED if clause[-1] in HEARSAY else None
