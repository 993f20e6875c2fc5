"""The report: a text with all records that were read in it, and the views of them."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import attrs
from attrs import field, frozen

from conflictkit._models import DatedEvent, DateExpression, Dateline, Incident, NumericClaim, Quantity, Quote, Span, about
from conflictkit._speakers import Speaker, make_speakers
from conflictkit._timeline import Timeline, make_timeline
from conflictkit._views import Records, view

if TYPE_CHECKING:
    import pandas

R = TypeVar("R")

Kind = Literal["incidents", "quotes", "claims", "events", "dates", "quantities", "speakers"]
"""The kinds of records of a report: each is an attribute of it, and a table."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@frozen
class Report:
    """All that was read in one text. Tuples are in text order."""

    text: str = field(metadata=about("As given, without any change."))
    published: dt.date | None = field(metadata=about("The day of publication as given; without it relative dates are unresolved."))
    language: str = field(metadata=about("Code of the language it was read in."))
    id: str | None = field(default=None, metadata=about("As given to :func:`parse`."))
    title: str | None = field(default=None, metadata=about("The headline as given."))
    outlet: str | None = field(default=None, metadata=about("Who published it, as given."))
    dateline: Dateline | None = field(default=None, metadata=about("Place, day and agency of the text's own head."))
    quotes: tuple[Quote, ...] = ()
    claims: tuple[NumericClaim, ...] = ()
    events: tuple[DatedEvent, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    incidents: tuple[Incident, ...] = field(default=(), metadata=about("What happened, each thing once, made from events and claims."))

    def __attrs_post_init__(self) -> None:
        for name in KINDS:
            if name != "speakers":
                object.__setattr__(self, name, Records(getattr(self, name)))

    def __repr__(self) -> str:
        held = ", ".join(f"{len(getattr(self, name))} {name}" for name in ("quotes", "claims", "events", "dates", "quantities", "incidents"))
        return f"<Report of {len(self.text):,} characters, published {self.published}: {held}>"

    def event_of(self, claim: NumericClaim) -> DatedEvent | None:
        """The event told by the word that tells the claim's measure; None where that word is no event."""
        return next((event for event in self.events if event.trigger == claim.trigger), None) if claim.trigger is not None else None

    def quote_of(self, record: NumericClaim | DatedEvent | Quote) -> Quote | None:
        """The innermost quote whose content holds the record: a claim by its number, an event by its trigger, a quote by its content."""
        a, b = _place(record)
        around = [(span.end - span.start, quote) for quote in self.quotes if quote is not record for span in quote.content if span.start <= a and b <= span.end]
        return min(around, key=lambda found: found[0])[1] if around else None

    def to_html(
        self,
        *,
        title: str | None = None,
        theme: Literal["auto", "light", "dark"] = "auto",
        kinds: Iterable[Kind] | None = None,
        fragment: bool = False,
    ) -> str:
        """The report as one self-contained web page: the article with its records marked, tables, incidents, speakers.

        Nothing is loaded from anywhere and nothing of the text is read as markup. ``theme`` "auto" follows the reader's system. ``kinds``
        are those of the records to be shown (None: all); the timeline comes with the incidents. ``fragment=True`` gives one element to
        put into a page of your own, with its style and script in it, instead of a page. Write it as UTF-8.
        """
        return str(view("page")(self, title=title, theme=theme, kinds=kinds, fragment=fragment))

    def to_records(self, kind: Kind) -> list[dict[str, Any]]:
        """The records of one kind as flat dictionaries with the columns of ``conflictkit.export.tables``, in text order."""
        rows: list[dict[str, Any]] = view("rows")(self, kind)
        return rows

    def to_pandas(self, kind: Kind) -> pandas.DataFrame:
        """The same rows as a pandas data frame; :class:`MissingExtraError` without pandas."""
        frame: pandas.DataFrame = view("data frame")(self, kind)
        return frame

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Each source that has a name once, with all its mentions, quotes and claims, in the order in which they first speak.

        Made anew at each call.
        """
        return Records(make_speakers(self.quotes, self.claims))

    def timeline(self) -> Timeline:
        """The incidents in order of time, each once with all its mentions; what has no date stands apart."""
        return make_timeline(self.incidents)

    def _repr_html_(self) -> str:
        return str(view("frame")(self))


@cache
def resolved(record: type[R]) -> type[R]:
    """A class of records whose field types are the types themselves, names looked up where the records are defined."""
    known = [vars(module) for name, module in sys.modules.copy().items() if name.startswith("conflictkit._")]
    attrs.resolve_types(record, {name: value for names in known for name, value in names.items()})  # type: ignore[type-var]
    return record


def types_of(record: type) -> dict[str, Any]:
    """Field -> type of a class of records."""
    return {field.name: field.type for field in attrs.fields(resolved(record))}


def _place(record: NumericClaim | DatedEvent | Quote) -> tuple[int, int]:
    if isinstance(record, Quote):
        return record.content[0].start, record.content[-1].end
    span: Span = record.quantity.number if isinstance(record, NumericClaim) else record.trigger
    return span.start, span.end
