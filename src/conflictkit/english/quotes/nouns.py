"""Attributions without a verb of speech of their own: "according to", "in the words of", "the claim that", "made it clear that"."""

from __future__ import annotations

from collections.abc import Callable

from conflictkit._models import Stance
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role

from ..grammar.lists import POSSESSIVE, RELATIVE
from ..lexicon.inflection import singular
from ..lexicon.speech import NOUN_STANCE
from . import attribution as at
from .ahead import clause_at, first_comma, has_main_verb, has_region, new_cue, tells, tells_cost
from .attribution import WORDS, Range, is_adverb, is_word, skip_blanks
from .contents import boundary, front
from .phrases import can_speak, is_document, issuer_end, mention_of, past_modifier, stretched
from .reading import Draft, Reading


def phrase_at(r: Reading, k: int, e: int) -> Range | None:
    """The phrase of the noun group that begins at k, with its apposition."""
    k = skip_blanks(r.doc, k, e)
    first = next((n for n in range(k, e) if r.syntax.group_at(n) is not None or r.doc.low[n] == ","), e)
    group = r.syntax.group_at(first) if first < e else None
    if group is None:
        return None
    a, b = mention_of(r, group)
    if r.doc.low[group.head] in at.DOCUMENT | at.MEASURED | at.FIGURES:
        b = issuer_end(r, max(b, group.end), e)
    a, b = (k, max(b, group.end)) if a >= k or group.members else (k, group.end)
    b = _close_to(r, b, e)
    return stretched(r, (a, min(b, e)), e)


def _close_to(r: Reading, end: int, e: int) -> int:
    """One past what an adjective behind a source adds: "a source familiar with the matter", "officials close to the talks"."""
    adjective = r.syntax.tags[end : end + 1] == ["j"] or r.doc.low[end : end + 1] == ["close"]
    if end + 2 < e and adjective and r.syntax.tags[end + 1] in "it" and (group := r.syntax.group_at(end + 2)) is not None:
        return mention_of(r, group)[1]
    return end


WH = RELATIVE - {"that"}


def according_to(r: Reading, k: int) -> Draft | None:
    """Words, according to S; according to S, words."""
    low = r.doc.low
    if low[k + 1 : k + 2] != ["to"] or k + 2 >= len(low):
        return None
    s, e = r.bounds(k)
    if low[k + 2] in ("which", "what"):
        return _told_by_document(r, k, e) if low[k + 2] == "which" else _by_what_is_told(r, k, e)
    speaker = phrase_at(r, k + 2, e)
    group = r.syntax.group_at(skip_blanks(r.doc, k + 2, e))
    if speaker is None or group is not None and low[group.head].removesuffix("s") in at.NO_SOURCE:
        return None
    lead = _words_end(r, s, k)
    if lead > s and (low[lead - 1] in WH or low[lead - 1] == "that") and (told := _inside_relative(r, k, speaker)) is not None:
        return told
    if lead <= s or low[lead - 1] in ("that", "said", "say", "says") or low[k - 1] == ";":
        return _behind(r, k, speaker, e)
    pieces = front(r, s, lead)
    more = _goes_on(r, pieces[0], past_modifier(r, speaker[1], e), e) if pieces else None
    if more is not None and pieces[0][1] - pieces[0][0] == 1 and r.syntax.tags[pieces[0][0]] == "r":
        pieces = []  # "Finally, according to police, two men fled"
    return Draft("according to", [*pieces, more] if more is not None else pieces, (k, k + 2), speaker) if pieces or more is not None else None


def _told_by_document(r: Reading, k: int, e: int) -> Draft | None:
    """ "Figures according to which the army lost 500 men"."""
    group = r.syntax.group_at(k - 1) if k else None
    piece = r.trimmed(k + 3, first_comma(r, k + 3, e)) if clause_at(r, k + 3, e) is not None else None
    if group is None or piece is None or not is_document(r, (group.start, k)):
        return None
    return Draft("according to", [piece], (k, k + 2), mention_of(r, group))


def _by_what_is_told(r: Reading, k: int, e: int) -> Draft | None:
    """ "According to what investigators said, the car stopped"; what one knows oneself is nobody's."""
    clause = clause_at(r, k + 3, e)
    comma = first_comma(r, k + 3, e)
    if clause is None or clause.subject is None or clause.subject.pronoun or clause.verb.word > comma or r.doc.low[clause.verb.word] not in at.VERBS:
        return None
    piece = r.trimmed(comma, boundary(r, min(comma + 1, e - 1), e, clause=True, sole=True))
    return Draft("according to", [piece], (k, k + 2), mention_of(r, clause.subject, clause.verb.start)) if piece is not None else None


