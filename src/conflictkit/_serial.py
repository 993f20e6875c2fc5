"""Records to plain data and back: dictionaries and JSON, by cattrs."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, get_args, overload

import attrs

from conflictkit import _models
from conflictkit._errors import DataError, InputTypeError
from conflictkit._models import Incident, Span, Toll
from conflictkit._report import Report, resolved

T = TypeVar("T")

SCHEMA = 2
"""Number of the form of a report's data; goes up when a field changes its name, its type or its meaning."""
ORDERED = (("start", "end"), ("low", "high"), ("first", "last"))
"""Fields of which the first never exceeds the second."""
HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""Two code points that JSON readers take for the two halves of one."""
KEPT_APART = re.compile(r"\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2}")
"""The halves in capitals, as :func:`to_json` writes what must not be joined."""
OTHER_CAPITALS = re.compile(r"(?<!\\)(?:\\\\)*\\u(?=[0-9A-C][0-9a-fA-F]{3})[0-9a-f]{0,3}[A-F]")
"""Another code point in capitals: a sign that the JSON is another program's, whose capitals mean nothing."""
ESCAPE = re.compile(r"\\(?:u(D[89A-F][0-9A-F]{2})|.)", re.DOTALL)


def to_dict(record: Any) -> dict[str, Any]:
    """Plain data of a record: dictionaries, lists, strings, numbers; dates as ISO strings, enumerations as their values.

    A report begins with ``schema``, the number of this form; the events and claims of its incidents are their places (from 0) in the
    report's own tuples.

    Takes a :class:`Report` or any record in one; raises :class:`InputTypeError` for anything else.
    """
    if not attrs.has(type(record)):
        raise InputTypeError(f"to_dict() and to_json() take a Report or a record of one, not {type(record).__name__}")
    data: dict[str, Any] = _converter(explain=True).unstructure(record)
    return {"schema": SCHEMA, **data, "incidents": incident_rows(record)} if isinstance(record, Report) else data


@overload
def from_dict(data: Any) -> Report: ...
@overload
def from_dict(data: Any, record: type[T]) -> T: ...
def from_dict(data: Any, record: type[Any] = Report) -> Any:
    """The record that :func:`to_dict` made the data from: ``from_dict(to_dict(report)) == report``.

    ``record`` is the class wanted. Raises :class:`DataError` with the path inside the data for anything malformed: wrong types, keys
    missing or unknown, spans that do not stand in the report's text.
    """
    if not isinstance(data, dict):
        raise DataError(f"expected an object with the fields of {record.__name__}, not {_shown(data)}")
    rows: Any = []
    if record is Report:
        data = _of_this_schema(data)
        rows = data.pop("incidents", None)
    made = _structured(data, record)
    if record is Report:
        made = attrs.evolve(made, incidents=tuple(_incidents(rows, made)))
    if isinstance(made, Report) and not _spans_hold(made):
        for path, span in _spans(made, ""):
            if made.text[span.start : span.end] != span.text:
                raise DataError(f"the span {span.start}..{span.end} holds {made.text[span.start : span.end]!r} in the text, not {span.text!r}", path)
    return made


def to_json(record: Any, *, indent: int | None = None) -> str:
    """The record as JSON (ASCII, so that any text survives any encoding); errors as for :func:`to_dict`."""
    if isinstance(record, Report) and not record.text.isascii() and HALVES.search(record.text):
        written = json.dumps(to_dict(record), indent=indent, ensure_ascii=False)
        return "".join(char if char < "\x80" else _escaped(char) for char in written)
    if indent is None and attrs.has(type(record)):
        from conflictkit._json import writer

        cls: Any = type(record)
        return writer(cls, SCHEMA, incident_rows)(record) if cls is Report else writer(cls)(record)
    return json.dumps(to_dict(record), indent=indent)


def _escaped(char: str) -> str:
    """The escape of a code point; that of half a pair in capitals, which keeps two of them apart."""
    return f"\\u{ord(char):04X}" if "\ud800" <= char <= "\udfff" else json.dumps(char)[1:-1]


@overload
def from_json(text: str) -> Report: ...
@overload
def from_json(text: str, record: type[T]) -> T: ...
def from_json(text: str, record: type[Any] = Report) -> Any:
    """The record that :func:`to_json` wrote; errors as for :func:`from_dict`, and for what is no JSON."""
    if not isinstance(text, str):
        raise InputTypeError(f"from_json() takes a str, not {type(text).__name__}; decode bytes first")
    if KEPT_APART.search(text) and not OTHER_CAPITALS.search(text):
        text = ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[0], text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(f"not JSON: {error}") from None
    return from_dict(data, record)


