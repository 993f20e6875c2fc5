"""Quote regions that no cue has claimed: they go on with the quote before, follow a colon, stand alone, or are a fragment of a sentence."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise, takewhile
from typing import NamedTuple

from conflictkit._models import Stance
from conflictkit._regions import SINGLE
from conflictkit.engine.syntax import Kind

from ..grammar.lists import FIRST_PERSON
from ..lexicon.events import AUXILIARIES
from ..tables import TABLES
from . import attribution as at
from .attribution import VERBS, Range, is_word, skip_blanks
from .contents import boundary
from .cues import cue_at
from .headlines import between_notes, noted
from .phrases import can_speak, mention_of
from .reading import Draft, Reading


def continuation(r: Reading, n: int, last: Draft | None) -> bool:
    """A second piece: the region goes on with the quote before it in the same paragraph, or after an unclosed paragraph."""
    doc, region = r.doc, r.regions[n]
    m = n - 1
    if m > 0 and m not in r.owner and doc.paragraph_of[r.regions[m].open] == doc.paragraph_of[region.open] and not r.starts_sentence(m):
        m -= 1  # "...," he said of the "guild". "..."
    if last is None or m < 0 or r.owner.get(m) is not last:
        return False
    before = r.regions[m]
    between = any(is_word(doc, k) for k in range(before.close, region.open))
    same = doc.paragraph_of[before.open] == doc.paragraph_of[region.open]
    if not (same and last.cue and doc.paragraph_of[last.pieces[-1][0]] == doc.paragraph_of[region.open]) and not (
        not before.closed and not between
    ):
        return False
    resumed = last.cue is not None and before.close <= last.cue[0] and doc.low[region.open - 1] == ","  # "Later," he said, "I ..."
    if same and before.closed and not resumed and ((between and not r.starts_sentence(n) and not r.after_stop(n)) or is_subject(r, n)):
        return False
    if same and last.cue and between and not last.pieces[-1][1] <= last.cue[0] < region.open:
        r.add(Draft("same paragraph", [(region.open, region.close)], last.cue, last.speaker, last.stance))
        return True
    last.pieces.append((region.open, region.close))
    r.owner[n] = last
    return True


def introduced(r: Reading, n: int, last: Draft | None) -> bool:
    """A direct quote announced by a colon: "Name: ...", "He went further:"."""
    doc, low, region = r.doc, r.doc.low, r.regions[n]
    k = region.open - 1
    while k >= 0 and doc.toks[k][0].isspace():
        k -= 1
    if k < 1 or low[k] != ":":
        return False
    if low[k - 1] in at.NO_SPEAKER and (k < 2 or r.doc.paragraph_of[k - 2] < r.doc.paragraph_of[k] or k - 1 in r.starts):
        return True
    s = r.bounds(k)[0]
    cue: Range = (k, k + 1)
    speaker: Range | None = None
    stance = Stance.SAID
    m = bisect_right(r.hits, k) - 1
    if m >= 0 and r.hits[m] >= s and (found := cue_at(r, r.hits[m])) is not None and found.stands:
        cue, speaker, stance = found.range(), found.speaker, found.verb.stance
    if speaker is None:
        subject = _subject(r, s, k)
        speaks = subject is not None and (doc.toks[subject[1] - 1][0].isupper() or can_speak(r, subject))
        speaker = subject if speaks else _named_at(r, k - 1)  # "The dangers are clear to Ana Ruiz:"
    r.add(Draft("colon", [(region.open, region.close)], cue, speaker, stance))
    return True


class Announcement(NamedTuple):
    """What announces the paragraphs below a line: the words that do, who speaks."""

    cue: Range
    speaker: Range | None
    stance: Stance
    inquit: bool
    bare: bool
    """Nothing is told of what is said, so that the paragraph below tells it."""


def announced(r: Reading) -> list[Draft]:
    """Statements without marks below the line that announces them ("Minister Ana Ruiz said:", "The guild issued this statement:"): the paragraph below, those in the first person, or numbered points; not inside what somebody else says."""
    doc = r.doc
    lines = [*pairwise([*doc.paragraphs, len(doc)])]
    voiced = {doc.paragraph_of[a] for draft in r.drafts if draft.rule == "label" for a, _ in draft.pieces}
    announcing = {n: found for n in dict.fromkeys(doc.paragraph_of[k] for k in doc.among((":",))) if n not in voiced and (found := _announcement(r, *lines[n])) is not None}
    drafts = []
    for n, line in announcing.items():
        speaks = can_speak(r, line.speaker)
        below = [*takewhile(lambda m: m not in announcing and _is_point(r, lines[m]), range(n + 1, len(lines)))] if speaks else []
        if not below and line.inquit:
            told = n + 1 < len(lines) and n + 1 not in announcing and line.bare and speaks and _is_prose(r, lines[n + 1])
            below = [*range(n + 1, n + 1 + told), *takewhile(lambda m: m not in announcing and _speaks(r, lines[m]), range(n + 1 + told, len(lines)))]
        pieces = [piece for m in below if (piece := r.trimmed(*between_notes(doc, *lines[m]))) is not None]
        if pieces:
            drafts.append(Draft("statement", pieces, line.cue, line.speaker, line.stance))
    return drafts


def _announcement(r: Reading, a: int, end: int) -> Announcement | None:
    """What a paragraph that ends with a colon announces: with a verb of speech, or with what somebody issues."""
    k = end - 1
    while k > a and r.doc.toks[k].isspace():
        k -= 1
    if r.doc.low[k] != ":":
        return None
    m = bisect_right(r.hits, k) - 1
    cue = cue_at(r, r.hits[m]) if m >= 0 and r.hits[m] >= a else None
    speaker = _subject(r, a, k)
    if cue is not None and cue.stands and (cue.verb.inquit or not _issues(r, speaker, k)):
        return Announcement(cue.range(), cue.speaker or speaker, cue.verb.stance, cue.verb.inquit, cue.k not in r.used and cue.k >= r.bounds(k)[0])
    return Announcement((k, k + 1), speaker, Stance.SAID, inquit=True, bare=True) if _issues(r, speaker, k) else None


def _issues(r: Reading, speaker: Range | None, k: int) -> bool:
    """Whether a statement is named between a subject and the colon at k: "The guild issued the following statement about the raid:"."""
    if speaker is None or not can_speak(r, speaker) or speaker[1] <= r.bounds(k)[0]:
        return False
    return any(r.doc.low[n - 1] in ISSUED or r.doc.low[n - 2] in ISSUED for n in r.doc.among(BARE, speaker[1] + 1, k))


BARE = TABLES.speakers.documents.bare
ISSUED = frozenset({"a", "following", "this"})
"""Before a statement that follows."""


def _is_point(r: Reading, line: Range) -> bool:
    """Whether a paragraph is a numbered point that tells something, without quote marks."""
    told = max(r.inside[slice(*line)], default=0) < 0 and any(r.finite(*line))
    return told and r.doc.mark_before(line[0]).strip(" ()").removesuffix(".").isdigit()


def _is_prose(r: Reading, line: Range) -> bool:
    """Whether a paragraph without quote marks and labels tells something in whole sentences."""
    piece = r.trimmed(*line) if noted(r, *line) is None and max(r.inside[slice(*line)], default=0) < 0 else None
    return piece is not None and any(r.finite(*piece)) and r.doc.low[piece[1] : piece[1] + 1] in (["."], ["?"], ["!"])


def _speaks(r: Reading, line: Range) -> bool:
    """Whether a paragraph without quote marks speaks of "I" or "we", and is not labelled with who speaks."""
    return noted(r, *line) is None and max(r.inside[slice(*line)], default=0) < 0 and not FIRST_PERSON.isdisjoint(r.doc.low[slice(*line)])


def _subject(r: Reading, s: int, k: int) -> Range | None:
    """The subject of the clause before token k, or the noun group that ends there."""
    for token in range(k - 1, s - 1, -1):
        verb = r.syntax.verb_at(token)
        if verb is not None and verb.clause is not None and verb.clause.parent is None and (subject := verb.clause.subject) is not None:
            return mention_of(r, subject, verb.start if subject.start < verb.start else -1)
    label = (s, k)
    if s < k and max(r.inside[s:k]) < 0 and at.DASHES.isdisjoint(r.doc.low[s:k]) and r.syntax.group_at(s) is not None and can_speak(r, label):
        return label  # "The governor of the region, Ana Ruiz:"
    group = r.syntax.group_at(k - 1) if k > s else None
    return mention_of(r, group) if group is not None else None


def _named_at(r: Reading, k: int) -> Range | None:
    """The name that ends at token k."""
    group = r.syntax.group_at(k) if k >= 0 else None
    free = group is not None and (group.preposition < 0 or r.doc.low[group.preposition] in ("by", "for", "from", "to"))
    return mention_of(r, group) if group is not None and free and group.name and not group.time else None


def alone_in_line(r: Reading, n: int) -> bool:
    """Whether a region is all the words of its line, as in a heading."""
    doc, region = r.doc, r.regions[n]
    line = doc.paragraph_of[region.open]
    end = doc.paragraphs[line + 1] if line + 1 < len(doc.paragraphs) else len(doc)
    return not any(is_word(doc, k) for k in (*range(doc.paragraphs[line], region.open), *range(region.close, end)))


def is_subject(r: Reading, n: int) -> bool:
    """Whether a few words in marks are part of the sentence that goes on behind them (""Alpha" is a code word")."""
    region, words = r.regions[n], r.fragment(n).split()
    goes_on = region.closed and region.close < r.bounds(region.open)[1] and is_word(r.doc, region.close)
    return goes_on and bool(words) and words[-1][-1] not in ",.?!…" and not r.is_sentence(n)


def signed(r: Reading, n: int) -> Range | None:
    """Who stands behind a dash after a quote: "“...” — Ana Ruiz"."""
    doc, low, k = r.doc, r.doc.low, r.regions[n].close
    k = skip_blanks(doc, k, len(doc))
    if k >= len(doc) or low[k] not in SIGNS or doc.paragraph_of[k] - doc.paragraph_of[r.regions[n].open] > 1:
        return None
    k = skip_blanks(doc, k + 1, len(doc))
    group = r.syntax.group_at(k) if k < len(doc) else None
    if group is None or group.start != k or not group.name:
        return None
    after = skip_blanks(doc, group.end, len(doc))
    ends = after >= len(doc) or doc.paragraph_of[after] > doc.paragraph_of[group.start] or not is_word(doc, after)
    return mention_of(r, group) if ends else None


SIGNS = frozenset("—–―")


def standing_alone(r: Reading, n: int, last: Draft | None) -> bool:
    """A quote that begins a sentence and has no cue: signed behind a dash, of the same paragraph's speaker, or floating."""
    doc, region = r.doc, r.regions[n]
    if not r.starts_sentence(n):
        return False
    words = r.fragment(n).split()
    if len(words) < 2 or r.names_title(n) or (words[-1][-1] not in ",.?!…" and doc.toks[region.open] in SINGLE and alone_in_line(r, n)):
        return False
    if is_subject(r, n):
        return False
    if (speaker := signed(r, n)) is not None:
        r.add(Draft("signed", [(region.open, region.close)], (speaker[0] - 1, speaker[0]), speaker))
    else:
        r.add(Draft("floating", [(region.open, region.close)], None, None))
    return True


