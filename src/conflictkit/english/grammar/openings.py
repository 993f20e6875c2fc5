"""The clauses of a sentence that are still open, and what opens and closes them: noun groups, commas, marks, "that", "who", "after"."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import define, field

from conflictkit.engine.syntax import Clause, Kind

from .lists import (
    ACTS,
    ASKS,
    CONTENTS,
    COUNTED,
    DAYS,
    DEADLY,
    LEAVES,
    NAMES,
    NOMINATIVE,
    PERSONS,
    PLACES,
    PLACES_AND_TIMES,
    REFLEXIVE,
    RELATIVE,
    REPORTS,
    TELLS,
    TIME_UNITS,
    WHAT,
    WHO,
)
from .sentence import DASHES, Sentence
from .verbs import AUXILIARIES

MAIN, BRACKET, ADVERBIAL, COMPLEMENT, QUESTION, RELATED, WHOSE = "main", "bracket", "adverbial", "complement", "question", "relative", "whose"
KINDS = {
    MAIN: Kind.MAIN,
    BRACKET: Kind.MAIN,
    ADVERBIAL: Kind.ADVERBIAL,
    COMPLEMENT: Kind.COMPLEMENT,
    QUESTION: Kind.COMPLEMENT,
    RELATED: Kind.RELATIVE,
    WHOSE: Kind.RELATIVE,
}


PLACING = frozenset({"at", "from", "in", "near"})
"""Prepositions behind which a name is rather that of a place."""
TOLD = TELLS | REPORTS
TAKES_THAT = TOLD | {"be"}
"""Verbs that may have a clause with "that" behind them; also "was sure that"."""
BEFORE_VERB = re.compile("R?V|I{1,2}NV|KI{1,2}NKV")
"""What stands behind a relative "that" up to its verb: an adverb, a phrase."""
ADJUNCTS = re.compile("R*+(?:I[RI]*+NR*+)++")
"""Prepositional phrases and adverbs."""
CONTENT = re.compile("(?P<verb>N(?:R*+I[RI]*+N)*+R*+F)(?P<outer>[^FC.]*+F)?")
"""A subject with its verb, and another finite verb that no conjunction joins to it."""
TOPICS = frozenset({"about", "of"})
"""Prepositions before what is spoken of."""
UNFINISHED = (Kind.INFINITIVE, Kind.PARTICIPLE, Kind.REDUCED)


@define(eq=False, slots=True)
class Frame:
    """A clause that is still open. Units are given by their place in the sentence."""

    kind: str
    antecedent: int | None = None
    behind_comma: bool = False
    pronoun: int | None = None
    """The wh-word that may be its object or, in a question, its subject."""
    opener: int | None = None
    noun: int | None = None
    """The noun group that a "that" clause hangs on ("the claim that it fell")."""
    pending: list[int] = field(factory=list)
    """Noun groups without a preposition, also those behind its verb."""
    at: int | None = None
    """Its latest finite verb."""
    subject: int | None = None
    reports: bool = False
    nonfinite: bool = False
    """Whether an infinitive or participle stands behind its verb."""
    modal: bool = False
    clause: Clause | None = None
    latest: Clause | None = None
    """The latest clause in it, also one of an infinitive or participle."""
    latest_at: int = -1
    """The verb of that clause."""
    first: int = 0
    """The first unit of it."""
    closed: int = -1
    """One past its last unit."""
    leading: Clause | None = None
    """The clause of its first verb."""
    reported_by: Clause | None = None
    """The attribution between its subject and its verb."""
    told: Clause | None = None
    """What stood in the quote before it."""
    waiting: list[Clause] = field(factory=list)
    """Clauses that hang on it and came before its verb."""

    def waits(self) -> bool:
        """Whether a noun group or antecedent waits for its verb."""
        return self.at is None and (bool(self.pending) or (self.kind == RELATED and self.antecedent is not None))


class Openings:
    """The units that are no verb; ``made`` holds the clause of each verb unit, ``subjects`` the unit that is its subject."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.frame: Frame = Frame(MAIN)
        """The innermost clause."""
        self.stack: list[Frame] = [self.frame]
        self.made: dict[int, Clause] = {}
        self.subjects: dict[int, int | None] = {}
        self.objects: dict[int, int] = {}
        """Wh-words that are the object of a verb behind them."""
        self.by_antecedent: set[int] = set()
        """Verbs whose subject is the antecedent of their relative clause."""
        self.nonfinite: set[int] = set()
        """Verbs without subject of their own, whose object is no subject of what follows."""
        self.antecedents: dict[int, int] = {}
        """The noun group that the relative clause of a verb hangs on."""
        self.insertions: list[int] = []
        """Verbs of attributions that may stand behind or inside of what they report."""
        self.asked: dict[int, int] = {}
        """Main verbs of a question: the unit of the subject before them."""
        self.around: list[tuple[Frame, Clause | None]] = []
        """For each unit the clause that was open behind it, and the latest verb in that."""
        self.dashes: list[int] = []
        if ":" in sentence.letters:
            dashes = [m for m in range(sentence.size) if sentence.kinds[m] == "K" and sentence.forms[m] in DASHES]
            self.dashes = dashes if len(dashes) == 2 else []  # noqa: PLR2004 - two dashes are a bracket

    # ---- the stack

    def open(self, frame: Frame, m: int) -> None:
        frame.first = m
        self.stack.append(frame)
        self.frame = frame

    def close(self, m: int) -> None:
        """Leave the innermost clause before unit m."""
        frame = self.stack.pop()
        frame.closed = m
        if self.stack:
            self.frame = self.stack[-1]
            if frame.clause is None:
                self._pass_on(frame, self.frame.latest)

    def _pass_on(self, frame: Frame, governing: Clause | None) -> None:
        """What waits in a clause without a verb of its own waits in the one around it; the infinitive of a question hangs on the verb that asks: "knew how to use it"."""
        k = self.s.before[frame.first]
        asked = frame.kind in (QUESTION, COMPLEMENT) and self.s.kinds[k - 1 if self.s.kinds[k] == "I" else k] == "V"  # "agreed on how to use it"
        for clause in frame.waiting:
            if asked and governing is not None and clause.kind is Kind.INFINITIVE:
                clause.parent, clause.opener = governing, self.s.words.first[self.s.starts[frame.first]]
                governing.complement = governing.complement or clause
            else:
                self.frame.waiting.append(clause)

    def close_to_bracket(self, m: int) -> bool:
        """Leave all clauses inside of the innermost bracket; whether there is one."""
        while len(self.stack) > 1 and self.frame.kind != BRACKET:
            self.close(m)
        return self.frame.kind == BRACKET

    def end_bracket(self, m: int) -> None:
        self.close_to_bracket(m)
        if len(self.stack) > 1:
            self.close(m)

    def _outer_waits(self) -> bool:
        """Whether a clause around the innermost one waits for its verb."""
        return len(self.stack) > 1 and any(other.waits() and other.kind != BRACKET for other in self.stack[:-1])

    # ---- units that are no verb

    def _is_given_name(self, m: int) -> bool:
        """Whether it is what somebody calls himself: "a group calling itself the Red Hand"."""
        return m > 1 and m - 2 in self.made and self.s.verbs[m - 2].lemma in NAMES  # noqa: PLR2004 - the verb and its object

    def noun(self, m: int) -> None:
        """A noun group waits for a verb, unless a preposition governs it or it is the object of an infinitive or participle."""
        s, frame = self.s, self.frame
        if frame.at is None and m and m - 1 in self.nonfinite and self._opens_content(m):
            self.open(Frame(COMPLEMENT), m)
            frame = self.frame
        elif (frame.at is None and m and m - 1 in self.nonfinite) or (m and (s.forms[m] in REFLEXIVE and s.kinds[m - 1] == "N" or s.forms[m - 1] in REFLEXIVE and self._is_given_name(m))):
            return
        if frame.kind == QUESTION and frame.at is None and not frame.pending and self._questioned(m):
            frame.antecedent = frame.pronoun = m
            return
        frame.pending.append(m)

    def _opens_content(self, m: int) -> bool:
        """Whether a clause without "that" begins behind the gerund of a verb of speech, and the verb of whoever speaks comes behind it: "a letter saying the dam had burst was lost"."""
        s = self.s
        if s.letters[m - 1] != "G" or s.verbs[m - 1].lemma not in REPORTS or not self.frame.pending:
            return False
        told = CONTENT.match(s.outline, m)
        if told is None or s.sizes[m] == 1 and s.forms[m] in NOMINATIVE:
            return told is not None
        return told["outer"] is not None and s.verbs[told.end("verb") - 1].lemma not in REPORTS

    def _questioned(self, m: int) -> bool:
        """Whether noun group m is what a wh-word asks for, and no subject: "what news they had", "how many men did they kill"."""
        s = self.s
        if m < 1 or s.kinds[m - 1] != "W" or s.forms[m - 1] not in COUNTED:
            return False
        return s.kinds.startswith("N", m + 1) or (s.kinds.startswith("VNV", m + 1) and s.mains[m + 1] in AUXILIARIES)

    def preposition(self, m: int) -> None:
        """After, before, since, until, as open a clause where a finite verb follows that the outer clause does not need."""
        s, frame = self.s, self.frame
        word = s.forms[m]
        if s.kinds[m + 1] != "N" or not s.finite_follows(m + 1):
            return
        if word == "as" and s.starts[m] and s.low[s.starts[m] - 1] in ("such", "well") or word == "like" and s.kinds[s.before[m]] != "V":
            return
        if m + 1 in s.governed and (frame.at is None and frame.pending or self._outer_waits()) and not s.two_finite_ahead(m):
            return
        self.open(Frame(ADVERBIAL, opener=m), m)
        s.governed.pop(m + 1, None)
        s.bare.add(m + 1)

    def comma(self, m: int) -> None:
        """Two dashes bracket, one behind a name is a dateline's; a comma ends the content of a quote, or a clause that has its verb."""
        s, frame = self.s, self.frame
        if m in self.dashes:
            if m == self.dashes[0]:
                self.open(Frame(BRACKET), m + 1)
            else:
                self.end_bracket(m)
            return
        if frame.pending == [0] and s.forms[m] in DASHES and s.groups[0].name:
            frame.pending = []  # a dateline
            frame.first = m + 1
        if m + 1 in s.closing and frame.at is not None:
            self._end_content(m)
            return
        opening = self._opening()
        if opening and s.kinds[m + 1] == "N" and s.finite_follows(m + 1):
            while len(self.stack) > opening:
                self.close(m)
        while len(self.stack) > 1 and self.frame.at is not None and self._ends_clause(m):
            self.close(m)

    def _opening(self) -> int:
        """How many clauses are open up to the adverbial one that stands before the main one, whatever is told in it: "although he said that he was there, ..."; 0 if none does."""
        for n in range(len(self.stack) - 1, 0, -1):
            frame, outer = self.stack[n], self.stack[n - 1]
            if frame.kind == BRACKET:
                return 0
            if frame.kind == ADVERBIAL and frame.at is not None and outer.at is None:
                return n
        return 0

    def _ends_clause(self, m: int) -> bool:
        """Whether a comma ends the innermost clause: an adverbial one that stands first and what is told in it, a relative one that a comma opened."""
        s, frame = self.s, self.frame
        outer = self.stack[-2]
        if frame.kind == ADVERBIAL:
            return outer.at is None
        goes_on = s.kinds[m + 1] == "C" and s.kinds[m + 2] in "VR"
        if frame.kind == RELATED and goes_on:
            return outer.at is not None  # the clause around has its verb, and goes on: "convicted Rask, who fled, and fined him"
        if frame.kind in (COMPLEMENT, QUESTION) or frame.kind == RELATED and not frame.behind_comma:
            opens = outer.at is None and not outer.pending and (frame.kind == RELATED or outer.latest is not None)  # "asked whether he was there, ..."
            return opens and s.kinds[m + 1] == "N" and s.finite_follows(m + 1)
        return frame.kind == RELATED

    def _end_content(self, m: int) -> None:
        """A quote that ends in a comma: what follows tells who said it."""
        if self.close_to_bracket(m):
            return
        told = self.frame.clause
        self.close(m)
        self.open(Frame(MAIN, told=told), m + 1)

    def mark(self, m: int) -> None:
        """Brackets open and close; a stop, colon or semicolon ends all clauses outside of a bracket, the last one with the sentence."""
        s = self.s
        tag = s.letters[m]
        if tag == "(":
            self.open(Frame(BRACKET), m + 1)
        elif tag == ")":
            self.end_bracket(m)
        elif s.outline[m] == "." and m + 1 < s.size and not self.close_to_bracket(m):
            self.close(m)
            self.open(Frame(MAIN), m + 1)

    def subordinator(self, m: int) -> None:
        """Whether opens a complement, "if" does behind a verb that asks; if, because open an adverbial clause if a verb follows."""
        s = self.s
        word, k = s.forms[m], s.before[m]
        if word == "that":
            self._that(m)
        elif word == "whether" or (word == "if" and s.kinds[k] == "V" and self.s.verbs[k].lemma in ASKS):
            self.open(Frame(COMPLEMENT, opener=m), m)
        elif s.finite_before_comma(m):
            self.open(Frame(ADVERBIAL, opener=m), m)

    def _that(self, m: int) -> None:
        """That opens a relative clause behind a noun group and before a verb, or where the verb lacks its object; else a complement."""
        s = self.s
        if s.kinds[s.before[m]] in "CK":
            self._end_told(m, behind_comma=s.kinds[s.before[m]] == "K")
        k = self._before_day(m - 1)
        noun = k if s.kinds[k] == "N" and not self._told_to(m) else None
        if noun is not None and (BEFORE_VERB.match(s.kinds, m + 1) is not None or self._lacks_object(m)):
            self.open(Frame(RELATED, self._antecedent(noun, m), pronoun=m, opener=m), m)
        else:
            self.open(Frame(COMPLEMENT, opener=m, noun=None if noun is None or noun in s.times else noun), m)

    def _end_told(self, m: int, *, behind_comma: bool) -> None:
        """Leave what is told before a second "that" behind "and" or, if it has a "that" of its own, a comma: "said it was unable to leave and that"."""
        told = next((n for n in range(len(self.stack) - 1, 0, -1) if self.stack[n].kind == COMPLEMENT and self.stack[n].at is not None), 0)
        if told and (not behind_comma or self.stack[told].opener is not None):
            while len(self.stack) > told:
                self.close(m)

    def _told_to(self, m: int) -> bool:
        """Whether only where, when or to whom it is told stands between a verb of speech and "that" with a clause of its own: "said in an interview that he left"."""
        s, at = self.s, self.frame.latest_at
        if at < 0 or s.verbs[at].lemma not in TOLD or s.kinds[s.behind[m]] == "V":
            return False
        return s.forms[at + 1] not in TOPICS and ADJUNCTS.fullmatch(s.kinds, at + 1, m) is not None

    def _lacks_object(self, m: int) -> bool:
        """Whether "that" behind a noun group is the object of its clause: "the letter that he wrote", not "the claim that he fled"."""
        s = self.s
        before = self.made.get(s.before[m - 1])
        told = before is not None and before.verb.lemma in TOLD or self.frame.at is not None and self.s.verbs[self.frame.at].lemma in TELLS
        return not told and m - 1 not in s.times and s.last(m - 1).rstrip("s") not in CONTENTS and s.gap_behind(m)

    def _before_day(self, k: int) -> int:
        """The unit before a short name in brackets, or a day without a preposition: "the guild (NG) that", "a bombing Sunday that killed"."""
        s = self.s
        if k > 2 and s.letters[k] == ")" and s.letters[k - 2] == "(":  # noqa: PLR2004 - the name and the brackets
            k -= 3
        while k > 0 and s.kinds[k] == "R" and s.forms[k] in DAYS:
            k -= 1
        return k

    def wh_word(self, m: int) -> None:
        """Who, which behind a noun group open a relative clause; other wh-words open a question."""
        s, word = self.s, self.s.forms[m]
        if word == "that" and s.kinds[m + 1] == "N":
            self._that(m)  # it has a subject of its own: "said on Tuesday that masked gunmen fled"
            return
        if word in PLACES_AND_TIMES and s.kinds[m + 1] == "V" and s.letters[m + 1] in "NG":
            return  # "when asked about it"
        if word in PLACES_AND_TIMES and not self._asked(m):
            self.open(Frame(ADVERBIAL, opener=m), m)
            return
        if word not in RELATIVE:
            self.open(Frame(QUESTION, m if word in WHO else None, pronoun=m if word in WHAT else None, opener=m), m)
            return
        k = self._before_day(m - 1)
        comma = s.kinds[k] == "K"
        if comma or (k >= 0 and s.letters[k] == "("):
            k = self._before_day(k - 1)
        governed = s.kinds[k] == "I"
        if governed:
            k -= 2 if s.kinds[k - 1] == "K" else 1
        antecedent = self._antecedent(k, m) if s.kinds[k] == "N" else None
        if antecedent is None and word in ("who", "which"):
            self.open(Frame(QUESTION, m, pronoun=None if governed else m, opener=m), m)
        else:
            self.open(Frame(WHOSE if word == "whose" else RELATED, antecedent, comma, None if governed else m, opener=m), m)

    def _asked(self, m: int) -> bool:
        """Whether a wh-word follows a verb that can ask or tell it ("knew where", "said when")."""
        k = self.s.before[m]
        return (
            self.s.kinds[k] == "I"
            or (self.s.kinds[k] in " CX" and self.s.kinds[m + 1] == "V")
            or (self.s.kinds[k] == "V" and self.s.verbs[k].lemma in REPORTS)
        )

    def _antecedent(self, k: int, m: int) -> int:
        """The antecedent of the relative clause at m: the nearest noun group before it that may be, of those that it hangs on; an age is none ("Bo Tarn, 34, who")."""
        s = self.s
        if s.letters[k] == "q" and s.kinds[k - 1] == "K" and s.kinds[m - 1] != "I" and self._name(k - 2):
            k -= 2
        chain = self._chain(k)
        for may_be in ANTECEDENT:
            chain = [at for at in chain if may_be(self, at, m)] or chain
        return chain[0]

    def _chain(self, k: int) -> list[int]:
        """Noun group k and those that it hangs on or is joined to, without times and the pronoun of "one of them"."""
        s = self.s
        at, chain = k, [k]
        while at > 1:
            joint = s.before[at]
            if not (s.kinds[joint] in "IC" or joint in self.nonfinite) or s.kinds[s.before[joint]] != "N":
                break
            at = s.before[joint]
            chain.append(at)
        return [at for at in chain if at not in s.times and not (s.groups[at].pronoun and at != chain[-1])] or chain

    def _is_no_place(self, at: int, m: int) -> bool:
        """Who: no name behind "in"."""
        return not (self.s.forms[m] == "who" and self.s.preposition(at) in PLACING and self._name(at))

    def _agrees(self, at: int, m: int) -> bool:
        """The verb right behind the pronoun asks for its number."""
        verb = self.s.behind[m]
        number = self.s.number(verb) if self.s.kinds[verb] == "V" else ""
        return not number or self.s.agrees(at, number)

    def _deadly(self, m: int) -> str:
        """The verb of the relative clause at m if it mostly tells of an act: "that killed 12", "in which 12 men died"; "" if it does not."""
        s, verb = self.s, self.s.behind[m]
        inner = verb
        while s.kinds[inner] in "NI":
            inner = s.behind[inner]
        tells = s.kinds[inner] == "V" and s.forms[m] not in ("who", "where", "whose") and (inner == verb or s.kinds[m - 1] == "I")
        return s.verbs[inner].lemma if tells and s.verbs[inner].lemma in DEADLY else ""

    def _is_act(self, at: int, m: int) -> bool:
        """What kills is an act."""
        return not self._deadly(m) or self.s.last(at).removesuffix("s") in ACTS

    def _may_harm(self, at: int, m: int) -> bool:
        """What kills is no time, no place and no building, and no name of what an attack is on."""
        s, group, deadly = self.s, self.s.groups.get(at), self._deadly(m)
        if not deadly or deadly in LEAVES:
            return True
        last = s.last(at)
        if last in TIME_UNITS or last in PLACES or last.removesuffix("s") in PLACES:
            return False
        return group is None or not group.name or s.preposition(at) == "by"

    def _name(self, m: int) -> bool:
        group = self.s.groups.get(m)
        return group is not None and group.name

    def _takes_relative(self, at: int, m: int) -> bool:
        """Whether a noun group may have a relative clause with this pronoun."""
        s, word, group = self.s, self.s.forms[m], self.s.groups[at]
        if word == "who":
            return group.pronoun or group.name or s.letters[at] == "q" or s.last(at) in PERSONS or s.last(at).rstrip("s") in PERSONS
        return not (word == "that" and group.name and s.sizes[at] == 1)

    def make(self, m: int, subject: int | None, kind: Kind | None = None) -> Clause:
        """The clause of verb m in the innermost frame; what came before it there is its parent."""
        frame = self.frame
        verb = self.s.verbs[m]
        clause = Clause(verb, kind or KINDS[frame.kind], verb.start, verb.end, parent=frame.latest if kind is not Kind.PARTICIPLE else self._above(m))
        verb.clause = clause
        self.made[m] = clause
        self.subjects[m] = subject
        frame.latest, frame.latest_at = clause, m
        if clause.parent is None:
            self._hang(clause)
        return clause

    def _above(self, m: int) -> Clause | None:
        """What came before participle m in its frame; for an outcome behind a comma no participle of a noun group: "shot two men leaving a bar, killing one",
        "shelled Brod, located on the coast, killing one".

        Who goes on speaking is who spoke before: "the town fell, the mayor said, adding that".
        """
        frame, s = self.frame, self.s
        last = next(reversed(self.made.values()), None)
        tells = s.letters[m] == "G" and s.verbs[m].lemma in REPORTS and (s.kinds[m + 1] != "N" or s.finite_ahead(m + 1))
        if last is not None and last.inserted and tells:
            return last
        nested = frame.latest is not None and frame.latest is not frame.clause and (s.kinds[s.before[frame.latest_at]] == "N" or frame.latest.kind is Kind.REDUCED)
        outcome = s.letters[m] == "G" and s.kinds[s.before[m]] == "K" and self.s.verbs[m].lemma not in REPORTS
        return frame.clause if outcome and nested and frame.clause is not None else frame.latest

    def _tells(self, clause: Clause) -> bool:
        """Whether an "as" clause before the main one tells who says that: "as the mayor noted, two men fled"."""
        verb = clause.verb
        return clause.kind is Kind.ADVERBIAL and verb.lemma in REPORTS and not verb.passive and clause.complement is None and self.s.words.toks[clause.opener].lower().strip() == "as"

    def _teller(self, clause: Clause | None) -> Clause | None:
        """The clause that takes what is said behind participles and relative clauses that report nothing: "said in a tape released by a site that"."""
        frame, above = self.frame, clause
        content = frame.noun is not None and self.s.last(frame.noun).rstrip("s") in CONTENTS
        if frame.opener is None or self.s.forms[frame.opener] != "that" or content:
            return clause
        while above is not None and above.kind in (Kind.REDUCED, Kind.RELATIVE) and above.verb.lemma not in TAKES_THAT:
            above = above.parent
        return above if above is not None and above.verb.lemma in TOLD and above.complement is None and not above.verb.passive else clause

    def _hang(self, clause: Clause) -> None:
        """Find the parent of the first clause of a frame: the latest clause of the frame outside, or the one that will come there."""
        frame = self.frame
        if frame.kind in (MAIN, BRACKET) and frame.clause is None and clause.verb.finite:
            return
        if not clause.verb.finite and frame.at is None and clause.kind in UNFINISHED:
            frame.waiting.append(clause)
        elif len(self.stack) > 1:
            outer = self.stack[-2]
            nearest = outer.latest if frame.first > outer.latest_at else outer.clause
            clause.parent = parent = self._teller(nearest) if clause.kind is Kind.COMPLEMENT else nearest
            if parent is None:
                outer.waiting.append(clause)
            elif clause.kind is Kind.COMPLEMENT:
                self._complete(parent, clause, own=parent is nearest)
            if frame.noun is not None and (parent is None or parent.complement is not clause):
                clause.antecedent = self.s.groups[frame.noun]

    def _complete(self, parent: Clause, clause: Clause, *, own: bool) -> None:
        """Make a clause what its parent tells; behind "and" or a comma it follows what that tells already. A noun has its content itself, unless it is told to."""
        if parent.complement is None:
            if self.frame.noun is None or not own or parent.verb.lemma in TELLS:
                parent.complement = clause
        elif self.s.kinds[self.s.before[self.frame.first]] in "CK":
            self._follow(parent.complement, clause)

    @staticmethod
    def _follow(first: Clause, clause: Clause) -> None:
        """Join a clause to the last of those that are joined to the first: "said that it fell and that they fled"."""
        while first.followed is not None:
            first = first.followed
        first.followed, clause.joined = clause, first


ANTECEDENT: tuple[Callable[[Openings, int, int], bool], ...] = (
    Openings._is_no_place,  # noqa: SLF001
    Openings._takes_relative,  # noqa: SLF001
    Openings._is_act,  # noqa: SLF001
    Openings._may_harm,  # noqa: SLF001
    Openings._agrees,  # noqa: SLF001
)
"""What a noun group is asked that may be an antecedent, one after the other, as long as one is left."""
