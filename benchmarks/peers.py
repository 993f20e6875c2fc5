"""The table of speeds beside the peers."""

from __future__ import annotations

import platform
import re
import statistics
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from benchmarks.cold import measure
from benchmarks.systems import SYSTEMS

GOALS = {"words": 0.07, "spacy": 1.5, "recognizers": 3.0, "dateparser": 18.0, "quantulum3": 60.0, "dates": 0.5, "quantities": 0.5, "quotes": 0.5}
"""How many times as fast as each system the whole ``parse`` is meant to be; for our own parts: at most."""
PATH = re.compile(r"""\s*(?:\([^()]*[/\\][^()]*\)|'[^']*[/\\][^']*'|"[^"]*[/\\][^"]*"|\S*[/\\]\S*)""")


def table(texts: Sequence[str], rounds: int) -> str:
    """All systems on the same texts, each in fresh processes, in turn."""
    speeds: dict[str, list[float]] = {key: [] for key in SYSTEMS}
    missing: dict[str, str] = {}
    for turn in range(rounds):
        for key in SYSTEMS:
            if key in missing:
                continue
            result = measure(key, texts)
            if "missing" in result:
                missing[key] = result["missing"]
                continue
            speeds[key].append(result["characters"] / result["seconds"] / 1e6)
            print(f"round {turn + 1} {key}: {speeds[key][-1]:.3f} MB/s", file=sys.stderr)
    ours = statistics.median(speeds["parse"])
    lines = [
        "# Speed beside the peers\n",
        "Written by `python -m benchmarks peers`. Cold protocol: a fresh process, one warm-up text, then each unseen text once; CPU time;",
        f"median of {rounds} processes, all systems on the same texts in turn. {len(texts) - 1} texts, {sum(map(len, texts[1:])):,} characters.\n",
        f"Machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()}.\n",
        "| system | version | MB/s (median) | min to max | `conflictkit.parse` is | goal |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for key, system in SYSTEMS.items():
        goal = f"{GOALS[key]:g}" if key in GOALS else ""
        if key in missing:
            lines.append(f"| {system.title} | - | not measured: {without_paths(missing[key])} | | | {goal} |")
            continue
        middle = statistics.median(speeds[key])
        spread = f"{min(speeds[key]):.3f} to {max(speeds[key]):.3f}"
        lines.append(f"| {system.title} | {told_version(system.distribution)} | {middle:.3f} | {spread} | {ours / middle:.2f} times as fast | {goal} |")
    return "\n".join(lines) + "\n"


def without_paths(reason: str) -> str:
    """Why a system could not be timed, without the places of this machine's files."""
    return PATH.sub("", reason).strip()


def told_version(distribution: str) -> str:
    """Version of an installed distribution; that of Python for the standard library."""
    try:
        return version(distribution) if distribution else platform.python_version()
    except PackageNotFoundError:
        return "-"
