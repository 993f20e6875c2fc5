"""The public names, what importing costs, and that the docs list every name."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

import conflictkit as ck
from conflictkit._collector import LONGEST, uncollected

ROOT = Path(__file__).parents[1]
CONTRACT = """
parse parse_quotes parse_claims parse_events parse_dates parse_quantities to_dict from_dict to_json from_json compare_claims
Span Entity Quote Quantity NumericClaim DateExpression DatedEvent Report Measure Stance Place Incident Toll Dateline Comparison SharedIncident Factuality EntityKind Salience
""".split()


def test_the_contract_is_there() -> None:
    assert set(CONTRACT) <= set(ck.__all__)
    assert all(hasattr(ck, name) for name in ck.__all__)
    assert len(set(ck.__all__)) == len(ck.__all__)


def test_the_api_page_lists_every_name() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert [name for name in ck.__all__ if f":: conflictkit.{name}\n" not in page] == []


@pytest.mark.parametrize("name", [n for n in ck.__all__ if n[0].islower()])
def test_every_function_is_documented(name: str) -> None:
    assert getattr(ck, name).__doc__


def test_importing_does_not_import_cattrs_or_dateparser() -> None:
    code = "import sys, conflictkit; print(sorted({'cattrs', 'dateparser'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_records_are_frozen_and_hashable() -> None:
    span = ck.Span(0, 2, "Hi")
    assert span == ck.Span(0, 2, "Hi")
    assert {span: 1}[ck.Span(0, 2, "Hi")] == 1
    with pytest.raises(AttributeError):
        span.start = 1  # type: ignore[misc]


def test_the_collector_waits_while_a_text_is_read() -> None:
    seen = []

    @uncollected
    def read(text: str) -> None:
        seen.append(gc.isenabled())
        if not text:
            raise ValueError

    assert gc.isenabled()
    read("short")
    read("long" * LONGEST)
    with pytest.raises(ValueError):
        read("")
    assert seen == [False, True, False]
    assert gc.isenabled()
    gc.disable()
    try:
        read("short")
        assert not gc.isenabled(), "whoever has switched it off wants it so"
    finally:
        gc.enable()
