"""Reports in Arrow: one row a document, nested lists of structs, in batches for the engines that speak Arrow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from conflictkit._errors import DataError, InputTypeError
from conflictkit._extras import need
from conflictkit._models import Incident, Toll
from conflictkit._pipeline import parse
from conflictkit._report import Report, types_of
from conflictkit._serial import JOINED, SCHEMA, incident_rows
from conflictkit.export.tables import valid

if TYPE_CHECKING:
    import pyarrow


@cache
def batch_schema() -> pyarrow.Schema:
    """The schema of what :func:`extract_batches` gives.

    ``id`` (text), ``schema`` (the number of the form) and ``error`` (text), between them the fields of :class:`~conflictkit.Report` by their names: enumerations are text,
    numbers are double, tuples are lists, records are structs. Raises :class:`MissingExtraError` without pyarrow.
    """
    pa = need("pyarrow", "arrow")
    schema: pyarrow.Schema = pa.schema([("id", pa.string()), ("schema", pa.int64()), *(field for field in _arrow_type(Report) if field.name != "id"), ("error", pa.string())])
    return schema


def extract_batches(
    batches: Iterable[pyarrow.RecordBatch], *, text: str = "text", id: str = "id", published: str = "published", language: str = "en"  # noqa: A002
) -> Iterator[pyarrow.RecordBatch]:
    """A batch of reports for each batch of documents, row for row, with the schema of :func:`batch_schema`.

    ``text`` (needed), ``id`` and ``published`` (may be absent) name the columns of the documents; a day of publication is a date, a
    timestamp or ISO text. A document that cannot be read gives a row whose ``error`` says why and whose lists are empty; no batch is
    lost. Raises :class:`InputTypeError` for a batch without the column of texts.
    """
    pa = need("pyarrow", "arrow")
    schema = batch_schema()
    for batch in batches:
        names = batch.schema.names
        if text not in names:
            raise InputTypeError(f"no column {text!r} in the batch; it has: {', '.join(names)}. Name the column of texts by text=")
        texts = batch.column(names.index(text)).to_pylist()
        ids = batch.column(names.index(id)).to_pylist() if id in names else [None] * len(texts)
        days = batch.column(names.index(published)).to_pylist() if published in names else [None] * len(texts)
        rows = [_row(*document, language) for document in zip(ids, texts, days, strict=True)]
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def extract_table(table: pyarrow.Table, *, text: str = "text", id: str = "id", published: str = "published", language: str = "en") -> pyarrow.Table:  # noqa: A002
    """:func:`extract_batches` for a whole table."""
    pa = need("pyarrow", "arrow")
    reports: pyarrow.Table = pa.Table.from_batches(extract_batches(table.to_batches(), text=text, id=id, published=published, language=language), schema=batch_schema())
    return reports


def reports_batch(reports: Iterable[tuple[str, Report]]) -> pyarrow.RecordBatch:
    """A batch of reports that are there already, with the schema of :func:`batch_schema`."""
    pa = need("pyarrow", "arrow")
    batch: pyarrow.RecordBatch = pa.RecordBatch.from_pylist([{**_plain_report(report), "id": valid(name), "schema": SCHEMA, "error": None} for name, report in reports], schema=batch_schema())
    return batch


def register_duckdb(connection: Any, name: str = "conflictkit", *, language: str = "en") -> None:
    """Give a DuckDB connection the function ``name(text, published)`` in SQL: a struct with the fields of :func:`batch_schema`.

    ``published`` is a DATE and may be NULL. Needs duckdb and pyarrow, else :class:`MissingExtraError`.
    """
    pa = need("pyarrow", "arrow")
    duck = need("duckdb", "duckdb")

    def read(texts: Any, days: Any) -> Any:
        rows = [_row(None, *document, language) for document in zip(texts.to_pylist(), days.to_pylist(), strict=True)]
        return pa.array(rows, pa.struct(batch_schema()))

    parameters = [duck.sqltype("VARCHAR"), duck.sqltype("DATE")]
    connection.create_function(name, read, parameters, duck.sqltype(_sql(pa, pa.struct(batch_schema()))), type="arrow", null_handling="special")


def _row(name: object, text: Any, published: Any, language: str) -> dict[str, Any]:
    """A document's row; whatever goes wrong goes into its ``error``."""
    row = {"id": None if name is None else str(name), "schema": SCHEMA, "text": text if isinstance(text, str) else None, "language": language}
    try:
        if isinstance(published, str):
            published = iso_day(published)
        report = parse(text, published=published, language=language)
        return {**_plain_report(report), **row, "error": None}
    except Exception as error:  # noqa: BLE001  (one document must not stop a cluster)
        return {**row, **_no_records(), "published": None, "error": f"{type(error).__name__}: {error}"}


def iso_day(text: str) -> dt.date:
    """The day that ISO text names, with or without a time; :class:`DataError` for any other text."""
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError:
        raise DataError(f"published must be an ISO date such as 2025-11-07, not {text!r}") from None


@cache
def _no_records() -> dict[str, list[Any]]:
    return {name: [] for name, kind in types_of(Report).items() if get_origin(kind) is tuple}


def _plain_report(report: Report) -> dict[str, Any]:
    """The fields of a report; the events and claims of its incidents are their places in its lists, as in its JSON."""
    rows = []
    for incident, row in zip(report.incidents, incident_rows(report), strict=True):
        rows.append({**_plain(attrs.evolve(incident, tolls=(), events=(), claims=())), **{name: row[name] for name in ("tolls", *JOINED)}})
    return {**_plain(attrs.evolve(report, incidents=())), "incidents": rows}


def _plain(record: Any) -> Any:
    """Dictionaries, lists, dates, numbers and text for a record."""
    kind = type(record)
    if kind is str:
        return valid(record)
    if isinstance(record, tuple):
        return [_plain(item) for item in record]
    if isinstance(record, StrEnum):
        return str(record)
    if attrs.has(kind):
        names = _names(kind)
        return dict(zip(names, map(_plain, attrgetter(*names)(record)), strict=True))
    return record


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


def _arrow_type(kind: Any) -> Any:
    """The Arrow type for a type of the records."""
    pa = need("pyarrow", "arrow")
    arguments = [argument for argument in get_args(kind) if argument not in (NoneType, Ellipsis)]
    if get_origin(kind) is tuple:
        return pa.list_(_arrow_type(arguments[0]))
    if arguments:
        return pa.float64() if float in arguments else _arrow_type(arguments[0])
    if attrs.has(kind):
        types = types_of(kind)
        numbered = JOINED if kind in (Incident, Toll) else ()
        return pa.struct([(field.name, pa.list_(pa.int64()) if field.name in numbered else _arrow_type(types[field.name])) for field in attrs.fields(kind)])
    return {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), dt.date: pa.date32()}.get(kind, pa.string())


def _sql(pa: Any, kind: Any) -> str:
    """The SQL name of an Arrow type of these schemas."""
    if pa.types.is_struct(kind):
        return "STRUCT(" + ", ".join(f'"{field.name}" {_sql(pa, field.type)}' for field in kind) + ")"
    if pa.types.is_list(kind):
        return _sql(pa, kind.value_type) + "[]"
    return {pa.string(): "VARCHAR", pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.bool_(): "BOOLEAN", pa.date32(): "DATE"}[kind]
