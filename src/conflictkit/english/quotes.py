"""Quotes of English news: every cue is tried with the constructions in order, then the quote regions that are left find their place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Any

from conflictkit._document import Document
from conflictkit._lexicon import Lexicon
from conflictkit._models import Quote, QuoteKind, Source, Stance
from conflictkit._regions import Region
from conflictkit.english import attribution as at
from conflictkit.english.attribution import VERBS, Range, Verb, is_cap, is_word, skip_blanks

TABLE: dict[str, Any] = {"CUE": " ".join(sorted({*VERBS, *at.NOUN, "according", "clear"}))}


LONGEST = 250
"""Tokens outside marks after which a complement is cut: no sentence is that long, but a text of one line may be."""


SOME_VERB = Verb("", Stance.SAID, frozenset({"that"}), frozenset({"past"}), inquit=True)
"""Any verb in -ed between a quote and its speaker ("...!" beamed the mayor)."""


class Draft:
    """A quote in the making."""

    __slots__ = ("cue", "pieces", "rule", "speaker", "stance")

    def __init__(self, rule: str, pieces: list[Range], cue: Range | None, speaker: Range | None, stance: Stance = Stance.SAID) -> None:
        self.rule, self.pieces, self.cue, self.speaker, self.stance = rule, pieces, cue, speaker, stance


@lru_cache(maxsize=4)
def _cue_pattern(lexicon: Lexicon, size: int) -> re.Pattern[str]:  # noqa: ARG001  (a larger alphabet is another pattern)
    return re.compile(f"[{re.escape(lexicon.chars('CUE'))}]")


class Reading:
    """One document while its quotes are found."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.regions = doc.regions
        self.inside = [-1] * len(doc)
        for n, region in enumerate(self.regions):
            self.inside[region.open : region.close] = [n] * (region.close - region.open)
        self.opens = [region.open for region in self.regions]
        self.starts = frozenset(doc.sentences)
        self.owner: dict[int, Draft] = {}
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        pattern = _cue_pattern(doc.lexicon, doc.lexicon.size)
        self.hits = [m.start() for m in pattern.finditer(doc.cls) if self.inside[m.start()] < 0 and (doc.toks[m.start()][0].islower() or doc.low[m.start()] == "according")]
        beside = {region.close for region in self.regions}
        after = [k for k in beside if k < len(doc) - 1 and doc.low[k].endswith("ed") and doc.low[k] not in VERBS and doc.toks[k][0].islower() and doc.toks[k + 1][0].isupper()]
        if after:
            self.hits = sorted({*self.hits, *after})
        self._subjects: dict[int, tuple[Range | None, str]] = {}
        self._bounds: dict[int, Range] = {}

    def bounds(self, k: int) -> Range:
        """The sentence of token k, widened over the regions that its ends cut through."""
        n = self.doc.sentence(k)
        found = self._bounds.get(n)
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
            found = self._bounds[n] = (s, e)
        return found

    def subject(self, k: int) -> tuple[Range | None, str]:
        """The subject of the verb at k."""
        found = self._subjects.get(k)
        if found is None:
            s = self.bounds(k)[0]
            n = bisect_right(self.opens, k) - 1
            if n >= 0 and self.regions[n].close > s:
                s = self.regions[n].close
                if self.doc.low[self.regions[n].close - 2] == "," and at.before_verb(self.doc, k, s) == s and self.names_title(n) and not self.starts_sentence(n):
                    found = at.over_parenthesis(self.doc, s - 2, self.doc.bounds(self.regions[n].open)[0])
            found = self._subjects[k] = found or at.subject_left(self.doc, k, s)
        return found

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
        while a < b and (toks[a][0].isspace() or (inside[a] < 0 and not is_word(self.doc, a) and toks[a][0] not in "$€£([-#@" )):
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


def _verb(r: Reading, k: int) -> Verb | None:
    return VERBS.get(r.doc.low[k])


def _stance(r: Reading, k: int, verb: Verb) -> Stance:
    low = r.doc.low
    before = low[max(0, k - 4) : k]
    if "base" in verb.forms and len(before) >= 2 and (before[-1] == "to" and before[-2] in at.DECLINE):
        return Stance.DECLINED
    if at.NEGATION.intersection(before[-3:]) and verb.stance in (Stance.SAID, Stance.CONFIRMED):
        return Stance.DECLINED
    if verb.lemma == "call" and k + 1 < len(low) and low[k + 1] in ("on", "for"):
        return Stance.ORDERED
    return verb.stance


def _cue_range(r: Reading, k: int) -> Range:
    low = r.doc.low
    a, b = k, k + 1
    if k >= 2 and low[k - 1] == "to" and low[k - 2] in at.DECLINE:
        a = k - 2
    verb = VERBS.get(low[k])
    if verb and b < len(low):
        if verb.lemma in ("point", "speak", "call", "refer", "respond", "reply", "warn", "talk", "lash", "complain", "testify") and low[b] in ("out", "to", "on", "for", "about"):
            if not (verb.lemma == "call" and low[b] == "out"):
                b += 1
    return (a, b)


def _noun_like(r: Reading, k: int, verb: Verb) -> bool:
    """Whether the form at k is a noun or an adjective here, not a verb."""
    low = r.doc.low
    if k == 0:
        return low[k] in at.NOUN_LIKE
    before = low[k - 1]
    if low[k] in at.NOUN_LIKE or verb.forms & {"past", "participle", "ing"}:
        if before in at.DETERMINER and before not in ("that", "who", "some", "many", "others", "all", "few") or before in at.POSSESSIVE:
            return True
        if low[k] in at.NOUN_LIKE:
            if (before in at.PREPOSITION and "ing" not in verb.forms) or before in ("and", "or", ",") or before.endswith("'s") or before == "'s":
                return before != ","
            if not is_cap(r.doc, k - 1) and before.endswith(("ed", "al", "ive", "ous", "ful", "ic", "able", "ary", "ent")) and before not in ("official", "president", "resident", "government", "parliament", "president"):
                return True
            if is_cap(r.doc, k - 1) and before.endswith(("ian", "ish", "ese", "ican")) or before in at.VERB_LIKE and before not in at.AUXILIARY:
                return True
    return False


