"""How far the phrase of whoever speaks reaches: its list, titles, what hangs on it, its apposition, a whole name."""

from __future__ import annotations

from conflictkit._models import EntityKind
from conflictkit.engine.syntax import Form, Kind, NounGroup

from ..grammar.lists import INDEFINITE, OWNED, VAGUE_NUMERALS
from ..lexicon.facts import singular
from ..speakers.kinds import noun_kind
from . import attribution as at
from .attribution import Range, is_adverb, is_word, skip_blanks
from .reading import Reading


def mention_of(r: Reading, group: NounGroup, stop: int = -1) -> Range:
    """The phrase of a noun group: with its list, what hangs on it and its apposition, without relative clauses.

    ``stop`` is the verb behind it: the phrase goes up to it over words that the grammar left out of the group.
    """
    members = _members(r, group) if group.members else (group,)
    start, end = _first(r, group, members), _last(r, group, members)
    if r.doc.low[group.head] in at.DOCUMENT:
        end = max([end, *(other.agent.end for other in group.clauses if other.agent is not None and (stop < 0 or other.agent.end <= stop))])
    if group.start < stop:
        end = _up_to_verb(r, group, min(end, stop), stop)
    while end - 1 > group.start and r.doc.low[end - 1] in at.RELATIVE and r.doc.toks[end - 1][0].islower():
        end -= 1
    if start == group.start and group.determiner < 0 and "," in r.doc.low[start + 1 : group.head]:
        start = skip_blanks(r.doc, 1 + next(k for k in range(group.head - 1, start, -1) if r.doc.low[k] == ","), end - 1)
    return _with_marks(r, start, end)


def _members(r: Reading, group: NounGroup) -> tuple[NounGroup, ...]:
    """The members of a list that speak together: not what a preposition before them governs, not what stands before a "but"."""
    members = group.members
    while members[0] is not group and members[0].preposition >= 0 > group.preposition:
        members = members[1:]  # "after the raid, the mayor and the governor said"
    verb = r.syntax.verb_at(members[0].start - 1) if members[0].start else None
    if verb is not None and verb.form is Form.GERUND and r.doc.toks[members[-1].start][0].isupper() and not members[0].name:
        return members[-1:]  # "denied taking part and Norland said"
    return members if "but" not in r.doc.low[members[0].start : group.start] else (group,)  # "claimed the raid but officials said"


def _first(r: Reading, group: NounGroup, members: tuple[NounGroup, ...]) -> int:
    """Where a phrase begins: with what the group renames, with the titles before it."""
    start = members[0].start
    if group.renames is not None and group.renames.start < start and not (group.renames.preposition >= 0 and group.roles):
        start = group.renames.start
    while start > 0 and not group.pronoun and (before := r.syntax.group_at(start - 1)) is not None and _titles(before, start):
        start = before.start
    return start


def _last(r: Reading, group: NounGroup, members: tuple[NounGroup, ...]) -> int:
    """One past what hangs on a group, before a dash or a verb in it, with the whole of its name."""
    end = max(group.end, *(_end(r, member) for member in members))
    if end > group.end:
        end = next((k for k in range(group.end, end) if _breaks(r, k)), end)
    if r.doc.toks[end : end + 1] == ["Without "] and (rest := r.syntax.group_at(end + 1)) is not None and r.doc.toks[rest.start][0].isupper():
        return rest.end  # "Reporters Without Borders"
    return _whole_name(r, end) if group.name else end


def _breaks(r: Reading, k: int) -> bool:
    """Whether a phrase ends before a dash, or before a verb that is finite or stands behind a comma."""
    verb = r.syntax.verb_at(k)
    return (r.doc.low[k] in at.DASHES and r.doc.toks[k] != "-") or (verb is not None and (verb.finite or r.doc.low[k - 1] == ","))


def _with_marks(r: Reading, start: int, end: int) -> Range:
    """A phrase with the quote mark that closes at its end ("the head of the “Guild”"), without a quote that stands before it."""
    inside, last = r.inside[start], r.inside[end - 1]
    if inside < 0 and last < 0:
        return (start, end)
    if last >= 0 and r.regions[last].open >= start and r.regions[last].close == end + 1:
        end += 1
        last = r.inside[end - 1]
    if inside >= 0 and inside != last and r.regions[inside].close < end and r.regions[inside].closed:
        start = skip_blanks(r.doc, r.regions[inside].close, end - 1)
    return (start, end)


