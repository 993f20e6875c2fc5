"""A spaCy pipeline component that reads each document and marks the records in its spans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from conflictkit._models import Span
from conflictkit._pipeline import parse
from conflictkit._report import Report
from conflictkit._serial import from_json, to_json

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

STORE = "conflictkit"


def make_component(nlp: Language, name: str, published: str | None, language: str) -> Callable[[Doc], Doc]:
    """The component: ``nlp.add_pipe("conflictkit")``.

    ``doc._.conflictkit`` is the :class:`~conflictkit.Report`; ``doc.spans`` holds "conflictkit_quotes", "..._claims", "..._events",
    "..._dates" and "..._quantities", whose labels are the records' kinds. A span covers the tokens that the record touches and its ``id_`` is
    the record's path in the report ("quotes[0].content[1]"); exact offsets are those of the record. The day of publication is
    ``doc._.published`` where it is set before this component, else ``published`` (ISO text) of the configuration.
    """
    day = dt.date.fromisoformat(published) if published else None

    def read(doc: Doc) -> Doc:
        report = parse(doc.text, published=doc._.published or day, language=language)
        doc.user_data[STORE] = to_json(report)  # as text, so that a document survives DocBin and several processes
        for kind, places in _places(report).items():
            group = SpanGroup(doc, name=f"{STORE}_{kind}")
            group.extend([span for place in places if (span := _tokens(doc, *place))])
            doc.spans[group.name] = group
        return doc

    return read


def _places(report: Report) -> dict[str, list[tuple[str, Span, str]]]:
    """Kind of record -> (path, place, label) of each."""
    return {
        "quotes": [(f"quotes[{n}].content[{k}]", span, quote.kind) for n, quote in enumerate(report.quotes) for k, span in enumerate(quote.content)],
        "claims": [(f"claims[{n}]", claim.quantity.span, claim.measure) for n, claim in enumerate(report.claims)],
        "events": [(f"events[{n}]", event.trigger, event.kind or "other") for n, event in enumerate(report.events)],
        "dates": [(f"dates[{n}]", date.span, date.timex_type) for n, date in enumerate(report.dates)],
        "quantities": [(f"quantities[{n}]", quantity.span, quantity.kind) for n, quantity in enumerate(report.quantities)],
    }


def _tokens(doc: Doc, path: str, span: Span, label: str) -> TokenSpan | None:
    found: TokenSpan | None = doc.char_span(span.start, span.end, label=str(label), span_id=path, alignment_mode="expand")
    return found


def _report(doc: Doc) -> Report | None:
    held = doc.user_data.get(STORE)
    return None if held is None else _read(held)


@lru_cache(maxsize=64)
def _read(held: str) -> Report:
    return from_json(held)


Language.factory("conflictkit", default_config={"published": None, "language": "en"}, assigns=["doc._.conflictkit"], func=make_component)
if not Doc.has_extension("conflictkit"):
    Doc.set_extension("conflictkit", getter=_report)
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)
