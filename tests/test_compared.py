"""What several reports say of the same things, as the command and the site show it."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from attrs import evolve

import conflictkit as ck
from conflictkit._terminal import compared_tables
from conflictkit.export import compared as module
from conflictkit.export.compared import COLUMNS, compared, of_incidents
from conflictkit.export.site import to_site

DAY = dt.date(2025, 11, 7)


def report(name: str, count: int) -> ck.Report:
    """A report with one incident and its toll."""
    read = ck.parse(f"A strike on Lipa on Monday killed {count} people, Ana Ruiz said.", published=DAY, id=name)
    claims = tuple(claim for claim in read.claims if claim.measure is ck.Measure.KILLED)
    toll = ck.Toll(ck.Measure.KILLED, count, count, count, claims)
    place = ck.Place(ck.Span(12, 16, "Lipa"), "Lipa")
    incident = ck.Incident(ck.EventKind.ASSAULT, None, "Shelling/artillery/missile attack", DAY, DAY, 1, place, tolls=(toll,), events=read.events[:1], claims=claims)
    return evolve(read, incidents=(incident,))


def joined(*reports: ck.Report, conflict: bool = True) -> ck.Comparison:
    told = [ck.ReportedToll(report.id or "", report.incidents[0].tolls[0], report.published) for report in reports]
    shared = ck.SharedIncident(tuple((report.id or "", report.incidents[0]) for report in reports), conflicts=((told[0], told[-1]),) if conflict else ())
    return ck.Comparison((shared,))


def test_an_incident_has_a_row_for_each_toll() -> None:
    reports = {"a": report("a", 12), "b": report("b", 19)}
    (group,) = of_incidents(joined(*reports.values()), reports)
    assert (group.subject, group.verdict, group.told_again) == ("Shelling/artillery/missile attack, Lipa, 2025-11-07", "conflict", True)
    assert [tuple(row) for row in group.rows] == [COLUMNS, COLUMNS]
    assert [(row["document"], row["best"], row["measure"], row["published"]) for row in group.rows] == [("a", 12, "killed", "2025-11-07"), ("b", 19, "killed", "2025-11-07")]


def test_an_incident_without_tolls_is_told_too() -> None:
    quiet = evolve(report("a", 12), incidents=(evolve(report("a", 12).incidents[0], tolls=(), sub_event_type=None),))
    (group,) = of_incidents(ck.Comparison((ck.SharedIncident((("a", quiet.incidents[0]), ("b", quiet.incidents[0]))),)), {"a": quiet, "b": quiet})
    assert (group.subject, group.verdict, group.told_again) == ("Assault, Lipa, 2025-11-07", "", True)
    assert [(row["document"], row["best"]) for row in group.rows] == [("a", None), ("b", None)]


def test_incidents_stand_before_claims_and_conflicts_before_agreements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [report("a", 12), report("b", 19)]
    monkeypatch.setattr(module, "compare", lambda _: joined(*reports))
    groups = compared([(item.id or "", item) for item in reports])
    assert groups[0].subject.startswith("Shelling")
    assert any(group.subject.startswith("Killed") for group in groups[1:])
    to_site(reports, tmp_path / "site")
    index = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert index.index("<h3><bdi>Shelling/artillery/missile attack, Lipa, 2025-11-07") < index.index("<h2>Reports")
    assert "<h3><bdi>Killed" not in index  # the incident has told it


def told(name: str, day: int, count: int) -> ck.Report:
    text = f"A bomb at the Marek bus station in Tamir killed {count} people on Monday, governor Ana Ruiz said."
    return ck.parse(text, published=dt.date(2025, 11, day), id=name)


@pytest.mark.parametrize(("day", "verdict"), [(4, "conflict"), (6, "grew")])
def test_incidents_of_several_reports_are_joined(day: int, verdict: str) -> None:
    reports = [told("news/radio", 4, 12), told("news/paper", day, 20)]
    first = compared([(item.id or "", item) for item in reports])[0]
    assert first.verdict == verdict
    assert [(row["document"], row["best"]) for row in first.rows] == [("news/radio", 12), ("news/paper", 20)]
    shown = "\n".join(compared_tables([first], io.StringIO()))
    assert f"[{verdict}]" in shown
    assert "radio" in shown and "news/" not in shown


def test_names_that_would_be_markup_are_text(tmp_path: Path) -> None:
    name = '<script>alert(1)</script>"\u202e'
    to_site([ck.parse("Governor <b>Ana</b> said 12 people were killed.", id=name, title="<img src=x>")], tmp_path / "site")
    index = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in index and "<img" not in index
    assert "&lt;img src=x&gt;" in index
