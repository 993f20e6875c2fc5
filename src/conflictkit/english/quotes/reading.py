"""A document while its quotes are found: cues, quote regions, drafts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from attrs import define

from conflictkit._document import Document
from conflictkit._models import Stance
from conflictkit._regions import Region
from conflictkit._sentences import LONGEST
from conflictkit.engine.syntax import Form, Syntax, VerbGroup

from ..grammar import syntax_of
from ..grammar.lists import FUNCTION
from .attribution import Range, is_word, skip_blanks

BRACKETS = frozenset({"(", ")"})


@define(eq=False)
class Draft:
    """A quote in the making."""

    rule: str
    pieces: list[Range]
    cue: Range | None
    speaker: Range | None
    stance: Stance = Stance.SAID
    via: Range | None = None


class Reading:
    """One document while its quotes are found."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.syntax: Syntax = syntax_of(doc)
        self.regions: tuple[Region, ...] = doc.regions
        self.inside: list[int] = [-1] * len(doc)
        for n, region in enumerate(self.regions):
            self.inside[region.open : region.close] = [n] * (region.close - region.open)
        self.opens: list[int] = [region.open for region in self.regions]
        self.starts: frozenset[int] = frozenset(doc.sentences)
        self.owner: dict[int, Draft] = {}
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.beside: frozenset[int] = frozenset(self._beside())
        """Verbs that stand right behind a quote, or behind a noun group that does ("...!" beamed the mayor)."""
        self.hits: list[int] = sorted({k for k in doc.spots("CUE") if self.inside[k] < 0}.union(self.beside))
        self._bounds: dict[int, Range] = {}

    def _beside(self) -> list[int]:
        doc, syntax, found = self.doc, self.syntax, []
        for region in self.regions:
            k = skip_blanks(doc, region.close, len(doc))
            if k >= len(doc) or self.inside[k] >= 0 or doc.paragraph_of[k] != doc.paragraph_of[region.close - 1]:
                continue
            verb, group = syntax.verb_at(k), syntax.group_at(k)
            if group is not None and verb is None:
                verb = syntax.verb_at(group.end) if group.end < len(doc) else None
            elif verb is not None and syntax.group_at(verb.end if verb.end < len(doc) else k) is None:
                verb = None
            if (
                verb is not None
                and (verb.finite or (verb.start == k and doc.low[k] not in ("to", "having")))
                and not (verb.passive or verb.form is Form.AUXILIARY or verb.form is Form.BASE)
                and doc.low[region.close - 2][-1:] in ",?!"
            ):
                found.append(verb.word)
        return found

    def bounds(self, k: int) -> Range:
        """The sentence of token k, widened over the regions that its ends cut through; of an endless one the part around k."""
        found = self._bounds.get(k)
        if found is None:
            s, e = found = self.doc.bounds[k]
            if e - s <= LONGEST and self.inside[s] < 0 and (e >= len(self.inside) or self.inside[e] < 0):
                return found
            if self.inside[s] >= 0 and s > self.regions[self.inside[s]].open:
                s = self.regions[self.inside[s]].open
                if s not in self.starts:
                    s = self.doc.bounds[s][0]
            while e - k < LONGEST and e < len(self.inside) and self.inside[e] >= 0 and e > self.regions[self.inside[e]].open:
                e = self.regions[self.inside[e]].close
                if e < len(self.inside) and e not in self.starts and not self.doc.toks[e][0].isspace():
                    e = self.doc.bounds[e][1]
            if k - s > LONGEST:
                s = self.opens[self.inside[k - LONGEST]] if self.inside[k - LONGEST] >= 0 else k - LONGEST
            if e - k > LONGEST:
                e = self.regions[self.inside[k + LONGEST]].close if self.inside[k + LONGEST] >= 0 else k + LONGEST
            found = self._bounds[k] = (s, e)
        return found

    def add(self, draft: Draft) -> None:
        """Keep a draft; the regions in its pieces are its own."""
        self.drafts.append(draft)
        if draft.cue:
            self.used.update(range(*draft.cue))
        for a, b in [*draft.pieces, draft.speaker] if draft.speaker else draft.pieces:
            for n in range(bisect_left(self.opens, a), bisect_left(self.opens, b)):
                self.owner.setdefault(n, draft)

    def finite_at(self, k: int, e: int) -> VerbGroup | None:
        """The finite verb that begins at token k, if that stands before e."""
        verb = self.syntax.verb_at(k) if k < e else None
        return verb if verb is not None and verb.finite and verb.start == k else None

    def finite(self, a: int, b: int, *, marks: bool = False) -> Iterator[VerbGroup]:
        """The finite verbs between two tokens, outside marks or anywhere."""
        return (verb for verb in map(self.syntax.verb_at, range(a, b)) if verb is not None and verb.finite and (marks or self.inside[verb.word] < 0))

    def comma(self, a: int, b: int) -> int:
        """The first comma outside marks between two tokens, or the second."""
        return next((k for k in range(a, b) if self.doc.low[k] == "," and self.inside[k] < 0), b)

    def before(self, s: int) -> Iterator[Draft]:
        """The drafts whose cues stand in the sentence from token s on, the last first."""
        return takewhile(lambda draft: draft.cue is None or draft.cue[0] >= s, reversed(self.drafts))

    def is_sentence(self, n: int) -> bool:
        """Whether a region has a finite verb, so that it is more than a name, a title or a phrase."""
        return any(self.finite(self.regions[n].open + 1, self.regions[n].close - 1, marks=True))

    def names_somebody(self, n: int) -> bool:
        """Whether the words of a region can be a name: one alone, or all with capitals ("“Badger,” the leader of a crew, says ...")."""
        return not self.fragment(n).count(" ") or self.names_title(n)

    def trimmed(self, a: int, b: int) -> Range | None:
        """The range without white space and punctuation at its ends, up to where a bracket around it closes; a quote mark stays."""
        toks, inside = self.doc.toks, self.inside
        b = self._bracket_end(a, b)
        while b > a and (toks[b - 1][0].isspace() or (inside[b - 1] < 0 and not is_word(self.doc, b - 1) and toks[b - 1][0] not in "%)]€£°")):
            b -= 1
        while a < b and (toks[a][0].isspace() or (inside[a] < 0 and not is_word(self.doc, a) and toks[a][0] not in "$€£([-#@")):
            a += 1
        return (a, b) if a < b else None

    def _bracket_end(self, a: int, b: int) -> int:
        """The ")" between tokens a and b that closes a bracket opened before, or b."""
        depth = 0
        for k in self.doc.among(BRACKETS, a, b):
            depth += 1 if self.doc.low[k] == "(" else -1
            if depth < 0:
                return k if self.inside[k] < 0 else b
        return b

    def fragment(self, n: int) -> str:
        """The words of a region."""
        region = self.regions[n]
        return self.doc.text[self.doc.ends[region.open] : self.doc.off[region.close - 1] if region.closed else self.doc.ends[region.close - 1]].strip()

    def starts_sentence(self, n: int) -> bool:
        """Whether a region begins its sentence or its line (an "And" or a dash before it does no harm)."""
        k = self.regions[n].open
        if k in self.starts:
            return True
        if k and self.doc.toks[k - 1][0] in "\n\r([—–-" and (k - 1 in self.starts or self.doc.toks[k - 1][0] in "\n\r"):
            return True
        return k > 1 and self.doc.low[k - 1] in ("but", "and", "so") and k - 1 in self.starts

    def after_stop(self, n: int) -> bool:
        """Whether a region with a capital stands after a colon, a full stop that the sentence splitter passed over or, as a sentence, after a dash or bracket."""
        k, words = self.regions[n].open, self.fragment(n)
        if not words or not words[0].isupper() or not k:
            return False
        return self.doc.low[k - 1][-1] in ":.?!—" or self.doc.toks[k - 1] in ("- ", "– ", "(") and self.is_sentence(n)

    def names_title(self, n: int) -> bool:
        """Whether a region looks like a title: few words, all with capitals but the small ones, no final mark."""
        words = self.fragment(n).split()
        if not words:
            return False
        large = [word for word in words if word[0].isalpha() and word.lower() not in FUNCTION]
        return bool(large) and all(word[0].isupper() for word in large) and words[0][0].isupper() and (len(words) > 1 or words[-1][-1] not in ",.?!")
