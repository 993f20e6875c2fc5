"""Which body, group or document a mention stands for. Each function names the one it is sure of, or declines."""

from __future__ import annotations

from bisect import bisect_left

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import CHAIN, Kind, NounGroup, Role

from ..grammar.lists import ARTICLES, INDEFINITE, OWNED, VAGUE
from .kinds import BODIES, DOCUMENTS, GROUPS, MEDIA, PAPERS, SEATS, name_kind, noun_kind
from .mentions import Mention, Name
from .name_words import ACRONYMS, DEMONYMS, NATIONS, ON_AIR, ORG_HEADS, OUTLETS, PEOPLES, ROLE_NOUNS, TABLE
from .referents import (
    AGAIN,
    MONITORS,
    NEW,
    PRONOUNS,
    UNNAMED_GENDER,
    WINDOW,
    Referent,
    Referents,
    called,
    plain,
)

BARE_DOCUMENTS = TABLE.documents.bare
ISSUED = BARE_DOCUMENTS | TABLE.documents.issued
PLATFORMS = TABLE.media.platforms
LITERAL = TABLE.organizations.literal
"""Bodies that are called "the ..." without having been named: no other body is meant."""
FIGURES = TABLE.documents.figures
"""What is told to come from somebody."""
REPORTS = TABLE.documents.reports
HELD = frozenset({EntityKind.MILITARY, EntityKind.GOVERNMENT, EntityKind.ORGANIZATION, EntityKind.GROUP})
"""What a person or body can have that acts."""
ISSUING = HELD | {EntityKind.MEDIA}
"""What tells something by a report."""
HUMAN = ("er", "or", "ist", "ian", "man", "woman", "eer")
"""Endings of a noun for a person."""
SEVERAL = (VAGUE - {"another", "few", "one", "others"}) | {"four", "five", "both"}
AID = TABLE.organizations.aid
"""What an agency is for that brings no news: "the relief agency X"."""
PRESS = frozenset({"press", "media", "news"})
"""Words that name nobody before a document, also where a sentence begins with them: "Press reports"."""
READ = frozenset({"seen", "obtained", "reviewed"})
"""What is done with a document by others than who issued it."""


def issuer(scene: Referents, m: Mention) -> Referent | None:
    """A document: who issued it; "the report" is the last one of which that was told, else of the body that spoke last."""
    found = _issuer(scene, m) or (_sender(scene, m) if m.head in REPORTS and scene.doc.low[m.start] in AGAIN and m.head_end == m.end else None)
    if found is not None and m.said and m.head in REPORTS:
        scene.issued = found
    if found is not None or m.head not in REPORTS or scene.doc.low[m.start] not in AGAIN:
        return found
    bodies = (turn.speaker for turn in reversed(scene.turns[-WINDOW:]) if turn.speaker.kind in ISSUING and turn.speaker.head != "media" and not (turn.speaker.plural or turn.speaker.anonymous))
    return scene.issued or (next(bodies, None) if m.head_end == m.end else None)


def _issuer(scene: Referents, m: Mention) -> Referent | None:
    """Who issued a document, by the words around it or, for a bare "the statement", by who spoke last."""
    low, group = scene.doc.low, m.group
    by = _issued_by(scene, m)
    if by is not None:
        return scene.tell(scene.mention(by.start, whole(scene, by), m.said))
    if m.head not in ISSUED | FIGURES and not any(low[k] in ISSUED | REPORTS for k in range(m.start, m.head_end)):
        return None
    if m.head_end == m.end and m.head_end - m.start > 2 and low[m.head_end - 2] not in NATIONS and noun_kind(low[m.head_end - 2]) in HELD:  # noqa: PLR2004
        return scene.tell(scene.mention(m.start + (low[m.start] in INDEFINITE), m.head_end - 1, m.said))  # "a Norland army estimate"
    inner = _inner(scene, m.start, m.head_end)
    if inner:
        return _named_on(scene, inner[-1])
    if group is not None and group.owner is not None and not group.owner.pronoun:
        return scene.tell(scene.mention(group.owner.start, group.owner.end, m.said))
    if m.head_end != m.end:
        return None
    if m.head in BARE_DOCUMENTS and low[m.start] in AGAIN | OWNED:
        return _sender(scene, m) or scene.last_named
    if m.head in BARE_DOCUMENTS and low[m.start] in {"a", "an"}:
        return scene.turns[-1].speaker if scene.turns and not scene.turns[-1].speaker.anonymous else None
    return None


