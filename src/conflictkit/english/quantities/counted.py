"""What a number counts: from the number through adjectives and names to the head noun, and its singular."""

from __future__ import annotations

from functools import cache
from typing import Any

from conflictkit._document import Document
from conflictkit._lexicon import read_tables, word_list
from conflictkit.english.quantities.cardinals import CARDINALS

TABLE: dict[str, Any] = read_tables("conflictkit.english.quantities", "quantities.toml")


def words(table: str, name: str = "words") -> frozenset[str]:
    """One list of words of quantities.toml."""
    return frozenset(word_list(TABLE[table][name], f"quantities.toml: {table}.{name}"))


PLURALS, PEOPLES, NO_PLURALS = words("plural"), words("plural", "peoples"), words("plural", "never")
STOPS = words("stop", "prepositions") | words("stop", "auxiliaries") | words("stop", "pronouns") | words("stop", "adverbs") | words("stop", "verbs")
PARTICIPLES, NOMINAL, SKIPPED, DETERMINERS = words("stop", "participles"), words("nominal"), words("skip"), words("skip", "determiners")
NOUNS_LY, TITLES = words("nominal", "ly"), words("nominal", "titles")
TIME_LEADS = words("stop", "time_leads")
ATTRIBUTIVE = words("attributive")
SINGULARS: dict[str, str] = TABLE["singular"]
HYPHENS = frozenset("-‐‑–")
QUOTES = "\"'“”‘’«»`"
TIMES = frozenset("day evening month morning night quarter spring summer autumn week weekend winter year".split())
REACH = 9
"""How many tokens the noun may stand behind its number."""


class _Roles(dict[str, str]):
    """Token -> what it does in the run from a number to its noun: s stop, v participle, p plural, w other word, d digits, q quote mark, ' possessive, - hyphen."""

    def __missing__(self, token: str) -> str:
        role = _role(token.rstrip(" ") or token)
        if len(self) < 200_000:  # a process that sees endless new tokens keeps its memory
            self[token] = role
        return role


def _role(raw: str) -> str:
    word = raw.lower().replace("’", "'")
    if raw in HYPHENS:
        return "-"
    if word == "'s":
        return "'"
    if raw[0] in QUOTES and len(raw) < 3:  # noqa: PLR2004
        return "q"
    if raw[0].isdigit():
        return "d"
    if not raw[0].isalpha():
        return "s"
    if raw in ("US", "UN", "UK", "IT", "WHO", "AM"):
        return "w"
    if word in PARTICIPLES:
        return "v"
    if word in STOPS:
        return "s"
    return "p" if is_plural(raw) else "w"


def is_plural(raw: str) -> bool:
    """Whether a word has the form of a plural."""
    word = raw.lower()
    if word in PLURALS or raw in PEOPLES or word.endswith(("men", "women")) and len(word) > 5:  # noqa: PLR2004
        return word not in ("women's", "specimen", "regimen", "abdomen", "stamen")
    return len(word) > 2 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "'s")) and word not in NO_PLURALS and raw not in NO_PLURALS or (len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper())  # noqa: PLR2004


ROLES = _Roles()


