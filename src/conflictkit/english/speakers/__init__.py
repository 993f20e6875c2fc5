"""Who speaks: each quote's mention ("he", "Baros", "the statement", nothing) is led back to a name or a phrase of the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from conflictkit._document import Document
from conflictkit._models import Quote, Source, SourceKind
from conflictkit.english.quotes.phrases import phrase_left
from conflictkit.english.speakers.name_runs import Name
from conflictkit.english.speakers.name_words import DEMONYMS, NATIONS, NO_ROLE, ORG_HEADS, PEOPLES, ROLE_NOUNS, SPEECH, TABLE
from conflictkit.english.speakers.names import find_names
from conflictkit.english.speakers.pronouns import NEUTER, PLURAL, SINGULAR, pronoun_neuter, pronoun_plural, pronoun_singular
from conflictkit.english.speakers.scene import (
    ARTICLES,
    CUT,
    MEDIA,
    MILITARY,
    RELATIVE,
    UNNAMED_GENDER,
    WINDOW,
    Mention,
    Referent,
    Scene,
    body_kind,
    named_body,
    plain,
    read_mention,
)

__all__ = ["HEURISTICS", "TABLE", "resolve"]

GROUPS = frozenset(TABLE["groups"]["nouns"].split())
GOVERNMENT = frozenset(TABLE["government"]["nouns"].split())
DOCUMENTS = frozenset(TABLE["documents"]["nouns"].split())
ISSUED = frozenset(TABLE["documents"]["issued"].split())
BARE_DOCUMENTS = frozenset(TABLE["documents"]["bare"].split())
GROUP_NOUNS = frozenset(TABLE["organizations"]["group"].split())
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "you", "your"})
PRONOUNS = SINGULAR.keys() | NEUTER | PLURAL | RELATIVE | FIRST_PERSON
NEW = frozenset({"a", "an", "another", "one", "some", "several", "many", "two", "three", "four", "five", "other", "others", "most", "few", "no", "any"})
AGAIN = frozenset({"the", "this", "that", "these", "those", "latter"})
LITERAL = frozenset({"coalition", "court", "alliance", "militia", "commission", "party", "command", "front"})
"""Bodies that are called "the ..." without having been named: no other body is meant."""
OVER: dict[str, tuple[str, ...]] = {word: tuple(under.split()) for word, under in TABLE["roles"]["over"].items()}
"""A word for whoever is at the top -> the offices it may stand for, where a nation or a body is named with it."""
OFFICERS = frozenset({"minister", "president", "governor", "ambassador", "premier", "mayor"})
"""Roles that one person holds at a time."""
READ = frozenset({"seen", "obtained", "reviewed"})
"""What is done with a document by others than who issued it."""
EPITHETS = frozenset(TABLE["roles"]["epithets"].split())
OPENING = 3
"""How many sentences open a report: headline, dateline, lead."""
FLOATING_REACH = 2
"""How many paragraphs after the last quote a quote without a cue may stand."""


# --- heuristics: each names the one speaker it is sure of, or declines -----------------------------------------------


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
    found = phrase_left(doc, end, begin)
    return tell(scene, read_mention(doc, doc.span(*found), m.quote), PHRASES) if found else None


def nobody(scene: Scene, m: Mention) -> Referent | None:
    """"I", "we", and any pronoun that means nobody the document has named so far."""
    if m.end - m.start > 1 or m.head not in PRONOUNS or scene.doc.toks[m.start][:2] == "US":
        return None
    return Referent(None, SourceKind.PERSON if m.head in SINGULAR else SourceKind.UNKNOWN)


def issuer(scene: Scene, m: Mention) -> Referent | None:
    """A document: who issued it, by the words around it or, for a bare "the statement", by who spoke last."""
    if m.head not in DOCUMENTS:
        return None
    doc, low = scene.doc, scene.doc.low
    if "following" in low[m.start : m.head_end]:  # "General X released the following statement:"
        run = next((r for r in reversed(scene.names.within(doc.bounds(m.start)[0], m.start)) if r.person >= 0), None)
        return scene.person(run.person, run) if run else None
    by = next((k for k in range(m.head_end, m.end) if low[k] in {"by", "from", "of"} and low[k - 1] not in READ), -1)
    if by < 0 and m.end == m.head_end or low[m.end - 1] in {"released", "issued", "published"}:
        by = next((k for k in range(m.end, min(m.end + 2, len(low))) if low[k] in {"by", "from"}), -1)
        if by >= 0 and (low[by - 1] in {"released", "issued", "published", "posted"} or low[by] == "from"):
            end = by + 1
            while end < min(by + 9, len(low)) and (doc.toks[end][0].isalnum() or low[end] in ("'s", "’s")) and low[end] not in CUT | SPEECH:
                end += 1
            if end > by + 1:
                return tell(scene, read_mention(doc, doc.span(by + 1, end), m.quote), PHRASES)
        by = -1
    if m.head not in ISSUED and by < 0 and not any(low[k] in ISSUED | {"report", "survey"} for k in range(m.start, m.head_end)):
        return None
    if by >= 0 and by + 1 < m.cut and low[by] != "of" and (m.head in ISSUED or m.head in {"report", "release", "video", "document"}):
        return tell(scene, read_mention(doc, doc.span(by + 1, m.cut), m.quote), PHRASES)
    inner = list(scene.names.within(m.start, m.head_end))
    if inner:
        run = inner[-1]
        if run.person >= 0:
            return scene.person(run.person, run)
        if run.kind == "place":
            nation = NATIONS.get(" ".join(low[run.start : run.end]), "")
            for turn in reversed(scene.turns[-WINDOW:]):
                if nation and nation in turn.speaker.nations and turn.speaker.name:
                    return turn.speaker
            return None
        body = named_body(scene, run, run.start, run.end)
        return None if run.kind == "role" else body
    if m.head in BARE_DOCUMENTS and low[m.start] in AGAIN | {"its", "his", "her"} and m.head_end == m.end:
        return scene.last_named
    if m.head in BARE_DOCUMENTS and low[m.start] in {"a", "an"} and m.head_end == m.end:
        return scene.turns[-1].speaker if scene.turns and not scene.turns[-1].speaker.anonymous else None
    return None


def bare_name(scene: Scene, m: Mention) -> Referent | None:
    """A person's name and nothing else."""
    names = scene.names
    n = bisect_left(names.starts, m.start)
    if n == len(names.starts) or names.starts[n] != m.start:
        return None
    run = names.runs[n]
    return scene.person(run.person, run) if run.person >= 0 and run.end == m.end else None


