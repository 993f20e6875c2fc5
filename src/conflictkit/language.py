"""A language pack as a value: its word tables and date rules, changed without a fork.

The parsers of a language read their tables when they are imported. A changed language is therefore a copy of its modules, private to the
value and made once, whose tables were changed on the way in; the modules that everybody else uses are never touched.
"""

from __future__ import annotations

import builtins
import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from conflictkit._errors import LexiconError

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
        """All tables by the names that :func:`evolve` takes, with the changes made."""
        import tomllib
        from importlib.resources import files

        found = {}
        for stage in files(self.package).iterdir():
            for source in stage.iterdir() if stage.is_dir() else ():
                if source.name.endswith(".toml"):
                    stem = source.name.removesuffix(".toml")
                    found[stem] = _changed(stem, tomllib.loads(source.read_text(encoding="utf-8")), self.changes)
        return dict(sorted(found.items()))


ENGLISH = Language("en", "conflictkit.english")
"""English as it comes."""


COMPILING = RLock()
"""Held while the modules of a language are made: threads that ask for equal values at once get one copy."""


def modules(language: Language) -> ModuleType:
    """The package that reads a language, with the changes made: a private copy when there are any."""
    with COMPILING:
        return _modules(language)


@lru_cache(maxsize=32)
def _modules(language: Language) -> ModuleType:
    if not language.changes and not language.date_rules:
        return import_module(language.package)
    copies = _Copies(language)
    package = copies.module(language.package)
    rules = copies.module(f"{language.package}.dates")
    rules.RULES = (*rules.RULES, *(_rule(rule, copies) for rule in language.date_rules))  # type: ignore[attr-defined]
    return package


class _Copies:
    """Copies of a package's modules that import each other, and nothing else of the package."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._made: dict[str, ModuleType] = {}

    def module(self, name: str) -> ModuleType:
        """The copy of a module, made when first asked for."""
        if name not in self._made:
            from importlib.util import find_spec, module_from_spec

            from conflictkit._lexicon import CHANGE

            spec = find_spec(name)
            assert spec is not None
            assert spec.loader is not None
            module = self._made[name] = module_from_spec(spec)
            vars(module)["__builtins__"] = {**vars(builtins), "__import__": self._import}
            before = CHANGE.set(lambda file, tables: _changed(file.removesuffix(".toml"), tables, self._language.changes))
            try:
                spec.loader.exec_module(module)
            finally:
                CHANGE.reset(before)
        return self._made[name]

    def _import(self, name: str, scope: Any = None, local: Any = None, wanted: tuple[str, ...] = (), level: int = 0) -> ModuleType:
        """What ``from name import wanted`` imports inside a copy."""
        if not wanted or not f"{name}.".startswith(f"{self._language.package}."):
            return __import__(name, scope, local, wanted, level)
        module = self.module(name)
        for item in wanted:
            if not hasattr(module, item):
                setattr(module, item, self.module(f"{name}.{item}"))
        return module


def _rule(rule: DateRule, copies: _Copies) -> Any:
    """A date rule as the parser has them."""
    from conflictkit._rules import Rule

    parts = copies.module(f"{copies._language.package}.dates.parts").Parts  # noqa: SLF001

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
