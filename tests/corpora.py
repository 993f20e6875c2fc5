"""What several tests ask for: the blocks of a corpus, the spans of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

import conflictkit as ck

ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|([nrt]))")


def unescaped(line: str) -> str:
    r"""A line with the characters that it spells: ``\n``, ``\u200b``."""
    return ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n", "r": "\r", "t": "\t"}[m[2]], line)


def blocks(path: Path) -> list[tuple[str, list[str]]]:
    """Each text of a corpus, and the lines below it that say what is read, with their marks."""
    out: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("text: "):
            out.append((unescaped(line.removeprefix("text: ")), []))
        elif line.startswith(("- ", "* ")):
            out[-1][1].append(unescaped(line))
    return out


def cases(path: Path) -> list[tuple[str, list[str]]]:
    """The same without the marks."""
    return [(text, [row[2:] for row in rows]) for text, rows in blocks(path)]


def spans(record: Any) -> Iterator[ck.Span]:
    """Every span that can be reached from a record."""
    if isinstance(record, ck.Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from spans(item)
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            yield from spans(getattr(record, field.name))
