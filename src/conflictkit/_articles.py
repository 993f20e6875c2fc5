"""Files, folders, JSON lines and standard input as articles: texts with an id and, where one is told, a day of publication."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
import sys
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from conflictkit import web
from conflictkit._errors import DataError, MissingExtraError
from conflictkit._page import named_charset, read_page

TEXTS = (".txt", ".text")
LINES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm", ".xhtml")

MARKS = (  # UTF-32 before UTF-16, which begins alike
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""First bytes that tell the encoding."""
NO_TEXT = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, spreadsheet or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or spreadsheet file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
)
"""First bytes of files that hold no plain text."""
SHORT_PAGE = 250
"""Below so many characters an extraction is not believed."""
DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class DayFrom(StrEnum):
    """Where an article's day of publication comes from."""

    FIELD = "a field"
    PAGE = "the page"
    OPTION = "--published"
    NAME = "the file name"
    NOWHERE = "nowhere"


@frozen
class Article:
    """A text to read, with an id that is its own."""

    id: str
    text: str
    published: dt.date | None = None
    title: str | None = None
    outlet: str | None = None
    day_from: DayFrom = DayFrom.NOWHERE


@frozen
class Failure:
    """A document that could not be read, and why."""

    id: str
    reason: str


@frozen
class NoArticle:
    """A file of a folder that is of no kind that can be read."""

    name: str


@frozen
class Wanted:
    """How documents are to be read."""

    published: dt.date | None = None
    """Day of those that bring none of their own."""
    text: str = "text"
    """The fields of a line of JSON."""
    id: str = "id"
    date: str = "published"
    title: str = "title"
    source: str = "outlet"
    encoding: str | None = None
    """Encoding of files that have no byte order mark; None: UTF-8, or what a page names."""
    leave: Path | None = None
    """What is no document wherever it is found: the run's own output."""


Document = Article | Failure | NoArticle


def articles(names: Iterable[str], wanted: Wanted) -> Iterator[Document]:
    """The articles of files, of folders (their texts, pages and JSON lines, sorted) and of standard input (``-``).

    An article's id is that of its line, else the file and the number of the line. Its day of publication is that of its field or page,
    else ``wanted.published``, else the one in its file's name.
    """
    for name in names:
        if name == "-":
            yield from _standard_input(wanted)
        elif Path(name).is_dir():
            for path in sorted(path for path in Path(name).rglob("*") if path.is_file() and not _is_ours(path, wanted)):
                if path.suffix.lower() in (*TEXTS, *LINES, *PAGES):
                    yield from _file(path, wanted)
                elif not path.name.startswith("."):
                    yield NoArticle(path.as_posix())
        else:
            yield from _file(Path(name), wanted)


def _is_ours(path: Path, wanted: Wanted) -> bool:
    if wanted.leave is None:
        return False
    out = wanted.leave.resolve()
    resolved = path.resolve()
    return resolved == out or out in resolved.parents or resolved == out.with_name(f"{out.name}.part")


def _file(path: Path, wanted: Wanted) -> Iterator[Document]:
    try:
        if path.suffix.lower() in LINES:
            with path.open("rb") as file:
                yield from _lines(file, path.as_posix(), wanted)
        elif path.suffix.lower() == ".json":
            yield from _whole_json(_decoded(path.read_bytes(), wanted), path.as_posix(), wanted)
        else:
            yield _one(path.as_posix(), path.read_bytes(), wanted)
    except (OSError, ValueError, RecursionError) as error:
        yield Failure(path.as_posix(), reason(error))


