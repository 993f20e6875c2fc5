"""A report in brat's standoff format: the lines of the ``.ann`` file beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conflictkit._models import DateSource, Entity, Span
from conflictkit._report import Report

BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def to_brat(report: Report) -> str:
    """The ``.ann`` file for a ``.txt`` file that holds ``report.text``; offsets are code points.

    Text-bound annotations (T): Quote, Cue, Entity, Date, Claim, Place, Actor, Target and each event's trigger by its PLOVER type. Events (E)
    with their actor, target, place and date; relations (R) ``Said`` from a source to its quote and ``Credited`` from a source to its claim;
    attributes (A) for kind, stance, measure, bound and factuality; a note (#) with the value of a date or number. A span over several lines,
    and a split quote, is a discontinuous annotation, as brat wants it.
    """
    return _Lines().of(report)


class _Lines:
    """The lines as they come, with brat's counters; the same place under the same name is one annotation."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.made: dict[tuple[str, tuple[tuple[int, int], ...]], str] = {}
        self.counts: dict[str, int] = {}

    def of(self, report: Report) -> str:
        dates = {}
        for date in report.dates:
            dates[date] = self.bound("Date", [date.span])
            self.note(dates[date], date.timex_value)
        for quote in report.quotes:
            place = self.bound("Quote", quote.content)
            self.attribute("Kind", place, quote.kind)
            self.attribute("Stance", place, quote.stance)
            if quote.cue:
                self.bound("Cue", [quote.cue])
            self.relation("Said", quote.source, place)
        for claim in report.claims:
            q = claim.quantity
            place = self.bound("Claim", [q.span])
            self.attribute("Measure", place, claim.measure)
            self.attribute("Bound", place, q.bound)
            self.note(place, "/".join("-" if figure is None else str(figure) for figure in (q.low, q.best, q.high)))
            self.relation("Credited", claim.source, place)
        for event in report.events:
            kind = event.kind or "OTHER"
            parts = {"Actor": event.actor, "Target": event.target, "Place": event.place}
            arguments = [f"{name}:{self.bound(name, [who.mention])}" for name, who in parts.items() if who and who.mention]
            if event.when in dates and event.date_source is DateSource.TEXT:
                arguments.append(f"When:{dates[event.when]}")
            name = self.line("E", " ".join([f"{kind}:{self.bound(kind, [event.trigger])}", *arguments]))
            self.attribute("Factuality", name, event.factuality)
        return "".join(self.lines)

    def line(self, letter: str, rest: str) -> str:
        self.counts[letter] = self.counts.get(letter, 0) + 1
        name = f"{letter}{self.counts[letter]}"
        self.lines.append(f"{name}\t{rest}\n")
        return name

    def bound(self, kind: str, spans: Iterable[Span]) -> str:
        pieces = [piece for span in spans for piece in _pieces(span)]
        key = (kind, tuple((start, end) for start, end, _ in pieces))
        if key not in self.made:
            places = ";".join(f"{start} {end}" for start, end, _ in pieces)
            self.made[key] = self.line("T", f"{kind} {places}\t{' '.join(text for _, _, text in pieces)}")
        return self.made[key]

    def attribute(self, name: str, of: str, value: str) -> None:
        self.line("A", f"{name} {of} {value}")

    def relation(self, name: str, source: Entity | None, to: str) -> None:
        if source is not None and source.mention is not None:
            who = self.bound("Source", [source.mention])
            self.line("R", f"{name} Arg1:{who} Arg2:{to}")
            if source.name is not None:
                self.note(who, " ".join(source.name.split()))

    def note(self, of: str, text: str) -> None:
        if text:
            self.line("#", f"AnnotatorNotes {of}\t{text}")


def _pieces(span: Span) -> list[tuple[int, int, str]]:
    """The parts of a span that stand on one line each."""
    pieces, start = [], 0
    for gap in BREAK.finditer(span.text):
        pieces.append((start, gap.start()))
        start = gap.end()
    pieces.append((start, len(span.text)))
    return [(span.start + a, span.start + b, span.text[a:b].replace("\t", " ")) for a, b in pieces if a < b]
