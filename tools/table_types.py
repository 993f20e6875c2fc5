"""Writes the types of the word tables (``english/tables.pyi``) from their files: ``python -m tools.table_types``.

A word list that code asks for and no file holds is then an error of types, and so is one that is asked for as what it is not.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conflictkit.english import tables

STUB = Path(tables.__file__).with_suffix(".pyi")
FIELDS = {"str": "frozenset[str]", "list[str]": "tuple[str, ...]", "list[list[str]]": "tuple[list[str], ...]"}
"""What lists of words are as fields."""
HEAD = """\
# The fields of the word tables; python -m tools.table_types writes them from the files of words.

from typing import Any

from attrs import frozen

BY_WORD: frozenset[str]
RAW: dict[str, dict[str, Any]]
"""


def stub() -> str:
    """The types of all tables: a class for each whose keys are names, those of its own tables first."""
    return "\n\n".join((HEAD.rstrip("\n"), *classes("Tables", "", tables.RAW), "TABLES: Tables\n"))


def classes(name: str, path: str, entries: dict[str, Any]) -> Iterator[str]:
    """The class of a table, behind those of the tables in it."""
    fields = []
    for key, value in entries.items():
        if not key.isidentifier() or keyword.iskeyword(key):
            raise SystemExit(f"{path}{key}: no name of a field; a table by word stands in BY_WORD of english/tables.py")
        below = f"{name.removesuffix('Tables')}{key.title().replace('_', '')}"
        if isinstance(value, dict) and path + key not in tables.BY_WORD:
            yield from classes(below, f"{path}{key}.", value)
            fields.append(f"    {key}: {below}")
        else:
            fields.append(f"    {key}: {FIELDS.get(kind(value), kind(value))}")
    yield "\n".join(("@frozen", f"class {name}:", *fields))


def kind(value: Any) -> str:
    """The type of an entry as the file has it."""
    if not isinstance(value, dict | list):
        return type(value).__name__
    held = {kind(entry) for entry in (value.values() if isinstance(value, dict) else value)}
    one = "float" if held == {"int", "float"} else held.pop() if len(held) == 1 else "Any"
    return f"dict[str, {one}]" if isinstance(value, dict) else f"list[{one}]"


if __name__ == "__main__":
    STUB.write_text(stub(), encoding="utf-8")
