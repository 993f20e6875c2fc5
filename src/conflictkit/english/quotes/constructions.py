"""The constructions of attribution at a cue: each is a function that makes a draft or declines with None."""

from __future__ import annotations

from bisect import bisect_right

from conflictkit._models import Stance
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes import phrases
from conflictkit.english.quotes.attribution import Range, Verb, is_cap, is_word, skip_blanks
from conflictkit.english.quotes.complements import (
    boundary,
    has_region,
    new_cue,
    skip_addressee,
    skip_adjuncts,
)
from conflictkit.english.quotes.reading import (
    SOME_VERB,
    Draft,
    Reading,
    cue_range,
    is_passive,
    is_plural,
    noun_like,
    shared_subject,
    stance_of,
    verb_at,
)
from conflictkit.english.speakers.name_words import ORG_HEADS, ROLE_NOUNS, TABLE

NOUN_STANCE = {
    "accusation": Stance.ACCUSED,
    "admission": Stance.CONFIRMED,
    "announcement": Stance.SAID,
    "assessment": Stance.ESTIMATED,
    "denial": Stance.DENIED,
    "pledge": Stance.PROMISED,
    "prediction": Stance.ESTIMATED,
    "promise": Stance.PROMISED,
    "statement": Stance.SAID,
    "suggestion": Stance.SUGGESTED,
    "vow": Stance.PROMISED,
    "warning": Stance.WARNED,
}


AS_FAR = 25
"""Tokens between "as" and the verb in "as the head of the army said"."""


def according_to(r: Reading, k: int) -> Draft | None:
    """Words, according to S; According to S, words."""
    low, doc = r.doc.low, r.doc
    if low[k] != "according" or k + 2 >= len(low) or low[k + 1] != "to":
        return None
    s, e = r.bounds(k)
    speaker = phrases.phrase_right(doc, k + 2, e)
    if speaker is None:
        return None
    cue = (k, k + 2)
    lead = k
    while (
        lead > s
        and (not is_word(doc, lead - 1) or low[lead - 1] in ("but", "and", "also", "yet", "still", "all", "both") or at.is_adverb(doc, lead - 1))
        and r.inside[lead - 1] < 0
    ):
        lead -= 1
    if lead <= s:
        n = speaker[1]
        while n < e and low[n] != ",":
            n += 1
        if n >= e:
            n = speaker[1]
        piece = r.trimmed(n, boundary(r, min(n + 1, e - 1), e, clause=True))
        return Draft("according to", [piece], cue, speaker) if piece else None
    if low[lead - 1] in ("that", "said", "say"):
        return None
    pieces = front(r, s, lead)
    if not pieces or (pieces[0][0] > s + 1 and pieces[0][1] - pieces[0][0] < 8 and low[pieces[0][0]] in at.PREPOSITION | at.TIME):
        return None  # "..., he said in an interview, according to the agency"
    if (
        speaker[1] < e
        and low[speaker[1]] == ","
        and speaker[1] + 2 < e
        and (low[pieces[0][0]] in at.PREPOSITION | at.TIME and pieces[0][1] - pieces[0][0] < 8 or low[speaker[1] + 1] not in at.APPOSED | at.CONJUNCTION)
        and not low[speaker[1] + 1].endswith("ing")
    ):
        more = r.trimmed(speaker[1] + 1, e)
        if more and more[1] - more[0] > 3 and not new_cue(r, speaker[1] + 1, e):
            pieces.append(more)
    return Draft("according to", pieces, cue, speaker)


def in_the_words_of(r: Reading, k: int) -> Draft | None:
    """In the words of S, ..."""
    low, doc = r.doc.low, r.doc
    if low[k] != "words" or low[k - 2 : k] != ["in", "the"] or low[k + 1 : k + 2] != ["of"]:
        return None
    s, e = r.bounds(k)
    speaker = phrases.phrase_right(doc, k + 2, e)
    if speaker is None or speaker[1] + 1 >= e or low[speaker[1]] not in (",", ":"):
        return None
    clause = k - 2 <= s + 1
    start = speaker[1] + 1
    if not clause and r.inside[start] < 0:
        return None
    piece = r.trimmed(start, boundary(r, start, e, clause=clause))
    return Draft("in the words of", [piece], (k - 2, k + 2), speaker) if piece else None


