"""Numerals: what number the words, digits and marks at a place in the text name: whole, broken, or vague."""

from __future__ import annotations

from fractions import Fraction

from conflictkit._document import Document
from conflictkit._models import QuantityKind

from ..lexicon.claims import VERB
from .cardinals import (
    CARDINALS,
    DENOMINATORS,
    HYPHENS,
    LAST_DENOMINATORS,
    LITERALS,
    PLURAL_DENOMINATORS,
    SCALES,
    SMALL,
    SOME,
    TABLE,
    TENS,
    VAGUE,
    VULGAR,
    Numeral,
    Value,
    cardinal,
    digits,
    next_part,
    number,
    point,
    scales_after,
    spelled,
    word_at,
)
from .units import WORDS as UNITS

SCORED = frozenset({"more", "were", "dead", "killed", "wounded", "injured", "others"})
"""Behind these "scores" are a number, as they are behind a verb of harm: "injuring scores"."""

GOES_ON = frozenset((*LAST_DENOMINATORS, *PLURAL_DENOMINATORS, *DENOMINATORS, *TENS, "and"))
"""Words that a whole number may go on with."""
FIGURES = frozenset((*"0123456789", *VULGAR))
WHOLES, ORDERED, HALF_BEHIND, SPANS = TABLE.half.wholes, TABLE.half.ordered, TABLE.half.behind, TABLE.half.spans


def read(doc: Document, k: int) -> Numeral | None:
    """The numeral that stands at token k, or that token k ("hundred" of "a hundred") gives away."""
    low = doc.low
    word = low[k]
    made = _vague(low, k) if word in VAGUE else None
    if made is not None:
        return made
    if word[0].isdigit() or word == "point" or word in VULGAR:
        made = digits(doc, k)
        if made is not None and made.form == "digits" and isinstance(made.value, int) and word_at(low, made.end) == "point":
            made = point(doc, made.end, made.value, made.start) or made
    elif word in CARDINALS:
        made = spelled(doc, k)
    elif word in SCALES:
        made = _scale_alone(doc, k)
    elif word in DENOMINATORS or word in PLURAL_DENOMINATORS:
        return _fraction_alone(doc, k)
    elif word == "both":
        return Numeral(k, k + 1, 2, 2, 2, 1, "both")
    elif word in ("couple", "pair"):
        return Numeral(k - 1, k + 1, 2, 2, 2, 1, "words") if k and low[k - 1] == "a" and word_at(low, k + 1) in ("", "of", "more", "dozen") else None
    if made is None:
        return None
    return _out_of(doc, _with_fraction(doc, made))


def _scale_alone(doc: Document, k: int) -> Numeral | None:
    """A scale word after "a", "half a", "several", "a few", "a quarter of a": the number starts before token k."""
    low = doc.low
    before, before2 = word_at(low, k - 1), word_at(low, k - 2)
    if low[k] in ("mn", "mln", "bn", "tn"):
        return None
    if before in SOME or before == "couple" or (before, before2) == ("of", "couple"):
        return _some_scales(doc, k)
    if before in ("a", "an", "some") or low[k] in ("hundred", "dozen", "thousand") and before not in ("the", "this", "that"):
        return _one_scale(doc, k)
    start = k - 2 if before in HYPHENS else k - 1
    name = word_at(low, start)
    if name not in ("half", "quarter"):
        return None
    start -= word_at(low, start - 1) in ("a", "one")
    return scales_after(doc, start, k, Fraction(1, DENOMINATORS[name]), "words")


def _some_scales(doc: Document, k: int) -> Numeral:
    """ "several hundred", "a few thousand", "a couple of dozen"."""
    low = doc.low
    a, b = SOME.get(low[k - 1], (2, 2))
    start = k - 2 if low[k - 1] == "of" else k - 1
    start -= word_at(low, start - 1) == "a"
    after = scales_after(doc, start, k, 1, "words")
    if a == b:
        return Numeral(start, after.end, *_times(after, 2), after.scale, "scaled")
    top = after.value or 1
    return Numeral(start, after.end, None, a * top, b * top, after.scale, "vague")


