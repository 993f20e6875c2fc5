"""The frames of attribution: each is a line of letters around a verb of speech (see ``cues``), what the verb must take, and where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from attrs import field, frozen

from conflictkit._models import Stance
from conflictkit.engine.syntax import Kind
from conflictkit.english.quotes import attribution as at
from conflictkit.english.quotes.attribution import Range, is_cap, is_word, skip_blanks
from conflictkit.english.quotes.contents import boundary, clause_at, end_of, first_comma, front, has_main_verb, has_region, new_cue, speech_between, tells
from conflictkit.english.quotes.cues import Cue, opens_count
from conflictkit.english.quotes.reading import Draft, Reading
from conflictkit.english.quotes.sources import can_speak

Said = Callable[["Frame", Cue, re.Match[str]], "Draft | None"]


@frozen(slots=False)
class Frame:
    """One way to attribute words."""

    name: str
    line: str
    """A pattern over the letters of ``cues``; blanks do not count. A group in brackets is what is said."""
    takes: str
    """What the verb must take, one of these; "" for any verb."""
    said: Said = field(repr=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.line.replace(" ", ""))

    @cached_property
    def features(self) -> frozenset[str]:
        return frozenset(self.takes.split())

    def draft(self, cue: Cue) -> Draft | None:
        """The quote that the frame makes of a cue, if it fits."""
        match = self.pattern.match(cue.letters)
        if match is None or not self.fits(cue):
            return None
        draft = self.said(self, cue, match)
        if draft is not None:
            draft.via = cue.via
        return draft

    def fits(self, cue: Cue) -> bool:
        features, verb = self.features, cue.verb
        return not features or not features.isdisjoint(verb.frames) or ("inquit" in features and verb.inquit) or has_marks(cue)


def has_marks(cue: Cue) -> bool:
    """Whether a quote mark stands behind the cue: then any verb may report."""
    return has_region(cue.r, cue.end - 1, min(cue.limit[1], cue.end + NEAR))


NEAR = 60
"""Tokens within which a quote mark makes a content a quoted one."""
QUOTE_ONLY = frozenset(["quote", "figure"])


NICKNAME = 4
"""Words of what may be a name in marks before its role ("“Badger,” the leader of a crew, says ...")."""

# ---- the words stand before


def quote_before(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """ "...," S V; "...," V S; "...?" S V; with what goes on behind it."""
    r = cue.r
    doc, low = r.doc, r.doc.low
    n = r.inside[cue.at[0] - 1]
    region = r.regions[n]
    owner = r.owner.get(n)
    if cue.passive or (owner and not (owner.rule.startswith("S V") and owner.cue and owner.cue[1] <= region.open and "," in low[region.close - 2 : region.close + 1])):
        return None
    after = cue.at[2:]
    following = match.group("then") or "."
    last = r.fragment(n).rstrip("'’ ”\"")[-1:] or "."
    glued = low[region.close : region.close + 1] == [","]
    if last in ",—-–" or glued:
        if following in "THCNIGx" and len(r.fragment(n).split()) < NICKNAME and not (cue.own == "V" and following == "H"):
            return None
    elif following not in ".,:q" or (
        last == "." and (region.close in r.starts or is_cap(doc, cue.start)) and not (following == "." and not is_cap(doc, cue.start))
    ):
        return None
    whole = r.starts_sentence(n) or after_stop(r, n)
    if not whole and following == ":":
        return None
    pieces = _regions_up_to(r, n) if whole else front(r, r.bounds(region.open)[0], region.close)
    if not pieces or (not whole and _leads_up(cue, following, pieces[0])):
        return None
    draft = Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance())
    if following == ",":
        _resume(cue, draft, after[len(match.group(0)) - 3] if len(match.group(0)) >= 3 else cue.end, whole, n)
    elif following == "q" and not whole:
        return None
    return draft


def _leads_up(cue: Cue, following: str, piece: Range) -> bool:
    """Whether words with a quote in them only lead up to a sentence of its own: no main verb, and a clause or another verb behind the cue."""
    goes_on = following in "THCv" or cue.verb.lemma == ""
    return goes_on and not (has_main_verb(cue.r, piece) and following != "v")


def _regions_up_to(r: Reading, n: int) -> list[Range]:
    """A region with those before it that no word parts from it."""
    region = r.regions[n]
    pieces = [(region.open, region.close)]
    m = n - 1
    while (
        m >= 0
        and m not in r.owner
        and not any(is_word(r.doc, j) for j in range(r.regions[m].close, r.regions[m + 1].open))
        and (not r.regions[m].closed or r.doc.paragraph(r.regions[m].open) == r.doc.paragraph(region.open))
    ):
        pieces.insert(0, (r.regions[m].open, r.regions[m].close))
        m -= 1
    return pieces


def _resume(cue: Cue, draft: Draft, comma: int, whole: bool, n: int) -> None:
    """Add what goes on behind the comma of "...," he said, "...": a quote with a small letter, or the rest of a sentence."""
    r, e = cue.r, cue.limit[1]
    j = skip_blanks(r.doc, comma + 1, e)
    if j < e and r.inside[j] >= 0 and j == r.regions[r.inside[j]].open:
        m = r.inside[j]
        if r.fragment(m)[:1].islower() and m not in r.owner:
            draft.pieces.append((r.regions[m].open, r.regions[m].close))
        return
    if not whole and j < e and r.regions[n].open != draft.pieces[0][0]:
        more = r.trimmed(j, e)
        if more and r.doc.low[more[0]] not in at.SPEAKING and more[1] - more[0] > 2:
            draft.pieces.append(more)


def after_stop(r: Reading, n: int) -> bool:
    """Whether a region with a capital stands after a colon or a full stop that the sentence splitter passed over."""
    k = r.regions[n].open
    words = r.fragment(n)
    return bool(words) and words[0].isupper() and k > 0 and r.doc.low[k - 1][-1] in ":.?!—"


def words_before(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """Words, S V; words, V S; words, S V, words."""
    r = cue.r
    doc, low = r.doc, r.doc.low
    s, e = cue.limit
    comma = cue.at[0]
    if cue.passive or cue.verb.lemma in at.OPINION or comma - s < 1:
        return None
    if low[comma] == ":" or low[s] == "according":
        return None
    if frame.name == "words, V S" and low[cue.end][:1].isdigit():
        return None  # "loses two tanks, claims 85 rebels dead"
    end = comma
    n = s
    while n < end and not is_word(doc, n):
        n += 1
    linked = low[n] in ("but", "and") and end - n <= 2
    after = cue.at[len(match.group(0)) - 1] if len(match.group(0)) <= len(cue.at) else e
    more = None
    if match.group("then") in (",", "-"):
        more = _rest(cue, after, e)
    pieces = [] if linked else front(r, s, end)
    if not pieces and not linked:
        return None
    if pieces and more is None and not tells(r, pieces[0]):
        return None
    if more:
        pieces.append(more)
    return Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance()) if pieces else None


def _rest(cue: Cue, comma: int, e: int) -> Range | None:
    """What is said behind the comma of "words, he said, words"."""
    r, low = cue.r, cue.r.doc.low
    j = skip_blanks(r.doc, comma + 1, e)
    if j >= e:
        return None
    word, verb = low[j], r.syntax.verb_at(j)
    if word in at.SPEAKING or word in ("who", "which", "citing", "as") or (verb is not None and verb.start == j and word.endswith("ing") and not verb.finite):
        return None
    if word in ("and", "but", "while", "as", "though", "although") and new_cue(r, j + 1, e):
        return None
    more = r.trimmed(j, boundary(r, j, e, clause=True))
    if more is None or more[1] - more[0] < 2 or (low[j] in at.DETERMINER and not has_main_verb(r, more)):
        return None
    if r.inside[more[0]] >= 0 and r.regions[r.inside[more[0]]].close >= more[1] - 1 and is_cap(r.doc, min(more[0] + 1, e - 1)):
        return None
    return more


def as_said(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """As S V, words; words, as S V."""
    r = cue.r
    doc, low = r.doc, r.doc.low
    s, e = cue.limit
    a = cue.at[0]
    lead = a
    while lead > s and ((not is_word(doc, lead - 1) and r.inside[lead - 1] < 0) or low[lead - 1] in ("but", "and", "just")):
        lead -= 1
    then = match.group("then")
    if not can_speak(r, cue.speaker):
        return None  # "as the fighting continued, the army urged"
    if lead <= s:
        if then not in (",", ":"):
            return None
        after = cue.at[len(match.group(0)) - 1]
        piece = r.trimmed(after + 1, boundary(r, min(after + 1, e - 1), e, clause=True))
        return Draft(frame.name, [piece], cue.range(), cue.speaker, cue.stance()) if piece and piece[1] - piece[0] > 3 else None
    if low[a - 1] != "," or then not in (".", ","):
        return None
    pieces = front(r, s, lead)
    return Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance()) if pieces and pieces[0][1] - pieces[0][0] > 3 else None


def relative(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """Which S says is ...; what S called ...: the relative word is a piece of the words."""
    r = cue.r
    doc, low = r.doc, r.doc.low
    a = cue.at[0]
    s, e = cue.limit
    if cue.passive or a < s or cue.verb.lemma in at.OPINION:
        return None
    word = low[a]
    if word == "that" and match.group("then") != "v":
        return None
    if (word == "which" and low[a - 1] in at.PREPOSITION) or (word == "who" and match.group("then") not in ("v", "q")):
        return None
    j = skip_blanks(doc, cue.end, e)
    stop = j
    while stop < e:
        if r.inside[stop] >= 0:
            stop = r.regions[r.inside[stop]].close
            if doc.toks[stop - 2].strip() == ",":
                break
            continue
        if low[stop] in (",", ";", ":", "—", "–") or doc.toks[stop] == "- ":
            break
        stop += 1
    if word == "what":
        stop = min(stop, boundary(r, j, e, clause=False)) if j < e else stop
    pieces = [] if word == "what" else [(a, a + 1)]
    more = r.trimmed(j, stop) if j < stop else None
    if more:
        pieces.append(more)
    marked = more is not None and has_region(r, more[0] - 1, more[1])
    if (word == "what" and not marked) or (word != "what" and "clause" not in cue.verb.frames):
        return None
    return Draft(frame.name, pieces, cue.range(), cue.speaker, cue.stance())


# ---- the words stand behind


def words_after(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """S V and what it takes: a clause, an infinitive, a noun group, a quote."""
    letter = match.group("said")
    place = match.start("said")
    j = cue.at[place]
    comma = place > 0 and cue.letters[place - 1] in ",:-"
    return Complement(frame, cue, letter, j, comma).draft()


def quote_behind(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """S V, "..." with a whole sentence in the marks."""
    found = Complement(frame, cue, "q", cue.at[match.start("said")], comma=True)
    return found.direct() if found.can_begin() and not cue.passive else None


class Complement:
    """What a verb takes behind it, on its way to a quote."""

    def __init__(self, frame: Frame, cue: Cue, letter: str, j: int, comma: bool) -> None:
        self.letter: str
        self.cue: Cue
        self.comma: bool
        self.frame: Frame
        self.j: int
        self.frame, self.cue, self.letter, self.j, self.comma = frame, cue, letter, j, comma
        self.r: Reading = cue.r
        self.e: int = cue.limit[1]

    def draft(self) -> Draft | None:
        cue, r, j = self.cue, self.r, self.j
        if not self.can_begin() or self.quotes_somebody():
            return None
        if self.letter == "q":
            direct = self.direct()
            if direct is not None:
                return direct
        clause = self.letter in "THC" or (self.letter == "q" and "clause" in cue.verb.frames) or self.is_long()
        end = end_of(cue, j, clause=clause or self.letter == "I", infinitive=self.letter == "I")
        marked = has_region(r, j - 1, min(end, j + NEAR))
        if not (self.claims_marks(end) if marked else self.reports()):
            return None
        cut = self.cut_by_direct(end, clause) if marked and self.letter != "q" else end
        if isinstance(cut, Draft):
            return cut
        end = self.cut_behind_marks(cut)
        piece = r.trimmed(j, end)
        if piece is None or (piece[1] - piece[0] == 1 and not marked and (r.doc.low[piece[0]] in NO_OBJECT or "object" not in cue.verb.frames)):
            return None
        return Draft(self.frame.name, [piece], cue.range(), cue.speaker, cue.stance())

    def can_begin(self) -> bool:
        """Whether the content may begin here."""
        r, low, j, cue = self.r, self.r.doc.low, self.j, self.cue
        if j >= self.e or (cue.passive and cue.verb.lemma not in NAMED):
            return False
        if self.letter == "q":
            n = r.inside[j]
            return j == r.regions[n].open and n not in r.owner
        if self.comma and self.letter != "T" and low[j - 1] != ":":
            return False
        if low[j] == "not" and low[j + 1 : j + 2] == ["to"]:
            return False
        return not (self.letter == "T" and cue.verb.stance is Stance.ASKED and low[j + 2 : j + 3] in (["name"], ["names"], ["identity"]))

    def is_long(self) -> bool:
        """Whether a noun group behind "say", "argue" is the beginning of a clause whose verb the grammar did not see."""
        return (
            self.letter == "N"
            and self.cue.verb.lemma in at.CLAUSAL
            and first_comma(self.r, self.j, self.e) - self.j > SHORT
            and self.r.doc.low[self.j] not in at.SAYINGS
        )

    def quotes_somebody(self) -> bool:
        """Whether somebody else's words follow ("quoted the mayor as saying"): they are the quote."""
        low = self.r.doc.low
        behind = range(self.j, min(self.j + FIGURE_WITHIN, self.e - 1))
        return self.cue.verb.lemma == "quote" and any(low[k] == "as" and low[k + 1].endswith("ing") or low[k] == "saying" for k in behind)

    def direct(self) -> Draft | None:
        """A region behind its cue that is a whole direct quote, not the beginning of a mixed one."""
        r, cue = self.r, self.cue
        n = r.inside[self.j]
        region = r.regions[n]
        words = r.fragment(n)
        final = words[-1:] in ",.?!…"
        last = region.close >= self.e - 1
        shouted = region.close < self.e and r.doc.low[region.close] in at.PREPOSITION | at.TIME
        if words[:1].isupper() and ((self.comma and (final or len(words.split()) >= 5)) or (final and last) or (shouted and words[-1:] == "!")):
            return Draft(self.frame.name, [(region.open, region.close)], cue.range(), cue.speaker, cue.stance())
        return None

    def claims_marks(self, end: int) -> bool:
        """Whether the quote marks in the content are its verb's: a weak verb has only those near it that no other verb has."""
        cue, r, j = self.cue, self.r, self.j
        verb = cue.verb
        if self.letter == "q" and r.names_title(r.inside[j]) and not verb.frames & {"clause", "that", "object"}:
            return False
        first = next(x for x in range(j, end) if r.inside[x] >= 0)
        if verb.frames & {"clause", "that", "object"} or verb.lemma in at.NAMING:
            return self.letter != "N" or "object" in verb.frames or not speech_between(r, j, first)
        if speech_between(r, first, end):
            return False
        n = r.inside[first]
        return not (n in r.owner or r.names_title(n) or first - j > 25 or speech_between(r, j, first))

    def reports(self) -> bool:
        """Whether the verb reports with this content where no quote mark stands."""
        cue, low, j = self.cue, self.r.doc.low, self.j
        verb = cue.verb
        if cue.passive or not self.admits():
            return False
        if cue.speaker and low[cue.speaker[0]] in ("no", "nobody", "none"):
            return False
        if cue.clause.verb.status.negated and (verb.stance not in (Stance.SAID, Stance.CONFIRMED) or self.letter == "N"):
            return False  # "has not claimed responsibility"
        if verb.lemma in at.SHOWING and not can_speak(self.r, cue.speaker):
            return False
        if verb.lemma in at.OPINION and ("past" in verb.forms or (cue.speaker and low[cue.speaker[0]] in at.SPEECH_PARTNER)):
            return False
        if self.letter not in "N":
            return True
        if verb.lemma == "claim" and "lives" in low[j : j + 6]:
            return False
        if cue.stance() is Stance.DECLINED:
            return False
        if low[j] in at.SAYINGS and verb.lemma in ("say", "tell"):
            return False
        c = self.e - 1
        while c > cue.k and (self.r.doc.toks[c][0].isspace() or self.r.inside[c] >= 0):
            c = self.r.regions[self.r.inside[c]].open - 1 if self.r.inside[c] >= 0 else c - 1
        return not (low[c] == ":" and has_region(self.r, c, c + 6))

    def admits(self) -> bool:
        """Whether the verb takes a content of this form."""
        frames, low = self.cue.verb.frames, self.r.doc.low
        letter = self.letter
        if letter == "N" and "figure" in frames and gives_figure(self.r, self.j, self.e):
            return True
        if letter == "N" and "directive" in frames and self.directs():
            return True
        if letter == "N" and "naming" in frames and self.names():
            return True
        if self.is_long():
            return True
        if letter == "N" and self.cue.end > self.cue.k + 1:
            return low[self.cue.end - 1] in at.PREPOSITIONS.get(self.cue.verb.lemma, ())
        if letter == "C":
            return "clause" in frames or ("that" in frames and low[self.j] in at.PRONOUN | {"there"})
        return letter == "P" or not frames.isdisjoint(TAKES.get(letter, ()))

    def directs(self) -> bool:
        """Whether an infinitive follows the noun group that is the object ("asked the crews to leave")."""
        syntax, group, cue = self.r.syntax, self.cue.clause.object, self.cue
        if cue.own != "S" or cue.clause.kind is Kind.RELATIVE or cue.speaker is None or self.r.doc.low[cue.speaker[0]] in at.SPEECH_PARTNER:
            return False
        stop = max(group.end, group.extent) if group is not None and group.start <= self.j < group.end else self.j
        return stop > self.j and self.r.doc.low[stop : stop + 1] == ["to"] and syntax.verb_at(stop) is not None

    def names(self) -> bool:
        """Whether another noun group or an adjective tells what the object is ("called the raid a crime", "called it just")."""
        clause, syntax = self.cue.clause, self.r.syntax
        group = syntax.group_at(self.j)
        if group is None or group.start != self.j or group.time or self.cue.own != "S" or self.r.doc.low[self.j] == "itself":
            return False
        k, end = max(group.end, group.extent), self.e
        if k >= end or self.r.inside[k] >= 0:
            return False
        following = syntax.group_at(k)
        named = following is not None and following.start == k and following.preposition < 0 and not following.time and following.determiner >= 0
        return named or syntax.tags[k] == "j" or (clause.second_object is not None and clause.second_object.start >= self.j)

    def cut_by_direct(self, end: int, clause: bool) -> int | Draft:
        """A whole quoted sentence behind a comma or colon ends the content, or is what is said."""
        r, cue, j = self.r, self.cue, self.j
        n = bisect_right(r.opens, j)
        while n < len(r.opens) and r.opens[n] < end and n not in r.owner:
            words = r.fragment(n)
            if r.doc.low[r.opens[n] - 1][-1] in ",:." and words[:1].isupper() and len(words.split()) >= 5 and words[-1] in ",.?!…;":
                opening = r.opens[n]
                if not clause or (r.doc.low[opening - 1] == ":" and opening - j < 8):
                    return Draft(self.frame.name, [(opening, r.regions[n].close)], cue.range(), cue.speaker, cue.stance())
                return opening
            n += 1
        return end

    def cut_behind_marks(self, end: int) -> int:
        """ "Called it a “game” when ..." ends behind the mark."""
        r, low, cue = self.r, self.r.doc.low, self.cue
        if self.letter == "q" and "clause" not in cue.verb.frames:
            close = r.regions[r.inside[self.j]].close
            if close < end and (low[close - 2] == "," or low[close] in TAIL) and not has_region(r, close, end):
                end = close
        if cue.passive and cue.clause.agent is not None and self.j < cue.clause.agent.start < end:
            end = cue.clause.agent.preposition if cue.clause.agent.preposition > self.j else cue.clause.agent.start - 1
        return end


