"""Quantities: numbers with their bound, their unit or what they count; dates, names and codes are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from conflictkit._document import Document
from conflictkit._lexicon import word_list
from conflictkit._models import Bound, DateExpression, Quantity, QuantityKind, Span, TimexType
from conflictkit._rules import Rule, RuleTable
from conflictkit.english import counted
from conflictkit.english.counted import ATTRIBUTIVE, HYPHENS, ROLES, head_noun, singular, words
from conflictkit.english.naming import is_name
from conflictkit.english.numerals import CARDINALS, LITERALS, SCALES, SUFFIXES, Numeral, Value, plain, read, scales_after
from conflictkit.english.units import CODES, HUNDREDTHS, PARTS, POUNDS, SIGNS, WORDS, Unit, sign_before, suffix_unit, unit_at

TABLE: dict[str, Any] = counted.TABLE
RULES: tuple[Rule[Any], ...] = ()

RANK = words("rank")
FILLER, NEGATION, BETWEEN, TOLL, COMPARATIVE = words("filler"), words("negation"), words("between"), words("toll"), words("times", "comparative")
RATES = frozenset(word_list("day week month year hour minute second night person capita share head square_mile", "rates"))
RATE_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour", "annually": "year", "yearly": "year", "nightly": "night"}
APPROXIMATE_SIGNS = frozenset("~≈")
NEGATION_REACH = 7
TOLL_REACH = 16
MONEY, SHARE, COUNT, DURATION, AGE, RATIO = (
    QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.COUNT, QuantityKind.DURATION, QuantityKind.AGE, QuantityKind.RATIO,
)  # fmt: skip


def _phrases(table: str, last: bool) -> dict[str, list[tuple[tuple[str, ...], Bound, str]]]:
    """Last (or first) word -> the phrases that end (or begin) with it, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Bound, str]]] = {}
    for name, phrases in TABLE[table].items():
        for phrase in word_list(phrases, f"quantities.toml: {table}.{name}"):
            parts = tuple(phrase.split(" "))
            out.setdefault(parts[-1 if last else 0], []).append((parts, Bound(name), phrase))
    for found in out.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return out


BEFORE, AFTER = _phrases("before", last=True), _phrases("after", last=False)
FLIPPED = {Bound.MORE_THAN: Bound.AT_MOST, Bound.AT_LEAST: Bound.LESS_THAN}


class _Item:
    """A number on its way to a record; token indices, the end exclusive."""

    __slots__ = ("best", "bound", "cut", "end", "first", "form", "high", "kind", "last", "low", "noun", "noun_end", "numeral", "of", "per", "rule", "scale", "single", "start", "stop", "unit")

    def __init__(self, numeral: Numeral) -> None:
        self.first = numeral.start  # of the whole quantity: modifier, currency sign
        self.start, self.stop = numeral.start, numeral.end  # of the numeral words
        self.end = numeral.end  # past the unit
        self.low, self.best, self.high = numeral.low, numeral.value, numeral.high
        self.scale, self.form = numeral.scale, numeral.form
        self.bound = Bound.VAGUE if numeral.form == "vague" else Bound.EXACT
        self.unit: Unit | None = None
        self.noun, self.noun_end = -1, -1
        self.kind = COUNT
        self.per: str | None = None
        self.of: Value | None = None
        self.single = numeral.value == 1
        self.rule = numeral.form
        self.numeral: Numeral | None = numeral
        self.cut = 0  # letters glued before the digits


def find_quantities(doc: Document, table: RuleTable[Any], dates: Sequence[DateExpression]) -> tuple[Quantity, ...]:
    """All quantities of a document, in order."""
    items = _items(doc, *_taken(doc, dates))
    for n, item in enumerate(items):
        _name(doc, item, items[n + 1] if n + 1 < len(items) else None)
    items = [item for item in items if item.form != "rank"]
    _share_nouns(doc, items)
    return tuple(_record(doc, item) for item in items)


