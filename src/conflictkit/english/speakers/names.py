"""Names in a document without a model: who is who among the runs, what each is called elsewhere, and what is said of the persons."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from conflictkit._document import Document

from ..grammar import lists, syntax_of
from .mentions import NOMINAL, Name
from .name_runs import find_runs, lettered, named
from .name_words import (
    BEHIND,
    BESIDE_OUTLET,
    BODIES,
    CAPITALS,
    FEMALE,
    FEMALE_ROLES,
    FIRST_NAMES,
    GENDERED,
    MALE,
    MALE_ROLES,
    NATIONS,
    ORG_HEADS,
    ORG_NAMES,
    OUTLETS,
    PLACE_TAILS,
    PLACED,
    TABLE,
    TABLE_WORDS,
    UNCOUNTED,
)
from .roles import role_after, role_before
from .spelling import near, word_key

MAYBE_PERSONS = frozenset({"person", "other", "place"})
ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "az"})
"""Arabic articles, written before a surname or left out."""
SHORTENED = TABLE.organizations.shortened
"""Last words of the names of bodies that are called by their first word: "Amnesty International", "Wagner Group"."""
PAPERS = TABLE.media.names
"""Words that a newspaper is called by for short: "the Post"."""
PARTICLES = frozenset(map(str.lower, TABLE.runs.particle)) | {"y"}
"""Small words within a name."""
NO_PERSONS = frozenset(NATIONS) | ORG_NAMES | ORG_HEADS | TABLE_WORDS | PLACE_TAILS
"""Words that no person's name holds."""
OF_ALL = frozenset({"people", "workers"})
"""Words whose possessive belongs to the name of a party or force."""


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
        self.letters: set[str] = set()

    @cached_property
    def things(self) -> set[str]:
        """Words that stand somewhere as a place ("in X", "the town of X") or as an outlet ("X news agency"), and so name no person."""
        low, found = self.doc.low, set()
        for run in self.runs:
            k, word, after = run.start - 1, low[run.start], low[run.end : run.end + 1]
            bracketed = k > 0 and self.doc.toks[k] == "(" and after == [")"] and low[k - 1].isalpha()
            placed = k >= 0 and (low[k] in PLACED or k > 0 and low[k] == "of" and low[k - 1] in PLACE_TAILS)
            if bracketed or placed or after and after[0] in BESIDE_OUTLET:
                found.add(word)
        return found

    def within(self, a: int, b: int) -> list[Name]:
        """The names that begin at tokens a to b (exclusive)."""
        return self.runs[bisect_left(self.starts, a) : bisect_left(self.starts, b)]

    def of_family(self, word: str) -> list[int]:
        """The people with a family name, in any spelling."""
        if word[0] not in self.letters and word.isascii():
            return []
        return self.by_family.get(word_key(word), [])

    def add_person(self, name: str, words: list[str]) -> int:
        """A new person."""
        self.people.append(Person(name, words))
        key = word_key(words[-1])
        self.by_family.setdefault(key, []).append(len(self.people) - 1)
        self.letters.add(key[:1])
        return len(self.people) - 1


def find_names(doc: Document, spoken: frozenset[int] = frozenset()) -> Names:
    """Every name of the document; ``spoken`` are the tokens where the head of a speaker's mention ends."""
    names = Names(doc)
    runs = find_runs(doc, spoken)
    names.runs = runs
    _people(names, runs)
    _single_words(names, runs, spoken)
    names.starts = [run.start for run in runs]
    _long_forms(names)
    _roles(names)
    return names


def _words(doc: Document, name: Name) -> list[str]:
    """The words of a person's name that can be shortened or respelt: no marks, no "Jr."."""
    words = [doc.low[k] for k in range(name.start, name.end) if doc.toks[k][0].isalpha()]
    while len(words) > 1 and (words[-1] in {"jr", "sr", "ii", "iii", "iv"} or lettered(doc, name.end - 1) and words[-1] in BEHIND):
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
        text = doc.words(run.start, run.end - lettered(doc, run.end - 1))
        who = memo.get(text, -1)
        if who < 0:
            words = _words(doc, run)
            if len(words) < 2:
                continue
            family = names.by_family.get(word_key(words[-1]), ())
            fits = [i for i in family[:NAMESAKES] if _fits(words, names.people[i].words)]
            who = memo[text] = fits[0] if fits else names.add_person(text, words)
            person = names.people[who]
            if len(words) > len(person.words):
                person.name, person.words = text, words
        names.people[who].seen.append(run.start)
        runs[n] = named((run.first, run.start, run.end, "person", who))


