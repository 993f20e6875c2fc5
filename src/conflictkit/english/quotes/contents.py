"""Where what is said begins before a cue and ends behind one."""

from __future__ import annotations

from conflictkit.engine.syntax import Form, Kind, NounGroup, Role, Time

from ..grammar.lists import NOMINATIVE, TIME_UNITS
from . import attribution as at
from .ahead import clause_at, first_comma, has_main_verb, said_where
from .attribution import VERBS, Range, is_adverb, is_word
from .cue import Cue
from .cuts import Spot, ends_content, goes_on
from .reading import Reading

CLAUSE_CUTS = at.DASHES | {",", ";", ":", "and", "but", "what", "while"}
PHRASE_CUTS = CLAUSE_CUTS | at.OBJECT_END | at.TIME | at.OCCASION
"""Words at which a clause, or a noun phrase, may end."""


def front(r: Reading, s: int, end: int) -> list[Range]:
    """The content that stands before a cue in its sentence: behind the attribution before it if that leaves a clause, else from the sentence's start."""
    low, doc = r.doc.low, r.doc
    if "(" in low[s:end] and (bracket := next(k for k in range(end - 1, s - 1, -1) if low[k] == "(")) and ")" not in low[bracket : end + 2]:
        s = bracket + 1
    if low[s] == "[" and (close := next((k for k in range(s, end) if low[k] == "]"), -1)) >= 0:
        s = close + 1  # "[Text] The raid ..."
    a = s
    last = r.regions[r.inside[end - 1]] if end > s and r.inside[end - 1] >= 0 else None
    if last and last.open <= s + 1:
        return [(last.open, last.close)]
    for draft in r.before(s):
        edge = max([b for _, b in draft.pieces] + ([draft.cue[1]] if draft.cue else []) + ([draft.speaker[1]] if draft.speaker else []))
        if draft.cue and a < edge < end and has_main_verb(r, (edge, end), whole=True):
            a = edge
    while a < end and ((not is_word(doc, a) and r.inside[a] < 0) or (low[a] in ("but", "and", "while") and not (low[a] == "while" and a == s))):
        a += 1
    piece = r.trimmed(a, end)
    return [piece] if piece is not None else []


def boundary(r: Reading, start: int, e: int, *, clause: bool, dashed: bool = False, participle: bool = False, sole: bool = False) -> int:
    """Where a content that begins at start ends: the sentence's end, or one of the cuts before it.

    ``clause``: it has a verb of its own, so that its ``, which``, its dashes and its "and" are more often its own. ``dashed``: the cue
    stands between dashes. ``participle``: the cue is one ("calling ... and accusing ..."). ``sole``: the source is no subject ("according to").
    """
    low, inside = r.doc.low, r.inside
    cuts = CLAUSE_CUTS if clause else PHRASE_CUTS
    fronted = low[start] in at.SUBORDINATE or (low[start] == "that" and start + 1 < e and low[start + 1] in at.SUBORDINATE)
    k = start
    if low[start] == "that" and low[start + 1 : start + 2] == [","]:  # "that, according to the survey, half of"
        k = next((n for n in range(start + 2, e) if low[n] == "," and inside[n] < 0), start + 1) + 1
    while (k := next((n for n in range(k, e) if inside[n] >= 0 or low[n] in cuts), e)) < e:
        if inside[k] >= 0:
            k = r.regions[inside[k]].close
            if k < e and (r.doc.toks[k - 2].strip() == "," and goes_on(r, k, e) and not (clause and _awaits_verb(r, start, k, e)) or said_where(r, k, e)):
                return k
            continue
        if low[k] == "what" and _calls(r, k, e, start):
            return k - 1
        spot = Spot(r, k, e, start, clause, dashed, participle, fronted, sole)
        if ends_content(spot):
            return k if clause or low[k] not in at.WEEKDAY else _before_day(r, k, start)
        fronted = fronted and (low[k] != "," or k + 1 >= e)
        k += 1
    return e


def _awaits_verb(r: Reading, start: int, k: int, e: int) -> bool:
    """Whether the finite verb behind a mark at k is that of the clause which begins at start: only a participle stands before it ("that the plan, known as “Shield,” is dead")."""
    tags = r.syntax.tags
    return r.finite_at(k, e) is not None and "N" in tags[start:k] and all(tags[verb.start] == "N" for verb in r.finite(start, k))


def _calls(r: Reading, k: int, e: int, start: int) -> bool:
    """Whether "in what he said was", "by what she called" ends at the "what" at k: the reporter tells what somebody calls that which was said."""
    governed = r.doc.low[k - 1] in ("in", "by") and k > start + 2 and r.syntax.verb_at(k - 2) is None
    verb = r.syntax.verb_at(k + 2) if k + 2 < e and governed else None
    form = VERBS.get(r.doc.low[verb.word]) if verb is not None and verb.start == k + 2 else None
    return form is not None and r.doc.low[k + 1] in NOMINATIVE | {"it"} and not form.frames.isdisjoint(("clause", "naming"))


def _before_day(r: Reading, k: int, start: int) -> int:
    """The beginning of "on late Sunday"."""
    while k > start + 1 and r.doc.low[k - 1] in ("on", "late", "early", "earlier", "last"):
        k -= 1
    return k


