"""The facts of our own seed reports: the same constructions and figures as the seed article, told in other words."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

import conflictkit as ck

SEEDS = Path(__file__).parents[1] / "seeds"
DAY = dt.date(2025, 11, 7)


def read(name: str) -> ck.Report:
    return ck.parse((SEEDS / name).read_text(encoding="utf-8"), published=DAY)


@pytest.fixture(scope="module")
def pokrovsk() -> ck.Report:
    return read("pokrovsk.txt")


COMMANDER, SECOND, DRONE, FOURTH = (
    "one battalion commander",
    "Another soldier",
    "a soldier from the Ukrainian Night Swans drone unit",
    "A soldier from Ukraine’s 129th Brigade",
)

WORDS: list[tuple[str, str, str | None, str | None, bool]] = [
    # beginning of the words, kind, cue, who it is, anonymous
    ("the loss of the town", "indirect", "say", "Local officials", True),
    ("Russian claims that", "indirect", "denied", "Kiev", False),
    ("that the defence was", "indirect", "said", "Kiev", False),
    ("“There is shooting", "direct", "told", COMMANDER, True),
    ("“We sleep in turns", "direct", "said", COMMANDER, True),
    ("that the enemy kept", "indirect", "told", SECOND, True),
    ("“They walk in threes", "direct", "told", DRONE, True),
    ("“It makes no military", "direct", "said", "George Barros", False),
    ("“It used to be", "direct", "said", "George Barros", False),
    ("“Since then the town", "direct", "told", "George Barros", False),
    ("that Moscow had gathered", "indirect", "said", "Volodymyr Zelenskiy", False),
    ("about 1,200 civilians", "indirect", "According to", "Ukrainian authorities", False),
    ("“Politically, President", "direct", "said", "George Barros", False),
    ("“He wants the world", "direct", "added", "George Barros", False),
    ("that his goal is", "indirect", "made it clear", "Vladimir Putin", False),
    ("that people there expect", "mixed", "told", FOURTH, True),
    ("his battalion lacks", "indirect", "said", FOURTH, True),
    ("the greatest fear", "indirect", "said", FOURTH, True),
    ("“We all knew how", "direct", None, FOURTH, True),
    ("each day of waiting", "indirect", "said", FOURTH, True),
    ("“We have to get out", "direct", "said", FOURTH, True),
]


@pytest.mark.parametrize("expected", WORDS, ids=[row[0] for row in WORDS])
def test_who_said_what(pokrovsk: ck.Report, expected: tuple[str, str, str | None, str | None, bool]) -> None:
    begins, kind, cue, name, anonymous = expected
    quote = next((q for q in pokrovsk.quotes if q.content[0].text.startswith(begins)), None)
    assert quote is not None, [q.content[0].text[:25] for q in pokrovsk.quotes]
    assert quote.source is not None
    assert (quote.kind, quote.cue.text if quote.cue else None, quote.source.name, quote.source.anonymous) == (kind, cue, name, anonymous)


def test_nothing_else_is_a_quote(pokrovsk: ck.Report) -> None:
    assert len(pokrovsk.quotes) == len(WORDS)


def test_the_denial(pokrovsk: ck.Report) -> None:
    assert [q.stance for q in pokrovsk.quotes if q.cue and q.cue.text == "denied"] == [ck.Stance.DENIED]


@pytest.mark.parametrize(
    ("number", "measure", "figures", "bound", "source", "per"),
    [
        ("170,000", "troops", (None, 170_000, None), "about", "Volodymyr Zelenskiy", None),
        ("60,000", "population", (None, 60_000, None), "about", None, None),
        ("1,200", "population", (None, 1_200, None), "about", "Ukrainian authorities", None),
        ("100", "equipment", (None, 100, None), "about", DRONE, "day"),
    ],
)
def test_claims(pokrovsk: ck.Report, number: str, measure: str, figures: tuple[int | None, ...], bound: str, source: str | None, per: str | None) -> None:
    (claim,) = [c for c in pokrovsk.claims if c.quantity.number.text == number]
    q = claim.quantity
    assert (claim.measure, (q.low, q.best, q.high), q.bound, claim.source.name if claim.source else None, q.per) == (measure, figures, bound, source, per)


def test_no_claim_from_a_brigade_or_a_year(pokrovsk: ck.Report) -> None:
    assert {"129", "129th", "2022", "2023", "2024"}.isdisjoint(c.quantity.number.text for c in pokrovsk.claims)


@pytest.mark.parametrize(
    ("trigger", "date", "value"),
    [
        ("said", "Wednesday", "2025-11-05"),
        ("said", "earlier this week", "2025-W45"),
        ("taken", "May 2023", "2023-05"),
        ("Battles", "2023", "2023"),
        ("Battles", "2024", "2024"),
    ],
)
def test_events(pokrovsk: ck.Report, trigger: str, date: str, value: str) -> None:
    found = {(e.trigger.text, e.when.span.text, e.when.timex_value) for e in pokrovsk.events if e.when}
    assert (trigger, date, value) in found


def test_strikes() -> None:
    report = read("strikes.txt")
    found = {(c.quantity.number.text, str(c.measure)) for c in report.claims}
    assert {("10", "killed"), ("40", "wounded"), ("14", "intercepted"), ("12", "killed"), ("22", "equipment_lost"), ("175", "released")} <= found


def test_later_figures_can_be_compared() -> None:
    claims = read("strikes.txt").claims + read("strikes-later.txt").claims
    killed = [g for g in ck.compare_claims(claims) if g.measure is ck.Measure.KILLED and g.conflicts]
    assert killed


def expected() -> list[tuple[str, str]]:
    """(report, line) of tests/corpus/reports.md."""
    out, name = [], ""
    for line in (Path(__file__).parent / "corpus" / "reports.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## ")
        elif line.startswith("- "):
            out.append((name, line.removeprefix("- ")))
    return out


@cache
def lines(name: str) -> list[str]:
    """What is read in a report, a line each."""
    report = ck.parse((SEEDS / f"{name}.txt").read_text(encoding="utf-8"), published=None if name == "campaign" else DAY)
    quotes = [f"quote | {q.content[0].text} | {q.source.name if q.source else '-'}" for q in report.quotes]
    claims = [f"claim | {c.measure} | {c.quantity.span.text} | {c.source.name if c.source else '-'}" for c in report.claims]
    events = [f"event | {e.trigger.text} | {e.first}" for e in report.events]
    return quotes + claims + events


@pytest.mark.parametrize(("name", "line"), expected(), ids=[f"{name}: {line}" for name, line in expected()])
def test_reports(name: str, line: str) -> None:
    kind, begins, *_, last = line.split(" | ")
    found = [one for one in lines(name) if one.startswith(f"{kind} | ")]
    if kind == "quote":
        assert any(one.startswith(f"quote | {begins}") and one.endswith(f" | {last}") for one in found), found
    elif kind == "event":
        assert any(one.startswith(line) for one in found), found
    else:
        assert line in found, found
