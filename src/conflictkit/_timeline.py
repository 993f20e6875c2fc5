"""The incidents of a report in order of time; as plain text and as a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from conflictkit._models import DatedEvent, DateSource, Entity, EventKind, Factuality, Incident, Salience, Toll
from conflictkit._views import view


@frozen
class TimelineEntry:
    """One incident of a timeline with every place where the report tells of it."""

    kind: EventKind | None
    """PLOVER event type."""
    mode: str | None
    first: dt.date
    """First day of the interval, inclusive."""
    last: dt.date
    date_precision: int
    """UCDP GED: 1 exact day ... 5 longer than a month."""
    date_source: DateSource
    """Where the day comes from: of the mention that gives it."""
    factuality: Factuality
    """Asserted if any mention is."""
    actor: str | None
    target: str | None
    place: str | None
    mentions: tuple[DatedEvent, ...]
    """In text order, never empty."""
    incident: Incident = field(repr=False)
    """The whole record: type, tolls, claims."""

    def __str__(self) -> str:
        return f"{self.days}  {self.label}"

    @property
    def days(self) -> str:
        """The day, or the first and the last: "2024-10-01", "2024-10-01..2024-10-31"."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def label(self) -> str:
        """What happened, in one line: "Armed clash, Russian troops > the town, in Vuhledar, 12 killed (claimed)"."""
        return label_of(self.incident, self)


@frozen
class Timeline:
    """Entries by date; of equal first days the most precise first, then in text order."""

    entries: tuple[TimelineEntry, ...]
    undated: tuple[Incident, ...] = ()
    """What the text gives no day, in text order."""

    def __str__(self) -> str:
        """One line an entry, then what has no date."""
        return "\n".join((*map(str, self.entries), *(f"no date     {label_of(incident, None)}" for incident in self.undated)))

    def to_svg(self, title: str = "Timeline") -> str:
        """The entries as a self-contained SVG picture, readable on light and dark pages, with a title and a description for those who
        do not see it. A dot is a day, a bar a longer interval; what is not asserted is hollow."""
        return str(view("picture")(self, title))

    def to_vega(self, title: str = "Timeline") -> dict[str, Any]:
        """The same as a Vega-Lite dictionary, which JupyterLab and VS Code draw and Altair takes."""
        chart: dict[str, Any] = view("timeline chart")(self, title)
        return chart

    def _repr_html_(self) -> str:
        return str(view("table of a timeline")(self))


def make_timeline(incidents: tuple[Incident, ...]) -> Timeline:
    """The timeline of the incidents of a report that an event tells of."""
    incidents = tuple(one for one in incidents if one.events)
    entries = [_entry(one, one.first, one.last, one.date_precision) for one in incidents if one.first and one.last and one.date_precision]
    order = {id(incident): n for n, incident in enumerate(incidents)}
    entries.sort(key=lambda entry: (entry.first, entry.date_precision, order[id(entry.incident)]))
    return Timeline(tuple(entries), tuple(one for one in incidents if one.first is None or one.last is None))


def _entry(incident: Incident, first: dt.date, last: dt.date, precision: int) -> TimelineEntry:
    source = next((event.date_source for event in incident.events if (event.first, event.last) == (first, last)), DateSource.INHERITED)
    return TimelineEntry(
        incident.kind,
        incident.mode,
        first,
        last,
        precision,
        source,
        incident.factuality,
        names(incident.actors),
        names(incident.targets),
        incident.place.name if incident.place else None,
        incident.events,
        incident,
    )


def label_of(incident: Incident, entry: TimelineEntry | None) -> str:
    """An incident in one line."""
    what = incident.sub_event_type or "/".join(filter(None, (incident.kind, incident.mode)))
    trigger = incident.events[0].trigger.text if incident.events else ""
    actor, target, place = names(incident.actors), names(incident.targets), incident.place.name if incident.place else None
    who = " > ".join((actor or "?", target or "?")) if actor or target else ""
    line = ", ".join(filter(None, (": ".join(filter(None, (what, trigger))), who, place and f"in {place}", *_figures(incident.tolls))))
    notes = (
        "" if incident.factuality is Factuality.ASSERTED else str(incident.factuality),
        "background" if incident.salience is Salience.BACKGROUND else "",
        "dated by publication" if entry is not None and entry.date_source is DateSource.PUBLICATION else "",
    )
    said = ", ".join(filter(None, notes))
    return " ".join(f"{line} ({said})".split()) if said else " ".join(line.split())


def _figures(tolls: Iterable[Toll]) -> Iterator[str]:
    """The tolls in words: "12 killed", "12 to 120 wounded"."""
    for toll in tolls:
        figure = f"{toll.best:,}" if toll.best is not None else " to ".join(f"{end:,}" for end in (toll.low, toll.high) if end is not None)
        yield f"{figure} {str(toll.measure).replace('_', ' ')}"


def names(entities: tuple[Entity, ...]) -> str | None:
    """The names of some entities, joined by semicolons; None where none has one."""
    return "; ".join(who.name for who in entities if who.name) or None
