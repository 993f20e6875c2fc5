"""The reading view of a text: the same words in one plain layout, with the way back to the offsets of the text as given.

Every stage reads the view, so that none has to know how blanks, line ends and marks of lines can be written. Most texts are their own
view; for those nothing is made.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple, TypeVar

import attrs

from conflictkit._models import DateExpression, Dateline, Place, Span, field_names
from conflictkit.engine.lines import Boundaries, Edit, plain_lines
from conflictkit.engine.rows import CUE, row_edits, voice_edits

BLANKS = "\t\x1c\x1d\x1e\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
UNSEEN = "\x00-\x08\x0e-\x1b\x7f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""What no reader sees: control and direction characters, zero-width blanks, soft hyphens, the byte order mark."""
MARKS = "\u0300-\u034e\u0350-\u036f"
"""Accents that stand behind their letter."""
LIGATURES = "\ufb00-\ufb06"
WIDE = "\uff01-\uff5e"
"""Full-width digits, letters and marks."""

ODD = re.compile(f"[{BLANKS}{BREAKS}{UNSEEN}{MARKS}{LIGATURES}{WIDE}<&]")
"""A text without these characters needs no change of characters. (`re` over this set takes 3 us for 1000 characters; `regex` over the
properties Zs, Cc, Cf and M takes 30, so the set is written out.)"""
PARAGRAPHS = "p br div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table thead tbody blockquote section article header footer hr figure figcaption"
INLINE = "a abbr b big cite code del em font i img ins mark q s small span strong sub sup td th time tt u wbr"
"""Elements that stand in texts: those that begin and end a paragraph, and those inside one. Other words in angle brackets are words."""
ELEMENT = "|".join(f"{PARAGRAPHS} {INLINE}".split())
TAG = rf"</?(?i:{ELEMENT})(?:\s[^<>]{{0,400}})?/?>|<!--(?:[^-<]|-(?!->)){{0,2000}}-->"
PARAGRAPH_TAG = re.compile(rf"</?(?:{'|'.join(PARAGRAPHS.split())})\b", re.IGNORECASE)
CHANGED = re.compile(rf"\r\n?|[{UNSEEN}]+|\w[{MARKS}]+|[{LIGATURES}]|{TAG}|&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]{{2,8}}\d{{0,2}});")
"""What is written anew with another length: line ends of two characters, unseen characters, letters with accents behind them, ligatures, tags and entities."""


