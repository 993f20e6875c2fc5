"""Records in one line: every field has a default, words become spans, figures follow from the words and the bound."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from conflictkit._errors import InputTypeError
from conflictkit._models import (
    Bound,
    ClaimRole,
    DatedEvent,
    DateExpression,
    DateSource,
    EventKind,
    Factuality,
    Grain,
    Measure,
    Mod,
    Number,
    NumericClaim,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    TimexType,
)

E = TypeVar("E", bound=StrEnum)

FIGURE = re.compile(r"\d+(?:[,. \u202f]\d{3})*(?:\.\d+)?")
ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
MARKS = "“\"‘'«„`"


@frozen
class Maker:
    """Makes records of one text, or of none.

    With a text, words are looked up in it, so that offsets are right: ``Maker(text).claim("12 people", "killed")``. Words that do not
    stand in the text, or stand there more than once, raise ``ValueError``; :meth:`span` takes the which-th. Without a text every
    string becomes a span of its own at offset 0, enough for code that reads no offsets.

    Enumerations may be given by their value ("killed"), sources by their name, dates by ISO text.
    """

    text: str | None = None

    def span(self, words: str, nth: int | None = None) -> Span:
        """The span of words in the text; ``nth`` (from 1) says which of several."""
        if self.text is None:
            return Span(0, len(words), words)
        starts = [found.start() for found in re.finditer(re.escape(words), self.text)] if words else []
        if not starts:
            raise ValueError(f"{words!r} does not stand in the text {_short(self.text)!r}")
        if nth is None and len(starts) > 1:
            raise ValueError(f"{words!r} stands {len(starts)} times in the text, at {', '.join(map(str, starts))}; pass span(words, nth) for one of them")
        if nth is not None and not 1 <= nth <= len(starts):
            raise ValueError(f"nth must be 1 to {len(starts)}, not {nth}, as {words!r} stands {len(starts)} times in the text")
        start = starts[(nth or 1) - 1]
        return Span(start, start + len(words), words)

    def source(
        self, name: str | None = "Ana Ruiz", *, mention: str | Span | None = None, kind: SourceKind | str = "person", anonymous: bool = False, role: str | None = None
    ) -> Source:
        """A source; its mention is the name where the text has it."""
        if mention is None and name is not None and (self.text is None or name in self.text):
            mention = self.span(name, None if self.text is None else 1)
        return Source(self._span(mention), name, _member(SourceKind, kind), anonymous, role)

    def quote(
        self,
        *content: str | Span,
        source: Source | str | None = "Ana Ruiz",
        stance: Stance | str = "said",
        kind: QuoteKind | str | None = None,
        cue: str | Span | None = None,
        rule: str = "",
    ) -> Quote:
        """A quote of one or several parts; its kind, when not given, by whether it begins with a quote mark."""
        spans = tuple(map(self._cut, content or ("“We are still searching,”",)))
        made = _member(QuoteKind, kind) if kind is not None else QuoteKind.DIRECT if spans[0].text[:1] in MARKS else QuoteKind.INDIRECT
        return Quote(spans, made, self._span(cue), _member(Stance, stance), self._source(source), rule)

    def quantity(
        self,
        words: str | Span = "12 people",
        best: Number | None = None,
        *,
        low: Number | None = None,
        high: Number | None = None,
        bound: Bound | str = "exact",
        unit: str | None = None,
        kind: QuantityKind | str = "count",
        per: str | None = None,
        of: Number | None = None,
        rule: str = "",
    ) -> Quantity:
        """A quantity; figures that are not given follow from the first number of the words and the bound (see the data model)."""
        span, made = self._cut(words), _member(Bound, bound)
        figure = FIGURE.search(span.text)
        number = _within(span, *figure.span()) if figure else span
        noun = _within(span, figure.end() + 1, len(span.text)) if figure and span.text[figure.end() :].strip() else None
        if best is None and low is None and high is None:
            if figure is None:
                raise ValueError(f"no figure in {span.text!r}; give best, or low and high")
            digits = re.sub(r"[, \u202f]", "", figure[0])
            best = float(digits) if "." in digits else int(digits)
        if low is None and made in (Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN):
            low = best
        if high is None and made in (Bound.EXACT, Bound.AT_MOST, Bound.LESS_THAN):
            high = best
        return Quantity(span, number, low, best, high, made, unit or (noun.text if noun else None), noun, _member(QuantityKind, kind), per, of, rule)

    def claim(
        self,
        quantity: Quantity | str | Span = "12 people",
        measure: Measure | str = "killed",
        *,
        source: Source | str | None = None,
        stance: Stance | str | None = None,
        when: DateExpression | str | None = None,
        place: str | Span | None = None,
        side: str | Span | None = None,
        inflicted_by: str | Span | None = None,
        role: ClaimRole | str = "total",
        rule: str = "",
    ) -> NumericClaim:
        """A numeric claim; with a source and no stance the stance is said."""
        who = self._source(source)
        made = _member(Stance, stance) if stance is not None else Stance.SAID if who else None
        return NumericClaim(
            quantity if isinstance(quantity, Quantity) else self.quantity(quantity),
            _member(Measure, measure),
            who,
            made,
            self._date(when),
            self._span(place),
            self._span(side),
            self._span(inflicted_by),
            _member(ClaimRole, role),
            rule,
        )

    def date(
        self,
        words: str | Span = "7 November 2025",
        value: str = "2025-11-07",
        *,
        timex_type: TimexType | str = "DATE",
        mod: Mod | str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        grain: Grain | str | None = None,
        relative: bool = False,
        rule: str = "",
    ) -> DateExpression:
        """A date expression; the days and the grain of an ISO value (year, month, day) follow from it."""
        found = ISO.fullmatch(value)
        if found and first is None and last is None:
            first, last = _days(*(int(part) if part else None for part in found.groups()))
            grain = grain or ("day" if found[3] else "month" if found[2] else "year")
        return DateExpression(
            self._cut(words),
            _member(TimexType, timex_type),
            value,
            _member(Mod, mod) if mod is not None else None,
            first,
            last,
            _member(Grain, grain) if grain is not None else None,
            relative,
            rule,
        )

    def event(
        self,
        trigger: str | Span = "attacked",
        kind: EventKind | str | None = "ASSAULT",
        *,
        mode: str | None = None,
        when: DateExpression | str | None = None,
        factuality: Factuality | str = "asserted",
        date_source: DateSource | str | None = None,
        source: Source | str | None = None,
        actor: str | Span | None = None,
        target: str | Span | None = None,
        place: str | Span | None = None,
        rule: str = "",
    ) -> DatedEvent:
        """An event; its days and precision are those of ``when``, unresolved without."""
        from conflictkit.english.events import precision

        date = self._date(when)
        return DatedEvent(
            self._cut(trigger),
            _member(EventKind, kind) if kind is not None else None,
            mode,
            date,
            date.first if date else None,
            date.last if date else None,
            precision(date.first, date.last) if date else None,
            _member(DateSource, date_source or ("text" if date else "publication")),
            _member(Factuality, factuality),
            self._source(source),
            self._span(actor),
            self._span(target),
            self._span(place),
            rule,
        )

    def report(
        self,
        *,
        published: dt.date | None = None,
        quotes: Iterable[Quote] = (),
        claims: Iterable[NumericClaim] = (),
        events: Iterable[DatedEvent] = (),
        dates: Iterable[DateExpression] = (),
        quantities: Iterable[Quantity] = (),
        language: str = "en",
    ) -> Report:
        """A report of the text, records in text order; dates and quantities of the claims and events are in it too."""
        if self.text is None:
            raise ValueError("a report needs a text: Maker('The text ...').report(...)")
        made, happened = tuple(claims), tuple(events)
        whens = [when for when in (*(claim.when for claim in made), *(event.when for event in happened)) if when and when.span.text]
        return Report(
            self.text,
            published,
            language,
            tuple(sorted(quotes, key=lambda quote: quote.content[0].start)),
            tuple(sorted(made, key=lambda claim: claim.quantity.span.start)),
            tuple(sorted(happened, key=lambda event: event.trigger.start)),
            tuple(sorted(dict.fromkeys((*dates, *whens)), key=lambda date: date.span.start)),
            tuple(sorted(dict.fromkeys((*quantities, *(claim.quantity for claim in made))), key=lambda quantity: quantity.span.start)),
        )

    def _cut(self, words: str | Span) -> Span:
        return words if isinstance(words, Span) else self.span(words)

    def _span(self, words: str | Span | None) -> Span | None:
        return self._cut(words) if words is not None else None

    def _source(self, source: Source | str | None) -> Source | None:
        return self.source(source) if isinstance(source, str) else source

    def _date(self, when: DateExpression | str | None) -> DateExpression | None:
        """A date given by its ISO value stands in the text as that value, else nowhere."""
        if not isinstance(when, str):
            return when
        where = self.span(when) if self.text is None or when in self.text else Span(0, 0, "")
        return self.date(where, when)


def _member(kind: type[E], value: E | str) -> E:
    try:
        return kind(value)
    except ValueError:
        raise InputTypeError(f"no {kind.__name__} {value!r}; there are: {', '.join(kind)}") from None


def _within(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.text[start:end])


def _days(year: int | None, month: int | None, day: int | None) -> tuple[dt.date, dt.date]:
    first = dt.date(year or 1, month or 1, day or 1)
    if day:
        return first, first
    return first, dt.date(first.year, month or 12, monthrange(first.year, month or 12)[1])


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004
