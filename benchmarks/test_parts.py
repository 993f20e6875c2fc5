"""Our own parts under pytest-benchmark: ``python -m pytest benchmarks`` (dependency group ``bench``); never part of the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import conflictkit as ck
from benchmarks.texts import read_texts

pytest.importorskip("pytest_benchmark")
TEXTS = read_texts(None)
PARTS = (ck.parse, ck.parse_quotes, ck.parse_dates, ck.parse_quantities)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_part(benchmark: Any, part: Callable[[str], Any]) -> None:
    found = benchmark(lambda: [part(text) for text in TEXTS])
    assert all(found)
