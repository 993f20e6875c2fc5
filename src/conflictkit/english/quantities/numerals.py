"""Numerals: what number the words, digits and marks at a place in the text name: whole, broken, or vague."""

from __future__ import annotations

from fractions import Fraction

from conflictkit._document import Document
from conflictkit.english.quantities.cardinals import (
    CARDINALS,
    DENOMINATORS,
    HYPHENS,
    LAST_DENOMINATORS,
    LITERALS,
    PLURAL_DENOMINATORS,
    SCALES,
    SMALL,
    SOME,
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

GOES_ON = frozenset((*LAST_DENOMINATORS, *PLURAL_DENOMINATORS, *DENOMINATORS, *TENS, "and"))
"""Words that a whole number may go on with."""
SPANS = frozenset(("hour", "century", "mile"))
"""What halves and quarters are told of without an "of": "a half-hour", "a quarter century"."""
FIGURES = frozenset((*"0123456789", *VULGAR))


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
    if before in ("a", "an") or low[k] in ("hundred", "dozen", "thousand") and before not in ("the", "this", "that") or before == "some":
        start, value = (k - 1 if before in ("a", "an") else k), Fraction(1)
        if start == k and before != "some" and not (before == "" and word_at(low, k + 1) in CARDINALS):
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
    low, end, value = doc.low, made.end, made.value
    if value is None or made.suffix or end >= len(low):
        return made
    j = next_part(doc, end)
    word = word_at(low, j)
    if word not in GOES_ON and word[:1] not in FIGURES:
        return made
    if low[j - 1] in HYPHENS and low[j - 2] in TENS and word in LAST_DENOMINATORS and value > TENS[low[j - 2]]:
        tens = TENS[low[j - 2]]  # "one hundred thirty-fifths"
        return number(made.start, j + 1, (value - tens) / Fraction(tens + LAST_DENOMINATORS[word]), "fraction")
    if value == 1 and word in TENS and word_at(low, j + 1) in HYPHENS and word_at(low, j + 2) + "s" in LAST_DENOMINATORS:
        return number(made.start, j + 3, Fraction(1, TENS[word] + LAST_DENOMINATORS[low[j + 2] + "s"]), "fraction")
    if word in TENS and j == end and word_at(low, j + 1) in HYPHENS and word_at(low, j + 2) in LAST_DENOMINATORS:
        return number(made.start, j + 3, Fraction(value) / (TENS[word] + LAST_DENOMINATORS[low[j + 2]]), "fraction")
    if word in PLURAL_DENOMINATORS and value != 1 and made.form in ("words", "digits") and word not in ("seconds",):
        if word == "quarters" and j == end and word_at(low, j + 1) not in ("of", "a", "the") and value != 3:  # noqa: PLR2004
            return made
        share = Fraction(value) / PLURAL_DENOMINATORS[word]
        if low[j + 1 : j + 3] == ["of", "a"] and word_at(low, j + 3) in SCALES:
            return scales_after(doc, made.start, j + 3, share, "words")  # two thirds of a million
        return number(made.start, j + 1, share, "fraction")
    if word in DENOMINATORS and value == 1 and made.form == "words" and word != "halves":
        if j > end or _opens_whole(doc, j + 1):
            return number(made.start, j + 1, Fraction(1, DENOMINATORS[word]), "fraction")
        return made
    if word == "and":
        after = _half(doc, next_part(doc, j + 1))
        if after is not None:
            share, stop = after
            added = share * made.scale if made.form == "scaled" else share
            grown = scales_after(doc, made.start, stop, value + added, "words")
            return grown if grown.scale > 1 else grown._replace(form="words")
    nxt = LITERALS[low[j]] if low[j][0].isdigit() or low[j] in VULGAR else None
    if nxt is not None and made.form == "digits" and isinstance(value, int):
        if low[j] in VULGAR:
            return scales_after(doc, made.start, j + 1, value + nxt.value, "words")
        if nxt.digits and word_at(low, j + 1) in ("/",):
            over = LITERALS[word_at(low, j + 2) or "x"]
            if over is not None and over.digits and nxt.value < over.value:
                return scales_after(doc, made.start, j + 3, value + Fraction(int(nxt.value), int(over.value)), "words")
    return made


def _out_of(doc: Document, made: Numeral) -> Numeral:
    """ "one in five", "nine in 10", "one out of every three": a share of round or small wholes."""
    low, j = doc.low, made.end
    if made.value is None or made.suffix or made.form not in ("digits", "words") or made.value > 99:  # noqa: PLR2004
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
    if word not in DENOMINATORS or word == "halves":
        return None
    before, after = (low[k - 1] if k else ""), word_at(low, k + 1)
    if before == "a" and k > 1 and low[k - 2] == "and":
        return None
    if word == "half":
        if after in ("of", "the", "its", "their", "his", "our", "that", "those", "these", "all", "way"):
            if before in ("first", "second", "other", "latter", "top", "last", "this", "that", "lower", "upper", "bottom", "better", "early", "late", "northern", "southern", "eastern", "western") or after == "way":
                return None
        elif after in ("a", "an"):
            if k + 2 < len(low) and low[k + 2] in SCALES:
                return None
            return number(k, k + 2, Fraction(1, 2), "fraction")
        elif not (before == "a" or before in ("than", "nearly", "almost", "about", "around", "over", "by", "under", "roughly", "approximately", "least")):
            return None
        elif after in HYPHENS and word_at(low, k + 2) not in SPANS:
            return None
        return number(k - (before == "a"), k + 1, Fraction(1, 2), "fraction")
    if before == "a" and (_opens_whole(doc, k + 1) or word == "quarter" and (after in SPANS or after in HYPHENS and word_at(low, k + 2) in SPANS)):
        return number(k - 1, k + 1, Fraction(1, DENOMINATORS[word]), "fraction")
    return None


def _opens_whole(doc: Document, k: int) -> bool:
    """Whether a fraction can end here: "of" or a mark follows, or the text ends."""
    word = word_at(doc.low, k)
    if word == "of":
        return word_at(doc.low, k + 1) not in ("a", "an") or word_at(doc.low, k + 2) not in SCALES
    return word in ("", "and", "or", "to", "in", "from", "the", "more", "less", "as", "for", "since", "by", "on", "over") or not word[0].isalnum() and word not in HYPHENS


def _vague(low: list[str], k: int) -> Numeral | None:
    """ "dozens", "tens of thousands": an interval; "tens" and "scores" count only before "of" and the like."""
    word = low[k]
    if k and low[k - 1][-1].isdigit() and word in ("lakhs", "crores"):
        return None
    a, b = VAGUE[word]
    after = word_at(low, k + 1)
    if word in ("tens", "scores") and after != "of" and not (word == "scores" and after in ("more", "were", "dead", "killed", "wounded", "injured", "others")):
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
    if value is None or isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else float(value)
