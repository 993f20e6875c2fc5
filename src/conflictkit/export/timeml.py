"""A report as TimeML: its text with TIMEX3 and EVENT, and MAKEINSTANCE and TLINK after it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator

from conflictkit._models import DatedEvent, DateExpression, DateSource, Factuality, Span
from conflictkit._report import Report
from conflictkit.export.timex import timex3_tag, xml_safe

Intervals = dict[tuple[dt.date | None, dt.date | None], str]
MODALITY: dict[Factuality, str] = {Factuality.PLANNED: "will", Factuality.HYPOTHETICAL: "could"}


def to_timeml(report: Report) -> str:
    """The report as a TimeML document (ISO-TimeML's TIMEX3, EVENT, MAKEINSTANCE and TLINK; no SLINK).

    The day of publication is ``t0``. An event that a date of the text governs is IS_INCLUDED in that TIMEX3; one dated by publication
    in ``t0``; one that inherited its date in the last expression of that interval, if there is one. Where expressions overlap the
    first and longest stands; an event whose trigger stands inside a date has no place and is left out.
    """
    dates = _apart(report.dates)
    times = {date: f"t{n}" for n, date in enumerate(dates, 1)}
    triggers = {events[0].trigger: events for events in _told_once(report.events, [date.span for date in dates])}
    marks = [(date.span, timex3_tag(date, times[date])) for date in dates]
    marks += [(trigger, f'EVENT eid="e{n}" class="OCCURRENCE"') for n, trigger in enumerate(triggers, 1)]
    day = report.published.isoformat() if report.published else ""
    head = f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n' if day else ""
    intervals = {(date.first, date.last): name for date, name in times.items()}
    tail = "".join(line for n, events in enumerate(triggers.values(), 1) for line in _links(events, n, times, intervals, bool(day)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{head}<TEXT>{_marked(report.text, marks)}</TEXT>\n{tail}</TimeML>\n'


def _apart(dates: tuple[DateExpression, ...]) -> list[DateExpression]:
    kept: list[DateExpression] = []
    for date in sorted(dates, key=lambda d: (d.span.start, -d.span.end)):
        if date.span.end > date.span.start and (not kept or date.span.start >= kept[-1].span.end):
            kept.append(date)
    return kept


def _told_once(events: tuple[DatedEvent, ...], taken: list[Span]) -> Iterator[list[DatedEvent]]:
    """The events of each trigger that overlaps neither a date nor the trigger before it."""
    groups: dict[int, list[DatedEvent]] = {}
    for event in events:
        groups.setdefault(event.trigger.start, []).append(event)
    starts = [span.start for span in taken]
    end = 0
    for start, group in groups.items():
        after = bisect_left(starts, group[0].trigger.end)
        if start >= end and not (after and taken[after - 1].end > start):
            yield group
            end = group[0].trigger.end


def _marked(text: str, marks: list[tuple[Span, str]]) -> str:
    """The text with elements around spans, which do not overlap."""
    out: list[str] = []
    end = 0
    for span, tag in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end)):
        out += (xml_safe(text[end : span.start]), f"<{tag}>", xml_safe(span.text), f"</{tag.split()[0]}>")
        end = span.end
    return "".join((*out, xml_safe(text[end:])))


def _links(events: list[DatedEvent], n: int, times: dict[DateExpression, str], intervals: Intervals, day: bool) -> Iterator[str]:
    for m, event in enumerate(events):
        name = f"ei{n}" if len(events) == 1 else f"ei{n}_{m}"
        polarity = "NEG" if event.factuality is Factuality.NEGATED else "POS"
        modality = f' modality="{MODALITY[event.factuality]}"' if event.factuality in MODALITY else ""
        yield f'<MAKEINSTANCE eiid="{name}" eventID="e{n}" tense="NONE" aspect="NONE" pos="OTHER" polarity="{polarity}"{modality}/>\n'
        time = _time(event, times, intervals, day)
        if time:
            yield f'<TLINK lid="l{n}_{m}" relType="IS_INCLUDED" eventInstanceID="{name}" relatedToTime="{time}"/>\n'


def _time(event: DatedEvent, times: dict[DateExpression, str], intervals: Intervals, day: bool) -> str | None:
    if event.when in times:
        return times[event.when]
    if event.date_source is DateSource.PUBLICATION:
        return "t0" if day else None
    return intervals.get((event.first, event.last))
