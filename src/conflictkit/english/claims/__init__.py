"""Numeric claims: what each quantity measures, who is credited with it, and how it relates to the others."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from conflictkit._document import Document
from conflictkit._models import ClaimRole, DateExpression, Entity, EntityKind, Factuality, Measure, NumericClaim, Place, Quantity, QuantityKind, Quote
from conflictkit.engine.syntax import NounGroup, Role

from ..facts import Facts, facts_of
from ..grammar.lists import is_superlative
from ..grammar.tokens import HYPHENS
from ..layout.sheets import sheet_of
from ..lexicon.claims import FIXED, NOUNS, PERSON, PLAIN, STATE, TABLE, THING, VERB, WORD, names_person
from ..lexicon.events import known
from ..lexicon.facts import NOUNS as FACT_NOUNS
from ..lexicon.inflection import plural, singular
from .credit import Credits
from .fates import Fates
from .implied import CLOSING, all_but, figures, implied, is_ordinal, measure_of_victim, told_apart
from .measure import ONLY_PERSONS, Frame, measure_of
from .setting import Dates, against, gapped, inflicter, placed, whose
from .sheets import told
from .spot import Cue, Spot
from .tolls import HARM, container, exceeds, is_among, is_old, reconciled, role_of, settled, shared
from .verb_fates import first_of

__all__ = ["TABLE", "make_claims"]

PLACE = attrgetter("quantity.number.start", "quantity.span.start")
PASSING = frozenset({QuantityKind.AGE, QuantityKind.DURATION, QuantityKind.LENGTH})
"""What no later number is included in: "those killed in the 10-hour siege included six nurses"."""
SEATED = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.MEDIA})
"""Sources whose place is only their seat."""
COMPARED = (["more", "than"], ["fewer", "than"], ["less", "than"])
"""Behind a number these make it a difference."""
STRONG = (["-", "strong"], ["‑", "strong"])
"""What makes a number that of those who make something up."""
DIED = frozenset(word for word, verb in VERB.items() if verb.fate == "killed") | {word for word, fate in STATE.items() if fate == "killed"}


def make_claims(doc: Document, quantities: Sequence[Quantity], quotes: Sequence[Quote], dates: Sequence[DateExpression]) -> tuple[NumericClaim, ...]:
    """One claim for each quantity of the text, but for the one that introduces a speaker ("one officer told reporters"); those told without a numeral."""
    reader = Reader(doc, quantities, quotes, dates)
    written = [quantity for quantity in quantities if quantity.rule != "speaker" and not (quantity.kind is QuantityKind.SHARE and is_ordinal(doc, reader.facts.syntax, reader.fates, quantity))]
    for quantity in written:
        reader.read(quantity)
    unwritten = [reader.unwritten(*found) for found in implied(reader.fates, written, reader.figures)]
    claims = settled(doc, reader.facts, reader.claims, reader.spots, unwritten)
    return tuple(sorted(claims, key=PLACE))


class Reader:
    """Reads the claims of a document one after the other."""

    def __init__(self, doc: Document, quantities: Sequence[Quantity], quotes: Sequence[Quote], dates: Sequence[DateExpression]) -> None:
        self.doc = doc
        self.facts: Facts = facts_of(doc)
        self.figures: dict[int, int | float | None] = figures(doc, self.facts.syntax, quantities)
        """For each counted group by its id its number."""
        self.fates: Fates = Fates(doc, self.facts)
        self.claims: list[NumericClaim] = []
        self.spots: list[Spot] = []
        """Where their numbers stand."""
        self._credits = Credits(doc, quotes, self.facts)
        self._dates = dates
        self._when = Dates(doc, dates, self._credits, self.facts)
        self._sheet = sheet_of(doc)
        self._including: int = -1
        """The place of the last claim of the sentence that is no subset, which may include a later one; -1 if there is none."""
        self._opening: Quantity | None = None
        """The whole that the sentence opens with: "Among the six who died, four"."""

    def read(self, quantity: Quantity) -> None:
        """The claim of a written number."""
        doc, out = self.doc, self.claims
        spot = Spot.of(doc, quantity)
        before = self.spots[-1] if self.spots else None
        self.spots.append(spot)
        group = self.fates.counted(quantity, spot)
        previous = out[-1] if before is not None and before.low == spot.low else None
        if previous is None:
            self._including, self._opening = -1, quantity if group is not None and self._opens(group, spot) else None
        frame = self._frame(quantity, spot, group, previous, before)
        measure, cue, rule = measure_of(frame)
        if measure is Measure.OTHER and frame.noun == "time" and self._strikes(spot):
            measure = Measure.ATTACKS
        if measure is Measure.AGE and group is not None and known(doc.low[group.head]).lasting:
            measure = Measure.DURATION  # "the five-year-old war"
        claim = self._claim(quantity, spot, group, cue, measure, frame.role, rule)
        if (entry := self._sheet.get(spot.number)) is not None:
            claim = told(doc, claim, spot, entry, self._credits, self._dates)
        claim = reconciled(claim, doc, spot, previous, out, self._including)
        if claim.role is not ClaimRole.SUBSET and quantity.kind not in PASSING and not (previous is not None and (is_old(doc, spot) or self._tells_whose(group, before))):
            self._including = len(out)
        out.append(shared(claim, previous))

    def _frame(self, quantity: Quantity, spot: Spot, group: NounGroup | None, previous: NumericClaim | None, before: Spot | None) -> Frame:
        """What stands around a written number."""
        doc = self.doc
        noun = _noun(self.facts, quantity, spot)
        counted = (*self.facts.counted(group), group)[0] if group is not None else None
        if group is not None and counted is not None and (noun == "life" and self.fates.is_saved(counted, group) or noun == "body" and self.fates.is_council(group)):
            noun = plural(noun)  # no death: "saved 12 lives", "the two bodies agreed"
        compared = doc.low[spot.number + 1 : spot.number + 3] in COMPARED  # "33 were killed, 12 more than in January"
        suffers = quantity.kind is QuantityKind.COUNT and not all_but(doc, quantity) and not _is_trait(doc, quantity, noun) and not compared
        cues = self.fates.of(group, spot.number) if group is not None and suffers else ()
        role = self._role(quantity, spot, group, previous, before, cues)
        within = self._told_before(spot) if previous is None else None
        if previous is not None and not compared:
            within = container(self.claims, quantity, role, self._including, told=bool(cues) or group is not None and self.fates.has_role(group))
        return Frame(quantity, "" if compared or _is_borrowed(quantity, noun, cues) else noun, role, cues, within, _named(quantity), self._are_others(quantity, spot), group is not None and any(role is Role.SUBJECT for _, role in first_of(group).roles))

    def _strikes(self, spot: Spot) -> bool:
        """Whether somebody strikes so many times: "have opened fire eight times", not "was hit twice"."""
        clause = self.facts.syntax.clause_of(spot.number)
        return clause is not None and not clause.verb.passive and self.facts.type_of(clause) == "ASSAULT"

    def _told_before(self, spot: Spot) -> Measure | None:
        """The measure of those told of in the sentence before, where "of them" takes them up: "Three of them were children"."""
        taken_up = self.doc.low[spot.number + 1 : spot.number + 3] == ["of", "them"] and len(self.spots) > 1 and self.spots[-2].high == spot.low
        return self.claims[-1].measure if taken_up and self.claims[-1].measure in HARM else None

    def _tells_whose(self, group: NounGroup | None, before: Spot | None) -> bool:
        """Whether a number only tells whose those are whom the one before it counts: "five members of one family, a mother and four children"."""
        whose = group.hangs_on if group is not None and group.preposition >= 0 and self.doc.low[group.preposition] == "of" else None
        return whose is not None and before is not None and whose.number == before.number

    def _opens(self, group: NounGroup, spot: Spot) -> bool:
        """Whether a sentence begins with a number among whom others are: "Among the six who died, four"."""
        low, k = self.doc.low, group.preposition
        return k >= 0 and low[k] in ("among", "of") and not any(map(str.isalnum, low[spot.low : k]))

    def _role(self, quantity: Quantity, spot: Spot, group: NounGroup | None, previous: NumericClaim | None, before: Spot | None, cues: Sequence[Cue]) -> ClaimRole:
        """How a number relates to those before it."""
        own = len(cues) > 0 and not self.fates.of_whole(group, cues[0]) and not self.doc.low[cues[0].at].endswith("ly")  # "30 were hurt, two critically"
        role = role_of(self.doc, quantity, spot, group, previous, before, told=own)
        apart = group is not None and group is not first_of(group) and told_apart(self.facts, group.members, self.figures)
        opened = previous is not None and self._opening is not None and role in (ClaimRole.TOTAL, ClaimRole.INCREMENT) and not exceeds(quantity, self._opening)
        return ClaimRole.SUBSET if apart or opened else role

    def unwritten(self, quantity: Quantity, group: NounGroup, cue: Cue) -> NumericClaim:
        """The claim of a number that no numeral tells."""
        spot = Spot.of(self.doc, quantity)
        role = ClaimRole.SUBSET if is_among(self.doc, group) else ClaimRole.TOTAL
        return self._claim(quantity, spot, group, cue, measure_of_victim(self.doc, cue), role, quantity.rule)

    def _claim(self, quantity: Quantity, spot: Spot, group: NounGroup | None, cue: Cue, measure: Measure, role: ClaimRole, rule: str) -> NumericClaim:
        quote, begin, end = self._credits.covering(quantity.number)
        nobody = quantity.implied and quantity.best == 0
        replaced = self.doc.low[max(0, spot.number - 2) : spot.number] == [",", "not"]  # "14 were killed, not 41"
        held = Factuality.NEGATED if replaced else None if nobody else against(self.facts, group, cue)
        # a gloss is the article's own
        credit = (None, None, None, Factuality.ASSERTED) if quantity.rule == "gloss" else self._credits.of(quote, quantity, spot, cue.at, held)
        source, via, stance, factuality = credit
        seen = cue.at >= 0 and bool(cue.fate or quantity.implied) and gapped(self.facts, group) is None
        return NumericClaim(
            quantity,
            measure,
            source,
            stance,
            factuality,
            self._when.of(quantity, spot, group, cue, quote, begin, end),
            placed(self.facts, group, cue, quantity.kind) or self._reported_in(source, measure),
            whose(self.facts, group, cue, measure) if quantity.rule != "listed victims" else None,  # "three Norlanders and an Osterlander"
            inflicter(self.facts, group, cue, measure),
            role,
            via=via,
            trigger=self.doc.span(cue.at, cue.at + 1) if seen else None,
            rule=rule,
        )

    def _reported_in(self, source: Entity | None, measure: Measure) -> Place | None:
        """Where those are who tell of harm there, no body with its seat, no "doctors at two hospitals": "police in Brod reported four deaths"."""
        mention = source.mention if source is not None and (source.anonymous or source.kind not in SEATED) and measure in HARM else None
        group = self.facts.syntax.group_at(self.doc.at[mention.start]) if mention is not None else None
        seats = self.facts.after(group)[:1] if group is not None and not group.pronoun else []
        return self.facts.places.of(seat for seat in seats if not (self.facts.places.is_site(seat) or self.facts.places.is_named_site(seat)))

    def _are_others(self, quantity: Quantity, spot: Spot) -> bool:
        """Whether a number counts others than the dead told of before it, in its sentence or the one before."""
        low, before = self.doc.low, self.doc.bounds[max(spot.low - 1, 0)][0]
        return not WORD.others.isdisjoint(low[spot.first : spot.last]) and not DIED.isdisjoint(low[before : spot.first])


def _is_borrowed(quantity: Quantity, noun: str, cues: Sequence[Cue]) -> bool:
    """Whether the noun of another sentence cannot suffer the fate: "Twelve bombs went off. At least 54 were killed."."""
    borrowed = quantity.noun is not None and quantity.noun.start < quantity.number.start
    return borrowed and bool(cues) and (cues[0].fate in ONLY_PERSONS or cues[0].fate == "population") and noun not in PERSON


def _noun(facts: Facts, quantity: Quantity, spot: Spot) -> str:
    """The counted noun's singular; of a compound its last part ("hostage-taker"); "" for a toll, which counts something else."""
    doc = facts.doc
    noun = (quantity.unit or "").lower().rsplit(" ", 1)[-1] or _likened(facts, spot)
    if quantity.noun is not None and doc.low[doc.at[quantity.noun.start] - 1] == "aerial":
        return "drone"  # "12 unmanned aerial vehicles"
    if doc.low[spot.number + 1 : spot.number + 3] in STRONG:
        return "soldier" if noun in FACT_NOUNS.force else "person"  # "a 40-strong patrol"
    if noun in PLAIN:
        return noun
    if noun in WORD.tolls and not (noun == "figure" and quantity.noun is not None and doc.at[quantity.noun.start] > spot.number + 1 and doc.low[spot.number + 1] not in HYPHENS):
        return ""  # "a toll of 45"; not "several public figures"
    joint, following = (*doc.low[spot.last : spot.last + 2], "", "")[:2]
    if noun in WORD.dead and joint in ("and", "or") and following in WORD.hurt:
        also = facts.syntax.clause_of(spot.last + 1)
        return "casualty" if also is None or also.verb.word != spot.last + 1 or also.object is None else noun  # not "left three dead and injured another"
    if noun == "round" and joint == "of" and not WORD.talks.isdisjoint(doc.low[spot.last + 1 : spot.last + 3]):
        return "session"
    if noun not in THING and f"{noun}s" in THING:
        return f"{noun}s"  # Abrams
    base, _, figures = noun.rpartition("-")
    if base and figures[:1].isdigit():
        return base if base in THING else "weapon"  # the type of one: MiG-29, Su-34
    return noun if noun in NOUNS else noun.rsplit("-", 1)[-1]


