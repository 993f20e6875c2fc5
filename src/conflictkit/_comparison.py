"""One incident in several reports: which tolls agree, which conflict, how a toll grew.

Two incidents are one where rare names stand around both and nothing contradicts: a name weighs the more the fewer reports it stands in.
Candidates meet by name and day, so that time grows with the archive and not with its square.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from attrs import define, frozen

from conflictkit._compare import GROWING, interval
from conflictkit._errors import InputTypeError
from conflictkit._joining import elsewhere
from conflictkit._models import ClaimRole, Incident, Measure, Salience, Toll, brief
from conflictkit._report import Report
from conflictkit._tolls import figure, toll_of
from conflictkit._views import Records, view

NAME = re.compile(r"(?<![\w.])[^\W\d_a-z][\w’'-]+")
STOP = re.compile(r"[.!?][\"”’')\]]*\s|[\r\n]")
REACH = 400
"""How many characters before and after a mention its sentence is looked for."""
HEAD = 700
"""The lead's names are those of so many first characters too."""
NAMES = 60
"""How many names of an incident are compared, the rarest."""
KNOWN = 1_000
"""Names are weighed as if so many reports without them had been read before: in a small archive each still says something."""
RARE = 0.01
"""Names of at most this share of the reports, or of :data:`FEW`, are rare; those of more than :data:`COMMON` count nothing."""
FEW, COMMON = 5, 0.05
CROWD = 60
"""Where more incidents than this meet by one name and day, the name says nothing."""
WEIGHT, WEIGHT_ELSEWHERE = 10.5, 18.0
"""How much the names in common must weigh; how much where the places told share no word."""
SOON = dt.timedelta(days=3)
"""Reports of one incident without a day are published within this time."""
DAY = dt.timedelta(days=1)
SHORT = 7
"""Incidents of more days than this are no single one that two reports share."""
APART = 3
"""No two reports of one incident tell tolls of the dead that differ by more than this factor."""


@frozen
class ReportedToll:
    """A toll and the report that tells it."""

    report: str
    """Id of the report."""
    toll: Toll
    published: dt.date | None = None

    __repr__ = brief


@frozen
class SharedIncident:
    """One incident told by two or more reports."""

    incidents: tuple[tuple[str, Incident], ...]
    """Id of the report and its incident, in the order of publication."""
    agreements: tuple[tuple[ReportedToll, ...], ...] = ()
    """For each measure that two or more reports tell: the tolls that can all be true."""
    conflicts: tuple[tuple[ReportedToll, ReportedToll], ...] = ()
    """Pairs of tolls of one measure whose bounds exclude each other, the smaller first."""
    growth: tuple[tuple[ReportedToll, ...], ...] = ()
    """Tolls that rose from one day of publication to a later one, in that order."""
    tolls: tuple[ReportedToll, ...] = ()
    """All tolls that reports tell of it as their news, in the order of publication."""

    __repr__ = brief

    def to_vega(self, measure: Measure = Measure.KILLED, title: str | None = None) -> dict[str, Any]:
        """What each source says from day to day, as a Vega-Lite dictionary, which JupyterLab and VS Code draw and Altair takes."""
        chart: dict[str, Any] = view("tolls chart")(self, measure, title)
        return chart


@frozen
class Comparison:
    """What several reports tell of the same incidents."""

    incidents: tuple[SharedIncident, ...] = ()

    __repr__ = brief

    def _repr_html_(self) -> str:
        return str(view("table of a comparison")(self))


@define(eq=False)
class Told:
    """An incident as one report tells it."""

    report: str
    number: int
    """Which report, from 0."""
    incident: Incident
    published: dt.date | None
    names: frozenset[str]
    opening: str
    """How its report begins: two that begin alike are copies, not two voices."""
    lead: bool = False
    """Whether its report is about it: the core, else what is told first."""

    def days(self) -> Iterator[dt.date]:
        """Its days, and the day after, so that two within a day of each other meet."""
        first, last = self.incident.first, self.incident.last
        if first is not None and last is not None and (last - first).days <= SHORT:
            yield from (first + DAY * n for n in range((last - first).days + 2) if first < dt.date.max - DAY * (n + 1))


