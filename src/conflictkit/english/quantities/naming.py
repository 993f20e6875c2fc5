"""Numbers that are no quantities: years, clock times, codes and names, scores, ordinals, the pronoun one."""

from __future__ import annotations

from conflictkit._document import Document
from conflictkit._models import QuantityKind

from ..grammar import nouns_of
from ..grammar.groups import CLOCK
from ..grammar.lists import ACTS, ARTICLES, DAYS, DEFINITE, INDEFINITE, POSSESSIVE
from ..lexicon import facts as lexicon_facts
from ..lexicon import speech
from ..lexicon.claims import TOLL, VERB
from ..lexicon.inflection import inflect, is_plural, singular
from ..speakers.name_words import ORG_HEADS
from ..tables import TABLES
from .cardinals import CARDINALS, Numeral, word_at
from .counted import HYPHENS, NOMINAL, TABLE, head_noun, role
from .units import WORDS, sign_before, unit_at

CODE, CODE_LOWER, RATIOS = TABLE.code.words, TABLE.code.lower, TABLE.ratio.words
ONE, IDIOM = TABLE.one, TABLE.idiom
ONE_BACK = 3
"""So many sentences before its own the noun of a lone "one" may stand, however long the paragraph is."""
SAYS = frozenset(form for verb in speech.verbs("inquit") for form in inflect(verb)[:2])
"""Third persons and pasts of verbs of speech; "one" before a noun and one of these only introduces a speaker."""
CODE_MARKS = frozenset("/_#@°′'’″")
"""Marks right before digits of a code."""
JOINING_MARKS = frozenset("^+−.:")
"""Marks that join digits to the letters or digits before them."""


NUMBERED = (ORG_HEADS.intersection(lexicon_facts.NOUNS.force) | {"commando"} | ACTS) - {"police"}
"""Singular nouns of units and acts that a number before them names: "42 Commando", "the 709 Crackdown"."""


def is_name(doc: Document, numeral: Numeral) -> bool:
    """Whether a numeral names or orders something, or is a time, rather than says how many."""
    word = doc.low[numeral.start]
    if numeral.form == "both":
        return not _both(doc, numeral.end) or word_at(doc.low, numeral.end) in IDIOM.both
    if word_at(doc.low, numeral.end) in HYPHENS and word_at(doc.low, numeral.end + 1) in ONE.hyphened:
        return True  # a two-way radio
    if numeral.value == 1 and word == "one" and numeral.end == numeral.start + 1:
        return _pronoun(doc, numeral.start)
    if word[0].isdigit():
        if _glued(doc, numeral) or _year(doc, numeral) or _clock(doc, numeral) or _code(doc, numeral) or _listed(doc, numeral):
            return True
        return _numbers_noun(doc, numeral) or _ends_group(doc, numeral) or _opens_name(doc, numeral) or _is_dialled(doc, numeral)
    return word == "zero" and word_at(doc.low, numeral.end) in IDIOM.zero or _word_code(doc, numeral)


def _pronoun(doc: Document, k: int) -> bool:
    """Whether "one" stands for a person or thing: "no one", "one another", "the only one", "one should"."""
    low = doc.low
    before, after = word_at(low, k - 1), word_at(low, k + 1)
    if after == "of":
        return before in ("no", "any", "every", "each", "only", "another")
    unit = WORDS.get(after)
    if unit is not None and unit.kind is not QuantityKind.DURATION and before not in ("no", "any", "every"):
        return False
    if after == "'s" and _is_determiner(doc, k):  # one's own
        return True
    behind = word_at(low, k + 2)
    if (after in ("to", "or") or after in HYPHENS) and (behind in CARDINALS or behind[:1].isdigit()):
        return False
    if before in HYPHENS or after in ONE.quasi and before not in ONE.stressed:
        return True
    if _is_determiner(doc, k) and before not in ("no", "not", "any", "every", "each"):
        return False
    at_least = before == "least" and word_at(low, k - 2) == "at" and after[:1].isalpha()  # at least one nurse
    phrase = _names_which(doc, k - 1) and not at_least or after in ONE.after
    return phrase or _in_name(doc, k) or _stands_alone(doc, k, before, after)


