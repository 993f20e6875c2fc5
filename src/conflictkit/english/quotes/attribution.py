"""The words of attribution: cue verbs in all their forms, and the classes of words that stand around them."""

from __future__ import annotations

from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Stance

from ..grammar import lists
from ..grammar.lists import DAY_NAMES, MONTH_NAMES, MONTHS
from ..lexicon import events, speech
from ..lexicon.inflection import inflect, other_forms, plural
from ..tables import TABLES

Range = tuple[int, int]
"""Token indices, end exclusive."""

TABLE = TABLES.quotes
WORDS = TABLE.words


class Verb(NamedTuple):
    """What one form of a cue verb is."""

    lemma: str
    stance: Stance
    frames: frozenset[str]
    """Of those of ``speech``."""
    forms: frozenset[str]
    """Of base, third, past, participle, ing."""
    inquit: bool


def _shapes(lemma: str) -> dict[str, set[str]]:
    """Every form of a verb with what it is: base, third, past, participle, ing."""
    shapes: dict[str, set[str]] = {}
    for form, name in ((lemma, "base"), *zip(inflect(lemma), ("third", "past", "participle", "ing"), strict=True)):
        shapes.setdefault(form, set()).add(name)
    for past, ing in other_forms(lemma):
        shapes |= {past: {"past", "participle"}, ing: {"ing"}}
    return shapes


def _forms(lemmas: frozenset[str], *names: str) -> frozenset[str]:
    """The forms of the verbs of a list: all, or those that are named."""
    return frozenset(form for lemma in lemmas for form, shape in _shapes(lemma).items() if not names or not shape.isdisjoint(names))


# closed classes
ADVERB, CONJUNCTION, DETERMINER, PLURAL, QUESTION, SUBORDINATE, PLACE = WORDS.adverb, WORDS.conjunction, WORDS.determiner, WORDS.plural, WORDS.question, WORDS.subordinate, WORDS.place
WEEKDAY = frozenset(map(str.lower, DAY_NAMES))
TIME = WORDS.time | WEEKDAY | MONTHS | frozenset(map(str.lower, MONTH_NAMES))
PREPOSITION: frozenset[str] = events.PREPOSITION
RELATIVE = lists.RELATIVE | {"when", "where"}
LINKS = frozenset({"and", "but", "so", "yet"})
"""Words that join a sentence to the one before."""
# words that tell a verb, a noun or a subject
DOCUMENT, FIGURES, NO_SPEAKER, SEEN = lists.DOCUMENT, WORDS.figures, WORDS.no_speaker, WORDS.seen
NO_PARTICIPLE, SPEECH_PARTNER = WORDS.no_participle, WORDS.speech_partner
# verbs by what they take
CLAUSAL, EPITHET, EVIDENCE, FINDING, PASSIVE, PLAIN, ZERO = (speech.verbs(told) for told in ("clausal", "epithet", "evidence", "finding", "passive", "plain", "zero"))
ADDRESSED, INTRANSITIVE, OPINION, SHOWING, TAKEN, TOLD = (speech.verbs(told) for told in ("addressed", "intransitive", "opinion", "showing", "taken", "told"))
CHECKED, HOLDING, NO_SOURCE, PROMPTS, SHOWS, UNALIKE, UNDONE, UNSAID = TABLES.facts.truth.verifies, WORDS.holding, WORDS.no_source, WORDS.prompts, WORDS.shows, WORDS.unalike, WORDS.undone, WORDS.unsaid
COSTS, REASONING, TAKEN_FOR, WITHHELD = WORDS.costs, WORDS.reasoning, WORDS.taken_for, WORDS.withheld
VOICED, VOICING = frozenset(form for noun in speech.nouns("voiced") for form in (noun, plural(noun))), speech.verbs("voicing") | WORDS.voicing
ASSERTING, DECLINE = _forms(WORDS.asserting), _forms(WORDS.decline)
BEGIN = _forms(WORDS.begin, "base", "third", "past", "participle")
SPEAKING, REPORTERS, UNSAID_ING = (_forms(lemmas, "ing") for lemmas in (speech.verbs("speaking"), WORDS.reporters, WORDS.unsaid))
# where complements and speakers end
APPOSED, CONNECTIVE, MODIFIER, OBJECT_END, REMARK = WORDS.apposed, WORDS.connective, WORDS.modifier, WORDS.object_end, speech.nouns("remark")
ADMITTED, COUNT_BOUND, MEASURED, NO_COMPLEMENT, SAYINGS = WORDS.admitted, WORDS.count_bound, WORDS.measured, WORDS.no_complement, WORDS.sayings
OBJECT_CUT, FRONTS = OBJECT_END | SUBORDINATE | WORDS.object_cut, OBJECT_END | SUBORDINATE | WORDS.fronts
FRONTING = SUBORDINATE - {"as", "before"}
"""Words that open a clause whose own cue ends at the clause's comma ("While officials say ..., "); further from the subject only some of them."""

PREPOSITIONS, PARTICLES = speech.taken("+"), speech.taken("-")
"""Verbs whose prepositional phrase is what is said ("warned of attacks"), and verbs with what makes them another verb ("pointed out")."""
OCCASION = frozenset({"at", "during", "in", "on"})
"""Before where and when something is said."""
DASHES = frozenset("—–-―")


def _verbs() -> dict[str, Verb]:
    """Every form of every cue verb."""
    out: dict[str, Verb] = {}
    for lemma, stance in speech.STANCE.items():
        told = speech.KNOWN[lemma]
        for form, names in _shapes(lemma).items():
            out.setdefault(form, Verb(lemma, stance, speech.FRAMES & told, frozenset(names), "inquit" in told))
    return out


VERBS = _verbs()


def is_cap(doc: Document, k: int) -> bool:
    """Whether token k begins with a capital letter."""
    return doc.toks[k][0].isupper()


def is_word(doc: Document, k: int) -> bool:
    """Whether token k is a word or a number."""
    return doc.toks[k][0].isalnum()


def skip_blanks(doc: Document, k: int, stop: int) -> int:
    """The first index from k on that is no white space."""
    while k < stop and doc.toks[k][0].isspace():
        k += 1
    return k


def is_adverb(doc: Document, k: int) -> bool:
    """Whether token k is an adverb (small letters: names may end in -ly)."""
    return (word := doc.low[k]) in ADVERB or (word.endswith("ly") and len(word) > 4 and word not in lists.IN_LY and not is_cap(doc, k))


def opens_count(doc: Document, j: int, e: int) -> bool:
    """Whether the words at j bound a number that follows ("at least 12", "between 10 and 20", "as many as 40", "about 200")."""
    low, k = doc.low, j + 1
    if k < e and low[k] in TABLE.count_opens.get(low[j], "").split():
        k += 1 if low[j] != "as" else 2
    elif low[j] not in COUNT_BOUND:
        return False
    return k < e and (doc.toks[k][0].isdigit() or low[k] in lists.NUMERALS or low[k] == "half" or (low[k] == "a" and not WORDS.part.isdisjoint(low[k + 1 : k + 2])))
