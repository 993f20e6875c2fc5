"""The words of events: verbs and event nouns with their inflected forms, frames and kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conflictkit._tables import word_list

from ..tables import TABLES
from . import speech
from .inflection import inflect, other_forms, plural

TABLE = TABLES.events
"""Verbs and event nouns with their kinds and frames, auxiliaries and other function words, irregular forms."""

Kind = tuple[str, str | None]
"""PLOVER event type and mode."""

NO_KIND: Kind = ("-", None)
"""What a frame gives that takes its kind from a verb."""
Frames = dict[str, tuple[int, Kind]]
"""Word beside a verb or noun -> the rank of its frame, what the verb or noun means then."""


def _kind(name: str) -> Kind:
    kind, _, mode = name.partition("/")
    return kind, mode or None


VERB_KIND: dict[str, Kind] = {lemma: _kind(name) for name, words in TABLE.verb.items() for lemma in word_list(words, name)}
NOUN_KIND: dict[str, Kind] = {lemma: _kind(name) for name, words in TABLE.noun.items() for lemma in word_list(words, name)}


def _spelt_out(words: str, head: str) -> Iterator[str]:
    """The words of a frame, those of a list in place of its name, with the preposition before it: "<base>", "with_<officials>"."""
    for word in word_list(words, head):
        before, _, name = word.rstrip(">").partition("<")
        yield from (before + listed for listed in word_list(TABLE.list[name], word)) if name else (word,)


def _frames(table: dict[str, dict[str, str]]) -> dict[str, Frames]:
    return {head: _ranked(head, frames) for head, frames in table.items()}


def _ranked(head: str, frames: dict[str, str]) -> Frames:
    """The frames of one verb or noun: of two that name a word the first counts."""
    found: Frames = {}
    for rank, name in enumerate(frames):
        for word in _spelt_out(frames[name], head):
            found.setdefault(word, (rank, _kind(name)))
    return found


FRAMES: dict[str, Frames] = _frames(TABLE.frame)
PHRASAL: dict[str, Frames] = _frames(TABLE.phrasal)
"""Verb and particle, joined by "_" -> what they mean together; "*" stands for whatever else stands beside them."""
BESIDE: dict[str, Frames] = _frames(TABLE.beside)
DEEDS: dict[str, str] = dict(pair.split(" ") for pair in TABLE.plain.deed)
"""Noun -> the verb whose act it is."""
COMPOUND: dict[str, dict[str, Kind]] = {
    first: {noun: _kind(name) for name, nouns in kinds.items() for noun in word_list(nouns, first)} for first, kinds in TABLE.compound.items()
}
"""Word before an event noun -> noun -> kind; one word may stand between them ("suicide car bombing")."""
COMPOUNDED = frozenset(noun for nouns in COMPOUND.values() for noun in nouns)
MEANS: dict[str, str] = {noun: mode for mode, nouns in TABLE.means.items() for noun in word_list(nouns, f"means.{mode}")}
"""Noun of a weapon or of whoever uses it -> PLOVER mode."""
MODES = (*TABLE.means,)
REPORT, LASTING, BY_SUBJECT = speech.verbs("speech"), TABLE.plain.lasting, TABLE.plain.by_subject
BE, HAVE, DO, MODAL, PREPOSITION = TABLE.word.be, TABLE.word.have, TABLE.word.do, TABLE.word.modal, TABLE.word.preposition
AUXILIARIES = BE | HAVE | DO | MODAL
PREDICATES = TABLE.word.predicate
"""Adjectives that tell a state which a date can have: "is due"."""


def _verbs() -> Iterator[str]:
    yield from sorted(REPORT)
    yield from sorted(TABLE.plain.verb)
    yield from VERB_KIND
    yield from FRAMES
    yield from (head.partition("_")[0] for head in PHRASAL)


def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """Word -> verb lemma, word -> noun lemma."""
    verb_of: dict[str, str] = {}
    verbs = [(lemma, inflect(lemma)) for lemma in dict.fromkeys(_verbs())]
    for nth in (-1, 0, 3, 2, 1):  # a form of two verbs belongs to the one whose past it is
        verb_of |= {lemma if nth < 0 else forms[nth]: lemma for lemma, forms in verbs}
    verb_of |= {form: lemma for lemma, _ in verbs for forms in other_forms(lemma) for form in forms}
    nouns = dict.fromkeys((*sorted(TABLE.plain.noun), *sorted(LASTING), *NOUN_KIND, *BESIDE))
    return verb_of, {form: noun for noun in nouns for form in (noun, plural(noun))}


VERB_LEMMA, NOUN_LEMMA = _forms()
"""Word -> the verb it is a form of; word -> the event noun it is a form of."""
OF_COMPOUNDS: dict[str, str] = {form: noun for noun in sorted(COMPOUNDED.difference(NOUN_LEMMA)) for form in (noun, plural(noun))}
"""Word -> the noun it is a form of, which tells of an event only behind the word of a compound."""


def first_kind(frames: Frames, beside: Sequence[str]) -> Kind | None:
    """The kind of the first frame that has one of the words."""
    if frames.keys().isdisjoint(beside):
        return None
    return min([frames[word] for word in beside if word in frames])[1]


def compound_kind(noun: str, before: Sequence[str]) -> Kind | None:
    """The kind of an event noun behind the word of a compound, the first that has one: "air strike", "suicide car bombing"."""
    return next((COMPOUND[word][noun] for word in before if noun in COMPOUND.get(word, ())), None)


class Word(NamedTuple):
    """What is known of a word that may be a trigger."""

    verb: str
    """The verb it is a form of."""
    report: bool
    """Whether that verb reports speech."""
    kind: Kind | None
    frames: Frames
    classed: bool
    """Whether a frame names more than words: a class of what stands beside it ("@place"), a preposition with its noun ("to_death")."""
    phrasal: dict[str, Frames]
    """Particle -> the frames of the verb with it."""
    by_subject: bool
    """Whether what stands before that verb decides its frame too."""
    noun: str
    """The event noun it is a form of, or the word itself."""
    lasting: bool
    noun_kind: Kind | None
    beside: Frames
    compounded: bool
    """Whether a word before that noun may decide its kind."""
    deed: str
    """The verb whose act that noun is, whatever it means: "the burning of houses", "the execution of a farmer"."""
    kinds: tuple[bool, bool]
    """Whether it can have a kind as a verb, as a noun."""


UNKNOWN = Word("", False, None, {}, False, {}, False, "", False, None, {}, False, "", (False, False))


@lru_cache(maxsize=1 << 16)
def known(word: str) -> Word:
    """What is known of a word, looked up once."""
    verb, noun = VERB_LEMMA.get(word, ""), NOUN_LEMMA.get(word) or OF_COMPOUNDS.get(word, word)
    if not verb and noun not in NOUN_LEMMA and noun not in COMPOUNDED:
        return UNKNOWN
    kind, frames = VERB_KIND.get(verb), FRAMES.get(verb, {})
    noun_kind = NOUN_KIND.get(noun) or (kind if noun == word else None)
    beside, compounded = BESIDE.get(noun, {}), noun in COMPOUNDED
    phrasal = {head.partition("_")[2]: PHRASAL[head] for head in PHRASAL if head.partition("_")[0] == verb}
    deed = DEEDS.get(noun) or (verb if frames and word.endswith("ing") else "")
    kinds = bool(kind or frames or phrasal), bool(noun_kind or beside or compounded or deed)
    classed = any(word[0] == "@" or " " in word for each in (frames, *phrasal.values()) for word in each)
    return Word(verb, verb in REPORT, kind, frames, classed, phrasal, verb in BY_SUBJECT, noun, noun in LASTING, noun_kind, beside, compounded, deed, kinds)
