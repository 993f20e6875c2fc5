"""Where a fact takes place: the place behind it, its target, its clause, the clauses around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import takewhile

from conflictkit._document import Document
from conflictkit._models import EntityKind, Place, Span
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Once, Role, Syntax

from ..grammar.lists import CONDITIONAL, DIES, TIME_ORDER
from ..lexicon.claims import PERSON, names_person
from ..lexicon.events import HAVE, known
from ..lexicon.facts import HARM, NOUNS, PREPOSITIONS, STRIKE, VERBS, WHERE
from ..lexicon.inflection import plural
from .fact import Fact
from .frames import infinitive
from .verbs import OF_WORDS, Verbs

STRIKES = (HARM | VERBS.explodes) - DIES - VERBS.loses - {"leave"}
"""Verbs of what may be done in a hospital; who is "taken to", "remains in" or "dies in" one was hurt elsewhere."""


class Where(Verbs):
    """Reads places."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        super().__init__(doc, syntax)
        self._in_clause: Callable[[Clause], list[NounGroup]] = Once(self._places_of).__getitem__
        """The places among the phrases of a clause and of its object."""
        self._behind: Callable[[NounGroup | None], list[NounGroup]] = Once(self._places_behind).__getitem__
        """The places behind a noun group; "two villages south of Brod" are there too."""

    def place(self, fact: Fact, *, target: bool = True) -> Place | None:
        """Where: a phrase of its own, of its target or its clause, or the target itself (not of what is only said: "accused Norland")."""
        if self.doc.sentence_of[fact.token] not in self.places.sentences and (fact.clause is None or fact.clause.kind is not Kind.PARTICIPLE):
            return self._moved(fact)  # a name of which nothing is known
        if fact.group is not None and self._is_spoken_of(fact.group):
            return self._own_place(Fact(fact.token, None, fact.group, fact.agent, fact.patient, fact.means), target=target)
        crime = self.crime(fact)
        if crime is not None:  # what is told behind it is where that was
            near = (*self._behind(fact.agent), *(self._in_clause(fact.clause) if fact.clause else ()))
            return self.places.of(group for group in near if group.start < crime.start or crime.start < fact.token < group.start)
        if fact.group is not None and self._tells_who(fact.group):
            return self._own_place(Fact(fact.token, None, fact.group, fact.agent, fact.patient, fact.means), target=target)
        found = self._own_place(fact, target=target) or self._farther(fact) or (self._of_its_act(fact, fact.agent) if fact.agent is not None else None)
        return found or self._home(fact)

    def _home(self, fact: Fact) -> Place | None:
        """Where those live who suffer an attack, if nothing else tells where it was: "residents of Brod were killed"."""
        whom = fact.patient
        if whom is None or self._low(whom) not in NOUNS.resident or fact.clause is None or not self._assaults(fact.clause):
            return None
        return next((self.places.place(home) for home in self.after(whom) if self.preposition(home) == "of" and self.places.is_place(home)), None)

    def _own_place(self, fact: Fact, *, target: bool = True) -> Place | None:
        places, patient = self.places, fact.patient
        spot = patient if target and patient is not None and places.is_spot(patient) else None
        if spot is not None and places.has_name(spot):
            return places.place(spot)
        if (moved := self._moved(fact)) is not None:
            return moved
        found = (self._around(fact, spot) if self.doc.sentence_of[fact.token] in places.locating else None) or spot
        if found is not None:
            return places.place(found)
        return (self._scene(fact.group) if fact.group is not None else None) or self._struck_place(fact) or (self._fought_over(fact) if fact.group is None else None)

    def _of_its_act(self, fact: Fact, act: NounGroup) -> Place | None:
        """Where the attack is, told in another clause, that does it: "Brod, where Norland began a raid which has killed 12"; no whole war."""
        own = act.clause is fact.clause or act.head >= fact.token or known(self.doc.low[act.head]).lasting
        return self.place(self.at(act.head)) if not own and self._low(act) in STRIKE else None

    def _around(self, fact: Fact, spot: NounGroup | None) -> NounGroup | None:
        """The place told behind an act or its target, else in its clause."""
        patient = fact.patient
        subject = patient if spot is None and patient is not None and patient.start < fact.token else None
        found = self._beyond_target(fact, self._behind(fact.group) + ([] if subject is not None else self._behind(patient)))
        if found is None and (spot is None or self.places.is_site(spot) or self._is_new(spot)) and not self._is_other(fact):
            doing, around = [] if self._only_claims(fact) else self._behind(fact.agent), self._in_clause(fact.clause) if fact.clause is not None else []
            behind = [place for place in around if place.start > fact.token]  # "in the south, a leader in Brod was killed in Lenz"
            found = self._beyond_target(fact, [*doing, *(behind + self._behind(subject) if subject is not None else ()), *around])
        return found

    def _only_claims(self, fact: Fact) -> bool:
        """Whether whoever did it is told of as the one who claims or admits it: "a militia in Brod claimed responsibility for the attack"."""
        roles = fact.agent.roles if fact.agent is not None and fact.group is not None else ()
        return any(role is Role.SUBJECT and clause.verb.lemma in VERBS.responsible for clause, role in roles)

    def _is_new(self, spot: NounGroup) -> bool:
        """Whether a place without a name is told of first, so that the place around it says more: "a checkpoint was attacked in Brod", "captured six villages in Lenz"."""
        return not spot.name and (spot.number >= 0 or spot.determiner >= 0 and self.doc.low[spot.determiner] in ("a", "an"))

    def _is_other(self, fact: Fact) -> bool:
        """Whether an act noun is another attack than its clause tells: "shelled Brod in retaliation for the raid", "after the raid"."""
        return fact.group is not None and fact.clause is not None and self._was_before(fact.group) and self._assaults(fact.clause)

    def _tells_who(self, act: NounGroup) -> bool:
        """Whether an act only tells who somebody is, whose clause tells where he is: "a suspect in the murder was arrested in Brod"."""
        whose = act.hangs_on
        return whose is not None and not whose.name and whose.number < 0 and bool(whose.roles) and ((who := self._low(whose)) in PERSON or names_person(who))

    def _is_spoken_of(self, group: NounGroup) -> bool:
        """Whether an act is only spoken of, so that its clause tells where that is done: "condemned the raid and urged talks in Brod", "was charged in Brod with murder"."""
        tried, about = self.preposition(group) in CHARGES, group.hangs_on
        if about is not None and self.preposition(group) in ("about", "into", "over") and self._accuses(about):
            return True  # "heard in Brod of inquiries into the killing"
        return any(role is Role.OBJECT and self.type_of(clause) in OF_WORDS or tried and self.type_of(clause) in PUNISHES for clause, role in group.roles)

    def _scene(self, group: NounGroup) -> Place | None:
        """The place that "saw" an act or is "the scene of" it."""
        seen = [clause for clause, role in group.roles if role is Role.OBJECT and clause.verb.lemma in VERBS.sees]
        above = group.hangs_on
        if above is not None and self._low(above) in NOUNS.scene:
            around = self.syntax.clause_of(above.head)
            seen += [around] if around is not None and around.predicate == above.head else []
        subjects = (self.syntax.subject_of(clause) for clause in seen)
        return next((self.places.place(subject) for subject in subjects if subject is not None and self.places.is_place(subject)), None)

    def place_between(self, before: Span, date: Span) -> Place | None:
        """The place whose name stands right before a date, behind another date: "in Brod on Monday and Lenz on Tuesday"."""
        k = self.doc.at[date.start] - 1
        group = self.syntax.group_at(k - (self.doc.low[k] == "on"))
        if group is None or group.start < self.doc.at[before.end] or not group.name or group.time:
            return None
        unknown = self._is_unknown(group) and self.doc.low[group.head] not in self._doers
        return self.places.place(group) if unknown or self.places.is_place(group) else None

    def place_of_words(self, fact: Fact, *, ruled: bool) -> Place | None:
        """Where something is said or, if ``ruled``, decided: right behind the noun that says so, what is decided or a sentence ("suspended work in Brod", "sentenced to death in Brod"), else right behind no noun ("condemned the raid in Brod" tells where the raid was)."""
        if fact.group is not None:
            return self.places.of(group for group in self.after(fact.group) if self.preposition(group) in ("in", "at"))
        clause = fact.clause
        if clause is None:
            return None
        own = ((group, self._before(group)) for preposition, group in clause.obliques if preposition in ("in", "at"))
        return self.places.of(group for group, before in own if before is None or before.time or ruled and (before is clause.object or self.preposition(before) == "to"))

    def _fought_over(self, fact: Fact) -> Place | None:
        """The place of the fight in which somebody suffers: "died in the battle for Brod", "in the campaign to retake Brod"."""
        for _, group in fact.clause.obliques if fact.clause is not None else ():
            if self._low(group) in STRIKE:
                struck = self.at(group.head).patient
                if struck is not None and self.places.is_place(struck):
                    return self.places.place(struck)
        return None

    def _beyond_target(self, fact: Fact, places: list[NounGroup]) -> NounGroup | None:
        """The first place but for a target without a name: "raids on bases in Brod" are in Brod."""
        return self.places.first([group for group in places if group is not fact.patient or group.name]) if places else None

    def crime(self, fact: Fact) -> NounGroup | None:
        """The attack for which somebody is arrested, accused or jailed: "arrested a suspect in the bombing of a market in Brod"."""
        if fact.clause is None or fact.group is not None or self.type_of(fact.clause) not in PUNISHES:
            return None
        phrases = [*(group for _, group in fact.clause.obliques), *(self.after(fact.patient) if fact.patient is not None else ())]
        return next((group for group in phrases if self.preposition(group) in CHARGED and self._is_crime(group)), None)

    def _is_crime(self, group: NounGroup) -> bool:
        """Whether an act is an assault in which nobody arrests: no raid, no sweep."""
        kind = known(self.doc.low[group.head]).noun_kind
        return kind is not None and kind[0] == "ASSAULT" and self._low(group) not in NOUNS.arresting

    def _places_behind(self, group: NounGroup | None) -> list[NounGroup]:
        if group is None:
            return []
        k = self.doc.visible[group.end]
        beside = self.syntax.phrase_at(k + 1) if k < len(self.doc) and self.doc.low[k] in WHERE.direction else None
        last = group.members[-1] if group.members and group is group.members[0] else group  # "two schools and a clinic in Brod"
        if beside is not None:
            return self.places.among([beside])
        return self.places.among(takewhile(lambda group: self.preposition(group) not in ABOUT, self.after(group) or self.after(last)))

    def _places_of(self, clause: Clause) -> list[NounGroup]:
        if self.doc.sentence_of[clause.verb.word] not in self.places.locating:
            return []
        places = self.places.among(self._phrases_of(clause))
        return places if clause.verb.lemma in STRIKES else [group for group in places if self._low(group) not in WHERE.care]

    def _moved(self, fact: Fact) -> Place | None:
        """The place that somebody "withdrew from", of "a withdrawal from", "was driven out of", "was sent to", "captured"; the name that bombs are dropped or a raid is "on"."""
        clause, found = fact.clause, self._raided(fact)
        if found is None and fact.group is not None and known(self.doc.low[fact.token]).noun_kind == WITHDRAWS:
            found = next((group for group in self.after(fact.group) if self.preposition(group) in FROM and self._is_there(group)), None)
        if found is None and fact.patient is not None and fact.patient.name and self._shuts(fact) and self._is_unknown(fact.patient):
            found = fact.patient  # "imposed a curfew on Brod", "the siege of Brod"
        if found is None and fact.group is None and clause is not None and clause.verb.lemma in MOVES_OR_STRIKES:
            found = self._reached(clause) or (fact.patient if fact.patient is not None and self._is_unknown(fact.patient) and self._goes_for(fact, clause) else None)
        return self.places.place(found) if found is not None else None

    def _shuts(self, fact: Fact) -> bool:
        """Whether an act, or what a verb does, closes off what suffers it, which is a place then."""
        act = fact.group or (fact.clause.object if fact.clause is not None else None)
        kind = known(self.doc.low[act.head]).noun_kind if act is not None else None
        return kind is not None and kind[1] in SHUTS

    def _goes_for(self, fact: Fact, clause: Clause) -> bool:
        """Whether a name behind a verb is what is struck, taken or visited, so that it is a place."""
        lemma, patient = clause.verb.lemma, fact.patient
        if patient is None or lemma in VERBS.takes or lemma in VERBS.gains and self._is_ground(clause, patient):
            return True
        return fact.means is not None and lemma in THROWS_OR_HITS or lemma in VERBS.visits and self.doc.low[patient.head] not in self._doers

    def _raided(self, fact: Fact) -> NounGroup | None:
        """The name of which nothing is known that is struck by the raid which is the act; of a verb by the raid or attack that does it, or in which it is done."""
        if self.doc.sentence_of[fact.token] not in self._raiding:
            return None
        if fact.group is not None:
            return self._unknown_target(fact.group) if self._low(fact.group) in NOUNS.raid else None
        found = self._unknown_target(fact.agent) if fact.agent is not None and self._low(fact.agent) in RAIDS else None
        for preposition, group in fact.clause.obliques if found is None and fact.clause is not None else ():
            if preposition in PREPOSITIONS.within and self._low(group) in RAIDS and (found := self._unknown_target(group)) is not None:
                break
        return found

    @cached_property
    def _raiding(self) -> frozenset[int]:
        """The sentences with a raid or attack."""
        return frozenset(map(self.doc.sentence_of.__getitem__, self.doc.among(RAIDING)))

    def _unknown_target(self, act: NounGroup) -> NounGroup | None:
        """What an act is directed at, where that is a name of which nothing is known."""
        struck = self.at(act.head).patient
        return struck if struck is not None and self._is_unknown(struck) else None

    def _reached(self, clause: Clause) -> NounGroup | None:
        """The place that a verb of moving leaves or reaches, or from which somebody is taken."""
        lemma = clause.verb.lemma
        if lemma in VERBS.removes:
            return self._left(clause)
        wanted = FROM if lemma in VERBS.leaves else TO if lemma in VERBS.reaches else OF if clause.object is not None and self._low(clause.object) in NOUNS.hold else ()
        behind = self.after(clause.object) if clause.object is not None and wanted else ()
        phrases = (*(clause.obliques if wanted is not OF else ()), *((self.preposition(group), group) for group in behind))
        return next((group for preposition, group in phrases if preposition in wanted and self._is_there(group)), None)

    def _left(self, clause: Clause) -> NounGroup | None:
        """The place from which somebody is taken; not "seized Brod from rebels", "arrested three men from Brod"."""
        whom = clause.object
        if whom is not None and self.places.is_place(whom):
            return None
        told = clause.verb.lemma in VERBS.holds and not clause.verb.passive
        behind = (group for preposition, group in clause.obliques if preposition in ("from", "out of") and group.start > clause.verb.word)
        spots = ((group, self._before(group)) for group in behind if self.places.is_spot(group) and not (told and group.name))
        return next((group for group, before in spots if before is None or before is whom or before.time), None)  # not "on her return from Brod"

    def _is_there(self, group: NounGroup) -> bool:
        """Whether somebody can go there or leave it: a place, a name that is nobody's."""
        named = group.name and not group.plural and not group.time
        return self.places.is_spot(group) or named and self.referents.entity(group).kind in (EntityKind.UNKNOWN, EntityKind.GOVERNMENT)

    def _is_unknown(self, group: NounGroup) -> bool:
        """Whether a group is a name of which nothing is known."""
        who = self.referents.entity(group) if group.name else None
        return who is not None and who.kind is EntityKind.UNKNOWN

    def _struck_place(self, fact: Fact) -> Place | None:
        """Where the attack strikes that does it: "shelling of government-held areas killed two"; the town it is named by: "the Brod bombing"."""
        for group in [group for group in (fact.group, fact.agent) if group is not None and self._low(group) in STRIKE]:
            told = (self.at(clause.verb.word).patient for clause in group.clauses if clause.verb.word != fact.token)  # "raids targeting the port"
            for struck in (self._target(group), *told):
                if struck is not None and self.places.is_spot(struck) and not self.places.is_people(struck.start):
                    return self.places.place(struck)
        named = (self.town_before(group) for group in (fact.group, fact.agent) if group is not None)
        return next((self.places.place(town) for town in named if town is not None), None)

    def _farther(self, fact: Fact) -> Place | None:
        """The place that a relative or "where" hangs on, phrases of the clauses above (not where something is said), of those that hang on the clause or are joined to it."""
        clause = fact.clause
        while clause is not None:
            if clause.kind is not Kind.MAIN and (there := self._there(clause)) is not None:
                return self.places.place(there)
            if clause.parent is None or self._apart(clause):
                break
            if (found := self._above(clause, clause.parent)) is not None:
                return found
            clause = clause.parent
        return self._beside(fact, fact.clause) if fact.clause is not None else None

    def _above(self, clause: Clause, parent: Clause) -> Place | None:
        """The place of the clause above, not where something is said; where the act is whose outcome a participle tells ("shelled Brod, killing 12")."""
        if clause.kind is Kind.PARTICIPLE and self.doc.low[clause.verb.start - 1] in (",", "and") and self._harms(clause):
            act = self.at(parent.verb.word)
            return self._own_place(act) or self._hanging(act, parent)
        if clause.kind is Kind.COMPLEMENT and known(self.doc.low[parent.verb.word]).report:
            return None
        return self._first(self._in_clause(parent))

    def _beside(self, fact: Fact, clause: Clause) -> Place | None:
        """The target of the verb before the one that is joined to it, "stormed the bakery and killed 20", or a place of the clauses that hang on them."""
        before = self.at(clause.joined.verb.word).patient if clause.joined is not None else None
        if before is not None and not self.places.is_site(before) and self.places.is_place(before):
            return self.places.place(before)
        if (found := self._hanging(fact, clause)) is None and before is not None:
            found = self.places.place(before) if self.places.is_spot(before) else self._first(self._behind(before)) if self._harms(clause) else None
        return found

    def _first(self, places: list[NounGroup]) -> Place | None:
        found = self.places.first(places)
        return self.places.place(found) if found is not None else None

    def _there(self, clause: Clause) -> NounGroup | None:
        """The place before "where", or before a relative in which somebody else acts: "the town that troops left"."""
        found = self._before_where(clause)
        if found is None and clause.kind is Kind.RELATIVE:
            hurts = self._harms(clause) and not clause.verb.passive  # what does harm is no place: "an attack in Brod on Monday that killed two"
            found = clause.antecedent if hurts or clause.antecedent is not self.acting(self.syntax.subject_of(clause)) else None
        return found if found is not None and self.places.is_place(found) else None

    def _hanging(self, fact: Fact, clause: Clause) -> Place | None:
        """A place of the clauses that hang on a clause or are joined to it."""
        if clause.followed is None and clause.joined is None and not clause.children:
            return None
        hanging = self._clauses_around(fact, clause)
        if (found := self._first([place for near in hanging for place in self._in_clause(near)])) is not None:
            return found
        moved = ((near, self._moved(self.at(near.verb.word))) for near in hanging if not self._is_on_the_way(near))
        return next((place for near, place in moved if place is not None and not self.is_tended(place, near)), None)

    def _is_on_the_way(self, clause: Clause) -> bool:
        """Whether a participle tells where somebody was still going: "a bus travelling to Brod was attacked"."""
        return clause.verb.lemma in VERBS.reaches and clause.kind in (Kind.PARTICIPLE, Kind.REDUCED) and self.doc.low[clause.verb.word].endswith("ing")

    def _clauses_around(self, fact: Fact, clause: Clause) -> list[Clause]:
        """The clauses that tell more of a fact: those that hang on its clause or its participants, and those joined to it."""
        joined = [near for near in (clause.followed, clause.joined) if near is not None and not self._has_own_time(near, clause)]
        causes = (group for _, group in clause.obliques if self._low(group) in CAUSES and not self._was_before(group))  # "died of wounds sustained in Brod"
        own = (None, fact.agent, fact.patient, fact.group, *causes)
        children = [child for above in (clause, *joined) for child in above.children if child.kind is not Kind.COMPLEMENT and child.antecedent in own]
        hanging = [child for child in children if not self._apart(child) or self._tells_why(fact, child)]
        return hanging + [other for other in joined if other is clause.joined or other.object is None or self._harms(other)]  # not "and caused a crisis in the region"

    def _tells_why(self, fact: Fact, clause: Clause) -> bool:
        """Whether a clause about an earlier time tells who or what did it, or since when all of it goes on: "killed after a bomb exploded in the market", "have been killed since the war began in Norland"."""
        cause = fact.agent is not None and clause.start <= fact.agent.start < clause.end
        opener, above = self.doc.low[clause.opener], fact.clause.verb if fact.clause is not None else None
        return cause or opener == "since" and above is not None and not HAVE.isdisjoint(self.doc.low[above.start : above.word])

    @staticmethod
    def _has_own_time(clause: Clause, other: Clause) -> bool:
        """Whether a joined clause tells of somebody else at a time: "and in May a man was found dead in a park"."""
        return clause.subject is not other.subject and any(group.time for _, group in clause.obliques)

    def _apart(self, clause: Clause) -> bool:
        """Whether a clause tells of another time: "after", "since", "which has killed", "who had been abducted", "jailed for killing two", "born in Brod"."""
        if clause.kind is Kind.PARTICIPLE:
            return self.doc.low[clause.verb.start - 1] == "for" or clause.verb.lemma in ("bear", "born")
        return clause.kind is Kind.ADVERBIAL and clause.opener >= 0 and self.doc.low[clause.opener] in SEQUENCE or self.lasts(clause)

    def lasts(self, clause: Clause) -> bool:
        """Whether a relative tells what has been done over a long time: "a war that has killed 12,000"."""
        return clause.kind is Kind.RELATIVE and not HAVE.isdisjoint(self.doc.low[clause.verb.start : clause.verb.word])

    def place_of(self, group: NounGroup) -> Place | None:
        """Where a noun group is said to be: where the attack is that it names, behind it, where it acts or is sent, in its clause; the place that it is a part of."""
        whole = self.whole(group)
        if self._low(whole or group) in STRIKE:
            return self.place(self.at((whole or group).head))
        part = self.places.place(whole) if whole is not None and self.places.is_spot(whole) else None
        if self.places.is_place(group):
            return self._own_place(Fact(group.head, group.clause, group))
        return part or self._first(self._behind(group)) or self._where_acting(group) or self.place(Fact(group.head, group.clause, group))

    def _where_acting(self, group: NounGroup) -> Place | None:
        """The place that a group "entered", "attacked", try to "storm", were "sent to", that was "hit by" them."""
        for clause, role in (*group.roles, *((clause, Role.SUBJECT) for clause in group.clauses)):
            if role is Role.SUBJECT and not clause.verb.passive:
                done = clause if clause.object is not None else infinitive(clause)
            else:
                done = clause if role is Role.AGENT or role is Role.OBJECT and clause.verb.lemma in VERBS.reaches else None
            if done is not None and (found := self.place(self.at(done.verb.word))) is not None:
                return found
        return None

    def is_tended(self, place: Place, clause: Clause | None) -> bool:
        """Whether a place is where the hurt are taken: a hospital, where the verb of the clause tells no attack."""
        named = place.mention.text.rpartition(" ")[2].lower()
        return named in WHERE.care and (clause is None or clause.verb.lemma not in STRIKES)

    def _phrases_of(self, clause: Clause) -> list[NounGroup]:
        """The phrases of a clause and of its object."""
        found: list[NounGroup] = []
        for preposition, group in clause.obliques:
            if preposition == "including" and group.start > clause.verb.word:
                break  # "shot down 30, including nine over Brod"; not "30, including nine women, were killed in Brod"
            found += (group, *self.after(group))
        return found + self.after(clause.object) if clause.object is not None else found


