"""Placeholder until the stage is written."""

from __future__ import annotations

from typing import Any

from conflictkit._rules import Rule

TABLE: dict[str, Any] = {}
RULES: tuple[Rule[Any], ...] = ()


def find_quantities(doc, table, dates):  # type: ignore[no-untyped-def]
    return ()
