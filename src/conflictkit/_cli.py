"""The command line: files or standard input in, tables or JSON out."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from conflictkit import ConflictkitError, Report, parse, to_json
from conflictkit._batch import Failure, articles, progress_bar, reason, run

WIDTH = 78


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when every document was read, 2 when one could not be, 130 when it was interrupted."""
    args = argparse.ArgumentParser(prog="conflictkit", description="Read news reports: who said what, which number claimed by whom, what happened when.")
    args.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text, JSONL of {id, text, published}, or a folder of both; - or nothing reads standard input")
    args.add_argument("--published", type=_day, metavar="DATE", help="day of publication, YYYY-MM-DD; without it relative dates stay unresolved")
    args.add_argument("--language", default="en", help="language of the texts (default: en)")
    args.add_argument("--format", choices=("table", "json", "jsonl"), default="table", help="readable tables (default), indented JSON, or one JSON object a line")
    args.add_argument("--html", type=Path, metavar="OUT", help="write the report of one FILE as a web page that stands alone, instead of printing it")
    args.add_argument("--out", type=Path, metavar="OUT", help="write reports to OUT.jsonl or OUT.parquet; run again, it goes on where it was interrupted")
    args.add_argument("--workers", type=int, metavar="N", help="processes for --out (default: one for each CPU)")
    options = args.parse_args(argv)
    if options.html and len(options.files) > 1:
        args.error("--html writes the page of one FILE")
    if options.out and options.out.suffix not in (".jsonl", ".parquet"):
        args.error(f"--out writes .jsonl or .parquet, not {options.out.name!r}")
    if options.workers is not None and options.workers < 1:
        args.error("--workers must be 1 or more")
    failures = _batch(options) if options.out else _print(options)
    return 2 if failures else 0


def _print(options: argparse.Namespace) -> int:
    """Print each report; the number of documents that could not be read."""
    failures = 0
    for article in articles(options.files or ["-"], options.published):
        try:
            if isinstance(article, Failure):
                raise ConflictkitError(article.reason)
            report = parse(article.text, published=article.published, language=options.language)
            if options.html:
                options.html.write_text(report.to_html(title=Path(article.id).stem if article.id != "-" else None), encoding="utf-8", newline="")
                continue
        except (OSError, ConflictkitError) as error:
            print(f"conflictkit: {article.id}: {reason(error)}", file=sys.stderr)
            failures += 1
            continue
        if options.format == "table":
            if len(options.files) > 1 or article.id not in (*options.files, "-"):
                print(f"=== {article.id}")
            print("\n".join(tables(report)))
        else:
            print(to_json(report, indent=2 if options.format == "json" else None))
    return failures


def _batch(options: argparse.Namespace) -> int:
    """Write the reports to a file; the number of documents that could not be read, each of which is named."""
    failures = []
    try:
        with progress_bar(wanted=True) as step:
            for failure in run(options.out, articles(options.files or ["-"], options.published), language=options.language, workers=options.workers):
                step()
                if failure is not None:
                    failures.append(failure)
    except (OSError, ConflictkitError) as error:
        failures.append(Failure(str(options.out), reason(error)))
    except KeyboardInterrupt:
        print("conflictkit: interrupted; the same command goes on from here", file=sys.stderr)
        sys.exit(130)
    for failure in failures:
        print(f"conflictkit: {failure.id}: {failure.reason}", file=sys.stderr)
    return len(failures)


def tables(report: Report) -> Iterator[str]:
    """The report as readable tables: quotes, claims, the timeline of its events."""
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
    entries = [
        (
            e.days,
            e.date_source,
            e.mentions[0].trigger.text,
            "/".join(filter(None, (e.kind, e.mode))),
            e.factuality,
            " > ".join((e.actor or "?", e.target or "?")) if e.actor or e.target else "",
            e.place or "",
        )
        for e in report.timeline().entries
    ]
    yield from _table("TIMELINE", ("date", "date from", "trigger", "PLOVER", "factuality", "actor > target", "place"), entries)


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
