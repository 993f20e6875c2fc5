"""A number with the currency before it and the unit behind it, on its way to a quantity."""

from __future__ import annotations

import re
from fractions import Fraction

from conflictkit._document import Document
from conflictkit._models import Bound, QuantityKind

from .cardinals import ARTICLE_SPANS, ARTICLE_UNITS, LITERALS, MULTIPLES, SCALES, SUFFIXES, Numeral, Value, scales_after, word_at
from .counted import HYPHENS, head_noun, role
from .multiples import article_one, multiple_at
from .numerals import read
from .units import CODES, LETTERS, POUNDS, SIGNS, WORDS, Unit, measuring, sign_before, suffix_unit, unit_at

MONEY, SHARE, COUNT, DURATION, AGE, RATIO = (
    QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.COUNT, QuantityKind.DURATION, QuantityKind.AGE, QuantityKind.RATIO,
)  # fmt: skip


class Amount:
    """A number on its way to a record; token indices, the end exclusive."""

    def __init__(self, numeral: Numeral) -> None:
        self.numeral: Numeral | None = numeral
        self.start: int = numeral.start
        self.stop: int = numeral.end
        self.first: int = numeral.start  # of the whole quantity: from modifier or currency sign on
        self.end: int = numeral.end  # past the unit
        self.low: Value | None = numeral.low
        self.best: Value | None = numeral.value
        self.high: Value | None = numeral.high
        self.scale: int = numeral.scale
        self.form: str = numeral.form
        self.rule: str = numeral.form
        self.bound: Bound = Bound.VAGUE if numeral.form == "vague" else Bound.EXACT
        self.single: bool = numeral.value == 1
        self.unit: Unit | None = None
        self.noun: int = -1
        self.noun_end: int = -1
        self.kind: QuantityKind = COUNT
        self.per: str | None = None
        self.of: Value | None = None
        self.borrowed: bool = False  # whether the noun stands at a neighbour
        self.cut: int = 0  # letters glued before the digits

    def measured(self, unit: Unit, end: int) -> None:
        """Give it a unit whose word is the last token before ``end``."""
        self.unit, self.kind, self.end, self.noun, self.noun_end = unit, unit.kind, end, end - 1, end


def number_at(doc: Document, k: int, free: int = 0) -> Amount | None:
    """The number at token k with its currency and unit; form "code" where digits hang on letters that are none."""
    word = doc.low[k]
    if word[0].isalpha() and not word.isalpha():
        return _lettered(doc, k)
    if word in MULTIPLES:
        return _multiple(doc, k)
    numeral = article_one(doc, k) if word in ARTICLE_UNITS or word in ARTICLE_SPANS else read(doc, k)
    if numeral is None:
        return None
    return _measured(doc, numeral, free)


def _multiple(doc: Document, k: int) -> Amount | None:
    """ "twice as many", "doubled", "struck twice"."""
    found = multiple_at(doc, k)
    if found is None:
        return None
    item = Amount(found[0])
    item.unit, item.kind = found[1], found[1].kind
    return item


LETTERED = re.compile(r"([A-Z][A-Za-z]{0,2})(\d)")
DIGITS = re.compile(r"\d[\d,.]*\d[^\W\d_]*|\d[^\W\d_]*")


def _lettered(doc: Document, k: int) -> Amount | None:
    """A currency glued before its digits: RM23.50, USD5m, $US160 million."""
    found = LETTERED.match(doc.toks[k])
    if found is None:
        return None
    letters, dollars = found[1], k > 0 and doc.low[k - 1] == "$"
    unit = CODES.get(letters) or SIGNS.get(letters.lower() + ("$" if dollars else ""))
    if unit is None:
        return None
    digits = DIGITS.match(doc.text, doc.off[k] + len(letters))
    literal = LITERALS[digits[0].lower()] if digits else None
    if digits is None or literal is None:
        return None
    end = doc.at[digits.end() - 1] + 1
    scale = SUFFIXES.get(literal.suffix, 1)
    if literal.suffix and scale == 1:
        return None
    item = Amount(scales_after(doc, k, end, literal.value * scale, "digits"))
    item.scale = max(item.scale, scale)
    item.unit, item.kind, item.cut = unit, MONEY, len(letters)
    item.first = k - dollars
    item.numeral = None
    return item


def _measured(doc: Document, numeral: Numeral, free: int) -> Amount:
    """The number with the currency before it and the unit behind it; nothing before token ``free`` is taken."""
    item = Amount(numeral)
    before = word_at(doc.low, item.start - 1)
    signed = not before[:1].isalpha() or before in SIGNING
    sign = sign_before(doc, item.start) if signed else None
    if sign is not None and sign[1] < free:
        sign = None
    if signed and sign is None and (minus := _minus(doc, item)) >= 0:
        _negate(item, minus)
        sign = sign_before(doc, item.start) if doc.low[minus] in MINUSES else None
    if sign is not None:
        item.unit, item.first = sign
        item.kind = MONEY
    if numeral.suffix:
        return _suffixed(doc, item, numeral.suffix)
    (_read_unit if item.unit is None else _currency_again)(doc, item, numeral.form in FIGURES)
    return item


