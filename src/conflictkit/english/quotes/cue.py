"""A verb of speech in its clause, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._models import Stance
from conflictkit.engine.syntax import Clause, Kind, NounGroup

from ..grammar.lists import NOMINATIVE
from . import attribution as at
from .attribution import Range, Verb
from .reading import Reading

FIRST, LETTERS = "^QWarx", "^QWarxSsVAJTHCIGNPq,:-&.v"
"""The letters of what stands before a verb of speech, and all letters (see ``cues``)."""


class Cue:
    """One verb of speech in its clause."""

    own: str = ""
    active: bool = False
    speaker: Range | None = None
    via: Range | None = None
    stands: bool = True
    letters: str = ""
    at: Sequence[int] = ()

    def __init__(self, r: Reading, k: int, verb: Verb, clause: Clause) -> None:
        self.r: Reading = r
        self.k: int = k
        self.verb: Verb = verb
        self.clause: Clause = clause
        self.limit: Range = r.bounds(k)
        self.start: int = clause.verb.start
        self.end: int = _cue_end(self)

    @property
    def passive(self) -> bool:
        return self.clause.verb.passive and not self.active

    def range(self) -> Range:
        """The words that attribute."""
        low = self.r.doc.low
        first = self.k
        if first >= 2 and low[first - 1] == "to" and low[first - 2] in at.DECLINE:  # noqa: PLR2004 - "declined to say"
            first -= 2
        return (first, self.end)

    def stance(self) -> Stance:
        """What the verb does, turned by a negation."""
        low, k = self.r.doc.low, self.k
        stance = self.verb.stance
        if k >= 2 and low[k - 1] == "to" and low[k - 2] in at.DECLINE:  # noqa: PLR2004
            return Stance.DECLINED
        if (self.clause.verb.status.negated or low[k - 1] == "without") and stance in (Stance.SAID, Stance.CONFIRMED):
            return Stance.DECLINED
        if self.verb.lemma == "call" and low[k + 1 : k + 2] in (["on"], ["for"]):
            return Stance.ORDERED
        return stance


def _cue_end(cue: Cue) -> int:
    """One past the verb and the particle or preposition that makes it another verb ("pointed out", "called for")."""
    low, b = cue.r.doc.low, cue.k + 1
    return b + (b < len(low) and low[b] in at.PARTICLES.get(cue.verb.lemma, ()))


def is_clause(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is a pronoun that can only be a subject, with its verb right behind it ("brags he has won")."""
    verb = cue.r.syntax.verb_at(group.end) if group.end < cue.limit[1] else None
    return group.end == group.start + 1 and cue.r.doc.low[group.start] in SUBJECTS and verb is not None and verb.finite


SUBJECTS = NOMINATIVE | {"it"}


def opens_clause(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is the subject of a clause that follows the verb."""
    first = group.members[0] if group.members else group
    aside = cue.clause.kind is Kind.RELATIVE  # "the army, which denied the raid, later said"
    for clause, role in first.roles:
        if (
            role.value == "subject"
            and clause.verb.finite
            and clause is not cue.clause
            and clause.kind is not Kind.RELATIVE
            and clause.verb.start >= group.start
            and not (aside and "," in cue.r.doc.low[first.end : clause.verb.start])
            and clause.verb is not cue.clause.verb
        ):
            return True
    return False
