"""Dates of events: which triggers a date governs, and which date reaches a trigger that none governs."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import DateExpression, DateSource, TimexType
from conflictkit.english.dates.calendar import interval
from conflictkit.english.events.triggers import FINITE, VERBAL
from conflictkit.english.lexicon.events import OPENERS, Word, known


class Dated(NamedTuple):
    """A date expression as tokens a to b (exclusive)."""

    a: int
    b: int
    date: DateExpression


HANGS_ON = frozenset("including since after during of before following despite amid in from".split())
HAPPENS = frozenset("happen occur".split())
BEFORE_DURATION = frozenset("for in over during within throughout last past next recent previous coming".split())
SUPERLATIVE = frozenset("first most worst best least".split())
HARMS = frozenset("claim damage destroy hit injure kill leave target wound".split())
REACH = 60
"""How many tokens a date reaches within its sentence."""
NEAR = 7
"""How far from an occasion the verb of speech stands that was uttered on it."""
CAUSES = frozenset("allow compel force oblige order permit".split())
BEGINS = frozenset("begin start continue resume".split())


# Governed triggers, date first


def governed(
    doc: Document, shape: str, dates: list[Dated], forms: dict[int, str], order: list[int], lo: int, hi: int, published: dt.date | None
) -> dict[int, list[Link]]:
    """Trigger token -> the dates that govern it; ``order`` are the sentence's triggers, ``forms`` those of all.

    What is told in the present is not placed by a time that was over when the report was published.
    """
    result: dict[int, list[Link]] = defaultdict(list)
    if not order:
        return result
    for d in dates:
        for name, step in LADDER:
            found = step(doc, shape, d, forms, order, lo, hi)
            if found:
                for k in found:
                    if forms[k] == "present" and published is not None and d.date.last is not None and d.date.last < published:
                        continue
                    if any((link.first, link.last) == (d.date.first, d.date.last) for link in result[k][-3:] if link.first is not None):
                        continue  # around midday (1000 GMT) Wednesday
                    told = doc.low[d.b : d.b + 2] == [",", "when"]  # "since June, when he fled"
                    last = interval(d.date.timex_value)[1] if told else _up_to(d.date, published)
                    result[k].append(Link(d.date, d.date.first, last, DateSource.TEXT, name))
                break
    return result


def _up_to(date: DateExpression, published: dt.date | None) -> dt.date | None:
    """The last day of an expression; of one that goes on ("since March") the day of publication, as far as the text can tell."""
    if date.last is not None or date.first is None:
        return date.last
    return max(date.first, published) if published is not None else date.first


def anchors(doc: Document, d: Dated, lo: int) -> bool:
    """Whether an expression places events: no sets, and durations only with "for", "in", "the past" ..."""
    kind = d.date.timex_type
    if kind is TimexType.SET or d.date.timex_value in {"PRESENT_REF", "FUTURE_REF"}:
        return False
    if d.a > lo and doc.low[d.a - 1] == "since" and any(w in SUPERLATIVE or w.endswith("est") for w in doc.low[max(lo, d.a - 8) : d.a]):
        return False  # the biggest victory since 2023
    if kind is TimexType.DURATION:
        return not BEFORE_DURATION.isdisjoint(doc.low[max(lo, d.a - 2) : d.b])
    return True


def _possessive(doc: Document, shape: str, d: Dated, forms: dict[int, str], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """ "Monday's attack", "his Dec. 14 press conference", "a May 5 statement": the noun after it."""
    owns = shape[d.b - 1] == "q" or shape[d.b : d.b + 1] == "q"
    led = d.a > lo and (shape[d.a - 1] in "aq" or doc.low[d.a - 1] == "the")
    if not owns and not led and shape[d.a] != "a":
        return (d.b,) if d.b - d.a == 1 and forms.get(d.b) == "noun" and d.date.grain == "year" else ()  # his failed 2016 campaign
    found = -1
    for k in range(d.b, min(hi, d.b + 5)):
        if shape[k] in 'p,;cr"wmh' or (k in forms and forms[k] != "noun"):
            break
        if k in forms:
            found = k
    if found < 0 or (not owns and any(shape[k] in "aip" for k in range(d.b, found))):
        return ()
    if d.a - 2 >= lo and doc.low[d.a - 2] == "in" and led:
        verbs = [k for k in _left(doc, shape, d, forms, order, lo, hi) if forms[k] in VERBAL]
        if verbs:
            return verbs[0], found
    return (found,)


def _opening(doc: Document, shape: str, d: Dated, forms: dict[int, str], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """A date that opens the sentence: the first finite verb after it, and one joined to that by "and"."""
    if d.a - lo > 12 or any(not (shape[k] in 'p"' or doc.low[k] in OPENERS or doc.toks[k].isspace()) for k in range(lo, d.a)):
        return ()
    k = d.b
    said = False
    while k < hi:
        if shape[k] == "r" and doc.low[k] in _RELATIVE and k > d.b:
            k = _skip_clause(shape, k, hi)
            continue
        form = forms.get(k)
        if form in FINITE and not (form == "present" and shape[k] == "X"):
            if not said and known(doc.low[k]).report and shape[k + 1 : k + 2] == "," and "," in shape[d.b : k]:
                said = True  # "On Monday, Smith said, the town fell"
                k += 2
                continue
            if k > d.b and k - 1 in forms and forms[k - 1] == "noun" and known(doc.low[k]).verb in HARMS:
                return k - 1, k  # Last week a bombing killed five
            for j in range(k + 1, min(hi, k + 14)):
                if shape[j] in ";i" or (shape[j] == "r" and doc.low[j] != "as") or (j in forms and forms[j] in FINITE):
                    break
                if shape[j] == "c" and j + 1 in forms and forms[j + 1] == "past" and doc.low[j] == "and":
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


def _auxiliary(doc: Document, shape: str, d: Dated, forms: dict[int, str], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """ "was on Monday rammed": the participle after it."""
    j = d.a - 1
    if j > lo and shape[j] == "p":
        j -= 1
    if j >= lo and shape[j] == "w" and d.b in forms and shape[d.b] in "DN":
        return (d.b,)
    return ()


def _left(doc: Document, shape: str, d: Dated, forms: dict[int, str], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """The first verb to the left; a noun before it if its phrase hangs on "including", "after" ...; with "took place" its subject too."""
    nearest: int | None = None
    for n in range(bisect_left(order, d.a) - 1, -1, -1):
        k = order[n]
        if d.a - k > REACH:
            return ()
        form = forms[k]
        if form == "noun":
            if nearest is None:
                nearest = k
                if _hangs(doc, shape, k, lo) and "," not in shape[k : d.a]:
                    return (k,)
                if d.a == k + 1 and n and _reports(doc, order[n - 1], forms[order[n - 1]]) and shape[order[n - 1] + 1 : k].strip("aqvu.r") == "":
                    return (k,)
            continue
        head = next((j for j in reversed(order[max(0, n - 12) : n]) if forms[j] in VERBAL), -1) if form in {"inf", "ing"} else -1
        if head >= 0:
            word = known(doc.low[head]).verb
            if head == k - 1 and word in BEGINS:
                return (head,)
            if form == "inf" and head == k - 2:
                return (head, k) if word in BEGINS else (head,) if word in CAUSES else (k,)
            if form == "inf" and not any(c in 'r;"' for c in shape[head:k]):
                return (head,)  # forced Ukraine to close the plant
        if (
            d.date.timex_type is TimexType.DURATION
            and form not in {"perfect", "progressive", "present"}
            and not d.date.first
            and shape[d.a - 1] == "p"
            and doc.low[d.a - 1] in {"for", "of"}
        ):
            return ()
        if nearest is not None and shape[k] == "D" and known(doc.low[k]).verb in HAPPENS:
            return k, nearest
        if _happened(doc, k):
            subject = next((j for j in reversed(order[max(0, n - 6) : n]) if forms[j] == "noun"), None)
            return (k, subject) if subject is not None else (k,)
        return (k,)
    return ()


def _reports(doc: Document, k: int, form: str) -> bool:
    """Whether the trigger is a verb of speech."""
    return form != "noun" and known(doc.low[k]).report


def _spoken_at(doc: Document, k: int, forms: dict[int, str], order: list[int]) -> bool:
    """Whether a verb of speech stands near a noun."""
    return any(j in forms and _reports(doc, j, forms[j]) for j in range(max(order[0], k - NEAR), min(order[-1], k + NEAR) + 1))


def _happened(doc: Document, k: int) -> bool:
    """Whether the verb only says that its subject took place."""
    word = doc.low[k]
    return (
        known(word).verb in HAPPENS
        or (word in {"took", "take", "taken", "takes", "taking"} and doc.low[k + 1 : k + 2] == ["place"])
        or (word == "held" and k > 0 and doc.low[k - 1] in {"was", "were", "be", "been", "being", "is", "are"})
    )


def _hangs(doc: Document, shape: str, k: int, lo: int) -> bool:
    """Whether the noun's phrase follows a preposition of time or inclusion."""
    j = k - 1
    while j >= lo and k - j < 5 and shape[j] in "aqu.0K-v" and doc.low[j] not in HANGS_ON:
        j -= 1
    return j >= lo and doc.low[j] in HANGS_ON


