"""Reports as CSV: one table, or a folder with a file for each kind of record."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from conflictkit.export._files import whole_folder
from conflictkit.export.tables import COLUMNS, DOCUMENTS, Cell, Many, columns, document_row, identified, to_records, valid

ENCODING = "utf-8-sig"
"""UTF-8 with the mark by which spreadsheets know it."""


def to_csv(reports: Many, folder: str | Path) -> None:
    """Write a folder of CSV files: ``documents.csv``, and ``claims.csv`` and the like with the columns of :mod:`conflictkit.export.tables`.

    A folder that is there already is replaced if it holds nothing but such files of an earlier time, else :class:`DataError` is raised.
    """
    with whole_folder(Path(folder)) as made:
        write_folder(reports, made)


def write_folder(reports: Many, folder: Path) -> None:
    """Write the files of :func:`to_csv` into a folder that is there."""
    with ExitStack() as stack:
        files = {table: stack.enter_context(open_csv(folder / f"{table}.csv")) for table in ("documents", *COLUMNS)}
        for table, file in files.items():
            write_header(table, file)
        for name, report in identified(reports):
            for table, file in files.items():
                write_rows({name: report}, table, file)


def header(name: str) -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in (DOCUMENTS if name == "documents" else columns(name))]  # type: ignore[arg-type]


def write_header(table: str, file: TextIO) -> None:
    """Write the names of a table's columns."""
    _writer(file).writerow(header(table))


def write_rows(reports: Many, table: str, file: TextIO) -> None:
    """Write the rows of a table, without the header."""
    writer = _writer(file)
    if table == "documents":
        rows: Iterable[Iterable[Any]] = (document_row(name, report) for name, report in identified(reports))
    else:
        rows = (record.values() for record in to_records(reports, table))  # type: ignore[arg-type]
    for row in rows:
        writer.writerow(map(_cell, row))


def write_records(rows: Iterable[dict[str, Any]], names: Iterable[str], file: TextIO) -> None:
    """Write a header and dictionaries that have its keys."""
    names = list(names)
    writer = _writer(file)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])


def open_csv(path: Path) -> TextIO:
    """A file to write CSV into."""
    return path.open("w", encoding=ENCODING, newline="")


def _writer(file: TextIO) -> Any:
    return csv.writer(file, lineterminator="\n")


def _cell(cell: Cell) -> object:
    if isinstance(cell, bool):
        return str(cell).lower()
    return valid(cell) if isinstance(cell, str) else cell