def end_of(cue: Cue, j: int, *, clause: bool, infinitive: bool = False) -> int:
    """Where the content that begins at j behind a cue ends; that of an infinitive ends before a participle behind a comma."""
    r, doc, low = cue.r, cue.r.doc, cue.r.doc.low
    s, e = cue.limit
    dashed = cue.start > s and doc.toks[cue.start - 1][0] in "—–"
    end = boundary(r, j, e, clause=clause, dashed=dashed, participle=low[cue.k].endswith("ing"))
    if infinitive:
        end = next((k for k in range(j, end - 1) if r.inside[k] < 0 and _beside_infinitive(r, k, e)), end)
    outer = outer_end(cue, j)
    if outer is not None and j < outer < end:
        end = outer
    return end


def _beside_infinitive(r: Reading, k: int, e: int) -> bool:
    """Whether what happened as somebody ordered or promised something follows at k: a participle behind a comma, "as" with a past."""
    if r.doc.low[k] == ",":
        return r.doc.low[k + 1].endswith("ing") and r.syntax.tags[k + 1] == "G"
    clause = clause_at(r, k + 1, e) if r.doc.low[k] in ("as", "while") else None
    return clause is not None and clause.verb.status.time is Time.PAST


def outer_end(cue: Cue, j: int) -> int | None:
    """Where the clause goes on that the cue's clause stands before or inside of."""
    clause = cue.clause
    of_noun = clause.kind is Kind.RELATIVE or clause.kind is Kind.REDUCED and _stands_alone(cue)
    if of_noun and clause.antecedent is not None:
        return _behind_relative(cue, clause.antecedent, j)
    outer = clause.parent
    while outer is not None and outer.verb.start < cue.k and outer.kind in (Kind.ADVERBIAL, Kind.REDUCED):
        outer = outer.parent  # "Although he left after officials said the town had fallen, the army stayed"
    opens = clause.verb.start <= cue.limit[0] + 1 if clause.kind is Kind.PARTICIPLE else _is_adverbial(cue) and (outer is None or _fronts_again(cue))
    inside = (clause.kind is Kind.PARTICIPLE or _is_adverbial(cue)) and outer is not None and outer.verb.start > cue.k
    return first_comma(cue.r, j, cue.limit[1]) if opens or inside else None


def _stands_alone(cue: Cue) -> bool:
    """Whether a participle behind its noun has what it takes, so that the next verb is none of what is said ("a letter warning that the dam may burst was sent"), or is told by somebody."""
    verb, told, taken = cue.clause.verb, cue.clause.complement, cue.clause.object
    whole = told is not None and told.verb.start > verb.start or taken is not None and not taken.pronoun and cue.verb.lemma not in at.TOLD
    return verb.form is Form.GERUND and ("clause" not in cue.verb.frames or whole) or verb.passive and cue.clause.agent is not None


def _fronts_again(cue: Cue) -> bool:
    """Whether the cue's clause stands before a second main clause: "the pass is shut, and while he said ..., it may open"."""
    low, opener = cue.r.doc.low, cue.clause.opener
    return opener > cue.limit[0] and low[opener] in at.FRONTING and low[opener - 1] in ("and", "but")


def _is_adverbial(cue: Cue) -> bool:
    """Whether a conjunction of time or reason opens the cue's clause."""
    low, clause = cue.r.doc.low, cue.clause
    opener = low[clause.opener] if clause.opener >= 0 else ""
    when = cue.r.syntax.group_at(clause.opener - 1) if opener == "that" else None
    timed = opener == "that" and low[clause.opener - 1] == "now" or when is not None and low[when.head] in TIME_UNITS and when.preposition == cue.limit[0]  # "on the day that"
    return timed or clause.kind is Kind.ADVERBIAL or opener in at.FRONTING or cue.start > cue.limit[0] and low[cue.start - 1] in at.FRONTING


def _behind_relative(cue: Cue, antecedent: NounGroup, j: int) -> int | None:
    """Where the clause goes on whose noun the cue's relative clause hangs on: before the verb of that noun, or its subject."""
    r, low, e = cue.r, cue.r.doc.low, cue.limit[1]
    main = cue.clause.parent
    for other, role in antecedent.roles:
        if role is Role.SUBJECT and other.verb.start > max(cue.k, j + 1):
            main = other
    if 0 <= antecedent.preposition <= cue.limit[0]:
        return first_comma(r, j, e)  # "For someone who says he is new, Ruiz did well"
    if main is None or main.verb.start <= j:
        around = main.antecedent if main is not None and main.kind is Kind.RELATIVE else None
        return None if around is None or around is antecedent else _behind_relative(cue, around, j)  # "the list of those who called it a crime was burned"
    first = main.subject.start if main.subject is not None and main.subject.start > cue.k else main.verb.start
    return _comma_before(r, j, first if low[first - 1] == "," else main.verb.start)


def _comma_before(r: Reading, j: int, k: int) -> int:
    """The end of what stands before token k: at a comma if there is one right before it."""
    while k > j and (is_adverb(r.doc, k - 1) or r.doc.toks[k - 1].isspace()):
        k -= 1
    return k
