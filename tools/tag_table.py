"""The table of the English tagger, counted and trained on MASC: ``python -m tools.tag_table masc_tagged.zip``.

Writes ``tags.txt`` beside ``conflictkit/english/grammar/tags.py``: words seen three times or more in two texts or more with the letters
they had, and the weights of an averaged perceptron over contexts of letters and classes. No text can be read from it: a weight names one
word at most. In training, half of the rarer words pretend to be unknown, so that the weights learn what to make of unknown ones.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from conflictkit.english.grammar import tags
from conflictkit.english.grammar.tags import contexts, is_title
from conflictkit.english.grammar.words import MARKS, OPENING, Words, merged
from conflictkit.english.speakers.name_words import NATIONS

ADDRESS = re.compile(r"@|[a-z]/|://")
TABLE = Path(tags.__file__).with_name("tags.txt")
PENN: dict[str, str] = {
    name: letter
    for letter, names in {
        "n": "NN",
        "s": "NNS",
        "p": "NNP NNPS",
        "o": "PRP",
        "d": "PRP$ DT PDT",
        "q": "CD",
        "j": "JJ JJR JJS",
        "r": "RB RBR RBS",
        "l": "RP",
        "i": "IN",
        "t": "TO",
        "c": "CC",
        "w": "WDT WP WP$ WRB",
        "M": "MD",
        "B": "VB",
        "D": "VBD",
        "Z": "VBZ",
        "P": "VBP",
        "G": "VBG",
        "N": "VBN",
        "e": "EX",
        "h": "POS",
        "u": "UH",
        "f": "FW",
        "y": "SYM LS",
        ",": ",",
        ".": ".",
        ":": ":",
    }.items()
    for name in names.split()
}
"""Tags of the Penn Treebank in letters; those that are not here are symbols."""

SEEN, TEXTS = 3, 2
"""A word is listed that was seen so often, in so many texts."""
SHARE = 0.01
"""A letter belongs to a word that has it in this share of its places."""
RARE = 60
"""Words seen up to so many times get the letters their form allows, and pretend to be unknown half of the time."""
SELDOM = 12
"""Participles that are adjectives too are listed if they were seen so often."""
FREQUENT = 300
"""Words seen so often stand for themselves beside others."""
EPOCHS, COURSES = 5, 4
SMALLEST = 0.8
"""Weights nearer to nothing are left out."""
SCALE = 4
WIDTH = 160


class Sentence(NamedTuple):
    """Words and their letters."""

    text: str
    words: list[str]
    letters: str


def read_masc(path: Path) -> Iterator[Sentence]:
    """The sentences of the written texts."""
    with ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if "/written/" in name and name.endswith(".txt"):
                for line in archive.read(name).decode("utf-8", "replace").splitlines():
                    pairs = [(word, tag) for word, _, tag in (token.rpartition("_") for token in line.split()) if word]
                    if pairs:
                        yield Sentence(name, [word for word, _ in pairs], "".join(letter(word, tag) for word, tag in pairs))

OWN: dict[str, dict[str, str]] = {
    word: dict.fromkeys(tags, letter)
    for words, tags, letter in (
        ("is are was were am 's 're 'm ’s ’re ’m", "ZDPBM", "1"),
        ("be been being", "BPNGZD", "2"),
        ("have has had having 've ’ve 'd ’d", "ZDPBGN", "3"),
        ("do does did", "ZDPB", "4"),
        ("that if whether because although though unless while whereas once", "i", "S"),
        ("including following according regarding", "GNj", "i"),
        ("ago so", "i", "r"),
        ("of", "irpn", "O"),
        ("to", "ir", "t"),
    )
    for word in words.split()
}
"""Words whose tags have letters of their own: word -> tag -> letter."""


def letter(word: str, tag: str) -> str:
    """The letter of a word with a Penn tag."""
    if word in MARKS and tag != "POS":
        return MARKS[word]
    found = PENN.get(tag, "y")
    return OWN.get(word.lower(), {}).get(found, found)


class Counts:
    """How often each word had which letter, and in which texts."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.letters: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.texts: defaultdict[str, set[str]] = defaultdict(set)
        for sentence in sentences:
            start = True
            for word, found in zip(sentence.words, sentence.letters):
                form = word.lower() if start and word[0].isupper() and found != "p" else word
                self.letters[form][found] += 1
                self.texts[form].add(sentence.text)
                start = word in OPENING

    def listed(self) -> dict[str, Counter[str]]:
        """The words that may stand in the table."""
        return {word: found for word, found in self.letters.items() if found.total() >= SEEN and len(self.texts[word]) >= TEXTS and word not in MARKS and not ADDRESS.search(word)}

    def lower(self) -> Counter[str]:
        """How often each word was seen in any case."""
        seen: Counter[str] = Counter()
        for word, found in self.letters.items():
            seen[word.lower()] += found.total()
        return seen