def _names_which(doc: Document, k: int) -> bool:
    """Whether the word before "one" says which is meant: "that one", "the smaller one", "no one"."""
    return k >= 0 and (doc.low[k] in ONE.before or nouns_of(doc).tag(k) == "j")


def _is_determiner(doc: Document, k: int) -> bool:
    """Whether "one" stands before the noun of its group: "only one soldier", "the one big problem"."""
    group = nouns_of(doc).group_at(k)
    return group is not None and k < group.head and not group.pronoun and not group.time


def _in_name(doc: Document, k: int) -> bool:
    """ "BBC One"."""
    return k > 0 and doc.toks[k][0] == "O" and doc.toks[k - 1][0].isupper() and k - 1 > doc.bounds[k][0]


def _stands_alone(doc: Document, k: int, before: str, after: str) -> bool:
    """Whether "one" has a verb of its own ("one hopes") or nothing behind it that it could count."""
    if (nouns_of(doc).tag(k + 1) + nouns_of(doc).tag(k + 2)).startswith(("Z", "rZ")):  # one hopes, one never knows
        return True
    bare = not after or not after[0].isalnum() and after not in HYPHENS
    return bare and bool(before) and before not in ONE.lone


def elliptical(doc: Document, k: int) -> int:
    """The noun that a lone "one" at token k stands for: "a jet crashed; another one was hit", "they needed a bridge and built one"; or -1.

    The nearest noun behind "a" or "an" before it; a pro-form without one ("this one", "the one who") counts nothing.
    """
    low = doc.low
    j = k - 1
    if j < 0 or k + 1 < len(doc.low) and (low[k + 1] in ONE.never or low[k + 1] in HYPHENS or role(doc, k + 1) in "pwvd" and low[j] != "another"):
        return -1
    while j > 0 and low[j] not in INDEFINITE and role(doc, j) == "w":  # a much better one
        j -= 1
    if low[j] not in INDEFINITE:
        j = k - 1
        if _names_which(doc, j) or low[j] == "for" and low[k + 1 : k + 2] in ([","], [":"]) or not low[j][0].isalpha():
            return -1
    for i in range(j - 1, doc.sentences[max(0, doc.sentence_of[j] - ONE_BACK)] - 1, -1):
        if low[i] in INDEFINITE:
            noun = head_noun(doc, i + 1, True)
            if 0 <= noun < j:
                return noun
    return -1


def _both(doc: Document, k: int) -> bool:
    """Whether "both" counts: "both missiles", "both of the men"; "both in Kyiv and Lviv", "both rebels and soldiers" and "were both hit" do not."""
    j = k + (k < len(doc.low) and (doc.low[k] == "of" or doc.low[k] in DEFINITE))
    while j < len(doc.low) and role(doc, j) == "w":
        j += 1
    joined = word_at(doc.low, j + 1) == "and" and nouns_of(doc).tag(j + 2)[:1] in LISTED
    return j < len(doc.low) and role(doc, j) == "p" and not joined


def introduces(doc: Document, k: int) -> bool:
    """Whether "one" at token k introduces a speaker: "one officer told reporters"."""
    for j in range(k + 1, doc.bounds[k][1]):
        if doc.low[j] in SAYS:
            return j > k + 1
        if role(doc, j) not in "w-":
            return False
    return False


def _glued(doc: Document, numeral: Numeral) -> bool:
    """Digits that hang on letters or marks: AK-47, C-130, 10.0.0.1, #5, [12]; coordinates; codes that begin with a zero."""
    k, word = numeral.start, doc.low[numeral.start]
    if _glued_before(doc, numeral) or _glued_behind(doc, numeral.end):
        return True
    if _places(word) >= DEGREES and (_degrees(doc, k, -1) or _degrees(doc, k, 1)):
        return True
    return word.startswith("0") and word.isdecimal() and word.strip("0") != "" and len(word) > 1


