"""Time and memory against the length of one text, on news and on hostile text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cold import measure
from benchmarks.texts import HOSTILE, filled

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
REPEATED = 20
"""A short text is read this often, in variations of its head, so that its time can be told."""

Lines = dict[str, list[tuple[int, float, float]]]
"""Kind of text -> (characters, microseconds per 1000 characters, bytes of memory per character)."""


def grow(texts: Sequence[str], sizes: Sequence[int] = SIZES) -> Lines:
    """Measure every kind of text at every length."""
    news = "\n".join(texts)
    lines: Lines = {}
    for name, unit in {"news": news, **HOSTILE}.items():
        for size in sizes if name == "news" else sizes[:-1]:
            text = filled(unit, size)
            copies = [f"{n}\n{text}" for n in range(REPEATED if size <= SIZES[0] else 1)]
            result = measure("parse", [texts[0], *copies])
            if "missing" in result:
                raise SystemExit(f"{name}, {size} characters: {result['missing']}")
            lines.setdefault(name, []).append((size, result["seconds"] * 1e9 / result["characters"], result["grown"] / size))
            print(f"{name} {size}: {lines[name][-1][1]:.0f} us per 1000 characters", file=sys.stderr)
    return lines


def page(lines: Lines, picture: str | None) -> str:
    """The page with both tables."""
    sizes = [size for size, _, _ in next(iter(lines.values()))]
    rule = "|---" + "|--:" * len(sizes)
    head = "| text | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    out = [
        "# Time against length\n",
        "Written by `python -m benchmarks growth`: one text of each length, each in a fresh process after a warm-up text; CPU time.\n",
        *([f"![Time per 1000 characters against length]({picture})\n"] if picture else []),
        "Microseconds per 1000 characters:\n",
        head + " last / first |",
        rule + "|--:|",
        *(f"| {name} | " + _cells([us for _, us, _ in row], sizes) + f" | {row[-1][1] / row[0][1]:.2f} |" for name, row in lines.items()),
        "\nPeak memory gained, in bytes per character of the text:\n",
        head,
        rule + "|",
        *(f"| {name} | " + _cells([held for _, _, held in row], sizes) + " |" for name, row in lines.items()),
    ]
    return "\n".join(out) + "\n"


def _cells(figures: Sequence[float], sizes: Sequence[int]) -> str:
    """The figures of a row; what repeats a few words is not read at the greatest length."""
    return " | ".join([*(f"{figure:.0f}" for figure in figures), *[""] * (len(sizes) - len(figures))])


def draw(lines: Lines, target: Path) -> None:
    """The picture: one line a kind of text. Needs matplotlib."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    for name, row in lines.items():
        axes.plot([size for size, _, _ in row], [us for _, us, _ in row], marker="o", label=name)
    axes.set_xscale("log")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("characters of the text")
    axes.set_ylabel("µs per 1000 characters")
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(target, dpi=150)
