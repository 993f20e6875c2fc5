"""Past forms that are the verb of a clause behind a subordinator: "as troops marched into the town".

A clause that a subordinator opens has a finite verb. Where none comes before its end, a form that may be a past or a participle is the past.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, pairwise

from .lists import CONDITIONAL, PERSONS, PLACES_AND_TIMES, TABLE, TIME_ORDER
from .repair import forms_of
from .ruleset import VERB
from .words import Words

CLAUSE = re.compile("[Swi](?P<subject>[dqjhnspo$]*?[nspo](?:[iO][dqjhnspo$]+?)*?)r?N")
"""An opener, a noun group with the phrases that hang on it, and a form that may be a participle."""
REDUCED = re.compile("N(?:[iO][dqjhnspo$]+)+r?N")
"""A participle with its phrases, and the next form that may be one: "armed with rifles entered"."""
END = re.compile("[^rlijdqhnspot$O(\"]")
"""A mark, conjunction, opener or verb, where the clause ends or goes on."""
REASONS = CONDITIONAL | PLACES_AND_TIMES | {"once", "whereas", "whether"}
"""Openers that always have a clause behind them."""
OPENERS = REASONS | TIME_ORDER | {"as"}
EQUIPPED = forms_of(TABLE.verb.equips, 2)


def with_verbs(tags: str, low: Sequence[str], words: Words) -> str:
    """The tag string with the past forms that clauses behind a subordinator need."""
    if "N" not in tags:
        return tags
    changed = [*tags]
    openers = [*compress(range(len(low)), map(OPENERS.__contains__, low)), len(low)]
    for at, limit in pairwise(openers):
        found = CLAUSE.match(tags, at, limit)
        verb = _past_form(tags, low, words, found.end() - 1, limit) if found else -1
        if found and verb > 0 and _has_clause(found, verb, tags, low):
            changed[verb] = "D"
    return "".join(changed)


def _past_form(tags: str, low: Sequence[str], words: Words, k: int, limit: int) -> int:
    """The first of the forms from k on that may be the past, over participles with their phrases; -1 if there is none."""
    while not _is_past(low, k, words):
        behind = REDUCED.match(tags, k, limit)
        if behind is None:
            return -1
        k = behind.end() - 1
    return k


def _is_past(low: Sequence[str], k: int, words: Words) -> bool:
    """Whether a word may be a past form, and nothing behind it makes it a participle: an agent, what something is equipped with."""
    behind = low[k + 1] if k + 1 < len(low) else ""
    return "D" in words.forms(low[k]) and behind != "by" and not (behind == "with" and low[k] in EQUIPPED)


def _has_clause(found: re.Match[str], verb: int, tags: str, low: Sequence[str]) -> bool:
    """Whether the opener has a clause behind it; before a verb only where the clause around waits for that verb: "the town where troops marched is calm"."""
    opener, head, end = low[found.start()], found.end("subject") - 1, END.search(tags, verb + 1)
    if end is not None and end.group() not in ".,:c)":
        waits = opener in PLACES_AND_TIMES and VERB.search(tags, 0, found.start()) is None
        if not waits or VERB.match(tags, end.start()) is None or VERB.search(tags, end.end()) is not None:
            return False
    if opener != "as":
        return opener in REASONS or tags[found.start()] == "i"
    return tags[head] in "spo" or low[found.start() + 1] == "the" and low[head] not in PERSONS  # not "as a leader based in Brod"
