"""The frames of attribution: each is a line of letters around a verb of speech (see ``cues``), what the verb must take, and where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from attrs import field, frozen

from conflictkit._sentences import LONGEST
from conflictkit.engine.syntax import Kind

from ..lexicon.events import NOUN_KIND
from ..lexicon.facts import singular
from . import attribution as at
from .ahead import clause_at, first_comma, has_main_verb, has_region, new_cue, said_where, tells, tells_cost
from .attribution import Range, is_adverb, is_cap, is_word, skip_blanks
from .complements import Complement, has_marks, quotes_somebody
from .contents import boundary, front, outer_end
from .cue import FIRST, LETTERS, Cue
from .cuts import TURNS, tells_no_more
from .phrases import can_speak, is_document, mention_of
from .reading import Draft, Reading

Said = Callable[["Frame", Cue, re.Match[str]], "Draft | None"]


@frozen(slots=False)
class Frame:
    """One way to attribute words."""

    name: str
    line: str
    """A pattern over the letters of ``cues``; blanks do not count. A group in brackets is what is said."""
    takes: str
    """What the verb must take, one of these; "" for any verb."""
    said: Said = field(repr=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.line.replace(" ", ""))

    @cached_property
    def features(self) -> frozenset[str]:
        return frozenset(self.takes.split())

    def may_read(self, first: str, last: str) -> bool:
        """Whether its line may begin and end with two letters: it says what stands first, and what is said is always the last unit."""
        said = self.line.partition("<said>")[2][:1]
        return self.line[0] in (first, ".", "[") and said in ("", last)

    def draft(self, cue: Cue) -> Draft | None:
        """The quote that the frame makes of a cue, if it fits."""
        match = self.pattern.match(cue.letters)
        if match is None or not self.fits(cue):
            return None
        draft = self.said(self, cue, match)
        if draft is not None:
            draft.via = cue.via
        return draft

    def fits(self, cue: Cue) -> bool:
        features, verb = self.features, cue.verb
        return not features or not features.isdisjoint(verb.frames) or ("inquit" in features and verb.inquit) or has_marks(cue)


def quote_before(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """ "...," S V; "...," V S; "...?" S V; with what goes on behind it."""
    r = cue.r
    n = r.inside[cue.at[0] - 1]
    region = r.regions[n]
    if cue.passive or not _free(r, n):
        return None
    following = match.group("then") or "."
    if not _parts(cue, n, following):
        return None
    whole = r.starts_sentence(n) or r.after_stop(n) or following == "-" and region.open > 0 and r.doc.toks[region.open - 1] in ("- ", "– ", "—")
    pieces = _regions_up_to(r, n) if whole else front(r, r.bounds(region.open)[0], region.close)
    if not pieces or (not whole and _leads_up(cue, following, pieces[0])):
        return None
    draft = Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance())
    if following == ",":
        _resume(cue, draft, cue.at[match.end() - 1], whole, n)
    elif following == "q" and not whole:
        return None
    return draft


def _free(r: Reading, n: int) -> bool:
    """Whether a region is nobody's yet, or only what an earlier verb takes and a comma parts from this one."""
    region, owner = r.regions[n], r.owner.get(n)
    taken = owner is not None and owner.rule.startswith("S V") and owner.cue is not None and owner.cue[1] <= region.open
    return owner is None or (taken and "," in r.doc.low[region.close - 2 : region.close + 1])


def _parts(cue: Cue, n: int, following: str) -> bool:
    """Whether the mark at a quote's end parts it from its speaker: a comma or dash, or a stop after which no new sentence begins."""
    r, close = cue.r, cue.r.regions[n].close
    last = r.fragment(n).rstrip("'’ ”\"")[-1:] or "."
    if last in ",—-–" or r.doc.low[close : close + 1] == [","]:
        return not (r.names_somebody(n) and following in "THCNIGx" and cue.own != "V")
    capital = is_cap(r.doc, cue.start)
    if following not in ".,:q" and (last not in "?!" or capital):
        return False
    return last != "." or not (close in r.starts or capital) or (following == "." and (not capital or r.starts_sentence(n)))


