"""The one best ACLED sub-event type of a whole report: a ladder of frames over its lead (``acled.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from conflictkit._lexicon import read_tables
from conflictkit._report import Report

TABLE: dict[str, Any] = read_tables("conflictkit.english.events", "acled.toml")
"""Named parts, and the steps in order. Parsing alone reads neither."""


class Step(NamedTuple):
    """One step of the ladder: the sub-event type, what must be found and what must not."""

    name: str
    sub_event: str | None
    needs: tuple[str, ...]
    never: str | None
    whole: bool
    """Searched in the whole text, not only in its lead."""


PART = re.compile(r"\{([a-z_]+)\}")


def _pattern(phrases: Iterable[str]) -> str:
    """The pattern of any of some phrases as whole words; ``{name}`` is a part."""
    return rf"\b(?:{PART.sub(lambda part: _any(TABLE['part'][part[1]]), '|'.join(phrases))})\b"


def _any(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(phrases)})"


LADDER: tuple[Step, ...] = tuple(
    Step(
        step["name"],
        step.get("sub_event"),
        tuple(map(_pattern, step["needs"])),
        _pattern(step["never"]) if "never" in step else None,
        step.get("whole", False),
    )
    for step in TABLE["step"]
)
"""First step that applies; the severe forms come first."""

LEAD = 60


def acled_sub_event_type(report: Report | str) -> str | None:
    """The one best ACLED sub-event type of a report or its text, or None."""
    step = acled_step(report if isinstance(report, str) else report.text)
    return step.sub_event if step else None


def acled_step(text: str) -> Step | None:
    """The step of the ladder that a report's lead takes."""
    whole = text[:5_000].lower().replace("’", "'")
    lead = _lead(text[:5_000].strip()).lower().replace("’", "'")
    return _first_step(lead, whole) or _first_step(whole, whole)


def _lead(text: str) -> str:
    """The first sentence of at least 60 characters."""
    end = re.search(r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Gen)(?<!St)[.!?]['\")\]]*\s", text[LEAD:2_000])
    return text[: LEAD + end.end()] if end else text[:2_000]


def _first_step(lead: str, whole: str) -> Step | None:
    for step in LADDER:
        part = whole if step.whole else lead
        if all(_compiled(need).search(part) for need in step.needs) and not (step.never and _compiled(step.never).search(part)):
            return step
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the ladder, compiled when it is first tried."""
    return re.compile(pattern)
