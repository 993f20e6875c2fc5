"""Where what is said begins before a cue and ends behind one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from conflictkit._models import Stance
from conflictkit.engine.syntax import Clause, Form, Kind, Mood, Role, Time, VerbGroup

from ..grammar.lists import ARTICLES, NOMINATIVE
from . import attribution as at
from .attribution import VERBS, Range, Verb, is_adverb, is_cap, is_word
from .cue import Cue
from .phrases import withholds
from .reading import Reading

CLAUSE_CUTS = at.DASHES | {",", ";", ":", "and", "but", "what", "while"}
PHRASE_CUTS = CLAUSE_CUTS | at.OBJECT_END | at.TIME | at.OCCASION
"""Words at which a clause, or a noun phrase, may end."""
TURNS = frozenset(["and", "but", "while", "though", "although", "as", "or"])


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


def boundary(r: Reading, start: int, e: int, *, clause: bool, dashed: bool = False, participle: bool = False) -> int:
    """Where a content that begins at start ends: the sentence's end, or one of the cuts before it.

    ``clause``: it has a verb of its own, so that its ``, which``, its dashes and its "and" are more often its own. ``dashed``: the cue
    stands between dashes. ``participle``: the cue is one ("calling ... and accusing ...").
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
            if k < e and (r.doc.toks[k - 2].strip() == "," and _goes_on(r, k, e) or said_where(r, k, e)):
                return k
            continue
        if low[k] == "what" and _calls(r, k, e, start):
            return k - 1
        at_comma = low[k] == "," and k + 1 < e
        cut = (
            _comma_cut(r, k, e, start, clause=clause, fronted=fronted)
            if at_comma
            else _mark_cut(r, k, e, start, clause=clause, dashed=dashed, participle=participle)
        )
        if cut:
            return k if clause or low[k] not in at.WEEKDAY else _before_day(r, k, start)
        fronted = fronted and not at_comma
        k += 1
    return e


def _calls(r: Reading, k: int, e: int, start: int) -> bool:
    """Whether "in what he said was", "by what she called" ends at the "what" at k: the reporter tells what somebody calls that which was said."""
    governed = r.doc.low[k - 1] in ("in", "by") and k > start + 2 and r.syntax.verb_at(k - 2) is None
    verb = r.syntax.verb_at(k + 2) if k + 2 < e and governed else None
    form = VERBS.get(r.doc.low[verb.word]) if verb is not None and verb.start == k + 2 else None
    return form is not None and r.doc.low[k + 1] in NOMINATIVE | {"it"} and not form.frames.isdisjoint(("clause", "naming"))


def _is_reported(r: Reading, k: int, e: int) -> bool:
    """Whether the subject and verb of an attribution of its own begin behind a relative pronoun: ", which police said was a mine"."""
    group = r.syntax.group_at(k) if k < e else None
    verb = r.finite_at(group.end, e) if group is not None and group.start == k else None
    form = VERBS.get(r.doc.low[verb.word]) if verb is not None else None
    return form is not None and not form.frames.isdisjoint(("clause", "naming", "that"))


def _mark_cut(r: Reading, k: int, e: int, start: int, *, clause: bool, dashed: bool, participle: bool) -> bool:
    """Whether a content ends at the semicolon, colon, dash, conjunction or, if it is a phrase, at the preposition or day at k."""
    doc, low, word = r.doc, r.doc.low, r.doc.low[k]
    nxt = low[k + 1] if k + 1 < e else ""
    if word in (";", ":"):
        return k > start and (not clause if word == ":" else not _shares_subject(r, k + 1, e))
    if word in at.DASHES:
        return (word not in "-–" or doc.toks[k][-1] == " ") and ((dashed and k > start) or not clause or nxt in at.SPEAKING or (k + 1 < e and (_remarks(r, k) or nxt == "which" and _is_reported(r, k + 2, e))))
    if word == "while" and k > start and low[k - 1] != "," and _resumes(r, k + 1, e):
        return True
    if word in ("and", "but"):
        return k > start and (_joins_outside(r, k, e, start) or _coordinate_cut(r, k, e, clause=clause, participle=participle))
    if clause or k <= start + 1:
        return False
    day = word in at.WEEKDAY and is_cap(doc, k) and nxt[:1] in ("", ",", ".", "i", "d", "a") and low[k - 1] not in at.DETERMINER
    return day or word in at.OBJECT_END or said_where(r, k, e)


