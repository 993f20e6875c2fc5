"""The type of an incident, from all words that tell of it: the one place where an ACLED sub-event type and a PLOVER mode are decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from conflictkit._models import DatedEvent, Entity, EntityKind, EventKind
from conflictkit._tables import word_list

from ..grammar.lemmas import lemma_of
from ..lexicon.facts import singular
from ..speakers.name_words import NATIONS
from ..tables import TABLES

TABLE = TABLES.incidents
"""Nouns of acts, determiners, cues of what is told apart, words of types."""


class Type(NamedTuple):
    """What is decided of an incident: PLOVER type and mode, ACLED sub-event type."""

    kind: EventKind | None
    mode: str | None
    sub_event: str | None


class Step(NamedTuple):
    """One step of the ladder: it applies where each of its needs is told and none of what it excludes."""

    name: str
    sub_event: str | None
    needs: tuple[str, ...]
    """Classes of words, or of events as "COERCE/arrest", "first ASSAULT/abduct"; alternatives joined by "|"."""
    never: tuple[str, ...] = ()


LADDER: tuple[Step, ...] = (
    Step("chemical weapon", "Chemical weapon", ("chemical", "ASSAULT"), ("riot", "accident")),
    Step("suicide bomb", "Suicide bomb", ("suicide|by suicide", "ASSAULT")),
    Step("sexual violence", "Sexual violence", ("sexual|ASSAULT/sexual", "ASSAULT|COERCE"), ("air",)),
    Step("shots at protesters", "Excessive force against protesters", ("protest|crowd", "harm", "ASSAULT", "by state|on protest|on crowd"), ("rebel", "riot", "suicide", "bomb", "air")),
    Step("crackdown with deaths", "Excessive force against protesters", ("protest|crowd", "crackdown", "state"), ("rebel", "riot", "suicide", "bomb", "air")),
    Step("violent demonstration", "Violent demonstration", ("protest|crowd", "riot"), ("rebel", "air", "shell", "suicide")),
    Step("riot", "Violent demonstration", ("rioters",), ("rebel", "air", "shell", "suicide")),
    Step("mob", "Mob violence", ("mob",), ("rebel", "air", "shell")),
    Step("protest with intervention", "Protest with intervention", ("protest|crowd", "disperse"), ("rebel", "bomb", "air", "abduct")),
    Step("protest", "Peaceful protest", ("protest", "PROTEST|COERCE|ASSAULT"), ("rebel", "bomb", "air", "abduct", "attack", "shell")),
    Step("crowd", "Peaceful protest", ("crowd", "PROTEST"), ("rebel", "bomb", "air", "abduct", "attack", "shell")),
    Step("drones and missiles shot down", "Disrupted weapons use", ("parry", "first on drone|first on shell")),
    Step("weapons found", "Disrupted weapons use", ("disrupt", "weapon", "COERCE"), ("harm", "on land", "air")),
    Step("bombs destroyed", "Disrupted weapons use", ("first ASSAULT/destroy|COERCE|RETREAT/disarm", "first on bomb"), ("harm",)),
    Step("abduction", "Abduction/forced disappearance", ("first ASSAULT/abduct",)),
    Step("territory that rebels take", "Non-state actor overtakes territory", ("rebel takes",), ("state takes",)),
    Step("territory taken by another state", "Non-state actor overtakes territory", ("nation takes",), ("rebel", "regain", "government")),
    Step("territory that the state takes", "Government regains territory", ("state takes",)),
    Step("drone strike", "Air/drone strike", ("drone", "ASSAULT"), ("take",)),
    Step("air strike", "Air/drone strike", ("air", "ASSAULT")),
    Step("aircraft that attack", "Air/drone strike", ("by aircraft", "ASSAULT")),
    Step("aircraft shot down", "Armed clash", ("on aircraft", "ASSAULT"), ("bomb", "abduct", "accident")),
    Step("bombs from aircraft", "Air/drone strike", ("aircraft", "bombed", "ASSAULT"), ("on aircraft", "by rebel")),
    Step("territory taken by rebels", "Non-state actor overtakes territory", ("takes|take", "land", "rebel"), ("state", "free")),
    Step("territory taken", "Government regains territory", ("takes|take", "land")),
    Step("grenade", "Grenade", ("grenade", "ASSAULT"), ("shell", "does clash", "device")),
    Step("shelling", "Shelling/artillery/missile attack", ("shell", "ASSAULT"), ("does clash", "device")),
    Step("bomb", "Remote explosive/landmine/IED", ("does bomb|by bomb", "bomb", "ASSAULT"), ("accident",)),
    Step("abduction told", "Abduction/forced disappearance", ("abduct|hostage", "ASSAULT|COERCE"), ("harm",)),
    Step("withdrawal", "Non-violent transfer of territory", ("leave", "land|leaves", "RETREAT"), ("ASSAULT", "RETREAT/release")),
    Step("agreement", "Agreement", ("agree", "peace|rebel", "AGREE|COOPERATE|RETREAT"), ("ASSAULT",)),
    Step("arrests", "Arrests", ("COERCE/arrest",), ("harm",)),
    Step("arrests for what was done", "Arrests", ("first COERCE/arrest",), ("ASSAULT", "PROTEST")),
    Step("property", "Looting/property destruction", ("loot", "property"), ("harm",)),
    Step("strike", "Air/drone strike", ("strike", "ASSAULT", "by state|by nation"), ("mob", "protest", "gun")),
    Step("clash", "Armed clash", ("does clash", "ASSAULT")),
    Step("bomb told", "Remote explosive/landmine/IED", ("bomb", "ASSAULT"), ("accident", "does gun")),
    Step("attack on people who are named first", "Attack", ("first on civil", "ASSAULT"), ("first on armed_target", "first on rebel", "first ASSAULT/destroy", "accident")),
    Step("attack on armed men", "Armed clash", ("on armed_target|on rebel|on assailant", "ASSAULT"), ("on government", "accident")),
    Step("destruction", "Looting/property destruction", ("first ASSAULT/destroy", "on property"), ("harm",)),
    Step("attack on people", "Attack", ("on civil", "ASSAULT"), ("accident",)),
    Step("attack on a village", "Attack", ("on settled", "by rebel", "ASSAULT"), ("state", "does offensive")),
    Step("offensive", "Armed clash", ("does offensive", "ASSAULT")),
    Step("attack on civilians", "Attack", ("civil", "ASSAULT"), ("armed_target", "accident")),
    Step("armed clash", "Armed clash", ("by state", "rebel", "ASSAULT"), ("accident",)),
    Step("advance", "Armed clash", ("by state", "ASSAULT"), ("accident", "civil", "harm", "loot", "on crowd", "on protest")),
    Step("armed clash of rebels", "Armed clash", ("by rebel", "armed_target", "ASSAULT"), ("accident",)),
    Step("attack", "Attack", ("ASSAULT",), ("accident",)),
    Step("base", "Headquarters or base established", ("build", "base", "MOBILIZE|COOPERATE")),
    Step("change to a group", "Change to group/activity", ("MOBILIZE",)),
    Step("change of side", "Change to group/activity", ("RETREAT", "defect")),
)
"""The first step that applies; the severe and the rare forms come first."""

RIVAL = {"rebel": "state", "state": "rebel"}
"""Who loses ground -> who takes it."""

NEEDS = tuple([need.split("|") for need in step.needs] for step in LADDER)
"""The alternatives of the needs of each step."""
BY_NEED: dict[str, list[int]] = {}
"""Class or event -> the steps whose first need it meets."""
for _n, _needs in enumerate(NEEDS):
    for _need in _needs[0]:
        BY_NEED.setdefault(_need, []).append(_n)

MODES = {
    "Chemical weapon": "unconventional",
    "Suicide bomb": "suicide-attack",
    "Sexual violence": "sexual",
    "Abduction/forced disappearance": "abduct",
    "Grenade": "explosives",
    "Remote explosive/landmine/IED": "explosives",
    "Shelling/artillery/missile attack": "heavy-weapons",
}
"""The PLOVER mode that a sub-event type of violence means."""


CLASSES: dict[str, set[str]] = {}
"""Word or pair of words -> the classes it is of."""
for _name, _entry in TABLE.type.items():
    for _word in word_list(_entry, f"type.{_name}"):
        CLASSES.setdefault(_word, set()).add(_name)
NOTHING: frozenset[str] = frozenset()
WORDY = re.compile(r"[^\W_]").match
FIRST_OF_PAIR = frozenset(pair.split(" ")[0] for pair in CLASSES if " " in pair)


@lru_cache(maxsize=50_000)
def _of_word(word: str, before: str = "") -> frozenset[str]:
    """The classes of a word, its lemma and its singular, alone or behind another word."""
    found: set[str] = set().union(*(CLASSES.get(before + form, set()) for form in {word, lemma_of(word), singular(word)}))
    return frozenset(found) if found else NOTHING


def told_in(words: Sequence[str]) -> frozenset[str]:
    """The classes of words that a part of the text tells; marks between two words do not part them."""
    found = NOTHING.union(*map(_of_word, words))
    if FIRST_OF_PAIR.isdisjoint(words):
        return found
    said = list(filter(WORDY, words))
    return found.union(*[_of_word(said[n + 1], f"{said[n]} ") for n in compress(range(len(said) - 1), map(FIRST_OF_PAIR.__contains__, said))])


FROM_AFAR = frozenset({"air", "shell"})
FROM_AIR, BOMBED = frozenset({"air"}), frozenset({"bomb"})
DEEDS: dict[str, frozenset[str]] = {
    "parry": frozenset({"air", "shell"}),
    "suicide": BOMBED,
    "bomb": frozenset({"bomb", "air", "shell"}),
    "drone": FROM_AIR,
    "air": FROM_AIR,
    "strike": frozenset({"air", "shell"}),
    "shell": frozenset({"shell"}),
    "take": frozenset({"ground"}),
    "occupy": frozenset({"ground"}),
    "drive": frozenset({"ground"}),
    "abduct": frozenset({"abduct"}),
    "protest": frozenset({"protest"}),
    "clash": frozenset({"gun", "ground"}),
    "offensive": frozenset({"gun", "ground"}),
    "gun": frozenset({"gun"}),
}
"""Class of the word that tells an act -> what sorts of act it can be: a blast may be a bomb's or a rocket's. The first that applies."""
AIRCRAFT = frozenset({"air", "aircraft", "drone"})
RIOT = frozenset({"protest", "gun"})
"""What a crowd does may be a protest or a clash."""


def deeds_of(words: Sequence[str], events: Iterable[DatedEvent]) -> frozenset[str]:
    """What sorts of act a trigger's words tell of, and who or what does it; nothing where any may be meant ("attack", "killed")."""
    told = told_in(words)
    by = told_in([word for event in events if event.kind is EventKind.ASSAULT for word in _doer(event)])
    if "suicide" in by or "parry" not in told and not AIRCRAFT.isdisjoint(by):
        return BOMBED if "suicide" in by else FROM_AIR
    if "gun" in by and "strike" in told:
        return DEEDS["gun"]  # "a bullet struck him"
    if "hostage" in told and any(event.mode == "abduct" for event in events):
        return DEEDS["abduct"]
    sorts = [*filter(told.__contains__, DEEDS), *filter((by & BOMBED).__contains__, DEEDS)]
    return DEEDS[sorts[0]] if sorts else RIOT if any(event.kind is EventKind.PROTEST for event in events) else NOTHING


