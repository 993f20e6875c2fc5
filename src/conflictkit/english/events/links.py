"""A date as what dates an event, and what the words around an expression say against that it places one in time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import DateExpression, DateSource, Grain, TimexType
from conflictkit.engine.syntax import Syntax

from ..dates.calendar import interval, month_value, shift_days, shift_months, year_value
from ..dates.headings import dated_lines
from ..grammar.lists import BEING, DAYS, MONTHS, OWNED, POINTING, SHORT_MONTHS, TIME_ORDER, is_superlative
from ..lexicon.facts import is_act
from ..tables import TABLES

WORDS = TABLES.dates.events
"""Words by which events take their days."""
BE_OR_HAVE = BEING | {"has", "have", "had"}
INEXACT = TABLES.numerals.half.behind | {"barely", "just", "some"}
AMID = (WORDS.noun_too - {"on"}) | {"amid", "as"}
ANOTHER = TABLES.incidents.cue.another
OTHER_TIME = TIME_ORDER | {"following"}
COMPARED = frozenset({"against", "from", "than", "with"})
SCALES = frozenset({Grain.MONTH, Grain.YEAR, Grain.SEASON, Grain.QUARTER})
"""Spans in which what is told is only the worst or the first: "the deadliest attack this year"."""
SPEECH = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "CONCEDE"})
"""Kinds that are done in words: they have the day of speaking, not that of the story."""
NTH = re.compile(r"\d+(?:st|nd|rd|th)")
COUNTED = POINTING | OWNED | {"'s", "and", ","}
"""Before an ordinal that counts what is told."""
NAMES_DAY = DAYS | MONTHS | SHORT_MONTHS | {"this", "last", "that", "same"}
"""Words by which an hour has its day."""
NO_PLACE_IN_TIME = frozenset({"PRESENT_REF", "FUTURE_REF"})


class Dated(NamedTuple):
    """A date expression as tokens a to b (exclusive)."""

    a: int
    b: int
    date: DateExpression


class Link(NamedTuple):
    """The date of an event: the expression that it comes from, the interval, whether that governs it, the rule that says so."""

    when: DateExpression | None
    first: dt.date | None
    last: dt.date | None
    source: DateSource
    rule: str


def sections(doc: Document) -> dict[int, Link]:
    """Paragraph -> the date at the head of its section, where a text has sections of several days: "Monday, 4 March", or the hour of a live page, on a line of its own, up to the next heading."""
    headings = dated_lines(doc)
    if len({date.timex_value for date in headings.values()}) < 2:  # noqa: PLR2004
        return {}
    told = {doc.paragraph_of[doc.at[date.span.start]]: Link(date, date.first, date.last, DateSource.TEXT, "section") for date in doc.dates}
    found: dict[int, Link] = {}
    day: Link | None = None
    for n, (lo, hi) in enumerate(pairwise((*doc.paragraphs, len(doc)))):
        title = next((word.isalnum() for word in reversed(doc.low[lo:hi]) if word.strip()), False)
        if n in headings or title and (n in told or n - 1 not in headings):  # a title right behind the date belongs to it
            day = told.get(n)
        if day is not None:
            found[n] = day
    return found


def up_to(date: DateExpression, published: dt.date | None) -> dt.date | None:
    """The last day of an expression; of one that goes on ("since March") the day of publication, as far as the text can tell."""
    if date.last is not None or date.first is None:
        return date.last
    return max(date.first, published) if published is not None else date.first


def is_hours(date: DateExpression) -> bool:
    """Whether an expression counts hours or minutes, the hour of none told: "within an hour", "hours later"."""
    return date.first is None and (date.timex_value.startswith("PT") or not WORDS.hours.isdisjoint(date.span.text.lower().split()))


def is_bare_hour(date: DateExpression) -> bool:
    """Whether an expression tells an hour and no day: "about 7 p.m."."""
    if date.timex_type is not TimexType.TIME or not date.timex_value[-2:].isdigit():
        return False
    return NAMES_DAY.isdisjoint(date.span.text.lower().replace(",", " ").replace(".", " ").split())


def anchors(doc: Document, syntax: Syntax, d: Dated, lo: int) -> bool:
    """Whether an expression places events: no sets, and durations only with "for", "in", "the past" ..."""
    last = doc.low[d.b - 1]
    if d.date.timex_type is TimexType.SET or d.date.timex_value in NO_PLACE_IN_TIME and last != "later" or last in WORDS.vague:
        return False
    if _is_compared(doc, d, lo) or _is_of_superlative(doc, syntax, d, lo):
        return False
    if d.date.timex_type is TimexType.DURATION:
        return not (d.b < len(doc) and doc.low[d.b - 2 : d.b - 1] == ["-"]) and not WORDS.before_duration.isdisjoint(doc.low[max(lo, d.a - 2) : d.b])
    return True


def _is_compared(doc: Document, d: Dated, lo: int) -> bool:
    """Whether what is told is compared with that time: "more than last year", "compared to 2020", "up from 15 in August"."""
    before = doc.low[d.a - 1] if d.a > lo else ""
    if before == "in":
        return doc.low[d.a - 3] in COMPARED and (doc.low[d.a - 2][0].isdigit() or doc.low[d.a - 2] in TABLES.numerals.small)
    return before in WORDS.compared or before in ("to", "with") and doc.low[d.a - 2] == "compared"


def _is_of_superlative(doc: Document, syntax: Syntax, d: Dated, lo: int) -> bool:
    """Whether an expression tells among what something is the worst or the second: "the biggest victory since 2023", "the first talks in two years", "the worst attack of the year", "the worst so far this year", "for the second time this month", "the deadliest attack this year"."""
    if (since := _since(doc, syntax, d.a, lo)) >= 0 and superlative(doc, syntax, since, lo) >= 0 and when_behind(doc, d) < 0:
        return True
    before = doc.low[d.a - 1] if d.a > lo else ""
    compares = before in ("since", "of", "far") or before in ("in", "for") and d.date.timex_type is TimexType.DURATION
    counts = doc.low[d.a - 1 - (before in ("in", "since"))] == "time"
    best = superlative(doc, syntax, d.a, lo) if compares or doc.low[d.a] == "this" and d.date.grain in SCALES else -1
    if (counts or compares and best >= 0) and when_behind(doc, d) < 0:
        return True
    if best < 0 or doc.low[d.a] != "this" or d.date.grain not in SCALES:
        return False
    group = syntax.group_at(best)
    return _is_ordinal(doc, best) or group is not None and is_act(doc.low[group.head])


def _since(doc: Document, syntax: Syntax, k: int, lo: int) -> int:
    """The "since" before a name in the phrases before token k, no verb or comma between, or -1: "since Brod in May 2023"; not "since the fall of Brod in May 2023"."""
    for n in range(k - 1, lo - 1, -1):
        if doc.low[n] == "since":
            named = syntax.group_at(n + 1)
            return n if named is not None and named.name else -1
        if doc.low[n] == "," or syntax.verb_at(n) is not None:
            return -1
    return -1


def when_behind(doc: Document, d: Dated) -> int:
    """The "when" behind a date that tells what happened then, or -1: "the worst attack since August, when 29 died"."""
    k = d.b + (doc.low[d.b : d.b + 1] == [","])
    return k if doc.low[k : k + 1] == ["when"] else -1


def superlative(doc: Document, syntax: Syntax, k: int, lo: int) -> int:
    """The superlative in the phrases before token k, no verb between, or -1."""
    for n in range(k - 1, lo - 1, -1):
        best = is_superlative(doc.low[n], syntax.tags[n]) or _is_ordinal(doc, n)
        if best and (n == lo or doc.low[n - 1] != "at"):
            return n
        if syntax.verb_at(n) is not None:
            return -1
    return -1


def _is_ordinal(doc: Document, n: int) -> bool:
    """Whether a token counts what is told: "the third attack", "the city's 18th"; not "a second attack"."""
    return (doc.low[n] in TABLES.dates.ordinals or NTH.fullmatch(doc.low[n]) is not None) and doc.low[n - 1] in COUNTED


def precision(first: dt.date | None, last: dt.date | None) -> int | None:
    """Date precision as in UCDP GED: 1 a day, 2 two to six days, 3 a week, 4 to a month, 5 longer."""
    if first is not None and first == last:
        return 1
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def is_within_a_day(links: Sequence[Link]) -> bool:
    """Whether hours or minutes are all that dates a trigger: "within an hour of the talks a bomb exploded" has the day of the story."""
    when = links[-1].when
    return links[-1].first is None and when is not None and is_hours(when)


def holds(link: Link, other: Link) -> bool:
    """Whether the time of one date holds the shorter one of another: "in 2015, in September"."""
    if link.first is None or link.last is None or other.first is None or other.last is None:
        return False
    return link.first <= other.first and other.last <= link.last and other.last - other.first < link.last - link.first


def whole(links: Sequence[Link]) -> Link:
    """The last date of a trigger; of several days the time from the first to the last of them ("killed in May and June"), the shorter where one holds the other."""
    if len(links) == 1:
        return links[0]
    if holds(links[-1], links[-2]):
        return links[-2]
    days = [day for link in links for day in (link.first, link.last) if day is not None]
    return links[-1]._replace(first=min(days), last=max(days)) if days else links[-1]


def moved(link: Link | None, days: int, months: int = 0) -> Link | None:
    """So many days on from what has one day; the month so many months, or the year so many years, before it."""
    if link is None or link.first is None or link.first != link.last:
        return None
    if not months:
        day = shift_days(link.first, days)
        return link._replace(first=day, last=day)
    year, month = shift_months(link.first.year, link.first.month, -months)
    first, last, _ = interval(year_value(year) if months % 12 == 0 else month_value(year, month))
    return link._replace(first=first, last=last, source=DateSource.INHERITED)