def it_was_said(r: Reading, k: int) -> Draft | None:
    """It was reported (by S) that ..."""
    low, doc = r.doc.low, r.doc
    verb = verb_at(r, k)
    if verb is None or k < 2 or low[k - 1] not in at.BE or low[k - 2] not in ("it", "has", "had", "also"):
        return None
    s, e = r.bounds(k)
    if low[max(k - 4, s) : k].count("it") != 1:
        return None
    speaker: Range | None = None
    j = k + 1
    if low[j : j + 1] == ["by"]:
        speaker = phrases.phrase_right(doc, j + 1, e)
        j = speaker[1] if speaker else j
    j = skip_adjuncts(r, j, e)
    if j >= e or low[j] != "that":
        return None
    piece = r.trimmed(j, boundary(r, j, e, clause=True))
    return Draft("it was said", [piece], (k - 1, k + 1), speaker, verb.stance) if piece else None


def front(r: Reading, s: int, end: int) -> list[Range]:
    """The content that stands before a cue in its sentence: from the sentence's start or the end of the quote before it."""
    low, doc = r.doc.low, r.doc
    a = s
    last = r.regions[r.inside[end - 1]] if end > s and r.inside[end - 1] >= 0 else None
    if last and last.open <= s + 1:
        return [(last.open, last.close)]
    for draft in reversed(r.drafts[-3:]):
        edge = max([b for _, b in draft.pieces] + ([draft.cue[1]] if draft.cue else []) + ([draft.speaker[1]] if draft.speaker else []))
        if draft.cue and a < edge <= end - 3:
            a = edge
    while a < end and ((not is_word(doc, a) and r.inside[a] < 0) or (low[a] in ("but", "and", "while") and not (low[a] == "while" and a == s))):
        a += 1
    piece = r.trimmed(a, end)
    if piece is None:
        return []
    k = piece[0]
    if k - 1 >= s and r.inside[k] >= 0:
        k = r.regions[r.inside[k]].open
        piece = (k, piece[1])
    return [piece]