def _doer(event: DatedEvent) -> list[str]:
    """The words of who acts and of what is used."""
    return [*words_by(event.actor), *(event.means.text.lower().split() if event.means is not None else ())]


def type_of(events: Sequence[DatedEvent], told: set[str], does: Iterable[str] = ()) -> Type:
    """The type of an incident that these events tell of, in words of the classes that are told; ``does`` are those of the triggers."""
    kinds = [event.kind for event in events if event.kind is not None]
    modes = [event.mode for event in events if event.mode is not None]
    features = told.union(map(str, kinds), map("does ".__add__, does))
    for event in events:
        doer, whom = words_by(event.actor), words_by(event.target)
        by, on = told_in(doer), told_in(whom)
        features.update(map("by ".__add__, by), map("on ".__add__, on), _takers(event, doer, on))
        if event.mode:
            features.add(f"{event.kind}/{event.mode}")
        if event is events[0]:
            features.update(map("first on ".__add__, on), (f"first {event.kind}/{event.mode}",))
        if not NATIONS.keys().isdisjoint(doer):
            features.add("by nation")
    sub_event = _step(features)
    kind = EventKind.ASSAULT if EventKind.ASSAULT in kinds and "first PROTEST/strike" not in features else max(dict.fromkeys(kinds), key=kinds.count, default=None)
    return Type(kind, _mode(kind, modes, sub_event, told), sub_event)


