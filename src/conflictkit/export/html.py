"""A report as one self-contained web page: the article with its records marked, tables of the records, speakers and a timeline."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from operator import attrgetter
from string import Template
from typing import Any, Literal, NamedTuple

from conflictkit._errors import InputTypeError
from conflictkit._models import HAPPENED, DatedEvent, DateExpression, Entity, NumericClaim, Quantity, Quote, Salience, Span, Toll
from conflictkit._report import Report
from conflictkit._speakers import Speaker
from conflictkit._timeline import Timeline, names
from conflictkit.export.picture import picture

Theme = Literal["auto", "light", "dark"]

SAFE = str.maketrans(
    {
        **{chr(code): chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},  # control pictures, as HTML has no NUL
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},  # lone surrogates have no UTF-8
        "\x7f": "\u2421",
        "\r": "&#13;",  # a bare one would be read as a line feed
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
    }
)
"""Every character becomes exactly one character of the page, so that offsets in the page are offsets in the text."""

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


class Column(NamedTuple):
    """One column of a table: heading, what stands in it, and its look ("more": only shown with the record)."""

    head: str
    cell: Callable[[Any], object]
    look: str = ""


CLAIM_COLUMNS = (
    Column("measure", lambda c: c.measure.replace("_", " ")),
    Column("as written", lambda c: c.quantity.span),
    Column("low", lambda c: c.quantity.low, "figure"),
    Column("best", lambda c: c.quantity.best, "figure"),
    Column("high", lambda c: c.quantity.high, "figure"),
    Column("source", lambda c: _name(c.source) if c.source else None),
    Column("stance", lambda c: c.stance),
    Column("factuality", lambda c: c.factuality if c.factuality not in HAPPENED else None),
    Column("when", lambda c: c.when and _when(c.when)),
    Column("bound", lambda c: c.quantity.bound, "more"),
    Column("unit", lambda c: c.quantity.unit, "more"),
    Column("per", lambda c: c.quantity.per, "more"),
    Column("of", lambda c: c.quantity.of, "more"),
    Column("role", lambda c: c.role, "more"),
    Column("side", lambda c: c.side and c.side.name, "more"),
    Column("inflicted by", lambda c: c.inflicted_by and c.inflicted_by.name, "more"),
    Column("place", lambda c: c.place and c.place.name, "more"),
    Column("via", lambda c: c.via and c.via.name, "more"),
    Column("rule", lambda c: c.rule, "more"),
)
NUMBER_COLUMNS = (
    Column("as written", lambda q: q.span),
    Column("low", lambda q: q.low, "figure"),
    Column("best", lambda q: q.best, "figure"),
    Column("high", lambda q: q.high, "figure"),
    Column("kind", lambda q: q.kind),
    Column("unit", lambda q: q.unit),
    Column("bound", lambda q: q.bound, "more"),
    Column("per", lambda q: q.per, "more"),
    Column("of", lambda q: q.of, "more"),
    Column("rule", lambda q: q.rule, "more"),
)
QUOTE_COLUMNS = (
    Column("source", lambda q: _name(q.source)),
    Column("stance", lambda q: q.stance),
    Column("kind", lambda q: q.kind),
    Column("words", lambda q: " … ".join(span.text for span in q.content)),
    Column("cue", lambda q: q.cue, "more"),
    Column("written as", lambda q: q.source and q.source.mention, "more"),
    Column("via", lambda q: q.via and q.via.name, "more"),
    Column("speaker is", lambda q: q.source and ", ".join(_about(q.source)), "more"),
    Column("rule", lambda q: q.rule, "more"),
)
EVENT_COLUMNS = (
    Column("when", lambda e: _days(e.first, e.last) or (e.when and e.when.timex_value)),
    Column("trigger", lambda e: e.trigger),
    Column("type", lambda e: " / ".join(filter(None, (e.kind, e.mode)))),
    Column("actor", lambda e: e.actor and e.actor.name),
    Column("target", lambda e: e.target and e.target.name),
    Column("place", lambda e: e.place and e.place.name),
    Column("means", lambda e: e.means, "more"),
    Column("factuality", lambda e: e.factuality),
    Column("source", lambda e: e.source and _name(e.source), "more"),
    Column("date from", lambda e: e.date_source, "more"),
    Column("precision", lambda e: e.date_precision, "more"),
    Column("rule", lambda e: e.rule, "more"),
)
DATE_COLUMNS = (
    Column("as written", lambda d: d.span),
    Column("value", lambda d: d.timex_value),
    Column("days", lambda d: _days(d.first, d.last)),
    Column("type", lambda d: d.timex_type),
    Column("grain", lambda d: d.grain),
    Column("modifier", lambda d: d.mod, "more"),
    Column("relative", lambda d: d.relative or None, "more"),
    Column("rule", lambda d: d.rule, "more"),
)


def to_html(report: Report, *, title: str | None = None, theme: Theme = "auto") -> str:
    """The page as text; see :meth:`Report.to_html`."""
    if theme not in ("auto", "light", "dark"):
        raise InputTypeError(f"theme must be auto, light or dark, not {theme!r}")
    claimed = {claim.quantity for claim in report.claims}
    loose = tuple(quantity for quantity in report.quantities if quantity not in claimed)
    shown: tuple[tuple[Kind, Sequence[Any], Sequence[Column]], ...] = (
        (CLAIMS, report.claims, CLAIM_COLUMNS),
        (QUOTES, report.quotes, QUOTE_COLUMNS),
        (EVENTS, report.events, EVENT_COLUMNS),
        (DATES, report.dates, DATE_COLUMNS),
        (NUMBERS, loose, NUMBER_COLUMNS),
    )
    dated = report.timeline()
    style, script = _part("page.css"), _part("page.js")
    title = title or "News report"
    return Template(_part("page.html")).substitute(
        language=_safe(report.language),
        theme="" if theme == "auto" else f' data-theme="{_safe(theme)}"',
        title=_safe(title),
        facts=f"Published {_day(report.published)}" if report.published else "Day of publication not given: relative dates stay unresolved",
        legend="".join(_switch(kind, len(records)) for kind, records, _ in shown if records),
        article="".join(_article(report.text, [mark for kind, records, _ in shown for mark in _marks(kind, records)])),
        speakers="".join(_speakers(report)),
        incidents="".join(_incidents(report)),
        timeline="".join(_timeline(dated, report)),
        picture="".join(_drawn(dated)),
        tables="".join(_table(kind, records, columns) for kind, records, columns in shown if records),
        spoken="".join(line for kind, records, columns in shown for line in _spoken(kind, records, columns)),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def notebook_html(report: Report) -> str:
    """The page in a frame of its own, so that neither its style nor the article's text can touch the notebook."""
    page = _safe(to_html(report))
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
        yield _piece(_safe(text[start:end]), start, end, sorted(active, key=lambda mark: (mark.end - mark.start, mark.id)))
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
    return f'<label class="switch {kind.name}"><input type="checkbox" id="show-{kind.name}" value="{kind.letter}" checked> <span>{kind.title}</span> {count}</label>'


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
    return f'<details class="records {kind.name}" id="{kind.name}s" data-one="{kind.one}"{is_open}><summary><h2>{kind.title} <small>{len(records)}</small></h2></summary>{switch}<div class="wide">{table}</div></details>'