def _passive(r: Reading, k: int, verb: Verb) -> bool:
    low = r.doc.low
    if not verb.forms & {"past", "participle"}:
        return False
    j = k - 1
    while j > 0 and (at.is_adverb(r.doc, j)):
        j -= 1
    return low[j] in at.BE or (low[j] == "'s" and False)


def _finite(r: Reading, k: int, verb: Verb) -> bool:
    """Whether the form at k can have its own subject before it ("said", "would say", "officials say")."""
    if verb.forms & {"past", "third"}:
        return not _noun_like(r, k, verb)
    if "participle" in verb.forms:
        return True
    if "base" in verb.forms:
        j = k - 1
        while j > 0 and at.is_adverb(r.doc, j):
            j -= 1
        return r.doc.low[j] != "to" and not _noun_like(r, k, verb)
    return False


def _speaker(r: Reading, k: int, verb: Verb) -> tuple[Range | None, bool]:
    """Who is the subject of the cue at k, and whether the cue may stand (a noun or a passive may not)."""
    low, doc = r.doc.low, r.doc
    if _noun_like(r, k, verb) and "ing" not in verb.forms:
        return None, False
    if "ing" in verb.forms:
        if low[k] in at.NOUN_LIKE and _noun_like(r, k, verb) or (k and low[k - 1] in at.DETERMINER):
            return None, False
        j = k - 1
        while j > 0 and at.is_adverb(doc, j):
            j -= 1
        if j >= 0 and low[j] in at.AUXILIARY:
            found, _ = r.subject(k)
            return found, found is not None
        return _shared(r, k), True
    if _passive(r, k, verb):
        return None, verb.lemma in ("call", "dub", "describe", "brand", "label", "name", "nickname", "quote", "characterize", "characterise", "depict")
    if "base" in verb.forms and not verb.forms & {"past", "third"} and k and low[k - 1] == "to":
        if k >= 2 and low[k - 2] in at.DECLINE | at.BEGIN:
            found, _ = r.subject(k - 2)
            return found or _shared(r, k - 2), True
        return None, False
    found, how = r.subject(k)
    if how == "coordinate":
        return _shared(r, k), True
    if found is None and verb.inquit and "clause" in verb.frames and verb.forms & {"past", "third"} and low[k] not in at.NOUN_LIKE and not is_cap(doc, k):
        return _shared(r, k), True
    if found and verb.forms <= {"base"} and not _plural(r, found):
        j = k - 1
        while j > found[1] and at.is_adverb(doc, j) and low[j] not in at.MODAL:
            j -= 1
        if low[j] not in at.MODAL:
            return None, False
    if found and verb.forms <= {"third"} and low[k] in at.NOUN_LIKE and how == "adjacent":
        head = low[found[1] - 1]
        if head in ("they", "we", "i", "you") or head.endswith("s") and not is_cap(doc, found[1] - 1) or not is_cap(doc, found[1] - 1) and low[found[0]] not in at.DETERMINER | at.POSSESSIVE and head not in at.PRONOUN:
            return None, False
    return found, found is not None


def _plural(r: Reading, found: Range) -> bool:
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
    return words[-1] in at.PLURAL or words[-1].endswith("s") and words[-1] not in ("us", "'s") or "and" in words or words[-1].endswith(("ese", "men", "ish"))


def _shared(r: Reading, k: int) -> Range | None:
    """The subject that a cue without its own shares with an earlier verb of the sentence."""
    s = r.bounds(k)[0]
    for draft in reversed(r.drafts[-3:]):
        if draft.cue and draft.speaker and draft.cue[0] >= s and draft.cue[1] <= k and draft.rule != "according to":
            return draft.speaker
    n = bisect_right(r.opens, k) - 1
    if n >= 0 and r.regions[n].close > s:
        s = r.regions[n].close
    return at.clause_subject(r.doc, s, k)


# --- where a complement begins and ends ------------------------------------------------------------------------------


def _skip_adjuncts(r: Reading, j: int, e: int) -> int:
    """The index after the adverbs, times and prepositional phrases that follow a cue ("on Monday", "in a statement")."""
    doc, low = r.doc, r.doc.low
    while j < e:
        word = low[j]
        if doc.toks[j][0].isspace() or (at.is_adverb(doc, j) and low[j] not in ("never", "not", "once", "no", "then", "there", "only", "even", "just", "so")):
            j += 1
        elif word in at.TIME and (is_cap(doc, j) or word in ("earlier", "later", "yesterday", "today") or (word in ("last", "this", "late") and j + 1 < e and low[j + 1] in at.TIME)):
            n = j
            while n < e and (low[n] in at.TIME and low[n] != "this" or low[n] in ("the", "this", "in") and n + 1 < e and low[n + 1] in at.TIME or doc.toks[n][0].isdigit()):
                n += 1
            j = max(n, j + 1)
        elif word in ("on", "in", "at", "during", "after", "before", "by", "via", "through", "to", "with", "over", "from", "of", "about", "as") and word not in ("of", "about", "as"):
            if word == "to" and not (j + 1 < e and (low[j + 1] in at.DETERMINER or low[j + 1] in ("reporters", "journalists", "lawmakers", "us", "me", "him", "her") or is_cap(doc, j + 1))):
                return j
            n = j + 1
            while n < e:
                if low[n] == "that" or r.inside[n] >= 0 or low[n] in at.PRONOUN or low[n] in ",.;:" or low[n] in at.QUESTION:
                    break
                if n > j + 1 and (low[n] in at.DETERMINER or low[n] == "there") and low[n - 1] not in at.PREPOSITION and low[n - 1] not in ("and", "all"):
                    break
                n += 1
            if n >= e or low[n] in ".;" or (low[n] == "," and not (n + 1 < e and low[n + 1] == "that" or r.inside[min(n + 1, e - 1)] >= 0)):
                return j
            j = n
        else:
            break
    return j


