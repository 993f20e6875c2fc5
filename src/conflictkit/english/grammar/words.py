"""Which tags a word can have: listed words, what a word's form allows, and classes of unknown words by ending.

A tag is one letter (see ``LETTERS``). The class of a listed word is the string of its letters, the commonest first; a word that is
not listed but made of a known one ("disembarked", "gunboats") has the class "?" and the letters its form allows; any other word has
a class by capital and ending ("u:ment", "C:"), whose letters the table tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from unicodedata import category

from conflictkit._lexicon import REMEMBERED

from ..lexicon import speech
from ..tables import TABLES
from .lists import held

LETTERS: dict[str, str] = {
    "n": "noun, singular",
    "s": "noun, plural",
    "p": "name",
    "o": "pronoun",
    "d": "determiner or possessive pronoun",
    "q": "number, quantity",
    "$": "currency sign",
    "j": "adjective",
    "r": "adverb",
    "l": "particle of a verb",
    "i": "preposition, or conjunction of time (after, before, since, until, as, than)",
    "O": "of",
    "t": "to",
    "c": "and, or, but",
    "S": "subordinator (that, if, whether, because, although, while ...)",
    "w": "wh-word (who, which, what, when, where ...)",
    "e": "there, that says something exists",
    "h": "possessive 's",
    "M": "modal verb",
    "1": "finite form of be",
    "2": "be, been, being",
    "3": "form of have",
    "4": "do, does, did",
    "B": "base form of a verb",
    "P": "present",
    "Z": "present, third person",
    "D": "past",
    "G": "-ing form",
    "N": "past participle",
    "u": "interjection",
    "f": "foreign word",
    "y": "symbol",
    ".": "stop",
    ",": "comma",
    ":": "colon, semicolon, dash",
    '"': "quote mark",
    "(": "opening bracket",
    ")": "closing bracket",
}
"""Every letter of a tag string and what it stands for."""
VERBS = frozenset("BPZDGN")
PICTURES = frozenset({"Mn", "So"})
"""Unicode categories of emoji and of what follows them, which open posts and items of lists."""
MARKS: dict[str, str] = {
    mark: letter
    for letter, marks in (
        (".", ". ? !"),
        (",", ","),
        (":", "; : … — – ― -- - ..."),
        ('"', "\" “ ” „ « » ‘ ’ ' ` `` ''"),
        ("(", "( [ {"),
        (")", ") ] }"),
        ("$", "$ £ € ¥ ₴ ₽"),
        ("n", "%"),
        ("c", "&"),
        ("u", "* • · ‣"),
        ("y", "/ # + = @ _ | ~ ^ < > \\"),
    )
    for mark in marks.split()
}
OPENING = frozenset(mark + blank for mark in "( [ { “ „ « ‘ ` `` \" '".split() for blank in ("", " "))
"""Marks behind which a sentence may begin, also with the blank behind them."""

ENDING = re.compile("(?:ing|ed|ly|tion|ment|ness|ity|ism|ist|ers|er|es|s|al|ous|ive|ic|able|ible|ful|less|ant|ent|ian|ish|est)$")
ARTICLED = re.compile("(?:a[dlnrstz]|as?sh|el|ad-?d|ul|bin|abu|ibn)[-‐‑]['’]?[^\\W\\d_a-z]")
"""An Arabic name behind its article: "al-Rashid"."""
JOINED = re.compile(
    ".{2,}[-‐‑](?:affiliated|aligned|allied|backed|based|brokered|controlled|dominated|funded|held|inspired|led|linked|made|mediated|occupied|run|sponsored|supplied|supported|trained)"
)
"""Names and nouns that a participle makes adjectives of: "rebel-held", "Norland-backed"; a name goes on with names: "New York-based"."""
NOUN_ENDING = re.compile(".{3,}(?:ity|tion|ment|ness|ism)")
"""Unknown words in these endings are nouns."""
PREFIXED = re.compile("(?:re|co|pre|over|under|out|un|mis|fore|for|de|inter|with)-?(.{3,})")
DOUBLED = re.compile(r"([^aeiou])\1$")


def stems(word: str, ending: str) -> Iterable[str]:
    """The base forms that a word in -s, -ed or -ing can be made of: "tries" of "trie" and "try", "ramming" of "ramm", "ramme", "ram"."""
    stem = word[: -len(ending)]
    yield stem
    if ending == "s":
        if stem.endswith("e"):
            yield stem[:-1]
        if stem.endswith("ie"):
            yield stem[:-2] + "y"
        return
    yield stem + "e"
    if DOUBLED.search(stem):
        yield stem[:-1]
    if ending == "ed" and stem.endswith("i"):
        yield stem[:-1] + "y"
    if ending == "ing" and stem.endswith("y"):
        yield stem[:-1] + "ie"


def merged(*classes: str) -> str:
    """One class of several: the first letter of the first, then all other letters in order."""
    letters = dict.fromkeys("".join(classes))
    first = next(iter(letters))
    return first + "".join(sorted(letter for letter in letters if letter != first))


class Words:
    """The classes of words, from a list of words with their letters and from the verbs and nouns that are known."""

    def __init__(self, listed: Mapping[str, str], unknown: Mapping[str, str] | None = None) -> None:
        self.listed = listed
        self.unknown: Mapping[str, str] = unknown or {}
        self.verbs: set[str]
        self.nouns: set[str]
        self.irregular: dict[str, str]
        self.verbs, self.nouns, self.irregular = known_words()
        self.verbs |= {word for word, letters in listed.items() if "B" in letters or "P" in letters}
        self.nouns |= {word for word, letters in listed.items() if "n" in letters}
        self._forms: dict[str, str] = {}
        numerals = TABLES.numerals
        self.number: re.Pattern[str] = re.compile(f"(?:{'|'.join((*numerals.small, *numerals.tens))})(?:[-‐‑](?:{'|'.join(numerals.small)}|half|thirds?|quarters?|fourths?|fifths?|tenths?))?")
        """Numbers in words: "seventeen", "twenty-four", "one-third"."""
        more = TABLES.words.more
        self.more: set[str] = self.verbs | more.verbs
        self.nouns |= more.nouns

    def by_form(self, word: str, verbs: AbstractSet[str]) -> str:
        """The letters that the form of a word in small letters allows, made of known verbs and nouns; "" when none is known."""
        letters = self.irregular.get(word, "")
        if not letters and (prefixed := PREFIXED.fullmatch(word)):
            letters = self.irregular.get(prefixed[1]) or (self.by_form(prefixed[1], verbs) if "-" in word else "")
        if word in verbs:
            letters += "BP"
        if word in self.nouns:
            letters += "n"
        for ending, known, made in (("ing", verbs, "G"), ("ed", verbs, "DN"), ("s", verbs, "Z"), ("s", self.nouns, "s")):
            if word.endswith(ending) and len(word) > 3 and not word.endswith("ss") and any(stem in known for stem in stems(word, ending)):
                letters += made
        if word.endswith("men") and word[:-3] + "man" in self.nouns:
            letters += "s"
        return "".join(dict.fromkeys(letters))

    def forms(self, word: str) -> str:
        """The letters of verbs and nouns that the form of a word in small letters allows."""
        found = self._forms.get(word)
        if found is None:
            found = self.by_form(word, self.more)
            if word.endswith("ed") and not found:
                found = "DN"
            if len(self._forms) > REMEMBERED:
                self._forms.clear()
            self._forms[word] = found
        return found

    def unlisted(self, word: str, start: bool) -> str:
        """The class of a word that is not listed."""
        low, capital = word.lower(), word[0].isupper()
        if known := self._by_shape(word, low) or (self._made(low) if start or not capital else ""):
            return known
        if not capital and NOUN_ENDING.fullmatch(low):
            return "n"
        former, _, last = low.rpartition("-")
        if not capital and former and self.listed.get(former) != "q" and "s" in self.by_form(last, frozenset()):
            return "s"  # "ex-members", but not "two-thirds"
        if capital and not start and (low.endswith("ly") or low.endswith("ing") and not self.by_form(low, self.more)):
            return "p"  # "Mrs. Varnelly", "Jon Hesling"
        found = ENDING.search(low, 3)
        return f"{('V:' if start else 'C:') if capital else 'u:'}{found.group() if found else ''}{'-' if '-' in word else ''}"

    def _by_shape(self, word: str, low: str) -> str:
        """The class of a number, a picture, a mark, a name behind its article and of what a participle makes an adjective; "" of any other word."""
        first = word[0]
        if not first.isalpha():
            return "#" if first.isdigit() else "u" if category(first) in PICTURES else "~"
        if self.number.fullmatch(low):
            return "#"
        if JOINED.fullmatch(low):
            return "p" if first.isupper() else "j"
        return "p" if ARTICLED.match(word) else ""

    def _made(self, word: str) -> str:
        """The class of a word that is not listed but in a form of verbs; "!" begins it when the noun that looks the same is not known."""
        letters = self.by_form(word, self.more) or ("BP" if word.endswith(("ify", "ize")) else "")
        plain = "-" not in word
        if word.endswith("ed") and (letters or (plain and len(word) > 4)):
            return "?DN" if letters else "?DNj"
        if word.endswith("ing") and (letters or (plain and len(word) > 5)):
            return "?Gn" if letters else "?Gjn"
        if not letters:
            return ""
        nouns = {"n"} if "B" in letters else {"s"} if "Z" in letters else set()
        return ("?" if nouns <= set(letters) else "!") + "".join(sorted({*letters, *nouns}))

    def of(self, word: str, start: bool = False) -> str:
        """The class of a word as written; where a sentence starts, its capital tells nothing."""
        mark = MARKS.get(word)
        if mark:
            return mark
        listed = self.listed
        if not start or word[0].islower():
            return listed.get(word) or self.unlisted(word, start)
        both = [letters for form in (word.lower(), word.capitalize()) if (letters := listed.get(form))]
        return merged(*both) if both else self.unlisted(word, start)

    def letters(self, name: str) -> str:
        """The letters that a word of this class can have."""
        return name[1:] if name[0] in "?!" else "q" if name == "#" else self.unknown.get(name) or ("n" if name[1:2] == ":" else "y" if name == "~" else name)


def known_words() -> tuple[set[str], set[str], dict[str, str]]:
    """Verbs, nouns and irregular forms of the lists of the other stages."""
    events, claims = TABLES.events, TABLES.claims
    verbs = set(events.frame).union(speech.STANCE, *map(held, (events.verb, claims.verb.object, claims.verb.subject)))
    nouns = set(TABLES.speakers.roles.person).union(*map(held, (events.noun, claims.noun.fixed, claims.noun.built, claims.noun.person, claims.noun.thing)))
    irregular: dict[str, str] = {}
    for lemma, forms in events.irregular.items():
        verbs.add(lemma)
        for form, letter in zip(forms.split(), "DN", strict=True):
            irregular[form] = irregular.get(form, "") + letter
    return {verb for verb in verbs if verb.isalpha()}, {noun for noun in nouns if noun.replace("-", "").isalpha()}, irregular
