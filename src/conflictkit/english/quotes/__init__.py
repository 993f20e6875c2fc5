"""Quotes of English news: every cue is tried with the constructions in order, then the quote regions that are left find their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from conflictkit._document import Document
from conflictkit._models import Entity, Quote, QuoteKind, Span, Stance
from conflictkit._regions import SINGLE
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes import phrases, subjects
from conflictkit.english.quotes.attribution import VERBS, Range, Verb, is_cap, is_word, skip_blanks
from conflictkit.english.quotes.complements import boundary
from conflictkit.english.quotes.constructions import (
    according_to,
    after_region,
    after_stop,
    as_said,
    front,
    in_the_words_of,
    it_was_said,
    made_clear,
    noun_that,
    parenthetical,
    relative,
)
from conflictkit.english.quotes.cues import Cue
from conflictkit.english.quotes.frames import FRAMES
from conflictkit.english.quotes.reading import Draft, Reading, cue_range, speaker_of, stance_of, verb_at
from conflictkit.english.quotes.verb_complement import QUOTE_ONLY, complement

TABLE: dict[str, Any] = {"CUE": " ".join(sorted({*VERBS, *at.NOUN, "according", "clear", "words"}))}


def finite(verb: Verb) -> bool:
    """Whether a form may stand with a subject of its own, without an auxiliary."""
    return not verb.forms.isdisjoint(("past", "third", "base"))


def takes(verb: Verb, *frames: str) -> bool:
    """Whether a verb has one of these complements."""
    return not verb.frames.isdisjoint(frames)


AT_WORD = {"according": (according_to,), "words": (in_the_words_of,), "clear": (made_clear,)}
"""Constructions that one word calls for."""

AT_NOUN = (noun_that,)

AT_VERB: tuple[tuple[Callable[[Reading, int], Draft | None], Callable[[Verb], bool]], ...] = (
    (it_was_said, lambda verb: "participle" in verb.forms and takes(verb, "clause", "that")),
    (after_region, lambda verb: finite(verb) and (verb.inquit or takes(verb, "clause", "that"))),
    (as_said, lambda verb: finite(verb) and takes(verb, "clause", "that")),
    (relative, lambda verb: finite(verb) and takes(verb, "clause", "object")),
    (parenthetical, lambda verb: finite(verb) and verb.inquit),
    (complement, lambda verb: True),
)
"""Tried in this order at every verb of speech for which they are meant; the first that does not decline makes the quote."""


# --- regions that no cue has claimed ---------------------------------------------------------------------------------


def continuation(r: Reading, n: int, last: Draft | None) -> bool:
    """A second piece: the region goes on with the quote before it in the same paragraph, or after an unclosed paragraph."""
    doc, region = r.doc, r.regions[n]
    if last is None or not n or r.owner.get(n - 1) is not last:
        return False
    before = r.regions[n - 1]
    same = doc.paragraph(before.open) == doc.paragraph(region.open)
    if not (same and last.cue and doc.paragraph(last.pieces[-1][0]) == doc.paragraph(region.open)) and not (
        not before.closed and doc.paragraph(region.open) - doc.paragraph(before.open) <= 2 and before.close >= region.open - 3
    ):
        return False
    between = any(is_word(doc, k) for k in range(before.close, region.open))
    resumed = last.cue is not None and before.close <= last.cue[0] and doc.low[region.open - 1] == ","  # "Later," he said, "I ..."
    if same and before.closed and between and not resumed and not r.starts_sentence(n) and not after_stop(r, n):
        return False
    if same and before.closed and is_subject(r, n) and not resumed:
        return False
    if same and last.cue and between and not last.pieces[-1][1] <= last.cue[0] < region.open:
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
    if m >= 0 and r.hits[m] >= s and (verb := verb_at(r, r.hits[m])):
        found, stands = speaker_of(r, r.hits[m], verb)
        if stands:
            cue, speaker, stance = cue_range(r, r.hits[m]), found, verb.stance
    if speaker is None:
        speaker = subjects.clause_subject(doc, s, k) or phrases.phrase_left(doc, k, s)
    r.add(Draft("colon", [(region.open, region.close)], cue, speaker, stance))
    return True


def alone_in_line(r: Reading, n: int) -> bool:
    """Whether a region is all the words of its line, as in a heading."""
    doc, region = r.doc, r.regions[n]
    line = doc.paragraph(region.open)
    end = doc.paragraphs[line + 1] if line + 1 < len(doc.paragraphs) else len(doc)
    return not any(is_word(doc, k) for k in (*range(doc.paragraphs[line], region.open), *range(region.close, end)))


def is_subject(r: Reading, n: int) -> bool:
    """Whether a few words in marks are part of the sentence that goes on behind them (""Alpha" is a code word")."""
    region, words = r.regions[n], r.fragment(n).split()
    return (
        region.closed
        and region.close < r.bounds(region.open)[1]
        and bool(words)
        and words[-1][-1] not in ",.?!…"
        and len(words) < 8
        and is_word(r.doc, region.close)
    )


def standing_alone(r: Reading, n: int, last: Draft | None) -> bool:
    """A quote that begins a sentence and has no cue: the same paragraph's speaker, or floating."""
    doc, region = r.doc, r.regions[n]
    if not r.starts_sentence(n):
        return False
    words = r.fragment(n).split()
    if len(words) < 2 or (r.names_title(n) and len(words) < 6) or (len(words) < 8 and doc.toks[region.open] in SINGLE and alone_in_line(r, n)):
        return False
    if is_subject(r, n):
        return False
    if last and last.cue and doc.paragraph(last.cue[0]) == doc.paragraph(region.open):
        r.add(Draft("same paragraph", [(region.open, region.close)], last.cue, last.speaker, last.stance))
        return True
    r.add(Draft("floating", [(region.open, region.close)], None, None))
    return True


