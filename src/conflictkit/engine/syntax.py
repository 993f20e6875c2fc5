"""What grammar sees in a text: noun groups, verb groups and clauses, found once and asked by token.

Every index is a token of the ``Document``; an end is one past the last token. The objects are filled while a text is read and are not
changed afterwards. Two objects are equal only if they are the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import chain, repeat
from operator import attrgetter, sub
from typing import NamedTuple, TypeVar

from attrs import define

E = TypeVar("E", bound=type[Enum])
K = TypeVar("K")
V = TypeVar("V")


class Once(dict[K, V]):
    """What a function answers for a key, asked once."""

    def __init__(self, ask: Callable[[K], V]) -> None:
        self.ask = ask

    def __missing__(self, key: K) -> V:
        return self.setdefault(key, self.ask(key))


def plain(names: E) -> E:
    """Make the members of an enumeration plain attributes of its class, hashed as such: Python 3.11 runs a property each time one is named, a function for each hash."""
    for member in names:
        type.__setattr__(names, member.name, member)
    type.__setattr__(names, "__hash__", object.__hash__)
    return names


@plain
class Time(Enum):
    """When a verb group says that something holds; a bare infinitive or participle has none."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@plain
class Mood(Enum):
    """How a verb group says it: told, possible ("may"), wanted ("wants to", "should"), tried ("tried to"), hearsay ("is said to")."""

    TOLD = "told"
    POSSIBLE = "possible"
    WANTED = "wanted"
    TRIED = "tried"
    HEARSAY = "hearsay"


class Status(NamedTuple):
    """Polarity, time and mood of a verb group, and whether it is a pluperfect, read once."""

    negated: bool = False
    time: Time = Time.NONE
    mood: Mood = Mood.TOLD
    pluperfect: bool = False
    """It tells what was before: "had been taken"."""


@plain
class Form(Enum):
    """The form of a verb group's main word."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    AUXILIARY = "auxiliary"
    """A form of be, have, do or a modal verb that stands alone."""


@plain
class Kind(Enum):
    """What a clause is to the clause that it hangs on."""

    MAIN = "main"
    COMPLEMENT = "complement"
    """What is said, known, asked: with "that", with a question word, or with nothing."""
    RELATIVE = "relative"
    REDUCED = "reduced"
    """A participle that hangs on a noun group: "men killed in the raid", "troops guarding the bridge"."""
    ADVERBIAL = "adverbial"
    """With "if", "because", "when", "after" and a finite verb."""
    PARTICIPLE = "participle"
    """An -ing or -ed form that hangs on a clause: ", killing 12", "after leaving the town"."""
    INFINITIVE = "infinitive"


@plain
class Role(Enum):
    """What a noun group is in a clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    SECOND_OBJECT = "second object"
    AGENT = "agent"
    OBLIQUE = "oblique"
    PREDICATE = "predicate"


