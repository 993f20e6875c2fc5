"""Toll arithmetic: totals, increments, subsets and parts, old figures and new ones, wholes with their breakdown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from operator import attrgetter

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import ClaimRole, Factuality, Measure, NumericClaim, Quantity, QuantityKind
from conflictkit.engine.syntax import NounGroup, Role

from ..facts import Facts
from ..grammar import syntax_of
from ..grammar.lists import DEFINITE, PARTITIVE
from ..lexicon.claims import INCREMENT, PERSON, REMAINDER, STATE, SUBSET, TOLL, VERB, WORD, names_person
from ..lexicon.facts import NOUNS
from ..quantities.ranges import CHANGED
from .fates import COMPANY
from .measure import OF_PERSONS
from .setting import unverified
from .spot import Spot

HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.DISPLACED, Measure.EQUIPMENT_LOST, Measure.INTERCEPTED})
"""Measures that somebody inflicts."""
PERSONS = frozenset({*OF_PERSONS.values(), Measure.PEOPLE})
LISTED = PERSONS | HARM
"""Measures whose number a list may tell apart."""
HOLDS = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})
NUMBER = attrgetter("number")
PRONOUNS = PARTITIVE | {"these", "those"}
OTHERS = frozenset({"latter", "other", "remaining"})
RELATING = INCREMENT | REMAINDER | SUBSET | OTHERS | {"them", "whom", "which"}
"""Words without which a number is a total."""
FATES = frozenset({*STATE, *VERB, *TOLL})
"""Words that tell what became of persons."""
AMONG = COMPANY | SUBSET
"""Words that tell that some are among others."""
JOINTS = frozenset({",", "and", "or", "-", "–", "—", ":", "(", "&", "plus"})


# --- while reading -----------------------------------------------------------------------------------------------------


def role_of(doc: Document, quantity: Quantity, spot: Spot, group: NounGroup | None, previous: NumericClaim | None, before: Spot | None, *, told: bool) -> ClaimRole:
    """The role of a number; "and two nurses" behind a subset goes on with it where nothing of its own is told."""
    if quantity.kind is QuantityKind.AGE:
        return ClaimRole.TOTAL
    role = _role(doc, quantity, spot, group)
    if role is ClaimRole.TOTAL and _is_part(doc, quantity, spot) and not (told and _of_persons(quantity)):
        return ClaimRole.PART
    if role in (ClaimRole.TOTAL, ClaimRole.INCREMENT) and group is not None and is_among(doc, group):
        return ClaimRole.SUBSET
    if role is ClaimRole.TOTAL and _is_one_of_them(doc, quantity, spot, group, previous, told=told):
        return ClaimRole.PART if previous is None else ClaimRole.SUBSET
    if role is ClaimRole.TOTAL and previous is not None and before is not None and previous.role is ClaimRole.SUBSET:
        listed = group is not None and group.members and group.members[0].start <= before.number  # "including two clerks, three guards"
        return ClaimRole.SUBSET if (listed or not told) and _goes_on(doc, _past_place(doc, previous, before), spot) else role
    return role


def is_among(doc: Document, group: NounGroup) -> bool:
    """Whether those counted are said to be among others: "nine nurses were among the dead", "with nine nurses among the dead", "including clerks, guards and at least one nurse"."""
    low, high = doc.bounds[group.start]
    if AMONG.isdisjoint(doc.low[low:high]):
        return False
    first = group.members[0] if group.members else group
    if first is not group and doc.low[first.start - 1] in SUBSET:
        return True
    after = doc.visible[group.end]
    told = [(role, clause) for clause, role in first.roles if role is Role.SUBJECT or doc.low[after : after + 1] == ["among"]]
    if any(clause.verb.lemma == "include" for clause, role in first.roles if role is Role.OBJECT):
        return True
    behind = [other for role, clause in told for word, other in clause.obliques if (word == "among" or word == "in" and clause.verb.lemma == "include") and (role is Role.SUBJECT or other.preposition == after)]
    return any(FATES.intersection(doc.low[other.start : max(other.end, other.extent)]) for other in behind)


def _is_part(doc: Document, quantity: Quantity, spot: Spot) -> bool:
    """Whether a number counts some of what is known: "one of its bases", "four of his men", "70 percent of the pupils", "half its people"."""
    low, k = doc.low, doc.visible[spot.number + 1]
    if low[k : k + 1] == ["percent"] or low[k : k + 1] == ["%"]:
        k = doc.visible[k + 1]
    if low[spot.number] == "half" and low[k : k + 1] and low[k] in DEFINITE:
        return True
    if low[k : k + 1] != ["of"]:
        return False
    following = low[doc.visible[k + 1] :][:1]
    return bool(following) and (following[0] in DEFINITE or low[spot.number] == "one" and following[0] not in PRONOUNS and quantity.unit is not None)


def _is_one_of_them(doc: Document, quantity: Quantity, spot: Spot, group: NounGroup | None, previous: NumericClaim | None, *, told: bool) -> bool:
    """Whether a bare number stands for some of those told before: "Three were children", "30 injured, two seriously", "two in critical condition"; not "killed 30, but 12 survived"."""
    borrowed = quantity.noun is not None and quantity.noun.start < quantity.number.start and quantity.kind is QuantityKind.COUNT
    if not borrowed or group is None or group.head != spot.number:
        return False
    after = doc.visible[group.end]
    state = syntax_of(doc).phrase_at(after)
    if told:
        return previous is not None and state is not None and doc.low[state.head] == "condition"
    return any(word.endswith("ly") and word not in WORD.currently or word in ("a", "an") for word in doc.low[after : after + 1]) or any(role is Role.SUBJECT and (previous is None or clause.verb.lemma == "be") for clause, role in group.roles)


def _of_persons(quantity: Quantity) -> bool:
    """Whether persons are counted: of them a toll counts what befell some, known before or not ("two of the guards were killed")."""
    noun = (quantity.unit or "").rsplit(" ", 1)[-1]
    return quantity.kind is QuantityKind.COUNT and (noun in PERSON or not noun or names_person(noun))


def _role(doc: Document, quantity: Quantity, spot: Spot, group: NounGroup | None) -> ClaimRole:
    """What the words of a number's noun group and the two before it say of its relation to others: "of whom 20", "including 20"."""
    low = doc.low
    if quantity.of is not None:
        return ClaimRole.PART
    start = max(spot.low, (spot.first if group is None else min(spot.first, group.start)) - 2)
    if RELATING.isdisjoint(low[start : spot.last + 2]):
        return ClaimRole.TOTAL
    around, following = low[start : spot.first], low[spot.last : spot.last + 2]
    if not SUBSET.isdisjoint(around) or around[:2] in (["among", "them"], ["of", "them"], ["of", "whom"], ["of", "which"], ["among", "whom"]):
        return ClaimRole.SUBSET
    if following in (["of", "them"], ["of", "whom"], ["of", "which"]):
        return ClaimRole.SUBSET
    words = low[spot.first : spot.last + 1]
    if low[spot.number - 2 : spot.number - 1] == ["the"] and low[spot.number - 1] in OTHERS:
        return ClaimRole.PART  # "the other two"
    if not INCREMENT.isdisjoint(words) or not INCREMENT.isdisjoint(around):
        return ClaimRole.INCREMENT
    return ClaimRole.INCREMENT if _are_more(doc, spot) else ClaimRole.TOTAL


