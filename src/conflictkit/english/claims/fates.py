"""What befalls a counted group, read by its role: from the verb whose patient it is, the noun it hangs on, its own adjective, a toll."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from conflictkit._models import Quantity
from conflictkit.engine.syntax import Clause, Form, NounGroup, Role

from ..lexicon.claims import BUILT, EVENT, PERSON, STATE, TOLL, VERB, WORD, names_person
from ..lexicon.events import known as entry
from ..lexicon.facts import NOUNS, PLACE_NOUN
from ..lexicon.inflection import inflect, plural, singular
from .spot import Cue, Spot
from .verb_fates import ALIVE, OPEN, PATIENTS, Asked, Roles, VerbFates, first_of

MADE_UP = dict.fromkeys(WORD.gathered, "people") | dict.fromkeys((*BUILT, *PLACE_NOUN), "population") | dict.fromkeys(NOUNS.force, "troops")
"""What those are who make something up: "a crowd of 1,300", "a town of 3,500 people", "a brigade of 3,500 men"."""
SETTLED = frozenset(noun for noun, measure in BUILT.items() if measure == "settlements")
COMPANY = frozenset({"among", "include", *inflect("include")})
"""Words that tell of those among whom somebody is."""
BEHIND = {"with": dict.fromkeys((*WORD.wound, *map(plural, WORD.wound)), "wounded"), "in": dict.fromkeys(WORD.tended, "wounded"), "under": {"arms": "troops"}}
"""Preposition behind a group -> what stands behind it -> the fate that it tells."""
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


class Fates(VerbFates):
    """The fates of the groups of a document, by all that tells of them."""

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


def deed(noun: str) -> str:
    """The fate of those whom a noun of deeds has behind "of": "the murder of", "the injuring of"; "" where it tells none."""
    verb = VERB.get(noun) if noun.endswith("ing") else None
    return EVENT.get(noun) or (verb.fate if verb is not None and not verb.subject else "")


def _toll(before: str, word: str) -> str:
    """What a toll counts: "casualty toll" is no death toll, "refugee numbers" are those of refugees; "count" alone is none."""
    if singular(word) in WORD.adds_up:
        return "killed" if before in ("death", "body") else TOLL.get(before) or TOLL.get(f"{before}s", "")
    return TOLL[before] if word in TOLL and before in ("casualty", "injured", "wounded") else TOLL.get(word, "")
