"""Where a number stands, and the word that tells what befalls the counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Quantity
from conflictkit.engine.syntax import NounGroup

from ..facts import Facts
from ..lexicon.claims import WORD
from ..lexicon.facts import NOUNS, singular


class Spot(NamedTuple):
    """Where a quantity stands, as token indices: first, one past the last, its number, and its sentence."""

    first: int
    last: int
    number: int
    low: int
    high: int

    @classmethod
    def of(cls, doc: Document, quantity: Quantity) -> Spot:
        """The spot of a quantity."""
        number = doc.at[quantity.number.start]
        return cls(min(doc.at[quantity.span.start], number), doc.at[quantity.span.end - 1] + 1, number, *doc.bounds[number])


class Cue(NamedTuple):
    """A word that tells a fate: which, where it stands, and how it tells it (verb, phrase, state, event, toll; "" for none)."""

    fate: str
    at: int
    how: str


NO_CUE = Cue("", -1, "")


def counted_behind(facts: Facts, group: NounGroup) -> Iterator[NounGroup]:
    """Whom a bare number counts: the fighters of "dozens of its fighters", "three of the fighters", "tens of thousands of fighters"."""
    counted: NounGroup | None = None
    at: NounGroup | None = group
    while at is not None and (singular(facts.doc.low[at.head]) in NOUNS.number | WORD.fraction or at.end - at.start == 1 and at.number >= 0):
        at = next((behind for behind in facts.after(at)[:1] if facts.doc.low[behind.preposition] == "of"), None)
        counted = at or counted
    if counted is not None:
        yield counted