def _one_scale(doc: Document, k: int) -> Numeral | None:
    """ "a hundred", "some thousand", "half a million", "a third of a million"; without an article only at the beginning of the text."""
    low, before = doc.low, word_at(doc.low, k - 1)
    start = k - 1 if before in ("a", "an") else k
    if start == k and before != "some" and not (before == "" and word_at(low, k + 1) in CARDINALS):
        return None
    value, start = _share_of(low, k, start)
    after = scales_after(doc, start, k, value, "words")
    return value == 1 and SCALES[low[k]] >= 100 and _grow(doc, after) or after  # noqa: PLR2004


def _share_of(low: list[str], k: int, start: int) -> tuple[Fraction, int]:
    """The fraction before "a million" and where it starts: "half a", "a quarter of a", "one-third of a", "two thirds of a"; 1 at ``start`` without one."""
    half, top = word_at(low, k - 2), word_at(low, k - 3)
    if half in ("half", "quarter", "third"):
        return Fraction(1, DENOMINATORS[half]), k - 2 - (top == "a")
    before = word_at(low, k - 4)
    if half == "of" and top in DENOMINATORS:
        hyphened = before in HYPHENS and word_at(low, k - 5) == "one"
        return Fraction(1, DENOMINATORS[top]), k - 3 - (2 if hyphened else before in ("a", "one"))
    if half == "of" and top in PLURAL_DENOMINATORS and before in SMALL:
        return Fraction(SMALL[before], PLURAL_DENOMINATORS[top]), k - 4
    return Fraction(1), start


def _grow(doc: Document, head: Numeral) -> Numeral | None:
    """The rest of a number that began with "a hundred", "a thousand": "a hundred and twenty thousand"."""
    low = doc.low
    j = head.end
    if word_at(low, j) == "and":
        j += 1
    if word_at(low, j) not in CARDINALS or head.value is None:
        return None
    value, end, scale = cardinal(doc, j)
    if head.scale == 100 and scale >= 1000 and value < 100 * scale:  # noqa: PLR2004
        return Numeral(head.start, end, *(3 * (100 * scale + value,)), scale, "scaled")
    if value >= head.scale:
        return None
    return number(head.start, end, head.value + value, "words")


def _with_fraction(doc: Document, made: Numeral) -> Numeral:
    """What may follow a whole number: "and a half", "-thirds", "1/2", "in five", and a scale behind it."""
    word = word_at(doc.low, made.end)
    if made.value is None or made.suffix or not word or word[0].isalpha() and word not in GOES_ON:
        return made
    j = next_part(doc, made.end)
    word = word_at(doc.low, j)
    if word not in GOES_ON and word[:1] not in FIGURES:
        return made
    return next(filter(None, (follows(doc, made, made.value, j) for follows in FRACTIONS)), made)


def _tens_parts(doc: Document, made: Numeral, value: Value, j: int) -> Numeral | None:
    """Parts by tens and ones: "one twenty-fifth", "three twenty-fifths", "one hundred thirty-fifths"."""
    low, word = doc.low, doc.low[j]
    if low[j - 1] in HYPHENS and low[j - 2] in TENS and word in LAST_DENOMINATORS and value > TENS[low[j - 2]]:
        tens = TENS[low[j - 2]]
        return number(made.start, j + 1, (value - tens) / Fraction(tens + LAST_DENOMINATORS[word]), "fraction")
    if word not in TENS or word_at(low, j + 1) not in HYPHENS:
        return None
    last = word_at(low, j + 2)
    if value == 1 and last + "s" in LAST_DENOMINATORS:
        last += "s"
    elif j != made.end or last not in LAST_DENOMINATORS:
        return None
    return number(made.start, j + 3, Fraction(value) / (TENS[word] + LAST_DENOMINATORS[last]), "fraction")


