"""The words of events: their inflected forms, and one character for the form of each token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from conflictkit._lexicon import Memo, read_tables, word_list

TABLE: dict[str, Any] = read_tables("conflictkit.english.lexicon", "events.toml")
"""Verbs and event nouns with their kinds, function words, exceptions, cues of factuality."""

Kind = tuple[str, str | None]
"""PLOVER event type and mode."""

# One character a token. Verbs and nouns in capitals, function words in small letters.
PAST, PARTICIPLE, ING, BASE, THIRD = "D", "N", "G", "B", "S"
NOUN, NOUN_OR_BASE, NOUNS_OR_THIRD, MODIFIED, PREDICATE = "E", "X", "Y", "K", "A"
BE, HAVE, DO, MODAL, TO = "w", "h", "o", "m", "t"
DETERMINER, POSSESSIVE, PREPOSITION, SUBORDINATOR, CONJUNCTION, PRONOUN, ADVERB = "a", "q", "p", "r", "c", "i", "v"
COMMA, STOP, QUOTE, HYPHEN, NUMBER, OTHER, UNKNOWN_WORD = ",", ";", '"', "-", "0", ".", "u"

RARE_BASE, RARE_THIRD, RARE_ING = "b", "z", "g"
"""Forms that are rather nouns or adjectives: verbs only after an auxiliary, "to" or a pronoun."""

TRIGGER = re.compile("[DNGBSEXY]|(?<=[tmoiv])b|b(?=[tr])|(?<=[ir])z|z(?=[atr])|(?<=[wv])[gA]|h(?=[va0EXu])|(?<=m)u|(?<=mv)u")
"""What may be a trigger, by form and the forms beside it alone."""


NO_KIND: Kind = ("-", None)
"""What a frame gives that takes its kind from a verb."""
Frames = dict[str, tuple[int, Kind]]
"""Word beside a verb or noun -> the rank of its frame, what the verb or noun means then."""


def _kind(name: str) -> Kind:
    kind, _, mode = name.partition("/")
    return kind, mode or None


def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(word_list(TABLE[table][key], f"{table}.{key}"))


VERB_KIND: dict[str, Kind] = {lemma: _kind(name) for name, words in TABLE["verb"].items() for lemma in word_list(words, name)}
NOUN_KIND: dict[str, Kind] = {lemma: _kind(name) for name, words in TABLE["noun"].items() for lemma in word_list(words, name)}


def _frames(table: str) -> dict[str, Frames]:
    return {
        head: {word: (rank, _kind(name)) for rank, (name, words) in reversed([*enumerate(frames.items())]) for word in word_list(words, head)}
        for head, frames in TABLE[table].items()
    }


FRAMES: dict[str, Frames] = _frames("frame")
BESIDE: dict[str, Frames] = _frames("beside")
COMPOUND: dict[str, dict[str, Kind]] = {
    first: {noun: _kind(name) for name, nouns in kinds.items() for noun in word_list(nouns, first)} for first, kinds in TABLE["compound"].items()
}
"""Word before an event noun -> noun -> kind; one word may stand between them ("suicide car bombing")."""
COMPOUNDED = frozenset(noun for nouns in COMPOUND.values() for noun in nouns)
REPORT = _set("plain", "report")
BY_SUBJECT = frozenset("arrive clash enter fly gather hit land leave loot occupy rain return rip slam storm strike target tear travel".split())
LASTING = _set("plain", "lasting")
AFTER_NOUN = _set("except", "after_noun")
NO_ED, NO_ING, NO_S, NO_BASE = (_set("except", key) for key in ("ed", "ing", "s", "base"))
OPENERS = _set("word", "open")
PREDICATES = _set("word", "predicate")
"""Adjectives that tell a state which a date can have: "is due"."""
IRREGULAR: dict[str, tuple[str, str]] = {lemma: (forms.split()[0], forms.split()[1]) for lemma, forms in TABLE["irregular"].items()}
FUNCTION: dict[str, str] = {
    word: char
    for key, char in (
        ("open", ADVERB),
        ("adverb", ADVERB),
        ("preposition", PREPOSITION),
        ("subordinator", SUBORDINATOR),
        ("conjunction", CONJUNCTION),
        ("determiner", DETERMINER),
        ("pronoun", PRONOUN),
        ("modal", MODAL),
        ("do", DO),
        ("have", HAVE),
        ("be", BE),
        ("predicate", PREDICATE),
    )
    for word in _set("word", key)
} | {"to": TO, "'s": POSSESSIVE, "that": SUBORDINATOR}

DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][bdgklmnprt]|admit|begin|commit|compel|control|deter|equip|expel|forget|format|incur|"
    r"kidnap|occur|omit|overrun|patrol|"
    r"permit|prefer|propel|quit|"
    r"rebel|recur|refer|regret|repel|submit|transfer|transmit"
)
"""Verbs that double their last letter."""


_SAME = frozenset(forms[0] for base, forms in IRREGULAR.items() if base == forms[0])
"""Verbs whose past is their base form."""


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a verb."""
    third = lemma + "es" if re.search(r"(?:s|x|z|ch|sh|o)$", lemma) else lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"
    stem = lemma + lemma[-1] if DOUBLED.fullmatch(lemma) else lemma
    past = stem + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if re.search(r"[^aeiou]y$", lemma) else stem + "ed"
    ing = lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing" if re.search(r"[^eo]e$", lemma) else stem + "ing"
    first, second = IRREGULAR.get(lemma, (past, past))
    return third, first, second, ing


