"""Where a complement begins and ends: adjuncts and addressees after a cue, the cuts before the end of its sentence."""

from __future__ import annotations

from bisect import bisect_right

from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes.attribution import VERBS, is_cap, is_word, skip_blanks
from conflictkit.english.quotes.reading import Reading, is_finite, is_passive, noun_like, verb_at

THAT, QUESTION, CLAUSE, TO, OBJECT, ING, PREPOSITION, QUOTE = "that", "question", "clause", "to", "object", "ing", "preposition", "quote"
"""What a complement may be; the names of the rules hold them."""

CLAUSE_CUTS = at.DASHES | {",", ";", ":", "and", "but"}
PHRASE_CUTS = CLAUSE_CUTS | at.OBJECT_END | at.TIME | {"in", "at", "during", "on"}
"""Words at which a complement may end."""

NEW_CLAUSE = frozenset(["although", "because", "but", "though", "while"])
"""Words behind a comma whose verb is none of the clause before."""

CLAUSE_WORDS = at.RELATIVE | at.FINITE | at.VERB_LIKE | NEW_CLAUSE | {";"}
"""Words that tell a clause from a noun phrase."""

NO_NOUN = at.PRONOUN | at.DETERMINER | at.QUESTION | at.PREPOSITION | {"that", "there"}
"""Words behind "her" that show it to be no possessive."""

COUNT_OPENS: dict[str, tuple[str, ...]] = {"at": ("least", "most"), "up": ("to",), "as": ("many", "much", "few"), "close": ("to",), "no": ("fewer", "more", "less"), "more": ("than",), "fewer": ("than",), "less": ("than",)}
"""Words that bound a number together with the word after them."""

FRONTED = 16
"""Tokens within which a fronted phrase ends with a comma."""

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
    if word.endswith(("'ll", "'d", "'ve", "'re", "'m")):
        return CLAUSE
    if word in at.PRONOUN or word == "there":
        return CLAUSE if word not in ("it", "you") or _verb_follows(r, j, e) else OBJECT
    counted = opens_count(r, j, e)
    if word in at.PREPOSITION and not counted:
        return CLAUSE if fronted(r, j, e) else PREPOSITION
    if word.endswith("ing") and not is_cap(doc, j):
        return ING
    wanted, k = 1, j
    while (k := k + 1) < min(e, j + WINDOW):
        word = low[k]
        if (word not in CLAUSE_WORDS and word[-2:] != "ed") or r.inside[k] >= 0 or is_cap(doc, k):
            continue
        if word == ";" or (low[k - 1] == "," and word in NEW_CLAUSE):
            break
        if word in at.RELATIVE and not (word == "that" and k + 1 < e and low[k + 1] in at.TIME):
            if low[k - 1] == ",":  # "the fall of the town, whose value ..., would be"
                k = first_comma(r, k, e)
            else:
                wanted += 1  # "the people who fled had returned"
        elif word in at.FINITE or word in at.VERB_LIKE:
            wanted -= 1
            if not wanted:
                return CLAUSE
        elif word.endswith("ed") and k + 1 < e and low[k + 1] in at.OPENS_PHRASE and low[k - 1] not in at.DETERMINER | at.PREPOSITION:
            wanted -= 1
            if not wanted:
                return CLAUSE
    return PREPOSITION if counted and word in at.PREPOSITION else OBJECT


def _verb_follows(r: Reading, j: int, e: int) -> bool:
    """Whether the pronoun at j has its verb behind it, so that it is no object ("found it on the road")."""
    low, k = r.doc.low, j + 1
    while k < e and at.is_adverb(r.doc, k):
        k += 1
    return k >= e or low[k] in at.FINITE or low[k] in at.VERB_LIKE or low[k] in VERBS or low[k][-2:] in ("ed", "'s") or low[k].endswith("s")


FIGURE_WITHIN = 16
"""How many tokens a thing may take before its figure: "the number of people hurt in the two attacks at 40"."""


def opens_count(r: Reading, j: int, e: int) -> bool:
    """Whether the words at j bound a number that follows ("at least 12", "between 10 and 20", "as many as 40", "about 200")."""
    low = r.doc.low
    k = j + 1
    if low[j] in COUNT_OPENS and k < e and low[k] in COUNT_OPENS[low[j]]:
        k += 1 if low[j] != "as" else 2
    elif low[j] not in at.COUNT_BOUND:
        return False
    return k < e and (r.doc.toks[k][0].isdigit() or low[k] in at.NUMERAL)


def gives_figure(r: Reading, j: int, e: int) -> bool:
    """Whether the words from j give a thing its number: "the number of dead at more than 12"."""
    low, measured = r.doc.low, False
    for x in range(j, min(first_comma(r, j, e), j + FIGURE_WITHIN, e - 1)):
        measured = measured or low[x] in at.MEASURED
        if low[x] == "at" and measured:
            return r.doc.toks[x + 1][0] in "0123456789$€£" or low[x + 1] in at.NUMERAL or opens_count(r, x + 1, e)
    return False


