"""Reports as flat tables: dictionaries, and typed columns for pandas, polars and Arrow."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from attrs import frozen

from conflictkit._errors import InputTypeError
from conflictkit._extras import need
from conflictkit._models import Quote
from conflictkit._report import Kind, Report

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Many = Report | Mapping[str, Report] | Iterable[Report | tuple[str, Report]]
"""One report, or many: a mapping from document id to report, pairs of the two, or reports alone; without an id of their own those are numbered from "0"."""
SURROGATE = re.compile("[\ud800-\udfff]")
Cell = str | int | float | bool | dt.date | None


@frozen
class Column:
    """A column of a table: its name, the type of its cells (any may be empty), where they come from, what they say."""

    name: str
    type: type
    path: str | Callable[[Any], Cell]
    about: str


def _span(path: str, text: str = "text") -> tuple[Column, ...]:
    return (
        Column("start", int, f"{path}.start", "first code point of the record in the document"),
        Column("end", int, f"{path}.end", "code point after the last"),
        Column(text, str, f"{path}.text", "the words there"),
    )


def _figures(path: str) -> tuple[Column, ...]:
    return (
        Column("low", float, f"{path}low", "lower bound"),
        Column("best", float, f"{path}best", "the figure named"),
        Column("high", float, f"{path}high", "upper bound"),
        Column("bound", str, f"{path}bound", "how the wording bounds the number (Bound)"),
        Column("unit", str, f"{path}unit", "canonical unit, or the counted noun's singular"),
        Column("per", str, f"{path}per", "unit of a rate"),
        Column("of", float, f"{path}of", "the whole, in \"14 of 16\""),
        Column("quantity_kind", str, f"{path}kind", "what sort of quantity (QuantityKind)"),
    )


SOURCE = (
    Column("source", str, "source.name", "who is credited, resolved within the document"),
    Column("source_mention", str, "source.mention.text", "the source as written at this place"),
    Column("source_kind", str, "source.kind", "what sort of thing speaks (EntityKind)"),
    Column("source_role", str, "source.role", "title or function as the text gives it"),
    Column("anonymous", bool, "source.anonymous", "no name is known and it is no institution"),
)
WHEN = (
    Column("when", str, "when.timex_value", "TIMEX3 value of the date it holds for"),
    Column("when_text", str, "when.span.text", "that date as written"),
)
RULE = Column("rule", str, "rule", "name of the rule that made the record")


def _ends(path: str) -> tuple[Column, ...]:
    return (
        Column("first", dt.date, f"{path}first", "first day, inclusive"),
        Column("last", dt.date, f"{path}last", "last day, inclusive"),
    )


def _words(quote: Quote) -> str:
    return " … ".join(span.text for span in quote.content)


def _names(field: str) -> Callable[[Any], Cell]:
    return lambda incident: "; ".join(who.name for who in getattr(incident, field) if who.name) or None


def _toll(measure: str, figure: str) -> Callable[[Any], Cell]:
    return lambda incident: next((getattr(toll, figure) for toll in incident.tolls if toll.measure == measure), None)


def _tolls() -> Iterator[Column]:
    for measure in ("killed", "wounded"):
        for figure, about in (("low", "the least told"), ("best", "the figure told most plainly"), ("high", "the most told")):
            yield Column(f"{measure}_{figure}", float, _toll(measure, figure), f"{measure}: {about}")


COLUMNS: dict[str, tuple[Column, ...]] = {
    "incidents": (
        Column("start", int, lambda incident: incident.events[0].trigger.start if incident.events else None, "first code point of the first mention"),
        Column("trigger", str, lambda incident: incident.events[0].trigger.text if incident.events else None, "the word that first tells of it"),
        Column("kind", str, "kind", "PLOVER event type (EventKind)"),
        Column("mode", str, "mode", "PLOVER mode within the type"),
        Column("sub_event_type", str, "sub_event_type", "ACLED sub-event type"),
        *_ends(""),
        Column("date_precision", int, "date_precision", "UCDP GED: 1 exact day to 5 longer than a month"),
        Column("place", str, "place.name", "where"),
        Column("place_within", str, lambda incident: ", ".join(incident.place.within) if incident.place and incident.place.within else None, "the larger places, from the inside out"),
        Column("actors", str, _names("actors"), "who did it"),
        Column("targets", str, _names("targets"), "to whom"),
        Column("means", str, "means.text", "what it was done with, as written"),
        Column("factuality", str, "factuality", "asserted or claimed"),
        *_tolls(),
        Column("mentions", int, lambda incident: len(incident.events), "number of events that tell of it"),
        Column("salience", str, "salience", "core or background"),
        RULE,
    ),
    "quotes": (
        Column("start", int, lambda quote: quote.content[0].start, "first code point of the quote in the document"),
        Column("end", int, lambda quote: quote.content[-1].end, "code point after the last"),
        Column("text", str, _words, "what is said; the parts of a split quote joined by \" … \""),
        Column("parts", int, lambda quote: len(quote.content), "number of parts: more than 1 for a split quote"),
        Column("kind", str, "kind", "direct, mixed or indirect"),
        Column("stance", str, "stance", "what the source does with the words (Stance)"),
        Column("cue", str, "cue.text", "the verb or expression that attributes"),
        *SOURCE,
        Column("via", str, "via.name", "who relays the words"),
        RULE,
    ),
    "claims": (
        *_span("quantity.span"),
        Column("measure", str, "measure", "what is counted or measured (Measure)"),
        *_figures("quantity."),
        Column("role", str, "role", "total, increment, subset or part"),
        Column("stance", str, "stance", "the source's stance towards the number"),
        *SOURCE,
        *WHEN,
        *_ends("when."),
        Column("place", str, "place.name", "where"),
        Column("side", str, "side.name", "whose troops, whose losses"),
        Column("inflicted_by", str, "inflicted_by.name", "who did it"),
        Column("factuality", str, "factuality", "asserted, claimed, negated, doubted, planned or hypothetical"),
        Column("implied", bool, "quantity.implied", "no numeral is written (\"a soldier was killed\")"),
        Column("part_of", str, "part_of.text", "the number it is part of, as written"),
        Column("previous", str, "previous.text", "the number it replaces, as written"),
        Column("via", str, "via.name", "who relays the source's number"),
        Column("trigger", str, "trigger.text", "the word that tells the measure"),
        RULE,
    ),
    "events": (
        *_span("trigger", "trigger"),
        Column("kind", str, "kind", "PLOVER event type (EventKind); empty outside that scheme"),
        Column("mode", str, "mode", "PLOVER mode within the type"),
        *_ends(""),
        Column("date_precision", int, "date_precision", "UCDP GED: 1 exact day to 5 longer than a month"),
        Column("date_source", str, "date_source", "text, inherited, publication or unknown"),
        *WHEN,
        Column("factuality", str, "factuality", "asserted, claimed, negated, doubted, planned or hypothetical"),
        Column("actor", str, "actor.name", "who did it"),
        Column("actor_kind", str, "actor.kind", "what sort of thing acts (EntityKind)"),
        Column("target", str, "target.name", "to whom"),
        Column("target_kind", str, "target.kind", "what sort of thing suffers (EntityKind)"),
        Column("place", str, "place.name", "where"),
        Column("place_within", str, lambda event: ", ".join(event.place.within) if event.place and event.place.within else None, "the larger places, from the inside out"),
        Column("means", str, "means.text", "what it is done with, as written"),
        *SOURCE,
        RULE,
    ),
    "dates": (
        *_span("span"),
        Column("timex_type", str, "timex_type", "DATE, TIME, DURATION or SET"),
        Column("timex_value", str, "timex_value", "TIMEX3 value; \"\" when it cannot be resolved"),
        Column("mod", str, "mod", "TIMEX3 modifier"),
        *_ends(""),
        Column("grain", str, "grain", "the unit of time that it names (Grain)"),
        Column("relative", bool, "relative", "depends on the publication date or on an earlier date"),
        RULE,
    ),
    "quantities": (
        *_span("span"),
        Column("number", str, "number.text", "the numeral words"),
        *_figures(""),
        Column("noun", str, "noun.text", "the counted noun, or the unit as written"),
        RULE,
    ),
    "speakers": (
        Column("source", str, "name", "who speaks or is credited with a number"),
        Column("source_kind", str, "kind", "what sort of thing speaks (EntityKind)"),
        Column("source_role", str, "role", "title or function as the text gives it"),
        Column("anonymous", bool, "anonymous", "no name is known and it is no institution"),
        Column("quotes", int, lambda speaker: len(speaker.quotes), "number of quotes"),
        Column("claims", int, lambda speaker: len(speaker.claims), "number of numeric claims"),
        Column("start", int, lambda speaker: speaker.mentions[0].start if speaker.mentions else None, "first code point of the first mention in a quote or claim"),
        Column("end", int, lambda speaker: speaker.mentions[0].end if speaker.mentions else None, "code point after it"),
    ),
}
"""Kind of table -> its columns, in order. Every table starts with the columns of ``DOCUMENT``."""

DOCUMENTS = (
    Column("id", str, "", "id of the document"),
    Column("title", str, "", "its headline"),
    Column("outlet", str, "", "who published it"),
    Column("published", dt.date, "", "its day of publication"),
    Column("language", str, "", "language it was read in"),
    Column("characters", int, "", "length of its text"),
    *(Column(kind, int, "", f"number of its {kind}") for kind in COLUMNS),
)
"""The columns of the table of the documents themselves, which every other table refers to by its column ``document``."""

DOCUMENT = (
    Column("document", str, "", "id of the document"),
    Column("published", dt.date, "", "its day of publication"),
)


def to_records(reports: Many, kind: Kind) -> list[dict[str, Any]]:
    """The records of one kind as flat dictionaries, in text order, report after report.

    Keys are those of :func:`columns`, always all of them and in that order; cells are ``str``, ``int``, ``float``, ``bool``,
    ``datetime.date`` or None. ``reports`` is one report or many: a mapping from id to report, pairs of id and report, or reports alone,
    which are numbered from "0".

    Raises :class:`InputTypeError` for a kind that is not there and for what is no report.
    """
    names = [column.name for column in columns(kind)]
    return [dict(zip(names, row, strict=True)) for row in _rows(reports, kind)]


def to_pandas(reports: Many, kind: Kind) -> pandas.DataFrame:
    """The same table as a pandas data frame with nullable types (``string``, ``Int64``, ``Float64``, ``boolean``, ``datetime64[s]``).

    Arguments and errors as for :func:`to_records`; :class:`MissingExtraError` without pandas.
    """
    pd = need("pandas", "pandas")
    types = {str: "string", int: "Int64", float: "Float64", bool: "boolean", dt.date: "datetime64[s]"}
    frame: pandas.DataFrame = pd.DataFrame({column.name: pd.Series(cells, dtype=types[column.type]) for column, cells in _typed(reports, kind)})
    return frame


def to_polars(reports: Many, kind: Kind) -> polars.DataFrame:
    """The same table as a polars data frame; arguments and errors as for :func:`to_records`, :class:`MissingExtraError` without polars."""
    pl = need("polars", "polars")
    types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, dt.date: pl.Date}
    frame: polars.DataFrame = pl.DataFrame([pl.Series(column.name, cells, dtype=types[column.type]) for column, cells in _typed(reports, kind)])
    return frame


def to_arrow(reports: Many, kind: Kind) -> pyarrow.Table:
    """The same table for Arrow, with the schema of :func:`arrow_schema`; errors as for :func:`to_records`, :class:`MissingExtraError` without pyarrow."""
    pa = need("pyarrow", "arrow")
    schema = arrow_schema(kind)
    arrays = [pa.array(cells, field.type) for (_, cells), field in zip(_typed(reports, kind), schema, strict=True)]
    table: pyarrow.Table = pa.table(arrays, schema=schema)
    return table


def arrow_schema(kind: Kind) -> pyarrow.Schema:
    """The Arrow schema of a table: a field's metadata says what the column holds."""
    pa = need("pyarrow", "arrow")
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}
    schema: pyarrow.Schema = pa.schema([pa.field(column.name, types[column.type], metadata={"about": column.about}) for column in columns(kind)])
    return schema


