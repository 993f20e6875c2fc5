"""The evaluation package: adapters, profiles, comparison and commands, on records made by hand."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck
from evaluation import predict, scoreboard, specs
from evaluation.__main__ import main
from evaluation.adapters import dates_rows, quantities_rows, quotes_rows, report_rows
from evaluation.profiles import PROFILES
from evaluation.sets import SETS

TEXT = "Nearly 40 armed men left on Friday, Ivan Petrov said."


def span(part: str) -> ck.Span:
    start = TEXT.index(part)
    return ck.Span(start, start + len(part), part)


FRIDAY = ck.DateExpression(
    span("Friday"),
    ck.TimexType.DATE,
    "2025-11-07",
    first=dt.date(2025, 11, 7),
    last=dt.date(2025, 11, 7),
)
MEN = ck.Quantity(
    span("Nearly 40 armed men"),
    span("40"),
    None,
    40,
    40,
    ck.Bound.LESS_THAN,
    "man",
    span("men"),
)
PETROV = ck.Entity(span("Ivan Petrov"), "Ivan Petrov")
QUOTE = ck.Quote(
    (span("Nearly 40 armed men left on Friday"),),
    ck.QuoteKind.INDIRECT,
    span("said"),
    ck.Stance.SAID,
    PETROV,
)
CLAIM = ck.NumericClaim(MEN, ck.Measure.TROOPS, PETROV, ck.Stance.SAID, ck.Factuality.CLAIMED, FRIDAY)
EVENT = ck.DatedEvent(
    span("left"),
    ck.EventKind.RETREAT,
    None,
    FRIDAY,
    FRIDAY.first,
    FRIDAY.last,
    1,
    ck.DateSource.TEXT,
    ck.Factuality.CLAIMED,
)
REPORT = ck.Report(TEXT, dt.date(2025, 11, 8), "en", quotes=(QUOTE,), claims=(CLAIM,), events=(EVENT,), dates=(FRIDAY,), quantities=(MEN,))


def test_quotes() -> None:
    assert quotes_rows([QUOTE]) == [
        {
            "content": [[0, 34]],
            "cue": [[48, 52]],
            "speaker": [[36, 47]],
            "speaker_name": "Ivan Petrov",
            "kind": "indirect",
        }
    ]


def test_overlapping_dates_are_dropped() -> None:
    inner = ck.DateExpression(ck.Span(29, 31, "ri"), ck.TimexType.DATE, "")
    assert [row["span"] for row in dates_rows([inner, FRIDAY])] == [[28, 34]]


def test_report() -> None:
    row = report_rows(REPORT)
    assert row["event"] == "RETREAT"
    assert (
        row["claims"][0]
        | {
            "number": [7, 9],
            "measure": "troops",
            "source": "Ivan Petrov",
            "when": "2025-11-07",
        }
        == row["claims"][0]
    )
    assert row["events"] == [
        {
            "trigger": [20, 24],
            "date": [28, 34],
            "value": "2025-11-07",
            "factuality": "claimed",
            "first": "2025-11-07",
            "last": "2025-11-07",
        }
    ]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (
            "newsquant",
            {
                "value": 40,
                "low": 40,
                "high": 40,
                "mod": "~",
                "unit": "armed man",
                "noun": None,
            },
        ),
        ("re3d", {"value": 40, "mod": "~", "unit": None, "noun": "armed man"}),
        ("ud", {"value": 40, "mod": "~", "unit": None, "noun": "man"}),
        ("words", {"value": 40, "mod": "=", "unit": None, "noun": None}),
    ],
)
def test_profiles(profile: str, expected: dict[str, Any]) -> None:
    row = quantities_rows(TEXT, [MEN], PROFILES[profile])[0]
    assert {key: row[key] for key in expected} == expected


def quantity(
    text: str,
    number: str,
    bound: ck.Bound,
    unit: str | None,
    kind: ck.QuantityKind,
    best: float | None,
    **more: Any,
) -> Any:
    at = text.index(number)
    values = {"low": best, "high": best} | more
    return ck.Quantity(
        ck.Span(0, len(text), text),
        ck.Span(at, at + len(number), number),
        values["low"],
        best,
        values["high"],
        bound,
        unit,
        None,
        kind,
    )


def test_units() -> None:
    pounds = quantity("£5", "5", ck.Bound.EXACT, "GBP", ck.QuantityKind.MONEY, 5)
    kilos = quantity("3 kg", "3", ck.Bound.EXACT, "kilogram", ck.QuantityKind.MASS, 3)
    more = quantity(
        "more than 5",
        "5",
        ck.Bound.MORE_THAN,
        None,
        ck.QuantityKind.COUNT,
        5,
        high=None,
    )
    vague = quantity(
        "dozens",
        "dozens",
        ck.Bound.VAGUE,
        None,
        ck.QuantityKind.COUNT,
        None,
        low=12,
        high=120,
    )

    def one(item: Any, profile: str) -> Any:
        return quantities_rows(item.span.text, [item], PROFILES[profile])[0]

    assert one(pounds, "newsquant")["unit"] == "pound sterling"
    assert one(pounds, "rec")["unit"] == "pound"
    assert (one(kilos, "duckling")["value"], one(kilos, "duckling")["unit"]) == (
        3000,
        "gram",
    )
    assert [one(more, "rec")[key] for key in ("value", "low", "high")] == [
        None,
        5,
        None,
    ]
    assert [one(more, "ud")[key] for key in ("value", "low", "high", "mod")] == [
        5,
        5,
        None,
        ">",
    ]
    assert [one(vague, "re3d")[key] for key in ("value", "low", "high", "mod")] == [
        None,
        12,
        120,
        "range",
    ]


@pytest.mark.parametrize(
    ("result", "first", "last", "value", "right"),
    [
        (
            {
                "start": "2013-02-11T00:00:00",
                "end": None,
                "open": None,
                "grain": "week",
            },
            "2013-02-11",
            "2013-02-17",
            "2013-W07",
            True,
        ),
        (
            {
                "start": "2013-01-01T00:00:00",
                "end": None,
                "open": None,
                "grain": "quarter",
            },
            "2013-01-01",
            "2013-03-31",
            "2013-Q1",
            True,
        ),
        (
            {
                "start": "2013-01-01T00:00:00",
                "end": None,
                "open": None,
                "grain": "month",
            },
            "2013-01-01",
            "2013-01-30",
            "",
            False,
        ),
        (
            {
                "start": "2013-01-01T00:00:00",
                "end": "2013-01-04T00:00:00",
                "open": None,
                "grain": "day",
            },
            "2013-01-01",
            "2013-01-03",
            "",
            True,
        ),
        ({"start": {"hour": 9}}, None, None, "XXXX-XX-XXT09:00", True),
        (
            {"start": {"month": 8, "day": 10}},
            "2012-08-10",
            "2012-08-10",
            "2012-08-10",
            True,
        ),
        ({"timex": "PT3H", "values": []}, None, None, "PT3H", True),
        (
            {"timex": "X", "values": [{"PastResolution": {"date": "2015-12-15"}}]},
            "2015-12-15",
            "2015-12-15",
            "2015-12-15",
            True,
        ),
        (
            {"timex": "X", "values": [{"start": "2015-12-01", "end": "2016-01-01"}]},
            "2015-12-01",
            "2015-12-31",
            "2015-12",
            True,
        ),
    ],
)
def test_specs(result: dict[str, Any], first: str | None, last: str | None, value: str, right: bool) -> None:
    assert specs.right(result, {"first": first, "last": last, "value": value}) is right


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("asap", "datetime", "now, a reference in TIMEX3"),
        ("Boss's Day 2016", "datetimeHoliday", "feasts that conflict news does not use"),
        ("by EOD", "datetime", "office and chat"),
        ("4-22", "datetime", "bare numbers"),
        ("march", "datetime", "words in small letters"),
        ("in 15 minutes", "datetime", None),
        ("within two weeks", "datetime", None),
        ("half past nine", "datetime", None),
        ("march 3", "datetime", None),
        ("Eid al-Fitr 1950", "datetimeHoliday", None),
        ("Thursday 8:00 GMT", "datetime", None),
        ("3 May 2022", "datetime", None),
        ("two weeks ago", "datetime", None),
        ("last Friday", "datetime", None),
    ],
)
def test_classes_that_are_left_out(text: str, kind: str, name: str | None) -> None:
    assert specs.left_out({"text": text, "reference": "2013-02-12"}, {"kind": kind}) == name


@pytest.mark.parametrize(
    ("text", "start", "first", "last", "right"),
    [
        ("friday", "2013-02-15", "2013-02-08", "2013-02-08", True),
        ("friday", "2013-02-15", "2013-02-07", "2013-02-07", False),
        ("March 3", "2013-03-03", "2012-03-03", "2012-03-03", True),
        ("March 3, 2013", "2013-03-03", "2012-03-03", "2012-03-03", False),
        ("three months ago", "2012-11-12", "2012-11-01", "2012-11-30", True),
        ("November", "2012-12-12", "2012-11-01", "2012-11-30", False),
        ("next friday", "2013-02-15", "2013-02-08", "2013-02-08", False),
        ("last month", "2013-01-01", "2013-01-01", "2013-12-31", False),
        ("early March", "2013-03-01", "2013-01-01", "2013-12-31", False),
    ],
)
def test_conventions_taken_as_equal(text: str, start: str, first: str, last: str, right: bool) -> None:
    result = {"start": start + "T00:00:00", "end": None, "open": None, "grain": "day"}
    assert specs.loosely(result, {"first": first, "last": last, "value": first}, text) is right


@pytest.mark.parametrize(("value", "right"), [("P2W", True), ("P14D", True), ("P3W", False), ("PXW", False)])
def test_a_span_from_the_reference_day_may_be_a_duration_as_long(value: str, right: bool) -> None:
    result = {"start": "2013-01-29T00:00:00", "end": "2013-02-12T00:00:00", "open": None, "grain": "day"}
    assert specs.loosely(result, {"first": None, "last": None, "value": value}, "last two weeks", "2013-02-12") is right


def test_predict(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    days = []

    def parse_dates(text: str, published: dt.date | None = None) -> tuple[ck.DateExpression, ...]:
        days.append(published)
        return (FRIDAY,)

    monkeypatch.setattr(ck, "parse_dates", parse_dates)
    source, target = tmp_path / "in", tmp_path / "out"
    rows = [
        {"id": 1, "text": TEXT, "reference": "2025-11-08T10:00:00"},
        {"id": 2, "text": "x", "lang": "uk"},
    ]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["predict", "dates", str(source), str(target)]) == 0
    first, second = (json.loads(line) for line in target.read_text(encoding="utf-8").splitlines())
    assert days == [dt.date(2025, 11, 8)]
    assert first["dates"][0]["value"] == "2025-11-07"
    assert second == {"id": 2, "dates": []}


def test_failure_of_a_document_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(text: str) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(ck, "parse_quotes", fail)
    assert predict.predict("quotes", [{"id": "a", "text": "x"}]) == [{"id": "a", "quotes": []}]
    assert "broken" in capsys.readouterr().err


def test_no_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scoreboard", "--data", str(tmp_path)]) == 2
    assert "--data" in capsys.readouterr().err
    assert main(["scoreboard", "--data", str(tmp_path), "--set", "nothing"]) == 2


def test_scoreboard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(ck, "parse", lambda text, published: REPORT)
    monkeypatch.setattr(scoreboard, "ROOT", tmp_path / "project")
    (tmp_path / "project" / "evaluation").mkdir(parents=True)
    (tmp_path / "data" / "events").mkdir(parents=True)
    gold = {"id": "a", "text": TEXT, "event": "RETREAT"}
    (tmp_path / "data" / "events" / "plover_gsr.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    assert main(["scoreboard", "--data", str(tmp_path / "data")]) == 0
    assert "| plover_gsr | accuracy | 100.0 |" in (tmp_path / "project" / "docs" / "scoreboard.md").read_text(encoding="utf-8")
    monkeypatch.setattr(ck, "parse", lambda text, published: ck.Report(text, None, "en"))
    assert (
        main(
            [
                "scoreboard",
                "--data",
                str(tmp_path / "data"),
                "--set",
                "plover_gsr",
                "--diff",
            ]
        )
        == 0
    )
    out = capsys.readouterr().out
    assert "plover_gsr: 0 gained, 1 lost" in out
    assert f"-1  a  {TEXT}" in out


def test_perfect_predictions_score_full() -> None:
    gold = [{"id": "a", "text": TEXT, **report_rows(REPORT)}]
    reports = next(dev for dev in SETS if dev.name == "seed")
    figures = reports.score(gold, gold)
    assert all(
        figures[name] == 100
        for name in (
            "quotes overlap+speaker F1",
            "claims complete F1",
            "events dated F1",
        )
    )
    assert reports.hits(gold[0], gold[0]) == 3


def test_goals_name_sets_of_the_scoreboard() -> None:
    assert set(scoreboard.GOALS) <= {dev.name for dev in SETS}
    assert {what for goals in scoreboard.GOALS.values() for what in goals} == {"best", "goal"}
