#!/usr/bin/env python3
"""Score extracted quotations against a gold file (both JSON Lines in the common format).

    score_quotes.py GOLD.jsonl PRED.jsonl [--unit quote|segment] [--kinds direct,mixed,indirect]
                    [--match-floor 0.8] [--all] [--ggt] [--errors N] [--json]

A line of GOLD: {"id", "text", "quotes": [{"content": [[s, e], ...], "cue": [[s, e], ...], "speaker": [[s, e], ...],
"kind": "direct"|"mixed"|"indirect"|null, and if wanted "speaker_name": str, "optional": bool}, ...]}.  A line of PRED needs only "id" and
"quotes" of the same form.  Offsets are code points into GOLD's text, end exclusive.

How the figures are made
  * A quote is the set of word tokens (regex \\w+) that its content spans touch, so quote marks, punctuation and white
    space at the edges never matter.  Quotes without a word token are left out on both sides.
  * Gold and predicted quotes are paired one to one, greedily by Jaccard overlap of their token sets (ties: earlier
    gold, then earlier prediction).
      exact      the two token sets are equal
      overlap    Jaccard overlap >= the floor (0.8)
      token      micro P/R/F1 over tokens that belong to any quote: pairs play no part
  * Per kind: recall is over the gold quotes of that kind, precision over the predicted quotes of that kind, F1 is of
    the two.  A gold quote has its own kind if it states one, else one derived from the quote marks in the text; a
    prediction's kind is always derived.  direct: >= 97 % of the letters and digits stand between double quote marks;
    indirect: none; else mixed.
  * speaker    of the pairs that meet the overlap floor and whose gold quote has a speaker: the head words agree.
    The head word of a mention is its last word before the first comma, bracket, dash, preposition, relative pronoun or
    conjunction, without a possessive ending, case-folded.  'Pentagon spokesman John Kirby, who ...' -> kirby.
  * name       as speaker, for gold quotes with "speaker_name" (the person or body a pronoun, or nothing, stands for):
    its head word and that of the prediction's "speaker_name", or failing that of the text of its speaker span.
  * no-speaker of the pairs whose gold quote has neither speaker nor speaker_name: the prediction has no speaker.
  * overlap+speaker  P/R/F1 of quotes that meet the overlap floor and have the right speaker: head words agree where
    gold has a speaker span, else names agree where gold has a speaker_name, else none on either side.
  * cue        of the pairs whose gold quote has a cue: some cue token is shared.
  * "optional": true on a gold quote: nobody has to find it.  It is not in recall, and a prediction paired with it at
    an overlap of 0.5 or more is not in precision; tokens that only optional quotes hold play no part.  --all counts
    optional quotes like any other.
  * --unit segment makes every contiguous content span a quote of its own (for gold data that does not join the two
    halves of «"...," he said. "..."»); the halves keep cue and speaker.  Spans with only white space between are one.
  * --ggt adds the Gender Gap Tracker's own lines: gold quotes in order take the remaining prediction that covers most
    of their characters, if that is more than 0.3 (0.8) of them; speaker match = spans touch, or both have none.

Standard library only; no randomness, so the same input gives the same output.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Row = dict[str, Any]
KINDS = ("direct", "mixed", "indirect")
WORD = re.compile(r"\w+")
OPENING = "“„«‟"
CLOSING = "”»"
NAME_WORD = re.compile(r"[^\W_]+(?:[.'’\-&][^\W_]+)*")
HEAD_STOP = frozenset(
    "of for from in at on with who whom whose which that to by and or but as during after before about near inside "
    "behind against under over between among via within including told said".split()
)
HEAD_TAIL = frozenset("jr sr ii iii iv himself herself itself themselves also alike both".split())
HEAD_CUT = re.compile(r"[,;:()\[\]—–\n]| - | -- ")


class FormatError(ValueError):
    """The input does not follow the common format."""


@dataclass(frozen=True)
class Quote:
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    name: str | None
    kind: str
    stated_kind: str | None
    tokens: frozenset[int]
    cue_tokens: frozenset[int]
    optional: bool


@dataclass(frozen=True)
class Doc:
    id: str
    text: str
    quotes: tuple[Quote, ...]


def quoted_regions(text: str) -> list[Span]:
    """Stretches between double quote marks, paragraph by paragraph; a mark left open runs to the paragraph's end."""
    out: list[Span] = []
    for par in re.finditer(r"[^\n]+", text):
        start: int | None = None
        i = par.start()
        while i < par.end():
            two = text[i : i + 2]
            width = 2 if two in ("``", "''") else 1
            char = text[i]
            if start is None:
                if two in ("``", "''") or char in OPENING or char == '"':
                    start = i
            elif two == "''" or char in CLOSING or char == '"':
                out.append((start, i + width))
                start = None
            i += width
        if start is not None:
            out.append((start, par.end()))
    return out


