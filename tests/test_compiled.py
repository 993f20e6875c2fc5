"""The compiled wheel: what is compiled says the same as the sources. The wheel itself is built and read with by ``.ci/run``."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck
from tools import compiled

SEED = Path(__file__).parents[1] / "seeds" / "strikes.txt"

SOURCE = '''\
"""A module."""

from __future__ import annotations

from functools import cached_property, lru_cache

from attrs import define

FEW, MANY = 1, 9
NEAR, FAR = sorted([7, 2])
SMALL = 3
LARGE: int = 5
count = 0
TWICE = 1
TWICE = 2


@define(eq=False, slots=True)
class Town:
    """A place."""

    name: str
    size: int = SMALL
    """How many live there."""
    streets: list[str] = field(factory=list)

    def known(self) -> bool:
        return bool(self.name)


@lru_cache(maxsize=2)
def length(name: str) -> int:
    """Of a name."""
    asked.append(name)
    return len(name)


asked = []


class Map:
    """Places."""

    @cached_property
    def towns(self) -> list[Town]:
        """All of them."""
        return [Town("Tamir")]


@define
class Day:
    number: int
'''


def test_it_says_whether_it_is_compiled() -> None:
    assert isinstance(ck.__compiled__, bool)
    assert ck.__compiled__ == ("conflictkit__mypyc" in sys.modules)


def test_what_was_read_is_let_go() -> None:
    def kept() -> int:
        gc.collect()
        return sum(type(value).__name__ in ("Document", "Facts", "NounGroup") for value in gc.get_objects())

    before = kept()
    ck.parse(SEED.read_text(encoding="utf-8"), published=date(2025, 11, 7))
    assert kept() == before, "a class that declares an attribute of its base again counts it twice, and is never collected"


def test_a_module_is_said_as_the_compiler_knows_it() -> None:
    lines = compiled.rewritten(SOURCE).splitlines()
    assert "from __future__ import annotations; from typing import Final" in lines
    assert {"SMALL: Final = 3", "LARGE: Final[int] = 5", "count = 0", "TWICE = 1"} <= {*lines}
    assert {"FEW: Final = 1; MANY: Final = 9", "made_NEAR, made_FAR = sorted([7, 2]); NEAR: Final = made_NEAR; FAR: Final = made_FAR"} <= {*lines}
    assert "    def __init__(self, name: str, size: int = SMALL, streets: list[str] | None = None) -> None:" in lines
    assert {"    size: int", "    streets: list[str]", "        self.streets = list() if streets is None else streets"} <= {*lines}
    assert [line for line in lines if line.startswith("@")] == ["@define"]


def test_what_is_kept_is_made_once() -> None:
    made: dict[str, Any] = {}
    exec(compiled.rewritten(SOURCE), made)  # noqa: S102
    places = made["Map"]()
    assert places.towns is places.towns
    town = places.towns[0]
    assert (town.name, town.size, town.streets, town.known()) == ("Tamir", 3, [], True)
    assert made["Town"]("Dural").streets is not town.streets
    assert made["Map"]().towns is not places.towns
    assert [made["length"](name) for name in ("Brod", "Lenz", "Brod", "Tamir", "Brod")] == [4, 4, 4, 5, 4]
    assert made["asked"] == ["Brod", "Lenz", "Tamir", "Brod"], "as many answers are kept as the source says"
    assert (made["MANY"], made["FAR"]) == (9, 7)


@pytest.mark.skipif(ck.__compiled__, reason="these sources are in use")
def test_the_copy_reads_as_the_sources_do(tmp_path: Path) -> None:
    files = compiled.copied(tmp_path)
    assert {f"src/conflictkit/{name}" for name in ("_document.py", "engine/syntax.py", "english/grammar/clauses.py")} < {*files}
    code = f"import conflictkit as ck, datetime as dt; print(ck.to_json(ck.parse(open({str(SEED)!r}, encoding='utf-8').read(), published=dt.date(2025, 11, 7))))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "PYTHONIOENCODING": "utf-8"}
    read = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", env=environment)
    assert read.stdout.rstrip("\n") == ck.to_json(ck.parse(SEED.read_text(encoding="utf-8"), published=date(2025, 11, 7)))