def _plural_parts(doc: Document, made: Numeral, value: Value, j: int) -> Numeral | None:
    """ "two thirds", "three quarters of a million"; "two quarters" are periods, seconds are a time."""
    low, word = doc.low, doc.low[j]
    if word not in PLURAL_DENOMINATORS or value == 1 or made.form not in ("words", "digits") or word == "seconds":
        return None
    if word == "quarters" and j == made.end and word_at(low, j + 1) not in ("of", "a", "the") and value != 3:  # noqa: PLR2004
        return made
    share = Fraction(value) / PLURAL_DENOMINATORS[word]
    if low[j + 1 : j + 3] == ["of", "a"] and word_at(low, j + 3) in SCALES:
        return scales_after(doc, made.start, j + 3, share, "words")
    return number(made.start, j + 1, share, "fraction")


def _one_part(doc: Document, made: Numeral, value: Value, j: int) -> Numeral | None:
    """ "one third", "one-fifth"; what goes on behind it is an ordinal ("one third party")."""
    word = doc.low[j]
    if word not in DENOMINATORS or value != 1 or made.form != "words" or word == "halves":
        return None
    return number(made.start, j + 1, Fraction(1, DENOMINATORS[word]), "fraction") if j > made.end or _opens_whole(doc, j + 1) else made


def _and_part(doc: Document, made: Numeral, value: Value, j: int) -> Numeral | None:
    """ "two and a half", "one and three quarters million"."""
    after = _half(doc, next_part(doc, j + 1)) if doc.low[j] == "and" else None
    if after is None:
        return None
    share, stop = after
    added = share * made.scale if made.form == "scaled" else share
    grown = scales_after(doc, made.start, stop, value + added, "words")
    return grown if grown.scale > 1 else grown._replace(form="words")


def _figure_part(doc: Document, made: Numeral, value: Value, j: int) -> Numeral | None:
    """ "7 3/4", "7 ¾"."""
    low = doc.low
    part = LITERALS[low[j]] if made.form == "digits" and isinstance(value, int) else None
    if part is None:
        return None
    if low[j] in VULGAR:
        return scales_after(doc, made.start, j + 1, value + part.value, "words")
    over = LITERALS[word_at(low, j + 2) or "x"] if part.digits and word_at(low, j + 1) == "/" else None
    if over is None or not over.digits or part.value >= over.value:
        return None
    return scales_after(doc, made.start, j + 3, value + Fraction(int(part.value), int(over.value)), "words")


FRACTIONS = (_tens_parts, _plural_parts, _one_part, _and_part, _figure_part)
"""Readings of what follows a whole number, in order."""


def _out_of(doc: Document, made: Numeral) -> Numeral:
    """ "one in five", "nine in 10", "one out of every three": a share of round or small wholes."""
    low, j = doc.low, made.end
    if word_at(low, j) not in ("out", "in", "over") or made.value is None or made.suffix or made.form not in ("digits", "words") or made.value > 99:  # noqa: PLR2004
        return made
    if word_at(low, j) == "out" and word_at(low, j + 1) == "of" and made.value == 1:
        j += 2
    elif word_at(low, j) == "in":
        j += 1
    elif word_at(low, j) == "over" and made.value == 1 and word_at(low, j + 1) in CARDINALS:
        whole, end, _ = cardinal(doc, j + 1)
        return number(made.start, end, Fraction(1, whole), "fraction") if whole and end == len(low) else made
    else:
        return made
    every = word_at(low, j) == "every"
    j += every
    word = word_at(low, j)
    if word in CARDINALS:
        whole, end, _ = cardinal(doc, j)
    else:
        literal = LITERALS[word] if word and word[0].isdigit() else None
        if literal is None or not literal.digits or not isinstance(literal.value, int):
            return made
        whole, end = literal.value, j + 1
    if not made.value < whole or 1900 <= whole < 2100 or not (made.value == 1 or every or whole in (5, 10, 100, 1000)):
        return made
    return number(made.start, end, Fraction(made.value) / whole, "fraction")


