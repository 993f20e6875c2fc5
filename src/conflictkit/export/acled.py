"""Events as rows with the columns of ACLED (Codebook 2024)."""

from __future__ import annotations

from typing import Any

from conflictkit._models import HAPPENED, DatedEvent, Factuality
from conflictkit._report import Report

BATTLE, PROTEST, RIOT, REMOTE, CIVILIANS, STRATEGIC = (
    "Battles",
    "Protests",
    "Riots",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Strategic developments",
)
SUB_EVENTS: dict[tuple[str, str | None], tuple[str, str]] = {
    ("ASSAULT", None): (BATTLE, "Armed clash"),
    ("ASSAULT", "abduct"): (CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "aerial"): (REMOTE, "Air/drone strike"),
    ("ASSAULT", "beat"): (CIVILIANS, "Attack"),
    ("ASSAULT", "crowd-control"): (PROTEST, "Protest with intervention"),
    ("ASSAULT", "destroy"): (STRATEGIC, "Looting/property destruction"),
    ("ASSAULT", "drone"): (REMOTE, "Air/drone strike"),
    ("ASSAULT", "explosives"): (REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "firearms"): (BATTLE, "Armed clash"),
    ("ASSAULT", "heavy-weapons"): (REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "primitive"): (CIVILIANS, "Attack"),
    ("ASSAULT", "sexual"): (CIVILIANS, "Sexual violence"),
    ("ASSAULT", "suicide-attack"): (REMOTE, "Suicide bomb"),
    ("ASSAULT", "targeted"): (CIVILIANS, "Attack"),
    ("ASSAULT", "torture"): (CIVILIANS, "Attack"),
    ("ASSAULT", "unconventional"): (REMOTE, "Chemical weapon"),
    ("COERCE", "arrest"): (STRATEGIC, "Arrests"),
    ("COOPERATE", None): (STRATEGIC, "Agreement"),
    ("MOBILIZE", "militia"): (STRATEGIC, "Change to group/activity"),
    ("MOBILIZE", "troops"): (STRATEGIC, "Change to group/activity"),
    ("PROTEST", None): (PROTEST, "Peaceful protest"),
    ("PROTEST", "boycott"): (PROTEST, "Peaceful protest"),
    ("PROTEST", "demo"): (PROTEST, "Peaceful protest"),
    ("PROTEST", "hunger"): (PROTEST, "Peaceful protest"),
    ("PROTEST", "obstruct"): (PROTEST, "Peaceful protest"),
    ("PROTEST", "riot"): (RIOT, "Violent demonstration"),
    ("PROTEST", "strike"): (PROTEST, "Peaceful protest"),
    ("PROTEST", "vandalize"): (RIOT, "Violent demonstration"),
    ("RETREAT", "ceasefire"): (STRATEGIC, "Agreement"),
    ("RETREAT", "withdraw"): (STRATEGIC, "Non-violent transfer of territory"),
}
"""PLOVER type and mode -> ACLED event and sub-event type. What is not named here is no ACLED event (words, diplomacy, aid)."""

def to_acled(report: Report) -> list[dict[str, Any]]:
    """One row for each event that ACLED would code: of a type it has, dated, and said to have happened, in text order.

    ``time_precision`` is ACLED's: 1 the day itself, 2 a week, 3 a month or longer. ``fatalities`` is None: ACLED codes one conservative
    figure for an event, which one trigger does not give. Actors and places are the words of the text, not ACLED's names.
    """
    return [
        _row(event, *SUB_EVENTS[key])
        for event in report.events
        if (key := (str(event.kind), event.mode)) in SUB_EVENTS and event.first and event.factuality in HAPPENED
    ]


def _row(event: DatedEvent, event_type: str, sub_event_type: str) -> dict[str, Any]:
    assert event.first is not None
    claimed = event.source.name if event.factuality is Factuality.CLAIMED and event.source else None
    return {
        "event_date": event.first.isoformat(),
        "time_precision": {1: 1, 2: 2, 3: 2}.get(event.date_precision or 0, 3),
        "event_type": event_type,
        "sub_event_type": sub_event_type,
        "actor1": event.actor.name if event.actor else None,
        "actor2": event.target.name if event.target else None,
        "location": event.place.name if event.place else None,
        "source": claimed,
        "notes": f"{event.trigger.text} ({event.factuality}; date: {event.date_source})",
        "fatalities": None,
    }
