"""What a label, the head of a column or the line above makes of a number: its measure, whose, where, when, by whom, an increment or a total."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import (
    ClaimRole,
    DateExpression,
    Entity,
    Factuality,
    Measure,
    NumericClaim,
    Place,
    QuantityKind,
    Span,
    Stance,
    TimexType,
    entity,
    place_of,
)

from ..grammar import syntax_of
from ..layout.sheets import WORDS, Entry, Leads, Range, kind_of_noun, singular
from ..lexicon.claims import BUILT, FIXED, PERSON, STATE, THING, VERB, WORD
from ..speakers.name_words import NATIONS
from .credit import Credits
from .measure import OF_PERSONS, OF_THINGS
from .spot import Spot

OF_FATE = {**OF_PERSONS, "lost": Measure.EQUIPMENT_LOST, "disabled": Measure.EQUIPMENT_LOST, "taken": Measure.EQUIPMENT_LOST, "intercepted": Measure.INTERCEPTED}
"""Fate -> measure of a number that counts no noun."""
OF_WORD = {word: verb.fate for word, verb in VERB.items()} | STATE | {"losses": "lost", "loss": "lost"}
"""Word of a label -> the fate that it tells."""
PAIRS = {("shot", "down"): "intercepted", ("brought", "down"): "intercepted", ("knocked", "out"): "lost", ("took", "out"): "lost", ("taken", "out"): "lost"}
"""Fates that two words tell."""
CREDIT_ENDS = frozenset(",;(|.")


def told(doc: Document, claim: NumericClaim, spot: Spot, entry: Entry, credits_: Credits, dates: Sequence[DateExpression]) -> NumericClaim:
    """The claim with what the sheet says of its number."""
    if claim.quantity.kind is not QuantityKind.COUNT:
        return claim
    measure = _measure(doc, claim, entry)
    side = None if claim.side is not None and _is_model(doc, claim, claim.side) else claim.side
    claim = evolve(
        claim,
        measure=measure,
        rule=claim.rule if measure is claim.measure else "sheet",
        side=side or _side(doc, entry) or entity(_named_by_row(doc, entry, WORDS.side)),
        place=claim.place or place_of(_named_by_row(doc, entry, WORDS.place)) or _place(doc, entry.leads, dates),
        inflicted_by=None,
        trigger=None,
        when=claim.when or next(filter(None, (_day(dates, doc, lead) for lead in entry.leads)), None),
        role=ClaimRole.INCREMENT if entry.increment else claim.role,
    )
    return claim if claim.source is not None else _with_source(doc, claim, spot, entry, credits_)


def _named_by_row(doc: Document, entry: Entry, heads: frozenset[str]) -> Span | None:
    """What the first cell of a row names, where the head above it says of which kind that is: a side, a place."""
    if entry.label is None or entry.row_head is None or heads.isdisjoint(doc.low[slice(*entry.row_head)]):
        return None
    return _named(doc, entry.label)


def _with_source(doc: Document, claim: NumericClaim, spot: Spot, entry: Entry, credits_: Credits) -> NumericClaim:
    """The claim with whom the line below credits, else with who says the line above."""
    if entry.credit is not None and (source := entity(_credited(doc, entry.credit))) is not None:
        return evolve(claim, source=source, stance=Stance.SAID, factuality=Factuality.CLAIMED)
    spoken = (credits_.covering(doc.span(lead[1] - 2, lead[1] - 1))[0] for lead in entry.leads)
    if (quote := next(filter(None, spoken), None)) is None:
        return claim
    source, via, stance, factuality = credits_.of(quote, claim.quantity, spot, -1, None)
    return evolve(claim, source=source, via=via, stance=stance, factuality=factuality)


def _measure(doc: Document, claim: NumericClaim, entry: Entry) -> Measure:
    """By the noun where that is a fate itself, else by the fates of label, column and caption, else as read."""
    noun = singular((claim.quantity.unit or "").lower().rsplit(" ", 1)[-1])
    if noun in FIXED and FIXED[noun] is not Measure.OTHER:
        return FIXED[noun]
    if noun in BUILT:
        return BUILT[noun]
    for part in (entry.label, *entry.heads, *entry.leads):
        for fate in _fates(doc, part) if part else ():
            if (found := _by_fate(noun, fate)) is not None:
                return found
    known = kind_of_noun(noun) if noun else None
    return known if known is not None and claim.measure is Measure.OTHER else claim.measure


def _by_fate(noun: str, fate: str) -> Measure | None:
    """The measure of a noun (or of none) that has a fate."""
    if noun in THING:
        if fate == "intercepted":
            return Measure.INTERCEPTED if THING[noun] is Measure.MUNITIONS else Measure.EQUIPMENT_LOST
        return Measure.EQUIPMENT_LOST if fate in OF_THINGS else None
    if noun in PERSON:
        return Measure.CASUALTIES if fate == "lost" else OF_PERSONS.get(fate)
    return OF_FATE.get(fate)


def _fates(doc: Document, part: Range) -> Iterator[str]:
    """The fates that a label or caption tells, the last first."""
    for k in range(part[1] - 1, part[0] - 1, -1):
        word = doc.low[k]
        pair = (word, doc.low[k + 1]) if k + 1 < part[1] else ("", "")
        if pair in PAIRS:
            yield PAIRS[pair]
        elif word in OF_WORD:
            yield OF_WORD[word]
        elif FIXED.get(singular(word), Measure.OTHER) is not Measure.OTHER:
            yield str(FIXED[singular(word)])


def _side(doc: Document, entry: Entry) -> Entity | None:
    """Whose losses a column or caption says they are: "Norland losses", "losses of the guild", a nation as head."""
    for a, b in entry.heads:
        if doc.low[a] in NATIONS:
            return entity(_named(doc, (a, b)))
    for lead in entry.leads[:1]:
        if _names_side(doc, lead):
            return entity(doc.span(lead[0], lead[1] - 1))
    parts = [part for part in (entry.label, *entry.leads) if part]
    owners = (_loser(doc, part, k) for part in parts for k in range(*part) if doc.low[k] in WORD.loss)
    return next(filter(None, map(entity, owners)), None)


def _loser(doc: Document, part: Range, k: int) -> Span | None:
    """Whose losses the word at token k names: "losses of the Sudanese army", "the guild's losses", "Norland losses"."""
    low = doc.low
    if low[k + 1 : k + 2] == ["of"] and k + 2 < part[1]:
        return _side_named(doc, k + 2 + (low[k + 2] == "the"), part[1])
    if k and low[k - 1] == "'s":
        owner = k - 1
        while owner > part[0] and doc.toks[owner - 1][0].isupper():
            owner -= 1
        return doc.span(owner, k - 1) if owner < k - 1 else None
    nation = next((j for j in range(k - 1, part[0] - 1, -1) if low[j] in NATIONS), -1)
    return _side_named(doc, nation, k) if nation >= 0 else None


def _side_named(doc: Document, a: int, b: int) -> Span | None:
    """The name that begins at a token, with the troops behind it: "Sudanese army"; or the troops alone: "rebels"."""
    end = a
    while end < b and doc.toks[end][0].isupper():
        end += 1
    end += end < b and kind_of_noun(doc.low[end]) is Measure.TROOPS
    return doc.span(a, end) if end > a else None


def _is_model(doc: Document, claim: NumericClaim, side: Entity) -> bool:
    """Whether what is read as a side is the model of a thing: "12 Shahed drones"."""
    noun = singular((claim.quantity.unit or "").lower().rsplit(" ", 1)[-1])
    return noun in THING and side.mention is not None and doc.low[doc.at[side.mention.start]] not in NATIONS


def _names_side(doc: Document, lead: Range) -> bool:
    """Whether the line above a list is nothing but a side: "Rebels:", "Sudanese army:"."""
    a, b = lead
    last = doc.low[b - 2] if b - a > 1 else ""
    named = doc.low[b - 1] == ":" and (last in NATIONS or kind_of_noun(last) is Measure.TROOPS)
    return named and syntax_of(doc).group_at(a) is syntax_of(doc).group_at(b - 2)


def _place(doc: Document, leads: Leads, dates: Sequence[DateExpression]) -> Place | None:
    """Where a caption says: "Casualties in Bariz:"."""
    for a, b in leads:
        for k in range(a, b):
            if doc.low[k] in ("in", "at", "near") and k + 1 < b and doc.toks[k + 1][0].isupper() and not _is_dated(dates, doc.off[k + 1]):
                return place_of(_named(doc, (k + 1, b)))
    return None


def _is_dated(dates: Sequence[DateExpression], at: int) -> bool:
    """Whether an offset lies in a date."""
    n = bisect_right(dates, at, key=lambda date: date.span.start)
    return n > 0 and at < dates[n - 1].span.end


def _named(doc: Document, part: Range) -> Span | None:
    """The name that a range begins with: its words with capitals."""
    a, b = part
    while a < b and not doc.toks[a][0].isalpha():
        a += 1
    end = a
    while end < b and doc.toks[end][0].isupper():
        end += 1
    return doc.span(a, end) if end > a else None


def _credited(doc: Document, part: Range) -> Span | None:
    """The name that a line credits, up to a comma or a bracket: "Institute for Border Studies, yearbook 2025"."""
    a, b = part
    b = next((k for k in range(a, b) if doc.low[k] in CREDIT_ENDS), b)
    return doc.span(a, b) if a < b and doc.toks[a][0].isupper() else None


def _day(dates: Sequence[DateExpression], doc: Document, lead: Range) -> DateExpression | None:
    """The last date of a caption."""
    start, end = doc.off[lead[0]], doc.off[lead[1]]
    first, last = (bisect_left(dates, at, key=lambda date: date.span.start) for at in (start, end))
    found = [date for date in dates[first:last] if date.timex_type is TimexType.DATE and not date.timex_value.endswith("_REF")]
    return found[-1] if found else None
