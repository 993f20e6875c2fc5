"""Whom a pronoun stands for: of all who were named before it whoever stands out most, by clause, distance and who was speaking; nobody if two do."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from itertools import compress
from operator import attrgetter

from attrs import define

from conflictkit._lexicon import Memo
from conflictkit._models import EntityKind, QuoteKind
from conflictkit.engine.syntax import HEAD, MEMBERS, Kind, NounGroup, Once, Role

from ..grammar.lists import OWNED, REFLEXIVE
from ..lexicon.claims import VERB
from .bodies import named_body
from .kinds import BODIES, MEDIA, group_kind, noun_kind
from .mentions import Mention, Name
from .name_words import DEMONYMS, FIRST_NAMES, GENDERED, NATIONS, PEOPLES, TABLE, TABLE_WORDS
from .names import first_gender
from .referents import NEUTER, PLURAL, PRONOUNS, UNNAMED_GENDER, WINDOW, Referent, Referents, Turn

PERSON, BODY, GROUP = "person", "body", "group"
"""What a pronoun can stand for: "he" for a person, "it" for a body, "they" for a group or body."""
SORTS: dict[EntityKind, str] = {
    EntityKind.PERSON: PERSON,
    EntityKind.GROUP: GROUP,
    EntityKind.MILITARY: BODY,
    EntityKind.GOVERNMENT: BODY,
    EntityKind.ORGANIZATION: BODY,
    EntityKind.MEDIA: BODY,
}
OF_SORT: dict[str, frozenset[EntityKind]] = {
    **dict.fromkeys(("ministry", "department", "embassy", "council", "committee", "court", "bureau", "office"), frozenset({EntityKind.GOVERNMENT})),
    **dict.fromkeys(("company", "firm", "bank", "university", "institute"), frozenset({EntityKind.ORGANIZATION})),
    **dict.fromkeys((*MEDIA, "publication", "outlet"), frozenset({EntityKind.MEDIA})),
    "agency": frozenset({EntityKind.MEDIA, EntityKind.ORGANIZATION, EntityKind.GOVERNMENT}),
    **dict.fromkeys(("group", "movement", "faction", "front", "militia", "alliance"), frozenset({EntityKind.ORGANIZATION, EntityKind.MILITARY, EntityKind.GROUP})),
}
OF_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.MILITARY})
"""What kinds of body "the ministry", "the group" can stand for; any other noun for an organisation or armed force."""
WEIGHTS: dict[Role, float] = {Role.SUBJECT: 1.5, Role.OBJECT: 0.3, Role.SECOND_OBJECT: 0.3, Role.AGENT: 0.3}
"""How much a mention stands out by its place in the clause."""
FIRST, SAID, AGAIN, HERE, FITS = 0.5, -1.0, 0.3, 1.0, 1.0
"""What it counts to be the first of its sort in the sentence, to stand in somebody's words, to be named often, in this paragraph, to have the right gender."""
OFTEN = 3
"""So many mentions of one make him stand out most."""
LONGEST = 3
"""How many words the name of a person has of whom nothing is known."""
TELLS = 1.0
"""What it counts to tell what a pronoun does: "the army said it had left"."""
MAYBE = -1.0
"""What it counts that a name is perhaps no person's."""
HIDDEN = -2.0
"""What it counts that "the minister" may be somebody who is named elsewhere."""
BACK = 1.2
"""What each sentence back costs."""
FLOOR, FLOOR_BACK = 4.0, 0.8
"""What it counts for the speaker of a quote to have spoken last, and what each sentence back takes of it."""
NEWER = 3.0
"""What it takes of that if somebody else has been a subject since."""
LEAST = 0.5
"""How much a body or a group has to stand out: as the subject of the sentence before, or in this one."""
MANY = frozenset({"police", "troops", "forces"})
"""Nouns that "it" does not stand for."""
NEAR = 2
"""How many sentences back a body or a group that has not spoken can be meant."""


SORT = Memo(lambda noun: "" if noun in NATIONS else SORTS.get(noun_kind(noun), ""))
"""A noun in small letters -> what it names of these."""


@define(eq=False, slots=True)
class Candidate:
    """Somebody who is named in the text, as an antecedent."""

    token: int
    sort: str
    key: str
    gender: str
    weight: float
    run: Name | None
    group: NounGroup | None
    kind: EntityKind = EntityKind.UNKNOWN
    sentence: int = 0
    paragraph: int = 0