def coordinated(scene: Scene, m: Mention) -> Referent | None:
    """Two speakers joined by "and": the phrase itself."""
    low = scene.doc.low
    if "and" not in low[m.start + 1 : m.head_end - 1]:
        return None
    joint = low.index("and", m.start + 1)
    if any(run.start <= joint < run.end for run in scene.names.within(max(0, joint - 12), joint)):
        return None
    heads = {word for word in (m.head, low[joint - 1]) if word[-1] != "s"}
    anonymous = m.head in GROUPS or (heads.isdisjoint(ORG_HEADS) and not any(run.end in (joint, m.head_end) for run in scene.names.within(m.start, m.head_end)))
    return Referent(plain(scene.text(m.start, m.cut)), SourceKind.GROUP, anonymous, None, -1, m.head, "", True)


def named_person(scene: Scene, m: Mention) -> Referent | None:
    """A person's name at the end of the head ("Ukrainian President X", "X", "the singer X")."""
    run = name_at_head(scene, m)
    if run is None or run.kind == "role":  # "the ambassador to Chad X", "the minister for the islands X": the name follows what the title is of
        tail = scene.names.within(m.head_end, m.cut)
        run = next((r for r in tail if r.first < m.head_end), None)
        if run is None and tail and m.head in ROLE_NOUNS and tail[-1].end == m.cut and scene.doc.low[tail[-1].first - 1] not in NO_ROLE | ARTICLES:
            run = tail[-1] if scene.doc.toks[tail[-1].first - 1][0] not in ",(" else None
    return scene.person(run.person, run) if run and run.person >= 0 else None


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
        return _beyond(scene, m)
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


