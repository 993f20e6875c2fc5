"""Who speaks: the subject of a verb of speech, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import Clause, Form, Kind, Mood, NounGroup

from ..grammar.lists import ARTICLES, RELATIVE, TELLS
from ..speakers.kinds import noun_kind
from . import attribution as at
from .attribution import is_adverb, is_word, skip_blanks
from .cue import Cue, is_clause, opens_clause
from .phrases import can_speak, mention_of
from .reading import Reading
from .subjects import (
    antecedent,
    behind_quote,
    behind_verb,
    beside,
    inserted,
    joined,
    opening,
    outermost,
    parted,
    relayed,
    shared,
    shown,
    widened,
)

PERSONS = (EntityKind.GROUP, EntityKind.PERSON)


def find_source(cue: Cue) -> None:
    """Find who speaks, and whether the verb can be a cue at all."""
    cue.stands = any(step(cue) for step in STEPS) and cue.stands


def _modifier(cue: Cue) -> bool:
    """ "10 suspected fighters", "of reported cases", "the said group": no verb."""
    k, low = cue.k, cue.r.doc.low
    if "past" not in cue.verb.forms or cue.clause.verb.start != k or k <= cue.limit[0]:
        return False
    counted = low[k - 1][:1].isdigit() and low[k - 2] != "-" and not cue.verb.inquit  # "M-17 denied"
    cue.stands = not counted and low[k - 1] not in ARTICLES and (low[k - 1] not in BEFORE_NOUNS or cue.verb.lemma in ("say", "tell"))
    return not cue.stands


def _behind_words(cue: Cue) -> bool:
    """ "The ferry sank, spokesman Ana Ruiz said Friday", "The months that followed, she said, brought": who stands behind a comma before a verb that ends the sentence or a part of it."""
    r, start = cue.r, cue.clause.verb.start
    s, goes_on = cue.limit[0], r.doc.low[cue.end : cue.end + 1] == [","]
    if not _may_stand_behind(cue) or start <= s + 2 or not (goes_on or _ends_part(cue)):
        return False
    stop = start - 1 if r.doc.low[start - 1] == "," else start
    comma = _comma_left(r, s, stop)
    if stop < start and comma > s:
        comma = _comma_left(r, s, comma)
    first = skip_blanks(r.doc, comma + 1, start)
    if comma <= s or not _is_speaker(cue, first, stop):
        return False
    if not goes_on and not any(verb.clause is not None and verb.clause.kind is not Kind.RELATIVE for verb in r.finite(s, comma)):
        return False
    cue.own, cue.speaker, cue.start, cue.active = "S", (first, stop), first, True
    return True


def _may_stand_behind(cue: Cue) -> bool:
    """Whether a verb of one word may stand behind the words it reports: no -ing form, and no verb of a relative clause ("..., one of the men who testified")."""
    start, low = cue.clause.verb.start, cue.r.doc.low
    alone = (start, cue.clause.verb.end) == (cue.k, cue.k + 1)
    return cue.verb.inquit and alone and "ing" not in cue.verb.forms and "," in low[cue.limit[0] + 1 : start] and low[start - 1] not in at.RELATIVE


def _is_speaker(cue: Cue, first: int, stop: int) -> bool:
    """Whether what stands between a comma and the verb may be who speaks: a phrase without a verb or marks that is neither the rest of the verb's subject nor a time."""
    r, start = cue.r, cue.clause.verb.start
    if first >= start or r.doc.low[first] in NO_SUBJECT or not is_word(r.doc, first) or "G" in r.syntax.tags[first:start]:
        return False
    subject = cue.clause.subject
    if subject is not None and (subject.start == first or subject.name and cue.limit[0] < subject.start < first and r.doc.low[subject.start - 1] == ","):
        return False
    if any(r.inside[k] >= 0 or r.syntax.verb_at(k) is not None for k in range(first, start)):
        return False
    group = r.syntax.group_at(stop - 1)
    return not group.time if group is not None else r.doc.low[stop - 1] in at.PLURAL


def _comma_left(r: Reading, s: int, k: int) -> int:
    """The last comma outside marks before token k, or s."""
    return next((n for n in range(k - 1, s, -1) if r.doc.low[n] == "," and r.inside[n] < 0), s)


