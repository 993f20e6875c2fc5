"""Time is linear and bounded: counted in executed lines and in tried phrases, which no machine changes, not in seconds."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import conflictkit as ck
from conflictkit._document import Document
from conflictkit.english import pack

DAY = dt.date(2025, 11, 7)
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
TIMES = 16
KINDS = {
    "news": "\n".join(SEEDS),
    "unclosed quotes": "“ he said " * 100,
    "digit runs": "1234567890" * 100,
    "numbers": "12 3,400 1.5 " * 80,
    "one endless sentence": "and then the army moved on the town " * 30,
    "capitalised words": "Alpha Bravo " * 90,
    "he said": "he said " * 120,
    "dates": "on Monday, 5 May 2023, and in June " * 30,
    "apostrophes": "'the soldiers' 'house' " * 45,
}
NEWS_LINES = 26_000
"""Lines of Python that a thousand characters of news may take: a guard against a stage that walks the text again."""


def lines_per_1000(text: str) -> float:
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
        ck.parse(text, published=DAY)
    finally:
        sys.settrace(before)
    return count * 1000 / len(text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_longer_text_takes_no_more_lines_per_character(kind: str) -> None:
    some, many = KINDS[kind] * (TIMES // 4), KINDS[kind] * TIMES
    ck.parse(some, published=DAY)  # what is remembered by word is there
    assert lines_per_1000(many) <= 1.1 * lines_per_1000(some) + 100


def test_news_takes_a_bounded_number_of_lines() -> None:
    ck.parse(KINDS["news"], published=DAY)
    assert lines_per_1000(KINDS["news"]) < NEWS_LINES


def test_phrases_are_tried_at_few_places() -> None:
    """Of all pairs of a phrase and a place, one in a hundred at most is tried, however long the text."""
    words = pack()
    for times in (1, TIMES):
        doc = Document(KINDS["news"] * times, words.lexicon)
        tried = sum(len(numbers) for _, numbers in words.dates.tries(doc))
        assert 0 < tried * 100 < len(doc) * sum(len(rule.phrases) for rule in words.dates.rules)
