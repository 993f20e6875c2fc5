"""Who speaks in lines without a verb of speech: before a colon in headlines and talks, behind a dash or a colon in headlines and pull quotes."""

from __future__ import annotations

from collections.abc import Iterator

from conflictkit._document import Document
from conflictkit._models import Measure

from ..layout.head import LINES, LONG_TEXT
from ..layout.residue import WORDS as RESIDUE
from ..layout.sheets import VERBAL, is_label, kind_of_noun, singular, tells_fate
from ..lexicon.claims import PERSON, VERB
from ..speakers.name_words import CAPITALS, NATIONS, ORG_HEADS, ORG_NAMES, ROLE_NOUNS, TABLE_WORDS, TITLES
from . import attribution as at
from .attribution import Range, is_cap, is_word
from .reading import Draft, Reading

CREDITS = LINES.credits | frozenset(RESIDUE.label)
"""What stands before the name of a photographer or an outlet: "Photo: AP"."""
SPEAKING_NOUNS = (
    frozenset(map(singular, TABLE_WORDS | ORG_HEADS)) | {"media", "monitor"} | TITLES | {noun for noun, measure in PERSON.items() if measure is Measure.PEOPLE}
)
"""Nouns of those who speak, in the singular."""
TALKS = frozenset({"conference", "interview"})
"""What a note calls a text of which all is said by one or the other."""
COLON, BRACKET, PARTS = frozenset(":"), frozenset("["), frozenset(":—–-―")
IN_LABEL = frozenset({".", "-", "'s", "and", "of"})
IN_NAME = IN_LABEL | {"the", "&"}


def labelled(r: Reading) -> list[Draft]:
    """Lines that open with who speaks and a colon: a headline ("Governor: Dam will hold"), the turns of a transcript.

    A label of a figure ("Dead: 12") is nobody.
    """
    doc = r.doc
    talk = _is_talk(doc)
    opened = [(turn, a) for a, end in _lines(doc, BRACKET) if (turn := noted(r, next(doc.among(BRACKET)) if talk and not a else a, end)) is not None]
    turned = [turn for turn, _ in opened]
    turns = [(turn, a, turn.cue[0], end) for a, end in _lines(doc, COLON) if (turn := _turn(r, a, end)) is not None and turn.cue is not None]
    if transcript := _transcript(doc, [(turn, a, k) for turn, a, k, _ in turns]):
        return [*turned, *transcript]
    if talk or len(turned) > 1 or any(turn.cue is not None and "recording" in doc.low[a : turn.cue[0]] for turn, a in opened):
        return turned
    turns = [(turn, a, k, end) for turn, a, k, end in turns if not _is_topic(doc, a, k, turn.pieces[0])]
    headlines = [turn for turn, a, k, end in turns if _is_headline(doc, turn.pieces[0], a, k, end)]
    return headlines or [turn for turn, a, k, _ in turns[:1] if a == 0 and _opens_text(r, turn.pieces[0], k)]


def _transcript(doc: Document, turns: list[tuple[Draft, int, int]]) -> list[Draft]:
    """The turns of a talk: more than two lines that open with names, one of them twice; none if there is no talk."""
    talk = [(turn, a, k) for turn, a, k in turns if all(is_cap(doc, n) or doc.low[n] in IN_NAME for n in range(a, k))]
    names = {" ".join(doc.low[a:k]) for _, a, k in talk}
    return [turn for turn, _, _ in talk] if len(talk) > max(2, len(names)) else []


def _opens_text(r: Reading, piece: Range, k: int) -> bool:
    """Whether the label before the colon at token k, with which the text begins, is of somebody who tells that something is or happens."""
    return is_cap(r.doc, k - 1) and piece[0] == k + 1 and _has_verb(r, piece) and _acts(r.doc, 0, k)


def _has_verb(r: Reading, piece: Range) -> bool:
    """Whether a line tells that something is or happens: it has a finite verb, or a fate ("two hurt"), and is more than a phrase."""
    return piece[1] - piece[0] > 2 and (any(r.finite(*piece, marks=True)) or any(tells_fate(r.doc.low[k]) for k in range(*piece)))  # noqa: PLR2004


def _acts(doc: Document, a: int, k: int) -> bool:
    """Whether a label is no place: it has several words, is a body, or stands elsewhere in the text without a preposition before it ("Hollin: two killed" tells where)."""
    others = [n for n in doc.among(doc.low[a : a + 1]) if n > a]
    seat = doc.low[a] in CAPITALS and len(doc.text) > LONG_TEXT  # "Bariz: A leader was arrested ...": where it is told
    return k - a > 1 or _is_body(doc, a) and not seat or any(doc.low[n - 1] not in at.PREPOSITION for n in others)


