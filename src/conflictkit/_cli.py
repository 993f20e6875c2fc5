"""The command: documents in, tables, pages and data out, by one of three verbs."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import TextIO

from conflictkit import ConflictkitError, Report, from_json, parse
from conflictkit import _batch as batch
from conflictkit import _outputs as outputs
from conflictkit._articles import Document, Wanted, articles, reason
from conflictkit._report import KINDS
from conflictkit._terminal import Tally, compared_tables
from conflictkit.export.compared import COLUMNS, Compared, compared
from conflictkit.export.csv_files import write_records

EXIT = """exit status: 0 all was read; 1 the output could not be written; 2 wrong use, or a document could not be read (each is named, the others
are written); 128 and the signal's number when a signal ended it (130 for Ctrl-C). Run again after that, --to goes on where it was."""


def command() -> None:
    """What the script runs: :func:`main`, ended by signals."""
    _end_on_signals()
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    parser = _parser()
    if not given and sys.stdin.isatty():
        parser.print_help()
        return 2
    if not given or given[0] not in (*VERBS, "-h", "--help", "--version"):
        given.insert(0, "read")
    options = parser.parse_args(given)
    try:
        if options.language != "en":
            parse("", language=options.language)  # one that is not there is told once, not for each document
        status = VERBS[options.verb](options)
        sys.stdout.flush()
        return status
    except (KeyboardInterrupt, OSError, ConflictkitError) as error:
        return _ended(error, options)


