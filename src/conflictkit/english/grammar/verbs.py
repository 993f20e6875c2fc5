"""Verb groups: main verb, voice, form and status (negated, time, mood)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from conflictkit.engine.syntax import Clause, Form, Kind, Mood, Status, Time, VerbGroup

from ..lexicon import speech
from .groups import FINITE
from .lemmas import lemma_of
from .lists import HEARSAY, TABLE
from .tokens import Memo, Words

MOOD, GOVERN = TABLE.mood, TABLE.govern
POSSIBLE, WANTED, FUTURE, NEGATES, NOBODY, CONDITIONS = MOOD.possible, MOOD.wanted, MOOD.future, MOOD.negates, MOOD.nobody, MOOD.conditions
NEARLY = MOOD.nearly
GERUND_NOT, GERUND_WANTED, GERUND_POSSIBLE, GERUND_AS = GOVERN.gerund_not, GOVERN.gerund_wanted, GOVERN.gerund_possible, GOVERN.gerund_as
TO_WANTED, TO_TRIED, TO_PURPOSE, MET, TO_NEGATED = GOVERN.wanted, GOVERN.tried, GOVERN.purpose, GOVERN.met, GOVERN.negated
TO_UNABLE, TO_LIKELY, TO_AHEAD = GOVERN.unable, GOVERN.likely, GOVERN.ahead
TO_HEARSAY = speech.verbs("hearsay")
ADVERBS = dict.fromkeys(MOOD.perhaps, Mood.POSSIBLE) | dict.fromkeys(HEARSAY, Mood.HEARSAY)
TIMES = {"D": Time.PAST, "N": Time.PAST, "Z": Time.PRESENT, "P": Time.PRESENT}
FORMS = {"B": Form.BASE, "P": Form.PRESENT, "Z": Form.PRESENT, "D": Form.PAST, "G": Form.GERUND, "N": Form.PARTICIPLE}
AUXILIARIES = frozenset("M1234")
PAST_AUXILIARIES = frozenset(["was", "were", "had", "did", "could", "would", "might", "'d", "got"])


class Pattern(NamedTuple):
    """What the letters and words of a verb group tell, places counted from its first word."""

    main: int
    particle: int
    lemma: str
    form: Form
    finite: bool
    passive: bool
    status: Status


def _pattern(key: str) -> Pattern:
    """Main word, voice, form and status of a verb group, given by its letters, adverbs before it among them, and its words."""
    letters, *low = key.split(" ")
    first = len(letters) - len(letters.lstrip("r"))
    letters, adverbs, low = letters[first:], low[:first], low[first:]
    main = len(letters) - (2 if letters[-1] == "l" else 1)
    letter = letters[main]
    before = [tag for tag in letters[:main] if tag in AUXILIARIES]
    return Pattern(
        main,
        main + 1 if letters[-1] == "l" else -1,
        lemma_of(low[main]),
        FORMS.get(letter, Form.AUXILIARY),
        letters[0] in FINITE and low[0] != "having",
        letter in "ND" and bool(before) and before[-1] in "12",
        status_of((*low[:main], *adverbs), low[main], letters[: main + 1]),
    )


PATTERNS = Memo(_pattern)


def verb_group(words: Words, tags: str, start: int, end: int) -> VerbGroup:
    """The verb group of the words ``start`` to ``end``."""
    at = len(tags[:start].rstrip("r"))
    main, particle, lemma, form, finite, passive, status = PATTERNS[" ".join((tags[at:end], *words.low[at:end]))]
    first = words.first
    return VerbGroup(
        first[start], words.after[end - 1], words.after[start + main] - 1, lemma, form, finite, passive, status, first[start + particle] if particle >= 0 else -1
    )


shared: Callable[..., Status] = cache(Status)
"""Verb groups of one status have the same object."""


@cache
def _modal(word: str) -> tuple[Time, Mood]:
    """Time and mood that a modal verb gives."""
    if word in FUTURE:
        return Time.FUTURE, Mood.TOLD
    if word in WANTED:
        return Time.FUTURE, Mood.WANTED
    return (Time.NONE, Mood.POSSIBLE) if word in POSSIBLE else (Time.NONE, Mood.TOLD)


def status_of(before: tuple[str, ...], main: str, tags: str) -> Status:
    """Polarity, time and mood of a verb group by its words alone; what governs it is added by ``governed``."""
    negated, mood = False, Mood.TOLD
    for word in before:
        negated = negated or word in NEGATES
        mood = ADVERBS.get(word, mood) if mood is Mood.TOLD else mood
    if before and before[-1] in NEARLY and mood is Mood.TOLD:
        mood = Mood.POSSIBLE
    first = before[0] if len(tags) > 1 else main
    if tags[0] == "M":
        time, modal = _modal(first)
        if "3" in tags[:-1]:
            time, modal = Time.PAST, Mood.POSSIBLE if first in ("would", "'d") else modal
        return shared(negated, time, modal if mood is Mood.TOLD else mood)
    if tags[0] in "134":
        past = first in PAST_AUXILIARIES or (tags[0] == "3" and len(tags) > 1)
        return shared(negated, Time.PAST if past else Time.PRESENT, mood, "had" in before)
    return shared(negated, TIMES.get(tags[0], Time.NONE), mood)


def governed(clause: Clause, low: Sequence[str]) -> Status:
    """The status of a clause's verb with what its conjunction, its subject and the verb that governs it make of it."""
    status, subject = clause.verb.status, clause.subject
    if subject is not None and (low[subject.start] in NOBODY or low[subject.head] in NOBODY or low[subject.start - 1] == "not" and low[subject.start] in ("a", "one")):
        status = status._replace(negated=not status.negated)
    if clause.opener >= 0 and low[clause.opener] in CONDITIONS and status.mood is Mood.TOLD:
        status = status._replace(mood=Mood.POSSIBLE)
    if clause.predicate >= 0:
        status = _predicated(status, clause.verb, low)
    parent = clause.parent
    if parent is None:
        return status
    if clause.kind is Kind.PARTICIPLE and (found := _of_gerund(status, clause, parent, low)) is not status:
        return found
    if parent.verb.start < clause.verb.start and (clause.kind is Kind.INFINITIVE or clause.kind is Kind.PARTICIPLE and not clause.set_off):  # not "failed to stop, killing two"
        status = _under(status, clause, parent, low)
    return status


