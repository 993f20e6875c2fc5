"""Who speaks: the subject of a verb of speech, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes.attribution import Range, is_adverb, is_word, skip_blanks
from conflictkit.english.quotes.phrases import issuer_end, mention_of, stretched
from conflictkit.english.quotes.reading import Reading
from conflictkit.english.speakers.name_words import ORG_HEADS, ROLE_NOUNS
from conflictkit.english.speakers.name_words import TABLE as WORDS_OF_NAMES

if TYPE_CHECKING:
    from conflictkit.english.quotes.cues import Cue

ASIDE = 12
"""Tokens of a remark between commas, dashes or brackets."""


def find_source(cue: Cue) -> None:
    """Find who speaks, and whether the verb can be a cue at all."""
    cue.stands = any(step(cue) for step in STEPS) and cue.stands


def _modifier(cue: Cue) -> bool:
    """ "10 suspected fighters", "of reported cases": no verb."""
    verb, low = cue.clause.verb, cue.r.doc.low
    before = low[verb.start - 1] if verb.start > cue.limit[0] else ""
    counted = before[:1].isdigit() and not cue.verb.inquit
    governed = before in BEFORE_NOUNS and cue.verb.lemma not in ("say", "tell")
    if "past" in cue.verb.forms and verb.start == cue.k and (counted or governed):
        cue.stands = False
        return True
    return False


def _behind_words(cue: Cue) -> bool:
    """ "The ferry sank, coast guard spokesman Ana Ruiz said Friday": who stands between the last comma and a verb that ends the sentence."""
    r, clause, low = cue.r, cue.clause, cue.r.doc.low
    s, start = cue.limit[0], clause.verb.start
    if not cue.verb.inquit or "ing" in cue.verb.forms or (start, clause.verb.end) != (cue.k, cue.k + 1) or start <= s + 2 or not _ends_sentence(cue):
        return False
    stop = start - 1 if low[start - 1] == "," else start
    comma = _comma_left(r, s, stop)
    if stop < start and comma > s:
        comma = _comma_left(r, s, comma)
    first = skip_blanks(r.doc, comma + 1, start)
    subject = clause.subject
    if comma <= s or start - first > SUBJECT_LONG or first >= start or low[first] in NO_SUBJECT or not is_word(r.doc, first) or "G" in r.syntax.tags[first:start]:
        return False
    if (subject is not None and subject.start == first) or not any(_tells(r, k) for k in range(s, comma)):
        return False
    if any(r.inside[k] >= 0 or r.syntax.verb_at(k) is not None for k in range(first, start)) or r.syntax.group_at(stop - 1) is None:
        return False
    cue.own, cue.speaker, cue.start, cue.active = "S", (first, stop), first, True
    return True


def _comma_left(r: Reading, s: int, k: int) -> int:
    """The last comma outside marks before token k, or s."""
    return next((n for n in range(k - 1, max(s, k - SUBJECT_LONG), -1) if r.doc.low[n] == "," and r.inside[n] < 0), s)


def _tells(r: Reading, k: int) -> bool:
    """Whether the finite verb of a clause other than a relative one stands at k."""
    verb = r.syntax.verb_at(k)
    return r.inside[k] < 0 and verb is not None and verb.finite and verb.clause is not None and verb.clause.kind is not Kind.RELATIVE


def _ends_sentence(cue: Cue) -> bool:
    """Whether nothing but times, places and who is told follows the verb."""
    r, verb, e = cue.r, cue.clause.verb, cue.limit[1]
    if e - verb.end > SUBJECT_LONG:
        return False
    group = r.syntax.group_at(verb.end) if verb.end < e else None
    if group is not None and group.start == verb.end and group.preposition < 0 and not group.time and cue.verb.lemma not in at.OBJECT_SKIP:
        return False
    return not any(r.inside[k] >= 0 or r.syntax.verb_at(k) is not None or r.doc.low[k] in (",", ":", ";", "that", "and") for k in range(verb.end, e))


SUBJECT_LONG = 16
"""Tokens between a comma and the verb of speech that ends the sentence."""
NO_SUBJECT = (at.PREPOSITION | at.CONJUNCTION | at.RELATIVE | at.TIME) | {"even", "all", "not", "only"}


def _turned(cue: Cue) -> bool:
    """ "“Run!” shouted the guard"."""
    behind = _behind(cue)
    if behind is not None:
        cue.own, cue.speaker = "V", _behind_verb(cue, behind)
    return behind is not None


def _behind_verb(cue: Cue, group: NounGroup) -> Range:
    """The phrase of whoever speaks behind the verb ("said a tweet from the league")."""
    r, e = cue.r, cue.limit[1]
    a, b = mention_of(r, group)
    if r.doc.low[group.head] in at.DOCUMENT:
        b = issuer_end(r, max(b, group.end), e)
    return stretched(r, (a, b), e)


def _no_participle(cue: Cue) -> bool:
    """ "An envoy speaking in Bariz said the bridge fell"."""
    if not _active(cue):
        return False
    clause, start = cue.clause, cue.clause.verb.start
    subject = _outermost(cue, clause.antecedent) if clause.antecedent is not None else None
    cue.own, cue.speaker = "S", mention_of(cue.r, subject, start) if subject is not None else None
    cue.start, cue.active = (cue.speaker[0] if cue.speaker else start), True
    return True


def _joined_to_passive(cue: Cue) -> bool:
    """ "... were surrounded and said that": no participle like the one before."""
    clause, low = cue.clause, cue.r.doc.low
    if clause.kind is not Kind.PARTICIPLE or not clause.verb.passive or low[clause.verb.start - 1] not in ("and", "but"):
        return False
    if clause.complement is None and low[cue.k + 1 : cue.k + 2] != ["that"]:
        return False
    cue.own, cue.speaker, cue.active = "s", shared(cue), True
    return cue.speaker is not None


TAKEN = frozenset("accuse announce blame claim condemn criticise criticize denounce deny describe dismiss dispute reject".split())
"""Verbs that are no active ones before "by"."""


def _passive(cue: Cue) -> bool:
    """ "It was reported by the agency"."""
    clause, behind = cue.clause, cue.clause.verb.end
    low, agent = cue.r.doc.low, clause.agent
    if not clause.verb.passive and "past" in cue.verb.forms and cue.verb.lemma in TAKEN and low[behind : behind + 1] == ["by"]:
        agent = cue.r.syntax.group_at(behind + 1)  # "a string of raids, many of them claimed by the guild"
        cue.stands = False
    elif not clause.verb.passive:
        return False
    cue.own = "s"
    cue.speaker = mention_of(cue.r, agent) if agent is not None else None
    return True


def _renamed(cue: Cue) -> bool:
    """ "..., the governor, Ana Ruiz, said"."""
    apposed = _apposed(cue) if cue.clause.verb.finite else None
    if apposed is not None:
        cue.own, cue.speaker, cue.start = "S", apposed, apposed[0]
    return apposed is not None


def _with_subject(cue: Cue) -> bool:
    """A finite verb."""
    if cue.clause.verb.finite or cue.clause.kind in (Kind.MAIN, Kind.COMPLEMENT, Kind.ADVERBIAL, Kind.RELATIVE):
        _finite(cue)
        return True
    return False


def _participle(cue: Cue) -> bool:
    """ "..., saying that"; "quoted the mayor as saying"; "with the mayor saying"."""
    clause, low = cue.clause, cue.r.doc.low
    if clause.verb.form is not Form.GERUND and not low[cue.k].endswith("ing"):
        return False
    cue.own = "s"
    relayed = _relayed(cue) if low[cue.k - 1 : cue.k] == ["as"] else None
    if relayed is not None:
        cue.speaker, cue.via = relayed
    else:
        shown = _shown(clause)
        if shown is not None and can_speak(cue.r, told := mention_of(cue.r, shown)):
            cue.speaker = told
        else:
            cue.speaker = mention_of(cue.r, clause.subject) if clause.subject is not None and clause.kind is not Kind.REDUCED else shared(cue)
    return True


def _shown(clause: Clause) -> NounGroup | None:
    """Who is quoted, shown or heard as he says it: "quoted a guard saying", "a video shows Ana Ruiz addressing a crowd, saying"."""
    who, above = clause.antecedent or clause.controller, clause
    while above.parent is not None and above.kind in (Kind.PARTICIPLE, Kind.REDUCED):
        above = above.parent
    return who if above is not clause and above.verb.lemma in SHOWS and not above.verb.passive and who is not above.subject else None


def _plural(cue: Cue) -> bool:
    """ "One in five say that": a base form with a clause behind it."""
    clause, low = cue.clause, cue.r.doc.low
    if clause.verb.form is not Form.BASE or low[cue.k - 1 : cue.k] == ["to"]:
        return False
    behind = cue.r.syntax.group_at(cue.k + 1) if cue.k + 1 < cue.limit[1] else None
    if clause.complement is None and low[cue.k + 1 : cue.k + 2] != ["that"] and (behind is None or not (opens_clause(cue, behind) or is_clause(cue, behind))):
        return False
    subject = _beside(cue)
    if subject is not None:
        cue.own, cue.speaker = "S", mention_of(cue.r, subject, clause.verb.start)
        cue.start = cue.speaker[0]
    return subject is not None


def _infinitive(cue: Cue) -> bool:
    """ "Declined to say", "went on to say"."""
    clause, low = cue.clause, cue.r.doc.low
    cue.own = "s"
    parent = clause.parent
    if (
        low[cue.k - 1 : cue.k] == ["to"]
        and parent is not None
        and parent.verb.lemma in at.PROMPTS
        and parent.object is not None
        and not parent.verb.status.negated
    ):
        cue.speaker = mention_of(cue.r, parent.object)  # "prompting the army to warn"
        return True
    if low[cue.k - 1 : cue.k] != ["to"] or cue.k < 2 or low[cue.k - 2] not in at.DECLINE | at.BEGIN | {"on"}:  # noqa: PLR2004
        return False
    subject = clause.controller or clause.subject
    cue.speaker = mention_of(cue.r, subject) if subject is not None and subject.start < cue.k else shared(cue)
    return cue.speaker is not None


def _apposed(cue: Cue) -> Range | None:
    """Whom a name or role between commas right before the verb renames, where the grammar gave the verb another subject."""
    r, clause, low = cue.r, cue.clause, cue.r.doc.low
    comma = clause.verb.start - 1
    if comma <= cue.limit[0] or low[comma] != ",":
        return None
    group = r.syntax.group_at(comma - 1)
    while group is not None and group.preposition > 0:
        group = r.syntax.group_at(group.preposition - 1)
    if group is None or group.start < cue.limit[0] + 2 or low[group.start - 1] != ",":
        return None
    first = r.syntax.group_at(group.start - 2)
    if first is None or first.name == group.name or first.preposition >= 0 or first.time or any(other is not clause for other, _ in first.roles):
        return None
    subject = clause.subject
    if subject is not None and (subject is first or (subject.start < first.start and subject.clause is not None and subject.end == first.start)):
        return None
    return (first.start, comma)


def _active(cue: Cue) -> bool:
    """Whether a form that the grammar hangs on a noun as a participle is the verb of its sentence.

    It is if a clause follows ("an envoy speaking in Bariz said the bridge fell"), or if it has an object and the sentence no other verb.
    """
    r, clause, low = cue.r, cue.clause, cue.r.doc.low
    told, verb = clause.complement, clause.verb
    if clause.kind is not Kind.REDUCED or verb.form is Form.GERUND or verb.end - verb.start != 1:
        return False
    if cue.verb.lemma in at.INTRANSITIVE or cue.verb.lemma == "say":
        return True
    if told is not None and told.verb.start > verb.start:
        return r.syntax.tags[verb.start - 1] not in ("i", "O")  # no "of reported cases"
    if cue.verb.lemma == "tell" and clause.object is not None and clause.object.name:
        return True
    if clause.antecedent is not None and cue.verb.inquit and "," in low[clause.antecedent.start : clause.antecedent.end]:
        return True
    has_object = clause.object is not None or clause.second_object is not None or (verb.end < len(r.inside) and r.inside[verb.end] >= 0)
    return has_object and not any(_is_main(r, k, cue.k) for k in range(cue.limit[0], cue.limit[1]) if r.inside[k] < 0)


def _is_main(r: Reading, k: int, word: int) -> bool:
    """Whether a finite verb of a main clause stands at k."""
    verb = r.syntax.verb_at(k)
    return verb is not None and verb.word == k != word and verb.finite and verb.clause is not None and verb.clause.kind in (Kind.MAIN, Kind.COMPLEMENT)


SHOWS = frozenset("cite depict feature film hear quote record see show".split())
BEFORE_NOUNS = frozenset(["of", "in", "for", "from", "with"])


def _finite(cue: Cue) -> None:
    """The subject of a finite verb: a noun group before or behind it, a relative pronoun, or that of the verb it is joined to."""
    r, clause, verb = cue.r, cue.clause, cue.clause.verb
    subject = clause.subject or _beside(cue)
    if subject is not None and subject.time and clause.object is not None and clause.object.start == verb.end:
        subject = clause.object  # "...” late Monday, said a tweet"
    if subject is not None and subject.start > cue.k and (outer := _around_aside(cue, subject)) is not None:
        subject = outer
    elif (inserted := _inserted(cue)) is not None:
        cue.own, cue.speaker = "V", inserted
        return
    if subject is not None and (r.inside[subject.start] >= 0 or (subject.start > cue.k and opens_clause(cue, subject))):
        subject = _beside(cue) or subject
    if (subject is None or subject.end < verb.start - 1) and (words := _behind_quote(cue)) is not None:
        cue.own, cue.speaker, cue.start = "S", words, words[0]
    elif subject is None and (words := _opening(cue)) is not None:
        cue.own, cue.speaker, cue.start = "S", words, words[0]
    elif subject is None:
        cue.own, cue.speaker = "s", shared(cue)
        cue.stands = cue.verb.inquit and cue.speaker is not None
    elif subject.start > cue.k:
        cue.own, cue.speaker = "V", _behind_verb(cue, subject)
    elif clause.joined is not None and subject.start < clause.joined.verb.start:
        cue.own, cue.speaker = "s", _joined(cue, clause.joined, subject)
    elif clause.kind is Kind.RELATIVE and subject is clause.antecedent:
        cue.own, cue.start = "S", clause.opener if clause.opener >= 0 else verb.start
        cue.speaker = _relative(cue, subject)
    else:
        cue.own, cue.speaker = "S", _with_name(cue, _with_list(cue, mention_of(r, subject, verb.start)))
        cue.start = cue.speaker[0]


def _around_aside(cue: Cue, subject: NounGroup) -> NounGroup | None:
    """Who speaks where a relative clause ends in a quote before the verb ("Holt, who calls it “a war,” said he would stay")."""
    r, verb = cue.r, cue.clause.verb
    told = cue.verb.lemma in at.OBJECT_SKIP or r.doc.low[subject.end : subject.end + 1] == ["that"]
    opening = r.syntax.group_at(cue.limit[0])
    if told and verb.start > cue.limit[0] and r.doc.low[verb.start - 1] == "," and opening is not None and opening.preposition < 0 and not opening.time:
        return opening  # "A soldier, posted near Kadra, told KTV that"
    following = r.syntax.verb_at(subject.end) if subject.end < cue.limit[1] else None
    if following is None or verb.start <= cue.limit[0] or r.inside[verb.start - 1] < 0:
        return None
    region = r.inside[verb.start - 1]
    first = r.syntax.group_at(cue.limit[0])
    if r.names_title(region) and first is not None and first.name and "," in r.doc.low[first.end : r.regions[region].open]:
        return first  # "Ana Holt, host of “Morning Hour,” suggested"
    for k in range(r.regions[region].open - 1, cue.limit[0], -1):
        group = r.syntax.verb_at(k)
        if group is not None and group.clause is not None and group.finite:
            return group.clause.antecedent if group.clause.kind is Kind.RELATIVE and following.finite else None
    return None


def _inserted(cue: Cue) -> Range | None:
    """Who speaks between commas inside the clause that is said ("the raid, said Holt and others, would fail")."""
    r, verb, low = cue.r, cue.clause.verb, cue.r.doc.low
    if not cue.verb.inquit or verb.end - verb.start != 1 or verb.start <= cue.limit[0] or low[verb.start - 1] != ",":
        return None
    group = r.syntax.group_at(verb.end) if verb.end < cue.limit[1] else None
    if group is None or group.start != verb.end or group.preposition >= 0:
        return None
    a, b = mention_of(r, group.members[0] if group.members else group)
    last = r.syntax.group_at(b - 1)
    b = max(b, last.end if last is not None else b)
    following = r.syntax.verb_at(b + 1) if b + 1 < cue.limit[1] and low[b] == "," else None
    return (a, b) if following is not None and following.finite and following.start == b + 1 else None


def _behind_quote(cue: Cue) -> Range | None:
    """A name between a quote and its verb that the grammar took for no noun."""
    r, verb = cue.r, cue.clause.verb
    a = verb.start
    while a > cue.limit[0] and r.inside[a - 1] < 0 and r.doc.toks[a - 1][0].isupper():
        a -= 1
    return (a, verb.start) if a < verb.start and r.inside[a - 1] >= 0 else None


def _opening(cue: Cue) -> Range | None:
    """The words from the beginning of a sentence to its first verb, where the grammar saw no subject in them ("More than two-thirds of them predict")."""
    r, verb, s = cue.r, cue.clause.verb, cue.limit[0]
    comma = next((k for k in range(verb.start - 1, max(s, verb.start - ASIDE), -1) if r.doc.low[k] == ","), -1)
    if comma > 0 and r.doc.low[s] in at.PREPOSITION and all(r.inside[k] < 0 and r.syntax.verb_at(k) is None for k in range(s, comma)):
        s = comma + 1
    words = r.doc.low[s : verb.start]
    if cue.clause.complement is None or not 0 < len(words) <= ASIDE + 2 or words[0] in (at.PREPOSITION | at.CONJUNCTION) - at.COUNT_BOUND:
        return None
    plain = all(r.inside[k] < 0 and r.syntax.verb_at(k) is None and r.doc.low[k] not in (",", ";", ":") for k in range(s, verb.start))
    return (s, verb.start) if plain else None


def _with_list(cue: Cue, phrase: Range) -> Range:
    """A subject with the noun group that "and" joins to it behind a comma ("..., the mayor and the governor said")."""
    r, a = cue.r, phrase[0]
    if a < cue.limit[0] + 3 or r.doc.low[a - 1] != "and":
        return phrase
    first = r.syntax.group_at(a - 2)
    opens = first is not None and first.end == a - 1 and first.preposition < 0 and not first.roles and not first.pronoun and r.doc.low[first.start - 1] == ","
    return (first.start, phrase[1]) if first is not None and opens else phrase


def _with_name(cue: Cue, phrase: Range) -> Range:
    """A role with the name before it, where no second comma closes the apposition ("Edvin Rask, a doctor in the camp told AFP")."""
    r, a = cue.r, phrase[0]
    if a < cue.limit[0] + 2 or r.doc.low[a - 1] != "," or r.doc.low[a] not in ("a", "an", "the"):
        return phrase
    name, role = r.syntax.group_at(a - 2), r.syntax.group_at(a)
    apposed = name is not None and role is not None and name.name and not role.name and name.end == a - 1 and name.preposition < 0 and not name.roles
    if name is None or role is None or not apposed or name.start > cue.limit[0] or name.time or r.doc.low[role.head] not in ROLE_NOUNS:
        return phrase
    return (name.start, phrase[1])


def _joined(cue: Cue, joined: Clause, subject: NounGroup) -> Range | None:
    """Who speaks with the second of two joined verbs: behind a clause that is said or hangs on a noun it is the subject of the sentence."""
    if cue.r.doc.low[joined.verb.word] not in at.VERBS and (speaker := previous(cue)) is not None:
        return speaker
    if joined.kind is not Kind.MAIN and "clause" in cue.verb.frames:
        outer = joined
        while outer.parent is not None:
            outer = outer.parent
        if outer is not joined and outer.subject is not None and outer.subject.start < cue.k:
            return mention_of(cue.r, outer.subject, outer.verb.start)
    return mention_of(cue.r, subject, joined.verb.start)


def _beside(cue: Cue) -> NounGroup | None:
    """The phrase that ends right before a verb to which the grammar gave no subject ("one in five say"): from its last noun to its first."""
    low, start = cue.r.doc.low, cue.clause.verb.start
    if start > cue.limit[0] + 1 and low[start - 1] == ",":  # "the senator, R-Ohio, said"
        comma = next((n for n in range(start - 2, max(start - ASIDE, cue.limit[0]), -1) if low[n] == ","), -1)
        start = comma if comma > 0 else start
    group = cue.r.syntax.group_at(start - 1) if start else None
    return _outermost(cue, group) if group is not None else None


def _outermost(cue: Cue, group: NounGroup) -> NounGroup | None:
    """The noun that a phrase is about: over prepositions, objects of participles and of relative clauses, to the left."""
    syntax, found = cue.r.syntax, group
    for _ in range(8):
        if found.hangs_on is not None:
            found = found.hangs_on
        elif found.preposition > 0 and (before := _governor(cue, found.preposition - 1)) is not None:
            found = before
        else:
            outer = next((_antecedent(cue, clause) for clause, _ in found.roles if clause is not cue.clause and clause.start < found.start), None)
            if outer is None and found.start and (verb := syntax.verb_at(found.start - 1)) is not None and verb.clause is not None:
                outer = verb.clause.antecedent
            if outer is None:
                break
            found = outer
    if found.start < cue.limit[0] or found.time or found.preposition >= 0:
        return group if group.name else None
    return found


def _antecedent(cue: Cue, clause: Clause) -> NounGroup | None:
    """What a clause hangs on; that of a "which" behind a bracket is the noun group before the bracket."""
    if clause.antecedent is not None or clause.opener < 0 or cue.r.doc.low[clause.opener] not in ("who", "which"):
        return clause.antecedent
    low, k = cue.r.doc.low, clause.opener - 1
    k -= low[k] == ","
    if low[k] == ")":
        k = next((n for n in range(k, max(k - ASIDE, cue.limit[0]), -1) if low[n] == "("), k) - 1
    return cue.r.syntax.group_at(k)


def _governor(cue: Cue, k: int) -> NounGroup | None:
    """The noun group at k, or the one that a participle or relative clause whose verb stands there hangs on."""
    syntax = cue.r.syntax
    verb = syntax.verb_at(k)
    return syntax.group_at(k) or (verb.clause.antecedent if verb is not None and verb.clause is not None else None)


def _behind(cue: Cue) -> NounGroup | None:
    """The speaker behind a verb that follows a quote, where the grammar takes him for the object ("“Run!” shouted the guard")."""
    clause, doc = cue.clause, cue.r.doc
    if not cue.verb.inquit or clause.object is None or clause.object.start != clause.verb.end or "ing" in cue.verb.forms:
        return None
    letter = before(cue)[0]
    if letter == "Q":
        return clause.object if clause.subject is None else None
    after = clause.object.end
    closes = after >= len(doc) or not is_word(doc, after) or doc.low[after] in at.PREPOSITION
    joined = clause.joined is not None and clause.verb.start > cue.limit[0] and doc.low[clause.verb.start - 1] == ","
    return clause.object if joined and closes and (clause.object.name or cue.verb.lemma in PLAIN) else None


PLAIN = frozenset(["add", "say", "write"])
"""Verbs that may stand before whoever speaks; others may have an object there ("..., announced plans to leave")."""


def _relative(cue: Cue, antecedent: NounGroup) -> Range:
    """Who "who" is: the pronoun, or the phrase where the word alone would not tell which ("the work of researchers who")."""
    opener = cue.clause.opener
    if opener < 0 or cue.r.doc.low[opener] == "that" or (antecedent.hangs_on is not None and not antecedent.name and cue.r.doc.low[opener - 1] != ","):
        return mention_of(cue.r, antecedent, opener)
    return (opener, opener + 1)


def _relayed(cue: Cue) -> tuple[Range, Range | None] | None:
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
    for draft in reversed(cue.r.drafts[-3:]):
        if draft.cue and draft.speaker and draft.cue[0] >= cue.limit[0] and draft.cue[1] <= cue.k and draft.rule != "according to":
            return draft.speaker
    return None


def shared(cue: Cue) -> Range | None:
    """Who goes on speaking: the source of the attribution before in the sentence, else the subject of the outermost clause."""
    r, clause = cue.r, cue.clause
    group = r.syntax.group_at(clause.verb.start - 1) if clause.verb.start else None
    while group is not None and group.hangs_on is not None:
        group = group.hangs_on
    if group is not None and group.preposition > 0 and r.doc.low[group.preposition] == "with":  # "with one of the guards saying"
        return mention_of(r, group, clause.verb.start)
    if (speaker := previous(cue)) is not None:
        return speaker
    found, verb = clause.controller, clause.verb
    for _ in range(NESTED):
        if clause.parent is None:
            break
        clause = clause.parent
        found, verb = (clause.subject or clause.controller or found), clause.verb
    if found is None and verb.form is Form.GERUND:
        main = _first_main(cue)
        found, verb = (main.subject, main.verb) if main is not None else (None, verb)
    return mention_of(r, found, verb.start if found.start < verb.start else -1) if found is not None and not found.time else None


NESTED = 8
"""How many clauses one inside another are climbed: none is nested deeper."""


def before(cue: Cue) -> tuple[str, int]:
    """What stands before the subject, or before a verb that comes first; with the token where it ends."""
    r, doc, low = cue.r, cue.r.doc, cue.r.doc.low
    a = cue.start
    while a > cue.limit[0] and is_adverb(doc, a - 1):
        a -= 1
    k = a
    while k > 0 and (doc.toks[k - 1][0] in " ,—–-\t" or low[k - 1] in ("then",)) and r.inside[k - 1] < 0:
        k -= 1
    if k > 0 and r.inside[k - 1] >= 0 and r.regions[r.inside[k - 1]].closed:
        return "Q", k
    if cue.own == "s" and cue.clause.kind in (Kind.PARTICIPLE, Kind.REDUCED):
        return "x", a
    while a < len(low) and a > 0 and doc.toks[a - 1].isspace():
        a -= 1
    if a <= cue.limit[0]:
        return "^", a
    word = low[a - 1]
    if word == "as" or (cue.clause.opener >= 0 and low[cue.clause.opener] == "as" and cue.clause.opener < a):
        return "a", (a - 1 if word == "as" else cue.clause.opener)
    if word in ("which", "what", "who", "whom", "that"):
        return "r", a - 1
    if word in (",", ":") or doc.toks[a - 1][0] in "—–" or doc.toks[a - 1] == "- ":
        return "W", a - 1
    return ("^" if word in ("but", "and", "so", "yet") and a - 1 <= cue.limit[0] else "x"), a


def is_clause(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is a pronoun that can only be a subject, with its verb right behind it ("brags he has won")."""
    verb = cue.r.syntax.verb_at(group.end) if group.end < cue.limit[1] else None
    return group.end == group.start + 1 and cue.r.doc.low[group.start] in SUBJECTS and verb is not None and verb.finite


