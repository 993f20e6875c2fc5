"""Where a complement begins and ends: adjuncts and addressees after a cue, the cuts before the end of its sentence."""

from __future__ import annotations

from bisect import bisect_right

from conflictkit.english import attribution as at
from conflictkit.english.attribution import VERBS, is_cap, is_word, skip_blanks
from conflictkit.english.reading import Reading, is_finite, is_passive, noun_like, verb_at

LONGEST = 250
"""Tokens outside marks after which a complement is cut: no sentence is that long, but a text of one line may be."""

THAT, QUESTION, CLAUSE, TO, OBJECT, ING, PREPOSITION, QUOTE = "that", "question", "clause", "to", "object", "ing", "preposition", "quote"
"""What a complement may be; the names of the rules hold them."""

WINDOW = 30
"""Tokens within which the finite verb of a clause without "that" is looked for."""


def shape_of(r: Reading, j: int, e: int) -> str:
    """What the complement that begins at j is, told by its first word, or by a finite verb that makes a clause of a noun phrase."""
    doc, low = r.doc, r.doc.low
    word = low[j]
    if r.inside[j] >= 0:
        return QUOTE
    if word == "that":
        return THAT
    if word in at.QUESTION:
        return QUESTION
    if word == "to":
        return TO
    if word in at.PRONOUN or word == "there":
        return CLAUSE
    if word in at.PREPOSITION:
        return PREPOSITION
    if word.endswith("ing") and not is_cap(doc, j):
        return ING
    for k in range(j + 1, min(e, j + WINDOW)):
        word = low[k]
        if r.inside[k] >= 0 or is_cap(doc, k):
            continue
        if word in at.RELATIVE or word == ";":
            break
        if word in at.FINITE or word in at.VERB_LIKE:
            return CLAUSE
        if word.endswith("ed") and k + 1 < e and low[k + 1] in at.OPENS_PHRASE and low[k - 1] not in at.DETERMINER | at.PREPOSITION:
            return CLAUSE
    return OBJECT


def admits(verb: at.Verb, shape: str, word: str) -> bool:
    """Whether a complement of this shape, with no quote mark in it, is reported speech after the verb; ``word`` is its first."""
    frames = verb.frames
    if shape in (THAT, QUESTION):
        return bool(frames & {"clause", "that"})
    if shape == CLAUSE:
        return "clause" in frames or ("that" in frames and word in at.PRONOUN)
    if shape == OBJECT:
        return "object" in frames
    if shape == TO:
        return "to" in frames
    if shape == PREPOSITION:
        return word in at.PREPOSITIONS.get(verb.lemma, ())
    return shape == ING and "ing" in frames


def skip_adjuncts(r: Reading, j: int, e: int) -> int:
    """The index after the adverbs, times and prepositional phrases that follow a cue ("on Monday", "in a statement")."""
    doc, low = r.doc, r.doc.low
    while j < e:
        word = low[j]
        if doc.toks[j][0].isspace() or (
            at.is_adverb(doc, j) and low[j] not in ("never", "not", "once", "no", "then", "there", "only", "even", "just", "so")
        ):
            j += 1
        elif word in at.TIME and (
            is_cap(doc, j)
            or word in ("earlier", "later", "yesterday", "today")
            or (word in ("last", "this", "late") and j + 1 < e and low[j + 1] in at.TIME)
        ):
            n = j
            while n < e and (
                (low[n] in at.TIME and low[n] != "this")
                or (low[n] in ("the", "this", "in") and n + 1 < e and low[n + 1] in at.TIME)
                or doc.toks[n][0].isdigit()
            ):
                n += 1
            j = max(n, j + 1)
        elif word in (
            "on",
            "in",
            "at",
            "during",
            "after",
            "before",
            "by",
            "via",
            "through",
            "to",
            "with",
            "over",
            "from",
            "of",
            "about",
            "as",
        ) and word not in ("of", "about", "as"):
            if word == "to" and not (
                j + 1 < e
                and (
                    low[j + 1] in at.DETERMINER
                    or low[j + 1] in ("reporters", "journalists", "lawmakers", "us", "me", "him", "her")
                    or is_cap(doc, j + 1)
                )
            ):
                return j
            n = j + 1
            while n < e:
                if low[n] == "that" or r.inside[n] >= 0 or low[n] in at.PRONOUN or low[n] in ",.;:" or low[n] in at.QUESTION:
                    break
                if (
                    n > j + 1
                    and (low[n] in at.DETERMINER or low[n] == "there")
                    and low[n - 1] not in at.PREPOSITION
                    and low[n - 1] not in ("and", "all")
                ):
                    break
                n += 1
            if (
                n >= e
                or low[n] in ".;"
                or (low[n] == "," and not ((n + 1 < e and low[n + 1] == "that") or r.inside[min(n + 1, e - 1)] >= 0))
            ):
                return j
            j = n
        else:
            break
    return j


