"""A report as one self-contained web page: the article with its records marked, tables of the records, speakers and a timeline."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from operator import attrgetter
from string import Template
from typing import Any, Literal, NamedTuple

from conflictkit._errors import InputTypeError
from conflictkit._models import DatedEvent, DateExpression, NumericClaim, Quantity, Quote, Salience, Span
from conflictkit._report import KINDS, Report
from conflictkit._report import Kind as KindName
from conflictkit._timeline import Timeline
from conflictkit.export.picture import picture
from conflictkit.export.shown import (
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    EVENT_COLUMNS,
    INCIDENT_COLUMNS,
    NUMBER_COLUMNS,
    QUOTE_COLUMNS,
    Column,
    about,
    days_of,
    figures_of,
    measure_of,
    safe,
    shown,
)

Theme = Literal["auto", "light", "dark"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Kind(NamedTuple):
    """One kind of record on the page."""

    name: str
    one: str
    title: str
    letter: str


QUOTES = Kind("quote", "Quote", "Quotes", "q")
CLAIMS = Kind("claim", "Claim", "Claims", "c")
NUMBERS = Kind("number", "Number", "Other numbers", "n")
DATES = Kind("date", "Date", "Dates", "d")
EVENTS = Kind("event", "Event", "Events", "e")


class Mark(NamedTuple):
    """A stretch of the text that belongs to a record."""

    start: int
    end: int
    kind: Kind
    id: str
    style: str
    first: bool


def to_html(report: Report, *, title: str | None = None, theme: Theme = "auto", kinds: Iterable[KindName] | None = None, fragment: bool = False) -> str:
    """The page as text; see :meth:`Report.to_html`."""
    if theme not in ("auto", "light", "dark"):
        raise InputTypeError(f"theme must be auto, light or dark, not {theme!r}")
    parts = {
        "language": safe(report.language),
        "theme": "" if theme == "auto" else f' data-theme="{safe(theme)}"',
        "style": _part("page.css"),
        "parts": Template(_part("parts.html")).substitute(_parts(report, _wanted(kinds)), script=_part("page.js")),
    }
    if fragment:
        return Template(_part("fragment.html")).substitute(parts)
    return Template(_part("page.html")).substitute(
        parts,
        title=safe(title or "News report"),
        facts=f"Published {_day(report.published)}" if report.published else "Day of publication not given: relative dates stay unresolved",
        style_hash=_hash(parts["style"]),
        script_hash=_hash(_part("page.js")),
    )


def _wanted(kinds: Iterable[KindName] | None) -> frozenset[str]:
    """The kinds of records that are to be shown."""
    wanted = frozenset(KINDS if kinds is None else [kinds] if isinstance(kinds, str) else kinds)
    if not wanted <= set(KINDS):
        raise InputTypeError(f"no kind {min(wanted - set(KINDS))!r} of records; there are: {', '.join(KINDS)}")
    return wanted


def _parts(report: Report, wanted: frozenset[str]) -> dict[str, str]:
    """What stands on the page, of the kinds that are wanted."""
    claimed = {claim.quantity for claim in report.claims}
    loose = tuple(quantity for quantity in report.quantities if quantity not in claimed)
    known: tuple[tuple[str, Kind, Sequence[Any], Sequence[Column]], ...] = (
        ("claims", CLAIMS, report.claims, CLAIM_COLUMNS),
        ("quotes", QUOTES, report.quotes, QUOTE_COLUMNS),
        ("events", EVENTS, report.events, EVENT_COLUMNS),
        ("dates", DATES, report.dates, DATE_COLUMNS),
        ("quantities", NUMBERS, loose, NUMBER_COLUMNS),
    )
    tables = [(kind, records, columns) for name, kind, records, columns in known if name in wanted and records]
    numbers = {record: f"{kind.letter}{n}" for kind, records, _ in tables if kind is not NUMBERS for n, record in enumerate(records, 1)}
    dated = report.timeline() if "incidents" in wanted else Timeline(())
    return {
        "legend": "".join(_switch(kind, len(records)) for kind, records, _ in tables),
        "article": "".join(_article(report.text, [mark for kind, records, _ in tables for mark in _marks(kind, records)])),
        "speakers": "".join(_speakers(report, numbers)) if "speakers" in wanted else "",
        "incidents": "".join(_incidents(report, numbers)) if "incidents" in wanted else "",
        "timeline": "".join(_timeline(dated, numbers)),
        "picture": "".join(_drawn(dated)),
        "tables": "".join(_table(kind, records, columns) for kind, records, columns in tables),
        "spoken": "".join(line for kind, records, columns in tables for line in _spoken(kind, records, columns)),
    }


def notebook_html(report: Report) -> str:
    """The page in a frame of its own, so that neither its style nor the article's text can touch the notebook."""
    page = safe(to_html(report))
    return f'<iframe title="conflictkit report" sandbox="allow-scripts" srcdoc="{page}" style="width: 100%; height: 40em; border: 0; resize: vertical"></iframe>'


