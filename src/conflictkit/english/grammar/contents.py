"""What a verb of speech or thought tells: its complement clause, else the infinitive or phrase behind it; and where that ends."""

from __future__ import annotations

from collections.abc import Iterator

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Syntax

from .lists import DOCUMENT, PERSONAL, TIME_ORDER
from .sentence import DASHES

OCCASIONS = TIME_ORDER | {"as", "when", "while"}
"""What opens a clause that tells when something was said."""
WHERE = frozenset({"at", "during", "in", "on"})
"""Before where and when something is said."""
TURNS = PERSONAL | {"a", "an", "the", "but", "even"}
"""Words behind a comma with which something else begins."""


def content_of(doc: Document, syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """What a verb tells, as first token and one past the last."""
    told = clause.complement
    if told is not None:
        last = told
        while last.followed is not None:
            last = last.followed
        return told.start, max(told.end, last.end)
    start = min(_starts(clause), default=-1)
    if start < 0:
        return None
    return start, max(min((k for k in _asides(doc, syntax, clause) if k > start), default=clause.end), start + 1)


def _starts(clause: Clause) -> Iterator[int]:
    """Where that may begin which stands behind a verb."""
    after = clause.verb.end
    starts = [other.start for other in clause.children if other.kind in (Kind.INFINITIVE, Kind.PARTICIPLE)]
    starts += [group.start for group in (clause.object, clause.second_object) if group is not None]
    starts += [group.preposition for _, group in clause.obliques]
    return (k for k in (*starts, clause.predicate) if k >= after)


def _asides(doc: Document, syntax: Syntax, clause: Clause) -> Iterator[int]:
    """One past the last token before whatever may end what is told: the end of the clause, what a comma parts, when and how it was said."""
    yield clause.end
    yield from (other.start - 1 for other in _within(clause) if other.set_off and other.kind is not Kind.INFINITIVE)
    for other in clause.children:
        if other.kind is Kind.ADVERBIAL and doc.low[other.start] in OCCASIONS:
            yield other.start
        elif other.kind is Kind.PARTICIPLE and doc.low[other.start - 1] == "by":
            yield other.start - 1
    yield from (group.preposition for _, group in clause.obliques if _is_where(doc, clause, group))
    yield from (k for k in range(clause.verb.end, clause.end - 1) if _turns(doc, syntax, k))


def _is_where(doc: Document, clause: Clause, group: NounGroup) -> bool:
    """Whether a phrase behind the object names where something is said: "condemned the raid in a statement"."""
    taken, k = clause.object, group.preposition
    return taken is not None and k >= taken.end and doc.low[k] in WHERE and doc.low[group.head].removesuffix("s") in DOCUMENT


def _turns(doc: Document, syntax: Syntax, k: int) -> bool:
    """Whether something else begins behind a comma or dash: no member of a list and nothing that renames a noun."""
    if doc.low[k] != "," and doc.low[k] not in DASHES or doc.low[k + 1] not in TURNS:
        return False
    group = syntax.group_at(k + 1)
    return group is None or not group.members and group.renames is None


def _within(clause: Clause) -> list[Clause]:
    """The clauses that hang on a clause, and those that hang on them."""
    found = list(clause.children)
    for other in found:
        found += other.children
    return found
