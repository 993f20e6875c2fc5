"""The events of a report in order of time, those told more than once merged; as plain text."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen

from conflictkit._models import HAPPENED, DatedEvent, DateSource, Entity, EventKind, Factuality, Place

LOOK_BACK = 8
"""With how many earlier entries of its kind that share a name an event is compared."""
WORD = re.compile(r"[^\W\d_]+")


@frozen
class TimelineEntry:
    """One event of a timeline with every place where the report tells of it."""

    kind: EventKind | None
    """PLOVER event type; None for an event outside that scheme."""
    mode: str | None
    first: dt.date
    """First day of the interval, inclusive, by the mention that is most precise."""
    last: dt.date
    date_precision: int
    """UCDP GED: 1 exact day ... 5 longer than a month."""
    date_source: DateSource
    factuality: Factuality
    """Asserted if any mention is."""
    actor: str | None
    target: str | None
    place: str | None
    mentions: tuple[DatedEvent, ...]
    """In text order, never empty."""

    def __str__(self) -> str:
        return f"{self.days}  {self.label}"

    @property
    def days(self) -> str:
        """The day, or the first and the last: "2024-10-01", "2024-10-01..2024-10-31"."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def label(self) -> str:
        """What happened, in one line: "ASSAULT captured, Russian troops > the town, in Vuhledar (claimed)"."""
        kind = "/".join(filter(None, (self.kind, self.mode)))
        words = " ".join(filter(None, (kind, self.mentions[0].trigger.text)))
        who = " > ".join((self.actor or "?", self.target or "?")) if self.actor or self.target else ""
        notes = ", ".join(
            filter(
                None,
                (
                    "" if self.factuality is Factuality.ASSERTED else str(self.factuality),
                    "dated by publication" if self.date_source is DateSource.PUBLICATION else "",
                    f"{len(self.mentions)} mentions" if len(self.mentions) > 1 else "",
                ),
            )
        )
        line = ", ".join(filter(None, (words, who, self.place and f"in {self.place}")))
        return " ".join(f"{line} ({notes})".split()) if notes else " ".join(line.split())


@frozen
class Timeline:
    """Entries by date; of equal first days the most precise first, then in text order."""

    entries: tuple[TimelineEntry, ...]

    def __str__(self) -> str:
        """One line an entry."""
        return "\n".join(map(str, self.entries))

    def to_svg(self, title: str = "Timeline") -> str:
        """The entries as a self-contained SVG picture, readable on light and dark pages, with a title and a description for those who
        do not see it. A dot is a day, a bar a longer interval; what is not asserted is hollow."""
        from conflictkit.export.picture import STYLE, picture

        return "".join(picture(self.entries, title, STYLE))


def make_timeline(text: str, events: tuple[DatedEvent, ...]) -> Timeline:
    """The timeline of the dated events of a text. An event outside the PLOVER types stands in it only where a date governs it."""
    groups: list[list[DatedEvent]] = []
    known: dict[tuple[str, str], list[list[DatedEvent]]] = defaultdict(list)
    for event in events:
        if event.first is None or event.last is None or (event.kind is None and event.date_source is not DateSource.TEXT):
            continue
        keys = [(event.kind or event.trigger.text.lower(), name) for name in sorted(_names(event, text))]
        group = next((g for key in keys for g in reversed(known[key][-LOOK_BACK:]) if all(_same(event, other) for other in g[:LOOK_BACK])), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(event)
        for key in keys:
            if not known[key] or known[key][-1] is not group:
                known[key].append(group)
    entries = map(_entry, groups)
    return Timeline(tuple(sorted(entries, key=lambda e: (e.first, e.date_precision, e.mentions[0].trigger.start))))


def _names(event: DatedEvent, text: str) -> set[str]:
    """The name words of an event's actor, target and place: those with a capital that does not merely open a sentence."""
    spans = [who.mention for who in (event.actor, event.target, event.place) if who is not None and who.mention is not None]
    words = [found for span in spans for found in WORD.finditer(text, span.start, span.end)]
    return {found[0].lower() for found in words if found[0][0].isupper() and not _opens(text, found.start())}


def _opens(text: str, start: int) -> bool:
    """Whether what begins there opens a sentence."""
    before = text[max(0, start - 3) : start].rstrip(' "“')
    return not before or before[-1] in ".!?\n\r"


def _same(a: DatedEvent, b: DatedEvent) -> bool:
    """Whether two mentions of one kind can tell of one event: one date holds the other, nothing contradicts."""
    assert a.first and a.last and b.first and b.last
    dates = (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
    facts = a.factuality == b.factuality or {a.factuality, b.factuality} == HAPPENED
    modes = a.mode == b.mode or a.mode is None or b.mode is None
    return dates and facts and modes and _agree(a.actor, b.actor) and _agree(a.target, b.target)


def _agree(a: Entity | None, b: Entity | None) -> bool:
    """Whether two participants can be one: either is not known, or their names share a word."""
    if a is None or b is None or not a.name or not b.name:
        return True
    return not set(a.name.lower().split()).isdisjoint(b.name.lower().split())


def _entry(mentions: list[DatedEvent]) -> TimelineEntry:
    best = min(mentions, key=lambda e: (e.date_precision or 9, e.date_source is DateSource.PUBLICATION, e.trigger.start))
    assert best.first and best.last and best.date_precision
    facts = {e.factuality for e in mentions}
    return TimelineEntry(
        mentions[0].kind,
        next((e.mode for e in mentions if e.mode), None),
        best.first,
        best.last,
        best.date_precision,
        best.date_source,
        Factuality.ASSERTED if Factuality.ASSERTED in facts else mentions[0].factuality,
        _name(e.actor for e in mentions),
        _name(e.target for e in mentions),
        _name(e.place for e in mentions),
        tuple(mentions),
    )


def _name(found: Iterator[Entity | Place | None]) -> str | None:
    return next((one.name for one in found if one is not None and one.name), None)
