"""Names in a document without a model: runs of capitalised words, told apart as persons, organisations, places and roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from conflictkit._document import Document
from conflictkit._lexicon import Lexicon, read_tables
from conflictkit.english.spelling import near, word_key

TABLE: dict[str, Any] = read_tables("conflictkit.english", "speakers.toml")
"""The word lists of names and speakers."""

CAPITALS = frozenset(place for places in TABLE["nations"].values() for place in places[1:])
"""Second names of nations: capitals, abbreviations, peoples; a person may have such a name too."""
TITLES = frozenset(TABLE["titles"]["any"].split())
WITH_TITLE = frozenset(TABLE["titles"]["with"].split())
FEMALE_ROLES = frozenset(TABLE["titles"]["female"].split())
MALE_ROLES = frozenset(TABLE["titles"]["male"].split())
OFFICES = frozenset(TABLE["offices"]["words"].replace(",", "").split())
ROLE_NOUNS = frozenset(TABLE["roles"]["person"].split()) | TITLES
EITHER = frozenset(TABLE["first_names"]["either"].split())
MALE = frozenset(TABLE["first_names"]["male"].split()) - EITHER
FEMALE = frozenset(TABLE["first_names"]["female"].split()) - MALE - EITHER
FIRST_NAMES = MALE | FEMALE | EITHER
ORG_HEADS = frozenset(TABLE["organizations"]["heads"].split())
ORG_NAMES = frozenset(name.lower() for name in TABLE["organizations"]["names"].split())
BODIES = frozenset(form for group in TABLE["same"]["bodies"] for form in group)
OUTLETS = frozenset(name.lower() for name in TABLE["media"]["outlets"])
PLACE_TAILS = frozenset(TABLE["places"]["tails"].split())
PLACE_HEADS = frozenset(TABLE["places"]["heads"].split())
DEMONYMS: dict[str, str] = {name: name for name in TABLE["nations"]}
PLACES: dict[str, str] = {place: name for name, places in TABLE["nations"].items() for place in places}
NATIONS = PLACES | DEMONYMS
"""Country, capital or demonym in small letters -> the demonym that stands for the nation."""
PEOPLES = frozenset(TABLE["groups"]["peoples"].split()) | {word for word in PLACES if word.removesuffix("s") in NATIONS and word.endswith("s")}
"""Plurals of a people: many speak, no government."""
LONG_BODIES = tuple(sorted((tuple(n.split()) for n in (*PLACES, *DEMONYMS, "united nations", "security council", "islamic state") if " " in n), key=len, reverse=True))

PERSONAL = FIRST_NAMES | TITLES
KNOWN = PERSONAL | NATIONS.keys()
TABLE_WORDS = frozenset(" ".join(TABLE[k][n] for k, n in (("groups", "nouns"), ("government", "nouns"), ("military", "nouns"), ("documents", "nouns"))).split())
"""Nouns that are no name even where a sentence begins with them."""
COMMON = TABLE_WORDS - ORG_NAMES

SPEECH = frozenset(
    "said says told added wrote tweeted stated explained warned noted argued claimed insisted asked announced confirmed denied replied continued "
    "testified declared reported acknowledged admitted recalled suggested stressed emphasized vowed pledged urged called described commented who whose".split()
)
NOT_SUBJECT_BEFORE = frozenset(
    "of in on at by for from with to against near around into over under between among within about via per like than through towards toward "
    "’s 's including son".split()
)
NO_ROLE = frozenset(TABLE["NAME_BREAK"].lower().split()) | SPEECH | NOT_SUBJECT_BEFORE
"""Words that never belong to the role before a name."""
PLACED = frozenset({"in", "near", "at", "outside", "around"})
"""Words behind which a place stands."""
UNCOUNTED = frozenset({"of", "for", "the", "and", "in", "on", "to"})
"""Words that give an acronym no letter."""
BESIDE_OUTLET = frozenset({"news", "newspaper", "daily", "radio", "television", "agency", "magazine"})
"""Words before which an outlet stands."""
JOINTS = frozenset({"of", "for", "to", "in", "on", "and"})
"""Words over which a name may go on."""
CROSSES = frozenset({"of", "for"})
GENDERED = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
FINITE = frozenset("have has had is was were are will would can could may might did does do".split())
"""Verbs that show that what follows a comma is no apposition."""
BEFORE_TITLE = ROLE_NOUNS | WITH_TITLE | frozenset("opposition party group rebel force militia brigade unit faction movement".split())
"""Small words that belong to the title behind them."""
SURE = 2
"""From which score on a run is a person."""
LOOK_AHEAD = 25
"""How many tokens after a name are searched for a pronoun that tells its gender."""


class Name(NamedTuple):
    """A run of capitalised words: ``first`` is where its title begins, ``start`` to ``end`` the name itself (tokens)."""

    first: int
    start: int
    end: int
    kind: str  # person, org, place, media, role, other
    person: int  # index into ``Names.people``, -1 for what is no person


class Person:
    """One human being of the document with what is said of him or her anywhere."""

    __slots__ = ("family", "gender", "name", "nations", "roles", "seen", "words")

    def __init__(self, name: str, words: list[str]) -> None:
        self.name: str = name
        self.words: list[str] = words
        self.family: str = words[-1]
        self.gender: str = ""
        self.roles: list[str] = []
        self.nations: set[str] = set()
        self.seen: list[int] = []


class Names:
    """All names of a document, in text order, with its people and the long forms of its organisations."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.runs: list[Name] = []
        self.starts: list[int] = []
        self.people: list[Person] = []
        self.long_forms: dict[str, str] = {}
        self.by_family: dict[str, list[int]] = {}

    def within(self, a: int, b: int) -> list[Name]:
        """The names that begin at tokens a to b (exclusive)."""
        return self.runs[bisect_left(self.starts, a) : bisect_left(self.starts, b)]

    def add_person(self, name: str, words: list[str]) -> int:
        """A new person."""
        self.people.append(Person(name, words))
        self.by_family.setdefault(word_key(words[-1]), []).append(len(self.people) - 1)
        return len(self.people) - 1