def after_region(r: Reading, k: int) -> Draft | None:
    """ "...," S V; "...," V S; "...?" S V."""
    doc, low = r.doc, r.doc.low
    n = bisect_right(r.opens, k) - 1
    if n < 0:
        return None
    region = r.regions[n]
    if k - region.close > 40 or not region.closed:
        return None
    owner = r.owner.get(n)
    if owner and not (owner.rule.startswith("S V") and owner.cue and owner.cue[1] <= region.open and low[region.close - 2] == ","):
        return None
    verb = verb_at(r, k) or SOME_VERB
    c = region.close
    while c < k and (doc.toks[c][0] in " ,—–-'’”\"" or low[c] in ("as", "then")):
        c += 1
    if any(doc.toks[j][0] in "\n\r" for j in range(region.close, k)):
        return None
    last = r.fragment(n).rstrip("'’ ”\"")[-1:]
    if verb is SOME_VERB and last not in (",", "?", "!", "…", "—", "-", "–"):
        return None
    speaker: Range | None = None
    rule = ""
    first = c
    while first < k and at.is_adverb(doc, first):
        first += 1
    _s, e = r.bounds(k)
    if first == k:
        if not verb.inquit or (not verb.forms & {"past"} and low[k] in at.NOUN_LIKE - {"notes", "writes", "claims", "reports", "states"}):
            return None
        speaker = phrases.phrase_right(doc, k + 1, e)
        if (speaker is None and k + 1 < e and (low[k + 1] == "that" or (is_word(doc, k + 1) and not is_cap(doc, k + 1)))) or (
            speaker and low[speaker[0]] == "that"
        ):
            return None
        if (
            speaker
            and speaker[1] < e
            and is_word(doc, speaker[1])
            and not (low[speaker[1]] in at.TIME | at.PREPOSITION | at.RELATIVE | at.CONJUNCTION or low[speaker[1]].endswith(("ing", "ly", "ed")))
        ):
            return None
        rule = "quote, V S"
        after = speaker[1] if speaker else k + 1
    else:
        found, how = r.subject(k)
        if found is None or found[0] > first or is_passive(r, k, verb) or how == "coordinate" or (verb.forms <= {"base"} and not is_plural(r, found)):
            return None
        speaker, rule, after = found, "quote, S V", k + 1
    if last[:1] not in (",", "?", "!", "…", "—", "-", "–") or c in r.starts:
        following = low[after] if after < len(low) else "."
        if (last[:1] == "." and c in r.starts) or c in r.starts:
            if (
                last[:1] in ("?", "!")
                and following not in at.PRONOUN | at.DETERMINER
                and not (after < len(low) and (is_cap(doc, after) or r.inside[after] >= 0))
            ):
                pass
            elif not (following[0] in ".,:" or following in at.TIME | at.PREPOSITION or (after < len(low) and at.is_adverb(doc, after))) or (
                last[:1] == "." and not (not is_cap(doc, c) or following[0] == ".")
            ):
                return None
        elif (
            last[:1] != "."
            and rule == "quote, S V"
            and not (region.close < c or following[0] in ".,:" or following in at.TIME | at.PREPOSITION or (after < len(low) and at.is_adverb(doc, after)))
        ):
            return None
    if not r.starts_sentence(n) and not after_stop(r, n):
        if after < e and r.inside[after] < 0 and is_word(doc, after) and not (low[after] in at.PREPOSITION | at.TIME or at.is_adverb(doc, after)):
            if rule == "quote, S V" and verb.lemma not in at.OBJECT_SKIP:
                return None
        if (after < e and low[after] in (",", ":") and after + 1 < e and r.inside[after + 1] >= 0) or low[after : after + 1] == [":"]:
            return None
        pieces = front(r, r.bounds(region.open)[0], region.close)
    else:
        pieces = [(region.open, region.close)]
        m = n - 1
        while (
            m >= 0
            and m not in r.owner
            and not any(is_word(doc, j) for j in range(r.regions[m].close, r.regions[m + 1].open))
            and (not r.regions[m].closed or doc.paragraph(r.regions[m].open) == doc.paragraph(region.open))
        ):
            pieces.insert(0, (r.regions[m].open, r.regions[m].close))
            m -= 1
    if not pieces:
        return None
    draft = Draft(rule, pieces, cue_range(r, k), speaker, stance_of(r, k, verb))
    j = after
    if rule == "quote, S V" and verb.lemma in at.OBJECT_SKIP | at.TOLD:
        j = skip_addressee(r, j, e)
    while j < e and r.inside[j] < 0 and low[j] not in ".;:" and j - after < 40:
        j += 1
    if j < e and r.inside[j] >= 0 and j == r.regions[r.inside[j]].open and low[j - 1] == ",":
        m = r.inside[j]
        words = r.fragment(m)
        between = {low[x] for x in range(after, j)}
        if words and words[0].islower() and not between & {"and", "that", "adding", "saying", "but"} and m not in r.owner:
            draft.pieces.append((r.regions[m].open, r.regions[m].close))
    elif rule == "quote, S V" and len(pieces) == 1 and after < e and low[after] == "," and r.regions[n].open != pieces[0][0]:
        more = r.trimmed(after + 1, e)
        if more and low[more[0]] not in at.SPEAKING and more[1] - more[0] > 2:
            draft.pieces.append(more)
    return draft


def after_stop(r: Reading, n: int) -> bool:
    """Whether a region with a capital stands after a colon or a full stop that the sentence splitter passed over."""
    k = r.regions[n].open
    words = r.fragment(n)
    return bool(words) and words[0].isupper() and k > 0 and r.doc.low[k - 1][-1] in ":.?!—"


