"""Measures as quantities of pint: every unit that we name, rates, and what is no measure."""

from __future__ import annotations

from typing import Any

import pytest

import conflictkit as ck
from conflictkit.english.quantities.units import SYMBOLS, WORDS
from conflictkit.export.measures import OTHERS, UNMEASURED, to_pint

pint = pytest.importorskip("pint", reason="pint is not installed (extra: pint)")
UNITS = sorted({(unit.name, unit.kind) for unit in (*WORDS.values(), *SYMBOLS.values()) if unit.kind not in UNMEASURED and unit.name not in OTHERS})


@pytest.fixture(scope="module")
def registry() -> Any:
    return pint.UnitRegistry()


def one(text: str) -> ck.Quantity:
    (found,) = ck.parse_quantities(text)
    return found


@pytest.mark.parametrize(("name", "kind"), UNITS, ids=lambda value: str(value))
def test_every_unit_is_one_of_pint(registry: Any, name: str, kind: ck.QuantityKind) -> None:
    span = ck.Span(0, 1, "5")
    assert to_pint(ck.Quantity(span, span, 5, 5, 5, ck.Bound.EXACT, name, None, kind), registry) is not None


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("They hold 900 square miles.", "kilometer**2", 2330.99),
        ("It was 40 degrees Celsius.", "degF", 104),
        ("It flew at 90 mph.", "kilometer/hour", 144.84),
        ("Two million barrels a day.", "gallon/minute", 58333.33),
        ("It rained 3 inches.", "centimeter", 7.62),
        ("They waited two years.", "month", 24),
        ("They waited two decades.", "year", 20),
        ("A torque of 450 Nm.", "newton * meter", 450),
        ("They mined 20 dunams.", "hectare", 2),
        ("A rise of 25 basis points.", "percent", 0.25),
        ("They burned 31 percent.", "", 0.31),
    ],
)
def test_conversion(registry: Any, text: str, unit: str, expected: float) -> None:
    assert to_pint(one(text), registry).to(unit).magnitude == pytest.approx(expected, rel=1e-4)


def test_ends_of_a_range(registry: Any) -> None:
    found = one("They moved 5 to 6 km.")
    assert to_pint(found, registry) is None
    assert [to_pint(found, registry, value=end).to("meter").magnitude for end in ("low", "high")] == [5000, 6000]


@pytest.mark.parametrize("text", ["Twelve men came.", "It cost $5.", "Losses doubled.", "Half of the city burned."])
def test_no_measure(text: str) -> None:
    assert to_pint(one(text)) is None


def test_wrong_argument() -> None:
    with pytest.raises(ck.InputTypeError, match="takes a Quantity, not str"):
        to_pint("5 km")  # type: ignore[arg-type]
