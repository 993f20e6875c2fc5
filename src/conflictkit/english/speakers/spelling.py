"""Keys that are equal for the spellings of one name and different for two names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..grammar.lists import ARTICLES
from ..tables import TABLES


def _forms(table: tuple[str, ...]) -> dict[str, str]:
    """Each other spelling of a name -> the one that stands for all."""
    groups = ([form.replace("_", " ") for form in group.split()] for group in table)
    return {form: first for first, *others in groups for form in others}


GIVEN, PLACES = _forms(TABLES.speakers.spellings.given), _forms(TABLES.speakers.spellings.places)

FOLDS = (("shch", "sh"), ("kh", "h"), ("gh", "g"), ("zh", "z"), ("ts", "z"), ("tz", "z"), ("dj", "j"), ("ck", "k"), ("ph", "f"), ("oo", "u"), ("ou", "u"))
LETTERS = str.maketrans("qcwy", "kkvi")
REPEATED = re.compile(r"(.)\1+")
WORD = re.compile(r"[^\W_]+")
GLUE = str.maketrans("", "", "'’ʼ`‘")
LONG = 7
"""How many letters a surname has that may be respelt by one."""
SHORT = 5
"""Words of fewer letters are compared as they are: too many different short names fold together."""


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """The transliteration class of one word: marks and doubled letters dropped, sounds written in several ways made one."""
    plain = word.translate(GLUE)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    plain = plain.casefold()
    plain = GIVEN.get(plain, plain)
    if len(plain) < SHORT or not plain.isascii():
        return plain
    rest = plain
    for written, sound in FOLDS:
        rest = rest.replace(written, sound)
    rest = rest.translate(LETTERS).replace("ie", "e")
    return plain[0] + REPEATED.sub(r"\1", rest)


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """A key that is equal for the spellings of one name ("Zelenskiy", "Zelenskyy"; "Kiev", "Kyiv"); articles do not count."""
    words = [word for word in WORD.findall(name.translate(GLUE)) if word.casefold() not in ARTICLES]
    whole = PLACES.get(name.casefold(), "") or PLACES.get(" ".join(words).casefold(), "")
    if whole:
        words = WORD.findall(whole)
    return " ".join(word_key(PLACES.get(word.casefold(), word) if len(word) >= SHORT else word) for word in words)


def near(one: str, two: str) -> bool:
    """Whether two surnames are spellings of one: the same class, or, in long ones, one letter more, less or other."""
    if one == two:
        return True
    a, b = one.casefold(), two.casefold()
    if not a or not b:
        return False
    if word_key(one) == word_key(two):
        return a[0] == b[0] or a in GIVEN or b in GIVEN
    if a[0] != b[0] or min(len(a), len(b)) < LONG or abs(len(a) - len(b)) > 1 or {a[-1], b[-1]} & set("sy") and a[-1] != b[-1]:
        return False
    k = 0
    while k < min(len(a), len(b)) and a[k] == b[k]:
        k += 1
    return a[k + 1 :] == b[k + 1 :] or a[k:] == b[k + 1 :] or a[k + 1 :] == b[k:]