@define(eq=False, slots=True, repr=False)
class NounGroup:
    """A noun with what stands before it, from its determiner to its head."""

    start: int
    end: int
    head: int
    pronoun: bool = False
    name: bool = False
    """Whether the head is a name."""
    plural: bool = False
    time: bool = False
    """Whether it tells a time ("last week", "Monday")."""
    number: int = -1
    """The token of the numeral in it, or -1."""
    determiner: int = -1
    """The token of the article, demonstrative or possessive that opens it, or -1."""
    extent: int = 0
    """One past the last token of the full phrase: with "of" and what else surely hangs on it, relatives, brackets, appositions."""
    reach: int = 0
    """One past the last token that may belong to the phrase: also the prepositional phrases behind it, which may as well hang on the verb."""
    preposition: int = -1
    """The first token of the preposition that governs it ("according" of "according to"), or -1."""
    hangs_on: NounGroup | None = None
    """The noun group that it modifies from behind: "city" in "the mayor of the city" hangs on "mayor"."""
    members: tuple[NounGroup, ...] = ()
    """All members of the list that it stands in, itself among them; empty if it stands alone."""
    apposition: NounGroup | None = None
    """What renames it behind a comma: "the mayor" of "Olha Rudenko, the mayor,"."""
    renames: NounGroup | None = None
    """The noun group whose apposition it is."""
    owner: NounGroup | None = None
    """Whose it is: "Russia" in "Russia's army", "his" in "his army". An owner is no group of its own in ``Syntax.groups``."""
    phrases: tuple[NounGroup, ...] = ()
    """The noun groups that hang on it."""
    clauses: tuple[Clause, ...] = ()
    """The relatives and participles that hang on it."""
    roles: tuple[tuple[Clause, Role], ...] = ()
    """The clauses that it stands in, and as what; all members of a list stand where one of them does."""

    def __repr__(self) -> str:
        return f"NounGroup({self.start}, {self.end}, head={self.head})"

    @property
    def holder(self) -> NounGroup | None:
        """Its owner, if that is no time: nobody holds "last night's attack"."""
        return None if self.owner is None or self.owner.time else self.owner

    @property
    def clause(self) -> Clause | None:
        """The clause that it stands in, directly or with the group it hangs on or renames, or as a later member of a list."""
        if self.roles:
            return self.roles[0][0]
        group = self
        for _ in range(CHAIN):
            if group.roles:
                return group.roles[0][0]
            above = group.hangs_on or group.renames or next(iter(group.members), None)
            if above is None or above is group:
                return None
            group = above
        return None


CHAIN = 20
"""How many steps from group to group are followed: no phrase is nested deeper."""


@define(eq=False, slots=True, repr=False)
class VerbGroup:
    """A verb with its auxiliaries, adverbs between them and particle: "had not been taken over"."""

    start: int
    end: int
    word: int
    """The token of the main verb."""
    lemma: str
    """Its dictionary form, as well as the grammar knows it; the form as written otherwise."""
    form: Form
    finite: bool
    passive: bool
    status: Status
    particle: int = -1
    """The token of its particle ("back" in "pulled back its forces"), or -1."""
    clause: Clause | None = None
    """The clause that it makes."""

    def __repr__(self) -> str:
        return f"VerbGroup({self.start}, {self.end}, {self.lemma!r})"


@define(eq=False, slots=True, repr=False)
class Clause:
    """A verb group with what stands to it as subject, object and adjunct."""

    verb: VerbGroup
    kind: Kind = Kind.MAIN
    start: int = 0
    end: int = 0
    """First token and one past the last, with everything that hangs on it; marks at either end left out."""
    opener: int = -1
    """The token of "that", "who", "if", "after" that opens it, or -1."""
    subject: NounGroup | None = None
    """Its subject; for a relative or a reduced relative the antecedent, for the second of two joined verbs the shared one."""
    controller: NounGroup | None = None
    """The understood subject of an infinitive or participle."""
    antecedent: NounGroup | None = None
    """The noun group that a relative or reduced relative hangs on."""
    object: NounGroup | None = None
    second_object: NounGroup | None = None
    """The receiver in "gave the rebels arms", what is named in "called it a crime"."""
    agent: NounGroup | None = None
    """Who does it, behind "by" and a passive."""
    predicate: int = -1
    """The head of the noun group or the adjective behind be, become, remain ("is the mayor", "was dead"), or -1."""
    obliques: tuple[tuple[str, NounGroup], ...] = ()
    """Noun groups with the preposition before them in small letters; times without a preposition have ""."""
    parent: Clause | None = None
    """The clause that it hangs on."""
    complement: Clause | None = None
    """The clause that its verb takes: what is said, known, wanted. For "..., X said" the clause that it was inserted into or follows."""
    joined: Clause | None = None
    """The clause before it that "and", "or" or "but" joins it to."""
    followed: Clause | None = None
    """The clause that is joined to it."""
    inserted: bool = False
    """Whether it stands behind or inside of what it reports ("..., the ministry said, ...")."""
    inverted: bool = False
    """Whether the subject stands behind the verb ("said Lee", "is there any")."""
    existential: bool = False
    """Whether it is a "there is"."""
    set_off: bool = False
    """Whether a comma or dash stands before it."""
    children: tuple[Clause, ...] = ()
    """The clauses that hang on it, in text order."""

    def __repr__(self) -> str:
        return f"Clause({self.kind.value}, {self.start}, {self.end}, {self.verb.lemma!r})"