def _structured(data: dict[str, Any], record: type[Any]) -> Any:
    import cattrs

    try:
        return _converter(explain=False).structure(data, record)
    except Exception:  # noqa: BLE001  (read once more, slowly, to say what is wrong and where)
        try:
            return _converter(explain=True).structure(data, record)
        except cattrs.BaseValidationError as error:
            path, message = next(_causes(error))
            raise DataError(message, path) from None
        except _Wrong as error:
            raise DataError(str(error)) from None


def _of_this_schema(data: dict[str, Any]) -> dict[str, Any]:
    """The fields of a report, when its data have the number of this schema."""
    if "schema" not in data:
        raise DataError(f"no schema number, as in schema 1; this version reads schema {SCHEMA}: parse the text again, or read the data with the version that wrote them", "schema")
    if data["schema"] != SCHEMA or type(data["schema"]) is not int:
        raise DataError(f"schema {data['schema']!r}; this version reads schema {SCHEMA}: parse the text again, or read the data with the version that wrote them", "schema")
    return {name: value for name, value in data.items() if name != "schema"}


# --- incidents: their events and claims are written as places in the report ------------------------------------------------

JOINED = ("events", "claims")
"""Fields of an incident that hold records of its report."""


def incident_rows(report: Report) -> list[dict[str, Any]]:
    """The incidents of a report as plain data, events and claims as their places in the report's tuples."""
    if not report.incidents:
        return []
    places = {name: _places(getattr(report, name)) for name in JOINED}
    unstructure = _converter(explain=True).unstructure
    rows = []
    for incident in report.incidents:
        row = unstructure(attrs.evolve(incident, tolls=(), events=(), claims=()))
        row["tolls"] = [{**unstructure(attrs.evolve(toll, claims=())), "claims": [places["claims"](claim) for claim in toll.claims]} for toll in incident.tolls]
        rows.append({**row, **{name: [places[name](record) for record in getattr(incident, name)] for name in JOINED}})
    return rows


def _places(records: tuple[Any, ...]) -> Any:
    """The function that gives a record's place among ``records``."""
    known: dict[Any, int] = {record: n for n, record in reversed(list(enumerate(records)))}

    def place(record: Any) -> int:
        if record not in known:
            raise DataError(f"an incident tells of {record!r}, which is no record of the report")
        return known[record]

    return place


def _incidents(rows: Any, report: Report) -> Iterator[Incident]:
    if rows is None:
        raise DataError("missing 'incidents'")
    if not isinstance(rows, list | tuple):
        raise DataError(f"expected a list, not {_shown(rows)}", "incidents")
    for n, row in enumerate(rows):
        path = f"incidents[{n}]"
        if not isinstance(row, dict):
            raise DataError(f"expected an object with the fields of Incident, not {_shown(row)}", path)
        try:
            made = _structured({**row, "tolls": [], **{name: [] for name in JOINED}}, Incident)
        except DataError as error:
            raise DataError(error.message, f"{path}.{error.path}" if error.path else path) from None
        tolls = [
            attrs.evolve(_structured({**toll, "claims": []}, Toll), claims=tuple(_at(toll.get("claims"), report.claims, f"{path}.tolls[{m}].claims")))
            for m, toll in enumerate(_objects(row.get("tolls"), f"{path}.tolls"))
        ]
        joined = {name: tuple(_at(row.get(name), getattr(report, name), f"{path}.{name}")) for name in JOINED}
        yield attrs.evolve(made, tolls=tuple(tolls), **joined)


def _objects(value: Any, path: str) -> list[dict[str, Any]]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, dict) for item in value):
        raise DataError(f"expected a list of objects, not {_shown(value)}", path)
    return list(value)


def _at(numbers: Any, records: tuple[Any, ...], path: str) -> Iterator[Any]:
    """The records at places of the report's tuple."""
    if not isinstance(numbers, list | tuple):
        raise DataError(f"expected a list of places in the report's tuple, not {_shown(numbers)}", path)
    for n, number in enumerate(numbers):
        if type(number) is not int or not 0 <= number < len(records):
            raise DataError(f"expected a place from 0 to {len(records) - 1}, not {_shown(number)}", f"{path}[{n}]")
        yield records[number]