def _items(doc: Document, taken: dict[int, int], loose: set[int]) -> list[_Item]:
    """Every number of the text that is a quantity, with its currency, unit, range and bound."""
    items: list[_Item] = []
    free = 0
    coded = -1
    for hit in doc.lexicon.spots("NUMERAL", "DIGITS", "LETTERED").finditer(doc.cls):
        k = hit.start()
        if k < free:
            continue
        if k in taken and k not in loose:
            free = taken[k]
            continue
        item = _number_at(doc, k, free)
        if item is None or item.start < free:
            continue
        if items and _gloss(doc, items[-1], item):
            continue
        free = item.end
        if item.numeral is not None and (is_name(doc, item.numeral) or coded >= 0 and _another_code(doc, coded, item)):
            coded = item.stop
            free = item.stop
            continue
        if k in loose and item.kind is not DURATION:
            free = taken[k]
            continue
        if item.form == "code":
            continue
        ranged = _range(doc, item, taken)
        if ranged is not None:
            free = ranged
            if item.form == "score":
                continue
        while _sum(doc, item):
            pass
        free = max(free, item.end)
        _bounded(doc, item)
        items.append(item)
    return items


def _another_code(doc: Document, coded: int, item: _Item) -> bool:
    """Whether a number goes on with a list of codes: "Resolutions 2254 and 2118"."""
    between = doc.low[coded : item.start]
    return 0 < len(between) < 3 and all(word in (",", "and", "or", "/") for word in between) and item.form == "digits" and item.unit is None  # noqa: PLR2004


def _gloss(doc: Document, before: _Item, item: _Item) -> bool:
    """Whether a number in brackets only repeats the one before: "forty-five (45)"."""
    return item.start == before.stop + 1 and doc.low[before.stop] == "(" and doc.low[item.stop : item.stop + 1] == [")"] and item.best == before.best


def _number_at(doc: Document, k: int, free: int = 0) -> _Item | None:
    """The number at token k with its currency and unit; form "code" where digits hang on letters that are none."""
    if doc.toks[k][0].isalpha() and doc.toks[k][-1:].rstrip(" ").isdigit() or LETTERED.match(doc.toks[k]):
        return _lettered(doc, k)
    numeral = read(doc, k)
    if numeral is None:
        return None
    return _measured(doc, numeral, free)


LETTERED = re.compile(r"([A-Z][A-Za-z]{0,2})(\d)")
DIGITS = re.compile(r"\d[\d,.]*\d[^\W\d_]*|\d[^\W\d_]*")


def _lettered(doc: Document, k: int) -> _Item | None:
    """A currency glued before its digits: RM23.50, USD5m, $US160 million."""
    found = LETTERED.match(doc.toks[k])
    if found is None:
        return None
    letters, dollars = found[1], k > 0 and doc.low[k - 1] == "$"
    unit = CODES.get(letters) or SIGNS.get(letters.lower() + ("$" if dollars else ""))
    if unit is None:
        return None
    digits = DIGITS.match(doc.text, doc.start(k) + len(letters), doc.start(k) + 40)
    literal = LITERALS[digits[0].lower()] if digits else None
    if digits is None or literal is None:
        return None
    end = doc.at(digits.end() - 1) + 1
    scale = SUFFIXES.get(literal.suffix, 1)
    if literal.suffix and scale == 1:
        return None
    item = _Item(scales_after(doc, k, end, literal.value * scale, "digits"))
    item.scale = max(item.scale, scale)
    item.unit, item.kind, item.cut = unit, MONEY, len(letters)
    item.first = k - dollars
    item.numeral = None
    return item


def _taken(doc: Document, dates: Sequence[DateExpression]) -> tuple[dict[int, int], set[int]]:
    """Tokens of dates and clock times -> where the expression ends; and those of relative dates, which may hold a duration ("two years ago")."""
    taken: dict[int, int] = {}
    loose: set[int] = set()
    for date in dates:
        if date.timex_type not in (TimexType.DATE, TimexType.TIME):
            continue
        first, end = doc.at(date.span.start), doc.at(date.span.end - 1) + 1
        if end - first == 1 and doc.low[first].isdecimal() and _counts(doc, end):
            continue
        for k in range(first, end):
            taken[k] = end
        if date.relative:
            loose.update(range(first, end))
    return taken, loose


