"""Where a fact takes place: the place behind it, its target, its clause, the clauses around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conflictkit._document import Document
from conflictkit._models import EntityKind, Place
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role, Syntax

from ..grammar.lists import CONDITIONAL, TIME_ORDER
from ..lexicon.events import HAVE, known
from ..lexicon.facts import NOUNS, STRIKE, VERBS
from ..speakers import referents_of
from ..speakers.referents import Referents
from .fact import Fact
from .verbs import Verbs


class Where(Verbs):
    """Reads places."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        super().__init__(doc, syntax)
        self.referents: Referents = referents_of(doc)

    def place(self, fact: Fact, *, target: bool = True) -> Place | None:
        """Where: a phrase of its own, of its target or its clause, or the target itself (not of what is only said: "accused Norland")."""
        return self._own_place(fact, target=target) or self._farther(fact)

    def _own_place(self, fact: Fact, *, target: bool = True) -> Place | None:
        places = self.places
        patient = fact.patient if target and fact.patient is not None and places.is_spot(fact.patient) else None
        if patient is not None and places.has_name(patient):
            return places.place(patient)
        found = places.of(self._beyond_target(self._behind_all(fact.group, fact.patient), fact))
        if found is None and patient is not None and not places.is_site(patient):
            found = places.place(patient)
        found = found or places.of(self._beyond_target(self._near(fact), fact))
        if found is None and patient is not None:
            found = places.place(patient)
        return found or self._scene(fact) or self._moved(fact) or self._struck_place(fact) or self._fought_over(fact)

    def _scene(self, fact: Fact) -> Place | None:
        """The place that "saw" an act or is "the scene of" it."""
        group = fact.group
        if group is None:
            return None
        seen = [clause for clause, role in group.roles if role is Role.OBJECT and clause.verb.lemma in VERBS.sees]
        above = group.hangs_on
        if above is not None and self._low(above) in NOUNS.scene:
            around = self.syntax.clause_of(above.head)
            seen += [around] if around is not None and around.predicate == above.head else []
        subjects = (self.syntax.subject_of(clause) for clause in seen)
        return next((self.places.place(subject) for subject in subjects if subject is not None and self.places.is_place(subject)), None)

    def place_of_words(self, fact: Fact) -> Place | None:
        """Where something is said or decided: right behind the noun that says so, else right behind no noun ("condemned the raid in Brod" tells where the raid was)."""
        if fact.group is not None:
            return self.places.of(group for group in self.after(fact.group) if self.preposition(group) in ("in", "at"))
        phrases = fact.clause.obliques if fact.clause is not None else ()
        own = ((group, self._before(group)) for preposition, group in phrases if preposition in ("in", "at"))
        return self.places.of(group for group, before in own if before is None or before.time)

    def _fought_over(self, fact: Fact) -> Place | None:
        """The place of the fight in which somebody suffers: "died in the battle for Brod", "in the campaign to retake Brod"."""
        for _, group in fact.clause.obliques if fact.clause is not None and fact.group is None else ():
            if self._low(group) in STRIKE:
                struck = self.at(group.head).patient
                if struck is not None and self.places.is_place(struck):
                    return self.places.place(struck)
        return None

    @staticmethod
    def _beyond_target(phrases: Iterable[NounGroup], fact: Fact) -> Iterator[NounGroup]:
        """The phrases but for a target without a name: "raids on bases in Brod" are in Brod."""
        return (group for group in phrases if group is not fact.patient or group.name)

    def _behind_all(self, *groups: NounGroup | None) -> Iterator[NounGroup]:
        for group in groups:
            if group is not None:
                yield from self.after(group)

    def _near(self, fact: Fact) -> Iterator[NounGroup]:
        """The phrases behind whoever does it and those of its clause."""
        yield from self._behind_all(fact.agent)
        if fact.clause is not None:
            yield from self.of_clause(fact.clause)

    def _moved(self, fact: Fact) -> Place | None:
        """The place that somebody "withdrew from", "was driven out of", "was sent to", "captured"; the name that bombs are dropped or a raid is "on"."""
        clause = fact.clause if fact.group is None else None
        lemma = clause.verb.lemma if clause is not None else ""
        wanted = ("from", "of", "out of") if lemma in VERBS.leaves else ("to", "into", "toward", "towards", "at") if lemma in VERBS.reaches else ()
        phrases = [*clause.obliques, *((self.preposition(group), group) for group in self._behind_all(clause.object))] if clause is not None and wanted else ()
        left = (group for preposition, group in phrases if preposition in wanted and self._is_there(group))
        struck = lemma in VERBS.takes or fact.means is not None and (lemma in VERBS.throws or lemma in VERBS.hits) or fact.group is not None and self._low(fact.group) in NOUNS.raid
        taken = fact.patient if struck and fact.patient is not None and self._is_unknown(fact.patient) else None
        found = next(left, taken)
        return self.places.place(found) if found is not None else None

    def _is_there(self, group: NounGroup) -> bool:
        """Whether somebody can go there or leave it: a place, a name that is nobody's."""
        return (
            self.places.is_spot(group) or group.name and not group.plural and self.referents.entity(group).kind in (EntityKind.UNKNOWN, EntityKind.GOVERNMENT)
        )

    def _is_unknown(self, group: NounGroup) -> bool:
        """Whether a group is a name of which nothing is known."""
        who = self.referents.entity(group) if group.name else None
        return who is not None and who.kind is EntityKind.UNKNOWN

    def _struck_place(self, fact: Fact) -> Place | None:
        """Where the attack strikes that does it: "shelling of government-held areas killed two"; the town it is named by: "the Brod bombing"."""
        for group in (fact.group, fact.agent):
            if group is None or self._low(group) not in STRIKE:
                continue
            told = (self.at(clause.verb.word).patient for clause in group.clauses if clause.verb.word != fact.token)  # "raids targeting the port"
            for struck in (self._target(group), *told, self._modifier(group)):
                if struck is not None and self.places.is_spot(struck) and not self.places.is_people(struck.start):
                    return self.places.place(struck)
        return None

    def _farther(self, fact: Fact) -> Place | None:
        """The place that a relative or "where" hangs on, phrases of the clauses above (not where something is said), of those that hang on the clause or are joined to it."""
        clause = fact.clause
        while clause is not None:
            if (there := self._there(clause)) is not None:
                return self.places.place(there)
            if self._apart(clause):
                break
            said = clause.kind is Kind.COMPLEMENT and clause.parent is not None and known(self.doc.low[clause.parent.verb.word]).report
            struck = clause.kind is Kind.PARTICIPLE and self._harms(clause) and self.doc.low[clause.verb.start - 1] in (",", "and")  # "shelled Brod, killing 12"
            clause = clause.parent
            if clause is not None and not said and (found := self._struck_there(clause) if struck else self.places.of(self.of_clause(clause))) is not None:
                return found
        if fact.clause is None:
            return None
        before = self.at(fact.clause.joined.verb.word).patient if fact.clause.joined is not None else None  # "stormed the bakery and killed 20"
        if before is not None and not self.places.is_site(before) and self.places.is_place(before):
            return self.places.place(before)
        return self.places.of(self._hanging(fact, fact.clause), before if before is not None and self.places.is_spot(before) else None)

    def _struck_there(self, clause: Clause) -> Place | None:
        """Where the act is whose outcome a participle tells."""
        act = self.at(clause.verb.word)
        return self._own_place(act) or self.places.of(self._hanging(act, clause))

    def _there(self, clause: Clause) -> NounGroup | None:
        """The place before "where", or before a relative in which somebody else acts: "the town that troops left"."""
        if clause.opener >= 0 and self.doc.low[clause.opener] == "where":
            k = clause.opener - 1
            while k > 0 and (self.doc.toks[k].isspace() or self.doc.low[k] == ","):
                k -= 1
            found = self.syntax.group_at(k)
        else:
            elsewhere = clause.kind is Kind.RELATIVE and clause.antecedent is not self.acting(self.syntax.subject_of(clause))
            found = clause.antecedent if elsewhere else None
        return found if found is not None and self.places.is_place(found) else None

    def _hanging(self, fact: Fact, clause: Clause) -> Iterator[NounGroup]:
        """The phrases of the clauses that hang on a clause or are joined to it."""
        joined = [near for near in (clause.followed, clause.joined) if near is not None]
        own = (None, fact.agent, fact.patient, fact.group)
        children = [child for above in (clause, *joined) for child in above.children]
        hanging = [child for child in children if child.kind is not Kind.COMPLEMENT and child.antecedent in own and not self._apart(child)]
        for near in (*hanging, *(other for other in joined if other is clause.joined or other.object is None or self._harms(other))):  # not "and caused a crisis in the region"
            yield from self.of_clause(near)

    def _apart(self, clause: Clause) -> bool:
        """Whether a clause tells of another time: "after", "since", "which has killed", "who had been abducted"."""
        return clause.kind is Kind.ADVERBIAL and clause.opener >= 0 and self.doc.low[clause.opener] in SEQUENCE or self.lasts(clause)

    def lasts(self, clause: Clause) -> bool:
        """Whether a relative tells what has been done over a long time: "a war that has killed 12,000"."""
        return clause.kind is Kind.RELATIVE and not HAVE.isdisjoint(self.doc.low[clause.verb.start : clause.verb.word])

    def place_of(self, group: NounGroup) -> Place | None:
        """Where a noun group is said to be: behind it, or in its clause."""
        return self.place(Fact(group.head, group.clause, group))

    def there(self, clause: Clause) -> Place | None:
        """The place that a clause with "where" hangs on."""
        found = self._there(clause) if clause.opener >= 0 and self.doc.low[clause.opener] == "where" else None
        return self.places.place(found) if found is not None else None

    def of_clause(self, clause: Clause) -> Iterator[NounGroup]:
        """The phrases of a clause and of its object."""
        for preposition, group in clause.obliques:
            if preposition == "including":
                break  # "shot down 30, including nine over Brod"
            yield from (group, *self.after(group))
        if clause.object is not None:
            yield from self.after(clause.object)


SEQUENCE = TIME_ORDER | CONDITIONAL
"""Words that open a clause about another time or place."""