Held = TypeVar("Held", NounGroup, VerbGroup, Clause)
START, END, HEAD, PREPOSITION, MEMBERS, NAME, VERB_START, VERB_END = map(attrgetter, ("start", "end", "head", "preposition", "members", "name", "verb.start", "verb.end"))


class Syntax:
    """All groups and clauses of a text in text order, and which of them holds a token."""

    __slots__ = ("clause_of", "clauses", "group_at", "groups", "phrase_at", "tags", "verb_at", "verbs")

    def __init__(
        self,
        size: int,
        groups: Sequence[NounGroup],
        verbs: Sequence[VerbGroup],
        clauses: Sequence[Clause],
        letters: Sequence[tuple[Sequence[int], str]] = (),
    ) -> None:
        self.groups: tuple[NounGroup, ...] = tuple(groups)
        self.verbs: tuple[VerbGroup, ...] = tuple(verbs)
        self.clauses: tuple[Clause, ...] = tuple(clauses)
        self.tags: Sequence[str] = _by_token(size, letters)
        """The tag of each token, "" for white space; a token that holds two words ("don't") has two characters."""
        self.group_at: Callable[[int], NounGroup | None] = _holders(groups).get
        """The noun group whose core holds a token."""
        self.verb_at: Callable[[int], VerbGroup | None] = _holders(verbs).get
        """The verb group that holds a token."""
        governed = dict(zip(map(PREPOSITION, groups), groups, strict=True))
        governed.pop(-1, None)
        self.phrase_at: Callable[[int], NounGroup | None] = governed.get
        """The noun group that the preposition at a token governs."""
        self.clause_of: Callable[[int], Clause | None] = _around(clauses).get
        """The clause of the verb group that holds a token, else the innermost clause around it."""

    @staticmethod
    def subject_of(clause: Clause) -> NounGroup | None:
        """Who or what the clause is about: its subject, antecedent, shared subject or the understood one."""
        return clause.subject or clause.controller

    @staticmethod
    def object_of(clause: Clause) -> NounGroup | None:
        """What the verb is done to by grammar: its object, or the subject of a passive."""
        if clause.object is None and clause.verb.passive:
            return clause.subject or clause.controller
        return clause.object

    @staticmethod
    def doer_of(clause: Clause) -> NounGroup | None:
        """Who does it: the subject of an active verb, the agent of a passive one."""
        return clause.agent if clause.verb.passive else clause.subject or clause.controller

    def clauses_around(self, token: int) -> Iterator[Clause]:
        """The clauses that hold a token, the innermost first."""
        clause = self.clause_of(token)
        while clause is not None:
            yield clause
            clause = clause.parent


def _by_token(size: int, letters: Sequence[tuple[Sequence[int], str]]) -> list[str]:
    """The tags of the words of each token, given by sentences."""
    tags = [""] * size
    for tokens, letter in letters:
        first, end = tokens[0], tokens[-1] + 1
        if end - first == len(tokens) == len(set(tokens)):  # no white space between them, none of two words
            tags[first:end] = letter
            continue
        for token, tag in zip(tokens, letter, strict=True):
            tags[token] += tag
    return tags


def _holders(items: Sequence[Held], start: attrgetter[int] = START, end: attrgetter[int] = END) -> dict[int, Held]:
    """The group that holds each token, the last one of several."""
    starts, ends = [*map(start, items)], [*map(end, items)]
    return dict(zip(chain.from_iterable(map(range, starts, ends)), chain.from_iterable(map(repeat, items, map(sub, ends, starts))), strict=True))


def _around(clauses: Sequence[Clause]) -> dict[int, Clause]:
    """The clause of each token: that of its verb, else the innermost; where clauses overlap, the one that begins last."""
    return _holders(sorted(sorted(clauses, key=END, reverse=True), key=START)) | _holders(clauses, VERB_START, VERB_END)