def _counts(doc: Document, k: int) -> bool:
    """Whether what follows four digits shows that they are no year: a plural in small letters, or "to" and such a number."""
    if k >= len(doc):
        return False
    raw = doc.toks[k].rstrip(" ")
    if raw in ("to", "and", "or") and k + 2 < len(doc) and doc.low[k + 1].isdecimal():
        return _counts(doc, k + 2)
    return raw.islower() and ROLES[doc.toks[k]] == "p" and doc.low[k] not in ATTRIBUTIVE


# --- units and currencies ---------------------------------------------------------------------------------------------


def _measured(doc: Document, numeral: Numeral, free: int) -> _Item:
    """The number with the currency before it and the unit behind it; nothing before token ``free`` is taken."""
    item = _Item(numeral)
    low, toks = doc.low, doc.toks
    sign = sign_before(doc, item.start)
    if sign is not None and sign[1] < free:
        sign = None
    if sign is None and item.start > 0 and toks[item.start - 1] in ("-", "−", "–") and numeral.form in ("digits", "scaled", "fraction") and _opens(doc, item.start - 1):
        _negate(item, item.start - 1)
        sign = sign_before(doc, item.start)
    elif sign is None and item.best is not None:
        j = item.start - 1 - (item.start > 1 and low[item.start - 1] in HYPHENS)
        if j >= 0 and low[j] in ("minus", "negative"):
            _negate(item, j)
    if sign is not None:
        item.unit, item.first = sign
        item.kind = MONEY
    if numeral.suffix:
        return _suffixed(doc, item, numeral.suffix)
    digits = numeral.form in ("digits", "scaled", "fraction")
    j = item.end
    if item.unit is not None:
        word = low[j] if j < len(doc) else ""
        if word in ("m", "b", "k", "t", "mm") and digits and item.scale == 1:
            j = _scale_letter(item, SUFFIXES[word])
        after = unit_at(doc, j, False)
        if after is not None and after[0].kind is MONEY and (after[0] == item.unit or after[0].name != "USD" and not low[j].endswith("s")):
            item.unit, item.end = after
        return item
    if digits and j < len(doc) and item.scale == 1 and toks[j].rstrip(" ") in ("k", "M", "B"):
        j = _scale_letter(item, SUFFIXES[low[j]])
    if j < len(doc) and (low[j] in HYPHENS and doc.glued(j) or low[j] == " "):
        j += 1
    found = unit_at(doc, j, digits)
    if found is None and j < len(doc) and toks[j][0] == "M" and toks[j][1:].rstrip(" ") in CODES:
        _scale(item, 1_000_000)  # 120 MEUR
        found = CODES[toks[j][1:].rstrip(" ")], j + 1
    if found is not None and not _ordinary_word(doc, item, j, found[0]):
        item.unit, item.end = found
        if found[0].kind is MONEY and found[1] < len(doc) and low[found[1]] in SCALES and item.scale == 1:
            _scale(item, SCALES[low[found[1]]])  # 75 USD million
            item.end += 1
        item.kind = found[0].kind
        item.noun, item.noun_end = found[1] - 1, found[1]
        if found[0].name == "pound" and item.scale >= 1_000_000:  # noqa: PLR2004
            item.unit, item.kind = POUNDS, MONEY
        _age(doc, item)
        _powered(doc, item)
    return item


def _scale_letter(item: _Item, scale: int) -> int:
    """Take the letter behind the number as its scale; the token after it."""
    _scale(item, scale)
    item.stop = item.end = item.end + 1
    return item.end


def _powered(doc: Document, item: _Item) -> None:
    """A unit's power written out: km^2, km^3."""
    j = item.end
    if item.unit is not None and item.unit.kind is QuantityKind.LENGTH and j + 1 < len(doc) and doc.low[j] == "^" and doc.low[j + 1] in ("2", "3"):
        unit = WORDS.get(f"{'square' if doc.low[j + 1] == '2' else 'cubic'} {item.unit.name}")
        if unit is not None:
            item.unit, item.kind, item.end, item.noun_end = unit, unit.kind, j + 2, j + 2


