"""The subject of a verb: the noun phrase to its left, over appositions, brackets, relative clauses and fronted phrases."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.english.quotes.attribution import (
    ADVERB,
    AUXILIARY,
    BEGIN,
    CONJUNCTION,
    CONNECTIVE,
    DASHES,
    DETERMINER,
    DOCUMENT,
    FINITE,
    MODAL,
    NO_SUBJECT,
    NOUN_LIKE,
    OPEN_MARKS,
    PERIOD,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATE,
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
from conflictkit.english.quotes.phrases import (
    ASIDES,
    DAILY,
    bracket_left,
    hyphened,
    phrase_left,
)


def before_verb(doc: Document, k: int, low_bound: int) -> int:
    """One past the last token of the subject: auxiliaries, adverbs and times before the verb at k are left out."""
    low = doc.low
    j = k
    while j > low_bound:
        word = low[j - 1]
        if word == "today" and is_cap(doc, j - 1) and j - 2 >= low_bound and is_cap(doc, j - 2) and low[j - 2] not in TIME:
            break  # "Europe Today"
        if word in AUXILIARY or word in BEGIN or is_adverb(doc, j - 1) or (word in ("to", "by") and j - 2 >= low_bound and low[j - 2] in BEGIN | {"on"}):
            j -= 1
        elif word == "on" and j - 2 >= low_bound and low[j - 2] in BEGIN:
            j -= 1
        elif (
            word in TIME
            and (word not in ("may", "march", "this", "last", "next") or low[j] in TIME)
            and j - 2 >= low_bound
            and (is_cap(doc, j - 1) or low[j - 2] in ("on", "last", "this", "late", "earlier", "early", "past") or word in ("earlier", "later"))
        ):
            j -= 1
            while j > low_bound and low[j - 1] in ("on", "last", "this", "late", "early", "in", "next", "past"):
                j -= 1
        elif j - 2 >= low_bound and (low[j - 2], word) in ASIDES or (word == "long" and j - 2 >= low_bound and low[j - 2] in AUXILIARY):
            j -= 1 if word == "long" else 2
        elif doc.toks[j - 1].isspace():
            j -= 1
        else:
            break
    return j


def subject_left(doc: Document, k: int, low_bound: int) -> tuple[Range | None, str]:
    """The subject of the finite verb at k and how it was found: adjacent, apposition, relative, coordinate, none."""
    low = doc.low
    j = before_verb(doc, k, low_bound)
    if j <= low_bound:
        return None, "none"
    word = low[j - 1]
    if word in ("who", "which", "that"):
        n = j - 2 if j - 2 >= low_bound and low[j - 2] == "," else j - 1
        whole = phrase_left(doc, n, low_bound)
        if whole and word == "who" and n == j - 1 and not is_cap(doc, n - 1):
            near = phrase_left(doc, n, low_bound, nearest=True)
            if near != whole:  # "the work of researchers who": the word alone would not say which
                return near, "relative"
        return ((j - 1, j) if word == "who" or whole else None), "relative"
    if word == "," and j - 2 >= low_bound and low[j - 2] == ")":
        comma = next((n for n in range(j - 2, max(j - 25, low_bound), -1) if low[n] == ","), j)
        if comma == j or low[comma + 1] not in ("a", "an", "the") and low[comma + 1] not in TITLE:  # "a clerk from a party, the Front (F), said"
            j, word = j - 1, ")"
    if word in (",", ")", "—", "–") or (word == "-" and doc.toks[j - 1] == "- "):
        return over_parenthesis(doc, j - 1, low_bound)
    if word in ("and", "but", "or"):
        return None, "coordinate"
    found = phrase_left(doc, j, low_bound)
    if found is None:
        return None, "none"
    if doc.low[found[0]] not in PRONOUN and found[0] - 1 > low_bound:
        antecedent = _restrictive(doc, found[0], low_bound) or _issued_by(doc, found, low_bound)
        if antecedent:
            return antecedent, "adjacent"
    if found[0] - 1 >= low_bound and low[found[0] - 1] == "," and is_cap(doc, found[0]) and low[found[0]] not in DETERMINER:
        town = phrase_left(doc, found[0] - 1, low_bound)  # "a farmer from Reno, Nevada said"
        if (
            town
            and found[1] - found[0] <= 3
            and any(low[x] in ("of", "from", "in") for x in range(town[0] + 1, town[1] - 1))
            and all(is_cap(doc, x) for x in range(*found))
            and _opens_clause(doc, town[0], low_bound)
        ):
            if low[town[1] - 2] in ("of", "from", "in") or is_cap(doc, town[1] - 2):
                return (town[0], found[1]), "adjacent"
    if found[0] > low_bound + 1 and (low[found[1] - 1] in TIME or low[found[1] - 1] in PERIOD) and low[found[0] - 1] in PREPOSITION and not is_cap(doc, found[1] - 1):
        found = phrase_left(doc, found[0] - 1, low_bound) or found  # "the envoy in those days said"
    return _with_conjuncts(doc, _without_fronted(doc, found), low_bound), "adjacent"


def _with_conjuncts(doc: Document, found: Range, low_bound: int) -> Range:
    """The phrase with those that "and" joins to it where a clause begins: "Doctors, nurses and other staff said"."""
    low = doc.low
    a, b = found
    j = a - 1
    if j <= low_bound or low[j] != "and":
        return found
    whole = found
    while j > low_bound:
        if low[j - 1] == ",":
            j -= 1
        item = phrase_left(doc, j, low_bound)
        if item is None or not _opens_clause(doc, item[0], low_bound) or not _can_be_joined(doc, item):
            break
        whole, j = (item[0], b), item[0]
        if low[j - 1] != ",":
            break
    return whole


def _can_be_joined(doc: Document, item: Range) -> bool:
    """Whether a phrase before a comma or "and" is a speaker too, not a date, an adverb or a clause."""
    last = doc.low[item[1] - 1]
    if last in TIME or last in ADVERB or doc.low[item[0]] in PREPOSITION or (last in VERBS and last not in NOUN_LIKE and not is_cap(doc, item[1] - 1)):
        return False
    if last in PLURAL or last in PRONOUN or is_cap(doc, item[1] - 1) or (last.endswith("s") and last not in ("'s", "this")):
        return True
    return doc.low[item[0]] == "the" == doc.low[item[1] + 1] and last not in VERB_LIKE and not last.endswith("ed")  # "the ministry and the bank"


def _opens_clause(doc: Document, k: int, low_bound: int) -> bool:
    """Whether the phrase that begins at k stands at the head of its clause, not in an adverbial ("In the talks in Geneva, Smith said")."""
    low = doc.low
    if low[k] == "according" or (low[k].endswith("ing") and not (k + 1 < len(low) and low[k + 1] == "of")):
        return False
    return k <= low_bound or not is_word(doc, k - 1) or low[k - 1] in CONJUNCTION or low[k - 1] == "that"


def _restrictive(doc: Document, k: int, low_bound: int) -> Range | None:
    """Whom a "who" clause ending before the verb hangs on ("supporters who have heard from the campaign say")."""
    low = doc.low
    for j in range(k - 1, max(k - 16, low_bound), -1):
        if low[j] == "who":
            found = phrase_left(doc, j, low_bound)
            if found is None:
                return None
            if low[j - 1] in PLURAL | {"those"} or (low[j - 1].endswith("s") and (j - 1 == low_bound or not is_cap(doc, j - 1))):
                return found
            return found if j < k - 1 and low[found[0]] in DETERMINER and _opens_clause(doc, found[0], low_bound) else None
        if (not is_word(doc, j) and low[j] not in ("'s", "-")) or low[j] in ("said", "says", "say", "and", "but", "that"):
            return None
    return None


def _issued_by(doc: Document, found: Range, low_bound: int) -> Range | None:
    """A document and whose it is: "A report released in May by the museum", "a study by two teachers"."""
    low = doc.low
    by = found[0] - 1
    if low[by] != "by":
        return None
    for j in range(by - 1, max(by - 7, low_bound), -1):
        if low[j] in DOCUMENT:
            head = phrase_left(doc, j + 1, low_bound)
            return (head[0], found[1]) if head and low[head[0]] in DETERMINER and _opens_clause(doc, head[0], low_bound) else None
        if not is_word(doc, j):
            return None
    return None


def _without_fronted(doc: Document, found: Range) -> Range:
    """ "In a statement Smith said": the name alone, when a document noun stands before it."""
    a, b = found
    if a and doc.low[a - 1] in PREPOSITION:
        for n in range(a, b - 1):
            if doc.low[n] in DOCUMENT and (is_cap(doc, n + 1) or doc.low[n + 1] in DETERMINER):
                return (n + 1, b)
    return found


def over_parenthesis(doc: Document, j: int, low_bound: int) -> tuple[Range | None, str]:
    """The subject before a parenthesis that ends at j: an apposition belongs to it, a relative clause does not."""
    low = doc.low
    closing = low[j]
    opening = {",": ",", ")": "("}.get(closing, closing)
    n = j - 1
    commas: list[int] = []
    while n >= low_bound and j - n < 45:
        if low[n] == opening and (closing not in DASHES or _free_dash(doc, n)):
            commas.append(n - (closing == "-" and doc.toks[n - 1] == "-"))
            if opening != ",":
                break
        elif low[n] in (";", ":") or doc.toks[n][0] in "\n\r":
            break
        n -= 1
    who = next((n for n in commas[1:] if closing == "," and low[n + 1] in ("who", "which", "whose")), -1)
    if who >= 0 and low[commas[0] - 2] in PREPOSITION | {","}:  # "Smith, who grew up in Moss, Norway, said": no place speaks
        commas = [n for n in commas if n <= who]
    for n in commas:
        inner = skip_blanks(doc, n + 1 + (closing == "-" and low[n + 1] == "-"), j)
        if low[inner] in ("but", "and", "so", "yet", "while", "if", "when", "as", "because", "although", "though") and not (
            low[inner] in ("when", "if") and low[inner + 1].endswith("ed")
        ):
            continue
        before = phrase_left(doc, bracket_left(doc, n, low_bound), low_bound)
        if before is None or low[before[0]] in NO_SUBJECT or low[before[0]] == "according":
            continue
        opener = low[inner]
        if closing == "," and _is_clause(doc, inner, j):
            continue
        if closing == "," and n != commas[-1] and is_cap(doc, inner) and before[0] > low_bound and low[before[0] - 1] in PREPOSITION:
            continue  # "Smith, of Moss, Ohio, said", "Smith, speaking at a rally in Moss, Ohio, said"
        if opener in FINITE or (opener in VERB_LIKE and low[inner + 1] != "by"):
            continue
        if low[before[0]] in ("a", "an", "the") and before[0] - 1 > low_bound and low[before[0] - 1] == ",":
            name = phrase_left(doc, before[0] - 1, low_bound)  # "Smith, a driver from Moss, who ..., said"
            if name and is_cap(doc, name[1] - 1) and low[name[0]] != "according":
                if opener in RELATIVE or opener.endswith("ing"):
                    before = (name[0], before[1])
                elif is_cap(doc, inner) and is_cap(doc, before[1] - 1) and _opens_clause(doc, name[0], low_bound) and low[name[1] - 1] not in TIME:
                    before = (name[0], before[1])  # "Smith, a driver from Moss, Ohio, said"
        if (
            closing == ","
            and n != commas[-1]
            and not is_cap(doc, before[0])
            and low[before[0]] not in DETERMINER
            and low[before[0]] not in PRONOUN
            and low[before[0] - 1] == ","
            and before[0] > low_bound
        ):
            continue  # an apposition of its own: its name stands further left
        if (
            opener in RELATIVE
            or opener == "if"
            or opener in CONNECTIVE
            or opening == "("
            or closing in DASHES
            or ((opener.endswith(("ing", "ed")) or low[inner + 1] == "by") and not is_cap(doc, inner))
            or opener in PREPOSITION
            or (is_adverb(doc, inner) and not is_cap(doc, inner))
        ):
            if (
                opener in PREPOSITION
                and low[before[0]] not in PRONOUN
                and not is_cap(doc, before[1] - 1)
                and before[0] > low_bound
                and low[before[0] - 1] in PREPOSITION
            ):
                continue
            return before, "parenthesis"
        if is_cap(doc, before[1] - 1) or opener in ("a", "an", "the", "one") or (
            is_cap(doc, inner) and j - inner <= 5 and (low[before[0]] in DETERMINER or "'s" in low[before[0] : before[1]] or "’s" in low[before[0] : before[1]])
        ):
            if len(commas) > 1 and n == commas[0] and is_cap(doc, inner) and j - inner <= 3 and commas[1] < n and low[commas[1] + 1] in ("a", "an", "the"):
                outer = phrase_left(doc, commas[1], low_bound)  # "Smith, a colonel from Moss, Norway,"
                if outer and is_cap(doc, outer[1] - 1) and _opens_clause(doc, outer[0], low_bound):
                    return (outer[0], j), "apposition"
            return (before[0], j), "apposition"
    return None, "none"


def _is_clause(doc: Document, a: int, b: int) -> bool:
    """Whether the words a to b hold a finite verb that no "who", "when" or "as" makes part of a phrase."""
    for k in range(a, b):
        word = doc.low[k]
        if word in RELATIVE or word in SUBORDINATE or word == "if":
            return False
        if word in FINITE and k > a and not is_cap(doc, k) and word not in MODAL:
            return True
    return False


def _free_dash(doc: Document, k: int) -> bool:
    """Whether the dash at k stands between words, not inside one: "Smith - a co-owner -", "Smith -- a driver --"."""
    return doc.toks[k] != "-" and (doc.toks[k] != "- " or (k > 0 and (doc.toks[k - 1][-1] == " " or doc.toks[k - 1] == "-")))


def _following_subject(doc: Document, k: int) -> Range | None:
    """The subject behind a fronted participle: "After saying that it rained, Smith went home"."""
    end = min(doc.bounds(k)[1], k + 60)
    for n in range(k + 1, end - 1):
        if doc.low[n] == ",":
            found = clause_subject(doc, n + 1, end)
            if found and found[0] <= n + 2 and found[1] < end and (is_cap(doc, found[0]) or doc.low[found[0]] in PRONOUN or doc.low[found[0]] == "the"):
                return found
    return None


def _past_dateline(doc: Document, k: int, stop: int) -> int:
    """Where a report's first sentence begins behind the place and the agency: "NAIROBI, May 3 (AFP) - The army"."""
    if k < stop and doc.toks[k][0] in DASHES:
        return skip_blanks(doc, k + 1, stop)
    if k + 1 >= stop or not doc.toks[k].strip().isupper() or len(doc.low[k]) < 2 or (len(doc.low[k]) == 2 and not doc.toks[k + 1].strip().isupper()):  # noqa: PLR2004
        return k
    for n in range(k + 1, min(k + 16, stop - 1)):
        if doc.toks[n][0] in DASHES and _free_dash(doc, n):
            return skip_blanks(doc, n + 1, stop)
        if is_word(doc, n) and not is_cap(doc, n) and not doc.low[n].isdigit():
            return k
    return k


