"""Whom "he", "she", "it" and "they" mean as speakers: each function names the one it is sure of, or declines."""

from __future__ import annotations

from bisect import bisect_left

from conflictkit._document import Document
from conflictkit._models import QuoteKind, SourceKind
from conflictkit.english.quotes.phrases import clause_subject
from conflictkit.english.speakers.bodies import named_body
from conflictkit.english.speakers.name_runs import Name
from conflictkit.english.speakers.name_words import DEMONYMS, NATIONS, NOT_SUBJECT_BEFORE, ORG_HEADS, ROLE_NOUNS
from conflictkit.english.speakers.scene import ARTICLES, NEUTER, PLURAL, SINGULAR, WINDOW, Mention, Referent, Scene, Standing, read_mention


def pronoun_singular(scene: Scene, m: Mention) -> Referent | None:
    """"he", "she": the person with the best score by distance, subject, gender and whether he or she was speaking."""
    gender = SINGULAR.get(m.head)
    if gender is None or m.end - m.start > 1:
        return None
    doc, k = scene.doc, m.start
    sentence, paragraph = doc.sentence(k), doc.paragraph(k)
    inside = [(doc.at(s.start), doc.at(max(s.end - 1, s.start)) + 1) for s in m.quote.content]
    since = min(inside)[0]
    scores: dict[str, float] = {}
    who: dict[str, Name | Referent] = {}
    n = bisect_left(scene.person_starts, k)
    counts: dict[int, int] = {}
    turn = next((turn for turn in reversed(scene.turns[-WINDOW:]) if is_person(turn.speaker, gender)), None)
    for i, run in enumerate(scene.persons[max(0, n - WINDOW) : n], max(0, n - WINDOW)):
        person = scene.names.people[run.person]
        if person.gender not in ("", gender) or (run.start >= since and any(a <= run.start < b for a, b in inside)):
            continue
        counts[run.person] = count = counts.get(run.person, 0) + 1
        place = scene.standings.get(i) or scene.standings.setdefault(i, standing(scene, i))
        score = place.weight - 1.2 * (sentence - place.sentence) + 0.3 * min(count, 3)
        score += (place.paragraph == paragraph) + (person.gender == gender)
        key = person.name
        if score > scores.get(key, -1e9):
            scores[key] = score
            who[key] = run
    if turn:
        speaker = turn.speaker
        key = speaker.name or ""
        back = max(0, sentence - doc.sentence(turn.token))
        bonus = 4 - 0.8 * back + (doc.paragraph(turn.token) == paragraph)
        base = scores.get(key, -1.2 * back + 1.5 + (speaker.gender == gender) + 0.3)
        scores[key] = base + max(bonus, 0)
        who[key] = speaker
    role = role_before_it(scene, m, gender) if not scores or max(scores.values()) < FRESH else None
    if role is not None and role.name not in scores:
        return role
    if not scores:
        return None
    best = the_best(scores)
    found = who.get(best) if best else None
    return scene.person(found.person) if isinstance(found, Name) else found


FRESH = 1.0
"""The score below which a candidate is too far back against the subject of the sentence before."""


def role_before_it(scene: Scene, m: Mention, gender: str) -> Referent | None:
    """The role that is the subject of the sentence before in the same paragraph: "The minister welcomed it. He said ..."."""
    doc = scene.doc
    n = doc.sentence(m.start) - 1
    if n < 0 or doc.paragraph(doc.sentences[n]) != doc.paragraph(m.start) or doc.low[doc.sentences[n]] not in ARTICLES:
        return None
    found = clause_subject(doc, doc.sentences[n], min(doc.sentences[n + 1], doc.sentences[n] + 40))
    if found is None:
        return None
    subject = read_mention(doc, doc.span(*found), m.quote)
    speaker = scene.tell(subject) if subject.head in ROLE_NOUNS else None
    return speaker if speaker is not None and is_person(speaker, gender) else None


def standing(scene: Scene, n: int) -> Standing:
    """Where the n-th person's name stands, and what that is worth to a pronoun after it."""
    doc, run = scene.doc, scene.persons[n]
    weight = 0.0 if in_a_pair(scene, n) else 1.5 * is_subject(doc, run) + 0.5 * first_of_sentence(scene, n)
    return Standing(doc.sentence(run.start), doc.paragraph(run.start), weight - 1.5 * (doc.region(run.start) is not None))


def is_person(speaker: Referent, gender: str) -> bool:
    """Whether a speaker is one human being, with a name or phrase, whose gender fits."""
    return speaker.kind is SourceKind.PERSON and speaker.name is not None and speaker.gender in ("", gender) and not speaker.plural


def the_best(scores: dict[str, float]) -> str | None:
    """The candidate with the highest score; none when two are equally good."""
    ranked = sorted(scores.values(), reverse=True)
    if len(ranked) > 1 and ranked[0] - ranked[1] < 1e-9:
        return None
    return max(scores, key=scores.__getitem__)


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


def in_a_pair(scene: Scene, n: int) -> bool:
    """Whether the n-th person's name is joined to another's by "and": then neither is more the subject than the other."""
    low, run = scene.doc.low, scene.persons[n]
    if n + 1 < len(scene.persons) and scene.persons[n + 1].first == run.end + 1 and low[run.end] == "and":
        return True
    return n > 0 and scene.persons[n - 1].end == run.first - 1 and low[run.first - 1] == "and"


def first_of_sentence(scene: Scene, n: int) -> bool:
    """Whether the n-th person's name is the first one of its sentence."""
    return not n or scene.person_starts[n - 1] < scene.doc.bounds(scene.person_starts[n])[0]


def pronoun_neuter(scene: Scene, m: Mention) -> Referent | None:
    """"it": the body that spoke last; after a person's direct quote with no body in between, that person."""
    if m.head not in NEUTER or m.end - m.start > 1:
        return None
    last = next((turn for turn in reversed(scene.turns[-3:]) if turn.speaker.kind is not SourceKind.UNKNOWN), None)
    body = subject_body(scene, m)
    if last is None or last.speaker.name is None:
        return body
    if last.speaker.kind is not SourceKind.PERSON:
        return last.speaker
    if body is not None:
        return body
    near_by = scene.doc.paragraph(m.start) - scene.doc.paragraph(last.token) <= 1
    return last.speaker if near_by and last.quote.kind is QuoteKind.DIRECT and not last.speaker.plural else None


def subject_body(scene: Scene, m: Mention) -> Referent | None:
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
                end = run.end + next((n + 1 for n, word in enumerate(doc.low[run.end : run.end + 3]) if word in ORG_HEADS), 0)
                return named_body(scene, run, run.start, end)
    return None


def pronoun_plural(scene: Scene, m: Mention) -> Referent | None:
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
