"""How each set of quantities, dates and quotes spells and selects what the library returns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import evolve, field, frozen

from conflictkit import Bound, DateExpression, Quantity, QuantityKind, Quote, Span, TimexType

Row = dict[str, Any]


class Modifier(StrEnum):
    """What a set wants for "more than 5"."""

    ANSWERED = "answered"  # value 5, low 5, no high
    IGNORED = "ignored"  # value, low and high 5
    OPEN = "open"  # a bare number: no value, low 5 only; with a unit as IGNORED


class Noun(StrEnum):
    """How a set names what is counted."""

    HEAD = "head"  # the head noun
    PHRASE = "phrase"  # everything from the number to the head noun
    NONE = "none"


MOD = {
    Bound.EXACT: "=",
    Bound.ABOUT: "~",
    Bound.AT_LEAST: ">=",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<=",
    Bound.LESS_THAN: "<",
    Bound.RANGE: "range",
    Bound.VAGUE: "range",
}
APPROACHING = re.compile(r"\b(?:nearly|almost|close to|approaching)\b", re.IGNORECASE)
"""Bounds from above for the library, approximations for the sets."""
APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "some", "~"})
OF = re.compile(r"\s+of\s+(?:(?:the|its|their)\s+)?([^\W\d_][\w’'-]*)")

CURRENCIES: Mapping[str, str] = {
    "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "CNY": "chinese yuan", "JPY": "japanese yen", "ILS": "shekel",
    "DKK": "danish krone", "NOK": "norwegian krone", "SEK": "swedish krona", "HKD": "hong kong dollar", "CAD": "canadian dollar",
    "AUD": "australian dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "MYR": "malaysian ringgit", "INR": "indian rupee",
    "PKR": "pakistani rupee", "LKR": "sri lankan rupee", "TRY": "turkish lira", "CHF": "swiss franc", "RUB": "russian ruble",
    "UAH": "ukrainian hryvnia", "KRW": "south korean won", "ZAR": "south african rand", "NLG": "netherlands guilder", "BTC": "bitcoin",
}  # fmt: skip
WHOLE = re.compile(r"\b(?:of|the|in)\b", re.IGNORECASE)
OF_THE = re.compile(r"^of\s+(?:(?:the|its|their|these|those|his|her)\s+)?|^(?:more|other|others|additional|further)\s+(?=of\b)")
"""What a counted noun's phrase does not begin with."""
GRAMS: Mapping[str, float] = {"kilogram": 1000, "gram": 1, "milligram": 0.001}