def _ends_part(cue: Cue) -> bool:
    """Whether nothing but times, places and who is told follows the verb up to the end of the sentence, or to a comma and "and"."""
    r, e = cue.r, cue.limit[1]
    comma = r.comma(cue.end, e)
    return _ends_sentence(cue, comma if r.doc.low[comma + 1 : comma + 2] == ["and"] else e)


def _ends_sentence(cue: Cue, e: int) -> bool:
    """Whether nothing but times, places and who is told follows the verb up to a token."""
    r, verb = cue.r, cue.clause.verb
    group = r.syntax.group_at(verb.end) if verb.end < e else None
    if group is not None and group.start == verb.end and group.preposition < 0 and not group.time and cue.verb.lemma not in at.ADDRESSED:
        return False
    return not any(r.inside[k] >= 0 or r.syntax.verb_at(k) is not None or r.doc.low[k] in (",", ":", ";", "that", "and") for k in range(verb.end, e))


NO_SUBJECT = (at.PREPOSITION | at.CONJUNCTION | at.RELATIVE | at.TIME) | {"even", "all", "not", "only"}


def _turned(cue: Cue) -> bool:
    """ "“Run!” shouted the guard"."""
    behind = _behind(cue) if cue.verb.inquit and cue.clause.object is not None else None
    if behind is not None:
        cue.own, cue.speaker = "V", behind_verb(cue, behind)
    return behind is not None


def _inserted(cue: Cue) -> bool:
    """ "The raid, said Holt and others, would fail"."""
    phrase = inserted(cue) if "ing" not in cue.verb.forms else None
    if phrase is not None:
        cue.own, cue.speaker, cue.active = "V", phrase, True
    return phrase is not None


def _no_participle(cue: Cue) -> bool:
    """ "An envoy speaking in Bariz said the bridge fell"."""
    if cue.clause.kind is not Kind.REDUCED or not _active(cue):
        return False
    clause, start = cue.clause, cue.clause.verb.start
    subject = outermost(cue, clause.antecedent) if clause.antecedent is not None else None
    cue.own, cue.speaker = "S", mention_of(cue.r, subject, start) if subject is not None else None
    cue.start, cue.active = (cue.speaker[0] if cue.speaker else start), True
    return True


def _passive(cue: Cue) -> bool:
    """ "It was reported by the agency"."""
    agent, verb = cue.clause.agent, cue.clause.verb
    if not verb.passive:
        if cue.verb.lemma not in at.TAKEN or "past" not in cue.verb.forms or cue.r.doc.low[verb.end : verb.end + 1] != ["by"]:
            return False
        agent = cue.r.syntax.group_at(verb.end + 1)  # "a string of raids, many of them claimed by the guild"
        cue.stands = False
    cue.own = "s"
    cue.speaker = mention_of(cue.r, agent) if agent is not None else None
    return True


def _renamed(cue: Cue) -> bool:
    """ "..., the governor, Ana Ruiz, said"."""
    phrase = parted(cue) if cue.clause.verb.finite and cue.r.doc.low[cue.clause.verb.start - 1] == "," else None
    if phrase is not None:
        cue.own, cue.speaker, cue.start = "S", phrase, phrase[0]
    return phrase is not None


def _with_subject(cue: Cue) -> bool:
    """A finite verb."""
    if cue.clause.verb.finite or cue.clause.kind in (Kind.MAIN, Kind.COMPLEMENT, Kind.ADVERBIAL, Kind.RELATIVE):
        _finite(cue)
        return True
    return False


