"""dateparser: asked for a full date that the grammar found, believed when its digits survive, and for nothing else."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from conflictkit import __compiled__, parse_dates
from conflictkit.english.dates import formats

PUBLISHED = dt.date(2025, 11, 7)


@pytest.mark.parametrize("text", ["Sep-23-2020", "2012 Aug 10", "16. Nov. 2016"])
def test_a_full_date_is_read(text: str) -> None:
    found = formats.read_absolute(text)
    assert found is not None
    assert str(found.year) in text


@pytest.mark.parametrize("text", ["Friday", "21 months", "the 1990s", "may", "sat", "now", "in 3 days", "Feb-30-2020", "1957 року", "12 May"])
def test_no_answer_without_day_month_and_year_of_the_text(text: str) -> None:
    assert formats.read_absolute(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came on Friday.", "2025-11-07"),
        ("It took 21 months.", "P21M"),
        ("In the 1990s it grew.", "199"),
        ("They left last winter.", "2024-WI"),
        ("He called on Monday evening.", "2025-11-03TEV"),
        ("It fell on 30 February 2020.", ""),
        ("It fell on 12 May.", "2025-05-12"),
    ],
)
def test_where_it_is_silently_wrong_it_is_not_asked(text: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(formats, "read_absolute", refuse)
    assert [date.timex_value for date in parse_dates(text, PUBLISHED)] == [value]


@pytest.mark.parametrize("text", ["we", "We said so.", "We met them; we left.", "We 12", "mon ami", "sat down"])
def test_common_words_are_no_weekdays(text: str) -> None:
    assert formats.read_absolute(text) is None
    assert parse_dates(text, PUBLISHED) == ()


@pytest.mark.skipif(__compiled__, reason="compiled modules call each other directly")
def test_dateparser_sees_whole_dates_only(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    read = formats.read_absolute
    monkeypatch.setattr(formats, "read_absolute", lambda text: seen.append(text) or read(text))
    corpus = (Path(__file__).parent / "corpus" / "dates.md").read_text(encoding="utf-8")
    parse_dates(corpus + " We met on Sep-23-2020. On 2012 Aug 10 we left; we are here. We came Thu Oct 26 11:00:09 2023.", PUBLISHED)
    assert seen
    for text in seen:
        assert re.search(r"(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", text)
        assert re.search(r"\b\d{4}\b", text)
        assert re.search(r"\b\d{1,2}\b", text)
