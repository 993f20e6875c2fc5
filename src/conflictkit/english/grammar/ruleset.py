"""Rules that correct letters of a tag string, each with a name, and how they are applied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress
from operator import methodcaller
from typing import NamedTuple

from .tokens import Memo
from .words import LETTERS, VERBS, Words

NO_WORDS: frozenset[str] = frozenset()


class Rule(NamedTuple):
    """The letter a word gets where the letters around it and the words themselves fit."""

    name: str
    letter: str
    where: str
    """Expression over the tag string that matches from the word's letter on; it begins with the look-behind, if it has one."""
    words: frozenset[str] = NO_WORDS
    """The word is one of these (any, when there are none)."""
    ending: tuple[str, ...] = ("",)
    """The word ends so."""
    before: frozenset[str] = NO_WORDS
    """The word before is one of these (any, when there are none)."""
    before_ending: tuple[str, ...] = ("",)
    """The word before ends so."""
    unless_before: frozenset[str] = NO_WORDS
    earlier: frozenset[str] = NO_WORDS
    """The word two places before is one of these (any, when there are none)."""
    unless_earlier: frozenset[str] = NO_WORDS
    after: frozenset[str] = NO_WORDS
    unless_after: frozenset[str] = NO_WORDS
    """The word behind is one of these (any, when there are none)."""
    verb_only: bool = False
    """The word is no noun that is known."""
    first_verb: bool = False
    """No verb stands before it in its sentence."""
    headline: bool = False
    """No finite verb stands in its sentence, which does not end with a full stop."""
    after_past: bool = False
    """The verb before it in its sentence is a past form."""
    lacking: str = ""
    """No finite verb stands between the stops or subordinators around it, as one should; what may open its clause ("S", a subordinator, or any)."""
    unless: frozenset[str] = NO_WORDS
    """The word is none of these."""
    sure: bool = False
    """No word can be anything else there, known or not."""


VERB = re.compile("[MZDP1234]")
"""The letter of a finite verb or an auxiliary."""
VERBLESS = re.compile('(?:[^MZDP1234BN.:]*,)?(?P<subject>[dqjhnspor"]+)[^MZDP1234BN.:]*[.:]')
"""A subject and no verb up to a stop."""
VERBLESS_CLAUSE = re.compile('(?:,?i[^MZDP1234BN.,:S]*,)?(?P<subject>[dqjhnspor"]+)[^MZDP1234BN.,:S]*[.,:S]')
"""The same up to a comma, stop or subordinator, also behind what is fronted: "that, among others, Norland ranks fourth"."""
LOOK = re.compile(r"\(\?<?[=!](?:[^()\[\]]|\[[^\]]*\])*\)")
"""What an expression asks of the letters around the word's own."""


BEHIND = re.compile(r"\(\?<=[^()]*?(\[[^\]]+\]|\\?[^()\[\]])\)")
"""What an expression asks of the letter right before the word's own."""


def before(where: str) -> str:
    """The letters that stand before a word where an expression fits, " " for none; "" if they may be any."""
    asked = ["".join(letter for letter in LETTERS if letter not in last) if last.startswith("[^") else last.strip("[]\\") for last in BEHIND.findall(where)]
    return "".join((*asked, " ")) if "^" in where else "".join(asked)


Tried = tuple[Rule, re.Pattern[str]]


