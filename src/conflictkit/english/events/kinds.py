"""What kind of event a trigger is: PLOVER type and mode, by the words of its clause."""

from __future__ import annotations

from conflictkit.engine.syntax import Kind as ClauseKind
from conflictkit.english.facts import Facts
from conflictkit.english.facts.verbs import infinitive
from conflictkit.english.lexicon.events import COMPOUND, NO_KIND, Kind, Word, first_kind, known
from conflictkit.english.lexicon.facts import ASPECT

PASSIVE = frozenset("be been being are is was were".split())
FRIENDLY = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
DUTY = frozenset({"must", "should", "ought"})
OWN = frozenset({"i", "we", "which", "that"})
"""Before a duty: whoever speaks takes it on, or a thing is described."""
READY = frozenset({"prepared", "ready", "willing"})
"""Before an infinitive: somebody agrees to do it."""
FUTURE = frozenset({"will", "would", "ll", "'ll"})
OBJECT = 8
"""How many tokens after a verb its object and particles stand."""


def kind_of(words: list[str], k: int, form: str, word: Word, lo: int, hi: int, facts: Facts) -> Kind | None:
    """PLOVER type and mode of the trigger at token k of the sentence lo to hi, or None; dates are left empty in ``words``.

    What is said to be done in the future is the type of the words: a good act promised is AGREE, refused REJECT; a bad one THREATEN;
    a duty is REQUEST.
    """
    if form == "noun":
        kind = _noun_kind(words, k, word, lo, hi)
        return None if kind == NO_KIND else kind
    kind = _framed(words, k, word, lo, hi, facts) or word.kind
    if kind == NO_KIND:
        kind = None
    if kind is not None and kind[0] == "AGREE" and _promises_harm(words, k, lo, hi, facts):
        return ("THREATEN", None)
    if form == "inf" and kind is not None and kind[0] in FRIENDLY and k - 2 >= lo and words[k - 1] == "to" and words[k - 2] in READY:
        return ("AGREE", None)
    modal = form == "modal"
    if not modal and (kind is None or form == "inf" or kind[0] not in FRIENDLY):
        return kind
    before = words[max(lo, k - 4) : k]
    negated = any(word == "not" or word.endswith("n't") for word in before[-3:])
    if negated and kind is not None and kind[0] in FRIENDLY:
        return ("REJECT", None)
    if not modal:
        return kind
    if not negated and any(word in DUTY and (n == 0 or before[n - 1] not in OWN) for n, word in enumerate(before)):
        return ("REQUEST", None)
    if kind is not None and not FUTURE.isdisjoint(before):
        return ("AGREE", None) if kind[0] in FRIENDLY else ("THREATEN", None) if kind[0] in HOSTILE else kind
    return kind


def _promises_harm(words: list[str], k: int, lo: int, hi: int, facts: Facts) -> bool:
    """Whether what is promised is hostile: "vowed to attack the port", "promised to keep shelling it"."""
    clause = facts.syntax.clause_of(k)
    inner = infinitive(clause) if clause is not None and clause.verb.word == k else None
    while inner is not None and inner.verb.lemma in ASPECT:
        inner = next((child for child in inner.children if child.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE)), None)
    if inner is None:
        return False
    kind = kind_of(words, inner.verb.word, "ing", known(words[inner.verb.word]), lo, hi, facts)
    return kind is not None and kind[0] in HOSTILE


def _noun_kind(words: list[str], k: int, word: Word, lo: int, hi: int) -> Kind | None:
    """By the word before it ("air strike"; "suicide car bombing"), a word beside it ("strike by teachers"), or the noun itself."""
    if word.compounded:
        for first in words[max(lo, k - 2) : k]:
            if first in COMPOUND and word.noun in COMPOUND[first]:
                return COMPOUND[first][word.noun]
    return (first_kind(word.beside, words[max(lo, k - 4) : min(hi, k + 5)]) if word.beside else None) or word.noun_kind


def _framed(words: list[str], k: int, word: Word, lo: int, hi: int, facts: Facts) -> Kind | None:
    """What the verb means beside its object, particle or adjunct; where the clause has no word of its frames, beside the next words."""
    if not word.frames:
        return None
    clause = facts.syntax.clause_of(k)
    found = first_kind(word.frames, facts.beside(clause, word)) if clause is not None and clause.verb.word == k else None
    return found or first_kind(word.frames, _beside(words, k, word, lo, hi))


def _beside(words: list[str], k: int, word: Word, lo: int, hi: int) -> list[str]:
    """The words around a verb that may tell what it means: object, particle, for some verbs the subject."""
    after = words[k + 1 : min(hi, k + 1 + OBJECT)]
    return after + words[max(lo, k - 7) : k] if word.by_subject or (k > lo and words[k - 1] in PASSIVE) else after
