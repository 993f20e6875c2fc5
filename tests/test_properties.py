"""What holds for every report, checked on news-like and on arbitrary text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import conflictkit as ck
from tests.corpora import spans

PIECES = (
    "Officials said", "“We hold the bridge,”", "he said.", "about 1,200 civilians", "were killed", "on Wednesday", "in May 2023", "and wounded 12", ".", "\n",
    "The army denied that", "two soldiers", "14 of 16 drones", "21 months", "\"", "''", "according to", "Col. Ana Ruiz", ",", "tens of thousands", "$2bn",
    "the 129th Brigade", "last week", "will withdraw", "no order was given", "(", ")", "—", "’", "10 %", "5-6 thousand", "24-26 February", "at 14:30", "their",
)  # fmt: skip
news = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
anything = st.text(max_size=300)
texts = st.one_of(news, anything, st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join))
day = dt.date(2025, 11, 7)
quick = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(texts)
def test_every_span_is_exact(text: str) -> None:
    report = ck.parse(text, published=day)
    assert report.text == text
    for span in spans(report):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text


CORPUS = [
    line.removeprefix("text: ").replace("\\n", "\n")
    for path in sorted((Path(__file__).parent / "corpus").glob("*.md"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.startswith("text: ")
]


@quick
@given(st.sampled_from(CORPUS), st.integers(0, 200))
def test_a_text_may_end_anywhere(text: str, end: int) -> None:
    assert ck.parse(text[:end], published=day).text == text[:end]


@pytest.mark.parametrize("text", [
    "The army had 12 killed or", "They held 12 rounds of", "Police put the toll at", "Troops hand over", "He asked that", "murders - Office of", "HELD.”\nDURING ANOTHER NORLAND FIRED NUMBER",
    "attack daily", "He spoke cf a, more", ", said 1", "heading in convoy at Question:", "They treat children under 14", "on 31 January The country may",
])  # fmt: skip
def test_a_text_may_end_where_a_phrase_has_begun(text: str) -> None:
    assert ck.parse(text, published=day).text == text


@quick
@given(st.sampled_from(CORPUS), st.sampled_from((dt.date.min, dt.date.min + dt.timedelta(6), dt.date.max - dt.timedelta(6), dt.date.max)))
def test_a_report_may_be_of_any_day(text: str, published: dt.date) -> None:
    assert ck.parse(text, published=published).published == published


@quick
@given(texts)
def test_a_report_survives_the_round_trip(text: str) -> None:
    report = ck.parse(text, published=day)
    assert ck.from_json(ck.to_json(report)) == report
    assert ck.from_dict(ck.to_dict(report)) == report


@quick
@given(texts)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert ck.parse(text, published=day) == ck.parse(text, published=day)
    assert hash(ck.parse(text)) == hash(ck.parse(text))


@quick
@given(texts)
def test_every_record_names_its_rule(text: str) -> None:
    report = ck.parse(text, published=day)
    for record in (*report.quotes, *report.claims, *report.events, *report.dates, *report.quantities):
        assert record.rule


@quick
@given(texts)
def test_records_stand_in_text_order(text: str) -> None:
    report = ck.parse(text, published=day)
    assert list(report.dates) == sorted(report.dates, key=lambda d: d.span.start)
    assert list(report.quantities) == sorted(report.quantities, key=lambda q: q.number.start)
    assert list(report.quotes) == sorted(report.quotes, key=lambda q: q.content[0].start)
    assert list(report.events) == sorted(report.events, key=lambda e: e.trigger.start)


@quick
@given(texts)
def test_intervals_and_bounds_are_ordered(text: str) -> None:
    report = ck.parse(text, published=day)
    for date in report.dates:
        assert (date.first is None) == (date.last is None)
        assert date.first is None or date.last is None or date.first <= date.last
    for q in report.quantities:
        known = [x for x in (q.low, q.best, q.high) if x is not None]
        assert known == sorted(known)
        assert known


@quick
@given(news)
def test_without_a_publication_date_nothing_relative_is_resolved_by_the_clock(text: str) -> None:
    for date in ck.parse("They met on Wednesday. " + text).dates[:1]:
        assert (date.timex_value, date.first, date.last) == ("", None, None)


RAIN = "It rained.\n\n"
printable = st.lists(st.sampled_from([p for p in PIECES if p.isprintable()]), max_size=25).map(" ".join)


def places(report: ck.Report, front: str) -> list[tuple[int, int]]:
    """Where the spans of a report stand behind what was put in front."""
    return [(span.start - len(front), span.end - len(front)) for span in spans(report)]


@quick
@given(printable)
@example("he said. Officials said he said. Officials said were killed")
def test_a_neutral_sentence_in_front_only_shifts(text: str) -> None:
    plain, moved = ck.parse(text), ck.parse(RAIN + text)  # without a day of publication, which the lead alone has
    assert places(attrs.evolve(plain, incidents=()), "") == places(attrs.evolve(moved, incidents=()), RAIN)


@quick
@given(printable)
@example("he said. Officials said he said. Officials said were killed")
def test_behind_the_lead_it_only_shifts_incidents_too(text: str) -> None:
    """Of a passage of a few sentences more incidents are kept than of a report, and what leads is told apart."""
    first, then = RAIN * 6, RAIN * 7
    assert places(ck.parse(first + text), first) == places(ck.parse(then + text), then)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", "\x00\x00", "\ud800 said “\udfff”", "“" * 20_000, "'" * 20_000, "9" * 20_000, "x" * 100_000, "A " * 20_000, "he said " * 5_000, "1 " * 5_000, "(" * 9_000,
     "said that " * 5_000, "On Monday " * 5_000, "‘" * 5_000 + "’" * 5_000, "“A,” he said. " * 2_000,
     "said  14  of 16  drones", "a  $ 5  million\t\t3 km", "in  May ,  . two  and  half"],
    ids=lambda t: f"{t[:10]!r}x{len(t)}",
)  # fmt: skip
def test_hostile_text_gives_a_report(text: str) -> None:
    report = ck.parse(text, published=day)
    assert report.text == text
    for span in spans(report):
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("bad", [None, b"bytes", 5, ["a"]])
def test_a_text_that_is_no_str_is_refused(bad: Any) -> None:
    for function in (ck.parse, ck.parse_quotes, ck.parse_claims, ck.parse_events, ck.parse_dates, ck.parse_quantities):
        with pytest.raises(ck.InputTypeError, match=f"text must be a str, not {type(bad).__name__}"):
            function(bad)


def test_an_unknown_language_lists_those_there_are() -> None:
    with pytest.raises(ck.UnknownLanguageError, match="no language 'tlh'; there are: en"):
        ck.parse("Qapla'", language="tlh")


def test_published_must_be_a_date() -> None:
    with pytest.raises(ck.InputTypeError, match=r"published must be a datetime\.date or None, not str"):
        ck.parse("x", published="2025-11-07")  # type: ignore[arg-type]
