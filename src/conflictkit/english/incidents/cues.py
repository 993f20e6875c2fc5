"""What a mention is and how it hangs together with the others of its sentence: status, determiner, links of the clause, cues of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import compress

from attrs import define

from conflictkit._document import Document
from conflictkit._joining import Status
from conflictkit._models import HAPPENED, DatedEvent, DateSource, EventKind
from conflictkit.engine.syntax import Clause, Form, Kind, Mood, NounGroup, Role, Syntax, Time, VerbGroup

from ..facts.phrases import ANSWERS, is_answered
from ..grammar import syntax_of
from ..grammar.lemmas import lemma_of
from ..grammar.lists import DEFINITE
from ..lexicon.claims import PERSON
from ..lexicon.events import known
from ..lexicon.facts import NOUNS, PLACE_NOUN, singular
from ..lexicon.inflection import plural
from ..tables import TABLES
from .types import TABLE, told_in

ATTACKERS = TABLE.act.attacker
APART = TABLE.act.harm | TABLE.act.legal
"""What is told "after" them is no other act than theirs."""
WARS, SORTS, STRUGGLES, CHARGES = TABLE.act.war, TABLE.act.sort, TABLE.act.struggle, TABLE.act.charge
STATES, WEAK, BEGIN, REPLY, HARM, ENDS, NAMES, UNSURE, DOERS, RAIDS = TABLE.act.state, TABLE.act.weak, TABLES.dates.events.begin, TABLE.act.reply, TABLE.act.harm, TABLE.act.ends, TABLE.act.names, TABLE.act.unsure, TABLE.act.doer, TABLE.act.raid
BRINGS_UP = TABLES.dates.events.does | TABLES.dates.events.holds
"""Verbs of which an act is the object when it is told that it took place: "reported the burning of two houses"."""
LEGAL, REPORTS, REPORTED = TABLE.act.legal, TABLE.act.report, TABLE.act.reported
NOT_PAST = (Time.PRESENT, Time.FUTURE)
BEFORE = frozenset({"earlier", "formerly", "previously"})
"""Within a verb they say that it tells of another time."""
POINTING = frozenset({"that", "this"})
INJURIES = NOUNS.injury
"""Whoever has one was hurt in what was told: "a gunshot wound"."""
KNOWN, NEW = DEFINITE | {"both"}, TABLE.determiner.indefinite
OTHER, ACT_BEHIND = TABLE.preposition.other, TABLE.preposition.act
OPENERS, ANOTHER, SERIES, DONE = TABLE.cue.opener, TABLE.cue.another, TABLE.cue.series, TABLE.cue.done
LASTING = STATES | {"since"}
"""Words of a sentence whose numbers are those of a war or of a time."""
ENDED = frozenset({"after", "following"})
"""Before the length of a time that was over when an act was done: "withdrew after weeks of fighting"."""
ROOT = 5
"""By how many first letters an act is known."""
MOST = max(cue.count(" ") for cue in OPENERS | SERIES) + 1
"""So many words has the longest cue."""
LINKING = frozenset({"and", "but", "yet", "“", '"', "-", "•"})
"""What a sentence may begin with before it says that it turns to something else: "But earlier"."""
AMOUNT = TABLES.numerals.small.keys() | TABLE.cue.amount
"""Before "hours later"."""
MONTH = 31
"""Harm of a longer time is a sum of several things."""
BEHIND = 8
"""Within how many words behind a trigger its clause says that it happened often."""
VICTIM = frozenset({"against", "by", "of"})
"""Before whoever suffers or does an act."""
STAGED, PLAYED = TABLE.act.staged, TABLE.act.played
STAGES = frozenset((*STAGED, *PLAYED, *map(plural, STAGED)))
STAGE = frozenset({"as", "at", "during", "in"})
"""Before what an act is played in."""
WEAPONS = frozenset({"bomb", "drone", "shell"})
"""Classes of what kills."""
PAST_TOO = frozenset(lemma for lemma, forms in TABLES.events.irregular.items() if forms.split()[0] == lemma)
"""Verbs whose past looks like their present: "they beat him"."""
SAME_DEED = frozenset({Kind.PARTICIPLE, Kind.REDUCED, Kind.INFINITIVE})
"""Clauses that go on with what the clause above tells."""


@define(eq=False)
class Spot:
    """A trigger as grammar sees it."""

    k: int
    """Its token."""
    noun: NounGroup | None
    verb: VerbGroup | None
    clause: Clause | None
    lemma: str
    harm: bool
    """Whether it tells what an act did."""


def spot_of(doc: Document, syntax: Syntax, k: int) -> Spot:
    """What grammar makes of the token k."""
    verb, group = syntax.verb_at(k), syntax.group_at(k)
    if verb is not None and verb.word == k:
        group, clause, lemma = None, verb.clause, verb.lemma
    elif group is not None and group.head == k:
        verb, clause, lemma = None, group.clause, singular(doc.low[k])
    else:
        verb, group, clause, lemma = None, None, syntax.clause_of(k), lemma_of(doc.low[k])
    return Spot(k, group, verb, clause, lemma, lemma in HARM or lemma_of(lemma) in HARM)


def bare(group: NounGroup) -> bool:
    """A plural without anything before it: "attacks"."""
    return group.plural and group.determiner < 0 and group.number < 0 and group.owner is None


def root(lemma: str) -> str:
    """What the verb and the noun of one act have in common: "explode" and "explosion", "bomb" and "bombing"."""
    return lemma_of(lemma)[:ROOT]


# --- links ---------------------------------------------------------------------------------------------------------------


def links(doc: Document, spot: Spot, acts: Container[int] = ()) -> Iterator[int]:
    """The tokens whose fact the clause makes one with this trigger's, the surest first; ``acts`` are the triggers of its sentence: a noun whose verb is none tells
    what its clause tells ("killed when gunmen staged an ambush")."""
    clause = spot.clause
    if spot.noun is not None:
        outer = singular(doc.low[spot.noun.hangs_on.head]) if spot.noun.hangs_on is not None else ""
        if outer in DOERS or is_answered(doc, spot.noun):
            return  # "the planner of the attack was killed in a raid", "a protest against the attack"
        if outer in HARM or not _stands_behind(doc, spot.noun):  # "injuries after the attack", not "a raid after the attack"
            yield from _above(spot.noun)
        if clause is not None and not set_apart(doc, spot):
            yield clause.verb.word
            for group in (clause.subject, clause.object):
                if group is not None:
                    yield group.head
            yield from _told_beside(doc, clause, harm=spot.harm)
            if clause.parent is not None and clause.verb.word not in acts and (_explains_harm(doc, clause) or clause.kind is Kind.PARTICIPLE and spot.noun is clause.object):
                yield clause.parent.verb.word  # "two rockets landed near the base, causing explosions"
    elif spot.verb is not None and clause is not None:
        yield from _of_verb(doc, clause, harm=spot.harm)


def _above(group: NounGroup) -> Iterator[int]:
    """The nouns that a noun hangs on or renames, from the inside out."""
    at = group.hangs_on or group.renames
    while at is not None:
        yield at.head
        at = at.hangs_on or at.renames


def _of_verb(doc: Document, clause: Clause, *, harm: bool) -> Iterator[int]:
    for group in (clause.antecedent, clause.subject, clause.agent, clause.object):
        if group is not None:
            yield group.head
            if group is clause.antecedent:
                yield from _above(group)
                if doc.low[clause.verb.start] != "had":
                    yield from (outer.verb.word for outer, role in group.roles if role is Role.AGENT)  # "shot by men who ambushed his car"
    yield from _told_beside(doc, clause, harm=harm)
    if clause.joined is not None:
        yield clause.joined.verb.word
    parent = clause.parent
    if parent is not None and (clause.kind in SAME_DEED or _explains_harm(doc, clause)):
        yield parent.verb.word
    if parent is not None and parent.subject is not None and (clause.kind is Kind.PARTICIPLE or _opener(doc, clause) == "when"):
        yield parent.subject.head  # "the last attack was in May, when a bomb went off"


def _told_beside(doc: Document, clause: Clause, *, harm: bool) -> list[int]:
    """The nouns behind the prepositions of a clause that tell what it tells; what stands behind "after" only of a harm that is not told to come of another act."""
    behind = [group for _, group in clause.obliques if _stands_behind(doc, group)]
    return [group.head for _, group in clause.obliques if group not in behind or harm and not _has_a_cause(doc, clause, group)]


def _explains_harm(doc: Document, clause: Clause) -> bool:
    """Whether a clause tells how the harm above it came about: "12 died when a bomb went off"."""
    parent = clause.parent
    return parent is not None and clause.kind is Kind.ADVERBIAL and _opener(doc, clause) in ACT_BEHIND and lemma_of(parent.verb.lemma) in HARM


def noun_before(spot: Spot, nouns: Sequence[int]) -> int | None:
    """The one of the act nouns of a sentence, in order, that the relative clause of a harm stands behind: "a bombing on Sunday that killed", where the clause hangs on the day."""
    clause = spot.clause
    if spot.noun is not None or not spot.harm:
        return None
    if spot.verb is not None and not (
        clause is not None and (clause.kind in (Kind.RELATIVE, Kind.REDUCED) or clause.kind is Kind.COMPLEMENT and clause.subject is None)
    ):
        return None
    n = bisect_left(nouns, spot.k)
    return nouns[n - 1] if n else None


def _opener(doc: Document, clause: Clause) -> str:
    return doc.low[clause.opener] if clause.opener >= 0 else ""


def _stands_behind(doc: Document, group: NounGroup) -> bool:
    """Whether the preposition before a noun, or the noun before that, makes it another thing: "after the raid", "in retaliation for the raid"."""
    return group.preposition >= 0 and doc.low[group.preposition] in OTHER or is_answered(doc, group)


def set_apart(doc: Document, spot: Spot, acts: Container[int] = ()) -> bool:
    """Whether a preposition or conjunction makes it another thing than what the clause above tells: "after the attack", "after rebels attacked", unless that is its harm. Above a
    verb without a subject stands one of the acts of its sentence: in "lured them in before blowing himself up" there is one act only."""
    group: NounGroup | None = spot.noun
    if group is None:
        clause = spot.clause
        if clause is not None and clause.antecedent is not None and is_answered(doc, clause.antecedent):
            return True  # "in response to a missile launched from Tamir"
        return (
            spot.verb is not None
            and clause is not None
            and clause.parent is not None
            and _opener(doc, clause) in OTHER
            and clause.parent.verb.lemma not in APART
            and (clause.subject is not None or clause.parent.verb.word in acts)
        )
    while group is not None:
        if _stands_behind(doc, group):
            return doc.low[group.preposition] not in OTHER or spot.clause is None or not _comes_of(spot.clause.verb.lemma, spot) or _has_a_cause(doc, spot.clause, group)
        group = group.hangs_on
        if group is not None and singular(doc.low[group.head]) in ANSWERS:
            return True
    return spot.clause is not None and doc.low[spot.clause.verb.word] in OTHER and spot.clause.object is spot.noun


def _has_a_cause(doc: Document, clause: Clause, besides: NounGroup) -> bool:
    """Whether a clause tells the act that did the harm: "killed in an air strike, months after the massacre"."""
    return any(group is not besides and known(doc.low[group.head]).kinds[1] and not _stands_behind(doc, group) for _, group in clause.obliques)


def _comes_of(verb: str, spot: Spot) -> bool:
    """Whether what is told after an act is its harm, what is done about it, or the ground won: "captured after a three-day battle"."""
    return verb in APART or "occupy" in told_in([verb]) and "clash" in told_in([spot.lemma])


# --- status --------------------------------------------------------------------------------------------------------------


def status_of(doc: Document, spot: Spot, event: DatedEvent, lo: int, hi: int, series: Sequence[tuple[int, int]], *, headline: bool) -> Status:
    """What a mention is by itself, in a sentence with these cues of a series; a bare plural is a series, unless the clause ties it to an act."""
    if event.factuality not in HAPPENED:
        return Status.NOT_HELD
    clause = spot.clause
    if not STAGES.isdisjoint(doc.low[lo:hi]) and _is_staged(doc, spot):
        return Status.NOT_HELD
    told = _noun_alone(doc, spot, clause, event, headline=headline) if spot.noun is not None else _verb_alone(doc, spot, clause, told=headline or _has_a_day(event)) if clause is not None else None
    if told is not None:
        return told
    if (spot.harm or (_befalls_many(spot, event) if spot.noun is None else spot.noun.plural)) and _sums_up(doc, spot, event):
        return Status.SERIES
    a, b = (max(lo, clause.start), min(hi, clause.end)) if clause is not None else (lo, hi)
    cues = [cue for cue in series if spot.noun is not None or doc.low[cue[0] - 1] not in ENDED]
    many = bool(cues) and not _is_the_worst(doc, spot) and (any(a <= first and last <= min(b, spot.k + BEHIND) for first, last in cues) or turns(doc.low, lo, spot.k, SERIES))
    several = bare(spot.noun) and not _took_place(doc, spot, event) if spot.noun is not None else spot.harm and _of_a_time(spot, event)
    return Status.SERIES if many else Status.PLURAL if several else Status.ACT


def _is_staged(doc: Document, spot: Spot) -> bool:
    """Whether an act is only played: "stormed a house in a drill", "a mock attack", "a drill in which guards shot at targets"; whoever is hurt in a drill is."""
    if spot.noun is not None and not PLAYED.isdisjoint(doc.low[spot.noun.start : spot.noun.head]):
        return True
    clause = spot.clause
    if clause is None or spot.harm or clause.verb.passive:
        return False
    groups = [group for _, group in clause.obliques if group.preposition >= 0 and doc.low[group.preposition] in STAGE]
    groups += [group for group in (clause.antecedent, *(inner for outer in groups for inner in outer.phrases)) if group is not None]
    return any(singular(doc.low[group.head]) in STAGED and doc.low[group.end : group.end + 1] != ["of"] for group in groups)


def _is_the_worst(doc: Document, spot: Spot) -> bool:
    """Whether one act of many is meant: "the deadliest attack this year"."""
    noun = spot.noun
    return noun is not None and not noun.plural and any(word.endswith("est") or word == "worst" for word in doc.low[noun.start : noun.head])


def _took_place(doc: Document, spot: Spot, event: DatedEvent) -> bool:
    """Whether what a bare plural names was at one place on one day that its clause tells: "clashes broke out in Brod on Monday"."""
    clause = spot.clause
    if clause is None or clause.subject is not spot.noun or event.when is None or event.first != event.last or event.place is None:
        return False
    return clause.start <= doc.at[event.when.span.start] < clause.end


def _of_a_time(spot: Spot, event: DatedEvent) -> bool:
    """Whether harm is that of a time, unless an act is told beside it: "31 people were killed in 2018", "has lost 40 tanks over the past 24 hours"."""
    if event.first is None or event.last is None or event.first == event.last or spot.clause is None:
        return False
    summed = _befalls_many(spot, event) and (event.last - event.first).days > MONTH
    return spot.lemma == "lose" and event.date_source is DateSource.TEXT or summed


def _befalls_many(spot: Spot, event: DatedEvent) -> bool:
    """Whether it is told of several that something befell them, and not who did it: "ten mayors have been murdered"."""
    whom = Syntax.object_of(spot.clause) or spot.clause.subject if spot.clause is not None else None
    return whom is not None and (whom.plural or whom.number >= 0) and event.actor is None


def _sums_up(doc: Document, spot: Spot, event: DatedEvent) -> bool:
    """Whether a date says since or up to when: "1,700 have been killed since January", "since she took office in May", "had been killed as of Friday"."""
    if event.when is None:
        return False
    k = doc.at[event.when.span.start]
    if event.first == event.last:
        return doc.low[max(k - 2, 0) : k] == ["as", "of"]
    around = syntax_of(doc).clause_of(k) if spot.noun is None else None
    return "since" in doc.low[max(k - 1, 0) : k + 1] or around is not None and around is not spot.clause and _opener(doc, around) == "since"


def _noun_alone(doc: Document, spot: Spot, clause: Clause | None, event: DatedEvent, *, headline: bool) -> Status | None:
    """What an act noun is by itself where it is no act."""
    if spot.noun is not None and event.date_source is not DateSource.TEXT and (_names_a_sort(doc, spot.noun, spot.lemma) or _is_a_struggle(doc, spot.noun, spot.lemma)):
        return Status.HABIT
    if spot.noun is not None and bare(spot.noun) and clause is not None and clause.subject is spot.noun and clause.verb.status.time is Time.PRESENT and (not headline or clause.predicate >= 0):
        return Status.HABIT  # "attacks are frequent"
    if spot.lemma in STATES:
        return Status.SERIES
    if clause is not None and clause.subject is spot.noun and not clause.verb.passive and clause.verb.status.time is Time.FUTURE and event.kind is EventKind.PROTEST:
        return Status.NOT_HELD  # "the march will end at noon"
    if clause is not None and clause.subject is spot.noun and clause.predicate >= 0 and doc.low[clause.predicate] in UNSURE:
        return Status.NOT_HELD  # "a confrontation is possible"
    if _ended(doc, spot) or clause is not None and clause.verb.status.mood is Mood.POSSIBLE and (spot.k > clause.verb.word or clause.subject is spot.noun) and not definite(doc, spot):
        return Status.NOT_HELD  # "a cessation of fighting", "whether it was caused by a strike", "a strike may not fix it"
    return None


def _names_a_sort(doc: Document, noun: NounGroup, lemma: str) -> bool:
    """Whether a bare singular names a sort of crime, and none that somebody committed against somebody: "the prevention of torture", "is under arrest", not "charged with murder", "in
    the murder of a trader"."""
    known_by = noun.plural or noun.determiner >= 0 or noun.number >= 0 or noun.owner is not None or any(doc.low[inner.preposition] in VICTIM for inner in noun.phrases)
    return lemma in SORTS and not known_by and (
        noun.hangs_on is not None and singular(doc.low[noun.hangs_on.head]) not in CHARGES or noun.preposition >= 0 and doc.low[noun.preposition] == "under"
    )


