"""Comparing numeric claims: which speak of the same thing, which agree, which conflict, how a toll grew."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from conflictkit._errors import InputTypeError
from conflictkit._models import HAPPENED, Bound, ClaimRole, Measure, Number, NumericClaim
from conflictkit._report import Report
from conflictkit._views import Records, view

OF_PERSONS = frozenset(
    {
        Measure.TROOPS, Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.CAPTURED, Measure.RELEASED, Measure.DISPLACED,
        Measure.POPULATION,
    }
)  # fmt: skip
"""Measures whose noun sets claims apart only where it names a side: 12 people and 15 victims killed are compared, 200 fighters are not."""
ALONE = frozenset({Measure.SHARE, Measure.RATIO, Measure.DURATION, Measure.AGE, Measure.DISTANCE, Measure.MASS, Measure.OTHER})
"""Measures that are never compared: nothing in the claim says what the percent, the kilometres or the item are of."""
GROWING = frozenset(
    {
        Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.CAPTURED, Measure.RELEASED, Measure.DISPLACED,
        Measure.EQUIPMENT_LOST, Measure.INTERCEPTED, Measure.ATTACKS, Measure.MUNITIONS,
    }
)  # fmt: skip
"""Measures that only grow: a larger figure of a later day is no contradiction."""
OUT_OF = frozenset({Measure.INTERCEPTED, Measure.EQUIPMENT_LOST, Measure.RELEASED})
"""Measures whose parts are totals: "shot down 14 of 16 drones", of which 16 were launched."""
LOOSE = 0.1
"""How far "about N" and "nearly N" reach, as a share of N."""
APART = dt.timedelta(days=7)
"""Claims whose days are farther apart than this speak of different times."""
SHORT = dt.timedelta(days=8)
"""A date this long or longer (a month, a year) is compared with the same date only."""
BOUND_WORDS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "less than ",
}


@frozen
class Figure:
    """A claim as one figure of a comparison."""

    claim: NumericClaim
    published: dt.date | None
    """Publication of the report it stands in; None where claims were compared without their reports."""
    report: int | None
    """Which of the compared reports it stands in, from 0; None without reports."""

    @property
    def first(self) -> dt.date | None:
        """First day that the figure speaks of: of its date, else the day of publication."""
        when = self.claim.when
        return when.first if when is not None and when.first is not None else self.published

    @property
    def last(self) -> dt.date | None:
        """Last day that the figure speaks of; not after the day of publication ("this week")."""
        when = self.claim.when
        if when is None or when.last is None:  # a span that goes on ("since March") is told up to the day of publication
            return self.published or (when.first if when is not None else None)
        return min(when.last, self.published) if self.published is not None and when.first is not None and when.first <= self.published else when.last

    @property
    def told(self) -> dt.date | None:
        """The day by which figures are put in order: of publication, else the last that the figure speaks of."""
        return self.published or self.last

    @property
    def source(self) -> str | None:
        """Name of the source; None for the article itself."""
        return self.claim.source.name if self.claim.source is not None else None

    def __str__(self) -> str:
        q = self.claim.quantity
        if q.best is not None:
            number = f"{BOUND_WORDS.get(q.bound, '')}{q.best:,}"
        else:
            number = f"{q.low:,} to {q.high:,}" if q.low is not None and q.high is not None else q.span.text
        note = ", ".join(filter(None, (self.source, f"{self.last.day} {self.last:%b %Y}" if self.last else None)))
        return f"{number} ({note})" if note else number


@frozen
class ClaimGroup:
    """Claims about the same measure, object, rate, side, place and time.

    Increments, subsets and parts are never mixed with totals. What contradicts what is in ``conflicts``.
    """

    measure: Measure
    unit: str | None
    """The counted thing; None where the measure alone says it (killed, wounded ...), else "troops", "civilian", "child", "tank"."""
    per: str | None
    side: str | None
    place: str | None
    figures: tuple[Figure, ...]
    """The totals, smallest first."""
    parts: tuple[Figure, ...]
    """Increments, subsets and parts, in the order given."""
    low: Number | None
    """The smallest figure that a total names; None when there is no total."""
    high: Number | None
    """The largest figure that a total names; None when there is no total."""
    conflicts: tuple[tuple[NumericClaim, NumericClaim], ...]
    """Pairs of totals of different voices whose bounds exclude each other, the smaller first; not where a toll has grown from one day to a later one."""

    @property
    def claims(self) -> tuple[NumericClaim, ...]:
        """The totals as claims, smallest first."""
        return tuple(figure.claim for figure in self.figures)

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the sources credited with a total, in alphabetical order."""
        return tuple(sorted({figure.source for figure in self.figures if figure.source}))

    @property
    def agree(self) -> bool:
        """Whether all totals can be true."""
        return not self.conflicts

    @property
    def timeline(self) -> tuple[Figure, ...]:
        """The dated totals in the order they were told."""
        dated = [(figure.told, figure.last or figure.told, n) for n, figure in enumerate(self.figures) if figure.told is not None]
        return tuple(self.figures[n] for _, _, n in sorted(dated))

    def to_vega(self, title: str | None = None) -> dict[str, Any]:
        """What each source says from day to day, as a Vega-Lite dictionary, which JupyterLab and VS Code draw and Altair takes."""
        chart: dict[str, Any] = view("tolls chart")(self, title=title)
        return chart

    def rows(self) -> list[dict[str, Any]]:
        """A table: one row for each total and then each part, of text, numbers and None."""
        return [self._row(figure) for figure in (*self.figures, *self.parts)]

    def summary(self) -> str:
        """One line: what is counted, the smallest and the largest figure with their sources, then the others, and whether they agree."""
        noun = "" if self.measure is Measure.TROOPS or self.unit == str(self.measure) else self.unit
        what = " ".join(filter(None, (self.side, str(self.measure).replace("_", " "), noun)))
        head = f"{what[0].upper()}{what[1:]}{f' in {self.place}' if self.place else ''}{f' per {self.per}' if self.per else ''}"
        told = list(dict.fromkeys(str(figure) for figure in self.figures))
        if not told:
            return f"{head}: no total"
        spread = told[0] if len(told) == 1 else f"{told[0]} to {told[-1]}"
        between = f"; also {', '.join(told[1:-1])}" if len(told) > 2 else ""  # noqa: PLR2004
        verdict = "" if len(told) == 1 else " [agree]" if self.agree else " [conflict]"
        return f"{head}: {spread}{between}{verdict}"

    def _row(self, figure: Figure) -> dict[str, Any]:
        q = figure.claim.quantity
        return {
            "measure": str(self.measure),
            "unit": self.unit,
            "per": self.per,
            "side": self.side,
            "place": self.place,
            "role": str(figure.claim.role),
            "low": q.low,
            "best": q.best,
            "high": q.high,
            "bound": str(q.bound),
            "source": figure.source,
            "stance": str(figure.claim.stance) if figure.claim.stance is not None else None,
            "date": figure.last.isoformat() if figure.last else None,
            "published": figure.published.isoformat() if figure.published else None,
            "report": figure.report,
            "text": q.span.text,
        }