def _participle(cue: Cue) -> bool:
    """ "..., saying that"; "quoted the mayor as saying"; "with the mayor saying"."""
    clause, low = cue.clause, cue.r.doc.low
    if clause.verb.form is not Form.GERUND and not low[cue.k].endswith("ing") and low[clause.verb.start] != "having":
        return False
    cue.own = "s"
    if cue.r.syntax.tags[clause.verb.start - 1] == "S" and low[clause.verb.start - 1] == "that" or low[clause.verb.start - 1] == "worth" or low[cue.k - 2 : cue.k] in (["goes", "without"], ["go", "without"]):
        cue.stands = False  # "said that ordering them to leave was wrong": the subject of what is said; "it is worth noting that"
        return True
    quoted = relayed(cue) if low[cue.k - 1 : cue.k] == ["as"] else None
    if quoted is not None:
        cue.speaker, cue.via = quoted
        cue.own, cue.start = "S", min(phrase[0] for phrase in quoted if phrase is not None)
    else:
        heard = shown(clause)
        if heard is not None and can_speak(cue.r, told := mention_of(cue.r, heard)):
            cue.speaker = told
        else:
            subject = clause.subject if clause.kind is not Kind.REDUCED else _who_is_told_of(cue)
            cue.speaker = mention_of(cue.r, subject) if subject is not None else shared(cue)
    return True


def _who_is_told_of(cue: Cue) -> NounGroup | None:
    """The persons right before a participle that tells what they say, not who reads it out: "a crowd of farmers demanding", but "a statement saying"."""
    group, above = cue.clause.antecedent, cue.clause.parent
    if group is None or group.end != cue.clause.start or group.name or group.pronoun or noun_kind(cue.r.doc.low[group.head]) not in PERSONS:
        return None
    addressed = group.preposition >= 0 and cue.r.doc.low[group.preposition] != "of" or above is not None and above.verb.lemma in TELLS  # "wrote to voters saying"
    return None if addressed else group


def _plural(cue: Cue) -> bool:
    """ "One in five say that": a base form with a clause behind it."""
    clause, low = cue.clause, cue.r.doc.low
    if clause.verb.form is not Form.BASE or low[cue.k - 1 : cue.k] == ["to"]:
        return False
    behind = cue.r.syntax.group_at(cue.k + 1) if cue.k + 1 < cue.limit[1] else None
    if clause.complement is None and low[cue.k + 1 : cue.k + 2] != ["that"] and (behind is None or not (opens_clause(cue, behind) or is_clause(cue, behind))):
        return False
    subject = beside(cue)
    if subject is not None:
        cue.own, cue.speaker = "S", mention_of(cue.r, subject, clause.verb.start)
        cue.start = cue.speaker[0]
    return subject is not None


def _infinitive(cue: Cue) -> bool:
    """ "Declined to say", "went on to say", "was right to say"."""
    clause, low = cue.clause, cue.r.doc.low
    cue.own = "s"
    if low[cue.k - 1 : cue.k] != ["to"] or cue.k < 2:  # noqa: PLR2004
        return False
    parent = clause.parent
    if parent is not None and parent.verb.lemma in at.PROMPTS and parent.object is not None and not parent.verb.status.negated:
        cue.speaker = mention_of(cue.r, parent.object)  # "prompting the army to warn"
        return True
    subject = clause.controller or clause.subject
    behind = low[cue.end] if cue.end < len(low) else ""
    told = (clause.complement is not None or behind == "that") and behind not in at.QUESTION
    ready = told and cue.r.syntax.tags[cue.k - 2] == "j" and subject is not None and low[subject.start] != "it"  # "was right to note"
    says = told or behind in at.PREPOSITIONS.get(cue.verb.lemma, ())
    if not (ready or low[cue.k - 2] in at.DECLINE | at.BEGIN | {"on"} or says and _has_purpose(clause)):
        return False
    cue.speaker = mention_of(cue.r, subject) if subject is not None and subject.start < cue.k else shared(cue)
    return cue.speaker is not None


def _has_purpose(clause: Clause) -> bool:
    """Whether an infinitive tells what for its subject did something: "took to the radio to say", not "had a chance to say", "wants to say"."""
    outer = clause.parent
    if outer is None or clause.controller is None or clause.controller is not outer.subject or outer.verb.end >= clause.verb.start:
        return False
    meant = outer.object is not None and outer.object.end == clause.verb.start and outer.verb.lemma in at.HOLDING
    return outer.verb.status.mood is Mood.TOLD and not (outer.verb.status.negated or outer.verb.passive or meant or outer.verb.lemma == "be")


