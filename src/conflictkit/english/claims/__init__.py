"""Numeric claims: what each quantity measures, who is credited with it, and how it relates to the others."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from conflictkit._document import Document
from conflictkit._models import ClaimRole, DateExpression, Factuality, Measure, NumericClaim, Quantity, QuantityKind, Quote
from conflictkit.english.claims.credit import Credits
from conflictkit.english.claims.fates import Fates
from conflictkit.english.claims.implied import implied, measure_of_victim
from conflictkit.english.claims.measure import OF_PERSONS, ONLY_PERSONS, Frame, measure_of
from conflictkit.english.claims.setting import Dates, against, inflicter, placed, unverified, whose
from conflictkit.english.claims.spot import Spot
from conflictkit.english.facts import Facts
from conflictkit.english.grammar import syntax_of
from conflictkit.english.lexicon.claims import BUILT, FIXED, INCREMENT, PERSON, REMAINDER, STATE, SUBSET, TABLE, THING, VERB

__all__ = ["TABLE", "make_claims"]

HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.DISPLACED, Measure.EQUIPMENT_LOST, Measure.INTERCEPTED})
"""Measures that somebody inflicts."""
ROLE_WITHIN = 3
"""How many tokens before a number "another" and "including" stand."""
RELATING = INCREMENT | REMAINDER | SUBSET | {"them", "whom", "which"}
"""Words without which a number is a total."""
HELD = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})
AIR_DEFENCE = frozenset({"defence", "defences", "defense", "defenses", "force"})
SENTENCE_WITHIN = 60
TALKS = frozenset("consultations discussions elections negotiations talks voting".split())
DEAD, HURT = frozenset({"dead", "killed"}), frozenset({"hurt", "injured", "missing", "wounded"})
TOLLS = frozenset({"count", "figure", "number", "toll", "total"})


def make_claims(
    doc: Document, quantities: Sequence[Quantity], quotes: Sequence[Quote], dates: Sequence[DateExpression]
) -> tuple[NumericClaim, ...]:
    """One claim for each quantity of the text, but for the one that introduces a speaker ("one officer told reporters")."""
    quantities = [quantity for quantity in quantities if quantity.rule != "speaker"]
    syntax = syntax_of(doc)
    facts = Facts(doc, syntax)
    fates = Fates(doc, facts)
    credits_ = Credits(doc, quotes, facts)
    when = Dates(doc, dates, credits_)
    spots = [Spot.of(doc, quantity) for quantity in quantities]
    out: list[NumericClaim] = []
    before: Spot | None = None
    opening: Quantity | None = None  # the whole that the sentence opens with
    for quantity, spot in zip(quantities, spots, strict=True):
        previous = out[-1] if out and before is not None and before.low == spot.low else None
        if previous is None:
            opening = quantity if doc.low[spot.low] in ("among", "of") and spot.number - spot.low <= 2 else None  # noqa: PLR2004
        group = fates.counted(quantity, spot)
        cues = fates.of(group, spot.number) if group is not None and quantity.kind is QuantityKind.COUNT else ()
        # 1. how the number relates to the one before it
        role = _role(doc, quantity, spot)
        if role is ClaimRole.TOTAL and previous is not None and before is not None and previous.role is ClaimRole.SUBSET:
            role = ClaimRole.SUBSET if _goes_on(doc, before, spot) and not cues else role
        # 2. what it measures
        noun = _noun(doc, quantity, spot)
        borrowed = quantity.noun is not None and quantity.noun.start < quantity.number.start
        if borrowed and cues and cues[0].fate in ONLY_PERSONS and noun not in PERSON:
            noun = ""  # "Twelve bombs went off. At least 54 were killed."
        measure, cue, rule = measure_of(
            Frame(
                quantity,
                noun,
                role,
                cues,
                _container(out, quantity, role, told=bool(cues) or group is not None and fates.has_role(group)) if previous is not None else None,
                _named(quantity),
                THING.get(noun) is Measure.MUNITIONS and _in_air_defence(doc, spot),
            )
        )
        # 3. who says so, when, where, whose
        quote, begin, end = credits_.covering(quantity.number)
        # a gloss is the article's own
        source, stance, factuality = (None, None, Factuality.ASSERTED) if quantity.rule == "gloss" else credits_.of(quote, quantity, spot, cue.at, against(facts, group, cue))
        claim = NumericClaim(
            quantity,
            measure,
            source,
            stance,
            factuality,
            when.of(quantity, spot, quote, begin, end),
            placed(facts, group, cue, quantity.kind),
            whose(facts, group, cue, measure),
            inflicter(facts, group, cue),
            role,
            trigger=doc.span(cue.at, cue.at + 1) if cue.at >= 0 and cue.fate else None,
            rule=rule,
        )
        claim = _reconciled(claim, doc, spot, previous, opening, out)
        out.append(_within(claim, out) if claim.role is ClaimRole.SUBSET and claim.rule.startswith("part of") else claim)
        before = spot
    for quantity, group, cue in implied(doc, syntax, fates, quantities):
        spot = Spot.of(doc, quantity)
        quote, begin, end = credits_.covering(quantity.number)
        source, stance, factuality = credits_.of(quote, quantity, spot, cue.at, against(facts, group, cue) if quantity.best else None)
        measure = measure_of_victim(doc, cue)
        out = [_listed(claim, quantity) for claim in out]
        out.append(
            NumericClaim(
                quantity,
                measure,
                source,
                stance,
                factuality,
                when.of(quantity, spot, quote, begin, end),
                placed(facts, group, cue, quantity.kind),
                whose(facts, group, cue, measure),
                inflicter(facts, group, cue),
                trigger=doc.span(cue.at, cue.at + 1),
                rule=quantity.rule,
            )
        )
    out = _doubted(doc, facts, out)
    return tuple(sorted(out, key=lambda claim: (claim.quantity.number.start, claim.quantity.span.start)))


def _doubted(doc: Document, facts: Facts, out: list[NumericClaim]) -> list[NumericClaim]:
    """The claims with doubt told of them: "The claim could not be verified." behind them in their sentence or in the next."""
    for sentence, verb in unverified(facts):
        before = doc.bounds(sentence - 1)[0] if sentence else sentence
        spots = [doc.at(claim.quantity.number.start) for claim in out]
        same = {n for n, at in enumerate(spots) if sentence <= at < verb}
        told = same or {n for n, at in enumerate(spots) if before <= at < sentence}
        out = [evolve(claim, factuality=Factuality.DOUBTED) if n in told and claim.factuality in HELD else claim for n, claim in enumerate(out)]
    return out


def _within(claim: NumericClaim, out: Sequence[NumericClaim]) -> NumericClaim:
    """A subset without a fate of its own has the setting of what includes it: "12 people, including three children, were killed"."""
    whole = next((other for other in reversed(out) if other.role is not ClaimRole.SUBSET), None)
    if whole is None or whole.measure is not claim.measure:
        return claim
    return evolve(
        claim,
        factuality=whole.factuality if claim.factuality is Factuality.ASSERTED else claim.factuality,
        when=claim.when or whole.when,
        place=claim.place or whole.place,
        inflicted_by=whole.inflicted_by,
        part_of=whole.quantity.number,
    )


def _listed(claim: NumericClaim, whole: Quantity) -> NumericClaim:
    """A number as a subset of the list that it stands in: the four of "a father, his four sons and two others"."""
    span = whole.span
    inside = span.start <= claim.quantity.number.start and claim.quantity.number.end <= span.end and not claim.quantity.implied
    return evolve(claim, role=ClaimRole.SUBSET, part_of=whole.number) if inside else claim


def _noun(doc: Document, quantity: Quantity, spot: Spot) -> str:
    """The counted noun's singular; of a compound its last part ("hostage-taker"); "" for a toll, which counts something else."""
    noun = (quantity.unit or "").lower().rsplit(" ", 1)[-1]
    if noun in TOLLS:
        return ""
    joint, following = (*doc.low[spot.last : spot.last + 2], "", "")[:2]
    if noun in DEAD and joint in ("and", "or") and following in HURT:
        return "casualty"
    if noun == "round" and joint == "of" and following in TALKS:
        return "session"
    if noun not in THING and f"{noun}s" in THING:
        return f"{noun}s"  # Abrams
    base, _, figures = noun.rpartition("-")
    if base and figures[:1].isdigit():
        return base if base in THING else "weapon"  # the type of one: MiG-29, Su-34
    return noun if "-" not in noun or any(noun in table for table in (FIXED, BUILT, PERSON, THING)) else noun.rsplit("-", 1)[-1]