def _ordinary_word(doc: Document, item: _Item, j: int, unit: Unit) -> bool:
    """Whether a unit's word is no unit here: "won" as a verb, "won" by a few."""
    word = doc.low[j]
    if word in ("won", "rand", "real", "dong", "lira", "dram") and item.best is not None and item.best < 100:  # noqa: PLR2004
        return True
    if word in ("degrees", "degree", "magnitude") and item.form == "words" and unit.kind is QuantityKind.OTHER:
        return doc.low[j] == "degrees" and j + 1 < len(doc) and doc.low[j + 1] == "in"
    return word == "second" and j + 1 < len(doc) and doc.low[j] == "second" and item.best != 1 and doc.low[j - 1] not in HYPHENS


def _opens(doc: Document, k: int) -> bool:
    """Whether the mark at token k stands free before what it is glued to: a sign, not a hyphen."""
    return doc.toks[k][-1] != " " and (k == 0 or doc.toks[k - 1][-1].isspace() or doc.toks[k - 1][0] in "(<>=~[$")


def _negate(item: _Item, first: int) -> None:
    for name in ("low", "best", "high"):
        setattr(item, name, -getattr(item, name))
    item.first = item.start = first
    item.form = "negative"


def _scale(item: _Item, by: int) -> None:
    for name in ("low", "best", "high"):
        value = getattr(item, name)
        setattr(item, name, None if value is None else value * by)
    item.scale = by


def _suffixed(doc: Document, item: _Item, suffix: str) -> _Item:
    """Letters glued to digits: a scale behind a currency sign ("$5m"), else a unit ("5km"), else a code ("5G")."""
    scale = SUFFIXES.get(suffix)
    unit = suffix_unit(_raw_suffix(doc, item.end - 1, suffix))
    if scale is not None and (item.unit is not None or suffix in ("k", "b") or suffix == "m" and _is_million(doc, item)):
        _scale(item, scale)
        if item.unit is None:
            found = unit_at(doc, item.end, True)
            if found is not None:
                item.unit, item.end = found
                item.kind, item.noun, item.noun_end = item.unit.kind, item.end - 1, item.end
        return item
    if unit is None or item.unit is not None:
        item.form = "code"
        return item
    item.unit, item.kind = unit, unit.kind
    item.noun, item.noun_end = item.end - 1, item.end
    _powered(doc, item)
    return item


def _raw_suffix(doc: Document, k: int, suffix: str) -> str:
    """The suffix as it is written."""
    return doc.toks[k].rstrip(" ")[-len(suffix) :]


def _is_million(doc: Document, item: _Item) -> bool:
    """Whether the m of "50m" is million: a currency or a plural noun follows."""
    found = unit_at(doc, item.end, False)
    if found is not None:
        return found[0].kind is not QuantityKind.LENGTH
    noun = head_noun(doc, item.end, False)
    return noun >= 0 and ROLES[doc.toks[noun]] == "p"


def _age(doc: Document, item: _Item) -> None:
    """ "two-year-old", "years old", "years of age" make an age of a duration."""
    if item.kind is not DURATION:
        return
    low, j = doc.low, item.end
    if j + 1 < len(doc) and (low[j] in HYPHENS and low[j + 1] in ("old", "olds")):
        item.kind, item.end = AGE, j + 2
    elif j < len(doc) and low[j] == "old":
        item.kind, item.end = AGE, j + 1
    elif j + 1 < len(doc) and low[j] == "of" and low[j + 1] == "age":
        item.kind, item.end = AGE, j + 2


# --- ranges -----------------------------------------------------------------------------------------------------------


