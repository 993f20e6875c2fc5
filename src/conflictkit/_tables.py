"""The tables of a language: read from the files of its folders, and made values with fields."""

from __future__ import annotations

import json
from collections.abc import Collection
from pkgutil import get_data
from typing import Any, Never

from conflictkit._errors import LexiconError

CHANGED: dict[str, dict[str, dict[str, Any]]] = {}
"""Package of a changed language -> its tables, while it is loaded (see ``language.py``)."""


def tables_of(package: str) -> dict[str, dict[str, Any]]:
    """The tables of the language that a package reads, by the names of their files: those of its folders, or what a change made of them."""
    if package in CHANGED:
        return CHANGED[package]
    try:
        kept = get_data(package, "tables.json")  # as wheels hold them
    except OSError:
        kept = None
    return _read(package) if kept is None else dict(json.loads(kept))


def _read(package: str) -> dict[str, dict[str, Any]]:
    """The tables as they are written."""
    import tomllib
    from importlib.resources import files

    found = {}
    for stage in files(package).iterdir():
        for source in stage.iterdir() if stage.is_dir() else ():
            if source.name.endswith(".toml"):
                try:
                    found[source.name.removesuffix(".toml")] = tomllib.loads(source.read_text(encoding="utf-8"))
                except tomllib.TOMLDecodeError as error:
                    raise LexiconError(f"{source.name}: not TOML: {error}") from None
    return dict(sorted(found.items()))


SMALL_WORDS = ("words", "closed")
"""File and table of the closed classes, which other lists name instead of their words: ``<article>``."""


def with_classes(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The tables with the words of a closed class where its name stands in a list."""
    file, name = SMALL_WORDS
    classes: dict[str, str] = {}
    for kind, words in tables[file][name].items():
        classes[f"<{kind}>"] = _with_classes(words, classes)
    return {file: _with_classes(entries, classes) for file, entries in tables.items()}


def _with_classes(value: Any, classes: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _with_classes(entry, classes) for name, entry in value.items()}
    return " ".join(classes.get(word, word) for word in value.split()) if isinstance(value, str) and "<" in value else value


class Table:
    """A table whose keys are names that code asks for: they are its fields, and nobody sets them."""

    def __init__(self, entries: dict[str, Any]) -> None:
        vars(self).update(entries)

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"{name}: tables are not changed but made again, by conflictkit.evolve")


def table(entries: dict[str, Any], by_word: Collection[str], path: str = "") -> Any:
    """A table with its fields: a string of words is a set of them, a list keeps its order; tables by word stay maps."""
    return Table({name: _entry(value, by_word, f"{path}.{name}" if path else name) for name, value in entries.items()})


def _entry(value: Any, by_word: Collection[str], path: str) -> Any:
    if isinstance(value, dict):
        return value if path in by_word else table(value, by_word, path)
    return frozenset(word_list(value, path)) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def word_list(value: object, where: str) -> tuple[str, ...]:
    """Words of one lexicon entry: a string of words separated by white space (``_`` for a blank inside), or a list of strings."""
    if isinstance(value, str):
        words = value.split()
        return tuple(word.replace("_", " ") for word in words) if "_" in value else tuple(words)
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise LexiconError(f"{where}: expected words in a string or a list of strings, not {type(value).__name__}")
