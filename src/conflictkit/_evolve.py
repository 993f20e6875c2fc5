"""A language with other words or more date rules, checked before it reads its first text."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Literal

from attrs import evolve as replaced

from conflictkit._errors import InputTypeError, LexiconError
from conflictkit._pipeline import parse
from conflictkit.language import Change, DateRule, Language, Words, modules

MOVED: Mapping[str, str] = {
    "quotes.forms": "events.irregular",
    "speakers.titles.with": "speakers.titles.beside",
    **dict.fromkeys(("quotes.verb", "quotes.preposition", "quotes.particle", "quotes.words.inquit", "quotes.words.speaking", "speakers.runs.speech", "grammar.verb.reports"), "speech.verb"),
    **dict.fromkeys(("quotes.noun", "quotes.words.remark", "grammar.noun.contents"), "speech.noun"),
    "facts.truth.alleged": "grammar.mood.alleged",
    "dates.context.supposed": "grammar.mood.known or speech.verb",
    "incidents.name.road": "quantities.street.words",
    "incidents.act.begin": "dates.events.begin",
    "facts.target.particle": "grammar.use.particles",
    "facts.truth.duty": "grammar.mood.wanted",
    "quotes.words.checked": "facts.truth.verifies",
    "speakers.runs.break": "speakers.runs.breaks",
    "grammar.irregular": "events.irregular",
    "layout.head.particles": "speakers.runs.particle",
    "dates.events.another": "incidents.cue.another",
    "dates.SEASON": "dates.seasons",
    "dates.DAYPART": "dates.dayparts",
    "dates.NTHWORD": "dates.ordinals",
    "dates.DECADEWORD": "dates.decades",
    **dict.fromkeys(("dates.numbers", "dates.COUNT", "dates.COUNTBIT", "dates.TEENS", "dates.TENS"), "numerals.small or numerals.tens"),
}
"""Tables of earlier layouts -> where their words stand now."""


def evolve(
    language: Language,
    *,
    add: Words | None = None,
    remove: Words | None = None,
    put: Words | None = None,
    date_rules: Iterable[DateRule] = (),
) -> Language:
    """A language with other words or more date rules; the given one stays as it is.

    ``add`` and ``remove`` change lists of words, ``put`` sets a whole entry or makes a new one beside others of its kind. Each is a
    mapping from ``"file.table.entry"`` (see :meth:`Language.tables`) to words, in one string separated by blanks (``_`` for a blank inside
    a word) or in a list; or the path of a TOML file with the same tables. Rules come after those that are there.

    Raises :class:`LexiconError` that names the file or argument, the key and what was expected; everything is checked here, not at the
    first text.
    """
    if not isinstance(language, Language):
        raise InputTypeError(f"language must be a Language such as ENGLISH, not {type(language).__name__}")
    changes = [*_changes("remove", remove), *_changes("add", add), *_changes("put", put)]
    before = language.tables()
    for change in changes:
        _check_place(change, before, import_module(f"{language.package}.tables").BY_WORD)
    made = replaced(language, changes=(*language.changes, *changes), date_rules=(*language.date_rules, *date_rules))
    known = made.tables()
    for change in changes:
        if change.path[0] not in known:
            raise LexiconError(f"{change.where}: no tables {change.path[0]!r}; there are: {', '.join(known)}")
    _try_out(made, changes)
    return made


def _check_place(change: Change, tables: Mapping[str, Any], by_word: Collection[str]) -> None:
    """Refuse a table of an earlier layout, and a new name where the code asks for those that are there; word classes of dates may be new."""
    for depth in range(1, len(change.path) + 1):
        if (old := ".".join(change.path[:depth])) in MOVED:
            raise LexiconError(f"{change.where}: {old} is no more; change {MOVED[old]}")
    *above, name = change.path
    table: Any = tables
    for key in above:
        table = table.get(key) if isinstance(table, dict) else None
    if isinstance(table, dict) and name not in table and ".".join(above) not in by_word and not (len(above) == 1 and name.isupper()):
        raise LexiconError(f"{change.where}: no such entry; expected one of: {', '.join(sorted(table))}")


def _try_out(language: Language, changes: Iterable[Change]) -> None:
    """Make the changed modules and read the new words with them, so that what does not fit is told now."""
    _check_rules(language)
    try:
        for change in changes:
            words = change.value.split() if isinstance(change.value, str) else map(str, change.value) if isinstance(change.value, tuple) else ()
            parse(" ".join(f"The {word} said 12 {word} were {word} in {word} 2020." for word in (*words, change.path[-1])), language=language)
    except LexiconError:
        raise
    except Exception as error:
        entries = "; ".join(change.where for change in changes)
        raise LexiconError(f"the change does not fit the other tables ({type(error).__name__}: {error}); changed were {entries}") from error


def _check_rules(language: Language) -> None:
    """Names are new, phrases can be read, and their word classes are there."""
    from conflictkit._lexicon import Lexicon
    from conflictkit._rules import Rule, RuleTable, words_of

    if not language.date_rules:
        return
    package = modules(replaced(language, date_rules=()))
    taken = {rule.name for rule in package.dates.RULES}
    classes: dict[str, tuple[str, ...]] = dict.fromkeys(package.pack().lexicon.bit, ())
    for rule in language.date_rules:
        if not isinstance(rule, DateRule):
            raise InputTypeError(f"date_rules takes DateRule values, not {type(rule).__name__}")
        if isinstance(rule.phrases, str):
            raise LexiconError(f"date rule {rule.name!r}: phrases: expected a tuple of phrases, not a str")
        if rule.name in taken:
            raise LexiconError(f"date rule {rule.name!r}: there is a rule of that name; expected a new one")
        taken.add(rule.name)
        for phrase in rule.phrases:
            try:
                alone = Rule(rule.name, (phrase,), rule.build)
                RuleTable((alone,), Lexicon({**classes, **words_of((alone,))})).pattern(phrase)
            except ValueError as error:
                raise LexiconError(f"date rule {rule.name!r}: {error}") from None


def _changes(how: Literal["add", "remove", "put"], words: Words | None) -> Iterator[Change]:
    if words is None:
        return
    origin = f"evolve({how}=...)"
    if isinstance(words, os.PathLike):
        import tomllib

        origin = os.fspath(words)
        try:
            with open(words, "rb") as file:  # noqa: PTH123  (pathlib costs more than the rest of the import)
                words = tomllib.load(file)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise LexiconError(f"{origin}: expected a TOML file: {error}") from None
    if not isinstance(words, Mapping):
        raise InputTypeError(f"{how} must be a mapping, or the Path of a TOML file, not {type(words).__name__}")
    for path, value in _entries((), words):
        yield Change(how, path, _as_tuple(value), origin)


def _entries(path: tuple[str, ...], words: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in words.items():
        keys = (*path, *str(key).split("."))
        if isinstance(value, Mapping):
            yield from _entries(keys, value)
        else:
            yield keys, value


def _as_tuple(value: Any) -> Any:
    return tuple(map(_as_tuple, value)) if isinstance(value, list | tuple) else value
