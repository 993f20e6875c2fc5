"""The commands of the evaluation: ``python -m evaluation predict | scoreboard | freeze | gold | score-gold``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import freeze, standoff
from evaluation.predict import TASKS, predict, read, write
from evaluation.profiles import PROFILES
from evaluation.scoreboard import ROOT, run, score_gold

DATA = ROOT.parent / "shared" / "data"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 2 for input that is not there."""
    options = _parser().parse_args(argv)
    run_command = {"predict": _predict, "scoreboard": _scoreboard, "freeze": _freeze, "gold": _gold, "score-gold": _score_gold}[options.command]
    return run_command(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description="Predict in the common formats; score the development sets; keep and compare records; own gold.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("predict", help="predict for a JSON Lines file of documents")
    one.add_argument("task", choices=TASKS)
    one.add_argument("source", type=Path, metavar="IN", help='rows of "id", "text" and where known "published" or "reference", "lang"')
    one.add_argument("target", type=Path, metavar="OUT")
    one.add_argument("--profile", choices=sorted(PROFILES), default="default", help="conventions of a set")
    board = commands.add_parser("scoreboard", help="score every development set that is there")
    board.add_argument("--diff", action="store_true", help="list the documents gained and lost since the last commit")
    board.add_argument("--quick", action="store_true", help="without intervals and the sets of others; nothing is written")
    board.add_argument("--set", dest="only", metavar="NAME", help="one set only; nothing is written")
    frozen = commands.add_parser("freeze", help="write the records of all development texts, or say what changed in them")
    frozen.add_argument("folder", type=Path, nargs="?", default=freeze.default_folder(), help="default: %(default)s")
    frozen.add_argument("--compare", action="store_true", help="what changed since, by kind of record and rule")
    frozen.add_argument("--shown", type=int, default=5, metavar="N", help="places shown for each rule (default: %(default)s)")
    gold = commands.add_parser("gold", help="make a file of evaluation/gold from a folder of annotated reports; check one with --check")
    gold.add_argument("folder", type=Path, metavar="FOLDER", help="holds *.gold.json; with --check a file of evaluation/gold")
    gold.add_argument("target", type=Path, metavar="OUT", nargs="?")
    gold.add_argument("--check", action="store_true", help="only say what does not fit the texts")
    scored = commands.add_parser("score-gold", help="the figures of a file of evaluation/gold, each with n and interval")
    scored.add_argument("file", type=Path)
    scored.add_argument("--errors", action="store_true", help="list every error instead")
    for command in (board, frozen, gold, scored):
        command.add_argument("--data", type=Path, default=DATA, help="directory of the sets; gold/ lies beside it")
    return parser


def _predict(options: argparse.Namespace) -> int:
    if not options.source.is_file():
        print(f"{options.source}: no such file", file=sys.stderr)
        return 2
    write(options.target, predict(options.task, read(options.source), options.profile))
    return 0


def _scoreboard(options: argparse.Namespace) -> int:
    return run(options.data, options.only, diff=options.diff, quick=options.quick)


def _freeze(options: argparse.Namespace) -> int:
    return freeze.compare(options.data, options.folder, options.shown) if options.compare else freeze.freeze(options.data, options.folder)


def _gold(options: argparse.Namespace) -> int:
    texts = standoff.read_texts(options.data)
    if not texts or not options.folder.exists():
        print(f"not there: {options.data / standoff.TEXTS[0]} or {options.folder}", file=sys.stderr)
        return 2
    if options.check:
        rows = read(options.folder)
        found = standoff.faults(rows, texts)
    else:
        rows, found = standoff.convert(options.folder, texts)
    print("\n".join(found) or f"{len(rows)} reports, no faults")
    if found or not rows:
        return 1
    if options.target is not None:
        options.target.write_text(standoff.dumps(rows), encoding="utf-8")
    return 0


def _score_gold(options: argparse.Namespace) -> int:
    return score_gold(options.file, options.data, errors=options.errors)


if __name__ == "__main__":
    sys.exit(main())
