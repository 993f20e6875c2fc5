"""The command line: files or standard input in, tables or JSON out."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from conflictkit import ConflictkitError, Report, parse, to_json

WIDTH = 78


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when every input was read, 2 when one could not be."""
    args = argparse.ArgumentParser(prog="conflictkit", description="Read news reports: who said what, which number claimed by whom, what happened when.")
    args.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text; - or nothing reads standard input")
    args.add_argument("--published", type=_day, metavar="DATE", help="day of publication, YYYY-MM-DD; without it relative dates stay unresolved")
    args.add_argument("--language", default="en", help="language of the texts (default: en)")
    args.add_argument("--format", choices=("table", "json", "jsonl"), default="table", help="readable tables (default), indented JSON, or one JSON object a line")
    args.add_argument("--html", type=Path, metavar="OUT", help="write the report of one FILE as a web page that stands alone, instead of printing it")
    options = args.parse_args(argv)
    if options.html and len(options.files) > 1:
        args.error("--html writes the page of one FILE")
    status = 0
    for name in options.files or ["-"]:
        try:
            report = parse(_read(name), published=options.published, language=options.language)
            if options.html:
                options.html.write_text(report.to_html(title=Path(name).stem if name != "-" else None), encoding="utf-8", newline="")
                continue
        except (OSError, UnicodeDecodeError, ConflictkitError) as error:
            print(f"conflictkit: {name}: {_reason(error)}", file=sys.stderr)
            status = 2
            continue
        if options.format == "table":
            if len(options.files) > 1:
                print(f"=== {name}")
            print("\n".join(tables(report)))
        else:
            print(to_json(report, indent=2 if options.format == "json" else None))
    return status


def tables(report: Report) -> Iterator[str]:
    """The report as readable tables: quotes, claims, events."""
    quotes = [
        (_name(q.source), q.stance, q.kind, " ... ".join(" ".join(s.text.split()) for s in q.content)) for q in report.quotes
    ]
    yield from _table("QUOTES", ("source", "stance", "kind", "words"), quotes)
    claims = []
    for c in report.claims:
        q = c.quantity
        figures = "/".join("-" if x is None else f"{x:,}" if isinstance(x, int) else f"{x:,.4g}" for x in (q.low, q.best, q.high))
        when = c.when.timex_value if c.when else ""
        claims.append((c.measure, figures, " ".join(q.span.text.split()), _name(c.source) if c.source else "", when))
    yield from _table("CLAIMS", ("measure", "low/best/high", "as written", "source", "when"), claims)
    events = []
    for e in report.events:
        date = e.when.timex_value if e.when and e.when.timex_value else str(e.first or "")
        events.append((date, e.date_source, e.trigger.text, "/".join(filter(None, (e.kind, e.mode))), e.factuality))
    yield from _table("EVENTS", ("date", "from", "trigger", "PLOVER", "factuality"), events)


def _table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [[_cut(cell, 30 if n < len(header) - 1 else WIDTH) for n, cell in enumerate(row)] for row in rows]
    yield f"{title} ({len(lines)})"
    if lines:
        widths = [max(len(line[n]) for line in (header, *lines)) for n in range(len(header))]
        for line in (header, *lines):
            yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
    yield ""


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _name(source: object) -> str:
    return getattr(source, "name", None) or "?"


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD, for example 2025-11-07") from None


def _read(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}; convert the file first"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error)
