"""Where: names and described places behind a preposition, and what they lie within."""

from __future__ import annotations

from collections.abc import Iterable

from conflictkit._document import Document
from conflictkit._models import Place
from conflictkit.engine.syntax import NounGroup, Syntax
from conflictkit.english.lexicon.facts import DIRECTION, NO_PLACE, PLACE_NOUN, PLACE_PREPOSITION, SITE, SURE_PREPOSITION, singular
from conflictkit.english.speakers.name_words import DEMONYMS, NATIONS
from conflictkit.english.speakers.spelling import name_key


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
        """The first of the phrases that is a place; else the target, if it is one."""
        for group in phrases:
            if group.preposition >= 0 and self._doc.low[group.preposition] in PLACE_PREPOSITION and self.is_place(group):
                return self.place(group)
        return self.place(patient) if patient is not None and self.is_place(patient) else None

    def is_place(self, group: NounGroup) -> bool:
        """Whether a noun group names or describes a place."""
        if group.time or group.pronoun:
            return False
        word = self._doc.low[group.head]
        base = singular(word)
        if word in NO_PLACE or word in DEMONYMS:
            return False
        if base in PLACE_NOUN or base in SITE:
            return True
        return group.name and (word in NATIONS or self._key(group) in self.known)

    def place(self, group: NounGroup) -> Place:
        """The record: of "the town of Goma in North Kivu" the name Goma, within North Kivu."""
        inner = self._named(group)
        name = self._name(inner)
        within = []
        outer: NounGroup | None = inner
        for _ in range(STEPS):
            outer = self._outer(outer, inner=outer is inner)
            if outer is None:
                break
            within.append(self._name(self._named(outer)))
        mention = self._doc.span(group.start, max(group.end, inner.end))
        return Place(mention, name, tuple(dict.fromkeys(place for place in within if place != name)))

    def _is_told(self, group: NounGroup) -> bool:
        """Whether the text calls the name a place: "in Goma", "the town of Goma"."""
        if not group.name or group.time or group.preposition < 0 or self._doc.low[group.head] in NO_PLACE:
            return False
        preposition = self._doc.low[group.preposition]
        if preposition in SURE_PREPOSITION:
            return True
        above = group.hangs_on
        return preposition == "of" and above is not None and singular(self._doc.low[above.head]) in PLACE_NOUN

    def _named(self, group: NounGroup) -> NounGroup:
        """The name in "the town of Goma", "the town Goma"; the group itself where it has none."""
        if group.name:
            return group
        inner = self._syntax.phrase_at(self._doc.visible[group.end])
        if inner is not None and inner.name and self._doc.low[inner.preposition] == "of" and singular(self._doc.low[group.head]) in PLACE_NOUN:
            return inner
        return group

    def _outer(self, group: NounGroup | None, *, inner: bool) -> NounGroup | None:
        """The larger place right behind a place: "in North Kivu", ", Congo"."""
        if group is None:
            return None
        k = self._doc.visible[group.end]
        following = self._syntax.phrase_at(k)
        if following is not None and self._doc.low[k] in ("in", "of") and self.is_place(following):
            return following
        if k < len(self._doc) and self._doc.low[k] == ",":
            apposed = self._syntax.group_at(self._doc.visible[k + 1])
            if apposed is not None and apposed.name and apposed.preposition < 0 and (self._doc.low[apposed.head] in NATIONS or self._key(apposed) in self.known):
                return apposed
        return None

    def _name(self, group: NounGroup) -> str:
        """The words of a place without article; of "Anbar province" the name."""
        low = self._doc.low
        a, b = group.start, group.end
        if low[a] in ("the", "a", "an") and b - a > 1:
            a += 1
        if group.name or singular(low[group.head]) in PLACE_NOUN:
            capitals = [k for k in range(a, b) if self._doc.toks[k][0].isupper() and low[k] not in DEMONYMS]
            kinds = [k for k in range(a, b) if singular(low[k]) in PLACE_NOUN]
            if kinds and capitals and capitals[-1] > kinds[-1]:
                capitals = [k for k in capitals if k > kinds[-1]]  # "the Afghan capital Kabul"
                a = capitals[0]
            if capitals and all(low[k] in DIRECTION or singular(low[k]) in PLACE_NOUN or k in capitals or not low[k].strip() for k in range(a, b)):
                a, b = capitals[0], capitals[-1] + 1
        return self._doc.span(a, b).text

    def _key(self, group: NounGroup) -> str:
        return name_key(self._name(group))


STEPS = 3
"""How many larger places are followed."""
