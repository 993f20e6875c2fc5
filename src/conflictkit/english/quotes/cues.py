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

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from conflictkit._models import Stance
from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup, Status, VerbGroup

from ..grammar.lists import ARTICLES, CONTENTS, OBJECTIVE, PERSONAL, RELATIVE
from ..speakers.name_words import ORG_HEADS, ROLE_NOUNS
from . import attribution as at
from .ahead import clause_at
from .attribution import VERBS, Verb, is_adverb, is_word, opens_count, skip_blanks
from .cue import Cue, is_clause, opens_clause
from .reading import Reading
from .sources import before, find_source

SOME_VERB = Verb("", Stance.SAID, frozenset({"that"}), frozenset({"past"}), inquit=True)
"""Any verb between a quote and its speaker ("...!" beamed the mayor)."""


def cue_at(r: Reading, k: int) -> Cue | None:
    """The verb of speech at a token with what stands around it, or None where the grammar sees no verb."""
    verb = r.syntax.verb_at(k)
    clause = verb.clause if verb is not None and verb.word == k else None
    if clause is None and verb is None:
        clause = _before_that(r, k) or _signs_off(r, k)
    if clause is None or (verb is not None and _made_another(r, verb)) or r.doc.low[k + 1 : k + 2] in (["'s"], ["’s"]):
        return None  # also "Said's body"
    form = VERBS.get(r.doc.low[k], SOME_VERB)
    cue = Cue(r, k, form if form.inquit or k not in r.beside else form._replace(inquit=True), clause)
    find_source(cue)
    if cue.stands:
        _line(cue)
    return cue


def _made_another(r: Reading, verb: VerbGroup) -> bool:
    """Whether a particle makes another verb of one that speaks ("called off")."""
    return verb.particle == verb.word + 1 and r.doc.low[verb.particle] not in {"out", *at.PARTICLES.get(verb.lemma, ())}


def _before_that(r: Reading, k: int) -> Clause | None:
    """The clause of a verb before "that" which the grammar took for a noun (", warning that the pass was closed")."""
    low, form = r.doc.low, VERBS.get(r.doc.low[k])
    if form is None or low[k + 1 : k + 2] != ["that"] or k < 1 or not form.frames & {"clause", "that"}:
        return None
    if "ing" in form.forms and low[k - 1] in (",", "and", "but"):
        return Clause(VerbGroup(k, k + 1, k, form.lemma, Form.GERUND, False, False, Status()), kind=Kind.PARTICIPLE, start=k, end=k + 1)
    return None


def _signs_off(r: Reading, k: int) -> Clause | None:
    """The clause of a verb that the grammar took for a noun (", Marta Quell reports from Lashio", ", Frank notes, ")."""
    form, group = VERBS.get(r.doc.low[k]), r.syntax.group_at(k)
    if form is None or not form.inquit or not r.doc.toks[k][0].islower() or form.forms.isdisjoint(("base", "third")) or group is None or group.head != k or group.start < 2:  # noqa: PLR2004
        return None
    after, before = (*r.doc.low[k + 1 : k + 2], ".")[0], r.doc.low[group.start - 1]
    first = group.start + (group.determiner == group.start)
    who = NounGroup(min(first, k - 1), k, k - 1, name=r.doc.toks[k - 1][0].isupper(), extent=k, reach=k)
    several = before == "and" and "base" in form.forms
    if group.start == k or not (several or before == "," and "third" in form.forms) or after not in ("from", ".", "for", ",") or not _reports_himself(r, who):
        return None
    return Clause(VerbGroup(k, k + 1, k, form.lemma, Form.PRESENT, True, False, Status()), start=group.start, end=k + 1, subject=who)


def _reports_himself(r: Reading, who: NounGroup) -> bool:
    """Whether words before a reporter's verb are a name, a reporter or a body."""
    return all(r.doc.toks[n][0].isupper() for n in range(who.start, who.end)) or r.doc.low[who.head] in (ROLE_NOUNS | ORG_HEADS if who.start > 1 and r.doc.low[who.start - 1] in ARTICLES else ROLE_NOUNS)


def _line(cue: Cue) -> None:
    """Write the letters."""
    letter, token = before(cue)
    if cue.own == "V":
        start, after = cue.speaker or (cue.k, cue.k + 1)
        letters, at_ = [letter, "V", "S"], [token, cue.k, start]
    else:
        letters, at_, after = [letter, cue.own, "V"], [token, cue.start, cue.k], cue.end
    goes_on = True
    while goes_on:  # up to the first unit that may be what is said
        letter, token, behind = _unit(cue, after)
        letters.append(letter)
        at_.append(token)
        goes_on, after = behind > after and letter in "AJ,:-", behind
    cue.letters, cue.at = "".join(letters), at_


