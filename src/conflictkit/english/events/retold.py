"""What was told before and is told again: "the attack", a lead whose day a later sentence gives, the one incident of a report."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import DateExpression, DateSource, EntityKind
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role, Syntax

from ..dates.direction import MEANWHILE
from ..facts import facts_of
from ..lexicon.events import Kind as EventKind
from ..lexicon.events import known
from ..lexicon.facts import STRIKE, SUFFERS, singular
from ..speakers import referents_of
from .links import OTHER_TIME, WORDS, Link, precision
from .telling import Telling
from .triggers import PAST

HEAD = 6
"""How many sentences at the head of a report may tell its incident before it is dated, and tell its lead again."""
LEAD = 2
"""How many sentences at the head of a report tell the news of the day."""
NEWS = 7
"""Days before publication that are still news."""
LONG_AGO = 31
"""Days before publication from which a date is background: another paragraph does not go on with it."""
SENTENCES = 20
"""How many sentences a story keeps its day without telling it again."""
REMEMBERED = 30
"""How many incidents told before are asked for "the attack"."""
ALL_ALONG = frozenset({("ing", "for"), ("progressive", "been")})
"""Form of a verb and the word before it, where it tells what somebody is known for or does all along."""
NO_DAY = Link(None, None, None, DateSource.UNKNOWN, "undated")
"""The day of what the text leaves undated."""


class Told(NamedTuple):
    """An event told before."""

    token: int
    noun: str
    """The noun that tells it, "" for a verb."""
    strikes: bool
    """Whether it is an attack, which "the attack", "the blast" may name."""
    sentence: int
    link: Link | None


class Retold(Telling):
    """Keeps the incidents told so far; asked in text order."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        super().__init__(doc, syntax, forms, times, published)
        self.later: dict[int, Link] = {}
        """Trigger -> the day that a later sentence gives it."""
        self._open: dict[int, list[int]] = {}
        """Sentence -> its attacks without a day, or with that of publication; none once a later sentence gave them one."""
        self._days: dict[tuple[dt.date | None, dt.date | None], Link] = {}
        """The days of the attacks that the text dates, those of long ago left out."""
        self._old_days: dict[tuple[dt.date | None, dt.date | None], Link] = {}
        """Those of long ago; ``_looks_back`` whether the news is an arrest or a trial, which may come long after the crime."""
        self._looks_back = False
        self._undated: list[int] = []
        """The attacks at its head that it leaves undated, or that only its publication dates."""
        read_at = doc.head.read_at if doc.head else None
        self.dateline: DateExpression | None = next((date for date in doc.dates if read_at and read_at[0] <= date.span.start < read_at[1] and date.first == date.last), None)
        self._facts = facts_of(doc)
        self._named: dict[int, frozenset[str]] = {}
        self._same_names: dict[tuple[int, int], bool] = {}
        self._told: list[Told] = []
        self._sentence = 0
        self._ruled: dict[int, list[Link]] = {}
        self._dated = False
        """Whether the sentence names a day, or tells of recent times."""

    def _keep_attack(self, k: int, link: Link | None) -> None:
        """Keep the day of an attack, or that one at the head of the text has none."""
        if link is None or link.first is None or link.source is DateSource.PUBLICATION or link.when is self.dateline is not None:
            vague = link is not None and link.first is None and link.when is not None  # "days later"
            if self._sentence < HEAD and self._is_one_attack(k) and not vague:
                self._open.setdefault(self._sentence, []).append(k)
                if not (self._dated and self._is_aside(k, OTHER_TIME)):
                    self._undated.append(k)
        elif not self._is_to_come(link) and not self._is_another(k):
            days = self._old_days if self._is_old(link) else self._days
            days[link.first, link.last] = link

    def _is_one_attack(self, k: int) -> bool:
        """Whether a trigger of an attack tells a single one as done, not what is done again and again."""
        group, clause = self.syntax.group_at(k), self._clause(k)
        if clause is not None and clause.kind is Kind.ADVERBIAL and clause.opener >= 0 and self._days_before(clause.opener) != 0:
            return False  # "a month after they launched it"
        if group is not None and group.preposition >= 0 and self.is_noun(k) and self._days_before(group.preposition) != 0:
            return False  # "a week after an attack on a base"
        if self._is_generic(k, clause) or self.is_noun(k) and (group is None or group.plural) or clause is not None and self._recalls(clause):
            return False
        if (self.forms[k], self.low[k - 1]) in ALL_ALONG:
            return False  # "went to prison for shooting a man", "has been fighting all her life"
        lasts = self.forms[k] in ("perfect", "been") and (self._days or (noun := self._antecedent(k)) >= 0 and known(self.low[noun]).lasting)  # "a war that has killed 900"
        return self.forms[k] not in ("modal", "present") and not lasts

    def settle(self, held: set[int]) -> None:
        """A report of one incident: where all attacks that it dates have one day, those at its head that are told to hold have it."""
        days = self._days or (self._old_days if self._looks_back else {})
        if len(days) != 1:
            return
        link = next(iter(days.values()))
        if precision(link.first, link.last) == 1:
            for k in held.intersection(self._undated):
                self.later.setdefault(k, self._inherited(link, "one incident"))

    def _tell_back(self, k: int, link: Link) -> None:
        """ "The attack took place on Saturday", "Sunday's bombing": the attack that was told before, and what was told with it, has that day."""
        if link.first is None or link.first != link.last or self._is_to_come(link) or not self.is_noun(k) and self._is_background(k):
            return
        n, told = next(((n, told) for n, told in reversed(self._open.items()) if told and n < self._sentence), (0, []))
        if not told or self._sentence - n > SENTENCES or not self._is_same(k, n, told[-1], link):
            return
        for j in told:
            if j == told[-1] or not self._is_background(told[-1]) and self._tells(j):
                self.later[j] = self._inherited(link, "told later")
        told.clear()

    def _is_same(self, k: int, n: int, told: int, link: Link) -> bool:
        """Whether a dated trigger tells the last attack of sentence n again: it names that, or its victim; long ago only so."""
        again = not self._is_old(link) and (self._names_before(k, told) or self._tells_lead(k, n) or self._calls_police(k, link))
        return again or self._has_victim(k, told)

    def _has_victim(self, k: int, told: int) -> bool:
        """Whether an attack has the victim of one told before: "the murder of six priests", "the priests were killed"."""
        victim, before = self._victim(k), self._victim(told)
        if victim is None or before is None or not (victim.name or self._is_definite(victim.head)):
            return False
        return singular(self.low[victim.head]) in {singular(word) for word in self.low[before.start : before.end]}

    def _victim(self, k: int) -> NounGroup | None:
        """Whom an attack is done to, who dies, who dies in it."""
        clause = self._clause(k)
        if clause is not None and clause.verb.lemma in SUFFERS:
            return clause.subject
        if not self.strikes(k):
            return None
        dying = (clause.subject for clause, role in self._beside(k) if role is Role.OBLIQUE and clause.verb.lemma in SUFFERS) if self.is_noun(k) else ()
        return self._facts.at(k).patient or next(iter(dying), None)

    def _names_before(self, k: int, told: int) -> bool:
        """Whether a dated trigger names what was told before: "it happened on Saturday", "the incident took place", "Sunday's bombing", "the attack"."""
        clause = self._clause(k)
        subject = clause.subject if clause is not None and self.occurs(clause) else None
        if subject is not None and self.low[subject.head] in WORDS.it:
            return True
        doer = clause.subject if clause is not None and self.strikes(k) and not clause.verb.passive else None
        if doer is not None and self._is_definite(doer.head) and self._is_attacker(doer.head, told):
            return True
        noun = subject.head if subject is not None else k
        group = self.syntax.group_at(noun)
        if group is None or not (self._is_definite(noun) or group.owner is not None) or self._otherwise_named(told, group):
            return False
        return self.low[noun] in WORDS.event or self.is_noun(noun) and self.strikes(noun)

    def _is_attacker(self, k: int, told: int) -> bool:
        """Whether a noun names again who made an attack told before: "the gunmen" of "gunmen stormed a bar", "the attackers"."""
        clause = self._clause(told)
        doer = self.syntax.doer_of(clause) if clause is not None else None
        return self.low[k] in WORDS.attackers or doer is not None and singular(self.low[doer.head]) == singular(self.low[k])

    def _is_reported(self, clause: Clause) -> bool:
        """Whether an hour tells when police were called to the subject: "the shooting was called in at 3 p.m."."""
        links = self._ruled.get(clause.verb.word)
        return links is not None and clause.verb.passive and self._calls_police(clause.verb.word, links[-1])

    def _calls_police(self, k: int, link: Link) -> bool:
        """Whether a verb tells at which hour the lead's attack was reported ("was reported at 3 p.m."), or when police came to it: "officers responded on Sunday"."""
        clause = self._clause(k)
        if clause is None or self._sentence > HEAD or link.when is None:
            return False
        return self._sends_police(clause) or "T" in link.when.timex_value and (clause.verb.lemma in WORDS.called_to or clause.verb.passive and clause.verb.lemma in WORDS.called)

    def _tells_lead(self, k: int, n: int) -> bool:
        """Whether a verb early in a report tells the attack of sentence n, its lead, again: a name stands in both."""
        if n >= LEAD or self._sentence > HEAD or not self.strikes(k) or self.forms[k] not in PAST:
            return False
        both = (n, self._sentence)
        if both not in self._same_names:
            self._same_names[both] = not self._names(n).isdisjoint(self._names(self._sentence))
        return self._same_names[both]

    def _names(self, n: int) -> frozenset[str]:
        """The words of a sentence, but the first, with a capital."""
        if n not in self._named:
            lo, hi = self.doc.bounds[self.doc.sentences[n]]
            self._named[n] = frozenset(self.low[k] for k in range(lo + 1, hi) if self.doc.toks[k][0].isupper() and k not in self.times)
        return self._named[n]

    def _otherwise_named(self, k: int, group: NounGroup) -> bool:
        """Whether an act noun told before has a name of its own and this one another: "the Brod bombing", "the attack in Marrun"."""
        before, theirs = self.syntax.group_at(k), self._names_of(group, group.reach)
        mine = self._names_of(before, before.end) if before is not None else set()
        return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)

    def _is_news_elsewhere(self, told: Told, group: NounGroup) -> bool:
        """Whether what was told is only dated by publication, in a sentence without the names that stand with a noun: "the attacks on Paris" behind "police caught him"."""
        names = self._names_of(group, group.reach) if told.link is not None and told.link.source is DateSource.PUBLICATION else set()
        return bool(names) and names.isdisjoint(self._words(told.sentence))

    def _names_of(self, group: NounGroup, end: int) -> set[str]:
        """The names in a noun phrase that ends before a token, in small letters; no days."""
        return {self.low[j] for j in range(group.start, end) if self.doc.toks[j][0].isupper() and j not in self.times and j != group.determiner}

    def _named_again(self, k: int) -> Link | None:
        """ "The attack", "that raid": the same noun, or an attack, told before; with names beside it only in a sentence that has them; "recent raids" are left open."""
        group = self.syntax.group_at(k)
        if group is not None and "recent" in self.low[group.start : group.head]:
            return NO_DAY
        if group is None or not self._is_definite(k) or self._begins(group):
            return None
        told = self._told_before(k, group)
        if told is None:
            return None
        link = self.later.get(told.token, told.link)
        return link if link is not None and link.first is not None else NO_DAY if self._has_name(group) else None

    def _victim_again(self, k: int) -> Link | None:
        """ "Ruiz was shot seven times": a person who is named suffers the attack that was told before."""
        victim, who = self._victim(k), referents_of(self.doc)
        if victim is None or not victim.name or (person := who.entity(victim)).kind is not EntityKind.PERSON:
            return None
        earlier = (told for told in reversed(self._told[-REMEMBERED:]) if told.strikes and told.sentence < self._sentence)
        told = next((told for told in earlier if (before := self._victim(told.token)) is not None and before.name and who.entity(before).name == person.name), None)
        return self.later.get(told.token, told.link) if told is not None else None

    def _begins(self, group: NounGroup) -> bool:
        """Whether a verb with a date tells when it began or took place: "the assault began on 3 May"."""
        own = [clause for clause, role in group.roles if role is Role.SUBJECT and (clause.verb.word in self._ruled or self._meanwhile(clause) is not None)]
        return any(clause.verb.lemma in WORDS.begin or self.occurs(clause) for clause in own)

    def _meanwhile(self, clause: Clause) -> Link | None:
        """The day of what is told to be at the same time: "happened as the club was closing on Saturday"."""
        below = (child for child in clause.children if child.opener >= 0 and self.low[child.opener] in MEANWHILE and child.verb.word in self._ruled)
        return next((self._ruled[child.verb.word][-1] for child in below if "had" not in self.low[child.verb.start : child.verb.word]), None)

    def _has_name(self, group: NounGroup) -> bool:
        return any(self.doc.toks[j][0].isupper() for j in range(group.start + 1, group.head))

    def _told_before(self, k: int, group: NounGroup) -> Told | None:
        """The event that a noun names again: rather one told by a noun, in a sentence with the words that stand before it."""
        noun = singular(self.low[k])
        strikes = noun in STRIKE and not known(self.low[k]).lasting
        kind = known(self.low[k]).noun_kind
        words = frozenset(self.low[group.start + 1 : group.head])
        earlier = [told for told in reversed(self._told[-REMEMBERED:]) if told.sentence < self._sentence and (told.noun == noun or told.strikes and strikes or self._is_done(told, kind))]
        earlier = [told for told in earlier if not self._otherwise_named(told.token, group) and not self._is_news_elsewhere(told, group)]
        earlier.sort(key=lambda told: not told.noun)
        same = next((told for told in earlier if words and words <= self._words(told.sentence) or told.sentence == self._sentence - 1 and self._is_verb_of(told.token, noun)), None)
        return same or (None if self._has_name(group) else next((told for told in earlier if told.link is None or not self._is_old(told.link)), next(iter(earlier), None)))

    def _is_verb_of(self, k: int, noun: str) -> bool:
        """Whether a verb told what a noun of its form names: "ambushed a convoy. The ambush"."""
        verb = self.syntax.verb_at(k)
        return verb is not None and verb.word == k and verb.lemma == noun

    def _is_done(self, told: Told, kind: EventKind | None) -> bool:
        """Whether a verb told what a noun of some kind and mode names: "seized a tanker" and "the seizure"."""
        return not told.noun and kind is not None and kind[1] is not None and known(self.low[told.token]).kind == kind

    def _words(self, n: int) -> frozenset[str]:
        lo, hi = self.doc.bounds[self.doc.sentences[n]]
        return frozenset(self.low[lo:hi])

    def _is_old(self, link: Link) -> bool:
        return self.published is not None and link.last is not None and (self.published - link.last).days > LONG_AGO

    def _is_news(self, link: Link) -> bool:
        if link.first is None or link.first != link.last:
            return False
        return self.published is None or 0 <= (self.published - link.first).days <= NEWS

    def _is_to_come(self, link: Link) -> bool:
        return self.published is not None and link.first is not None and link.first > self.published

    @staticmethod
    def _inherited(link: Link, rule: str) -> Link:
        return link if link.source in (DateSource.PUBLICATION, DateSource.UNKNOWN) else link._replace(source=DateSource.INHERITED, rule=rule)
