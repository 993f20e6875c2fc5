"""Cold measurements: each in a fresh process, results as dictionaries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.texts import ROOT

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Measured processes keep compiled modules, as an installed package has them."""


def measure(key: str, texts: Sequence[str], sources: Path | None = None) -> dict[str, Any]:
    """Read the first text to warm up, time the others once; ``missing`` says why a system could not be timed.

    ``sources`` is a folder with another copy of the package, such as the compiled one.
    """
    env = {**ENVIRONMENT, "PYTHONPATH": str(sources)} if sources else ENVIRONMENT
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "texts.json")
        source.write_text(json.dumps(list(texts)), encoding="utf-8")
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "benchmarks.worker", key, str(source)], capture_output=True, text=True, cwd=ROOT, check=False, env=env
        )
    if done.returncode:
        return {"missing": done.stderr.strip().splitlines()[-1] if done.stderr else "failed"}
    result: dict[str, Any] = json.loads(done.stdout)
    return result