def _unit(cue: Cue, j: int) -> Unit:
    """The unit at j: its letter, its first token, the token behind it."""
    r, doc, low = cue.r, cue.r.doc, cue.r.doc.low
    e = cue.limit[1]
    while j < e and r.inside[j] < 0 and (doc.toks[j].isspace() or _is_aside(r, j)):
        j += 1 + (low[j + 1 : j + 2] == [","] and clause_at(r, j + 2, e) is not None)  # "says unfortunately, nobody came"
    if j >= e:
        return ".", min(j, e), j
    if r.inside[j] >= 0:
        return "q", j, j
    word = low[j]
    if word == "," or (word in at.DASHES and (word in "—–" or doc.toks[j] == "- ")) or word == "(":
        behind = _aside(cue, j, e)
        return "J" if behind and r.inside[behind] < 0 else "-" if word in at.DASHES else ",", j, behind or j + 1
    return (":", j, j + 1) if word == ":" else _words(cue, j, e)


def _is_aside(r: Reading, j: int) -> bool:
    """Whether the word at j is an adverb that tells how something is said."""
    low = r.doc.low
    return (r.syntax.tags[j] == "r" or is_adverb(r.doc, j)) and (low[j] not in NO_ADVERB or low[j] in BEFORE_THAT and low[j + 1 : j + 2] in (["that"], [":"])) and r.syntax.group_at(j) is None


CONTRACTED = frozenset(pronoun + mark + "d" for pronoun in PERSONAL for mark in "'’")
"""Subjects with their verb in one word ("he'd")."""
NO_ADVERB = frozenset(
    ["never", "not", "once", "no", "then", "there", "only", "even", "just", "so", "almost", "nearly", "roughly", "approximately", "back", "out"]
)


BEFORE_THAT = frozenset(["only", "just", "even", "then"])
"""Of these those that stand before "that" or a colon ("said then that")."""


def _aside(cue: Cue, j: int, e: int) -> int:
    """Behind a remark between commas, dashes or brackets after which "that", or the infinitive of an order, goes on; 0 if there is none."""
    low = cue.r.doc.low
    if j + 1 < e and cue.r.inside[j + 1] >= 0:
        return 0  # the mark opens a quote
    closing = ")" if low[j] == "(" else low[j]
    n = next((n for n in range(j + 1, e - 1) if low[n] == closing), e)
    ordered = cue.verb.lemma == "tell" and n < e - 2 and low[n + 1] == "to" and cue.r.syntax.verb_at(n + 1) is not None
    bracket = closing == ")" and not any(cue.r.syntax.verb_at(k) is not None for k in range(j + 1, n))
    if n < e - 1 and (low[n + 1] == "that" or ordered or bracket or (n == j + 2 and low[j + 1] in at.CONNECTIVE)):
        return n + 1
    return 0


Unit = tuple[str, int, int]
"""A unit behind a cue: its letter, its first token, the token behind it."""


class Word(NamedTuple):
    """A word behind a cue, with what grammar makes of it and of what the cue tells."""

    cue: Cue
    j: int
    e: int
    word: str
    group: NounGroup | None
    verb: VerbGroup | None
    told: Clause | None

    @property
    def opens_group(self) -> bool:
        return self.group is not None and self.group.start == self.j

    @property
    def opens_verb(self) -> bool:
        return self.verb is not None and self.verb.start == self.j

    @property
    def tells(self) -> bool:
        """Whether the verb of what the cue tells is still to come."""
        return self.told is not None and self.told.verb.start > self.j

    def unit(self, letter: str) -> Unit:
        return letter, self.j, self.j


def _words(cue: Cue, j: int, e: int) -> Unit:
    """The unit of the word at j."""
    syntax, low = cue.r.syntax, cue.r.doc.low
    word = Word(cue, j, e, low[j], syntax.group_at(j), syntax.verb_at(j), cue.clause.complement)
    for read in BY_WORD.get(low[j], OTHERS):
        if (unit := read(word)) is not None:
            return unit
    return _prepositional(cue, j)


