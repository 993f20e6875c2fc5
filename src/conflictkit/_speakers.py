"""The speakers of a report, each once with everything it said."""

from __future__ import annotations

from attrs import frozen

from conflictkit._models import Entity, EntityKind, NumericClaim, Quote, Span, brief


@frozen
class Speaker:
    """One source of a report with all its mentions, quotes and numeric claims."""

    name: str
    """Resolved within the document; for the unnamed the phrase of first mention."""
    kind: EntityKind
    """By the first mention that tells it."""
    anonymous: bool
    """True when no name is known and the source is no identifiable institution."""
    role: str | None
    """Title or function as the text first gives it ("Ukrainian President")."""
    mentions: tuple[Span, ...]
    """As written where words or a number are credited ("he", "Baros"), in text order; a quote that stands alone has none."""
    quotes: tuple[Quote, ...]
    """In text order; may be empty for a source that is credited with numbers only."""
    claims: tuple[NumericClaim, ...]
    """In text order."""

    __repr__ = brief


def make_speakers(all_quotes: tuple[Quote, ...], all_claims: tuple[NumericClaim, ...]) -> tuple[Speaker, ...]:
    """The sources that have a name, in the order in which they first speak."""
    said: dict[str, tuple[list[Entity], list[Quote], list[NumericClaim]]] = {}
    credited: list[tuple[int, Entity, Quote | NumericClaim]] = [(q.content[0].start, q.source, q) for q in all_quotes if q.source]
    credited += [(c.quantity.span.start, c.source, c) for c in all_claims if c.source]
    for _, source, record in sorted(credited, key=lambda credit: credit[0]):
        if source.name is None:
            continue
        sources, quotes, claims = said.setdefault(source.name, ([], [], []))
        sources.append(source)
        if isinstance(record, Quote):
            quotes.append(record)
        else:
            claims.append(record)
    return tuple(_speaker(name, *of_one) for name, of_one in said.items())


def _speaker(name: str, sources: list[Entity], quotes: list[Quote], claims: list[NumericClaim]) -> Speaker:
    kind = next((source.kind for source in sources if source.kind is not EntityKind.UNKNOWN), EntityKind.UNKNOWN)
    role = next((source.role for source in sources if source.role), None)
    mentions = {source.mention for source in sources if source.mention is not None}
    in_order = tuple(sorted(mentions, key=lambda span: (span.start, span.end)))
    return Speaker(name, kind, sources[0].anonymous, role, in_order, tuple(quotes), tuple(claims))
