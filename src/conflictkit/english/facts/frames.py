"""What a verb means in its clause: its frames are tried on its particle, its object and its adjuncts."""

from __future__ import annotations

from conflictkit._models import Measure
from conflictkit.engine.syntax import Clause, Kind, NounGroup
from conflictkit.english.facts.phrases import Phrases
from conflictkit.english.lexicon.claims import BUILT, PERSON, THING
from conflictkit.english.lexicon.events import Word, first_kind, known
from conflictkit.english.lexicon.facts import ARMS


class Frames(Phrases):
    """Reads what verbs mean."""

    def type_of(self, clause: Clause) -> str:
        """The PLOVER type of a verb as it stands in its clause, or ""."""
        word = known(self.doc.low[clause.verb.word])
        kind = first_kind(word.frames, self.beside(clause, word)) or word.kind
        return kind[0] if kind is not None else ""

    def beside(self, clause: Clause, word: Word) -> list[str]:
        """The words of a clause's particle, object and adjuncts but for times; of the subject of a passive, and where the verb asks for it.

        What sort of thing the verb is done to stands among them as a word of its own, as ``classes`` names it; "to" where an infinitive follows.
        """
        low = self.doc.low
        found = low[clause.verb.word + 1 : clause.verb.end + 2]
        groups = [clause.object, clause.second_object, *(group for _, group in clause.obliques)]
        if clause.verb.passive or word.by_subject:
            groups.append(clause.subject or clause.controller)
        for group in groups:
            if group is not None and not group.time:
                first = group.preposition if group.preposition >= 0 else group.start
                found += low[first : max(group.end, min(group.reach, group.end + NEAR))]
        if clause.complement is not None and clause.complement.kind is Kind.INFINITIVE:
            found.append("to")
        patient = self.syntax.object_of(clause)
        return found if patient is None else found + self.classes(patient)

    def classes(self, group: NounGroup) -> list[str]:
        """What sort of thing a group names, as the words of frames: "@place", "@person" ("@troops" under arms), "@built", "@thing", "@arms", "@name"; always "@any"."""
        group = self._whole(group) or group
        base = self._low(group)
        found = ["@any", "@place"] if self.places.is_place(group) else ["@any"]
        if base in PERSON:
            found += ["@person", "@troops"] if PERSON[base] is Measure.TROOPS else ["@person"]
        elif base in BUILT:
            found.append("@built")
        elif base in THING:
            found.append("@thing")
        elif group.number >= 0 and len(found) == 1:
            found.append("@counted")
        if group.name:
            found.append("@name")
        return [*found, "@arms"] if base in ARMS else found


NEAR = 6
"""How many tokens behind an object's head a frame's word may stand ("a state of siege")."""
