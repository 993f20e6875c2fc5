"""Two numbers that are one: ranges ("5-6 thousand", "from 3 to 4"), ratios, sums in two units; and scores, which are none."""

from __future__ import annotations

from collections.abc import Callable, Collection
from fractions import Fraction
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Bound

from ..lexicon.claims import TOLL
from .amounts import MONEY, RATIO, SHARE, Amount, number_at, rescale
from .bounds import LAST
from .cardinals import CARDINALS, Numeral, Value, word_at
from .counted import HYPHENS, TABLE, head_noun
from .numerals import read
from .units import HUNDREDTHS, PARTS, WORDS, suffix_unit, unit_at

CHANGED = TABLE.changed.words
COUNTS = frozenset({*TOLL, "count", "counts", "number", "numbers", "figure", "figures", "total", "totals"})
"""Words whose figure changes."""
SCORE, RATIOS = TABLE.score.words, TABLE.ratio.words
LOWER, UPPER = frozenset({Bound.AT_LEAST, Bound.MORE_THAN}), frozenset({Bound.AT_MOST, Bound.LESS_THAN})
LED = ("from", "between")
"""What opens a range whose numbers may fall, or be unlike."""
STROKES = HYPHENS | {"—"}
JOINERS = STROKES | {"to", "through", "~", ":", "or", "and"}
"""What may stand between the numbers of a range; behind a unit more may ("from 75 dollars per barrel to 45")."""
MARKS = frozenset(("$", "£", "€", " "))
MODIFIERS = MARKS | {"about", "around", "a", "over", "just", "us", "nearly", "almost", "more", "than"}
"""What may stand before the second number of a range in words."""
CURRENCIES_AND_STROKES = frozenset("%$£€-–/")
INCHES_AND_FEET = {"in": "inch", "'": "foot"}


class Pair(NamedTuple):
    """Two numbers and what joins them."""

    doc: Document
    first: Amount
    second: Amount
    joiner: str
    """- for a hyphen or dash, else "to", "and", "or"."""
    lead: str
    """The word before the first number."""
    a: Value
    b: Value

    @property
    def led(self) -> bool:
        return self.lead in LED

    @property
    def bare(self) -> bool:
        """Whether neither number has a unit."""
        return self.first.unit is None and self.second.unit is None


def join_range(doc: Document, item: Amount, taken: Collection[int]) -> int | None:
    """Join the number with a second one ("5-6", "5 to 6", "between 5 and 6", "five or six"); where the second ends, or None."""
    low = doc.low
    if item.best is None or item.end >= len(low) or low[item.end] not in JOINERS and item.unit is None:
        return None
    lead = word_at(low, item.first - 1)
    if lead in LAST and word_at(low, item.first - 2) in LED:
        lead = low[item.first - 2]
    joiner, j = _joiner(doc, item, lead)
    while joiner and word_at(low, j) in (MARKS if joiner == "-" else MODIFIERS):
        j += 1
    j += word_at(low, j) in ("-", "−") and lead in LED and word_at(low, j + 1)[:1].isdigit()
    if not joiner or j >= len(low) or j in taken:
        return None
    other = number_at(doc, j)
    if other is None or other.best is None or other.form == "code" or other.first < item.end:
        return None
    return _join(Pair(doc, item, other, joiner, lead, item.best, other.best))


def _joiner(doc: Document, item: Amount, lead: str) -> tuple[str, int]:
    """What joins a number with a second one ("-", "to", "and" or "or") and the token behind it; "" where nothing does."""
    low, j = doc.low, item.end
    word = low[j]
    if word in STROKES:
        return _stroke(doc, item, j)
    if word in ("to", "through", "~") or word == ":" and near(doc, item.first, RATIOS):
        return "to", j + 1
    if word == "or" or word == "and" and lead == "between":
        return word, j + 1
    return ("to", _far(doc, item)) if lead == "from" and item.unit is not None else ("", j)


