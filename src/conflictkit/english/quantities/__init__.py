"""Quantities: numbers with their bound, their unit or what they count; dates, names and codes are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from conflictkit._document import Document
from conflictkit._models import Bound, DateExpression, Quantity, Span, TimexType
from conflictkit._rules import Rule, RuleTable
from conflictkit.english.grammar import syntax_of
from conflictkit.english.layout.sheets import WORDS as SHEET_WORDS
from conflictkit.english.layout.sheets import Sheet, read_sheet
from conflictkit.english.lexicon.claims import PERSON, STATE
from conflictkit.english.quantities import counted
from conflictkit.english.quantities.amounts import AGE, COUNT, DURATION, MONEY, RATIO, SHARE, Amount, number_at
from conflictkit.english.quantities.bounds import read_bound
from conflictkit.english.quantities.cardinals import ARTICLE_UNITS, LITERALS, STARTS
from conflictkit.english.quantities.counted import ATTRIBUTIVE, HYPHENS, head_noun, role, singular, words
from conflictkit.english.quantities.naming import ONE_REACH, elliptical, introduces, is_name
from conflictkit.english.quantities.numerals import plain
from conflictkit.english.quantities.ranges import add_lesser, join_bounds, join_range
from conflictkit.english.quantities.units import WORDS, unit_at
from conflictkit.english.speakers.name_words import FIRST_NAMES

TABLE: dict[str, Any] = counted.TABLE | {"NUMERAL": [*STARTS]}
RULES: tuple[Rule[Any], ...] = ()

CALIBRE, RANK, BETWEEN, TOLL, COMPARATIVE = words("calibre"), words("rank"), words("between"), words("toll"), words("times", "comparative")
AGED, AGED_BY, AGED_UNTIL = words("age", "persons"), words("age", "verbs"), words("age", "until")
WHOLES = words("between", "whole")
SUFFIXES = frozenset({"jr", "sr"})
STREETS = words("street")
RATES = words("rates")
RATE_ADVERBS: dict[str, str] = TABLE["rate_adverbs"]
TOLL_REACH = 16
MOST_AGES = 6
"""No list of ages is longer."""
LARGEST_PART = 10
"""Of so many parts fractions are told: "3/4 of the houses"."""
GENERIC = SHEET_WORDS["generic"]


NUMBERS = ("NUMERAL", "DIGITS", "LETTERED")
"""Classes of the tokens that a number may begin with."""
DAYS_AND_HOURS = (TimexType.DATE, TimexType.TIME)


def find_alone(doc: Document, table: RuleTable[Any], dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """All quantities of a document of which nothing else is asked: grammar reads no sentence without a number, or without what "one" may stand for."""
    spans = [(doc.at(date.span.start), doc.at(date.span.end - 1) + 1) for date in dates if date.timex_type in DAYS_AND_HOURS and not date.relative]
    dated = {token for first, end in spans for token in range(first, end) if end - first > 1}
    reaches = [(k, max(0, k - ONE_REACH) if doc.low[k] == "one" else k) for k in doc.spots(*NUMBERS) if k not in dated]
    syntax_of(doc, {n for k, first in reaches for n in range(doc.sentence(first), doc.sentence(k) + 1)})
    return find_quantities(doc, table, dates)


def find_quantities(doc: Document, table: RuleTable[Any], dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """All quantities of a document, in order."""
    items = _items(doc, *_taken(doc, dates))
    for n, item in enumerate(items):
        _name(doc, item, items[n + 1] if n + 1 < len(items) else None)
        if n and items[n - 1].kind is AGE and _another_age(doc, items[n - 1], item):
            item.kind, item.rule, item.noun, item.noun_end = AGE, "age", -1, -1
        if item.rule == "gloss" and item.per is not None:
            items[n - 1].per = item.per
    for n, item in enumerate(items):
        for age in _ages(doc, item, items[n + 1 : n + 1 + MOST_AGES]):
            age.kind, age.rule, age.noun, age.noun_end = AGE, "age", -1, -1
    items = [item for item in items if item.form not in ("rank", "attribute") and not _calibre(doc, item)]
    sheet = vars(doc)["_sheet"] = read_sheet(doc, items)
    items = [item for item in items if item.start not in sheet or sheet[item.start].counts]
    _label(doc, items, sheet)
    _share_nouns(doc, items)
    return tuple(_record(doc, item) for item in items)


def _label(doc: Document, items: Sequence[Amount], sheet: Sheet) -> None:
    """Give numbers the noun of their label or column: "Tanks: 11,321 (+4)"."""
    for item in items:
        entry = sheet.get(item.start)
        if entry is not None and entry.noun >= 0 and item.unit is None and item.kind is COUNT and (item.noun < 0 or doc.low[item.noun] in GENERIC):
            item.noun, item.noun_end = entry.noun, entry.noun + 1


def _calibre(doc: Document, item: Amount) -> bool:
    """Whether millimetres name a weapon: "155mm shells", "a 120 mm mortar"."""
    if item.unit is None or item.unit.name != "millimeter":
        return False
    j = item.end + (item.end < len(doc.low) and doc.low[item.end] in HYPHENS)
    return any(word in CALIBRE for word in doc.low[j : j + 2])


def _items(doc: Document, taken: dict[int, int], loose: set[int]) -> list[Amount]:
    """Every number of the text that is a quantity, with its currency, unit, range and bound."""
    items: list[Amount] = []
    low, fixed = doc.low, taken.keys() - loose
    free = 0
    coded = -1
    for k in doc.spots(*NUMBERS):
        if k < free:
            continue
        if k in taken and k not in loose:
            free = taken[k]
            continue
        item = number_at(doc, k, free)
        if item is None or item.start < free:
            continue
        if k in loose and item.kind is not DURATION:
            free = taken[k]
            continue
        free = item.end
        if items and _gloss(doc, items[-1], item):
            continue
        if item.numeral is not None and (is_name(doc, item.numeral) and not _stands_for(doc, item) or coded >= 0 and _another_code(doc, coded, item)):
            coded = item.stop
            free = item.stop
            continue
        if item.form == "code":
            continue
        ranged = join_range(doc, item, fixed)
        if ranged is not None:
            free = ranged
            if item.form == "score":
                continue
        while add_lesser(doc, item):
            pass
        free = max(free, item.end)
        read_bound(doc, item)
        if item.single and low[item.start] == "one" and introduces(doc, item.start):
            item.rule = "speaker"
        if items:
            _said_again(doc, items[-1], item)
        if items and join_bounds(doc, items[-1], item):
            continue
        items.append(item)
    return items


def _stands_for(doc: Document, item: Amount) -> bool:
    """Whether a lone "one" counts a thing named before; it is given its noun."""
    if doc.low[item.start] != "one" or item.stop != item.start + 1:
        return False
    noun = elliptical(doc, item.start)
    if noun < 0:
        return False
    item.noun, item.noun_end, item.borrowed, item.form, item.rule = noun, noun + 1, True, "elliptical", "elliptical"
    return True


def _another_code(doc: Document, coded: int, item: Amount) -> bool:
    """Whether a number goes on with a list of codes: "Resolutions 2254 and 2118"."""
    between = doc.low[coded : item.start]
    behind = doc.toks[item.end].rstrip(" ") if item.end + 1 < len(doc.low) and doc.toks[item.end - 1][-1] == " " else ""
    if behind == "x" or behind[:1].isupper() and (doc.low[item.end + 1] in HYPHENS or len(behind) > 1 and behind.isupper()):
        return False  # 14 T-72, 6 BMP-2 and 2 MLRS; 2 x Mi-24
    return 0 < len(between) < 3 and all(word in (",", "and", "or", "/") for word in between) and item.form == "digits" and item.unit is None  # noqa: PLR2004


def _gloss(doc: Document, before: Amount, item: Amount) -> bool:
    """Whether a number in brackets only repeats the one before: "forty-five (45)"."""
    return item.start == before.stop + 1 and doc.low[before.stop] == "(" and doc.low[item.stop : item.stop + 1] == [")"] and item.best == before.best


def _said_again(doc: Document, before: Amount, item: Amount) -> None:
    """Mark what says the measure before it again in another unit, with its bound: "over 40 miles (64 km)", "40 miles, or 64 km"."""
    if item.unit is None or before.unit is None or item.unit == before.unit or item.kind is not before.kind or item.kind is COUNT:
        return
    low, j = doc.low, item.first - 1
    bracketed = low[j] == "(" and item.end < len(doc.low) and low[item.end] == ")"
    if (bracketed or low[j] == "or" and low[j - 1] == ",") and j - (not bracketed) == before.end:
        item.rule = "gloss"
        if item.bound is Bound.EXACT and before.bound not in (Bound.RANGE, Bound.VAGUE):
            item.bound = before.bound


def _taken(doc: Document, dates: Sequence[DateExpression]) -> tuple[dict[int, int], set[int]]:
    """Tokens of dates and clock times -> where the expression ends; and those of relative dates, which may hold a duration ("two years ago")."""
    taken: dict[int, int] = {}
    loose: set[int] = set()
    known: dict[int, bool] = {}
    for date in dates:
        if date.timex_type not in DAYS_AND_HOURS:
            continue
        first, end = doc.at(date.span.start), doc.at(date.span.end - 1) + 1
        if end - first == 1 and doc.low[first].isdecimal() and _counts(doc, end, known):
            continue
        for k in range(first, end):
            taken[k] = end
        if date.relative:
            loose.update(range(first, end))
    return taken, loose


def _counts(doc: Document, k: int, known: dict[int, bool]) -> bool:
    """Whether what follows four digits shows that they are no year: a plural in small letters, or "to" and such a number; ``known`` keeps the answers."""
    low, walked = doc.low, []
    while k not in known:
        walked.append(k)
        raw = doc.toks[k].rstrip(" ") if k < len(low) and not (k > 1 and low[k - 2] == "the") else ""
        if raw in ("to", "and", "or") and k + 2 < len(low) and low[k + 1].isdecimal():
            k += 2
        else:
            known[k] = raw.islower() and role(doc, k) == "p" and low[k] not in ATTRIBUTIVE
    known.update(dict.fromkeys(walked, known[k]))
    return known[k]


def _name(doc: Document, item: Amount, following: Amount | None) -> None:
    """The noun, age, rate and whole of one number."""
    low, n = doc.low, len(doc.low)
    if item.unit is None and item.kind is COUNT:
        _tally(doc, item)
        if _is_age(doc, item):
            item.kind, item.rule = AGE, item.rule if item.form == "range" else "age"
            return
        j = item.end = item.end + (low[item.end : item.end + 1] == ["x"])  # 2 x 120mm mortars
        hyphened = j + 1 < n and low[j] in HYPHENS and doc.glued(j) and doc.toks[j - 1][-1] != " "
        suspended = j + 1 < n and low[j] in HYPHENS and low[j + 1] in (",", "and", "or") and doc.toks[j - 1][-1] != " "  # four- and six-cylinder
        if hyphened:
            j += 1
            if low[j] == "strong":
                j += 1
            elif low[j][0].isalpha() and low[j] not in ("and", "or", "to"):
                item.noun, item.noun_end, item.end = j, j + 1, j + 1
        if item.noun < 0 and not suspended:
            noun = head_noun(doc, j, item.single or low[j - 1] == "strong")
            if noun >= 0 and (following is None or noun < following.first or _in_name(doc, item, following) or following.start == item.end and (following.noun == following.start or following.stop < n and low[following.stop] in HYPHENS)):
                item.noun, item.noun_end = noun, _designation(doc, noun)
                if following is not None and (following.start == item.end or noun > following.start) and following.kind is COUNT and doc.low[following.first - 1] not in ("(", "+"):
                    following.form = "attribute"  # 20 four-wheel drives, 12 Leopard 2 tanks
                if low[noun] in STREETS and noun > j and doc.toks[j][0].isupper() and doc.toks[noun][0].isupper():
                    item.form = "rank"
                unit = WORDS.get(low[noun])
                if unit is not None and (unit.kind is DURATION or low[j] == "of"):  # millions of dollars
                    item.unit, item.kind = unit, unit.kind
            elif noun < 0 and item.form == "words" and low[item.start - 1] in RANK and item.start and not hyphened:
                item.form = "rank"
        if item.noun >= 0 and low[item.noun] in ("times", "time") and item.bound is not Bound.VAGUE and item.noun_end < n and low[item.noun_end] in COMPARATIVE:
            item.kind = RATIO
        if item.form == "fraction" and item.best is not None and item.best < 1:
            item.kind = SHARE
    _whole(doc, item, following)
    _rate(doc, item)


def _designation(doc: Document, noun: int) -> int:
    """Where the noun at a token ends: past the figures of a type ("four Su-34s", "two MiG-29")."""
    low, j = doc.low, noun + 2
    typed = j < len(low) and low[j - 1] in HYPHENS and low[j][0].isdecimal() and doc.glued(noun) and doc.glued(j - 1) and doc.toks[noun][0].isupper()
    return j + 1 if typed else noun + 1


def _in_name(doc: Document, item: Amount, following: Amount) -> bool:
    """Whether the next number belongs to a name between this one and its noun: "12 Leopard 2 tanks", "two new 737 Max jets"."""
    words_between, behind = doc.toks[item.end : following.start], doc.toks[following.stop : following.stop + 1]
    named = all(token[0].isupper() for token in (words_between if words_between[-1:] and words_between[-1][0].isupper() else behind))
    return named and following.form == "digits" and item.end < following.start < item.end + 4


def _is_age(doc: Document, item: Amount) -> bool:
    """ "Smith, 24," and "aged 24"."""
    k, low = item.start, doc.low
    if item.form == "range" and item.high is not None and item.high < 120:  # noqa: PLR2004
        return low[item.first - 1 if item.first else 0] in ("aged", "age", "ages")
    if item.form not in ("digits", "words") or item.best is None or not 0 < item.best < 120 or k < 2:  # noqa: PLR2004
        return False
    if low[k - 1] in ("aged", "age", "ages") or low[k - 1] == "of" and low[k - 2] in ("age", "ages"):
        return True
    j = item.end
    if low[k - 1] == "(" and low[j : j + 1] == [")"] and k > 2 and low[k - 3] in FIRST_NAMES and doc.toks[k - 2][0].isupper():  # noqa: PLR2004
        return True  # Lena Falk (41)
    if low[k - 1] in AGED_BY and low[k - 2] in AGED and item.best > 4 and (j == len(doc.low) or not low[j][0].isalpha() and low[j] not in HYPHENS and low[j] not in "%$" or low[j] in AGED_UNTIL):  # noqa: PLR2004
        return True  # she was 24; who is now 31
    if low[k - 1] == "now":
        k -= 1
    if item.form == "digits" and low[k - 1] == "," and (j == len(low) or low[j] in ",.;") and (low[k - 2] in PERSON or low[k - 2] == "." and low[k - 3] in SUFFIXES):
        return True  # a nurse, 52, ...; Lavon White Jr., 2,
    return item.form == "digits" and low[k - 1] == "," and doc.toks[k - 2][0].isupper() and _ends_age(doc, k, item.end) and low[k - 2] not in ("in", "on")


def _ages(doc: Document, item: Amount, following: Sequence[Amount]) -> Sequence[Amount]:
    """The numbers behind a number of persons that are as many as they: "two brothers, 9 and 11,"."""
    low, many = doc.low, item.best
    if item.kind is not COUNT or item.noun < 0 or many is None or not 1 < many <= len(following) or singular(low[item.noun]) not in PERSON:
        return ()
    ages, end = following[: int(many)], item.noun_end
    for n, age in enumerate(ages):
        between = low[end : age.first]
        joined = between == [","] if not n else between != [] and {",", "and"}.issuperset(between)
        if not joined or age.kind is not COUNT or age.unit is not None or age.noun >= 0 or age.best is None or not 0 < age.best < 120:  # noqa: PLR2004
            return ()
        end = age.end
    return ages if low[end : end + 1] == [","] else ()


def _tally(doc: Document, item: Amount) -> None:
    """Read "61/80 drones" as "61 of 80 drones"."""
    part, whole = doc.low[item.start], doc.low[item.end - 1]
    if item.form == "fraction" and part.isdecimal() and whole.isdecimal() and 1 < int(part) <= int(whole) and int(whole) > LARGEST_PART and head_noun(doc, item.end, False) == item.end:
        item.best = item.low = item.high = int(part)
        item.of, item.form, item.rule = int(whole), "digits", "part of a whole"


def _ends_age(doc: Document, start: int, end: int) -> bool:
    """Whether what stands behind a number behind a name goes on as behind an age: "Falk, 24, said", "Falk, 24, of Bariz", not "31 of 36 drones".

    A sentence may end, or "and" follow, behind the age of a full name: "Lena Falk, 24, and Bo Adler, 19.".
    """
    following = [*doc.low[end : end + 2], "", ""]
    if following[0] in ("", ".", ";", "and"):
        return start > 2 and doc.toks[start - 3][0].isupper() and doc.toks[start - 3].rstrip().isalpha()  # noqa: PLR2004
    return following[0] == "," or following[0] == "of" and not following[1][:1].isdigit()


def _another_age(doc: Document, before: Amount, item: Amount) -> bool:
    """Whether a number goes on with a list of ages: "aged 17, 19 and 24", "ages 3 and 5"."""
    between = doc.low[before.end : item.first]
    plain_number = item.kind is COUNT and item.unit is None and item.form in ("digits", "words") and item.best is not None and 0 < item.best < 120  # noqa: PLR2004
    ends = item.end >= len(doc.low) or not doc.low[item.end][0].isalnum() or doc.low[item.end] in AGED_UNTIL or doc.low[item.end] in ("were", "have", "are")
    return plain_number and bool(between) and all(word in (",", "and", "or", "to") for word in between) and ends


def _whole(doc: Document, item: Amount, following: Amount | None) -> None:
    """The whole of "14 of 16", "28 out of 31", "three of the five": its number is what follows "of"."""
    most = item.best if item.best is not None else item.high
    if following is None or following.best is None or most is None or not 0 <= following.start - item.end <= 5 or item.unit is not None:  # noqa: PLR2004
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
    j += item.rule == "gloss" and j < len(doc.low) and low[j] == ")"
    if j + 1 >= len(doc.low):
        return
    j += low[j] in HYPHENS and low[j + 1] in ("a", "an") and j + 3 < len(doc.low)  # $5-a-day
    word = low[j]
    if word in RATE_ADVERBS and role(doc, j + 1) not in "pw":
        item.per = RATE_ADVERBS[word]
    elif item.kind is MONEY and word in ("a", "an") and low[j + 1] in ARTICLE_UNITS:
        item.per = WORDS[low[j + 1]].name
    elif word in ("a", "an", "each", "every") and (low[j + 1] in RATES or low[j + 1] in HYPHENS and j + 2 < len(doc.low) and low[j + 2] in RATES):
        k = j + 1 + (low[j + 1] in HYPHENS)
        if low[k + 1 : k + 2] not in (["earlier"], ["ago"], ["later"], ["before"], ["after"]) and low[k + 1 : k + 3] != ["and", "a"]:
            item.per = low[k]
    elif word == "per" or word == "/" and low[j + 1].isalpha():
        many = low[j + 1] if low[j + 1].isdecimal() else ""
        unit = unit_at(doc, j + 2 if many else j + 1, True)
        if many:
            item.per = f"{many} {unit[0].name}" if unit is not None else None
            return
        item.per = unit[0].name if unit is not None else singular(low[j + 1])


def _share_nouns(doc: Document, items: list[Amount]) -> None:
    """Give numbers without a noun that of a neighbour in their sentence: the next, a named total, the one before."""
    sentence = -1
    before: Amount | None = None
    sentences = [doc.sentence(item.start) for item in items]
    for n in range(len(items) - 1, -1, -1):
        item = items[n]
        following = items[n + 1] if n + 1 < len(items) else None
        if item.noun < 0 and item.unit is None and item.kind in (COUNT, SHARE) and following is not None and sentences[n + 1] == sentences[n]:
            between = doc.low[item.end : following.first]
            if following.noun >= 0 and len(between) < 6 and (item.of is not None or all(word in BETWEEN for word in between)):  # noqa: PLR2004
                if following.unit is None:
                    item.noun, item.noun_end = following.noun, following.noun_end
                    item.borrowed = item.of is None and item.form != "fraction"
                elif between and following.first == following.start and between[:2] != [",", "or"] and item.kind is COUNT and ("of" not in between or following.unit.kind is MONEY) and item.form != "fraction":
                    item.unit, item.kind, item.noun, item.noun_end = following.unit, following.kind, following.noun, following.noun_end
                    item.borrowed = item.of is None
    for n, item in enumerate(items):
        if sentences[n] != sentence:
            before = before if sentences[n] == sentence + 1 and _opens_sentence(doc, item) else None
            sentence = sentences[n]
        if item.noun < 0 and item.unit is None and item.kind in (COUNT, SHARE):
            toll = _toll(doc, item) if item.kind is COUNT else -1
            if toll >= 0:
                item.noun, item.noun_end = toll, toll + 1
            elif before is not None:
                item.noun, item.noun_end = before.noun, before.noun_end
            elif doc.low[item.end : item.end + 1] == ["of"] and doc.low[item.end + 1 : item.end + 2] in (["them"], ["whom"], ["which"]):
                item.noun = _plural_before(doc, item)
                item.noun_end = item.noun + 1
        if item.noun >= 0 and item.unit is None and item.kind is COUNT and role(doc, item.noun) in "pw" and doc.low[item.noun] not in STATE:
            before = item


def _opens_sentence(doc: Document, item: Amount) -> bool:
    """Whether a sentence begins with the number: "Three were children", "The 16, with a boy, ..."; it may go on with the last sentence's noun."""
    opened = item.first - doc.bounds(item.start)[0]
    return item.kind is COUNT and (not opened or opened == 1 and doc.low[item.first - 1] in ("the", "another", "all", "but", "and"))


