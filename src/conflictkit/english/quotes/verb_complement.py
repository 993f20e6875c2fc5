"""The commonest construction: what a reporting verb takes after it (S V that ..., S V clause, S V object, S V "...")."""

from __future__ import annotations

from bisect import bisect_right

from conflictkit._models import Stance
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes import phrases
from conflictkit.english.quotes.attribution import Range, Verb, is_cap, is_word, skip_blanks
from conflictkit.english.quotes.complements import (
    CLAUSE,
    ING,
    OBJECT,
    PREPOSITION,
    QUESTION,
    QUOTE,
    THAT,
    TO,
    admits,
    boundary,
    first_comma,
    fronted,
    gives_figure,
    has_region,
    opens_count,
    shape_of,
    skip_addressee,
    skip_adjuncts,
    speech_between,
    verb_comma,
)
from conflictkit.english.quotes.reading import Draft, Reading, cue_range, is_passive, speaker_of, stance_of, verb_at

NEAR = 60
"""Tokens within which a quote mark makes a complement a quoted one."""


QUOTE_ONLY = frozenset(["quote", "figure"])
"""The frames of a verb that reports nothing but what stands in marks, or a figure."""

TAIL = at.OBJECT_END | {",", "in", "on", "as", "when", "until", "by", "at", "before"}
"""Words behind a quote mark with which the sentence goes on, when no clause was announced (called it a "game" when ...)."""


def complement(r: Reading, k: int) -> Draft | None:
    """S V that ...; S V clause; S V noun phrase; S V "..."; also V-ing and "and V" with the subject before them."""
    doc, low = r.doc, r.doc.low
    verb = verb_at(r, k)
    if verb is None:
        return None
    e = r.bounds(k)[1]
    figure = "figure" in verb.frames and gives_figure(r, k + 1, e)
    if k + 1 >= e or (verb.frames <= QUOTE_ONLY and not figure and verb.lemma not in at.PREPOSITIONS and not has_region(r, k, e)):
        return None
    speaker, stands = speaker_of(r, k, verb)
    if not stands:
        return None
    cue, stance = cue_range(r, k), stance_of(r, k, verb)
    j, comma = _start(r, verb, cue[1], e)
    if not _can_begin(r, verb, j, e, comma=comma, declined=stance is Stance.DECLINED):
        return None
    quoted = r.inside[j] >= 0
    if quoted:
        n = r.inside[j]
        close = r.regions[n].close
        if _stands_alone(r, n, comma=comma, last=close >= e - 1, shouted=close < e and low[close] in at.PREPOSITION | at.TIME):
            return Draft("S V quote", [(r.regions[n].open, r.regions[n].close)], cue, speaker, stance)
        if r.names_title(n) and not verb.frames & {"clause", "that", "object"}:
            return None
    shape, word = shape_of(r, j, e), low[j]
    if shape == OBJECT and verb.lemma in at.CLAUSAL and first_comma(r, j, e) - j > 4 and low[j] not in at.SAYINGS:
        shape = CLAUSE
    if shape == OBJECT and cue[1] > k + 1:  # "warned of", "called for": the preposition is in the cue
        shape, word = PREPOSITION, low[cue[1] - 1]
    clause = _is_clause(verb, shape, word, over_quote=has_region(r, j - 1, min(e, j + NEAR)))
    end = _end(r, k, j, verb, speaker, clause=clause or shape == TO)
    over_quote, passive = has_region(r, j - 1, min(end, j + NEAR)), is_passive(r, k, verb)
    if over_quote:
        if not _claims_marks(r, verb, j, end):
            return None
    elif passive or not (figure or admits(verb, shape, word)) or not _asserts(r, k, verb, speaker, shape, j):
        return None
    elif verb.forms <= {"base"} and shape not in (THAT, QUESTION) and "clause" not in verb.frames and low[k - 1] not in at.MODAL:
        if not at.is_adverb(doc, k - 1):
            return None
    if over_quote and not quoted:
        n = _direct_within(r, j, end)
        if n >= 0:
            opening = r.opens[n]
            if not clause or (low[opening - 1] == ":" and opening - j < 8):
                return Draft("S V quote", [(opening, r.regions[n].close)], cue, speaker, stance)
            end = opening
    if quoted and "clause" not in verb.frames:
        close = r.regions[r.inside[j]].close
        if close < end and (low[close - 2] == "," or low[close] in TAIL) and not has_region(r, close, end):
            end = close
    if passive:
        by = next((x for x in range(j, end) if low[x] == "by" and r.inside[x] < 0), -1)
        if by >= 0:
            speaker, end = phrases.phrase_right(doc, by + 1, e), by
    piece = r.trimmed(j, end)
    if piece is None:
        return None
    if piece[1] - piece[0] == 1 and not over_quote and (low[piece[0]] in at.OBJECT or low[piece[0]] in phrases.NOBODY or "object" not in verb.frames):
        return None
    return Draft(f"S V {shape}", [piece], cue, speaker, stance)


