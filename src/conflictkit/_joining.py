"""Which mentions tell of one incident: over records alone, for any language.

A language gives its :class:`Mention` values in text order with their status and cues; :func:`chains` joins them. A mention joins a chain that
none of the ``REFUSALS`` parts it from, on the first of the ``GROUNDS`` that holds; else it opens a chain of its own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from operator import attrgetter
from typing import NamedTuple

from attrs import define, field

from conflictkit._models import DatedEvent, DateExpression, DateSource, EntityKind, Measure, NumericClaim, Place
from conflictkit._tolls import FAR as ORDER

LONG_WORDS = re.compile(r"\S{3,}").findall

LEAD = 3
"""The first act of so many sentences is what the report is about."""
TOP = 5
"""What begins behind so many sentences is background of something that is no incident."""
MONTH = dt.timedelta(days=31)
"""What happened so long before the news is background."""
LOOK_BACK = 12
"""With how many chains of a report a mention is compared, those told of last; so many mentions of a chain say what it tells."""
FAR = dt.timedelta(days=7)
"""What is told of days so far apart is not one incident, also where they are taken from other sentences."""
RARE = 3
"""Two are told of too often to tell the same thing again."""
PART, HOME, REGION = "part", "home", "region"
"""A part of some town, the town of the headline or the dateline: one may lie in the other; a region, in which any town may lie."""
VIOLENT, ARRESTS = "violence", "arrests"
"""The families of what can be the core of a report."""


class Status(Enum):
    """What a mention is, before anything is joined. Only acts open or join incidents."""

    ACT = "act"
    PLURAL = "plural"  # "attacks": one thing if its clause tells of an act, else a series
    SERIES = "series"  # many over a time: "attacks", "so far this year", "the war"
    HABIT = "habit"  # a purpose or what usually happens: "to attack", "attacks that threaten"
    NOT_HELD = "not held"  # denied, doubted, planned, hypothetical


Days = tuple[dt.date, dt.date]


@define(eq=False)
class Mention:
    """What a clause tells of something that happened, in one word or several ("an attack that killed"), with what stands around it."""

    at: int
    """Code point of the first trigger."""
    sentence: int
    paragraph: int
    entry: int
    """Which entry of a page that is written by the hour or day."""
    status: Status
    family: str
    """Mentions of different families are different incidents: violence, arrests, else the kind."""
    events: tuple[DatedEvent, ...]
    claims: list[NumericClaim] = field(factory=list)
    harm: bool = False
    """It tells what an act did: "killed", "was destroyed"; such a mention alone may be of any act."""
    definite: bool = False
    """A definite noun: "the attack"."""
    pointing: bool = False
    """It points back by "that" or "this": the days that it has from other sentences are not its own."""
    indefinite: bool = False
    """A noun that opens: "an attack", "another blast"."""
    other: bool = False
    """Its clause sets it apart from what that tells: "after the attack"."""
    apart: bool = False
    """Its sentence sets it apart from what was told before: "Meanwhile", "in a separate"."""
    opens: bool = True
    """Whether it can open an incident."""
    stated: bool = True
    """Its clause says that it took place: not only "after the attack"."""
    news: bool = True
    """A main clause, or what is reported, tells it as done."""
    place: Place | None = None
    """Where, if that is a name finer than a country."""
    lies: str = ""
    """Whether it is a part of some town, the home of the report, of which that may be a part, or a region."""
    scene: Place | None = None
    """The place that its sentence begins with."""
    deeds: frozenset[str] = frozenset()
    """What sort of act it is, where its words say that: ground that is taken, a blast, people led away."""
    acts: frozenset[str] = frozenset()
    """What was done, by the roots of its words: "the explosion" is what exploded before."""
    names: frozenset[str] = frozenset()
    """Names of its part of the sentence, in small letters."""
    words: Sequence[str] = ()
    """Its part of the sentence, in small letters."""
    does: Sequence[str] = ()
    """Its triggers, with the words right behind them."""
    again: frozenset[str] = frozenset()
    """Nouns by which it points back to those who suffered or what did it: "the farmers", "the bomb"."""

    none: bool = False
    """It tells only that nobody was hurt: of what was told right before."""
    headline: bool = False
    """It stands in the headline: what is told apart below may be told there too."""
    retells: bool = False
    """It stands in the first sentence below a headline, which tells what that does."""

    dies: bool = False
    """It tells only that somebody told of before died: on that day or later."""

    before: Mention | None = None
    """The act of its family that the report told of last."""

    days: Days | None = field(init=False)
    """The days that the text itself gives it. A number alone has those it holds for, if they are a longer time: a toll of Wednesday may be
    that of Monday's attack."""
    reach: Days | None = field(init=False)
    """Its own days, else those that it has from other sentences."""
    figures: set[tuple[str, float]] = field(init=False)
    """Measure and figure of its numbers from three on: they tell the same thing again."""
    actors: set[str] = field(init=False)
    """Words of the names of those who act, and so on."""
    targets: set[str] = field(init=False)
    victims: set[str] = field(init=False)
    """Words of the names of those who suffer, where they may be persons."""

    def __attrs_post_init__(self) -> None:
        own = _days((e for e in self.events if e.date_source is DateSource.TEXT), shortest=0)
        self.days = own or (_days((c.when for c in self.claims if c.when is not None), shortest=1) if not self.events else None)
        self.reach = self.days or (None if self.pointing else _days(self.events, shortest=0))
        self.figures = {(str(c.measure), n) for c in self.claims if (n := c.quantity.best or c.quantity.low) is not None and n >= RARE}
        self.actors = {word for e in self.events if e.actor is not None for word in words(e.actor.name or "")}
        targets = [(e.target.name, e.target.kind) for e in self.events if e.target is not None and e.target.name]
        self.targets = {word for name, _ in targets for word in words(name)}
        persons = [name for name, kind in targets if kind in (EntityKind.PERSON, EntityKind.UNKNOWN)]
        self.victims = {word.lower() for name in persons for word in name.split()[-2:] if word[0].isupper()}


