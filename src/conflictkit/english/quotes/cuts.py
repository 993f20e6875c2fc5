"""At which comma, mark, conjunction or preposition a content ends: rules over a spot, in visible tuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from conflictkit._models import Stance
from conflictkit.engine.syntax import Form, Kind, Mood, Role, Time, VerbGroup

from ..grammar.lists import ARTICLES, RELATIVE
from . import attribution as at
from .ahead import clause_at, cues_between, first_comma, has_main_verb, has_region, new_cue, said_where, speech_between
from .attribution import VERBS, Verb, is_adverb, is_cap, is_word
from .phrases import withholds
from .reading import Reading


class Spot(NamedTuple):
    """A mark or word at which a content may end, and what is known of the content."""

    r: Reading
    k: int
    e: int
    """The end of the sentence."""
    start: int
    """The first token of the content."""
    clause: bool
    """It has a verb of its own, so that its ", which", its dashes and its "and" are more often its own."""
    dashed: bool
    """The cue stands between dashes."""
    participle: bool
    """The cue is one ("calling ... and accusing ...")."""
    fronted: bool
    """A clause that stands before what is said has not ended yet."""
    sole: bool
    """The source is no subject, so that no verb behind "and" is its own ("according to S")."""

    @property
    def following(self) -> str:
        """The word behind it in small letters."""
        return self.r.doc.low[self.k + 1] if self.k + 1 < self.e else ""


def ends_content(spot: Spot) -> bool:
    """Whether the content ends at a spot."""
    word = spot.r.doc.low[spot.k]
    if word == "," and spot.k + 1 < spot.e:
        if spot.r.syntax.tags[spot.k - 1] == "w":
            return False  # "said it is held by men who, even now, are armed"
        rules = AT_COMMA + (BEHIND_CLAUSE if spot.clause else () if spot.fronted else BEHIND_PHRASE)
    else:
        rules = AT_WORD.get(word, () if spot.clause or spot.k <= spot.start + 1 else (_circumstance,))
    return any(rule(spot) for rule in rules)


TURNS = frozenset(["and", "but", "while", "though", "although", "as", "or"])
REMARKING = frozenset(["a", "an", "something", "the"])
BESIDE = frozenset(["as", "compared", "even"])
COMPARED = frozenset(["above", "below", "from", "than", "to", "with"])
"""What stands before the figure another is compared with."""
COMPARING = BESIDE | {"down", "less", "more", "up", "well"}
"""Words with which such a remark, or what stands beside the words, begins; behind a figure that is reported a comparison."""
BLAMING = frozenset({Stance.ACCUSED, Stance.PRAISED, Stance.ORDERED})


def _last_relative(spot: Spot) -> bool:
    """A relative clause up to the end of the sentence: the reporter's own, unless it is in the past as what is said is, before it, or of what is to come."""
    r, k, e = spot[:3]
    if spot.following not in ("who", "which", "whose") or k <= spot.start + 2 or first_comma(r, k + 2, e) < e or has_region(r, k, e):
        return False
    verb = next(r.finite(k + 2, e), None)
    said = verb is not None and (verb.status.time is Time.FUTURE or r.doc.low[verb.start] == "had" and verb.end - verb.start > 1)
    return not (said or spot.clause and _backshifted(spot))


def _backshifted(spot: Spot) -> bool:
    """Whether a relative clause has the past of reported speech, as what is said has, and no speech of its own."""
    r, k, e, start = spot[:4]
    said, verb = next(r.finite(start, k), None), next(r.finite(k + 2, e), None)
    if said is None or verb is None or not said.status.time is verb.status.time is Time.PAST or r.doc.low[verb.start] in ("has", "have"):
        return False
    return not any(VERBS[r.doc.low[n]].frames & {"clause", "object", "naming"} for n in cues_between(r, k, e) if r.doc.low[n] in VERBS)