def _past_fronted(doc: Document, k: int, stop: int) -> int:
    """Where a clause begins behind what stands before its subject: "In Moss, Ohio, on Sunday, while others slept, Smith"."""
    low = doc.low
    for _ in range(4):
        if k >= stop or not (
            low[k] in PREPOSITION
            or low[k] in CONJUNCTION
            or low[k].endswith("ing")
            or low[k] in ("asked", "told")
            or (k + 1 < stop and (low[k] in TIME or low[k] in ADVERB) and low[k + 1] in PREPOSITION)
        ):
            break
        n = k
        while n < stop and low[n] != ",":
            n += 1
        if n + 1 >= stop:
            break
        k = skip_blanks(doc, n + 1, stop)
        end = k
        while end < stop and (is_cap(doc, end) or (low[end] == "." and end > k)):
            end += 1
        if k < end < stop - 1 and low[end] == "," and (is_cap(doc, end + 1) or low[end + 1] in PREPOSITION or low[end + 1] in PRONOUN):
            k = skip_blanks(doc, end + 1, stop)  # the state of a town
    return k


def clause_subject(doc: Document, start: int, stop: int) -> Range | None:
    """The first noun phrase of a sentence up to its first verb: who "..., adding that" and "... and said" go on with."""
    low = doc.low
    k = _past_dateline(doc, skip_blanks(doc, start, stop), stop)
    while k < stop and (low[k] in OPEN_MARKS or low[k] in ("but", "and", "so", "yet", "still", "however", "meanwhile", ",", "also")):
        k += 1
    if stop < len(low) and low[stop].endswith("ing") and stop - k < 4 and all(low[n] in PREPOSITION or low[n] in CONJUNCTION or low[n] in ADVERB for n in range(k, stop)):
        return _following_subject(doc, stop)
    k = _past_fronted(doc, k, stop)
    n = next((n for n in range(k, min(k + 7, stop - 1)) if low[n] == ","), -1)
    if n > k and (low[n - 1] in TIME or (n == k + 1 and (is_adverb(doc, k) or low[k] in NO_SUBJECT))):
        k = skip_blanks(doc, n + 1, stop)  # "Eight years ago, he ..."
    while k < stop and (low[k] in NO_SUBJECT or (low[k] in ADVERB and k + 1 < stop and low[k + 1] in PRONOUN)):
        k += 1
    first = k
    if k < stop and low[k] in PRONOUN:
        return (k, k + 1)
    while k < stop:
        word = low[k]
        if k > first and not (k + 1 < stop and hyphened(doc, k)) and (
            word in VERB_LIKE
            or (word in AUXILIARY and word != "'s")
            or (word in VERBS and word not in NOUN_LIKE)
            or (word.endswith("ed") and not is_cap(doc, k) and low[k - 1] not in DETERMINER)
            or (word.endswith("s") and is_cap(doc, k - 1) and not is_cap(doc, k) and k + 1 < stop and (low[k + 1] in DETERMINER or low[k + 1] in POSSESSIVE))
            or (word.endswith("ing") and low[k - 1].endswith("s") and not is_cap(doc, k))
            or word in RELATIVE
            or (is_adverb(doc, k) and word not in DAILY)
        ):
            if low[k - 1] == ")":  # "Smith (R-Pa.) refused"
                k = next((n for n in range(k - 2, max(k - 8, first), -1) if low[n] == "("), k)
            return phrase_left(doc, before_verb(doc, k, first), first)
        if word == "," and k > first:
            return phrase_left(doc, bracket_left(doc, k, first), first)
        if not is_word(doc, k) and word not in ("'s", ".", "-", "(", ")"):
            break
        k += 1
    return None
