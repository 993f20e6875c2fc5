"""The records and enumerations that a report consists of: frozen, hashable, comparable values."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache
from typing import Any

from attrs import NOTHING, field, fields, frozen

Number = int | float


class Word(StrEnum):
    """A member prints as its value and is shown as the expression that makes it: ``Measure.KILLED``."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def about(text: str) -> dict[str, str]:
    """What a field says, as its metadata: the JSON Schema and the API page show it."""
    return {"about": text}


RULE = about("Name of the rule that made this record.")


def brief(record: object) -> str:
    """A record as the expression that makes it, defaults left out."""
    given = [(f.name, getattr(record, f.name)) for f in fields(type(record)) if f.default is NOTHING or getattr(record, f.name) != f.default]  # type: ignore[arg-type]
    return f"{type(record).__name__}({', '.join(f'{name}={value!r}' for name, value in given)})"


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The names of the fields that a record is made with."""
    return tuple(f.name for f in fields(kind) if f.init)


class QuoteKind(Word):
    """How the words are reported."""

    DIRECT = "direct"  # every word stands between quote marks
    MIXED = "mixed"  # some words stand between quote marks
    INDIRECT = "indirect"  # no quote marks


class Stance(Word):
    """What the source does with the words, read from the cue."""

    SAID = "said"  # neutral: said, told, wrote, according to
    CLAIMED = "claimed"  # claimed, alleged, insisted, boasted
    CONFIRMED = "confirmed"  # confirmed, acknowledged, admitted
    DENIED = "denied"  # denied, rejected, refuted, disputed
    ACCUSED = "accused"  # accused, blamed, condemned, criticised
    WARNED = "warned"  # warned, threatened, cautioned
    ESTIMATED = "estimated"  # estimated, assessed, predicted, believed
    ASKED = "asked"  # asked, wondered, queried
    ORDERED = "ordered"  # ordered, urged, called on, demanded
    PROMISED = "promised"  # promised, pledged, vowed
    PRAISED = "praised"  # praised, welcomed, hailed
    SUGGESTED = "suggested"  # suggested, hinted, implied
    DECLINED = "declined"  # declined to say, would not confirm

class EntityKind(Word):
    """What sort of thing speaks, acts, suffers or owns."""

    PERSON = "person"  # one human being, named or not
    GROUP = "group"  # several people: officials, residents, two soldiers
    ORGANIZATION = "organization"  # company, institute, agency, party, international body
    GOVERNMENT = "government"  # a state, its capital, a ministry, "the authorities"
    MILITARY = "military"  # an army, a command, a unit, an armed group
    MEDIA = "media"  # an outlet or agency
    DOCUMENT = "document"  # a statement, report, video or poll without a plain issuer
    THING = "thing"  # a weapon, a vehicle, a building, a blast
    UNKNOWN = "unknown"


class Bound(Word):
    """How the wording bounds a number."""

    EXACT = "exact"  # 43: low 43, best 43, high 43
    ABOUT = "about"  # about, some, around: only best is set
    AT_LEAST = "at_least"  # low and best are set
    MORE_THAN = "more_than"  # low and best are set; low itself is excluded
    AT_MOST = "at_most"  # up to, as many as: best and high are set
    LESS_THAN = "less_than"  # fewer than, nearly, almost: best and high are set
    RANGE = "range"  # low and high are set
    VAGUE = "vague"  # dozens, hundreds: low and high are set by convention


class QuantityKind(Word):
    """What sort of quantity the unit makes it."""

    COUNT = "count"
    SHARE = "share"  # percent, or a fraction of a whole
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    DURATION = "duration"
    AGE = "age"
    RATIO = "ratio"  # three times, 5 to 1, doubled
    OTHER = "other"


class Measure(Word):
    """What a numeric claim is about, as the annotation guide divides it."""

    TROOPS = "troops"  # people under arms present, deployed, sent, trained; gunmen. Not losses
    KILLED = "killed"  # dead, also by disease
    WOUNDED = "wounded"
    CASUALTIES = "casualties"  # killed and wounded together, dead or missing, "losses"
    MISSING = "missing"
    CAPTURED = "captured"  # arrested, detained, abducted, prisoners, surrendered
    RELEASED = "released"
    DISPLACED = "displaced"  # refugees, fled, evacuated, returned
    POPULATION = "population"  # residents; civilians who live or remain somewhere
    PEOPLE = "people"  # any other persons: protesters, voters, staff, accused
    EQUIPMENT = "equipment"  # weapons, vehicles, aircraft, ships held, sent or used
    EQUIPMENT_LOST = "equipment_lost"  # destroyed, damaged, hit, shot down, captured; weapons caches
    MUNITIONS = "munitions"  # missiles, shells, bombs, drones, shots fired
    INTERCEPTED = "intercepted"  # munitions shot down or jammed
    ATTACKS = "attacks"  # strikes, clashes, raids, blasts, missions
    STRUCTURES = "structures"  # buildings, hospitals, tunnels, positions, bridges, routes
    SETTLEMENTS = "settlements"
    AREA = "area"
    DISTANCE = "distance"
    MONEY = "money"
    SHARE = "share"
    RATIO = "ratio"
    MASS = "mass"
    DURATION = "duration"
    AGE = "age"
    OTHER = "other"  # anything else that is counted: tactical units, charges, barrels


class ClaimRole(Word):
    """How a number relates to the others about the same thing."""

    TOTAL = "total"
    INCREMENT = "increment"  # another 12, three more
    SUBSET = "subset"  # including two children: never added to its total
    PART = "part"  # the 14 in "14 of 16"


class TimexType(Word):
    """The types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(Word):
    """The modifiers of TIMEX3 (ISO-TimeML)."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Grain(Word):
    """The unit of time that an expression names."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class EventKind(Word):
    """The sixteen event types of PLOVER (openeventdata/PLOVER, manual draft 2.0)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class DateSource(Word):
    """Where an event's date comes from."""

    TEXT = "text"  # a date expression of the same sentence governs the trigger
    INHERITED = "inherited"  # an expression of an earlier sentence
    PUBLICATION = "publication"  # told as the news of the day: the day of publication
    UNKNOWN = "unknown"  # nothing dates it


