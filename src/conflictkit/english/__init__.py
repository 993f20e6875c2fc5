"""The English pack: its words, its rules in order, and the parser of each stage."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from conflictkit._lexicon import Breaks, Lexicon
from conflictkit._rules import RuleTable, words_of

from . import claims, dates, events, incidents, layout, quantities, quotes, speakers
from .forms import FORMS
from .tables import TABLES

__all__ = ["Pack", "claims", "dates", "events", "incidents", "layout", "pack", "quantities", "quotes", "speakers"]

CLASSES: dict[str, tuple[str, ...]] = dates.CLASSES | quantities.CLASSES | quotes.CLASSES
"""The word classes of rules, by their names."""


class Pack(NamedTuple):
    """What the pipeline needs to read one language."""

    lexicon: Lexicon
    dates: RuleTable[Any]
    quantities: RuleTable[Any]
    layout: layout.Layout


@cache
def pack() -> Pack:
    """The English pack, built once per process."""
    classes = CLASSES | words_of(dates.RULES) | words_of(quantities.RULES)
    lexicon = Lexicon(classes, Breaks(**vars(TABLES.words.breaks)), FORMS)
    return Pack(lexicon, RuleTable(dates.RULES, lexicon), RuleTable(quantities.RULES, lexicon), layout.Layout(CLASSES))