class _Run(NamedTuple):
    start: int
    end: int
    words: list[int]  # tokens of its words: marks and dots left out
    first: int = -1


_patterns: dict[tuple[int, int], tuple[Lexicon, re.Pattern[str]]] = {}


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """The regular expression of a run over the class string; made anew when the alphabet has grown."""
    key = (id(lexicon), lexicon.size)
    found = _patterns.get(key)
    if found is None:
        broken = set(lexicon.chars("NAME_BREAK"))
        initials = set(lexicon.chars("INITIAL"))
        cap = (set(lexicon.chars("CAP")) - broken) | (initials & set(lexicon.chars("CAP")))
        low = set(lexicon.chars("PARTICLE")) - cap
        dot = initials | set(lexicon.chars("TITLE_DOT"))

        def some(chars: Iterable[str]) -> str:
            joined = "".join(map(re.escape, sorted(chars)))
            return f"[{joined}]" if joined else "(?!)"

        c, p, h = some(cap), some(low), some(lexicon.chars("HYPHEN"))
        q, s = some(lexicon.chars("NICK_MARK")), some(lexicon.chars("STOP"))
        unit = f"(?:(?:{p}{h})?{c}(?:{h}{c})*)"
        opening = f"(?:(?:{p}{h})?{some(cap - broken)}(?:{h}{c})*)"
        joint = f"(?:(?<={some(dot)}){s})?(?:{q}{c}{{1,3}}{q})?{p}{{0,2}}"
        found = (lexicon, re.compile(f"{opening}(?:{joint}{unit}){{0,11}}"))
        _patterns.clear()
        _patterns[key] = found
    return found[1]


def find_names(doc: Document, spoken: frozenset[int] = frozenset()) -> Names:
    """Every name of the document; ``spoken`` are the tokens where the head of a speaker's mention ends."""
    names = Names(doc)
    runs = _typed(doc, _joined(doc, _runs(doc)), spoken)
    _people(names, runs)
    _single_words(names, runs, spoken)
    names.runs = runs
    names.starts = [run.start for run in runs]
    _long_forms(names)
    _roles(names)
    return names


