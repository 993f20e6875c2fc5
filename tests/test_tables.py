"""Flat tables: the same columns, in the same order, with the same types, whatever holds them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import conflictkit as ck
from conflictkit.export import tables

DAY = dt.date(2025, 11, 7)
TEXT = (
    "“We hold the bridge,” Governor Ana Ruiz said on Monday, “and the road.” She said about 12 soldiers were killed. "
    "The army lost 14 of 16 tanks last week. Officials denied that 30 people were missing."
)
KINDS = tuple(tables.COLUMNS)


@pytest.fixture(scope="module")
def report() -> ck.Report:
    return ck.parse(TEXT, published=DAY)


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_every_column_in_order(report: ck.Report, kind: Any) -> None:
    rows = report.to_records(kind)
    assert rows or kind == "incidents"
    names = [column.name for column in tables.columns(kind)]
    assert all(list(row) == names for row in rows)
    for column in tables.columns(kind):
        cells = [row[column.name] for row in rows]
        kinds = (int, float) if column.type is float else (column.type,)
        assert all(cell is None or type(cell) in kinds for cell in cells), column.name
        assert column.about


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("speakers", "quotes", "incidents")])
def test_rows_are_the_records(report: ck.Report, kind: Any) -> None:
    rows = report.to_records(kind)
    assert len(rows) == len(getattr(report, kind))
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text" if "text" in row else "trigger"]


def test_a_claim_in_a_row(report: ck.Report) -> None:
    row = next(row for row in report.to_records("claims") if row["of"])
    assert (row["best"], row["of"], row["role"], row["unit"]) == (14, 16, "part", "tank")
    assert row["published"] == DAY


def test_speakers_are_counted_once(report: ck.Report) -> None:
    rows = {row["source"]: row for row in report.to_records("speakers")}
    assert len(rows) == len(report.to_records("speakers"))
    assert sum(row["quotes"] for row in rows.values()) == len([q for q in report.quotes if q.source and q.source.name])
    assert sum(row["claims"] for row in rows.values()) == len([c for c in report.claims if c.source and c.source.name])


def test_many_reports_stand_in_one_table(report: ck.Report) -> None:
    one = len(report.dates)
    for many, ids in [({"a": report, "b": report}, "ab"), ([report, report], "01"), ([("x", report), ("y", report)], "xy")]:
        rows = tables.to_records(many, "dates")
        assert [row["document"] for row in rows] == [ids[0]] * one + [ids[1]] * one
    assert report.to_records("dates")[0]["document"] is None
    assert tables.to_records([], "dates") == []


def test_what_is_no_table_is_refused(report: ck.Report) -> None:
    with pytest.raises(ck.InputTypeError, match="no table 'verbs'; there are: incidents, quotes, claims"):
        report.to_records("verbs")  # type: ignore[arg-type]
    with pytest.raises(ck.InputTypeError, match="one Report or many, not str"):
        tables.to_records("report", "dates")  # type: ignore[arg-type]
    with pytest.raises(ck.InputTypeError, match="item 1 of the reports"):
        tables.to_records([report, 5], "dates")  # type: ignore[list-item]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_typed_tables_hold_the_same(report: ck.Report, library: str, kind: Any) -> None:
    module = pytest.importorskip(library, reason=f"{library} is not installed")
    many = {"a": report, "b": ck.parse("It rained."), "c": report}
    rows = tables.to_records(many, kind)
    table: Any
    if library == "pandas":
        table, empty = tables.to_pandas(many, kind), tables.to_pandas([], kind)
        held = [{k: None if module.isna(v) else v.date() if isinstance(v, module.Timestamp) else v for k, v in row.items()} for row in table.to_dict("records")]
        assert list(empty.dtypes) == list(table.dtypes)
    elif library == "polars":
        table, empty = tables.to_polars(many, kind), tables.to_polars([], kind)
        held = table.to_dicts()
        assert empty.schema == table.schema
    else:
        table, empty = tables.to_arrow(many, kind), tables.to_arrow([], kind)
        held = table.to_pylist()
        assert empty.schema == table.schema == tables.arrow_schema(kind)
    assert held == rows


def test_lone_surrogates_are_replaced_where_utf8_is_needed() -> None:
    assert tables.valid("a\ud800é\udc00") == "a\ufffdé\ufffd"
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    span = ck.Span(0, 2, "5\ud800")
    held = ck.Report("5\ud800", None, "en", quantities=(ck.Quantity(span, span, 5, 5, 5, ck.Bound.EXACT, None, None),))
    assert tables.to_arrow(held, "quantities").to_pylist()[0]["text"] == "5\ufffd"


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, report: ck.Report) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ck.MissingExtraError, match=r"pip install 'conflictkit\[pandas\]'"):
        tables.to_pandas(report, "dates")


def test_names_are_there_without_a_check(report: ck.Report) -> None:
    assert [quote.source_name for quote in report.quotes][:1] == ["Ana Ruiz"]
    assert all(claim.source_name == (claim.source.name if claim.source else None) for claim in report.claims)
    assert all(event.place_name == (event.place.name if event.place else None) for event in report.events)


def test_a_report_gives_its_frame(report: ck.Report) -> None:
    pytest.importorskip("pandas")
    assert list(report.to_pandas("claims")["measure"]) == [claim.measure for claim in report.claims]
