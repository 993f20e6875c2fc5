"""What a number counts: the noun behind it or of a neighbour, its whole ("14 of 16"), its rate ("a day")."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._document import Document
from conflictkit._models import Bound

from ..grammar.lists import DEFINITE
from ..lexicon.claims import STATE
from ..lexicon.inflection import singular
from .ages import is_age, make_age
from .amounts import COUNT, DURATION, MONEY, RATIO, SHARE, Amount
from .cardinals import ARTICLE_UNITS, word_at
from .counted import HYPHENS, TABLE, head_noun, role
from .units import WORDS, unit_at

RANK, BETWEEN, TOLL, COMPARATIVE = TABLE.rank.words, TABLE.between.words, TABLE.toll.words, TABLE.times.comparative
WHOLES = TABLE.between.whole
CALIBRE = TABLE.calibre
STREETS = TABLE.street.words
RATES = TABLE.rates.words
RATE_ADVERBS: dict[str, str] = TABLE.rate_adverbs
RATING = frozenset({*RATE_ADVERBS, "a", "an", "each", "every", "per", "/"})
"""What a rate begins with."""
TAKEN_UP = frozenset({"number", "numbers"})
"""Nouns that take up what was counted."""
LARGEST_PART = 10
"""Of so many parts fractions are told: "3/4 of the houses"."""


def name(doc: Document, item: Amount, following: Amount | None) -> None:
    """Give one number its noun, or make it an age; and its whole and rate."""
    if item.unit is None and item.kind is COUNT:
        _tally(doc, item)
        if is_age(doc, item):
            make_age(item)
            return
        _count(doc, item, following)
    _whole(doc, item, following)
    _rate(doc, item)


def _count(doc: Document, item: Amount, following: Amount | None) -> None:
    """Give a number its noun: behind a hyphen that very word ("a 12-vehicle convoy"), else the head of the noun group."""
    low = doc.low
    j = item.end = item.end + (word_at(low, item.end) == "x")  # 2 x 120mm mortars
    hyphen = j + 1 < len(low) and low[j] in HYPHENS and doc.toks[j - 1][-1] != " "
    suspended = hyphen and low[j + 1] in (",", "and", "or")  # four- and six-cylinder
    hyphened = hyphen and doc.glued(j)
    if hyphened:
        j += 1
        if low[j] == "strong":
            j += 1
        elif low[j][0].isalpha() and low[j] not in ("and", "or", "to"):
            item.noun, item.noun_end, item.end = j, j + 1, j + 1
    if item.noun < 0 and not suspended:
        noun = head_noun(doc, j, item.single or low[j - 1] == "strong")
        if noun < 0 and item.form == "words" and word_at(low, item.start - 1) in RANK and not hyphened:
            item.form = "rank"
        elif noun >= 0 and (following is None or noun < following.first or _leads_to(doc, item, following)):
            _take(doc, item, noun, j, following)
    if item.noun >= 0 and low[item.noun] in ("times", "time") and item.bound is not Bound.VAGUE and word_at(low, item.noun_end) in COMPARATIVE:
        item.kind = RATIO
    if item.form == "fraction" and item.best is not None and item.best < 1:
        item.kind = SHARE


def is_calibre(doc: Document, item: Amount) -> bool:
    """Whether a number is the width of a weapon: "155mm shells", "a 120 mm mortar", "two .303 rifles", "a 12-bore shotgun"."""
    end = item.end if item.unit is not None else item.stop
    j = end + (end < len(doc.low) and doc.low[end] in HYPHENS)
    if not CALIBRE.bore.isdisjoint(doc.low[j : j + 1]):
        return True
    width = item.unit.name == "millimeter" if item.unit is not None else doc.text[doc.off[item.start]] == "."
    return width and not CALIBRE.words.isdisjoint(doc.low[j : j + 2])


def _leads_to(doc: Document, item: Amount, following: Amount) -> bool:
    """Whether the noun behind the next number is this one's: "12 Leopard 2 tanks", "20 four-wheel drives", "two 9 mm pistols"."""
    beside = following.start == item.end and (following.noun == following.start or word_at(doc.low, following.stop) in HYPHENS or is_calibre(doc, following))
    return _in_name(doc, item, following) or beside


def _take(doc: Document, item: Amount, noun: int, j: int, following: Amount | None) -> None:
    """Give a number the noun that was looked for from token j on; a number between the two is an attribute, a street has a number as its name."""
    low = doc.low
    item.noun, item.noun_end = noun, _designation(doc, noun)
    if following is not None and (following.start == item.end or noun > following.start) and following.kind is COUNT and low[following.first - 1] not in ("(", "+"):
        following.form = "attribute"
    if low[noun] in STREETS and noun > j and doc.toks[j][0].isupper() and doc.toks[noun][0].isupper():
        item.form = "rank"
    unit = WORDS.get(low[noun])
    if unit is not None and (unit.kind is DURATION or low[j] == "of"):  # millions of dollars
        item.unit, item.kind = unit, unit.kind


