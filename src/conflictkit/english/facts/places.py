"""Where: names and described places behind a preposition, and what they lie within."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from conflictkit._document import Document
from conflictkit._models import Place
from conflictkit.engine.syntax import NAME, NounGroup, Once, Role, Syntax

from ..grammar.lists import INDEFINITE, LENGTHS, MONTHS, WEEKDAYS
from ..lexicon.claims import BUILT
from ..lexicon.events import known
from ..lexicon.facts import NOUNS, PARTICLES, PLACE_NOUN, REGION, SITE, WEAPON, WHERE, singular
from ..lexicon.inflection import plural
from ..speakers.name_words import DEMONYMS, FIRST_NAMES, LONG_BODIES, NATIONS, ORG_HEADS, PEOPLES, PLACES
from ..speakers.spelling import name_key
from ..tables import TABLES
from .meant import FAITHS, TOWNS, Meant, Told, has_name, is_capital


class Places:
    """The places of a document: a name counts as one where the text anywhere puts it behind "in" or calls it a town."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self._doc = doc
        self._syntax = syntax
        self.place: Callable[[NounGroup], Place] = Once(self._place).__getitem__
        """The record of a place: of "the town of Goma in North Kivu" the name Goma, within North Kivu; of "the town" that which is meant."""
        self.as_told: Callable[[NounGroup], Place] = Once(self._as_told).__getitem__
        """The same by its own words: of "Congo's Goma" Goma, within Congo."""
        self._meant = Meant(doc, self._told_by_name)
        self._last: Callable[[NounGroup], NounGroup] = Once(self._ends_with).__getitem__
        """The last noun group of a name: "Aden" of "the Gulf of Aden", "Street" of "West 76th Street"."""
        self._name: Callable[[NounGroup], str] = Once(self._named).__getitem__
        """The words of a place without article, owner, and what tells a time or a number beside it; of "Anbar province" the name."""
        names = [*filter(NAME, syntax.groups)]
        self.known: frozenset[str] = frozenset(self._key(group) for group in names if self._is_told(group))
        inner = [group for group in map(syntax.phrase_at, doc.among(("of",), 1)) if group is not None and (group.name or singular(doc.low[group.head]) in DESCRIBED)]
        apposed = [group for group in names if group.renames is not None and not group.renames.name and singular(doc.low[group.renames.head]) in WHERE.town and not self._has_own_name(group.renames)]
        self._names: dict[NounGroup, NounGroup] = {what: group for group in inner if (what := self._what(group)) is not None}
        self._names |= {group.renames: group for group in apposed if group.renames is not None}
        """What a place is said to be, or a part of it -> the place: "the town" of "the town of Goma", "the gate" of "the gate of the hotel"."""
        self.is_place: Callable[[NounGroup], bool] = Once(self._is_place).__getitem__
        """Whether a noun group names or describes a place."""

    def is_people(self, token: int) -> bool:
        """Whether a word is the adjective or name of a nation or people."""
        return self._doc.low[token] in NATIONS

    def is_town(self, name: NounGroup) -> bool:
        """Whether a name is that of a place, and not of a country or people."""
        return name.name and self.is_spot(name) and (self._doc.words(name.start, name.end).lower() in TOWNS or not self.is_people(name.start))

    def of(self, phrases: Iterable[NounGroup]) -> Place | None:
        """The first of the phrases that is a place, a single one before several sites."""
        found = self.first(self.among(phrases))
        return self.place(found) if found is not None else None

    def among(self, phrases: Iterable[NounGroup]) -> list[NounGroup]:
        """Those of the phrases that tell where."""
        return list(filter(self.located.__contains__, phrases))

    def first(self, places: list[NounGroup]) -> NounGroup | None:
        """The first of some places, a single one before several sites: "in schools in Brod"."""
        return next(filter(self.is_spot, places), places[0]) if places else None

    @cached_property
    def every(self) -> list[NounGroup]:
        """All noun groups that name or describe a place, in text order."""
        low, toks = self._doc.low, self._doc.toks
        return [group for group in self._syntax.groups if (toks[group.head][0].isupper() or group.name or singular(low[group.head]) in DESCRIBED) and self.is_place(group)]

    @cached_property
    def of_speakers(self) -> frozenset[int]:
        """The words of whoever reports, where places tell who that is and not what happened where: "said Rudenko, who works in Tamir", "according to an office in Tamir"."""
        who = [c.subject for c in self._syntax.clauses if c.subject is not None and known(self._doc.low[c.verb.word]).report]
        return frozenset().union(*[range(group.start, group.extent) for group in who])

    @cached_property
    def _seats(self) -> frozenset[NounGroup]:
        """Where an embassy, an agency or an expert that is quoted sits: "the embassy in Tamir said", "according to an office in Tamir". Local police and doctors are where they tell of."""
        low, syntax = self._doc.low, self._syntax
        heads = [group for k in self._doc.among(SEATS) if (group := syntax.group_at(k)) is not None and group.head == k]
        beside = [syntax.phrase_at(end) for group in heads for end in {group.end, group.extent} if group.start in self.of_speakers or low[group.start - 2 : group.start] == ["according", "to"]]
        return frozenset(place for place in beside if place is not None and low[place.preposition] in ("at", "in"))

    @cached_property
    def sentences(self) -> frozenset[int]:
        """The sentences that name or describe a place, be it as a part of a noun group ("the hospital bombing")."""
        words = DESCRIBING.union(TOWNS, (self._doc.low[group.head] for group in self.every))
        return frozenset(map(self._doc.sentence_of.__getitem__, self._doc.among(words)))

    @cached_property
    def located(self) -> frozenset[NounGroup]:
        """The places behind a preposition that tells where: "in Goma", "north of Goma"."""
        return frozenset(group for group in self.every if group.preposition >= 0 and group not in self._seats and self._locates(self._preposition(group)))

    @cached_property
    def locating(self) -> frozenset[int]:
        """The sentences with such a place."""
        return frozenset(self._doc.sentence_of[group.head] for group in self.located)

    def told(self) -> Iterator[tuple[int, Place]]:
        """The places of the text, each with its token: behind a preposition of place, "north of Goma", "the mayor of the town of Goma"."""
        for group in self.every:
            if group in self.located or group in self._names:
                above = group.hangs_on
                if above is None or not above.name or self.is_place(above):  # not "the Front in the North"
                    yield group.head, self.place(group)

    def _preposition(self, group: NounGroup) -> int:
        """The token of the preposition before a group, behind a particle: "in" of "broke out in"."""
        k = group.preposition
        behind = self._doc.visible[k + 1]
        return behind if self._doc.low[k] in PARTICLES and behind < group.start and self._doc.low[behind] in WHERE.preposition else k

    def _locates(self, preposition: int) -> bool:
        """Whether a preposition tells where: "in", "close to"."""
        low = self._doc.low
        if low[preposition] in WHERE.preposition:
            return True
        return preposition > 0 and low[preposition] in BEHIND and low[preposition - 1] in BEHIND[low[preposition]]

    def is_spot(self, group: NounGroup) -> bool:
        """Whether what suffers an act is where it is done: a place, but not "40 homes"."""
        counted = (group.plural or group.number >= 0) and group not in self._names  # not "the 800 block of Rose Avenue"
        several = counted and self.is_site(group) and next(self._before(group), None) is None  # "three Brod hotels" are in Brod
        return self.is_place(group) and not several

    def has_name(self, group: NounGroup) -> bool:
        """Whether the name of a place follows what it is: "the town of Brod"."""
        return group in self._names

    def is_site(self, group: NounGroup) -> bool:
        """Whether a place is a building or some other site without a name."""
        return not group.name and singular(self._doc.low[group.head]) not in PLACE_NOUN

    def is_named_site(self, group: NounGroup) -> bool:
        """Whether a place is a building with a name of its own: "the Southern Hospital"."""
        return group.name and singular(self._doc.low[group.head]) in SITE

    @staticmethod
    def _is_no_place(words: list[str]) -> bool:
        """Whether a name of several words is a body or person and no place: "Islamic State" is no state, "Eric Norland" no land, "South Sudan" is a place."""
        return (tuple(words) in LONG_BODIES or words[-1] in NATIONS and words[0] in FIRST_NAMES) and " ".join(words) not in PLACES

    def _is_place(self, group: NounGroup) -> bool:
        word = self._doc.low[group.head]
        base = singular(word)
        if group.time or group.pronoun or not group.name and base not in DESCRIBED and self._doc.low[group.end - 1] not in LAST:
            return False
        bare, driven_on = word in WHERE.bare and group.end - group.start == 1, base == "mine" and self._doc.low[group.preposition] in ("on", "over")
        if bare or driven_on and group.preposition >= 0 or group.name and self._is_no_place(self._doc.low[group.start : group.end]):
            return False  # "took office", "20 years in prison", a mine that explodes
        full = " ".join(self._doc.low[group.start + (self._doc.low[group.start] == "the") : group.end])
        listed = full in PLACES and full not in PEOPLES or not WHERE.named.isdisjoint((full, self._name(group).lower()))  # "the southern Philippines"
        if self._doc.low[group.start : group.end + 1] == ["a", "quarter", "of"] or word in NOWHERE or not listed and self._is_nation(word, alone=" " not in self._name(group)):
            return False
        if base in PLACE_NOUN or base in SITE or base in WHERE.part and group in self._names:
            return True
        return listed or group.name and (not (group.plural or group.number >= 0) and (word in NATIONS or self._key(group) in self.known))

    @staticmethod
    def _is_nation(word: str, *, alone: bool) -> bool:
        """Whether a word is the adjective of a nation or its people: "Norland's", "Americans"; the last word of a longer name may only look so."""
        return word in DEMONYMS or singular(word) in DEMONYMS or alone and word.endswith("s") and word[:-1] in NATIONS

    def _place(self, group: NounGroup) -> Place:
        told = self.as_told(group)
        inner = self._names.get(group, group)
        if has_name(told.name) or any(map(has_name, told.within)) and not is_capital(self._doc.low, inner):
            return told
        if (beside := group.renames) is not None and beside.name and self.is_place(beside):
            named = self.as_told(beside)  # "Brod, the city"
            return Place(told.mention, named.name, named.within)
        if told.within and (outer := self._outer(inner)) is not None:
            around = self.place(outer)  # "a house in the city"
            return Place(told.mention, told.name, (around.name, *around.within))
        return self._meant.by(inner, told)

    def _told_by_name(self) -> list[Told]:
        """The places that the text names, or puts in one with a name, in its order; but for those that tell who speaks or which band is meant."""
        told, located = [], self.located
        for group in self.every:
            if (group.name or group in located or group.preposition < 0 and group.roles) and not self._tells_who(group):
                place = self.as_told(group)
                if has_name(place.name) or any(map(has_name, place.within)):
                    told.append(Told(group.start, place, self._kinds(group), group, group in located, self._is_inside(group)))
        return told

    def _tells_who(self, group: NounGroup) -> bool:
        """Whether a place only tells who speaks or which band is meant: "Rudenko, who works in Brod", "a militia in Norland"."""
        return group.start in self.of_speakers or (above := group.hangs_on) is not None and (above.name or singular(self._doc.low[above.head]) in BODIES)

    def _is_inside(self, group: NounGroup) -> bool:
        """Whether something is done "in" or "at" a place, or to it: "stormed Brod", "Brod was shelled"."""
        if group.preposition >= 0:
            return self._doc.low[group.preposition] in ("at", "in")
        return any(role is Role.OBJECT or role is Role.SUBJECT and clause.verb.passive for clause, role in group.roles)

    def _kinds(self, group: NounGroup) -> frozenset[str]:
        """What a place is called: "province" of "the province of Lenz", "town" of "Brod, a town in Norland"."""
        beside = group.apposition or group.renames
        if beside is None and group.end - group.start == 1:
            return frozenset()
        words = self._doc.low[group.start : max(group.end, group.extent if group in self._names else 0)]
        words = words if beside is None else [*words, self._doc.low[beside.head]]
        return frozenset(word for word in map(singular, words) if (word in PLACE_NOUN or word in SITE) and word not in WHERE.direction)

    def _as_told(self, group: NounGroup) -> Place:
        inner = self._names.get(group, group)
        if (finer := self._finer(inner)) is not None:
            town = self.as_told(finer)
            return Place(self._doc.span(group.start, finer.end), town.name, (self._name(inner), *town.within))
        name = self._name(inner)
        within = [*self._before(inner), *(self._before(group) if group is not inner else ())]
        outer: NounGroup | None = inner
        while outer is not None and (outer := self._outer(outer)) is not None:
            named = self._names.get(outer, outer)
            within += [self._name(self._names.get(town, town)) for town in (self._finer(named),) if town is not None]
            within.append(self._name(named))
        mention = self._doc.span(group.start, max(group.end, self._last(inner).end))
        return Place(mention, name, tuple(dict.fromkeys(place for place in within if place != name)))

    def _is_told(self, group: NounGroup) -> bool:
        """Whether the text calls the name a place: "in Goma", "the town of Goma", "Goma, the capital of"; not "in a Varna Star"."""
        beside = group.apposition or group.renames
        if beside is not None and singular(self._doc.low[beside.head]) in WHERE.town:
            return True
        if self._doc.low[group.end : group.end + 1] == [","] and (far := self._syntax.group_at(group.end + 1)) is not None and far.number >= 0 and not LENGTHS.isdisjoint(self._doc.low[far.start : far.end]):
            return True  # "Goma, some 40 miles west of"
        thing = group.determiner >= 0 and self._doc.low[group.determiner] in INDEFINITE and singular(self._doc.low[group.head]) not in DESCRIBED
        if thing or group.time or group.preposition < 0 or self._doc.low[group.head] in UNPLACED or self._is_body(group) or self._is_abbreviation(group) or self._is_war(group):
            return False
        preposition, above = self._doc.low[self._preposition(group)], group.hangs_on or self._syntax.group_at(group.preposition - 1)
        measured = preposition in ("from", "of") and group.preposition > 0 and self._doc.low[group.preposition - 1] in MEASURED
        flown = preposition == "over" and any(role is Role.OBLIQUE and clause.verb.lemma in WHERE.aloft for clause, role in group.roles)
        return preposition in WHERE.sure or measured or flown or above is not None and self._lies_at(preposition, above)

    def _lies_at(self, preposition: str, above: NounGroup) -> bool:
        """Whether what a noun and a preposition stand before is a place: "the battle for Brod", "the siege of Brod", "residents of Brod", "their garrison at Brod", "12 of the drones over Brod", "in parts of Norland"."""
        noun = singular(self._doc.low[above.head])
        if preposition == "of":
            return noun in PLACE_NOUN or noun in NOUNS.fought_at or noun in NOUNS.resident or self._doc.low[above.head] == "parts" and above.preposition >= 0 and self._doc.low[above.preposition] in WHERE.sure
        return not above.name and (noun in BEFORE_PLACE.get(preposition, ()) or preposition == "over" and above.number == above.head)

    def _is_body(self, group: NounGroup) -> bool:
        """Whether a name is that of a body or weapon by the word before it or its last one: "in the rebel group Saltiv", "in an Improvised Explosive Device"."""
        before = (singular(word.rstrip()) for word in self._doc.toks[group.start : group.head] if word[0].islower())
        return singular(self._doc.low[group.head]) in WEAPON or not BODIES.isdisjoint(before)

    def _is_abbreviation(self, group: NounGroup) -> bool:
        """Whether a name is a word of capitals that no nation has: "in GDP", "in NATO"."""
        word = self._doc.toks[group.head].strip()
        return len(word) <= LETTERS and word.isupper() and word.isalpha() and group.end - group.start == 1 and word.lower() not in NATIONS

    def _is_war(self, group: NounGroup) -> bool:
        """Whether a name is that of a war: "in World War II"; not "in war-torn Brod"."""
        return any(word[0].isupper() and low in WARS for word, low in zip(self._doc.toks[group.start : group.end], self._doc.low[group.start : group.end], strict=True))

    def _what(self, place: NounGroup) -> NounGroup | None:
        """What a place behind "of" is said to be or to have: "the town of Goma", "the heart of Goma", "the gate of the hotel"."""
        k = place.preposition - 1
        while k > 0 and self._doc.toks[k].isspace():
            k -= 1
        group = self._syntax.group_at(k)
        if group is None or group.name or group.preposition >= 0 and self._doc.low[group.preposition] == "as":  # "as part of Operation Storm"
            return None
        head = singular(self._doc.low[group.head])
        if self._has_own_name(group) and head not in WHERE.part and self._is_larger(place, self._name(group), town=head in WHERE.town or head in WHERE.isle):
            return None
        return group if head in (NAMED if place.name else WHERE.part) else None

    def _is_larger(self, place: NounGroup, name: str, *, town: bool) -> bool:
        """Whether a place behind "of" holds what a name before a kind of place names: "the Saltiv district of Goma", "Saltiv village of Goma county"; not
        "the Kivu town of Goma", "the Goma district of Saltiv" where Goma is told elsewhere."""
        last = self._doc.low[place.end - 1]
        known = name_key(name) in self.known or name.lower() in PLACES
        return last == "area" or singular(last) in UNITS or not town and (last in NATIONS or not known)

    def _has_own_name(self, group: NounGroup) -> bool:
        """Whether a name stands right before what a place is called: "the Saltiv district"; not "the Afghan city", "Goma's district"."""
        k, first = group.head - 1, group.start if group.owner is None else group.owner.end
        word = self._doc.low[k]
        return k >= first and self._doc.toks[k][0].isupper() and not (word in DEMONYMS or word in FAITHS or word in WHERE.direction or word.endswith(OF_LANDS))

    def _before(self, group: NounGroup) -> Iterator[str]:
        """The larger place that is named before a place: "Congo's Goma", "a Goma restaurant", "the West Bank city of Jenin"; not the nation of "the U.S. embassy"."""
        owner = group.owner
        names = [] if group.name else [k for k in range(group.start, group.head) if self._doc.toks[k][0].isupper() and self._doc.low[k] not in FAITHS]
        if owner is not None and owner.name:
            name = self._doc.words(owner.start, owner.head + 1)
        elif names:
            name = self._doc.words(names[0], names[-1] + 1)
        else:
            return
        abroad = name.lower() in NATIONS and singular(self._doc.low[group.head]) in WHERE.abroad
        if not abroad and (name_key(name) in self.known or name.lower() in PLACES):
            yield name

    def _finer(self, group: NounGroup) -> NounGroup | None:
        """The town behind a region: "in the Kivu region near Goma", "in the Aleppo countryside in the town of Dural"."""
        if singular(self._doc.low[group.head]) not in REGION:
            return None
        following = self._syntax.phrase_at(self._doc.visible[group.end])
        if following is None or not (self._doc.low[following.preposition] == "near" or singular(self._doc.low[following.head]) in WHERE.town):
            return None
        return following if following.preposition >= 0 and self.is_place(following) else None

    def _outer(self, group: NounGroup) -> NounGroup | None:
        """The larger place right behind a place: "in North Kivu", ", Congo"."""
        k = self._doc.visible[self._last(group).end]
        following = self._syntax.phrase_at(k)
        if following is not None and self._doc.low[k] in ("at", "between", "in", "of") and self.is_place(following):
            return following
        if k < len(self._doc) and self._doc.low[k] == ",":
            apposed = self._syntax.group_at(self._doc.visible[k + 1])
            speaks = apposed is not None and any(role is Role.SUBJECT for _, role in apposed.roles)  # "in Brod, Norland said"
            if apposed is not None and apposed.name and apposed.preposition < 0 and not speaks and (
                self._doc.low[apposed.head] in NATIONS or singular(self._doc.low[apposed.head]) in UNITS or self._last(apposed) is not apposed or self._key(apposed) in self.known
            ):
                return apposed
        return None

    def _ends_with(self, group: NounGroup) -> NounGroup:
        numbered = self._doc.toks[group.end - 1][0].isdigit()
        if not group.name or not numbered and singular(self._doc.low[group.head]) not in WHERE.of_a_name:
            return group
        k = self._doc.visible[group.end]
        following = self._syntax.group_at(k) if numbered else self._syntax.phrase_at(k)
        ends = following is not None and (self._doc.low[k] in STREETS and following.end == k + 1 if numbered else following.name and self._doc.low[k] == "of")
        return following if following is not None and ends else group

    def _named(self, group: NounGroup) -> str:
        low = self._doc.low
        a, b = group.start, group.head + 1 if group.number > group.head and low[group.number].isalpha() else group.end
        if group.owner is not None:
            a = min(group.owner.head + 1, group.head)
        while a < group.head and (low[a] in BEFORE or low[a].isspace() or self._opens(group, a)):
            a += 1
        if b - a > 1 and (group.name or singular(low[group.head]) in PLACE_NOUN):
            a, b = self._own_name(group, a, b)
        last = self._last(group)
        return self._doc.words(a, b if last is group else last.end)

    def _opens(self, group: NounGroup, k: int) -> bool:
        """Whether a word only counts, with the capital of its sentence: "Two villages near Brod", "Several towns"."""
        return not group.name and self._doc.toks[k][0].isupper() and (k == group.number and group.plural or self._doc.low[k] in QUANTIFIERS)

    def _own_name(self, group: NounGroup, a: int, b: int) -> tuple[int, int]:
        """Where the name begins and ends among the words of a group: without what is called so ("the Afghan capital Kabul") and small words before it or around it."""
        low, toks = self._doc.low, self._doc.toks
        of_faith = FAITHS if toks[group.head][0].islower() else frozenset[str]()  # not "the Jewish Quarter"
        capitals = [k for k in range(a, b) if toks[k][0].isupper() and low[k] not in DEMONYMS and low[k] not in of_faith]
        if not capitals:
            return a, b
        kinds = [k for k in range(a, b) if toks[k][0].islower() and singular(low[k]) in PLACE_NOUN and low[k] not in WHERE.direction]
        if kinds and capitals[-1] > kinds[-1] and (group.determiner >= 0 or capitals[0] > kinds[-1]):
            capitals = [k for k in capitals if k > kinds[-1]]
            a = capitals[0]
        if capitals[0] > a and all(toks[k][0].islower() or low[k] in HYPHENS or low[k + 1] in HYPHENS or low[k] in of_faith or low[k].isspace() for k in range(a, capitals[0])):
            a = self._begins(capitals[0])  # "restive northern Norland"
        if all(low[k] in WHERE.direction or singular(low[k]) in PLACE_NOUN or k in capitals or low[k] in of_faith or not low[k].strip() for k in range(a, b)):
            return capitals[0], capitals[-1] + 1
        return a, b

    def _begins(self, capital: int) -> int:
        """Where a name begins whose first capital stands behind its article: "al-Bab"."""
        return capital - 2 if self._doc.low[capital - 1] in HYPHENS else capital

    def _key(self, group: NounGroup) -> str:
        return name_key(self._name(group))


