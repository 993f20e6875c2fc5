"""Runs of capitalised words, told apart as persons, organisations, places and roles by their words and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from conflictkit._document import Document
from conflictkit._lexicon import MARK_SHAPES, Memo

from ..grammar import syntax_of
from ..lexicon.claims import THING
from .mentions import Name
from .name_words import (
    ACRONYMS,
    BEHIND,
    BEHIND_TITLE,
    BREAK,
    COMMON,
    CROSSES,
    DEMONYMS,
    FEMALE,
    FIRST_NAMES,
    JOINTS,
    KNOWN,
    MALE,
    MEDIA_NOUNS,
    NAMED_BODIES,
    NATIONS,
    OFFICES,
    ON_AIR,
    ORG_HEADS,
    ORG_NAMES,
    OUTLETS,
    PERSONAL,
    PLACE_HEADS,
    PLACE_TAILS,
    ROLE_NOUNS,
    SPEECH,
    SURE,
    TABLE,
    TITLES,
    WITH_TITLE,
)
from .roles import renamed_role, role_after

Run = tuple[int, int, list[int]]
"""A run before its kind is told: start, end, and the tokens of its words (marks and dots left out)."""
named: Callable[[Iterable[Any]], Name] = Name._make


CAP, DOTTED, INITIAL, LONE, PARTICLE, JOIN, MARK, STOP, OTHER = "CTIApjqs."
"""What a token is to a run: a capitalised word, one before a full stop ("Gen."), an initial, an initial that opens no run ("A", "I"), a
particle, a hyphen, a mark of a nickname, a full stop, none of these."""
PARTICLES, DOTS, MARKS = TABLE.runs.particle, TABLE.runs.dotted, TABLE.runs.nick_mark


def _part(token: str) -> str:
    word = token[:-1] if len(token) > 1 and token[-1] == " " else token
    first = word[0]
    if first.isupper() and word not in PARTICLES:
        broken = word.lower() in BREAK and word not in ACRONYMS
        if len(word) == 1 and first.isascii():
            return LONE if broken else INITIAL
        return OTHER if broken else DOTTED if word.capitalize() in DOTS else CAP
    if first.isalpha():
        return PARTICLE if word in PARTICLES else OTHER
    return MARK if word in MARKS else JOIN if first in MARK_SHAPES["HYPHEN"] else STOP if first in MARK_SHAPES["STOP"] else OTHER


CAPITAL = re.compile(f"[{CAP}{DOTTED}{INITIAL}{LONE}]")
PARTS = Memo(_part)
"""Token -> what it is to a run."""


def _run_pattern() -> re.Pattern[str]:
    """Capitalised words with what may stand between them: dots of titles and initials, a nickname in marks, particles, hyphens."""
    unit = "(?:(?:pj)?[CTIA](?:j[CTIA])*)"
    opening = "(?:(?:pj)?[CTI](?:j[CTIA])*)"
    joint = "(?:(?<=[TIA])s)?(?:q[CTIA]+q)?p*"
    return re.compile(f"{opening}(?:{joint}{unit})*")


RUN = _run_pattern()
LONGEST = 64
"""How many tokens a run may have, marks and dots with them."""


def find_runs(doc: Document, spoken: frozenset[int]) -> list[Name]:
    """Every run of a document with its kind and where its title ends; who the persons are is not told yet."""
    return [name for run in _joined(doc, _runs(doc)) for name in _holder(doc, run) or (_type(doc, run, spoken),)]


def _holder(doc: Document, run: Run) -> tuple[Name, ...]:
    """The body and the person of a run that names both behind an office: "the head of Border Police Ilan Verd", "the spokeswoman of NATO Selma Dray"."""
    low, (start, end, words) = doc.low, run
    if len(words) < 3 or start < 2 or low[start - 1] not in CROSSES:  # noqa: PLR2004
        return ()
    last = max((n for n, w in enumerate(words) if low[w] in ORG_HEADS or len(low[w]) > 1 and doc.toks[w].strip().isupper()), default=-1)
    name, office = words[last + 1 :], syntax_of(doc).group_at(words[-1])
    if last < 0 or len(name) not in (2, 3) or any(low[w] in NATIONS or low[w] in PLACE_TAILS or low[w] in TITLES for w in name):
        return ()
    while office is not None and office.hangs_on is not None and low[office.head] not in ROLE_NOUNS:
        office = office.hangs_on
    if office is None or low[office.head] not in ROLE_NOUNS:
        return ()
    return named((start, start, words[last] + 1, "org", -1)), named((name[0], name[0], end, "person", -1))


def _runs(doc: Document) -> list[Run]:
    """Runs of capitalised words as written, cut where a dash stands free or a compound goes on in small letters."""
    toks, low = doc.toks, doc.low
    out: list[Run] = []
    plain: set[str] = set()
    for a, end in _stretches(toks, frozenset(doc.sentences)):
        begin, words = (a, [a]) if end - a == 1 else _between_dashes(doc, a, end, out)
        if end + 1 < len(toks) and toks[end] == "-" and doc.glued(end - 1) and toks[end + 1][0].islower() and words:
            compound = syntax_of(doc).group_at(end + 1) if len(words) > 1 else None
            if compound is not None and compound.head == end + 1:
                words.append(end + 1)  # Pak Sun-min
            else:
                words.pop()  # US-led, Turkish-backed
        if not words:
            continue
        first = words[0]
        before = toks[first - 1][0] if first else "."
        if before == "-":
            if toks[first - 1] == "-" and doc.glued(first - 1) and first > 1 and toks[first - 2][0].islower():
                words = words[1:]  # pro-Kurdish, anti-US
        elif before == "[" and low[first] == "begin":
            words = words[1:]  # "[Begin Rask recording]"
        elif not before.isalnum() and before not in WITHIN and low[first] not in KNOWN and toks[first].rstrip() not in ACRONYMS:
            plain = plain or set(toks)
            words = words[1:] if _qualifies(doc, words) else _opening(low, words, plain)
        if words:
            out.append((begin if words[0] == first else words[0], words[-1] + 1, words))
    return out


WITHIN = frozenset(",;-–—(")
"""Marks behind which a sentence goes on."""


def _between_dashes(doc: Document, begin: int, end: int, out: list[Run]) -> tuple[int, list[int]]:
    """The words of a stretch; those before a free dash are a run of their own."""
    words: list[int] = []
    for k in range(begin, end):
        tok = doc.toks[k]
        if tok[0].isalpha():
            words.append(k)
        elif tok[0] in "-‐‑‒–" and not (doc.glued(k) and doc.glued(k - 1)) and doc.low[k + 1] != "operation":
            if words:
                out.append((begin, k, words))
            begin, words = k + 1, []
    return begin, words


def _qualifies(doc: Document, words: list[int]) -> bool:
    """Whether the first word of a sentence is an adjective of the noun that a people or a body stands before: "Heavy Norlandic shelling", "New UN sanctions"."""
    if len(words) != 2 or words[1] - words[0] != 1:  # noqa: PLR2004
        return False
    (first, other), (opener, tok) = (doc.low[w] for w in words), (doc.toks[w].rstrip() for w in words)
    modifies = DEMONYMS.get(other) or tok.isupper() and (other in NATIONS or other in ORG_NAMES)
    if not modifies or opener.isupper() or first in PLACE_HEADS and first != "new" or f"{first} {other}" in NATIONS:
        return False
    group = syntax_of(doc).group_at(words[1])
    return group is not None and group.head > words[1]


def _opening(low: Sequence[str], words: list[int], plain: set[str]) -> list[int]:
    """The words of a run that opens a sentence, without a first one that only its place gives a capital; ``plain`` are the document's tokens."""
    small = low[words[0]]
    if len(words) == 1 and (small in COMMON or small.endswith("ly")):
        return []
    common = (small + " " in plain or small in plain) and small not in WITH_TITLE
    if not common and (len(words) == 1 or not small.endswith(("ing", "ly"))):
        return words
    return words if len(words) > 2 and low[words[1]] not in PERSONAL and small not in SPEECH else words[1:]  # noqa: PLR2004


