"""A report in schema.org's words: the article with its Quotations and Claims."""

from __future__ import annotations

from typing import Any

from conflictkit._models import Entity, EntityKind, NumericClaim, Quote, QuoteKind
from conflictkit._report import Report


def to_schema_org(report: Report) -> dict[str, Any]:
    """A ``NewsArticle`` in JSON-LD that has a ``Quotation`` for each quote with quote marks, a ``Claim`` for each indirect quote and number.

    The speaker of a Quotation is its ``spokenByCharacter``, that of a Claim its ``author``; a number stands in the Claim's ``about`` as a
    ``QuantitativeValue`` with ``minValue``, ``value`` and ``maxValue`` for low, best and high. What is not known is left out.
    """
    parts = [_quote(quote) for quote in report.quotes] + [_claim(claim) for claim in report.claims]
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "inLanguage": report.language,
            "datePublished": report.published.isoformat() if report.published else None,
            "articleBody": report.text,
            "hasPart": parts,
        }
    )


def _quote(quote: Quote) -> dict[str, Any]:
    said = " … ".join(span.text for span in quote.content)
    if quote.kind is QuoteKind.INDIRECT:
        return _known({"@type": "Claim", "text": said, "author": _speaker(quote.source)})
    return _known({"@type": "Quotation", "text": said, "spokenByCharacter": _speaker(quote.source)})


def _claim(claim: NumericClaim) -> dict[str, Any]:
    q = claim.quantity
    value = _known({"@type": "QuantitativeValue", "name": str(claim.measure), "minValue": q.low, "value": q.best, "maxValue": q.high, "unitText": q.unit})
    when = claim.when.timex_value if claim.when and claim.when.timex_value else None
    return _known({"@type": "Claim", "text": q.span.text, "about": value, "author": _speaker(claim.source), "temporal": when})


def _speaker(source: Entity | None) -> dict[str, Any] | None:
    if source is None or source.name is None:
        return None
    if source.kind is EntityKind.PERSON:
        return _known({"@type": "Person", "name": source.name, "jobTitle": source.role})
    return {"@type": "Organization", "name": source.name}


def _known(thing: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in thing.items() if value is not None}
