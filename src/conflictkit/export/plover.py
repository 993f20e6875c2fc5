"""Incidents and events as records in the form of PLOVER (openeventdata/PLOVER, manual draft 2.0), with its own field names."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conflictkit._models import DatedEvent, DateSource, Entity, EventKind, Factuality, Incident, Measure, Place, Span
from conflictkit._report import Report
from conflictkit._tolls import figure, toll_of

QUADS: dict[EventKind, int] = {
    kind: number
    for number, kinds in enumerate(
        (
            (EventKind.AGREE, EventKind.CONSULT, EventKind.SUPPORT, EventKind.CONCEDE),
            (EventKind.COOPERATE, EventKind.AID, EventKind.RETREAT),
            (EventKind.REQUEST, EventKind.ACCUSE, EventKind.REJECT, EventKind.THREATEN),
            (EventKind.PROTEST, EventKind.SANCTION, EventKind.MOBILIZE, EventKind.COERCE, EventKind.ASSAULT),
        ),
        1,
    )
    for kind in kinds
}
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. The manual counts SANCTION among both kinds of
conflict; here it is material, as in its section and its summary table."""

AUXILIARY: dict[Factuality, str] = {
    Factuality.PLANNED: "future",
    Factuality.HYPOTHETICAL: "hypothetical",
    Factuality.NEGATED: "negation",
}
"""The manual's auxiliary modes of what did not happen."""


def to_plover(report: Report, *, prefix: str = "") -> list[dict[str, Any]]:
    """One record for each incident that has a PLOVER type, and one for each other typed event (words, plans, denials), in text order.

    Fields that a text alone cannot give (actor codes, coordinates, contexts, coder) are left out. ``date`` and ``enddate`` are ISO days,
    None when unresolved; ``mode`` lists the mode and, for what did not happen, the auxiliary mode; ``size`` the dead, injured and arrested
    that are told. ``id`` is ``prefix`` and a number. A claim with its source is said so in ``comment``.
    """
    held = {(event.trigger.start, event.first) for incident in report.incidents for event in incident.events}
    records: list[tuple[int, dict[str, Any]]] = []
    for incident in report.incidents:
        if incident.kind is not None and incident.events:
            records.append((incident.events[0].trigger.start, _incident(incident, incident.kind)))
    for event in report.events:
        if event.kind is not None and (event.trigger.start, event.first) not in held:
            records.append((event.trigger.start, _event(event, event.kind)))
    return [{"id": f"{prefix}{n}", **record} for n, (_, record) in enumerate(sorted(records, key=lambda pair: pair[0]), 1)]


def _incident(incident: Incident, kind: EventKind) -> dict[str, Any]:
    first = incident.events[0]
    size = {name: figure(toll_of(incident, measure)) for name, measure in SIZES.items()}
    return {
        **_record(kind, incident.mode, incident.first, incident.last, incident.actors, incident.targets, incident.place, first.trigger, incident.factuality),
        "size": {name: count for name, count in size.items() if count is not None} or None,
        "comment": _comment(incident.events) or None,
    }


def _event(event: DatedEvent, kind: EventKind) -> dict[str, Any]:
    actors, targets = ((who,) if who else () for who in (event.actor, event.target))
    return {
        **_record(kind, event.mode, event.first, event.last, actors, targets, event.place, event.trigger, event.factuality),
        "size": None,
        "comment": _comment((event,)) or None,
    }


def _record(
    kind: EventKind,
    mode: str | None,
    first: dt.date | None,
    last: dt.date | None,
    actors: tuple[Entity, ...],
    targets: tuple[Entity, ...],
    place: Place | None,
    trigger: Span,
    factuality: Factuality,
) -> dict[str, Any]:
    return {
        "has_event": True,
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last else None,
        "actor": _entities(actors),
        "recipient": _entities(targets),
        "event": kind.value,
        "event_loc": {"extracted_place": place.name} if place else None,
        "event_text": trigger.text,
        "quad_code": QUADS[kind],
        "mode": [name for name in (mode, AUXILIARY.get(factuality)) if name],
        "text_info": {"start": trigger.start, "end": trigger.end},
    }


SIZES = {"dead": Measure.KILLED, "injured": Measure.WOUNDED, "arrested": Measure.CAPTURED}
"""Field of PLOVER's size -> the measure of the toll."""


def _entities(entities: tuple[Entity, ...]) -> list[dict[str, str]]:
    return [{"entity_text": who.mention.text if who.mention else who.name or ""} for who in entities]


def _comment(events: tuple[DatedEvent, ...]) -> str:
    sources = dict.fromkeys(
        event.source.name if event.source and event.source.name else "an unnamed source" for event in events if event.factuality is Factuality.CLAIMED
    )
    dated = {event.date_source for event in events} == {DateSource.PUBLICATION}
    return "; ".join((*(["dated by publication"] if dated else []), *(f"claimed by {name}" for name in sources)))
