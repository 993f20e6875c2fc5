"""Keep what the library reads now, to see later what a change changed: ``python -m evaluation freeze``, then ``freeze --compare``.

The records of all development texts lie as JSON in a folder outside the project, as the texts do. A comparison says for each kind of record and
each rule what was gained, lost and changed, with the places in the texts. Names of rules count for nothing in it.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from evaluation.predict import predict, read, write

Row = dict[str, Any]

ROOT = Path(__file__).parents[1]
SETS = (
    "quotes/polnear_dev.clean", "../gold/conflict_dev", "../gold/seed", "dates/te3_timebank", "dates/te3_aquaint", "texts/conflict_texts", "texts/modern_texts",
)  # fmt: skip
"""Paths below the directory of the data, without ".jsonl"."""
SEEDS_DAY = dt.date(2025, 11, 7)
KINDS = ("quotes", "claims", "events", "dates", "quantities", "incidents")
AROUND = 60
"""Characters that a place shows on either side."""


def default_folder() -> Path:
    """The user's cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "conflictkit" / "frozen"


def texts(data: Path) -> Iterator[tuple[str, list[Row]]]:
    """Name and rows of every set that is there; the seeds always are."""
    for name in SETS:
        path = data / f"{name}.jsonl"
        if path.exists():
            yield Path(name).stem.removesuffix(".clean"), read(path)
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    yield "seeds", [{"id": path.stem, "text": path.read_text(encoding="utf-8"), "published": SEEDS_DAY.isoformat()} for path in seeds]


def freeze(data: Path, folder: Path) -> int:
    """Write the records of every set."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in texts(data):
        write(folder / f"{name}.jsonl", predict("records", rows))
        print(f"{name}: {len(rows)} texts")
    print(f"frozen in {folder}")
    return 0


def compare(data: Path, folder: Path, shown: int) -> int:
    """Print what changed since the records were frozen; 1 where something did, 2 where nothing is frozen."""
    if not folder.is_dir():
        print(f"{folder}: nothing is frozen there; run freeze without --compare first")
        return 2
    found: list[Change] = []
    for name, rows in texts(data):
        path = folder / f"{name}.jsonl"
        if not path.exists():
            print(f"{name}: not frozen")
            continue
        before = {row["id"]: row for row in read(path)}
        for row, now in zip(rows, predict("records", rows), strict=True):
            if row["id"] in before:
                found += changes(f"{name}/{row['id']}", row["text"], before[row["id"]], now)
    print("\n".join(lines(found, shown)) if found else "nothing changed")
    return 1 if found else 0


@frozen
class Change:
    """One record gained, lost or changed."""

    kind: str
    rule: str
    what: str
    place: str
    """Document, offset and the words around."""
    fields: tuple[str, ...] = field(default=())
    """What differs in a changed record."""


def changes(document: str, text: str, before: Row, now: Row) -> Iterator[Change]:
    """What differs between the records of one text."""
    for kind in KINDS:
        old, new = _by_place(kind, before), _by_place(kind, now)
        for key in sorted(old.keys() | new.keys()):
            one, other = old.get(key), new.get(key)
            record = other or one
            rule, place = (record or {}).get("rule") or "-", f"{document} {_shown(text, key)}"
            if one is None or other is None:
                yield Change(kind, rule, "gained" if one is None else "lost", place)
                continue
            differs = tuple(name for name in sorted(one.keys() | other.keys()) if _plain(one.get(name)) != _plain(other.get(name)) and name != "rule")
            if differs:
                told = "; ".join(_told(name, one.get(name), other.get(name)) for name in differs)
                yield Change(kind, rule, "changed", f"{place}  [{told}]", differs)


Key = tuple[int, int, int]


def _by_place(kind: str, row: Row) -> dict[Key, Row]:
    """The records of a kind by where they stand: start, end, and which of those that stand there."""
    found: dict[Key, Row] = {}
    for record in row.get(kind, ()):
        start, end = _place(kind, record, row)
        nth = 0
        while (start, end, nth) in found:
            nth += 1
        found[start, end, nth] = _joined(record, row) if kind == "incidents" else record
    return found


def _place(kind: str, record: Row, row: Row) -> tuple[int, int]:
    if kind == "quotes":
        return record["content"][0]["start"], record["content"][-1]["end"]
    if kind == "claims":
        record = record["quantity"]
    span = record.get("number") or record.get("trigger") or record.get("span")
    if kind == "incidents":
        members = [row["events"][i]["trigger"] for i in record["events"]] or [row["claims"][i]["quantity"]["number"] for i in record["claims"]]
        span = min(members, key=lambda one: one["start"], default=None)
    return (span["start"], span["end"]) if span else (0, 0)


def _joined(incident: Row, row: Row) -> Row:
    """An incident with the spans of its events and claims for their numbers in the report, which shift with any other change."""
    events = [row["events"][i]["trigger"] for i in incident["events"]]
    claims = [row["claims"][i]["quantity"]["number"] for i in incident["claims"]]
    tolls = [{**toll, "claims": [row["claims"][i]["quantity"]["number"] for i in toll["claims"]]} for toll in incident["tolls"]]
    return {**incident, "events": events, "claims": claims, "tolls": tolls}


def _plain(value: Any) -> Any:
    """A value without the names of rules in it."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key != "rule"}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _told(name: str, old: Any, new: Any) -> str:
    """What a field was and is; of two records that differ in one of their own fields, that field."""
    if isinstance(old, dict) and isinstance(new, dict) and _brief(old) == _brief(new):
        return ", ".join(_told(f"{name}.{key}", old.get(key), new.get(key)) for key in sorted(old.keys() | new.keys()) if _plain(old.get(key)) != _plain(new.get(key)))
    return f"{name} {_brief(old)} -> {_brief(new)}"


def _brief(value: Any) -> str:
    """A value in a few words: of a span its text, of an entity its name."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("text") or value.get("timex_value") or _brief(next(iter(value.values()), None)))
    return f"[{', '.join(map(_brief, value))}]" if isinstance(value, list) else str(value)


def _shown(text: str, key: Key) -> str:
    start, end, _ = key
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    middle = text[start:end] if end - start <= 2 * AROUND else f"{text[start : start + AROUND]} ... {text[end - AROUND : end]}"
    return f"{start}: " + " ".join(f"{before}[[{middle}]]{after}".split())


def lines(found: Sequence[Change], shown: int) -> Iterator[str]:
    """The changes by kind of record and rule, of each the first places."""
    for kind in KINDS:
        mine = [change for change in found if change.kind == kind]
        if not mine:
            continue
        yield f"{kind}: {_counted(mine)}"
        for rule, n in Counter(change.rule for change in mine).most_common():
            same = [change for change in mine if change.rule == rule]
            yield f"  {rule}: {_counted(same)}"
            yield from (f"    {change.what:8}{change.place}" for change in same[:shown])
            if n > shown:
                yield f"    ... {n - shown} more"


def _counted(found: Iterable[Change]) -> str:
    what, differs = Counter[str](), Counter[str]()
    for change in found:
        what[change.what] += 1
        differs.update(change.fields)
    told = f" ({', '.join(f'{name} {n}' for name, n in differs.most_common())})" if differs else ""
    return ", ".join(f"{what[name]} {name}" for name in ("gained", "lost", "changed") if what[name]) + told
