"""Which noun group hangs on which: "of", what stands between a subject and its verb, lists, appositions, relatives; and how far each reaches."""

from __future__ import annotations

import re

from conflictkit.engine.syntax import Clause, Kind, NounGroup

from .clauses import Clauses
from .lists import DAYS, LEAVES, PERSONS, VAGUE_NUMERALS
from .openings import Frame
from .ruleset import PLACE
from .sentence import DASHES, Sentence

JOINS = re.compile("(?<=N)I(?=N)|(?<=[NKX])C(?=R*N)|(?<=N)K(?=N)")
"""Units that may join noun groups: "of", conjunctions, commas."""


class Phrases:
    """The phrases of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.s: Sentence
        self.c: Clauses
        self.c, self.s = clauses, clauses.s
        self.subjects: dict[int, int] = {subject: m for m, subject in reversed(clauses.led)}
        """Noun groups that are a subject, and their first verb."""
        self.hung: set[int] = set()
        """Noun groups on which others hang, and members of lists."""

    def hang(self) -> None:
        """Prepositional phrases on nouns, lists and appositions."""
        s = self.s
        kinds, first, starts = s.kinds, s.words.first, s.starts
        for m, start in s.governed.items():
            s.groups[m].preposition = first[starts[start]]
        for found in JOINS.finditer(kinds):
            m = found.start()
            kind = kinds[m]
            if kind == "I":
                if s.forms[m] == "of" and m + 1 in s.governed and s.last(m - 1) not in DAYS:  # "died on Friday of wounds"
                    self._on(m + 1, m - 1)
            elif kind == "C":
                self._list(m)
            else:
                self._apposition(m)
        for subject, verb in self.subjects.items():
            if verb - subject > 2:  # noqa: PLR2004 - a preposition or mark and a noun group
                self._between(subject, verb)

    def _on(self, m: int, k: int) -> None:
        """Let noun group m hang on noun group k."""
        group, head = self.s.groups[m], self.s.groups.get(k)
        if head is not None and group.hangs_on is None:
            group.hangs_on = head
            head.phrases += (group,)
            self.hung.add(k)

    def _between(self, subject: int, verb: int) -> None:
        """What stands between a subject, or the list that it opens, and its verb hangs on the group before it; a time tells when the verb holds."""
        s, k = self.s, subject + 1
        listed = s.groups[subject].members if subject in s.groups else ()
        while k + 1 < verb and s.kinds[k + 1] == "N" and (s.kinds[k] == "I" or s.kinds[k] in "KC" and s.groups[k + 1] in listed):
            if s.kinds[k] == "I" and k + 1 not in s.times:
                self._on(k + 1, k - 1)
            k += 2

    def _list(self, m: int) -> None:
        """The members of a list around the conjunction m."""
        s = self.s
        last = s.behind[m]
        k = self._member_before(m)
        if k not in s.groups or last not in s.groups or self._opens_clause(m, last) or self._is_gapped(k, last):
            return
        members = [last, self._parallel(k, last, closed=s.kinds[m - 1] == "K")]
        k = members[-1]
        while k > 1 and k not in self.subjects and s.kinds[k - 1] == "K" and s.kinds[before := self._member_before(k)] == "N" and before not in s.times and (before not in self.subjects or k == members[1]):
            k = self._parallel(before, last, closed=True)
            members.append(k)
        found = tuple([s.groups[at] for at in reversed(members)])
        for group in found:
            group.members = found
        self.hung.update(members)

    def _is_gapped(self, k: int, last: int) -> bool:
        """Whether a bare numeral behind a phrase stands for more of those counted before, with a phrase of its own: "ten died in Brod and two in Tarn"."""
        s = self.s
        bare = s.sizes[last] == 1 and s.groups[last].number == s.groups[last].head
        return bare and k in s.governed and s.forms[k - 1] != "of" and not self._is_counted(k) and s.kinds[last + 1] == "I" and s.forms[last + 1] != "of"

    def _member_before(self, m: int) -> int:
        """The noun group before a comma or conjunction, over a bracket with a single noun group: "the Free Army (FA) and", "Ruiz (34), and"."""
        s = self.s
        k = m - 1 if s.kinds[m - 1] != "K" else m - 2
        return k - 3 if s.kinds[max(k - 3, 0) : k + 1] == "NXNX" and s.forms[k] == ")" else k

    def _opens_clause(self, m: int, last: int) -> bool:
        """Whether the noun group behind "and" is the subject of a clause of its own; not "left two men and a boy wounded"."""
        verb = self.subjects.get(last, -1)
        left = verb == last + 1 and self.s.kinds[m - 2 : m] == "VN" and self.c.made[m - 2].verb.lemma in LEAVES and self.c.made[verb].kind is Kind.REDUCED
        return verb > m and self.c.around[m][0].at is not None and not left

    def _parallel(self, k: int, last: int, *, closed: bool) -> int:
        """The group that a later member is joined to: the nearest, or the one it hangs on if that is more alike, or as much where a comma closes it."""
        s = self.s
        other = s.groups[last]
        best, likeness = k, -1
        while k >= 0:
            group = s.groups[k]
            alike = 2 * (group.name == other.name) + (group.plural == other.plural) + (_is_told_which(group) == _is_told_which(other)) + 2 * (self._is_counted(k) and self._is_counted(last))
            if alike > likeness or closed and alike == likeness:
                best, likeness = k, alike
            before = s.groups.get(k - 2)
            if before is None or s.kinds[k - 1] != "I" or group.hangs_on is not before and not self._counts(before, group, other):
                break
            k -= 2
        return best

    def _is_counted(self, k: int) -> bool:
        """Whether a noun group has a numeral, or opens with a vague one: "thousands of athletes", "several women"."""
        return self.s.groups[k].number >= 0 or self.s.low[self.s.starts[k]] in VAGUE_NUMERALS

    @staticmethod
    def _counts(group: NounGroup, inner: NounGroup, other: NounGroup) -> bool:
        """Whether two counted groups stand around one that hangs on the first: "four men from Brod and two women", not "two in Brod and three in Lenz"."""
        return group.number >= 0 > inner.number and 0 <= other.number < other.head and not other.time

    def _apposition(self, m: int) -> None:
        """A noun group behind a comma renames the one before it if one of them is a name and the insertion ends at a comma or stop."""
        s = self.s
        first, second = s.groups[m - 1], s.groups[m + 1]
        leads = m + 1 in self.subjects
        if leads and not self._is_bare(m) or not self._may_rename(first, second, s.kinds[m + 2] == "I"):
            return
        k = m + 2
        while s.kinds[k] == "I" and s.kinds[k + 1] == "N":
            k += 2
        if not leads and s.kinds[k] not in " KXW":
            return
        head = first
        if head.apposition is None:
            head.apposition, second.renames = second, head
            self.hung.add(m - 1)

    def _is_bare(self, m: int) -> bool:
        """Whether a single noun for an office behind the comma m renames the name with which the clause begins, though the verb is its own: "Ruiz, commander of the fort said"."""
        first, second = self.s.groups[m - 1], self.s.groups[m + 1]
        bare = second.determiner < 0 and second.owner is None and not second.plural and second.head == second.start and self.s.last(m + 1) in PERSONS
        return bare and first.name and m - 1 not in self.subjects and first.preposition < 0 and first.hangs_on is None and not first.members

    @staticmethod
    def _may_rename(first: NounGroup, second: NounGroup, modified: bool) -> bool:
        """Whether one is a name, the other one has a determiner, an owner or something behind it, and neither is a time or in a list."""
        if first.members or second.members or second.pronoun or first.time or second.time or first.name == second.name:
            return False
        return second.name or modified or second.determiner >= 0 or second.owner is not None


def measure(clauses: Clauses, hung: set[int]) -> None:
    """Say where each clause and each phrase of a sentence ends, by the noun groups that do not stand alone."""
    s = clauses.s
    _clause_borders(clauses)
    at = [*s.groups.values()]
    for clause in clauses.made.values():
        if clause.antecedent is not None:
            clause.antecedent.clauses += (clause,)
            hung.add([*s.groups][at.index(clause.antecedent)])
    followed = {*map(PLACE, FOLLOWED.finditer(s.kinds))}
    for m in sorted(hung | followed, reverse=True):
        group, other = s.groups[m], s.groups[m + 2] if m in followed else None
        if m in hung:
            _measure(group, other)
        elif other is not None:
            group.reach = max(group.extent, other.reach)


FOLLOWED = re.compile("N(?=IN)")
"""A noun group before a preposition and another one."""


def _measure(group: NounGroup, other: NounGroup | None) -> None:
    """The extent and the reach of one group, which another may follow behind a preposition; those to the right are known."""
    extent = group.end
    for clause in group.clauses:
        extent = max(extent, clause.end)
    for phrase in group.phrases:
        extent = max(extent, phrase.extent, *(member.extent for member in phrase.members))
    if group.apposition is not None:
        extent = max(extent, group.apposition.extent)
    reach = extent if other is None else max(extent, other.reach)
    for member in group.members:
        if member.start > group.start:
            reach = max(reach, member.reach)
    group.extent, group.reach = extent, reach


def _clause_borders(clauses: Clauses) -> None:
    """Start and end of each clause; those of infinitives and participles end before the next verb, comma or stop of the clause around them."""
    s = clauses.s
    linked = False
    for m, clause in clauses.made.items():
        frame = clauses.around[m][0]
        inside = not (clause.verb.finite or clause is frame.clause)
        clause.end = max(clause.end, _end(s, clauses.border(m) if inside else frame.closed, m))
        clause.start = _start(s, frame, clause, m)
        clause.set_off = s.words.toks[clause.start - 1].rstrip() in COMMAS
        linked = linked or clause.inserted or clause.joined is not None
    if linked:
        _cut(clauses)


def _cut(clauses: Clauses) -> None:
    """End what is reported before its attribution, and the first of two joined clauses before the second."""
    s = clauses.s
    units = {id(clause): m for m, clause in clauses.made.items()}
    for m, clause in clauses.made.items():
        told, joined = clause.complement, clause.joined
        subject = clauses.subjects[m]
        if clause.inserted and told is not None and units[id(told)] < m and told.start < clause.start < told.end <= clause.end:
            told.end = _end(s, m if subject is None else min(subject, m), units[id(told)])
        if joined is not None and joined.end > clause.start:
            at = units[id(joined)]
            joined.end = _end(s, subject if subject is not None and at < subject < m else m, at, "KCR")


COMMAS = DASHES | {","}
OUTER_MARKS = frozenset('.:;("')
"""Marks that belong to no clause where they stand at its border."""


def _end(s: Sentence, unit: int, m: int, left_out: str = "KC") -> int:
    """One past the last token before a unit, marks and conjunctions left out."""
    k = unit - 1
    while k > m and (s.kinds[k] in left_out or (s.kinds[k] == "X" and s.letters[k] in OUTER_MARKS)):
        k -= 1
    return s.words.after[s.ends[max(m, k)] - 1]


def _start(s: Sentence, frame: Frame, clause: Clause, m: int) -> int:
    """The first token of a clause: what opens it, its subject, or its verb."""
    verb, subject = clause.verb, clause.subject
    if verb.finite and clause is frame.leading:
        k = frame.first
        while k < m and (s.kinds[k] in "KC" or (s.kinds[k] == "X" and s.letters[k] in OUTER_MARKS)):
            k += 1
        return s.words.first[s.starts[k]]
    if clause.kind is Kind.INFINITIVE and 0 <= clause.opener < verb.start:
        return clause.opener
    if subject is None or subject.start >= verb.start or subject is clause.antecedent or clause.kind in WITHOUT_SUBJECT:
        return verb.start
    own = clause.joined is None or subject.start > clause.joined.verb.start
    return subject.start if own else verb.start


WITHOUT_SUBJECT = (Kind.REDUCED, Kind.INFINITIVE, Kind.PARTICIPLE)
"""Clauses that begin with their verb."""


def _is_told_which(group: NounGroup) -> bool:
    """Whether a noun group has a determiner or an owner."""
    return group.determiner >= 0 or group.owner is not None