def _named(quantity: Quantity) -> bool:
    """Whether the counted noun is a name ("three Taliban"), no abbreviation ("six SUVs")."""
    noun = quantity.noun
    return noun is not None and noun.text[0].isupper() and not noun.text[:-1].isupper()


def _in_air_defence(doc: Document, spot: Spot) -> bool:
    low = doc.low
    return any(low[k] == "air" and low[k + 1] in AIR_DEFENCE for k in range(max(spot.low, spot.first - SENTENCE_WITHIN), min(spot.high - 1, spot.last + SENTENCE_WITHIN)))


def _role(doc: Document, quantity: Quantity, spot: Spot) -> ClaimRole:
    """What the words around a number say of its relation to others."""
    low = doc.low
    if quantity.of is not None:
        return ClaimRole.PART
    start = max(spot.low, spot.first - ROLE_WITHIN)
    if RELATING.isdisjoint(low[start : spot.last + 2]):
        return ClaimRole.TOTAL
    around, following = low[start : spot.first], low[spot.last : spot.last + 2]
    if not SUBSET.isdisjoint(around) or around[-2:] in (["among", "them"], ["of", "them"], ["of", "whom"], ["of", "which"], ["among", "whom"]):
        return ClaimRole.SUBSET
    if following in (["of", "them"], ["of", "whom"], ["of", "which"]):
        return ClaimRole.SUBSET
    words = low[spot.first : spot.last + 1]
    if not INCREMENT.isdisjoint(words) or not INCREMENT.isdisjoint(around[-2:]):
        return ClaimRole.INCREMENT
    for n, word in enumerate(words):
        if word in REMAINDER and words[n + 1 : n + 2] not in (["than"], ["of"]) and spot.first + n > spot.number:
            return ClaimRole.INCREMENT
    return ClaimRole.TOTAL