PART_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T(?:MO|AF|EV|NI)")
COUNTED_ON = re.compile(r"(?i)((?:an?|\w+)(?: \w+)* (minute|hour|day|week|month|year)s?) later")
LENGTHS = {"minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)} | {"a": 1, "an": 1}
LONG_UNITS = re.compile(r"(?i)\b(decade|centur)\w*$")


@frozen
class Dates:
    """The conventions of a set of dates, each with how often its gold keeps it."""

    parts_of_days: bool = True
    """ "Monday night" is a time of day; else the day, as a date."""
    noughts: bool = True
    """The week of "2000-W07" has its nought."""
    open_decades: bool = False
    """ "the 1980s" is 198X."""
    long_units: bool = False
    """ "two decades" is counted in decades, P2DE, not in years."""
    later: bool = True
    """ "three days later" is the later day; else the three days, a duration."""
    outside: re.Pattern[str] | None = None
    """Words at the beginning of an expression that the set leaves outside."""
    none: re.Pattern[str] | None = None
    """Expressions that the set never annotates."""


def date_row(date: DateExpression, dates: Dates) -> Row | None:
    """An expression as the set writes it; None for what the set does not annotate."""
    if dates.none is not None and dates.none.fullmatch(date.span.text):
        return None
    start, end, kind, value = date.span.start, date.span.end, date.timex_type, date.timex_value
    if not dates.parts_of_days and (day := PART_OF_DAY.fullmatch(value)):
        kind, value = TimexType.DATE, day[1]
    if not dates.noughts:
        value = re.sub(r"-W0(?=\d)", "-W", value)
    if dates.open_decades and re.fullmatch(r"\d{3}", value):
        value += "X"
    if dates.long_units and (unit := LONG_UNITS.search(date.span.text)) and (years := re.fullmatch(r"P(\d+)0Y", value)):
        value = f"P{years[1]}DE" if unit[1] == "decade" else f"P{years[1].removesuffix('0')}CE"
    if not dates.later and (found := COUNTED_ON.fullmatch(date.span.text)):
        words = found[1].split()
        number = words[-2] if words[-2].isdigit() else NUMBERS.get(words[-2].lower(), "X")
        end, kind, value = start + len(found[1]), TimexType.DURATION, LENGTHS[found[2].lower()].format(number)
    if dates.outside is not None and (left := dates.outside.match(date.span.text)):
        start += left.end()
    return {"span": [start, end], "type": str(kind), "value": value}


@frozen
class Profile:
    """The conventions of one set."""

    drop: frozenset[QuantityKind] = frozenset()
    """Kinds that the set does not annotate."""
    drop_rules: frozenset[str] = frozenset()
    """Rules whose quantities the set does not annotate."""
    drop_one: bool = False
    """A bare 1 is not annotated."""
    modifier: Modifier = Modifier.ANSWERED
    approximate_ranges: bool = False
    """ "about 5 to 6" is an approximation."""
    noun: Noun = Noun.HEAD
    noun_as_unit: bool = False
    """The counted noun stands in the unit field."""
    units: frozenset[QuantityKind] | None = None
    """Kinds whose unit is answered as a unit (None: all but counts); the others have their unit word as noun."""
    noun_of_area: bool = False
    """Areas have no unit but the noun after "of"."""
    rates: frozenset[QuantityKind] = frozenset()
    """Kinds whose units are joined with that of their rate: "dollar per share"."""
    rename: Mapping[str, str] = field(factory=dict)
    """Canonical unit -> the set's own word."""
    iso_currency: bool = False
    """Currencies are ISO codes in lower case, but for signs."""
    pound: bool = False
    """A pound sterling is called "pound"."""
    grams: bool = False
    """Masses are given in grams."""
    relayed: bool = True
    """Quotes inside a quote of whoever relays them are annotated too."""
    dates: Dates = Dates()
    """How the set writes dates."""


CQE = Profile(
    approximate_ranges=True,
    noun=Noun.PHRASE,
    noun_as_unit=True,
    rates=frozenset(QuantityKind),
    rename={"pound": "pound-mass", "tonne": "metric ton", "times": "count", "time": "count"},
)

PROFILES: Mapping[str, Profile] = {
    "default": Profile(rates=frozenset(QuantityKind), rename={"times": "count", "time": "count"}),
    "newsquant": evolve(CQE, drop_rules=frozenset({"multiple"})),
    "cqe": CQE,
    "re3d": Profile(
        drop=frozenset({QuantityKind.AGE}),
        drop_one=True,
        noun=Noun.PHRASE,
        units=frozenset({QuantityKind.SHARE, QuantityKind.MONEY}),
        noun_of_area=True,
    ),
    "ud": Profile(drop_rules=frozenset({"age", "article", "both", "elliptical", "multiple"}), units=frozenset({QuantityKind.SHARE, QuantityKind.MONEY})),
    "words": Profile(modifier=Modifier.IGNORED, noun=Noun.NONE),
    "duckling": Profile(rename={"penny": "cent"}, iso_currency=True, pound=True, grams=True),
    "rec": Profile(
        modifier=Modifier.OPEN,
        noun=Noun.NONE,
        rates=frozenset({QuantityKind.LENGTH}),
        pound=True,
        rename={"tonne": "metric ton", "penny": "pence"},
    ),
    "numfh": Profile(),
    "polnear": Profile(relayed=False),
    # "later" stays outside in 3 of 3
    "timebank": Profile(dates=Dates(later=False)),
    # the day alone in 20 of 28; weeks of one figure without the nought in 7 of 7; decades open in 4 of 4; "about", "almost", "nearly" outside in 6 of 6,
    # "early", "earlier", "later" in 15 of 22; "recently", "soon" never annotated (5 cases)
    "aquaint": Profile(
        dates=Dates(
            parts_of_days=False,
            noughts=False,
            open_decades=True,
            later=False,
            outside=re.compile(r"(?i)(?:about|almost|nearly|early|earlier|later) "),
            none=re.compile(r"(?i)(?:most )?recently|soon"),
        )
    ),
    # decades and centuries counted as such in 5 of 6
    "wikiwars": Profile(dates=Dates(long_units=True)),
}


def selected(quotes: Sequence[Quote], profile: Profile) -> list[Quote]:
    """The quotes that the set annotates: all, or none that stands inside the quote of whoever relays it."""
    return [quote for quote in quotes if profile.relayed or quote.via is None or quote.cue is None or not any(_holds(outer, quote.cue) for outer in quotes)]


def _holds(outer: Quote, cue: Span) -> bool:
    return any(part.start <= cue.start and cue.end <= part.end for part in outer.content)


def quantity_row(text: str, quantity: Quantity, profile: Profile) -> Row | None:
    """A quantity as the set writes it; None for what the set does not annotate."""
    if quantity.kind in profile.drop or quantity.rule in profile.drop_rules or (profile.drop_one and quantity.best == 1 and quantity.unit != "percent"):
        return None
    unit, noun = _what(text, quantity, profile)
    row = {
        "span": [quantity.span.start, quantity.span.end],
        **_values(quantity, profile),
        "unit": unit,
        "noun": noun,
    }
    if profile.grams and unit is not None and unit in GRAMS:
        row["unit"] = "gram"
        for key in ("value", "low", "high"):
            row[key] = None if row[key] is None else row[key] * GRAMS[unit]
    return row


def _values(quantity: Quantity, profile: Profile) -> Row:
    """Value, low, high and modifier; the value of a range is null, an approximation is as good as exact."""
    low, best, high, bound = quantity.low, quantity.best, quantity.high, quantity.bound
    if bound in (Bound.RANGE, Bound.VAGUE):
        about = profile.approximate_ranges and bound is Bound.RANGE and quantity.rule in APPROXIMATE
        return {"value": None, "low": low, "high": high, "mod": "~" if about else "range"}
    if best is None:
        best = low if low is not None else high
    if bound is Bound.LESS_THAN and APPROACHING.search(quantity.span.text[: max(0, quantity.number.start - quantity.span.start)]):
        bound = Bound.ABOUT
    bounded = bound not in (Bound.EXACT, Bound.ABOUT)
    bare = quantity.kind is QuantityKind.COUNT or (quantity.kind is QuantityKind.SHARE and quantity.unit != "percent")
    if profile.modifier is Modifier.IGNORED or (profile.modifier is Modifier.OPEN and not (bounded and bare)):
        return {"value": best, "low": best, "high": best, "mod": "="}
    above = bound in (Bound.AT_LEAST, Bound.MORE_THAN)
    return {
        "value": None if profile.modifier is Modifier.OPEN else best,
        "low": best if not bounded or above else None,
        "high": best if not bounded or not above else None,
        "mod": MOD[bound],
    }


def _what(text: str, quantity: Quantity, profile: Profile) -> tuple[str | None, str | None]:
    """Unit and noun."""
    kind = quantity.kind
    fraction = kind is QuantityKind.SHARE and quantity.unit not in ("percent", "basis point")
    if fraction or quantity.unit is None or kind in (QuantityKind.COUNT, QuantityKind.RATIO):
        name = _noun(text, quantity, profile)
        if name and profile.noun_as_unit:
            if fraction and WHOLE.search(quantity.span.text):
                return f"% {name}", None
            return _rate(profile.rename.get(name, name), quantity, profile), None
        return None, name
    if profile.noun_of_area and kind is QuantityKind.AREA:
        after = OF.match(text, quantity.span.end)
        return None, after[1] if after else _noun(text, quantity, profile)
    if profile.units is not None and kind not in profile.units:
        return None, quantity.unit or (quantity.noun.text if quantity.noun else None)
    if kind is QuantityKind.AGE and profile.noun_as_unit:
        return "year of age", None
    return _rate(_unit(quantity, profile), quantity, profile), None


def _noun(text: str, quantity: Quantity, profile: Profile) -> str | None:
    """The counted noun in the singular where its singular is known, with its premodifiers where the set wants them."""
    if quantity.noun is None or profile.noun is Noun.NONE:
        return None if profile.noun is Noun.NONE else quantity.unit
    name = quantity.unit or quantity.noun.text
    if profile.noun is Noun.PHRASE and quantity.number.end <= quantity.noun.start:
        name = f"{text[quantity.number.end : quantity.noun.start].strip(' -')} {name}".strip()
        name = OF_THE.sub("", name)
    return _words(name.lower()) if profile.noun_as_unit else name.lower()


def _words(phrase: str) -> str:
    """The content words of a phrase: the CQE sets write "country old ship" for "country's old ship"."""
    return " ".join(re.sub(r"['’]s?$", "", word) for word in phrase.split() if word not in ("and", "or"))


def _unit(quantity: Quantity, profile: Profile) -> str | None:
    """The set's word for a canonical unit."""
    unit, surface = quantity.unit, quantity.span.text
    if unit is None:
        return None
    if unit == "percent":
        return "percentage"
    if quantity.kind is QuantityKind.MONEY:
        if profile.pound and unit == "GBP":
            return "gbp" if profile.iso_currency and "£" not in surface else "british pound" if "British" in surface else "pound"
        if unit in profile.rename:
            return profile.rename[unit]
        return unit.lower() if profile.iso_currency else CURRENCIES.get(unit, unit.lower())
    if unit == "ton" and re.search(r"tonne|metric", surface, re.IGNORECASE):
        unit = "tonne"
    return profile.rename.get(unit, unit)


def _rate(unit: str | None, quantity: Quantity, profile: Profile) -> str | None:
    """The unit joined to that of its rate."""
    if unit and quantity.kind in profile.rates and quantity.per and " per " not in unit:
        return f"{unit} per {quantity.per}"
    return unit
