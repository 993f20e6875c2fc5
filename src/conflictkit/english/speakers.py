"""Who speaks: each quote's mention ("he", "Baros", "the statement", nothing) is led back to a name or a phrase of the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Quote, QuoteKind, Source, SourceKind, Span
from conflictkit.english.names import (
    DEMONYMS,
    FEMALE_ROLES,
    MALE_ROLES,
    NATIONS,
    NOT_SUBJECT_BEFORE,
    ORG_HEADS,
    OUTLETS,
    ROLE_NOUNS,
    SPEECH,
    TABLE,
    Name,
    Names,
    find_names,
    role_after,
    role_before,
)

__all__ = ["HEURISTICS", "TABLE", "resolve"]

GROUPS = frozenset(TABLE["groups"]["nouns"].split())
GOVERNMENT = frozenset(TABLE["government"]["nouns"].split())
MILITARY = frozenset(TABLE["military"]["nouns"].split())
DOCUMENTS = frozenset(TABLE["documents"]["nouns"].split())
ISSUED = frozenset(TABLE["documents"]["issued"].split())
BARE_DOCUMENTS = frozenset(TABLE["documents"]["bare"].split())
GROUP_NOUNS = frozenset(TABLE["organizations"]["group"].split())
SINGULAR = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "these", "those", "both"})
RELATIVE = frozenset({"who", "which", "whose", "whom", "that"})
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "you", "your"})
PRONOUNS = SINGULAR.keys() | NEUTER | PLURAL | RELATIVE | FIRST_PERSON
ARTICLES = frozenset({"the", "a", "an"})
NEW = frozenset({"a", "an", "another", "one", "some", "several", "many", "two", "three", "four", "five", "other", "others", "most", "few", "no", "any"})
AGAIN = frozenset({"the", "this", "that", "these", "those", "latter"})
CUT = frozenset(
    "of for from in at on with who whom whose which that to by near inside behind against under over between among within via about during after "
    "before as including whose released issued published posted working speaking standing living close familiar based while when where because said told".split()
)
BOUND_BEFORE = NOT_SUBJECT_BEFORE | {"the", "a", "an"}
LITERAL = frozenset({"coalition", "court", "alliance", "militia", "commission", "party", "command", "front"})
"""Bodies that are called "the ..." without having been named: no other body is meant."""
WINDOW = 50
"""How many names and speakers back a pronoun may reach."""
FLOATING_REACH = 2
"""How many paragraphs after the last quote a quote without a cue may stand."""


class Speaker(NamedTuple):
    """Who a mention stands for."""

    name: str | None
    kind: SourceKind
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
    speaker: Speaker
    quote: Quote


class Mention(NamedTuple):
    """The words that name the speaker of a quote, taken apart (token indices)."""

    start: int
    end: int  # after the whole mention
    head_end: int  # after the head word: what comes before a comma, a preposition, a relative clause
    head: str  # the head word in small letters
    cut: int  # after the phrase, without a relative clause or "on condition of ..."
    quote: Quote


UNNAMED_GENDER = {**dict.fromkeys(FEMALE_ROLES, "f"), **dict.fromkeys(MALE_ROLES, "m")}


class Scene:
    """A document while its speakers are being told apart: its names, and who has spoken so far."""

    def __init__(self, doc: Document, names: Names) -> None:
        self.doc = doc
        self.names = names
        self.turns: list[Turn] = []
        self.persons: list[Name] = [run for run in names.runs if run.person >= 0]
        self.person_starts: list[int] = [run.start for run in self.persons]
        self.heads: dict[str, Speaker] = {}
        self.last_named: Speaker | None = None
        self.last_body: Speaker | None = None
        self.by_role: dict[str, list[int]] = {}
        for i, person in enumerate(names.people):
            for role in person.roles:
                for word in set(role.lower().split()):
                    if word in ROLE_NOUNS:
                        holders = self.by_role.setdefault(word, [])
                        if not holders or holders[-1] != i:
                            holders.append(i)

    def person(self, i: int, run: Name | None = None) -> Speaker:
        """The speaker that a named person is."""
        person = self.names.people[i]
        role = None
        if run:
            role = role_before(self.doc, run) or role_after(self.doc, run)
        role = role or (person.roles[0] if person.roles else None)
        return Speaker(person.name, SourceKind.PERSON, False, role, i, "", person.gender, False, frozenset(person.nations))

    def text(self, a: int, b: int) -> str:
        """The words of tokens a to b."""
        return self.doc.text[self.doc.off[a] : self.doc.end(b - 1)]

    def note(self, token: int, speaker: Speaker, quote: Quote) -> None:
        """Remember who spoke."""
        self.turns.append(Turn(token, speaker, quote))
        if speaker.name is None:
            return
        if not speaker.anonymous:
            self.last_named = speaker
        if speaker.kind not in (SourceKind.PERSON, SourceKind.UNKNOWN) and not speaker.plural:
            self.last_body = speaker
        if speaker.head:
            self.heads[speaker.head] = speaker


def read_mention(doc: Document, span: Span, quote: Quote) -> Mention:
    """A mention taken apart into head and rest."""
    a, b = doc.at(span.start), doc.at(max(span.end - 1, span.start)) + 1
    low, toks = doc.low, doc.toks
    k = a
    while k < b and (not toks[k][0].isalnum()) and k + 1 < b:
        k += 1
    start = k
    head_end = b
    while k < b:
        word, first = low[k], toks[k][0]
        if k > start and (word in CUT and word != "that" or first in ",;:()[]—\n\r" or first in "–-" and not doc.glued(k) or word in RELATIVE):
            head_end = k
            break
        k += 1
    cut = b
    for j in range(head_end, b):
        if low[j] in {"who", "which", "whose", "whom"} or low[j] == "speaking" or low[j] == "on" and low[j + 1 : j + 3] in (["condition", "of"], ["the", "condition"]):
            cut = j
            break
    while cut > head_end and toks[cut - 1][0] in ", ;":
        cut -= 1
    head = next((j for j in range(head_end - 1, start - 1, -1) if toks[j][0].isalnum()), start)
    return Mention(start, b, head_end, low[head], cut, quote)


# --- heuristics: each names the one speaker it is sure of, or declines -----------------------------------------------


def pronoun_singular(scene: Scene, m: Mention) -> Speaker | None:
    """"he", "she": the person with the best score by distance, subject, gender and whether he or she was speaking."""
    gender = SINGULAR.get(m.head)
    if gender is None or m.end - m.start > 1:
        return None
    doc, k = scene.doc, m.start
    sentence, paragraph = doc.sentence(k), doc.paragraph(k)
    inside = [(doc.at(s.start), doc.at(max(s.end - 1, s.start)) + 1) for s in m.quote.content]
    scores: dict[str, float] = {}
    who: dict[str, Speaker] = {}
    n = bisect_left(scene.person_starts, k)
    counts: dict[int, int] = {}
    for run in scene.persons[max(0, n - WINDOW) : n]:
        person = scene.names.people[run.person]
        if person.gender not in ("", gender) or any(a <= run.start < b for a, b in inside):
            continue
        counts[run.person] = counts.get(run.person, 0) + 1
        at = doc.sentence(run.start)
        score = -1.2 * (sentence - at) + 0.3 * min(counts[run.person], 3)
        score += (doc.paragraph(run.start) == paragraph) + (person.gender == gender)
        if not in_a_pair(scene, run):
            score += 1.5 * is_subject(doc, run) + 0.5 * first_of_sentence(scene, run)
        score -= 1.5 * (doc.region(run.start) is not None)
        key = person.name
        if score > scores.get(key, -1e9):
            scores[key] = score
            who[key] = scene.person(run.person)
    for turn in reversed(scene.turns[-WINDOW:]):
        speaker = turn.speaker
        if speaker.kind is not SourceKind.PERSON or speaker.name is None or speaker.gender not in ("", gender) or speaker.plural:
            continue
        far = max(0, sentence - doc.sentence(turn.token))
        bonus = 4 - 0.8 * far + (doc.paragraph(turn.token) == paragraph)
        key = speaker.name
        base = scores.get(key, -1.2 * far + 1.5 + (speaker.gender == gender) + 0.3)
        scores[key] = base + max(bonus, 0)
        who[key] = speaker
        break
    return the_best(scores, who)


def the_best(scores: dict[str, float], who: dict[str, Speaker]) -> Speaker | None:
    """The candidate with the highest score; none when two are equally good."""
    if not scores:
        return None
    ranked = sorted(scores.values(), reverse=True)
    if len(ranked) > 1 and ranked[0] - ranked[1] < 1e-9:
        return None
    return who[max(scores, key=scores.__getitem__)]


def is_subject(doc: Document, run: Name) -> bool:
    """Whether a name stands where a subject stands: no preposition or possessive before it, none of its own behind it."""
    k = run.first - 1
    while k >= 0 and (doc.low[k] in ROLE_NOUNS or doc.low[k] in ("the", "a", "an") or doc.low[k] in NATIONS):
        k -= 1
    after = doc.low[run.end] if run.end < len(doc) else ""
    if after in ("'s", "’s") or after in {"and", ")", "."}:
        return False
    if k < 0 or not doc.toks[k][0].isalnum():
        return True
    return doc.low[k] not in NOT_SUBJECT_BEFORE and doc.low[k] in {"and", "but", "that", "when", "while", "as", "because", "after", "before", "if", "said", "although", "since"}


def in_a_pair(scene: Scene, run: Name) -> bool:
    """Whether a name is joined to another person's by "and": then neither is more the subject than the other."""
    low, n = scene.doc.low, bisect_left(scene.person_starts, run.start)
    if n + 1 < len(scene.persons) and scene.persons[n + 1].first == run.end + 1 and low[run.end] == "and":
        return True
    return n > 0 and scene.persons[n - 1].end == run.first - 1 and low[run.first - 1] == "and"


