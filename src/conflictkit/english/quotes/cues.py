"""A verb of speech and what stands around it, read from its clause: who speaks, and a line of letters for what comes before and behind.

The letters, in the order of the text:
  ^  the sentence begins           Q  a quote closed right before      W  words and a comma, dash or colon stand before
  a  "as"                          r  "which", "what", "who" as what is said of          x  anything else
  S  the subject                   s  the subject of another verb, or none               V  the verb
  A  who is told                   J  a time, place or other adjunct
  T  "that"      H  a question word      C  a clause without either      I  an infinitive      G  a gerund
  N  a noun group                  P  a preposition that the verb takes                q  a quote
  ,  :  -  &  .  marks, a conjunction, the end; v  another verb
"""

from __future__ import annotations

from conflictkit._models import Stance
from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup, VerbGroup
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes.attribution import Range, Verb, is_adverb, is_word, skip_blanks
from conflictkit.english.quotes.reading import Reading

ASIDE = 12
"""Tokens of a remark between commas or dashes behind a verb ("said, apparently in earnest, that")."""
OBJECT_PRONOUNS = frozenset(["him", "her", "them", "me", "us", "you"])


class Cue:
    """One verb of speech in its clause."""

    __slots__ = ("at", "clause", "end", "k", "letters", "limit", "own", "r", "speaker", "stands", "start", "verb", "via")

    def __init__(self, r: Reading, k: int, verb: Verb, clause: Clause) -> None:
        self.r, self.k, self.verb, self.clause = r, k, verb, clause
        self.limit: Range = r.bounds(k)
        self.own = ""
        self.start = clause.verb.start
        self.speaker: Range | None = None
        self.via: Range | None = None
        self.stands = True
        _speak(self)
        self.end = _cue_end(self)
        self.letters = ""
        self.at: list[int] = []
        if self.stands:
            _line(self)

    @property
    def passive(self) -> bool:
        return self.own != "S" and self.clause.verb.passive

    def token(self, letter: str) -> int:
        """Where a unit begins."""
        return self.at[self.letters.index(letter)]

    def range(self) -> Range:
        """The words that attribute."""
        low = self.r.doc.low
        first = self.k
        if first >= 2 and low[first - 1] == "to" and low[first - 2] in at.DECLINE:  # noqa: PLR2004 - "declined to say"
            first -= 2
        return (first, self.end)

    def stance(self) -> Stance:
        """What the verb does, turned by a negation."""
        low, k = self.r.doc.low, self.k
        stance = self.verb.stance
        if k >= 2 and low[k - 1] == "to" and low[k - 2] in at.DECLINE:  # noqa: PLR2004
            return Stance.DECLINED
        if self.clause.verb.status.negated and stance in (Stance.SAID, Stance.CONFIRMED):
            return Stance.DECLINED
        if self.verb.lemma == "call" and low[k + 1 : k + 2] in (["on"], ["for"]):
            return Stance.ORDERED
        return stance


PARTICLES = {"point": "out to", "speak": "out to on for about", "call": "to on for about", "refer": "to", "respond": "to", "reply": "to", "warn": "", "talk": "to on for about", "lash": "out", "complain": "to about", "testify": "to about"}


def _cue_end(cue: Cue) -> int:
    """One past the verb and the particle or preposition that makes it another verb ("pointed out", "called for")."""
    low, b = cue.r.doc.low, cue.k + 1
    return b + (b < len(low) and low[b] in PARTICLES.get(cue.verb.lemma, "").split())


# ---- who speaks


