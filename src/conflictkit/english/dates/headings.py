"""Lines that say a day or an hour and nothing besides, or that open with one: the entries of weekly reports, live pages and chronicles."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._models import DateExpression, TimexType


def dated_lines(doc: Document) -> dict[int, DateExpression]:
    """Paragraph -> the date that is all it says; read once a document, after its dates."""
    found: dict[int, DateExpression] | None = doc.kept.get("dated lines")
    if found is None:
        found = doc.kept["dated lines"] = {doc.paragraph_of[doc.at[date.span.start]]: date for date in doc.dates if _is_line(doc, date)}
    return found


def entries(doc: Document) -> list[int]:
    """The paragraphs with which the entries of a page begin, in order."""
    opening = {doc.paragraph_of[doc.at[date.span.start]] for date in doc.dates if opens_entry(doc, date) or date.timex_type is TimexType.TIME and _opens_line(doc, date)}
    return sorted(opening.union(dated_lines(doc)))


def opens_entry(doc: Document, date: DateExpression) -> bool:
    """Whether a date with a colon or dash behind it opens its paragraph: "July 2012: Rebels seize the city"."""
    k = doc.at[date.span.end - 1] + 1
    return doc.low[k : k + 1] in ([":"], ["-"], ["–"], ["—"]) and _opens_line(doc, date)


def _opens_line(doc: Document, date: DateExpression) -> bool:
    """Whether no word stands before a date on its line."""
    a = doc.at[date.span.start]
    return not any(doc.low[k].isalnum() for k in range(a - 1, doc.paragraphs[doc.paragraph_of[a]] - 1, -1))


def _is_line(doc: Document, date: DateExpression) -> bool:
    """Whether no word stands before or behind a date on its line."""
    b, n = doc.at[date.span.end - 1] + 1, doc.paragraph_of[doc.at[date.span.start]] + 1
    end = doc.paragraphs[n] if n < len(doc.paragraphs) else len(doc)
    return _opens_line(doc, date) and not any(doc.low[k].isalnum() for k in range(b, end))
