"""What befalls a counted group, read by its role: from the verb whose patient it is, the noun it hangs on, its own adjective, a toll."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import filterfalse
from operator import attrgetter, itemgetter
from typing import NamedTuple

from conflictkit._document import Document
from conflictkit._models import Quantity
from conflictkit.engine.syntax import Clause, Form, Kind, NounGroup, Once, Role, VerbGroup

from ..facts import Facts
from ..lexicon.claims import ALIKE, BESIDE, BUILT, EVENT, PERSON, PHRASE, STATE, TOLL, VERB, WORD, Verb, names_person
from ..lexicon.events import known as entry
from ..lexicon.facts import NOUNS, PARTICLES, PLACE_NOUN, STRIKE, WEAPON, is_act
from ..lexicon.inflection import inflect, plural, singular
from .spot import Cue, Spot

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
MADE_UP = dict.fromkeys(WORD.gathered, "people") | dict.fromkeys((*BUILT, *PLACE_NOUN), "population") | dict.fromkeys(NOUNS.force, "troops")
"""What those are who make something up: "a crowd of 1,300", "a town of 3,500 people", "a brigade of 3,500 men"."""
SETTLED = frozenset(noun for noun, measure in BUILT.items() if measure == "settlements")
COMPANY = frozenset({"among", "include", *inflect("include")})
"""Words that tell of those among whom somebody is."""
BEHIND = {"with": dict.fromkeys((*WORD.wound, *map(plural, WORD.wound)), "wounded"), "in": dict.fromkeys(WORD.tended, "wounded"), "under": {"arms": "troops"}}
"""Preposition behind a group -> what stands behind it -> the fate that it tells."""
BOTH, TWO = frozenset({"both"}), frozenset({"two", "2"})
LISTS = frozenset({"list", "lists"})
DEGREES = frozenset((*WORD.degree, *map(plural, WORD.degree)))
APOSTROPHES = frozenset({"'", "’", "'s"})
DYING = frozenset(word for word, verb in VERB.items() if verb.fate == "killed" and verb.subject)
"""Forms of verbs whose subject dies."""
LOSING = frozenset(form for word in WORD.takes_life for form in (word, *inflect(word)))
TELLS = frozenset({*STATE, *VERB})
"""Words that tell what became of somebody."""
VICTIMS = frozenset({"victim", "victims"})
SAYING = TELLS | VICTIMS
"""Words that tell it of whom they stand beside or before."""
COUNTING = frozenset({*WORD.amounts, *WORD.figures, "have", "include"})
"""Verbs that give their subject a figure."""
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


class Fates:
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

    def counted(self, quantity: Quantity, spot: Spot) -> NounGroup | None:
        """The noun group of a quantity: that of its numeral, or of its noun where the two were torn apart."""
        group = self._syntax.group_at(spot.number)
        noun = self._syntax.group_at(self._doc.at[quantity.noun.start]) if quantity.noun is not None else None
        torn = group is not None and noun is not None and noun is not group and self._next[group.end] == noun.start and group.end == spot.number + 1
        return noun if group is None or torn else group

    def told_of_pronouns(self) -> Iterable[NounGroup]:
        """The groups for which a pronoun stands of which a fate is told."""
        return self._again.keys()

    def told_again(self, group: NounGroup) -> Sequence[Cue]:
        """The fates told of pronouns that stand for a group."""
        return self._again.get(first_of(group), [])

    def has_role(self, group: NounGroup) -> bool:
        """Whether a group is subject or object of some clause."""
        return any(role is not Role.OBLIQUE for _, _, role in self._roles(group))

    def of(self, group: NounGroup, number: int = -1) -> list[Cue]:
        """The fates told of a group, the surest first; ``number`` is the token of its numeral."""
        asked = self._asked(group, number)
        cues = [cue for read in READERS for cue in read(self, asked)] or ([*self.of_neighbour(asked)] if not asked.roles else [])
        if cues and cues[0].fate == OPEN:
            surer = [cue for fate in ("killed", "wounded") for cue in self.told_again(group) if cue.fate == fate][:1]
            cues = surer + [cue._replace(fate="killed") if cue.fate == OPEN and self._low[cue.at + 1 : cue.at + 2] == ["dead"] else cue for cue in cues]
            cues.sort(key=lambda cue: cue.how != "state")  # "shot 14 villagers dead"
            live = self._all_live or any(cue.fate == ALIVE for cue in cues)
            cues = [cue._replace(fate="wounded") if cue.fate == OPEN and live and self._low[cue.at] in VERB else cue for cue in cues]
        return self._in_the_end(cues) if cues and cues[0].fate in (OPEN, "wounded") else cues

    def _in_the_end(self, cues: list[Cue]) -> list[Cue]:
        """What befell those who were hurt, the surest first: those of whom a verb says that they died are dead ("the three who died had burns")."""
        died = next((cue for cue in cues if cue.fate == "killed" and cue.how == "verb" and self._low[cue.at] in DYING and self.facts.truth.at(cue.at) is None), None)
        return cues if died is None else [died, *cues]

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
                cues.append(cue._replace(fate=_together(cue, joined, in_the_end=self._died_last(told))) if joined else cue)
        return cues + self._again[asked.first] if asked.first in self._again else cues

    def _died_last(self, told: list[tuple[Clause, Cue]]) -> bool:
        """Whether the last that is told of those who suffer it is their death: "were taken hostage and murdered", "were wounded and died", not "were wounded or killed"."""
        if any(self._low[cue.at] == "dead" for _, cue in told):
            return True  # "drivers found dead on Monday had been abducted"
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

    # --- nouns --------------------------------------------------------------------------------------------------------

    def of_nouns(self, asked: Asked) -> Iterable[Cue]:
        """The fate told by the noun it hangs on ("the killing of 12 people", "the four monks' abduction"), or by what hangs on it ("12 men with burns")."""
        group, low = asked.group, self._low
        host = self._hosts(asked.first)[-1] if asked.first.renames is None else asked.first  # "the deaths of a total of 12 men"
        above, cues = host.hangs_on, []
        if low[group.head] in EVENT and asked.number >= 0 and not APOSTROPHES.isdisjoint(low[asked.number : group.head]):
            cues.append(Cue(EVENT[low[group.head]], group.head, "event"))
        if above is not None and (done := deed(low[above.head])) and not self.is_saved(above) and (self.facts.preposition(host) == "of" or self.facts.preposition(host) == "for" and low[above.head] == "exchange"):
            fatal = done in (OPEN, "wounded") and not WORD.deadly.isdisjoint(low[above.start : above.head])  # "the fatal shooting of a man"
            cues.append(Cue("killed" if fatal else done, above.head, "event"))
        if host is not group and host.number < 0 and low[host.head] in EVENT and low[group.head] not in EVENT and not self.is_saved(host) and self._may_be_person(group):
            cues.append(Cue(EVENT[low[host.head]], host.head, "event"))  # "the murder of four monks and two nuns"
        beside = self._syntax.group_at(group.start - 2) if group.head == group.number and not asked.roles and low[group.start - 1] == "and" else None
        if beside is not None and beside.preposition >= 0:
            return cues  # "ten died on the spot and two in hospital"
        phrase = self._syntax.phrase_at(self._next[group.members[-1].end]) if group.members else self._syntax.phrase_at(asked.after)
        while phrase is not None and low[phrase.preposition] == "of":
            phrase = self._syntax.phrase_at(self._next[phrase.end])  # "12 members of the crew with burns"
        fate = BEHIND.get(low[phrase.preposition], {}).get(low[phrase.head]) if phrase is not None else None
        if phrase is not None and fate is not None:
            cues.append(Cue(fate, phrase.head, "state"))  # "12 men with burns", "five people in hospital", "400 men under arms"
        return cues

    def _may_be_person(self, group: NounGroup) -> bool:
        """Whether a group names persons: "the murder of four monks and two nuns", not "charged with murder and four counts of assault"."""
        noun = singular(self._low[group.head])
        return noun in PERSON or names_person(noun) or group.name or group.pronoun or group.head == group.number

    def is_council(self, bodies: NounGroup) -> bool:
        """Whether bodies do what only the living do: "the two bodies agreed to meet"."""
        return self._low[bodies.head] in WORD.body and any(
            role is Role.SUBJECT and clause.verb.finite and not clause.verb.passive and clause.subject is bodies and "," not in self._low[bodies.end : clause.verb.start] and ((word := entry(self._low[clause.verb.word])).report or word.kind is not None) for clause, role in bodies.roles
        )

    def is_saved(self, lives: NounGroup, bearer: NounGroup | None = None) -> bool:
        """Whether lives are not told to be lost: "saved 12 lives", "led two lives", "the lives of 12 soldiers are at risk"; the bearer has their roles: "dozens of lives"."""
        if singular(self._low[lives.head]) != "life":
            return False
        roles, above = first_of(bearer or lives).roles, first_of(bearer or lives).hangs_on
        if not roles and above is None:
            return LOSING.isdisjoint(self._low[slice(*self._doc.bounds[lives.head])])
        told = [clause.verb.lemma for clause, role in roles if role is not Role.OBLIQUE] + ([self._low[above.head]] if above is not None else [])
        return WORD.takes_life.isdisjoint(told)

    def of_own_words(self, asked: Asked) -> Iterable[Cue]:
        """The fate told by an adjective: "three wounded soldiers", "20 dead", "two confirmed dead"."""
        group, counted, low = asked.group, asked.behind, self._low
        first = asked.number + 1 if asked.number >= group.start else group.start
        if not counted and SAYING.isdisjoint(low[first : asked.after + 1]):
            return ()
        own = [*range(first, group.end), *(k for other in counted for k in range(other.start, other.head))]
        cues = []
        for k in (*own, asked.after, *(self._next[other.end] for other in counted)):
            verb = VERB.get(low[k])
            if low[k] in STATE and not self._is_of_doer(k, group):
                cues.append(Cue(STATE[low[k]], k, "state"))
            elif verb is not None and verb.participle and not verb.base and not verb.subject and k in own and low[k - 1] != "-":  # "a long-shot candidate"
                cues.append(Cue(verb.fate, k, "state"))
            elif EVENT.get(low[k]) == "killed" and low[k + 1] in VICTIMS:
                cues.append(Cue("killed", k, "state"))  # "two of the murder victims"
        return cues

    def _is_of_doer(self, k: int, group: NounGroup) -> bool:
        """Whether an adverb tells how a group does what it does to others: "the attacker fatally stabbed a guard", not "12 were hurt, two fatally"."""
        verb = self._syntax.verb_at(self._next[k + 1]) if self._low[k].endswith("ly") else None
        return verb is not None and not verb.passive and verb.clause is not None and verb.clause.object is not None and (verb.form is Form.GERUND or verb.clause.subject is first_of(group))

    def of_company(self, asked: Asked) -> Iterable[Cue]:
        """The fate of those among whom they are: "four children were among the dead", "among those killed were"."""
        if COMPANY.isdisjoint(self._low[slice(*self._doc.bounds[asked.group.start])]):
            return ()
        inner = [self._syntax.phrase_at(asked.after)]  # "with three nurses among the dead"
        including, among = [], list[NounGroup]()
        for _, clause, role in asked.roles:
            if role is Role.SUBJECT:
                inner += [self._syntax.phrase_at(clause.start), *(phrase for word, phrase in clause.obliques)]
                among += [phrase for word, phrase in clause.obliques if word == "in" and clause.verb.passive and clause.verb.lemma == "include"]  # "were included in the dead"
            elif role is Role.OBJECT and clause.verb.lemma == "include":
                including.append(self._syntax.subject_of(clause) or self._before(clause.verb.start))
        among += [phrase for phrase in inner if phrase is not None and self.facts.preposition(phrase) == "among"]
        return [cue for group in (*among, *including) if group is not None for cue in self._of_counted(group)]

    def of_neighbour(self, asked: Asked) -> Iterable[Cue]:
        """The fate of those beside whom it stands without "and": "killed a mayor, three others", at the head of a line "2 nurses, scores of guards killed"."""
        group, low = asked.group, self._low
        if asked.first.preposition >= 0:
            return ()
        if low[group.head] in WORD.others and low[group.start - 1] == ",":
            before = self._before(group.start - 1)
            return self.of(before)[:1] if before is not None else ()
        opens = group.start == self._doc.bounds[group.start][0] or low[group.start - 1] == ":" or self._doc.toks[group.start - 1][-1] in "\r\n"
        behind = self._syntax.group_at(self._next[asked.after + 1]) if opens and low[asked.after] == "," else None
        if behind is None or behind.start != self._next[asked.after + 1] or not any(clause.subject is behind for clause, _ in behind.roles):
            return ()
        return self.of_verbs(self._asked(behind, -1))

    # --- tolls --------------------------------------------------------------------------------------------------------

    def of_toll(self, asked: Asked) -> Iterable[Cue]:
        """The number is the figure of a toll: "the death toll rose to 45", "a population of 4,500", "put the number of dead at 45"."""
        host = asked.first
        cues: list[Cue] = []
        for toll in self._figure_of(host, asked.number, asked.roles) if asked.number >= 0 else ():
            if toll.number < 0:
                cues += self._of_counted(toll)
            elif toll.number == toll.head and toll.end <= host.start:
                cues += self.of_toll(self._asked(toll, toll.number))  # "is now 1,800, which will fall to 1,600"
        if host.preposition >= 0 and (above := host.hangs_on or self._before(host.preposition)) is not None:
            noun, joint = singular(self._low[above.head]), self._low[host.preposition]
            home = joint == "to" and noun == "home" or joint == "with" and noun in SETTLED  # "a city with two million people"
            fate = MADE_UP.get(noun, "") if joint == "of" and not above.plural else "population" if home else ""
            cues += [Cue(fate, above.head, "place")] if fate else ()
        for _, clause, role in asked.roles:
            who = self._syntax.subject_of(clause) if role is Role.OBJECT and clause.verb.lemma == "number" else None
            if who is not None and (measure := PERSON.get(singular(self._low[who.head]))) is not None:
                cues.append(Cue(str(measure), who.head, "place"))  # "the rebels number 3,000"
        if host.holder is not None and host.number >= 0 and singular(self._low[host.head]) in WORD.citizen and self.facts.places.is_place(host.holder):
            cues.append(Cue("population", host.holder.head, "place"))  # "Norland's four million people"
        return cues

    def _figure_of(self, group: NounGroup, number: int, roles: Roles) -> Iterator[NounGroup]:
        """The nouns whose figure a group may be: those of its clause, what it hangs on, what stands before the number or a colon."""
        if number > group.start and self._low[number - 1] in TOLL:
            yield NounGroup(number - 1, number, number - 1)
        for _, clause, role in roles:
            yield from self._of_verb_of_figure(clause, role, group)
        around = next(self._syntax.clauses_around(group.start), None) if not roles or group.head == number else None
        if around is not None and (not roles or around.predicate == number) and self.facts.preposition(group) != "by" and not self._is_whole(group) and self._low[group.start - 1] != ",":
            subject = self._syntax.subject_of(around)
            if subject is not None and subject.end <= group.start:
                yield subject
        if group.hangs_on is not None and (self.facts.preposition(group) in ("of", "at", "to", "above", "over") or group.head == number and self.facts.preposition(group) == "from"):
            yield group.hangs_on
        yield from self._beside_figure(group)

    def _is_whole(self, group: NounGroup) -> bool:
        """Whether a group stands behind "of" as a whole: "one of the 72 hostages"; not "a total of 72"."""
        above = group.hangs_on
        return self.facts.preposition(group) == "of" and above is not None and singular(self._low[above.head]) not in WORD.adds_up

    def _of_verb_of_figure(self, clause: Clause, role: Role, group: NounGroup) -> Iterator[NounGroup]:
        """Whose figure a verb gives: "the toll rose to 40", "toll hits 40", "brought the number of guards killed this week to seven"."""
        if role is Role.OBLIQUE and clause.verb.lemma not in VERB or role in PATIENTS and clause.verb.lemma in COUNTING:
            yield from (toll for toll in (clause.object, self._syntax.subject_of(clause)) if toll is not None and toll is not group)
        elif role is Role.OBLIQUE and clause.antecedent is not None and clause.antecedent.hangs_on is not None and self.facts.preposition(group) == "to":
            yield clause.antecedent.hangs_on

    def _beside_figure(self, group: NounGroup) -> Iterator[NounGroup]:
        """What stands right behind a figure with "to", or before it or a colon: "brought to seven the number of dead", "Killed: 12"."""
        low = self._low
        shifted = self._syntax.group_at(self._next[group.end]) if self.facts.preposition(group) == "to" else None
        if shifted is not None and shifted is not group and shifted.preposition < 0:
            yield shifted
        start = (group.preposition if group.preposition >= 0 else group.start) - 1
        before = self._syntax.group_at(start - 1) if start > 0 and (low[start] in (":", "(") or low[group.start] in ("at", "to")) else None
        if before is not None:
            yield before

    def _of_counted(self, group: NounGroup) -> Iterable[Cue]:
        """What a toll counts: "the dead", "casualties", "the number of people killed"."""
        word = self._low[group.head]
        cues: list[Cue] = []
        for clause in group.clauses if not group.name else ():
            if self._syntax.subject_of(clause) is group:  # "those who died were 12", "the hostages killed", not "a man whose son died"
                cues += self._of_verb(clause, Role.SUBJECT, group)
        if fate := _toll(self._low[group.head - 1] if group.head else "", word):
            cues.append(Cue(fate, group.head, "toll"))
        elif word in STATE or word in VERB and VERB[word].participle:
            cues.append(Cue(STATE.get(word) or VERB[word].fate, group.head, "toll"))
        elif singular(word) in WORD.adds_up:
            counted = self._syntax.phrase_at(self._next[group.end])
            at = self._next[min(self._next[group.end] + 1, len(self._doc))] if counted is None else counted.head
            if singular(self._low[at]) in WORD.adds_up:
                return cues  # "the number of a count" counts nothing that is known
            cues += self._of_counted(counted or NounGroup(at, at + 1, at))
            if counted is not None:
                asked = self._asked(counted, -1)
                cues += [*self.of_verbs(asked), *self.of_verb_behind(asked), *self.of_own_words(asked)]
        return cues

    def _before(self, token: int) -> NounGroup | None:
        """The noun group that ends right before a token."""
        return self._syntax.group_at(token - 1)


READERS: tuple[Callable[[Fates, Asked], Iterable[Cue]], ...] = (
    Fates.of_verb_before,
    Fates.of_verbs,
    Fates.of_verb_behind,
    Fates.of_nouns,
    Fates.of_company,
    Fates.of_toll,
    Fates.of_own_words,
)
"""Where the fate of a group is told, the surest first."""


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


def deed(noun: str) -> str:
    """The fate of those whom a noun of deeds has behind "of": "the murder of", "the injuring of"; "" where it tells none."""
    verb = VERB.get(noun) if noun.endswith("ing") else None
    return EVENT.get(noun) or (verb.fate if verb is not None and not verb.subject else "")


def _toll(before: str, word: str) -> str:
    """What a toll counts: "casualty toll" is no death toll, "refugee numbers" are those of refugees; "count" alone is none."""
    if singular(word) in WORD.adds_up:
        return "killed" if before in ("death", "body") else TOLL.get(before) or TOLL.get(f"{before}s", "")
    return TOLL[before] if word in TOLL and before in ("casualty", "injured", "wounded") else TOLL.get(word, "")


def first_of(group: NounGroup) -> NounGroup:
    """The first of the list that a group stands in: it bears the roles."""
    return group.members[0] if group.members else group


def _closes(clause: Clause) -> bool:
    """Whether a verb of speech stands behind or within what is said, and so only attributes it: "..., the officer said."."""
    return clause.complement is None or clause.inserted or clause.complement.start < clause.start