def _skip_addressee(r: Reading, j: int, e: int) -> int:
    """The index after the indirect object of "told"."""
    doc, low = r.doc, r.doc.low
    j = skip_blanks(doc, j, e)
    if j >= e:
        return j
    if low[j] in at.OBJECT or low[j] in ("her",):
        return j + 1
    n = j
    while n < e:
        word = low[n]
        if word in ("that", ",", ":", "to", ".", ";") and not (word == "." and doc.toks[n - 1].strip() in ("Mr", "Mrs", "Ms", "Dr", "U", "Gen", "Sen", "St")) or r.inside[n] >= 0 or word in at.PRONOUN or word in at.QUESTION or word == "there":
            break
        if n > j and (word in at.DETERMINER or word in at.POSSESSIVE) and low[n - 1] not in at.PREPOSITION and low[n - 1] not in ("and", "or"):
            break
        if n > j and (word in ("in", "on", "at", "during", "after", "before", "via", "by", "about")):
            break
        if n > j and not is_cap(doc, n) and is_word(doc, n) and is_cap(doc, n - 1) and low[n - 1] != "'s" and word not in ("and", "of", "for", "news", "radio", "television", "host", "anchor", "reporters", "reporter", "newspaper", "magazine", "agency", "state"):
            break
        if n > j + 1 and is_cap(doc, n) and not is_cap(doc, n - 1) and low[n - 1] in ("reporters", "journalists", "lawmakers", "supporters"):
            break
        n += 1
    return n


def _boundary(r: Reading, start: int, e: int, *, clause: bool, dashed: bool = False) -> int:
    """Where a complement that begins at start ends: the sentence's end, or one of the cuts before it."""
    doc, low, inside = r.doc, r.doc.low, r.inside
    fronted = low[start] in ("while", "when", "as", "after", "if", "although", "though", "because", "before", "since") or (low[start] == "that" and start + 1 < e and low[start + 1] in ("if", "while", "when", "after", "although"))
    k = start
    while k < e:
        if inside[k] >= 0:
            k = r.regions[inside[k]].close
            if k < e and doc.toks[k - 2].strip() == "," and is_word(doc, k) and inside[k] < 0 and (
                low[k] in at.SPEAKING or low[k] in at.VERB_LIKE or (low[k].endswith("ed") and not is_cap(doc, k)) or low[k] in ("who", "which", "but", "while", "though", "although", "despite", "as", "citing") or (low[k].endswith("ing") and low[k] not in ("including", "during"))
                or (low[k] == "and" and (_new_cue(r, k + 1, e) or k + 1 < e and low[k + 1] in VERBS))
            ):
                return k
            continue
        if k - start > LONGEST:
            return k
        word = low[k]
        nxt = low[k + 1] if k + 1 < e else ""
        if word == ";" and k > start or k in r.starts and k > start + 1:
            return k
        if dashed and k > start and (doc.toks[k][0] in "—–" or doc.toks[k] == "- "):
            return k
        if word == ":" and k > start and not clause:
            return k
        if word in "—–" or (word == "-" and doc.toks[k] == "- " and k and doc.toks[k - 1][-1] == " "):
            if not clause or nxt in at.SPEAKING or (nxt in ("a", "an") and False):
                return k
        if word == "," and nxt:
            after = low[k + 2] if k + 2 < e else ""
            if nxt in ("who", "which", "whose") and k > start + 2 and _first_comma(r, k + 2, e) == e and not _has_region(r, k, e):
                return k
            if nxt in at.CLAUSE_CUT or (at.is_adverb(doc, k + 1) and after in at.CLAUSE_CUT):
                return k
            if nxt in ("and", "but", "while", "though", "although", "as", "or") and k > start and _new_cue(r, k + 2, e, loose=nxt not in ("and", "or")):
                return k
            if not clause and not fronted and (nxt in at.OBJECT_CUT or (nxt.endswith("ing") and nxt not in ("including", "during")) or (nxt in ("a", "an", "the") and is_cap(doc, k - 1))):
                return k
            if clause and nxt.endswith("ing") and nxt not in ("including", "during", "according", "killing", "injuring", "wounding", "leaving", "being", "having") and not is_cap(doc, k + 1) and not fronted and False:
                return k
            fronted = False
        elif word in ("and", "but") and k > start:
            n = k + 1
            while n < e and at.is_adverb(doc, n):
                n += 1
            verb = VERBS.get(low[n]) if n < e else None
            if verb and verb.forms & {"past", "third"} and "clause" in verb.frames and low[n] not in ("claims", "reports", "notes", "states") and inside[n] < 0 and not (n and low[n] in at.NOUN_LIKE):
                return k
            if not clause and n < e and inside[n] < 0 and not is_cap(doc, n) and (low[n] in at.VERB_LIKE or low[n].endswith("ed") and low[n] not in ("red", "need") or verb and verb.forms & {"past", "third"} and low[n] not in at.NOUN_LIKE):
                return k
            if _new_cue(r, k + 1, e):
                return k
        elif not clause and word in ("while", "after", "during", "despite", "amid") and k > start + 1:
            return k
        elif not clause and word in at.TIME and is_cap(doc, k) and word not in ("may", "march", "sun") and k > start + 1 and nxt[:1] in ("", ",", ".", "i", "d", "a"):
            return k - 1 if low[k - 1] == "on" else k
        k += 1
    return e


def _speech_between(r: Reading, a: int, b: int) -> bool:
    """Whether a plain verb of speech stands between two tokens: the quote is its, not the weaker verb's."""
    n = bisect_right(r.hits, a - 1)
    while n < len(r.hits) and r.hits[n] < b:
        verb = _verb(r, r.hits[n])
        if verb and "clause" in verb.frames and verb.forms & {"past", "third"} and not _noun_like(r, r.hits[n], verb):
            return True
        n += 1
    return False


def _has_region(r: Reading, a: int, b: int) -> bool:
    n = bisect_right(r.opens, a)
    return n < len(r.opens) and r.opens[n] < b


def _first_comma(r: Reading, k: int, e: int) -> int:
    """The first comma outside marks from k on, or e; a mark that closes after a comma counts."""
    while k < e:
        if r.inside[k] >= 0:
            k = r.regions[r.inside[k]].close
            if r.doc.toks[k - 2].strip() == ",":
                return k
            continue
        if r.doc.low[k] == ",":
            return k
        k += 1
    return e


def _verb_comma(r: Reading, k: int, e: int) -> int:
    """The first comma from k on behind which the main verb goes on ("Smith, who said ..., left")."""
    low = r.doc.low
    while True:
        k = _first_comma(r, k, e)
        if k >= e:
            return e
        n = k + 1 if low[k] == "," else k
        if n < e and r.inside[n] < 0 and (low[n] in at.VERB_LIKE or low[n] in at.AUXILIARY or low[n].endswith("ed") or low[n] in VERBS and VERBS[low[n]].forms & {"past", "third"}):
            return k
        k = n + 1