def _lines(doc: Document, marks: frozenset[str]) -> list[Range]:
    """The lines in which one of some marks stands."""
    found = dict.fromkeys(doc.paragraph_of[k] for k in doc.among(marks))
    ends = (*doc.paragraphs[1:], len(doc))
    return [(doc.paragraphs[n], ends[n]) for n in found]


def noted(r: Reading, a: int, end: int) -> Draft | None:
    """What somebody says in a paragraph that opens with his name in brackets, as those who take down broadcasts write: "[Begin recording] [Rask] We hold the port. [End recording]"."""
    doc, k, name = r.doc, a, None
    for k, close in _notes(doc, a, end):
        recorded = _is_recording(doc, close)
        named = _named_in(doc, k + 2, close - 1) if recorded else _named_in(doc, k + 1, close)
        if named is not None and at.NO_SPEAKER.isdisjoint(doc.low[slice(*named)]):
            name = named
    if name is None:
        return None
    k, stop = between_notes(doc, a, end)
    piece = r.trimmed(k, stop)
    if piece is None or r.inside[piece[0]] >= 0:
        return None
    return Draft("label", [piece, *(_turn_below(r, end) if stop == end else [])], (k - 1, k), name)


def _named_in(doc: Document, first: int, last: int) -> Range | None:
    """The name in a bracket, before what he is behind a comma, or a capital and a role: "[Rask, member of the Guild]", "[Unidentified officer]"."""
    stop = next(doc.among((",",), first, last), last)
    named = first < stop and (all(is_cap(doc, n) for n in range(first, stop)) or is_cap(doc, first) and doc.low[last - 1] in ROLE_NOUNS)
    return (first, stop) if named else None


def _turn_below(r: Reading, k: int) -> list[Range]:
    """The paragraphs from token k on in which a turn goes on: up to the note that ends the recording or labels the next turn, or the end of a text that is a talk."""
    doc = r.doc
    below: list[Range] = []
    for n in range(doc.paragraph_of[k] if k < len(doc) else len(doc.paragraphs), len(doc.paragraphs)):
        a = doc.paragraphs[n]
        end = doc.paragraphs[n + 1] if n + 1 < len(doc.paragraphs) else len(doc)
        if doc.low[a : a + 2] == ["[", "begin"]:
            break
        if any(_labels(doc, note) for note in _notes(doc, a, end)):
            return below
        first, stop = between_notes(doc, a, end)
        below.extend([piece] if (piece := r.trimmed(first, stop)) is not None else [])
        if doc.low[stop : stop + 2] == ["[", "end"]:
            return below
    return below if _is_talk(doc) else []


def _labels(doc: Document, note: Range) -> bool:
    """Whether a note at the head of a paragraph tells who speaks, or that the text ends: "[Rask]", "[Reporter]", "[Signed]", not "[Words indistinct]"."""
    return _named_in(doc, note[0] + 1, note[1]) is not None and doc.low[note[1] - 1] != "indistinct"


def _is_talk(doc: Document) -> bool:
    """Whether the first note of a text tells that it is a talk: "[interview with Ilse Rask by an unidentified reporter]"."""
    opening = next(doc.among(BRACKET), len(doc))
    return not TALKS.isdisjoint(doc.low[opening : next(doc.among(("]",), opening), opening)])


def _notes(doc: Document, a: int, end: int) -> Iterator[Range]:
    """The brackets that stand one behind the other at token a, each as the tokens of its marks."""
    for close in doc.among(("]",), a, end):
        if doc.low[a] != "[" or close == a + 1:
            return
        yield a, close
        a = close + 1


def between_notes(doc: Document, a: int, end: int) -> Range:
    """The words of a paragraph between notes in brackets: behind those it opens with, before the next note ("the Guild [GLD] has" is a gloss)."""
    k = max((close + 1 for _, close in _notes(doc, a, end)), default=a)
    return k, _next_note(doc, k, end, end)


def _next_note(doc: Document, k: int, end: int, without: int) -> int:
    """The next bracket from token k on that is no gloss of the word before it, or ``without``."""
    return next((n for n in doc.among(BRACKET, k, end) if not is_word(doc, n - 1) or doc.low[n + 1 : n + 2] == ["end"]), without)


def _is_recording(doc: Document, close: int) -> bool:
    """Whether a bracket that closes tells whose recording begins: "[Begin Rask recording]"."""
    return doc.low[close - 1] == "recording"


def _turn(r: Reading, a: int, end: int) -> Draft | None:
    """What somebody says in a line that opens with his name and a colon."""
    doc, k = r.doc, _label_end(r.doc, a, end)
    if k < 0 or r.inside[a] >= 0 or not at.NO_SPEAKER.isdisjoint((doc.low[k - 1], doc.words(a, k).lower())) or is_label(doc, a, k):
        return None
    piece = r.trimmed(k + 1, end)
    if piece is None or r.owner.get(r.inside[piece[0]]) or not any(doc.toks[j][0].isalpha() for j in range(*piece)):
        return None
    return Draft("label", [piece], (k, k + 1), (a, k))


