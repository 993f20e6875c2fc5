"""A document while its quotes are found: cues, quote regions, drafts."""

from __future__ import annotations

from bisect import bisect_right

from conflictkit._document import Document
from conflictkit._models import Stance
from conflictkit._regions import Region
from conflictkit.english.grammar import syntax_of
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes import phrases, subjects
from conflictkit.english.quotes.attribution import VERBS, Range, Verb, is_cap, is_word

SOME_VERB = Verb("", Stance.SAID, frozenset({"that"}), frozenset({"past"}), inquit=True)
"""Any verb in -ed between a quote and its speaker ("...!" beamed the mayor)."""


SURE_CLAUSE = [[word] for word in (*sorted(at.PRONOUN), "that", "there")]
"""What follows a verb that surely has a clause after it."""


LONGEST = 200
"""Tokens to either side of a cue that are looked at: no sentence is that long, but a text of one line may be."""


class Draft:
    """A quote in the making."""

    __slots__ = ("cue", "pieces", "rule", "speaker", "stance")

    def __init__(self, rule: str, pieces: list[Range], cue: Range | None, speaker: Range | None, stance: Stance = Stance.SAID) -> None:
        self.rule: str = rule
        self.pieces: list[Range] = pieces
        self.cue: Range | None = cue
        self.speaker: Range | None = speaker
        self.stance: Stance = stance


def in_headline(doc: Document, k: int) -> bool:
    """Whether the word with a capital at k is a verb of speech in a headline that gives every word one ("Ministry Says Port Has Reopened")."""
    verb = VERBS.get(doc.low[k])
    if verb is None or "clause" not in verb.frames or not verb.forms & {"third", "past"} or doc.low[k] in at.NOUN_LIKE:
        return False
    beside = [*range(max(k - 2, 0), k), *range(k + 1, min(k + 5, len(doc)))]
    long = [n for n in beside if len(doc.low[n]) > 3 and doc.toks[n][0].isalpha()]
    return 0 < k < len(doc) - 1 and is_word(doc, k - 1) and len(long) > 1 and all(is_cap(doc, n) for n in [*long, k + 1])


