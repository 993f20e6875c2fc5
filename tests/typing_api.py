"""What a type checker must see of the public API (checked by mypy, not run)."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import conflictkit as ck

report = ck.parse("text", published=date(2025, 11, 7))
assert_type(report, ck.Report)
assert_type(report.quotes, tuple[ck.Quote, ...])
assert_type(report.claims[0].quantity.best, int | float | None)
assert_type(report.events[0].first, date | None)
assert_type(ck.parse_dates("text"), tuple[ck.DateExpression, ...])
assert_type(ck.to_json(report), str)
assert_type(ck.from_json("{}"), ck.Report)
assert_type(ck.compare_claims(report.claims), tuple[ck.ClaimGroup, ...])
assert_type(report.claims[0].source_name, str | None)
assert_type(report.events[0].place_name, str | None)
assert_type(report.incidents, tuple[ck.Incident, ...])
assert_type(ck.compare([report]), ck.Comparison)