def _days(told: Iterable[DatedEvent | DateExpression], *, shortest: int) -> Days | None:
    """The first days told that are known at both ends and so many days apart."""
    known = ((one.first, one.last) for one in told if one.first and one.last)
    return next((days for days in known if (days[1] - days[0]).days >= shortest), None)


@define(eq=False)
class Chain:
    """The mentions of one incident, in text order, and what the first of them tell."""

    mentions: list[Mention] = field(factory=list)
    lead: bool = False
    """It is what the report tells of first: of the day of the news, in the town of the dateline."""
    days: set[Days] = field(factory=set)
    reach: set[Days] = field(factory=set)
    places: list[Place] = field(factory=list)
    lies: list[str] = field(factory=list)
    deeds: frozenset[str] = frozenset()
    acts: set[str] = field(factory=set)
    names: set[str] = field(factory=set)
    figures: set[tuple[str, float]] = field(factory=set)
    actors: set[str] = field(factory=set)
    targets: set[str] = field(factory=set)
    victims: set[str] = field(factory=set)

    @property
    def family(self) -> str:
        return self.mentions[0].family

    @property
    def core(self) -> bool:
        """Whether the report is about it: its lead, told at the top."""
        return self.lead and self.mentions[0].sentence < TOP

    @property
    def last(self) -> Mention:
        return self.mentions[-1]

    def add(self, mention: Mention) -> None:
        """One more mention; what the first ones tell is what later ones are compared with."""
        self.mentions.append(mention)
        if len(self.mentions) > LOOK_BACK:
            return
        if mention.days is not None and not (mention.dies and self.days):
            self.days.add(mention.days)
        if mention.reach is not None:
            self.reach.add(mention.reach)
        if mention.place is not None:
            self.places.append(mention.place)
            self.lies.append(mention.lies)
        self.deeds = narrowed((self.deeds, mention.deeds))
        self.acts |= mention.acts
        self.names |= mention.names
        self.figures |= mention.figures
        self.actors |= mention.actors
        self.targets |= mention.targets
        self.victims |= mention.victims


