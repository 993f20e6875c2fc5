"""Dates: the corpus, the rules' dispatch, and the arithmetic of the calendar."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictkit._document import Document
from conflictkit._models import DateExpression, Grain, TimexType
from conflictkit._pipeline import parse_dates, parse_quantities
from conflictkit.english import dates, pack
from conflictkit.english.dates.calendar import easter, interval, month_days, orthodox_easter, shift_months, week_value
from conflictkit.english.dates.feasts import FEASTS, feast_days

CORPUS = Path(__file__).parent / "corpus" / "dates.md"


class Case(NamedTuple):
    """One block of the corpus."""

    line: int
    text: str
    published: dt.date | None
    expected: tuple[str, ...]


def read_corpus() -> list[Case]:
    """The blocks of the corpus, in order."""
    cases = []
    line = 1
    for block in CORPUS.read_text(encoding="utf-8").split("\n\n"):
        rows = block.strip().split("\n")
        if rows[0].startswith("text: "):
            published = next((dt.date.fromisoformat(row[11:]) for row in rows if row.startswith("published: ")), None)
            expected = tuple(row[2:] for row in rows if row.startswith("- ") and row != "- none")
            cases.append(Case(line, rows[0][6:], published, expected))
        line += block.count("\n") + 2
    return cases


def shown(found: DateExpression) -> str:
    """An expression as the corpus writes it."""
    days = f"{found.first}..{found.last or ''}" if found.first else ""
    return f"{found.span.text} | {found.timex_type} | {found.timex_value} | {found.mod or ''} | {days}".rstrip()


CASES = read_corpus()
VOCABULARY = """May March 24 2022 February the of early last week Friday , . - to year years ago two 1990s in next day morning 5 p.m. : 30 BC daily now"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line}")
def test_corpus(case: Case) -> None:
    assert tuple(map(shown, parse_dates(case.text, case.published))) == case.expected


def test_every_rule_fires_in_the_corpus() -> None:
    fired = {found.rule for case in CASES for found in parse_dates(case.text, case.published)}
    assert [rule.name for rule in dates.RULES if rule.name not in fired] == []


def test_dispatch_equals_trying_every_rule_everywhere() -> None:
    table = pack().dates
    docs = [Document(case.text, table.lexicon) for case in CASES]
    patterns = [(order, re.compile(table.pattern(phrase))) for order, rule in enumerate(dates.RULES) for phrase in rule.phrases]
    for doc in docs:
        tried = {(k, -hit.end(), order) for k in range(len(doc)) for order, p in patterns if (hit := p.match(doc.cls, k)) and hit.end() > k}
        assert {found[:3] for found in table.candidates(doc)} == tried


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80), st.none() | DAYS)
def test_offsets_are_exact_and_intervals_lie_in_their_grain(text: str, published: dt.date | None) -> None:
    end = 0
    for found in parse_dates(text, published):
        assert end <= found.span.start < found.span.end
        end = found.span.end
        assert text[found.span.start : end] == found.span.text
        assert found.first is not None or found.last is None
        if found.first is not None and found.last is not None:
            assert found.first <= found.last
            if found.timex_type is TimexType.DURATION:
                continue
            assert (found.last - found.first).days < {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 31, Grain.YEAR: 366}.get(found.grain or Grain.CENTURY, 36525)


@given(DAYS)
def test_a_day_lies_in_its_week_month_and_year(day: dt.date) -> None:
    for value in (day.isoformat(), f"{day:%Y-%m}".rjust(7, "0"), f"{day.year:04}", week_value(day)):
        first, last, grain = interval(value)
        assert grain is not None
        if first is not None and last is not None:
            assert first <= day <= last


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(-500, 500))
def test_months_shift_back_and_forth(year: int, month: int, by: int) -> None:
    assert shift_months(*shift_months(year, month, by), -by) == (year, month)
    assert 28 <= month_days(year, month) <= 31


