"""The table of speeds beside the peers."""

from __future__ import annotations

import platform
import re
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.cold import measure
from benchmarks.systems import JOBS, SYSTEMS, Job

COMPILED = " compiled"
"""Behind the key of a system of ours: the same, from the compiled wheel."""
GOALS = {"spacy": "0.5, compiled 1", "dateparser": "40", "recognizers_dates": "500", "recognizers": "5", "quantulum3": "80", "textacy": "80"}
"""How many times as fast as a peer ours is meant to be at the same job; where nothing is said, compiled."""
LONG = 60
"""CPU seconds after which a system is timed in one process only."""
PATH = re.compile(r"""\s*(?:\([^()]*[/\\][^()]*\)|'[^']*[/\\][^']*'|"[^"]*[/\\][^"]*"|\S*[/\\]\S*)""")


def table(texts: Sequence[str], rounds: int, compiled: Path | None = None) -> str:
    """All systems on the same texts, each in fresh processes, in turn; ``compiled`` is a folder with the compiled package (``tools/compiled.py``)."""
    ours = [job.ours for job in JOBS] if compiled else []
    keys = (*SYSTEMS, *(key + COMPILED for key in ours))
    speeds: dict[str, list[float]] = {key: [] for key in keys}
    missing: dict[str, str] = {}
    long: set[str] = set()
    for turn in range(rounds):
        for key in keys:
            if key in missing or key in long:
                continue
            result = measure(key.removesuffix(COMPILED), texts, compiled if key.endswith(COMPILED) else None)
            if "missing" in result:
                missing[key] = result["missing"]
                continue
            if result["seconds"] > LONG:
                long.add(key)
            speeds[key].append(result["characters"] / result["seconds"] / 1e6)
            print(f"round {turn + 1} {key}: {speeds[key][-1]:.3f} MB/s", file=sys.stderr)
    lines = [
        "# Speed beside the peers\n",
        "Written by `python -m benchmarks peers`. Cold protocol: a fresh process, one warm-up text, then each unseen text once; CPU time;",
        f"median of {rounds} processes (of one where it takes over a minute), all systems on the same texts in turn. {len(texts) - 1} texts, {sum(map(len, texts[1:])):,} characters.\n",
        "HeidelTime is not among them: it starts a Java process for each text, whose time no counter of ours sees.\n",
        f"Machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()} ({platform.python_build()[0]}, {platform.python_compiler()}).\n",
        "| job | system | version | what it finds | MB/s (median) | min to max | ours is, times as fast | compiled, times as fast | goal |",
        "|---|---|---|---|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*lines, *(line for job in JOBS for line in _rows(job, speeds, missing))]) + "\n"


def _rows(job: Job, speeds: Mapping[str, Sequence[float]], missing: Mapping[str, str]) -> Iterator[str]:
    """The rows of one job, ours first."""
    ours = [key for key in (job.ours, job.ours + COMPILED) if speeds.get(key)]
    for key in (*ours, *job.peers):
        system = SYSTEMS[key.removesuffix(COMPILED)]
        start = f"| {job.title if key == job.ours else ''} | {system.title}{', compiled' if key.endswith(COMPILED) else ''}"
        if key in missing:
            yield f"{start} | - | {system.does} | not measured: {without_paths(missing[key])} | | | | {GOALS.get(key, '')} |"
            continue
        middle = statistics.median(speeds[key])
        ratios = ["" if key in ours else f"{statistics.median(speeds[our]) / middle:.3g}" for our in ours]
        ratios += [""] * (2 - len(ratios))
        found = f"{told_version(system.distribution)} | {system.does} | {middle:.3f} | {min(speeds[key]):.3f} to {max(speeds[key]):.3f}"
        yield f"{start} | {found} | {' | '.join(ratios)} | {GOALS.get(key, '')} |"


def without_paths(reason: str) -> str:
    """Why a system could not be timed, without the places of this machine's files."""
    return PATH.sub("", reason).strip()


def told_version(distribution: str) -> str:
    """Version of an installed distribution; that of Python for the standard library."""
    try:
        return version(distribution) if distribution else platform.python_version()
    except PackageNotFoundError:
        return "-"
