"""Which person a mention stands for: a name, a role, a relative pronoun. Each function names the one it is sure of, or declines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import Kind, NounGroup

from ..grammar.lists import ARTICLES, INDEFINITE, KNOWN_AS, NAMES, OWNED, RELATIVE, REPORTS
from .bodies import named_body, phrase
from .kinds import BODIES, DOCUMENTS, noun_kind
from .mentions import ANSWERS, QUESTIONS, Mention, Name
from .name_words import GENDERED, NATIONS, NO_ROLE, ROLE_NOUNS, TABLE
from .names import Person
from .referents import (
    AGAIN,
    PRONOUNS,
    REACH,
    WINDOW,
    Referent,
    Referents,
    plain,
)
from .roles import begins_clause

OVER: dict[str, tuple[str, ...]] = {word: tuple(under.split()) for word, under in TABLE.roles.over.items()}
"""A word for whoever is at the top -> the offices it may stand for, where a nation or a body is named with it."""
OFFICERS = TABLE.roles.single
"""Roles that one person holds at a time."""
EPITHETS = TABLE.roles.epithets


def relative(scene: Referents, m: Mention) -> Referent | None:
    """"who", "which": the phrase directly before."""
    if m.head not in RELATIVE or m.end - m.start > 1:
        return None
    above = scene.antecedents.get(m.start)
    return scene.tell(scene.mention(above.start, above.end, m.said)) if above is not None and not above.pronoun else None


def nobody(scene: Referents, m: Mention) -> Referent | None:
    """"I", "we", and any pronoun that means nobody the document has named so far."""
    return Referent(None, EntityKind.PERSON if m.head in GENDERED else EntityKind.UNKNOWN)


def bare_name(scene: Referents, m: Mention) -> Referent | None:
    """A person's name and nothing else."""
    names = scene.names
    n = bisect_left(names.starts, m.start)
    if n == len(names.starts) or names.starts[n] != m.start:
        return None
    run = names.runs[n]
    return scene.person(run.person, run) if run.person >= 0 and run.end == m.end else None


def named_person(scene: Referents, m: Mention) -> Referent | None:
    """A person's name at the end of the head ("Ukrainian President X", "X", "the singer X")."""
    run = scene.name_at_head((m.start, m.head_end))
    if run is None or run.kind == "role":  # "the ambassador to Chad X", "the minister for the islands X": the name follows what the title is of
        tail = scene.names.within(m.head_end, m.cut)
        run = next((r for r in tail if r.first < m.head_end), None)
        if run is None and tail and (m.head in ROLE_NOUNS or m.head == "one") and tail[-1].end == m.cut and scene.doc.low[tail[-1].first - 1] not in NO_ROLE | ARTICLES:
            run = tail[-1] if scene.doc.toks[tail[-1].first - 1][0] not in ",(" else None
    return scene.person(run.person, run) if run and run.person >= 0 else None


def renamed(scene: Referents, m: Mention) -> Referent | None:
    """A role or kind of body with its name in apposition, before or behind it: "X, commander of the brigade", "The mayor of London, X", "One of these groups, the Y"."""
    group = m.group
    if group is None or m.head in DOCUMENTS or not untold(scene, m):
        return None
    if group.renames is not None and not begins_clause(scene.doc, group) and m.head in ROLE_NOUNS:
        return _person_in(scene, group.renames)
    behind = scene.names.within(m.head_end, max(m.end, group.extent, m.cut + 2)) or scene.names.runs[(n := bisect_left(scene.names.starts, m.cut)) : n + 1]
    for run in [run for run in behind if run.first <= max(m.end, group.extent, m.cut + 1)]:
        first = min(run.start, run.first)
        if scene.doc.low[first - 1 - (scene.doc.low[first - 1] == "the")] != "," or not _apposed(scene, m, run):
            continue
        if run.person >= 0:
            speaker = scene.person(run.person, run)
            return speaker._replace(role=plain(scene.doc.words(m.start, _comma(scene, m, run)))) if m.head in ROLE_NOUNS else speaker
        if (run.kind in ("org", "media") or run.kind == "other" and m.head in BODIES) and (scene.doc.low[m.start] in {"one", "the"} or group.owner is not None and group.owner.start == m.start):
            body = named_body(scene, run, run.start, run.end)
            return body._replace(kind=noun_kind(m.head)) if body.kind is EntityKind.UNKNOWN else body
    return None


