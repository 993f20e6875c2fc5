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
from conflictkit.english.incidents.cues import SERIES, read_cues, sets_apart, told
from conflictkit.english.incidents.types import told_in, type_of
from conflictkit.english.incidents.words import TABLE

__all__ = ["TABLE", "find_incidents"]

VIOLENCE = frozenset({"ASSAULT", "COERCE/arrest", "COERCE/seize"})
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
    return tuple(made for chain in chains(mentions, lead) if (made := _record(chain)) is not None)


def _record(chain: Chain) -> Incident | None:
    events = [e for m in chain.mentions for e in m.events]
    found = type_of(events, {name for m in chain.mentions for name in told_in(m.words)})
    if found.kind is None and found.sub_event is None:
        return None
    day = dated(events)
    first, last, precision = (day.first, day.last, day.date_precision) if day else (None, None, None)
    return incident(chain, found.kind, found.mode, found.sub_event, precision, (first, last))


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
        yield from _sentence(doc, n, lo, hi, told_here, numbers[n], often, lead=n < first + 2)


def _sentence(
    doc: Document, n: int, lo: int, hi: int, groups: list[tuple[int, tuple[DatedEvent, ...]]], claims: list[NumericClaim], often: frozenset[str], *, lead: bool
) -> Iterator[Mention]:
    made: list[Mention] = []
    at = [k for k, _ in groups]
    for (k, group), (a, b) in zip(groups, _parts(at, lo, hi), strict=False):
        cues = read_cues(doc.low, k, lo, hi, group[0], lead=lead)
        mention = Mention(group[0].trigger.start, n, cues.status, family(group[0]), group, [], cues.definite, cues.indefinite, cues.apart, cues.opens, _names(doc, a, b, often), doc.low[a:b])
        made.append(mention)
    loose: list[NumericClaim] = []
    for claim in claims:
        own = next((m for m in made if m.events and claim.trigger == m.events[0].trigger), None)
        if own is None and at:
            own = _nearest(made, at, doc.at(claim.quantity.number.start))
        if own is not None:
            own.claims.append(claim)
        elif claim.measure in BARE and claim.factuality in HAPPENED:
            loose.append(claim)
    if loose:
        k = doc.at(loose[0].quantity.number.start)
        series = told(doc.low, lo, hi, SERIES)
        made.append(
            Mention(
                loose[0].quantity.number.start, n, Status.SERIES if series else Status.ACT, "violence", (), loose,
                definite=True, apart=sets_apart(doc.low, lo, k), opens=lead, names=_names(doc, lo, hi, often), words=doc.low[lo:hi],
            )
        )  # fmt: skip
    yield from made


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
