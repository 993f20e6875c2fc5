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
    return _is_led(doc, doc.at[date.span.end - 1] + 1) and _opens_line(doc, date)


def leads(doc: Document, a: int, b: int) -> bool:
    """Whether the date in tokens a to b opens an entry, or is a line of its own."""
    return _opens(doc, a) and (_is_led(doc, b) or _closes(doc, a, b))


def _is_led(doc: Document, k: int) -> bool:
    return doc.low[k : k + 1] in ([":"], ["-"], ["–"], ["—"])


def _opens_line(doc: Document, date: DateExpression) -> bool:
    """Whether no word stands before a date on its line."""
    return _opens(doc, doc.at[date.span.start])


def _opens(doc: Document, a: int) -> bool:
    return not any(doc.low[k].isalnum() for k in range(a - 1, doc.paragraphs[doc.paragraph_of[a]] - 1, -1))


def _is_line(doc: Document, date: DateExpression) -> bool:
    """Whether no word stands before or behind a date on its line."""
    return _opens_line(doc, date) and _closes(doc, doc.at[date.span.start], doc.at[date.span.end - 1] + 1)


def _closes(doc: Document, a: int, b: int) -> bool:
    """Whether no word stands behind token b on the line of token a."""
    n = doc.paragraph_of[a] + 1
    end = doc.paragraphs[n] if n < len(doc.paragraphs) else len(doc)
    return not any(doc.low[k].isalnum() for k in range(b, end))
