#!/usr/bin/env python3
"""Score event dates and event types (JSON Lines).

    score_events.py dated  GOLD PRED [--errors N] [--json]
    score_events.py labels GOLD PRED --field acled_sub_event_type [--errors N] [--json]

dated   gold {"id", "text", "published", "events": [{"trigger": [s, e], "date": "1999-03-12" | "1999-03" | "1999" | ..., "dct": bool, "timex": [s, e]|null}]},
        pred {"id", "events": [{"trigger": [s, e], "first": "YYYY-MM-DD"|null, "last": "YYYY-MM-DD"|null}]}.
        A gold event is found when a predicted trigger overlaps its own (one to one). Its date is right when first and last span the
        gold unit (the day, the month, the year; a clock time counts as its day). Gold dates of other forms (weeks, seasons, vague) are left out.
        found     share of gold events found       right_of_found     share of those with the right date
        right     share of all gold events with the right date: the headline
        floor     the same if every event had the day of publication
        Each also for the events tied to a date expression in the text ("tied": dct is false).
labels  gold {"id", FIELD: label|null}, pred {"id", FIELD: label|null}; gold rows without a label are left out.
        accuracy, macro F1, and the accuracy of always giving the commonest label.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

Row = dict[str, Any]
UNIT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")


def bounds(value: str) -> tuple[str, str] | None:
    """First and last day of a day, month or year in ISO form; None for any other value."""
    match = UNIT.fullmatch(value)
    if not match or ("T" in value and not match[3]):
        return None
    year, month, day = match[1], match[2], match[3]
    if day:
        return (f"{year}-{month}-{day}",) * 2
    if month:
        return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"
    return f"{year}-01-01", f"{year}-12-31"


def share(hit: int, total: int) -> float:
    return 100 * hit / total if total else 0.0


def dated(gold: list[Row], pred: dict[str, Row], errors: list[str]) -> dict[str, Any]:
    count: Counter[str] = Counter()
    for doc in gold:
        free = sorted(pred.get(doc["id"], {}).get("events", []), key=lambda e: e["trigger"])
        for event in sorted(doc["events"], key=lambda e: e["trigger"]):
            want = bounds(event["date"] or "")
            if want is None:
                continue
            groups = ("all",) if event.get("dct") else ("all", "tied")
            s, e = event["trigger"]
            match = next((p for p in free if p["trigger"][0] < e and s < p["trigger"][1]), None)
            right = match is not None and (match.get("first"), match.get("last")) == want
            if match is not None:
                free.remove(match)
            if not right:
                got = "not found" if match is None else f"{match.get('first')}..{match.get('last')}"
                errors.append(f"{doc['id']}: {doc['text'][s:e]!r} {event['date']}: {got}")
            for g in groups:
                count[g] += 1
                count[g + " found"] += match is not None
                count[g + " right"] += right
                count[g + " floor"] += want == (doc.get("published"),) * 2
    return {
        g: {
            "gold": count[g],
            "found": share(count[g + " found"], count[g]),
            "right_of_found": share(count[g + " right"], count[g + " found"]),
            "right": share(count[g + " right"], count[g]),
            "floor": share(count[g + " floor"], count[g]),
        }
        for g in ("all", "tied")
    }


def labels(gold: list[Row], pred: dict[str, Row], field: str, errors: list[str]) -> dict[str, Any]:
    rows = [(str(r[field]), pred.get(r["id"], {}).get(field), r["id"]) for r in gold if r.get(field)]
    errors.extend(f"{i}: {g} not {p}" for g, p, i in rows if g != p)
    names = Counter(g for g, _, _ in rows)
    f1 = []
    for name in names:
        hit = sum(g == p == name for g, p, _ in rows)
        total = names[name] + sum(p == name for _, p, _ in rows)
        f1.append(200 * hit / total)
    return {
        "gold": len(rows),
        "accuracy": share(sum(g == p for g, p, _ in rows), len(rows)),
        "macro_f1": sum(f1) / len(f1) if f1 else 0.0,
        "answered": share(sum(p is not None for _, p, _ in rows), len(rows)),
        "commonest": share(names.most_common(1)[0][1], len(rows)) if rows else 0.0,
    }


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("measure", choices=("dated", "labels"))
    args.add_argument("gold", type=Path)
    args.add_argument("pred", type=Path)
    args.add_argument("--field", default="acled_sub_event_type")
    args.add_argument("--errors", type=int, default=0, metavar="N")
    args.add_argument("--json", action="store_true")
    opts = args.parse_args()
    errors: list[str] = []
    gold, pred = read(opts.gold), {row["id"]: row for row in read(opts.pred)}
    result = dated(gold, pred, errors) if opts.measure == "dated" else labels(gold, pred, opts.field, errors)
    print(json.dumps(result) if opts.json else json.dumps(result, indent=1))
    for line in errors[: opts.errors]:
        print(line)


if __name__ == "__main__":
    main()