MINUSES = ("-", "−", "–")
SIGNING = LETTERS | {"minus", "negative"}
"""Words that may stand before a number as its sign, or as a part of it."""
FIGURES = ("digits", "scaled", "fraction")
"""Forms of numbers that may have figures in them."""


def _minus(doc: Document, item: Amount) -> int:
    """The token of the minus before a number, as a mark or a word; -1 without one."""
    k = item.start - 1
    if k >= 0 and doc.toks[k] in MINUSES and item.form in FIGURES and _opens(doc, k):
        return k
    k -= k > 0 and doc.low[k] in HYPHENS
    return k if item.best is not None and word_at(doc.low, k) in ("minus", "negative") else -1


def _currency_again(doc: Document, item: Amount, digits: bool) -> None:
    """The scale letter, and the currency named again or more exactly, behind a number with a currency sign: "$5 m", "$20 Canadian dollars"."""
    word = word_at(doc.low, item.end)
    j = item.end
    if word in ("m", "b", "k", "t", "mm") and digits and item.scale == 1:
        j = _scale_letter(item, SUFFIXES[word])
    after = unit_at(doc, j, False)
    if after is not None and after[0].kind is MONEY and (after[0] == item.unit or after[0].name != "USD" and not doc.low[j].endswith("s")):
        item.unit, item.end = after


def _read_unit(doc: Document, item: Amount, digits: bool) -> None:
    """The unit behind a number, with what belongs to it: a scale, a half, an age, a power."""
    low, j = doc.low, item.end
    if word_at(low, j) not in measuring():
        return
    if digits and item.scale == 1 and doc.toks[j].rstrip(" ") in ("k", "M", "B"):
        j = _scale_letter(item, SUFFIXES[low[j]])
    j = _past_hyphen(doc, j)
    found, boxed = unit_at(doc, j, digits), False
    if found is None and digits:
        found, boxed = _marked_unit(doc, j)
    if found is None and word_at(low, j)[:1] == "m" and doc.toks[j][0] == "M" and doc.toks[j][1:].rstrip(" ") in CODES:
        rescale(item, 1_000_000)  # 120 MEUR
        found = CODES[doc.toks[j][1:].rstrip(" ")], j + 1
    if found is None or _ordinary_word(doc, item, j + boxed, found[0]):
        return
    item.unit, item.end = found
    if item.unit.kind is MONEY and word_at(low, item.end) in SCALES and item.scale == 1:
        rescale(item, SCALES[low[item.end]])  # 75 USD million
        item.end += 1
    item.kind = item.unit.kind
    item.noun, item.noun_end = (found[1] - 1 if low[found[1] - 2].isalnum() or found[1] - j - boxed < 3 else j + boxed), found[1]  # noqa: PLR2004
    item.end += boxed
    if item.unit.name == "pound" and item.scale >= 1_000_000:  # noqa: PLR2004
        item.unit, item.kind = POUNDS, MONEY
    if item.best is not None and low[item.end : item.end + 3] == ["and", "a", "half"]:
        item.low = item.best = item.high = item.best + Fraction(1, 2)  # an hour and a half
        item.end += 3
    _age(doc, item)
    _powered(doc, item)


def _past_hyphen(doc: Document, j: int) -> int:
    """The token where a unit is looked for: past a blank or hyphen, also one between blanks ("30 - year bonds" of tokenised text)."""
    low, word = doc.low, word_at(doc.low, j)
    loose = doc.toks[j - 1][-1] == " " and word in HYPHENS and doc.toks[j][-1] == " " and word_at(low, j + 1) in WORDS
    return j + (word == " " or word in HYPHENS and doc.glued(j) or loose)


def _marked_unit(doc: Document, j: int) -> tuple[tuple[Unit, int] | None, bool]:
    """The unit in brackets behind digits ("20 [kg]"), and that it is; or inches ("5 in.")."""
    low, after = doc.low, word_at(doc.low, j + 1)
    if word_at(low, j) in ("[", "<") and word_at(low, j + 2) in ("]", ">"):
        return unit_at(doc, j + 1, True), True
    return ((WORDS["inch"], j + 1) if word_at(low, j) == "in" and after in ("", ".", ",", ")") else None), False


def _scale_letter(item: Amount, scale: int) -> int:
    """Take the letter behind the number as its scale; the token after it."""
    rescale(item, scale)
    item.stop = item.end = item.end + 1
    return item.end


