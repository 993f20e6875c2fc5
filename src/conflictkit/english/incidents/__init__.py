"""Incidents of an English report: what each event and number tells of, and of which type the incident is."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain, compress, filterfalse, groupby, pairwise, starmap
from operator import attrgetter, itemgetter

from attrs import define, evolve, field

from conflictkit._document import Document
from conflictkit._incidents import When, dated, incident
from conflictkit._joining import ARRESTS, HOME, LEAD, MONTH, PART, REGION, VIOLENT, Chain, Mention, Status, chains, elsewhere, narrowed
from conflictkit._joining import words as words_of
from conflictkit._models import (
    HAPPENED,
    DatedEvent,
    DateExpression,
    DateSource,
    Entity,
    EntityKind,
    EventKind,
    Factuality,
    Incident,
    Measure,
    NumericClaim,
    Place,
    Salience,
)
from conflictkit._tolls import COSTS
from conflictkit.engine.syntax import Form, Kind, Syntax, Time

from ..dates.headings import entries
from ..events.links import is_hours
from ..facts import facts_of
from ..grammar import syntax_of
from ..layout.sheets import sheet_of
from .contests import of_rivals
from .cues import (
    BRINGS_UP,
    LASTING,
    RAIDS,
    SERIES,
    Spot,
    cues_of,
    definite,
    is_pointed_at,
    links,
    noun_before,
    root,
    spot_of,
    status_of,
    told,
    told_again,
    turns,
)
from .places import COUNTRIES, NO_PLACES, Towns, is_region, placed
from .types import CLASSES, NOTHING, TABLE, Type, deeds_of, told_in, type_of

__all__ = ["find_incidents", "placed"]

MOVES = frozenset({EventKind.AGREE, EventKind.MOBILIZE, EventKind.RETREAT, EventKind.COOPERATE, EventKind.CONSULT})
UNTYPED = frozenset({EventKind.ASSAULT, EventKind.COERCE, EventKind.MOBILIZE, EventKind.PROTEST, EventKind.RETREAT})
"""Types that make an incident also where ACLED has none for it, if the text gives it a day."""
GIVEN_UP = frozenset({"disarm", "release", "withdraw"})
"""Of those who retreat, what is one: not who resigns or flees."""
DEEDS = frozenset({VIOLENT, ARRESTS, *map(str, MOVES | UNTYPED)})
"""The families of deeds; of the others are words."""
TOLD = frozenset(
    {*COSTS, Measure.ATTACKS, Measure.INTERCEPTED, Measure.MUNITIONS, Measure.STRUCTURES, Measure.SETTLEMENTS, Measure.EQUIPMENT, Measure.PEOPLE, Measure.TROOPS}
)
"""Measures of the numbers that an incident may hold."""
VAGUE, NOBODY = TABLE.act.vague, TABLE.name.nobody
BARE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING})
"""Measures of numbers that tell of an incident without an event beside them: "the toll rose to 12"."""
TRIALS = frozenset({(EventKind.COERCE, "arrest"), (EventKind.ACCUSE, "allege"), (EventKind.SANCTION, "convict")})
"""Kinds and modes of what police and courts do about a crime that was done before."""
NEWS = dt.timedelta(days=7)
"""How long before its publication a report's news may have happened."""
DYING = frozenset({"die", "succumb"})
"""Verbs by which those die who were hurt before."""
PHRASE = 3
"""In so many words an act is told: "blew himself up"."""
FRONT = 5
"""A place among so many first words sets a scene: "In the town of Dural, ..."."""
NO_LEAD = -99
"""No sentence of a report: what is told there is never its core."""
TAKEN = frozenset(word for word, classes in CLASSES.items() if "take" in classes)
ARMED, GONE_OFF, NO_WEAPON = frozenset({"armed"}), frozenset({"went", "gone", "goes"}), TABLE.act.no_weapon
RIVALS = frozenset({"rebel", "state"})
"""Classes of the nouns of those who fight."""
OFTEN = 5
"""Names of more than a fifth of the sentences tell no incident from another."""