def _stretches(toks: Sequence[str], starts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where capitalised words stand in one sentence, one after another or joined by what RUN allows."""
    parts, done = "".join(map(PARTS.__getitem__, toks)), 0
    for k in [capital.start() for capital in CAPITAL.finditer(parts)]:
        if k < done:
            continue
        first = k - 2 if k - 2 >= done and parts[k - 1] == JOIN and parts[k - 2] == PARTICLE else k
        if first == k and parts[k + 1 : k + 2] in ("", OTHER):
            if parts[k] != LONE:
                done = k + 1
                yield k, done
            continue
        found = RUN.match(parts, first, k + LONGEST)
        if found:
            done = found.end()
            if not starts.isdisjoint(range(first + 1, done)):
                done = next(filter(starts.__contains__, range(first + 1, done)))
            yield first, done - (toks[done - 1][0] == "." and done in starts)


def _joined(doc: Document, runs: list[Run]) -> list[Run]:
    """Runs made one where a preposition belongs to the name: "Ministry of Defense", "Embassy in Iraq", "Secretary of State X"."""
    low = doc.low
    out: list[Run] = []
    for run in runs:
        while out and low[out[-1][1]] in JOINTS and _joins(doc, out[-1], run):
            first, _, before = out.pop()
            run = (first, run[1], before + run[2])  # noqa: PLW2901 - it grows
        out.append(run)
    return out


OFFICE_OF = frozenset({"ambassador", "envoy", "committee", "coalition", "campaign"})
JOINTS_OF = {"of": frozenset({"voice"}), "to": OFFICE_OF, "in": frozenset({"embassy", "command", "consulate"}), "on": frozenset({"institute", "council", "committee"})}
"""A preposition -> the words of names that go on over it."""


def _joins(doc: Document, run: Run, behind: Run) -> bool:
    """Whether a preposition, alone or with "the", belongs to the name whose halves are two runs."""
    low, (_, last, before), (start, _, words) = doc.low, run, behind
    gap, tail = low[last:start], low[before[-1]]
    if gap[1:] not in ([], ["the"]):
        return False
    joint, alone = gap[0], len(gap) == 1
    if joint == "of" and alone and tail in TITLES and (low[words[0]] in OFFICES or low[words[0]] in NATIONS and len(words) > 2):  # noqa: PLR2004
        return True
    if joint in CROSSES and tail not in TITLES and any(low[w] in ORG_HEADS for w in before):
        return True
    return tail in JOINTS_OF.get(joint, ()) or joint == "and" and alone and (low[before[0]] == "ministry" or _is_half(doc, run, words))


def _is_half(doc: Document, before: Run, words: list[int]) -> bool:
    """Whether a run behind "the" is the first half of a body's name: "the Food and Agriculture Organization", "the Justice and Truth Project"."""
    start, end, _ = before
    opens = start > 0 and doc.low[start - 1] == "the" and len(words) > 1 and doc.low[words[-1]] in ORG_HEADS
    return opens and KIND_OF_ONE[doc.toks[end - 1]] == "other"


IN_NAMES = TABLE.titles.names
"""Titles that are first names too."""


def _strip_title(low: Sequence[str], words: Sequence[int]) -> int:
    """How many words of a run are its title: all up to the last title word that has a name behind it; ``words`` are where they stand in ``low``."""
    cut = 0
    for n, w in enumerate(words[:-1]):
        if low[w] in TITLES:
            if low[w] in IN_NAMES and cut and n > cut:  # Sheikh Sharif Sheikh Ahmed
                break
            cut = n + 1
    if not cut and len(words) > 2:  # noqa: PLR2004
        opener = low[words[0]]
        if opener in ROLE_NOUNS or opener == "staff" or (low[words[1]] in FIRST_NAMES and opener not in FIRST_NAMES and (opener in WITH_TITLE or opener in NATIONS)):
            cut = 1  # Prosecutor X Y, Belgian Didier Y
        else:
            cut = _behind_role(low, words)
    if cut and low[words[cut]] in OFFICES and words[cut] - words[cut - 1] > 1:  # Secretary of State X
        while cut < len(words) - 1 and low[words[cut]] in OFFICES:
            cut += 1
    while cut and len(words) - cut > 1 and (low[words[cut]] in BEHIND_TITLE or len(words) - cut > 2 and low[words[cut]] in NATIONS):  # noqa: PLR2004
        cut += 1
    return cut


def _behind_role(low: Sequence[str], words: Sequence[int]) -> int:
    """How many words stand before a name of two or three words with a role before it: "Relief Coordinator X Y"; 0 if none does."""
    n = next((n for n in range(len(words) - 3, max(len(words) - 5, 0), -1) if low[words[n]] in ROLE_NOUNS), 0)
    name = [low[w] for w in words[n + 1 :]]
    return n + 1 if n and low[words[0]] not in FIRST_NAMES and ORG_HEADS.isdisjoint(name) and NATIONS.keys().isdisjoint(name) and name[-1] not in PLACE_TAILS | ROLE_NOUNS else 0


def _type(doc: Document, run: Run, spoken: frozenset[int]) -> Name:
    """The kind of a run: by its words, and where they do not tell by what stands around it."""
    start, end, words = run
    if len(words) > 2 and lettered(doc, words[-1]):  # noqa: PLR2004
        run = start, end, words = start, end, words[:-1]
    if start and (doc.low[start - 1] in MEDIA_NOUNS or (doc.toks[start - 1] == "The " and "the " + doc.low[start] in OUTLETS)):
        return named((start, start, end, "media", -1))  # "the newspaper X", "The Independent"
    if doc.low[start : start + 2] == ["voice", "of"]:
        return named((start, start, end, "media", -1))  # "Voice of Norland"
    if end - start == 1:
        return named((start, start, end, KIND_OF_ONE[doc.toks[start]], -1))
    if doc.low[words[-1]] in ON_AIR:
        return named((start, start, end, "media", -1))  # "al-Kadra TV"
    kind, cut = _kind(doc, run)
    if not kind:
        kind = "person" if _person_score(doc, words[cut:], run, spoken) >= SURE else "other"
    return Name(start, words[cut] if cut or kind == "person" else start, end, kind, -1)


def lettered(doc: Document, k: int) -> bool:
    """Whether token k is letters in capitals that stand behind a name: "Ana Ruiz QC"."""
    return doc.low[k] in BEHIND and doc.toks[k].strip().isupper()


def _kind_of_one(token: str) -> str:
    """The kind of a run of one word."""
    word = token.rstrip()
    low = word.lower()
    if low in OUTLETS:
        return "media"
    low = low.replace("’", "'")
    if low in NATIONS:
        return "place"
    if low in TITLES and low not in FIRST_NAMES:
        return "role"
    return "org" if low in ORG_HEADS or low in ORG_NAMES or (len(word) > 1 and word.isupper() and low not in THING) else "other"


KIND_OF_ONE = Memo(_kind_of_one)
"""Token -> its kind where it is a run of its own."""


class Spelt(NamedTuple):
    """The words of a run in small letters."""

    words: list[str]
    rest: list[str]
    """Those behind its title."""
    written: str
    """All of it, with its marks."""
    apart: bool
    """Something stands between its first two words: "Secretary of State"."""
    before: str
    """The word before it."""

    @property
    def cut(self) -> int:
        return len(self.words) - len(self.rest)

    @property
    def headed(self) -> bool:
        """Whether a word behind the title is one of bodies: "Council"."""
        return not ORG_HEADS.isdisjoint(self.rest)


def _is_office(run: Spelt) -> bool:
    """ "Secretary of State", "Chief of Defence Forces"."""
    titled = run.words[0] in TITLES and run.apart
    return titled and (run.cut == 0 or len(run.rest) == 1 and OFFICES.issuperset(run.words[1:]))


def _is_role(run: Spelt) -> bool:
    """A title alone, or behind "the" words that end in a role: "the Humanitarian Coordinator"."""
    first, last = run.rest[0], run.rest[-1]
    if last in TITLES and last not in FIRST_NAMES:
        return True
    return not run.headed and len(run.rest) > 1 and last in ROLE_NOUNS and run.before == "the" and first not in FIRST_NAMES


def _is_body(run: Spelt) -> bool:
    """Words with one of bodies among them, unless a title stands before a short name that ends otherwise."""
    personal = run.cut and run.rest[-1] not in ORG_HEADS and len(run.rest) <= 3 and run.rest[0] in FIRST_NAMES  # noqa: PLR2004
    return run.headed and not personal or not ORG_NAMES.isdisjoint(run.rest)


BY_WORDS: tuple[tuple[str, Callable[[Spelt], bool]], ...] = (
    ("media", lambda run: run.written in OUTLETS or " ".join(run.words) in OUTLETS),
    ("place", lambda run: " ".join(run.words) in NATIONS),
    ("org", lambda run: " ".join(run.words) in NAMED_BODIES),
    ("role", _is_office),
    ("role", _is_role),
    ("person", lambda run: run.cut > 0 and not run.headed),
    ("org", _is_body),
)
"""The kinds that the words of a run tell, in this order."""


def _kind(doc: Document, run: Run) -> tuple[str, int]:
    """The kind that the words alone tell of a run ("" when they do not) and how many of them are a title."""
    low, (start, end, places) = doc.low, run
    words, cut = [low[w] for w in places], _strip_title(low, places)
    written = doc.words(start, end).lower() if end - start > len(places) else ""
    spelt = Spelt(words, words[cut:], written, len(places) > 1 and places[1] - places[0] > 1, low[start - 1] if start else "")
    kind = next((kind for kind, tells in BY_WORDS if tells(spelt)), "")
    return kind, cut if kind in ("person", "") else 0


def _person_score(doc: Document, words: list[int], run: Run, spoken: frozenset[int]) -> int:
    """Signs that a run without a title is a person; that it speaks is none behind "the"."""
    start, end, _ = run
    speaks = 2 * (end in spoken) if not start or doc.low[start - 1] != "the" else 0
    return _by_words(doc, words) + _by_words_before(doc, start) + _by_words_behind(doc, end) + speaks


def _by_words(doc: Document, words: list[int]) -> int:
    """What the words of a run say for or against a person."""
    low = doc.low
    first, last = low[words[0]], low[words[-1]]
    score = 1 if 2 <= len(words) <= 5 else 0  # noqa: PLR2004
    if first in FIRST_NAMES:
        score += 4
    elif len(words) > 2 and low[words[1]] in FIRST_NAMES:  # noqa: PLR2004
        score += 3
    if last in PLACE_TAILS or first in PLACE_HEADS or DEMONYMS.get(last):
        score -= 5
    elif last in NATIONS:
        score -= 2
    if first in NATIONS:
        score -= 4
    capitals = first not in GIVEN and any(len(doc.toks[w].strip()) > 2 and doc.toks[w].strip().isupper() for w in words)  # noqa: PLR2004 - "Ana RUIZ"
    return score - 6 * capitals


GIVEN = MALE | FEMALE
"""First names behind which capitals are a family name."""
BEFORE_PERSON: dict[str, int] = {**dict.fromkeys(("in", "near", "at"), -2), "the": -3, **dict.fromkeys(SPEECH, 2), "named": 3, "called": 3, **dict.fromkeys(ROLE_NOUNS, 3)}
"""The word before a run -> what it says for or against a person."""


def _by_words_before(doc: Document, start: int) -> int:
    """What stands before a run: a role, a verb of speech, an age ("12-year-old"), "identified as"."""
    low = doc.low
    before, other = low[start - 1] if start else "", low[start - 2] if start > 1 else ""
    if before == "as":
        return 3 * (other in {"identified", "named", "known"})
    return 3 if before == "old" and other == "-" else BEFORE_PERSON.get(before, 0)


def _by_words_behind(doc: Document, end: int) -> int:
    """What stands behind a run: a verb of speech, an age, "who"; and the role that it has in apposition."""
    low, syntax = doc.low, syntax_of(doc)
    behind = low[end : end + 2]
    score = 2 * (behind[:1] != [] and behind[0] in SPEECH)
    if behind[:1] == [","] and len(behind) > 1:
        score = 3 if behind[1].isdigit() and len(behind[1]) < 3 else 2 * (behind[1] == "who")  # noqa: PLR2004
    group = syntax.group_at(end - 1)
    renames = group is not None and renamed_role(doc, group)
    return score + 3 * bool(role_after(doc, syntax, end) or renames)
