"""When, where, whose and by whom: what the sentence of a number says besides its measure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from conflictkit._document import Document
from conflictkit._models import DateExpression, Entity, EntityKind, Factuality, Measure, Place, Quantity, QuantityKind, Quote, TimexType
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role

from ..facts import Facts
from ..grammar.lists import DEFINITE, LENGTHS, PERSONAL, RELATIVE, VAGUE
from ..lexicon.claims import FIXED, THING, TOLL, VERB, WORD
from ..lexicon.events import known
from ..lexicon.facts import NOUNS, TRUTH, WHERE, singular
from ..lexicon.inflection import inflect
from ..speakers.name_words import NATIONS
from .credit import Credits
from .measure import OF_BODIES
from .spot import Cue, Spot
from .verb_fates import first_of

INFLICTED = frozenset({"killed", "wounded", "casualties", "captured", "seized", "displaced", "lose", "lost", "taken", "intercepted", "disabled", "eliminated"})
"""Fates that somebody inflicts."""
TENDED = frozenset({"killed", "wounded", "casualties"})
"""Fates of those who are taken to a hospital from elsewhere."""
OF_THINGS = frozenset({Measure.EQUIPMENT, Measure.EQUIPMENT_LOST, Measure.MUNITIONS, Measure.INTERCEPTED, Measure.STRUCTURES, Measure.SETTLEMENTS})
"""Measures of things: what is named before them is their type, unless it is a people."""
OF_PEOPLE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.RELEASED, Measure.MISSING, Measure.DISPLACED, Measure.PEOPLE})
"""Measures of persons: a people counted by its name is its own."""
FOUND = OF_BODIES | {Measure.PEOPLE}
"""Measures of what is only found, not taken: "recovered 42 bodies"."""
OF_ANYBODY = frozenset({Measure.PEOPLE, Measure.OTHER, Measure.STRUCTURES, Measure.SETTLEMENTS, Measure.SHARE})
"""Measures of what anybody may have: of somebody's only where that is a side."""
HOLDERS = frozenset({EntityKind.MILITARY, EntityKind.GOVERNMENT, EntityKind.GROUP, EntityKind.ORGANIZATION})
EXTENT = frozenset({"by", "to"})
"""Prepositions of how far something changes."""
KNOWN = DEFINITE | {"all", "both"}
"""Words that open what was told before."""
HELD = frozenset({Measure.OTHER, Measure.TROOPS, Measure.EQUIPMENT, Measure.MUNITIONS, Measure.ATTACKS})
UNDATED = frozenset({QuantityKind.DURATION, QuantityKind.AGE})
UNOWNED = frozenset({Measure.DURATION, Measure.AGE, Measure.MONEY, Measure.DISTANCE})


RELATIVES = frozenset({Kind.RELATIVE})
DESCRIBING = frozenset({Kind.REDUCED, Kind.RELATIVE})
"""Clauses that hold a month or year as their own: "two bridges in Arden, annexed by Norland in 2014"; a day behind a participle is mostly that of the news."""
VERIFYING = frozenset(form for lemma in TRUTH.verifies for form in (lemma, *inflect(lemma)))