def _of_gerund(status: Status, clause: Clause, parent: Clause, low: Sequence[str]) -> Status:
    """The status of a gerund by the preposition before it and the verb or adjective before that; as a subject it is told of the past alone."""
    verb, at = parent.verb, clause.verb.start - 1
    if clause.end <= verb.start and low[verb.start - 1] != "," and parent.subject is None and clause.object is not None:
        return status if verb.status.time is Time.PAST else status._replace(mood=Mood.POSSIBLE)  # "taking the city would allow it to advance"
    if parent.kind is Kind.PARTICIPLE and low[at] in ("and", "or", ",") and parent.verb.status.mood is Mood.POSSIBLE:
        return status._replace(mood=Mood.POSSIBLE)  # "taking the city and holding it would allow it to advance"
    pair = f"{low[at - 1]} {low[at]}"
    if low[at] in GERUND_NOT or pair in GERUND_NOT:
        return status._replace(negated=True)
    above = low[parent.predicate] if 0 <= parent.predicate < at else verb.lemma
    key = above if clause.verb.start == verb.end else f"{above} {low[at]}"
    if key in GERUND_NOT:
        stopped = governed(parent, low)
        return stopped._replace(negated=False) if stopped.negated else status._replace(negated=True)
    if key in GERUND_WANTED or pair in GERUND_WANTED:
        return Status(verb.status.negated, Time.FUTURE, Mood.WANTED)
    if key in GERUND_POSSIBLE or pair in GERUND_POSSIBLE or low[at] in GERUND_POSSIBLE:
        return Status(verb.status.negated, Time.NONE, Mood.POSSIBLE)
    return status._replace(negated=verb.status.negated) if key in GERUND_AS else status


