"""What befalls a counted group, read by its role: from the verb whose patient it is, the noun it hangs on, its own adjective, a toll."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import attrgetter, itemgetter

from conflictkit._document import Document
from conflictkit._models import Quantity
from conflictkit.engine.syntax import Clause, NounGroup, Role

from ..facts import Facts
from ..lexicon.claims import ALIKE, BUILT, EVENT, PHRASE, STATE, TOLL, VERB, WORD, Verb
from ..lexicon.facts import NOUNS, PLACE_NOUN, STRIKE, WEAPON
from ..lexicon.inflection import singular
from .spot import Cue, Spot, counted_behind

HURT = frozenset({"killed", "wounded", "casualties", "captured", "seized", "missing"})
"""Fates that joined verbs with one patient tell together: "killed, wounded or captured 350"."""
ROLES = frozenset({Role.SUBJECT, Role.OBJECT, Role.SECOND_OBJECT, Role.OBLIQUE})
"""As what something befalls a group."""
PRONOUN = attrgetter("pronoun")
OPEN = "casualties"
"""The fate of those who were "shot": what joined verbs say of them is surer."""
MADE_UP = dict.fromkeys((*BUILT, *PLACE_NOUN), "population") | dict.fromkeys(NOUNS.force, "troops")
"""What those are who make something up: "a town of 3,500 people", "a brigade of 3,500 men"."""
TELLS = frozenset({*STATE, *VERB})
"""Words that tell what became of somebody."""
JOINTS = frozenset("c,r1234M:'")
"""Tags of what may stand between joined verbs: conjunctions, commas, adverbs, auxiliaries."""


class Fates:
    """The roles of every noun group of a document, asked for what befalls it."""

    def __init__(self, doc: Document, facts: Facts) -> None:
        self._doc = doc
        self.facts: Facts = facts
        syntax = facts.syntax
        self._low = doc.low
        self._syntax = syntax
        self._beyond: defaultdict[int, list[tuple[int, Clause, Role]]] = defaultdict(list)
        """For each group by its id the clauses that it only controls, and those whose verb shares it with the one joined to them."""
        self._again: defaultdict[int, list[Cue]] = defaultdict(list)
        """For each group by its id the fates told of a pronoun that stands for it."""
        for clause in syntax.clauses:
            if clause.subject is None or clause.subject.time:
                self._control(clause)
            if clause.joined is not None and clause.object is not None:
                self._share(clause, clause.object)
        for pronoun in filter(PRONOUN, syntax.groups):
            self._stand_for(pronoun)
        words = set(doc.low)
        self._all_live = WORD.death.isdisjoint(words) and not WORD.hospital.isdisjoint(words)  # who was shot in a text that tells of no death was hurt

    def _control(self, clause: Clause) -> None:
        """Note whom a clause is about that has no subject of its own, or a time in its place: "five nurses were on Tuesday killed"."""
        above = self._syntax.subject_of(clause.parent) if clause.subject is not None and clause.parent is not None else None
        if (group := above or clause.controller) is not None:
            for member in group.members if group.members and group.members[0] is group else (group,):
                self._beyond[id(member)].append((2 if clause.antecedent is member else 1, clause, Role.SUBJECT))

    def _share(self, clause: Clause, shared: NounGroup) -> None:
        """Note the object that verbs share: "killed or captured 300"."""
        before = clause.joined
        while before is not None and before.object is None and not before.verb.passive:
            self._beyond[id(shared)].append((0, before, Role.OBJECT))
            before = before.joined

    def _roles(self, group: NounGroup) -> list[tuple[int, Clause, Role]]:
        """The clauses that a group stands in, and as what: those that take it first, those it only controls next, what hangs on it last."""
        beyond = self._beyond.get(id(group), [])
        roles = [(2 if clause.antecedent is group else 0, clause, role) for clause, role in group.roles if role in ROLES]
        return sorted([*roles, *beyond], key=itemgetter(0)) if len(roles) + len(beyond) > 1 else roles or beyond

    def _stand_for(self, pronoun: NounGroup) -> None:
        """Note what verbs tell of a pronoun for whom it stands for."""
        verbs = [(clause, role) for clause, role in pronoun.roles if role is not Role.OBLIQUE and (self._low[clause.verb.word] in VERB or clause.verb.lemma in PHRASE)]
        cues = [cue for clause, role in verbs for cue in self._of_verb(clause, role, pronoun)]
        if cues and (group := self.facts.antecedent(pronoun)) is not None:
            self._again[id(group)] += cues

    def counted(self, quantity: Quantity, spot: Spot) -> NounGroup | None:
        """The noun group of a quantity: that of its numeral, or of its noun where the two were torn apart."""
        group = self._syntax.group_at(spot.number)
        noun = self._syntax.group_at(self._doc.at[quantity.noun.start]) if quantity.noun is not None else None
        torn = group is not None and noun is not None and noun is not group and self._next(group.end) == noun.start and group.end == spot.number + 1
        ranged = group is not None and noun is not None and self.facts.preposition(group) == "between"  # "between 20 and 30 people were killed"
        return noun if group is None or torn or ranged else group

    def has_role(self, group: NounGroup) -> bool:
        """Whether a group is subject or object of some clause."""
        return any(role is not Role.OBLIQUE for _, _, role in self._roles(group))

    def of(self, group: NounGroup, number: int = -1) -> tuple[Cue, ...]:
        """The fates told of a group, the surest first; ``number`` is the token of its numeral."""
        cues = [cue for read in READERS for cue in read(self, group, number)]
        if cues and cues[0].fate == OPEN:
            cues = [cue._replace(fate="killed") if cue.fate == OPEN and self._low[cue.at + 1 : cue.at + 2] == ["dead"] else cue for cue in cues]
            cues.sort(key=lambda cue: cue.how != "state")  # "shot 14 villagers dead"
            cues = [cue._replace(fate="wounded") if cue.fate == OPEN and self._all_live and self._low[cue.at] in VERB else cue for cue in cues]
        return tuple(cues)

    def of_whole(self, group: NounGroup | None, cue: Cue) -> bool:
        """Whether a fate is that of all among whom a group is counted: "ten of the 26 who were hurt"."""
        clause = self._syntax.clause_of(cue.at)
        behind = counted_behind(self.facts, group) if group is not None else ()
        return any(whole.start <= cue.at < whole.end or clause is not None and clause.antecedent is whole for whole in behind)

    # --- verbs --------------------------------------------------------------------------------------------------------

    def of_owned(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The number belongs to an owner: "the four monks' abduction"."""
        if 0 <= number < group.head and any(self._low[k] in ("'", "’", "'s") for k in range(number, group.head)) and self._low[group.head] in EVENT:
            yield Cue(EVENT[self._low[group.head]], group.head, "event")

    def of_verbs(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The fates told by verbs: of the group, what it renames, the band that it makes up, whom it counts, a pronoun ("took 12 men and shot them")."""
        for host in (*self._hosts(group), *counted_behind(self.facts, group)):
            told = [(clause.antecedent is host, cue) for _, clause, role in self._roles(host) for cue in self._of_verb(clause, role, host)]
            for hangs, cue in told:
                yield cue._replace(fate=_together(cue, [other for also, other in told if also == hangs and self._side_by_side(cue.at, other.at)]))
        yield from self._again.get(id(first_of(group)), ())

    def _side_by_side(self, one: int, other: int) -> bool:
        """Whether only a joint stands between two verbs: "killed, wounded or captured", "was shot and later died"."""
        return all(JOINTS.issuperset(tag) for tag in self._syntax.tags[min(one, other) + 1 : max(one, other)])

    def of_verb_before(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The verb that stands right before a group which grammar gave no place: "has since killed 90", "Blast Wounds 4 Girls"."""
        host = first_of(group)
        if any(role is Role.OBJECT for _, _, role in self._roles(host)):
            return
        if self.facts.preposition(host) == "between":
            host = NounGroup(host.preposition, host.end, host.head)  # "killed between 20 and 30"
        misread = group is host and number >= 0 and (number < group.start or self._low[self._last(number)] in VERB)
        at = self._last(number if misread else host.start)
        before = VERB.get(self._low[self._last(at)])
        phrase = PHRASE.get(before.lemma, {}).get(self._low[at]) if before is not None else None
        if phrase is not None and not phrase.subject:
            yield Cue(phrase.fate, self._last(at), "phrase")  # "shot dead nine", "shot down 40"
            return
        known = VERB.get(self._low[at])
        verb = self._syntax.verb_at(at)
        if known is None or known.subject or host.preposition >= 0 and not misread or known.base and verb is None:
            return
        if verb is None or verb.end - verb.start == 1 or not verb.passive:
            yield Cue(known.fate, at, "verb")

    def of_verb_behind(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The verb that stands right behind a group, or behind the list that it stands in: "15 guards, 9 clerks and hundreds of rebels killed"."""
        last = group.members[-1] if group.members else group
        if first_of(group).preposition >= 0 or any(role is Role.OBJECT for _, role in group.roles):
            return
        for end in dict.fromkeys((group.end, group.extent, last.end, last.extent)):
            verb = self._syntax.verb_at(self._next(end))
            known = VERB.get(self._low[verb.word]) if verb is not None else None
            if verb is None or known is None or known.subject and (verb.status.negated or known.fate == "population"):
                continue
            if known.subject or verb.passive or known.participle and (verb.clause is None or verb.clause.object is None):
                yield Cue(known.fate, verb.word, "verb")

    def _hosts(self, group: NounGroup) -> Iterator[NounGroup]:
        """The group and those it stands for: "the bodies of a group of 12 men"."""
        at: NounGroup | None = group
        while at is not None:
            yield at
            above = at.hangs_on
            makes_up = above is not None and self.facts.preposition(at) == "of" and singular(self._low[above.head]) in WORD.whole
            at = above if makes_up else at.renames

    def _of_verb(self, clause: Clause, role: Role, group: NounGroup) -> Iterator[Cue]:
        """The fate that a verb tells of whoever stands in a role to it."""
        if role is Role.OBLIQUE:
            yield from self._beside(clause, group)
            return
        suffers = role is Role.SUBJECT if self.facts.is_passive(clause) else role in (Role.OBJECT, Role.SECOND_OBJECT)
        phrase = self._phrase(clause, group)
        known = phrase or VERB.get(self._low[clause.verb.word]) or VERB.get(clause.verb.lemma)
        if clause.verb.lemma == "remain" and phrase is None and not clause.obliques:
            return  # "four people remain unidentified"
        if known is not None and (role is Role.SUBJECT if known.subject else suffers):
            doer = self._syntax.doer_of(clause)
            words = set(self._low[doer.start : doer.end]) if doer is not None and known.fate == "lost" else ()
            if "air" in words and not WORD.air_defence.isdisjoint(words):
                known = known._replace(fate="intercepted")
            fatal = known.fate in ("wounded", "casualties") and not WORD.fatal.isdisjoint(self._low[max(0, clause.verb.start - 1) : clause.verb.end + 1])
            yield Cue("killed" if fatal else known.fate, clause.verb.word, "phrase" if phrase else "verb")
            if known.fate == "taken" and doer is not None and singular(self._low[doer.head]) in WEAPON | STRIKE:
                yield Cue(OPEN, clause.verb.word, "verb")  # "gunfire that struck two boys"
        elif role is Role.SUBJECT:
            yield from self._state(clause)

    def _state(self, clause: Clause) -> Iterator[Cue]:
        """The state that a verb tells of its subject: "were found dead", "did not survive"."""
        low, verb = self._low, clause.verb
        if verb.lemma == "survive" and verb.status.negated:
            yield Cue("killed", verb.word, "verb")
        behind = self._next(verb.end)
        state = next((k for k in (clause.predicate, verb.word, behind) if k >= 0 and low[k] in STATE), -1)
        if state >= 0:
            yield Cue(STATE[low[state]], state, "state")

    def _beside(self, clause: Clause, group: NounGroup) -> Iterator[Cue]:
        """The fate of those who share it: "was killed along with four aides"."""
        if group.preposition < 0 or not WORD.companion.intersection(self._low[max(0, group.preposition - 2) : group.preposition + 1]):
            return
        patient = self._syntax.object_of(clause) if clause.verb.passive or clause.object is not None else self._syntax.subject_of(clause)
        if patient is not None and patient is not group:
            yield from (cue for role in (Role.OBJECT, Role.SUBJECT) for cue in self._of_verb(clause, role, patient))

    def _phrase(self, clause: Clause, group: NounGroup) -> Verb | None:
        """What a verb tells with its particle, object or phrase: "shot down", "left their homes", "burned alive"."""
        low = self._low
        second = PHRASE.get(clause.verb.lemma)
        if second is None:
            return None
        verb, last = clause.verb, group.members[-1] if group.members else group  # "left two guards and a boy dead"
        words = [low[max(verb.particle, verb.word)], low[max(clause.predicate, verb.word)], low[self._next(verb.word + 1)], low[self._next(verb.end)]]
        alike: list[str] = []
        for other in (clause.object, clause.second_object, *(phrase for _, phrase in clause.obliques)):
            if other is not None:
                words += [low[other.start], low[other.head], low[self._next(last.end)]] if first_of(other) is first_of(group) else [low[other.head], low[max(other.preposition, 0)]]
                alike += low[other.start : other.head]  # "taken to a medical centre"
        words += [*map(singular, words)]
        told = next(filter(second.__contains__, (*words, *map(ALIKE.get, words + alike))), None)
        return second[told] if told is not None else None

    # --- nouns --------------------------------------------------------------------------------------------------------

    def of_nouns(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The fate told by the noun it hangs on ("the killing of 12 people"), or by what hangs on it ("12 men with burns")."""
        host = first_of(group)
        above = host.hangs_on
        joint = self.facts.preposition(host)
        if above is not None and self._low[above.head] in EVENT and (joint == "of" or joint == "for" and self._low[above.head] == "exchange"):
            yield Cue(EVENT[self._low[above.head]], above.head, "event")
        if host is not group and self._low[host.head] in EVENT and self._low[group.head] not in EVENT:
            yield Cue(EVENT[self._low[host.head]], host.head, "event")  # "the murder of four monks and two nuns"
        phrase = self._syntax.phrase_at(self._next(group.end))
        if phrase is not None and self.facts.preposition(phrase) == "with" and singular(self._low[phrase.head]) in WORD.wound:
            yield Cue("wounded", phrase.head, "state")

    def of_own_words(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The fate told by an adjective: "three wounded soldiers", "20 dead", "two confirmed dead"."""
        first = number + 1 if number >= group.start else group.start
        counted = [*counted_behind(self.facts, group)]
        if not counted and TELLS.isdisjoint(self._low[first : self._next(group.end) + 1]):
            return
        own = [*range(first, group.end), *(k for other in counted for k in range(other.start, other.head))]
        for k in (*own, self._next(group.end), *(self._next(other.end) for other in counted)):
            word = self._low[k]
            verb = VERB.get(word)
            if word in STATE:
                yield Cue(STATE[word], k, "state")
            elif verb is not None and verb.participle and not verb.base and not verb.subject and k in own:
                yield Cue(verb.fate, k, "state")

    def of_company(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The fate of those among whom they are: "four children were among the dead", "among those killed were"."""
        inner = [self._syntax.phrase_at(self._next(group.end))]  # "with three nurses among the dead"
        roles = [(clause, role) for _, clause, role in self._roles(first_of(group))]
        for clause in (clause for clause, role in roles if role is Role.SUBJECT):
            inner += [self._syntax.phrase_at(clause.start), *(phrase for _, phrase in clause.obliques)]
        for phrase in inner:
            if phrase is not None and self.facts.preposition(phrase) == "among":
                yield from self._of_counted(phrase)
        for clause, role in roles:
            if role is Role.OBJECT and clause.verb.lemma == "include":
                subject = self._syntax.subject_of(clause) or self._before(clause.verb.start)
                if subject is not None:
                    yield from self._of_counted(subject)

    # --- tolls --------------------------------------------------------------------------------------------------------

    def of_toll(self, group: NounGroup, number: int) -> Iterator[Cue]:
        """The number is the figure of a toll: "the death toll rose to 45", "a population of 4,500", "put the number of dead at 45"."""
        host = first_of(group)
        for toll in self._figure_of(host, number) if number >= 0 else ():
            if toll.number < 0:
                yield from self._of_counted(toll)
        above = host.hangs_on or (self._before(host.preposition) if host.preposition >= 0 else None)
        noun = singular(self._low[above.head]) if above is not None else ""
        fate = MADE_UP.get(noun, "") if self.facts.preposition(host) == "of" else "population" if self.facts.preposition(host) == "to" and noun == "home" else ""
        if above is not None and fate:
            yield Cue(fate, above.head, "place")
        if host.holder is not None and host.number >= 0 and singular(self._low[host.head]) in WORD.citizen and self.facts.places.is_place(host.holder):
            yield Cue("population", host.holder.head, "place")  # "Norland's four million people"

    def _figure_of(self, group: NounGroup, number: int) -> Iterator[NounGroup]:
        """The nouns whose figure a group may be: those of its clause, what it hangs on, what stands before the number or a colon."""
        if number > group.start and self._low[number - 1] in TOLL:
            yield NounGroup(number - 1, number, number - 1)
        for _, clause, role in self._roles(group):
            if role is not Role.SUBJECT and (clause.verb.lemma not in VERB or clause.verb.lemma == "hit"):  # "toll hits 40"
                yield from (toll for toll in (clause.object, self._syntax.subject_of(clause)) if toll is not None and toll is not group)
        if not self._roles(group) and self.facts.preposition(group) != "by" and self._low[group.start - 1] != ",":
            around = next(self._syntax.clauses_around(group.start), None)
            subject = self._syntax.subject_of(around) if around is not None else None
            if subject is not None and subject.end <= group.start:
                yield subject
        if group.hangs_on is not None and self.facts.preposition(group) in ("of", "at", "to", "above", "over"):
            yield group.hangs_on
        start = (group.preposition if group.preposition >= 0 else group.start) - 1
        if start > 0 and (self._low[start] in (":", "(") or self._low[group.start] in ("at", "to")):
            before = self._syntax.group_at(start - 1)
            if before is not None:
                yield before

    def _of_counted(self, group: NounGroup) -> Iterator[Cue]:
        """What a toll counts: "the dead", "casualties", "the number of people killed"."""
        word = self._low[group.head]
        fate = _toll(self._low[group.head - 1] if group.head else "", word)
        for clause in group.clauses if not group.name else ():
            if self._syntax.subject_of(clause) is group:  # "those who died were 12", "the hostages killed", not "a man whose son died"
                yield from self._of_verb(clause, Role.SUBJECT, group)
        if fate:
            yield Cue(fate, group.head, "toll")
        elif word in STATE or word in VERB and VERB[word].participle:
            yield Cue(STATE.get(word) or VERB[word].fate, group.head, "toll")
        elif singular(word) in WORD.adds_up:
            counted = self._syntax.phrase_at(self._next(group.end))
            at = self._next(self._next(group.end) + 1) if counted is None else counted.head
            if singular(self._low[at]) in WORD.adds_up:
                return  # "the number of a count" counts nothing that is known
            yield from self._of_counted(counted or NounGroup(at, at + 1, at))
            if counted is not None:
                yield from self.of_verbs(counted, -1)
                yield from self.of_own_words(counted, -1)

    def _next(self, token: int) -> int:
        """The first token from there on that is no white space; the last of the text if none is left."""
        return min(self._doc.visible[token], len(self._low) - 1)

    def _last(self, token: int) -> int:
        """The last token before one that is no white space; that token itself at the start of the text."""
        toks = self._doc.toks
        at = token - 1
        while at > 0 and toks[at].isspace():
            at -= 1
        return max(at, 0)

    def _before(self, token: int) -> NounGroup | None:
        """The noun group that ends right before a token."""
        return self._syntax.group_at(token - 1)


READERS: tuple[Callable[[Fates, NounGroup, int], Iterator[Cue]], ...] = (
    Fates.of_owned,
    Fates.of_verb_before,
    Fates.of_verbs,
    Fates.of_verb_behind,
    Fates.of_nouns,
    Fates.of_company,
    Fates.of_toll,
    Fates.of_own_words,
)
"""Where the fate of a group is told, the surest first."""


def _together(cue: Cue, joined: list[Cue]) -> str:
    """What joined verbs tell of one patient: "killed or wounded" are casualties, "shot and killed" only killed, "was wounded and died" too."""
    fates = {other.fate for other in joined} & HURT
    if cue.fate not in HURT:
        return cue.fate
    surer = fates - {OPEN}
    if cue.fate == OPEN and surer:
        return "killed" if "killed" in surer else surer.pop()
    if "killed" in fates and len(surer) > 1:
        return "killed" if any(VERB.get(other.how) for other in joined) else OPEN
    return cue.fate


def _toll(before: str, word: str) -> str:
    """What a toll counts: "casualty toll" is no death toll, "refugee numbers" are those of refugees; "count" alone is none."""
    if singular(word) in WORD.adds_up:
        return "killed" if before in ("death", "body") else TOLL.get(before) or TOLL.get(f"{before}s", "")
    return TOLL[before] if word in TOLL and before in ("casualty", "injured", "wounded") else TOLL.get(word, "")


def first_of(group: NounGroup) -> NounGroup:
    """The first of the list that a group stands in: it bears the roles."""
    return group.members[0] if group.members else group
