"""What a verb of speech takes behind it: whether it is a quote, where it begins and ends."""

from __future__ import annotations

from bisect import bisect_right

from conflictkit._models import Stance
from conflictkit.engine.syntax import Kind

from ..grammar.lists import NUMERALS, OBJECTIVE, PERSONAL, REFLEXIVE
from ..lexicon.events import NOUN_KIND
from ..lexicon.facts import singular
from . import attribution as at
from .ahead import clause_at, first_comma, has_main_verb, has_region, speech_between
from .attribution import Range, opens_count, skip_blanks
from .contents import end_of
from .cue import Cue, opens_clause
from .phrases import can_speak, is_document, withholds
from .reading import Draft, Reading


def has_marks(cue: Cue) -> bool:
    """Whether a quote mark stands behind the cue: then any verb may report."""
    return has_region(cue.r, cue.end - 1, cue.limit[1])


def quotes_somebody(cue: Cue) -> bool:
    """Whether somebody else's words follow ("quoted the mayor as saying"): they are the quote."""
    low = cue.r.doc.low
    return any(low[k] == "as" and low[k + 1].endswith("ing") or low[k] == "saying" for k in range(cue.end, cue.limit[1] - 1))


class Complement:
    """What a verb takes behind it, on its way to a quote."""

    def __init__(self, rule: str, cue: Cue, letter: str, j: int, comma: bool) -> None:
        self.rule: str = rule
        self.cue: Cue = cue
        self.letter: str = letter
        self.j: int = j
        self.comma: bool = comma
        self.r: Reading = cue.r
        self.e: int = cue.limit[1]

    def draft(self) -> Draft | None:
        cue, r, j = self.cue, self.r, self.j
        if not self.can_begin():
            return None
        if self.letter == "q":
            direct = self.direct()
            if direct is not None:
                return direct
        clause = self.letter in "THC" or (self.letter == "q" and "clause" in cue.verb.frames) or self.is_long()
        end = end_of(cue, j, clause=clause or self.letter == "I", infinitive=self.letter == "I")
        marked = has_region(r, j - 1, end)
        if not (self.claims_marks(end) if marked else self.reports()):
            return None
        cut = self.cut_by_direct(end, clause) if marked and self.letter != "q" else end
        if isinstance(cut, Draft):
            return cut
        end = self.cut_behind_marks(cut)
        piece = r.trimmed(j, end)
        if piece is None or r.doc.low[piece[1] - 2 : piece[1]] == ["the", "following"] or (piece[1] - piece[0] == 1 and not marked and (r.doc.low[piece[0]] in NO_OBJECT and not self.denies_it(piece) or "object" not in cue.verb.frames and r.doc.low[cue.end - 1] != "for")):
            return None
        return Draft(self.rule, [piece], cue.range(), cue.speaker, cue.stance())

    def can_begin(self) -> bool:
        """Whether the content may begin here."""
        r, low, j, cue = self.r, self.r.doc.low, self.j, self.cue
        if j >= self.e or (cue.passive and (cue.verb.lemma not in at.PASSIVE or (cue.speaker is None and cue.clause.kind is Kind.REDUCED))):
            return False  # also "Holt, nicknamed “the Butcher”": nobody speaks
        if cue.passive and cue.speaker is None and "naming" in cue.verb.frames and low[j] == "the":
            return False  # "is called the 'river pact'": that is its name
        if self.letter == "G" and j > cue.end and low[j - 1] in MEANWHILE:
            return False  # "said after meeting the guards"
        if self.letter == "q":
            n = r.inside[j]
            return j == r.regions[n].open and n not in r.owner
        if self.letter == "H" and low[j] == "when" and (cue.verb.stance is Stance.ORDERED or low[cue.start - 1] == "what"):
            return False  # "more than the council had demanded when it met", "what she said when she left"
        return not (self.letter == "T" and cue.verb.stance is Stance.ASKED and low[j + 2 : j + 3] in (["name"], ["names"], ["identity"]))

    def is_long(self) -> bool:
        """Whether a noun group behind "say", "argue" is the beginning of a clause whose verb the grammar did not see."""
        return (
            self.letter == "N"
            and self.cue.verb.lemma in at.CLAUSAL
            and first_comma(self.r, self.j, self.e) - self.j > SHORT
            and self.r.doc.low[self.j] not in at.SAYINGS
        )

    def direct(self) -> Draft | None:
        """A region behind its cue that is a whole direct quote, not the beginning of a mixed one."""
        r, cue = self.r, self.cue
        n = r.inside[self.j]
        region = r.regions[n]
        words = r.fragment(n)
        final, whole = words[-1:] in ",.?!…", r.is_sentence(n)
        last = region.close >= self.e - 1
        shouted = region.close < self.e and r.doc.low[region.close] in at.PREPOSITION | at.TIME
        if words[:1].isupper() and ((self.comma and (final or whole)) or (final and last) or (shouted and (words[-1:] == "!" or whole))):
            return Draft(self.rule, [(region.open, region.close)], cue.range(), cue.speaker, cue.stance())
        return None

    def claims_marks(self, end: int) -> bool:
        """Whether the quote marks in the content are its verb's: a weak verb has only those near it that no other verb has."""
        cue, r, j = self.cue, self.r, self.j
        verb = cue.verb
        if verb.lemma in at.EVIDENCE and cue.speaker is not None and r.doc.low[cue.speaker[0]] in THINGS:
            return False  # "This showed that his words were a “sham”"
        if self.letter == "q" and r.names_title(r.inside[j]) and not verb.frames & {"clause", "that", "object"}:
            return False
        first = next(x for x in range(j, end) if r.inside[x] >= 0)
        if verb.frames & {"clause", "that", "object"} or verb.lemma in at.EPITHET:
            return self.letter not in "NH" or "object" in verb.frames or not speech_between(r, j, first)
        if speech_between(r, first, end):
            return False
        n = r.inside[first]
        return not (n in r.owner or r.names_title(n) or speech_between(r, j, first))

    def reports(self) -> bool:
        """Whether the verb reports with this content where no quote mark stands."""
        return self.by_agent() and self.admits() and self.asserts() and (self.letter != "N" or self.says_noun())

    def by_agent(self) -> bool:
        """Whether the verb is active, or a passive that tells who speaks and what of the subject ("is accused by the mayor of taking bribes")."""
        return not self.cue.passive or (self.letter == "P" and self.cue.speaker is not None)

    def asserts(self) -> bool:
        """Whether somebody who can speak says the content, and does not leave it unsaid."""
        cue, low = self.cue, self.r.doc.low
        verb, subject = cue.verb, low[cue.speaker[0]] if cue.speaker else ""
        if subject in ("no", "nobody", "none"):
            return False
        if cue.clause.verb.status.negated and (verb.stance not in (Stance.SAID, Stance.CONFIRMED) or self.letter == "N"):
            return False  # "has not claimed responsibility"
        if verb.lemma in at.EVIDENCE and not is_document(self.r, cue.speaker):
            return False
        if self.letter == "H" and verb.lemma in at.REASONING and self.is_thing():
            return False  # "this trend may explain why"
        thing = subject in THINGS and verb.lemma not in ("demand", "indicate", "suggest")
        if verb.lemma in at.SHOWING and (thing or not can_speak(self.r, cue.speaker)):
            return False
        if verb.lemma in at.OPINION and ("past" in verb.forms or subject in at.SPEECH_PARTNER):
            return False
        if cue.stance() is Stance.DECLINED and (self.letter == "N" or self.letter == "H" and not refuses(cue)):
            return False  # "did not say whether"
        return not (self.letter == "H" and low[self.j] in ("whether", "if") and verb.stance in (Stance.CONFIRMED, Stance.ESTIMATED))  # "is verifying whether"

    def is_thing(self) -> bool:
        """Whether the subject is neither a name nor somebody or a document that can speak."""
        who = self.cue.speaker
        group = self.r.syntax.group_at(who[0]) if who is not None else None
        return group is not None and not group.name and not (can_speak(self.r, who) or is_document(self.r, who))

    def says_noun(self) -> bool:
        """Whether a noun group is what is said, not what a raid or an army claims ("12 lives", "the village"), nor a word like "nothing", nor the head of a list of quotes."""
        cue, low, j = self.cue, self.r.doc.low, self.j
        verb, taken = cue.verb, cue.clause.object
        if verb.lemma == "deny" and withholds(self.r, cue.end):
            return False
        if verb.lemma == "claim" and taken is not None and taken.start <= j and not self.claims_deed(singular(low[taken.head])):
            return False
        if verb.lemma == "report" and taken is not None and (taken.pronoun or taken.determiner >= 0 and low[taken.end : taken.end + 1] in (["missing"], ["stolen"])):
            return False  # "reported him missing": to the police
        if low[j] in at.SAYINGS and verb.lemma in ("say", "tell") or low[j - 1] == "," and has_region(self.r, j, self.e):
            return False  # also "said, in praise of her son, a boy of nine, “He is ...”"
        c = self.e - 1
        while c > cue.k and (self.r.doc.toks[c][0].isspace() or self.r.inside[c] >= 0):
            c = self.r.regions[self.r.inside[c]].open - 1 if self.r.inside[c] >= 0 else c - 1
        return speech_between(self.r, j, c) or not (low[c] == ":" and has_region(self.r, c, skip_blanks(self.r.doc, c + 1, self.e) + 1))

    def claims_deed(self, head: str) -> bool:
        """Whether a noun with a number before it or none is what somebody may claim to have done, or to have."""
        counts = opens_count(self.r.doc, self.j, self.e) or self.r.doc.low[self.j][0].isdigit()
        return head in at.ADMITTED or head in NOUN_KIND or counts and can_speak(self.r, self.cue.speaker)

    def admits(self) -> bool:
        """Whether the verb takes a content of this form."""
        frames, low = self.cue.verb.frames, self.r.doc.low
        letter = self.letter
        if letter == "N" and "figure" in frames and gives_figure(self.r, self.j, self.e):
            return True
        if letter == "N" and "directive" in frames and self.directs():
            return True
        if letter == "N" and ("naming" in frames and self.names() or self.judges() or self.voices()):
            return True
        if letter == "I" and "directive" in frames and any(low[k] == "to" for unit, k in zip(self.cue.letters, self.cue.at, strict=True) if unit == "J"):
            return True  # "appealed to residents to move"
        if self.is_long():
            return True
        if letter == "N" and self.cue.end > self.cue.k + 1:
            return low[self.cue.end - 1] in at.PREPOSITIONS.get(self.cue.verb.lemma, ())
        if letter == "G" and self.cue.end > self.cue.k + 1:
            return low[self.cue.end - 1] == "for"  # "called for releasing them"
        if letter == "C":
            return "clause" in frames or ("that" in frames and (low[self.j] in PERSONAL | {"there"} or self.opens_plainly()))
        return letter == "P" or not frames.isdisjoint(TAKES.get(letter, ()))

    def opens_plainly(self) -> bool:
        """Whether the content begins with the subject of a clause, and the verb is one that reports such clauses without "that" too ("adding one guard was hurt")."""
        group = self.r.syntax.group_at(self.j)
        found = self.cue.verb.lemma in at.ZERO or self.cue.verb.lemma in at.FINDING and is_document(self.r, self.cue.speaker, seen=False)
        return found and group is not None and group.start == self.j and opens_clause(self.cue, group)

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
        if group is None or self.cue.own != "S" or self.r.doc.low[self.j] in REFLEXIVE:
            return False
        k = min(max(group.end, group.extent), self.e - 1)
        following = syntax.group_at(k)
        named = following is not None and following.start == k and following.determiner >= 0
        return named or syntax.tags[k] in ("j", "N") or (clause.second_object is not None and not clause.verb.passive and clause.second_object.start >= self.j)

    def judges(self) -> bool:
        """Whether "as" or "for" behind the object tells what the verb takes it for ("condemned the raid as a crime", "praised the crew for saving him")."""
        cue, r, e = self.cue, self.r, self.e
        taken = cue.clause.object
        judging = at.PREPOSITIONS.get(cue.verb.lemma, frozenset()) & JUDGED
        if not judging or taken is None or taken.start < cue.end or taken.pronoun and "to" not in judging:
            return False
        k = next((k for k in range(taken.end, e - 1) if r.doc.low[k] in judging and r.syntax.tags[k] in "it"), e)
        if k < e and r.doc.low[k] not in ("as", "to") and r.syntax.tags[k + 1] != "G":
            return False
        return k < e and clause_at(r, k + 1, e) is None and not any(r.finite(taken.end, k)) and r.comma(taken.end, k) == k

    def voices(self) -> bool:
        """Whether the object tells what somebody has in mind, with what it is about behind it ("stressed the need for calm"); a clause with "that" is told by the noun."""
        syntax, group = self.r.syntax, self.cue.clause.object
        if group is None or group.start < self.cue.end or "voicing" not in self.cue.verb.frames or self.r.doc.low[group.head] not in at.VOICED:
            return False
        return group.end < self.e and syntax.tags[group.end] in "iOt" and can_speak(self.r, self.cue.speaker)

    def denies_it(self, piece: Range) -> bool:
        """Whether somebody denies what was told before: "the brigade denies this"."""
        return self.cue.verb.lemma == "deny" and self.r.doc.low[piece[0]] in ("it", "that", "this")

    def cut_by_direct(self, end: int, clause: bool) -> int | Draft:
        """A whole quoted sentence behind a comma or colon ends the content, or is what is said."""
        r, cue, j = self.r, self.cue, self.j
        n = bisect_right(r.opens, j)
        while n < len(r.opens) and r.opens[n] < end and n not in r.owner:
            words = r.fragment(n)
            if r.doc.low[r.opens[n] - 1][-1] in ",:." and words[:1].isupper() and (r.doc.low[r.opens[n] - 1] == ":" or r.is_sentence(n)) and words[-1] in ",.?!…;":
                opening = r.opens[n]
                told = r.trimmed(j, opening) if clause and has_main_verb(r, (j, opening)) else None
                if not clause or r.doc.low[opening - 1] == ":":
                    pieces = [(opening, r.regions[n].close)]
                    return Draft(self.rule, [told, *pieces] if told is not None else pieces, cue.range(), cue.speaker, cue.stance())
                return opening if told is not None else end
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