def _is_charged(doc: Document, noun: NounGroup, lemma: str) -> bool:
    """Whether a bare noun is what somebody is charged with or convicted of, beside no victim: "was charged with assault", "one count of murder"."""
    if lemma not in SORTS or noun.determiner >= 0 or noun.owner is not None or any(doc.low[inner.preposition] in VICTIM for inner in noun.phrases):
        return False
    clause = noun.clause
    return noun.hangs_on is not None and singular(doc.low[noun.hangs_on.head]) in CHARGES or noun.preposition >= 0 and clause is not None and clause.verb.lemma in LEGAL


def _is_a_struggle(doc: Document, noun: NounGroup, lemma: str) -> bool:
    """Whether a noun is the struggle against somebody that goes on: "the fight against the rebels"."""
    return lemma in STRUGGLES and not noun.plural and noun.determiner >= 0 and doc.low[noun.determiner] in KNOWN and doc.low[noun.end : noun.end + 1] == ["against"]


def _ended(doc: Document, spot: Spot) -> bool:
    """Whether what a noun tells is to end: "a halt to the fighting"."""
    above = spot.noun.hangs_on if spot.noun is not None else None
    return above is not None and doc.low[above.head] in ENDS


def _has_a_day(event: DatedEvent) -> bool:
    """Whether the text gives it a day: "7 January 2015: Two gunmen kill 12 people"."""
    return (event.date_source is DateSource.TEXT or event.rule == "entry") and event.first is not None and event.first == event.last