def _nounless(doc: Document, shape: str, d: Dated, forms: dict[int, str], order: list[int], lo: int, hi: int) -> tuple[int, ...]:
    """No verb to the left: an event noun there, else the first verb to the right."""
    n = bisect_left(order, d.a)
    if d.date.timex_type is TimexType.DURATION:
        return ()
    if n:
        return (order[n - 1],)
    return next(((k,) for k in order[n : n + 12] if forms[k] in VERBAL), tuple(order[n : n + 1]))


LADDER = (("possessive", _possessive), ("opening", _opening), ("auxiliary", _auxiliary), ("left", _left), ("nounless", _nounless))
"""Which triggers a date governs: the first step that answers."""


# Reached triggers, trigger first


class Link(NamedTuple):
    """The date of an event: the expression that governs it, the interval, where that comes from, the step that found it."""

    when: DateExpression | None
    first: dt.date | None
    last: dt.date | None
    source: DateSource
    rule: str


STATES = frozenset({"present", "perfect", "been", "progressive", "state"})
"""Forms that hold at the time of writing."""
TOLD = frozenset({"past", "passive", "ing", "participle"})
"""Forms that carry a story on."""
FORESEES = frozenset("expect intend plan schedule".split())
"""Verbs of which the date tells when their object comes."""
LONG_AGO = 31
"""Days before publication."""
NEWS = 7
"""Speakers in a report spoke within so many days before its publication."""


