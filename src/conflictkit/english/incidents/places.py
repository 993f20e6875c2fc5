"""Where an incident happened: the town, of the places that tell it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container
from functools import cached_property

from attrs import evolve

from conflictkit._document import Document
from conflictkit._incidents import finest
from conflictkit._joining import TOP, Chain
from conflictkit._models import DatedEvent, Dateline, EntityKind, EventKind, Incident, Place, Salience
from conflictkit.engine.syntax import NAME, NounGroup, Once

from ..facts import facts_of
from ..facts.meant import COUNTRIES as LANDS
from ..facts.meant import land
from ..grammar import syntax_of
from ..grammar.lists import INDEFINITE, MONTHS, WEEKDAYS
from ..lexicon.facts import PLACE_NOUN, REGION, SITE, WHERE, singular
from ..speakers.name_words import CAPITALS, NATIONS
from ..tables import TABLES
from .cues import KNOWN
from .types import FROM_AFAR, TABLE, deeds_of

NO_PLACES, NO_TOWNS = TABLE.name.time | MONTHS | WEEKDAYS, TABLES.quantities.street.words | TABLE.name.site
OFFICES = TABLE.name.office.union(NATIONS)
"""Before "police" these tell of what sort it is, not of which town."""
ON_THE_SPOT = frozenset({EventKind.ASSAULT, EventKind.COERCE})
"""What happens where those are who suffer it."""
COUNTRIES = (NATIONS.keys() - CAPITALS) | WHERE.lands | TABLE.name.continent | TABLE.name.faith
NO_NAMES = COUNTRIES | NO_PLACES | PLACE_NOUN
FIRST_OF_PAIR = frozenset(name.split(" ")[0] for name in NATIONS if " " in name)


def is_town(name: str) -> bool:
    """Whether a place is a name finer than a country and no building, road or sea, which alone tells two incidents apart."""
    words, small = name.split(), name.lower()
    if not words or not _is_name(words[0]) or small in NO_NAMES or singular(small) in PLACE_NOUN:
        return False
    own = [word for word in words if word.lower() not in COUNTRIES and _is_name(word)]
    last = next((word for word in reversed(words) if not word.isdigit()), "").lower()
    return bool(own) and last not in NO_TOWNS and singular(last) not in SITE


def _is_name(word: str) -> bool:
    """A capital begins it, or what its article hangs on: "Goma", "al-Bab"."""
    return word[:1].isupper() or word.rpartition("-")[2][:1].isupper()


def is_site(place: Place) -> bool:
    """Whether a place is a building or a road that the text puts nowhere."""
    words = place.name.lower().split()
    return not place.within and COUNTRIES.isdisjoint(words) and (is_street(place) or not is_town(place.name))


def is_street(place: Place) -> bool:
    """Whether a place is part of a street, whatever its name: "the 200 block of North Rask"."""
    return not TABLE.name.of_street.isdisjoint(place.mention.text.lower().split())


SIDES = frozenset("eastern northern southern western northeastern northwestern southeastern southwestern".split())
"""Adjectives before a name that make a region of it, also behind a hyphen: "north-eastern"."""


def is_region(place: Place) -> bool:
    """Whether it is called a region, which holds several towns: "Kivu province", "the province of North Kivu", "northern Norland"; or some town without a name is in it: "a village in Norland"."""
    words = place.mention.text.lower().split()
    of_some_town = words[0] in INDEFINITE and not TABLE.name.whole.isdisjoint(words)
    return of_some_town or not REGION.isdisjoint(words) or words[0].rpartition("-")[2] in SIDES


IT, HAPPENS = frozenset({"incident", "it"}), frozenset({"happen", "occur", "take"})
"""What points back to an incident, and verbs that say that it took place."""
NEXT = 2
"""So many sentences behind it still tell where it was."""
NATIONAL = 3
"""A nation that is named so often may be that of the report."""


class Towns:
    """The towns that a report names, with what it ever puts them in, and the sentences that name them."""

    def __init__(self, doc: Document) -> None:
        self._within: dict[str, tuple[str, ...]] = {}
        self._is_town: Callable[[str], bool] = Once(is_town).__getitem__
        self._told: dict[int, list[Place]] = defaultdict(list)
        self._speaking: dict[int, list[Place]] = defaultdict(list)
        """Where those are who speak in a sentence."""
        self._doc, self._places, self._syntax = doc, facts_of(doc).places, syntax_of(doc)
        self.parts: set[str] = set()
        """What the text calls a part of a town: "the Saltiv district"."""
        for k, place in self._places.told():
            if not TABLE.name.part.isdisjoint(place.mention.text.lower().split()):
                self.parts.add(place.name)
            if place.within:
                self._within.setdefault(place.name, place.within)
            (self._told if k not in self._places.of_speakers else self._speaking)[doc.sentence_of[k]].append(place)
        self._is_homeless = doc.head is None or not _is_one(doc.head.dateline.place)

    def told_in(self, n: int) -> list[Place]:
        """The places of a sentence, but for those of speakers."""
        return self._told.get(n, [])

    @cached_property
    def _towns(self) -> list[Place]:
        """All towns in text order, but for those of speakers."""
        return [found for places in self._told.values() for place in places if (found := self.town(place)) is not None]

    def site(self, event: DatedEvent) -> Place | None:
        """Where an event happened: the town that suffers it ("captured the village of Dural near Tamir"), else where it is told."""
        whom = event.target.mention if event.target is not None and event.kind in ON_THE_SPOT else None
        group = self._syntax.group_at(self._doc.at[whom.start]) if whom is not None else None
        if group is None or not (self._places.is_place(group) or self._is_hit_from_afar(group, event)):
            return event.place
        return self.town(self._places.place(group)) or event.place

    def _is_hit_from_afar(self, group: NounGroup, event: DatedEvent) -> bool:
        """Whether a mere name is what shells, bombs and aircraft hit: "shelled Tamir", "a missile attack on Tamir"; what is known as a person or a
        body, or ends a longer name, is none."""
        at = self._syntax.group_at(self._doc.at[event.trigger.start])
        words = self._doc.low[at.start : at.end] if at is not None else [event.trigger.text.lower()]
        unknown = event.target is not None and event.target.kind is EntityKind.UNKNOWN
        return unknown and group.name and self._doc.low[group.head] not in self._surnames and not FROM_AFAR.isdisjoint(deeds_of(words, (event,)))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of names of several words."""
        return frozenset(self._doc.low[group.head] for group in filter(NAME, self._syntax.groups) if group.start < group.head)

    def town(self, place: Place | None) -> Place | None:
        """The town that a place is or lies in; None where the text names none."""
        if place is not None:
            for n, name in enumerate((place.name, *place.within)):
                if self._is_town(name) and (n or not is_street(place)):
                    within = place.within[n:] or self._within.get(name, ())
                    return place if not n and within == place.within else Place(place.mention, name, within)
        return None

    def of(self, chain: Chain, others: Collection[tuple[int, str]] = ()) -> Place | None:
        """The town of an incident: the one that its events and numbers tell most often, else the only one of its sentences that no other
        incident has; else the place that is told."""
        places = [place for m in chain.mentions for place in (m.place, *map(self.site, m.events), *(c.place for c in m.claims)) if place is not None]
        towns = [found for place in places if (found := self.town(place)) is not None]
        if towns:
            count = Counter(place.name for place in towns)
            return max(towns, key=lambda place: (not is_region(place), count[place.name], bool(place.within)))
        if (told := self._told_to_be(chain)) is not None:
            return told
        wide = finest(place for place in places if _is_name(place.name.rsplit(" ", 1)[-1]) and not is_site(place))  # not "the city"
        near = wide or self._only({m.sentence for m in chain.mentions}, others) or self._of_who_says(chain) or self._right_before(chain, others)
        if near is None and (self._is_homeless or not chain.lead):  # the lead is else of the town of the dateline
            near = next(filter(None, map(self._before, places)), None) or (self._of_police() if chain.lead else None)
        return near or finest(places)

    def in_country(self, incidents: tuple[Incident, ...]) -> tuple[Incident, ...]:
        """The incidents, those without a place in the country by which the report tells where things were: two of three of its countries are that one, and it is named at the
        top or its nation most often."""
        at_home = Salience.CORE if not self._is_homeless else None  # the lead is in the town of the dateline
        if not any(_is_nowhere(one.place) and one.salience is not at_home for one in incidents):
            return incidents
        country = self._country or self._land
        return tuple(evolve(one, place=country) if _is_nowhere(one.place) and one.salience is not at_home else one for one in incidents) if country is not None else incidents

    @property
    def _country(self) -> Place | None:
        """The country by which the report tells where things were."""
        told = [(k, place) for k, place in self._places.told() if place.name.lower() in NATIONS and place.name.lower() not in CAPITALS]
        name, n = next(iter(Counter(place.name for _, place in told).most_common(1)), ("", 0))
        at, country = next((one for one in told if one[1].name == name), (0, None))
        if country is None or 3 * n < 2 * len(told) or self._doc.sentence_of[at] > TOP and self._nation != NATIONS[name.lower()]:
            return None
        return country

    @property
    def _land(self) -> Place | None:
        """The country of which are two of three nations that the report names."""
        nation, n = next(iter(self._nations.most_common(1)), ("", 0))
        if nation not in LANDS or n < NATIONAL or 3 * n < 2 * self._nations.total():
            return None
        low = self._doc.low
        k = next(k for k in range(len(low)) if nation in (NATIONS.get(low[k]), NATIONS.get(" ".join(low[k : k + 2]))))
        return Place(self._doc.span(k, k + 1 if low[k] in NATIONS else k + 2), land(nation))

    @property
    def _nation(self) -> str:
        """The nation that a report names most often, by its country, capital or people."""
        return next((nation for nation, _ in self._nations.most_common(1)), "")

    @cached_property
    def _nations(self) -> Counter[str]:
        """How often the report names each nation."""
        low = self._doc.low
        pairs = [" ".join(low[k : k + 2]) for k in self._doc.among(FIRST_OF_PAIR, 0, len(low) - 1)]
        return Counter(map(NATIONS.__getitem__, filter(NATIONS.__contains__, (*low, *pairs))))  # "peru", "el salvador"

    def _before(self, site: Place) -> Place | None:
        """The place told last before one without a name that points back: "in the city", "at their base", "in the province"; a capital may also
        be named later, and only one of a country is known."""
        words = site.name.split()
        if not site.name.islower() or site.mention.text.lower().split()[0] not in KNOWN:
            return None
        n = bisect_left(self._towns, site.mention.start, key=lambda town: town.mention.start)
        if words[-1] == "capital":
            return next((evolve(town, mention=site.mention) for town in (*reversed(self._towns[:n]), *self._towns[n:]) if town.name.lower() in CAPITALS), None)
        fitting = [town for town in self._towns[:n] if is_region(town) == (words[-1] in REGION)] or self._towns[:n]
        if words[-1] in TABLE.name.whole:  # no part of it, and rather that in which something is told than that which it is near
            fitting = [town for town in fitting if town.name not in self.parts] or fitting
            fitting = [town for town in fitting if self._is_inside(town)] or fitting
        elif fitting and singular(words[-1]) not in PLACE_NOUN:  # a site is in the town that is told of most
            count = Counter(town.name for town in fitting)
            fitting = [max(reversed(fitting), key=lambda town: count[town.name])]
        return evolve(fitting[-1], mention=site.mention) if fitting else None

    def _of_police(self) -> Place | None:
        """The town of the first police that a report names: "Tamir police said", "the Tamir Police Department", "police in Tamir"."""
        doc = self._doc
        for k in doc.among(("police",)):
            group = self._syntax.group_at(k)
            names = [n for n in range(group.start, k) if doc.toks[n][0].isupper() and doc.low[n] not in OFFICES] if group is not None else []
            if names and is_town(name := doc.words(names[0], names[-1] + 1)) and not name.isupper():
                return Place(doc.span(names[0], names[-1] + 1), name)
            beside = self._syntax.phrase_at(doc.visible[group.end]) if group is not None else None
            if beside is not None and doc.low[beside.preposition] == "in" and self._places.is_place(beside) and (town := self.town(self._places.place(beside))):
                return town
        return None

    def _told_to_be(self, chain: Chain) -> Place | None:
        """The town in which a sentence right behind says that it happened: "The incident took place in Tamir"."""
        last = chain.mentions[-1].sentence
        return next((self._happened[n] for n in range(chain.mentions[0].sentence, last + NEXT + 1) if n in self._happened), None)

    @cached_property
    def _happened(self) -> dict[int, Place]:
        """The sentences that say where the incident happened, with its town."""
        facts = facts_of(self._doc)
        found: dict[int, Place] = {}
        for clause in self._syntax.clauses:
            subject = clause.subject
            if subject is not None and clause.verb.lemma in HAPPENS and self._doc.low[subject.head] in IT and (town := self.town(facts.place(facts.at(clause.verb.word)))) is not None:
                found.setdefault(self._doc.sentence_of[clause.verb.word], town)
        return found

    def _of_who_says(self, chain: Chain) -> Place | None:
        """The town of those who tell of it: "officials in Tamir said"."""
        return next((town for m in chain.mentions for place in self._speaking.get(m.sentence, ()) if (town := self.town(place)) is not None), None)

    def _right_before(self, chain: Chain, others: Collection[tuple[int, str]]) -> Place | None:
        """The only town of the sentence before, in the same paragraph, where no other incident has a place there."""
        first = chain.mentions[0]
        n = first.sentence - 1
        alone = n in self._told and not first.apart and all(sentence != n for sentence, _ in others)
        if not alone or self._doc.paragraph_of[self._doc.sentences[n]] != first.paragraph:
            return None
        return self._only({n}, others)

    def _only(self, sentences: set[int], others: Container[tuple[int, str]]) -> Place | None:
        """The town of some sentences, if they name one only beside those of other incidents; one told as "in Tamir" goes before those it is near."""
        told = [
            found for n in sorted(sentences) for place in self._told.get(n, ()) if (found := self.town(place)) is not None and (n, found.name) not in others
        ]
        inside = [town for town in told if self._is_inside(town)]
        return next((some[0] for some in (told, inside) if len({town.name for town in some}) == 1), None)

    def _is_inside(self, town: Place) -> bool:
        """Whether something is told in a town, not only near it or on the way to it."""
        group = self._syntax.group_at(self._doc.at[town.mention.start])
        return group is not None and group.preposition >= 0 and self._doc.low[group.preposition] in ("at", "in")


def placed(incidents: tuple[Incident, ...], dateline: Dateline | None) -> tuple[Incident, ...]:
    """The incidents, the lead in the town of the dateline where its own mentions name none."""
    if dateline is None or not _is_one(dateline.place):
        return incidents
    return tuple(evolve(one, place=dateline.place) if one.salience is Salience.CORE and (one.place is None or is_site(one.place)) else one for one in incidents)


def _is_nowhere(place: Place | None) -> bool:
    """Whether no place is told, or only one without a name that the text puts nowhere: "a hospital"."""
    return place is None or place.name.islower() and not place.within


def _is_one(home: Place | None) -> bool:
    """Whether a dateline names one place: not "TAMIR/DURAL"."""
    return home is not None and "/" not in home.name