def _verb_alone(doc: Document, spot: Spot, clause: Clause, *, told: bool) -> Status | None:
    """What a verb is by itself where it is no act; the present of headlines and entries, and of what is told with a day, is one."""
    if spot.harm and _of_a_war(doc, clause) or clause.subject is not None and singular(doc.low[clause.subject.head]) in WARS:
        return Status.SERIES
    verb = spot.verb
    if verb is not None and clause.object is not None and (found := _of_object(doc, verb, clause.object)) is not None:
        return found
    if verb is None:
        return None
    if verb.finite and verb.status.time in NOT_PAST and (verb.end - verb.start > 1 or doc.low[verb.word] not in PAST_TOO):
        return None if told else Status.HABIT
    if "been" in doc.low[verb.start : spot.k] and verb.form is Form.GERUND:
        return Status.SERIES  # "have been fighting"
    if clause.kind is not Kind.INFINITIVE or "have" in doc.low[verb.start : spot.k]:
        return None
    above = clause.parent
    if above is None and told and doc.low[verb.start] != "to":
        return None  # "4 May: Rebels shoot down a helicopter"
    return Status.HABIT if above is None or above.verb.lemma not in DONE or above.verb.status.time in NOT_PAST else None


def _of_object(doc: Document, verb: VerbGroup, what: NounGroup) -> Status | None:
    """What a verb is by the act that it takes: "launched an offensive", "have carried out dozens of attacks", "carried out no strikes"."""
    if what.plural and what.phrases and doc.low[what.phrases[0].start - 1] == "of" and singular(doc.low[what.head]) not in PERSON:  # "dozens of attacks", not "prisoners of war"
        what = what.phrases[0]
    act = singular(doc.low[what.head])
    if act in STATES:
        return Status.HABIT if act in WARS else Status.SERIES  # "waged a war"
    if not known(act).kinds[1]:
        return None
    if what.determiner >= 0 and doc.low[what.determiner] == "no":
        return Status.NOT_HELD
    return Status.PLURAL if what.plural and what.determiner < 0 and verb.finite and doc.low[verb.start] in ("has", "have") else None


