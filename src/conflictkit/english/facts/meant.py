"""Which place told elsewhere is meant by one without a name: "the city", "the country", "the mosque"; and in which one it lies."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Place
from conflictkit.engine.syntax import NounGroup

from ..grammar.lists import DEFINITE, POINTING
from ..lexicon.facts import PLACE_NOUN, REGION, SITE, WHERE, singular
from ..speakers.name_words import CAPITALS, DEMONYMS, NATIONS, ORG_HEADS, PEOPLES, PLACES
from ..tables import TABLES

COUNTRIES: dict[str, str] = {nation: places[0] for nation, places in TABLES.speakers.nations.items() if nation not in WHERE.landless}
"""Nation -> the name of its country in small letters."""
SEATS = CAPITALS.difference(WHERE.lands, WHERE.lesser_towns, WHERE.no_capital, PEOPLES)
TOWNS = SEATS | WHERE.lesser_towns
"""Names of nations that are those of towns."""
CAPITAL_OF: dict[str, str] = {
    nation: seat
    for nation in COUNTRIES.keys() - WHERE.two_seats
    for seat in [name for name in TABLES.speakers.nations[nation][1:] if name in SEATS][:1]
    if "-" not in seat
}
"""Nation -> its capital in small letters."""
LANDS = (PLACES.keys() - CAPITALS) | WHERE.lands
"""Names of capitals and of countries."""
WIDE = (NATIONS.keys() - CAPITALS) | TABLES.incidents.name.continent
"""Names of what holds many towns."""
PAIRS = frozenset(name.split(" ")[0] for name in NATIONS if " " in name)
"""First words of names of nations that have several."""
FAITHS = TABLES.incidents.name.faith
"""What a quarter may be called by that is none of its names: "the Shiite quarter"."""
NEAR = 2
"""So many sentences before it a place tells where something is that is only described."""


class Told(NamedTuple):
    """A place that a text names, or puts in one with a name: where it stands, what it is called."""

    start: int
    place: Place
    kinds: frozenset[str]
    group: NounGroup | None
    """Its noun group; None for the place of the dateline."""
    located: bool
    """Whether something is said to be there or near it."""
    inside: bool
    """Whether something is done in it or to it."""


def has_name(name: str) -> bool:
    """Whether a capital begins a word of a name that is no people, or what its article hangs on: "Brod", "al-Bab"; not "Norland capital"."""
    return not name.islower() and any((word[:1].isupper() or word.rpartition("-")[2][:1].isupper()) and word.lower() not in DEMONYMS and word.lower() not in FAITHS and singular(word.lower()) not in PLACE_NOUN for word in name.split())


def land(nation: str) -> str:
    """The name of the country of a nation."""
    return " ".join(word if word in LITTLE else word.capitalize() for word in COUNTRIES[nation].split())


def is_capital(low: list[str], place: NounGroup) -> bool:
    """Whether a place is called the capital, or the capital city."""
    return low[place.head] == "capital" or low[place.head - 1 : place.head + 1] == ["capital", "city"]


class Meant:
    """The places of a document by which described ones are understood."""

    def __init__(self, doc: Document, tell: Callable[[], list[Told]]) -> None:
        self._doc = doc
        self._tell = tell
        self._lasting: dict[str, list[Told | None]] = {}
        """What is asked of places -> the last one of which it holds, before each of them and behind all."""

    def by(self, group: NounGroup, place: Place) -> Place:
        """The record of a described place, with the name that is meant, or within what it lies in."""
        low = self._doc.low
        head = singular(low[group.head])
        known = group.owner is not None or head in WHERE.soil or group.determiner >= 0 and low[group.determiner] in DEFINITE
        one = known and not group.plural and group.number < 0 and WHERE.other.isdisjoint(low[group.start : group.head])
        found = self._named(group, head) if one else None
        if found is not None:
            return Place(place.mention, _without_side(found.name) if head in WHERE.town else found.name, found.within)
        around = self._holding(group, head)
        return place if around is None or around.name == place.name else Place(place.mention, place.name, tuple(dict.fromkeys((around.name, *around.within))))

    def _holding(self, group: NounGroup, head: str) -> Place | None:
        """Where a described place lies: in the country of its people ("a Norlandic village"), a capital in its country, a part or site in its town."""
        nation = self._nation_of(group)
        if nation is not None:
            return self._land(group, nation)
        if head == "capital":
            return self._country(group) if WHERE.lesser.isdisjoint(self._doc.low[group.start : group.head]) else None
        part = head in WHERE.of_town or head not in PLACE_NOUN
        return self._around(group) if part and (group.plural or group.determiner >= 0 or group.owner is not None) else None

    def _named(self, group: NounGroup, head: str) -> Place | None:
        """The place with a name that is meant by what points back: that told before, by "this" that of the dateline."""
        if group.determiner >= 0 and self._doc.low[group.determiner] == "this" and self._told and self._told[0].group is None:
            return self._here(group, head, self._told[0].place)
        nation = self._nation_of(group)
        if head in WHERE.land or nation is not None and head in WHERE.soil:
            return self._country(group) if nation is None else self._land(group, nation)
        if is_capital(self._doc.low, group):
            return self._capital(group)
        if head in WHERE.town:
            return self._town(group, head)
        return self._called(group, head) or (self._near(group) if head == "area" else None)

    def _here(self, group: NounGroup, head: str, home: Place) -> Place | None:
        """The town or country of the dateline: "this city"."""
        nation = NATIONS.get(home.name.lower())
        if head in WHERE.land:
            return self._land(group, nation) if nation in COUNTRIES else None
        return home if head in WHERE.town else None

    @cached_property
    def _told(self) -> list[Told]:
        """The places of the text in its order, that of the dateline first."""
        home = self._doc.head.dateline.place if self._doc.head is not None else None
        known = home is not None and "/" not in home.name
        first = [Told(-1, home, frozenset(), None, located=True, inside=True)] if home is not None and known else []
        return first + self._tell()

    @cached_property
    def _kinds_of(self) -> dict[str, frozenset[str]]:
        """Name -> all that the text calls it."""
        kinds: dict[str, frozenset[str]] = {}
        for told in self._told:
            kinds[told.place.name] = kinds.get(told.place.name, frozenset()) | told.kinds
        return kinds

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often the text tells a name."""
        return Counter(told.place.name for told in self._told)

    @cached_property
    def _kinded(self) -> Counter[str]:
        """How often it says what that is."""
        return Counter(told.place.name for told in self._told if told.kinds)

    @cached_property
    def _starts(self) -> list[int]:
        return [told.start for told in self._told]

    def _place_of(self, token: int) -> int:
        """How many places are told before a token."""
        return bisect_left(self._starts, token)

    def _before(self, group: NounGroup) -> Iterator[Told]:
        """The places told before a group, the last one first."""
        return map(self._told.__getitem__, range(self._place_of(group.start) - 1, -1, -1))

    def _last(self, group: NounGroup, what: str, holds: Callable[[Told], object]) -> Told | None:
        """The place told last before a group of which something holds; all are asked once for each such thing, by its name."""
        if what not in self._lasting:
            lasting = self._lasting[what] = [None]
            for told in self._told:
                lasting.append(told if holds(told) else lasting[-1])
        return self._lasting[what][self._place_of(group.start)]

    def _is_town(self, told: Told) -> bool:
        name, kinds = told.place.name, self._kinds_of[told.place.name]
        if not self._is_finer(name) or name.rpartition(" ")[2].lower() in ORG_HEADS:
            return False
        return not WHERE.town.isdisjoint(kinds) or not told.kinds and 2 * self._kinded[name] <= self._counts[name]

    def _town(self, group: NounGroup, head: str) -> Place | None:
        """The town told last: rather what is so called, rather one in which something is told."""
        if head in ("city", "town"):
            return self._surest(group, "town", self._is_town)
        return self._surest(group, head, lambda told: self._is_town(told) and head in self._kinds_of[told.place.name]) or self._surest(
            group, "mere town", lambda told: self._is_town(told) and self._kinds_of[told.place.name].isdisjoint(WHERE.town)
        )

    def _surest(self, group: NounGroup, what: str, holds: Callable[[Told], object]) -> Place | None:
        """The place told last of which something holds: in which something is told, else near which, else any."""
        inside = self._last(group, f"{what}, inside", lambda told: told.inside and holds(told))
        found = inside or self._last(group, f"{what}, there", lambda told: told.located and holds(told)) or self._last(group, what, holds)
        return found.place if found is not None else None

    def _called(self, group: NounGroup, head: str) -> Place | None:
        """The place told last that is so called, by its name or beside it: "Brod province" of "the province", "Lenz Hospital" of "the hospital"."""
        same = (REGION if head == "region" else frozenset({head})) - WHERE.land
        found = self._last(group, f"called {head}", lambda told: not same.isdisjoint(told.kinds))
        return found.place if found is not None else None

    def _capital(self, group: NounGroup) -> Place | None:
        """The capital told before, else behind; where it is another's, what is called the capital of a region."""
        if not WHERE.lesser.isdisjoint(self._doc.low[group.start : group.head]):
            found = self._last(group, "lesser capital", lambda told: "capital" in told.kinds and told.place.name.lower() not in SEATS)
            return found.place if found is not None else None
        nation = self._nation_of(group)
        found = self._last(group, f"capital {nation}", lambda told: self._is_capital(told, nation)) or self._first_capital.get(nation or "")
        if found is None and nation in CAPITAL_OF:
            return Place(self._doc.span(group.start, group.end), CAPITAL_OF[nation].title(), (self._land(group, nation).name,))
        return found.place if found is not None else None

    @staticmethod
    def _is_capital(told: Told, nation: str | None) -> bool:
        """Whether a place is the capital of a nation, or of any."""
        name = told.place.name.lower()
        return name in SEATS and (nation is None or NATIONS[name] == nation)

    @cached_property
    def _first_capital(self) -> dict[str, Told]:
        """Nation -> the first mention of its capital; that of any under ""."""
        capitals = [(NATIONS[name], told) for told in self._told if (name := told.place.name.lower()) in SEATS]
        return dict(reversed([*capitals, *(("", told) for _, told in capitals[:1])]))

    def _nation_of(self, group: NounGroup) -> str | None:
        """The nation by whose people or name a place is called: "the Norlandic capital", "Norland's capital"."""
        words = self._doc.low[group.start : group.head]
        whose = self._doc.low[group.owner.head] if group.owner is not None else ""
        if NATIONS.get(whose) in COUNTRIES and whose not in TOWNS:
            return NATIONS[whose]
        return next(filter(COUNTRIES.__contains__, words), None) if "-" not in words else None

    def _land(self, group: NounGroup, nation: str) -> Place:
        """The country of a nation."""
        return Place(self._doc.span(group.start, group.end), land(nation))

    @cached_property
    def _nations(self) -> list[tuple[int, str]]:
        """The nations that the text names by their lands, towns and peoples, each with its token."""
        low = self._doc.low
        pairs = [(k, " ".join(low[k : k + 2])) for k in self._doc.among(PAIRS, 0, len(low) - 1)]
        named = [(k, low[k]) for k in self._doc.among(NATIONS.keys()) if low[k + 1 : k + 2] != ["-"]]  # not "Norland-backed"
        return [(k, NATIONS[word]) for k, word in sorted(pairs + named) if word in NATIONS]

    def _country(self, group: NounGroup) -> Place | None:
        """The country in which something was told last, in this sentence or those before it; else the nation that is named most often before, the last of several."""
        sentence = self._doc.sentence_of[group.head]
        told = self._last(group, "land", lambda told: told.located and told.place.name.lower() in LANDS)
        if told is not None and sentence - self._doc.sentence_of[max(told.start, 0)] <= NEAR:
            return told.place
        n = bisect_left(self._commonest, (group.start,))
        return self._land(group, self._commonest[n - 1][1]) if n else None

    @cached_property
    def _commonest(self) -> list[tuple[int, str]]:
        """Each token that names a nation, with the nation that is named most often up to there, the last of several."""
        counts: Counter[str] = Counter()
        found: list[tuple[int, str]] = []
        for k, nation in self._nations:
            if nation in COUNTRIES:
                counts[nation] += 1
                found.append((k, nation if not found or counts[nation] >= counts[found[-1][1]] else found[-1][1]))
        return found

    def _near(self, group: NounGroup) -> Place | None:
        """The place told last, no whole country, in the sentence or those before."""
        sentence = self._doc.sentence_of[group.head]
        near = self._last(group, "near", lambda told: (told.located or told.inside) and has_name(told.place.name))
        if near is None or near.start < 0 or sentence - self._doc.sentence_of[near.start] > NEAR or near.place.name.lower() in WIDE:
            return None
        return near.place

    def _around(self, group: NounGroup) -> Place | None:
        """What is told in the sentence to hold something, else the town of those before."""
        sentence_of = self._doc.sentence_of
        sentence, known = sentence_of[group.head], group.determiner >= 0 and self._doc.low[group.determiner] in POINTING
        before = [*takewhile(lambda told: told.start >= 0 and sentence_of[told.start] >= sentence - NEAR, self._before(group))]
        behind = takewhile(lambda told: sentence_of[told.start] == sentence, islice(self._told, self._place_of(group.end), None))
        here = [*takewhile(lambda told: sentence_of[told.start] == sentence, before)]
        near = [told for told in here if told.located] + [told for told in behind if told.located and told.group is not None and told.group.clause is group.clause]
        earlier = [told for told in before[len(here) :] if told.inside] if known or not group.plural else []
        towns = map(self._finer, (*near, *earlier))
        return next(filter(None, towns), None) or next((told.place for told in near if self._is_finer(told.place.name)), None)

    def _finer(self, told: Told) -> Place | None:
        """The town that a place is or lies in."""
        if self._is_town(told):
            return told.place
        within = told.place.within
        n = next((n for n, name in enumerate(within) if self._is_finer(name) and not told.kinds.isdisjoint(IN_TOWNS)), None)
        return Place(told.place.mention, within[n], within[n + 1 :]) if n is not None else None

    @staticmethod
    def _is_finer(name: str) -> bool:
        """Whether a name is that of less than a country."""
        return has_name(name) and _without_side(name).lower() not in WIDE


def _without_side(name: str) -> str:
    """A name without the side that is meant of it: "Brod" of "north Brod"."""
    side, _, rest = name.partition(" ")
    return rest if rest and side in WHERE.direction else name


IN_TOWNS = WHERE.of_town | SITE
LITTLE = frozenset({"and", "of", "the"})
"""Words of names of countries without a capital."""