def narrowed(deeds: Iterable[frozenset[str]]) -> frozenset[str]:
    """What all of them can be; where some exclude each other, what any of them is."""
    known = list(filter(None, deeds))
    return (frozenset.intersection(*known) or frozenset.union(*known)) if known else frozenset()


def elsewhere(place: Place, other: Place) -> bool:
    """Whether the text says of two places neither that they are one nor that one lies in the other."""
    here, there = words(place.name), words(other.name)
    return here.isdisjoint(there.union(*map(words, other.within))) and there.isdisjoint(here.union(*map(words, place.within)))


def words(name: str) -> frozenset[str]:
    """The words of a name, in small letters."""
    return frozenset(LONG_WORDS(name.lower()))


# --- what parts and what joins ---------------------------------------------------------------------------------------------


class Rule(NamedTuple):
    """A condition on a mention and a chain, named by what it reads."""

    name: str
    needs: Callable[[Mention], object]
    """What the mention has to tell, or to be, that it can hold for any chain."""
    holds: Callable[[Mention, Chain], bool]


DEFINITE, FIGURES = attrgetter("definite"), attrgetter("figures")


def _names_sufferers(mention: Mention) -> bool:
    """Whether a mention that is not set apart names or points back to who suffered."""
    return not mention.apart and bool(mention.victims or mention.again)


def _opens_nothing(mention: Mention) -> bool:
    """Whether nothing in a mention of violence says that it is another thing; a visit, a release or a deal stands alone."""
    return mention.family == VIOLENT and not (mention.indefinite or mention.apart or mention.other)


def _is_number_alone(mention: Mention) -> bool:
    """Whether a mention tells only a number, of no other thing than what was told."""
    return not mention.events and not mention.apart


def _other_days(mention: Mention, chain: Chain) -> bool:
    """The text gives the mention a day, and the chain others: "in May"; not a week or a month, of somebody who suffered on one of its days."""
    if not chain.days or mention.days in chain.days or _died_later(mention, chain):
        return False
    if mention.definite and mention.days is not None and mention.days[1] - mention.days[0] > MONTH and any(_is_in(days, mention.days) for days in chain.days):
        return False  # "the attack was the worst this year"
    same = _is_same_person(mention, chain) or _may_be_told_again(mention) and _arrest_told_again(mention, chain)
    return not (same and mention.days is not None and any(_is_within(mention.days, days) or _is_within(days, mention.days) for days in chain.days))


def _died_later(mention: Mention, chain: Chain) -> bool:
    """Whether one of those told of dies within a month of it: "Four were shot on Monday. One of them died on Friday."."""
    return mention.dies and mention.days is not None and any(last <= mention.days[0] <= last + MONTH for _, last in chain.days)


def _is_same_person(mention: Mention, chain: Chain) -> bool:
    """Whether both name somebody who suffers."""
    return not chain.victims.isdisjoint(mention.victims)


def _is_within(days: Days, others: Days) -> bool:
    """Whether some days are those of a week or month, or a part of it."""
    return _is_in(days, others) and others[1] - others[0] <= MONTH


def _is_in(days: Days, others: Days) -> bool:
    """Whether some days lie within others."""
    return others[0] <= days[0] and days[1] <= others[1]


def _far_apart(mention: Mention, chain: Chain) -> bool:
    """More than a week from any day of the chain, whichever sentences say so; of whom the report tells without a day, that may be told later."""
    if mention.reach is None or not _are_far({mention.reach}, chain.reach) or _died_later(mention, chain):
        return False
    day = mention.days is not None and mention.days[0] == mention.days[1]
    return bool(chain.days) or not (mention.retells or day and _is_same_person(mention, chain))


