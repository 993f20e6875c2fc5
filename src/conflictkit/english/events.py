"""Dated events: triggers by form, the date that governs or reaches each, kind, factuality, actor, target and place."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import DatedEvent, DateExpression, DateSource, EventKind, Quote, Report, TimexType
from conflictkit.english.acled import acled_step
from conflictkit.english.event_types import kind_of
from conflictkit.english.event_words import NOUN_LEMMA, OPENERS, REPORT, SHAPE, TABLE, TRIGGER, Kind, lemma
from conflictkit.english.factuality import Contents, factuality
from conflictkit.english.participants import participants

__all__ = ["TABLE", "acled_sub_event_type", "find_events"]


class Trigger(NamedTuple):
    """A verb or an event noun that may tell of an event."""

    k: int
    form: str
    """past, passive, perfect, participle, ing, progressive, inf, modal, present, noun."""
    report: bool


class Dated(NamedTuple):
    """A date expression as tokens a to b (exclusive)."""

    a: int
    b: int
    date: DateExpression


FINITE = frozenset({"past", "passive", "perfect", "progressive", "modal", "present"})
VERBAL = FINITE | {"participle", "ing", "inf"}
HANGS_ON = frozenset("including since after during of before following despite amid in from".split())
HAPPENS = frozenset("happen occur".split())
BEFORE_DURATION = frozenset("for in over during within throughout last past next recent previous coming".split())
SUPERLATIVE = frozenset("first most worst best least".split())
HARMS = frozenset("claim damage destroy hit injure kill leave target wound".split())
REACH = 60
"""How many tokens a date reaches within its sentence."""
CAUSES = frozenset("allow compel force oblige order permit".split())
BEGINS = frozenset("begin start continue resume".split())


def acled_sub_event_type(report: Report | str) -> str | None:
    """The one best ACLED sub-event type of a report or its text, or None."""
    step = acled_step(report if isinstance(report, str) else report.text)
    return step.sub_event if step else None


def find_events(
    doc: Document, dates: Sequence[DateExpression], quotes: Sequence[Quote], published: dt.date | None
) -> tuple[DatedEvent, ...]:
    """The dated events of a document in text order by trigger; a trigger that several dates govern gives several."""
    if not doc.toks:
        return ()
    shape = "".join(map(SHAPE.__getitem__, doc.low))
    spans = [Dated(doc.at(d.span.start), doc.at(d.span.end - 1) + 1, d) for d in dates if d.span.end > d.span.start]
    inside = {k for d in spans for k in range(d.a, d.b)}
    triggers = [
        found for m in TRIGGER.finditer(shape) if m.start() not in inside and (found := _trigger(doc, shape, m.start(), inside)) is not None
    ]
    by_sentence: dict[int, list[Dated]] = defaultdict(list)
    for d in spans:
        by_sentence[doc.sentence(d.a)].append(d)
    groups: dict[int, list[Trigger]] = defaultdict(list)
    for found in triggers:
        groups[doc.sentence(found.k)].append(found)
    contents = Contents(quotes)
    events: list[DatedEvent] = []
    seen: dict[str, tuple[dt.date | None, dt.date | None]] = {}
    last_date: tuple[int, DateExpression] | None = None
    said: DateExpression | None = None
    for n in sorted(groups.keys() | by_sentence.keys()):
        here = groups.get(n, [])
        near = by_sentence.get(n, [])
        lo, hi = doc.bounds(here[0].k if here else near[0].a)
        near = [d for d in near if _anchors(doc, d, lo)]
        light: tuple[int, Kind | None] = (-9, None)
        usable = [d for d in near if d.date.first is not None]
        governed = _governed(doc, shape, near, here, lo, hi)
        for found in here:
            kind = kind_of(doc, found.k, found.form == "noun", lo, hi, found.form == "modal")
            if kind is not None and kind == light[1] and found.form == "noun" and found.k - light[0] <= 4 and found.k not in governed:
                continue  # the object of "opened fire", "imposed sanctions"
            light = (found.k, kind) if found.form in VERBAL else light
            links: list[tuple[DateExpression | None, dt.date | None, dt.date | None, DateSource, str]] = [
                (d.date, d.date.first, d.date.last, DateSource.TEXT, rule) for d, rule in governed.get(found.k, ())
            ]
            if found.report and found.form == "past" and links and links[0][1] is not None and links[0][1] == links[0][2]:
                said = links[0][0]
            if not links:
                linked = _linked(
                    doc,
                    shape,
                    found,
                    usable,
                    bool(near) and not usable,
                    here,
                    last_date if last_date and last_date[0] >= n - 2 else None,
                    said,
                    seen,
                )
                if linked is None:
                    if kind is None:
                        continue
                    linked = (published, published, DateSource.PUBLICATION, "publication")
                links = [(None, *linked)]
            fact, source = factuality(doc, shape, found.k, lo, found.form, contents)
            actor, target, place = participants(doc, shape, found.k, found.form, lo, hi, inside)
            for when, first, last, origin, rule in links:
                if found.form == "noun":
                    seen[doc.low[found.k]] = (first, last)
                events.append(
                    DatedEvent(
                        doc.span(found.k, found.k + 1),
                        EventKind(kind[0]) if kind else None,
                        kind[1] if kind else None,
                        when,
                        first,
                        last,
                        precision(first, last),
                        origin,
                        fact,
                        source,
                        actor,
                        target,
                        place,
                        rule,
                    )
                )
        resolved = [d.date for d in near if d.date.first is not None and d.date.timex_type is not TimexType.SET]
        if resolved:
            last_date = (n, resolved[-1]) if (precision(resolved[-1].first, resolved[-1].last) or 9) < 5 else last_date
    return tuple(events)


def precision(first: dt.date | None, last: dt.date | None) -> int | None:
    """Date precision as in UCDP GED: 1 a day, 2 two to six days, 3 a week, 4 to a month, 5 longer."""
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return 1 if days <= 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


# Triggers


def _trigger(doc: Document, shape: str, k: int, dates: set[int]) -> Trigger | None:
    """The trigger at a token, if its neighbours let it be one."""
    char = shape[k]
    tok = doc.toks[k]
    before = shape[k - 1] if k else "."
    if (before == "-" and k and doc.glued(k - 1)) or (shape[k + 1 : k + 2] == "-" and doc.glued(k)):
        return None
    if tok[0].isupper() and k != doc.bounds(k)[0] and before != '"':
        if not (char in "EXY" and doc.low[k + 1 : k + 2] == ["of"]):  # the Battle of Bakhmut
            return None
    form = _form(doc, shape, k, char, dates)
    if form is None:
        return None
    return Trigger(k, form, form != "noun" and lemma(doc.low[k]) in REPORT)


def _form(doc: Document, shape: str, k: int, char: str, dates: set[int]) -> str | None:
    """How a verb or noun stands in its clause, or None if it is neither (an adjective, part of a compound)."""
    j = k - 1
    while j >= 0 and shape[j] == "v" and k - j < 4:
        j -= 1
    before = shape[j] if j >= 0 else "."
    after = shape[k + 1] if k + 1 < len(shape) else "."
    direct = shape[k - 1] if k else "."
    low = doc.low
    if char in "XY":
        verbal = before in "tmo" or (before in "ir" and direct != "v") or (char == "Y" and direct in "i")
        if char == "X" and before == "t" and after in "pcv,;." and low[k] not in {"fight", "return", "move", "march", "visit", "protest"}:
            verbal = low[j - 1] not in {"due", "according", "response", "end", "prior", "related", "led"} if j > 0 else True
        if low[k] in _SAME_PAST and before in "whiur." and after in 'apu0"q' and direct not in "aq":
            return "passive" if before == "w" else "perfect" if before == "h" else "past"
        if not verbal:
            return _noun(doc, shape, k, after, dates)
        return "inf" if before == "t" else "modal" if before in "mo" else "present"
    if char == "E":
        return _noun(doc, shape, k, after, dates)
    if char == "h":  # had sales of
        return "present" if after in "a0" and before not in "mt" else None
    if char == "u":
        return "modal"
    if char in "bzg":
        if char == "g":
            return "progressive" if before == "w" else None
        if char == "z":
            return (
                "present"
                if direct in "ir" or (after in "tr" and direct in "uE") or (k and doc.toks[k - 1][0].isupper() and after in "atr")
                else None
            )
        return (
            "inf"
            if before == "t" and low[k] not in {"end", "date", "part", "place"}
            else "modal"
            if before in "mo"
            else "present"
            if direct in "i" or (after in "tr" and direct in "uEY")
            else None
        )
    if char in "DN":
        if before == "w":
            return "passive"
        if before == "h":
            return "perfect"
        if before in "tm" and low[k] in _SAME_PAST:
            return "inf" if before == "t" else "modal"
        if direct in "aq" or (direct == "p" and after not in "pa0"):
            return None
        if char == "N":
            return "participle" if after in "pv" or direct in "uc" else None
        if after == "p" and low[k + 1] in _AGENT and any(c in "DwhmSo" for c in shape[k + 2 : k + 10]) and before not in "ir":
            return "participle"
        return "past"
    if char == "G":
        if before == "w":
            return "progressive"
        if low[k] in NOUN_LEMMA and direct in "ucp" and after in "DNwhm":
            return "noun"
        if direct in "aq" or (direct == "p" and low[k - 1] == "of" and after not in "a"):
            return "noun" if after in "pcv,;.DwhmS0" else None
        return "ing"
    if char == "B":
        if before == "t":
            return "inf"
        if before in "mo":
            return "modal"
        return None if direct in "aqp" else "present"
    return None if direct in "aqp" or direct == "D" else "present"


_AGENT = frozenset("by in with via from at on during near against".split())
_SAME_PAST = frozenset("hit cut hurt set put bid shut split cost let cast read burst bet broadcast quit".split())


def _noun(doc: Document, shape: str, k: int, after: str, dates: set[int]) -> str | None:
    """An event noun, unless it only modifies the next noun ("the war museum", "attack helicopters")."""
    if k + 1 in dates:
        return "noun"
    if after == "K":
        return None
    if after in "EXYG" and doc.toks[k][-1:] == " " and not (after == "G" and shape[k + 2 : k + 3] in {"a", "p"}):
        return None
    if after == "u" and doc.toks[k + 1][0].islower() and doc.toks[k][-1:] == " ":
        return None
    return "noun"


# Governed triggers, date first


def _governed(
    doc: Document, shape: str, dates: list[Dated], triggers: list[Trigger], lo: int, hi: int
) -> dict[int, list[tuple[Dated, str]]]:
    """Trigger token -> the dates that govern it, with the name of the step."""
    result: dict[int, list[tuple[Dated, str]]] = defaultdict(list)
    if not triggers:
        return result
    at = {t.k: t for t in triggers}
    order = [t.k for t in triggers]
    for d in dates:
        for name, step in LADDER:
            found = step(doc, shape, d, at, order, lo, hi)
            if found:
                for k in found:
                    result[k].append((d, name))
                break
    return result


def _anchors(doc: Document, d: Dated, lo: int) -> bool:
    """Whether an expression places events: no sets, and durations only with "for", "in", "the past" ..."""
    kind = d.date.timex_type
    if kind is TimexType.SET or d.date.timex_value in {"PRESENT_REF", "FUTURE_REF"}:
        return False
    if d.a > lo and doc.low[d.a - 1] == "since" and any(w in SUPERLATIVE or w.endswith("est") for w in doc.low[max(lo, d.a - 8) : d.a]):
        return False  # the biggest victory since 2023
    if kind is TimexType.DURATION:
        return not BEFORE_DURATION.isdisjoint(doc.low[max(lo, d.a - 2) : d.b])
    return True


def _possessive(doc: Document, shape: str, d: Dated, at: dict[int, Trigger], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """ "Monday's attack", "his Dec. 14 press conference", "a May 5 statement": the noun after it."""
    owns = shape[d.b - 1] == "q" or shape[d.b : d.b + 1] == "q"
    led = d.a > lo and (shape[d.a - 1] in "aq" or doc.low[d.a - 1] == "the")
    if not owns and not led and shape[d.a] != "a":
        return ()
    found = -1
    for k in range(d.b, min(hi, d.b + 5)):
        if shape[k] in 'p,;cr"wmh' or (k in at and at[k].form != "noun"):
            break
        if k in at:
            found = k
    if found < 0 or (not owns and any(shape[k] in "aip" for k in range(d.b, found))):
        return ()
    if d.a - 2 >= lo and doc.low[d.a - 2] == "in" and led:
        verbs = [k for k in _left(doc, shape, d, at, order, lo, hi) if at[k].form in VERBAL]
        if verbs:
            return verbs[0], found
    return (found,)


def _opening(doc: Document, shape: str, d: Dated, at: dict[int, Trigger], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """A date that opens the sentence: the first finite verb after it, and one joined to that by "and"."""
    if d.a - lo > 12 or any(not (shape[k] in 'p"' or doc.low[k] in OPENERS or doc.toks[k].isspace()) for k in range(lo, d.a)):
        return ()
    k = d.b
    said = False
    while k < hi:
        if shape[k] == "r" and doc.low[k] in _RELATIVE and k > d.b:
            k = _skip_clause(shape, k, hi)
            continue
        trigger = at.get(k)
        if trigger is not None and trigger.form in FINITE and not (trigger.form == "present" and shape[k] == "X"):
            if trigger.report and not said and shape[k + 1 : k + 2] == "," and "," in shape[d.b : k]:
                said = True  # "On Monday, Smith said, the town fell"
                k += 2
                continue
            if k > d.b and k - 1 in at and at[k - 1].form == "noun" and lemma(doc.low[k]) in HARMS:
                return k - 1, k  # Last week a bombing killed five
            for j in range(k + 1, min(hi, k + 14)):
                if shape[j] in ";i" or (shape[j] == "r" and doc.low[j] != "as") or (j in at and at[j].form in FINITE):
                    break
                if shape[j] == "c" and j + 1 in at and at[j + 1].form == "past" and doc.low[j] == "and":
                    return k, j + 1
            return (k,)
        k += 1
    n = bisect_left(order, d.b)
    return tuple(order[n : n + 1])


_RELATIVE = frozenset("who which whose whom that".split())


def _skip_clause(shape: str, k: int, hi: int) -> int:
    """One past the comma that ends a relative clause; without one, one past its first verb."""
    comma = shape.find(",", k, min(hi, k + 30))
    if comma >= 0:
        return comma + 1
    for j in range(k + 1, hi):
        if shape[j] in "DNS":
            return j + 1
    return hi


def _auxiliary(doc: Document, shape: str, d: Dated, at: dict[int, Trigger], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """ "was on Monday rammed": the participle after it."""
    j = d.a - 1
    if j > lo and shape[j] == "p":
        j -= 1
    if j >= lo and shape[j] == "w" and d.b in at and shape[d.b] in "DN":
        return (d.b,)
    return ()


def _left(doc: Document, shape: str, d: Dated, at: dict[int, Trigger], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """The first verb to the left; a noun before it if its phrase hangs on "including", "after" ...; with "took place" its subject too."""
    nearest: int | None = None
    for n in range(bisect_left(order, d.a) - 1, -1, -1):
        k = order[n]
        if d.a - k > REACH:
            return ()
        trigger = at[k]
        if trigger.form == "noun":
            if nearest is None:
                nearest = k
                if _hangs(doc, shape, k, lo) and "," not in shape[k : d.a]:
                    return (k,)
                if d.a == k + 1 and n and at[order[n - 1]].report and shape[order[n - 1] + 1 : k].strip("aqvu.r") == "":
                    return (k,)
            continue
        head = next((j for j in reversed(order[max(0, n - 12) : n]) if at[j].form in VERBAL), -1) if trigger.form in {"inf", "ing"} else -1
        if head >= 0:
            word = lemma(doc.low[head])
            if head == k - 1 and word in BEGINS:
                return (head,)
            if trigger.form == "inf" and head == k - 2:
                return (head, k) if word in BEGINS else (head,) if word in CAUSES else (k,)
            if trigger.form == "inf" and not any(c in 'r;"' for c in shape[head:k]):
                return (head,)  # forced Ukraine to close the plant
        if (
            d.date.timex_type is TimexType.DURATION
            and trigger.form not in {"perfect", "progressive", "present"}
            and not d.date.first
            and shape[d.a - 1] == "p"
            and doc.low[d.a - 1] in {"for", "of"}
        ):
            return ()
        if nearest is not None and shape[k] == "D" and (lemma(doc.low[k]) in HAPPENS):
            return k, nearest
        if _happened(doc, k):
            subject = next((j for j in reversed(order[max(0, n - 6) : n]) if at[j].form == "noun"), None)
            return (k, subject) if subject is not None else (k,)
        return (k,)
    return ()


def _happened(doc: Document, k: int) -> bool:
    """Whether the verb only says that its subject took place."""
    word = doc.low[k]
    return (
        lemma(word) in HAPPENS
        or (word in {"took", "take", "taken", "takes", "taking"} and doc.low[k + 1 : k + 2] == ["place"])
        or (word == "held" and k > 0 and doc.low[k - 1] in {"was", "were", "be", "been", "being", "is", "are"})
    )


def _hangs(doc: Document, shape: str, k: int, lo: int) -> bool:
    """Whether the noun's phrase follows a preposition of time or inclusion."""
    j = k - 1
    while j >= lo and k - j < 5 and shape[j] in "aqu.0K-v" and doc.low[j] not in HANGS_ON:
        j -= 1
    return j >= lo and doc.low[j] in HANGS_ON


