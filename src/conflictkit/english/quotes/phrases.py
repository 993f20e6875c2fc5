"""Noun phrases beside a word: the one that ends to its left, the one that begins to its right."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.quotes.attribution import (
    ABBREVIATED,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    DOCUMENT,
    LINKING,
    NOUN_LIKE,
    NUMERAL,
    OBJECT,
    OPEN_MARKS,
    OPENS_PHRASE,
    PARTITIVE,
    PERIOD,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SPEAKING,
    SUBJECT,
    TIME,
    TITLE,
    VERB_LIKE,
    VERBS,
    Range,
    is_adverb,
    is_cap,
    is_word,
    skip_blanks,
)

DAILY = frozenset({"daily", "weekly", "monthly"})
"""Adverbs that are newspapers beside a name."""
ASIDES = {("in", "fact"), ("in", "particular"), ("in", "turn"), ("in", "general"), ("in", "part"), ("at", "least"), ("at", "times"), ("of", "course")}
"""Adverbials of two words that stand before a verb."""


def _is_past(doc: Document, k: int, low_bound: int) -> bool:
    """Whether a form in -ed is the verb of "who" or of a subject with an adverb before it ("the envoy also renewed charges")."""
    low, before = doc.low, k - 1
    return before >= low_bound and (low[before] in RELATIVE or (is_adverb(doc, before) and is_cap(doc, before - 1) and before - 1 >= low_bound))


def _noun_end(doc: Document, k: int) -> bool:
    """Whether token k can be the last word of a noun phrase."""
    word = doc.low[k]
    if not is_word(doc, k) and word not in ("'s", "%"):
        return False
    return not (word in PREPOSITION or word in CONJUNCTION or word in AUXILIARY or word in POSSESSIVE or (word in DETERMINER and word not in SUBJECT))


def hyphened(doc: Document, j: int) -> bool:
    """Whether the word at j is part of a compound ("well-informed", "left-wing")."""
    return doc.toks[j + 1] == "-" or (j > 0 and doc.toks[j - 1] == "-")


def phrase_left(doc: Document, end: int, low_bound: int, *, nearest: bool = False) -> Range | None:
    """The noun phrase whose last token is end - 1, not reaching before ``low_bound``; ``nearest`` stops at the first preposition."""
    low = doc.low
    j = end - 1
    if j < low_bound:
        return None
    if low[j] == "." and j > low_bound and low[j - 1] in ABBREVIATED and doc.sentence(j) == doc.sentence(min(end, len(low) - 1)):
        j, end = j - 1, end - 1
    if low[j] in PRONOUN or (low[j] in SUBJECT and low[j] not in DETERMINER):
        return (j, end)
    if low[j].endswith(("self", "selves")) and j > low_bound and is_word(doc, j - 1) and not low[j - 1].endswith(("self", "selves")):  # "the minister himself"
        whole = phrase_left(doc, j, low_bound, nearest=nearest)
        return (whole[0], end) if whole else None
    if low[j] in NUMERAL and j - 1 >= low_bound and low[j - 1] in ("all", "of", "in", "but", "the", "other", "these", "those"):
        end_word = True
    else:
        end_word = _noun_end(doc, j)
    if not end_word or (not is_cap(doc, j) and (low[j] in VERB_LIKE or low[j] in SPEAKING)):
        return None
    start = end
    while j >= low_bound:
        word = low[j]
        if word in PRONOUN and not (word == "i" and j + 1 < end and is_cap(doc, j + 1)):
            break
        if word in DETERMINER:
            start = j
            if (not nearest and j - 1 >= low_bound and low[j - 1] in DETERMINER | {"of"}) or (
                not nearest
                and j - 1 >= low_bound
                and (
                    (low[j - 1] in LINKING and _noun_before(doc, j - 1, low_bound))
                    or (low[j - 1] == "and" and j - 2 >= low_bound and word in POSSESSIVE and _coordinated(doc, j - 1, low_bound))
                )
            ):
                j -= 1
                continue
            break
        if word == "out" and low_bound < j < end - 1 and low[j + 1] == "of" and (low[j - 1] in NUMERAL or low[j - 1].isdigit()):
            j -= 1
            continue
        if word in LINKING and (j + 1 < end):
            if nearest or not _noun_before(doc, j, low_bound):
                break
            j -= 1
            continue
        if word == "and" and j + 1 < end and j - 1 >= low_bound and _coordinated(doc, j, low_bound):
            j -= 1
            continue
        if word == ")" and start == j + 1 < end and (opening := bracket_left(doc, j + 1, low_bound)) <= j and is_cap(doc, opening - 1):
            j = opening - 1  # "the Islamic Front (IF) movement"
            continue
        if word in "-–‑/" or word == "&":
            if j - 1 < low_bound or (doc.toks[j][-1] == " " and word != "&"):
                break
            j -= 1
            continue
        if word in ("'", "’") and j + 1 < end and j > low_bound and low[j - 1].endswith("s") and doc.toks[j][-1] == " ":
            j -= 1  # the apostrophe of a plural or of a name in -s
            continue
        if word == "." and j - 1 >= low_bound and doc.sentence(j) == doc.sentence(end - 1):
            j -= 1  # Mr. Lt. initials
            continue
        if not is_word(doc, j) and word not in ("'s", "%"):
            if word[0].isspace() and word[0] not in "\n\r" and j + 1 < end:
                j -= 1
                continue
            break
        if (
            (word in QUESTION and j + 1 < end)
            or word in PREPOSITION
            or word in CONJUNCTION
            or (word in AUXILIARY and word != "'s")
            or word in RELATIVE
        ):
            break
        if (
            j + 1 < end
            and not is_cap(doc, j)
            and not hyphened(doc, j)
            and (
                word in VERB_LIKE
                or (word in VERBS and word not in NOUN_LIKE)
                or (is_adverb(doc, j) and word not in ("once", "then"))
                or (word[-2:] == "ed" and _is_past(doc, j, low_bound))
            )
        ):
            break
        if word in OBJECT and word not in ("her", "it") and not is_cap(doc, j) and not (j == end - 1 and j - 1 >= low_bound and low[j - 1] == "of"):
            break
        start = j
        j -= 1
    if low[start] == "that" and end - start > 1 and start > low_bound:
        start += 1
    while start < end - 1 and ((low[start] in TIME and is_cap(doc, start) and not is_cap(doc, start + 1)) or not is_word(doc, start) or low[start] in ADVERB):
        start += 1
    return (_past_time(doc, start, end), end) if start < end else None


def _past_time(doc: Document, start: int, end: int) -> int:
    """Where a subject begins behind a time that only a missing comma makes part of it: "last month Kenya", "late 2003 Kenya"."""
    low = doc.low
    if low[start] in ("the", "this", "that", "a"):
        return start
    for k in range(start, min(start + 3, end - 1)):
        if is_cap(doc, k):
            break
        if (low[k] in TIME or low[k] in PERIOD or (len(low[k]) == 4 and low[k].isdigit())) and is_cap(doc, k + 1):
            return k + 1
    return start


def _noun_before(doc: Document, j: int, low_bound: int) -> bool:
    """Whether the preposition at j hangs on a noun: the word before it is one."""
    k = j - 1
    if k < low_bound:
        return False
    word = doc.low[k]
    if doc.low[j] in ("of", "in") and (word in PARTITIVE or word in NUMERAL or word.isdigit() or word == "out"):
        return True
    if not _noun_end(doc, k):
        return False
    return not (word in VERB_LIKE or is_adverb(doc, k) or word in TIME or word in PRONOUN) and (
        is_cap(doc, k)
        or (not word.endswith("ed") and not (word.endswith("ing") and word not in ("meeting", "building")))
        or (k - 1 >= low_bound and doc.low[k - 1] in DETERMINER)
    )


def _coordinated(doc: Document, j: int, low_bound: int) -> bool:
    """Whether "and" at j joins two names or two bare nouns of one phrase."""
    if (
        (doc.low[j - 1].endswith(("s", "ent", "er")) or (is_cap(doc, j - 1) and doc.low[j + 1] in POSSESSIVE))
        and j - low_bound <= 4
        and not any(doc.low[x] in PREPOSITION or doc.low[x] in VERBS or doc.low[x] in VERB_LIKE for x in range(low_bound, j))
    ):
        return True  # "Soldiers and police said" at the head of a clause
    return (is_cap(doc, j - 1) and is_cap(doc, j + 1)) or (doc.low[j + 1] == "other" and is_word(doc, j - 1))


NOBODY = frozenset(["little", "nothing", "so", "something", "anything"])
"""What is said, not who says it."""


def phrase_right(doc: Document, k: int, stop: int, *, apposition: bool = True) -> Range | None:
    """The noun phrase that begins at k (after an inverted cue, after "according to")."""
    low, toks = doc.low, doc.toks
    k = skip_blanks(doc, k, stop)
    if k >= stop:
        return None
    if low[k] in PRONOUN or (low[k] in OBJECT and low[k] != "her" and toks[k][:2] != "US"):
        return (k, k + 1)
    if not is_word(doc, k) or low[k] in CONJUNCTION or (low[k] in AUXILIARY and not is_cap(doc, k)) or low[k] in PREPOSITION or low[k] in NOBODY:
        return None
    j = end = k
    while j < stop:
        word = low[j]
        if word in OPEN_MARKS and j > k and is_cap(doc, j - 1):
            m = j + 1
            while m < stop and m - j < 5 and toks[m][0] not in "\"”'’":
                m += 1
            if m + 1 < stop and m - j < 5 and is_cap(doc, m + 1) and low[m] not in (".", ","):
                j = m + 1  # a nickname between marks
                continue
        if toks[j][0] in ',;:!?()[]…"“”«»\n\r' or toks[j][0] in "—–" or word in OPEN_MARKS or (toks[j] == "- "):
            break
        if word == ".":
            if j + 1 >= stop or toks[j][-1] != " " or toks[j + 1].isspace() or doc.bounds(j)[1] == j + 1:
                break
        if j > k and word.endswith("ed") and low[j - 1] in DOCUMENT and j + 2 < stop and low[j + 1] == "by":
            j = end = j + 2  # "a statement released by the ministry"
            continue
        if (
            j > k + 1
            and word.endswith("ed")
            and not is_cap(doc, j)
            and low[j - 1] not in DETERMINER
            and (j + 1 >= stop or low[j + 1] in TIME or low[j + 1] in PREPOSITION)
        ):
            break  # "a memo released on Friday"
        if j > k and (
            word in RELATIVE
            or word in PRONOUN
            or (word in AUXILIARY and word != "'s")
            or (word in VERB_LIKE and not is_cap(doc, j))
            or (word in CONJUNCTION and word not in ("and", "as"))
        ):
            break
        if word == "and" and not (
            j + 1 < stop and ((is_cap(doc, j + 1) and is_cap(doc, j - 1)) or low[j + 1] in ("other", "the") or (j + 2 < stop and low[j + 2] in (",", ".")))
        ):
            break
        if (
            j > k
            and word in PREPOSITION
            and (
                word not in LINKING or word == "on" or (j + 1 < stop and low[j + 1] in TIME) or (word == "in" and not is_cap(doc, j + 1 if j + 1 < stop else j))
            )
        ):
            break
        if j > k and (
            (word in TIME and not (is_cap(doc, j) and word in ("may", "today")) and low[j - 1] not in DETERMINER and toks[j - 1] != "-") or (is_adverb(doc, j) and low[j - 1] not in DETERMINER and word not in DAILY)
        ):
            break
        if j > k and not is_cap(doc, j) and word.endswith("ing") and low[j - 1] not in DETERMINER and word in SPEAKING:
            break
        j += 1
        if not toks[j - 1].isspace():
            end = j
    if apposition and end < stop and low[end] == "," and end > k and is_cap(doc, end - 1):
        a = end + 1
        if a < stop and (low[a] in ("a", "an", "the", "one", "his", "her", "its", "their") or (not is_cap(doc, a) and is_word(doc, a) and low[a] in TITLE)):
            more = phrase_right(doc, a, stop, apposition=False)
            if more and more[1] - more[0] <= 25 and (more[1] >= stop or low[more[1]] in (",", ".", ";", "who", "which", "—", "–", ":")):
                end = more[1]
    if apposition and end < stop and low[end] == "," and end > k and low[end - 1] in TITLE and low[k] in OPENS_PHRASE:  # "the mayor, Anna Smith,"
        a = b = end + 1
        while b < stop and is_cap(doc, b) and b - a < 5:
            b += 1
        end = b if b > a and (b == stop or low[b] in (",", ".")) else end
    return (k, end) if end > k else None


def bracket_left(doc: Document, n: int, low_bound: int) -> int:
    """Where the words before n end when a bracket stands between: "Smith (R-Ohio), chair of"."""
    if n - 1 > low_bound and doc.low[n - 1] == ")":
        return next((k for k in range(n - 2, max(n - 9, low_bound), -1) if doc.low[k] == "("), n)
    return n
