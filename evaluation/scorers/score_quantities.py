#!/usr/bin/env python3
"""Official scorer for quantities (stdlib only, deterministic).

    score_quantities.py GOLD.jsonl PRED.jsonl [--protocol span|value] [--ci] [--errors N] [--json]

Both files: one document a line, {"id", "text", "quantities": [Q...]}; PRED needs only id and quantities.
Q = {"span": [start, end] | null, "value": number|null, "low": number|null, "high": number|null,
     "mod": "=" "~" ">" ">=" "<" "<=" "range" | null, "unit": str|null, "noun": str|null}
  value  the number named; null for ranges and vague plurals, where low/high carry the meaning
  low, high  the interval meant; null = unbounded ("at least 5": value 5, low 5, high null)
  unit  measure or currency or "percentage"; noun  what is counted.  10 % is value 10, unit "percentage".

Levels (each: one-to-one maximum matching inside a document, micro P/R/F1):
  span        characters overlap                                  span_exact  same offsets
  value       same value (gold range: same low and high), rel. tolerance 1e-5
  bounds      value + same low + same high                        mod   value + same class of modifier (= ~ min max range)
  unit        value + same normalised unit-or-noun                head  value + same head word of unit-or-noun
Under --protocol span (default) a pair must also overlap unless the gold has no span; --protocol value ignores spans
(the protocol of the CQE paper).  A level that needs something the gold item lacks leaves that gold item, and the
prediction that takes it at value level, out of its counts.  Gold items with no number at all (value, low and high null)
count for span only; a prediction overlapping one is neither right nor wrong at the other levels.

Two optional keys of a gold document: "ignore": [[start, end], ...] (a prediction that overlaps one of these and no gold
span is dropped) and "partial": true (not every quantity is annotated: only predictions that overlap a gold span count).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from typing import Any, Callable, Iterable, Optional, Sequence

Quantity = dict[str, Any]
Edge = Callable[[Quantity, Quantity], bool]
LEVELS = ("span", "span_exact", "value", "bounds", "mod", "unit", "head")
RTOL, ATOL = 1e-5, 1e-8

_ALIAS = {
    "%": "percentage",
    "percent": "percentage",
    "per cent": "percentage",
    "pct": "percentage",
    "percentages": "percentage",
    "pc": "percentage",
    "$": "dollar",
    "us$": "dollar",
    "usd": "dollar",
    "us dollar": "dollar",
    "united states dollar": "dollar",
    "american dollar": "dollar",
    "£": "pound sterling",
    "gbp": "pound sterling",
    "british pound": "pound sterling",
    "€": "euro",
    "eur": "euro",
    "km": "kilometer",
    "m": "meter",
    "cm": "centimeter",
    "mm": "millimeter",
    "mi": "mile",
    "kg": "kilogram",
    "g": "gram",
    "ft": "foot",
    "feet": "foot",
    "inch": "inch",
    "in": "inch",
    "sq km": "square kilometer",
    "km2": "square kilometer",
    "km²": "square kilometer",
    "sq mile": "square mile",
    "tonne": "metric ton",
    "person": "people",
    "persons": "people",
    "c": "celsius",
    "f": "fahrenheit",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "hour": "hour",
    "hr": "hour",
}
_IRREG = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "gunmen": "gunman",
    "people": "people",
    "feet": "foot",
    "inches": "inch",
    "lives": "life",
    "wives": "wife",
    "buses": "bus",
    "gas": "gas",
    "news": "news",
    "kms": "km",
    "troops": "troop",
    "series": "series",
    "aircraft": "aircraft",
}


def singular(word: str) -> str:
    """A crude English singular, the same for both sides."""
    if word in _IRREG:
        return _IRREG[word]
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and re.search(r"(?:ss|x|ch|sh|z)es$", word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def what(q: Quantity) -> Optional[str]:
    """The normalised unit, else the normalised counted noun, else None."""
    raw = q.get("unit") or q.get("noun")
    if not raw or str(raw).strip() in ("-", ""):
        return None
    text = re.sub(r"\s+", " ", str(raw).lower().replace("_", " ").replace("-", " ").replace("/", " per ")).strip()
    if text in _ALIAS:
        return _ALIAS[text]
    words = [singular(w).replace("metre", "meter").replace("litre", "liter") for w in text.split(" ") if w not in ("the", "a", "an", "of")]
    joined = " ".join(words)
    return _ALIAS.get(joined, joined) or None


def head(q: Quantity) -> Optional[str]:
    text = what(q)
    return None if text is None else text.split(" per ")[0].split(" ")[-1]


def close(a: Optional[float], b: Optional[float]) -> bool:
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= ATOL + RTOL * max(abs(float(a)), abs(float(b)))


def mod_class(q: Quantity) -> Optional[str]:
    mod = q.get("mod")
    return (
        {"=": "=", "~": "~", ">": "min", ">=": "min", "<": "max", "<=": "max", "range": "range"}.get(mod) if isinstance(mod, str) else None
    )


def numberless(q: Quantity) -> bool:
    return q.get("value") is None and q.get("low") is None and q.get("high") is None


def overlap(g: Quantity, p: Quantity) -> bool:
    gs, ps = g.get("span"), p.get("span")
    return bool(gs and ps and gs[0] < ps[1] and ps[0] < gs[1])


def same_value(g: Quantity, p: Quantity) -> bool:
    if g.get("value") is not None:
        return p.get("value") is not None and close(g["value"], p["value"])
    return p.get("value") is None and close(g.get("low"), p.get("low")) and close(g.get("high"), p.get("high"))


def match(gold: Sequence[Quantity], pred: Sequence[Quantity], edge: Edge) -> dict[int, int]:
    """Maximum one-to-one matching, gold index -> pred index (augmenting paths, in order: deterministic)."""
    adj = [[j for j, p in enumerate(pred) if edge(g, p)] for g in gold]
    owner: dict[int, int] = {}

    def take(i: int, seen: set[int]) -> bool:
        for j in adj[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in owner or take(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in range(len(gold)):
        take(i, set())
    return {i: j for j, i in owner.items()}


def _level_edge(level: str, spans: bool) -> Edge:
    def near(g: Quantity, p: Quantity) -> bool:
        return not spans or not g.get("span") or overlap(g, p)

    if level == "span":
        return overlap
    if level == "span_exact":
        return lambda g, p: bool(g.get("span")) and list(g["span"]) == list(p.get("span") or ())
    if level == "value":
        return lambda g, p: near(g, p) and same_value(g, p)
    if level == "bounds":
        return lambda g, p: near(g, p) and same_value(g, p) and close(g.get("low"), p.get("low")) and close(g.get("high"), p.get("high"))
    if level == "mod":
        return lambda g, p: near(g, p) and same_value(g, p) and mod_class(g) == (mod_class(p) or "=")
    if level == "unit":
        return lambda g, p: near(g, p) and same_value(g, p) and what(g) == what(p)
    if level == "head":
        return lambda g, p: near(g, p) and same_value(g, p) and head(g) == head(p)
    raise ValueError(level)


def _has(level: str, g: Quantity) -> bool:
    if level in ("span", "span_exact"):
        return bool(g.get("span"))
    if numberless(g):
        return False
    if level in ("mod", "bounds"):
        return mod_class(g) is not None
    if level in ("unit", "head"):
        return what(g) is not None
    return True


def count_doc(gold: Sequence[Quantity], pred: Sequence[Quantity], protocol: str = "span") -> dict[str, tuple[int, int, int]]:
    """Per level (true positives, gold, predicted) for one document."""
    spans = protocol == "span"
    value_match = match([g for g in gold], list(pred), lambda g, p: not numberless(g) and _level_edge("value", spans)(g, p))
    blind = [g for g in gold if numberless(g)]
    out: dict[str, tuple[int, int, int]] = {}
    for level in LEVELS:
        g_in = [g for g in gold if _has(level, g)]
        drop: set[int] = set()
        if level in ("span", "span_exact"):
            if any(not g.get("span") for g in gold):
                drop = {j for i, j in value_match.items() if not gold[i].get("span")}
        else:
            drop = {j for j, p in enumerate(pred) if any(overlap(g, p) for g in blind) and j not in value_match.values()}
            drop |= {j for i, j in value_match.items() if not _has(level, gold[i])}
        p_in = [p for j, p in enumerate(pred) if j not in drop]
        out[level] = (len(match(g_in, p_in, _level_edge(level, spans))), len(g_in), len(p_in))
    return out


def admissible(doc: dict[str, Any], pred: Sequence[Quantity]) -> list[Quantity]:
    """The predictions that count for this document."""
    gold: Sequence[Quantity] = doc.get("quantities", [])
    ignore: Sequence[Sequence[int]] = doc.get("ignore") or ()
    kept = []
    for p in pred:
        span = p.get("span")
        if span and not any(overlap(g, p) for g in gold):
            if doc.get("partial") or any(a < span[1] and span[0] < b for a, b in ignore):
                continue
        kept.append(p)
    return kept


def prf(tp: int, n_gold: int, n_pred: int) -> tuple[float, float, float]:
    p = tp / n_pred if n_pred else 0.0
    r = tp / n_gold if n_gold else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def score(
    docs: Iterable[tuple[Sequence[Quantity], Sequence[Quantity]]], protocol: str = "span", ci: bool = False, rounds: int = 1000
) -> dict[str, dict[str, Any]]:
    per = [count_doc(g, p, protocol) for g, p in docs]
    result: dict[str, dict[str, Any]] = {}
    for level in LEVELS:
        tp, ng, np_ = (sum(d[level][k] for d in per) for k in range(3))
        p, r, f = prf(tp, ng, np_)
        result[level] = {"P": round(100 * p, 2), "R": round(100 * r, 2), "F1": round(100 * f, 2), "tp": tp, "gold": ng, "pred": np_}
        if ci and per:
            rng = random.Random(0)
            fs = []
            for _ in range(rounds):
                pick = [per[rng.randrange(len(per))][level] for _ in per]
                fs.append(prf(sum(x[0] for x in pick), sum(x[1] for x in pick), sum(x[2] for x in pick))[2])
            fs.sort()
            result[level]["F1_95"] = [round(100 * fs[int(0.025 * rounds)], 2), round(100 * fs[int(0.975 * rounds) - 1], 2)]
    return result


def load(path: str) -> list[dict[str, Any]]:
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def main(argv: Optional[Sequence[str]] = None) -> int:
    ap = argparse.ArgumentParser(description="Score quantity extraction.")
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--protocol", choices=("span", "value"), default="span")
    ap.add_argument("--ci", action="store_true", help="document bootstrap, 1000 rounds, fixed seed")
    ap.add_argument("--errors", type=int, default=0, help="print N missed and N spurious items")
    ap.add_argument("--json", action="store_true")
    ns = ap.parse_args(argv)
    gold = load(ns.gold)
    if len({d["id"] for d in gold}) != len(gold):
        print("gold ids are not unique", file=sys.stderr)
        return 2
    pred = {d["id"]: d.get("quantities", []) for d in load(ns.pred)}
    unknown = sorted(set(pred) - {d["id"] for d in gold})
    if unknown:
        print(f"predictions for unknown documents: {unknown[:3]}", file=sys.stderr)
        return 2
    pairs = [(d.get("quantities", []), admissible(d, pred.get(d["id"], []))) for d in gold]
    res = score(pairs, ns.protocol, ns.ci)
    if ns.json:
        print(json.dumps(res))
    else:
        print(f"{'level':<11}{'P':>8}{'R':>8}{'F1':>8}{'tp':>7}{'gold':>7}{'pred':>7}")
        for level, row in res.items():
            extra = "  F1 95%% [%.1f, %.1f]" % tuple(row["F1_95"]) if "F1_95" in row else ""
            print(f"{level:<11}{row['P']:>8.2f}{row['R']:>8.2f}{row['F1']:>8.2f}{row['tp']:>7}{row['gold']:>7}{row['pred']:>7}{extra}")
    if ns.errors:
        missed, extra_items = [], []
        edge = _level_edge("value", ns.protocol == "span")
        for d, (g, p) in zip(gold, pairs):
            m = match(g, p, lambda a, b: not numberless(a) and edge(a, b))
            missed += [(d, q) for i, q in enumerate(g) if i not in m and not numberless(q)]
            extra_items += [(d, q) for j, q in enumerate(p) if j not in m.values()]
        for name, items in (("MISSED", missed), ("SPURIOUS", extra_items)):
            for d, q in items[: ns.errors]:
                s, e = q.get("span") or (0, 0)
                print(
                    name,
                    d["id"],
                    repr(d["text"][max(0, s - 30) : s] + "[[" + d["text"][s:e] + "]]" + d["text"][e : e + 30]),
                    q.get("value"),
                    q.get("low"),
                    q.get("high"),
                    q.get("unit"),
                    q.get("noun"),
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