FAMILIES: dict[tuple[EventKind | None, str | None], str] = {
    (EventKind.ASSAULT, None): VIOLENT,
    (EventKind.PROTEST, None): VIOLENT,
    (EventKind.COERCE, "seize"): VIOLENT,
    (EventKind.COERCE, "arrest"): ARRESTS,
    (EventKind.RETREAT, "ceasefire"): str(EventKind.AGREE),
}
"""Kind and mode of an event -> what it can be one incident with; else that is its kind."""


def find_incidents(
    doc: Document,
    events: Sequence[DatedEvent],
    claims: Sequence[NumericClaim],
    dates: Sequence[DateExpression],
    published: dt.date | None = None,
) -> tuple[Incident, ...]:
    """The incidents of a report, in text order of their first mention."""
    reader = Reader(doc)
    told = list(reader.mentions(events, claims))
    news = _first_day(dates, published) or published
    deeds = _records(reader, told, news)
    if not deeds and reader.words:  # words tell of an incident only where no deed does
        return _records(reader, [reader.mention(*group) for group in reader.words], news)
    known = tuple(filter(_is_known, deeds))
    return reader.towns.in_country(known or deeds if len(doc.sentences) <= LEAD else known)  # a passage tells what it tells


def _records(reader: Reader, mentions: list[Mention], news: dt.date | None) -> tuple[Incident, ...]:
    """The incidents that some mentions tell."""
    if not any(mention.status is Status.ACT for mention in mentions):
        for mention in mentions:  # where a report tells no single act, its series is what it tells
            mention.status = Status.ACT if mention.status is Status.SERIES and mention.events else mention.status
    lead = next((m.sentence for m in mentions if m.status is Status.ACT and m.family in (VIOLENT, ARRESTS)), 0)
    made = sorted(chains(mentions, lead, news) + _series(mentions), key=lambda chain: chain.mentions[0].at)
    rivals = set(map(id, of_rivals(made)))
    made = [chain for chain in made if id(chain) not in rivals]
    owned = reader.owned.union((m.sentence, m.place.name) for chain in made for m in chain.mentions if m.place is not None)
    return tuple(record for chain in made if (record := _record(chain, news, reader, owned)) is not None)


def _series(mentions: Sequence[Mention]) -> list[Chain]:
    """The series that the text puts in a town or on days where it tells no act: "clashes in Tamir on Sunday"; not what only dates another thing."""
    acts = [m for m in mentions if m.status is Status.ACT]
    towns, days = [m.place for m in acts if m.place is not None], {m.days for m in acts} | {None}
    names = {word for town in towns for word in words_of(town.name)}
    near = names.union(*(words_of(name) for town in towns for name in town.within))
    alone = [m for m in mentions if m.status is Status.SERIES and m.family == VIOLENT and m.events and not (m.harm or m.other or _sums_up(m))]
    alone = [m for m in alone if m.days not in days or m.place is not None and _is_elsewhere(m.place, names, near)]
    return chains([evolve(m, status=Status.ACT) for m in alone], NO_LEAD)


def _sums_up(mention: Mention) -> bool:
    """Whether it tells of more than a month, or its numbers of more than a week: "clashes since 2018", "56 attacks in May killed 231"."""
    return mention.reach is not None and mention.reach[1] - mention.reach[0] > (NEWS if mention.claims else MONTH)


def _is_elsewhere(place: Place, names: set[str], near: set[str]) -> bool:
    """Whether a place is none of those with these words in their names, nor lies in one, nor one of them in it."""
    return near.isdisjoint(words_of(place.name)) and names.isdisjoint(set().union(*map(words_of, place.within)))


def _first_day(dates: Sequence[DateExpression], published: dt.date | None) -> dt.date | None:
    """The first single day that a report names, of the days before it was published."""
    days = (date.first for date in dates if date.first is not None and date.first == date.last)
    return next((day for day in days if published is None or dt.timedelta() <= published - day <= NEWS), None)