def _label_end(doc: Document, a: int, end: int) -> int:
    """The colon behind the name or the source that opens a line at token a, or -1."""
    low, k, last = doc.low, a, end - 1
    while k < last and (is_cap(doc, k) or low[k] in IN_LABEL):
        k += 1
    if k >= end or low[k] != ":":  # "Guild-run health ministry: ..."
        k = next(doc.among((":",), k, end), a)
        if k == a or not _is_source(doc, a, k):
            return -1
    return k if k > a and doc.toks[k][-1] == " " else -1


def _is_headline(doc: Document, piece: Range, a: int, k: int, end: int) -> bool:
    """Whether a line with its source before a colon is a headline: short, without a full stop, of a body, with a number or a fate."""
    unended = doc.low[piece[1] : end][:1] != ["."]
    return doc.sentence_of[a] == doc.sentence_of[piece[1] - 1] and unended and _is_source(doc, a, k) and _is_body(doc, k - 1) and _tells(doc, *piece)


def _is_topic(doc: Document, a: int, k: int, piece: Range) -> bool:
    """Whether a land before a colon is what a line is about, since no other nation is told of that it could accuse: "Norland: Army Kills 12 Villagers"."""
    land = NATIONS.get(doc.low[a]) if k - a == 1 and doc.low[a] not in CAPITALS else None
    return land is not None and {NATIONS.get(word, land) for word in doc.low[slice(*piece)]} == {land}


def credited(r: Reading) -> list[Draft]:
    """Headlines and pull quotes whose source stands behind a dash or a colon: "Strike kills 12 - officials", "“...” — Governor Ana Ruiz."."""
    return [draft for a, b in _lines(r.doc, PARTS) if (draft := _credited(r, a, b)) is not None]


def _credited(r: Reading, a: int, b: int) -> Draft | None:
    """What a line tells before the source at its end."""
    doc = r.doc
    while b > a and doc.toks[b - 1].isspace():
        b -= 1
    ended = b > a and doc.low[b - 1] == "."
    b -= ended
    k = next((k for k in reversed([*doc.among(PARTS, a + 1, b - 1)]) if _parts(doc, k)), -1)
    if k < 0 or not _is_source(doc, k + 1, b) or r.owner.get(r.inside[k - 1]):
        return None
    region = r.regions[r.inside[k - 1]] if r.inside[k - 1] >= 0 else None
    pulled = region is not None and region.close == k
    whole = pulled and region is not None and region.open == a
    if ended and not whole or not pulled and not (_tells(doc, a, k) and _may_be_named(doc, k, b)):
        return None
    piece = r.trimmed(a, k)
    return Draft("source behind", [piece], (k, k + 1), (k + 1, b)) if piece is not None else None


def _may_be_named(doc: Document, k: int, b: int) -> bool:
    """Whether what stands behind a dash or colon at token k can be a source: a name behind a colon is one if it is a body and no photographer's."""
    if doc.low[k] != ":" or doc.toks[k + 1][0].islower():
        return True
    return doc.low[k - 1] not in CREDITS and _is_body(doc, b - 1)


def _parts(doc: Document, k: int) -> bool:
    """Whether a dash between blanks or a colon stands at a token."""
    return doc.low[k] in PARTS and doc.toks[k][-1] == " " and (doc.low[k] == ":" or doc.toks[k - 1][-1] == " ")


def _is_source(doc: Document, a: int, b: int) -> bool:
    """Whether tokens a to b are nothing but somebody who speaks: a name, or words that end in a body, a role or a document."""
    words = doc.low[a:b]
    if not words or any(not (word[0].isalpha() or word in IN_NAME) or word in at.TIME or word in VERBAL for word in words):
        return False
    if all(is_cap(doc, k) or doc.low[k] in IN_NAME for k in range(a, b)):
        return words[-1] not in at.NO_SPEAKER and kind_of_noun(words[-1]) in (None, Measure.PEOPLE, Measure.TROOPS)
    return singular(words[-1]) in SPEAKING_NOUNS and at.PREPOSITION.isdisjoint(words) and "'s" not in words


def _is_body(doc: Document, k: int) -> bool:
    """Whether a word ends the name of a body, or is a nation or its capital: "Relief Council", "Kyiv", "UN"."""
    word = doc.low[k]
    return word in NATIONS or word in ORG_NAMES or singular(word) in SPEAKING_NOUNS or doc.toks[k].rstrip(" ").isupper()


def _tells(doc: Document, a: int, b: int) -> bool:
    """Whether a number or a fate stands among tokens a to b."""
    return any(doc.low[k][0].isdigit() or tells_fate(doc.low[k]) or doc.low[k] in VERB for k in range(a, b))
