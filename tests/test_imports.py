"""The house: no circle of imports, also not by an import inside a function or for types only, and records know nothing of exports."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
ABOVE_EXPORTS = {"conflictkit", "conflictkit._batch", "conflictkit._cli", "conflictkit._outputs", "conflictkit._terminal"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path, modules: set[str]) -> set[str]:
    """The modules of the package that a file names in an import, wherever it stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = whole_name(path, node)
            names = {f"{module}.{alias.name}" for alias in node.names}
            found |= names & modules or {module}
    return found & modules - {name_of(path)}


def whole_name(path: Path, node: ast.ImportFrom) -> str:
    """What a relative name means; English, which is loaded again under other names when it is changed, imports itself by no other."""
    inside = "conflictkit.english" in ".".join(path.relative_to(SOURCE).parent.parts)
    assert bool(node.level) == (inside and (node.level > 0 or str(node.module).startswith("conflictkit.english"))), f"{path}: {node.module}"
    above = path.relative_to(SOURCE).parts[: -node.level] if node.level else ()
    return ".".join((*above, *([node.module] if node.module else [])))


@cache
def graph() -> dict[str, set[str]]:
    paths = {name_of(path): path for path in (SOURCE / "conflictkit").rglob("*.py")}
    return {name: imported(path, set(paths)) for name, path in paths.items()}


def circles(imports: dict[str, set[str]]) -> list[set[str]]:
    """The modules that reach each other, group by group."""
    reached = {name: _reached(name, imports) for name in imports}
    groups = {frozenset(other for other in there if name in reached[other]) for name, there in reached.items() if name in there}
    return [set(group) for group in groups]


def _reached(start: str, imports: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    todo = list(imports[start])
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += imports[name]
    return found


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [{"b", "c"}]


def test_no_circle_of_imports() -> None:
    imports = graph()
    assert len(imports) > 100
    assert [sorted(circle) for circle in circles(imports)] == []


def test_no_circle_of_packages() -> None:
    packages: dict[str, set[str]] = {}
    for name, there in graph().items():
        package = name.split(".")[:2]
        packages.setdefault(".".join(package), set()).update(".".join(other.split(".")[:2]) for other in there if other.split(".")[:2] != package)
    assert [sorted(circle) for circle in circles(packages)] == []


def test_records_know_nothing_of_exports() -> None:
    upwards = {
        name: sorted(other for other in there if other.startswith("conflictkit.export"))
        for name, there in graph().items()
        if name not in ABOVE_EXPORTS and not name.startswith(("conflictkit.export", "conflictkit.testing"))
    }
    assert {name: there for name, there in upwards.items() if there} == {}