def _spoken(kind: Kind, records: Sequence[Any], columns: Sequence[Column]) -> Iterator[str]:
    """Each record as a sentence for those who hear the page: the fields that its table shows at first."""
    for n, record in enumerate(records, 1):
        fields = ((column.head, _shown(column.cell(record))) for column in columns if column.look != "more")
        yield f'<p id="say-{kind.letter}{n}">{kind.one}: {_safe(", ".join(f"{head} {words}" for head, words in fields if words))}</p>'


def _cell(column: Column, value: object, *, head: bool, link: str) -> str:
    words = _safe(_shown(value))
    inner = f"<bdi>{words}</bdi>" if words else "–"
    look = f"{column.look} none" if not words else column.look
    label = f'data-label="{column.head}"'
    if head:
        return f'<th role="rowheader" scope="row" class="{look}" {label}>{_linked(inner, link)}</th>'
    return f'<td role="cell" class="{look}" {label}>{inner}</td>'


def _linked(inner: str, link: str) -> str:
    return f'<a href="{link}">{inner}</a>' if link else inner


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case Span():
            return " ".join(value.text.split())
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".") if 0.01 <= abs(value) < 1e15 else f"{value:.4g}"  # noqa: PLR2004
        case _:
            return " ".join(str(value).split())


def _speakers(report: Report) -> Iterator[str]:
    """Each speaker once, in order of first words, with what was said as links into the text; last the quotes without a speaker."""
    numbers = {quote: n for n, quote in enumerate(report.quotes, 1)}
    groups = [(speaker.name, ", ".join(_about(speaker)), speaker.quotes) for speaker in report.speakers if speaker.quotes]
    unknown = tuple(quote for quote in report.quotes if quote.source is None or quote.source.name is None)
    if unknown:
        groups.append(("no speaker found", "", unknown))
    if not groups:
        return
    yield f'<section id="speakers"><h2>Speakers <small>{len(groups) - bool(unknown)}</small></h2><ul>'
    for name, about, quotes in groups:
        yield f"<li><b><bdi>{_safe(name)}</bdi></b> <small><bdi>{_safe(about)}</bdi></small><ol>"
        for quote in quotes:
            words = f"<i>{_safe(quote.stance)}</i> <bdi>{_safe(_shown(' … '.join(span.text for span in quote.content)))}</bdi>"
            yield f"<li>{_linked(words, f'#at-q{numbers[quote]}' if _spans(quote) else '')}</li>"
        yield "</ol></li>"
    yield "</ul></section>"


