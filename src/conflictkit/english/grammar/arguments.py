"""What stands to a verb besides its subject: objects, agent, predicate, obliques, and the understood subject of infinitives and participles."""

from __future__ import annotations

import re
from collections.abc import Callable

from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup, Role

from .clauses import Clauses
from .lists import (
    ACTS,
    APPEALS,
    ATTACKS,
    CHARGES,
    CONTROLS,
    DRIVES,
    GIVES,
    LASTS,
    LETS,
    LINKS,
    MEANS,
    NAMES,
    NO_OBJECT,
    OUTCOMES,
    PUNISHING,
    REPORTS,
    STANDS,
    TELLS,
    WEAPONS,
    WHAT,
)
from .sentence import Sentence

TWO_OBJECTS = GIVES | NAMES
RELATIVE, REDUCED, INFINITIVE, PARTICIPLE = Kind.RELATIVE, Kind.REDUCED, Kind.INFINITIVE, Kind.PARTICIPLE
MANNERS = frozenset("day moment reason time way year".split())
"""Nouns that a relative without pronoun tells when, why or how of: "the way they fled"."""
ADJUNCTS = re.compile("N?(?:R*+I[RI]*+N)++")
"""What stands behind a verb of speech: who is told, and prepositional phrases."""
NESTED = (RELATIVE, REDUCED, INFINITIVE)
AGENT_WITHIN = 5
"""How many units behind a passive its "by" may stand."""