def _subject_and_verb(w: Word) -> Unit | None:
    """ "he'd left", "there was"."""
    return w.unit("C") if w.word in CONTRACTED or _there_is(w.cue, w.j, w.e) else None


def _that(w: Word) -> Unit | None:
    """ "that" before a clause; "x" where it is a relative or alone ("reports that have shown", "ruled that out"); before a noun that it points to it is none."""
    low, tags, j = w.cue.r.doc.low, w.cue.r.syntax.tags, w.j
    named = w.opens_group and w.group is not None and (j == w.cue.end or w.tells) and (w.group.name or w.tells)
    if not (w.group is None or w.group.end - w.group.start == 1 or tags[j + 1] == "G" or named):
        return None
    relative = tags[j] == "w" and j > w.cue.end + 1 and w.cue.r.syntax.group_at(j - 1) is not None and not (w.told is not None and w.told.opener == j)
    remark = j > w.cue.end + 1 and low[j - 1].rstrip("s") in CONTENTS and low[j - 1] not in at.DOCUMENT and not (w.told is not None and w.told.opener == j)  # "questioned over his remarks that"
    plural = tags[j + 1 : j + 2] == ["P"] or low[j + 1 : j + 2] in (["are"], ["have"], ["were"])
    return w.unit("x" if relative or remark or plural or low[j + 1 : j + 2] == ["out"] else "T")


def _question(w: Word) -> Unit | None:
    """A question word that is no determiner and opens no relative clause of the noun group before it: "asked why", "what" alone."""
    if w.word in RELATIVE and w.j > w.cue.end and w.cue.r.syntax.tags[w.j] == "w" and w.cue.r.syntax.group_at(w.j - 1) is not None and not (w.told is not None and w.told.opener == w.j):
        return None
    alone = w.group is None or w.opens_group and w.word != "which" and w.group.end - w.j == 1
    return w.unit("H") if alone else None


def _noun(w: Word) -> Unit | None:
    """A noun group, or the rest of one before its verb, which begins a clause."""
    if w.group is None:
        return None
    behind = w.cue.r.syntax.verb_at(w.group.end) if w.group.start < w.j <= w.group.head else None
    if behind is not None and behind.finite:
        return w.unit("C")
    free = w.group.preposition < 0 or (w.cue.end > w.cue.k + 1 and w.j - w.cue.end <= 1)
    return _nominal(w.cue, w.group, w.j) if w.opens_group and free else None


def _verb(w: Word) -> Unit | None:
    """A verb group; a gerund that is the subject of what is told begins a clause ("said having him there was good")."""
    if not w.opens_verb or w.verb is None:
        return None
    subject = w.tells and w.word.endswith("ing") and "clause" in w.cue.verb.frames
    return w.unit("C" if subject else _verbal(w.cue, w.verb, w.word))


def _counted(w: Word) -> Unit | None:
    """A noun group with "nearly" before it: "said nearly every house had burnt"."""
    group = w.cue.r.syntax.group_at(w.j + 1) if w.group is None and w.j + 1 < w.e else None
    if group is None or group.start != w.j + 1 or w.cue.r.doc.low[group.start] in at.SAYINGS:
        return None
    letter, _, behind = _nominal(w.cue, group, group.start)
    return letter, w.j, behind if letter in "AJ" else w.j


def _infinitive(w: Word) -> Unit | None:
    """ "to leave", "not to leave"."""
    takes = "to" in w.cue.verb.frames
    negated = w.word in ("not", "never") and w.cue.r.doc.low[w.j + 1 : w.j + 2] == ["to"] and takes
    plain = w.word == "to" and (w.verb is not None or takes and _addressed(w.cue, w.j))
    return w.unit("I") if negated or plain else None


def _listed(w: Word) -> Unit | None:
    """Words before the subject of what is told: "said Norlandish, Bariz and foreign recruits were trained", "said a “strictly kept” zone was closed"."""
    low, tags = w.cue.r.doc.low, w.cue.r.syntax.tags
    listed = w.told is not None and w.told.start > w.j and all(tags[k] in ("p", "j", "d", '"') or low[k] == "," or low[k] in ONLY for k in range(w.j, w.told.start))
    return w.unit("C") if listed else None