def _plural_before(doc: Document, item: Amount) -> int:
    """The last plural before a number in its sentence: "he saw the guards, and two of them ran"; -1 without one."""
    first = doc.bounds(item.start)[0]
    return next((j for j in range(item.first - 1, max(first - 1, item.first - TOLL_REACH), -1) if role(doc, j) == "p"), -1)


def _toll(doc: Document, item: Amount) -> int:
    """The noun before the number: "the number of prisoners rose to 300", "casualties stand at 45"."""
    low = doc.low
    first = doc.bounds(item.start)[0]
    for j in range(item.first - 1, max(first - 1, item.first - TOLL_REACH), -1):
        if low[j] in TOLL:
            if j + 1 < item.first and low[j + 1] == "of":
                return head_noun(doc, j + 2, False) if j + 2 < item.first else -1
            if low[j] == "toll" and low[j - 1] == "death" and j > first:
                return j - 1
            return j if low[j] in ("casualties", "deaths", "losses", "fatalities") else -1
    return -1


def _record(doc: Document, item: Amount) -> Quantity:
    end = item.end
    noun: Span | None = None
    if item.noun >= 0:
        noun = doc.span(item.noun, item.noun_end)
        if item.noun >= item.stop and not item.borrowed:
            end = max(end, item.noun_end)
        if item.noun == item.stop - 1:  # glued to the digits
            tail = _unit_tail(doc, item)
            noun = doc.chars(noun.end - len(tail), noun.end) if tail else None
    best, low, high = item.best, item.low, item.high
    if item.bound is Bound.ABOUT:
        low = high = None
    elif item.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        high = None
    elif item.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        low = None
    if item.unit is not None:
        unit: str | None = item.unit.name
    elif item.kind is AGE:
        unit = "year"
    elif item.noun >= 0:
        unit = singular(noun.text.replace("’", "'") if noun is not None and item.noun_end - item.noun > 1 else doc.toks[item.noun].rstrip(" ").replace("’", "'")) if item.kind is not RATIO or item.form == "ratio" else "times"
    else:
        unit = None
    return Quantity(
        doc.span(item.first, end),
        doc.chars(doc.start(item.start) + item.cut, doc.end(item.stop - 1)) if item.cut else doc.span(item.start, item.stop),
        plain(low),
        plain(best),
        plain(high),
        item.bound,
        unit,
        noun,
        item.kind,
        item.per,
        plain(item.of),
        rule=item.rule,
    )


def _unit_tail(doc: Document, item: Amount) -> str:
    found = LITERALS[doc.low[item.stop - 1]]
    return found.suffix if found is not None else ""