def _inner(scene: Referents, a: int, b: int) -> list[Name]:
    """The names among tokens a to b; "Press" of "Press reports" is none."""
    return [run for run in scene.names.within(a, b) if run.end - run.start > 1 or scene.doc.low[run.start] not in PRESS]


def _sender(scene: Referents, m: Mention) -> Referent | None:
    """Who the text told to have sent, or to say in, what "the letter" stands for: the subject of the clause in which it was introduced."""
    spots = scene.nouns.get(m.head, ())
    for k in reversed(spots[: bisect_left(spots, m.start)][-WINDOW:]):
        group = scene.syntax.group_at(k)
        if group is None or group.head != k or scene.doc.low[group.start] not in INDEFINITE:
            continue
        told = (clause for clause, role in group.roles if not clause.verb.passive and (role is Role.OBJECT or scene.doc.low[group.preposition] == "in"))
        who = next((clause.subject or clause.controller for clause in told), None)
        return scene.tell(scene.mention(who.start, whole(scene, who), m.said)) if who is not None and who.start < m.start else None
    return None


def _issued_by(scene: Referents, m: Mention) -> NounGroup | None:
    """Who is told behind a document to have issued it: "figures by the council", "a report from the UN", "a statement released by the army"."""
    group, low = m.group, scene.doc.low
    if group is None or group.head >= m.head_end:
        return None
    for clause in group.clauses:
        if clause.kind is Kind.REDUCED and clause.agent is not None and low[clause.verb.word] not in READ:
            return clause.agent
    behind = scene.syntax.phrase_at(group.end)
    if behind is None or low[behind.preposition] not in ("by", "from") or behind.time:
        return None
    if low[behind.preposition] == "from" and (m.head == "reports" or not (behind.name or noun_kind(low[behind.head]) in ISSUING | TOLD_WHOLE)):
        return None  # "a report from the same area", "reports from Brod"
    return behind if m.head in ISSUED or m.head in FIGURES or low[behind.preposition] == "by" else None


def whole(scene: Referents, group: NounGroup) -> int:
    """Where a noun group ends with what stands behind "of"."""
    end = group.end
    for _ in range(CHAIN):
        inner = scene.syntax.phrase_at(end)
        if inner is None or scene.doc.low[inner.preposition] != "of":
            break
        end = inner.end
    return end


def _named_on(scene: Referents, run: Name) -> Referent | None:
    """Whose name stands before a document: "the army statement"; of a nation's whoever spoke for it."""
    if run.person >= 0:
        return scene.person(run.person, run)
    if run.kind == "place":
        nation = NATIONS.get(" ".join(scene.doc.low[run.start : run.end]), "")
        return next((turn.speaker for turn in reversed(scene.turns[-WINDOW:]) if nation and nation in turn.speaker.nations and turn.speaker.name), None)
    return named_body(scene, run, run.start, run.end)


def owned(scene: Referents, m: Mention) -> Referent | None:
    """"his office", "their troops": the body of whoever is meant."""
    owner = m.group.owner if m.group is not None else None
    kind = noun_kind(m.head)
    if owner is None or not owner.pronoun or owner.start != m.start or kind not in HELD:
        return None
    who = scene.tell(scene.mention(owner.start, owner.end)._replace(group=owner))  # "X fired two men, his office said"
    if who is None or who.name is None or who.anonymous:
        return None
    if who.head == m.head:
        return who  # "Norland's army fled. Its army ...": no army has one
    name = plain(who.name)
    name += "'" if name.endswith("s") else "'s"
    return Referent(f"{name} {scene.doc.words(owner.end, m.cut)}", kind, False, None, -1, m.head, "", False, who.nations)


