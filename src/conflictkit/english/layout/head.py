"""The head of a report and what stands around it: the dateline, marks before the text, lines of the page, URLs and footnote marks.

A dateline becomes a paragraph of its own, so that nothing in it takes part in the first sentence. What belongs to the page is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conflictkit._lexicon import read_tables, word_list
from conflictkit.engine.lines import Edit
from conflictkit.engine.text import HeadParts
from conflictkit.english.lexicon.claims import FIXED, THING
from conflictkit.english.speakers.name_words import PLACES

TABLE = read_tables("conflictkit.english.layout", "layout.toml")
HEAD = {name: word_list(value, f"head.{name}") for name, value in TABLE["head"].items()}
RESIDUE = {name: word_list(value, f"residue.{name}") for name, value in TABLE["residue"].items()}
NO_PLACE = frozenset(HEAD["no_place"])
NO_NAME = frozenset(word.lower() for name in ("months", "weekdays", "no_name") for word in HEAD[name])


def one_of(words: Iterable[str]) -> str:
    """The pattern of one of some words, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


CAPITALS = r"(?:[^\W\d_a-zß-öø-ÿ][’'.-]?){2,}"
NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
MONTH, WEEKDAY = (rf"(?i:{one_of(HEAD[name])})\b\.?" for name in ("months", "weekdays"))
YEAR = r"(?:,? (?:(?:19|20)\d\d|\d\d)\b)?"
DAY = rf"(?P<day>(?:{WEEKDAY},? )?(?:{MONTH} \d\d?(?:st|nd|rd|th)?(?!\d)|\d\d?(?:st|nd|rd|th)? {MONTH}){YEAR})"
IN_BRACKETS = re.compile(DAY)
AGENCY = r"(?:\((?P<agency>[^()\n]{2,60})\)|/(?P<slashed>[^/\n]{2,40})/|\[(?P<squared>[A-Z][\w -]{1,30})\])"
REGION = rf"(?:, (?!{MONTH}|{WEEKDAY})(?P<region>{NAME}(?: {NAME}){{0,2}})| \({NAME}(?: {NAME}){{0,2}}\))?"
DASH = r"(?: ?(?:--+|[–—―_])+ ?| -+ ?|-+ )"
NOTES = r"(?:\[[^\[\]\n]{1,120}\] ?)*"

DATELINES = tuple(
    re.compile(rf"{pattern}(?P<cut>{cut}){NOTES}(?=[^\s–—-]|\n+(?P<next>.))")
    for pattern, cut in (
        # BARIZ, Norland, Oct 9 (Reuters) - ; Bariz, 9 Oct 89 (EFE) -- ; BARIZ, October 9. /TASS/. ; BARIZ, Oct. 9 -
        (rf"(?P<place>{NAME}(?:[ /]{NAME}){{0,4}}(?: city)?){REGION}[,.:]? {DAY}(?:[,.]? {AGENCY})?", rf"(?:{DASH}|[.:] )"),
        # BARIZ (Reuters) - ; Bariz, Norland (dpa) — ; BARIZ (AP)_
        (rf"(?P<place>{NAME}(?:[ /]{NAME}){{0,4}}(?: city)?){REGION},? {AGENCY}", rf"(?:{DASH}|: |\. )"),
        # Reuters, BARIZ - ; AFP - BARIZ -
        (rf"(?P<agency>{NAME})(?:,| -) (?P<place>{CAPITALS}(?: {CAPITALS}){{0,3}})", DASH),
        # BARIZ, Norland — ; BARIZ/TIRSA --
        (rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,4}}){REGION}", DASH),
        # (Bariz) – ; (Bariz, October 9, 2025) – ; (AFP) -
        (rf"\((?P<place>{NAME}(?: {NAME}){{0,3}})(?:, {DAY})?\)", DASH),
        # BARIZ:
        (rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,3}})", ": "),
    )
)
"""The forms of datelines, the fullest first."""
BARE = re.compile(
    rf"(?P<place>{CAPITALS}(?:[ /]{CAPITALS}){{0,4}})(?:, (?P<region>{one_of(name.title() for name in PLACES if ' ' in name)}|{NAME}))?"
    rf"(?:/{CAPITALS})?(?P<cut> )(?=[“\"‘'«]?[^\W\d_a-z][\w’'.-]*[ ,])"
)
"""BARIZ, Norland Gunmen killed ... ; BARIZ/TIRSA Gunmen killed ...: a dateline that lost its dash."""
AGENCIES = re.compile(rf"\b{one_of(HEAD['agencies'])}\b|(?i:news|agency|radio|television|service|press)")
COLON = DATELINES[-1]
NO_WORDS = re.compile(r"[\W\d_]+(?:$|\n)")
HEAD_LINES = 8
"""The dateline stands among the first lines."""
CUT = re.compile(r"[–—―_:/]|--|-[ \n]|\. ")
LONGEST = 120
"""Within so many characters a dateline ends, with one of these marks."""
LONG_TEXT = 200
"""In a text of this many characters capitals before a colon are a dateline, not the source of a headline."""
SPEAKING = re.compile(rf"^{CAPITALS}(?: {CAPITALS}){{0,3}}:", re.MULTILINE)


