"""Which measure a number has: a ladder of rules over its unit, its noun and the fates told around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from conflictkit._models import Bound, ClaimRole, Measure, Quantity, QuantityKind

from ..lexicon.claims import BUILT, FIXED, PERSON, THING, WORD, names_person
from ..speakers.name_words import DEMONYMS
from .spot import NO_CUE, Cue

BY_KIND = {
    QuantityKind.MONEY: Measure.MONEY,
    QuantityKind.SHARE: Measure.SHARE,
    QuantityKind.DURATION: Measure.DURATION,
    QuantityKind.AGE: Measure.AGE,
    QuantityKind.LENGTH: Measure.DISTANCE,
    QuantityKind.AREA: Measure.AREA,
    QuantityKind.MASS: Measure.MASS,
    QuantityKind.RATIO: Measure.RATIO,
}
OF_PERSONS = {
    "killed": Measure.KILLED,
    "lose": Measure.KILLED,
    "wounded": Measure.WOUNDED,
    "casualties": Measure.CASUALTIES,
    "missing": Measure.MISSING,
    "captured": Measure.CAPTURED,
    "seized": Measure.CAPTURED,
    "held": Measure.CAPTURED,
    "released": Measure.RELEASED,
    "displaced": Measure.DISPLACED,
    "returned": Measure.DISPLACED,
    "sheltered": Measure.DISPLACED,
    "eliminated": Measure.KILLED,
    "disabled": Measure.WOUNDED,
    "people": Measure.PEOPLE,
    "population": Measure.POPULATION,
    "troops": Measure.TROOPS,
}
"""Fate -> measure of the persons who have it."""
OF_BODIES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING})
"""Measures of nouns that tell a fate: deaths, injuries, casualties."""
OF_THINGS = frozenset({"lost", "lose", "disabled", "eliminated", "taken", "seized", "intercepted", "captured"})
"""Fates by which a thing is lost."""
ONLY_PERSONS = frozenset({"killed", "wounded", "casualties", "captured", "displaced"})
"""Fates that show that an unknown noun names persons."""
KEPT = {
    Measure.CAPTURED: frozenset({"captured", "seized", "population", "displaced", "lose"}),
    Measure.DISPLACED: frozenset({"displaced", "population", "released", "lose"}),
    Measure.TROOPS: frozenset({"population", "displaced"}),
}
"""Measures of nouns that these fates leave as they are."""
OLDER = {"displaced": "wounded", "population": "displaced"}
"""Fate -> the one that those have already whom it befalls: "12 wounded people were evacuated", "home to 400 displaced people"."""
NONE: frozenset[str] = frozenset()
ARMIES, FEW = tuple(WORD.armies), 12
"""Words for armies, and no more of them meet: "thousands of armed forces" are men."""
MONEYED = frozenset({"billions", "millions", "trillions"})
"""So many that one has or spends are rather money."""


class Frame(NamedTuple):
    """What stands around a number."""

    quantity: Quantity
    noun: str
    """The counted noun's singular; "" where there is none."""
    role: ClaimRole
    cues: Sequence[Cue]
    """The fates told, the surest first."""
    container: Measure | None
    """Measure of the number that this one is part of, or shares its noun with."""
    named: bool
    """Whether the noun is a name: "three Taliban"."""
    others: bool
    """Whether they are others than the dead of their sentence: "one man died and four others were shot"."""
    subject: bool = False
    """Whether a clause is about them."""


Answer = tuple[Measure, Cue]


def unit(frame: Frame) -> Answer | None:
    """A percent, a kilometre, a euro."""
    measure = BY_KIND.get(frame.quantity.kind)
    return (measure, NO_CUE) if measure is not None else None


def noun_that_tells(frame: Frame) -> Answer | None:
    """ "12 deaths", "four airstrikes", "two brigades"."""
    measure = FIXED.get(frame.noun)
    if measure is None:
        return None
    cue = frame.cues[0] if frame.cues else NO_CUE
    died = measure is Measure.WOUNDED and cue.fate == "killed" and cue.how in ("verb", "event")  # "three of the wounded died"
    return (Measure.KILLED if died else measure), cue


def what_is_built(frame: Frame) -> Answer | None:
    """ "two bridges", "dozens of villages", destroyed or not."""
    measure = BUILT.get(frame.noun)
    return (measure, frame.cues[0] if frame.cues else NO_CUE) if measure is not None else None


