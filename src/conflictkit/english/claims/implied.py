"""Tolls told without a numeral: "a soldier was killed" is one, "the mayor, his wife and two guards" four, "no one was hurt" none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from conflictkit._document import Document
from conflictkit._models import Bound, Measure, Quantity, QuantityKind, Span
from conflictkit.engine.syntax import Clause, Kind, Mood, NounGroup, Syntax, Time

from ..facts import Facts
from ..grammar.lists import ARTICLES, POSSESSIVE
from ..grammar.sentence import DASHES
from ..grammar.tags import tagger
from ..grammar.tokens import HYPHENS
from ..lexicon.claims import BUILT, EVENT, FIXED, GRAVEST, INCREMENT, PERSON, REMAINDER, SIGNS, THING, VERB, WORD, names_person
from ..lexicon.events import known
from ..lexicon.facts import NOUNS, is_act, singular
from ..speakers.name_words import COMMON, FIRST_NAMES, NATIONS, ORG_HEADS, PLACE_TAILS, ROLE_NOUNS, TITLES
from .fates import TELLS, Fates, deed
from .measure import OF_BODIES, OF_PERSONS
from .spot import Cue, Spot

START = attrgetter("start")
NO_PERSON = frozenset({*THING, *BUILT, *FIXED, *ORG_HEADS, *WORD.no_single, *WORD.animal, *NOUNS.number})
THINGS = THING.keys() | BUILT.keys()
DEEDS = frozenset(noun for noun, measure in PERSON.items() if measure is Measure.CAPTURED and noun in EVENT)
"""Nouns that count persons by what was done to them: "12 arrests"."""
KILLING = frozenset(noun for noun, fate in EVENT.items() if fate == "killed")
CLOSING = frozenset([",", *DASHES])
LONE = NOUNS.ordinal | {"one", "old"}
"""Heads that name one person without a noun: "wounded a third", "killed one", "shot the 16-year-old"; like "one dead and another injured"."""
FULL_NAME = 4
"""The full name of a person has no more words."""
DETERMINERS = ARTICLES | POSSESSIVE | {"another", "each", "this", "that"}
TITLED = TITLES | ROLE_NOUNS
NOT_NONE = WORD.bounded | WORD.granted | INCREMENT | REMAINDER | NOUNS.ordinal
"""Words with which "no" counts nobody else."""
OF_PERSON = FIRST_NAMES | TITLED | frozenset(PERSON)
"""Words that stand in the name of a person only."""
OPENERS = DETERMINERS | TITLED
"""Words with which a group that names one person begins."""


def figures(doc: Document, syntax: Syntax, counted: Sequence[Quantity]) -> dict[int, int | float | None]:
    """For each counted group by its id its number, the first that it has."""
    numerals = [(syntax.group_at(doc.at[quantity.number.start]), quantity.best) for quantity in counted if quantity.kind is QuantityKind.COUNT]
    return {id(group): figure for group, figure in reversed(numerals) if group is not None}


def implied(fates: Fates, counted: Sequence[Quantity], written: dict[int, int | float | None]) -> Iterator[tuple[Quantity, NounGroup, Cue]]:
    """The tolls told without a numeral, each with the group it counts and the word that tells its fate."""
    doc, facts = fates.facts.doc, fates.facts
    ages = {doc.at[quantity.number.start] for quantity in counted if quantity.kind is QuantityKind.AGE}
    yield from complements(doc, fates, counted)
    done: set[int] = set()
    for group in _told_of(fates):
        if doc.low[group.head] in KILLING and (victim := _of_deed(facts, group)) is not None and id(victim) not in written:
            yield _quantity(doc, victim, 1, _sign(doc, victim)), victim, Cue("killed", group.head, "event")
        if group.time or id(group) in done or not group.members and _tells_no_toll(facts, group, written):
            continue
        if group.renames is not None and names_one(facts, group.renames) or _is_thing(doc, group.renames or group.apposition):
            continue
        done.update(map(id, group.members))
        members = [member for n, member in enumerate(group.members) if not _is_told_again(doc, group.members, n) and not (member.start in ages and member.end - member.start == 1) and (member is group or not deed(doc.low[member.head]))] or [group, *_beside_deed(doc, group)]
        yield from _of_list(fates, group, members, written)


def _of_deed(facts: Facts, group: NounGroup) -> NounGroup | None:
    """The one whom a noun tells that holds a killing: "Rask's murder", "the mayor's death in a raid"; not "the army's killing of a mayor"."""
    noun, victim = facts.doc.low[group.head], group.holder
    if victim is None or victim.pronoun or known(noun).noun_kind is None and noun != "death" or not names_one(facts, victim):
        return None
    behind = facts.after(group)
    if any(facts.preposition(other) == "of" for other in behind) or noun == "death" and not any(map(facts.strikes, behind)):
        return None
    return victim


def _is_told_again(doc: Document, members: Sequence[NounGroup], n: int) -> bool:
    """Whether a member of a list only says who the one named before it is: "Ana Rask, a singer, and Tal Foss"."""
    member = members[n]
    between = 0 < n < len(members) - 1 and members[n - 1].name and members[n + 1].name and not member.name
    return between and doc.low[member.start] in ("a", "an") and doc.low[doc.visible[member.end]] == ","


def _tells_no_toll(facts: Facts, group: NounGroup, written: dict[int, int | float | None]) -> bool:
    """Whether a group that stands alone has a numeral, or names several or of unknown number."""
    return (id(group) in written or _is_several(facts, group)) and not _none(facts.doc, group)


def _is_thing(doc: Document, other: NounGroup | None) -> bool:
    """Whether what a name renames, or what renames it, is a thing: "a ship, the Sea Champion,"."""
    return other is not None and singular(doc.low[other.head]) in THINGS


def _told_of(fates: Fates) -> Iterator[NounGroup]:
    """The groups of the sentences that tell what befell somebody."""
    doc, syntax = fates.facts.doc, fates.facts.syntax
    tokens = (*doc.among(SIGNS), *(group.start for group in fates.told_of_pronouns()))
    starts = list(map(START, syntax.groups))
    for low, high in sorted(set(map(doc.bounds.__getitem__, tokens))):
        yield from syntax.groups[bisect_left(starts, low) : bisect_left(starts, high)]


def _of_list(fates: Fates, group: NounGroup, members: Sequence[NounGroup], written: dict[int, int | float | None]) -> Iterator[tuple[Quantity, NounGroup, Cue]]:
    """The tolls of a noun group or list: of each member that counts nobody, and of all others together."""
    doc, facts = fates.facts.doc, fates.facts
    nobody = [member for member in members if _none(doc, member)]
    for member in nobody:
        yield from _nobody(doc, fates, member)
    if members[0] in nobody:
        return
    unwritten = [member for member in members if id(member) not in written and member not in nobody]
    several = id(members[0]) not in written and _is_several(facts, members[0])
    cue = None if not unwritten or several else _body(doc, group) or _cue(fates, members[0])
    if cue is None or group.name and fates.facts.places.is_place(group) or told_apart(facts, members, written):
        return
    number = 1 if len(members) > 1 and len(unwritten) == len(members) and _is_one(facts, members, cue) else _sum(facts, members, written, cue)
    if number:
        yield _quantity(doc, group, number, _sign(doc, unwritten[0]), members[-1].end), group, cue


def told_apart(facts: Facts, members: Sequence[NounGroup], written: dict[int, int | float | None]) -> bool:
    """Whether a number is followed by as many persons who are its own: "two miners, a father and his son, died", "killed three people, a man and two boys"."""
    doc = facts.doc
    whole, rest = written.get(id(members[0])), [written.get(id(member), int(bool(names_one(facts, member)))) for member in members[1:]]
    behind = doc.visible[members[-1].end]
    closed = not CLOSING.isdisjoint(doc.low[behind : behind + 1]) or doc.low[members[0].head] in WORD.anybody
    return closed and len(rest) > 1 and None not in rest and 0 not in rest and whole == sum(filter(None, rest))


def _beside_deed(doc: Document, group: NounGroup) -> Sequence[NounGroup]:
    """Whom a deed befell besides the one it is told of: "the deaths of a baker, his wife and their son"."""
    above = group.hangs_on
    if above is None or above.name or doc.low[above.head] not in EVENT or above.members[:1] != (above,) or group.preposition < 0 or doc.low[group.preposition] != "of":
        return ()
    others = above.members[1:]
    return () if any(other.preposition >= 0 or singular(doc.low[other.head]) in FIXED or deed(doc.low[other.head]) for other in others) else others


def _nobody(doc: Document, fates: Fates, group: NounGroup) -> Iterator[tuple[Quantity, NounGroup, Cue]]:
    """ "No one was hurt", "no casualties": 0."""
    noun = singular(doc.low[group.head])
    cue = _cue(fates, group, events=False) if noun == "one" or noun in WORD.nobody or noun in PERSON or names_person(noun) else None  # not "no details were released"
    if cue is not None and _is_wished(fates.facts.syntax.clause_of(cue.at)):
        return
    if cue is not None or FIXED.get(singular(doc.low[group.head])) in OF_BODIES:
        yield _quantity(doc, group, 0, doc.span(group.start, group.start + 1)), group, cue or Cue("", group.head, "noun")


def _is_wished(clause: Clause | None) -> bool:
    """Whether a clause only tells what nobody wants, deserves or should suffer: "nobody deserves to die", not "no one seems to be hurt"."""
    if clause is not None and (clause.verb.status.mood is Mood.POSSIBLE or clause.verb.status.time is Time.FUTURE):
        return True
    above = clause.parent if clause is not None and clause.kind is Kind.INFINITIVE else None
    return above is not None and not above.verb.passive and above.verb.lemma not in WORD.seems


def _is_one(facts: Facts, members: Sequence[NounGroup], cue: Cue) -> bool:
    """Whether a list names one person in several ways: its verb is singular, or only its first member has a determiner."""
    doc = facts.doc
    role = members[0].determiner < 0 and members[0].end - members[0].start == 1 and doc.low[members[0].head] in TITLED  # "Senator and party leader Ana Rask"
    if not (role or is_person(facts, members[0], cue)):
        return False
    verb = facts.syntax.verb_at(cue.at)
    if verb is not None and not WORD.singular.isdisjoint(doc.low[verb.start : verb.word]):
        return True
    bare = role or _is_bare(doc, members[0])  # "rights activist and journalist Ana Rask"
    described = members[0].name and doc.low[members[1].start] in ("a", "an") and not members[1].name  # "Ana Rask, a prominent critic and politician"
    return len(members) > 1 + described and all(not member.plural and (bare or not member.name) and not member.pronoun and doc.low[member.start] not in DETERMINERS and doc.low[member.head] not in WORD.kin for member in members[1 + described :])


def all_but(doc: Document, quantity: Quantity) -> bool:
    """Whether a number is what is left: "all but two of the 14"."""
    if quantity.of is None:
        return False
    first = doc.at[quantity.span.start]
    return doc.low[first : first + 2] == ["all", "but"] or doc.low[max(0, first - 2) : first] == ["all", "but"]


def complements(doc: Document, fates: Fates, counted: Sequence[Quantity]) -> Iterator[tuple[Quantity, NounGroup, Cue]]:
    """What "all but two of the 14" tells: twelve, each with the group and the word that tells their fate."""
    for quantity in counted:
        if not all_but(doc, quantity):
            continue
        spot = Spot.of(doc, quantity)
        group = fates.counted(quantity, spot)
        cues = fates.of(group, spot.number) if group is not None else ()
        if group is None or not cues or not isinstance(quantity.best, int) or not isinstance(quantity.of, int):
            continue
        first = doc.low.index("all", spot.number - 2, spot.number)
        rest = quantity.of - quantity.best
        span = doc.chars(doc.off[first], quantity.span.end)
        yield Quantity(span, doc.span(first, first + 1), rest, rest, rest, Bound.EXACT, quantity.unit, quantity.noun, of=quantity.of, implied=True, rule="all but"), group, cues[0]


def _none(doc: Document, group: NounGroup) -> bool:
    """Whether a group counts nobody: "no one", "nobody", "no casualties", but not "no fewer than 12", "no other deaths"."""
    nobody = doc.low[group.start] == "no" or doc.low[group.head] in WORD.nobody and group.end - group.start == 1
    return nobody and NOT_NONE.isdisjoint(doc.low[group.start : group.end + 1])


def _cue(fates: Fates, group: NounGroup, *, events: bool = True) -> Cue | None:
    """The gravest fate that a single victim has, but for what is shot down; of nobody none that a noun tells ("since the killing no one was arrested")."""
    cues = [cue for cue in fates.of(group) if events or cue.how != "event"]
    again = fates.told_again(group)
    told = {cue.fate: cue for cue in sorted(cues, key=lambda cue: cue not in again) if cue.fate in GRAVEST and cues[0].fate != "intercepted"}
    return told[min(told, key=GRAVEST.index)] if told else None


def _body(doc: Document, group: NounGroup) -> Cue | None:
    """One dead whose body was found."""
    if doc.low[group.head] not in ("body", "corpse") or group.hangs_on is not None:
        return None
    found = any(clause.verb.lemma in ("discover", "dump", "find", "recover", "identify") for clause, _ in group.roles)
    several = any(phrase.plural or phrase.number >= 0 or len(phrase.members) > 1 for phrase in group.phrases)
    return Cue("killed", group.head, "event") if found and not several else None


def _sum(facts: Facts, members: Sequence[NounGroup], written: dict[int, int | float | None], cue: Cue) -> int:
    """How many persons the members of a list are, one each where no numeral stands; 0 where a member is none or of unknown number."""
    doc, total = facts.doc, 0
    titled = _titled(doc, members[0])
    for member in members:
        if id(member) in written:
            figure = written[id(member)]
            if not isinstance(figure, int):
                return 0
            total += figure
        elif is_person(facts, member, cue) or titled and member.name or doc.low[member.head] in WORD.oneself:
            total += 2 if doc.low[member.head] == "couple" else 1
        else:
            return 0
    return total


def _is_several(facts: Facts, group: NounGroup) -> bool:
    """Whether a group without a numeral names nobody, or of unknown number."""
    return (group.pronoun or group.plural or names_one(facts, group) is False) and not _titled(facts.doc, group)


def _titled(doc: Document, group: NounGroup) -> bool:
    """Whether a title or role opens a name."""
    return group.name and singular(doc.low[group.start]) in TITLED


def is_person(facts: Facts, group: NounGroup, cue: Cue) -> bool:
    """Whether a group names one human being: an unknown noun where it was killed, which is told of persons; one body where that is the cue."""
    found = names_one(facts, group)
    if found is not None:
        return found
    if facts.doc.low[group.head] in WORD.body:
        return cue.at == group.head
    return cue.fate == "killed" and cue.how in ("verb", "phrase") and not facts.places.is_place(group) and not _is_common(facts.doc, group)  # "on the street dying"


def _is_common(doc: Document, group: NounGroup) -> bool:
    """Whether the head of a group is a common noun that names no person, or none at all: "executed an agenda", "executed this", "the sentencing"; not "an ustaz", "the acclaimed"."""
    noun, letters = doc.low[group.head], tagger().words.listed.get(doc.low[group.head], "")
    return noun in DETERMINERS or doc.toks[group.head][0].islower() and ("n" in letters and "j" not in letters or noun.endswith("ing"))


def names_one(facts: Facts, group: NounGroup) -> bool | None:
    """Whether a group names one human being by its words: a singular noun of persons, a name that is no nation, place or body.

    None where they do not tell; "a Pakistani religious leader" may be two groups to grammar.
    """
    doc = facts.doc
    start, noun = doc.low[group.start], doc.low[group.head]
    if group.pronoun or group.plural:
        return False
    if noun in LONE or start == "another" and noun in TELLS and not (noun in WORD.blow and (group.roles or group.preposition >= 0)):
        return not _is_share(doc, group) and doc.low[group.end : group.end + 1] != ["another"]  # "kill one another"
    if noun in ("body", "corpse"):
        return None
    if noun == "law" and not WORD.kin.isdisjoint(doc.low[group.start : group.end]):
        return True  # "her son-in-law"
    if group.name and start == "the" and OF_PERSON.isdisjoint(doc.low[group.start : group.end]):
        return False  # people and ships have the article: "the Nords", "the Sea Champion"
    if group.name and ((full := _full_name(facts, group)) or start not in DETERMINERS):
        return full
    if start not in OPENERS and not _is_bare(doc, group) and (group.holder is None or group.name or noun in EVENT):
        return False
    following = facts.syntax.group_at(group.end)
    runs_on = following is not None and following.start == group.end and not following.plural and not following.pronoun
    return _tells_one(doc.low[following.head] if following is not None and runs_on else noun)


def _tells_one(head: str) -> bool | None:
    """Whether a singular noun tells a human being; None where it does not say."""
    if head in PERSON and head not in DEEDS or head in ROLE_NOUNS and head not in FIXED or head not in NO_PERSON and names_person(head):
        return head not in WORD.no_single and head not in WORD.animal
    return False if head in NO_PERSON or is_act(head) or head in VERB and head.endswith("ing") else None


def _is_bare(doc: Document, group: NounGroup) -> bool:
    """Whether a noun of persons stands without an article, as headlines have it: "killed prominent cleric", not "took him hostage"."""
    noun = doc.low[group.head]
    plain = group.determiner < 0 and group.number < 0 and not group.name
    return plain and PERSON.get(noun, Measure.CAPTURED) is not Measure.CAPTURED and noun not in WORD.no_single


def _is_share(doc: Document, group: NounGroup) -> bool:
    """Whether an ordinal tells a part: "a third of the guards"."""
    return doc.low[group.end : group.end + 1] == ["of"]


def is_ordinal(doc: Document, syntax: Syntax, fates: Fates, quantity: Quantity) -> bool:
    """Whether what looks like a share is one more victim: "killed two guards and wounded a third"."""
    group = syntax.group_at(doc.at[quantity.span.end - 1])
    return group is not None and doc.low[group.head] in NOUNS.ordinal and not _is_share(doc, group) and _cue(fates, group) is not None


def _full_name(facts: Facts, group: NounGroup) -> bool:
    """Whether a name is that of a person: with a first name, a title or a role, as long as full names are, or the surname of somebody the text names in full."""
    doc, first = facts.doc, _past_age(facts.doc, group)
    named = [k for k in range(first, group.end) if doc.toks[k][0].isalpha() and doc.low[k] not in VERB]
    words = [doc.low[k] for k in named]
    if words and singular(words[0]) in TITLED:
        return len(words) > 1  # "Sergeants Rask and Ferrand"
    if not words or words[-1] in NATIONS or words[-1] in ORG_HEADS or words[-1] in PLACE_TAILS:
        return False
    if words[0] in FIRST_NAMES or words[0] in TITLES or any(word in ROLE_NOUNS for word in words[:-1]):
        return True
    if len(words) == 1:
        names = facts.referents.names
        return any(run.person >= 0 and run.end == group.end and len(names.people[run.person].words) > 1 for run in names.within(first, group.end))
    return len(words) <= FULL_NAME and not any(word in NATIONS or word in COMMON for word in words) and all(doc.toks[k][0].isupper() for k in named)


def _past_age(doc: Document, group: NounGroup) -> int:
    """Where a name begins behind an age: "17-year-old Ana Rask"."""
    return next((k + 1 for k in range(group.head - 1, group.start, -1) if doc.low[k] == "old" and doc.low[k - 1] in HYPHENS), group.start)


def _sign(doc: Document, group: NounGroup) -> Span:
    """What stands for the figure: the determiner, else the name."""
    if doc.low[group.start] in DETERMINERS and group.end - group.start > 1:
        return doc.span(group.start, group.start + 1)
    return doc.span(_past_age(doc, group) if group.name else group.start, group.end)


def _quantity(doc: Document, group: NounGroup, number: int, sign: Span, last: int = -1) -> Quantity:
    last = max(last, group.members[-1].end if len(group.members) > 1 else group.end)
    return Quantity(
        doc.span(group.start, last),
        sign,
        number,
        number,
        number,
        Bound.EXACT,
        "person" if group.name or doc.low[group.head] in NOUNS.ordinal or doc.low[group.start] == "another" or doc.low[group.head] in ("old", "one") else singular(doc.low[group.head]),
        doc.span(group.head, group.head + 1),
        implied=True,
        rule="none" if number == 0 else "one victim" if number == 1 else "listed victims",
    )


def measure_of_victim(doc: Document, cue: Cue) -> Measure:
    """The measure of an implied toll."""
    return OF_PERSONS.get(cue.fate) or FIXED.get(singular(doc.low[cue.at]), Measure.CASUALTIES)