def mention_of(r: Reading, group: NounGroup, stop: int = -1) -> Range:
    """The phrase of a noun group: with its list, what hangs on it and its apposition, without relative clauses.

    ``stop`` is the verb behind it: the phrase goes up to it over words that the grammar left out of the group.
    """
    members = group.members or (group,)
    start, end = members[0].start, group.end
    if group.renames is not None and group.renames.start < start:
        start = group.renames.start
    while start > 0 and not group.pronoun and (before := r.syntax.group_at(start - 1)) is not None and _titles(before, start):
        start = before.start
    for member in members:
        end = max(end, _end(member))
    end = next((k for k in range(group.end, end) if r.doc.low[k] in at.DASHES and r.doc.toks[k] != "-" or ((verb := r.syntax.verb_at(k)) is not None and (verb.finite or r.doc.low[k - 1] == ","))), end)
    end = _whole_name(r, end) if group.name else end
    if r.doc.low[group.head] in at.DOCUMENT:
        end = max([end, *(other.agent.end for other in group.clauses if other.agent is not None and (stop < 0 or other.agent.end <= stop))])
    if group.start < stop:
        end = _up_to_verb(r, group, min(end, stop), stop)
    while end - 1 > group.start and r.doc.low[end - 1] in at.RELATIVE and r.doc.toks[end - 1][0].islower():
        end -= 1
    comma = next((k for k in range(group.head - 1, group.start, -1) if r.doc.low[k] == ","), -1)
    if comma > 0 and start == group.start and group.determiner < 0:
        start = skip_blanks(r.doc, comma + 1, end - 1)
    inside = r.inside[start]
    if inside >= 0 and r.regions[inside].close < end and r.regions[inside].closed and r.inside[end - 1] != inside:
        start = skip_blanks(r.doc, r.regions[inside].close, end - 1)
    return (start, end)


def _up_to_verb(r: Reading, group: NounGroup, end: int, stop: int) -> int:
    """One past a subject whose verb stands at ``stop``: over words that are left out of the group, a bracket, an insertion that renames it."""
    low = r.doc.low
    behind = end
    if low[end] == "(":
        behind = next((k + 1 for k in range(end, min(end + NICKNAME, stop)) if low[k] == ")"), end)
    if low[end : end + 1] == ["today"] and r.doc.toks[end][0].isupper() and end + 1 == stop:
        return stop  # "Europe Today"
    first = group.end if low[group.end] == "," else behind
    if (behind == end or behind < stop) and (all(_belongs(r, k) for k in range(behind, stop)) or _inserted_noun(r, group, first, stop)):
        return stop - (low[stop - 1] == ",")
    return end


def _whole_name(r: Reading, end: int) -> int:
    """One past a name, with what the grammar left out of it: "al-Rashidi", a nickname between marks."""
    doc = r.doc
    while end + 1 < len(doc):
        if r.inside[end] >= 0 and r.regions[r.inside[end]].open == end:
            close = r.regions[r.inside[end]].close
            if close - end > NICKNAME or close >= len(doc) or r.syntax.tags[close] != "p":
                break
            end = r.syntax.group_at(close).end if r.syntax.group_at(close) is not None else close + 1  # type: ignore[union-attr]
        elif doc.low[end] in PARTS or (doc.toks[end][0].isupper() and doc.toks[end - 1] == "-"):
            end += 1
        elif doc.toks[end] == "-" and doc.low[end - 1] in PARTS:
            end += 1
        else:
            break
    return end


NICKNAME = 6
"""Tokens of a nickname with its marks."""
PARTS = frozenset("al el bin ibn ul ad ash".split())


def _inserted_noun(r: Reading, group: NounGroup, end: int, stop: int) -> bool:
    """Whether what stands between commas before the verb renames the subject ("Lopez, a medic from Lima, Peru, said")."""
    low = r.doc.low
    if low[end] != "," or low[stop - 1] != "," or stop - 1 <= end + 1:
        return False
    renaming = r.syntax.group_at(skip_blanks(r.doc, end + 1, stop))
    return renaming is not None and not renaming.pronoun and (group.apposition is renaming or (renaming.name != group.name and renaming.preposition < 0))


PHRASE_TAGS = frozenset("nspjGNf")
"""Tags of nouns, adjectives and participles."""