def first_of_sentence(scene: Scene, run: Name) -> bool:
    """Whether a name is the first person of its sentence."""
    n = bisect_left(scene.person_starts, run.start)
    return not n or scene.person_starts[n - 1] < scene.doc.bounds(run.start)[0]


def pronoun_neuter(scene: Scene, m: Mention) -> Speaker | None:
    """"it": the body that spoke last; after a person's direct quote with no body in between, that person."""
    if m.head not in NEUTER or m.end - m.start > 1:
        return None
    last = scene.turns[-1] if scene.turns else None
    body = subject_body(scene, m)
    if last is None or last.speaker.name is None:
        return body
    if last.speaker.kind is not SourceKind.PERSON:
        return last.speaker
    if body is not None:
        return body
    near_by = scene.doc.paragraph(m.start) - scene.doc.paragraph(last.token) <= 1
    return last.speaker if near_by and last.quote.kind is QuoteKind.DIRECT and not last.speaker.plural else None


def subject_body(scene: Scene, m: Mention) -> Speaker | None:
    """The organisation or state that is the subject of this sentence before the mention, or of the one before it (outside quote marks)."""
    doc = scene.doc
    s = doc.sentence(m.start)
    for n in (s, s - 1):
        if n < 0:
            return None
        a = doc.sentences[n]
        b = m.start if n == s else doc.sentences[n + 1]
        for run in scene.names.within(a, min(b, a + 60)):
            if run.start - a <= 1 and run.kind in ("org", "place", "media") and doc.region(run.start) is None:
                if run.kind == "place" and doc.low[run.end - 1] in DEMONYMS:
                    return None
                return named_body(scene, run, run.start, run.end)
    return None


