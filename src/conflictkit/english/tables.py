"""The word tables of the language as one value: a field for each file, which every room reads its lists from."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from conflictkit._lexicon import tables_of

Table = dict[str, Any]


@frozen
class Tables:
    """What a file of words holds, by its name; the comments in the files say what an entry is and where it comes from."""

    claims: Table
    """What nouns measure, and what verbs and phrases do to the counted."""
    dates: Table
    events: Table
    """Verbs and nouns of events by PLOVER type, their forms and frames."""
    facts: Table
    """The words by which roles and places are read."""
    grammar: Table
    """Words of the grammar by what stands behind them; irregular forms."""
    incidents: Table
    """Cues of ACLED sub-types and of what is the same incident."""
    layout: Table
    """Words of datelines, headlines and wrapped lines."""
    numerals: Table
    quantities: Table
    quotes: Table
    """Cues by stance and frame."""
    speakers: Table
    """Roles, titles, names, nations, bodies, media."""
    units: Table
    words: Table
    """Closed classes of words, and common words that no other file lists."""


TABLES = Tables(**tables_of(__package__))
"""The tables of this language; a changed language has its own (:func:`conflictkit.evolve`)."""
