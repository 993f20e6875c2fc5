"""The corpus of claims: text, then each number with its measure, figures, source, stance and role."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.english.claims.measure import LADDER
from conflictkit.english.lexicon import claims as words
from tests.corpora import cases

PUBLISHED = dt.date(2025, 11, 7)
CORPUS = Path(__file__).parent / "corpus" / "claims.md"


def show(claim: ck.NumericClaim) -> str:
    q = claim.quantity
    figures = " ".join("-" if x is None else f"{x:g}" for x in (q.low, q.best, q.high))
    source = claim.source.name if claim.source and claim.source.name else "-"
    return f"{q.number.text} | {claim.measure} | {figures} | {source} | {claim.stance or '-'} | {claim.role}"


def setting(claim: ck.NumericClaim) -> dict[str, str]:
    return {
        "when": claim.when.timex_value if claim.when else "-",
        "is": str(claim.factuality),
        "part": claim.part_of.text if claim.part_of else "-",
        "previous": claim.previous.text if claim.previous else "-",
        **{name: who.name or "?" if who else "-" for name, who in (("at", claim.place), ("side", claim.side), ("by", claim.inflicted_by), ("via", claim.via))},
    }


@pytest.mark.parametrize(("text", "expected"), cases(CORPUS), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_corpus(text: str, expected: list[str]) -> None:
    claims = ck.parse_claims(text, PUBLISHED)
    if expected == ["none"]:
        assert claims == ()
        return
    rows = [line.split(" | ") for line in expected]
    assert [show(claim) for claim in claims] == [" | ".join(row[:6]) for row in rows]
    for claim, row in zip(claims, rows, strict=True):
        wanted = dict(extra.split(" ", 1) for extra in row[6:])
        assert {name: setting(claim)[name] for name in wanted} == wanted


def test_every_rule_of_the_ladder_answers_in_the_corpus() -> None:
    rules = {claim.rule.split(";")[0] for text, _ in cases(CORPUS) for claim in ck.parse_claims(text, PUBLISHED)}
    assert rules == {name for name, _ in LADDER} | {"all but", "listed victims", "none", "one victim", "other"}


def test_every_word_list_is_one_thing() -> None:
    """A noun has one measure: in which table it stands must not depend on the order of the ladder."""
    tables = (words.FIXED, words.BUILT, words.PERSON, words.THING)
    for n, table in enumerate(tables):
        for other in tables[n + 1 :]:
            assert not table.keys() & other.keys()


# --- properties --------------------------------------------------------------------------------------------------------

FATES = st.sampled_from(["were killed", "were wounded", "were arrested", "fled", "died", "marched"])
COUNTED = st.sampled_from(["people", "soldiers", "children", "guards", "women", ""])
NUMBERS = st.integers(2, 5000).map(str) | st.sampled_from(["dozens of", "at least 12", "up to 40", "about 300"])
JOINTS = st.sampled_from([", including", " and", ", among them", ", another", ", of them"])


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Sentences of numbers, nouns and fates joined in all ways, sensible or not."""
    sentences = []
    for _ in range(draw(st.integers(1, 4))):
        words = [f"{draw(NUMBERS)} {draw(COUNTED)} {draw(FATES)}"]
        for _ in range(draw(st.integers(0, 3))):
            words.append(f"{draw(JOINTS)} {draw(NUMBERS)} {draw(COUNTED)}")
        sentences.append("".join(words).capitalize() + ".")
    return " ".join(sentences)


@given(reports())
def test_a_claim_lies_in_its_sentence(text: str) -> None:
    for claim in ck.parse_claims(text, PUBLISHED):
        sentences = {text.count(".", 0, span.start) for span in (claim.quantity.span, claim.quantity.number, claim.place and claim.place.mention, claim.side and claim.side.mention) if span}
        assert len(sentences) == 1


@given(reports())
def test_a_subset_is_never_larger_than_what_includes_it(text: str) -> None:
    including = None
    for claim in ck.parse_claims(text, PUBLISHED):
        if including is not None and text.count(".", 0, claim.quantity.span.start) != text.count(".", 0, including.quantity.span.start):
            including = None
        if claim.role is not ck.ClaimRole.SUBSET:
            including = claim
        elif including is not None and including.measure is claim.measure and claim.quantity.bound == including.quantity.bound == ck.Bound.EXACT:
            assert claim.quantity.best is not None and including.quantity.best is not None
            assert claim.quantity.best <= including.quantity.best


def test_a_subset_that_is_larger_says_so() -> None:
    claim = ck.parse_claims("The fire killed two people, including five nurses.")[1]
    assert (claim.role, claim.rule.split("; ")[1]) == (ck.ClaimRole.TOTAL, "larger than what includes it")


@given(st.text(alphabet=" .,;“”\"'()-0123456789abkilledofandto\n", max_size=200))
def test_any_text_gives_claims(text: str) -> None:
    for claim in ck.parse_claims(text):
        for span in (claim.quantity.span, *(who.mention for who in (claim.place, claim.side, claim.inflicted_by) if who)):
            assert span is None or text[span.start : span.end] == span.text
