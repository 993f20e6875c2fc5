"""The garbage collector of the process, which waits while a text is read."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])
LONGEST = 100_000
"""So many characters are read in a second or two; while a longer text is read the collector is at work, so that the rest of the process keeps its memory."""


def uncollected(read: F) -> F:
    """A function that reads a text, while which the collector waits.

    All that is made of a text refers to each other, and is needed until the text is read: each collection would look at it in vain. The next
    one, right afterwards, finds nothing of it in use. A collector that is switched off stays so.
    """

    @wraps(read)
    def reading(text: object, *args: Any, **kwargs: Any) -> Any:
        if not gc.isenabled() or not isinstance(text, str) or len(text) > LONGEST:
            return read(text, *args, **kwargs)
        gc.disable()
        try:
            return read(text, *args, **kwargs)
        finally:
            gc.enable()

    return cast("F", reading)
