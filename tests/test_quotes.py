"""Quotes: the corpus read word by word, hostile marks, offsets on arbitrary text."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictkit._document import Document
from conflictkit._models import Quote
from conflictkit.english import pack
from conflictkit.english.quotes import find_quotes, nested

CORPUS = Path(__file__).parent / "corpus" / "quotes.md"


def cases() -> list[tuple[str, list[str]]]:
    """Each text of the corpus with the lines expected for it."""
    out: list[tuple[str, list[str]]] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("text: "):
            out.append((line.removeprefix("text: ").replace("\\n", "\n"), []))
        elif line.startswith("- ") and line != "- none":
            out[-1][1].append(line.removeprefix("- "))
    return out


def quotes(text: str) -> tuple[Quote, ...]:
    return nested(find_quotes(Document(text, pack().lexicon)))


def written(quote: Quote) -> str:
    """A quote as the corpus writes it."""
    content = " // ".join(span.text for span in quote.content).replace("\n", "\\n")
    mention = quote.source.mention if quote.source else None
    return " | ".join((quote.kind, content, quote.cue.text if quote.cue else "-", mention.text if mention else "-", quote.stance))


@pytest.mark.parametrize(("text", "expected"), cases())
def test_corpus(text: str, expected: list[str]) -> None:
    assert [written(quote) for quote in quotes(text)] == expected


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        '"',
        "''",
        "‘",
        "'",
        "” ",
        '" ',
        '"x ',
        "“A,” he said. ",
        '"A," said B. ',
        "He said that ",
        ", who said ",
        "said “",
        "«„‹",
        "—“a",
        "“a” ",
        "told x ",
        "said on x ",
        "claims ",
        "with x saying ",
    ],
)
def test_a_longer_text_takes_no_more_lines_per_piece(piece: str) -> None:
    some, many = piece * 400, piece * 1_200
    quotes(some)  # what is remembered by word is there
    assert lines(many) <= 4 * lines(some)  # three times the text; the beginning and the end of a text are cheaper


def lines(text: str) -> int:
    """How many lines of the library run to find the quotes of a text."""
    count = 0

    def step(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(lambda frame, event, arg: step if "conflictkit" in frame.f_code.co_filename else None)
    try:
        quotes(text)
    finally:
        sys.settrace(before)
    return count


def test_a_stray_mark_shifts_no_later_quote() -> None:
    text = 'The pipe is 5" wide.\n“We saw it,” said the engineer. A " stood alone.\n"It leaked," he added.'
    assert [written(quote) for quote in quotes(text)] == [
        "direct | “We saw it,” | said | the engineer | said",
        'direct | "It leaked," | added | he | said',
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“",
                "”",
                '"',
                "''",
                "'",
                "’",
                "said",
                "he",
                "The army",
                "that",
                ",",
                ".",
                " ",
                "\n",
                "told",
                "according to",
                "(",
                "—",
                "é",
                "🛰",
            ]
        ),
        max_size=60,
    )
)
def test_offsets_are_exact(pieces: list[str]) -> None:
    for glue in ("", " "):
        text = glue.join(pieces)
        for quote in quotes(text):
            spans = [
                *quote.content,
                *([quote.cue] if quote.cue else []),
                *([quote.source.mention] if quote.source and quote.source.mention else []),
            ]
            assert quote.content
            assert all(text[span.start : span.end] == span.text and span.text for span in spans)