def _new_cue(r: Reading, k: int, e: int, *, loose: bool = False) -> bool:
    """Whether a cue with its own subject begins at k ("but officials said")."""
    n = bisect_right(r.hits, k)
    k = skip_blanks(r.doc, k, e)
    for hit in r.hits[n : n + 2]:
        if hit >= e or hit - k > 14:
            return False
        verb = _verb(r, hit)
        if verb and (loose and verb.forms == {"past"} or "clause" in verb.frames) and verb.forms & {"past", "third", "base"} and _finite(r, hit, verb) and not _passive(r, hit, verb):
            found, how = r.subject(hit)
            if found and found[0] in (k, k + 1) and how != "relative":
                return True
    return False


# --- constructions: each declines with None --------------------------------------------------------------------------


def according_to(r: Reading, k: int) -> Draft | None:
    """Words, according to S; According to S, words."""
    low, doc = r.doc.low, r.doc
    if low[k] != "according" or k + 2 >= len(low) or low[k + 1] != "to":
        return None
    s, e = r.bounds(k)
    speaker = at.phrase_right(doc, k + 2, e)
    if speaker is None:
        return None
    cue = (k, k + 2)
    lead = k
    while lead > s and (not is_word(doc, lead - 1) or low[lead - 1] in ("but", "and", "also", "yet", "still", "all", "both") or at.is_adverb(doc, lead - 1)) and r.inside[lead - 1] < 0:
        lead -= 1
    if lead <= s:
        n = speaker[1]
        while n < e and low[n] != ",":
            n += 1
        if n >= e:
            n = speaker[1]
        piece = r.trimmed(n, _boundary(r, min(n + 1, e - 1), e, clause=True))
        return Draft("according to", [piece], cue, speaker) if piece else None
    if low[lead - 1] in ("that", "said", "say") :
        return None
    pieces = _front(r, s, lead)
    if not pieces:
        return None
    if speaker[1] < e and low[speaker[1]] == "," and speaker[1] + 2 < e and low[speaker[1] + 1] not in ("which", "who", "a", "an", "the", "and", "but", "citing", "as"):
        more = r.trimmed(speaker[1] + 1, e)
        if more and more[1] - more[0] > 3 and not _new_cue(r, speaker[1] + 1, e):
            pieces.append(more)
    return Draft("according to", pieces, cue, speaker)


def _front(r: Reading, s: int, end: int) -> list[Range]:
    """The content that stands before a cue in its sentence: from the sentence's start or the end of the quote before it."""
    low, doc = r.doc.low, r.doc
    a = s
    last = r.regions[r.inside[end - 1]] if end > s and r.inside[end - 1] >= 0 else None
    if last and last.open <= s + 1:
        return [(last.open, last.close)]
    for draft in reversed(r.drafts[-3:]):
        edge = max([b for _, b in draft.pieces] + ([draft.cue[1]] if draft.cue else []) + ([draft.speaker[1]] if draft.speaker else []))
        if draft.cue and a < edge <= end - 3:
            a = edge
    while a < end and (not is_word(doc, a) and r.inside[a] < 0 or low[a] in ("but", "and", "while") and not (low[a] == "while" and a == s)):
        a += 1
    piece = r.trimmed(a, end)
    if piece is None:
        return []
    k = piece[0]
    if k - 1 >= s and r.inside[k] >= 0:
        k = r.regions[r.inside[k]].open
        piece = (k, piece[1])
    return [piece]


def after_region(r: Reading, k: int) -> Draft | None:
    """"...," S V; "...," V S; "...?" S V."""
    doc, low = r.doc, r.doc.low
    verb = _verb(r, k)
    n = bisect_right(r.opens, k) - 1
    if verb is None and low[k].endswith("ed"):
        verb = SOME_VERB
    if verb is None or n < 0 or not verb.forms & {"past", "third", "base"} or not (verb.inquit or verb.frames & {"clause", "that"}):
        return None
    region = r.regions[n]
    if k - region.close > 40 or not region.closed or n in r.owner:
        return None
    c = region.close
    while c < k and (doc.toks[c][0] in " ,—–-'’”\"" or low[c] in ("as", "then")):
        c += 1
    if any(doc.toks[j][0] in "\n\r" for j in range(region.close, k)):
        return None
    last = r.fragment(n).rstrip("'’ ”\"")[-1:]
    speaker: Range | None = None
    rule = ""
    first = c
    while first < k and at.is_adverb(doc, first):
        first += 1
    s, e = r.bounds(k)
    if first == k:
        if not verb.inquit or not verb.forms & {"past"} and low[k] in at.NOUN_LIKE - {"notes", "writes", "claims", "reports", "states"}:
            return None
        speaker = at.phrase_right(doc, k + 1, e)
        if speaker is None and k + 1 < e and (low[k + 1] == "that" or is_word(doc, k + 1) and not is_cap(doc, k + 1)) or speaker and low[speaker[0]] == "that":
            return None
        if speaker and speaker[1] < e and is_word(doc, speaker[1]) and not (low[speaker[1]] in at.TIME | at.PREPOSITION | at.RELATIVE | at.CONJUNCTION or low[speaker[1]].endswith(("ing", "ly", "ed"))):
            return None
        rule = "quote, V S"
        after = speaker[1] if speaker else k + 1
    else:
        found, how = r.subject(k)
        if found is None or found[0] > first or _passive(r, k, verb) or how == "coordinate":
            return None
        speaker, rule, after = found, "quote, S V", k + 1
    if last[:1] not in (",", "?", "!", "…", "—", "-", "–") or c in r.starts:
        following = low[after] if after < len(low) else "."
        if last[:1] == "." and c in r.starts or c in r.starts:
            if last[:1] in ("?", "!") and following not in at.PRONOUN | at.DETERMINER and not (after < len(low) and (is_cap(doc, after) or r.inside[after] >= 0)):
                pass
            elif not (following[0] in ".,:" or following in at.TIME | at.PREPOSITION or after < len(low) and at.is_adverb(doc, after)) or last[:1] == "." and not (not is_cap(doc, c) or following[0] == "."):
                return None
        elif last[:1] != "." and rule == "quote, S V" and not (region.close < c or following[0] in ".,:" or following in at.TIME | at.PREPOSITION or after < len(low) and at.is_adverb(doc, after)):
            return None
    if not r.starts_sentence(n) and not _after_stop(r, n):
        if after < e and r.inside[after] < 0 and is_word(doc, after) and not (low[after] in at.PREPOSITION | at.TIME or at.is_adverb(doc, after)):
            if rule == "quote, S V" and verb.lemma not in at.OBJECT_SKIP:
                return None
        if after < e and low[after] in (",", ":") and after + 1 < e and r.inside[after + 1] >= 0 or low[after : after + 1] == [":"]:
            return None
        pieces = _front(r, r.bounds(region.open)[0], region.close)
    else:
        pieces = [(region.open, region.close)]
        m = n - 1
        while m >= 0 and m not in r.owner and not any(is_word(doc, j) for j in range(r.regions[m].close, r.regions[m + 1].open)) and (
            not r.regions[m].closed or doc.paragraph(r.regions[m].open) == doc.paragraph(region.open)
        ):
            pieces.insert(0, (r.regions[m].open, r.regions[m].close))
            m -= 1
    if not pieces:
        return None
    draft = Draft(rule, pieces, _cue_range(r, k), speaker, _stance(r, k, verb))
    j = after
    if rule == "quote, S V" and verb.lemma in at.OBJECT_SKIP | at.TOLD:
        j = _skip_addressee(r, j, e)
    while j < e and r.inside[j] < 0 and low[j] not in ".;:" and j - after < 40:
        j += 1
    if j < e and r.inside[j] >= 0 and j == r.regions[r.inside[j]].open and low[j - 1] == ",":
        m = r.inside[j]
        words = r.fragment(m)
        between = {low[x] for x in range(after, j)}
        if words and words[0].islower() and not between & {"and", "that", "adding", "saying", "but"} and m not in r.owner:
            draft.pieces.append((r.regions[m].open, r.regions[m].close))
    elif rule == "quote, S V" and len(pieces) == 1 and after < e and low[after] == "," and r.regions[n].open != pieces[0][0]:
        more = r.trimmed(after + 1, e)
        if more and low[more[0]] not in at.SPEAKING and more[1] - more[0] > 2:
            draft.pieces.append(more)
    return draft


