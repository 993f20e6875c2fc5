"""The triggers of a document as grammar sees them: event nouns and their phrases, the verbs that carry them, what a verb is for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Kind, NounGroup, Once, Syntax

from ..lexicon.claims import PERSON
from ..lexicon.events import known
from ..lexicon.facts import singular
from .kinds import are_two_modes
from .links import SPEECH, WORDS, Link
from .triggers import FINITE, PAST

TELLING = FINITE - {"present", "modal", "state"}
"""Forms that are verbs also where grammar sees the head of a noun group."""


class Acts:
    """Asked about triggers, nouns and clauses; ``forms`` holds all triggers of the document, ``times`` the tokens of its dates."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        self.doc = doc
        self.low: list[str] = doc.low
        self.syntax = syntax
        self.forms = forms
        self.times = times
        self.published = published
        self.is_noun: Callable[[int], bool] = {k for k, form in forms.items() if form == "noun" or form not in TELLING and self._heads(k)}.__contains__
        """Whether a trigger is an event noun, by its form or as the head of a noun group."""
        self._clause: Callable[[int], Clause | None] = Once(self._clause_of).__getitem__
        """The clause of a verb; of one that grammar has not read the clause around it."""
        self.strikes: Callable[[int], bool] = Once(self._is_attack).__getitem__
        """Whether a trigger tells an attack."""

    def _heads(self, k: int) -> bool:
        """Whether an event noun heads a noun group."""
        group = self.syntax.group_at(k)
        return group is not None and group.head == k and known(self.low[k]).kinds[1]

    def _clause_of(self, k: int) -> Clause | None:
        verb = self.syntax.verb_at(k)
        if verb is None:
            return self.syntax.clause_of(k) if self.forms.get(k) in FINITE else None
        return verb.clause if verb.word == k else None

    def _is_attack(self, k: int) -> bool:
        word = known(self.low[k])
        kind = word.noun_kind if self.is_noun(k) else word.kind
        if kind is None and word.frames and not self.is_noun(k):
            verb = self.syntax.verb_at(k)
            clause = verb.clause if verb is not None else None
            taken = clause.object if clause is not None else None
            done = [self.low[taken.head], *self.low[taken.end : taken.end + 1], *self.low[k + 1 : k + 2]] if taken is not None else []  # "left two men dead", "set off bombs"
            suffered = ["@person", "@built"] if taken is not None or verb is not None and verb.passive else []  # "disappeared two men", not "they disappeared"
            kind = next((word.frames[key][1] for key in (*done, *suffered) if key in word.frames), None)
        return kind is not None and kind[0] == "ASSAULT"

    def _upwards(self, clause: Clause) -> Iterator[Clause]:
        """A clause and those above it."""
        above: Clause | None = clause
        while above is not None:
            yield above
            above = above.parent

    def has_kind(self, clause: Clause) -> bool:
        """Whether a verb tells an event of a kind by itself or with what it takes or, as a passive, stands behind: "a ban imposed"."""
        word = known(self.low[clause.verb.word])
        taken = clause.object or clause.antecedent
        beside = [taken] if taken is not None else []
        person = "@person" in word.frames and any(singular(self.low[group.head]) in PERSON for group in beside)  # "a man released on Friday"
        return word.kind is not None or person or any(self.low[group.head] in word.frames for group in (*beside, *(group for _, group in clause.obliques)))  # "riddled with bullets"

    def is_spoken(self, clause: Clause) -> bool:
        """Whether a verb tells of what is done in words."""
        word = known(self.low[clause.verb.word])
        return word.report or word.kind is not None and word.kind[0] in SPEECH

    def is_purpose(self, clause: Clause, act: Clause) -> bool:
        """Whether an infinitive is only what for somebody acted, at one time: "fought to save his job on Friday"; not "began to", "was supposed to", "was said to", "urged them to"."""
        told = act.verb.lemma in WORDS.acted | WORDS.begins | WORDS.supposes or self.is_spoken(act)
        return clause.kind is Kind.INFINITIVE and self.forms.get(act.verb.word) in PAST and not told

    def _of_clause(self, clause: Clause) -> Iterator[int]:
        """The event noun that tells for the verb of a clause, else the verb; of "had", "was" what stands beside it."""
        noun = self.carried(clause)
        if noun >= 0 or clause.verb.word in self.forms:
            yield noun if noun >= 0 else clause.verb.word
            return
        heads = [group.head for group in (clause.object, clause.subject) if group is not None]
        for k in (clause.predicate, *heads):
            if k in self.forms:
                yield k
                return

    def carried(self, clause: Clause) -> int:
        """The event noun that tells what a verb without a meaning of its own does: "carried out a strike", "a raid took place", "talks planned for Sunday"; or -1."""
        occurs = self.occurs(clause)
        done = (clause.subject if occurs or clause.verb.passive else clause.object) or clause.antecedent
        if done is None or not (occurs or clause.verb.lemma in WORDS.does) or not self.is_noun(done.head):
            return -1
        noun = self.low[done.head]
        _, meant = known(self.low[clause.verb.word]).frames.get(noun, (0, None))
        return -1 if are_two_modes(meant, known(noun).noun_kind) else done.head  # "set fire to"

    def carriers(self, ruled: dict[int, list[Link]], order: list[int]) -> dict[int, int]:
        """Event noun with a date -> the verb that only carries it; that verb -> -1, for the noun tells of both."""
        verbs = [(verb, k) for k in order if k not in ruled and (verb := self.syntax.verb_at(k)) is not None and verb.word == k]
        found = {noun: k for verb, k in verbs if verb.clause is not None and (noun := self.carried(verb.clause)) in ruled}
        return found | dict.fromkeys(found.values(), -1)

    def occurs(self, clause: Clause) -> bool:
        """Whether a verb only says that its subject took place."""
        verb = clause.verb
        if verb.lemma in WORDS.occurs and self.low[verb.end : verb.end + 1] != ["into"] or verb.passive and verb.lemma in WORDS.holds:
            return True
        return self.low[verb.word + 1 : verb.word + 2] == ["place"] and verb.lemma == "take" or self.low[verb.end : verb.end + 2] == ["under", "way"]

    def event_noun(self, k: int) -> int:
        """The event noun that a phrase ending before token k is or hangs on, dates and what only describes left out, or -1: "attack" for "an attack Monday on a bus full of men that"."""
        passed = False
        while k > 0:
            k -= 1
            while k > 0 and (not self.low[k].strip() or k in self.times or self.low[k] == "("):
                k -= 1
            group, verb = self.syntax.group_at(k), self.syntax.verb_at(k)
            if verb is not None and verb.passive and verb.clause is not None and verb.clause.kind is Kind.REDUCED and passed and not self.has_kind(verb.clause):
                k = verb.start
                continue  # "an attack on a cafe frequented by soldiers in Brod on Friday"
            if self.low[k] in WORDS.before_date | WORDS.there or self.low[k] == "and" and k - 1 in self.times:
                continue  # "the battles of Bakhmut in 2023 and of Avdiivka in 2024"
            if group is None or group.end != k + 1:
                group = self._town(k) if self.low[k] == "," else None
                if group is None:
                    return -1
            if self.is_noun(group.head) and not self._is_scene(group):
                return group.head
            if group.members and group.members[0] is not group:
                k = group.members[0].end
                continue
            if group.preposition < 0:
                group = self._town(k)
                if group is None:
                    return -1
            k, passed = group.preposition, True
        return -1

    def _is_scene(self, group: NounGroup) -> bool:
        """Whether an event noun without a kind only tells what an attack hit: "a strike on a wedding in May"."""
        return group.hangs_on is not None and known(self.low[group.head]).noun_kind is None and group.hangs_on.head in self.forms and self.strikes(group.hangs_on.head)

    def _town(self, k: int) -> NounGroup | None:
        """The name behind a preposition that the region ending at token k, or the comma behind it, stands behind: "Brod" of "in Brod, Norland,"."""
        end = k - (self.low[k] == ",")
        region = self.syntax.group_at(end)
        if region is None or not region.name or region.preposition >= 0 or self.low[region.start - 1] != ",":
            return None
        town = self.syntax.group_at(region.start - 2)
        return town if town is not None and town.name and town.preposition >= 0 else None

    def governing(self, group: NounGroup) -> str:
        """The preposition before the phrase that a noun group ends: "for" of "for his role in the raids"."""
        found = ""
        group = group.members[0] if group.members else group
        while group.preposition >= 0:
            found = self.low[group.preposition]
            before = self.syntax.group_at(group.preposition - 1)
            if before is not None and before.start == before.head and before.preposition >= 0 and self.low[before.head] in WORDS.links:
                return "about"  # "in connection with a raid"
            if found in WORDS.noun_only or before is None or before.preposition < 0:
                break
            group = before
        return found