def skip_addressee(r: Reading, j: int, e: int) -> int:
    """The index after the indirect object of "told"."""
    doc, low = r.doc, r.doc.low
    j = skip_blanks(doc, j, e)
    if j >= e:
        return j
    if low[j] in at.OBJECT or low[j] == "her":
        return j + 1
    n = j
    while n < e:
        word = low[n]
        if (
            (
                word in ("that", ",", ":", "to", ".", ";")
                and not (word == "." and doc.toks[n - 1].strip() in ("Mr", "Mrs", "Ms", "Dr", "U", "Gen", "Sen", "St"))
            )
            or r.inside[n] >= 0
            or word in at.PRONOUN
            or word in at.QUESTION
            or word == "there"
        ):
            break
        if (
            n > j
            and (word in at.DETERMINER or word in at.POSSESSIVE)
            and low[n - 1] not in at.PREPOSITION
            and low[n - 1] not in ("and", "or")
        ):
            break
        if n > j and (word in ("in", "on", "at", "during", "after", "before", "via", "by", "about")):
            break
        if (
            n > j
            and not is_cap(doc, n)
            and is_word(doc, n)
            and is_cap(doc, n - 1)
            and low[n - 1] != "'s"
            and word
            not in (
                "and",
                "of",
                "for",
                "news",
                "radio",
                "television",
                "host",
                "anchor",
                "reporters",
                "reporter",
                "newspaper",
                "magazine",
                "agency",
                "state",
            )
        ):
            break
        if (
            n > j + 1
            and is_cap(doc, n)
            and not is_cap(doc, n - 1)
            and low[n - 1] in ("reporters", "journalists", "lawmakers", "supporters")
        ):
            break
        n += 1
    return n


def boundary(r: Reading, start: int, e: int, *, clause: bool, dashed: bool = False) -> int:
    """Where a complement that begins at start ends: the sentence's end, or one of the cuts before it."""
    doc, low, inside = r.doc, r.doc.low, r.inside
    fronted = low[start] in ("while", "when", "as", "after", "if", "although", "though", "because", "before", "since") or (
        low[start] == "that" and start + 1 < e and low[start + 1] in ("if", "while", "when", "after", "although")
    )
    k = start
    while k < e:
        if inside[k] >= 0:
            k = r.regions[inside[k]].close
            if (
                k < e
                and doc.toks[k - 2].strip() == ","
                and is_word(doc, k)
                and inside[k] < 0
                and (
                    low[k] in at.SPEAKING
                    or low[k] in at.VERB_LIKE
                    or (low[k].endswith("ed") and not is_cap(doc, k))
                    or low[k] in ("who", "which", "but", "while", "though", "although", "despite", "as", "citing")
                    or (low[k].endswith("ing") and low[k] not in ("including", "during"))
                    or (low[k] == "and" and (new_cue(r, k + 1, e) or (k + 1 < e and low[k + 1] in VERBS)))
                )
            ):
                return k
            continue
        if k - start > LONGEST:
            return k
        word = low[k]
        nxt = low[k + 1] if k + 1 < e else ""
        if (word == ";" and k > start) or (k in r.starts and k > start + 1):
            return k
        if dashed and k > start and (doc.toks[k][0] in "—–" or doc.toks[k] == "- "):
            return k
        if word == ":" and k > start and not clause:
            return k
        if word in "—–" or (word == "-" and doc.toks[k] == "- " and k and doc.toks[k - 1][-1] == " "):
            if not clause or nxt in at.SPEAKING or (False):
                return k
        if word == "," and nxt:
            after = low[k + 2] if k + 2 < e else ""
            if nxt in ("who", "which", "whose") and k > start + 2 and first_comma(r, k + 2, e) == e and not has_region(r, k, e):
                return k
            if nxt in at.CLAUSE_CUT or (at.is_adverb(doc, k + 1) and after in at.CLAUSE_CUT):
                return k
            if (
                nxt in ("and", "but", "while", "though", "although", "as", "or")
                and k > start
                and new_cue(r, k + 2, e, loose=nxt not in ("and", "or"))
            ):
                return k
            if (
                not clause
                and not fronted
                and (
                    nxt in at.OBJECT_CUT
                    or (nxt.endswith("ing") and nxt not in ("including", "during"))
                    or (nxt in ("a", "an", "the") and is_cap(doc, k - 1))
                )
            ):
                return k
            if (
                clause
                and nxt.endswith("ing")
                and nxt not in ("including", "during", "according", "killing", "injuring", "wounding", "leaving", "being", "having")
                and not is_cap(doc, k + 1)
                and False
            ):
                return k
            fronted = False
        elif word in ("and", "but") and k > start:
            n = k + 1
            while n < e and at.is_adverb(doc, n):
                n += 1
            verb = VERBS.get(low[n]) if n < e else None
            if (
                verb
                and verb.forms & {"past", "third"}
                and "clause" in verb.frames
                and low[n] not in ("claims", "reports", "notes", "states")
                and inside[n] < 0
                and not (n and low[n] in at.NOUN_LIKE)
            ):
                return k
            if (
                not clause
                and n < e
                and inside[n] < 0
                and not is_cap(doc, n)
                and (
                    low[n] in at.VERB_LIKE
                    or (low[n].endswith("ed") and low[n] not in ("red", "need"))
                    or (verb and verb.forms & {"past", "third"} and low[n] not in at.NOUN_LIKE)
                )
            ):
                return k
            if new_cue(r, k + 1, e):
                return k
        elif not clause and word in ("while", "after", "during", "despite", "amid") and k > start + 1:
            return k
        elif (
            not clause
            and word in at.TIME
            and is_cap(doc, k)
            and word not in ("may", "march", "sun")
            and k > start + 1
            and nxt[:1] in ("", ",", ".", "i", "d", "a")
        ):
            return k - 1 if low[k - 1] == "on" else k
        k += 1
    return e


