"""Gold that stands off from its texts: ``evaluation/gold/*.jsonl`` holds offsets and the SHA-1 of each text, never the text.

``python -m evaluation gold FOLDER OUT`` makes such a file from a folder of annotated reports (``*.gold.json`` by the two guides), gives vague
numbers one reading, and refuses what does not fit the texts. A key with ``_also`` holds further readings that are as right as the first.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from conflictkit import Bound, EventKind, Factuality, Measure

Row = dict[str, Any]
Span = list[int]

FOLDER = Path(__file__).parent / "gold"
TEXTS = (*(Path(f"texts/{name}.jsonl") for name in ("modern_texts", "conflict_texts")), *(Path(f"outside/{name}.jsonl") for name in ("hrds", "gva", "muc4_recased", "pitf")))
"""Where the texts lie, below the directory of the data."""
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "quotes": ("content", "cue", "speaker"),
    "claims": ("span", "number", "noun", "side", "inflicted_by", "place"),
    "events": ("trigger", "date"),
    "happenings": ("trigger", "actor", "target", "place"),
    "incidents": ("triggers",),
}
"""Section -> its keys that hold spans or lists of them."""
VALUES: Mapping[str, Mapping[str, frozenset[str]]] = {
    "quotes": {"kind": frozenset({"direct", "mixed", "indirect"})},
    "claims": {
        "measure": frozenset(map(str, Measure)),
        "bound": frozenset(map(str, Bound)),
        "status": frozenset({"asserted", "denied", "doubted", "hypothetical"}),
        "role": frozenset({"total", "increment", "subset", "part"}),
    },
    "events": {"factuality": frozenset(map(str, Factuality))},
    "happenings": {"factuality": frozenset(map(str, Factuality)), "kind": frozenset(map(str, EventKind))},
    "incidents": {},
}
VAGUE: Mapping[str, tuple[float, float | None]] = {
    "several": (3, None), "dozens": (12, 120), "scores": (20, 100), "tens": (10, 100), "hundreds": (100, 1000), "thousands": (1000, 10_000),
    "tens of thousands": (10_000, 100_000), "hundreds of thousands": (100_000, 1_000_000), "millions": (1_000_000, 10_000_000),
}  # fmt: skip
"""Vague plurals as the guide has them: low and high, no value."""
LONGEST = 9
"""Words of a name or place that a file may repeat from its text."""


def convert(folder: Path, texts: Mapping[str, str]) -> tuple[list[Row], list[str]]:
    """The rows of a folder of annotated reports in the order of their names, and every fault in them."""
    rows = [uniform(json.loads(path.read_text(encoding="utf-8")), texts) for path in sorted(folder.glob("*.gold.json"))]
    return rows, faults(rows, texts)


def uniform(row: Row, texts: Mapping[str, str]) -> Row:
    """A row whose vague numbers have the guide's bounds, and without its text."""
    text = texts.get(row["id"], "")
    claims = []
    for claim in row["claims"]:
        words = " ".join(text[slice(*claim["number"])].lower().split())
        if claim["bound"] == Bound.VAGUE and words in VAGUE:
            claim = {**claim, "low": VAGUE[words][0], "value": None, "high": VAGUE[words][1]}
        claims.append(claim)
    return {key: value for key, value in {**row, "claims": claims}.items() if key != "text"}


def faults(rows: Iterable[Row], texts: Mapping[str, str]) -> list[str]:
    """What does not fit: texts that are missing or others, spans outside or with blank ends, unknown values, long repetitions."""
    return [fault for row in rows for fault in _faults(row, texts.get(row["id"]))]


def _faults(row: Row, text: str | None) -> Iterator[str]:
    name = row["id"]
    if text is None or sha1(text) != row["text_sha1"]:
        yield f"{name}: {'no text' if text is None else 'another text'}"
        return
    for section, keys in SECTIONS.items():
        for i, item in enumerate(row[section]):
            where = f"{name} {section}[{i}]"
            for span in _spans(item, keys):
                if not (0 <= span[0] < span[1] <= len(text)) or text[slice(*span)] != text[slice(*span)].strip():
                    yield f"{where}: span {span}"
            for key, allowed in VALUES[section].items():
                for value in (item[key], *item.get(f"{key}_also", ())):
                    if value not in allowed:
                        yield f"{where}: {key} {value!r}"
            yield from (f"{where}: {key} repeats the text" for key, value in item.items() if isinstance(value, str) and len(value.split()) > LONGEST)
    for i, claim in enumerate(row["claims"]):
        if not claim["span"][0] <= claim["number"][0] < claim["number"][1] <= claim["span"][1]:
            yield f"{name} claims[{i}]: number outside its span"
    for section in ("happenings", "incidents"):
        for i, item in enumerate(row[section]):
            if any((first is None) != (last is None) or (first or "") > (last or "") for first, last in [(item["first"], item["last"]), *item.get("dates_also", ())]):
                yield f"{name} {section}[{i}]: first and last"


def _spans(item: Row, keys: Sequence[str]) -> Iterator[Span]:
    for key in keys:
        for value in (item.get(key), item.get(f"{key}_also")):
            if value:
                yield from [value] if isinstance(value[0], int) else [span for span in value if span is not None]