def _designation(doc: Document, noun: int) -> int:
    """Where the noun at a token ends: past the figures of a type ("four Su-34s", "two MiG-29")."""
    low, j = doc.low, noun + 2
    typed = j < len(low) and low[j - 1] in HYPHENS and low[j][0].isdecimal() and doc.glued(noun) and doc.glued(j - 1) and doc.toks[noun][0].isupper()
    return j + 1 if typed else noun + 1


def _in_name(doc: Document, item: Amount, following: Amount) -> bool:
    """Whether the next number belongs to a name between this one and its noun: "12 Leopard 2 tanks", "two new 737 Max jets"."""
    words_between, behind = doc.toks[item.end : following.start], doc.toks[following.stop : following.stop + 1]
    named = all(token[0].isupper() for token in (words_between if words_between[-1:] and words_between[-1][0].isupper() else behind))
    return named and following.form == "digits" and item.end < following.start


def _tally(doc: Document, item: Amount) -> None:
    """Read "61/80 drones" as "61 of 80 drones"."""
    part, whole = doc.low[item.start], doc.low[item.end - 1]
    if item.form == "fraction" and part.isdecimal() and whole.isdecimal() and 1 < int(part) <= int(whole) and int(whole) > LARGEST_PART and head_noun(doc, item.end, False) == item.end:
        item.best = item.low = item.high = int(part)
        item.of, item.form, item.rule = int(whole), "digits", "part of a whole"


def _whole(doc: Document, item: Amount, following: Amount | None) -> None:
    """The whole of "14 of 16", "28 out of 31", "three of the five": its number is what follows "of"."""
    most = item.best if item.best is not None else item.high
    if following is None or following.best is None or most is None or following.start < item.end or item.unit is not None:
        return
    between = doc.low[item.end : following.start]
    if between[-1:] in (["'s"], ["’s"]):  # of the group's 25,000 men
        between = between[:-2]
    if between and "of" in between and WHOLES.issuperset(between) and most <= following.best:
        item.of = following.best
        item.noun, item.noun_end = -1, -1


def _rate(doc: Document, item: Amount) -> None:
    """The unit of a rate behind the quantity: "a day", "per month", "daily"."""
    low = doc.low
    j = max(item.end, item.noun_end)
    j += item.rule == "gloss" and word_at(low, j) == ")"
    if j + 1 >= len(low):
        return
    j += low[j] in HYPHENS and low[j + 1] in ("a", "an") and j + 3 < len(low)  # $5-a-day
    word, after = low[j], low[j + 1]
    if word not in RATING:
        return
    if word in RATE_ADVERBS and role(doc, j + 1) not in "pw":
        item.per = RATE_ADVERBS[word]
    elif item.kind is MONEY and word in ("a", "an") and after in ARTICLE_UNITS:
        item.per = WORDS[after].name
    elif word in ("a", "an", "each", "every"):
        item.per = _span_of_rate(low, j + 1 + (after in HYPHENS)) or item.per
    elif word == "per" or word == "/" and after.isalpha():
        item.per = _per(doc, j + 1)


def _span_of_rate(low: list[str], k: int) -> str:
    """The time at token k that a rate is told for; "" for a point in time ("a year earlier") and a longer span ("a day and a half")."""
    behind = low[k + 1 : k + 3]
    point = behind[:1] in (["earlier"], ["ago"], ["later"], ["before"], ["after"]) or behind == ["and", "a"]
    return "" if point or word_at(low, k) not in RATES else low[k]


def _per(doc: Document, k: int) -> str | None:
    """What stands behind "per": a unit, a number of units ("per 100 km"), or a noun."""
    word = doc.low[k]
    unit = unit_at(doc, k + word.isdecimal(), True)
    if word.isdecimal():
        return f"{word} {unit[0].name}" if unit is not None else None
    return unit[0].name if unit is not None else singular(word)


