"""What governs a number and what is told of the counted: looks to the left, to the right and inside the noun phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Quantity, QuantityKind
from conflictkit.english.lexicon.claims import (
    BARRIER,
    CHANGE,
    COMPANION,
    EVENT,
    FIGURE,
    GOVERNOR,
    INTRODUCTION,
    JOIN,
    OTHER_VERB,
    PHRASE,
    PREPOSED,
    REPORTING,
    STATE,
    TOLL,
    VERB,
    WAY,
    Verb,
)
from conflictkit.english.lexicon.events import (
    ADVERB,
    BE,
    COMMA,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NOUN,
    NOUN_OR_BASE,
    NOUNS_OR_THIRD,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RARE_BASE,
    RARE_THIRD,
    SHAPE,
    TO,
    UNKNOWN_WORD,
)

REACH = 40
"""How many tokens to the left the governing word may stand: lists of counted things are long."""
TOLD_WITHIN = 14
"""How many tokens behind the counted its fate may be told."""
ASIDE_WITHIN = 24
"""How many tokens may stand between two commas."""
PHRASE_WITHIN = 4
TOTALS = frozenset("band bunch couple crew crowd family group handful half lot majority many most number one pair some team third total".split())
OBJECT = frozenset((DETERMINER, NUMBER, PRONOUN, UNKNOWN_WORD, NOUN))
"""Shapes of words that open an object: before them a form in -ed is no participle."""
OPENING = frozenset("(-–—")
MEMBER = frozenset("a an another her his its their".split())
"""Words that open one more member of a list, without a number."""
AUXILIARY = frozenset((BE, HAVE, MODAL, ADVERB, TO))
INFINITIVE = frozenset((TO, MODAL, DO, ADVERB))


class Spot(NamedTuple):
    """Where a quantity stands, as token indices: first, one past the last, its number, and its sentence."""

    first: int
    last: int
    number: int
    low: int
    high: int

    @classmethod
    def of(cls, doc: Document, quantity: Quantity) -> Spot:
        """The spot of a quantity."""
        number = doc.at(quantity.number.start)
        return cls(min(doc.at(quantity.span.start), number), doc.at(quantity.span.end - 1) + 1, number, *doc.bounds(number))


class Cue(NamedTuple):
    """A word that tells a fate: which, where it stands, and how it tells it (verb, passive, state, event, toll, phrase; "" for none)."""

    fate: str
    at: int
    how: str


NO_CUE = Cue("", -1, "")


# --- to the left -------------------------------------------------------------------------------------------------------


def ahead(doc: Document, spot: Spot, ends: Mapping[int, int]) -> Cue:
    """The word that governs a number from the left, inside its clause.

    A preposition right before the number ends the look ("in 12 raids", "by two gunmen"), but for "of" behind a noun that tells a
    fate, "to" behind a toll, and "along with". Behind a comma or an "and" the list goes on, and prepositions belong to its members.
    ``ends`` leads from the end of a quantity to its first token: other members are stepped over whole.
    """
    low = doc.low
    listed = of = False
    toll = low[spot.first] in FIGURE and low[spot.first] not in ("at", "to")
    j = spot.first - 1
    stop = max(spot.low, spot.first - REACH)
    while j >= stop:
        if j + 1 in ends and ends[j + 1] < j + 1 <= spot.first:
            j = ends[j + 1] - 1
            continue
        word = low[j]
        way = WAY[word]
        if way == GOVERNOR:
            cue = _governor(doc, j, spot, of=of, toll=toll, listed=listed)
            if cue is not None:
                return cue
        elif way == BARRIER:
            return NO_CUE
        elif way == JOIN:
            listed = listed or not toll
        elif way == PREPOSED and not listed:
            if word in ("with", "as") and j > stop and low[j - 1] in COMPANION:
                listed = True
            elif word == "of":
                of = True
            elif word in ("to", "at", "in", "above", "over") or word == "from" and j > stop and low[j - 1] in CHANGE:
                toll = True
            elif word not in INTRODUCTION and not toll and word not in PHRASE.get(low[j - 1], ()):  # "shot down"
                return NO_CUE
        elif word in FIGURE and not listed:
            toll = True
        elif way == OTHER_VERB:
            if not toll and not _adjective(doc, j):
                return NO_CUE
        elif of and not listed and not toll and word not in INTRODUCTION and word not in TOTALS and SHAPE[word] == UNKNOWN_WORD:
            of = False
            toll = True  # "the members of 12 families": only a toll speaks of what stands behind another noun
        j -= 1
    return NO_CUE


def _adjective(doc: Document, j: int) -> bool:
    """Whether a verb form stands before a noun as its adjective: "the bombed building", "two wanted men"."""
    return j > 0 and SHAPE[doc.low[j - 1]] in (DETERMINER, NUMBER, POSSESSIVE) and SHAPE[doc.low[j]] in "DNG"


def _governor(doc: Document, j: int, spot: Spot, *, of: bool, toll: bool, listed: bool) -> Cue | None:
    """What the word at token j says of the number; None to look on, the empty cue to stop."""
    low = doc.low
    word = low[j]
    if not toll:
        second = PHRASE.get(word)
        if second is not None:
            for ahead_word in (*low[j + 1 : j + PHRASE_WITHIN], *low[spot.last : spot.last + 1]):
                if ahead_word in second:
                    return Cue(second[ahead_word], j, "phrase")
        verb = VERB.get(word)
        if verb is not None and not (of and not listed):
            return _verb_ahead(doc, j, spot, verb, listed=listed)
    if word in EVENT and (low[j + 1] == "of" or j + 1 == spot.first and not toll):
        return Cue(EVENT[word], j, "event")
    if (toll or of and not listed or word == "dead") and word in TOLL and not listed:
        return Cue(_toll(doc, j), j, "toll")
    return None


def _toll(doc: Document, j: int) -> str:
    """What the toll at token j counts: "casualty toll" is no death toll; "count" alone is none."""
    before = doc.low[j - 1] if j else ""
    if doc.low[j] in ("count", "counts"):
        return "killed" if before in ("death", "body") else ""
    return TOLL[before] if before in ("casualty", "injured", "wounded") else TOLL[doc.low[j]]


def _verb_ahead(doc: Document, j: int, spot: Spot, verb: Verb, *, listed: bool) -> Cue | None:
    low = doc.low
    if verb.subject:
        return None if listed else NO_CUE
    following = SHAPE[low[j + 1]]
    if verb.participle:
        passive = _passive(doc, j)
        if passive or j + 1 < spot.first and following in (PREPOSITION, COMMA, TO) and not _joined_verb(doc, j + 1):
            if any(low[k] in COMPANION for k in range(j + 1, spot.first)):
                return Cue(_both(doc, j, verb.fate), j, "verb")
            return NO_CUE if passive else None
    shape = SHAPE[low[j]]
    if shape in (NOUN_OR_BASE, RARE_BASE) and not verb.past and not (j and SHAPE[low[j - 1]] in INFINITIVE):
        return None  # "the capture", "an exchange"
    if shape in (NOUNS_OR_THIRD, RARE_THIRD) and j + 1 != spot.first:
        return None  # "arrests"
    return None if _adjective(doc, j) and not listed else Cue(_both(doc, j, verb.fate), j, "verb")


def _joined_verb(doc: Document, k: int) -> bool:
    """Whether a list of verbs with one object goes on: "killed, wounded or captured 300"."""
    return k + 1 < len(doc) and doc.low[k + 1] in VERB


def _both(doc: Document, j: int, fate: str) -> str:
    """Casualties where killing and wounding share the number: "killed or wounded 300"."""
    low = doc.low
    for k, other in ((j - 1, j - 2), (j + 1, j + 2)):
        if 0 <= other < len(low) and low[k] in ("and", "or", "and/or", "/"):
            verb = VERB.get(low[other])
            state = verb.fate if verb is not None else STATE.get(low[other], "")
            if {fate, state} == {"killed", "wounded"}:
                return "casualties"
    return fate


def _passive(doc: Document, j: int) -> bool:
    """Whether a form of "be" stands before a participle, adverbs between."""
    low = doc.low
    for k in range(j - 1, max(-1, j - 5), -1):
        shape = SHAPE[low[k]]
        if shape == BE:
            return True
        if shape != ADVERB and low[k] not in REPORTING:
            return False
    return False


# --- to the right ------------------------------------------------------------------------------------------------------


def behind(doc: Document, k: int, high: int, *, directly: bool = False, beyond: bool = False) -> Cue:
    """The fate told behind the counted noun: "were killed", "dead", "who had fled", "arrested in Brod"; not an active verb with its own object.

    Adverbs, auxiliaries, what stands between commas or brackets, and a phrase of place are stepped over; ``directly`` takes only what
    follows at once, ``beyond`` only what is told behind a participle ("three of the ten men seized in Brod were freed").
    """
    low = doc.low
    start = k
    stop = min(high, k + (ASIDE_WITHIN if beyond else TOLD_WITHIN))
    passive = False
    remote = beyond
    while k < stop:
        word = low[k]
        shape = SHAPE[word]
        if WAY[word] == GOVERNOR or shape == PREPOSITION and word in PHRASE:
            cue = _told(doc, k, high, first=k == start, passive=passive, remote=remote)
            if cue is not None:
                return cue
        if directly:
            return NO_CUE
        if shape == BE:
            passive = True
        elif shape == COMMA and k + 1 < high and (low[k + 1] == "and" or low[k + 1] in MEMBER):
            remote = True
        elif shape == COMMA or word in OPENING:
            after = _aside(doc, k, high)
            if after < 0:
                return NO_CUE
            if after > k + 1:
                stop = min(high, after + TOLD_WITHIN)
            k = after
            continue
        elif word in ("who", "which", "that", "whom") and remote:
            return NO_CUE
        elif word in ("of", "whom", "them", "which", "who", "that", '"', "”", "'", "’", "also", "remain", "remained", "went", "gone"):
            passive = passive or word in ("remain", "remained")
            if word == "of" and low[k + 1 : k + 2] not in (["them"], ["whom"], ["which"], ["those"]):
                remote = True
        elif shape in AUXILIARY and word != "not" or shape == DO and k + 1 < high and low[k + 1] in PHRASE or passive and word == "as" or word in REPORTING and (passive or k + 1 < high and WAY[low[k + 1]] == GOVERNOR):
            pass
        elif shape == PREPOSITION:
            remote = True
        elif word == "and" and k + 1 < high and (low[k + 1] in MEMBER or SHAPE[low[k + 1]] == UNKNOWN_WORD and low[k + 1][-1] == "s"):
            remote = True
        elif not remote or shape in "DNGSB;ric" and word != "as" and not (shape in "DN" and k + 1 < high and (SHAPE[low[k + 1]] == PREPOSITION or low[k + 1] == "as")):
            return NO_CUE
        k += 1
    return NO_CUE


def _told(doc: Document, k: int, high: int, *, first: bool, passive: bool, remote: bool) -> Cue | None:
    """The fate that token k tells of what stands before it; the empty cue where an active verb takes over."""
    low = doc.low
    word = low[k]
    second = PHRASE.get(word)
    if second is not None:
        for other in low[k + 1 : min(high, k + PHRASE_WITHIN)]:
            if other in second:
                return Cue(second[other], k, "phrase")
    if word in STATE and (first or passive) and not (k + 1 < high and SHAPE[low[k + 1]] in OBJECT and word in VERB and not passive):
        return Cue(_both(doc, k, STATE[word]), k, "state")
    verb = VERB.get(word)
    if verb is None:
        return None
    if verb.subject:
        return Cue(verb.fate, k, "verb") if not (verb.base and remote and not passive and word not in ("live", "remain", "stay")) else None
    if verb.participle and (passive or not remote and not _takes_object(doc, k + 1, high)):
        return Cue(_both(doc, k, verb.fate), k, "passive")
    return None if passive or remote and verb.participle and not _takes_object(doc, k + 1, high) else NO_CUE


def _takes_object(doc: Document, k: int, high: int) -> bool:
    """Whether an object opens at token k."""
    return k < high and SHAPE[doc.low[k]] in OBJECT and doc.low[k] not in ("last", "this", "that", "overnight", "dead", "there", "here", "yesterday", "today")


def _aside(doc: Document, k: int, high: int) -> int:
    """Where the clause goes on behind what stands between commas or brackets from token k; -1 if it does not."""
    low = doc.low
    close = ")" if low[k] == "(" else low[k]
    doubled = close == "-" and k + 1 < high and low[k + 1] == "-"
    if close == "-" and not doubled:
        return -1
    for j in range(k + 1 + doubled, min(high - 1, k + ASIDE_WITHIN)):
        if low[j] == close:
            j += doubled
            if close == ")":
                return j + 1
            if j + 1 >= high:
                return -1
            following = low[j + 1]
            return j + 1 if SHAPE[following] in (BE, HAVE, MODAL) or following in VERB and VERB[following].past else -1
        if low[j] in (";", ":", '"', "”", "“"):
            return -1
    following = low[k + 1] if k + 1 < high else ""
    return k + 1 if close == "," and following in ("who", "which", "all", "both") else -1


def told_behind(doc: Document, quantities: Sequence[Quantity], spots: Sequence[Spot]) -> list[Cue]:
    """The fate told behind each number; what closes a list ("ten soldiers, four civilians and a boy killed") is told of all its members."""
    cues: list[Cue] = []
    following: Spot | None = None
    for quantity, spot in zip(reversed(quantities), reversed(spots), strict=True):
        if quantity.kind is not QuantityKind.COUNT:
            cue = NO_CUE
        elif quantity.of is not None and following is not None and following.high == spot.high:
            cue = behind(doc, following.last, spot.high, beyond=True)
            cue = cue if cue.fate else cues[-1]
        else:
            cue = _behind_noun(doc, quantity, spot) or behind(doc, spot.last, spot.high)
        if not cue.fate and following is not None and following.first - spot.last <= 4 and following.high == spot.high and _joined(doc, spot.last, following.first) and quantity.of is None and not opens_with_whole(doc, spot):
            cue = cues[-1]
        cues.append(cue)
        following = spot
    cues.reverse()
    return cues


def opens_with_whole(doc: Document, spot: Spot) -> bool:
    """Whether a sentence opens with a number as the whole of those that follow: "Among the six ..., four", "Of 186 ..., 50"."""
    return doc.low[spot.low] in ("among", "of") and spot.number - spot.low <= 2  # noqa: PLR2004


def _behind_noun(doc: Document, quantity: Quantity, spot: Spot) -> Cue | None:
    """The fate told behind a noun that stands before its number: "the number of soldiers killed in May rose to 45"."""
    if quantity.noun is None or quantity.noun.start >= quantity.number.start or quantity.noun.end < doc.off[spot.low]:
        return None
    cue = behind(doc, doc.at(quantity.noun.start) + 1, spot.first, directly=True)
    return cue if cue.fate else None


def _joined(doc: Document, a: int, b: int) -> bool:
    """Whether only a comma or a conjunction stands between two members of a list."""
    return 0 < b - a <= 4 and all(WAY[doc.low[k]] == JOIN or doc.low[k] in ("as", "well", "also", "some") for k in range(a, b))  # noqa: PLR2004


# --- inside ------------------------------------------------------------------------------------------------------------


def inside(doc: Document, spot: Spot, noun: int) -> Cue:
    """The fate that an adjective between number and noun tells: "three wounded soldiers"."""
    for k in range(spot.number + 1, min(noun, spot.last)):
        word = doc.low[k]
        if word in STATE:
            return Cue(STATE[word], k, "state")
        verb = VERB.get(word)
        if verb is not None and verb.participle and not verb.base and not verb.subject:
            return Cue(verb.fate, k, "state")
    return NO_CUE