TAKES: dict[str, tuple[str, ...]] = {"T": ("clause", "that"), "H": ("clause", "that"), "I": ("to",), "G": ("ing",), "N": ("object",), "q": ("inquit",)}
SHORT = 4
"""Tokens of a noun group that "say" may have as its object."""
NO_OBJECT = at.OBJECT | {"little", "nothing", "so", "something", "anything"}
TAIL = at.OBJECT_END | {",", "in", "on", "as", "when", "until", "by", "at", "before"}
"""Words behind a quote mark with which the sentence goes on."""
FIGURE_WITHIN = 16
"""How many tokens a thing may take before its figure."""


COUNTLESS = (["the", "dozens"], ["the", "hundreds"], ["the", "thousands"], ["the", "millions"])


def gives_figure(r: Reading, j: int, e: int) -> bool:
    """Whether the words from j give a thing its number: "the number of dead at more than 12"."""
    low, measured = r.doc.low, False
    for x in range(j, min(first_comma(r, j, e), j + FIGURE_WITHIN, e - 1)):
        measured = measured or low[x] in at.MEASURED
        if low[x] == "in" and measured and low[x + 1 : x + 3] in COUNTLESS:
            return True
        if low[x] == "at" and measured:
            return (
                r.doc.toks[x + 1][0] in "0123456789$€£"
                or low[x + 1] in at.NUMERAL
                or low[x + 1] in at.COUNT_BOUND
                or low[x + 1] in ("at", "up", "more", "fewer", "less", "as")
            )
        if low[x] in ("closer", "close") and measured and low[x + 1] == "to":
            return x + 2 < e and (r.doc.toks[x + 2][0].isdigit() or low[x + 2] in at.NUMERAL)
    return False


