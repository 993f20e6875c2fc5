"""Incidents as rows with the columns of ACLED (Codebook 2024)."""

from __future__ import annotations

from typing import Any

from conflictkit._models import Factuality, Incident, Measure, Number
from conflictkit._report import Report
from conflictkit._timeline import names
from conflictkit._tolls import figure, toll_of

EVENT_TYPES: dict[str, str] = {
    sub_event: event
    for event, sub_events in {
        "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
        "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
        "Riots": ("Violent demonstration", "Mob violence"),
        "Explosions/Remote violence": (
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade",
        ),
        "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
        "Strategic developments": (
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        ),
    }.items()
    for sub_event in sub_events
}
"""ACLED sub-event type -> event type."""


def to_acled(report: Report) -> list[dict[str, Any]]:
    """One row for each incident that has an ACLED sub-event type, in text order.

    ``time_precision`` is ACLED's: 1 the day itself, 2 a week, 3 a month or longer; an incident that nothing dates has neither day nor
    precision. ``fatalities`` is the toll of the killed: the figure named, of a vague word its least (tens 10, dozens 12, hundreds 100), 0
    where none is told. Actors and places are the words of the text, not ACLED's names.
    """
    return [_row(incident) for incident in report.incidents if incident.sub_event_type in EVENT_TYPES]


def _row(incident: Incident) -> dict[str, Any]:
    place = incident.place
    return {
        "event_date": incident.first.isoformat() if incident.first else None,
        "time_precision": {1: 1, 2: 2, 3: 2}.get(incident.date_precision or 0, 3) if incident.first else None,
        "event_type": EVENT_TYPES[incident.sub_event_type or ""],
        "sub_event_type": incident.sub_event_type,
        "actor1": names(incident.actors),
        "actor2": names(incident.targets),
        "admin1": place.within[0] if place and place.within else None,
        "location": place.name if place else None,
        "source": _sources(incident),
        "notes": _notes(incident),
        "fatalities": fatalities(incident) or 0,
    }


def fatalities(incident: Incident) -> Number | None:
    """How many were killed, by ACLED's policy; None where nothing is told."""
    return figure(toll_of(incident, Measure.KILLED))


def _sources(incident: Incident) -> str | None:
    """Who tells of it, where it stands in reported words."""
    told = [source.name for source in (*(event.source for event in incident.events), *(claim.source for claim in incident.claims)) if source is not None and source.name]
    return "; ".join(dict.fromkeys(told)) or None


def _notes(incident: Incident) -> str:
    """The words that tell of it, and what a reader must know of the row."""
    words = ", ".join(dict.fromkeys(event.trigger.text for event in incident.events))
    notes = [str(incident.salience), *(["claimed"] if incident.factuality is Factuality.CLAIMED else [])]
    return f"{words} ({'; '.join(notes)})" if words else f"({'; '.join(notes)})"