COMMAS = frozenset({",", "—", "–"})


def _inverted(r: Reading, k: int, e: int, verb: Verb, found: Range | None, how: str) -> Range | None:
    """The speaker behind a verb that follows a comma or dash ("words, said the mayor"); ``found`` and ``how`` are what stands before it."""
    doc, low = r.doc, r.doc.low
    if verb.lemma in at.OBJECT_SKIP or low[k - 1] not in COMMAS or k + 1 >= e or r.inside[k - 1] >= 0 or not (verb.forms & {"past", "third"} or low[k] == "say") or low[k + 1] in ("that", "it"):
        return None
    speaker = phrases.phrase_right(doc, k + 1, e)
    if speaker is None or (verb.lemma not in PLAIN and not _can_speak(r, speaker)):
        return None
    after = low[speaker[1]] if speaker[1] < e else "."
    if after not in (",", ".", ";") and after not in at.TIME | at.PREPOSITION | at.RELATIVE:
        return None
    if found and (how in ("apposition", "parenthesis") and after not in (",", ".", "who") or how == "apposition" and not _names_person(r, speaker)):
        return None
    return speaker


SPEAKERS = ROLE_NOUNS | ORG_HEADS | frozenset(TABLE["groups"]["nouns"].split())
DOERS = ("ers", "ors", "ists", "ians")
PLAIN = frozenset(["add", "say"])
"""Verbs that may stand before whoever speaks; others may have an object there ("..., announced plans to leave")."""


def _can_speak(r: Reading, phrase: Range) -> bool:
    """Whether the head of a phrase is a name, a pronoun, a role or a group."""
    doc, low = r.doc, r.doc.low
    end = next((k for k in range(*phrase) if low[k] in at.PREPOSITION), phrase[1])
    heads = (low[k].removesuffix(ending) for k in range(phrase[0], end) for ending in ("", "s", "es"))
    return is_cap(doc, end - 1) or low[phrase[0]] in at.PRONOUN or low[end - 1].endswith(DOERS) or any(head in SPEAKERS for head in heads)


def _names_person(r: Reading, phrase: Range) -> bool:
    """Whether a phrase is a name or holds a role ("the company's chief executive")."""
    return is_cap(r.doc, phrase[0]) or any(word in at.TITLE for word in r.doc.low[phrase[0] : phrase[1]])


def _named(r: Reading, found: Range) -> bool:
    """Whether a subject is a name or a pronoun, so that the form after it is surely a verb ("the ministry notes" may be papers)."""
    return is_cap(r.doc, found[1] - 1) or r.doc.low[found[0]] in at.PRONOUN or r.doc.low[found[0]] in at.DETERMINER