def columns(kind: Kind) -> tuple[Column, ...]:
    """The columns of a table, in order; :class:`InputTypeError` for a kind that is not there."""
    if kind not in COLUMNS:
        raise InputTypeError(f"no table {kind!r}; there are: {', '.join(COLUMNS)}")
    return DOCUMENT + COLUMNS[kind]


def named_reports(reports: Many) -> Iterator[tuple[str | None, Report]]:
    """Pairs of document id and report; the id given with it, else its own; a single report may have none, others are numbered."""
    if isinstance(reports, Report):
        yield reports.id, reports
        return
    items = reports.items() if isinstance(reports, Mapping) else reports
    if isinstance(items, str | bytes) or not isinstance(items, Iterable):
        raise InputTypeError(f"a table takes one Report or many, not {type(reports).__name__}")
    for number, item in enumerate(items):
        name, report = item if isinstance(item, tuple) and len(item) == 2 else (_id(item, number), item)  # noqa: PLR2004
        if not isinstance(report, Report):
            raise InputTypeError(f"item {number} of the reports must be a Report or a pair of id and Report, not {type(report).__name__}")
        yield str(name), report


def identified(reports: Many) -> Iterator[tuple[str, Report]]:
    """Pairs of id and report: the id given with it, else its own, else its number."""
    for name, report in named_reports(reports):
        yield "0" if name is None else name, report


