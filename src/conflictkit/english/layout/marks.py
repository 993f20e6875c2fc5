"""Quote marks that a text has lost: the closing one before who speaks ("“We hold, Ruiz said."), the opening one of what he says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conflictkit.engine.lines import Edit

from ..speakers.name_words import SPEECH
from .head import NAME, expression, one_of

SAID = rf"{one_of(SPEECH - {'who', 'whose', 'asked', 'described', 'called'})}\b"
SAYS = rf"{one_of(SPEECH - {'who', 'whose', 'asked', 'described', 'called', 'told', 'announced'})}\b"
WORD = r"[\w’'-]+"
SPEAKER = rf"(?:[Hh]e|[Ss]he|[Tt]hey|(?:the|a|an|his|her|its) {WORD}(?: {WORD}){{0,4}}?|(?:{WORD} ){{0,2}}?{NAME}(?: {NAME}){{0,3}})"
"""Who speaks: a pronoun, a noun with its article, a name with the words before it."""
BESIDE = rf"(?:{SPEAKER}(?:, {SPEAKER},)? {SAID}|{SAYS} {SPEAKER})"
"""Who speaks and the verb, in both orders: "Ruiz said", "the mayor, Ana Ruiz, told", "said Ruiz"."""
UNCLOSED = rf"[^“”\"«».!?\n]+,(?= {BESIDE})"
"""What is said behind an opening mark, up to the comma before who says it; the last comma of the sentence that has that behind it."""
BEHIND = rf"(?<=[,.!?…])[”\"] {BESIDE}"
"""A closing mark and who speaks."""
NEXT = re.compile(r"\n+[“\"]")
MARK = re.compile(r"[“”\"]")
PARTNER = {"“": "”", "”": "“", '"': '"'}
SENTENCE = re.compile(r"[.!?…][”\"’)]* +(?=[^\W\d_a-z])")
LONGEST = 1000
"""In a longer paragraph no mark is missed."""


def lost_marks(text: str) -> Iterator[Edit]:
    """The marks that are missing in paragraphs whose marks make no pairs."""
    if "“" not in text and "”" not in text and '"' not in text:
        return
    start = 0
    pending = False  # whether the paragraph before ends inside a quote
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if stop > start:
            paragraph = text[start:stop]
            if len(paragraph) <= LONGEST:
                for at, mark in _lost(paragraph, whole=pending, goes_on=NEXT.match(text, stop) is not None):
                    yield Edit(start + at, start + at, mark)
            pending = paragraph.rfind("“") > paragraph.rfind("”")
        start = stop + 1


def _lost(paragraph: str, *, whole: bool, goes_on: bool) -> Iterator[tuple[int, str]]:
    """Where marks are missing in a paragraph; ``whole`` says that it begins inside a quote, ``goes_on`` that the next begins with a mark."""
    marks = [(found.start(), _opens(paragraph, found.start())) for found in MARK.finditer(paragraph)]
    inside = False
    for n, (at, opens) in enumerate(marks):
        unclosed = marks[n + 1][1] if n + 1 < len(marks) else not goes_on
        if opens and unclosed and (said := expression(UNCLOSED).match(paragraph, at + 1)):
            yield said.end(), PARTNER[paragraph[at]]
        elif not opens and not inside and expression(BEHIND).match(paragraph, at):
            begins = 0 if whole and not n else _sentence_start(paragraph, marks[n - 1][0] + 1 if n else 0, at)
            if begins >= 0:
                yield begins, PARTNER[paragraph[at]]
        inside = opens


def _sentence_start(paragraph: str, start: int, at: int) -> int:
    """Where the sentence before an offset begins, or -1 if that is before ``start``, where another quote ends."""
    return max((end.end() for end in SENTENCE.finditer(paragraph, start, at)), default=0 if not start else -1)


def _opens(paragraph: str, at: int) -> bool:
    """Whether a mark opens: by its form, or by the white space around it."""
    mark = paragraph[at]
    return mark == "“" or mark == '"' and (not at or paragraph[at - 1] in " ([—–-") and paragraph[at + 1 : at + 2] not in ("", " ")