def untold(scene: Scene, m: Mention) -> bool:
    """Whether the head of a mention is no name but a role or a kind of body."""
    run = name_at_head(scene, m)
    return run is None or run.kind == "role"


def _beyond(scene: Scene, m: Mention) -> Referent | None:
    """The name behind a role whose mention ends before the comma: "the mayor" in "according to the mayor, X, ..."."""
    doc = scene.doc
    if m.head not in ROLE_NOUNS or m.end + 2 >= len(doc) or doc.low[m.end] != "," or not untold(scene, m):
        return None
    run = next(iter(scene.names.within(m.end + 1, m.end + 4)), None)
    if run is None or run.person < 0 or run.first != m.end + 1 or run.end >= len(doc) or doc.low[run.end] not in {",", "."}:
        return None
    return scene.person(run.person)._replace(role=plain(scene.text(m.start, m.cut)))


def last_word(doc: Document, end: int, start: int) -> int:
    """End of the words before a closing bracket."""
    k = start + 1
    while k < end and doc.toks[k][0] != "(":
        k += 1
    return k


def outlet(scene: Scene, m: Mention) -> Referent | None:
    """A name with the word that says what it is beside it: "the X newspaper", "news agency X"."""
    low, run = scene.doc.low, name_at_head(scene, m)
    if run is None and (m.head in MEDIA or m.head in {"agency", "bureau"}) and m.head_end - m.start > 1:
        news = low[m.head_end - 2] in {"news", "press"}
        kinds = ("media", "other", "org") if m.head in MEDIA - {"media"} or news else ("media",)
        run = next((r for r in scene.names.within(m.start, m.head_end) if r.end == m.head_end - 1 - news and r.kind in kinds), None)
        if run is None or (run.kind == "org" and low[run.end - 1] in NATIONS):
            return None
    elif run is None or run.person >= 0 or run.kind in ("place", "role"):
        return None
    elif MEDIA.isdisjoint(before := low[max(m.start, run.start - 3) : run.start]) and "agency" not in before:
        return None
    body = named_body(scene, run, run.start, run.end)
    titled = run.start - 1 > m.start and scene.doc.toks[run.start - 1] == "The "
    name = scene.text(run.start - 1, run.end) if titled else body.name
    scene.outlets.add(name or "")
    return body._replace(name=name, kind=SourceKind.MEDIA)


def named_organisation(scene: Scene, m: Mention) -> Referent | None:
    """An organisation, an outlet, a state or its capital, by the fullest form that the document has."""
    run = name_at_head(scene, m)
    if run is None or run.person >= 0 or run.kind == "role":
        return None
    low = scene.doc.low
    if run.kind == "place" and (low[run.end - 1] in DEMONYMS and low[run.end - 1] != "european" or low[run.end - 1] in PEOPLES):
        return None
    if any(low[k] in ("'s", "’s") for k in range(m.start, run.start)):
        return Referent(plain(scene.text(m.start, run.end)), body_kind(run, low[m.start : run.end]), False, None, -1, low[run.end - 1])
    first = run.start
    while first > m.start and low[first - 1] in NATIONS:
        first -= 1
    body = named_body(scene, run, first, run.end)
    return body._replace(kind=SourceKind.MEDIA) if body.name in scene.outlets else body


def unnamed_again(scene: Scene, m: Mention) -> Referent | None:
    """"the soldier": the unnamed speaker with that head noun who spoke last."""
    if scene.doc.low[m.start] not in AGAIN or m.head_end < m.end or m.head_end - m.start > 3:
        return None
    if m.head == "latter":
        return scene.turns[-1].speaker if scene.turns else None
    known = scene.heads.get(m.head)
    return known if known is not None and (known.kind is SourceKind.PERSON or m.head_end - m.start == 2) else None