def _belongs(r: Reading, k: int) -> bool:
    """Whether a word between a subject and its verb is part of the subject: no adverb, verb or time."""
    group = r.syntax.group_at(k)
    following = r.syntax.group_at(k + 1) if k + 1 < len(r.inside) else None
    time = (group is not None and group.time) or (following is not None and following.time)
    if r.doc.low[k : k + 2] == ["close", "to"]:
        return True
    return is_word(r.doc, k) and r.syntax.tags[k] in PHRASE_TAGS | {"i", "O", "d", "q", "h", "o", "t"} and not time


def stretched(r: Reading, phrase: Range, e: int) -> Range:
    """A phrase with the nouns right behind it ("widow Terry Strada", "polling average")."""
    a, b = phrase
    tags = r.syntax.tags
    k = b
    while k < e and tags[k] in PHRASE_TAGS and is_word(r.doc, k) and r.inside[k] < 0:
        group = r.syntax.group_at(k)
        if group is not None and (group.time or group.determiner >= 0):
            break
        k += 1
        if tags[k - 1] in ("n", "s", "p"):
            b = k
    return (a, b)


def _titles(group: NounGroup, start: int) -> bool:
    """Whether a noun group is one with the name right behind it ("spokesman the Rev. Ana Ruiz")."""
    return group.end == start and group.preposition < 0 and not group.time and not group.pronoun and not group.roles and not group.members


def _end(group: NounGroup, depth: int = 0) -> int:
    end = group.end
    if depth < 8:  # noqa: PLR2004 - no phrase is nested deeper
        for other in group.phrases:
            if other.time:
                break
            end = max(end, _end(other, depth + 1))
        if group.apposition is not None:
            end = max(end, _end(group.apposition, depth + 1), group.apposition.reach)
    return end


def _speak(cue: Cue) -> None:
    """Find who speaks, and whether the verb can be a cue at all."""
    clause, verb, low = cue.clause, cue.clause.verb, cue.r.doc.low
    behind = _behind(cue)
    before = low[verb.start - 1] if verb.start > cue.limit[0] else ""
    if "past" in cue.verb.forms and verb.start == cue.k and ((before[:1].isdigit() and not cue.verb.inquit) or (before in BEFORE_NOUNS and cue.verb.lemma not in ("say", "tell"))):
        cue.stands = False  # "10 suspected fighters", "of reported cases"
    elif behind is not None:
        cue.own, cue.speaker = "V", stretched(cue.r, mention_of(cue.r, behind), cue.limit[1])
    elif _active(cue):
        subject = _outermost(cue, clause.antecedent) if clause.antecedent is not None else None
        cue.own, cue.speaker = "S", mention_of(cue.r, subject, verb.start) if subject is not None else None
        cue.start = cue.speaker[0] if cue.speaker else verb.start
    elif verb.passive:
        cue.own = "s"
        cue.speaker = mention_of(cue.r, clause.agent) if clause.agent is not None else None
    elif verb.finite and (apposed := _apposed(cue)) is not None:
        cue.own, cue.speaker, cue.start = "S", apposed, apposed[0]
    elif verb.finite or clause.kind in (Kind.MAIN, Kind.COMPLEMENT, Kind.ADVERBIAL, Kind.RELATIVE):
        _finite(cue)
    elif verb.form is Form.GERUND and low[cue.k - 1 : cue.k] == ["as"] and (relayed := _relayed(cue)) is not None:
        cue.own, (cue.speaker, cue.via) = "s", relayed
    elif verb.form is Form.GERUND or low[cue.k].endswith("ing"):
        cue.own = "s"
        cue.speaker = mention_of(cue.r, clause.subject) if clause.subject is not None and clause.kind is not Kind.REDUCED else shared(cue)
    elif verb.form is Form.BASE and clause.kind is Kind.INFINITIVE and low[cue.k - 1 : cue.k] != ["to"] and clause.complement is not None and (plural := _beside(cue)) is not None:
        cue.own, cue.speaker = "S", mention_of(cue.r, plural, verb.start)  # "one in five say that"
        cue.start = cue.speaker[0]
    elif low[cue.k - 1 : cue.k] == ["to"] and cue.k > 1 and low[cue.k - 2] in at.DECLINE | at.BEGIN | {"on"}:
        cue.own = "s"
        subject = clause.controller or clause.subject
        cue.speaker = mention_of(cue.r, subject) if subject is not None and subject.start < cue.k else shared(cue)
        cue.stands = cue.speaker is not None
    else:
        cue.stands = False


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


