"""A saved web page as an article: its text, and what its metadata says of title, outlet and day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from attrs import field, frozen, mutable

from conflictkit._errors import DataError

LEFT_OUT = frozenset("aside button canvas figure footer form head header iframe nav noscript script select style svg template textarea video".split())
"""Elements whose text is no part of an article."""
INLINE = frozenset("a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u wbr".split())
"""Elements that do not end a paragraph."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BODIES = ("article", "main", "body")
"""Where an article's text is sought: the first of them that holds text."""

TITLES = ("og:title", "twitter:title", "dc.title", "title")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
DAYS = ("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "parsely-pub-date", "pubdate", "date")
"""Names of metadata, the best first. ``title`` is also the element, ``datepublished`` also that of JSON-LD and microdata."""


@frozen
class Page:
    """What a page holds; ``published`` is as it is written there."""

    text: str
    title: str | None
    outlet: str | None
    published: str | None


def read_page(html: str) -> Page:
    """The article of a page: the paragraphs of its ``<article>``, else of its ``<main>``, else of all, parted by empty lines.

    Raises :class:`DataError` for what the parser gives up on.
    """
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError as error:  # the parser's word for a declaration that is none
        raise DataError(f"not HTML: {error}") from None
    reader.end_paragraph()
    text = next((found for name in BODIES if (found := "\n\n".join(reader.paragraphs[name]))), "")
    return Page(text, *(next((reader.told[name] for name in names if reader.told.get(name)), None) for names in (TITLES, OUTLETS, DAYS)))


@mutable(eq=False)
class _Reader(HTMLParser):
    """Gathers paragraphs by the element they stand in, and metadata by its name in lower case; the first of a name counts."""

    paragraphs: dict[str, list[str]] = field(factory=lambda: {name: [] for name in BODIES})
    told: dict[str, str] = field(factory=dict)
    _open: list[str] = field(factory=list)
    _words: list[str] = field(factory=list)
    _raw: list[str] | None = None  # the text of an element that is read whole: a title, JSON-LD
    _raw_name: str = ""

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._metadata(tag, given)
        if tag not in INLINE:
            self.end_paragraph()
        if tag == "title" and "svg" not in self._open or tag == "script" and given.get("type") == "application/ld+json":
            self._raw, self._raw_name = [], tag
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.end_paragraph()
        if self._raw is not None and tag == self._raw_name:
            self._raw_text("".join(self._raw))
            self._raw = None
        if tag in self._open:  # what was not closed inside it ends with it
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._raw is not None:
            self._raw.append(data)
        elif LEFT_OUT.isdisjoint(self._open):
            self._words.append(data)

    def end_paragraph(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            for name in BODIES:
                if name == "body" or name in self._open:
                    self.paragraphs[name].append(text)

    def _metadata(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if tag == "meta" and name:
            self._tell(name, given.get("content"))
        elif tag == "time" and given.get("datetime"):
            self._tell("date" if name.lower() != "datepublished" else name, given["datetime"])

    def _raw_text(self, text: str) -> None:
        if self._raw_name == "title":
            self._tell("title", " ".join(text.split()))
            return
        try:
            held = json.loads(text)
        except (ValueError, RecursionError):
            return
        for item in _objects(held):
            for key, name in (("headline", "title"), ("datePublished", "datepublished")):
                if isinstance(item.get(key), str):
                    self._tell(name, item[key])

    def _tell(self, name: str, value: str | None) -> None:
        if value and value.strip():
            self.told.setdefault(name.strip().lower(), value.strip())


def _objects(held: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD: one, a list of them, or those of a graph."""
    items = held if isinstance(held, list) else [held]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def named_charset(data: bytes) -> str | None:
    """The encoding that a page names for itself in its first bytes."""
    found = CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None
