"""What grammar sees, written as ``score_syntax.py`` reads it: each verb with its subject, object and agent."""

from __future__ import annotations

from typing import Any

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Syntax
from conflictkit.english import pack
from conflictkit.english.grammar import read_syntax

Row = dict[str, Any]


def syntax_rows(text: str, trees: bool) -> list[Row]:
    """One row a clause. The product's answers, or (``trees``) those that dependency trees would give."""
    doc = Document(text, pack().lexicon)
    syntax = read_syntax(doc)
    return [_row(doc, syntax, clause, trees) for clause in syntax.clauses]


def _row(doc: Document, syntax: Syntax, clause: Clause, trees: bool) -> Row:
    verb = clause.verb
    subject, object_ = (tree_subject(syntax, clause), tree_object(clause)) if trees else (syntax.subject_of(clause), clause.object)
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


def tree_subject(syntax: Syntax, clause: Clause) -> NounGroup | None:
    """The first verb of a relative has the antecedent as its subject, a second one the pronoun; infinitives and participles have none."""
    if clause.kind is Kind.RELATIVE and clause.joined is not None and clause.subject is clause.antecedent:
        first = clause
        while first.joined is not None:
            first = first.joined
        return NounGroup(first.opener, first.opener + 1, first.opener) if first.opener >= 0 else None
    return clause.subject


def tree_object(clause: Clause) -> NounGroup | None:
    """The first of two joined verbs alone has their object."""
    if clause.joined is not None and clause.joined.object is clause.object:
        return None
    return clause.object
