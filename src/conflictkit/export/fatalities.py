"""One number for a wording: how ACLED and UCDP read vague, bounded and conflicting counts of the dead, as policies with a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from conflictkit._compare import ClaimGroup, Figure
from conflictkit._errors import InputTypeError
from conflictkit._models import Number, Quantity


@frozen
class Policy:
    """A way to read one number from a wording and from figures that differ."""

    about: str
    """What it does."""
    source: str
    """Who codes so, and where it is written."""
    read: Callable[[Quantity], Number | None]
    """The number of one wording; None where it names none."""
    choose: Callable[[Iterable[Number]], Number]
    """The number of several figures for one event."""


def least(quantity: Quantity) -> Number | None:
    """The least that a wording allows: dozens 12, hundreds 100, "20 to 30" 20; the figure named where nothing bounds it from below."""
    return quantity.low if quantity.low is not None else quantity.best


def named(quantity: Quantity) -> Number | None:
    """The figure that a wording names; of a range or a vague word its least."""
    return quantity.best if quantity.best is not None else quantity.low


def most(quantity: Quantity) -> Number | None:
    """The most that a wording allows: dozens 120, "20 to 30" 30; the figure named where nothing bounds it from above."""
    return quantity.high if quantity.high is not None else quantity.best


POLICIES: dict[str, Policy] = {
    "acled": Policy(
        "tens 10, dozens 12, hundreds 100; of conflicting figures the smallest; by event, not by side",
        "ACLED, Codebook 2024 and fatalities FAQ",
        least,
        min,
    ),
    "ucdp_low": Policy("the least of all wordings", "UCDP GED codebook, column low", least, min),
    "ucdp_best": Policy("the figure named; of several the smallest, since which report is the most reliable cannot be read", "UCDP GED codebook, column best", named, min),
    "ucdp_high": Policy("the most of all wordings", "UCDP GED codebook, column high", most, max),
}
"""Name -> policy. UCDP names no number for vague words: the conventions of ``Quantity.low`` and ``high`` are taken."""


def fatalities(figures: ClaimGroup | Iterable[Figure], policy: str = "acled") -> int | None:
    """One count for the totals of one event, by a policy of :data:`POLICIES`; None where no total names a number.

    A toll that grew counts as it stood on the last day told. Give a group of :func:`conflictkit.compare_claims` or figures of one. Raises
    :class:`InputTypeError` for a policy that is not there.
    """
    if policy not in POLICIES:
        raise InputTypeError(f"no policy {policy!r}; there are: {', '.join(POLICIES)}")
    rule = POLICIES[policy]
    counts = [count for figure in latest(figures) if (count := rule.read(figure.claim.quantity)) is not None]
    return round(rule.choose(counts)) if counts else None


def latest(figures: ClaimGroup | Iterable[Figure]) -> list[Figure]:
    """The totals of the last day told; all of them where one has no day."""
    totals = list(figures.figures if isinstance(figures, ClaimGroup) else figures)
    days = [day for figure in totals if (day := figure.told) is not None]
    return totals if len(days) < len(totals) else [figure for figure in totals if figure.told == max(days)]