def _range(doc: Document, item: _Item, taken: dict[int, int]) -> int | None:
    """Join the number with a second one ("5-6", "5 to 6", "between 5 and 6", "five or six"); where the second ends, or None."""
    low, j, n = doc.low, item.end, len(doc)
    if item.best is None or j >= n:
        return None
    lead = low[item.first - 1] if item.first else ""
    if lead in BEFORE and item.first > 1 and low[item.first - 2] in ("between", "from"):
        lead = low[item.first - 2]
    word = low[j]
    if word in HYPHENS or word in ("—", "-"):
        joiner, j = "-", j + 1
        if j < n and low[j] == "to":
            joiner, j = "to", j + 1
            if j < n and low[j] in HYPHENS:
                j += 1
        elif (item.unit is not None and item.noun >= 0 and item.kind is not MONEY and item.kind is not SHARE and doc.toks[item.end - 1][-1] != " " and not low[item.end - 1][0].isdigit()) or word == "—":
            return None
        elif doc.toks[j - 1][-1] == " " and doc.toks[j - 2][-1] != " ":
            return None
    elif word == "to" or (word == "and" and lead == "between") or word == "or":
        joiner, j = word, j + 1
    elif lead == "from" and item.unit is not None:
        joiner, j = "to", _far(doc, item)
    else:
        return None
    while j < n and (low[j] in ("$", "£", "€", " ") or joiner != "-" and low[j] in ("about", "around", "a", "over", "just", "us", "nearly", "almost", "more", "than")):
        j += 1
    if j >= n or j in taken:
        return None
    other = _number_at(doc, j)
    if other is None or other.best is None or other.form == "code" or other.first < item.end:
        return None
    return _join(doc, item, other, joiner, lead)


def _far(doc: Document, item: _Item) -> int:
    """Where the second number of "from 75 dollars per barrel to 45" is looked for."""
    for k in range(item.end, min(item.end + 6, len(doc) - 1)):
        if doc.low[k] == "to":
            return k + 1
        if not doc.low[k][0].isalnum() and doc.low[k] != "." or doc.low[k] in ("and", "who", "which"):
            break
    return len(doc)


def _join(doc: Document, item: _Item, other: _Item, joiner: str, lead: str) -> int | None:
    """Make a range of two numbers, or a ratio, or mark a score."""
    a, b = item.best, other.best
    assert a is not None
    assert b is not None
    if joiner == "or" and (item.form == "fraction" or other.form == "fraction" or not a < b <= max(3 * a, a + 4)):
        return None
    if joiner == "or" and item.unit is not None and item.kind is not MONEY and other.unit != item.unit:
        return None
    unit_differs = item.unit is not None and other.unit is not None and item.unit != other.unit
    if unit_differs and not (item.kind is MONEY and other.kind is MONEY):
        return None
    if joiner == "to" and item.unit is not None and other.unit is None and lead not in ("from", "between") and not (item.kind is MONEY and item.noun < 0):
        return None
    if joiner == "to" and item.unit is None and other.kind is MONEY and lead not in ("from", "between") and other.noun < 0:
        return None
    if item.scale == 1 and other.scale > 1 and a * other.scale <= b and joiner != "or" and a < 1000 or joiner == "or" and item.scale == 1 and other.scale > 1 and a * other.scale < b:  # noqa: PLR2004
        _scale(item, other.scale)
        a = item.best
        assert a is not None
    if joiner == "to" and lead != "from" and (b == 1 or _near(doc, item.first, ("ratio", "odds", "outnumbered", "outgunned", "ratios"))) and item.unit is None and other.unit is None:
        item.best = item.low = item.high = Fraction(a) / Fraction(b) if b else a
        item.kind, item.stop, item.rule, item.form = RATIO, other.stop, "ratio", "ratio"
        item.end = other.end
        return other.end
    if a >= b and lead not in ("from", "between"):
        if joiner == "-" or joiner == "to" and _near(doc, item.first, ("win", "won", "beat", "lost", "vote", "score", "defeat", "lead")):
            item.form = "score"
            return other.end
        return None
    if joiner == "-" and item.unit is None and other.unit is None and _near(doc, item.first, SCORE) and a < 100 and b < 200:  # noqa: PLR2004
        item.form = "score"
        return other.end
    item.low, item.high, item.best = min(a, b), max(a, b), None
    item.bound, item.stop, item.end, item.rule = Bound.RANGE, other.stop, other.end, f"range {joiner}"
    item.form = "range"
    if other.unit is not None and not (item.kind is MONEY and item.unit is not None and other.unit.name == "USD"):
        item.unit, item.kind, item.noun, item.noun_end = other.unit, other.kind, other.noun, other.noun_end
    item.single = False
    return other.end