def find_head(text: str) -> HeadParts | None:
    """The dateline at the head of a text, in parts, or None."""
    start = 0
    for _ in range(HEAD_LINES):
        stop = text.find("\n", start)
        if CUT.search(text, start, min(start + LONGEST, stop + 1 or len(text))):
            for form in DATELINES:
                match = form.match(text, start)
                if match and _is_dateline(match, text):
                    return _head(match)
        if (bare := BARE.match(text, start)) is not None and _is_bare(bare, text):
            return _head(bare)
        start = stop + 1
        if not start:
            break
    return None


def _is_dateline(match: re.Match[str], text: str) -> bool:
    """Whether what has the form of a dateline is one: its place is no flag or body, a report follows."""
    place = match["place"]
    if place.lower() in THING or place.lower() in FIXED:  # MLRS - 611
        return False
    if place.upper() in NO_PLACE or place.split()[0].upper() in NO_PLACE:
        return False
    if not place.isupper() and not place.startswith("(") and (place.split()[0].lower() in NO_NAME or not _is_told(match)):
        return False
    if match.re is COLON:
        return place.isalpha() and match["next"] is None and _leads_a_report(text, match.end())
    if match["next"] is None and NO_WORDS.match(text, match.end()):  # AFV - 611 (+4)
        return False
    following = match["next"] or text[match.end()]
    return following.isupper() or following in "\"“‘'«(0123456789$€£[" or match.groupdict().get("day") is not None


def _is_bare(match: re.Match[str], text: str) -> bool:
    """Whether capitals before a sentence are a place: with a region or a second place, a known place, or one that the text names again."""
    place = match["place"].split("/")[0]
    if place in NO_PLACE or text[match.end()].isupper() and text[match.end() + 1 : match.end() + 2].isupper():
        return False
    return match["region"] is not None or "/" in match["place"] or place.lower() in PLACES or place.title() in text


def _leads_a_report(text: str, body: int) -> bool:
    """Whether capitals before a colon stand before a long text in which nobody else is given the floor so."""
    return len(text) - body > LONG_TEXT and not text[body].isdigit() and len(SPEAKING.findall(text)) == 1


def _is_told(match: re.Match[str]) -> bool:
    """Whether more than a name in small letters makes a dateline: a day, an agency that is known, brackets around it."""
    groups = match.groupdict()
    return bool(groups.get("day")) or bool(AGENCIES.search(groups.get("agency") or groups.get("slashed") or "")) or match[0][0] == "("


def _head(match: re.Match[str]) -> HeadParts:
    groups = match.groupdict()
    named = next((name for name in ("agency", "slashed", "squared") if groups.get(name)), None)
    agency = match[named] if named else None
    day = match.span("day") if groups.get("day") else None
    if named and IN_BRACKETS.fullmatch(match[named]):  # BARIZ (Oct. 9, 2025) -
        agency, day = None, match.span(named)
    start, end = match.span("place")
    end -= match["place"].endswith(".") and match["place"].count(".") == 1
    place: tuple[int, int] | None = (start, end)
    if match[0][0] == "(" and (match["place"].isupper() or AGENCIES.search(match["place"])):
        agency, place = match["place"], None
    region = match.span("region") if groups.get("region") else None
    return HeadParts(match.start(), match.start("cut"), place, region, day, agency, match.end())


# What is not read