def _attributed_relative(spot: Spot) -> bool:
    """ ", which police said was a mine", ", all of whom police said were hurt"."""
    r, k, e = spot[:3]
    if r.doc.low[k + 2 : k + 4] in (["of", "whom"], ["of", "which"]):
        k += 2
    return r.doc.low[k + 1] in ("which", "whom") and _is_reported(r, k + 2, e) and (k > spot.k or has_main_verb(r, (spot.start, spot.k)))


def _is_reported(r: Reading, k: int, e: int) -> bool:
    """Whether the subject and verb of an attribution of its own begin behind a relative pronoun: ", which police said was a mine"."""
    group = r.syntax.group_at(k) if k < e else None
    verb = r.finite_at(group.end, e) if group is not None and group.start == k else None
    form = VERBS.get(r.doc.low[verb.word]) if verb is not None else None
    return form is not None and not form.frames.isdisjoint(("clause", "naming", "that"))


def _participle(spot: Spot) -> bool:
    """ ", deepening the crisis", ", while still vowing to fight"."""
    return spot.following in at.REPORTERS or _resumes(spot, spot.k + (2 if spot.following == "while" else 1))


def _speaks_meanwhile(spot: Spot) -> bool:
    """ "While vowing to fight", without a comma."""
    return spot.k > spot.start and spot.r.doc.low[spot.k - 1] != "," and _resumes(spot, spot.k + 1)


def _resumes(spot: Spot, k: int) -> bool:
    """Whether a participle of speech stands at k, or behind an adverb ("while still vowing")."""
    while k < spot.e and is_adverb(spot.r.doc, k):
        k += 1
    return k < spot.e and spot.r.doc.low[k] in at.SPEAKING


def _beside(spot: Spot) -> bool:
    """What went on as the words were said, or what a figure is compared with: ", as tensions rise", ", compared with 12 percent", ", up from 12"."""
    (r, k, e), low = spot[:3], spot.r.doc.low
    if spot.following not in (BESIDE if spot.clause else COMPARING) or k <= spot.start + 1:
        return False
    if low[k + 1] == "even" and low[k + 2 : k + 3] == ["as"]:
        return clause_at(r, k + 3, e) is not None
    if low[k + 1] == "as":
        found = clause_at(r, k + 2, e)
        return found is not None and found.subject is not None and not found.subject.pronoun and found.verb.form is not Form.AUXILIARY
    figure = "".join(low[k + 2 : k + 3])
    return figure in COMPARED or figure[:1].isdigit()


def _other_speaker(spot: Spot) -> bool:
    """ ", but officials said"."""
    return spot.following in TURNS and spot.k > spot.start and new_cue(spot.r, spot.k + 2, spot.e, loose=spot.following not in ("and", "or"))


def _new_speaker(spot: Spot) -> bool:
    """ ", officials said", where no clause that was fronted ends."""
    return not spot.fronted and (spot.k > spot.start + 1 or not spot.clause) and new_cue(spot.r, spot.k + 1, spot.e)


def _remark(spot: Spot) -> bool:
    """ ", a sign that", ", the first time"."""
    return spot.following in REMARKING and _remarks(spot.r, spot.k)


def _remarks(r: Reading, k: int) -> bool:
    """Whether the mark at k is followed by what the reporter calls the words: ", a sign that", " - a claim that", ", the first time", ", something that"."""
    if r.doc.low[k + 1 : k + 3] == ["the", "first"]:
        return r.doc.low[k + 3 : k + 4] == ["time"]
    remark = r.syntax.group_at(k + 1) if r.doc.low[k + 1] in ("a", "an", "something") else None
    return remark is not None and not at.REMARK.isdisjoint(r.doc.low[remark.start : remark.end])


def _signature(spot: Spot) -> bool:
    """A name and a verb of reporting that ends the sentence (", Marta Quell reports from Lashio")."""
    r, n = spot.r, spot.k + 1
    while n < spot.e and r.doc.toks[n][0].isupper() and is_word(r.doc, n):
        n += 1
    verb = VERBS.get(r.doc.low[n]) if spot.k + 1 < n < spot.e else None
    return verb is not None and verb.lemma in ("report", "write") and "third" in verb.forms and (n + 1 >= spot.e or r.doc.low[n + 1] in (".", "from", "for"))


