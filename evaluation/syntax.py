"""What grammar sees, written as ``score_syntax.py`` reads it: each verb with its subject, object and agent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup, Syntax
from conflictkit.english import pack
from conflictkit.english.grammar import read_syntax
from conflictkit.english.grammar.lists import TELLS
from conflictkit.english.grammar.tokens import CLITIC
from conflictkit.english.grammar.verbs import AUXILIARIES

Row = dict[str, Any]
REPORTED = frozenset("say report consider emphasise believe think expect estimate hope fear".split())
"""Verbs whose passive has an "it" that stands for a clause."""
ASKS = frozenset("ask know wonder see say tell explain understand learn decide determine show discover guess".split())
"""Verbs whose "what" clause is a question, not a thing."""
RECEIVERS = TELLS | {"persuade"}
"""Verbs whose person is no object but a receiver (``iobj``) where an infinitive or a clause tells what is asked or allowed."""


def syntax_rows(text: str, trees: bool) -> list[Row]:
    """One row a clause. The product's answers, or (``trees``) those that dependency trees would give."""
    doc = Document(text, pack().lexicon)
    syntax = read_syntax(doc)
    return [_row(doc, syntax, clause, trees) for clause in syntax.clauses]


def _row(doc: Document, syntax: Syntax, clause: Clause, trees: bool) -> Row:
    verb = clause.verb
    first, after = doc.bounds[verb.word]
    subject, object_ = (tree_subject(doc, clause), tree_object(doc, clause)) if trees else (syntax.subject_of(clause), clause.object)
    content = content_of(clause)
    return {
        "verb": _word(doc, syntax, verb.word),
        "group": [doc.off[verb.start], doc.ends[verb.end - 1]],
        "sentence": [doc.off[first], doc.ends[after - 1]],
        "finite": verb.finite,
        "passive": verb.passive,
        "subject": _span(doc, subject),
        "pronoun": [doc.off[clause.opener], doc.ends[clause.opener]]
        if clause.kind is Kind.RELATIVE and clause.opener >= 0 and clause.subject is clause.antecedent
        else None,
        "object": _span(doc, object_),
        "agent": _span(doc, clause.agent),
        "controller": _span(doc, clause.controller),
        "content": [doc.off[content[0]], doc.ends[content[1] - 1]] if content else None,
        "clause": clause.complement is not None,
    }


def content_of(clause: Clause) -> tuple[int, int] | None:
    """What a verb of speech or thought tells, as first token and one past the last: its complement clause, else the infinitive or phrase behind it."""
    told = clause.complement
    if told is not None:
        last = told
        while last.followed is not None:
            last = last.followed
        return told.start, max(told.end, last.end)
    after = clause.verb.end
    starts = [other.start for other in clause.children if other.kind in (Kind.INFINITIVE, Kind.PARTICIPLE) and other.start >= after]
    starts += [group.start for group in (clause.object, clause.second_object) if group is not None and group.start >= after]
    starts += [group.preposition for _, group in clause.obliques if group.preposition >= after]
    starts += [clause.predicate] if clause.predicate >= after else []
    if not starts:
        return None
    start = min(starts)
    return start, max(min([clause.end, *(other.start - 1 for other in _within(clause) if other.set_off and other.start > start)]), start + 1)


def _within(clause: Clause) -> list[Clause]:
    """The clauses that hang on a clause, and those that hang on them."""
    found = list(clause.children)
    for other in found:
        found += other.children
    return found


def _word(doc: Document, syntax: Syntax, k: int) -> list[int]:
    """The verb in token k, of two words in one token its own: "are" of "aren't", "'re" of "they're"."""
    start, end = doc.off[k], doc.ends[k]
    halves = CLITIC.fullmatch(doc.text, start, end) if len(syntax.tags[k]) > 1 else None
    if halves is None:
        return [start, end]
    return list(halves.span("clitic" if syntax.tags[k][-1] in AUXILIARIES else "word"))


def _span(doc: Document, group: NounGroup | None) -> list[int] | None:
    return [doc.off[group.start], doc.ends[group.end - 1]] if group else None


def tree_subject(doc: Document, clause: Clause) -> NounGroup | None:
    """The first verb of a relative has the antecedent as its subject (behind a comma the first of a list), a second one the pronoun; "it" and "what"
    that stand for a clause are none, nor has "advancing" in "are shelling it and advancing" one."""
    subject = clause.subject
    if clause.kind is Kind.RELATIVE and clause.joined is not None and subject is clause.antecedent:
        first = clause
        while first.joined is not None:
            first = first.joined
        return NounGroup(first.opener, first.opener + 1, first.opener) if first.opener >= 0 else None
    if subject is None or clause.joined is not None and clause.verb.form is Form.GERUND and clause.verb.start == clause.verb.word:
        return None
    if subject is clause.antecedent and subject.members and doc.low[subject.end].strip() == ",":
        return subject.members[0]
    word = doc.low[subject.head]
    if word == "it" and (clause.verb.lemma in ("seem", "appear") or (clause.verb.passive and clause.verb.lemma in REPORTED)):
        return None
    return None if _free(doc, subject, clause) else subject


def tree_object(doc: Document, clause: Clause) -> NounGroup | None:
    """The first of two joined verbs alone has their object; "what" of a thing is none, and whoever is told to do something is a receiver."""
    if clause.object is None or (clause.joined is not None and clause.joined.object is clause.object) or _free(doc, clause.object, clause):
        return None
    if clause.verb.lemma in RECEIVERS and (clause.complement is not None or any(other.controller is clause.object for other in clause.children)):
        return None
    if clause.object is clause.antecedent:
        return NounGroup(clause.opener, clause.opener + 1, clause.opener) if clause.opener >= 0 else None
    return clause.object