SCORE = words("score")


def _near(doc: Document, k: int, of: Sequence[str] | frozenset[str]) -> bool:
    """Whether one of some words stands in the five tokens before k."""
    return any(doc.low[j] in of for j in range(max(0, k - 5), k))


def _sum(doc: Document, item: _Item) -> bool:
    """Add the lesser unit of "7 feet 10 inches", "3 dollars 50 cents"; whether there was one."""
    j, n = item.end, len(doc)
    if item.unit is None or item.best is None or item.form == "range" or not (item.unit.name in PARTS or item.kind is MONEY) or j + 1 >= n:
        return False
    low = doc.low
    j += low[j] in (",", "and")
    if low[j][0] not in "0123456789" and low[j] not in CARDINALS or j >= n:
        return False
    lesser = read(doc, j)
    if lesser is None or lesser.value is None or lesser.start != j:
        return False
    end = lesser.end
    if item.kind is MONEY:
        cents = lesser.suffix in HUNDREDTHS or end < n and low[end] in HUNDREDTHS
        bare = not lesser.suffix and item.noun >= 0 and low[item.end] != "," and (end >= n or not low[end][0].isalnum() and low[end] not in "%$£€-–/")
        if not (cents or bare) or lesser.value >= 100 or item.scale > 1 or low[item.end] == ",":  # noqa: PLR2004
            return False
        value: Value = item.best + Fraction(lesser.value) / 100
        end += cents and not lesser.suffix
    else:
        found = (suffix_unit(lesser.suffix), end) if lesser.suffix else unit_at(doc, end, True)
        if found is None and end < n and low[end] in ("in", "'") and item.unit.name in ("foot", "yard") and (end + 1 >= n or not low[end + 1][0].isalpha()):
            found = WORDS["inch" if low[end] == "in" else "foot"], end + 1
        parts = PARTS[item.unit.name]
        if found is None or found[0] is None or found[0].name not in parts:
            return False
        value = item.best * parts[found[0].name] + lesser.value
        item.unit, end = found[0], found[1]
        item.noun, item.noun_end = end - 1, end
    item.low = item.best = item.high = value
    item.stop, item.end = lesser.end, end
    item.form = item.rule = "sum"
    return True


# --- bounds -----------------------------------------------------------------------------------------------------------


def _bounded(doc: Document, item: _Item) -> None:
    """Read the bound from the words before the number, then from those behind it."""
    low = doc.low
    j = item.first - 1
    while j >= 0 and item.first - j < 5 and low[j] in FILLER and low[j] not in ("a", "the") or j >= 0 and low[j] in ("a", "of") and j > 0 and low[j - 1] in ("total", "a", "combined") :  # noqa: PLR2004
        j -= 1
    if item.bound is Bound.RANGE and j >= 0 and low[j] in ("between", "from"):
        item.first = j
        j -= 1
    found = _bound_before(doc, j)
    if found is None and j != item.first - 1:
        j = item.first - 1
        found = _bound_before(doc, j)
    if found is not None:
        bound, first, phrase = found
        if bound in FLIPPED and phrase[0].isalpha() and _negated(doc, first):
            bound = FLIPPED[bound]
        item.first = first
        _set_bound(item, bound, phrase)
        if bound is not Bound.ABOUT:
            return
    found_after = _bound_after(doc, item.stop) or (_bound_after(doc, item.end) if item.end != item.stop else None)
    if found_after is not None:
        bound, end, phrase = found_after
        _set_bound(item, bound, phrase)
        item.end = max(item.end, end)
        if item.noun < 0 and item.unit is None:
            unit = unit_at(doc, item.end, True)
            if unit is not None:
                item.unit, item.end = unit
                item.kind, item.noun, item.noun_end = item.unit.kind, item.end - 1, item.end


def _set_bound(item: _Item, bound: Bound, phrase: str) -> None:
    item.rule = phrase
    if item.bound in (Bound.EXACT, Bound.ABOUT):
        item.bound = bound