def _after_stop(r: Reading, n: int) -> bool:
    """Whether a region with a capital stands after a colon or a full stop that the sentence splitter passed over."""
    k = r.regions[n].open
    words = r.fragment(n)
    return bool(words) and words[0].isupper() and k > 0 and r.doc.low[k - 1] in (":", ".", "?", "!", "—")


def parenthetical(r: Reading, k: int) -> Draft | None:
    """Words, S V; words, V S; words, S V, words."""
    doc, low = r.doc, r.doc.low
    verb = _verb(r, k)
    if verb is None or not verb.inquit or not verb.forms & {"past", "third", "base"} or _passive(r, k, verb) or _noun_like(r, k, verb):
        return None
    s, e = r.bounds(k)
    if k - s < 3:
        return None
    if low[k - 1] in (",", "—", "–") and k + 1 < e and r.inside[k - 1] < 0 and (verb.forms & {"past", "third"} or low[k] == "say"):
        speaker = at.phrase_right(doc, k + 1, e) if low[k + 1] not in ("that", "he", "she", "they", "it") or low[k + 1] != "that" else None
        if speaker is None or not (speaker[1] >= e or low[speaker[1]] in (",", ".", ";") or low[speaker[1]] in at.TIME | at.PREPOSITION | at.RELATIVE):
            return None
        found, how = r.subject(k)
        if found and how in ("apposition", "parenthesis") and not (speaker[1] >= e or low[speaker[1]] in (",", ".")):
            return None
        if found and how == "apposition":
            return None
        end, after, rule = k - 1, speaker[1], "words, V S"
    else:
        found, how = r.subject(k)
        if found is None or how == "relative" or found[0] - s < 2:
            return None
        b = found[0] - 1
        if not (low[b] == "," or doc.toks[b][0] in "—–" or doc.toks[b] == "- " or r.inside[b] >= 0 and doc.toks[b - 1].strip() in (",", "?", "!")):
            return None
        speaker, end, after, rule = found, (b if r.inside[b] < 0 else b + 1), k + 1, "words, S V"
        if verb.lemma in at.OBJECT_SKIP:
            after = _skip_addressee(r, after, e)
    while after < e and (at.is_adverb(doc, after)):
        after += 1
    rest = after < e and is_word(doc, after)
    n = s
    while n < end and not is_word(doc, n):
        n += 1
    fronted = low[n] in at.PREPOSITION or low[n] in at.TIME or at.is_adverb(doc, n) or low[n] in at.CONJUNCTION or low[n].endswith("ing")
    if rule == "words, S V" and low[n] in ("but", "and") and end - n <= 2:
        return None
    pieces: list[Range] = []
    if rest:
        stop = after
        while stop < e and low[stop] not in (",", ";") and r.inside[stop] < 0:
            if low[stop] in ("that", "would", "is", "was", "were", "are", "has", "had", "have", "will") or (low[stop] in at.PRONOUN and stop > after):
                return None if rule == "words, S V" or low[stop] == "that" else None
            stop += 1
        if low[after] not in at.PREPOSITION and low[after] not in at.TIME or low[after] == "to":
            return None
        if fronted and end - n < 9:
            return None
        if stop < e and r.inside[stop] >= 0:
            return None
        after = stop
    if after + 1 < e and low[after] in (",", ":") and (m := r.inside[skip_blanks(doc, after + 1, e - 1)]) >= 0 and (fronted or low[n] in ("asked", "told") or end - n < 3):
        if not r.fragment(m)[:1].islower() or m in r.owner:
            return None
    pieces = _front(r, s, end)
    if not pieces:
        return None
    if rule == "words, S V" and after < e and (low[after] == "," or doc.toks[after][0] in "—–") and after + 1 < e:
        nxt = low[after + 1]
        if nxt not in at.SPEAKING and nxt not in ("who", "which", "while", "citing") and not (nxt.endswith("ing") and not is_cap(doc, after + 1)) and not (
            nxt in ("and", "but", "while", "as", "though", "although") and _new_cue(r, after + 2, e)
        ):
            more = r.trimmed(after + 1, _boundary(r, after + 1, e, clause=True))
            if more and more[1] - more[0] > 2 and not (r.inside[more[0]] >= 0 and r.regions[r.inside[more[0]]].close >= more[1] - 1 and is_cap(doc, min(more[0] + 1, e - 1))):
                pieces.append(more)
    return Draft(rule, pieces, _cue_range(r, k), speaker, _stance(r, k, verb)) if pieces else None


