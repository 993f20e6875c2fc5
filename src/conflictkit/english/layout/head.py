"""The head of a report: its dateline, which becomes a paragraph of its own, so that nothing in it takes part in the first sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from conflictkit.engine.text import HeadParts

from ..grammar.lists import DAY_NAMES, FUNCTION, MONTH_NAMES
from ..lexicon.claims import FIXED, THING
from ..speakers.name_words import PLACES
from ..tables import TABLES

TABLE = TABLES.layout
LINES, HEAD = TABLE.lines, TABLE.head
SMALL = FUNCTION | LINES.small
"""Small words of every kind, and names that are common words too."""
NO_PLACE = HEAD.no_place
NO_REPORT = frozenset({*THING, *FIXED})
"""What lines of a sheet begin with: "MLRS - 611"."""
NO_NAME = FUNCTION.union(map(str.lower, (*MONTH_NAMES, *DAY_NAMES)))


def one_of(words: Iterable[str]) -> str:
    """The pattern of one of some words, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


@cache
def expression(source: str) -> re.Pattern[str]:
    """An expression that few texts need, compiled when one first asks for it."""
    return re.compile(source)


CAPITALS = r"(?:[^\W\d_a-zß-öø-ÿ][’'.-]?){2,}"
NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
MONTH, WEEKDAY = (rf"(?i:{one_of(names)})\b\.?" for names in (MONTH_NAMES, DAY_NAMES))
YEAR = r"(?:,? (?:(?:19|20)\d\d|\d\d)\b)?"
DAY = rf"(?P<day>(?:{WEEKDAY},? )?(?:{MONTH} \d\d?(?:st|nd|rd|th)?(?!\d)|\d\d?(?:st|nd|rd|th)? {MONTH}){YEAR})"
DIGIT, A_DAY = re.compile(r"\d"), re.compile(DAY)
AGENCY = r"(?:\((?P<agency>[^()\n]+)\)|/(?P<slashed>[^/\n]+)/|\[(?P<squared>[A-Z][\w -]+)\])"
REGION = rf"(?:, (?!{MONTH}|{WEEKDAY})(?P<region>{NAME}(?: {NAME}){{0,2}})| \({NAME}(?: {NAME}){{0,2}}\))?"
DASH = r"(?: ?(?:--+|[–—―_])+ ?| -+ ?|-+ )"
NOTES = r"(?:\[(?!Begin |[^\[\]\n]*(?:interview|conference|speech|address|message|remarks|discussion)s? [^\[\]\n]*?\b(?:by|with) )[^\[\]\n]+\] ?)*"
"""Notes in brackets behind a dateline, but for those that name who speaks below: "[interview with Ana Ruiz]"."""

PLACE = rf"(?P<place>{NAME}(?:[ /](?:(?:de|del|la|al) )?{NAME}){{0,4}}(?: city)?)"

AGENCIES = re.compile(rf"\b{one_of(HEAD.agencies)}\b|(?i:news|agency|radio|television|service|press)")

