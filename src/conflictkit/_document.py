"""One text, cut once: tokens, their classes and offsets, sentences, quote regions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import sub
from typing import Any

from conflictkit._lexicon import Lexicon
from conflictkit._models import DateExpression, Span
from conflictkit._regions import Region, find_regions
from conflictkit._sentences import sentence_starts
from conflictkit.engine.text import Head, View


class Document:
    """The text as parallel sequences that share one index: ``toks``, ``low``, ``cls``, ``off``."""

    def __init__(self, text: str, lexicon: Lexicon, head: Head | None = None, view: View | None = None) -> None:
        self.text = text
        self.head = head
        self.view = view
        self.lexicon = lexicon
        self.dates: Sequence[DateExpression] = ()
        """The temporal expressions, once they are found: grammar asks which noun groups are times."""
        self.kept: dict[str, Any] = {}
        """What a language has made of the text and others ask for again, by name."""
        self.toks: list[str] = lexicon.token.findall(text)
        self.cls: str = "".join(map(lexicon.alphabet.__getitem__, self.toks))
        self.low: list[str] = list(map(lexicon.lower.__getitem__, self.toks))
        self.off: list[int] = [0, *accumulate(map(len, self.toks))]
        """Offset of the first character of each token, and the end of the text."""

    def __len__(self) -> int:
        return len(self.toks)

    def mark_before(self, k: int) -> str:
        """What stood before token k on its line in the text as given: the number of a point, the mark of a list."""
        return self.view.line_before(self.off[k]) if self.view is not None else ""

    def glued(self, k: int) -> bool:
        """Whether no white space follows token k."""
        return self.toks[k][-1] != " " and k + 1 < len(self.toks) and not self.toks[k + 1].isspace()

    @cached_property
    def ends(self) -> list[int]:
        """Offset after the last character of each token, its trailing blank left out."""
        return list(map(sub, self.off[1:], map(str.endswith, self.toks, repeat(" "))))

    @cached_property
    def at(self) -> list[int]:
        """For each offset, and the end of the text, the index of the token that holds it."""
        return [*chain.from_iterable(map(repeat, count(), map(len, self.toks))), len(self.toks)]

    def words(self, a: int, b: int) -> str:
        """Tokens a to b (exclusive) as written."""
        return self.text[self.off[a] : self.off[b] - (self.toks[b - 1][-1] == " ")]

    def span(self, a: int, b: int) -> Span:
        """The span of tokens a to b (exclusive)."""
        s, e = self.off[a], self.off[b] - (self.toks[b - 1][-1] == " ")
        return Span(s, e, self.text[s:e])

    def chars(self, s: int, e: int) -> Span:
        """The span of characters s to e."""
        return Span(s, e, self.text[s:e])

    def covered(self, spans: Iterable[Span]) -> frozenset[int]:
        """The tokens that spans cover."""
        return frozenset(chain.from_iterable(range(self.at[span.start], self.at[span.end - 1] + 1) for span in spans))

    def spots(self, *names: str) -> Iterator[int]:
        """Indices of the tokens that are of one of the named classes, in order."""
        return map(re.Match.start, self.lexicon.spots(*names).finditer(self.cls))

    def among(self, words: Container[str], a: int = 0, b: int | None = None) -> Iterator[int]:
        """Indices of the tokens from a on, before b, whose lower-case word is one of some words, in order."""
        low = self.low[a:b]
        return compress(range(a, a + len(low)), map(words.__contains__, low))

    @cached_property
    def visible(self) -> list[int]:
        """For each token, and the end of the text, the first one from there on that is no white space."""
        found = list(range(len(self.toks) + 1))
        for k in reversed(list(self.spots("BLANK"))):
            found[k] = found[k + 1]
        return found

    @cached_property
    def prior(self) -> list[int]:
        """For each token, and the end of the text, the last one before it that is no white space; 0 where there is none."""
        found = [0, *range(len(self.toks))]
        for k in self.spots("BLANK"):
            found[k + 1] = found[k]
        return found

    def paragraph(self, k: int) -> int:
        """Index of the paragraph (line) that holds token k."""
        return bisect_right(self.paragraphs, k) - 1

    @cached_property
    def paragraphs(self) -> list[int]:
        """Token index where each line of the text begins."""
        starts = [0]
        for k in self.spots("LINE"):
            if self.toks[k][0] in "\n\r\u2028\u2029" and k + 1 < len(self.toks):
                if starts[-1] == k:
                    starts[-1] = k + 1
                else:
                    starts.append(k + 1)
        return starts

    @cached_property
    def sentences(self) -> list[int]:
        """Token index where each sentence begins (sentences cover the text; white space opens no sentence of its own)."""
        return sentence_starts(self.toks, self.low, self.spots("LINE", "STOP", "DOTTED"), self.lexicon.breaks)

    def sentence(self, k: int) -> tuple[int, int]:
        """First token and one past the last token of the sentence that holds token k: as :attr:`bounds`, for who asks for few."""
        starts = self.sentences
        n = max(bisect_right(starts, k), 1)
        return starts[n - 1], starts[n] if n < len(starts) else len(self.toks)

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index of the sentence of each token, and of the end of the text."""
        return self._by_token(self.sentences)

    @cached_property
    def paragraph_of(self) -> list[int]:
        """Index of the paragraph (line) of each token, and of the end of the text."""
        return self._by_token(self.paragraphs)

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """First token and one past the last token of the sentence that holds each token."""
        pairs = list(pairwise((*self.sentences, len(self.toks))))
        return list(map(pairs.__getitem__, self.sentence_of))

    def opens_paragraph(self, k: int) -> bool:
        """Whether token k is the first of its paragraph."""
        return self.paragraphs[self.paragraph_of[k]] == k

    def _by_token(self, starts: Sequence[int]) -> list[int]:
        """For each token, and the end of the text, which of the stretches that begin at these tokens holds it; what stands before the first belongs to it."""
        ends = (*starts[1:], len(self.toks) + 1)
        return list(chain.from_iterable(map(repeat, count(), map(sub, ends, (0, *ends)))))

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Stretches between quote marks, in order and never nested; an unclosed mark runs to its paragraph's end."""
        return find_regions(self.toks, self.lexicon.breaks.elisions)

    @cached_property
    def _region_starts(self) -> list[int]:
        return [region.open for region in self.regions]

    def region(self, k: int) -> Region | None:
        """The quote region that holds token k (its marks included), or None."""
        n = bisect_right(self._region_starts, k) - 1
        return self.regions[n] if n >= 0 and k < self.regions[n].close else None
