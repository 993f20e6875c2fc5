"""The roles of a verb: who does it, who suffers it, with what; by its voice, its object, and the preposition before its target."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from conflictkit._document import Document
from conflictkit._models import Measure
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Once, Syntax

from ..grammar.lists import MEANS, NAMES
from ..lexicon.claims import BUILT, PERSON, THING
from ..lexicon.claims import VERB as HARMS
from ..lexicon.events import NO_KIND, VERB_KIND, known
from ..lexicon.facts import AIMED, HARM, NOUNS, PARTICLES, PREPOSITIONS, STRIKE, SUFFERS, TARGET, TRUTH, VERBS, WEAPON
from ..tables import TABLES
from .fact import Fact
from .frames import infinitive
from .nouns import BLAMES, Nouns


class Verbs(Nouns):
    """Reads verbs."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        super().__init__(doc, syntax)
        self._facts: dict[int, Fact] = {}
        self._open: set[int] = set()
        """Verbs and nouns that are being read, each for the one before it."""
        self.is_passive: Callable[[Clause], bool] = Once(self._is_passive).__getitem__
        """Whether the subject suffers: a passive; a participle without object behind a number ("12 dead, 30 wounded")."""
        self._strikes: dict[Clause, NounGroup | None] = {}
        """Clause -> the attack in which somebody suffers what it and those joined to it tell."""

    def at(self, token: int) -> Fact:
        """The fact told by the verb or noun at a token."""
        found = self._facts.get(token)
        if found is None:
            if token in self._open or len(self._open) > DEEPEST:
                return Fact(token, None, None)
            self._open.add(token)
            found = self._facts[token] = self._read(token)
            self._open.discard(token)
        return found

    def _read(self, token: int) -> Fact:
        verb = self.syntax.verb_at(token)
        if verb is not None and verb.clause is not None and verb.word == token:
            fact = Fact(token, verb.clause, None)
            self._of_verb(fact, verb.clause)
        else:
            group = self.syntax.group_at(token)
            fact = Fact(token, group.clause if group is not None else self.syntax.clause_of(token), group)
            if group is not None:
                self._of_noun(fact, group)
        return fact

    def _of_verb(self, fact: Fact, clause: Clause) -> None:
        """The roles of a verb: by its voice, then by where its target stands."""
        self._by_voice(fact, clause)
        fact.patient = self._directed(fact, clause, self._plain(fact.patient))
        if fact.agent is not None and fact.agent is fact.patient and clause.verb.lemma in VERBS.topics and clause.parent is not None:
            fact.agent = self.syntax.subject_of(clause.parent)  # "called Dray to discuss the truce"
        fact.agent, fact.patient = self._plain(fact.agent), self._plain(fact.patient)

    def _by_voice(self, fact: Fact, clause: Clause) -> None:
        """Who does it and who suffers it by grammar alone."""
        subject = self.syntax.subject_of(clause)
        if not self._befalls(fact, clause, subject):
            (self._of_passive if self.is_passive(clause) else self._of_active)(fact, clause, subject)

    def _befalls(self, fact: Fact, clause: Clause, subject: NounGroup | None) -> bool:
        """The roles of a verb that tells what happens to its subject, or what an act did; whether it is one."""
        lemma = clause.verb.lemma
        if lemma not in BEFALLING and clause.kind is not Kind.PARTICIPLE:
            return False
        if lemma in SUFFERS and subject is not None and self._low(subject) in WEAPON:
            fact.means, fact.patient = subject, self._aim(clause, subject)  # "bombs fell on the town"
        elif (mine := self._set_off(clause, subject)) is not None:
            fact.agent, fact.means, fact.patient = mine, mine, subject
        elif (cause := self._cause(clause, subject)) is not None:
            fact.agent, fact.means, fact.patient = cause.agent, cause.means, clause.object
        elif lemma in SUFFERS or self._goes_off(clause, subject):
            agreed = lemma in SUFFERS and self.type_of(clause) not in ("", "ASSAULT")  # "talks collapsed"
            fact.agent, fact.patient = None if agreed else self._strike(clause) or self._victor(clause, subject), subject
        elif lemma in VERBS.obtains and not clause.verb.passive and self.type_of(clause) in OBTAINED:
            fact.agent, fact.patient = self._phrase(clause, ("from", "by")), subject
        elif lemma in VERBS.loses and not clause.verb.passive:
            fact.agent, fact.patient = self._strike(clause), clause.object if clause.object is not None and self._is_lost(clause.object) else subject
        else:
            return False
        return True

    def _of_passive(self, fact: Fact, clause: Clause, subject: NounGroup | None) -> None:
        """The agent or the attack does it, the subject suffers it."""
        if clause.verb.lemma in VERBS.together and (sides := self.sides(clause)) is not None:
            fact.agent, fact.patient = sides, self._second(sides)
            return
        by = None if clause.agent is None or self._is_bank(clause.agent) else clause.agent
        fact.agent, fact.patient = by or self._shared_agent(clause) or (self._strike(clause) or self._agent_before(clause) if self._harms(clause) else None), subject
        fact.means = self._with(clause)
        if clause.verb.lemma in VERBS.gives and self.type_of(clause) not in MOVES:
            fact.patient = self._phrase(clause, ("to", "for")) or subject

    def _beyond_agent(self, clause: Clause) -> NounGroup | None:
        """What a relative of harm hangs on where it stands behind who did something else: "an attack on a cafe frequented by foreigners that killed"."""
        above = clause.parent
        behind = clause.kind is Kind.RELATIVE and above is not None and above.kind is Kind.REDUCED and above.agent is clause.antecedent and self.doc.low[clause.opener] != "who"
        return above.antecedent if behind and above is not None and self._harms(clause) else None

    def _of_active(self, fact: Fact, clause: Clause, subject: NounGroup | None) -> None:
        """The subject does it, or whoever plans or leads it; the object or the receiver suffers it."""
        lemma = clause.verb.lemma
        unfinished = clause.kind in UNFINISHED
        led = (self.attack_before(clause) or self._planner(clause) if unfinished else None) or self._ahead_of_outcome(clause)
        own = self._own_subject(clause, subject) if clause.kind is Kind.PARTICIPLE or clause.kind is Kind.RELATIVE and clause.joined is not None else subject
        fact.agent = led or (None if unfinished and self._is_nobodys(clause, subject) else self.acting(self._beyond_agent(clause) or own))
        fact.patient = clause.object or self._shared(clause) or (self._victims(clause) if unfinished else None)
        fact.means = self._with(clause)
        if clause.second_object is not None and lemma not in NAMES:
            fact.patient = clause.second_object
        elif lemma in VERBS.gives and self.type_of(clause) != "MOBILIZE":
            fact.patient = self._phrase(clause, ("to", "for")) or self._paid(clause) or fact.patient

    def _ahead_of_outcome(self, clause: Clause) -> NounGroup | None:
        """Who or what did the attack whose outcome stands behind its object or place without a comma: "rebels attacked a bank in Brod killing two"."""
        first = clause.parent if clause.kind is Kind.PARTICIPLE else None
        if first is not None and first.kind is Kind.REDUCED and clause.controller is first.antecedent:
            clause = first  # "killing two and destroying the bank"
        above, around = clause.parent, clause.antecedent
        if above is None or around is None or clause.kind is not Kind.REDUCED or clause.object is None or above.start > clause.start or not self._hurts(clause):
            return None
        cause, where = self.at(above.verb.word), self._is_when_or_where(around)
        if not self._hurts(above):
            seen = above.object if above.object is not None and self.can_act(above.object) else self.syntax.subject_of(above)
            return seen if where and not around.time else None  # "were seen in Brod killing two"
        fights = self.can_act(around) and not self.places.is_place(around) and clause.verb.lemma not in VERBS.harmed  # "hit a force fighting rebels"
        hit = not fights and (around is cause.patient or above.object is not None and (around is above.object or around in above.object.members))
        return cause.agent or cause.means if where or hit else None

    def _own_subject(self, clause: Clause, subject: NounGroup | None) -> NounGroup | None:
        """Who does what a clause tells, where grammar alone gives it to somebody else: "kept them from entering", "found them guilty of entering", "saw the offices, which were hit, and left"."""
        above = clause.parent
        if above is None or subject is None:
            return subject
        if clause.kind is Kind.PARTICIPLE and self._of_object(clause.verb.start - 1) and above.object is not None and not above.verb.passive:
            return above.object
        before = clause.joined
        if before is None or subject is not clause.antecedent:
            return subject
        struck = before.verb.passive and not clause.verb.passive and self._low(subject) in BUILT
        while above is not None and not above.verb.finite:
            above = above.parent
        return self.syntax.subject_of(above) if above is not None and struck else subject

    def _of_object(self, k: int) -> bool:
        """Whether the word before an -ing form says that it is the object of the verb above who does it."""
        return self.doc.low[k] == "from" or self.doc.low[k - 1 : k + 1] == ["guilty", "of"]

    def _is_nobodys(self, clause: Clause, subject: NounGroup | None) -> bool:
        """Whether the subject that grammar gives an infinitive or gerund does nothing: "an attempt to kill the mayor failed", "made it harder to leave", "was solved by leaving", "foiled a plot to kill him"."""
        above, k = clause.parent, clause.verb.start - 1
        if above is None or subject is None:
            return False
        if clause.kind is Kind.PARTICIPLE:
            if self._is_joined_to(clause.object, subject) or self._is_done_to_himself(clause, subject):
                return True  # "bombing towns and villages is a crime"
            solved = self.doc.low[k] == "by" and above.verb.passive and subject is self.syntax.subject_of(above) and not self.can_act(subject)
            return solved or self._is_cleared(above, k) or self._victims(clause) is not None
        if self._is_act(subject) and self._low(subject) not in STRIKE or self.doc.low[subject.head] == "it" and subject is above.object and subject.end <= k:
            return True
        plan = self.syntax.group_at(k)
        judged = plan is not None and self._is_act(plan) and (plan is above.object or self.preposition(plan) in ("for", "over"))
        return judged and (self.type_of(above) in SPOKEN_OF or above.verb.lemma in TRUTH.prevents)

    def _is_joined_to(self, whom: NounGroup | None, subject: NounGroup) -> bool:
        """Whether a group stands behind "and" in a list with another one."""
        k = subject.start - 1
        return whom is not None and self.doc.low[k] in ("and", "or") and (whom.end == k or subject in whom.members)

    def _is_done_to_himself(self, clause: Clause, subject: NounGroup) -> bool:
        """Whether a participle tells what befalls the subject of its passive: "he was quarantined, putting him under house arrest"."""
        whom, above = clause.object, clause.parent
        if whom is None or not whom.pronoun or above is None or not above.verb.passive or above.verb.start == above.verb.word or self.doc.low[whom.head].endswith(("self", "selves")):
            return False
        name = self.referents.entity(whom).name
        return name is not None and name == self.referents.entity(subject).name

    def _is_cleared(self, above: Clause, k: int) -> bool:
        """Whether "of" at token k stands before what somebody is said not to have done: "acquitted of killing", "innocent of killing", "not guilty of killing"."""
        low = self.doc.low
        return low[k] == "of" and (above.verb.lemma in VERBS.clears or low[k - 1] == "innocent" or low[k - 2 : k] == ["not", "guilty"])

    def _victims(self, clause: Clause) -> NounGroup | None:
        """Who suffers a gerund by being its victim: "victims of kidnapping"."""
        k = clause.verb.start - 1
        group = self.syntax.group_at(k - 1) if clause.kind is Kind.PARTICIPLE and self.doc.low[k] == "of" else None
        return group if group is not None and self._low(group) in NOUNS.victim else None

    def _set_off(self, clause: Clause, subject: NounGroup | None) -> NounGroup | None:
        """The mine that whoever suffers sets off: "the bus hit a mine", "two guards stepped on a mine"."""
        if clause.verb.lemma not in VERBS.meets or clause.verb.passive or subject is None or self._low(subject) in WEAPON:
            return None
        met = (clause.object, *(group for preposition, group in clause.obliques if preposition in ("on", "over")))
        return next((group for group in met if group is not None and self._low(group) in NOUNS.mine), None)

    def _cause(self, clause: Clause, subject: NounGroup | None) -> Fact | None:
        """The fact whose outcome a participle tells, where the subject suffers both: "the bus was hit by a rocket, killing 12"."""
        above = clause.parent if clause.kind is Kind.PARTICIPLE and clause.subject is None and clause.object is not None else None
        if above is None or above.start > clause.start or subject is None or self.doc.low[clause.start - 1] not in (",", "and") or not self._assaults(clause):
            return None
        while above is not None and not (self._assaults(above) if above is clause.parent else self.type_of(above) == "ASSAULT"):
            above = above.parent  # "was ambushed as it crossed the bridge, killing 12"; not "jailed a man who drove into a crowd, killing 12"
        cause = self.at(above.verb.word) if above is not None else None
        return cause if cause is not None and (above is not clause.parent or cause.patient is subject) else None

    def _assaults(self, *clauses: Clause) -> bool:
        """Whether verbs tell what is done or happens to somebody in an attack."""
        return all(self._harms(clause) or self.type_of(clause) == "ASSAULT" for clause in clauses)

    def _directed(self, fact: Fact, clause: Clause, patient: NounGroup | None) -> NounGroup | None:
        """The target: what the verb is done to, or what its phrases, act, weapon or forces are directed at."""
        lemma = clause.verb.lemma
        if patient is None:
            return None if lemma in SUFFERS else self._phrase(clause, ("against",)) or self._other_side(clause) if lemma in PREPOSITIONS.none else self._beyond(clause)
        if lemma in VERBS.topics:
            return self._talked_to(clause)
        if lemma in BLAMES and "for" not in dict(clause.obliques) and (blamed := self._phrase(clause, (BLAMES[lemma],))) is not None:
            return blamed  # not "blamed rebels for the raid on Brod"
        if self._is_act(patient) or self._is_money(patient):
            return self._of_act(clause, patient)
        if lemma == "use" and self._low(patient) in WEAPON or lemma in VERBS.inflicts and (patient.number >= 0 or not self.can_act(patient)):
            return self._phrase(clause, ("against", "on", "among")) or (patient if lemma in VERBS.inflicts else None)
        if self._thrown(clause, patient):
            fact.means = fact.means or patient
            return self._aim(clause, patient) or self._of_infinitive(clause)
        if self._is_forces(patient) and not clause.verb.passive:
            if lemma in VERBS.attends:
                return self._phrase(clause, ("with",)) or patient
            return (self._phrase(clause, ("against", "from", "out of") if lemma in VERBS.leaves else ("against",)) if self.type_of(clause) in MOVES or lemma == "withdraw" else None) or patient
        return patient

    def _beyond(self, clause: Clause) -> NounGroup | None:
        """The target of a verb without an object: behind a preposition, in what is asked or planned, the other of two."""
        return self._oblique(clause) or self._told_to(clause) or self._other_side(clause) or self._of_infinitive(clause) or self._agreed_for(clause)

    def _agreed_for(self, clause: Clause) -> NounGroup | None:
        """Whom or where it concerns what somebody agrees to: "agreed to a ceasefire in Brod"."""
        act = next((group for preposition, group in clause.obliques if preposition in ("to", "on") and not group.time), None) if clause.verb.lemma in VERBS.settles else None
        return (self._target(act) or self._place_in(clause)) if act is not None else None

    def _shared(self, clause: Clause) -> NounGroup | None:
        """The object that a verb shares with the one joined to it: "shelled and bombed their posts"."""
        following = _last(clause)
        shares = following is not clause and not clause.obliques and clause.complement is None and not following.verb.passive and self._harms(clause)
        return following.object if shares else None

    def _planner(self, clause: Clause) -> NounGroup | None:
        """Whose plan an infinitive tells: "a move by Norland to send troops", "its plan to send them"."""
        before = self.syntax.group_at(clause.verb.start - 1) if clause.kind is Kind.INFINITIVE and clause.subject is None else None
        if before is None or self._is_act(before):
            return self._of_plan(before) if before is not None else None
        plan = self._before(before) if self.preposition(before) == "by" else None
        plan = self._before(plan) if plan is not None and plan.time else plan
        return before if plan is not None and self._is_act(plan) else None

    def _of_plan(self, plan: NounGroup) -> NounGroup | None:
        """Whose a plan is: "launched an offensive to retake it", "charged two men over a plot to kill him", "the men behind the plot to kill him"."""
        accused = next(filter(None, (self._accused(clause, role, plan) for clause, role in plan.roles)), None) or self._charged(plan)
        behind = self._before(plan) if self.preposition(plan) == "behind" else None
        return plan.holder or self._light_subject(plan) or accused or behind

    def _shared_agent(self, clause: Clause) -> NounGroup | None:
        """The agent that a passive shares with the one joined to it: "was shelled and occupied by the army"; not "was wounded and taken to a clinic by a nurse"."""
        joined = (clause.followed, *(child for child in clause.children if child.kind is Kind.PARTICIPLE and child.subject is clause.subject))
        return next((other.agent for other in joined if other is not None and other.verb.passive and other.agent is not None and (self.type_of(other) or not self._harms(clause))), None)

    def _victor(self, clause: Clause, subject: NounGroup | None) -> NounGroup | None:
        """To whom a town "fell"."""
        if clause.verb.lemma != "fall" or subject is None or not self.places.is_place(subject):
            return None
        return next((group for preposition, group in clause.obliques if preposition == "to" and not group.time), None)

    def _talked_to(self, clause: Clause) -> NounGroup | None:
        """With whom something is discussed: behind "with", the other of two, whom the verb above takes ("called Dray to discuss the truce")."""
        talks = (group for preposition, group in clause.obliques if preposition in ("at", "during", "in") and self._low(group) in NOUNS.talk)
        found = self._phrase(clause, ("with",)) or self._other_side(clause) or next(filter(None, map(self._party, talks)), None)
        above = clause.parent if clause.kind in (Kind.INFINITIVE, Kind.PARTICIPLE) else None
        if found is not None or above is None:
            return found
        met = above.object if above.object is not None and not self._is_act(above.object) else self._phrase(above, ("with",))
        return met if met is not None and not self.places.is_site(met) else None

    def _is_forces(self, group: NounGroup) -> bool:
        """Whether a group names soldiers or their arms."""
        low = self._low(group)
        return low in NOUNS.force or low in ("reinforcement", "tank", "warplane", "warship") or PERSON.get(low) is Measure.TROOPS

    def _of_act(self, clause: Clause, act: NounGroup) -> NounGroup | None:
        """The target of a verb that takes an act: whom it is spoken of to, whose meeting it is, whom the act is directed at, where it holds."""
        lemma, kind = clause.verb.lemma, self.type_of(clause)
        if VERB_KIND.get(lemma, NO_KIND)[0] in OF_WORDS and lemma not in VERBS.breaks or lemma in VERBS.answers or self._low(act) in NOUNS.complaint and kind == "ACCUSE":
            return self._spoken_of(clause, act)
        attends = lemma in VERBS.attends or self._low(act) in NOUNS.talk and kind == "REQUEST"
        if attends and (party := self._party(act)) is not None:
            return party
        if kind == "REQUEST" and (doer := self.at(act.head).agent) is not None and doer is not self.syntax.subject_of(clause):
            return doer  # "demanded the withdrawal of foreign forces"
        if lemma in VERBS.gives and self._is_money(act) and (found := self._of_infinitive(clause)) is not None:
            return found  # "gave two million euros to support refugees"
        found, owner = self._act_target(clause, act), self._owner(act)
        if (found is None or self._is_act(found)) and owner is None and (lemma in VERBS.breaks or kind in HELD_SOMEWHERE):
            found = self._place_in(clause) or found
        return self.at(act.head).patient if found is None and self.makes(clause) else found or owner or act

    def _spoken_of(self, clause: Clause, act: NounGroup) -> NounGroup | None:
        """Whom a verb concerns that only speaks of an act: whoever does it; of a complaint whom it is against."""
        if self._low(act) not in NOUNS.complaint:
            return self.addressed(act)
        return next((group for group in self.after(act) if self.preposition(group) == "against"), None) or self._oblique(clause)

    def _act_target(self, clause: Clause, act: NounGroup) -> NounGroup | None:
        """Whom an act is directed at by its own phrases, else by those of the verb."""
        found = self._target(act) or self._aimed_at(act)
        if found is None and self._low(act) in NOUNS.talk:
            found = self._oblique(clause, TALKS) or self._other_side(clause)
        return found or self._oblique(clause) or self._other_side(clause)

    def _party(self, act: NounGroup) -> NounGroup | None:
        """Whose meeting it is, or with whom: "attended a meeting of the council"."""
        following = next(iter(self.after(act)), None)
        return following if following is not None and self.preposition(following) in ("of", "with") and not following.time and not self._is_act(following) else None

    def _paid(self, clause: Clause) -> NounGroup | None:
        """Where money is given: "provided 28 million euros in Norland"."""
        return self._place_in(clause) if clause.object is not None and self._is_money(clause.object) else None

    def _is_money(self, group: NounGroup) -> bool:
        return group.number >= 0 and not NOUNS.money.isdisjoint(self.doc.low[group.start : group.end])

    def _place_in(self, clause: Clause) -> NounGroup | None:
        """The place in which something is imposed or given: "imposed a curfew in parts of the city"."""
        plain = (self._plain(group) for preposition, group in clause.obliques if preposition in ("in", "across"))
        return next((group for group in plain if group is not None and self.places.is_place(group)), None)

    def _told_to(self, clause: Clause) -> NounGroup | None:
        """Who is asked to do, or blamed for, what stands behind: "demanded that the mayor resign", "called for people to stay", "alleged the mayor fled"."""
        if clause.inserted or self.type_of(clause) not in ADDRESSED:
            return None
        told = clause.complement or next((child for child in clause.children if child.kind is Kind.INFINITIVE and child.subject is not None), None)
        if told is not None and told.start >= clause.verb.end:
            return self.syntax.subject_of(told)
        that = self.doc.visible[clause.verb.end]
        return self.syntax.group_at(self.doc.visible[that + 1]) if self.doc.low[that : that + 1] == ["that"] else None

    def _is_lost(self, group: NounGroup) -> bool:
        """Whether persons or things are lost, not what only their loser suffers by: "lost 12 tanks", but "lost ground"."""
        base = self._low(group)
        return group.number >= 0 or group.name or base in PERSON or base in THING or base in BUILT

    def _goes_off(self, clause: Clause, subject: NounGroup | None) -> bool:
        """Whether what "exploded" is no bomb but what suffers it."""
        if clause.verb.lemma not in VERBS.explodes or clause.object is not None or subject is None or clause.verb.passive:
            return False
        return self._low(subject) in THING and self._low(subject) not in WEAPON

    def _harms(self, clause: Clause) -> bool:
        """Whether a verb tells what an attack does to somebody."""
        word = self.doc.low[clause.verb.word]
        return word in HARMS or known(word).verb in HARM

    def _thrown(self, clause: Clause, group: NounGroup) -> bool:
        """Whether a verb sends a weapon at something: "fired rockets at", "threw stones at"; not "shot down drones"."""
        down = self.doc.low[clause.verb.word + 1 : clause.verb.word + 2] == ["down"]
        sends = self._is_one_of(clause, VERBS.throws) and not down
        return clause.verb.lemma == "detonate" or sends and (self._low(group) in WEAPON or group.number != group.head and self._aimed_phrase(clause) and not self.can_act(group))

    def _aimed_phrase(self, clause: Clause) -> bool:
        """Whether a phrase tells at what something is thrown."""
        at = self._phrase(clause, ("at",))
        return at is not None and not self._is_bare_number("at", at)

    def _aim(self, clause: Clause, weapon: NounGroup) -> NounGroup | None:
        """What a weapon is thrown at."""
        phrases = [*((self.doc.low[group.preposition], group) for group in self.after(weapon)), *clause.obliques]
        aimed = [(preposition, group) for preposition, group in phrases if preposition in AIMED and not group.time and not self._is_bare_number(preposition, group) and not self._is_of_act(group) and not self._only_told(group)]
        sure = (group for preposition, group in aimed if preposition not in LOOSELY)
        return next(sure, None) or next((group for _, group in aimed), None)

    def _only_told(self, group: NounGroup) -> bool:
        """Whether a phrase names an act and nobody who does one: "fired shots in an attempt to flee"; not "fired at a patrol", "at parts of the town"."""
        return self._is_act(self.whole(group) or group) and not self.can_act(group)

    def _is_of_act(self, group: NounGroup) -> bool:
        """Whether a phrase stands right behind another act and tells whom that one strikes: "fired at the town after a raid on the port", "fired after a quarrel with Rask"."""
        before = self._before(group)
        return before is not None and self._is_act(before) and self._was_before(before)

    def _is_passive(self, clause: Clause) -> bool:
        verb = clause.verb
        if verb.lemma in VERBS.busy and "in" in dict(clause.obliques):
            return False
        if verb.passive or verb.start < verb.word:
            return verb.passive
        none = clause.object is None or clause.object is clause.antecedent
        return none and (self._shares_passive(clause) or self._is_headed(clause) or self._is_reduced(clause)) or self._is_counted(clause, none=none)

    def _is_reduced(self, clause: Clause) -> bool:
        """Whether a participle of harm stands right before the verb of its subject, with nothing that joins them: "one of the men injured remains in hospital"."""
        following = clause.followed
        harm = HARMS.get(self.doc.low[clause.verb.word]) if following is not None else None
        if following is None or harm is None or not harm.participle or harm.subject or clause.subject is not None and self._is_act(clause.subject):
            return False
        return JOINING.isdisjoint(self.doc.low[clause.verb.end : following.verb.start])

    @staticmethod
    def _shares_passive(clause: Clause) -> bool:
        """Whether it is joined to a passive: "12 were killed and others kidnapped", "was charged with murder on Friday and remanded in custody"."""
        before = clause.joined
        return before is not None and before.verb.passive and (clause.subject is not before.subject or clause.verb.lemma in VERBS.taken or clause.verb.lemma in DONE_TO)

    @staticmethod
    def _is_headed(clause: Clause) -> bool:
        """Whether a headline tells it without its auxiliary: "Tanker seized in strait", "Man killed in raid"."""
        subject = clause.subject
        following = clause.followed
        if clause.kind is not Kind.MAIN or following is not None and (_last(following).object is not None or following.verb.lemma not in SUFFERED):
            return False  # "Man shot and killed"
        bare = subject is not None and subject.determiner < 0 and not (subject.plural or subject.pronoun or subject.name)
        alone = following is None or clause.verb.lemma in VERBS.taken or bare and clause.verb.lemma in HARM
        return alone and (clause.verb.lemma in VERBS.taken or bare and clause.complement is None and (clause.verb.lemma in DONE_TO or following is not None))

    def _is_counted(self, clause: Clause, *, none: bool) -> bool:
        """Whether it tells what befell a number: "in which 12 were killed and 30 injured", "one killed each day"."""
        harm, subject = HARMS.get(self.doc.low[clause.verb.word]), clause.subject
        if harm is None or not harm.participle or harm.subject or harm.fate == "taken" or subject is None:
            return False
        counted = subject.number >= 0 or self._low(subject) in NOUNS.number
        alone = (clause.followed is None or clause.followed.subject is not subject) and clause.complement is None
        return counted and alone and (none or clause.object is not None and clause.object.time)

    def _strike(self, clause: Clause) -> NounGroup | None:
        """The attack in which somebody "was killed"; "30 were killed and 100 injured in a raid": in the same raid."""
        found, path = None, []
        at: Clause | None = clause
        while at is not None and at not in self._strikes:
            path.append(at)
            if (found := self._own_strike(at)) is not None:
                break
            following = at.followed or self._joined_participle(at)
            alike = following is not None and following.start > at.start and following.object is None and not have_two_times(following, at)
            at = following if alike else None
        if found is None and at is not None:
            found = self._strikes.get(at)
        self._strikes.update(dict.fromkeys(path, found))
        return found

    def _agent_before(self, clause: Clause) -> NounGroup | None:
        """Who does what the first half of a sentence tells: "left two dead and 50 wounded", "four were killed in the blast and 50 injured"."""
        hangs = clause.kind is Kind.REDUCED and clause.subject is not None and self.doc.low[self.doc.prior[clause.subject.start]] == "and"
        before = clause.parent if hangs else clause.joined
        alike = before is not None and clause.verb.lemma in VERBS.harmed and not clause.obliques and before.subject is not clause.subject and self._assaults(before)
        return self.at(before.verb.word).agent if alike and before is not None else None

    def _own_strike(self, clause: Clause) -> NounGroup | None:
        """Who does it, or the attack, that a clause itself tells."""
        if clause.agent is not None and not self._is_bank(clause.agent):
            return clause.agent
        above, victims = clause.parent, clause.antecedent
        told = next(filter(None, (self._doing_harm(clause, preposition, group) for preposition, group in clause.obliques)), None)
        if (found := self._attack_in_which(clause) or told) is not None:
            return found
        if above is not None and victims is not None and clause.kind is Kind.REDUCED and self.preposition(victims) == "with":
            return self.syntax.doer_of(above) if self._harms(above) and not above.verb.passive else self._own_strike(above)  # "hit a clinic with 12 killed"
        meanwhile = (self.at(child.verb.word) for child in clause.children if self._while_harming(child))
        return next((fact.agent or fact.means for fact in meanwhile), None)

    def _attack_in_which(self, clause: Clause) -> NounGroup | None:
        """The attack that a clause hangs on: "the raids in which 12 were killed", "the raid on the market where 12 died"."""
        around = clause.antecedent if clause.kind is Kind.RELATIVE and clause.antecedent is not clause.subject else self._before_where(clause)
        around = self.acting(around)
        while around is not None and self._low(around) not in STRIKE:
            around = self._before(around)
        return around

    def _doing_harm(self, clause: Clause, preposition: str, group: NounGroup) -> NounGroup | None:
        """Who or what does harm by a phrase: "by the guild", "in a raid", "after the blast"; not "arrested after the raid", "released after it", "hours after it"."""
        low = self._low(group)
        if preposition == "by":
            return None if group.time or self._is_bank(group) or group.end - group.start == 1 and low in MEANS else group
        if preposition not in ("in", "during") and (preposition not in ("after", "from") or self.type_of(clause) in BY_OTHERS):
            return None
        counted = self.syntax.group_at(group.preposition - 1) if preposition == "after" else None
        if counted is not None and counted.time:
            return None
        if low in NOUNS.mutual:
            other = next(iter(self.after(group)), None)
            return other if other is not None and self.preposition(other) == "with" else None  # killed "in clashes with police"
        if clause.verb.lemma in VERBS.arrests and low not in NOUNS.arresting:
            return None  # "arrested in the shooting of a boy"
        return group if low in STRIKE or low in NOUNS.mine else None

    def killed(self, clause: Clause) -> bool:
        """Whether who "died" did so by somebody's hand or in an attack."""
        return self.at(clause.verb.word).agent is not None or any(self._low(group) in STRIKE for _, group in clause.obliques)

    def _while_harming(self, child: Clause) -> bool:
        """Whether a clause tells the act in which somebody suffers: "were wounded when gunmen opened fire"."""
        when = child.kind is Kind.ADVERBIAL and child.opener >= 0 and self.doc.low[child.opener] in ("when", "after", "as")
        return when and not (child.subject is not None and child.subject.pronoun) and (not child.verb.passive or child.agent is not None) and self.type_of(child) == "ASSAULT"

    def _joined_participle(self, clause: Clause) -> Clause | None:
        """The second half of "103 were killed and 67 wounded by troops"."""
        k = self.doc.visible[clause.verb.end]
        group = self.syntax.group_at(k + 1) if k < len(self.doc) and self.doc.low[k] == "and" else None
        return group.clauses[0] if group is not None and group.number >= 0 and group.clauses else None

    def _oblique(self, clause: Clause, wanted: Sequence[str] = ()) -> NounGroup | None:
        """The target of a verb without an object, behind a preposition; what stands before the verb is none."""
        if not clause.obliques:
            return None
        behind = [(preposition, group) for preposition, group in reversed(clause.obliques) if group.start > clause.verb.word and not (preposition == "of" and group in self.places.located) and not self._is_of_act(group)]
        before = [(preposition, group) for preposition, group in clause.obliques if preposition == "with" and group.start < clause.verb.word]
        phrases = {_governing(preposition): group for preposition, group in (*before, *behind) if not group.time and not self._only_tells_where(preposition, group)}
        lemma = clause.verb.lemma
        usual = ("against", *TALKS) if lemma in VERBS.speaks else STRUCK if lemma in HARM or self.type_of(clause) == "ASSAULT" else PROTESTED if self.type_of(clause) == "PROTEST" else TARGET
        for found in filter(None, map(phrases.get, wanted or usual)):
            if not self._is_act(found):
                return found
            if lemma in VERBS.answers or self.type_of(clause) == "REJECT":
                return self.addressed(found)  # "objected to the proposal"
        return None

    def _only_tells_where(self, preposition: str, group: NounGroup) -> bool:
        """Whether a phrase tells with what, when or on which street something is done, and not to whom: "with a bomb", "at 1100", "on Rask Avenue"."""
        low = self._low(group)
        return low in WEAPON or low in NOUNS.time or self._is_bare_number(preposition, group) or preposition == "on" and low in STREETS

    def _is_bare_number(self, preposition: str, group: NounGroup) -> bool:
        """Whether a phrase is an hour or a level: "exploded at 1100", "stood at 200,000"; not "at one of the cars"."""
        return preposition == "at" and group.number == group.head and not self.counted(group)

    def _of_infinitive(self, clause: Clause) -> NounGroup | None:
        """The target of what is agreed, promised, planned: "agreed to lend arms to the rebels"."""
        chain = []
        inner = infinitive(clause)
        while inner is not None and inner.verb.word not in self._facts:
            chain.append(inner.verb.word)
            inner = infinitive(inner)
        for verb in reversed(chain):  # the innermost first: "agreed to try to lend"
            self.at(verb)
        inner = infinitive(clause)
        return self._of_planned(inner) if inner is not None else None

    def _of_planned(self, inner: Clause) -> NounGroup | None:
        """The target of an infinitive: of a thing whoever is meant to have it, or where, else none: "agreed to open its borders to refugees", "to lay down arms in Brod"; not "to buy parts for planes"."""
        found = self.at(inner.verb.word).patient
        if found is None or self._is_party(found) and not self._is_forces(found) or found.start < inner.verb.start:
            return found
        receiver = self._phrase(inner, ("to", "for"))
        if receiver is not None and (self._is_party(receiver) or self.can_act(receiver)):
            return receiver
        return self._place_in(inner) or (found if self._is_forces(found) or self.can_act(found) else None)

    def _is_party(self, group: NounGroup) -> bool:
        """Whether a group names somebody, a place or a building."""
        return group.name or group.pronoun or not KNOWN.isdisjoint(self.classes(group))

    def _with(self, clause: Clause) -> NounGroup | None:
        """The weapon behind "with" or "by" in a clause, or the weapon that is its subject."""
        for preposition, group in clause.obliques:
            if preposition in ("with", "by", "using", "from") and self._low(group) in WEAPON:
                return group
        doer = self.syntax.doer_of(clause)
        return doer if doer is not None and self._low(doer) in WEAPON else None