def _insertion(spot: Spot) -> bool:
    """The end of what is told between a subject and its verb: "the vote, the first since Rask said he would go, was close"."""
    verb = spot.r.finite_at(spot.k + 1, len(spot.r.doc)) if spot.k > spot.start + 1 else None
    clause = verb.clause if verb is not None else None
    return clause is not None and clause.joined is None and clause.subject is not None and clause.subject.end <= spot.start


def _turns_away(spot: Spot) -> bool:
    """The reporter's own words, not in the tense of what is said, or to deny that more was said."""
    r, k, e, start = spot[:4]
    nxt = spot.following
    if nxt not in ("but", "which", "who", "as", "while", "although", "though") or k <= start + 1 or nxt in RELATIVE and _is_resumed(spot):
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


def _is_resumed(spot: Spot) -> bool:
    """Whether the verb of what is said stands behind the relative clause at a comma: "said the charge, which stands in a report, is fair"."""
    r, comma = spot.r, first_comma(spot.r, spot.k + 2, spot.e)
    verb = r.finite_at(comma + 1, spot.e) if comma + 1 < spot.e else None
    subject = verb.clause.subject if verb is not None and verb.start == comma + 1 and verb.clause is not None else None
    return subject is not None and spot.start <= subject.start < spot.k


def _concession(spot: Spot) -> bool:
    """ "Though", "although" with a clause, or "as has the mayor"."""
    r, k, e = spot[:3]
    if spot.following in ("though", "although"):
        return k > spot.start + 1 and clause_at(r, k + 2, e) is not None
    verb = r.finite_at(k + 2, e) if spot.following == "as" and k > spot.start + 1 else None
    return verb is not None and verb.form is Form.AUXILIARY


def _no_more(spot: Spot) -> bool:
    return spot.k > spot.start + 1 and tells_no_more(*spot[:3])


def tells_no_more(r: Reading, k: int, e: int) -> bool:
    """Whether the comma at k is followed by what somebody left unsaid: "without giving details", "declining to", "but did not elaborate", "though he gave no reason"."""
    low = r.doc.low
    if low[k + 1] in at.DECLINE and low[k + 1].endswith("ing"):
        return low[k + 2 : k + 3] == ["to"]
    if low[k + 1] == "without":
        return k + 2 < e and low[k + 2] in at.UNSAID_ING
    first = k + 2 + (low[k + 2 : k + 3] in (["he"], ["she"], ["it"], ["they"]))
    verb = r.finite_at(first, e) if low[k + 1] in ("but", "though", "although") else None
    return verb is not None and (_leaves_unsaid(r, verb) or low[first] in at.DECLINE)


def _leaves_unsaid(r: Reading, verb: VerbGroup) -> bool:
    """Whether somebody "did not give details", or "gave no details", "offered conflicting accounts"."""
    nothing = verb.end < len(r.doc) and r.doc.low[verb.end] in at.UNALIKE
    return (verb.status.negated or nothing) and verb.status.mood is Mood.TOLD and verb.lemma in at.UNSAID


def _phrase_end(spot: Spot) -> bool:
    """A conjunction, a participle or, behind a name, an apposition."""
    nxt, (r, k) = spot.following, spot[:2]
    if nxt in ("and", "but"):
        return not _adds(spot)
    return nxt in at.OBJECT_CUT or (nxt.endswith("ing") and nxt not in at.NO_PARTICIPLE) or (nxt in ARTICLES and is_cap(r.doc, k - 1) and not _goes_on_behind(spot))


def _goes_on_behind(spot: Spot) -> bool:
    """Whether a noun group behind a comma is one of a list, or an apposition behind whose comma the phrase goes on: "accused Rask, the governor, of bribery"."""
    r, e = spot.r, spot.e
    group = r.syntax.group_at(spot.k + 1)
    behind = first_comma(r, spot.k + 1, e) + 1
    return group is not None and bool(group.members) or behind < e and r.doc.low[behind] in at.PREPOSITION - at.OBJECT_END