BEFORE_NOUNS = frozenset(["of", "in", "for", "from", "with"])


def _finite(cue: Cue) -> None:
    """The subject of a finite verb: a noun group before or behind it, a relative pronoun, or that of the verb it is joined to."""
    r, clause, verb = cue.r, cue.clause, cue.clause.verb
    subject = clause.subject or _beside(cue)
    if subject is not None and (r.inside[subject.start] >= 0 or (subject.start > cue.k and _opens_clause(cue, subject))):
        subject = _beside(cue) or subject
    if (subject is None or subject.end < verb.start - 1) and (words := _behind_quote(cue)) is not None:
        cue.own, cue.speaker, cue.start = "S", words, words[0]
    elif subject is None:
        cue.own, cue.speaker = "s", shared(cue)
        cue.stands = cue.verb.inquit and cue.speaker is not None
    elif subject.start > cue.k:
        cue.own, cue.speaker = "V", stretched(r, mention_of(r, subject), cue.limit[1])
    elif clause.joined is not None and subject.start < clause.joined.verb.start:
        cue.own, cue.speaker = "s", _joined(cue, clause.joined, subject)
    elif clause.kind is Kind.RELATIVE and subject is clause.antecedent:
        cue.own, cue.start = "S", clause.opener if clause.opener >= 0 else verb.start
        cue.speaker = _relative(cue, subject)
    else:
        cue.own, cue.speaker = "S", _with_list(cue, mention_of(r, subject, verb.start))
        cue.start = cue.speaker[0]


def _behind_quote(cue: Cue) -> Range | None:
    """A name between a quote and its verb that the grammar took for no noun."""
    r, verb = cue.r, cue.clause.verb
    a = verb.start
    while a > cue.limit[0] and r.inside[a - 1] < 0 and r.doc.toks[a - 1][0].isupper():
        a -= 1
    return (a, verb.start) if a < verb.start and r.inside[a - 1] >= 0 else None


def _with_list(cue: Cue, phrase: Range) -> Range:
    """A subject with the noun group that "and" joins to it behind a comma ("..., the mayor and the governor said")."""
    r, a = cue.r, phrase[0]
    if a < cue.limit[0] + 3 or r.doc.low[a - 1] != "and":
        return phrase
    first = r.syntax.group_at(a - 2)
    opens = first is not None and first.end == a - 1 and first.preposition < 0 and not first.roles and not first.pronoun and r.doc.low[first.start - 1] == ","
    return (first.start, phrase[1]) if first is not None and opens else phrase


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
    letter = _before(cue)[0]
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
        quoted, quoting = (verb.clause.object or verb.clause.second_object, verb.clause.subject) if not verb.passive else (verb.clause.subject, verb.clause.agent)
        if quoted is None:
            return None
        return mention_of(r, quoted), mention_of(r, quoting) if quoting is not None else None
    return None


def _first_main(cue: Cue) -> Clause | None:
    """The first main clause of the sentence."""
    for k in range(*cue.limit):
        verb = cue.r.syntax.verb_at(k)
        if verb is not None and verb.word == k and verb.finite and verb.clause is not None and verb.clause.kind is Kind.MAIN and verb.clause.subject is not None:
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


# ---- the line


def _line(cue: Cue) -> None:
    """Write the letters."""
    letter, token = _before(cue)
    letters, at_ = [letter], [token]
    if cue.own == "V":
        letters += ["V", "S"]
        at_ += [cue.k, cue.speaker[0] if cue.speaker else cue.k]
        after = cue.speaker[1] if cue.speaker else cue.k + 1
    else:
        letters += [cue.own, "V"]
        at_ += [cue.start, cue.k]
        after = cue.end
    for letter, token in _after(cue, after):
        letters.append(letter)
        at_.append(token)
    cue.letters, cue.at = "".join(letters), at_


