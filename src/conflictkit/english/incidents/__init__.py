"""Incidents of an English report: what each event and number tells of, and of which type the incident is."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from conflictkit._document import Document
from conflictkit._incidents import Chain, Mention, Status, by_trigger, chains, dated, incident
from conflictkit._models import HAPPENED, DatedEvent, DateExpression, EventKind, Incident, Measure, NumericClaim
from conflictkit._tolls import COSTS
from conflictkit.english.grammar import syntax_of
from conflictkit.english.incidents.cues import OPENERS, OPENING, SERIES, definite, indefinite, links, noun_before, opens, Spot, set_apart, sets_apart, spot_of, status_of, told
from conflictkit.english.incidents.types import told_in, type_of
from conflictkit.english.incidents.words import TABLE

__all__ = ["TABLE", "find_incidents"]

VIOLENCE = frozenset({"ASSAULT", "COERCE/arrest", "COERCE/seize"})
STRATEGIC = frozenset({EventKind.ASSAULT, EventKind.COERCE, EventKind.CONSULT, EventKind.COOPERATE, EventKind.MOBILIZE, EventKind.PROTEST, EventKind.RETREAT, EventKind.SANCTION})
"""Types that make an incident also where ACLED has none for it, if the text gives it a day."""
TOLD = frozenset({*COSTS, Measure.ATTACKS, Measure.MUNITIONS, Measure.STRUCTURES, Measure.SETTLEMENTS, Measure.EQUIPMENT})
"""Measures of the numbers that an incident may hold."""
BARE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING})
"""Measures of numbers that tell of an incident without an event beside them: "the toll rose to 12"."""
OFTEN = 5
"""Names of more than a fifth of the sentences tell no incident from another."""


def find_incidents(doc: Document, events: Sequence[DatedEvent], claims: Sequence[NumericClaim], dates: Sequence[DateExpression]) -> tuple[Incident, ...]:
    """The incidents of a report, in text order of their first mention."""
    mentions = list(_mentions(doc, events, claims))
    lead = next((m.sentence for m in mentions), 0)
    made = chains(mentions, lead)
    shared = Counter(n for chain in made for n in {(m.family, m.sentence) for m in chain.mentions})
    return tuple(record for chain in made if (record := _record(doc, chain, shared)) is not None)


def _record(doc: Document, chain: Chain, shared: Counter[tuple[str, int]]) -> Incident | None:
    """The record of a chain; None where it is of no type."""
    events = [e for m in chain.mentions for e in m.events]
    found = type_of(events, _told(doc, chain, shared))
    if found.sub_event is None and (found.kind not in STRATEGIC or all(m.days is None for m in chain.mentions)):
        return None
    day = dated(events)
    first, last, precision = (day.first, day.last, day.date_precision) if day else (None, None, None)
    return incident(chain, found.kind, found.mode, found.sub_event, precision, (first, last))


def _told(doc: Document, chain: Chain, shared: Counter[tuple[str, int]]) -> set[str]:
    """The classes of all words that tell of a chain: of its sentences, of a shared sentence its parts."""
    found: set[str] = set()
    for n in sorted({m.sentence for m in chain.mentions}):
        if shared[chain.family, n] == 1:
            lo = doc.sentences[n]
            found |= told_in(doc.low[lo : doc.bounds(lo)[1]])
        else:
            found |= {name for m in chain.mentions if m.sentence == n for name in told_in(m.words)}
    return found


def _mentions(doc: Document, events: Sequence[DatedEvent], claims: Sequence[NumericClaim]) -> Iterator[Mention]:
    """The mentions of a report in text order: events with a kind, and numbers of the dead and hurt without an event beside them."""
    by_sentence: dict[int, list[tuple[int, tuple[DatedEvent, ...]]]] = defaultdict(list)
    for group in by_trigger(events):
        if group[0].kind is not None:
            k = doc.at(group[0].trigger.start)
            by_sentence[doc.sentence(k)].append((k, group))
    numbers: dict[int, list[NumericClaim]] = defaultdict(list)
    for claim in claims:
        if claim.measure in TOLD:
            numbers[doc.sentence(doc.at(claim.quantity.number.start))].append(claim)
    often = _often(doc)
    starts = doc.sentences
    sentences = sorted({*by_sentence, *numbers})
    first = sentences[0] if sentences else 0
    for n in sentences:
        lo, hi = starts[n], starts[n + 1] if n + 1 < len(starts) else len(doc)
        told_here = sorted(by_sentence[n], key=lambda item: item[0])
        yield from _sentence(doc, n, lo, hi, told_here, numbers[n], often, lead=n == first)


def _sentence(
    doc: Document, n: int, lo: int, hi: int, groups: list[tuple[int, tuple[DatedEvent, ...]]], claims: list[NumericClaim], often: frozenset[str], *, lead: bool
) -> Iterator[Mention]:
    """The mentions of one sentence: of its events, and of the numbers that stand in it without an event."""
    at = [k for k, _ in groups]
    spots = [spot_of(doc, syntax_of(doc), k) for k in at]
    made: dict[int, Mention] = {}
    for spot, (k, group), (a, b) in zip(spots, groups, _parts(at, lo, hi), strict=False):
        points = definite(doc, spot)
        made[k] = Mention(
            group[0].trigger.start, n, status_of(doc, spot, group[0], lo, hi, headline=lead), family(group[0]), group,
            harm=spot.harm, bare=spot.bare, definite=points, indefinite=indefinite(doc, spot), other=set_apart(doc, spot),
            apart=sets_apart(doc, spot, lo), opens=opens(spot, definite=points), names=_names(doc, a, b, often), words=doc.low[a:b],
        )  # fmt: skip
    for spot in sorted(spots, key=lambda spot: not spot.bare):
        linked = [made[k] for k in links(doc, spot) if k in made and k != spot.k]
        if not linked and (before := noun_before(spot, spots)) is not None:
            linked = [made[before]]
        _tie(made[spot.k], linked, spot)
    yield from sorted((*made.values(), *_loose(doc, n, lo, hi, list(made.values()), at, claims, often, lead=lead)), key=lambda m: m.at)


def _tie(mention: Mention, linked: list[Mention], spot: Spot) -> None:
    """Tie a mention to those its clause makes one with it. A bare plural is what the verb before it is; the harm of a series is a series."""
    same = [other for other in linked if other.family == mention.family]
    mention.links = tuple(same)
    if spot.bare and mention.status is Status.SERIES and any(other.status is Status.ACT and not other.bare for other in same):
        mention.status = Status.ACT
    elif spot.harm and mention.status is Status.ACT and same and all(other.status is not Status.ACT for other in same):
        mention.status = same[0].status


def _loose(
    doc: Document, n: int, lo: int, hi: int, made: list[Mention], at: list[int], claims: list[NumericClaim], often: frozenset[str], *, lead: bool
) -> Iterator[Mention]:
    """Give the numbers of a sentence to its mentions; those of the dead and hurt in a sentence without one are a mention themselves."""
    loose: list[NumericClaim] = []
    for claim in claims:
        own = next((m for m in made if claim.trigger == m.events[0].trigger), None)
        if own is None and at:
            own = _nearest(made, at, doc.at(claim.quantity.number.start))
        if own is not None:
            own.claims.append(claim)
        elif claim.measure in BARE and claim.factuality in HAPPENED:
            loose.append(claim)
    if loose:
        k = doc.at(loose[0].quantity.number.start)
        status = Status.SERIES if told(doc.low, lo, hi, SERIES) else Status.ACT
        yield Mention(
            loose[0].quantity.number.start, n, status, "violence", (), loose,
            harm=True, definite=True, apart=told(doc.low, lo, min(k, lo + OPENING), OPENERS), opens=lead, names=_names(doc, lo, hi, often), words=doc.low[lo:hi],
        )  # fmt: skip


def family(event: DatedEvent) -> str:
    """What an event can be one incident with."""
    name = f"{event.kind}/{event.mode}"
    return "violence" if event.kind is EventKind.ASSAULT or name in VIOLENCE or event.kind is EventKind.PROTEST else str(event.kind)


def _parts(at: list[int], lo: int, hi: int) -> list[tuple[int, int]]:
    """The part of the sentence that each trigger has for itself: to half way to the next."""
    cuts = [lo, *((a + b + 1) // 2 for a, b in zip(at, at[1:], strict=False)), hi]
    return list(zip(cuts, cuts[1:], strict=False))


def _nearest(mentions: list[Mention], at: list[int], k: int) -> Mention:
    n = bisect_left(at, k)
    if n == 0 or n < len(at) and at[n] - k < k - at[n - 1]:
        return mentions[n]
    return mentions[n - 1]


def _names(doc: Document, a: int, b: int, often: frozenset[str]) -> frozenset[str]:
    return frozenset(doc.low[k] for k in range(a, b) if doc.toks[k][0].isupper() and doc.low[k] not in often)


def _often(doc: Document) -> frozenset[str]:
    """Words that no incident is known by: those of many sentences, and those that are written small elsewhere."""
    small = {word for tok, word in zip(doc.toks, doc.low, strict=True) if tok[0].islower()}
    starts = doc.sentences
    count: Counter[str] = Counter()
    for a, b in zip(starts, (*starts[1:], len(doc)), strict=True):
        count.update({doc.low[k] for k in range(a, b) if doc.toks[k][0].isupper()})
    return frozenset({word for word, n in count.items() if n > max(2, len(starts) // OFTEN)} | small)
