"""The facts of a document: one for each verb group or event noun that is asked for, with its roles found by grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from operator import attrgetter

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import Entity, EntityKind, Measure, QuantityKind, Span
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Once, Role, Syntax

from ..lexicon.claims import BUILT, EVENT, PERSON
from ..lexicon.claims import VERB as HARMS
from ..lexicon.events import MEANS, MODES, known
from ..lexicon.facts import NOUNS, ONE_SIDED, STRIKE, SUFFERS, VERBS, WEAPON, WHERE, singular
from ..quantities.units import WORDS as UNITS
from ..speakers.bodies import PLATFORMS
from ..speakers.referents import plain
from .fact import Fact
from .frames import POINTING
from .nouns import ACCIDENTS, ASKING, FORCED
from .phrases import NUMBERING
from .truth import Truth
from .verbs import UNFINISHED
from .where import Where


class Facts(Where):
    """The facts of a document, each read when first asked for."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        super().__init__(doc, syntax)
        self.truth: Truth = Truth(doc, syntax)
        self._attackers: Callable[[int], list[NounGroup]] = Once(self._attackers_of).__getitem__
        """Who or what strikes in a sentence, by its number."""

    def actor(self, fact: Fact) -> Entity | None:
        """Who does it: for an attack or a weapon that does it whoever attacks, where that is told."""
        if fact.agent is None:
            return None
        who = self._behind_weapon(fact.agent)
        found = self._as_named(who, self.referents.entity(who))
        if found.kind is EntityKind.MEDIA and self._low(who) == "network" and self._kind(fact) in FORCED:
            return evolve(found, kind=EntityKind.ORGANIZATION)
        if found.kind in READ:
            found = self._read_kind(fact, who, found)
            return None if found.kind is EntityKind.UNKNOWN and who is fact.agent and self._cannot_act(fact, who) else found
        return found

    def _as_named(self, group: NounGroup, found: Entity) -> Entity:
        """A side that was told by its name before, where that is one: "the rebels" behind "NLA rebels"."""
        head = self.doc.low[group.head]
        if not group.plural or group.head != group.start + 1 or self.doc.low[group.start] != "the" or self._low(group) not in NOUNS.side:
            return found
        named = {name for start, name in self._named_sides.get(head, ()) if start < group.start}
        return evolve(found, name=named.pop()) if len(named) == 1 else found

    @cached_property
    def _named_sides(self) -> dict[str, list[tuple[int, str]]]:
        """Noun of a side, in the plural -> where it stands behind the name of a body, and both words."""
        found: dict[str, list[tuple[int, str]]] = {}
        for group in self.syntax.groups:
            if group.plural and not group.name and self._low(group) in NOUNS.side and (first := self._name_before(group)) < group.head:
                found.setdefault(self.doc.low[group.head], []).append((group.start, self.doc.words(first, group.head + 1)))
        return found

    def _name_before(self, group: NounGroup) -> int:
        """Where the name of a body begins that stands right before the head of a group; the head, if none does: no people or place, no word whose capital opens the sentence."""
        toks, first = self.doc.toks, group.head
        while first > group.start and toks[first - 1][0].isupper() and first - 1 not in (group.determiner, group.number):
            first -= 1
        while first < group.head and self.places.is_people(first):
            first += 1  # "Norlander NLA rebels"
        opens = first == self.doc.bounds[group.head][0] and group.head - first == 1 and not toks[first].rstrip().isupper()
        side = NounGroup(first, group.head, group.head - 1, name=True)
        return group.head if first == group.head or opens or self.places.is_place(side) else first

    def _cannot_act(self, fact: Fact, group: NounGroup) -> bool:
        """Whether a noun of which nothing is known only stands near what is done by force, and does not do it: "the decision to shell the town", "a bag, aimed at hurting them"."""
        if group.name or self._kind(fact) not in FORCED:
            return False
        if group.pronoun:
            low = self.doc.low[group.head]
            return low in POINTING or low in ASKING and group.head not in self.referents.antecedents  # "unclear who did it"
        if any(self.referents.entity(member).kind is not EntityKind.UNKNOWN for member in group.members):
            return False
        above, clause = self.counting(group), fact.clause
        if fact.group is not None or clause is None or self.syntax.subject_of(clause) is not above:
            return self._is_act(group) and self._low(group) not in ACCIDENTS
        how, told_of = self.doc.low[clause.verb.start - 1], clause.parent
        accused = told_of is not None and (how in ("of", "for") and told_of.object is above or f"{told_of.verb.lemma} {how}" in VERBS.accuses and self.syntax.object_of(told_of) is above)
        return not (accused or self._low(above) in NUMBERING or above.number >= 0 or self._does(clause, above))

    def _does(self, clause: Clause, group: NounGroup) -> bool:
        """Whether a group is the subject of an active verb, or of the one above it: "rain pelted", "tried to kill"."""
        above = clause.parent
        if above is not None and (clause.kind in UNFINISHED or clause.kind is Kind.REDUCED and clause.antecedent is not group):
            return self._does(above, group)
        return not clause.verb.passive and clause.verb.finite and clause.predicate < 0 and self.syntax.subject_of(clause) is group

    def _kind(self, fact: Fact) -> str:
        """The PLOVER type of a fact, or ""."""
        told = known(self.doc.low[fact.token]).noun_kind if fact.group is not None else None
        return told[0] if told is not None else self.type_of(fact.clause) if fact.clause is not None else ""

    def _read_kind(self, fact: Fact, group: NounGroup, found: Entity) -> Entity:
        """What sort of thing a group stands for, where its own words do not tell, by whom it counts, by what it does or what is done to it: "seven were killed", "arrested Kadra Rask"."""
        if group is fact.patient and self._is_struck_building(fact, group, post=found.kind is EntityKind.DOCUMENT):
            named = (found.name or "").lower().endswith(self.doc.low[group.head])
            return evolve(found, name=found.name if named else plain(self.doc.words(group.start, group.end)), kind=EntityKind.THING)
        if found.kind is not EntityKind.UNKNOWN:
            return found
        person = group is fact.patient and self._hits_persons(fact) and (fact.group is None or self.preposition(group) not in ("at", "on"))
        if group.name:
            return evolve(found, kind=EntityKind.GROUP if group.plural else EntityKind.PERSON) if person and not self.places.is_place(group) and self._low(group) not in WHERE.part else found
        of = self.counted(group) or (self.after(group)[:1] if self._low(group) in NOUNS.part else ())
        kind = self.referents.entity(of[0]).kind if of and self.preposition(of[0]) == "of" else found.kind
        number = not of and (group.number == group.head or self._low(group) in NUMBERING)
        many = kind is EntityKind.PERSON or number and (person or group is fact.agent)
        return evolve(found, kind=EntityKind.GROUP if many else kind) if of or many else found

    def _is_struck_building(self, fact: Fact, group: NounGroup, *, post: bool) -> bool:
        """Whether a building is struck that is called as what it stands for or who sits in it: "shelled a police post", "bombed the embassy", "seized two posts"."""
        return not group.name and self._low(group) in BUILT and (self._kind(fact) == "ASSAULT" or post and self._kind(fact) == "COERCE")

    def _hits_persons(self, fact: Fact) -> bool:
        """Whether what a fact tells is done to persons only: they are killed, wounded, arrested."""
        word = self.doc.low[fact.token]
        fate = EVENT.get(word, "") if fact.group is not None else HARMS[word].fate if word in HARMS else ""
        return fate in OF_PERSONS

    def inflicter(self, fact: Fact) -> NounGroup | None:
        """Who or what did the harm that a fact tells: who does it, else who struck in the clause that its own is joined to, or in the sentence before."""
        if fact.agent is None and fact.group is not None:
            takes = self._low(fact.group) in NOUNS.suffered or self._low(fact.group) == "life"  # "claimed the lives of 12"
            told = (self.at(clause.verb.word) for clause, role in fact.group.roles if takes and role is Role.OBJECT and self._assaults(clause))
            return next((taking.agent for taking in told), None)
        if fact.agent is not None or fact.clause is None:
            return fact.agent
        found = self._attacker_before(fact.clause) if self._only_suffered(fact.clause) else None
        return found if found is not None and fact.patient is not None and self._can_hurt(found, fact.patient) else None

    def _attacker_before(self, clause: Clause) -> NounGroup | None:
        """Who struck in the clause that one is joined to, or in the sentence before, where that tells of one attack only."""
        before = clause.joined
        if before is not None and before.verb.lemma not in VERBS.harmed:
            return self._attacker(before) if before.subject is not clause.subject else None
        clause = before or clause  # "four people were killed and 12 wounded"
        while clause.kind is Kind.COMPLEMENT and clause.parent is not None:
            clause = clause.parent
        if clause.kind is not Kind.MAIN or clause.joined is not None:
            return None
        sentence = self.doc.sentence_of[clause.verb.word]
        attackers = [group for group in self._attackers(sentence) if group.head < clause.start] or self._attackers(sentence - 1)
        return attackers[0] if len(attackers) == 1 else None

    def _attackers_of(self, sentence: int) -> list[NounGroup]:
        """Who or what strikes in a sentence, by its number."""
        if sentence < 0:
            return []
        low, high = self.doc.bounds[self.doc.sentences[sentence]]
        first, last = (bisect_left(self.syntax.clauses, k, key=WORD) for k in (low, high))
        return list(dict.fromkeys(filter(None, map(self._attacker, (clause for clause in self.syntax.clauses[first:last] if clause.kind in TELLING)))))

    def _attacker(self, clause: Clause) -> NounGroup | None:
        """Who or what a clause says has struck, but for one that only tells the harm."""
        if clause.verb.lemma in VERBS.harmed or self.truth.of_clause(clause) is not None:
            return None
        fact, subject = self.at(clause.verb.word), self.syntax.subject_of(clause)
        if not self._assaults(clause) and fact.means is None:
            return subject if subject is not None and self.strikes(subject) else None
        found = fact.agent or fact.means
        return None if found is None or found.pronoun else found

    def _only_suffered(self, clause: Clause) -> bool:
        """Whether a clause tells harm and neither how, nor when, nor in what, nor in which place of its own: "four people were killed"."""
        suffers = clause.verb.lemma in VERBS.harmed and (self.is_passive(clause) or clause.verb.lemma in SUFFERS)
        when = any(child.kind is Kind.ADVERBIAL for child in clause.children)
        return suffers and not when and not any(group.time or group.name or self._is_act(group) for _, group in clause.obliques)

    def _can_hurt(self, attacker: NounGroup, victims: NounGroup) -> bool:
        """Whether an attack or a weapon hurts somebody, or somebody hurts others who do not fight: not "the army shelled the town and two soldiers were killed"."""
        sorts = self.classes(victims)
        done = self._low(attacker) in ONE_SIDED or self._low(attacker) in WEAPON
        return attacker is not victims and (done or "@person" in sorts and "@troops" not in sorts and self.can_act(attacker))

    def target(self, fact: Fact) -> Entity | None:
        """Who or what suffers it or is addressed; no act that is only agreed or sent, nothing without bounds; "them" is never who does it."""
        whom = fact.patient
        if whom is None or whom is fact.agent or not self._can_suffer(fact, whom):  # not "women who are sent to fight"
            return None
        whom = self._thing_before(whom) or whom
        found = self._as_named(whom, self.referents.entity(whom))
        if found.kind in READ:
            found = self._read_kind(fact, whom, found)
        return None if whom.pronoun and fact.agent is not None and found.name and found.name == self.referents.entity(fact.agent).name else found

    def _thing_before(self, pronoun: NounGroup) -> NounGroup | None:
        """The subject of the clause that one of time hangs on, where "it" stands for no body: "the convoy was on its way when it was hit"."""
        if self.doc.low[pronoun.head] != "it" or not pronoun.roles or self.referents.entity(pronoun).name is not None:
            return None
        clause = pronoun.roles[0][0]
        above = clause.parent if clause.kind is Kind.ADVERBIAL else None
        subject = self.syntax.subject_of(above) if above is not None else None
        if subject is None or subject.pronoun or subject.plural or subject.end > pronoun.start or self._is_act(subject):
            return None
        return subject if self.referents.entity(subject).kind is EntityKind.THING else None

    def _can_suffer(self, fact: Fact, group: NounGroup) -> bool:
        """Whether a group can be a target: "condemned the raid", but not "agreed to a cessation of hostilities", "called for restraint"."""
        if self._is_nobody(group) or self._is_no_aim(fact, group):
            return False
        if self._is_act(group):
            kind, act = self._kind(fact), known(self.doc.low[group.head]).noun_kind
            return kind in BY_ACTS and not (kind == "PROTEST" and act is not None and act[0] == kind)  # "joined the protests"
        counted = group.name or group.pronoun or group.plural or group.number >= 0 or group.determiner >= 0 or group.owner is not None
        return counted or group.start < group.head or len(self.classes(group)) > 1 or self.referents.entity(group).kind is not EntityKind.UNKNOWN

    def _is_nobody(self, group: NounGroup) -> bool:
        """Whether a group names nobody and nothing that something can be done to: "nobody", "no guards", "the air", a sum, a time."""
        low, start = self._low(group), self.doc.low[group.start]
        none = low in ("nobody", "none") or start == "no" and self.doc.low[group.start + 1] not in ("fewer", "less")
        return none or low in ("air", "responsibility", "what") or group.number >= 0 and low in MEASURES or self._is_money(group) or low.endswith("ward") or self.is_time(group)

    def _is_no_aim(self, fact: Fact, group: NounGroup) -> bool:
        """Whether a phrase tells where something is told or with what it is done: "condemned the raid on Telegram", "shelling with all kinds of weapons"; whoever flees has no target."""
        low, preposition = self._low(group), self.preposition(group)
        if fact.group is None and fact.clause is not None and fact.clause.verb.lemma == "flee" or low in PLATFORMS and preposition == "on":
            return True
        return (low in WEAPON or low in NOUNS.arms) and "with" in (preposition, self.preposition(self.counting(group))) and self._kind(fact) == "ASSAULT"

    def owner(self, group: NounGroup) -> Entity | None:
        """Whose they are: the owner, the body that "members of" names, the people or side named before the noun."""
        owner = group.holder if group.holder is None or group.holder.number < 0 and not self.is_time(group.holder) else None  # "one sheriff's deputy", "the day's toll"
        low = self._low(group)
        member = low in NOUNS.member or low in NOUNS.adherent
        if owner is None and (member or PERSON.get(low) is Measure.TROOPS):
            following = next(iter(self.after(group)), None)
            if following is not None and following.number < 0 and self._is_body(following, member=member):
                owner = following
        owner = owner or (None if group.name else self._side(group))
        return self.referents.entity(owner) if owner is not None else None

    def _is_body(self, group: NounGroup, *, member: bool) -> bool:
        """Whether "of" or "from" and a noun group name a body whose members they are: "fighters of the guild", no place."""
        if self.preposition(group) == "in":
            return not self.places.is_place(group) and self._low(group) in NOUNS.force
        if self.preposition(group) not in ("of", "from") or self.places.is_place(group) and not self.places.is_people(group.head):
            return False
        if self._low(group) in NOUNS.kindred:
            return False
        return member or group.name or self.preposition(group) == "of" and self.referents.entity(group).kind in BODIES

    def antecedent(self, pronoun: NounGroup) -> NounGroup | None:
        """The noun group that a pronoun stands for, in its sentence or the one before."""
        who = self.referents.entity(pronoun)
        if who.name is None:
            return None
        start = self.doc.bounds[max(self.doc.bounds[pronoun.start][0] - 1, 0)][0]
        before = range(bisect_left(self.syntax.groups, pronoun.start, key=START) - 1, bisect_left(self.syntax.groups, start, key=START) - 1, -1)
        near = (self.syntax.groups[n] for n in before)
        return next((group for group in near if not group.pronoun and not group.time and self.referents.entity(group).name == who.name), None)

    def strikes(self, group: NounGroup) -> bool:
        """Whether a group names an attack."""
        return self._low(group) in STRIKE

    def is_time(self, group: NounGroup) -> bool:
        """Whether a group is a time: "the day's"."""
        return group.time or self._low(group) in NOUNS.time

    def loser(self, fact: Fact) -> Entity | None:
        """Who "lost" what the fact tells."""
        subject = self.syntax.subject_of(fact.clause) if fact.clause is not None else None
        return self.referents.entity(subject) if subject is not None else None

    def mode(self, fact: Fact) -> str | None:
        """With what an assault is done, as a PLOVER mode: by the weapon, by who or what does it, by the words before its noun."""
        groups = [(group.start, group.end) for group in (fact.means, fact.agent) if group is not None]
        groups += [(fact.group.start, fact.group.head)] if fact.group is not None and fact.group.head == fact.token else []
        told = {MEANS[base] for a, b in groups for word in self.doc.low[a:b] if (base := singular(word)) in MEANS}
        return min(told, key=MODES.index) if told else None

    def means(self, fact: Fact) -> Span | None:
        """The weapon it is done with."""
        return self.doc.span(fact.means.start, fact.means.end) if fact.means is not None else None

    def _behind_weapon(self, group: NounGroup) -> NounGroup:
        """Whoever attacks, where an attack or a weapon is the agent: its owner, the people it is named by, the phrase behind "by"."""
        low = self._low(group)
        if low not in STRIKE and low not in WEAPON:
            return group
        sent = ("by", "with") if low in NOUNS.mutual else ("by", "from") if low in WEAPON or low in NOUNS.fire else ("by",)
        sides = (following for following in self.after(group) if not (following.time or self._is_bank(following)) and (following.name or not self.places.is_place(following)))
        by = next((following for following in sides if self.preposition(following) in sent), None)
        return by or group.holder or self._maker(group) or self._light_subject(group) or (self._sender(group) if low in WEAPON else self._blamed(group)) or group

    def _sender(self, weapon: NounGroup) -> NounGroup | None:
        """Who sent or laid a weapon by a clause that hangs on it: "a bomb planted by rebels", "the grenade that a soldier had thrown"."""
        sent = (clause for clause in weapon.clauses if clause.verb.lemma in VERBS.throws or clause.verb.lemma in VERBS.lays)
        doers = (self.syntax.doer_of(clause) for clause in sent if not clause.verb.status.negated)
        return next((doer for doer in doers if doer is not None and doer is not weapon and self._low(doer) not in WEAPON), None)


START = attrgetter("start")
WORD = attrgetter("verb.word")
TELLING = frozenset({Kind.MAIN, Kind.COMPLEMENT, Kind.ADVERBIAL})
"""Kinds of clauses that tell what happened."""
MEASURES = frozenset(form for form, unit in UNITS.items() if unit.kind in (QuantityKind.LENGTH, QuantityKind.MASS, QuantityKind.MONEY))
"""How much or how far, never whom."""
BY_ACTS = frozenset({"ACCUSE", "ASSAULT", "COERCE", "CONCEDE", "PROTEST", "REJECT", "SUPPORT"})
"""Kinds of what is done to acts too."""
READ = frozenset({EntityKind.DOCUMENT, EntityKind.GOVERNMENT, EntityKind.ORGANIZATION, EntityKind.UNKNOWN})
"""What a noun may stand for that names a building too ("post", "embassy"), or of which its words tell nothing."""
OF_PERSONS = frozenset({"captured", "casualties", "killed", "wounded"})
"""Fates of persons, never of things."""
BODIES = (EntityKind.MILITARY, EntityKind.GOVERNMENT, EntityKind.GROUP, EntityKind.ORGANIZATION)
