"""Placeholder until the stage is written."""

from __future__ import annotations

from typing import Any

TABLE: dict[str, Any] = {}
def resolve(doc, quotes): return quotes