SUBJECTS = frozenset(["he", "i", "it", "she", "they", "we"])


def opens_clause(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is the subject of a clause that follows the verb."""
    first = group.members[0] if group.members else group
    for clause, role in first.roles:
        if (
            role.value == "subject"
            and clause.verb.finite
            and clause is not cue.clause
            and clause.kind is not Kind.RELATIVE
            and clause.verb.start >= group.start
            and clause.verb is not cue.clause.verb
        ):
            return True
    return False


STEPS: tuple[Callable[[Cue], bool], ...] = (
    _behind_words,
    _modifier,
    _turned,
    _no_participle,
    _joined_to_passive,
    _passive,
    _renamed,
    _with_subject,
    _participle,
    _plural,
    _infinitive,
)
"""What a verb of speech may be, tried in this order; the first that answers has found who speaks."""


def can_speak(r: Reading, phrase: Range | None) -> bool:
    """Whether the head of a phrase is a name, a pronoun, a person, a body, a group or a document: a blast underlines nothing."""
    if phrase is None:
        return False
    low = r.doc.low
    group = r.syntax.group_at(phrase[0])
    if group is None or group.pronoun or (group.name and r.doc.toks[group.head][0].isupper()):
        return True
    head = low[group.head]
    return head.endswith(DOERS) or any(head.removesuffix(ending) in SPEAKERS for ending in ("", "s", "es")) or head in at.DOCUMENT | at.PLURAL | FIGURES


SPEAKERS = ROLE_NOUNS | ORG_HEADS | frozenset(WORDS_OF_NAMES["groups"]["nouns"].split()) | at.DOCUMENT
DOERS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians")
FIGURES = frozenset(
    "figures data numbers accounts records documents files results findings information media images footage poll polls estimate estimates "
    "remarks comments words evidence research inquiry investigation intelligence campaign camp".split()
)
