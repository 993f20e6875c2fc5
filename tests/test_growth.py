"""Time is linear and bounded: counted in executed lines and in tried phrases, which no machine changes, not in seconds."""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import conflictkit as ck
from conflictkit._document import Document
from conflictkit.english import pack

DAY = dt.date(2025, 11, 7)
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
ENOUGH = 4_000
"""A text of at least so many characters is compared with one that is four times as long."""
KINDS = {
    "news": "\n".join(SEEDS),
    "attacks with names": "Ten men died in Tirsa shelling. " * 40,
    "unclosed quotes": "“ he said " * 100,
    "digit runs": "1234567890" * 100,
    "numbers": "12 3,400 1.5 " * 80,
    "one endless sentence": "and then the army moved on the town " * 30,
    "capitalised words": "Alpha Bravo " * 90,
    "he said": "he said " * 120,
    "announcements of announcements": "I said:\n\n" * 450,
    "dates": "on Monday, 5 May 2023, and in June " * 30,
    "figures and dates": "which fell on 5 May 12 men " * 40,
    "apostrophes": "'the soldiers' 'house' " * 45,
    "years and years": "2024 and " * 110,
    "infinitives": "army to raid, " * 70,
    "acts without marks": "attack another at raid after UN " * 32,
    "doers of one raid": "killing UN \u201d, " * 75,
    "a place before each doer": "in Brod gunmen attacked " * 170,
    "subsets of nothing": ". including ; 3, " * 60,
    "subsets": "1,000 wounded including 3 injured " * 30,
    "full stops": "." * 1000,
    "one row of a table": "| 12 " * 200,
    "adjectives": "big red old " * 85,
    "notes in brackets": "[a] " * 250,
    "clauses of place": "where troops marched " * 48,
    "one attack in each sentence": "Rebels attacked Tamir on Monday, killing 12. " * 25,
    "attacks without full stops": "An attack on Tamir and an attack on Dural and " * 25,
    "places that point back": "Two men died in Brod. Rebels stormed the city and the province of the country. " * 15,
    "attacks that nothing tells apart": "Attack. " * 130,
}
NEWS_LINES = 56_600
"""Lines of Python that a thousand characters of news may take, half a percent above what they take: a guard against a stage that walks the text again. Syntax takes some 12,000."""

DATE_LINES = 3_500
"""The same for the dates alone."""


def lines_per_1000(text: str, read: Callable[..., object] = ck.parse) -> float:
    """How many lines of the library run for a thousand characters."""
    count = 0

    def step(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return step

    def enter(frame: FrameType, event: str, arg: Any) -> Any:
        return step if "conflictkit" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        read(text, published=DAY)
    finally:
        sys.settrace(before)
    return count * 1000 / len(text)


def repeated(unit: str) -> tuple[str, str]:
    """A unit until it is long enough, and that four times."""
    some = unit * -(-ENOUGH // len(unit))
    return some, some * 4


@pytest.mark.parametrize("kind", KINDS)
def test_a_longer_text_takes_no_more_lines_per_character(kind: str) -> None:
    some, many = repeated(KINDS[kind])
    ck.parse(some, published=DAY)  # what is remembered by word is there
    assert lines_per_1000(many) <= 1.1 * lines_per_1000(some) + 100


UNITS = [*"the a his 12 dozens Brod army attack killed said been in by who that and , . ; \u2014 \u201c \u201d ' ( ) they Monday May 2024 not would $ % | > - \n # UN Mr. other".split(" "), "\n\n"]


@pytest.mark.parametrize("seed", range(24))
def test_whatever_is_repeated_takes_no_more_lines_per_character(seed: int) -> None:
    draw = random.Random(seed)
    unit = " ".join(draw.choices(UNITS, k=draw.randint(2, 7))) + draw.choice([" ", ", ", " and ", ". "])
    some, many = unit * (4000 // len(unit)), unit * (16000 // len(unit))
    ck.parse(some, published=DAY)
    assert lines_per_1000(many) <= 1.25 * lines_per_1000(some) + 100, unit


@pytest.mark.parametrize("unit", ["army to raid, ", "said that ", "who told those who told ", "(", "\u201c(", "of the army ", "if not ", "2024 and ", "strike to carried "])
def test_nothing_is_too_deep_to_be_read(unit: str) -> None:
    assert ck.parse(unit * 3000).text


def test_news_takes_a_bounded_number_of_lines() -> None:
    ck.parse(KINDS["news"], published=DAY)
    assert lines_per_1000(KINDS["news"]) < NEWS_LINES


def test_phrases_are_tried_at_few_places() -> None:
    """Of all pairs of a phrase and a place, one in a hundred at most is tried, however long the text."""
    words = pack()
    for times in (1, 16):
        doc = Document(KINDS["news"] * times, words.lexicon)
        tried = sum(len(numbers) for _, numbers in words.dates.tries(doc))
        assert 0 < tried * 100 < len(doc) * sum(len(rule.phrases) for rule in words.dates.rules)


DATE_KINDS = {
    "ranges": "24-26 February, from May to July 2023, 3, 4 and 6 June, between 6 and 9 May " * 25,
    "days before days": "two days before three days before a week after " * 40,
    "overnight": "overnight on Monday overnight on Tuesday " * 45,
    "one history": "In 1916 they met. Three days later, on the 21st, it fell; two years later he fled. " * 25,
    "units": "years months weeks days hours " * 60,
    "months without days": "May March August June and May or March to May " * 40,
    "digits and marks": "1/2/3-4-5:6.7 2022-02-24T10:30 24.02.2022 " * 45,
    "separators": "- to and or , " * 140,
}


@pytest.mark.parametrize("kind", DATE_KINDS)
def test_dates_of_a_longer_text_take_no_more_lines_per_character(kind: str) -> None:
    some, many = repeated(DATE_KINDS[kind])
    ck.parse_dates(some, published=DAY)
    assert lines_per_1000(many, ck.parse_dates) <= 1.1 * lines_per_1000(some, ck.parse_dates) + 100


def test_dates_of_news_take_a_bounded_number_of_lines() -> None:
    ck.parse_dates(KINDS["news"], published=DAY)
    assert lines_per_1000(KINDS["news"], ck.parse_dates) < DATE_LINES
