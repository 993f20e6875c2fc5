"""The table of the documents themselves, which every other table refers to by its column ``document``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conflictkit._report import Report
from conflictkit.export.tables import COLUMNS, Cell, Column, Many, named_reports

DOCUMENTS = (
    Column("id", str, "", "id of the document"),
    Column("title", str, "", "its headline"),
    Column("outlet", str, "", "who published it"),
    Column("published", dt.date, "", "its day of publication"),
    Column("language", str, "", "language it was read in"),
    Column("characters", int, "", "length of its text"),
    *(Column(kind, int, "", f"number of its {kind}") for kind in COLUMNS),
)


def identified(reports: Many) -> Iterator[tuple[str, Report]]:
    """Pairs of id and report: the id given with it, else its own, else its number."""
    for name, report in named_reports(reports):
        yield "0" if name is None else name, report


def document_row(name: str, report: Report) -> list[Cell]:
    """The cells of ``DOCUMENTS`` for one report."""
    return [name, report.title, report.outlet, report.published, report.language, len(report.text), *(len(getattr(report, kind)) for kind in COLUMNS)]
