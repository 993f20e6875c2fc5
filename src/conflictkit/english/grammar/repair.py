"""Letters of a tag string that their context corrects, each by a rule with a name.

A decision of the tagger sees two letters before and one class behind; these rules see the letters on both sides as they were decided.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from conflictkit.english.grammar.words import LETTERS, VERBS, Words

NO_WORDS: frozenset[str] = frozenset()


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


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
    unless_ending: tuple[str, ...] = ()
    unless: frozenset[str] = NO_WORDS
    before: frozenset[str] = NO_WORDS
    """The word before is one of these (any, when there are none)."""
    unless_before: frozenset[str] = NO_WORDS
    earlier: frozenset[str] = NO_WORDS
    """The word two places before is one of these (any, when there are none)."""
    unless_earlier: frozenset[str] = NO_WORDS
    after: frozenset[str] = NO_WORDS
    """The word behind is one of these (any, when there are none)."""


GET = _words("get gets got getting gotten")
PARTICLES = _words("up out off away back down")
TAKE = _words("take takes took taken taking bring brings brought bringing hand handed carry carried carrying turn turned put putting set")
QUANTITY = _words("many much more most few several some any all both each none half less least enough little")
DAYS = _words("yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday")
DETERMINERS = _words("the a an no his their its our my your every")
NOT_VERBS = _words("able likely more less other same such there well together ahead yesterday today")
HELP = _words("help let go come make have")
ARRIVED = _words("due according thanks return returns returned turn turned turning lead led leads went goes back up access close opposed contrary owing")
"""Words behind whose "to" a noun stands."""
NO_BASE = ("ed", "ing", "ly")
COMPARED = _words("more less fewer rather")

LETTERED = (
    Rule("got killed", "1", "[ZDP](?=r?N)", GET),
    Rule("getting killed", "2", "[BNG](?=r?N)", GET),
    Rule("pulled back its forces", "l", "(?<=[ZDPBGN])[ir](?=[dnspjq$])", PARTICLES),
    Rule("took over the city", "l", "(?<=[ZDPBGN])i(?=[dnspjq$])", _words("on over about"), before=TAKE),
    Rule("about 200", "r", "[ij](?=[q$])", _words("about around over nearly almost under")),
    Rule("some 200", "r", "d(?=[q$])", _words("some")),
    Rule("MORE than 200", "r", "[jr](?=i[q$])", COMPARED, after=_words("than")),
    Rule("more THAN 200", "r", "(?<=[jr])i(?=[q$])", _words("than"), before=COMPARED),
    Rule("AT least 200", "r", "i(?=.[q$])", _words("at"), after=_words("least most")),
    Rule("at LEAST 200", "r", "(?<=i)[jr](?=[q$])", _words("least most"), before=_words("at")),
    Rule("many of", "q", "[jrd](?=O)", QUANTITY),
    Rule("many were", "q", "j(?=[MZDP1234r,.])", QUANTITY),
    Rule("there are", "e", "[ri](?=r?[M1])", _words("there")),
    Rule("a statement Friday", "r", "(?<=[nspoZDPBNG134l])[pn](?![nsh])", DAYS),
    Rule("said that they", "S", "d(?=[dpoes])", _words("that")),
)
"""Letters that name a use rather than a part of speech."""

REPAIRS = (
    Rule("the Herald reports that", "Z", "(?<=p)s(?=[Sw:])", _words("reports claims notes states estimates")),
    Rule("the Herald reports THAT", "S", "(?<=ps)w", _words("that"), before=_words("reports claims notes states estimates")),
    Rule("the Herald notes it", "Z", "(?<=p)s(?=o[MZPD1234])", _words("reports claims notes states estimates")),
    Rule("Army Says It Has", "Z", "(?<=[npsj])p", _words("says tells")),
    Rule("Army Said It Had", "D", "(?<=[npsj])p", _words("said told")),
    Rule("is promising to leave", "G", "(?<=[12,])j(?=t)", _words("promising threatening")),
    Rule("please check", "u", "(?<!t)[BPn]", _words("please")),
    Rule("please check it", "B", "(?<=u)[nj]", before=_words("please")),
    Rule("may backfire", "B", "(?<=[^.]M)[nj](?![MZD134])"),
    Rule("would like", "B", "(?<=M)i", _words("like")),
    Rule("may not backfire", "B", "(?:(?<=Mr)|(?<=Mrr)|(?<=M[cd])|(?<=Mir))[nj](?![MZD134])"),
    Rule("to plunder the stores", "B", "(?<=t)[nr](?=[dow(]|r?i|rn|cB|[.,]|j*[sp])", unless_earlier=ARRIVED),
    Rule("to clear the road", "B", "(?<=t)j(?=[dow]|r?i|cB)", unless_earlier=ARRIVED),
    Rule("did not barter", "B", "(?:(?<=4)|(?<=4r))[nj](?=[dotSi])"),
    Rule("to like", "B", "(?<=[tr])i(?=[dortwS])", _words("like"), before=_words("to not n't")),
    Rule("make the audience laugh", "B", "(?<=d[ns])[n](?=[.,id])", _words("go come be die laugh")),
    Rule("who wields power", "Z", "(?<=w)s(?=[dojprqtniSO,])"),
    Rule("who often wields power", "Z", "(?<=wr)s(?=[dojpq])"),
    Rule("the film chronicles the war", "Z", "(?<=[nspoe])s(?=[dS])"),
    Rule("it bars travel", "Z", "(?<=o)s(?=[dojpsqiStr])"),
    Rule("it often bars travel", "Z", "(?<=or)s(?=[dojpsqiS])"),
    Rule("the troops conquered the coast", "D", "(?<=[nspow])j(?=r*[doqwpSi]|rj)", ending=("ed",)),
    Rule("who often conquered", "D", "(?<=[ow]r)j(?=[doqpSi])", ending=("ed",)),
    Rule("has conquered", "N", "(?<=3)j", ending=("ed",)),
    Rule("has long conquered", "N", "(?<=3r)j(?=i|[.,]|d)", ending=("ed",)),
    Rule("was conquered by", "N", "(?<=[12])j(?=i)", ending=("ed",), after=_words("by")),
    Rule("was soon conquered by", "N", "(?<=[12]r)j(?=i)", ending=("ed",), after=_words("by")),
    Rule("who guard the town", "P", "(?<=w)n(?=[dotjsp])"),
    Rule("who like the town", "P", "(?<=w)i(?=[dotjsp])", _words("like")),
    Rule("the rebels attack the town", "P", "(?<=s)n(?=[doS])"),
    Rule("they attack the town", "P", "(?<=o)[nj](?=[doSwt])"),
    Rule("many point to the toll", "P", "(?<=[qo])n(?=t)"),
    Rule("place the call", "B", "(?:^|(?<=^[\":]))n(?=d)"),
    Rule("the wounds", "s", "(?<=d)Z", before=DETERMINERS),
    Rule("the deep wounds", "s", "(?<=dj)Z", earlier=DETERMINERS),
    Rule("three tracks", "s", "(?<=q)Z", unless_before=_words("one another much each")),
    Rule("of armed clashes", "s", "(?<=[iO]j)Z"),
    Rule("an attack", "n", "(?<=d)[BP]", before=DETERMINERS),
    Rule("an air attack on", "n", "(?<=dj)[BP](?=[.,iO])", earlier=DETERMINERS),
    Rule("return to power", "n", "(?<=t)B(?=[.,:ciS)])", unless=_words("go come be die"), earlier=ARRIVED),
    Rule("can conduct elaborate raids", "j", "(?<=[Mt]B)B(?=[nsjp])", unless_before=HELP),
)
"""Letters that were decided wrong. A word becomes a verb only if its form can be one."""


class RuleSet:
    """Rules that are tried wherever one of them may fit; the first that fits gives the letter."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules: Mapping[str, list[tuple[Rule, re.Pattern[str]]]] = defaultdict(list)
        for rule in rules:
            pattern = re.compile(rule.where)
            for letter in LETTERS:
                if re.search(_own(rule.where), letter):
                    self.rules[letter].append((rule, pattern))
        self.spots = re.compile("|".join(rule.where for rule in rules))

    def apply(self, tags: str, low: Sequence[str], words: Words) -> str:
        """The tag string with the letters that the rules give."""
        changed: list[str] | None = None
        for hit in self.spots.finditer(tags):
            k = hit.start()
            for rule, pattern in self.rules[tags[k]]:
                if fits(rule, low, k) and pattern.match(tags, k) and (rule.words or rule.letter not in VERBS or rule.letter in words.forms(low[k])):
                    if changed is None:
                        changed = list(tags)
                    changed[k] = rule.letter
                    break
        return tags if changed is None else "".join(changed)