def _inside_relative(r: Reading, k: int, speaker: Range) -> Draft | None:
    """ "A raid that according to the army killed 12": what the relative clause tells behind its source."""
    start = skip_blanks(r.doc, speaker[1] + (r.doc.low[speaker[1] : speaker[1] + 1] == [","]), len(r.doc))
    verb = r.finite_at(start, r.bounds(k)[1])
    clause = verb.clause if verb is not None else None
    if clause is None:
        return None
    piece = r.trimmed(start, min(clause.end, first_comma(r, start, clause.end)))
    return Draft("according to", [piece], (k, k + 2), speaker) if piece is not None else None


def _words_end(r: Reading, s: int, k: int) -> int:
    """Where the words before "according to" end, over adverbs, marks and "but"."""
    doc, low = r.doc, r.doc.low
    while k > s and is_adverb(doc, k - 1):
        k -= 1
    while k > s and r.inside[k - 1] < 0 and (not is_word(doc, k - 1) and low[k - 1] != ")" or low[k - 1] in LEADS):
        k -= 1
    return k


def _goes_on(r: Reading, first: Range, comma: int, e: int) -> Range | None:
    """The words behind the comma of "words, according to S, words": after a phrase of time or place, or with a verb of their own."""
    low, opener = r.doc.low, r.doc.low[first[0]]
    if comma + 2 >= e or low[comma] != "," or opener == "with" or low[comma + 1].endswith("ing") and not tells_cost(low[comma + 1]):
        return None
    fronted = opener in at.PREPOSITION | at.TIME and not has_main_verb(r, first)
    more = r.trimmed(comma + 1, e) if fronted or low[comma + 1] not in at.APPOSED | at.CONJUNCTION else None
    tell = more is not None and (fronted or tells_cost(low[comma + 1]) or r.finite_at(comma + 1, e) is not None or tells(r, more))
    return more if tell and not new_cue(r, comma + 1, e) else None


LEADS = frozenset(["but", "and", "also", "yet", "still", "all", "both"])


def _behind(r: Reading, k: int, speaker: Range, e: int) -> Draft | None:
    """What is said behind the comma of "According to S, words"; an insertion behind S is passed over."""
    n = speaker[1] if _clause_begins(r, speaker[1], e) else r.comma(speaker[1], e) + 1
    if n < e and not WH.isdisjoint(r.doc.low[n : _of_which(r, n) + 1]):  # ", who saw it," ; ", a copy of which was seen by the paper,"
        n = r.comma(n, e) + 1
    if n >= e:
        return None
    piece = r.trimmed(n, boundary(r, n, e, clause=True, sole=True))
    return Draft("according to", [piece], (k, k + 2), speaker) if piece else None


def _of_which(r: Reading, n: int) -> int:
    """The token behind "a copy of" where one begins at n, else n."""
    group = r.syntax.group_at(n)
    return group.end + 1 if group is not None and r.doc.low[group.end : group.end + 1] == ["of"] else n


def _clause_begins(r: Reading, k: int, e: int) -> bool:
    """Whether a clause begins right behind who is named, without a comma: "According to the presidency the troops have left"."""
    verb = r.finite_at(k + 1, e) if r.doc.low[k : k + 1] == ["there"] else None
    return verb is not None or clause_at(r, k, e) is not None


def in_the_words_of(r: Reading, k: int) -> Draft | None:
    """In the words of S, ..."""
    low = r.doc.low
    if k < 2 or low[k - 2 : k] != ["in", "the"] or low[k + 1 : k + 2] != ["of"]:
        return None
    s, e = r.bounds(k)
    speaker = phrase_at(r, k + 2, e)
    comma = next((n for n in range(k + 2, e) if low[n] in (",", ":")), -1)
    speaker = (speaker[0], comma) if speaker is not None and speaker[0] < comma < speaker[1] else speaker
    if speaker is None or speaker[1] + 1 >= e or low[speaker[1]] not in (",", ":"):
        return None
    clause = k - 2 <= s + 1
    start = speaker[1] + 1
    if not clause and r.inside[start] < 0:
        return None
    piece = r.trimmed(start, boundary(r, start, e, clause=clause))
    return Draft("in the words of", [piece], (k - 2, k + 2), speaker) if piece else None


def noun_that(r: Reading, k: int) -> Draft | None:
    """S repeated his claim that ...; S's warning that ...: the noun's owner, or the subject of a verb that asserts it, or its words stand in marks."""
    low, group = r.doc.low, r.syntax.group_at(k)
    if group is None or group.head != k or (group.start == k and low[k].endswith("ing") and k > 0 and low[k - 1] == ","):
        return None  # ", warning that"
    owner, that = _held_by(r, group)
    asserted = next((clause for clause, role in group.roles if role is Role.OBJECT and _asserts(r, clause, low[k])), None)
    if asserted is None and low[k] in at.VOICED and singular(low[k]) not in NOUN_STANCE:
        return None
    piece = _told_by(r, group, asserted, that)
    if piece is None:
        return None
    if asserted is not None and that == k + 1 and not asserted.verb.status.negated:
        subject = asserted.subject or asserted.controller
        owner = mention_of(r, subject, asserted.verb.start) if subject is not None else owner
    elif not has_region(r, that, piece[1]) and (owner is None or asserted is None and low[owner[0]] in POSSESSIVE):
        return None
    return Draft("noun that", [piece], (k, k + 1), owner, _stance(r, low[k], asserted))


