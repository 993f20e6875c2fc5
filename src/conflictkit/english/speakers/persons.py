"""Which person a mention stands for: a name, a role, a relative pronoun. Each function names the one it is sure of, or declines."""

from __future__ import annotations

from bisect import bisect_left

from conflictkit._document import Document
from conflictkit._models import EntityKind
from conflictkit.english.grammar import syntax_of
from conflictkit.english.speakers.bodies import named_body, nations_in, phrase
from conflictkit.english.speakers.name_words import NATIONS, NO_ROLE, ROLE_NOUNS, TABLE
from conflictkit.english.speakers.scene import (
    AGAIN,
    ARTICLES,
    NEW,
    PRONOUNS,
    REACH,
    RELATIVE,
    SINGULAR,
    WINDOW,
    Mention,
    Referent,
    Scene,
    name_at_head,
    plain,
    read_mention,
)

OVER: dict[str, tuple[str, ...]] = {word: tuple(under.split()) for word, under in TABLE["roles"]["over"].items()}
"""A word for whoever is at the top -> the offices it may stand for, where a nation or a body is named with it."""
OFFICERS = frozenset({"minister", "president", "governor", "ambassador", "premier", "mayor"})
"""Roles that one person holds at a time."""
EPITHETS = frozenset(TABLE["roles"]["epithets"].split())
OPENING = 3
"""How many sentences open a report: headline, dateline, lead."""


def relative(scene: Scene, m: Mention) -> Referent | None:
    """"who", "which": the phrase directly before."""
    if m.head not in RELATIVE or m.end - m.start > 1:
        return None
    doc, k = scene.doc, m.start
    begin = doc.bounds(k)[0]
    end = k
    while end > begin and not doc.toks[end - 1][0].isalnum():
        end -= 1
    run = next((r for r in reversed(scene.names.within(max(begin, end - 24), end)) if r.person >= 0), None)
    if m.head == "who" and run is not None and (run.end == end or doc.low[run.end] in {",", "of", "from", "for"}):
        return scene.person(run.person, run)
    clause = syntax_of(doc).clause_of(k)
    group = clause.antecedent if clause is not None and clause.opener == k else None
    group = group or syntax_of(doc).group_at(end - 1)
    if group is None or group.start < begin or group.start >= k:
        return None
    return scene.tell(read_mention(doc, doc.span(group.start, min(max(group.end, end), k)), m.quote))


def nobody(scene: Scene, m: Mention) -> Referent | None:
    """"I", "we", and any pronoun that means nobody the document has named so far."""
    if m.end - m.start > 1 or m.head not in PRONOUNS or scene.doc.toks[m.start][:2] == "US":
        return None
    return Referent(None, EntityKind.PERSON if m.head in SINGULAR else EntityKind.UNKNOWN)


def bare_name(scene: Scene, m: Mention) -> Referent | None:
    """A person's name and nothing else."""
    names = scene.names
    n = bisect_left(names.starts, m.start)
    if n == len(names.starts) or names.starts[n] != m.start:
        return None
    run = names.runs[n]
    return scene.person(run.person, run) if run.person >= 0 and run.end == m.end else None


def named_person(scene: Scene, m: Mention) -> Referent | None:
    """A person's name at the end of the head ("Ukrainian President X", "X", "the singer X")."""
    run = name_at_head(scene, m)
    if run is None or run.kind == "role":  # "the ambassador to Chad X", "the minister for the islands X": the name follows what the title is of
        tail = scene.names.within(m.head_end, m.cut)
        run = next((r for r in tail if r.first < m.head_end), None)
        if run is None and tail and m.head in ROLE_NOUNS and tail[-1].end == m.cut and scene.doc.low[tail[-1].first - 1] not in NO_ROLE | ARTICLES:
            run = tail[-1] if scene.doc.toks[tail[-1].first - 1][0] not in ",(" else None
    return scene.person(run.person, run) if run and run.person >= 0 else None


def role_of_neighbour(scene: Scene, m: Mention) -> Referent | None:
    """A role in apposition to the name before its comma: "X, commander of the brigade, said"."""
    if m.head not in ROLE_NOUNS or m.start < 2 or scene.doc.low[m.start - 1] != ",":
        return None
    run = next((r for r in scene.names.within(max(0, m.start - 8), m.start - 1) if r.end == m.start - 1 and r.person >= 0), None)
    return scene.person(run.person, run) if run else None


def apposed_name(scene: Scene, m: Mention) -> Referent | None:
    """A role, a comma, then the name: "The mayor of London, X", "One of these groups, the Y"."""
    doc = scene.doc
    if "," not in doc.low[m.head_end : m.cut]:
        return beyond(scene, m)
    comma = doc.low.index(",", m.head_end)
    for run in scene.names.within(comma, min(m.cut, comma + 12)):
        first = min(run.start, run.first)
        if doc.low[first - 1] in (",", "the"):
            if run.person >= 0 and untold(scene, m):
                speaker = scene.person(run.person, run)
                return speaker._replace(role=plain(scene.text(m.start, comma))) if m.head in ROLE_NOUNS else speaker
            if run.kind in ("org", "media") and doc.low[m.start] in {"one", "the"} and run.end == last_word(doc, m.cut, comma) and untold(scene, m):
                return named_body(scene, run, run.start, run.end)
        break
    return None


def last_word(doc: Document, end: int, start: int) -> int:
    """End of the words before a closing bracket."""
    k = start + 1
    while k < end and doc.toks[k][0] != "(":
        k += 1
    return k