def _adds(spot: Spot) -> bool:
    """Whether ", and" or ", but" adds to a phrase: no verb of the cue's subject and no clause begins there ("called for aid, and for a truce", "not the rebels, but the whole army")."""
    r, e = spot.r, spot.e
    n = next((n for n in range(spot.k + 2, e) if not is_adverb(r.doc, n)), e)
    if n >= e or r.doc.low[n] == "that":
        return n < e
    verb, participle = r.syntax.verb_at(n), r.doc.low[n].endswith("ing") and r.doc.low[n] not in at.NO_PARTICIPLE
    if verb is not None and r.syntax.tags[n] in "BP" and "B" in r.syntax.tags[spot.start : spot.k]:
        return True  # "urged them to amend the law, and bring it into line"
    if verb is not None and verb.start <= n or r.inside[n] >= 0 or not is_word(r.doc, n) or r.doc.low[n] in at.SUBORDINATE or participle:
        return False
    comma = first_comma(r, n, e)
    return not any(_begins(verb, n, comma) for verb in r.finite(n, e))


def _begins(verb: VerbGroup, n: int, comma: int) -> bool:
    """Whether a verb is that of a main clause that begins at n: before the next comma, or with a subject that stands there ("Rask, a guard, left")."""
    clause = verb.clause
    if clause is None or clause.kind is not Kind.MAIN:
        return False
    return clause.subject.start == n or n <= clause.subject.start < verb.start < comma if clause.subject is not None else verb.start < comma


def _semicolon(spot: Spot) -> bool:
    """A semicolon, unless a verb with the subject of what is said, another "that" or one more of a list follows ("condemns the raid; calls on Oslo; and backs a court")."""
    r, low, k = spot.r, spot.r.doc.low, spot.k + 1
    k += low[k : k + 1] in (["and"], ["or"])
    verb, listed = (r.syntax.verb_at(k), r.syntax.group_at(k)) if k < spot.e else (None, None)
    shares = r.syntax.tags[k : k + 1] == ["S"] or verb is not None and verb.start == k and low[k] not in at.SPEAKING
    listing = listed is not None and not any(role is Role.SUBJECT and clause.verb.finite for clause, role in listed.roles)
    return spot.k > spot.start and not shares and not listing


def _colon(spot: Spot) -> bool:
    return spot.k > spot.start and not spot.clause


def _dash(spot: Spot) -> bool:
    """A dash between blanks: behind a phrase, of the cue's own pair, before the reporter's words."""
    r, k, e = spot[:3]
    if r.doc.low[k] in "-–" and r.doc.toks[k][-1] != " ":
        return False
    if not spot.clause or spot.dashed and k > spot.start or spot.following in at.SPEAKING:
        return True
    return k + 1 < e and (_remarks(r, k) or spot.following == "which" and _is_reported(r, k + 2, e))


def _joined_to_cue(spot: Spot) -> bool:
    """An "and" or "but" that joins to the cue's clause, not inside the content."""
    return spot.k > spot.start and (_joins_outside(spot) or _coordinate_cut(spot))


def _coordinate_cut(spot: Spot) -> bool:
    """Whether another verb of the cue's subject, or another speaker, follows an "and" or "but"."""
    r, k, e, _, clause = spot[:5]
    n = next((n for n in range(k + 1, e) if not is_adverb(r.doc, n)), e)
    if n >= e or r.inside[n] >= 0:
        return False
    if spot.sole:
        return new_cue(r, k + 1, e)
    group = r.syntax.verb_at(n)
    if not clause and group is not None and group.finite and n in (group.start, group.word):
        return True  # "but did say"
    if r.doc.low[k] == "but" and group is not None and group.start == n and group.finite and _leaves_unsaid(r, group):
        return True
    denied = group is not None and group.start == n and group.finite and group.status.negated and group.word < e
    n = group.word if denied and group is not None else n
    again = spot.participle and (r.doc.low[n] in at.SPEAKING or r.doc.low[n] in VERBS and r.syntax.tags[n] == "G")
    return again or _speaks_again(r, n, e, clause=clause, denied=denied) or new_cue(r, k + 1, e)