def _says_what(syntax: Syntax, spot: Spot, group: NounGroup) -> bool:
    """Whether a noun says of what was told what it is: "it was a terrorist attack", "called the bombing a cowardly act"."""
    clause = syntax.clause_of(spot.k) if group.preposition < 0 else None
    return clause is not None and clause.verb.lemma in NAMES and group is not clause.object and group.start >= clause.verb.word


def _of_a_war(doc: Document, clause: Clause) -> bool:
    """Whether a war, or the time since a day, is what did the harm: "the conflict has killed", "have died since 2014"."""
    groups = [
        (doc.low[group.preposition] if group.preposition >= 0 else "", group)
        for group in (clause.antecedent, clause.subject, clause.agent)
        if group is not None
    ]
    return any(preposition == "since" or singular(doc.low[group.head]) in STATES for preposition, group in (*groups, *clause.obliques))


def definite(doc: Document, spot: Spot) -> bool:
    """ "The attack", "their raid": it points back; not "the shooting of a trader"."""
    group = spot.noun
    return group is not None and (group.owner is not None or group.determiner >= 0 and doc.low[group.determiner] in KNOWN) and not _of_a_new_one(doc, group)


def is_pointed_at(doc: Document, spot: Spot) -> bool:
    """ "That attack", "this raid": what was told right before."""
    return spot.noun is not None and spot.noun.determiner >= 0 and doc.low[spot.noun.determiner] in POINTING