def _stroke(doc: Document, item: Amount, j: int) -> tuple[str, int]:
    """The same for a hyphen or dash at token j: "5-6", "a 5- to 6-mile stretch"."""
    low, toks = doc.low, doc.toks
    if word_at(low, j + 1) == "to":
        return "to", j + 2 + (word_at(low, j + 2) in HYPHENS)
    counted = item.unit is not None and item.noun >= 0 and item.kind not in (MONEY, SHARE) and toks[j - 1][-1] != " " and not low[j - 1][0].isdigit()
    if counted or low[j] == "—" or toks[j][-1] == " " and toks[j - 1][-1] != " ":
        return "", j
    return "-", j + 1


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
    for k in range(item.end, doc.bounds[item.start][1] - 1):
        if doc.low[k] == "to":
            return k + 1
        if not doc.low[k][0].isalnum() and doc.low[k] != "." or doc.low[k] in ("and", "who", "which"):
            break
    return len(doc.low)


def _join(pair: Pair) -> int | None:
    """Make a range of two numbers, or a ratio, or mark a score; where the second ends, None where they stay two."""
    if any(refuses(pair) for refuses in NO_RANGE):
        return None
    if _shares_scale(pair):
        rescale(pair.first, pair.second.scale)
        pair = pair._replace(a=pair.a * pair.second.scale)
    if _is_ratio(pair):
        _make_ratio(pair)
    elif _is_telephone(pair) or _is_score(pair):
        pair.first.form = "score"
    elif pair.a >= pair.b and not pair.led:
        return None
    else:
        _make_range(pair)
    return pair.second.end


def _are_old_and_new(pair: Pair) -> bool:
    """What counted things, or a toll, were before they changed and are now: "the force grew from 300 to 970", "the toll rose from 12 to 19", "from $3 million in 2004 to $5 million"; not "from 4 to 5 percent"."""
    doc, first = pair.doc, pair.first
    if any(map(str.isdigit, doc.low[first.end : pair.second.start - 1])):
        return True
    before = doc.low[doc.bounds[first.start][0] : first.start]
    counted = pair.second.unit is None or not COUNTS.isdisjoint(before)
    return pair.joiner == "to" and pair.lead == "from" and first.unit is None and counted and not CHANGED.isdisjoint(before)


def _is_change(pair: Pair) -> bool:
    """ "grew by 5 to 12": a change and what it led to."""
    rising = pair.first.unit is None and pair.second.unit is not None and pair.a < pair.b <= 2 * pair.a
    return pair.joiner == "to" and pair.lead == "by" and near(pair.doc, pair.first.first, CHANGED) and not rising


def _is_choice(pair: Pair) -> bool:
    """Two numbers that "or" sets side by side, too far apart for a range or of other units."""
    first, second = pair.first, pair.second
    far = not pair.a < pair.b <= max(3 * pair.a, pair.a + 4)
    other = first.unit is not None and first.kind is not MONEY and second.unit != first.unit
    return pair.joiner == "or" and (far or other or "fraction" in (first.form, second.form))


def _are_unlike(pair: Pair) -> bool:
    """Numbers of two units that are not both currencies."""
    first, second = pair.first, pair.second
    return first.unit is not None and second.unit is not None and first.unit != second.unit and not (first.kind is MONEY and second.kind is MONEY)


def _is_half_measured(pair: Pair) -> bool:
    """ "gave $5 to 12 villages": without "from" or "between" only one of the two has a unit."""
    first, second = pair.first, pair.second
    if pair.joiner != "to" or pair.led or (first.unit is None) == (second.unit is None):
        return False
    return second.kind is MONEY and second.noun < 0 if first.unit is None else not (first.kind is MONEY and first.noun < 0)


NO_RANGE: tuple[Callable[[Pair], bool], ...] = (_are_old_and_new, _is_change, _is_choice, _are_unlike, _is_half_measured)
"""What two joined numbers may be instead of one range."""


def _shares_scale(pair: Pair) -> bool:
    """Whether the scale word behind the second number is the first one's too: "5 to 6 million"."""
    a, b, scale = pair.a, pair.b, pair.second.scale
    within = a * scale < b if pair.joiner == "or" else a * scale <= b and a < 1000  # noqa: PLR2004
    return pair.first.scale == 1 and scale > 1 and within


def _is_ratio(pair: Pair) -> bool:
    """ "outnumbered ten to one", "a ratio of 3:2"."""
    return pair.joiner == "to" and pair.lead != "from" and pair.bare and (pair.b == 1 or near(pair.doc, pair.first.first, RATIOS))


