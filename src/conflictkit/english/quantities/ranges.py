"""Two numbers that are one: ranges ("5-6 thousand", "from 3 to 4"), ratios, sums in two units; and scores, which are none."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from conflictkit._document import Document
from conflictkit._models import Bound
from conflictkit.english.lexicon.claims import TOLL
from conflictkit.english.quantities.amounts import MONEY, RATIO, SHARE, Amount, number_at, rescale
from conflictkit.english.quantities.bounds import BEFORE
from conflictkit.english.quantities.cardinals import CARDINALS, Value
from conflictkit.english.quantities.counted import HYPHENS, words
from conflictkit.english.quantities.numerals import read
from conflictkit.english.quantities.units import HUNDREDTHS, PARTS, WORDS, suffix_unit, unit_at

CHANGED = words("changed")
COUNTS = TOLL.keys() | {"count", "counts", "number", "numbers", "figure", "figures", "total", "totals"}
"""Words whose figure changes."""
SCORE, RATIOS = words("score"), words("ratio")
LOWER, UPPER = frozenset({Bound.AT_LEAST, Bound.MORE_THAN}), frozenset({Bound.AT_MOST, Bound.LESS_THAN})


def join_range(doc: Document, item: Amount, taken: Collection[int]) -> int | None:
    """Join the number with a second one ("5-6", "5 to 6", "between 5 and 6", "five or six"); where the second ends, or None."""
    low, j, n = doc.low, item.end, len(doc.low)
    if item.best is None or j >= n:
        return None
    lead = low[item.first - 1] if item.first else ""
    if lead in BEFORE and item.first > 1 and low[item.first - 2] in ("between", "from"):
        lead = low[item.first - 2]
    word = low[j]
    if lead == "from" and word == "to" and item.unit is None and _toll_changed(doc, item):
        return None
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
    elif word in ("to", "through", "~") or word == ":" and near(doc, item.first, RATIOS) or (word == "and" and lead == "between") or word == "or":
        joiner, j = ("to" if word in ("through", "~", ":") else word), j + 1
    elif lead == "from" and item.unit is not None:
        joiner, j = "to", _far(doc, item)
    else:
        return None
    while j < n and (low[j] in ("$", "£", "€", " ") or joiner != "-" and low[j] in ("about", "around", "a", "over", "just", "us", "nearly", "almost", "more", "than")):
        j += 1
    j += j + 1 < n and low[j] in ("-", "−") and lead in ("from", "between") and low[j + 1][0].isdigit()
    if j >= n or j in taken:
        return None
    other = number_at(doc, j)
    if other is None or other.best is None or other.form == "code" or other.first < item.end:
        return None
    return _join(doc, item, other, joiner, lead)


def _toll_changed(doc: Document, item: Amount) -> bool:
    """Whether "from" and "to" give the old and the new figure of a toll, not a range: "the toll rose from 12 to 19"."""
    before = doc.low[doc.bounds(item.start)[0] : item.start]
    return not CHANGED.isdisjoint(before) and not COUNTS.isdisjoint(before)


def join_bounds(doc: Document, item: Amount, other: Amount) -> bool:
    """Join "more than 10 and fewer than 20" into one range; whether it was done."""
    if item.bound in UPPER and other.bound in LOWER:
        low, high = other.best, item.best
    elif item.bound in LOWER and other.bound in UPPER:
        low, high = item.best, other.best
    else:
        return False
    if low is None or high is None or low >= high or doc.low[item.end : other.first] not in (["and"], ["but"]) or item.unit is not None:
        return False
    item.low, item.best, item.high, item.bound = low, None, high, Bound.RANGE
    item.stop, item.end, item.rule, item.single = other.stop, other.end, "range of bounds", False
    item.unit, item.kind, item.noun, item.noun_end = other.unit, other.kind, other.noun, other.noun_end
    return True


def _far(doc: Document, item: Amount) -> int:
    """Where the second number of "from 75 dollars per barrel to 45" is looked for."""
    for k in range(item.end, min(item.end + 6, len(doc.low) - 1)):
        if doc.low[k] == "to":
            return k + 1
        if not doc.low[k][0].isalnum() and doc.low[k] != "." or doc.low[k] in ("and", "who", "which"):
            break
    return len(doc.low)


def _join(doc: Document, item: Amount, other: Amount, joiner: str, lead: str) -> int | None:
    """Make a range of two numbers, or a ratio, or mark a score."""
    a, b = item.best, other.best
    assert a is not None
    assert b is not None
    if joiner == "to" and lead == "by" and not (item.unit is None and other.unit is not None and a < b <= 2 * a):
        return None
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
        rescale(item, other.scale)
        a = item.best
        assert a is not None
    if joiner == "to" and lead != "from" and (b == 1 or near(doc, item.first, RATIOS)) and item.unit is None and other.unit is None:
        item.best = item.low = item.high = Fraction(a) / Fraction(b) if b else a
        item.kind, item.stop, item.rule, item.form = RATIO, other.stop, "ratio", "ratio"
        item.end = other.end
        return other.end
    if a >= b and lead not in ("from", "between"):
        bare = item.unit is None and other.unit is None
        if bare and joiner == "-" and (doc.toks[item.end - 1][-1] != " " or near(doc, item.first, SCORE)) or joiner == "to" and near(doc, item.first, ("win", "won", "beat", "lost", "vote", "score", "defeat", "lead")):
            item.form = "score"
            return other.end
        return None
    if joiner == "-" and item.unit is None and other.unit is None and near(doc, item.first, SCORE) and a < 100 and b < 200:  # noqa: PLR2004
        item.form = "score"
        return other.end
    item.low, item.high, item.best = min(a, b), max(a, b), None
    item.bound, item.stop, item.end, item.rule = Bound.RANGE, other.stop, other.end, f"range {joiner}"
    item.form = "range"
    if other.unit is not None and not (item.kind is MONEY and item.unit is not None and other.unit.name == "USD"):
        item.unit, item.kind, item.noun, item.noun_end = other.unit, other.kind, other.noun, other.noun_end
    item.single = False
    return other.end


def near(doc: Document, k: int, of: Collection[str]) -> bool:
    """Whether one of some words stands in the five tokens before k."""
    return any(doc.low[j] in of for j in range(max(0, k - 5), k))


def add_lesser(doc: Document, item: Amount) -> bool:
    """Add the lesser unit of "7 feet 10 inches", "3 dollars 50 cents"; whether there was one."""
    j, n = item.end, len(doc.low)
    if item.unit is None or item.best is None or item.form == "range" or not (item.unit.name in PARTS or item.kind is MONEY) or j >= n:
        return False
    low = doc.low
    j += low[j] in (",", "and")
    if j >= n or low[j][0] not in "0123456789" and low[j] not in CARDINALS:
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