def _own(where: str) -> str:
    """The part of an expression that matches the word's own letter."""
    return re.sub(r"\(\?<?[=!](?:[^()\[\]]|\[[^\]]*\])*\)", "", where)


def fits(rule: Rule, low: Sequence[str], k: int) -> bool:
    """Whether the words at k and around it are those of a rule."""
    word = low[k]
    return (
        (not rule.words or word in rule.words)
        and word.endswith(rule.ending)
        and not word.endswith(rule.unless_ending)
        and word not in rule.unless
        and _beside(rule, low[k - 1] if k else "", low[k - 2] if k > 1 else "", low[k + 1] if k + 1 < len(low) else "")
    )


def _beside(rule: Rule, before: str, earlier: str, after: str) -> bool:
    return (
        (not rule.before or before in rule.before)
        and before not in rule.unless_before
        and (not rule.earlier or earlier in rule.earlier)
        and earlier not in rule.unless_earlier
        and (not rule.after or after in rule.after)
    )


LETTERINGS = RuleSet(LETTERED)
CORRECTIONS = RuleSet(REPAIRS)


def repaired(tags: str, low: Sequence[str], words: Words) -> str:
    """The tag string with letters of use, and with the letters corrected that their context refutes."""
    return CORRECTIONS.apply(LETTERINGS.apply(tags, low, words), low, words)
