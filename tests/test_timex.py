"""Expressions as TIMEX3 elements and EDTF strings."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictkit import parse_dates
from conflictkit.export.timex import to_edtf, to_timex3

PUBLISHED = dt.date(2025, 11, 7)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 24 February 2022", "2022-02-24"),
        ("in May 2023", "2023-05"),
        ("in the summer of 2023", "2023-22"),
        ("in the third quarter of 2023", "2023-35"),
        ("in the second half of 2023", "2023-41"),
        ("in the late 1980s", "198X"),
        ("in the 19th century", "18XX"),
        ("in 240 BC", "-0239"),
        ("in 1 BC", "0000"),
        ("last week", "2025-10-27/2025-11-02"),
        ("since March 2022", "2022-03/.."),
        ("until 2023", "../2023"),
        ("before 3 May 2022", "../2022-05-02"),
        ("after 3 May 2022", "2022-05-04/.."),
        ("the morning of 3 May 2022", "2022-05-03"),
        ("at 3:05 p.m. on 3 May 2022", "2022-05-03T15:05:00"),
        ("for two weeks", ""),
        ("every day", ""),
        ("recently", ""),
    ],
)
def test_edtf(text: str, edtf: str) -> None:
    assert to_edtf(parse_dates(text, PUBLISHED)[0]) == edtf


def test_no_edtf_without_a_day_of_publication() -> None:
    assert to_edtf(parse_dates("last week")[0]) == ""


def test_timex3() -> None:
    early, every = parse_dates("In early May 2023 it rained every day.")
    assert to_timex3(early, "t7") == '<TIMEX3 tid="t7" type="DATE" value="2023-05" mod="START">early May 2023</TIMEX3>'
    assert to_timex3(every) == '<TIMEX3 tid="t1" type="SET" value="P1D" quant="EVERY">every day</TIMEX3>'


@given(st.text(max_size=40).map(lambda text: f"On 3 May 2022 {text} two weeks ago"))
def test_elements_are_well_formed(text: str) -> None:
    for date in parse_dates(text, PUBLISHED):
        assert ElementTree.fromstring(to_timex3(date)).get("value") == date.timex_value
