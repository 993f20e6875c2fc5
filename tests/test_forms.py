"""The corpus of forms: how texts come, and what must be read in them all the same."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck

DAY = dt.date(2025, 11, 7)
CORPUS = Path(__file__).parent / "corpus" / "forms.md"
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|([nrt]))")


def unescaped(line: str) -> str:
    return ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n", "r": "\r", "t": "\t"}[m[2]], line)


def cases() -> list[tuple[str, list[str]]]:
    """(text, expected lines) of each block."""
    out: list[tuple[str, list[str]]] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("text: "):
            out.append((unescaped(line.removeprefix("text: ")), []))
        elif line.startswith("- "):
            out[-1][1].append(unescaped(line.removeprefix("- ")))
    return out


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
            return {**figures, **setting, "measure": str(record.measure), "source": name(record.source)}
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


@pytest.mark.parametrize(("text", "expected"), cases(), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_corpus(text: str, expected: list[str]) -> None:
    report = ck.parse(text, published=DAY)
    for line in expected:
        kind, *wanted = line.split(" | ")
        values = dict(one.split(" ", 1) for one in wanted)
        found = told(report, kind.removeprefix("no "))
        assert any(values.items() <= record.items() for record in found) is not kind.startswith("no "), (line, found)


SHAPES = Path(__file__).parents[1] / "seeds" / "forms"


def shapes() -> dict[str, Counter[str]]:
    """What a person reads in each text of seeds/forms."""
    out: dict[str, Counter[str]] = {}
    for line in CORPUS.with_name("shapes.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            wanted = out[line.removeprefix("## ")] = Counter()
        elif line.startswith("- "):
            wanted[line.removeprefix("- ")] += 1
    return out


def read_shape(shape: str) -> Counter[str]:
    report = ck.parse((SHAPES / f"{shape}.txt").read_text(encoding="utf-8"), published=DAY)
    rows = [(str(claim.measure), claim.role is ck.ClaimRole.INCREMENT, claim.quantity.best if claim.quantity.best is not None else claim.quantity.low, name(claim.source)) for claim in report.claims]
    return Counter(f"{measure} | {'+' * more}{figure} | {source}" for measure, more, figure, source in rows)


@pytest.mark.parametrize("shape", shapes())
def test_no_false_claim_in_a_shape(shape: str) -> None:
    assert not read_shape(shape) - shapes()[shape]


def test_most_of_what_a_person_reads_in_the_shapes() -> None:
    assert set(shapes()) == {path.stem for path in SHAPES.glob("*.txt")}
    found = sum((read_shape(shape) & wanted).total() for shape, wanted in shapes().items())
    assert found >= 0.85 * sum(wanted.total() for wanted in shapes().values())
