"""A language pack as a value: its word tables and date rules, changed without a fork.

The modules of a language read their tables when they are imported, and import each other by relative names. A changed language is therefore
the same package loaded once more, under a name of its own, over other tables; the modules that everybody else uses are never touched.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from conflictkit._errors import LexiconError
from conflictkit._tables import CHANGED, SMALL_WORDS, tables_of, with_classes

if TYPE_CHECKING:
    from conflictkit._rules import Match

__all__ = ["ENGLISH", "DateRule", "Language"]

Words = Mapping[str, Any] | os.PathLike[str]
"""Entries of tables, or a TOML file that holds them."""


@frozen
class DateRule:
    """A rule for dates: what it is called, the phrases it reads, and the day it makes of a match.

    A phrase reads left to right: CAPITALS are a word class of the tables (MONTH, WEEKDAY, INT ...), small letters that very word,
    ``a|b`` is either, ``[x y]`` may be absent, ``name:x`` is a slot. ``build`` asks the match for its slots (``match.word("n")`` is a word
    in small letters, "" when absent) and declines by returning None. Where several rules match, the longest match wins.
    """

    name: str
    phrases: tuple[str, ...]
    build: Callable[[Match], dt.date | None]


@frozen
class Change:
    """One entry of a table, and what is done to it."""

    how: Literal["add", "remove", "put"]
    path: tuple[str, ...]
    """The file's name without its ending, then the keys."""
    value: Any
    origin: str
    """The file or argument it comes from, for messages."""

    @property
    def where(self) -> str:
        """Origin and key, as messages begin."""
        return f"{self.origin}: {'.'.join(self.path)}"


@frozen
class Language:
    """A language that :func:`conflictkit.parse` takes; made by :func:`evolve` from :data:`ENGLISH`. Equal values share one copy."""

    code: str
    """What :attr:`conflictkit.Report.language` says."""
    package: str
    changes: tuple[Change, ...] = ()
    date_rules: tuple[DateRule, ...] = ()

    def tables(self) -> dict[str, Any]:
        """All tables by the names that :func:`evolve` takes, with the changes made: first those of closed classes, which other lists hold too."""
        tables = tables_of(self.package)
        classes = [change for change in self.changes if change.path[:2] == SMALL_WORDS]
        for changes in (classes, [change for change in self.changes if change not in classes]):
            tables = with_classes({file: _changed(file, entries, changes) for file, entries in tables.items()})
        return tables


ENGLISH = Language("en", "conflictkit.english")
"""English as it comes."""


COMPILING = RLock()
"""Held while the modules of a language are made: threads that ask for equal values at once get one copy."""


def modules(language: Language) -> ModuleType:
    """The package that reads a language; with changes it is loaded once more, with the changed tables. Of changed ones the last 32 are kept."""
    with COMPILING:
        return _modules(language)


@lru_cache(maxsize=32)
def _modules(language: Language) -> ModuleType:
    if not language.changes and not language.date_rules:
        return import_module(language.package)
    package = _loaded_again(language)
    dates = package.dates
    dates.RULES = (*dates.RULES, *(_rule(rule, dates.parts.Parts) for rule in language.date_rules))
    return package


def _loaded_again(language: Language) -> ModuleType:
    """The package of a language under another name, which is gone from the interpreter's list as soon as its modules have each other.

    It is loaded from its sources: compiled modules are there only once, whatever their name.
    """
    from importlib.util import find_spec, module_from_spec, spec_from_file_location

    original = find_spec(language.package)
    assert original is not None
    assert original.submodule_search_locations
    name, folder = f"{language.package}_changed", original.submodule_search_locations[0]
    spec = spec_from_file_location(name, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder])  # noqa: PTH118
    assert spec is not None
    assert spec.loader is not None
    CHANGED[name] = language.tables()
    package = sys.modules[name] = module_from_spec(spec)
    sys.meta_path.insert(0, finder := _Sources(name))
    try:
        spec.loader.exec_module(package)
    finally:
        sys.meta_path.remove(finder)
        del CHANGED[name]
        for module in [module for module in sys.modules.copy() if f"{module}.".startswith(f"{name}.")]:
            del sys.modules[module]
    return package


class _Sources:
    """Finds the modules of one package as sources, also where compiled ones stand beside them."""

    def __init__(self, package: str) -> None:
        self.prefix: str = f"{package}."

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module of the package is; None for any other."""
        if not name.startswith(self.prefix):
            return None
        folders = (FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES)) for folder in path or ())
        return next((spec for folder in folders if (spec := folder.find_spec(name)) is not None), None)


def _rule(rule: DateRule, parts: Callable[..., Any]) -> Any:
    """A date rule as the parser has them."""
    from conflictkit._rules import Rule

    def build(match: Match) -> Any:
        day = rule.build(match)
        return None if day is None else (parts(match.start, match.end, year=day.year, month=day.month, day=day.day),)

    return Rule(rule.name, tuple(rule.phrases), build)


# Changes of tables


def _changed(file: str, tables: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The tables of one file with the changes made."""
    for change in changes:
        if change.path[0] == file:
            *above, last = change.path[1:] or ("",)
            table = tables
            for key in above:
                table = _inside(change, table, key)
            table[last] = _value(change, table, last)
    return tables


def _inside(change: Change, table: dict[str, Any], key: str) -> dict[str, Any]:
    found = table.get(key)
    if not isinstance(found, dict):
        raise LexiconError(f"{change.where}: no table {key!r}; expected one of: {_names(name for name, value in table.items() if isinstance(value, dict))}")
    return found


def _value(change: Change, table: dict[str, Any], key: str) -> Any:
    """What an entry becomes; words stay a string or a list as they were."""
    old: Any = table.get(key)
    new: Any = _as_list(change.value)
    if isinstance(old, dict):
        raise LexiconError(f"{change.where}: is a table; expected one of its entries: {_names(old)}")
    if change.how == "put":
        kinds = {_kind(value) for value in ([old] if key in table else table.values())}
        if _kind(new) not in kinds:
            raise LexiconError(f"{change.where}: expected {' or '.join(sorted(kinds))}, not {_kind(new)}")
        return new
    if key not in table:
        raise LexiconError(f"{change.where}: no such entry; expected one of: {_names(table)}")
    if _kind(old) != "words" or _kind(new) != "words":
        wrong = f"the entry holds {_kind(old)}; use put" if _kind(old) != "words" else f"expected words in a string or a list of strings, not {_kind(new)}"
        raise LexiconError(f"{change.where}: {wrong}")
    words = [word.replace(" ", "_") for word in new] if isinstance(new, list) else new.split()
    if isinstance(old, list):
        spaced = [word.replace("_", " ") for word in words]
        return [word for word in old if word not in spaced] + (spaced if change.how == "add" else [])
    return " ".join([word for word in old.split() if word not in words] + (words if change.how == "add" else []))


def _as_list(value: Any) -> Any:
    return list(map(_as_list, value)) if isinstance(value, tuple) else value


def _kind(value: object) -> str:
    """What an entry holds, in words."""
    if isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        return "words"
    if isinstance(value, bool):
        return "true or false"
    return {int: "a number", float: "a number", dict: "a table", list: "a list"}.get(type(value), f"a {type(value).__name__}")


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
