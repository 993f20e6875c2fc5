"""The page for readers: in words, what is right how often, from the default figures of the board."""

from __future__ import annotations

PAGE = "docs/how-right.md"
def written(results): return ""
