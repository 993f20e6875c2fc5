"""Infinitives, base forms and participles: which of them are finite verbs of a clause that needs one, and what the others hang on."""

from __future__ import annotations

import re
from collections.abc import Callable

from conflictkit.engine.syntax import Form, Kind, Time

from .lists import CONTROLS, DOCUMENT, DONE_TO, EQUIPS, GIVES, HARMS, HELD, LETS, MEETINGS, MEETS, NAMES, NO_OBJECT, PARTITIVE, REPORTS, TELLS, VERB
from .openings import ADVERBIAL, BRACKET, COMPLEMENT, MAIN, RELATED, Frame, Openings
from .repair import HURT

SEVERAL = frozenset("all both few half many most others rest several some these those".split())
"""Words that stand alone for more than one."""
PHRASES = re.compile("(?:(?:R*+I[RI]*+(?:N(?:[CK]N)*+|VN?))++R*+|R++)[FV]")
"""Prepositional phrases, of nouns or of doing something, or adverbs, and the verb behind them."""
SUBJECT = re.compile("(?:R*+N)?(?:R*+I[RI]*+N)*+R*+F")
"""What an -ing form that is a subject takes, and the finite verb behind that: "said SHELLING the hospital WAS a crime"."""
ATTRIBUTION = re.compile("[^FSWCAK.]*+K(?:R*+N(?:IN)*+(?:KN(?:IN)*+K)?+R*+F(?!R*+(?:IN)*+K[^.]*F)|F(?=R*+N(?:[IC]N)*+(?!R*+KR*+F)))")
"""Who says what stands before the comma: ", the mayor of Brod said", ", said the mayor"; not within what is said: "the men, he said, fled"."""
LAST = re.compile("[RIN]*+K?CR*+V")
"""What stands behind one participle of a list, and the last one."""
BEING = re.compile("VN(?:[CK]N)*+(?:R*+I[RI]*+N)*+R*+V")
"""An infinitive, what it takes, and the verb behind them: "gunmen suspected TO BE BANDITS KILLED two men"."""


MARKED = VERB.finds | EQUIPS | (CONTROLS - VERB.wants)
"""Verbs whose participle may be told by what stands behind it."""


