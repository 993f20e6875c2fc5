"""Where a number stands, and the word that tells what befalls the counted."""

from __future__ import annotations

from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Quantity


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
