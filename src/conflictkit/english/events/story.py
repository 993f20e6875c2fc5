"""Which date reaches a trigger that none governs: that of its clause or noun, of the same incident told before, of the story, of the day's news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import DateExpression, DateSource
from conflictkit.engine.syntax import Clause, Form, Kind, Mood, NounGroup, Role, Syntax, Time

from ..dates.calendar import interval, month_value, shift_days, shift_months, year_value
from ..lexicon.events import Kind as EventKind
from ..lexicon.events import known
from ..lexicon.facts import HARM, MAKES, STRIKE, SUFFERS, TRUTH, singular
from .dating import NOUN_ONLY, Dated, Link, precision, superlative
from .telling import NEWS_FORMS, OTHER_TIME, PAST, SPEECH, WITHIN, Telling

UNFINISHED = frozenset({"participle", "ing", "inf"})
"""Forms that have the time of the clause that they hang on."""
ACTS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
"""Kinds of verbs that tell of the same as a relative in their clause: "men who fired at it attacked"; not "jailed men who fired at it"."""
DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
"""Kinds of verbs whose object they do or suffer: "repelled an attack"; not "condemned an attack"."""
HEAD = 6
"""How many sentences at the head of a report may tell its incident before it is dated, and tell its lead again."""
LEAD = 2
"""How many sentences at the head of a report tell the news of the day."""
WEEK = 3
"""Precision of a week: what is less precise is no day."""
NEWS = 7
"""Days before publication that are still news."""
LONG_AGO = 31
"""Days before publication from which a date is background: another paragraph does not go on with it."""
DEEPEST = 20
"""How many triggers may ask each other for their day, one the next: an endless chain of them has none."""
SENTENCES = 20
"""How many sentences a story keeps its day without telling it again."""
REMEMBERED = 30
"""How many incidents told before are asked for "the attack"."""
IT = frozenset({"it", "this", "that"})
EVENT = frozenset({"incident", "attack", "event"})
"""Subjects of "took place" that name what was told before."""
ACTED = frozenset("allow attempt begin continue fail force help manage oblige order start succeed try vote".split())
"""Verbs that have the day of the infinitive or -ing form behind them."""
AHEAD = frozenset("announce plan plot prepare schedule threaten vow".split())
"""Verbs that may speak of an act to come: "announced the raid" tells its day, "announced a strike" does not."""
PARTS_OF = frozenset({"among", "amongst", "of"})
"""Before the whole, at the head of a sentence, of which its clause tells a part."""
CALLED = frozenset({"call", "dispatch", "report", "summon"})
"""Passives that tell when word of an attack came."""
CALLED_TO = frozenset({"arrive", "respond"})
"""Verbs that tell when police or helpers came to its scene."""
CAUSES = frozenset("cause ignite prompt provoke spark trigger".split())
"""Verbs whose object has the day of their subject: "Tuesday's killing sparked riots"."""
BEGIN = frozenset({"begin", "break", "erupt", "start"})
"""Verbs that tell when what goes on began."""
ATTACKERS = frozenset("assailant assailants attacker attackers".split())
ATTEMPTS = frozenset({"attempt", "attempts", "bid", "effort", "efforts"})


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


class Story(Telling):
    """What the sentences read so far say about the days of events; asked in text order."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        super().__init__(doc, syntax, forms, times, published)
        self.later: dict[int, Link] = {}
        """Trigger -> the day that a later sentence gives it."""
        self._open: dict[int, list[int]] = {}
        """Sentence -> its attacks without a day, or with that of publication; none once a later sentence gave them one."""
        self._days: dict[tuple[dt.date | None, dt.date | None], Link] = {}
        """The days of the attacks that the text dates, those of long ago left out."""
        self._undated: list[int] = []
        """The attacks at its head that it leaves undated, or that only its publication dates."""
        read_at = doc.head.read_at if doc.head else None
        self.dateline: DateExpression | None = next((date for date in doc.dates if read_at and read_at[0] <= date.span.start < read_at[1] and date.first == date.last), None)
        self._named: dict[int, frozenset[str]] = {}
        self._same_names: dict[tuple[int, int], bool] = {}
        self._told: list[Told] = []
        self._carrier: tuple[int, int, Link] | None = None
        """Sentence, token and day of the last event that carries the story."""
        self._newest: tuple[int, int, Link] | None = None
        """The same of the last one that is no background."""
        self._spoken: tuple[int, Link] | None = None
        self._sentence = 0
        self._ruled: dict[int, list[Link]] = {}
        self._reached: dict[int, Link | None] = {}
        self._asked = 0
        """How many triggers ask each other for their day right now."""
        self._day: Link | None = None
        """The one day that a sentence names; ``_strike`` that of its attacks."""
        self._strike: Link | None = None
        self._entry: tuple[int, Link] = (-1, NO_DAY)
        """The paragraph of a chronicle that a date opens, and that date."""
        self._doing: dict[int, int] = {}
        """Event noun -> the dated verb of its relative clause."""
        self._dated = self._has_day = self._has_news = False
        self._news_strikes = False
        """Whether a sentence at the head of a report tells an attack."""

    def begin(self, n: int, ruled: dict[int, list[Link]], dates: list[Dated], order: list[int]) -> None:
        """Sentence n with the triggers that dates govern in it."""
        if any(d.date.timex_value.startswith("PT") for d in dates):
            ruled = {k: links for k, links in ruled.items() if not is_within_a_day(links)}
        self._sentence, self._ruled, self._reached = n, ruled, {}
        self._doing = {noun: k for k in ruled if (noun := self._antecedent(k)) >= 0}
        self._dated = any(d.date.first is not None for d in dates) or any(link.first is None for links in ruled.values() for link in links)  # "recent"
        self._has_day = any(
            precision(link.first, link.last) == 1 and (not known(self.low[k]).report or link.last != self.published) for k, links in ruled.items() for link in links
        )
        self._news_strikes = n < LEAD and any(self.strikes(k) and self._tells(k) for k in order)
        lo = self.doc.sentences[n]
        if dates and self.low[dates[0].b : dates[0].b + 1] in ([":"], ["-"], ["–"], ["—"]) and not any(word.isalnum() for word in self.low[lo : dates[0].a]) and self.doc.paragraph(lo) != self.doc.paragraph(lo - 1):
            self._entry = (self.doc.paragraph(lo), Link(dates[0].date, dates[0].date.first, dates[0].date.last, DateSource.TEXT, "entry"))
        told = {k: links[-1] for k, links in ruled.items() if not known(self.low[k]).report and not self._is_aside(k, OTHER_TIME) and not self._is_meant(k)}
        self._day = self._one([link for k, link in told.items() if not self._is_aside(k, NOUN_ONLY) and not self._tells_apart(k) and not (self._is_background(k) and known(self.low[k]).kinds[0])])
        self._strike = self._one([link for k, link in told.items() if self.strikes(k)])

    def _is_meant(self, k: int) -> bool:
        """Whether an infinitive tells what somebody means to do: "vowed to retake the town by May"; not "began to"."""
        clause = self._clause(k) if self.forms[k] == "inf" else None
        return clause is not None and clause.parent is not None and clause.parent.verb.lemma not in ACTED

    def _one(self, links: list[Link]) -> Link | None:
        """What all these dates name alike, if it is over."""
        one = links[0] if links else None
        if one is None or one.first is None or self._is_to_come(one):
            return None
        return one if all((link.first, link.last) == (one.first, one.last) for link in links) else None

    def reach(self, k: int) -> Link | None:
        """The date of a trigger that none governs, or None."""
        link = self._of(k)
        if link is None or link is NO_DAY or self.forms[k] in PAST and self._is_to_come(link):
            return None
        return link

    def hear(self, k: int, kind: EventKind | None, link: Link | None) -> None:
        """Keep what the date of an event says about later ones."""
        form, word = self.forms[k], known(self.low[k])
        noun = singular(self.low[k]) if form == "noun" else ""
        if link is not None and link.source is not DateSource.PUBLICATION:
            self._tell_back(k, link)
        if self.strikes(k):
            self._keep_attack(k, link)
        if noun or kind is not None and (link is not None or self.is_noun(k)):
            self._told.append(Told(k, noun, kind is not None and kind[0] == "ASSAULT", self._sentence, link))
        if link is None or link.first is None:
            return
        told = (form in PAST or link.source is DateSource.PUBLICATION and form in NEWS_FORMS or link.source is DateSource.TEXT and noun and kind is not None) and not word.report
        if (word.report or kind is not None and kind[0] in SPEECH) and form in PAST and link.source is DateSource.TEXT and self._is_news(link):
            self._spoken = (self._sentence, link)
        if told and not self._is_background(k) and (precision(link.first, link.last) or 9) < 5:
            self._carrier = (self._sentence, k, link)
            self._has_news = self._has_news or self._is_news(link)
            if not self._is_old(link):
                self._newest = self._carrier

    def _keep_attack(self, k: int, link: Link | None) -> None:
        """Keep the day of an attack, or that one at the head of the text has none."""
        if link is None or link.first is None or link.source is DateSource.PUBLICATION or link.when is self.dateline is not None:
            if self._sentence < HEAD and self._is_one_attack(k):
                self._open.setdefault(self._sentence, []).append(k)
                if not (self._dated and self._is_aside(k, OTHER_TIME)):
                    self._undated.append(k)
        elif not self._is_old(link) and not self._is_to_come(link) and not self._is_another(k):
            self._days[link.first, link.last] = link

    def _is_one_attack(self, k: int) -> bool:
        """Whether a trigger of an attack tells a single one as done, not what is done again and again."""
        group = self.syntax.group_at(k)
        if self._is_generic(k, self._clause(k)) or self.is_noun(k) and (group is None or group.plural):
            return False
        return self.forms[k] not in ("modal", "present") and not (self._days and self.forms[k] in ("perfect", "been"))

    def settle(self, held: set[int]) -> None:
        """A report of one incident: where all attacks that it dates have one day, those at its head that are told to hold have it."""
        if len(self._days) != 1:
            return
        link = next(iter(self._days.values()))
        if precision(link.first, link.last) == 1:
            for k in held.intersection(self._undated):
                self.later.setdefault(k, self._inherited(link, "one incident"))

    def _tell_back(self, k: int, link: Link) -> None:
        """ "The attack took place on Saturday", "Sunday's bombing": the attack that was told before, and what was told with it, has that day."""
        if precision(link.first, link.last) != 1 or self._is_to_come(link) or self._is_old(link) or not self.is_noun(k) and self._is_background(k):
            return
        n, told = next(((n, told) for n, told in reversed(self._open.items()) if told and n < self._sentence), (0, []))
        if not told or self._sentence - n > SENTENCES or not (self._names_before(k, told[-1]) or self._tells_lead(k, n) or self._calls_police(k, link)):
            return
        for j in told:
            if j == told[-1] or not self._in_relative(told[-1]) and self._tells(j):
                self.later[j] = self._inherited(link, "told later")
        told.clear()

    def _in_relative(self, k: int) -> bool:
        """Whether a trigger only tells more of somebody or something: "a chief blamed for an attack"."""
        clause = self.syntax.clause_of(k)
        return clause is not None and clause.kind in (Kind.RELATIVE, Kind.REDUCED)

    def _names_before(self, k: int, told: int) -> bool:
        """Whether a dated trigger names what was told before: "it happened on Saturday", "the incident took place", "Sunday's bombing", "the attack"."""
        clause = self._clause(k)
        subject = clause.subject if clause is not None and self.occurs(clause) else None
        if subject is not None and self.low[subject.head] in IT:
            return True
        doer = clause.subject if clause is not None and self.strikes(k) and not clause.verb.passive else None
        if doer is not None and self._is_definite(doer.head) and self._is_attacker(doer.head, told):
            return True
        noun = subject.head if subject is not None else k
        group = self.syntax.group_at(noun)
        if group is None or group.head != noun or not (self._is_definite(noun) or group.owner is not None) or self._otherwise_named(told, group):
            return False
        return self.low[noun] in EVENT or self.is_noun(noun) and self.strikes(noun)

    def _is_attacker(self, k: int, told: int) -> bool:
        """Whether a noun names again who made an attack told before: "the gunmen" of "gunmen stormed a bar", "the attackers"."""
        clause = self._clause(told)
        doer = self.syntax.doer_of(clause) if clause is not None else None
        return self.low[k] in ATTACKERS or doer is not None and singular(self.low[doer.head]) == singular(self.low[k])

    def _is_reported(self, clause: Clause) -> bool:
        """Whether an hour tells when word of the subject came ("the shooting was reported at 3 p.m."), or a day when it was ("shelling was reported on Monday")."""
        links, subject = self._ruled.get(clause.verb.word), clause.subject
        if links is None or not clause.verb.passive or subject is None:
            return False
        return self._calls_police(clause.verb.word, links[-1]) or clause.verb.lemma == "report" and subject.determiner < 0

    def _calls_police(self, k: int, link: Link) -> bool:
        """Whether a verb tells at which hour the lead's attack was reported, or who came to it: "was reported at 3 p.m.", "officers responded at noon"."""
        clause = self._clause(k)
        if clause is None or self._sentence > HEAD or link.when is None or "T" not in link.when.timex_value:
            return False
        return clause.verb.lemma in CALLED_TO or clause.verb.passive and clause.verb.lemma in CALLED

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
            lo, hi = self.doc.bounds(self.doc.sentences[n])
            self._named[n] = frozenset(self.low[k] for k in range(lo + 1, hi) if self.doc.toks[k][0].isupper() and k not in self.times)
        return self._named[n]

    def _otherwise_named(self, k: int, group: NounGroup) -> bool:
        """Whether an act noun told before has a name of its own and this one another: "the Brod bombing", "the attack in Marrun"."""
        before = self.syntax.group_at(k)
        if before is None:
            return False
        mine, theirs = self._names_of(before, before.end), self._names_of(group, group.reach)
        return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)

    def _names_of(self, group: NounGroup, end: int) -> set[str]:
        """The names in a noun phrase that ends before a token, in small letters; no days."""
        return {self.low[j] for j in range(group.start, end) if self.doc.toks[j][0].isupper() and j not in self.times and j != group.determiner}

    # ---- inside the sentence

    def _of(self, k: int) -> Link | None:
        """The date that governs a trigger, or that of the clause, noun, incident or story that it belongs to."""
        if k in self._ruled:
            return self._inherited(self._ruled[k][-1], "clause")
        if k not in self.forms or k in self.lasting:
            return None
        if k not in self._reached:
            self._reached[k] = None  # asked again by what it asks
            self._asked += 1
            rules = () if self._asked > DEEPEST else NOUN_RULES if self.is_noun(k) else VERB_RULES
            self._reached[k] = next((self._inherited(link, rule) for rule, step in rules if (link := step(self, k)) is not None), None)
            self._asked -= 1
        return self._reached[k]

    def _verb(self, clause: Clause | None) -> Link | None:
        return self._of(clause.verb.word) if clause is not None else None

    def _named_again(self, k: int) -> Link | None:
        """ "The attack", "that raid": the same noun, or an attack, told before; with names beside it only in a sentence that has them; "recent raids" are left open."""
        group = self.syntax.group_at(k)
        if group is not None and "recent" in self.low[group.start : group.head]:
            return NO_DAY
        if group is None or not self._is_definite(k):
            return None
        told = self._told_before(k, group)
        if told is None:
            return None
        link = self.later.get(told.token, told.link)
        return link if link is not None and link.first is not None else NO_DAY if self._has_name(group) else None

    def _has_name(self, group: NounGroup) -> bool:
        return any(self.doc.toks[j][0].isupper() for j in range(group.start + 1, group.head))

    def _told_before(self, k: int, group: NounGroup) -> Told | None:
        """The event that a noun names again: rather one told by a noun, in a sentence with the words that stand before it."""
        noun = singular(self.low[k])
        strikes = noun in STRIKE and not known(self.low[k]).lasting
        words = frozenset(self.low[group.start + 1 : group.head])
        earlier = [told for told in reversed(self._told[-REMEMBERED:]) if told.sentence < self._sentence and (told.noun == noun or told.strikes and strikes)]
        earlier.sort(key=lambda told: not told.noun)
        same = next((told for told in earlier if words and words <= self._words(told.sentence)), None)
        return same or (None if self._has_name(group) else next((told for told in earlier if told.link is None or not self._is_old(told.link)), next(iter(earlier), None)))

    def _words(self, n: int) -> frozenset[str]:
        lo, hi = self.doc.bounds(self.doc.sentences[n])
        return frozenset(self.low[lo:hi])

    def _by_relative(self, k: int) -> Link | None:
        """ "An attack that killed 12 in May": what it does has a date."""
        return self._ruled[self._doing[k]][-1] if k in self._doing else None

    def _by_verb(self, k: int) -> Link | None:
        """The verb that an event noun stands beside: "the raid killed six", "killed in a raid", "launched a raid"; not what is spoken of."""
        group = self.syntax.group_at(k)
        if group is not None and group.head == k and not group.roles and group.hangs_on is not None:
            group = group.hangs_on  # "a string of attacks"
        if group is None:
            return None
        for clause, role in group.roles:
            to_come = next((child for child in clause.children if child.controller is group and child.verb.lemma in TRUTH["occurs"]), None)
            if to_come is not None or self._does(clause, role, group) or role is Role.SUBJECT and self._is_reported(clause):
                return self._verb(to_come or clause)  # "talks are set to resume on Sunday"
        return None

    def _does(self, clause: Clause, role: Role, group: NounGroup) -> bool:
        """Whether an event noun and the verb beside it tell one thing."""
        verb = clause.verb
        word = known(self.low[verb.word])
        if verb.lemma in AHEAD and not self._is_definite(group.head):
            return False
        if verb.lemma == "claim" and role is Role.OBJECT:
            return False  # "claimed the attack on Friday"
        done = verb.lemma in MAKES | SUFFERS | CAUSES | TRUTH["prevents"] or word.verb in HARM or word.kind is not None and word.kind[0] in DONE
        if role is Role.OBLIQUE:
            before = self.low[group.preposition] if group.preposition >= 0 else ""
            if before in WITHIN and (known(self.low[group.head]).noun_kind or ("",))[0] == "CONSULT":
                return True  # "in a phone call he confirmed"
            dead = self.low[verb.end : verb.end + 1] == ["dead"]
            return done and before in WITHIN and not (self._follows_up(clause) and self.strikes(group.head)) or before in ("after", "following") and self.strikes(group.head) and (dead or word.verb in HARM and verb.lemma != "die")
        if role is Role.SUBJECT and not verb.passive or role is Role.AGENT:
            return not word.report
        return done and (role is Role.OBJECT or role is Role.SUBJECT)

    def _of_its_noun(self, k: int) -> Link | None:
        """A relative or participle of an event noun has its day: "the blast that killed six"."""
        noun = self._antecedent(k)
        return self._of(noun) if noun >= 0 else None

    def _hanging(self, k: int) -> Link | None:
        """A participle, "as", "while" and "when" have the day of the clause that they hang on; infinitives that of "began to"."""
        clause = self._clause(k)
        if clause is None or clause.parent is None:
            return None
        if clause.kind is Kind.PARTICIPLE and clause.verb.status.mood is Mood.HEARSAY:
            return NO_DAY  # "accused them of shelling the town": the day is that of the word
        parent = clause.parent
        if parent.kind is Kind.REDUCED and parent.parent is not None and parent.verb.word not in self._ruled and not self.has_kind(parent):
            parent = parent.parent  # "drove into a bar located near a base, killing six"
        if clause.kind is Kind.PARTICIPLE or self._is_same_time(clause):
            return self._verb(parent) if parent.kind is Kind.PARTICIPLE or not known(self.low[parent.verb.word]).report else None
        tried = parent.object is not None and parent.object.end == clause.start and self.low[parent.object.head] in ATTEMPTS
        if clause.kind is Kind.INFINITIVE and (parent.verb.lemma in ACTED or tried or self._is_going_on(clause)):
            return self._verb(parent)
        if clause.kind is Kind.COMPLEMENT and parent.verb.word in self._ruled and self.forms[k] in NEWS_FORMS | {"progressive"} and known(self.low[parent.verb.word]).report:
            said = self._ruled[parent.verb.word][-1]
            if self.forms[k] == "progressive":
                return said  # "said on Monday that troops were entering"
            return said if (precision(said.first, said.last) or 0) > 1 else None
        kind = known(self.low[parent.verb.word]).kind
        if clause.kind in (Kind.RELATIVE, Kind.REDUCED) and self.forms[k] in PAST | UNFINISHED and kind is not None and kind[0] in ACTS:
            return self._verb(parent)
        return None

    def _is_going_on(self, clause: Clause) -> bool:
        """ "Was reported to be sending": what goes on when it is told."""
        return clause.verb.form is Form.GERUND and clause.parent is not None and known(self.low[clause.parent.verb.word]).report

    def _counted_back(self, k: int) -> Link | None:
        """ "Norland rejected the charges on Friday, a day after powers agreed on a truce": so many days from the verb above."""
        clause = self._clause(k)
        if clause is None or clause.kind is not Kind.ADVERBIAL or clause.parent is None or clause.opener < 0:
            return None
        days, months = self._days_before(clause.opener), self._months_before(clause.opener)
        if days is None:
            return _months_back(self._day_of(clause.parent), months) or NO_DAY if months else NO_DAY
        return (_moved(self._verb(clause.parent), -days if self.low[clause.opener] == "after" else days) or NO_DAY) if days else None

    def _day_of(self, clause: Clause) -> Link | None:
        """The day of a clause; that of publication for what "comes" so long after something."""
        link = self._verb(clause)
        if link is not None or self.published is None or clause.kind is not Kind.MAIN or clause.verb.status.time is not Time.PRESENT:
            return link
        return Link(None, self.published, self.published, DateSource.PUBLICATION, "publication")

    def _counted(self, k: int) -> Link | None:
        """ "Failed a day after the town fell on Monday", "two weeks before the raid of 3 May": so many days from the event beside it."""
        clause = self._clause(k)
        if clause is None or self.forms[k] not in NEWS_FORMS:
            return None
        anchors = [(child.opener, child.verb.word) for child in clause.children if child.kind is Kind.ADVERBIAL and child.opener >= 0]
        anchors += [(group.preposition, group.head) for _, group in clause.obliques if group.preposition >= 0]
        for opener, anchor in anchors:
            days = self._days_before(opener)
            link = _moved(self._of(anchor), days if self.low[opener] == "after" else -days) if days and anchor in self.forms else None
            if link is not None:
                return link
        return None

    def _since(self, k: int) -> Link | None:
        """ "Strikes have since killed 40", "have killed 40 since the war began", "the war, which began in May, has killed 40": from that day to that of publication; else no day."""
        clause = self._clause(k)
        if clause is None or self.forms[k] not in ("perfect", "been"):
            return None
        if "since" in self.low[clause.verb.start : clause.verb.word]:
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
            anchors = [child.verb.word for child in subject.clauses if child.verb.lemma in BEGIN]
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
        """A sentence tells of one day, if only one is named in it; so do its attacks, where a relative or participle tells one of them; no month or year of what has just been done."""
        if self.forms[k] in ("perfect", "been") and any(link is not None and (precision(link.first, link.last) or 0) > WEEK and link.last != self.published for link in (self._day, self._strike)):
            return None
        if self._day is not None and (any(role is Role.SUBJECT and self._is_told(clause) for clause, role in self._beside(k)) or self._tells_attack(k) if self.is_noun(k) else self._tells(k)):
            return self._day
        return self._strike if self._strike is not None and self._tells_attack(k) else None

    def _after(self, k: int) -> Link | None:
        """ "Was arrested after a shootout on Friday": news has the day of what came right before it, where no other day is told; so has history its month or year."""
        clause = self._clause(k)
        if clause is None or self.published is None or not self._tells(k):
            return None
        before = [group for preposition, group in clause.obliques if preposition in ("after", "following") and group.head in self._ruled and not self._days_before(group.preposition)]
        links = [self._ruled[group.head][-1] for group in before]
        return next((link for link in links if self._is_news(link) or (precision(link.first, link.last) or 0) > WEEK and not self._is_to_come(link)), None)

    def _of_subject(self, k: int) -> Link | None:
        """ "Monday's attack killed", "the attack killed": the day of the act that does it."""
        clause = self._clause(k)
        subject = self.syntax.subject_of(clause) if clause is not None else None
        if clause is None or subject is None or self.forms[k] not in PAST:
            return None
        noun = subject.head if self.is_noun(subject.head) else self.event_noun(clause.verb.start) if self.low[subject.end : subject.end + 1] == ["of"] else -1
        return self._ruled[noun][-1] if noun in self._ruled else self._named_again(noun) if noun >= 0 else None

    def _of_whole(self, k: int) -> Link | None:
        """ "Among the six who died on Monday, four were shot": the day of what a relative tells of the whole."""
        clause = self._clause(k) if self._ruled and self.low[self.doc.sentences[self._sentence]] in PARTS_OF else None
        if clause is None or clause.parent is not None:
            return None
        told = ((other.antecedent, links[-1]) for j, links in self._ruled.items() if (other := self._clause(j)) is not None and other is not clause)
        return next((link for whole, link in told if whole is not None and whole.preposition == self.doc.sentences[self._sentence]), None)

    def _counted_noun(self, k: int) -> Link | None:
        """ "The blasts came a week after a raid": so many days from the verb above."""
        group = self._group(k)
        if group is None or group.clause is None or group.preposition < 0 or self.low[group.preposition] not in ("after", "before"):
            return None
        days = self._days_before(group.preposition)
        return _moved(self._verb(group.clause), -days if self.low[group.preposition] == "after" else days) if days else None

    def _of_occasion(self, k: int) -> Link | None:
        """ "Two guards were killed in the attack", "killed in Tuesday's riots": the day of the act that a verb of harm names as its occasion."""
        clause = self._clause(k) if known(self.low[k]).verb in HARM else None
        if clause is None or self.forms[k] not in NEWS_FORMS | UNFINISHED:
            return None
        nouns = [group.head for preposition, group in clause.obliques if preposition in WITHIN and self.is_noun(group.head)]
        dated = next((noun for noun in nouns if noun in self._ruled), -1)
        if dated >= 0:
            return self._ruled[dated][-1]
        nouns = [noun for noun in nouns if self.strikes(noun)]
        return next((link for noun in nouns if (link := self._named_again(noun)) is not None and not self._is_old(link)), None)

    # ---- from sentence to sentence

    def _carried(self, k: int) -> Link | None:
        """What a plain past in a clause of its own goes on with: the day of speaking for acts in words, else the story's."""
        clause, kind = self._clause(k), known(self.low[k]).kind
        told = self._took_place(k) if self.is_noun(k) else self.forms[k] in PAST or self._is_hearsay(clause)
        if not told or self._is_generic(k, clause) or clause is not None and (clause.verb.status.time is Time.PRESENT or self._recalls(clause)):
            return None
        if kind is not None and kind[0] in SPEECH:
            spoken = self._spoken
            if spoken is None and self._carrier is not None and self._carrier[2].source is DateSource.PUBLICATION:
                return self._carrier[2]  # the news of the day
            return spoken[1] if spoken is not None and self._sentence - spoken[0] <= SENTENCES else self._reaction(clause)
        if self._carrier is None or self._dated:
            return None
        n, at, link = self._carrier
        if self._is_old(link) and self.doc.paragraph(at) != self.doc.paragraph(k):
            if self._newest is None:
                return None
            n, at, link = self._newest
        return link if self._sentence - n <= SENTENCES else None

    def _of_entry(self, k: int) -> Link | None:
        """ "July 2012: Rebels seize the city": what an entry of a chronicle tells, in the present too, has the date at its head."""
        paragraph, link = self._entry
        if paragraph != self.doc.paragraph(k) or link.first is None or self._is_to_come(link):
            return None
        clauses = [clause for clause, _ in self._beside(k)] if self.is_noun(k) else [self._clause(k)]
        return link if any(clause is not None and self._may_tell(clause) and self.forms.get(clause.verb.word) in PAST | {"present"} for clause in clauses) else None

    def _took_place(self, k: int) -> bool:
        """Whether an act noun is told as what happened: "a truce began", "there was an attack"."""
        beside = [clause for clause, role in self._beside(k) if role is Role.SUBJECT or role is Role.OBJECT and self.strikes(k) and not self._is_definite(k)]
        return any(self._happened(clause) and {"has", "have"}.isdisjoint(self.low[clause.verb.start : clause.verb.end]) for clause in beside)

    def _reaction(self, clause: Clause | None) -> Link | None:
        """A report of news has what is said of them said on the day of publication."""
        if not self._has_news or self.published is None or clause is None or clause.kind is not Kind.MAIN:
            return None
        return Link(None, self.published, self.published, DateSource.PUBLICATION, "reaction")

    def _news(self, k: int) -> Link | None:
        """The day of the dateline, else that of publication, where the head of a report tells something as its news."""
        day = self.dateline
        told = self._tells(k) or self._news_strikes and self._tells_attack(k) or self._is_headline(k)
        if self.published is None and day is None or self._sentence >= LEAD or self._has_day or not told:
            return None
        if day is not None:
            return Link(day, day.first, day.last, DateSource.INHERITED, "dateline")
        return Link(None, self.published, self.published, DateSource.PUBLICATION, "publication")

    def _is_headline(self, k: int) -> bool:
        """ "Rocket strike kills six": the present of headlines."""
        return self._sentence == 0 and self.forms[k] == "present" and self.strikes(k) and not self._is_generic(k, self._clause(k))

    # ---- conditions

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


