"""Who, whom and where of events, and by whom, whose and where of numbers: the corpus line by line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import conflictkit as ck
from tests.corpora import blocks

CORPUS = Path(__file__).parent / "corpus" / "facts.md"


def mention(who: ck.Entity | ck.Place | None) -> str:
    return "-" if who is None or who.mention is None else who.mention.text


def written(text: str) -> list[str]:
    """Events and numbers of a text as the corpus writes them."""
    report = ck.parse(text, published=dt.date(2025, 11, 7))
    events = [f"- {event.trigger.text} | {mention(event.actor)} | {mention(event.target)} | {mention(event.place)}" for event in report.events if event.kind]
    claims = [f"* {claim.quantity.number.text} | {mention(claim.inflicted_by)} | {mention(claim.side)} | {mention(claim.place)}" for claim in report.claims]
    return events + claims


@pytest.mark.parametrize(("text", "expected"), blocks(CORPUS))
def test_corpus(text: str, expected: list[str]) -> None:
    found = written(text)
    marks = {line[0] for line in expected}
    assert [line for line in found if line[0] in marks] == expected


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The gang shot its girlfriend.", ck.EntityKind.GROUP, ck.EntityKind.PERSON),
        ("Two rebel units attacked the homestead.", ck.EntityKind.MILITARY, ck.EntityKind.THING),
        ("We shot them.", ck.EntityKind.GROUP, ck.EntityKind.GROUP),
        ("I shot it.", ck.EntityKind.PERSON, ck.EntityKind.UNKNOWN),
        ("Thousands of villagers attacked our country.", ck.EntityKind.GROUP, ck.EntityKind.GOVERNMENT),
        ("Thousands stormed the police post.", ck.EntityKind.GROUP, ck.EntityKind.THING),
        ("An IED killed seven.", ck.EntityKind.THING, ck.EntityKind.GROUP),
        ("The rest of the gang destroyed seven.", ck.EntityKind.GROUP, ck.EntityKind.UNKNOWN),
        ("Guardsmen attacked a guerrilla column.", ck.EntityKind.GROUP, ck.EntityKind.MILITARY),
        ("Fulani attacked the people of Tavar Bridges.", ck.EntityKind.UNKNOWN, ck.EntityKind.GROUP),
        ("The guild killed Tavar Gelko.", ck.EntityKind.UNKNOWN, ck.EntityKind.PERSON),
        ("The guild destroyed Tavar Gelko.", ck.EntityKind.UNKNOWN, ck.EntityKind.UNKNOWN),
        ("14-year-old Tavar Pelletar bombed Lenz Village.", ck.EntityKind.PERSON, ck.EntityKind.THING),
    ],
)
def test_what_sort_of_thing_acts_and_suffers(text: str, actor: ck.EntityKind, target: ck.EntityKind) -> None:
    event = next(event for event in ck.parse(text).events if event.kind is ck.EventKind.ASSAULT)
    assert (event.actor and event.actor.kind, event.target and event.target.kind) == (actor, target)


MEANT = [
    ("Two men died in Brod on Monday. Rebels stormed the town.", "stormed", "Brod", ()),
    ("Two men died in north Brod on Monday. Rebels stormed the city.", "stormed", "Brod", ()),
    ("Traders met in Brod, west of Tamir. Rebels stormed the city.", "stormed", "Brod", ()),
    ("Two men died in the village of Ondo and the town of Brod. Rebels stormed the village.", "stormed", "Ondo", ()),
    ("Two men died in the province of Lenz and in Brod. Rebels attacked guards in the province.", "attacked", "Lenz", ()),
    ("Kadin, who works in Tamir, said shells hit the village of Brod. Rebels stormed the town.", "stormed", "Brod", ()),
    ("Syrian troops killed two rebels. The fighting in the war-torn country goes on.", "fighting", "Syria", ()),
    ("Two men died in Mali. French troops killed a rebel in the country.", "killed", "Mali", ()),
    ("A militia in Iraq praised it. Jordan arrested 12 men. Jordanian police killed a man in the country.", "killed", "Jordan", ()),
    ("French troops killed a rebel in another country.", "killed", "another country", ()),
    ("Shells hit Kabul. Rebels killed two men in the capital.", "killed", "Kabul", ()),
    ("Afghan rebels killed two men in the capital.", "killed", "capital", ("Afghanistan",)),
    ("Rebels killed two men in the Afghan capital.", "killed", "Kabul", ("Afghanistan",)),
    ("Rebels killed two men in an Afghan village.", "killed", "Afghan village", ("Afghanistan",)),
    ("Four helicopters were shot down in Honduran territory.", "shot", "Honduras", ()),
    ("Two men died in Kabul and in Sahl, the capital of the province of Lenz. Rebels killed a man in the provincial capital.", "killed", "Sahl", ()),
    ("Two men died at the Lenz Hospital in Tamir. Rockets hit the hospital.", "hit", "Lenz Hospital", ("Tamir",)),
    ("Two men died in Brod. Gunmen killed a boy at a school.", "killed", "school", ("Brod",)),
    ("Two men died in Brod. Gunmen killed a boy in their fields.", "killed", "fields", ()),
    ("Two men died near Brod. Gunmen killed a boy at a school.", "killed", "school", ()),
    ("A bomb killed a boy at a school before talks were to resume in Brod.", "killed", "school", ()),
    ("A bomb killed a boy at a school in the centre of the city. Two men died in Brod.", "killed", "school", ("city",)),
    ("Two men died in Brod. A bomb killed a boy at a school in the centre of the city.", "killed", "school", ("Brod",)),
    ("Two men died in Brod. Troops killed a rebel in the area.", "killed", "Brod", ()),
    ("Two men died in Norland. Rain fell. It was cold. It was late. Troops killed a rebel in the area.", "killed", "area", ()),
    ("Gunmen killed two men in restive northern Nigeria.", "killed", "Nigeria", ()),
    ("SOFIA, Oct 5 (Reuters) - The envoy of Colombia visited this country on Monday.", "visited", "Bulgaria", ()),
    ("SOFIA, Oct 5 (Reuters) - Two men died in Brod. Rebels attacked troops in this city.", "attacked", "Sofia", ()),
    ("Two men died in Hiroshima. Authorities in Nagasaki, the Japanese city hit by a bomb in 1945, met.", "hit", "Nagasaki", ()),
    ("US troops killed two rebels near the capital. Rebels fled from San Salvador.", "killed", "San Salvador", ()),
    ("Syrian troops killed two rebels. A Russia-backed militia attacked towns in the country.", "attacked", "Syria", ()),
    ("Gunmen killed two men at the al-Dhakra junction.", "killed", "al-Dhakra junction", ()),
    ("Gunmen killed two men in the 200 block of West 76th Street.", "killed", "West 76th Street", ()),
    ("Gunmen killed two men in Lenz District Court.", "killed", "Lenz District Court", ()),
    ("Gunmen killed two men in the Afghan capital Kabul.", "killed", "Kabul", ()),
    ("Gunmen killed two men in Lebanon's capital.", "killed", "Beirut", ("Lebanon",)),
    ("Gunmen killed two men in the Saltiv district of Brod.", "killed", "Saltiv", ("Brod",)),
    ("Gunmen killed two men in Saltiv village of Lenz county.", "killed", "Saltiv", ("Lenz",)),
    ("Gunmen killed two men in the Baghdad district of Saltiv.", "killed", "Saltiv", ("Baghdad",)),
    ("Gunmen killed two men in the Hawaiian island of Saltiv.", "killed", "Saltiv", ()),
    ("Gunmen killed two men in the Jewish Quarter of Brod.", "killed", "Jewish Quarter", ("Brod",)),
]


@pytest.mark.parametrize(("text", "trigger", "name", "within"), MEANT)
def test_a_described_place_is_that_which_is_meant(text: str, trigger: str, name: str, within: tuple[str, ...]) -> None:
    place = [event for event in ck.parse_events(text) if event.trigger.text == trigger][-1].place
    assert place is not None
    assert (place.name, place.within) == (name, within)


def test_an_act_that_a_name_tells_is_not_asked_for_its_own_place() -> None:
    text = "Residents said trade had dwindled since Operation Rescue, a farmers group, started a series of rallies in 1992 intended to shut down ports and harass local doctors."
    assert ck.parse(text).events