def _same_length() -> dict[int, str]:
    """The characters that are read as another one: every blank is a blank, every line end one, a full-width character its plain form."""
    blanks = [*"\t\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B))]
    breaks = "\x0b\x0c\x85\u2028\u2029"
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return {**{ord(blank): " " for blank in blanks}, **{ord(end): "\n" for end in breaks}, **wide}


SAME_LENGTH = _same_length()


class HeadParts(NamedTuple):
    """The parts of a dateline: offsets in the text that is read."""

    start: int
    end: int
    place: tuple[int, int] | None
    region: tuple[int, int] | None
    day: tuple[int, int] | None
    agency: str | None
    body: int
    """Where the text behind it begins."""


class Head(NamedTuple):
    """Where a report comes from, as its own head says. Of it only the day stands in the view, as a paragraph of its own."""

    dateline: Dateline
    """With the offsets of the text as given, without its day."""
    day: tuple[int, int] | None
    """Where the day stands in the text as given."""
    read_at: tuple[int, int] | None
    """Where the day stands in the view."""

    def dated(self, dates: Sequence[DateExpression]) -> Dateline:
        """The dateline with its day, which is one of the dates of the report."""
        day = self.day
        return attrs.evolve(self.dateline, day=next((date for date in dates if day and day[0] <= date.span.start and date.span.end <= day[1]), None))


def _in_small_letters(name: str) -> str:
    """A name in capitals with capitals at its beginnings only; initials stay."""
    return re.sub(r"[^\W\d_]{2,}", lambda word: word[0].capitalize(), name) if name.isupper() else name


T = TypeVar("T")


class View:
    """A text as it is read, and where each of its characters stands in the text as given."""

    def __init__(self, text: str, given: str, pieces: tuple[list[int], list[int], list[int]] | None = None, inner: View | None = None) -> None:
        self.text = text
        self.given = given
        self._pieces = pieces
        self._inner = inner

    def edited(self, edits: Iterable[Edit]) -> View:
        """This view with some stretches read otherwise; edits are in order and do not overlap."""
        out: list[str] = []
        at, low, high = [0], [0], [-1]  # a piece: where it stands here and before; its end before, or -1 where it is unchanged
        here = done = 0
        text = self.text
        for start, end, new in edits:
            out.append(text[done:start])
            out.append(new)
            here += start - done
            done = end
            if len(new) != end - start:
                if new:
                    _piece(at, low, high, here, start, end)
                _piece(at, low, high, here + len(new), end, -1)
            here += len(new)
        if not out:
            return self
        out.append(text[done:])
        return View("".join(out), self.given, (at, low, high) if len(at) > 1 or low[0] else None, self)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The offsets, in the text as given, of the characters ``start`` to ``end``."""
        view: View | None = self
        while view is not None:
            if view._pieces is not None:
                start, end = _back(view._pieces, start, end)
            view = view._inner
        return start, end

    def line_before(self, offset: int) -> str:
        """What stands before a character on its line in the text as given."""
        start, _ = self.back(offset, offset + 1)
        return self.given[self.given.rfind("\n", 0, start) + 1 : start]

    def restore(self, records: T) -> T:
        """Records whose spans are those of the text as given; a record that stands in two places stays one record."""
        return records if self.text is self.given else _restored(records, self, {})


def without_head(view: View, parts: HeadParts) -> tuple[View, Head]:
    """The view with only the day left of the head, and the head."""
    text, place = view.text, None
    if parts.place:
        name, region = (_in_small_letters(text[slice(*part)]) if part else "" for part in (parts.place, parts.region))
        place = Place(Span(*parts.place, text[slice(*parts.place)]), name, (region,) if region else ())
    dateline = view.restore(Dateline(Span(parts.start, parts.end, text[parts.start : parts.end]), place, None, parts.agency))
    first = text[parts.body : parts.body + 1]
    begins = [Edit(parts.body, parts.body + 1, first.upper())] if first.islower() and len(first.upper()) == 1 else []
    if not parts.day:
        return view.edited([Edit(parts.start, parts.body, ""), *begins]), Head(dateline, None, None)
    start, stop = parts.day
    edits = [Edit(parts.start, start, ""), Edit(stop, parts.body, "" if first == "\n" else "\n"), *begins]
    return view.edited(edits), Head(dateline, view.back(start, stop), (parts.start, parts.start + stop - start))


def _piece(at: list[int], low: list[int], high: list[int], here: int, start: int, end: int) -> None:
    """One more piece; one that begins where the last begins takes its place."""
    if at[-1] == here:
        low[-1], high[-1] = start, end
    else:
        at.append(here)
        low.append(start)
        high.append(end)


def _back(pieces: tuple[list[int], list[int], list[int]], start: int, end: int) -> tuple[int, int]:
    at, low, high = pieces
    n = bisect_right(at, start) - 1
    first = low[n] if high[n] >= 0 else low[n] + start - at[n]
    if end <= start:
        return first, first
    n = bisect_right(at, end - 1) - 1
    return first, high[n] if high[n] >= 0 else low[n] + end - at[n]


class _Holders(dict[type, bool]):
    """Whether values of a type can hold spans: records and tuples do."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = kind is tuple or attrs.has(kind)
        return self[kind]


HOLDERS = _Holders()


def _restored(value: Any, view: View, made: dict[Any, Any]) -> Any:
    kind: Any = type(value)
    if kind is Span:
        read = value.start, value.end
        if read not in made:
            start, end = view.back(*read)
            made[read] = Span(start, end, view.given[start:end])
        return made[read]
    if kind is tuple:
        return tuple([_restored(item, view, made) if HOLDERS[type(item)] else item for item in value])
    found = made.get(id(value))
    if found is None:
        found = made[id(value)] = kind(**{name: _restored(one, view, made) if HOLDERS[type(one := getattr(value, name))] else one for name in field_names(kind)})
    return found


def read(text: str, boundaries: Boundaries) -> View:
    """The view of a text: columns and cues first, then characters, then lines, then blanks between sentences."""
    view = View(text, text).edited(row_edits(text, boundaries.page))
    if "-->" in text and CUE.search(text):
        view = view.edited(voice_edits(view.text))
    if ODD.search(view.text):
        view = _plain_characters(view)
    if "‘‘" in text and "’’" in text:
        view = view.edited(Edit(m.start(), m.end(), "“" if m[0] == "‘‘" else "”") for m in DOUBLED.finditer(view.text))
    view = view.edited(plain_lines(view.text, boundaries))
    return view.edited(_unglued(view.text))


DOUBLED = re.compile("‘‘|’’")
"""Double marks that are written as two single ones."""
GLUED = re.compile(
    r"""[.!?”](?:(?<=[a-z]{3}[.!?])|(?<=[a-z]["”][.!?])|(?<=[a-z][.!?]”))("{1,2}|“)?(?=[A-Z][a-z]|[A-Z][ ][a-z]|[-–—][ ]?["“]?[A-Z]|[0-9]+[ ][a-z])""",
    re.VERBOSE,
)
"""The end of a sentence right behind which another one begins: "the raid ended.Two men", with the marks between them."""
NAMED = re.compile(r"(?:www\.|[/@#_])\S*$")
"""What stands before a full stop inside an address."""
LONGEST_NAME = 80


def _unglued(text: str) -> Iterator[Edit]:
    """The blanks that are missing between sentences; a straight mark opens where an even number of marks stands before it in its line."""
    line = seen = 0
    odd = False
    for found in GLUED.finditer(text):
        at, mark = found.start() + 1, found[1]
        if NAMED.search(text, max(0, at - LONGEST_NAME), at):
            continue
        if mark == '"':
            if (end := text.rfind("\n", seen, at)) >= 0:
                line, odd = end, False
            odd ^= text.count('"', max(line, seen), at) % 2 == 1
            seen = at
        split = at + (mark == '"' and odd or mark == '""')
        yield Edit(split - 1, split, text[split - 1] + " ")


def _plain_characters(view: View) -> View:
    plain = View(view.text.translate(SAME_LENGTH), view.given, None, view)
    return plain.edited(Edit(m.start(), m.end(), _plain(m.group())) for m in CHANGED.finditer(plain.text))


def _plain(written: str) -> str:
    """What a stretch is read as."""
    first = written[0]
    if first == "\r":
        return "\n"
    if first == "<":
        return "\n" if PARAGRAPH_TAG.match(written) else ""
    if first == "&":
        said = unescape(written).translate(SAME_LENGTH)
        return said if said.isprintable() else ""
    return unicodedata.normalize("NFKC" if len(written) == 1 else "NFC", written) if first.isalpha() else ""