def called_so(scene: Referents, m: Mention) -> Referent | None:
    """Somebody by the name that a participle gives him: "a man named X", "a group calling itself the Y", "a man identified as X"."""
    for clause in m.group.clauses if m.group is not None else ():
        told = clause.kind is Kind.REDUCED and clause.antecedent is m.group and clause.verb.lemma in NAMES | KNOWN_AS
        given = clause.second_object or next((group for joint, group in clause.obliques if joint == "as"), None) if told else None
        runs = scene.names.within(given.start, given.end) if given is not None and given.name else ()
        if not runs:
            continue
        if runs[0].person >= 0:
            return scene.person(runs[0].person, runs[0])
        if m.head in BODIES:
            body = named_body(scene, runs[0], runs[0].start, runs[0].end)
            return body._replace(kind=noun_kind(m.head)) if body.kind is EntityKind.UNKNOWN else body
    return None


def _apposed(scene: Referents, m: Mention, run: Name) -> bool:
    """Whether a name renames the head of a mention, or something that hangs on it; not where it opens an attribution: "killed 50 men, X, a nurse, said"."""
    group = scene.syntax.group_at(run.end - 1)
    if group is not None and any(clause.subject is group and clause.start == group.start and clause.verb.lemma in REPORTS for clause, _ in group.roles):
        return False
    above = group.renames if group is not None else None
    while above is not None and above.start > m.start:
        above = above.hangs_on
    behind = min(run.start, run.first) == m.cut + 1 and scene.doc.low[run.end : run.end + 1] in ([","], ["."])
    return above is not None or run.end == m.cut or scene.doc.low[run.end : run.end + 1] == ["("] or behind


def _comma(scene: Referents, m: Mention, run: Name) -> int:
    """The comma before a name in apposition."""
    first = min(run.start, run.first)
    return next(k for k in range(first - 1, m.start, -1) if scene.doc.low[k] == ",") if "," in scene.doc.low[m.start:first] else m.head_end


def _person_in(scene: Referents, group: NounGroup) -> Referent | None:
    """The person whose name a noun group ends with."""
    run = next((run for run in scene.names.within(group.start, group.end) if run.person >= 0 and run.end == group.end), None)
    return scene.person(run.person, run) if run is not None else None


def untold(scene: Referents, m: Mention) -> bool:
    """Whether the head of a mention is no name but a role or a kind of body."""
    run = scene.name_at_head((m.start, m.head_end))
    return run is None or run.kind == "role"


def unnamed_again(scene: Referents, m: Mention) -> Referent | None:
    """"the soldier": the unnamed speaker with that head noun who spoke last."""
    if m.head_end < m.end or m.head_end - m.start > 3:
        return None
    known = scene.heads.get(m.head)
    return known if known is not None and (known.kind is EntityKind.PERSON or m.head_end - m.start == 2) else None


def introduced(scene: Referents, m: Mention) -> Referent | None:
    """Someone with that head noun of whom the text has told before ("a soldier", "one police source"), the last one."""
    if scene.doc.low[m.start] not in AGAIN or m.head_end < m.end:
        return None
    if scene.turns and _wider(scene, m, last := scene.turns[-1].speaker):
        return last
    doc, spots = scene.doc, scene.nouns.get(m.head, ())
    for k in reversed(spots[: bisect_left(spots, m.start)][-WINDOW:]):
        group = scene.syntax.group_at(k)
        first = group.determiner if group is not None and group.head == k else -1
        if first >= 0 and doc.low[first] in INDEFINITE and not scene.inside[first] and (not first or doc.low[first - 1] != ","):
            return phrase(scene, scene.mention(first, k + 1, m.said))
    return None