def _before(cue: Cue) -> tuple[str, int]:
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


def _after(cue: Cue, j: int) -> list[tuple[str, int]]:
    """The units behind the verb (or behind its subject), up to the first that may be what is said."""
    out: list[tuple[str, int]] = []
    for _ in range(12):
        letter, token, j = _unit(cue, j)
        if letter:
            out.append((letter, token))
        if not letter or letter not in "AJ,:-":
            break
    return out


def _unit(cue: Cue, j: int) -> tuple[str, int, int]:
    """The unit at j: its letter, its first token, the token behind it."""
    r, doc, low = cue.r, cue.r.doc, cue.r.doc.low
    e = cue.limit[1]
    while j < e and r.inside[j] < 0 and (doc.toks[j].isspace() or ((is_adverb(doc, j) or r.syntax.tags[j] == "r") and low[j] not in NO_ADVERB and r.syntax.group_at(j) is None)):
        j += 1
    if j >= e or low[j] in (".", ";", "?", "!", ")"):
        return ".", min(j, e), j
    if r.inside[j] >= 0:
        return "q", j, j
    word = low[j]
    if word == "," or (word in at.DASHES and (word in "—–" or doc.toks[j] == "- ")) or word == "(":
        aside = _aside(cue, j, e)
        return ("-" if word in at.DASHES else ","), j, aside or j + 1
    if word == ":":
        return ":", j, j + 1
    if word in ("and", "or", "but"):
        return "&", j, j
    return _words(cue, j, e)


NO_ADVERB = frozenset(["never", "not", "once", "no", "then", "there", "only", "even", "just", "so", "almost", "nearly", "roughly", "approximately", "back", "out"])


def _aside(cue: Cue, j: int, e: int) -> int:
    """Behind a remark between commas, dashes or brackets after which "that" goes on; 0 if there is none."""
    low = cue.r.doc.low
    closing = ")" if low[j] == "(" else low[j]
    n = next((n for n in range(j + 1, min(j + ASIDE, e - 1)) if low[n] == closing), e)
    if n < e - 1 and (low[n + 1] == "that" or (n == j + 2 and low[j + 1] in at.CONNECTIVE)):
        return n + 1
    return 0


def _words(cue: Cue, j: int, e: int) -> tuple[str, int, int]:
    """The unit of the word at j."""
    r, low, syntax = cue.r, cue.r.doc.low, cue.r.syntax
    word = low[j]
    group, verb = syntax.group_at(j), syntax.verb_at(j)
    told = cue.clause.complement
    if word == "there" and (following := syntax.verb_at(min(j + 1, e - 1))) is not None and following.finite:
        return "C", j, j
    if word == "that" and (group is None or group.end - group.start == 1):
        relative = syntax.tags[j] == "w" and j > cue.end + 1 and syntax.group_at(j - 1) is not None and not (told is not None and told.opener == j)
        return ("x" if relative else "T"), j, j
    if word in at.QUESTION and group is None or (word in at.QUESTION and group is not None and group.start == j and word != "which" and group.end - j == 1):
        return "H", j, j
    if group is not None and group.start < j <= group.head and (behind := syntax.verb_at(group.end)) is not None and behind.finite:
        return "C", j, j
    if group is not None and group.start == j and (group.preposition < 0 or (cue.end > cue.k + 1 and j - cue.end <= 1)):
        return _nominal(cue, group, j)
    if verb is not None and verb.start == j:
        return _verbal(verb, word, low), j, j
    if word == "to" and verb is not None:
        return "I", j, j
    return _prepositional(cue, j, told)


def _verbal(verb: VerbGroup, word: str, low: list[str]) -> str:
    if word == "to" or low[verb.start] == "to":
        return "I"
    return "G" if verb.form is Form.GERUND and not verb.finite else "v"


