"""Which verb a form belongs to."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..lexicon.inflection import OTHER_PASTS
from ..tables import TABLES
from .lists import BEING
from .tags import tagger
from .words import stems

AUXILIARY = {
    form: lemma for lemma, forms in (("be", (*BEING, "'m", "'re", "'s")), ("have", ("has", "had", "'ve", "'d")), ("do", ("did", "does", "done"))) for form in forms
}


@cache
def _irregular() -> dict[str, str]:
    """Each irregular form and its verb."""
    irregular = AUXILIARY | {past: lemma for lemma, past in OTHER_PASTS.items()}
    for lemma, words in TABLES.events.irregular.items():
        irregular |= dict.fromkeys(words.split(), lemma)
    return irregular


def _guessed(found: list[str]) -> str:
    """The likeliest of the base forms that an unknown form can be made of."""
    stem = found[0]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if len(found) > 1 and stem.endswith(SILENT_E) and not stem.endswith(("eat", "oat")):
        return found[1]
    return stem


SILENT_E = ("at", "iz", "v", "c", "u", "z", "rg", "dg")
"""Ends of stems that are written with an "e" ("evacuat-e", "organiz-e")."""
DOUBLES = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs that double their last letter before an ending: "sniped" is of "snipe", since "snip" has "snipped"."""
OPPOSITE = frozenset(["de", "dis", "un"])
"""Prefixes that make another verb of it: "de-escalated"; "gang-raped" is of the verb behind the hyphen, "co-operated" of the verb without it."""


@lru_cache(maxsize=50_000)
def lemma_of(form: str) -> str:
    """The verb that a form in small letters belongs to: by the verbs that the tagger knows, else by its ending."""
    irregular, words = _irregular(), tagger().words
    if form in irregular:
        return irregular[form]
    if form in words.verbs:
        return form
    former, hyphen, last = form.rpartition("-")
    if hyphen and last and former not in OPPOSITE:
        joined = lemma_of(former + last) if former.isalpha() else ""
        return joined if joined in words.verbs else lemma_of(last)
    for ending in ("ing", "ed", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1 and not form.endswith("ss"):
            found = list(stems(form, ending))
            if ending != "s" and DOUBLES.fullmatch(found[0]):
                found[:2] = found[1], found[0]
            return next((stem for known in (words.verbs, words.more) for stem in found if stem in known), None) or _guessed(found)
    return form
