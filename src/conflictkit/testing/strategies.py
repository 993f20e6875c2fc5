"""Hypothesis strategies: news-like texts, and valid records of a text."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from hypothesis import strategies as st

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
    Salience,
    Span,
    Stance,
    TimexType,
    Toll,
)
from conflictkit._report import Report
from conflictkit.testing._make import Maker, precision

T = TypeVar("T")

SPEAKERS = "Governor Ana Ruiz|the interior ministry|one battalion commander|Kyiv|rescuers|she|Oleh Kravets, who leads the team,|a soldier"
CUES = "said|told reporters|claimed|denied|confirmed|warned|added|estimated"
COUNTS = "12|at least 12|about 1,200|more than 40|14 of 16|dozens of|three|up to 5,000|2.5 million|40 to 50|1 040|no"
NOUNS = "people|soldiers|civilians|drones|tanks|houses|missiles|kilometres"
DEEDS = "were killed|were wounded|were shot down|have fled|were destroyed|are missing|crossed the border|will be released"
TIMES = "on Monday|last week|on 3 November|in May 2023|since August|overnight|earlier this year|21 months ago|by Friday|"
MARKS = "“”|\"\"|‘’|''|«»|„“|“|\"|"


def _one_of(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split("|"))


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    fact = " ".join(filter(None, (draw(_one_of(COUNTS)), draw(_one_of(NOUNS)), draw(_one_of(DEEDS)), draw(_one_of(TIMES)))))
    who, cue, marks = draw(_one_of(SPEAKERS)), draw(_one_of(CUES)), draw(_one_of(MARKS))
    left, right = marks[:1], marks[1:]
    form = draw(st.sampled_from(("{fact}.", "{who} {cue} that {fact}.", "{left}{fact},{right} {who} {cue}.", "{left}{fact},{right} {who} {cue}. {left}{fact}.{right}", "According to {who}, {fact}.")))
    return form.format(fact=fact, who=who, cue=cue, left=left, right=right)


def news_texts(max_sentences: int = 8) -> st.SearchStrategy[str]:
    """Texts that read like news: speakers, figures, dates, quote marks (some of them unpaired), several paragraphs."""
    return st.lists(st.tuples(_sentences(), st.sampled_from((" ", "\n", "\n\n"))), max_size=max_sentences).map(lambda parts: "".join(a + b for a, b in parts))


@st.composite
def spans(draw: st.DrawFn, text: str | None = None) -> Span:
    """A span of the text, which is never empty unless the text is."""
    text = draw(_texts(text))
    start = draw(st.integers(0, max(0, len(text) - 1)))
    end = draw(st.integers(min(start + 1, len(text)), len(text)))
    return Span(start, end, text[start:end])


def _texts(text: str | None) -> st.SearchStrategy[str]:
    return st.just(text) if text is not None else news_texts()


def _maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def entities(text: str | None = None) -> st.SearchStrategy[Entity]:
    """Entities, named or not."""
    names = _maybe(_one_of(SPEAKERS))
    return st.builds(Entity, _maybe(spans(text)), names, st.sampled_from(EntityKind), st.booleans(), _maybe(st.just("Governor")))


def places(text: str | None = None) -> st.SearchStrategy[Place]:
    """Places, some within others."""
    return st.builds(Place, spans(text), st.sampled_from(("Goma", "Vuhledar")), st.sampled_from(((), ("North Kivu",), ("North Kivu", "Congo"))))


def quotes(text: str | None = None) -> st.SearchStrategy[Quote]:
    """Quotes of one or two parts."""
    content = st.lists(spans(text), min_size=1, max_size=2).map(lambda parts: tuple(sorted(parts, key=lambda span: span.start)))
    return st.builds(Quote, content, st.sampled_from(QuoteKind), _maybe(spans(text)), st.sampled_from(Stance), _maybe(entities(text)), _maybe(entities(text)), _rules())


@st.composite
def quantities(draw: st.DrawFn, text: str | None = None) -> Quantity:
    """Quantities with low <= best <= high, where they are set."""
    figures: list[Number] = sorted(draw(st.lists(st.integers(0, 10**9) | st.floats(0, 1e9), min_size=3, max_size=3)))
    low, best, high = (draw(_maybe(st.just(figure))) for figure in figures)
    span = draw(spans(text))
    return Quantity(
        span,
        span,
        low,
        best,
        high,
        draw(st.sampled_from(Bound)),
        draw(_maybe(st.sampled_from(("soldier", "percent", "USD", "kilometer")))),
        draw(_maybe(st.just(span))),
        draw(st.sampled_from(QuantityKind)),
        draw(_maybe(st.sampled_from(("day", "month")))),
        draw(_maybe(st.integers(1, 10**6))),
        draw(st.booleans()),
        draw(_rules()),
    )


@st.composite
def dates(draw: st.DrawFn, text: str | None = None) -> DateExpression:
    """Date expressions with first <= last, resolved or not."""
    span = draw(spans(text))
    if draw(st.booleans()):
        return DateExpression(span, draw(st.sampled_from(TimexType)), "", relative=True, rule=draw(_rules()))
    first = draw(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
    last = first + dt.timedelta(draw(st.integers(0, 400)))
    return DateExpression(
        span, TimexType.DATE, str(first), draw(_maybe(st.sampled_from(Mod))), first, last, draw(_maybe(st.sampled_from(Grain))), draw(st.booleans()), draw(_rules())
    )


def claims(text: str | None = None) -> st.SearchStrategy[NumericClaim]:
    """Numeric claims; a stance where there is a source."""

    def made(source: Entity | None) -> st.SearchStrategy[NumericClaim]:
        stance: st.SearchStrategy[Stance | None] = st.sampled_from(Stance) if source else st.none()
        who, where = _maybe(entities(text)), _maybe(spans(text))
        return st.builds(
            NumericClaim,
            quantities(text),
            st.sampled_from(Measure),
            st.just(source),
            stance,
            st.sampled_from(Factuality),
            _maybe(dates(text)),
            _maybe(places(text)),
            who,
            who,
            st.sampled_from(ClaimRole),
            where,
            where,
            who,
            where,
            _rules(),
        )

    return _maybe(entities(text)).flatmap(made)


@st.composite
def events(draw: st.DrawFn, text: str | None = None) -> DatedEvent:
    """Dated events; first, last and precision are those of the date."""
    when = draw(_maybe(dates(text)))
    first, last = (when.first, when.last) if when else (None, None)
    who = _maybe(entities(text))
    return DatedEvent(
        draw(spans(text)),
        draw(_maybe(st.sampled_from(EventKind))),
        None,
        when,
        first,
        last,
        precision(first, last),
        draw(st.sampled_from(DateSource)),
        draw(st.sampled_from(Factuality)),
        draw(_maybe(entities(text))),
        draw(who),
        draw(who),
        draw(_maybe(places(text))),
        draw(_maybe(spans(text))),
        draw(_rules()),
    )


@st.composite
def incidents(draw: st.DrawFn, told: list[NumericClaim], happened: list[DatedEvent]) -> Incident:
    """Incidents made of the given claims and events."""
    numbers = tuple(draw(st.lists(st.sampled_from(told), max_size=2))) if told else ()
    mentions = tuple(draw(st.lists(st.sampled_from(happened), max_size=2))) if happened else ()
    return Incident(
        draw(_maybe(st.sampled_from(EventKind))),
        None,
        draw(_maybe(st.just("Armed clash"))),
        None,
        None,
        None,
        tolls=tuple(Toll(claim.measure, claim.quantity.low, claim.quantity.best, claim.quantity.high, (claim,)) for claim in numbers),
        events=mentions,
        claims=numbers,
        salience=draw(st.sampled_from(Salience)),
    )


@st.composite
def reports(draw: st.DrawFn, text: str | None = None) -> Report:
    """Reports whose records all stand in their text, in text order."""
    text = draw(_texts(text))
    told = draw(st.lists(claims(text), max_size=2))
    happened = draw(st.lists(events(text), max_size=2))
    return Maker(text).report(
        published=draw(_maybe(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))),
        quotes=draw(st.lists(quotes(text), max_size=2)),
        claims=told,
        events=happened,
        incidents=draw(st.lists(incidents(told, happened), max_size=2)),
        dates=draw(st.lists(dates(text), max_size=2)),
        quantities=draw(st.lists(quantities(text), max_size=2)),
    )


def _rules() -> st.SearchStrategy[str]:
    return st.sampled_from(("", "a rule"))
