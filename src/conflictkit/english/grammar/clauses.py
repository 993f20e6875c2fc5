"""The clauses of a sentence: one pass from left to right with a stack of clauses that are still open.

A finite verb takes the first noun group that waits in the innermost clause without a verb; clauses that need no verb any more are left.
What the pass decides is the subject of each verb group, where clauses begin and end and on what they hang.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from conflictkit.engine.syntax import Clause, Kind, Time, VerbGroup
from conflictkit.english.grammar.groups import NOMINATIVE, known_persons, listed
from conflictkit.english.grammar.sentence import CONJUNCTIONS_OF_TIME, DASHES, Sentence

REPORTS, LETS, GIVES, NAMES, TELLS = (listed("verb", name) for name in ("reports", "lets", "gives", "names", "tells"))
STANDS, MEANS = listed("verb", "stands"), listed("phrase", "means")
PERSONS = known_persons()
EXISTS_WITHIN = 4
"""How many units behind "there is" its noun group may stand ("there are close to 200 men")."""
REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves".split())
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
PLACES_AND_TIMES = frozenset(["when", "where", "whenever", "wherever"])
WHAT = frozenset(["what", "whatever"])
WHO = frozenset(["what", "whatever", "whoever", "who", "which"])

MAIN, BRACKET, ADVERBIAL, COMPLEMENT, QUESTION, RELATED, WHOSE = "main", "bracket", "adverbial", "complement", "question", "relative", "whose"
KINDS = {MAIN: Kind.MAIN, BRACKET: Kind.MAIN, ADVERBIAL: Kind.ADVERBIAL, COMPLEMENT: Kind.COMPLEMENT, QUESTION: Kind.COMPLEMENT, RELATED: Kind.RELATIVE, WHOSE: Kind.RELATIVE}


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
    told: Clause | None = None
    """What stood in the quote before it."""
    waiting: list[Clause] = field(factory=list)
    """Clauses that hang on it and came before its verb."""

    def waits(self) -> bool:
        """Whether a noun group or antecedent waits for its verb."""
        return self.at is None and (bool(self.pending) or (self.kind == RELATED and self.antecedent is not None))


class Clauses:
    """The pass over one sentence; ``made`` holds the clause of each verb unit, ``subjects`` the unit that is its subject."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.stack: list[Frame] = [Frame(MAIN)]
        self.made: dict[int, Clause] = {}
        self.subjects: dict[int, int | None] = {}
        self.objects: dict[int, int] = {}
        """Wh-words that are the object of a verb behind them."""
        self.by_antecedent: set[int] = set()
        """Verbs whose subject is the antecedent of their relative clause."""
        self.by_pronoun: set[int] = set()
        """Later verbs of a relative clause, whose subject is the antecedent too."""
        self.nonfinite: set[int] = set()
        """Verbs without subject of their own, whose object is no subject of what follows."""
        self.asked: dict[int, int] = {}
        """Main verbs of a question: the unit of the subject before them."""
        self.within: list[tuple[Frame, Clause | None]] = []
        """For each unit the clause that was open and the latest verb in it."""
        dashes = [m for m in range(sentence.size) if sentence.kinds[m] == "K" and sentence.word(m) in DASHES]
        self.dashes = dashes if len(dashes) == 2 else []  # noqa: PLR2004 - two dashes are a bracket

    def read(self) -> None:
        """Read the sentence."""
        for m, kind in enumerate(self.s.kinds):
            handler = HANDLERS.get(kind)
            if handler is not None:
                handler(self, m)
            self.within.append((self.frame, self.frame.latest))
        while self.stack:
            self.close(self.s.size)

    # ---- the stack

    @property
    def frame(self) -> Frame:
        return self.stack[-1]

    def open(self, frame: Frame, m: int) -> None:
        frame.first = m
        self.stack.append(frame)

    def close(self, m: int) -> None:
        """Leave the innermost clause before unit m."""
        frame = self.stack.pop()
        frame.closed = m
        if frame.clause is None and self.stack:
            self.stack[-1].waiting += frame.waiting

    def close_to_bracket(self, m: int) -> bool:
        """Leave all clauses inside of the innermost bracket; whether there is one."""
        while len(self.stack) > 1 and self.frame.kind != BRACKET:
            self.close(m)
        return self.frame.kind == BRACKET

    def end_bracket(self, m: int) -> None:
        self.close_to_bracket(m)
        if len(self.stack) > 1:
            self.close(m)

    # ---- units that are no verb

    def noun(self, m: int) -> None:
        """A noun group waits for a verb, unless a preposition governs it or it is the object of an infinitive or participle."""
        s, frame = self.s, self.frame
        if s.governed[m]:
            return
        if m and m - 1 in self.nonfinite and frame.at is None:
            return
        if m and s.word(m) in REFLEXIVE and s.kinds[m - 1] == "N":
            return
        frame.pending.append(m)

    def preposition(self, m: int) -> None:
        """After, before, since, until, as open a clause where a finite verb follows that the outer clause does not need."""
        s, frame = self.s, self.frame
        word = s.word(m)
        if word not in CONJUNCTIONS_OF_TIME or s.kind(m + 1) != "N" or not s.finite_follows(m + 1):
            return
        if word == "as" and s.starts[m] and s.low[s.starts[m] - 1] in ("such", "well"):
            return
        if frame.at is None and frame.pending and not s.two_finite_ahead(m):
            return
        self.open(Frame(ADVERBIAL, opener=m), m)
        s.governed[m + 1] = False

    def comma(self, m: int) -> None:
        """Two dashes bracket; a comma closes a subordinate or relative clause that has its verb."""
        if self.dashes and m in self.dashes:
            if m == self.dashes[0]:
                self.open(Frame(BRACKET), m + 1)
            else:
                self.end_bracket(m)
            return
        frame, s = self.frame, self.s
        if frame.pending == [0] and s.word(m) in DASHES and s.groups[0] is not None and s.groups[0].name:
            frame.pending = []  # a dateline
            frame.first = m + 1
        if m + 1 in s.closing and frame.at is not None:
            self._end_content(m)
            return
        if len(self.stack) < 2 or frame.at is None:
            return
        if frame.kind == ADVERBIAL:
            if self.stack[-2].at is None:
                self.close(m)
        elif frame.kind == RELATED and frame.behind_comma and not (s.kind(m + 1) == "C" and s.kind(m + 2) in ("V", "R")):
            self.close(m)

    def _end_content(self, m: int) -> None:
        """A quote that ends in a comma: what follows tells who said it."""
        if self.close_to_bracket(m):
            return
        told = self.frame.clause
        self.close(m)
        self.open(Frame(MAIN, told=told), m + 1)

    def mark(self, m: int) -> None:
        """Brackets open and close; a stop, colon or semicolon ends all clauses outside of a bracket."""
        s = self.s
        tag = s.tag(m)
        if tag == "(":
            self.open(Frame(BRACKET), m + 1)
        elif tag == ")":
            self.end_bracket(m)
        elif s.stops(m) and not self.close_to_bracket(m):
            self.close(m)
            self.open(Frame(MAIN), m + 1)

    def subordinator(self, m: int) -> None:
        """That behind a noun and before a verb opens a relative clause, else a complement; if, because open a clause if a verb follows."""
        s = self.s
        if s.word(m) != "that":
            if s.finite_before_comma(m):
                self.open(Frame(ADVERBIAL, opener=m), m)
        elif m and s.kinds[m - 1] == "N" and s.kind(s.ahead(m)) == "V" and s.ahead(m) <= m + 2:
            self.open(Frame(RELATED, self._antecedent(m - 1, m), pronoun=m, opener=m), m)
        else:
            on_noun = m and s.kinds[m - 1] == "N" and not s.time(m - 1)
            self.open(Frame(COMPLEMENT, opener=m, noun=m - 1 if on_noun else None), m)

    def wh_word(self, m: int) -> None:
        """Who, which behind a noun group open a relative clause; other wh-words open a question."""
        s, word = self.s, self.s.word(m)
        if word in PLACES_AND_TIMES and not self._asked(m):
            self.open(Frame(ADVERBIAL, opener=m), m)
            return
        if word not in RELATIVE:
            self.open(Frame(QUESTION, m if word in WHO else None, pronoun=m if word in WHAT else None, opener=m), m)
            return
        k = m - 1
        comma = s.kind(k) == "K"
        if comma or (k >= 0 and s.tag(k) == "("):
            k -= 1
        governed = s.kind(k) == "I"
        if governed:
            k -= 2 if s.kind(k - 1) == "K" else 1
        antecedent = self._antecedent(k, m) if s.kind(k) == "N" else None
        if antecedent is None and word in ("who", "which"):
            self.open(Frame(QUESTION, m, pronoun=None if governed else m, opener=m), m)
        else:
            self.open(Frame(WHOSE if word == "whose" else RELATED, antecedent, comma, None if governed else m, opener=m), m)

    def _asked(self, m: int) -> bool:
        """Whether a wh-word follows a verb that can ask or tell it ("knew where", "said when")."""
        k = self.s.back(m)
        return self.s.kind(k) in ("", "I", "C", "X") or (self.s.kind(k) == "V" and self._verb(k).lemma in REPORTS)

    def _antecedent(self, k: int, m: int) -> int:
        """The antecedent of the relative clause at m: the nearest noun group before it that may be, of those that it hangs on.

        A time is none; "that" says nothing of a bare name; "who" asks for a person; the verb asks for its number.
        """
        s = self.s
        at, chain = k, [k]
        while at > 1 and (s.kinds[at - 2 : at] == "NI" or (s.kinds[at - 2 : at] == "NV" and at - 1 in self.nonfinite)):
            at -= 2
            chain.append(at)
        verb = s.ahead(m)
        number = s.number(verb) if s.kind(verb) == "V" else ""
        for test in (lambda at: not s.time(at), lambda at: self._takes_relative(at, m), lambda at: not number or s.agrees(at, number)):
            chain = [at for at in chain if test(at)] or chain
        return chain[0]

    def _takes_relative(self, at: int, m: int) -> bool:
        """Whether a noun group may have a relative clause with this pronoun."""
        s, word, group = self.s, self.s.word(m), self.s.groups[at]
        if group is None:
            return False
        if word == "who":
            return group.pronoun or group.name or s.tag(at) == "q" or s.last(at) in PERSONS or s.last(at).rstrip("s") in PERSONS
        return not (word == "that" and group.name and s.one_word(at))

    # ---- verbs

    def make(self, m: int, subject: int | None, kind: Kind | None = None) -> Clause:
        """The clause of verb m in the innermost frame; what came before it there is its parent."""
        frame = self.frame
        verb = self._verb(m)
        clause = Clause(verb, kind or KINDS[frame.kind], verb.start, verb.end, parent=frame.latest)
        verb.clause = clause
        self.made[m] = clause
        self.subjects[m] = subject
        frame.latest, frame.latest_at = clause, m
        if clause.parent is None:
            self._hang(clause)
        return clause

    def make_finite(self, m: int, subject: int | None) -> Clause:
        """The clause of finite verb m, which is the verb of the innermost frame."""
        frame, before = self.frame, self.frame.clause
        frame.latest = before
        clause = self.make(m, subject)
        if before is not None:
            clause.joined, clause.parent, before.followed = before, before.parent, clause
        else:
            frame.leading = clause
            if frame.opener is not None:
                clause.opener = self.s.words.first[self.s.starts[frame.opener]]
            for other in frame.waiting:
                other.parent = clause
            frame.waiting = []
        frame.at, frame.subject, frame.clause = m, subject, clause
        return clause

    def _hang(self, clause: Clause) -> None:
        """Find the parent of the first clause of a frame: the latest clause of the frame outside, or the one that will come there."""
        frame = self.frame
        if frame.kind in (MAIN, BRACKET) and frame.clause is None and clause.verb.finite:
            return
        if not clause.verb.finite and frame.at is None and clause.kind in (Kind.INFINITIVE, Kind.PARTICIPLE, Kind.REDUCED):
            frame.waiting.append(clause)
        elif len(self.stack) > 1:
            outer = self.stack[-2]
            clause.parent = parent = outer.latest if frame.first > outer.latest_at else outer.clause
            if parent is None:
                outer.waiting.append(clause)
            elif clause.kind is Kind.COMPLEMENT and parent.complement is None and (frame.noun is None or parent.verb.lemma in TELLS):
                parent.complement = clause
            if frame.noun is not None and (parent is None or parent.complement is not clause):
                clause.antecedent = self.s.groups[frame.noun]

    def verb(self, m: int) -> None:
        """Infinitives, participles and base forms have no subject here; a finite verb looks for its own."""
        s = self.s
        if m in self.asked:
            frame = self.frame
            if frame.kind == QUESTION and frame.pronoun is not None:
                self.objects[m] = frame.pronoun
            self._finite(m, self.asked[m])
            return
        tag = s.tag(m)
        finite = s.finite(m)
        if tag == "P" and self._made_to(m):
            tag, finite = "B", False
        if tag == "3" and s.word(m) == "having":
            finite = False
        if tag == "t" or tag in "G2" or (not finite and tag not in "NB"):
            self._unfinished(m, self._gerund_subject(m))
        elif tag == "B":
            self._base(m)
        elif tag == "N":
            self._participle(m)
        else:
            self._finite_verb(m)

    def _made_to(self, m: int) -> bool:
        """Whether a bare infinitive stands behind "make" and its object: "made them leave"."""
        k = self.s.back(m)
        return k > 0 and self.s.kinds[k] == "N" and self.s.kinds[k - 1] == "V" and self._verb(k - 1).lemma in LETS

    def _gerund_subject(self, m: int) -> int | None:
        """The noun group between "with" and an -ing form, "for" and an infinitive: "with troops leaving", "for troops to leave"."""
        k = self.s.back(m)
        before = "with" if self.s.tag(m) == "G" else "for" if self.s.tag(m) == "t" else ""
        return k if k > 0 and self.s.kinds[k] == "N" and self.s.word(k - 1) == before else None

    def _verb(self, m: int) -> VerbGroup:
        verb = self.s.verbs[m]
        assert verb is not None
        return verb

    def _unfinished(self, m: int, subject: int | None = None) -> None:
        """An infinitive, gerund or imperative: it has no subject of its own."""
        kind = Kind.PARTICIPLE if self.s.tag(m) in "G23" else Kind.INFINITIVE
        if kind is Kind.PARTICIPLE and self._verb(m).lemma in REPORTS and self.s.kind(self.s.back(m)) == "K" and self.stack[0].reports:
            while len(self.stack) > 1 and self.frame.kind in (COMPLEMENT, RELATED, ADVERBIAL):
                self.close(m)
        self.make(m, subject, kind=kind)
        self.nonfinite.add(m)
        self.frame.nonfinite = True

    def _base(self, m: int) -> None:
        """A base form: shares the subject behind a modal and "and", is present tense behind a plural, else an infinitive or imperative."""
        s, frame = self.s, self.frame
        k = s.back(m)
        kind = s.kind(k)
        if kind == "C":
            host = self._host_of_base()
            if host is None:
                self._unfinished(m)
                return
            while self.frame is not host:
                self.close(m)
            if s.tag(host.at or 0) == "P":
                self._finite_verb(m)
            else:
                self.make(m, host.subject).joined = host.clause
        elif self._plural_waits(m, k):
            self._finite_verb(m)
        else:
            self._unfinished(m)

    def _host_of_base(self) -> Frame | None:
        """The clause that a base form behind "and" belongs to: the innermost with a modal verb or a plural present; none behind an infinitive."""
        for frame in reversed(self.stack):
            if frame.nonfinite or frame.kind == BRACKET:
                return None
            if frame.at is not None and (frame.modal or self.s.tag(frame.at) == "P"):
                return frame
        return None

    def _plural_waits(self, m: int, k: int) -> bool:
        """Whether a plural noun group waits for a verb, so that the base form is a present tense."""
        s, frame = self.s, self.frame
        if frame.at is not None or s.ends[m] - s.starts[m] > 1:
            return False
        if s.kind(k) == "W":
            return frame.kind == RELATED
        plural = any(s.tags[s.ends[p] - 1] in "sop" for p in frame.pending)
        if s.kind(k) == "K":
            return plural and "V" in s.kinds[frame.pending[0] : m]
        return s.kind(k) == "N" and not frame.nonfinite and (k in frame.pending or s.governed[k]) and plural

    def _participle(self, m: int) -> None:
        """A bare participle: the verb of a clause that waits for one or shares its subject, else a reduced relative on the noun group before it."""
        s, frame = self.s, self.frame
        k = s.back(m)
        kind = s.kind(k)
        if self._active(m, k):
            self._finite_verb(m)
            return
        subject = None
        if kind == "N":
            subject = k
        elif kind == "K" and s.kind(k - 1) == "N":
            subject = self._renamed(k - 1)
        elif kind == "C":
            subject = frame.subject
        clause = self.make(m, subject, kind=Kind.REDUCED if subject is not None and kind != "C" else Kind.PARTICIPLE)
        clause.verb.passive = True

    def _active(self, m: int, k: int) -> bool:
        """Whether the form of a bare participle is a past tense here: its clause needs a verb, or an object stands behind it."""
        s, frame = self.s, self.frame
        if not s.one_word(m) or s.word(m + 1 if m + 1 < s.size else m) == "by" or frame.kind == BRACKET:
            return False
        kind = s.kind(k)
        if m == 0 and self._verb(m).lemma in REPORTS and s.bare(1) and s.kind(2) in ("K", "X"):
            return True  # "Said Lee: ..."
        object_behind = s.bare(m + 1) and not s.time(m + 1) and self._verb(m).lemma not in GIVES | NAMES
        waits = frame.waits() or self._waits_again(frame)
        if waits and kind in ("N", "", "X") and any(s.bare(p) for p in range(m)):
            return object_behind or not (s.finite_ahead(m) if frame.kind == MAIN else s.finite_before(m, "K"))
        if frame.at is None or frame.subject is None:
            return False
        if kind == "C" or (kind == "K" and object_behind):
            joined = self.made.get(s.back(k)) if kind == "C" else None
            return not self._verb(frame.at).passive and (object_behind or joined is None or not joined.verb.passive)
        first = next((p for p in frame.pending if p > frame.at), None)
        return kind == "N" and frame.reports and first is not None and not frame.nonfinite and not s.finite_before(m, "KC")

    def _waits_again(self, frame: Frame) -> bool:
        """Whether a clause that has its verb is followed by "and" and a noun group that waits for another one."""
        s = self.s
        return frame.at is not None and any(p > frame.at + 1 and s.kinds[p - 1] == "C" and s.kinds[p - 2] != "N" for p in frame.pending)

    def _renamed(self, m: int) -> int:
        """The noun group that a participle behind a comma is told of: "X" of "X of Y", of "X, Y," and of "the film Y"."""
        s = self.s
        while m > 1:
            if s.kinds[m - 1] == "I" and s.word(m - 1) == "of" and s.kinds[m - 2] == "N":
                m -= 2
            elif s.kinds[m - 2 : m] == "NK" and self._name(m) != self._name(m - 2):
                m -= 2
            else:
                break
        return m

    def _name(self, m: int) -> bool:
        group = self.s.groups[m]
        return group is not None and group.name

    def _finite(self, m: int, subject: int | None) -> Clause:
        """Make verb m the verb of the innermost clause."""
        frame = self.frame
        clause = self.make_finite(m, subject)
        verb = clause.verb
        frame.reports, frame.nonfinite = verb.lemma in REPORTS, False
        frame.modal = self.s.tag(m) == "M" or self.s.tags[self.s.main(m)] == "4"
        if frame.told is not None and frame.reports:
            clause.inserted, clause.complement, frame.told = True, frame.told, None
        return clause

    def _finite_verb(self, m: int) -> None:
        for rule in FINITE_VERB:
            if rule(self, m):
                return
        self._seek_subject(m)

    def _question(self, m: int) -> bool:
        """An auxiliary alone, then a noun group, then a bare verb or participle: the group is the subject."""
        s = self.s
        tag = s.tags[s.main(m)]
        before = s.kind(s.back(m))
        if tag not in "M1234" or s.kind(m + 1) != "N" or s.kind(m + 2) != "V" or before not in ("", "W", "K", "C", "X"):
            return False
        follows = s.tag(m + 2)
        if follows not in "BNG23" or (follows == "N" and tag == "3" and before not in ("", "W")):
            return False
        if follows in "B2" or tag in "13":
            self.asked[m + 2] = m + 1
            verb = self._verb(m + 2)
            verb.passive = s.tags[s.main(m + 2)] in "ND" and (tag in "12" or follows == "2")
            verb.finite = True
            self.frame.modal = True
            return True
        return False

    def _existential(self, m: int) -> bool:
        """There is: the noun group behind it is the subject."""
        s = self.s
        k = s.back(m)
        there = s.kind(k) == "N" and s.tags[s.starts[k] : s.ends[k]] == "e"
        if s.tags[s.main(m)] not in "12" or m + 1 >= s.size or not (there or (m and s.kinds[m - 1] == "R" and s.word(m - 1) == "there" and self.frame.at is None)):
            return False
        k = s.ahead(m)
        for at in range(k, min(k + EXISTS_WITHIN, s.size)):
            if s.kinds[at] == "N":
                k = at
                break
            if s.kinds[at] not in "IXR":
                break
        self._turned(m, k if s.kind(k) == "N" else None).existential = True
        return True

    def _turned(self, m: int, subject: int | None) -> Clause:
        """A verb that stands before its subject."""
        clause = self._finite(m, subject)
        clause.inverted = True
        self.frame.pending = []
        return clause

    def _attribution(self, m: int) -> bool:
        """X said, behind a comma and with nothing that is said behind it: it reports the clause that it interrupts or follows."""
        s, frame = self.s, self.frame
        if self._verb(m).lemma not in REPORTS or frame.kind == RELATED:
            return False
        k = s.back(m)
        while s.kinds[k - 1 : k] == "I" and s.kinds[k - 2 : k - 1] == "N":
            k -= 2
        if not s.bare(k) or k not in frame.pending or not (s.kind(k - 1) == "K" or k in s.quoted) or not s.nothing_said(m):
            return False
        told = next((other.clause or other.told for other in self.stack if other.clause or other.told), None)
        if told is None and s.kind(m + 1) != "K":
            return False
        latest = frame.latest
        clause = self.make(m, k, kind=Kind.MAIN)
        clause.parent, clause.inserted, clause.complement = None, True, told
        frame.pending = [p for p in frame.pending if p < k]
        frame.latest = latest
        return True

    def _fronted(self, m: int) -> bool:
        """A prepositional phrase opens the sentence, a verb of place or a passive and a noun group follow: "In the square stood a tank"."""
        s, frame = self.s, self.frame
        if frame.kind != MAIN or frame.at is not None or frame.pending or not s.bare(m + 1) or s.time(m + 1):
            return False
        verb = self._verb(m)
        if s.kind(frame.first) not in "IR" or not (verb.passive or verb.lemma in STANDS) or not any(s.governed[p] for p in range(frame.first, m)):
            return False
        self._turned(m, m + 1)
        return True

    def _inverted(self, m: int) -> bool:
        """Said X, behind a quote or a comma: the noun group behind the verb is the subject."""
        s, frame = self.s, self.frame
        if self._verb(m).lemma not in REPORTS or s.tags[s.main(m)] not in "DZPN" or not s.bare(m + 1):
            return False
        k = s.back(m)
        behind = [p for p in frame.pending if frame.at is None or p > frame.at]
        comma = s.kind(k) == "K"
        opens = m == 0 and s.kind(m + 2) in ("K", "X")
        if not (opens or m in s.quoted or (comma and (k in s.quoted or not behind or (frame.at is not None and s.kind(m + 2) in ("", "X", "K"))))):
            return False
        if (behind and s.kind(k) == "N") or (m not in s.quoted and k not in s.quoted and self._outer_waits()):
            return False
        while len(self.stack) > 1 and self.frame.kind != BRACKET:
            self.close(m)
        told = self.frame.clause or self.frame.told
        clause = self._finite(m, m + 1)
        if clause.joined is not None:
            clause.joined.followed = clause.joined = None
        clause.inverted, clause.inserted, clause.complement = True, told is not None, told
        self.frame.pending = []
        return True

    def _seek_subject(self, m: int) -> None:
        while True:
            frame = self.frame
            if frame.at is None:
                if self._first_verb(m, frame):
                    return
            elif self._further_verb(m, frame):
                return
            self.close(m)

    def _candidates(self, frame: Frame) -> list[int]:
        """The noun groups that may be the subject of the next verb; times only if there is nothing else."""
        at = frame.at
        groups = frame.pending if at is None else [p for p in frame.pending if p > at]
        return [p for p in groups if not self.s.time(p)] or groups

    def _first_verb(self, m: int, frame: Frame) -> bool:
        """Give verb m to a frame that has none yet."""
        groups = self._candidates(frame)
        if frame.kind == RELATED:
            self._relative_verb(m, frame, groups)
        elif groups:
            subject = self._first_subject(m, groups)
            if subject is None:
                return True
            if frame.kind == QUESTION and frame.pronoun is not None:
                self.objects[m] = frame.pronoun
            self._finite(m, subject)
        elif len(self.stack) > 1 and frame.kind != BRACKET:
            self._finite(m, frame.antecedent if frame.kind == QUESTION else None)
            return True
        else:
            k = self.s.back(m)
            taken = k > 0 and self.s.kinds[k] == "N" and (not self.s.governed[k] or self.s.kinds[k - 1] == "C") and not self.s.time(k)
            self._finite(m, k if taken else None)
            return True
        frame.pending = []
        return True

    def _relative_verb(self, m: int, frame: Frame, groups: list[int]) -> None:
        """The verb of a relative clause: its subject is a noun group inside, else the antecedent."""
        if groups:
            nearest = len(groups) > 1 and self.s.kinds[groups[-1] - 1] == "N"
            subject: int | None = groups[-1] if nearest else groups[0]
            if frame.pronoun is not None:
                self.objects[m] = frame.pronoun
        else:
            subject = frame.antecedent
            if subject is not None:
                self.by_antecedent.add(m)
        self._finite(m, subject)

    def _first_subject(self, m: int, groups: list[int]) -> int | None:
        """Which of the noun groups that wait is the subject: the first, or the last behind fronted ones.

        None if the last one and the verb are an insertion of their own ("X, officials say, ..."; "the man police arrested").
        """
        s = self.s
        first, last = groups[0], groups[-1]
        if first == last:
            return first
        k = s.back(m)
        if k == last and self._nominative(k) and s.kinds[k - 1] != "C":
            return k
        if k == last and self._inserted(m, groups):
            self.make(m, last).inserted = True
            self.frame.pending = [p for p in self.frame.pending if p < last]
            return None
        if s.kind(k) == "K":
            return first
        if s.kinds[last - 1] == "N" or (s.kinds[last - 1] == "K" and "C" not in s.kinds[first:m]):
            return last
        return first

    def _nominative(self, m: int) -> bool:
        return self.s.one_word(m) and self.s.word(m) in NOMINATIVE

    def _inserted(self, m: int, groups: list[int]) -> bool:
        """Whether the last group and the verb stand between commas with a verb of speech, or are a relative without pronoun."""
        s, last = self.s, groups[-1]
        if self._verb(m).lemma in REPORTS and s.kinds[last - 1] == "K" and s.kind(m + 1) == "K":
            return True
        return last - 1 in groups and s.kinds[last - 1] == "N" and s.finite_ahead(m)

    def _further_verb(self, m: int, frame: Frame) -> bool:
        """Give verb m to a clause that has a verb: joined by "and", as a complement without "that"; False if that clause has to be left."""
        s = self.s
        at = frame.at
        assert at is not None
        groups = self._candidates(frame)
        outer = self._outer_waits()
        k = s.back(m)
        joint = k if s.kind(k) == "C" else self._conjunction(m) if not groups and not outer else None
        if joint is not None and joint > at:
            if self._belongs_outside(m, frame):
                return False
            if frame.kind == RELATED and frame.subject == frame.antecedent and frame.pronoun is not None:
                self.by_pronoun.add(m)
            self._finite(m, frame.subject)
            frame.pending = []
            return True
        if outer and frame.kind != MAIN and not (groups and frame.reports and groups[0] - 1 == at):
            return False
        if groups:
            self._complement(m, frame, groups, at)
            return True
        if s.tag(m) == "D" and s.one_word(m) and s.kind(k) == "N" and k > at:
            self.make(m, k, kind=Kind.REDUCED)
            self._verb(m).passive = True
            return True
        listing = s.kind(k) == "K" and frame.kind != BRACKET and frame.subject is not None and ("CV" in s.kinds[m + 1 :] or "CRV" in s.kinds[m + 1 :])
        if listing or len(self.stack) == 1 or frame.kind == BRACKET:
            self._finite(m, frame.subject)
            return True
        return False

    def _outer_waits(self) -> bool:
        """Whether a clause around the innermost one waits for its verb."""
        return any(other.waits() and other.kind != BRACKET for other in self.stack[:-1])

    def _belongs_outside(self, m: int, frame: Frame) -> bool:
        """Whether a verb behind "and" is rather joined to a clause further out: by number, by tense, or because no thing speaks."""
        s, verb = self.s, self._verb(m)
        outer = next((other for other in reversed(self.stack[:-1]) if other.at is not None), None)
        if frame.kind not in (RELATED, COMPLEMENT, ADVERBIAL) or outer is None or outer.at is None or frame.at is None or outer.nonfinite:
            return False
        number = s.number(m)
        if number and frame.subject is not None and not s.agrees(frame.subject, number) and outer.subject is not None and s.agrees(outer.subject, number):
            return True
        tense, inside, outside = (self._verb(at).status.time for at in (m, frame.at, outer.at))
        if tense is Time.PAST and outside is Time.PAST and inside is not Time.PAST:
            return True
        speaks = frame.kind == RELATED and frame.pronoun is not None and s.word(frame.pronoun) in ("that", "which")
        return speaks and verb.lemma in REPORTS and outer.kind == MAIN

    def _conjunction(self, m: int) -> int | None:
        """The conjunction left of verb m, over adverbs and prepositional phrases."""
        s, k = self.s, m - 1
        while k >= 0:
            kind = s.kinds[k]
            if kind == "C":
                return k
            if not (kind in "RI" or (kind == "N" and s.governed[k]) or (kind == "K" and k < m - 1)):
                return None
            k -= 1
        return None

    def _complement(self, m: int, frame: Frame, groups: list[int], at: int) -> None:
        """A verb with a noun group of its own behind the verb of its clause: a complement without "that"."""
        s = self.s
        subject = self._complement_subject(m, frame, groups)
        frame.pending = [p for p in frame.pending if p < groups[0]]
        if s.kinds[subject - 1] == "C":
            if s.kinds[subject - 2] == "K" or s.word(subject - 1) == "but":
                while len(self.stack) > 1 and self.frame.kind != BRACKET and self.stack[-2].at is not None:
                    self.close(subject - 1)
            self._finite(m, subject)
            self.frame.pending = []
            return
        if frame.kind != MAIN and not frame.reports and "K" in s.kinds[at:m]:
            self.close(m)
        if subject > groups[0] and s.kinds[subject - 1] == "N" and subject == s.back(m) and not (self._verb(at).lemma in TELLS and subject - 2 == at):
            frame.pending.append(groups[0])
            self.open(Frame(RELATED, subject - 1), subject)
        else:
            self.open(Frame(COMPLEMENT), self._complement_start(frame, subject))
        self._finite(m, subject)

    def _complement_start(self, frame: Frame, subject: int) -> int:
        """The unit that opens a complement without "that": the one behind a verb of speech, else the subject."""
        s, start = self.s, (frame.at or 0) + 1
        if not frame.reports or frame.nonfinite:
            return subject
        while start < subject and s.kinds[start] in "RK":
            start += 1
        return start if s.kinds[start] in "IN" and (start == subject or s.kinds[start] == "I") else subject

    def _complement_subject(self, m: int, frame: Frame, groups: list[int]) -> int:
        """Which group is the subject of the complement: the first, or the one behind a comma or a conjunction that parts clauses."""
        s = self.s
        subject = first = groups[0]
        k, last = s.back(m), groups[-1]
        for p in groups[1:]:
            joins_clauses = s.kinds[p - 1] == "C" and (p < 2 or s.kinds[p - 2] != "N" or (p - 2 <= (frame.at or 0) + 1 and not frame.reports))  # noqa: PLR2004
            if (s.kinds[p - 1] == "K" and s.kind(k) != "K") or joins_clauses:
                subject = p
        if last != subject and k == last and (self._nominative(last) or (not frame.reports and s.kinds[last - 1] == "C")):
            subject = last
        if k == last and last != first and s.kinds[last - 1] == "N" and not s.time(last - 1):
            subject = last
        return subject


HANDLERS: dict[str, Callable[[Clauses, int], None]] = {
    "N": Clauses.noun,
    "I": Clauses.preposition,
    "K": Clauses.comma,
    "X": Clauses.mark,
    "S": Clauses.subordinator,
    "W": Clauses.wh_word,
    "V": Clauses.verb,
}
FINITE_VERB: tuple[Callable[[Clauses, int], bool], ...] = (Clauses._question, Clauses._existential, Clauses._inverted, Clauses._attribution, Clauses._fronted)  # noqa: SLF001
"""What a finite verb may be before it looks for a subject on its left, in this order."""