NEAR = 4
"""Tokens between a verb that needs a quote mark and the fragment it takes."""


FAR = 30
"""Tokens before a predicate in marks that may be its subject."""


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
        verb = verb_at(r, k) if k not in r.used else None
        if verb and not any(a <= region.open < b for d in r.drafts[-2:] for a, b in d.pieces):
            speaker, stands = speaker_of(r, k, verb)
            j = skip_blanks(doc, cue_range(r, k)[1], e)
            if stands and (not verb.frames <= QUOTE_ONLY or region.open - j < NEAR):
                piece = r.trimmed(j, max(boundary(r, j, e, clause=False), region.close))
                if piece:
                    r.add(Draft("scrap", [piece], cue_range(r, k), speaker, stance_of(r, k, verb)))
                    return True
        m -= 1
    if not words or words[0][0].isupper():
        return False
    k = region.open - 1
    while k > s and region.open - k < 14 and r.inside[k] < 0 and low[k] not in (",", ";", ":"):
        word = low[k]
        if k in r.used:
            break
        if word == "that" or (
            len(words) > 2
            and not is_cap(doc, k)
            and (word in at.VERB_LIKE or (word in VERBS and word not in at.NOUN_LIKE) or (word.endswith("ed") and low[k - 1] not in at.DETERMINER))
            and word not in at.BE
            and word not in at.AUXILIARY
        ):
            start = k if word == "that" else k + 1
            piece = r.trimmed(start, max(boundary(r, start, e, clause=False), region.close))
            if piece and piece[1] > region.open:
                cue = k - 1 if word == "that" and k - 1 > s else k
                r.add(Draft("scrap", [piece], (cue, cue + 1), subjects.subject_left(doc, cue, max(s, r.regions[n - 1].close if n else s))[0]))
                return True
        k -= 1
    if len(words) < 4:
        return False
    predicate = (low[region.open - 1] in at.BE and low[region.open - 1] != "being") or words[0].rstrip(",") in at.FINITE
    whole = predicate and region.open - s < FAR
    r.add(Draft("scrap", front(r, s, region.close) if whole else [(region.open, region.close)], None, None))
    return True


LEFTOVERS = (continuation, introduced, standing_alone, scrap)
"""What an unclaimed region may be, tried in this order."""


def labelled(r: Reading) -> list[Draft]:
    """Lines that open with who speaks and a colon: a headline ("Governor: Dam will hold"), the turns of a transcript."""
    doc, low = r.doc, r.doc.low
    lines = doc.paragraphs
    turns: list[Draft] = []
    names: list[str] = []
    for n, a in enumerate(lines):
        k = a
        while k < len(doc) and k - a < 7 and (is_cap(doc, k) or low[k] in (".", "-", "'s", "and", "of")):
            k += 1
        if not a < k < len(doc) or low[k] != ":" or r.inside[a] >= 0 or doc.toks[k][-1] != " ":
            continue
        end = lines[n + 1] if n + 1 < len(lines) else len(doc)
        piece = r.trimmed(k + 1, end)
        if piece is None or r.owner.get(r.inside[piece[0]]) or not any(doc.toks[j][0].isalpha() for j in range(*piece)):
            continue
        if low[k - 1] in at.NO_SPEAKER:
            continue
        turns.append(Draft("label", [piece], (k, k + 1), (a, k)))
        names.append(" ".join(low[a:k]))
    if len(turns) > 2 and len(set(names)) < len(names):
        return turns
    return [turn for turn in turns[:1] if turn.speaker == (0, turn.pieces[0][0] - 1) and turn.pieces[0][1] - turn.pieces[0][0] > 2]