def compare_claims(claims: Iterable[NumericClaim | Report]) -> tuple[ClaimGroup, ...]:
    """Group the claims of one or many reports by what they speak of, in order of first mention.

    Give claims, or better whole reports: then a claim that names no date holds for its report's day of publication, and what two
    reports say themselves, without a source, can be told apart.

    Two claims are comparable when measure, counted object, rate, side and place are the same and their days at most a week apart;
    names count the same in all spellings (Zelenskiy = Zelensky), a nation and its adjective too (Russia = Russian). A claim that names
    no side, no place or no day is compared with such claims only, for nothing is guessed. Percents, ratios, distances, durations and
    ages are left out, and so is what a source denies or what would only be. Adding claims about something else changes no group.

    Raises :class:`InputTypeError` for anything but claims and reports.
    """
    keyed: dict[tuple[object, ...], list[tuple[int, Figure]]] = {}
    for n, figure in enumerate(_figures(claims)):
        claim = figure.claim
        if claim.measure not in ALONE and claim.factuality in HAPPENED:
            key = (claim.measure, _object(claim), claim.quantity.per, _side(claim), _place(claim), _period(figure))
            keyed.setdefault(key, []).append((n, figure))
    groups = [group for members in keyed.values() for group in _by_time(members)]
    return Records(_group([figure for _, figure in group]) for group in sorted(groups, key=lambda group: group[0][0]))


def _figures(claims: Iterable[NumericClaim | Report]) -> Iterator[Figure]:
    report = 0
    for item in claims:
        if isinstance(item, Report):
            for claim in item.claims:
                yield Figure(claim, item.published, report)
            report += 1
        elif isinstance(item, NumericClaim):
            yield Figure(item, None, None)
        else:
            raise InputTypeError(f"compare_claims() takes NumericClaim records or reports, not {type(item).__name__}; pass report.claims or the reports")


# --- what makes claims comparable --------------------------------------------------------------------------------------


def _object(claim: NumericClaim) -> str | None:
    """What is counted; for measures of persons only whether it is people under arms, civilians, children; None for anybody."""
    unit = claim.quantity.unit
    if claim.measure not in OF_PERSONS or claim.measure is Measure.TROOPS:
        return unit if claim.measure not in OF_PERSONS else None
    from conflictkit.english.lexicon.claims import PERSON

    return "troops" if PERSON.get(unit or "") is Measure.TROOPS else unit if unit in ("civilian", "child", "woman") else None


