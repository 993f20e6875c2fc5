"""Units of a sentence over its tag string: noun groups, verb groups, prepositions, marks; and what a noun group is made of."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from conflictkit.engine.syntax import NounGroup

from ..lexicon import speech
from ..lexicon.inflection import inflect
from ..tables import TABLES
from .lists import (
    ACTS,
    BEHIND_TIMES,
    COUNTED_TIMES,
    DAY_PARTS,
    DAYS,
    DOCUMENT,
    MONTHS,
    NATIONALITIES,
    NUMERALS,
    PARTISAN,
    POSSESSIVE,
    SHORT_MONTHS,
    TIME_UNITS,
    WEAPONS,
)
from .repair import SEVERAL, YEARS
from .ruleset import Rule, RuleSet
from .tags import tagger
from .tokens import Memo, Words

TIMES = DAYS | TIME_UNITS
ALL_MONTHS = MONTHS | SHORT_MONTHS
HEADS = "nspfoak"

HEARING = frozenset("police agency broadcaster channel conference daily magazine network newspaper radio site station television tv website weekly".split())
"""Nouns that end whom one tells something."""
SPANS = frozenset("night week weekend month year spring summer autumn fall winter".split())
SINCE = frozenset("after before by during from in on since until".split())
"""Prepositions before a day or month behind which a new noun group may begin."""
LEADING = frozenset("on in at by early late".split())
"""Words before a date that stands in a verb group."""
BEHIND_AUXILIARY = {"M": tuple("BPn2"), "1": tuple("NGD"), "2": tuple("NGD"), "3": tuple("NDB2")}
"""Auxiliary -> letters of what it stands before."""
CLOCK = frozenset("at about around before by after since until".split())
HOURS = TABLES.dates.AMPM | {"hours", "hrs"} | frozenset(map(str.lower, TABLES.dates.ZONE))
"""Words that stand behind the figures of a clock."""

GROUPINGS = RuleSet(
    (
        Rule("Grant said", "p", r"^[BP](?=r*[ZDM13])"),
        Rule("on MONDAY rebels fled", "T", "(?<=i)[pn](?=[nspjqN])", DAYS, before=SINCE, unless_after=DAY_PARTS),
        Rule("in JUNE rebels fled", "T", "(?<=i)[pn](?=[nspjN])", MONTHS, before=SINCE),
        Rule("in 2005 rebels fled", "T", "(?<=i)q(?=[nspj])", YEARS, before=frozenset({"in", "since", "until"})),
        Rule("rebels' raid", "h", '(?<=[sp])"(?=[jNnspqG])', frozenset(["'", "’"]), before_ending=("s",)),
        Rule("on June 7 rebels fled", "T", "(?<=ip)q(?=[nspjN])", before=MONTHS),
        Rule("the June 7 raid", "n", "(?<=[dhjp\"]p)q(?=[ns])", before=MONTHS),
        Rule("the Oct. 7 raid: the point", "y", "(?<=[dh]p)[.](?=q[ns])", before=SHORT_MONTHS),
        Rule("the Oct. 7 raid: 7", "n", "(?<=[dh]p[.])q(?=[ns])", earlier=SHORT_MONTHS),
        Rule("late TUESDAY rebels fled", "T", "(?<=r)[pn](?=[nspjqN])", DAYS, before=frozenset(["late", "early", "earlier"]), unless_after=DAY_PARTS),
        Rule("killed two men HOURS before", "T", "(?<=[nspo])[sn](?=[irRS])", TIME_UNITS, after=frozenset(["before", "after", "earlier", "later", "ago"]), unless_before=frozenset(["office", "school", "business", "working", "visiting"])),
        Rule("last WEEK rebels fled", "T", "(?<=[jd])n(?=[nspjqN])", SPANS, before=frozenset(["last", "next", "this"])),
        Rule("at 2 P.M. rebels fled", "T", "(?<=q)[nps](?=[nspjqN])", HOURS, earlier=CLOCK),
        Rule("at noon local TIME rebels fled", "T", "(?<=j)n(?=[nspjqN])", frozenset(["time"]), before=frozenset(["local"])),
        Rule("killed 12 LAST year", "d", "(?<=q)[jd](?=n)", frozenset(["last", "next", "this"]), after=SPANS),
        Rule("former NORLAND military men", "j", "p(?=j+[nsp])", NATIONALITIES | PARTISAN),
        Rule("FORMER Norland candidate", "j", "(?:^|(?<=[:\"]))p(?=j*[nsp])", frozenset(["former"])),
        Rule("NORLAND and Western leaders", "j", "p(?=[,jp]*c[jp]+[ns])", NATIONALITIES),
        Rule("two dead, SEVERAL hurt", "d", "(?<=,)j(?=[jnsN])", SEVERAL),
        Rule("such an attack", "d", "j(?=d)", frozenset(["such", "quite", "half"])),
        Rule("defence SHOT down 14", "D", "(?<=[nsp])[nN](?=[ril]r?[dnspq$])", frozenset(["shot"]), after=frozenset(["down"])),
        Rule("defence shot DOWN 14", "l", "(?<=[nsp][nN])[ri](?=r?[dnspq$])", frozenset(["down"]), before=frozenset(["shot"])),
        Rule("ABOUT a dozen men", "r", "i(?=dq)", frozenset(["about", "around", "nearly", "over"]), after=frozenset(["a"])),
        Rule("in Brod EIGHT were killed", "d", "(?:(?<=ip)|(?<=ipp))q(?=[13MNDZ])", NUMERALS),
        Rule("a gun AND grenade attack", "y", "(?<=n)c(?=n[ns])", before=WEAPONS, after=WEAPONS),
        Rule("20 TO 30 men", "q", "(?<=q)[ct](?=q[nspj])", frozenset(["or", "to"]), unless_earlier=frozenset(["from"])),
    )
)
"""Letters that noun groups need otherwise than the tags give them."""
GROUPING_WORDS = frozenset(word for rules in GROUPINGS.rules.values() for rule in rules for word in rule.words or rule.before)
"""In a sentence without any of them, those rules apply to its first word only."""

BEFORE_NUMBER = re.compile("[iOtr](?=d?[q$])")
HEDGES = {
    last: [phrase.split("_") for phrase in " ".join(TABLES.quantities.before.values()).split() if phrase.endswith(f"_{last}")] for last in ("as", "of", "than", "to")
}
"""Last word -> the phrases that hedge a number."""

AGES = re.compile("(?<=[NDj])q(?:[,c]+q(?![jnsp]))+")
BETWEEN_NUMBERS = re.compile("i(?=qcq[nspj])")
BEHIND_NUMBER = re.compile("(?<=q)c(?=[jr][nspj])")
OPEN_ENDS = [phrase.split("_") for phrases in TABLES.quantities.after.values() for phrase in phrases.split() if phrase.startswith("or_")]

NOUN_GROUP = r"""
    o [dq] (?= r* [MZPD1234])                               # "we all" left
  | (?: r+ (?= [jq$] | dq) )? d? d?                              # adverbs before an adjective or number, determiners
    (?: \$ | j | q | - | h
      | (?<= [qj]) p+ (?= j+ n* s)                          # two "Norland" tactical units
      | r (?= r? [jqN] (?: r* | c [jN] ) [jqnsp])           # a "badly damaged" bridge
      | (?<= q) r (?= [jpN]+ s)                             # two "mainly" Norlandic districts
      | N (?= [jcN,-]* [nsp]) | (?<= d) N (?= q)            # a "destroyed" bridge, the "captured" 12 men
      | (?<= [djhq]) G (?= [jc,-]* [nsp])                   # a "burning" house
      | [jN] c (?= [jNp]+ [ns] | [jN]+ p)                   # "political and military" aims
      | (?<= [qO]) j c (?= n+ s)                            # five "military and" rebel deaths
      | (?<= [dhiqO] ) j , (?= [NG] [ns] )                   # a "lawless, terrorized" nation
      | j , (?= j+ [ns] | [jp] ,? c [jp])                   # a "cold, wet" night, "Norland, British and" Swiss firms
      | (?<= [djqh]) " (?= [jnspN])                         # the "so-called" army
    )*
    (?: [nspfy] | (?<= [nspj]) " (?= [ns]) | (?<= [nsp]) - (?= [nspjN]) | (?<= [nsp]) h (?: [djqNG$-] | r (?= [jqN]) )* | (?<= p) \. (?= p | q (?! [jnsp] ) )
      | (?<= p) \( p \) j? (?= [nsp])                       # the "World Guild (WG)" chief
    )*
    (?: [ak] | (?: [nspf] | (?<! [nsp] ) q | \$ q ) (?: q (?! r? [jNGnp]* s | r?[jN]) )? )
  | d (?: r* [jNq] )* [jN] (?! [nsp])                       # the wounded
  | d G (?! [nspdoj])                                       # the fighting
  | [oed] | [dq]
