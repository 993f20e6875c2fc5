"""One temporal expression as a TIMEX3 element of ISO-TimeML and as an EDTF string (ISO 8601-2)."""

from __future__ import annotations

import datetime as dt
import re
from html import escape
from xml.sax.saxutils import quoteattr

from conflictkit._models import DateExpression, Grain, Mod, TimexType

NO_XML = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
PARTS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}
"""Part of a year in TIMEX3 -> its number in the place of the month in EDTF."""
DAY = re.compile(r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?")
CLOCK = re.compile(r"(\d{4}-\d\d-\d\dT)(\d\d):(\d\d)(:\d\d)?")
YEAR_PART = re.compile(r"(\d{4})-(S[PU]|FA|WI|Q[1-4]|H[12])")
BC = re.compile(r"BC(\d{4})(-\d\d(?:-\d\d)?)?")


def xml_safe(text: str) -> str:
    """Text as XML: marks escaped, a blank for each character that XML cannot hold."""
    return escape(NO_XML.sub(" ", text))


def to_timex3(date: DateExpression, tid: str = "t1") -> str:
    """The expression as a TIMEX3 element, ``tid`` its identifier."""
    return f"<{timex3_tag(date, tid)}>{xml_safe(date.span.text)}</TIMEX3>"


def timex3_tag(date: DateExpression, tid: str) -> str:
    """What stands between the brackets of the opening tag: ``tid``, ``type``, ``value`` ("" when unresolved), ``mod`` and, of a SET, ``quant``."""
    mod = f' mod="{date.mod}"' if date.mod else ""
    word = date.span.text.split(maxsplit=1)[0].upper() if date.span.text.strip() else ""
    quant = f' quant="{word}"' if date.timex_type is TimexType.SET and word in ("EVERY", "EACH") else ""
    return f'TIMEX3 tid="{tid}" type="{date.timex_type}" value={quoteattr(date.timex_value)}{mod}{quant}'


def to_edtf(date: DateExpression) -> str:
    """The expression in the Extended Date/Time Format (ISO 8601-2, levels 0 to 2); "" where it has no form for it or is unresolved.

    Years BC are counted astronomically (240 BC is ``-0239``), weeks and weekends are intervals of days, a part of the day is its day.
    "About" becomes ``~``; "since" and "until" become open intervals, "after" and "before" such without the days named.
    """
    plain = _plain(date)
    if not plain or date.mod is None:
        return plain
    if date.mod is Mod.APPROX and "/" not in plain:
        return plain + "~"
    if date.mod is Mod.ON_OR_AFTER:
        return plain.partition("/")[0] + "/.."
    if date.mod is Mod.ON_OR_BEFORE:
        return "../" + plain.rpartition("/")[2]
    if date.mod is Mod.BEFORE and date.first is not None and date.first > dt.date.min:
        return f"../{date.first - dt.timedelta(1)}"
    if date.mod is Mod.AFTER and date.last is not None and date.last < dt.date.max:
        return f"{date.last + dt.timedelta(1)}/.."
    return plain


def _plain(date: DateExpression) -> str:
    """EDTF without the modifier."""
    value = date.timex_value
    if date.timex_type in (TimexType.DURATION, TimexType.SET):
        return ""
    if (clock := CLOCK.fullmatch(value)) and clock[2] != "24":
        return f"{clock[1]}{clock[2]}:{clock[3]}{clock[4] or ':00'}"
    if part := YEAR_PART.fullmatch(value):
        return f"{part[1]}-{PARTS[part[2]]}"
    if before := BC.fullmatch(value):
        return f"{1 - int(before[1]):05}{before[2] or ''}" if before[1] != "0001" else "0000" + (before[2] or "")
    if date.grain in (Grain.DECADE, Grain.CENTURY) and value.isdigit():
        return value.ljust(4, "X")
    if date.grain in (Grain.WEEK, Grain.WEEKEND) and date.first is not None:
        return f"{date.first}/{date.last}"
    day = value.partition("T")[0]
    return day if DAY.fullmatch(day) else ""
