"""The word lists of incidents."""

from __future__ import annotations

from typing import Any

from conflictkit._lexicon import word_list

from ..tables import TABLES

TABLE: dict[str, Any] = TABLES.incidents
"""Nouns of acts, determiners, cues of what is told apart, words of types."""


def listed(table: str, key: str) -> frozenset[str]:
    """The words of one entry."""
    return frozenset(word_list(TABLE[table][key], f"incidents.toml {table}.{key}"))