@lru_cache(maxsize=2_000)
def constructions_at(word: str) -> tuple[Callable[[Reading, int], Draft | None], ...]:
    """The constructions that a cue may be part of."""
    if word in AT_WORD:
        return AT_WORD[word]
    verb = VERBS.get(word)
    if verb is None:
        return (after_region,) if word.endswith("ed") else AT_NOUN if word in at.NOUN else ()
    return (AT_NOUN if word in at.NOUN else ()) + tuple(construction for construction, fits in AT_VERB if fits(verb))


def at_word(r: Reading, k: int) -> Draft | None:
    """The quote that one word is the cue of."""
    word = r.doc.low[k]
    for construction in AT_WORD.get(word, AT_NOUN if word in at.NOUN else ()):
        draft = construction(r, k)
        if draft is not None:
            return draft
    verb, group = VERBS.get(word), r.syntax.verb_at(k)
    if verb is None or group is None or group.word != k or group.clause is None:
        return after_region(r, k) if verb is None and word.endswith("ed") else None
    cue = Cue(r, k, verb, group.clause)
    if not cue.stands:
        return None
    for frame in FRAMES:
        draft = frame.draft(cue)
        if draft is not None:
            return draft
    return None


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """The attributions of a document with cue and speaker mention, in text order; speakers are resolved later.

    Words that somebody reports of a third person are attributed twice, to both; :func:`outermost` keeps one of the two.
    """
    r = Reading(doc)
    for k in r.hits:
        draft = at_word(r, k)
        if draft is not None:
            r.add(draft)
    for draft in labelled(r):
        r.add(draft)
    last: Draft | None = None
    for n in range(len(r.regions)):
        if n not in r.owner:
            for leftover in LEFTOVERS:
                if leftover(r, n, last):
                    break
        last = r.owner.get(n, last)
    return tuple(sorted((_record(r, draft) for draft in r.drafts), key=lambda q: (q.content[0].start, q.content[0].end)))


WEAK = frozenset(["S V object", "S V to", "S V ing", "S V quote", "scrap"])
"""Rules whose quotes give way to one that stands inside them."""

AROUND = 4
"""Quotes to either side of one, in the order of their beginnings, that may stand inside it."""


def outermost(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes without those inside another one: words that somebody reports of a third person are part of what he says."""
    dropped: set[int] = set()
    order = sorted(range(len(quotes)), key=lambda n: (quotes[n].content[0].start, -quotes[n].content[-1].end))
    for place, n in enumerate(order):
        if n in dropped:
            continue
        outer = quotes[n]
        for m in order[max(0, place - AROUND) : place + AROUND + 1]:
            inner = quotes[m]
            if m == n or m in dropped or not (inner.content == outer.content or (inner.cue and _within(inner.cue, outer.content))):
                continue
            if outer.rule in WEAK and inner.content != outer.content:
                dropped.add(n)
                break
            dropped.add(m)
    return tuple(quote for n, quote in enumerate(quotes) if n not in dropped)


def _within(cue: Span, content: tuple[Span, ...]) -> bool:
    for span in content:  # noqa: SIM110 - a plain loop is twice as fast as any()
        if span.start <= cue.start and cue.end <= span.end:
            return True
    return False


def _record(r: Reading, draft: Draft) -> Quote:
    doc = r.doc
    pieces = sorted(draft.pieces)
    kind = QuoteKind.INDIRECT
    if any(max(r.inside[a:b]) >= 0 for a, b in pieces):
        outside = any(r.inside[k] < 0 and is_word(doc, k) for a, b in pieces for k in range(a, b))
        kind = QuoteKind.MIXED if outside else QuoteKind.DIRECT
    source = Entity(doc.span(*draft.speaker), None) if draft.speaker else None
    cue = doc.span(*draft.cue) if draft.cue else None
    return Quote(tuple(_tight(doc, a, b) for a, b in pieces), kind, cue, draft.stance, source, rule=draft.rule)


def _tight(doc: Document, a: int, b: int) -> Span:
    while b - 1 > a and doc.toks[b - 1].isspace():
        b -= 1
    return doc.span(a, b)