QUANTIFIERS = TABLES.words.closed.quantifier
BEHIND = {"of": WHERE.direction, "to": WHERE.beside}
"""Preposition -> the words behind which it tells where: "north of", "close to"."""
NAMED = PLACE_NOUN | WHERE.part
DESCRIBED = NAMED | SITE
DESCRIBING = DESCRIBED.union(BUILT, map(plural, DESCRIBED))
"""Nouns that describe a place, and their plurals."""
LAST = frozenset(name.rpartition(" ")[2] for name in WHERE.named.union(PLACES))
"""The last words of the places that are known by their names."""
WARS = TABLES.dates.events.war
NOWHERE, BEFORE = WHERE.none | MONTHS, WHERE.before | WEEKDAYS
UNPLACED = NOWHERE | ORG_HEADS.difference(SITE, PLACE_NOUN, BUILT, WHERE.shared)
"""Last words of names behind "in" that are no places: months, bodies."""
SEATS = WHERE.seat.union(map(plural, WHERE.seat))
MEASURED = WHERE.direction | LENGTHS
"""Before "of" and "from" these say that a name is a place: "40 km west of Brod", "12 miles from Brod"."""
BEFORE_PLACE = {"at": DESCRIBED, "between": DESCRIBED, "for": NOUNS.fought_for, "over": NOUNS.fought_for}
"""Preposition -> nouns behind which it says that a name is a place: "the road between Brod and Lenz"."""
UNITS = REGION | WHERE.unit
"""What a name behind a place and a comma is called, where it is the larger one."""
OF_LANDS = ("ean", "ese", "ian", "ish")
"""Endings of what belongs to a land: "the Hawaiian district of"."""
HYPHENS = ("-", "‑")
BODIES = NOUNS.member | NOUNS.force
STREETS = TABLES.quantities.street.words
LETTERS = 4
"""Abbreviations have no more."""