def _glued_before(doc: Document, numeral: Numeral) -> bool:
    """Digits right behind letters or a mark."""
    k, low, toks = numeral.start, doc.low, doc.toks
    if not k or toks[k - 1][-1] == " ":
        return False
    before, spelled = toks[k - 1], k > 1 and toks[k - 2][-1].isalnum()
    if before in HYPHENS and spelled:
        return low[k - 2] not in ("mid", "sub", "from", "to", "minus")
    return before in CODE_MARKS or before in JOINING_MARKS and spelled or before == "[" and word_at(low, numeral.end) == "]"


def _glued_behind(doc: Document, j: int) -> bool:
    """Digits right before letters joined by a mark ("5_a", "48°N"), or the middle of a number in three parts (888-555-0100)."""
    low, toks = doc.low, doc.toks
    if j + 1 >= len(low) or not doc.glued(j - 1):
        return False
    if toks[j][0] in "_@" or low[j] in "°′" and (low[j + 1][0].isdigit() or low[j + 1] in ("n", "s", "e", "w")):
        return True
    if low[j] in HYPHENS and doc.glued(j) and len(low[j + 1]) == 1 and toks[j + 1][0].isupper():
        return True  # section 153-A
    parts = low[j] in HYPHENS and low[j + 1][0].isdigit() and word_at(low, j + 2) in HYPHENS and word_at(low, j + 3)[:1].isdigit()
    return parts and doc.glued(j) and doc.glued(j + 1)


AMOUNTS = frozenset(form for verb in TABLES.claims.word.amounts for form in (verb, *inflect(verb)))
"""Verbs that say how many: "stood at 2130" is no time."""
LISTED = frozenset("dnspjq")
"""Tags with which a second member of a list begins."""
OWNED = POSSESSIVE | {"the", "'s", "’s"}
"""Before these a year tells which is meant: "its 1967 borders"."""
RANGING = HYPHENS | {"to"}
"""What joins the numbers of a range."""
FINITE = frozenset("13MZDPN")
"""Tags of verbs that may have a number as their subject."""
DEGREES = 4
"""How many decimals or digits a coordinate has at least."""


def _places(word: str) -> int:
    """How many characters a decimal number has from the point on, the point left out; 0 without one."""
    return len(word) - word.find(".") - 1 if "." in word else 0


def _degrees(doc: Document, k: int, way: int) -> bool:
    """Whether a decimal of four places or more stands beside another: coordinates ("48.4647; 35.0462")."""
    other = word_at(doc.low, k + 2 * way)
    return other[:1].isdigit() and doc.low[k + way] in (",", ";", "/") and _places(other) >= DEGREES


def is_year(word: str) -> bool:
    """Whether four digits may name a year."""
    return len(word) == 4 and word.isdecimal() and 1100 <= int(word) < 2100  # noqa: PLR2004


def _year(doc: Document, numeral: Numeral) -> bool:
    """Four digits without marks that name a year."""
    k, low = numeral.start, doc.low
    word = low[k]
    if not is_year(word) or numeral.form != "digits" or numeral.end != k + 1:
        return False
    before = low[k - 1] if k else ""
    if before in ("$", "£", "€", "¥"):
        return False
    j = numeral.end
    if j >= len(doc.low):
        return int(word) >= 1900 and bool(before)  # noqa: PLR2004
    if low[j] in ("km", "kg", "m", "%", "percent", "per", "tons", "tonnes", "dollars", "euros", "miles"):
        return False
    if role(doc, j) == "p" and doc.toks[j][0].islower():
        return before in OWNED and int(word) >= 1900  # the 1967 borders  # noqa: PLR2004
    if role(doc, j) == "w" and doc.toks[j][0].islower() and j + 1 < len(doc.low) and role(doc, j + 1) == "p":
        return (before in OWNED or before in ("in", "of", "a", "since")) and int(word) >= 1900  # noqa: PLR2004
    between = before == "and" and word_at(low, k - 2).isdecimal() and word_at(low, k - 3) in ("between", "from")
    return int(word) >= 1900 or between or _opens_entry(doc, k, j) or before in ("in", "since", "by", "until", "from", "between", "the", "of", "around", "after", "before")  # noqa: PLR2004


