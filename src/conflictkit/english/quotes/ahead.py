"""What stands in a stretch of words: the clause whose subject begins it, verbs of speech, quotes, commas, a main verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from conflictkit.engine.syntax import Clause, Kind

from ..grammar.lists import ARTICLES
from ..lexicon.claims import VERB
from . import attribution as at
from .attribution import VERBS, Range, is_adverb, is_word
from .reading import Reading


def has_main_verb(r: Reading, piece: Range, *, whole: bool = False) -> bool:
    """Whether words hold the finite verb of a main clause or of what is said, ``whole`` with its subject."""
    clauses = (verb.clause for verb in r.finite(*piece, marks=True) if verb.clause is not None and verb.clause.kind in (Kind.MAIN, Kind.COMPLEMENT))
    return any(not whole or clause.subject is None or clause.subject.start >= piece[0] for clause in clauses)


def tells(r: Reading, piece: Range) -> bool:
    """Whether words are more than an adverbial: they hold a noun group that no preposition governs, or a main verb."""
    for k in range(*piece):
        group = r.syntax.group_at(k)
        if group is not None and group.start == k and group.preposition < 0 and not group.time:
            clause = group.clause
            if clause is None or clause.kind in (Kind.MAIN, Kind.COMPLEMENT) or clause.antecedent is group:
                return True
    return has_main_verb(r, piece)


def said_where(r: Reading, k: int, e: int) -> bool:
    """Whether "in an interview", "at a briefing", "on the air" begins at k."""
    group = r.syntax.group_at(k + 1) if k + 1 < e and r.doc.low[k] in at.OCCASION and r.doc.low[k + 1] in ARTICLES else None
    if group is None or group.determiner < 0:
        return False
    return not at.DOCUMENT.isdisjoint(r.doc.low[group.start : group.end]) if r.doc.low[k + 1] != "the" else r.doc.low[group.head] == "air"


def clause_at(r: Reading, k: int, e: int) -> Clause | None:
    """The finite clause whose subject begins at k; the second of two who are its subject begins none."""
    doc, first = r.doc, k
    while k < e and (doc.toks[k].isspace() or is_adverb(doc, k)):
        k += 1
    group = r.syntax.group_at(k) if k < e else None
    if group is None or not first <= group.start <= k:
        return None
    for clause, role in group.roles:
        beside = clause.kind is not Kind.RELATIVE or clause.joined is not None and clause.subject is not clause.joined.subject
        whole = clause.subject is None or clause.subject.start >= first
        if role.value == "subject" and whole and clause.verb.finite and beside and clause.verb.start > k and clause.verb.end <= e:
            return clause
    return None


def _speaks(r: Reading, clause: Clause, *, loose: bool = False) -> bool:
    verb = VERBS.get(r.doc.low[clause.verb.word])
    if verb is None or clause.verb.passive:
        return False
    spoken = loose and "past" in verb.forms and "third" not in verb.forms and is_word(r.doc, min(clause.verb.end, len(r.doc) - 1))
    after = r.doc.low[clause.verb.end : clause.verb.end + 1]
    return "clause" in verb.frames or spoken or ("that" in verb.frames and after == ["that"]) or ("to" in verb.frames and after == ["to"] and "past" in verb.forms)


def new_cue(r: Reading, k: int, e: int, *, loose: bool = False) -> bool:
    """Whether a cue with its own subject begins at k ("but officials said")."""
    found = clause_at(r, k, e)
    return found is not None and _speaks(r, found, loose=loose)


def cues_between(r: Reading, a: int, b: int) -> Iterator[int]:
    """Tokens of possible cues from a to b."""
    n = bisect_left(r.hits, a)
    while n < len(r.hits) and r.hits[n] < b:
        yield r.hits[n]
        n += 1


def speech_between(r: Reading, a: int, b: int) -> bool:
    """Whether a plain verb of speech stands between two tokens: the quote is its, not the weaker verb's."""
    for k in cues_between(r, a, b):
        group, verb = r.syntax.verb_at(k), VERBS.get(r.doc.low[k])
        if group is not None and verb is not None and group.word == k and group.finite and "clause" in verb.frames:
            return True
    return False


def has_region(r: Reading, a: int, b: int) -> bool:
    n = bisect_right(r.opens, a)
    return n < len(r.opens) and r.opens[n] < b


def first_comma(r: Reading, k: int, e: int, others: tuple[str, ...] = ()) -> int:
    """The first comma, or one of other marks, outside quotes from k on, or e; a quote that closes after a comma counts."""
    while k < e and r.doc.low[k] != "," and r.doc.toks[k].rstrip(" ") not in others and (r.doc.toks[k] != "- " or not others):
        if r.inside[k] < 0:
            k += 1
            continue
        k = r.regions[r.inside[k]].close
        if r.doc.toks[k - 2].strip() == ",":
            return k
    return min(k, e)


def tells_cost(word: str) -> bool:
    """Whether a participle behind an attribution goes on with what is said, since nobody does so by speaking: "a bomb went off, police said, killing two"."""
    cost = VERB.get(word)
    return word in at.COSTS or cost is not None and cost.fate in ("killed", "wounded")
