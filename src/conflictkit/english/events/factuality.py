"""How the text vouches for an event: what its clause says against it, and the quotes that cover it."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._models import Entity, Factuality, Quote, QuoteKind

from ..facts.truth import Truth
from ..grammar.lists import FIRST_PERSON

Content = tuple[Quote, int, int]
"""A quote, the first token of one stretch of its content, and one past the last."""


def contents(doc: Document, quotes: Sequence[Quote]) -> list[Content | None]:
    """For each token the innermost content that holds it."""
    held: list[Content | None] = [None] * len(doc)
    spans = sorted(((span.start, span.end, n) for n, quote in enumerate(quotes) for span in quote.content), key=lambda item: item[:2])
    for start, end, n in spans:
        a, b = doc.at[start], doc.at[end - 1] + 1
        held[a:b] = [(quotes[n], a, b)] * (b - a)
    return held


def factuality(truth: Truth, words: list[str], k: int, lo: int, quote: Quote | None, *, opens: bool) -> tuple[Factuality, Entity | None]:
    """How the text vouches for the trigger at token k of a sentence that begins at token lo; the source when it is claimed.

    ``words`` are those of the document, dates left empty, ``quote`` what covers the trigger; ``opens``: it is a noun before the first verb of that.
    """
    fact = truth.at(k)
    if fact is not None:
        return fact, quote.source if quote else None
    if quote is None:
        return Factuality.ASSERTED, None
    if opens:
        return Factuality.ASSERTED, None  # a noun that opens the content is taken for granted
    if quote.kind is QuoteKind.DIRECT and not FIRST_PERSON.isdisjoint(words[max(lo, truth.begins(k)) : k]):
        return Factuality.ASSERTED, None  # what "I" do in a speech is done
    return Factuality.CLAIMED, quote.source