def pronoun_plural(scene: Scene, m: Mention) -> Speaker | None:
    """"they": the group or body that spoke last."""
    if m.head not in PLURAL or m.end - m.start > 1 or not scene.turns:
        return None
    last = scene.turns[-1]
    if last.speaker.plural or last.speaker.kind not in (SourceKind.PERSON, SourceKind.UNKNOWN):
        return last.speaker
    for turn in reversed(scene.turns[-4:-1]):
        if turn.speaker.plural and scene.doc.paragraph(m.start) - scene.doc.paragraph(turn.token) <= 1:
            return turn.speaker
    return None


def relative(scene: Scene, m: Mention) -> Speaker | None:
    """"who", "which": the phrase directly before."""
    if m.head not in RELATIVE or m.end - m.start > 1:
        return None
    doc, k = scene.doc, m.start
    begin = doc.bounds(k)[0]
    end = k
    while end > begin and not doc.toks[end - 1][0].isalnum():
        end -= 1
    run = next((r for r in reversed(scene.names.within(max(begin, k - 40), k)) if r.person >= 0), None)
    if run is not None and run.end >= end - 12:
        return scene.person(run.person, run)
    first = end
    while first > begin and doc.toks[first - 1][0].isalnum() and end - first < 8:
        first -= 1
        if doc.low[first] in ARTICLES or doc.low[first] in NEW:
            break
    if first >= end:
        return None
    return tell(scene, read_mention(doc, doc.span(first, end), m.quote), PHRASES)


