"""Quantities: the corpus, numbers spelled from values and read back, and texts that must not take long."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.english.lexicon.inflection import singular

CORPUS = Path(__file__).parent / "corpus" / "quantities.md"
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
VALUES = st.one_of(st.integers(2, 999), st.integers(2, 10**6), st.integers(2, 10**15 - 1))


class Case(NamedTuple):
    """One block of the corpus."""

    line: int
    text: str
    expected: tuple[str, ...]


def read_corpus() -> list[Case]:
    """The blocks of the corpus, in order."""
    cases = []
    line = 1
    for block in CORPUS.read_text(encoding="utf-8").split("\n\n"):
        rows = block.strip().split("\n")
        if rows[0].startswith("text: "):
            cases.append(Case(line, rows[0][6:], tuple(row[2:] for row in rows[1:] if row != "- none")))
        line += block.count("\n") + 2
    return cases


def shown(found: ck.Quantity) -> str:
    """A quantity as the corpus writes it."""
    values = " ".join("-" if v is None else f"{v:.10g}" if isinstance(v, float) else str(v) for v in (found.low, found.best, found.high))
    noun = found.noun.text if found.noun else "-"
    rate = f" | per {found.per}" if found.per else ""
    whole = f" | of {found.of}" if found.of is not None else ""
    return f"{found.span.text} | {values} | {found.bound} | {found.unit or '-'} | {found.kind} | {noun}{rate}{whole}"


CASES = read_corpus()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line}")
def test_corpus(case: Case) -> None:
    read = ck.parse_quantities(case.text)
    assert tuple(map(shown, read)) == case.expected
    assert read == ck.parse(case.text).quantities  # alone, the grammar reads some of the sentences only


def spelled(value: int, joiner: str = " and ", hyphen: str = "-") -> str:
    """A whole number in English words."""
    for scale, name in SCALES:
        if value >= scale:
            rest = value % scale
            return f"{spelled(value // scale, joiner, hyphen)} {name}" + (f" {spelled(rest, joiner, hyphen)}" if rest else "")
    if value >= 100:
        return f"{SMALL[value // 100]} hundred" + (joiner + spelled(value % 100, joiner, hyphen) if value % 100 else "")
    if value >= 20:
        return TENS[value // 10 - 2] + (hyphen + SMALL[value % 10] if value % 10 else "")
    return SMALL[value]


def only(numeral: str) -> ck.Quantity:
    """The one quantity of a sentence that counts rifles."""
    (found,) = ck.parse_quantities(f"They brought {numeral} rifles.")
    assert found.number.text == numeral
    assert found.unit == "rifle"
    return found


@given(VALUES, st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_words_are_read_back(value: int, joiner: str, hyphen: str) -> None:
    assert only(spelled(value, joiner, hyphen)).best == value


@given(VALUES)
def test_digits_are_read_back(value: int) -> None:
    for form in (str(value), f"{value:,}", *([f"{value:,}".replace(",", mark) for mark in ("\u2009", "\u00a0", " ", "’")] if value > 9999 else [])):
        found = only(form)
        assert found.best == found.low == found.high == value
        assert isinstance(found.best, int)


@given(st.integers(1, 9999), st.integers(0, 9), st.sampled_from(SCALES))
def test_scale_words_multiply_exactly(whole: int, tenth: int, scale: tuple[int, str]) -> None:
    best = only(f"{whole:,}.{tenth} {scale[1]}").best
    assert best == (whole * 10 + tenth) * scale[0] // 10
    assert isinstance(best, int)


@given(st.integers(2, 900), st.integers(1, 99), st.sampled_from([" to ", "-", " – ", " or "]))
def test_ranges_have_both_ends_and_no_best(low: int, more: int, joiner: str) -> None:
    high = low + (more if joiner != " or " else 1)
    (found,) = ck.parse_quantities(f"They brought {low}{joiner.strip() if joiner == '-' else joiner}{high} rifles.")
    assert (found.low, found.best, found.high, found.bound) == (low, None, high, ck.Bound.RANGE)


PARTS = ((Fraction(1, 2), "half"), (Fraction(1, 4), "a quarter"), (Fraction(1, 3), "a third"), (Fraction(2, 3), "two thirds"), (Fraction(3, 4), "three-quarters"))


@given(st.integers(2, 999), st.sampled_from(SCALES))
def test_a_half_and_other_parts_of_a_scale(whole: int, scale: tuple[int, str]) -> None:
    size, name = scale
    assert only(f"{spelled(whole)} {name} and a half").best == whole * size + size // 2
    assert only(f"{spelled(whole)} and a half {name}").best == whole * size + size // 2
    for part, words in PARTS:
        assert only(f"{words} a {name}" if part == Fraction(1, 2) else f"{words} of a {name}").best == pytest.approx(float(part * size))


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from([("k", 1000), ("m", 10**6), ("bn", 10**9), ("b", 10**9)]), st.sampled_from([("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("US$", "USD")]))
def test_letters_behind_money_multiply_exactly(whole: int, tenth: int, letter: tuple[str, int], sign: tuple[str, str]) -> None:
    (found,) = ck.parse_quantities(f"They paid {sign[0]}{whole}.{tenth}{letter[0]} for it.")
    assert (found.best, found.unit, found.kind) == ((whole * 10 + tenth) * letter[1] // 10, sign[1], ck.QuantityKind.MONEY)


@given(st.integers(2, 99), st.sampled_from(["%", " percent", " per cent", " pct", "-percent"]))
def test_percents_in_every_spelling(value: int, form: str) -> None:
    (found,) = ck.parse_quantities(f"They lost {value}{form} of it.")
    assert (found.best, found.unit, found.kind) == (value, "percent", ck.QuantityKind.SHARE)


@pytest.mark.parametrize("phrase", ["one thousand and ", "two million ", "3 - ", "one of ", "half a ", "1/", "$", "hundred ", "99 to ", "a quarter of a ", "7 feet ", "a new one ", "twice ", "a ton of ", "5 km (3 miles) ", "ratio 1:", "two new 737 Max "])
def test_endless_phrases_end(phrase: str) -> None:
    assert isinstance(ck.parse_quantities(phrase * 3000), tuple)


@pytest.mark.parametrize("digits", ["9" * 5000, "0." + "1" * 5000, "point " + "1" * 5000, "2^" + "9" * 5000, "1e" + "9" * 5000, "1," * 3000 + "000"])
def test_numbers_too_long_to_mean_anything(digits: str) -> None:
    assert isinstance(ck.parse_quantities(f"They brought {digits} rifles."), tuple)


@pytest.mark.parametrize(
    ("plural", "one"),
    [("men", "man"), ("children", "child"), ("cities", "city"), ("buses", "bus"), ("Iraqis", "iraqi"), ("losses", "loss"), ("aircraft", "aircraft"), ("heroes", "hero")],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
