"""What labels, heads of columns and the line above say of numbers: "Tanks: 11,321 (+4)", tables, lists of losses.

A label is a noun of a fate or a kind, not of a speaker, before a colon, a dash or a number's cell. What the words mean for a claim,
``english/claims/sheets.py`` says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from conflictkit._document import Document
from conflictkit._models import Measure

from ..grammar.lists import PERSONAL
from ..lexicon import inflection
from ..lexicon.claims import BUILT, FIXED, PERSON, STATE, THING, VERB
from ..lexicon.events import AUXILIARIES, PREPOSITION
from .head import TABLE

Range = tuple[int, int]
"""Token indices, end exclusive."""
Leads = tuple[Range, ...]
"""The line right above, then the caption above that."""

WORDS = TABLE.sheets
SEPARATORS = frozenset(":=–—‒-")
LABEL_ENDS = SEPARATORS | {"+"}
BOUNDARIES = frozenset(".;,()[]|•")
VERBAL = AUXILIARIES | PERSONAL
"""Words that stand in sentences, not in labels."""
JOINTS = frozenset({",", ";", "and"})
SOURCE = frozenset({"source", "sources"})
LABEL_WORDS = 9
"""No label has more tokens."""
CELL_WORDS = 16
"""A line with a longer cell is no row of a table."""
RISING_WORDS = 5
"""No label without a mark has more tokens."""
LEAD_WORDS = 30
"""The line above a list is no longer, unless it ends with a colon."""
TOLLS = frozenset({"toll", "count", "figure", "total", "number"})


class Number(Protocol):
    """A number while quantities are found: token indices, the end exclusive; ``noun`` is -1 where it has none."""

    first: int
    start: int
    end: int
    noun: int
    noun_end: int
    of: Any


class Entry(NamedTuple):
    """What stands around a number of a sheet, as ranges of tokens."""

    label: Range | None
    """The label, or the first cell of the row."""
    noun: int = -1
    """The noun of the label or the column that the number counts, or -1."""
    heads: tuple[Range, ...] = ()
    """The heads of its column, the nearest first."""
    row_head: Range | None = None
    """The head of the column of row labels."""
    leads: Leads = ()
    """The line that leads the list, and the caption above it."""
    increment: bool = False
    """Whether it is what a total has grown by."""
    credit: Range | None = None
    """Whom the line below names as the source."""
    counts: bool = True
    """Whether it counts anything; numbers of rows and pages do not."""


Sheet = dict[int, Entry]
"""Token of a number -> its entry."""


def singular(word: str) -> str:
    """The singular of a noun in small letters; a fate that only looks like a plural stays."""
    return word if word in FIXED or word in THING else inflection.singular(word)


def kind_of_noun(word: str) -> Measure | None:
    """The measure of a noun that can be a label, or None."""
    noun = singular(word)
    found = next((table[noun] for table in (FIXED, PERSON, THING, BUILT) if noun in table), None)
    return None if found is Measure.OTHER else found


def tells_fate(word: str) -> bool:
    """Whether a word tells a fate by itself: "killed", "downed", "missing"."""
    return word in STATE or word in VERB and VERB[word].participle


def is_label(doc: Document, a: int, b: int) -> bool:
    """Whether what stands before a colon at token b is a label, no speaker: a noun of a fate or a thing, or of persons with a bare number behind it.

    Before victims and hostages a number that counts something makes a label too ("Victims: 3 killed"), before officials it does not.
    """
    noun, fate = _head(doc, a, b)
    if noun < 0 or fate or singular(doc.low[noun]) not in PERSON:
        return fate or noun >= 0
    numbered, behind = doc.low[b + 1 : b + 2], doc.low[b + 2 : b + 3]
    may_speak = kind_of_noun(doc.low[noun]) in (Measure.PEOPLE, Measure.TROOPS)
    return numbered != [] and numbered[0][0].isdigit() and (not behind or not behind[0][0].isalpha() or not may_speak)


def read_sheet(doc: Document, numbers: Sequence[Number]) -> Sheet:
    """The entries of the numbers that stand in tables, behind labels and in lists that a line leads."""
    sheet: Sheet = {}
    rows: list[Row] = []
    leads: Leads = ()
    above: Sheet = {}  # the table, the labels or the list right above
    for a, b, found in _lines(doc, numbers):
        cells = _cells(doc, a, b)
        if len(cells) > 1:
            rows.append((cells, found))
            continue
        if rows:
            above = dict(_table(doc, rows, leads))
            sheet.update(above)
            rows, leads = [], ()
        entries = dict(_labelled(doc, a, b, found, leads, in_list=bool(above))) or _led(doc, a, found, leads) if found else {}
        if entries:
            sheet.update(entries)
            above |= entries
        elif doc.low[a] in SOURCE and doc.low[a + 1 : a + 2] == [":"]:
            sheet.update((start, entry._replace(credit=(a + 2, b))) for start, entry in above.items())
        else:
            leads, above = _as_lead(doc, a, b, leads, behind_list=bool(above)), {}
    sheet.update(_table(doc, rows, leads))
    return sheet


def _led(doc: Document, a: int, numbers: Sequence[Number], leads: Leads) -> Sheet:
    """The numbers of a line that begins with one, in a list that a line with a colon leads."""
    if not leads or not numbers or numbers[0].first != a or doc.low[leads[0][1] - 1] != ":":
        return {}
    return {number.start: Entry(None, leads=leads) for number in numbers}


def _lines(doc: Document, numbers: Sequence[Number]) -> Iterator[tuple[int, int, list[Number]]]:
    """The lines that hold words, from their first word on, each with its numbers."""
    starts = [*doc.paragraphs, len(doc)]
    n = 0
    for a, b in pairwise(starts):
        found: list[Number] = []
        while n < len(numbers) and numbers[n].start < b:
            found.append(numbers[n])
            n += 1
        while b > a and doc.toks[b - 1].isspace():
            b -= 1
        while a < b and not doc.toks[a][0].isalnum() and doc.low[a] != "|" and (not found or a < found[0].first):
            a += 1
        if a < b:
            yield a, b, found


def _as_lead(doc: Document, a: int, b: int, before: Leads, *, behind_list: bool) -> Leads:
    """A line as the one that leads what follows, with the caption above it; none for a long line without a colon.

    The caption is the short line right above, or what stood above the list before ("Losses" / "Guild:" / ... / "Rebels:").
    """
    if doc.low[b - 1] != ":" and b - a > LEAD_WORDS:
        return ()
    if behind_list:
        return ((a, b), *before[1:]) if doc.low[b - 1] == ":" else ((a, b),)
    return ((a, b), *(line for line in before[:1] if line[1] - line[0] <= LEAD_WORDS and doc.low[line[1] - 1] not in ".!?"))


# --- labels -------------------------------------------------------------------------------------------------------------


def _labelled(doc: Document, a: int, b: int, numbers: Sequence[Number], leads: Leads, *, in_list: bool) -> Iterator[tuple[int, Entry]]:
    """The numbers of a line that a label tells ("Downed: 34 UAVs, 2 missiles"), and those that say how much one of them grew."""
    if not any(_is_marked(doc, number) for number in numbers):
        return
    current: Entry | None = None
    done = a
    for number in numbers:
        label = _label(doc, a, done, number, in_list=in_list)
        if label is not None:
            current = label._replace(leads=leads)
            yield number.start, current
        elif current is not None and number.noun >= number.end and JOINTS.issuperset(doc.low[done : number.first]):
            yield number.start, current
        elif current is not None and _is_signed(doc, number):
            yield number.start, current._replace(increment=True)
        elif number.first > done and doc.low[number.first - 1] == "(":
            current = None  # what a bracket tells of a number is not the label's
        done = min(b, max(number.end, number.noun_end))


def _is_marked(doc: Document, number: Number) -> bool:
    """Whether a mark stands where a label may end or a number rises: "Tanks: 12", "Tanks +3", "Tanks 11,321 (+4)"."""
    return doc.low[number.first - 1] in LABEL_ENDS or doc.low[number.end : number.end + 1] == ["("] or doc.text[doc.off[number.first]] == "+"


def _label(doc: Document, a: int, done: int, number: Number, *, in_list: bool = False) -> Entry | None:
    """The label before a number; ``done`` is where the number before it ends. In a list of labels one may be unknown."""
    low, sep = doc.low, number.first - 1
    if sep <= done:
        return None
    parted = low[sep] in SEPARATORS and (low[sep] != "-" or doc.toks[sep - 1][-1] == " ")
    if not parted:
        return _rising(doc, a, number) if done == a else None
    j = _label_start(doc, a, done, sep)
    if j < 0:
        return None
    noun, fate = _head(doc, j, sep)
    if not fate and not _names(doc, noun, sep, number, in_list=in_list):
        return None
    return Entry((j, sep), sep - 1 if noun < 0 and not fate else noun)


def _names(doc: Document, noun: int, sep: int, number: Number, *, in_list: bool) -> bool:
    """Whether a label that tells no fate says what its number counts."""
    low = doc.low
    own = number.of is not None or number.noun >= number.end and low[number.noun] not in WORDS.generic
    if noun < 0:
        return in_list and not own and low[sep - 1][0].isalpha()
    person = singular(low[noun]) in PERSON
    if own and person:
        return False
    return person or number.noun < number.end or singular(low[number.noun]) not in PERSON  # not "Bariz region: two people were killed"


def _label_start(doc: Document, a: int, done: int, sep: int) -> int:
    """Where the label begins that a mark at token ``sep`` parts from its number, or -1: behind a mark, or with the line if it is short."""
    low, j = doc.low, sep
    while j > done and sep - j < LABEL_WORDS and low[j - 1] not in BOUNDARIES:
        j -= 1
    if done == a and sep - a <= LABEL_WORDS:
        j = a
    if j > done and low[j - 1] not in BOUNDARIES or j != a and j == done:
        return -1
    j += j < sep and low[j] == "and"
    return j if j < sep and low[j] not in PREPOSITION and VERBAL.isdisjoint(low[j:sep]) else -1


def _rising(doc: Document, a: int, number: Number) -> Entry | None:
    """The label of a line without a mark, where the number rises: "Tanks +3", "Tanks 11,321 (+4)"."""
    low, signed = doc.low, doc.low[number.first - 1] == "+"
    end = number.first - signed
    rises = signed or doc.text[doc.off[number.first]] == "+" or low[number.end : number.end + 2] == ["(", "+"]
    if not rises or not 0 < end - a <= RISING_WORDS or not all(word[0].isalpha() for word in low[a:end]):
        return None
    noun, _ = _head(doc, a, end)
    return Entry((a, end), noun, increment=_is_signed(doc, number)) if noun >= 0 else None


def _head(doc: Document, a: int, b: int) -> tuple[int, bool]:
    """The first noun of a kind among tokens a to b, or -1; and whether a word there tells a fate."""
    noun, fate = -1, False
    for k in range(a, b):
        word = doc.low[k]
        if kind_of_noun(word) is not None and noun < 0 and not (k + 1 < b and kind_of_noun(doc.low[k + 1]) is not None):
            noun = k
        fate = fate or tells_fate(word) or singular(word) in FIXED and kind_of_noun(word) is not None
    return noun, fate


def _is_signed(doc: Document, number: Number) -> bool:
    """Whether a plus stands before a number: "(+4)"."""
    return number.first > 0 and (doc.low[number.first - 1] == "+" or doc.text[doc.off[number.first]] == "+")


# --- tables -------------------------------------------------------------------------------------------------------------


def _cells(doc: Document, a: int, b: int) -> list[Range]:
    """The cells of a row; one of a line that is none."""
    if "|" not in doc.low[a:b]:
        return [(a, b)]
    edges = [a - 1, *doc.among(("|",), a, b), b]
    cells = [(low + 1, high) for low, high in pairwise(edges)]
    return cells if all(high - low <= CELL_WORDS for low, high in cells) else [(a, b)]


Row = tuple[list[Range], list[Number]]
"""The cells of a row and its numbers."""


def _table(doc: Document, rows: Sequence[Row], leads: Leads) -> Iterator[tuple[int, Entry]]:
    """The numbers of a table, by the heads of their column and the first cell of their row."""
    top = _head_rows(rows)
    heads = _heads(doc, [cells for cells, _ in rows[:top]])
    for cells, numbers in rows[top:]:
        ends = [end for _, end in cells]
        columns = [bisect_right(ends, number.start) for number in numbers]
        first = next((n for n, cell in enumerate(cells) if n not in columns and _has_words(doc, cell)), -1)
        row = cells[first] if first >= 0 else None
        row_head = next(iter(heads.get(first, ())), None)
        for number, column in zip(numbers, columns, strict=True):
            cell = cells[column]
            if (label := _label(doc, cell[0], cell[0], number)) is not None:  # KILLED: 12 | WOUNDED: 40
                yield number.start, label._replace(leads=leads)
            else:
                yield number.start, _in_table(doc, number, row, heads.get(column, ()), row_head, leads)


def _head_rows(rows: Sequence[Row]) -> int:
    """How many rows hold heads of columns: the first, and more below one of which a cell spans several columns."""
    top = next((n for n, (_, numbers) in enumerate(rows[:-1]) if numbers), len(rows) - 1)
    spans = [any(a == b for a, b in cells[1:]) for cells, _ in rows[:top]]
    return next((n + 1 for n, several in enumerate(spans) if not several), min(top, 1))


def _heads(doc: Document, levels: Sequence[Sequence[Range]]) -> dict[int, tuple[Range, ...]]:
    """Column -> its heads, the nearest first; an upper head stands over the empty cells behind it."""
    out: dict[int, tuple[Range, ...]] = {}
    for level, cells in enumerate(levels):
        over: Range | None = None
        for column, cell in enumerate(cells):
            if _has_words(doc, cell, also="#+"):
                over = cell
            elif level == len(levels) - 1:
                over = None
            if over is not None:
                out[column] = (over, *out.get(column, ()))
    return out


def _in_table(doc: Document, number: Number, row: Range | None, heads: tuple[Range, ...], row_head: Range | None, leads: Leads) -> Entry:
    words = {word for head in heads for word in doc.low[slice(*head)]}
    if words & WORDS.no_count and not words & WORDS.increment:
        return Entry(row, heads=heads, counts=False)
    of_row = _head(doc, *row)[0] if row else -1
    of_column = next((noun for head in heads if (noun := _head(doc, *head)[0]) >= 0), -1)
    fate = of_column >= 0 and singular(doc.low[of_column]) in FIXED
    persons = of_row >= 0 and singular(doc.low[of_row]) in PERSON
    noun = of_column if of_row < 0 or fate and not persons else of_row  # "Ferry | 14 dead", but "Children | 3 killed"
    return Entry(row, noun, heads, row_head, leads, increment=_is_signed(doc, number) or bool(words & WORDS.increment))


def _has_words(doc: Document, cell: Range, also: Iterable[str] = ()) -> bool:
    return any(doc.toks[k][0].isalpha() or doc.low[k] in also for k in range(*cell))


def sheet_of(doc: Document) -> Sheet:
    """The sheet of a document whose quantities have been found."""
    found: Any = doc.kept.get("sheet", {})
    return found if isinstance(found, dict) else {}


def heads(doc: Document) -> set[int]:
    """The tokens of labels and heads, which name figures and tell no events; a lone label may tell one ("DOWNED: 406 of 458 drones")."""
    sheet = sheet_of(doc)
    parts = {part for entry in sheet.values() for part in (entry.label, *entry.heads, entry.row_head) if part}
    return {k for part in parts for k in range(*part)} if len(sheet) > 1 else set()
