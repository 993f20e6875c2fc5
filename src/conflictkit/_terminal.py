"""What the command shows a reader: tables that fit the terminal, progress, a tally."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, starmap
from operator import attrgetter
from pathlib import Path
from typing import TextIO
from unicodedata import combining, east_asian_width

from conflictkit._articles import Article, DayFrom, Document, Failure, NoArticle
from conflictkit._models import HAPPENED, ClaimRole, Incident, Measure, NumericClaim, Quote, Salience, Toll
from conflictkit._report import Report
from conflictkit._timeline import TimelineEntry
from conflictkit._tolls import COSTS
from conflictkit.export.compared import Compared

WIDTH = 88
"""Width of tables where no terminal shows them."""
NARROWEST = 3
PLACE = attrgetter("quantity.number.start", "quantity.span.start")
UNSHOWN = frozenset({Measure.AGE, Measure.DURATION, Measure.DISTANCE, Measure.AREA, Measure.MASS, Measure.RATIO, Measure.OTHER})
"""Measures of claims that are shown only among all: they tell of no toll, force or thing."""
PASSED_BY = frozenset({Measure.PEOPLE, Measure.TROOPS, Measure.STRUCTURES, Measure.SETTLEMENTS})
"""Whom and what a report names in passing."""
FEW = 3
"""Of those so many and fewer are mostly no claim to keep, if nothing befell them: "two officials said", "both sides"."""


def report_tables(report: Report, file: TextIO, *, everything: bool = False) -> Iterator[str]:
    """The report as readable tables: incidents and their tolls (where there are any), quotes, claims; ``everything`` shows the background, all claims and the timeline too."""
    width = width_of(file)
    told = report.incidents if everything else _core(report.incidents)
    if told:
        columns = ("date", "what", "place", "by whom", "to whom", *(["salience"] if everything else ()))
        rows = [(*_incident(incident), incident.salience)[: len(columns)] for incident in told]
        yield from table("INCIDENTS", columns, rows, width, of=len(report.incidents))
        tolls = [(incident, toll) for incident in told for toll in incident.tolls]
        yield from table("TOLLS", ("measure", "low/best/high", "where", "date", "who says so"), starmap(_toll, tolls), width) if tolls else ()
    yield from table("QUOTES", ("source", "stance", "kind", "words"), map(_quote, report.quotes), width)
    claims = report.claims if everything else _kept(report.claims)
    yield from table("CLAIMS", ("measure", "low/best/high", "as written", "source", "when", "factuality"), map(_claim, claims), width, of=len(report.claims))
    if everything:
        header = ("date", "date from", "trigger", "PLOVER", "factuality", "actor > target", "place")
        yield from table("TIMELINE", header, map(_entry, report.timeline().entries), width)


def _core(incidents: Sequence[Incident]) -> Sequence[Incident]:
    """What a report is about; all, where it is about nothing more than about the rest."""
    return [incident for incident in incidents if incident.salience is Salience.CORE] or incidents


def _kept(claims: Iterable[NumericClaim]) -> list[NumericClaim]:
    """The claims that a reader keeps: of tolls, forces and things, each said once; no ages, lengths, second units in brackets, few of whom nothing is told."""
    kept: dict[tuple[object, ...], list[NumericClaim]] = {}
    for claim in claims:
        if claim.measure in UNSHOWN or claim.quantity.rule == "gloss" or _is_passed_by(claim):
            continue
        q = claim.quantity
        same = kept.setdefault((claim.measure, q.low, q.best, q.high, q.noun.text.lower() if q.best == 1 and q.noun is not None else None), [])
        if not any(_says_again(claim, before) for before in same):
            same.append(claim)
    return sorted(chain.from_iterable(kept.values()), key=PLACE)


def _is_passed_by(claim: NumericClaim) -> bool:
    """Whether a claim counts few of whom nothing is told, or is "one of" those whose own number says what befell them."""
    q = claim.quantity
    least = q.best if q.best is not None else q.low
    if claim.role is ClaimRole.PART and q.best == 1:
        return claim.measure not in COSTS or q.of is not None
    return claim.measure in PASSED_BY and claim.trigger is None and (least is None or least <= FEW)


def _says_again(claim: NumericClaim, before: NumericClaim) -> bool:
    """Whether a claim tells a figure again that an earlier one tells: it names no other source, and there are no two days."""
    held = claim.factuality is before.factuality or {claim.factuality, before.factuality} <= HAPPENED
    voice = claim.source is None or before.source is not None and claim.source.name == before.source.name
    return held and voice and (claim.when is None or before.when is None or claim.when.timex_value == before.when.timex_value)


def _toll(incident: Incident, toll: Toll) -> Sequence[str]:
    days, _, place, *_ = _incident(incident)
    sources = dict.fromkeys(claim.source.name for claim in toll.claims if claim.source is not None and claim.source.name)
    return toll.measure, figures(toll.low, toll.best, toll.high), place, days, "; ".join(sources)


def _incident(incident: Incident) -> Sequence[str]:
    days = [day.isoformat() for day in (incident.first, incident.last) if day is not None]
    what = incident.sub_event_type or "/".join(filter(None, (incident.kind, incident.mode)))
    who = ["; ".join(_name(entity) for entity in entities) for entities in (incident.actors, incident.targets)]
    return "..".join(dict.fromkeys(days)), what, incident.place.name if incident.place else "", *who


def _quote(quote: Quote) -> Sequence[str]:
    return _name(quote.source), quote.stance, quote.kind, " ... ".join(span.text for span in quote.content)


def _claim(claim: NumericClaim) -> Sequence[str]:
    q = claim.quantity
    source, when = (_name(claim.source) if claim.source else ""), (claim.when.timex_value if claim.when else "")
    return claim.measure, figures(q.low, q.best, q.high), q.span.text, source, when, claim.factuality


def _entry(entry: TimelineEntry) -> Sequence[str]:
    what = "/".join(filter(None, (entry.kind, entry.mode)))
    who = " > ".join((entry.actor or "?", entry.target or "?")) if entry.actor or entry.target else ""
    return entry.days, entry.date_source, entry.mentions[0].trigger.text, what, entry.factuality, who, entry.place or ""


def compared_tables(groups: Iterable[Compared], file: TextIO) -> Iterator[str]:
    """Each thing that is told more than once, with a line for each figure; of the ids of reports what they have in common is left out."""
    for group in groups:
        title = f"{group.subject} [{group.verdict}]" if group.verdict else group.subject
        ids = without_folder([str(row["document"]) for row in group.rows])
        rows = [
            (row["measure"] or "", figures(row["low"], row["best"], row["high"]), row["source"] or "", row["date"] or "", row["text"] or "", name)
            for row, name in zip(group.rows, ids, strict=True)
        ]
        yield from table(title, ("measure", "low/best/high", "source", "date", "as written", "report"), rows, width_of(file))


def without_folder(names: Sequence[str]) -> list[str]:
    """The names without the folder that all of them stand in."""
    folders = [name.split("/")[:-1] for name in names]
    common = next((n for n, parts in enumerate(zip(*folders, strict=False)) if len(set(parts)) > 1), min(map(len, folders)))
    return ["/".join(name.split("/")[common:]) for name in names]


def table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]], width: int, *, of: int = 0) -> Iterator[str]:
    """A title with the number of rows (``of`` how many), and the rows in columns; what is too wide for ``width`` is cut in the widest columns."""
    lines = [[" ".join(cell.split()) for cell in row] for row in rows]
    yield f"{title} ({len(lines)} of {of}; --all shows all)" if of > len(lines) else f"{title} ({len(lines)})"
    if lines:
        widths = fitted([max(columns_of(line[n]) for line in (header, *lines)) for n in range(len(header))], width - 2 * len(header))
        for line in (header, *lines):
            yield "  " + "  ".join(_filled(cell, size) for cell, size in zip(line, widths, strict=True)).rstrip()
    yield ""


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """The widths, the widest of them made smaller until their sum is no more than ``room``; none below a readable one."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = max(widths)
        at = [n for n, width in enumerate(widths) if width == widest]
        below = max([width for width in widths if width < widest] + [NARROWEST])
        less = min(widest - below, -(-(sum(widths) - room) // len(at)))
        for n in at:
            widths[n] -= less
    return widths


def columns_of(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def width_of(file: TextIO) -> int:
    """The width of the terminal that shows the file, or that of ``COLUMNS``, or a page's."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    return shutil.get_terminal_size((WIDTH, 24)).columns if file is sys.stdout and file.isatty() else WIDTH


def figures(*numbers: float | None) -> str:
    """ "10/10/-", and "12" where all three are the same."""
    told = ["-" if x is None else f"{x:,}" if isinstance(x, int) else f"{x:,.4g}" for x in numbers]
    return told[0] if len(set(told)) == 1 else "/".join(told)


def _filled(cell: str, size: int) -> str:
    wide = columns_of(cell)
    if wide <= size:
        return cell + " " * (size - wide)
    while columns_of(cell) > size - 1:
        cell = cell[:-1]
    return f"{cell}…" + " " * (size - 1 - columns_of(cell))


def _name(source: object) -> str:
    return getattr(source, "name", None) or "?"


class Tally:
    """What came of a run's documents: failures and progress are told on standard error as they come, the sum at the end."""

    def __init__(self) -> None:
        self.read = 0
        self.failed = 0
        self.reused = 0
        self.records: Counter[str] = Counter()
        self._days: Counter[DayFrom] = Counter()
        self._other: Counter[str] = Counter()
        self._shown = 0.0
        self._live = sys.stderr.isatty()

    def watched(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents, counted by where their days come from."""
        for document in documents:
            if isinstance(document, Article):
                self._days[document.day_from] += 1
            yield document

    def step(self, result: object) -> None:
        """Count what came of one document."""
        if isinstance(result, Failure):
            self.failed += 1
            self._say(f"conflictkit: {result.id}: {result.reason}")
        elif isinstance(result, NoArticle):
            self._other[Path(result.name).suffix or Path(result.name).name] += 1
        else:
            self.read += 1
        if self._live and time.monotonic() - self._shown > 0.1:  # noqa: PLR2004
            print(f"\r\x1b[K{self.read + self.reused:,} documents", end="", file=sys.stderr, flush=True)
            self._shown = time.monotonic()

    def done(self) -> None:
        """Take the progress away."""
        if self._live and self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def counted(self, reports: Iterable[tuple[str, Report]]) -> Iterator[tuple[str, Report]]:
        """The reports, their records counted."""
        self.records.clear()
        for name, report in reports:
            for kind in ("incidents", "quotes", "claims", "events"):
                self.records[kind] += len(getattr(report, kind))
            yield name, report

    def __str__(self) -> str:
        parts = [f"{_some(self.read + self.reused, 'document')} read"]
        if self.reused:
            parts[0] += f" ({self.reused:,} of them in an earlier run)"
        if self.failed:
            parts.append(f"{self.failed:,} left out")
        parts += [_some(count, kind.removesuffix("s")) for kind, count in self.records.items()]
        days = [f"{self._days[source]:,} from {source}" for source in DayFrom if self._days[source] and source is not DayFrom.NOWHERE]
        if self._days[DayFrom.NOWHERE]:
            days.append(f"{self._days[DayFrom.NOWHERE]:,} not known, so that relative dates stay open there")
        other = ", ".join(f"{suffix} {count:,}" for suffix, count in sorted(self._other.items()))
        sums = ", ".join(parts)
        return "; ".join(filter(None, (sums, f"days of publication: {', '.join(days)}" if days else "", f"files of other kinds left alone: {other}" if other else "")))

    def _say(self, line: str) -> None:
        self.done()
        print(line, file=sys.stderr)


def _some(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