@pytest.mark.parametrize(("year", "day"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2022, "2022-04-17"), (2025, "2025-04-20")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


@pytest.mark.parametrize("text", ["today", "last week", "Friday", "two years ago", "this month", "tomorrow morning", "the day after tomorrow"])
def test_nothing_is_guessed_without_publication(text: str) -> None:
    assert [(found.timex_value, found.first) for found in parse_dates(f"It fell {text}.")] == [("", None)]


@given(DAYS)
def test_units_of_the_calendar_meet_without_gap(day: dt.date) -> None:
    for value, grain in (
        (f"{day.year:04}", Grain.YEAR),
        (f"{day.year:04}-{day.month:02}", Grain.MONTH),
        (f"{day.year:04}-Q{(day.month + 2) // 3}", Grain.QUARTER),
    ):
        first, last, found = interval(value)
        assert found is grain
        assert first is not None
        assert last is not None
        assert first.day == 1
        assert first <= day <= last
        assert last == dt.date.max or (last + dt.timedelta(1)).day == 1


@given(DAYS)
def test_a_week_has_seven_days_and_begins_on_monday(day: dt.date) -> None:
    first, last, _ = interval(week_value(day))
    if first is not None and last is not None:
        assert first.isoweekday() == 1
        assert (last - first).days == 6 or last == dt.date.max


@given(DAYS, st.integers(0, 400), st.sampled_from(["days", "months", "years"]))
def test_units_ago_are_that_far_back(published: dt.date, n: int, unit: str) -> None:
    (found,) = parse_dates(f"It began {n + 2} {unit} ago.", published)
    if found.first is not None and found.last is not None:
        months = (published.year - found.first.year) * 12 + published.month - found.first.month
        assert {"days": (published - found.first).days, "months": months, "years": published.year - found.first.year}[unit] == n + 2
    else:
        assert found.timex_value == ""


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W53", "None", "None"),
        ("2023-02-29", "None", "None"),
        ("9999-WI", "9999-12-01", "9999-12-31"),
        ("9999-W52", "9999-12-27", "9999-12-31"),
    ],
)
def test_edges_of_the_calendar(value: str, first: str, last: str) -> None:
    assert tuple(map(str, interval(value)[:2])) == (first, last)


@given(DAYS, st.sampled_from(["monday", "friday", "sunday"]), st.sampled_from(["{}", "last {}", "next {}", "two {}s ago"]))
def test_weekdays_are_such_days(published: dt.date, weekday: str, form: str) -> None:
    for found in parse_dates(f"They met {form.format(weekday.title())}.", published):
        if found.first is not None:
            assert f"{found.first:%A}".lower() == weekday
            assert abs((found.first - published).days) <= 14


@pytest.mark.parametrize(("year", "day"), [(1918, "1918-05-05"), (2000, "2000-04-30"), (2022, "2022-04-24"), (2025, "2025-04-20")])
def test_orthodox_easter(year: int, day: str) -> None:
    assert orthodox_easter(year).isoformat() == day


@given(st.integers(1900, 2099))
def test_both_easters_are_sundays_of_spring(year: int) -> None:
    west, east = easter(year), orthodox_easter(year)
    assert west.isoweekday() == east.isoweekday() == 7
    assert (east - west).days in (0, 7, 28, 35)


@given(DAYS, st.integers(1, 99), st.sampled_from(["days", "weeks"]), st.sampled_from(["before", "after"]))
def test_days_counted_from_a_day_are_that_far_from_it(day: dt.date, n: int, unit: str, side: str) -> None:
    found = parse_dates(f"They left {n + 1} {unit} {side} {day.day} {day:%B} {day.year:04}.", None)[0]
    if day.year >= 1000 and found.first is not None:
        assert (found.first - day).days == (n + 1) * (7 if unit == "weeks" else 1) * (1 if side == "after" else -1)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 300))
