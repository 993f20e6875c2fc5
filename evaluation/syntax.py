"""What grammar sees, written as ``score_syntax.py`` reads it: each verb with its subject, object and agent."""

from __future__ import annotations

from typing import Any

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Syntax
from conflictkit.english import pack
from conflictkit.english.grammar import read_syntax

Row = dict[str, Any]
REPORTED = frozenset("say report consider emphasise believe think expect estimate hope fear".split())
"""Verbs whose passive has an "it" that stands for a clause."""
ASKS = frozenset("ask know wonder see say tell explain understand learn decide determine show discover guess".split())
"""Verbs whose "what" clause is a question, not a thing."""


def syntax_rows(text: str, trees: bool) -> list[Row]:
    """One row a clause. The product's answers, or (``trees``) those that dependency trees would give."""
    doc = Document(text, pack().lexicon)
    syntax = read_syntax(doc)
    return [_row(doc, syntax, clause, trees) for clause in syntax.clauses]


def _row(doc: Document, syntax: Syntax, clause: Clause, trees: bool) -> Row:
    verb = clause.verb
    subject, object_ = (tree_subject(doc, clause), tree_object(clause)) if trees else (syntax.subject_of(clause), clause.object)
    return {
        "verb": [doc.start(verb.word), doc.end(verb.word)],
        "passive": verb.passive,
        "subject": _span(doc, subject),
        "object": _span(doc, object_),
        "agent": _span(doc, clause.agent),
        "controller": _span(doc, clause.controller),
    }


def _span(doc: Document, group: NounGroup | None) -> list[int] | None:
    return [doc.start(group.start), doc.end(group.end - 1)] if group else None


def tree_subject(doc: Document, clause: Clause) -> NounGroup | None:
    """The first verb of a relative has the antecedent as its subject, a second one the pronoun; "it" and "what" that stand for a clause are none."""
    subject = clause.subject
    if clause.kind is Kind.RELATIVE and clause.joined is not None and subject is clause.antecedent:
        first = clause
        while first.joined is not None:
            first = first.joined
        return NounGroup(first.opener, first.opener + 1, first.opener) if first.opener >= 0 else None
    if subject is None:
        return None
    word = doc.low[subject.head]
    if word == "it" and (clause.verb.lemma in ("seem", "appear") or (clause.verb.passive and clause.verb.lemma in REPORTED)):
        return None
    if word in ("what", "whatever") and clause.parent is not None and clause.parent.verb.lemma not in ASKS:
        return None
    return subject


def tree_object(clause: Clause) -> NounGroup | None:
    """The first of two joined verbs alone has their object."""
    if clause.joined is not None and clause.joined.object is clause.object:
        return None
    return clause.object
