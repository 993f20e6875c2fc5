"""The word classes by which names and roles are told apart, made of the tables in ``speakers.toml``."""

from __future__ import annotations

from ..grammar.lists import FUNCTION, MONTHS, WEEKDAYS
from ..lexicon import speech
from ..lexicon.claims import ONE_OF_PEOPLE
from ..lexicon.inflection import inflect
from ..tables import TABLES

TABLE = TABLES.speakers
"""The word lists of names and speakers."""

CAPITALS = frozenset(place for places in TABLE.nations.values() for place in places[1:])
"""Second names of nations: capitals, abbreviations, peoples; a person may have such a name too."""
TITLES = TABLE.titles.any
SHORT_TITLES: dict[str, str] = TABLE.titles.short
"""Title in short -> the role that it stands for."""
WITH_TITLE, BEHIND_TITLE = TABLE.titles.beside, TABLE.titles.after
FEMALE_ROLES = TABLE.titles.female
MALE_ROLES = TABLE.titles.male
BEHIND = TABLE.titles.behind
"""Letters behind a name that are no part of it: "QC"."""
OFFICES = frozenset(word.replace(",", "") for word in TABLE.offices.words)
ROLE_NOUNS = (ONE_OF_PEOPLE - TABLE.roles.none) | TABLE.roles.person | TITLES
"""Nouns for what somebody is: "the mayor", "a guard"."""
EITHER = TABLE.first_names.either
MALE = TABLE.first_names.male - EITHER
FEMALE = TABLE.first_names.female - MALE - EITHER
FIRST_NAMES = MALE | FEMALE | EITHER
ORG_HEADS = TABLE.organizations.heads
ORG_NAMES = frozenset(name.lower() for name in TABLE.organizations.names)
BODIES = frozenset(form for group in TABLE.same.bodies for form in group)
NAMED_BODIES = frozenset(map(str.lower, BODIES))
OUTLETS = frozenset(name.lower() for name in TABLE.media.outlets)
MEDIA_NOUNS = TABLE.media.before
"""Words before which stands what an outlet is."""
ON_AIR = frozenset({"radio", "television", "tv"})
"""Words behind a name that belong to it ("Kadra television", as "Kadra news agency")."""
PLACE_TAILS = TABLE.places.tails
PLACE_HEADS = TABLE.places.heads
DEMONYMS: dict[str, str] = {name: name for name in TABLE.nations}
PLACES: dict[str, str] = {place: name for name, places in TABLE.nations.items() for place in places}
NATIONS = PLACES | DEMONYMS
"""Country, capital or demonym in small letters -> the demonym that stands for the nation."""
PEOPLES = TABLE.groups.peoples | {word for word in PLACES if word.removesuffix("s") in NATIONS and word.endswith("s")}
"""Plurals of a people: many speak, no government."""
LONG_BODIES = frozenset(tuple(n.split()) for n in (*PLACES, *DEMONYMS, "united nations", "security council", "islamic state") if " " in n)

ACRONYMS = frozenset({"IS", "US", "WHO"})
"""Names of bodies that are small words otherwise."""
PERSONAL = FIRST_NAMES | TITLES
KNOWN = PERSONAL.union(NATIONS)
TABLE_WORDS = TABLE.groups.nouns | TABLE.government.nouns | TABLE.military.nouns | TABLE.documents.nouns
"""Nouns that are no name even where a sentence begins with them."""
COMMON = TABLE_WORDS - ORG_NAMES

SPEECH = frozenset(inflect(verb)[1] for verb in speech.verbs("inquit") | speech.verbs("speaking")) | {"says", "who", "whose"}
NOT_SUBJECT_BEFORE = frozenset(
    "of in on at by for from with to against near around into over under between among within about via per like than through towards toward "
    "’s 's including son".split()
)
BREAK = FUNCTION | MONTHS - {"march", "may"} | WEEKDAYS | TABLE.runs.breaks
"""Words that belong to no name, also with a capital."""
NO_ROLE = BREAK | SPEECH | NOT_SUBJECT_BEFORE | {"day", "week", "weekend", "month", "year"}
"""Words that never belong to the role before a name."""
PLACED = frozenset({"in", "near", "at", "outside", "around"})
"""Words behind which a place stands."""
JOINTS = frozenset({"of", "for", "to", "in", "on", "and"})
"""Words over which a name may go on."""
UNCOUNTED = JOINTS | {"the"}
"""Words that give an acronym no letter."""
BESIDE_OUTLET = frozenset({"news", "newspaper", "daily", "radio", "television", "agency", "magazine"})
"""Words before which an outlet stands."""
CROSSES = frozenset({"of", "for"})
GENDERED = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
BEFORE_TITLE = ROLE_NOUNS | WITH_TITLE | TABLE.titles.before
"""Small words that belong to the title behind them."""
SURE = 2
"""From which score on a run is a person."""
