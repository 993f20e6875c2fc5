"""What befalls a counted group, read by its role: from the verb whose patient it is, the noun it hangs on, its own adjective."""

from __future__ import annotations

from collections.abc import Iterator

from conflictkit._document import Document
from conflictkit._models import Quantity
from conflictkit.engine.syntax import Clause, NounGroup, Role, Syntax
from conflictkit.english.claims.frame import Cue, Spot
from conflictkit.english.lexicon.claims import EVENT, PHRASE, STATE, VERB, Verb

TOGETHER = {frozenset({"killed", "wounded"}): "casualties"}
"""Fates of two joined verbs with one patient that are told as one."""


class Fates:
    """The roles of every noun group of a document, asked for what befalls it."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self._doc = doc
        self._syntax = syntax
        self._roles: dict[int, list[tuple[Clause, Role]]] = {}
        for clause in syntax.clauses:
            for group, role in (
                (syntax.subject_of(clause), Role.SUBJECT),
                (clause.object, Role.OBJECT),
                (clause.second_object, Role.SECOND_OBJECT),
            ):
                for member in self._members(group):
                    self._roles.setdefault(id(member), []).append((clause, role))

    def counted(self, quantity: Quantity, spot: Spot) -> NounGroup | None:
        """The noun group of a quantity."""
        return self._syntax.group_at(spot.number) or (self._syntax.group_at(self._doc.at(quantity.noun.start)) if quantity.noun is not None else None)

    def of(self, group: NounGroup) -> Iterator[Cue]:
        """The fates told of a group, the surest first: by verbs, by the noun it hangs on, by its own words."""
        told = list(self._of_verbs(group))
        yield from (self._joined(cue, told) for cue in told)
        yield from self._of_noun(group)

    def _of_verbs(self, group: NounGroup) -> Iterator[Cue]:
        for clause, role in self._roles.get(id(group), ()):
            yield from self._of_verb(clause, role)

    def _of_verb(self, clause: Clause, role: Role) -> Iterator[Cue]:
        """The fate that a verb tells of whoever stands in a role to it."""
        verb = clause.verb
        suffers = role is Role.SUBJECT if verb.passive else role is Role.OBJECT
        fate = self._phrase(clause)
        if fate and (suffers or role is Role.SUBJECT):
            yield Cue(fate, verb.word, "phrase")
            return
        known = self._verb(clause)
        if known is not None and (role is Role.SUBJECT and not verb.passive if known.subject else suffers):
            yield Cue(known.fate, verb.word, "passive" if verb.passive else "verb")
        elif role is Role.SUBJECT and clause.predicate >= 0 and self._doc.low[clause.predicate] in STATE:
            yield Cue(STATE[self._doc.low[clause.predicate]], clause.predicate, "state")
        elif verb.passive and role is Role.SUBJECT and self._doc.low[verb.word] in STATE:
            yield Cue(STATE[self._doc.low[verb.word]], verb.word, "state")

    def _verb(self, clause: Clause) -> Verb | None:
        return VERB.get(self._doc.low[clause.verb.word]) or VERB.get(clause.verb.lemma)

    def _phrase(self, clause: Clause) -> str:
        """The fate of a verb with its particle, object or phrase: "shot down", "left their homes"."""
        low = self._doc.low
        second = PHRASE.get(low[clause.verb.word])
        if second is None:
            return ""
        beside = [clause.verb.particle] if clause.verb.particle >= 0 else []
        beside += [group.head for group in (clause.object, *(group for _, group in clause.obliques)) if group is not None]
        beside += [group.preposition for _, group in clause.obliques if group.preposition >= 0]
        beside.append(clause.verb.word + 1)
        return next((second[low[k]] for k in beside if k < len(low) and low[k] in second), "")

    def _of_noun(self, group: NounGroup) -> Iterator[Cue]:
        """The fate told by the noun it hangs on: "the killing of 12 people"."""
        above = group.hangs_on
        if above is not None and group.preposition >= 0 and self._doc.low[group.preposition] == "of" and self._doc.low[above.head] in EVENT:
            yield Cue(EVENT[self._doc.low[above.head]], above.head, "event")

    def _joined(self, cue: Cue, told: list[Cue]) -> Cue:
        """Casualties where killing and wounding are told of one number."""
        fates = frozenset(other.fate for other in told)
        return cue._replace(fate=TOGETHER[fates]) if fates in TOGETHER else cue

    def _members(self, group: NounGroup | None) -> tuple[NounGroup, ...]:
        if group is None:
            return ()
        return group.members if group.members and group.members[0] is group else (group,)