def _opens_entry(doc: Document, k: int, j: int) -> bool:
    """Whether a number at the beginning of a line is the year of a chronicle: a name or a sentence follows, and nothing that is counted."""
    if (k and doc.toks[k - 1][-1] not in "\n\r") or not doc.toks[j][0].isupper():
        return False
    noun = head_noun(doc, j, False)
    return noun < 0 or role(doc, noun) != "p" or doc.toks[noun][0].isupper()


def _clock(doc: Document, numeral: Numeral) -> bool:
    """ "5 p.m.", "10:30", "0700 GMT", "17 o'clock", "around 10 Saturday night"."""
    j, low = numeral.end, doc.low
    if j >= len(doc.low):
        return False
    if low[numeral.start].isdecimal() and word_at(low, numeral.start - 1) in CLOCK and _tells_time(doc, numeral.start, j):
        return True
    if low[j] == ":" and doc.glued(j - 1) and j + 1 < len(doc.low) and low[j + 1][0].isdecimal() and doc.glued(j):
        return RATIOS.isdisjoint(low[doc.bounds[numeral.start][0] : numeral.start])
    return low[j] in ("a.m.", "p.m.", "am", "pm", "gmt", "utc", "o'clock", "hrs") and (low[j] != "hrs" or len(low[numeral.start]) == 4) and numeral.form == "digits" and len(low[numeral.start]) < 6  # noqa: PLR2004


def _tells_time(doc: Document, k: int, j: int) -> bool:
    """Whether digits before token j are an hour before its day, or hours and minutes of which nothing is counted or told: "around 10 on Monday", "at 2130"; not "about 1000 came"."""
    low, word = doc.low, doc.low[k]
    if len(word) < 3 and word_at(low, j + (low[j] == "on")) in DAYS:  # noqa: PLR2004
        return True
    return len(word) == len("2130") and word < "2400" and word[2] < "6" and word_at(low, k - 2) not in AMOUNTS and not (j < len(low) and nouns_of(doc).tag(j)[:1] in FINITE | {"B"}) and head_noun(doc, j, False) < 0


def _code(doc: Document, numeral: Numeral) -> bool:
    """Digits behind a word that takes a number as a name ("Resolution 2328", "Model 3") and before no plural."""
    k, before = numeral.start, word_at(doc.low, numeral.start - 1)
    if not k or numeral.form != "digits" or numeral.suffix:
        return False
    takes = _takes_number(doc, numeral, before) if before[0].isalpha() else _numbered(doc, numeral, before)
    return takes and sign_before(doc, k) is None


def _takes_number(doc: Document, numeral: Numeral, before: str) -> bool:
    """Whether the word before digits has them as its name."""
    if before in CODE_LOWER or before in ("a", "the") and _model(doc, numeral):
        return nouns_of(doc).tag(numeral.start - 1) != "P"  # not "the rebels number 3,000"
    if before == "day" and head_noun(doc, numeral.end, numeral.value == 1) < 0:
        return True  # day 41
    raw = doc.toks[numeral.start - 1].rstrip(" ")
    if raw[0].isupper():
        return _type(doc, numeral, before)
    return not raw.islower() and any(map(str.isupper, raw)) and "," not in doc.low[numeral.start] and not _before_plural(doc, numeral.end)


def _numbered(doc: Document, numeral: Numeral, before: str) -> bool:
    """Digits behind a mark: "(212) 555-0143", "No. 7", "Task Force (CTF) 50"."""
    k, j, low = numeral.start, numeral.end, doc.low
    if before == "(":
        dialled = word_at(low, j + 1)
        return word_at(low, j) == ")" and len(low[k]) == 3 and word_at(low, j + 2) in HYPHENS and (dialled.isdecimal() or doc.toks[j + 1].isupper())  # noqa: PLR2004
    if before == ".":
        return word_at(low, k - 2) == "no"
    return before == ")" and word_at(low, k - 2) in CODE and word_at(low, k - 3) == "("


