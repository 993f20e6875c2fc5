"""Who a verb belongs to where its clause alone does not tell: phrases that end before it, asides, lists, verbs joined to others, relayed words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup

from ..grammar.lists import ARTICLES
from . import attribution as at
from .attribution import Range
from .cue import Cue
from .phrases import before_relative, can_speak, issuer_end, mention_of, stretched
from .reading import Reading


def behind_verb(cue: Cue, group: NounGroup) -> Range:
    """The phrase of whoever speaks behind the verb ("said a tweet from the league")."""
    r, e = cue.r, cue.limit[1]
    a, b = mention_of(r, group)
    if r.doc.low[group.head] in at.DOCUMENT:
        b = issuer_end(r, max(b, group.end), e)
    inner = r.syntax.phrase_at(b)
    if inner is not None and inner.apposition is not None and inner.apposition.name and not group.name:
        return a, inner.apposition.end  # "said an adviser to the council, Oleg Ruiz,"
    return stretched(r, (a, b), e)


def shown(clause: Clause) -> NounGroup | None:
    """Who is quoted, shown or heard as he says it: "quoted a guard saying", "a video shows Ana Ruiz addressing a crowd, saying"."""
    who, above = clause.antecedent or clause.controller, clause
    while above.parent is not None and above.kind in (Kind.PARTICIPLE, Kind.REDUCED):
        above = above.parent
    return who if above is not clause and above.verb.lemma in at.SHOWS and not above.verb.passive and who is not above.subject else None


def parted(cue: Cue) -> Range | None:
    """Who opens the sentence, where commas part him from his verb: "Ana Ruiz, 29, of Lima, Peru, said", "Holt, who helped found Edge, an aid group, said"."""
    r, low, verb = cue.r, cue.r.doc.low, cue.clause.verb
    group = _first_group(r, _behind_quote(cue), verb.start)
    comma = r.comma(group.end, verb.start) if group is not None else verb.start
    subject = cue.clause.subject
    if group is None or comma >= verb.start - 1 or any(r.finite(group.end, comma)):
        return None
    opened = low[comma + 1] in at.RELATIVE | ARTICLES or not any(r.finite(comma, verb.start))
    apart = subject is not None and low[subject.start - 1] == ","
    alone = all(clause.kind in (Kind.RELATIVE, Kind.REDUCED) or not apart and clause.verb.start <= verb.start for clause, _ in group.roles)
    renaming = r.syntax.group_at(comma + 1)
    if not opened or not alone or subject is group or subject is not None and subject.start > verb.start:
        return None  # also "..., says the mayor"
    if renaming is None or renaming.preposition >= 0:
        return mention_of(r, group)
    return group.start, before_relative(r, comma + 1, verb.start - 1)


def _behind_quote(cue: Cue) -> int:
    """Where a quote ends that closes with a comma before the verb, else the beginning of the sentence."""
    r, s = cue.r, cue.limit[0]
    n = bisect_left(r.opens, cue.clause.verb.start) - 1
    closes = n >= 0 and r.regions[n].closed and s < r.regions[n].close < cue.clause.verb.start and r.doc.low[r.regions[n].close - 2] == ","
    return r.regions[n].close if closes else s


def _first_group(r: Reading, k: int, stop: int) -> NounGroup | None:
    """The first noun group between two tokens, behind times and prepositional phrases that a comma ends."""
    while k < stop:
        group = r.syntax.group_at(k)
        if group is not None and group.preposition < 0 and not group.time:
            return group
        if group is None and r.doc.low[k] not in at.PREPOSITION | {"but", "and"}:
            return None
        k = r.comma(k, stop) + 1 if r.doc.low[k] not in ("but", "and") else k + 1
    return None


def inserted(cue: Cue) -> Range | None:
    """Who speaks between commas inside the clause that is said ("the raid, said Holt and others, would fail")."""
    r, verb, low = cue.r, cue.clause.verb, cue.r.doc.low
    if not cue.verb.inquit or verb.end - verb.start != 1 or verb.start <= cue.limit[0] or low[verb.start - 1] != ",":
        return None
    group = r.syntax.group_at(verb.end) if verb.end < cue.limit[1] else None
    subject = cue.clause.subject
    if group is None or group.start != verb.end or group.preposition >= 0:
        return None
    if subject is not None and subject.end < verb.start and "," in low[subject.end : verb.start - 1]:
        return None  # "the council, which met in May, said raids, long and loud, had begun"
    a, b = mention_of(r, group.members[0] if group.members else group)
    last = r.syntax.group_at(b - 1)
    b = max(b, last.end if last is not None else b)
    behind = b + 1 + (low[b + 1 : b + 2] in (["and"], ["but"]))
    return (a, b) if low[b : b + 1] == [","] and r.finite_at(behind, cue.limit[1]) is not None else None


def behind_quote(cue: Cue) -> Range | None:
    """A name between a quote and its verb that the grammar took for no noun."""
    r, verb = cue.r, cue.clause.verb
    a = verb.start
    while a > cue.limit[0] and r.inside[a - 1] < 0 and r.doc.toks[a - 1][0].isupper():
        a -= 1
    return (a, verb.start) if a < verb.start and r.inside[a - 1] >= 0 else None


def opening(cue: Cue) -> Range | None:
    """The words from the beginning of a sentence to its first verb, where the grammar saw no subject in them ("More than two-thirds of them predict")."""
    r, verb, s = cue.r, cue.clause.verb, cue.limit[0]
    comma = next((k for k in range(verb.start - 1, s, -1) if r.doc.low[k] == ","), -1)
    if comma > 0 and r.doc.low[s] in at.PREPOSITION and all(r.inside[k] < 0 and r.syntax.verb_at(k) is None for k in range(s, comma)):
        s = comma + 1
    words = r.doc.low[s : verb.start]
    if cue.clause.complement is None or not words or words[0] in (at.PREPOSITION | at.CONJUNCTION) - at.COUNT_BOUND:
        return None
    plain = all(r.inside[k] < 0 and r.syntax.verb_at(k) is None and r.doc.low[k] not in (",", ";", ":") for k in range(s, verb.start))
    return (s, verb.start) if plain else None


def widened(cue: Cue, phrase: Range) -> Range:
    """A subject with what stands before it and speaks with it: what "both" sums up, what "and" joins behind a comma, the name whose apposition no second comma closes."""
    return next((wider for widens in WIDENED if (wider := widens(cue, phrase)) is not None), phrase)


def _summed_up(cue: Cue, phrase: Range) -> Range | None:
    """ "Ruiz and Holt both said"."""
    r, a = cue.r, phrase[0]
    before = r.syntax.group_at(a - 1) if a > cue.limit[0] and r.doc.low[a] in ("all", "both") else None
    return (mention_of(r, before)[0], a) if before is not None and not before.time else None


def _with_name_in_marks(cue: Cue, phrase: Range) -> Range | None:
    """ "“Samuel,” a student, said that"."""
    a, b = phrase
    n = cue.r.inside[a - 1] if a > cue.limit[0] else -1
    named = _named_in_marks(cue, n, b) if n >= 0 else -1
    return (named, b) if named >= 0 else None


def _named_in_marks(cue: Cue, n: int, end: int) -> int:
    """The mark that opens a name whose apposition ends at a token, with what he says behind the verb: "“Samuel,” a student, said that"; -1 if there is none."""
    r, low, told = cue.r, cue.r.doc.low, cue.clause.complement
    region = r.regions[n]
    parts = low[region.close - 2] == "," and low[end : end + 1] == [","] and region.open >= cue.limit[0]
    return region.open if parts and told is not None and told.start > cue.k and n not in r.owner and r.names_somebody(n) else -1


def _group_before(cue: Cue, a: int, mark: str) -> NounGroup | None:
    """The noun group without a part in a clause that a comma or "and" parts from the subject at token a."""
    name = cue.r.syntax.group_at(a - 2) if a >= cue.limit[0] + 2 and cue.r.doc.low[a - 1] == mark else None
    return name if name is not None and name.end == a - 1 and name.preposition < 0 and not name.roles else None


def _with_list(cue: Cue, phrase: Range) -> Range | None:
    """ "..., the mayor and the governor said"."""
    (a, b), r = phrase, cue.r
    name = _group_before(cue, a, "and")
    if name is None or name.pronoun or a < cue.limit[0] + 3 or not name.start:
        return None
    return (name.start, b) if r.doc.low[name.start - 1] == "," or r.inside[name.start - 1] >= 0 else None


def _with_apposition(cue: Cue, phrase: Range) -> Range | None:
    """ "Edvin Rask, a doctor in the camp told AFP"."""
    (a, b), r = phrase, cue.r
    name, role = _group_before(cue, a, ","), r.syntax.group_at(a)
    if name is None or role is None or not name.name or role.name or name.time or r.doc.low[a] not in ARTICLES:
        return None
    opens = name.start <= cue.limit[0] or r.inside[name.start - 1] >= 0
    return (name.start, b) if opens and can_speak(r, (role.start, role.end)) else None


WIDENED: tuple[Callable[[Cue, Range], Range | None], ...] = (_summed_up, _with_name_in_marks, _with_list, _with_apposition)
"""What stands before a subject and speaks with it, tried in this order."""


def joined(cue: Cue, joined: Clause, subject: NounGroup) -> Range | None:
    """Who speaks with the second of two joined verbs: behind a clause that is said or hangs on a noun it is the subject of the sentence."""
    if cue.r.doc.low[joined.verb.word] not in at.VERBS and (speaker := previous(cue)) is not None:
        return speaker
    if joined.kind not in (Kind.MAIN, Kind.ADVERBIAL) and "clause" in cue.verb.frames:
        outer = joined
        while outer.parent is not None:
            outer = outer.parent
        if outer is not joined and outer.subject is not None and outer.subject.start < cue.k:
            return mention_of(cue.r, outer.subject, outer.verb.start)
    return mention_of(cue.r, subject, joined.verb.start)


def beside(cue: Cue) -> NounGroup | None:
    """The phrase that ends right before a verb to which the grammar gave no subject ("one in five say"): from its last noun to its first."""
    low, start = cue.r.doc.low, cue.clause.verb.start
    if start > cue.limit[0] + 1 and low[start - 1] == ",":  # "the senator, R-Ohio, said"
        comma = next((n for n in range(start - 2, cue.limit[0], -1) if low[n] == ","), -1)
        start = comma if comma > 0 else start
    if start and low[start - 1] == ")":
        start = next((n for n in range(start - 1, cue.limit[0], -1) if low[n] == "("), start)
    group = cue.r.syntax.group_at(start - 1) if start else None
    return outermost(cue, group) if group is not None else None


def outermost(cue: Cue, group: NounGroup) -> NounGroup | None:
    """The noun that a phrase is about: over prepositions, objects of participles and of relative clauses, to the left."""
    found = group
    while found.start >= cue.limit[0] and (outer := _around(cue, found)) is not None and outer.start < found.start:
        found = outer
    if found.start < cue.limit[0] or found.time or found.preposition >= 0:
        return group if group.name else None
    return found


def _around(cue: Cue, group: NounGroup) -> NounGroup | None:
    """The noun group that one belongs to: by a preposition, as object of a participle, in a relative clause."""
    if group.hangs_on is not None:
        return group.hangs_on
    if group.preposition > 0 and (before := _governor(cue, group.preposition - 1)) is not None:
        return before
    outer = next((antecedent(cue, _unfinished(clause)) for clause, _ in group.roles if clause is not cue.clause and clause.start < group.start), None)
    if outer is None and group.start and (verb := cue.r.syntax.verb_at(group.start - 1)) is not None and verb.clause is not None:
        return verb.clause.antecedent
    return outer


def _unfinished(clause: Clause) -> Clause:
    """The clause that an infinitive hangs on, over other infinitives."""
    while clause.kind is Kind.INFINITIVE and clause.parent is not None:
        clause = clause.parent
    return clause


def antecedent(cue: Cue, clause: Clause) -> NounGroup | None:
    """What a clause hangs on; that of a "which" behind a bracket is the noun group before the bracket."""
    if clause.antecedent is not None or clause.opener < 0 or cue.r.doc.low[clause.opener] not in ("who", "which"):
        return clause.antecedent
    low, k = cue.r.doc.low, clause.opener - 1
    k -= low[k] == ","
    if low[k] == ")":
        k = next((n for n in range(k, cue.limit[0], -1) if low[n] == "("), k) - 1
    return cue.r.syntax.group_at(k)


def _governor(cue: Cue, k: int) -> NounGroup | None:
    """The noun group at k, or the one that a participle or relative clause whose verb stands there hangs on."""
    syntax = cue.r.syntax
    verb = syntax.verb_at(k)
    return syntax.group_at(k) or (verb.clause.antecedent if verb is not None and verb.clause is not None else None)


def relayed(cue: Cue) -> tuple[Range, Range | None] | None:
    """Who is quoted as saying something, and who quotes him ("Local media quoted the mayor as saying", "the mayor was quoted by AFP as saying")."""
    r = cue.r
    for k in range(cue.k - 2, cue.limit[0], -1):
        verb = r.syntax.verb_at(k)
        if verb is None or verb.clause is None or verb.lemma not in ("quote", "cite"):
            continue
        quoted, quoting = (
            (verb.clause.object or verb.clause.second_object, verb.clause.subject) if not verb.passive else (verb.clause.subject, verb.clause.agent)
        )
        if quoted is None:
            return None
        return mention_of(r, quoted), mention_of(r, quoting) if quoting is not None else None
    return None


def _first_main(cue: Cue) -> Clause | None:
    """The first main clause of the sentence."""
    for k in range(*cue.limit):
        verb = cue.r.syntax.verb_at(k)
        if verb is None or verb.word != k or not verb.finite or verb.clause is None or verb.clause.subject is None:
            continue
        if verb.clause.kind is Kind.MAIN or (k > cue.k and cue.r.doc.low[verb.clause.subject.start - 1] == ","):
            return verb.clause
    return None


def previous(cue: Cue) -> Range | None:
    """The source of the attribution before in the sentence."""
    for draft in cue.r.before(cue.limit[0]):
        if draft.cue and draft.speaker and draft.cue[1] <= cue.k and draft.rule not in ("according to", "relative"):
            return draft.speaker
    return None


def shared(cue: Cue) -> Range | None:
    """Who goes on speaking: whom a "with" names, the source of the attribution before in the sentence, else the subject of the outermost clause."""
    return next((found for finds in (_accompanying, previous, _subject_outside) if (found := finds(cue)) is not None), None)


def _accompanying(cue: Cue) -> Range | None:
    """ "With one of the guards saying", "with a spokesman for the minister saying"."""
    r, verb = cue.r, cue.clause.verb
    group = r.syntax.group_at(verb.start - 1) if verb.start else None
    while group is not None and group.preposition > cue.limit[0] and r.doc.low[group.preposition] != "with":
        group = r.syntax.group_at(group.preposition - 1)
    named = group is not None and group.preposition > 0 and r.doc.low[group.preposition] == "with"
    return mention_of(r, group, verb.start) if named and group is not None else None


def _subject_outside(cue: Cue) -> Range | None:
    """The subject of the outermost clause that a verb of speech hangs on, or of an inner one that may speak where that cannot."""
    r, clause = cue.r, cue.clause
    found, verb = clause.controller, clause.verb
    while (above := clause.parent) is not None and above.kind is Kind.PARTICIPLE and above.parent is not None:
        clause, found = above, above.parent.subject  # "kept them from leaving, insisting": as who kept them
    lowest = clause
    while clause.parent is not None and (clause is not lowest or clause.parent.kind is not Kind.ADVERBIAL or not _may_speak(r, found)):
        inner, clause = clause, clause.parent
        outer = clause.subject or clause.controller or found
        if inner.kind is Kind.ADVERBIAL and outer is not found and _may_speak(r, found) and not _may_speak(r, outer):
            break  # "the talks failed when the rebels walked out, citing violence and calling for a truce"
        found, verb = outer, clause.verb
    if found is None and (verb.form is Form.GERUND or r.doc.low[verb.start] == "having"):
        main = _first_main(cue)
        found, verb = (main.subject, main.verb) if main is not None else (None, verb)
    return mention_of(r, found, verb.start if found.start < verb.start else -1) if found is not None and not found.time else None


def _may_speak(r: Reading, group: NounGroup | None) -> bool:
    return group is not None and can_speak(r, (group.start, group.end))
