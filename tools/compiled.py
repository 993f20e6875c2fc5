"""The parsers compiled by mypyc, from the same sources, for the compiled wheel (``hatch_build.py``).

The sources are copied, said in the words that the compiler knows (``rewritten``), and compiled in the copy; the project stays as it is. A
copy to look at or to time: ``python tools/compiled.py FOLDER``, then ``PYTHONPATH=FOLDER/src``.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

SOURCES = Path(__file__).parents[1] / "src" / "conflictkit"
COMPILED = (
    *("engine/**/*.py", "english/**/*.py"),
    *(f"_{name}.py" for name in ("agreement", "document", "incidents", "lexicon", "regions", "rules", "sentences", "tolls")),
)
"""Where texts are read; records, errors, data and exports gain nothing."""
PURE = ("english/tables.py",)
GROUP = "conflictkit"
"""The compiled code is one library, ``conflictkit__mypyc``."""
HIDDEN = ["-fvisibility=hidden"] if os.name == "posix" else []
"""Nobody links to it, so that its functions and tables are reached directly."""


# --- what the compiler takes -------------------------------------------------------------------------------------------------


class Edit(NamedTuple):
    """Other words for a stretch of a source; places are lines and bytes of a line, as the parser gives them."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def rewritten(source: str) -> str:
    """A module with the same meaning that compiles to fast code.

    Constants are ``Final``, so that they are no look-ups, and the answers of a function with a cache are looked up by compiled code. Classes are
    native: what ``cached_property`` keeps stands in a field, and classes of attrs that are compared by identity have the ``__init__`` that attrs
    makes them.
    """
    tree = ast.parse(source)
    edits = [*_constants(tree)]
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            edits += [*_kept_properties(node), *_plain_class(node)]
        elif isinstance(node, ast.FunctionDef):
            edits += _kept_answers(node)
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    for (line, column), (last, end), text in sorted(edits, reverse=True):
        lines[line - 1 : last] = [lines[line - 1][:column] + text.encode() + lines[last - 1][end:]]
        lines[line:line] = [b""] * (last - line)
    future = "from __future__ import annotations"
    return b"".join(lines).decode().replace(future, f"{future}; from typing import Final", 1)


def _constants(tree: ast.Module) -> Iterator[Edit]:
    """``Final`` for the names in capitals that a module gives one value."""
    stored = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load))
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name) as target]) if _is_constant(name) and stored[name] == 1:
                yield Edit(_end(target), _end(target), ": Final")
            case ast.AnnAssign(target=ast.Name(id=name), annotation=kind, value=ast.expr()) if _is_constant(name) and stored[name] == 1:
                yield Edit(_start(kind), _end(kind), f"Final[{ast.unparse(kind)}]")
            case ast.Assign(targets=[ast.Tuple(elts=names) as targets], value=value):
                constants = [name.id for name in names if isinstance(name, ast.Name) and _is_constant(name.id) and stored[name.id] == 1]
                if len(constants) == len(names):
                    yield from _several(constants, targets, value)


def _several(names: list[str], targets: ast.Tuple, value: ast.expr) -> Iterator[Edit]:
    """Constants that are given their values at once: each a statement of its own, on the same line."""
    if isinstance(value, ast.Tuple) and len(value.elts) == len(names):
        text = "; ".join(f"{name}: Final = {ast.unparse(one)}" for name, one in zip(names, value.elts, strict=True))
        yield Edit(_start(targets), _end(value), text)
    else:
        yield Edit(_start(targets), _end(targets), ", ".join(f"made_{name}" for name in names))
        yield Edit(_end(value), _end(value), "".join(f"; {name}: Final = made_{name}" for name in names))


def _is_constant(name: str) -> bool:
    return name.isupper() and len(name.strip("_")) > 1


KEPT = """\
    _has_{name}: bool = False
    _kept_{name}: {kind}

    @property
    def {name}(self) -> {kind}:
        if not self._has_{name}:
            self._kept_{name} = self._make_{name}()
            self._has_{name} = True
        return self._kept_{name}

    def _make_{name}"""


KEPT_ANSWERS = """\
_answers_{name}: Final[dict[{asked}, {kind}]] = {{}}


def {name}({argument}: {asked}) -> {kind}:
    found = _answers_{name}.get({argument})
    if found is None:
        if len(_answers_{name}) >= {most}:
            _answers_{name}.clear()
        found = _answers_{name}[{argument}] = _make_{name}({argument})
    return found


def _make_{name}"""
MOST_ANSWERS = 1 << 16
"""How many answers are kept where the source tells no number."""


def _kept_answers(node: ast.FunctionDef) -> Iterator[Edit]:
    """A table for a function of one value whose answers are kept, and never None."""
    match node:
        case ast.FunctionDef(
            decorator_list=[ast.Name(id="cache") | ast.Call(func=ast.Name(id="lru_cache")) as decorator],
            args=ast.arguments(args=[ast.arg(arg=argument, annotation=ast.expr() as asked)], kwonlyargs=[], defaults=[]),
            returns=ast.expr() as kind,
        ) if "None" not in ast.unparse(kind):
            most = ast.unparse(decorator.keywords[0].value) if isinstance(decorator, ast.Call) else str(MOST_ANSWERS)
            text = KEPT_ANSWERS.format(name=node.name, argument=argument, asked=ast.unparse(asked), kind=ast.unparse(kind), most=most)
            yield Edit((decorator.lineno, 0), (node.lineno, node.col_offset + len(f"def {node.name}")), text)


