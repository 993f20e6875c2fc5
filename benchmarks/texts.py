"""The texts that are timed: any folder or JSON Lines file; by default the project's seeds, varied."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHARACTERS = 150_000
"""How much unseen text is read after the warm-up text."""
HOSTILE = {
    "unclosed quotes": "“ he said ",
    "digit runs": "1234567890",
    "numbers": "12 3,400 1.5 ",
    "one endless sentence": "and then the army moved ",
    "capitalised words": "Alpha Bravo ",
    "he said": "he said ",
}
"""What is repeated to make a text that no newspaper prints."""


def read_texts(source: Path | None) -> list[str]:
    """The texts of a JSON Lines file (rows with "text") or of a folder of .txt; without a source the varied seeds."""
    if source is None:
        seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
        if not seeds:
            raise SystemExit(f"no seeds in {ROOT / 'seeds'}; name texts with --texts")
        return _enough(varied(seeds[n % len(seeds)], n) for n in count())
    if source.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))]
    return [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]


def _enough(texts: Iterable[str]) -> list[str]:
    """A text to warm up, and as many as it takes to have the characters."""
    found: list[str] = []
    read = 0
    for text in texts:
        read += len(text) if found else 0
        found.append(text)
        if read >= CHARACTERS:
            break
    return found


def varied(text: str, n: int) -> str:
    """The same paragraphs from another one on, with other numbers, so that no two texts are alike."""
    lines = text.splitlines()
    cut = n % len(lines)
    return "\n".join(lines[cut:] + lines[:cut]).replace("0", str(n % 10))


def filled(unit: str, size: int) -> str:
    """A unit repeated up to a length."""
    return (unit * (size // len(unit) + 1))[:size]
