"""Facts: for each verb or event noun who, whom, where and with what, read from its clause once; events and claims are views of them."""

from __future__ import annotations

from conflictkit._document import Document

from ..grammar import syntax_of
from .fact import Fact
from .facts import Facts

__all__ = ["Fact", "Facts", "facts_of"]


def facts_of(doc: Document) -> Facts:
    """The facts of a document, the same for all who ask."""
    found: Facts | None = doc.kept.get("facts")
    if found is None:
        found = doc.kept["facts"] = Facts(doc, syntax_of(doc))
    return found