def _are_far(days: set[Days], others: set[Days]) -> bool:
    """Whether all of some days lie more than a week from all others."""
    return bool(days) and bool(others) and all(start - last > FAR or first - end > FAR for first, last in days for start, end in others)


def _is_aside(mention: Mention, chain: Chain, lead: Chain) -> bool:
    """Whether a chain is an aside that ends where a new paragraph tells of an act: long ago, or older than the lead and "the attack" names nobody and no place."""
    bare = mention.definite and not (mention.actors or mention.targets or mention.place)
    return _are_older(chain.reach, lead.reach) if bare else _are_far(chain.reach, lead.reach)


def _are_older(days: set[Days], others: set[Days]) -> bool:
    """Whether all of some days lie before all others."""
    return bool(days) and bool(others) and max(last for _, last in days) < min(first for first, _ in others)


def _other_place(mention: Mention, chain: Chain) -> bool:
    """Another town than any of the chain; "the Saltiv district" may lie in the town of the headline, and in a region what goes on there; nobody suffers twice on a day."""
    others = [there for there, lies in zip(chain.places, chain.lies, strict=True) if {lies, mention.lies} != {PART, HOME}]
    if mention.days in chain.days and _is_same_person(mention, chain):
        return False  # whoever is arrested in a street is led away to a jail
    apart = mention.place is not None and bool(others) and all(elsewhere(mention.place, there) for there in others)
    return apart and not (_is_wider(mention, chain) and _tells_more(mention, chain))


def _is_wider(mention: Mention, chain: Chain) -> bool:
    """Whether of the last place of the chain and that of the mention one is a region and the other is not, or this one a part of a town: "in northern Norland", "in Dural"."""
    return (mention.lies == REGION) != (chain.lies[-1] == REGION) or mention.lies == PART != chain.lies[-1]


def _tells_more(mention: Mention, chain: Chain) -> bool:
    """Whether a mention seems to tell more of a chain: it goes on in the next sentence with nothing new and no other toll, and points back or tells of nobody else."""
    if mention.indefinite or mention.apart or mention.other or _gap(mention, chain) != 1 or mention.scene is not None and not mention.definite:
        return False
    known = {measure for measure, _ in chain.figures}
    if any(measure in known for measure, _ in mention.figures - chain.figures):
        return False
    points = mention.definite or bool(mention.again) or not mention.opens
    return points or mention.lies != PART and not (mention.actors and chain.actors and mention.actors.isdisjoint(chain.actors))


def _other_deed(mention: Mention, chain: Chain) -> bool:
    """Another sort of act: ground taken, people led away, a blast."""
    return bool(chain.deeds) and mention.deeds.isdisjoint(chain.deeds)


def _other_toll(mention: Mention, chain: Chain) -> bool:
    """Another figure of the same measure in one sentence: "killed 12, while in Dural eight were killed"; not that of another voice, "the army said it killed 17; the rebels said they lost three"."""
    if _gap(mention, chain) or not any(measure == known and figure != told for measure, figure in mention.figures for known, told in chain.last.figures):
        return False
    mine, theirs = _voices(mention), _voices(chain.last)
    return not (mine and theirs and mine.isdisjoint(theirs))


def _voices(mention: Mention) -> set[str]:
    """Who tells the numbers of a mention."""
    return {claim.source_name for claim in mention.claims if claim.source_name is not None}


def _beside(mention: Mention, chain: Chain) -> bool:
    """What its clause sets apart from what its sentence tells: "a protest against the attacks"."""
    return _gap(mention, chain) == 0


