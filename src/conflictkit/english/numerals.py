"""Numerals: what number the words, digits and marks at a place in the text name, with exact arithmetic."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Any, NamedTuple

from conflictkit._document import Document
from conflictkit._lexicon import read_tables

WORDS: dict[str, dict[str, Any]] = read_tables("conflictkit.english", "numerals.toml")
SMALL: dict[str, int] = WORDS["small"]
TENS: dict[str, int] = WORDS["tens"]
SCALES: dict[str, int] = WORDS["scales"]
SUFFIXES: dict[str, int] = WORDS["suffixes"]
VAGUE: dict[str, list[int]] = WORDS["vague"]
SOME: dict[str, list[int]] = WORDS["some"]
DENOMINATORS: dict[str, int] = WORDS["denominators"]
PLURAL_DENOMINATORS = {word + "s": value for word, value in DENOMINATORS.items() if word != "halves"} | {"halves": 2}
NO_FRACTIONS = frozenset(WORDS["never"]["fractions"])
LAST_DENOMINATORS = {word + "s": value for word, value in (WORDS["last_denominators"] | DENOMINATORS).items() if value < 10}  # noqa: PLR2004
SCALE_FORMS = SCALES | {word + "s": value for word, value in SCALES.items()}
CARDINALS = SMALL | TENS
VULGAR = "½¼¾⅓⅔⅛⅜⅝⅞"
STARTS = (*CARDINALS, *SCALES, *VAGUE, *DENOMINATORS, *PLURAL_DENOMINATORS, "both", "couple", "pair", "point")
"""Words at which a numeral is looked for ("a" and "half a" are found from the word that follows them)."""

HYPHENS = "-‐‑‒–"
LITERAL = re.compile(
    r"""
    (?P<whole> \d{1,3}(?:,\d{2,3})+ | \d{1,3}(?:\.\d{3}){2,} | \d+ )
    (?P<part> \.\d+ )?
    (?P<power> e\d+ )?
    (?P<suffix> [^\W\d_]+[23²³]? )?
    (?P<vulgar> [½¼¾⅓⅔⅛⅜⅝⅞] )?
    """,
    re.VERBOSE,
)
THREE = re.compile(r"\d{3}(?!\d)")
BLANKS = " \u2009\u202f\u00a0"
LONGEST = 40
"""Most digits and marks of one literal: no text needs more, and arithmetic on longer ones is slow."""

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
        if exponent > 40:  # noqa: PLR2004
            return None
        value = value * 10**exponent
    if found["vulgar"]:
        value = value + Fraction(unicodedata.numeric(found["vulgar"])).limit_denominator(8)
    plain = not (part or power or found["suffix"] or found["vulgar"]) and marks == whole
    return Literal(value, found["suffix"] or "", len(whole) if plain else 0)


LITERALS = _Literals()


def read(doc: Document, k: int) -> Numeral | None:
    """The numeral that stands at token k, or that token k ("hundred" of "a hundred") gives away."""
    low = doc.low
    word = low[k]
    made = _vague(low, k) if word in VAGUE else None
    if made is not None:
        return made
    if word[0].isdigit() or word == "point" or word in VULGAR:
        made = _digits(doc, k)
    elif word in CARDINALS:
        made = _words(doc, k)
    elif word in SCALES:
        made = _scale_alone(doc, k)
    elif word in DENOMINATORS or word in PLURAL_DENOMINATORS:
        return _fraction_alone(doc, k)
    elif word == "both":
        return Numeral(k, k + 1, 2, 2, 2, 1, "both")
    elif word in ("couple", "pair"):
        return Numeral(k - 1, k + 1, 2, 2, 2, 1, "words") if k and low[k - 1] == "a" and _at(low, k + 1) in ("of", "more", "dozen") else None
    if made is None:
        return None
    return _out_of(doc, _with_fraction(doc, made))


# --- digits ----------------------------------------------------------------------------------------------------------


def _digits(doc: Document, k: int) -> Numeral | None:
    """Digits with their marks, a scale word or a glued letter: 1,200  1 200  2.5 million  25k  1/2  7 3/4."""
    low, toks = doc.low, doc.toks
    if low[k] == "point":
        return _point(doc, k, 0, k)
    found = LITERALS[low[k]]
    if found is None:
        return None
    value, suffix, digits = found
    start, end = k, k + 1
    if k and toks[k - 1] == "." and digits and (k == 1 or not toks[k - 2][-1].isalnum()):
        value, start, digits = Fraction("." + low[k]), k - 1, 0  # .25
    elif 0 < digits <= 3 and value:  # noqa: PLR2004
        value, end = _grouped(toks, k, int(value))
    if suffix:
        scale = SUFFIXES.get(suffix)
        if suffix == "e" and _at(low, end) in HYPHENS and LITERALS[_at(low, end + 1) or "x"] is not None:
            power = LITERALS[low[end + 1]]
            if power is not None and power.digits and power.value < 40:  # noqa: PLR2004
                return _number(start, end + 2, value / Fraction(10) ** int(power.value), "digits")
        if scale is None or suffix in ("m", "t", "mm", "b", "k"):
            return Numeral(start, end, value, value, value, 1, "digits", suffix)
        return _scaled(start, end, value, scale)
    if digits and doc.glued(k) and _at(low, end) == "/":
        over = LITERALS[low[end + 1]] if end + 1 < len(low) else None
        if over is not None and over.digits and over.value and doc.glued(end) and not over.suffix:
            if f"{low[k]}/{low[end + 1]}" in NO_FRACTIONS or (over.digits > 3):  # noqa: PLR2004
                return None
            return _number(start, end + 2, Fraction(int(value), int(over.value)), "fraction")
    powered = _power(doc, start, end, value) if _at(low, end) in ("^", "×", "x", "x10") else None
    return powered or scales_after(doc, start, end, value, "digits")


def _power(doc: Document, start: int, end: int, value: Value) -> Numeral | None:
    """Powers: 2^10, 2.5^-1, 4.2×10^5, 2.5×10−6."""
    low = doc.low
    if low[end] == "^":
        exponent, stop = _signed(low, end + 1)
        base = value
        if exponent is None or not 0 < base <= 1_000_000:  # noqa: PLR2004
            return None
        return _number(start, stop, Fraction(base) ** exponent, "digits")
    j = end + 1 if low[end] == "x10" else end + 2
    if low[end] != "x10" and _at(low, end + 1) != "10":
        return None
    exponent, stop = _signed(low, j + (_at(low, j) == "^"))
    return None if exponent is None else _number(start, stop, value * Fraction(10) ** exponent, "digits")


def _signed(low: list[str], k: int) -> tuple[int | None, int]:
    """A small whole exponent with its sign, and where it ends."""
    minus = _at(low, k) in ("-", "−", "–")
    word = _at(low, k + minus)
    if not word.isdecimal() or int(word) > 40:  # noqa: PLR2004
        return None, k
    return (-int(word) if minus else int(word)), k + minus + 1


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
    low = doc.low
    total: Value = 0
    group: Value | None = value
    last = 1
    while True:
        j = _part(doc, end)
        word = _at(low, j)
        scale = SCALE_FORMS.get(word)
        if scale is None:
            break
        if group is not None:
            total, group, last = total + group * scale, None, scale
        elif total and total < scale or scale > last:
            total, last = total * scale, scale
        else:
            break
        end = j + 1
        if scale >= 100 and form == "digits":  # noqa: PLR2004
            more = LITERALS[_at(low, end) or "x"]
            if more is not None and 0 < more.digits < 4 and more.value < scale and _at(low, end + 1) in SCALES and SCALES[low[end + 1]] < scale:  # noqa: PLR2004
                group, end = more.value, end + 1
            elif _at(low, end) == "and" and scale == 100:  # noqa: PLR2004
                more = LITERALS[_at(low, end + 1) or "x"]
                if more is not None and 0 < more.digits < 3 and total > scale:  # noqa: PLR2004
                    return _number(start, end + 2, total + more.value, form)
                if _at(low, end + 1) in CARDINALS:
                    tail, stop, _ = _cardinal(doc, end + 1)
                    return _number(start, stop, total + tail, form) if tail < scale else Numeral(start, end, total, total, total, last, "scaled")
    if group is not None:
        return _number(start, end, group, form)
    return Numeral(start, end, total, total, total, last, "scaled")


# --- words -----------------------------------------------------------------------------------------------------------


def _words(doc: Document, k: int) -> Numeral | None:
    """A number in words: "two hundred and fifty thousand", "twenty-five hundred", "one point five million"."""
    value, end, scale = _cardinal(doc, k)
    if _at(doc.low, end) == "point":
        made = _point(doc, end, value, k)
        if made is not None:
            return made
    return Numeral(k, end, value, value, value, scale, "scaled" if scale > 1 else "words")


def _cardinal(doc: Document, k: int) -> tuple[int, int, int]:
    """Value, end and last scale of the number words from token k on, which is one of them."""
    low = doc.low
    total = 0
    group = -1  # the group being read, -1 when none is open
    last = 0  # the scale that closed the last group
    open_tens = False
    end = j = k
    joined = False
    while j < len(low):
        word = low[j]
        small = SMALL.get(word)
        if small is not None:
            if group < 0 or (open_tens and 0 < small < 10) or (group % 100 == 0 and group > 0):  # noqa: PLR2004
                group, open_tens = max(group, 0) + small, False
            else:
                break
        elif word in TENS:
            if group >= 0 and (group == 0 or group % 100):
                break
            group, open_tens = max(group, 0) + TENS[word], True
        elif word == "hundred" and 0 < group < 100:  # noqa: PLR2004
            group, open_tens = group * 100, False
        elif word in ("dozen", "dozens", "doz") and group > 0 and not total:
            few = group % 100
            return (group - few + few * 12 if few else group * 12), j + 1, 12
        elif word in SCALE_FORMS and SCALE_FORMS[word] >= 1000:  # noqa: PLR2004
            scale = SCALE_FORMS[word]
            if group > 0 and (not last or scale < last):
                total, group, last = total + group * scale, -1, scale
            elif group < 0 and total and scale > last:
                total, last = total * scale, scale
            else:
                break
            open_tens = False
        else:
            break
        end, joined = j + 1, False
        j = _part(doc, end)
        if _at(low, j) == "and" and not joined and (group % 100 == 0 and group > 0 or (group < 0 and total)):
            nxt = _part(doc, j + 1)
            if _at(low, nxt) in CARDINALS and not _own_scale(doc, nxt, last if group < 0 else 0):
                j, joined = nxt, True
    if group < 0:
        return total, end, last
    return total + group, end, 1


def _own_scale(doc: Document, k: int, last: int) -> bool:
    """Whether the number after "and" is a number of its own: it ends in a scale as great as the one before ("two million and five million")."""
    if not last:
        return False
    return _cardinal(doc, k)[2] >= last


def _point(doc: Document, k: int, value: int, start: int) -> Numeral | None:
    """Decimals in words: "point" at token k, then digits one by one."""
    low = doc.low
    places = ""
    end = k + 1
    while end < len(low) and len(places) < 15 and (SMALL.get(low[end], 10) < 10 or low[end].isdecimal() and not places):  # noqa: PLR2004
        places += low[end] if low[end].isdecimal() else str(SMALL[low[end]])
        end += 1
        if places and low[end - 1].isdecimal():
            break
    if not places:
        return None
    return scales_after(doc, start, end, value + Fraction("." + places), "words")


def _scale_alone(doc: Document, k: int) -> Numeral | None:
    """A scale word after "a", "half a", "several", "a few", "a quarter of a": the number starts before token k."""
    low = doc.low
    scale = SCALES[low[k]]
    before, before2 = (low[k - 1] if k else ""), (low[k - 2] if k > 1 else "")
    if low[k] in ("mn", "mln", "bn", "tn"):
        return None
    if before in SOME or (before == "couple" or (before == "of" and before2 == "couple")):
        a, b = SOME.get(before, (2, 2))
        start = k - 1 if before in SOME or before == "couple" else k - 2
        start -= start > 0 and low[start - 1] == "a"
        after = scales_after(doc, start, k, 1, "words")
        if a == b:
            return Numeral(start, after.end, *_times(after, 2), after.scale, "scaled")
        top = after.value or 1
        return Numeral(start, after.end, None, a * top, b * top, after.scale, "vague")
    if before in ("a", "an") or low[k] in ("hundred", "dozen", "thousand") and before not in ("the", "this", "that"):
        start, value = (k - 1 if before in ("a", "an") else k), Fraction(1)
        if start == k and not (before == "" and _at(low, k + 1) in CARDINALS):
            return None
        if k > 1 and before2 in ("half", "quarter", "third"):
            value, start = Fraction(1, DENOMINATORS[before2]), k - 2
            start -= k > 2 and low[k - 3] == "a"  # noqa: PLR2004
        elif k > 2 and before2 == "of" and low[k - 3] in DENOMINATORS:  # noqa: PLR2004
            value, start = Fraction(1, DENOMINATORS[low[k - 3]]), k - 3
            if start and low[start - 1] in ("a", "one"):
                start -= 1
            elif start > 1 and low[start - 1] in HYPHENS and low[start - 2] == "one":
                start -= 2
        elif k > 2 and before2 == "of" and low[k - 3] in PLURAL_DENOMINATORS and k > 3 and low[k - 4] in SMALL:  # noqa: PLR2004
            value, start = Fraction(SMALL[low[k - 4]], PLURAL_DENOMINATORS[low[k - 3]]), k - 4
        after = scales_after(doc, start, k, value, "words")
        if value == 1 and scale >= 100:  # "a hundred and twenty thousand"  # noqa: PLR2004
            grown = _grow(doc, after)
            if grown is not None:
                return grown
        return after
    if before in ("half", "quarter") or (before in HYPHENS and before2 in ("half", "quarter")):
        name = before if before in DENOMINATORS else before2
        start = k - (1 if before == name else 2)
        start -= start > 0 and low[start - 1] in ("a", "one")
        return scales_after(doc, start, k, Fraction(1, DENOMINATORS[name]), "words")
    return None


def _grow(doc: Document, head: Numeral) -> Numeral | None:
    """The rest of a number that began with "a hundred", "a thousand": "a hundred and twenty thousand"."""
    low = doc.low
    j = head.end
    if _at(low, j) == "and":
        j += 1
    if _at(low, j) not in CARDINALS or head.value is None:
        return None
    value, end, scale = _cardinal(doc, j)
    if head.scale == 100 and scale >= 1000 and value < 100 * scale:  # noqa: PLR2004
        return Numeral(head.start, end, *(3 * (100 * scale + value,)), scale, "scaled")
    if value >= head.scale:
        return None
    return _number(head.start, end, head.value + value, "words")


# --- fractions -------------------------------------------------------------------------------------------------------


def _with_fraction(doc: Document, made: Numeral) -> Numeral:
    """What may follow a whole number: "and a half", "-thirds", "1/2", "in five", and a scale behind it."""
    low, end, value = doc.low, made.end, made.value
    if value is None or made.suffix or end >= len(low):
        return made
    j = _part(doc, end)
    word = _at(low, j)
    if low[j - 1] in HYPHENS and low[j - 2] in TENS and word in LAST_DENOMINATORS and value > TENS[low[j - 2]]:
        tens = TENS[low[j - 2]]  # "one hundred thirty-fifths"
        return _number(made.start, j + 1, (value - tens) / Fraction(tens + LAST_DENOMINATORS[word]), "fraction")
    if word in TENS and j == end and _at(low, j + 1) in HYPHENS and _at(low, j + 2) in LAST_DENOMINATORS:
        return _number(made.start, j + 3, Fraction(value) / (TENS[word] + LAST_DENOMINATORS[low[j + 2]]), "fraction")
    if word in PLURAL_DENOMINATORS and value != 1 and made.form in ("words", "digits") and word not in ("seconds",):
        if word == "quarters" and j == end and _at(low, j + 1) not in ("of", "a", "the") and value != 3:  # noqa: PLR2004
            return made
        return _number(made.start, j + 1, Fraction(value) / PLURAL_DENOMINATORS[word], "fraction")
    if word in DENOMINATORS and value == 1 and made.form == "words" and word != "halves":
        if j > end or _opens_whole(doc, j + 1):
            return _number(made.start, j + 1, Fraction(1, DENOMINATORS[word]), "fraction")
        return made
    if word == "and":
        after = _half(doc, _part(doc, j + 1))
        if after is not None:
            share, stop = after
            added = share * made.scale if made.form == "scaled" else share
            grown = scales_after(doc, made.start, stop, value + added, "words")
            return grown if grown.scale > 1 else grown._replace(form="words")
    nxt = LITERALS[low[j]] if low[j][0].isdigit() or low[j] in VULGAR else None
    if nxt is not None and made.form == "digits" and isinstance(value, int):
        if low[j] in VULGAR:
            return scales_after(doc, made.start, j + 1, value + nxt.value, "words")
        if nxt.digits and _at(low, j + 1) in ("/",):
            over = LITERALS[_at(low, j + 2) or "x"]
            if over is not None and over.digits and nxt.value < over.value:
                return scales_after(doc, made.start, j + 3, value + Fraction(int(nxt.value), int(over.value)), "words")
    return made


def _out_of(doc: Document, made: Numeral) -> Numeral:
    """ "one in five", "nine in 10", "one out of every three": a share of round or small wholes."""
    low, j = doc.low, made.end
    if made.value is None or made.suffix or made.form not in ("digits", "words") or made.value > 99:  # noqa: PLR2004
        return made
    if _at(low, j) == "out" and _at(low, j + 1) == "of" and made.value == 1:
        j += 2
    elif _at(low, j) == "in":
        j += 1
    elif _at(low, j) == "over" and made.value == 1 and _at(low, j + 1) in CARDINALS:
        whole, end, _ = _cardinal(doc, j + 1)
        return _number(made.start, end, Fraction(1, whole), "fraction") if whole and end == len(low) else made
    else:
        return made
    every = _at(low, j) == "every"
    j += every
    word = _at(low, j)
    if word in CARDINALS:
        whole, end, _ = _cardinal(doc, j)
    else:
        literal = LITERALS[word] if word and word[0].isdigit() else None
        if literal is None or not literal.digits or not isinstance(literal.value, int):
            return made
        whole, end = literal.value, j + 1
    if not made.value < whole or not (made.value == 1 or every or whole in (5, 10, 100, 1000)):
        return made
    return _number(made.start, end, Fraction(made.value) / whole, "fraction")


def _half(doc: Document, k: int) -> tuple[Fraction, int] | None:
    """ "a half", "half", "three quarters" after "and"."""
    low = doc.low
    if _at(low, k) == "half":
        return Fraction(1, 2), k + 1
    top = 1 if _at(low, k) == "a" else SMALL.get(_at(low, k), 0)
    j = _part(doc, k + 1)
    word = _at(low, j)
    if top == 1 and word in DENOMINATORS and word != "halves":
        return Fraction(1, DENOMINATORS[word]), j + 1
    if top > 1 and word in PLURAL_DENOMINATORS:
        return Fraction(top, PLURAL_DENOMINATORS[word]), j + 1
    return None


def _fraction_alone(doc: Document, k: int) -> Numeral | None:
    """ "half of", "a third of", "half a mile", "a quarter"; an ordinal ("the third man", "the first half") is none."""
    low, word = doc.low, doc.low[k]
    if word not in DENOMINATORS or word == "halves":
        return None
    before, after = (low[k - 1] if k else ""), _at(low, k + 1)
    if before == "a" and k > 1 and low[k - 2] == "and":
        return None
    if word == "half":
        if after in ("of", "the", "its", "their", "his", "our", "that", "those", "these", "all", "way"):
            if before in ("first", "second", "other", "latter", "top", "last", "this", "that", "lower", "upper", "bottom", "better", "early", "late", "northern", "southern", "eastern", "western") or after == "way":
                return None
        elif after in ("a", "an"):
            if k + 2 < len(low) and low[k + 2] in SCALES:
                return None
            return _number(k, k + 2, Fraction(1, 2), "fraction")
        elif not (before == "a" and after not in HYPHENS or before in ("than", "nearly", "almost", "about", "around", "over", "by", "under", "roughly", "approximately", "least")):
            return None
        elif after in HYPHENS:
            return None
        return _number(k - (before == "a"), k + 1, Fraction(1, 2), "fraction")
    if before == "a" and _opens_whole(doc, k + 1):
        return _number(k - 1, k + 1, Fraction(1, DENOMINATORS[word]), "fraction")
    return None


def _opens_whole(doc: Document, k: int) -> bool:
    """Whether a fraction can end here: "of" or a mark follows, or the text ends."""
    word = _at(doc.low, k)
    if word == "of":
        return _at(doc.low, k + 1) not in ("a", "an") or _at(doc.low, k + 2) not in SCALES
    return word in ("", "and", "or", "to", "in", "from", "the", "more", "less", "as", "for", "since", "by", "on", "over") or not word[0].isalnum() and word not in HYPHENS


def _vague(low: list[str], k: int) -> Numeral | None:
    """ "dozens", "tens of thousands": an interval; "tens" and "scores" count only before "of" and the like."""
    word = low[k]
    if k and low[k - 1][-1].isdigit() and word in ("lakhs", "crores"):
        return None
    a, b = VAGUE[word]
    after = _at(low, k + 1)
    if word in ("tens", "scores") and after != "of" and not (word == "scores" and after in ("more", "were", "dead", "killed", "wounded", "injured", "others")):
        return None
    end = k + 1
    if after == "of" and _at(low, k + 2) in VAGUE and VAGUE[low[k + 2]][0] > a:
        a, b = a * VAGUE[low[k + 2]][0], b * VAGUE[low[k + 2]][0]
        end = k + 3
    return Numeral(k, end, None, a, b, 1, "vague")


# --- small parts -----------------------------------------------------------------------------------------------------


def _at(low: list[str], k: int) -> str:
    return low[k] if 0 <= k < len(low) else ""


def _part(doc: Document, k: int) -> int:
    """The token where the next word of a number stands: past one hyphen or blank."""
    low = doc.low
    if k < len(low) and (low[k] in HYPHENS or low[k] == " ") and k + 1 < len(low):
        return k + 1
    return k


def _number(start: int, end: int, value: Value, form: str) -> Numeral:
    return Numeral(start, end, value, value, value, 1, form)


def _scaled(start: int, end: int, value: Value, scale: int) -> Numeral:
    return Numeral(start, end, value * scale, value * scale, value * scale, scale, "scaled")


def _times(numeral: Numeral, factor: int) -> tuple[Value, Value, Value]:
    value = (numeral.value or 0) * factor
    return value, value, value


def plain(value: Value | None) -> int | float | None:
    """An int where the number is whole, else the nearest float."""
    if value is None or isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else float(value)
