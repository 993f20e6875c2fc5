"""What stands before and behind a noun: phrases, owners, peoples and sides it is named by, the whole that it is a part of."""

from __future__ import annotations

from collections.abc import Callable

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, NounGroup, Once, Syntax

from ..grammar.lists import DAY_PARTS, DAYS, MONTHS, SHORT_MONTHS
from ..lexicon.claims import WORD
from ..lexicon.facts import NOUNS, WEAPON, is_act, singular
from ..tables import TABLES
from .places import Places

NUMBERING = NOUNS.number | WORD.fraction
"""Heads that only say how many."""


ANSWERS = TABLES.incidents.preposition.behind
"""Nouns behind whose preposition an earlier act stands."""


def is_answered(doc: Document, group: NounGroup) -> bool:
    """Whether a phrase names what something answers or follows: "in retaliation for the raid", "in the wake of the raid"."""
    return group.preposition > 0 and singular(doc.low[group.preposition - 1]) in ANSWERS


class Phrases:
    """The noun groups of a document and what hangs together with them."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self.doc = doc
        self.syntax = syntax
        self.places: Places = Places(doc, syntax)
        self._low: Callable[[NounGroup], str] = Once(self._head).__getitem__
        """The singular of a group's head."""
        self.preposition: Callable[[NounGroup], str] = Once(self._governing).__getitem__
        """The word before a group that governs it, or ""."""
        self.after: Callable[[NounGroup], list[NounGroup]] = Once(self._after).__getitem__
        """The phrases that stand right behind a group, one behind the other, each with its preposition; a bare time between them is passed."""
        self.whole: Callable[[NounGroup], NounGroup | None] = Once(self._whole).__getitem__
        """Of what a group is a number or a part; of "all of", "a third of", "one of" only a place, an act or a weapon."""
        self.counted: Callable[[NounGroup], tuple[NounGroup, ...]] = Once(self._counted).__getitem__
        """Whom a bare number counts: the fighters of "dozens of its fighters", "three of the fighters", "tens of thousands of fighters"."""

    def _head(self, group: NounGroup) -> str:
        return singular(self.doc.low[group.head])

    def _governing(self, group: NounGroup) -> str:
        return self.doc.low[group.preposition] if group.preposition >= 0 else ""

    def _is_bank(self, group: NounGroup) -> bool:
        """Whether something only lies or comes about by a group: "killed by the road", "shot by the Dural River"; not "by Ana Lake"."""
        return self._low(group) in NOUNS.bank and not (group.name and self.doc.low[group.start] != "the")

    def _counted(self, group: NounGroup) -> tuple[NounGroup, ...]:
        counted: tuple[NounGroup, ...] = ()
        while group.end - group.start == 1 and group.number >= 0 or self._low(group) in NUMBERING:
            behind = self.after(group)
            if not behind or self.preposition(behind[0]) != "of":
                break
            group = behind[0]
            counted = (group,)
        return counted

    def _after(self, group: NounGroup) -> list[NounGroup]:
        found: list[NounGroup] = []
        at, visible = group, self.doc.visible
        while (following := self.syntax.phrase_at(visible[at.end]) or self._behind_time(visible[at.end])) is not None:
            found.append(following)
            at = following.members[-1] if following.members and following.members[-1].start > following.start else following
        return found

    def _behind_time(self, k: int) -> NounGroup | None:
        """The phrase behind a time without a preposition: "a strike Sunday on", "a raid last week on"."""
        group, visible, low = self.syntax.group_at(k), self.doc.visible, self.doc.low
        if group is not None:
            return self.syntax.phrase_at(visible[group.end]) if group.time and group.preposition < 0 and group.start == k else None
        if k == len(low) or low[k] not in DAYS:
            return None
        k = visible[k + 1]
        return self.syntax.phrase_at(visible[k + 1] if k < len(low) and low[k] in DAY_PARTS else k)

    def _before(self, group: NounGroup) -> NounGroup | None:
        """The noun group that ends right before a group and its preposition."""
        k = (group.preposition if group.preposition >= 0 else group.start) - 1
        while k > 0 and self.doc.toks[k].isspace():
            k -= 1
        return self.syntax.group_at(k)

    def _was_before(self, group: NounGroup) -> bool:
        """Whether a phrase names what was done before: "after a raid", "in retaliation for a raid"."""
        return self.preposition(group) in ("after", "following") or is_answered(self.doc, group)

    def _before_where(self, clause: Clause) -> NounGroup | None:
        """The noun group that a clause with "where" hangs on."""
        if clause.opener < 0 or self.doc.low[clause.opener] != "where":
            return None
        k = clause.opener - 1
        while k > 0 and (self.doc.toks[k].isspace() or self.doc.low[k] == ","):
            k -= 1
        return self.syntax.group_at(k)

    def _is_act(self, group: NounGroup) -> bool:
        return not group.name and is_act(self.doc.low[group.head])

    def _plain(self, group: NounGroup | None) -> NounGroup | None:
        """A group that can act or suffer: no time, no reflexive; of "members of the militia", "dozens of fighters", "a wave of raids" the whole."""
        if group is None or group.time or self.doc.low[group.head].endswith(("self", "selves", "there")):
            return next((member for member in group.members if member is not group and not member.time), None) if group is not None else None  # "killing himself and 12 cadets"
        return self.whole(group) or group

    def _whole(self, group: NounGroup) -> NounGroup | None:
        whole = None if group.name else self.syntax.phrase_at(self.doc.visible[group.end])
        if whole is None or self.preposition(whole) not in ("of", "from"):
            return None
        low = self._low(group)
        if low in NOUNS.member and group.number < 0 or self.preposition(whole) == "of" and (low in NOUNS.number or low in NOUNS.series):
            return whole
        part = low in NOUNS.part or group.number == group.head
        return whole if part and self.preposition(whole) == "of" and (self._is_act(whole) or self.places.is_place(whole) or self._low(whole) in WEAPON) else None

    def counting(self, group: NounGroup) -> NounGroup:
        """The group that stands in the clause for a whole: "a wave" of "launched a wave of raids"."""
        above = group.hangs_on if self.preposition(group) == "of" else None
        return above if above is not None and self.whole(above) is group else group

    def _second(self, group: NounGroup) -> NounGroup | None:
        """The second side of "between the army and the rebels"."""
        if len(group.members) > 1 or not group.clauses:
            return group.members[1] if group.members else None
        k = self.doc.visible[max(clause.end for clause in group.clauses)]  # "between the army, backed by tanks, and rebels"
        while k < len(self.doc) and self.doc.low[k] in (",", "and"):
            k = self.doc.visible[k + 1]
        return self.syntax.group_at(k) if "and" in self.doc.low[k - 2 : k] else None

    def _modifier(self, group: NounGroup) -> NounGroup | None:
        """The name or people before an act noun, or the sort of side: "Israeli" of "an Israeli air strike", "rebel" of "rebel shelling"."""
        toks, low = self.doc.toks, self.doc.low
        first = max(group.start if group.owner is None else group.owner.end, group.number + 1)
        if first >= group.head:
            return None
        named = [k for k in range(first, group.head) if toks[k][0].isupper() and k != group.determiner and low[k] not in NO_SIDE and not self._against(k, first) and not self._is_model(k)]
        peoples = [k for k in named if self.places.is_people(k)]
        named = named[named.index(peoples[-1]) :] if peoples and named[-1] == peoples[-1] else named  # behind a dateline
        if not named or named[0] == group.start and self.doc.bounds[group.start][0] == group.start and not self.places.is_people(named[0]):
            side = next((k for k in range(first, group.head) if low[k] in NOUNS.side and low[k + 1] != "-"), None)
            return NounGroup(side, side + 1, side) if side is not None else None
        end = named[0] + 1
        while end in named or end < group.head and (toks[end].isspace() or low[end] == "-") and end + 1 in named:
            end += 1
        return NounGroup(named[0], end, end - 1, name=True)

    def _against(self, k: int, first: int) -> bool:
        """Whether a name stands in "anti-Norland"."""
        return k - 2 >= first and self.doc.low[k - 1] == "-" and self.doc.low[k - 2] == "anti"

    def _is_model(self, k: int) -> bool:
        """Whether a letter or name is that of a model: "F" of "US F-16 jets"."""
        low = self.doc.low
        return k + 2 < len(low) and low[k + 1] == "-" and low[k + 2][0].isdigit()

    def _opposed(self, group: NounGroup) -> NounGroup | None:
        """Whom an "anti-Norland" protest is against."""
        k = next((k for k in range(group.start + 2, group.head) if self._against(k, group.start)), None)
        return NounGroup(k, k + 1, k, name=True) if k is not None else None

    def _side(self, group: NounGroup) -> NounGroup | None:
        """The people or side before a noun: "Ukrainian" of "two Ukrainian Leopard tanks"."""
        found = self._modifier(group)
        if found is None or not found.name and self.doc.low[found.head] in NOUNS.police:
            return None
        if not self.places.is_people(found.start):
            return found
        return NounGroup(found.start, found.start + 1, found.start, name=True)


NO_SIDE = DAYS | MONTHS | SHORT_MONTHS | NOUNS.mine | {"christmas", "easter", "ramadan"}
"""Words with a capital before an act noun that name no side."""