DATELINES = tuple(
    rf"{pattern}(?P<cut>{cut}){NOTES}(?=[^\s–—-]|\n+(?P<next>.))"
    for pattern, cut in (
        # BARIZ, Norland, Oct 9 (Reuters) - ; Bariz, 9 Oct 89 (EFE) -- ; BARIZ, October 9. /TASS/. ; BARIZ, Oct. 9 -
        (rf"{PLACE}{REGION}[,.:]? {DAY}(?:[,.]? {AGENCY})?", rf"(?:{DASH}|[.:] )"),
        # Bariz, no date (EFE) --
        (rf"{PLACE}{REGION}[,.:]? no date(?:[,.]? {AGENCY})?", rf"(?:{DASH}|[.:] )"),
        # BARIZ (Reuters) - ; Bariz, Norland (dpa) — ; BARIZ (AP)_
        (rf"{PLACE}{REGION},? {AGENCY}", rf"(?:{DASH}|: |\. )"),
        # Reuters, BARIZ - ; AFP - BARIZ -
        (rf"(?P<agency>{NAME})(?:,| -) (?P<place>{CAPITALS}(?: {CAPITALS}){{0,3}})", DASH),
        # Bariz, Oct 9, IRNA –
        (rf"{PLACE}{REGION}, {DAY}, (?P<agency>{AGENCIES.pattern})", DASH),
        # Oct. 9 (UPI) --
        (rf"(?P<place>){DAY} {AGENCY}", DASH),
        # BARIZ — (AP)
        (rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,4}}){REGION}{DASH}\((?P<agency>[A-Z][^()\n]+)\)", " "),
        # Bariz, Norland – October 9, 2025: ; BARIZ – October 9, 2025 –
        (rf"{PLACE}{REGION}{DASH}{DAY}", rf"(?:{DASH}|: )"),
        # 9 October 2025, Bariz –
        (rf"{DAY}, {PLACE}", rf"(?:{DASH}|: )"),
        # Bariz | AP -
        (rf"{PLACE}{REGION} \| (?P<agency>{NAME})", DASH),
        # [Bariz, October 9, 2025]
        (rf"\[{PLACE}{REGION}, {DAY}\]", rf"(?:{DASH}|:? )"),
        # BARIZ, Norland — ; BARIZ/TIRSA --
        (rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,4}}){REGION}", DASH),
        # (Bariz, October 9, 2025) –
        (rf"\((?P<place>{NAME}(?: {NAME}){{0,3}}), {DAY}\)", DASH),
        # (Bariz) – ; (AFP) -
        (rf"\((?P<place>{NAME}(?: {NAME}){{0,3}})\)", DASH),
        # Bariz: ; Lower Bariz, Norland:
        (rf"(?P<place>(?!{CAPITALS}\b){NAME}(?: {NAME}){{0,2}}){REGION}", ": "),
        # BARIZ: ; BARIZ, Norland:
        (rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,3}}){REGION}", ": "),
    )
)
"""The forms of datelines, the fullest first."""
DATELESS = tuple(form for form in DATELINES if DAY not in form)
"""The forms that a line without a day can have."""
BARE = re.compile(
    rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,4}})(?:, (?P<region>{one_of(name.title() for name in PLACES if ' ' in name)}|{NAME}))?"
    rf"(?:/{CAPITALS})?(?P<cut> )(?=[“\"‘'«]?[^\W\d_a-z][\w’'.-]*[ ,])"
)
"""BARIZ, Norland Gunmen killed ... ; BARIZ/TIRSA Gunmen killed ...: a dateline that lost its dash."""
NAME_COLON, COLON = DATELINES[-2:]
NO_WORDS = re.compile(r"[\W\d_]+(?:$|\n)")
HEAD_LINES = 8
"""The dateline stands among the first lines."""
CUT = re.compile(r"[–—―_:/]|--|-[ \n]|[.\]] ")
LONGEST = 120
"""Within so many characters a dateline ends, with one of these marks."""
LONG_TEXT = 200
"""In a text of this many characters capitals before a colon are a dateline, not the source of a headline."""
SPEAKING = re.compile(rf"^{CAPITALS}(?: {CAPITALS}){{0,3}}:", re.MULTILINE)
SENTENCE = re.compile(r"[^\n]*?[a-z0-9)][.?!][\"”]?(?=\s|$)")
LABELLED = re.compile(rf"^{NAME}(?: {NAME}){{0,3}}:", re.MULTILINE)
"""Lines that begin with who is given the floor."""


def find_head(text: str, common: Callable[[str], bool]) -> HeadParts | None:
    """The dateline at the head of a text, in parts, or None; ``common`` tells words that are no names ("NEW: ...")."""
    start = 0
    for _ in range(HEAD_LINES):
        stop = text.find("\n", start)
        ends = min(start + LONGEST, stop + 1 or len(text))
        if CUT.search(text, start, ends):
            for form in DATELINES if DIGIT.search(text, start, ends) and A_DAY.search(text, start, ends) else DATELESS:
                if (match := expression(form).match(text, start)) is not None and _is_dateline(match, text, common):
                    return _head(match)
        if (bare := BARE.match(text, start)) is not None and _is_bare(bare, text):
            return _head(bare)
        start = stop + 1
        if not start:
            break
    return None


