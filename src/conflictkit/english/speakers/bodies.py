"""Which body, group or document a mention stands for. Each function names the one it is sure of, or declines."""

from __future__ import annotations

from bisect import bisect_left

from conflictkit._models import EntityKind
from conflictkit.english.speakers.kinds import BODIES, DOCUMENTS, GOVERNMENT, GROUPS, MEDIA, MILITARY, PAPERS, name_kind
from conflictkit.english.speakers.mentions import CUT, Mention
from conflictkit.english.speakers.name_runs import Name
from conflictkit.english.speakers.name_words import DEMONYMS, NATIONS, ORG_HEADS, OUTLETS, PEOPLES, ROLE_NOUNS, SPEECH, TABLE
from conflictkit.english.speakers.referents import (
    AGAIN,
    NEW,
    PRONOUNS,
    UNNAMED_GENDER,
    WINDOW,
    Referent,
    Referents,
    name_at_head,
    plain,
)

ISSUED = frozenset(TABLE["documents"]["issued"].split())
BARE_DOCUMENTS = frozenset(TABLE["documents"]["bare"].split())
PLATFORMS = frozenset(TABLE["media"]["platforms"].split())
LITERAL = frozenset({"coalition", "court", "alliance", "militia", "commission", "party", "command", "front"})
"""Bodies that are called "the ..." without having been named: no other body is meant."""
READ = frozenset({"seen", "obtained", "reviewed"})
"""What is done with a document by others than who issued it."""


def issuer(scene: Referents, m: Mention) -> Referent | None:
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
                return scene.tell(scene.mention(by + 1, end, m.said))
        by = -1
    if m.head not in ISSUED and by < 0 and not any(low[k] in ISSUED | {"report", "survey"} for k in range(m.start, m.head_end)):
        return None
    if by >= 0 and by + 1 < m.cut and low[by] != "of" and (m.head in ISSUED or m.head in {"report", "release", "video", "document"}):
        return scene.tell(scene.mention(by + 1, m.cut, m.said))
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


def coordinated(scene: Referents, m: Mention) -> Referent | None:
    """Two speakers joined by "and": the phrase itself."""
    low = scene.doc.low
    if "and" not in low[m.start + 1 : m.head_end - 1]:
        return None
    joint = low.index("and", m.start + 1)
    if any(run.start <= joint < run.end for run in scene.names.within(max(0, joint - 12), joint)):
        return None
    heads = {word for word in (m.head, low[joint - 1]) if word[-1] != "s"}
    anonymous = m.head in GROUPS or (heads.isdisjoint(ORG_HEADS) and not any(run.end in (joint, m.head_end) for run in scene.names.within(m.start, m.head_end)))
    return Referent(plain(scene.text(m.start, m.cut)), EntityKind.GROUP, anonymous, None, -1, m.head, "", True)


def outlet(scene: Referents, m: Mention) -> Referent | None:
    """A name with the word that says what it is beside it: "the X newspaper", "news agency X"."""
    low, run = scene.doc.low, name_at_head(scene, m)
    if run is None and (m.head in MEDIA or m.head in {"agency", "bureau"}) and m.head_end - m.start > 1:
        news = low[m.head_end - 2] in {"news", "press"}
        kinds = ("media", "other", "org") if m.head in MEDIA - {"media"} or news else ("media",)
        run = next((r for r in scene.names.within(m.start, m.head_end) if r.end == m.head_end - 1 - news and r.kind in kinds), None)
        if run is None or (run.kind == "org" and low[run.end - 1] in NATIONS) or low[run.end - 1] in PLATFORMS:
            return None
    elif run is None or run.person >= 0 or run.kind in ("place", "role"):
        return None
    elif MEDIA.isdisjoint(before := low[max(m.start, run.start - 3) : run.start]) and "agency" not in before:
        return None
    body = named_body(scene, run, run.start, run.end)
    titled = run.start - 1 > m.start and scene.doc.toks[run.start - 1] == "The "
    name = scene.text(run.start - 1, run.end) if titled else body.name
    scene.outlets.add(name or "")
    return body._replace(name=name, kind=EntityKind.MEDIA)


