"""Which way a date points that does not say it: the words around it tell of what is past or of what is to come.

:func:`outlook` is the one question that the anchors ask; whoever knows the governing verb of a date better may put another in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from conflictkit._document import Document

from ..grammar.lists import ARTICLES, BEING, OWNED, RELATIVE, SUPPOSED
from ..lexicon.events import NOUN_KIND, NOUN_LEMMA, VERB_LEMMA
from ..tables import TABLES
from .parts import CONTEXT, SAID, TABLE, after, before

NUMERALS = TABLES.numerals.small.keys() | TABLES.numerals.tens.keys()
DETERMINERS = ARTICLES | OWNED | {"this", "these", "those"}
NO_PAST_BEHIND = (CONTEXT.being - {"been"}) | CONTEXT.modal | {"to", "remain", "stay"}
"""Behind these a form is no past: "is cut", "will hit", "to spread", "will remain closed"."""
TILL = frozenset({"by", "till"})
"""Before a day up to which what has been done may still last: "were remanded till November 10"."""
MEANWHILE = frozenset({"as", "when", "while"})
PLANS = BEING - {"been", "being"}
"""Before an infinitive these tell a plan: "is to resume"; not "was to have resumed"."""
AWAY = (RELATIVE - {"that"}) | {"where"}
"""Words that open a relative: what stands before does not tell where a date in it lies."""
SHORT_WILL = ("'ll", "’ll")


class Outlook(IntEnum):
    """Where a date lies, as far as its verb tells."""

    PAST = -1
    """What it dates is told as having happened: it does not lie after publication."""
    OPEN = 0
    """No verb tells."""
    LIKELY = 1
    """A verb that looks ahead stands before it, though others may come between."""
    AHEAD = 2
    """What it dates is still to be done: it does not lie before publication."""


Asked = Callable[[Document, int, int], Outlook]
"""What the anchors ask of a date in tokens a to b."""


def outlook(doc: Document, a: int, b: int) -> Outlook:
    """Where the date in tokens a to b lies; the verb before it is asked first, then, past verbs of saying, the one behind."""
    word = before(doc, a)
    if _is_told(doc, a, b, word):
        return Outlook.PAST
    if is_to_come(doc, a, b) or not CONTEXT.will.isdisjoint(doc.low[b : b + 1]) and tense(doc, a) >= 0 and not _is_attack(doc, a - 1 - (word == "on")):
        return Outlook.AHEAD
    front = _front(doc, a) if doc.low[b : b + 1] != ["and"] else ""
    left = tense(doc, a) if front != "that" else 0
    if word in CONTEXT.future_before:
        return _up_to(doc, a, word, left)
    if doc.low[b : b + 1] != [":"] and not CONTEXT.appointed.isdisjoint(doc.low[b : b + 2]):
        return Outlook(max(left, 1))
    return Outlook(left) if left else _outlook_behind(doc, b, front)


def _is_told(doc: Document, a: int, b: int, word: str) -> bool:
    """Whether "since", a verb of saying or "after the" stands before a date: what it dates is over."""
    if word == "since" or not SAID.isdisjoint(doc.low[a - 2 if a > 1 and word == "on" else a - 1 : a]):
        return True
    known = word in DETERMINERS and doc.low[a - 2] in CONTEXT.before_known
    return known and (_is_attack(doc, b) or _outlook_behind(doc, b) is Outlook.PAST)


def _up_to(doc: Document, a: int, word: str, left: int) -> Outlook:
    """Where a date behind "until", "by", "through" lies, by the verb before it."""
    if left > 0 or doc.low[max(a - 2, 0)] in CONTEXT.before_until or tense(doc, a - 1) > 0:
        return Outlook.AHEAD
    return Outlook.PAST if left and word not in TILL else Outlook.OPEN


def _front(doc: Document, a: int) -> str:
    """The word or mark behind which the date that begins at token a opens a clause: "that" of "said that on Saturday they would leave", "" for none, as in "the raid on Saturday"."""
    first, k = doc.sentence(a)[0], a
    while k > first and (doc.low[k - 1] in CONTEXT.leading or doc.low[k - 1][0].isdecimal()):
        k -= 1
    word = doc.low[k - 1] if k > first else "."
    return word if word in CONTEXT.before_front else ""


def _is_attack(doc: Document, k: int) -> bool:
    """Whether the noun behind a date is an attack."""
    noun = NOUN_LEMMA.get(doc.low[k], "") if k < len(doc) else ""
    return noun in NOUN_KIND and NOUN_KIND[noun][0] == "ASSAULT"


def tense(doc: Document, k: int) -> int:
    """Where the nearest verb before token k looks: 1 ahead, -1 back, 0 when the clause has none before it, or one of saying further off."""
    low = doc.low
    for n in range(k - 1, doc.sentence(k)[0] - 1, -1):
        word = low[n]
        if word in CONTEXT.planned and low[n - 2 : n] == ["had", "been"]:
            return 0  # "had been scheduled for Monday"
        if word in CONTEXT.stops or _is_future(doc, n):
            return int(word not in CONTEXT.stops)
        if word in CONTEXT.deferring and n < k - 1:
            return 1
        if _is_past(doc, n):
            return 0 if word in SAID and n < k - 2 else -1
    return 0


def _outlook_behind(doc: Document, k: int, front: str = "") -> Outlook:
    """Where the first verb behind a date looks that no verb precedes ("A Dec. 12 attack killed five"); a date that opens its clause goes with that verb."""
    for n in range(k, doc.sentence(k - 1)[1]):
        if _is_future(doc, n):
            return Outlook.AHEAD if front and _looks_ahead(doc, n, front) else Outlook.LIKELY
        if _is_past(doc, n):
            return Outlook.PAST
    return Outlook.OPEN


def _looks_ahead(doc: Document, n: int, front: str) -> bool:
    """Whether a verb that looks ahead is finite: "will", "are due to", "would" of what was said; not "would have", "the planned march"."""
    word = doc.low[n]
    if word in CONTEXT.modal:
        return doc.low[n + 1 : n + 2] != ["have"] and (word not in CONTEXT.then or front == "that")
    return word == "going" or doc.low[n - 1] in CONTEXT.being


def _is_future(doc: Document, n: int) -> bool:
    """Whether token n looks ahead; the month of May does not, nor "set" but in "is set", "set to", "set for", "set Nov. 10 as the deadline", "set a date"."""
    word = doc.low[n]
    if word not in CONTEXT.future or doc.toks[n].startswith("May"):
        return word.endswith(SHORT_WILL)
    left, behind = before(doc, n - (before(doc, n) in CONTEXT.before_participle)), after(doc, n + 1)
    return word != "set" or left in CONTEXT.being or behind in ("to", "for") or behind in TABLE.months or after(doc, n + 2) in CONTEXT.appointed


def _is_past(doc: Document, n: int) -> bool:
    """Whether token n is a verb that tells of the past; not "to be completed", "is heard", "the United States", "rebel-held"."""
    word = doc.low[n]
    if word not in CONTEXT.past and not (word.endswith("ed") and doc.toks[n][0].islower() and word not in CONTEXT.no_past):
        return False
    return not n or (not (doc.low[n - 1] == "-" and doc.glued(n - 1)) and doc.low[n - 1] not in NO_PAST_BEHIND and DETERMINERS.isdisjoint(doc.low[max(n - 2, 0) : n] if doc.low[n - 1] in CONTEXT.before_participle else doc.low[n - 1 : n]))


def is_to_come(doc: Document, k: int, end: int) -> bool:
    """Whether what the date in tokens k to end dates is still to be done: "will meet on", "promised to leave by", "is expected on", "as soon as"; "would" looks ahead too, but not to what "Wednesday's" names."""
    low = doc.low
    owns = low[end : end + 1] in (["'s"], ["’s"])
    if k > 1 and low[k - 1] == "as" and low[k - 2] in ("soon", "early"):
        return True
    start = doc.sentence(k)[0]
    if _is_planned(doc, k, start) or _is_fixed(doc, k, start, owns=owns):
        return True
    told = (_tells(doc, n, k, owns=owns) for n in range(k - 1, start - 1, -1))
    return next((ahead for ahead in told if ahead is not None), False)


def _tells(doc: Document, n: int, k: int, *, owns: bool) -> bool | None:
    """Whether token n tells that the date at k is one to come, or one told as past or elsewhere; None where it tells neither."""
    low, word = doc.low, doc.low[n]
    if _announces(doc, n, k):
        return True
    if word in CONTEXT.conditions:  # "if the rebels attack on Saturday"
        return any(low[m] in VERB_LEMMA and low[m - 1] not in DETERMINERS for m in range(n + 2, k))
    if word in CONTEXT.timetable and low[n - 1] != "to":
        return low[n - 2 if low[n - 1] == "into" else n - 1] not in CONTEXT.past  # "took effect", "came into effect"
    if _is_past(doc, n) or word[0] in ";:“”\"" or word in AWAY or word == "could" and not CONTEXT.not_possible.isdisjoint((low[n + 1], low[n - 1])):
        return False
    if (word in CONTEXT.modal or word.endswith(SHORT_WILL)) and _is_future(doc, n):
        return word != "would" or low[n + 1] != "have" and not owns
    return _infinitive_to_come(doc, n) if word == "to" else None


def _announces(doc: Document, n: int, k: int) -> bool:
    """Whether token n tells of what is planned for the date at k: "ahead of a planned rally in the city on Tuesday", "are leaving on Saturday"."""
    low, word = doc.low, doc.low[n]
    planned = word in CONTEXT.upcoming and low[n - 1] not in BEING or low[n : n + 2] == ["ahead", "of"]
    return planned and "," not in low[n:k] or word in CONTEXT.timetabled and low[n - 1] in PLANS and not (low[n - 1] in CONTEXT.was and _is_meanwhile(doc, n))


def _is_meanwhile(doc: Document, n: int) -> bool:
    """Whether "as", "when" or "while" opens the clause of token n: "happened as the club was closing on Saturday"."""
    words = reversed(doc.low[doc.sentence(n)[0] : n - 1])
    return next((word in MEANWHILE for word in words if word in MEANWHILE or word == ","), False)


def _infinitive_to_come(doc: Document, n: int) -> bool | None:
    """Whether the infinitive of "to" at n is still to be done: "is to resume", "promised to leave"; None where no verb follows."""
    low, verb = doc.low, doc.low[n + 1]
    before = low[n - 1]
    if before == "supposed" and low[n - 2] in CONTEXT.was:
        return False  # "was supposed to be flown out on Friday"
    if verb == "be" and before not in CONTEXT.past and (before == "supposed" or before not in SUPPOSED):
        return True
    if doc.toks[n + 1][0].isupper():
        return None
    if before in PLANS and verb not in DETERMINERS and verb != "have":
        return True  # "trade is to resume on Tuesday", "most were to arrive on Tuesday"
    if verb in ARTICLES or verb in NUMERALS or verb[0].isdecimal() or VERB_LEMMA.get(verb) != verb and (verb.endswith("s") or verb in NOUN_LEMMA):
        return None  # "set fire to two trucks", "to houses", "burned to death"
    m = next((m for m in range(n - 1, doc.sentence(n)[0] - 1, -1) if low[m] in CONTEXT.ahead or _is_past(doc, m)), -1)
    return True if m >= 0 and low[m] in CONTEXT.ahead and CONTEXT.before_then.isdisjoint(low[m - 2 if low[m - 1] == "been" else m - 1 : m]) else None


def _is_planned(doc: Document, k: int, start: int) -> bool:
    """Whether the passive of planning governs token k: "is expected on Sunday", "a march planned for Wednesday"; not "was expected"."""
    low = doc.low
    for n in range(k - 1, start, -1):
        if low[n] in CONTEXT.planned:
            return low[n - 1] in CONTEXT.being and low[n - 2] != "had" or low[n + 1] == "for" and low[n - 1] not in CONTEXT.was
        if low[n] not in CONTEXT.plan_links:
            return False
    return False


def _is_fixed(doc: Document, k: int, start: int, *, owns: bool) -> bool:
    """Whether somebody fixes something for token k: "called a strike for Monday", "a strike for Monday was called"; not "the strike called for Monday", "was set for Monday"."""
    low = doc.low
    if low[k - 1] != "for":
        return False
    if NOUN_LEMMA.get(low[k - 2], "") in NOUN_KIND and not owns:
        return True
    n = next((n for n in range(k - 3, start, -1) if low[n] in CONTEXT.fixing or _is_past(doc, n)), -1)
    return n > 0 and low[n] in CONTEXT.fixing and low[n - 1] not in CONTEXT.was and low[n - 1] not in CONTEXT.being


def named_year(doc: Document, k: int) -> int | None:
    """The year that a named season carries after it: "Spring Offensive of 1918", "Winter Offensive (1951)"."""
    low = doc.low
    n, end = k, doc.sentence(k - 1)[1] - 1
    while n < end and low[n].isalpha() and low[n] != "of":
        n += 1
    year = low[n + 1] if n < end and low[n] in ("of", "(") else ""
    return int(year) if len(year) == 4 and year.isdigit() else None