def coordinated(scene: Referents, m: Mention) -> Referent | None:
    """Two speakers joined by "and": the phrase itself."""
    low = scene.doc.low
    joint = low.index("and", m.start + 1)
    if any(run.start <= joint < run.end for run in scene.names.within(m.start, joint)) or _two_offices(scene, m, joint):
        return None
    heads = {word for word in (m.head, low[joint - 1]) if word[-1] != "s"}
    anonymous = m.head in GROUPS or (heads.isdisjoint(ORG_HEADS) and not any(run.end in (joint, m.head_end) for run in scene.names.within(m.start, m.head_end)))
    return Referent(plain(scene.doc.words(m.start, m.cut)), EntityKind.GROUP, anonymous, None, -1, m.head, "", True)


def _two_offices(scene: Referents, m: Mention, joint: int) -> bool:
    """Whether "and" joins two offices of one person: "spokesman and deputy head X", "a guard and security adviser, X"."""
    low, run = scene.doc.low, scene.name_at_head((m.start, m.head_end))
    if run is None and low[m.head_end : m.head_end + 1] == [","]:
        run = next(iter(scene.names.within(m.head_end, m.head_end + 3)), None)
    if run is None or run.person < 0 or low[joint + 1] in ARTICLES:
        return False
    first = scene.name_at_head((m.start, joint))
    title = (first is None or first.kind == "other") and scene.doc.toks[joint - 1][0].isupper() and scene.doc.toks[joint + 1][0].isupper()  # "Political and Foreign Policy Analyst X"
    last = low[run.start - 1] if low[run.start - 1] != "," else m.head
    return last in ROLE_NOUNS and (low[joint - 1] in ROLE_NOUNS or title)


def outlet(scene: Referents, m: Mention) -> Referent | None:
    """A name with the word that says what it is beside it: "the X newspaper", "news agency X"."""
    low, run = scene.doc.low, scene.name_at_head((m.start, m.head_end))
    if run is None and (m.head in MEDIA or m.head in {"agency", "bureau"}) and m.head_end - m.start > 1:
        news = low[m.head_end - 2] in {"news", "press"}
        kinds = ("media", "other", "org") if m.head in MEDIA - {"media"} or news else ("media",)
        run = next((r for r in scene.names.within(m.start, m.head_end) if r.end == m.head_end - 1 - news and r.kind in kinds), None)
        if run is None or (run.kind == "org" and low[run.end - 1] in NATIONS) or low[run.end - 1] in PLATFORMS:
            return None
    elif run is None or run.person >= 0 or run.kind in ("place", "role"):
        return None
    elif MEDIA.isdisjoint(before := low[m.start : run.start]) and ("agency" not in before or not AID.isdisjoint(before)):
        return None
    body = named_body(scene, run, run.start, run.end)
    titled = run.start - 1 > m.start and scene.doc.toks[run.start - 1] == "The "
    name = scene.doc.words(run.start - 1, run.end) if titled else body.name or ""
    scene.outlets.add(name)
    if run.end < m.head_end and (low[m.head_end - 1] in ON_AIR or low[m.head_end - 2] in ("news", "press")):
        name = scene.called.setdefault(called(name), scene.doc.words(run.start, m.head_end))
    scene.outlets.add(name)
    return body._replace(name=name, kind=EntityKind.MEDIA)


def watching(scene: Referents, m: Mention) -> Referent | None:
    """"a monitoring group", "the war monitor": the observatory, if the text names one and no other."""
    words = scene.doc.low[m.start : m.head_end]
    if not (m.head in MONITORS or m.head == "group" and "monitoring" in words):
        return None
    found = {body.name: body for body in (named_body(scene, run, run.start, run.end) for run in scene.watchers[:WINDOW])}
    return next(iter(found.values())) if len(found) == 1 else None