_TOKEN = attrgetter("token")


class Stage:
    """All candidates of a document in text order."""

    def __init__(self, scene: Referents) -> None:
        self.scene = scene
        self.dies: Callable[[NounGroup], bool] = Once(self._dies).__getitem__
        """Whether somebody is told to be killed: the dead do nothing more."""
        low, named = scene.doc.low, set[NounGroup]()
        found: list[Candidate] = []
        for run in scene.names.runs:
            group = scene.syntax.group_at(run.end - 1)
            if group is not None and not run.first <= group.head < run.end:
                if run.person < 0:
                    group = None  # "Two KTV reporters"
            elif group is not None:
                named.update((group, scene.syntax.group_at(run.start) or group))  # both ends of "Doctors Without Borders"
            candidate = self._named(run, group)
            if candidate is not None:
                found.append(candidate)
        groups = scene.syntax.groups
        for group in compress(groups, map(SORT.__getitem__, map(low.__getitem__, map(HEAD, groups)))):
            anew = not (group.time or group.pronoun or group.renames is not None or group in named)
            candidate = self._unnamed(group, SORT[low[group.head]]) if anew else None
            if candidate is not None:
                found.append(candidate)
        for group in filter(MEMBERS, groups):
            found += self._list(group) if group.members[0] is group else []
        found.sort(key=_TOKEN)
        self._weigh(found)
        self.tokens: list[int] = [*map(_TOKEN, found)]
        self.people: list[Candidate] = [candidate for candidate in found if candidate.sort == PERSON]
        self.bodies: list[Candidate] = [candidate for candidate in found if candidate.sort != PERSON]

    def _named(self, run: Name, group: NounGroup | None) -> Candidate | None:
        if run.person >= 0:
            person = self.scene.names.people[run.person]
            return Candidate(run.start, PERSON, person.name, person.gender, 0.0, run, group)
        word = self.scene.doc.low[run.end - 1]
        if run.kind == "other" and self._perhaps(run, group):
            return Candidate(run.start, PERSON, self.scene.doc.words(run.start, run.end), first_gender([word, ""]), MAYBE * (word not in FIRST_NAMES), run, group)
        if run.kind not in ("org", "place", "media") or word in DEMONYMS or word in PEOPLES:
            return None
        body = named_body(self.scene, run, run.start, run.end)
        return Candidate(run.start, BODY, body.name or "", "", 0.0, run, group, body.kind)

    @cached_property
    def _times(self) -> Counter[str]:
        """How often a name begins with a word."""
        return Counter(map(self.scene.doc.low.__getitem__, self.scene.names.starts))

    def _perhaps(self, run: Name, group: NounGroup | None) -> bool:
        """Whether a name of which nothing is known may be a person's: one to three words that do something, and are nowhere a place or with an article."""
        scene, k = self.scene, run.start
        if run.end - k > LONGEST or group is None or group.determiner >= 0 or group.start != k or group.end != run.end:
            return False
        word = scene.doc.low[k]
        opens = run.end - k == 1 and (k == scene.doc.bounds[k][0] or not scene.doc.toks[k - 1][0].isalnum()) and word not in FIRST_NAMES and self._times[word] < 2  # noqa: PLR2004
        return not opens and word not in TABLE_WORDS and word not in scene.names.things and any(role in WEIGHTS for _, role in group.roles)

    def _unnamed(self, group: NounGroup, sort: str) -> Candidate | None:
        low, scene = self.scene.doc.low, self.scene
        head, first = low[group.head], low[group.start]
        kind = group_kind(head, group)
        if kind is EntityKind.THING or first == "no":
            return None
        if sort != PERSON:
            return Candidate(group.start, sort, f"{head} {group.start}", UNNAMED_GENDER.get(head, ""), 0.0, None, group, kind)
        if group.plural or group.determiner < 0 and group.owner is None or first in ("each", "every") or _told_of(scene, group):
            return None
        holders = scene.by_role.get(head, ()) if first in DEFINITE else ()
        if len(holders) > 1:
            return None
        if holders:
            person = scene.names.people[holders[0]]
            return Candidate(group.start, sort, person.name, person.gender, 0.0, None, group)
        return Candidate(group.start, sort, f"{head} {group.start}", UNNAMED_GENDER.get(head, ""), HIDDEN * (first in DEFINITE), None, group, kind)

    def _list(self, group: NounGroup) -> list[Candidate]:
        """Several together: "the governor and the mayor"."""
        sorts = {SORTS.get(self._kind(member), "") for member in group.members}
        if sorts <= {PERSON, GROUP, BODY}:
            whole = NounGroup(group.start, group.members[-1].end, group.members[-1].head, plural=True, roles=group.roles)
            return [Candidate(group.start, GROUP, f"list {group.start}", "", 0.0, None, whole)]
        return []

    def _kind(self, group: NounGroup) -> EntityKind:
        run = next((run for run in self.scene.names.within(group.start, group.end) if run.end == group.end), None)
        if run is not None and run.kind in ("person", "org", "place", "media"):
            return EntityKind.PERSON if run.person >= 0 else EntityKind.ORGANIZATION
        return noun_kind(self.scene.doc.low[group.head])

    def _weigh(self, found: list[Candidate]) -> None:
        """Say of each candidate, in text order, where it stands and how much it stands out there."""
        scene, doc = self.scene, self.scene.doc
        first: set[tuple[int, str]] = set()
        said = scene.inside.copy()
        for region in doc.regions:
            said[region.open : region.close] = b"\1" * (region.close - region.open)
        for candidate in found:
            token, group = candidate.token, candidate.group
            candidate.sentence, candidate.paragraph = doc.sentence_of[token], doc.paragraph_of[token]
            paired = group is not None and len(group.members) > 1
            if group is not None and not paired and _is_head(candidate):
                candidate.weight += self._place(group)
            if (key := (candidate.sentence, candidate.sort)) not in first:
                first.add(key)
                candidate.weight += FIRST if not paired else 0.0
            if said[token]:
                candidate.weight += SAID

    def _place(self, group: NounGroup) -> float:
        """What a noun group's place in its clause is worth."""
        roles = group.roles or (group.renames.roles if group.renames is not None else ())
        if len(roles) == 1:
            return WEIGHTS.get(roles[0][1], 0.0)
        if roles:
            return max([WEIGHTS.get(role, 0.0) for _, role in roles])
        if group.preposition >= 0 or group.hangs_on is not None:
            return 0.0
        verb = self.scene.syntax.verb_at(group.end)
        return WEIGHTS[Role.SUBJECT] if verb is not None and verb.finite else 0.0

    def _dies(self, group: NounGroup) -> bool:
        for clause, role in group.roles:
            verb = VERB.get(self.scene.doc.low[clause.verb.word])
            if verb is not None and verb.fate == "killed" and role is (Role.SUBJECT if verb.subject or clause.verb.passive else Role.OBJECT):
                return True
        return False

    def body(self, m: Mention) -> Referent | None:
        """The body that "the group", "the international organization" stands for; nobody if two are equally good, or if it suffers as a building does ("bombed the embassy")."""
        if group_kind(m.head, m.group) is EntityKind.THING or m.group is not None and _is_told_which(m.group):
            return None
        kinds = OF_SORT.get(m.head, OF_BODIES)
        nations = {NATIONS[word] for word in self.scene.doc.low[m.start : m.head_end] if word in NATIONS}

        def fits(one: Candidate | Referent) -> bool:
            if one.kind not in kinds:
                return False
            if isinstance(one, Referent):
                named = one.head == m.head or (one.name or "").rpartition(" ")[2][:1].isupper()
                return named and one.head not in NATIONS and (not nations or not one.nations or not nations.isdisjoint(one.nations))
            if one.run is None:
                several = one.group is not None and one.group.plural and (one.group.number >= 0 or m.head_end - m.start > 2)  # noqa: PLR2004 - "the group"
                return one.group is not None and not several and one.kind is not EntityKind.MILITARY and self.scene.doc.low[one.group.head] not in BODIES
            return one.run.kind != "place"

        turn = next((turn for turn in reversed(self.scene.turns_before(m, WINDOW)) if turn.speaker.name and fits(turn.speaker)), None)
        return _best(self.scene, m, BODY, "", turn, fits)

    def before(self, token: int, sort: str) -> list[Candidate]:
        """The people, or the bodies and groups of this sentence and those right before it, among the last candidates before a token."""
        n = bisect_left(self.tokens, token)
        first = self.tokens[max(0, n - WINDOW)] if n else token
        among = self.people if sort == PERSON else self.bodies
        if sort != PERSON:
            doc = self.scene.doc
            first = max(first, doc.sentences[max(0, doc.sentence_of[token] - NEAR)])
        return among[bisect_left(among, first, key=_TOKEN) : bisect_left(among, token, key=_TOKEN)]