def enriched(words: Words, word: str, letters: str, seen: int) -> str:
    """The letters of a word that was seen so many times, with those that its form allows: a rare word has not shown all it can be."""
    if letters[0] == "p":
        return letters
    more = words.by_form(word, words.verbs)
    if seen < 12 and word.endswith("ed") and len(word) > 4 and letters[0] in "jnND":
        more += "DN"
    if seen < 12 and word.endswith("ing") and len(word) > 5 and letters[0] in "jnG":
        more += "G"
    if len(letters) > 1 or letters[0] in "BDZPGNnsj":
        return merged(letters, more)
    return letters


def classes(listed: dict[str, Counter[str]]) -> dict[str, str]:
    """The class of each listed word."""
    plain = {word: "".join(found for found, times in counts.most_common() if times >= max(1, SHARE * counts.total())) for word, counts in listed.items()}
    words = Words(plain)
    made = {}
    for word, letters in plain.items():
        seen = listed[word].total()
        if seen < SELDOM and word.endswith(("ed", "ing")) and "j" in letters and words.forms(word):
            continue  # two or three adjectives tell less than the form does
        both = enriched(words, word, letters, seen) if seen < RARE and word == word.lower() else letters
        made[word] = both[0] + "".join(sorted(both[1:]))
    return made


def unknown_letters(words: Words, sentences: list[Sentence]) -> dict[str, str]:
    """The letters of each class of unlisted words, by how often words outside the list, and rare ones, have them."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        start = True
        for word, found in zip(sentence.words, sentence.letters):
            name = words.of(word, start)
            if name[0] in "#~" or name[1:2] == ":":
                seen[name][found] += 1
            start = word in OPENING
    return {
        name: "".join(found for found, times in counts.most_common() if times >= max(2, 0.02 * counts.total())) or counts.most_common(1)[0][0]
        for name, counts in sorted(seen.items())
    }


def chosen(letters: str, weights: dict[str, dict[str, float]], features: tuple[str, ...]) -> str:
    """The one of these letters for which the features speak most; the first of equals."""
    found = [weights[feature] for feature in features if feature in weights]
    return max(letters, key=lambda letter: sum([weight[letter] for weight in found if letter in weight]))


class Perceptron:
    """Weights that are moved at each wrong decision; the mean over all steps is kept."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = {}
        self.sums: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.moved: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def learn(self, letters: str, features: tuple[str, ...], right: str) -> str:
        """The letter decided now; the weights move when it is wrong."""
        self.step += 1
        guess = chosen(letters, self.weights, features)
        if guess != right and right in letters:
            for feature in features:
                weights = self.weights.setdefault(feature, {})
                for found, change in ((right, 1.0), (guess, -1.0)):
                    self._settle(feature, found)
                    weights[found] = weights.get(found, 0.0) + change
        return guess

    def _settle(self, feature: str, found: str) -> None:
        key = feature, found
        self.sums[key] += (self.step - self.moved[key]) * self.weights[feature].get(found, 0.0)
        self.moved[key] = self.step

    def mean(self) -> dict[str, dict[str, float]]:
        """The mean of each weight over all steps."""
        for feature, weights in self.weights.items():
            for found in weights:
                self._settle(feature, found)
        return {feature: {found: self.sums[feature, found] / self.step for found in weights} for feature, weights in self.weights.items()}


def trained(words: Words, frequent: frozenset[str], rare: set[str], sentences: list[Sentence], seed: int) -> dict[str, dict[str, float]]:
    """The weights after some rounds over the sentences."""
    chance = random.Random(seed)
    perceptron = Perceptron()
    order = list(sentences)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for sentence in order:
            learn_sentence(words, frequent, rare, sentence, perceptron, chance)
    return perceptron.mean()


