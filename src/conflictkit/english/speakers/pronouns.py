"""Whom "he", "she", "it" and "they" mean as speakers: each function names the one it is sure of, or declines."""

from __future__ import annotations

from bisect import bisect_left

from conflictkit._document import Document
from conflictkit._models import EntityKind, QuoteKind
from conflictkit.english.speakers.bodies import named_body
from conflictkit.english.speakers.name_runs import Name
from conflictkit.english.speakers.name_words import DEMONYMS, FINITE, NATIONS, NOT_SUBJECT_BEFORE, ORG_HEADS, ROLE_NOUNS, SPEECH
from conflictkit.english.speakers.referents import ARTICLES, NEUTER, PLURAL, SINGULAR, UNNAMED_GENDER, WINDOW, Mention, Referent, Referents, Standing

SUBJECT_WITHIN = 60
"""Within how many tokens of a sentence a body may be its subject."""
ROLE_WITHIN = 7
"""Within how many tokens of a sentence its subject's role stands."""


def pronoun_singular(scene: Referents, m: Mention) -> Referent | None:
    """"he", "she": the person with the best score by distance, subject, gender and whether he or she was speaking."""
    gender = SINGULAR.get(m.head)
    if gender is None or m.end - m.start > 1:
        return None
    doc, k = scene.doc, m.start
    sentence, paragraph = doc.sentence(k), doc.paragraph(k)
    since = min(m.said)[0] if m.said else len(doc)
    scores: dict[str, float] = {}
    who: dict[str, Name | Referent] = {}
    n = bisect_left(scene.person_starts, k)
    counts: dict[int, int] = {}
    turn = next((turn for turn in reversed(scene.turns[-WINDOW:]) if is_person(turn.speaker, gender)), None)
    for i, run in enumerate(scene.persons[max(0, n - WINDOW) : n], max(0, n - WINDOW)):
        person = scene.names.people[run.person]
        if person.gender not in ("", gender) or (run.start >= since and any(a <= run.start < b for a, b in m.said)):
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
    if not scores:
        return None
    best = the_best(scores)
    found = who.get(best) if best else None
    return scene.person(found.person) if isinstance(found, Name) else found


def subject_role(scene: Referents, m: Mention) -> Referent | None:
    """"he", "she" that open a sentence: who opens the one before by role alone ("The justice minister welcomed the verdict.")."""
    gender = SINGULAR.get(m.head)
    doc = scene.doc
    n = doc.sentence(m.start)
    if gender is None or m.end - m.start > 1 or n == 0 or m.start - doc.sentences[n] > 1:
        return None
    first = doc.sentences[n - 1]
    if doc.low[first] not in ARTICLES or doc.paragraph(first) != doc.paragraph(m.start) or doc.region(first) is not None:
        return None
    if scene.turns and scene.turns[-1].token >= first:
        return None
    head = next((k for k in range(first + 1, min(first + ROLE_WITHIN, m.start - 1)) if doc.low[k] in ROLE_NOUNS and doc.low[k + 1] not in ROLE_NOUNS), -1)
    if head < 0 or not (doc.low[head + 1] in FINITE or doc.low[head + 1] in SPEECH or doc.low[head + 1].endswith("ed")):
        return None
    if UNNAMED_GENDER.get(doc.low[head], gender) != gender or any(run.person >= 0 for run in scene.names.within(first, head + 1)):
        return None
    return scene.tell(scene.mention(first, head + 1, m.said))


def standing(scene: Referents, n: int) -> Standing:
    """Where the n-th person's name stands, and what that is worth to a pronoun after it."""
    doc, run = scene.doc, scene.persons[n]
    weight = 0.0 if in_a_pair(scene, n) else 1.5 * is_subject(doc, run) + 0.5 * first_of_sentence(scene, n)
    return Standing(doc.sentence(run.start), doc.paragraph(run.start), weight - 1.5 * (doc.region(run.start) is not None))


def is_person(speaker: Referent, gender: str) -> bool:
    """Whether a speaker is one human being, with a name or phrase, whose gender fits."""
    return speaker.kind is EntityKind.PERSON and speaker.name is not None and speaker.gender in ("", gender) and not speaker.plural


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


def in_a_pair(scene: Referents, n: int) -> bool:
    """Whether the n-th person's name is joined to another's by "and": then neither is more the subject than the other."""
    low, run = scene.doc.low, scene.persons[n]
    if n + 1 < len(scene.persons) and scene.persons[n + 1].first == run.end + 1 and low[run.end] == "and":
        return True
    return n > 0 and scene.persons[n - 1].end == run.first - 1 and low[run.first - 1] == "and"


def first_of_sentence(scene: Referents, n: int) -> bool:
    """Whether the n-th person's name is the first one of its sentence."""
    return not n or scene.person_starts[n - 1] < scene.doc.bounds(scene.person_starts[n])[0]


def pronoun_neuter(scene: Referents, m: Mention) -> Referent | None:
    """"it": the body that is the subject of this sentence, or that spoke last; after a person's direct quote with no body in between, that person."""
    if m.head not in NEUTER or m.end - m.start > 1:
        return None
    last = next((turn for turn in reversed(scene.turns[-3:]) if turn.speaker.kind is not EntityKind.UNKNOWN), None)
    n = scene.doc.sentence(m.start)
    here = subject_body(scene, scene.doc.sentences[n], m.start)
    if here is not None and (last is None or last.token < scene.doc.sentences[n]):
        return here
    body = here or (subject_body(scene, scene.doc.sentences[n - 1], scene.doc.sentences[n]) if n else None)
    if last is None or last.speaker.name is None:
        return body
    if last.speaker.kind is not EntityKind.PERSON:
        return last.speaker
    if body is not None:
        return body
    near_by = scene.doc.paragraph(m.start) - scene.doc.paragraph(last.token) <= 1
    return last.speaker if near_by and last.quote.kind is QuoteKind.DIRECT and not last.speaker.plural else None


def subject_body(scene: Referents, first: int, end: int) -> Referent | None:
    """The organisation or state that is the subject of a sentence, or of its part from one token to another (outside quote marks)."""
    for run in scene.names.within(first, min(end, first + SUBJECT_WITHIN)):
        if run.start - first <= 1 and run.kind in ("org", "place", "media") and scene.doc.region(run.start) is None:
            if run.kind == "place" and scene.doc.low[run.end - 1] in DEMONYMS:
                return None
            stop = run.end + next((n + 1 for n, word in enumerate(scene.doc.low[run.end : run.end + 3]) if word in ORG_HEADS), 0)
            return named_body(scene, run, run.start, stop)
    return None


def pronoun_plural(scene: Referents, m: Mention) -> Referent | None:
    """"they": the group or body that spoke last."""
    if m.head not in PLURAL or m.end - m.start > 1 or not scene.turns:
        return None
    last = scene.turns[-1]
    if last.speaker.plural or last.speaker.kind not in (EntityKind.PERSON, EntityKind.UNKNOWN):
        return last.speaker
    for turn in reversed(scene.turns[-4:-1]):
        if turn.speaker.plural and scene.doc.paragraph(m.start) - scene.doc.paragraph(turn.token) <= 1:
            return turn.speaker
    return None