def _joins_outside(spot: Spot) -> bool:
    """Whether the verb behind the conjunction is joined to one before the content: a past behind "but" or an infinitive ("vowed to answer and expelled"), a perfect as the first is ("has said she wants peace and has called")."""
    r, k, e, start = spot[:4]
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
    if "to" not in verb.frames and r.syntax.tags[n] == "N" and low[n + 1 : n + 2] == ["to"] and _behind_passive(r, n):
        return False  # "said they were treated and expected to recover"
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
    return _behind_passive(r, n)


def _behind_passive(r: Reading, n: int) -> bool:
    """Whether the finite verb before n is a passive."""
    before = next((found for k in range(n - 1, r.doc.bounds[n][0] - 1, -1) if (found := r.syntax.verb_at(k)) is not None and found.finite), None)
    return before is not None and before.passive


def _quotes(r: Reading, n: int, e: int) -> bool:
    """Whether a quote mark follows the verb at n before another mark or verb of speech: it is its own."""
    k = next((k for k in range(n + 1, e) if r.inside[k] >= 0 or r.doc.low[k] in (",", ";", "and", "but", "that")), e)
    return k < e and r.inside[k] >= 0 and not speech_between(r, n + 1, k)


def _circumstance(spot: Spot) -> bool:
    """When or where a phrase is said: "denied the claim Sunday", "after the raid", "in an interview"."""
    r, k, word = spot.r, spot.k, spot.r.doc.low[spot.k]
    day = word in at.WEEKDAY and is_cap(r.doc, k) and spot.following[:1] in ("", ",", ".", "i", "d", "a") and r.doc.low[k - 1] not in at.DETERMINER
    return day or word in at.OBJECT_END or said_where(r, k, spot.e)


Rules = tuple[Callable[[Spot], bool], ...]
AT_COMMA: Rules = (_last_relative, _attributed_relative, _participle, _beside, _other_speaker)
"""Why a content ends at a comma."""
BEHIND_CLAUSE: Rules = (_remark, _signature, _insertion, _turns_away, _concession, _no_more, _new_speaker)
BEHIND_PHRASE: Rules = (_phrase_end, _new_speaker, _remark)
"""Why a clause, or a noun phrase, ends there."""
AT_WORD: dict[str, Rules] = {
    ";": (_semicolon,),
    ":": (_colon,),
    **dict.fromkeys(at.DASHES, (_dash,)),
    **dict.fromkeys(("and", "but"), (_joined_to_cue,)),
    "while": (_speaks_meanwhile, lambda spot: not spot.clause and spot.k > spot.start + 1),
}
"""Why a content ends at some marks and words; a phrase ends at any other by its circumstance."""


def goes_on(r: Reading, k: int, e: int) -> bool:
    """Whether the sentence goes on at k without the quote that closed after a comma before it."""
    word = r.doc.low[k]
    if not is_word(r.doc, k) or r.inside[k] >= 0:
        return False
    verb = r.syntax.verb_at(k)
    return (
        word in at.SPEAKING
        or _reports_on(r, k)
        or new_cue(r, k, e)
        or (verb is not None and verb.start == k and (verb.finite or (word.endswith("ing") and word not in at.NO_PARTICIPLE)))
        or (word == "but" and (r.syntax.verb_at(k + 1) is not None or clause_at(r, k + 1, e) is not None))
        or word in ("who", "which", "while", "though", "although", "citing")
        or (word == "despite" and not has_region(r, k, e))
        or (word in REMARKING and _remarks(r, k - 1))
        or (word == "as" and r.doc.low[k + 1 : k + 2] != ["well"])
        or (word == "and" and (new_cue(r, k + 1, e) or (k + 1 < e and r.doc.low[k + 1] in VERBS)))
    )


def _reports_on(r: Reading, k: int) -> bool:
    """Whether the word at k may be the past of a verb with a clause: "called it “idle,” threatened to leave and left"."""
    verb = VERBS.get(r.doc.low[k])
    return verb is not None and r.syntax.tags[k] in "DN" and not verb.frames.isdisjoint(("clause", "that"))