def named_organisation(scene: Referents, m: Mention) -> Referent | None:
    """An organisation, an outlet, a state or its capital, by the fullest form that the document has."""
    run = name_at_head(scene, m)
    if run is None or run.person >= 0 or run.kind == "role":
        return None
    low = scene.doc.low
    if run.kind == "place" and (low[run.end - 1] in DEMONYMS and low[run.end - 1] != "european" or low[run.end - 1] in PEOPLES):
        return None
    if any(low[k] in ("'s", "’s") for k in range(m.start, run.start)):
        return Referent(plain(scene.text(m.start, run.end)), name_kind(run, low[m.start : run.end]), False, None, -1, low[run.end - 1])
    first = run.start
    while first > m.start and low[first - 1] in NATIONS:
        first -= 1
    body = named_body(scene, run, first, run.end)
    if body.name in scene.outlets:
        return body._replace(kind=EntityKind.MEDIA)
    told = body.kind is EntityKind.UNKNOWN and run.start > m.start and low[run.start - 1] in BODIES
    return body._replace(kind=EntityKind.ORGANIZATION) if told else body


def body_again(scene: Referents, m: Mention) -> Referent | None:
    """"the ministry", "the group": the organisation with that head word, else the organisation that spoke last."""
    low = scene.doc.low
    if m.head not in BODIES | MEDIA or low[m.start] not in AGAIN or m.head_end < m.end or (m.head_end - m.start != 2 and low[m.head_end - 2] != "based"):
        return None
    known = scene.heads.get(m.head)
    if known is not None:
        return known
    n = bisect_left(scene.names.starts, m.start)
    for run in reversed(scene.names.runs[max(0, n - WINDOW) : n]):
        if run.kind in ("org", "other") and run.end - run.start > 1 and m.head in low[run.start : run.end]:
            return named_body(scene, run, run.start, run.end)
    last = scene.last_body
    if last is None or m.head in LITERAL or (m.head in MEDIA and last.kind is not EntityKind.MEDIA):
        return None
    return last if m.head in MEDIA or m.head == "agency" or last.kind is not EntityKind.MEDIA else None


def phrase(scene: Referents, m: Mention) -> Referent | None:
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
        return Referent(text, EntityKind.PERSON, True, None, -1, head, gender, False, nation)
    if head in DOCUMENTS:
        return Referent(text, EntityKind.DOCUMENT, not named, None, -1, "", "", False, nation)
    if plural:
        return Referent(text, EntityKind.GROUP, True, None, -1, head, "", True, nation)
    if head in MEDIA or (head in PAPERS and named and doc.toks[m.head_end - 1][0].isupper()) or (head in {"agency", "agencies"} and words[-2:-1] in (["news"], ["press"])):
        return Referent(plain_but(text, named), EntityKind.MEDIA, not named and first in NEW, None, -1, head, "", False, nation)
    if head in MILITARY:
        return Referent(plain_but(text, named), EntityKind.MILITARY, False, None, -1, head, "", False, nation)
    if head in GOVERNMENT or head == "police":
        return Referent(plain_but(text, named), EntityKind.GOVERNMENT, head == "authorities" and not named and first != "the", None, -1, head, "", False, nation)
    if head in BODIES or head in ORG_HEADS:
        return Referent(plain_but(text, named), EntityKind.ORGANIZATION, not named and first in {"a", "an", "one", "another"}, None, -1, head, "", False, nation)
    if named and doc.toks[m.head_end - 1][0].isupper():
        return Referent(plain(text), EntityKind.UNKNOWN, False, None, -1, head, "", False, nation)
    human = first in {"a", "an", "one", "another", "the"} and head.endswith(("er", "or", "ist", "ian", "man", "woman", "eer"))
    return Referent(text, EntityKind.PERSON if human else EntityKind.UNKNOWN, True, None, -1, head, gender, False, nation)


def nations_in(scene: Referents, a: int, b: int) -> frozenset[str]:
    """The nations of a phrase, those of the people it names with them."""
    out = {NATIONS[w] for w in scene.doc.low[a:b] if w in NATIONS}
    for run in scene.names.within(a, b):
        if run.person >= 0:
            out |= scene.names.people[run.person].nations
    return frozenset(out)


def plain_but(text: str, named: bool) -> str:
    """A body's phrase: without the article when a name stands in it, whole when not ("the police")."""
    return plain(text) if named else text


def named_body(scene: Referents, run: Name, a: int, b: int) -> Referent:
    """The speaker that an organisation or state is, its acronym spelt out where the document does so."""
    doc = scene.doc
    text = scene.text(a, b)
    name = scene.names.long_forms.get(text, text)
    if a and doc.toks[a - 1] == "The " and "the " + text.lower() in OUTLETS:
        name = "The " + text
    nation = next((NATIONS[w] for w in doc.low[a:b] if w in NATIONS), "")
    return Referent(plain(name), name_kind(run, doc.low[a:b] if name == text else name.lower().split()), False, None, -1, doc.low[b - 1], "", False, frozenset({nation} if nation else ()))
