"""The words that name somebody: a name, and a mention taken apart by grammar into its head and the rest."""

from __future__ import annotations

from typing import NamedTuple

from conflictkit._document import Document
from conflictkit.engine.syntax import Form, Kind, NounGroup, Syntax

from ..grammar.lists import REFLEXIVE, RELATIVE
from .name_words import ACRONYMS, ROLE_NOUNS, TABLE

CUT = TABLE.mentions.cut
"""Words before which the head of a mention ends."""
CONDITION = (["on", "condition", "of"], ["on", "the", "condition"])
OWNING = frozenset({"'s", "’s", "'", "’"})


class Name(NamedTuple):
    """A run of capitalised words: ``first`` is where its title begins, ``start`` to ``end`` the name itself (tokens)."""

    first: int
    start: int
    end: int
    kind: str  # person, org, place, media, role, other
    person: int  # index into ``Names.people``, -1 for what is no person


class Mention(NamedTuple):
    """The words that name somebody (token indices)."""

    start: int
    end: int
    """After the whole mention."""
    head_end: int
    """After the head word: what comes before a comma, a preposition, a relative clause."""
    head: str
    """The head word in small letters."""
    cut: int
    """After the phrase, without a relative clause or "on condition of ..."."""
    said: tuple[tuple[int, int], ...] = ()
    """The words of the quote whose speaker it names."""
    group: NounGroup | None = None


ASIDE = (RELATIVE - {"that"}) | {"speaking"}
"""Words at which the phrase itself ends."""
ANSWERS, QUESTIONS = frozenset({"a", "answer"}), frozenset({"q", "question"})
"""Labels of the turns of a talk."""
VERBAL = frozenset({Form.GERUND, Form.PARTICIPLE, Form.PAST})


TOGETHER = frozenset({"all", "both"})
"""Words behind a pronoun: "they all said"."""
BRACKETS = frozenset("()")
NOMINAL = frozenset("nspqj")
"""Tags of the words that a phrase goes on with up to its head: nouns, numbers, adjectives."""


def read_mention(doc: Document, syntax: Syntax, a: int, b: int, said: tuple[tuple[int, int], ...] = (), group: NounGroup | None = None) -> Mention:
    """The mention of tokens a to b, which is a noun group or begins with one, taken apart into its head and the rest."""
    low, toks = doc.low, doc.toks
    while a < b - 1 and not toks[a][0].isalnum():
        a += 1
    group = group or syntax.group_at(a) or (syntax.group_at(a + 1) if a + 1 < b else None)
    if a + 1 == b or a + 2 == b and low[a + 1] in TOGETHER and group is not None and group.pronoun:
        return Mention(a, a + 1, a + 1, low[a], a + 1, said, group)
    head_end = b
    if not (NOMINAL.issuperset(syntax.tags[a + 1 : b]) and CUT.isdisjoint(low[a + 1 : b])):
        head_end = next((k for k in range(a + 1, b) if _ends_head(doc, syntax, k, group)), b)
    while head_end - 1 > a and (low[head_end - 1] in REFLEXIVE or low[head_end - 1] in OWNING):
        head_end -= 1
    cut = _cut(doc, head_end, b, group) if head_end < b else b
    while cut > head_end and (toks[cut - 1][0] in ", ;" or low[cut - 1] in REFLEXIVE):
        cut -= 1
    head = head_end - 1
    while head > a and not toks[head][0].isalnum():
        head -= 1
    return Mention(a, b, head_end, low[head], cut, said, group)


def _cut(doc: Document, head_end: int, b: int, group: NounGroup | None) -> int:
    """Where, behind its head, what is said aside of a mention begins, or a relative; b if nothing does."""
    low = doc.low
    cut = next((k for k in range(head_end, b) if low[k] in ASIDE and doc.toks[k].rstrip() not in ACRONYMS or low[k : k + 3] in CONDITION), b)
    clauses = group.clauses if group is not None else ()
    return min((clause.opener for clause in clauses if clause.kind is Kind.RELATIVE and head_end <= clause.opener < cut), default=cut)


def _ends_head(doc: Document, syntax: Syntax, k: int, group: NounGroup | None) -> bool:
    """Whether the head of a phrase stands before token k: at a mark, a preposition, a relative pronoun or a participle behind the noun."""
    word, first = doc.low[k], doc.toks[k][0]
    if doc.toks[k].rstrip() in ACRONYMS or group is not None and k < group.head and word in BRACKETS:
        return False  # "the World Guild (WG) chief"
    if word in ("of", "for") and doc.toks[k - 1][0].isupper() and k + 1 < len(doc) and doc.toks[k + 1][0].isupper():
        inner = syntax.group_at(k + 1)
        if inner is not None and inner.start == k + 1 and doc.low[inner.head] in ROLE_NOUNS and doc.toks[inner.head][0].islower():
            return False  # "a Department of State spokesman"
    if word in CUT and doc.toks[k - 1] != "-" or first in ",;:()[]—\n\r" or (first in "–-" and not doc.glued(k)):
        return True
    other = syntax.group_at(k)
    if other is not None and other.pronoun and other.start == k:
        return True  # "everyone I spoke to"
    verb = syntax.verb_at(k)
    if verb is None or verb.form not in VERBAL or group is None or group.end > k:
        return False
    behind = syntax.group_at(verb.end)  # "the army's commanding general"
    return behind is None or behind.determiner >= 0 or doc.low[behind.head] not in ROLE_NOUNS
