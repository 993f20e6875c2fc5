"""A document while its speakers are being told apart: who is named in it, who has spoken so far, and how a mention is built."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import EntityKind, Quote, Span
from conflictkit.english.speakers.name_runs import Name
from conflictkit.english.speakers.name_words import FEMALE_ROLES, MALE_ROLES, OUTLETS, ROLE_NOUNS, TABLE
from conflictkit.english.speakers.names import Names
from conflictkit.english.speakers.roles import role_after, role_before

RELATIVE = frozenset({"who", "which", "whose", "whom", "that"})
CUT = frozenset(
    "of for from in at on with who whom whose which that to by near inside behind against under over between among within via about during after "
    "before as including whose released issued published posted signed prepared written compiled produced seen obtained reviewed working speaking standing living close familiar based while when where because said told".split()
)
MILITARY = frozenset(TABLE["military"]["nouns"].split())
ENDS = CUT | RELATIVE
"""Words before which the head of a mention ends."""
ASIDE = frozenset({"who", "which", "whose", "whom", "speaking"})
"""Words at which the phrase itself ends."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
MEDIA = frozenset(TABLE["media"]["nouns"].split())
GROUPS = frozenset(TABLE["groups"]["nouns"].split())
SINGULAR = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "these", "those", "both"})
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "you", "your"})
PRONOUNS = SINGULAR.keys() | NEUTER | PLURAL | RELATIVE | FIRST_PERSON
NEW = frozenset({"a", "an", "another", "one", "some", "several", "many", "two", "three", "four", "five", "other", "others", "most", "few", "no", "any"})
AGAIN = frozenset({"the", "this", "that", "these", "those", "latter"})
ARTICLES = frozenset({"the", "a", "an"})
REACH = 2
"""How many paragraphs on a speaker still has the floor."""
WINDOW = 50
"""How many names and speakers back a mention may reach."""
NESTED = 4
"""How many quotes back the one may begin that holds a word."""
SAME_BODY = {form: group[0] for group in TABLE["same"]["bodies"] for form in group}
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


class Mention(NamedTuple):
    """The words that name the speaker of a quote, taken apart (token indices)."""

    start: int
    end: int  # after the whole mention
    head_end: int  # after the head word: what comes before a comma, a preposition, a relative clause
    head: str  # the head word in small letters
    cut: int  # after the phrase, without a relative clause or "on condition of ..."
    quote: Quote


class Standing(NamedTuple):
    """Where a person's name stands, and what that is worth to a pronoun after it."""

    sentence: int
    paragraph: int
    weight: float


Heuristic = Callable[["Scene", Mention], Referent | None]
"""Names the one speaker it is sure of, or declines."""


class Scene:
    """A document while its speakers are being told apart: its names, and who has spoken so far."""

    def __init__(self, doc: Document, names: Names, quotes: tuple[Quote, ...], mentions: list[Mention | None], phrases: tuple[Heuristic, ...]) -> None:
        self.doc = doc
        self.phrases = phrases
        self.mentions = mentions
        self.names = names
        self.said: list[tuple[int, int]] = sorted({(part.start, part.end) for quote in quotes for part in quote.content})
        self.turns: list[Turn] = []
        self.persons: list[Name] = [run for run in names.runs if run.person >= 0]
        self.person_starts: list[int] = [run.start for run in self.persons]
        self.heads: dict[str, Referent] = {}
        self.outlets: set[str] = set()
        self.called: dict[str, str] = {}
        self.standings: dict[int, Standing] = {}
        self.at_head: dict[tuple[int, int], Name | None] = {}
        self.last_named: Referent | None = None
        self.last_body: Referent | None = None

    def tell(self, mention: Mention, heuristics: tuple[Heuristic, ...] = ()) -> Referent | None:
        """The speaker of the first heuristic that does not decline."""
        for heuristic in heuristics or self.phrases:
            speaker = heuristic(self, mention)
            if speaker is not None:
                return speaker
        return None

    @cached_property
    def by_role(self) -> dict[str, list[int]]:
        """Role noun -> the people who hold it."""
        found: dict[str, list[int]] = {}
        for i, person in enumerate(self.names.people):
            for word in {word for role in person.roles for word in role.lower().split()} & ROLE_NOUNS:
                found.setdefault(word, []).append(i)
        return found

    @cached_property
    def nouns(self) -> dict[str, list[int]]:
        """Role noun -> the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for k, word in enumerate(self.doc.low):
            if word in ROLE_NOUNS:
                found.setdefault(word, []).append(k)
        return found

    def once(self, speaker: Referent) -> Referent:
        """The speaker under the name of first mention: "the ministry" after "The ministry", "UNICEF" after its full name."""
        if speaker.person >= 0 or speaker.name is None:
            return speaker
        name = plain(speaker.name)
        first = self.called.setdefault(SAME_BODY.get(name) or name.casefold().removeprefix("the "), speaker.name)
        return speaker if first == speaker.name else speaker._replace(name=first)

    def person(self, i: int, run: Name | None = None) -> Referent:
        """The speaker that a named person is."""
        person = self.names.people[i]
        role = None
        if run:
            role = role_before(self.doc, run) or role_after(self.doc, run)
        role = role or (person.roles[0] if person.roles else None)
        return Referent(person.name, EntityKind.PERSON, False, role, i, "", person.gender, False, frozenset(person.nations))

    def inside(self, token: int) -> bool:
        """Whether a token stands inside somebody's words: who is said there to speak has not taken the floor."""
        at = self.doc.off[token]
        n = bisect_left(self.said, (at, 0))
        return any(start < at < end for start, end in self.said[max(0, n - NESTED) : n])

    def text(self, a: int, b: int) -> str:
        """The words of tokens a to b."""
        return self.doc.text[self.doc.off[a] : self.doc.end(b - 1)]

    def note(self, token: int, speaker: Referent, quote: Quote) -> None:
        """Remember who spoke."""
        self.turns.append(Turn(token, speaker, quote))
        if speaker.name is None:
            return
        if not speaker.anonymous:
            self.last_named = speaker
        if speaker.kind not in (EntityKind.PERSON, EntityKind.UNKNOWN) and not speaker.plural:
            self.last_body = speaker
        if speaker.head:
            self.heads[speaker.head] = speaker