def _plural(noun: str) -> str:
    return noun + "es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def _verbs() -> Iterator[str]:
    for key in ("report", "verb"):
        yield from word_list(TABLE["plain"][key], key)
    yield from VERB_KIND
    yield from FRAMES


def _forms() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Word -> character, word -> verb lemma, word -> noun lemma."""
    char: dict[str, str] = {}
    lemma_of: dict[str, str] = {}
    noun_of: dict[str, str] = {}
    for noun in dict.fromkeys((*word_list(TABLE["plain"]["noun"], "noun"), *LASTING, *NOUN_KIND)):
        for form in (noun, _plural(noun)):
            noun_of[form] = noun
            char[form] = NOUN
    verbs = [(lemma, inflect(lemma)) for lemma in dict.fromkeys(_verbs())]
    for nth, code, ambiguous, never, rare in (
        (-1, BASE, NOUN_OR_BASE, NO_BASE, RARE_BASE),
        (0, THIRD, NOUNS_OR_THIRD, NO_S, RARE_THIRD),
        (3, ING, ING, NO_ING, RARE_ING),
        (2, PARTICIPLE, PARTICIPLE, NO_ED, OTHER),
        (1, PAST, PAST, NO_ED, OTHER),
    ):
        for lemma, forms in verbs:
            form = lemma if nth < 0 else forms[nth]
            lemma_of[form] = lemma
            if nth == 1 and form == lemma and form in noun_of:
                continue
            char[form] = ambiguous if form in noun_of and nth != 1 else rare if form in never else code
            if nth in (1, 3) and lemma.endswith("el"):  # cancelled, travelling
                lemma_of[lemma + ("led" if nth == 1 else "ling")] = lemma
                char[lemma + ("led" if nth == 1 else "ling")] = code
    for word in _SAME:
        if word not in noun_of:
            char[word] = PAST
    return char, lemma_of, noun_of


FORM, VERB_LEMMA, NOUN_LEMMA = _forms()
"""Word -> its form; word -> the verb it is a form of; word -> the event noun it is a form of."""


def _marks() -> dict[str, str]:
    """First character of a mark -> its form."""
    return {mark: form for form, marks in ((COMMA, ","), (STOP, ";:–—"), (HYPHEN, "-‐‑"), (QUOTE, "\"“”'‘’«»")) for mark in marks}


MARKS = _marks()


def _shape(word: str) -> str:
    """The form of a word that no list has, by its ending."""
    first = word[0]
    if not first.isalpha():
        return NUMBER if first.isdigit() else MARKS.get(first, OTHER)
    if word.endswith("ed"):
        return PAST if len(word) > 4 and word[-3] != "e" and word not in NO_ED else UNKNOWN_WORD
    if word.endswith("ing"):
        return ING if len(word) > 5 and word not in NO_ING else UNKNOWN_WORD
    return MODAL if word.endswith("n't") else ADVERB if word.endswith("ly") and len(word) > 4 else UNKNOWN_WORD


SHAPE = Memo(_shape)
"""Word -> the character of its form."""
SHAPE.update(dict.fromkeys(AFTER_NOUN, MODIFIED) | FORM | FUNCTION)


class Word(NamedTuple):
    """What is known of a word that may be a trigger."""

    verb: str
    """The verb it is a form of."""
    report: bool
    """Whether that verb reports speech."""
    kind: Kind | None
    frames: Frames
    by_subject: bool
    """Whether what stands before that verb decides its frame too."""
    noun: str
    """The event noun it is a form of, or the word itself."""
    lasting: bool
    noun_kind: Kind | None
    beside: Frames
    compounded: bool
    """Whether a word before that noun may decide its kind."""
    kinds: tuple[bool, bool]
    """Whether it can have a kind as a verb, as a noun."""


UNKNOWN = Word("", False, None, {}, False, "", False, None, {}, False, (False, False))


@lru_cache(maxsize=1 << 16)
def known(word: str) -> Word:
    """What is known of a word, looked up once."""
    verb, noun = VERB_LEMMA.get(word, ""), NOUN_LEMMA.get(word, word)
    if not verb and noun not in NOUN_LEMMA:
        return UNKNOWN
    kind, frames = VERB_KIND.get(verb), FRAMES.get(verb, {})
    noun_kind = NOUN_KIND.get(noun) or (kind if noun == word else None)
    beside, compounded = BESIDE.get(noun, {}), noun in COMPOUNDED
    kinds = bool(kind or frames), bool(noun_kind or beside or compounded)
    return Word(verb, verb in REPORT, kind, frames, verb in BY_SUBJECT, noun, noun in LASTING, noun_kind, beside, compounded, kinds)
