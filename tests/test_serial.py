"""Data and back, and what malformed data is told."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.testing import Maker, strategies

TEXT = "Governor Ana Ruiz said on Monday that about 12 people were killed."


@pytest.fixture
def data() -> dict[str, Any]:
    return copy.deepcopy(ck.to_dict(ck.parse(TEXT, published=dt.date(2025, 11, 7))))


def test_plain_data_is_plain(data: dict[str, Any]) -> None:
    assert json.loads(json.dumps(data)) == json.loads(ck.to_json(ck.from_dict(data)))
    assert data["published"] == "2025-11-07"
    assert type(data["quotes"][0]["kind"]) is str


def test_a_single_record_goes_there_and_back() -> None:
    quote = ck.parse_quotes(TEXT)[0]
    assert ck.from_dict(ck.to_dict(quote), ck.Quote) == quote
    assert ck.from_json(ck.to_json(quote, indent=2), ck.Quote) == quote


RECORDS = (ck.ClaimGroup, ck.DateExpression, ck.DatedEvent, ck.Incident, ck.NumericClaim, ck.Quantity, ck.Quote, ck.Entity, ck.Span)


@given(st.data())
@settings(max_examples=200)
def test_json_is_that_of_the_plain_data(draw: st.DataObject) -> None:
    record = draw.draw(st.sampled_from(RECORDS).flatmap(st.from_type) | strategies.reports())
    assert ck.to_json(record) == json.dumps(ck.to_dict(record))


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("\ud83d\ude00\U0001f600“\\u"), max_size=20))
@example("\ud83d\ude00\u201cA")
@example("\ud83d\ude00\\u201C")
def test_halves_of_a_pair_stay_apart(text: str) -> None:
    report = ck.Report(text, None, "en")
    for indent in (None, 1):
        assert ck.to_json(report, indent=indent).isascii()
        assert ck.from_json(ck.to_json(report, indent=indent)) == report


def test_capitals_of_another_program_join_the_halves() -> None:
    data = ck.to_json(ck.Report("“\U0001f600”", None, "en")).replace("\\u201c", "\\u201C").replace("\\ud83d\\ude00", "\\uD83D\\uDE00")
    assert ck.from_json(data).text == "“\U0001f600”"


def test_an_incident_holds_records_of_its_report() -> None:
    make = Maker("Shelling killed 12 people.")
    claim, event = make.claim("12 people", trigger="killed"), make.event("killed")
    report = make.report(incidents=[ck.Incident(ck.EventKind.ASSAULT, None, None, None, None, None, tolls=(ck.Toll(ck.Measure.KILLED, 12, 12, 12, (claim,)),), events=(event,), claims=(claim,))])
    data = ck.to_dict(report)["incidents"][0]
    assert (data["events"], data["claims"], data["tolls"][0]["claims"]) == ([0], [0], [0])
    assert ck.from_dict(ck.to_dict(report)) == report
    assert report.event_of(claim) == event


def test_whole_numbers_stay_whole() -> None:
    span = ck.Span(0, 1, "1")
    for best in (12, 12.0):
        quantity = ck.Quantity(span, span, None, best, None, ck.Bound.ABOUT, None, None)
        assert type(ck.from_json(ck.to_json(quantity), ck.Quantity).best) is type(best)


FAULTS: list[tuple[str, Callable[[Any], object], str]] = [
    ("the schema before", lambda d: d.pop("schema"), r"at schema: no schema number, as in schema 1; this version reads schema 2"),
    ("a later schema", lambda d: d.update(schema=3), r"at schema: schema 3; this version reads schema 2"),
    ("no number at all", lambda d: d["quantities"][0].update(best=float("nan")), r"at quantities\[0\]\.best: expected a finite number, not nan"),
    ("an endless number", lambda d: d["quantities"][0].update(high=float("inf")), r"at quantities\[0\]\.high: expected a finite number, not inf"),
    ("low above high", lambda d: d["quantities"][0].update(low=13, high=12), r"at quantities\[0\]: low 13 is above high 12"),
    ("first after last", lambda d: d["dates"][0].update(first="2025-11-08", last="2025-11-07"), r"at dates\[0\]: first 2025-11-08 is above last 2025-11-07"),
    ("an incident of no event", lambda d: d.update(incidents=[{"events": [99]}]), r"at incidents\[0\]"),
    ("a start that is text", lambda d: d["quotes"][0]["content"][0].update(start="x"), r"at quotes\[0\]\.content\[0\]\.start: expected a whole number, not str 'x'"),
    ("true is no number", lambda d: d["quantities"][0].update(best=True), r"at quantities\[0\]\.best: expected a number, not bool True"),
    ("a missing key", lambda d: d["quotes"][0].pop("kind"), r"at quotes\[0\]\.kind: missing 'kind'"),
    ("an unknown key", lambda d: d.update(foo=1), r"unknown 'foo'; Report has text, published"),
    ("no date", lambda d: d["dates"][0].update(first=5), r"at dates\[0\]\.first: expected an ISO date such as '2025-11-07', not int 5"),
    ("no list", lambda d: d.update(quotes=5), r"at quotes: expected a list, not int 5"),
    ("no member", lambda d: d["quotes"][0].update(kind="loud"), r"at quotes\[0\]\.kind: expected one of direct, mixed, indirect, not str 'loud'"),
    ("no object", lambda d: d["claims"].__setitem__(0, None), r"at claims\[0\]: expected an object with the fields of NumericClaim, not NoneType None"),
    ("a span of other words", lambda d: d["dates"][0]["span"].update(text="Friday"), r"at dates\[0\]\.span: the span .* holds 'Monday' in the text, not 'Friday'"),
    ("no text", lambda d: d.update(text=None), r"at text: expected text, not NoneType None"),
]


@pytest.mark.parametrize(("fault", "message"), [(f, m) for _, f, m in FAULTS], ids=[name for name, _, _ in FAULTS])
def test_malformed_data_is_refused_with_its_place(data: dict[str, Any], fault: Callable[[Any], object], message: str) -> None:
    fault(data)
    with pytest.raises(ck.DataError, match=message):
        ck.from_dict(data)


@pytest.mark.parametrize("bad", ["", "{", "[1]", "null", "5", "[" * 100_000])
def test_malformed_json_is_refused(bad: str) -> None:
    with pytest.raises(ck.DataError):
        ck.from_json(bad)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(ck.InputTypeError, match="not str"):
        ck.to_json("report")
    with pytest.raises(ck.InputTypeError, match="decode bytes"):
        ck.from_json(b"{}")  # type: ignore[arg-type]