@cache
def _converter(*, explain: bool) -> Any:
    """The converter; one that explains gathers each fault with its path, at twice the time."""
    import cattrs
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=explain)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, _date)
    for cls in vars(_models).values():
        if isinstance(cls, type) and issubclass(cls, StrEnum) and cls is not StrEnum:
            converter.register_unstructure_hook(cls, attrgetter("value"))
            converter.register_structure_hook(cls, _member)
    converter.register_structure_hook(str, _exactly(str, "text"))
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook_func(lambda cls: {int, float} <= set(get_args(cls)), _number)
    converter.register_structure_hook_factory(
        attrs.has,
        lambda cls: _object(resolved(cls), make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)),
    )
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: make_dict_unstructure_fn(resolved(cls), converter))
    converter.register_structure_hook_func(_is_tuple, lambda value, cls: _tuple(converter, value, cls))
    return converter


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _tuple(converter: Any, value: Any, cls: Any) -> tuple[Any, ...]:
    from cattrs import IterableValidationError, IterableValidationNote

    if not isinstance(value, list | tuple):
        raise _Wrong(f"expected a list, not {_shown(value)}")
    inner = cls.__args__[0]
    hook = converter.get_structure_hook(inner)
    out, errors = [], []
    for n, item in enumerate(value):
        try:
            out.append(hook(item, inner))
        except Exception as error:  # noqa: BLE001  (cattrs' way: all errors of a list are gathered)
            error.__notes__ = [*getattr(error, "__notes__", []), IterableValidationNote(f"index {n}", n, inner)]
            errors.append(error)
    if errors:
        raise IterableValidationError("while structuring a list", errors, cls)
    return tuple(out)


def _object(cls: type, structure: Any) -> Any:
    names = {field.name for field in attrs.fields(cls)}
    ordered = [pair for pair in ORDERED if names.issuperset(pair)]

    def hook(value: Any, wanted: Any) -> Any:
        if not isinstance(value, dict):
            raise _Wrong(f"expected an object with the fields of {cls.__name__}, not {_shown(value)}")
        made = structure(value, wanted)
        for least, most in ordered:
            low, high = getattr(made, least), getattr(made, most)
            if low is not None and high is not None and low > high:
                raise _Wrong(f"{least} {low} is above {most} {high}")
        return made

    return hook


class _Wrong(ValueError):
    """A value of the wrong kind; its text is the message for the user."""


def _exactly(kind: type, called: str) -> Any:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise _Wrong(f"expected {called}, not {_shown(value)}")
        return value

    return hook


def _member(value: Any, cls: Any) -> Any:
    member = cls._value2member_map_.get(value) if isinstance(value, str) else None
    if member is None:
        raise _Wrong(f"expected one of {', '.join(cls)}, not {_shown(value)}")
    return member


def _number(value: Any, cls: Any) -> int | float | None:
    if value is None and type(None) in get_args(cls):
        return None
    if type(value) not in (int, float):
        raise _Wrong(f"expected a number, not {_shown(value)}")
    if not math.isfinite(value):
        raise _Wrong(f"expected a finite number, not {value}")
    return value  # type: ignore[no-any-return]


def _date(value: Any, _: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _Wrong(f"expected an ISO date such as '2025-11-07', not {_shown(value)}") from None


def _shown(value: Any) -> str:
    text = repr(value)
    return f"{type(value).__name__} {text if len(text) <= 60 else text[:57] + '...'}"  # noqa: PLR2004


def _causes(error: BaseException, path: str = "") -> Iterator[tuple[str, str]]:
    """(path, message) of each fault below an error of cattrs."""
    import cattrs

    for note in getattr(error, "__notes__", []):
        if isinstance(note, cattrs.AttributeValidationNote):
            path += f".{note.name}" if path else note.name
        elif isinstance(note, cattrs.IterableValidationNote):
            path += f"[{note.index}]"
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        names = ", ".join(sorted(map(repr, error.extra_fields)))
        yield path, f"unknown {names}; {error.cl.__name__} has {', '.join(a.name for a in attrs.fields(error.cl))}"
    elif isinstance(error, cattrs.BaseValidationError):
        for inner in error.exceptions:
            yield from _causes(inner, path)
    elif isinstance(error, KeyError):
        yield path, f"missing {error.args[0]!r}"
    else:
        yield path, str(error)


def _spans_hold(report: Report) -> bool:
    """Whether every span of the report stands in its text."""
    text, todo = report.text, [report]
    while todo:
        item: Any = todo.pop()
        if type(item) is Span:
            if text[item.start : item.end] != item.text:
                return False
        elif isinstance(item, tuple):
            todo += item
        else:
            todo += _values(item.__class__)(item)
    return True


@cache
def _values(cls: Any) -> Any:
    """The function that gives the field values of a record of ``cls``, and none of what is no record."""
    return attrgetter(*(field.name for field in attrs.fields(cls))) if attrs.has(cls) else lambda _: ()


def _spans(record: Any, path: str) -> Iterator[tuple[str, Span]]:
    """Every span below a record with its path."""
    if isinstance(record, Span):
        yield path, record
    elif isinstance(record, tuple):
        for n, item in enumerate(record):
            yield from _spans(item, f"{path}[{n}]")
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            yield from _spans(getattr(record, field.name), f"{path}.{field.name}" if path else field.name)
