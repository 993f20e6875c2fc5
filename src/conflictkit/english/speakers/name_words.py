"""The word classes by which names and roles are told apart, made of the tables in ``speakers.toml``."""

from __future__ import annotations

from typing import Any

from ..grammar.lists import FUNCTION, MONTHS, WEEKDAYS
from ..lexicon.events import inflect
from ..tables import TABLES

TABLE: dict[str, Any] = TABLES.speakers
"""The word lists of names and speakers."""

CAPITALS = frozenset(place for places in TABLE["nations"].values() for place in places[1:])
"""Second names of nations: capitals, abbreviations, peoples; a person may have such a name too."""
TITLES = frozenset(TABLE["titles"]["any"].split())
SHORT_TITLES: dict[str, str] = TABLE["titles"]["short"]
"""Title in short -> the role that it stands for."""
WITH_TITLE = frozenset(TABLE["titles"]["with"].split())
FEMALE_ROLES = frozenset(TABLE["titles"]["female"].split())
MALE_ROLES = frozenset(TABLE["titles"]["male"].split())
OFFICES = frozenset(TABLE["offices"]["words"].replace(",", "").split())
ROLE_NOUNS = frozenset(TABLE["roles"]["person"].split()) | TITLES
EITHER = frozenset(TABLE["first_names"]["either"].split())
MALE = frozenset(TABLE["first_names"]["male"].split()) - EITHER
FEMALE = frozenset(TABLE["first_names"]["female"].split()) - MALE - EITHER
FIRST_NAMES = MALE | FEMALE | EITHER
ORG_HEADS = frozenset(TABLE["organizations"]["heads"].split())
ORG_NAMES = frozenset(name.lower() for name in TABLE["organizations"]["names"].split())
BODIES = frozenset(form for group in TABLE["same"]["bodies"] for form in group)
NAMED_BODIES = frozenset(map(str.lower, BODIES))
OUTLETS = frozenset(name.lower() for name in TABLE["media"]["outlets"])
MEDIA_NOUNS = frozenset(TABLE["media"]["before"].split())
"""Words before which stands what an outlet is."""
ON_AIR = frozenset({"radio", "television", "tv"})
"""Words behind a name that belong to it ("Kadra television", as "Kadra news agency")."""
PLACE_TAILS = frozenset(TABLE["places"]["tails"].split())
PLACE_HEADS = frozenset(TABLE["places"]["heads"].split())
DEMONYMS: dict[str, str] = {name: name for name in TABLE["nations"]}
PLACES: dict[str, str] = {place: name for name, places in TABLE["nations"].items() for place in places}
NATIONS = PLACES | DEMONYMS
"""Country, capital or demonym in small letters -> the demonym that stands for the nation."""
PEOPLES = frozenset(TABLE["groups"]["peoples"].split()) | {word for word in PLACES if word.removesuffix("s") in NATIONS and word.endswith("s")}
"""Plurals of a people: many speak, no government."""
LONG_BODIES = frozenset(tuple(n.split()) for n in (*PLACES, *DEMONYMS, "united nations", "security council", "islamic state") if " " in n)

ACRONYMS = frozenset({"IS", "US", "WHO"})
"""Names of bodies that are small words otherwise."""
PERSONAL = FIRST_NAMES | TITLES
KNOWN = PERSONAL.union(NATIONS)
TABLE_WORDS = frozenset(" ".join(TABLE[k][n] for k, n in (("groups", "nouns"), ("government", "nouns"), ("military", "nouns"), ("documents", "nouns"))).split())
"""Nouns that are no name even where a sentence begins with them."""
COMMON = TABLE_WORDS - ORG_NAMES

SPEECH = frozenset(inflect(verb)[1] for verb in TABLE["runs"]["speech"].split()) | {"says", "who", "whose"}
NOT_SUBJECT_BEFORE = frozenset(
    "of in on at by for from with to against near around into over under between among within about via per like than through towards toward "
    "’s 's including son".split()
)
BREAK = FUNCTION | MONTHS - {"march", "may"} | WEEKDAYS | frozenset(TABLE["runs"]["break"].split())
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
BEFORE_TITLE = ROLE_NOUNS | WITH_TITLE | frozenset(TABLE["titles"]["before"].split())
"""Small words that belong to the title behind them."""
SURE = 2
"""From which score on a run is a person."""