REFUSALS = (
    Rule("another day", attrgetter("days"), _other_days),
    Rule("days far apart", attrgetter("reach"), _far_apart),
    Rule("another town", attrgetter("place"), _other_place),
    Rule("another sort of act", attrgetter("deeds"), _other_deed),
    Rule("another toll of one sentence", FIGURES, _other_toll),
    Rule("set apart in its sentence", attrgetter("other"), _beside),
)
"""Each of them parts a mention from a chain."""


def _gap(mention: Mention, chain: Chain) -> int:
    return mention.sentence - chain.last.sentence


def _same_number(mention: Mention, chain: Chain) -> bool:
    """The same figure of the same measure."""
    return (not mention.apart or chain.last.headline) and not chain.figures.isdisjoint(mention.figures)


def _act_named_again(mention: Mention, chain: Chain) -> bool:
    """A definite noun of the act told: "the explosion" of what exploded."""
    return not chain.acts.isdisjoint(mention.acts)


def _same_victim(mention: Mention, chain: Chain) -> bool:
    """A name of somebody who suffered, or "the farmers" where seven farmers did."""
    return not (chain.victims.isdisjoint(mention.victims) and mention.again.isdisjoint(chain.targets | chain.actors | chain.names))


def _agrees(mention: Mention, chain: Chain) -> bool:
    """Whom and where the mention names, the chain names too, or the mention names nobody."""
    at_home = mention.lies == HOME and PART in chain.lies
    own = mention.actors | mention.targets | (words(mention.place.name) if mention.place is not None and not at_home else set())
    if not chain.victims and chain.targets:
        own -= mention.victims
    return not own or not own.isdisjoint(chain.actors | chain.targets | chain.names | {w for p in chain.places for w in words(p.name)})


def _may_be_told_again(mention: Mention) -> bool:
    """Whether a mention of an arrest is not set apart."""
    return mention.family == ARRESTS and bool(mention.events) and not (mention.apart or mention.other)


def _arrest_told_again(mention: Mention, chain: Chain) -> bool:
    """As many are arrested as were right before, and only once by their names: "a man was arrested. Tom Hill was taken from his home"."""
    if (mention.victims and chain.victims) or not (_gap(mention, chain) == 1 or mention.paragraph == chain.last.paragraph):
        return False
    return bool(mention.targets) and _arrested((mention,)) == _arrested(chain.mentions)


def _arrested(mentions: Iterable[Mention]) -> float:
    """How many are arrested: at least one."""
    return max((n for m in mentions for c in m.claims if c.measure is Measure.CAPTURED and (n := c.quantity.best) is not None), default=1)


def _told_by_headline(mention: Mention, chain: Chain) -> bool:
    """What the headline tells, in the first sentence below it."""
    return not mention.other and chain.last.sentence < mention.sentence


def _told_anew(mention: Mention, chain: Chain) -> bool:
    """The same acts with the same sufferers and no other place, as a caption and the sentence below it tell them: "A shooting has left two boys dead"."""
    there = mention.place is None or not chain.places or any(mention.place.name == place.name for place in chain.places)
    return there and mention.targets <= chain.targets and mention.acts == chain.mentions[0].acts and (mention.days in chain.days if chain.days else mention.days is None)


def _tells_how(mention: Mention, chain: Chain) -> bool:
    """Who did what has only been told to have been done, the act told right before it: "a shooting ... Hill fired a gun"."""
    new = mention.indefinite or mention.apart or mention.other or mention.days or mention.place
    right_before = chain.last is mention.before and _gap(mention, chain) < LEAD and all(last - first <= MONTH for first, last in chain.reach)
    return right_before and not new and not chain.actors and bool(mention.deeds) and mention.deeds <= chain.deeds


def _names_its_day(mention: Mention, chain: Chain) -> bool:
    """A definite noun with the day of the chain: "Monday's attack"."""
    return mention.days in chain.days


def _points_back(mention: Mention, chain: Chain) -> bool:
    """A definite noun: "the attack"; a number alone in the same entry."""
    return not mention.apart and (bool(mention.events) or mention.entry == chain.last.entry and not mention.none) and _agrees(mention, chain)


