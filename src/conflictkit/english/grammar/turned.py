"""Verbs that stand before their subject, and attributions inside of what they report: questions, "there is", "said X", "in the square stood a tank"."""

from __future__ import annotations

import re

from conflictkit.engine.syntax import Clause, Form, Kind, Mood, Time

from .lists import REPORTS, STANDS, TELLS, VERB
from .openings import BRACKET, COMPLEMENT, MAIN, QUESTION, RELATED, WHOSE, Frame
from .participles import Participles
from .verbs import AUXILIARIES, NEGATES

NEGATIVE = NEGATES | {"only", "rarely", "seldom"}
"""Words that open a clause whose auxiliary stands before its subject: "never before had they left"."""

SPEAKER = re.compile("N(?:IN)*+[ XKW]")
"""A noun group with its phrases that ends the clause or has a relative: "said ONE OF THE MEN, who fled"."""


class Turned(Participles):
    """Finite verbs whose subject is not the noun group that waits before them."""

    def turned(self, m: int) -> bool:
        """Whether finite verb m has its subject behind it, or interrupts what it reports; it is read then."""
        s, frame = self.s, self.frame
        if s.mains[m] in AUXILIARIES and self._question(m) or "e" in s.letters and self._existential(m):
            return True
        if self.s.verbs[m].lemma in REPORTS and (self._interrupts(m) or self._inverted(m) or self._attribution(m)):
            return True
        if frame.reports and self._among(m):
            return True
        return frame.at is None and not frame.pending and frame.kind == MAIN and self._fronted(m)

    def _asked_object(self, m: int) -> None:
        """A question word that is no subject is the object: "what did he say"."""
        if self.frame.kind == QUESTION and self.frame.pronoun is not None:
            self.objects[m] = self.frame.pronoun

    def _finite(self, m: int, subject: int | None) -> Clause:
        """Make verb m, whatever its form, the finite verb of the innermost clause."""
        frame, before = self.frame, self.frame.clause
        frame.latest = before
        clause = self.make(m, subject)
        verb = clause.verb
        if before is not None:
            clause.joined, clause.parent, before.followed = before, before.parent, clause
        else:
            self._first(frame, clause)
        if frame.at in self.by_antecedent and subject == frame.subject:
            self.by_antecedent.add(m)
        if frame.antecedent is not None and frame.kind in (RELATED, WHOSE):
            self.antecedents[m] = frame.antecedent
        if not verb.finite:
            verb.finite = True
            if verb.form is Form.PARTICIPLE:
                verb.form = Form.PAST
            elif verb.form is Form.BASE and verb.status.time is Time.NONE and m not in self.asked:
                verb.status = verb.status._replace(time=Time.PRESENT)
        frame.at, frame.subject, frame.clause = m, subject, clause
        frame.reports, frame.nonfinite, frame.modal = verb.lemma in REPORTS, False, self.s.letters[m] == "M" or self.s.mains[m] == "4"
        if frame.told is not None and frame.reports:
            clause.inserted, clause.complement, frame.told = True, frame.told, None
            self.insertions.append(m)
        return clause

    def _first(self, frame: Frame, clause: Clause) -> None:
        """What is said of a clause by what opens it, interrupts it before its verb and came before that."""
        frame.leading = clause
        if frame.reported_by is not None:
            frame.reported_by.complement = clause
        if frame.opener is not None:
            clause.opener = self.s.words.first[self.s.starts[frame.opener]]
        if not frame.waiting:
            return
        for other in frame.waiting:
            other.parent = clause
            if self._tells(other):
                other.complement = clause
        frame.waiting = []

    def _question(self, m: int) -> bool:
        """An auxiliary alone, then a noun group, then a bare verb or participle: the group is the subject."""
        s = self.s
        tag = s.mains[m]
        k = s.before[m]
        before = "W" if k == self.frame.pronoun else " " if s.forms[self.stack[0].first] in NEGATIVE else s.kinds[k]
        if s.kinds[m + 1] != "N" or s.kinds[m + 2] != "V" or before not in " WKCX":
            return False
        follows = s.letters[m + 2]
        if follows not in ("BNG23P" if tag == "4" else "BNG23") or (follows == "N" and tag == "3" and before not in " W"):
            return False
        if follows in "BP2" or tag in "13":
            while s.forms[self.stack[0].first] in NEGATIVE and len(self.stack) > 1:
                self.close(m)
            self.asked[m + 2] = m + 1
            verb = self.s.verbs[m + 2]
            verb.passive = s.mains[m + 2] in "ND" and (tag in "12" or follows == "2")
            verb.finite = True
            verb.status = self.s.verbs[m].status
            if m and s.forms[m - 1] in ("neither", "nor"):  # "nor did they fire"
                verb.status = verb.status._replace(negated=True)
            if m == 0 and s.forms[m] == "had" and s.kinds.find("K", m) > 0:  # "had they left, ..."
                verb.status = verb.status._replace(mood=Mood.POSSIBLE)
            self.frame.modal = True
            return True
        return False

    def _existential(self, m: int) -> bool:
        """There is: the noun group behind it is the subject."""
        s = self.s
        there = s.before[m]
        if s.mains[m] not in "12" and s.verbs[m].lemma not in VERB.exists or s.kinds[m + 1] == " " or s.kinds[there] != "N" or s.letters[there] != "e":
            return False
        k = s.behind[m]
        for at in range(k, s.size):
            if s.kinds[at] == "N":
                k = at
                break
            if s.kinds[at] not in "IXR":
                break
        if self.frame.reports and self.frame.latest_at == self.frame.at and s.kinds[s.before[there]] not in "CK":
            self.open(Frame(COMPLEMENT), there)  # "said there was no water"
        self._turned(m, k if s.kinds[k] == "N" else None).existential = True
        return True

    def _turned(self, m: int, subject: int | None) -> Clause:
        """A verb that stands before its subject."""
        clause = self._finite(m, subject)
        clause.inverted = True
        self.frame.pending = []
        return clause

    def _attribution(self, m: int) -> bool:
        """X said, behind a comma and with nothing that is said behind it: it reports the clause that it interrupts or follows."""
        s, k = self.s, self.phrase_before(m)
        if not self.may_attribute(m, k):
            return False
        told = next((other.clause or other.told for other in self.stack if other.clause or other.told), None)
        if told is None and s.kinds[m + 1] != "K":
            return False
        if told is not None and s.outline.find("F", m + 1) < 0:
            while self.frame.kind != BRACKET and self.frame.at is not None and self.frame.clause is not told and len(self.stack) > 1:
                self.close(k)
        self.frame.pending = [p for p in self.frame.pending if p < k]
        self._insert(m, k, told)
        return True

    def may_attribute(self, m: int, k: int) -> bool:
        """Whether noun group k waits behind a comma or quote mark and nothing is said behind its verb m; not where "who", or "that", waits for a verb."""
        s, frame = self.s, self.frame
        opened = frame.kind == RELATED or frame.kind == COMPLEMENT and frame.opener is not None and frame.at is None
        return not opened and k in frame.pending and (s.kinds[k - 1] == "K" or s.quote_at(k)) and s.nothing_said(m)

    def _interrupts(self, m: int) -> bool:
        """Said X, between commas that part a subject without further commas and its verb: "the rebels, said the governor, left"."""
        s, frame = self.s, self.frame
        if frame.at is not None or frame.kind == RELATED or s.kinds[m - 1 : m + 3] != "KVNK" or not s.finite_ahead(m + 2):
            return False
        if len(frame.pending) != 1 or s.kinds[frame.pending[0] : m - 1].strip("NI"):
            return False
        self._insert(m, m + 1, None)
        return True

    def _insert(self, m: int, subject: int, told: Clause | None) -> None:
        """An attribution in the midst of what it reports: the clause told, else the one that is still to come."""
        frame, latest = self.frame, self.frame.latest
        clause = self.make(m, subject, kind=Kind.MAIN)
        clause.parent, clause.inserted, clause.complement = None, True, told
        self.insertions.append(m)
        frame.latest = latest
        if told is None:
            frame.reported_by = clause

    def phrase_before(self, m: int) -> int:
        """The noun group that heads the phrase before verb m: "mayor" of "the mayor of the town said", "officials" of "officials and residents said"."""
        s, k = self.s, self.s.before[m]
        if k > 2 and s.kinds[k - 3 : k + 1] == "NKNK" and self._name(k - 3) != self._name(k - 1):  # noqa: PLR2004 - "the director, Omar Tal, said"
            k -= 3
        while k > 1 and s.kinds[k - 2 : k] in ("NI", "NC"):
            k -= 2
        return k

    def _fronted(self, m: int) -> bool:
        """A prepositional phrase opens the sentence, a verb of place or a passive and a noun group follow: "in the square stood a tank"; or a participle: "killed were two men"."""
        s, frame = self.s, self.frame
        if m + 1 not in s.bare or m + 1 in s.times:
            return False
        verb = self.s.verbs[m]
        placed = s.kinds[frame.first] in "IR" and (verb.passive or verb.lemma in STANDS) and any(p in s.governed for p in range(frame.first, m))
        if not placed and not (verb.lemma == "be" and not verb.passive and frame.waiting and frame.waiting[-1].verb.passive and s.kinds[s.before[m]] != "K"):
            return False
        self._turned(m, m + 1)
        return True

    def _among(self, m: int) -> bool:
        """Behind a verb of speech, or whom it tells, a phrase with "among" stands before what is said of it: "said among the dead were two children"."""
        s, k = self.s, self.s.before[m]
        at, start = self.frame.at, s.governed.get(k, 0)
        if at is None or m + 1 not in s.bare or s.forms[start] != "among" or s.verbs[m].lemma != "be":
            return False
        if s.before[start] != at and (s.verbs[at].lemma not in TELLS or not self.frame.pending):
            return False
        self.open(Frame(COMPLEMENT), start)
        self._turned(m, m + 1)
        return True

    def _inverted(self, m: int) -> bool:
        """Said X, behind a quote or a comma: the noun group behind the verb is the subject."""
        s = self.s
        if s.mains[m] not in "DZPN" or s.verbs[m].lemma in VERB.received or m + 1 not in s.bare or not self._may_be_inverted(m) or s.finite_follows(m + 1):
            return False
        while len(self.stack) > 1 and self.frame.kind != BRACKET:
            self.close(m)
        told = self.frame.clause or self.frame.told or self._cut_short()
        clause = self._turned(m, m + 1)
        if clause.joined is not None:
            clause.joined.followed = None
            clause.joined = None
        clause.inserted, clause.complement = told is not None, told
        self.insertions.append(m)
        return True

    def _cut_short(self) -> Clause | None:
        """A passive without its "was", where no finite verb came: "12 killed in a raid, says the governor"."""
        clause = next((clause for clause in self.frame.waiting if clause.kind is Kind.REDUCED and clause.verb.passive), None)
        if clause is not None:
            self.frame.waiting.remove(clause)
            clause.kind = Kind.MAIN
        return clause

    def _may_be_inverted(self, m: int) -> bool:
        """Whether a quote, a comma with nothing that waits, or the beginning of the sentence stands before a verb of speech."""
        s, frame = self.s, self.frame
        if m == 0:
            return s.kinds[m + 2] in "KX"
        k = s.before[m]
        singular = s.number(m) == "s"  # "the army say" is a plural of sense
        behind = any((frame.at is None or p > frame.at) and (not singular or s.agrees(p, "s")) for p in frame.pending)
        quoted = s.quote_at(m) or (s.kinds[k] == "K" and s.quote_at(k))
        if quoted:
            return not (behind and s.kinds[k] == "N")
        ends = frame.at is not None and s.sizes[m] == 1 and SPEAKER.match(s.kinds, m + 1) is not None
        return s.kinds[k] == "K" and (not behind or ends) and not self._outer_waits()
