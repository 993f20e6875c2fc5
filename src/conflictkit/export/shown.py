"""What a reader is shown of each record, column by column, and any text as text of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from conflictkit._models import HAPPENED, DateExpression, Entity, Incident, Span, Toll
from conflictkit._speakers import Speaker
from conflictkit._timeline import names

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
    Column("source", lambda c: name_of(c.source) if c.source else None),
    Column("stance", lambda c: c.stance),
    Column("factuality", lambda c: c.factuality if c.factuality not in HAPPENED else None),
    Column("when", lambda c: c.when and when_of(c.when)),
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
    Column("source", lambda q: name_of(q.source)),
    Column("stance", lambda q: q.stance),
    Column("kind", lambda q: q.kind),
    Column("words", lambda q: " … ".join(span.text for span in q.content)),
    Column("cue", lambda q: q.cue, "more"),
    Column("written as", lambda q: q.source and q.source.mention, "more"),
    Column("via", lambda q: q.via and q.via.name, "more"),
    Column("speaker is", lambda q: q.source and ", ".join(about(q.source)), "more"),
    Column("rule", lambda q: q.rule, "more"),
)
EVENT_COLUMNS = (
    Column("when", lambda e: days_of(e.first, e.last) or (e.when and e.when.timex_value)),
    Column("trigger", lambda e: e.trigger),
    Column("type", lambda e: " / ".join(filter(None, (e.kind, e.mode)))),
    Column("actor", lambda e: e.actor and e.actor.name),
    Column("target", lambda e: e.target and e.target.name),
    Column("place", lambda e: e.place and e.place.name),
    Column("means", lambda e: e.means, "more"),
    Column("factuality", lambda e: e.factuality),
    Column("source", lambda e: e.source and name_of(e.source), "more"),
    Column("date from", lambda e: e.date_source, "more"),
    Column("precision", lambda e: e.date_precision, "more"),
    Column("rule", lambda e: e.rule, "more"),
)
INCIDENT_COLUMNS = (
    Column("what", lambda i: what_of(i)),
    Column("when", lambda i: days_of(i.first, i.last) or "no date"),
    Column("where", lambda i: where_of(i)),
    Column("who", lambda i: names(i.actors)),
    Column("whom", lambda i: names(i.targets)),
    Column("with", lambda i: i.means),
    Column("tolls", lambda i: ", ".join(f"{measure_of(toll)} {figures_of(toll)}" for toll in i.tolls)),
    Column("factuality", lambda i: i.factuality),
    Column("told by", lambda i: ", ".join(shown(event.trigger) for event in i.events)),
)
DATE_COLUMNS = (
    Column("as written", lambda d: d.span),
    Column("value", lambda d: d.timex_value),
    Column("days", lambda d: days_of(d.first, d.last)),
    Column("type", lambda d: d.timex_type),
    Column("grain", lambda d: d.grain),
    Column("modifier", lambda d: d.mod, "more"),
    Column("relative", lambda d: d.relative or None, "more"),
    Column("rule", lambda d: d.rule, "more"),
)


def shown(value: object) -> str:
    """A cell in words: numbers with separators, spans and names in one line."""
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


def name_of(source: Entity | None) -> str:
    """Who is credited, or what is known of that."""
    if source is None:
        return "no speaker found"
    return source.name or (f"“{source.mention.text}”, not resolved" if source.mention else "not resolved")


def about(source: Entity | Speaker) -> Iterator[str]:
    """What is known of a source beside its name."""
    if source.role:
        yield source.role
    yield source.kind
    if source.anonymous:
        yield "unnamed"


def when_of(when: DateExpression) -> str:
    """The days of a date; unresolved its words."""
    return days_of(when.first, when.last) or when.timex_value or when.span.text


def days_of(first: dt.date | None, last: dt.date | None) -> str:
    """A day, or the first to the last."""
    if first is None or last is None or first == last:
        return str(first or last or "")
    return f"{first} to {last}"


def figures_of(toll: Toll) -> str:
    """A toll as its best figure, or from the least to the most."""
    if toll.low is not None and toll.low == toll.high:
        return shown(toll.low)
    ends = "–".join((shown(toll.low) or "?", shown(toll.high) or "?"))
    return f"{shown(toll.best)} ({ends})" if toll.best is not None else ends


def what_of(incident: Incident) -> str:
    """What happened: the ACLED type, else PLOVER's."""
    return incident.sub_event_type or "/".join(filter(None, (incident.kind, incident.mode)))


def where_of(incident: Incident) -> str | None:
    """The place with the larger ones around it."""
    return ", ".join((incident.place.name, *incident.place.within)) if incident.place else None


def measure_of(toll: Toll) -> str:
    """What a toll measures, in words."""
    return str(toll.measure).replace("_", " ")


def safe(text: str) -> str:
    """Any text as text of a page."""
    return str(text).translate(SAFE)