def _number_beside(mention: Mention, chain: Chain) -> bool:
    """A number alone in the paragraph that tells of it, or of its town: "committees put the number of dead at 100"."""
    there = mention.place is not None and not _other_place(mention, chain) and bool(chain.places)
    return there or mention.paragraph == chain.last.paragraph and (_gap(mention, chain) == 1 or not mention.none)


def _toll_told_again(mention: Mention, chain: Chain) -> bool:
    """A number alone, of a measure that the chain has numbers of: "put the death toll at two"."""
    measures = {claim.measure for claim in mention.claims} if mention.entry == chain.last.entry and not mention.none else set()
    return bool(measures) and any(claim.measure in measures for told in chain.mentions[:LOOK_BACK] for claim in told.claims)


def _goes_on(mention: Mention, chain: Chain) -> bool:
    """What nothing sets apart, in the next sentence, later in the paragraph or before anything else is told."""
    if mention.none and _gap(mention, chain) != 1:
        return False
    near = chain.last is mention.before and (mention.harm or (not mention.actors if mention.definite else not mention.opens)) or _gap(mention, chain) == 1 or mention.paragraph == chain.last.paragraph
    return near and mention.entry == chain.last.entry and not _new_scene(mention, chain)


def _new_scene(mention: Mention, chain: Chain) -> bool:
    """It is given a day and a town where the chain has neither, or the sentence begins with a town: "In Dural, ..."."""
    if mention.days and mention.place is not None and not (mention.definite or mention.harm or chain.days):
        return True
    return mention.scene is not None and (not chain.places or mention.place is None and all(elsewhere(mention.scene, there) for there in chain.places))


GROUNDS = (
    Rule("same number", FIGURES, _same_number),
    Rule("act named again", DEFINITE, _act_named_again),
    Rule("same victim", _names_sufferers, _same_victim),
    Rule("arrest told again", _may_be_told_again, _arrest_told_again),
    Rule("told by the headline", attrgetter("retells"), _told_by_headline),
    Rule("told anew", lambda mention: not mention.apart and bool(mention.acts) and bool(mention.targets), _told_anew),
    Rule("tells how", attrgetter("actors"), _tells_how),
    Rule("names its day", DEFINITE, _names_its_day),
    Rule("number beside", _is_number_alone, _number_beside),
    Rule("toll told again", _is_number_alone, _toll_told_again),
    Rule("points back", DEFINITE, _points_back),
    Rule("goes on", _opens_nothing, _goes_on),
)
"""Each of them joins a mention to a chain, the surest first; of several chains the one told of last."""


def chains(mentions: Iterable[Mention], lead: int, news: dt.date | None = None) -> list[Chain]:
    """The acts of a report joined into incidents.

    ``lead`` is the number of the first sentence that tells anything, ``news`` the day of the report.
    """
    found: dict[str, list[Chain]] = defaultdict(list)
    focus: dict[str, Chain] = {}
    before: dict[str, Mention] = {}
    summed: Mention | None = None
    for mention in mentions:
        if mention.status is not Status.ACT:
            summed = mention if mention.claims else summed
            continue
        if summed is not None and not mention.events and mention.paragraph == summed.paragraph:
            continue  # "some 9,000 died in the war; more than 1,100 are missing"
        summed = None
        told, at = found[mention.family], focus.get(mention.family)
        if at is not None and mention.paragraph != at.last.paragraph and _is_aside(mention, at, told[0]):  # an aside ends
            at = focus[mention.family] = told[0]
        mention.before = before.get(mention.family)
        chain = _joined(mention, told, at)
        if chain is None:
            if not (mention.opens or mention.days):
                continue
            chain = Chain()
            told.append(chain)
        if at is None or at.last.sentence != mention.sentence or at.last.other:  # the first that a sentence tells of stays the one spoken of
            focus[mention.family] = chain
        chain.add(mention)
        before[mention.family] = mention
    found[VIOLENT] = _of_one_story(found[VIOLENT])
    made = sorted((chain for told in found.values() for chain in told), key=lambda chain: chain.mentions[0].at)
    _mark_lead(made, lead, news)
    return made