def _single_words(names: Names, runs: list[Name], spoken: frozenset[int]) -> None:
    """One-word names: the surname of a known person, or a new person where a title or a speech verb says so."""
    doc, known = names.doc, _Known(names)
    full = _maybe_full(names, runs)
    bodies = {doc.low[run.start] for run in runs if run.kind == "org" and run.end - run.start > 1 and doc.low[run.end - 1] in SHORTENED}
    for n, run in enumerate(runs):
        word = _one_word(names, run)
        if not word:
            continue
        owners = known.owners(word, run)
        who = _owner(names, run, owners)
        if who < 0 and (run.kind == "person" or run.end in spoken) and (whole := full.get(word)) is not None:
            who = _made_person(names, runs, whole)
            known.memo[word] = (who,)
        if who < 0 and (run.kind == "person" or run.end in spoken):
            thing = word in TABLE_WORDS or word in names.things or word in bodies or (run.start and doc.low[run.start - 1] == "the")
            if run.kind != "person" and thing:
                continue
            who = names.add_person(doc.words(run.start, run.end), [word])
            known.memo[word] = (who,)
        if who >= 0:
            names.people[who].seen.append(run.start)
            runs[n] = named((run.first, run.start, run.end, "person", who))


def _maybe_full(names: Names, runs: list[Name]) -> dict[str, int]:
    """The last words of names of two or three words that may be a person's, though nothing beside them tells so, and the first run of each."""
    low, tags = names.doc.low, syntax_of(names.doc).tags
    found: dict[str, int] = {}
    for n, run in enumerate(runs):
        if run.kind != "other" or not 1 < run.end - run.start < 4 or run.start > 0 and low[run.start - 1] in lists.ARTICLES:  # noqa: PLR2004
            continue
        words = low[run.start : run.end]
        if all(word[0].isalpha() for word in words) and set(tags[run.start : run.end]) == {"p"} and NO_PERSONS.isdisjoint(words):
            found.setdefault(words[-1], n)
    return found


def _made_person(names: Names, runs: list[Name], n: int) -> int:
    """A new person of a full name whose family name speaks."""
    run = runs[n]
    text = names.doc.words(run.start, run.end)
    who = names.add_person(text, _words(names.doc, run))
    for m, other in enumerate(runs):
        if other.kind == "other" and other.end - other.start == run.end - run.start and names.doc.words(other.start, other.end) == text:
            names.people[who].seen.append(other.start)
            runs[m] = named((other.first, other.start, other.end, "person", who))
    return who


def _one_word(names: Names, run: Name) -> str:
    """The word of a run that may be a person's surname or first name alone, in small letters; "" for any other run."""
    if run.person >= 0 or run.kind not in MAYBE_PERSONS and not _in_capitals(names, run):
        return ""
    if run.end - run.start == 1:
        word = names.doc.low[run.start]
        return word if run.kind != "place" or (run.first == run.start and word in CAPITALS and names.of_family(word)) else ""
    words = _words(names.doc, run)
    return words[-1] if run.kind != "place" and len(words) <= 1 + (words[0] in ARTICLES) else ""


def _in_capitals(names: Names, run: Name) -> bool:
    """Whether a name of one word in capitals is a family name that is written so in a full name too: "General Ana RUIZ", "RUIZ"."""
    word = names.doc.toks[run.start].strip()
    return run.kind == "org" and run.end - run.start == 1 and any(word in person.name.split() for person in names.people[:MOST_PEOPLE])