FLAG = re.compile(rf"{one_of(HEAD['flags'])}(?:: | ?[|–—] | - )", re.IGNORECASE)
PARTICLE = f"(?: {one_of(HEAD['particles'])})?"
PERSON = f"{NAME}(?:{PARTICLE} {NAME}){{0,4}}"
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Reported by) {PERSON}"  # By Lena Falk
    rf"(?:(?:,| and| &|, and) {PERSON}){{0,4}}"  # and Bo Adler
    rf"(?: ?[|,–—-] ?[^.!?]{{0,60}}| for {PERSON})?"  # , staff writer
)
RESIDUAL = re.compile(
    rf"{one_of(RESIDUE['begin'])}(?!\w)"
    rf"|{one_of(RESIDUE['label'])}:"
    rf"|{one_of(RESIDUE['whole'])}\W*\Z"
    rf"|[\d.,]+[km]? {one_of(RESIDUE['counters'])}\b.{{0,40}}\Z"  # 1,204 shares
    rf"|(?:share|like|comment)s? [\d.,]+[km]?\b.{{0,40}}\Z"
    rf"|on .{{5,80}} wrote:\Z",
    re.IGNORECASE,
)
MAIL = re.compile(rf"(?:{one_of((*RESIDUE['mail'], 'subject'))}|x-[\w-]+):(?: |\Z)", re.IGNORECASE)
SUBJECT = re.compile(r"subject: *(?:(?:re|fwd?): *)*", re.IGNORECASE)
CREDITS = re.compile(
    r"[ \n]*(?:\((?:[^()\n]{0,40} )?|\n(?:[Ww]ith )?(?:[Aa]dditional )?)(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [A-Z][^\n]{2,300}\)?\s*\Z"
    r"|\n[^\n.]{2,200} contributed (?:to this (?:report|story|article)|reporting)\b[^\n]{0,60}\s*\Z"
)
PHONE = r"(?<!\w)(?:\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]\d{2,5}){2,4}|\(\d{3}\) ?\d{3}-\d{4})(?![\w,])"
IN_LINE = re.compile(rf"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]|\[\d{{1,3}}\]|{PHONE}")
"""URLs, footnote marks, telephone numbers."""
SYMBOL = "[\u2190-\u2bff\U0001f000-\U0001faff]"
REACTIONS = re.compile(rf"(?:{SYMBOL}+ ?[\d.,]+[kKmM]?(?: (?:{one_of(RESIDUE['counters'])}))? *)+\Z")
"""What a channel counts below a post: a picture and how often."""
IN_THREAD = re.compile(rf"(?<=[.!?…”\"\])]|{SYMBOL}) \(?\d{{1,2}}/\d{{0,2}}\)?\Z")
"""Which post of a thread a line is: "... 3/9"."""
POST = re.compile(r" \(?\d{1,2}/(\d{1,2})\)?$", re.MULTILINE)
PAGE = re.compile(r"(?:(?:[-–—] ?)?\d{1,4} [-–—]|page \d{1,4}(?: of \d{1,4})?)\Z", re.IGNORECASE)
"""A line that numbers a page."""
BEGINNINGS = ("share", "shares", "like", "likes", "comment", "comments", *(phrase for name in ("whole", "begin", "label", "mail") for phrase in RESIDUE[name]), *HEAD["flags"], "by", "written", "reported", "on", "subject")
FIRST_WORDS = frozenset(phrase.split()[0].lower() for phrase in BEGINNINGS)
"""What lines that are not read begin with; besides those that begin with a number."""
RESIDUE_LENGTH = 160
"""No line of the page that is known by its beginning is longer."""
CREDITS_WITHIN = 600
"""So near the end of a text its credits begin."""


def residue(text: str) -> Iterator[Edit]:
    """What is not read: lines of the page, headers of mails, bylines, credits, URLs, footnote marks; flags before the text."""
    last = text[-CREDITS_WITHIN:]
    tail = CREDITS.search(text, max(0, len(text) - CREDITS_WITHIN)) if "ing by " in last or " contributed " in last else None
    end = tail.start() if tail else len(text)
    marked = "://" in text or "www." in text or "[" in text or "+" in text or ") " in text
    lines = text[:end].split("\n")
    posts = POST.findall(text) if "/" in text else []
    thread = len(posts) > 1 and len(set(posts)) == 1
    start = row = 0
    for n, line in enumerate(lines):
        stop = start + len(line)
        if line:
            row += 1
            cut = _residual(line, row, lines[max(0, n - 1)], lines[min(n + 1, len(lines) - 1)]) if len(lines) > 1 else _flag(line)
            if cut:
                yield Edit(start, start + cut if cut < len(line) else min(stop + 1, end), "")
            if marked and cut < len(line):
                yield from _in_line(text, start + cut, stop)
            if line[-1] in "0123456789/)" and cut < len(line) and (post := (POST if thread else IN_THREAD).search(line, max(0, len(line) - 8))):
                yield Edit(start + post.start(), stop, "")
        start = stop + 1
    if tail and end:
        yield Edit(end, len(text), "")


def _in_line(text: str, start: int, stop: int) -> Iterator[Edit]:
    """URLs, with the blank before them, and footnote marks that are glued to a word."""
    for mark in IN_LINE.finditer(text, start, stop):
        a, b = mark.span()
        if mark[0][0] != "[":
            yield Edit(a - (a > start and text[a - 1] == " "), b, "")
        elif a > start and text[a - 1] != " ":
            yield Edit(a, b, "")


def _residual(line: str, row: int, before: str, behind: str) -> int:
    """How many characters of a line are not read; ``row`` counts the lines that are not empty."""
    if line[0] > "\u2189" and REACTIONS.match(line) or line[0] in "-–—pP0123456789" and PAGE.match(line):
        return len(line)
    first = line.split(" ", 1)[0].lower()
    if first not in FIRST_WORDS and first.rstrip(":.") not in FIRST_WORDS and not first[:1].isdigit() and first[:2] != "x-":
        return 0
    if len(line) <= RESIDUE_LENGTH:
        if MAIL.match(line) and ((before is not line and MAIL.match(before)) or (behind is not line and MAIL.match(behind))):
            return subject.end() if (subject := SUBJECT.match(line)) else len(line)
        if RESIDUAL.match(line) or (row <= HEAD_LINES and BYLINE.fullmatch(line)):
            return len(line)
    return _flag(line) if row <= HEAD_LINES else 0


def _flag(line: str) -> int:
    """How many characters of a line are a mark before a report ("UPDATE 2 -")."""
    return flag.end() if (flag := FLAG.match(line)) else 0
