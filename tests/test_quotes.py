"""Quotes: the corpus read word by word, hostile marks, offsets on arbitrary text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictkit._document import Document
from conflictkit._models import Quote
from conflictkit.english import pack
from conflictkit.english.quotes import find_quotes

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
    return find_quotes(Document(text, pack().lexicon))


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
    ],
)
def test_marks_without_end_take_linear_time(piece: str) -> None:
    short, long = piece * 2_000, piece * 10_000
    began = time.perf_counter()
    quotes(short)
    middle = time.perf_counter()
    quotes(long)
    assert time.perf_counter() - middle < 25 * max(middle - began, 0.02)


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
