"""A document while its speakers are being told apart: who is named in it, who has spoken so far, and how a mention is built."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from conflictkit._document import Document
from conflictkit._models import Entity, EntityKind, Quote, Span
from conflictkit.engine.syntax import NounGroup, Once, Syntax

from ..grammar.lists import ARTICLES, INDEFINITE, POINTING, POSSESSIVE, RELATIVE, SPEAKING, VAGUE
from .kinds import BODIES, DOCUMENTS, GROUPS, MEDIA, OF_PRONOUN, group_kind
from .mentions import ANSWERS, QUESTIONS, Mention, Name, read_mention
from .name_words import ACRONYMS, FEMALE_ROLES, GENDERED, JOINTS, MALE_ROLES, OUTLETS, ROLE_NOUNS, SHORT_TITLES, TABLE
from .names import Names, find_names
from .roles import role_after, role_before
from .spelling import name_key

NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "these", "those", "both"})
PRONOUNS = NEUTER.union(GENDERED, PLURAL, RELATIVE, SPEAKING)
NEW = VAGUE | INDEFINITE | {"four", "five", "other", "no", "any"}
AGAIN = POINTING | {"latter"}
WATCHERS = TABLE.organizations.watchers
"""Words in the name of a body that watches a war."""
MONITORS = frozenset({"monitor", "watchdog"})
"""What such a body is called."""
REACH = 2
"""How many paragraphs on a speaker still has the floor."""
WINDOW = 50
"""How many names and speakers back a mention may reach."""
DEEPEST = 7
"""How many mentions on the way to whom one stands for are followed: "its army" to "its" to "its army" of the sentence before, three times on end."""
SAME_BODY = {form: group[0] for group in TABLE.same.bodies for form in group}
"""Name of a body -> the one that stands for all its names."""
UNNAMED_GENDER = {**dict.fromkeys(FEMALE_ROLES, "f"), **dict.fromkeys(MALE_ROLES, "m")}


class Referent(NamedTuple):
    """Who a mention stands for."""

    name: str | None
    kind: EntityKind
    anonymous: bool = False
    role: str | None = None
    person: int = -1  # index of a named person
    head: str = ""  # head noun of an unnamed one
    gender: str = ""
    plural: bool = False
    nations: frozenset[str] = frozenset()


class Turn(NamedTuple):
    """One speaker at one place: what was said before, in order."""

    token: int
    speaker: Referent
    quote: Quote


Heuristic = Callable[["Referents", Mention], Referent | None]
"""Names the one speaker it is sure of, or declines."""

NAMED, JOINED, KNOWN, HELD_BY, ROLE, DOCUMENT, BODY, TURN, AGED = (1 << n for n in range(9))
"""What may tell whom a phrase means: a name in it or right behind it, an "and", a first word that points at what is known or tells whose it is,
a head that is a role, a document, a body, a turn of a talk, an age ("the 38-year-old")."""
BY_FIRST = dict.fromkeys(AGAIN, KNOWN) | dict.fromkeys(POSSESSIVE, HELD_BY)
BY_HEAD: dict[str, int] = {}
for _words, _mark in ((ROLE_NOUNS, ROLE), (DOCUMENTS, DOCUMENT), (BODIES | MEDIA | MONITORS, BODY), (ANSWERS | QUESTIONS, TURN), ({"old"}, AGED)):
    BY_HEAD.update((_word, BY_HEAD.get(_word, 0) | _mark) for _word in _words)


class Heuristics(dict[int, tuple[Heuristic, ...]]):
    """How mentions are led back to somebody, in the order in which it is tried: pronouns, and phrases by their marks. A heuristic needs one of its marks, or none (0)."""

    def __init__(self, pronouns: tuple[Heuristic, ...], phrases: tuple[tuple[Heuristic, int], ...], stage: Callable[[Referents], Any]) -> None:
        super().__init__()
        self.pronouns = pronouns
        self.phrases = phrases
        self.stage = stage

    def __missing__(self, marks: int) -> tuple[Heuristic, ...]:
        found = self[marks] = tuple(heuristic for heuristic, needs in self.phrases if not needs or needs & marks)
        return found


class Referents:
    """A document while its speakers are being told apart: its names, and who has spoken so far."""

    def __init__(self, doc: Document, syntax: Syntax, quotes: tuple[Quote, ...], heuristics: Heuristics) -> None:
        self.doc = doc
        self.syntax = syntax
        self.heuristics = heuristics
        said = [*map(self.words, quotes)]
        self.mentions: list[Mention | None] = [*map(self._speaker, quotes, said)]
        self.inside: bytearray = bytearray(len(doc) + 1)
        """Whether each token stands inside somebody's words: who is said there to speak has not taken the floor."""
        for a, b in set(chain.from_iterable(said)):
            self.inside[a:b] = b"\1" * (b - a)
        self.turns: list[Turn] = []
        self.depth: int = 0
        self.heads: dict[str, Referent] = {}
        self.name_at_head: Callable[[tuple[int, int]], Name | None] = Once(self._at_head).__getitem__
        """The name with which the head of a mention ends, by where the mention begins and its head ends."""
        self.entities: dict[tuple[int, int], Entity] = {}
        self.outlets: set[str] = set()
        self.called: dict[str, str] = {}
        self.last_named: Referent | None = None
        self.issued: Referent | None = None

    def _speaker(self, quote: Quote, said: tuple[tuple[int, int], ...]) -> Mention | None:
        """The words that name the speaker of a quote, which are not those that are said; none where it stands alone."""
        span = quote.source.mention if quote.source else None
        if span is None or span.end == span.start:
            return None
        return self.mention(*self._tokens(span), said)

    def words(self, quote: Quote) -> tuple[tuple[int, int], ...]:
        """The words of a quote, as tokens."""
        return tuple(self._tokens(part) for part in quote.content)

    def _tokens(self, span: Span) -> tuple[int, int]:
        """The first token of a span and one past its last."""
        return self.doc.at[span.start], self.doc.at[max(span.end - 1, span.start)] + 1

    @cached_property
    def names(self) -> Names:
        """All names of the document."""
        told = [mention for mention in self.mentions if mention is not None and mention.head not in QUESTIONS]
        apposed = (mention.cut for mention in told if mention.head in ROLE_NOUNS and self.doc.low[mention.head_end : mention.head_end + 1] == [","])
        return find_names(self.doc, frozenset([*(mention.head_end for mention in told), *apposed]))

    @cached_property
    def watchers(self) -> list[Name]:
        """The names of bodies that watch a war."""
        return [run for run in self.names.runs if run.kind == "org" and not WATCHERS.isdisjoint(self.doc.low[run.start : run.end])]

    @cached_property
    def antecedents(self) -> dict[int, NounGroup]:
        """The token of "who", "which" -> what it stands for."""
        return {clause.opener: clause.antecedent for clause in self.syntax.clauses if clause.antecedent is not None}

    @cached_property
    def stage(self) -> Any:
        """All whom a pronoun may stand for."""
        return self.heuristics.stage(self)

    def turns_before(self, m: Mention, last: int) -> list[Turn]:
        """The last ones who have spoken before a mention, of all so far where it names a speaker itself: not who says the very words in which it stands."""
        n = len(self.turns) if m.said else bisect_left(self.turns, (m.start,))
        at, turns = self.doc.off[m.start], self.turns[max(0, n - last) : n]
        return [turn for turn in turns if not any(part.start <= at < part.end for part in turn.quote.content)] if m.said and self.inside[m.start] else turns

    def of_candidate(self, run: Name | None, group: NounGroup | None, m: Mention) -> Referent | None:
        """Who a name or noun group stands for."""
        if run is not None and run.person >= 0:
            return self.person(run.person, run)
        if run is not None and group is None:
            return self.tell(self.mention(run.first, run.end, m.said))
        return self.tell(self.mention(group.start, max(group.end, group.extent), m.said)) if group is not None else None

    def entity(self, item: NounGroup | Span) -> Entity:
        """Who or what a noun group or the words of a span stand for."""
        group = None if isinstance(item, Span) else item
        key = self._tokens(item) if isinstance(item, Span) else (item.start, self._counted(item))
        found = self.entities.get(key)
        if found is None:
            found = self.entities[key] = self._entity(read_mention(self.doc, self.syntax, *key, group=group), self.doc.span(*key))
        return found

    def _counted(self, group: NounGroup) -> int:
        """Where a group ends, of a bare number with those of whom it is: "three of the girls"."""
        whole = self.syntax.group_at(group.end + 1) if group.number == group.head and self.doc.low[group.end : group.end + 1] == ["of"] else None
        return whole.end if whole is not None and whole.hangs_on is group else group.end

    def _entity(self, m: Mention, span: Span) -> Entity:
        found = self.tell(m)
        if found is None or found.name is None:
            told = OF_PRONOUN.get(m.head, EntityKind.UNKNOWN) if m.head in PRONOUNS else group_kind(m.head, m.group)
            return Entity(span, None, found.kind if found is not None and found.kind is not EntityKind.UNKNOWN else told)
        name, kind = plain(found.name), found.kind
        if found.anonymous and found.head == m.head and (told := group_kind(m.head, m.group)) is not EntityKind.UNKNOWN:
            kind = told if not found.plural or told is not EntityKind.PERSON else EntityKind.GROUP
        return Entity(span, self.called.get(called(name), name) if self.called else name, kind, found.anonymous, found.role)

    def tell(self, mention: Mention) -> Referent | None:
        """Who is meant, by the first heuristic that does not decline."""
        if self.depth >= DEEPEST:
            return None
        pronoun = mention.head in PRONOUNS and mention.end - mention.start == 1 and self.doc.toks[mention.start].strip() not in ACRONYMS
        self.depth += 1
        found = None
        for heuristic in self.heuristics.pronouns if pronoun else self.heuristics[self._marks(mention)]:
            if (found := heuristic(self, mention)) is not None:
                break
        self.depth -= 1
        return found

    def _marks(self, m: Mention) -> int:
        """What may tell whom a phrase means."""
        names, low, group = self.names, self.doc.low, m.group
        marks = BY_FIRST.get(low[m.start], 0) | BY_HEAD.get(m.head, 0)
        n = bisect_left(names.starts, max(m.end, m.cut + 2, group.extent if group is not None else 0))
        if n and names.runs[n - 1].end > m.start:
            marks |= NAMED
        return marks | JOINED if "and" in low[m.start + 1 : m.head_end - 1] else marks

    @cached_property
    def by_role(self) -> dict[str, list[int]]:
        """Role noun -> the people who hold it."""
        found: dict[str, list[int]] = {}
        for i, person in enumerate(self.names.people):
            words = {word.rstrip(".") for role in person.roles for word in role.lower().split()}
            for word in {SHORT_TITLES.get(word, word) for word in words} & ROLE_NOUNS:
                found.setdefault(word, []).append(i)
        return found

    @cached_property
    def nouns(self) -> dict[str, list[int]]:
        """Noun for a role or a document -> the tokens where it stands."""
        found: dict[str, list[int]] = {}
        low = self.doc.low
        for k in self.doc.among(ROLE_NOUNS | DOCUMENTS):
            found.setdefault(low[k], []).append(k)
        return found

    def once(self, speaker: Referent) -> Referent:
        """The speaker under the name of first mention: "the ministry" after "The ministry", "UNICEF" after its full name."""
        if speaker.person >= 0 or speaker.name is None:
            return speaker
        first = self.called.setdefault(called(plain(speaker.name)), speaker.name)
        return speaker if first == speaker.name else speaker._replace(name=first)

    def person(self, i: int, run: Name | None = None) -> Referent:
        """The speaker that a named person is."""
        person = self.names.people[i]
        role = None
        if run:
            role = role_before(self.doc, self.syntax, run) or role_after(self.doc, self.syntax, run.end)
        role = role or (person.roles[0] if person.roles else None)
        return Referent(person.name, EntityKind.PERSON, False, role, i, "", person.gender, False, frozenset(person.nations))

    def mention(self, a: int, b: int, said: tuple[tuple[int, int], ...] = ()) -> Mention:
        """The words of tokens a to b as a mention."""
        return read_mention(self.doc, self.syntax, a, b, said)

    def _at_head(self, place: tuple[int, int]) -> Name | None:
        start, end = place
        n = bisect_left(self.names.starts, end)
        run = self.names.runs[n - 1] if n else None
        if run is None or run.end <= start:
            return None
        while end > run.end and not self.doc.toks[end - 1][0].isalnum():
            end -= 1
        if run.person < 0 and self.doc.low[run.end - 1] in GROUPS and run.kind not in ("org", "place"):
            return None
        if run.end == end or (run.end > end and run.person < 0 and (self.doc.low[end] in JOINTS or run.start < start)):
            return run
        return None

    def note(self, token: int, speaker: Referent, quote: Quote) -> None:
        """Remember who spoke."""
        self.turns.append(Turn(token, speaker, quote))
        if speaker.name is None:
            return
        if not speaker.anonymous:
            self.last_named = speaker
        if speaker.head:
            self.heads[speaker.head] = speaker


def called(name: str) -> str:
    """What all names of one body, and all forms of a phrase, have in common."""
    return SAME_BODY.get(name) or name_key(name)


def plain(name: str) -> str:
    """A name without a leading article (an outlet keeps its own)."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ARTICLES and name.lower() not in OUTLETS else name
