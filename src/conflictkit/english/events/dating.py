"""Which triggers a date governs: those of the clause that it modifies, or the noun that it stands before or behind."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import DateSource, Grain, TimexType
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role, Syntax, Time

from ..dates.calendar import interval
from ..dates.parts import CONTEXT
from ..grammar.lists import CHARGES, NAMES
from ..lexicon.events import MODAL, known
from ..lexicon.facts import HARM, is_act
from ..tables import TABLES
from .acts import TELLING, Acts
from .links import AMID, BE_OR_HAVE, WORDS, Dated, Link, holds, superlative, up_to, when_behind
from .triggers import FINITE, NEWS_FORMS, PAST, VERBAL

GOING_ON = frozenset({"perfect", "present", "progressive"})
"""Forms of what goes on, which "for 21 months" places."""
WANTING = frozenset({"AGREE", "REQUEST", "THREATEN"})
"""Kinds of verbs whose infinitive is still to be done."""
EDGES = TABLES.dates.EDGE
"""Nouns of a part of what lasts: "the end of a protest on Monday"."""
HAVE = frozenset({"has", "have"})
CONVICTED = ("SANCTION", "convict")
BRACKETS = frozenset({"()", "[]"})
NO_TRIGGER = -1
"""Said by a rule that knows that a date modifies no trigger."""


class Behind(NamedTuple):
    """A date behind an event noun: the noun, the clause that it stands in, its verb, and as what; the preposition that governs its phrase."""

    d: Dated
    noun: NounGroup
    clause: Clause | None
    verb: int
    role: Role | None
    preposition: str


class Dating(Acts):
    """Asked for the dates of the triggers of one sentence after the other; ``forms`` holds all triggers of the document, ``times`` the tokens of its dates."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        super().__init__(doc, syntax, forms, times, published)
        self.lasting: set[int] = set()
        """The triggers of what goes on "for months": no day is told of them."""

    def governed(self, dates: list[Dated], order: list[int]) -> dict[int, list[Link]]:
        """Trigger -> the dates that govern it; ``order`` are the triggers of the sentence."""
        governing: dict[int, list[tuple[Dated, str]]] = {}
        own: dict[Clause, Dated] = {}
        found = [(d, *self._direct(d, order)) for d in dates]
        if len(found) > 1:
            found = [self._of_act(n, found, order) for n in range(len(found))]
        for d, _, triggers in found:
            for k in triggers:
                verb = self.syntax.verb_at(k)
                if verb is not None and verb.clause is not None:
                    own.setdefault(verb.clause, d)
        for d, rule, triggers in found:
            shared = self._shared(d, triggers, own) if self._before(d) != "of" else ()  # "joined the army and was wounded in the war of 1963"
            for k in (*triggers, *(j for j in shared if j in self.forms)):
                if self.is_noun(k) or self._may_govern(d, self.forms[k]):
                    governing.setdefault(k, []).append((d, rule))
                elif d.date.timex_type is TimexType.DURATION:
                    self.lasting.add(k)
        return {k: self._links(k, told) for k, told in sorted(governing.items())}

    def _of_act(self, n: int, found: list[tuple[Dated, str, tuple[int, ...]]], order: list[int]) -> tuple[Dated, str, tuple[int, ...]]:
        """ "Today confirmed a role in the killing of a senator, on 18 August": of two days of a verb the later is that of the act noun before it."""
        d, rule, triggers = found[n]
        if rule != "clause" or not triggers or d.date.first is None or self.low[self._start(d) - 1] == "and":
            return found[n]
        other = next((other for other, _, told in found[:n] if told[:1] == triggers[:1] and other.date.first not in (None, d.date.first)), None)
        act = next((k for k in reversed(order) if max(other.b, triggers[0]) < k < d.a and self.is_noun(k) and known(self.low[k]).noun_kind), -1) if other is not None else -1
        return (d, "behind its noun", (act,)) if act >= 0 else found[n]

    def _links(self, k: int, governing: list[tuple[Dated, str]]) -> list[Link]:
        """The dates of a trigger: the first and last day of a range as one, none told already ("midday (1000 GMT) Wednesday"), none that tells no day beside one that does."""
        links: list[Link] = []
        before: Dated | None = None
        for d, rule in governing:
            link = self._link(d, rule, k)
            begun = links[-1] if links else None
            if begun is not None and before is not None and begun.first is not None and link.last is not None and self._is_range(before, d):
                whole = begun._replace(last=max(begun.first, link.last))
                links = [*(other for other in links[:-1] if other.last != whole.last), whole]  # "overnight on 8-9 May"
            elif begun is not None and before is not None and (begun.first, begun.last) == (before.date.first, before.date.last) and holds(begun, link):
                links = [*links[:-1], link, begun]  # "in 2015, in September"
            elif begun is not None and begun.first is not None and self._adds_nothing(link, links):
                before = before and before._replace(b=d.b)  # "between 20:00 on 3 May and"
                continue
            else:
                links = [*(links[:-1] if begun is not None and begun.first is None and link.first is not None else links), link]
            before = d
        return links

    def _adds_nothing(self, link: Link, links: list[Link]) -> bool:
        """Whether a date tells no day, or one that is told already, be it as the last of a range."""
        one = link.first if link.first == link.last else None
        return link.first is None or any((other.first, other.last) == (link.first, link.last) or other.last == one for other in links if other.first)

    def _is_range(self, d: Dated, other: Dated) -> bool:
        """Whether only "to", or "and" behind "between", stands between two dates."""
        between = [word for word in self.low[d.b : other.a] if word.strip() and word != "on"]
        return len(between) == 1 and (between[0] in WORDS.to or between[0] == "and" and self._before(d) == "between")

    def _may_govern(self, d: Dated, form: str) -> bool:
        """ "For hours", "for two days" of what is over are no dates; nor is a day to come of what is told as done ("postponed the vote until Friday")."""
        if form in NEWS_FORMS and self.published is not None and d.date.first is not None and d.date.first > self.published:
            return False
        lasts = d.date.timex_type is TimexType.DURATION and not d.date.first and self._before(d) in ("for", "of")
        return not lasts or form in GOING_ON and "X" not in d.date.timex_value

    def _link(self, d: Dated, rule: str, k: int) -> Link:
        """What a date tells of a trigger."""
        last = interval(d.date.timex_value)[1] if k == self._told_with(d) else up_to(d.date, self.published)
        if not self._is_from_now(d) and (self.forms[k] in TELLING or self.is_noun(k) and self.strikes(k)) and self.published is not None and d.date.first is not None and last is not None and d.date.first <= self.published:
            last = min(last, self.published)  # "this week" told in the past
        words = self.low[d.a : d.b]
        today = d.date.first is None and not WORDS.hours.isdisjoint(words) and not WORDS.back.isdisjoint(words)  # "in the past few hours"
        return Link(d.date, self.published, self.published, DateSource.TEXT, rule) if today else Link(d.date, d.date.first, last, DateSource.TEXT, rule)

    def _is_from_now(self, d: Dated) -> bool:
        """Whether an expression names what is left of a day, week or year: "later this week"."""
        return not CONTEXT.from_now.isdisjoint(self.low[d.a : d.b])

    # ---- what a date modifies

    def _direct(self, d: Dated, order: list[int]) -> tuple[str, tuple[int, ...]]:
        """The rule that finds what a date modifies, and the triggers that it finds."""
        for rule, step in RULES:
            if answer := tuple(step(self, d)):
                found = tuple(k for k in answer if k in self.forms)
                if found or NO_TRIGGER in answer:
                    return rule, found
        return "nearest", self._nearest(d, order)

    def _with_when(self, d: Dated) -> Iterator[int]:
        """ "In January, when it killed six", "since 2016 when he was killed": the verb of that clause, and the one that the date stands with."""
        told = self._told_with(d)
        if told >= 0:
            if superlative(self.doc, self.syntax, d.a, self.doc.bounds[d.a][0]) < 0:
                yield from self._in_clause(d)
            yield told

    def _told_with(self, d: Dated) -> int:
        """The verb of the "when" that stands right behind a date, or -1."""
        clause = self.syntax.clause_of(k) if (k := when_behind(self.doc, d)) >= 0 else None
        return clause.verb.word if clause is not None and clause.opener == k else -1

    def _inside_verb(self, d: Dated) -> Iterator[int]:
        """ "Was on Monday rammed", "would this weekend oversee", "men said to be soldiers yesterday shot six": what is or looks like a participle behind it."""
        k = d.a - 1 if self._before(d) not in WORDS.before_date else d.a - 2
        if k >= 0 and (self.low[k] in BE_OR_HAVE or self.low[k] in MODAL) and self.forms.get(d.b) in FINITE | {"participle"}:
            yield d.b

    def _before_noun(self, d: Dated) -> Iterator[int]:
        """ "Monday's attack", "the 2005 killing", "in his May 5 statement": the noun, and its verb where only the occasion is told."""
        group = self._group_around(d)
        noun = next((k for k in range(group.head, d.b - 1, -1) if self.is_noun(k)), -1) if group is not None else -1
        if group is None:
            return
        if noun < 0:
            if (group.start < d.a or d.date.grain is Grain.YEAR and d.date.timex_type is TimexType.DATE) and self.governing(group) not in WORDS.noun_too:
                yield NO_TRIGGER  # "a boycott of the 2024 games"; not "at a Monday prayer"
            return
        yield noun
        clause = next((clause for clause, _ in group.roles if clause.antecedent is not group), None) or self.syntax.clause_of(d.a)
        word = known(self.low[noun])
        if clause is not None and (self._before_led(d) == "in" and not word.noun_kind or self._before_led(d) == "during" and self.has_kind(clause)):
            yield from self._of_clause(next((above for above in self._upwards(clause) if above.kind is not Kind.INFINITIVE), clause))

    def _group_around(self, d: Dated) -> NounGroup | None:
        """The noun group of which a date is the owner or an adjective; a determiner or owner before the date makes it one."""
        group = self.syntax.group_at(d.b - 1)
        if group is not None and group.head >= d.b:
            return group
        after = self.syntax.group_at(d.b)
        led = self._before(d) in ("'", "’") or group is not None and group.determiner >= 0 and group.determiner >= d.a - 1
        return after if led and after is not None and after.start == d.b and after.determiner < 0 else None

    def _before_led(self, d: Dated) -> str:
        """The preposition before a date that a determiner leads: "in" of "in his May 5 statement"."""
        group = self.syntax.group_at(d.a)
        return self.low[group.preposition] if group is not None and group.preposition >= 0 and group.determiner >= 0 else ""

    def _before_relative(self, d: Dated) -> Iterator[int]:
        """ "Cited the disaster on Friday in which 80 died": what stands between a noun and its relative is the noun's."""
        if self.low[d.b : d.b + 2] == ["in", "which"] and (noun := self.event_noun(d.a)) >= 0:
            yield noun

    def _behind_noun(self, d: Dated) -> Iterator[int]:
        """ "The attack on Monday killed", "after an attack on Monday": the noun before it, and mostly its verb."""
        head = self.event_noun(d.a - self._is_fixed_for(d))
        noun = self.syntax.group_at(head) if head >= 0 else None
        if noun is None:
            return
        whole = noun.hangs_on
        if whole is not None and self.low[noun.preposition] == "of" and self.is_noun(whole.head) and self.low[whole.head] not in EDGES and not self.strikes(noun.head):
            noun = whole  # "the suspension of talks on Monday", "lifted their threat of a boycott on Monday"
        clause, role = noun.roles[0] if noun.roles else (noun.clause, None)
        behind = Behind(d, noun, clause, clause.verb.word if clause is not None else NO_TRIGGER, role, self.governing(noun))
        yield from next((answer(self, behind) for holds, answer in BEHIND if holds(self, behind)), ())

    def _is_fixed_for(self, d: Dated) -> bool:
        """ "Called a strike for Monday"."""
        return self._before(d) == "for" and d.date.timex_type is not TimexType.DURATION

    def _asks_for(self, b: Behind) -> bool:
        """ "Called for a truce last Thursday"."""
        return b.preposition == "for" and b.clause is not None and self._is_wanted(b.clause, b.d)

    def _convicts_of(self, b: Behind) -> bool:
        """ "Convicted of assault in 2014"."""
        return b.preposition == "of" and b.role is Role.OBLIQUE and b.noun.determiner < 0 and b.clause is not None and known(self.low[b.clause.verb.word]).kind == CONVICTED

    def _goes_on(self, b: Behind) -> bool:
        """ "Has imposed a state of siege since May"."""
        return self._before(b.d) == "since" and b.clause is not None and b.clause.verb.start < b.noun.head and not HAVE.isdisjoint(self.low[b.clause.verb.start : b.clause.verb.word])

    def _is_set_apart(self, b: Behind) -> bool:
        """ "After an attack on Monday", "responded to an attack on Monday", "which followed an attack on Monday"."""
        if b.preposition in WORDS.noun_only or b.clause is None or b.noun.hangs_on is not None and b.role is None:
            return True
        answered = b.preposition == "to" and (self.strikes(b.noun.head) or b.clause.verb.passive)
        return answered or b.role is Role.OBJECT and b.clause.verb.lemma in WORDS.follows

    def _does_it(self, b: Behind) -> bool:
        """ "The attack on Monday killed six"."""
        return b.role is Role.SUBJECT and b.clause is not None and b.noun.head < b.clause.verb.start

    def _is_occasion(self, b: Behind) -> bool:
        """ "Killed in an attack on Monday"."""
        return b.preposition in WORDS.noun_too

    def _with_scene(self, b: Behind) -> tuple[int, ...]:
        """The noun; behind "of" also what was done there, or in it."""
        return b.noun.head, *(self._scene(b.noun) if b.preposition == "of" else ()), *(self._done_in(b.noun) if b.preposition == "of" else ())

    def _with_harm(self, b: Behind) -> tuple[int, ...]:
        """The noun, and the verb that only says that it took place or what it did."""
        told = b.clause is not None and (self.occurs(b.clause) or known(self.low[b.verb]).verb in WORDS.harms)
        return (b.noun.head, b.verb) if told else (b.noun.head,)

    def _with_verb(self, b: Behind) -> tuple[int, ...]:
        """Both; but "charged with murder on Friday"."""
        charged = b.preposition == "with" and b.clause is not None and b.clause.verb.lemma in CHARGES
        return (b.verb,) if charged else (b.verb, b.noun.head)

    def _is_only_said(self, b: Behind) -> bool:
        """Whether an attack is only spoken of: "condemns the attack today"; "condemned the killing of two men in Brod on Monday", a day that is over behind it and its place."""
        if b.clause is None or not self.is_spoken(b.clause) or b.clause.verb.lemma in WORDS.ahead or not self.strikes(b.noun.head):
            return False
        return self._is_over(b.d, before=True) and b.noun.end < self._start(b.d) or b.clause.verb.status.time is Time.PRESENT

    def _done_in(self, noun: NounGroup) -> Iterator[int]:
        """The attack that is told as done in another: "the killing of two men in a raid on Sunday"."""
        group = self.syntax.group_at(noun.preposition - 1) if self.low[noun.preposition] in AMID else None
        while group is not None and not (self.is_noun(group.head) and self.strikes(group.head)):
            group = self.syntax.group_at(group.preposition - 1) if group.preposition >= 0 else None
        if group is not None:
            yield group.head

    def _scene(self, noun: NounGroup) -> Iterator[int]:
        """The verb of what was done "at the venue of a rally on Sunday", "in one of three raids on Sunday", "in the first hours of a raid on Sunday"."""
        outer = noun.hangs_on
        if outer is not None and outer.time and not outer.name and outer.clause is not None and outer.preposition >= 0:
            yield outer.clause.verb.word
        if outer is not None and outer.preposition >= 0 and (self.low[outer.preposition] in WORDS.scene or outer.number == outer.head):
            yield from (clause.verb.word for clause, role in outer.roles if role is Role.OBLIQUE)

    def _in_clause(self, d: Dated) -> Iterator[int]:
        """The verb of the clause that it stands in, as adverb or behind a preposition; behind a comma that of the clause above an infinitive."""
        if d.date.grain is Grain.YEAR and self._before(d) + self.low[min(d.b, len(self.low) - 1)] in BRACKETS:
            yield NO_TRIGGER  # "the author of Stone Bridges (1984)"
            return
        for clause in self._upwards_of(d):
            found = tuple(self._of_clause(clause))
            if any(k in self.forms for k in found):
                yield from found
                subject = clause.subject
                if subject is not None and subject.end <= d.a < clause.verb.start and known(self.low[clause.verb.word]).verb in WORDS.harms and self.is_noun(subject.head):
                    yield subject.head
                return
            if self._holds_dates(clause):
                yield next(filter(self.is_noun, range(d.a - 1, clause.start - 1, -1)), NO_TRIGGER)  # "whether there was a link to the raid in Brod on Monday"
                return

    def _holds_dates(self, clause: Clause) -> bool:
        """Whether a date in a clause tells of nothing above it: "said that it was in Brod on Monday", "the troops that it had in 1968"; not "shot while he was on his way home on Monday"."""
        if not clause.verb.finite or clause.opener >= 0 and self.low[clause.opener] in WORDS.same_time:
            return False
        said = clause.kind is Kind.COMPLEMENT and clause.parent is not None and not self.strikes(clause.parent.verb.word)  # no complement of "the last time rebels raided it was in May"
        return said or clause.kind in (Kind.ADVERBIAL, Kind.RELATIVE)

    def _upwards_of(self, d: Dated) -> Iterator[Clause]:
        """The clauses that a date stands in, the innermost that it may modify first."""
        group = self.syntax.group_at(d.a) or self.syntax.group_at(d.b - 1)
        clause = next((clause for clause, role in group.roles if role is Role.OBLIQUE), group.clause) if group is not None else None
        around = self.syntax.clause_of(d.a)
        start = self._start(d)
        opens = around is not None and around.start < d.a < around.verb.start and (
            self.low[start - 1] in {",", "and"} or around.subject is not None and around.subject.end == start and self.low[around.start - 1] != "told"
        )
        b = d.b + (self.low[d.b : d.b + 1] == [","])
        behind = self.syntax.clause_of(b)
        if behind is not None and behind.start == b and self.low[start - 1] in {"and", "but"} and not (start - 2 in self.times and self._sets_off(behind, d)):
            clause = behind  # "and two weeks earlier a judge was shot"
        elif clause is None or around is not None and (around.inserted or opens):
            clause = around
        if clause is not None and clause.subject is group and group is not None and clause.parent is not None:
            clause = clause.parent  # "an offensive last week which has killed"
        yield from (above for above in self._upwards(clause) if not self._is_passed(above, d)) if clause is not None else ()

    def _sets_off(self, behind: Clause, d: Dated) -> bool:
        """Whether a clause behind a pair of days, parted by a comma, tells who says so or what came of it: "in May and June, the army said", "between Friday and Sunday, killing two"."""
        return behind.start > d.b and (not behind.verb.finite or known(self.low[behind.verb.word]).report)

    def _is_passed(self, clause: Clause, d: Dated) -> bool:
        """Whether a date is rather that of the clause above: of what only describes, is called so, or is the aim of an act."""
        if self._is_still_done(clause, d):
            return True
        if clause.kind is Kind.REDUCED:
            return d.date.first == d.date.last and self._only_describes(clause, d)  # "exploded in a tent filled with mourners on Sunday"
        if clause.opener >= 0 and self.low[clause.opener] == "what":
            return clause.verb.lemma in NAMES or known(self.low[clause.verb.word]).report  # "hit what it called a camp on Sunday"
        aim = clause.parent if clause.kind is Kind.INFINITIVE else None
        return aim is not None and (self.low[self._start(d) - 1] == "," or d.date.first == d.date.last and self._is_over(d) and self.is_purpose(clause, aim) or self._is_aim(clause, aim) or self._is_wanted(aim, d))  # "announced a plan to leave the town, Dec. 10"

    def _is_still_done(self, clause: Clause, d: Dated) -> bool:
        """Whether a day that is over stands behind a perfect, or what hangs on it, within a clause of the past: "met envoys who have been trying to broker a deal on Tuesday"."""
        if d.date.grain is not Grain.DAY or "since" in self.low[clause.verb.word : d.a] or not self._is_over(d, before=True):
            return False
        up = list(self._upwards(clause))
        while up and up[0].kind is Kind.INFINITIVE:
            del up[0]
        still = bool(up) and not HAVE.isdisjoint(self.low[up[0].verb.start : up[0].verb.word])
        return still and any(self.forms.get(above.verb.word) in PAST for above in up[1:])

    def _is_over(self, d: Dated, *, before: bool = False) -> bool:
        """Whether what an expression names is over on the day of publication, or before it."""
        return self.published is not None and d.date.last is not None and d.date.last <= self.published and not (before and d.date.last == self.published)

    def _is_aim(self, clause: Clause, parent: Clause) -> bool:
        """Whether an infinitive is what an act is about ("launched a raid to free them") or what is refused."""
        act = parent.object
        return act is not None and act.end == clause.start and is_act(self.low[act.head]) or parent.verb.lemma in WORDS.refuses

    def _is_wanted(self, parent: Clause, d: Dated) -> bool:
        """Whether a day that is over stands behind what is only asked for, threatened or promised: "urged them to look into the murder two days ago"."""
        kind = known(self.low[parent.verb.word]).kind
        return self._is_over(d, before=True) and kind is not None and kind[0] in WANTING and self._before(d) not in ("by", "until")

    def _only_describes(self, clause: Clause, d: Dated) -> bool:
        """Whether the verb above a participle on a noun group, not right before the date, stands right behind a bare date ("men held in Brod today killed six"), or there or before a participle that tells no event of a kind."""
        above, start = clause.parent, self._start(d)
        if above is None or clause.verb.end == start:
            return False
        before_verb = above.verb.start == d.b
        return before_verb and start == d.a and above.verb.word == d.b or (before_verb or above.verb.start < clause.start) and not self.has_kind(clause)

    def _nearest(self, d: Dated, order: list[int]) -> tuple[int, ...]:
        """Where grammar sees no clause: the verb before it, else the trigger behind it."""
        if d.date.timex_type is TimexType.DURATION:
            return ()
        n = bisect_left(order, d.a)
        before = next((k for k in reversed(order[:n]) if self.forms[k] in VERBAL), None)
        return (before,) if before is not None else tuple(order[n : n + 1])

    # ---- what shares it

    def _shared(self, d: Dated, triggers: tuple[int, ...], own: dict[Clause, Dated]) -> Iterator[int]:
        """What shares the date of a verb: the "began" before it, what a report says, and joined verbs."""
        for k in triggers:
            verb = self.syntax.verb_at(k)
            clause = verb.clause if verb is not None else None
            if clause is None:
                continue
            above = clause.parent
            if above is not None and above.verb.lemma in WORDS.begins and clause.start in (above.verb.end, above.object.end if above.object is not None else -1):
                yield above.verb.word
            if d.a < clause.verb.start and d.date.first != d.date.last and known(self.low[k]).report:
                yield from (child.verb.word for child in clause.children if child.kind is Kind.COMPLEMENT and child not in own and self.forms.get(child.verb.word) in NEWS_FORMS)  # "in May, the army said it had taken"
            for other in self._joined(d, clause, own):
                still = self.forms.get(other.verb.word) in ("perfect", "been") and self.forms[k] in PAST and self._is_over(d, before=True)
                if other.verb.word in self.forms and other.verb.word not in triggers and not still:
                    yield other.verb.word  # not "came back last week and has been held"

    def _joined(self, d: Dated, clause: Clause, own: dict[Clause, Dated]) -> Iterator[Clause]:
        """The clauses without a date of their own that are joined to one with its subject, on the far side of its date: behind it, or before it without a comma."""
        opens = d.a < clause.verb.start
        if not opens and "," in self.low[clause.start - 2 : clause.start]:
            return
        other = clause.followed if opens else clause.joined
        while other is not None and other not in own and (_one_subject(clause, other) or self._is_one_toll(clause, other)) and not self.is_said(clause, other):
            yield other
            other = other.followed if opens else other.joined

    def _is_one_toll(self, clause: Clause, other: Clause) -> bool:
        """Whether two verbs tell of the victims of one act: "six were killed and nine wounded on Sunday"."""
        return all(told.verb.passive and known(self.low[told.verb.word]).verb in HARM for told in (clause, other))

    def is_said(self, clause: Clause, other: Clause) -> bool:
        """Whether a joined verb belongs to what is said: "claimed to have hit a camp and killed a chief"."""
        said = known(self.low[clause.verb.word]).report and not known(self.low[other.verb.word]).report
        return said and any(child.kind is Kind.INFINITIVE for child in clause.children)

    # ---- words

    def _start(self, d: Dated) -> int:
        """The first token of a date with its preposition."""
        group = self.syntax.group_at(d.a)
        if group is not None and group.preposition >= 0:
            return min(d.a, group.preposition)
        return d.a - 1 if d.a and self.low[d.a - 1] in WORDS.before_date else d.a

    def _before(self, d: Dated) -> str:
        return self.low[d.a - 1] if d.a else ""