def _nominal(cue: Cue, group: NounGroup, j: int) -> tuple[str, int, int]:
    """A noun group without preposition: a time, who is told, the subject of what is said, or what is said."""
    clause = cue.clause
    if group.time and not _opens_clause(cue, group):
        return "J", j, group.end
    if _addressee(cue, group):
        return "A", j, _addressee_end(cue, group)
    told = clause.complement
    if _opens_clause(cue, group) or cue.r.doc.low[j] == "there" or (told is not None and told.start == j and told.verb.start > j):
        return "C", j, j
    return ("C" if "clause" in cue.verb.frames and _finite_behind(cue, group.end) else "N"), j, j


def _finite_behind(cue: Cue, k: int) -> bool:
    """Whether a finite verb follows whose subject can only be the noun group that ends at k: no other stands between, no mark."""
    r, syntax = cue.r, cue.r.syntax
    while k < cue.limit[1] and r.doc.low[k] not in (",", ";", ":", "and", "but"):
        verb, group = syntax.verb_at(k), syntax.group_at(k)
        if verb is not None and verb.finite and verb.clause is not None:
            if verb.clause.kind not in (Kind.RELATIVE, Kind.ADVERBIAL):
                return True
        elif group is not None and group.start == k and group.preposition < 0 and not group.time and not any(clause.kind is Kind.RELATIVE for clause, _ in group.roles):
            return False
        k += 1
    return False