def nobody(scene: Scene, m: Mention) -> Speaker | None:
    """"I", "we", and any pronoun that means nobody the document has named so far."""
    if m.end - m.start > 1 or m.head not in PRONOUNS:
        return None
    return Speaker(None, SourceKind.PERSON if m.head in SINGULAR else SourceKind.UNKNOWN)


def issuer(scene: Scene, m: Mention) -> Speaker | None:
    """A document: who issued it, by the words around it or, for a bare "the statement", by who spoke last."""
    if m.head not in DOCUMENTS:
        return None
    doc, low = scene.doc, scene.doc.low
    by = next((k for k in range(m.head_end, m.end) if low[k] in {"by", "from", "of"}), -1)
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


def coordinated(scene: Scene, m: Mention) -> Speaker | None:
    """Two speakers joined by "and": the phrase itself."""
    low = scene.doc.low
    joint = next((k for k in range(m.start + 1, m.head_end - 1) if low[k] == "and"), -1)
    if joint < 0 or any(run.start <= joint < run.end for run in scene.names.within(max(0, joint - 12), joint)):
        return None
    anonymous = not scene.names.within(m.start, m.head_end)
    return Speaker(plain(scene.text(m.start, m.cut)), SourceKind.GROUP, anonymous, None, -1, m.head, "", True)


def named_person(scene: Scene, m: Mention) -> Speaker | None:
    """A person's name at the end of the head ("Ukrainian President X", "X", "the singer X")."""
    run = name_at_head(scene, m)
    if run is None:  # "the ambassador to Chad X": the title of the name goes on behind the head
        run = next((r for r in scene.names.within(m.head_end, m.cut) if r.first < m.head_end), None)
    return scene.person(run.person, run) if run and run.person >= 0 else None


def name_at_head(scene: Scene, m: Mention) -> Name | None:
    """The name with which the head of a mention ends."""
    before = scene.names.within(max(0, m.start - 3), m.head_end)
    run = before[-1] if before else None
    if run is None or run.end <= m.start:
        return None
    end = m.head_end
    while end > run.end and not scene.doc.toks[end - 1][0].isalnum():
        end -= 1
    if run.person < 0 and scene.doc.low[run.end - 1] in GROUPS and run.kind != "org":
        return None
    if run.end == end or (run.end > end and run.person < 0):
        return run
    return None