def _are_more(doc: Document, spot: Spot) -> bool:
    """Whether a number says that it counts others than those told before: "three other people", "12 more"; not "12 more than"."""
    words = doc.low[spot.number + 1 : spot.last + 1]
    return any(word in REMAINDER and after not in ("than", "of") for word, after in zip(words, [*doc.low[spot.number + 2 : spot.last + 2], ""], strict=False))


def _goes_on(doc: Document, before: Spot, spot: Spot) -> bool:
    """Whether only a comma or an "and" stands between two numbers."""
    return all(word in (",", "and") for word in doc.low[before.last : spot.first])


def container(out: Sequence[NumericClaim], quantity: Quantity, role: ClaimRole, including: int, *, told: bool) -> Measure | None:
    """The measure of the number that includes this one, or shares its noun with it; ``including`` is the place of the last that is no subset."""
    if role is ClaimRole.SUBSET:
        return _including(out, including, quantity).measure if including >= 0 else out[-1].measure if out[-1].role is ClaimRole.SUBSET else None
    noun = quantity.noun
    previous = out[-1]
    shared = previous.quantity.noun == noun and previous.quantity.kind is quantity.kind and (noun is None or noun.start < quantity.number.start)
    return previous.measure if shared and not told else None


def _including(out: Sequence[NumericClaim], including: int, quantity: Quantity) -> NumericClaim:
    """What includes a number: the last that is no subset, of "three of the ten were freed, including a cook" the three; if that is less, the one whose noun it has ("37 men died in two camps, 22 of them of hunger")."""
    noun = quantity.noun
    if noun is not None and exceeds(quantity, out[including].quantity):
        behind = takewhile(lambda n: out[n].quantity.span.end >= noun.start, range(including, -1, -1))
        including = next((n for n in behind if out[n].quantity.noun == noun and out[n].role is not ClaimRole.SUBSET), including)
    return out[including - (including > 0 and out[including - 1].quantity.of == out[including].quantity.best)]


