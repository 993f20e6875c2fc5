"""What a text leaves open of its dates, filled in text order from the publication date or the running story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import DateExpression, Mod, TimexType

from .direction import Asked, outlook
from .feasts import is_approximate
from .joins import join
from .parts import TABLE, Parts
from .spans import covered
from .story import Story

PRINTED = 2
"""Days after its dateline on which a report may be printed."""
SLASHED = "month/day/year"
MODS = {word: Mod(name) for word, name in TABLE.mods.items()}
BOUNDS = {word: Mod(name) for word, name in TABLE.before.items()}


def resolve(doc: Document, found: Sequence[tuple[Parts, str]], published: dt.date | None, outlook: Asked = outlook) -> tuple[DateExpression, ...]:
    """Expressions with values, in text order."""
    joined = join(doc, _one_order(found))
    story = Story(doc, published, history=_is_history([parts for parts, _ in joined], published), outlook=outlook)
    head = doc.head.read_at if doc.head is not None and doc.head.read_at else (0, 0)
    out: list[DateExpression] = []
    for parts, rule in joined:
        if (parts.base == "history" and not story.history) or (parts.base == "news" and story.history) or parts.joins:
            continue
        parts = story.settled(parts)
        value = parts.value if parts.value is not None else story.value(parts)
        if parts.base == "often" and story.history:
            value = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1Y": "XXXX"}.get(value, value)
        mod = _mod(doc, parts) or (Mod.APPROX if is_approximate(parts.season) and value else None)
        before = ["", "", *doc.low[max(parts.a - 2, 0) : parts.a]][-2:]
        first, last, grain = covered(parts, value, mod, before, doc.low[parts.a : parts.b], story.now(parts), story.period(parts.within))
        if published is not None and first is not None and first == last and head[0] <= doc.off[parts.a] < head[1] and 0 < (published - first).days <= PRINTED:
            story.published = first  # what the text calls today is the day of its dateline
        relative = not (parts.value is not None or parts.bc or (parts.year is not None and not parts.offset))
        out.append(DateExpression(doc.span(parts.a, parts.b), parts.timex_type, value, mod, first, last, grain, relative, rule))
    return tuple(out)


def _one_order(found: Sequence[tuple[Parts, str]]) -> list[tuple[Parts, str]]:
    """Days written in figures in the one order that the document shows: where "25/03/2024" stands, "04/05/2024" is in May."""
    orders = {parts.base for parts, rule in found if rule == SLASHED}
    if "day first" not in orders or "month first" in orders:
        return list(found)
    return [(evolve(p, month=p.day, day=p.month) if rule == SLASHED and not p.base else p, rule) for p, rule in found]


def _mod(doc: Document, parts: Parts) -> Mod | None:
    low = doc.low
    k = parts.a
    if low[k] in ("the", "at", "no", "in") and k + 1 < parts.b:
        k += 1
    mod = MODS.get(low[k])
    if mod is not None and k + 1 < parts.b:
        if low[k - 1] == "no" and k > parts.a:
            return Mod.EQUAL_OR_LESS if mod is Mod.MORE_THAN else Mod.EQUAL_OR_MORE
        return mod
    return BOUNDS.get(low[parts.a - 1]) if parts.a and parts.timex_type is not TimexType.DURATION and parts.value is None else None


def _is_history(parts: Sequence[Parts], published: dt.date | None) -> bool:
    """Whether the text tells of another time: many years away from publication, few words tied to the day of writing."""
    years = deictic = 0
    for p in parts:
        if p.bc or (p.year is not None and (published is None or abs(p.year - published.year) > 1)):
            years += 1
        elif p.base == "published" or (p.unit == "weekday" and not p.base):
            deictic += 1
    if published is None:
        return years >= 3 and years > 3 * deictic
    return (years >= 12 and years > 3 * deictic) or (years >= 5 and deictic == 0)
