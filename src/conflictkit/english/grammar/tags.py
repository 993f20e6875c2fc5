"""One letter a word: its part of speech, decided by the word, the letters before it and the class of the next word.

The weights of ``tags.txt`` are those of a perceptron that ``tools/tag_table.py`` trained on MASC. What a decision sees fits in a
short string, and every word (or class of unlisted words) remembers the letter for each such string: most decisions are one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter, itemgetter
from pkgutil import get_data

from .repair import repaired
from .subordinate import with_verbs
from .tokens import TITLES, Memo
from .words import LETTERS, OPENING, Words

BEFORE = frozenset("uy:")
"""Letters of what stands before the first word of an item: bullets, emoji, dashes."""
REMEMBERED = 200_000
"""How many decisions and words are kept; then they are forgotten, so that endless new words do not fill the memory."""
SECTIONS = ("[words]", "[unknown]", "[frequent]", "[weights]")
"""Parts of the table; what stands before the first is a comment."""
TITLE, TITLE_SHARE = 4, 0.85
"""A headline has so many words of so many letters or more, and this share of them with a capital."""


def is_title(words: Sequence[str]) -> bool:
    """Whether the words are those of a headline: nearly all longer ones with a capital, so that a capital tells no name."""
    if len(words) < TITLE or not words[1][0].isupper() and not words[2][0].isupper() or sum(map(str.isupper, map(FIRST, words))) < TITLE:
        return False
    longer = [word for word in words if len(word) >= TITLE and word[0].isalpha() and len(word.rstrip(" ")) >= TITLE]
    capital = sum(map(str.isupper, map(FIRST, longer)))
    return len(longer) >= TITLE and capital >= TITLE_SHARE * len(longer)


def contexts(word: str, name: str, earlier: str, before: str, neighbour: str, after: str, follower: str) -> tuple[str, ...]:
    """What speaks for a letter: the word (or its class), the class, two letters before, the class after; frequent words on both sides."""
    return (
        "w" + word,
        "a" + name,
        "q" + earlier + before,
        "x" + before + word,
        "b" + before + name,
        "n" + after,
        "m" + before + after,
        "y" + name + after,
        "v" + neighbour,
        "z" + follower,
    )


BITS = 12
MASK = (1 << BITS) - 1
PLACES = {letter: BITS * n for n, letter in enumerate(LETTERS)}
"""Where the weight of each letter stands in one number that holds those of all letters, so that one sum adds them up."""
MIDDLE = sum(1 << place + BITS - 1 for place in PLACES.values())
"""What makes all sums positive."""


class Weights(dict[str, int]):
    """What a feature says for each letter, as one number: made of its line of the table when it is first asked, 0 for one without a line."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self.lines = lines

    def __missing__(self, feature: str) -> int:
        packed = self[feature] = sum([int(part[1:]) << PLACES[part[0]] for part in self.lines.get(feature, "").split()])
        return packed


def chosen(letters: str, weights: Weights, features: Iterable[str]) -> str:
    """The one of these letters for which the features speak most; the first of equals."""
    total = sum(map(weights.__getitem__, features), MIDDLE)
    best, most = "", 0
    for letter in letters:
        score = total >> PLACES[letter] & MASK
        if score > most:
            best, most = letter, score
    return best


ACRONYMS = frozenset({"is", "us", "who"})
"""Words of grammar that are names in capitals: Islamic State, the United States, the World Health Organization."""


GIVEN_NAMES = frozenset({"said"})
"""Verbs that are names with a capital."""


OPEN = " "
"""Stands for a letter that is still to be decided."""
FIRST = itemgetter(0)
SETTLED, SIGN = attrgetter("settled"), attrgetter("sign")


class Entry:
    """What the tagger knows of a word: its letter, or how to decide among several."""

    __slots__ = ("letters", "name", "seen", "settled", "sign", "word")

    def __init__(self, word: str, name: str, letters: str, sign: str) -> None:
        self.word: str = word
        self.name: str = name
        self.letters: str = letters
        self.sign: str = sign
        self.seen: dict[str, str] = {}
        self.settled: str = letters if len(letters) == 1 else OPEN