def named_organisation(scene: Referents, m: Mention) -> Referent | None:
    """An organisation, an outlet, a state or its capital, by the fullest form that the document has."""
    run = scene.name_at_head((m.start, m.head_end))
    if run is None or run.person >= 0 or run.kind == "role":
        return None
    low = scene.doc.low
    if run.end - run.start == 1 and low[run.start] in ON_AIR and run.start > m.start + 1:
        return None  # "Norland state TV"
    if run.kind == "place" and (low[run.end - 1] in DEMONYMS and low[run.end - 1] != "european" or low[run.end - 1] in PEOPLES):
        return None
    if any(_owns(scene, k) for k in range(m.start + 1, run.start)):
        return Referent(plain(scene.doc.words(m.start, run.end)), name_kind(run, low[m.start : run.end]), False, None, -1, low[run.end - 1])
    first = run.start
    while first > m.start and low[first - 1] in NATIONS:
        first -= 1
    body = named_body(scene, run, first, run.end)
    if body.name in scene.outlets:
        return body._replace(kind=EntityKind.MEDIA)
    told = body.kind is EntityKind.UNKNOWN and run.start > m.start and low[run.start - 1] in BODIES
    return body._replace(kind=EntityKind.ORGANIZATION) if told else body


def _owns(scene: Referents, k: int) -> bool:
    """Whether a token makes an owner of the word before it: "the people's council", "Doctors' Watch"."""
    word, before = scene.doc.low[k], scene.doc.low[k - 1]
    return word in ("'s", "’s") or word in ("'", "’") and before[-1] == "s" and scene.doc.toks[k][-1] == " "


def body_again(scene: Referents, m: Mention) -> Referent | None:
    """"the ministry", "the rebel group": the body with that head word, else the body of that sort which stands out most."""
    low = scene.doc.low
    if m.head in MONITORS or low[m.start] not in AGAIN or m.head_end < m.end or (m.head in SEATS and m.head_end - m.start > 2):  # noqa: PLR2004
        return None
    found: Referent | None = scene.stage.body(m) if m.head == "group" else None
    if found is not None:
        return found
    n = bisect_left(scene.names.starts, m.start)
    for run in reversed(scene.names.runs[max(0, n - WINDOW) : n]):
        if run.kind in ("org", "other") and run.end - run.start > 1 and m.head in low[run.start : run.end]:
            return named_body(scene, run, run.start, run.end)
    return None if m.head in LITERAL else scene.stage.body(m)


def phrase(scene: Referents, m: Mention) -> Referent | None:
    """Any other phrase stands for itself: "Local officials", "Ukrainian authorities", "a soldier from the brigade"."""
    doc, low = scene.doc, scene.doc.low
    if not doc.toks[m.start][0].isalnum() or (m.head in PRONOUNS and doc.toks[m.start].strip() not in ACRONYMS):
        return None
    head, words = m.head, low[m.start : m.head_end]
    text = doc.words(m.start, m.cut if head in DOCUMENTS or m.group is None or not m.group.clauses else _before_participle(m.group, m.cut, m.head_end))
    inner = _inner(scene, m.start, m.cut)
    named = bool(inner) and inner[0].start < m.head_end
    capital = named and doc.toks[m.head_end - 1][0].isupper()
    kind = _kind_of_phrase(m, words, capital=capital, plural=_is_plural(m, words, text))
    if head == "one" and low[m.head_end : m.head_end + 1] == ["of"] and (whole_of := scene.syntax.phrase_at(m.head_end)) is not None:
        kind = EntityKind.PERSON if noun_kind(low[whole_of.head]) in (EntityKind.GROUP, EntityKind.PERSON) else kind  # "one of the guards"
    many = kind is EntityKind.GROUP
    gender = next((UNNAMED_GENDER[w] for w in reversed(words) if w in UNNAMED_GENDER), "") if not many and not UNNAMED_GENDER.keys().isdisjoint(words) else ""
    name, nations = text if kind in TOLD_WHOLE or not named else plain(text), nations_in(scene, m.start, m.cut, inner)
    anonymous = _is_anonymous(kind, words[0], head, named=named, capital=capital)
    return Referent(name, kind, anonymous, None, -1, "" if kind is EntityKind.DOCUMENT else head, gender, many, nations)


