"""The word tables of the language as one value: a field for each file, which every room reads its lists from.

What the fields are, ``tables.pyi`` tells those who check types: ``python -m tools.tables`` writes it from the files.
"""

from conflictkit._tables import table, tables_of, with_classes

BY_WORD = frozenset(
    f"{file}.{name}"
    for file, names in {
        "claims": "noun.fixed noun.built noun.person noun.thing verb.object verb.subject state event toll phrase.object phrase.subject alike",
        "dates": "months weekdays seasons dayparts ordinals decades adverbs units mods feasts hijri before steps sides",
        "events": "list verb frame phrasal compound means beside noun irregular",
        "incidents": "type",
        "numerals": "small tens scales suffixes vague some words multiples denominators last_denominators",
        "quantities": "before after rate_adverbs singular",
        "quotes": "count_opens",
        "speech": "verb noun",
        "speakers": "titles.short roles.over nations",
        "units": "share ratio length area volume mass speed temperature energy duration other si.prefixes si.units symbols currencies parts signs",
    }.items()
    for name in names.split()
)
"""The tables whose keys are words, or values that words stand for; the keys of the others are names that code asks for."""

RAW = with_classes(tables_of(__package__))
TABLES = table(RAW, BY_WORD)
"""The tables of this language; a changed language has its own (:func:`conflictkit.evolve`)."""
