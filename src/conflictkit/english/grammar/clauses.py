"""The clauses of a sentence: one pass from left to right with a stack of clauses that are still open.

A finite verb takes the first noun group that waits in the innermost clause without a verb; clauses that need no verb any more are left.
What the pass decides is the subject of each verb group, where clauses begin and end and on what they hang.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from conflictkit.engine.syntax import Kind, Time

from ..lexicon.inflection import PAST_ONLY
from .lists import AIMS, CHARGES, CONTROLS, DOCUMENT, DONE_TO, HARMS, NAMES, NO_OBJECT, NOMINATIVE, OBJECTIVE, REPORTS, TELLS, VERB
from .openings import ADVERBIAL, BRACKET, COMPLEMENT, MAIN, PLACING, QUESTION, RELATED, Frame
from .ruleset import PLACE
from .turned import Turned


class Clauses(Turned):
    """The pass over one sentence; ``made`` holds the clause of each verb unit, ``subjects`` the unit that is its subject."""

    def read(self) -> None:
        """Read the sentence."""
        s, around, governed = self.s, self.around, self.s.governed
        for m in map(PLACE, HANDLED.finditer(s.outline)):
            if m not in governed:
                around += [(self.frame, self.frame.latest)] * (m - len(around))
                HANDLERS[s.outline[m]](self, m)
        around += [(self.frame, self.frame.latest)] * (s.size - len(around))
        while self.stack:
            self.close(s.size)
        self.led: list[tuple[int, int]] = [(m, k) for m, k in self.subjects.items() if k is not None and k < m and m not in self.by_antecedent]
        """Verbs, each with its subject, that stands before it."""

    def border(self, m: int) -> int:
        """The next finite verb, comma or stop in the clause around verb m, or where that ends."""
        frame = self.around[m][0]
        inside = (k for k in map(PLACE, BORDERS.finditer(self.s.outline, m + 1, frame.closed)) if self.around[k][0] is frame)
        return next(inside, frame.closed)

    # ---- verbs

    def verb(self, m: int) -> None:
        """Infinitives, participles and base forms have no subject here; a finite verb looks for its own."""
        if m in self.asked:
            self._asked_object(m)
            self._finite(m, self.asked[m])
            return
        tag = self._form(m)
        if tag in "tG2":
            if self.s.forms[m] == "be" and self._demanded(self.s.before[m]):
                self.finite_verb(m)
            else:
                self._unfinished(m, self._gerund_subject(m))
        elif tag == "B":
            self._base(m)
        elif tag == "N":
            self._participle(m)
        else:
            self.finite_verb(m)
        if tag in "ND" and (self._gapped(m) or self.s.verbs[m].lemma in DONE_TO and self._shortened(m)):
            self.s.verbs[m].passive = True

    def _gapped(self, m: int) -> bool:
        """Whether a participle lacks the "was" of the passive that it is joined to: "one was killed and two others injured"."""
        verb, clause = self.s.verbs[m], self.s.verbs[m].clause
        if clause is None or clause.joined is None or not clause.joined.verb.passive or self.s.sizes[m] > 1 or self._object_behind(m):
            return False
        at, subject = self.subjects[m], self.s.before[m]
        return at is not None and at == subject and self.s.kinds[at - 1] == "C" and verb.lemma in HARMS

    def _shortened(self, m: int) -> bool:
        """Whether a headline leaves out the "was" of what is done to its subject: "Man arrested after raid"."""
        verb, subject = self.s.verbs[m], self.subjects[m]
        if verb.clause is None or verb.clause.kind is not Kind.MAIN or verb.start < verb.word or self._object_behind(m):
            return False
        if verb.lemma in AIMS and self.s.forms[m + 1 : m + 2] == ["at"]:
            return False
        group = self.s.groups[subject] if subject is not None and subject == self.s.before[m] else None
        return group is not None and not group.pronoun and group.determiner < 0 and self.s.kinds[m + 1] in "I "

    def _form(self, m: int) -> str:
        """The tag that tells how a verb group is read: "t" for what has no subject of its own, "B" and "N" for bare forms, else a finite one."""
        s, tag = self.s, self.s.letters[m]
        if tag == "P":
            return "B" if self._made_to(m) else tag
        if tag == "D":
            return "N" if s.forms[m] not in PAST_ONLY and self._done_by(m) else tag
        if tag in "NB" or s.outline[m] == "F":
            return "G" if s.forms[m] == "having" else tag
        return "t"

    def finite_verb(self, m: int) -> None:
        """Give verb m a subject: behind it where it is turned, else the clause that waits for it, the innermost first."""
        if self.turned(m):
            return
        while True:
            frame = self.frame
            if frame.at is None:
                if self._first_verb(m, frame):
                    return
            elif self._further_verb(m, frame):
                return
            self.close(m)

    def _candidates(self, frame: Frame) -> list[int]:
        """The noun groups that may be the subject of the next verb: no "them", times only if there is nothing else."""
        at = -1 if frame.at is None else frame.latest_at if self._said_along(frame) else frame.at
        groups = [p for p in frame.pending if p > at and not (self.s.forms[p] in OBJECTIVE and self.s.sizes[p] == 1 and self.s.letters[p] != "p")]
        times = self.s.times
        return ([p for p in groups if p not in times] or groups) if times else groups

    def _said_along(self, frame: Frame) -> bool:
        """Whether a participle of speech stands behind the verb, with a noun group of its own: "defended the raid, saying it was lawful"."""
        latest = frame.latest_at
        return frame.nonfinite and latest > (frame.at or 0) and self.s.letters[latest] == "G" and self.s.verbs[latest].lemma in REPORTS and frame.pending[-1:] > [latest]

    def _first_verb(self, m: int, frame: Frame) -> bool:
        """Give verb m to a frame that has none yet."""
        groups = self._candidates(frame)
        if frame.kind == RELATED:
            self._relative_verb(m, frame, [p for p in groups if p not in self.s.times])
        elif groups:
            subject = self._first_subject(m, groups)
            if subject is None:
                return True
            self._asked_object(m)
            self._finite(m, subject)
        elif len(self.stack) > 1 and frame.kind != BRACKET:
            self._finite(m, frame.antecedent if frame.kind == QUESTION else None)
            return True
        else:
            k = self.s.before[m]
            taken = k > 0 and self.s.kinds[k] == "N" and (k not in self.s.governed or self.s.kinds[k - 1] == "C") and k not in self.s.times
            self._finite(m, k if taken and not self._gerund_object(k, m) else None)
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

    def _gerund_object(self, k: int, m: int) -> bool:
        """Whether the noun group before verb m is the object of an -ing form that is its subject: "shelling the hospital was a crime", "arming Norland will", "killing 12 men would", "killing civilians is"; not "fleeing residents say"."""
        s, group = self.s, self.s.groups[k]
        if k - 1 not in self.nonfinite or s.letters[k - 1] != "G" or s.verbs[k - 1].lemma in REPORTS:
            return False
        return group.determiner >= 0 or group.number == group.start or group.name or not s.agrees(k, s.number(m) or "p")

    def _first_subject(self, m: int, groups: list[int]) -> int | None:
        """Which of the noun groups that wait is the subject: the first, or the last behind fronted ones.

        None if the last one and the verb are a relative without pronoun ("the man police arrested was").
        """
        s = self.s
        first, last = groups[0], groups[-1]
        if first == last:
            return first
        k = s.before[m]
        if k == last and last - 1 in groups and s.kinds[last - 1] == "N" and s.finite_ahead(m):
            self.make(m, last, kind=Kind.RELATIVE)
            self.antecedents[m] = last - 1
            self.frame.pending = [p for p in self.frame.pending if p < last]
            return None
        if k == last and self._nominative(k) and s.kinds[k - 1] != "C":
            return k
        if s.kinds[k] == "K" or k == last and self._is_region(last) and self.s.verbs[m].lemma not in REPORTS:
            return first
        if s.kinds[last - 1] == "N" or (s.kinds[last - 1] == "K" and "C" not in s.kinds[first:m]):
            return last
        return first

    def _is_region(self, m: int) -> bool:
        """Whether a name tells in what a place before it lies, without a comma behind it: "a bomb in Brod, Norland killed two"."""
        s = self.s
        return m > 2 and s.kinds[m - 3 : m] == "INK" and s.forms[m - 3] in PLACING and self._name(m) and self._name(m - 2)  # noqa: PLR2004

    def _nominative(self, m: int) -> bool:
        return self.s.sizes[m] == 1 and self.s.forms[m] in NOMINATIVE

    def _further_verb(self, m: int, frame: Frame) -> bool:
        """Give verb m to a clause that has a verb, by the first of ``FURTHER`` that decides; False if that clause has to be left."""
        groups = self._candidates(frame)
        for rule in FURTHER:
            answer = rule(self, m, frame, groups)
            if answer is not None:
                return answer
        return False

    def _said_to_be(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """The antecedent is the subject of what is said of it: "the claim, which they say is true", "what they say is true"."""
        antecedent = frame.antecedent
        if (
            self.s.before[m] != frame.at
            or frame.kind not in (RELATED, QUESTION)
            or not frame.reports
            or antecedent is None
            or frame.subject == antecedent
            or (self._outer_waits() and self.s.outline.find("F", m + 1) < 0)
        ):
            return None
        self.objects.pop(frame.at or 0, None)
        self.open(Frame(COMPLEMENT), m)
        self._finite(m, antecedent)
        self.by_antecedent.add(m)
        return True

    def _joined(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """Behind "and" or ", then" it shares the subject: "took the town and burned it"."""
        k = self.s.before[m]
        if self.s.kinds[k] != "C" and not (self.s.kinds[k] == "K" and "then" in self.s.forms[k + 1 : m]):
            if groups or self._outer_waits():
                return None
            k = self._conjunction(m)
        if k <= (frame.at or 0):
            return None
        if self._belongs_outside(m, frame):
            return False
        self._finite(m, frame.subject)
        frame.pending = []
        return True

    def _harms_on(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """A second verb of harm behind the comma of a relative that tells of harm, as headlines say it: "a shooting that killed a boy, wounded two"."""
        if frame.kind != RELATED or frame.at is None or self.s.kinds[self.s.before[m]] != "K" or self._outer_waits():
            return None
        if groups != [frame.at + 1] or not {self.s.verbs[frame.at].lemma, self.s.verbs[m].lemma} <= HARMS or not self._object_behind(m):
            return None
        self._finite(m, frame.subject)
        frame.pending = []
        return True

    def _awaited(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """A clause outside waits for it; a complement right behind a verb of speech comes first if another verb is left for that."""
        last = self.s.outline.find("F", m + 1) < 0 and self._outer_waits()  # "a man who admitted the raid was jailed"
        told = not last and bool(groups) and (frame.reports and groups[0] - 1 == frame.at or groups[-1] - 1 == frame.latest_at and self.s.verbs[frame.latest_at].lemma in REPORTS)
        return False if frame.kind != MAIN and not told and (self._outer_waits() or self._is_told_of(frame)) else None

    def _is_told_of(self, frame: Frame) -> bool:
        """Whether a relative hangs on the subject of what is said, whose verb is still to come: "said all who signed it could stay"."""
        outer = self.stack[-2] if len(self.stack) > 1 and frame.kind == RELATED and not frame.behind_comma else None
        if outer is None or outer.at is None or not outer.reports or frame.antecedent is None or self.s.verbs[outer.at].lemma in TELLS:
            return False
        return frame.antecedent == outer.at + 1 and frame.antecedent in outer.pending

    def _with_subject(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """A noun group of its own waits for it: "he said the town fell", "they left and the town fell"."""
        k = self.s.before[m]
        if not groups or frame.at is None or self._hangs_on_object(m, k, frame, groups):
            return None
        if self.s.kinds[k] == "K" and not frame.reports and groups[0] == frame.at + 1 and all(self.s.kinds[p - 1] == "V" for p in groups):
            return None  # "stopped a bus carrying miners, vowed revenge and left": its object
        self._complement(m, frame, groups, frame.at)
        return True

    def _after_participle(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """A verb without a passive, or with an object, is finite, and what was taken for the verb before it a participle: "a bomb hidden in a bus exploded"."""
        s, at, before = self.s, frame.at, frame.clause
        if at is None or before is None or s.sizes[m] > 1 or frame.subject is None or s.kinds[frame.subject : at].replace("IN", "") != "N" or s.kinds[s.before[m]] != "N":
            return None
        if s.letters[at] not in "DN" or s.forms[at] in PAST_ONLY or s.sizes[at] > 1 or not (s.kinds[at + 1] == "I" or s.verbs[at].lemma in NAMES and s.kinds[at + 1] == "N"):
            return None
        decides = s.kinds[m + 1] == "V" and s.letters[m + 1] == "t" and s.verbs[m].lemma not in CONTROLS  # "those wanted for murder refused to leave"
        if not (decides or self._equipped(at) or s.verbs[m].lemma in NO_OBJECT or s.forms[m] in PAST_ONLY or self._object_behind(m)):
            return None
        clause = self._finite(m, frame.subject)
        before.kind, before.parent, before.followed, clause.joined, before.verb.passive = Kind.REDUCED, clause, None, None, True
        frame.pending = []
        return True

    def _past_participle(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """A past form without a subject, behind a noun group: a reduced relative; not of a time."""
        s, k = self.s, self.s.before[m]
        if s.letters[m] != "D" or s.sizes[m] > 1 or s.forms[m] in PAST_ONLY or s.kinds[k] != "N" or k <= (frame.at or 0) or k in s.times:
            return None
        self.make(m, k, kind=Kind.REDUCED).verb.passive = True
        return True

    def _listed(self, m: int, frame: Frame, groups: list[int]) -> bool | None:
        """A member of a list of verbs, or what is left over in the outermost clause: it shares the subject."""
        s = self.s
        if self._goes_on_inside(m, frame):
            self._finite(m, frame.subject)
            return True
        behind = s.kinds[m + 1 :]
        listing = s.kinds[s.before[m]] == "K" and frame.subject is not None and ("CV" in behind or "CRV" in behind)
        if not (listing or len(self.stack) == 1 or frame.kind == BRACKET):
            return None
        self._finite(m, frame.subject)
        return True

    def _goes_on_inside(self, m: int, frame: Frame) -> bool:
        """Whether a verb without a noun group of its own belongs to what is told, as the clause around that has its verb: "said the plan they had made was new"."""
        return frame.kind == COMPLEMENT and self.stack[-2].at is not None and self.s.kinds[self.s.before[m]] not in "KCX"

    def _hangs_on_object(self, m: int, k: int, frame: Frame, groups: list[int]) -> bool:
        """Whether a past form behind objects is a participle, but right behind a verb of speech: "left the town held by rebels", "agreed to help men hurt in raids"."""
        s = self.s
        told = REPORTS if self._object_behind(m) else REPORTS - VERB.sees
        objects = all(s.kinds[p - 1] == "V" and not (frame.reports and self.s.verbs[p - 1].lemma in told) for p in groups)
        return objects and bool(groups) and s.letters[m] == "D" and s.sizes[m] == 1 and s.forms[m] not in PAST_ONLY and s.kinds[k] == "N"

    def _belongs_outside(self, m: int, frame: Frame) -> bool:
        """Whether a verb behind "and" is rather joined to a clause further out: by number, by tense, or because no thing speaks."""
        outer = next((other for other in reversed(self.stack[:-1]) if other.at is not None), None)
        if frame.kind not in (RELATED, COMPLEMENT, ADVERBIAL, QUESTION) or outer is None or outer.nonfinite:
            return False
        if self._speaks_behind_comma(m, frame, outer) or self._is_named(frame) or self._goes_on_telling(m, frame, outer):
            return True
        return self._other_number(m, frame, outer) or self._other_tense(m, frame, outer) or self._no_speaker(m, frame, outer)

    def _goes_on_telling(self, m: int, frame: Frame, outer: Frame) -> bool:
        """Whoever tells of a noun and its content tells more: "denied claims that the garrison was lost and said that it held"."""
        return frame.kind == COMPLEMENT and frame.noun is not None and outer.at is not None and {self.s.verbs[outer.at].lemma, self.s.verbs[m].lemma} <= REPORTS

    def _is_named(self, frame: Frame) -> bool:
        """The inner clause stands for what it names: "condemned what he called a raid and vowed to fight"."""
        return frame.kind == QUESTION and frame.at is not None and frame.pronoun is not None and self.s.verbs[frame.at].lemma in NAMES

    def _other_number(self, m: int, frame: Frame, outer: Frame) -> bool:
        """Only the subject of the outer clause agrees with it."""
        s, number = self.s, self.s.number(m)
        if not number or frame.subject is None or outer.subject is None:
            return False
        return not s.agrees(frame.subject, number) and s.agrees(outer.subject, number)

    def _other_tense(self, m: int, frame: Frame, outer: Frame) -> bool:
        """It is past as the outer verb is, the inner one is not, or is further back: "said they would leave and warned", "denied it had lost and accused"."""
        tense, inside, outside = (self.s.verbs[at].status.time if at is not None else Time.NONE for at in (m, frame.at, outer.at))
        before = frame.at is not None and self.s.forms[frame.at] == "had" and self.s.letters[m] == "D" and self.s.verbs[m].lemma in CHARGES
        return tense is Time.PAST and outside is Time.PAST and (inside is not Time.PAST or frame.modal or before)

    def _speaks_behind_comma(self, m: int, frame: Frame, outer: Frame) -> bool:
        """A verb of speech behind ", and" where the inner clause tells no speech: "told why guns were needed, and charged that"."""
        k, verb = self._conjunction(m), self.s.verbs[m]
        if k < 1 or self.s.kinds[k - 1] != "K" or outer.kind != MAIN or frame.at is None or outer.at is None:
            return False
        speaks = verb.lemma in SPEECH and not verb.passive and self.s.letters[m + 1 : m + 2] != "t"  # not "agreed to"
        return speaks and self.s.verbs[frame.at].lemma not in SPEECH and verb.status.time is self.s.verbs[outer.at].status.time

    def _no_speaker(self, m: int, frame: Frame, outer: Frame) -> bool:
        """A verb of speech behind a relative with "that" or "which"."""
        pronoun = frame.pronoun if frame.kind == RELATED and not self.s.verbs[m].passive else None
        return pronoun is not None and self.s.forms[pronoun] in ("that", "which") and self.s.verbs[m].lemma in REPORTS and outer.kind == MAIN

    def _conjunction(self, m: int) -> int:
        """The conjunction left of verb m, over adverbs and prepositional phrases; -1 if there is none."""
        s, k = self.s, m - 1
        while k >= 0:
            kind = s.kinds[k]
            if kind == "C":
                return k
            if not (kind in "RI" or (kind == "N" and k in s.governed) or (kind == "K" and k < m - 1)):
                return -1
            k -= 1
        return -1

    def _complement(self, m: int, frame: Frame, groups: list[int], at: int) -> None:
        """A verb with a noun group of its own behind the verb of its clause: a complement without "that"."""
        s = self.s
        frame.pending = [p for p in frame.pending if p < groups[0]]
        if len(groups) > 1 and s.verbs[at].lemma in TELLS and groups[0] == at + 1:
            groups = groups[1:]  # behind who is told
        if len(groups) > 1 and groups[0] - 1 in self.nonfinite and s.verbs[groups[0] - 1].lemma not in REPORTS:
            groups = groups[1:]  # behind what an infinitive or -ing form takes: "denied hitting the dam and rebels said so"
        subject = self._complement_subject(m, frame, groups)
        joint = self._joint(subject)
        if s.kinds[joint] == "C" or s.kinds[joint] == "K" and frame.kind == MAIN and not frame.reports:
            self._coordinate(m, subject, joint)
            self.around[joint:] = [(other, self.frame.latest) for other, _ in self.around[joint:]]
            return
        if frame.kind != MAIN and not frame.reports and "K" in s.kinds[at:m]:
            self.close(m)
        if subject > groups[0] and s.kinds[subject - 1] == "N" and subject == s.before[m]:
            frame.pending.append(groups[0])
            self.open(Frame(RELATED, subject - 1), subject)  # "believe everything they say"
        else:
            self.open(Frame(COMPLEMENT), self._complement_start(frame, subject))
        self._finite(m, subject)

    def _joint(self, subject: int) -> int:
        """The unit before a subject and what is fronted before it: "and in April Norland withdrew", "but the next day Norland withdrew"."""
        s, k = self.s, self.s.before[subject]
        comma = s.kinds[k] == "K"
        at = k - 1 if comma else k
        while at > 0 and s.kinds[at] == "N" and (at in s.governed and s.kinds[at - 1] == "I" or at in s.times and not (comma and s.before[s.before[at]] in s.times)):
            at = s.before[at - (at in s.governed)]
        at -= s.kinds[at] == "K"
        return at if at < k and s.kinds[at] == "C" else k

    def _coordinate(self, m: int, subject: int, joint: int) -> None:
        """A clause with a subject of its own behind "and"; behind a comma or "but" it is joined to the main clause."""
        s = self.s
        if s.kinds[joint - 1] == "K" or s.forms[joint] == "but":
            while len(self.stack) > 1 and self.frame.kind != BRACKET and self.stack[-2].at is not None:
                self.close(joint)
        self._finite(m, subject)
        self.frame.pending = []

    def _complement_start(self, frame: Frame, subject: int) -> int:
        """The unit that opens a complement without "that": the one behind a verb of speech, else the subject."""
        s, start = self.s, (frame.at or 0) + 1
        if not frame.reports or frame.nonfinite:
            return subject
        while start < subject and (s.kinds[start] in "RK" or s.kinds[start : start + 2] == "IN" and (start + 1 in s.times or s.low[s.ends[start + 1] - 1] in DOCUMENT)):
            start += 1 if s.kinds[start] in "RK" else 2
        return start if s.kinds[start] in "IN" and (start == subject or s.kinds[start] == "I") else subject

    def _complement_subject(self, m: int, frame: Frame, groups: list[int]) -> int:
        """Which group is the subject of the complement: the first, or the one behind a comma or a conjunction that parts clauses."""
        s = self.s
        first, last, k = groups[0], groups[-1], s.before[m]
        subject = next((p for p in reversed(groups[1:]) if self._begins_anew(p, k, frame) or self._speaks_alone(p, k, m)), first)
        opened = s.kinds[subject - 1] == "C" and s.kinds[subject - 2] != "N"  # "he fell and the boy and a man left"
        if (frame.reports or opened) and LAST_OF_LIST.fullmatch(s.kinds, subject + 1, m):  # "said the boy, a man and a woman left"
            while s.kinds[subject - 2 : subject] == "NK" and subject - 2 in groups:
                subject -= 2
            return subject
        alone = last != subject and (self._nominative(last) or not frame.reports and s.kinds[last - 1] == "C")
        apart = last != first and (self._joint(last) < s.before[last] or s.kinds[last - 1] == "N" and last - 1 not in s.times)
        return last if k == last and (alone or apart) else subject

    def _begins_anew(self, p: int, k: int, frame: Frame) -> bool:
        """Whether a clause of its own begins with noun group p: behind a comma that no other follows, or a conjunction that joins no noun groups."""
        s = self.s
        if s.kinds[p - 1] == "R":
            return s.kinds[s.before[p]] == "C"  # "and recently rebels"
        if s.kinds[p - 1] == "C":
            none = s.low[s.starts[p]] == "no" != s.low[s.starts[p - 2]]  # "denied the charge and no group has claimed it"
            return p < 2 or none or s.kinds[p - 2] != "N" or p - 2 <= (frame.at or 0) + 1 and not frame.reports  # noqa: PLR2004
        return s.kinds[p - 1] == "K" and s.kinds[k] != "K"

    def _speaks_alone(self, p: int, k: int, m: int) -> bool:
        """Whether noun group p, set off with a relative or participle of its own, speaks: "shells hit the dam, a nurse, who fled, said"."""
        s = self.s
        return s.verbs[m].lemma in REPORTS and s.kinds[k] == "K" and p + 2 < k and s.kinds[p - 1] + s.kinds[p + 1] == "KK" and s.kinds[p + 2] in "WV"


SPEECH = REPORTS | CHARGES
"""Verbs of whoever speaks."""
HANDLERS: dict[str, Callable[[Clauses, int], None]] = {
    "N": Clauses.noun,
    "A": Clauses.preposition,
    "K": Clauses.comma,
    "X": Clauses.mark,
    ".": Clauses.mark,
    "S": Clauses.subordinator,
    "W": Clauses.wh_word,
    "V": Clauses.verb,
    "F": Clauses.verb,
}
"""What is done at the units of an outline; a governed noun group is passed over."""
HANDLED = re.compile(f"[{''.join(HANDLERS)}]")
LAST_OF_LIST = re.compile("CN(?:IN)*+R*+")
BORDERS = re.compile("[FK.]")
"""Units at which an infinitive or participle may end."""
Further = Callable[[Clauses, int, Frame, list[int]], bool | None]
FURTHER: tuple[Further, ...] = (
    Clauses._said_to_be,  # noqa: SLF001
    Clauses._joined,  # noqa: SLF001
    Clauses._harms_on,  # noqa: SLF001
    Clauses._awaited,  # noqa: SLF001
    Clauses._with_subject,  # noqa: SLF001
    Clauses._after_participle,  # noqa: SLF001
    Clauses._past_participle,  # noqa: SLF001
    Clauses._listed,  # noqa: SLF001
)
"""What a finite verb may be to a clause that has a verb already, in this order."""
