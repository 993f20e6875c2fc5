"""The role that grammar gives the bearer of a name: before it in its noun group, or in apposition to it, before or behind the comma."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.engine.syntax import CHAIN, NounGroup, Role, Syntax

from ..grammar import syntax_of
from ..grammar.lists import ARTICLES, OWNED
from .mentions import VERBAL, Name
from .name_words import BEFORE_TITLE, NATIONS, NO_ROLE, ROLE_NOUNS

FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "sr", "st", "staff"})
ASIDE = frozenset({"who", "which", "whose", "where", ",", ";", "(", "—", "–", "."})
"""Where a role in apposition ends."""


def role_before(doc: Document, syntax: Syntax, run: Name) -> str | None:
    """The role written before a name: "Ukrainian President", "a senior aide", "The head of the bank,"."""
    low, group = doc.low, syntax.group_at(run.end - 1)
    first = run.first if run.first < run.start else run.start - 1
    if run.first == run.start and (first < 0 or low[first] not in ROLE_NOUNS):
        return renamed_role(doc, group) if group is not None else None
    if run.first == run.start or first and (low[first - 1] in BEFORE_TITLE or low[first - 1] in NATIONS):
        first = _start(doc, syntax, first)
    if run.first == run.start and first and low[first - 1] in OWNED:
        return None
    role = doc.text[doc.off[first] : doc.off[run.start]].strip(" ,")
    return None if role.rstrip(".").lower() in FORMS_OF_ADDRESS else role


def _start(doc: Document, syntax: Syntax, k: int) -> int:
    """Where the words begin that belong to the role at token k: behind a mark, a verb, a determiner."""
    first = k
    while first > 0 and (doc.toks[first - 1][0].isalpha() or doc.toks[first - 1] == "-" and doc.glued(first - 1)):
        verb = syntax.verb_at(first - 1)
        if doc.low[first - 1] in NO_ROLE and doc.toks[first - 1] != "US " or verb is not None and (verb.finite or verb.form in VERBAL) and doc.toks[first - 1][0].islower():
            break
        first -= 1
    if doc.toks[first] == "-":  # 22-year-old law student
        first = next((n + 1 for n in range(first, k) if doc.low[n] == "old"), first + 1)
    return first


def renamed_role(doc: Document, group: NounGroup) -> str | None:
    """The role in "The head of the bank, NAME"."""
    above = group.renames or _before_comma(doc, group)
    for _ in range(CHAIN):
        if above is None or doc.low[above.head] in ROLE_NOUNS:
            break
        above = above.hangs_on
    if above is None or above.determiner < 0 and above.owner is None and doc.low[above.start] not in NATIONS and doc.low[above.start] not in ROLE_NOUNS:
        return None
    first = above.start + (doc.low[above.start] in ARTICLES)
    comma = next((k for k in range(group.start - 1, first, -1) if doc.low[k] == ","), group.start)
    return doc.words(first, comma)


def _before_comma(doc: Document, group: NounGroup) -> NounGroup | None:
    """The name before a name between commas: "Brod" in "the mayor of Brod, Petar Lazic,", "League" in "the head of the League (RL), Petar Lazic,"."""
    k = group.start - 1
    if k < 1 or doc.low[k] != "," or not group.name or doc.low[group.end : group.end + 1] not in ([","], ["."]):
        return None
    if doc.low[k - 1] == ")":
        k = next((n for n in range(k - 1, doc.bounds[k][0], -1) if doc.low[n] == "("), k)
    return syntax_of(doc).group_at(k - 1)


def role_after(doc: Document, syntax: Syntax, end: int) -> str | None:
    """The role in apposition behind a name that ends at a token: "X, the group's spokesperson"; it ends at the next comma, stop or relative pronoun."""
    if end + 1 >= len(doc) or doc.low[end] != ",":
        return None
    other = syntax.group_at(end + 1)
    if other is None or doc.low[other.head] not in ROLE_NOUNS or begins_clause(doc, other):
        return None
    last = max(other.extent, other.reach)
    return doc.words(other.start, next((k for k in range(other.end, last) if doc.low[k] in ASIDE or doc.toks[k].isspace()), last))


def begins_clause(doc: Document, group: NounGroup) -> bool:
    """Whether a noun group behind a comma is the subject of a clause of its own, with no other comma before the verb."""
    return any(
        role is Role.SUBJECT and clause.subject is group and clause.antecedent is not group and clause.verb.start >= group.end and "," not in doc.low[group.end : clause.verb.start]
        for clause, role in group.roles
    )