class Arguments:
    """The arguments of all verbs of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.c: Clauses
        self.s: Sentence
        self.c, self.s = clauses, clauses.s
        self.ahead: set[int] = {k for m, k in clauses.led if not (clauses.made[m].verb.passive and self.s.sizes[m] == 1)}
        """Noun groups that are the subject of a verb behind them."""
        self.taken: set[int] = set()
        """Noun groups that are an argument of a clause that does not hang on them."""

    def fill(self) -> None:
        """Fill the clauses that the pass made."""
        s, subjects, antecedents = self.s, self.c.subjects, self.c.antecedents
        for m, clause in self.c.made.items():
            verb, subject = clause.verb, subjects[m]
            if subject is not None:
                clause.subject = s.groups.get(subject) or self.group(subject)
                if clause.kind is not REDUCED and antecedents.get(m) != subject:
                    self.taken.add(subject)
            if clause.kind is REDUCED:
                clause.antecedent = clause.subject
            elif m in antecedents:
                clause.antecedent = self.group(antecedents[m])
            if verb.passive and s.forms[m] == "'s" and s.behind[m] in s.bare - s.times and verb.lemma not in TWO_OBJECTS:
                verb.passive = False  # "has"
            if s.mains[m] in "12" or verb.lemma in LINKS:
                self.predicate(m, clause)
            elif s.mains[m] != "M":
                self.objects(m, clause)
            if verb.passive:
                self.agent(m, clause)
                self.state(m, clause)  # "were feared dead"
        self._understood()

    def _understood(self) -> None:
        """Who does what an infinitive or participle says, once subjects and objects are known; and which clauses hang on which."""
        for m, clause in self.c.made.items():
            if clause.subject is None and clause.kind in (INFINITIVE, PARTICIPLE):
                if self.s.letters[m] == "G" and self.s.kinds[self.s.before[m]] == "K" and clause.verb.lemma in OUTCOMES:
                    clause.parent = self._cause(clause)
                self.controller(m, clause)
            if clause.parent is not None:
                clause.parent.children += (clause,)

    def _cause(self, clause: Clause) -> Clause | None:
        """What an outcome behind a comma hangs on: the attack that is told outside of a relative, if none is told in it ("shelled a bus that carried nurses, killing two")."""
        above = clause.parent
        if above is None or self._attacks(above) and not above.verb.status.pluperfect:
            return above
        outer: Clause | None = above
        while outer is not None and (outer.kind in NESTED or outer.opener >= 0 and self._word(outer.opener) == "where"):
            outer = outer.parent if outer.parent is not None and outer.parent.verb.word < outer.verb.word else None
        return outer if outer is not None and self._attacks(outer) else above

    def _attacks(self, clause: Clause) -> bool:
        """Whether a clause tells an attack by its verb, or by the act or weapon that is its subject or object: "opened fire", "a blast shook"."""
        heads = [self._word(group.head) for group in (clause.subject, clause.object) if group is not None]
        return clause.verb.lemma in ATTACKS or not (ACTS | WEAPONS | ATTACKS).isdisjoint(heads)

    def _word(self, token: int) -> str:
        """A token of the text in small letters."""
        return self.s.words.toks[token].lower().strip()

    def group(self, m: int) -> NounGroup:
        """The noun group of unit m; a wh-word becomes one."""
        s = self.s
        if m not in s.groups:
            start, end = s.words.first[s.starts[m]], s.words.after[s.ends[m] - 1]
            s.groups[m] = NounGroup(start, end, start, pronoun=True, extent=end, reach=end)
        return s.groups[m]

    # ---- objects

    def objects(self, m: int, clause: Clause) -> None:
        """Find the object by what follows the verb, else that of a relative; a clause with its subject behind the verb has none."""
        verb, k = clause.verb, self.s.behind[m]
        if (clause.inverted and not clause.existential) or verb.passive and verb.lemma not in GIVES:
            if clause.kind is REDUCED and verb.lemma in NAMES and k in self.s.bare - self.s.times - self.ahead:
                clause.second_object = self.group(k)  # "a man named Rask"
            return
        kind = self.s.kinds[k]
        if kind in OBJECTS and (not verb.passive or kind == "N"):
            OBJECTS[kind](self, m, k, clause)
        if not verb.passive:
            if clause.kind is RELATIVE:
                self._gap(m, k, clause)
            if m in self.c.objects:
                self._pronoun(m, k, clause)

    def _what(self, m: int, k: int, clause: Clause) -> None:
        """What, behind a verb that asks nothing: "destroyed what remained"."""
        if self.s.forms[k] in WHAT and clause.verb.lemma not in REPORTS:
            clause.object = self.group(k)

    def _gap(self, m: int, k: int, clause: Clause) -> None:
        """The antecedent of a relative without pronoun: "the town they left", "the town they seized in May"; not "the town they lived in", "the way they worked"."""
        s = self.s
        if m in self.c.antecedents and s.last(self.c.antecedents[m]) in MANNERS:
            return
        adjunct = s.kinds[k] == "I" and k + 1 in s.governed and clause.verb.lemma not in NO_OBJECT
        if clause.object is None and clause.opener < 0 and clause.subject is not clause.antecedent and (adjunct or s.kinds[k] not in "NI"):
            clause.object = clause.antecedent

    def _direct(self, m: int, k: int, clause: Clause) -> None:
        """The noun group straight behind the verb, unless it is a time or the subject of the next verb; of two the second."""
        if k not in self.s.bare:
            return
        s, c = self.s, self.c
        if k in s.times and k + 1 in s.bare - s.times - self.ahead and clause.verb.lemma not in LASTS:
            k += 1  # "kidnapped today two guards"
        if c.subjects[m] == k or s.letters[k] == "e" or (k in s.times and clause.verb.lemma not in LASTS):
            return
        second = s.past_of(k) + 1  # "cost dozens of men their lives"
        if second in s.bare and second not in s.times and second not in self.ahead and (clause.verb.lemma in TWO_OBJECTS or second == k + 1 and self._is_split(k)):
            named = clause.verb.lemma in NAMES
            clause.object = self.group(k if named else second)
            clause.second_object = self.group(second if named else k)
        elif k in self.ahead:
            return
        elif clause.verb.lemma in TELLS and s.kinds[k + 1] in "SW":
            clause.second_object = self.group(k)
        else:
            clause.object = self.group(k)
            self.taken.add(k)

    def _is_split(self, k: int) -> bool:
        """Whether two noun groups are one that a name or numeral cut in two, as only the first has a determiner: "the 12 June" and "memo"."""
        s = self.s
        return s.letters[k] in "dq" and s.letters[k + 1] in "jnsp"

    def _moved(self, m: int, k: int, clause: Clause) -> None:
        """An object behind a prepositional phrase: "announced on Monday a new plan"."""
        s = self.s
        while s.kinds[k] == "I" and s.kinds[k + 1] == "N":
            k += 2
        if s.kinds[k - 1] == "N" and k in s.bare and k not in s.times and k not in self.ahead and s.letters[k] != "e" and clause.verb.lemma not in STANDS:
            clause.object = self.group(k)

    def _shared(self, m: int, k: int, clause: Clause) -> None:
        """The object of the second of two joined verbs is the first one's too ("build and launch rockets")."""
        s = self.s
        behind = k + 2
        if s.kinds[k + 1] != "V" or k != m + 1 or behind not in s.bare or behind in s.times or behind in self.ahead:
            return
        other = self.c.made.get(k + 1)
        if other is not None and not other.verb.passive:
            clause.object = self.group(behind)
            other.joined = other.joined or clause

    def _pronoun(self, m: int, k: int, clause: Clause) -> None:
        """The antecedent of a relative pronoun that has a noun group of its own as its subject, or a question word."""
        s, c = self.s, self.c
        if clause.object is not None or not (s.kinds[k] in " KXCVR" or (s.kinds[k] == "I" and s.kinds[k + 1] == "N" and k + 1 in s.governed)):  # or the sentence ends
            return
        pronoun = c.objects[m]
        governing = c.made.get(pronoun - 1)
        if s.forms[pronoun] == "what" and governing is not None and governing.verb.lemma not in REPORTS:
            return
        clause.object = clause.antecedent or self.group(pronoun)
        if clause.antecedent is None:
            self.taken.add(pronoun)

    def agent(self, m: int, clause: Clause) -> None:
        """By and a noun group behind a passive, before the next verb."""
        s = self.s
        for k in range(m + 1, min(m + 1 + AGENT_WITHIN, s.size - 1)):
            if s.kinds[k] == "V":
                return
            if s.forms[k] == "by" and s.kinds[k + 1] == "N" and not (s.sizes[k + 1] == 1 and s.forms[k + 1] in MEANS) and k + 1 not in s.times:
                clause.agent = self.group(k + 1)
                self.taken.add(k + 1)
                return

    def predicate(self, m: int, clause: Clause) -> None:
        """What is said to be: the noun group or adjective behind be, become, remain."""
        s = self.s
        k = s.behind[m]
        if clause.inverted:
            return
        if k in s.bare:
            clause.predicate = s.groups[k].head
        else:
            self.state(m, clause)

    def state(self, m: int, clause: Clause) -> None:
        """The adjective behind a verb, where it is no part of a noun group."""
        s = self.s
        k = s.behind[m]
        if s.kinds[k] == "X" and s.letters[k] == "j":
            clause.predicate = s.words.first[s.starts[k]]

    # ---- the understood subject

    def controller(self, m: int, clause: Clause) -> None:
        """Who does what an infinitive or participle says: by the first of ``CONTROLLERS`` that tells, else the subject of the governing verb."""
        s, k, parent = self.s, self.s.before[m], clause.parent
        adverb = k in s.times and parent is not None and parent.verb.start < s.starts[m]  # "continued on Saturday shelling the town"
        if k in s.times and not adverb and s.kinds[k - 2 : k] == "NI":
            k -= 2  # "a rally on Saturday demanding his release drew thousands"
        if clause.kind is PARTICIPLE and not adverb and s.letters[m] in "G2" and s.kinds[k] == s.kinds[m - 1] == "N":
            clause.kind, clause.antecedent = REDUCED, self.group(k)
            clause.controller = clause.antecedent
        elif parent is not None and clause.kind is PARTICIPLE and s.kinds[k] == "C" and (other := _beside(parent)) is not None:
            clause.parent, clause.controller = other.parent, other.controller
        elif parent is not None:
            found = (tells(self, m, k, parent) for tells in CONTROLLERS[clause.kind])
            clause.controller = next((group for group in found if group is not None), parent.subject or parent.controller)

    def _blamed(self, m: int, k: int, parent: Clause) -> NounGroup | None:
        """Who is blamed for, or driven to, what stands behind a preposition: "accused them of killing", "jailed them for killing", "the arrest of five men for killing"."""
        s = self.s
        m -= s.kinds[m - 1] == "R"  # "arrested Rask for allegedly killing"
        if s.kinds[m - 4 : m] == "NINI" and s.forms[m - 3] == "of" and s.forms[m - 1] == "for" and s.last(m - 4) in PUNISHING:
            return self.group(m - 2)
        blames = parent.verb.lemma in CHARGES or f"{parent.verb.lemma} {s.forms[m - 1]}" in DRIVES
        behind = s.kinds[m - 2 : m] == "NI" or s.kinds[m - 5 : m] == "NKNKI"  # "arrested Rask, a baker, for killing"
        return parent.object if blames and behind else None

    def _urged(self, m: int, k: int, parent: Clause) -> NounGroup | None:
        """Who is told to do something, also over a list and what hangs on it: "urged the army and the rebels to leave", "forced hundreds of villagers to leave"."""
        s = self.s
        receiver = parent.second_object if parent.second_object is not None and parent.verb.lemma not in NAMES else parent.object
        if receiver is None or s.kinds[k] != "N" or parent.verb.lemma not in CONTROLS | LETS:
            return None
        while k > 1 and s.groups.get(k) is not receiver and s.kinds[k - 1] in "CKI" and s.kinds[k - 2] == "N":
            k -= 2
        return receiver if s.groups.get(k) is receiver else None

    def _appealed_to(self, m: int, k: int, parent: Clause) -> NounGroup | None:
        """Who is called on to do something: "called on both sides to leave"."""
        s = self.s
        appeals = s.kinds[k - 1 : k + 1] == "IN" and f"{parent.verb.lemma} {s.forms[k - 1]}" in APPEALS
        return self.group(k) if appeals and not self.group(k).time else None

    # ---- obliques

    def obliques(self) -> None:
        """Give each noun group behind a preposition, and each time, to the clause that is open around it."""
        s, c = self.s, self.c
        told = self._behind_attributions()
        for m in sorted({*s.governed, *s.times}) if s.times else s.governed:
            group = s.groups[m]
            if group.hangs_on is not None or m in self.taken:
                continue
            frame, latest = c.around[m]
            clause = told.get(m) or latest or frame.leading
            if clause is not None:
                clause.obliques += ((s.preposition(m), group),)

    def _behind_attributions(self) -> dict[int, Clause]:
        """The phrases right behind attributions within what they report, which are theirs: "the town fell, the mayor said on Monday"."""
        told: dict[int, Clause] = {}
        for m in self.c.insertions:
            clause = self.c.made[m]
            if clause.inserted and (found := ADJUNCTS.match(self.s.kinds, m + 1)):
                told |= dict.fromkeys(range(m + 1, found.end()), clause)
        return told

    def roles(self) -> None:
        """Tell each noun group its clauses."""
        for clause in self.c.made.values():
            if clause.subject is not None:
                _give(clause.subject, (clause, Role.SUBJECT))
            if clause.object is not None:
                _give(clause.object, (clause, Role.OBJECT))
            if clause.second_object is not None:
                _give(clause.second_object, (clause, Role.SECOND_OBJECT))
            if clause.agent is not None:
                _give(clause.agent, (clause, Role.AGENT))
            for _, group in clause.obliques:
                _give(group, (clause, Role.OBLIQUE))


