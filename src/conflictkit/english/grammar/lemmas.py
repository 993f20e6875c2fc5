"""Which verb a form belongs to."""

from __future__ import annotations

from functools import cache, lru_cache

from conflictkit._lexicon import read_tables
from conflictkit.english.grammar.lists import TABLES
from conflictkit.english.grammar.tags import tagger
from conflictkit.english.grammar.words import stems

BE = dict.fromkeys(("am", "is", "are", "was", "were", "been", "being", "'m", "'re", "'s"), "be") | {
    "has": "have",
    "had": "have",
    "'ve": "have",
    "'d": "have",
    "did": "do",
    "does": "do",
    "done": "do",
}


@cache
def _irregular() -> dict[str, str]:
    """Each irregular form and its verb."""
    quotes = read_tables("conflictkit.english.quotes", "quotes.toml")
    events = read_tables("conflictkit.english.events", "events.toml")
    irregular = dict(BE)
    for line in quotes["forms"]["irregular"]:
        lemma, *forms = line.split()
        irregular |= dict.fromkeys(forms, lemma)
    for lemma, words in (*events["irregular"].items(), *TABLES["irregular"].items()):
        irregular |= dict.fromkeys(words.split(), lemma)
    return irregular


@lru_cache(maxsize=50_000)
def lemma_of(form: str) -> str:
    """The verb that a form in small letters belongs to: by the verbs that the tagger knows, else by its ending."""
    irregular, verbs = _irregular(), tagger().words.verbs
    if form in irregular:
        return irregular[form]
    if form in verbs:
        return form
    for ending in ("ing", "ed", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1 and not form.endswith("ss"):
            found = list(stems(form, ending))
            return next((stem for stem in found if stem in verbs), found[0])
    return form
