"""The timeline of a report, its picture, and the exports of events."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictkit import Report, parse
from conflictkit.export.acled import EVENT_TYPES, to_acled
from conflictkit.export.plover import QUADS, to_plover
from conflictkit.export.timeml import to_timeml

ROOT = Path(__file__).parent.parent
PUBLISHED = dt.date(2025, 11, 7)
SVG = "{http://www.w3.org/2000/svg}"

TWICE = "Rebels attacked Goma on 3 May 2024. The attack on Goma killed 12 people. In June 2024, police arrested two men in Bukavu."


def report(text: str) -> Report:
    return parse(text, published=PUBLISHED)


def test_an_incident_told_twice_is_one_entry_with_all_its_mentions() -> None:
    attack, *_ = report(TWICE).timeline().entries
    assert [mention.trigger.text for mention in attack.mentions] == ["attacked", "attack", "killed"]
    assert (attack.first, attack.date_precision, attack.target) == (dt.date(2024, 5, 3), 1, "12 people")
    assert attack.incident in report(TWICE).incidents


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Goma on 3 May 2024. Rebels attacked Goma on 4 May 2024.",
        "Rebels attacked Goma on 3 May 2024. A bomb exploded in Bukavu on 5 May 2024.",
    ],
    ids=["other day", "other place"],
)
def test_different_incidents_stay_apart(text: str) -> None:
    assert [len(entry.mentions) for entry in report(text).timeline().entries] == [1, 1]


def test_what_did_not_happen_is_in_no_timeline() -> None:
    assert not report("The army did not attack Goma on 3 May 2024. Rebels could attack Goma in 2027.").timeline().entries


def test_most_precise_first() -> None:
    text = "Troops left Goma in May 2024. Rebels attacked Bukavu on 1 May 2024."
    assert [entry.date_precision for entry in report(text).timeline().entries] == [1, 4]


def test_a_timeline_says_what_it_cannot_date() -> None:
    timeline = parse("Rebels shelled the port of Brod on Monday, killing 12 people.").timeline()
    assert not timeline.entries
    assert str(timeline).startswith("no date     Shelling/artillery/missile attack: shelled, Rebels > ")


def test_picture_is_xml_with_title_and_description_for_both_themes() -> None:
    picture = report(TWICE).timeline().to_svg("War & peace")
    root = ET.fromstring(picture)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "War & peace"
    assert "2024-05-03" in (root.findtext(f"{SVG}desc") or "")
    assert "prefers-color-scheme" in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_picture_of_the_guide_is_the_one_made() -> None:
    made = report((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8")).timeline().to_svg("Strikes on Odesa")
    assert (ROOT / "docs" / "guide" / "strikes-timeline.svg").read_text(encoding="utf-8") == made


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_gives_xml(filler: str) -> None:
    read = report(f"Rebels attacked {filler} on 3 May 2024. {filler}")
    ET.fromstring(read.timeline().to_svg(filler).encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    ET.fromstring(to_timeml(read).partition("\n")[2])


def test_plover() -> None:
    first, second = to_plover(report("Rebels shelled Goma on 3 May 2024. The UN will send food in May 2026."), prefix="x")
    assert first == {
        "id": "x1",
        "has_event": True,
        "date": "2024-05-03",
        "enddate": "2024-05-03",
        "actor": [{"entity_text": "Rebels"}],
        "recipient": [{"entity_text": "Goma"}],
        "event": "ASSAULT",
        "event_loc": {"extracted_place": "Goma"},
        "event_text": "shelled",
        "quad_code": 4,
        "mode": ["heavy-weapons"],
        "text_info": {"start": 7, "end": 14},
        "size": None,
        "comment": None,
    }
    assert (second["event"], second["mode"], second["enddate"]) == ("AGREE", ["future"], "2026-05-31")
    assert len(QUADS) == 16


def test_acled_rows_only_of_what_happened() -> None:
    (row,) = to_acled(report("Rebels shelled Goma in May 2024, killing dozens. The army could attack Goma in 2027."))
    assert row["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (row["event_date"], row["time_precision"], row["actor1"], row["location"], row["fatalities"]) == ("2024-05-01", 3, "Rebels", "Goma", 12)
    assert set(EVENT_TYPES.values()) == {
        "Battles",
        "Explosions/Remote violence",
        "Protests",
        "Riots",
        "Strategic developments",
        "Violence against civilians",
    }


def test_timeml_keeps_the_text_and_links_events_to_dates() -> None:
    text = "Rebels attacked Goma on 3 May 2024. <The army> did not attack Tirsa & waited."
    root = ET.fromstring(to_timeml(report(text)).partition("\n")[2])
    body = root.find("TEXT")
    assert body is not None and "".join(body.itertext()) == text
    links = {link.get("eventInstanceID"): link.get("relatedToTime") for link in root.iter("TLINK")}
    assert links["ei1"] == "t1"
    assert "NEG" in {made.get("polarity") for made in root.iter("MAKEINSTANCE")}