def _runs(doc: Document) -> list[_Run]:
    """Runs of capitalised words as written, cut where a dash stands free or a compound goes on in small letters."""
    toks, low, out = doc.toks, doc.low, []
    plain: set[str] | None = None
    for found in _pattern(doc.lexicon).finditer(doc.cls):
        a, end = found.span()
        begin, words, k = a, [], a
        if end - a == 1:  # most are one word
            words, k = [a], end
        while k < end:
            tok = toks[k]
            if tok[0].isalpha():
                words.append(k)
            elif tok[0] in "-‐‑‒–" and not (doc.glued(k) and doc.glued(k - 1)) and low[k + 1] != "operation":
                if words:
                    out.append(_Run(begin, k, words))
                begin, words = k + 1, []
            k += 1
        if end + 1 < len(toks) and toks[end] == "-" and doc.glued(end - 1) and toks[end + 1][0].islower() and words:
            words.pop()  # US-led, Turkish-backed
            end = words[-1] + 1 if words else begin
        if not words:
            continue
        first = words[0]
        opening = first == 0 or toks[first - 1][0] in ".!?:\n\r“\"‘•*" or not toks[first - 1][0].isalnum() and toks[first - 1][0] not in ",;-–—("
        if opening and len(words) == 1 and low[first] in COMMON:
            continue
        if opening and low[first] not in KNOWN:
            if plain is None:
                plain = set(toks)
            small = low[first]
            common = small + " " in plain or small in plain
            if (common and low[first] not in WITH_TITLE) or (len(words) > 1 and small.endswith(("ing", "ly"))):
                if len(words) == 1:
                    continue
                if not (len(words) > 2 and low[words[1]] not in PERSONAL) or small in SPEECH:
                    words = words[1:]
                    begin = words[0]
        out.append(_Run(begin, words[-1] + 1, words))
    return out


def _joined(doc: Document, runs: list[_Run]) -> list[_Run]:
    """Runs made one where a preposition belongs to the name: "Ministry of Defense", "Embassy in Iraq", "Secretary of State X"."""
    low = doc.low
    out: list[_Run] = []
    for run in runs:
        while out:
            last = out[-1]
            if not 1 <= run.start - last.end <= 2 or low[last.end] not in JOINTS:  # noqa: PLR2004
                break
            gap = low[last.end : run.start]
            if len(gap) > 1 and gap[1] != "the":
                break
            tail = low[last.words[-1]]
            head = any(low[w] in ORG_HEADS for w in last.words)
            if gap[0] == "of" and tail in TITLES and low[run.words[0]] in OFFICES and len(gap) == 1:
                pass
            elif tail in {"ambassador", "envoy"} and gap[0] == "to":
                pass
            elif gap[0] in CROSSES and head and tail not in TITLES:
                pass
            elif gap[0] == "in" and tail in {"embassy", "command", "consulate"} or gap[0] == "on" and tail in {"institute", "council", "committee"} or gap == ["and"] and low[last.words[0]] == "ministry":
                pass
            else:
                break
            out.pop()
            run = _Run(last.start, run.end, last.words + run.words)
        out.append(run)
    return out


def _typed(doc: Document, runs: list[_Run], spoken: frozenset[int]) -> list[Name]:
    """The kind of each run, and where its title ends."""
    return [_type(doc, run, spoken) for run in runs]


def _strip_title(low: Sequence[str], words: Sequence[int]) -> int:
    """How many words of a run are its title: all up to the last title word that has a name behind it; ``words`` are where they stand in ``low``."""
    cut = 0
    for n, w in enumerate(words[:-1]):
        if low[w] in TITLES:
            cut = n + 1
    if cut and low[words[cut]] in OFFICES and words[cut] - words[cut - 1] > 1:  # Secretary of State X
        while cut < len(words) - 1 and low[words[cut]] in OFFICES:
            cut += 1
    while cut and cut < len(words) - 1:
        rest = tuple(low[w] for w in words[cut : cut + 2])
        if rest in LONG_BODIES and len(words) - cut > 2:
            cut += 2
        elif low[words[cut]] in NATIONS and len(words) - cut > 2:
            cut += 1
        else:
            break
    return cut


