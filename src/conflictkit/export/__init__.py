"""Reports in the forms that other programs and people read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from conflictkit._errors import DataError, InputTypeError
from conflictkit._report import Report
from conflictkit._views import register

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = {
    "acled": "acled:to_acled",
    "brat": "brat:to_brat",
    "gkg": "gkg:to_gkg_counts",
    "html": "html:to_html",
    "plover": "plover:to_plover",
    "schema.org": "schema_org:to_schema_org",
    "timeml": "timeml:to_timeml",
    "ucdp": "ucdp:to_ucdp",
    "web-annotation": "web_annotation:to_web_annotation",
}
"""Name of a format -> the module of this package and the function in it that makes it; imported when first asked for."""

VIEWS = {
    "data frame": "tables:to_pandas",
    "frame": "html:notebook_html",
    "page": "html:to_html",
    "picture": "picture:to_svg",
    "rows": "tables:to_records",
    "table of a comparison": "notebook:comparison_html",
    "table of a timeline": "notebook:timeline_html",
    "table of records": "notebook:records_html",
    "timeline chart": "vega:timeline_chart",
    "tolls chart": "vega:tolls_chart",
}
"""What the methods of reports, timelines and comparisons ask for by name, for records know nothing of exports."""
register(__name__, VIEWS)


def to_format(report: Report, name: str, **options: Any) -> Any:
    """The report in a format of the field, by the name it has in ``conflictkit.export.FORMATS``.

    Formats that are text give a ``str``, JSON-LD gives a dictionary, row formats give a list of dictionaries. ``options`` are those of the
    format's function. Raises :class:`InputTypeError` for a format that is not there and for what is no report.
    """
    if name not in FORMATS:
        raise InputTypeError(f"no format {name!r}; there are: {', '.join(FORMATS)}")
    if not isinstance(report, Report):
        raise InputTypeError(f"to_format() takes a Report, not {type(report).__name__}")
    module, function = FORMATS[name].split(":")
    return getattr(import_module(f"{__name__}.{module}"), function)(report, **options)


def read_reports(path: str | Path) -> Iterator[tuple[str, Report]]:
    """Pairs of id and report from a file of JSON lines that the command wrote; a report without an id has that of its line, from "1".

    Raises :class:`DataError` for a line that is none, with its number.
    """
    from pathlib import Path

    from conflictkit._serial import from_json

    with Path(path).open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                report = from_json(line.decode("utf-8"))
            except ValueError as error:
                raise DataError(f"line {number} of {path} is no report that the command wrote: {error}") from None
            yield report.id or str(number), report