"""
VERB_GROUP = r"""
    (?: t r* "? (?= [B234PDN1]) )?                           # to "destroy"
    (?: (?: [M1234] r* (?: (?<=M) " )? )*? (?: [12] r* "? r* [NGD] | 3 r* "? r* [NDB] | [M4] r* "? r* [BPND] )
      | (?: [M1234] r* (?: (?<=M) " )? )* [M1234]
      | [BZPDGN]
    ) l?
"""
UNIT = re.compile(
    rf"""
    [iOSwc,:().]           # prepositions, conjunctions, commas, marks
  | [BZPD] l?              # a verb of one word
  | o (?! [dq] ) | e | r (?! [rjqd$N] )  # a pronoun, an adverb
  | d? [jq]* [nspf]++ (?= [iOSwctlrMZDBPGN1234,:)doeu] | \( (?! p \) ) | \.?\Z )  # most noun groups: what begins behind them tells that they end there
  | (?: r (?=q) )? d? [jq]* T  # a time before another noun group: "on Monday rebels"
  | (?= [M1234] ) {VERB_GROUP}
  | (?: (?= [^NG] ) (?! (?<= [nspo]) r+ N ) | (?<= [djh]) (?= G) | (?<! [nspo,1M3]) (?<! [13]Nc) (?<! Dc) (?= N) ) (?: {NOUN_GROUP} )
  | {VERB_GROUP}
  | .                      # other marks, adjectives and adverbs of their own
    """,
    re.VERBOSE | re.DOTALL,
)
"""The units of a tag string, which cover it. Nothing is counted in it: a sentence is bounded, and so is what a pattern walks."""
KINDS = {"i": "I", "O": "I", "t": "I", "S": "S", "w": "W", "c": "C", ",": "K", '"': "Q", "r": "R", "l": "R", ".": ".", ":": "."} | dict.fromkeys(
    "$jyh-()u", "X"
)
"""Kinds of units of one letter: prepositions, subordinators (that, if), wh-words, conjunctions, commas, quote marks, adverbs, stops, other marks."""
NOUNS = frozenset("nspfodeqTak")
"""Every noun group has one of these letters, no verb group has any."""
FINITE = frozenset("M134ZPD")
"""A verb group that begins with one of these is finite."""


def _kind(unit: str) -> str:
    """The kind of a unit: N for a noun group, F for a finite verb, V for any other, else by ``KINDS``."""
    return KINDS.get(unit) or ("N" if not NOUNS.isdisjoint(unit) else "F" if unit[0] in FINITE else "V")


KIND = Memo(_kind)


def grouped(tags: str, low: list[str]) -> str:
    """The tag string as noun groups need it."""
    tags = _hedged(tags, low)
    if not ADDRESSED.isdisjoint(low):
        tags = _parted(tags, low)
    for found in PLACED.finditer(tags):
        if low[found.start()] in WITHIN:
            tags = f"{tags[: found.end() - 1]}k{tags[found.end() :]}"
    for found in STATED.finditer(tags):
        if low[found.end() - 1] in DOCUMENT and low[found.start() - 1] in REPORTED:
            tags = f"{tags[: found.end() - 1]}k{tags[found.end() :]}"
    if tags[0] not in "BPZ" and GROUPING_WORDS.isdisjoint(low):
        return tags
    return GROUPINGS.apply(tags, low, tagger().words)


PLACED = re.compile("(?:^|(?<=[.,:S]))i(?:dnO)?p+(?=[ns]r*[DMZ13])")
"""A place before the subject of its clause: "in BROD gunmen left", "in the town of BROD eight were hurt"."""
STATED = re.compile("(?<=D)i[dj]+n+(?=[jp]*sr*[MZDP13])")
"""What something was said in, before the subject of what was: "said in a STATEMENT rebels had fled"."""
REPORTED = frozenset(inflect(verb)[1] for verb in speech.verbs("reports"))
WITHIN = frozenset({"at", "in", "near", "outside"})
ADDRESSED = frozenset(form for verb in speech.verbs("addressed") for form in (verb, *inflect(verb)))
"""Forms of verbs that need whom they tell."""
TOLD = re.compile("r*(?:[djq]*[nsph-]*[nspo][iO])*(?P<run>oq|[djq]*[nsphjN-]*[nsp][nsphjN-]*[nspq])(?=(?:O[djq]*[nsph-]*[nspo])*r*(?P<verb>[MZDP134N]))")
"""Whom somebody tells, with the phrases on it, and the subject of what he tells, before "of", whom it is a part of, and its verb; the last of those groups runs into the subject."""
MEETING = (re.compile("(?<=s)(?=[jnspqN])"), re.compile("(?<=p)(?=[jN]*[ns])|(?<=[po])(?=q$)|(?<=[ns])(?=p)"), re.compile("(?<=[ns])(?=[jN]*[nsq]$)|^p(?=p(?:h[jN]*[ns]+)?$)"))
"""Where two noun groups meet: behind a plural, between a name and a noun, before the last noun or behind the first of two names."""


def _parted(tags: str, low: list[str]) -> str:
    """The tag string with the end of whoever is told before a clause without "that" ("told REPORTERS rebels fled")."""
    letters = list(tags)
    for k in compress(range(len(low)), map(ADDRESSED.__contains__, low)):
        found = TOLD.match(tags, k + 1)
        if found is not None and tags[k] in "ZDPBGN" and (end := _meeting(found["run"], low[found.start("run") :], found["verb"])):
            letters[found.start("run") + end - 1] = "a"
    return "".join(letters)


def _meeting(run: str, low: list[str], verb: str) -> int:
    """How many words of a run of nouns before a verb are whom somebody tells; 0 if all are, or none."""
    heard = [n for n in range(len(run) - 1) if low[n] in HEARING and run[n] != "p"]
    if heard:
        named = re.compile("p+(?=[^p])").match(run, heard[-1] + 1)  # "the broadcaster NRK troops"
        return named.end() if named else heard[-1] + 1
    found = next((place for meeting in (MEETING if verb != "N" else MEETING[:2]) if (place := meeting.search(run)) is not None), None)
    return found.end() if found is not None else 0


def _hedged(tags: str, low: list[str]) -> str:
    """The tag string with the phrases that hedge a number as adverbs before it, as part of it behind it: "up to 90", "as many as 42", "12 or more men", "between 20 and 30 men"; no days, "between 1 and 3 March"."""
    for found in BEFORE_NUMBER.finditer(tags):
        end = found.end()
        size = next((len(phrase) for phrase in HEDGES.get(low[end - 1], ()) if low[max(0, end - len(phrase)) : end] == phrase), 0)
        tags = tags[: end - size] + size * "r" + tags[end:]
    for found in AGES.finditer(tags) if "aged" in low else ():
        if low[found.start() - 1] == "aged":
            tags = tags[: found.start()] + len(found[0]) * "q" + tags[found.end() :]  # "three boys aged 10, 12 and 14 were killed"
    for found in BETWEEN_NUMBERS.finditer(tags):
        k = found.start()
        if low[k] == "between" and low[k + 2] == "and" and low[k + 4] not in ALL_MONTHS:
            tags = tags[:k] + "rqqq" + tags[k + 4 :]
    for found in BEHIND_NUMBER.finditer(tags):
        k = found.start()
        size = next((len(phrase) for phrase in OPEN_ENDS if low[k : k + len(phrase)] == phrase), 0)
        tags = tags[:k] + size * "q" + tags[k + size :]
    return tags


def dated(tags: str, words: Words, times: Container[int]) -> str:
    """The tag string with each day of a month or month of a year as one time of its own: "on Oct. 3 rebels fled", "a raid 3 October in Brod"; inside a verb group it is an adverb."""
    letters = list(tags)
    for start, run in runs_of(words.first, times):
        end = start + run
        if inner := _inside_verb(tags, words, times, start, end):
            letters[inner[0] : inner[1]] = inner[2]
        elif run == 1 and tags[start] == "r" and tags[end : end + 1] in ("j", "q") and words.low[start] in DAYS:
            letters[start] = "T"  # "said yesterday two men had fled"
        elif run > 1 and not ALL_MONTHS.isdisjoint(words.low[start:end]):
            if not _describes(tags, words.low, start, end):
                letters[start:end] = "j" * (run - 1) + "T"
            elif "," in tags[start:end] and tags[start - 1] == "d":
                end += tags[end : end + 1] == ","
                letters[start:end] = "j" * (end - start)  # "the May 4, 2012, attack"
    return "".join(letters)


def _inside_verb(tags: str, words: Words, times: Container[int], start: int, end: int) -> tuple[int, int, str] | None:
    """The words of a date, what leads it, and its verb, with their letters, where an auxiliary stands before: "will on Oct. 3 attack", "had last week fled"."""
    while start and (words.low[start - 1] in LEADING or words.first[start - 1] in times):
        start -= 1
    auxiliary = tags[start - 1 : start]
    verb = end + len(tags[end:]) - len(tags[end:].lstrip("r"))
    if not auxiliary or auxiliary not in "M123" or tags[verb : verb + 1] not in BEHIND_AUXILIARY[auxiliary]:
        return None
    return start, verb + 1, "r" * (verb - start) + ("B" if auxiliary == "M" else tags[verb])


def _describes(tags: str, low: list[str], start: int, end: int) -> bool:
    """Whether a date is part of a noun group, or owns the noun behind it: "the October 3 raid", "after October 3 raids", "October 3's"."""
    if start and tags[start - 1] in "djhqp":
        return True
    return end < len(low) and (tags[end] == "h" or low[end] in ACTS and low[start - 1 : start] != ["on"])


def runs_of(tokens: Sequence[int], times: Container[int]) -> Iterator[tuple[int, int]]:
    """Where words stand one behind the other that begin with one of some tokens, and how many."""
    first = last = -1
    for k in compress(range(len(tokens)), map(times.__contains__, tokens)):
        if first >= 0 and k > last + 1:
            yield first, last + 1 - first
            first = -1
        first, last = k if first < 0 else first, k
    if first >= 0:
        yield first, last + 1 - first


def tells_time(low: list[str], start: int, end: int) -> bool:
    """Whether a noun group is a time: "Monday", "last week", "two years later"."""
    head = low[end - 1]
    if head in DAYS:
        return True
    return head in TIME_UNITS and ((end - start > 1 and (low[start] in DAYS or low[start] in COUNTED_TIMES)) or (end < len(low) and low[end] in BEHIND_TIMES))


AGE_JOINTS = frozenset(["aged", "between", "and", "or", "to", ","])


def tells_age(low: list[str], start: int) -> bool:
    """Whether a number is an age behind its noun: "a man aged 34 was shot", "three boys aged 10, 12 and 14"."""
    k = start - 1
    while k > 0 and low[k] != "aged" and (low[k] in AGE_JOINTS or low[k][0].isdigit() or low[k] in NUMERALS):
        k -= 1
    return low[k] == "aged"


class Shape(NamedTuple):
    """What the letters of a noun group tell, places counted from its first word."""

    head: int
    pronoun: bool
    name: bool
    plural: bool
    number: int
    """The place of its numeral, or -1."""
    owner: int
    """The place of the "'s" behind its owner, or -1."""
    determined: bool


def _shape(letters: str) -> Shape:
    """Head, number and owner of a noun group with these letters."""
    last = len(letters) - 1
    mark = letters.rfind("h")
    inner = mark + 1 if 0 < mark < last else 0
    head = last
    if letters[last] not in HEADS:
        head = max(letters.rfind(letter, inner) for letter in HEADS)
        head = last if head < 0 else head
    letter = letters[head]
    return Shape(head, letter == "o", letter in "pk", letter == "s", letters.find("q", inner), mark if inner else -1, letters[0] == "d")


SHAPES = Memo(_shape)


def noun_group(words: Words, letters: str, start: int, times: Container[int], named: Container[int]) -> NounGroup:
    """The noun group of the words from ``start`` on that have these letters, its head, number and owner; whether it is a known time or name."""
    first, after, low, last = words.first, words.after, words.low, start + len(letters) - 1
    place, pronoun, name, plural, number, mark, determined = SHAPES[letters]
    token, end, head = first[start], after[last], after[start + place] - 1
    time = head in times or (low[last] in TIMES or low[start] in DAYS) and tells_time(low, start, last + 1)
    time = time or number == 0 and start > 0 and low[start - 1] in AGE_JOINTS and tells_age(low, start)
    group = NounGroup(token, end, head, pronoun, name or head in named, plural, time, first[start + number] if number >= 0 else -1, token if determined else -1, end, end)
    if mark >= 0:
        group.owner = noun_group(words, letters[:mark], start, times, named)
    elif determined and last > start and low[start] in POSSESSIVE:
        group.owner = NounGroup(token, after[start], token, True, extent=after[start], reach=after[start])
    return group
