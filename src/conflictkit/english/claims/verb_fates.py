"""What verbs tell of a counted group, read by its role: as their patient, in their phrases and particles, in what joined verbs tell together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import filterfalse
from operator import attrgetter, itemgetter
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup, Once, Role, VerbGroup

from ..facts import Facts
from ..lexicon.claims import ALIKE, BESIDE, PERSON, PHRASE, STATE, TOLL, VERB, WORD, Verb, names_person
from ..lexicon.events import known as entry
from ..lexicon.facts import PARTICLES, STRIKE, WEAPON, is_act
from ..lexicon.inflection import plural, singular
from .spot import Cue

Roles = Sequence[tuple[int, Clause, Role]]
"""Clauses that a group stands in, and as what, each with how surely: the lower the surer."""
HURT = frozenset({"killed", "wounded", "casualties", "captured", "seized", "missing"})
"""Fates that joined verbs with one patient tell together: "killed, wounded or captured 350"."""
TAKEN = frozenset({"captured", "seized", "missing"})
TURNED = frozenset({"held", "seized", "taken"})
"""Fates of verbs that tell another thing with a particle."""
ROLES = frozenset({Role.SUBJECT, Role.OBJECT, Role.SECOND_OBJECT, Role.OBLIQUE})
"""As what something befalls a group."""
PATIENTS = (Role.OBJECT, Role.SECOND_OBJECT)
PRONOUN, START = attrgetter("pronoun"), attrgetter("start")
OPEN = "casualties"
"""The fate of those who were "shot": what joined verbs say of them is surer."""
ALIVE = "alive"
"""The fate of those who survive what befell them."""
BOTH, TWO = frozenset({"both"}), frozenset({"two", "2"})
LISTS = frozenset({"list", "lists"})
DEGREES = frozenset((*WORD.degree, *map(plural, WORD.degree)))
JOINTS = frozenset("c,r1234M:'")
"""Tags of what may stand between joined verbs: conjunctions, commas, adverbs, auxiliaries."""


class Asked(NamedTuple):
    """A group that is asked for its fate."""

    group: NounGroup
    first: NounGroup
    """The first of its list, which bears the roles."""
    behind: tuple[NounGroup, ...]
    """Whom it counts."""
    number: int
    """The token of its numeral, or -1."""
    after: int
    """The first token behind it that is no white space."""
    roles: Roles
    """Those of the first."""



class VerbFates:
    """The roles of every noun group of a document, asked for what befalls it."""

    def __init__(self, doc: Document, facts: Facts) -> None:
        self._doc = doc
        self.facts: Facts = facts
        syntax = facts.syntax
        self._low: list[str] = [*doc.low, ""]
        """The words, and none behind the last: what stands behind a group may be the end of the text."""
        self._syntax = syntax
        self._prior, self._next = doc.prior, doc.visible
        self._roles: Callable[[NounGroup], Roles] = Once(self._roles_of).__getitem__
        """The clauses that a group stands in, and as what: those that take it first, those it only controls next, what hangs on it last."""
        self._beyond: defaultdict[NounGroup, list[tuple[int, Clause, Role]]] = defaultdict(list)
        """For each group the clauses that it only controls, and those whose verb shares it with the one joined to them."""
        self._again: defaultdict[NounGroup, list[Cue]] = defaultdict(list)
        """For each group the fates told of a pronoun that stands for it."""
        for clause in syntax.clauses:
            if clause.subject is None or clause.subject.time:
                self._control(clause)
            if clause.joined is not None and clause.object is not None:
                self._share(clause, clause.object)
            if clause.kind is Kind.COMPLEMENT and clause.parent is not None and clause.parent.kind is Kind.RELATIVE:
                self._pass_over(clause, clause.parent.antecedent)
        for pronoun in filter(PRONOUN, syntax.groups):
            self._stand_for(pronoun, self.facts.antecedent)
        for k in doc.among(BOTH):
            if (both := syntax.group_at(k)) is not None and both.head == k:
                self._stand_for(both, self._two_before)
        words = set(doc.low)
        self._all_live = WORD.death.isdisjoint(words) and not WORD.hospital.isdisjoint(words)  # who was shot in a text that tells of no death was hurt

    def _control(self, clause: Clause) -> None:
        """Note whom a clause is about that has no subject of its own, or a time in its place: "five nurses were on Tuesday killed"."""
        above = self._syntax.subject_of(clause.parent) if clause.subject is not None and clause.parent is not None else None
        if (group := above or clause.controller) is not None:
            for member in group.members if group.members and group.members[0] is group else (group,):
                self._beyond[member].append((2 if clause.antecedent is member else 1, clause, Role.SUBJECT))

    def _pass_over(self, clause: Clause, who: NounGroup | None) -> None:
        """Note who suffers it where grammar takes the last thing of their relative clause for the subject: "a blogger who wrote a book on the war died"."""
        if who is None or clause.subject is None or not (self._low[clause.verb.word] in VERB or clause.verb.lemma in PHRASE):
            return
        noun, taken = singular(self._low[who.head]), singular(self._low[clause.subject.head])
        if (noun in PERSON or names_person(noun)) and taken not in PERSON and not clause.subject.pronoun and all(other.antecedent is who for other, _ in who.roles):
            self._beyond[who].append((1, clause, Role.SUBJECT))

    def _share(self, clause: Clause, shared: NounGroup) -> None:
        """Note the object that verbs share: "killed or captured 300"."""
        before = clause.joined
        while before is not None and before.object is None and not before.verb.passive:
            self._beyond[shared].append((0, before, Role.OBJECT))
            before = before.joined

    def _roles_of(self, group: NounGroup) -> Roles:
        found = [(2 if clause.antecedent is group else 0, clause, role) for clause, role in group.roles if role in ROLES]
        found += self._beyond.get(group, ())
        return sorted(found, key=itemgetter(0)) if len(found) > 1 else found

    def _two_before(self, both: NounGroup) -> NounGroup | None:
        """Whom "both" stands for: the last two of its sentence or the one before, told by a list or their number."""
        low, bounds = self._low, self._doc.bounds
        start = bounds[max(bounds[both.start][0] - 1, 0)][0]
        groups = self._syntax.groups
        first, last = (bisect_left(groups, k, key=START) for k in (start, both.start))
        before = [group for group in groups[first:last] if len(group.members) == 2 and group is group.members[0] or group.number >= 0 and low[group.number] in TWO]
        return before[-1] if before else None

    def _stand_for(self, pronoun: NounGroup, antecedent: Callable[[NounGroup], NounGroup | None]) -> None:
        """Note what verbs tell of a pronoun for whom it stands for."""
        if pronoun.members[:1] not in ((), (pronoun,)) and self._low[pronoun.head] in WORD.oneself:
            return  # "killed his wife and himself": the list counts him
        verbs: list[tuple[Clause, Role]] = [(clause, role) for clause, role in pronoun.roles if role is not Role.OBLIQUE and (self._low[clause.verb.word] in VERB or clause.verb.lemma in PHRASE)]
        verbs += [(clause, role) for _, clause, role in self._roles_of(pronoun) if clause.verb.lemma in WORD.outlives]
        if not verbs:
            return
        cues = [cue for clause, role in verbs for cue in self._of_verb(clause, role, pronoun) if pronoun.pronoun or cue.fate in HURT]  # not "both fled"
        if cues and (group := antecedent(pronoun)) is not None and not self._is_another(pronoun, group, verbs):
            self._again[group] += cues

    def _is_another(self, pronoun: NounGroup, group: NounGroup, verbs: Sequence[tuple[Clause, Role]]) -> bool:
        """Whether what is done to a pronoun is done by the group that it would stand for ("the officer said he shot him", not "shot himself"), or that only told of it
        in the sentence before ("..., the officer said. He was shot.")."""
        if self._low[pronoun.head].endswith(("self", "selves")):
            return False
        apart = self._doc.bounds[group.start] != self._doc.bounds[pronoun.start]
        if apart and any(role is Role.SUBJECT and _closes(clause) and entry(self._low[clause.verb.word]).report for clause, role in group.roles):
            return True
        doers = [self._syntax.subject_of(clause) for clause, role in verbs if role is Role.OBJECT]
        return any(doer is not None and (doer is group or doer.pronoun and self.facts.antecedent(doer) is group) for doer in doers)

    def _asked(self, group: NounGroup, number: int) -> Asked:
        first = first_of(group)
        return Asked(group, first, self.facts.counted(group), number, self._next[group.end], self._roles(first))

    def of_whole(self, group: NounGroup | None, cue: Cue) -> bool:
        """Whether a fate is that of all among whom a group is counted: "ten of the 26 who were hurt"."""
        clause = self._syntax.clause_of(cue.at)
        behind = self.facts.counted(group) if group is not None else ()
        return any(whole.start <= cue.at < whole.end or clause is not None and clause.antecedent is whole for whole in behind)

    # --- verbs --------------------------------------------------------------------------------------------------------

    def of_verbs(self, asked: Asked) -> Iterable[Cue]:
        """The fates told by verbs: of the group, what it renames, the band that it makes up, whom it counts, a pronoun ("took 12 men and shot them")."""
        cues: list[Cue] = []
        for host in (*self._hosts(asked.group), *asked.behind):
            told = _spared([(clause, cue) for _, clause, role in self._roles(host) for cue in self._of_verb(clause, role, host)])
            for clause, cue in told:
                hangs = clause.antecedent is host
                joined = [other for also, other in told if (also.antecedent is host) == hangs and self._is_joined(clause, cue, also, other)] if len(told) > 1 else []
                cue = cue._replace(fate=_together(cue, joined, in_the_end=self._died_last(told))) if joined else cue
                cues.append(cue._replace(fate="killed") if self._was_before_death(clause, told) else cue)
        return cues + self._again[asked.first] if asked.first in self._again else cues

    def _was_before_death(self, clause: Clause, told: list[tuple[Clause, Cue]]) -> bool:
        """Whether a verb tells what had been done to the dead before: "drivers found dead on Monday had been abducted"."""
        return clause.verb.status.pluperfect and any(also.kind in (Kind.REDUCED, Kind.RELATIVE) and also.verb.passive and cue.fate == "killed" for also, cue in told)

    def _died_last(self, told: list[tuple[Clause, Cue]]) -> bool:
        """Whether the last that is told of those who suffer it is their death: "were taken hostage and murdered", "were wounded and died", not "were wounded or killed"."""
        clause, last = max(told, key=lambda one: one[1].at)
        first = min(cue.at for _, cue in told)
        if last.fate != "killed" or self._low[last.at] in WORD.estimate or "or" in self._low[first : last.at]:
            return False
        return clause.verb.passive or clause.object is None or all(cue.fate in TAKEN for _, cue in told if cue.fate != "killed")

    def _is_joined(self, clause: Clause, cue: Cue, also: Clause, other: Cue) -> bool:
        """Whether two verbs are told together, or only a joint stands between them: "killed, wounded or captured", "was shot and later died"."""
        between = self._syntax.tags[min(cue.at, other.at) + 1 : max(cue.at, other.at)]
        return _goes_on(clause, also) or _goes_on(also, clause) or all(map(JOINTS.issuperset, between))

    def of_verb_before(self, asked: Asked) -> Iterable[Cue]:
        """The verb that stands right before a group which grammar gave no place: "has since killed 90", "Blast Wounds 4 Girls"."""
        host, number, low, prior = asked.first, asked.number, self._low, self._prior
        begin = host.preposition if host.preposition >= 0 else host.start
        if VERB.keys().isdisjoint(low[prior[prior[begin]] : max(host.start, number)]):
            return ()
        if number > asked.group.start and (own := VERB.get(low[number - 1])) is not None and not (own.subject or own.base) and asked.group.head == number:
            return [Cue(own.fate, number - 1, "verb")]  # "killed five people and wounded nineteen"
        misread = asked.group is host and number >= 0 and (number < host.start or low[prior[number]] in VERB)
        at = prior[number if misread else host.start]
        if any(token[-1] in "\r\n" for token in self._doc.toks[max(at, 0) : begin]):
            return ()  # "12 killed" stands on the line above
        before, known = VERB.get(low[prior[at]]), VERB.get(low[at])
        phrase = PHRASE.get(before.lemma, {}).get(low[at]) if before is not None else None
        as_noun = known is not None and low[at].endswith("ing") and self._syntax.tags[at] == "n"  # "went off in a busy market killing 14 people"
        if as_noun and number < 0:
            return ()  # "a shooting suspect"
        if phrase is None and known is None or not as_noun and any(role is Role.OBJECT for _, _, role in asked.roles):
            return ()
        if phrase is not None and not phrase.subject:
            return [Cue(phrase.fate, prior[at], "phrase")]  # "shot dead nine", "shot down 40"
        return self._told_before(known, at) if known is not None and not known.subject and (host.preposition < 0 or misread) else ()

    def _told_before(self, known: Verb, at: int) -> Iterable[Cue]:
        """The fate that a form of a verb at a token tells of what stands behind it: not a base form that grammar takes for a noun, no long passive."""
        verb = self._syntax.verb_at(at)
        if verb is None:
            return () if known.base else [Cue(known.fate, at, "verb")]
        return [Cue(known.fate, at, "verb")] if verb.end - verb.start == 1 or not verb.passive else ()

    def of_verb_behind(self, asked: Asked) -> Iterable[Cue]:
        """The verb that stands right behind a group, or behind the list that it stands in: "15 guards, 9 clerks and hundreds of rebels killed"."""
        group = asked.group
        if asked.first.preposition >= 0 and self.facts.preposition(asked.first) != "among":
            return ()  # "was among six people shot dead"
        last = group.members[-1] if group.members else group
        behind = [verb for end in dict.fromkeys((group.end, group.extent, last.end, last.extent)) if (verb := self._syntax.verb_at(self._next[end])) is not None]
        if not behind or any(role is Role.OBJECT for _, role in group.roles):
            return ()
        cues = []
        for verb in behind:
            known = VERB.get(self._low[verb.word])
            if known is None or known.subject and (verb.status.negated or known.fate == "population") or self._tells_other(verb, known):
                continue
            if known.subject or verb.passive or known.participle and (verb.clause is None or verb.clause.object is None):
                cues.append(Cue(known.fate, verb.word, "verb"))
        return cues

    def _hosts(self, group: NounGroup) -> list[NounGroup]:
        """The group and those it stands for: "the bodies of a group of 12 men"."""
        hosts = [group]
        while (above := group.hangs_on) is not None or group.renames is not None:
            makes_up = above is not None and self.facts.preposition(group) == "of" and singular(self._low[above.head]) in WORD.whole
            host = above if makes_up else group.renames
            if host is None:
                break
            hosts.append(group := host)
        return hosts

    def _of_verb(self, clause: Clause, role: Role, group: NounGroup) -> Iterable[Cue]:
        """The fate that a verb tells of whoever stands in a role to it."""
        if role is Role.OBLIQUE:
            return self._behind_gerund(clause, group) or self._beside(clause, group) if first_of(group).preposition >= 0 else ()
        verb, low = clause.verb, self._low
        phrase = self._phrase(clause, group) if verb.lemma in PHRASE else None
        if verb.lemma == "claim" and phrase is None:
            return [Cue("killed", verb.word, "verb")] if role is Role.OBJECT and self._takes_lives(clause, group) else ()
        known = phrase or VERB.get(low[verb.word]) or VERB.get(verb.lemma)
        if phrase is None and self._only_links(clause):
            return ()
        if known is None or not (role is Role.SUBJECT if known.subject else self._suffers(clause, role)):
            return self._state(clause) if role is Role.SUBJECT else ()
        if self._spares(clause, group, known) or phrase is None and self._tells_other(verb, known):
            return ()
        cues = [Cue(self._fate_of(clause, known.fate), verb.word, "phrase" if phrase else "verb")]
        if known.fate == "taken" and self._is_struck(clause):
            cues.append(Cue(OPEN, verb.word, "verb"))  # "gunfire that struck two boys", "opened fire, hitting two boys"
        elif known.fate == "taken" and role is Role.SUBJECT:
            cues += self._state(clause)  # "were found with gunshot wounds"
        return cues

    def _is_struck(self, clause: Clause) -> bool:
        """Whether what a verb takes is struck by a weapon, or by whoever attacks in the clause above."""
        doer, above = self._syntax.doer_of(clause), clause.parent
        if doer is not None and singular(self._low[doer.head]) in WEAPON | STRIKE:
            return True
        return clause.kind is Kind.PARTICIPLE and clause.verb.lemma in WORD.strikes and above is not None and (above.verb.lemma in WORD.shoots or self.facts.type_of(above) == "ASSAULT")

    def _only_links(self, clause: Clause) -> bool:
        """Whether "remain" only says how somebody is: "four people remain unidentified", not "remain trapped", "remain in jail"."""
        at = clause.verb.word
        return clause.verb.lemma == "remain" and not clause.obliques and WORD.stuck.isdisjoint(self._low[at + 1 : at + 3])

    def _spares(self, clause: Clause, group: NounGroup, known: Verb) -> bool:
        """Whether a verb of harm does none: in a contest ("beat Ana Rask in the primary"), to its means ("hit two roadside bombs"), of a room ("the hall holds 300 people")."""
        if known.lemma == "beat" and group.name and not clause.verb.passive:
            return True
        return known.fate == "taken" and self.facts.at(clause.verb.word).means is group or known.fate == "held" and self._is_room(clause)

    def _takes_lives(self, clause: Clause, group: NounGroup) -> bool:
        """Whether what happens claims persons: "the war has claimed 300 soldiers"; a party claims members."""
        doer = self._syntax.doer_of(clause)
        return doer is not None and not clause.verb.passive and is_act(self._low[doer.head]) and singular(self._low[group.head]) in PERSON

    def _fate_of(self, clause: Clause, fate: str) -> str:
        """What the fate of a verb comes to in its clause: "destroyed by air defence", "were treated and released", "fatally wounded"."""
        before, verb = clause.joined or clause.parent, clause.verb
        if fate == "lost" and self._is_by_air_defence(clause):
            return "intercepted"
        if fate == "released" and before is not None and before.verb.lemma == "treat" and _goes_on(before, clause):
            return "wounded"
        fatal = fate in ("wounded", "casualties") and not WORD.fatal.isdisjoint(self._low[max(0, verb.start - 1) : verb.end + 1])
        return "killed" if fatal else fate

    def _behind_gerund(self, clause: Clause, group: NounGroup) -> Iterable[Cue]:
        """The fate that a verb in the place of a noun tells of what hangs on it: "the wounding of three others"."""
        known = VERB.get(self._low[clause.verb.word]) if clause.verb.form is Form.GERUND and self._low[first_of(group).preposition] == "of" and clause.object is None else None
        return [Cue(known.fate, clause.verb.word, "state")] if known is not None and not known.subject else ()

    def _tells_other(self, verb: VerbGroup, known: Verb) -> bool:
        """Whether a verb tells no fate here: by its particle, or as "hung around", "hung from a bridge" does of itself; not "hanged", "were hung"."""
        if known.fate in TURNED and self._is_turned(verb) or known.fate == OPEN and self._low[self._next[verb.end]] == "back":
            return True  # "Rask shot back"
        itself = verb.start == verb.word and self._low[verb.word] != "hanged" and (verb.clause is None or verb.clause.object is None)
        return known.lemma == "hang" and itself

    def _is_turned(self, verb: VerbGroup) -> bool:
        """Whether a particle turns what a verb tells: "was caught up in the debate", "was held up by the rain", not "held up to 40 men"."""
        behind = self._next[verb.end]
        return verb.particle > verb.word or self._low[behind : behind + 1] == ["up"] and self._low[behind + 1 : behind + 2] != ["to"]

    def _suffers(self, clause: Clause, role: Role) -> bool:
        """Whether what stands in a role to a verb suffers what it tells."""
        return role is Role.SUBJECT if self.facts.is_passive(clause) else role in PATIENTS

    def _is_room(self, clause: Clause) -> bool:
        """Whether what holds somebody only has room for them."""
        doer = self._syntax.doer_of(clause)
        return doer is not None and not doer.name and self.facts.places.is_place(doer)

    def _is_by_air_defence(self, clause: Clause) -> bool:
        """Whether those who destroy something are an air defence, which only shoots it down."""
        doer = self._syntax.doer_of(clause)
        words = self._low[doer.start : doer.end] if doer is not None else []
        return "air" in words and not WORD.air_defence.isdisjoint(words)

    def _state(self, clause: Clause) -> Iterable[Cue]:
        """The state that a verb tells of its subject: "were found dead", "did not survive"."""
        low, verb = self._low, clause.verb
        cues = [self._survival(clause)] if verb.lemma in WORD.outlives and clause.object is None else []
        before = clause.parent
        if clause.kind is Kind.INFINITIVE and clause.predicate >= 0 and low[clause.predicate] in WORD.well and before is not None and before.verb.lemma == "expect":
            cues.append(Cue("wounded", before.verb.word, "state"))  # "are expected to be fine"
        at = clause.predicate if clause.predicate >= 0 else verb.word, verb.word, self._next[verb.end]
        if not STATE.keys().isdisjoint((low[at[0]], low[at[1]], low[at[2]])):
            state = next(k for k in at if low[k] in STATE)
            cues.append(Cue(STATE[low[state]], state, "state"))
        for joint, phrase in clause.obliques if clause.object is None and all(child.kind is Kind.ADVERBIAL for child in clause.children) else ():
            if joint.endswith("with") and singular(low[phrase.head]) in WORD.wound:
                cues.append(Cue("wounded", phrase.head, "state"))  # "arrived with burns"
            elif joint == "on" and low[phrase.head] in LISTS and low[phrase.end : phrase.end + 1] == ["of"]:
                k = self._next[phrase.end + 1 + (low[phrase.end + 1] == "the")]
                cues += [Cue(TOLL[low[k]], k, "state")] if low[k] in TOLL else []  # "are on the list of wounded"
        if verb.lemma == "get" and clause.object is not None and (known := VERB.get(low[clause.object.head])) is not None and known.participle and not known.subject:
            cues.append(Cue(known.fate, clause.object.head, "verb"))  # "got shot"
        return cues

    def _survival(self, clause: Clause) -> Cue:
        """What a verb of survival tells of its subject: "did not survive", "is expected to survive", "is recovering"; else only that they live."""
        verb, before = clause.verb, clause.parent
        if verb.lemma == "survive" and verb.status.negated:
            return Cue("killed", verb.word, "verb")
        if clause.kind is Kind.INFINITIVE and before is not None and before.verb.lemma == "expect":
            return Cue("wounded", before.verb.word, "state")
        return Cue("wounded" if verb.form is Form.GERUND and verb.lemma != "survive" else ALIVE, verb.word, "state")

    def _beside(self, clause: Clause, group: NounGroup) -> Iterable[Cue]:
        """The fate of those who share it: "was killed along with four aides"."""
        k = first_of(group).preposition
        with_whom = self._low[max(0, k - 2) : k + (self._low[k] != "along" or self._low[k + 1] == "with")]  # not "shot along a road"
        if WORD.companion.isdisjoint(with_whom):
            return ()
        if not clause.verb.passive and k < clause.verb.start:  # "along with his wife, he killed 14", "along with his wife, he died"
            subject = self._syntax.subject_of(clause)
            return self._of_verb(clause, Role.SUBJECT, subject) if subject is not None and subject is not group else ()
        patient = self._syntax.object_of(clause) if clause.verb.passive or clause.object is not None else self._syntax.subject_of(clause)
        if patient is None or patient is group:
            return ()
        return [*self._of_verb(clause, Role.OBJECT, patient), *self._of_verb(clause, Role.SUBJECT, patient)]

    def _phrase(self, clause: Clause, group: NounGroup) -> Verb | None:
        """What a verb tells with its particle, object or phrase: "shot down", "left their homes", "burned alive"."""
        low, second = self._low, PHRASE[clause.verb.lemma]
        if BESIDE[clause.verb.lemma].isdisjoint(low[slice(*self._doc.bounds[clause.verb.word])]):
            return None
        verb, last = clause.verb, group.members[-1] if group.members else group  # "left two guards and a boy dead"
        named = clause.predicate >= 0 and self._syntax.tags[clause.predicate] in "ns"  # "is a nurse at the hospital", "is health care"
        words = [low[max(verb.particle, verb.word)], low[verb.word if named and verb.lemma == "be" else max(clause.predicate, verb.word)], low[self._next[verb.word + 1]], low[self._next[verb.end]]]
        alike: list[str] = []
        for other in () if named else (clause.object, clause.second_object, *(phrase for _, phrase in clause.obliques)):
            if other is not None:
                words += [low[other.start], low[other.head], low[self._next[last.end]], low[self._next[max(last.end, last.reach)]]] if first_of(other) is first_of(group) else [low[other.head], low[max(other.preposition, 0)]]
                if low[other.head] in DEGREES:
                    words += [low[phrase.head] for phrase in other.phrases]  # "sustained various degrees of injury"
                alike += low[other.start : other.head][::-1]  # "taken to a medical centre", "to the medical examiner's office"
        words += [*map(singular, words)]
        told = [*filter(second.__contains__, (*words, *(ALIKE.get(word, "") for word in words + alike)))]
        told = [*filterfalse(PARTICLES.__contains__, told)] or told if len(told) > 1 else told  # "taken away in an ambulance"
        visits = clause.verb.lemma in WORD.visits and any(child.kind is Kind.INFINITIVE and child.verb.lemma not in WORD.tends and not child.verb.passive for child in clause.children)
        return second[told[0]] if told and not visits else None  # not "went to the hospital to hear him"



def _spared(told: list[tuple[Clause, Cue]]) -> list[tuple[Clause, Cue]]:
    """What verbs tell of those whom one of them says not to be killed: "was shot but not fatally wounded"."""
    rest = [(clause, cue) for clause, cue in told if cue.fate != "killed" or not clause.verb.status.negated]
    if not rest or len(rest) == len(told):
        return told
    return [(clause, cue._replace(fate="wounded") if cue.fate == OPEN else cue) for clause, cue in rest]


def _goes_on(clause: Clause, also: Clause) -> bool:
    """Whether a clause goes on with what another one tells of its subject: "was hit by gunfire and taken to hospital"."""
    return (also.joined is clause or also.parent is clause) and also.subject is not None and also.subject is clause.subject


def _together(cue: Cue, joined: list[Cue], *, in_the_end: bool) -> str:
    """What joined verbs tell of one patient: "killed or wounded" are casualties, "shot and killed" only killed, "was wounded and died" too."""
    fates = {other.fate for other in joined} & HURT
    if cue.fate not in HURT:
        return cue.fate
    surer = fates - {OPEN}
    if cue.fate == OPEN and surer:
        return "killed" if "killed" in surer else surer.pop()
    if "killed" in fates and len(surer) > 1:
        return "killed" if in_the_end else OPEN
    return cue.fate



def first_of(group: NounGroup) -> NounGroup:
    """The first of the list that a group stands in: it bears the roles."""
    return group.members[0] if group.members else group



def _closes(clause: Clause) -> bool:
    """Whether a verb of speech stands behind or within what is said, and so only attributes it: "..., the officer said."."""
    return clause.complement is None or clause.inserted or clause.complement.start < clause.start