def _up_to_verb(r: Reading, group: NounGroup, end: int, stop: int) -> int:
    """One past a subject whose verb stands at ``stop``: over words that are left out of the group, a bracket, an insertion that renames it."""
    low = r.doc.low
    if end == stop:
        return stop - (low[stop - 1] == ",")
    adverbial = r.syntax.phrase_at(end)
    if adverbial is not None and _tells_occasion(r, adverbial):
        return end
    behind = end
    if low[end] == "(":
        behind = next((k + 1 for k in range(end, stop) if low[k] == ")"), end)
    if low[end : end + 1] == ["today"] and r.doc.toks[end][0].isupper() and end + 1 == stop:
        return stop  # "Europe Today"
    while stop - 1 > behind and is_adverb(r.doc, stop - 1):
        stop -= 1  # "a source close to the talks earlier told"
    first = group.end if low[group.end] == "," else behind
    if (behind == end or behind < stop) and (all(_belongs(r, k) for k in range(behind, stop)) or _inserted_noun(r, group, first, stop)):
        return before_relative(r, group.end, stop - (low[stop - 1] == ","))
    return end


def before_relative(r: Reading, k: int, end: int) -> int:
    """Where a phrase ends between tokens k and end: before ", who"."""
    low = r.doc.low
    return next((n - 1 for n in range(k + 1, end) if low[n - 1] == "," and low[n] in at.RELATIVE), end)


def _whole_name(r: Reading, end: int) -> int:
    """One past a name, with a nickname between marks in it."""
    region = r.regions[r.inside[end]] if end < len(r.inside) and r.inside[end] >= 0 else None
    if region is None or region.open != end or r.is_sentence(r.inside[end]) or region.close >= len(r.doc) or r.syntax.tags[region.close] != "p":
        return end
    behind = r.syntax.group_at(region.close)
    return behind.end if behind is not None else region.close + 1


def _inserted_noun(r: Reading, group: NounGroup, end: int, stop: int) -> bool:
    """Whether what stands between commas before the verb renames the subject ("Lopez, a medic from Lima, Peru, said")."""
    low = r.doc.low
    if low[end] != "," or low[stop - 1] != "," or stop - 1 <= end + 1:
        return False
    first = next((k for k in range(end + 1, stop) if r.syntax.tags[k] not in "Njr"), stop)  # "retired Admiral Ana Ruiz"
    renaming = r.syntax.group_at(first)
    return renaming is not None and not renaming.pronoun and (group.apposition is renaming or (renaming.name != group.name and renaming.preposition < 0))


PHRASE_TAGS = frozenset("nspjGNf")
"""Tags of nouns, adjectives and participles."""


def _belongs(r: Reading, k: int) -> bool:
    """Whether a word between a subject and its verb is part of the subject: no adverb, verb or time."""
    group = r.syntax.group_at(k)
    following = r.syntax.group_at(k + 1) if k + 1 < len(r.inside) else None
    time = (group is not None and group.time) or (following is not None and following.time)
    if r.doc.low[k : k + 2] == ["close", "to"]:
        return True
    return is_word(r.doc, k) and r.syntax.tags[k] in PHRASE_TAGS | {"i", "O", "d", "q", "h", "o", "t"} and not time


def issuer_end(r: Reading, end: int, e: int) -> int:
    """One past whose a document is: "figures by the Relief Council", "a statement released by the ministry"."""
    k = end
    while k < e and r.syntax.tags[k] in ("N", "D", "r"):
        k += 1
    if k + 1 < e and r.doc.low[k] in ("by", "from", "of") and (group := r.syntax.group_at(k + 1)) is not None and not group.time:
        return max(mention_of(r, group)[1], group.end)
    return end