def _told_of(scene: Referents, group: NounGroup) -> bool:
    """Whether a noun group tells what somebody was: "he was a colonel" names nobody new."""
    verb = scene.syntax.verb_at(group.start - 1) if group.start else None
    return verb is not None and verb.clause is not None and group.start <= verb.clause.predicate < group.end


def _is_told_which(group: NounGroup) -> bool:
    """Whether a relative without a comma tells which body it is: "the armed group that killed two" need not have been named before."""
    return any(clause.kind is Kind.RELATIVE and clause.opener == group.end for clause in group.clauses)


def _is_head(candidate: Candidate) -> bool:
    """Whether a name is the head of its noun group, and no owner or adjective in it."""
    return candidate.run is None or candidate.group is not None and candidate.run.first <= candidate.group.head < candidate.run.end


def pronoun_singular(scene: Referents, m: Mention) -> Referent | None:
    """"he", "she": a person, named or not, whose gender does not speak against it."""
    gender = GENDERED.get(m.head)
    if gender is None:
        return None
    turn = next((turn for turn in reversed(scene.turns_before(m, WINDOW)) if is_person(turn.speaker, gender)), None)
    found = _best(scene, m, PERSON, gender, turn)
    return found._replace(kind=EntityKind.PERSON, anonymous=False) if found is not None and found.kind is EntityKind.UNKNOWN else found


def pronoun_neuter(scene: Referents, m: Mention) -> Referent | None:
    """"it": a body; after a person's direct quote with no body in between, that person."""
    if m.head not in NEUTER or not m.said and _impersonal(m.group):
        return None
    turns = scene.turns_before(m, WINDOW)
    last = next((turn for turn in reversed(turns) if turn.speaker.kind is not EntityKind.UNKNOWN or m.said and turn is turns[-1] and turn.speaker.name), None)
    body = last if last is not None and last.speaker.name and last.speaker.kind is not EntityKind.PERSON and not last.speaker.plural else None
    found = _best(scene, m, BODY, "", body, lambda one: one.sort == BODY)
    if found is not None or last is None or not m.said or last.speaker.kind is not EntityKind.PERSON:
        return found
    near_by = scene.doc.paragraph_of[m.start] - scene.doc.paragraph_of[last.token] <= 1
    return last.speaker if near_by and last.quote.kind is QuoteKind.DIRECT and not last.speaker.plural else None


def pronoun_plural(scene: Referents, m: Mention) -> Referent | None:
    """"they": a group, several who are named together, or a body."""
    if m.head not in PLURAL:
        return None
    turns = scene.turns_before(m, WINDOW)
    turn = next((turn for turn in reversed(turns) if turn.speaker.plural or turn is turns[-1] and turn.speaker.kind not in (EntityKind.PERSON, EntityKind.UNKNOWN)), None)
    return _best(scene, m, BODY, "", turn, lambda one: one.run is None or one.run.kind != "place")


IMPERSONAL = TABLE.mentions.impersonal
"""What "it" does where it stands for no body."""


def _impersonal(group: NounGroup | None) -> bool:
    return group is not None and any(role is Role.SUBJECT and clause.verb.lemma in IMPERSONAL and not clause.verb.passive for clause, role in group.roles)


def _best(
    scene: Referents, m: Mention, sort: str, gender: str, turn: Turn | None, fits: Callable[[Candidate], bool] | None = None
) -> Referent | None:
    """Who stands out most among those before a pronoun; nobody if two do equally."""
    doc = scene.doc
    sentence, paragraph = doc.sentence_of[m.start], doc.paragraph_of[m.start]
    acts = m.group is not None and any(role is Role.SUBJECT and not clause.verb.passive for clause, role in m.group.roles)
    teller = _teller(scene, m.group)
    scores: dict[str, float] = {}
    who: dict[str, Candidate] = {}
    counts: dict[str, int] = {}
    for candidate in scene.stage.before(m.start, sort):
        if candidate.gender not in ("", gender) or fits is not None and not fits(candidate) or _excluded(scene, m, candidate, acts=acts):
            continue
        key = candidate.key
        counts[key] = min(counts.get(key, 0) + 1, OFTEN)
        score = candidate.weight - BACK * (sentence - candidate.sentence) + AGAIN * counts[key]
        score += HERE * (candidate.paragraph == paragraph) + FITS * (gender != "" and candidate.gender == gender)
        score += TELLS * (teller is not None and candidate.group is teller)
        if key not in scores or score > scores[key]:
            scores[key], who[key] = score, candidate
    has_floor = _give_floor(scene, m, gender, turn, scores, who) if turn is not None and turn.speaker.name is not None else None
    best = the_best(scores if sort == PERSON else {key: score for key, score in scores.items() if score >= LEAST})
    if not best:
        return None
    return turn.speaker if turn is not None and best == has_floor else scene.of_candidate(who[best].run, who[best].group, m)


def _teller(scene: Referents, group: NounGroup | None) -> NounGroup | None:
    """The subject of the verb that a pronoun's clause is the complement of."""
    told = next((clause for clause, role in group.roles if role is Role.SUBJECT and clause.kind is Kind.COMPLEMENT), None) if group is not None else None
    return scene.syntax.subject_of(told.parent) if told is not None and told.parent is not None else None


def _give_floor(scene: Referents, m: Mention, gender: str, turn: Turn, scores: dict[str, float], who: dict[str, Candidate]) -> str:
    """Score whoever spoke last, and tell who that is: in the pronoun's own attribution he has the floor, unless somebody else has been a subject since."""
    doc = scene.doc
    back = max(0, doc.sentence_of[m.start] - doc.sentence_of[turn.token])
    key = next((key for key, one in who.items() if _is_turn(one, turn)), turn.speaker.name or "")
    newer = any(one.weight >= WEIGHTS[Role.SUBJECT] and one.token > turn.token for other, one in who.items() if other != key)
    floor = FLOOR - FLOOR_BACK * back - NEWER * newer + HERE * (doc.paragraph_of[turn.token] == doc.paragraph_of[m.start]) if m.said else 0.0
    base = scores.get(key, -BACK * back + WEIGHTS[Role.SUBJECT] + AGAIN + FITS * (bool(gender) and turn.speaker.gender == gender))
    scores[key] = base + max(floor, 0.0)
    return key


def _is_turn(candidate: Candidate, turn: Turn) -> bool:
    """Whether a candidate is who spoke: the same person or body, or the very words."""
    return candidate.key == turn.speaker.name or candidate.token == turn.token


def _excluded(scene: Referents, m: Mention, candidate: Candidate, *, acts: bool) -> bool:
    """Whether a candidate cannot be meant: several by "it", one named in the very words that are said, the dead by who acts, or one in another place of the same clause."""
    token, pronoun, group = candidate.token, m.group, candidate.group
    if m.head in NEUTER and candidate.run is None and group is not None and (group.plural or scene.doc.low[group.head] in MANY):
        return True
    if m.said and (candidate.run is None or m.head in PRONOUNS) and any(a <= token < b for a, b in m.said):
        return True
    if pronoun is None or group is None:
        return False
    if scene.doc.low[group.start] == "your" or acts and scene.stage.dies(group):  # "you do not want your child to be shot": anybody's
        return True
    if not pronoun.roles or not group.roles or candidate.run is not None and not _is_head(candidate):
        return False
    (clause, role), own = group.roles[0], pronoun.roles[0][0]
    return role in WEIGHTS and (clause is own or own.subject is group) and m.head not in OWNERS


DEFINITE = frozenset({"the", "this", "that"})
OWNERS = OWNED | REFLEXIVE


def is_person(speaker: Referent, gender: str) -> bool:
    """Whether a speaker is one human being, with a name or phrase, whose gender fits."""
    return speaker.kind is EntityKind.PERSON and speaker.name is not None and speaker.gender in ("", gender) and not speaker.plural


def the_best(scores: dict[str, float]) -> str | None:
    """The candidate with the highest score; none when two are equally good."""
    ranked = sorted(scores.values(), reverse=True)
    if not ranked or len(ranked) > 1 and ranked[0] - ranked[1] < 1e-9:  # noqa: PLR2004
        return None
    return max(scores, key=scores.__getitem__)