def share_nouns(doc: Document, items: Sequence[Amount]) -> None:
    """Give numbers without a noun that of a neighbour in their sentence: the next, a named total, the one before."""
    if not any(map(_lacks_noun, items)):
        return
    sentences = [doc.sentence_of[item.start] for item in items]
    for n in range(len(items) - 2, -1, -1):
        if _lacks_noun(items[n]) and sentences[n + 1] == sentences[n]:
            _borrow(doc, items[n], items[n + 1])
    sentence = -1
    counted: list[Amount] = []
    earlier: Sequence[Amount] = ()
    measured: Amount | None = None
    for n, item in enumerate(items):
        if sentences[n] != sentence:
            earlier = counted[-1:] if sentences[n] == sentence + 1 else ()
            counted = counted[-1:] if sentences[n] == sentence + 1 and _opens_sentence(doc, item) else []
            sentence, measured = sentences[n], None
        if _lacks_noun(item):
            _look_back(doc, item, counted or (earlier if _is_their_number(doc, item) else ()))
        if _lacks_noun(item) and measured is not None and item.scale == measured.scale > 1:
            item.unit, item.kind = measured.unit, measured.kind  # "2.3 million hectares, down from 3.1 million"
        elif item.unit is not None:
            measured = item
        if item.noun >= 0 and item.unit is None and item.kind is COUNT and role(doc, item.noun) in "pw" and doc.low[item.noun] not in STATE:
            while counted and not _may_hold(counted[-1], item):  # what a smaller one can hold, this nearer one can
                counted.pop()
            counted.append(item)


def _lacks_noun(item: Amount) -> bool:
    return item.noun < 0 and item.unit is None and item.kind in (COUNT, SHARE)


def _borrow(doc: Document, item: Amount, following: Amount) -> None:
    """Give a number the noun or unit of the next one: "12 or 13 soldiers", "three of the 14 boats", "five, maybe six million dollars"."""
    between = doc.low[item.end : following.first]
    if following.noun < 0 or item.of is None and not BETWEEN.issuperset(between):
        return
    whole = item.of is not None or item.form == "fraction"
    if following.unit is None:
        item.noun, item.noun_end = following.noun, following.noun_end
        item.borrowed = not whole
        return
    plain = bool(between) and following.first == following.start and between[:2] != [",", "or"] and item.kind is COUNT and item.form != "fraction"
    if plain and ("of" not in between or following.unit.kind is MONEY):
        item.unit, item.kind, item.noun, item.noun_end = following.unit, following.kind, following.noun, following.noun_end
        item.borrowed = item.of is None


def _look_back(doc: Document, item: Amount, counted: Sequence[Amount]) -> None:
    """Give a number the noun of a toll before it, of the last number that may have such a part, or the plural that "of them" means."""
    toll = _toll(doc, item) if item.kind is COUNT else -1
    part = word_at(doc.low, item.end) == "of" and word_at(doc.low, item.end + 1) in ("them", "whom", "which")
    before = next((whole for whole in reversed(counted) if not part or _may_hold(whole, item)), None)
    if toll >= 0:
        item.noun, item.noun_end = toll, toll + 1
    elif before is not None:
        item.noun, item.noun_end = before.noun, before.noun_end
    elif part:
        item.noun = _plural_before(doc, item)
        item.noun_end = item.noun + 1


def _is_their_number(doc: Document, item: Amount) -> bool:
    """Whether a sentence gives the number of those whom the one before it counts: "The number is to drop to 25,000", "They say their number is 300"."""
    first = doc.bounds[item.start][0]
    j = max(doc.among(TOLL, first, item.first), default=-1)
    return j > first and item.kind is COUNT and doc.low[j] in TAKEN_UP and doc.low[j - 1] in DEFINITE and doc.low[j + 1] != "of"


def _may_hold(whole: Amount, part: Amount) -> bool:
    """Whether one number is not less than its part: "37 inmates died at three prisons, 22 of them of illness" counts inmates."""
    return whole.high is None or part.low is None or part.low <= whole.high


def _opens_sentence(doc: Document, item: Amount) -> bool:
    """Whether a sentence begins with the number: "Three were children", "The 16, with a boy, ..."; it may go on with the last sentence's noun."""
    opened = item.first - doc.bounds[item.start][0]
    return item.kind is COUNT and (not opened or opened == 1 and doc.low[item.first - 1] in ("the", "another", "all", "but", "and"))


def _plural_before(doc: Document, item: Amount) -> int:
    """The last plural before a number in its sentence: "he saw the guards, and two of them ran"; -1 without one."""
    first = doc.bounds[item.start][0]
    return next((j for j in range(item.first - 1, first - 1, -1) if role(doc, j) == "p"), -1)


def _toll(doc: Document, item: Amount) -> int:
    """The noun before the number: "the number of prisoners rose to 300", "casualties stand at 45"."""
    low = doc.low
    first = doc.bounds[item.start][0]
    j = max(doc.among(TOLL, first, item.first), default=-1)
    if j < 0:
        return -1
    if j + 1 < item.first and low[j + 1] == "of":
        return head_noun(doc, j + 2, False) if j + 2 < item.first else -1
    if low[j] == "toll" and low[j - 1] == "death" and j > first:
        return j - 1
    return j if low[j] in ("casualties", "deaths", "losses", "fatalities") else -1