ASIDE = frozenset({Kind.PARTICIPLE, Kind.ADVERBIAL})
"""Clauses that stand before the main one."""


def _asserts(r: Reading, clause: Clause, noun: str) -> bool:
    """Whether a verb tells that somebody states its object, or has it in mind: "made the claim", "expressed the hope"."""
    if r.doc.low[clause.verb.word] in at.ASSERTING:
        return True
    subject = clause.subject or clause.controller
    told = clause.kind is not Kind.PARTICIPLE or clause.verb.lemma not in WORDS.voicing  # "bombs fell, raising doubts that"
    return told and noun in at.VOICED and clause.verb.lemma in at.VOICING and subject is not None and can_speak(r, (subject.start, subject.end))


def _told_by(r: Reading, noun: NounGroup, asserted: Clause | None, that: int) -> Range | None:
    """What a noun of speech tells: from its "that", or of an asserted one from a clause without it ("denied reports the town had fallen"), up to its own verb."""
    e = r.bounds(noun.head)[1]
    if r.doc.low[that : that + 1] != ["that"] and (asserted is None or not _tells_all(r, noun, that, e)):
        return None
    own = (clause.verb.start for clause, role in noun.roles if role is Role.SUBJECT and clause.verb.start > that)
    main = next(own, e) if asserted is None else e
    if asserted is not None and asserted.kind in ASIDE and asserted.parent is not None and asserted.parent.verb.start > that:
        main = first_comma(r, that, e)  # "Expressing hope that the truce would hold, the envoy left"
    return r.trimmed(that, min(main, boundary(r, that, e, clause=True)))


def _stance(r: Reading, noun: str, asserted: Clause | None) -> Stance:
    """What a noun of speech does; "rejected claims that" denies."""
    verb = at.VERBS.get(r.doc.low[asserted.verb.word]) if asserted is not None else None
    return Stance.DENIED if verb is not None and verb.stance is Stance.DENIED else NOUN_STANCE.get(singular(noun), Stance.SAID if noun in at.VOICED else Stance.CLAIMED)


def _tells_all(r: Reading, noun: NounGroup, k: int, e: int) -> bool:
    """Whether a finite clause begins at k in which the noun before it is not what something is done to: "reports the town had fallen", not "reports the army wrote"."""
    subject = r.syntax.group_at(k) if k < e else None
    clause = next((clause for clause, role in subject.roles if role is Role.SUBJECT and clause.verb.finite and clause.verb.start > k), None) if subject is not None else None
    return clause is not None and (clause.object not in (None, noun) or clause.predicate >= 0 or clause.verb.passive)


def _held_by(r: Reading, group: NounGroup) -> tuple[Range | None, int]:
    """Whose words a noun of speech tells of, before it or behind "by" or "from", and the token behind both."""
    low, end = r.doc.low, group.head + 1
    if low[end : end + 1] in (["by"], ["from"]) and (by := r.syntax.group_at(end + 1)) is not None and by.start == end + 1:
        owner = mention_of(r, by)
        return owner, max(by.end, owner[1])
    return mention_of(r, group.owner) if group.owner is not None else None, end


def made_clear(r: Reading, k: int) -> Draft | None:
    """S made it clear that ...; it was made clear (by S) that ..."""
    low = r.doc.low
    if k < 2:  # noqa: PLR2004 - subject and verb stand before it
        return None
    a = k - 1 if low[k - 1] != "it" else k - 2
    verb = r.syntax.verb_at(a)
    if verb is None or verb.lemma != "make" or verb.clause is None:
        return None
    e = r.bounds(k)[1]
    that = next((n for n in range(k + 1, e) if low[n] == "that" and r.syntax.tags[n] == "S"), k + 1)
    j = that if not any(r.finite(k + 1, that)) else k + 1  # "made it clear on his first day that"
    if low[j : j + 1] not in (["that"], ["how"], ["what"]) and (j >= e or clause_at(r, j, e) is None):
        return None
    subject: NounGroup | None = verb.clause.agent if verb.passive else verb.clause.subject or verb.clause.controller
    piece = r.trimmed(j, boundary(r, j, e, clause=True))
    return Draft("made clear", [piece], (a, k + 1), mention_of(r, subject, verb.start) if subject is not None else None) if piece else None


AT_WORD: dict[str, Callable[[Reading, int], Draft | None]] = {
    "according": according_to,
    "words": in_the_words_of,
    "clear": made_clear,
    **{form: noun_that for noun in NOUN_STANCE for form in (noun, f"{noun}s")},
    **dict.fromkeys(at.VOICED, noun_that),
}
"""Word -> the attribution that it may call for."""