def refuses(cue: Cue) -> bool:
    """Whether somebody declines to say, rather than that he did not say: "declined to say whether", "would not say whether", "is not saying whether"."""
    low, verb = cue.r.doc.low, cue.clause.verb
    return low[cue.k - 1] == "to" or verb.start < cue.k and ("ing" in cue.verb.forms or any(low[k].startswith(("would", "wo", "will")) for k in range(verb.start, cue.k)))


TAKES: dict[str, tuple[str, ...]] = {"T": ("clause", "that"), "H": ("clause", "that"), "I": ("to",), "G": ("ing",), "N": ("object",), "q": ("inquit",)}
JUDGED = frozenset({"as", "for", "to", "with"})
"""Before what somebody is taken for, blamed for or credited with, or what something is put down to."""
SHORT = 4
"""Tokens of a noun group that "say" may have as its object."""
THINGS = frozenset(["it", "this", "that", "which", "what"])
"""Subjects that show more often than they say."""
NO_OBJECT = OBJECTIVE | REFLEXIVE | {"her", "it", "that", "this", "you", "little", "nothing", "so", "something", "anything"}
MEANWHILE = at.OBJECT_END | {"before", "in", "upon", "when"}
"""Words before a gerund that tells when something was said."""
TAIL = at.OBJECT_END | {",", "in", "on", "as", "when", "until", "by", "at", "before"}
"""Words behind a quote mark with which the sentence goes on."""
COUNTLESS = (["the", "dozens"], ["the", "hundreds"], ["the", "thousands"], ["the", "millions"])


def gives_figure(r: Reading, j: int, e: int) -> bool:
    """Whether the words from j give a thing its number: "the number of dead at more than 12"."""
    low, measured = r.doc.low, False
    for x in range(j, min(first_comma(r, j, e), e - 1)):
        measured = measured or low[x] in at.MEASURED
        if low[x] == "in" and measured and low[x + 1 : x + 3] in COUNTLESS:
            return True
        number = x + 1 if low[x] == "at" else x + 2 if low[x : x + 2] == ["close", "to"] or low[x : x + 2] == ["closer", "to"] else e
        if measured and number < e:
            return r.doc.toks[number][0] in "0123456789$€£" or low[number] in NUMERALS or opens_count(r.doc, number, e)
    return False