class Dates:
    """The date expressions of a document, to be asked when a number holds."""

    def __init__(self, doc: Document, dates: Sequence[DateExpression], credits_: Credits, facts: Facts) -> None:
        self._doc = doc
        self._credits = credits_
        self._facts = facts
        self._dates = dates
        self._starts = [date.span.start for date in dates]
        self._firsts: dict[Clause, Clause] = {}

    def of(self, quantity: Quantity, spot: Spot, group: NounGroup | None, cue: Cue, quote: Quote | None, begin: int, end: int) -> DateExpression | None:
        """The date of the sentence in the nearest clause of its reach, there the nearest; within reported words only a date that is reported too, outside of them none that is."""
        if quantity.kind in UNDATED or quantity.kind is QuantityKind.LENGTH and not (group is not None and group.clause is not None and group.clause.predicate == group.head):
            return None  # "a town 50 km from the border"
        doc = self._doc
        first, end = doc.off[spot.low], min(end, doc.off[spot.high])
        dates = self._dates[bisect_left(self._starts, first) : bisect_left(self._starts, end)]
        if not dates:
            return None
        around = self._reach(cue.at if cue.at >= 0 and cue.how != "toll" else spot.number, None, RELATIVES)
        best: DateExpression | None = None
        nearest = (0, 0)
        for date in dates:
            if date.span.start < quantity.span.end and quantity.span.start < date.span.end or not _tells_when(doc, date):
                continue
            k = doc.at[date.span.start]
            as_of = doc.low[max(0, k - 2) : k] == ["as", "of"]
            if date.span.start < begin and not as_of or quote is None and (self._credits.speaks(self._facts.syntax.clause_of(k)) or self._credits.covering(date.span)[0] is not None):
                continue
            others = self._reach(k, None if cue.how in ("verb", "phrase") else group, RELATIVES if date.first == date.last else DESCRIBING)
            steps = 0 if as_of else self._steps(around, others, k, doc.at[date.span.end - 1] + 1)
            distance = steps, 0 if self._adjoins(quantity, k) else abs(date.span.start - quantity.span.start)
            if steps >= 0 and (best is None or distance < nearest):
                best, nearest = date, distance
        return best

    def _adjoins(self, quantity: Quantity, date: int) -> bool:
        """Whether only a preposition stands between a number and the date behind it: "12 tanks in 2004, 15 tanks in 2005"."""
        group = self._facts.syntax.group_at(date)
        return group is not None and group.preposition >= 0 and group.preposition == self._doc.visible[self._doc.at[quantity.span.end - 1] + 1]

    def _reach(self, token: int, group: NounGroup | None, ends: frozenset[Kind]) -> list[Clause]:
        """The clauses around a token, the innermost first, each as the first of those joined to it; up to one of some kinds about something else than the counted or an attack then."""
        found = []
        for clause in self._facts.syntax.clauses_around(token):
            whose = clause.antecedent
            found.append(clause if clause.joined is None else self._first(clause))
            acts = whose is not None and self._facts.strikes(whose) and not self._facts.lasts(clause)
            apart = clause.kind in ends and (clause.kind is Kind.RELATIVE or clause.verb.passive)
            if apart and not acts and (group is None or whose is not group and whose not in self._facts.counted(group)):
                break
        return found

    def _first(self, clause: Clause) -> Clause:
        """The first of the clauses that a clause is joined to."""
        path = []
        while clause.joined is not None and clause not in self._firsts:
            path.append(clause)
            clause = clause.joined
        clause = self._firsts.get(clause, clause)
        self._firsts.update(dict.fromkeys(path, clause))
        return clause

    def _steps(self, around: Sequence[Clause], others: Sequence[Clause], start: int, end: int) -> int:
        """How many clauses lie between a number and a date; -1 where it is out of reach."""
        if not around or not others:
            return 0
        shared = next((n + others.index(clause) for n, clause in enumerate(around) if clause in others), -1)
        whose = around[-1].antecedent
        if shared < 0 and whose is not None and (attack := self._facts.acting(whose)) is not None and attack.start <= end and start < around[-1].start:
            return len(around)  # "the raid on Monday that killed 12"
        return shared


def _tells_when(doc: Document, date: DateExpression) -> bool:
    """Whether a number can hold for an expression: a date or a part of that day, "the past 24 hours"."""
    if date.timex_type is TimexType.DURATION:
        return not WORD.lately.isdisjoint(doc.low[max(0, doc.at[date.span.start] - 1) : doc.at[date.span.end]])
    day = date.timex_type is TimexType.DATE or date.timex_type is TimexType.TIME and date.first is not None
    return day and not date.timex_value.endswith("_REF")