def _powered(doc: Document, item: Amount) -> None:
    """A unit's power written out: km^2, km^3."""
    j = item.end
    if item.unit is not None and item.unit.kind is QuantityKind.LENGTH and j + 1 < len(doc.low) and doc.low[j] == "^" and doc.low[j + 1] in ("2", "3"):
        unit = WORDS.get(f"{'square' if doc.low[j + 1] == '2' else 'cubic'} {item.unit.name}")
        if unit is not None:
            item.unit, item.kind, item.end = unit, unit.kind, j + 2


def _ordinary_word(doc: Document, item: Amount, j: int, unit: Unit) -> bool:
    """Whether a unit's word is no unit here: "won" as a verb, "won" by a few."""
    word = doc.low[j]
    if word == "mi" and doc.toks[j][0] == "M":  # five Mi 8 helicopters
        return True
    if word in ("won", "rand", "real", "dong", "lira", "dram") and item.best is not None and item.best < 100:  # noqa: PLR2004
        return True
    if word in ("degrees", "degree", "magnitude") and item.form == "words" and unit.kind is QuantityKind.OTHER:
        return doc.low[j] == "degrees" and j + 1 < len(doc.low) and doc.low[j + 1] == "in"
    return word == "second" and j + 1 < len(doc.low) and doc.low[j] == "second" and isinstance(item.best, int) and item.best != 1 and doc.low[j - 1] not in HYPHENS


def _opens(doc: Document, k: int) -> bool:
    """Whether the mark at token k stands free before what it is glued to: a sign, not a hyphen."""
    return doc.toks[k][-1] != " " and (k == 0 or doc.toks[k - 1][-1].isspace() or doc.toks[k - 1][0] in "(<>=~[$")


def _negate(item: Amount, first: int) -> None:
    for name in ("low", "best", "high"):
        setattr(item, name, -getattr(item, name))
    item.first = item.start = first
    item.form = "negative"


def rescale(item: Amount, by: int) -> None:
    for name in ("low", "best", "high"):
        value = getattr(item, name)
        setattr(item, name, None if value is None else value * by)
    item.scale = by


def _suffixed(doc: Document, item: Amount, suffix: str) -> Amount:
    """Letters glued to digits: a scale behind a currency sign ("$5m"), else a unit ("5km"), else a code ("5G")."""
    scale = SUFFIXES.get(suffix)
    unit = suffix_unit(doc.toks[item.end - 1].rstrip(" ")[-len(suffix) :])  # as it is written
    if scale is not None and (item.unit is not None or suffix in ("k", "b") or suffix == "m" and (doc.toks[item.end - 1].rstrip(" ")[-1] == "M" or _is_million(doc, item))):
        rescale(item, scale)
        if item.unit is None:
            found = unit_at(doc, item.end, True)
            if found is not None:
                item.measured(*found)
        return item
    square = unit_at(doc, item.end, True) if suffix in ("sq", "cu") else None
    area = WORDS.get(f"{'square' if suffix == 'sq' else 'cubic'} {square[0].name}") if square is not None else None
    if area is not None and square is not None:  # 3,900sq m
        item.measured(area, square[1])
        return item
    if unit is None or item.unit is not None:
        item.form = "code"
        return item
    j = item.end
    speed = WORDS.get(f"{suffix}/{doc.low[j + 1]}") if j + 1 < len(doc.low) and doc.low[j] == "/" else None
    item.unit, item.kind = speed or unit, (speed or unit).kind
    item.noun, item.noun_end = j - 1, j
    item.end += 2 if speed else 0
    _powered(doc, item)
    return item


def _is_million(doc: Document, item: Amount) -> bool:
    """Whether the m of "50m" is million: a currency or a plural noun follows."""
    found = unit_at(doc, item.end, False)
    if found is not None:
        return found[0].kind is not QuantityKind.LENGTH
    noun = head_noun(doc, item.end, False)
    return noun >= 0 and role(doc, noun) == "p"


def _age(doc: Document, item: Amount) -> None:
    """ "two-year-old", "years old", "years of age", "y.o." make an age of a duration."""
    if item.kind is not DURATION:
        return
    low, j = doc.low, item.end
    if low[j - 1] == "y.o.":
        item.kind = AGE
    elif j + 1 < len(doc.low) and (low[j] in HYPHENS and low[j + 1] in ("old", "olds")):
        item.kind, item.end = AGE, j + 2
    elif j < len(doc.low) and low[j] == "old":
        item.kind, item.end = AGE, j + 1
    elif j + 1 < len(doc.low) and low[j] == "of" and low[j + 1] == "age":
        item.kind, item.end = AGE, j + 2
