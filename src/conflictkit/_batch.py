"""Many documents, each read once, whatever interrupts the run: what was read is kept in a journal until the output is whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import frozen

from conflictkit._articles import Article, Document, Failure, NoArticle, reason
from conflictkit._errors import ConflictkitError, DataError
from conflictkit._many import ordered_map
from conflictkit._pipeline import parse
from conflictkit._report import Report
from conflictkit._serial import from_json, to_json

START = '{"key": "'
KEY = slice(len(START), len(START) + 64)
"""Where the key stands in a line of a journal."""
REPORT = ', "report": '


@frozen
class Reading:
    """A document that was read: its id, what makes it the same document (text, day, version ...), its report as JSON."""

    id: str
    key: str
    report: str


def readings(documents: Iterable[Document], *, language: str, workers: int | None) -> Iterator[Reading | Failure | NoArticle]:
    """Each document read, in order, over several processes."""
    return ordered_map(partial(_read, language), documents, workers=workers, size=_characters)


def distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents; one whose id stands for an earlier one too is a failure, for one of the two would be lost."""
    seen: set[str] = set()
    for document in documents:
        if isinstance(document, Article):
            if document.id in seen:
                yield Failure(document.id, "the id stands for an earlier document too; give each its own")
                continue
            seen.add(document.id)
        yield document


def key_of(article: Article, language: str) -> str:
    """The same for the same text, id, day, title, outlet and language read by the same version of the library."""
    parts = (_version(), language, article.id, article.text, str(article.published), article.title, article.outlet)
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


@cache
def _version() -> str:
    return version("conflictkit")


class Journal:
    """What was read, in a file of lines; a run that was interrupted finds there what need not be read again.

    Used as a context: left well, the file goes unless it is to be kept; left by an exception, it stays for the next run.
    """

    def __init__(self, path: Path, *, keep: bool = False) -> None:
        self.path = path
        self.reused = 0
        self._keep = keep
        self._places: dict[str, int] = {}
        self._order: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        self._file = self.path.open("ab", buffering=0)
        try:
            _lock(self._file.fileno(), self.path)
            self._end = self._mend()
            os.truncate(self._file.fileno(), self._end)
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()
        done = kind is None or issubclass(kind, ConflictkitError)  # a wrong use, which is no reason to go on from here
        if done and not self._keep or not self._places:
            self.path.unlink()

    def read(self, documents: Iterable[Document], *, language: str, workers: int | None) -> Iterator[Reading | Failure | NoArticle]:
        """Read the documents that the journal does not hold yet and note them down; ``reused`` counts the others."""
        for result in readings(self._fresh(documents, language), language=language, workers=workers):
            if isinstance(result, Reading):
                self._note(result)
            yield result

    def reports(self) -> Iterator[tuple[str, Report]]:
        """The reports of this run's documents, in the order of the documents."""
        with self.path.open("rb") as file:
            for name, key in self._order:
                if key in self._places:
                    file.seek(self._places[key])
                    line = file.readline().decode("ascii")
                    yield name, from_json(line[line.index(REPORT) + len(REPORT) : -2])

    def _fresh(self, documents: Iterable[Document], language: str) -> Iterator[Document]:
        for document in distinct(documents):
            if isinstance(document, Article):
                key = key_of(document, language)
                self._order.append((document.id, key))
                if key in self._places:
                    self.reused += 1
                    continue
            yield document

    def _note(self, reading: Reading) -> None:
        line = memoryview(f'{START}{reading.key}", "id": {json.dumps(reading.id)}{REPORT}{reading.report}}}\n'.encode("ascii"))
        self._places[reading.key] = self._end
        self._end += len(line)
        while line:  # a disk that is nearly full takes a part
            line = line[self._file.write(line) :]

    def _mend(self) -> int:
        """Find the lines that are there; the place behind the last one that is whole."""
        end = 0
        with self.path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                if not line.startswith(START.encode()):
                    raise DataError(f"{self.path} holds something else than what this command keeps there; move it or name another output")
                self._places[line[KEY].decode("ascii", "replace")] = end
                end += len(line)
        return end


def _lock(number: int, path: Path) -> None:
    """Refuse a journal into which another run is writing, where the system can tell."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise DataError(f"another run is writing {path}") from None


def _read(language: str, document: Document) -> Reading | Failure | NoArticle:
    if not isinstance(document, Article):
        return document
    try:
        report = parse(document.text, published=document.published, language=language, id=document.id, title=document.title, outlet=document.outlet)
    except Exception as error:  # noqa: BLE001  (one document must not end the run)
        return Failure(document.id, reason(error) if isinstance(error, ConflictkitError) else f"{type(error).__name__}: {error}")
    return Reading(document.id, key_of(document, language), to_json(report))


def _characters(document: Document) -> int:
    return len(document.text) if isinstance(document, Article) else 0