def _step(features: set[str]) -> str | None:
    """The sub-event type of the first step of the ladder that applies, of those whose first need is told."""
    near = sorted({n for need in features.intersection(BY_NEED) for n in BY_NEED[need]})
    return next((LADDER[n].sub_event for n in near if not any(map(features.isdisjoint, NEEDS[n])) and features.isdisjoint(LADDER[n].never)), None)


def _takers(event: DatedEvent, doer: Sequence[str], taken: frozenset[str]) -> Iterator[str]:
    """Whether an event takes ground, and who takes it: rebels, a state's own forces, the forces of a nation; or armed men leave a town, or whoever left it."""
    act = told_in([event.trigger.text.lower()]) if event.kind in (EventKind.ASSAULT, EventKind.COERCE, EventKind.RETREAT) else NOTHING
    if "leave" in act and event.place is not None and event.place.name[:1].isupper():
        left = event.target.name if event.target is not None else None
        if left == event.place.name or not told_in(doer).isdisjoint(RIVAL):
            yield "leaves"
    if "drive" in act and event.place is not None:  # those who are driven out lose it
        yield "takes"
        yield from (f"{RIVAL[side]} takes" for side in taken.intersection(RIVAL))
    elif "occupy" in act and (
        "land" in taken or event.target is not None and event.target.kind is EntityKind.UNKNOWN and (event.target.name or "")[:1].isupper()
    ):
        yield "takes"
        sides = told_in(doer).intersection(RIVAL) or {RIVAL[side] for side in taken.intersection(RIVAL)}
        yield from (f"{side} takes" for side in ({"rebel"} if "rebel" in told_in(words_by(event.actor)) else sides))  # "rebel forces"
        if not NATIONS.keys().isdisjoint(doer):
            yield "nation takes"


def words_by(who: Entity | None) -> list[str]:
    """The words by which somebody is named and known."""
    return f"{who.name or ''} {who.mention.text if who.mention is not None else ''}".lower().split() if who is not None else []


def _mode(kind: EventKind | None, modes: list[str], sub_event: str | None, told: set[str]) -> str | None:
    """The PLOVER mode: of the sub-event type where that says it, else of the weapon told, else the commonest of the events."""
    if kind is EventKind.ASSAULT:
        if sub_event == "Air/drone strike":
            return "drone" if "drone" in told else "aerial"
        if sub_event in MODES:
            return MODES[sub_event or ""]
        if ("gun" in told or sub_event == "Armed clash" and "clash" in told) and "abduct" not in modes:
            return "firearms"
        if "knife" in told:
            return "primitive"
    return max(dict.fromkeys(modes), key=modes.count, default=None)