def read_mention(doc: Document, span: Span, quote: Quote) -> Mention:
    """A mention taken apart into head and rest."""
    a, b = doc.at(span.start), doc.at(max(span.end - 1, span.start)) + 1
    low, toks = doc.low, doc.toks
    if b - a == 1:
        return Mention(a, b, b, low[a], b, quote)
    k = a
    while k < b and (not toks[k][0].isalnum()) and k + 1 < b:
        k += 1
    start = k
    head_end = b
    while k < b:
        word, first = low[k], toks[k][0]
        cuts = word in ENDS and (word not in CUT or toks[k - 1] != "-")
        if k > start and cuts and word in ("of", "for") and (on := _compound(doc, k, b)) > k:
            k = on  # "a Department of State spokesman"
            continue
        if k > start and (cuts or first in ",;:()[]—\n\r" or (first in "–-" and not doc.glued(k))):
            head_end = k
            break
        k += 1
    while head_end - 1 > start and low[head_end - 1] in REFLEXIVE:
        head_end -= 1
    cut = b
    for j in range(head_end, b):
        if low[j] in ASIDE or (low[j] == "on" and low[j + 1 : j + 3] in (["condition", "of"], ["the", "condition"])):
            cut = j
            break
    while cut > head_end and (toks[cut - 1][0] in ", ;" or low[cut - 1] in REFLEXIVE):
        cut -= 1
    head = next((j for j in range(head_end - 1, start - 1, -1) if toks[j][0].isalnum()), start)
    return Mention(start, b, head_end, low[head], cut, quote)


def _compound(doc: Document, k: int, end: int) -> int:
    """Where a name that goes on behind "of" at k is followed by its role noun in small letters; k when it is not."""
    toks, low = doc.toks, doc.low
    if not toks[k - 1][0].isupper():
        return k
    j = k + 1
    while j < end and (toks[j][0].isupper() or low[j] in ("the", "and", "of")):
        j += 1
    return j if k + 1 < j < end and toks[j - 1][0].isupper() and low[j] in ROLE_NOUNS else k


def plain(name: str) -> str:
    """A name without a leading article (an outlet keeps its own)."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ARTICLES and name.lower() not in OUTLETS else name


def name_at_head(scene: Scene, m: Mention) -> Name | None:
    """The name with which the head of a mention ends."""
    key = (m.start, m.head_end)
    if key not in scene.at_head:
        scene.at_head[key] = _name_at_head(scene, m)
    return scene.at_head[key]


def _name_at_head(scene: Scene, m: Mention) -> Name | None:
    before = scene.names.within(max(0, m.start - 3), m.head_end)
    run = before[-1] if before else None
    if run is None or run.end <= m.start:
        return None
    end = m.head_end
    while end > run.end and not scene.doc.toks[end - 1][0].isalnum():
        end -= 1
    if run.person < 0 and scene.doc.low[run.end - 1] in GROUPS and run.kind not in ("org", "place"):
        return None
    if run.end == end or (run.end > end and run.person < 0):
        return run
    return None

