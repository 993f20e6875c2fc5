"""Builders of times of day: clock times, ranges of them, spoken ones, and parts of the day."""

from __future__ import annotations

import re

from conflictkit._rules import Match

from ..tables import TABLES
from .parts import CONTEXT, TABLE, TIME, VALUES, Made, Parts, after, before, int_of, tight

AGAIN = re.compile(rf"[\[(]\d{{4}}(?: ?(?:and|to|-) ?\d{{4}})? (?:{'|'.join(map(re.escape, sorted(TABLES.dates.ZONE)))})\b", re.IGNORECASE)
"""Hours of four digits and their zone in brackets."""
BEFORE_DAWN = 6
"""Hours "at night" that are those of the morning."""


def clock_parts(m: Match) -> Made | None:
    """9:30 a.m. EST, 5pm, ten a.m., 15h30, 2130 hours, noon."""
    if m.at("plain") >= 0:
        return _four_digits(m)
    if m.at("h") < 0:
        named = TABLE.dayparts[m.word("part")]
        return (Parts(m.start, m.end, timex_type=TIME, time=named),) if before(m.doc, m.start) != "high" else None
    half = _half(m)
    hour, minute = _hour(m, half)
    if hour > 24 or minute > 59 or not _is_time(m, half):
        return None
    second = int_of(m, "ss")
    return (Parts(m.start, m.end, timex_type=TIME, time=f"T{hour:02}:{minute:02}" + (f":{second:02}" if second is not None and second < 60 else "")),)


def _half(m: Match) -> str:
    """The half of the day that is told: "am" or "p.m.", with the hour, the minutes or by itself."""
    for word in (m.word("h"), m.word("mm")):
        if word.endswith(("am", "pm")):
            return word[-2:]
    return m.word("half")


def _hour(m: Match, half: str) -> tuple[int, int]:
    """Hour and minute as written, the hour by the clock of 24; an hour beyond it where the words tell no time."""
    word = m.word("h")
    digits = "".join(c for c in word if c.isdigit()) or str(VALUES.get(word, 99))
    hour, minute = int(digits), int_of(m, "mm") or 0
    if m.at("military") >= 0:
        hour, minute = (int(digits[:2]), int(digits[2:])) if len(digits) == 4 else (99, 0)
    elif found := POINTED.fullmatch(word):
        hour, minute = int(found[1]), int(found[2])
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return hour, minute


def _is_time(m: Match, half: str) -> bool:
    """Whether figures with a colon are a time, not a score, a verse or a part of something longer."""
    doc, a = m.doc, m.at("h")
    if m.at("mm") < 0:
        return True
    if len(m.word("mm")) not in (2, 4, 5) or not doc.glued(m.at("mm") - 1) or not doc.glued(a):
        return False
    left = before(doc, a)
    follows = left == "-" and a > 2 and doc.low[a - 3] == ":" and doc.low[a - 2].isdigit()
    if half:
        return True
    if tight(doc, a) and left not in CONTEXT.opening and not follows:
        return False
    told = m.at("zone") >= 0
    if after(doc, m.end) == ":" and doc.glued(m.end - 1) and not told:
        return False
    return told or m.at("hours") >= 0 or len(m.word("h")) > 1 or left in CONTEXT.before_hours


POINTED = re.compile(r"(\d\d?)(?:\.|h)(\d\d)(?:[ap]m)?")
"""An hour with its minutes in one word: "9.30pm", "15h30"."""


def _four_digits(m: Match) -> Made | None:
    """ "at 0300", with a nought in front, before its day: "at 1830 on Thursday", or before another clock's; "at 1900" may be a year or a number."""
    word = m.word("h")
    told = word[0] == "0" or _is_told_again(m) or word < "24" and after(m.doc, m.end) == "on" and m.word("plain") == "at"
    if not told or _military(word) is None or after(m.doc, m.end) in CONTEXT.behind_hours:
        return None
    return (Parts(m.at("h"), m.end, timex_type=TIME, time=_military(word) or ""),)