class RuleSet:
    """Rules that are tried wherever one of them may fit; the first that fits gives the letter."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        own = [(rule, re.compile(LOOK.sub("", rule.where))) for rule in rules]
        fitting = ((letter, [rule for rule, letters in own if letters.search(letter)]) for letter in LETTERS)
        self.rules: dict[str, list[Rule]] = {letter: found for letter, found in fitting if found}
        self._before, self._compiled = Memo(before), Memo(re.compile)
        """The letters before a word by an expression, and the expressions that are tried on one."""
        parts = [f"{re.escape(letter)}(?<=(?={'|'.join(wheres)})[\\s\\S])" for letter, found in self.rules.items() if (wheres := [rule.where for rule in found if not rule.words])]
        self.spots: re.Pattern[str] = re.compile("|".join(parts) or "(?!)")
        """Where a rule for any word may fit; a letter stands first in each alternative, so that most places are passed by a look at theirs."""
        self.words: frozenset[str] = frozenset(word for rule in rules for word in rule.words)
        """The words of the other rules."""
        self._know(None)

    def _know(self, words: Words | None) -> None:
        """Look up rules by what these words can be."""
        self._words = words
        self._kept: dict[tuple[int, ...], list[Rule]] = {}
        """Lists of rules that many words share, by the places of the rules in memory."""
        self._tried: dict[tuple[int, ...], list[Tried]] = {}
        self._named, self._by_word = Memo(lambda key: self._of_word(key, named=True)), Memo(self._of_word)
        self._named_behind, self._behind = Memo(lambda key: self._fitting(self._named, key)), Memo(lambda key: self._fitting(self._by_word, key))

    def _of_word(self, key: str, named: bool = False) -> list[Rule]:
        """The rules that may change a letter of a word, given as the letter and the word; of those that name their words, or of all."""
        letter, word = key[0], key[1:]
        forms = "" if named or self._words is None else self._words.forms(word) + self._words.listed.get(word, "")
        own = [rule for rule in self.rules.get(letter, ()) if (word in rule.words if rule.words else not named and can_be(rule, forms))]
        found = [rule for rule in own if word.endswith(rule.ending)]
        return self._kept.setdefault(tuple(map(id, found)), found)

    def _fitting(self, rules: Memo[list[Rule]], key: str) -> list[Tried]:
        """Those rules of a word that fit behind a letter; the key is that letter, the word's own and the word."""
        found = [rule for rule in rules[key[1:]] if not self._before[rule.where] or key[0] in self._before[rule.where]]
        return self._tried.setdefault(tuple(map(id, found)), [(rule, self._compiled[rule.where]) for rule in found])

    def apply(self, tags: str, low: Sequence[str], words: Words) -> str:
        """The tag string with the letters that the rules give."""
        if self._words is not words:
            self._know(words)
        changed: list[str] | None = None
        spots, behind = {*map(PLACE, self.spots.finditer(tags))}, f" {tags}"
        for k in spots.union(compress(range(len(low)), map(self.words.__contains__, low))):
            for rule, pattern in (self._behind if k in spots else self._named_behind)[behind[k : k + 2] + low[k]]:
                if pattern.match(tags, k) and fits(rule, low, k) and joins(rule, tags, low, k):
                    changed = changed or [*tags]
                    changed[k] = rule.letter
                    break
        return tags if changed is None else "".join(changed)


PLACE = methodcaller("start")


def can_be(rule: Rule, forms: str) -> bool:
    """Whether a word with these letters may have the rule's: a verb or plural is only what is one by its form."""
    if rule.sure or (rule.letter not in VERBS and rule.letter != "s"):
        return True
    return rule.letter in forms and not (rule.verb_only and ("s" in forms or "n" in forms))


def fits(rule: Rule, low: Sequence[str], k: int) -> bool:
    """Whether the words around k are those of a rule."""
    before, earlier = low[k - 1] if k else "", low[k - 2] if k > 1 else ""
    following = low[k + 1] if k + 1 < len(low) else ""
    return (
        (not rule.before or before in rule.before)
        and before.endswith(rule.before_ending)
        and before not in rule.unless_before
        and (not rule.earlier or earlier in rule.earlier)
        and earlier not in rule.unless_earlier
        and low[k] not in rule.unless
        and (not rule.after or following in rule.after)
        and following not in rule.unless_after
    )


def joins(rule: Rule, tags: str, low: Sequence[str], k: int) -> bool:
    """Whether the verbs of its sentence are those of a rule."""
    if rule.first_verb and VERB.search(tags, 0, k):
        return False
    if rule.headline and (low[-1] in (".", "?", "!") or VERB.search(tags)):
        return False
    if rule.lacking and not _lacks_verb(tags, k, rule.lacking):
        return False
    if not rule.after_past:
        return True
    last = _last_verb(tags, k)
    if last > 0 and tags[last] == "G" and tags[last - 1] in "Oi":  # "accused them of looting and seized supplies"
        last = _last_verb(tags, last)
    return last >= 0 and (tags[last] == "D" or tags[last] == "N" and tags[:last].rstrip("r").endswith("3"))


def _lacks_verb(tags: str, k: int, openers: str) -> bool:
    """Whether word k stands where a verb does but none is: behind a subordinator and what may be a subject, or right behind the subject that opens a sentence."""
    first = max(tags.rfind(letter, 0, k) for letter in ".S") + 1
    inner = first > 0 and tags[first - 1] == "S"
    if not inner and openers == "S":
        return False
    found = (VERBLESS_CLAUSE if inner else VERBLESS).match(tags, first)
    if found is None or found.end() <= k:
        return False
    if inner and first > 1 and tags[first - 2] in "nsp" and tags[first] == "s" and tags[first + 1] != "i":
        return k == first  # "a conflict that claims lives": no subject
    whole = tags[found.start("subject")] in "do" or tags[:k].rstrip("r")[-1:] in ("p", "s")  # not "drone strikes on Brod."
    return k > found.start("subject") if inner else k <= found.end("subject") and whole


def _last_verb(tags: str, k: int) -> int:
    """The place of the last verb before word k; -1 if there is none."""
    return max(tags.rfind(letter, 0, k) for letter in "MZDP124BGN")
