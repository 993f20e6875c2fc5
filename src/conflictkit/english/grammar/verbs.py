"""Verb groups: main verb, voice, form and status (negated, time, mood)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from conflictkit.engine.syntax import Clause, Form, Kind, Mood, Status, Time, VerbGroup
from conflictkit.english.grammar.lemmas import lemma_of
from conflictkit.english.grammar.lists import listed
from conflictkit.english.grammar.tokens import Words

POSSIBLE, WANTED, FUTURE, NEGATES, NOBODY, CONDITIONS = (listed("mood", name) for name in ("possible", "wanted", "future", "negates", "nobody", "conditions"))
TO_WANTED, TO_TRIED, TO_HEARSAY, TO_NEGATED, TO_UNABLE, TO_LIKELY = (
    listed("govern", name) for name in ("wanted", "tried", "hearsay", "negated", "unable", "likely")
)
ADVERBS = ((listed("mood", "hearsay"), Mood.HEARSAY), (listed("mood", "perhaps"), Mood.POSSIBLE))
TIMES = {"D": Time.PAST, "N": Time.PAST, "Z": Time.PRESENT, "P": Time.PRESENT}
FORMS = {"B": Form.BASE, "P": Form.PRESENT, "Z": Form.PRESENT, "D": Form.PAST, "G": Form.GERUND, "N": Form.PARTICIPLE}
FINITE = frozenset("M134ZPD")
"""Tags that make a verb group finite if it begins with them."""
AUXILIARIES = frozenset("M1234")
PAST_AUXILIARIES = frozenset(["was", "were", "had", "did", "could", "would", "might", "'d", "got"])


def verb_group(words: Words, tags: str, start: int, end: int) -> VerbGroup:
    """The verb group of the words ``start`` to ``end``."""
    particle = end - 1 if tags[end - 1] == "l" else -1
    main = end - 2 if particle >= 0 else end - 1
    low, letter = words.low, tags[main]
    before = [k for k in range(start, main) if tags[k] in AUXILIARIES]
    passive = letter in "ND" and bool(before) and tags[before[-1]] in "12"
    finite = tags[start] in FINITE and low[start] != "having"
    return VerbGroup(
        words.first[start],
        words.after[end - 1],
        words.first[main],
        lemma_of(low[main]),
        FORMS.get(letter, Form.AUXILIARY),
        finite,
        passive,
        status_of(_before(words, tags, start, main), low[main], tags[start : main + 1]),
        words.first[particle] if particle >= 0 else -1,
    )


def _before(words: Words, tags: str, start: int, main: int) -> tuple[str, ...]:
    """The words of a verb group before its main verb, behind them the adverbs before the group."""
    first = start
    while first > 0 and tags[first - 1] == "r":
        first -= 1
    return (*words.low[start:main], *words.low[first:start])


@cache
def _modal(word: str) -> tuple[Time, Mood]:
    """Time and mood that a modal verb gives."""
    if word in FUTURE:
        return Time.FUTURE, Mood.TOLD
    if word in WANTED:
        return Time.FUTURE, Mood.WANTED
    return (Time.NONE, Mood.POSSIBLE) if word in POSSIBLE else (Time.NONE, Mood.TOLD)


@lru_cache(maxsize=50_000)
def status_of(before: tuple[str, ...], main: str, tags: str) -> Status:
    """Polarity, time and mood of a verb group by its words alone; what governs it is added by ``governed``."""
    negated = any(word in NEGATES for word in before)
    mood = next((mood for word in before for words, mood in ADVERBS if word in words), Mood.TOLD)
    first = before[0] if len(tags) > 1 else main
    if tags[0] == "M":
        time, modal = _modal(first)
        if "3" in tags:
            time, modal = Time.PAST, Mood.POSSIBLE if first in ("would", "'d") else modal
        return Status(negated, time, modal if mood is Mood.TOLD else mood)
    if tags[0] in "134":
        past = first in PAST_AUXILIARIES or (tags[0] == "3" and len(tags) > 1)
        return Status(negated, Time.PAST if past else Time.PRESENT, mood)
    return Status(negated, TIMES.get(tags[0], Time.NONE), mood)


def governed(clause: Clause, low: Sequence[str]) -> Status:
    """The status of a clause's verb with what its conjunction, its subject and the verb that governs it make of it."""
    status = clause.verb.status
    opener = low[clause.opener] if clause.opener >= 0 else ""
    subject = clause.subject
    if subject is not None and (low[subject.start] in NOBODY or low[subject.head] in NOBODY):
        status = status._replace(negated=not status.negated)
    if opener in CONDITIONS and status.mood is Mood.TOLD:
        status = status._replace(mood=Mood.POSSIBLE)
    parent = clause.parent
    if parent is not None and clause.kind in (Kind.INFINITIVE, Kind.PARTICIPLE):
        status = _under(status, clause, parent, low)
    return status


def _under(status: Status, clause: Clause, parent: Clause, low: Sequence[str]) -> Status:
    """The status of an infinitive or participle under the verb that governs it."""
    verb = parent.verb
    adjective = low[parent.predicate] if parent.predicate >= 0 else ""
    infinitive = clause.kind is Kind.INFINITIVE
    if infinitive and verb.lemma == "go" and verb.form is Form.GERUND:
        return status._replace(time=Time.FUTURE)
    if verb.lemma in TO_NEGATED or adjective in TO_UNABLE:
        return status._replace(negated=not status.negated)
    if infinitive and adjective in TO_LIKELY:
        return Status(status.negated, Time.FUTURE, Mood.POSSIBLE)
    if infinitive and verb.lemma in TO_WANTED and not (verb.passive and verb.lemma in TO_HEARSAY):
        return Status(status.negated, Time.FUTURE, Mood.WANTED)
    if verb.lemma in TO_TRIED and infinitive:
        return status._replace(mood=Mood.TRIED, time=verb.status.time)
    if verb.lemma in TO_HEARSAY and (verb.passive or not infinitive):
        return status._replace(mood=Mood.HEARSAY)
    return status
