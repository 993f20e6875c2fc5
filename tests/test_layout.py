"""Layout does not matter: the same words with other blanks, line ends and marks give the same records, offsets apart."""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.engine.lines import Boundaries, Edit, plain_lines
from conflictkit.engine.text import View, read
from conflictkit.english import pack
from tests.corpora import spans

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
    for written, plainly_written in (("&ldquo;", '"'), ("&rdquo;", '"'), ("&quot;", '"'), ("&#8217;", "’"), ("&mdash;", "—"), ("&amp;", "&")):
        words = words.replace(written, plainly_written)
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


TEXTS_BESIDE = Path(__file__).parents[2] / "shared" / "data" / "texts" / "modern_texts.jsonl"


@pytest.mark.skipif(not TEXTS_BESIDE.exists(), reason="../shared/data is not there")
def test_layout_does_not_matter_for_the_reports_beside_the_project() -> None:
    """Each in a layout of its own; those whose lines end within sentences are wrapped as they are."""
    lost, all_of_them = Counter[str](), 0
    reports = [json.loads(line) for line in TEXTS_BESIDE.read_text(encoding="utf-8").splitlines()]
    for (name, layout), report in zip(cycle(LAYOUTS.items()), filter(_ends_sentences, reports), strict=False):
        wanted, found = records(report["text"], DAY), records(layout(report["text"]), DAY)
        lost[name] += (wanted - found).total()
        all_of_them += wanted.total()
    assert lost.total() <= 0.005 * all_of_them, lost


def _ends_sentences(report: dict[str, Any]) -> bool:
    lines = [line.rstrip() for line in report["text"].split("\n") if line.strip()]
    return sum(not line.endswith((".", "!", "?", '"', "”", ":", ")")) for line in lines) <= 0.4 * len(lines)


# --- the view --------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["word", "Word", " ", "  ", "\n", "\n\n", "\r\n", "- ", "> ", "1. ", "com-\nmand", "\u00a0", "\u200b", "e\u0301", "<p>", "</p>", "&nbsp;", "&amp;", "12", ".", "https://a.example/1",
     "[3]", "BARIZ, Nov 5 (Reuters) - ", "By Lena Falk", "THE ARMY", "Read more: x", "\ufb01", "\uff11", "|", "\t", "  ", "00:00:01,000 --> 00:00:02,000\n", "3/9", "Dead: 12 (+4)\n", "“", "\""]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS | st.text(max_size=60))
def test_every_character_of_the_view_stands_in_the_text(text: str) -> None:
    view, _ = pack().layout.read(text)
    done = 0
    for n in range(len(view.text)):
        start, end = view.back(n, n + 1)
        assert done <= start < end <= len(text)
        done = start
    assert view.back(0, len(view.text))[1] <= len(text)


@given(st.text(alphabet="ab c", min_size=1, max_size=40), st.data())
def test_edits_lead_back(text: str, data: st.DataObject) -> None:
    """What no edit touched is found where it stood, also behind two rounds of edits."""
    view = View(text, text)
    for _ in range(2):
        marks = sorted(data.draw(st.lists(st.integers(0, len(view.text)), max_size=6)))
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        view = view.edited([Edit(a, b, data.draw(st.sampled_from(["", "X", "XY"]))) for n, (a, b) in enumerate(pairs) if a < b and (not n or pairs[n - 1][1] <= a)])
    for n, character in enumerate(view.text):
        start, end = view.back(n, n + 1)
        assert character in "XY" or text[start:end] == character


def test_a_plain_text_is_its_own_view() -> None:
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        assert read(text, pack().layout.boundaries).text is text


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("one two\nthree four\nfive", "one two three four five"),
        ("A headline\nThe story begins", "A headline\nThe story begins"),
        ("Losses:\n- 12 tanks\n- 3 guns", "Losses:\n12 tanks\n3 guns"),
        ("They met in Bariz -\n- and left", "They met in Bariz -\n- and left"),
        ("1. One\n2. Two", "One\nTwo"),
        ("5. November was cold.", "5. November was cold."),
        ("gover-\nnor of the long-\nrange guns", "governor of the long-range guns"),
        ("| Date | Dead |\n|---|---|\n| 3 Nov | 12 |", "| Date | Dead |\n\n| 3 Nov | 12 |"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("> one two\n> three four\n\nanswer", "one two three four\n\nanswer"),
    ],
)
def test_lines(text: str, read_as: str) -> None:
    known = Boundaries({"long", "range", "governor"}.__contains__, lambda _before, _behind: False)
    assert View(text, text).edited(plain_lines(text, known)).text == read_as


@pytest.mark.parametrize("piece", ["<", "<p ", "&", "\n- ", "\n> ", "a-\n", "[1]", "http://", "BARIZ, Nov 5 (", "By A ", "\nFrom: a", "Aa Bb Cc Dd\n", "AA BB CC DD ", "e\u0301", "\r", "|a|b|\n", "a\t1\n", "a  1\n", "00:01,000 --> 00:02,000\n", "Dead: 1, ", "+1 234 567 "])
def test_hostile_layout_gives_a_report(piece: str) -> None:
    text = piece * (8_000 // len(piece))
    for span in spans(ck.parse(text, published=DAY)):
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("The raid ended.Two men died.", "The raid ended. Two men died."),
        ("The raid is over.A spokesman said so.", "The raid is over. A spokesman said so."),
        ('It was "a raid".At noon it ended.', 'It was "a raid". At noon it ended.'),
        ('The army said it was over."We won," it said.""It is done."', 'The army said it was over. "We won," it said." "It is done."'),
        ("It “ended.”The army left.", "It “ended.” The army left."),
        ("All were downed.7 missiles fell.- We are safe.", "All were downed. 7 missiles fell. - We are safe."),
    ],
)
def test_a_blank_that_is_missing_between_sentences(glued: str, parted: str) -> None:
    assert [quote.content[0].text for quote in ck.parse(glued).quotes] == [quote.content[0].text for quote in ck.parse(parted).quotes]
    view = pack().layout.read(glued)[0]
    assert view.text == parted
    assert all(glued[slice(*view.back(k, k + 1))] == view.text[k] or view.text[k] == " " for k in range(len(view.text)))


@pytest.mark.parametrize("text", ["Write to a@brod.Com today.", "The U.S.Army left.", "It cost 3.5 a day."])
def test_no_blank_is_missing_in_an_address_or_a_number(text: str) -> None:
    assert pack().layout.read(text)[0].text == text