def kind_of(text: str, content: Sequence[Span], regions: Sequence[Span]) -> str:
    inside = total = 0
    for s, e in content:
        for i in range(s, e):
            if text[i].isalnum():
                total += 1
                inside += any(a <= i < b for a, b in regions)
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.97 * total else "mixed"


def head_word(mention: str) -> str:
    """Head word of a speaker mention, case-folded ('' if there is none)."""
    part = mention.strip(" \t\n\"“”'‘’«»")
    cut = HEAD_CUT.search(part)
    if cut and cut.start() > 0:
        part = part[: cut.start()]
    words: list[str] = []
    for m in NAME_WORD.finditer(part):
        word = m.group()
        if words and word.casefold() in HEAD_STOP:
            break
        words.append(word)
    while len(words) > 1 and words[-1].casefold() in HEAD_TAIL:
        words.pop()
    if not words:
        return ""
    head = re.sub(r"['’]s?$", "", words[-1])
    return head.casefold()


def mention_text(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[s:e] for s, e in spans)


class Tokens:
    """Word tokens of one text, addressable by span."""

    def __init__(self, text: str) -> None:
        self.spans: list[Span] = [m.span() for m in WORD.finditer(text)]
        self.at: dict[int, int] = {i: n for n, (s, e) in enumerate(self.spans) for i in range(s, e)}

    def touching(self, spans: Iterable[Span]) -> frozenset[int]:
        return frozenset(self.at[i] for s, e in spans for i in range(s, e) if i in self.at)


def read_spans(raw: object, length: int, where: str) -> tuple[Span, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list):
        raise FormatError(f"{where}: spans must be a list")
    out: list[Span] = []
    for item in raw:
        if not (isinstance(item, list) and len(item) == 2 and all(type(x) is int for x in item)):
            raise FormatError(f"{where}: a span must be [start, end], not {item!r}")
        s, e = item
        if not 0 <= s < e <= length:
            raise FormatError(f"{where}: span {item} outside the text (0..{length}) or empty")
        out.append((s, e))
    return tuple(sorted(out))


def join_near(text: str, spans: Sequence[Span]) -> list[Span]:
    out: list[Span] = []
    for s, e in spans:
        if out and not text[out[-1][1] : s].strip():
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out.append((s, e))
    return out


def build_doc(row: Row, text: str, unit: str, gold: bool) -> Doc:
    tokens, regions = Tokens(text), quoted_regions(text)
    quotes: list[Quote] = []
    for n, q in enumerate(row.get("quotes") or []):
        where = f"{row['id']} quote {n}"
        content = read_spans(q.get("content"), len(text), where)
        cue = read_spans(q.get("cue"), len(text), where)
        speaker = read_spans(q.get("speaker"), len(text), where)
        stated = q.get("kind")
        if stated not in (None, *KINDS):
            raise FormatError(f"{where}: kind {stated!r}")
        name = q.get("speaker_name") or None
        units = [content] if unit == "quote" else [(s,) for s in join_near(text, content)]
        for spans in units:
            toks = tokens.touching(spans)
            if not toks:
                continue
            derived = kind_of(text, spans, regions)
            kind = stated if gold and stated and unit == "quote" else derived
            quotes.append(
                Quote(tuple(spans), cue, speaker, name, kind, stated, toks, tokens.touching(cue), gold and bool(q.get("optional")))
            )
    quotes.sort(key=lambda q: (q.content, q.speaker))
    return Doc(row["id"], text, tuple(quotes))


