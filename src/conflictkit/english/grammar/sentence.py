"""One sentence as units: what the clause pass reads and what it asks about the units around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, compress
from operator import add

from conflictkit.engine.syntax import NounGroup, VerbGroup

from .groups import KIND, TIMES, UNIT, dated, grouped, noun_group
from .lists import ARTICLES, KNOWN_AS, NOMINATIVE, NUMERALS, PARTITIVE, TIME_ORDER, UP_TO
from .ruleset import PLACE
from .tokens import Memo, Words
from .verbs import verb_group

CONJUNCTIONS_OF_TIME = TIME_ORDER | {"till", "as", "like", "than"}
"""Prepositions that also open a clause."""
GOVERNED = re.compile("[IS]*IR*N")
"""A preposition and the noun group that it governs; "so he", "before they" govern nothing."""
NUMBERS = {"is": "s", "was": "s", "has": "s", "are": "p", "were": "p", "have": "p"}
DASHES = frozenset(["--", "—", "–", "-", "―"])


NO_TOKENS: frozenset[int] = frozenset()


# what an expression over the outline of a sentence asks: whether a finite verb (F) comes before some other unit
AHEAD = re.compile(r"(?: [^FSWC.A] | A (?! NF ) )*+ F", re.VERBOSE)
NEXT = re.compile(r"(?: [^FSWCK.A] | A (?! NF ) )*+ F", re.VERBOSE)
BEFORE = {kinds: re.compile(f"[^F.{kinds}]*+F") for kinds in ("K", "KC")}
BEFORE_COMMA = re.compile("K|[^FKSX.]*+(?:KW[^K.]*+KR*+)?F")
TWO_AHEAD = re.compile("[^F.]*+F[^FW.]*+F")
OVER_CLAUSE = re.compile(r"[WAS][^FK.]*+F[^FK.]*+KR*+F")
SILENT = re.compile("[^SWCFK. ]*+")
AMBIGUOUS = re.compile("A")
NOUN, VERB, QUOTE, ADVERBS = re.compile("N"), re.compile("V"), re.compile("Q"), re.compile("R+")
OUTSIDE = "    "
"""Behind the kinds of a sentence, so that a few places before and behind it no unit stands."""
PLAIN = str.maketrans("FA.", "VIX")
"""Kinds without the distinctions of an outline."""


def _main(unit: str) -> str:
    """The tag of the main verb of a verb group, which its particle follows."""
    return unit[-2] if unit[-1] == "l" and len(unit) > 1 else unit[-1]


MAIN = Memo(_main)


def _outline(units: list[str], low: list[str], starts: list[int]) -> str:
    """The kinds of units; an article without its noun is none: 'took a "harder" look'."""
    outline = "".join(map(KIND.__getitem__, units))
    if "d" not in units:
        return outline
    return "".join(["X" if unit == "d" and low[start] in ARTICLES else kind for unit, kind, start in zip(units, outline, starts)])


def _told_apart(outline: str, forms: list[str]) -> str:
    """The kinds with dashes as commas, and conjunctions of time told apart from prepositions."""
    if not DASHES.isdisjoint(forms):
        outline = "".join(["K" if kind in "X." and form in DASHES else kind for kind, form in zip(outline, forms)])
    kinds = [*outline]
    for k in compress(range(len(forms)), map(CONJUNCTIONS_OF_TIME.__contains__, forms)):
        kinds[k] = "A" if kinds[k] == "I" else kinds[k]
    return "".join(kinds)


def _neighbours(kinds: str, size: int) -> tuple[list[int], list[int]]:
    """For each unit the one before it and the one behind it, adverbs left out; before the first one -1."""
    before, behind = [*range(-1, size), -1, -1, -1], [*range(1, size + 3)]
    for found in ADVERBS.finditer(kinds):
        first, end = found.span()
        before[first + 1 : end + 1] = [first - 1] * (end - first)
        behind[max(first - 1, 0) : end - 1] = [end] * (end - max(first, 1))
    return before, behind


OPENS_CLAUSE = frozenset({"although", "though", "when", "where", "whereas", "while"})
"""Words that are no part of the preposition behind them: "while in Brod guards fled"."""


def _governed(kinds: str, forms: list[str], sizes: list[int]) -> dict[int, int]:
    """The noun groups that a preposition governs, and the first unit of it."""
    governed = {found.end() - 1: found.start() + (forms[found.start()] in OPENS_CLAUSE and kinds[found.start() + 1] == "I") for found in GOVERNED.finditer(kinds)}
    if "that" in forms or not NOMINATIVE.isdisjoint(forms):
        for m, start in [*governed.items()]:
            if forms[m] in NOMINATIVE and sizes[m] == 1:
                del governed[m]
            elif "that" in forms[start:m]:
                governed[m] = m - forms[start:m][::-1].index("that")
    return governed


class Sentence:
    """Units of a sentence, and for each one: its group, whether a preposition governs it, whether a quote mark stood before it."""

    def __init__(self, words: Words, tags: str, times: frozenset[int] = NO_TOKENS, named: frozenset[int] = NO_TOKENS) -> None:
        low = words.low
        tags = grouped(tags, low)
        if times:
            tags = dated(tags, words, times)
        units = UNIT.findall(tags)
        starts = [0, *accumulate(map(len, units[:-1]))]
        outline = _outline(units, low, starts)
        self.quoted: list[int] = []
        self.closing: set[int] = set()
        """Units before which a quote ends that began at the sentence's start or behind a comma or colon."""
        self.words: Words = words
        if "Q" in outline:
            self._marks(outline, starts)
            kept = [*map("Q".__ne__, outline)]
            outline, units, starts = outline.replace("Q", ""), [*compress(units, kept)], [*compress(starts, kept)]
        sizes = [*map(len, units)]
        ends = [*map(add, starts, sizes)]
        forms = [*map(low.__getitem__, starts)]
        if forms.count(".") > 1:
            outline = "".join(["X" if form == "." and self._shortens(k, starts, outline) else kind for k, (kind, form) in enumerate(zip(outline, forms))])
        self.low: list[str] = low
        self.tags: str = tags
        self.size: int = len(starts)
        """How many units there are."""
        self.sizes: list[int] = sizes
        """How many words each has."""
        self.starts: list[int] = starts
        self.ends: list[int] = ends
        self.forms: list[str] = forms
        """The first word of each unit in small letters."""
        self.letters: str = "".join(map(tags.__getitem__, starts))
        """The tag of the first word of each unit."""
        self.mains: str = "".join(map(MAIN.__getitem__, units))
        """The tag of the main verb of each verb group."""
        self.outline: str = _told_apart(outline, forms) + OUTSIDE
        """The kinds, finite verbs as F, conjunctions of time as A, stops, colons and semicolons as "."."""
        self.kinds: str = self.outline.translate(PLAIN)
        self.before: list[int]
        """The unit before each, adverbs left out; -1 before the first one."""
        self.behind: list[int]
        """The unit behind each, adverbs left out."""
        self.before, self.behind = _neighbours(self.kinds, self.size)
        self.governed: dict[int, int] = _governed(self.kinds, forms, sizes)
        """The noun groups that a preposition governs, and the unit of its first word ("according" of "according to")."""
        self.groups: dict[int, NounGroup] = {m: noun_group(words, units[m], starts[m], times, named) for m in map(PLACE, NOUN.finditer(self.kinds))}
        """The noun groups; wh-words that are read as one come last."""
        self.bare: set[int] = self.groups.keys() - self.governed
        """The other noun groups."""
        self.times: set[int] = set() if not times and TIMES.isdisjoint(low) else {m for m, group in self.groups.items() if group.time}
        """The noun groups that are times."""
        self.verbs: dict[int, VerbGroup] = {m: verb_group(words, tags, starts[m], ends[m]) for m in map(PLACE, VERB.finditer(self.kinds))}
        for m in map(PLACE, AMBIGUOUS.finditer(self.outline)) if "A" in self.outline else ():
            if self._is_preposition(m):
                self.outline = f"{self.outline[:m]}I{self.outline[m + 1 :]}"

    def _is_preposition(self, m: int) -> bool:
        """Whether a word that may open a clause stands before a time or a name for what is told of: "held since Friday", "a group known as Edge"."""
        if self.forms[m] == "as":
            return m > 0 and self.mains[m - 1] == "N" and m - 1 in self.verbs and self.verbs[m - 1].lemma in KNOWN_AS
        return self.forms[m] in UP_TO and m + 1 in self.times

    def _shortens(self, k: int, starts: list[int], outline: str) -> bool:
        """Whether a full stop within a sentence is that of an abbreviation; what a capital is glued to ended a sentence."""
        behind = outline[k + 1 : k + 2]
        return behind != "" and k + 1 not in self.quoted and (behind in "KX" or self.words.words[starts[k]][-1] == " ")

    def _marks(self, kinds: str, starts: list[int]) -> None:
        """Note where quote marks stand."""
        whole = True
        for n, found in enumerate(QUOTE.finditer(kinds)):
            k = found.start()
            self.quoted.append(k - n)
            if not self.words.closes(starts[k]):
                whole = kinds[:k].rstrip("Q")[-1:] in ("", "K", "X", ".")
            elif whole:
                self.closing.add(k - n)

    def preposition(self, m: int) -> str:
        """The preposition that governs noun group m, in small letters; "" if there is none."""
        start, end = self.governed.get(m, m), self.before[m] + 1
        return self.forms[start] if start + 1 == end else " ".join(self.forms[start:end])

    def past_of(self, k: int) -> int:
        """The last noun group of what begins with noun group k: phrases with "of" and a list behind it; or k."""
        while self.kinds.startswith("N", k + 2) and (self.forms[k + 1] == "of" or self.kinds[k + 1] == "C"):
            k += 2
        return k

    def with_whom(self, k: int) -> int:
        """Who is counted where a list, or phrases with "of", behind "with" end at noun group k, or k: "with dozens of members of the guild killed"."""
        counted = last = k
        while k > 1 and self.kinds[k - 2] == "N" and (self.forms[k - 1] == "of" or self.kinds[k - 1] == "C"):
            k -= 2
            counted = k if self.groups[k].plural else counted
        return counted if k and self.forms[k - 1] == "with" else last

    def last(self, m: int) -> str:
        """The last word of unit m in small letters."""
        return self.low[self.ends[m] - 1]

    def number(self, m: int) -> str:
        """The number that a finite verb group asks of its subject: "s", "p" or "" where its form does not tell."""
        word, tag = self.forms[m], self.letters[m]
        if tag in "13":
            return NUMBERS.get(word, "")
        return {"Z": "s", "P": "p"}.get(tag, "")

    def agrees(self, m: int, number: str) -> bool:
        """Whether noun group m can be the subject of a verb of this number; what is no noun in its plain form agrees with both."""
        group = self.groups.get(m)
        if group is None or group.pronoun or group.name:
            return group is None or group.pronoun or number == "s"
        last = self.ends[m] - 1
        counted = self.low[last] in NUMERALS or self.low[last].isdigit()
        plural = group.plural or (counted and self.low[last] not in ("one", "1"))
        return plural == (number == "p") or not (counted or self.tags[last] in "ns")

    def finite_follows(self, m: int) -> bool:
        """Whether a finite verb follows noun group m over prepositional phrases, times, a list, a participle, and an insertion, participle or relative clause between commas."""
        kinds, k = self.kinds, m + 1
        while k < self.size:
            kind = kinds[k]
            if kind == "R" or (kind == "N" and (k in self.governed or k in self.times)) or (kind == "I" and self.forms[k] not in CONJUNCTIONS_OF_TIME):
                k += 1
            elif kind == "C" and self.kinds[k + 1] == "N":
                k += 2
            elif kind == "V" and self.letters[k] == "N" and self.sizes[k] == 1 and kinds[k - 1] == "N" and kinds[k + 1] == "I":
                k += 1
            elif kinds.startswith("KNK", k) and self.kinds[k + 3] != "N":
                k += 3
            elif kinds.startswith("KNIN", k) and self.forms[k + 3] in PARTITIVE and (comma := kinds.find("K", k + 4)) > 0:
                k = comma + 1
            elif kinds.startswith(("KW", "KV"), k) and self.letters[k + 1] in "wNG" and (comma := kinds.find("K", k + 2)) > 0:
                k = comma + 1
            else:
                break
        return self.outline[k] == "F"

    def finite_ahead(self, m: int) -> bool:
        """Whether a finite verb comes before the next conjunction, subordinator or stop."""
        return AHEAD.match(self.outline, m + 1) is not None

    def one_finite_ahead(self, m: int) -> bool:
        """Whether just one finite verb comes before the next comma, conjunction, subordinator or stop."""
        found = NEXT.match(self.outline, m + 1)
        return found is not None and NEXT.match(self.outline, found.end()) is None

    def finite_after_clause(self, m: int) -> bool:
        """Whether a clause of time or reason stands behind verb m and a finite verb behind the comma that ends it."""
        return OVER_CLAUSE.match(self.outline, m + 1) is not None

    def gap_behind(self, m: int) -> bool:
        """Whether the next verb, finite or a past form with a finite one behind it, is active and no noun group, infinitive or clause follows it: its object stands before it."""
        for k in range(m + 1, self.size):
            verb = self.verbs.get(k)
            if verb is not None and (verb.finite or self.letters[k] == "N" and self.sizes[k] == 1 and self.kinds[k - 1] == "N" and self.finite_ahead(k)):
                follows = self.behind[k]
                return (
                    not (verb.finite and verb.passive)
                    and self.mains[k] not in "12M"
                    and follows < self.size
                    and self.kinds[follows] in "KXIV"
                    and self.letters[follows] != "t"
                )
            if self.kinds[k] in "SWK" or self.outline[k] == ".":
                return False
        return False

    def finite_before(self, m: int, kinds: str) -> bool:
        """Whether a finite verb comes before the next unit of these kinds or the next stop."""
        return BEFORE[kinds].match(self.outline, m + 1) is not None

    def quote_at(self, m: int) -> bool:
        """Whether a quote mark stood before unit m."""
        k = bisect_left(self.quoted, m)
        return k < len(self.quoted) and self.quoted[k] == m

    def finite_before_comma(self, m: int) -> bool:
        """Whether a finite verb comes before the next comma ("if at all", "when asked" have none)."""
        return BEFORE_COMMA.match(self.outline, m + 1) is not None

    def nothing_said(self, m: int) -> bool:
        """Whether verb m is followed by no clause before the next comma, quote mark or stop."""
        silent = SILENT.match(self.outline, m + 1)
        end = silent.end() if silent else m + 1
        return bisect_left(self.quoted, m + 1) < bisect_left(self.quoted, end) or self.outline[end] in " K."

    def two_finite_ahead(self, m: int) -> bool:
        """Whether two finite verbs come before the next stop: one for the clause outside, one for the clause inside."""
        return TWO_AHEAD.match(self.outline, m + 1) is not None
