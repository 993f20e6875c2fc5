"""Many texts over processes: the same reports, in order, read only a little ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

import conflictkit as ck
from conflictkit._many import CHUNK_TEXTS, CHUNKS_AHEAD

DAY = dt.date(2025, 11, 7)
SENTENCES = (
    "Governor Ana Ruiz said on Monday that about 12 people were killed.",
    "“We hold the bridge,” he said.",
    "The army lost 22 tanks last week.",
    "It rained.",
)


def articles(count: int) -> list[tuple[str, dt.date | None]]:
    return [(f"{SENTENCES[n % 4]} Some {n + 2} people fled.", DAY if n % 3 else None) for n in range(count)]


@pytest.fixture(scope="module")
def expected() -> list[ck.Report]:
    return [ck.parse(text, published=day) for text, day in articles(450)]


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_reports_are_those_of_parse_in_order(workers: int | None, expected: list[ck.Report]) -> None:
    assert list(ck.parse_many(articles(450), workers=workers)) == expected


def test_plain_texts_have_no_day(expected: list[ck.Report]) -> None:
    assert list(ck.parse_many([articles(1)[0][0]])) == expected[:1]
    assert list(ck.parse_many([])) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_endless_stream_is_read_only_a_little_ahead(workers: int) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield f"Some {read} people fled."

    reports = ck.parse_many(endless(), workers=workers)
    for taken in range(1, 251):
        assert next(reports).claims[0].quantity.best == taken
        assert read <= taken + CHUNK_TEXTS * (CHUNKS_AHEAD * workers + 1)
    reports.close()  # type: ignore[attr-defined]


def test_progress_counts_the_reports() -> None:
    seen: list[int] = []
    list(ck.parse_many(articles(250), workers=2, progress=seen.append))
    assert seen == list(range(1, 251))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_text_that_cannot_be_read_is_named_when_its_turn_comes(workers: int) -> None:
    texts: list[Any] = [text for text, _ in articles(220)]
    texts[210] = b"bytes"
    reports = ck.parse_many(texts, workers=workers)
    for _ in range(210):
        next(reports)
    with pytest.raises(ck.InputTypeError, match="text 210: text must be a str, not bytes"):
        next(reports)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"texts": "one text"}, "many texts, not one str"),
        ({"texts": [], "workers": 0}, "from 1 up or None, not 0"),
        ({"texts": [], "workers": "2"}, "not '2'"),
    ],
)
def test_wrong_arguments_are_refused_at_once(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ck.InputTypeError, match=message):
        ck.parse_many(**arguments)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ck.UnknownLanguageError, match="no language 'tlh'"):
        list(ck.parse_many(["x"], language="tlh"))