def _type(doc: Document, run: _Run, spoken: frozenset[int]) -> Name:
    """The kind of a run: by its words, and where they do not tell by what stands around it."""
    start, end, words = run.start, run.end, run.words
    if end - start == 1:
        return Name(start, start, end, _kind_of_one(doc.toks[start].rstrip(), doc.low[start]), -1)
    kind, cut = _kind(doc.text[doc.off[start] : doc.end(end - 1)], tuple(doc.low[start:end]), tuple([w - start for w in words]))
    if not kind:
        kind = "person" if _person_score(doc, words[cut:], run, spoken) >= SURE else "other"
    return Name(start, words[cut] if cut or kind == "person" else start, end, kind, -1)


@lru_cache(maxsize=50_000)
def _kind_of_one(text: str, low: str) -> str:
    return _kind(text, (low,), (0,))[0]


@lru_cache(maxsize=50_000)
def _kind(text: str, low: tuple[str, ...], words: tuple[int, ...]) -> tuple[str, int]:
    """The kind that the words alone tell of a run ("" when they do not) and how many of them are a title."""
    spelt = [low[w] for w in words]
    whole = " ".join(spelt)
    if whole in OUTLETS or text.lower() in OUTLETS:
        return "media", 0
    if whole in NATIONS:
        return "place", 0
    cut = _strip_title(low, words)
    rest = spelt[cut:]
    if rest[-1] in TITLES and rest[-1] not in FIRST_NAMES:
        return "role", 0
    heads = not ORG_HEADS.isdisjoint(rest)
    if cut and not heads:
        return "person", cut
    if heads and not (cut and rest[-1] not in ORG_HEADS and len(rest) <= 3 and rest[0] in FIRST_NAMES):
        return "org", 0
    if not ORG_NAMES.isdisjoint(rest):
        return "org", 0
    if len(words) == 1:
        return "org" if len(text) > 1 and text.isupper() else "other", 0
    return "", cut


def _person_score(doc: Document, words: list[int], run: _Run, spoken: frozenset[int]) -> int:
    """Signs that a run without a title is a person."""
    low, end = doc.low, run.end
    before = low[run.start - 1] if run.start else ""
    after = low[end] if end < len(low) else ""
    score = 1 if 2 <= len(words) <= 5 else 0
    if before in ROLE_NOUNS:
        score += 3
    if low[words[0]] in FIRST_NAMES:
        score += 4
    elif len(words) > 2 and low[words[1]] in FIRST_NAMES:
        score += 3
    if after in SPEECH:
        score += 2
    elif after == "," and end + 1 < len(low):
        upto = low[end + 1 : end + 12]
        if upto[0].isdigit() and 0 < len(upto[0]) < 3:
            score += 3
        elif upto[0] in {"a", "an", "the"} or upto[0] in ROLE_NOUNS:
            score += 3 if any(w in ROLE_NOUNS for w in upto) else 0
        if run.start and before == ",":
            score += 2 if any(w in ROLE_NOUNS for w in low[max(0, run.start - 18) : run.start]) else 0
    if before in SPEECH:
        score += 2
    elif before in {"as", "named", "called"} and run.start > 1 and (before != "as" or low[run.start - 2] in {"identified", "named", "known"}):
        score += 3
    if end in spoken:
        score += 2
    if before == "the":
        score -= 3
    elif before in {"in", "near", "at"}:
        score -= 2
    if low[words[-1]] in PLACE_TAILS or low[words[0]] in PLACE_HEADS or DEMONYMS.get(low[words[-1]]):
        score -= 5
    elif low[words[-1]] in NATIONS:
        score -= 2
    if low[words[0]] in NATIONS:
        score -= 4
    if any(len(doc.toks[w].strip()) > 2 and doc.toks[w].strip().isupper() for w in words):
        score -= 6
    return score