def _joined(mention: Mention, told: Sequence[Chain], focus: Chain | None) -> Chain | None:
    """The chain that a mention belongs to; None where it opens one."""
    if focus is None:
        return None
    near = [focus, *(chain for chain in reversed(told[-LOOK_BACK:]) if chain is not focus)]
    refusals = [rule.holds for rule in REFUSALS if rule.needs(mention)]
    open_to = [chain for chain in near if not any(holds(mention, chain) for holds in refusals)]
    if not mention.events:
        open_to.sort(key=lambda chain: _is_of_another_order(mention, chain))  # "put the toll at 43": of the attack that killed 35, not of that which killed five
    return next((chain for rule in GROUNDS if rule.needs(mention) for chain in open_to if rule.holds(mention, chain)), None)


def _is_of_another_order(mention: Mention, chain: Chain) -> bool:
    """Whether the largest figures of a measure in both differ by more than the figures of one toll do."""
    mine, theirs = dict(sorted(mention.figures)), dict(sorted(chain.figures))
    return any(max(mine[measure], theirs[measure]) > ORDER * min(mine[measure], theirs[measure]) for measure in mine.keys() & theirs.keys())


def _of_one_story(told: list[Chain]) -> list[Chain]:
    """The violence of a report; where only one chain of it has a day or a town, and no mere home, what nothing parts from that one belongs to it."""
    anchored = [chain for chain in told if chain.days or any(lies != HOME for lies in chain.lies)]
    if len(anchored) != 1:
        return told
    lead, others = anchored[0], []
    for chain in told:
        if chain is not lead and any(_stands_alone(mention, lead) for mention in chain.mentions):
            others.append(chain)
        elif chain is not lead:
            lead.mentions.extend(chain.mentions)
    lead.mentions.sort(key=lambda mention: mention.at)
    return [lead, *others]


def _stands_alone(mention: Mention, lead: Chain) -> bool:
    """Whether a mention is another thing than the one of its report."""
    return mention.apart or mention.indefinite or mention.other or _new_scene(mention, lead) or any(rule.needs(mention) and rule.holds(mention, lead) for rule in REFUSALS)


def _is_older(chain: Chain, other: Chain) -> bool:
    """Whether a sentence tells of one thing that it was long before another: "who led the siege of 2002 was killed on Monday"."""
    return chain.mentions[0].sentence == other.mentions[0].sentence and _are_far(chain.reach, other.reach) and max(chain.reach) < max(other.reach)


def _is_past(chain: Chain, news: dt.date | None) -> bool:
    """Whether all days of an incident lie more than a month before the news."""
    days = chain.days or chain.reach
    return news is not None and bool(days) and all(news - last > MONTH for _, last in days)


def _mark_lead(made: list[Chain], lead: int, news: dt.date | None) -> None:
    """The lead: the first act of the first sentences, if it has a toll, a day or a place of its own, or is told again; violence and arrests go before what else is told, what is
    new before what its sentence tells of long ago."""
    opening = [chain for chain in made if chain.mentions[0].sentence < lead + LEAD and not (chain.mentions[0].apart or _is_past(chain, news))]
    opening = [chain for chain in opening if not any(_is_older(chain, other) for other in opening)]
    for families in ((VIOLENT, ARRESTS), {chain.family for chain in opening}):
        for chain in opening:
            if chain.family in families and (len(chain.mentions) > 1 or any(m.days or m.place or m.claims for m in chain.mentions if m.sentence < lead + LEAD)):
                chain.lead = True
                return
