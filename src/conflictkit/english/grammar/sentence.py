"""One sentence as units: what the clause pass reads and what it asks about the units around it."""

from __future__ import annotations

from conflictkit.engine.syntax import NounGroup, VerbGroup
from conflictkit.english.grammar.groups import GROUPINGS, NOMINATIVE, Unit, noun_group, units_of
from conflictkit.english.grammar.tags import tagger
from conflictkit.english.grammar.tokens import Words
from conflictkit.english.grammar.verbs import FINITE, verb_group

CONJUNCTIONS_OF_TIME = frozenset(["after", "before", "since", "until", "till", "as", "than"])
"""Prepositions that also open a clause."""
NUMBERS = {"is": "s", "was": "s", "has": "s", "are": "p", "were": "p", "have": "p"}
DASHES = frozenset(["--", "—", "–", "-", "―"])


class Sentence:
    """Units of a sentence, and for each one: its group, whether a preposition governs it, whether a quote mark stood before it."""

    __slots__ = ("closing", "ends", "governed", "groups", "kinds", "low", "quoted", "size", "starts", "tags", "verbs", "words")

    def __init__(self, words: Words, tags: str) -> None:
        tags = GROUPINGS.apply(tags, words.low, tagger().words)
        self.words, self.tags, self.low = words, tags, words.low
        units: list[Unit] = []
        self.quoted: set[int] = set()
        self.closing: set[int] = set()
        """Units before which a quote ends that began at the sentence's start or behind a comma or colon."""
        whole = True
        for unit in units_of(tags):
            if unit.kind == "Q":
                self.quoted.add(len(units))
                if unit.start in words.closing:
                    if whole:
                        self.closing.add(len(units))
                else:
                    whole = not units or units[-1].kind in "KX"
            else:
                units.append(unit)
        self.size = len(units)
        self.starts = [unit.start for unit in units]
        self.ends = [unit.end for unit in units]
        kinds = "".join([unit.kind for unit in units])
        if ":" in tags:
            kinds = "".join("K" if kind == "X" and self.low[start] in DASHES else kind for kind, start in zip(kinds, self.starts, strict=True))
        self.kinds = kinds
        self.groups: list[NounGroup | None] = [noun_group(words, tags, unit.start, unit.end) if unit.kind == "N" else None for unit in units]
        self.verbs: list[VerbGroup | None] = [verb_group(words, tags, unit.start, unit.end) if unit.kind == "V" else None for unit in units]
        self.governed = [kind == "N" and self._governed(m) for m, kind in enumerate(kinds)]

    def _governed(self, m: int) -> bool:
        """Whether a preposition stands before noun group m; "so he", "before they" govern nothing."""
        k = self.back(m)
        return k >= 0 and self.kinds[k] == "I" and not (self.one_word(m) and self.word(m) in NOMINATIVE)

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
        group = self.groups[m]
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
            if self.kinds[k] in "SWC" or self.stops(k):
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