class Reading:
    """One document while its quotes are found."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.syntax = syntax_of(doc)
        self.regions: tuple[Region, ...] = doc.regions
        self.inside: list[int] = [-1] * len(doc)
        for n, region in enumerate(self.regions):
            self.inside[region.open : region.close] = [n] * (region.close - region.open)
        self.opens: list[int] = [region.open for region in self.regions]
        self.starts: frozenset[int] = frozenset(doc.sentences)
        self.owner: dict[int, Draft] = {}
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        pattern = doc.lexicon.spots("CUE")
        self.hits: list[int] = [
            m.start()
            for m in pattern.finditer(doc.cls)
            if self.inside[m.start()] < 0 and (doc.toks[m.start()][0].islower() or doc.low[m.start()] == "according" or in_headline(doc, m.start()))
        ]
        beside = {region.close for region in self.regions}
        after = [
            k
            for k in beside
            if k < len(doc) - 1 and doc.low[k].endswith("ed") and doc.low[k] not in VERBS and doc.toks[k][0].islower() and doc.toks[k + 1][0].isupper()
        ]
        if after:
            self.hits = sorted({*self.hits, *after})
        self._subjects: dict[int, tuple[Range | None, str]] = {}
        self._bounds: dict[int, Range] = {}

    def bounds(self, k: int) -> Range:
        """The sentence of token k, widened over the regions that its ends cut through; of an endless one the part around k."""
        found = self._bounds.get(k)
        if found is None:
            s, e = self.doc.bounds(k)
            if self.inside[s] >= 0 and s > self.regions[self.inside[s]].open:
                s = self.regions[self.inside[s]].open
                if s not in self.starts:
                    s = self.doc.bounds(s)[0]
            for _ in range(3):
                if e < len(self.inside) and self.inside[e] >= 0 and e > self.regions[self.inside[e]].open:
                    e = self.regions[self.inside[e]].close
                    if e < len(self.inside) and e not in self.starts and not self.doc.toks[e][0].isspace():
                        e = self.doc.bounds(e)[1]
            if k - s > LONGEST:
                s = self.opens[self.inside[k - LONGEST]] if self.inside[k - LONGEST] >= 0 else k - LONGEST
            if e - k > LONGEST:
                e = self.regions[self.inside[k + LONGEST]].close if self.inside[k + LONGEST] >= 0 else k + LONGEST
            found = self._bounds[k] = (s, e)
        return found

    def subject(self, k: int) -> tuple[Range | None, str]:
        """The subject of the verb at k."""
        found = self._subjects.get(k)
        if found is None:
            s = self.bounds(k)[0]
            n = bisect_right(self.opens, k) - 1
            if n >= 0 and self.regions[n].close > s:
                s = self.regions[n].close
                if (
                    self.doc.low[self.regions[n].close - 2] == ","
                    and subjects.before_verb(self.doc, k, s) == s
                    and not self.starts_sentence(n)
                    and (self.names_title(n) or self._in_relative(n))
                ):
                    found = subjects.over_parenthesis(self.doc, s - 2, self.doc.bounds(self.regions[n].open)[0])
            found = self._subjects[k] = found or subjects.subject_left(self.doc, k, s)
        return found

    def _in_relative(self, n: int) -> bool:
        """Whether a region stands in a clause that ", who" opened in its sentence."""
        low, k = self.doc.low, self.regions[n].open
        s = max(self.doc.bounds(k)[0], k - 30)
        return any(low[j] == "," and low[j + 1] in ("who", "which") for j in range(s, k - 1))

    def add(self, draft: Draft) -> None:
        """Keep a draft; the regions in its pieces are its own."""
        self.drafts.append(draft)
        if draft.cue:
            self.used.update(range(*draft.cue))
        for a, b in [*draft.pieces, draft.speaker] if draft.speaker else draft.pieces:
            n = bisect_right(self.opens, a - 1)
            while n < len(self.regions) and self.regions[n].open < b:
                self.owner.setdefault(n, draft)
                n += 1

    def trimmed(self, a: int, b: int) -> Range | None:
        """The range without white space and punctuation at its ends; a quote mark stays."""
        toks, inside = self.doc.toks, self.inside
        while b > a and (toks[b - 1][0].isspace() or (inside[b - 1] < 0 and not is_word(self.doc, b - 1) and toks[b - 1][0] not in "%)]€£°")):
            b -= 1
        while a < b and (toks[a][0].isspace() or (inside[a] < 0 and not is_word(self.doc, a) and toks[a][0] not in "$€£([-#@")):
            a += 1
        return (a, b) if a < b else None

    def fragment(self, n: int) -> str:
        """The words of a region."""
        region = self.regions[n]
        return self.doc.text[self.doc.end(region.open) : self.doc.off[region.close - 1] if region.closed else self.doc.end(region.close - 1)].strip()

    def starts_sentence(self, n: int) -> bool:
        """Whether a region begins its sentence or its line (an "And" or a dash before it does no harm)."""
        k = self.regions[n].open
        if k in self.starts:
            return True
        if k and self.doc.toks[k - 1][0] in "\n\r([—–-" and (k - 1 in self.starts or self.doc.toks[k - 1][0] in "\n\r"):
            return True
        return k > 1 and self.doc.low[k - 1] in ("but", "and", "so") and k - 1 in self.starts

    def names_title(self, n: int) -> bool:
        """Whether a region looks like a title: few words, all with capitals but the small ones, no final mark."""
        words = self.fragment(n).split()
        if not words or len(words) >= 8:
            return False
        large = [word for word in words if word[0].isalpha() and len(word) > 3]
        return bool(large) and all(word[0].isupper() for word in large) and words[0][0].isupper() and (len(words) > 1 or words[-1][-1] not in ",.?!")


def verb_at(r: Reading, k: int) -> Verb | None:
    return VERBS.get(r.doc.low[k])


def stance_of(r: Reading, k: int, verb: Verb) -> Stance:
    low = r.doc.low
    before = low[max(0, k - 4) : k]
    if "base" in verb.forms and len(before) >= 2 and (before[-1] == "to" and before[-2] in at.DECLINE):
        return Stance.DECLINED
    if at.NEGATION.intersection(before[-3:]) and verb.stance in (Stance.SAID, Stance.CONFIRMED):
        return Stance.DECLINED
    if verb.lemma == "call" and k + 1 < len(low) and low[k + 1] in ("on", "for"):
        return Stance.ORDERED
    return verb.stance


def cue_range(r: Reading, k: int) -> Range:
    low = r.doc.low
    a, b = k, k + 1
    if k >= 2 and low[k - 1] == "to" and low[k - 2] in at.DECLINE:
        a = k - 2
    verb = VERBS.get(low[k])
    if verb and b < len(low):
        if verb.lemma in ("point", "speak", "call", "refer", "respond", "reply", "warn", "talk", "lash", "complain", "testify") and low[b] in (
            "out",
            "to",
            "on",
            "for",
            "about",
        ):
            if not (verb.lemma == "call" and low[b] == "out"):
                b += 1
    return (a, b)


COUNTED = frozenset(["another", "both", "most", "several"])
"""Words that may be a subject or stand before a noun."""


def _opens_complement(r: Reading, k: int, verb: Verb) -> bool:
    """Whether a complement may begin at k, not the noun that the form before it describes."""
    if k >= len(r.doc):
        return True
    word = r.doc.low[k]
    if r.inside[k] >= 0:
        return verb.inquit
    return word in at.OPENS_PHRASE or word in at.PRONOUN or word in at.PREPOSITION or word in at.QUESTION or not is_word(r.doc, k) or is_cap(r.doc, k) or verb.lemma == "say"


def noun_like(r: Reading, k: int, verb: Verb) -> bool:
    """Whether the form at k is a noun or an adjective here, not a verb."""
    low = r.doc.low
    if k == 0:
        return low[k] in at.NOUN_LIKE
    before = low[k - 1]
    if before in COUNTED or before[0].isdigit():  # "another said the road", "10 suspected fighters"
        return not _opens_complement(r, k + 1, verb)
    if low[k] in at.NOUN_LIKE or verb.forms & {"past", "participle", "ing"}:
        if before in at.POSSESSIVE or (
            before in at.DETERMINER
            and before not in ("that", "who", "some", "many", "others", "all", "few")
            and (low[k] in at.NOUN_LIKE or before not in at.NUMERAL)
        ):
            return True
        if "past" in verb.forms and low[k] not in at.NOUN_LIKE and (before in at.PREPOSITION or before in ("'s", "'")) and k + 1 < len(low) and low[k + 1].endswith("s"):
            return before != "as"  # "of reported cases"
        if low[k] in at.NOUN_LIKE:
            if (before in at.PREPOSITION and "ing" not in verb.forms) or before in ("and", "or", ",") or before.endswith("'s") or before == "'s":
                return before != ","
            if (
                "ing" not in verb.forms
                and not is_cap(r.doc, k - 1)
                and before.endswith(("ed", "al", "ive", "ous", "ful", "ic", "able", "ary", "ent"))
                and before not in ("official", "president", "resident", "government", "parliament", "president")
            ):
                return True
            if (is_cap(r.doc, k - 1) and before.endswith(("ian", "ish", "ese", "ican"))) or (before in at.VERB_LIKE and before not in at.AUXILIARY):
                return True
    return False


def is_passive(r: Reading, k: int, verb: Verb) -> bool:
    low = r.doc.low
    if not verb.forms & {"past", "participle"}:
        return False
    j = k - 1
    while j > 0 and (at.is_adverb(r.doc, j)):
        j -= 1
    return low[j] in at.BE


def is_finite(r: Reading, k: int, verb: Verb) -> bool:
    """Whether the form at k can have its own subject before it ("said", "would say", "officials say")."""
    if verb.forms & {"past", "third"}:
        return not noun_like(r, k, verb)
    if "participle" in verb.forms:
        return True
    if "base" in verb.forms:
        j = k - 1
        while j > 0 and at.is_adverb(r.doc, j):
            j -= 1
        return r.doc.low[j] != "to" and not noun_like(r, k, verb)
    return False


def speaker_of(r: Reading, k: int, verb: Verb) -> tuple[Range | None, bool]:
    """Who is the subject of the cue at k, and whether the cue may stand (a noun or a passive may not)."""
    low, doc = r.doc.low, r.doc
    if noun_like(r, k, verb) and "ing" not in verb.forms:
        return None, False
    if "ing" in verb.forms:
        if (low[k] in at.NOUN_LIKE and noun_like(r, k, verb)) or (k and low[k - 1] in at.DETERMINER):
            return None, False
        j = k - 1
        while j > 0 and at.is_adverb(doc, j):
            j -= 1
        if j >= 0 and low[j] in at.AUXILIARY:
            found, _ = r.subject(k)
            return found, found is not None
        found = phrases.phrase_left(doc, k, r.bounds(k)[0])
        if found and found[0] and low[found[0] - 1] == "with":  # "with the mayor saying"
            return found, True
        return shared_subject(r, k), True
    if is_passive(r, k, verb):
        return None, verb.lemma in (
            "call",
            "dub",
            "describe",
            "brand",
            "label",
            "name",
            "nickname",
            "quote",
            "characterize",
            "characterise",
            "depict",
        )
    if "base" in verb.forms and not verb.forms & {"past", "third"} and k and low[k - 1] == "to":
        a = k - 3 if k > 2 and low[k - 2] == "on" else k - 2  # "went on to say"
        if a >= 0 and low[a] in at.DECLINE | at.BEGIN:
            found, _ = r.subject(a)
            return found or shared_subject(r, a), True
        return None, False
    found, how = r.subject(k)
    if how == "coordinate":
        return shared_subject(r, k), True
    if found is None and verb.inquit and "clause" in verb.frames and verb.forms & {"past", "third"} and low[k] not in at.NOUN_LIKE and not is_cap(doc, k):
        return shared_subject(r, k), True
    if found and verb.forms <= {"base"} and not is_plural(r, found):
        j = k - 1
        while j > found[1] and at.is_adverb(doc, j) and low[j] not in at.MODAL:
            j -= 1
        if low[j] not in at.MODAL:  # "activists trying to block the vote say": the plural stands further left
            whole = subjects.clause_subject(doc, r.bounds(k)[0], k)
            if whole and whole[0] < found[0] and is_plural(r, whole):
                found = whole
            elif low[k] in at.NOUN_LIKE or low[found[0]] in at.PRONOUN | at.OBJECT or low[k + 1 : k + 2] not in SURE_CLAUSE:
                return None, False
    if found and verb.lemma in at.OPINION and ("past" in verb.forms or low[found[0]] in at.SPEECH_PARTNER):
        return None, False
    if found and verb.forms <= {"third"} and low[k] in at.NOUN_LIKE and how == "adjacent":
        head = low[found[1] - 1]
        if (
            head in at.PLURAL
            or (head.endswith("s") and not is_cap(doc, found[1] - 1))
            or (not is_cap(doc, found[1] - 1) and low[found[0]] not in at.DETERMINER | at.POSSESSIVE and head not in at.PRONOUN)
        ):
            return None, False
    return found, found is not None


def is_plural(r: Reading, found: Range) -> bool:
    """Whether a subject can go with "say" and "claim": a plural, a pronoun, names joined by "and"."""
    low = r.doc.low
    words = low[found[0] : found[1]]
    if len(words) == 1 and words[0] in at.PRONOUN:
        return words[0] in at.PLURAL
    for k, word in enumerate(words):
        if word in at.PREPOSITION and k:
            words = words[:k]
            break
        if word == "," and k:
            words = words[:k]
            break
    if any(word[0].isdigit() for word in words):
        return True
    return words[-1] in at.PLURAL or (words[-1].endswith("s") and words[-1] not in ("us", "'s")) or "and" in words or words[-1].endswith(("ese", "men", "ish"))


def shared_subject(r: Reading, k: int) -> Range | None:
    """The subject that a cue without its own shares with an earlier verb of the sentence."""
    s = first = r.bounds(k)[0]
    for draft in reversed(r.drafts[-3:]):
        if draft.cue and draft.speaker and draft.cue[0] >= s and draft.cue[1] <= k and draft.rule != "according to":
            return draft.speaker
    n = bisect_right(r.opens, k) - 1
    if n >= 0 and r.regions[n].close > s:
        s = r.regions[n].close
    return subjects.clause_subject(r.doc, s, k) or (subjects.clause_subject(r.doc, first, k) if first < s else None)