def _predicated(status: Status, verb: VerbGroup, low: Sequence[str]) -> Status:
    """The status of a verb with an adjective or noun behind it: "were not dead", "were feared dead"."""
    if low[verb.end] in NEGATES:
        status = status._replace(negated=not status.negated)
    return status._replace(mood=Mood.HEARSAY) if verb.passive and verb.lemma in TO_HEARSAY and status.mood is Mood.TOLD else status


def _under(status: Status, clause: Clause, parent: Clause, low: Sequence[str]) -> Status:
    """The status of an infinitive or participle under the verb that governs it."""
    verb = parent.verb
    adjective = low[parent.predicate] if parent.predicate >= 0 else ""
    if adjective in TO_UNABLE or verb.lemma in TO_NEGATED and low[clause.verb.start - 1] != "by":
        return status._replace(negated=not status.negated)
    if clause.kind is Kind.INFINITIVE and low[clause.start - 1] == "yet":
        return status._replace(negated=not status.negated)  # "has yet to free them"
    if clause.kind is Kind.INFINITIVE and (found := _to(status, verb, adjective)) is not status:
        return found
    if clause.kind is Kind.INFINITIVE and (found := _of_purpose(status, clause, parent, low)) is not status:
        return found
    if clause.kind is Kind.PARTICIPLE and verb.lemma in TO_HEARSAY:
        return status._replace(mood=Mood.HEARSAY)
    above = governed(parent, low)
    part = clause.kind is Kind.INFINITIVE or low[clause.verb.start - 1] == "by"  # not "may leave after losing 40"
    ahead = part and status.mood is Mood.TOLD and not above.negated and (above.time is Time.FUTURE or above.mood in (Mood.POSSIBLE, Mood.WANTED))
    return status._replace(mood=above.mood, time=above.time) if ahead else status  # "would clear the way for them to march", "seeks to win by shelling it"


def _to(status: Status, verb: VerbGroup, adjective: str) -> Status:
    """The status of an infinitive under a verb, or the adjective behind it."""
    if verb.lemma == "have":
        return verb.status._replace(negated=status.negated or verb.status.negated)  # "will have to leave"
    if verb.lemma == "go" and verb.form is Form.GERUND:
        return status._replace(time=Time.FUTURE)
    if adjective in TO_LIKELY:
        return Status(status.negated, Time.FUTURE, Mood.POSSIBLE)
    if adjective in TO_AHEAD or not adjective and verb.lemma == "be":  # "was to leave"
        return status._replace(time=Time.FUTURE)
    if verb.passive and verb.lemma in TO_HEARSAY:
        return status._replace(mood=Mood.HEARSAY)
    if verb.lemma in TO_WANTED:
        return Status(status.negated or verb.status.negated, Time.FUTURE, Mood.WANTED)
    if verb.lemma in TO_TRIED:
        return status._replace(mood=Mood.TRIED, time=verb.status.time)
    return status


def _of_purpose(status: Status, clause: Clause, parent: Clause, low: Sequence[str]) -> Status:
    """The status of an infinitive that tells what somebody or something is sent or on the way for, is strong enough or too weak for."""
    verb, adjective = parent.verb, parent.predicate
    if adjective >= 0 and low[adjective - 1] == "too":
        return status._replace(negated=not status.negated)
    if adjective >= 0 and low[adjective + 1 : adjective + 2] == ["enough"]:
        return status._replace(mood=Mood.POSSIBLE)
    if verb.lemma in TO_PURPOSE and low[verb.end : verb.end + 1] != ["on"] and clause.verb.lemma not in MET:  # not "went on to take"
        return Status(status.negated or verb.status.negated, Time.FUTURE, Mood.WANTED)
    return status
