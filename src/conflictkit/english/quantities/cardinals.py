"""Whole and decimal numbers: digits with their marks and scales, and the number words, with exact arithmetic."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from conflictkit._document import Document

from ..tables import TABLES

TABLE = TABLES.numerals
SMALL: dict[str, int] = TABLE.small
TENS: dict[str, int] = TABLE.tens
SCALES: dict[str, int] = TABLE.scales
SUFFIXES: dict[str, int] = TABLE.suffixes
VAGUE: dict[str, list[int]] = TABLE.vague
SOME: dict[str, list[int]] = TABLE.some
DENOMINATORS: dict[str, int] = TABLE.denominators
PLURAL_DENOMINATORS = {word + "s": value for word, value in DENOMINATORS.items() if word != "halves"} | {"halves": 2}
NO_FRACTIONS = frozenset(TABLE.never.fractions)
LAST_DENOMINATORS = {word + "s": value for word, value in (TABLE.last_denominators | DENOMINATORS).items() if value < 10}  # noqa: PLR2004
SCALE_FORMS = SCALES | {word + "s": value for word, value in SCALES.items()}
GLUED = {ten + one: value + SMALL[one] for ten, value in TENS.items() for one in SMALL if 0 < SMALL[one] < 10}  # noqa: PLR2004
"""Tens and ones without a hyphen: "twentyone"."""
CARDINALS = SMALL | TENS | GLUED
MULTIPLES: dict[str, float] = TABLE.multiples
ARTICLE_UNITS, ARTICLE_SPANS = TABLE.article.units, TABLE.article.spans
VULGAR = frozenset("½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
STARTS = (*CARDINALS, *SCALES, *VAGUE, *DENOMINATORS, *VULGAR, *MULTIPLES, *ARTICLE_UNITS, *ARTICLE_SPANS, "both", "couple", "pair", "point")
"""Words at which a numeral is looked for ("a" and "half a" are found from the word that follows them)."""

HYPHENS = frozenset("-‐‑‒–")
LITERAL = re.compile(
    r"""
    (?P<whole> \d{1,3}(?:,\d{2,3})+ | \d{1,3}(?:\.\d{3}){2,} | \d+ )
    (?P<part> \.\d+ )?
    (?P<power> e\d+ )?
    (?P<suffix> [^\W\d_]+[23²³]? )?
    (?P<vulgar> [½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] )?
    """,
    re.VERBOSE,
)
THREE = re.compile(r"\d{3}(?!\d)")
LONGEST = 40
"""Most digits and marks of one literal, and its highest power: no text needs more, and arithmetic on longer ones is slow."""
PLACES = 15
"""Most decimals told in words: a float holds no more."""

Value = int | Fraction


class Literal(NamedTuple):
    """A token of digits: its value and the letters glued to it."""

    value: Value
    suffix: str
    digits: int
    """How many digits stand before the point; 0 where the token has marks or letters."""


class Numeral(NamedTuple):
    """A numeral at tokens ``start`` to ``end``."""

    start: int
    end: int
    value: Value | None
    """None for vague plurals."""
    low: Value | None
    high: Value | None
    scale: int
    """The scale word or letter it ends with, which a range shares ("5 to 6 million"); 1 without."""
    form: str
    """digits, words, scaled, fraction, vague."""
    suffix: str = ""
    """Letters glued to the digits that are no scale: a unit."""


class _Literals(dict[str, "Literal | None"]):
    """Token -> its literal, None for tokens that are no number."""

    def __missing__(self, token: str) -> Literal | None:
        made = _literal(token)
        if len(self) < 100_000:  # a process that sees endless new tokens keeps its memory
            self[token] = made
        return made


def _literal(token: str) -> Literal | None:
    found = LITERAL.fullmatch(token) if len(token) <= LONGEST else None
    if found is None:
        return Literal(Fraction(unicodedata.numeric(token)).limit_denominator(8), "", 0) if token and token in VULGAR else None
    whole, part, power = found["whole"], found["part"], found["power"]
    if "," in whole and not re.fullmatch(r"\d{1,3}(,\d{3})+|\d{1,2}(,\d\d)+,\d{3}", whole):
        return None
    marks = whole.replace(",", "").replace(".", "")
    value: Value = int(marks)
    if part:
        value = Fraction(marks + part)
    if power:
        exponent = int(power[1:])
        if exponent > LONGEST:
            return None
        value = value * 10**exponent
    if found["vulgar"]:
        value = value + Fraction(unicodedata.numeric(found["vulgar"])).limit_denominator(8)
    plain = not (part or power or found["suffix"] or found["vulgar"]) and marks == whole
    return Literal(value, found["suffix"] or "", len(whole) if plain else 0)


LITERALS = _Literals()


def digits(doc: Document, k: int) -> Numeral | None:
    """Digits with their marks, a scale word or a glued letter: 1,200  1 200  2.5 million  25k  1/2  7 3/4."""
    low, toks = doc.low, doc.toks
    if low[k] == "point":
        return point(doc, k, 0, k) if toks[k][0] == "p" else None  # not "Point 1607"
    found = LITERALS[low[k]]
    if found is None:
        return None
    value, suffix, digits = found
    start, end = k, k + 1
    if digits and word_at(toks, k - 1) == "." and not word_at(toks, k - 2)[-1:].isalnum():
        value, start, digits = Fraction("." + low[k]), k - 1, 0  # .25
    elif 0 < digits <= 3 and value:  # noqa: PLR2004
        value, end = _grouped(toks, k, int(value))
    if suffix:
        return _with_suffix(low, start, end, value, suffix)
    if digits and doc.glued(k) and word_at(low, end) == "/" and doc.glued(end):
        over = LITERALS[low[end + 1]]
        if over is not None and over.digits and over.value:
            never = f"{low[k]}/{low[end + 1]}" in NO_FRACTIONS or over.digits > 3 or word_at(low, end + 2) == "/" and doc.glued(end + 1)  # noqa: PLR2004
            return None if never else number(start, end + 2, Fraction(int(value), int(over.value)), "fraction")
    powered = _power(doc, start, end, value) if word_at(low, end) in ("^", "×", "x", "x10") else None
    return powered or scales_after(doc, start, end, value, "digits")


def _with_suffix(low: list[str], start: int, end: int, value: Value, suffix: str) -> Numeral:
    """Digits with letters glued to them: a scale ("25bn"), an exponent ("1e-3"), or a unit; of m, b and k the unit decides later."""
    power = LITERALS[word_at(low, end + 1) or "x"] if suffix == "e" and word_at(low, end) in HYPHENS else None
    if power is not None and power.digits and power.value <= LONGEST:
        return number(start, end + 2, value / Fraction(10) ** int(power.value), "digits")
    scale = SUFFIXES.get(suffix)
    if scale is None or suffix in ("m", "t", "mm", "b", "k"):
        return Numeral(start, end, value, value, value, 1, "digits", suffix)
    return Numeral(start, end, value * scale, value * scale, value * scale, scale, "scaled")


def _power(doc: Document, start: int, end: int, value: Value) -> Numeral | None:
    """Powers: 2^10, 2.5^-1, 4.2×10^5, 2.5×10−6."""
    low = doc.low
    if low[end] == "^":
        exponent, stop = _signed(low, end + 1)
        base = value
        if exponent is None or not 0 < base <= 1_000_000:  # noqa: PLR2004
            return None
        return number(start, stop, Fraction(base) ** exponent, "digits")
    j = end + 1 if low[end] == "x10" else end + 2
    if low[end] != "x10" and word_at(low, end + 1) != "10":
        return None
    exponent, stop = _signed(low, j + (word_at(low, j) == "^"))
    return None if exponent is None else number(start, stop, value * Fraction(10) ** exponent, "digits")


def _signed(low: list[str], k: int) -> tuple[int | None, int]:
    """A small whole exponent with its sign, and where it ends."""
    minus = word_at(low, k) in ("-", "−", "–")
    sign = minus or word_at(low, k) == "+"
    word = word_at(low, k + sign)
    if not word.isdecimal() or len(word) > LONGEST or int(word) > LONGEST:
        return None, k
    return (-int(word) if minus else int(word)), k + sign + 1


def _grouped(toks: list[str], k: int, value: int) -> tuple[int, int]:
    """Thousands set apart by blanks or apostrophes, and the loose commas and points of tokenised text ("10 , 000", "4 . 8")."""
    end = k + 1
    while end < len(toks):
        at = end
        if toks[end - 1][-1] != " ":
            if toks[end] not in ("'", "’", "\u2009", "\u202f", "\u00a0"):
                break
            at = end + 1
        elif toks[end] == ", ":
            at = end + 1
        if at < len(toks) and THREE.match(toks[at]) and len(toks[at].rstrip(" ")) == 3:  # noqa: PLR2004
            value, end = value * 1000 + int(toks[at]), at + 1
        else:
            break
    return value, end


def scales_after(doc: Document, start: int, end: int, value: Value, form: str) -> Numeral:
    """The scale words behind a number: "17.8 thousand", "2,000 million", "3 hundred and 21"."""
    low, total, last = doc.low, value, 1
    while scale := SCALE_FORMS.get(word_at(low, at := next_part(doc, end)), 0):
        if last > 1 and total >= scale and scale <= last:
            break
        total, last, end = total * scale, scale, at + 1
        more = LITERALS[word_at(low, end) or "x"] if form == "digits" and scale >= 100 else None  # noqa: PLR2004
        if more is not None and 0 < more.digits < 4 and more.value < scale and 1 < SCALES.get(word_at(low, end + 1), 1) < scale:  # noqa: PLR2004
            last = SCALES[low[end + 1]]  # "2 million 500 thousand"
            total, end = total + more.value * last, end + 2
        rest, whole = _joined(doc, end, total) if form == "digits" and last == 100 else (0, end)  # noqa: PLR2004
        if rest:
            return number(start, whole, total + rest, form)
    return number(start, end, value, form) if last == 1 else Numeral(start, end, total, total, total, last, "scaled")


def _joined(doc: Document, end: int, total: Value) -> tuple[int, int]:
    """What "and" joins to full hundreds, 0 for nothing, and where it ends: "3 hundred and 21", "3 hundred and twenty-one"."""
    low = doc.low
    more = LITERALS[word_at(low, end + 1) or "x"] if word_at(low, end) == "and" else None
    if more is not None and 0 < more.digits < 3 and total > 100 and word_at(low, end + 2) not in SCALE_FORMS:  # noqa: PLR2004
        return int(more.value), end + 2
    value, stop, _ = cardinal(doc, end + 1) if word_at(low, end) == "and" and word_at(low, end + 1) in CARDINALS else (0, end, 0)
    return (value, stop) if value < 100 else (0, end)  # noqa: PLR2004


def spelled(doc: Document, k: int) -> Numeral | None:
    """A number in words: "two hundred and fifty thousand", "twenty-five hundred", "one point five million"."""
    value, end, scale = cardinal(doc, k)
    if word_at(doc.low, end) == "point":
        made = point(doc, end, value, k)
        if made is not None:
            return made
    return Numeral(k, end, value, value, value, scale, "scaled" if scale > 1 else "words")


class _Spelled:
    """A number in words while it is read: what is complete, the group below a thousand that is open (-1: none), the scale that closed the last one."""

    __slots__ = ("group", "last", "tens", "total")

    def __init__(self) -> None:
        self.total = 0
        self.group = -1
        self.last = 0
        self.tens = False
        """Whether the group ends in tens, so that ones may follow."""

    def take(self, word: str) -> bool:
        """Add a word; False where it begins another number or is none."""
        if (ones := SMALL.get(word, GLUED.get(word))) is not None:
            return self._add(ones, self.group < 0 or self.tens and 0 < ones < 10 or self.group > 0 and self.group % 100 == 0, False)  # noqa: PLR2004
        if word in TENS:
            return self._add(TENS[word], self.group < 0 or self.group > 0 and self.group % 100 == 0, True)
        if word == "hundred" and 0 < self.group < 100:  # noqa: PLR2004
            return self._add(99 * self.group, True, False)
        return self._scale(SCALE_FORMS.get(word, 0))

    def _add(self, value: int, fits: bool, tens: bool) -> bool:
        if fits:
            self.group, self.tens = max(self.group, 0) + value, tens
        return fits

    def _scale(self, scale: int) -> bool:
        """Close the group with a scale word from thousand on: less than the last scale, or more than it right behind ("thousand million")."""
        if scale < 1000:  # noqa: PLR2004
            return False
        if self.group > 0 and (not self.last or scale < self.last):
            self.total, self.group = self.total + self.group * scale, -1
        elif self.group < 0 and self.total and scale > self.last:
            self.total *= scale
        else:
            return False
        self.last, self.tens = scale, False
        return True

    def may_add(self) -> bool:
        """Whether "and" may join more: behind full hundreds or a scale."""
        return self.group > 0 and self.group % 100 == 0 or self.group < 0 and self.total > 0


def cardinal(doc: Document, k: int) -> tuple[int, int, int]:
    """Value, end and last scale of the number words from token k on, which is one of them."""
    low, number = doc.low, _Spelled()
    end = j = k
    while j < len(low):
        if low[j] in ("dozen", "dozens", "doz") and number.group > 0 and not number.total:
            few = number.group % 100
            return (number.group + few * 11 if few else number.group * 12), j + 1, 12
        if not number.take(low[j]):
            break
        end = j + 1
        j = next_part(doc, end)
        if word_at(low, j) == "and" and number.may_add():
            after = next_part(doc, j + 1)
            if word_at(low, after) in CARDINALS and not _own_scale(doc, after, number.last if number.group < 0 else 0):
                j = after
    return (number.total, end, number.last) if number.group < 0 else (number.total + number.group, end, 1)


def _own_scale(doc: Document, k: int, last: int) -> bool:
    """Whether the number after "and" is a number of its own: it ends in a scale as great as the one before ("two million and five million")."""
    for word in doc.low[k : doc.bounds[k][1]] if last else ():
        if SCALES.get(word, 0) >= 1000:  # noqa: PLR2004
            return SCALES[word] >= last
        if word not in CARDINALS and word not in HYPHENS and word not in ("hundred", "and"):
            break
    return False


def point(doc: Document, k: int, value: int, start: int) -> Numeral | None:
    """Decimals in words: "point" at token k, then digits one by one."""
    low = doc.low
    places = ""
    end = k + 1
    while end < len(low) and len(places) < PLACES and (SMALL.get(low[end], 10) < 10 or low[end].isdecimal() and not places and len(low[end]) < LONGEST):  # noqa: PLR2004
        places += low[end] if low[end].isdecimal() else str(SMALL[low[end]])
        end += 1
        if places and low[end - 1].isdecimal():
            break
    if not places:
        return None
    return scales_after(doc, start, end, value + Fraction("." + places), "words")


def word_at(low: list[str], k: int) -> str:
    return low[k] if 0 <= k < len(low) else ""


def next_part(doc: Document, k: int) -> int:
    """The token where the next word of a number stands: past one hyphen or blank."""
    return k + (k + 1 < len(doc.low) and (doc.low[k] in HYPHENS or doc.low[k] == " "))


def number(start: int, end: int, value: Value, form: str) -> Numeral:
    return Numeral(start, end, value, value, value, 1, form)
