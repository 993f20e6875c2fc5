"""``python -m evaluation predict TASK IN OUT`` and ``python -m evaluation scoreboard``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.predict import TASKS, predict, read, write
from evaluation.profiles import PROFILES
from evaluation.scoreboard import ROOT, run


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 2 for input that is not there."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description="Predict in the common formats; score the development sets.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="predict for a JSON Lines file of documents")
    one.add_argument("task", choices=TASKS)
    one.add_argument(
        "source",
        type=Path,
        metavar="IN",
        help='rows of "id", "text" and where known "published" or "reference", "lang"',
    )
    one.add_argument("target", type=Path, metavar="OUT")
    one.add_argument(
        "--profile",
        choices=sorted(PROFILES),
        default="default",
        help="conventions of a set of quantities",
    )
    board = commands.add_parser("scoreboard", help="score every development set that is there")
    board.add_argument(
        "--data",
        type=Path,
        default=ROOT.parent / "shared" / "data",
        help="directory of the sets; gold/ lies beside it",
    )
    board.add_argument(
        "--diff",
        action="store_true",
        help="list the documents gained and lost since the last commit",
    )
    board.add_argument("--set", dest="only", metavar="NAME", help="one set only; nothing is written")
    options = parser.parse_args(argv)
    if options.command == "scoreboard":
        return run(options.data, options.only, options.diff)
    if not options.source.is_file():
        print(f"{options.source}: no such file", file=sys.stderr)
        return 2
    write(options.target, predict(options.task, read(options.source), options.profile))
    return 0


if __name__ == "__main__":
    sys.exit(main())