BEHIND: tuple[tuple[Callable[[Dating, Behind], bool], Callable[[Dating, Behind], tuple[int, ...]]], ...] = (
    (Dating._asks_for, lambda dating, b: ()),  # noqa: SLF001
    (Dating._convicts_of, lambda dating, b: (b.verb,)),  # noqa: SLF001
    (lambda dating, b: dating._is_fixed_for(b.d), lambda dating, b: (b.noun.head,)),  # noqa: SLF001
    (Dating._goes_on, lambda dating, b: (b.verb, b.noun.head)),  # noqa: SLF001
    (Dating._is_set_apart, Dating._with_scene),  # noqa: SLF001
    (Dating._does_it, Dating._with_harm),  # noqa: SLF001
    (Dating._is_only_said, lambda dating, b: (b.noun.head,)),  # noqa: SLF001
    (Dating._is_occasion, Dating._with_verb),  # noqa: SLF001
)
"""What a date behind an event noun modifies: the answer of the first condition that holds."""
RULES: tuple[tuple[str, Callable[[Dating, Dated], Iterator[int]]], ...] = (
    ("with when", Dating._with_when),  # noqa: SLF001
    ("inside its verb", Dating._inside_verb),  # noqa: SLF001
    ("before its noun", Dating._before_noun),  # noqa: SLF001
    ("before its relative", Dating._before_relative),  # noqa: SLF001
    ("behind its noun", Dating._behind_noun),  # noqa: SLF001
    ("clause", Dating._in_clause),  # noqa: SLF001
)
"""What a date modifies: the first rule that answers."""


def _one_subject(clause: Clause, other: Clause) -> bool:
    return other.subject is None or other.subject is clause.subject