class Factuality(Word):
    """Whether an event or a number is said to hold."""

    ASSERTED = "asserted"  # the article itself says so, or presupposes it
    CLAIMED = "claimed"  # inside somebody's reported words
    NEGATED = "negated"  # said not to be so: "no soldier was killed", "denied losing 12 tanks"
    DOUBTED = "doubted"  # unclear whether, could not be verified, rumoured
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"  # would, could, if


class Salience(Word):
    """Whether an incident is what the report is about."""

    CORE = "core"
    BACKGROUND = "background"


HAPPENED = frozenset({Factuality.ASSERTED, Factuality.CLAIMED})
"""What is said to hold; the rest is counted in no sum, toll or export."""


@frozen
class Span:
    """A stretch of the text: code points ``start`` to ``end`` (exclusive), with ``text[start:end] == span.text``."""

    start: int = field(metadata=about("First code point of the text."))
    end: int = field(metadata=about("The code point after the last."))
    text: str = field(metadata=about("The words there."))

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.text!r})"


@frozen
class Entity:
    """Who or what speaks, acts, suffers or owns."""

    mention: Span | None = field(metadata=about('As written at this place ("he", "the rebels"); None for the source of a quote that stands alone.'))
    name: str | None = field(metadata=about('Resolved within the document ("George Barros"); for the unnamed the phrase of first mention; None if it cannot be told.'))
    kind: EntityKind = EntityKind.UNKNOWN
    anonymous: bool = field(default=False, metadata=about("True when no name is known and the entity is no identifiable institution."))
    role: str | None = field(default=None, metadata=about('Title or function as the text gives it ("Ukrainian President").'))

    __repr__ = brief


@frozen
class Place:
    """Where something is said to have happened or to hold."""

    mention: Span = field(metadata=about('As written at this place ("the town of Goma").'))
    name: str = field(metadata=about('Without "the city of" and the like ("Goma"); of "the city" that which is meant; of a site its phrase ("market").'))
    within: tuple[str, ...] = field(default=(), metadata=about('The larger places that the text puts it in, from the inside out ("North Kivu").'))

    __repr__ = brief


def entity(mention: Span | None) -> Entity | None:
    """Somebody or something of whom no more is known than the words."""
    return None if mention is None else Entity(mention, mention.text)


def place_of(mention: Span | None) -> Place | None:
    """A place of which no more is known than the words."""
    return None if mention is None else Place(mention, mention.text)