def _shares_subject(r: Reading, k: int, e: int) -> bool:
    """Whether a verb with the subject of what is said, another "that" or one more of a list follows a semicolon ("condemns the raid; calls on Oslo; and backs a court")."""
    low = r.doc.low
    k += low[k : k + 1] in (["and"], ["or"])
    verb = r.syntax.verb_at(k) if k < e else None
    if r.syntax.tags[k : k + 1] == ["S"] or (verb is not None and verb.start == k and low[k] not in at.SPEAKING):
        return True
    listed = r.syntax.group_at(k) if k < e else None
    return listed is not None and not any(role is Role.SUBJECT and clause.verb.finite for clause, role in listed.roles)


def _before_day(r: Reading, k: int, start: int) -> int:
    """The beginning of "on late Sunday"."""
    while k > start + 1 and r.doc.low[k - 1] in ("on", "late", "early", "earlier", "last"):
        k -= 1
    return k


def _goes_on(r: Reading, k: int, e: int) -> bool:
    """Whether the sentence goes on at k without the quote that closed after a comma before it."""
    word = r.doc.low[k]
    if not is_word(r.doc, k) or r.inside[k] >= 0:
        return False
    verb = r.syntax.verb_at(k)
    return (
        word in at.SPEAKING
        or _reports_on(r, k)
        or (verb is not None and verb.start == k and (verb.finite or (word.endswith("ing") and word not in at.NO_PARTICIPLE)))
        or (word == "but" and (r.syntax.verb_at(k + 1) is not None or clause_at(r, k + 1, e) is not None))
        or word in ("who", "which", "while", "though", "although", "despite", "citing")
        or (word in REMARKING and _remarks(r, k - 1))
        or (word == "as" and r.doc.low[k + 1 : k + 2] != ["well"])
        or (word == "and" and (new_cue(r, k + 1, e) or (k + 1 < e and r.doc.low[k + 1] in VERBS)))
    )


def _reports_on(r: Reading, k: int) -> bool:
    """Whether the word at k may be the past of a verb with a clause: "called it “idle,” threatened to leave and left"."""
    verb = VERBS.get(r.doc.low[k])
    return verb is not None and r.syntax.tags[k] in "DN" and not verb.frames.isdisjoint(("clause", "that"))


def _comma_cut(r: Reading, k: int, e: int, start: int, *, clause: bool, fronted: bool) -> bool:
    """Whether a content ends at the comma at k."""
    nxt = r.doc.low[k + 1]
    if nxt in ("who", "which", "whose") and k > start + 2 and first_comma(r, k + 2, e) == e and not has_region(r, k, e):
        return not clause or not _backshifted(r, k, e, start)
    if nxt == "which" and _is_reported(r, k + 2, e) and has_main_verb(r, (start, k)):
        return True
    if nxt in at.REPORTERS or _resumes(r, k + 2 if nxt == "while" else k + 1, e):
        return True
    if nxt in (BESIDE if clause else COMPARING) and k > start + 1 and _beside(r, k, e):
        return True
    if nxt in TURNS and k > start and new_cue(r, k + 2, e, loose=nxt not in ("and", "or")):
        return True
    if clause:
        return _ends_clause(r, k, e, start, fronted=fronted)
    return not fronted and (_ends_phrase(r, k) or new_cue(r, k + 1, e) or nxt in REMARKING and _remarks(r, k))


def _ends_clause(r: Reading, k: int, e: int, start: int, *, fronted: bool) -> bool:
    """Whether the reporter's own words follow the comma at k: a remark, a name, a turn away from what is said, another attribution."""
    if r.doc.low[k + 1] in REMARKING and _remarks(r, k) or _signed(r, k + 1, e):
        return True
    if k <= start + 1:
        return False
    if _is_inserted(r, k, start):
        return True
    if _turns_away(r, k, e, start) or _concedes(r, k, e) or tells_no_more(r, k, e):
        return True
    return not fronted and new_cue(r, k + 1, e)


def _is_inserted(r: Reading, k: int, start: int) -> bool:
    """Whether the comma at k ends what is told between a subject and its verb: "the vote, the first since Rask said he would go, was close"."""
    verb = r.finite_at(k + 1, len(r.doc))
    clause = verb.clause if verb is not None else None
    return clause is not None and clause.joined is None and clause.subject is not None and clause.subject.end <= start