def _before_plural(doc: Document, j: int) -> bool:
    """Whether a plural in small letters stands at a token: an "iPhone 11" has none."""
    return j < len(doc.low) and role(doc, j) == "p" and doc.toks[j][0].islower()


def _type(doc: Document, numeral: Numeral, before: str) -> bool:
    """Whether digits behind a word with a capital are its name: no unit and no plural follows that they could count."""
    k, j, low = numeral.start, numeral.end, doc.low
    if before in CODE:
        return True
    if before in VERB and not VERB[before].base:
        return False  # a headline: Blast Wounds 4 Girls
    opens = k - 1 <= doc.bounds[k][0] + (k > 1 and role(doc, k - 2) == "q")
    if opens or _has_own_verb(doc, numeral) or role(doc, k - 1) in "sv" or "," in low[k] or "." in low[k]:
        return False
    if j >= len(low) or low[j] in ("%", "percent", "per") or unit_at(doc, j, True) is not None:
        return False
    noun = head_noun(doc, j, numeral.value == 1)
    return noun < 0 or role(doc, noun) != "p" and low[noun] not in NOMINAL or doc.toks[noun][0].isupper()


def _model(doc: Document, numeral: Numeral) -> bool:
    """Whether three digits or more behind an article name one thing: "the 486 was", "a 737 jet"."""
    word, j = doc.low[numeral.start], numeral.end
    if len(word) < 3 or not word.isdecimal() or j >= len(doc.low):  # noqa: PLR2004
        return False
    if doc.low[j] in ("is", "was", "has"):
        return True
    after = role(doc, j + 1) if j + 1 < len(doc.low) else "s"
    return role(doc, j) == "w" and doc.toks[j][0].islower() and after == "s" and doc.low[j] not in WORDS


def _listed(doc: Document, numeral: Numeral) -> bool:
    """A number that opens a line or an item: "1. Summary", "(2) the road"; in a line only behind the item before it."""
    k, j, toks = numeral.start, numeral.end, doc.toks
    if not doc.low[k].isdecimal() or j >= len(doc.low) or doc.low[j] not in (".", ")") or len(doc.low[k]) > 2 or k and doc.low[k - 1] == "+":  # noqa: PLR2004
        return False
    first = k - 1 if k and toks[k - 1] == "(" else k
    if j + 1 >= len(doc.low) or not toks[j][-1].isspace():
        return False
    if first == 0 or toks[first - 1][-1] in "\n\r" or first == k and doc.low[j] == ")":
        return True
    before = str(int(doc.low[k]) - 1)
    return doc.low[j] == ")" and toks[first - 1][-1].isspace() and (before == "0" or before in doc.low[doc.bounds[k][0] : k])


def _is_dialled(doc: Document, numeral: Numeral) -> bool:
    """Digits that somebody dials: "called 911", "a 911 dispatcher", "text tips to 274637"."""
    word = doc.low[numeral.start]
    if word in IDIOM.dialled and word_at(doc.low, numeral.end) in IDIOM.switched:
        return True
    if not word.isdecimal() or _before_plural(doc, numeral.end):
        return False
    before = word_at(doc.low, numeral.start - 1)
    if word in IDIOM.dialled and before in ARTICLES:
        return True
    return (word in IDIOM.dialled or before == "to" and len(word) > len("2130")) and not IDIOM.dials.isdisjoint(doc.low[doc.bounds[numeral.start][0] : numeral.start])