OCCASIONS = frozenset("briefing conference interview meeting speech statement".split())
"""On which something is said: they have the day of the verb of speech beside them."""


class Story:
    """What the sentences read so far say about the time of those that name none."""

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.usable: list[Dated] = []
        self._starts: list[int] = []
        self._unresolved = False
        self._sentence = 0
        self._last: tuple[int, Dated] | None = None
        self._next: Dated | None = None
        self._spoke: DateExpression | None = None
        self._lead: DateExpression | None = None
        self._told: DateExpression | None = None
        self._told_on = dt.date.min
        self._nouns: dict[str, DateExpression] = {}

    def begin(self, n: int, dates: list[Dated]) -> None:
        """Sentence n with the dates that place events in it."""
        if self._next is not None:
            self._last = (self._sentence, self._next)
        if self._lead is None:
            self._lead = next((d.date for d in self.usable if self._news(d.date)), None)
        self._sentence = n
        self.usable = [d for d in dates if d.date.first is not None]
        self._starts = [d.a for d in self.usable]
        self._unresolved = bool(dates) and not self.usable
        told = [d for d in self.usable if d.date.timex_type is not TimexType.SET]
        self._next = told[-1] if told and (precision(told[-1].date.first, told[-1].date.last) or 9) < 5 else None

    def hear(self, form: str, word: Word, text: str, link: Link) -> None:
        """Keep what this event's date says about later ones."""
        if link.when is None or link.source is not DateSource.TEXT:
            return
        if form == "noun":
            self._nouns[text] = link.when
        elif form in {"past", "passive"} and self._news(link.when):
            if word.report:
                self._spoke = link.when
            elif self._told is None or (link.first is not None and self._told_on < link.first):
                self._told, self._told_on = link.when, link.first or self._told_on

    def _news(self, date: DateExpression) -> bool:
        """Whether a date can be the day that a report's speakers spoke on."""
        if date.first is None or date.first != date.last:
            return False
        return self.published is None or 0 <= (self.published - date.first).days <= NEWS

    def reach(self, doc: Document, shape: str, k: int, word: Word, forms: dict[int, str], order: list[int]) -> Link | None:
        """The date that reaches a trigger no date governs: the nearest of its sentence, or one told before; None for publication."""
        form = forms[k]
        if form in STATES and not self.usable:
            return None
        if form == "state" or (word.lasting and form == "noun") or (form in {"passive", "participle"} and word.verb in FORESEES):
            return None
        report = word.report if form != "noun" else not self.usable and word.noun in OCCASIONS and _spoken_at(doc, k, forms, order)
        date, rule = self._nearest(doc, shape, k, report, forms, order) if self.usable else self._before(doc, k, form, report)
        if date is None or (form in TOLD and self._after_publication(date)):
            return None
        return Link(date, date.first, _up_to(date, self.published), DateSource.INHERITED, rule)

    def _before(self, doc: Document, k: int, form: str, report: bool) -> tuple[DateExpression | None, str]:
        """The date of an earlier sentence: the day speakers spoke on, the day a noun had, the last one of the two sentences before."""
        if self._unresolved and not report:
            return None, ""
        if form == "noun" and not report:
            again = not {"the", "this", "that"}.isdisjoint(doc.low[max(0, k - 3) : k])
            return self._nouns.get(doc.low[k]) if again else None, "same noun"
        last = self._carried(doc, k)
        if report:
            if self._spoke is None:
                return last if last is not None and self._news(last) else self._told or self._lead, "day of speaking"
            late = self._told is not None and self._spoke.first is not None and self._spoke.first < self._told_on
            return self._told if late else self._spoke, "day of speaking"  # nobody spoke before what the report tells of
        return last if form in TOLD else None, "sentence before"

    def _carried(self, doc: Document, k: int) -> DateExpression | None:
        """The last date of the two sentences before; one of long ago is not carried into another paragraph."""
        if self._last is None or self._last[0] < self._sentence - 2:
            return None
        at, _, date = self._last[1]
        old = self.published is not None and date.last is not None and (self.published - date.last).days > LONG_AGO
        return None if old and doc.paragraph(at) != doc.paragraph(k) else date

    def _nearest(self, doc: Document, shape: str, k: int, report: bool, forms: dict[int, str], order: list[int]) -> tuple[DateExpression | None, str]:
        """The nearest date of the sentence, unless it is too far or belongs to another clause."""
        form = forms[k]
        n = bisect_left(self._starts, k)
        nearest = self.usable[max(0, n - 1)]
        if 0 < n < len(self.usable) and self._starts[n] - k < (k - nearest.b if nearest.b <= k else nearest.a - k):
            nearest = self.usable[n]
        right = nearest.a > k
        a, b = (k + 1, nearest.a) if right else (nearest.b, k)
        gap = b - a
        start, stop = bisect_left(order, a), bisect_left(order, b)
        verbs = sum([forms[j] != "noun" for j in order[start:stop]]) if gap <= REACH else 0
        breaks = shape.count("r", a, b) if gap <= REACH else 0
        if report and form not in STATES and (gap >= 8 or verbs or breaks or not self._news(nearest.date)):
            return self._spoke or self._told or self._lead, "day of speaking"
        if (
            gap > REACH
            or (right and gap >= 16)
            or (form in STATES and (verbs or breaks or gap >= 8))
            or (form != "noun" and verbs >= 2 and gap >= 8 and right)
            or (form == "modal" and any(abs(j - nearest.a) <= 3 and _reports(doc, j, forms[j]) for j in order[start : stop + 2]))
        ):
            return None, ""  # "We will hold the line," he said on Wednesday
        return nearest.date, "sentence"

    def _after_publication(self, date: DateExpression) -> bool:
        return self.published is not None and date.first is not None and date.first > self.published


def precision(first: dt.date | None, last: dt.date | None) -> int | None:
    """Date precision as in UCDP GED: 1 a day, 2 two to six days, 3 a week, 4 to a month, 5 longer."""
    if first is None or last is None:
        return None
    if first == last:
        return 1
    days = (last - first).days + 1
    return 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5