class _Known:
    """The people whose full names stand in the text, asked by one word of them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.memo: dict[str, tuple[int, ...]] = {}
        self.firsts: dict[str, list[int]] = {}
        self.fathers: dict[str, set[int]] = {}
        self.families: dict[str, list[tuple[int, str]]] = {}
        for i, person in enumerate(names.people):
            self.firsts.setdefault(person.words[0], []).append(i)
            if i < MOST_PEOPLE:
                self.families.setdefault(person.family[0], []).append((i, person.family))

        tags = syntax_of(names.doc).tags
        for run in names.runs:
            if run.person >= 0 and tags[run.end - 1] in NOMINAL:  # not "Ana Ruiz Goes After Holt"
                self.fathers.setdefault(_fathers_name(_words(names.doc, run)), set()).add(run.person)

    def owners(self, word: str, run: Name) -> tuple[int, ...]:
        """Whose name a word is: a family name in any spelling, a first name, a family name without its article."""
        found = self.memo.get(word)
        if found is not None:
            return found
        found = tuple(self.names.of_family(word)[:NAMESAKES])
        if not found:
            found = tuple(i for i, family in self.families.get(word[0], ()) if near(word, family))
        if not found and (run.kind == "other" or word not in FIRST_NAMES):
            found = self._by_first_name(word, run) or tuple(self.fathers.get(word, ()))
            found = found if len(found) == 1 else ()
        bare = word.removeprefix("al-")
        self.memo[word] = found = found or tuple(i for i, family in self.families.get(bare[:1], ()) if family == bare)
        return found

    def _by_first_name(self, word: str, run: Name) -> tuple[int, ...]:
        """Those with a first name, of them who were named before."""
        known = self.firsts.get(word, ())[:NAMESAKES]
        return tuple(i for i in known if self.names.people[i].seen[0] < run.start) or (tuple(known) if run.kind == "other" else ())


def _fathers_name(words: list[str]) -> str:
    """The first of two family names, by which a Spanish name is shortened: "Ruiz" of "Ana Maria Ruiz Lopera"; "" of a name that has only one."""
    given = [word for word in words if word not in PARTICLES]
    return given[-2] if len(given) > 2 and given[-2] not in FIRST_NAMES and len(given[-2].rstrip(".")) > 1 else ""  # noqa: PLR2004


NAMESAKES, MOST_PEOPLE = 20, 200
"""How many people of one name, and of one text, are looked at."""


def _owner(names: Names, run: Name, owners: tuple[int, ...]) -> int:
    """The person that a surname stands for: of several the one whose gender the title fits, else the one seen last."""
    if not owners:
        return -1
    if len(owners) == 1:
        return owners[0]
    title = names.doc.low[run.first] if run.first < run.start else ""
    gender = "f" if title in FEMALE_ROLES else "m" if title in MALE_ROLES else ""
    low = names.doc.low
    fits = [i for i in owners if not gender or _first_told(low, names.people[i]) in ("", gender)] or list(owners)
    return max(fits, key=lambda i: max((k for k in names.people[i].seen[-3:] if k < run.start and low[k - 1] != "of"), default=-1))


def _first_told(low: list[str], person: Person) -> str:
    """The gender that the first names of a person tell, or the noun before his name where he is first named: "his daughter Ilse Rask"."""
    before = low[person.seen[0] - 1] if person.seen and person.seen[0] else ""
    return first_gender(person.words) or ("f" if before in FEMALE_ROLES else "m" if before in MALE_ROLES else "")


def first_gender(words: list[str]) -> str:
    """The gender that first names tell; the last word of a name is none."""
    for word in words[:-1][:2]:
        if word in MALE:
            return "m"
        if word in FEMALE:
            return "f"
    return ""


def _long_forms(names: Names) -> None:
    """The names of a body and its fullest one: acronyms in brackets or made of letters, "the Post", "the Observatory", several names of one body."""
    doc, low = names.doc, names.doc.low
    long: list[tuple[Name, str]] = []
    open_ones: list[str] = []
    present: set[str] = set()
    outlets: dict[str, str] = {}
    for n, run in enumerate(names.runs):
        if run.kind not in {"org", "other", "media"}:
            continue
        single = run.end - run.start == 1
        text = doc.toks[run.start].rstrip() if single else doc.words(run.start, run.end)
        present.add(text)
        if single and low[run.start] in outlets:
            names.long_forms.setdefault(text, outlets[low[run.start]])  # the Post
        elif single:
            if _may_be_acronym(doc, run, text):
                _in_bracket(names, n, text)
                open_ones += [text] if text.isupper() else []
        else:
            long.append((run, text))
            if run.kind == "media" or low[run.end - 1] in PAPERS:
                article = "The " if ("the " + text.lower()) in OUTLETS and not text.startswith("The ") else ""
                outlets.setdefault(low[run.end - 1], article + text)
    _by_head(names, long)
    _by_first_word(names, long)
    _spelt_out(names, long, open_ones)
    _same_bodies(names, present)


def _by_head(names: Names, long: list[tuple[Name, str]]) -> None:
    """The only body of the text whose name has the word that a body is called by: "the Observatory"."""
    for text in {names.doc.toks[run.start].rstrip() for run in names.runs if run.kind == "org" and run.end - run.start == 1 and names.doc.low[run.start] in ORG_HEADS}:
        found = {full for run, full in long if run.kind == "org" and text in full.split()}
        if len(found) == 1:
            names.long_forms.setdefault(text, found.pop())


def _by_first_word(names: Names, long: list[tuple[Name, str]]) -> None:
    """The only body of the text whose name begins with a word of its own, by which it is called too: "Amnesty" after "Amnesty International"."""
    opening: dict[str, set[str]] = {}
    for run, text in long:
        if run.kind == "org" and names.doc.low[run.end - 1] in SHORTENED:
            opening.setdefault(names.doc.toks[run.start].rstrip(), set()).add(text)
    for run in names.runs if opening else ():
        text = names.doc.toks[run.start].rstrip()
        if run.end - run.start == 1 and run.person < 0 and run.kind in ("org", "other") and len(found := opening.get(text, ())) == 1 and not text.isupper() and names.doc.low[run.start] not in ORG_HEADS:
            names.long_forms.setdefault(text, next(iter(found)))


def _may_be_acronym(doc: Document, run: Name, text: str) -> bool:
    """Whether a name of one word may be short for another one: in capitals, or in a bracket."""
    bracketed = run.start > 0 and doc.toks[run.start - 1] == "("
    return (text.isupper() or bracketed) and 2 <= len(text) <= 10 and text.lower() not in NATIONS  # noqa: PLR2004


def _in_bracket(names: Names, n: int, text: str) -> None:
    """The long form that stands before a bracket with the acronym."""
    doc, low, runs = names.doc, names.doc.low, names.runs
    before = runs[n - 1] if n else None
    if before is None or doc.toks[runs[n].start - 1] != "(" or before.end != runs[n].start - 1 or before.kind in {"person", "place"} or before.end - before.start == 1:
        return
    start, letter = _full_start(names, n - 1, text[0].lower()), text[0].lower()
    owner = runs[n - 2] if n > 1 and low[start - 1] in {"'s", "’s"} and runs[n - 2].end == start - 1 else None
    if owner is not None and (low[owner.start] in OF_ALL or low[owner.start][0] == letter != low[start][0]):
        start = owner.start  # People's Defence Force
    names.long_forms.setdefault(text, doc.words(start, before.end))


def _spelt_out(names: Names, long: list[tuple[Name, str]], acronyms: list[str]) -> None:
    """The long forms that the letters of acronyms are the initials of."""
    open_ones = [text for text in acronyms if text not in names.long_forms and text.lower() not in ORG_NAMES]
    spelt = {_initials(names.doc.low[run.start : run.end]): text for run, text in reversed(long)} if open_ones else {}
    names.long_forms.update((text, spelt[text]) for text in open_ones if text in spelt and len(text) > 2)  # noqa: PLR2004


def _same_bodies(names: Names, present: set[str]) -> None:
    """The longest of the names that one body has in the text: DoD, Department of Defense."""
    for group in TABLE.same.bodies if not BODIES.isdisjoint(present) else ():
        here = [form for form in group if form in present]
        for form in here:
            names.long_forms.setdefault(form, max(here, key=lambda one: len(one.split())))
    for short in [short for short, full in names.long_forms.items() if short == full]:
        del names.long_forms[short]


def _full_start(names: Names, n: int, letter: str) -> int:
    """Where the long form begins that ends with run n, back over "of" and "and" until its first letter fits the acronym's."""
    low, start = names.doc.low, names.runs[n].start
    for run in map(names.runs.__getitem__, range(n - 1, -1, -1)):
        between = low[run.end : start]
        if low[start][0] == letter or not between or not UNCOUNTED.issuperset(between) or run.person >= 0:
            break
        if (first := next((k for k in range(run.start, run.end) if low[k][0] == letter), -1)) >= 0:
            return first
        start = run.start
    return names.runs[n].start


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isalnum() and word not in UNCOUNTED).upper()