def fronted(r: Reading, j: int, e: int) -> bool:
    """Whether a phrase or subordinate clause at j stands before the clause that is said ("under the deal, troops will leave")."""
    if r.doc.low[j] == "among":  # "said among the dead were two officers"
        return not at.BE.isdisjoint(r.doc.low[j + 2 : min(e, j + FRONTED)])
    if r.doc.low[j] not in at.FRONTS:
        return False
    c = first_comma(r, j, min(e, j + FRONTED))
    after = c + 1
    return c < min(e, j + FRONTED) - 1 and r.doc.low[c] == "," and r.inside[after] < 0 and r.doc.low[after] not in at.PREPOSITION and shape_of(r, after, e) == CLAUSE


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
        if opens_count(r, j, e):
            break
        if doc.toks[j][0].isspace() or (at.is_adverb(doc, j) and low[j] not in ("never", "not", "once", "no", "then", "there", "only", "even", "just", "so")):
            j += 1
        elif word in at.PLACE and j + 1 < e and (low[j + 1] in at.TIME or low[j + 1] in ("on", "that") or not is_word(doc, j + 1)):
            j += 1
        elif word == "for" and any(w in at.PERIOD for w in low[j + 1 : j + 4]):
            j += 1 + next(n for n, w in enumerate(low[j : j + 4]) if w in at.PERIOD)
        elif word in at.TIME and (
            is_cap(doc, j) or word in ("earlier", "later", "yesterday", "today") or (word in ("last", "this", "late") and j + 1 < e and low[j + 1] in at.TIME)
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
                and (low[j + 1] in at.DETERMINER or low[j + 1] in ("reporters", "journalists", "lawmakers", "us", "me", "him", "her") or is_cap(doc, j + 1))
            ):
                return j
            n = j + 1
            while n < e:
                if r.inside[n] >= 0 and low[n - 1] in ("'s", "on", "in") and r.names_title(r.inside[n]):
                    n = r.regions[r.inside[n]].close  # "said on the channel's "This Week" that"
                    continue
                if low[n] == "that" or r.inside[n] >= 0 or low[n] in at.PRONOUN or low[n] in ",.;:" or low[n] in at.QUESTION:
                    break
                if low[n] == "to" and low[n - 1] in at.TIME:
                    break
                opens = low[n] in at.DETERMINER or low[n] == "there" or (doc.toks[n][0].isdigit() and low[n - 1] not in at.TIME) or opens_count(r, n, e)
                if n > j + 1 and opens and low[n - 1] not in at.PREPOSITION and low[n - 1] not in ("and", "all"):
                    break
                n += 1
            if n >= e or low[n] in ".;" or (low[n] == "," and not ((n + 1 < e and low[n + 1] == "that") or r.inside[min(n + 1, e - 1)] >= 0)):
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
    if low[j] in at.OBJECT and not (low[j] == "her" and j + 1 < e and is_word(doc, j + 1) and low[j + 1] not in NO_NOUN):
        return j + 1
    n = j
    while n < e:
        word = low[n]
        if (
            (word in ("that", ",", ":", "to", ".", ";") and not (word == "." and doc.toks[n - 1].strip() in ("Mr", "Mrs", "Ms", "Dr", "U", "Gen", "Sen", "St")))
            or r.inside[n] >= 0
            or word in at.PRONOUN
            or word in at.QUESTION
            or word == "there"
        ):
            break
        if n > j and (word in at.DETERMINER or word in at.POSSESSIVE) and low[n - 1] not in at.PREPOSITION and low[n - 1] not in ("and", "or"):
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
        if n > j + 1 and is_cap(doc, n) and not is_cap(doc, n - 1) and low[n - 1] in ("reporters", "journalists", "lawmakers", "supporters"):
            break
        n += 1
    return n


