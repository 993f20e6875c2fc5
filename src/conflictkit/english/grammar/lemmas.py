"""Which verb a form belongs to."""

from __future__ import annotations

from functools import cache, lru_cache

from conflictkit._lexicon import read_tables
from conflictkit.english.grammar.tags import tagger
from conflictkit.english.grammar.words import stems

BE = {form: "be" for form in ("am", "is", "are", "was", "were", "been", "being", "'m", "'re", "'s")} | {"has": "have", "had": "have", "'ve": "have", "'d": "have", "did": "do", "does": "do", "done": "do"}


IRREGULAR = (
    "become became", "begin began begun", "bring brought", "build built", "buy bought", "catch caught", "choose chose chosen", "come came", "draw drew drawn",
    "drive drove driven", "eat ate eaten", "fall fell fallen", "feel felt", "find found", "fly flew flown", "forget forgot forgotten", "get got gotten", "give gave given", "go went gone",
    "grow grew grown", "hear heard", "hold held", "keep kept", "know knew known", "lead led", "leave left", "lose lost", "make made", "mean meant", "meet met", "pay paid", "rise rose risen",
    "run ran", "see saw seen", "sell sold", "send sent", "show shown", "sit sat", "sleep slept", "speak spoke spoken", "spend spent", "stand stood", "steal stole stolen", "take took taken",
    "teach taught", "think thought", "throw threw thrown", "understand understood", "wear wore worn", "win won", "write wrote written", "die dying", "lie lying", "lay laid",
)


@cache
def _irregular() -> dict[str, str]:
    """Each irregular form and its verb."""
    quotes = read_tables("conflictkit.english.quotes", "quotes.toml")
    events = read_tables("conflictkit.english.events", "events.toml")
    irregular = dict(BE)
    for lemma, forms in ((line.split(maxsplit=1)) for line in (*quotes["forms"]["irregular"], *IRREGULAR)):
        irregular |= dict.fromkeys(forms.split(), lemma)
    for lemma, forms in events["irregular"].items():
        irregular |= dict.fromkeys(forms.split(), lemma)
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
        if form.endswith(ending) and len(form) > len(ending) + 2 and not form.endswith("ss"):
            found = list(stems(form, ending))
            return next((stem for stem in found if stem in verbs), found[0])
    return form
