"""Score every development set that is there and lay the figures beside the last committed ones."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from evaluation.predict import LANGUAGES, predict, read
from evaluation.sets import SETS, DevSet

Row = dict[str, Any]
ROOT = Path(__file__).parents[1]
SCORES = Path("evaluation/scores.json")
BOARD = Path("docs/scoreboard.md")
GOALS: dict[str, dict[str, dict[str, float]]] = tomllib.loads((ROOT / "evaluation" / "goals.toml").read_text(encoding="utf-8"))
SHOWN = 160
"""Characters of a text that a difference shows."""


@frozen
class Result:
    """Figures of a set, and the right items of its documents in the order of the file."""

    dev: DevSet
    figures: dict[str, float]
    ids: str
    right: list[int]


def run(data: Path, only: str | None = None, diff: bool = False) -> int:
    """Score, print the table, and write it unless only one set was asked for."""
    sets = [dev for dev in SETS if only in (None, dev.name)]
    if not sets:
        print(
            f"no set is called {only!r}; there are: {', '.join(dev.name for dev in SETS)}",
            file=sys.stderr,
        )
        return 2
    there = [dev for dev in sets if _path(data, dev).exists()]
    if not there:
        print(
            f"no development sets in {data}: give their directory with --data",
            file=sys.stderr,
        )
        return 2
    before = last_committed()
    results: list[Result] = []
    skipped: list[str] = []
    for dev in there:
        gold = [row for row in read(_path(data, dev)) if (row.get("lang") or "en") in LANGUAGES]
        if not gold:
            skipped.append(dev.name)
            continue
        print(dev.name, file=sys.stderr)
        pred = predict(dev.task, gold, dev.profile)
        result = evaluate(dev, gold, pred)
        results.append(result)
        if diff:
            print("\n".join(differences(result, gold, pred, before.get("right", {}).get(dev.name))))
    table = rows(results, before.get("figures", {})) + [(name, "not supported yet", "", "", "", "") for name in skipped]
    print(plain(table))
    if only is None:
        (ROOT / BOARD).parent.mkdir(exist_ok=True)
        (ROOT / BOARD).write_text(markdown(table), encoding="utf-8")
        (ROOT / SCORES).write_text(dumps(results), encoding="utf-8")
    return 0


def evaluate(dev: DevSet, gold: Sequence[Row], pred: Sequence[Row]) -> Result:
    """The figures of one set."""
    mine = {row["id"]: row for row in pred}
    figures = {name: round(value, 1) for name, value in dev.score(gold, pred).items()}
    return Result(
        dev,
        figures,
        fingerprint(gold),
        [dev.hits(row, mine[row["id"]]) for row in gold],
    )


def fingerprint(gold: Sequence[Row]) -> str:
    """Which documents, in which order."""
    return hashlib.sha1("\n".join(str(row["id"]) for row in gold).encode(), usedforsecurity=False).hexdigest()[:8]


def last_committed() -> dict[str, Any]:
    """The scores of the last commit; failing that those of the file; failing that none."""
    shown = subprocess.run(
        ["git", "show", f"HEAD:{SCORES.as_posix()}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    text = shown.stdout if shown.returncode == 0 else (ROOT / SCORES).read_text(encoding="utf-8") if (ROOT / SCORES).exists() else "{}"
    scores: dict[str, Any] = json.loads(text)
    return scores


def differences(result: Result, gold: Sequence[Row], pred: Sequence[Row], before: Row | None) -> list[str]:
    """The documents that gained or lost right items against the last commit, with the head of their text."""
    name = result.dev.name
    if before is None or before["ids"] != result.ids:
        return [f"{name}: nothing comparable is committed"]
    old = [int(n) for n in before["right"].split()]
    lines, gained, lost = [], 0, 0
    for row, was, now in zip(gold, old, result.right, strict=True):
        if now == was:
            continue
        gained, lost = gained + max(0, now - was), lost + max(0, was - now)
        lines.append(f"  {now - was:+d}  {row['id']}  {' '.join(row['text'].split())[:SHOWN]}")
    return [f"{name}: {gained} gained, {lost} lost", *lines]


def rows(results: Sequence[Result], before: dict[str, dict[str, float]]) -> list[tuple[str, ...]]:
    """Set, figure, now, last committed, best published, goal."""
    return [
        (
            result.dev.name,
            name,
            f"{now:.1f}",
            _figure(before.get(result.dev.name, {}).get(name)),
            _figure(compared(result.dev.name, "best").get(name)),
            _figure(compared(result.dev.name, "goal").get(name)),
        )
        for result in results
        for name, now in result.figures.items()
    ]


def compared(name: str, what: str) -> dict[str, float]:
    """The figures of a set to compare with: "best" (published) or "goal"."""
    return GOALS.get(name, {}).get(what, {})


HEAD = ("set", "figure", "now", "last committed", "best published", "goal")


def plain(table: Sequence[tuple[str, ...]]) -> str:
    """The table for a terminal."""
    widths = [max(len(row[i]) for row in [HEAD, *table]) for i in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(w) if i < 2 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in [HEAD, *table]
    )


def markdown(table: Sequence[tuple[str, ...]]) -> str:
    """The table as a page."""
    lines = [
        "# Scoreboard",
        "",
        "Figures in percent over the development sets, as `python -m evaluation scoreboard` writes them; by the scorers in `evaluation/scorers`.",
        "",
        f"| {' | '.join(HEAD)} |",
        "|---|---|--:|--:|--:|--:|",
        *(f"| {' | '.join(row)} |" for row in table),
    ]
    return "\n".join(lines) + "\n"


def dumps(results: Sequence[Result]) -> str:
    """Figures and right items a document, without any text."""
    figures = {r.dev.name: r.figures for r in results}
    right = {r.dev.name: {"ids": r.ids, "right": " ".join(map(str, r.right))} for r in results}
    return json.dumps({"figures": figures, "right": right}, indent=1) + "\n"


def _path(data: Path, dev: DevSet) -> Path:
    return data / f"{dev.file}.jsonl"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
