"""The seed article, annotated by hand: every quote, claim and event that the annotation requires.

The article and its annotation lie beside the project (../shared); the same facts are tested on the project's own seeds in
test_own_seeds.py.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "seed.jsonl"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="../shared/gold is not there")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    row: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    return row


@pytest.fixture(scope="module")
def report(gold: dict[str, Any]) -> ck.Report:
    return ck.parse(gold["text"], published=dt.date(2025, 11, 7))


def test_quotes_and_their_speakers(gold: dict[str, Any], report: ck.Report) -> None:
    wanted = {tuple(map(tuple, q["content"])): (q["speaker_name"], q["anonymous"], q["kind"]) for q in gold["quotes"] if not q["optional"]}
    found = {
        tuple((s.start, s.end) for s in q.content): (q.source.name, q.source.anonymous, str(q.kind)) if q.source else None for q in report.quotes
    }
    assert found == wanted


def test_claims(gold: dict[str, Any], report: ck.Report) -> None:
    found = {(c.quantity.number.start, c.quantity.number.end): c for c in report.claims if not c.quantity.implied}
    known = {tuple(c["number"]) for c in gold["claims"]}
    assert set(found) <= known
    for row in gold["claims"]:
        if row["optional"]:
            continue
        claim = found[tuple(row["number"])]
        q = claim.quantity
        source = claim.source.name if claim.source else None
        assert (q.low, q.best, q.high, q.bound, q.per) == (row["low"], row["value"], row["high"], row["bound"], row["per"]), row
        assert (claim.measure, source) == (row["measure"], row["source"]), row


def test_events(gold: dict[str, Any], report: ck.Report) -> None:
    found = {(e.trigger.text, e.when.span.text, e.when.timex_value, str(e.factuality)) for e in report.events if e.when}
    text = gold["text"]
    for row in gold["events"]:
        (a, b), (c, d) = row["trigger"], row["date"]
        assert (text[a:b], text[c:d], row["value"], row["factuality"]) in found


def test_without_publication_wednesday_stays_unresolved(gold: dict[str, Any]) -> None:
    day = next(d for d in ck.parse_dates(gold["text"]) if d.span.text == "Wednesday")
    assert (day.timex_value, day.first, day.last) == ("", None, None)
