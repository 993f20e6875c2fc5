"""Packages that only some exports need: brought in where they are used, and named when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from conflictkit._errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """The module; :class:`MissingExtraError` with the command to run when it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"this needs {module.partition('.')[0]}, which cannot be imported ({error}); run: pip install 'conflictkit[{extra}]'") from error
