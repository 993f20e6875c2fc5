"""How a trigger is told: as what happened, as a part of a clause, as background, as what is done again and again, as one attack."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Kind, Mood, NounGroup, Once, Role, Syntax, Time

from ..facts.phrases import is_answered
from ..grammar.lists import CHARGES, POINTING, RELATIVE
from ..grammar.sentence import DASHES
from ..lexicon.events import known
from ..lexicon.facts import TRUTH
from ..tables import TABLES
from .dating import Dating
from .links import AMID, ANOTHER, INEXACT, OTHER_TIME, SPEECH, WORDS, superlative
from .triggers import NEWS_FORMS, PAST, UNFINISHED

UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
NUMBERS: dict[str, int] = TABLES.numerals.small
DOCUMENTS = TABLES.speakers.documents.nouns
PROSECUTION = frozenset({"arrest", "convict", "investigate"})
"""Modes of what police and courts do."""
FOLLOWING = frozenset({"ACCUSE", "SANCTION"})
"""Kinds of what is done about an attack."""


def _between(tokens: list[int], first: int, end: int) -> list[int]:
    """Those of some tokens, in order, that stand in a stretch."""
    return tokens[bisect_left(tokens, first) : bisect_left(tokens, end)]


class Telling(Dating):
    """How grammar tells the triggers of a document, whichever day they have."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        super().__init__(doc, syntax, forms, times, published)
        self._generic: list[int] = [*doc.among(WORDS.generic)]
        """The adverbs of what is done again and again."""
        self._dashes: list[int] = [n for n in doc.among(DASHES) if syntax.tags[n] == ":" and doc.low[n - 1] not in DASHES]
        """The dashes, the first of each run."""
        self._antecedent: Callable[[int], int] = Once(self._hangs_on).__getitem__
        """The event noun that the relative or participle at a token hangs on, or -1."""
        self._tells: Callable[[int], bool] = Once(self._is_news_of).__getitem__
        """Whether a trigger tells, rather than recalls."""
        self._is_background: Callable[[int], bool] = Once(self._stands_below).__getitem__
        """Whether a trigger is told beside what its sentence tells."""

    def _hangs_on(self, k: int) -> int:
        clause = self._clause(k)
        when = clause is not None and clause.opener >= 0 and self.low[clause.opener] == "when" and superlative(self.doc, self.syntax, clause.opener, self.doc.bounds[k][0]) < 0
        if clause is None or not when and clause.kind not in (Kind.RELATIVE, Kind.REDUCED) and (clause.parent is not None or clause.subject is not None):
            return -1
        if clause.kind is Kind.REDUCED and clause.verb.passive and clause.antecedent is not None and not self.is_noun(clause.antecedent.head):
            return -1  # "a service for the guards killed"
        if clause.kind is Kind.RELATIVE and clause.antecedent is not None and self.is_noun(clause.antecedent.head):
            return clause.antecedent.head
        start = next((j for j in range(clause.verb.start - 1, clause.start - 1, -1) if self.low[j] in RELATIVE), clause.start)
        return self.event_noun(start - 1 if self.low[start - 1 : start] == [","] else start)

    def _group(self, k: int) -> NounGroup | None:
        """The noun group that an event noun heads."""
        group = self.syntax.group_at(k)
        return group if group is not None and group.head == k else None

    def _is_definite(self, k: int) -> bool:
        group = self._group(k)
        return group is not None and group.determiner >= 0 and self.low[group.determiner] in POINTING

    def _days_before(self, opener: int) -> int | None:
        """How many days on are counted right before "after", how many back before "before"; 0 if none, None if months or years, or some days ("days after")."""
        if opener < 2 or self.low[opener] not in ("after", "before"):
            return 0
        unit, number = self.low[opener - 1], self.low[opener - 2]
        if unit not in UNITS:
            return None if unit in WORDS.far else 0
        if unit.endswith("s") and not (number.isdecimal() or number in NUMBERS):
            return None
        return UNITS[unit] * self._count(opener) * (1 if self.low[opener] == "after" else -1)

    def _count(self, opener: int) -> int:
        """The number before the unit that is counted right before a word."""
        number = self.low[opener - 2]
        return int(number) if number.isascii() and number.isdigit() and len(number) < 4 else NUMBERS.get(number, 1)

    def _months_before(self, opener: int) -> int:
        """How many months are counted right before "after"; 0 if none, or more or less than that many."""
        if opener < 2 or self.low[opener] != "after" or self.low[opener - 1] not in MONTHS:
            return 0
        exact = self.low[max(opener - 3, 0)] not in INEXACT and (self.low[opener - 2] in NUMBERS or self.low[opener - 2] in ("a", "an"))
        return MONTHS[self.low[opener - 1]] * self._count(opener) if exact else 0

    def _is_same_time(self, clause: Clause) -> bool:
        """Whether "as", "while", "when", or "after" and "before" without a count of days, open a clause; not "arrested after he shot"."""
        if clause.kind is not Kind.ADVERBIAL or clause.opener < 0 or self.low[clause.opener] not in WORDS.same_time or self._days_before(clause.opener) != 0:
            return False
        return self.low[clause.opener] != "after" or clause.parent is None or not self._follows_up(clause.parent)

    def _follows_up(self, clause: Clause) -> bool:
        """Whether a verb tells what is done about a crime, days after it: "arrested", "charged", "identified"."""
        word = known(self.low[clause.verb.word])
        return word.verb in WORDS.looks_into or word.kind is not None and (word.kind[0] in FOLLOWING or word.kind[1] == "arrest")

    def _prosecutes(self, clause: Clause) -> bool:
        """Whether a verb tells what police or a court do about a crime: "arrested", "charged", "convicted"; not "condemned", "suspended"."""
        word = known(self.low[clause.verb.word])
        return word.verb in WORDS.looks_into or word.kind is not None and word.kind[1] in PROSECUTION

    def _sends_police(self, clause: Clause) -> bool:
        """Whether police or helpers come to a scene, or are called there."""
        doer = clause.subject
        comes = clause.verb.lemma in WORDS.called if clause.verb.passive else clause.verb.lemma in WORDS.called_to
        return comes and doer is not None and self.low[doer.head] in WORDS.police

    def _tells_attack(self, k: int) -> bool:
        """Whether a trigger tells an attack as having happened, be it in a relative."""
        if not self.strikes(k) or self._is_aside(k, OTHER_TIME):
            return False
        if self.is_noun(k):
            beside = [(clause, role) for clause, role in self._beside(k) if clause.verb.status.time is not Time.FUTURE and not self._ends(clause)]
            return any(role not in (Role.OBJECT, Role.OBLIQUE) or not self._answers(clause) for clause, role in beside) and not known(self.low[k]).lasting
        return self.forms[k] in NEWS_FORMS | {"participle", "ing"}

    def _ends(self, clause: Clause) -> bool:
        """Whether an infinitive tells that something is done so that an act does not come: "to prevent attacks"."""
        return clause.kind is Kind.INFINITIVE and clause.verb.lemma in TRUTH.prevents

    def _beside(self, k: int) -> list[tuple[Clause, Role]]:
        """The clauses of the verbs that an event noun does, suffers or has as its occasion, and what it is to them."""
        group = self._group(k)
        if group is None:
            return []
        return [(clause, role) for clause, role in group.roles if role is not Role.OBLIQUE or self.low[group.preposition] in AMID and not (self.strikes(k) and self._follows_up(clause))]

    def _is_told(self, clause: Clause) -> bool:
        """Whether a verb tells something, by itself or as what took place: "a truce was brokered"; not what is spoken of."""
        return (self._tells(clause.verb.word) or self._happened(clause)) and not self.is_spoken(clause)

    def _answers(self, clause: Clause) -> bool:
        """Whether a verb tells what is said, written or done about an act that was told before: "condemned the attack", "marched to protest the killing", "the report documented the killing"."""
        kind, form, doer = known(self.low[clause.verb.word]).kind, self.forms.get(clause.verb.word), clause.subject
        written = doer is not None and self.low[doer.head] in DOCUMENTS and not clause.verb.passive
        return written or kind is not None and (kind[0] in SPEECH or kind[0] == "PROTEST") and form in PAST | UNFINISHED

    def _is_news_of(self, k: int) -> bool:
        """Whether a trigger is a verb in past or perfect that no relative or "after" holds, or a noun beside one."""
        if self.is_noun(k):
            return any(self._is_told(clause) for clause, _ in self._beside(k))
        clause = self._clause(k)
        if self._is_generic(k, clause):
            return False
        return self._is_hearsay(clause) or self.forms.get(k) in NEWS_FORMS and (clause is None or self._may_tell(clause))

    def _happened(self, clause: Clause) -> bool:
        """Whether a verb of no kind tells of the past: "there was an attack", "gunshots were heard"."""
        status = clause.verb.status
        past = status.time is Time.PAST and status.mood is Mood.TOLD and not status.negated
        word = known(self.low[clause.verb.word])
        return not word.report and word.kind is None and past and self._may_tell(clause)

    def _is_hearsay(self, clause: Clause | None) -> bool:
        """Whether a verb is told as "is believed to have been killed"."""
        return clause is not None and clause.kind is Kind.INFINITIVE and clause.verb.status.mood is Mood.HEARSAY and "have" in self.low[clause.verb.start : clause.verb.end]

    def _may_tell(self, clause: Clause) -> bool:
        """Whether a clause stands by itself, or as what is said."""
        return clause.kind in (Kind.MAIN, Kind.COMPLEMENT) or self._is_same_time(clause)

    def _is_generic(self, k: int, clause: Clause | None) -> bool:
        """Whether an adverb of its clause tells that it is done again and again, or at another time, or a phrase in which war it was."""
        if clause is not None and any(preposition in ("in", "during") and self._is_war(group) for preposition, group in clause.obliques):
            return True
        first, last = (clause.start, clause.end) if clause is not None else (max(0, k - 2), k + 2)
        adverbs = _between(self._generic, first, last)
        return bool(adverbs) and (clause is None or any(self.syntax.clause_of(j) is clause for j in adverbs))

    def _is_war(self, group: NounGroup) -> bool:
        """Whether a group is a war that is named or was told of: "World War II", "the war"."""
        return (group.name or self._is_definite(group.head)) and any(word in WORDS.war for word in self.low[group.start : group.end])

    def _is_aside(self, k: int, before: frozenset[str]) -> bool:
        """Whether "since", "until", "if" before its clause, or one of some prepositions before its noun, sets it apart in time; so is what a relative tells of such a noun."""
        if self.is_noun(k):
            group = self._group(k)
            return group is not None and (self.governing(group) in before or is_answered(self.doc, group) or any(role is Role.OBJECT and clause.verb.lemma == "follow" for clause, role in group.roles))
        clause = self._clause(k)
        if clause is not None and clause.kind in (Kind.RELATIVE, Kind.REDUCED):
            noun = self._antecedent(k)
            return noun >= 0 and self.is_noun(noun) and self._is_aside(noun, before)
        return clause is not None and clause.kind is Kind.ADVERBIAL and not self._is_same_time(clause)

    def _is_inserted(self, k: int) -> bool:
        """Whether a trigger stands between the two dashes of its sentence: "the vote -- a court ordered it on 3 May -- was welcomed"."""
        marks = _between(self._dashes, *self.doc.bounds[k])
        return len(marks) == 2 and marks[0] < k < marks[1]  # noqa: PLR2004

    def _stands_below(self, k: int) -> bool:
        """Whether a relative or a clause with "since", "until", "if" tells it; a noun there too: "one of two men killed in Tuesday's riots"; or two dashes part it off."""
        group = self._group(k) if self.is_noun(k) else None
        clause = next((clause for clause, _ in group.roles), None) if group is not None else self._clause(k)
        while clause is not None:
            if clause.kind in (Kind.RELATIVE, Kind.REDUCED) or clause.kind is Kind.ADVERBIAL and not self._is_same_time(clause):
                return True
            clause = clause.parent if not clause.verb.finite else None
        return self._is_inserted(k)

    def _tells_apart(self, k: int) -> bool:
        """Whether an event noun only tells which man or thing is meant: "the fugitive from November's attacks"."""
        group = self._group(k) if self.is_noun(k) else None
        return group is not None and group.hangs_on is not None and not group.roles and self.low[group.preposition] != "of"

    def _is_charge(self, k: int) -> bool:
        """Whether an event noun names a crime of which somebody is accused: "charged with murder", "convicted of assault"."""
        group = self._group(k) if self.is_noun(k) else None
        if group is not None and group.hangs_on is not None and self.low[group.preposition] == "of":
            group = group.hangs_on  # "three counts of murder"
        return group is not None and any(role is Role.OBLIQUE and clause.verb.lemma in CHARGES and self.low[group.preposition] in ("with", "of") for clause, role in group.roles)

    def _is_another(self, k: int) -> bool:
        """Whether an act noun names an incident beside the one told: "an earlier attack"."""
        group = self.syntax.group_at(k)
        return group is not None and not ANOTHER.isdisjoint(self.low[group.start : group.head])

    def _recalls(self, clause: Clause) -> bool:
        """Whether a clause tells what was before: the pluperfect by itself, a relative before the verb of its clause or in the pluperfect, "after" behind a participle on a noun."""
        above = clause.parent
        if above is None:
            return clause.kind is Kind.MAIN and clause.verb.status.pluperfect and clause.joined is None
        return clause.kind is Kind.RELATIVE and (clause.start < above.verb.start or clause.verb.status.pluperfect) or clause.kind is Kind.ADVERBIAL and above.kind is Kind.REDUCED

    def _is_meant(self, k: int) -> bool:
        """Whether an infinitive tells what somebody means to do: "vowed to retake the town by May"; not "began to"."""
        clause = self._clause(k) if self.forms[k] == "inf" else None
        return clause is not None and clause.parent is not None and clause.parent.verb.lemma not in WORDS.acted

    def _tells_of_doer(self, k: int) -> bool:
        """Whether a relative tells of somebody or something, not of an act: "killed a man who joined them in 2006"."""
        clause = self._clause(k)
        return clause is not None and clause.kind is Kind.RELATIVE and self._antecedent(k) < 0

    def _issues(self, k: int) -> bool:
        """Whether a verb tells of a document: "released its report", "the footage was posted"."""
        clause = self._clause(k)
        group = None if clause is None else clause.subject if clause.verb.passive else clause.object
        return group is not None and self.low[group.head] in DOCUMENTS
