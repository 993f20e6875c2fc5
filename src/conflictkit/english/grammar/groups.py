"""Units of a sentence over its tag string: noun groups, verb groups, prepositions, marks; and what a noun group is made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from conflictkit._lexicon import read_tables, word_list
from conflictkit.engine.syntax import NounGroup
from conflictkit.english.grammar.repair import Rule, RuleSet
from conflictkit.english.grammar.tokens import Words

TABLES = read_tables("conflictkit.english.grammar", "grammar.toml")


def listed(table: str, name: str) -> frozenset[str]:
    """A list of words of grammar.toml."""
    return frozenset(word_list(TABLES[table][name], f"grammar.toml {table}.{name}"))


def known_persons() -> frozenset[str]:
    """Nouns of persons: the list of the speakers and those of grammar.toml."""
    roles = read_tables("conflictkit.english.speakers", "speakers.toml")["roles"]
    return listed("noun", "persons") | frozenset(word_list(roles["person"], "speakers.toml roles.person"))


DAYS, TIME_UNITS, COUNTED_TIMES, BEHIND_TIMES = (listed("time", name) for name in ("days", "units", "counted", "behind"))
NOMINATIVE = frozenset(["i", "he", "she", "we", "they"])
POSSESSIVE = frozenset(["my", "your", "his", "her", "its", "our", "their"])

GROUPINGS = RuleSet(
    (
        Rule("Grant said", "p", r"(?<![\s\S])B(?=r?[ZDM13])"),
        Rule("such an attack", "d", "j(?=d)", frozenset(["such", "quite", "half"])),
        Rule("AT least parts", "r", "i(?=[jr])", frozenset(["at"]), after=frozenset(["least", "most"])),
        Rule("at LEAST parts", "r", "(?<=[ir])[jr]", frozenset(["least", "most"]), before=frozenset(["at"])),
        Rule("UP to 90", "r", "[irl](?=t[q$])", frozenset(["up"])),
        Rule("up TO 90", "r", "(?<=[irl])t(?=[q$])", before=frozenset(["up", "close"])),
        Rule("AS many as 42", "r", "[ri](?=.i[q$])", frozenset(["as"])),
        Rule("as MANY as 42", "r", "(?<=[ri])[jrq](?=i[q$])", frozenset(["many", "much", "few", "little"]), before=frozenset(["as"])),
        Rule("as many AS 42", "r", "(?<=[jrq])i(?=[q$])", frozenset(["as"]), before=frozenset(["many", "much", "few", "little"])),
    )
)
"""Letters that noun groups need otherwise than the tags give them."""

NOUN_GROUP = r"""
    o [dq] (?= r* [MZPD1234])                            # "we all" left
  | (?: r+ (?= [jq$]) )? d? d?                           # adverbs before an adjective or number, determiners
    (?: \$ | j | q | - | h
      | r (?= [jqN] r* [jqnsp])                          # a "badly damaged" bridge
      | N (?= [jcN,-]* [nsp]) | (?<= d) N (?= q)         # a "destroyed" bridge, the "captured" 12 men
      | (?<= [djhq]) G (?= (?: [jcN,-] | q )* [nsp])     # a "burning" house
      | [jN] c (?= [jN]+ [nsp])                          # "political and military" aims
      | j , (?= j+ [ns])                                 # a "cold, wet" night
      | (?<= [djqh]) " (?= [jnspN])                      # the "so-called" army
    )*
    (?: [nspfy] | (?<= [nspj]) " (?= [ns]) | (?<= [nsp]) - (?= [nspjN]) | (?<= [nsp]) h [djqNG$-]* | (?<= p) \. (?= p) )*
    (?: [nspf] | q | \$ q ) q?
  | d (?: r* [jNqG] )* [jN] (?! [nsp])                   # the wounded
  | d G (?! [nspdoj])                                    # the fighting
  | [oed] | [dq]
"""
VERB_GROUP = r"""
    (?: t r* (?= [B234PDN1]) )?
    (?: (?: [M1234] r* )*? (?: [12] r* [NGD] | 3 r* [NDB] | [M4] r* [BPND] )
      | (?: [M1234] r* )* [M1234]
      | [BZPDGN]
    ) l?
"""
UNIT = re.compile(
    rf"""
    (?P<N> (?: (?= [^NG] ) (?! (?<= [nspo]) r+ N ) | (?<= [djh]) (?= G) | (?<! [nspo,1M3]) (?= N) ) (?: {NOUN_GROUP} ) )
  | (?P<V> {VERB_GROUP} )
  | (?P<I> [iOt] )        # preposition
  | (?P<S> S )            # that, if, because
  | (?P<W> w )            # who, which, when
  | (?P<C> c )            # and, or, but
  | (?P<K> , )
  | (?P<Q> " )
  | (?P<R> [rl] )         # adverb
  | (?P<X> . )            # other marks, adjectives of their own
    """,
    re.VERBOSE | re.DOTALL,
)


class Unit(NamedTuple):
    """A unit of a sentence: its kind (a letter of ``UNIT``) and its words."""

    kind: str
    start: int
    end: int


def units_of(tags: str) -> list[Unit]:
    """The units of a tag string, which cover it."""
    return [Unit(match.lastgroup or "X", match.start(), match.end()) for match in UNIT.finditer(tags)]


def tells_time(low: list[str], start: int, end: int) -> bool:
    """Whether a noun group is a time: "Monday", "last week", "two years later"."""
    head = low[end - 1]
    if head in DAYS or (low[start] in DAYS and end - start <= 2):
        return True
    return head in TIME_UNITS and ((end - start > 1 and low[start] in COUNTED_TIMES) or (end < len(low) and low[end] in BEHIND_TIMES))


def noun_group(words: Words, tags: str, start: int, end: int) -> NounGroup:
    """The noun group of the words ``start`` to ``end``, its head, number and owner."""
    first, after = words.first, words.after
    mark = tags.rfind("h", start, end)
    inner = mark + 1 if start < mark < end - 1 else start
    head = end - 1
    while head > inner and tags[head] not in "nspfo":
        head -= 1
    if tags[head] not in "nspfo":
        head = end - 1
    letter = tags[head]
    group = NounGroup(first[start], after[end - 1], after[head] - 1)
    group.extent = group.reach = group.end
    group.pronoun = letter == "o"
    group.name = letter == "p"
    group.plural = letter == "s"
    group.time = tells_time(words.low, start, end)
    number = tags.find("q", inner, end)
    if number >= 0:
        group.number = first[number]
    if tags[start] == "d":
        group.determiner = first[start]
    if inner > start:
        group.owner = noun_group(words, tags, start, mark)
    elif tags[start] == "d" and end - start > 1 and words.low[start] in POSSESSIVE:
        group.owner = NounGroup(first[start], after[start], first[start], pronoun=True, extent=after[start], reach=after[start])
    return group