def boundary(r: Reading, start: int, e: int, *, clause: bool, dashed: bool = False, participle: bool = False) -> int:
    """Where a complement that begins at start ends: the sentence's end, or one of the cuts before it.

    ``clause``: it has a verb of its own, so that its ``, which``, its dashes and its "and" are more often its own. ``dashed``: the cue
    stands between dashes. ``participle``: the cue is one ("calling ... and accusing ...").
    """
    doc, low, inside = r.doc, r.doc.low, r.inside
    cuts = CLAUSE_CUTS if clause else PHRASE_CUTS
    fronted = low[start] in at.SUBORDINATE or (low[start] == "that" and start + 1 < e and low[start + 1] in at.SUBORDINATE)
    k = start
    while k < e:
        if inside[k] >= 0:
            k = r.regions[inside[k]].close
            if k < e and doc.toks[k - 2].strip() == "," and _goes_on(r, k, e):
                return k
            continue
        word = low[k]
        if k in r.starts and k > start + 1:
            return k
        if word not in cuts:
            k += 1
            continue
        nxt = low[k + 1] if k + 1 < e else ""
        if k > start and (word == ";" or (word == ":" and not clause)):
            return k
        if word in at.DASHES and (word not in "-–" or doc.toks[k][-1] == " "):
            if (dashed and k > start) or not clause or nxt in at.SPEAKING:
                return k
        elif word == "," and nxt:
            if _comma_cut(r, k, e, start, clause=clause, fronted=fronted):
                return k
            fronted = False
        elif word in ("and", "but") and k > start:
            if _coordinate_cut(r, k, e, clause=clause, participle=participle):
                return k
        elif not clause and k > start + 1:
            if word in at.OBJECT_END or _said_where(r, k, e):
                return k
            if word in at.WEEKDAY and is_cap(doc, k) and nxt[:1] in ("", ",", ".", "i", "d", "a") and low[k - 1] not in at.DETERMINER:
                while k > start + 1 and low[k - 1] in ("on", "late", "early", "earlier", "last"):
                    k -= 1
                return k
        k += 1
    return e


def _goes_on(r: Reading, k: int, e: int) -> bool:
    """Whether the sentence goes on at k without the quote that closed after a comma before it."""
    word = r.doc.low[k]
    if not is_word(r.doc, k) or r.inside[k] >= 0:
        return False
    return (
        word in at.SPEAKING
        or word in at.VERB_LIKE
        or word in ("who", "which", "but", "while", "though", "although", "despite", "as", "citing")
        or (word.endswith("ed") and not is_cap(r.doc, k))
        or (word.endswith("ing") and word not in at.NO_PARTICIPLE)
        or (word == "and" and (new_cue(r, k + 1, e) or (k + 1 < e and r.doc.low[k + 1] in VERBS)))
    )


def _comma_cut(r: Reading, k: int, e: int, start: int, *, clause: bool, fronted: bool) -> bool:
    """Whether a complement ends at the comma at k."""
    doc, low = r.doc, r.doc.low
    nxt, after = low[k + 1], low[k + 2] if k + 2 < e else ""
    if nxt in ("who", "which", "whose") and k > start + 2 and first_comma(r, k + 2, e) == e and not has_region(r, k, e):
        return True
    if nxt in at.SPEAKING or (after in at.SPEAKING and at.is_adverb(doc, k + 1)):
        return True
    if nxt in ("and", "but", "while", "though", "although", "as", "or") and k > start and new_cue(r, k + 2, e, loose=nxt not in ("and", "or")):
        return True
    if clause and not fronted and k > start + 1 and new_cue(r, k + 1, e) and not _between_commas(r, k, e):
        return True
    if clause or fronted:
        return False
    return nxt in at.OBJECT_CUT or (nxt.endswith("ing") and nxt not in at.NO_PARTICIPLE) or (nxt in ("a", "an", "the") and is_cap(doc, k - 1))


def _between_commas(r: Reading, k: int, e: int) -> bool:
    """Whether the cue behind the comma at k is a parenthesis ("the town, he said, had fallen") or ends the sentence."""
    n = bisect_right(r.hits, k)
    after = r.hits[n] + 1
    return after >= e or not is_word(r.doc, after) or after + 1 >= e


def _coordinate_cut(r: Reading, k: int, e: int, *, clause: bool, participle: bool) -> bool:
    """Whether the "and" or "but" at k joins to the cue's clause, not inside the complement."""
    doc, low = r.doc, r.doc.low
    n = k + 1
    while n < e and at.is_adverb(doc, n):
        n += 1
    if n >= e or r.inside[n] >= 0:
        return False
    word, verb = low[n], VERBS.get(low[n])
    if participle and word in at.SPEAKING:
        return True
    if verb and verb.forms & {"past", "third"} and word not in at.NOUN_LIKE and ("clause" in verb.frames or not clause or "past" in verb.forms):
        return True
    if not clause and not is_cap(doc, n) and (word in at.VERB_LIKE or (word.endswith("ed") and word not in ("red", "need"))):
        return True
    return new_cue(r, k + 1, e)


def _said_where(r: Reading, k: int, e: int) -> bool:
    """Whether "in an interview", "at a briefing" begins at k."""
    low = r.doc.low
    return low[k] in ("in", "at", "during", "on") and k + 1 < e and low[k + 1] in ("a", "an") and any(w in at.DOCUMENT for w in low[k + 2 : min(k + 6, e)])


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
            and (low[n] in at.VERB_LIKE or low[n] in at.AUXILIARY or low[n].endswith("ed") or (low[n] in VERBS and VERBS[low[n]].forms & {"past", "third"}))
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
