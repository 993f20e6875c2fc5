"""Units of measure and currencies: the canonical name and kind of what is written before or behind a number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import QuantityKind
from conflictkit._tables import word_list

from ..forms import FORMS
from ..tables import TABLES
from .cardinals import HYPHENS, word_at

TABLE = TABLES.units


class Unit(NamedTuple):
    """A unit: canonical name and what it measures."""

    name: str
    kind: QuantityKind


def _forms(table: dict[str, str], kind: QuantityKind) -> dict[str, Unit]:
    return {form: Unit(name, kind) for name, forms in table.items() for form in word_list(forms, name)}


WORDS: dict[str, Unit] = {form: unit for kind in QuantityKind for form, unit in _forms(getattr(TABLE, kind, {}), kind).items()}
"""Form in small letters -> unit, currencies and ISO codes too."""
WORDS |= _forms(TABLE.currencies, QuantityKind.MONEY)
CODES: dict[str, Unit] = {code: Unit(code, QuantityKind.MONEY) for code in (*TABLE.currencies, *TABLE.signs, *TABLE.codes.other) if code.isupper()}
"""ISO 4217 codes, read in capitals."""
SIGNS: dict[str, Unit] = _forms(TABLE.signs, QuantityKind.MONEY)
LETTERS = frozenset(code.lower() for code in CODES) | frozenset(sign for sign in SIGNS if sign[0].isalpha())
"""What a currency before the number may end with, if it is no mark."""
SYMBOLS: dict[str, Unit] = {
    form: WORDS.get(name, Unit(name, QuantityKind.OTHER)) for name, forms in TABLE.symbols.items() for form in word_list(forms, name)
}


def _prefixed() -> Iterator[tuple[str, str, Unit]]:
    """Name, symbol and unit of what takes SI prefixes: "millisievert", "mSv"; those of one letter are symbols already."""
    prefixes: dict[str, str] = TABLE.si.prefixes
    for name, (kind, symbol, taken) in TABLE.si.units.items():
        for prefix in ("", *taken.split()):
            yield prefix + name, prefixes.get(prefix, "") + symbol, Unit(prefix + name, QuantityKind(kind))


for _name, _symbol, _unit in _prefixed():
    WORDS.setdefault(_name, _unit)
    WORDS.setdefault(_name + "s", _unit)
    if len(_symbol) > 1:
        SYMBOLS.setdefault(_symbol, _unit)
PARTS: dict[str, dict[str, int]] = TABLE.parts
HUNDREDTHS = TABLE.hundredths.words
POUNDS = Unit("GBP", QuantityKind.MONEY)


@cache
def _several() -> tuple[dict[str, int], dict[str, Unit]]:
    """Of the forms of several tokens: their first word -> how many tokens the longest has; their tokens joined by blanks -> unit."""
    longest: dict[str, int] = {}
    joined: dict[str, Unit] = {}
    for form, unit in WORDS.items():
        pieces = [] if form.isalpha() else [piece.strip() for piece in FORMS.token.findall(form) if piece.strip()]
        if len(pieces) > 1:
            longest[pieces[0]] = max(longest.get(pieces[0], 0), len(pieces))
            joined[" ".join(pieces)] = unit
    return longest, joined


@cache
def measuring() -> frozenset[str]:
    """What a unit may begin with behind a number: its first word, a million's letter before a code, a hyphen or bracket between."""
    words = (*WORDS, *SYMBOLS, *CODES, *SIGNS, *_several()[0], *(f"m{code}" for code in CODES))
    return frozenset(map(str.lower, words)).union(("k", "m", "b", " ", "[", "<", "in"), HYPHENS)


def unit_at(doc: Document, k: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit written at token k and where it ends; symbols of one letter only behind digits."""
    if k >= len(doc.low):
        return None
    low = doc.low
    word = low[k]
    longest, joined = _several()
    if word in longest:
        for size in range(min(longest[word], len(low) - k), 1, -1):
            unit = joined.get(" ".join(low[k : k + size]))
            if unit is not None:
                return unit, k + size
        if word_at(low, k + 1) in HYPHENS and (unit := joined.get(f"{word} {word_at(low, k + 2)}")) is not None:
            return unit, k + 3  # "a 10-square-mile zone"
    raw = doc.toks[k].rstrip(" ") or " "
    if len(raw) == 1 and raw.isalpha():
        unit = SYMBOLS.get(raw) if digits else None
    else:
        unit = (SYMBOLS.get(raw) if digits else None) or WORDS.get(word) or CODES.get(raw) or (SIGNS.get(word) if not raw[0].isalnum() else None)
    return (unit, k + 1) if unit is not None else None


def suffix_unit(suffix: str) -> Unit | None:
    """The unit of letters glued to digits ("5km")."""
    if suffix in ("s", "S"):
        return None
    return SYMBOLS.get(suffix) or WORDS.get(suffix.lower()) or CODES.get(suffix.upper())


def sign_before(doc: Document, k: int) -> tuple[Unit, int] | None:
    """The currency written before token k and where it starts: "$", "US$", "HK$", "EUR", "Rs."."""
    if not k:
        return None
    low = doc.low
    j = k - 1
    word = low[j]
    if word[0].isalpha() and word not in LETTERS:
        return None
    raw = doc.toks[j].rstrip(" ")
    if word in CODES or raw in CODES:
        return (CODES[raw], j) if raw in CODES else None
    if word == "." and j and low[j - 1] == "rs":
        return SIGNS["rs"], j - 1
    if j and low[j - 1][0].isalpha() and raw and not raw[0].isalpha():
        longer = SIGNS.get(low[j - 1] + word) or (CODES.get(low[j - 1].upper()) if word == "$" else None)
        loose = len(low[j - 1]) > 1 or low[j - 1] == "c" and doc.toks[j][-1] == " "
        if longer is not None and (doc.toks[j - 1][-1] != " " or loose):
            return longer, j - 1
    unit = SIGNS.get(word)
    return None if unit is None or raw == "rs" else (unit, j)
