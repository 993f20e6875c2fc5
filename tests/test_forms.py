"""The corpus of forms: how texts come, and what must be read in them all the same."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import conflictkit as ck
from tests.corpora import cases

DAY = dt.date(2025, 11, 7)
CORPUS = Path(__file__).parent / "corpus" / "forms.md"


def name(who: Any) -> str:
    return "-" if who is None else str(who.name or who.mention.text)


def mention(who: ck.Entity | None) -> str:
    return who.mention.text if who and who.mention else "-"


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:g}" if value < 100_000 else str(int(value))  # noqa: PLR2004


def fields(record: Any) -> dict[str, str]:
    """The fields of a record that the corpus names."""
    match record:
        case ck.NumericClaim(quantity=q):
            figures = {"low": number(q.low), "best": number(q.best), "high": number(q.high), "unit": q.unit or "-"}
            when = record.when.timex_value if record.when else "-"
            where = record.place.name if record.place else "-"
            setting = {"when": when, "place": where, "side": mention(record.side), "role": str(record.role)}
            told_as = {"factuality": str(record.factuality), "kind": str(q.kind)}
            return {**figures, **told_as, **setting, "measure": str(record.measure), "source": name(record.source)}
        case ck.Quote():
            return {"words": record.content[0].text, "source": name(record.source), "kind": str(record.kind)}
        case ck.DatedEvent():
            return {"trigger": record.trigger.text, "actor": mention(record.actor), "target": mention(record.target), "first": str(record.first)}
        case ck.DateExpression():
            return {"value": record.timex_value, "words": record.span.text}
        case ck.Dateline():
            place = record.place
            day = record.day.timex_value if record.day else "-"
            return {"place": name(place), "within": " ".join(place.within) if place else "-", "agency": record.agency or "-", "day": day}
    raise TypeError(record)


def told(report: ck.Report, kind: str) -> list[dict[str, str]]:
    if kind == "dateline":
        return [fields(report.dateline)] if report.dateline else []
    return [fields(record) for record in getattr(report, f"{kind}s")]


@pytest.mark.parametrize(("text", "expected"), cases(CORPUS), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_corpus(text: str, expected: list[str]) -> None:
    report = ck.parse(text, published=DAY)
    for line in expected:
        kind, *wanted = line.split(" | ")
        values = dict(one.split(" ", 1) for one in wanted)
        found = told(report, kind.removeprefix("no "))
        assert any(values.items() <= record.items() for record in found) is not kind.startswith("no "), (line, found)


# --- whole texts ---------------------------------------------------------------------------------------------------------

SEEDS = Path(__file__).parents[1] / "seeds" / "forms"
MOST = 0.85


class Shape(NamedTuple):
    """A text, what a person reads in it, and what is known to be half read."""

    text: str
    wanted: Counter[str]
    half_read: Counter[str]


def shapes(name: str) -> dict[str, Shape]:
    """The shapes of a corpus file; a text that it does not hold is one of ``seeds/forms``."""
    out: dict[str, Shape] = {}
    for part in CORPUS.with_name(name).read_text(encoding="utf-8").split("\n## ")[1:]:
        title, *lines = part.splitlines()
        rows = {mark: [line[2:] for line in lines if line[:1] == mark] for mark in ">-~"}
        text = "\n".join(rows[">"]) or (SEEDS / f"{title}.txt").read_text(encoding="utf-8")
        out[title] = Shape(text, Counter(map(plain, rows["-"])), Counter(map(plain, rows["~"])))
    return out


def plain(row: str) -> str:
    """A row in small letters; the article of a source says nothing."""
    return row.lower().replace("| the ", "| ")


def read_shape(text: str) -> Counter[str]:
    """What is read in a text: measure, figure, source of each number that holds."""
    claims = [claim for claim in ck.parse(text, published=DAY).claims if claim.factuality is not ck.Factuality.NEGATED]
    best = [claim.quantity.best if claim.quantity.best is not None else claim.quantity.low for claim in claims]
    rows = zip(claims, best, strict=True)
    return Counter(plain(f"{claim.measure} | {'+' * (claim.role is ck.ClaimRole.INCREMENT)}{number(figure)} | {name(claim.source)}") for claim, figure in rows)


SETS = {file: shapes(file) for file in ("shapes.md", "shapes_second.md")}


@pytest.mark.parametrize("shape", [shape for shapes_ in SETS.values() for shape in shapes_.items()], ids=lambda shape: shape[0])
def test_no_false_claim_in_a_shape(shape: tuple[str, Shape]) -> None:
    assert not read_shape(shape[1].text) - shape[1].wanted - shape[1].half_read


@pytest.mark.parametrize("file", SETS)
def test_most_of_what_a_person_reads_in_the_shapes(file: str) -> None:
    found = sum((read_shape(shape.text) & shape.wanted).total() for shape in SETS[file].values())
    assert found >= MOST * sum(shape.wanted.total() for shape in SETS[file].values())


def test_every_seed_is_a_shape() -> None:
    assert set(SETS["shapes.md"]) == {path.stem for path in SEEDS.glob("*.txt")}