REMARKING = frozenset(["a", "an", "something", "the"])
BESIDE = frozenset(["as", "compared", "even"])
COMPARED = frozenset(["above", "below", "from", "than", "to", "with"])
"""What stands before the figure another is compared with."""
COMPARING = BESIDE | {"down", "less", "more", "up", "well"}
"""Words with which such a remark, or what stands beside the words, begins; behind a figure that is reported a comparison."""


def _beside(r: Reading, k: int, e: int) -> bool:
    """Whether the comma at k is followed by what went on as the words were said, or what a figure is compared with: ", as tensions rise", ", compared with 12 percent", ", up from 12"."""
    low = r.doc.low
    if low[k + 1] == "even" and low[k + 2 : k + 3] == ["as"]:
        return clause_at(r, k + 3, e) is not None
    if low[k + 1] == "as":
        found = clause_at(r, k + 2, e)
        return found is not None and found.subject is not None and not found.subject.pronoun and found.verb.form is not Form.AUXILIARY
    figure = "".join(low[k + 2 : k + 3])
    return figure in COMPARED or figure[:1].isdigit()


def _remarks(r: Reading, k: int) -> bool:
    """Whether the mark at k is followed by what the reporter calls the words: ", a sign that", " - a claim that", ", the first time", ", something that"."""
    if r.doc.low[k + 1 : k + 3] == ["the", "first"]:
        return r.doc.low[k + 3 : k + 4] == ["time"]
    remark = r.syntax.group_at(k + 1) if r.doc.low[k + 1] in ("a", "an", "something") else None
    return remark is not None and not at.REMARK.isdisjoint(r.doc.low[remark.start : remark.end])  # also "a claim Holt dismissed"


def _ends_phrase(r: Reading, k: int) -> bool:
    """Whether a conjunction, a participle or, behind a name, an apposition follows the comma at k."""
    nxt = r.doc.low[k + 1]
    if nxt == "and" and r.doc.low[k + 2 : k + 3] == ["that"]:
        return False
    return nxt in at.OBJECT_CUT or (nxt.endswith("ing") and nxt not in at.NO_PARTICIPLE) or (nxt in ARTICLES and is_cap(r.doc, k - 1))


def _signed(r: Reading, k: int, e: int) -> bool:
    """Whether a name and a verb of reporting that ends the sentence begin at k (", Marta Quell reports from Lashio")."""
    n = k
    while n < e and r.doc.toks[n][0].isupper() and is_word(r.doc, n):
        n += 1
    verb = VERBS.get(r.doc.low[n]) if k < n < e else None
    return verb is not None and verb.lemma in ("report", "write") and "third" in verb.forms and (n + 1 >= e or r.doc.low[n + 1] in (".", "from", "for"))


def _turns_away(r: Reading, k: int, e: int, start: int) -> bool:
    """Whether the reporter's own words follow the comma at k: they are not in the tense of what is said, or deny that more was said."""
    nxt = r.doc.low[k + 1]
    if nxt not in ("but", "which", "who", "as", "while", "although", "though"):
        return False
    verb = next(r.finite(k + 2, e), None)
    if verb is None or (nxt == "but" and all(is_adverb(r.doc, n) and r.doc.low[n] != "there" for n in range(k + 2, verb.start))):
        return False
    said = next(r.finite(start, k), None)
    past = said is not None and said.status.time is Time.PAST
    if verb.status.time is Time.PRESENT and past and verb.status.mood is Mood.TOLD:
        return True
    if nxt == "but" and said is not None and said.status.time is Time.FUTURE and verb.status.time is Time.PAST:
        return True  # "said it would leave, but it stayed"
    if verb.passive and verb.status.negated and verb.lemma in at.CHECKED:
        return True  # "but the claim could not be verified"
    unsaid = verb.lemma in at.UNSAID | at.UNDONE or r.doc.low[k + 2] == "there"
    return nxt == "but" and unsaid and verb.status.negated and verb.status.time is Time.PAST and past