def introduced(scene: Scene, m: Mention) -> Referent | None:
    """Someone with that head noun of whom the text has told before ("a soldier", "one police source"), the last one."""
    if m.head not in ROLE_NOUNS or scene.doc.low[m.start] not in AGAIN or m.head_end < m.end:
        return None
    doc, spots = scene.doc, scene.nouns.get(m.head, ())
    for k in reversed(spots[: bisect_left(spots, m.start)][-3:]):
        first = next((j for j in range(k - 1, max(-1, k - 7), -1) if doc.low[j] in ARTICLES | NEW or not (doc.toks[j][0].isalpha() or doc.toks[j] == "-")), -1)
        if first >= 0 and doc.low[first] in {"a", "an", "one", "another"} and not scene.inside(first) and (not first or doc.low[first - 1] != ","):
            return tell(scene, read_mention(doc, doc.span(first, k + 1), m.quote), (phrase,))
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
        if run is None or run.person < 0 or doc.paragraph(other.start) - doc.paragraph(m.start) > FLOATING_REACH:
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


def body_again(scene: Scene, m: Mention) -> Referent | None:
    """"the ministry", "the group": the organisation with that head word, else the organisation that spoke last."""
    low = scene.doc.low
    if m.head not in GROUP_NOUNS | MEDIA or low[m.start] not in AGAIN or m.head_end < m.end or (m.head_end - m.start != 2 and low[m.head_end - 2] != "based"):
        return None
    known = scene.heads.get(m.head)
    if known is not None:
        return known
    n = bisect_left(scene.names.starts, m.start)
    for run in reversed(scene.names.runs[max(0, n - WINDOW) : n]):
        if run.kind in ("org", "other") and run.end - run.start > 1 and m.head in low[run.start : run.end]:
            return named_body(scene, run, run.start, run.end)
    last = scene.last_body
    if last is None or m.head in LITERAL or (m.head in MEDIA and last.kind is not SourceKind.MEDIA):
        return None
    return last if m.head in MEDIA or m.head == "agency" or last.kind is not SourceKind.MEDIA else None


def phrase(scene: Scene, m: Mention) -> Referent | None:
    """Any other phrase stands for itself: "Local officials", "Ukrainian authorities", "a soldier from the brigade"."""
    doc, low = scene.doc, scene.doc.low
    if not doc.toks[m.start][0].isalnum() or (m.head in PRONOUNS and doc.toks[m.start][:2] != "US"):
        return None
    text = scene.text(m.start, m.cut)
    first = low[m.start]
    head = m.head
    words = low[m.start : m.head_end]
    named = bool(scene.names.within(m.start, m.head_end))
    staff = words[-2:] == ["general", "staff"]
    plural = (head in GROUPS and not staff) or head in PEOPLES or (head.removesuffix("s") in ROLE_NOUNS and head not in ROLE_NOUNS) or first in {"two", "three", "four", "five", "several", "many", "some", "both", "most"} or "one of" not in text.lower() and head.endswith("ers")
    gender = next((UNNAMED_GENDER[w] for w in reversed(words) if w in UNNAMED_GENDER), "")
    nation = nations_in(scene, m.start, m.cut)
    if first in {"a", "an", "one", "another"} and head in ROLE_NOUNS or (head in ROLE_NOUNS and not plural):
        return Referent(text, SourceKind.PERSON, True, None, -1, head, gender, False, nation)
    if head in DOCUMENTS:
        return Referent(text, SourceKind.DOCUMENT, not named, None, -1, "", "", False, nation)
    if plural:
        return Referent(text, SourceKind.GROUP, True, None, -1, head, "", True, nation)
    if head in MEDIA or words[-2:] in (["news", "agency"], ["press", "agency"]):
        return Referent(plain_but(text, named), SourceKind.MEDIA, not named and first in NEW, None, -1, head, "", False, nation)
    if head in MILITARY:
        return Referent(plain_but(text, named), SourceKind.MILITARY, False, None, -1, head, "", False, nation)
    if head in GOVERNMENT or head == "police":
        return Referent(plain_but(text, named), SourceKind.GOVERNMENT, head == "authorities" and not named and first != "the", None, -1, head, "", False, nation)
    if head in GROUP_NOUNS or head in ORG_HEADS:
        return Referent(plain_but(text, named), SourceKind.ORGANIZATION, not named and first in {"a", "an", "one", "another"}, None, -1, head, "", False, nation)
    if named and doc.toks[m.head_end - 1][0].isupper():
        return Referent(plain(text), SourceKind.UNKNOWN, False, None, -1, head, "", False, nation)
    human = first in {"a", "an", "one", "another", "the"} and head.endswith(("er", "or", "ist", "ian", "man", "woman", "eer"))
    return Referent(text, SourceKind.PERSON if human else SourceKind.UNKNOWN, True, None, -1, head, gender, False, nation)