def parenthetical(r: Reading, k: int) -> Draft | None:
    """Words, S V; words, V S; words, S V, words."""
    doc, low = r.doc, r.doc.low
    verb = verb_at(r, k)
    s, e = r.bounds(k)
    if verb is None or k - s < 3 or is_passive(r, k, verb) or noun_like(r, k, verb):
        return None
    found, how = r.subject(k)
    speaker = _inverted(r, k, e, verb, found, how)
    if speaker is not None:
        end, after, rule = k - 1, speaker[1], "words, V S"
    else:
        if found is None or how == "relative" or found[0] - s < 2 or (low[k - 1] in COMMAS and how != "apposition"):
            return None
        if verb.lemma in at.OPINION or not (is_plural(r, found) if verb.forms <= {"base"} else low[k] not in at.NOUN_LIKE or _named(r, found)):
            return None
        b = found[0] - 1
        if not (low[b] == "," or doc.toks[b][0] in "—–" or doc.toks[b] == "- " or (r.inside[b] >= 0 and doc.toks[b - 1].strip() in (",", "?", "!"))):
            return None
        speaker, end, after, rule = found, (b if r.inside[b] < 0 else b + 1), k + 1, "words, S V"
        if verb.lemma in at.OBJECT_SKIP:
            after = skip_addressee(r, after, e)
    while after < e and (at.is_adverb(doc, after) or low[after] in at.PLACE):
        after += 1
    rest = after < e and is_word(doc, after)
    n = s
    while n < end and not is_word(doc, n):
        n += 1
    fronted = low[n] in at.PREPOSITION or low[n] in at.TIME or at.is_adverb(doc, n) or low[n] in at.CONJUNCTION or low[n].endswith("ing")
    if rule == "words, S V" and low[n] == "according":
        return None
    linked = rule == "words, S V" and low[n] in ("but", "and") and end - n <= 2
    pieces: list[Range] = []
    if rest:
        stop = after
        while stop < e and low[stop] not in (",", ";") and r.inside[stop] < 0:
            if low[stop] in ("that", "would", "is", "was", "were", "are", "has", "had", "have", "will") or (low[stop] in at.PRONOUN and stop > after):
                return None
            stop += 1
        if (low[after] not in at.PREPOSITION and low[after] not in at.TIME) or low[after] == "to":
            return None
        if fronted and end - n < 9:
            return None
        if stop < e and r.inside[stop] >= 0:
            return None
        after = stop
    if (
        after + 1 < e
        and low[after] in (",", ":")
        and (m := r.inside[skip_blanks(doc, after + 1, e - 1)]) >= 0
        and (fronted or low[n] in ("asked", "told") or end - n < 3)
    ):
        if not r.fragment(m)[:1].islower() or m in r.owner:
            return None
    pieces = front(r, s, end) if not linked else []
    if not pieces and not linked:
        return None
    if rule == "words, S V" and after < e and (low[after] == "," or doc.toks[after][0] in "—–") and after + 1 < e:
        nxt = low[after + 1]
        if (
            nxt not in at.SPEAKING
            and nxt not in ("who", "which", "while", "citing")
            and not (nxt.endswith("ing") and not is_cap(doc, after + 1))
            and not (nxt in ("and", "but", "while", "as", "though", "although") and new_cue(r, after + 2, e))
        ):
            more = r.trimmed(after + 1, boundary(r, after + 1, e, clause=True))
            if (
                more
                and more[1] - more[0] > 1
                and not (r.inside[more[0]] >= 0 and r.regions[r.inside[more[0]]].close >= more[1] - 1 and is_cap(doc, min(more[0] + 1, e - 1)))
            ):
                pieces.append(more)
    return Draft(rule, pieces, cue_range(r, k), speaker, stance_of(r, k, verb)) if pieces else None


def noun_that(r: Reading, k: int) -> Draft | None:
    """S repeated his claim that ...; S issued a warning that ...: the noun is the object of a verb that asserts it, or its words stand in marks."""
    doc, low = r.doc, r.doc.low
    if low[k] not in at.NOUN or k + 2 >= len(low) or low[k + 1] != "that" or k < 2:
        return None
    s, e = r.bounds(k)
    owner: Range | None = None
    a = k - 1
    while a > s and k - a < 4 and low[a] not in at.DETERMINER | at.POSSESSIVE and low[a] not in ("'s", "'"):
        a -= 1
    if low[a] in at.POSSESSIVE:
        owner = (a, a + 1)
    elif low[a] in ("'s", "'"):
        owner = phrases.phrase_left(doc, a, s)
        a = owner[0] if owner else a
    piece = r.trimmed(k + 1, boundary(r, k + 1, e, clause=True))
    if piece is None or a <= s:
        return None
    if low[a - 1] in at.ASSERTING:
        owner = r.subject(a - 1)[0] or shared_subject(r, a - 1) or owner
    elif owner is None or not has_region(r, k, piece[1]):
        return None
    return Draft("noun that", [piece], (k, k + 1), owner, NOUN_STANCE.get(low[k].rstrip("s"), Stance.CLAIMED))