def _start(r: Reading, verb: Verb, j: int, e: int) -> tuple[int, bool]:
    """Where the complement begins after its cue, and whether a comma, a colon or a dash stands before it."""
    low = r.doc.low
    if verb.lemma in at.OBJECT_SKIP:
        j = skip_addressee(r, j, e)
    elif verb.lemma in at.TOLD:
        n = skip_addressee(r, j, e)
        if n < e and low[n] == "that":
            j = n
    if verb.frames & {"clause", "that"} or verb.lemma in at.OBJECT_SKIP:
        j = skip_adjuncts(r, j, e)
    j = skip_blanks(r.doc, j, e)
    if j + 3 < e and low[j] == "," and low[j + 1] in at.CONNECTIVE and low[j + 2] == ",":
        j += 3
    elif j < e and low[j] in (",", "—", "–", "-", "("):  # "said, apparently in earnest, that"
        closing = ")" if low[j] == "(" else low[j]
        n = next((n for n in range(j + 1, min(j + 12, e - 1)) if low[n] == closing), e)
        if n < e - 1 and low[n + 1] == "that":
            j = n + 1
    comma = False
    while j < e and r.inside[j] < 0 and low[j] in (",", ":", "—", "–", "-"):
        comma = True
        j = skip_blanks(r.doc, j + 1, e)
    return j, comma


def _can_begin(r: Reading, verb: Verb, j: int, e: int, *, comma: bool, declined: bool) -> bool:
    """Whether a complement can begin at j: no conjunction, no stray mark, no region that is another quote."""
    doc, low = r.doc, r.doc.low
    if j >= e:
        return False
    n = r.inside[j]
    if n >= 0 and j == r.regions[n].open:
        return n not in r.owner
    word = low[j]
    if comma and word != "that" and low[j - 1] != ":":
        return False
    if word == "not" and low[j + 1 : j + 2] == ["to"]:
        return False
    if word == "that" and verb.stance is Stance.ASKED and low[j + 2 : j + 3] in (["name"], ["names"], ["identity"]):  # a source that stays unnamed
        return False
    if word in at.NO_COMPLEMENT and not opens_count(r, j, e) and not fronted(r, j, e):
        return (word == "when" and declined) or word in at.PREPOSITIONS.get(verb.lemma, ())
    return is_word(doc, j) or doc.toks[j][0] in "$€£([#@"


def _stands_alone(r: Reading, n: int, *, comma: bool, last: bool, shouted: bool) -> bool:
    """Whether a region that follows its cue is a whole direct quote, not the beginning of a mixed one."""
    words = r.fragment(n)
    final = words[-1:] in ",.?!…"
    return words[:1].isupper() and ((comma and (final or len(words.split()) >= 5)) or (final and last) or (shouted and words[-1:] == "!"))


def _is_clause(verb: Verb, shape: str, word: str, *, over_quote: bool) -> bool:
    """Whether the complement has a verb of its own."""
    if shape in (THAT, QUESTION):
        return True
    if over_quote and shape in (QUOTE, ING, OBJECT):
        return "clause" in verb.frames
    return shape == CLAUSE and admits(verb, shape, word)