def _leads_up(cue: Cue, following: str, piece: Range) -> bool:
    """Whether words with a quote in them only lead up to a sentence of its own: "that" behind the cue, or a clause or another verb and no main verb before."""
    if following == "T":
        return True
    goes_on = following in "HCv" or cue.verb.lemma == "" or _leads_to_quote(cue)
    fronted = cue.r.doc.low[piece[0]] in at.FRONTING and following in "HC"
    return goes_on and (fronted or not (has_main_verb(cue.r, piece) and following != "v"))


def _leads_to_quote(cue: Cue) -> bool:
    """Whether a quote that is a sentence of its own follows the verb: 'Speaking of the "guild", he said, "We ..."'."""
    n = bisect_right(cue.r.opens, cue.k)
    return cue.letters[-1] == "q" and cue.r.inside[cue.at[-1]] == n and cue.r.fragment(n)[:1].isupper() and cue.r.is_sentence(n)


def _regions_up_to(r: Reading, n: int) -> list[Range]:
    """A region with those before it that no word parts from it."""
    region = r.regions[n]
    pieces = [(region.open, region.close)]
    m = n - 1
    while (
        m >= 0
        and m not in r.owner
        and not _goes_on(r, m)
        and not any(is_word(r.doc, j) for j in range(r.regions[m].close, r.regions[m + 1].open))
        and (not r.regions[m].closed or r.doc.paragraph_of[r.regions[m].open] == r.doc.paragraph_of[region.open])
    ):
        pieces.insert(0, (r.regions[m].open, r.regions[m].close))
        m -= 1
    return pieces


def _goes_on(r: Reading, m: int) -> bool:
    """Whether a region goes on with a quote of its paragraph that has its cue: the paragraph behind it begins another."""
    before = r.owner.get(m - 1) if m else None
    same = before is not None and r.doc.paragraph_of[r.regions[m - 1].open] == r.doc.paragraph_of[r.regions[m].open]
    return before is not None and same and before.cue is not None and r.regions[m - 1].close <= before.cue[0] < r.regions[m].open


def _resume(cue: Cue, draft: Draft, comma: int, whole: bool, n: int) -> None:
    """Add what goes on behind the comma of "...," he said, "...": a quote with a small letter, or the rest of a sentence."""
    r, e = cue.r, cue.limit[1]
    j = skip_blanks(r.doc, comma + 1, e)
    j += r.doc.low[j : j + 1] in (["and"], ["but"])
    if j < e and r.inside[j] >= 0 and j == r.regions[r.inside[j]].open:
        m = r.inside[j]
        if r.fragment(m)[:1].islower() and m not in r.owner:
            draft.pieces.append((r.regions[m].open, r.regions[m].close))
        return
    if not whole and j < e and r.regions[n].open != draft.pieces[0][0] and (more := _rest(cue, comma, e)) is not None:
        draft.pieces.append(more)


def words_before(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """Words, S V; words, V S; words, S V, words."""
    if any(stands(cue) for stands in NOTHING_BEFORE):
        return None
    turn = _turn(cue.r, cue.at[0])
    pieces = [turn] if turn is not None else _around(cue, match)
    return Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance()) if pieces else None


