"""The examples of the README and the docs run as tests, in a folder of their own from which docs and seeds can be read."""

import os
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
settings.register_profile("same examples", deadline=None, derandomize=True)  # a failure is of the change; speed is shown by a benchmark
settings.register_profile("new examples", deadline=None)  # to look for what no run has met: pytest --hypothesis-profile="new examples"
settings.load_profile("same examples")


def _enter(namespace: dict[str, Any]) -> None:
    namespace["has"] = find_spec
    folder = namespace["_folder"] = tempfile.TemporaryDirectory()
    for name in ("docs", "seeds"):
        Path(folder.name, name).symlink_to(ROOT / name)
    os.chdir(folder.name)


def _leave(namespace: dict[str, Any]) -> None:
    os.chdir(ROOT)
    namespace["_folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[SkipParser(), PythonCodeBlockParser(doctest_optionflags=0)],
    patterns=["README.md", "docs/*.md", "docs/*/*.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