def reconciled(claim: NumericClaim, doc: Document, spot: Spot, previous: NumericClaim | None, out: Sequence[NumericClaim], including: int) -> NumericClaim:
    """The claim with its role checked against what its sentence tells before it.

    "Killing 11 and wounding 30 more", "a boy was shot dead and 18 others were hurt": the second is the total of another measure.
    A subset larger than what includes it is none; the rule says so.
    """
    if claim.role is ClaimRole.INCREMENT and not _adds(doc, claim, spot):
        earlier = previous or next(reversed(out), None)
        alone = earlier is None and "more" not in doc.low[spot.first : spot.last]  # "a boy was shot dead and 18 others were hurt"
        if claim.measure in HARM and (alone or earlier is not None and earlier.measure is not claim.measure):
            return evolve(claim, role=ClaimRole.TOTAL)
    if previous is None:
        return claim
    return _as_subset(claim, _including(out, including, claim.quantity)) if claim.role is ClaimRole.SUBSET and including >= 0 else claim


def shared(claim: NumericClaim, previous: NumericClaim | None) -> NumericClaim:
    """A claim with what it shares with the one before it: whose they are, where the noun is the same ("killed 12 Norlanders and injured another 30")."""
    noun = claim.quantity.noun
    if previous is None or noun != previous.quantity.noun or noun is not None and noun.start > claim.quantity.number.start:
        return claim
    goes_on = claim.trigger is None and claim.rule.startswith("part of") and claim.role is ClaimRole.TOTAL  # "killed 8 in Brod, 5 in Lenz"
    return evolve(claim, side=claim.side or previous.side, inflicted_by=claim.inflicted_by or (previous.inflicted_by if goes_on else None))


def _as_subset(claim: NumericClaim, whole: NumericClaim) -> NumericClaim:
    """A subset with what includes it; without a fate of its own it has the setting of that ("12 people, including three children, were killed")."""
    if whole.role is ClaimRole.SUBSET:
        return claim
    if whole.measure is not claim.measure:
        lone = claim.measure in HARM and not claim.rule.startswith("part of")
        return evolve(claim, part_of=whole.quantity.number) if lone else claim  # "20 rebels came, killing 13 of them"
    if exceeds(claim.quantity, whole.quantity):
        return evolve(claim, role=ClaimRole.TOTAL, rule=f"{claim.rule}; larger than what includes it")
    claim = evolve(claim, part_of=whole.quantity.number)
    if not claim.rule.startswith("part of"):
        return claim
    return evolve(
        claim,
        factuality=whole.factuality if claim.factuality in HOLDS else claim.factuality,
        when=claim.when or whole.when,
        place=claim.place or whole.place,
        inflicted_by=whole.inflicted_by,
    )


def _adds(doc: Document, claim: NumericClaim, spot: Spot) -> bool:
    """Whether the number itself says that it comes on top ("another 12", "+12")."""
    at = claim.quantity.number.start
    told = "+" in doc.text[max(0, at - 1) : at + 1] or not INCREMENT.isdisjoint(claim.quantity.span.text.lower().split())
    return told or doc.low[spot.number - 1 : spot.number] == ["another"]


def exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether the least that one number allows is above the most that the other does."""
    least = part.low if part.low is not None else part.best
    most = whole.high if whole.high is not None or whole.low is not None else whole.best
    return least is not None and most is not None and least > most


# --- when all are read -------------------------------------------------------------------------------------------------


def settled(doc: Document, facts: Facts, written: Sequence[NumericClaim], spots: Sequence[Spot], unwritten: Sequence[NumericClaim]) -> list[NumericClaim]:
    """All claims with what they say of each other; ``spots`` are those of the written ones."""
    unwritten = [_one_more(doc, written, spots, claim) for claim in unwritten]
    claims = _beside_named(doc, written, spots, unwritten)
    for settle in SETTLES:
        claims = settle(doc, claims, spots)
    wholes = {doc.at[whole.quantity.span.start]: whole for whole in unwritten if whole.quantity.of is None}
    starts = sorted(wholes)
    for n, claim in enumerate(claims if wholes else ()):
        k = bisect_right(starts, doc.at[claim.quantity.number.start]) - 1
        claims[n] = _listed(claim, wholes[starts[k]]) if k >= 0 else claim
    return _doubted(doc, facts, [*claims, *unwritten])


def _one_more(doc: Document, written: Sequence[NumericClaim], spots: Sequence[Spot], claim: NumericClaim) -> NumericClaim:
    """A single victim, as one more where the number right before it, in its sentence or the one before, tells how many others had the same fate: "killed two guards and a third died later"."""
    at = doc.at[claim.quantity.span.start]
    counted = doc.low[at : doc.at[claim.quantity.span.end - 1] + 1]
    n = bisect_right(spots, at, key=NUMBER) - 1
    more = counted[:1] == ["another"] or counted[:1] == ["a"] and not NOUNS.ordinal.isdisjoint(counted)
    if not more or n < 0 or spots[n].high < doc.bounds[at][0] or claim.role is not ClaimRole.TOTAL:
        return claim
    before = written[n]
    return evolve(claim, role=ClaimRole.INCREMENT) if before.measure is claim.measure in HARM and before.role is ClaimRole.TOTAL else claim


def _beside_named(doc: Document, written: Sequence[NumericClaim], spots: Sequence[Spot], unwritten: Sequence[NumericClaim]) -> list[NumericClaim]:
    """The written claims, where others come on top of those who were told without a number: "The mayor was killed. Three other people also died." """
    out, told = list(written), sorted(unwritten, key=lambda claim: claim.quantity.span.start)
    starts = [claim.quantity.span.start for claim in told]
    for n, claim in enumerate(written if told else ()):
        k = bisect_right(starts, claim.quantity.span.start) - 1
        if claim.role is ClaimRole.TOTAL and k >= 0 and told[k].measure is claim.measure in HARM and _are_more(doc, spots[n]):
            out[n] = evolve(claim, role=ClaimRole.INCREMENT)
    return out


def parts(doc: Document, claims: list[NumericClaim], spots: Sequence[Spot]) -> list[NumericClaim]:
    """ "14 of the 16": 14 is a part of 16."""
    out = list(claims)
    for n, (claim, following) in enumerate(pairwise(claims)):
        if claim.quantity.of is not None and claim.quantity.of == following.quantity.best:
            out[n] = evolve(claim, part_of=following.quantity.number)
    return out


def changes(doc: Document, claims: list[NumericClaim], spots: Sequence[Spot]) -> list[NumericClaim]:
    """ "Rose from 12 to 19", "rose to 38 from 26", "38, up from 26": the new figure names the old one, which measures the same."""
    out = list(claims)
    for n, (a, b) in enumerate(pairwise(spots)):
        first, second = claims[n : n + 2]
        if a.low != b.low or first.quantity.kind is not second.quantity.kind:
            continue
        if _from(doc, a):
            if doc.low[a.last : b.first] == ["to"] or doc.low[b.first] == "to" and a.last == b.first:
                out[n] = evolve(out[n], measure=second.measure, trigger=second.trigger)
                out[n + 1] = evolve(out[n + 1], previous=first.quantity.number)
        elif _from(doc, b) and _changed(doc, a, b):
            out[n + 1] = evolve(out[n + 1], measure=out[n].measure, trigger=out[n].trigger)
            out[n] = evolve(out[n], previous=second.quantity.number)
    return out


def is_old(doc: Document, spot: Spot) -> bool:
    """Whether a number is the old figure of what has changed: "412, up from 355, among them 29 children"."""
    return _from(doc, spot) and not CHANGED.isdisjoint(doc.low[spot.low : spot.first])


def _from(doc: Document, spot: Spot) -> bool:
    return doc.low[spot.first] == "from" or spot.first > 0 and doc.low[spot.first - 1] == "from"


def _changed(doc: Document, a: Spot, b: Spot) -> bool:
    """Whether the words around a figure tell that it changed."""
    return not CHANGED.isdisjoint(doc.low[a.low : b.first])


def breakdowns(doc: Document, claims: list[NumericClaim], spots: Sequence[Spot]) -> list[NumericClaim]:
    """ "71 deaths - 58 men, 11 women and two girls": those that a list adds up to are subsets of the whole before it."""
    out = list(claims)
    for n, whole in enumerate(claims):
        if whole.measure not in LISTED or whole.role is not ClaimRole.TOTAL or not isinstance(whole.quantity.best, int):
            continue
        for k in _adds_up(doc, claims, spots, n):
            measure = whole.measure if out[k].measure not in HARM or whole.measure not in PERSONS else out[k].measure
            counted = evolve(out[k].quantity, noun=whole.quantity.noun, unit=whole.quantity.unit) if _is_bare(out[k].quantity) else out[k].quantity
            out[k] = evolve(out[k], quantity=counted, role=ClaimRole.SUBSET, measure=measure, part_of=whole.quantity.number)
    return out


def _is_bare(quantity: Quantity) -> bool:
    """Whether a number has the noun of one before it, or none."""
    return quantity.noun is None or quantity.noun.start < quantity.number.start


def _adds_up(doc: Document, claims: Sequence[NumericClaim], spots: Sequence[Spot], n: int) -> range:
    """The members of a list behind a claim, a colon or a bracket whose sum is its number; empty if there is no such list."""
    left = claims[n].quantity.best
    end = spots[n]
    first = n + 1
    for k in range(n + 1, len(claims)):
        spot = spots[k]
        best = claims[k].quantity.best
        if not isinstance(best, int) or not isinstance(left, int) or spot.low != end.low:
            break
        between = doc.low[end.last : spot.first]
        if k == first and between[-1:] not in (["("], [":"]) and not JOINTS.issuperset(between):
            first, end = k + 1, spot
            continue
        if k > first and not RELATING.isdisjoint(between):
            end = spot  # "18 men, among them two children, 14 women"
            continue
        told = _is_bare(claims[k].quantity) and not JOINTS.isdisjoint(between)  # "40 in shelling by the army, 21 in blasts"
        if k > first and not (told or JOINTS.issuperset(between)) or not between:
            break
        left -= best
        end = _past_place(doc, claims[k], spot)
        if left <= 0:
            return range(first, k + 1) if left == 0 and k > first else range(0)
    return range(0)


def _past_place(doc: Document, claim: NumericClaim, spot: Spot) -> Spot:
    """Where a number ends with the place that is told right behind it: "eight in Brod"."""
    mention = claim.place.mention if claim.place is not None else None
    behind = mention is not None and doc.at[mention.start] - spot.last in (1, 2)
    return spot._replace(last=doc.at[mention.end - 1] + 1) if mention is not None and behind else spot


SETTLES: tuple[Callable[[Document, list[NumericClaim], Sequence[Spot]], list[NumericClaim]], ...] = (parts, changes, breakdowns)
"""What written numbers say of each other, in order."""


def _listed(claim: NumericClaim, whole: NumericClaim) -> NumericClaim:
    """A number as a subset of the list that it stands in: the four of "a father, his four sons and two others"."""
    span = whole.quantity.span
    inside = span.start <= claim.quantity.number.start and claim.quantity.number.end <= span.end
    alike = claim.measure in HARM or claim.measure is whole.measure
    return evolve(claim, role=ClaimRole.SUBSET, part_of=whole.quantity.number) if inside and alike else claim


def _doubted(doc: Document, facts: Facts, claims: list[NumericClaim]) -> list[NumericClaim]:
    """The claims with doubt told of them: "The claim could not be verified." behind them in their sentence or in the next."""
    doubts = dict(unverified(facts))
    if not doubts:
        return claims
    told: dict[int, list[int]] = {}
    for n, claim in enumerate(claims):
        told.setdefault(doc.bounds[doc.at[claim.quantity.number.start]][0], []).append(n)
    out = list(claims)
    for sentence, verb in doubts.items():
        same = [n for n in told.get(sentence, ()) if doc.at[claims[n].quantity.number.start] < verb]
        before = told.get(doc.bounds[sentence - 1][0], []) if sentence else []
        for n in same or before:
            out[n] = evolve(out[n], factuality=Factuality.DOUBTED) if out[n].factuality in HOLDS else out[n]
    return out
