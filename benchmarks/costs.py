"""What else costs: each stage of ``parse``, the import, the first text, the way to JSON, a stream of documents."""

from __future__ import annotations

import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import conflictkit as ck
from benchmarks.cold import ENVIRONMENT
from benchmarks.texts import ROOT

DAY = dt.date(2025, 11, 7)
MANY = 4
"""How often the texts are read, in variations of their heads, to tell what two processes bring."""
IMPORTS = ("import attrs, regex", "import conflictkit")
FIRST = """
import sys, time, json, datetime as dt
import conflictkit as ck
texts = json.load(sys.stdin)
def timed(f):
    begin = time.process_time(); f(); return time.process_time() - begin
day = dt.date(2025, 11, 7)
cold = timed(lambda: ck.parse(texts[0], published=day))
for text in texts: ck.parse(text, published=day)
warm = min(timed(lambda: ck.parse(texts[0], published=day)) for _ in range(9))
reports = [ck.parse(text, published=day) for text in texts]
parsing = timed(lambda: [ck.parse(text, published=day) for text in texts])
ck.to_json(reports[0])
writing = timed(lambda: [ck.to_json(report) for report in reports])
print(json.dumps({"first": cold / warm, "json": writing / parsing}))
"""
STREAM = """
import sys, json, resource, datetime as dt
import conflictkit as ck
texts = json.load(sys.stdin)
held = []
for turn in range(6):
    for n, text in enumerate(texts): ck.parse(f"{turn} {n} {text}", published=dt.date(2025, 11, 7))
    held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(json.dumps({"stream": held[-1] / held[0]}))
"""


def page(texts: Sequence[str], rounds: int) -> str:
    """The page: ratios against their goals, then the stages."""
    imports = [min(_cpu(code) for _ in range(2 * rounds)) for code in IMPORTS]
    article = next((path for path in sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))), ROOT / "seeds" / "pokrovsk.txt").read_text(encoding="utf-8")
    first = [_run(FIRST, (article, *texts)) for _ in range(rounds + 1)][1:]  # the first leaves the compiled modules
    stream = _run(STREAM, texts)["stream"]
    ratios = (
        ("`import conflictkit` against `import attrs, regex`", imports[1] / imports[0], "at most 1.15"),
        (f"the first `parse` of a process against a warm one, a report of {len(article):,} characters", statistics.median(run["first"] for run in first), "under 20"),
        ("`to_json` against the `parse` that made the report", statistics.median(run["json"] for run in first), "under 0.1"),
        ("`parse_many` over two processes against one", many(texts, 2), "1.7"),
        (f"peak memory after 6 rounds of {len(texts)} documents against after one", stream, "flat: 1"),
    )
    out = [
        "# What else costs\n",
        "Written by `python -m benchmarks costs`; CPU time, medians (`parse_many`: time of the clock).\n",
        "| what | ratio | goal |",
        "|---|--:|---|",
        *(f"| {what} | {ratio:.2f} | {goal} |" for what, ratio, goal in ratios),
        "\n## Where `parse` spends its time\n",
        f"{len(texts) - 1} texts after one warm-up text, each once, in one process.\n",
        "| stage | µs per 1000 characters | share |",
        "|---|--:|--:|",
    ]
    spent = stages(texts)
    total = sum(spent.values())
    out += [f"| {stage} | {us:.0f} | {us / total:.0%} |" for stage, us in spent.items()]
    out.append(f"| all | {total:.0f} | |")
    return "\n".join(out) + "\n"


STAGES = {
    "text and layout": ("_pipeline", "_document"),
    "syntax": ("english.grammar", "read_syntax"),
    "dates": ("english.dates", "find_dates"),
    "quantities": ("english.quantities", "find_quantities"),
    "quotes": ("english.quotes", "find_quotes"),
    "speakers": ("english.speakers", "resolve"),
    "claims": ("english.claims", "make_claims"),
    "events": ("english.events", "find_events"),
    "incidents": ("english.incidents", "find_incidents"),
}
"""The stages of ``_pipeline.parse`` and the functions that do them. Syntax is read when the first stage asks for it and counts for itself alone."""


def stages(texts: Sequence[str]) -> dict[str, float]:
    """Microseconds per 1000 characters of each stage while ``parse`` runs; what is in no stage is "records"."""
    spent = dict.fromkeys(("records", *STAGES), 0.0)
    inside = ["records"]
    since = 0.0

    def turn() -> None:
        nonlocal since
        now = time.process_time()
        spent[inside[-1]] += now - since
        since = now

    def timed(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: object, **named: object) -> object:
            turn()
            inside.append(stage)
            try:
                return work(*args, **named)
            finally:
                turn()
                inside.pop()

        return run

    for stage, (module, name) in STAGES.items():
        home = import_module(f"conflictkit.{module}")
        setattr(home, name, timed(stage, getattr(home, name)))
    ck.parse(texts[0], published=DAY)
    spent = dict.fromkeys((*STAGES, "records"), 0.0)
    since = time.process_time()
    for text in texts[1:]:
        ck.parse(text, published=DAY)
    turn()
    characters = sum(map(len, texts[1:]))
    return {stage: seconds * 1e9 / characters for stage, seconds in spent.items()}


def many(texts: Sequence[str], rounds: int) -> float:
    """How many times as fast two processes read many texts as one does, in seconds of the clock, the start of the processes included."""
    archive = [f"{n}\n{text}" for n in range(MANY) for text in texts]
    taken = {count: min(_clock(archive, count) for _ in range(rounds)) for count in (1, 2)}
    return taken[1] / taken[2]


def _clock(texts: Sequence[str], workers: int) -> float:
    begin = time.perf_counter()
    for _ in ck.parse_many(texts, workers=workers):
        pass
    return time.perf_counter() - begin


def _cpu(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=ENVIRONMENT)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(code: str, texts: Sequence[str]) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", code], input=json.dumps(list(texts)), capture_output=True, text=True, check=True, cwd=ROOT, env=ENVIRONMENT)  # noqa: S603
    result: dict[str, float] = json.loads(done.stdout)
    return result
