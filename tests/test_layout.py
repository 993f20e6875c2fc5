"""Layout does not matter: the same words with other blanks, line ends and marks give the same records, offsets apart."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import attrs
import pytest

import conflictkit as ck

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
DAY = dt.date(2025, 11, 7)
KINDS = ("quotes", "claims", "dates", "events")
UNSEEN = re.compile("[\u200b\u200e\u00ad\ufeff]")
LONG_WORD = re.compile(r"[a-z]{8,}")


def wrapped(width: int, prefix: str = "", end: str = "\n") -> Callable[[str], str]:
    """Every paragraph wrapped, blank lines between paragraphs."""

    def make(text: str) -> str:
        paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
        lines = [textwrap.wrap(paragraph, width, break_on_hyphens=False, break_long_words=False) for paragraph in paragraphs]
        return f"{end}{prefix.rstrip()}{end}".join(end.join(prefix + line for line in rows) for rows in lines)

    return make


def every(step: int, written: str, instead: str) -> Callable[[str], str]:
    """Every so manieth ``written`` is ``instead``."""

    def make(text: str) -> str:
        turn = cycle(range(step))
        return re.sub(re.escape(written), lambda _: instead if next(turn) == 0 else written, text)

    return make


def broken(text: str) -> str:
    """Wrapped as a scan is: long words are broken by a hyphen at some line ends."""
    turn = cycle(range(7))
    marked = LONG_WORD.sub(lambda m: m[0][:4] + "\u0001" + m[0][4:] if next(turn) == 0 else m[0], text)
    lines = "\n\n".join("\n".join(textwrap.wrap(p.replace("\u0001", "-\u0002 "), 60, break_on_hyphens=False)) for p in marked.split("\n") if p.strip())
    return lines.replace("-\u0002\n", "-\n").replace("-\u0002 ", "").replace("-\u0002", "")


def curly(text: str) -> str:
    """Straight double marks as curly ones."""
    turn = cycle("“”")
    return "\n".join("".join(next(turn) if c == '"' else c for c in line) if line.count('"') % 2 == 0 else line for line in text.split("\n"))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "some no-break spaces": every(3, " ", "\u00a0"),
    "thin spaces": every(2, " ", "\u2009"),
    "tabs": every(4, " ", "\t"),
    "doubled blanks": lambda text: text.replace(" ", "  "),
    "doubled behind full stops": lambda text: text.replace(". ", ".  "),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
    "blank lines": lambda text: re.sub(r"\n+", "\n\n\n", text),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "    ", text),
    "wrapped at 40": wrapped(40),
    "wrapped at 72": wrapped(72),
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "wrapped with CR LF": wrapped(72, end="\r\n"),
    "quoted": wrapped(72, "> "),
    "quoted twice": wrapped(66, "> > "),
    "quoted, not wrapped": lambda text: re.sub(r"(?m)^", "> ", text),
    "bullets": lambda text: re.sub(r"(?m)^(?=.)", "• ", text),
    "broken words": broken,
    "zero-width spaces": every(5, " ", "\u200b "),
    "direction marks": every(7, " ", " \u200e"),
    "soft hyphens": lambda text: LONG_WORD.sub(lambda m: m[0][:4] + "\u00ad" + m[0][4:], text),
    "straight marks": lambda text: re.sub("[“”]", '"', text),
    "curly marks": curly,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "full-width digits": lambda text: text.translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "byte order mark": lambda text: "\ufeff" + text,
    "paragraph tags": lambda text: re.sub(r"(?m)^(.+)$", r"<p>\1</p>", text.replace("&", "&amp;").replace("<", "&lt;")),
    "line tags": lambda text: re.sub(r"\n+", "<br/>", text),
    "entities": lambda text: text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&#8217;").replace('"', "&quot;").replace("— ", "&mdash;&nbsp;"),
}


def plain(words: str) -> str:
    """Words in one layout, for comparison only."""
    words = re.sub(r"<[^<>]*>", " ", words).replace("&nbsp;", " ")
    for written, read in (("&ldquo;", '"'), ("&rdquo;", '"'), ("&quot;", '"'), ("&#8217;", "’"), ("&mdash;", "—"), ("&amp;", "&")):
        words = words.replace(written, read)
    words = re.sub(r"\r?\n(?:> ?)*(?:• )?", "\n", UNSEEN.sub("", words))
    words = unicodedata.normalize("NFKC", re.sub("[“”]", '"', re.sub(r"(?<=\w)-\n(?=[a-z])", "", words)))
    return re.sub(r"\s+", " ", words)


def told(record: Any) -> Any:
    """What a record tells, without offsets."""
    if isinstance(record, ck.Span):
        return plain(record.text)
    if isinstance(record, str):
        return plain(record)
    if isinstance(record, tuple):
        return tuple(told(item) for item in record)
    if attrs.has(type(record)):
        return (type(record).__name__, *(told(getattr(record, field.name)) for field in attrs.fields(type(record))))
    return record


def spans(record: Any) -> Iterator[ck.Span]:
    """Every span that can be reached from a record."""
    if isinstance(record, ck.Span):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from spans(item)
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            yield from spans(getattr(record, field.name))


def records(text: str, published: dt.date | None) -> Counter[Any]:
    report = ck.parse(text, published=published)
    for span in spans(report):
        assert text[span.start : span.end] == span.text
    return Counter(told(record) for kind in KINDS for record in getattr(report, kind))


@cache
def plainly(path: Path) -> Counter[Any]:
    return records(path.read_text(encoding="utf-8"), DAY)


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_does_not_matter(name: str) -> None:
    lost, all_of_them = Counter[Any](), 0
    for path in SEEDS:
        wanted, found = plainly(path), records(LAYOUTS[name](path.read_text(encoding="utf-8")), DAY)
        lost += (wanted - found) + (found - wanted)
        all_of_them += wanted.total()
    assert lost.total() <= 0.005 * 2 * all_of_them, lost