def _words(doc: Document, name: Name) -> list[str]:
    """The words of a person's name that can be shortened or respelt: no marks, no "Jr."."""
    words = [doc.low[k] for k in range(name.start, name.end) if doc.toks[k][0].isalpha()]
    while len(words) > 1 and words[-1] in {"jr", "sr", "ii", "iii", "iv"}:
        words.pop()
    return words


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether one full name is another form of a second: the same family name and first names that do not disagree."""
    if not near(short[-1], long[-1]):
        return False
    one, two = ([w.rstrip(".") for w in x[:-1]] for x in (short, long))
    if not one or not two or near(one[0], two[0]) or one[0] in two or two[0] in one:
        return True
    return (len(one[0]) == 1 or len(two[0]) == 1) and one[0][:1] == two[0][:1]


def _people(names: Names, runs: list[Name]) -> None:
    """Persons from the names of two or more words, the forms of one name made one."""
    doc = names.doc
    memo: dict[str, int] = {}
    for n, run in enumerate(runs):
        if run.kind != "person":
            continue
        words = _words(doc, run)
        if len(words) < 2:
            continue
        text = doc.text[doc.off[run.start] : doc.end(run.end - 1)]
        who = memo.get(text, -1)
        if who < 0:
            family = names.by_family.get(word_key(words[-1]), ())
            fits = [i for i in family[:20] if _fits(words, names.people[i].words)]
            who = fits[0] if fits else names.add_person(text, words)
            memo[text] = who
        person = names.people[who]
        if len(words) > len(person.words):
            person.name, person.words = text, words
        person.seen.append(run.start)
        runs[n] = Name(run.first, run.start, run.end, "person", who)


def _single_words(names: Names, runs: list[Name], spoken: frozenset[int]) -> None:
    """One-word names: the surname of a known person, or a new person where a title or a speech verb says so."""
    doc, people = names.doc, names.people
    firsts: dict[str, list[int]] = {}
    for i, person in enumerate(people):
        firsts.setdefault(person.words[0], []).append(i)
    long_families = [(i, p.family) for i, p in enumerate(people) if len(p.family) >= 6][:200]
    memo: dict[str, tuple[int, ...]] = {}
    things: set[str] | None = None
    for n, run in enumerate(runs):
        if run.person >= 0 or run.kind not in {"person", "other", "place"}:
            continue
        words = [doc.low[run.start]] if run.end - run.start == 1 else _words(doc, run)
        if len(words) == 2 and words[0] in {"al", "el", "as", "ash", "ad", "az"}:
            words = words[1:]
        if run.kind == "place" and not (len(words) == 1 and run.first == run.start and words[0] in CAPITALS and names.by_family.get(word_key(words[0]))):
            continue
        if len(words) != 1:
            continue
        word = words[0]
        owners = memo.get(word)
        if owners is None:
            owners = tuple(names.by_family.get(word_key(word), ())[:20])
            if not owners and len(word) >= 7:
                owners = tuple(i for i, family in long_families if near(word, family))
            if not owners and (run.kind == "other" or word not in FIRST_NAMES):
                owners = tuple(i for i in firsts.get(word, ())[:2] if run.kind == "other" or people[i].seen[0] < run.start)
                owners = owners if len(owners) == 1 else ()
            if not owners:
                bare = word.removeprefix("al-")
                owners = tuple(i for i, family in long_families if family == bare)
            memo[word] = owners
        if things is None and run.end in spoken:
            things = _things(doc, runs)
        who = _owner(names, run, owners)
        if who < 0 and (run.kind == "person" or run.end in spoken and word not in TABLE_WORDS and word not in (things or ()) and not (run.start and doc.low[run.start - 1] == "the")):
            who = names.add_person(doc.text[doc.off[run.start] : doc.end(run.end - 1)], words)
            memo[word] = (who,)
        if who >= 0:
            people[who].seen.append(run.start)
            runs[n] = Name(run.first, run.start, run.end, "person", who)


def _things(doc: Document, runs: list[Name]) -> set[str]:
    """Words that stand somewhere as a place ("in X", "the town of X") or as an outlet ("X news agency"), and so name no person."""
    low, found = doc.low, set()
    for run in runs:
        k = run.start - 1
        if (k >= 0 and (low[k] in PLACED or (low[k] == "of" and k and low[k - 1] in PLACE_TAILS))) or low[run.end : run.end + 1] and low[run.end] in BESIDE_OUTLET:
            found.add(low[run.start])
    return found


def _owner(names: Names, run: Name, owners: tuple[int, ...]) -> int:
    """The person that a surname stands for: of several the one whose gender the title fits, else the one seen last."""
    if not owners:
        return -1
    if len(owners) == 1:
        return owners[0]
    title = names.doc.low[run.first] if run.first < run.start else ""
    gender = "f" if title in FEMALE_ROLES else "m" if title in MALE_ROLES else ""
    fits = [i for i in owners if not gender or _first_gender(names.people[i].words) in ("", gender)] or list(owners)
    low = names.doc.low
    return max(fits, key=lambda i: max((k for k in names.people[i].seen[-3:] if k < run.start and low[k - 1] != "of"), default=-1))


def _first_gender(words: list[str]) -> str:
    for word in words[:-1][:2]:
        if word in MALE:
            return "m"
        if word in FEMALE:
            return "f"
    return ""


def _long_forms(names: Names) -> None:
    """Acronyms with the long forms that stand before them in brackets or are made of their letters."""
    doc, low, toks = names.doc, names.doc.low, names.doc.toks
    long: list[tuple[Name, str]] = []
    acronyms: list[str] = []
    present: set[str] = set()
    outlets: dict[str, str] = {}
    for n, run in enumerate(names.runs):
        if run.kind not in {"org", "other", "media"}:
            continue
        text = doc.text[doc.off[run.start] : doc.end(run.end - 1)]
        if run.kind == "media":
            article = "The " if ("the " + text.lower()) in OUTLETS and not text.startswith("The ") else ""
            if run.end - run.start > 1:
                outlets.setdefault(low[run.end - 1], article + text)
            elif low[run.start] in outlets:
                names.long_forms.setdefault(text, outlets[low[run.start]])
        single = run.end - run.start == 1
        if single and text.isupper() and 2 <= len(text) <= 10 and text.lower() not in NATIONS:
            before = names.runs[n - 1] if n else None
            if before and toks[run.start - 1] == "(" and before.end == run.start - 1 and before.kind not in {"person", "place"} and before.end - before.start > 1:
                start = before.start
                if low[start - 1] in {"'s", "’s"} and n > 1 and names.runs[n - 2].end == start - 1 and low[names.runs[n - 2].start][0] == text[0].lower() != low[start][0]:
                    start = names.runs[n - 2].start  # People's Defence Force
                names.long_forms.setdefault(text, doc.text[doc.off[start] : doc.end(before.end - 1)])
            acronyms.append(text)
        elif not single:
            long.append((run, text))
        if text in BODIES:
            present.add(text)
    open_ones = [text for text in acronyms if text not in names.long_forms and text.lower() not in ORG_NAMES]
    if open_ones:
        spelt = {_initials(low[run.start : run.end]): text for run, text in reversed(long)}
        names.long_forms.update((text, spelt[text]) for text in open_ones if text in spelt and len(text) > 2)
    for group in TABLE["same"]["bodies"] if len(present) > 1 else ():
        here = [form for form in group if form in present]
        if len(here) > 1:
            best = max(here, key=len)
            for form in here:
                names.long_forms.setdefault(form, best)
    for short, full in list(names.long_forms.items()):
        if short == full:
            del names.long_forms[short]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isalnum() and word not in UNCOUNTED).upper()


def _roles(names: Names) -> None:
    """Titles, roles, nations and gender of the persons, from the words around each mention."""
    doc, low, people = names.doc, names.doc.low, names.people
    for n, run in enumerate(names.runs):
        if run.person < 0:
            continue
        person = people[run.person]
        if not person.gender:
            person.gender = _first_gender(person.words)
        role = role_before(doc, run) or (role_after(doc, run) if len(person.roles) < 2 else None)
        if role:
            if role not in person.roles and len(person.roles) < 8:
                person.roles.append(role)
            small = role.lower().split()
            if not person.gender:
                person.gender = "f" if any(w in FEMALE_ROLES for w in small) else "m" if any(w in MALE_ROLES for w in small) else ""
            for word in small:
                nation = NATIONS.get(word.removesuffix("'s").removesuffix("’s"))
                if nation:
                    person.nations.add(nation)
            for body in LONG_BODIES:
                if len(body) == 2 and " ".join(body) in role.lower() and " ".join(body) in NATIONS:
                    person.nations.add(NATIONS[" ".join(body)])
        if not person.gender:
            stop = min(run.end + LOOK_AHEAD, len(low), names.runs[n + 1].start if n + 1 < len(names.runs) and names.runs[n + 1].person >= 0 else len(low))
            for k in range(run.end, stop):
                if low[k] in GENDERED:
                    person.gender = GENDERED[low[k]]
                    break


def role_before(doc: Document, run: Name) -> str | None:
    """The role written directly before a name: "Ukrainian President", "the mayor of London,", "a senior aide"."""
    low = doc.low
    if run.first < run.start:
        end = run.start
        first = run.first
        if first and low[first - 1] in BEFORE_TITLE:
            first = _role_start(doc, first - 1)
        role = doc.text[doc.off[first] : doc.off[end]].strip(" ,")
        return None if role.rstrip(".").lower() in {"mr", "mrs", "ms", "miss", "dr", "sir", "sr", "st"} else role
    k = run.start - 1
    if k < 0 or low[k] not in ROLE_NOUNS:
        return _role_over_comma(doc, run)
    first = _role_start(doc, k)
    return None if low[first - 1] in {"his", "her", "their", "its"} and first else doc.text[doc.off[first] : doc.end(k)]


def _role_start(doc: Document, k: int) -> int:
    """Where the noun phrase begins that ends at token k."""
    first = k
    while first > max(0, k - 7) and (doc.toks[first - 1][0].isalpha() or (doc.toks[first - 1] == "-" and doc.glued(first - 1))) and doc.low[first - 1] not in NO_ROLE:
        first -= 1
    return first


def _role_over_comma(doc: Document, run: Name) -> str | None:
    """The role in "The head of the X, NAME": a noun phrase with a role as its head between the clause's beginning and the comma."""
    low, toks = doc.low, doc.toks
    comma = run.start - 1
    if comma < 2 or low[comma] != ",":
        return None
    first = comma
    while first > max(0, comma - 18) and toks[first - 1][0] not in ",.;:\n\r\"“”" and low[first - 1] not in SPEECH and low[first - 1] not in FINITE:
        first -= 1
    while first < comma and low[first] in {"but", "and", "meanwhile", "while", "when", "that", "as", "by", "with", "from"}:
        first += 1
    head = next((k for k in range(first, comma) if low[k] in NOT_SUBJECT_BEFORE and low[k] not in {"'s", "’s"}), comma) - 1
    if head < first or low[head] not in ROLE_NOUNS or low[first] not in {"the", "a", "an"} and low[first] not in NATIONS and low[first] not in ROLE_NOUNS:
        return None
    first += low[first] in {"the", "a", "an"}
    return doc.text[doc.off[first] : doc.end(comma - 1)] if first <= head else None


def role_after(doc: Document, run: Name) -> str | None:
    """The role in apposition after a name: "X, the group's spokesperson"; it ends at the next comma, stop or relative pronoun."""
    low = doc.low
    k = run.end
    if k + 2 >= len(low) or low[k] != ",":
        return None
    first = k + 1
    stop = first
    while stop < min(len(low), first + 16) and (doc.toks[stop][0].isalnum() or doc.toks[stop][0] in "’'-") and low[stop] not in {"who", "which", "whose"} | SPEECH:
        stop += 1
    if any(w in FINITE for w in low[first:stop]) or stop - first > 15 or stop == first or low[first] not in {"the", "a", "an"} and low[first] not in ROLE_NOUNS and NATIONS.get(low[first]) is None and doc.toks[first][0].islower():
        return None
    head = None
    for j in range(first, stop):
        if low[j] in {"of", "for", "at", "in", "with", "from"} and head:
            break
        if low[j] in ROLE_NOUNS:
            head = j
    return doc.text[doc.off[first] : doc.end(stop - 1)] if head else None
