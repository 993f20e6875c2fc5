"""Reports as an SQLite database: a table for each kind of record, tied to the documents, with full text search."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from conflictkit.export._files import whole_file
from conflictkit.export.tables import COLUMNS, DOCUMENTS, Column, Many, columns, document_row, identified, to_records, valid

APPLICATION = b"CKIT"
"""The application id in the header of our databases."""
TYPES: dict[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", dt.date: "TEXT"}
SEARCHED = {"documents": ("title", "text"), "quotes": ("text", "source")}
"""Tables that can be searched, with the columns that are."""


def to_sqlite(reports: Many, path: str | Path) -> None:
    """Write a database: ``documents`` with their texts, and a table for each kind of :mod:`conflictkit.export.tables`.

    Each row has a number ``id`` and the id of its ``document``; days are ISO text, truth is 0 or 1. ``documents_fts`` and ``quotes_fts``
    search the words (FTS5). The table ``columns`` says what each column holds. A file that is there already is replaced if it is such a
    database, else :class:`DataError` is raised.
    """
    with whole_file(Path(path), is_ours) as made:
        write(reports, made)


def write(reports: Many, path: Path) -> None:
    """Write the database of :func:`to_sqlite` into a file that is not there yet."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute(f"PRAGMA application_id = {int.from_bytes(APPLICATION, 'big')}")
        base.execute("PRAGMA synchronous = OFF")  # the file counts only when it is whole
        base.execute("BEGIN")
        _make_tables(base)
        for name, report in identified(reports):
            _insert(base, "documents", [*document_row(name, report), report.text])
            for kind in COLUMNS:
                for record in to_records({name: report}, kind):  # type: ignore[arg-type]
                    _insert(base, kind, [None, *record.values()])
        for table in SEARCHED:
            base.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")
        base.execute("COMMIT")


def is_ours(start: bytes, _: bytes) -> bool:
    """Whether a file that begins so is a database that we wrote."""
    return start.startswith(b"SQLite format 3\0") and start[68:72] == APPLICATION


def _make_tables(base: sqlite3.Connection) -> None:
    texts = (*DOCUMENTS, Column("text", str, "", "the text, in which start and end count code points"))
    _make(base, "documents", texts, ", PRIMARY KEY (id)")
    for kind in COLUMNS:
        number = Column("id", int, "", "number of the row")
        _make(base, kind, (number, *columns(kind)), ", PRIMARY KEY (id), FOREIGN KEY (document) REFERENCES documents (id)")  # type: ignore[arg-type]
        base.execute(f'CREATE INDEX "{kind}_document" ON "{kind}" (document)')
    base.execute('CREATE TABLE columns ("table" TEXT, "column" TEXT, about TEXT, PRIMARY KEY ("table", "column"))')
    base.executemany("INSERT INTO columns VALUES (?, ?, ?)", [("documents", column.name, column.about) for column in texts])
    base.executemany("INSERT INTO columns VALUES (?, ?, ?)", [(kind, column.name, column.about) for kind in COLUMNS for column in columns(kind)])  # type: ignore[arg-type]
    for table, searched in SEARCHED.items():
        base.execute(f'CREATE VIRTUAL TABLE {table}_fts USING fts5 ({", ".join(searched)}, content="{table}")')


def _make(base: sqlite3.Connection, table: str, held: Sequence[Column], keys: str) -> None:
    base.execute(f'CREATE TABLE "{table}" ({", ".join(f"{chr(34)}{column.name}{chr(34)} {TYPES[column.type]}" for column in held)}{keys})')


def _insert(base: sqlite3.Connection, table: str, cells: Sequence[Any]) -> None:
    base.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(cells))})', [_cell(cell) for cell in cells])  # noqa: S608  (names of our own)


def _cell(cell: Any) -> Any:
    if isinstance(cell, str):
        return valid(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, int) and abs(cell) >= 2**63:
        return float(cell) if abs(cell) < 10**300 else None  # noqa: PLR2004  (SQLite has 64 bits, a double 308 digits)
    return cell
