"""What a verb means in its clause: its frames are tried on its particle, its object and its adjuncts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from conflictkit._document import Document
from conflictkit._models import EntityKind, Measure
from conflictkit.engine.syntax import Clause, NounGroup, Once, Syntax, Time
from conflictkit.engine.syntax import Kind as ClauseKind

from ..grammar.lists import FUNCTION
from ..lexicon.claims import BUILT, PERSON, THING
from ..lexicon.events import COMPOUND, NO_KIND, Kind, Word, first_kind, known
from ..lexicon.facts import NOUNS, STRIKE, VERBS, WEAPON, singular
from ..speakers import referents_of
from ..speakers.referents import Referents
from .phrases import Phrases


class Frames(Phrases):
    """Reads what verbs mean."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        super().__init__(doc, syntax)
        self.referents: Referents = referents_of(doc)
        """Who is who in the document."""
        self.framed: Callable[[Clause], Kind | None] = Once(self._framed).__getitem__
        """What a verb means by the frames that its clause fits, those with its particle first."""

    def type_of(self, clause: Clause) -> str:
        """The PLOVER type of a verb as it stands in its clause, or ""."""
        kind = self.framed(clause) or known(self.doc.low[clause.verb.word]).kind
        return kind[0] if kind is not None else ""

    def _framed(self, clause: Clause) -> Kind | None:
        word = known(self.doc.low[clause.verb.word])
        if not word.phrasal and (not word.frames or not word.classed and self._is_bare(clause, word)):
            return None
        beside = self.beside(clause, word)
        phrasal = word.phrasal.get(self._particle(clause)) if word.phrasal else None
        found = (first_kind(phrasal, [*beside, "*"]) if phrasal is not None else None) or first_kind(word.frames, beside)
        around = first_kind(word.frames, self._own_words(clause)) if found is None else None
        kind = found if around is None or around == NO_KIND else around
        return None if kind == NO_KIND and self._is_literal(clause, word) else kind

    def _is_bare(self, clause: Clause, word: Word) -> bool:
        """Whether no word of a verb's frames stands in its sentence."""
        lo, hi = self.doc.bounds[clause.verb.word]
        return word.frames.keys().isdisjoint((*self.doc.low[lo:hi], "to"))

    def _is_literal(self, clause: Clause, word: Word) -> bool:
        """Whether the verb of an idiom means what it says: a weapon or an attack does it ("a shell hit the road"), or its word only tells the sort of thing ("struck an oil depot")."""
        doer, patient = self.syntax.doer_of(clause), self.syntax.object_of(clause)
        if patient is None or doer is not None and self._low(doer) in WEAPON:
            return patient is not None
        if doer is not None and self._low(doer) in STRIKE:
            return not TANGIBLE.isdisjoint(self.classes(patient))
        heads = {self.doc.low[group.head] for group in (doer, patient, *(group for _, group in clause.obliques)) if group is not None}
        return heads.isdisjoint(word.frames) and "@any" not in word.frames and not TANGIBLE.isdisjoint(self.classes(patient))

    def _particle(self, clause: Clause) -> str:
        """The particle of a verb, also one that stands before a preposition: "broke down in April", "fanned out across the town"."""
        verb, low = clause.verb, self.doc.low
        if verb.particle >= 0:
            return low[verb.particle]
        k = self.doc.visible[verb.end]
        before = k < len(low) and (self.syntax.tags[k] == "r" or any(preposition.startswith(f"{low[k]} ") for preposition, _ in clause.obliques))
        return low[k] if before else ""

    def _own_words(self, clause: Clause) -> list[str]:
        """The words behind a verb up to the next finite clause, those before a passive too; times and the agent of a passive left out."""
        verb = clause.verb
        end = min([child.start for child in clause.children if child.start > verb.word and child.verb.finite], default=clause.end)
        own = range(clause.start if verb.passive else verb.word + 1, end)
        apart = [group for _, group in clause.obliques if group.time] + ([clause.agent] if clause.agent is not None else [])
        left_out = {k for group in apart for k in range(group.preposition if group.preposition >= 0 else group.start, group.end)}
        return _telling([self.doc.low[k] for k in own if k not in left_out and k != verb.word])

    def beside(self, clause: Clause, word: Word) -> list[str]:
        """The words of a clause's particle, object and adjuncts but for times; of the subject of a passive, and where the verb asks for it.

        What sort of thing the verb is done to stands among them as a word of its own, as ``classes`` names it; "@mine" for what is set off, "to"
        where an infinitive follows; the head of an adjunct also with its preposition: "to death". The noun of a compound without a kind is none of
        them: "a search operation".
        """
        low, agent = self.doc.low, clause.agent
        behind = range(clause.verb.word + 1, min(clause.verb.end + BEHIND, self.doc.bounds[clause.verb.word][1]))
        found = [low[k] for k in behind if agent is None or word.by_subject or not agent.start <= k < agent.end]
        if clause.object is not None:
            last = clause.object.members[-1] if clause.object.members else clause.object
            found += low[last.extent : last.extent + 1]  # "left 12 guards and a boy dead", "pulled its forces back"
        for group in self._groups(clause, word):
            first = group.preposition if group.preposition >= 0 else group.start
            reach = group.end if group is clause.antecedent and group is clause.object else max(group.end, group.reach)  # not "a village that rebels had captured"
            end = next((inner.preposition for inner in self.after(group) if self._tells_where(inner)), reach)
            found += low[first:end] + (["@mine"] if singular(low[group.head]) in NOUNS.mine else [])
        told = infinitive(clause) or clause.complement
        if told is not None and told.verb.word > clause.verb.word:
            found += self._told(clause, told)
        if word.classed:
            found += [f"{preposition} {noun}" for preposition, group in clause.obliques for noun in (low[group.head], "@any")]
        patient = self.syntax.object_of(clause) or (self.syntax.subject_of(clause) if word.by_subject else None)
        if patient is None:
            return _telling(found)
        return _telling(found) + self.classes(patient) + (["@place"] if self._is_ground(clause, patient) else [])

    def _groups(self, clause: Clause, word: Word) -> list[NounGroup]:
        """The object and the adjuncts of a clause but for times, and places beside an object; its subject and agent where they are asked for."""
        groups = [clause.object, *(group for _, group in clause.obliques)]
        if clause.verb.passive or word.by_subject:
            groups.append(clause.subject or clause.controller or clause.antecedent)
        if word.by_subject:
            groups.append(clause.agent)
        beside = clause.object is not None
        return [group for group in groups if group is not None and not group.time and not (beside and group is not clause.object and self._tells_where(group))]

    def _told(self, clause: Clause, told: Clause) -> list[str]:
        """The words of what is told behind a verb: of an infinitive "@to" where the subject does it ("refused to leave"), "@whom to" where somebody else does ("were told to leave"); "@will" of what is to come."""
        verb = told.verb
        if told.kind is ClauseKind.INFINITIVE:
            return ["to", "@to" if self.syntax.object_of(clause) is None else "@whom to", self.doc.low[verb.word]]
        return [self.doc.low[verb.word], *(["@will"] if verb.finite and verb.status.time is Time.FUTURE else [])]

    def _is_ground(self, clause: Clause, patient: NounGroup) -> bool:
        """Whether a name of which nothing is known is what armed men take: "rebels took Brod"; not "took Ruiz to Brod"."""
        doer = self.syntax.doer_of(clause)
        armed = doer is not None and (self._low(doer) in NOUNS.side or self._low(doer) in NOUNS.force or PERSON.get(self._low(doer)) is Measure.TROOPS)
        moved = any(preposition in ELSEWHERE for preposition, _ in clause.obliques) or clause.second_object is not None
        return armed and not moved and patient.name and clause.verb.lemma in VERBS.gains and self.referents.entity(patient).kind is EntityKind.UNKNOWN

    def _tells_where(self, group: NounGroup) -> bool:
        """Whether a phrase only tells where something is done to somebody: "seized weapons in the village"."""
        return self.preposition(group) in AT and self.places.is_place(group)

    def classes(self, group: NounGroup) -> list[str]:
        """What sort of thing a group names, as the words of frames: "@place", "@person" ("@troops" under arms), "@built", "@thing", "@arms", "@name"; always "@any"."""
        group = self.whole(group) or group
        base = self._low(group)
        found = ["@any", "@place"] if self.places.is_place(group) else ["@any"]
        if group.pronoun and base in PEOPLE:
            found.append("@person")
        elif base in PERSON:
            found += ["@person", "@troops"] if PERSON[base] is Measure.TROOPS else ["@person"]
        elif base in BUILT:
            found.append("@built")
        elif base in THING:
            found.append("@thing")
        elif group.number >= 0 and len(found) == 1:
            found.append("@counted")
        if group.name:
            found.append("@name")
        return [*found, "@arms"] if base in NOUNS.arms else found

    def has_will(self, group: NounGroup) -> bool:
        """Whether a group can will something: no act, weapon or thing, and not "this": "the truce allowed talks"."""
        low = self._low(group)
        if group.pronoun or group.name:
            return self.doc.low[group.head] not in POINTING
        deed = known(low).noun_kind
        return (deed is None or deed[0] not in DEEDS) and low not in NOUNS.arms and low not in WEAPON