def _ended(error: BaseException, options: argparse.Namespace) -> int:
    """One line for what ended the command before its time, and the exit status."""
    if isinstance(error, BrokenPipeError):
        return _nobody_reads(128 + getattr(signal, "SIGPIPE", 13))
    if isinstance(error, KeyboardInterrupt):
        goes_on = options.verb == "read" and options.to not in (None, "-")
        print(f"conflictkit: interrupted{'; the same command goes on from here' if goes_on else ''}", file=sys.stderr)
        return 128 + int(next(iter(error.args), signal.SIGINT))
    if isinstance(error, OSError) and not isinstance(error, ConflictkitError):
        print(f"conflictkit: {options.to or error.filename or 'standard output'}: {reason(error)}", file=sys.stderr)
        return _nobody_reads(1)
    print(f"conflictkit: {error}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="conflictkit",
        description="Read news reports: who said what, which number claimed by whom, what happened when. Without a verb it reads.",
        epilog=EXIT,
    )
    parser.add_argument("--version", action="version", version=f"conflictkit {version('conflictkit')}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    read = verbs.add_parser("read", help="read documents into tables, JSON, a database or a site", epilog=EXIT)
    compare = verbs.add_parser("compare", help="what documents say of the same things: who agrees, who contradicts", epilog=EXIT)
    page = verbs.add_parser("page", help="one document as a web page that stands alone", epilog=EXIT)
    for verb in (read, compare, page):
        _inputs(verb)
    read.add_argument("--as", dest="format", choices=outputs.FORMATS, help="format; else the name of OUT tells it, and a folder takes CSV tables and a site of pages")
    read.add_argument("--all", action="store_true", help="tables on the terminal show the background, all claims and the timeline too")
    read.add_argument("--table", metavar="NAME", help=f"the table of a single CSV file, else the one OUT is named after: {', '.join(outputs.TABLES)}")
    read.add_argument("--keep", type=Path, metavar="FILE", help="keep what was read in FILE too, and read only what is new or changed the next time")
    page.add_argument("--kinds", type=_kinds, metavar="KIND,...", help=f"show these only: {', '.join(KINDS)} (the timeline comes with the incidents)")
    page.add_argument("--fragment", action="store_true", help="one element for a page of your own, not a whole page")
    compare.add_argument("--as", dest="format", choices=("table", "json", "jsonl", "csv"), help="format; else the name of OUT tells it (default: table)")
    for verb, what in ((read, "file or folder"), (compare, "file"), (page, "file")):
        verb.add_argument("--to", metavar="OUT", help=f"{what} to write; without it standard output is")
    return parser


def _inputs(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("files", nargs="*", metavar="FILE", help="text, web page, lines of JSON (.jsonl), or a folder of these; - or nothing is standard input")
    verb.add_argument("--published", type=_day, metavar="DATE", help="day of publication, YYYY-MM-DD, of documents without a field or metadata for it; else it is sought in the file name")
    fields = verb.add_argument_group("fields of lines of JSON")
    for name, default, what in (
        ("text", "text", "the text"),
        ("id", "id", "the document's id"),
        ("date", "published", "the day of publication"),
        ("title", "title", "the headline"),
        ("source", "outlet", "who published it"),
    ):
        fields.add_argument(f"--{name}", default=default, metavar="FIELD", help=f"{what} (default: {default})")
    verb.add_argument("--encoding", metavar="NAME", help="encoding of files that are not UTF-8 and do not tell theirs")
    verb.add_argument("--language", default="en", help="language of the texts (default: en)")
    verb.add_argument("--workers", type=_count, metavar="N", help="processes (default: one for each CPU)")


# --- the verbs ----------------------------------------------------------------------------------------------------------


def _read(options: argparse.Namespace) -> int:
    out = outputs.destination(options.to, options.format, options.table)
    outputs.check(out)
    tally = Tally()
    if out.path is None:
        one = _is_one(options.files)
        outputs.stream(_reports(options, tally), out, sys.stdout, one=one, everything=options.all)
        if not one:
            _tell(tally)
    else:
        place = options.keep or out.path.with_name(f"{out.path.name}.part")
        with batch.Journal(place, keep=options.keep is not None) as journal:
            for result in journal.read(_documents(options, tally), language=options.language, workers=options.workers):
                tally.reused = journal.reused
                tally.step(result)
            tally.reused = journal.reused
            tally.done()
            if tally.read + tally.reused:
                outputs.write(lambda: tally.counted(journal.reports()), out)
        _tell(tally, f"written to {out.path}" if tally.read + tally.reused else "nothing to write")
    return _status(tally)


def _compare(options: argparse.Namespace) -> int:
    out = outputs.destination(options.to, options.format, outputs.TOLLS)
    if out.format not in ("table", "json", "jsonl", "csv") or out.folder and out.path is not None:
        raise ConflictkitError("compare writes a table, JSON or CSV to a file or to standard output; read --to FOLDER makes a site")
    outputs.check(out)
    tally = Tally()
    groups = compared(list(_reports(options, tally)))
    with outputs.opened(out) as file:
        _write_compared(groups, out.format, file)
    _tell(tally, f"{sum(group.told_again for group in groups):,} told more than once")
    return _status(tally)


def _write_compared(groups: list[Compared], format: str, file: TextIO) -> None:  # noqa: A002
    plain = ({"subject": group.subject, "verdict": group.verdict, "figures": list(group.rows)} for group in groups)
    match format:
        case "csv":
            write_records((row for group in groups for row in group.rows), COLUMNS, file)
        case "json":
            print(json.dumps(list(plain), indent=2), file=file)
        case "jsonl":
            file.writelines(f"{json.dumps(group)}\n" for group in plain)
        case _:
            file.writelines(f"{line}\n" for line in compared_tables((group for group in groups if group.told_again), file))


def _page(options: argparse.Namespace) -> int:
    out = outputs.destination(options.to, "html", None)
    if out.folder and out.path is not None:
        raise ConflictkitError("page writes one page, to a file named .html; read --to FOLDER makes a site")
    outputs.check(out)
    tally = Tally()
    reports = list(_reports(options, tally))
    if reports or not tally.failed:
        with outputs.opened(out) as file:
            file.write(outputs.single_page(reports, kinds=options.kinds, fragment=options.fragment))
    return _status(tally)


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {"read": _read, "compare": _compare, "page": _page}


def _documents(options: argparse.Namespace, tally: Tally) -> Iterator[Document]:
    wanted = Wanted(
        options.published,
        **{name: getattr(options, name) for name in ("text", "id", "date", "title", "source")},
        encoding=options.encoding,
        leave=Path(options.to) if options.to not in (None, "-") else None,
    )
    return tally.watched(articles(options.files or ["-"], wanted))


def _reports(options: argparse.Namespace, tally: Tally) -> Iterator[tuple[str, Report]]:
    """The reports as they are read, without a journal."""
    documents = batch.distinct(_documents(options, tally))
    for result in batch.readings(documents, language=options.language, workers=options.workers):
        tally.step(result)
        if isinstance(result, batch.Reading):
            tally.done()
            yield result.id, from_json(result.report)
    tally.done()


def _is_one(files: Sequence[str]) -> bool:
    """Whether the arguments are one text or page, whose table needs no heading."""
    return len(files) == 1 and not Path(files[0]).is_dir() and Path(files[0]).suffix.lower() not in (".jsonl", ".ndjson", ".json") or files in ([], ["-"])


def _tell(tally: Tally, last: str = "") -> None:
    print("conflictkit: " + "; ".join(filter(None, (str(tally), last))), file=sys.stderr)


def _status(tally: Tally) -> int:
    if not tally.read + tally.reused and not tally.failed:
        print("conflictkit: no document was found", file=sys.stderr)
        return 2
    return 2 if tally.failed else 0


# --- how it ends --------------------------------------------------------------------------------------------------------


def _end_on_signals() -> None:
    """The first signal to end is raised, so that all is tidied up; a second one ends the process on the spot, and its workers with it."""
    numbers = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
    heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]  # nohup and a shell's "&" ask not to be ended

    def at_once(number: int, _: FrameType | None) -> None:
        os._exit(128 + number)

    def first(number: int, _: FrameType | None) -> None:
        for each in heard:
            signal.signal(each, at_once)
        raise KeyboardInterrupt(number)

    for number in heard:
        signal.signal(number, first)


def _nobody_reads(status: int) -> int:
    """Give up standard output, which Python would else try to write to once more at the end."""
    with suppress(OSError, ValueError):  # no file, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


# --- values of options --------------------------------------------------------------------------------------------------


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD, for example 2025-11-07") from None


def _kinds(text: str) -> list[str]:
    kinds = [name.strip() for name in text.split(",")]
    if not set(kinds) <= set(KINDS):
        raise argparse.ArgumentTypeError(f"there are no {min(set(kinds) - set(KINDS))!r}; choose from {', '.join(KINDS)}")
    return kinds


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} must be a whole number, 1 or more")
    return int(text)