ONLY = frozenset(["only", "just", "even"])
"""Words before "there is"."""
READINGS: tuple[tuple[Callable[[Word], Unit | None], frozenset[str]], ...] = (
    (_subject_and_verb, CONTRACTED | ONLY | {"there"}),
    (_that, frozenset(["that"])),
    (_question, at.QUESTION),
    (_noun, frozenset()),
    (_verb, frozenset()),
    (_counted, frozenset(["almost", "nearly", "roughly", "approximately"])),
    (_infinitive, frozenset(["to", "not", "never"])),
    (_listed, frozenset()),
)
"""What one of some words, or any word, behind a cue begins, in order; else a prepositional phrase."""
OTHERS = tuple(read for read, words in READINGS if not words)
BY_WORD = {word: tuple(read for read, words in READINGS if not words or word in words) for _, listed in READINGS for word in listed}


def _there_is(cue: Cue, j: int, e: int) -> bool:
    """Whether "there is" begins at j, with an "only" before it or not ("saying only there was")."""
    low, syntax = cue.r.doc.low, cue.r.syntax
    j += low[j] in ONLY and j + 1 < e
    return low[j] == "there" and any((verb := syntax.verb_at(k)) is not None and verb.finite for k in (min(j + 1, e - 1), min(j + 2, e - 1)))


def _verbal(cue: Cue, verb: VerbGroup, word: str) -> str:
    if word == "to":
        return "I"
    gerund = verb.form is Form.GERUND or (word in ("being", "having") and verb.start == cue.end)
    return "G" if gerund and not verb.finite else "v"


def _nominal(cue: Cue, group: NounGroup, j: int) -> tuple[str, int, int]:
    """A noun group without preposition: a time, who is told, the subject of what is said, or what is said."""
    clause = cue.clause
    if group.time and not opens_clause(cue, group):
        return "J", j, group.end
    if _addressee(cue, group):
        end, that = _addressee_end(cue, group), _that_behind(cue, j)
        free = end < that and all(cue.r.syntax.verb_at(k) is None for k in range(end, that))
        return "A", j, (that if free else end)
    told = clause.complement
    taken = told is not None and told.start == j and told.verb.start > j
    if cue.r.doc.low[group.head] in at.ADMITTED and cue.verb.lemma in ("accept", "admit", "claim", "deny"):
        return "N", j, j  # "claimed responsibility in a statement posted on Monday"
    if opens_clause(cue, group) or cue.r.doc.low[j] == "there" or taken or is_clause(cue, group):
        return "C", j, j
    return ("C" if "clause" in cue.verb.frames and _finite_behind(cue, max([group.end, *(other.end for other in group.phrases)])) else "N"), j, j


def _finite_behind(cue: Cue, k: int) -> bool:
    """Whether a finite verb follows whose subject can only be the noun group that ends at k: no other stands between, no mark."""
    syntax, low, e = cue.r.syntax, cue.r.doc.low, cue.limit[1]
    if low[k : k + 1] == [","] and k + 1 < e and low[k + 1] in at.RELATIVE:
        k = cue.r.comma(k + 1, e) + 1  # "the fall of the town, whose value has shrunk, would"
        if k < e and (main := syntax.verb_at(k)) is not None and main.finite:
            return True
    while k < e and low[k] not in (",", ";", ":", "and", "but"):
        verb, group = syntax.verb_at(k), syntax.group_at(k)
        if verb is not None and verb.finite and verb.clause is not None:
            if verb.clause.kind not in (Kind.RELATIVE, Kind.ADVERBIAL):
                return True
        elif (
            group is not None
            and group.start == k
            and group.preposition < 0
            and not group.time
            and not any(clause.kind is Kind.RELATIVE for clause, _ in group.roles)
        ):
            return False
        k += 1
    return False


def _addressed(cue: Cue, j: int) -> bool:
    """Whether the "to" at j follows who is told and no noun follows it ("told him to quiet down")."""
    group = cue.r.syntax.group_at(j + 1) if j + 1 < cue.limit[1] else None
    return cue.clause.object is not None and cue.clause.object.end == j and (group is None or group.start != j + 1)


def _addressee_end(cue: Cue, group: NounGroup) -> int:
    """One past who is told, before the "that" which the verb of a relative clause on it cannot take ("told villagers who had gathered that")."""
    doc = cue.r.doc
    if group.pronoun and group.end == group.start + 1 and doc.low[group.start] in OBJECTIVE | {"her"}:
        return group.end  # "telling her she was right"
    if cue.clause.complement is None and doc.low[group.end : group.end + 1] and doc.low[group.end] in at.PREPOSITIONS.get(cue.verb.lemma, ()):
        return group.end  # "informed the crews of its plans"
    end = max(group.end, min(group.extent, _mark_behind(cue, group.end)))
    if doc.low[end : end + 1] in (["'s"], ["’s"]) and (owned := cue.r.syntax.group_at(end)) is not None:
        end = max(end, owned.end)  # "told Kadra's “Morning Hour” that"
        end += end < len(cue.r.inside) and cue.r.inside[end] >= 0 and cue.r.regions[cue.r.inside[end]].close == end + 1
    return _free_that(cue, group.end, end, end)