def load(path: Path) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    with path.open(encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            if not line.strip():
                continue
            row = json.loads(line)
            if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                raise FormatError(f"{path}:{n}: no id")
            if row["id"] in rows:
                raise FormatError(f"{path}:{n}: id {row['id']} twice")
            rows[row["id"]] = row
    return rows


def pair_up(gold: Sequence[Quote], pred: Sequence[Quote]) -> list[tuple[int, int, float]]:
    owners: dict[int, list[int]] = {}
    for j, p in enumerate(pred):
        for t in p.tokens:
            owners.setdefault(t, []).append(j)
    candidates: list[tuple[float, int, int]] = []
    for i, g in enumerate(gold):
        shared: dict[int, int] = {}
        for t in g.tokens:
            for j in owners.get(t, ()):
                shared[j] = shared.get(j, 0) + 1
        for j, n in shared.items():
            candidates.append((n / (len(g.tokens) + len(pred[j].tokens) - n), i, j))
    candidates.sort(key=lambda c: (-c[0], c[1], c[2]))
    used_g: set[int] = set()
    used_p: set[int] = set()
    pairs: list[tuple[int, int, float]] = []
    for score, i, j in candidates:
        if i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            pairs.append((i, j, score))
    return sorted(pairs)


@dataclass
class Rate:
    """hits out of n, in per cent"""

    hits: int = 0
    n: int = 0

    def add(self, hit: bool) -> None:
        self.hits += hit
        self.n += 1

    @property
    def value(self) -> float | None:
        return 100 * self.hits / self.n if self.n else None


@dataclass
class PRF:
    """precision from (pred_hits, pred), recall from (gold_hits, gold)"""

    gold_hits: int = 0
    gold: int = 0
    pred_hits: int = 0
    pred: int = 0

    @property
    def p(self) -> float:
        return 100 * self.pred_hits / self.pred if self.pred else 0.0

    @property
    def r(self) -> float:
        return 100 * self.gold_hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0


@dataclass
class Scores:
    exact: PRF = field(default_factory=PRF)
    overlap: PRF = field(default_factory=PRF)
    token: PRF = field(default_factory=PRF)
    speaker: Rate = field(default_factory=Rate)
    no_speaker: Rate = field(default_factory=Rate)
    name: Rate = field(default_factory=Rate)
    cue: Rate = field(default_factory=Rate)
    end_to_end: PRF = field(default_factory=PRF)


def score(docs: Iterable[tuple[Doc, Doc]], floor: float, log: list[str] | None = None) -> dict[str, Scores]:
    table = {k: Scores() for k in ("all", *KINDS)}
    for gold, pred in docs:
        text = gold.text
        pairs = pair_up(gold.quotes, pred.quotes)
        of_gold = {i: (j, s) for i, j, s in pairs}
        of_pred = {j: (i, s) for i, j, s in pairs}
        speaker_ok: set[int] = set()
        for i, g in enumerate(gold.quotes):
            if g.optional:
                continue
            j, s = of_gold.get(i, (-1, 0.0))
            for key in ("all", g.kind):
                row = table[key]
                row.exact.gold += 1
                row.exact.gold_hits += s == 1.0
                row.overlap.gold += 1
                row.overlap.gold_hits += s >= floor
            if s < floor:
                if log is not None:
                    log.append(f"MISSED  {gold.id} [{g.kind}] {mention_text(text, g.speaker)!r} | {mention_text(text, g.content)!r}")
                continue
            p = pred.quotes[j]
            gold_head, pred_head = head_word(mention_text(text, g.speaker)), head_word(mention_text(text, p.speaker))
            named = bool(g.name) and head_word(g.name or "") == head_word(p.name or mention_text(text, p.speaker))
            right = gold_head == pred_head if gold_head or not g.name else named
            if right:
                speaker_ok.add(i)
            for key in ("all", g.kind):
                row = table[key]
                if gold_head:
                    row.speaker.add(right)
                elif not g.name:
                    row.no_speaker.add(right)
                if g.name:
                    row.name.add(named)
                if g.cue_tokens:
                    row.cue.add(bool(g.cue_tokens & p.cue_tokens))
            if log is not None and not right:
                log.append(
                    f"SPEAKER {gold.id} [{g.kind}] gold {mention_text(text, g.speaker)!r} pred {mention_text(text, p.speaker)!r} | {mention_text(text, g.content)!r}"
                )
        for j, p in enumerate(pred.quotes):
            i, s = of_pred.get(j, (-1, 0.0))
            if i >= 0 and gold.quotes[i].optional:
                if s >= 0.5:
                    continue
                s = 0.0
            for key in ("all", p.kind):
                row = table[key]
                row.exact.pred += 1
                row.exact.pred_hits += s == 1.0
                row.overlap.pred += 1
                row.overlap.pred_hits += s >= floor
                row.end_to_end.pred += 1
                row.end_to_end.pred_hits += i in speaker_ok
            if s < floor and log is not None:
                log.append(f"FALSE   {gold.id} [{p.kind}] {mention_text(text, p.speaker)!r} | {mention_text(text, p.content)!r}")
        for i, g in enumerate(gold.quotes):
            if g.optional:
                continue
            for key in ("all", g.kind):
                table[key].end_to_end.gold += 1
                table[key].end_to_end.gold_hits += i in speaker_ok
        wanted = [q for q in gold.quotes if not q.optional]
        all_gold = frozenset(t for q in wanted for t in q.tokens)
        ignored = frozenset(t for q in gold.quotes if q.optional for t in q.tokens) - all_gold
        all_pred = frozenset(t for q in pred.quotes for t in q.tokens) - ignored
        for key in ("all", *KINDS):
            mine = all_gold if key == "all" else frozenset(t for q in wanted if q.kind == key for t in q.tokens)
            theirs = all_pred if key == "all" else frozenset(t for q in pred.quotes if q.kind == key for t in q.tokens) - ignored
            prf = table[key].token
            prf.gold += len(mine)
            prf.gold_hits += len(mine & all_pred)
            prf.pred += len(theirs)
            prf.pred_hits += len(theirs & all_gold)
    return table


def ggt(docs: Iterable[tuple[Doc, Doc]], threshold: float) -> tuple[PRF, Rate]:
    """The Gender Gap Tracker's quote match (asymmetric character coverage) and speaker accuracy."""
    prf, speaker = PRF(), Rate()
    for gold, pred in docs:
        left = list(pred.quotes)
        for g in gold.quotes:
            chars = {c for s, e in g.content for c in range(s, e)}
            best: Quote | None = None
            top = threshold
            for p in left:
                got = sum(c in chars for s, e in p.content for c in range(s, e)) / len(chars)
                if got > top:
                    best, top = p, got
            prf.gold += 1
            if best is None:
                continue
            left.remove(best)
            prf.gold_hits += 1
            touch = any(a < d and c < b for a, b in g.speaker for c, d in best.speaker)
            speaker.add(touch or (not g.speaker and not best.speaker))
        prf.pred += len(pred.quotes)
        prf.pred_hits += len(pred.quotes) - len(left)
    return prf, speaker


def as_dict(table: dict[str, Scores]) -> dict[str, dict[str, object]]:
    out: dict[str, dict[str, object]] = {}
    for kind, s in table.items():
        row: dict[str, object] = {"gold": s.exact.gold, "pred": s.exact.pred}
        for name in ("exact", "overlap", "token", "end_to_end"):
            prf: PRF = getattr(s, name)
            row[name] = {"p": round(prf.p, 2), "r": round(prf.r, 2), "f1": round(prf.f1, 2)}
        for name in ("speaker", "no_speaker", "name", "cue"):
            rate: Rate = getattr(s, name)
            row[name] = {"accuracy": None if rate.value is None else round(rate.value, 2), "n": rate.n}
        out[kind] = row
    return out


def render(table: dict[str, Scores], floor: float) -> str:
    def prf(x: PRF) -> str:
        return f"{x.p:5.1f} {x.r:5.1f} {x.f1:5.1f}"

    def rate(x: Rate) -> str:
        return f"{x.value:5.1f} ({x.n})" if x.value is not None else "    -"

    head = (
        f"{'kind':9}{'gold':>6}{'pred':>6} | {'exact':^5} P/R/F1     | {f'overlap>={floor:g} P/R/F1':18} | token P/R/F1       | "
        f"overlap+speaker   | speaker acc  | no-speaker   | name acc     | cue acc"
    )
    lines = [head]
    for kind, s in table.items():
        lines.append(
            f"{kind:9}{s.exact.gold:6}{s.exact.pred:6} | {prf(s.exact):18} | {prf(s.overlap):18} | {prf(s.token):18} | "
            f"{prf(s.end_to_end):17} | {rate(s.speaker):12} | {rate(s.no_speaker):12} | {rate(s.name):12} | {rate(s.cue)}"
        )
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    ap = argparse.ArgumentParser(description="Score extracted quotations against a gold file.")
    ap.add_argument("gold", type=Path)
    ap.add_argument("pred", type=Path)
    ap.add_argument("--unit", choices=("quote", "segment"), default="quote")
    ap.add_argument("--kinds", default=",".join(KINDS), help="gold and predicted quotes of other kinds are left out")
    ap.add_argument("--match-floor", type=float, default=0.8)
    ap.add_argument("--all", action="store_true", help="optional gold quotes count like any other")
    ap.add_argument("--ggt", action="store_true")
    ap.add_argument("--errors", type=int, default=0, help="print the first N errors")
    ap.add_argument("--json", action="store_true")
    args = ap.parse_args(argv)
    kinds = set(args.kinds.split(","))
    if not kinds <= set(KINDS):
        ap.error(f"--kinds takes {','.join(KINDS)}")
    try:
        gold_rows, pred_rows = load(args.gold), load(args.pred)
        extra = sorted(set(pred_rows) - set(gold_rows))
        if extra:
            raise FormatError(f"predictions for documents the gold file lacks: {extra[:3]}")
        missing = sorted(set(gold_rows) - set(pred_rows))
        if missing:
            print(f"warning: {len(missing)} documents without predictions count as empty: {missing[:3]}", file=sys.stderr)
        docs: list[tuple[Doc, Doc]] = []
        for doc_id in sorted(gold_rows):
            row = gold_rows[doc_id]
            text = row.get("text")
            if not isinstance(text, str):
                raise FormatError(f"{doc_id}: no text")
            other = pred_rows.get(doc_id, {"id": doc_id, "quotes": []})
            if isinstance(other.get("text"), str) and other["text"] != text:
                raise FormatError(f"{doc_id}: the prediction's text differs from the gold text")
            if args.all:
                row = {**row, "quotes": [{**q, "optional": False} for q in row.get("quotes") or []]}
            pair = [build_doc(row, text, args.unit, gold=True), build_doc(other, text, args.unit, gold=False)]
            g, p = (Doc(d.id, d.text, tuple(q for q in d.quotes if q.kind in kinds)) for d in pair)
            docs.append((g, p))
    except (FormatError, json.JSONDecodeError) as err:
        print(f"error: {err}", file=sys.stderr)
        return 2
    log: list[str] | None = [] if args.errors else None
    table = score(docs, args.match_floor, log)
    result: dict[str, object] = {"documents": len(docs), "unit": args.unit, "kinds": as_dict(table)}
    lines = [f"{len(docs)} documents, unit {args.unit}", render(table, args.match_floor)]
    if args.ggt:
        for threshold in (0.3, 0.8):
            prf, speaker = ggt(docs, threshold)
            result[f"ggt_{threshold}"] = {
                "p": round(prf.p, 2),
                "r": round(prf.r, 2),
                "f1": round(prf.f1, 2),
                "speaker": None if speaker.value is None else round(speaker.value, 2),
            }
            lines.append(
                f"GGT>{threshold}: P {prf.p:.1f} R {prf.r:.1f} F1 {prf.f1:.1f}, speaker accuracy {speaker.value or 0:.1f} ({speaker.n})"
            )
    print(json.dumps(result, indent=1) if args.json else "\n".join(lines))
    for line in (log or [])[: args.errors]:
        print(line.replace("\n", "\\n"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
