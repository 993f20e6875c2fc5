"""Score every development set that is there and lay the figures beside the last committed ones."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
import tomllib
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from evaluation import outside, page, specs
from evaluation.predict import predict
from evaluation.sets import SETS, DevSet, gold_errors, gold_set

Row = dict[str, Any]
ROOT = Path(__file__).parents[1]
SCORES = Path("evaluation/scores.json")
BOARD = Path("docs/scoreboard.md")
GOALS: dict[str, dict[str, dict[str, float]]] = tomllib.loads((ROOT / "evaluation" / "goals.toml").read_text(encoding="utf-8"))
SHOWN = 160
"""Characters of a text that a difference shows."""


ROUNDS = 100
"""Samples of reports behind an interval."""
FEW, FEWEST_REPORTS = 400, 5
"""Below so many items a set's figures are given with their interval; of fewer reports no samples are drawn."""


@frozen
class Line:
    """One figure: what a user gets, with the set's conventions where it has some, and without forgiveness where the score forgives."""

    default: float
    n: int | None = None
    profile: float | None = None
    strict: float | None = None
    interval: tuple[float, float] | None = None


Lines = dict[str, Line]


@frozen
class Result:
    """Figures of a set, and the right items of its documents in the order of the file."""

    name: str
    lines: Lines
    ids: str = ""
    right: tuple[int, ...] = ()


def run(data: Path, only: str | None = None, *, diff: bool = False, quick: bool = False) -> int:
    """Score, print the table, and write it unless only one set was asked for or it was to be quick: without intervals and the sets of others."""
    names = [dev.name for dev in SETS] + list(outside.SCORERS)
    if only is not None and only not in names:
        print(f"no set is called {only!r}; there are: {', '.join(names)}", file=sys.stderr)
        return 2
    before = last_committed()
    results: dict[str, Result | None] = {}
    absent: list[str] = []
    for dev in SETS:
        if only not in (None, dev.name):
            continue
        gold = dev.rows(data)
        if gold is None:
            absent.append(dev.name)
        results[dev.name] = None
        if gold:
            print(dev.name, file=sys.stderr)
            pred = predict(dev.task, gold)
            result = results[dev.name] = evaluate(dev, gold, pred, intervals=not quick)
            if diff:
                print("\n".join(differences(result, gold, pred, before.get("right", {}).get(dev.name))))
    asked = [name for name in outside.SCORERS if only == name or (only is None and not quick)]
    there = [name for name in asked if not outside.missing(data, name)]
    absent += [name for name in asked if name not in there]
    results |= dict.fromkeys(asked)
    for name, shares in outside.measure(data, there).items():
        results[name] = Result(name, {figure: Line(round(value, 1), n) for figure, (value, n) in sorted(shares.items())})
    if not any(results.values()):
        print(f"no development sets in {data}: give their directory with --data", file=sys.stderr)
        return 2
    table = rows(results, absent, before.get("figures", {}))
    print(plain(table))
    if only is None and not quick:
        (ROOT / BOARD).parent.mkdir(exist_ok=True)
        (ROOT / BOARD).write_text(markdown(table), encoding="utf-8")
        (ROOT / page.PAGE).write_text(page.written({r.name: r.lines for r in results.values() if r}), encoding="utf-8")
        (ROOT / SCORES).write_text(dumps([result for result in results.values() if result]), encoding="utf-8")
    return 0


def evaluate(dev: DevSet, gold: Sequence[Row], pred: Sequence[Row], *, intervals: bool = True) -> Result:
    """The figures of one set."""
    mine = {row["id"]: row for row in pred}
    profile = dev.score(gold, predict(dev.task, gold, dev.profile)) if dev.profile != "default" else {}
    strict = dev.strict(gold, pred) if dev.strict else {}
    sizes = dev.sizes(gold, pred)
    few = len(gold) >= FEWEST_REPORTS and (dev.standoff is not None or max(sizes.values(), default=FEW) < FEW)
    ranges = bootstrap(dev, gold, pred) if few and intervals else {}
    lines = {
        name: Line(
            round(value, 1),
            sizes.get(name, sizes.get(name.split()[0], sizes.get(""))),
            _rounded(profile.get(name)),
            _rounded(strict.get(name)),
            ranges.get(name),
        )
        for name, value in dev.score(gold, pred).items()
    }
    return Result(dev.name, lines, fingerprint(gold), tuple(dev.hits(row, mine[row["id"]]) for row in gold))


