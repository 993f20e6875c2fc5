"""Acts that rivals do to each other in words or at the polls: "attacked her record", "the battle for the nomination", "a campaign rally"."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._joining import VIOLENT, Chain
from conflictkit._models import EntityKind, EventKind
from conflictkit._tolls import COSTS

from ..grammar.lemmas import lemma_of
from ..speakers.name_words import NATIONS
from .types import TABLE, told_in, words_by

MILD, IN_ARMS, WEAK, CAUSE = TABLE.act.mild, TABLE.act.in_arms, TABLE.act.weak, TABLE.act.cause
ARMS = frozenset({"abduct", "air", "assailant", "bomb", "crowd", "disperse", "drone", "grenade", "gun", "hostage", "knife", "protest", "rebel", "riot", "sexual", "shell", "suicide"})
"""Classes of words that only violence or a crowd in the street is told with."""
BUILT = frozenset({"property", "settled"})
"""Classes of what is attacked in no words: "the town", "the newspaper's offices"."""


def of_rivals(chains: Sequence[Chain]) -> list[Chain]:
    """The acts that are no violence: told in words that are said of rivals too, of no harm, arms or nation, where the report tells no other violence, or somebody by his name
    does it, or nobody does it to anybody anywhere."""
    violent = [chain for chain in chains if chain.family == VIOLENT]
    mild = [chain for chain in violent if _is_mild(chain)]
    return mild if len(mild) == len(violent) else [chain for chain in mild if _is_feud(chain)]


def _is_mild(chain: Chain) -> bool:
    """Whether nothing in what is told of an act says that it is one of arms."""
    events = [event for mention in chain.mentions for event in mention.events]
    if not events or any(claim.measure in COSTS for mention in chain.mentions for claim in mention.claims) or any(event.means is not None for event in events):
        return False
    triggers = {event.trigger.text.lower() for event in events}
    if not (MILD.issuperset(map(lemma_of, triggers)) and WEAK.isdisjoint(triggers)):  # "the fighting" is one of arms
        return False
    roles = {word for event in events for who in (event.actor, event.target) for word in words_by(who)}
    told = [word for word in roles.union(*(mention.words for mention in chain.mentions)) if lemma_of(word) not in MILD]
    if any(event.kind is EventKind.PROTEST for event in events) and not CAUSE.isdisjoint(map(lemma_of, told)):
        return False  # "a rally against the government"
    return ARMS.isdisjoint(told_in(told)) and IN_ARMS.isdisjoint(map(lemma_of, told)) and NATIONS.keys().isdisjoint(roles) and BUILT.isdisjoint(told_in([*roles]))


def _is_feud(chain: Chain) -> bool:
    """Whether somebody known by his name does it, or nothing says who, to whom and where."""
    events = [event for mention in chain.mentions for event in mention.events]
    named = any(event.actor is not None and event.actor.kind is EntityKind.PERSON and not event.actor.anonymous for event in events)
    return named or not any(event.actor or event.target or event.place for event in events)
