"""Many texts over several processes: results in order, memory bounded."""

from __future__ import annotations

import datetime as dt
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from conflictkit._errors import ConflictkitError, InputTypeError
from conflictkit._pipeline import parse
from conflictkit._report import Report
from conflictkit.language import Language

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

CHUNK_CHARACTERS = 100_000
"""A worker is handed texts of about so many characters at a time: a tenth of a second of work."""
CHUNK_TEXTS = 100
"""And at most so many texts."""
CHUNKS_AHEAD = 3
"""So many chunks a worker are read ahead of the result that is given out."""


def parse_many(
    texts: Iterable[str | tuple[str, dt.date | None]],
    *,
    workers: int | None = None,
    language: str | Language = "en",
    progress: Callable[[int], object] | None = None,
) -> Iterator[Report]:
    """The reports of many texts, in order: ``parse`` over several processes.

    A text is a ``str`` or a pair of text and day of publication. ``texts`` may be endless: it is read only a little ahead of the
    reports that are taken. ``workers`` is the number of processes (None: one for each usable CPU; 1: this process alone, as is done
    for a handful of texts whatever the number). ``progress`` is called with the number of reports done, after each.

    Raises what :func:`parse` raises, with the number of the text, when that text's turn comes. Worker processes are spawned, not forked,
    so a script guards its main part by ``if __name__ == "__main__":``, as for every use of ``multiprocessing``.
    """
    if isinstance(texts, str):
        raise InputTypeError("parse_many() takes many texts, not one str; use parse(text)")
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise InputTypeError(f"workers must be a whole number from 1 up or None, not {workers!r}")
    return _reports(texts, workers, language, progress)


def _reports(texts: Iterable[object], workers: int | None, language: str | Language, progress: Callable[[int], object] | None) -> Iterator[Report]:
    for number, result in enumerate(ordered_map(partial(_attempt, language), texts, workers=workers, size=_characters)):
        if isinstance(result, ConflictkitError):
            raise type(result)(f"text {number}: {result}")
        if progress is not None:
            progress(number + 1)
        yield result


def _attempt(language: str | Language, item: Any) -> Report | ConflictkitError:
    text, published = item if isinstance(item, tuple) and len(item) == 2 else (item, None)  # noqa: PLR2004
    try:
        return parse(text, published=published, language=language)
    except ConflictkitError as error:
        return error


def _characters(item: object) -> int:
    text = item[0] if isinstance(item, tuple) and item else item
    return len(text) if isinstance(text, str) else 0


def ordered_map(function: Callable[[T], R], items: Iterable[T], *, workers: int | None, size: Callable[[T], int]) -> Iterator[R]:
    """``map`` over processes: in order, reading ``items`` only a little ahead; ``size`` is an item's number of characters.

    ``function`` is a module's own and raises nothing that it can return instead: an exception ends the whole.
    """
    count = workers or usable_cpus()
    chunks = _chunks(items, size)
    head = list(islice(chunks, 2))
    if count == 1 or len(head) < 2:  # noqa: PLR2004  (one chunk is not worth a process)
        for chunk in chain(head, chunks):
            yield from map(function, chunk)
        return

    from conflictkit._workers import Workers

    with Workers(function, count) as pool:
        waiting: deque[Future[list[R]]] = deque()
        for chunk in chain(head, chunks):
            waiting.append(pool.submit(chunk))
            if len(waiting) >= count * CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def usable_cpus() -> int:
    """The number of CPUs that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    chunk: list[T] = []
    characters = 0
    for item in items:
        chunk.append(item)
        characters += size(item)
        if characters >= CHUNK_CHARACTERS or len(chunk) >= CHUNK_TEXTS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk
