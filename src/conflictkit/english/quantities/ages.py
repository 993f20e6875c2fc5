"""Ages: numbers behind a name or "aged", and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from conflictkit._document import Document

from ..lexicon.claims import PERSON, WORD
from ..lexicon.inflection import singular
from ..speakers.name_words import FIRST_NAMES
from .amounts import AGE, COUNT, Amount
from .cardinals import word_at
from .counted import ARTICLES, HYPHENS, TABLE, role

ANYBODY, TURNS = TABLE.age.anybody, TABLE.age.turns
AGED, AGED_BY, AGED_UNTIL, AGE_WORDS, SUFFIXES = TABLE.age.persons, TABLE.age.verbs, TABLE.age.until, TABLE.age.words, TABLE.age.suffixes
IDENTIFIED, NAMED = TABLE.age.identified, TABLE.age.named
OPENING = AGE_WORDS | AGED_BY | TURNS | {"of", "as", "(", ",", "now", "also", "under", "over", "both"}
"""What stands right before an age."""
SINGULAR = frozenset({"has", "is", "was"})
OLDEST = 120


def mark_ages(doc: Document, items: Sequence[Amount]) -> None:
    """Make ages of the numbers that go on with a list of ages, and of those behind a number of persons ("two brothers, 9 and 11,")."""
    for n, item in enumerate(items):
        for age in _ages(doc, item, items, n + 1):
            make_age(age)


def make_age(item: Amount) -> None:
    """Make a number an age; it counts nothing."""
    item.kind, item.rule, item.noun, item.noun_end = AGE, item.rule if item.form == "range" else "age", -1, -1


def _can_be_age(item: Amount) -> bool:
    """Whether a number is of the size of an age and has no unit."""
    return item.kind is COUNT and item.unit is None and item.best is not None and 0 < item.best < OLDEST


def is_age(doc: Document, item: Amount) -> bool:
    """ "Smith, 24,", "Lena Falk (41)", "aged 24", "she was 24"."""
    low = doc.low
    if item.form == "range":
        return item.high is not None and item.high < OLDEST and word_at(low, item.first - 1) in AGE_WORDS
    if word_at(low, item.first - 1) in AGE_WORDS and _can_be_age(item):
        return True  # "aged over 18"
    before, before2 = word_at(low, item.start - 1), word_at(low, item.start - 2)
    if before not in OPENING or not before2 or item.form not in ("digits", "words") or not _can_be_age(item):
        return False
    if before in AGE_WORDS or before == "of" and (before2 in ("age", "ages") or low[item.start - 3] in ARTICLES and before2 in WORD.kin - TABLE.age.parents):
        return True
    if before in ("under", "over"):
        grown = (before2 in ANYBODY or before2 in AGED_BY and word_at(low, item.start - 3) in AGED) and _ends(doc, item) or before2 not in PERSON and singular(before2) in PERSON
        return grown and role(doc, item.end) not in "pw"  # "children under five", "anyone under 18", "he was under 18"
    youngest = before == "as" and before2 in ("young", "old") and low[item.start - 3] == "as"
    return youngest or _in_brackets(doc, item) or _told(doc, item) or item.form == "digits" and _behind_name(doc, item)


def _in_brackets(doc: Document, item: Amount) -> bool:
    """ "Lena Falk (41)", "identified as Orin Sael (27)": behind a name that begins with a first name, or that somebody is told to have."""
    low, k = doc.low, item.start - 1
    if low[k] != "(" or word_at(low, item.end) != ")":
        return False
    start = k
    while start and doc.toks[start - 1][0].isupper():
        start -= 1
    return k - start > 1 and (low[k - 2] in FIRST_NAMES or low[start - 1] in NAMED or low[start - 1] == "as" and word_at(low, start - 2) in IDENTIFIED)


def _told(doc: Document, item: Amount) -> bool:
    """ "she was 24", "who is now 31"."""
    low, before = doc.low, doc.low[item.start - 2]
    if low[item.start - 1] == "both":
        return before == "," and item.form == "digits" and _ends(doc, item)
    listed = before in PERSON or low[item.end : item.end + 1] == [","] and word_at(low, item.end + 1).isdecimal()  # "the women are 36, 23 and 21"
    named = before in FIRST_NAMES or singular(before) in PERSON and item.form == "digits" and listed
    aged = low[item.start - 1] in TURNS or low[item.start - 1] in AGED_BY and (before in AGED or named)
    return aged and (item.best or 0) > 4 and _ends(doc, item)  # noqa: PLR2004


def _ends(doc: Document, item: Amount) -> bool:
    """Whether nothing that is counted or measured follows a number."""
    after = word_at(doc.low, item.end)
    return not after[:1].isalpha() and after not in HYPHENS and after not in ("%", "$") or after in AGED_UNTIL


def _behind_name(doc: Document, item: Amount) -> bool:
    """ "Falk, 24, said", "a nurse, now 52,", "Lavon White Jr., 2,"."""
    low = doc.low
    k = item.start - (low[item.start - 1] in ("now", "also"))
    if low[k - 1] != ",":
        return False
    after, plural = word_at(low, item.end), low[k - 2] not in PERSON and singular(low[k - 2]) in PERSON
    if after in ("", ",", ".", ";") and (low[k - 2] in PERSON or low[k - 2] in WORD.kin or low[k - 2] == "." and low[k - 3] in SUFFIXES or after != "." and low[k - 2] in FIRST_NAMES):
        return True
    if plural and after == "and" and word_at(low, item.end + 1).isdecimal() and word_at(low, item.end + 2) == ",":
        return True  # "the boys, 14 and 15, were outside"
    lone = after in SINGULAR and (item.best or 0) > 1  # "Lena Falk, 24 was hurt": one person's
    return doc.toks[k - 2][0].isupper() and (lone or _ends_age(doc, k, item.end)) and low[k - 2] not in ("in", "on")


def _ends_age(doc: Document, start: int, end: int) -> bool:
    """Whether what stands behind a number behind a name goes on as behind an age: "Falk, 24, said", "Falk, 24, of Bariz", not "31 of 36 drones".

    A sentence may end, or "and" follow, behind the age of a full name: "Lena Falk, 24, and Bo Adler, 19.".
    """
    following = [*doc.low[end : end + 2], "", ""]
    if following[0] in ("", ".", ";", "and"):
        return start > 2 and doc.toks[start - 3][0].isupper() and doc.toks[start - 3].rstrip().isalpha()  # noqa: PLR2004
    return following[0] == "," or following[0] == "of" and doc.toks[end + 1][0].isupper()


def _ages(doc: Document, item: Amount, items: Sequence[Amount], first: int) -> Sequence[Amount]:
    """The numbers behind a number of persons that are as many as they: "two brothers, 9 and 11,"."""
    low, many = doc.low, item.best
    if item.kind is not COUNT or item.noun < 0 or many is None or not 1 < many <= len(items) - first or singular(low[item.noun]) not in PERSON:
        return ()
    end, last = item.noun_end, first + int(many)
    for n in range(first, last):
        age = items[n]
        between = low[end : age.first]
        joined = between == [","] if n == first else between != [] and {",", "and"}.issuperset(between)
        if not joined or age.noun >= 0 or not _can_be_age(age):
            return ()
        end = age.end
    return items[first:last] if low[end : end + 1] == [","] else ()


def another_age(doc: Document, before: Amount, item: Amount) -> bool:
    """Whether a number goes on with a list of ages: "aged 17, 19 and 24", "ages 3 and 5", "Orin Sael (27) and Bo Tarn (31)"."""
    between = doc.low[before.end : item.first]
    after = word_at(doc.low, item.end)
    if len(between) > 2 and between[0] == ")" == after and between[-1] == "(":  # noqa: PLR2004
        return _can_be_age(item) and all(word in {",", "and"} or doc.toks[before.end + n][0].isupper() for n, word in enumerate(between[1:-1], 1))
    ends = not after[:1].isalnum() or after in AGED_UNTIL or after in ("were", "have", "are") or role(doc, item.end) == "v"
    listed = bool(between) and {",", "and", "or", "to"}.issuperset(between)
    return listed and item.form in ("digits", "words") and _can_be_age(item) and ends
