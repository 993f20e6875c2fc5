"""What notebooks show: records, timelines and comparisons as tables, tolls and timelines as charts."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import conflictkit as ck
from conflictkit import _views
from conflictkit.export import VIEWS
from conflictkit.export.notebook import MOST
from conflictkit.export.vega import MIME

ROOT = Path(__file__).parents[1]


def told(name: str, day: int, count: str) -> ck.Report:
    text = f"A bomb at the Marek bus station in Tamir killed {count} people on Monday, governor Ana Ruiz said."
    return ck.parse(text, published=dt.date(2025, 11, day), id=name)


REPORTS = [told("radio", 4, "12"), told("paper", 4, "20"), told("weekly", 6, "at least 25")]


@pytest.fixture(scope="module")
def strikes() -> ck.Report:
    return ck.parse((ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8"), published=dt.date(2025, 11, 7))


class Table(HTMLParser):
    """The rows of tables, and the names of all elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1][-1] += data


def table(shown: object) -> list[list[str]]:
    """The rows of what a notebook shows, the head first."""
    read = Table(shown._repr_html_())  # type: ignore[attr-defined]
    assert read.names <= {"table", "thead", "tbody", "tr", "th", "td", "bdi", "p"}
    return read.rows


# --- tables ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["quotes", "claims", "events", "dates", "quantities", "incidents", "speakers"])
def test_records_of_a_report_are_a_table(strikes: ck.Report, kind: str) -> None:
    records = getattr(strikes, kind)
    assert isinstance(records, tuple)
    assert len(table(records)) == len(records) + 1
    assert len(table(records[:2])) == 3
    assert getattr(ck.parse("", id="x"), kind)._repr_html_() == "<p>no records</p>"


def test_a_claim_in_a_table() -> None:
    head, row = table(ck.parse_claims("Ana Ruiz said at least 12 people were killed."))
    assert dict(zip(head, row, strict=True)) == {
        "measure": "killed", "as written": "at least 12 people", "low": "12", "best": "12", "source": "Ana Ruiz", "stance": "said",
    }  # fmt: skip


def test_a_tuple_of_records_is_a_tuple(strikes: ck.Report) -> None:
    plain = tuple(strikes.claims)
    assert type(plain) is tuple
    assert strikes.claims == plain
    assert hash(strikes.claims) == hash(plain)
    assert repr(strikes.claims) == repr(plain)
    assert ck.Records(plain) == plain
    assert ck.Records.__module__ == "conflictkit"
    for copied in (pickle.loads(pickle.dumps(strikes)), ck.from_json(ck.to_json(strikes)), evolve(strikes, claims=plain)):
        assert copied == strikes
        assert copied.claims._repr_html_() == strikes.claims._repr_html_()  # type: ignore[attr-defined]


def test_what_is_no_table_is_shown_as_a_tuple(strikes: ck.Report) -> None:
    assert ck.Records([*strikes.claims, *strikes.quotes])._repr_html_() is None
    assert ck.Records([1, 2])._repr_html_() is None


def test_a_timeline_is_a_table_with_what_has_no_date(strikes: ck.Report) -> None:
    assert [row[0] for row in table(strikes.timeline())] == ["when", "2025-11-03", "2025-11-04"]
    undated = ck.parse("Rebels shelled the town of Lipa, killing 12 people.").timeline()
    assert not undated.entries
    assert "without a date" in undated._repr_html_()
    assert table(undated)[1][0] == "Shelling/artillery/missile attack"


def test_a_comparison_is_a_table() -> None:
    head, row = table(ck.compare(REPORTS))
    cells = dict(zip(head, row, strict=True))
    assert cells["reports"] == "3"
    assert cells["conflict"].startswith("killed: 12 (radio), 20 (paper)")
    assert "25 (25–?) (weekly)" in cells["grew"]
    assert ck.compare(REPORTS[:1])._repr_html_() == "<p>no incident that two reports tell</p>"
    assert table(ck.compare_claims(REPORTS))[1][-1] == "agree"  # one voice, or a toll that grew


def test_nothing_of_a_text_is_markup() -> None:
    report = ck.parse("The <script>alert(1)</script> “<b>ministry</b>” said 12 <i>people</i> were killed in <img src=x onerror=y>Lipa.")
    for shown in (report.quotes, report.claims, report.events, report.quantities, report.incidents, report.speakers, report.timeline()):
        table(shown)


def test_a_long_table_is_cut() -> None:
    records = ck.parse_quantities("They lost 12 tanks. " * (MOST + 5))
    assert len(table(records)) == MOST + 1
    assert records._repr_html_().endswith("<p>and 5 more</p>")  # type: ignore[attr-defined]


def test_every_view_is_made_by_a_function_that_is_there() -> None:
    assert all(callable(_views.view(name)) for name in VIEWS)


# --- charts ---------------------------------------------------------------------------------------------------------------


def charts(strikes: ck.Report) -> dict[str, Any]:
    (shared,) = ck.compare(REPORTS).incidents
    return {"timeline": strikes.timeline().to_vega(), "incident": shared.to_vega(), "claims": ck.compare_claims(REPORTS)[0].to_vega("Tamir"), "empty": ck.parse("").timeline().to_vega()}


def test_a_timeline_as_a_chart(strikes: ck.Report) -> None:
    chart = strikes.timeline().to_vega("Odesa")
    rows = chart["data"]["values"]
    assert chart["title"] == "Odesa"
    assert [(row["first"], row["end"], row["long"], row["asserted"]) for row in rows] == [
        ("2025-11-03T00:00:00Z", "2025-11-03T00:00:00Z", False, False),
        ("2025-11-04T00:00:00Z", "2025-11-04T00:00:00Z", False, True),
    ]
    siege = ck.parse("The army has besieged the town of Lipa since August.", published=dt.date(2025, 11, 7)).timeline()
    assert [row[0] for row in table(siege)] == ["when", "2025-08-01 to 2025-11-07"]
    assert [row["long"] for row in siege.to_vega()["data"]["values"]] == [True]


def test_the_tolls_of_an_incident_by_source() -> None:
    (shared,) = ck.compare(REPORTS).incidents
    rows = shared.to_vega()["data"]["values"]
    assert [(row["day"][:10], row["source"], row["figure"], row["bound"], row["report"]) for row in rows] == [
        ("2025-11-04", "Ana Ruiz", 12, "as told", "radio"),
        ("2025-11-04", "Ana Ruiz", 20, "as told", "paper"),
        ("2025-11-06", "Ana Ruiz", 25, "at least", "weekly"),
    ]
    assert shared.to_vega(ck.Measure.WOUNDED)["data"]["values"] == []


@pytest.mark.parametrize("name", ["timeline", "incident", "claims", "empty"])
def test_a_chart_is_plain_data_that_notebooks_draw(strikes: ck.Report, name: str) -> None:
    chart = charts(strikes)[name]
    assert json.loads(json.dumps(chart, allow_nan=False)) == chart
    assert chart._repr_mimebundle_()[MIME] == chart


@pytest.mark.parametrize("name", ["timeline", "incident", "claims", "empty"])
def test_altair_takes_a_chart(strikes: ck.Report, name: str) -> None:
    altair = pytest.importorskip("altair")
    assert altair.Chart.from_dict(charts(strikes)[name]).to_dict()["layer"]