def _side(claim: NumericClaim) -> str | None:
    return name_of_side(claim.side.name) if claim.side is not None else None


def name_of_side(name: str | None) -> str | None:
    """Key of a side: a nation for its names, capital and adjective ("Russia", "Moscow", "Russian"), else the name in all its spellings."""
    if name is None:
        return None
    from conflictkit.english.speakers.name_words import NATIONS
    from conflictkit.english.speakers.spelling import name_key

    return NATIONS.get(name.lower()) or name_key(name)


def _place(claim: NumericClaim) -> str | None:
    if claim.place is None:
        return None
    from conflictkit.english.speakers.spelling import name_key

    return name_key(claim.place.name)


def _period(figure: Figure) -> tuple[dt.date, dt.date] | bool:
    """The months or years that a figure speaks of, without an end where they go on ("since August"); for days whether they are known."""
    when = figure.claim.when
    if when is not None and when.first is not None and when.last is None:
        return when.first, dt.date.max
    first, last = figure.first, figure.last
    if first is None or last is None:
        return False
    return (first, last) if last - first >= SHORT else True


def _by_time(members: list[tuple[int, Figure]]) -> Iterator[list[tuple[int, Figure]]]:
    """The figures of one key, parted where more than a week lies between their days; each part in the order given."""
    dated = sorted((member for member in members if member[1].first is not None), key=lambda member: (member[1].first, member[0]))
    parts: list[list[tuple[int, Figure]]] = []
    reach = dt.date.min
    for member in dated:
        first, last = member[1].first, member[1].last
        assert first is not None and last is not None
        if not parts or first - reach > APART:
            parts.append([])
        reach = max(reach, last)
        parts[-1].append(member)
    undated = [member for member in members if member[1].first is None]
    yield from (sorted(part, key=lambda item: item[0]) for part in (*parts, undated) if part)


# --- what a group says -------------------------------------------------------------------------------------------------


def _group(members: list[Figure]) -> ClaimGroup:
    first = members[0].claim
    totals = sorted((figure for figure in members if _is_total(figure.claim)), key=lambda figure: _size(figure.claim))
    quantities = [figure.claim.quantity for figure in totals]
    return ClaimGroup(
        first.measure,
        _object(first),
        first.quantity.per,
        first.side.name if first.side else None,
        first.place.name if first.place else None,
        tuple(totals),
        tuple(figure for figure in members if not _is_total(figure.claim)),
        min((x for q in quantities if (x := q.low if q.low is not None else q.best) is not None), default=None),
        max((x for q in quantities if (x := q.high if q.high is not None else q.best) is not None), default=None),
        tuple(_conflicts(totals)),
    )


def _is_total(claim: NumericClaim) -> bool:
    return claim.role is ClaimRole.TOTAL or claim.role is ClaimRole.PART and claim.measure in OUT_OF


def _conflicts(totals: list[Figure]) -> Iterator[tuple[NumericClaim, NumericClaim]]:
    """Each total that excludes the one which, of the smaller totals, allows least upwards, unless both are of one voice or the toll grew."""
    reach: Figure | None = None
    for figure in sorted(totals, key=lambda figure: interval(figure.claim)):
        if reach is not None and interval(reach.claim)[1] < interval(figure.claim)[0]:
            if _voice(reach) != _voice(figure) and not _grew(reach, figure):
                yield reach.claim, figure.claim
            reach = figure
        elif reach is None or interval(figure.claim)[1] < interval(reach.claim)[1]:
            reach = figure


def _voice(figure: Figure) -> tuple[int | None, str | None]:
    """Who speaks: a source by its name in all spellings, or a report itself. Two figures of one voice are two things told, or an update."""
    from conflictkit.english.speakers.spelling import name_key

    return (None, name_key(figure.source)) if figure.source is not None else (figure.report, None)


def _grew(smaller: Figure, larger: Figure) -> bool:
    """Whether a toll has grown from one day to a later one."""
    return smaller.claim.measure in GROWING and smaller.told is not None and larger.told is not None and smaller.told < larger.told


def _size(claim: NumericClaim) -> float:
    """The one number by which totals are put in order."""
    q = claim.quantity
    return next((float(x) for x in (q.best, q.low, q.high) if x is not None), 0.0)


def interval(claim: NumericClaim) -> tuple[float, float]:
    """What a claim allows, unbounded ends as infinities; "about" and "nearly" reach a tenth of the number."""
    q = claim.quantity
    best = _size(claim)
    slack = abs(best) * LOOSE
    if q.bound is Bound.ABOUT:
        return best - slack, best + slack
    if q.bound is Bound.LESS_THAN:
        return best - slack, best
    low = q.low if q.low is not None else -math.inf
    high = q.high if q.high is not None else math.inf
    return float(low), float(high)