def cues_of(doc: Document, syntax: Syntax, spot: Spot, lo: int, acts: Container[int]) -> tuple[bool, bool, bool, bool, bool]:
    """How a trigger stands to what was told before, in a sentence that begins at token lo and has these triggers: whether it points back ("the attack", or "it was a
    terrorist attack"), is new by its article, is set apart by its clause and by its sentence, and can open an incident: not "the attacks", not "the fighting"."""
    group, other, apart = spot.noun, set_apart(doc, spot, acts), sets_apart(doc, spot, lo)
    if _is_attackers(doc, spot.clause):
        return False, False, False, apart, False
    if group is None:
        return False, False, other, apart, spot.lemma not in REPLY
    named = _says_what(syntax, spot, group)
    points = named or definite(doc, spot)
    new = (group.number >= 0 or group.determiner >= 0 and doc.low[group.determiner] in NEW or _of_a_new_one(doc, group)) and spot.lemma not in INJURIES and not _is_reported(doc, group)
    return points, new, other, apart, not named and not (points and group.plural or spot.lemma in WEAK and not _begins(spot) or _is_charged(doc, group, spot.lemma))


def _is_reported(doc: Document, group: NounGroup) -> bool:
    """Whether police are told of an act or go there: it is that of their report: "received a call about a shooting", "were called to a stabbing"."""
    if group.hangs_on is not None and singular(doc.low[group.hangs_on.head]) in REPORTS:
        return True
    return any(clause.verb.lemma in REPORTED for clause, _ in group.roles)


