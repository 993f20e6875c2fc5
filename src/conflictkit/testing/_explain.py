"""How two reports, or two records, differ: records are matched by where they stand, and only what differs is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import attrs

from conflictkit._models import DatedEvent, NumericClaim, Quantity, Quote, Span
from conflictkit._report import Report

SHOWN = 70


def explain_difference(first: object, second: object, *, ignore: Collection[str] = ()) -> str:
    """What differs between two reports, two records or two sequences of them, one line a difference; "" when nothing does.

    Made for assertions: ``assert not explain_difference(got, wanted)``. Records of a sequence are matched by their place in the text, so
    that one quote too many is told as one quote too many. Fields named in ``ignore`` ("rule", "events") are not looked at, wherever
    they are.
    """
    if type(first) is not type(second):
        return f"the first is a {type(first).__name__}, the second a {type(second).__name__}"
    lines = list(_differences(first, second, "", frozenset(ignore)))
    if not lines:
        return ""
    what = "reports" if isinstance(first, Report) else f"{type(first).__name__} records" if attrs.has(type(first)) else "two"
    return "\n".join([f"the {what} differ in {len(lines)} {'place' if len(lines) == 1 else 'places'} (first -> second):", *(f"  {line}" for line in lines)])


def _differences(first: Any, second: Any, path: str, ignore: frozenset[str]) -> Iterator[str]:
    if first == second:
        return
    if attrs.has(type(first)) and type(first) is type(second) and not isinstance(first, Span):
        for field in attrs.fields(type(first)):
            if field.name not in ignore:
                yield from _differences(getattr(first, field.name), getattr(second, field.name), f"{path}.{field.name}".lstrip("."), ignore)
    elif isinstance(first, list | tuple) and isinstance(second, list | tuple):
        yield from _sequences(first, second, path, ignore)
    elif isinstance(first, str) and isinstance(second, str) and max(len(first), len(second)) > SHOWN:
        at = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
        around = slice(max(0, at - 20), at + 30)
        yield f"{path}, from offset {at} on: {first[around]!r} -> {second[around]!r}".lstrip(", ")
    else:
        yield f"{path}: {_shown(first)} -> {_shown(second)}".lstrip(": ")


def _sequences(first: Sequence[Any], second: Sequence[Any], path: str, ignore: frozenset[str]) -> Iterator[str]:
    if not all(_span(record) for record in (*first, *second)):
        for n, (a, b) in enumerate(zip_longest(first, second)):
            yield from _differences(a, b, f"{path}[{n}]", ignore)
        return
    others: dict[tuple[int, int], list[int]] = {}
    for n, record in enumerate(second):
        others.setdefault(_place(record), []).append(n)
    for n, record in enumerate(first):
        same = others.get(_place(record))
        if same:
            for line in _differences(record, second[same.pop(0)], "", ignore):
                yield f"{path}[{n}] {_words(record)}, {line}"
        else:
            yield f"{path}[{n}] {_shown(record)}, only in the first"
    for n in sorted(n for rest in others.values() for n in rest):
        yield f"{path}[{n}] {_shown(second[n])}, only in the second"


def _span(record: Any) -> Span | None:
    """The span that a record is known by."""
    match record:
        case Span():
            return record
        case Quote(content=[span, *_]) | NumericClaim(quantity=Quantity(span=span)) | DatedEvent(trigger=span):
            return span
    return getattr(record, "span", None)


def _place(record: Any) -> tuple[int, int]:
    span = _span(record)
    return (span.start, span.end) if span else (0, 0)


def _words(record: Any) -> str:
    span = _span(record)
    return repr(_cut(span.text)) if span else ""


def _shown(value: Any) -> str:
    """A value in a few words."""
    match value:
        case Span():
            return f"{value.start}..{value.end} {_words(value)}"
        case Quote(content=[span, *_]):
            return f"{_shown(span)} ({value.kind}, {value.source.name if value.source else None} {value.stance})"
        case NumericClaim():
            return f"{_shown(value.quantity.span)} ({value.measure})"
        case str():
            return repr(_cut(str(value)))
    known = _span(value)
    return _shown(known) if known else _cut(repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
