#!/usr/bin/env python3
"""Score numeric claims and dated events against a gold file (both JSON Lines). Quotes of the same files: score_quotes.py.

    score_report.py GOLD.jsonl PRED.jsonl [--errors N] [--json]

A line: {"id", "claims": [{"number": [s, e], "low", "value", "high", "bound", "measure", "noun": [s, e]|null, "source": str|null,
"when": str|null, "per": str|null, "optional": bool}], "events": [{"trigger": [s, e], "date": [s, e]|null, "value": str|null, "factuality": str}]}.
Gold lines also hold "text". Offsets are code points of that text, end exclusive.

Claims are paired one to one by overlap of their `number` spans, in text order. An optional gold claim or event need not be found,
and a prediction paired with it counts neither way. Where two annotators read a field differently, gold holds one reading in the field
and the other in "also": {field: [value, ...]}; either is right.
  number    P/R/F1 of the pairing itself
  value     of the pairs: low, value and high all equal (relative tolerance 1e-6); for a vague gold number only that it is called vague
  bound, measure, per, when     of the pairs: equal
  noun      of the pairs whose gold has a noun: spans overlap, or the same word, case-folded, stands in both
  source    of the pairs: both none, or the last name word agrees ("Volodymyr Zelenskiy" = "Zelenskiy")
  credited  as source, for the pairs whose gold has a source
  complete  P/R/F1 of claims whose number, value, measure and source are all right: the headline
Events are paired one to one when trigger and date spans both overlap.
  event     P/R/F1 of the pairing         dated   the same, with the value right too: the headline
  value, factuality     of the pairs: equal. What cannot be resolved is null in gold (GUIDE.md) and PAST_REF, FUTURE_REF or a length of an
  unknown number ("PXM") in TIMEX3: all of these are one value
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NAME_STOP = re.compile(r"\b(?:of|in|from|for|who|which|at|on|to|near|with)\b|[,(]")
UNRESOLVED = re.compile(r"PAST_REF|FUTURE_REF|PT?X[A-Z]+")
WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")


def overlap(a: list[int] | None, b: list[int] | None) -> bool:
    """Whether two spans share a character."""
    return bool(a and b and a[0] < b[1] and b[0] < a[1])


def head(name: str | None) -> str | None:
    """The last word of a name before any preposition, comma or relative clause, case-folded, without a possessive ending."""
    if not name:
        return None
    cut = NAME_STOP.split(name.strip(), maxsplit=1)[0] or name
    words = WORD.findall(cut) or WORD.findall(name)
    return re.sub(r"[’']s$", "", words[-1].casefold()) if words else None


def close(a: float | None, b: float | None) -> bool:
    """Equal numbers, or both missing."""
    return a is b or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b)))


def pair(gold: list[Row], pred: list[Row], fits: Callable[[Row, Row], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, prediction index), earlier gold first, earlier prediction first."""
    free = list(range(len(pred)))
    pairs: list[tuple[int, int]] = []
    for g, row in enumerate(gold):
        for p in free:
            if fits(row, pred[p]):
                pairs.append((g, p))
                free.remove(p)
                break
    return pairs


def prf(hit: int, gold: int, pred: int) -> dict[str, float]:
    """Precision, recall and F1 in percent."""
    p = hit / pred if pred else 0.0
    r = hit / gold if gold else 0.0
    return {"p": 100 * p, "r": 100 * r, "f1": 200 * p * r / (p + r) if p + r else 0.0}


def share(marks: Iterable[bool]) -> float:
    """Share of true marks in percent."""
    seen = list(marks)
    return 100 * sum(seen) / len(seen) if seen else 0.0


def same_value(g: Row, p: Row) -> bool:
    if g["bound"] == "vague":
        return bool(p.get("bound") == "vague")
    return all(close(g.get(k), p.get(k)) for k in ("low", "value", "high"))


def readings(g: Row, field: str) -> list[Any]:
    """The values of a gold field that are right."""
    return [g.get(field), *g.get("also", {}).get(field, [])]


def same(g: Row, p: Row, field: str) -> bool:
    """Whether a prediction's field is one of the right readings; missing and empty are the same."""
    return (p.get(field) or None) in [value or None for value in readings(g, field)]


def resolved(value: str | None) -> str | None:
    """A TIMEX value, None for one that places nothing in time."""
    return None if not value or UNRESOLVED.fullmatch(value) else value


def same_source(g: Row, p: Row) -> bool:
    return head(p.get("source")) in [head(name) for name in readings(g, "source")]


def same_noun(text: str, g: Row, p: Row) -> bool:
    a, b = g.get("noun"), p.get("noun")
    return overlap(a, b) or bool(a and b and text[a[0] : a[1]].casefold() == text[b[0] : b[1]].casefold())