def thing(frame: Frame) -> Answer | None:
    """ "22 tanks": equipment, lost where a verb takes or destroys it; "40 drones": munitions, or intercepted, which nobody is ("two were shot down")."""
    measure = Measure.MUNITIONS if not frame.noun and frame.cues and frame.cues[0].fate == "intercepted" else THING.get(frame.noun)
    if measure is None:
        return None
    for cue in frame.cues:
        if measure is Measure.MUNITIONS and cue.fate == "intercepted":
            return Measure.INTERCEPTED, cue
        if cue.fate in OF_THINGS or cue.how == "toll" and cue.fate == "casualties":  # "losses came to 12 tanks"
            return Measure.EQUIPMENT_LOST, cue
    if frame.role is ClaimRole.SUBSET and frame.container in (Measure.EQUIPMENT_LOST, Measure.INTERCEPTED):
        return frame.container, NO_CUE
    return measure, NO_CUE


def fate_of_persons(frame: Frame) -> Answer | None:
    """ "killing 12 soldiers", "four men died", "12 were wounded": also of an unknown noun, where only persons can suffer it; not "killed 80 cows"."""
    if not frame.cues or _counts_no_persons(frame):
        return None
    base = PERSON.get(frame.noun)
    known = base is not None or not frame.noun or frame.named or names_person(frame.noun)
    for cue in frame.cues:
        if _befalls_others(frame, cue, base):
            continue
        if cue.fate == "returned" and base in (Measure.CAPTURED, Measure.TROOPS):
            return Measure.RELEASED, cue
        if known or cue.fate in ONLY_PERSONS:
            return (Measure.WOUNDED if cue.fate == "casualties" and frame.others else OF_PERSONS[cue.fate]), cue
    return None


def _counts_no_persons(frame: Frame) -> bool:
    """Whether a number is one of animals, or none of whole persons: "losses in the millions"."""
    q = frame.quantity
    if frame.noun in WORD.animal or isinstance(q.best, float) and not q.best.is_integer():
        return True
    return frame.cues[0].how == "toll" and not frame.noun and q.number.text.lower() in MONEYED


def _befalls_others(frame: Frame, cue: Cue, base: Measure | None) -> bool:
    """Whether a fate is none of persons of this kind, or an older one than their state tells."""
    if cue.fate not in OF_PERSONS or base is not None and (cue.fate == "people" or cue.fate in KEPT.get(base, NONE)):
        return True
    if cue.fate == "population" and base is Measure.PEOPLE and frame.noun not in WORD.inhabitant:
        return True
    if cue.fate in OLDER and any(other.fate == OLDER[cue.fate] and other.how == "state" for other in frame.cues):
        return True
    return cue.fate == "displaced" and frame.noun in WORD.fleeing or cue.fate == "disabled" and base is None


def part_of_another(frame: Frame) -> Answer | None:
    """ "12 people were killed, including two children", "93 killed ... 30 of them in a crash"."""
    if frame.container in (None, Measure.OTHER) or frame.noun in THING:
        return None
    assert frame.container is not None
    return frame.container, NO_CUE


def person_noun(frame: Frame) -> Answer | None:
    """ "300 protesters", "170,000 troops", not "two armies"; a people ("two Poles", not "two poles") or an unknown noun with the ending of a person."""
    base = PERSON.get(frame.noun)
    q = frame.quantity
    if base is Measure.TROOPS and (q.best or q.high or 0) <= FEW and q.span.text.lower().endswith(ARMIES):
        return Measure.OTHER, NO_CUE
    if base is not None:
        return base, NO_CUE
    if frame.named and frame.noun in DEMONYMS or names_person(frame.noun):
        return Measure.PEOPLE, NO_CUE
    return None


def destroyed(frame: Frame) -> Answer | None:
    """An unknown thing that a verb destroys."""
    for cue in frame.cues:
        if cue.fate in ("lost", "disabled") and frame.noun:
            return Measure.EQUIPMENT_LOST, cue
    return None


def bare_crowd(frame: Frame) -> Answer | None:
    """Many of whom no noun tells are persons: "a town where thousands are trapped"; not "spent millions"."""
    q = frame.quantity
    word = q.number.text.lower().rsplit(" ", 1)[-1]
    vague = q.bound is Bound.VAGUE and q.noun is None and not frame.noun and word.endswith("s")
    return (Measure.PEOPLE, NO_CUE) if vague and (frame.subject or word not in MONEYED) else None


LADDER: tuple[tuple[str, Callable[[Frame], Answer | None]], ...] = (
    ("unit", unit),
    ("noun that tells", noun_that_tells),
    ("what is built", what_is_built),
    ("thing", thing),
    ("fate of persons", fate_of_persons),
    ("part of another", part_of_another),
    ("person noun", person_noun),
    ("destroyed", destroyed),
    ("bare crowd", bare_crowd),
)
"""The rules by name; the first that answers wins."""


def measure_of(frame: Frame) -> tuple[Measure, Cue, str]:
    """The measure, the word that told it, and the rule's name."""
    for name, rule in LADDER:
        answer = rule(frame)
        if answer is not None:
            return *answer, name
    return Measure.OTHER, NO_CUE, "other"