def _incidents(report: Report) -> Iterator[str]:
    """Each incident as a card: what, when, where, who, whom, how many; its mentions are links into the text, marked there while the pointer
    is on the card. What the report is about comes first."""
    if not report.incidents:
        return
    events = {event: n for n, event in enumerate(report.events, 1)}
    claims = {claim: n for n, claim in enumerate(report.claims, 1)}
    yield f'<section id="incidents"><h2>Incidents <small>{len(report.incidents)}</small></h2><ul>'
    for incident in sorted(report.incidents, key=lambda one: one.salience is Salience.BACKGROUND):
        ids = [*(f"e{events[event]}" for event in incident.events), *(f"c{claims[claim]}" for claim in incident.claims)]
        what = incident.sub_event_type or "/".join(filter(None, (incident.kind, incident.mode)))
        when = _days(incident.first, incident.last) or "no date"
        yield f'<li class="incident {incident.salience} {incident.factuality}" data-marks="{" ".join(ids)}"><h3>{_safe(what)}</h3><dl>'
        fields = (
            ("when", when),
            ("where", ", ".join((incident.place.name, *incident.place.within)) if incident.place else None),
            ("who", names(incident.actors)),
            ("whom", names(incident.targets)),
            ("with", incident.means),
            *((str(toll.measure).replace("_", " "), _span_of(toll)) for toll in incident.tolls),
        )
        yield from (f"<div><dt>{_safe(name)}</dt><dd><bdi>{_safe(_shown(value))}</bdi></dd></div>" for name, value in fields if value)
        told = (_linked(_safe(_shown(event.trigger)), f"#at-e{events[event]}" if _spans(event) else "") for event in incident.events)
        yield f'<div><dt>told by</dt><dd>{", ".join(f"<bdi>{link}</bdi>" for link in told) or "–"}</dd></div></dl></li>'
    yield "</ul></section>"


def _span_of(toll: Toll) -> str:
    """A toll as its best figure, or from the least to the most."""
    if toll.low is not None and toll.low == toll.high:
        return _shown(toll.low)
    ends = "–".join((_shown(toll.low) or "?", _shown(toll.high) or "?"))
    return f"{_shown(toll.best)} ({ends})" if toll.best is not None else ends


def _timeline(timeline: Timeline, report: Report) -> Iterator[str]:
    """The entries, earliest first, each mention a link into the text."""
    if not timeline.entries:
        return
    numbers = {event: n for n, event in enumerate(report.events, 1)}
    days = attrgetter("first", "last")
    yield '<section id="timeline"><h2>Timeline</h2><dl>'
    for (first, last), entries in groupby(sorted(timeline.entries, key=days), key=days):
        told = [(entry, event) for entry in entries for event in entry.mentions]
        links = (_linked(_safe(_shown(event.trigger)), f"#at-e{numbers[event]}" if _spans(event) else "") for _, event in told)
        words = ", ".join(f'<bdi class="{entry.factuality}">{link}</bdi>' for (entry, _), link in zip(told, links, strict=True))
        yield f"<dt>{_days(first, last)}</dt><dd>{words}</dd>"
    yield "</dl></section>"


def _drawn(timeline: Timeline) -> Iterator[str]:
    """The same entries as a picture; its look is the page's."""
    if timeline.entries:
        yield '<details class="records" id="picture"><summary><h2>Timeline as a picture</h2></summary><div class="wide">'
        yield from picture(timeline.entries, "Timeline", style="")
        yield "</div></details>"


def _name(source: Entity | None) -> str:
    if source is None:
        return "no speaker found"
    return source.name or (f"“{source.mention.text}”, not resolved" if source.mention else "not resolved")


def _about(source: Entity | Speaker) -> Iterator[str]:
    if source.role:
        yield source.role
    yield source.kind
    if source.anonymous:
        yield "unnamed"


def _when(when: DateExpression) -> str:
    return _days(when.first, when.last) or when.timex_value or when.span.text


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None or first == last:
        return str(first or last or "")
    return f"{first} to {last}"


def _day(day: dt.date) -> str:
    return f'<time datetime="{day}">{day.day} {MONTHS[day.month - 1]} {day.year}</time>'


def _safe(text: str) -> str:
    return str(text).translate(SAFE)


@cache
def _part(name: str) -> str:
    return files("conflictkit.export").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