def is_within_a_day(links: Sequence[Link]) -> bool:
    """Whether hours or minutes are all that dates a trigger: "within an hour of the talks a bomb exploded" has the day of the story."""
    when = links[-1].when
    return links[-1].first is None and when is not None and when.timex_value.startswith("PT")


def _moved(link: Link | None, days: int) -> Link | None:
    """So many days on from what has one day."""
    if link is None or link.first is None or link.first != link.last:
        return None
    day = shift_days(link.first, days)
    return link._replace(first=day, last=day)


def _months_back(link: Link | None, months: int) -> Link | None:
    """The month so many months, the year so many years before what has one day."""
    if link is None or link.first is None or link.first != link.last:
        return None
    year, month = shift_months(link.first.year, link.first.month, -months)
    first, last, _ = interval(year_value(year) if months % 12 == 0 else month_value(year, month))
    return link._replace(first=first, last=last, source=DateSource.INHERITED, rule="counted back")


Step = Callable[[Story, int], Link | None]
STORY_RULES: tuple[tuple[str, Step], ...] = (
    ("entry", Story._of_entry),  # noqa: SLF001
    ("same day", Story._same_day),  # noqa: SLF001
    ("after", Story._after),  # noqa: SLF001
    ("story", Story._carried),  # noqa: SLF001
    ("publication", Story._news),  # noqa: SLF001
)
NOUN_RULES: tuple[tuple[str, Step], ...] = (
    ("same incident", Story._named_again),  # noqa: SLF001
    ("counted back", Story._counted_noun),  # noqa: SLF001
    ("what it does", Story._by_relative),  # noqa: SLF001
    ("its verb", Story._by_verb),  # noqa: SLF001
    *STORY_RULES,
)
VERB_RULES: tuple[tuple[str, Step], ...] = (
    ("counted from", Story._counted),  # noqa: SLF001
    ("counted back", Story._counted_back),  # noqa: SLF001
    ("its noun", Story._of_its_noun),  # noqa: SLF001
    ("clause above", Story._hanging),  # noqa: SLF001
    ("its subject", Story._of_subject),  # noqa: SLF001
    ("its whole", Story._of_whole),  # noqa: SLF001
    ("its occasion", Story._of_occasion),  # noqa: SLF001
    ("since then", Story._since),  # noqa: SLF001
    ("joined verb", Story._of_joined),  # noqa: SLF001
    *STORY_RULES,
)
