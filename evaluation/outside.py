"""Sets that others annotated for their own ends: the adapter and the scorers lie beside the data and use the public API only.

Each set is read by ``adapter.py`` and measured by its own scorer, as ``score/outside/run.sh`` does; here their figures are taken over.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

Shares = dict[str, tuple[float, int]]
"""Figure -> its value in percent and the number of items behind it."""

SCORERS: Mapping[str, tuple[str, ...]] = {
    "pitf": ("score_pitf.py", "dev"),
    "muc4_recased": ("score_muc4.py", "muc4_recased", "dev"),
    "muc4_mixed": ("score_muc4.py", "muc4_mixed", "dev"),
    "gva": ("score_gva.py", "dev"),
    "hrds": ("score_hrds.py", "dev"),
    "wikievents": ("score_args.py", "wikievents", "dev"),
    "rams": ("score_args.py", "rams", "dev"),
    "plv": ("score_plv.py", "dev"),
    "india": ("score_india.py", "dev"),
    "gap_speakers": ("score_gap.py",),
}
"""Set -> its scorer and what it is called with; ``score_gap.py`` reads the set itself."""

TALLY = re.compile(r"^(\S.*?) +(\d+) / +(\d+) +[\d.]+ %$", re.MULTILINE)
BY_LABEL = re.compile(r"^(\w[\w ]*?) +precision +([\d.]+) +recall +([\d.]+) +F1 +([\d.]+) +\((\d+) gold\)$", re.MULTILINE)
COVERED = re.compile(r"^\{(.*)\} accuracy of covered", re.MULTILINE)
DETAIL = re.compile(r"date from |, from |^kind [A-Z]|should be 0|: found and kind right: ")
"""Figures that split others up; the scorers print them, the board does not."""
MINUTES = 30


def paths(data: Path, name: str) -> tuple[Path, ...]:
    """What must be there to measure a set: its texts and its scorer."""
    scorers = data.parent / "score" / "outside"
    return data / "outside" / f"{name}.jsonl", scorers / "adapter.py", scorers / SCORERS[name][0]


def missing(data: Path, name: str) -> bool:
    """Whether a set cannot be measured."""
    return not all(path.exists() for path in paths(data, name))


def measure(data: Path, names: Sequence[str], processes: int = 2) -> dict[str, Shares]:
    """The figures of each set."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(processes) as pool:
        return dict(zip(names, pool.map(lambda name: _measure(data, name, Path(folder)), names), strict=True))


def _measure(data: Path, name: str, folder: Path) -> Shares:
    texts, adapter, scorer = paths(data, name)
    environment = os.environ | {"GOLD_DIR": str(texts.parent), "PRED_DIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*command: object) -> str:
        done = subprocess.run([sys.executable, *map(str, command)], env=environment, capture_output=True, text=True, check=False, timeout=60 * MINUTES)
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stderr[-2000:]}")
        return done.stdout

    if name == "gap_speakers":
        return shares(run(scorer, texts))
    run(adapter, texts, folder / f"{name}.dev.text.pred.jsonl")
    return shares(run(scorer, *SCORERS[name][1:]))


def shares(printed: str) -> Shares:
    """The figures in what a scorer printed."""
    found: Shares = {name: (100 * int(right) / int(n), int(n)) for name, right, n in TALLY.findall(printed) if not DETAIL.search(name)}
    for label, precision, recall, f1, n in BY_LABEL.findall(printed):
        found |= {f"{label} {measure}": (float(value), int(n)) for measure, value in (("P", precision), ("R", recall), ("F1", f1))}
    if covered := COVERED.search(printed):
        count = {key: int(n) for key, n in re.findall(r"'(\w+)': (\d+)", covered[1])}
        right, wrong = count.get("right", 0), count.get("wrong", 0)
        found["right, of pronouns"] = 100 * right / count["pronouns"], count["pronouns"]
        found["right, of those covered"] = 100 * right / max(1, count.get("covered", 0)), count.get("covered", 0)
        found["right, of those named"] = 100 * right / max(1, right + wrong), right + wrong
    return found