def score(gold: list[Row], pred: dict[str, Row], errors: list[str]) -> dict[str, Any]:
    """All figures over all documents (micro average)."""
    n_gold = n_pred = n_hit = n_complete = 0
    ev_gold = ev_pred = ev_hit = ev_dated = 0
    marks: dict[str, list[bool]] = {
        k: [] for k in ("value", "bound", "measure", "noun", "source", "credited", "per", "when", "event_value", "factuality")
    }
    for doc in gold:
        mine = pred.get(doc["id"], {})
        text: str = doc["text"]
        g_claims = sorted(doc.get("claims", []), key=lambda c: c["number"])
        p_claims = sorted((c for c in mine.get("claims", []) if c.get("number")), key=lambda c: c["number"])
        pairs = pair(g_claims, p_claims, lambda a, b: overlap(a["number"], b["number"]))
        taken = {p for _, p in pairs}
        optional = {g for g, c in enumerate(g_claims) if c.get("optional")}
        found = {g for g, _ in pairs}
        n_gold += len(g_claims) - len(optional)
        n_pred += len(p_claims) - sum(1 for g, _ in pairs if g in optional) - sum(1 for p, c in enumerate(p_claims) if p not in taken and c.get("implied"))
        for g, c in enumerate(g_claims):
            if g not in found and g not in optional:
                errors.append(f"{doc['id']}: missed number {text[c['span'][0] : c['span'][1]]!r}")
        for p, c in enumerate(p_claims):
            if p not in taken and not c.get("implied"):
                errors.append(f"{doc['id']}: extra number {text[c['number'][0] : c['number'][1]]!r} ({c.get('measure')})")
        for g, p in pairs:
            if g in optional:
                continue
            a, b = g_claims[g], p_claims[p]
            n_hit += 1
            ok = {
                "value": same_value(a, b),
                "bound": same(a, b, "bound"),
                "measure": same(a, b, "measure"),
                "source": same_source(a, b),
                "per": same(a, b, "per"),
                "when": same(a, b, "when"),
            }
            for k, v in ok.items():
                marks[k].append(v)
            if a.get("noun"):
                marks["noun"].append(same_noun(text, a, b))
            if a.get("source"):
                marks["credited"].append(ok["source"])
            if ok["value"] and ok["measure"] and ok["source"]:
                n_complete += 1
            wrong = [f"{k} {a.get(k)!r} not {b.get(k)!r}" for k in ("value", "bound", "measure", "source", "when") if not ok[k]]
            if wrong:
                errors.append(f"{doc['id']}: {text[a['span'][0] : a['span'][1]]!r}: {'; '.join(wrong)}")
        g_events = sorted(doc.get("events", []), key=lambda e: (e["date"], e["trigger"]))
        p_events = sorted((e for e in mine.get("events", []) if e.get("date")), key=lambda e: (e["date"], e["trigger"]))
        pairs = pair(g_events, p_events, lambda a, b: overlap(a["trigger"], b["trigger"]) and overlap(a["date"], b["date"]))
        optional = {g for g, e in enumerate(g_events) if e.get("optional")}
        spare = sum(1 for g, _ in pairs if g in optional)
        ev_gold += len(g_events) - len(optional)
        ev_pred += len(p_events) - spare
        ev_hit += len(pairs) - spare
        found = {g for g, _ in pairs}
        for g, e in enumerate(g_events):
            if g not in found and g not in optional:
                errors.append(
                    f"{doc['id']}: missed event {text[e['trigger'][0] : e['trigger'][1]]!r} on {text[e['date'][0] : e['date'][1]]!r}"
                )
        for g, p in pairs:
            if g in optional:
                continue
            a, b = g_events[g], p_events[p]
            right = resolved(b.get("value")) in [resolved(value) for value in readings(a, "value")]
            ev_dated += right
            marks["event_value"].append(right)
            marks["factuality"].append(same(a, b, "factuality"))
            if not right:
                errors.append(
                    f"{doc['id']}: event {text[a['trigger'][0] : a['trigger'][1]]!r}: date {a.get('value')!r} not {b.get('value')!r}"
                )
    return {
        "documents": len(gold),
        "claims": {
            "gold": n_gold,
            "number": prf(n_hit, n_gold, n_pred),
            "complete": prf(n_complete, n_gold, n_pred),
            **{k: share(marks[k]) for k in ("value", "bound", "measure", "noun", "source", "credited", "per", "when")},
        },
        "events": {
            "gold": ev_gold,
            "event": prf(ev_hit, ev_gold, ev_pred),
            "dated": prf(ev_dated, ev_gold, ev_pred),
            "value": share(marks["event_value"]),
            "factuality": share(marks["factuality"]),
        },
    }


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("gold", type=Path)
    args.add_argument("pred", type=Path)
    args.add_argument("--errors", type=int, default=0, metavar="N")
    args.add_argument("--json", action="store_true")
    opts = args.parse_args()
    errors: list[str] = []
    result = score(read(opts.gold), {row["id"]: row for row in read(opts.pred)}, errors)
    if opts.json:
        print(json.dumps(result))
        return
    for part in ("claims", "events"):
        print(f"{part}: {result[part]['gold']} in {result['documents']} documents")
        for name, figure in result[part].items():
            if isinstance(figure, dict):
                print(f"  {name:10} P {figure['p']:5.1f}  R {figure['r']:5.1f}  F1 {figure['f1']:5.1f}")
            elif name != "gold":
                print(f"  {name:10} {figure:5.1f}")
    for line in errors[: opts.errors]:
        print(line)


if __name__ == "__main__":
    main()
