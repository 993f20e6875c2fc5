"""Events as records in the form of PLOVER (openeventdata/PLOVER, manual draft 2.0), with its own field names."""

from __future__ import annotations

from typing import Any

from conflictkit._models import DatedEvent, DateSource, Entity, EventKind, Factuality
from conflictkit._report import Report

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
    """One record for each event that has a PLOVER type, in text order.

    Fields that a text alone cannot give (actor codes, coordinates, contexts, coder) are left out. ``date`` and ``enddate`` are ISO days,
    None when unresolved; ``mode`` lists the mode and, for what did not happen, the auxiliary mode. ``id`` is ``prefix`` and a number.
    A date that is merely the day of publication is said so in ``comment``, and so is a claim with its source.
    """
    typed = [event for event in report.events if event.kind is not None]
    return [_record(report, event, event.kind, f"{prefix}{n}") for n, event in enumerate(typed, 1) if event.kind is not None]


def _record(report: Report, event: DatedEvent, kind: EventKind, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "has_event": True,
        "date": event.first.isoformat() if event.first else None,
        "enddate": event.last.isoformat() if event.last else None,
        "actor": _entity(event.actor),
        "recipient": _entity(event.target),
        "event": kind.value,
        "event_loc": {"extracted_place": event.place.name} if event.place else None,
        "event_text": event.trigger.text,
        "quad_code": QUADS[kind],
        "mode": [mode for mode in (event.mode, AUXILIARY.get(event.factuality)) if mode],
        "text_info": {"start": event.trigger.start, "end": event.trigger.end},
        "comment": _comment(event) or None,
    }


def _entity(who: Entity | None) -> list[dict[str, str]]:
    return [{"entity_text": who.mention.text if who.mention else who.name or ""}] if who else []


def _comment(event: DatedEvent) -> str:
    claimed = f"claimed by {event.source.name if event.source and event.source.name else 'an unnamed source'}"
    return "; ".join(
        note
        for note, holds in (
            ("dated by publication", event.date_source is DateSource.PUBLICATION),
            (claimed, event.factuality is Factuality.CLAIMED),
        )
        if holds
    )
