"""Quotes of English news: every cue is tried with the frames in order, then the quote regions that are left find their place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import Entity, Quote, QuoteKind, Stance

from ..grammar.lists import SPEAKING
from .attribution import OPINION, VERBS, is_word
from .cues import cue_at
from .frames import framed
from .headlines import credited, labelled
from .nouns import AT_WORD
from .reading import Draft, Reading
from .regions import LEFTOVERS, announced

CLASSES: dict[str, tuple[str, ...]] = {"CUE": (*sorted({*VERBS, *AT_WORD}),)}


def at_word(r: Reading, k: int) -> Draft | None:
    """The quote that one word is the cue of."""
    construction = AT_WORD.get(r.doc.low[k])
    draft = construction(r, k) if construction is not None else None
    cue = cue_at(r, k) if draft is None and (construction is None or r.doc.low[k] in VERBS) else None
    return framed(cue) if cue is not None and cue.stands else draft


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """The attributions of a document with cue and speaker mention, in text order; speakers are resolved later.

    Words that somebody reports of a third person are attributed twice, to both.
    """
    r = Reading(doc)
    for k in r.hits:
        draft = at_word(r, k)
        if draft is not None:
            r.add(draft)
    for without_cue in (labelled, credited, announced):
        for draft in without_cue(r):
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
SPOKEN = frozenset(["S V that", "S V clause", "S V, quote", "S V quote", "S V question", "quote, S V", "quote, V S", "words, S V", "words, V S", "according to"])
"""Rules whose quotes are told although they stand inside another one."""
def nested(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes with who relays them: words that somebody reports of a third person are quotes of both, the inner one by way of the outer source."""
    dropped: set[int] = set()
    relays: dict[int, Entity] = {}
    of_content: dict[int, set[int]] = defaultdict(set)
    """First character of the content -> the quotes with it."""
    for n, quote in enumerate(quotes):
        of_content[quote.content[0].start].add(n)
    cues = sorted((quote.cue.start, n) for n, quote in enumerate(quotes) if quote.cue is not None)
    for n in sorted(range(len(quotes)), key=lambda n: (quotes[n].content[0].start, -quotes[n].content[-1].end)):
        outer = quotes[n]
        within = {m for span in outer.content for _, m in cues[bisect_left(cues, (span.start, 0)) : bisect_left(cues, (span.end, 0))]}
        alike = {m for m in of_content[outer.content[0].start] if quotes[m].content == outer.content}
        for m in sorted(within | alike) if n not in dropped else ():
            inner = quotes[m]
            same = inner.content == outer.content
            if m == n or m in dropped:
                continue
            if outer.rule in WEAK and not same and inner.rule != "told by" and not (outer.stance is Stance.DENIED and inner.rule == "noun that"):
                dropped.add(n)
                break
            if same or inner.rule not in SPOKEN or _is_thought(inner) or _is_own(inner):
                dropped.add(m)
            elif outer.source is not None:
                relays[m] = outer.source
    return tuple(evolve(quote, via=relays[n]) if n in relays else quote for n, quote in enumerate(quotes) if n not in dropped)


def _is_own(quote: Quote) -> bool:
    """Whether the speaker of the words around it speaks of himself or to somebody: "I can confirm that", "you said that"."""
    mention = quote.source.mention if quote.source is not None else None
    return mention is not None and mention.text.lower() in SPEAKING


def _is_thought(quote: Quote) -> bool:
    """Whether somebody only thinks, in the words of somebody else ("they say they think that ...")."""
    verb = VERBS.get(quote.cue.text.lower()) if quote.cue is not None else None
    return verb is not None and verb.lemma in OPINION


def _record(r: Reading, draft: Draft) -> Quote:
    doc = r.doc
    pieces = sorted(draft.pieces)
    kind = QuoteKind.INDIRECT
    if r.regions and any(max(r.inside[a:b]) >= 0 for a, b in pieces):
        outside = any(r.inside[k] < 0 and is_word(doc, k) for a, b in pieces for k in range(a, b))
        kind = QuoteKind.MIXED if outside else QuoteKind.DIRECT
    source = Entity(doc.span(*draft.speaker), None) if draft.speaker else None
    cue = doc.span(*draft.cue) if draft.cue else None
    relay = doc.span(*draft.via) if draft.via else None
    via = Entity(relay, relay.text.removeprefix("The ").removeprefix("the ")) if relay else None
    return Quote(tuple(doc.span(a, b) for a, b in pieces), kind, cue, draft.stance, source, via, rule=draft.rule)
