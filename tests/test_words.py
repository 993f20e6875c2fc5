"""No list of function words stands twice: what is nearly the same in two places is one list, or one made of the other."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from conflictkit.english.grammar.lists import FUNCTION, OBJECTIVE, PERSONAL, POSSESSIVE, REFLEXIVE, RELATIVE

SOURCE = Path(__file__).parents[1] / "src" / "conflictkit"
FUNCTION_WORDS = FUNCTION | POSSESSIVE | PERSONAL | OBJECTIVE | REFLEXIVE | RELATIVE
FEW = 3
"""So many function words may stand in two lists whatever else they hold."""

ALIKE = 0.75
"""Lists that share so much of what they hold are one list."""


BY_LEMMA = ("events.frame.", "events.phrasal.")
"""What stands behind a verb is told of each verb."""


def of_tables(table: dict[str, Any], path: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The lists of words of a file of data."""
    for key, value in table.items():
        where = f"{path}.{key}"
        if isinstance(value, dict):
            yield from of_tables(value, where)
            yield where, frozenset(value)
        elif isinstance(value, str):
            yield where, frozenset(value.split())
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield where, frozenset(value)


def of_code(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """The lists of words that a file of code spells out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.relative_to(SOURCE)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            words = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            if len(words) == len(node.elts):
                yield where, frozenset(words)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.replace(" ", "").isalpha() and node.value.islower():
            yield where, frozenset(node.value.split())


def lists() -> list[tuple[str, frozenset[str]]]:
    """The lists of the language that hold more than a few function words."""
    tables = [found for path in SOURCE.rglob("*.toml") for found in of_tables(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)]
    code = [found for path in (SOURCE / "english").rglob("*.py") for found in of_code(path)]
    return [(where, words) for where, words in (*tables, *code) if len(words & FUNCTION_WORDS) > FEW and not where.startswith(BY_LEMMA)]


def test_no_list_of_function_words_stands_twice() -> None:
    found = lists()
    assert len(found) > 100, len(found)
    twice = [
        f"{one} ~ {two}: {' '.join(sorted(words & others))}"
        for (one, words), (two, others) in combinations(found, 2)
        if len(words & others & FUNCTION_WORDS) > FEW and len(words & others) >= ALIKE * max(len(words), len(others))
    ]
    assert twice == []
