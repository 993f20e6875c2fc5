"""Whether a fact is said to hold: by the status of its verb, by what governs it, by the words of an act noun."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from conflictkit._document import Document
from conflictkit._models import Factuality
from conflictkit.engine.syntax import Clause, Kind, Mood, NounGroup, Once, Role, Status, Syntax, Time, VerbGroup

from ..grammar.lists import ALLEGED, BEING, INDEFINITE
from ..lexicon.events import known
from ..lexicon.facts import ASPECT, NOUNS, TRUTH, VERBS, singular

TELLING = TRUTH.told | TRUTH.allegation | TRUTH.rumour | TRUTH.proof
"""Nouns that tell something, which may be so or not."""
AGREED = frozenset({"AGREE", "AID", "COOPERATE", "RETREAT"})
"""Kinds of acts that both sides have to want."""
OF_MOOD = {
    Mood.WANTED: Factuality.PLANNED,
    Mood.POSSIBLE: Factuality.HYPOTHETICAL,
    Mood.TRIED: Factuality.HYPOTHETICAL,
    Mood.HEARSAY: Factuality.CLAIMED,
}
OF_ADJECTIVE = (
    (TRUTH.planned, Factuality.PLANNED),
    (TRUTH.possible, Factuality.HYPOTHETICAL),
    (ALLEGED, Factuality.CLAIMED),
    (TRUTH.unverified, Factuality.DOUBTED),
    (TRUTH.failed, Factuality.NEGATED),
)
QUALIFYING = frozenset[str]().union(*(adjectives for adjectives, _ in OF_ADJECTIVE))
OF_NOUN: dict[str, Factuality] = {
    **dict.fromkeys(TRUTH.rumour, Factuality.DOUBTED),
    **dict.fromkeys(TRUTH.allegation, Factuality.CLAIMED),
    **dict.fromkeys(TRUTH.plan | TRUTH.end, Factuality.PLANNED),
    **dict.fromkeys(TRUTH.feared, Factuality.HYPOTHETICAL),
}
"""Noun that governs "of", "to", "that" -> what it makes of the fact behind it."""


OF_GERUND = frozenset({"of", "for", "at", "in"})
"""Prepositions by which a gerund hangs on a noun: "a plan for taking the town", "an attempt at killing him"."""


class Truth:
    """Asked of a verb or act noun of a document; None where nothing speaks against it."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self._doc = doc
        self._low = doc.low
        self._syntax = syntax
        self.of_clause: Callable[[Clause], Factuality | None] = Once(self._of_clause).__getitem__
        """By the status of its verb, which what governs it has part in; then by the clauses and nouns above."""

    def _is_open(self, group: NounGroup) -> bool:
        """Whether a noun names no act that is known: "an attack", "attacks"."""
        return group.determiner < 0 or self._low[group.determiner] in INDEFINITE

    def _is_unknown(self, clause: Clause | None) -> bool:
        """Whether a clause says that something is not known: "it remains unclear if"."""
        return clause is not None and clause.predicate >= 0 and self._low[clause.predicate] in TRUTH.open

    def at(self, token: int) -> Factuality | None:
        """What is said against the fact at a token."""
        verb = self._syntax.verb_at(token)
        if verb is not None and verb.clause is not None and verb.word == token:
            return self.of_clause(verb.clause)
        group, clause = self._syntax.group_at(token), self._syntax.clause_of(token)
        if clause is not None and clause.predicate == token and (group is None or group.head - group.start <= 1):  # not "was not a random shooting"
            return self.of_clause(clause)
        return self.of_group(group) if group is not None else None

    def begins(self, token: int) -> int:
        """The first token of the clause of a verb or act noun; of a noun outside one, that of its group."""
        clause, group = self._syntax.clause_of(token), self._syntax.group_at(token)
        return clause.start if clause is not None else group.start if group is not None else token

    def _of_clause(self, clause: Clause) -> Factuality | None:
        opener = self._low[clause.opener] if clause.opener >= 0 else ""
        if opener == "whether" or opener == "if" and (clause.kind is Kind.COMPLEMENT or self._is_unknown(clause.parent)):
            return Factuality.DOUBTED
        found = of_status(clause.verb.status)
        if found is Factuality.NEGATED and self._not_only(clause):
            return None
        if found is Factuality.PLANNED and "if" in self._low[self._doc.bounds[clause.verb.word][0] : clause.verb.word]:
            return Factuality.HYPOTHETICAL
        if clause.kind is Kind.INFINITIVE and (noun := self._noun_of_infinitive(clause)) is not None:
            found = found or self.of_noun_above(noun)  # "took part in the plans to release 90"
        if clause.kind is Kind.PARTICIPLE and clause.parent is None and (noun := self._syntax.group_at(clause.verb.start - 1)) is not None:
            found = found or (Factuality.NEGATED if singular(self._low[noun.head]) in TRUTH.denies else None)  # "denies having burned" taken for a noun
        if clause.kind is Kind.PARTICIPLE and self._low[clause.verb.start - 1] in OF_GERUND:
            found = found or self.of_noun_above(self._syntax.group_at(clause.verb.start - 2))  # "the risk of killing civilians"
        return found or self._above(clause)

    def _noun_of_infinitive(self, clause: Clause) -> NounGroup | None:
        """The noun right before an infinitive."""
        to = clause.verb.start - (self._low[clause.verb.start] != "to")
        return self._syntax.group_at(to - 1) if to > 0 and (clause.parent is None or clause.antecedent is None) else None

    def presupposed(self, token: int, since: int = 0) -> bool:
        """Whether a clause around a token that begins no earlier than another one tells what is known of a thing: "denied that it planned the raid in which 17 were killed", "vowed revenge for a raid that killed 17"."""
        return any(
            clause.kind is Kind.RELATIVE and clause.start >= since and clause.antecedent is not None and self._low[clause.antecedent.start] in ("a", "the")
            for clause in self._syntax.clauses_around(token)
        )

    def _not_only(self, clause: Clause) -> bool:
        """ "Not only were 12 killed", "no fewer than 12 were killed": that is so."""
        subject = clause.subject
        if subject is not None and self._low[subject.start] in ("no", "not") and self._low[subject.start + 1] in ("fewer", "less", "more"):
            return True
        words = self._low[max(0, clause.start - 1) : clause.verb.end + 1]
        return any(word == "not" and following in ("only", "just", "merely") for word, following in pairwise(words))

    def of_group(self, group: NounGroup) -> Factuality | None:
        """By its own words, by the noun it hangs on, by the verb that takes it."""
        if group.determiner >= 0 and self._low[group.determiner] in ("no", "neither") or self._low[group.start] == "no":
            return Factuality.NEGATED
        words = self._low[group.start : group.head]
        if not QUALIFYING.isdisjoint(words):
            return Factuality.NEGATED if self._was_prevented(group) else next(fact for adjectives, fact in OF_ADJECTIVE if not adjectives.isdisjoint(words))
        if group.preposition >= 0 and self._low[group.preposition] == "without":
            return Factuality.NEGATED
        preposition = self._preposition(group)
        if preposition == "of" and self._low[group.preposition - 1] == "ahead" and (group.determiner < 0 or self._low[group.determiner] in INDEFINITE):
            return Factuality.PLANNED  # "ahead of an offensive"
        if group.clauses and self._has_happened(group):
            return None
        return self._of_phrase(group, preposition) or self._of_what_governs(group, preposition)

    def _of_phrase(self, group: NounGroup, preposition: str) -> Factuality | None:
        """By the words before its preposition: "in case of an attack", "vulnerable to attack", "talks about a truce"."""
        if preposition and self._is_open(group) and f"{self._low[group.preposition - 1]} {preposition}" in TRUTH.supposed:
            return Factuality.HYPOTHETICAL
        before = self._syntax.group_at(group.preposition - 1) if preposition in ("about", "on", "over") else None
        return Factuality.PLANNED if before is not None and self._talked_of(before, group) else None

    def _of_what_governs(self, group: NounGroup, preposition: str) -> Factuality | None:
        """By the noun that it hangs on, else by the verb that takes it or the series that it is."""
        above = group.hangs_on or (self._syntax.group_at(group.preposition - 1) if preposition == "for" else None)  # "issued a warrant for his arrest"
        taken = above if above is not None and preposition == "of" and singular(self._low[above.head]) in NOUNS.series else group  # "blocked a package of sanctions"
        meant = self.of_noun_above(above) if above is not None and singular(self._low[above.head]) not in TRUTH.end else None
        return meant or next(filter(None, (self._taken(clause, role, taken) for clause, role in taken.roles)), None)

    @staticmethod
    def _has_happened(group: NounGroup) -> bool:
        """Whether a relative tells what an act did: "accused of planning the raid in which 17 died"."""
        told = (clause.verb.status for clause in group.clauses if clause.kind is Kind.RELATIVE)
        return any(status.time is Time.PAST and status.mood is Mood.TOLD and not status.negated for status in told)

    def _talked_of(self, talks: NounGroup, act: NounGroup) -> bool:
        """Whether an act is what talks are about, and is still to be agreed: "talks on a prisoner exchange"."""
        kind = known(self._low[act.head]).noun_kind
        return singular(self._low[talks.head]) in NOUNS.talk and (kind is None or kind[0] in AGREED)

    def _taken(self, clause: Clause, role: Role, group: NounGroup) -> Factuality | None:
        """What a verb makes of the act noun that it takes: "prevented an attack", "demanded a truce", "did not launch a raid", "talks could begin"."""
        for child in clause.children:
            if child.controller is group and child.verb.lemma in TRUTH.occurs:
                clause = child  # "talks are due to open"
                break
        verb, patient = clause.verb, self._is_patient(clause, role)
        if patient and self._prevents(verb):
            return None if verb.status.negated else Factuality.NEGATED
        if patient and verb.lemma in TRUTH.verifies and verb.status.negated:
            return Factuality.DOUBTED
        if role is Role.OBLIQUE and verb.lemma == "lead" and clause.antecedent is not None and singular(self._low[clause.antecedent.head]) in TRUTH.sought:
            return Factuality.PLANNED  # "information leading to the arrest of"
        if role is Role.OBLIQUE or patient:
            found = self._governed(clause, group, verb.lemma if patient else f"{verb.lemma} {self._preposition(group)}", patient=patient)
            if found is not None or patient and verb.lemma in TRUTH.weighs:
                return found
        return self.of_clause(clause) if self._lends(clause, role, patient=patient) else None

    def _governed(self, clause: Clause, group: NounGroup, key: str, *, patient: bool) -> Factuality | None:
        """What a verb, with its preposition, makes of the act that it governs: only thought of, wanted; what is discussed and known has happened."""
        verb = clause.verb
        if key in TRUTH.supposed and self._is_open(group):
            return Factuality.HYPOTHETICAL  # "fear an attack", "guard it against attacks"
        if key not in TRUTH.wanted or patient and key in TRUTH.weighs and self._is_known_act(group):
            return None
        done = verb.lemma == "order" and (clause.kind is Kind.PARTICIPLE or verb.status.pluperfect)  # "guilty of ordering the raid"
        return Factuality.PLANNED if patient and not done or not patient and self._belongs_to(verb, group) else None

    @staticmethod
    def _lends(clause: Clause, role: Role, *, patient: bool) -> bool:
        """Whether a verb only lends its act noun a clause: "launched a raid", "talks began"."""
        light = clause.verb.lemma in VERBS.light
        return patient and light or role is Role.SUBJECT and (light or clause.verb.lemma in TRUTH.occurs or clause.existential)

    def _belongs_to(self, verb: VerbGroup, group: NounGroup) -> bool:
        """Whether a preposition is the verb's own: "called for an attack", not "called it revenge for an attack"."""
        before = self._syntax.group_at(group.preposition - 1)
        return before is None or before.time or before.end <= verb.start

    def _is_known_act(self, group: NounGroup) -> bool:
        """Whether a noun with "the" tells an act that needs no agreement: "discussed the raid", not "discussed the release of prisoners"."""
        kind = known(self._low[group.head]).noun_kind
        return group.determiner >= 0 and self._low[group.determiner] not in INDEFINITE and kind is not None and kind[0] not in AGREED

    def _was_prevented(self, group: NounGroup) -> bool:
        """Whether a verb says that an act did not come about: "a planned raid was thwarted"."""
        return any(self._is_patient(clause, role) and self._prevents(clause.verb) and not clause.verb.status.negated for clause, role in group.roles)

    @staticmethod
    def _is_patient(clause: Clause, role: Role) -> bool:
        return role is Role.OBJECT or role is Role.SUBJECT and clause.verb.passive

    def _prevents(self, verb: VerbGroup) -> bool:
        """Whether a verb, or the verb with its particle, says that what it takes did not come about: "foiled", "ruled out"."""
        return verb.lemma in TRUTH.prevents or verb.particle >= 0 and f"{verb.lemma} {self._low[verb.particle]}" in TRUTH.prevents

    def _above(self, clause: Clause) -> Factuality | None:
        """What the clause or noun that governs a complement or infinitive makes of it."""
        inner = clause
        while True:
            parent = inner.parent
            above = self.of_noun_above(inner.antecedent) if inner.antecedent is not None and inner.kind not in (Kind.REDUCED, Kind.RELATIVE) else None
            if (found := above or (self._of_noun_before(inner) if inner.subject is not inner.antecedent else None)) is not None:
                return found
            if inner.kind is Kind.RELATIVE and inner.antecedent is not None and self._low[inner.antecedent.start] == "the":
                return None  # "denied that it planned the raid in which 17 were killed"
            if parent is None or inner.kind not in (Kind.COMPLEMENT, Kind.INFINITIVE, Kind.PARTICIPLE, Kind.RELATIVE):
                return None
            if (found := self._under(inner, parent)) is not None:
                return found
            inner = parent

    def _under(self, clause: Clause, parent: Clause) -> Factuality | None:
        verb = parent.verb
        lemma, negated = verb.lemma, verb.status.negated
        governed = clause.kind is Kind.PARTICIPLE and self._low[clause.start - 1] != ","  # not "failed to stop, killing two"
        if clause.kind is Kind.PARTICIPLE and not governed and not negated and verb.status.mood is Mood.HEARSAY:
            return Factuality.CLAIMED  # "accused them of shelling a market, killing three"
        if governed and lemma in ASPECT and (found := of_status(verb.status)) is not None:
            return found
        content = governed or clause.kind in (Kind.COMPLEMENT, Kind.INFINITIVE)
        if content and (lemma in TRUTH.denies or self._prevents(verb)):
            return None if negated else Factuality.NEGATED
        if clause.kind is Kind.INFINITIVE and negated:
            return Factuality.NEGATED
        if clause.kind is Kind.COMPLEMENT:
            if lemma in TRUTH.supposed and verb.finite:
                return Factuality.HYPOTHETICAL
            if lemma in TRUTH.doubts or negated and lemma in TRUTH.verifies:
                return Factuality.DOUBTED
            if parent.predicate >= 0:
                if self._low[parent.predicate] in (TRUTH.true if negated else TRUTH.false):
                    return Factuality.NEGATED
                if self._low[parent.predicate] in (TRUTH.false if negated else TRUTH.true):
                    return None
        return self._by_noun(clause, parent)

    def _by_noun(self, clause: Clause, parent: Clause) -> Factuality | None:
        """What the noun beside the verb above says of a clause: "reports said that", "there is no evidence that", "the plan to"."""
        subject = parent.subject
        if clause.kind is Kind.COMPLEMENT and subject is not None and singular(self._low[subject.head]) in TELLING and (found := self._worded(subject)) is not None:
            return found
        if parent.existential and subject is not None and singular(self._low[subject.head]) in TRUTH.proof and parent.verb.status.negated:
            return Factuality.DOUBTED
        governing = parent.object or subject
        if clause.kind in (Kind.COMPLEMENT, Kind.INFINITIVE) and governing is not None and governing.end <= clause.start:
            return self.of_noun_above(governing)
        return None

    def _of_noun_before(self, clause: Clause) -> Factuality | None:
        """What the noun right before a "that" makes of its clause, where grammar took it for something else: "rumours that 80 were killed"."""
        at = (clause.opener if clause.opener > 0 and self._low[clause.opener] == "that" else clause.start - 1) - 1
        if at < 0 or self._low[at + 1] != "that" or singular(self._low[at]) not in TELLING:
            return None
        return self.of_noun_above(self._syntax.group_at(at) or NounGroup(at, at + 1, at))

    def of_noun_above(self, group: NounGroup | None) -> Factuality | None:
        """What a noun makes of what hangs on it: "fears of an attack", "false reports of 30 dead"; the plan itself may be foiled."""
        if group is None:
            return None
        head = singular(self._low[group.head])
        if head in TELLING and (found := self._worded(group) or self._judged(group)) is not None:
            return found
        fact = OF_NOUN.get(head)
        if fact is None:
            return None
        if fact is Factuality.PLANNED and group.determiner >= 0 and self._low[group.determiner] == "no":
            return Factuality.NEGATED
        prevented = any(self._prevents(clause.verb) or role is Role.SUBJECT and clause.verb.lemma in TRUTH.fails for clause, role in group.roles)
        return Factuality.NEGATED if prevented else fact

    def _worded(self, group: NounGroup) -> Factuality | None:
        """By the words of a noun that tells something: "false reports", "unconfirmed claims", "no evidence"."""
        words = set(self._low[group.start : group.head])
        if not TRUTH.false.isdisjoint(words):
            return Factuality.NEGATED
        if not TRUTH.unverified.isdisjoint(words) or "no" in words or singular(self._low[group.head]) in TRUTH.proof and "little" in words:
            return Factuality.DOUBTED
        return None

    def _judged(self, group: NounGroup) -> Factuality | None:
        """By what is said of a noun that tells something: "rejected claims that", "the report was wrong", "called it a lie"."""
        end = self._doc.bounds[group.head][1]
        for clause, role in group.roles:
            verb, negated = clause.verb, clause.verb.status.negated
            patient, subject = self._is_patient(clause, role), clause.subject
            if role is Role.OBLIQUE and negated and subject is not None and self._low[subject.head] in TRUTH.substance:
                return Factuality.NEGATED  # "there is no truth in reports that"
            if patient and verb.lemma in TRUTH.denies and not negated:
                return Factuality.NEGATED
            if patient and verb.lemma in TRUTH.verifies and negated:
                return Factuality.DOUBTED
            if patient and verb.lemma in TRUTH.calls and not TRUTH.false.isdisjoint(self._low[group.end : end]):
                return Factuality.NEGATED
        k = next((k for k in range(group.end, end) if self._low[k] in TRUTH.false), -1)
        is_told = k > 0 and (self._low[k - 1] in BEING or self._low[k - 1] == "not" and self._low[k - 2] in BEING)
        return (Factuality.NEGATED if self._low[k - 1] != "not" else None) if is_told else None

    def _preposition(self, group: NounGroup) -> str:
        return self._low[group.preposition] if group.preposition >= 0 else ""


def of_status(status: Status) -> Factuality | None:
    """What the status of a verb group says: negated first, then its mood, then that it is to come."""
    if status.negated:
        return Factuality.NEGATED
    return OF_MOOD.get(status.mood) or (Factuality.PLANNED if status.time is Time.FUTURE else None)
