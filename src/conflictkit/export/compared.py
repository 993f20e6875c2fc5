"""What several reports say of the same thing, as rows for tables, pages and the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from conflictkit._compare import compare_claims
from conflictkit._report import Report

COLUMNS = ("subject", "verdict", "measure", "side", "place", "role", "low", "best", "high", "source", "date", "document", "published", "text")
"""Columns of the rows, in order."""


@frozen
class Compared:
    """Figures that speak of the same thing."""

    subject: str
    """What they speak of."""
    verdict: str
    """Whether they agree: "agree", "conflict", or "" for a single figure."""
    summary: str
    """All of it in one line."""
    rows: tuple[dict[str, Any], ...]
    """A row for each figure, with the keys ``COLUMNS``."""


def compared(reports: Sequence[tuple[str, Report]]) -> list[Compared]:
    """What the reports say of the same things: those told in several documents first, conflicts before agreements."""
    names = [name for name, _ in reports]
    groups = []
    for group in compare_claims([report for _, report in reports]):
        summary = group.summary()
        subject, _, rest = summary.partition(": ")
        verdict = "" if len(group.figures) < 2 else "agree" if group.agree else "conflict"  # noqa: PLR2004
        rows = [{**row, "subject": subject, "verdict": verdict, "document": names[row["report"]]} for row in group.rows()]
        groups.append(Compared(subject, verdict, f"{subject}: {rest}", tuple({name: row[name] for name in COLUMNS} for row in rows)))
    return sorted(groups, key=_rank)


def _rank(group: Compared) -> tuple[bool, bool]:
    return len({row["document"] for row in group.rows}) < 2, group.verdict != "conflict"  # noqa: PLR2004