TOLD_WHOLE = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.DOCUMENT})
"""Kinds whose phrase keeps its article, also where a name stands in it."""


def _is_anonymous(kind: EntityKind, first: str, head: str, *, named: bool, capital: bool) -> bool:
    """Whether a phrase that stands for itself is of nobody who is known."""
    if kind is EntityKind.GROUP or kind is EntityKind.PERSON:
        return True
    if kind is EntityKind.MILITARY:
        return False
    if kind is EntityKind.UNKNOWN:
        return not capital
    return not named and (
        kind is EntityKind.DOCUMENT
        or kind is EntityKind.MEDIA and first in NEW
        or kind is EntityKind.GOVERNMENT and head == "authorities" and first != "the"
        or kind is EntityKind.ORGANIZATION and first in INDEFINITE
    )


def _before_participle(group: NounGroup, end: int, first: int) -> int:
    """Where a phrase ends before a participle that hangs on its noun: "a man" of "a man shown by a channel"."""
    return min((clause.verb.start for clause in group.clauses if clause.kind is Kind.REDUCED and first <= clause.verb.start < end), default=end)


def _is_plural(m: Mention, words: list[str], text: str) -> bool:
    """Whether a phrase is of several people, by its first and last words ("several fighters", "police", but not "one of the rebels")."""
    first, head = words[0], m.head
    if head in GROUPS and words[-2:] != ["general", "staff"] or head in PEOPLES or first in SEVERAL:
        return True
    return head not in ROLE_NOUNS and head.removesuffix("s") in ROLE_NOUNS or head.endswith("ers") and "one of" not in text.lower()


def _kind_of_phrase(m: Mention, words: list[str], *, capital: bool, plural: bool) -> EntityKind:
    """What sort of speaker a phrase is that no name tells."""
    head = m.head
    if head in PAPERS and capital or head in ("agency", "agencies") and words[-2:-1] in (["news"], ["press"]):
        return EntityKind.MEDIA
    kind = EntityKind.GROUP if plural and head not in ROLE_NOUNS else noun_kind(head)
    if kind is EntityKind.UNKNOWN and not capital and words[0] in NEW | ARTICLES and head.endswith(HUMAN):
        return EntityKind.PERSON
    return kind if kind is not EntityKind.THING else EntityKind.UNKNOWN


NO_NATIONS: frozenset[str] = frozenset()


def nations_in(scene: Referents, a: int, b: int, names: list[Name]) -> frozenset[str]:
    """The nations of a phrase, those of the people it names with them."""
    words = scene.doc.low[a:b]
    if not names and NATIONS.keys().isdisjoint(words):
        return NO_NATIONS
    return frozenset(map(NATIONS.__getitem__, NATIONS.keys() & words)).union(*(scene.names.people[run.person].nations for run in names if run.person >= 0))


def named_body(scene: Referents, run: Name, a: int, b: int) -> Referent:
    """The speaker that an organisation or state is, its acronym spelt out where the document does so."""
    doc = scene.doc
    text = scene.doc.words(a, b)
    name = scene.names.long_forms.get(text, text)
    if a and doc.toks[a - 1] == "The " and "the " + text.lower() in OUTLETS:
        name = "The " + text
    nation = next((NATIONS[w] for w in doc.low[a:b] if w in NATIONS), "")
    return Referent(plain(name), name_kind(run, doc.low[a:b] if name == text else name.lower().split()), False, None, -1, doc.low[b - 1], "", False, frozenset({nation} if nation else ()))
