"""A claim and an event of one word tell one story, over the seeds and the corpora."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import conflictkit as ck

ROOT = Path(__file__).parent
PUBLISHED = dt.date(2025, 11, 7)
HOLDS = {ck.Factuality.ASSERTED, ck.Factuality.CLAIMED}


def texts() -> list[str]:
    """The seeds whole, the texts of the corpora of claims, truth and events."""
    out = [path.read_text(encoding="utf-8") for path in sorted((ROOT.parent / "seeds").glob("*.txt"))]
    for name in ("claims", "truth", "events"):
        lines = (ROOT / "corpus" / f"{name}.md").read_text(encoding="utf-8").splitlines()
        out += [line.removeprefix("text: ").replace("\\n", "\n") for line in lines if line.startswith("text: ")]
    return out


@pytest.mark.parametrize("text", texts(), ids=lambda text: text[:40])
def test_a_claim_and_an_event_of_one_word_never_contradict(text: str) -> None:
    report = ck.parse(text, published=PUBLISHED)
    events = {(event.trigger.start, event.trigger.end): event for event in report.events}
    for claim in report.claims:
        event = events.get((claim.trigger.start, claim.trigger.end)) if claim.trigger else None
        if event is None or claim.quantity.implied and not claim.quantity.best:
            continue  # "no one was killed": a claim of none that holds, an event that does not
        assert (claim.factuality in HOLDS) == (event.factuality in HOLDS)
        assert claim.place in (None, event.place)
        if claim.inflicted_by is not None and event.actor is not None and claim.measure is ck.Measure.KILLED:
            assert claim.inflicted_by == event.actor