def _opens_clause(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is the subject of a clause that follows the verb."""
    first = group.members[0] if group.members else group
    for clause, role in first.roles:
        if role.value == "subject" and clause.verb.finite and clause is not cue.clause and clause.kind is not Kind.RELATIVE and clause.verb.start >= group.start and clause.verb is not cue.clause.verb:
            return True
    return False


def _addressee_end(cue: Cue, group: NounGroup) -> int:
    """One past who is told, before the "that" which the verb of a relative clause on it cannot take ("told villagers who had gathered that")."""
    doc, behind = cue.r.doc, cue.r.syntax.verb_at(group.end) if group.end < cue.limit[1] else None
    if behind is not None and behind.finite and doc.toks[group.start][0].isupper():  # "told Interfax security forces had"
        small = next((k for k in range(group.start + 1, group.end) if doc.toks[k][0].islower()), -1)
        if small > 0:
            return small
    end = max(group.end, min(group.extent, cue.limit[1]))
    for k in range(group.end, end):
        if cue.r.syntax.tags[k] == "S" and cue.r.doc.low[k] == "that":
            clause = cue.r.syntax.clause_of(k)
            if clause is None or clause.parent is None or cue.r.doc.low[clause.parent.verb.word] not in at.VERBS:
                return k
    return end


def _addressee(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is who is told: of "told" always, of "assured", "asked" before "that" or a question."""
    lemma = cue.verb.lemma
    if cue.own == "V" or any(True for _ in ()):
        return False
    if lemma in at.OBJECT_SKIP:
        return group.start == cue.end or all(cue.r.doc.toks[x].isspace() or is_adverb(cue.r.doc, x) for x in range(cue.end, group.start))
    if lemma in at.TOLD:
        k = skip_blanks(cue.r.doc, max(group.end, 0), cue.limit[1])
        return k < cue.limit[1] and (cue.r.doc.low[k] in ("that", "whether", "if", "how") or cue.r.doc.low[k] in at.PREPOSITIONS.get(lemma, ()))
    return False


def _prepositional(cue: Cue, j: int, told: Clause | None) -> tuple[str, int, int]:
    """A prepositional phrase: what the verb takes, the beginning of a clause, or an adjunct."""
    r, doc, low, syntax = cue.r, cue.r.doc, cue.r.doc.low, cue.r.syntax
    word = low[j]
    e = cue.limit[1]
    if opens_count(cue, j):
        subject = syntax.group_at(next((n for n in range(j, min(j + 4, e)) if (g := syntax.group_at(n)) is not None), j))
        clause = told is not None and told.verb.start > j and told.start <= j + 3
        return ("C" if clause or (subject is not None and _opens_clause(cue, subject)) else "N"), j, j
    if word in at.PREPOSITIONS.get(cue.verb.lemma, ()):
        return "P", j, j
    if syntax.tags[j] not in ("i", "O", "t") and word not in at.PREPOSITION and word not in at.PLACE:
        if told is not None and told.start == j:
            return "C", j, j
        if word in at.FRONTING and told is not None and told.verb.start > j:
            return "C", j, j
        if word in at.SUBORDINATE and told is None:
            c = next((n for n in range(j, e) if low[n] == ","), e - 1)
            group = syntax.group_at(skip_blanks(doc, c + 1, e - 1))
            if group is not None and _opens_clause(cue, group):
                return "C", j, j
        return ("&" if word in at.NO_COMPLEMENT else "x" if is_word(doc, j) else "."), j, j
    end = _phrase_end(cue, j)
    if told is not None and told.opener > j and low[told.opener] == "that" and told.antecedent is None and not any(inside >= 0 for inside in r.inside[j : told.opener]):
        return "J", j, told.opener
    if word not in at.PREPOSITION and word not in at.PLACE and end == j + 1:
        if told is not None and told.start == j:
            return "C", j, j
        return ("x" if is_word(doc, j) else "."), j, j
    if told is not None and told.verb.start > end and end < e and low[end] == "," and told.start <= end + 1 and word in at.FRONTS:
        return "C", j, j
    if word in at.FRONTS and end < e and low[end] == ",":
        group = syntax.group_at(skip_blanks(doc, end + 1, e - 1))
        if group is not None and _opens_clause(cue, group):
            return "C", j, j
    behind = syntax.verb_at(end) if end < e else None
    if word == "among" and (behind is not None and behind.finite or told is not None and told.start == j):
        return "C", j, j
    if word in at.NO_COMPLEMENT and word not in ("by", "since", "until", "as"):
        return "&", j, j
    return "J", j, end


def _phrase_end(cue: Cue, j: int) -> int:
    """One past a prepositional phrase with what hangs on it, up to where a clause or a quote begins."""
    r, syntax, e = cue.r, cue.r.syntax, cue.limit[1]
    low = r.doc.low
    told = cue.clause.complement
    stop = told.start if told is not None and told.start > j else e
    n = j
    while n < e and syntax.group_at(n) is None:
        if n > j and (syntax.verb_at(n) is not None or not is_word(r.doc, n)):
            return j + 1
        n += 1
        if n - j > 4:  # noqa: PLR2004 - no preposition is longer
            return j + 1
    if n >= e:
        return j + 1
    group = syntax.group_at(n)
    assert group is not None
    end = group.end
    while end < min(stop, e):
        if r.inside[end] >= 0:
            region = r.inside[end]
            if low[end - 1] in ("'s", "’s", "on", "in") and r.names_title(region):
                end = r.regions[region].close
                continue
            break
        following = syntax.group_at(end)
        if following is not None and following.start == end and following.preposition < 0:
            break
        if low[end] in at.PREPOSITION and low[end] not in ("that", "as") and (inner := syntax.group_at(min(end + 1, e - 1))) is not None and inner.preposition >= 0 and not _opens_clause(cue, inner):
            end = inner.end
            continue
        break
    return min(end, e)


def opens_count(cue: Cue, j: int) -> bool:
    """Whether the words at j bound a number that follows ("at least 12", "between 10 and 20", "as many as 40", "about 200")."""
    doc, low, e = cue.r.doc, cue.r.doc.low, cue.limit[1]
    k = j + 1
    if low[j] in COUNT_OPENS and k < e and low[k] in COUNT_OPENS[low[j]]:
        k += 1 if low[j] != "as" else 2
    elif low[j] not in at.COUNT_BOUND:
        return False
    return k < e and (doc.toks[k][0].isdigit() or low[k] in at.NUMERAL)


COUNT_OPENS: dict[str, tuple[str, ...]] = {"at": ("least", "most"), "up": ("to",), "as": ("many", "much", "few"), "close": ("to",), "no": ("fewer", "more", "less"), "more": ("than",), "fewer": ("than",), "less": ("than",)}
"""Words that bound a number together with the word after them."""