def against(facts: Facts, group: NounGroup | None, cue: Cue) -> Factuality | None:
    """What is said against a number: of the word that tells its fate, else of the verb that takes it."""
    lost = cue.fate == "killed" and (verb := facts.syntax.verb_at(cue.at)) is not None and verb.lemma in WORD.outlives  # "did not survive"
    found = facts.truth.at(cue.at) if cue.at >= 0 and not lost else None
    if found is not None or group is None:
        return found
    if cue.at < 0 or cue.how == "toll":
        measured = next(filter(None, map(facts.truth.of_clause, _measured_by(facts, group))), None)
        if measured is not None or cue.how == "toll" and _is_planned(facts, cue.at):
            return measured or Factuality.PLANNED
    if cue.at >= 0:
        return facts.truth.of_noun_above(group.hangs_on) if group.hangs_on is not None else None
    part, known = facts.doc.low[group.end : group.end + 1] == ["of"], facts.doc.low[group.start] in KNOWN  # "the other two are expected to survive": two they are
    told = [(clause, role) for clause, role in first_of(group).roles if clause.antecedent is not group]  # "has 60 men who will go home": 60 they are
    clauses = [clause for clause, role in told if role is Role.OBJECT or role is Role.SUBJECT and not known and not _only_denied(clause, part=part)]
    return facts.truth.of_group(group) or next(filter(None, map(facts.truth.of_clause, clauses)), None)


def _is_planned(facts: Facts, at: int) -> bool:
    """Whether a verb plans something of the toll that a figure is told of: "ordered them to raise troop numbers by 500"."""
    toll = facts.syntax.group_at(at)
    return toll is not None and any(clause.antecedent is not toll and facts.truth.of_clause(clause) is Factuality.PLANNED for clause, _ in toll.roles)


def _measured_by(facts: Facts, group: NounGroup) -> Iterator[Clause]:
    """The clauses that tell by or to how many something changes: "could rise to 40", "plans to cut its troops by three brigades"."""
    extent = facts.preposition(group) in EXTENT
    yield from (clause for clause, role in group.roles if role is Role.OBLIQUE and (clause.verb.lemma in WORD.amounts or extent and clause.verb.lemma in WORD.changes))


def _only_denied(clause: Clause, *, part: bool) -> bool:
    """Whether a verb says what its subject does not do, or what is not done to some of those known: "nine of the clinics no longer work" counts nine."""
    return clause.verb.status.negated and (part or not clause.verb.passive) and not clause.existential


def gapped(facts: Facts, group: NounGroup | None) -> NounGroup | None:
    """Who does what a clause without its verb tells of a number: "the army killed 12 rebels and the militia eight", "Norland sent 700 troops; Sudland, 500"."""
    if group is None or group.number < 0:
        return None
    if group.members and group is not group.members[0] and group.number > group.head:
        return NounGroup(group.start, group.number, group.head)
    low, k = facts.doc.low, group.start
    before = facts.syntax.group_at(k - 2) if group.number == k and k > 1 and low[k - 1] == "," else None
    return before if before is not None and before.name and low[before.start - 1] == ";" else None


def unverified(facts: Facts) -> Iterator[tuple[int, int]]:
    """Where the text says of what it just told that nobody could verify it: the sentence and the verb."""
    low, syntax = facts.doc.low, facts.syntax
    verbs = (verb for k in facts.doc.among(VERIFYING) if (verb := syntax.verb_at(k)) is not None and verb.word == k)
    for verb in verbs:
        clause = verb.clause
        if clause is None or clause.complement is not None or not (verb.status.negated or _unable(facts, clause)):
            continue
        told = syntax.object_of(clause)
        word = low[told.head] if told is not None else "it"
        if singular(word) in TRUTH.told or word in ("it", "this", "that", "them"):
            yield facts.doc.bounds[verb.word][0], verb.word


def _unable(facts: Facts, clause: Clause) -> bool:
    """Whether the clause above says that nobody can do what one tells: "was unable to verify", "has no way of verifying"."""
    before = facts.doc.low[clause.parent.verb.start if clause.parent is not None else clause.start : clause.verb.start]
    return "unable" in before or "no" in before and not WORD.means.isdisjoint(before)