def test_a_range_runs_forward(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(length + 1)
    one, two = parse_dates(f"It lasted from {first.day} {first:%B} {first.year} to {last.day} {last:%B}.", None)
    assert (one.first, two.first) == (first, last)


@given(st.integers(1900, 2040), st.integers(1, 52))
def test_a_week_of_a_year_is_that_week(year: int, week: int) -> None:
    (found,) = parse_dates(f"It began in week {week} of {year}.", None)
    assert found.first == dt.date.fromisocalendar(year, week, 1)


MONTHS = "January February March April May June July August September October November December".split()
PAIRS = [(published, month) for published in range(1, 13) for month in MONTHS]
TOLD = ("Rebels seized the town on {} 20.", "The village fell in {}.", "A {} 12 attack killed five.", "The bridge was blown up on 20 {}.", "Since {}, nine have died.")
PLANNED = ("Talks will open on {} 20.", "The summit is due in {}.", "Elections are planned for 20 {}.", "A swap is expected to be held on {} 12.")


@pytest.mark.parametrize("sentence", TOLD)
def test_nothing_told_in_the_past_tense_lies_after_publication(sentence: str) -> None:
    for published, month in PAIRS:
        day = dt.date(2025, published, 15)
        (found,) = parse_dates(sentence.format(month), day)
        assert found.first is not None
        assert dt.date(2024, published, 1) <= found.first <= day


@pytest.mark.parametrize("sentence", PLANNED)
def test_plans_lie_ahead(sentence: str) -> None:
    for published, month in PAIRS:
        day = dt.date(2025, published, 15)
        (found,) = parse_dates(sentence.format(month), day)
        assert found.last is not None
        assert day <= found.last < dt.date(2026, published, 28)


@pytest.mark.parametrize("weekday", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
@given(DAYS.filter(lambda day: 1 < day.year < 9999))
def test_weekdays_of_the_past_and_of_plans_lie_on_their_side(weekday: str, day: dt.date) -> None:
    (told,) = parse_dates(f"Guards shot two men on {weekday}.", day)
    (planned,) = parse_dates(f"A swap is expected on {weekday}.", day)
    assert told.first is not None
    assert planned.first is not None
    assert dt.timedelta(0) <= day - told.first < dt.timedelta(7)
    assert dt.timedelta(0) <= planned.first - day < dt.timedelta(7)


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
@pytest.mark.parametrize(
    "text",
    """this weekend|next weekend|last weekend|next year|last century|the past 24 hours|the next 30 years|tomorrow|yesterday|next Friday|last week|Easter
    |next Ramadan|last Hanukkah|Friday the 13th|the third week of this month|the rest of the month|late next decade|from Friday to Sunday|in two weeks
    |overnight on Dec. 31 to 1|the first half of next month|the last week of December|from 22:00 to 04:00|Feb. 29|two days after Christmas""".split("|"),
)
def test_the_ends_of_the_calendar_leave_a_date_open(text: str, day: dt.date) -> None:
    for found in parse_dates(f"It will end {text.strip()}. It ended {text.strip()}.", day):
        assert found.last is None or found.first is None or found.first <= found.last


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("On March 3, 12 people were killed.", "12 people"),
        ("Since October 7, 378 soldiers have been killed.", "378 soldiers"),
        ("At 14:30, 12 people were killed.", "12 people"),
        ("On 9 May, 40 houses burned.", "40 houses"),
        ("By 5 p.m., 60 men had left.", "60 men"),
        ("On February 2 and 3, 19 boats sank.", "19 boats"),
        ("Before 0600, 25 rockets fell.", "25 rockets"),
        ("In August 2024, 300 families fled.", "300 families"),
        ("On Tuesday, 7 guards were shot.", "7 guards"),
    ],
)
def test_a_number_right_behind_a_date_or_an_hour_is_a_number(text: str, number: str) -> None:
    assert [quantity.span.text for quantity in parse_quantities(text)] == [number]
    assert all(number not in date.span.text for date in parse_dates(text, dt.date(2025, 11, 7)))


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("orthodox easter", 2024, "2024-05-05"),
        ("good friday", 2025, "2025-04-18"),
        ("ash wednesday", 2024, "2024-02-14"),
        ("thanksgiving", 2023, "2023-11-23"),
        ("memorial day", 2025, "2025-05-26"),
        ("rosh hashanah", 2023, "2023-09-16"),
        ("yom kippur", 1973, "1973-10-06"),
        ("passover", 2025, "2025-04-13"),
        ("hanukkah", 2023, "2023-12-08"),
        ("ramadan", 2024, "2024-03-11"),
        ("eid al-adha", 2023, "2023-06-29"),
        ("islamic new year", 2024, "2024-07-08"),
    ],
)
def test_feasts(name: str, year: int, day: str) -> None:
    assert str(feast_days(FEASTS[name], year)[0][0]) == day


def test_a_weekend_past_the_last_day_of_the_calendar_is_unresolved() -> None:
    (found,) = parse_dates("They met this weekend.", published=dt.date(9999, 12, 31))
    assert (found.first, found.last) == (None, None)


@pytest.mark.parametrize("words", ["the middle of winter", "late winter", "the end of next year", "the next decade", "the last week of December", "two centuries ago"])
@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 6, 1), dt.date(9999, 12, 31)])
def test_periods_at_the_ends_of_the_calendar(words: str, day: dt.date) -> None:
    for found in parse_dates(f"They met in {words}.", published=day):
        assert found.first is None or found.last is None or found.first <= found.last


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("3 March 2011: Guards shoot four men.|18 May: Rebels take the port.|2 January: A truce is signed.", "2011-03-03 2011-05-18 2012-01-02"),
        ("2013:|9 April - Rebels take the port.|2015: In September, a truce is signed.", "2013-01-01 2013-04-09 2015-01-01 2015-09-01"),
        ("16:40|A shell fell.|Tuesday, 4 November|22:10|Guards fled.", "2025-11-05 2025-11-04 2025-11-04"),
        ("The war began in 2011.|18 May was calm.", "2011-01-01 2025-05-18"),
    ],
)
def test_an_entry_has_the_year_and_day_of_those_above_it(lines: str, days: str) -> None:
    assert [str(date.first) for date in parse_dates(lines.replace("|", "\n\n"), dt.date(2025, 11, 5))] == days.split()
