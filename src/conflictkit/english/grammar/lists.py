"""The word lists of grammar.toml, and the closed classes of words that are no matter of taste."""

from __future__ import annotations

from typing import Any, Literal

from conflictkit._lexicon import word_list

from ..tables import TABLES

TABLE = TABLES.grammar


def listed(table: str, name: str) -> frozenset[str]:
    """A list of words of grammar.toml."""
    return frozenset(word_list(TABLE[table][name], f"grammar.toml {table}.{name}"))


def known_persons() -> frozenset[str]:
    """Nouns of persons: the list of the speakers and those of grammar.toml."""
    roles = TABLES.speakers["roles"]
    return listed("noun", "persons") | frozenset(word_list(roles["person"], "speakers.toml roles.person"))


def lexicon(file: Literal["claims", "events", "facts"], *path: str) -> frozenset[str]:
    """The words of one list, or of all lists under a name, of the lexicon of the stages; words joined by "_" are left out."""
    table: Any = getattr(TABLES, file)
    for name in path:
        table = table[name]
    found = word_list(table, file) if isinstance(table, str) else [word for words in table.values() for word in word_list(words, file)]
    return frozenset(word for word in found if "_" not in word)


# verbs, by what stands behind them
ASKS, CHARGES, CONTROLS, GIVES, LASTS, LETS, LINKS, NAMES, NO_OBJECT, REPORTS, STANDS, TELLS = (
    listed("verb", name)
    for name in ("asks", "charges", "controls", "gives", "lasts", "lets", "links", "names", "no_object", "reports", "stands", "tells")
)
HEADLINE = listed("verb", "headline")
# nouns
PERSONS, CONTENTS, MEANS = known_persons(), listed("noun", "contents"), listed("phrase", "means")
ACTS = lexicon("events", "noun")
"""Nouns of what is done: "attack", "raid"."""
PLACES = lexicon("facts", "place", "noun") | lexicon("claims", "noun", "built")
WEAPONS = lexicon("facts", "noun", "weapon") | {"air", "ground", "suicide"}
"""Nouns before an act that tell with what it is done."""
HARMS = lexicon("claims", "verb", "object", "killed") | lexicon("claims", "verb", "object", "wounded")
DIES = frozenset({"die", "perish"})
LENGTHS = listed("noun", "lengths")
NUMERALS = frozenset(TABLES.numerals["small"]) | frozenset(TABLES.numerals["tens"])
FUNCTION = frozenset(word_list(TABLES.words["closed"]["function"], "words.toml closed.function"))
"""Small words of the closed classes."""
IN_LY = listed("form", "in_ly")
"""Nouns that end as adverbs do."""
HEARSAY = listed("mood", "hearsay")
"""Adverbs that make what is told hearsay."""
MONTH_NAMES, DAY_NAMES = (
    tuple(name.title() for key in keys for name in word_list(TABLES.dates[key], f"dates.toml {key}") if key != "MONTH" or name[0].isupper())
    for keys in (("MONTH",), ("WEEKDAY", "SHORTDAY"))
)
"""Months and days of the week as they are written, in full and cut short."""
MONTHS = frozenset(name.lower() for name in word_list(TABLES.dates["LONGMONTH"], "dates.toml LONGMONTH"))
SHORT_MONTHS = frozenset(map(str.lower, MONTH_NAMES)) - MONTHS
WEEKDAYS = frozenset(word_list(TABLES.dates["WEEKDAY"], "dates.toml WEEKDAY"))
DAYS = WEEKDAYS | {"yesterday", "today", "tomorrow", "tonight"}
TIME_UNITS, COUNTED_TIMES, BEHIND_TIMES = (listed("time", name) for name in ("units", "counted", "behind"))
NATIONALITIES = frozenset(name for name in TABLES.speakers["nations"] if " " not in name) | listed("noun", "alliances")
"""Names of nations and alliances that stand before a noun as an adjective does."""
# determiners and pronouns
ARTICLES = frozenset(["a", "an", "the"])
INDEFINITE = frozenset(["a", "an", "another", "one"])
OBJECTIVE = frozenset(["me", "him", "us", "them"])
NOMINATIVE = frozenset(["i", "he", "she", "we", "they"])
PERSONAL = NOMINATIVE | {"it", "you"}
FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our"])
SPEAKING = FIRST_PERSON | {"you", "your"}
"""Pronouns of whoever speaks and of whom he speaks to."""
OWNED = frozenset(["his", "her", "its", "their"])
"""Possessives of the third person: what they own belongs to somebody told of."""
POSSESSIVE = OWNED | {"my", "your", "our"}
DEMONSTRATIVE = frozenset(["this", "that", "these", "those"])
POINTING = DEMONSTRATIVE | {"the"}
"""Words that point at what is known."""
VAGUE = frozenset("another few many most one others several some two three".split())
"""Words that say of nobody who it is."""
PARTITIVE = frozenset(["them", "us", "you", "whom", "which"])
"""What a part is "of"."""
BEING = frozenset("be am is are was were been being".split())
DEFINITE = POINTING | POSSESSIVE
"""Determiners of what is known."""
REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves".split())
# wh-words
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
TIME_ORDER = frozenset(TABLES.dates["before"])
"""Words that open a clause, or stand before a noun, of another time."""
PLACES_AND_TIMES = frozenset(["when", "where", "whenever", "wherever"])
WHAT = frozenset(["what", "whatever"])
COUNTED = WHAT | {"which", "how"}
"""Wh-words before a noun that is asked for: "what news", "how many men"."""
WHO = WHAT | {"whoever", "who", "which"}
