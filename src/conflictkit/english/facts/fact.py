"""A fact: what one verb or event noun tells, with its roles."""

from __future__ import annotations

from attrs import define

from conflictkit.engine.syntax import Clause, NounGroup


@define(eq=False, slots=True)
class Fact:
    """What one verb or event noun tells."""

    token: int
    """The trigger."""
    clause: Clause | None
    """The clause of the verb, or the one that the noun stands in."""
    group: NounGroup | None
    """The noun group of an event noun."""
    agent: NounGroup | None = None
    """Who does it."""
    patient: NounGroup | None = None
    """Who or what suffers it or is addressed."""
    means: NounGroup | None = None
    """What it is done with."""

    def by(self, agent: NounGroup) -> Fact:
        """The same, done by somebody else."""
        return Fact(self.token, self.clause, self.group, agent, self.patient, self.means)