def complement(r: Reading, k: int) -> Draft | None:
    """S V that ...; S V clause; S V noun phrase; S V "..."; also V-ing and "and V" with the subject before them."""
    doc, low = r.doc, r.doc.low
    verb = _verb(r, k)
    if verb is None:
        return None
    s, e = r.bounds(k)
    if k + 1 >= e:
        return None
    speaker, stands = _speaker(r, k, verb)
    if not stands:
        return None
    j = k + 1
    cue = _cue_range(r, k)
    j = cue[1]
    if verb.lemma in at.OBJECT_SKIP:
        j = _skip_addressee(r, j, e)
    elif verb.lemma in at.TOLD:
        n = _skip_addressee(r, j, e)
        if n < e and low[n] == "that":
            j = n
    if "clause" in verb.frames or "that" in verb.frames or verb.lemma in at.OBJECT_SKIP:
        j = _skip_adjuncts(r, j, e)
    j = skip_blanks(doc, j, e)
    comma = False
    if j + 3 < e and low[j] == "," and low[j + 1] in ("however", "though", "too", "instead", "meanwhile") and low[j + 2] == ",":
        j += 3
    while j < e and r.inside[j] < 0 and low[j] in (",", ":", "—", "–", "-"):
        comma = True
        j += 1
        j = skip_blanks(doc, j, e)
    if j >= e:
        return None
    quoted = r.inside[j] >= 0 and j == r.regions[r.inside[j]].open
    if comma and not quoted and not (low[j] == "that" or low[j - 1] == ":"):
        return None
    word = low[j]
    if word == "not" and low[j + 1 : j + 2] == ["to"]:
        return None
    if not quoted and not is_word(doc, j) and doc.toks[j][0] not in "$€£([#@":
        return None
    if quoted:
        n = r.inside[j]
        region = r.regions[n]
        words = r.fragment(n)
        if n in r.owner:
            return None
        final = words[-1:] in ",.?!…"
        if words[:1].isupper() and (comma and (final or len(words.split()) >= 5) or final and region.close >= e - 1):
            return Draft("S V quote", [(region.open, region.close)], cue, speaker, _stance(r, k, verb))
        if r.names_title(n) and not verb.frames & {"clause", "that", "object"}:
            return None
    elif word in ("and", "or", "but", "because", "when", "while", "by", "until", "since", "so", "than", "then", "as") and not (word == "as" and verb.lemma in ("describe", "characterize", "characterise", "depict", "dismiss", "label", "denounce", "brand", "hail")):
        return None
    that = word == "that" or word in ("whether", "how", "why", "what") or (word in ("who", "where", "when") and verb.lemma in ("say", "ask", "know", "explain"))
    to = word == "to"
    preposition = word in at.PREPOSITION and not to
    clause = that or word in at.PRONOUN or ("clause" in verb.frames and not to and not preposition)
    dashed = speaker is not None and speaker[0] > s and doc.toks[speaker[0] - 1][0] in "—–"
    end = _boundary(r, j, e, clause=clause or to, dashed=dashed)
    if _subordinate(r, k, s, speaker):
        end = min(end, _first_comma(r, j, e))
    elif low[k - 1] in ("who", "which") or k > 1 and low[k - 2] in ("who", "which") and not is_word(doc, k - 3):
        end = min(end, _verb_comma(r, j, e))
    if "object" in verb.frames and not that and "clause" not in verb.frames:
        end = min(end, _boundary(r, j, e, clause=False))
    passive = _passive(r, k, verb)
    over_quote = any(r.inside[x] >= 0 for x in range(j, min(end, j + 60)) if r.inside[x] >= 0)
    frames = verb.frames
    if passive and not over_quote:
        return None
    if verb.forms <= {"base"} and not that and "clause" not in frames and not over_quote and not (k and (low[k - 1] in at.MODAL or at.is_adverb(doc, k - 1))):
        return None
    if not over_quote:
        if that and not frames & {"clause", "that", "object"}:
            return None
        if not that:
            if frames & {"clause"}:
                if preposition and verb.lemma not in ("warn", "report", "write", "argue", "promise", "insist", "say") or (preposition and word in ("in", "on", "at", "with", "to", "from", "after", "before", "during") and verb.lemma != "insist"):
                    return None
                if to and verb.lemma not in ("promise", "urge", "claim", "warn", "tell", "refuse", "say"):
                    return None
            elif "object" in frames:
                if preposition and word not in ("as", "for", "of", "about") or to and verb.lemma not in ("pledge", "vow", "threaten", "promise", "ask"):
                    return None
            elif not (to and verb.lemma in ("vow", "swear", "order")) and not (word in at.PRONOUN and "that" in frames):
                return None
    if over_quote and not frames & {"clause", "that", "object"}:
        first = next(x for x in range(j, end) if r.inside[x] >= 0)
        n = r.inside[first]
        if n in r.owner or r.names_title(n) or first - j > 25 or _speech_between(r, j, first):
            return None
    if over_quote and not quoted:
        n = bisect_right(r.opens, j)
        while n < len(r.opens) and r.opens[n] < end and n not in r.owner:
            words = r.fragment(n)
            if low[r.opens[n] - 1][-1] in ",:." and words[:1].isupper() and len(words.split()) >= 5 and words[-1] in ",.?!…;":
                if not clause or low[r.opens[n] - 1] == ":" and r.opens[n] - j < 8:
                    return Draft("S V quote", [(r.regions[n].open, r.regions[n].close)], cue, speaker, _stance(r, k, verb))
                end = r.opens[n]
                break
            n += 1
    if passive:
        for x in range(j, end):
            if low[x] == "by" and r.inside[x] < 0:
                speaker, end = at.phrase_right(doc, x + 1, e), x
                break
    piece = r.trimmed(j, end)
    if piece is None:
        return None
    if piece[1] - piece[0] == 1 and not over_quote and (low[piece[0]] in at.OBJECT or "object" not in frames):
        return None
    rule = "S V that" if that else "S V to" if to else "S V clause" if clause else "S V object"
    return Draft(rule, [piece], cue, speaker, _stance(r, k, verb))