def words_before_circumstance(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """Words, S V as he left; words, S V after meeting X; words, S told X gathered there: a main clause stands before, no "that" and no quote behind."""
    r, (s, e) = cue.r, cue.limit
    if cue.verb.lemma not in ("say", "tell") or "that" in r.doc.low[cue.end : e] or has_region(r, cue.end - 1, e) or r.doc.low[s] in at.SUBORDINATE:
        return None
    draft = words_before(frame, cue, match)
    return draft if draft is not None and has_main_verb(r, draft.pieces[0], whole=True) and any(r.finite(*draft.pieces[0])) else None


def _takes_nothing_before(cue: Cue) -> bool:
    """Passives, "they think", "she did not say", and "shows" of what is no document."""
    verb = cue.verb.lemma
    return cue.passive or cue.clause.verb.status.negated or verb in at.OPINION or verb in at.EVIDENCE and not is_document(cue.r, cue.speaker)


def _opens_with(cue: Cue) -> bool:
    """A comma, a label or "according to" stands there, or the comma is that of a relative clause: "Rask, who ruled for years, fell"."""
    low, s, comma = cue.r.doc.low, cue.limit[0], cue.at[0]
    return comma <= s or low[comma] == ":" or low[s] == "according" or (cue.own == "S" and cue.clause.opener == cue.start)


def _is_remark(cue: Cue) -> bool:
    """ "..., a charge Norland denies"."""
    low, first = cue.r.doc.low, cue.start
    group = cue.r.syntax.group_at(cue.speaker[0]) if cue.speaker is not None else None
    return group is not None and group.name and group.end == first + 3 and low[first] in ("a", "an") and low[first + 1] in at.REMARK


def _goes_on_itself(cue: Cue) -> bool:
    """An auxiliary before a verb that also means to go on or to make a deal: "If the talks fail, the rebels will continue"."""
    return cue.verb.lemma in ("agree", "continue") and cue.clause.verb.start < cue.k


NOTHING_BEFORE: tuple[Callable[[Cue], bool], ...] = (_takes_nothing_before, _opens_with, _is_remark, _goes_on_itself)
"""Where the words before an attribution are not what is said."""


def _around(cue: Cue, match: re.Match[str]) -> list[Range]:
    """The words before an attribution, and those that go on behind it; none if they only lead up to it ("in his speech, he commented on the crisis")."""
    r, low = cue.r, cue.r.doc.low
    letters, e = match.group(0), cue.limit[1]
    after = cue.at[len(letters) - 1] if len(letters) <= len(cue.at) else e
    pieces = [] if _only_links(cue) else front(r, cue.limit[0], cue.at[0])
    lacking = bool(pieces) and (verb := r.syntax.verb_at(pieces[-1][1] - 1)) is not None and verb.finite and not verb.passive
    more = _rest(cue, after, e, lacking=lacking) if match.group("then") in (",", "-") else None
    if pieces and not tells(r, pieces[0]) and (more is None or (low[pieces[0][0]] in at.PREPOSITION and letters[-2:] == "J,")):
        return []
    return [*pieces, more] if more else pieces


def _only_links(cue: Cue) -> bool:
    """Whether nothing but "but", "and then" stands before the comma."""
    doc, low, (s, _), comma = cue.r.doc, cue.r.doc.low, cue.limit, cue.at[0]
    first = next((k for k in range(s, comma) if is_word(doc, k)), comma)
    if first < comma and low[first] in at.CONNECTIVE and first + 1 == comma:
        return True  # "However, he added, the war goes on"
    return low[first] in at.LINKS and all(is_adverb(doc, k) or low[k] in at.LINKS or not is_word(doc, k) for k in range(first + 1, comma))


def _turn(r: Reading, end: int) -> Range | None:
    """The turn of dialogue that the dash at a token closes."""
    dash = _dialogue(r, end)
    return r.trimmed(dash + 1, end) if dash >= 0 else None


def _dialogue(r: Reading, end: int) -> int:
    """The dash that opens a turn of dialogue which the dash at a token closes ("- It is over. We have won - says Ana Ruiz."), or -1."""
    toks, k = r.doc.toks, end - 1
    if r.doc.low[end] not in at.DASHES:
        return -1
    while k > max(end - LONGEST, 0) and not (r.doc.low[k] in at.DASHES and toks[k][-1] == " ") and not toks[k].isspace():
        k -= 1
    opens = r.doc.low[k] in at.DASHES and (k == 0 or toks[k - 1].isspace() or toks[k - 1][0] in ".?!”\"")
    return k if opens else -1


def _rest(cue: Cue, comma: int, e: int, *, lacking: bool = False) -> Range | None:
    """What is said behind the comma of "words, he said, words"; also a noun group where the words before are ``lacking`` one ("There are, he said, 40 men")."""
    r, low = cue.r, cue.r.doc.low
    j = skip_blanks(r.doc, comma + 1, e)
    if j >= e:
        return None
    apposed = r.syntax.group_at(j)
    if apposed is not None and apposed.start == j and apposed.renames is not None and apposed.reach + 1 < e and low[apposed.reach] == ",":
        j = apposed.reach + 1  # "say experts like Paul Baum, a geologist, is"
    word, verb = low[j], r.syntax.verb_at(next((k for k in range(j, e) if not is_adverb(r.doc, k)), j))
    parted = low[j : j + 3] == ["as", "part", "of"]
    if word in at.SPEAKING or (word in ("who", "which", "citing", "as") and not parted):
        return None
    if verb is not None and low[verb.start].endswith("ing") and not verb.finite and not tells_cost(low[verb.start]):
        return None
    if word in TURNS and new_cue(r, j + 1, e) or tells_no_more(r, comma, e):
        return None
    more = r.trimmed(j, boundary(r, j, e, clause=True))
    if more is None or more[1] == more[0] + 1 or (low[j] in at.DETERMINER and not lacking and not has_main_verb(r, more)):
        return None
    if said_where(r, j, e) and not has_main_verb(r, more):
        return None  # "..., said Ruiz, on the air of the station"
    if r.inside[more[0]] >= 0 and r.regions[r.inside[more[0]]].close >= more[1] - 1 and is_cap(r.doc, min(more[0] + 1, e - 1)):
        return None
    return more


AS_BEFORE = at.CONNECTIVE | {"but", "and", "just"}
"""Words that may open the sentence before "as S said"."""


def as_said(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """As S V, words; words, as S V."""
    r = cue.r
    doc, low = r.doc, r.doc.low
    s, e = cue.limit
    a = cue.at[0]
    then = match.group("then")
    if then == "-":
        s = next((k + 1 for k in range(a - 1, s, -1) if low[k] in at.DASHES and doc.toks[k][-1] == " "), s)  # "- she was born here, as she said -"
    lead = a
    while lead > s and ((not is_word(doc, lead - 1) and r.inside[lead - 1] < 0) or low[lead - 1] in AS_BEFORE):
        lead -= 1
    if not can_speak(r, cue.speaker):
        return None  # "as the fighting continued, the army urged"
    if lead <= s:
        if then not in (",", ":"):
            return None
        after = cue.at[len(match.group(0)) - 1]
        piece = r.trimmed(after + 1, boundary(r, min(after + 1, e - 1), e, clause=True))
        return Draft(frame.name, [piece], cue.range(), cue.speaker, cue.stance()) if piece and tells(r, piece) else None
    if "," not in low[a - 1 - (r.inside[a - 1] >= 0) : a] or then not in (".", ",", "-"):
        return None
    pieces = front(r, s, lead)
    more = _rest(cue, cue.at[match.end() - 1], e) if pieces and then == "," and not has_main_verb(r, pieces[0]) else None
    if not pieces or not tells(r, pieces[0]) and (more is None or not has_main_verb(r, more)):
        return None
    return Draft(frame.name, [*pieces, more] if more else pieces, cue.range(), cue.speaker, cue.stance())


def relative(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """Which S says is ...; what S called ...; a raid S said was ...: the relative word, or the noun that stands for it, is a piece of the words."""
    r = cue.r
    doc, low = r.doc, r.doc.low
    a = cue.at[0]
    s, e = cue.limit
    if cue.passive or a < s or (cue.verb.lemma in at.OPINION and "past" in cue.verb.forms):
        return None
    word, named = low[a], cue.clause.opener < 0
    if match.group("then") not in ("v" if named else THEN.get(word, match.group("then"))) or word == "which" and low[a - 1] in at.PREPOSITION:
        return None
    j = cue.at[match.start("then")] if match.group("told") else skip_blanks(doc, cue.end, e)
    stop = first_comma(r, j, e, (";", ":", "—", "–"))
    if word == "what":
        stop = min(stop, boundary(r, j, e, clause=False)) if j < e else stop
        close = r.regions[r.inside[j]].close if j < e and r.inside[j] >= 0 else e
        stop = close if r.finite_at(close, stop) is not None else stop  # "what they call “peace” is war"
    if named and (outer := outer_end(cue, j)) is not None:
        stop = min(stop, outer)
    pieces = [] if word == "what" else [(a, cue.start)] if named else [(a, a + 1)]
    more = r.trimmed(j, stop) if j < stop and not _tells_when(cue, j, stop) else None
    if more:
        pieces.append(more)
    marked = more is not None and has_region(r, more[0] - 1, more[1])
    if not (marked and word == "what") and ("clause" not in cue.verb.frames or (word == "what" and match.group("then") != "v")):
        return None
    return Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance())


THEN = {"that": "v", "who": "vq"}
"""What follows the verb behind some relative words, if they are what is said of."""


def _tells_when(cue: Cue, j: int, stop: int) -> bool:
    """Whether nothing but when or where it was said stands behind the verb: "which the army announced on Monday"."""
    group = cue.r.syntax.phrase_at(j) or cue.r.syntax.group_at(j)
    return group is not None and group.time and group.end >= stop


def words_after(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """S V and what it takes: a clause, an infinitive, a noun group, a quote."""
    letter = match.group("said")
    place = match.start("said")
    j = cue.at[place]
    comma = place > 0 and cue.letters[place - 1] in ",:-"
    return Complement(frame.name, cue, letter, j, comma).draft()


def behind_purpose(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """S V to win, words: an infinitive of purpose that stands before the clause which is said."""
    j = cue.at[match.start("said")]
    behind, e = first_comma(cue.r, j, cue.limit[1]) + 1, cue.limit[1]
    orders = cue.verb.lemma not in at.PLAIN or not cue.verb.frames.isdisjoint(("to", "directive"))
    if orders or cue.r.doc.low[j] != "to" or clause_at(cue.r, behind, e) is None or new_cue(cue.r, behind, e):
        return None
    return Complement(frame.name, cue, "C", j, comma=False).draft()


def behind_circumstance(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """S V upon arrival, words: where or when it happened, or was said, told before the clause that is said."""
    first = cue.at[match.start("first")]
    group = cue.r.syntax.phrase_at(first)
    if cue.verb.lemma != "say" or cue.clause.kind is not Kind.MAIN or cue.clause.opener >= 0 or cue.start > cue.limit[0]:
        return None
    fronted = group is not None and not group.time and cue.r.doc.low[first] in at.PREPOSITION and not said_where(cue.r, first, cue.limit[1])
    return Complement(frame.name, cue, "C", first if fronted else cue.at[match.start("said")], comma=False).draft()


def quote_behind(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """S V, "..." with a whole sentence in the marks."""
    found = Complement(frame.name, cue, "q", cue.at[match.start("said")], comma=True)
    return found.direct() if found.can_begin() and not cue.passive else None


def it_was_said(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """It was reported (by S) that ..."""
    r, clause = cue.r, cue.clause
    if not cue.passive or clause.subject is None or r.doc.low[clause.subject.head] != "it":
        return None
    j = cue.at[match.start("said")]
    piece = r.trimmed(j, boundary(r, j, cue.limit[1], clause=True))
    return Draft(frame.name, [piece], (cue.k - 1, cue.k + 1), cue.speaker, cue.verb.stance) if piece else None


def told_by(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """The attack was claimed by S; charges denied by S."""
    clause = cue.clause
    told = clause.subject or clause.antecedent
    if not cue.passive or clause.agent is None or cue.speaker is None or told is None or told.pronoun or told.start >= cue.k or clause.verb.status.negated:
        return None
    head = cue.r.doc.low[told.head]
    deed = head in at.ADMITTED or head in NOUN_KIND or singular(head) in NOUN_KIND
    if cue.verb.lemma not in at.TAKEN_FOR or cue.verb.lemma == "claim" and not deed or head in at.WITHHELD:
        return None
    return Draft(frame.name, [(told.start, mention_of(cue.r, told, clause.verb.start)[1])], cue.range(), cue.speaker, cue.verb.stance) if can_speak(cue.r, cue.speaker) else None


FRAMES = (
    Frame("it was said", r"[^Q] s V J* (?P<said>T)", "clause that", it_was_said),
    Frame("quote, S V", r"Q S V A? J* (?P<then>.|$)", "", quote_before),
    Frame("quote, V S", r"Q V S J* (?P<then>.|$)", "inquit", quote_before),
    Frame("as S V", r"a S V A? J* (?P<then>[.,:-]|$)", "clause that figure", as_said),
    Frame("relative", r"r S V (?P<told>A(?=v))? (?P<then>[vqNGxJICA])", "clause object", relative),
    Frame("S V, quote", r". [Ss] V A? [J,]* [,:-] J* (?P<said>q)", "", quote_behind),
    Frame("words, S V", r"W S V A? J* (?P<then>,)(?=T)", "inquit clause that", words_before),
    Frame("S V that", r". [Ss] V A? J* ,? -? J* (?P<said>T)", "clause that", words_after),
    Frame("S V question", r". [Ss] V A? J* (?P<said>H)", "clause that", words_after),
    Frame("S V clause", r". [Ss] V A? J* :? (?P<said>C)", "clause that", words_after),
    Frame("words, S V", r"W S V A? J* (?P<then>[.,-]|$|(?<=J)I)", "inquit clause that", words_before),
    Frame("words, V S", r"W V S J* (?P<then>[.,HTvx-]|$)", "inquit", words_before),
    Frame("S V quote", r". [Ss] V A? J* [,:-]? J* (?P<said>q)", "", words_after),
    Frame("S V clause", r". [Ss] V A? J* (?P<said>I)", "clause", behind_purpose),
    Frame("S V clause", r"[\^] S V A? (?P<first>J) , (?P<said>C)", "clause", behind_circumstance),
    Frame("S V to", r". [Ss] V (A ,)? A? J* (?P<said>I)", "to quote", words_after),
    Frame("words, S V", r"W S V A? J* (?P<then>(?<=[AJ])[vG]|&)", "inquit clause that", words_before_circumstance),
    Frame("S V ing", r". [Ss] V J* (?P<said>G)", "ing quote", words_after),
    Frame("S V preposition", r". [Ss] V A? J* (?P<said>P)", "", words_after),
    Frame("told by", r"[^Q] s V J* (?P<then>[.,:&-]|$)", "object", told_by),
    Frame("S V object", r". [Ss] V A? J* (,J+,)? (?P<said>N)", "object figure directive naming voicing quote", words_after),
)
"""Tried in this order at every verb of speech; the first that does not decline makes the quote."""
BY_LETTERS: dict[tuple[str, str], tuple[Frame, ...]] = {
    (first, last): tuple(frame for frame in FRAMES if frame.may_read(first, last)) for first in FIRST for last in LETTERS
}
"""The first and the last letter around a verb of speech -> the frames that may read its line."""


def framed(cue: Cue) -> Draft | None:
    """The quote that a verb of speech makes with what stands around it."""
    if cue.verb.lemma == "quote" and quotes_somebody(cue):
        return None
    for frame in BY_LETTERS[cue.letters[0], cue.letters[-1]]:
        if (draft := frame.draft(cue)) is not None:
            return draft
    return None