def role_of_neighbour(scene: Scene, m: Mention) -> Speaker | None:
    """A role in apposition to the name before its comma: "X, commander of the brigade, said"."""
    if m.head not in ROLE_NOUNS or m.start < 2 or scene.doc.low[m.start - 1] != ",":
        return None
    run = next((r for r in scene.names.within(max(0, m.start - 8), m.start - 1) if r.end == m.start - 1 and r.person >= 0), None)
    return scene.person(run.person, run) if run else None


def apposed_name(scene: Scene, m: Mention) -> Speaker | None:
    """A role, a comma, then the name: "The mayor of London, X", "One of these groups, the Y"."""
    doc = scene.doc
    comma = next((k for k in range(m.head_end, m.cut) if doc.low[k] == ","), -1)
    if comma < 0:
        return None
    for run in scene.names.within(comma, min(m.cut, comma + 12)):
        first = min(run.start, run.first)
        if doc.low[first - 1] in (",", "the"):
            if run.person >= 0 and name_at_head(scene, m) is None:
                speaker = scene.person(run.person, run)
                return speaker._replace(role=plain(scene.text(m.start, comma))) if m.head in ROLE_NOUNS else speaker
            if run.kind in ("org", "media") and doc.low[m.start] in {"one", "the"} and run.end == last_word(doc, m.cut, comma) and name_at_head(scene, m) is None:
                return named_body(scene, run, run.start, run.end)
        break
    return None


def last_word(doc: Document, end: int, start: int) -> int:
    """End of the words before a closing bracket."""
    k = start + 1
    while k < end and doc.toks[k][0] != "(":
        k += 1
    return k


def named_organisation(scene: Scene, m: Mention) -> Speaker | None:
    """An organisation, an outlet, a state or its capital, by the fullest form that the document has."""
    run = name_at_head(scene, m)
    if run is None or run.person >= 0 or run.kind == "role":
        return None
    low = scene.doc.low
    if run.kind == "place" and low[run.end - 1] in DEMONYMS and low[run.end - 1] not in {"european"}:
        return None
    if any(low[k] in ("'s", "’s") for k in range(m.start, run.start)):
        return Speaker(plain(scene.text(m.start, run.end)), body_kind(scene, run, m.start, run.end), False, None, -1, low[run.end - 1])
    first = run.start
    while first > m.start and low[first - 1] in NATIONS:
        first -= 1
    return named_body(scene, run, first, run.end)


def body_kind(scene: Scene, run: Name, a: int, b: int) -> SourceKind:
    """What sort of body a name is, by its words."""
    words = scene.doc.low[a:b]
    if run.kind == "media":
        return SourceKind.MEDIA
    if run.kind == "place":
        return SourceKind.GOVERNMENT
    if words[-1] in {"times", "post", "news", "television", "newspaper", "gazette", "herald", "tribune", "telegraph", "journal"}:
        return SourceKind.MEDIA
    if any(w in {"ministry", "embassy", "government", "department", "parliament", "kremlin", "consulate", "pentagon", "cabinet", "secretariat"} for w in words):
        return SourceKind.GOVERNMENT
    if any(w in MILITARY for w in words):
        return SourceKind.MILITARY
    if run.kind == "other" and words[-1].endswith("s") and not words[-1].endswith("ss"):
        return SourceKind.GROUP
    return SourceKind.ORGANIZATION if run.kind == "org" else SourceKind.UNKNOWN


def named_body(scene: Scene, run: Name, a: int, b: int) -> Speaker:
    """The speaker that an organisation or state is, its acronym spelt out where the document does so."""
    doc = scene.doc
    text = scene.text(a, b)
    name = scene.names.long_forms.get(text, text)
    if run.kind == "media" and a and doc.toks[a - 1].strip() == "The" and "the " + text.lower() in OUTLETS:
        name = "The " + text
    nation = next((NATIONS[w] for w in doc.low[a:b] if w in NATIONS), "")
    return Speaker(plain(name), body_kind(scene, run, a, b), False, None, -1, doc.low[b - 1], "", False, frozenset({nation} if nation else ()))