def _give(group: NounGroup, role: tuple[Clause, Role]) -> None:
    """Tell a noun group, and the others of its list, a role of theirs."""
    if not group.members:
        group.roles += (role,)
        return
    for member in group.members:
        member.roles += (role,)


OBJECTS: dict[str, Callable[[Arguments, int, int, Clause], None]] = {
    "N": Arguments._direct,  # noqa: SLF001
    "I": Arguments._moved,  # noqa: SLF001
    "W": Arguments._what,  # noqa: SLF001
    "C": Arguments._shared,  # noqa: SLF001
}
"""Where the object of a verb stands, by the unit behind it; in the passive only straight behind it."""


CONTROLLERS: dict[Kind, tuple[Callable[[Arguments, int, int, Clause], NounGroup | None], ...]] = {
    PARTICIPLE: (Arguments._blamed,),  # noqa: SLF001
    INFINITIVE: (Arguments._urged, Arguments._appealed_to),  # noqa: SLF001
}
"""How to tell who does what a participle or infinitive says, by the unit before it and the clause that it hangs on."""


def _beside(parent: Clause) -> Clause | None:
    """The participle that one behind "and" stands beside where an infinitive lies between: "urging them to leave and promising"."""
    clause: Clause | None = parent
    while clause is not None and clause.kind is INFINITIVE:
        clause = clause.parent
    return clause if clause is not None and clause is not parent and clause.kind is PARTICIPLE and clause.verb.form is Form.GERUND else None