def compare(reports: Iterable[Report] | Mapping[str, Report] | Iterable[tuple[str, Report]]) -> Comparison:
    """Which incidents two or more reports tell of, where their tolls agree and conflict, and how a toll grew.

    Takes reports, or pairs of id and report, or a mapping from id to report; a report without an id is known by its number from "0". An
    archive may be given as an iterator: only the incidents are kept. Shared incidents come in the order of their days, undated ones last.

    Raises :class:`InputTypeError` for what is no report.
    """
    told, spread, count = _gather(reports)
    rarity = Rarity(spread, count)
    groups = _groups(told, rarity)
    shared = [_shared(group) for group in groups if len(group) > 1]
    return Comparison(Records(sorted(shared, key=lambda one: (one.incidents[0][1].first or dt.date.max, one.incidents[0][0]))))


def _gather(reports: object) -> tuple[list[Told], Counter[str], int]:
    """The incidents of all reports, in how many reports each name stands, and the number of reports."""
    if isinstance(reports, Report | str | bytes) or not isinstance(reports, Iterable):
        raise InputTypeError(f"compare() takes reports, not one {type(reports).__name__}")
    told: list[Told] = []
    spread: Counter[str] = Counter()
    count = 0
    for number, item in enumerate(reports.items() if isinstance(reports, Mapping) else reports):
        name, report = item if isinstance(item, tuple) and len(item) == 2 else (None, item)  # noqa: PLR2004
        if not isinstance(report, Report):
            raise InputTypeError(f"item {number} must be a Report or a pair of id and Report, not {type(report).__name__}")
        count += 1
        spread.update({found.lower() for found in NAME.findall(report.text)})
        known = str(name) if name is not None else report.id or str(number)
        opening = " ".join(report.text[:HEAD].split())
        lead = next((incident for incident in report.incidents if incident.salience is Salience.CORE), next(iter(report.incidents), None))
        told += [
            Told(known, number, incident, report.published, names_around(report.text, incident, lead=incident is lead), opening, lead=incident is lead) for incident in report.incidents
        ]
    return told, spread, count


