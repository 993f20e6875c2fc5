"""Tolls told without a numeral: "a soldier was killed" is one, "the mayor, his wife and two guards" four, "no one was hurt" none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conflictkit._document import Document
from conflictkit._models import Bound, Measure, Quantity, Span
from conflictkit.engine.syntax import NounGroup, Syntax
from conflictkit.english.claims.fates import Fates
from conflictkit.english.claims.frame import Cue
from conflictkit.english.claims.measure import OF_PERSONS
from conflictkit.english.lexicon.claims import FIXED, PERSON, names_person
from conflictkit.english.lexicon.facts import singular
from conflictkit.english.speakers.name_words import COMMON, FIRST_NAMES, NATIONS, ORG_HEADS, PLACE_TAILS, ROLE_NOUNS, TITLES

ONE = frozenset({"killed", "wounded", "captured", "seized", "missing", "released"})
"""Fates by which one victim is counted, the gravest first where several are told."""
GRAVEST = ("killed", "wounded", "missing", "captured", "seized", "released")
OF_BODIES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING})
"""Measures of nouns that "no" counts: no deaths, no injuries, no casualties."""
NOBODY = frozenset({"nobody", "none"})
FULL_NAME = (2, 3)
"""How many words make the full name of a person."""
DETERMINERS = frozenset("a an another each his her its my our the their this that".split())


def implied(doc: Document, syntax: Syntax, fates: Fates, counted: Sequence[Quantity]) -> Iterator[tuple[Quantity, NounGroup, Cue]]:
    """The tolls told without a numeral, each with the group it counts and the word that tells its fate."""
    written = {id(group) for quantity in counted for group in (syntax.group_at(doc.at(quantity.number.start)),) if group is not None}
    done: set[int] = set()
    for group in syntax.groups:
        if id(group) in done or group.time:
            continue
        members = group.members or (group,)
        done.update(map(id, members))
        if _none(doc, group):
            cue = _cue(fates, group)
            if cue is not None or FIXED.get(singular(doc.low[group.head])) in OF_BODIES:
                yield _quantity(doc, group, 0, doc.span(group.start, group.start + 1)), group, cue or Cue("", group.head, "noun")
            continue
        unwritten = [member for member in members if id(member) not in written]
        if not unwritten:
            continue
        cue = _cue(fates, members[0])
        if cue is None:
            continue
        number = _sum(doc, members, counted, written)
        if number:
            yield _quantity(doc, group, number, _sign(doc, unwritten[0])), group, cue


def _none(doc: Document, group: NounGroup) -> bool:
    """Whether a group counts nobody: "no one", "nobody", "no casualties"."""
    return doc.low[group.start] == "no" or doc.low[group.head] in NOBODY and group.end - group.start == 1


def _cue(fates: Fates, group: NounGroup) -> Cue | None:
    """The gravest fate that a single victim has."""
    told = {cue.fate: cue for cue in fates.of(group) if cue.fate in ONE}
    return next((told[fate] for fate in GRAVEST if fate in told), None)


def _sum(doc: Document, members: Sequence[NounGroup], counted: Sequence[Quantity], written: set[int]) -> int:
    """How many persons the members of a list are, one each where no numeral stands; 0 where a member is none or of unknown number."""
    total = 0
    for member in members:
        if id(member) in written:
            figure = next((q.best for q in counted if doc.start(member.start) <= q.number.start < doc.end(member.end - 1)), None)
            if not isinstance(figure, int):
                return 0
            total += figure
        elif is_person(doc, member):
            total += 1
        else:
            return 0
    return total


def is_person(doc: Document, group: NounGroup) -> bool:
    """Whether a group names one human being: a singular noun of persons, a name that is no nation, place or body."""
    head = doc.low[group.head]
    if group.pronoun or group.plural:
        return False
    if not group.name:
        return (head in PERSON or head in ROLE_NOUNS or names_person(head)) and doc.low[group.start] in DETERMINERS | ROLE_NOUNS | TITLES
    words = [doc.low[k] for k in range(group.start, group.end) if doc.toks[k][0].isalpha()]
    if any(word in NATIONS or word in ORG_HEADS or word in PLACE_TAILS for word in words[-1:]):
        return False
    if words[0] in FIRST_NAMES or words[0] in TITLES or any(word in ROLE_NOUNS for word in words[:-1]):
        return True
    return len(words) in FULL_NAME and not any(word in NATIONS or word in COMMON for word in words) and all(doc.toks[k][0].isupper() for k in range(group.start, group.end))


def _sign(doc: Document, group: NounGroup) -> Span:
    """What stands for the figure: the determiner, else the name."""
    if doc.low[group.start] in DETERMINERS and group.end - group.start > 1:
        return doc.span(group.start, group.start + 1)
    return doc.span(group.start, group.end)


def _quantity(doc: Document, group: NounGroup, number: int, sign: Span) -> Quantity:
    last = group.members[-1].end if len(group.members) > 1 else group.end
    return Quantity(
        doc.span(group.start, last),
        sign,
        number,
        number,
        number,
        Bound.EXACT,
        singular(doc.low[group.head]) if not group.name else "person",
        doc.span(group.head, group.head + 1),
        implied=True,
        rule="none" if number == 0 else "one victim" if number == 1 else "listed victims",
    )


def measure_of_victim(doc: Document, cue: Cue) -> Measure:
    """The measure of an implied toll."""
    return OF_PERSONS.get(cue.fate) or FIXED.get(singular(doc.low[cue.at]), Measure.CASUALTIES)