def by_verb(r: Reading, n: int, last: Draft | None) -> bool:
    """A fragment behind any verb, or behind "that"."""
    low, region = r.doc.low, r.regions[n]
    words = r.fragment(n).split()
    if not words or words[0][0].isupper():
        return True
    s, _ = r.bounds(region.open)
    for k in range(region.open - 1, s, -1):
        word = low[k]
        if r.inside[k] >= 0 or word in (",", ";", ":") or k in r.used or k == region.open - 1 and _is_named(r, k):
            break
        if (word == "that" and r.syntax.tags[k] != "w" or len(words) > 2 and _takes_fragment(r, k, n)) and _add_scrap(r, k, n):
            return True
    return False


def _is_named(r: Reading, k: int) -> bool:
    """Whether a participle at token k tells how the noun before it is called or what is said of it, by nobody: "a group called “the Hand”"."""
    verb = r.syntax.verb_at(k) if r.doc.low[k] in VERBS else None
    clause = verb.clause if verb is not None and verb.passive else None
    return clause is not None and clause.kind is Kind.REDUCED and clause.agent is None


def _takes_fragment(r: Reading, k: int, n: int) -> bool:
    """Whether the verb at token k has region n as its object: a verb of speech anywhere before it, any other right before it or with "as" ("decried “the end of the world”", "ranks the raid as “minor”")."""
    word, verb, region = r.doc.low[k], r.syntax.verb_at(k), r.regions[n]
    if verb is None or verb.word != k or verb.particle >= 0 or word in AUXILIARIES:
        return False
    return word in VERBS or not verb.passive and (k == region.open - 1 or r.doc.low[region.open - 1] == "as")


def _add_scrap(r: Reading, k: int, n: int) -> bool:
    """Read what stands behind "that" or a verb at token k up to the end of region n, if that reaches into it."""
    low, region = r.doc.low, r.regions[n]
    s, e = r.bounds(region.open)
    that = low[k] == "that"
    start = k if that else k + 1
    piece = r.trimmed(start, max(boundary(r, start, e, clause=False), region.close))
    if not piece or piece[1] <= region.open:
        return False
    cue = k - 1 if that and k - 1 > s and not low[k - 1].isspace() else k
    clause = r.syntax.clause_of(cue)
    subject = clause.subject or clause.controller if clause is not None else None
    speaker = mention_of(r, subject, cue if subject.start < cue else -1) if subject is not None else None
    if that or can_speak(r, speaker):
        r.add(Draft("scrap", [piece], (cue, cue + 1), speaker))
    return True


LEFTOVERS = (continuation, introduced, standing_alone, by_verb)
"""What an unclaimed region may be, tried in this order; the first that answers decides."""
