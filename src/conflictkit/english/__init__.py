"""The English pack: its words, its rules in order, and the parser of each stage."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from conflictkit._lexicon import Breaks, Lexicon, word_list
from conflictkit._rules import RuleTable, words_of

from . import claims, dates, events, incidents, layout, quantities, quotes, speakers
from .tables import TABLES

__all__ = ["Pack", "claims", "dates", "events", "incidents", "layout", "pack", "quantities", "quotes", "speakers"]

STAGES: tuple[dict[str, Any], ...] = (dates.TABLE, quantities.TABLE, quotes.TABLE, speakers.TABLE, claims.TABLE, events.TABLE)
"""The word lists of each stage; keys in capitals are word classes, a class named twice is the union."""


class Pack(NamedTuple):
    """What the pipeline needs to read one language."""

    lexicon: Lexicon
    dates: RuleTable[Any]
    quantities: RuleTable[Any]
    layout: layout.Layout


@cache
def pack() -> Pack:
    """The English pack, built once per process."""
    classes: dict[str, tuple[str, ...]] = {}
    for table in STAGES:
        for name, value in table.items():
            if name.isupper():
                classes[name] = classes.get(name, ()) + word_list(value, name)
    for rules in (dates.RULES, quantities.RULES):
        classes.update(words_of(rules))
    breaks = {name: frozenset(word_list(words, f"words.toml breaks.{name}")) for name, words in TABLES.words["breaks"].items()}
    lexicon = Lexicon(classes, Breaks(**breaks))
    return Pack(lexicon, RuleTable(dates.RULES, lexicon), RuleTable(quantities.RULES, lexicon), layout.Layout(STAGES))