def unnamed_again(scene: Scene, m: Mention) -> Speaker | None:
    """"the soldier": the unnamed speaker with that head noun who spoke last."""
    if scene.doc.low[m.start] not in AGAIN or m.head_end < m.end or m.head_end - m.start > 3:
        return None
    if m.head == "latter":
        return scene.turns[-1].speaker if scene.turns else None
    known = scene.heads.get(m.head)
    return known if known is not None and (known.kind is SourceKind.PERSON or m.head_end - m.start == 2) else None


def holder_of_role(scene: Scene, m: Mention) -> Speaker | None:
    """"the minister", "the Turkish president": the person who was given that role, the nearest before if several were."""
    doc, low = scene.doc, scene.doc.low
    if m.head not in ROLE_NOUNS or low[m.start] not in AGAIN | {"his", "her"} and low[m.start] not in NATIONS or m.head_end < m.end:
        return None
    holders = scene.by_role.get(m.head, ())
    nation = next((NATIONS[low[k]] for k in range(m.start, m.head_end) if low[k] in NATIONS), "")
    people = scene.names.people
    modifiers = {low[k] for k in range(m.start + 1, m.head_end - 1) if doc.toks[k][0].isalpha() and low[k] not in NATIONS}
    fits: list[tuple[int, int]] = []
    for i in holders[:WINDOW]:
        person = people[i]
        if nation and person.nations and nation not in person.nations:
            continue
        if modifiers and not any(modifiers <= set(role.lower().split()) for role in person.roles):
            continue
        before = bisect_left(person.seen, m.start)
        if before:
            fits.append((person.seen[before - 1], i))
    speaking = scene.turns[-1].speaker.person if scene.turns else -1
    if any(i == speaking for _, i in fits):
        return scene.person(speaking)
    return scene.person(max(fits)[1]) if fits else None


def body_again(scene: Scene, m: Mention) -> Speaker | None:
    """"the ministry", "the group": the organisation with that head word, else the organisation that spoke last."""
    low = scene.doc.low
    if m.head not in GROUP_NOUNS or low[m.start] not in AGAIN or m.head_end < m.end or m.head_end - m.start != 2:
        return None
    known = scene.heads.get(m.head)
    if known is not None:
        return known
    n = bisect_left(scene.names.starts, m.start)
    for run in reversed(scene.names.runs[max(0, n - WINDOW) : n]):
        if run.kind == "org" and run.end - run.start > 1 and m.head in low[run.start : run.end]:
            return named_body(scene, run, run.start, run.end)
    if m.head in LITERAL:
        return None
    return scene.last_body if scene.last_body is not None and scene.last_body.kind is not SourceKind.MEDIA else None