class Tagger:
    """Decides the letters of sentences."""

    def __init__(self, words: Words, weights: Weights, frequent: frozenset[str]) -> None:
        self.words = words
        self.weights = weights
        self.frequent = frequent
        self._forget()

    def _forget(self) -> None:
        self._inside, self._at_start = Memo(self._entry), Memo(lambda word: self._entry(word, start=True))
        self._signs: dict[tuple[str, str], str] = {}
        self._of_sign: list[tuple[str, str]] = []
        self._entries: dict[tuple[str, str, str, str], Entry] = {}
        self._kept = 0
        self._edge = self._of_class("", ".", ".")

    def _sign(self, name: str, follower: str) -> str:
        """One character for the class of a word and the word itself, if it is frequent."""
        sign = self._signs.get((name, follower))
        if sign is None:
            sign = self._signs[name, follower] = chr(0x100 + len(self._of_sign))
            self._of_sign.append((name, follower))
        return sign

    def _entry(self, word: str, start: bool = False) -> Entry:
        """The entry of a word, also with the blank behind it, found when it is first seen."""
        bare = word.rstrip(" ")
        if bare and bare != word:
            return (self._at_start if start else self._inside)[bare]
        self._kept += 1
        low = word.lower()
        if (word.isupper() and low in ACRONYMS or word[0].isupper() and low in GIVEN_NAMES) and not start:
            name = self.words.unlisted(word, start)
            return self._of_class(name, name, "p")
        name = self.words.of(word, start)
        letters = "p" if low[-1] == "." and low[:-1] in TITLES else self.words.letters(name)
        return self._of_class(low if low in self.words.listed else name, name, letters, low if low in self.frequent else "")

    def _of_class(self, word: str, name: str, letters: str, follower: str = "") -> Entry:
        """The entry of a listed word or of all words of a class."""
        key = word, name, letters, follower
        found = self._entries.get(key)
        if found is None:
            found = self._entries[key] = Entry(word, name, letters, self._sign(name, follower))
        return found

    def _decide(self, entry: Entry, key: str) -> str:
        """The letter of a word in a context that was not seen before."""
        name, follower = self._of_sign[ord(key[-1]) - 0x100]
        neighbour = self._of_sign[ord(key[-2]) - 0x100][1]
        letter = entry.seen[key] = chosen(entry.letters, self.weights, contexts(entry.word, entry.name, key[0], key[1], neighbour, name, follower))
        self._kept += 1
        return letter

    def _known(self, words: Sequence[str]) -> list[Entry]:
        """The entries of a sentence's words."""
        at_start = self._at_start
        if is_title(words):
            return list(map(at_start.__getitem__, words))
        first = self._inside if words and words[0].isupper() and words[0].rstrip().lower() in ACRONYMS else at_start
        entries = [*map(first.__getitem__, words[:1]), *map(self._inside.__getitem__, words[1:])]
        if entries and entries[0].letters in BEFORE and len(words) > 1:
            n = next((n for n, entry in enumerate(entries) if entry.letters not in BEFORE), 0)
            entries[n] = at_start[words[n]]  # "⚡️ Rebels took the town", "• Rebels took it"
        if OPENING.isdisjoint(words):
            return entries
        for k in compress(range(1, len(words)), map(OPENING.__contains__, words)):
            entries[k] = at_start[words[k]]
        return entries

    def decided(self, words: Sequence[str]) -> str:
        """The letters of a sentence's words."""
        if self._kept > REMEMBERED:
            self._forget()
        entries, edge = self._known(words), self._edge.sign
        letters = [".", ".", *map(SETTLED, entries)]
        signs = [edge, *map(SIGN, entries), edge]
        for k in compress(range(len(words)), map(OPEN.__eq__, letters[2:])):
            key = f"{letters[k]}{letters[k + 1]}{signs[k]}{signs[k + 2]}"
            letters[k + 2] = entries[k].seen.get(key) or self._decide(entries[k], key)
        return "".join(letters[2:])


def read_table(text: str) -> Tagger:
    """The tagger of a table as ``tools/tag_table.py`` writes it."""
    listed: dict[str, str] = {}
    unknown: dict[str, str] = {}
    weights: dict[str, str] = {}
    frequent: list[str] = []
    section = ""
    for line in text.splitlines():
        if line in SECTIONS:
            section = line
            continue
        if section == "[weights]":
            head, _, weights[head] = line.partition(" ")
            continue
        head, *rest = line.split(" ")
        if section == "[words]":
            listed.update(dict.fromkeys(rest, head))
        elif section == "[unknown]":
            unknown[head] = rest[0]
        elif section == "[frequent]":
            frequent += (head, *rest)
    return Tagger(Words(listed, unknown), Weights(weights), frozenset(frequent))


@cache
def tagger() -> Tagger:
    """The tagger of the table that the package holds, read at first use."""
    source = get_data("conflictkit.english.grammar", "tags.txt")
    assert source is not None
    return read_table(source.decode())


def tag(words: Sequence[str], low: Sequence[str]) -> str:
    """One letter for each word of a sentence (see ``words.LETTERS``). Words hold no blanks; "don't" is "do", "n't"; "well-armed" is one."""
    own = tagger()
    return with_verbs(repaired(own.decided(words), low, own.words), low, own.words)