def _mark_behind(cue: Cue, k: int) -> int:
    """The comma before the first quote from token k on, else the end of the sentence."""
    r, n = cue.r, bisect_left(cue.r.opens, k)
    parted = n < len(r.opens) and r.opens[n] < cue.limit[1] and r.doc.low[r.opens[n] - 1] == ","
    return r.opens[n] - 1 if parted else cue.limit[1]


def _free_that(cue: Cue, a: int, b: int, none: int) -> int:
    """The first "that" between two tokens which no verb of speech on the way takes, else ``none``."""
    for k in range(a, b):
        if cue.r.syntax.tags[k] == "S" and cue.r.doc.low[k] == "that":
            clause = cue.r.syntax.clause_of(k)
            if clause is None or clause.parent in (None, cue.clause) or cue.r.doc.low[clause.parent.verb.word] not in at.VERBS:
                return k
    return none


def _addressee(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is who is told: of "told" always, of "assured", "asked" before "that" or a question."""
    lemma = cue.verb.lemma
    if cue.own == "V":
        return False
    if lemma in at.ADDRESSED:
        return group.start == cue.end or all(cue.r.doc.toks[x].isspace() or is_adverb(cue.r.doc, x) for x in range(cue.end, group.start))
    if lemma in at.TOLD and not _is_told(cue, group):
        k = skip_blanks(cue.r.doc, max(group.end, 0), cue.limit[1])
        return k < cue.limit[1] and (cue.r.doc.low[k] in TOLD_OF or cue.r.doc.low[k] in at.PREPOSITIONS.get(lemma, ()))
    return False


TOLD_OF = frozenset({"that", "whether", "if", "how", "what", "why"})
"""Words that open what somebody is told or asked, behind him."""


def _is_told(cue: Cue, group: NounGroup) -> bool:
    """Whether a noun group is the subject of what is told: "warned the scale of the raids had grown"."""
    told = cue.clause.complement
    return told is not None and told.start == group.start and told.verb.start > group.end


def _prepositional(cue: Cue, j: int) -> tuple[str, int, int]:
    """A prepositional phrase: what the verb takes, the beginning of a clause, or an adjunct."""
    doc, word = cue.r.doc, cue.r.doc.low[j]
    if word in at.PREPOSITIONS.get(cue.verb.lemma, ()) and doc.low[j - 2 : j] != ["as", "well"] and not ((when := _governed(cue, j)) is not None and when.time):
        return "P", j, j
    if doc.low[j + 1 : j + 2] == ["whether"] and word in ("about", "on"):
        return "H", j + 1, j + 1  # "declined to comment on whether the dam had burst"
    if cue.r.syntax.tags[j] not in ("i", "O", "t") and word not in at.PREPOSITION and word not in at.PLACE:
        return _subordinate(cue, j), j, j
    if j + 1 < cue.limit[1] and (n := cue.r.inside[j + 1]) >= 0 and word in ("in", "on") and cue.r.names_title(n):
        return "J", j, cue.r.regions[n].close  # "wrote in “The Law of War” that"
    end, that = _phrase_end(cue, j), _that_behind(cue, j)
    if that > j:
        return "J", j, that
    if cue.verb.lemma in at.CLAUSAL and opens_count(doc, j, cue.limit[1]):
        return "C" if _finite_behind(cue, end) else "N", j, j  # "said about half of the men had fled"
    if _fronts(cue, j, end):
        return "C", j, j
    if word not in at.PREPOSITION and word not in at.PLACE and end == j + 1:
        return ("x" if is_word(doc, j) else "."), j, j
    return ("&", j, j) if word in at.NO_COMPLEMENT and word not in ("by", "since", "until", "as") else ("J", j, max(end, _document_end(cue, j, end)))


def _document_end(cue: Cue, j: int, end: int) -> int:
    """Where a document in which something is said ends, with the participle that tells when it was issued: "in a report released on Monday"."""
    r, group = cue.r, _governed(cue, j)
    if group is None or r.doc.low[group.head] not in at.DOCUMENT or group.end != end:
        return end
    issued = next((clause for clause in group.clauses if clause.kind is Kind.REDUCED and clause.verb.start == end), None)
    told = issued is None or any(r.inside[k] >= 0 or r.syntax.verb_at(k) not in (None, issued.verb) for k in range(end, issued.end))
    return end if issued is None or told else issued.end


def _subordinate(cue: Cue, j: int) -> str:
    """The letter of "if", "whenever" and other words that are no preposition: a clause that stands before what is said belongs to it."""
    r, told, word = cue.r, cue.clause.complement, cue.r.doc.low[j]
    if told is not None and (told.start == j or (word in at.FRONTING and told.verb.start > j)):
        return "C"
    return "&" if word in at.NO_COMPLEMENT else "x" if is_word(r.doc, j) else "."


def _clause_behind_comma(cue: Cue, comma: int) -> bool:
    group = cue.r.syntax.group_at(skip_blanks(cue.r.doc, comma + 1, cue.limit[1] - 1))
    return group is not None and opens_clause(cue, group)


def _that_behind(cue: Cue, j: int) -> int:
    """The "that" of what is said, if no quote stands before it; -1 if there is none."""
    told = cue.clause.complement
    if told is None or told.opener <= j or cue.r.doc.low[told.opener] != "that" or told.antecedent is not None:
        return -1
    return -1 if any(inside >= 0 for inside in cue.r.inside[j : told.opener]) else told.opener


def _fronts(cue: Cue, j: int, end: int) -> bool:
    """Whether the phrase from j stands before its clause ("under the deal, troops will leave"; "among the dead were two officers")."""
    word, told, e = cue.r.doc.low[j], cue.clause.complement, cue.limit[1]
    if word == "among":
        verb = cue.r.syntax.verb_at(end) if end < e else None
        return (verb is not None and verb.finite) or (told is not None and told.start == j)
    comma = cue.r.comma(end, e) if word in at.FRONTS else e
    if comma >= e or comma + 1 < e and cue.r.inside[comma + 1] >= 0 or word not in at.FRONTING and any(cue.r.finite(end, comma)):
        return False
    return (told is not None and told.verb.start > comma and told.start <= comma + 1) or _clause_behind_comma(cue, comma)


def _phrase_end(cue: Cue, j: int) -> int:
    """One past a prepositional phrase with what hangs on it, up to where a clause or a quote begins."""
    low, e, told = cue.r.doc.low, cue.limit[1], cue.clause.complement
    group = _governed(cue, j)
    if group is None:
        return j + 1
    end = group.end
    stop = told.start if told is not None and told.start > j else e
    while end < min(stop, e) and not (group.time and low[end] in at.PREPOSITIONS.get(cue.verb.lemma, ())) and (more := _hanging(cue, end)) > end:
        end = more
    return min(end, e)


def _governed(cue: Cue, j: int) -> NounGroup | None:
    """The noun group that the preposition at j governs."""
    r, syntax = cue.r, cue.r.syntax
    for n in range(j, cue.limit[1]):
        if (group := syntax.group_at(n)) is not None:
            return group
        if n > j and (syntax.verb_at(n) is not None or not is_word(r.doc, n)):
            return None
    return None


def _hanging(cue: Cue, end: int) -> int:
    """One past what hangs on a phrase that ends before token end: a title in marks, a further prepositional phrase; end if nothing does."""
    r, low, e = cue.r, cue.r.doc.low, cue.limit[1]
    owned = low[end] in ("'s", "’s") and end + 1 < e
    k = end + owned
    if r.inside[k] >= 0:  # "on the station's “Morning Hour”"
        titled = r.names_title(r.inside[k]) and (owned or low[end - 1] in ("'s", "’s", "on", "in") or low[end - 1] in at.DOCUMENT)
        return r.regions[r.inside[k]].close if titled else end
    verb = r.syntax.verb_at(end) if "clause" in cue.verb.frames else None
    if verb is not None and verb.clause is not None and verb.clause.kind is Kind.REDUCED and verb.clause.agent is not None:
        return verb.clause.agent.end  # "said in a statement issued by the army"
    inner = r.syntax.group_at(min(end + 1, e - 1))
    further = low[end] in at.PREPOSITION and low[end] not in ("that", "as") and inner is not None and inner.preposition >= 0 and not opens_clause(cue, inner)
    return inner.end if further and inner is not None else end
