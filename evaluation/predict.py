"""Run the library over documents, in two processes."""

from __future__ import annotations

import datetime as dt
import json
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import conflictkit as ck
from evaluation.adapters import dates_rows, quantities_rows, quotes_rows, record_rows, report_rows
from evaluation.profiles import PROFILES, selected
from evaluation.syntax import syntax_rows

Row = dict[str, Any]
TASKS = ("quotes", "dates", "quantities", "report", "syntax", "records", "gold")
LANGUAGES = frozenset({"en"})
PROCESSES = 2


def read(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def predict(task: str, rows: Sequence[Row], profile: str = "default", processes: int = PROCESSES) -> list[Row]:
    """One prediction a row, in order; progress goes to stderr."""
    work = partial(predict_row, task, profile)
    jobs = [{key: row.get(key) for key in ("id", "text", "published", "reference", "lang")} for row in rows]
    if processes < 2 or len(jobs) < 2 * processes:
        return list(_progress(map(work, jobs), len(jobs)))
    with Pool(processes) as pool:
        return list(
            _progress(
                pool.imap(work, jobs, chunksize=max(1, min(50, len(jobs) // (4 * processes)))),
                len(jobs),
            )
        )


def predict_row(task: str, profile: str, row: Row) -> Row:
    """The prediction for one document; empty for a language that is not supported, and, with the error on stderr, where the library fails."""
    if (row.get("lang") or "en") in LANGUAGES:
        try:
            return {**_parse(task, profile, row["text"], published(row)), "id": row["id"]}
        except Exception:  # noqa: BLE001 - one bad document must not end the run
            print(f"\n{row['id']}: {traceback.format_exc()}", file=sys.stderr)
    return {"id": row["id"], **empty(task)}


def empty(task: str) -> Row:
    """The prediction that finds nothing."""
    if task == "records":
        return {}
    if task in ("report", "gold"):
        return {
            "quotes": [],
            "claims": [],
            "events": [],
            "acled_sub_event_type": None,
            "event": None,
        }
    return {"verbs" if task == "syntax" else task: []}


def published(row: Row) -> dt.date | None:
    """The day of publication or reference; a time is cut off, and another form than ISO is read by dateparser."""
    given = row.get("published") or row.get("reference")
    if not given:
        return None
    try:
        return dt.date.fromisoformat(given[:10])
    except ValueError:
        moment: dt.datetime | None = import_module("dateparser").parse(given, languages=["en"])
        return moment.date() if moment else None


def _parse(task: str, profile: str, text: str, day: dt.date | None) -> Row:
    if task == "quotes":
        return {"quotes": quotes_rows(selected(ck.parse_quotes(text), PROFILES[profile]))}
    if task == "dates":
        return {"dates": dates_rows(ck.parse_dates(text, day), PROFILES[profile])}
    if task == "quantities":
        return {"quantities": quantities_rows(text, ck.parse_quantities(text), PROFILES[profile])}
    if task == "syntax":
        return {"verbs": syntax_rows(text, trees=profile == "ud")}
    report = ck.parse(text, published=day)
    if task == "records":
        return record_rows(report)
    return {**report_rows(report), "records": record_rows(report)} if task == "gold" else report_rows(report)


def _progress(results: Iterable[Row], total: int) -> Iterator[Row]:
    """Pass results on, counting them on stderr."""
    for done, row in enumerate(results, 1):
        yield row
        if done % 50 == 0 or done == total:
            print(
                f"\r{done}/{total}",
                end="" if done < total else "\n",
                file=sys.stderr,
                flush=True,
            )