def mean(courses: list[dict[str, dict[str, float]]]) -> dict[str, dict[str, float]]:
    """The mean weights of several courses of training: what one of them learned by chance fades."""
    total: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for course in courses:
        for feature, weights in course.items():
            for found, weight in weights.items():
                total[feature][found] += weight / len(courses)
    return {feature: dict(weights) for feature, weights in total.items()}


def learn_sentence(words: Words, frequent: frozenset[str], rare: set[str], sentence: Sentence, perceptron: Perceptron, chance: random.Random) -> None:
    """One pass over a sentence; half of the rare words pretend to be unknown."""
    known, names, beside = [], [], [""]
    title = is_title(sentence.words)
    start = True
    for word in sentence.words:
        low = word.lower()
        hidden = low in rare and chance.random() < 0.5
        name = words.unlisted(word, start) if hidden else words.of(word, start)
        names.append(name)
        known.append(low if low in words.listed and not hidden else name)
        beside.append(low if low in frequent else "")
        start = title or word in OPENING
    names.append(".")
    beside.append("")
    earlier = before = "."
    for at, right in enumerate(sentence.letters):
        name = names[at]
        letters = words.letters(name)
        guess = letters
        if len(letters) > 1:
            guess = perceptron.learn(letters, contexts(known[at], name, earlier, before, beside[at], names[at + 1], beside[at + 2]), right)
        earlier, before = before, guess


def wrapped(head: str, words: list[str]) -> Iterator[str]:
    """Lines of words behind a head, none much longer than WIDTH."""
    line = head
    for word in words:
        if len(line) + len(word) >= WIDTH and line != head:
            yield line
            line = head
        line += " " + word if line else word
    if line != head:
        yield line


def plurals(listed: Mapping[str, str]) -> Iterator[str]:
    """The words that are the plural of another noun, whatever their tags: "talks", "pirates"."""
    return (word for word, name in listed.items() if name[0] == "s" and word.endswith("s") and "n" in listed.get(word[:-1], ""))


def table(path: Path) -> str:
    """The text of the table."""
    sentences = list(read_masc(path))
    counts = Counts(sentences)
    listed = {word: name for word, name in classes(counts.listed()).items() if name != "n" or word not in NATIONS}  # "Turkey" opens a sentence as a name
    listed |= {word: listed[word].replace("n", "") for word in plurals(listed)}
    words = Words(listed)
    words.unknown = unknown_letters(words, sentences)
    seen = counts.lower()
    frequent = frozenset(word for word, times in seen.items() if times >= FREQUENT and word not in MARKS)
    rare = {word for word, times in seen.items() if times <= RARE}
    weights = mean([trained(words, frequent, rare, sentences, seed) for seed in range(COURSES)])
    by_class: defaultdict[str, list[str]] = defaultdict(list)
    for word, name in listed.items():
        by_class[name].append(word)
    lines = [
        "# Which letters a word can have, and what speaks for each of them. Made by tools/tag_table.py; not to be edited by hand.",
        "# Source: MASC, the Manually Annotated Sub-Corpus of the American National Corpus (Nancy Ide, http://www.anc.org/), part-of-speech tags as packaged",
        f"# by nltk_data (masc_tagged), copyright 2014 American National Corpus; terms in LICENSES/MASC.txt. {len({s.text for s in sentences})} written texts, {sum(len(s.words) for s in sentences)} words.",
        f"# Counted: words seen {SEEN} times or more in {TEXTS} texts or more; contexts of letters and classes with one word at most, weights of {SMALLEST} or more, times {SCALE}.",
        "# Left out: nouns that are names of states too; addresses. The letters are told in words.py, the contexts in tags.py.",
        "[words]",
        *(line for name in sorted(by_class) for line in wrapped(name, sorted(by_class[name]))),
        "[unknown]",
        *(f"{name} {letters}" for name, letters in words.unknown.items() if not name[0].isdigit()),
        "[frequent]",
        *wrapped("", sorted(frequent)),
        "[weights]",
    ]
    for feature in sorted(weights):
        kept = "".join(f" {found}{round(SCALE * weight)}" for found, weight in sorted(weights[feature].items()) if abs(weight) >= SMALLEST)
        if kept:
            lines.append(feature + kept)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Reads the arguments and writes the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("masc", type=Path, help="masc_tagged.zip")
    arguments.add_argument("--to", type=Path, default=TABLE)
    given = arguments.parse_args()
    given.to.write_text(table(given.masc), encoding="utf-8")


if __name__ == "__main__":
    main()
