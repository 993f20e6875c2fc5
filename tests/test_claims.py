"""The corpus of claims: text, then each number with its measure, figures, source, stance and role."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import conflictkit as ck

CORPUS = Path(__file__).parent / "corpus" / "claims.md"


def cases() -> list[tuple[str, list[str]]]:
    """(text, expected lines) of each block."""
    out: list[tuple[str, list[str]]] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("text: "):
            out.append((line.removeprefix("text: ").replace("\\n", "\n"), []))
        elif line.startswith("- "):
            out[-1][1].append(line.removeprefix("- "))
    return out


def show(claim: ck.NumericClaim) -> str:
    q = claim.quantity
    figures = " ".join("-" if x is None else f"{x:g}" for x in (q.low, q.best, q.high))
    source = claim.source.name if claim.source and claim.source.name else "-"
    return f"{q.number.text} | {claim.measure} | {figures} | {source} | {claim.stance or '-'} | {claim.role}"


@pytest.mark.parametrize(("text", "expected"), cases(), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_corpus(text: str, expected: list[str]) -> None:
    found = [show(claim) for claim in ck.parse_claims(text, dt.date(2025, 11, 7))]
    assert found == ([] if expected == ["none"] else expected)


def test_a_claim_lies_in_its_sentence() -> None:
    for text, _ in cases():
        for claim in ck.parse_claims(text):
            assert "\n" not in claim.quantity.span.text


def toll(text: str) -> tuple[ck.NumericClaim, ...]:
    return ck.parse_claims(text, dt.date(2025, 11, 7))


def test_compare_finds_what_conflicts() -> None:
    first = toll("Police said 12 people were killed.")
    second = toll("The army said 20 people were killed.")
    (group,) = ck.compare(first + second)
    assert (group.measure, group.low, group.high, group.agree) == (ck.Measure.KILLED, 12, 20, False)
    assert group.conflicts == ((*first, *second),)


def test_compare_lets_bounds_agree() -> None:
    (group,) = ck.compare(toll("Police said at least 12 people were killed.") + toll("The army said 20 people were killed."))
    assert group.agree


def test_increments_are_not_mixed_with_totals() -> None:
    (group,) = ck.compare(toll("Police said 12 people were killed.") + toll("Another 3 were killed."))
    assert [c.quantity.best for c in group.claims] == [12]
    assert [c.quantity.best for c in group.parts] == [3]


def test_an_unrelated_claim_changes_no_group() -> None:
    claims = toll("Police said 12 people were killed.") + toll("The army said 20 people were killed.")
    assert ck.compare(claims) == ck.compare(claims + toll("The region lost 14 tanks."))[:1]


def test_compare_refuses_what_is_no_claim() -> None:
    with pytest.raises(ck.InputTypeError, match="not str"):
        ck.compare(["12 killed"])  # type: ignore[list-item]