def past_modifier(r: Reading, end: int, e: int) -> int:
    """The comma behind an age, what a participle or "who" tells of who speaks ("two officials briefed on the talks, would"), or the end of his phrase."""
    if r.doc.low[end : end + 1] == [","] and end + 1 < e and r.doc.low[end + 1].isdecimal():
        end += 2  # "Tal, 34, a farmer"
    verb = r.syntax.verb_at(end) if end < e else None
    reduced = verb is not None and not verb.finite and verb.clause is not None and verb.clause.kind is Kind.REDUCED
    if not reduced and r.doc.low[end : end + 1] != ["who"]:
        return end
    return next((k for k in range(end, e) if r.doc.low[k] == "," and r.inside[k] < 0), end)


def stretched(r: Reading, phrase: Range, e: int) -> Range:
    """A phrase with the nouns right behind it ("widow Terry Strada", "polling average")."""
    a, b = phrase
    tags = r.syntax.tags
    k = b
    while k < e and tags[k] in PHRASE_TAGS and is_word(r.doc, k) and r.inside[k] < 0:
        group = r.syntax.group_at(k)
        if group is not None and (group.time or group.determiner >= 0):
            break
        k += 1
        if tags[k - 1] in ("n", "s", "p"):
            b = k
    return (a, b)


def _titles(group: NounGroup, start: int) -> bool:
    """Whether a noun group is one with the name right behind it ("spokesman the Rev. Ana Ruiz")."""
    return group.end == start and group.preposition < 0 and not group.time and not group.pronoun and not group.roles and not group.members


def _end(r: Reading, group: NounGroup, *, inner: bool = False) -> int:
    end = group.members[-1].end if group.members and inner else group.end
    for other in group.phrases:
        if other.time or _tells_occasion(r, other):
            break
        end = max(end, _end(r, other, inner=True))
    if group.apposition is not None:
        end = max(end, _end(r, group.apposition, inner=True), group.apposition.reach)
    return end


def _tells_occasion(r: Reading, group: NounGroup) -> bool:
    """Whether a phrase tells where or when something is said, and belongs to no noun: "in his letter", "at the same time", "in an interview"."""
    low = r.doc.low
    own = low[group.start] in INDEFINITE or low[group.start] in OWNED
    return low[group.preposition] in at.OCCASION and (own and low[group.head] in at.DOCUMENT | at.FIGURES or low[group.start : group.end] == ["the", "same", "time"])


def _is_code(r: Reading, group: NounGroup) -> bool:
    """Whether a name ends with a number behind a hyphen: "M-17"."""
    return r.doc.toks[group.head][0].isdigit() and group.head - 2 >= group.start and r.doc.toks[group.head - 1] == "-"


def can_speak(r: Reading, phrase: Range | None) -> bool:
    """Whether the head of a phrase is a name, a pronoun, a person, a body, a group or a document: a blast underlines nothing."""
    if phrase is None:
        return False
    low = r.doc.low
    group = r.syntax.group_at(phrase[0])
    if group is None or group.pronoun or (group.name and (r.doc.toks[group.head][0].isupper() or _is_code(r, group))):
        return True
    counted = group.phrases[0] if low[group.head] in VAGUE_NUMERALS and group.phrases else group  # "thousands of shells"
    head = low[counted.head]
    return head in at.PLURAL or head in VAGUE_NUMERALS or noun_kind(head) not in SPEECHLESS or is_document(r, phrase)


SPEECHLESS = frozenset({EntityKind.THING, EntityKind.UNKNOWN})


def is_document(r: Reading, phrase: Range | None, *, seen: bool = True) -> bool:
    """Whether the head of a phrase is a document or an inquiry ("the inquiry found the bridge was unsafe"), ``seen``: or what is watched, as footage is."""
    group = r.syntax.group_at(phrase[0]) if phrase is not None else None
    head = r.doc.low[group.head] if group is not None else ""
    told = noun_kind(head) is EntityKind.DOCUMENT or head in at.FIGURES or not at.DOCUMENT.isdisjoint((head, singular(head)))
    return told and (seen or head not in at.SEEN)


def withholds(r: Reading, k: int) -> bool:
    """Whether the noun groups from token k on tell what is kept from somebody ("denied visas", "denied them water"), not what is said to be untrue."""
    group = r.syntax.group_at(k) if k < len(r.doc) else None
    second = r.syntax.group_at(group.end) if group is not None and group.end < len(r.doc) else None
    return any(one is not None and r.doc.low[one.head] in at.WITHHELD for one in (group, second))