def phrase(scene: Scene, m: Mention) -> Speaker | None:
    """Any other phrase stands for itself: "Local officials", "Ukrainian authorities", "a soldier from the brigade"."""
    doc, low = scene.doc, scene.doc.low
    if not doc.toks[m.start][0].isalnum() or m.head in PRONOUNS:
        return None
    text = scene.text(m.start, m.cut)
    first = low[m.start]
    head = m.head
    words = low[m.start : m.head_end]
    named = bool(scene.names.within(m.start, m.head_end))
    plural = head in GROUPS or first in {"two", "three", "four", "five", "several", "many", "some", "both", "most"} or "one of" not in text.lower() and head.endswith("ers")
    gender = next((UNNAMED_GENDER[w] for w in reversed(words) if w in UNNAMED_GENDER), "")
    nation = nations_in(scene, m.start, m.cut)
    if first in {"a", "an", "one", "another"} and head in ROLE_NOUNS or (head in ROLE_NOUNS and not plural):
        return Speaker(text, SourceKind.PERSON, True, None, -1, head, gender, False, nation)
    if head in DOCUMENTS:
        return Speaker(text, SourceKind.DOCUMENT, not named, None, -1, "", "", False, nation)
    if plural:
        return Speaker(text, SourceKind.GROUP, True, None, -1, head, "", True, nation)
    if head in MILITARY:
        return Speaker(plain_but(text, named), SourceKind.MILITARY, False, None, -1, head, "", False, nation)
    if head in GOVERNMENT or head == "police":
        return Speaker(plain_but(text, named), SourceKind.GOVERNMENT, head == "authorities" and not named and first != "the", None, -1, head, "", False, nation)
    if head in GROUP_NOUNS or head in ORG_HEADS:
        return Speaker(plain_but(text, named), SourceKind.ORGANIZATION, not named and first in {"a", "an", "one", "another"}, None, -1, head, "", False, nation)
    if named and doc.toks[m.head_end - 1][0].isupper():
        return Speaker(plain(text), SourceKind.UNKNOWN, False, None, -1, head, "", False, nation)
    human = first in {"a", "an", "one", "another", "the"} and head.endswith(("er", "or", "ist", "ian", "man", "woman", "eer"))
    return Speaker(text, SourceKind.PERSON if human else SourceKind.UNKNOWN, True, None, -1, head, gender, False, nation)


def nations_in(scene: Scene, a: int, b: int) -> frozenset[str]:
    """The nations of a phrase, those of the people it names with them."""
    out = {NATIONS[w] for w in scene.doc.low[a:b] if w in NATIONS}
    for run in scene.names.within(a, b):
        if run.person >= 0:
            out |= scene.names.people[run.person].nations
    return frozenset(out)


def plain(name: str) -> str:
    """A name without a leading article (an outlet keeps its own)."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ARTICLES and name.lower() not in OUTLETS else name


def plain_but(text: str, named: bool) -> str:
    """A body's phrase: without the article when a name stands in it, whole when not ("the police")."""
    return plain(text) if named else text


PHRASES: tuple[Callable[[Scene, Mention], Speaker | None], ...] = (
    issuer,
    coordinated,
    named_person,
    role_of_neighbour,
    apposed_name,
    named_organisation,
    unnamed_again,
    holder_of_role,
    body_again,
    phrase,
)
"""How a phrase is led back to a speaker, tried in this order."""

HEURISTICS: tuple[Callable[[Scene, Mention], Speaker | None], ...] = (
    pronoun_singular,
    pronoun_neuter,
    pronoun_plural,
    relative,
    nobody,
    *PHRASES,
)
"""How any mention is led back to a speaker, tried in this order."""


def tell(scene: Scene, mention: Mention, heuristics: tuple[Callable[[Scene, Mention], Speaker | None], ...] = HEURISTICS) -> Speaker | None:
    """The speaker of the first heuristic that does not decline."""
    for heuristic in heuristics:
        speaker = heuristic(scene, mention)
        if speaker is not None:
            return speaker
    return None


def floating(scene: Scene, quote: Quote) -> Speaker | None:
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
    scene = Scene(doc, find_names(doc, spoken))
    out: list[Quote] = []
    for quote, mention in zip(quotes, mentions, strict=True):
        if mention is None:
            speaker = floating(scene, quote)
            token = doc.at(quote.content[0].start)
            span = None
        else:
            speaker = tell(scene, mention)
            token = mention.start
            span = quote.source.mention if quote.source else None
        if speaker is None:
            source = Source(span, None) if span else None
        else:
            scene.note(token, speaker, quote)
            source = Source(span, speaker.name, speaker.kind, speaker.anonymous, speaker.role)
        out.append(Quote(quote.content, quote.kind, quote.cue, quote.stance, source, quote.rule))
    return tuple(out)
