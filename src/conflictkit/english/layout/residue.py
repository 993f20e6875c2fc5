"""What stands around a report and is not read: lines of the page, headers and signatures of mails, bylines, credits, counters, URLs, footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from conflictkit.engine.lines import Edit

from ..tables import TABLES
from .head import HEAD, HEAD_LINES, NAME, one_of

WORDS = TABLES.layout.residue
COUNTERS = one_of(WORDS.counters)

# --- whole lines --------------------------------------------------------------------------------------------------------

FLAG = re.compile(rf"{one_of(HEAD.flags)}(?:: | ?[|–—] | - )", re.IGNORECASE)
PARTICLE = f"(?: {one_of(TABLES.speakers.runs.particle)})?"
PERSON = f"{NAME}(?:{PARTICLE} {NAME}){{0,4}}"
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Reported by) {PERSON}"  # By Lena Falk
    rf"(?:(?:,| and| &|, and) {PERSON})*"  # and Bo Adler
    rf"(?: ?[|,–—-] ?[^.!?]*| for {PERSON})?"  # , staff writer
)
RESIDUAL = re.compile(
    rf"{one_of(WORDS.begin)}(?!\w)"
    rf"|{one_of(WORDS.label)}:"
    rf"|{one_of(WORDS.whole)}\W*\Z"
    rf"|[\d.,]+[km]? {COUNTERS}\b.{{0,40}}\Z"  # 1,204 shares
    rf"|(?:share|like|comment)s?[ :(]{{1,2}}[\d.,]+[km]?\b.*\Z"  # Comments (214)
    rf"|\d{{1,2}}[ -]min(?:ute)?s? read\b.*\Z"
    rf"|on .+ wrote:\Z",
    re.IGNORECASE,
)
MAIL = re.compile(rf"(?:{one_of((*WORDS.mail, 'subject'))}|x-[\w-]+):(?: |\Z)", re.IGNORECASE)
SUBJECT = re.compile(r"subject: *(?:(?:re|fwd?): *)*", re.IGNORECASE)
SIGNATURE = frozenset({"--", "---", "__"})
"""Lines behind which the signature of a mail stands, up to an empty line."""
SYMBOL = "[\u2190-\u2bff\U0001f000-\U0001faff]"
REACTIONS = re.compile(rf"(?:{SYMBOL}+ ?\d[\d.,]*(?: \d{{3}})*[kKmM]?(?: {COUNTERS})? *)+\Z")
"""What a channel counts below a post: a picture and how often."""
ACCOUNT = re.compile(r"(?:[^\s@]{1,30} ){0,4}@\w{2,30}(?: ?[·•|] ?[\w ]{1,20})*\Z")
"""Who posts, and when: "Harbour Watch @harbourwatch · 6h"."""
PAGE = re.compile(r"(?:(?:[-–—] ?)?\d{1,4} [-–—]|page \d{1,4}(?: of \d{1,4})?)\Z", re.IGNORECASE)
"""A line that numbers a page."""
BEGINNINGS = (*WORDS.whole, *WORDS.begin, *WORDS.label, *WORDS.mail, *"share like likes comment by written reported on subject".split())
FIRST_WORDS = frozenset(phrase.split()[0].lower() for phrase in BEGINNINGS)
"""What lines of the page begin with; besides those that begin with a number."""
LONGEST = 160
"""No line of the page that is known by its beginning is longer."""

# --- parts of lines -----------------------------------------------------------------------------------------------------

PHONE = (
    r"(?<!\w)(?:\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]\d{2,5}){2,4}"  # +380 44 555 0142
    r"|\(\d{3}\) ?\d{3}-\d{4}"  # (212) 555-0117
    r"|\d{1,4}(?: \d{2,4}){2,4} \d\d)"  # 8 800 555 01 19
    r"(?![\w,])(?: ?\(?ext\.? ?\d{1,5}\)?)?"
)
TIMES = r"(?<![\w.,])(?P<times>\d{1,4})(?=x [A-Z0-9])"
MARKED = re.compile(r"\d(?:(?<=[\[+]\d)|(?<=\(\d)\d\d\)| \d{2,4} \d\d|x )")
"""A text without these figures, and without addresses, has none of the following."""
IN_LINE = re.compile(rf"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]|\[\d{{1,3}}\]|{TIMES}|{PHONE}")
"""URLs, footnote marks, numbers glued to a sign ("2x T-72"), telephone numbers."""
POST = re.compile(r" \(?\d{1,2}/(\d{1,2})\)?$", re.MULTILINE)
IN_THREAD = re.compile(rf"(?<=[.!?…”\"\])]|{SYMBOL}) \(?\d{{1,2}}/\d{{0,2}}\)?\Z")
"""Which post of a thread a line is: "... 3/9"."""
HOUR = r"\d{1,2}(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: [A-Z]{2,5})?"
STAMP = re.compile(rf"(?:\[{HOUR}\]|{HOUR})(?P<cut>:? [–—|] ?|: | - )(?=[^\W\d_]|\W?\w)")
"""The hour of an entry before what it says: "9:40 p.m. — Two rockets hit the port"."""

MARKUP = (
    ("](", re.compile(r"(\[)[^\[\]\n]+(\]\((?:https?:|www\.|mailto:|[/#])[^()\s]+\))")),  # [Bariz](https://...)
    ("*", re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]+(?<=\S)(\1)(?![\w*])")),  # **nine killed**
)
"""Links and stressed words as markdown writes them, each with a mark that a text with one has."""

# --- the end of a report ------------------------------------------------------------------------------------------------

CREDITS = re.compile(
    r"[ \n]*(?:\((?:[^()\n]* )?|\n(?:[Ww]ith )?(?:[Aa]dditional )?)(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [A-Z][^\n]+\)?\s*\Z"
    r"|\n[^\n.]+ contributed (?:to this (?:report|story|article)|reporting)\b[^\n]*\s*\Z"
)


def markup(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """What stands around words in markdown, which is not read."""
    for found in pattern.finditer(text):
        yield Edit(*found.span(1), "")
        yield Edit(*found.span(2), "")


def residue(text: str) -> Iterator[Edit]:
    """What is not read: lines of the page, headers of mails, bylines, credits, URLs, footnote marks; flags before the text."""
    end = _body_end(text)
    lines = text[:end].split("\n")
    cuts = _cuts(lines)
    marked = "://" in text or "www." in text or MARKED.search(text) is not None
    posts = POST.findall(text) if "/" in text else []
    post = POST if len(posts) > 1 and len(set(posts)) == 1 else IN_THREAD
    start = 0
    for line, cut in zip(lines, cuts, strict=True):
        stop = start + len(line)
        if cut:
            yield Edit(start, start + cut if cut < len(line) else min(stop + 1, end), "")
        if cut < len(line):
            yield from _parts(text, line, start, cut, post, marked=marked)
        start = stop + 1
    if 0 < end < len(text):
        yield Edit(end, len(text), "")


def _body_end(text: str) -> int:
    """Where the credits in the last line of a text begin, with the blanks before them."""
    start = len(text[: max(0, text.rstrip().rfind("\n"))].rstrip(" \n"))
    last = text[start:]
    tail = CREDITS.search(text, start) if "ing by " in last or " contributed " in last else None
    return tail.start() if tail else len(text)


def _parts(text: str, line: str, start: int, cut: int, post: re.Pattern[str], *, marked: bool) -> Iterator[Edit]:
    """What is not read of a line whose first ``cut`` characters are not: the dash behind an hour, URLs and footnote marks, the number of the post."""
    stop = start + len(line)
    if not cut and line[0] in "[0123456789" and (stamp := STAMP.match(line)):
        yield Edit(start + stamp.start("cut"), start + stamp.end(), "\n")
    if marked:
        yield from _in_line(text, start + cut, stop)
    if line[-1] in "0123456789/)" and (number := post.search(line, max(0, len(line) - 8))):
        yield Edit(start + number.start(), stop, "")


def _in_line(text: str, start: int, stop: int) -> Iterator[Edit]:
    """URLs, with the blank before them, and footnote marks that are glued to a word."""
    for mark in IN_LINE.finditer(text, start, stop):
        a, b = mark.span()
        if mark["times"]:
            yield Edit(b, b, " ")
        elif mark[0][0] != "[":
            yield Edit(a - (a > start and text[a - 1] == " "), b, "")
        elif a > start and text[a - 1] != " ":
            yield Edit(a, b, "")


def _cuts(lines: Sequence[str]) -> list[int]:
    """How many characters at the beginning of each line are not read."""
    if len(lines) == 1:
        return [_flag(lines[0])]
    headers = _headers(lines)
    cuts: list[int] = []
    row = 0  # lines that are not empty
    signed = False
    for n, line in enumerate(lines):
        row += bool(line)
        signed = bool(line) and (signed or bool(headers) and line in SIGNATURE)
        if not line:
            cuts.append(0)
        elif n in headers:
            cuts.append(subject.end() if (subject := SUBJECT.match(line)) else len(line))
        else:
            cuts.append(len(line) if signed or _is_of_page(line, row) else _flag(line) if row <= HEAD_LINES else 0)
    return cuts


def _headers(lines: Sequence[str]) -> set[int]:
    """The lines that are headers of a mail: at least two, one below the other."""
    found = [n for n, line in enumerate(lines) if len(line) <= LONGEST and MAIL.match(line)]
    return {n for a, b in pairwise(found) if b == a + 1 for n in (a, b)}


def _is_of_page(line: str, row: int) -> bool:
    """Whether a line belongs to the page, not to the report; ``row`` counts the lines that are not empty."""
    if line[0] > "\u2189" and REACTIONS.match(line) or line[0] in "-–—pP0123456789" and PAGE.match(line) or "@" in line and ACCOUNT.match(line):
        return True
    first = line.split(" ", 1)[0].lower()
    if len(line) > LONGEST or first not in FIRST_WORDS and first.rstrip(":.") not in FIRST_WORDS and not first[:1].isdigit():
        return False
    return bool(RESIDUAL.match(line)) or row <= HEAD_LINES and bool(BYLINE.fullmatch(line))


def _flag(line: str) -> int:
    """How many characters of a line are a mark before a report ("UPDATE 2 -")."""
    return flag.end() if (flag := FLAG.match(line)) else 0
