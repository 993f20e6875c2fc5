"""Actor, target and place of an event, where its clause makes them plain."""

from __future__ import annotations

import re

from conflictkit._document import Document
from conflictkit._lexicon import Memo, word_list
from conflictkit._models import Span
from conflictkit.english.events.words import TABLE, lemma

GROUPS, NO_NAMES, DEMONYMS, INITIALS = (frozenset(word_list(TABLE["participant"][key], key)) for key in ("group", "no_name", "demonym", "initials"))
PLACE_PREPOSITIONS = frozenset("in at near outside inside around across".split())
INNER = frozenset("of al el de".split())
SUFFERS = frozenset("die drown perish suffocate".split())
"""Verbs whose subject is the target."""
LEFT, RIGHT = 25, 20
"""How many tokens before and after the trigger its participants stand."""
NAME, GROUP, OTHER = "N", "g", "."
HEAD = re.compile("[Ng]")
SUBORDINATE = re.compile('[r;"]')


def _name(tok: str) -> str:
    word = tok.strip().lower()
    if word in GROUPS:
        return GROUP
    return NAME if tok[0].isupper() and word not in NO_NAMES else OTHER


NAMES = Memo(_name)
"""Token -> whether it is a word of a name, a group noun, or neither."""


class Participants:
    """The names and groups of a document."""

    def __init__(self, doc: Document, shape: str, dates: set[int]) -> None:
        self.doc: Document = doc
        self.shape: str = shape
        names = list(map(NAMES.__getitem__, doc.toks))
        for k in dates:
            names[k] = OTHER
        self.names: str = "".join(names)

    def of(self, k: int, form: str, lo: int, hi: int) -> tuple[Span | None, Span | None, Span | None]:
        """Actor, target and place of the trigger at token k of the sentence lo to hi."""
        right = min(hi, k + RIGHT)
        at = self._place(k, right)
        place = self.doc.span(*at) if at else None
        if form == "noun":
            near = min(right, k + 8)
            return self._after(k, right, at, "by"), self._after(k, near, at, "on") or self._after(k, near, at, "against"), place
        subject = self._subject(max(lo, k - LEFT), k)
        if form in {"passive", "been", "participle"}:
            return self._after(k, right, None, "by"), subject, place
        if lemma(self.doc.low[k]) in SUFFERS:
            return None, subject, place
        return subject, self._object(k + 1, right, at), place

    def _end(self, k: int, hi: int) -> int:
        """One past the name or group that begins at token k; k if an adjective of a people stands there without a noun."""
        names, low, toks = self.names, self.doc.low, self.doc.toks
        e = k + 1
        if names[k] == NAME:
            while e < hi and toks[e - 1][-1] != "\n":
                if names[e] == NAME:
                    e += 1
                elif e + 1 < hi and names[e + 1] == NAME and (low[e] in INNER or (self.shape[e] == "-" and self.doc.glued(e))):
                    e += 2
                else:
                    break
            if e == k + 1 and (low[k] in DEMONYMS or low[k] in INITIALS):
                while e < hi and e < k + 4 and self.shape[e] == "u" and toks[e][0].islower():
                    e += 1
                return k if e == k + 1 and names[e : e + 1] != GROUP and low[k] in DEMONYMS else self._groups(e, hi)
        return self._groups(e, hi)

    def _groups(self, e: int, hi: int) -> int:
        while e < hi and self.names[e] == GROUP:
            e += 1
        return e

    def _subject(self, a: int, b: int) -> Span | None:
        """The first name of the clause before the trigger; what owns another noun ("Baros's") is passed over.

        A verb joined to another ("killed 10 people and wounded 40") has the subject of the first.
        """
        if self.shape[b - 1 : b] == "c" and (first := max(self.shape.rfind(form, a, b) for form in "DSB")) > a:
            b = first
        for j in range(b - 1, a, -1):
            if self.shape[j] in 'r;"' and self.doc.low[j] not in {"who", "which", "whose"}:
                a = j + 1
                break
        while (found := HEAD.search(self.names, a, b)) is not None:
            k = found.start()
            e = self._end(k, b)
            owned = self.shape[e : e + 1] == "q" or (k > a and self.shape[k - 1] == "p" and self.names[k] == NAME)  # "the port of Odesa"
            if e > k and not owned and not (e == k + 1 and self.shape[k] in "pavirDG"):
                return self.doc.span(k, e)
            a = max(e, k + 1)
        return None

    def _object(self, a: int, b: int, place: tuple[int, int] | None) -> Span | None:
        """The first name after the trigger within its clause."""
        stop = SUBORDINATE.search(self.shape, a, b)
        b = stop.start() if stop else b
        while (found := HEAD.search(self.names, a, b)) is not None:
            k = found.start()
            e = self._end(k, b)
            if e > k and not (place and place[0] <= k < place[1]) and not (e == k + 1 and self.shape[k] in "pavir"):
                return self.doc.span(k, e)
            a = max(e, k + 1)
        return None

    def _after(self, k: int, hi: int, place: tuple[int, int] | None, word: str) -> Span | None:
        """The name right after a preposition."""
        low = self.doc.low
        for j in range(k + 1, hi - 1):
            if low[j] == word:
                for a in range(j + 1, min(hi, j + 5)):
                    if self.names[a] != OTHER:
                        e = self._end(a, hi)
                        if e > a and not (place and place[0] <= a < place[1]):
                            return self.doc.span(a, e)
                    elif self.shape[a] in "p,;":
                        return None
                return None
        return None

    def _place(self, k: int, hi: int) -> tuple[int, int] | None:
        """The tokens of the name after "in", "at", "near" right of the trigger."""
        low, shape = self.doc.low, self.shape
        for j in range(k + 1, hi - 1):
            char = shape[j]
            if char in ';"r':
                return None
            if char == "p" and low[j] in PLACE_PREPOSITIONS:
                for a in range(j + 1, min(hi, j + 6)):
                    if shape[a] in "p,;":
                        break
                    if self.names[a] == NAME:
                        e = self._end(a, hi)
                        if e > a:
                            return a, e
                        break
        return None
