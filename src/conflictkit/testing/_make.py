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
    Entity,
    EntityKind,
    EventKind,
    Factuality,
    Grain,
    Incident,
    Measure,
    Mod,
    Number,
    NumericClaim,
    Place,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Span,
    Stance,
    TimexType,
)
from conflictkit._report import Report

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

    Enumerations may be given by their value ("killed"), entities and places by their name, dates by ISO text.
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

    def entity(
        self, name: str | None = "Ana Ruiz", *, mention: str | Span | None = None, kind: EntityKind | str = "person", anonymous: bool = False, role: str | None = None
    ) -> Entity:
        """Somebody or something; its mention is the name where the text has it."""
        if mention is None and name is not None and (self.text is None or name in self.text):
            mention = self.span(name, None if self.text is None else 1)
        return Entity(self._span(mention), name, _member(EntityKind, kind), anonymous, role)

    def place(self, name: str = "Goma", *, mention: str | Span | None = None, within: Iterable[str] = ()) -> Place:
        """A place; its mention is the first place where the text has the name."""
        return Place(self._cut(mention) if mention is not None else self.span(name, None if self.text is None else 1), name, tuple(within))

    def quote(
        self,
        *content: str | Span,
        source: Entity | str | None = "Ana Ruiz",
        stance: Stance | str = "said",
        kind: QuoteKind | str | None = None,
        cue: str | Span | None = None,
        via: Entity | str | None = None,
        rule: str = "",
    ) -> Quote:
        """A quote of one or several parts; its kind, when not given, by whether it begins with a quote mark."""
        spans = tuple(map(self._cut, content or ("“We are still searching,”",)))
        made = _member(QuoteKind, kind) if kind is not None else QuoteKind.DIRECT if spans[0].text[:1] in MARKS else QuoteKind.INDIRECT
        return Quote(spans, made, self._span(cue), _member(Stance, stance), self._entity(source), self._entity(via), rule)

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
        implied: bool = False,
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
        return Quantity(span, number, low, best, high, made, unit or (noun.text if noun else None), noun, _member(QuantityKind, kind), per, of, implied, rule)

    def claim(
        self,
        quantity: Quantity | str | Span = "12 people",
        measure: Measure | str = "killed",
        *,
        source: Entity | str | None = None,
        stance: Stance | str | None = None,
        factuality: Factuality | str | None = None,
        when: DateExpression | str | None = None,
        place: Place | str | None = None,
        side: Entity | str | None = None,
        inflicted_by: Entity | str | None = None,
        role: ClaimRole | str = "total",
        part_of: str | Span | None = None,
        previous: str | Span | None = None,
        via: Entity | str | None = None,
        trigger: str | Span | None = None,
        rule: str = "",
    ) -> NumericClaim:
        """A numeric claim; with a source and no stance the stance is said, and the number claimed."""
        who = self._entity(source)
        made = _member(Stance, stance) if stance is not None else Stance.SAID if who else None
        return NumericClaim(
            quantity if isinstance(quantity, Quantity) else self.quantity(quantity),
            _member(Measure, measure),
            who,
            made,
            _member(Factuality, factuality or ("claimed" if who else "asserted")),
            self._date(when),
            self._place(place),
            self._entity(side, "unknown"),
            self._entity(inflicted_by, "unknown"),
            _member(ClaimRole, role),
            self._span(part_of),
            self._span(previous),
            self._entity(via),
            self._span(trigger),
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
        source: Entity | str | None = None,
        actor: Entity | str | None = None,
        target: Entity | str | None = None,
        place: Place | str | None = None,
        means: str | Span | None = None,
        rule: str = "",
    ) -> DatedEvent:
        """An event; its days and precision are those of ``when``, unresolved without."""
        date = self._date(when)
        return DatedEvent(
            self._cut(trigger),
            _member(EventKind, kind) if kind is not None else None,
            mode,
            date,
            date.first if date else None,
            date.last if date else None,
            precision(date.first, date.last) if date else None,
            _member(DateSource, date_source or ("text" if date else "unknown")),
            _member(Factuality, factuality),
            self._entity(source),
            self._entity(actor, "unknown"),
            self._entity(target, "unknown"),
            self._place(place),
            self._span(means),
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
        incidents: Iterable[Incident] = (),
        language: str = "en",
        id: str | None = None,  # noqa: A002
        title: str | None = None,
        outlet: str | None = None,
    ) -> Report:
        """A report of the text, records in text order; dates and quantities of the claims and events are in it too."""
        if self.text is None:
            raise ValueError("a report needs a text: Maker('The text ...').report(...)")
        found = tuple(incidents)
        made = tuple(dict.fromkeys((*claims, *(claim for incident in found for claim in incident.claims))))
        happened = tuple(dict.fromkeys((*events, *(event for incident in found for event in incident.events))))
        whens = [when for when in (*(claim.when for claim in made), *(event.when for event in happened)) if when and when.span.text]
        return Report(
            self.text,
            published,
            language,
            id,
            title,
            outlet,
            quotes=tuple(sorted(quotes, key=lambda quote: quote.content[0].start)),
            claims=tuple(sorted(made, key=lambda claim: claim.quantity.span.start)),
            events=tuple(sorted(happened, key=lambda event: event.trigger.start)),
            dates=tuple(sorted(dict.fromkeys((*dates, *whens)), key=lambda date: date.span.start)),
            quantities=tuple(sorted(dict.fromkeys((*quantities, *(claim.quantity for claim in made if not claim.quantity.implied))), key=lambda quantity: quantity.span.start)),
            incidents=found,
        )

    def _cut(self, words: str | Span) -> Span:
        return words if isinstance(words, Span) else self.span(words)

    def _span(self, words: str | Span | None) -> Span | None:
        return self._cut(words) if words is not None else None

    def _entity(self, who: Entity | str | None, kind: str = "person") -> Entity | None:
        return self.entity(who, kind=kind) if isinstance(who, str) else who

    def _place(self, place: Place | str | None) -> Place | None:
        return self.place(place) if isinstance(place, str) else place

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


def precision(first: dt.date | None, last: dt.date | None) -> int | None:
    """Date precision as the data model has it (UCDP GED)."""
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return next(grade for grade, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, days)) if days <= most)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004