def noun_that(r: Reading, k: int) -> Draft | None:
    """The possessor's claim that ...; a statement from S saying is read at the verb."""
    doc, low = r.doc, r.doc.low
    if low[k] not in at.NOUN or k + 2 >= len(low) or low[k + 1] != "that" or k == 0:
        return None
    s, e = r.bounds(k)
    speaker: Range | None = None
    for j in (k - 1, k - 2):
        if j < s:
            break
        if low[j] in at.POSSESSIVE:
            speaker = (j, j + 1)
            break
        if low[j] == "'s" or low[j] == "'":
            found = at.phrase_left(doc, j, s)
            speaker = found
            break
    if speaker is None:
        return None
    verb = VERBS.get(low[k])
    piece = r.trimmed(k + 1, _boundary(r, k + 1, e, clause=True))
    return Draft("noun that", [piece], (k, k + 1), speaker, verb.stance if verb else Stance.CLAIMED) if piece else None


def made_clear(r: Reading, k: int) -> Draft | None:
    """S made it clear that ..."""
    low = r.doc.low
    if low[k] != "clear" or k < 2 or k + 1 >= len(low) or low[k + 1] not in ("that", "how", "what"):
        return None
    a = k - 1 if low[k - 1] != "it" else k - 2
    if low[a] not in ("made", "makes", "make", "making"):
        return None
    e = r.bounds(k)[1]
    found, how = r.subject(a)
    piece = r.trimmed(k + 1, _boundary(r, k + 1, e, clause=True))
    return Draft("made clear", [piece], (a, k + 1), found or _shared(r, a)) if piece else None


def as_said(r: Reading, k: int) -> Draft | None:
    """As S V, words; words, as S V."""
    doc, low = r.doc, r.doc.low
    verb = _verb(r, k)
    if verb is None or not verb.forms & {"past", "third", "base"} or not verb.frames & {"clause", "that"} or k + 1 >= len(low):
        return None
    found, how = r.subject(k)
    s, e = r.bounds(k)
    if found is None or how == "relative" or found[0] <= s or low[found[0] - 1] != "as":
        return None
    a = found[0] - 1
    after = _skip_adjuncts(r, k + 1, e)
    while after < e and (low[after] in at.TIME or low[after] in at.PREPOSITION or is_word(doc, after) and after - k < 8 and after > k + 1):
        after += 1
    lead = a
    while lead > s and (not is_word(doc, lead - 1) and r.inside[lead - 1] < 0 or low[lead - 1] in ("but", "and", "just")):
        lead -= 1
    if lead <= s:
        if after >= e or low[after] not in (",", ":"):
            return None
        piece = r.trimmed(after + 1, _boundary(r, min(after + 1, e - 1), e, clause=True))
        return Draft("as S V", [piece], _cue_range(r, k), found, _stance(r, k, verb)) if piece and piece[1] - piece[0] > 3 else None
    if low[a - 1] != "," or (after < e and is_word(doc, after)):
        return None
    pieces = _front(r, s, lead)
    return Draft("as S V", pieces, _cue_range(r, k), found, _stance(r, k, verb)) if pieces and pieces[0][1] - pieces[0][0] > 3 else None


def relative(r: Reading, k: int) -> Draft | None:
    """Which S says is ...; what S called ...: the relative word is a piece of the words."""
    doc, low = r.doc, r.doc.low
    verb = _verb(r, k)
    if verb is None or not verb.forms & {"past", "third", "base"} or not verb.frames & {"clause", "object"} or _noun_like(r, k, verb) or _passive(r, k, verb):
        return None
    s, e = r.bounds(k)
    found, how = r.subject(k)
    if found is None or how == "relative" or found[0] <= s or k + 1 >= e:
        return None
    a = found[0] - 1
    nxt = low[k + 1]
    if low[a] == "what" or low[a] == "which" or low[a] == "who" and is_word(doc, k + 1):
        pass
    elif low[a] == "that" and (nxt in at.AUXILIARY or nxt in at.VERB_LIKE) and nxt not in at.DETERMINER:
        pass
    else:
        return None
    if low[a] == "which" and low[a - 1] in at.PREPOSITION or nxt == "that":
        return None
    if verb.forms <= {"base"} and not _plural(r, found) and low[k - 1] not in at.MODAL:
        return None
    j = skip_blanks(doc, _cue_range(r, k)[1], e)
    stop = j
    while stop < e:
        if r.inside[stop] >= 0:
            stop = r.regions[r.inside[stop]].close
            if doc.toks[stop - 2].strip() == ",":
                break
            continue
        if low[stop] in (",", ";", ":", "—", "–") or doc.toks[stop] == "- ":
            break
        stop += 1
    if low[a] == "what":
        stop = min(stop, _boundary(r, j, e, clause=False)) if j < e else stop
    pieces = [] if low[a] == "what" else [(a, a + 1)]
    more = r.trimmed(j, stop) if j < stop else None
    if more:
        pieces.append(more)
    if low[a] == "what" and not (more and _has_region(r, more[0] - 1, more[1])) or low[a] != "what" and "clause" not in verb.frames:
        return None
    return Draft("relative", pieces, _cue_range(r, k), found, _stance(r, k, verb))


def _subordinate(r: Reading, k: int, s: int, speaker: Range | None) -> bool:
    """Whether the cue's own clause is a subordinate one that opens the sentence ("When officials said ..., ")."""
    if r.doc.low[k].endswith("ing") and (k == s or k - s < 4 and r.doc.low[k - 1] in ("after", "before", "by", "while", "when", "in", "despite", "without")):
        return True
    if speaker is None or speaker[0] <= s or speaker[1] > k:
        return False
    word = r.doc.low[speaker[0] - 1]
    return word in ("when", "while", "after", "if", "although", "though", "because", "since", "until", "once", "whenever")


CONSTRUCTIONS = (according_to, made_clear, noun_that, after_region, as_said, relative, parenthetical, complement)
"""Tried in this order at every cue; the first that does not decline makes the quote."""


# --- regions that no cue has claimed ---------------------------------------------------------------------------------