def head_noun(doc: Document, k: int, single: bool) -> int:
    """Token of the noun counted by a number that ends before token k, or -1; ``single`` for the number one.

    The first plural word of the run, for the number one its last word; the run ends before a mark, a preposition, an
    auxiliary, a pronoun or a verb.
    """
    low, toks, n = doc.low, doc.toks, len(doc.low)
    roles = ROLES
    stop = min(n, k + REACH)
    j = k
    if j + 1 < stop and low[j] == "(" and (low[j + 1][0].isdigit() or low[j + 1] in CARDINALS) and ")" in low[j : j + REACH]:
        j = low.index(")", j) + 1  # 45 (forty-five) rockets
        stop = min(n, j + REACH)
    j += low[j : j + 2] == [",", "of"]  # hundreds, if not thousands, of people
    of = j < stop and low[j] == "of"
    single = single and not of
    while j < stop and low[j] in SKIPPED:
        j += 1
    first = last = -1
    while j < stop:
        role = roles[toks[j]]
        if role == "p":
            after = roles[toks[j + 1]] if j + 1 < n else "s"
            if after == "'":  # the militants' bases
                j += 2
                last = -1
                continue
            if after == "q" and low[j + 1] in ("'", "’") and j + 2 < n and roles[toks[j + 2]] in "pw" and toks[j + 1][-1] == " ":
                j += 2
                last = -1
                continue
            if after == "-" and j + 2 < n and doc.glued(j) and doc.glued(j + 1):
                j += 2
                continue
            if after == "p" and toks[j][-1] == " ":
                return j + 1
            if (after == "w" and low[j] in ATTRIBUTIVE or after == "v" and low[j] == "infantry") and j + 2 < n and roles[toks[j + 2]] == "p":
                return j + 2
            return j
        if role == "w":
            if low[j] in TIME_LEADS and (last >= 0 and single or last < 0 and j + 1 < n and low[j + 1] in TIMES):
                break  # killed 12 last year
            if low[j].endswith("ed") and toks[j][0].islower():
                if single and last >= 0 and roles[toks[j - 1]] == "w":
                    break
                if not single and not _plural_ahead(doc, j + 1, stop) and not (j + 1 < n and (toks[j + 1][0].isupper() or low[j + 1] == "and" and _plural_soon(doc, j + 2, stop))):
                    break
            if low[j].endswith("ing") and last < 0 and not single and toks[j][0].islower() and not _plural_ahead(doc, j + 1, stop):
                break  # millions flowing into
            if low[j].endswith("ly") and low[j] not in NOUNS_LY and toks[j][0].islower():
                j += 1  # five heavily armed men; one critically
                continue
            first = j if first < 0 else first
            last = j
        elif role == "v":
            ahead = _plural_ahead(doc, j + 1, stop)
            if last >= 0 and ahead and not single and low[j].endswith("ing") and roles[toks[j + 1]] == "p":
                j += 1
                continue
            if last < 0 and low[j] in NOMINAL and not ahead:
                return j
            if last >= 0 and low[j - 1] not in ("and", "or") or not ahead and not (single and j + 1 < n and roles[toks[j + 1]] == "w"):
                break
        elif role == "-" and last == j - 1 and j + 1 < n and low[j + 1] in ("and", "or") and toks[j][-1] == " ":
            j += 1  # low- and middle-income families
        elif role == "-":
            if last < 0 or not doc.glued(j - 1) or j + 1 >= n or not doc.glued(j):
                break
            if toks[j + 1][0].isalpha() and roles[toks[j + 1]] != "p":
                last = j + 1
            if roles[toks[j + 1]] != "p":
                j += 1
        elif role == "'":
            last = -1
        elif role == "d" and j + 2 < n and roles[toks[j + 1]] == "-" and doc.glued(j) and toks[j + 2][0].isalpha():
            j += 2  # 500-pound bombs
        elif role == "d" and last == j - 1 and j + 1 < n and (toks[last][0].isupper() or toks[j + 1][0].isupper()) and low[j].isdecimal() and len(low[j]) < 5 and _plural_ahead(doc, j + 1, stop):  # noqa: PLR2004
            pass  # 12 Leopard 2 tanks
        elif role == "d":
            if last < 0 and not (toks[j][-1] == " " and low[j][-1].isalpha()):
                break
            if not (low[j - 1] in HYPHENS or low[j][-1].isalpha()):
                break
        elif role == "q":
            if last >= 0 and not (j + 1 < n and toks[j][-1] != " " and roles[toks[j + 1]] in "pw"):
                break
        elif low[j] in ("and", "or", ",", "/", "&") and last >= 0 and not single and j + 1 < n and roles[toks[j + 1]] in "wv" and _plural_soon(doc, j + 1, stop):
            pass
        elif low[j] in ("and", "or", ",") and last >= 0 and low[last] == "type" and j + 1 < n and roles[toks[j + 1]] == "w":
            stop = min(n, j + REACH)  # 40 Shahed-type, Gerbera-type and other drones
        elif low[j] in DETERMINERS and last < 0 and of or low[j] == "." and low[j - 1] in TITLES and last == j - 1:
            pass
        else:
            break
        j += 1
    return last


def _plural_ahead(doc: Document, j: int, stop: int) -> bool:
    """Whether a run of words from token j on ends in a plural."""
    for i in range(j, min(stop, j + 4)):
        role = ROLES[doc.toks[i]]
        if role == "p":
            return True
        if role not in "wvq-":
            return False
    return False


def _plural_soon(doc: Document, j: int, stop: int) -> bool:
    """Whether "A and B plurals" goes on at token j: at most two words and a plural."""
    return any(ROLES[doc.toks[i]] == "p" for i in range(j, min(stop, j + 3))) and all(
        ROLES[doc.toks[i]] in "wpv-" for i in range(j, min(stop, j + 2))
    )


@cache
def singular(word: str) -> str:
    """The singular of a noun in small letters."""
    low = word.lower()
    if low in SINGULARS:
        return SINGULARS[low]
    if low in PLURALS and not low.endswith(("men", "women")):
        return low
    if low.endswith("men") and len(low) > 4:  # noqa: PLR2004
        return low[:-3] + "man"
    if low in NO_PLURALS or word in NO_PLURALS:
        return low
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004
        return low[:-3] + "y"
    if low.endswith(("oes", "sses", "xes", "ches", "shes", "zzes")):
        return low[:-2]
    if word in PEOPLES or len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")):  # noqa: PLR2004
        return low[:-1]
    return low