FROM, OF, TO = ("from", "of", "out of"), ("of",), ("to", "into", "toward", "towards", "at", "on")
"""Prepositions of what is left, of what somebody takes control of, of what is reached."""
WITHDRAWS = ("RETREAT", "withdraw")
"""The kind of nouns that tell of leaving a place."""
SHUTS = frozenset({"curfew", "martial-law", "restrict"})
"""Modes of acts by which a place is closed off."""
MOVES_OR_STRIKES = VERBS.leaves.union(VERBS.reaches, VERBS.removes, VERBS.takes, VERBS.gains, VERBS.visits, VERBS.throws, VERBS.hits)
"""Verbs whose place is what they reach, leave or hit."""
THROWS_OR_HITS = VERBS.throws | VERBS.hits
PUNISHES = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""Kinds of what is done about a crime."""
CHARGES = frozenset({"for", "of", "over", "with"})
"""Prepositions before what somebody is charged with."""
ABOUT = frozenset({"about", "concerning", "regarding"})
"""Prepositions before what is spoken of, with the place where that is."""
CHARGED = CHARGES | {"in"}
RAIDS = NOUNS.raid | NOUNS.aimed
"""Acts that may be named by what they strike."""
RAIDING = RAIDS.union(map(plural, RAIDS))
"""The same in both numbers."""
CAUSES = STRIKE | NOUNS.injury
"""What somebody suffers in or dies of."""
SEQUENCE = TIME_ORDER | CONDITIONAL
"""Words that open a clause about another time or place."""
