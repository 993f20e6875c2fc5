"""A report as W3C Web Annotations: each record with its place, by position and by words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conflictkit._models import DatedEvent, DateExpression, NumericClaim, Quantity, Quote, Span
from conflictkit._report import Report
from conflictkit._serial import to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of text before and after that a TextQuoteSelector carries."""


def to_web_annotation(report: Report, *, source: str = "urn:conflictkit:text") -> dict[str, Any]:
    """An AnnotationPage (W3C Web Annotation Data Model) with one annotation for each record, in JSON-LD.

    ``source`` is the IRI of the text. Positions count code points, as the model says and as spans do. The body is the record's kind as
    a tag (``quote:direct``, ``claim:killed`` ...) and a described data set, the record as :func:`conflictkit.to_json` writes it.
    """
    items = []
    for number, (tag, record, spans) in enumerate(_records(report)):
        targets = [{"source": source, "selector": _selectors(report.text, span)} for span in spans]
        items.append({
            "id": f"{source}#conflictkit-{number}",
            "type": "Annotation",
            "motivation": ["tagging", "describing"],
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": tag},
                {"type": "Dataset", "purpose": "describing", "format": "application/json", "value": to_json(record)},
            ],
            "target": targets if len(targets) > 1 else targets[0],
        })  # fmt: skip
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": items}


def _records(report: Report) -> Iterator[tuple[str, Quote | NumericClaim | DatedEvent | DateExpression | Quantity, tuple[Span, ...]]]:
    for quote in report.quotes:
        yield f"quote:{quote.kind}", quote, quote.content
    for claim in report.claims:
        yield f"claim:{claim.measure}", claim, (claim.quantity.span,)
    for event in report.events:
        yield f"event:{event.kind or 'other'}", event, (event.trigger,)
    for date in report.dates:
        yield f"date:{date.timex_type}", date, (date.span,)
    for quantity in report.quantities:
        yield f"quantity:{quantity.kind}", quantity, (quantity.span,)


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    words = {"exact": span.text, "prefix": text[max(0, span.start - AROUND) : span.start], "suffix": text[span.end : span.end + AROUND]}
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, {"type": "TextQuoteSelector", **words}]
