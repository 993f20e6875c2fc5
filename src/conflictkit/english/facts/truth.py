"""Whether a fact is said to hold: by the status of its verb, by what governs it, by the words of an act noun."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._models import Factuality
from conflictkit.engine.syntax import Clause, Kind, Mood, NounGroup, Role, Status, Syntax, Time
from conflictkit.english.lexicon.facts import LIGHT, TRUTH, singular

STEPS = 6
"""How many governing clauses and nouns are asked."""
OF_MOOD = {
    Mood.WANTED: Factuality.PLANNED,
    Mood.POSSIBLE: Factuality.HYPOTHETICAL,
    Mood.TRIED: Factuality.HYPOTHETICAL,
    Mood.HEARSAY: Factuality.CLAIMED,
}
OF_ADJECTIVE = (
    (TRUTH["planned"], Factuality.PLANNED),
    (TRUTH["possible"], Factuality.HYPOTHETICAL),
    (TRUTH["alleged"], Factuality.CLAIMED),
    (TRUTH["failed"], Factuality.NEGATED),
)
OF_NOUN = (
    (TRUTH["feared"], Factuality.HYPOTHETICAL),
    (TRUTH["plan"], Factuality.PLANNED),
    (TRUTH["allegation"], Factuality.CLAIMED),
    (TRUTH["rumour"], Factuality.DOUBTED),
)
"""Noun that governs "of", "to", "that" -> what it makes of the fact behind it."""


class Truth:
    """Asked of a verb or act noun of a document; None where nothing speaks against it."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self._low = doc.low
        self._syntax = syntax

    def at(self, token: int) -> Factuality | None:
        """What is said against the fact at a token."""
        verb = self._syntax.verb_at(token)
        if verb is not None and verb.clause is not None and verb.word == token:
            return self.of_clause(verb.clause)
        group = self._syntax.group_at(token)
        return self.of_group(group) if group is not None else None

    def of_clause(self, clause: Clause) -> Factuality | None:
        """By the status of its verb, which what governs it has part in; then by the clauses and nouns above."""
        found = of_status(clause.verb.status)
        opener = self._low[clause.opener] if clause.opener >= 0 else ""
        if opener == "whether":
            return Factuality.DOUBTED
        return found or self._above(clause)

    def of_group(self, group: NounGroup) -> Factuality | None:
        """By its own words, by the noun it hangs on, by the verb that takes it."""
        if group.determiner >= 0 and self._low[group.determiner] in ("no", "neither") or self._low[group.start] == "no":
            return Factuality.NEGATED
        words = {self._low[k] for k in range(group.start, group.head)}
        for adjectives, fact in OF_ADJECTIVE:
            if not adjectives.isdisjoint(words):
                return fact
        if group.preposition >= 0 and self._low[group.preposition] == "without":
            return Factuality.NEGATED
        return self._of_noun_above(group.hangs_on) or next(filter(None, (self._taken(clause, role, group) for clause, role in group.roles)), None)

    def _taken(self, clause: Clause, role: Role, group: NounGroup) -> Factuality | None:
        """What a verb makes of the act noun that it takes: "prevented an attack", "demanded a truce", "did not launch a raid", "talks could begin"."""
        verb = clause.verb
        patient = role is Role.OBJECT or role is Role.SUBJECT and verb.passive
        if patient and verb.lemma in TRUTH["prevents"]:
            return None if verb.status.negated else Factuality.NEGATED
        if patient and verb.lemma in TRUTH["wanted"] or role is Role.OBLIQUE and f"{verb.lemma}_{self._preposition(group)}" in TRUTH["wanted"]:
            return Factuality.PLANNED
        lends = patient and verb.lemma in LIGHT or role is Role.SUBJECT and (verb.lemma in TRUTH["occurs"] or verb.lemma in LIGHT or clause.existential)
        return self.of_clause(clause) if lends else None

    def _above(self, clause: Clause) -> Factuality | None:
        """What the clause or noun that governs a complement or infinitive makes of it."""
        inner = clause
        for _ in range(STEPS):
            parent = inner.parent
            if inner.antecedent is not None and inner.kind is not Kind.RELATIVE and (found := self._of_noun_above(inner.antecedent)) is not None:
                return found
            if parent is None or inner.kind not in (Kind.COMPLEMENT, Kind.INFINITIVE, Kind.PARTICIPLE, Kind.RELATIVE):
                return None
            if (found := self._under(inner, parent)) is not None:
                return found
            inner = parent
        return None

    def _under(self, clause: Clause, parent: Clause) -> Factuality | None:
        verb = parent.verb
        lemma, negated = verb.lemma, verb.status.negated
        content = clause.kind is Kind.COMPLEMENT or clause.kind in (Kind.PARTICIPLE, Kind.INFINITIVE)
        if content and lemma in TRUTH["denies"]:
            return None if negated else Factuality.NEGATED
        if content and lemma in TRUTH["prevents"]:
            return None if negated else Factuality.NEGATED
        if clause.kind is Kind.INFINITIVE and negated:
            return Factuality.NEGATED
        if clause.kind is Kind.COMPLEMENT:
            if lemma in TRUTH["doubts"] or negated and lemma in TRUTH["verifies"]:
                return Factuality.DOUBTED
            if parent.predicate >= 0 and self._low[parent.predicate] in TRUTH["false"]:
                return None if negated else Factuality.NEGATED
        subject = parent.subject
        if parent.existential and subject is not None and singular(self._low[subject.head]) in TRUTH["proof"] and negated:
            return Factuality.DOUBTED
        governing = parent.object or subject
        if clause.kind in (Kind.COMPLEMENT, Kind.INFINITIVE) and governing is not None and governing.end <= clause.start:
            return self._of_noun_above(governing)
        return None

    def _of_noun_above(self, group: NounGroup | None) -> Factuality | None:
        """What a noun makes of what hangs on it: "fears of an attack", "a plan to attack"; the plan itself may be foiled."""
        if group is None:
            return None
        head = singular(self._low[group.head])
        for nouns, fact in OF_NOUN:
            if head in nouns:
                prevented = any(clause.verb.lemma in TRUTH["prevents"] for clause, _ in group.roles)
                return Factuality.NEGATED if prevented else fact
        return None

    def _preposition(self, group: NounGroup) -> str:
        return self._low[group.preposition] if group.preposition >= 0 else ""


def of_status(status: Status) -> Factuality | None:
    """What the status of a verb group says: negated first, then its mood, then that it is to come."""
    if status.negated:
        return Factuality.NEGATED
    return OF_MOOD.get(status.mood) or (Factuality.PLANNED if status.time is Time.FUTURE else None)
