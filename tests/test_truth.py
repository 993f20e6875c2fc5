"""The corpus of denial, doubt, plan and prevention: what does not hold is never told as a fact, and what only looks like it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import conflictkit as ck

PUBLISHED = dt.date(2025, 11, 7)
CORPUS = Path(__file__).parent / "corpus" / "truth.md"
HOLDS = {ck.Factuality.ASSERTED, ck.Factuality.CLAIMED}


def cases() -> list[tuple[str, str, str]]:
    """(text, number, factuality) of each line."""
    out: list[tuple[str, str, str]] = []
    text = ""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("text: "):
            text = line.removeprefix("text: ")
        elif line.startswith("- "):
            number, expected = line.removeprefix("- ").split(" | ")
            out.append((text, number, expected))
    return out


@pytest.mark.parametrize(("text", "number", "expected"), cases(), ids=lambda value: value[:40])
def test_truth(text: str, number: str, expected: str) -> None:
    claims = [claim for claim in ck.parse_claims(text, PUBLISHED) if claim.quantity.number.text == number]
    assert claims, "no claim of that number"
    found = claims[0].factuality
    assert (found in HOLDS) if expected == "holds" else str(found) == expected


def test_half_of_the_corpus_only_looks_untrue() -> None:
    expected = [wanted for _, _, wanted in cases()]
    assert len(expected) >= 120
    assert 0.45 <= expected.count("holds") / len(expected) <= 0.6