def _nounless(doc: Document, shape: str, d: Dated, at: dict[int, Trigger], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """No verb to the left: an event noun there, else the first verb to the right."""
    n = bisect_left(order, d.a)
    if d.date.timex_type is TimexType.DURATION:
        return ()
    if n:
        return (order[n - 1],)
    return next(((k,) for k in order[n : n + 12] if at[k].form in VERBAL), tuple(order[n : n + 1]))


LADDER = (("possessive", _possessive), ("opening", _opening), ("auxiliary", _auxiliary), ("left", _left), ("nounless", _nounless))
"""Which triggers a date governs: the first step that answers."""


# Reached triggers, trigger first

Linked = tuple[dt.date | None, dt.date | None, DateSource, str]


def _linked(
    doc: Document,
    shape: str,
    trigger: Trigger,
    usable: list[Dated],
    unresolved: bool,
    triggers: list[Trigger],
    previous: tuple[int, DateExpression] | None,
    said: DateExpression | None,
    seen: dict[str, tuple[dt.date | None, dt.date | None]],
) -> Linked | None:
    """The date that reaches a trigger no date governs: the nearest of its sentence, or one of the sentence before; None for publication."""
    k = trigger.k
    if usable:
        n = bisect_left(usable, k, key=lambda d: d.a)
        nearest = min(usable[max(0, n - 1) : n + 1], key=lambda d: k - d.b if d.b <= k else d.a - k)
        right = nearest.a > k
        a, b = (k + 1, nearest.a) if right else (nearest.b, k)
        gap = b - a
        if gap > REACH:
            return None
        from_, to = bisect_left(triggers, a, key=lambda t: t.k), bisect_left(triggers, b, key=lambda t: t.k)
        between = triggers[from_:to]
        verbs = sum(1 for t in between if t.form != "noun")
        breaks = shape.count("r", a, b)
        if trigger.report and (gap >= 8 or verbs >= 2 or (verbs and (breaks or not right))):
            return _day_of_speaking(said)
        if not trigger.report and trigger.form != "noun" and verbs >= 2 and gap >= 8 and right:
            return None
        if trigger.form == "modal" and any(t.report and abs(t.k - nearest.a) <= 3 for t in triggers[from_ : to + 2]):
            return None  # "We will hold the line," he said on Wednesday
        if trigger.form in {"present", "perfect", "progressive"} and (verbs or breaks or gap >= 8):
            return None
        if right and gap >= 16:
            return None
        return nearest.date.first, nearest.date.last, DateSource.INHERITED, "sentence"
    if unresolved:
        return None
    if trigger.report:
        return (
            _day_of_speaking(said or (previous[1] if previous and previous[1].first == previous[1].last else None))
            if trigger.form != "present"
            else None
        )
    if trigger.form in {"present", "progressive", "perfect"}:
        return None
    if trigger.form == "noun":
        known = seen.get(doc.low[k])
        return (
            (*known, DateSource.INHERITED, "same noun")
            if known and known[0] is not None and doc.low[k - 1] in {"the", "this", "that"}
            else None
        )
    if previous is not None and trigger.form in {"past", "passive", "ing", "participle"}:
        return previous[1].first, previous[1].last, DateSource.INHERITED, "sentence before"
    return None


def _day_of_speaking(said: DateExpression | None) -> Linked | None:
    """The day that the report's speakers were last said to speak on."""
    if said is None:
        return None
    return said.first, said.last, DateSource.INHERITED, "day of speaking"
