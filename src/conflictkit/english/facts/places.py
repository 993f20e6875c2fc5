"""Where: names and described places behind a preposition, and what they lie within."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conflictkit._document import Document
from conflictkit._models import Place
from conflictkit.engine.syntax import NounGroup, Role, Syntax

from ..grammar.lists import LENGTHS, MONTHS, WEEKDAYS
from ..lexicon.facts import NOUNS, PLACE_NOUN, REGION, SITE, WHERE, singular
from ..speakers.name_words import DEMONYMS, LONG_BODIES, NATIONS, PLACES
from ..speakers.spelling import name_key


class Places:
    """The places of a document: a name counts as one where the text anywhere puts it behind "in" or calls it a town."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self._doc = doc
        self._syntax = syntax
        self.known: frozenset[str] = frozenset(self._key(group) for group in syntax.groups if self._is_told(group))

    def is_people(self, token: int) -> bool:
        """Whether a word is the adjective or name of a nation or people."""
        return self._doc.low[token] in NATIONS

    def of(self, phrases: Iterable[NounGroup], patient: NounGroup | None = None) -> Place | None:
        """The first of the phrases that is a place, a single one before several sites; else the target, if it is one."""
        found = [group for group in phrases if group.preposition >= 0 and self._locates(group.preposition) and self.is_place(group)]
        if found:
            return self.place(next(filter(self.is_spot, found), found[0]))  # "in schools in Brod"
        return self.place(patient) if patient is not None and self.is_place(patient) else None

    def told(self) -> Iterator[tuple[int, Place]]:
        """The places of the text, each with its token: behind a preposition of place, "north of Goma", "the mayor of the town of Goma"."""
        for group in self._syntax.groups:
            above, k = group.hangs_on, group.preposition
            if above is not None and above.name and not self.is_place(above):
                continue  # "the Front in the North"
            if (k >= 0 and self._locates(k) or self._named(group) is not group) and self.is_place(group):
                yield group.head, self.place(group)

    def _locates(self, preposition: int) -> bool:
        """Whether a preposition tells where: "in", "close to"."""
        low = self._doc.low
        before = low[preposition - 1] if preposition else ""
        return low[preposition] in WHERE.preposition or low[preposition] == "to" and before in WHERE.beside or low[preposition] == "of" and before in WHERE.direction

    def is_spot(self, group: NounGroup) -> bool:
        """Whether what suffers an act is where it is done: a place, but not "40 homes"."""
        several = self.is_site(group) and (group.plural or group.number >= 0) and next(self._before(group), None) is None  # "three Brod hotels" are in Brod
        return self.is_place(group) and not several

    def has_name(self, group: NounGroup) -> bool:
        """Whether the name of a place follows what it is: "the town of Brod"."""
        return self._named(group) is not group

    def is_site(self, group: NounGroup) -> bool:
        """Whether a place is a building or some other site without a name."""
        return not group.name and singular(self._doc.low[group.head]) not in PLACE_NOUN

    @staticmethod
    def _is_body(words: tuple[str, ...]) -> bool:
        """Whether a name of several words is a body and no place: "Islamic State" is no state, "South Sudan" is a place."""
        return words in LONG_BODIES and " ".join(words) not in PLACES

    def is_place(self, group: NounGroup) -> bool:
        """Whether a noun group names or describes a place."""
        if group.time or group.pronoun or group.name and self._is_body(tuple(self._doc.low[group.start : group.end])):
            return False
        word = self._doc.low[group.head]
        base = singular(word)
        if base == "mine" and group.preposition >= 0 and self._doc.low[group.preposition] in ("on", "over"):
            return False  # an explosive one
        if self._doc.low[group.start : group.end + 1] == ["a", "quarter", "of"] or word in NOWHERE or word in DEMONYMS or base in DEMONYMS or word[:-1] in NATIONS:
            return False
        if base in PLACE_NOUN or base in SITE or base in WHERE.part and self._named(group) is not group:
            return True
        return group.name and not (group.plural or group.number >= 0) and (word in NATIONS or self._key(group) in self.known)

    def place(self, group: NounGroup) -> Place:
        """The record: of "the town of Goma in North Kivu" the name Goma, within North Kivu; of "Congo's Goma" Goma, within Congo."""
        inner = self._named(group)
        if (finer := self._finer(inner)) is not None:
            town = self.place(finer)
            return Place(self._doc.span(group.start, finer.end), town.name, (self._name(inner), *town.within))
        name = self._name(inner)
        within = [*self._before(inner), *(self._before(group) if group is not inner else ())]
        outer: NounGroup | None = inner
        while outer is not None and (outer := self._outer(outer)) is not None:
            within.append(self._name(self._named(outer)))
        mention = self._doc.span(group.start, max(group.end, inner.end))
        return Place(mention, name, tuple(dict.fromkeys(place for place in within if place != name)))

    def _is_told(self, group: NounGroup) -> bool:
        """Whether the text calls the name a place: "in Goma", "the town of Goma", "Goma, the capital of"."""
        if group.name and group.apposition is not None and singular(self._doc.low[group.apposition.head]) in WHERE.town:
            return True
        if not group.name or group.time or group.preposition < 0 or self._doc.low[group.head] in NOWHERE or self._is_abbreviation(group):
            return False
        preposition = self._doc.low[group.preposition]
        if preposition in WHERE.sure:
            return True
        if preposition in ("from", "of") and group.preposition > 0 and self._doc.low[group.preposition - 1] in MEASURED:
            return True
        above = group.hangs_on or self._syntax.group_at(group.preposition - 1)
        if preposition == "of" and above is not None and above.preposition >= 0 and self._doc.low[above.head] == "parts":
            return self._doc.low[above.preposition] in WHERE.sure  # "in parts of Norland"
        if preposition in ("for", "over") and above is not None:  # "the battle for Brod", "12 of the drones over Brod"
            return not above.name and (singular(self._doc.low[above.head]) in NOUNS.fought_for or preposition == "over" and above.number == above.head)
        if preposition in ("at", "between") and above is not None and not above.name and singular(self._doc.low[above.head]) in PLACE_NOUN:
            return True  # "their base at Brod", "the road between Brod and Lenz"
        return preposition == "of" and above is not None and singular(self._doc.low[above.head]) in PLACE_NOUN

    def _is_abbreviation(self, group: NounGroup) -> bool:
        """Whether a name is a word of capitals that no nation has: "in GDP", "in NATO"."""
        word = self._doc.toks[group.head].strip()
        return len(word) <= LETTERS and word.isupper() and word.isalpha() and group.end - group.start == 1 and word.lower() not in NATIONS

    def _named(self, group: NounGroup) -> NounGroup:
        """The name in "the town of Goma", "the heart of Goma"; the group itself where it has none."""
        if group.name:
            return group
        inner = self._syntax.phrase_at(self._doc.visible[group.end])
        if inner is not None and inner.name and self._doc.low[inner.preposition] == "of" and singular(self._doc.low[group.head]) in PLACE_NOUN | WHERE.part:
            return inner
        return group

    def _before(self, group: NounGroup) -> Iterator[str]:
        """The larger place that is named before a place: "Congo's Goma", "a Goma restaurant", "the West Bank city of Jenin"."""
        owner = group.owner
        names = [] if group.name else [k for k in range(group.start, group.head) if self._doc.toks[k][0].isupper()]
        if owner is not None and owner.name:
            name = self._doc.words(owner.start, owner.head + 1)
        elif names:
            name = self._doc.words(names[0], names[-1] + 1)
        else:
            return
        if name_key(name) in self.known or name.lower() in PLACES:
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
        k = self._doc.visible[group.end]
        following = self._syntax.phrase_at(k)
        if following is not None and self._doc.low[k] in ("at", "between", "in", "of") and self.is_place(following):
            return following
        if k < len(self._doc) and self._doc.low[k] == ",":
            apposed = self._syntax.group_at(self._doc.visible[k + 1])
            speaks = apposed is not None and any(role is Role.SUBJECT for _, role in apposed.roles)  # "in Brod, Norland said"
            if apposed is not None and apposed.name and apposed.preposition < 0 and not speaks and (self._doc.low[apposed.head] in NATIONS or self._key(apposed) in self.known):
                return apposed
        return None

    def _name(self, group: NounGroup) -> str:
        """The words of a place without article, owner, and what tells a time or a number beside it; of "Anbar province" the name."""
        low = self._doc.low
        a, b = group.start, group.head + 1 if group.number > group.head and low[group.number].isalpha() else group.end
        if group.owner is not None:
            a = min(group.owner.head + 1, group.head)
        while a < group.head and (low[a] in BEFORE or low[a].isspace()):
            a += 1
        if group.name or singular(low[group.head]) in PLACE_NOUN:
            capitals = [k for k in range(a, b) if self._doc.toks[k][0].isupper() and low[k] not in DEMONYMS]
            kinds = [k for k in range(a, b) if singular(low[k]) in PLACE_NOUN and low[k] not in WHERE.direction]
            if kinds and capitals and capitals[-1] > kinds[-1]:
                capitals = [k for k in capitals if k > kinds[-1]]  # "the Afghan capital Kabul"
                a = capitals[0]
            if capitals and all(low[k] in WHERE.direction or singular(low[k]) in PLACE_NOUN or k in capitals or not low[k].strip() for k in range(a, b)):
                a, b = capitals[0], capitals[-1] + 1
        return self._doc.words(a, b)

    def _key(self, group: NounGroup) -> str:
        return name_key(self._name(group))


NOWHERE, BEFORE = WHERE.none | MONTHS, WHERE.before | WEEKDAYS
MEASURED = WHERE.direction | LENGTHS
"""Before "of" and "from" these say that a name is a place: "40 km west of Brod", "12 miles from Brod"."""
LETTERS = 4
"""Abbreviations have no more."""