def _active(cue: Cue) -> bool:
    """Whether a form that the grammar hangs on a noun as a participle is the verb of its sentence.

    It is if a clause follows ("an envoy speaking in Bariz said the bridge fell"), or if it has an object and the sentence no other verb.
    """
    r, clause, low = cue.r, cue.clause, cue.r.doc.low
    told, verb = clause.complement, clause.verb
    if verb.form is Form.GERUND or verb.end - verb.start != 1:
        return False
    if cue.verb.lemma in at.INTRANSITIVE or cue.verb.lemma == "say":
        return True
    if told is not None and told.verb.start > verb.start:
        return r.syntax.tags[verb.start - 1] not in ("i", "O")  # no "of reported cases"
    if cue.verb.lemma == "tell" and clause.object is not None and clause.object.name:
        return True
    who = outermost(cue, clause.antecedent) if clause.antecedent is not None else None
    if cue.verb.inquit and clause.agent is None and who is not None and low[max(who.start - 1, 0)] == "," and _ends_sentence(cue, cue.limit[1]):
        return True  # "The bridge has fallen, the council warned."
    has_object = clause.object is not None or clause.second_object is not None or (verb.end < len(r.inside) and r.inside[verb.end] >= 0)
    return has_object and not any(verb.word != cue.k and verb.clause is not None and verb.clause.kind in (Kind.MAIN, Kind.COMPLEMENT) for verb in r.finite(*cue.limit))


BEFORE_NOUNS = frozenset(["of", "in", "for", "from", "with"])


def _finite(cue: Cue) -> None:
    """The subject of a finite verb: a noun group before or behind it, a relative pronoun, or that of the verb it is joined to."""
    r, clause, verb = cue.r, cue.clause, cue.clause.verb
    subject = _own_subject(cue)
    if subject is None and clause.kind is Kind.ADVERBIAL and verb.start == clause.opener + 1 and verb.form is Form.PAST:
        cue.stands = False  # "said Ruiz when asked if"
        return
    if subject is not None and (r.inside[subject.start] >= 0 or (subject.start > cue.k and opens_clause(cue, subject))):
        subject = beside(cue) or subject
    if (subject is None or subject.end < verb.start - 1) and (words := behind_quote(cue)) is not None:
        cue.own, cue.speaker, cue.start = "S", words, words[0]
    elif subject is None and (words := opening(cue)) is not None:
        cue.own, cue.speaker, cue.start = "S", words, words[0]
    elif subject is None:
        cue.own, cue.speaker = "s", shared(cue)
        cue.stands = cue.verb.inquit and cue.speaker is not None
    elif subject.start > cue.k:
        cue.own, cue.speaker = "V", behind_verb(cue, subject)
    elif clause.joined is not None and subject is clause.joined.subject:
        cue.own, cue.speaker = "s", joined(cue, clause.joined, subject)
    elif clause.kind is Kind.RELATIVE and subject in (clause.antecedent, antecedent(cue, clause)):
        cue.own, cue.start = "S", clause.opener if clause.opener >= 0 else verb.start
        cue.speaker = mention_of(r, subject, clause.opener)
    else:
        cue.own, cue.speaker = "S", widened(cue, mention_of(r, subject, verb.start))
        cue.start = cue.speaker[0]


def _own_subject(cue: Cue) -> NounGroup | None:
    """The subject that a verb has in its clause: what its relative pronoun stands for; behind a time what follows the verb ("...” late Monday, said a tweet")."""
    clause = cue.clause
    subject = clause.subject or beside(cue)
    if subject is not None and subject.number == subject.start == subject.end - 1 > 1 and cue.r.doc.low[subject.start - 1 : subject.end + 1 : 2] == [",", ","]:
        subject = cue.r.syntax.group_at(subject.start - 2) or subject  # "the driver, 34, says"
    if subject is not None and subject.determiner < 0 and (first := cue.r.syntax.group_at(subject.start - 1)) is not None and first.name and first.end == subject.start and first.preposition >= 0:
        subject = outermost(cue, first)  # "Doctors at Kadra general hospital said"
    if subject is not None and subject.pronoun and subject.start == clause.opener:
        subject = antecedent(cue, clause) or subject
    if subject is not None and subject.time and clause.object is not None and clause.object.start == clause.verb.end:
        return clause.object
    return subject