def document_row(name: str, report: Report) -> list[Cell]:
    """The cells of ``DOCUMENTS`` for one report."""
    return [name, report.title, report.outlet, report.published, report.language, len(report.text), *(len(getattr(report, kind)) for kind in COLUMNS)]


def _id(item: object, number: int) -> str:
    own = item.id if isinstance(item, Report) else None
    return str(number) if own is None else own


def _rows(reports: Many, kind: Kind) -> Iterator[list[Cell]]:
    cells = [_cell(column.path) for column in columns(kind)[len(DOCUMENT) :]]
    for name, report in named_reports(reports):
        for record in getattr(report, kind):
            yield [name, report.published, *[cell(record) for cell in cells]]


def _cell(path: str | Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    """The function that follows a dotted path down a record; None where it breaks off."""
    if not isinstance(path, str):
        return path
    names = path.split(".")

    def follow(record: Any) -> Cell:
        for name in names:
            if record is None:
                return None
            record = getattr(record, name)
        return str(record) if isinstance(record, StrEnum) else record

    return follow


def _typed(reports: Many, kind: Kind) -> Iterator[tuple[Column, list[Any]]]:
    """Each column with its cells, numbers as the column's type has them."""
    rows = list(_rows(reports, kind))
    for n, column in enumerate(columns(kind)):
        cells = [row[n] for row in rows]
        if column.type is float:
            cells = [None if cell is None else float(cell) for cell in cells]  # type: ignore[arg-type]
        elif column.type is str:
            cells = [cell if cell is None else valid(cell) for cell in cells]  # type: ignore[arg-type]
        yield column, cells


def valid(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which UTF-8 (and so a data frame) cannot hold; offsets stay."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)