def _roles(names: Names) -> None:
    """Titles, roles, nations and gender of the persons, from the words around each mention."""
    doc, low, people, syntax = names.doc, names.doc.low, names.people, syntax_of(names.doc)
    for n, run in enumerate(names.runs):
        if run.person < 0:
            continue
        person = people[run.person]
        person.gender = person.gender or _first_told(low, person)
        role = role_before(doc, syntax, run) or (role_after(doc, syntax, run.end) if len(person.roles) < 2 else None)  # noqa: PLR2004
        if role:
            _note(person, role)
        if not person.gender:
            stop = min([run.end + LOOK_AHEAD, *(other.start for other in names.runs[n + 1 : n + 2] if other.person >= 0)])
            person.gender = next((GENDERED[word] for word in low[run.end : stop] if word in GENDERED), "")
    for person in people:
        if not person.gender and len(person.words) == 1:
            person.gender = first_gender([*person.words, ""])


def _note(person: Person, role: str) -> None:
    """Let a person have a role, with the gender and the nations that it tells."""
    if role not in person.roles and len(person.roles) < MOST_ROLES:
        person.roles.append(role)
    small = role.lower().split()
    if not person.gender:
        person.gender = "f" if not FEMALE_ROLES.isdisjoint(small) else "m" if not MALE_ROLES.isdisjoint(small) else ""
    words = [word.removesuffix("'s").removesuffix("’s") for word in small]
    person.nations.update(NATIONS[word] for word in (*words, *map(" ".join, pairwise(small))) if word in NATIONS)


LOOK_AHEAD = 25
"""How many tokens after a name are searched for a pronoun that tells its gender."""
MOST_ROLES = 8
"""How many roles of one person are kept."""
