"""Past forms that their clause needs for its verb: "as troops marched into the town", "the army on Friday shelled villages".

A clause has a finite verb. Where none comes before its end, a form that may be a past or a participle is the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, repeat

from ..lexicon.inflection import BASE_IN_PAST
from .lists import CONDITIONAL, PERSONS, PLACES_AND_TIMES, TABLE, TIME_ORDER
from .repair import forms_of
from .ruleset import VERB
from .words import Words

CLAUSE = re.compile("[Swi](?P<subject>(?:[dqjhnspo$]|N(?=[jns]))*?[nspo](?:[iO][dqjhnspo$]+?)*?)r?N")
"""An opener, a noun group with the phrases that hang on it ("two masked men"), and a form that may be a participle."""
REDUCED = re.compile("N(?:[iO][dqjhnspo$]+)+r?N")
"""A participle with its phrases, and the next form that may be one: "armed with rifles entered"."""
END = re.compile("[^rlijdqhnspotBG$O(\"]")
"""A mark, conjunction, opener, finite verb or participle, where the clause ends or goes on."""
REASONS = CONDITIONAL | PLACES_AND_TIMES | {"once", "whereas", "whether"}
"""Openers that always have a clause behind them."""
OPENERS = REASONS | TIME_ORDER | {"as"}
EQUIPPED = forms_of(TABLE.verb.equips, 2)
PAST_NOUNS = BASE_IN_PAST | {"shot"}
"""Past forms that look like nouns."""
VERBLESS = re.compile(r"(?:^|(?<=[.:]))[^MZDP1234.:]+\.")
"""A sentence without a finite verb."""
SPOT = re.compile(r"""[nsp)]"?(?:(?:i[np])?r*|(?P<comma>,))(?P<verb>[Nn])(?=[dqo$snpj])""")
"""A noun or bracket, a day or adverb or the comma of an insertion, and a form that has an object."""
POINTING_TIMES = frozenset(["this", "last", "next"])


def with_verbs(tags: str, low: Sequence[str], words: Words) -> str:
    """The tag string with the past forms that clauses need."""
    if "N" not in tags and PAST_NOUNS.isdisjoint(low):
        return tags
    needed = {verb for sentence in VERBLESS.finditer(tags) for verb in _main_verb(sentence, low, words)}
    openers = [*compress(range(len(low)), map(OPENERS.__contains__, low)), len(low)]
    for found in filter(None, map(CLAUSE.match, repeat(tags), openers, openers[1:])):
        verb = _past_form(found, low, words)
        if verb > 0 and _has_clause(found, verb, low):
            needed.add(verb)
    return "".join("D" if k in needed else letter for k, letter in enumerate(tags)) if needed else tags


def _main_verb(sentence: re.Match[str], low: Sequence[str], words: Words) -> Iterator[int]:
    """The form that a sentence without a finite verb needs for one, if there is any with an object behind a subject."""
    tags, start = sentence.string, sentence.start()
    for spot in SPOT.finditer(tags, start, sentence.end()):
        k = spot.start("verb")
        fits = low[k] in PAST_NOUNS if tags[k] == "n" else _is_past(low, k, words)
        if fits and low[k + 1] not in POINTING_TIMES and (spot["comma"] is None or tags.count(",", start, k) > 1):
            yield k
            return


def _past_form(found: re.Match[str], low: Sequence[str], words: Words) -> int:
    """The first form behind an opener that may be the past, over participles with their phrases; -1 if there is none."""
    k = found.end() - 1
    while not _is_past(low, k, words):
        behind = REDUCED.match(found.string, k, found.endpos)
        if behind is None:
            return -1
        k = behind.end() - 1
    return k


def _is_past(low: Sequence[str], k: int, words: Words) -> bool:
    """Whether a word may be a past form, and nothing behind it makes it a participle: an agent, what something is equipped with."""
    behind = low[k + 1] if k + 1 < len(low) else ""
    return "D" in words.forms(low[k]) and behind != "by" and not (behind == "with" and low[k] in EQUIPPED)


def _has_clause(found: re.Match[str], verb: int, low: Sequence[str]) -> bool:
    """Whether the opener has a clause behind it; before a verb only where the clause around waits for that verb: "the town where troops marched is calm"."""
    tags, opener, head = found.string, low[found.start()], found.end("subject") - 1
    end = END.search(tags, verb + 1)
    if end is not None and end.group() not in ".,:c)":
        waits = opener in PLACES_AND_TIMES and VERB.search(tags, 0, found.start()) is None
        if not waits or VERB.match(tags, end.start()) is None or VERB.search(tags, end.end()) is not None:
            return False
    if opener != "as":
        return opener in REASONS or tags[found.start()] == "i"
    return tags[head] in "spo" or low[found.start() + 1] == "the" and low[head] not in PERSONS  # not "as a leader based in Brod"