def _backshifted(r: Reading, k: int, e: int, start: int) -> bool:
    """Whether the relative clause behind the comma at k has the past of reported speech, as what is said has, and no speech of its own."""
    said, verb = next(r.finite(start, k), None), next(r.finite(k + 2, e), None)
    if said is None or verb is None or not said.status.time is verb.status.time is Time.PAST or r.doc.low[verb.start] in ("has", "have"):
        return False
    return not any(VERBS[r.doc.low[n]].frames & {"clause", "object", "naming"} for n in cues_between(r, k, e) if r.doc.low[n] in VERBS)


def _resumes(r: Reading, k: int, e: int) -> bool:
    """Whether a participle of speech stands at k, or behind an adverb ("while still vowing")."""
    while k < e and is_adverb(r.doc, k):
        k += 1
    return k < e and r.doc.low[k] in at.SPEAKING


def _concedes(r: Reading, k: int, e: int) -> bool:
    """Whether "though", "although" with a clause, or "as has the mayor", follows the comma at k."""
    low = r.doc.low
    if low[k + 1] in ("though", "although"):
        return clause_at(r, k + 2, e) is not None
    verb = r.finite_at(k + 2, e) if low[k + 1] == "as" else None
    return verb is not None and verb.form is Form.AUXILIARY


def tells_no_more(r: Reading, k: int, e: int) -> bool:
    """Whether the comma at k is followed by what somebody left unsaid: "without giving details", "declining to", "but did not elaborate"."""
    low = r.doc.low
    if low[k + 1] in at.DECLINE and low[k + 1].endswith("ing"):
        return low[k + 2 : k + 3] == ["to"]
    if low[k + 1] == "without":
        return k + 2 < e and low[k + 2] in at.UNSAID_ING
    first = k + 2 + (low[k + 2 : k + 3] in (["he"], ["she"], ["it"], ["they"]))
    verb = r.finite_at(first, e) if low[k + 1] == "but" else None
    return verb is not None and (_leaves_unsaid(r, verb) or low[first] in at.DECLINE)


def _leaves_unsaid(r: Reading, verb: VerbGroup) -> bool:
    """Whether somebody "did not give details", or "gave no details"."""
    nothing = r.doc.low[verb.end : verb.end + 1] in (["no"], ["few"], ["little"])
    return (verb.status.negated or nothing) and verb.status.mood is Mood.TOLD and verb.lemma in at.UNSAID


def _coordinate_cut(r: Reading, k: int, e: int, *, clause: bool, participle: bool) -> bool:
    """Whether the "and" or "but" at k joins to the cue's clause, not inside the content."""
    n = next((n for n in range(k + 1, e) if not is_adverb(r.doc, n)), e)
    if n >= e or r.inside[n] >= 0:
        return False
    group = r.syntax.verb_at(n)
    if not clause and group is not None and group.finite and n in (group.start, group.word):
        return True  # "but did say"
    if r.doc.low[k] == "but" and group is not None and group.start == n and group.finite and _leaves_unsaid(r, group):
        return True
    denied = group is not None and group.start == n and group.finite and group.status.negated and group.word < e
    n = group.word if denied and group is not None else n
    again = participle and (r.doc.low[n] in at.SPEAKING or r.doc.low[n] in VERBS and r.syntax.tags[n] == "G")
    return again or _speaks_again(r, n, e, clause=clause, denied=denied) or new_cue(r, k + 1, e)


def _joins_outside(r: Reading, k: int, e: int, start: int) -> bool:
    """Whether the verb behind the conjunction at k is joined to one before the content: a past behind "but" or an infinitive ("vowed to answer and expelled"), a perfect as the first is ("has said she wants peace and has called")."""
    verb = r.finite_at(k + 1, e)
    joined = verb.clause.joined if verb is not None and verb.clause is not None and r.inside[k + 1] < 0 else None
    if verb is None or joined is None or joined.verb.start >= start:
        return False
    perfect = all(r.doc.low[other.start] in ("has", "have") for other in (verb, joined.verb))
    turns = r.doc.low[k] == "but" or r.doc.low[start] == "to" and r.doc.low[start + 1] != "have"
    return perfect or (turns and r.syntax.tags[verb.start] == "D")


