"""Quotes: the corpus read word by word, hostile marks, offsets on arbitrary text."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictkit import parse_quotes
from conflictkit._document import Document
from conflictkit._models import Quote
from conflictkit.english import pack
from conflictkit.english.quotes import find_quotes, nested
from conflictkit.english.quotes.frames import FRAMES
from tests.corpora import cases

CORPUS = Path(__file__).parent / "corpus" / "quotes.md"


def quotes(text: str) -> tuple[Quote, ...]:
    return nested(find_quotes(Document(text, pack().lexicon)))


def written(quote: Quote) -> str:
    """A quote as the corpus writes it."""
    content = " // ".join(span.text for span in quote.content).replace("\n", "\\n")
    mention = quote.source.mention if quote.source else None
    via = (f"via {quote.via.mention.text}",) if quote.via and quote.via.mention else ()
    return " | ".join((quote.kind, content, quote.cue.text if quote.cue else "-", mention.text if mention else "-", quote.stance, *via))


@pytest.mark.parametrize(("text", "expected"), [(text, [row for row in rows if row != "none"]) for text, rows in cases(CORPUS)])
def test_corpus(text: str, expected: list[str]) -> None:
    assert [written(quote) for quote in quotes(text)] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army declares:\n1. The junta turned the vote into a war.\n2. The port is shut.\nIt rained.", ["The junta turned the vote into a war", "The port is shut"]),
        ("The army reports the following to the nation:\n\n(1) Two soldiers died.\n\n(2) The rebels fled.\n\nHe left.", ["Two soldiers died", "The rebels fled"]),
        ("The council reports:\n1. The port is calm.\n2. The pass is shut.", ["The port is calm", "The pass is shut"]),
        ("Ruiz gave two reasons:\n1. The junta turned the vote into a war.\n2. The port is shut.", []),
        ("Here are the events that will be talked about today:\n1. The junta lost the vote.\n2. The port is shut.", []),
    ],
)
def test_numbered_points_below_the_line_that_announces_them(text: str, said: list[str]) -> None:
    assert [span.text for quote in parse_quotes(text) if quote.rule == "statement" for span in quote.content] == said


def framed() -> list[tuple[str, list[str]]]:
    """The frames that have a heading in the corpus, each with its texts."""
    out: list[tuple[str, list[str]]] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            out.append((line.removeprefix("### "), []))
        elif line.startswith("text: ") and out:
            out[-1][1].append(line.removeprefix("text: "))
    return out


@pytest.mark.parametrize(("name", "texts"), framed())
def test_a_frame_makes_its_quote_and_not_that_of_its_neighbour(name: str, texts: list[str]) -> None:
    assert [[quote.rule for quote in quotes(text)] for text in texts] == [[name], []]


def test_every_frame_has_its_cases() -> None:
    assert {name for name, _ in framed()} == {frame.name for frame in FRAMES}


SUBJECTS = (
    "An envoy of the league",
    "A nurse in Bariz",
    "The guards at the gate",
    "An envoy who asked for secrecy",
    "A nurse whose house was burned",
    "The colonel who led the raid in May",
    "An envoy speaking on condition of secrecy",
    "An aide briefed on the plan",
    "A nurse contacted by radio",
    "The guards stationed near the dam",
    "A driver wounded in the raid",
    "The envoy sent by Oslo",
    "A woman living near the port",
    "The crews working at the mine",
    "A lawyer representing the miners",
    "Officers in ports such as Bariz",
    "The mayor and the governor",
    "Both the mayor and the governor",
    "Residents and others",
    "A number of villagers",
    "Two of the guards",
    "Most of those who fled",
    "Dozens of villagers",
    "The health and labour ministry",
    "The commander-in-chief",
    "A well-informed police source",
    "The spokesman for the northern command",
    "A teacher at the school near the port",
    "The owner of a shop near the market in Bariz",
    "Sources close to the general",
    "One in five villagers",
    "The head of the army's press office",
    "The army's chief of staff",
    "A statement from the ministry",
    "A report by the museum",
    "The Kadra Ministry of Defense",
    "General Okoro",
    "Selma Dray",
    "The people of the valley",
    "Those trapped in the mine",
    "Many of the miners' wives",
    "A farmer from a village on the border",
    "The captain of a boat that sank",
    "A group of teachers",
    "All three guards",
)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("frame", ["{0} said that 17 sailors were killed.", "The bridge fell, {1} said.", "“The bridge fell,” {1} said."])
def test_the_whole_subject_speaks(subject: str, frame: str) -> None:
    inside = subject if subject.split()[0] in ("General", "Selma") else subject[0].lower() + subject[1:]
    (quote,) = quotes(frame.format(subject, inside))
    assert quote.source and quote.source.mention
    mention = quote.source.mention.text
    head = subject.split(" who ")[0].split(" whose ")[0].split(" that ")[0]
    assert mention == "who" or mention.lower().startswith(head.lower())


ROLES = (
    "leader of the guild",
    "a spokesman",
    "a spokesman for the guild",
    "the mayor of Bariz",
    "head of the army's press office",
    "a retired general",
    "her deputy",
    "an aide to the king",
)
SAID = ("Norland's navy killed 17 sailors", "Israel's army killed 12 people", "rebels shelled the port", "the guards had fled", "Norland struck a ferry")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("verb", ["said", "claimed", "reported"])
def test_an_apposition_does_not_turn_speaker_and_words_round(role: str, said: str, verb: str) -> None:
    (quote,) = quotes(f"Edvin Rask, {role}, {verb} {said}.")
    assert [span.text for span in quote.content] == [said]
    assert quote.source and quote.source.mention
    assert quote.source.mention.text == f"Edvin Rask, {role}"


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


@settings(max_examples=150)
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
