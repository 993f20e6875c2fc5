"""What a number counts: from the number through adjectives and names to the head noun, and its singular."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit.engine.syntax import NounGroup

from ..grammar import Nouns, nouns_of
from ..grammar.lists import DAYS
from ..lexicon.claims import PERSON, names_person
from ..lexicon.inflection import is_plural
from ..tables import TABLES
from .cardinals import CARDINALS

TABLE = TABLES.quantities
NOMINAL, SKIPPED = TABLE.nominal.words, TABLE.skip.words
ATTRIBUTIVE = TABLE.attributive.words
HYPHENS = frozenset("-‐‑–")
QUOTES = "\"'“”‘’«»`"
NOUNS = ("n", "s", "p", "f", "")
"""Tags of what can be counted; the later parts of a word with a hyphen have none."""
JOINTS = (["and"], ["or"], ["/"])
ARTICLES = ("a", "an", "another")


ROLES = {"s": "p", "n": "w", "p": "w", "j": "w", "f": "w", "N": "v", "G": "v", "D": "v", "B": "v", "P": "v", "q": "d", '"': "q"}
"""Tag of grammar -> role."""


def role(doc: Document, k: int) -> str:
    """What the word at token k is beside a number: p plural, w other noun or adjective, v form of a verb, d number, q quote mark, - hyphen, s anything else or the end of the text."""
    if k >= len(doc.low):
        return "s"
    if doc.low[k] in HYPHENS:
        return "-"
    found = ROLES.get(nouns_of(doc).tag(k)[:1], "s")
    return "p" if found == "w" and is_plural(doc.toks[k].rstrip(" ")) else found


def head_noun(doc: Document, k: int, single: bool) -> int:
    """Token of the noun counted by a number that ends before token k, or -1; ``single`` for the number one."""
    if not 0 < k < len(doc.low):
        return -1
    nouns = nouns_of(doc)
    k = _past_gloss(doc, k)
    if doc.low[k] == "of":
        return _behind_of(doc, nouns, k, single)
    group = _group_around(doc, nouns, k)
    alone = doc.low[k] in NOMINAL and doc.low[k + 1 : k + 2] in JOINTS  # six dead and several others hurt
    if group is None or group.pronoun or group.head < k or alone or doc.low[group.head] in SKIPPED:
        return _nominal(doc, nouns, k)
    noun = _singular(doc, nouns, group, k) if single else _plural(doc, nouns, group, k)
    if nouns.tag(k) == "N" and nouns.tag(noun) != "s" and not is_plural(doc.toks[noun].rstrip(" ")):
        return _nominal(doc, nouns, k)  # 250 captured and taken hostage
    if doc.low[noun][0].isdigit() and doc.low[noun - 1] in HYPHENS and noun > k + 1:
        return noun - 2  # four Su-34s
    return noun if _is_noun(doc, nouns, noun) else -1


def _is_noun(doc: Document, nouns: Nouns, k: int) -> bool:
    """Whether the word at token k can be counted: a noun or name that is no day, "dead", "wounded"."""
    return nouns.tag(k)[:1] in NOUNS and doc.low[k][0].isalnum() and doc.low[k] not in DAYS or doc.low[k] in NOMINAL


def _behind_of(doc: Document, nouns: Nouns, k: int, single: bool) -> int:
    """The noun behind "of" at token k; what a second number counts has its own ("14 of 16 drones"), and nothing is one of a name."""
    group = nouns.phrase_at(k)
    if group is None:
        return _nominal(doc, nouns, k + 1)  # thousands of wounded
    if group.number >= 0 or group.pronoun:
        return -1
    if doc.low[group.head] == "those":
        return _nominal(doc, nouns, group.end)
    noun = _plural(doc, nouns, group, k)
    named = single and group.name and not is_plural(doc.toks[noun].rstrip(" "))  # one of Lee's
    return noun if _is_noun(doc, nouns, noun) and not named else -1


def _nominal(doc: Document, nouns: Nouns, k: int) -> int:
    """The adjective or participle that stands for those counted: "20 dead", "27 seriously injured", "one Norlander"; -1 without one."""
    low = doc.low
    for j in range(k, len(low)):
        if low[j] in NOMINAL:
            return j + 1 if nouns.tag(j + 1) == "s" else j  # a dozen wounded men
        if nouns.tag(j) == "j" and (doc.toks[j][0].isupper() or low[j] in PERSON or names_person(low[j])):
            return j
        if nouns.tag(j) not in ("r", "j") and low[j] not in SKIPPED:
            break
    return -1


def _past_gloss(doc: Document, k: int) -> int:
    """The token behind the number in brackets, and behind a comma before "of": "45 (forty-five) rockets", "400 (or so) boats", "hundreds, if not thousands, of people"."""
    low = doc.low
    if low[k] == "(" and k + 1 < len(low) and (low[k + 1][0].isdigit() or low[k + 1] in CARDINALS or low[k + 1] == "or") and ")" in low[k : doc.bounds[k][1]]:
        k = min(low.index(")", k) + 1, len(low) - 1)
    return k + (low[k : k + 2] == [",", "of"])


def _group_around(doc: Document, nouns: Nouns, k: int) -> NounGroup | None:
    """The noun group that token k belongs to together with the number before it."""
    group, own = nouns.group_at(k), nouns.group_at(k - 1)
    if group is None or not (doc.toks[k][0].isalnum() or doc.toks[k][0] in QUOTES):
        return None
    if group is own or doc.low[k - 1] in HYPHENS:
        return group
    beside = own is None or own.end == k == group.start and group.number < 0  # half a dozen | foreign governments
    return group if beside and group.determiner < 0 and not group.time else None


def _singular(doc: Document, nouns: Nouns, group: NounGroup, k: int) -> int:
    """The noun that the number one counts: the head of its group, or of a group right behind that has no determiner ("one government | military post")."""
    behind = nouns.group_at(group.end)
    if _goes_on(behind, group.end) and behind is not None and not behind.plural and nouns.tag(group.end) == "j":
        return behind.head
    owner = group.holder
    if owner is not None and owner.start < k <= owner.head and doc.low[k - 1] not in ARTICLES:
        return owner.head  # one man's search
    if nouns.tag(group.head) == "s" and nouns.tag(group.head - 1) in ("n", "p") and group.head > k:
        return group.head - 1  # one boy stands up
    return _living(doc, nouns, group, k)


def _plural(doc: Document, nouns: Nouns, group: NounGroup, k: int) -> int:
    """The plural that a number counts: the head of its group, a plural before the head, or that of a group behind; else the head."""
    if group.plural or is_plural(doc.toks[group.head].rstrip(" ")):
        return group.head
    found = next((token for token in range(k, group.end) if nouns.tag(token) == "s"), -1)
    if found < 0:
        found = _plural_behind(doc, nouns, group)
    return found if found >= 0 else _living(doc, nouns, group, k)


def _plural_behind(doc: Document, nouns: Nouns, group: NounGroup) -> int:
    """The plural that a group leads to: "224 artillery | and mortar systems", "12 Leopard | 2 tanks"; -1 without one."""
    while True:
        at = _past_joint(doc.low, group.end)
        behind = nouns.group_at(at)
        if behind is None or not _goes_on(behind, at) and not (group.name and at == group.end and _is_type(doc, at)):
            return -1
        if behind.plural:
            return behind.head
        group = behind


def _goes_on(behind: NounGroup | None, at: int) -> bool:
    """Whether a group that begins at a token may belong to the words before it: no article, number, pronoun or time opens it."""
    return behind is not None and behind.start == at and behind.determiner < 0 and behind.number < 0 and not behind.time and not behind.pronoun


def _past_joint(low: list[str], k: int) -> int:
    """The token behind "and", "or", also where a hyphen stands before it ("40 coal- and gas-fired plants"), and behind the comma after a type ("Lancet-type, ...")."""
    after = k + (low[k : k + 1] == ["-"])
    joined = low[after : after + 1] in JOINTS or low[k - 1 : k + 1] == ["type", ","]
    return after + 1 if joined else k


def _is_type(doc: Document, k: int) -> bool:
    """Whether a number may be that of a type of weapon or machine: "Leopard 2"."""
    return doc.low[k].isdecimal() and len(doc.low[k]) < 4  # noqa: PLR2004


def _living(doc: Document, nouns: Nouns, group: NounGroup, k: int) -> int:
    """The head of a group, or who it says is dead or wounded: "one guard dead"."""
    return group.head - (group.head > k and (doc.low[group.head] in NOMINAL or doc.low[group.head] == "shot") and nouns.tag(group.head - 1) in ("n", "p"))