def inflicter(facts: Facts, group: NounGroup | None, cue: Cue, measure: Measure) -> Entity | None:
    """Who or what did it: the agent of the word that tells the fate, where that is done by somebody; nobody inflicts the attacks that he repels, or whom he finds."""
    if measure is Measure.ATTACKS or cue.fate == "taken" and measure in FOUND:
        return None
    if cue.at < 0 and group is not None and (dealt := _dealt(facts, group)) is not None and (doer := facts.syntax.doer_of(dealt)) is not None:
        return facts.actor(facts.at(dealt.verb.word).by(doer))
    if cue.at < 0 and group is not None and (raid := _raid_behind(facts, group)) is not None:
        return _by_strike(facts, raid)
    if cue.at < 0 and group is not None and facts.doc.low[group.head] in TOLL and FIXED.get(singular(facts.doc.low[group.head])) in OF_BODIES:
        cue = Cue("killed", group.head, "event")  # "were responsible for 12 deaths"
    if cue.at < 0 or cue.fate not in INFLICTED:
        return None
    if cue.how == "toll":
        return _by_strike(facts, _strike_of(facts, group, cue))
    fact = facts.at(cue.at)
    if (doer := gapped(facts, group)) is not None:
        return facts.actor(fact.by(doer)) if cue.fate != "lose" else None
    agent = facts.inflicter(fact)
    if agent is None or agent is group or cue.how == "state" or any(rule(facts, group, cue, agent) for rule in NO_DOER):
        return None
    return facts.actor(fact.by(agent))


def _by_strike(facts: Facts, struck: NounGroup | None) -> Entity | None:
    return facts.actor(facts.at(struck.head).by(struck)) if struck is not None else None


def _dealt(facts: Facts, group: NounGroup) -> Clause | None:
    """The clause of whoever deals harm that a noun names: "inflicted 15 casualties on the army"."""
    harmed = FIXED.get(singular(facts.doc.low[group.head])) in OF_BODIES
    return next((clause for clause, role in group.roles if harmed and role is Role.OBJECT and clause.verb.lemma in WORD.deals), None)


def _raid_behind(facts: Facts, group: NounGroup) -> NounGroup | None:
    """The attack behind a noun of harm: "four injuries from raids by the guild"."""
    harmed = FIXED.get(singular(facts.doc.low[group.head])) in OF_BODIES
    return next((behind for behind in facts.after(group) if facts.strikes(behind)), None) if harmed else None


def _is_nobody(facts: Facts, group: NounGroup | None, cue: Cue, agent: NounGroup) -> bool:
    """A time, a pronoun of things, "which", "some"."""
    word = facts.doc.low[agent.head]
    return agent.time or agent.pronoun and word not in PERSONAL or word in VAGUE | RELATIVE


def _only_finds(facts: Facts, group: NounGroup | None, cue: Cue, agent: NounGroup) -> bool:
    """Who "found them dead", "took them to hospital"."""
    clause = facts.syntax.clause_of(cue.at) if cue.how == "phrase" else None
    return clause is not None and agent is facts.syntax.doer_of(clause) and (clause.verb.lemma not in WORD.deed or cue.fate == "wounded" and clause.verb.lemma != "leave")


def _announces(facts: Facts, group: NounGroup | None, cue: Cue, agent: NounGroup) -> bool:
    """Who "announced the deaths of two"; who announces a killing may have done it."""
    toll, low = facts.at(cue.at).group, facts.doc.low
    if toll is None or known(low[toll.head]).noun_kind is not None:
        return False
    return any(role is Role.OBJECT and agent is facts.syntax.doer_of(told) and known(low[told.verb.word]).report and facts.type_of(told) != "ASSAULT" for told, role in toll.roles)


def _carries(facts: Facts, group: NounGroup | None, cue: Cue, agent: NounGroup) -> bool:
    """A bare thing of those who "were evacuated by helicopter"."""
    return cue.fate == "displaced" and agent.start == agent.head and facts.doc.low[agent.head] in THING


def _is_whose(facts: Facts, group: NounGroup | None, cue: Cue, agent: NounGroup) -> bool:
    """The people named before a noun of harm, whose the dead are: "12 Norlander deaths"; a killing is done by them."""
    return group is not None and facts.doc.low[group.head] in TOLL and group.start <= agent.start < group.head