def _name(one: Entity | Place | None) -> str | None:
    return one.name if one is not None else None


@frozen
class Quote:
    """Words attributed to a source."""

    content: tuple[Span, ...] = field(metadata=about('What is said; a split quote has several spans. Direct content includes its marks, indirect content a leading "that".'))
    kind: QuoteKind
    cue: Span | None = field(metadata=about("The verb or expression that attributes; None for a quote that stands alone."))
    stance: Stance
    source: Entity | None
    via: Entity | None = field(default=None, metadata=about('Who relays the words: Reuters in "Reuters quoted the governor as saying".'))
    rule: str = field(default="", metadata=RULE)

    __repr__ = brief

    @property
    def source_name(self) -> str | None:
        """Name of the source; None where there is none."""
        return _name(self.source)


@frozen
class Quantity:
    """A number of the text with its bound, its unit and what it counts."""

    span: Span = field(metadata=about("From the modifier to the counted noun."))
    number: Span = field(metadata=about('The numeral words; of an implied quantity the determiner, name or "no" that stands for the figure.'))
    low: Number | None = field(metadata=about("The least that the wording allows; None where it is open downwards."))
    best: Number | None = field(metadata=about("The figure named; None for ranges and vague words."))
    high: Number | None = field(metadata=about("The most that the wording allows; None where it is open upwards."))
    bound: Bound
    unit: str | None = field(metadata=about("Canonical: \"percent\", \"USD\", \"kilometer\"; for counts the counted noun's singular."))
    noun: Span | None = field(metadata=about("The counted head noun, or the unit as written."))
    kind: QuantityKind = QuantityKind.COUNT
    per: str | None = field(default=None, metadata=about('Unit of a rate: "day".'))
    of: Number | None = field(default=None, metadata=about('The whole, in "14 of 16".'))
    implied: bool = field(default=False, metadata=about('True when no numeral is written: "a soldier was killed" (1), "no casualties" (0), "several" (3 or more). Such quantities stand in claims only.'))
    rule: str = field(default="", metadata=RULE)

    __repr__ = brief


@frozen
class DateExpression:
    """A temporal expression, read by the conventions of TIMEX3 (ISO-TimeML)."""

    span: Span
    timex_type: TimexType
    timex_value: str = field(metadata=about('TIMEX3 value; "" when it cannot be resolved.'))
    mod: Mod | None = None
    first: dt.date | None = field(default=None, metadata=about("First day of the interval, inclusive; None when unresolved."))
    last: dt.date | None = field(default=None, metadata=about('Last day of the interval, inclusive; None when unresolved, or when it goes on ("since March").'))
    grain: Grain | None = None
    relative: bool = field(default=False, metadata=about("True when the value depends on the publication date or on an earlier expression."))
    rule: str = field(default="", metadata=RULE)

    __repr__ = brief


@frozen
class NumericClaim:
    """A number as an attributed claim."""

    quantity: Quantity
    measure: Measure
    source: Entity | None = field(metadata=about("Who is credited, the innermost of several; None when the article itself states it."))
    stance: Stance | None = field(metadata=about('What the source does with the number; without a source how the article vouches for it ("reportedly": claimed), None if it plainly states it.'))
    factuality: Factuality = field(default=Factuality.ASSERTED, metadata=about('Whether the number is said to hold: "denied losing 12 tanks" has stance denied and factuality negated.'))
    when: DateExpression | None = field(default=None, metadata=about("The date the number holds for, where its sentence says it."))
    place: Place | None = None
    side: Entity | None = field(default=None, metadata=about("Whose troops, whose losses."))
    inflicted_by: Entity | None = None
    role: ClaimRole = ClaimRole.TOTAL
    part_of: Span | None = field(default=None, metadata=about('The number it is part of: the 16 of "14 of 16".'))
    previous: Span | None = field(default=None, metadata=about('The number it replaces, itself a claim: the 12 of "rose from 12 to 19". Sums leave out what another claim names here.'))
    via: Entity | None = field(default=None, metadata=about("Who relays the source's number."))
    trigger: Span | None = field(default=None, metadata=about('The word that tells the measure ("killed"); an event told by it has the same trigger.'))
    rule: str = field(default="", metadata=RULE)

    __repr__ = brief

    @property
    def source_name(self) -> str | None:
        """Name of the source; None where there is none."""
        return _name(self.source)

    @property
    def side_name(self) -> str | None:
        """Name of the side; None where there is none."""
        return _name(self.side)

    @property
    def inflicted_by_name(self) -> str | None:
        """Name of whoever inflicted it; None where there is none."""
        return _name(self.inflicted_by)

    @property
    def place_name(self) -> str | None:
        """Name of the place; None where there is none."""
        return _name(self.place)