@cache
def read_texts(data: Path) -> Mapping[str, str]:
    """The texts that are there by their ids."""
    found: dict[str, str] = {}
    for path in filter(Path.exists, (data / name for name in TEXTS)):
        with path.open(encoding="utf-8") as lines:
            found |= {row["id"]: row["text"] for row in map(json.loads, lines)}
    return found


def load(path: Path, data: Path) -> list[Row] | None:
    """The rows of a gold file with their texts; None where the texts are not there."""
    texts = read_texts(data)
    if not texts:
        return None
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if found := faults(rows, texts):
        raise ValueError(f"{path}: {'; '.join(found[:5])}")
    return [{**row, "text": texts[row["id"]]} for row in rows]


def dumps(rows: Iterable[Row]) -> str:
    """The rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def sha1(text: str) -> str:
    """The fingerprint of a text."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


# ---- further readings, in the form that score_report.py and score_quotes.py know


LOW = frozenset({Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN})
HIGH = frozenset({Bound.EXACT, Bound.AT_MOST, Bound.LESS_THAN})
"""Bounds that give a number its low, its high."""


def for_report(row: Row, pred: Row) -> Row:
    """A gold row as ``score_report.py`` reads it: further readings under "also", of several triggers and dates those that a prediction has, the other triggers optional."""
    events = [_answered(event, pred.get("events", ())) for event in row["events"] if event["date"]]
    return {
        **row,
        "claims": [_counted(claim, pred.get("claims", ())) for claim in row["claims"]],
        "events": [*events, *_as_right(events)],
    }


def _as_right(events: Sequence[Row]) -> Iterator[Row]:
    """The further triggers of events ("the one or two that the date directly modifies"), where no event of the same date has them."""
    seen = [(event["trigger"], event["date"]) for event in events]
    for event in events:
        for trigger in (event["trigger_first"], *event.get("trigger_also", ())):
            if trigger and not any(_overlap(trigger, other) and _overlap(event["date"], date) for other, date in seen):
                seen.append((trigger, event["date"]))
                yield {**event, "trigger": trigger, "optional": True}


def _counted(claim: Row, made: Iterable[Row]) -> Row:
    """The claim with the noun and the bound of the prediction of the same number where they are further readings; a bound says what is low and high."""
    claim = {**claim, "also": _values(claim, ("measure", "bound", "source", "when", "per"))}
    one = next((one for one in made if _overlap(one["number"], claim["number"])), None)
    if one is None:
        return claim
    if one.get("noun"):
        claim["noun"] = next((noun for noun in claim.get("noun_also", ()) if noun and _overlap(noun, one["noun"])), claim["noun"])
    if one["bound"] in claim.get("bound_also", ()) and claim["value"] is not None:
        claim |= {
            "low": claim["value"] if one["bound"] in LOW else None,
            "high": claim["value"] if one["bound"] in HIGH else None,
        }
    return claim


def _values(item: Row, keys: Sequence[str]) -> dict[str, list[Any]]:
    return {key: item[f"{key}_also"] for key in keys if item.get(f"{key}_also")}


def _answered(event: Row, made: Iterable[Row]) -> Row:
    """The event at the trigger and date that a prediction has, the first reading failing that."""
    made = [one for one in made if one.get("date")]
    for date in (event["date"], *event.get("date_also", ())):
        for trigger in (event["trigger"], *event.get("trigger_also", ())):
            if date and trigger and any(_overlap(one["trigger"], trigger) and _overlap(one["date"], date) for one in made):
                return {**event, "date": date, "trigger": trigger, "trigger_first": event["trigger"], "also": _values(event, ("value", "factuality"))}
    return {**event, "trigger_first": event["trigger"], "also": _values(event, ("value", "factuality"))}


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


WORD = re.compile(r"\w+")


def for_quotes(row: Row, pred: Row) -> Row:
    """A gold row as ``score_quotes.py`` reads it: of several speakers and names the one that the prediction of the same content has."""
    return {**row, "quotes": [_spoken(quote, pred.get("quotes", ())) for quote in row["quotes"]]}


def _spoken(quote: Row, made: Iterable[Row]) -> Row:
    if not quote.get("speaker_also") and not quote.get("speaker_name_also"):
        return quote
    for one in made:
        if not any(_overlap(a, b) for a in one["content"] for b in quote["content"]):
            continue
        said, spoken = _words(one.get("speaker_name")), _places(one["speaker"])
        names = (quote["speaker_name"], *quote.get("speaker_name_also", ()))
        spans = (quote["speaker"], *([span] for span in quote.get("speaker_also", ()) if span))
        return {
            **quote,
            "speaker": max(spans, key=lambda reading: _alike(_places(reading), spoken)),
            "speaker_name": max(names, key=lambda reading: _alike(_words(reading), said)),
        }
    return quote


def _words(name: str | None) -> set[object]:
    return set(WORD.findall((name or "").casefold()))


def _places(spans: Sequence[Span]) -> set[object]:
    return {k for span in spans for k in range(*span)}


def _alike(a: set[object], b: set[object]) -> float:
    """How much of what two readings hold both hold: the first reading of the gold is as good as its others."""
    return len(a & b) / max(1, len(a | b))