def _kept_properties(cls: ast.ClassDef) -> Iterator[Edit]:
    """Fields for the properties of a class that are made once."""
    for node in cls.body if not cls.decorator_list else ():
        match node:
            case ast.FunctionDef(decorator_list=[ast.Name(id="cached_property") as decorator], name=name, returns=ast.expr() as kind):
                start, end = (decorator.lineno, 0), (node.lineno, node.col_offset + len(f"def {name}"))
                yield Edit(start, end, KEPT.format(name=name, kind=ast.unparse(kind)))


def _plain_class(cls: ast.ClassDef) -> Iterator[Edit]:
    """The ``__init__`` of a class of attrs, as its first method."""
    made_by = [ast.unparse(decorator) for decorator in cls.decorator_list]
    methods = [node for node in cls.body if isinstance(node, ast.FunctionDef)]
    if len(made_by) != 1 or not made_by[0].startswith("define(eq=False") or any(method.name == "__attrs_post_init__" for method in methods):
        return
    fields = [node for node in cls.body if isinstance(node, ast.AnnAssign)]
    taken, kept = zip(*map(_field, fields), strict=True)
    init = "\n".join((f"    def __init__(self, {', '.join(taken)}) -> None:", *(f"        {line}" for line in kept), ""))
    yield Edit((cls.decorator_list[0].lineno, 0), (cls.lineno, 0), "")
    yield from (Edit(_end(node.annotation), _end(node.value), "") for node in fields if node.value is not None)
    if methods:
        line = methods[0].decorator_list[0].lineno if methods[0].decorator_list else methods[0].lineno
        yield Edit((line, 0), (line, 0), f"{init}\n")
    else:
        yield Edit(_end(cls), _end(cls), f"\n\n{init}")


def _field(node: ast.AnnAssign) -> tuple[str, str]:
    """A field as an argument, and the line that keeps it."""
    name, kind = ast.unparse(node.target), ast.unparse(node.annotation)
    if node.value is None:
        return f"{name}: {kind}", f"self.{name} = {name}"
    value = ast.unparse(node.value)
    if factory := re.fullmatch(r"field\(factory=(\w+)\)", value):
        return f"{name}: {kind} | None = None", f"self.{name} = {factory[1]}() if {name} is None else {name}"
    return f"{name}: {kind} = {value}", f"self.{name} = {name}"


def _start(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _end(node: ast.expr | ast.stmt) -> tuple[int, int]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.end_lineno, node.end_col_offset


# --- the copy ----------------------------------------------------------------------------------------------------------------


def copied(folder: Path) -> list[str]:
    """Copy the sources into a folder; the files to be compiled, from there."""
    package = folder / "src" / "conflictkit"
    shutil.copytree(SOURCES, package, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    pure = {package / name for name in PURE}
    files = sorted({path for pattern in COMPILED for path in package.glob(pattern)} - pure)
    for path in files:
        path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")
    return [path.relative_to(folder).as_posix() for path in files]


def compile_copy(folder: Path) -> None:
    """Copy the sources and compile them there; ``MYPYC_OPT_LEVEL`` and ``CC`` count. Changes the working directory."""
    from mypyc.build import mypycify
    from setuptools import setup

    files = copied(folder)
    os.chdir(folder)
    os.environ["MYPYPATH"] = "src"
    extensions = mypycify(
        ["--config-file=", "--ignore-missing-imports", *files],
        opt_level=os.environ.get("MYPYC_OPT_LEVEL", "2"),
        multi_file=True,
        debug_level="0",
        group_name=GROUP,
    )
    for extension in extensions:
        extension.extra_compile_args = [*extension.extra_compile_args, *HIDDEN]
    setup(
        name="compiled",
        script_args=["-q", "build_ext", "--inplace"],
        ext_modules=extensions,
        cmdclass={"build_ext": _all_at_once()},
        package_dir={"": "src"},
        packages=[],
    )


def _all_at_once() -> type:
    """The command of setuptools that compiles, over as many processors as there are."""
    from setuptools.command.build_ext import build_ext

    class BuildExt(build_ext):  # type: ignore[misc]
        def build_extension(self, ext: Any) -> None:
            def compiled(source: str) -> str:
                made: list[str] = self.compiler.compile(
                    [source], output_dir=self.build_temp, include_dirs=ext.include_dirs, extra_postargs=ext.extra_compile_args, depends=ext.depends
                )
                return made[0]

            with ThreadPoolExecutor(os.cpu_count()) as pool:
                objects = [*pool.map(compiled, ext.sources)]
            self.compiler.link_shared_object(objects, self.get_ext_fullpath(ext.name), export_symbols=self.get_export_symbols(ext), build_temp=self.build_temp)

    return BuildExt


if __name__ == "__main__":
    compile_copy(Path(sys.argv[1]).resolve())
