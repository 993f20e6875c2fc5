"""Actor, target and place of an event, where its clause makes them plain."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from conflictkit._document import Document
from conflictkit._lexicon import word_list
from conflictkit._models import Span
from conflictkit.english.events.words import TABLE, Word

GROUPS, NO_NAMES, DEMONYMS, INITIALS = (frozenset(word_list(TABLE["participant"][key], key)) for key in ("group", "no_name", "demonym", "initials"))
PLACE_PREPOSITIONS = frozenset("in at near outside inside around across".split())
INNER = frozenset("of al el de".split())
SUFFERS = frozenset("die drown perish suffocate".split())
"""Verbs whose subject is the target."""
LEFT, RIGHT = 25, 20
"""How many tokens before and after the trigger its participants stand."""
NAME, GROUP, OTHER = "N", "g", "."
WORDS: dict[str, str] = dict.fromkeys(NO_NAMES, OTHER) | dict.fromkeys(GROUPS, GROUP)
"""Word -> group noun, or no name in spite of a capital."""
HEAD = re.compile("[Ng]")
BREAK = re.compile('[r;"]')
PREPOSITION = re.compile("p")
FUNCTION_FORMS = frozenset("apvrcimtowhqDG")
DEFENCES = frozenset(["defence", "defense"])
THINGS_WITHIN = 3
MANY = frozenset("couple crowd dozens group hundreds majority millions number scores tens thousands".split())
"""Before "of" and those who act: "hundreds of people"."""
BODIES = frozenset(word for word in GROUPS if not word.endswith(("s", "men", "people"))) | {"prison"}
"""Group nouns that describe the noun behind them."""
RELATIVE = frozenset({"who", "which", "whose"})


class Participants:
    """The names and groups of a document."""

    def __init__(self, doc: Document, shape: str, dates: set[int]) -> None:
        self.doc: Document = doc
        self.shape: str = shape
        names = [WORDS.get(word) or (NAME if tok[0].isupper() else OTHER) for tok, word in zip(doc.toks, doc.low, strict=True)]
        for k in dates:
            names[k] = OTHER
        for start in doc.sentences:  # what opens a sentence has its capital from there
            k = next((k for k in range(start, min(start + 4, len(names))) if shape[k] not in '".'), start)
            if names[k : k + 1] == [NAME] and shape[k] in FUNCTION_FORMS and not doc.toks[k][1:2].isupper():
                names[k] = OTHER
        self.names: str = "".join(names)
        self._prepositions = [found.start() for found in PREPOSITION.finditer(shape)]
        self._spans: dict[tuple[int, int], Span] = {}

    def of(self, k: int, form: str, word: Word, lo: int, hi: int) -> tuple[Span | None, Span | None, Span | None]:
        """Actor, target and place of the trigger at token k of the clause lo to hi."""
        right = min(hi, k + RIGHT)
        stop = BREAK.search(self.shape, k + 1, right)
        clause = stop.start() if stop else right
        first = bisect_right(self._prepositions, k)
        prepositions = self._prepositions[first : bisect_left(self._prepositions, right - 1, first)]
        at = self._place(prepositions, clause, right)
        place = self._span(*at) if at else None
        if form == "noun":
            near = min(right, k + 8)
            actor = self._after("by", prepositions, right, at)
            return actor, self._after("on", prepositions, near, at) or self._after("against", prepositions, near, at), place
        subject = self._subject(max(lo, k - LEFT), k)
        if form in {"passive", "been", "participle"}:
            return self._after("by", prepositions, right, None), subject, place
        if word.verb in SUFFERS:
            return None, subject, place
        return subject, self._object(k + 1, clause, at), place

    def _span(self, a: int, b: int) -> Span:
        """Tokens a to b; verbs of one clause share their subject."""
        found = self._spans.get((a, b))
        if found is None:
            found = self._spans[a, b] = self.doc.span(a, b)
        return found

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
            if e > k + 1 or low[k] not in DEMONYMS:
                e = self._named_things(e, hi)
            if e == k + 1 and (low[k] in DEMONYMS or low[k] in INITIALS):
                while e < hi and e < k + 4 and self.shape[e] in "uKbz" and toks[e][0].islower():
                    e += 1
                return k if e == k + 1 and names[e : e + 1] != GROUP and low[k] in DEMONYMS else self._groups(e, hi)
        e = self._groups(e, hi)
        if e == hi or names[e - 1] != GROUP:
            return e
        if low[e - 1] in BODIES and self.shape[e] in "uK" and toks[e][0].islower():
            return e + 1  # army reservists
        while e < hi and names[e] == NAME:  # president Carlos Menem
            e += 1
        return e

    def _named_things(self, e: int, hi: int) -> int:
        """One past the things that a name tells apart: "Shahed attack drones", "Wagner fighters"; e if none stand there."""
        k = e
        while k < hi and k < e + THINGS_WITHIN and self.shape[k] in "uEXK" and self.doc.toks[k][0].islower() and not self.doc.glued(k - 1):
            k += 1
        last = self.doc.low[k - 1]
        return k if k > e and self.shape[k - 1] in "uK" and (last in DEFENCES or last.endswith("s") and not last.endswith("ss")) else e

    def _groups(self, e: int, hi: int) -> int:
        while e < hi and self.names[e] == GROUP:
            e += 1
        return e

    def _subject(self, a: int, b: int) -> Span | None:
        """The first name of the clause before the trigger; what owns another noun ("Baros's") is passed over.

        A verb joined to another ("killed 10 people and wounded 40") has the subject of the first.
        """
        shape, low = self.shape, self.doc.low
        if shape[b - 1 : b] == "c" and (first := max(shape.rfind(form, a, b) for form in "DSB")) > a:
            b = first
        j = b
        while (j := max(shape.rfind("r", a + 1, j), shape.rfind(";", a + 1, j), shape.rfind('"', a + 1, j))) > a:
            if low[j] not in RELATIVE or HEAD.search(self.names, j + 1, b):
                a = j + 1
                break
            return self._antecedent(a, j)
        while (found := HEAD.search(self.names, a, b)) is not None:
            k = found.start()
            e = self._end(k, b)
            owned = shape[e : e + 1] == "q" or self._hangs(k, a)
            if e > k and not owned and not (e == k + 1 and shape[k] in "pavirDG"):
                return self._span(k, e)
            a = max(e, k + 1)
        return None

    def _hangs(self, k: int, a: int) -> bool:
        """Whether a preposition governs what begins at token k: "the port of Odesa", "in support of the army"."""
        j = k - 1
        while j > a and self.shape[j] in "au0" and k - j < 4:
            j -= 1
        return j >= a and self.shape[j] == "p" and not (self.doc.low[j] == "of" and self.doc.low[j - 1] in MANY)

    def _antecedent(self, a: int, b: int) -> Span | None:
        """The name or group that ends before a relative pronoun at token b."""
        e = b - (self.shape[b - 1 : b] == ",")
        k = e
        while k > a and self.names[k - 1] != OTHER:
            k -= 1
        return self._span(k, e) if k < e else None

    def _object(self, a: int, b: int, place: tuple[int, int] | None) -> Span | None:
        """The first name after the trigger within its clause."""
        while (found := HEAD.search(self.names, a, b)) is not None:
            k = found.start()
            e = self._end(k, b)
            if e > k and not (place and place[0] <= k < place[1]) and not (e == k + 1 and self.shape[k] in "pavir"):
                return self._span(k, e)
            a = max(e, k + 1)
        return None

    def _after(self, word: str, prepositions: list[int], hi: int, place: tuple[int, int] | None) -> Span | None:
        """The name right after a preposition."""
        for j in prepositions:
            if j >= hi - 1:
                return None
            if self.doc.low[j] == word:
                for a in range(j + 1, min(hi, j + 5)):
                    if self.names[a] != OTHER:
                        e = self._end(a, hi)
                        if e > a and not (place and place[0] <= a < place[1]):
                            return self._span(a, e)
                    elif self.shape[a] in "p,;":
                        return None
                return None
        return None

    def _place(self, prepositions: list[int], clause: int, hi: int) -> tuple[int, int] | None:
        """The tokens of the name after "in", "at", "near" right of the trigger."""
        for j in prepositions:
            if j >= clause:
                return None
            if self.doc.low[j] in PLACE_PREPOSITIONS:
                for a in range(j + 1, min(hi, j + 6)):
                    if self.names[a] == NAME:
                        e = self._end(a, hi)
                        if e > a and self.names[e - 1] == NAME and "q" not in self.shape[e : e + 2]:
                            return a, e
                        break
                    if self.shape[a] not in "au0EXG" and self.doc.low[a] != "of":
                        break
        return None