def infinitive(clause: Clause) -> Clause | None:
    """The infinitive that stands behind a verb and says what is agreed, promised, planned; not what is asked: "discussed whether to leave"."""
    inner = clause.complement or next((child for child in clause.children if child.kind is ClauseKind.INFINITIVE), None)
    return inner if inner is not None and inner.kind is ClauseKind.INFINITIVE and inner.opener < 0 and inner.verb.word > clause.verb.word else None


def _telling(words: Sequence[str]) -> list[str]:
    """The words without the nouns of compounds that have no kind ("a search operation"); small words leave a noun its meaning here ("set on fire")."""
    return list(words) if QUALIFIED.isdisjoint(words) else [word for before, word in pairwise(("", *words)) if before in FUNCTION or COMPOUND.get(before, {}).get(known(word).noun) != NO_KIND]


QUALIFIED = frozenset(noun for nouns in COMPOUND.values() for noun, kind in nouns.items() if kind == NO_KIND)
"""Nouns of compounds that have no kind."""
BEHIND = 2
"""So many words behind a verb tell what it means whatever they are to it: "left after", "laid down"."""
AT = ("at", "in", "near")
ELSEWHERE = ("away", "from", "into", "out of", "to")
"""Prepositions that say from where or where somebody is taken."""
PEOPLE = frozenset("he her him i me she they them us we who whom you".split())
"""Pronouns of persons."""
POINTING = frozenset({"that", "these", "this"})
TANGIBLE = frozenset({"@built", "@person", "@place", "@thing"})
DEEDS = frozenset({"AGREE", "AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
"""Kinds of event nouns that have no will, other than those of meetings and of what is written."""
