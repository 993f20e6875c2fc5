"""The whole way of the data on one page: text -> Document -> dates -> quantities -> quotes -> speakers -> claims, events -> incidents -> Report."""

from __future__ import annotations

import datetime as dt
from types import ModuleType
from typing import TYPE_CHECKING

from conflictkit._agreement import agree
from conflictkit._collector import uncollected
from conflictkit._errors import InputTypeError, UnknownLanguageError
from conflictkit._models import DatedEvent, DateExpression, NumericClaim, Quantity, Quote
from conflictkit._report import Report
from conflictkit._views import Records
from conflictkit.language import Language, modules

if TYPE_CHECKING:
    from conflictkit._document import Document
    from conflictkit.engine.text import View

LANGUAGES = {"en": "conflictkit.english"}
"""Language code -> the package that reads it; imported when first asked for."""


@uncollected
def parse(
    text: str,
    *,
    published: dt.date | None = None,
    language: str | Language = "en",
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    outlet: str | None = None,
) -> Report:
    """Read a news report: who said what, which number claimed by whom, what happened when.

    ``published`` is the day of publication (a ``datetime`` counts as its day); without it relative dates stay unresolved.
    Any ``str`` gives a :class:`Report`. Offsets are code points of ``text`` as given. ``id``, ``title`` and ``outlet`` are carried along.

    ``language`` is the code of a language, or a :class:`Language` with words and rules of your own (see :func:`evolve`).

    Raises :class:`InputTypeError` when ``text`` (or ``id``, ``title``, ``outlet``) is no ``str`` or ``published`` no date, :class:`UnknownLanguageError` for a language
    that is not there.
    """
    day, lang = _day(published), _language(language)
    for name, value in (("id", id), ("title", title), ("outlet", outlet)):
        if not isinstance(value, str | None):
            raise InputTypeError(f"{name} must be a str or None, not {type(value).__name__}")
    view, doc = _document(text, lang)
    pack = lang.pack()
    dates = doc.dates = lang.dates.find_dates(doc, pack.dates, day)
    quantities = lang.quantities.find_quantities(doc, pack.quantities, dates)
    quotes = lang.quotes.nested(lang.speakers.resolve(doc, lang.quotes.find_quotes(doc)))
    claims = lang.claims.make_claims(doc, quantities, quotes, dates)
    claims, events = agree(claims, lang.events.find_events(doc, dates, quotes, day))
    incidents = lang.incidents.find_incidents(doc, events, claims, dates, day)
    quotes, claims, events, dates, quantities, incidents = view.restore((quotes, claims, events, dates, quantities, incidents))
    dateline = doc.head.dated(dates) if doc.head else None
    return Report(
        text=text,
        published=day,
        language=language if isinstance(language, str) else language.code,
        id=id,
        title=title,
        outlet=outlet,
        dateline=dateline,
        quotes=quotes,
        claims=claims,
        events=events,
        dates=dates,
        quantities=tuple(quantity for quantity in quantities if not quantity.implied),
        incidents=lang.incidents.placed(incidents, dateline),
    )


@uncollected
def parse_quotes(text: str, *, language: str | Language = "en") -> tuple[Quote, ...]:
    """The quotes of a text, direct, mixed and indirect, with their speakers resolved; errors as for :func:`parse`."""
    lang = _language(language)
    view, doc = _document(text, lang)
    doc.dates = lang.dates.find_dates(doc, lang.pack().dates, None)
    return Records(view.restore(lang.quotes.nested(lang.speakers.resolve(doc, lang.quotes.find_quotes(doc)))))


@uncollected
def parse_dates(text: str, published: dt.date | None = None, *, language: str | Language = "en") -> tuple[DateExpression, ...]:
    """The temporal expressions of a text; errors as for :func:`parse`."""
    day, lang = _day(published), _language(language)
    view, doc = _document(text, lang)
    return Records(view.restore(lang.dates.find_dates(doc, lang.pack().dates, day)))


@uncollected
def parse_quantities(text: str, *, language: str | Language = "en") -> tuple[Quantity, ...]:
    """The quantities of a text (dates, names and codes are none); errors as for :func:`parse`."""
    lang = _language(language)
    view, doc = _document(text, lang)
    pack = lang.pack()
    doc.dates = lang.dates.find_dates(doc, pack.dates, None)
    return Records(view.restore(lang.quantities.find_alone(doc, pack.quantities, doc.dates)))


def parse_claims(text: str, published: dt.date | None = None, *, language: str | Language = "en") -> tuple[NumericClaim, ...]:
    """The numeric claims of a text with their sources; errors as for :func:`parse`."""
    return parse(text, published=published, language=language).claims


def parse_events(text: str, published: dt.date | None = None, *, language: str | Language = "en") -> tuple[DatedEvent, ...]:
    """The dated events of a text; errors as for :func:`parse`."""
    return parse(text, published=published, language=language).events


def _document(text: str, lang: ModuleType) -> tuple[View, Document]:
    """The text as it is read, and that cut into tokens."""
    from conflictkit._document import Document

    if not isinstance(text, str):
        raise InputTypeError(f"text must be a str, not {type(text).__name__}; decode bytes first, for example data.decode('utf-8')")
    pack = lang.pack()
    view, head = pack.layout.read(text)
    return view, Document(view.text, pack.lexicon, head, view)


def _day(published: object) -> dt.date | None:
    if published is None:
        return None
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    raise InputTypeError(f"published must be a datetime.date or None, not {type(published).__name__}; for ISO text use date.fromisoformat(...)")


def _language(code: object) -> ModuleType:
    from importlib import import_module

    if isinstance(code, Language):
        return modules(code)
    if not isinstance(code, str):
        raise InputTypeError(f"language must be a str such as 'en' or a Language, not {type(code).__name__}")
    name = LANGUAGES.get(code)
    if name is None:
        raise UnknownLanguageError(f"no language {code!r}; there are: {', '.join(sorted(LANGUAGES))}")
    return import_module(name)