def _wider(scene: Referents, m: Mention, last: Referent) -> bool:
    """Whether a phrase names in a wider word the one unnamed person who spoke last: "the official" after "a military head", "the government source" after "a government official"."""
    if not last.anonymous or last.plural or last.kind is not EntityKind.PERSON or last.name is None or last.head not in OVER.get(m.head, ()):
        return False
    return set(scene.doc.low[m.start + 1 : m.head_end - 1]) <= set(last.name.lower().split())


class Office(NamedTuple):
    """What a mention tells of an office."""

    head: str
    nation: str
    modifiers: set[str]

    @property
    def told(self) -> bool:
        """Whether more than the noun is told."""
        return bool(self.nation or self.modifiers)


def holder_of_role(scene: Referents, m: Mention) -> Referent | None:
    """"the minister", "the Turkish president", "Norland's police chief": the person who was given that role, the nearest before if several were."""
    office = _office(scene, m)
    if office is None:
        return None
    people = scene.names.people
    personal = scene.doc.low[m.start] in OWNED
    holders = [i for i in _holders(scene, m, told=office.told)[:WINDOW] if _may_hold(people[i], office) and not (personal and _serves_body(people[i]))]
    seen = sorted((people[i].seen[n - 1], i) for i in holders if (n := bisect_left(people[i].seen, m.start)))
    speaking = scene.turns[-1].speaker.person if scene.turns else -1
    if any(i == speaking for _, i in seen) or _only_holder(scene, office, speaking):
        return scene.person(speaking)
    if not seen:
        return scene.person(holders[0]) if office.modifiers and len(holders) == 1 else None  # who is named later
    *others, (last, nearest) = seen
    return scene.person(nearest) if not others or scene.doc.sentence_of[last] != scene.doc.sentence_of[others[-1][0]] else None


def _office(scene: Referents, m: Mention) -> Office | None:
    """The office that a mention points at as known: by "the", an owner, a nation, or as a label."""
    low = scene.doc.low
    owner = m.group.owner if m.group is not None else None
    owned = owner is not None and owner.start == m.start and not owner.pronoun
    labels = low[m.end : m.end + 1] == [":"]
    behind = NATIONS.get(" ".join(low[m.head_end + 1 : m.cut]), "") if low[m.head_end : m.head_end + 1] == ["of"] else ""
    known = labels or owned or low[m.start] in KNOWN_OFFICE or low[m.start] in NATIONS
    if not known or m.head_end < m.end and not behind:
        return None
    nation = behind or next((NATIONS[low[k]] for k in range(m.start, m.head_end) if low[k] in NATIONS), "")
    return Office(m.head, nation, _modifiers(scene, m, m.start + (not owned and not labels)))


KNOWN_OFFICE = AGAIN | {"his", "her"}
"""Words before an office whose holder is known."""


def _only_holder(scene: Referents, office: Office, person: int) -> bool:
    """Whether nobody else has the role of who speaks: "The leader of the Front, X, said", "the rebel leader said"."""
    alone = scene.by_role.get(office.head) == [person] and not office.nation
    return alone and scene.names.people[person].roles[0].lower().split()[0] == office.head


def _modifiers(scene: Referents, m: Mention, first: int) -> set[str]:
    """What is told of an office before its noun ("police" of "the police chief"); of one with a single holder a name before it tells nothing more."""
    toks, low = scene.doc.toks, scene.doc.low
    alone = len(scene.by_role.get(m.head, ())) == 1
    told = (k for k in range(first, m.head_end - 1) if toks[k][0].isalpha() and not (alone and toks[k].strip().istitle()))
    return {low[k] for k in told if low[k] not in NATIONS and not is_epithet(low[k])}


def _holders(scene: Referents, m: Mention, *, told: bool) -> Sequence[int]:
    """The people of a role; also those of the offices that it may stand for, where a nation or a body is told or one of them has just spoken."""
    holders = scene.by_role.get(m.head, ())
    over = OVER.get(m.head, ())
    speaking = scene.turns[-1].speaker.person if scene.turns else -1
    if over and (told or not holders and any(speaking in scene.by_role.get(role, ()) for role in over)):
        return sorted({*holders, *(i for role in over for i in scene.by_role.get(role, ()))})
    return holders


