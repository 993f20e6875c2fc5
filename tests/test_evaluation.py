"""The evaluation package: adapters, profiles, comparison and commands, on records made by hand."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import conflictkit as ck
from evaluation import adapters, chains, freeze, outside, page, predict, scoreboard, specs, standoff
from evaluation.__main__ import main
from evaluation.adapters import dates_rows, quantities_rows, quotes_rows, report_rows
from evaluation.profiles import PROFILES
from evaluation.scorers import score_report
from evaluation.sets import SETS, gold_set, told_score

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


def test_an_event_has_the_date_of_its_own_sentence_only() -> None:
    for source, expected in ((ck.DateSource.TEXT, [28, 34]), (ck.DateSource.INHERITED, None), (ck.DateSource.PUBLICATION, None)):
        report = attrs.evolve(REPORT, events=(attrs.evolve(EVENT, date_source=source),))
        assert report_rows(report)["events"][0]["date"] == expected


def test_the_type_of_acled_is_that_of_the_first_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapters, "to_format", lambda report, name: [{"sub_event_type": name}, {"sub_event_type": "other"}])
    assert report_rows(REPORT)["acled_sub_event_type"] == "acled"


def test_an_implied_claim_without_gold_counts_neither_way() -> None:
    row = report_rows(REPORT)
    gold = {"id": "a", "text": TEXT, "claims": [], "events": [], "quotes": []}
    for implied in (True, False):
        pred = {"id": "a", "claims": [*row["claims"], {**row["claims"][0], "number": [0, 6], "implied": implied}], "events": [], "quotes": []}
        figures = told_score([{**gold, "claims": row["claims"]}], [pred])
        assert figures["claims number F1"] == pytest.approx(100 if implied else 200 / 3)


def test_overlapping_dates_are_dropped() -> None:
    inner = ck.DateExpression(ck.Span(29, 31, "ri"), ck.TimexType.DATE, "")
    assert [row["span"] for row in dates_rows([inner, FRIDAY], PROFILES["default"])] == [[28, 34]]


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
        ("in 15 minutes", "datetime", "counted from the minute of asking"),
        ("second Friday of May", "datetime", None),
        ("tomorrow at 5:30 for two hours", "datetime", None),
        ("now + 3 days", "datetime", "calculator and query forms"),
        ("11 a.m. UTC+2", "datetime", None),
        ("lastmonth", "datetime", "blanks not typed"),
        ("my week", "datetime", "the calendar of the one who asks"),
        ("ten forty", "datetime", "hours spoken in words"),
        ("from 5 to 6 pm", "datetime", None),
        ("two upcoming day", "datetime", "a number with a singular"),
        ("a two-day truce", "datetime", None),
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
    board = (tmp_path / "project" / "docs" / "scoreboard.md").read_text(encoding="utf-8")
    assert "| plover_gsr | accuracy | 1 | 100.0 |" in board
    assert "| pitf | not measured |" in board
    assert "| modern_a | not measured |" in board
    assert "(not measured)" in (tmp_path / "project" / "docs" / "how-right.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "project" / "evaluation" / "scores.json").read_text(encoding="utf-8"))["figures"]["plover_gsr"]["accuracy"] == {"default": 100.0}
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
    assert set(scoreboard.GOALS) <= {dev.name for dev in SETS} | set(outside.SCORERS)
    assert {what for goals in scoreboard.GOALS.values() for what in goals} == {"best", "goal"}


def test_strict_forgives_nothing() -> None:
    result = {"span": None, "start": "2013-02-15T00:00:00", "end": None, "open": None, "grain": "day"}
    gold = [{"id": "a", "text": "friday", "reference": "2013-02-12", "results": [result]}]
    pred = [{"id": "a", "dates": [{"span": [0, 6], "first": "2013-02-08", "last": "2013-02-08", "value": "2013-02-08"}]}]
    assert specs.score(gold, pred)["value right"] == 100
    assert specs.strict(gold, pred) == {"found": 100, "value right": 0}


def test_a_range_of_hours_has_both_its_ends() -> None:
    result = {"span": [0, 14], "timex": "(T17,T18,PT1H)", "values": [{"start": "17:00:00", "end": "18:00:00"}]}
    gold = {"id": "a", "text": "from 5 to 6 pm", "reference": "2013-02-12", "results": [result]}
    hours = [{"span": [5, 6], "value": "2013-02-12T17:00"}, {"span": [10, 14], "value": "2013-02-12T18:00"}]
    days = {"first": "2013-02-12", "last": "2013-02-12"}
    assert specs.marks(gold, {"dates": [{**hour, **days} for hour in hours]}) == [(True, True)]
    assert specs.marks(gold, {"dates": [{**hour, **days} for hour in hours[:1]]}) == [(True, False)]


def test_a_range_may_end_where_its_last_part_begins() -> None:
    result = {"span": [0, 22], "timex": "(XXXX-08-01,XXXX-10-01,P2M)", "values": [{"start": "2013-08-01", "end": "2013-10-01"}]}
    gold = {"id": "a", "text": "from August to October", "reference": "2013-12-12", "results": [result]}
    august = {"span": [5, 11], "value": "2013-08", "first": "2013-08-01", "last": "2013-08-31"}
    october = {"span": [15, 22], "value": "2013-10", "first": "2013-10-01", "last": "2013-10-31"}
    assert specs.marks(gold, {"dates": [august, october]}) == [(True, True)]
    assert specs.marks(gold, {"dates": [august, october]}, lenient=False) == [(True, False)]


@pytest.mark.parametrize(
    ("profile", "text", "row"),
    [
        ("default", "Shells fell three days later.", ["three days later", "DATE", ""]),
        ("timebank", "Shells fell three days later.", ["three days", "DURATION", "P3D"]),
        ("aquaint", "Shells fell on Monday night.", ["Monday night", "DATE", "2013-02-11"]),
        ("aquaint", "Shells fell this week.", ["this week", "DATE", "2013-W7"]),
        ("aquaint", "Shells fell in the 1980s.", ["the 1980s", "DATE", "198X"]),
        ("aquaint", "The siege took nearly two years.", ["two years", "DURATION", "P2Y"]),
        ("aquaint", "The siege was lifted recently.", None),
        ("wikiwars", "The siege took two decades.", ["two decades", "DURATION", "P2DE"]),
    ],
)
def test_dates_by_the_conventions_of_a_set(profile: str, text: str, row: list[str] | None) -> None:
    rows = dates_rows(ck.parse_dates(text, dt.date(2013, 2, 12)), PROFILES[profile])
    assert [[text[slice(*found["span"])], found["type"], found["value"]] for found in rows] == ([row] if row else [])


def test_intervals_are_always_the_same() -> None:
    gold = [{"id": name, "text": TEXT, "event": label} for name, label in (("a", "RETREAT"), ("b", "AID"), ("c", "RETREAT"))]
    pred = [{"id": row["id"], "event": "RETREAT"} for row in gold]
    dev = next(dev for dev in SETS if dev.name == "plover_gsr")
    first, second = (scoreboard.bootstrap(dev, gold, pred) for _ in range(2))
    assert first == second
    low, high = first["accuracy"]
    assert low < 66.7 < high


# ---- own gold


def gold_row() -> dict[str, Any]:
    happening = {"trigger": [20, 24], "trigger_also": [], "kind": "RETREAT", "actor": [10, 19], "actor_also": [], "target": None, "target_also": [], "place": None}
    claim = {**report_rows(REPORT)["claims"][0], "optional": False, "status": "asserted", "stance": "said", "role": "total", "of": None}
    return {
        "id": "a",
        "text_sha1": standoff.sha1(TEXT),
        "published": "2025-11-08",
        "lang": "en",
        "quotes": [{**row, "anonymous": False, "optional": False} for row in quotes_rows([QUOTE])],
        "claims": [{**claim, "side": None, "inflicted_by": None, "place": None, "source_name": "Ivan Petrov"}],
        "events": [{"trigger": [20, 24], "date": [28, 34], "value": "2025-11-07", "factuality": "claimed"}],
        "happenings": [{**happening, "place_also": [], "first": "2025-11-07", "last": "2025-11-07", "factuality": "claimed", "optional": False}],
        "incidents": [],
    }


def texts_of(folder: Path) -> Path:
    (folder / "data" / "texts").mkdir(parents=True)
    (folder / "data" / "texts" / "modern_texts.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    return folder / "data"


def test_gold_is_made_checked_and_scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, target = texts_of(tmp_path), tmp_path / "gold.jsonl"
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "01.gold.json").write_text(json.dumps(gold_row()), encoding="utf-8")
    assert main(["gold", str(tmp_path / "read"), str(target), "--data", str(data)]) == 0
    assert TEXT not in target.read_text(encoding="utf-8")
    assert main(["gold", "--check", str(target), "--data", str(data)]) == 0
    monkeypatch.setattr(ck, "parse", lambda text, published: REPORT)
    capsys.readouterr()
    assert main(["score-gold", str(target), "--data", str(data)]) == 0
    figures = dict(line.split("  ", 1) for line in capsys.readouterr().out.splitlines())
    assert all("100.0" in figures[name] for name in ("quotes overlap+speaker F1", "claims complete F1", "events dated F1", "happenings kind", "happenings date"))
    assert main(["score-gold", str(target), "--data", str(data), "--errors"]) == 0
    assert "actor" in capsys.readouterr().out
    assert main(["score-gold", str(target), "--data", str(tmp_path)]) == 2
    assert gold_set(target).rows(tmp_path) is None


@pytest.mark.parametrize(
    ("section", "change", "fault"),
    [
        (None, {"text_sha1": "0"}, "another text"),
        ("claims", {"number": [0, 6], "span": [7, 19]}, "number outside its span"),
        ("claims", {"measure": "sheep"}, "measure 'sheep'"),
        ("claims", {"measure_also": ["sheep"]}, "measure 'sheep'"),
        ("events", {"trigger": [19, 24]}, "span [19, 24]"),
        ("events", {"date": [28, 340]}, "span [28, 340]"),
        ("happenings", {"first": "2025-11-09"}, "first and last"),
        ("claims", {"source_name": "the man who came one day and told us all of it"}, "repeats the text"),
    ],
)
def test_faults_of_gold(section: str | None, change: dict[str, Any], fault: str) -> None:
    row = gold_row()
    if section is None:
        row |= change
    else:
        row[section][0] |= change
    found = standoff.faults([row], {"a": TEXT})
    assert len(found) == 1
    assert fault in found[0]
    assert standoff.faults([gold_row()], {}) == ["a: no text"]
    assert not standoff.faults([gold_row()], {"a": TEXT})


def test_vague_numbers_of_gold_are_one() -> None:
    row = gold_row()
    row["claims"][0] |= {"number": [0, 6], "bound": "vague", "low": 24, "value": None, "high": None}
    assert [standoff.uniform(row, {"a": "Dozens left."})["claims"][0][key] for key in ("low", "value", "high")] == [12, None, 120]


def test_further_readings_are_as_right() -> None:
    row, pred = gold_row(), {"id": "a", **report_rows(REPORT)}
    row["events"][0] |= {"trigger": [48, 52], "trigger_also": [[20, 24]]}
    row["claims"][0] |= {"measure": "people", "measure_also": ["troops"], "bound": "exact", "low": 40, "value": 40, "high": 40, "bound_also": ["less_than"]}
    row["claims"][0]["noun"], row["claims"][0]["noun_also"] = [10, 15], [[16, 19]]
    pred["claims"][0] |= {"low": None, "value": 40, "high": 40}
    figures = told_score([standoff.for_report({**row, "text": TEXT}, pred)], [pred])
    assert [figures[name] for name in ("claims complete F1", "claims bound", "claims noun", "events dated F1")] == [100, 100, 100, 100]
    told = standoff.for_report({**row, "text": TEXT}, pred)["events"]
    assert [(event["trigger"], event.get("optional", False)) for event in told] == [([20, 24], False), ([48, 52], True)]
    row["quotes"][0] |= {"speaker": [[7, 9]], "speaker_also": [[36, 47]], "speaker_name": "Somebody", "speaker_name_also": ["Petrov"]}
    spoken = standoff.for_quotes(row, pred)["quotes"][0]
    assert (spoken["speaker"], spoken["speaker_name"]) == ([[36, 47]], "Petrov")
    row["quotes"][0] |= {"speaker": [[36, 47]], "speaker_also": [[41, 47], [36, 40]], "speaker_name": "Petrov", "speaker_name_also": ["Petrov Junior"]}
    spoken = standoff.for_quotes(row, pred)["quotes"][0]
    assert (spoken["speaker"], spoken["speaker_name"]) == ([[36, 47]], "Petrov")


@pytest.mark.parametrize(
    ("gold", "given", "right"),
    [(None, "PAST_REF", True), ("PAST_REF", None, True), ("PXM", "PXD", True), (None, "PTXH", True), (None, "2024-02", False), ("P3M", None, False), ("XXXX-12-07", None, False)],
)
def test_what_cannot_be_resolved_is_one_value(gold: str | None, given: str | None, *, right: bool) -> None:
    assert (score_report.resolved(gold) == score_report.resolved(given)) is right


@pytest.mark.parametrize("path", sorted(standoff.FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_gold_holds_no_texts(path: Path) -> None:
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        assert set(row) == {"id", "text_sha1", "published", "lang", *standoff.SECTIONS}
        for item in (item for section in standoff.SECTIONS for item in row[section]):
            assert all(len(value.split()) <= standoff.LONGEST for value in item.values() if isinstance(value, str)), item


# ---- records kept


def test_freeze_and_compare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "modern_texts.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    monkeypatch.setattr(freeze, "ROOT", tmp_path)
    folder, options = tmp_path / "frozen", ["--data", str(tmp_path)]
    made = [REPORT]
    monkeypatch.setattr(ck, "parse", lambda text, published: made[0])
    assert main(["freeze", str(folder), "--compare", *options]) == 2
    assert main(["freeze", str(folder), *options]) == 0
    made[0] = attrs.evolve(REPORT, events=(attrs.evolve(EVENT, rule="another"),))
    assert main(["freeze", str(folder), "--compare", *options]) == 0
    assert "nothing changed" in capsys.readouterr().out
    made[0] = attrs.evolve(REPORT, quotes=(), events=(attrs.evolve(EVENT, kind=ck.EventKind.AID, rule="leave"),), dates=(FRIDAY, attrs.evolve(FRIDAY, span=span("left"))))
    assert main(["freeze", str(folder), "--compare", *options]) == 1
    out = capsys.readouterr().out
    assert "quotes: 1 lost" in out
    assert "  leave: 1 changed (kind 1)" in out
    assert "[[left]] on Friday" in out
    assert "[kind RETREAT -> AID]" in out
    assert "dates: 1 gained" in out


def test_an_incident_is_compared_by_the_places_of_its_members() -> None:
    event, other = ({"trigger": {"start": n, "end": n + 4, "text": "left"}} for n in (20, 60))
    incident = {"events": [0], "claims": [], "tolls": [], "rule": "one"}
    before = {"events": [event], "claims": [], "incidents": [incident]}
    now = {"events": [other, event], "claims": [], "incidents": [{**incident, "events": [1]}]}
    assert [change.kind for change in freeze.changes("a", TEXT, before, now)] == ["events"]


def test_a_change_inside_a_record_is_told_by_its_field() -> None:
    place = {"mention": {"start": 0, "end": 4, "text": "Goma"}, "name": "Goma", "within": []}
    event = {"trigger": {"start": 20, "end": 24, "text": "left"}, "place": place}
    change = next(freeze.changes("a", TEXT, {"events": [event]}, {"events": [{**event, "place": {**place, "within": ["Kivu"]}}]}))
    assert change.fields == ("place",)
    assert change.place.endswith("[place.within [] -> [Kivu]]")


# ---- what others annotated, and the page


def test_figures_of_the_scorers_beside_the_data() -> None:
    printed = (
        "\n## pitf dev\ndeaths: exact                              10 /    20   50.0 %\ndate: first violent event, date from text     1 /     2   50.0 %\n"
        "ARREST strict  precision  92.0  recall  16.1  F1  27.4   (143 gold)\n"
        "{'pronouns': 10, 'covered': 6, 'right': 3, 'wrong': 1} accuracy of covered 50.0 of named 75.0\n"
    )
    assert outside.shares(printed) == {
        "deaths: exact": (50, 20),
        "ARREST strict P": (92, 143),
        "ARREST strict R": (16.1, 143),
        "ARREST strict F1": (27.4, 143),
        "right, of pronouns": (30, 10),
        "right, of those covered": (50, 6),
        "right, of those named": (75, 4),
    }


def test_a_set_of_others_is_read_by_its_own_adapter_and_scorer(tmp_path: Path) -> None:
    data, scorers = tmp_path / "data", tmp_path / "score" / "outside"
    (data / "outside").mkdir(parents=True)
    scorers.mkdir(parents=True)
    assert outside.missing(data, "plv")
    (data / "outside" / "plv.jsonl").write_text("{}\n", encoding="utf-8")
    (scorers / "adapter.py").write_text("import sys; open(sys.argv[2], 'w').write('7')", encoding="utf-8")
    (scorers / "score_plv.py").write_text(
        "import os; n = open(os.environ['PRED_DIR'] + '/plv.dev.text.pred.jsonl').read(); print('kind', n, '/ 14 50.0 %')", encoding="utf-8"
    )
    assert not outside.missing(data, "plv")
    assert outside.measure(data, ["plv"]) == {"plv": {"kind": (50, 14)}}
    (scorers / "score_plv.py").write_text("raise SystemExit('broken')", encoding="utf-8")
    with pytest.raises(RuntimeError, match="broken"):
        outside.measure(data, ["plv"])


def test_every_figure_of_the_page_is_on_the_board() -> None:
    sets = {dev.name for dev in SETS} | set(outside.SCORERS)
    assert len(page.SENTENCES) == 10
    assert {place.split("/")[0] for sentence in page.SENTENCES for place in page.PLACE.findall(sentence)} <= sets
    line = scoreboard.Line(81.6, 9, strict=40.2, interval=(70.1, 90.0))
    assert page.shown("a/b", {"a": {"b": line}}) == "**82** (70-90)"
    assert page.shown("a/b/strict", {"a": {"b": line}}) == "**40**"
    assert page.shown("a/c", {"a": {"b": line}}) == "(not measured)"


def test_incidents_are_measured_by_their_triggers() -> None:
    text = "Rebels attacked Brod, killing 9. Shells hit Tamir. The attack was the first."
    spans = {word: [text.index(word), text.index(word) + len(word)] for word in ("attacked", "killing", "hit", "attack was")}

    def incident(place: str, *words: str) -> dict[str, Any]:
        return {"sub_event_type": "Attack", "first": "2025-11-05", "last": "2025-11-05", "place": place, "fatalities": None, "triggers": [spans[word] for word in words]}

    def row(*events: int) -> dict[str, Any]:
        return {"sub_event_type": "Attack", "events": list(events)}

    acled = {"event_date": "2025-11-05", "location": "Brod", "fatalities": 9}
    gold = {"id": "a", "text": text, "incidents": [incident("Brod", "attacked", "killing", "attack was"), incident("Tamir", "hit")]}
    events = [{"trigger": {"start": start, "end": end}} for start, end in spans.values()]
    records = {"incidents": [row(0, 1, 2), row(3)], "acled": [acled, acled], "events": events}
    found = {name: value for name, (value, _) in chains.shares([gold], [{"id": "a", "records": records}]).items()}
    assert found["chains precision"] == found["chains recall"] == pytest.approx(100 / 3)
    assert (found["chains rows an incident"], found["chains told: place right"], found["chains first: all three right"]) == (1.5, 50, 100)
    assert [line.split(": ")[1] for line in chains.errors(gold, records)] == ["incident wrong in nothing", "incident wrong in ['place']"]