def names_around(text: str, incident: Incident, *, lead: bool) -> frozenset[str]:
    """The words with a capital in the sentences that tell of an incident; for the lead those of the report's first lines too."""
    stretches = [_sentence(text, event.trigger.start) for event in incident.events[:NAMES]]
    if lead:
        stretches.append((0, HEAD))
    return frozenset(found.lower() for a, b in stretches for found in NAME.findall(text, a, b))


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, by its marks alone."""
    before = list(STOP.finditer(text, max(0, at - REACH), at))
    after = STOP.search(text, at, at + REACH)
    return (before[-1].end() if before else max(0, at - REACH)), (after.start() if after else at + REACH)


class Rarity:
    """How much a name says."""

    def __init__(self, spread: Counter[str], count: int) -> None:
        self._spread = spread
        self._count = count
        self._rare = max(FEW, RARE * count)
        self._common = max(FEW, COMMON * count)

    def counts(self, name: str) -> bool:
        """Whether a name says anything: one of very many reports does not."""
        return self._spread[name] <= self._common

    def rare(self, name: str) -> bool:
        """Whether a name is rare."""
        return self._spread[name] <= self._rare

    def weight(self, names: Iterable[str]) -> float:
        """What names in common weigh together."""
        return sum(math.log((self._count + KNOWN) / max(1, self._spread[name])) for name in sorted(names) if self.counts(name))


# --- joining -----------------------------------------------------------------------------------------------------------


def _groups(told: list[Told], rarity: Rarity) -> list[list[Told]]:
    """The incidents that are one, joined by the surest pairs first; no two of one report are one."""
    pairs = sorted(
        ((weight, a, b) for a, b in _candidates(told, rarity) if (weight := _same(told[a], told[b], rarity)) > 0),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    group = {n: [n] for n in range(len(told))}
    for _, a, b in pairs:
        mine, theirs = group[a], group[b]
        if mine is theirs or not {told[n].number for n in mine}.isdisjoint(told[n].number for n in theirs):
            continue
        if len(mine) < len(theirs):
            mine, theirs = theirs, mine
        mine += theirs
        group.update(dict.fromkeys(theirs, mine))
    return [[told[n] for n in sorted(members)] for members in {id(members): members for members in group.values()}.values()]


def _candidates(told: list[Told], rarity: Rarity) -> set[tuple[int, int]]:
    """The pairs that share a name and a day, or a rare name."""
    posted: dict[tuple[str, dt.date | None], list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        days = tuple(one.days())
        names = sorted((name for name in one.names if rarity.counts(name)), key=lambda name: (not rarity.rare(name), name))[:NAMES]
        for name in names:
            for day in days:
                posted[name, day].append(n)
            if rarity.rare(name):
                posted[name, None].append(n)
    return {pair for members in posted.values() if 1 < len(members) <= CROWD for pair in combinations(members, 2) if told[pair[0]].number != told[pair[1]].number}


def _same(a: Told, b: Told, rarity: Rarity) -> float:
    """What the names in common weigh where two tellings are of one incident; 0 where they are not."""
    if a.incident.kind != b.incident.kind or a.opening == b.opening or not _tolls_near(a.incident, b.incident):
        return 0
    names = a.names & b.names
    weight = rarity.weight(names)
    here, there = a.incident.place, b.incident.place
    if not set(a.days()).isdisjoint(b.days()):
        apart = here is not None and there is not None and elsewhere(here, there)
        return weight if weight >= (WEIGHT_ELSEWHERE if apart else WEIGHT) and not (apart and _on_two_days(a.incident, b.incident)) else 0
    undated = a.incident.first is None or b.incident.first is None
    soon = a.published is not None and b.published is not None and abs(a.published - b.published) <= SOON
    return weight if undated and soon and weight >= WEIGHT and sum(map(rarity.rare, names)) > 1 else 0


def _on_two_days(a: Incident, b: Incident) -> bool:
    """Whether each is of one day, and the days are two."""
    return a.first == a.last and b.first == b.last and a.first != b.first


def _tolls_near(a: Incident, b: Incident) -> bool:
    """Whether the dead of both are of one order."""
    mine, theirs = (figure(toll_of(one, Measure.KILLED)) for one in (a, b))
    return not mine or not theirs or max(mine, theirs) <= APART * min(mine, theirs)


# --- what a shared incident says -----------------------------------------------------------------------------------------


def _shared(group: list[Told]) -> SharedIncident:
    told = sorted(group, key=lambda one: (one.published or dt.date.max, one.number))
    tolls = tuple(ReportedToll(one.report, toll, one.published) for one in told if one.lead for toll in one.incident.tolls)
    agreements, conflicts, growth = [], [], []
    for measure in Measure:
        of_one = [toll for toll in tolls if toll.toll.measure is measure]
        clashes = [(a, b) if _bounds(a)[1] < _bounds(b)[0] else (b, a) for a, b in combinations(of_one, 2) if _excludes(a, b)]
        if len(of_one) > 1 and not clashes:
            agreements.append(tuple(of_one))
        grown = tuple(_grown(of_one)) if measure in GROWING else ()
        if len(grown) > 1:
            growth.append(grown)
        conflicts += [(a, b) for a, b in clashes if not (measure in GROWING and _grew(a, b)) and _one_side(a, b)]
    return SharedIncident(tuple((one.report, one.incident) for one in told), tuple(agreements), tuple(conflicts), tuple(growth), tolls)


def _bounds(told: ReportedToll) -> tuple[float, float]:
    """What a toll allows, over the wordings it is made of; persons that are only named or told of, and "others", may be some of more."""
    ends = [(low, math.inf if claim.quantity.implied or claim.role is not ClaimRole.TOTAL else high) for claim in told.toll.claims for low, high in (interval(claim),)]
    if not ends:
        low, high = told.toll.low, told.toll.high
        return (-math.inf if low is None else float(low)), (math.inf if high is None else float(high))
    return min(a for a, _ in ends), max(b for _, b in ends)


def _excludes(a: ReportedToll, b: ReportedToll) -> bool:
    (low, high), (least, most) = _bounds(a), _bounds(b)
    return high < least or most < low


def _grew(small: ReportedToll, large: ReportedToll) -> bool:
    """Whether the larger of two tolls was published on a later day."""
    return small.published is not None and large.published is not None and small.published < large.published


def _grown(tolls: list[ReportedToll]) -> Iterator[ReportedToll]:
    """The tolls in figures that each rose above the one before on a later day, from the first: "at least 12", then 19."""
    last: ReportedToll | None = None
    for told in tolls:
        number = figure(told.toll) if any(not claim.quantity.implied and claim.role is ClaimRole.TOTAL for claim in told.toll.claims) else None
        if number is not None and (last is None or number > (figure(last.toll) or 0) and _grew(last, told)):
            yield told
            last = told


def _one_side(a: ReportedToll, b: ReportedToll) -> bool:
    """Whether two tolls can be of one side: the sides told are not two."""
    mine, theirs = ({word for claim in told.toll.claims if claim.side is not None and claim.side.name for word in claim.side.name.lower().split()} for told in (a, b))
    return not mine or not theirs or not mine.isdisjoint(theirs)
