#!/usr/bin/env python3
"""TempEval-3 scorer for temporal expressions: gold.jsonl + pred.jsonl -> strict/relaxed span, type and value scores.

Both files hold one document a line: {"id", "text"?, "dates": [{"span": [s, e], "type", "value"}]}; spans are character
offsets into the gold text, end exclusive. Documents are joined by "id"; a gold document without a prediction counts as
an empty prediction; a predicted document unknown to the gold file is an error.

Definitions, as in the TempEval-3 toolkit (TimeML-Normalizer.jar + evaluate_entities.py, github naushadzaman/tempeval3_toolkit):
* alignment: one to one, greedy, left to right over tokens. When an expression begins, it is tied to the expression of the
  other side that is open there, unless that one is already tied (a later expression never reaches back).
* relaxed match: tied pair (their token ranges overlap). strict match: tied pair with the same text.
* type accuracy, value accuracy: share of the *tied* pairs with equal type / equal value (exact strings).
* type F1 = type accuracy x relaxed F1, value F1 = value accuracy x relaxed F1. Value F1 is the headline measure.
* counts are pooled over all documents (micro average). The document creation time is not scored: leave it out of both files.

Per type: gold expressions of that type against predicted expressions of that type (tied pairs whose types agree).
Beyond the toolkit: strict_value_f1 (same text and same value) and lenient_value_f1 (values compared after `canonical`,
equivalent spellings of one value); neither is the headline.

Checked against the toolkit itself (Java normaliser, Python 3 port of the evaluator): equal to the hundredth on HeidelTime,
recognizers, dateparser and timexy outputs over TempEval-3 platinum and WikiWars 17-22. The only differences seen were on
fuzzed predictions that begin or end inside a word (the toolkit may then drop one expression).

Usage: score_dates.py GOLD PRED [--json] [--errors N] [--skip-empty-gold] [--by-doc]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

TYPES = ("DATE", "TIME", "DURATION", "SET")
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Timex:
    start: int
    end: int
    type: str
    value: str


@dataclass
class Doc:
    id: str
    text: str
    timexes: list[Timex]


@dataclass
class Counts:
    gold: int = 0
    pred: int = 0
    relaxed: int = 0
    strict: int = 0
    type_ok: int = 0
    value_ok: int = 0
    strict_value_ok: int = 0
    lenient_ok: int = 0
    by_type: dict[str, list[int]] = field(default_factory=lambda: {t: [0, 0, 0, 0, 0, 0] for t in TYPES})
    # by_type: gold, pred, tied & same type, strict & same type, value ok & same type, value ok (any type, by gold type)
    confusion: dict[str, int] = field(default_factory=dict)


def read(path: Path) -> dict[str, Doc]:
    """Documents of a JSONL file by id; expressions sorted, empty and overlapping ones refused."""
    docs: dict[str, Doc] = {}
    with path.open(encoding="utf8") as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            row = json.loads(line)
            found = [Timex(d["span"][0], d["span"][1], d.get("type") or "DATE", d.get("value") or "") for d in row.get("dates", [])]
            found.sort(key=lambda t: (t.start, -t.end))
            previous = 0
            for t in found:
                if not 0 <= t.start < t.end:
                    raise SystemExit(f"{path}:{number}: bad span {t}")
                if t.start < previous:
                    raise SystemExit(f"{path}:{number}: overlapping span {t}")
                previous = t.end
            if row["id"] in docs:
                raise SystemExit(f"{path}:{number}: id {row['id']!r} twice")
            docs[row["id"]] = Doc(row["id"], row.get("text") or "", found)
    return docs


def token_ranges(text: str, timexes: list[Timex]) -> list[tuple[int, int]]:
    """First and last token index of every expression (tokens: runs of word characters, or single other characters)."""
    starts: list[int] = []
    ends: list[int] = []
    for m in TOKEN.finditer(text):
        starts.append(m.start())
        ends.append(m.end())
    out: list[tuple[int, int]] = []
    i = 0
    for t in timexes:
        while i < len(ends) and ends[i] <= t.start:
            i += 1
        j = i
        while j + 1 < len(starts) and starts[j + 1] < t.end:
            j += 1
        out.append((i, j))
    return out


def tie(text: str, gold: list[Timex], pred: list[Timex]) -> list[tuple[int, int]]:
    """Pairs (gold index, predicted index), as TimeML-Normalizer gives equal ids. Gold is its first annotation."""
    ranges = (token_ranges(text, gold), token_ranges(text, pred))
    events = sorted([(r[0], 0, i) for i, r in enumerate(ranges[0])] + [(r[0], 1, i) for i, r in enumerate(ranges[1])])
    open_index: list[int | None] = [None, None]
    tied: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[int, int]] = []
    position = 0
    while position < len(events):
        token = events[position][0]
        same = []
        while position < len(events) and events[position][0] == token:
            same.append(events[position])
            position += 1
        for side in (0, 1):  # expressions that ended before this token, or that are followed by a new one here, are closed
            at = open_index[side]
            if at is not None and (ranges[side][at][1] < token or any(e[1] == side for e in same)):
                open_index[side] = None
        for _, side, index in same:
            other = open_index[1 - side]
            open_index[side] = index
            if other is not None and other not in tied[1 - side]:
                tied[side].add(index)
                tied[1 - side].add(other)
                pairs.append((index, other) if side == 0 else (other, index))
    return pairs


def canonical(value: str) -> str:
    """One spelling for equivalent TIMEX3 values: BC years, decades/centuries, P1DE = P10Y, P1C = P100Y, P7D = P1W, P24H..."""
    v = value.strip()
    m = re.fullmatch(r"P(\d+)(DE|CE|C|L)", v)
    if m:
        v = f"P{int(m[1]) * {'DE': 10, 'CE': 100, 'C': 100, 'L': 1000}[m[2]]}Y"
    m = re.fullmatch(r"P(\d+)W", v)
    if m:
        v = f"P{int(m[1]) * 7}D"
    m = re.fullmatch(r"PT(\d+)H", v)
    if m and int(m[1]) % 24 == 0 and int(m[1]):
        v = f"P{int(m[1]) // 24}D"
    v = re.sub(r"(-XX)+$", "", v)
    v = re.sub(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00(?:\.0+)?Z?$", r"\1T\2", v)
    v = re.sub(r"^(\d{3})X$", r"\1", v)
    v = re.sub(r"^(\d{2})XX$", r"\1", v)
    return v


def add(total: Counts, doc: Doc, pred: list[Timex], skip_empty: bool) -> tuple[list[tuple[Timex, Timex | None]], list[Timex]]:
    """Count one document; returns (gold, tied prediction or None) rows and the predictions tied to nothing."""
    pairs = tie(doc.text, doc.timexes, pred)
    by_gold = dict(pairs)
    by_pred = {p for _, p in pairs}
    rows: list[tuple[Timex, Timex | None]] = []
    skipped_pred: set[int] = set()
    for i, g in enumerate(doc.timexes):
        if skip_empty and g.value in ("", "null"):
            if i in by_gold:
                skipped_pred.add(by_gold[i])
            continue
        s = pred[by_gold[i]] if i in by_gold else None
        rows.append((g, s))
        total.gold += 1
        kind = total.by_type.setdefault(g.type, [0, 0, 0, 0, 0, 0])
        kind[0] += 1
        total.confusion[f"{g.type}>{s.type if s else '-'}"] = total.confusion.get(f"{g.type}>{s.type if s else '-'}", 0) + 1
        if s is None:
            continue
        strict = doc.text[g.start : g.end] == doc.text[s.start : s.end]
        total.relaxed += 1
        total.strict += strict
        total.type_ok += g.type == s.type
        total.value_ok += g.value == s.value
        total.strict_value_ok += strict and g.value == s.value
        total.lenient_ok += canonical(g.value) == canonical(s.value)
        kind[5] += g.value == s.value
        if g.type == s.type:
            kind[2] += 1
            kind[3] += strict
            kind[4] += g.value == s.value
    extra: list[Timex] = []
    for i, s in enumerate(pred):
        if i in skipped_pred:
            continue
        total.pred += 1
        total.by_type.setdefault(s.type, [0, 0, 0, 0, 0, 0])[1] += 1
        if i not in by_pred:
            extra.append(s)
            total.confusion[f"->{s.type}"] = total.confusion.get(f"->{s.type}", 0) + 1
    return rows, extra


def prf(hit: int, pred: int, gold: int) -> dict[str, float]:
    p = hit / pred if pred else 0.0
    r = hit / gold if gold else 0.0
    return {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": round(100 * 2 * p * r / (p + r), 2) if p + r else 0.0}


def report(c: Counts) -> dict[str, object]:
    """The measures of one set of counts, in percent."""
    relaxed = prf(c.relaxed, c.pred, c.gold)

    def share(n: int) -> float:
        return n / c.relaxed if c.relaxed else 0.0

    f1 = 2 * c.relaxed / (c.pred + c.gold) if c.pred + c.gold else 1.0
    return {
        "gold": c.gold,
        "pred": c.pred,
        "relaxed_matches": c.relaxed,
        "strict_matches": c.strict,
        "strict": prf(c.strict, c.pred, c.gold),
        "relaxed": relaxed,
        "type_accuracy": round(100 * share(c.type_ok), 2),
        "type_f1": round(100 * share(c.type_ok) * f1, 2),
        "value_accuracy": round(100 * share(c.value_ok), 2),
        "value_f1": round(100 * share(c.value_ok) * f1, 2),
        "strict_value_f1": prf(c.strict_value_ok, c.pred, c.gold)["f1"],
        "lenient_value_f1": round(100 * share(c.lenient_ok) * f1, 2),
        "per_type": {
            t: {
                "gold": k[0],
                "pred": k[1],
                "relaxed_f1": prf(k[2], k[1], k[0])["f1"],
                "strict_f1": prf(k[3], k[1], k[0])["f1"],
                "value_f1": prf(k[4], k[1], k[0])["f1"],
                "value_recall": round(100 * k[5] / k[0], 2) if k[0] else 0.0,
            }
            for t, k in c.by_type.items()
            if k[0] or k[1]
        },
        "confusion": dict(sorted(c.confusion.items())),
    }


def errors(doc: Doc, rows: list[tuple[Timex, Timex | None]], extra: list[Timex]) -> Iterator[str]:
    def show(t: Timex) -> str:
        return f"{doc.text[t.start : t.end]!r} {t.type} {t.value}"

    for g, s in rows:
        if s is None:
            yield f"MISSED\t{doc.id}\t{show(g)}"
        elif g.value != s.value:
            yield f"VALUE\t{doc.id}\t{show(g)}\t{show(s)}"
        elif g.type != s.type:
            yield f"TYPE\t{doc.id}\t{show(g)}\t{show(s)}"
        elif (g.start, g.end) != (s.start, s.end):
            yield f"SPAN\t{doc.id}\t{show(g)}\t{show(s)}"
    for s in extra:
        yield f"EXTRA\t{doc.id}\t{show(s)}"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="TempEval-3 measures for temporal expressions")
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N differences (-1: all)")
    parser.add_argument(
        "--skip-empty-gold", action="store_true", help="leave out gold expressions without a value (WikiWars) and what is tied to them"
    )
    parser.add_argument("--by-doc", action="store_true", help="also print value F1 per document")
    options = parser.parse_args(argv)
    gold, pred = read(options.gold), read(options.pred)
    unknown = sorted(set(pred) - set(gold))
    if unknown:
        raise SystemExit(f"predicted documents not in the gold file: {unknown[:5]}")
    total = Counts()
    lines: list[str] = []
    for key, doc in gold.items():
        found = pred[key].timexes if key in pred else []
        if pred.get(key) and pred[key].text and pred[key].text != doc.text:
            raise SystemExit(f"text of {key!r} differs between gold and prediction")
        if any(t.end > len(doc.text) for t in found):
            raise SystemExit(f"span beyond the text in {key!r}")
        rows, extra = add(total, doc, found, options.skip_empty_gold)
        lines.extend(errors(doc, rows, extra))
        if options.by_doc:
            one = Counts()
            add(one, doc, found, options.skip_empty_gold)
            print(f"{key}\tgold {one.gold}\tpred {one.pred}\tvalue_f1 {report(one)['value_f1']}")
    result = report(total)
    if options.json:
        print(json.dumps(result, sort_keys=True))
    else:
        strict, relaxed = result["strict"], result["relaxed"]
        assert isinstance(strict, dict) and isinstance(relaxed, dict)
        print(f"gold {total.gold}  pred {total.pred}")
        for name, m in (("strict", strict), ("relaxed", relaxed)):
            print(f"{name:8} P {m['p']:6.2f}  R {m['r']:6.2f}  F1 {m['f1']:6.2f}")
        print(f"type     acc {result['type_accuracy']:6.2f}  F1 {result['type_f1']:6.2f}")
        print(
            f"value    acc {result['value_accuracy']:6.2f}  F1 {result['value_f1']:6.2f}   (strict span and value F1 {result['strict_value_f1']}, lenient value F1 {result['lenient_value_f1']})"
        )
        per = result["per_type"]
        assert isinstance(per, dict)
        for t, m in per.items():
            print(
                f"  {t:9} gold {m['gold']:5} pred {m['pred']:5} relaxed F1 {m['relaxed_f1']:6.2f} strict F1 {m['strict_f1']:6.2f} value F1 {m['value_f1']:6.2f}"
            )
    for line in lines if options.errors < 0 else lines[: options.errors]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
