"""Plurals and singulars of what is counted, by the forms of words and the lists of quantities.toml."""

from __future__ import annotations

from functools import cache

from ..tables import TABLES

PLURALS, PEOPLES, NO_PLURALS = TABLES.quantities.plural.words, TABLES.quantities.plural.peoples, TABLES.quantities.plural.never
SINGULARS = TABLES.quantities.singular


def is_plural(raw: str) -> bool:
    """Whether a word has the form of a plural."""
    word = raw.lower()
    if word in PLURALS or raw in PEOPLES:
        return True
    if word in NO_PLURALS or raw in NO_PLURALS:
        return False
    if word.endswith("men"):
        return len(word) > 5  # noqa: PLR2004
    return len(word) > 2 and word[-1] == "s" and (not word.endswith(("ss", "us", "is", "'s")) or raw[:-1].isupper())  # noqa: PLR2004


@cache
def singular(word: str) -> str:
    """The singular of a noun in small letters."""
    low = word.lower()
    if low in SINGULARS:
        return SINGULARS[low]
    if low in PLURALS and not low.endswith(("men", "women")):
        return low
    if low.endswith("men") and len(low) > 4:  # noqa: PLR2004
        return low[:-3] + "man"
    if low in NO_PLURALS or word in NO_PLURALS:
        return low
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004
        return low[:-3] + "y"
    if low.endswith(("oes", "sses", "xes", "ches", "shes", "zzes")):
        return low[:-2]
    if word in PEOPLES or len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")):  # noqa: PLR2004
        return low[:-1]
    return low
