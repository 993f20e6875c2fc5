"""Outputs that are there whole or not at all, and take the place of nothing that somebody else made."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conflictkit._errors import DataError

MARK = "conflictkit.json"
"""In a folder that we wrote: the names of its files."""


@contextmanager
def whole_file(path: Path, ours: Callable[[bytes, bytes], bool]) -> Iterator[Path]:
    """A path beside ``path`` to write to: it takes that place when the block ends well and goes when it does not.

    A file that stands there is replaced only if ``ours`` says of its first and its last bytes that we wrote them.
    """
    check_file(path, ours)
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        yield made
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder beside ``path`` to write to: it takes that place when the block ends well and goes when it does not.

    A folder that stands there is replaced only if it holds nothing but the files of an earlier run.
    """
    check_folder(path)
    made, old = (path.with_name(f"{path.name}.{os.getpid()}.{state}") for state in ("new", "old"))
    made.mkdir()
    try:
        yield made
        files = sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file())
        (made / MARK).write_text(json.dumps({"made by": "conflictkit", "files": files}, indent=1) + "\n", encoding="utf-8")
        if path.exists():
            path.rename(old)
        made.rename(path)
    finally:
        if old.exists() and not path.exists():
            old.rename(path)
        for rest in (made, old):
            shutil.rmtree(rest, ignore_errors=True)


def check_file(path: Path, ours: Callable[[bytes, bytes], bool]) -> None:
    """Raise :class:`DataError` for a file that we did not write, ``OSError`` for a place where none can be."""
    if path.is_dir():
        raise DataError(f"{path} is a folder; name a file")
    if not path.parent.is_dir():
        raise FileNotFoundError(2, f"there is no folder {path.parent}")
    if path.exists() and (size := path.stat().st_size):
        with path.open("rb") as file:
            start = file.read(100_000)
            file.seek(max(0, size - 100_000))
            end = file.read()
        if not ours(start, end):
            raise DataError(f"{path} holds something else than what this writes; move it or name another file")


def check_folder(path: Path) -> None:
    """Raise :class:`DataError` for a folder that holds files which we did not write, ``OSError`` for a place where none can be."""
    if not path.parent.is_dir():
        raise FileNotFoundError(2, f"there is no folder {path.parent}")
    if not path.exists():
        return
    if not path.is_dir():
        raise DataError(f"{path} is a file; name a folder")
    there = {file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file() and not file.name.startswith(".")}
    foreign = sorted(there - {MARK} - _written(path))
    if foreign:
        raise DataError(f"{path} holds something else than what this writes ({foreign[0]}{' and more' if len(foreign) > 1 else ''}); name another folder")


def _written(path: Path) -> set[str]:
    """The names of the files that an earlier run wrote into the folder."""
    try:
        return set(json.loads((path / MARK).read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return set()