def _bound_before(doc: Document, j: int) -> tuple[Bound, int, str] | None:
    """The bound that ends at token j, where it begins, and its phrase."""
    if j < 0:
        return None
    low = doc.low
    for parts, bound, phrase in BEFORE.get(low[j], ()):
        first = j - len(parts) + 1
        if first >= 0 and all(low[first + i] == part for i, part in enumerate(parts)):
            if phrase == "only" and first and low[first - 1] in ("the", "not"):
                return None
            if phrase in ("close to", "near to") and first and low[first - 1] in ("is", "was"):
                return None
            if phrase == "over" and first and low[first - 1] in ("all", "took", "presides", "win", "victory"):
                return None
            return bound, first, phrase
    return None


def _negated(doc: Document, first: int) -> bool:
    """Whether a negation governs the bound: in its clause, a few words before."""
    for j in range(first - 1, max(-1, first - NEGATION_REACH), -1):
        word = doc.low[j]
        if word in NEGATION:
            return True
        if not word[0].isalpha() or word in ("and", "but", "or", "because", "who", "which", "that"):
            return False
    return False


def _bound_after(doc: Document, k: int) -> tuple[Bound, int, str] | None:
    """The bound that begins at token k: "or more", "-plus"."""
    low = doc.low
    if k >= len(doc):
        return None
    for parts, bound, phrase in AFTER.get(low[k], ()):
        end = k + len(parts)
        if end <= len(doc) and all(low[k + i] == part for i, part in enumerate(parts)):
            if end < len(doc) and (low[end] == "than" or phrase in ("plus",) and doc.toks[k - 1][-1] == " "):
                return None
            if phrase == "odd" and doc.toks[k - 1][-1] != " ":
                continue
            if phrase.startswith("and more") and end < len(doc) and ROLES[doc.toks[end]] in "pw":
                return None
            return bound, end, phrase
    return None


# --- what is counted --------------------------------------------------------------------------------------------------


def _name(doc: Document, item: _Item, following: _Item | None) -> None:
    """The noun, age, rate and whole of one number."""
    low, n = doc.low, len(doc)
    if item.unit is None and item.kind is COUNT:
        if _is_age(doc, item):
            item.kind, item.rule = AGE, "age"
            return
        j = item.end
        hyphened = j + 1 < n and low[j] in HYPHENS and doc.glued(j) and doc.toks[j - 1][-1] != " "
        if hyphened:
            j += 1
            if low[j] == "strong":
                j += 1
            elif low[j][0].isalpha():
                item.noun, item.noun_end, item.end = j, j + 1, j + 1
        if item.noun < 0:
            noun = head_noun(doc, j, item.single)
            if noun >= 0 and (following is None or noun < following.first or following.start == item.end and following.noun == following.start):
                item.noun, item.noun_end = noun, noun + 1
                unit = WORDS.get(low[noun])
                if unit is not None and unit.kind is DURATION:
                    item.unit, item.kind = unit, DURATION
            elif noun < 0 and item.form == "words" and low[item.start - 1] in RANK and item.start and not hyphened:
                item.form = "rank"
        if item.noun >= 0 and low[item.noun] in ("times", "time") and item.bound is not Bound.VAGUE and item.noun_end < n and low[item.noun_end] in COMPARATIVE:
            item.kind = RATIO
        if item.form == "fraction" and item.best is not None and item.best < 1:
            item.kind = SHARE
    _whole(doc, item, following)
    _rate(doc, item)


def _is_age(doc: Document, item: _Item) -> bool:
    """ "Smith, 24," and "aged 24"."""
    k, low = item.start, doc.low
    if item.form not in ("digits", "words") or item.best is None or not 0 < item.best < 120 or k < 2:  # noqa: PLR2004
        return False
    if low[k - 1] in ("aged", "age", "ages"):
        return True
    if low[k - 1] == "now":
        k -= 1
    return item.form == "digits" and low[k - 1] == "," and doc.toks[k - 2][0].isupper() and item.end < len(doc) and low[item.end] in (",", "of") and low[k - 2] not in ("in", "on")