def have_two_times(clause: Clause, other: Clause) -> bool:
    """Whether two joined clauses tell of two at two times: "In March a guard was killed and in May a clerk died"; not "were killed and 12 hurt on Monday"."""
    return clause.subject is not other.subject and all(any(group.time for _, group in one.obliques) for one in (clause, other))


def _last(clause: Clause) -> Clause:
    """The last of the clauses of one subject that are joined behind a verb without an object, up to the first that has one."""
    subject = clause.subject
    while clause.object is None and clause.followed is not None and clause.followed.subject is subject:
        clause = clause.followed
    return clause


def _governing(preposition: str) -> str:
    """The preposition behind a particle that grammar took with it: "at" of "lashed out at", but "out of"."""
    first, _, last = preposition.partition(" ")
    return last if first in PARTICLES and last not in ("", "of") else preposition


DONE_TO = VERBS.harmed - SUFFERS
"""Verbs of harm that somebody does."""
SUFFERED = DONE_TO | VERBS.taken
"""The same, and those by which somebody is taken or held."""
BEFALLING = SUFFERS.union(VERBS.meets, VERBS.explodes, VERBS.loses, VERBS.obtains)
"""Verbs whose subject may suffer what they tell."""
OBTAINED = frozenset({"ACCUSE", "AID", "THREATEN"})
"""Kinds of what somebody obtains from whoever does it: "received threats"."""
DEEPEST = 20
"""How many facts are read one for the other."""
STRUCK = (*(preposition for preposition in TARGET if preposition != "from"), "through")
"""Prepositions before what an attack hits: never where it comes from."""
PROTESTED = ("against", "over", "at")
"""Prepositions before whoever people march or strike against: never what they want ("for better pay")."""
STREETS = TABLES.quantities.street.words
JOINING = frozenset({",", "and", "but", "or", "then"})
LOOSELY = ("across", "in", "over")
"""Prepositions before what a weapon is aimed at, where no other tells it."""
UNFINISHED = frozenset({Kind.INFINITIVE, Kind.PARTICIPLE})
SPOKEN_OF = frozenset({"ACCUSE", "COERCE", "REJECT", "SANCTION", "SUPPORT"})
"""Kinds of what is done about a plan of others."""
MOVES = frozenset({"MOBILIZE", "RETREAT"})
"""Kinds of verbs that move forces."""
BY_OTHERS = frozenset({"AID", "COERCE", "RETREAT"})
"""Kinds of what no attack does to whoever it is done to after it."""
HELD_SOMEWHERE = frozenset({"AID", "COERCE", "REQUEST", "RETREAT", "THREATEN"})
"""Kinds of verbs whose act is done to the place that it holds in: "imposed a curfew in Brod"."""
KNOWN = frozenset({"@person", "@place", "@built"})
OF_WORDS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Kinds of verbs that speak of an act."""
TALKS = ("with", "to")
"""Prepositions before whoever is talked to."""
ADDRESSED = frozenset({"ACCUSE", "REQUEST"})