def _days(chain: Chain, news: dt.date | None, tried: Container[int]) -> When:
    """First and last day of an incident and their precision; violence that is told at the top as the news and that no mention dates is of the day of the news, if none says
    that it was "some days ago" and it does not stand beside an arrest or charge, which come later."""
    day = dated(e for m in chain.mentions for e in m.events)
    if day is not None:
        return day.first, day.last, day.date_precision
    vague = any(e.when is not None and not is_hours(e.when) for m in chain.mentions for e in m.events)
    first = chain.mentions[0]
    fresh = chain.core and chain.family == VIOLENT and first.news and first.sentence not in tried and not vague
    return (news, news, 1) if fresh and news is not None else (None, None, None)


def _record(chain: Chain, news: dt.date | None, reader: Reader, owned: set[tuple[int, str]]) -> Incident | None:
    """The record of a chain; None where it is of no type."""
    events = [e for m in chain.mentions for e in m.events]
    harm = {"harm"} if any(c.measure in BARE and c.factuality in HAPPENED and c.quantity.best != 0 for m in chain.mentions for c in m.claims) else set()
    found = type_of(events, harm.union(*(told_in(m.words) for m in chain.mentions)), NOTHING.union(*(told_in(m.does) for m in chain.mentions)))
    if found.sub_event is None and not (_is_a_deed(found) and any(m.days is not None for m in chain.mentions)):
        return None
    made = incident(chain, found.kind, found.mode, found.sub_event, _days(chain, news, reader.tried), reader.towns.of(chain, owned))
    made = evolve(made, actors=reader.who_is_told(made.actors), targets=reader.who_is_told(made.targets))
    named = made.salience is Salience.CORE or made.first is not None or made.tolls or made.actors or made.targets
    return made if named or any(m.stated for m in chain.mentions) else None


def _is_a_deed(found: Type) -> bool:
    """Whether a type that ACLED has no name for is a deed."""
    return found.kind in UNTYPED and (found.kind is not EventKind.RETREAT or found.mode in GIVEN_UP)


def _is_known(record: Incident) -> bool:
    """Whether anything tells an incident of the background from others: a place, what it cost, or who suffered it on a day of the text; a country tells it only
    beside a day, and troops that move and truces that hold are only told by a day."""
    dated = any(event.date_source is DateSource.TEXT for event in record.events)
    where = record.place is not None and (record.first is not None or record.place.name.lower() not in COUNTRIES)
    told = where or record.tolls or record.targets and dated and (record.actors or record.kind not in MOVES)
    return record.salience is Salience.CORE or bool(told) and (dated or record.kind not in MOVES)


@define(eq=False)
class Word:
    """One trigger with its own cues, before the clause ties it to others."""

    spot: Spot
    events: tuple[DatedEvent, ...]
    family: str
    status: Status
    part: range
    """The part of the sentence that it has for itself."""
    place: Place | None = None
    """The town where it happened."""
    claims: list[NumericClaim] = field(factory=list)
    near: list[int] | None = None
    """The tokens that the clause makes one with it."""

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None] | None:
        return next(((e.first, e.last) for e in self.events if e.date_source is DateSource.TEXT), None)


def _is_stated(spot: Spot) -> bool:
    """Whether a clause says of an act that it took place, by its verb or of its subject or object: not "after the attack in Tamir", "a wave of arrests in Tamir", "is the
    town in which two men were shot"."""
    inside = spot.clause
    while inside is not None and inside.kind is not Kind.RELATIVE:
        inside = inside.parent
    around = inside.parent if inside is not None else None
    if around is not None and around.verb.lemma == "be" and around.verb.status.time is Time.PRESENT:
        return False
    return spot.noun is None or spot.clause is not None and spot.noun in (spot.clause.subject, spot.clause.object)


def _is_news(spot: Spot) -> bool:
    """Whether a main clause, or what is reported, tells an act as done by its verb or of what it brings up: not "was firing on", "the town in which two men were shot", "had shot
    two men", "condemned the attack"."""
    clause = spot.clause
    if clause is None or clause.kind not in (Kind.MAIN, Kind.COMPLEMENT) or not clause.verb.finite or clause.verb.form is Form.GERUND:
        return False
    verb = clause.verb
    back = clause.kind is Kind.MAIN and verb.status.pluperfect
    told = spot.noun is None or spot.noun is clause.subject or spot.noun is clause.object and verb.lemma in BRINGS_UP
    return verb.status.time is Time.PAST and not back and told