def made_clear(r: Reading, k: int) -> Draft | None:
    """S made it clear that ..."""
    low = r.doc.low
    if low[k] != "clear" or k < 2 or k + 1 >= len(low) or low[k + 1] not in ("that", "how", "what"):
        return None
    a = k - 1 if low[k - 1] != "it" else k - 2
    if low[a] not in ("made", "makes", "make", "making"):
        return None
    e = r.bounds(k)[1]
    found, _how = r.subject(a)
    piece = r.trimmed(k + 1, boundary(r, k + 1, e, clause=True))
    return Draft("made clear", [piece], (a, k + 1), found or shared_subject(r, a)) if piece else None


def as_said(r: Reading, k: int) -> Draft | None:
    """As S V, words; words, as S V."""
    doc, low = r.doc, r.doc.low
    verb = verb_at(r, k)
    s, e = r.bounds(k)
    if verb is None or "as" not in low[max(s, k - AS_FAR) : k] or k + 1 >= len(low):
        return None
    found, how = r.subject(k)
    if found is None or how == "relative" or found[0] <= s or low[found[0] - 1] != "as":
        return None
    a = found[0] - 1
    after = skip_adjuncts(r, k + 1, e)
    while after < e and (low[after] in at.TIME or low[after] in at.PREPOSITION or (is_word(doc, after) and after - k < 8 and after > k + 1)):
        after += 1
    lead = a
    while lead > s and ((not is_word(doc, lead - 1) and r.inside[lead - 1] < 0) or low[lead - 1] in ("but", "and", "just")):
        lead -= 1
    if lead <= s:
        if after >= e or low[after] not in (",", ":"):
            return None
        piece = r.trimmed(after + 1, boundary(r, min(after + 1, e - 1), e, clause=True))
        return Draft("as S V", [piece], cue_range(r, k), found, stance_of(r, k, verb)) if piece and piece[1] - piece[0] > 3 else None
    if low[a - 1] != "," or (after < e and is_word(doc, after)):
        return None
    pieces = front(r, s, lead)
    return Draft("as S V", pieces, cue_range(r, k), found, stance_of(r, k, verb)) if pieces and pieces[0][1] - pieces[0][0] > 3 else None


def relative(r: Reading, k: int) -> Draft | None:
    """Which S says is ...; what S called ...: the relative word is a piece of the words."""
    doc, low = r.doc, r.doc.low
    verb = verb_at(r, k)
    if verb is None or noun_like(r, k, verb) or is_passive(r, k, verb):
        return None
    s, e = r.bounds(k)
    found, how = r.subject(k)
    if found is None or how == "relative" or found[0] <= s or k + 1 >= e or verb.lemma in at.OPINION:
        return None
    a = found[0] - 1
    nxt = low[k + 1]
    if low[a] == "what" or low[a] == "which" or (low[a] == "who" and is_word(doc, k + 1)):
        pass
    elif low[a] == "that" and (nxt in at.AUXILIARY or nxt in at.VERB_LIKE) and nxt not in at.DETERMINER:
        pass
    else:
        return None
    if (low[a] == "which" and low[a - 1] in at.PREPOSITION) or nxt == "that":
        return None
    if verb.forms <= {"base"} and not is_plural(r, found) and low[k - 1] not in at.MODAL:
        return None
    j = skip_blanks(doc, cue_range(r, k)[1], e)
    stop = j
    while stop < e:
        if r.inside[stop] >= 0:
            stop = r.regions[r.inside[stop]].close
            if doc.toks[stop - 2].strip() == ",":
                break
            continue
        if low[stop] in (",", ";", ":", "—", "–") or doc.toks[stop] == "- ":
            break
        stop += 1
    if low[a] == "what":
        stop = min(stop, boundary(r, j, e, clause=False)) if j < e else stop
    pieces = [] if low[a] == "what" else [(a, a + 1)]
    more = r.trimmed(j, stop) if j < stop else None
    if more:
        pieces.append(more)
    if (low[a] == "what" and not (more and has_region(r, more[0] - 1, more[1]))) or (low[a] != "what" and "clause" not in verb.frames):
        return None
    return Draft("relative", pieces, cue_range(r, k), found, stance_of(r, k, verb))
