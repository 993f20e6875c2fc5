"""Folders and JSONL in, JSONL or Parquet out: many articles, each read once, whatever interrupts the run."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen

from conflictkit._errors import ConflictkitError, DataError
from conflictkit._many import ordered_map
from conflictkit._pipeline import parse
from conflictkit._report import Report
from conflictkit._serial import from_dict, to_json

LINES = (".jsonl", ".ndjson")
START = '{"id": '
PARQUET_ROWS = 200
"""Reports in one row group of a Parquet file."""


@frozen
class Article:
    """A text to read, with an id that is its own."""

    id: str
    text: str
    published: dt.date | None


@frozen
class Failure:
    """A document that could not be read, and why."""

    id: str
    reason: str


def articles(names: Iterable[str], published: dt.date | None) -> Iterator[Article | Failure]:
    """The articles of files, of folders (their ``.txt`` and ``.jsonl`` files, sorted) and of standard input (``-``).

    A line of JSONL is an object with ``text`` and, if it likes, ``id`` and ``published``; without them the id is file and line number,
    and the day is the argument's.
    """
    for name in names:
        if name != "-" and Path(name).is_dir():
            files = sorted(path for path in Path(name).rglob("*") if path.is_file() and path.suffix in (".txt", *LINES))
            yield from articles(map(str, files), published)
        elif name.endswith(LINES):
            yield from _lines(name, published)
        else:
            try:
                data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
                yield Article(name, data.decode("utf-8-sig"), published)
            except (OSError, UnicodeDecodeError) as error:
                yield Failure(name, reason(error))


def _lines(name: str, published: dt.date | None) -> Iterator[Article | Failure]:
    try:
        with Path(name).open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _article(f"{name}:{number}", line, published)
    except OSError as error:
        yield Failure(name, reason(error))


def _article(place: str, line: bytes, published: dt.date | None) -> Article | Failure:
    try:
        held = json.loads(line.decode("utf-8-sig"))
        if not isinstance(held, dict) or not isinstance(held.get("text"), str):
            raise DataError('a line must be an object with "text": {"id": ..., "text": ..., "published": "2025-11-07"}')
        if held.get("published") is not None:
            published = dt.datetime.fromisoformat(held["published"]).date()
        return Article(str(held.get("id", place)), held["text"], published)
    except (ValueError, TypeError, RecursionError) as error:  # DataError and UnicodeDecodeError are ValueErrors
        return Failure(place, reason(error))


def run(out: Path, documents: Iterable[Article | Failure], *, language: str, workers: int | None) -> Iterator[Failure | None]:
    """Read the documents into ``out``; gives None for each one done (or found done before) and the failure for each that is not.

    Reports go into a file of JSON lines as they come: ``{"id": ..., "report": ...}``; what stands there already is not done again, a line
    that an interruption cut off is removed. For Parquet the lines are gathered beside it first and turned into rows at the end.
    """
    parquet = out.suffix == ".parquet"
    if parquet:
        from conflictkit.export.arrow import batch_schema

        batch_schema()  # a missing pyarrow is told before the work, not after it
    lines = out.with_name(out.name + ".part.jsonl") if parquet else out
    done = set(_parquet_ids(out)) if parquet and out.exists() else set()
    with lines.open("a+b") as file:
        done |= _mend(file, lines)
        for result in ordered_map(partial(_read, language), _fresh(documents, done), workers=workers, size=_characters):
            if isinstance(result, str):
                file.write(result.encode("ascii"))
                file.flush()
            yield None if isinstance(result, str) else result
    if parquet:
        _to_parquet(lines, out)
        lines.unlink()


def read_reports(path: str | Path) -> Iterator[tuple[str, Report]]:
    """Pairs of id and report from a file of JSON lines that the command wrote with ``--out``.

    Raises :class:`DataError` for a line that is none, with its number.
    """
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                held = json.loads(line)
                yield held["id"], from_dict(held["report"])
            except (ValueError, TypeError, KeyError) as error:
                raise DataError(f"line {number} of {path} is no report that the command wrote: {error}") from None


def reason(error: Exception) -> str:
    """What is wrong, in the words that a user needs."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}; convert the file first"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error}"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)


@contextmanager
def progress_bar(*, wanted: bool) -> Iterator[Any]:
    """A function to call for each document; it draws a bar where tqdm is installed and somebody looks."""
    if wanted and sys.stderr.isatty():
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            with tqdm(unit=" documents") as bar:
                yield bar.update
            return
    yield lambda: None


def _fresh(documents: Iterable[Article | Failure], done: set[str]) -> Iterator[Article | Failure]:
    """The documents that are not done yet; an id that comes twice in one run is a failure, for one of the two would be lost."""
    seen: set[str] = set()
    for document in documents:
        if isinstance(document, Article) and document.id in seen:
            yield Failure(document.id, "the id stands for an earlier document too; give each its own")
        elif document.id not in done:
            yield document
        seen.add(document.id)


def _read(language: str, document: Article | Failure) -> str | Failure:
    """The line of a document."""
    if isinstance(document, Failure):
        return document
    try:
        report = to_json(parse(document.text, published=document.published, language=language))
    except Exception as error:  # noqa: BLE001  (one document must not end the run)
        return Failure(document.id, reason(error) if isinstance(error, ConflictkitError) else f"{type(error).__name__}: {error}")
    return f'{START}{json.dumps(document.id)}, "report": {report}}}\n'


def _characters(document: Article | Failure) -> int:
    return len(document.text) if isinstance(document, Article) else 0


def _mend(file: Any, name: Path) -> set[str]:
    """The ids of the lines that are there; a last line that was cut off goes."""
    ids, end = set(), 0
    file.seek(0)
    for line in file:
        if not line.endswith(b"\n"):
            break
        if not line.startswith(START.encode()):
            raise DataError(f"{name} holds something else than reports that this command wrote; name another file")
        ids.add(json.JSONDecoder().raw_decode(line.decode("ascii"), len(START))[0])
        end += len(line)
    file.truncate(end)
    file.seek(end)
    return ids


def _parquet_ids(path: Path) -> Iterator[str]:
    from conflictkit.export._extras import need

    for batch in need("pyarrow.parquet", "arrow").ParquetFile(path).iter_batches(columns=["id"]):
        yield from batch.column(0).to_pylist()


def _to_parquet(lines: Path, out: Path) -> None:
    """The rows of ``out``, if it is there, and those of the lines, in a file that takes the place of ``out`` when it is whole."""
    from itertools import islice

    from conflictkit.export._extras import need
    from conflictkit.export.arrow import batch_schema, reports_batch

    pq = need("pyarrow.parquet", "arrow")
    whole = out.with_name(out.name + ".part")
    with pq.ParquetWriter(whole, batch_schema()) as writer:
        if out.exists():
            for batch in pq.ParquetFile(out).iter_batches():
                writer.write_batch(batch)
        reports = read_reports(lines)
        while rows := list(islice(reports, PARQUET_ROWS)):
            writer.write_batch(reports_batch(rows))
    whole.replace(out)
