"""One sentence as units: what the clause pass reads and what it asks about the units around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from conflictkit.engine.syntax import NounGroup, VerbGroup

from .groups import KIND, UNIT, dated, grouped, noun_group
from .lists import ARTICLES, NOMINATIVE, NUMERALS, TIME_ORDER
from .tokens import Words
from .verbs import verb_group

CONJUNCTIONS_OF_TIME = TIME_ORDER | {"till", "as", "than"}
"""Prepositions that also open a clause."""
GOVERNED = re.compile("IR*N")
"""A preposition and the noun group that it governs; "so he", "before they" govern nothing."""
NUMBERS = {"is": "s", "was": "s", "has": "s", "are": "p", "were": "p", "have": "p"}
DASHES = frozenset(["--", "—", "–", "-", "―"])


OF_THEM = frozenset({"them", "whom", "which"})
"""What a part that stands between commas is of: "12 men, two of them masked,"."""
NO_TOKENS: frozenset[int] = frozenset()


# what an expression over the outline of a sentence asks: whether a finite verb (F) comes before some other unit
AHEAD = re.compile(r"(?: [^FSWC.A] | A (?! NF ) )*+ F", re.VERBOSE)
BEFORE = {kinds: re.compile(f"[^F.{kinds}]*+F") for kinds in ("K", "KC")}
BEFORE_COMMA = re.compile("K|[^FKSX.]*+(?:KW[^K.]*+KR*+)?F")
TWO_AHEAD = re.compile("[^F.]*+F[^F.]*+F")
OVER_CLAUSE = re.compile(r"[WAS][^FK.]*+F[^FK.]*+KR*+F")
SILENT = re.compile("[^SWCFK.]*+")


class Sentence:
    """Units of a sentence, and for each one: its group, whether a preposition governs it, whether a quote mark stood before it."""

    __slots__ = (
        "closing",
        "ends",
        "forms",
        "governed",
        "groups",
        "kinds",
        "letters",
        "low",
        "outline",
        "prepositional",
        "quoted",
        "size",
        "starts",
        "tags",
        "times",
        "verbs",
        "words",
    )

    def __init__(self, words: Words, tags: str, times: frozenset[int] = NO_TOKENS, named: frozenset[int] = NO_TOKENS) -> None:
        low = words.low
        tags = grouped(tags, low)
        if times:
            tags = dated(tags, words, times)
        units = UNIT.findall(tags)
        outline = "".join(map(KIND.__getitem__, units))
        starts = [0, *accumulate(map(len, units))]
        if "d" in units:  # an article without its noun is none: 'took a "harder" look'
            outline = "".join(["X" if unit == "d" and low[start] in ARTICLES else kind for unit, kind, start in zip(units, outline, starts)])
        ends = starts[1:]
        starts.pop()
        self.low: list[str]
        self.words: Words
        self.tags: str
        self.words, self.tags, self.low = words, tags, low
        self.quoted: list[int] = []
        self.closing: set[int] = set()
        """Units before which a quote ends that began at the sentence's start or behind a comma or colon."""
        if "Q" in outline:
            self._marks(outline, starts)
            kept = [k for k, kind in enumerate(outline) if kind != "Q"]
            outline, units, starts, ends = outline.replace("Q", ""), [units[k] for k in kept], [starts[k] for k in kept], [ends[k] for k in kept]
        if ":" in tags:
            outline = "".join(["K" if kind in "X." and low[start] in DASHES else kind for kind, start in zip(outline, starts)])
        self.size: int
        self.starts: list[int]
        self.ends: list[int]
        self.starts, self.ends, self.size = starts, ends, len(starts)
        self.kinds: str
        self.kinds = kinds = outline.replace("F", "V").replace(".", "X")
        self.letters = "".join([unit[0] for unit in units])
        """The tag of the first word of each unit."""
        self.forms: list[str]
        self.forms = forms = [low[start] for start in starts]
        """The first word of each unit in small letters."""
        self.groups: list[NounGroup | None] = [None] * len(starts)
        self.verbs: list[VerbGroup | None] = [None] * len(starts)
        self.times: set[int] = set()
        """The noun groups that are times."""
        self.outline: str = self._phrases(units, outline)
        """The kinds, finite verbs as F, conjunctions of time as A, stops, colons and semicolons as "."."""
        if times or named:
            self._known(times, named)
        self.governed: list[bool] = [False] * self.size
        self.prepositional: list[int] = [m for found in GOVERNED.finditer(kinds) if not (forms[m := found.end() - 1] in NOMINATIVE and ends[m] - starts[m] == 1)]
        """The noun groups that a preposition governs."""
        for m in self.prepositional:
            self.governed[m] = True

    def _phrases(self, units: list[str], outline: str) -> str:
        """Make the noun and verb groups; the outline with the prepositions that also open clauses marked in it."""
        conjunctions = []
        for m, kind in enumerate(self.kinds):
            if kind == "N":
                self.groups[m] = group = noun_group(self.words, units[m], self.starts[m])
                if group.time:
                    self.times.add(m)
            elif kind == "V":
                self.verbs[m] = verb_group(self.words, self.tags, self.starts[m], self.ends[m])
            elif kind == "I" and self.forms[m] in CONJUNCTIONS_OF_TIME:
                conjunctions.append(m)
        if not conjunctions:
            return outline
        marked = list(outline)
        for m in conjunctions:
            marked[m] = "A"
        return "".join(marked)

    def _known(self, times: frozenset[int], named: frozenset[int]) -> None:
        """Mark the groups that are known to be times or names."""
        for m, group in enumerate(self.groups):
            if group is not None:
                group.name = group.name or group.head in named
                if group.owner is not None and group.owner.head in times:
                    group.owner.time = True
                if group.head in times:
                    group.time = True
                    self.times.add(m)

    def _marks(self, kinds: str, starts: list[int]) -> None:
        """Note where quote marks stand."""
        whole, before, at = True, "", 0
        for kind, start in zip(kinds, starts):
            if kind != "Q":
                before, at = kind, at + 1
                continue
            self.quoted.append(at)
            if not self.words.closes(start):
                whole = before in ("", "K", "X", ".")
            elif whole:
                self.closing.add(at)

    def preposition_start(self, m: int) -> int:
        """The unit of the first word of the preposition that governs noun group m ("according" of "according to")."""
        k = self.back(m)
        while k > 0 and self.kinds[k - 1] in "IS" and self.forms[k - 1] != "that":
            k -= 1
        return k

    def preposition(self, m: int) -> str:
        """The preposition that governs noun group m, in small letters; "" if there is none."""
        if not self.governed[m]:
            return ""
        start = self.preposition_start(m)
        return self.forms[start] if start == m - 1 else " ".join(self.forms[start : self.back(m) + 1])

    def last(self, m: int) -> str:
        """The last word of unit m in small letters."""
        return self.low[self.ends[m] - 1]

    def one_word(self, m: int) -> bool:
        return self.ends[m] - self.starts[m] == 1

    def kind(self, m: int) -> str:
        """The kind of unit m, "" outside of the sentence."""
        return self.kinds[m] if 0 <= m < self.size else ""

    def main(self, m: int) -> int:
        """The word of a verb group that is its main verb."""
        end = self.ends[m] - 1
        return end - 1 if self.tags[end] == "l" else end

    def time(self, m: int) -> bool:
        """Whether unit m is a noun group that tells a time."""
        return m in self.times

    def exists(self, m: int) -> bool:
        """Whether unit m is the "there" of "there is"."""
        return self.letters[m] == "e"

    def finite(self, m: int) -> bool:
        return 0 <= m < self.size and self.outline[m] == "F"

    def number(self, m: int) -> str:
        """The number that a finite verb group asks of its subject: "s", "p" or "" where its form does not tell."""
        word, tag = self.forms[m], self.letters[m]
        if tag in "13":
            return NUMBERS.get(word, "")
        return {"Z": "s", "P": "p"}.get(tag, "")

    def agrees(self, m: int, number: str) -> bool:
        """Whether noun group m can be the subject of a verb of this number; what is no noun in its plain form agrees with both."""
        group = self.groups[m]
        if group is None or group.pronoun or group.name:
            return group is None or group.pronoun or number == "s"
        last = self.ends[m] - 1
        counted = self.low[last] in NUMERALS or self.low[last].isdigit()
        plural = group.plural or (counted and self.low[last] not in ("one", "1"))
        return plural == (number == "p") or not (counted or self.tags[last] in "ns")

    def back(self, m: int) -> int:
        """The unit before m, adverbs left out; -1 at the beginning."""
        m -= 1
        while m >= 0 and self.kinds[m] == "R":
            m -= 1
        return m

    def ahead(self, m: int) -> int:
        """The unit behind m, adverbs left out."""
        m += 1
        while m < self.size and self.kinds[m] == "R":
            m += 1
        return m

    def stops(self, m: int) -> bool:
        """Whether unit m is a full stop, a colon or a semicolon."""
        return self.outline[m] == "."

    def stop_before(self, m: int, end: int) -> bool:
        """Whether a stop stands between two units."""
        return "." in self.outline[m:end]

    def bare(self, m: int) -> bool:
        """Whether unit m is a noun group that no preposition governs."""
        return 0 <= m < self.size and self.kinds[m] == "N" and not self.governed[m]

    def finite_follows(self, m: int) -> bool:
        """Whether a finite verb follows noun group m over prepositional phrases, times, a list, and an insertion, participle or relative clause between commas."""
        kinds, k = self.kinds, m + 1
        while k < self.size:
            kind = kinds[k]
            if kind == "R" or (kind == "N" and (self.governed[k] or k in self.times)) or (kind == "I" and self.forms[k] not in CONJUNCTIONS_OF_TIME):
                k += 1
            elif kind == "C" and self.kind(k + 1) == "N":
                k += 2
            elif kinds.startswith("KNK", k) and self.kind(k + 3) != "N":
                k += 3
            elif kinds.startswith("KNIN", k) and self.forms[k + 3] in OF_THEM and (comma := kinds.find("K", k + 4)) > 0:
                k = comma + 1
            elif kinds.startswith(("KW", "KV"), k) and self.letters[k + 1] in "wNG" and (comma := kinds.find("K", k + 2)) > 0:
                k = comma + 1
            else:
                break
        return self.finite(k)

    def finite_ahead(self, m: int) -> bool:
        """Whether a finite verb comes before the next conjunction, subordinator or stop."""
        return AHEAD.match(self.outline, m + 1) is not None

    def finite_after_clause(self, m: int) -> bool:
        """Whether a clause of time or reason stands behind verb m and a finite verb behind the comma that ends it."""
        return OVER_CLAUSE.match(self.outline, m + 1) is not None

    def gap_behind(self, m: int) -> bool:
        """Whether the next finite verb is active and no noun group, infinitive or clause follows it: its object stands before it."""
        for k in range(m + 1, self.size):
            verb = self.verbs[k]
            if verb is not None and verb.finite:
                follows = self.ahead(k)
                return (
                    not verb.passive
                    and self.tags[self.main(k)] not in "12M"
                    and follows < self.size
                    and self.kinds[follows] in "KXIV"
                    and self.letters[follows] != "t"
                )
            if self.kinds[k] in "SWK" or self.stops(k):
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
        return bisect_left(self.quoted, m + 1) < bisect_left(self.quoted, end) or self.outline[end : end + 1] in ("", "K", ".")

    def two_finite_ahead(self, m: int) -> bool:
        """Whether two finite verbs come before the next stop: one for the clause outside, one for the clause inside."""
        return TWO_AHEAD.match(self.outline, m + 1) is not None