class Participles(Openings):
    """Verbs without a subject of their own, and how to tell that a participle or base form is a finite verb after all."""

    def finite_verb(self, m: int) -> None:
        """Give verb m, whatever its form, a subject."""
        raise NotImplementedError

    def _done_by(self, m: int) -> bool:
        """Whether a past form is a participle: with an agent, and no clause that waits for it, or in an absolute construction ("with Norland set to win")."""
        s, k, waits = self.s, self.s.behind[m], self.frame.waits()
        if not waits and self._is_absolute(m) or self._set_off(m) or s.verbs[m].lemma in MARKED and self._is_marked(m):
            return True
        if k in s.times and k in s.bare:
            k = s.behind[k]
        if waits and not s.finite_before(m, "K"):
            return False
        return k + 1 < s.size and s.forms[k] == "by" and s.kinds[k + 1] == "N" and k + 1 not in s.times and s.mains[m] == "D"

    def _is_marked(self, m: int) -> bool:
        """Whether what stands behind a past form tells that it is a participle, and the verb of its subject comes before the next comma."""
        return (self._left_as(m) or self._sent_to(m) or self._equipped(m)) and (self.s.finite_before(m, "K") or self._decides_ahead(m))

    def _left_as(self, m: int) -> bool:
        """Whether it tells in what state somebody is held or found, and has no object: "farmers held hostage", "a man found dead"."""
        s = self.s
        if s.verbs[m].lemma not in VERB.finds or s.mains[m] not in "DN":
            return False
        if s.low[s.ends[m] - 1] == "dead":  # "shot dead"
            return s.kinds[m + 1] != "N"
        if s.kinds[m + 1] == "N":
            return s.forms[m + 1] in HELD and s.starts[m + 1] == s.ends[m + 1] - 1
        return s.kinds[m + 1] == "X" and s.letters[m + 1] == "j" and s.kinds[m + 2] != "N"

    def _sent_to(self, m: int) -> bool:
        """Whether it stands before what somebody is made to do, with nobody who is: "troops sent to guard a bridge"; not "asked to leave", which he himself may have done."""
        s = self.s
        return s.verbs[m].lemma in CONTROLS - VERB.wants and s.kinds[m + 1] == "V" and s.letters[m + 1] == "t"

    def _decides_ahead(self, m: int) -> bool:
        """Whether a past form with an infinitive that its subject does comes before the next comma: "troops sent to Brod threatened to strike"."""
        s = self.s
        ahead = range(m + 1, s.kinds.find("K", m) if "K" in s.kinds[m:] else s.size)
        return any(s.letters[k] == "N" and s.kinds[k + 1] == "V" and s.letters[k + 1] == "t" and s.verbs[k].lemma not in CONTROLS for k in ahead if s.kinds[k] == "V")

    def _set_off(self, m: int) -> bool:
        """Whether a past form without an object stands between commas, or before a comma, in a clause whose verb comes behind: "asked about it, Rask left", "Rask, asked about it, left"."""
        s, frame, k = self.s, self.frame, self.s.before[m]
        if frame.at is not None or frame.kind != MAIN or s.sizes[m] > 1 or self._object_behind(m):
            return False
        comma = s.kinds.find("K", m + 1)
        if comma < 0 or "." in s.outline[m:comma]:
            return False
        if frame.pending:
            return s.kinds[k] == "K" and k - 1 == frame.pending[-1] and s.outline[s.behind[comma]] == "F"
        return not s.kinds[frame.first : m].strip("CR") and s.kinds[comma + 1] == "N" and s.finite_follows(comma + 1)

    def _is_absolute(self, m: int) -> bool:
        """Whether it is the participle of an absolute construction, "with two bridges destroyed", where nothing waits for a verb."""
        s, k = self.s, self.s.before[m]
        return k > 0 and s.kinds[k - 1 : k + 1] == "IN" and k in s.governed and s.forms[k - 1] == "with" and s.sizes[m] == 1

    def _made_to(self, m: int) -> bool:
        """Whether a bare infinitive stands behind "make" and its object: "made them leave"."""
        k = self.s.before[m]
        return k > 0 and self.s.kinds[k] == "N" and self.s.kinds[k - 1] == "V" and self.s.verbs[k - 1].lemma in LETS

    def _gerund_subject(self, m: int) -> int | None:
        """The subject of an infinitive or -ing form: "for troops to leave", "with troops leaving", "despite it being closed"."""
        s, k = self.s, self.s.before[m]
        if k <= 0 or s.kinds[k] != "N":
            return None
        group, before = s.groups[k], s.forms[k - 1]
        if s.letters[m] == "t":
            return k if before == "for" else None
        named = k in s.governed and (group.pronoun or s.letters[m] == "2") and s.letters[m] in "G2"
        absolute = before == "with" and s.letters[m] == "G" and not self._meets_with(k - 1)
        return k if absolute or named else None

    def _meets_with(self, k: int) -> bool:
        """Whether the verb of a clause, or the noun before "with" at unit k, asks for "with": "met on Monday with rebels holding the town", "talks with rebels holding it"."""
        s, at = self.s, self.frame.at
        met = k > 0 and s.kinds[k - 1] == "N" and s.last(k - 1) in MEETINGS
        return met or at is not None and s.verbs[at].lemma in MEETS and s.kinds[k - 1] != "K"

    def _unfinished(self, m: int, subject: int | None = None) -> None:
        """An infinitive, gerund or imperative: it has no subject of its own."""
        kind = Kind.PARTICIPLE if self.s.letters[m] in "G23" else Kind.INFINITIVE
        k = self.s.before[m]
        at = self.frame.at
        if at is not None and k == at and self.frame.reports and self.s.letters[m] == "G" and not self._outer_waits() and SUBJECT.match(self.s.outline, m + 1):
            self.open(Frame(COMPLEMENT), m)
        if at is not None and subject is None and self._goes_on(m, k, at):
            self.finite_verb(m)
            self.s.verbs[m].status = self.s.verbs[at].status
            return
        aside = self.s.kinds[k] == "K" or self.s.kinds[k] == "S" and self.s.forms[k] == "while"
        if kind is Kind.PARTICIPLE and self.s.verbs[m].lemma in REPORTS and aside and self.stack[0].reports:
            while len(self.stack) > 1 and self.frame.kind in (COMPLEMENT, RELATED, ADVERBIAL):
                self.close(m)
        self.make(m, subject, kind=kind)
        self.nonfinite.add(m)
        self.frame.nonfinite = True

    def _goes_on(self, m: int, k: int, at: int) -> bool:
        """Whether an -ing form behind "and" shares the auxiliary of the verb before it: "are shelling the town and advancing"."""
        s = self.s
        return s.letters[m] == "G" and s.kinds[k] == "C" and s.mains[at] == "G" and s.sizes[at] > 1 and self.frame.latest_at == at

    def _base(self, m: int) -> None:
        """A base form: shares the subject behind a modal and "and", is present tense behind a plural, else an infinitive or imperative."""
        s = self.s
        k = s.before[m]
        kind = s.kinds[k]
        if kind == "C":
            host = self._host_of_base()
            if host is None:
                self._unfinished(m)
                return
            while self.frame is not host:
                self.close(m)
            if self._plural_present(host.at or 0):
                self.finite_verb(m)
            else:
                clause, before = self.make(m, host.subject), host.clause
                if before is not None:
                    clause.joined, before.followed = before, before.followed or clause
        elif self._plural_waits(m, k) or self._demanded(k):
            self.finite_verb(m)
        else:
            self._unfinished(m)

    def _demanded(self, k: int) -> bool:
        """Whether a noun group waits behind "that" for a base form: "demanded that the mayor resign"."""
        s, frame = self.s, self.frame
        return frame.kind == COMPLEMENT and frame.opener is not None and s.forms[frame.opener] == "that" and frame.at is None and k in frame.pending

    def _host_of_base(self) -> Frame | None:
        """The clause that a base form behind "and" belongs to: the innermost with a modal verb or a plural present; none behind an infinitive."""
        for frame in reversed(self.stack):
            if frame.nonfinite or frame.kind == BRACKET:
                return None
            if frame.at is not None and (frame.modal or self._plural_present(frame.at)):
                return frame
        return None

    def _plural_present(self, m: int) -> bool:
        """Whether verb m is a present tense of the plural, as a base form behind "and" would be: "are outgunned and go unpaid"."""
        return self.s.number(m) == "p" and self.s.verbs[m].status.time is Time.PRESENT

    def _plural_waits(self, m: int, k: int) -> bool:
        """Whether a plural noun group waits for a verb, so that the base form is a present tense."""
        s, frame = self.s, self.frame
        if frame.at is not None:
            return False
        plural = any(map(self._is_several, frame.pending))
        if s.kinds[k] == "K":
            return plural and not {"V", "K"}.isdisjoint(s.kinds[frame.pending[0] : k])
        return s.kinds[k] == "N" and not frame.nonfinite and (k in frame.pending or k in s.governed) and plural

    def _is_several(self, p: int) -> bool:
        """Whether a noun group may have a verb in the plural: a plural, a pronoun, a name, a number, persons by a trait ("the wounded", "the rest")."""
        s = self.s
        last = s.ends[p] - 1
        tag, group = s.tags[last], s.groups.get(p)
        if tag == "q":
            return s.low[last] not in ("one", "1")
        return tag in "sop" or s.forms[p] in SEVERAL or s.low[last] in SEVERAL or group is not None and group.determiner >= 0 and (tag in "jN" or s.low[last] in HURT)

    def _participle(self, m: int) -> None:
        """A bare participle: the verb of a clause that waits for one or shares its subject, else a reduced relative on the noun group before it."""
        s, frame = self.s, self.frame
        k = s.before[m]
        kind = s.kinds[k]
        if (frame.waits() or not self._is_absolute(m)) and self._active(m, k) or (s.sizes[m] == 1 and self.s.verbs[m].lemma in NO_OBJECT and not self._done_by_somebody(m)):
            self.finite_verb(m)
            return
        subject, listed = None, False
        if kind == "N":
            subject = s.with_whom(k)
        elif kind == "K" and s.kinds[k - 1] == "N" and not (listed := self._in_list_of_passives(m, k)):
            subject = self._renamed(k - 1)
        elif kind == "C" or listed:
            subject = frame.subject
        verb = self.s.verbs[m]
        verb.passive, verb.finite, verb.form = True, False, Form.PARTICIPLE
        self.make(m, subject, kind=Kind.REDUCED if subject is not None and kind != "C" and not listed else Kind.PARTICIPLE)

    def _done_by_somebody(self, m: int) -> bool:
        """Whether "by" and no number stands behind a verb, and no relative waits for it: "remarks echoed by the mayor", not "prices that rose by two marks", "who fell by the river"."""
        s = self.s
        by = s.forms[m + 1 : m + 2] == ["by"] and s.kinds[m + 2] == "N" and s.letters[m + 2] not in "q$"
        return by and not (self.frame.kind == RELATED and self.frame.waits())

    def _in_list_of_passives(self, m: int, k: int) -> bool:
        """Whether it is one of three passives of one subject, behind the phrase of the first: "was taken to Brod, beaten and killed"."""
        s, at = self.s, self.frame.at
        if at is None or not s.verbs[at].passive or k - 1 not in s.governed:
            return False
        last = LAST.match(s.kinds, m + 1)
        return last is not None and s.letters[last.end() - 1] in "ND"

    def _active(self, m: int, k: int) -> bool:
        """Whether the form of a bare participle is a past tense here (see ``ACTIVE``); never with "by" behind it or in a bracket."""
        s = self.s
        if s.mains[m] != s.letters[m] or s.letters[m] == "D" or self.frame.kind == BRACKET or (m + 1 < s.size and s.forms[m + 1] == "by"):
            return False
        return any(rule(self, m, k) for rule in ACTIVE)

    def _opens_attribution(self, m: int, k: int) -> bool:
        """It opens the sentence before who says it: "Said Lee: ..."."""
        return m == 0 and self.s.verbs[m].lemma in REPORTS and 1 in self.s.bare and self.s.kinds[2] in "KX"

    def _announces(self, m: int, k: int) -> bool:
        """It stands before a quote, behind whoever speaks, or with him between commas or behind "as": "Officials warned, “...", "the dam, officials warned, is gone"."""
        s = self.s
        if s.verbs[m].lemma in REPORTS and k in s.bare and s.kinds[m + 1] == "K" and (s.kinds[k - 1] == "K" or s.forms[k - 1] == "as"):
            return True
        comma, waits = s.kinds.find("K", m + 1), self._outer_waits() if self.frame.at is not None else bool(self.frame.pending)
        if not waits or s.kinds[k] not in "NKV" or s.verbs[m].lemma not in REPORTS or comma < 0:
            return False
        return comma + 1 in s.quoted and not s.kinds[m + 1 : comma].strip("NIR")

    def may_attribute(self, m: int, k: int) -> bool:
        """Whether noun group k speaks by verb m behind what it tells."""
        raise NotImplementedError

    def phrase_before(self, m: int) -> int:
        """The noun group that heads the phrase before verb m."""
        raise NotImplementedError

    def _attributes(self, m: int, k: int) -> bool:
        """It tells who says what stands before the comma, with nothing told behind it: "the talks failed, the head of the guild, Omar Tal, admitted", "..., a clerk who fled admitted"."""
        s, frame = self.s, self.frame
        if s.verbs[m].lemma not in REPORTS or s.finite_ahead(m):
            return False
        if frame.kind == RELATED and s.kinds[k] in "VN" and frame.antecedent is not None:
            return frame.at is not None and s.kinds[frame.antecedent - 1] == "K" and "K" not in s.kinds[frame.antecedent : m] and self.stack[-2].at is not None and s.nothing_said(m)
        return s.kinds[k] == "K" and self.may_attribute(m, self.phrase_before(m))

    def _object_behind(self, m: int) -> bool:
        """Whether an object stands behind a participle, which a passive could not have."""
        verb = self.s.verbs[m]
        return m + 1 in self.s.bare and m + 1 not in self.s.times and (verb.particle >= 0 or verb.lemma not in GIVES | NAMES) and not self._left_as(m)

    def _needed(self, m: int, k: int) -> bool:
        """Its clause waits for a verb, and no other one comes: "the troops advanced"."""
        s, frame = self.s, self.frame
        inserted = s.kinds[k] == "K" and bool(frame.pending) and "K" in s.kinds[frame.pending[0] : k]
        reduced = k in self.made and self.made[k].kind is Kind.REDUCED  # "guards posted there killed two men"
        doing = s.kinds[k - 1 : k + 1] == "IV" and s.letters[k] == "G"  # "the men accused of spying held a rally"
        if self._left_so(m, k) or not (inserted or reduced or doing or s.kinds[k] in "N X") or not (frame.waits() or self._waits_again(frame)):
            return False
        if min(s.bare, default=m) >= m or self._in_apposition(m, k) or self._of_part(k):
            return False
        if (frame.kind == COMPLEMENT and frame.noun is not None or frame.kind == RELATED and k in frame.pending) and self._told_of_noun(m):
            return True
        return self._object_behind(m) or not (self._active_follows(m) or (s.finite_ahead(m) and not self._attributed(m) if frame.kind == MAIN else s.finite_before(m, "K")))

    def _told_of_noun(self, m: int) -> bool:
        """Whether what a relative or "that" hangs on waits for the one verb ahead: "the town that rebels held in May was quiet", "those whom they trained are here"."""
        return self._outer_waits() and self.s.one_finite_ahead(m)

    def _attributed(self, m: int) -> bool:
        """Whether the finite verb ahead only tells who says it: "troops fired on the crowd, police said"; not of what is done to somebody, as headlines tell it."""
        s, found = self.s, ATTRIBUTION.match(self.s.outline, m + 1)
        at = found.end() - 1 if found else 0
        return at > 0 and s.verbs[at].lemma in REPORTS and s.letters[at] == "D" and s.verbs[m].lemma not in DONE_TO and s.nothing_said(at)

    def _in_apposition(self, m: int, k: int) -> bool:
        """Whether it is told of an apposition, behind which the verb comes: "Rask, a miner uprooted when the guild came, said"."""
        s, pending = self.s, self.frame.pending
        return bool(pending) and s.kinds[k] == "N" and "K" in s.kinds[pending[0] : k] and s.finite_after_clause(m)

    def _of_part(self, k: int) -> bool:
        """Whether it tells of a part, between commas, of what waits: "two men, one of them masked, fled"."""
        pending = self.frame.pending
        return self.s.forms[k] in PARTITIVE and self.s.kinds[max(k - 3, 0) : k] == "KNI" and bool(pending) and pending[0] < k - 2

    def _active_follows(self, m: int) -> bool:
        """Whether only phrases, or "to be" with its noun, stand before another participle that has an object, or behind what is equipped: "a statement issued on Sunday accused the rebels"."""
        if self.s.verbs[m].lemma in NAMES and m + 1 in self.s.bare and self.s.kinds[m + 2] == "V":
            return True  # "a man named Omar warned"
        pattern = BEING if self.s.low[self.s.starts[m] + 1 :][:2] == ["to", "be"] else PHRASES
        found = pattern.match(self.s.outline, m + 1)
        at = found.end() - 1 if found else m
        return at > m and self.s.letters[at] in "ND" and (self._object_behind(at) or self._equipped(m))

    def _equipped(self, m: int) -> bool:
        """Whether it tells what something holds: "a truck packed with explosives"."""
        return self.s.verbs[m].lemma in EQUIPS and self.s.forms[m + 1 : m + 2] == ["with"]

    def _without_pronoun(self, m: int, k: int) -> bool:
        """Its subject stands right behind the noun group that it is told of, and that one's verb comes: "the guards the army trained fled"."""
        s, frame = self.s, self.frame
        if s.kinds[k - 1 : k + 1] != "NN" or k in s.times or not {k - 1, k} <= {*frame.pending} or self._object_behind(m) or not s.finite_ahead(m):
            return False
        return frame.at is None or k - 2 != frame.at or s.verbs[frame.at].lemma not in GIVES | TELLS  # "told the agency aid sent to Brod was lost"

    def _needed_outside(self, m: int, k: int) -> bool:
        """The clause outside waits for a verb, and no other one comes: "the letter that he wrote named two men", "the men who held the town fled"."""
        s, frame = self.s, self.frame
        if frame.subject is None or not self._outer_waits() or s.finite_ahead(m) and not (self._attributed(m) or s.verbs[m].lemma in REPORTS and s.kinds[m + 1] == "S"):
            return False
        return s.kinds[k] in "VI" or s.kinds[k] == "N" and frame.kind == RELATED and frame.at is not None and "K" not in s.kinds[frame.at : m]

    def _joins_active(self, m: int, k: int) -> bool:
        """It is joined to an active verb: "shelled the town and wounded two men"."""
        s, frame = self.s, self.frame
        if frame.at is None or frame.subject is None or self.s.verbs[frame.at].passive:
            return False
        if s.kinds[k] == "K":
            latest = frame.latest
            listed = s.kinds[m + 1 : m + 3] == "CV" and not (latest is not None and latest.verb.passive)
            return self._object_behind(m) or listed
        joined = self.made.get(s.before[k])
        return s.kinds[k] == "C" and (joined is None or not joined.verb.passive or self._object_behind(m))

    def _begins_clause(self, m: int, k: int) -> bool:
        """It has an object, and its subject stands behind a conjunction: "left over the raid and the guards set up a post"."""
        return self.s.kinds[k - 1 : k + 1] == "CN" and self._object_behind(m)

    def _told_active(self, m: int, k: int) -> bool:
        """It is the verb of what is said: "he said the museum closed"."""
        s, frame = self.s, self.frame
        at = frame.at
        if at is None or not frame.reports or frame.nonfinite or s.kinds[k] != "N" or s.outline[k - 1] == "A":
            return False
        if not self._object_behind(m) and (self.s.verbs[at].lemma in VERB.sees or k in s.governed and s.last(k) in DOCUMENT) or self._equipped(m):
            return False
        return bool(frame.pending) and frame.pending[-1] > at and not s.finite_before(m, "KC")

    def _said_of(self, m: int, k: int) -> bool:
        """It is what is said of an antecedent: "the raid, which the army says killed two"."""
        return self.frame.kind == RELATED and self.frame.reports and k == self.frame.at and self._object_behind(m)

    def _waits_again(self, frame: Frame) -> bool:
        """Whether a clause that has its verb is followed by "and" and a noun group that waits for another one."""
        s, at = self.s, frame.at
        return at is not None and any(p > at + 1 and s.kinds[p - 1] == "C" and s.kinds[p - 2] != "N" for p in frame.pending)

    def _left_so(self, m: int, k: int) -> bool:
        """Whether it tells how somebody was left: "left two dead and ten wounded"."""
        s = self.s
        return k > 1 and s.kinds[k - 1] == "C" and s.letters[k - 2] == "j" and self.s.verbs[m].lemma in HARMS and not self._object_behind(m)

    def _renamed(self, m: int) -> int:
        """The noun group that a participle behind a comma is told of: "X" of "X of Y", of "X, Y," and of "the film Y"."""
        s = self.s
        while m > 1:
            if s.kinds[m - 1] == "I" and s.forms[m - 1] == "of" and s.kinds[m - 2] == "N":
                m -= 2
            elif s.kinds[m - 2 : m] == "NK" and self._name(m) != self._name(m - 2):
                m -= 2
            else:
                break
        return m


ACTIVE: tuple[Callable[[Participles, int, int], bool], ...] = (
    Participles._opens_attribution,  # noqa: SLF001
    Participles._announces,  # noqa: SLF001
    Participles._attributes,  # noqa: SLF001
    Participles._needed,  # noqa: SLF001
    Participles._without_pronoun,  # noqa: SLF001
    Participles._needed_outside,  # noqa: SLF001
    Participles._joins_active,  # noqa: SLF001
    Participles._said_of,  # noqa: SLF001
    Participles._begins_clause,  # noqa: SLF001
    Participles._told_active,  # noqa: SLF001
)
"""Why a bare participle is a past tense."""