def _speaks_again(r: Reading, n: int, e: int, *, clause: bool, denied: bool) -> bool:
    """Whether the verb at n is a second one of the cue's subject: "but declined to comment", "and did not deny", "and called for"."""
    low, group, verb = r.doc.low, r.syntax.verb_at(n), VERBS.get(r.doc.low[n])
    finite = group is not None and group.word == n and group.finite
    if low[n] in at.DECLINE and finite and n + 2 < e and low[n + 2] in VERBS:
        return True
    if verb is None or (clause and not _reports(r, verb, n) and not _quotes(r, n, e) and not _blames(r, verb, n, finite=finite)):
        return False
    past = "past" in verb.forms
    return denied or (finite and (past or "third" in verb.forms)) or (past and n + 1 < e and r.syntax.tags[n] not in ("n", "s", "j") and not _modifies(r, n))


def _modifies(r: Reading, n: int) -> bool:
    """Whether a participle behind "and" stands before a noun as an adjective does: "an able and determined opponent", "trade and related losses"."""
    group = r.syntax.group_at(n)
    return group is not None and group.head > n and (r.syntax.tags[n - 2] == "j" or r.doc.low[n] in at.MODIFIER)


def _reports(r: Reading, verb: Verb, n: int) -> bool:
    """Whether the verb of speech at n reports with what it takes or with the preposition behind it."""
    if verb.lemma == "deny" and withholds(r, n + 1):
        return False
    return not verb.frames.isdisjoint(("clause", "that", "object", "to")) or not at.PREPOSITIONS.get(verb.lemma, frozenset()).isdisjoint(r.doc.low[n + 1 : n + 2])


def _blames(r: Reading, verb: Verb, n: int, *, finite: bool) -> bool:
    """Whether the verb at n blames or urges somebody behind a passive: "said that officers were involved and chided the army"."""
    if verb.lemma == "appeal" and finite:
        return r.doc.low[n + 1 : n + 2] in (["to"], ["for"])
    group = r.syntax.group_at(n + 1) if n + 1 < len(r.doc) else None
    if verb.stance not in BLAMING or r.syntax.tags[n] not in "DN" or group is None or group.start != n + 1:
        return False
    before = next((found for k in range(n - 1, r.doc.bounds[n][0] - 1, -1) if (found := r.syntax.verb_at(k)) is not None and found.finite), None)
    return before is not None and before.passive


BLAMING = frozenset({Stance.ACCUSED, Stance.PRAISED, Stance.ORDERED})


def _quotes(r: Reading, n: int, e: int) -> bool:
    """Whether a quote mark follows the verb at n before another mark or verb of speech: it is its own."""
    k = next((k for k in range(n + 1, e) if r.inside[k] >= 0 or r.doc.low[k] in (",", ";", "and", "but", "that")), e)
    return k < e and r.inside[k] >= 0 and not speech_between(r, n + 1, k)


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
    r, clause = cue.r, cue.clause
    low, e = r.doc.low, cue.limit[1]
    opener = low[clause.opener] if clause.opener >= 0 else ""
    if (clause.kind is Kind.RELATIVE or clause.kind is Kind.REDUCED and clause.verb.passive and clause.agent is not None) and clause.antecedent is not None:
        main = clause.parent
        for other, role in clause.antecedent.roles:
            if role.value == "subject" and other.verb.start > max(cue.k, j + 1):
                main = other
        if 0 <= clause.antecedent.preposition <= cue.limit[0]:
            return first_comma(r, j, e)  # "For someone who says he is new, Ruiz did well"
        if main is None or main.verb.start <= j:
            return None
        first = main.subject.start if main.subject is not None and main.subject.start > cue.k else main.verb.start
        return _comma_before(r, j, first if low[first - 1] == "," else main.verb.start)
    outer = clause.parent
    while outer is not None and outer.verb.start < cue.k and outer.kind in (Kind.ADVERBIAL, Kind.REDUCED):
        outer = outer.parent  # "Although he left after officials said the town had fallen, the army stayed"
    before = low[cue.start - 1] if cue.start > cue.limit[0] else ""
    if clause.kind is Kind.ADVERBIAL or opener in at.FRONTING or before in at.FRONTING:
        return first_comma(r, j, e) if outer is None or outer.verb.start > cue.k else None
    if clause.kind is Kind.PARTICIPLE and (clause.verb.start <= cue.limit[0] + 1 or outer is not None and outer.verb.start > cue.k):
        return first_comma(r, j, e)
    return None


def _comma_before(r: Reading, j: int, k: int) -> int:
    """The end of what stands before token k: at a comma if there is one right before it."""
    while k > j and (is_adverb(r.doc, k - 1) or r.doc.toks[k - 1].isspace()):
        k -= 1
    return k