def _marks(kind: Kind, records: Iterable[Any]) -> Iterator[Mark]:
    for n, record in enumerate(records, 1):
        for order, span in enumerate(_spans(record)):
            yield Mark(span.start, span.end, kind, f"{kind.letter}{n}", _style(kind, record), first=order == 0)


def _spans(record: Quote | NumericClaim | Quantity | DateExpression | DatedEvent) -> tuple[Span, ...]:
    """Where a record is marked in the text; nowhere for one that was made without a text."""
    match record:
        case Quote():
            spans = record.content
        case NumericClaim():
            spans = (record.quantity.span,)
        case DatedEvent():
            spans = (record.trigger,)
        case _:
            spans = (record.span,)
    return tuple(span for span in spans if span.start < span.end)


def _style(kind: Kind, record: Any) -> str:
    return f"{kind.name} {record.kind}" if kind is QUOTES else kind.name


def _article(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    """The text cut at every line and wherever a mark begins or ends; each piece knows all records that cover it, the shortest first."""
    lines = [line.end() for line in LINE.finditer(text)]
    waiting = sorted(marks, key=lambda mark: -mark.start)
    cuts = sorted({0, *lines, *(min(at, len(text)) for mark in waiting for at in (mark.start, mark.end))})
    breaks = set(lines)
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        if start == 0 or start in breaks:
            yield '<p dir="auto">'
        yield _piece(safe(text[start:end]), start, end, sorted(active, key=lambda mark: (mark.end - mark.start, mark.id)))
        if end in breaks:
            yield "</p>"


def _piece(words: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """One piece: a link to its record where the record begins, else plain or a span."""
    if not marks:
        return words
    opened = [mark.id for mark in marks if mark.first and mark.start == start]
    numbers = [mark for mark in marks if mark.kind in (CLAIMS, NUMBERS)]
    joins = ["joins-before"] * any(mark.start < start for mark in numbers) + ["joins-after"] * any(mark.end > end for mark in numbers)
    looks = " ".join(dict.fromkeys([*(look for mark in marks for look in mark.style.split()), *joins]))
    ids = " ".join(dict.fromkeys(mark.id for mark in marks))
    if not opened:
        return f'<span class="{looks}" data-of="{ids}">{words}</span>'
    anchors = "".join(f'<i id="at-{name}"></i>' for name in opened)
    return f'{anchors}<a class="{looks}" data-of="{ids}" href="#{opened[0]}" aria-describedby="{" ".join(f"say-{name}" for name in opened)}">{words}</a>'


def _switch(kind: Kind, count: int) -> str:
    return f'<label class="switch {kind.name}"><input type="checkbox" id="ck-show-{kind.name}" value="{kind.letter}" checked> <span>{kind.title}</span> {count}</label>'


def _table(kind: Kind, records: Sequence[Any], columns: Sequence[Column]) -> str:
    """Every record a row with an id; its first cell leads back to its place in the text."""
    cells = [[column.cell(record) for column in columns] for record in records]
    kept = [n for n, column in enumerate(columns) if n == 0 or any(row[n] not in (None, "", ()) for row in cells)]
    heads = "".join(f'<th role="columnheader" scope="col" class="{columns[n].look}">{columns[n].head}</th>' for n in kept)
    more = any(columns[n].look == "more" for n in kept)
    switch = '<label class="all"><input type="checkbox"> every field</label>' if more else ""
    rows = "".join(
        f'<tr role="row" id="{kind.letter}{number}">{"".join(_cell(columns[n], row[n], head=n == 0, link=f"#at-{kind.letter}{number}" if _spans(record) else "") for n in kept)}</tr>'
        for number, (record, row) in enumerate(zip(records, cells, strict=True), 1)
    )
    table = f'<table role="table" aria-label="{kind.title}"><thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    is_open = " open" if kind is CLAIMS else ""
    return f'<details class="records {kind.name}" id="ck-{kind.name}s" data-one="{kind.one}"{is_open}><summary><h2>{kind.title} <small>{len(records)}</small></h2></summary>{switch}<div class="wide">{table}</div></details>'


def _spoken(kind: Kind, records: Sequence[Any], columns: Sequence[Column]) -> Iterator[str]:
    """Each record as a sentence for those who hear the page: the fields that its table shows at first."""
    for n, record in enumerate(records, 1):
        fields = ((column.head, shown(column.cell(record))) for column in columns if column.look != "more")
        yield f'<p id="say-{kind.letter}{n}">{kind.one}: {safe(", ".join(f"{head} {words}" for head, words in fields if words))}</p>'


def _cell(column: Column, value: object, *, head: bool, link: str) -> str:
    words = safe(shown(value))
    inner = f"<bdi>{words}</bdi>" if words else "–"
    look = f"{column.look} none" if not words else column.look
    label = f'data-label="{column.head}"'
    if head:
        return f'<th role="rowheader" scope="row" class="{look}" {label}>{_linked(inner, link)}</th>'
    return f'<td role="cell" class="{look}" {label}>{inner}</td>'


def _linked(inner: str, link: str) -> str:
    return f'<a href="{link}">{inner}</a>' if link else inner


def _place(record: Any, numbers: dict[Any, str]) -> str:
    """The link to a record's place in the text, where it is marked there."""
    return f"#at-{numbers[record]}" if record in numbers and _spans(record) else ""


def _speakers(report: Report, numbers: dict[Any, str]) -> Iterator[str]:
    """Each speaker once, in order of first words, with what was said as links into the text; last the quotes without a speaker."""
    groups = [(speaker.name, ", ".join(about(speaker)), speaker.quotes) for speaker in report.speakers if speaker.quotes]
    unknown = tuple(quote for quote in report.quotes if quote.source is None or quote.source.name is None)
    if unknown:
        groups.append(("no speaker found", "", unknown))
    if not groups:
        return
    yield f'<section id="ck-speakers"><h2>Speakers <small>{len(groups) - bool(unknown)}</small></h2><ul>'
    for name, more, quotes in groups:
        yield f"<li><b><bdi>{safe(name)}</bdi></b> <small><bdi>{safe(more)}</bdi></small><ol>"
        for quote in quotes:
            words = f"<i>{safe(quote.stance)}</i> <bdi>{safe(shown(' … '.join(span.text for span in quote.content)))}</bdi>"
            yield f"<li>{_linked(words, _place(quote, numbers))}</li>"
        yield "</ol></li>"
    yield "</ul></section>"


def _incidents(report: Report, numbers: dict[Any, str]) -> Iterator[str]:
    """Each incident as a card: what, when, where, who, whom, how many; its mentions are links into the text, marked there while the pointer
    is on the card. What the report is about comes first."""
    if not report.incidents:
        return
    what, *fields = (column for column in INCIDENT_COLUMNS if column.head not in ("tolls", "factuality", "told by"))
    yield f'<section id="ck-incidents"><h2>Incidents <small>{len(report.incidents)}</small></h2><ul>'
    for incident in sorted(report.incidents, key=lambda one: one.salience is Salience.BACKGROUND):
        marks = " ".join(numbers[record] for record in (*incident.events, *incident.claims) if record in numbers)
        yield f'<li class="incident {incident.salience} {incident.factuality}" data-marks="{marks}"><h3>{safe(shown(what.cell(incident)))}</h3><dl>'
        lines = [*((field.head, shown(field.cell(incident))) for field in fields), *((measure_of(toll), figures_of(toll)) for toll in incident.tolls)]
        yield from (f"<div><dt>{safe(head)}</dt><dd><bdi>{safe(words)}</bdi></dd></div>" for head, words in lines if words)
        told = ", ".join(f"<bdi>{_linked(safe(shown(event.trigger)), _place(event, numbers))}</bdi>" for event in incident.events)
        yield f"<div><dt>told by</dt><dd>{told or '–'}</dd></div></dl></li>"
    yield "</ul></section>"


def _timeline(timeline: Timeline, numbers: dict[Any, str]) -> Iterator[str]:
    """The entries, earliest first, each mention a link into the text."""
    if not timeline.entries:
        return
    days = attrgetter("first", "last")
    yield '<section id="ck-timeline"><h2>Timeline</h2><dl>'
    for (first, last), entries in groupby(sorted(timeline.entries, key=days), key=days):
        told = ((entry, event) for entry in entries for event in entry.mentions)
        words = ", ".join(f'<bdi class="{entry.factuality}">{_linked(safe(shown(event.trigger)), _place(event, numbers))}</bdi>' for entry, event in told)
        yield f"<dt>{days_of(first, last)}</dt><dd>{words}</dd>"
    yield "</dl></section>"


def _drawn(timeline: Timeline) -> Iterator[str]:
    """The same entries as a picture; its look is the page's."""
    if timeline.entries:
        yield '<details class="records" id="ck-picture"><summary><h2>Timeline as a picture</h2></summary><div class="wide" tabindex="0" role="region" aria-label="Timeline as a picture">'
        yield from picture(timeline.entries, "Timeline", style="")
        yield "</div></details>"


def _day(day: dt.date) -> str:
    return f'<time datetime="{day}">{day.day} {MONTHS[day.month - 1]} {day.year}</time>'


@cache
def _part(name: str) -> str:
    return files("conflictkit.export").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
