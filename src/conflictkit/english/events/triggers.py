"""Triggers of events: the verbs and event nouns of a document, and the form each has in its clause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import attrgetter

from conflictkit._document import Document
from conflictkit.engine.syntax import Form, Kind, NounGroup, Role, Syntax, Time, VerbGroup

from ..lexicon.claims import BUILT
from ..lexicon.events import DO, HAVE, MODAL, NOUN_LEMMA, OF_COMPOUNDS, PREDICATES, VERB_LEMMA, compound_kind, known

# Forms: past, passive, perfect, been (perfect passive), participle, ing, progressive, inf, modal, present, noun; state for "had", "was due":
# an event where a date says so.
PAST = frozenset({"past", "passive"})
"""Forms that carry a story on."""
NEWS_FORMS = frozenset({"past", "passive", "perfect", "been"})
"""Forms of what is told as done, in which the news of the day is told."""
UNFINISHED = frozenset({"participle", "ing", "inf"})
"""Forms that have the time of the clause that they hang on."""
FINITE = frozenset({"past", "passive", "perfect", "been", "progressive", "modal", "present", "state"})
VERBAL = FINITE | UNFINISHED
ACTS = frozenset(NOUN_LEMMA).union(OF_COMPOUNDS, (word for word in VERB_LEMMA if word.endswith("ing") and word not in BUILT))
"""Event nouns and the -ing forms of verbs."""
OWNING = frozenset({"'s"})
HAD = frozenset({"had", "hadn't"})
HEAD = attrgetter("head")
HELPS = MODAL | DO
"""Auxiliaries behind which a base form stands."""


def find_triggers(doc: Document, syntax: Syntax, dates: set[int]) -> dict[int, str]:
    """Token -> form, in order, of the verbs and event nouns that may tell of an event; no token of a date is one."""
    words = map(doc.low.__getitem__, map(HEAD, syntax.groups))
    found = {group.head: "noun" for group in compress(syntax.groups, map(ACTS.__contains__, words)) if _is_act(doc, syntax, group)}
    found.update(dict.fromkeys(_dated(doc, syntax, dates), "noun"))
    for verb in syntax.verbs:
        if verb.form is not Form.AUXILIARY:
            found[verb.word] = _form(doc, verb)
        elif (k := _state(doc, verb)) is not None:
            found[k] = "state"
    for k in dates & found.keys():
        del found[k]
    return dict(sorted(found.items()))


def describes(syntax: Syntax, k: int) -> bool:
    """Whether the clause of a verb tells what somebody is or does by habit: "rebels fighting the army", "all who fight", "raids that threaten us"."""
    clause = syntax.clause_of(k)
    who = clause.antecedent if clause is not None and clause.verb.word == k else None
    if clause is None or who is None:
        return False
    if clause.kind is Kind.REDUCED:
        return clause.verb.form is Form.GERUND and who.plural and (clause.object is None or clause.object.number < 0)
    return clause.kind is Kind.RELATIVE and clause.verb.form is Form.PRESENT and clause.verb.end - clause.verb.start == 1


def _state(doc: Document, verb: VerbGroup) -> int | None:
    """Where a verb without a meaning of its own tells a state: "had sales of", "is due"."""
    clause = verb.clause
    if clause is None:
        return None
    if doc.low[verb.word] in HAVE:
        return verb.word if clause.object is not None else None
    return clause.predicate if clause.predicate >= 0 and doc.low[clause.predicate] in PREDICATES else None


def _form(doc: Document, verb: VerbGroup) -> str:
    """The form of a verb by its auxiliaries, the first that says more going first."""
    before = doc.low[verb.start : verb.word]
    if not HELPS.isdisjoint(before):
        return "modal"
    if not verb.finite:
        return {Form.GERUND: "ing", Form.PARTICIPLE: "participle", Form.PAST: "participle"}.get(verb.form, "inf") if not verb.passive or "to" not in before else "inf"
    if verb.form is Form.GERUND:
        return "progressive"
    if not HAVE.isdisjoint(before):
        return "been" if verb.passive and HAD.isdisjoint(before) else "perfect" if HAD.isdisjoint(before) else "passive" if verb.passive else "past"
    return "passive" if verb.passive else "past" if verb.status.time is Time.PAST else "present"


def _dated(doc: Document, syntax: Syntax, dates: set[int]) -> Iterator[int]:
    """The nouns of what a day owns: "Sunday's match", "next week's convention"; not the first of two nouns or "a week's time"."""
    for k in doc.among(OWNING):
        group = syntax.group_at(k - 1) if k - 1 in dates else None
        if group is None or k >= group.head or doc.low[group.head] == "time":
            continue
        if doc.low[group.head + 1 : group.head + 2] != ["and"] or group.head + 2 in dates:
            yield group.head


def _names_body(syntax: Syntax, group: NounGroup) -> bool:
    """Whether a phrase stands right behind a name whose part it is."""
    before = syntax.group_at(group.preposition - 1) if group.preposition > 0 else None
    return before is not None and before.name


def _is_heading(doc: Document, syntax: Syntax, k: int) -> bool:
    """Whether the line of a token, not the first of the text, is in capitals and has no verb."""
    n, (lo, hi) = doc.paragraph_of[k], doc.bounds[k]
    line = doc.paragraphs[n], doc.paragraphs[n + 1] if n + 1 < len(doc.paragraphs) else len(doc)
    return n > 0 and (lo, hi) == line and "".join(doc.toks[lo:hi]).isupper() and not any(map(syntax.verb_at, range(lo, hi)))


def before(low: list[str], group: NounGroup) -> list[str]:
    """The words of a group before its head, then its preposition where no article or owner stands between: "on strike", "in close contact"."""
    bare = group.preposition >= 0 and group.determiner < 0 and group.owner is None
    return [*low[group.start : group.head], *(low[group.preposition : group.start] if bare else ())]


def _is_act(doc: Document, syntax: Syntax, group: NounGroup) -> bool:
    """Whether a noun group with an act as its head tells what happened: not "sentenced to death", "prisoners of war", a name only where "of" follows ("the Battle of Bakhmut")
    and no body is named by it ("the Front for the Liberation of Norland"); nor a heading in capitals ("RUMOURS OF ATTACK").
    """
    k = group.head
    if doc.low[k] in OF_COMPOUNDS and compound_kind(OF_COMPOUNDS[doc.low[k]], before(doc.low, group)) is None:
        return False  # "gunshot wounds", no other
    if doc.toks[k].rstrip().isupper() and _is_heading(doc, syntax, k):
        return False
    if doc.toks[k][0].isupper() and any(role is Role.SUBJECT and not clause.verb.passive and known(doc.low[clause.verb.word]).report for clause, role in group.roles):
        return False  # "Amnesty said"
    return doc.low[k - 1 : k + 1] not in (["to", "death"], ["of", "war"]) and (not group.name or doc.low[k + 1 : k + 2] == ["of"] and not _names_body(syntax, group))