def _suffers(facts: Facts, group: NounGroup | None, cue: Cue, agent: NounGroup) -> bool:
    """The counted themselves, and the subject of what one does oneself: "he surrendered"."""
    clause, word = facts.syntax.clause_of(cue.at), VERB.get(facts.doc.low[cue.at]) if cue.how != "event" else None
    if clause is not None and agent is clause.subject and word is not None and word.subject:
        return True
    if group is not None and agent is group.holder and facts.doc.low[group.head] in WORD.body:
        return True  # "Rask's body was found"
    return group is not None and (agent is group or agent is facts.whole(group) or agent in group.members or agent in facts.counted(group))


NO_DOER: tuple[Callable[[Facts, NounGroup | None, Cue, NounGroup], bool], ...] = (_is_nobody, _only_finds, _announces, _carries, _is_whose, _suffers)
"""Agents that did not do it."""


def _strike_of(facts: Facts, group: NounGroup | None, cue: Cue) -> NounGroup | None:
    """The attack that a toll is of, or that raised it: "the death toll from the bombings", "the raid brought the number of dead to 45"."""
    toll = facts.syntax.group_at(cue.at)
    behind = takewhile(lambda group: facts.preposition(group) != "since", facts.after(toll) if toll is not None else ())
    struck = [group for group in behind if facts.strikes(group)]
    raised = (facts.syntax.doer_of(clause) for told in (toll, group) if told is not None for clause, role in told.roles if role is not Role.SUBJECT)
    return next(iter(struck), None) or next((doer for doer in raised if doer is not None and facts.strikes(doer)), None)


def whose(facts: Facts, group: NounGroup | None, cue: Cue, measure: Measure) -> Entity | None:
    """Whose: who "lost", sent or holds them, who owns them, the body they are members of; a people counted by its name is its own."""
    doer = gapped(facts, group) if cue.fate == "lose" or measure in HELD else None
    if doer is not None:
        return facts.referents.entity(doer)
    if cue.fate == "lose" and cue.at >= 0:
        lost = facts.at(cue.at)
        return facts.loser(lost) if lost.clause is None or facts.syntax.subject_of(lost.clause) is not group else None  # "9 lost from radar"
    if cue.how == "toll":
        return _of_toll(facts, cue) if measure not in UNOWNED else None
    if group is None or measure in UNOWNED or _is_size(facts, group.number):
        return None
    if (dealt := _dealt(facts, group)) is not None:
        return next((facts.referents.entity(other) for word, other in dealt.obliques if word in ("on", "upon")), None)
    counted = (*facts.counted(group), group)[0]
    found = _owner(facts, group, counted, measure) or _people(facts, group, counted, cue, measure)
    if found is not None:
        return None if _made_by(facts, found) else found
    return _holder(facts, group, counted, measure)


def _owner(facts: Facts, group: NounGroup, counted: NounGroup, measure: Measure) -> Entity | None:
    """Who owns the counted: no maker of a thing, nobody whom "one of his patients" names."""
    above = counted.hangs_on
    found = facts.owner(counted) or (facts.owner(above) if above is not None and _makes_up(facts, counted, above, measure) else None)
    if found is None or counted is not group and _is_of_anybody(found, measure) or counted.owner is None and _is_brand(facts, found, measure):
        return None
    return found


def _makes_up(facts: Facts, counted: NounGroup, above: NounGroup, measure: Measure) -> bool:
    """Whether what is counted makes up an armed body: "a Norlander force of 130 men", "a rebel column of 12 trucks"."""
    return measure in (Measure.TROOPS, Measure.EQUIPMENT) and facts.preposition(counted) == "of" and facts.doc.low[above.head] in NOUNS.force | WORD.manned


def _people(facts: Facts, group: NounGroup, counted: NounGroup, cue: Cue, measure: Measure) -> Entity | None:
    """The people or band by whose name persons are counted: "12 Norlanders", "killed three Taliban"."""
    named = group.name and group.number >= 0 and cue.fate in INFLICTED and measure not in OF_THINGS and facts.doc.low[counted.head] not in VERB
    if not (named or facts.doc.low[counted.head] in NATIONS and measure in OF_PEOPLE):
        return None
    return facts.referents.entity(NounGroup(counted.head, counted.head + 1, counted.head, name=True))