def _goes_on(doc: Document, before: Spot, spot: Spot) -> bool:
    """Whether only a comma or an "and" stands between two numbers."""
    return all(word in (",", "and") for word in doc.low[before.last : spot.first])


def _container(out: Sequence[NumericClaim], quantity: Quantity, role: ClaimRole, *, told: bool) -> Measure | None:
    """The measure of the number that includes this one, or shares its noun with it."""
    if role is ClaimRole.SUBSET:
        including = next((n for n in range(len(out) - 1, -1, -1) if out[n].role is not ClaimRole.SUBSET), 0)
        if including and out[including - 1].quantity.of == out[including].quantity.best:  # "three of the ten were freed, including a cook"
            including -= 1
        return out[including].measure
    noun = quantity.noun
    previous = out[-1]
    shared = noun is not None and noun.start < quantity.number.start and previous.quantity.noun == noun
    return previous.measure if shared and not told else None


def _reconciled(claim: NumericClaim, doc: Document, spot: Spot, previous: NumericClaim | None, whole: Quantity | None, out: Sequence[NumericClaim]) -> NumericClaim:
    """The claim with its role checked against what its sentence tells before it.

    "Killing 11 and wounding 30 more", "a boy was shot dead and 18 others were hurt": the second is the total of another measure. "Among
    the six who died, four ...": four are a subset. A subset larger than what includes it is none; the rule says so.
    """
    if claim.role is ClaimRole.INCREMENT and not _adds(claim):
        told = (previous.measure if previous is not None else _told_before(doc, spot)) if claim.measure in HARM else claim.measure
        if told is not None and told is not claim.measure:
            return evolve(claim, role=ClaimRole.TOTAL)
    if previous is None:
        return claim
    if claim.role in (ClaimRole.TOTAL, ClaimRole.INCREMENT) and whole is not None and not _exceeds(claim.quantity, whole):
        return evolve(claim, role=ClaimRole.SUBSET)
    if claim.role is ClaimRole.SUBSET:
        including = next((other for other in reversed(out) if other.role is not ClaimRole.SUBSET), None)
        if including is not None and including.measure is claim.measure and _exceeds(claim.quantity, including.quantity):
            return evolve(claim, role=ClaimRole.TOTAL, rule=f"{claim.rule}; larger than what includes it")
    return claim


def _told_before(doc: Document, spot: Spot) -> Measure | None:
    """The fate of a person that the sentence tells before its first number: "a boy was shot dead and"."""
    for k in range(spot.first - 1, max(spot.low, spot.first - SENTENCE_WITHIN) - 1, -1):
        verb = VERB.get(doc.low[k])
        fate = verb.fate if verb is not None else STATE.get(doc.low[k])
        if fate in OF_PERSONS:
            return OF_PERSONS[fate]
    return None


def _adds(claim: NumericClaim) -> bool:
    """Whether the number itself says that it comes on top ("another 12")."""
    return not INCREMENT.isdisjoint(claim.quantity.span.text.lower().split())


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether the least that one number allows is above the most that the other does."""
    least = part.low if part.low is not None else part.best
    most = whole.high if whole.high is not None or whole.low is not None else whole.best
    return least is not None and most is not None and least > most
