"""The word lists of grammar.toml, and the closed classes of words that are no matter of taste."""

from __future__ import annotations

from conflictkit._tables import word_list

from ..lexicon import speech
from ..lexicon.claims import ONE_OF_PEOPLE
from ..lexicon.inflection import inflect
from ..tables import TABLES

TABLE = TABLES.grammar
VERB = TABLE.verb
CLOSED = TABLES.words.closed
"""The closed classes of words."""


def held(table: dict[str, str]) -> frozenset[str]:
    """The single words of all lists of a table."""
    return frozenset(word for words in table.values() for word in word_list(words, "") if " " not in word)


# verbs, by what stands behind them
APPEALS, CHARGES, DRIVES, CONTROLS, GIVES, LASTS, LETS = VERB.appeals, VERB.charges, VERB.drives, VERB.controls, VERB.gives, VERB.lasts, VERB.lets
EQUIPS, KNOWN_AS = VERB.equips, VERB.known_as
MEETS, MEETINGS = VERB.meets, TABLE.noun.meetings
LINKS, NAMES, NO_OBJECT, STANDS, HEADLINE = VERB.links, VERB.names, VERB.no_object, VERB.stands, VERB.headline
ASKS, REPORTS, TELLS = (speech.verbs(told) for told in ("asks", "reports", "tells"))
# nouns
HELD = TABLE.noun.held
PERSONS, CONTENTS, MEANS = TABLE.noun.persons | TABLES.speakers.roles.person | (ONE_OF_PEOPLE - TABLES.speakers.roles.none), speech.nouns("content"), TABLE.phrase.means
ACTS = held(TABLES.events.noun) | TABLE.noun.acts
"""Nouns of what is done: "attack", "raid"."""
DOCUMENT = TABLES.speakers.documents.nouns | TABLES.quotes.words.occasion
"""What somebody says something in."""
PLACES = TABLES.facts.place.noun | held(TABLES.claims.noun.built)
WEAPONS = TABLES.facts.noun.weapon | TABLE.noun.attacking
"""Nouns before an act that tell with what it is done."""
HARMS = held({fate: TABLES.claims.verb.object[fate] for fate in ("killed", "wounded")})
PUNISHED = ("SANCTION", "SANCTION/convict", "SANCTION/expel", "COERCE/arrest", "COERCE/deport", "ASSAULT/abduct", "ASSAULT/beat", "ASSAULT/primitive", "ASSAULT/sexual")
PUNISHING = held({kind: TABLES.events.noun[kind] for kind in PUNISHED if kind in TABLES.events.noun and not kind.startswith("ASSAULT")}) | TABLE.noun.trials
"""Nouns of what is done to somebody for what he did: "the arrest of five men for killing"."""
DONE_TO = HARMS | VERB.tries | VERB.aims | held({kind: TABLES.events.verb[kind] for kind in PUNISHED})
"""Verbs of what is done to persons, which have an object when somebody does it."""
AIMS = VERB.aims
"""Verbs of them that stand before "at" and whom they may hurt: "gunmen shot at a bus"."""
DIES, LEAVES = VERB.dies, VERB.leaves
DEADLY = HARMS | DIES | LEAVES
"""Verbs of relatives that mostly tell of an act: "the raid on the town that killed six", "that left six dead"."""
OUTCOMES = HARMS | LEAVES | held({kind: TABLES.events.verb[kind] for kind in ("ASSAULT/destroy",)})
"""Verbs of what an act brings about: ", killing two"."""
ATTACKS = held({kind: verbs for kind, verbs in TABLES.events.verb.items() if kind.startswith("ASSAULT")})
LENGTHS = TABLE.noun.lengths
NUMERALS = frozenset(TABLES.numerals.small) | frozenset(TABLES.numerals.tens)
VAGUE_NUMERALS = frozenset(TABLES.numerals.vague)
"""Nouns that count vaguely: "dozens of men"."""
FUNCTION = CLOSED.function
"""Small words of the closed classes."""
IN_LY = TABLE.form.in_ly
"""Nouns that end as adverbs do."""
def is_superlative(word: str, letter: str) -> bool:
    """Whether a word with a letter of the tags is a superlative: "worst", "deadliest"."""
    return word in TABLES.dates.events.superlative or word.endswith("est") and letter in ("j", "r")


ALLEGED = TABLE.mood.alleged
"""Adjectives of what is told as hearsay."""
HEARSAY = frozenset(f"{adjective}ly" for adjective in ALLEGED) | TABLE.mood.hearsay
"""Adverbs that make what is told hearsay."""
SUPPOSED = frozenset(inflect(verb)[2] for verb in speech.verbs("hearsay")) | TABLE.mood.known
"""Participles before an infinitive that tells what is so, or is said to be: "gunmen suspected to be bandits"."""
MONTH_NAMES, DAY_NAMES = (
    tuple(sorted(map(str.title, names)))
    for names in (filter(str.istitle, TABLES.dates.MONTH), TABLES.dates.WEEKDAY | TABLES.dates.SHORTDAY)
)
"""Months and days of the week as they are written, in full and cut short."""
MONTHS = frozenset(map(str.lower, TABLES.dates.LONGMONTH))
SHORT_MONTHS = frozenset(map(str.lower, MONTH_NAMES)) - MONTHS
WEEKDAYS = TABLES.dates.WEEKDAY
DAYS = WEEKDAYS | {"yesterday", "today", "tomorrow", "tonight"}
DAY_PARTS = frozenset(TABLES.dates.dayparts)
TIME_UNITS, COUNTED_TIMES, BEHIND_TIMES = TABLE.time.units, TABLE.time.counted, TABLE.time.behind
NATIONALITIES = frozenset(name for name in TABLES.speakers.nations if " " not in name) | TABLE.noun.alliances
"""Names of nations and alliances that stand before a noun as an adjective does."""
PARTISAN = TABLE.noun.partisan
"""Adjectives of parties."""
# determiners and pronouns
ARTICLES = CLOSED.article
INDEFINITE = frozenset(["a", "an", "another", "one"])
OBJECTIVE = CLOSED.objective
NOMINATIVE = CLOSED.nominative
PERSONAL = CLOSED.personal
FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our"])
SPEAKING = FIRST_PERSON | {"you", "your"}
"""Pronouns of whoever speaks and of whom he speaks to."""
OWNED = CLOSED.owned
POSSESSIVE = CLOSED.possessive
DEMONSTRATIVE = CLOSED.demonstrative
POINTING = DEMONSTRATIVE | {"the"}
"""Words that point at what is known."""
VAGUE = frozenset("another few many most one others several some two three".split())
"""Words that say of nobody who it is."""
PARTITIVE = frozenset(["them", "us", "you", "whom", "which"])
"""What a part is "of"."""
BEING = CLOSED.be
DEFINITE = POINTING | POSSESSIVE
"""Determiners of what is known."""
REFLEXIVE = CLOSED.reflexive
# wh-words
RELATIVE = CLOSED.relative
TIME_ORDER = frozenset(TABLES.dates.before)
"""Words that open a clause, or stand before a noun, of another time."""
UP_TO = frozenset({"since", "until", "till"})
"""Words before the day from or up to which something holds."""
CONDITIONAL = CLOSED.conditional
PLACES_AND_TIMES = frozenset(["when", "where", "whenever", "wherever"])
WHAT = frozenset(["what", "whatever"])
COUNTED = WHAT | {"which", "how"}
"""Wh-words before a noun that is asked for: "what news", "how many men"."""
WHO = WHAT | {"whoever", "who", "which"}