def _made_by(facts: Facts, owner: Entity) -> bool:
    """Whether a hyphen joins an owner to a word: "two US-made shells"."""
    if owner.mention is None:
        return False
    first, last = facts.doc.at[owner.mention.start], facts.doc.at[owner.mention.end - 1]
    return "-" in facts.doc.low[max(0, first - 1) : last + 2]


def _of_toll(facts: Facts, cue: Cue) -> Entity | None:
    """Whose toll it is: "the army's losses", "the death toll of the militia"."""
    toll = facts.syntax.group_at(cue.at)
    of = next(iter(facts.after(toll)), None) if toll is not None and toll.holder is None else None
    counted = of if of is not None and facts.doc.low[of.preposition] in ("of", "among") else toll
    return None if counted is None else facts.owner(counted)


def _is_size(facts: Facts, n: int) -> bool:
    """Whether a number tells how large one thing is: "his 24-member cabinet"."""
    low = facts.doc.low
    return n >= 0 and low[n + 1 : n + 2] == ["-"] and n + 2 < len(low) and low[n + 2].isalpha() and low[n + 2] != "strong" and "q" not in facts.syntax.tags[n + 2]


def _is_of_anybody(owner: Entity, measure: Measure) -> bool:
    """Whether the owner of what anybody may have is no side: "one of his patients"."""
    text = owner.mention.text.lower() if owner.mention is not None else ""
    held = owner.kind in HOLDERS and owner.name is not None and text.rpartition(" ")[2] not in WHERE.noun  # not "one of the country's churches"
    return measure in OF_ANYBODY and not held and text not in ("its", "their")


def _is_brand(facts: Facts, owner: Entity, measure: Measure) -> bool:
    """Whether the name before a thing tells its make, not whose it is: "two Katyusha rockets"."""
    if measure not in OF_THINGS or owner.mention is None or facts.places.is_people(facts.doc.at[owner.mention.start]):
        return False
    return owner.kind not in HOLDERS or owner.mention.text.lower() in THING


def _holder(facts: Facts, group: NounGroup, counted: NounGroup, measure: Measure) -> Entity | None:
    """Who "sent 24 tanks", "has 12,000 troops", "fired 40 rockets", "carried out 15 raids"."""
    suffered = measure in OF_BODIES
    roles = (group.members[0] if group.members else group).roles if measure in HELD or suffered else ()
    clauses = [clause for clause, role in roles if role is Role.OBJECT]
    clauses += [clause for clause in counted.clauses if clause.antecedent is counted and facts.syntax.doer_of(clause) is not counted]  # "troops that Norland sent"
    for clause in clauses:
        doer = facts.syntax.doer_of(clause)
        if clause.verb.lemma in (WORD.suffers if suffered else WORD.holds) and doer is not None and doer is not counted and not doer.time and facts.doc.low[doer.head] not in RELATIVE:
            holder = facts.referents.entity(doer)
            return holder if doer.name or (holder.name is not None if doer.pronoun else holder.kind in HOLDERS) else None
    return None


def placed(facts: Facts, group: NounGroup | None, cue: Cue, kind: QuantityKind) -> Place | None:
    """Where: the place of the fact that tells the fate, or where the counted is said to be; not what is counted itself, nor somebody's home."""
    found = _place(facts, group, cue) if kind not in UNDATED else facts.places.of(facts.after(group)[:1]) if group is not None else None
    counted = (group, *(other for other in facts.counted(group) if other.plural and other.owner is None)) if group is not None else ()
    if found is None or cue.fate in TENDED and cue.at >= 0 and facts.is_tended(found, facts.at(cue.at).clause) or found.mention.start in {facts.doc.off[other.start] for other in counted}:
        return None
    words = found.mention.text.lower().split()
    return None if words[-1] in WORD.bare and (len(words) == 1 or words[0] in KNOWN - {"the"}) else found


