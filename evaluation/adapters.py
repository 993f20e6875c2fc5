"""From the library's records to the common formats of the scorers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from conflictkit import (
    DatedEvent,
    DateExpression,
    DateSource,
    NumericClaim,
    Quantity,
    Quote,
    Report,
    Span,
    to_dict,
)
from conflictkit.export import to_format
from evaluation.profiles import Profile, date_row, quantity_row

Row = dict[str, Any]


def quotes_rows(quotes: Iterable[Quote]) -> list[Row]:
    """Quotes with spans as lists; the speaker is the mention, its name the resolved one."""
    return [
        {
            "content": [_span(part) for part in quote.content],
            "cue": [_span(quote.cue)] if quote.cue else [],
            "speaker": [_span(quote.source.mention)] if quote.source and quote.source.mention else [],
            "speaker_name": quote.source.name if quote.source else None,
            "kind": str(quote.kind),
        }
        for quote in quotes
    ]


def dates_rows(dates: Iterable[DateExpression], profile: Profile) -> list[Row]:
    """Temporal expressions by the conventions of a set, of overlapping ones the first and longest; ``first`` and ``last`` serve the executable specifications."""
    rows: list[Row] = []
    end = 0
    for date in sorted(dates, key=lambda d: (d.span.start, -d.span.end)):
        if date.span.start < end or date.span.start == date.span.end:
            continue
        end = date.span.end
        if row := date_row(date, profile.dates):
            rows.append({**row, "first": _iso(date.first), "last": _iso(date.last)})
    return rows


def quantities_rows(text: str, quantities: Iterable[Quantity], profile: Profile) -> list[Row]:
    """Quantities by the conventions of a set."""
    return [row for quantity in quantities if (row := quantity_row(text, quantity, profile)) is not None]


def report_rows(report: Report) -> Row:
    """Quotes, claims and events of a report, with its one best event type of ACLED and of PLOVER."""
    return {
        "quotes": quotes_rows(report.quotes),
        "claims": [_claim(claim) for claim in report.claims],
        "events": [_event(event) for event in report.events],
        "acled_sub_event_type": next((row["sub_event_type"] for row in to_format(report, "acled")), None),
        "event": next((str(event.kind) for event in report.events if event.kind), None),
    }


def record_rows(report: Report) -> Row:
    """All records as the library writes them, and the rows of ACLED made from them: what ``score_fields.py`` reads."""
    return {**to_dict(report), "acled": to_format(report, "acled")}


def _claim(claim: NumericClaim) -> Row:
    quantity = claim.quantity
    return {
        "span": _span(quantity.span),
        "number": _span(quantity.number),
        "low": quantity.low,
        "value": quantity.best,
        "high": quantity.high,
        "bound": str(quantity.bound),
        "measure": str(claim.measure),
        "noun": _span(quantity.noun) if quantity.noun else None,
        "source": claim.source.name if claim.source else None,
        "when": (claim.when.timex_value or None) if claim.when else None,
        "per": quantity.per,
        "implied": quantity.implied,
    }


def _event(event: DatedEvent) -> Row:
    """The gold ties an event to an expression of its own sentence: another date is none there."""
    dated = event.when is not None and event.date_source is DateSource.TEXT
    return {
        "trigger": _span(event.trigger),
        "date": _span(event.when.span) if event.when and dated else None,
        "value": (event.when.timex_value or None) if event.when else None,
        "factuality": str(event.factuality),
        "first": _iso(event.first),
        "last": _iso(event.last),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