QUALIFYING = ("O", "d", "r", "j", "")
"""Letters of what stands before a noun that is left out: "of the most influential"."""


def _likened(facts: Facts, spot: Spot) -> str:
    """The noun of what a superlative is said of: "the bombing, one of the deadliest since 2003", "the attack was one of the deadliest"."""
    low, first = facts.doc.low, spot.number
    while low[first - 1] in ("one", "of", "the") and first > spot.low:
        first -= 1
    tags, behind = facts.syntax.tags, facts.doc.visible[spot.number + 1]
    end = next((k for k in range(behind, spot.high) if tags[k] not in QUALIFYING), spot.high)
    if "of" not in low[first : behind + 1] or not any(is_superlative(low[k], tags[k]) for k in range(behind, end)):
        return ""
    clause = facts.syntax.clause_of(first)
    above = facts.syntax.subject_of(clause) if clause is not None and clause.predicate == first else None
    above = above or (facts.syntax.group_at(facts.doc.prior[first - 1]) if low[first - 1] in CLOSING else None)
    return singular(low[above.head]) if above is not None else ""


def _is_trait(doc: Document, quantity: Quantity, noun: str) -> bool:
    """Whether a number and its noun only describe another noun ("a nine-storey block"); "a 12-man patrol" counts men, "a six-vehicle convoy" vehicles."""
    if quantity.noun is None or doc.low[doc.at[quantity.noun.start] - 1] not in HYPHENS:
        return False
    return not (noun in FIXED or noun in PERSON or noun in THING or names_person(noun))


def _named(quantity: Quantity) -> bool:
    """Whether the counted noun is a name ("three Taliban"), no abbreviation ("six SUVs")."""
    noun = quantity.noun
    return noun is not None and noun.text[0].isupper() and not noun.text[:-1].isupper()