def _tells_an_act(spot: Spot) -> bool:
    """Whether a word says what was done, not only that something was ("incident") or what came of it ("killed")."""
    return spot.lemma not in VAGUE and (not spot.harm or bool(deeds_of([spot.lemma], ())))


class Reader:
    """Reads the mentions of a document, sentence by sentence."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.syntax: Syntax = syntax_of(doc)
        self.towns: Towns = Towns(doc)
        self.said: list[str] = list(doc.low)
        """The words in small letters, without those of dates, which tell of no act: "March"."""
        for k in doc.covered(date.span for date in doc.dates):
            self.said[k] = ""
        for k in doc.among(TAKEN):  # "the Liberation Front" takes nothing
            if doc.toks[k][0].isupper() and doc.bounds[k][0] < k:
                self.said[k] = ""
        for k in doc.among(ARMED):  # what somebody is armed with tells not what he does with it
            clause = self.syntax.clause_of(k)
            if clause is not None and clause.verb.word == k:
                self.said[k + 1 : clause.end] = [""] * (clause.end - k - 1)
        for k in doc.among(NO_WEAPON):  # "bomb squad", "mine-removal", "shell casings"
            self.said[k - 1] = self.said[k] = ""
        for k in doc.among(GONE_OFF):  # "the gun went off" is no bomb
            if k and ("gun" in told_in([doc.low[k - 1]]) or doc.low[k - 1] == "weapon"):
                self.said[k] = ""
        self.starts: dict[int, int] = dict(map(attrgetter("head", "start"), self.syntax.groups))
        """Where the phrases of nouns begin, by their heads."""
        self.entries: list[int] = [doc.paragraphs[n] for n in entries(doc)]
        """Where the entries of a page begin: what stands in another one is not gone on with."""
        self.home: set[str] = {place.name.lower() for place in (doc.head.dateline.place if doc.head is not None else None,) if place is not None}
        """The town of the dateline, and those of the headline."""
        self.words: list[tuple[int, int, list[Word], Container[int]]] = []
        """The triggers of words, as :meth:`mention` takes them."""
        self.tried: set[int] = set()
        """Sentences that tell of an arrest, a charge or a trial."""
        self.owned: set[tuple[int, str]] = set()
        """Sentence and town of talks and words."""
        capitals = list(compress(range(len(doc)), map(str.isupper, map(itemgetter(0), doc.toks))))
        self.names: dict[int, str] = dict(zip(capitals, map(doc.low.__getitem__, capitals)))
        """Words with a capital, by their tokens."""
        self.often: frozenset[str] = _often(doc, self.names) | NO_PLACES
        """Those that tell no incident from another."""

    def mentions(self, events: Sequence[DatedEvent], claims: Sequence[NumericClaim]) -> Iterator[Mention]:
        """The mentions in text order: events with a kind, and numbers of the dead and hurt without an event beside them."""
        doc = self.doc
        triggers: dict[int, list[tuple[int, tuple[DatedEvent, ...]]]] = defaultdict(list)
        for start, group in groupby(events, key=attrgetter("trigger.start")):
            dated, k = tuple(group), doc.at[start]
            if dated[0].kind is not None:
                triggers[doc.sentence_of[k]].append((k, dated))
            if (dated[0].kind, dated[0].mode) in TRIALS:
                self.tried.add(doc.sentence_of[k])
        numbers: dict[int, list[NumericClaim]] = defaultdict(list)
        sheet, spots = sheet_of(doc), [doc.at[claim.quantity.number.start] for claim in claims]
        of_war = bool(sheet) and any(claim.measure is Measure.EQUIPMENT_LOST and k in sheet for claim, k in zip(claims, spots))  # a table of losses
        for claim, k in zip(claims, spots):
            if claim.measure in TOLD and not (of_war and k in sheet):
                numbers[doc.sentence_of[k]].append(claim)
        telling = sorted({*triggers, *numbers})
        headed = len(telling) > 1 and _is_headline(doc, telling[0])
        head: list[Mention] = []
        for n in telling:
            made = self._sentence(n, triggers[n], numbers[n], headline=n == telling[0])
            for mention in made if headed else ():
                mention.headline, mention.retells = n == telling[0], n == telling[1]
                self.home |= {mention.place.name.lower()} if mention.place is not None and n == telling[0] else set()
            if headed and n == telling[0]:
                head = made
            elif headed and n == telling[1]:
                _sum_up(head, made)
            yield from made if len(made) == 1 else sorted(made, key=attrgetter("at"))

    def _sentence(self, n: int, triggers: list[tuple[int, tuple[DatedEvent, ...]]], claims: list[NumericClaim], *, headline: bool) -> list[Mention]:
        lo, hi = self.doc.bounds[self.doc.sentences[n]]
        words = self._words(triggers, lo, hi, headline=headline) if triggers else {}
        loose = _give(self.doc, list(words.values()), claims) if claims else []
        made = [self._numbers(n, lo, hi, loose, opens=headline)] if loose else []
        for group in self._tied(words) if words else ():
            first = group[0]
            if first.place is not None and (first.family not in DEEDS or first.family == EventKind.CONSULT):
                self.owned.add((n, first.place.name))
            if first.family in DEEDS and first.status in (Status.ACT, Status.SERIES):
                made += self._by_date(self.mention(n, lo, group, words))
            elif first.status in (Status.ACT, Status.SERIES):
                self.words.append((n, lo, group, words))
        return made

    def _words(self, triggers: list[tuple[int, tuple[DatedEvent, ...]]], lo: int, hi: int, *, headline: bool) -> dict[int, Word]:
        """The triggers of a sentence by their tokens."""
        doc = self.doc
        headline = headline or doc.paragraphs[doc.paragraph_of[lo]] in self.entries
        words: dict[int, Word] = {}
        series = [(a, b) for a, b in told(doc.low, lo, hi, SERIES) if b - a > 1 or not "".join(doc.toks[b : b + 1])[:1].isupper()]  # not "the weekly Tamir Times"
        for (k, group), part in zip(triggers, _parts([k for k, _ in triggers], lo, hi), strict=True):
            spot = spot_of(doc, self.syntax, k)
            town = next((found for event in group if (found := self.towns.town(self.towns.site(event))) is not None), None)
            if town is not None and spot.noun is not None and definite(doc, spot) and not spot.noun.start <= doc.at[town.mention.start] < spot.noun.reach:
                town = None  # of what else its clause tells: "The strike came after evacuations in Goma"
            words[k] = Word(spot, group, family(group[0]), status_of(doc, spot, group[0], lo, hi, series, headline=headline), part, town)
        return words

    def _tied(self, words: dict[int, Word]) -> list[list[Word]]:
        """The triggers of a sentence in groups that the clause makes one; what is no act stands alone."""
        if len(words) == 1:
            (word,) = words.values()
            word.status = _of_several(word, ())
            return [[word]]
        tied: dict[int, list[Word]] = {k: [] for k in words}
        nouns = [k for k, word in words.items() if word.spot.noun is not None]
        for k, word in words.items():
            for j in self._links(word, words, nouns):
                tied[k].append(words[j])
                tied[j].append(word)
        for find in (_of_several, _of_series):
            for k, word in words.items():
                word.status = find(word, tied[k])
        groups: list[list[Word]] = []
        grouped: set[int] = set()
        for word in words.values():
            group = [word] if word.spot.k not in grouped else []
            for one in group:  # grows by what is tied to it
                grouped.add(one.spot.k)
                near = {other.spot.k: other for other in tied[one.spot.k] if one.status is other.status is Status.ACT and other.spot.k not in grouped}
                grouped.update(near)
                group += near.values()
            groups += [sorted(group, key=lambda word: word.spot.k)] if group else []
        return groups

    def _links(self, word: Word, words: dict[int, Word], nouns: Sequence[int]) -> list[int]:
        word.near = [*links(self.doc, word.spot, words)]
        found = [k for k in word.near if k in words and k != word.spot.k and _can_be_one(word, words[k])]
        if not found and (before := noun_before(word.spot, nouns)) is not None and _can_be_one(word, words[before]):
            return [before]
        return found

    def mention(self, n: int, lo: int, group: list[Word], acts: Container[int]) -> Mention:
        doc, spots, part = self.doc, [word.spot for word in group], self._part(group)
        points, opening, other, apart, opens = map(any, zip(*(cues_of(doc, self.syntax, spot, lo, acts) for spot in spots), strict=True))
        place = next((word.place for word in group if word.place is not None), None)
        made = Mention(
            group[0].events[0].trigger.start,
            n,
            doc.paragraph_of[spots[0].k],
            bisect_right(self.entries, spots[0].k),
            group[0].status,
            _family(group),
            tuple(event for word in group for event in word.events),
            [claim for word in group for claim in word.claims],
            harm=all(spot.harm for spot in spots),
            dies=all(spot.lemma in DYING for spot in spots) and all(_was_told(doc, event.target) for word in group for event in word.events),
            definite=points,
            pointing=any(is_pointed_at(doc, spot) for spot in spots),
            indefinite=opening and not points,
            other=other,
            apart=apart,
            opens=opens,
            stated=any(map(_is_stated, spots)),
            news=any(map(_is_news, spots)),
            place=place,
            lies=self._lies(place) if place is not None else "",
            scene=next((site for site in self.towns.told_in(n) if doc.at[site.mention.start] < lo + FRONT and site.name[:1].isupper()), None),
            deeds=narrowed([deeds_of(self.said[word.spot.k : word.spot.k + PHRASE], word.events) for word in group]),
            acts=frozenset(root(spot.lemma) for spot in spots if _tells_an_act(spot)),
            names=self._names(part),
            words=list(map(self.said.__getitem__, part)) if group[0].family != EventKind.AGREE else self.said[lo : doc.bounds[lo][1]],  # what is agreed is told behind it
            again=frozenset(noun for spot in spots for noun in told_again(doc, spot)),
        )
        made.does = self._does(group, acts)
        return made

    def _lies(self, place: Place) -> str:
        """How a place lies to those told elsewhere."""
        if place.name.lower() in self.home:
            return HOME
        return PART if place.name in self.towns.parts else REGION if is_region(place) else ""

    def _does(self, group: list[Word], acts: Container[int]) -> list[str]:
        """The triggers and what the clause makes one with them, each with the words that stand with it: "exchange of fire", "car bomb attacks"."""
        near = [word.near if word.near is not None else links(self.doc, word.spot, acts) for word in group]
        return [*chain.from_iterable(map(self._phrase, {*map(attrgetter("spot.k"), group)}.union(*near)))]

    def _phrase(self, k: int) -> list[str]:
        return self.said[self.starts.get(k, k) : k + PHRASE]

    def _part(self, group: list[Word]) -> list[int]:
        """The parts of the sentence that some triggers have for themselves, without those who tell of them: "police said" tells of no police that acts."""
        part = [*chain.from_iterable(word.part for word in group)]
        sources = [word.events[0].source for word in group]
        telling = self.doc.covered(who.mention for who in sources if who is not None and who.mention is not None)
        return [*filterfalse(telling.__contains__, part)] if telling else part

    def _by_date(self, mention: Mention) -> Iterator[Mention]:
        """What a word with several dates tells: a thing for each, where the name right before the date says where it was ("captured Tamir on
        Sunday and Dural on Monday")."""
        first = mention.events[0]
        named = [e for e in mention.events if e.trigger == first.trigger and e.place is not None and e.place != first.place and e.when is not first.when]
        yield evolve(mention, events=tuple(e for e in mention.events if e not in named)) if named else mention
        for event in named:
            yield evolve(mention, events=(event,), claims=[], place=self.towns.town(event.place), definite=False, names=frozenset())

    def _numbers(self, n: int, lo: int, hi: int, claims: list[NumericClaim], *, opens: bool) -> Mention:
        """The mention of a sentence that tells of the dead and hurt by number only."""
        doc, at = self.doc, claims[0].quantity.number.start
        return Mention(
            at,
            n,
            doc.paragraph_of[lo],
            bisect_right(self.entries, lo),
            Status.SERIES if told(doc.low, lo, hi, SERIES) or told(doc.low, lo, hi, LASTING) else Status.ACT,
            VIOLENT,
            (),
            claims,
            harm=True,
            definite=True,
            apart=turns(doc.low, lo, doc.at[at]),
            opens=opens,
            none=all(claim.quantity.best == 0 for claim in claims),
            place=next(filter(None, (self.towns.town(claim.place) for claim in claims)), None),
            names=self._names(range(lo, hi)),
            words=self.said[lo:hi],
        )

    def who_is_told(self, people: Iterable[Entity]) -> tuple[Entity, ...]:
        """Those of whom a name, a number or a noun says who they are: not "all", "someone"; fighters by the name of their band."""
        known = (who for who in people if (who.name or "").lower() not in NOBODY)
        return tuple({who.name: who for who in map(self._band, known)}.values())

    def _band(self, who: Entity) -> Entity:
        """Whose the fighters are who are only called so: the Front of "fighters of the Front"."""
        group = self.syntax.group_at(self.doc.at[who.mention.start]) if who.mention is not None else None
        if group is None or group.name or " " in (who.name or "") or RIVALS.isdisjoint(told_in([self.doc.low[group.head]])):
            return who
        band = facts_of(self.doc).owner(group)
        sure = band is not None and (band.kind is not EntityKind.UNKNOWN or self.doc.low[group.end : group.end + 1] == ["of"])  # not "drove fighters from Tamir"
        return band if band is not None and sure and (band.name or "")[:1].isupper() and not band.anonymous else who

    def _names(self, part: Iterable[int]) -> frozenset[str]:
        """The names among some tokens that may tell incidents apart."""
        return frozenset(map(self.names.__getitem__, filter(self.names.__contains__, part))) - self.often


def _of_several(word: Word, tied: Sequence[Word]) -> Status:
    """What a bare plural is beside what it is tied to: "were killed in clashes" tells of an act."""
    if word.status is not Status.PLURAL:
        return word.status
    return Status.ACT if any(other.status is Status.ACT for other in tied) else Status.SERIES


def _of_series(word: Word, tied: Sequence[Word]) -> Status:
    """What harm is beside what did it: what a series did is a series."""
    deeds = [other for other in tied if not other.spot.harm] or tied
    done = word.status is Status.ACT and word.spot.harm and deeds and not any(other.status is Status.ACT for other in deeds)
    return deeds[0].status if done else word.status


def _sum_up(headline: Sequence[Mention], told: Sequence[Mention]) -> None:
    """What a headline counts is a series where the sentence below says that of the same figure: "killed in a string of attacks"."""
    counted = {figure for mention in told if mention.status is Status.SERIES for figure in mention.figures}
    for mention in headline:
        mention.status = Status.SERIES if mention.status is Status.ACT and not counted.isdisjoint(mention.figures) else mention.status


def _can_be_one(word: Word, other: Word) -> bool:
    """Whether two triggers of a clause can tell one thing: of one family, on one day, and not two acts in two places."""
    if word.family != other.family and not _is_arrested_at(word, other) and not _is_arrested_at(other, word):
        return False
    if word.days and other.days and word.days != other.days:
        return False
    here, there = word.place, other.place
    if here is None or there is None or here == there or word.spot.harm or other.spot.harm:
        return True
    nouns = [one.spot.noun for one in (word, other) if one.spot.noun is not None]
    return len(nouns) == 1 or len(nouns) > 1 and not elsewhere(here, there)


def _is_arrested_at(word: Word, other: Word) -> bool:
    """Whether what was done to people was done at a protest or in a raid: "detained during a rally"; not "stormed the town and captured a station"."""
    return word.events[0].kind is EventKind.COERCE and "ground" not in deeds_of([word.spot.lemma], ()) and (other.events[0].kind is EventKind.PROTEST or other.spot.lemma in RAIDS)


BEARS_HARM: tuple[Callable[[Word], bool], ...] = (
    lambda word: word.family == VIOLENT,
    lambda word: word.family in DEEDS,
    lambda word: word.events[0].kind is EventKind.REJECT,  # "a figure that the council denied"
)
"""To which words of a sentence the dead and hurt beside them belong, the first that are there."""


def _give(doc: Document, words: list[Word], claims: list[NumericClaim]) -> list[NumericClaim]:
    """Give the numbers of a sentence to its triggers: by the word that tells their measure, else the nearest that tells what happened. Returns
    those of the dead and hurt that no trigger stands beside."""
    held = [word for word in words if word.status is not Status.NOT_HELD or word.events[0].factuality is Factuality.NEGATED]  # "30, which they denied"
    harmful = next(filter(None, ([word for word in held if is_it(word)] for is_it in BEARS_HARM)), [])
    telling = {word.events[0].trigger: word for word in reversed(words)}
    loose = []
    for claim in claims:
        own = telling.get(claim.trigger) if claim.trigger is not None else None
        near = harmful if claim.measure in BARE else held  # not "the army admitted", of "that two clerks died and nine are hurt"
        if own is None and near:
            own = near[max(bisect_right([word.part.start for word in near], doc.at[claim.quantity.number.start]) - 1, 0)]
        if own is not None:
            own.claims.append(claim)
        elif claim.measure in BARE and claim.factuality in HAPPENED:
            loose.append(claim)
    return loose


def family(event: DatedEvent) -> str:
    """What an event can be one incident with."""
    return FAMILIES.get((event.kind, event.mode)) or FAMILIES.get((event.kind, None)) or str(event.kind)


def _family(group: list[Word]) -> str:
    """The family of some triggers that tell one thing: violence, unless it is only the raid in which people were arrested, or somebody by his name."""
    if any(word.family == ARRESTS and _is_of_one(word.events[0].target) for word in group):
        return ARRESTS
    return next((word.family for word in group if word.family == VIOLENT and word.spot.lemma not in RAIDS), group[0].family)


def _was_told(doc: Document, whom: Entity | None) -> bool:
    """Whether somebody has been told of before: "he", "the boy", "one of the victims", a person's name."""
    if whom is None or whom.mention is None:
        return False
    said = doc.low[doc.at[whom.mention.start] : doc.at[whom.mention.end - 1] + 1]
    return said[0] in ("the", "he", "she", "they") or said[1:3] == ["of", "the"] or whom.kind is EntityKind.PERSON and not whom.anonymous


def _is_of_one(whom: Entity | None) -> bool:
    """Whether somebody is told by his name."""
    return whom is not None and whom.kind is EntityKind.PERSON and not whom.anonymous and " " in (whom.name or "")


def _parts(at: list[int], lo: int, hi: int) -> list[range]:
    """The part of the sentence that each trigger has for itself: to half way to the next."""
    cuts = [lo, *((a + b) // 2 + 1 for a, b in pairwise(at)), hi]
    return list(starmap(range, pairwise(cuts)))[: len(at)]


def _is_headline(doc: Document, n: int) -> bool:
    """Whether a sentence is a line of its own without a full stop."""
    lo, hi = doc.bounds[doc.sentences[n]]
    ends = [k for k in range(lo, hi) if not doc.toks[k].isspace()]
    return hi < len(doc) and doc.opens_paragraph(lo) and doc.opens_paragraph(hi) and doc.toks[ends[-1]][0].isalnum()


def _often(doc: Document, names: dict[int, str]) -> frozenset[str]:
    """Words with a capital that no incident is known by: those of many sentences, and those that are written small elsewhere."""
    most = max(2, len(doc.sentences) // OFTEN)
    count = Counter(map(itemgetter(1), set(zip(map(doc.sentence_of.__getitem__, names), names.values()))))
    return frozenset(count.keys() & set(map(str.rstrip, doc.toks))).union([word for word, n in count.items() if n > most])