def _standard_input(wanted: Wanted) -> Iterator[Document]:
    """JSON lines where the first line is an object, JSON, or one text."""
    file = sys.stdin.buffer
    first = file.readline()
    try:
        lines = first.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and isinstance(json.loads(first.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        lines = False
    try:
        if lines:
            yield from _lines(_chained(first, file), "-", wanted)
        else:
            data = first + file.read()
            try:
                text = _decoded(data, wanted)
                held = list(_whole_json(text, "-", wanted)) if text.lstrip()[:1] in ("{", "[") else []
            except (ValueError, RecursionError):
                held = []
            yield from held or [_one("-", data, wanted)]
    except (OSError, ValueError) as error:
        yield Failure("-", reason(error))


def _chained(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _lines(file: Iterable[bytes], name: str, wanted: Wanted) -> Iterator[Document]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            place = f"{name}:{number}"
            try:
                yield _from_json(json.loads(line.decode("utf-8-sig")), place, name, wanted)
            except (ValueError, RecursionError) as error:
                yield Failure(place, reason(error))


def _whole_json(text: str, name: str, wanted: Wanted) -> Iterator[Document]:
    held = json.loads(text)
    for number, item in enumerate(held if isinstance(held, list) else [held], start=1):
        place = f"{name}:{number}" if isinstance(held, list) else name
        try:
            yield _from_json(item, place, name, wanted)
        except DataError as error:
            yield Failure(place, reason(error))


def _from_json(held: Any, place: str, name: str, wanted: Wanted) -> Article:
    if not isinstance(held, dict) or not isinstance(held.get(wanted.text), str):
        there = f"; it has: {', '.join(held)}" if isinstance(held, dict) and held else ""
        raise DataError(f'a line must be an object whose "{wanted.text}" is the text (--text names another field){there}')
    told = held.get(wanted.date)
    name_of = {field: _words(held.get(field)) for field in (wanted.id, wanted.title, wanted.source)}
    article = Article(name_of[wanted.id] or place, held[wanted.text], title=name_of[wanted.title], outlet=name_of[wanted.source])
    if told is None:
        return _with_day(article, name, wanted)
    return evolve(article, published=day_of(told), day_from=DayFrom.FIELD)


def _words(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _one(name: str, data: bytes, wanted: Wanted) -> Article:
    """The article of one file's bytes."""
    page = Path(name).suffix.lower() in PAGES or data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    text = _decoded(data, wanted, named_charset(data) if page else None)
    if not page:
        return _with_day(Article(name, text), name, wanted)
    read = read_page(text)
    if not read.text:
        raise DataError("a page without text: it may be made by a script when it is shown; save its text")
    article = Article(name, _extracted(text) or read.text, title=read.title, outlet=read.outlet)
    try:
        return evolve(article, published=day_of(read.published), day_from=DayFrom.PAGE)
    except DataError:
        return _with_day(article, name, wanted)


def _extracted(html: str) -> str | None:
    """The article as the extra ``web`` finds it, where that is installed and finds one; of short pages it keeps menus too."""
    try:
        text = web.read_page(html).text
    except (MissingExtraError, DataError):
        return None
    return text if len(text) >= SHORT_PAGE else None


def _with_day(article: Article, name: str, wanted: Wanted) -> Article:
    """The article with the day of the option, or of its file's name."""
    if wanted.published is not None:
        return evolve(article, published=wanted.published, day_from=DayFrom.OPTION)
    for found in reversed(list(DAY_IN_NAME.finditer(Path(name).as_posix()))):
        try:
            return evolve(article, published=dt.date(int(found[1]), int(found[3]), int(found[4])), day_from=DayFrom.NAME)
        except ValueError:  # 31 November
            continue
    return article


def day_of(told: object) -> dt.date:
    """The day that a field names: an ISO date or time, or a date as in mail and feeds; :class:`DataError` for anything else."""
    if isinstance(told, str):
        try:
            return dt.datetime.fromisoformat(told.strip()).date()
        except ValueError:
            pass
        try:
            return parsedate_to_datetime(told).date()
        except (ValueError, TypeError, IndexError):
            pass
    raise DataError(f"no day of publication: {told!r}; write 2025-11-07, or name the field by --date")


def _decoded(data: bytes, wanted: Wanted, named: str | None = None) -> str:
    """The text of bytes in the encoding that their mark, the option or the page names, else UTF-8."""
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    if encoding is None:
        what = next((what for start, what in NO_TEXT if data.startswith(start)), "no text" if b"\0" in data[:1000] else None)
        if what:
            raise DataError(f"this is {what}; give the text itself")
        encoding = wanted.encoding or named or "utf-8"
    try:
        return data.decode(encoding)
    except LookupError:
        raise DataError(f"no encoding {encoding!r} is known; name one by --encoding") from None


def reason(error: Exception) -> str:
    """What is wrong, in the words that a user needs."""
    if isinstance(error, UnicodeDecodeError):
        around = error.object[max(0, error.start - 10) : error.start + 10]
        guess = f"; as cp1252 it reads {around.decode('cp1252', 'replace')!r}: if that is right, say --encoding cp1252" if "utf" in error.encoding else ""
        name = "UTF-8" if error.encoding == "utf-8" else error.encoding
        return f"not {name}: byte {error.object[error.start]:#04x} at offset {error.start}{guess}"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error}"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)
