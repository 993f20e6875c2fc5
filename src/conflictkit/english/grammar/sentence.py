"""One sentence as units: what the clause pass reads and what it asks about the units around it."""

from __future__ import annotations

import re

from conflictkit.engine.syntax import NounGroup, VerbGroup
from conflictkit.english.grammar.groups import grouped, noun_group, units_of
from conflictkit.english.grammar.lists import NOMINATIVE
from conflictkit.english.grammar.tokens import Words
from conflictkit.english.grammar.verbs import FINITE, verb_group

CONJUNCTIONS_OF_TIME = frozenset(["after", "before", "since", "until", "till", "as", "than"])
"""Prepositions that also open a clause."""
GOVERNED = re.compile("IR*N")
"""A preposition and the noun group that it governs; "so he", "before they" govern nothing."""
NUMBERS = {"is": "s", "was": "s", "has": "s", "are": "p", "were": "p", "have": "p"}
DASHES = frozenset(["--", "—", "–", "-", "―"])


NO_TOKENS: frozenset[int] = frozenset()


class Sentence:
    """Units of a sentence, and for each one: its group, whether a preposition governs it, whether a quote mark stood before it."""

    __slots__ = ("closing", "ends", "governed", "groups", "kinds", "low", "quoted", "size", "starts", "tags", "verbs", "words")

    def __init__(self, words: Words, tags: str, times: frozenset[int] = NO_TOKENS, named: frozenset[int] = NO_TOKENS) -> None:
        low = words.low
        tags = grouped(tags, low)
        kinds, starts = units_of(tags)
        ends = [*starts[1:], len(tags)]
        self.words, self.tags, self.low = words, tags, low
        self.quoted: set[int] = set()
        self.closing: set[int] = set()
        """Units before which a quote ends that began at the sentence's start or behind a comma or colon."""
        if "Q" in kinds:
            self._marks(kinds, starts)
            kept = [k for k, kind in enumerate(kinds) if kind != "Q"]
            kinds, starts, ends = kinds.replace("Q", ""), [starts[k] for k in kept], [ends[k] for k in kept]
        if ":" in tags:
            kinds = "".join(["K" if kind == "X" and low[start] in DASHES else kind for kind, start in zip(kinds, starts)])
        self.kinds, self.starts, self.ends, self.size = kinds, starts, ends, len(starts)
        self.groups: list[NounGroup | None] = [noun_group(words, tags, start, end) if kind == "N" else None for kind, start, end in zip(kinds, starts, ends)]
        self.verbs: list[VerbGroup | None] = [verb_group(words, tags, start, end) if kind == "V" else None for kind, start, end in zip(kinds, starts, ends)]
        if times or named:
            self._known(times, named)
        self.governed = [False] * self.size
        for found in GOVERNED.finditer(kinds):
            m = found.end() - 1
            self.governed[m] = not (ends[m] - starts[m] == 1 and low[starts[m]] in NOMINATIVE)

    def _known(self, times: frozenset[int], named: frozenset[int]) -> None:
        """Mark the groups that are known to be times or names."""
        for group in self.groups:
            if group is not None:
                group.time = group.time or group.head in times
                group.name = group.name or group.head in named

    def _marks(self, kinds: str, starts: list[int]) -> None:
        """Note where quote marks stand."""
        whole, before, at = True, "", 0
        for kind, start in zip(kinds, starts):
            if kind != "Q":
                before, at = kind, at + 1
                continue
            self.quoted.add(at)
            if start not in self.words.closing:
                whole = before in ("", "K", "X")
            elif whole:
                self.closing.add(at)

    def preposition_start(self, m: int) -> int:
        """The unit of the first word of the preposition that governs noun group m ("according" of "according to")."""
        k = self.back(m)
        while k > 0 and self.kinds[k - 1] in "IS" and self.word(k - 1) != "that":
            k -= 1
        return k

    def preposition(self, m: int) -> str:
        """The preposition that governs noun group m, in small letters; "" if there is none."""
        if not self.governed[m]:
            return ""
        return " ".join(self.word(k) for k in range(self.preposition_start(m), self.back(m) + 1))

    def word(self, m: int) -> str:
        """The first word of unit m in small letters."""
        return self.low[self.starts[m]]

    def last(self, m: int) -> str:
        """The last word of unit m in small letters."""
        return self.low[self.ends[m] - 1]

    def one_word(self, m: int) -> bool:
        return self.ends[m] - self.starts[m] == 1

    def kind(self, m: int) -> str:
        """The kind of unit m, "" outside of the sentence."""
        return self.kinds[m] if 0 <= m < self.size else ""

    def tag(self, m: int) -> str:
        """The tag of the first word of unit m."""
        return self.tags[self.starts[m]]

    def main(self, m: int) -> int:
        """The word of a verb group that is its main verb."""
        end = self.ends[m] - 1
        return end - 1 if self.tags[end] == "l" else end

    def time(self, m: int) -> bool:
        group = self.groups[m] if m < self.size else None
        return group is not None and group.time

    def exists(self, m: int) -> bool:
        """Whether unit m is the "there" of "there is"."""
        return self.tag(m) == "e"

    def finite(self, m: int) -> bool:
        return self.kind(m) == "V" and self.tag(m) in FINITE

    def number(self, m: int) -> str:
        """The number that a finite verb group asks of its subject: "s", "p" or "" where its form does not tell."""
        word, tag = self.word(m), self.tag(m)
        if tag in "13":
            return NUMBERS.get(word, "")
        return {"Z": "s", "P": "p"}.get(tag, "")

    def agrees(self, m: int, number: str) -> bool:
        """Whether noun group m can be the subject of a verb of this number; what is no noun in its plain form agrees with both."""
        group = self.groups[m]
        if group is None or group.pronoun or group.name:
            return group is None or group.pronoun or number == "s"
        return group.plural == (number == "p") or self.tags[self.ends[m] - 1] not in "ns"

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
        return self.kinds[m] == "X" and self.tags[self.starts[m]] in ".:"

    def bare(self, m: int) -> bool:
        """Whether unit m is a noun group that no preposition governs."""
        return self.kind(m) == "N" and not self.governed[m]

    def finite_follows(self, m: int) -> bool:
        """Whether a finite verb follows noun group m over prepositional phrases, a list or one insertion between commas."""
        kinds, k = self.kinds, m + 1
        while k < self.size:
            kind = kinds[k]
            if kind == "R" or (kind == "N" and self.governed[k]) or (kind == "I" and self.word(k) not in CONJUNCTIONS_OF_TIME):
                k += 1
            elif kind == "C" and self.kind(k + 1) == "N":
                k += 2
            elif kinds[k : k + 3] == "KNK" and self.kind(k + 3) != "N":
                k += 3
            else:
                break
        return self.finite(k)

    def finite_ahead(self, m: int) -> bool:
        """Whether a finite verb comes before the next conjunction, subordinator or stop."""
        for k in range(m + 1, self.size):
            if self.finite(k):
                return True
            kind = self.kinds[k]
            if kind in "SWC" or self.stops(k) or (kind == "I" and self.word(k) in CONJUNCTIONS_OF_TIME and self.kind(k + 1) == "N" and self.finite(k + 2)):
                return False
        return False

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
                    and self.tag(follows) != "t"
                )
            if self.kinds[k] in "SWK" or self.stops(k):
                return False
        return False

    def finite_before(self, m: int, kinds: str) -> bool:
        """Whether a finite verb comes before the next unit of these kinds or the next stop."""
        for k in range(m + 1, self.size):
            if self.finite(k):
                return True
            if self.kinds[k] in kinds or self.stops(k):
                return False
        return False

    def finite_before_comma(self, m: int) -> bool:
        """Whether a finite verb comes before the next comma ("if at all", "when asked" have none)."""
        for k in range(m + 1, self.size):
            kind = self.kinds[k]
            if self.finite(k):
                return True
            if kind == "K":
                return k == m + 1
            if kind in "SX":
                return False
        return False

    def nothing_said(self, m: int) -> bool:
        """Whether verb m is followed by no clause before the next comma or stop."""
        for k in range(m + 1, self.size):
            kind = self.kinds[k]
            if kind in "SWC" or self.finite(k):
                return False
            if kind == "K" or self.stops(k) or k in self.quoted:
                return True
        return True

    def two_finite_ahead(self, m: int) -> bool:
        """Whether two finite verbs come before the next stop: one for the clause outside, one for the clause inside."""
        found = 0
        for k in range(m + 1, self.size):
            found += self.finite(k)
            if found > 1:
                return True
            if self.stops(k):
                return False
        return False
