"""Measures as quantities of pint, which convert and compare: ``to_pint(quantity).to("kilometer")``."""

from __future__ import annotations

import re
from typing import Any, Literal

from conflictkit._errors import InputTypeError
from conflictkit._extras import need
from conflictkit._models import Number, Quantity, QuantityKind

NAMES: dict[str, str] = {
    "barrel": "oil_barrel", "basis point": "1e-4", "celsius": "degC", "decade": "10 * year", "dunam": "1000 * meter**2", "fahrenheit": "degF", "light-year": "light_year",
    "megabit per second": "megabit / second", "milliampere-hour": "milliampere * hour", "newton meter": "newton * meter", "kilonewton meter": "kilonewton * meter",
    "pound-foot": "force_pound * foot", "quarter": "3 * month", "tonne": "metric_ton",
}  # fmt: skip
"""Canonical unit -> what pint calls it, where it is not the same word."""
OTHERS = frozenset({"magnitude", "mach", "night", "times"})
"""Units that pint has not, or that are no measure."""
OFFSET = frozenset({"degC", "degF", "decibel"})
"""Units that pint does not multiply by."""
POWERS = {"square": 2, "cubic": 3}
UNMEASURED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.RATIO})


def to_pint(quantity: Quantity, registry: Any = None, *, value: Literal["low", "best", "high"] = "best") -> Any:
    """The quantity as ``pint.Quantity``, with its rate ("9 liters per 100 km"); needs the extra ``pint``.

    None for what is no measure (counts, money, ratios, fractions, rates by the person) and where ``value`` is None: a range has no
    ``best``, "at least" no ``high``. ``registry`` is the ``pint.UnitRegistry`` to use, by default pint's own. Tons are short tons, barrels those of oil. Raises
    :class:`InputTypeError` for what is no Quantity and :class:`MissingExtraError` without pint.
    """
    if not isinstance(quantity, Quantity):
        raise InputTypeError(f"to_pint() takes a Quantity, not {type(quantity).__name__}")
    pint = need("pint", "pint")
    number: Number | None = getattr(quantity, value)
    if number is None or quantity.unit is None or quantity.unit in OTHERS or quantity.kind in UNMEASURED:
        return None
    registry = pint.get_application_registry() if registry is None else registry
    try:
        name = _expression(quantity.unit)
        made = registry.Quantity(number, name) if name in OFFSET else number * registry.parse_expression(name)
        return made / registry.parse_expression(_expression(quantity.per)) if quantity.per else made
    except pint.UndefinedUnitError:
        return None


def _expression(unit: str) -> str:
    """A canonical unit as pint reads it: "square mile" is "mile**2", "mile per hour" is "mile / hour", "100 kilometer" stays a product."""
    if unit in NAMES:
        return NAMES[unit]
    if " per " in unit:
        return " / ".join(_expression(part) for part in unit.split(" per "))
    power, _, base = unit.partition(" ")
    if power in POWERS:
        return f"{base}**{POWERS[power]}"
    many = re.match(r"(\d+) (.+)", unit)
    return f"{many[1]} * {_expression(many[2])}" if many else unit.replace(" ", "_" if unit in ("nautical mile", "fluid ounce") else " * ")