def _behind(cue: Cue) -> NounGroup | None:
    """The speaker behind a verb that follows a quote, where the grammar takes him for the object ("“Run!” shouted the guard")."""
    clause, doc = cue.clause, cue.r.doc
    if clause.object is None or clause.object.start != clause.verb.end or "ing" in cue.verb.forms:
        return None
    letter = before(cue)[0]
    if letter == "Q":
        return clause.object if clause.subject is None else None
    parted = letter in "Wx" and clause.verb.end == cue.k + 1 and doc.low[clause.verb.start - 1] == "," and cue.verb.lemma in at.PLAIN
    who = clause.object if parted and (clause.kind is not Kind.MAIN or clause.joined is not None) else None
    return who if who is not None and can_speak(cue.r, (who.start, who.end)) else None  # "..., taxes and other issues in three regions, said Holt"


Opening = tuple[str, int]
"""A letter for what stands before an attribution, and the token where it ends."""


def before(cue: Cue) -> Opening:
    """What stands before the subject, or before a verb that comes first; with the token where it ends."""
    doc, first, a = cue.r.doc, cue.limit[0], cue.start
    while a > first and is_adverb(doc, a - 1):
        a -= 1
    if (close := _closed_quote(cue.r, a)) >= 0:
        return "Q", close
    if cue.own == "s" and cue.clause.kind in (Kind.PARTICIPLE, Kind.REDUCED):
        return "x", a
    while 0 < a < len(doc.toks) and doc.toks[a - 1].isspace():
        a -= 1
    if a <= first:
        return "^", a
    return next((found for stands in STANDS_BEFORE if (found := stands(cue, a)) is not None), ("x", a))


def _closed_quote(r: Reading, k: int) -> int:
    """Where a closed quote ends that only marks, blanks and "then" part from token k, or -1."""
    while r.regions and k > 0 and (r.doc.toks[k - 1][0] in " ,—–-\t" or r.doc.low[k - 1] == "then") and r.inside[k - 1] < 0:
        k -= 1
    return k if k > 0 and r.inside[k - 1] >= 0 and r.regions[r.inside[k - 1]].closed else -1


def _noun_said_of(cue: Cue, a: int) -> Opening | None:
    """ "A raid the army said killed 12": the noun of a relative clause without a pronoun."""
    clause = cue.clause
    bare = clause.kind is Kind.RELATIVE and clause.opener < 0 and clause.antecedent is not None and clause.antecedent.end == a
    return ("r", clause.antecedent.start) if bare and clause.antecedent is not None else None


def _as(cue: Cue, a: int) -> Opening | None:
    low, opener = cue.r.doc.low, cue.clause.opener
    if low[a - 1] == "as":
        return "a", a - 1
    return ("a", opener) if 0 <= opener < a and low[opener] == "as" else None


def _relative_word(cue: Cue, a: int) -> Opening | None:
    return ("r", a - 1) if cue.r.doc.low[a - 1] in RELATIVE or cue.r.doc.low[a - 1] == "what" else None


def _parting_mark(cue: Cue, a: int) -> Opening | None:
    mark = cue.r.doc.toks[a - 1]
    return ("W", a - 1) if cue.r.doc.low[a - 1] in (",", ":") or mark[0] in "—–" or mark == "- " else None


def _link(cue: Cue, a: int) -> Opening | None:
    """ "But officials said"."""
    return ("^", a) if cue.r.doc.low[a - 1] in at.LINKS and a - 1 <= cue.limit[0] else None


STANDS_BEFORE: tuple[Callable[[Cue, int], Opening | None], ...] = (_noun_said_of, _as, _relative_word, _parting_mark, _link)
"""What may stand right before an attribution, tried in this order."""

STEPS: tuple[Callable[[Cue], bool], ...] = (
    _behind_words,
    _modifier,
    _turned,
    _inserted,
    _no_participle,
    _passive,
    _renamed,
    _with_subject,
    _participle,
    _plural,
    _infinitive,
)
"""What a verb of speech may be, tried in this order; the first that answers has found who speaks."""
