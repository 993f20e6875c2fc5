"""The facts of a document: one for each verb group or event noun that is asked for, with its roles found by grammar."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from conflictkit._document import Document
from conflictkit._models import Entity, Measure, Place, Span
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Role, Syntax
from conflictkit.english.facts.places import Places
from conflictkit.english.facts.truth import Truth
from conflictkit.english.lexicon.claims import BUILT, PERSON, THING
from conflictkit.english.lexicon.claims import VERB as HARMS
from conflictkit.english.lexicon.events import known
from conflictkit.english.lexicon.facts import (
    GIVES,
    HARM,
    LEAVES,
    LIGHT,
    LOSES,
    MEMBER,
    MUTUAL,
    NO_TARGET,
    NOUN_TARGET,
    NUMBER,
    OF_AGENT,
    RESPONSIBLE,
    SITE,
    STRIKE,
    SUFFERS,
    TALK,
    TARGET,
    WEAPON,
    is_act,
    singular,
)
from conflictkit.english.speakers import referents_of
from conflictkit.english.speakers.referents import Referents


@define(eq=False, slots=True)
class Fact:
    """What one verb or event noun tells."""

    token: int
    """The trigger."""
    clause: Clause | None
    """The clause of the verb, or the one that the noun stands in."""
    group: NounGroup | None
    """The noun group of an event noun."""
    agent: NounGroup | None = None
    """Who does it."""
    patient: NounGroup | None = None
    """Who or what suffers it or is addressed."""
    means: NounGroup | None = None
    """What it is done with."""


class Facts:
    """The facts of a document, each read when first asked for."""

    def __init__(self, doc: Document, syntax: Syntax) -> None:
        self.doc = doc
        self.syntax = syntax
        self.places: Places = Places(doc, syntax)
        self.truth: Truth = Truth(doc, syntax)
        self.referents: Referents = referents_of(doc)
        self._facts: dict[int, Fact] = {}
        self._strikes: dict[Clause, NounGroup | None] = {}
        """Clause -> the attack in which somebody suffers what it and those joined to it tell."""

    def at(self, token: int) -> Fact:
        """The fact told by the verb or noun at a token."""
        found = self._facts.get(token)
        if found is None:
            found = self._facts[token] = self._read(token)
        return found

    # --- as records ---------------------------------------------------------------------------------------------------

    def actor(self, fact: Fact) -> Entity | None:
        """Who does it: for an attack or a weapon that does it whoever attacks, where that is told."""
        if fact.agent is None:
            return None
        return self.referents.entity(self._behind_weapon(fact.agent))

    def target(self, fact: Fact) -> Entity | None:
        """Who or what suffers it or is addressed."""
        return self.referents.entity(fact.patient) if fact.patient is not None else None

    def place(self, fact: Fact, *, target: bool = True) -> Place | None:
        """Where: a phrase of its own, of its target or its clause, or the target itself (not of what is only said: "accused Norland")."""
        found = self.places.of(self.around(fact), fact.patient if target else None)
        return found or self._left(fact)

    def _left(self, fact: Fact) -> Place | None:
        """The place that somebody "withdrew from", "was driven out of"."""
        lemma = fact.clause.verb.lemma if fact.clause is not None and fact.group is None else ""
        phrases = fact.clause.obliques if fact.clause is not None and lemma in LEAVES else ()
        return next((self.places.place(group) for preposition, group in phrases if preposition in ("from", "of", "out of") and self.places.is_place(group)), None)

    def place_of(self, group: NounGroup) -> Place | None:
        """Where a noun group is said to be: behind it, or in its clause."""
        return self.places.of(self.around(Fact(group.head, group.clause, group)))

    def owner(self, group: NounGroup) -> Entity | None:
        """Whose they are: the owner, the body that "members of" names, the people or side named before the noun."""
        owner = group.owner
        if owner is None and self._low(group) in MEMBER:
            owner = next((following for following in self.after(group) if self.doc.low[following.preposition] in ("of", "from")), None)
        owner = owner or (None if group.name else self._side(group))
        return self.referents.entity(owner) if owner is not None else None

    def loser(self, fact: Fact) -> Entity | None:
        """Who "lost" what the fact tells."""
        subject = self.syntax.subject_of(fact.clause) if fact.clause is not None else None
        return self.referents.entity(subject) if subject is not None else None

    def means(self, fact: Fact) -> Span | None:
        """The weapon it is done with."""
        return self.doc.span(fact.means.start, fact.means.end) if fact.means is not None else None

    def classes(self, group: NounGroup) -> list[str]:
        """What sort of thing a group names, as the words of frames: "@place", "@person" ("@troops" under arms), "@built", "@thing"."""
        base = self._low(group)
        found = ["@place"] if self.places.is_place(group) else []
        if base in PERSON:
            found += ["@person", "@troops"] if PERSON[base] is Measure.TROOPS else ["@person"]
        elif base in BUILT:
            found.append("@built")
        elif base in THING:
            found.append("@thing")
        elif group.number >= 0 and not found:
            found.append("@counted")
        return found

    # --- reading ------------------------------------------------------------------------------------------------------

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
        """The roles of a verb: by its voice, then by the preposition before its target."""
        lemma = clause.verb.lemma
        subject = self.syntax.subject_of(clause)
        if lemma in SUFFERS:
            fact.agent, fact.patient = self._strike(clause), subject
        elif lemma in LOSES and not clause.verb.passive:
            fact.patient = clause.object
        elif self.is_passive(clause):
            fact.agent, fact.patient = clause.agent or self._strike(clause), subject
            fact.means = self._with(clause)
        else:
            fact.agent, fact.patient = self.acting(subject), clause.object
            fact.means = self._with(clause)
            if lemma in GIVES:
                fact.patient = clause.second_object or self._receiver(clause) or fact.patient
        if fact.patient is not None and self._is_act(fact.patient):
            fact.patient = self._target(fact.patient) or self._oblique(clause) or (None if lemma in LIGHT else fact.patient.owner or fact.patient)
        elif fact.patient is None and lemma not in SUFFERS and lemma not in NO_TARGET:
            fact.patient = self._oblique(clause) or self._of_infinitive(clause)
        fact.agent, fact.patient = self._plain(fact.agent), self._plain(fact.patient)

    def is_passive(self, clause: Clause) -> bool:
        """Whether the subject suffers: a passive; a participle without object behind a number ("12 dead, 30 wounded")."""
        verb, subject = clause.verb, clause.subject
        if verb.passive or clause.object is not None or subject is None or clause.followed is not None or clause.complement is not None:
            return verb.passive
        known = HARMS.get(self.doc.low[verb.word])
        if known is None or not known.participle or known.subject or known.fate == "taken" or verb.end - verb.start > 1:
            return False
        return subject.number >= 0 or self._low(subject) in NUMBER

    def _strike(self, clause: Clause) -> NounGroup | None:
        """The attack in which somebody "was killed"; "30 were killed and 100 injured in a raid": in the same raid."""
        found, path = None, []
        at: Clause | None = clause
        while at is not None and at not in self._strikes:
            path.append(at)
            if (found := self._own_strike(at)) is not None:
                break
            following = at.followed or self._joined_participle(at)
            at = following if following is not None and following.start > at.start and following.object is None else None
        if found is None and at is not None:
            found = self._strikes.get(at)
        self._strikes.update(dict.fromkeys(path, found))
        return found

    def _own_strike(self, clause: Clause) -> NounGroup | None:
        """Who does it, or the attack, that a clause itself tells."""
        if clause.agent is not None:
            return clause.agent
        for preposition, group in clause.obliques:
            if preposition == "by" and not group.time:
                return group
            if preposition in ("in", "during", "after", "from") and self._low(group) in STRIKE and self._low(group) not in MUTUAL:
                return group
        return None

    def _joined_participle(self, clause: Clause) -> Clause | None:
        """The second half of "103 were killed and 67 wounded by troops"."""
        k = self.doc.visible[clause.verb.end]
        group = self.syntax.group_at(k + 1) if k < len(self.doc) and self.doc.low[k] == "and" else None
        return group.clauses[0] if group is not None and group.number >= 0 and group.clauses else None

    def acting(self, group: NounGroup | None) -> NounGroup | None:
        """What acts, where a relative stands behind a place or a time: "a strike on the hospital that killed 42", "a raid last week which"."""
        above = group
        for _ in range(PHRASES):
            if above is None or not (above.time or self._low(above) in TIMES or singular(self.doc.low[above.head]) in SITE or self.places.is_place(above)):
                return above or group
            if group is not None and not any(clause.antecedent is group for clause in group.clauses):
                return group
            above = above.hangs_on or self._before(above)
        return group

    def _before(self, group: NounGroup) -> NounGroup | None:
        """The noun group that ends right before a group and its preposition."""
        k = (group.preposition if group.preposition >= 0 else group.start) - 1
        while k > 0 and self.doc.toks[k].isspace():
            k -= 1
        return self.syntax.group_at(k)

    def _of_noun(self, fact: Fact, group: NounGroup) -> None:
        """The roles of an event noun: its owner, the phrases behind it, the subject of a verb that only lends it one."""
        for n, following in enumerate(self.after(group)):
            preposition = self.doc.low[following.preposition]
            if preposition == "by" and fact.agent is None:
                fact.agent = following
            elif preposition == "between":
                fact.agent, fact.patient = following, self._second(following)
            elif preposition == "from" and fact.agent is None and self._low(group) in WEAPON:
                fact.agent = following
            elif preposition == "of" and n == 0 and fact.agent is None and self._low(group) in OF_AGENT:
                fact.agent = following
        fact.patient = fact.patient or self._target(group) or self._struck(group)
        if fact.patient is fact.agent and self._low(group) in OF_AGENT:
            fact.patient = None
        if fact.agent is None:
            fact.agent = group.owner or self._modifier(group)
        if fact.agent is None:
            fact.agent = self._light_subject(group)
        fact.agent, fact.patient = self._plain(fact.agent), self._plain(fact.patient)

    def _struck(self, group: NounGroup) -> NounGroup | None:
        """Who suffers what an act is said to do: "the shelling killed 55", "the blast that ripped through the market", "launched a raid to free them"."""
        does = [clause for clause, role in group.roles if role is Role.SUBJECT and not clause.verb.passive] + [clause for clause in group.clauses if clause.kind is Kind.RELATIVE]
        for clause in does:
            if known(self.doc.low[clause.verb.word]).verb in HARM:
                return self.at(clause.verb.word).patient
        for clause, role in group.roles:
            if role is Role.OBJECT and clause.verb.lemma in LIGHT:
                purpose = next((child for child in clause.children if child.kind is Kind.INFINITIVE), None)
                return self.at(purpose.verb.word).patient if purpose is not None else None
        return None

    def _light_subject(self, group: NounGroup) -> NounGroup | None:
        """Who "carried out" the act, "claimed responsibility for" it."""
        for clause, role in group.roles:
            lemma = clause.verb.lemma
            if lemma in LIGHT and role is (Role.SUBJECT if clause.verb.passive else Role.OBJECT):
                return self.syntax.doer_of(clause)
            if lemma in RESPONSIBLE and clause.object is not None and self._low(clause.object) == "responsibility":
                return self.syntax.doer_of(clause)
        above = group.hangs_on or (self._before(group) if group.preposition >= 0 and self.doc.low[group.preposition] == "for" else None)
        if above is not None and self._low(above) == "responsibility":
            return next((self.syntax.doer_of(clause) for clause, role in above.roles if role is Role.OBJECT and clause.verb.lemma in RESPONSIBLE), None)
        return None

    def _target(self, group: NounGroup) -> NounGroup | None:
        """What an act is directed at: the first phrase behind it with a preposition of targets; of talks the other side."""
        phrases = [(self.doc.low[following.preposition], following) for following in self.after(group) if not following.time and not self._is_act(following)]
        order = ("with", "between") if self._low(group) in TALK else ()
        for preposition in order:
            if (found := next((phrase for word, phrase in phrases if word == preposition), None)) is not None:
                return found
        return next((phrase for word, phrase in phrases if word in NOUN_TARGET), None)

    def _oblique(self, clause: Clause) -> NounGroup | None:
        """The target of a verb without an object, behind a preposition."""
        phrases = dict(reversed(clause.obliques))
        for preposition in TARGET:
            found = phrases.get(preposition)
            if found is not None and not found.time and not self._is_act(found):
                return found
        return None

    def _receiver(self, clause: Clause) -> NounGroup | None:
        """Who is given it: "provided food to the villagers"."""
        phrases = [*clause.obliques, *((self.doc.low[group.preposition], group) for group in (self.after(clause.object) if clause.object is not None else ()))]
        return next((group for preposition, group in phrases if preposition in ("to", "for") and not group.time and not self._is_act(group)), None)

    def _of_infinitive(self, clause: Clause) -> NounGroup | None:
        """The target of what is agreed, promised, planned: "agreed to lend arms to the rebels"."""
        chain = []
        inner = _infinitive(clause)
        while inner is not None and inner.verb.word not in self._facts:
            chain.append(inner.verb.word)
            inner = _infinitive(inner)
        for verb in reversed(chain):  # the innermost first: "agreed to try to lend"
            self.at(verb)
        inner = _infinitive(clause)
        return self.at(inner.verb.word).patient if inner is not None else None

    def _with(self, clause: Clause) -> NounGroup | None:
        """The weapon behind "with" or "by" in a clause, or the weapon that is its subject."""
        for preposition, group in clause.obliques:
            if preposition in ("with", "by", "using", "from") and self._low(group) in WEAPON:
                return group
        doer = self.syntax.doer_of(clause)
        return doer if doer is not None and self._low(doer) in WEAPON else None

    def _behind_weapon(self, group: NounGroup) -> NounGroup:
        """Whoever attacks, where an attack or a weapon is the agent: its owner, the people it is named by, the phrase behind "by"."""
        if self._low(group) not in STRIKE and self._low(group) not in WEAPON:
            return group
        by = next((following for following in self.after(group) if self.doc.low[following.preposition] == "by"), None)
        return by or group.owner or self._modifier(group) or self._light_subject(group) or group

    def _modifier(self, group: NounGroup) -> NounGroup | None:
        """The name or people before an act noun: "Israeli" of "an Israeli air strike"."""
        toks = self.doc.toks
        named = [k for k in range(max(group.start, group.number + 1), group.head) if toks[k][0].isupper() and k != group.determiner]
        peoples = [k for k in named if self.places.is_people(k)]
        named = named[named.index(peoples[-1]) :] if peoples and named[-1] == peoples[-1] else named  # behind a dateline
        if not named or named[0] == group.start and self.doc.bounds(group.start)[0] == group.start and not self.places.is_people(named[0]):
            return None
        end = named[0] + 1
        while end in named or end < group.head and (toks[end].isspace() or self.doc.low[end] == "-") and end + 1 in named:
            end += 1
        return NounGroup(named[0], end, end - 1, name=True)

    def _side(self, group: NounGroup) -> NounGroup | None:
        """The people or side before a noun: "Ukrainian" of "two Ukrainian Leopard tanks"."""
        found = self._modifier(group)
        if found is None or not self.places.is_people(found.start):
            return found
        return NounGroup(found.start, found.start + 1, found.start, name=True)

    def _plain(self, group: NounGroup | None) -> NounGroup | None:
        """A group that can act or suffer: no time, no reflexive; of "members of the militia", "dozens of fighters" the whole."""
        if group is None or group.time or self.doc.low[group.head].endswith(("self", "selves")):
            return None
        if not group.name and (self._low(group) in MEMBER or self._low(group) in NUMBER):
            whole = self.syntax.phrase_at(self.doc.visible[group.end])
            if whole is not None and self.doc.low[whole.preposition] in ("of", "from"):
                return whole
        return group

    def _second(self, group: NounGroup) -> NounGroup | None:
        """The second side of "between the army and the rebels"."""
        return group.members[1] if len(group.members) > 1 else None

    def after(self, group: NounGroup) -> Iterator[NounGroup]:
        """The phrases that stand right behind a group, one behind the other, each with its preposition."""
        at, visible, phrase_at = group, self.doc.visible, self.syntax.phrase_at
        for _ in range(PHRASES):
            following = phrase_at(visible[at.end])
            if following is None:
                return
            yield following
            at = following.members[-1] if following.members and following.members[-1].start > following.start else following

    def around(self, fact: Fact) -> Iterator[NounGroup]:
        """The prepositional phrases by which a fact can be placed, the nearest first.

        Behind its noun and its participants; of its clause and the clauses above; of those that hang on it or are joined to it.
        """
        for group in (fact.group, fact.patient, fact.agent):
            if group is not None:
                yield from self.after(group)
        clause = fact.clause
        for _ in range(PHRASES):
            if clause is None:
                break
            yield from self._of_clause(clause)
            clause = clause.parent
        if fact.clause is not None:
            joined = [near for near in (fact.clause.followed, fact.clause.joined) if near is not None]
            hanging = [child for above in (fact.clause, *joined) for child in above.children if child.kind is not Kind.COMPLEMENT]
            for near in (*hanging, *joined):
                yield from self._of_clause(near)

    def _of_clause(self, clause: Clause) -> Iterator[NounGroup]:
        for _, group in clause.obliques:
            yield group
            yield from self.after(group)
        if clause.object is not None:
            yield from self.after(clause.object)

    def _low(self, group: NounGroup) -> str:
        return singular(self.doc.low[group.head])

    def _is_act(self, group: NounGroup) -> bool:
        return not group.name and is_act(self.doc.low[group.head])


def _infinitive(clause: Clause) -> Clause | None:
    """The infinitive that stands behind a verb and says what is agreed, promised, planned."""
    inner = clause.complement or next((child for child in clause.children if child.kind is Kind.INFINITIVE), None)
    return inner if inner is not None and inner.kind is Kind.INFINITIVE and inner.verb.word > clause.verb.word else None


TIMES = frozenset("day evening month morning night week weekend year".split())
PHRASES = 6
"""How many phrases behind a noun, and clauses above a clause, are followed."""
