"""What kind of event a trigger is: PLOVER type and mode, by the words of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import Clause, Form, Mood, NounGroup, Role, Time
from conflictkit.engine.syntax import Kind as ClauseKind

from ..facts import Facts
from ..facts.frames import TANGIBLE, infinitive
from ..grammar.lists import DIES, NAMES
from ..grammar.verbs import WANTED
from ..lexicon.events import NO_KIND, Kind, Word, compound_kind, first_kind, known
from ..lexicon.facts import ASPECT, SUFFERS, TRUTH, VERBS
from .triggers import before

FRIENDLY = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
THREATENED = HOSTILE | {"PROTEST"}
"""Kinds of what it is a threat to promise."""
WILLED = frozenset({"ACCUSE", "AGREE", "CONCEDE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
"""Kinds of what only somebody with a will does."""
BODIES = frozenset({EntityKind.GOVERNMENT, EntityKind.MILITARY})


def kind_of(words: list[str], k: int, form: str, word: Word, facts: Facts) -> Kind | None:
    """PLOVER type and mode of the trigger at token k, or None; dates are left empty in ``words``."""
    if form == "noun":
        kind = _noun_kind(words, k, word, facts)
        return None if kind == NO_KIND else kind
    clause = facts.syntax.clause_of(k)
    if clause is None or clause.verb.word != k:
        return word.kind
    kind = _told_kind(words, clause, word, facts)
    if form == "inf":
        ready = kind is not None and kind[0] in FRIENDLY and words[k - 1] == "to" and words[k - 2] in TRUTH.ready
        return ("AGREE", None) if ready else kind
    if clause.verb.status.negated and kind is not None and kind[0] in FRIENDLY:
        return ("REJECT", None)
    return _modal_kind(words, clause, kind, facts) if form == "modal" else kind


def _told_kind(words: list[str], clause: Clause, word: Word, facts: Facts) -> Kind | None:
    """What a verb means in its clause, whether or not it is done."""
    if clause.kind is ClauseKind.REDUCED and clause.second_object is not None and word.verb in NAMES:
        return None  # "a group called the Red Hand"
    kind = facts.framed(clause) or word.kind or (("ASSAULT", None) if word.verb in DIES and facts.killed(clause) else None)
    if kind is None or kind == NO_KIND:
        return None
    doer = facts.syntax.doer_of(clause) if word.verb not in SUFFERS else None  # "the truce collapsed"
    if kind[0] in WILLED and doer is not None and not (facts.has_will(doer) or _moves(words, kind, doer)) or kind[0] == "AGREE" and _only_says(clause):
        return None
    if word.verb in VERBS.power and not _has_power(clause, doer, facts):
        return None
    return _of_promise(words, clause, facts) if kind[0] == "AGREE" else kind


def _moves(words: list[str], kind: Kind, doer: NounGroup) -> bool:
    """Whether what has no will is moved by whoever has it: "tanks rolled into the town"."""
    return kind[0] == "MOBILIZE" and known(words[doer.head]).noun_kind is None


def _modal_kind(words: list[str], clause: Clause, kind: Kind | None, facts: Facts) -> Kind | None:
    """The type of what is said to be done in the future: of a good act AGREE, of a bad one THREATEN; of a duty REQUEST."""
    verb, subject = clause.verb, facts.syntax.subject_of(clause)
    helps = words[verb.start : verb.word]
    if is_duty(clause, helps) and (kind is not None or verb.lemma in ASPECT) and subject is not None and facts.has_will(subject) and words[subject.head] not in TRUTH.oneself:
        return ("REQUEST", None)
    if kind is not None and not TRUTH.coming.isdisjoint(helps):
        if kind[0] in FRIENDLY:
            return ("AGREE", None) if subject is None or facts.can_act(subject) else None
        return ("THREATEN", None) if kind[0] in HOSTILE else kind
    return kind


def is_duty(clause: Clause, helps: Sequence[str]) -> bool:
    """Whether the auxiliaries of a verb say that somebody must do it: no relative, nothing denied or that should have been done."""
    verb = clause.verb
    denied = "have" in helps or verb.status.negated or verb.form is Form.GERUND or clause.kind is ClauseKind.RELATIVE
    return not WANTED.isdisjoint(helps) and not denied


def _has_power(clause: Clause, doer: NounGroup | None, facts: Facts) -> bool:
    """Whether whoever "allows" or "warns of" something can: persons, bodies and states, no thing or outcome ("a road, allowing it to advance")."""
    outcome = clause.kind is ClauseKind.PARTICIPLE and clause.start == clause.verb.start and clause.verb.form is Form.GERUND
    if clause.verb.lemma in VERBS.warns:
        return doer is None or clause.object is not None or facts.can_act(doer, BODIES)
    return doer is not None and not outcome and facts.can_act(doer)


def _only_says(clause: Clause) -> bool:
    """Whether what somebody "agrees" to is only said to be so: "agreed that the talks had failed"; no promise of what is to come."""
    told = clause.complement
    status = told.verb.status if told is not None and told.kind is not ClauseKind.INFINITIVE and told.verb.finite else None
    return status is not None and status.time is not Time.FUTURE and status.mood is Mood.TOLD


def _of_promise(words: list[str], clause: Clause, facts: Facts) -> Kind:
    """What it is to promise something: THREATEN where it does harm ("vowed to attack the port", "promised more raids"), REJECT where it refuses ("vowed never to talk"), else AGREE."""
    kind = _promised(words, clause, facts)
    if kind is None or kind[0] == "SANCTION" and clause.verb.lemma == "offer":  # not "offered to suspend the project"
        return ("AGREE", None)
    return ("THREATEN", None) if kind[0] in THREATENED else ("REJECT", None) if kind[0] == "REJECT" else ("AGREE", None)


def _promised(words: list[str], clause: Clause, facts: Facts) -> Kind | None:
    """The kind of what is promised: of the infinitive or of the act that it or the verb takes; not what others are to do ("a bonus to recruits to fight")."""
    inner = infinitive(clause)
    if inner is None and (told := _own_future(clause)) is not None:
        return kind_of(words, told.verb.word, "ing", known(words[told.verb.word]), facts)
    if inner is None:
        return _kind_taken(words, clause, facts) if clause.verb.lemma not in VERBS.settles else None  # not "agreed sanctions"
    if facts.syntax.doer_of(inner) is not facts.syntax.doer_of(clause):
        return None
    while inner.verb.lemma in ASPECT and (following := _followed(inner)) is not None:
        inner = following
    return kind_of(words, inner.verb.word, "ing", known(words[inner.verb.word]), facts) or (_kind_taken(words, inner, facts) if facts.makes(inner) else None)


def _own_future(clause: Clause) -> Clause | None:
    """What somebody says that he will do: "vowed that it would attack"."""
    told = clause.complement
    future = told is not None and told.verb.finite and told.verb.status.time is Time.FUTURE
    return told if told is not None and future and told.subject is not None and told.subject.pronoun else None


def _followed(clause: Clause) -> Clause | None:
    """The verb behind one that only tells how far it has got: "to keep shelling"."""
    return next((child for child in clause.children if child.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE)), None)


def _kind_taken(words: list[str], clause: Clause, facts: Facts) -> Kind | None:
    """The kind of the act noun that a verb takes: "to step up attacks"."""
    taken = clause.object
    return _noun_kind(words, taken.head, known(words[taken.head]), facts) if taken is not None else None


def _noun_kind(words: list[str], k: int, word: Word, facts: Facts) -> Kind | None:
    """By a word before it ("air strike"; "suicide car bombing"), the verb that takes it ("caught fire", "set fire to"), a word of its phrase ("strike by teachers"), or the noun itself."""
    group = facts.syntax.group_at(k)
    start, end = (group.preposition if group.preposition >= 0 else group.start, max(group.end, group.reach)) if group is not None else (k, k + 1)
    named = compound_kind(word.noun, before(words, group) if group is not None else ()) if word.compounded else None
    if named is not None:
        return named
    taking = next((clause for clause, role in group.roles if role is Role.OBJECT), None) if group is not None else None
    doer = facts.syntax.subject_of(taking) if taking is not None and word.beside else None  # "teachers ended their strike"
    beside = [*words[start:end], *([words[doer.head]] if doer is not None else [])]
    kind = (first_kind(word.beside, beside) if word.beside else None) or word.noun_kind or _kind_of_deed(k, word, words[k + 1 : end], facts)
    taken = facts.framed(taking) if taking is not None else None
    if taking is not None and facts.makes(taking) and (meant := known(words[taking.verb.word]).frames.get(words[k])) is not None and meant in word.beside.values():
        return meant[1]  # "called a strike"
    return taken if taken == NO_KIND or are_two_modes(taken, kind) else kind


def _kind_of_deed(k: int, word: Word, behind: Sequence[str], facts: Facts) -> Kind | None:
    """What the verb of a noun means by what it is done to: "the execution of a farmer", "the burning of houses", not "of the plan"."""
    if not word.deed:
        return None
    verb, patient = known(word.deed), facts.at(k).patient
    sorts = facts.classes(patient) if patient is not None else []
    done = "@person" in sorts or verb.kind is not None and verb.kind[1] == "destroy" and not TANGIBLE.isdisjoint(sorts)  # "the destruction of homes"
    kind = first_kind(verb.frames, behind) or first_kind(verb.frames, sorts) or (verb.kind if done else None)
    return None if kind == NO_KIND else kind


def are_two_modes(kind: Kind | None, other: Kind | None) -> bool:
    """Whether two kinds are one type in two modes: the burning of "set fire to", the shots of "fire"."""
    return kind is not None and other is not None and kind[0] == other[0] and None not in (kind[1], other[1]) and kind[1] != other[1]
