"""The forms of verbs and nouns, made and unmade: the one place where an ending is put on a word of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..tables import TABLES

IRREGULAR: dict[str, tuple[str, str]] = {lemma: (forms.split()[0], forms.split()[1]) for lemma, forms in TABLES.events.irregular.items()}
PAST_ONLY = frozenset(past for past, _ in IRREGULAR.values()) - {participle for _, participle in IRREGULAR.values()}
"""Past forms that are no participles: "took", "fell"."""
BASE_IN_PAST, BASE_AS_PARTICIPLE = (frozenset(lemma for lemma, forms in IRREGULAR.items() if forms[place] == lemma) for place in (0, 1))
"""Verbs whose past, or whose participle, looks like the base: "cut", "beat"; "cut", "run"."""
DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][bdgklmnprt]|(?:tear)?gas|abet|acquit|admit|airdrop|allot|annul|begin|commit|compel|concur|confer|control|deter|equip|expel|extol|forget|format|"
    r"fulfil|incur|kidnap|occur|omit|overrun|patrol|permit|prefer|propel|quip|quit|rebel|rebut|recur|refer|regret|repel|submit|transfer|transmit"
)
"""Verbs that double their last letter."""
OTHER_PASTS = {"burn": "burnt", "hang": "hanged"}
"""Verbs with a second past."""
HISSING, VOWELS = ("s", "x", "z", "ch", "sh"), "aeiou"


def _ends(word: str, last: str, unless: str) -> bool:
    """Whether a word ends with a letter, and none of some others stands before it."""
    return word[-1:] == last and word[-2:-1] not in unless


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a verb."""
    in_y = _ends(lemma, "y", unless=VOWELS)
    third = lemma + "es" if lemma.endswith((*HISSING, "o")) else lemma[:-1] + "ies" if in_y else lemma + "s"
    stem = lemma + lemma[-1] if DOUBLED.fullmatch(lemma) else lemma
    past = stem + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if in_y else stem + "ed"
    ing = lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing" if _ends(lemma, "e", unless="eo") else stem + "ing"
    first, second = IRREGULAR.get(lemma, (past, past))
    return third, first, second, ing


def other_forms(lemma: str) -> Iterator[tuple[str, str]]:
    """The other past and -ing form of a verb: in unstressed -el, -al "cancelled", "signalling"; "burnt"; of who is put to death "hanged"."""
    if lemma in OTHER_PASTS:
        yield OTHER_PASTS[lemma], inflect(lemma)[3]
    if lemma.endswith(("al", "el")) and re.fullmatch(r"\w+[^aeio]..", lemma):
        yield lemma + "led", lemma + "ling"


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    return noun + "es" if noun.endswith(HISSING) else noun[:-1] + "ies" if _ends(noun, "y", unless=VOWELS) else noun + "s"


PLURALS, PEOPLES, NO_PLURALS = TABLES.quantities.plural.words, TABLES.quantities.plural.peoples, TABLES.quantities.plural.never
SINGULARS = TABLES.quantities.singular


def is_plural(raw: str) -> bool:
    """Whether a word has the form of a plural."""
    word = raw.lower()
    if word in PLURALS or raw in PEOPLES:
        return True
    if word in NO_PLURALS or raw in NO_PLURALS:
        return False
    if word.endswith("men"):
        return len(word) > 5  # noqa: PLR2004
    return len(word) > 2 and word[-1] == "s" and (not word.endswith(("ss", "us", "is", "'s")) or raw[:-1].isupper())  # noqa: PLR2004


@cache
def singular(word: str) -> str:
    """The singular of a noun in small letters."""
    low = word.lower()
    if low in SINGULARS:
        return SINGULARS[low]
    if low in PLURALS and not low.endswith(("men", "women")):
        return low
    if low.endswith("men") and len(low) > 4:  # noqa: PLR2004
        return low[:-3] + "man"
    if low in NO_PLURALS or word in NO_PLURALS:
        return low
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004
        return low[:-3] + "y"
    if low.endswith(("oes", "sses", "xes", "ches", "shes", "zzes")):
        return low[:-2]
    if word in PEOPLES or len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")):  # noqa: PLR2004
        return low[:-1]
    return low