def bootstrap(dev: DevSet, gold: Sequence[Row], pred: Sequence[Row], rounds: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each figure over samples of the reports, drawn with replacement; always the same samples."""
    drawn: dict[str, list[float]] = {}
    chance = random.Random(14)
    for _ in range(rounds):
        for name, value in dev.score(chance.choices(gold, k=len(gold)), pred).items():
            drawn.setdefault(name, []).append(value)
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _middle(values: Sequence[float]) -> tuple[float, float]:
    last = len(values) - 1
    return round(values[round(0.025 * last)], 1), round(values[round(0.975 * last)], 1)


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
    if any(isinstance(value, float) for lines in scores.get("figures", {}).values() for value in lines.values()):
        return {}
    return scores


def differences(result: Result, gold: Sequence[Row], pred: Sequence[Row], before: Row | None) -> list[str]:
    """The documents that gained or lost right items against the last commit, with the head of their text."""
    name = result.name
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


HEAD = ("set", "figure", "n", "default", "set's profile", "strict", "interval", "last committed", "best published", "goal")


def rows(results: Mapping[str, Result | None], absent: Container[str], before: Row) -> list[tuple[str, ...]]:
    """The table of :data:`HEAD`; a set without figures has one row that says why."""
    table: list[tuple[str, ...]] = []
    for name, result in results.items():
        if result is None:
            table.append((name, "not measured" if name in absent else "not supported yet", *[""] * (len(HEAD) - 2)))
            continue
        for figure, line in result.lines.items():
            low_high = "-".join(f"{end:.0f}" for end in line.interval) if line.interval else ""
            was = before.get(name, {}).get(figure, {})
            committed = " / ".join(f"{was[column]:.1f}" for column in ("default", "profile", "strict") if column in was)
            others = (compared(name, "best").get(figure), compared(name, "goal").get(figure))
            n = "" if line.n is None else str(line.n)
            table.append((name, figure, n, _figure(line.default), _figure(line.profile), _figure(line.strict), low_high, committed, *map(_figure, others)))
    return table


def compared(name: str, what: str) -> dict[str, float]:
    """The figures of a set to compare with: "best" (published) or "goal"."""
    return GOALS.get(name, {}).get(what, {})


def plain(table: Sequence[tuple[str, ...]]) -> str:
    """The table for a terminal."""
    widths = [max(len(row[i]) for row in [HEAD, *table]) for i in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(w) if i < 2 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in [HEAD, *table]
    )


INTRODUCTION = """\
# Scoreboard

What these figures mean in words: [how right it is](how-right.md). Percent over the development sets, written by `python -m evaluation scoreboard`;
`--set NAME` makes the rows of one set alone.

- **default**: what a user gets, without any convention of a set. For `recognizers`, `duckling` and `chrono` it forgives four conventions of
  assistants that news does not share, and leaves out: {left_out} (`evaluation/specs.py` says why).
- **set's profile**: the same records written by the conventions of the set, where it has some (`evaluation/profiles.py`).
- **strict**: all results of a specification, nothing forgiven.
- **last committed**: the same columns, a slash between them; *best published* and *goal* are about the set's own conventions where it has some,
  the goals of specifications about what counts, nothing forgiven.
- **n**: items behind the figure; **interval**: where few, the middle 95 % over samples of the reports.
- *not measured*: the texts are not there. They are the press's and no part of this project.
- `modern_a` and its like are reports annotated for this project by readers who did not see what it makes of them (`evaluation/gold`).

"""


def markdown(table: Sequence[tuple[str, ...]]) -> str:
    """The table as a page."""
    lines = [f"| {' | '.join(HEAD)} |", f"|---|---|{'--:|' * (len(HEAD) - 2)}", *(f"| {' | '.join(row)} |" for row in table)]
    return INTRODUCTION.format(left_out="; ".join(specs.LEFT_OUT)) + "\n".join(lines) + "\n"


def dumps(results: Sequence[Result]) -> str:
    """Figures and right items a document, without any text."""
    figures = {r.name: {name: _columns(line) for name, line in r.lines.items()} for r in results}
    right = {r.name: {"ids": r.ids, "right": " ".join(map(str, r.right))} for r in results if r.ids}
    rows = [f"  {json.dumps(name)}: {json.dumps(lines)}" for name, lines in figures.items()]
    return '{"figures": {\n' + ",\n".join(rows) + '\n },\n "right": ' + json.dumps(right, indent=1) + "}\n"


def _columns(line: Line) -> dict[str, float]:
    columns = {"default": line.default, "profile": line.profile, "strict": line.strict}
    return {name: value for name, value in columns.items() if value is not None}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def score_gold(path: Path, data: Path, *, errors: bool = False) -> int:
    """Print the figures of a file of the project's own gold, or what is wrong in it; 2 where it or the texts are missing."""
    gold = gold_set(path).rows(data) if path.exists() else None
    if gold is None:
        print(f"not measured: {path} or the texts in {data} are not there", file=sys.stderr)
        return 2
    dev = gold_set(path)
    pred = predict(dev.task, gold)
    if errors:
        print("\n".join(gold_errors(gold, pred)))
        return 0
    for name, line in evaluate(dev, gold, pred).lines.items():
        low, high = line.interval or (line.default, line.default)
        print(f"{name:48} {line.default:5.1f}  n {line.n:4}  {low:5.1f} to {high:5.1f}")
    return 0
