"""Acts and weapons that are written with a hyphen or without: "cease-fire" is read as "ceasefire", "car-bomb" as "car bomb"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conflictkit.engine.lines import Edit

from ..lexicon.events import COMPOUND, MEANS, NOUN_LEMMA
from ..lexicon.facts import STRIKE, WEAPON, singular
from .head import LINES

HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([a-z]{2,})(?![\w-])")
"""A word of two parts; the second in small letters, so that no name is one."""
WEAPONS = STRIKE | WEAPON
USED = COMPOUND.keys() | MEANS.keys() | LINES.before_weapon
"""Nouns that say with what an act is done."""


def hyphens(text: str) -> Iterator[Edit]:
    """The hyphens that are read otherwise: not at all where the word is known as one, as a blank between a weapon and its act."""
    for word in HYPHENED.finditer(text) if "-" in text else ():
        first, last = word[1].lower(), word[2]
        if first + last in NOUN_LEMMA or singular(first + last) in WEAPONS:
            yield Edit(word.end(1), word.start(2), "")
        elif first in USED and singular(last) in WEAPONS:
            yield Edit(word.end(1), word.start(2), " ")