def it_was_said(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """It was reported (by S) that ..."""
    r, clause = cue.r, cue.clause
    if not cue.passive or clause.subject is None or r.doc.low[clause.subject.head] != "it":
        return None
    j = cue.at[match.start("said")]
    piece = r.trimmed(j, boundary(r, j, cue.limit[1], clause=True))
    return Draft(frame.name, [piece], (cue.k - 1, cue.k + 1), cue.speaker, cue.verb.stance) if piece else None


def by_name(frame: Frame, cue: Cue, match: re.Match[str]) -> Draft | None:
    """Called a "...": what a passive names its subject."""
    if cue.verb.lemma not in NAMED:
        return None
    return words_after(frame, cue, match)


NAMED = frozenset("call dub describe brand label name nickname quote characterize characterise depict".split())

FRAMES = (
    Frame("it was said", r"[^Q] s V J* (?P<said>T)", "clause that", it_was_said),
    Frame("S was called", r". s V J* ,? (?P<said>[qNPJGx])", "", by_name),
    Frame("quote, S V", r"Q S V A? J* (?P<then>.|$)", "", quote_before),
    Frame("quote, V S", r"Q V S J* (?P<then>.|$)", "inquit", quote_before),
    Frame("as S V", r"a S V A? J* (?P<then>[.,:]|$)", "clause that", as_said),
    Frame("relative", r"r S V (?P<then>[vqNGxJICA])", "clause object", relative),
    Frame("S V, quote", r". [Ss] V A? J* [,:-] J* (?P<said>q)", "", quote_behind),
    Frame("S V that", r". [Ss] V A? J* ,? -? J* (?P<said>T)", "clause that", words_after),
    Frame("S V question", r". [Ss] V A? J* (?P<said>H)", "clause that", words_after),
    Frame("S V clause", r". [Ss] V A? J* :? (?P<said>C)", "clause that", words_after),
    Frame("words, S V", r"W S V A? J* (?P<then>[.,-]|$)", "inquit clause that", words_before),
    Frame("words, V S", r"W V S J* (?P<then>[.,HTvx-]|$)", "inquit", words_before),
    Frame("S V quote", r". [Ss] V A? J* [,:-]? J* (?P<said>q)", "", words_after),
    Frame("S V to", r". [Ss] V A? J* (?P<said>I)", "to quote", words_after),
    Frame("S V ing", r". [Ss] V J* (?P<said>G)", "ing quote", words_after),
    Frame("S V preposition", r". [Ss] V A? (?P<said>P)", "", words_after),
    Frame("S V object", r". [Ss] V A? J* (?P<said>N)", "object figure directive naming quote", words_after),
    Frame("S V object", r". [Ss] V A? (?P<said>[Jvx])", "quote", words_after),
)
"""Tried in this order at every verb of speech; the first that does not decline makes the quote."""

__all__ = ["FRAMES", "Frame", "after_stop", "clause_at", "opens_count"]