@frozen
class DatedEvent:
    """Something that happened, is planned or denied, with its date."""

    trigger: Span
    kind: EventKind | None = field(metadata=about("PLOVER event type; None for events outside that scheme."))
    mode: str | None = field(metadata=about('PLOVER mode within the type ("aerial", "ceasefire").'))
    when: DateExpression | None = field(metadata=about("The expression that dates it, in whichever sentence; None when it is undated or dated by publication."))
    first: dt.date | None = field(metadata=about("First day of the interval, inclusive; None when unresolved."))
    last: dt.date | None = field(metadata=about("Last day of the interval, inclusive; None when unresolved."))
    date_precision: int | None = field(metadata=about("UCDP GED: 1 exact day, 2 two to six days, 3 a week, 4 a month or 8 to 30 days, 5 longer; None when unresolved."))
    date_source: DateSource
    factuality: Factuality
    source: Entity | None = field(default=None, metadata=about("Who tells of it, where it stands in reported words."))
    actor: Entity | None = field(default=None, metadata=about("Who does it."))
    target: Entity | None = field(default=None, metadata=about("Who or what suffers it or is addressed."))
    place: Place | None = None
    means: Span | None = field(default=None, metadata=about('What it is done with ("drone", "car bomb").'))
    rule: str = field(default="", metadata=RULE)

    __repr__ = brief

    @property
    def source_name(self) -> str | None:
        """Name of the source; None where there is none."""
        return _name(self.source)

    @property
    def actor_name(self) -> str | None:
        """Name of the actor; None where there is none."""
        return _name(self.actor)

    @property
    def target_name(self) -> str | None:
        """Name of the target; None where there is none."""
        return _name(self.target)

    @property
    def place_name(self) -> str | None:
        """Name of the place; None where there is none."""
        return _name(self.place)


@frozen
class Toll:
    """What an incident cost by one measure, over all voices of the report."""

    measure: Measure
    low: Number | None = field(metadata=about("The least that a claim allows."))
    best: Number | None = field(metadata=about("The figure of the claim that tells most plainly."))
    high: Number | None = field(metadata=about("The most that a claim allows."))
    claims: tuple[NumericClaim, ...] = field(default=(), metadata=about("The claims it is made of, in text order."))

    __repr__ = brief


@frozen
class Incident:
    """One thing that happened, as a coder enters it in one row; told by events and claims of the report."""

    kind: EventKind | None
    mode: str | None = field(metadata=about("PLOVER mode within the type."))
    sub_event_type: str | None = field(metadata=about("ACLED sub-event type (Codebook 2024); None where ACLED has none."))
    first: dt.date | None = field(metadata=about("First day of the interval, inclusive; None when unresolved."))
    last: dt.date | None = field(metadata=about("Last day of the interval, inclusive; None when unresolved."))
    date_precision: int | None = field(metadata=about("As of :class:`DatedEvent`."))
    place: Place | None = None
    actors: tuple[Entity, ...] = ()
    targets: tuple[Entity, ...] = ()
    means: Span | None = None
    factuality: Factuality = Factuality.ASSERTED
    tolls: tuple[Toll, ...] = ()
    events: tuple[DatedEvent, ...] = field(default=(), metadata=about("The mentions, in text order: records of the report, not copies."))
    claims: tuple[NumericClaim, ...] = field(default=(), metadata=about("The numbers told of it, in text order: records of the report, not copies."))
    salience: Salience = Salience.CORE
    rule: str = field(default="", metadata=RULE)

    __repr__ = brief


@frozen
class Dateline:
    """The head of a wire report: "GOMA, Congo, Nov 5 (Reuters) -"."""

    span: Span
    place: Place | None = None
    day: DateExpression | None = None
    agency: str | None = field(default=None, metadata=about("The agency that it names."))

    __repr__ = brief
