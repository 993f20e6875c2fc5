"""The roles of an event noun: who does it and who suffers it, by its owner, the phrases around it and the verbs that it stands beside."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cached_property

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role

from ..grammar.lists import NAMES
from ..lexicon.claims import BUILT, names_person
from ..lexicon.events import known
from ..lexicon.facts import HARM, MAKES, NOUN_TARGET, NOUNS, ONE_SIDED, PLACE_NOUN, PREPOSITIONS, SITE, STRIKE, TRUTH, VERBS, WEAPON, WHERE, singular
from ..tables import TABLES
from .fact import Fact
from .frames import Frames

ACTING = frozenset(EntityKind) - {EntityKind.THING, EntityKind.DOCUMENT, EntityKind.UNKNOWN}
"""Sorts of who can act."""
ACCIDENTS = frozenset(TABLES.incidents.type["accident"].split()) | TABLES.dates.events.event
"""Nouns of what kills without anybody who does it, or names an act again."""
FORCED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
"""Kinds of acts that hurt or are done by force."""


class Nouns(Frames):
    """Reads event nouns."""

    def at(self, token: int) -> Fact:
        """The fact told by the verb or noun at a token."""
        raise NotImplementedError

    def _of_noun(self, fact: Fact, group: NounGroup) -> None:
        """The roles of an event noun: its owner, the phrases behind it, the subject of a verb that only lends it one."""
        self._of_phrases(fact, group)
        fact.agent = fact.agent or self._blamed(group)
        if self._low(group) in NOUNS.injury:
            fact.patient = self._holder(group) or self._enduring(group) or self._wounded(group)
        else:
            owner = self._of_sufferer(fact, group, self._holder(group))
            fact.agent = fact.agent or self._of_owner(fact, group, owner)
            self._of_harm(fact, group)
            self._of_killing(fact, group)
        fact.agent, fact.patient = self._plain(fact.agent), self._plain(fact.patient)

    def _of_sufferer(self, fact: Fact, group: NounGroup, owner: NounGroup | None) -> NounGroup | None:
        """Find who suffers an act; the owner, if it is not he: "the mayor's murder", not "Norland's worst massacre"."""
        low, two = self._low(group), fact.agent is not None and self.preposition(fact.agent) == "between"
        fact.patient = fact.patient or next(filter(None, (find(self, group) for find in SUFFERS_IT if not (two and find is Nouns._target))), None)
        if low in NOUNS.suffered and fact.patient is None:
            whose = owner if owner is None or low == "capture" or not self.places.is_place(owner) else None
            fact.patient, owner = whose or self._named_for(group), None
        fact.patient = fact.patient or self._opposed(group) or self._site(group)
        fact.patient = None if fact.patient is fact.agent else fact.patient
        return owner

    def _of_owner(self, fact: Fact, group: NounGroup, owner: NounGroup | None) -> NounGroup | None:
        """Who does an act by whose it is, or by the verbs around it; a town does none: "the city's second homicide"."""
        owner = None if owner is not None and not owner.name and self._low(owner) in PLACE_NOUN else owner
        named = owner if owner is not None and not owner.pronoun else None
        return named or self._light_subject(group) or self._maker(group) or owner or self._visitor(group, fact.patient)

    def _of_harm(self, fact: Fact, group: NounGroup) -> None:
        """Who kills and who suffers "in an air strike"."""
        if self._low(group) not in ONE_SIDED:
            return
        for clause, role in group.roles:
            kind = self.type_of(clause) if role is Role.OBLIQUE and self.preposition(group) in PREPOSITIONS.within else ""
            if kind == "ASSAULT" or kind == "COERCE" and self._low(group) in NOUNS.arresting and self.preposition(group) != "with":
                told = self.at(clause.verb.word)
                if told.patient is not None and told.patient is fact.agent:
                    return  # "shot a suspect in the bombing"
                fact.patient = fact.patient or (told.patient if kind == "ASSAULT" else None)
                fact.agent = fact.agent or (told.agent if told.agent is not group else None)

    def _of_killing(self, fact: Fact, group: NounGroup) -> None:
        """Who kills and who suffers by the noun that an attack hangs on: "the killing of two men by rebels in a raid"."""
        killing = group if self._low(group) in ONE_SIDED and self.preposition(group) in PREPOSITIONS.within else None
        while killing is not None and killing.preposition >= 0:
            killing = killing.hangs_on or self._before(killing)
            if killing is not None and self._low(killing) in NOUNS.suffered and (self._low(killing) not in NOUNS.tried or self._low(group) in NOUNS.arresting):
                told = self.at(killing.head)
                fact.agent, fact.patient = fact.agent or told.agent, fact.patient or told.patient

    @staticmethod
    def _owner(act: NounGroup) -> NounGroup | None:
        """Whose act it is said to be, but for a pronoun."""
        return act.holder if act.holder is not None and not act.holder.pronoun else None

    def _holder(self, group: NounGroup) -> NounGroup | None:
        """Whose act it is; a list shares an owner: "Norland's missile and drone attacks"."""
        first = group.members[0] if group.members and group.determiner < 0 else group
        return group.holder or first.holder

    def _of_phrases(self, fact: Fact, group: NounGroup) -> None:
        """By X, between X and Y, the withdrawal of X, fire from X."""
        low = self._low(group)
        if (sides := self._between(group)) is not None:
            fact.agent, fact.patient = sides, self._second(sides)
        for n, following in enumerate(self.after(group)):
            preposition = self.doc.low[following.preposition]
            if preposition == "by" and fact.agent is None and not self._is_bank(following):
                fact.agent = following
            elif preposition == "between" and not (n and self._low(self.after(group)[n - 1]) in PLACE_NOUN):  # not "on the road between Brod and Lenz"
                fact.agent, fact.patient = following, self._second(following)
            elif preposition == "from" and fact.agent is None and self._low(following) not in NOUNS.way and (low in FIRED or self._speaks_up(group)):
                fact.agent = following
            elif preposition == "of" and n == 0 and fact.agent is None and low in NOUNS.of_agent:
                fact.agent = following

    def _other_side(self, clause: Clause) -> NounGroup | None:
        """The second of two who do something together: "Norland and the guild agreed"."""
        subject = self.syntax.subject_of(clause)
        together = clause.verb.lemma in VERBS.together or self.makes(clause) and clause.object is not None and self._low(clause.object) in NOUNS.talk  # "held talks"
        if not together or subject is None or len(subject.members) != 2:  # noqa: PLR2004
            return None
        first, second = subject.members
        return second if "and" in self.doc.low[first.end : second.start] else None

    def _between(self, group: NounGroup) -> NounGroup | None:
        """The two sides of a fight, behind the verb that says it took place: "clashes broke out between the army and rebels", "fire was exchanged between them"."""
        mutual = self._low(group) in NOUNS.mutual
        takes_place = (clause for clause, role in group.roles if role is Role.SUBJECT and clause.object is None and (mutual or clause.verb.lemma in VERBS.together))
        return next(filter(None, map(self.sides, takes_place)), None)

    @staticmethod
    def sides(clause: Clause) -> NounGroup | None:
        """The two between whom something is done."""
        return next((group for preposition, group in clause.obliques if preposition.endswith("between")), None)

    def _maker(self, group: NounGroup) -> NounGroup | None:
        """The people, body or side that an act is named by; no town: "the Brod bombing", nobody whom it is done to: "the Rask killing"."""
        found = self._modifier(group)
        if found is None or self.places.is_people(found.start) and self.town_before(group) is None:
            return found
        if self.places.is_place(found) or found.name and (self._low(group) in NOUNS.suffered or self._low(group) in STRIKE and not self._acts(found)):
            return None
        return found

    def town_before(self, act: NounGroup) -> NounGroup | None:
        """The town that an act is named by: "the Brod bombing", "the Brod talks"; not whose it is: "the Brod police operation", "Brod strikes on Lenz"."""
        kind = known(self.doc.low[act.head]).noun_kind
        somewhere = self._low(act) in STRIKE or self._low(act) in NOUNS.gathering or kind is not None and kind[0] in ("ASSAULT", "PROTEST")
        found = self._modifier(act) if somewhere else None
        if found is None or not self.places.is_town(found) or self.doc.low[found.end] == "-" or not NOUNS.side.isdisjoint(self.doc.low[found.end : act.head]):
            return None
        return found if not self.places.is_people(found.start) or self._target(act) is None else None

    def _acts(self, name: NounGroup) -> bool:
        """Whether a name is that of a body: a sort of side or of persons, a known kind, an abbreviation, or a name that does something elsewhere in the text."""
        word, low = self.doc.toks[name.head].rstrip(), self.doc.low[name.head]
        return word.isupper() or low in NOUNS.side or names_person(low) or self.referents.entity(name).kind is not EntityKind.UNKNOWN or low in self._doers

    @cached_property
    def _doers(self) -> frozenset[str]:
        """The last words of the names that are subjects of active verbs or stand behind "by"."""
        low, syntax = self.doc.low, self.syntax
        subjects = (clause.subject for clause in syntax.clauses if not clause.verb.passive)
        named = {low[group.head] for group in subjects if group is not None and group.name}
        return frozenset(named.union(low[group.head] for group in syntax.groups if group.name and self.preposition(group) == "by"))

    def _named_for(self, group: NounGroup) -> NounGroup | None:
        """The name of whoever suffers it: "the Rask killing"."""
        found = self._modifier(group)
        return found if found is not None and found.name and not self.places.is_people(found.start) and not self.places.is_place(found) else None

    def _struck(self, group: NounGroup) -> NounGroup | None:
        """Who suffers what an act is said to do: "the shelling killed 55", "the blast that ripped through the market", "launched a raid, targeting them"."""
        group = self.counting(group)
        return next((found for clause in self._doing(group) if (found := self.at(clause.verb.word).patient) is not None and found is not group), None)

    def _doing(self, group: NounGroup) -> Iterator[Clause]:
        """The clauses that tell what an act does: those whose subject it is, those that hang on it, the purpose and the outcome of whoever does it."""
        yield from filter(self._hurts, self._own_clauses(group))
        for clause, role in group.roles:
            if role is Role.OBJECT and self.makes(clause):
                yield from filter(self._is_outcome, clause.children)
                yield from (child for child in clause.children if child.kind is Kind.INFINITIVE)
            elif role is Role.SUBJECT and self._low(group) in STRIKE:
                yield from (child for child in clause.children if child.kind is Kind.INFINITIVE and (self._hurts(child) or child.verb.lemma in VERBS.takes))

    def _own_clauses(self, group: NounGroup) -> Iterator[Clause]:
        """The clauses of an act: those whose subject it is, those that hang on it, those beyond the place or time behind it."""
        yield from (clause for clause, role in group.roles if role is Role.SUBJECT and not clause.verb.passive)
        yield from (clause for clause in group.clauses if clause.kind is Kind.RELATIVE or clause.kind is Kind.REDUCED and not clause.verb.passive)
        for clause in group.clause.children if group.clause is not None else ():
            if (self.acting(clause.antecedent) if clause.kind is Kind.RELATIVE else self.attack_before(clause)) is group:
                yield clause

    def _is_outcome(self, clause: Clause) -> bool:
        """Whether a participle tells whom an act hurt: "launched a raid, killing three"."""
        return clause.kind is Kind.PARTICIPLE and clause.object is not None and self._hurts(clause)

    def attack_before(self, clause: Clause) -> NounGroup | None:
        """The attack that a participle tells the outcome of, where its clause tells none: "left after a raid on the town, killing three", "condemned a raid, killing three"."""
        above = clause.parent if clause.kind is Kind.PARTICIPLE and clause.subject is None and self._hurts(clause) else None
        if above is None or above.start > clause.start or self._hurts(above):
            return None
        behind = (*(group for _, group in reversed(above.obliques)), above.object)
        return next((group for group in behind if group is not None and above.verb.word < group.start < clause.start and self._low(group) in STRIKE), None)

    def acting(self, group: NounGroup | None) -> NounGroup | None:
        """What acts, where a relative stands behind a place or a time: "a strike on the hospital that killed 42", "a raid in Brod, Norland, last week which"."""
        above = group = (self.whole(group) or group) if group is not None and group.time else group  # "four days of fighting"
        while above is not None and self._is_when_or_where(above):
            if group is not None and not any(clause.antecedent is group for clause in group.clauses):
                return group
            above = above.hangs_on or above.renames or self._before(above) or self._larger(above)
        return above if above is not None and group is not None and (above is group or self._may_do(above, group)) else group

    def _may_do(self, group: NounGroup, which: NounGroup) -> bool:
        """Whether a group can do what a relative behind its place tells: an act that is done by force, a weapon, "who"; not "no place for Norland, which"."""
        word, low = known(self.doc.low[group.head]), self._low(group)
        if self._is_act(group):
            return word.noun_kind[0] in FORCED if word.noun_kind is not None else word.lasting or low in STRIKE or low in ACCIDENTS
        things = any(self.doc.low[clause.start] == "which" for clause in which.clauses)
        return low in WEAPON or self.can_act(group, ACTING - {EntityKind.PERSON} if things else ACTING)

    def can_act(self, group: NounGroup, kinds: Container[EntityKind] = ACTING) -> bool:
        """Whether a group is of some sorts of actors, or a name of whom nothing is known."""
        return group.name or self.referents.entity(group).kind in kinds

    def _is_when_or_where(self, group: NounGroup) -> bool:
        """Whether a group is a time, a place, or the region behind the town that lies in it."""
        if group.time or self._low(group) in NOUNS.time or singular(self.doc.low[group.head]) in SITE or self.places.is_place(group):
            return True
        town = self._larger(group) if group.name else None
        return town is not None and self.places.is_place(town)

    def _larger(self, region: NounGroup) -> NounGroup | None:
        """The place before the comma behind which its region stands: "Brod, Norland"."""
        k = region.start - 1
        return self.syntax.group_at(k - 1) if k > 0 and self.doc.low[k] == "," and region.preposition < 0 else None

    def _hurts(self, clause: Clause) -> bool:
        """Whether a verb tells what an attack does."""
        return known(self.doc.low[clause.verb.word]).verb in HARM or self.type_of(clause) == "ASSAULT" and not self.makes(clause)

    def _aimed_at(self, group: NounGroup) -> NounGroup | None:
        """Whom an act is said to be against: "fighting was going on against the guild", "raids directed at rebels", "accusations that the guild bombs towns"."""
        if self._accuses(group):
            told = (clause for clause in (group.clause.children if group.clause is not None else ()) if clause.kind is Kind.COMPLEMENT and clause.antecedent is group)
            return next(map(self.syntax.subject_of, told), None)
        fights = ("against", "with") if self._low(group) in NOUNS.mutual else ()
        goes_on = [(clause, fights) for clause, role in group.roles if role is Role.SUBJECT and clause.object is None and not clause.verb.passive]
        done = (*group.clauses, *(clause for clause, role in group.roles if role is Role.SUBJECT))
        aimed = [(clause, AGAINST if clause.verb.lemma in VERBS.aims else AGAINST[1:]) for clause in done if clause.verb.passive or clause.antecedent is group is not clause.subject]
        return next((other for clause, wanted in (*goes_on, *aimed) for preposition, other in clause.obliques if preposition.split(" ")[-1] in wanted and not other.time), None)

    def _accuses(self, group: NounGroup) -> bool:
        kind = known(self.doc.low[group.head]).noun_kind
        return kind is not None and kind[0] == "ACCUSE"

    def _speaks_up(self, group: NounGroup) -> bool:
        """Whether a noun tells what somebody asks, offers or threatens: it comes from whoever does."""
        kind = known(self.doc.low[group.head]).noun_kind
        return kind is not None and kind[0] in ("REQUEST", "THREATEN") or self._low(group) in NOUNS.call

    def _called_on(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether "for" and a noun group name who is to do something: "calls for Norland to stop"."""
        return self.preposition(following) == "for" and self._low(group) in NOUNS.call and any(clause.kind is Kind.INFINITIVE for clause in following.clauses)

    def _enduring(self, group: NounGroup) -> NounGroup | None:
        """Who "came under" an attack, "faces" protests, "repelled" a raid, was "the target of" it."""
        group = self.counting(group)
        for clause, role in group.roles:
            lemma = clause.verb.lemma
            if role is Role.OBJECT and lemma in VERBS.endures and self._low(group) not in NOUNS.meeting or role is Role.OBLIQUE and self._idiom(clause, group) in VERBS.endures:
                return self.syntax.subject_of(clause)
        above = group.hangs_on
        if above is None or self._low(above) not in NOUNS.victim:
            return None
        around = self.syntax.clause_of(above.head)
        return above.renames or (self.syntax.subject_of(around) if around is not None and around.predicate == above.head else None)

    def _wounded(self, group: NounGroup) -> NounGroup | None:
        """Who has a wound: "a man with a wound", "found him with a wound", "died of a wound", "of injuries suffered from a wound"."""
        clause = group.clause if self.preposition(group) in ("from", "of", "with") else None
        found = group.hangs_on or (self.syntax.object_of(clause) or self.syntax.subject_of(clause) if clause is not None else None)
        return self._wounded(found) if found is not None and found.start < group.start and self._low(found) in NOUNS.injury else found

    def _idiom(self, clause: Clause, group: NounGroup) -> str:
        """A verb with its object and the preposition before a group: "resort to", "fall victim to", "take part in"."""
        taken = "" if clause.object is None or clause.object is group else f" {self._low(clause.object)}"
        return f"{clause.verb.lemma}{taken} {self.preposition(group)}"

    def _site(self, group: NounGroup) -> NounGroup | None:
        """The building or site that an attack is named by: "the hospital bombing"."""
        k = group.head - 1
        base = singular(self.doc.low[k]) if k >= group.start else ""
        return NounGroup(k, k + 1, k) if (base in SITE or base in BUILT) and self._is_act(group) else None

    def _light_subject(self, group: NounGroup) -> NounGroup | None:
        """Who "carried out" the act, "claimed responsibility for" it; by whom it was "carried out", "claimed"."""
        group = self.counting(group)
        for clause, role in group.roles:
            lemma = clause.verb.lemma
            if (self.makes(clause) or lemma == "have" and self._low(group) in NOUNS.talk) and role is (Role.SUBJECT if clause.verb.passive else Role.OBJECT):
                return self._doer(clause)
            if role is Role.OBLIQUE and self._idiom(clause, group) in MAKES and not clause.verb.status.negated:
                return self.syntax.subject_of(clause)
            if lemma in VERBS.responsible and clause.object is not None and self._low(clause.object) == "responsibility":
                return self._doer(clause)
        return next(filter(None, (self._of_relative(clause, group) for clause in group.clauses)), None) or self._responsible(group)

    def _doer(self, clause: Clause) -> NounGroup | None:
        """Who does what a clause says; nobody where it is denied ("no one has claimed the attack") or asked who it was."""
        doer = self.syntax.doer_of(clause)
        return None if clause.verb.status.negated or doer is not None and self.doc.low[doer.head] in ASKING else doer

    def makes(self, clause: Clause) -> bool:
        """Whether the subject of a verb does the act that it takes: "launched", "stepped up"; not "called it a strike", "what it called a strike"."""
        names = clause.verb.lemma in NAMES and (clause.second_object is not None or self.doc.low[clause.opener] == "what" and clause.opener >= 0)
        return self._is_one_of(clause, MAKES) and not names

    def _is_one_of(self, clause: Clause, verbs: frozenset[str]) -> bool:
        """Whether a verb, or the verb with its particle, stands in a list."""
        verb = clause.verb
        return verb.lemma in verbs or verb.particle >= 0 and f"{verb.lemma} {self.doc.low[verb.particle]}" in verbs

    def _blamed(self, group: NounGroup) -> NounGroup | None:
        """On whom it is blamed, who is accused, suspected or tried for it, who claims it or admits it; nobody, where it is told who did it ("accused of the raid carried out by rebels")."""
        if any(clause.agent is not None and self.makes(clause) for clause in group.clauses):
            return None
        named = next(filter(None, (find(self, group) for find in BLAMED)), None)
        if named is not None or not self._is_violence(group):
            return named
        first = group.members[0] if group.members else group  # "accused of murder and torture"
        return next(filter(None, (self._accused(clause, role, first) for clause, role in first.roles)), None) or self._charged(first)

    def _blamed_on(self, group: NounGroup) -> NounGroup | None:
        """On whom it is blamed: "blamed the raid on rebels"."""
        blaming = (clause for clause, role in group.roles if clause.verb.lemma in BLAMES and role in (Role.OBJECT, Role.SUBJECT))
        return next(filter(None, (self._phrase(clause, (BLAMES[clause.verb.lemma],)) for clause in blaming)), None)

    def _suspected(self, group: NounGroup) -> NounGroup | None:
        """The suspect in it, by his name where the clause tells that: "Smith is a suspect in the raid", "the suspect in the raid was identified as Smith"."""
        suspect = self._before(group) if self.preposition(group) == "in" else None
        if suspect is None or self._low(suspect) not in ("suspect", "suspects"):
            return None
        around = self.syntax.clause_of(suspect.head)
        if around is None:
            return suspect
        if around.predicate == suspect.head:
            return around.subject or suspect
        named = self.syntax.object_of(around) if self.preposition(suspect) == "as" else self._phrase(around, ("as",))
        return named or suspect

    def _is_violence(self, group: NounGroup) -> bool:
        kind = known(self.doc.low[group.head]).noun_kind
        return kind is not None and kind[0] == "ASSAULT"

    def _accused(self, clause: Clause, role: Role, group: NounGroup) -> NounGroup | None:
        """Whom a clause says to have done an act of violence: "blamed rebels for the raid", "is jailed for the raid", "pleaded guilty to the raid", "claimed the raid"."""
        if clause.verb.status.negated:
            return None
        if role is Role.OBLIQUE:
            before = self._before(group)
            linked = before is not None and self._low(before) in TABLES.dates.events.links  # "charged in connection with the raid"
            how = f"{clause.verb.lemma} {'in' if linked else self.preposition(group)}"
            patient = self.syntax.object_of(clause)
            tried = patient is not None and self._low(patient) in NOUNS.held and clause.verb.lemma in VERBS.awaits  # "faces trial for the raid"
            held = self.preposition(group) in CHARGED_FOR and (tried or any(self._low(other) in NOUNS.held for _, other in clause.obliques))
            taken = self._is_taken_for(clause, group)
            who = patient if (how in VERBS.accuses or held or taken) and not tried else None
            who = who or (self.syntax.subject_of(clause) if how in VERBS.admits or held or taken and patient is None else None)
            return who.renames or who if who is not None else None
        claims = clause.verb.lemma in VERBS.owns and role is (Role.SUBJECT if clause.verb.passive else Role.OBJECT)
        return self._doer(clause) if claims else None

    def _is_taken_for(self, clause: Clause, group: NounGroup) -> bool:
        """Whether those a clause tells of are taken for an act, or guilty in it: "arrested in the shooting", no raid in which police arrest; "found guilty in the murder"."""
        if self.preposition(group) != "in":
            return False
        guilty = self.doc.low[clause.verb.end : clause.verb.end + 1] == ["guilty"]
        crime = self._low(group) in NOUNS.suffered or self._low(group) in ONE_SIDED and self._low(group) not in NOUNS.arresting
        return guilty or clause.verb.lemma in VERBS.arrests and crime

    def _charged(self, group: NounGroup) -> NounGroup | None:
        """Whom a charge is laid to that it hangs on: "charged with murder in the raid", "arrested on suspicion of the murder", "faces charges of murder", "the trial of two men for the murder"."""
        charge, before = group.hangs_on, self._before(group)
        if before is not None and self.preposition(group) in ("for", "over") and before.hangs_on is not None and self.preposition(before) == "of" and self._low(before.hangs_on) in NOUNS.tried:
            return before
        if charge is None or self.preposition(group) not in CHARGED_FOR:
            return None
        if self.preposition(group) == "of" and any(self.syntax.object_of(clause) is charge and f"{clause.verb.lemma} of" in VERBS.accuses and not clause.verb.status.negated for clause, _ in charge.roles):
            return charge  # "accused the army of killings"
        for clause, role in charge.roles:
            charged = f"{clause.verb.lemma} {self.preposition(charge)}" in VERBS.accuses or self._low(charge) in NOUNS.charge and role is Role.OBLIQUE
            who = self.syntax.object_of(clause) if charged else self.syntax.subject_of(clause) if clause.verb.lemma == "face" and role is Role.OBJECT else None
            if who is not None and who is not charge and not clause.verb.status.negated:
                return who.renames or who
        return None

    def _phrase(self, clause: Clause, prepositions: Sequence[str]) -> NounGroup | None:
        """The phrase of a clause, or behind its object, with one of some prepositions, the first that is found going first."""
        phrases = [*clause.obliques, *((self.preposition(group), group) for group in (self.after(clause.object) if clause.object is not None else ()))]
        return next((group for preposition, group in phrases if preposition in prepositions and not group.time and not self._is_act(group)), None)

    def lends(self, verb: int, noun: int) -> bool:
        """Whether an event noun is the object of a verb, or gives it its meaning: both tell of one event ("imposed sanctions", "went on strike")."""
        group = self.syntax.group_at(noun)
        meant = self.doc.low[noun] in known(self.doc.low[verb]).frames
        return group is not None and any(clause.verb.word == verb and (meant or role is Role.OBJECT and self.makes(clause)) for clause, role in self.counting(group).roles)

    def only_lends(self, verb: int) -> bool:
        """Whether a passive verb only says that an event noun before it was done: "the raids carried out by"."""
        clause = self.syntax.clause_of(verb)
        if clause is None or clause.verb.word != verb or not clause.verb.passive or clause.verb.lemma not in VERBS.light:
            return False
        done = self.syntax.object_of(clause)
        return done is not None and known(self.doc.low[(self.whole(done) or done).head]).noun_kind is not None

    def takes_place(self, noun: int) -> bool:
        """Whether an event noun is said to take place or to be planned, or is an occasion: "talks resumed", "a truce was signed", "following a meeting"."""
        group = self.syntax.group_at(noun)
        if group is None:
            return False
        told = (clause for clause, role in self.counting(group).roles if role is Role.SUBJECT)
        happens = any(self._is_one_of(clause, TRUTH.occurs) or clause.verb.passive and self.makes(clause) or self.doc.low[clause.predicate] == "underway" for clause in told)
        return happens or self.preposition(group) in PREPOSITIONS.occasion or not TRUTH.planned.isdisjoint(self.doc.low[group.start : group.head])

    def _of_relative(self, clause: Clause, group: NounGroup) -> NounGroup | None:
        """Who does it by the clause that hangs on it: "raids carried out by the rebels", "talks he has convened"."""
        lemma = clause.verb.lemma
        if clause.verb.passive:
            return clause.agent if self.makes(clause) or lemma in VERBS.responsible else None
        subject = self.syntax.subject_of(clause)
        made = self.makes(clause) or lemma in VERBS.responsible
        return subject if made and subject is not group and subject is not clause.antecedent else None

    def _responsible(self, group: NounGroup) -> NounGroup | None:
        """Who has "claimed responsibility for" it, by whom that "was claimed", who is "responsible for" it."""
        above = group.hangs_on or (self._before(group) if self.preposition(group) == "for" else None)
        if above is None or self._low(above) != "responsibility":
            return self._said_responsible(group.preposition - 1) if self.preposition(group) == "for" else None
        claimed = (clause for clause, role in above.roles if role is (Role.SUBJECT if clause.verb.passive else Role.OBJECT))
        return next((self._doer(clause) for clause in claimed if clause.verb.lemma in VERBS.responsible), None)

    def _said_responsible(self, k: int) -> NounGroup | None:
        """Who is "responsible", at token k: "the commander responsible for the raid"."""
        if self.doc.low[k] != "responsible":
            return None
        clause = self.syntax.clause_of(k)
        if clause is None or clause.predicate != k:
            return self.syntax.group_at(k - 1)
        return clause.antecedent or self.syntax.subject_of(clause)  # "the man who is responsible for it"

    def _visitor(self, group: NounGroup, other: NounGroup | None) -> NounGroup | None:
        """Who does something "after talks with" somebody or "during a visit", is somewhere "for talks", tells somebody something "in a call"."""
        low, preposition = self._low(group), self.preposition(group)
        met = self._met_in(group) or preposition in PREPOSITIONS.during and (low in NOUNS.talk and other is not None or low in NOUNS.stay)
        if group.clause is None or not met:
            return None
        subject = self.syntax.subject_of(group.clause)
        return subject if subject is not None and not self._is_act(subject) else None

    def _met_in(self, group: NounGroup) -> bool:
        """Whether a talk is one in which or for which its clause tells that somebody is, or is told something."""
        return self._low(group) in NOUNS.meeting and self.preposition(group) in ("in", "for", "during", "on")

    def _met(self, group: NounGroup) -> NounGroup | None:
        """Who is told something "in a call"."""
        told = self.syntax.object_of(group.clause) if group.clause is not None and self._met_in(group) else None
        return told if told is not None and (told.name or "@person" in self.classes(told)) else None

    def _given(self, group: NounGroup) -> NounGroup | None:
        """Who is given what somebody says, or has it with them: "gave the guild an ultimatum", "held talks last week with the guild"."""
        for clause, role in group.roles:
            if role is Role.OBJECT and (clause.verb.lemma in VERBS.gives or self.makes(clause) or clause.verb.lemma == "have"):
                others = (other for preposition, other in clause.obliques if preposition == "with" and self._low(group) in NOUNS.talk and not other.time)
                return clause.second_object or next(others, None) or self._other_side(clause)
        return None

    def _target(self, group: NounGroup) -> NounGroup | None:
        """What an act is directed at: the first phrase behind it with a preposition of targets; of talks the other side."""
        for n, following in enumerate(self.after(group)):
            if self._is_no_target(group, following):
                continue
            if self._is_directed_at(group, following, first=n == 0):
                if self._is_with_what(group, following):
                    continue
                return self._suffering(following)
            if self._is_fought_for(group, following) or self._called_on(group, following):
                return following
            joins = self._low(following) in TABLES.dates.events.links  # "murder in connection with a raid"
            if not following.time and (self.preposition(following) not in PREPOSITIONS.besides or joins or self._is_act(following)):
                return None  # "the attack in a statement on Telegram"
        return None

    def _is_no_target(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether a phrase tells who does an act, of which sort it is, with what, or where it is done by both: "the withdrawal of troops", "a raid of this kind", "clashes at the border"."""
        low, word = self._low(group), self.preposition(following)
        harms = low in ONE_SIDED or low in NOUNS.suffered  # "assault with intent", "killing with malice"
        sort = word == "of" and self._low(following) in SORTS and self.whole(following) is None
        if word in ("on", "at") and low in NOUNS.personal and self._low(following) in PLACES:
            return True  # "a shooting on the east side"
        return sort or word == "of" and low in NOUNS.of_agent or word in ("on", "at") and (low in NOUNS.mutual or low in NOUNS.suffered) or word == "with" and harms

    def _is_directed_at(self, group: NounGroup, following: NounGroup, *, first: bool) -> bool:
        """Whether the preposition of a phrase is one of targets; that of "of" only right behind its noun."""
        low, word = self._low(group), self.preposition(following)
        aimed = word in NOUN_TARGET and not following.time and (first or word != "of" or low in NOUNS.suffered)
        return aimed or word in FOR_WHOM and low in NOUNS.sympathy

    def _is_with_what(self, group: NounGroup, following: NounGroup) -> bool:
        """Whether a phrase tells what talks are of, or with which weapon an act is done: "talks on a truce", "a volley of rockets", "an attack with drones"."""
        low, word = self._low(group), self.preposition(following)
        if low in NOUNS.talk:
            return word not in ("with", "between")
        if word == "of" and low in STRIKE and self._low(following) in NOUNS.arms:
            return True  # "the explosion of a bomb"
        return (word == "of" and low in NOUNS.series or word == "with") and self._low(following) in WEAPON

    def _is_fought_for(self, group: NounGroup, following: NounGroup) -> bool:
        """ "The battle for Brod"."""
        return self.preposition(following) in ("for", "over") and self._low(group) in NOUNS.fought_for and self.places.is_place(following)

    def _suffering(self, group: NounGroup) -> NounGroup:
        """Of what an act is directed at, whom it concerns: "the death of a guard", "the guild's decision"."""
        while self._is_act(group):
            inner = next(iter(self.after(group)), None)
            if inner is not None and self.preposition(inner) == "of" and not inner.time:
                group = inner
            else:
                return self._owner(group) or self._target(group) or group
        return group

    def addressed(self, act: NounGroup) -> NounGroup:
        """Whom somebody blames, refuses or backs by what is said of an act: whoever does it, else the act itself."""
        if self._low(act) in NOUNS.talk and (other := self._target(act)) is not None:
            return other
        phrases = [following for following in self.after(act) if not following.time]
        by = next((following for following in phrases if self.preposition(following) in ("by", "from")), None)
        if by is None and phrases and (phrases[0].name or "@person" in self.classes(phrases[0])) and self.preposition(phrases[0]) == "of" and not self.places.is_place(phrases[0]):
            by = phrases[0]  # "the appeal of the guild"
        return self._owner(act) or by or self._maker(act) or next((clause.agent for clause in act.clauses if clause.agent is not None), None) or act


SUFFERS_IT: tuple[Callable[[Nouns, NounGroup], NounGroup | None], ...] = (
    Nouns._enduring,  # noqa: SLF001
    Nouns._target,  # noqa: SLF001
    Nouns._struck,  # noqa: SLF001
    Nouns._aimed_at,  # noqa: SLF001
    Nouns._met,  # noqa: SLF001
    Nouns._given,  # noqa: SLF001
)
"""How it is told who suffers the act of a noun, the surest first."""
BLAMED: tuple[Callable[[Nouns, NounGroup], NounGroup | None], ...] = (Nouns._blamed_on, Nouns._suspected)  # noqa: SLF001
"""How it is told who did any act."""
CHARGED_FOR = ("for", "in", "of", "over")
"""Prepositions before what somebody is tried for."""
BLAMES: dict[str, str] = dict(pair.split(" ") for pair in VERBS.blames)
"""Verb that lays an act to somebody -> the preposition before whom: "blamed it on the guild"."""
FIRED = WEAPON | NOUNS.fire
"""What comes "from" whoever fires it."""
AGAINST = ("at", "against", "on", "upon")
PLACES = SITE.union(PLACE_NOUN, WHERE.part, BUILT)
"""Nouns of what people are at."""
SORTS = frozenset({"kind", "nature", "sort", "type"})
ASKING = frozenset({"who", "whoever"})
FOR_WHOM = ("for", "to")