def _numbers_noun(doc: Document, numeral: Numeral) -> bool:
    """Digits that end the noun group of one thing: "Terminal 3 was hit", "option 2 is war"; not "in Brod 12 were killed", "the toll, 12", "you 're 16", "work 40 to 50 hours", a row of a table."""
    k, j = numeral.start, numeral.end
    before, ends_line = word_at(doc.low, k - 1), j >= len(doc.low) or doc.toks[k][-1] in "\n\r"
    if ends_line or numeral.form != "digits" or numeral.suffix or not before.isalpha() or before in TOLL or sign_before(doc, k) is not None or unit_at(doc, j, True) is not None:
        return False
    if word_at(doc.low, k - 2) in ("'", "’") or word_at(doc.low, j) in RANGING and word_at(doc.low, j + 1)[:1].isdigit():
        return False
    group = nouns_of(doc).group_at(k)
    if group is None or group.end != j or group.head != k - 1 or group.time or group.plural:
        return False
    return not _has_own_verb(doc, numeral) and role(doc, k - 1) == "w" and head_noun(doc, j, False) < 0


def _has_own_verb(doc: Document, numeral: Numeral) -> bool:
    """Whether a verb stands behind digits and only a phrase before them: "in Brod 12 were killed", "on Monday 12 died"."""
    before = nouns_of(doc).group_at(numeral.start - 1) if numeral.start else None
    return before is not None and before.preposition >= 0 and (before.name or before.time) and _has_verb(doc, numeral.end)


def _ends_group(doc: Document, numeral: Numeral) -> bool:
    """ "The Group of 77"."""
    return doc.low[numeral.start - 1 : numeral.start] == ["of"] and head_noun(doc, numeral.end, False) < 0 and _ends_name(doc, numeral.start)


def _opens_name(doc: Document, numeral: Numeral) -> bool:
    """Whether digits open the name of a unit or house whose number disagrees with them: "the 92 Base Hospital", "1 Norland Rifles"."""
    j = end = numeral.end
    while end < len(doc.low) and doc.toks[end][0].isupper() and doc.bounds[end] == doc.bounds[j]:
        end += 1
    if end == j or end < len(doc.low) and role(doc, end) in "pw":  # "the 40 Royal Guards men"
        return False
    head = doc.low[end - 1]
    if end == j + 1:
        return numeral.value != 1 and head in NUMBERED  # "101 Squadron"
    return is_plural(head) if numeral.value == 1 else singular(head) in ORG_HEADS and not is_plural(head)


def _ends_name(doc: Document, k: int) -> bool:
    """Whether a number word with a capital is the last of a name: "the Brod Nine", "the Group of Seven"; not of a headline."""
    toks, low = doc.toks, doc.low
    if low[k - 1] == "of":
        return k > 1 and toks[k - 2][0].isupper() and singular(low[k - 2]) in ORG_HEADS
    group = nouns_of(doc).group_at(k)
    return group is not None and group.end == k + 1 and low[group.start] == "the" and toks[k - 1][0].isupper() and k - 1 > group.start


def _has_verb(doc: Document, k: int) -> bool:
    """Whether a verb stands at a token: "last year two were killed"."""
    return nouns_of(doc).tag(k)[:1] in FINITE


def _word_code(doc: Document, numeral: Numeral) -> bool:
    """Number words that are names or idioms: "Phase Two", "forty-niner"."""
    k, low, toks = numeral.start, doc.low, doc.toks
    if not k or numeral.form != "words":
        return False
    before = low[k - 1]
    if toks[k][0].isupper() and before.isalpha() and toks[k - 1][0].islower() and numeral.end < len(low):
        j = numeral.end + (low[numeral.end] in HYPHENS)
        if j < len(low) and toks[j][0].isupper() and low[j] not in WORDS:
            return True  # the Five Eyes
    if before in HYPHENS and k > 1 and doc.glued(k - 2) and toks[k - 2][-1].isalpha():
        return True
    if toks[k][0].isupper() and _ends_name(doc, k):
        return True
    if before in ("day", "week", "year") and (word_at(low, numeral.end) == "of" or not _has_verb(doc, numeral.end) and head_noun(doc, numeral.end, numeral.value == 1) < 0):
        return True  # day three of the siege
    return before in CODE_LOWER or (before in CODE and toks[k - 1][0].isupper() and toks[k][0].isupper() and k - 1 > doc.bounds[k][0])