def _free(doc: Document, group: NounGroup, clause: Clause) -> bool:
    """Whether a group is the "what" of a thing ("what remained"), not of a question."""
    return doc.low[group.head] in ("what", "whatever") and clause.parent is not None and clause.parent.verb.lemma not in ASKS


# ---- scores


RELATIONS = ("subject", "object", "agent")
LIGHT = frozenset(
    "be is are was were been being am 's 're 'm have has had having 've do does did done doing can could will would shall should may might must 'd 'll ca wo".split()
)
LONGEST = 10
"""Words that a right span may have."""
OUTSIDE = " \n,.:;\"“”‘’'!?—–-()"
"""What does not count at the borders of a content."""


def relations_score(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, float]:
    """F1 of verbs, subjects, objects and agents against trees."""
    mine = {row["id"]: row["verbs"] for row in pred}
    verbs = [0, 0, 0]
    counts = {relation: [0, 0, 0] for relation in RELATIONS}
    for row in gold:
        made = {verb["verb"][0]: verb for verb in mine.get(row["id"], ())}
        told = {verb["verb"][0] for verb in row["verbs"]}
        verbs[0] += len(row["verbs"])
        verbs[1] += sum(at in told or row["text"][slice(*verb["verb"])].lower() not in LIGHT for at, verb in made.items())
        verbs[2] += sum(at in made for at in told)
        for relation, want, got in _pairs(row, made):
            n = counts[relation]
            n[0] += want is not None
            n[1] += got is not None
            n[2] += _right(row["text"], want, got)
    return {f"{name} F1": 200 * right / max(1, wanted + given) for name, (wanted, given, right) in (("verbs", verbs), *counts.items()) if wanted}


def relations_hits(gold: Row, pred: Row) -> int:
    """Right subjects, objects and agents of one sentence."""
    made = {verb["verb"][0]: verb for verb in pred.get("verbs", ())}
    return sum(_right(gold["text"], want, got) for _, want, got in _pairs(gold, made))


def _pairs(row: Row, made: dict[int, Row]) -> Iterator[tuple[str, list[int] | None, list[int] | None]]:
    for verb in row["verbs"]:
        got = made.get(verb["verb"][0])
        for relation in RELATIONS:
            yield relation, verb.get(relation), got.get(relation) if got else None


def _right(text: str, want: list[int] | None, got: list[int] | None) -> bool:
    return want is not None and got is not None and got[0] <= want[0] < got[1] and len(text[got[0] : got[1]].split()) <= LONGEST


def cues_score(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, float]:
    """Speakers left of a finite cue that are its subject; contents right of it whose start and end are found, as a clause or as a phrase."""
    mine = {row["id"]: row["verbs"] for row in pred}
    counts: dict[str, list[int]] = {}
    for row in gold:
        for quote in row["quotes"]:
            for name, right in _cue(row["text"], quote, mine.get(row["id"], ())):
                n = counts.setdefault(name, [0, 0])
                n[0] += 1
                n[1] += right
    return {name: 100 * right / n for name, (n, right) in sorted(counts.items())}


def cues_hits(gold: Row, pred: Row) -> int:
    """Cues of one text whose speaker is found."""
    return sum(right for quote in gold["quotes"] for name, right in _cue(gold["text"], quote, pred.get("verbs", ())) if name == "speaker left of its cue")


def _cue(text: str, quote: Row, verbs: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    """What one cue tells: names of figures and whether it is right there."""
    if not quote.get("cue"):
        return
    start, end = quote["cue"][0]
    cue = [verb for verb in verbs if verb["finite"] and verb["verb"][0] < end and verb["verb"][1] > start]
    if not cue:
        return
    sentence = cue[-1]["sentence"]
    if quote.get("speaker"):
        yield from _speaker(quote["speaker"][0], start, sentence, cue)
    if len(quote["content"]) == 1 and quote["kind"] in ("indirect", "mixed"):
        content = _trimmed(text, quote["content"][0])
        if end <= content[0] and content[1] <= sentence[1]:
            got = cue[-1]["content"]
            found = _trimmed(text, [max(got[0], end), max(got[1], end)]) if got else [-1, -1]
            what = "clause" if cue[-1]["clause"] else "phrase"
            yield f"{what} start", found[0] == content[0]
            yield f"{what} end", found[1] == content[1]


def _speaker(speaker: list[int], cue_start: int, sentence: list[int], cue: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    """Whether a speaker in the sentence of the cue is the subject, the relative pronoun or the agent of one of the cue's verbs."""
    if sentence[0] <= speaker[0] < sentence[1]:
        side = "left of its cue" if speaker[1] <= cue_start else "right of its cue"
        told = [verb[what] for verb in cue for what in ("subject", "pronoun", "agent") if verb[what]]
        yield f"speaker {side}", any(span[0] < speaker[1] and span[1] > speaker[0] for span in told)


def _trimmed(text: str, span: Sequence[int]) -> list[int]:
    """A span without quote marks and other marks at its borders."""
    start, end = span
    while start < end and text[start] in OUTSIDE:
        start += 1
    while end > start and text[end - 1] in OUTSIDE:
        end -= 1
    return [start, end]