def four_digit_pair(m: Match) -> Made | None:
    """ "between 1310 and 1350 [1910 and 1950 GMT]", "1910 to 1950 GMT"."""
    first, last = _military(m.word("h")), _military(m.word("h2"))
    if first is None or last is None or not (m.at("zone") >= 0 or _is_told_again(m)):
        return None
    return Parts(m.at("h"), m.at("h") + 1, timex_type=TIME, time=first), Parts(m.at("h2"), m.end, timex_type=TIME, time=last)


def _military(word: str) -> str | None:
    """The time that four digits tell."""
    return f"T{word[:2]}:{word[2:]}" if len(word) == 4 and word[:2] < "25" and word[2:] < "60" else None  # noqa: PLR2004


def _is_told_again(m: Match) -> bool:
    """Whether brackets behind hours give them by another clock: "at 1407 [2007 GMT]"."""
    return m.end < len(m.doc) and AGAIN.match(m.doc.text, m.doc.off[m.end]) is not None


def spoken_clock(m: Match) -> Made | None:
    """ "at 4 in the morning", "half past nine"; "two in the morning" without "at" may count people."""
    hour, minute = VALUES.get(m.word("h")) or int_of(m, "h"), int_of(m, "mm") or 0
    if m.at("past") >= 0:
        return _half_past(m, hour)
    if hour is None or not 1 <= hour <= 12 or minute > 59 or before(m.doc, m.start) not in CONTEXT.before_hours:
        return None
    early = m.word("part") == "morning" or (m.word("part") == "night" and hour % 12 < BEFORE_DAWN)
    hour = hour % 12 + (0 if early else 12)
    return (Parts(m.start, m.end, timex_type=TIME, time=f"T{hour:02}:{minute:02}"),)


def _half_past(m: Match, hour: int | None) -> Made | None:
    """ "half past nine", "a quarter to six in the evening"; "a quarter to nine" by itself may be a share."""
    said, back = m.word("half") or m.word("h")[-2:], m.word("side") == "to"
    told = said[0] in "ap" and said[-1:] in ("m", ".") or m.at("part") >= 0
    if hour is None or not 1 <= hour <= 12 or (m.word("past") == "half" and back):
        return None
    if back and not told and before(m.doc, m.start) not in ("at", "until", "by", "around", "about"):
        return None
    minutes = hour * 60 + (30 if m.word("past") == "half" else -15 if back else 15)
    if told:
        late = said[0] == "p" or (m.at("part") >= 0 and m.word("part") != "morning")
        minutes = minutes - (720 if hour == 12 else 0) + (720 if late else 0)
    minutes %= 1440
    return (Parts(m.start, m.end, timex_type=TIME, time=f"T{minutes // 60:02}:{minutes % 60:02}"),)


def clock_pair(m: Match) -> Made | None:
    """ "between 3 and 4 p.m.", "9-11am": two times; the half of the day told at the end holds for both."""
    said = m.word("half") or {"morning": "am"}.get(m.word("part"), "pm" if m.at("part") >= 0 else m.word("h2")[-2:])
    one, two, minute, minute2 = int_of(m, "h"), int_of(m, "h2"), int_of(m, "mm") or 0, int_of(m, "mm2") or 0
    if one is None or two is None or not (1 <= one <= 12 and 1 <= two <= 12 and minute < 60 and minute2 < 60):
        return None
    late = 12 if said[0] == "p" else 0
    first = one % 12 + (late if one % 12 <= two % 12 else 12 - late)
    b = m.at("mm") + 1 if m.at("mm") >= 0 else m.at("h") + 1
    return (
        Parts(m.start, b, timex_type=TIME, time=f"T{first:02}:{minute:02}"),
        Parts(m.at("h2"), m.end, timex_type=TIME, time=f"T{two % 12 + late:02}:{minute2:02}"),
    )


def part_of(m: Match) -> Made | None:
    """ "the morning of" with the day that follows; "in the evening" of the day last told; at night."""
    time = TABLE.dayparts[m.word("part")]
    if m.at("of") >= 0:
        return (Parts(m.start, m.end, timex_type=TIME, time=time, joins=True),)
    if m.at("the") >= 0:
        return None if after(m.doc, m.end) in ("of", "hours") else (Parts(m.at("the"), m.end, timex_type=TIME, time=time),)
    return (Parts(m.start, m.end, timex_type=TIME, value="XXXX-XX-XX" + time, base="history", time=time),)
