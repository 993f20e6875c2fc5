"""The grammar of English sentences: words and tags, groups, clauses; ``read_syntax`` reads a text once."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._models import DateExpression, Span
from conflictkit.engine.syntax import Clause, NounGroup, Syntax, VerbGroup

from .arguments import Arguments
from .clauses import Clauses
from .nouns import Nouns
from .phrases import Phrases, measure
from .sentence import NO_TOKENS, Sentence
from .tags import tag
from .tokens import words_of
from .verbs import governed

__all__ = ["Nouns", "nouns_of", "read_syntax", "syntax_of"]


def read_syntax(doc: Document, dates: Sequence[DateExpression] = (), names: Sequence[Span] = ()) -> Syntax:
    """Noun groups, verb groups and clauses of a text; a group whose head stands in a known date is a time, in a known name a name."""
    times, named = doc.covered(date.span for date in dates), doc.covered(names)
    groups: list[NounGroup] = []
    verbs: list[VerbGroup] = []
    clauses: list[Clause] = []
    tagged: list[tuple[list[int], str]] = []
    starts = doc.sentences
    for start, end in zip(starts, (*starts[1:], len(doc)), strict=True):
        words = words_of(doc, start, end)
        if not words.words:
            continue
        letters = tag(words.words, words.low)
        tagged.append((words.first, letters))
        dated = NO_TOKENS if times.isdisjoint(range(start, end)) else times
        read = read_sentence(Sentence(words, letters, dated, named))
        groups += map(read.s.groups.__getitem__, sorted(read.s.groups))
        verbs += read.s.verbs.values()
        for clause in read.made.values():
            clause.verb.status = governed(clause, doc.low)
        clauses += read.made.values()
    return Syntax(len(doc), groups, verbs, clauses, tagged)


def read_sentence(sentence: Sentence) -> Clauses:
    """The clauses of one sentence with everything filled in."""
    clauses = Clauses(sentence)
    clauses.read()
    phrases = Phrases(clauses)
    arguments = Arguments(clauses)
    arguments.fill()
    phrases.hang()
    arguments.obliques()
    arguments.roles()
    measure(clauses, phrases.hung)
    return clauses


def syntax_of(doc: Document) -> Syntax:
    """The syntax of a document, read when first asked for."""
    found: Syntax | None = doc.kept.get("syntax")
    if found is None:
        found = doc.kept["syntax"] = read_syntax(doc, doc.dates)
    return found


def nouns_of(doc: Document) -> Nouns:
    """The tags and noun groups of a document: parts of its syntax, unless they are kept alone."""
    found: Nouns | None = doc.kept.get("nouns")
    if found is None:
        found = doc.kept["nouns"] = Nouns(doc, syntax_of(doc))
    return found
