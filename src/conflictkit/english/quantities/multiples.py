"""Numbers told without a numeral: "twice", "doubled", "threefold", and the one in "a kilogram of explosive"."""

from __future__ import annotations

from fractions import Fraction

from conflictkit._document import Document
from conflictkit._models import QuantityKind

from ..grammar.lists import ARTICLES
from .cardinals import ARTICLE_SPANS, ARTICLE_UNITS, MULTIPLES, SCALES, Numeral, number, word_at
from .counted import HYPHENS, TABLE, role
from .units import Unit

COMPARATIVE = TABLE.times.comparative
BEFORE, BEHIND, IDIOM = TABLE.multiple.before, TABLE.multiple.behind, TABLE.multiple.idiom
ARTICLE_BEHIND, POWERS = TABLE.article.behind, TABLE.article.powers
TIMES, OCCASIONS = Unit("times", QuantityKind.RATIO), Unit("time", QuantityKind.COUNT)


def multiple_at(doc: Document, k: int) -> tuple[Numeral, Unit] | None:
    """The multiple at token k: "twice as many" and "doubled" are ratios, "twice" alone counts occasions."""
    low, word = doc.low, doc.low[k]
    before, after = word_at(low, k - 1), word_at(low, k + 1)
    if before in HYPHENS or after in HYPHENS:
        return None
    unit, done = TIMES, word.endswith(("ed", "ing"))
    if word in ("twice", "thrice"):
        unit = TIMES if after in COMPARATIVE else OCCASIONS
    elif word.endswith("fold"):
        pass
    elif after in IDIOM or done and before in ARTICLES:
        return None
    elif not done and not (before in BEFORE and not (after and role(doc, k + 1) in "pw") or after in BEHIND):
        return None
    value = Fraction(MULTIPLES[word])
    return number(k, k + 1, value.numerator if value.denominator == 1 else value, "multiple"), unit


def article_one(doc: Document, k: int) -> Numeral | None:
    """The "a" before the unit at token k, where it counts one: "a kilogram of", "a square mile", no rate and no "ton of problems"."""
    low = doc.low
    if low[k] in ARTICLE_SPANS and low[k + 1 : k + 4] != ["and", "a", "half"]:
        return None
    start = k - 1 - (word_at(low, k - 1) in POWERS)
    if start < 0 or low[start] not in ("a", "an") or doc.toks[k][0].isupper():
        return None
    before, after = word_at(low, start - 1), word_at(low, k + 1)
    if before and (role(doc, start - 1) in "pd" or before in SCALES or before in ARTICLE_UNITS or before in HYPHENS or before == "half"):
        return None
    if after and after not in ARTICLE_BEHIND and after not in (".", ",", ";", ")", "?", "!"):
        return None
    return Numeral(start, start + 1, 1, 1, 1, 1, "article")
