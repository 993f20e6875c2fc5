"""What conflictkit offers to the tests of others: factories, explanations, strategies, reprs."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.testing import Maker, explain_difference, strategies

TEXT = "Governor Ana Ruiz said on Monday that at least 12 people were killed in Brod. “We are still searching,” she added on Monday."
make = Maker(TEXT)


def spans(record: object) -> list[ck.Span]:
    if isinstance(record, ck.Span):
        return [record]
    if isinstance(record, tuple):
        return [span for item in record for span in spans(item)]
    if attrs.has(type(record)):
        return [span for field in attrs.fields(type(record)) for span in spans(getattr(record, field.name))]
    return []


# Factories


def test_every_record_has_defaults() -> None:
    loose = Maker()
    for record in (loose.span("x"), loose.entity(), loose.quote(), loose.quantity(), loose.claim(), loose.date(), loose.event()):
        assert ck.from_dict(ck.to_dict(record), type(record)) == record


def test_spans_are_cut_from_the_text() -> None:
    claim = make.claim("12 people", "killed", source="Ana Ruiz", place="Brod")
    assert claim.quantity.span == ck.Span(TEXT.index("12 people"), TEXT.index("12 people") + 9, "12 people")
    assert claim.quantity.number.text == "12"
    assert claim.quantity.noun == make.span("people")
    assert all(TEXT[span.start : span.end] == span.text for span in spans(claim))


def test_words_that_do_not_stand_in_the_text() -> None:
    with pytest.raises(ValueError, match="'11 people' does not stand in the text 'Governor Ana Ruiz"):
        make.claim("11 people")


def test_words_that_stand_there_twice() -> None:
    with pytest.raises(ValueError, match=r"'Monday' stands 2 times in the text, at 26, 117; pass span\(words, nth\) for one of them"):
        make.date("Monday")
    assert make.span("Monday", 2).start == 117
    with pytest.raises(ValueError, match="nth must be 1 to 2, not 3"):
        make.span("Monday", 3)


@pytest.mark.parametrize(
    ("bound", "figures"),
    [
        ("exact", (12, 12, 12)),
        ("about", (None, 12, None)),
        ("at_least", (12, 12, None)),
        ("more_than", (12, 12, None)),
        ("at_most", (None, 12, 12)),
        ("less_than", (None, 12, 12)),
    ],
)
def test_figures_follow_from_the_bound(bound: str, figures: tuple[int | None, ...]) -> None:
    quantity = Maker().quantity("12 people", bound=bound)
    assert (quantity.low, quantity.best, quantity.high) == figures


@pytest.mark.parametrize(("words", "best"), [("1,200 tanks", 1200), ("1 040 soldiers", 1040), ("2.5 km", 2.5), ("7", 7)])
def test_the_figure_is_read_from_the_words(words: str, best: float) -> None:
    assert Maker().quantity(words).best == best


def test_words_without_a_figure() -> None:
    with pytest.raises(ValueError, match="no figure in 'dozens of houses'; give best, or low and high"):
        Maker().quantity("dozens of houses", bound="vague")
    assert Maker().quantity("dozens of houses", low=12, high=120, bound="vague").best is None


def test_the_days_follow_from_the_date() -> None:
    month = Maker().date("May 2023", "2023-05")
    assert (str(month.first), str(month.last), month.grain) == ("2023-05-01", "2023-05-31", ck.Grain.MONTH)
    assert Maker().date("summer", "2023-SU").first is None
    assert Maker().event(when="2023-05").date_precision == 4


def test_a_member_that_is_not_there() -> None:
    with pytest.raises(ck.InputTypeError, match="no Measure 'kiled'; there are: troops, killed"):
        make.claim("12 people", "kiled")


def test_a_report_is_in_order_and_whole() -> None:
    when = make.date(make.span("Monday", 1), "2025-11-03")
    claim = make.claim("12 people", when=when)
    report = make.report(quotes=[make.quote("“We are still searching,”"), make.quote("that at least 12 people were killed in Brod")], claims=[claim])
    assert [quote.kind for quote in report.quotes] == ["indirect", "direct"]
    assert report.dates == (when,)
    assert report.quantities == (claim.quantity,)
    assert ck.from_json(ck.to_json(report)) == report


def test_a_report_needs_a_text() -> None:
    with pytest.raises(ValueError, match="a report needs a text"):
        Maker().report()


# Explanations


def test_a_field_that_differs() -> None:
    a = make.report(claims=[make.claim("12 people", "killed")])
    b = make.report(claims=[make.claim("12 people", "wounded")])
    assert explain_difference(a, b) == "the reports differ in 1 place (first -> second):\n  claims[0] '12 people', measure: 'killed' -> 'wounded'"
    assert explain_difference(a, b, ignore=["measure"]) == ""


def test_records_are_matched_by_place() -> None:
    first, second = make.quote("that at least 12 people were killed in Brod"), make.quote("“We are still searching,”", source=None)
    lines = explain_difference(make.report(quotes=[first, second]), make.report(quotes=[second])).splitlines()
    assert lines[1:] == ["  quotes[0] 33..76 'that at least 12 people were killed in Brod' (indirect, Ana Ruiz said), only in the first"]
    lines = explain_difference([second], [first, second]).splitlines()
    assert lines == [
        "the two differ in 1 place (first -> second):",
        "  [0] 33..76 'that at least 12 people were killed in Brod' (indirect, Ana Ruiz said), only in the second",
    ]


def test_texts_that_differ() -> None:
    told = explain_difference(Maker(TEXT).report(), Maker(TEXT.replace("Brod", "Bran")).report())
    assert "text, from offset 74 on: " in told


def test_records_of_two_classes() -> None:
    assert explain_difference(make.report(), 3) == "the first is a Report, the second a int"


@settings(deadline=None)
@given(strategies.reports(), strategies.reports())
def test_something_is_told_exactly_of_what_differs(a: ck.Report, b: ck.Report) -> None:
    assert explain_difference(a, a) == ""
    assert bool(explain_difference(a, b)) == (a != b)


# Strategies and reprs


@settings(deadline=None)
@given(strategies.reports())
def test_drawn_reports_are_valid(report: ck.Report) -> None:
    assert all(report.text[span.start : span.end] == span.text for span in spans(report))
    assert ck.from_json(ck.to_json(report)) == report
    for quantity in report.quantities:
        figures = [figure for figure in (quantity.low, quantity.best, quantity.high) if figure is not None]
        assert figures == sorted(figures)
    assert report.to_html()


@settings(deadline=None)
@given(strategies.news_texts())
def test_drawn_texts_are_read(text: str) -> None:
    report = ck.parse(text)
    assert ck.from_json(ck.to_json(report)) == report


RECORDS = st.one_of(strategies.quotes(), strategies.claims(), strategies.events(), strategies.dates(), strategies.entities())


@settings(deadline=None)
@given(RECORDS)
def test_a_repr_is_the_expression_that_makes_the_record(record: object) -> None:
    assert eval(repr(record), {**vars(ck), "datetime": dt}) == record  # noqa: S307


def test_reprs_are_short() -> None:
    assert repr(ck.Span(3, 5, "Hi")) == "Span(3, 5, 'Hi')"
    assert repr(ck.Measure.KILLED) == "Measure.KILLED"
    assert f"{ck.Measure.KILLED}" == "killed"
    assert repr(Maker().entity("Ana Ruiz")) == "Entity(mention=Span(0, 8, 'Ana Ruiz'), name='Ana Ruiz', kind=EntityKind.PERSON)"
    assert repr(Maker("It rained.").report()) == "<Report of 10 characters, published None: 0 quotes, 0 claims, 0 events, 0 dates, 0 quantities, 0 incidents>"


def test_hypothesis_is_imported_only_when_asked_for() -> None:
    code = "import sys, conflictkit.testing; print('hypothesis' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