def _is_dateline(match: re.Match[str], text: str, common: Callable[[str], bool]) -> bool:
    """Whether what has the form of a dateline is one: its place is no flag, thing or body, a report follows."""
    place = match["place"]
    if not place:
        return _is_told(match, agency=True)
    first = place.split()[0]
    if place.lower() in NO_REPORT or place.upper() in NO_PLACE or first.upper() in NO_PLACE:
        return False
    if match.re.pattern == NAME_COLON:
        return match["next"] is None and first.lower() not in NO_NAME and _is_place(place, text) and _is_sentence(text, match.end()) and _leads_a_report(match, text)
    if not place.isupper() and not place.startswith("(") and (first.lower() in NO_NAME or not _is_told(match)):
        return False
    if match.re.pattern == COLON:
        return match["next"] is None and not common(place.lower()) and place.replace(" ", "").isalpha() and _leads_a_report(match, text)
    if match["next"] is None and NO_WORDS.match(text, match.end()):  # AFV - 611 (+4)
        return False
    following = match["next"] or text[match.end()]
    return following.isupper() or following in "\"“‘'«(0123456789$€£[" or match.groupdict().get("day") is not None


def _is_bare(match: re.Match[str], text: str) -> bool:
    """Whether capitals before a sentence are a place: with a region or a second place, a known place, or one that the text names again."""
    place = match["place"].split("/")[0]
    if place in NO_PLACE or "." in place or text[match.end()].isupper() and text[match.end() + 1 : match.end() + 2].isupper():
        return False
    return match["region"] is not None or "/" in match["place"] or place.lower() in PLACES or place.title() in text


def _is_place(name: str, text: str) -> bool:
    """Whether a name is a known place, or one in which the text tells something."""
    return name.lower() in PLACES or re.search(rf"\b(?:in|near) {re.escape(name)}\b", text) is not None


def _is_sentence(text: str, start: int) -> bool:
    """Whether a sentence ends in a line, so that it is no headline."""
    return SENTENCE.match(text, start) is not None


def _leads_a_report(match: re.Match[str], text: str) -> bool:
    """Whether a name before a colon stands before a long text in which nobody else is given the floor so."""
    body, floor = match.end(), SPEAKING if match["place"].isupper() else LABELLED
    return len(text) - body > LONG_TEXT and not text[body].isdigit() and len(floor.findall(text)) == (match["region"] is None)


def _is_told(match: re.Match[str], *, agency: bool = False) -> bool:
    """Whether more than a name in small letters makes a dateline: an agency that is known, else a day or brackets around it."""
    groups = match.groupdict()
    if AGENCIES.search(groups.get("agency") or groups.get("slashed") or ""):
        return True
    return not agency and (bool(groups.get("day")) or match[0][0] == "(")


def _head(match: re.Match[str]) -> HeadParts:
    groups = match.groupdict()
    named = next((name for name in ("agency", "slashed", "squared") if groups.get(name)), None)
    agency = match[named] if named else None
    day = match.span("day") if groups.get("day") else None
    if named and A_DAY.fullmatch(match[named]):  # BARIZ (Oct. 9, 2025) -
        agency, day = None, match.span(named)
    start, end = match.span("place")
    end -= match["place"].endswith(".") and match["place"].count(".") == 1
    place: tuple[int, int] | None = (start, end) if start < end else None
    if match[0][0] == "(" and (match["place"].isupper() or AGENCIES.search(match["place"])):
        agency, place = match["place"], None
    region = match.span("region") if groups.get("region") else None
    return HeadParts(match.start(), match.start("cut"), place, region, day, agency, match.end())
