"""Units of a sentence over its tag string: noun groups, verb groups, prepositions, marks; and what a noun group is made of."""

from __future__ import annotations

import re
from itertools import repeat

from conflictkit.engine.syntax import NounGroup
from conflictkit.english.grammar.lists import BEHIND_TIMES, COUNTED_TIMES, DAYS, POSSESSIVE, TIME_UNITS
from conflictkit.english.grammar.repair import Rule, RuleSet
from conflictkit.english.grammar.tags import tagger
from conflictkit.english.grammar.tokens import Words

TIMES = DAYS | TIME_UNITS
HEADS = "nspfo"

GROUPINGS = RuleSet(
    (
        Rule("Grant said", "p", r"(?<![\s\S])[BP](?=r*[ZDM13])"),
        Rule("Guards said", "s", r"(?<![\s\S])Z(?=r*[ZDMNBP13])", ending=("s",)),
        Rule("such an attack", "d", "j(?=d)", frozenset(["such", "quite", "half"])),
        Rule("defence SHOT down 14", "D", "(?<=[nsp])n(?=[ril][dnspq$])", frozenset(["shot"]), after=frozenset(["down"])),
        Rule("defence shot DOWN 14", "l", "(?<=[nsp]n)[ri](?=[dnspq$])", frozenset(["down"]), before=frozenset(["shot"])),
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
GROUPING_WORDS = frozenset(["such", "quite", "half", "at", "up", "close", "as", "shot"])

NOUN_GROUP = r"""
    o [dq] (?= r* [MZPD1234])                            # "we all" left
  | (?: r{1,4} (?= [jq$]) )? d? d?                           # adverbs before an adjective or number, determiners
    (?: \$ | j | q | - | h
      | r (?= [jqN] r* [jqnsp])                          # a "badly damaged" bridge
      | N (?= [jcN,-]* [nsp]) | (?<= d) N (?= q)         # a "destroyed" bridge, the "captured" 12 men
      | (?<= [djhq]) G (?= [jc,-]* [nsp])                # a "burning" house
      | [jN] c (?= [jN]+ [nsp])                          # "political and military" aims
      | j , (?= j+ [ns])                                 # a "cold, wet" night
      | (?<= [djqh]) " (?= [jnspN])                      # the "so-called" army
    )*
    (?: [nspfy] | (?<= [nspj]) " (?= [ns]) | (?<= [nsp]) - (?= [nspjN]) | (?<= [nsp]) h [djqNG$-]* | (?<= p) \. (?= p) ){0,20}
    (?: [nspf] | q | \$ q ) q?
  | d (?: r* [jNq] )* [jN] (?! [nsp])                    # the wounded
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


def units_of(tags: str) -> tuple[str, list[int]]:
    """The units of a tag string, which cover it: their kinds and where each begins."""
    found = [(match.lastgroup or "X", match.start()) for match in UNIT.finditer(tags)]
    return "".join([kind for kind, _ in found]), [start for _, start in found]


def grouped(tags: str, low: list[str]) -> str:
    """The tag string as noun groups need it."""
    if tags[0] not in "BPZ" and GROUPING_WORDS.isdisjoint(low):
        return tags
    return GROUPINGS.apply(tags, low, tagger().words)


def tells_time(low: list[str], start: int, end: int) -> bool:
    """Whether a noun group is a time: "Monday", "last week", "two years later"."""
    head = low[end - 1]
    if head in DAYS or (low[start] in DAYS and end - start <= 2):
        return True
    return head in TIME_UNITS and ((end - start > 1 and low[start] in COUNTED_TIMES) or (end < len(low) and low[end] in BEHIND_TIMES))


def noun_group(words: Words, tags: str, start: int, end: int) -> NounGroup:
    """The noun group of the words ``start`` to ``end``, its head, number and owner."""
    first, after, low = words.first, words.after, words.low
    head = end - 1
    opening = tags[start]
    if head == start:
        token, until = first[start], after[start]
        group = NounGroup(token, until, until - 1, opening == "o", opening == "p", opening == "s")
        group.number = token if opening == "q" else -1
    else:
        mark = tags.rfind("h", start, end)
        inner = mark + 1 if start < mark < head else start
        if tags[head] not in HEADS:
            head = max(map(tags.rfind, HEADS, repeat(inner), repeat(end)))
            head = end - 1 if head < 0 else head
        letter, until = tags[head], after[end - 1]
        group = NounGroup(first[start], until, after[head] - 1, letter == "o", letter == "p", letter == "s")
        number = tags.find("q", inner, end)
        if number >= 0:
            group.number = first[number]
        if inner > start:
            group.owner = noun_group(words, tags, start, mark)
        elif opening == "d" and low[start] in POSSESSIVE:
            group.owner = NounGroup(first[start], after[start], first[start], True, False, False, extent=after[start], reach=after[start])
    group.extent = group.reach = until
    group.time = (low[end - 1] in TIMES or low[start] in DAYS) and tells_time(low, start, end)
    if opening == "d":
        group.determiner = first[start]
    return group
