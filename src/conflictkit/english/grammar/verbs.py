"""Verb groups: main verb, voice, form and status (negated, time, mood)."""

from __future__ import annotations

from functools import cache

from conflictkit.engine.syntax import Form, Mood, Status, Time, VerbGroup
from conflictkit.english.grammar.groups import listed
from conflictkit.english.grammar.lemmas import lemma_of
from conflictkit.english.grammar.tokens import Words

POSSIBLE, WANTED, FUTURE, NEGATES = (listed("mood", name) for name in ("possible", "wanted", "future", "negates"))
FORMS = {"B": Form.BASE, "P": Form.PRESENT, "Z": Form.PRESENT, "D": Form.PAST, "G": Form.GERUND, "N": Form.PARTICIPLE}
FINITE = frozenset("M134ZPD")
"""Tags that make a verb group finite if it begins with them."""
AUXILIARIES = frozenset("M1234")
PAST_AUXILIARIES = frozenset(["was", "were", "had", "did", "could", "would", "might", "'d"])


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
        status_of(tuple(low[start:main]), low[main], tags[start : main + 1]),
        words.first[particle] if particle >= 0 else -1,
    )


@cache
def _modal(word: str) -> tuple[Time, Mood]:
    """Time and mood that a modal verb gives."""
    if word in FUTURE:
        return Time.FUTURE, Mood.TOLD
    if word in WANTED:
        return Time.FUTURE, Mood.WANTED
    return (Time.NONE, Mood.POSSIBLE) if word in POSSIBLE else (Time.NONE, Mood.TOLD)


def status_of(before: tuple[str, ...], main: str, tags: str) -> Status:
    """Polarity, time and mood of a verb group by its words alone; what governs it is added later."""
    negated = any(word in NEGATES for word in before)
    if tags[0] == "M":
        time, mood = _modal(before[0] if before else main)
        if "3" in tags:
            time = Time.PAST
        return Status(negated, time, mood)
    if tags[0] in "DZP":
        return Status(negated, Time.PAST if tags[0] == "D" else Time.PRESENT)
    if tags[0] in "134":
        first = before[0] if before else main
        past = first in PAST_AUXILIARIES or (tags[0] == "3" and len(tags) > 1)
        return Status(negated, Time.PAST if past else Time.PRESENT)
    return Status(negated, Time.PAST if tags[0] == "N" else Time.NONE)
