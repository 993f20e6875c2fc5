"""The word lists of incidents."""

from __future__ import annotations

from typing import Any

from conflictkit._lexicon import read_tables, word_list

TABLE: dict[str, Any] = read_tables("conflictkit.english.incidents", "incidents.toml")
"""Nouns of acts, determiners, cues of what is told apart, words of types."""


def listed(table: str, key: str) -> frozenset[str]:
    """The words of one entry."""
    return frozenset(word_list(TABLE[table][key], f"incidents.toml {table}.{key}"))