def _place(facts: Facts, group: NounGroup | None, cue: Cue) -> Place | None:
    """The place of the fact that tells the fate, the site a relative hangs on, a phrase behind the counted, that of its clause; whose population it is."""
    if cue.fate == "population" and group is not None and (home := _inhabited(facts, group, cue)) is not None:
        return home
    if cue.how == "toll" and (struck := _strike_of(facts, group, cue)) is not None and (found := facts.place(facts.at(struck.head))) is not None:
        return found
    if cue.at >= 0:
        fact = facts.at(cue.at)
        if (found := facts.place(fact)) is not None or facts.crime(fact) is not None:
            return found
    if group is None:
        return None
    return _away(facts, group) or _host(facts, group) or _located(facts, group) or facts.place_of(group)


def _located(facts: Facts, group: NounGroup) -> Place | None:
    """Where a participle behind the counted says that they are: "several banks located in Brod"."""
    told = (clause for clause in group.clauses if clause.kind is Kind.REDUCED and clause.verb.lemma in WORD.lies)
    return next((facts.places.of(phrase for _, phrase in clause.obliques) for clause in told), None)


def _host(facts: Facts, group: NounGroup) -> Place | None:
    """The place that has the counted: "Brod is hosting 400 pupils", "Norland, home to 2.5 million refugees"."""
    has = [clause for clause, role in group.roles if role is Role.OBJECT and clause.verb.lemma in WORD.hosts]
    home = group.preposition - 1
    if home >= 0 and facts.doc.low[home] == "home" and (told := facts.syntax.clause_of(home)) is not None:
        has.append(told)
    for clause in has:
        host = facts.syntax.subject_of(clause)
        if host is not None and facts.places.is_place(host):
            return facts.places.place(host)
    return None


def _inhabited(facts: Facts, group: NounGroup, cue: Cue) -> Place | None:
    """The place of which a population is told: "Brod, a town of 4,500", "Brod had a population of 4,500"."""
    host = group.hangs_on or (facts.syntax.group_at(cue.at) if cue.at >= 0 else None)
    if host is None:
        return None
    subject = next((facts.syntax.subject_of(clause) for clause, role in host.roles if role is Role.OBJECT and clause.verb.lemma == "have"), None)
    return next((facts.places.place(home) for home in (host.renames, subject, host) if home is not None and home.name and not home.plural), None)


def _away(facts: Facts, group: NounGroup) -> Place | None:
    """What lies so far away: "Brod, 40 km west of the capital", "Brod lies 15 km from the border"; else a name from which it is measured."""
    low = facts.doc.low
    if LENGTHS.isdisjoint(low[group.start : group.end]):
        return None
    apposed = _apposed_to(facts, group)
    clause = group.clause
    if apposed is None and clause is not None and clause.verb.lemma in WORD.lies:
        apposed = facts.syntax.subject_of(clause)
    if apposed is not None and (facts.places.is_place(apposed) or apposed.name and not apposed.plural):
        return facts.places.place(apposed)
    k = group.end
    if k < len(low) and low[k] == ")":
        k += 1
    elif k < len(low) and low[k] == "(":
        k = next((n + 1 for n in range(k, facts.doc.bounds[k][1]) if low[n] == ")"), k)
    if k < len(low) and (low[k] == "away" or low[k] in WHERE.direction):
        k += 1
    start = facts.syntax.phrase_at(k) if k < len(low) and low[k] in ("from", "of") else None
    named = start is not None and (start.name or any(inner.name for inner in facts.after(start)))
    return facts.places.place(start) if start is not None and named else None


def _apposed_to(facts: Facts, group: NounGroup) -> NounGroup | None:
    """The noun group before the comma behind which a distance stands, or before the distance that is told again in brackets."""
    low = facts.doc.low
    k = group.start - 1
    if k > 0 and low[k] == "(" and (told := facts.syntax.group_at(k - 1)) is not None:
        k = told.start - 1
    return facts.syntax.group_at(k - 1) if k > 0 and low[k] == "," else None