def untold(scene: Scene, m: Mention) -> bool:
    """Whether the head of a mention is no name but a role or a kind of body."""
    run = name_at_head(scene, m)
    return run is None or run.kind == "role"


def beyond(scene: Scene, m: Mention) -> Referent | None:
    """The name behind a role whose mention ends before the comma: "the mayor" in "according to the mayor, X, ..."."""
    doc = scene.doc
    if m.head not in ROLE_NOUNS or m.end + 2 >= len(doc) or doc.low[m.end] != "," or not untold(scene, m):
        return None
    run = next(iter(scene.names.within(m.end + 1, m.end + 4)), None)
    if run is None or run.person < 0 or run.first != m.end + 1 or run.end >= len(doc) or doc.low[run.end] not in {",", "."}:
        return None
    return scene.person(run.person)._replace(role=plain(scene.text(m.start, m.cut)))


def unnamed_again(scene: Scene, m: Mention) -> Referent | None:
    """"the soldier": the unnamed speaker with that head noun who spoke last."""
    if scene.doc.low[m.start] not in AGAIN or m.head_end < m.end or m.head_end - m.start > 3:
        return None
    if m.head == "latter":
        return scene.turns[-1].speaker if scene.turns else None
    known = scene.heads.get(m.head)
    return known if known is not None and (known.kind is EntityKind.PERSON or m.head_end - m.start == 2) else None


def introduced(scene: Scene, m: Mention) -> Referent | None:
    """Someone with that head noun of whom the text has told before ("a soldier", "one police source"), the last one."""
    if m.head not in ROLE_NOUNS or scene.doc.low[m.start] not in AGAIN or m.head_end < m.end:
        return None
    doc, spots = scene.doc, scene.nouns.get(m.head, ())
    for k in reversed(spots[: bisect_left(spots, m.start)][-3:]):
        first = next((j for j in range(k - 1, max(-1, k - 7), -1) if doc.low[j] in ARTICLES | NEW or not (doc.toks[j][0].isalpha() or doc.toks[j] == "-")), -1)
        if first >= 0 and doc.low[first] in {"a", "an", "one", "another"} and not scene.inside(first) and (not first or doc.low[first - 1] != ","):
            return phrase(scene, read_mention(doc, doc.span(first, k + 1), m.quote))
    return None


def holder_of_role(scene: Scene, m: Mention) -> Referent | None:
    """"the minister", "the Turkish president": the person who was given that role, the nearest before if several were."""
    doc, low = scene.doc, scene.doc.low
    if m.head not in ROLE_NOUNS or low[m.start] not in AGAIN | {"his", "her"} and low[m.start] not in NATIONS or m.head_end < m.end:
        return None
    holders = scene.by_role.get(m.head, ())
    over = OVER.get(m.head, ())
    nation = next((NATIONS[low[k]] for k in range(m.start, m.head_end) if low[k] in NATIONS), "")
    people = scene.names.people
    modifiers = {low[k] for k in range(m.start + 1, m.head_end - 1) if doc.toks[k][0].isalpha() and low[k] not in NATIONS and not is_epithet(low[k]) and not (len(holders) == 1 and doc.toks[k][0].isupper())}
    if over and (nation or modifiers):
        holders = sorted({*holders, *(i for role in over for i in scene.by_role.get(role, ()))})
    fits: list[tuple[int, int]] = []
    for i in holders[:WINDOW]:
        person = people[i]
        if nation and person.nations and nation not in person.nations:
            continue
        if nation and not person.nations and m.head not in " ".join(person.roles).lower().split():
            continue
        if modifiers and not any(modifiers <= set(role.lower().replace(".", "").split()) for role in person.roles):
            continue
        before = bisect_left(person.seen, m.start)
        if before:
            fits.append((person.seen[before - 1], i))
    speaking = scene.turns[-1].speaker.person if scene.turns else -1
    if any(i == speaking for _, i in fits):
        return scene.person(speaking)
    fits.sort()
    if not fits or (len(fits) > 1 and doc.sentence(fits[-1][0]) == doc.sentence(fits[-2][0])):
        return None
    return scene.person(fits[-1][1])


def named_later(scene: Scene, m: Mention) -> Referent | None:
    """The role with which a report opens ("A harbour official said"): who is named next as a speaker and has it."""
    doc, low = scene.doc, scene.doc.low
    if m.head not in ROLE_NOUNS or doc.sentence(m.start) >= OPENING or low[m.start] in {"another", "one", "his", "her"}:
        return None
    for other in scene.mentions:
        if other is None or other.start <= m.start or other.head in PRONOUNS:
            continue
        run = name_at_head(scene, other)
        if run is None or run.person < 0 or doc.paragraph(other.start) - doc.paragraph(m.start) > REACH:
            return None
        person = scene.names.people[run.person]
        if person.seen[0] < m.start or len(person.words) < 2:  # noqa: PLR2004
            return None
        nations = nations_in(scene, m.start, m.end)
        if nations and person.nations and nations.isdisjoint(person.nations):
            return None
        held = {word for role in person.roles for word in role.lower().split()}
        fits = m.head in held or not held.isdisjoint(OVER.get(m.head, ())) or (not held and (m.head in OFFICERS or low[m.start] not in {"a", "an"}))
        if not fits:
            return None
        if not person.roles:
            scene.by_role.setdefault(m.head, []).append(run.person)
            person.roles.append(plain(scene.text(m.start, m.cut)))
        return scene.person(run.person)
    return None


def is_epithet(word: str) -> bool:
    """Whether a word before a role adds colour and tells no other holder of it: "outgoing", "frightened"."""
    return word in EPITHETS or (word.endswith(("ed", "ing", "-old")) and len(word) > 5)
