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