def speech_between(r: Reading, a: int, b: int) -> bool:
    """Whether a plain verb of speech stands between two tokens: the quote is its, not the weaker verb's."""
    n = bisect_right(r.hits, a - 1)
    while n < len(r.hits) and r.hits[n] < b:
        verb = verb_at(r, r.hits[n])
        if verb and "clause" in verb.frames and verb.forms & {"past", "third"} and not noun_like(r, r.hits[n], verb):
            return True
        n += 1
    return False


def has_region(r: Reading, a: int, b: int) -> bool:
    n = bisect_right(r.opens, a)
    return n < len(r.opens) and r.opens[n] < b


def first_comma(r: Reading, k: int, e: int) -> int:
    """The first comma outside marks from k on, or e; a mark that closes after a comma counts."""
    while k < e:
        if r.inside[k] >= 0:
            k = r.regions[r.inside[k]].close
            if r.doc.toks[k - 2].strip() == ",":
                return k
            continue
        if r.doc.low[k] == ",":
            return k
        k += 1
    return e


def verb_comma(r: Reading, k: int, e: int) -> int:
    """The first comma from k on behind which the main verb goes on ("Smith, who said ..., left")."""
    low = r.doc.low
    while True:
        k = first_comma(r, k, e)
        if k >= e:
            return e
        n = k + 1 if low[k] == "," else k
        if (
            n < e
            and r.inside[n] < 0
            and (
                low[n] in at.VERB_LIKE
                or low[n] in at.AUXILIARY
                or low[n].endswith("ed")
                or (low[n] in VERBS and VERBS[low[n]].forms & {"past", "third"})
            )
        ):
            return k
        k = n + 1


def new_cue(r: Reading, k: int, e: int, *, loose: bool = False) -> bool:
    """Whether a cue with its own subject begins at k ("but officials said")."""
    n = bisect_right(r.hits, k)
    k = skip_blanks(r.doc, k, e)
    for hit in r.hits[n : n + 2]:
        if hit >= e or hit - k > 14:
            return False
        verb = verb_at(r, hit)
        if (
            verb
            and ((loose and verb.forms == {"past"}) or "clause" in verb.frames)
            and verb.forms & {"past", "third", "base"}
            and is_finite(r, hit, verb)
            and not is_passive(r, hit, verb)
        ):
            found, how = r.subject(hit)
            if found and found[0] in (k, k + 1) and how != "relative":
                return True
    return False