def _begins(spot: Spot) -> bool:
    """Whether what goes on is told to have begun: "fighting broke out", not "the fighting went on"."""
    clause = spot.clause
    return clause is not None and clause.subject is spot.noun and clause.verb.lemma in BEGIN


def _is_attackers(doc: Document, clause: Clause | None) -> bool:
    """Whether those who did what was told do it: "the attackers fled after a gun battle"."""
    whom = clause.object if clause is not None else None
    groups = (clause.subject, whom, *(whom.phrases if whom is not None else ())) if clause is not None else ()
    return any(group is not None and group.determiner >= 0 and doc.low[group.determiner] in KNOWN and doc.low[group.head] in ATTACKERS for group in groups)


def told_again(doc: Document, spot: Spot) -> Iterator[str]:
    """The nouns that point back to who suffered or what did it: "the farmers were shot", "two of the farmers died", "the attack on the hospital", "the bomb went off"."""
    clause = spot.clause
    groups: list[NounGroup] = [*spot.noun.phrases] if spot.noun is not None and definite(doc, spot) else []
    if spot.verb is not None and clause is not None and (whom := Syntax.object_of(clause) or (clause.subject if spot.harm else None)) is not None:
        groups += [whom, *whom.phrases]
    if spot.verb is not None and clause is not None and clause.subject is not None and not WEAPONS.isdisjoint(told_in([doc.low[clause.subject.head]])):
        groups.append(clause.subject)
    for group in groups:
        if not group.name and group.determiner >= 0 and doc.low[group.determiner] in KNOWN and doc.low[group.head] not in PLACE_NOUN:
            yield doc.low[group.head]


