"""What the command writes: each format by name, to standard output, a file or a folder."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from attrs import frozen

from conflictkit._errors import InputTypeError
from conflictkit._extras import need
from conflictkit._report import Kind, Report
from conflictkit._serial import to_dict, to_json
from conflictkit._terminal import report_tables
from conflictkit.export import csv_files, sqlite
from conflictkit.export._files import check_file, check_folder, whole_file, whole_folder
from conflictkit.export.compared import COLUMNS as COMPARED
from conflictkit.export.compared import compared
from conflictkit.export.site import write_site
from conflictkit.export.tables import COLUMNS, DOCUMENTS, arrow_schema, document_row, to_arrow

Reports = Iterable[tuple[str, Report]]

SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}
"""What the name of an output says of its format."""
FORMATS = ("table", "json", "jsonl", "csv", "sqlite", "parquet", "html")
TO_FOLDERS = ("csv", "parquet", "html")
"""Formats that can be a folder of files."""
TOLLS = "tolls"
"""The table of what several reports say of the same things."""
TABLES = tuple(dict.fromkeys(("documents", *COLUMNS, TOLLS)))
"""Names of the tables of which a single CSV file holds one."""
ROWS = 200
"""Reports in one row group of a Parquet file."""


@frozen
class Destination:
    """Where the reports go: ``path`` None is standard output; without a format a folder takes tables and pages."""

    path: Path | None
    format: str | None
    folder: bool
    table: str
    """Which table a single CSV file holds."""


def destination(to: str | None, format: str | None, table: str | None) -> Destination:  # noqa: A002
    """What the options mean; :class:`InputTypeError` for what cannot be done."""
    if table is not None and table not in TABLES:
        raise InputTypeError(f"no table {table!r}; there are: {', '.join(TABLES)}")
    if to not in (None, "-"):
        return _place(Path(str(to)), format, table)
    if format in ("sqlite", "parquet"):
        raise InputTypeError(f"{format} is written to a file; name it by --to")
    return Destination(None, format or "table", False, table or "claims")


def _place(path: Path, format: str | None, table: str | None) -> Destination:  # noqa: A002
    """The file or folder of a path: what its name does not tell the format does."""
    told = None if path.is_dir() else SUFFIXES.get(path.suffix.lower())
    chosen = format or told
    if chosen is None and path.suffix and not path.is_dir():
        raise InputTypeError(f"what {path.name} is to hold its name does not tell; say --as {'|'.join(FORMATS)}")
    folder = chosen is None or chosen in TO_FOLDERS and told != chosen
    return Destination(path, chosen, folder, table or (path.stem if path.stem in TABLES else "claims"))


def check(out: Destination) -> None:
    """Say before the work what would fail after it: no folder, a file of somebody else, a package that is missing."""
    if out.format == "parquet":
        need("pyarrow.parquet", "arrow")
    if out.path is not None and out.folder:
        check_folder(out.path)
    elif out.path is not None:
        check_file(out.path, OURS[str(out.format)])


def write(reports: Callable[[], Iterator[tuple[str, Report]]], out: Destination) -> None:
    """Write the reports to a file or a folder, whole or not at all."""
    path = out.path
    if path is None:
        raise InputTypeError("write() writes to a file or a folder")
    if out.folder:
        with whole_folder(path) as made:
            _folder(reports, made, out.format)
        return
    if out.format in ("sqlite", "parquet"):
        with whole_file(path, OURS[out.format]) as made:
            (sqlite.write if out.format == "sqlite" else _parquet)(reports(), made)
        return
    with opened(out) as file:
        stream(reports(), out, file)


@contextmanager
def opened(out: Destination) -> Iterator[TextIO]:
    """Standard output, or a file that is there whole or not at all."""
    if out.path is None:
        yield sys.stdout
        return
    with whole_file(out.path, OURS[str(out.format)]) as made:
        encoding = csv_files.ENCODING if out.format == "csv" else "utf-8"
        with made.open("w", encoding=encoding, newline="") as file:
            yield file


def stream(reports: Reports, out: Destination, file: TextIO, *, one: bool = False, everything: bool = False) -> None:
    """Write reports as they come; ``one`` says that there is one document, which needs no heading, ``everything`` that tables show the background too."""
    match out.format:
        case "table":
            for name, report in reports:
                if not one:
                    print(f"=== {name}", file=file)
                print("\n".join(report_tables(report, file, everything=everything)), file=file)
        case "jsonl":
            for _, report in reports:
                print(to_json(report), file=file)
        case "json":
            _json(reports, file, one=one)
        case "csv":
            _csv(reports, out.table, file)
        case _:
            file.write(single_page(list(reports)))


def single_page(reports: list[tuple[str, Report]], *, kinds: Iterable[Kind] | None = None, fragment: bool = False) -> str:
    """The page of the one report."""
    if len(reports) != 1:
        raise InputTypeError(f"a page shows one report, and here are {len(reports)}; name a folder by --to")
    name, report = reports[0]
    title = report.title or (Path(name).stem if not name.startswith("-") else None)
    return report.to_html(title=title, kinds=kinds, fragment=fragment)


def _json(reports: Reports, file: TextIO, *, one: bool) -> None:
    """An array of reports; of one document the report alone."""
    held: Any = [to_dict(report) for _, report in reports]
    json.dump(held[0] if one and held else held, file, indent=2)
    file.write("\n")


def _csv(reports: Reports, table: str, file: TextIO) -> None:
    if table == TOLLS and TOLLS not in COLUMNS:
        csv_files.write_records((row for group in compared(list(reports)) for row in group.rows), COMPARED, file)
        return
    csv_files.write_header(table, file)
    for name, report in reports:
        csv_files.write_rows({name: report}, table, file)


def _folder(reports: Callable[[], Iterator[tuple[str, Report]]], folder: Path, format: str | None) -> None:  # noqa: A002
    """A folder of CSV files, of Parquet files, of pages; without a format of CSV files and pages."""
    if format == "parquet":
        _parquet_tables(reports(), folder)
        return
    links = ""
    if format in ("csv", None):
        csv_files.write_folder(reports(), folder)
        if TOLLS not in COLUMNS:
            with csv_files.open_csv(folder / f"{TOLLS}.csv") as file:
                _csv(reports(), TOLLS, file)
        links = "; as tables: " + ", ".join(f'<a href="{path.name}">{path.stem}</a>' for path in sorted(folder.glob("*.csv")))
    if format in ("html", None):
        write_site(list(reports()), folder, links)


# --- Parquet ------------------------------------------------------------------------------------------------------------

MADE_BY = {b"made by": b"conflictkit"}


def _parquet(reports: Reports, path: Path) -> None:
    """One row a document, records as nested lists."""
    from conflictkit.export.arrow import batch_schema, reports_batch

    pq = need("pyarrow.parquet", "arrow")
    schema = batch_schema().with_metadata(MADE_BY)
    reports = iter(reports)
    with pq.ParquetWriter(path, schema) as writer:
        while rows := list(islice(reports, ROWS)):
            writer.write_batch(reports_batch(rows).replace_schema_metadata(MADE_BY))


def _parquet_tables(reports: Reports, folder: Path) -> None:
    """A file for each kind of record, and one for the documents."""
    from contextlib import ExitStack

    pq, pa = need("pyarrow.parquet", "arrow"), need("pyarrow", "arrow")
    reports = iter(reports)
    documents = []
    with ExitStack() as stack:
        writers = {kind: stack.enter_context(pq.ParquetWriter(folder / f"{kind}.parquet", arrow_schema(kind))) for kind in COLUMNS}  # type: ignore[arg-type]
        while rows := list(islice(reports, ROWS)):
            documents += [dict(zip(csv_files.header("documents"), document_row(name, report), strict=True)) for name, report in rows]
            for kind, writer in writers.items():
                writer.write_table(to_arrow(rows, kind))  # type: ignore[arg-type]
    kinds = {str: pa.string(), int: pa.int64()}
    schema = pa.schema([pa.field(column.name, kinds.get(column.type, pa.date32()), metadata={"about": column.about}) for column in DOCUMENTS])
    pq.write_table(pa.Table.from_pylist(documents, schema=schema), folder / "documents.parquet")


# --- what we wrote -------------------------------------------------------------------------------------------------------


def _is_json(start: bytes, _: bytes) -> bool:
    return b"".join(start[:200].split()).removeprefix(b"[").startswith((b'{"schema":', b'{"subject":'))  # reports, or what is compared


def _is_csv(start: bytes, _: bytes) -> bool:
    first = start.decode(csv_files.ENCODING, "replace").partition("\n")[0].split(",")
    return first in [csv_files.header(name) for name in TABLES if name in ("documents", *COLUMNS)] or first == list(COMPARED)


def _is_page(start: bytes, _: bytes) -> bool:
    return b'<meta name="generator" content="conflictkit">' in start or start.startswith(b'<div class="conflictkit"')


def _is_parquet(start: bytes, end: bytes) -> bool:
    return start.startswith(b"PAR1") and b"made by" in end and b"conflictkit" in end


def _is_text(start: bytes, _: bytes) -> bool:
    return re.match(rb"=== |[^\n]* \(\d+\)\n", start) is not None


OURS: dict[str, Callable[[bytes, bytes], bool]] = {
    "csv": _is_csv,
    "html": _is_page,
    "json": _is_json,
    "jsonl": _is_json,
    "parquet": _is_parquet,
    "sqlite": sqlite.is_ours,
    "table": _is_text,
}
"""Format -> whether a file that begins and ends so was written here."""