def _is_telephone(pair: Pair) -> bool:
    """Three digits, a hyphen and four that are not round: "555-0143"; not "500-1,000"."""
    digits = [pair.doc.low[item.start] for item in (pair.first, pair.second)]
    return pair.joiner == "-" and pair.bare and [*map(len, digits)] == [3, 4] and "".join(digits).isdecimal() and not digits[1].endswith("0")


def _is_score(pair: Pair) -> bool:
    """ "won 52-48", "beat them 3 to 1"."""
    doc, at = pair.doc, pair.first.first
    stroke = pair.joiner == "-" and pair.bare
    if pair.a >= pair.b and not pair.led:
        falling = stroke and (doc.toks[pair.first.end - 1][-1] != " " or near(doc, at, SCORE))
        return falling or pair.joiner == "to" and near(doc, at, SCORE)
    return stroke and pair.a < 100 and pair.b < 200 and near(doc, at, SCORE) and head_noun(doc, pair.second.end, False) < 0  # noqa: PLR2004


def _make_ratio(pair: Pair) -> None:
    item = pair.first
    item.best = item.low = item.high = Fraction(pair.a) / Fraction(pair.b) if pair.b else pair.a
    item.kind, item.stop, item.end, item.rule, item.form = RATIO, pair.second.stop, pair.second.end, "ratio", "ratio"


def _make_range(pair: Pair) -> None:
    item, other = pair.first, pair.second
    item.low, item.high, item.best = min(pair.a, pair.b), max(pair.a, pair.b), None
    item.bound, item.stop, item.end, item.rule = Bound.RANGE, other.stop, other.end, f"range {pair.joiner}"
    item.form, item.single = "range", False
    if other.unit is not None and not (item.kind is MONEY and item.unit is not None and other.unit.name == "USD"):
        item.unit, item.kind, item.noun, item.noun_end = other.unit, other.kind, other.noun, other.noun_end


def near(doc: Document, k: int, of: frozenset[str]) -> bool:
    """Whether one of some words stands before k in its sentence."""
    return not of.isdisjoint(doc.low[doc.bounds[k][0] : k])


def add_lesser(doc: Document, item: Amount) -> bool:
    """Add the lesser unit of "7 feet 10 inches", "3 dollars 50 cents"; whether there was one."""
    low = doc.low
    if item.unit is None or item.best is None or item.form == "range" or not (item.unit.name in PARTS or item.kind is MONEY):
        return False
    j = item.end + (word_at(low, item.end) in (",", "and"))
    word = word_at(low, j)
    lesser = read(doc, j) if word[:1].isdecimal() or word in CARDINALS else None
    if lesser is None or lesser.value is None or lesser.start != j:
        return False
    found = _cents(doc, item, lesser) if item.kind is MONEY else _part(doc, item, lesser)
    if found is None:
        return False
    item.low = item.best = item.high = found
    item.form = item.rule = "sum"
    item.stop = lesser.end
    return True


def _cents(doc: Document, item: Amount, lesser: Numeral) -> Value | None:
    """The sum with the hundredths of a currency, their word written or not; the amount then ends behind them."""
    low, end = doc.low, lesser.end
    named = lesser.suffix in HUNDREDTHS or word_at(low, end) in HUNDREDTHS
    bare = not lesser.suffix and item.noun >= 0 and not (word_at(low, end)[:1].isalnum() or word_at(low, end) in CURRENCIES_AND_STROKES)
    if not (named or bare) or lesser.value is None or lesser.value >= 100 or item.scale > 1 or low[item.end] == ",":  # noqa: PLR2004
        return None
    item.end = end + (named and not lesser.suffix)
    return (item.best or 0) + Fraction(lesser.value) / 100


def _part(doc: Document, item: Amount, lesser: Numeral) -> Value | None:
    """The sum in the lesser of two units; the amount then has that unit and ends behind it."""
    low, end = doc.low, lesser.end
    assert item.unit is not None
    found = (suffix_unit(lesser.suffix), end) if lesser.suffix else unit_at(doc, end, True)
    if found is None and word_at(low, end) in INCHES_AND_FEET and item.unit.name in ("foot", "yard") and not word_at(low, end + 1)[:1].isalpha():
        found = WORDS[INCHES_AND_FEET[low[end]]], end + 1
    unit = found[0] if found else None
    parts = PARTS[item.unit.name]
    if found is None or unit is None or unit.name not in parts:
        return None
    item.measured(unit, found[1])
    return (item.best or 0) * parts[unit.name] + (lesser.value or 0)