def _may_hold(person: Person, office: Office) -> bool:
    """Whether what is told of a person goes with a role, its nation and its modifiers."""
    roles = [role.lower().replace(".", "").replace("'s", "").replace("’s", "").split() for role in person.roles]
    nation = office.nation
    if nation and (nation not in person.nations if person.nations else not any(office.head in role for role in roles)):
        return False
    return not office.modifiers or any(office.modifiers <= set(role) for role in roles)


def _serves_body(person: Person) -> bool:
    """Whether the office of a person is one of a body, not of another person: "army spokesman", so that "his spokesman" is somebody else."""
    return any(noun_kind(word) in BODILY for role in person.roles for word in role.lower().split()[:-1])


BODILY = frozenset({EntityKind.MILITARY, EntityKind.GOVERNMENT, EntityKind.ORGANIZATION})


def answering(scene: Referents, m: Mention) -> Referent | None:
    """"A:" of a talk: the one person who is named before it; whoever asks has no name."""
    if not _is_turn(scene, m):
        return None
    first = next((other.start for other in scene.mentions if other is not None and _is_turn(scene, other)), m.start)
    told = {run.person for run in scene.names.runs[:WINDOW] if run.person >= 0 and run.start < first}
    return scene.person(told.pop()) if m.head in ANSWERS and len(told) == 1 else Referent(None, EntityKind.UNKNOWN)


def _is_turn(scene: Referents, m: Mention) -> bool:
    return m.head in ANSWERS | QUESTIONS and m.end - m.start == 1 and scene.doc.low[m.end : m.end + 1] == [":"]


def by_age(scene: Referents, m: Mention) -> Referent | None:
    """"The 38-year-old": whose age the text gives."""
    low = scene.doc.low
    age = next((word for word in low[m.start : m.end] if word.isdigit()), "") if low[m.start] == "the" else ""
    run = next((run for run in (scene.names.runs if age else ()) if run.person >= 0 and low[run.end : run.end + 2] == [",", age]), None)
    return scene.person(run.person, run) if run is not None else None


def named_later(scene: Referents, m: Mention) -> Referent | None:
    """The role with which a report opens ("A harbour official said"): who is named next as a speaker and has it."""
    if scene.doc.low[m.start] in {"another", "one", "his", "her"}:
        return None
    other = next((other for other in scene.mentions if other is not None and other.start > m.start and other.head not in PRONOUNS), None)
    run = scene.name_at_head((other.start, other.head_end)) if other is not None else None
    if other is None or run is None or run.person < 0 or scene.doc.paragraph_of[other.start] - scene.doc.paragraph_of[m.start] > REACH:
        return None
    person = scene.names.people[run.person]
    if person.seen[0] < m.start or len(person.words) < 2 or not _introduces(scene, m, person):  # noqa: PLR2004
        return None
    if not person.roles:
        scene.by_role.setdefault(m.head, []).append(run.person)
        person.roles.append(plain(scene.doc.words(m.start, m.cut)))
    return scene.person(run.person)


def _introduces(scene: Referents, m: Mention, person: Person) -> bool:
    """Whether a role with which a report opens goes with what is told of a person later: his roles, or none, and his nations."""
    words = scene.doc.low[m.start : m.head_end]
    one = words[0] in {"a", "an"}
    held = {word for role in person.roles for word in role.lower().split()}
    told = {word for word in words[1:-1] if word[0].isalpha() and word not in NATIONS and not is_epithet(word)}
    over = not one and not held.isdisjoint(OVER.get(m.head, ())) and (not told or not told.isdisjoint(held))
    nations = {NATIONS[word] for word in words if word in NATIONS}
    fits = m.head in held or over or not held and (m.head in OFFICERS or not one)
    return fits and (not nations or not person.nations or not nations.isdisjoint(person.nations))


def is_epithet(word: str) -> bool:
    """Whether a word before a role adds colour and tells no other holder of it: "outgoing", "frightened"."""
    return word in EPITHETS or (word.endswith(("ed", "ing", "-old")) and len(word) > 5)
