"""Which date of its own sentence reaches a trigger that none governs: that of its verb or noun, of the clause above, of what it is joined to or counted from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from conflictkit._document import Document
from conflictkit._models import DateSource
from conflictkit.engine.syntax import Clause, Form, Kind, Mood, NounGroup, Role, Syntax, Time

from ..grammar.lists import HEARSAY
from ..lexicon.events import known
from ..lexicon.facts import HARM, MAKES, SUFFERS, TRUTH
from .dating import EDGES
from .links import AMID, OTHER_TIME, WORDS, Link, moved, precision, superlative
from .retold import NO_DAY, Retold
from .triggers import NEWS_FORMS, PAST, UNFINISHED

ACTS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
"""Kinds of verbs that tell of the same as a relative in their clause: "men who fired at it attacked"; not "jailed men who fired at it"."""
DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
"""Kinds of verbs whose object they do or suffer: "repelled an attack"; not "condemned an attack"."""
DOING = MAKES | SUFFERS | WORDS.causes | TRUTH.prevents
"""Verbs that say that their object is done: "launched a raid", "suffered an attack"."""
SPOKEN_OF = frozenset({"about", "over", "for"})
"""Prepositions before what is spoken of, asked or blamed for."""
WEEK = 3
"""Precision of a week: what is less precise is no day."""
PERFECT = frozenset({"perfect", "been"})
"""Forms of what has lasted up to now."""


class Within(Retold):
    """What a sentence says about the days of its events."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        super().__init__(doc, syntax, forms, times, published)
        self._carrier: tuple[int, int, Link] | None = None
        """Sentence, token and day of the last event that carries the story."""
        self._day: Link | None = None
        """The one day that a sentence names; ``_strike`` that of its attacks."""
        self._strike: Link | None = None
        self._doing: dict[int, int] = {}
        """Event noun -> the dated verb of its relative clause."""

    def _of(self, k: int) -> Link | None:
        """The date of a trigger."""
        raise NotImplementedError

    def _verb(self, clause: Clause | None) -> Link | None:
        return self._of(clause.verb.word) if clause is not None else None

    def _by_relative(self, k: int) -> Link | None:
        """ "An attack that killed 12 in May": what it does has a date."""
        return self._ruled[self._doing[k]][-1] if k in self._doing else None

    def _by_verb(self, k: int) -> Link | None:
        """The verb that an event noun stands beside: "the raid killed six", "killed in a raid", "launched a raid"; not what is spoken of."""
        group = self.syntax.group_at(k)
        if group is not None and group.head == k and not group.roles and group.hangs_on is not None:
            group = group.hangs_on if self._facts.whole(group.hangs_on) is group else None  # "a string of attacks"; not "a suspect in the attacks"
        if group is None:
            return None
        for clause, role in group.roles:
            to_come = next((child for child in clause.children if child.controller is group and child.verb.lemma in TRUTH.occurs), None)
            if to_come is not None or self._does(clause, role, group) or role is Role.SUBJECT and self._is_reported(clause):
                return self._verb(to_come or clause)  # "talks are set to resume on Sunday"
        return None

    def _does(self, clause: Clause, role: Role, group: NounGroup) -> bool:
        """Whether an event noun and the verb beside it tell one thing."""
        verb = clause.verb
        if verb.lemma in WORDS.ahead and not self._is_definite(group.head) or self._ends(clause):
            return False  # "announced a raid", "to prevent attacks"
        if role is Role.OBLIQUE:
            return self._is_done_in(clause, group)
        if role is Role.AGENT or role is Role.SUBJECT and not verb.passive:
            return not known(self.low[verb.word]).report
        return (role is Role.SUBJECT or role is Role.OBJECT and verb.lemma != "claim") and self._does_or_suffers(clause)  # not "claimed the attack on Friday"

    def _is_done_in(self, clause: Clause, group: NounGroup) -> bool:
        """ "Killed in a raid", "responded to a shooting", "came under fire", "dead after a blast", "in a phone call he confirmed": what is done in the act, or told of with it."""
        before = self.low[group.preposition] if group.preposition >= 0 else ""
        strikes = self.strikes(group.head)
        if before in AMID:
            calls = (known(self.low[group.head]).noun_kind or ("",))[0] == "CONSULT"
            return calls or self._does_or_suffers(clause) and not (strikes and self._follows_up(clause))
        if before in ("after", "following"):
            dead = self.low[clause.verb.end : clause.verb.end + 1] == ["dead"]
            return strikes and (dead or known(self.low[clause.verb.word]).verb in HARM)
        return before == "to" and self._sends_police(clause) or before == "under" and strikes

    def _does_or_suffers(self, clause: Clause) -> bool:
        """Whether a verb says that its object is done, suffered, caused or prevented, or does harm itself."""
        lemma, word = clause.verb.lemma, known(self.low[clause.verb.word])
        return lemma in DOING or word.verb in HARM or word.kind is not None and word.kind[0] in DONE

    def _of_its_noun(self, k: int) -> Link | None:
        """A relative or participle of an event noun has its day: "the blast that killed six"; none, if that is set apart: "following a blast that killed six"."""
        noun = self._antecedent(k)
        return self._of(noun) or (NO_DAY if self._is_aside(noun, OTHER_TIME) else None) if noun >= 0 else None

    def _hanging(self, k: int) -> Link | None:
        """A clause has the day of the one that it hangs on, as its kind tells."""
        clause = self._clause(k)
        parent = clause.parent if clause is not None else None
        if clause is None or parent is None:
            return None
        if clause.kind is Kind.INFINITIVE and clause.verb.status.time is Time.FUTURE and parent.verb.status.time is Time.PRESENT:
            return NO_DAY  # "is poised to storm it"
        if parent.kind is Kind.REDUCED and parent.verb.word not in self._ruled and clause.opener >= 0 and self.low[clause.opener] == "after":
            return NO_DAY  # "worn out by an emergency begun after rebels killed 130"
        if parent.kind is Kind.REDUCED and parent.parent is not None and parent.verb.word not in self._ruled and not self.has_kind(parent):
            parent = parent.parent  # "drove into a bar located near a base, killing six"
        if clause.set_off and parent.parent is not None and parent.opener >= 0 and self.low[parent.opener] == "since":
            parent = parent.parent  # "the worst attack since the town fell in May, killing six"
        where = clause.opener >= 0 and self.low[clause.opener] == "where"
        rule = Within._beside_above if self._is_same_time(clause) else HANGING.get(Kind.RELATIVE if where else clause.kind)
        return rule(self, clause, parent) if rule is not None else None

    def _beside_above(self, clause: Clause, parent: Clause) -> Link | None:
        """A participle, "as", "while", "when": the day of the clause above, if that is no saying; "accused them of shelling the town", "jailed for shelling it" tell none."""
        if clause.kind is Kind.PARTICIPLE and (self._is_hearsay_of(clause) or self.low[clause.verb.start - 1] in ("of", "for")):
            return NO_DAY
        return self._verb(parent) if parent.kind is Kind.PARTICIPLE or not known(self.low[parent.verb.word]).report else None

    def _is_hearsay_of(self, clause: Clause) -> bool:
        """Whether the verb above makes a participle hearsay, and no adverb of its own: "reportedly killing two"."""
        return clause.verb.status.mood is Mood.HEARSAY and HEARSAY.isdisjoint(self.low[clause.verb.start : clause.verb.word])

    def _tried(self, clause: Clause, parent: Clause) -> Link | None:
        """ "Began to", "made an attempt to", "was reported to be sending": one day."""
        tried = parent.object is not None and parent.object.end == clause.start and self.low[parent.object.head] in WORDS.attempts
        goes_on = clause.verb.form is Form.GERUND and known(self.low[parent.verb.word]).report
        return self._verb(parent) if parent.verb.lemma in WORDS.acted or tried or goes_on or self.is_purpose(clause, parent) else None

    def _said(self, clause: Clause, parent: Clause) -> Link | None:
        """ "Said on Monday that troops were entering"; what is said to be done only has a span of the saying that is longer than a day."""
        form = self.forms.get(clause.verb.word)
        if parent.verb.word not in self._ruled or form not in NEWS_FORMS | {"progressive"} or not known(self.low[parent.verb.word]).report:
            return None
        said = self._ruled[parent.verb.word][-1]
        return said if form == "progressive" or (precision(said.first, said.last) or 0) > 1 else None

    def _told_of_doer(self, clause: Clause, parent: Clause) -> Link | None:
        """ "Men who fired at it attacked", "stormed the camp, where they threw bombs": a relative tells of the same as the act of its clause."""
        kind = known(self.low[parent.verb.word]).kind
        told = self.forms.get(clause.verb.word) in PAST | UNFINISHED and "had" not in self.low[clause.verb.start : clause.verb.word] and kind is not None and kind[0] in ACTS
        return self._verb(parent) if told else None

    def _counted_back(self, k: int) -> Link | None:
        """ "Norland rejected the charges on Friday, a day after powers agreed on a truce": so many days from the verb above."""
        clause = self._clause(k)
        if clause is None or clause.kind not in (Kind.ADVERBIAL, Kind.PARTICIPLE) or clause.parent is None:
            return None
        opener = clause.opener if clause.kind is Kind.ADVERBIAL else clause.start - 1  # "a day after taking it"
        days, months = self._days_before(opener), self._months_before(opener)
        if days is None:
            return moved(self._day_of(clause.parent), 0, months) or NO_DAY if months else NO_DAY
        return (moved(self._verb(clause.parent), -days) or NO_DAY) if days else None

    def _at_the_time(self, k: int) -> Link | None:
        """A verb has the day of what is told to be at the same time."""
        clause = self._clause(k)
        return self._meanwhile(clause) if clause is not None else None

    def _day_of(self, clause: Clause) -> Link | None:
        """The day of a clause; that of publication for what "comes" so long after something."""
        link = self._verb(clause)
        if link is not None or self.published is None or clause.kind is not Kind.MAIN or clause.verb.status.time is not Time.PRESENT:
            return link
        return self._today("publication")

    def _today(self, rule: str) -> Link:
        """The day of publication."""
        return Link(None, self.published, self.published, DateSource.PUBLICATION, rule)

    def _counted(self, k: int) -> Link | None:
        """ "Failed a day after the town fell on Monday", "two weeks before the raid of 3 May": so many days from the event beside it."""
        clause = self._clause(k)
        if clause is None:
            return None
        anchors = [(child.opener, child.verb.word) for child in clause.children if child.kind is Kind.ADVERBIAL and child.opener >= 0]
        anchors += [(group.preposition, group.head) for _, group in clause.obliques if group.preposition >= 0]
        for opener, anchor in anchors:
            days = self._days_before(opener)
            link = moved(self._of(anchor), days) if days and anchor in self.forms else None
            if link is not None:
                return link if link.source is not DateSource.PUBLICATION else NO_DAY
        return None

    def _since(self, k: int) -> Link | None:
        """ "Strikes have since killed 40", "have killed 40 since the war began", "the war, which began in May, has killed 40": from that day to that of publication; else no day."""
        clause = self._clause(k)
        if clause is None:
            return None
        if "since" in self.low[clause.verb.start : clause.verb.word] or any(self.low[j : j + 2] == ["since", "then"] for j in range(clause.verb.end, clause.end)):
            link = self._carrier[2] if self._carrier is not None else None
        elif anchors := self._begun(clause):
            link = next((link for j in anchors if (link := self._of(j)) is not None), None)
        else:
            return None
        if link is None or link.first is None or link.source is DateSource.PUBLICATION or self.published is None or link.first > self.published:
            return NO_DAY
        return link._replace(last=self.published)

    def _begun(self, clause: Clause) -> list[int]:
        """What a perfect counts from: the trigger behind "since", or the subject that goes on ("the war has killed") and what tells its beginning."""
        anchors = [child.verb.word for child in clause.children if "since" in self.low[child.start - 1 : child.verb.start] and superlative(self.doc, self.syntax, child.start - 1, clause.verb.end) < 0]
        anchors += [group.head for preposition, group in clause.obliques if preposition == "since" and group.head in self.forms]
        subject = clause.subject
        if not anchors and subject is not None:
            anchors = [child.verb.word for child in subject.clauses if child.verb.lemma in WORDS.begin]
            anchors += [subject.head] if subject.time or known(self.low[subject.head]).lasting else []
        return anchors

    def _of_joined(self, k: int) -> Link | None:
        """A verb that "and" joins to one whose day is told elsewhere; a participle, to another one."""
        clause = self._clause(k)
        if clause is None or clause.joined is None or self.is_said(clause.joined, clause):
            return None
        alike = self.forms[k] in UNFINISHED and self.forms.get(clause.joined.verb.word) == self.forms[k]
        if self.forms[k] not in PAST and not alike:
            return None
        return self._verb(clause.joined)

    def _same_day(self, k: int) -> Link | None:
        """A sentence tells of one day, if only one is named in it; so do its attacks, where a relative or participle tells one of them; no week, month or year that is over of what has just been done."""
        if self.forms[k] in PERFECT and any(link is not None and (precision(link.first, link.last) or 0) > 1 and link.last != self.published for link in (self._day, self._strike)):
            return None
        clause = self._clause(k)
        if clause is not None and self._day is not None and self._day == self._strike and self._follows_up(clause):
            return None  # "was charged in the July 4 shooting"
        if self.is_noun(k) and self._is_aside(k, SPOKEN_OF):
            return None  # "released photos on Tuesday of men wanted for questions about a shooting"
        if self._day is not None and (any(role is Role.SUBJECT and self._is_told(clause) for clause, role in self._beside(k)) or self._tells_attack(k) if self.is_noun(k) else self._tells(k)):
            return self._day
        return self._strike if self._strike is not None and self._tells_attack(k) else None

    def _after(self, k: int) -> Link | None:
        """ "Was arrested after a shootout on Friday", "hours after the blast", "at the end of Monday's hearing": news has the day of what came right before it, where no other day is told; so has history its month or year."""
        clause = self._clause(k)
        if clause is None or self.published is None or not self._tells(k):
            return None
        before = [group.head for preposition, group in clause.obliques if preposition in ("after", "following") and self._days_before(group.preposition) == 0]
        before += [child.object.head for child in clause.children if child.verb.lemma == "follow" and child.object is not None]
        edges = [self.doc.visible[group.end] for preposition, group in clause.obliques if preposition == "at" and self.low[group.head] in EDGES]
        before += [part.head for part in map(self.syntax.phrase_at, edges) if part is not None]
        links = [self._ruled[noun][-1] if noun in self._ruled else self._named_again(noun) for noun in before if noun in self._ruled or self.strikes(noun)]
        return next((link for link in filter(None, links) if self._is_news(link) or (precision(link.first, link.last) or 0) > WEEK and not self._is_to_come(link)), None)

    def _of_subject(self, k: int) -> Link | None:
        """ "Monday's attack killed", "the attack killed": the day of the act that does it."""
        clause = self._clause(k)
        subject = self.syntax.subject_of(clause) if clause is not None else None
        if clause is None or subject is None:
            return None
        noun = subject.head if self.is_noun(subject.head) else self.event_noun(clause.verb.start) if self.low[subject.end : subject.end + 1] == ["of"] else -1
        return self._ruled[noun][-1] if noun in self._ruled else self._named_again(noun) if noun >= 0 else None

    def _of_whole(self, k: int) -> Link | None:
        """ "Among the six who died on Monday, four were shot": the day of what a relative tells of the whole."""
        clause = self._clause(k) if self._ruled and self.low[self.doc.sentences[self._sentence]] in WORDS.parts_of else None
        if clause is None or clause.parent is not None:
            return None
        told = ((other.antecedent, links[-1]) for j, links in self._ruled.items() if (other := self._clause(j)) is not None and other is not clause)
        return next((link for whole, link in told if whole is not None and whole.preposition == self.doc.sentences[self._sentence]), None)

    def _counted_noun(self, k: int) -> Link | None:
        """ "The blasts came a week after a raid": so many days from the verb above."""
        group = self._group(k)
        days = self._days_before(group.preposition) if group is not None and group.clause is not None and group.preposition >= 0 else None
        return moved(self._verb(group.clause), -days) or NO_DAY if group is not None and days else None

    def _of_occasion(self, k: int) -> Link | None:
        """ "Two guards were killed in the attack", "killed in Tuesday's riots", "seized in the 3 May raid": the day of the act that a verb of harm or force names as its occasion."""
        clause = self._clause(k)
        harms = known(self.low[k]).verb in HARM
        if clause is None or not harms and (not self._does_or_suffers(clause) or self._follows_up(clause)):
            return None
        nouns = [group.head for preposition, group in clause.obliques if preposition in AMID and self.is_noun(group.head)]
        dated = next((noun for noun in nouns if noun in self._ruled), -1)
        if dated >= 0 or not harms:
            return self._ruled[dated][-1] if dated >= 0 else None
        nouns = [noun for noun in nouns if self.strikes(noun)]
        return next((link for noun in nouns if (link := self._named_again(noun)) is not None and not self._is_old(link)), None)


HANGING: dict[Kind, Callable[[Within, Clause, Clause], Link | None]] = {
    Kind.PARTICIPLE: Within._beside_above,  # noqa: SLF001
    Kind.INFINITIVE: Within._tried,  # noqa: SLF001
    Kind.COMPLEMENT: Within._said,  # noqa: SLF001
    Kind.RELATIVE: Within._told_of_doer,  # noqa: SLF001
    Kind.REDUCED: Within._told_of_doer,  # noqa: SLF001
}
"""Kind of a clause -> its day by that of the clause above."""
