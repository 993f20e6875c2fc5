"""The corpus of dated events, and what must hold for any text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from conflictkit._models import DatedEvent
from conflictkit._pipeline import parse_events

CORPUS = Path(__file__).parent / "corpus" / "events.md"


def blocks() -> list[tuple[str, dt.date | None, list[str]]]:
    found: list[tuple[str, dt.date | None, list[str]]] = []
    for block in CORPUS.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if not lines or not lines[0].startswith("text: "):
            continue
        published = next((dt.date.fromisoformat(line[11:]) for line in lines if line.startswith("published: ")), None)
        found.append((lines[0][6:], published, [line[2:] for line in lines if line.startswith("- ") and line != "- none"]))
    return found


def line(event: DatedEvent) -> str:
    kind = "/".join(filter(None, (event.kind, event.mode))) or "-"
    days = f"{event.first}..{event.last}" if event.first else "-"
    return (
        f"{event.trigger.text} | {kind} | {event.when.span.text if event.when else '-'} | {days} | {event.date_source} | {event.factuality}"
    )


@pytest.mark.parametrize(("text", "published", "expected"), blocks())
def test_corpus(text: str, published: dt.date | None, expected: list[str]) -> None:
    assert [line(event) for event in parse_events(text, published)] == expected


def test_participants() -> None:
    (event,) = parse_events("The bridge in Kherson was destroyed by Ukrainian forces on 3 May 2024.")
    assert event.actor is not None and event.actor.name == "Ukrainian forces"
    assert event.date_precision == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two NLA rebels fled. The rebels killed two guards.", "NLA rebels"),
        ("Norland said GRD rebels fought NLA rebels. The rebels killed two guards.", "rebels"),
        ("Suspected rebels fled. The rebels killed two guards.", "rebels"),
    ],
)
def test_a_side_keeps_the_one_name_it_was_told_by(text: str, name: str) -> None:
    killed = next(event for event in parse_events(text) if event.trigger.text == "killed")
    assert killed.actor is not None
    assert killed.actor.name == name


def test_without_publication_nothing_is_dated_by_it() -> None:
    (event,) = parse_events("Rebels ambushed a patrol.")
    assert event.first is None and event.date_precision is None


@pytest.mark.parametrize(
    ("text", "actor", "target", "place"),
    [
        ("In support of the army, rebel fighters attacked a village near Goma on 3 May 2024.", "rebel fighters", "village", "Goma"),
        ("In Guatemala, students attacked the police on 3 May 2024.", "students", "police", "Guatemala"),
        ("They moved to Zaire after a war in which rebels toppled the government in 1997.", "rebels", "government", None),
        ("Police named the soldiers who killed Ana Ruiz on 3 May 2024.", "soldiers", "Ana Ruiz", None),
        ("The court sentenced President Ivo Marr on 3 May 2024.", "court", "Ivo Marr", None),
        ("However, an Argentine judge jailed twelve officers on 3 May 2024.", "Argentine judge", "twelve officers", None),
        ("Hundreds of people stoned the police on 3 May 2024.", "people", "police", None),
        ("Rebels attacked army vehicles in 2024.", "Rebels", "army vehicles", None),
        ("Air defence shot down 14 Shahed attack drones in 2024.", "Air defence", "14 Shahed attack drones", None),
        ("Gunmen attacked civilians in the Marran ambassador's residence in 2024.", "Gunmen", "civilians", "residence"),
    ],
)
def test_who_did_what_to_whom(text: str, actor: str | None, target: str | None, place: str | None) -> None:
    event = next(event for event in parse_events(text) if event.kind)
    found = [who and who.name for who in (event.actor, event.target, event.place)]
    assert found == [actor, target, place]


@pytest.mark.parametrize(("break_", "day"), [(" ", dt.date(2015, 12, 12)), ("\n", dt.date(2025, 11, 7))])
def test_a_date_of_long_ago_is_not_carried_into_another_paragraph(break_: str, day: dt.date) -> None:
    text = f"The war ended with an agreement on 12 December 2015.{break_}Gunmen shelled the port."
    event = next(event for event in parse_events(text, dt.date(2025, 11, 7)) if event.trigger.text == "shelled")
    assert event.first == day


PAGE_OF_DAYS = """Overview
The week was calm.

Monday, 4 March
Two farmers were abducted near Kessa.

Thursday, 7 March
Gunmen raided a market in Falu. One guard was wounded in the attack.

Outlook
Convoys were suspended.
"""


def test_a_date_on_a_line_of_its_own_dates_its_section() -> None:
    days = {event.trigger.text: event.first for event in parse_events(PAGE_OF_DAYS, dt.date(2024, 3, 11))}
    monday, thursday = dt.date(2024, 3, 4), dt.date(2024, 3, 7)
    assert days == {"abducted": monday, "raided": thursday, "wounded": thursday, "attack": thursday, "suspended": None}


def test_one_day_alone_on_a_line_is_that_of_the_page() -> None:
    text = PAGE_OF_DAYS.replace("Thursday, 7 March", "Monday, 4 March")
    assert next(event for event in parse_events(text, dt.date(2024, 3, 11)) if event.trigger.text == "abducted").first != dt.date(2024, 3, 4)


def test_a_letterhead_is_no_lead() -> None:
    text = "Ministry of Defence\n\nPress release\n\nJets hit a depot near Brod\n\nJets struck a depot near Brod today."
    events = [(event.trigger.text, event.first) for event in parse_events(text, dt.date(2024, 3, 11))]
    assert events == [("hit", dt.date(2024, 3, 11)), ("struck", dt.date(2024, 3, 11))]


LIVE_PAGE = """14:32 GMT
Army says two soldiers killed near Brod

The army says two soldiers were killed.

11:24 GMT
What happened yesterday

Gunmen raided a market in Falu. One guard was wounded.
"""


def test_the_hours_of_a_live_page_are_headings() -> None:
    days = [(event.trigger.text, event.first) for event in parse_events(LIVE_PAGE, dt.date(2024, 3, 11))]
    today, yesterday = dt.date(2024, 3, 11), dt.date(2024, 3, 10)
    assert days == [("killed", today), ("killed", today), ("happened", yesterday), ("raided", yesterday), ("wounded", yesterday)]


def test_a_heading_in_capitals_tells_nothing() -> None:
    told = [event.trigger.text for event in parse_events("A raid hit Brod.\n\nRUMOURS OF ATTACK\n\nSix men fled.", None)]
    assert told == ["raid", "hit", "fled"]