def nations_in(scene: Scene, a: int, b: int) -> frozenset[str]:
    """The nations of a phrase, those of the people it names with them."""
    out = {NATIONS[w] for w in scene.doc.low[a:b] if w in NATIONS}
    for run in scene.names.within(a, b):
        if run.person >= 0:
            out |= scene.names.people[run.person].nations
    return frozenset(out)


def plain_but(text: str, named: bool) -> str:
    """A body's phrase: without the article when a name stands in it, whole when not ("the police")."""
    return plain(text) if named else text


PHRASES: tuple[Callable[[Scene, Mention], Referent | None], ...] = (
    bare_name,
    issuer,
    coordinated,
    named_person,
    role_of_neighbour,
    apposed_name,
    outlet,
    named_organisation,
    unnamed_again,
    holder_of_role,
    introduced,
    named_later,
    body_again,
    phrase,
)
"""How a phrase is led back to a speaker, tried in this order."""

HEURISTICS: tuple[Callable[[Scene, Mention], Referent | None], ...] = (
    pronoun_singular,
    pronoun_neuter,
    pronoun_plural,
    relative,
    nobody,
    *PHRASES,
)
"""How any mention is led back to a speaker, tried in this order."""


def tell(scene: Scene, mention: Mention, heuristics: tuple[Callable[[Scene, Mention], Referent | None], ...] = HEURISTICS) -> Referent | None:
    """The speaker of the first heuristic that does not decline."""
    for heuristic in heuristics:
        speaker = heuristic(scene, mention)
        if speaker is not None:
            return speaker
    return None


def floating(scene: Scene, quote: Quote) -> Referent | None:
    """A quote that stands alone belongs to who spoke last, unless more than two paragraphs lie between."""
    if not scene.turns:
        return None
    last = scene.turns[-1]
    doc = scene.doc
    end = max(last.token, doc.at(max(last.quote.content[-1].end - 1, 0)))
    gap = doc.paragraph(doc.at(quote.content[0].start)) - doc.paragraph(end)
    return last.speaker if gap <= FLOATING_REACH else None


def resolve(doc: Document, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes with their sources resolved within the document; a source that cannot be told has no name."""
    if not quotes:
        return quotes
    mentions = [read_mention(doc, q.source.mention, q) if q.source and q.source.mention and q.source.mention.end > q.source.mention.start else None for q in quotes]
    spoken = frozenset(m.head_end for m in mentions if m)
    scene = Scene(doc, find_names(doc, spoken), quotes, mentions)
    out: list[Quote] = []
    for quote, mention in zip(quotes, mentions, strict=True):
        if mention is None:
            speaker = floating(scene, quote)
            token = doc.at(quote.content[0].start)
            span = None
        else:
            alone = mention.end - mention.start == 1 and mention.head in PRONOUNS
            speaker = tell(scene, mention, HEURISTICS if alone else PHRASES)
            token = mention.start
            span = quote.source.mention if quote.source else None
        if speaker is None:
            source = Source(span, None) if span else None
        else:
            speaker = scene.once(speaker)
            if not scene.inside(token):
                scene.note(token, speaker, quote)
            source = Source(span, speaker.name, speaker.kind, speaker.anonymous, speaker.role)
        out.append(Quote(quote.content, quote.kind, quote.cue, quote.stance, source, quote.rule))
    return tuple(out)
