"""Tags and noun groups without clauses: all that a number asks of its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from conflictkit._document import Document
from conflictkit.engine.syntax import NounGroup, Syntax

from .sentence import NO_TOKENS, Sentence
from .tags import tag
from .tokens import words_of


class Nouns:
    """The tags and noun groups of a text: those of its syntax, or, where nobody asks for that, of each sentence when it is first asked about."""

    def __init__(self, doc: Document, syntax: Syntax | None = None) -> None:
        groups: dict[int, NounGroup] = {}
        phrases: dict[int, NounGroup] = {}
        tags = [""] * len(doc)
        self._doc = doc
        self._own_tags, self._groups, self._phrases = tags, groups, phrases
        self._unread: set[int] = set() if syntax is not None else set(range(len(doc.sentences)))
        self._times: frozenset[int] = doc.covered(date.span for date in doc.dates) if syntax is None else NO_TOKENS
        self._tags: Sequence[str] = tags if syntax is None else syntax.tags
        self._group_at: Callable[[int], NounGroup | None] = groups.get if syntax is None else syntax.group_at
        self._phrase_at: Callable[[int], NounGroup | None] = phrases.get if syntax is None else syntax.phrase_at

    def tag(self, k: int) -> str:
        """The tag of token k; "" for white space and behind the end of the text."""
        if k >= len(self._tags):
            return ""
        self._read(k)
        return self._tags[k]

    def group_at(self, k: int) -> NounGroup | None:
        """The noun group whose core holds a token."""
        self._read(k)
        return self._group_at(k)

    def phrase_at(self, k: int) -> NounGroup | None:
        """The noun group that the preposition at a token governs."""
        self._read(k)
        return self._phrase_at(k)

    def _read(self, k: int) -> None:
        """Read the sentence of token k, unless that is done."""
        n = self._doc.sentence_of[k]
        if n not in self._unread:
            return
        self._unread.remove(n)
        words = words_of(self._doc, *self._doc.bounds[k])
        if not words.words:
            return
        letters = tag(words.words, words.low)
        for token, letter in zip(words.first, letters, strict=True):
            self._own_tags[token] += letter
        sentence = Sentence(words, letters, self._times)
        for group in sentence.groups.values():
            self._groups.update(dict.fromkeys(range(group.start, group.end), group))
        for m, first in sentence.governed.items():
            group = sentence.groups[m]
            group.preposition = words.first[sentence.starts[first]]
            self._phrases[group.preposition] = group