def _whole(doc: Document, item: _Item, following: _Item | None) -> None:
    """The whole of "14 of 16", "28 out of 31", "three of the five": its number is what follows "of"."""
    if following is None or following.best is None or item.best is None or not 0 <= following.start - item.end <= 4 or item.unit is not None:  # noqa: PLR2004
        return
    between = doc.low[item.end : following.start]
    if between and "of" in between and all(word in ("out", "of", "the", "its", "their", "all", "some", "about", "his", "our", "every") for word in between) and item.best <= following.best:
        item.of = following.best
        item.noun, item.noun_end = -1, -1


def _rate(doc: Document, item: _Item) -> None:
    """The unit of a rate behind the quantity: "a day", "per month", "daily"."""
    low = doc.low
    j = max(item.end, item.noun_end)
    if j + 1 >= len(doc):
        return
    word = low[j]
    if word in RATE_ADVERBS:
        item.per = RATE_ADVERBS[word]
    elif word in ("a", "an", "each", "every") and (low[j + 1] in RATES or low[j + 1] in HYPHENS and j + 2 < len(doc) and low[j + 2] in RATES):
        k = j + 1 + (low[j + 1] in HYPHENS)
        if k + 1 >= len(doc) or low[k + 1] not in ("earlier", "ago", "later", "before", "after", "or", "and"):
            item.per = low[k]
    elif word == "per" or word == "/" and low[j + 1].isalpha():
        unit = unit_at(doc, j + 1, True)
        item.per = unit[0].name if unit is not None else singular(low[j + 1])


def _share_nouns(doc: Document, items: list[_Item]) -> None:
    """Give numbers without a noun that of a neighbour in their sentence: the next, a named total, the one before."""
    sentence = -1
    before: _Item | None = None
    sentences = [doc.sentence(item.start) for item in items]
    for n in range(len(items) - 1, -1, -1):
        item = items[n]
        following = items[n + 1] if n + 1 < len(items) else None
        if item.noun < 0 and item.unit is None and item.kind in (COUNT, SHARE) and following is not None and sentences[n + 1] == sentences[n]:
            between = doc.low[item.end : following.first]
            if following.noun >= 0 and len(between) < 6 and all(word in BETWEEN for word in between):  # noqa: PLR2004
                if following.unit is None:
                    item.noun, item.noun_end = following.noun, following.noun_end
                elif item.kind is COUNT and "of" not in between and item.form != "fraction":
                    item.unit, item.kind, item.noun, item.noun_end = following.unit, following.kind, following.noun, following.noun_end
    for n, item in enumerate(items):
        if sentences[n] != sentence:
            sentence, before = sentences[n], None
        if item.noun < 0 and item.unit is None and item.kind in (COUNT, SHARE):
            toll = _toll(doc, item) if item.kind is COUNT else -1
            if toll >= 0:
                item.noun, item.noun_end = toll, toll + 1
            elif before is not None:
                item.noun, item.noun_end = before.noun, before.noun_end
        if item.noun >= 0 and item.unit is None and item.kind is COUNT and ROLES[doc.toks[item.noun]] in "pw":
            before = item


def _toll(doc: Document, item: _Item) -> int:
    """The noun before the number: "the number of prisoners rose to 300", "casualties stand at 45"."""
    low = doc.low
    first = doc.bounds(item.start)[0]
    for j in range(item.first - 1, max(first - 1, item.first - TOLL_REACH), -1):
        if low[j] in TOLL:
            if j + 1 < item.first and low[j + 1] == "of":
                return head_noun(doc, j + 2, False) if j + 2 < item.first else -1
            return j if low[j] in ("casualties", "deaths", "losses", "fatalities") else -1
    return -1


# --- records ----------------------------------------------------------------------------------------------------------


def _record(doc: Document, item: _Item) -> Quantity:
    end = item.end
    noun: Span | None = None
    if item.noun >= 0:
        noun = doc.span(item.noun, item.noun_end)
        if item.noun >= item.stop:
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
        unit = singular(doc.toks[item.noun].rstrip(" ").replace("’", "'")) if item.kind is not RATIO or item.form == "ratio" else "times"
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
        item.rule,
    )


def _unit_tail(doc: Document, item: _Item) -> str:
    found = LITERALS[doc.low[item.stop - 1]]
    return found.suffix if found is not None else ""
