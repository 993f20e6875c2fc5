"""Views of records that are made above them: a record asks for one by its name, and so imports nothing upwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, SupportsIndex, TypeVar, overload

R = TypeVar("R")

_MAKERS: dict[str, str] = {}


def register(package: str, makers: Mapping[str, str]) -> None:
    """Say which functions of a package make which views: name of the view -> "module:function", imported when first asked for."""
    _MAKERS.update({name: f"{package}.{maker}" for name, maker in makers.items()})


def view(name: str) -> Callable[..., Any]:
    """The function that makes a view."""
    module, function = _MAKERS[name].split(":")
    made: Callable[..., Any] = getattr(import_module(module), function)
    return made


class Records(tuple[R, ...]):
    """Records of one kind: a tuple that notebooks show as a table, as are its slices.

    The tuples of a report are such; ``Records(claim for claim in report.claims if ...)`` makes one of what you chose.
    """

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> R | tuple[R, ...]:
        return Records(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def _repr_html_(self) -> str | None:
        shown: str | None = view("table of records")(self)
        return shown