def continuation(r: Reading, n: int, last: Draft | None) -> bool:
    """A second piece: the region goes on with the quote before it in the same paragraph, or after an unclosed paragraph."""
    doc, region = r.doc, r.regions[n]
    if last is None or not n or r.owner.get(n - 1) is not last:
        return False
    before = r.regions[n - 1]
    same = doc.paragraph(before.open) == doc.paragraph(region.open)
    if not (same and last.cue and doc.paragraph(last.pieces[-1][0]) == doc.paragraph(region.open)) and not (not before.closed and doc.paragraph(region.open) - doc.paragraph(before.open) <= 2 and before.close >= region.open - 3):
        return False
    if same and before.closed and (not r.starts_sentence(n) and not _after_stop(r, n)):
        return False
    if same and last.cue and not last.pieces[-1][1] <= last.cue[0] < region.open:
        r.add(Draft("same paragraph", [(region.open, region.close)], last.cue, last.speaker, last.stance))
        return True
    last.pieces.append((region.open, region.close))
    r.owner[n] = last
    return True


def introduced(r: Reading, n: int, last: Draft | None) -> bool:
    """A direct quote announced by a colon: "Name: ...", "He went further:"."""
    doc, low, region = r.doc, r.doc.low, r.regions[n]
    k = region.open - 1
    while k >= 0 and doc.toks[k][0].isspace():
        k -= 1
    if k < 1 or low[k] != ":":
        return False
    s = r.bounds(k)[0]
    m = bisect_right(r.hits, k) - 1
    cue: Range | None = (k, k + 1)
    speaker: Range | None = None
    stance = Stance.SAID
    if m >= 0 and r.hits[m] >= s and (verb := _verb(r, r.hits[m])):
        found, stands = _speaker(r, r.hits[m], verb)
        if stands:
            cue, speaker, stance = _cue_range(r, r.hits[m]), found, verb.stance
    if speaker is None:
        speaker = at.clause_subject(doc, s, k) or at.phrase_left(doc, k, s)
    r.add(Draft("colon", [(region.open, region.close)], cue, speaker, stance))
    return True


def standing_alone(r: Reading, n: int, last: Draft | None) -> bool:
    """A quote that begins a sentence and has no cue: the same paragraph's speaker, or floating."""
    doc, region = r.doc, r.regions[n]
    if not r.starts_sentence(n):
        return False
    words = r.fragment(n).split()
    if len(words) < 2 or (r.names_title(n) and len(words) < 6):
        return False
    e = r.bounds(region.open)[1]
    if region.closed and region.close < e and words[-1][-1] not in ",.?!…" and len(words) < 8 and is_word(doc, region.close):
        return False
    if last and last.cue and doc.paragraph(last.cue[0]) == doc.paragraph(region.open):
        r.add(Draft("same paragraph", [(region.open, region.close)], last.cue, last.speaker, last.stance))
        return True
    r.add(Draft("floating", [(region.open, region.close)], None, None))
    return True


def scrap(r: Reading, n: int, last: Draft | None) -> bool:
    """A quoted fragment inside a sentence: mixed, with the nearest verb before it as cue."""
    doc, low, region = r.doc, r.doc.low, r.regions[n]
    if r.names_title(n):
        return False
    words = r.fragment(n).split()
    s, e = r.bounds(region.open)
    m = bisect_right(r.hits, region.open) - 1
    while m >= 0 and r.hits[m] >= s:
        k = r.hits[m]
        verb = _verb(r, k) if k not in r.used else None
        if verb and not any(a <= region.open < b for d in r.drafts[-2:] for a, b in d.pieces):
            speaker, stands = _speaker(r, k, verb)
            if stands:
                j = skip_blanks(doc, _cue_range(r, k)[1], e)
                piece = r.trimmed(j, max(_boundary(r, j, e, clause=False), region.close))
                if piece:
                    r.add(Draft("scrap", [piece], _cue_range(r, k), speaker, _stance(r, k, verb)))
                    return True
        m -= 1
    if not words or words[0][0].isupper():
        return False
    k = region.open - 1
    while k > s and region.open - k < 14 and r.inside[k] < 0 and low[k] not in (",", ";", ":"):
        word = low[k]
        if k in r.used:
            break
        if word == "that" or not is_cap(doc, k) and (word in at.VERB_LIKE or word in VERBS and word not in at.NOUN_LIKE or word.endswith("ed") and low[k - 1] not in at.DETERMINER) and word not in at.BE and word not in at.AUXILIARY:
            start = k if word == "that" else k + 1
            piece = r.trimmed(start, max(_boundary(r, start, e, clause=False), region.close))
            if piece and piece[1] > region.open:
                cue = k - 1 if word == "that" and k - 1 > s else k
                r.add(Draft("scrap", [piece], (cue, cue + 1), at.subject_left(doc, cue, max(s, r.regions[n - 1].close if n else s))[0]))
                return True
        k -= 1
    if len(words) < 4:
        return False
    r.add(Draft("scrap", [(region.open, region.close)], None, None))
    return True


LEFTOVERS = (continuation, introduced, standing_alone, scrap)
"""What an unclaimed region may be, tried in this order."""


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """The quotes of a document with cue and speaker mention, in text order; speakers are resolved later."""
    r = Reading(doc)
    for k in r.hits:
        for construction in CONSTRUCTIONS:
            draft = construction(r, k)
            if draft is not None:
                r.add(draft)
                break
    last: Draft | None = None
    for n in range(len(r.regions)):
        if n not in r.owner:
            for leftover in LEFTOVERS:
                if leftover(r, n, last):
                    break
        last = r.owner.get(n, last)
    return tuple(sorted((_record(r, draft) for draft in r.drafts), key=lambda q: (q.content[0].start, q.content[0].end)))


def _record(r: Reading, draft: Draft) -> Quote:
    doc = r.doc
    pieces = sorted(draft.pieces)
    outside = marked = False
    for a, b in pieces:
        for k in range(a, b):
            if r.inside[k] >= 0:
                marked = True
            elif is_word(doc, k):
                outside = True
    kind = QuoteKind.DIRECT if marked and not outside else QuoteKind.MIXED if marked else QuoteKind.INDIRECT
    source = Source(doc.span(*draft.speaker), None) if draft.speaker else None
    cue = doc.span(*draft.cue) if draft.cue else None
    return Quote(tuple(_tight(doc, a, b) for a, b in pieces), kind, cue, draft.stance, source, draft.rule)


def _tight(doc: Document, a: int, b: int) -> Any:
    while b - 1 > a and doc.toks[b - 1].isspace():
        b -= 1
    return doc.span(a, b)