def _end(r: Reading, k: int, j: int, verb: Verb, speaker: Range | None, *, clause: bool) -> int:
    """Where the complement that begins at j ends."""
    doc, low = r.doc, r.doc.low
    s, e = r.bounds(k)
    dashed = speaker is not None and speaker[0] > s and doc.toks[speaker[0] - 1][0] in "—–"
    end = boundary(r, j, e, clause=clause, dashed=dashed, participle="ing" in verb.forms)
    if _subordinate(r, k, s, speaker):
        return min(end, first_comma(r, j, e))
    if "ing" in verb.forms and low[k - 1] == "," and speaker is not None and speaker[1] == k - 1:  # "Smith, claiming that it was over, left"
        return min(end, verb_comma(r, j, e))
    who = k - 1
    while who > s and (low[who] in at.AUXILIARY or at.is_adverb(doc, who)):
        who -= 1
    if low[who] in ("who", "which"):
        if low[who - 1] != ",":
            return min(end, verb_comma(r, j, e), _second_verb(r, j, end))
        return min(end, verb_comma(r, j, e) if clause else first_comma(r, j, e))
    return end


def _second_verb(r: Reading, j: int, end: int) -> int:
    """Where the main clause goes on after a "who" clause without commas ("critics who say the war is lost were ..."), or end."""
    low, first = r.doc.low, -1
    for x in range(j, min(end, j + 40)):
        word = low[x]
        if word in at.CONJUNCTION or word in at.RELATIVE or word == "," or r.inside[x] >= 0:
            return end
        if word in at.FINITE:
            if first >= 0 and x - first > 1:
                return x
            first = x
    return end


def _claims_marks(r: Reading, verb: Verb, j: int, end: int) -> bool:
    """Whether the quote marks in a complement are its verb's: a weak verb has only those near it that no other verb has."""
    if verb.frames & {"clause", "that", "object"} or verb.lemma in at.NAMING:
        return True
    first = next(x for x in range(j, end) if r.inside[x] >= 0)
    if speech_between(r, first, end):  # "signals “the end,” said the mayor": the words are the mayor's
        return False
    n = r.inside[first]
    return not (n in r.owner or r.names_title(n) or first - j > 25 or speech_between(r, j, first))


def _direct_within(r: Reading, j: int, end: int) -> int:
    """The region inside a complement that is a whole sentence after a comma or a colon, or -1."""
    n = bisect_right(r.opens, j)
    while n < len(r.opens) and r.opens[n] < end and n not in r.owner:
        words = r.fragment(n)
        if r.doc.low[r.opens[n] - 1][-1] in ",:." and words[:1].isupper() and len(words.split()) >= 5 and words[-1] in ",.?!…;":
            return n
        n += 1
    return -1


def _asserts(r: Reading, k: int, verb: Verb, speaker: Range | None, shape: str, j: int) -> bool:
    """Whether a complement without quote marks is said at all: not by "no group", no bare object of "does not report", no "some estimated losses"."""
    low = r.doc.low
    if speaker and low[speaker[0]] in ("no", "nobody", "none"):
        return False
    if shape != OBJECT:
        return True
    if verb.lemma == "claim" and "lives" in low[j : j + 6]:
        return False
    if speaker and speaker[1] - speaker[0] == 1 and low[speaker[0]] in at.PARTITIVE and not (is_cap(r.doc, j) or low[j] in at.OPENS_PHRASE):
        return False
    if stance_of(r, k, verb) is Stance.DECLINED and verb.lemma != "mention":
        return False
    e = r.bounds(k)[1]  # "criticised the decision on Telegram:" and a quote: the words are the quote
    c = e - 1
    while c > k and (r.doc.toks[c][0].isspace() or r.inside[c] >= 0):
        c = r.regions[r.inside[c]].open - 1 if r.inside[c] >= 0 else c - 1
    return not (low[c] == ":" and has_region(r, c, c + 6))


def _subordinate(r: Reading, k: int, s: int, speaker: Range | None) -> bool:
    """Whether the cue's own clause is a subordinate one that opens the sentence ("When officials said ..., ")."""
    if r.doc.low[k].endswith("ing") and (k == s or (k - s < 4 and r.doc.low[k - 1] in ("after", "before", "by", "while", "when", "in", "despite", "without"))):
        return True
    if speaker is None or speaker[0] <= s or speaker[1] > k:
        return False
    low = r.doc.low
    if low[speaker[0] - 1] in at.FRONTING:
        return True
    a = speaker[0] - 1
    while a > s and speaker[0] - a < 8 and is_word(r.doc, a) and low[a] not in at.SUBORDINATE:
        a -= 1
    return low[a] in at.CONTRASTING and (a == s or not is_word(r.doc, a - 1))
