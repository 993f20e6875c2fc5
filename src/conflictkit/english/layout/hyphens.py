"""Acts and weapons that are written with a hyphen or without: "cease-fire" is read as "ceasefire", "tear-gassed" as "teargassed", "car-bomb" as "car bomb"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conflictkit.engine.lines import Edit

from ..lexicon.events import COMPOUND, MEANS, NOUN_LEMMA, VERB_LEMMA
from ..lexicon.facts import STRIKE, WEAPON, singular
from .head import LINES

SECOND = re.compile(r"-(?<=[^\W\d_]{2}-)([a-z]{2,})(?![\w-])")
"""The second part of a word of two, in small letters, so that no name is one, with the hyphen before it."""
FIRST = re.compile(r"(?<![\w-])[^\W\d_]+\Z")
"""The first part, before the hyphen."""
LONGEST = 60
"""No word has more letters."""
WEAPONS = STRIKE | WEAPON
AGAIN = "re"
"""What it stands before is a verb of its own: "re-signed" is not "resigned"."""
USED = COMPOUND.keys() | MEANS.keys() | LINES.before_weapon
"""Nouns that say with what an act is done."""


def hyphens(text: str) -> Iterator[Edit]:
    """The hyphens that are read otherwise: not at all where the word is known as one, as a blank between a weapon and its act."""
    for found in SECOND.finditer(text):
        at, last = found.start(), found[1]
        before = FIRST.search(text, max(0, at - LONGEST), at)
        first = before[0].lower() if before is not None else ""
        if before is not None and (first + last in NOUN_LEMMA or first != AGAIN and first + last in VERB_LEMMA or singular(first + last) in WEAPONS):
            yield Edit(at, at + 1, "")
        elif first in USED and singular(last) in WEAPONS:
            yield Edit(at, at + 1, " ")