def _half(doc: Document, k: int) -> tuple[Fraction, int] | None:
    """ "a half", "half", "three quarters" after "and"."""
    low = doc.low
    if word_at(low, k) == "half":
        return Fraction(1, 2), k + 1
    top = 1 if word_at(low, k) == "a" else SMALL.get(word_at(low, k), 0)
    j = next_part(doc, k + 1)
    word = word_at(low, j)
    if top == 1 and word in DENOMINATORS and word != "halves":
        return Fraction(1, DENOMINATORS[word]), j + 1
    if top > 1 and word in PLURAL_DENOMINATORS:
        return Fraction(top, PLURAL_DENOMINATORS[word]), j + 1
    return None


def _fraction_alone(doc: Document, k: int) -> Numeral | None:
    """ "half of", "a third of", "half a mile", "a quarter"; an ordinal ("the third man", "the first half") is none."""
    low, word = doc.low, doc.low[k]
    before, after = word_at(low, k - 1), word_at(low, k + 1)
    if word not in DENOMINATORS or word == "halves" or before == "a" and word_at(low, k - 2) == "and":
        return None
    if word == "half":
        return _half_alone(doc, k, before, after)
    spans = word == "quarter" and (after in SPANS or after in HYPHENS and word_at(low, k + 2) in SPANS)
    return number(k - 1, k + 1, Fraction(1, DENOMINATORS[word]), "fraction") if before == "a" and (spans or _opens_whole(doc, k + 1)) else None


def _half_alone(doc: Document, k: int, before: str, after: str) -> Numeral | None:
    """The half at token k, unless it is one of two ("the first half of") or a scale word has it ("half a million")."""
    low = doc.low
    if after in ("a", "an"):
        return None if word_at(low, k + 2) in SCALES else number(k, k + 2, Fraction(1, 2), "fraction")
    if after in WHOLES:
        counts = before not in ORDERED and after != "way"
    else:
        counts = (before == "a" or before in HALF_BEHIND) and not (after in HYPHENS and word_at(low, k + 2) not in SPANS)
    return number(k - (before == "a"), k + 1, Fraction(1, 2), "fraction") if counts else None


def _opens_whole(doc: Document, k: int) -> bool:
    """Whether a fraction can end here: "of" or a mark follows, or the text ends."""
    word = word_at(doc.low, k)
    if word == "of":
        return word_at(doc.low, k + 1) not in ("a", "an") or word_at(doc.low, k + 2) not in SCALES
    return word in ("", "and", "or", "to", "in", "from", "the", "more", "less", "as", "for", "since", "by", "on", "over") or not word[0].isalnum() and word not in HYPHENS


def _vague(low: list[str], k: int) -> Numeral | None:
    """ "dozens", "tens of thousands": an interval; "tens" and "scores" count only before "of" and the like, "several" before no scale or time."""
    word = low[k]
    if k and low[k - 1][-1].isdigit() and word in ("lakhs", "crores"):
        return None
    after = word_at(low, k + 1)
    if len(VAGUE[word]) == 1:
        timed = after in UNITS and UNITS[after].kind is QuantityKind.DURATION
        led = k > 0 and low[k - 1] in ("a", "an")
        if timed or after in SCALES or after in VAGUE or word != "several" and not led or word == "handful" and after != "of":
            return None
        return Numeral(k - led, k + 1, None, VAGUE[word][0], None, 1, "vague")
    a, b = VAGUE[word]
    told = word == "scores" and (after in SCORED or k > 0 and low[k - 1] in VERB)
    if word in ("tens", "scores") and after != "of" and not told:
        return None
    end = k + 1
    if after == "of" and word_at(low, k + 2) in VAGUE and VAGUE[low[k + 2]][0] > a:
        a, b = a * VAGUE[low[k + 2]][0], b * VAGUE[low[k + 2]][0]
        end = k + 3
    return Numeral(k, end, None, a, b, 1, "vague")


def _times(numeral: Numeral, factor: int) -> tuple[Value, Value, Value]:
    value = (numeral.value or 0) * factor
    return value, value, value


def plain(value: Value | None) -> int | float | None:
    """An int where the number is whole, else the nearest float."""
    return value if value is None or isinstance(value, int) else value.numerator if value.denominator == 1 else float(value)