def _of_a_new_one(doc: Document, group: NounGroup) -> bool:
    """Whether somebody not told of before suffers the act of a noun: "of a trader", "of five men"."""
    sufferers = [inner for inner in group.phrases if inner.preposition >= 0 and doc.low[inner.preposition] == "of"]
    return any(inner.number >= 0 or inner.determiner >= 0 and doc.low[inner.determiner] in NEW for inner in sufferers)


@cache
def _by_longest_word(cues: frozenset[str]) -> dict[str, list[tuple[int, list[str]]]]:
    """Cues as lists of words by their longest word, with its place among them."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    for words in (cue.split(" ") for cue in cues):
        longest = max(words, key=len)
        found.setdefault(longest, []).append((words.index(longest), words))
    return found


def told(low: Sequence[str], a: int, b: int, cues: frozenset[str]) -> list[tuple[int, int]]:
    """Where one of the cues stands in tokens a to b: its first token and one past its last, in order."""
    known = _by_longest_word(cues)
    if known.keys().isdisjoint(low[a:b]):
        return []
    near = [(k - n, words) for k in compress(range(a, b), map(known.__contains__, low[a:b])) for n, words in known[low[k]]]
    return sorted((k, k + len(words)) for k, words in near if a <= k and k + len(words) <= b and low[k : k + len(words)] == words)


def turns(low: Sequence[str], lo: int, k: int, cues: frozenset[str] = OPENERS) -> bool:
    """Whether a sentence that begins at token lo says by its first words, before token k, that it turns to something else: "Meanwhile", "But earlier",
    "Rebels also"; not "They later died"."""
    first = lo + (low[lo] in LINKING or low[lo + 1 : lo + 2] == ["also"])
    unit = next((n for n in range(first, k) if low[n] not in AMOUNT and not low[n].isdigit()), first)  # "just under two hours later", not "two later died"
    return first < k and any(a == first or a == unit and b - a > 1 for a, b in told(low, first, unit + MOST, cues))


def sets_apart(doc: Document, spot: Spot, lo: int) -> bool:
    """Whether its sentence turns to something else, or its noun or subject is another one's."""
    if turns(doc.low, lo, spot.k):
        return True
    between = doc.low[max(lo, spot.verb.start - 1) : spot.k] if spot.verb is not None else []
    if spot.verb is not None and not spot.harm and not spot.verb.passive and "also" in between or not BEFORE.isdisjoint(between):
        return True  # "the rebels also attacked", "the troops have previously clashed"
    group = spot.noun or (spot.clause.subject if spot.clause is not None else None)
    if spot.harm and group is not None and group is not spot.noun and WEAPONS.isdisjoint(told_in(doc.low[group.start : group.end])):
        return False  # "another car bomb killed two", not "another soldier was killed"
    own = 0 if group is None or group.owner is None else group.owner.end  # "the previous day's attack" is that of the day
    return group is not None and not ANOTHER.isdisjoint(doc.low[max(group.start, own) : group.head])
