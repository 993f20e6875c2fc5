"""Dates and times in English: the rules that find them."""

from __future__ import annotations

import datetime as dt

from conflictkit._document import Document
from conflictkit._models import DateExpression
from conflictkit._rules import Rule, RuleTable

from . import absolute, clocks, feasts, formats, relative
from .anchors import resolve
from .direction import Asked, outlook
from .parts import CLASSES, Made

__all__ = ["CLASSES", "RULES", "find_dates"]

WD = "[wd:WEEKDAY|SHORTDAY [.] [,]]"
PRE = "[[the] edge:EDGE of] [early:EARLY [-|in]]"
PRE_THE = "[[the] edge:EDGE of] [[the] early:EARLY [-|in]]"
N = "n:INT|NUM|COUNT [COUNTBIT [COUNTBIT [COUNTBIT [COUNTBIT [COUNTBIT]]]]]"
QUANT = "[at least:least] [[no] more:more|less|fewer|longer than] [up upto:to] [about:ABOUT]"
ZONE = "[zone:ZONE]"


def _more_days(most: int) -> str:
    """Up to so many days of a list of days."""
    return f"[,|SEPARATOR [SEPARATOR] [the] DD|NTH {_more_days(most - 1)}]" if most else ""


MORE_DAYS = _more_days(6) + " [,] SEPARATOR [the] DD|NTH"

R = Rule
RULES: tuple[Rule[Made], ...] = (
    R("day month year", (
        f"{WD} [the:the] day:DD|NTH [of] month:MONTH [.] [[,] year:YEAR]", "[the:the] day:DD|NTH [of] month:MONTH of|in year:YEAR",
        "[the:the] day:NTHWORD of month:MONTH [[,|of|in] year:YEAR]",
        "[the:the] tens:twenty|thirty [-] day:NTHWORD of month:LONGMONTH [[,|of|in] year:YEAR]",
        "day:DD month:MONTH year:INT bc:BC", "month:MONTH day:DD [,] year:INT bc:BC", "day:DD -|/ month:MONTH -|/ year:YEAR", "year:YEAR -|/ month:MONTH -|/ day:DD",
    ), absolute.day_parts),
    R("day month yy", ("day:DD|NTH month:MONTH [,] year:YY", "day:DD hyphen:- month:MONTH - year:YY"), absolute.short_day),
    R("day in an unusual format", (
        "month:MONTH -|/ day:DD -|/ year:YEAR", "year:YEAR month:MONTH [.] day:DD|NTH", "day:DD dot:. month:MONTH [.] year:YEAR",
        "[WEEKDAY|SHORTDAY [.] [,]] month:MONTH day:DD [,] h:INT : mm:INT [: ss:INT] year:YEAR",
    ), formats.unusual_day),
    R("nth weekday of a month", (
        "[the] nth:NTHWORD|NTH|last wd:WEEKDAY of|in month:MONTH [[,|of] year:YEAR]", "[the] nth:NTHWORD|NTH|last wd:WEEKDAY of|in rel:last|this|next|the month",
    ), absolute.nth_weekday_parts),
    R("month day year", (
        f"{WD} month:MONTH [.] day:DD|NTH [[,] [of|in] year:YEAR]", "month:LONGMONTH hyphen:- day:DD",
        f"{WD} month:LONGMONTH [the:the] [tens:twenty|thirty [-]] day:NTHWORD|NTH [[,] year:YEAR]",
    ), absolute.day_parts),
    R("days of a month", (
        f"[the] day:DD|NTH {MORE_DAYS} [of] month:MONTH [.] [[,] year:YEAR]",
        f"month:MONTH [.] day:DD|NTH {MORE_DAYS} [[,] year:YEAR]", "month:MONTH [.] day:DD|NTH comma:, DD|NTH",
    ), absolute.day_list),
    R("year-month-day", ("year:YEAR -|/ mm:MM -|/ day:DD|ISODAY",), absolute.iso_day),
    R("month/day/year", ("one:DD / two:DD / year:YEAR|YY", "one:DD - two:DD - year:YEAR"), absolute.slash_day),
    R("day.month.year", ("DOTDATE",), absolute.dotted_day),
    R("date-time group", ("dtg:DTG month:MONTH year:YEAR|YY", "dtg:DTGDAY"), absolute.military_day),
    R("month year", (
        f"{PRE} month:MONTH [.] [,|of] year:YEAR", f"{PRE} month:MONTH in year:YEAR",
        f"{PRE} month:LONGMONTH",
        f"{PRE} month:SHORTMONTH dot:.",
        "month:LONGMONTH year:INT bc:BC",
    ), absolute.month_parts),
    R("month to month", ("month:MONTH [.] HYPHEN month2:MONTH [.] [,] year:YEAR",), absolute.month_pair),
    R("half of a month", (
        "[the] q:first|second|last|latter|early half|part of month:LONGMONTH [[,] year:YEAR]", "[the] q:first|second|last|latter half of rel:last|this|next|the unit:month|week",
    ), absolute.half_parts),
    R("month/year", ("mm:MM / year:YEAR", "mm:MM - year:YEAR"), absolute.figure_month),
    R("a month in small letters", (
        "month:SMALLMONTH day:DD|NTH|NTHWORD [[,] year:YEAR]", "[the] day:NTH|NTHWORD [of] month:SMALLMONTH [[,] year:YEAR]", "day:DD month:SMALLMONTH year:YEAR",
    ), absolute.small_month),
    R("month of a year told", (
        "[early:EARLY] month:MONTH [.] [day:DD [,]] [of] rel:last|this|next|that|previous|following unit:year", "[the] day:DD|NTH [of] month:MONTH [of] rel:last|this|next|that unit:year",
        "month:MONTH [day:DD] of the rel:same|previous|following|next unit:year",
        "rel:last|this|next month:LONGMONTH [day:DD|NTH]", "the rel:previous|following month:LONGMONTH", "rel:last|this|next unit:year 's|’s month:LONGMONTH [-] day:DD|NTH",
    ), absolute.month_in),
    R("year", (
        f"{PRE_THE} [fiscal] year:YEAR",
        "[the] fiscal|school|academic year year:YEAR", "the year year:YEAR", "fy|sy year:YEAR", "[the] year:YEAR whole:period",
    ), absolute.year_parts),
    R("year-year", ("year:YEAR sep:HYPHEN|/ yy:YEAR|YY", "[the] season:SEASON [of] year:YEAR HYPHEN|/ yy:YY|YEAR"), absolute.year_pair),
    R("'year", ("' year:YY", "’ year:YY", "‘ year:YY"), absolute.short_year),
    R("year in words", (
        "cc:TEENS ten:TENS [[-] one:COUNT]", "the:the year two thousand",
        "[the:the year] two thousand [and] rest:COUNT",
    ), absolute.spelled_year),
    R("year BC or AD", (
        f"{PRE} [circa|ca|about|around|c [.]] year:INT bc:BC", "[circa|ca|about|around|c [.]] year:INT ad:AD", "ad:AD year:INT",
        "first:INT [BC] SEPARATOR year:INT bc:BC",
    ), absolute.era_parts),
    R("decade", (
        "[the] [edge:EDGE of] [the] [early:EARLY [-]] decade:YEARS", "[the] [early:EARLY [-]] '|’|‘ decade:YEARS",
        "the [early:EARLY [-]] decade:DECADEWORD", "[edge:EDGE of] the [early:EARLY [-]] decade:YEARS bc:BC", "the nineteen [-] decade:DECADEWORD", "the [early:EARLY [-]] decade:YEAR s:'s|’s", "[the] early:EARLY [-] decade:YEARS",
    ), absolute.decade_parts),
    R("nth century", (f"{PRE_THE} [the] nth:NTH|ORD|NTHWORD [-] century|centuries [bc:BC]",), absolute.century_parts),
    R("nth quarter", (
        "[the|its] [fiscal:fiscal [-]] q:NTHWORD|NTH hyphen:- quarter", "[the] [fiscal:fiscal [-]] q:NTHWORD|NTH quarter [of [fiscal] year:YEAR]",
        "[the] year:YEAR q:NTHWORD|NTH [-] quarter", "[the] q:NTHWORD|NTH quarter year:YEAR", "[the] q:NTHWORD|NTH quarter of rel:last|this|next year",
        "rel:last|this|next year 's|’s [fiscal] q:NTHWORD|NTH quarter", "q:QUARTER [of] [year:YEAR]", "year:YEAR [-] q:QUARTER", "half:HALFYEAR [of] year:YEAR", "year:YEAR [-] half:HALFYEAR",
        "[the] q:NTHWORD|NTH|last|latter half:half of [fiscal] [the] year:YEAR", "[the] q:NTHWORD|NTH|last|latter half:half of rel:last|this|next|the unit:year",
        "[the] year:YEAR q:NTHWORD|NTH half:half",
    ), absolute.quarter_parts),
    R("season", (
        f"{PRE_THE} [the] season:SEASON [of|,] year:YEAR", f"{PRE_THE} [the] season:SEASON [of] year:INT bc:BC", f"{PRE_THE} [the] season:SEASON",
        "[the] year:YEAR season:SEASON",
        "[the:the] [early:EARLY|EARLIER] rel:last|this|next|that|previous|following|coming [past] season:SEASON", "the same:same season:SEASON",
    ), absolute.season_parts),
    R("weekday", (
        "[early:EARLIER] wd:WEEKDAY [early2:early|late] [part:DAYPART]",
        "[the] [EARLIER] rel:last|this|next|previous|coming|past|that|same [coming] wd:WEEKDAY [part:DAYPART]", "the rel:following wd:WEEKDAY [part:DAYPART]", "wd:WEEKDAY rel:next|last", "the wd:WEEKDAY before:before last",
        "this rel:past wd:WEEKDAY [part:DAYPART]",
    ), relative.weekday_parts),
    R("weekday and day", ("wd:WEEKDAY [,] the day:NTH|NTHWORD", "wd:WEEKDAY day:NTH"), relative.weekday_day),
    R("week of a month", (
        "[the] nth:NTHWORD|NTH week of|in month:MONTH [.] [[,|of] year:YEAR]", "[the] nth:NTHWORD|NTH week of rel:last|this|next month", "[the] nth:NTHWORD|NTH|last weekend:weekend of|in month:MONTH [.] [[,|of] year:YEAR]",
    ), relative.week_of_month),
    R("the week of a day", ("[the] week of|beginning|starting|ending [on] month:MONTH [.] day:DD|NTH [[,] year:YEAR]", "[the] week of|beginning|starting|ending [on] day:DD|NTH month:MONTH [year:YEAR]"), relative.told(unit="week")),
    R("week of a year", (
        "week number:INT of [the year] year:YEAR", "week number:INT of rel:last|this|next year", "[the] q:NTHWORD|NTH|last week of [the year] year:YEAR",
        "[the] q:NTHWORD|NTH week of rel:last|this|next year",
    ), relative.year_week),
    R("weekday of a week told", (
        "wd:WEEKDAY [part:DAYPART] [of|,] rel:last|this|next week", "rel:last|this|next week [on] wd:WEEKDAY [part:DAYPART]", "wd:WEEKDAY of the rel:previous|following week",
    ), relative.told(unit="W", offset=0, base="published")),
    R("today", (
        "[early:EARLIER] word:today|yesterday|tomorrow [part:DAYPART]", "[early:EARLIER] word:tonight|overnight",
        "[early:EARLIER] word:this|that|last part:DAYPART", "word:last part:night", "[early:EARLIER] [the] word:next|following|previous|same part:DAYPART",
    ), relative.deictic_parts),
    R("the day before", (
        "[the] day side:before|after word:yesterday|tomorrow", "the unit:week|month|year side:before|after word:last|next", "the unit:day|week|month|year side:before|after|following", "the part:night|evening|morning side:before|after",
    ), relative.neighbour_day),
    R("last unit", (
        "[[the] edge:EDGE of] [early:EARLIER [in]] rel:last|this|next|that|past|previous|following|coming|upcoming|current [fiscal|calendar|very] unit:ONEUNIT",
        "[[the] edge:EDGE of] [early:EARLIER [in]] the:the rel:last|next|past|previous|following|preceding|coming|upcoming|current|latest [fiscal|calendar] unit:ONEUNIT",
        "[EARLIER [on]] [the|that] same:same [very] unit:ONEUNIT", "this rel:past unit:ONEUNIT",
        "[[the] edge:EDGE of] [early:EARLIER in] rel:the [full|fiscal] unit:ONEUNIT",
        "the latter part of rel:the unit:ONEUNIT",
    ), relative.unit_parts),
    R("weekend of an act", ("weekend",), relative.weekend_act),
    R("year-end", ("[the] [current] unit:year [-|'s|’s] end", "unit:month|year 's|’s end", "[the] edge:EDGE of unit:month|year"), relative.told(unit=None, offset=0, base="context")),
    R("so long ago today", (
        "one:a|an unit:UNIT ago [on] wd:WEEKDAY", f"{N} unit:UNIT ago [on] wd:WEEKDAY", "one:a|an unit:UNIT ago today", f"{N} unit:UNIT ago today",
    ), relative.ago_on_day),
    R("n units ago", (
        f"{QUANT} one:a|an unit:UNIT and half:a half ago:AGO|later", f"{QUANT} [a] {N} [and half:a half] unit:UNIT ago:AGO|later|before|after|hence|on", f"{QUANT} [over|under] one:a|an unit:UNIT [or so] ago:AGO|later|before|after|hence|on",
        "[only|just] [a] VAGUE [of] unit:UNIT ago:ago|later|earlier", "unit:MANYUNITS ago:ago|later|earlier", "half a|an unit:hour ago:ago|later|earlier", "half:half a unit:century|decade ago:ago", f"{N} unit:UNIT ago:from now|today",
    ), relative.ago_parts),
    R("year-earlier", ("[the] [comparable] year - ago|earlier [q:NTHWORD] noun:quarter|period", "year - ago|earlier [q:NTHWORD quarter]", "[the] year - earlier|ago nine|six|three months"), relative.told(unit="Y", offset=-1, base="earlier")),
    R("the latest period", ("the latest period|quarter",), relative.told(unit="Q", offset=-1, base="published")),
    R("n units", (
        f"{QUANT} [an|a] {N} [and half:a half] [hyphen:HYPHEN] [more|full|consecutive|straight|trading|business|LONG] unit:LONGUNIT [[-] long] [or so]", f"[a|an|the|same] [same] {N} hyphen:HYPHEN unit:LONGUNIT whole:period", f"first:INT|COUNT to|or|HYPHEN {N} [hyphen:-] unit:LONGUNIT",
        f"{QUANT} [the] side:LASTING [about|other|full] {N} unit:UNIT [or so] [of month:LONGMONTH [year:YEAR]]",
        "[the] side:LASTING unit:week|month|days|weeks of month:MONTH [year:YEAR]", f"the {N} unit:MANYUNITS",
        f"{QUANT} {N} unit:seconds", f"{QUANT} n:INT over:INT / under:INT [-] unit:UNIT",
    ), relative.duration_parts),
    R("recent units", ("[the:the|these] [most] word:recent unit:MANYUNITS",), relative.told(value="PAST_REF")),
    R("coming units", ("[the] word:COMING unit:MANYUNITS", "[the] unit:MANYUNITS word:ahead"), relative.told(value="FUTURE_REF")),
    R("the unit ahead", ("the unit:week|weekend|month|year ahead",), relative.unit_ahead),
    R("some units", (
        "[a] vague:VAGUE [of] [more] unit:UNIT", "[the] LASTING [a] vague:VAGUE [of] unit:UNIT", "vague:several - unit:ONEUNIT",
        "the LASTING vague:MANYUNITS", "unit:ONEUNIT|MANYUNITS - long",
    ), relative.vague_units),
    R("a unit", (f"{QUANT} [over|under] a|an unit:LONGUNIT [and half:a half]", "[about:ABOUT|least] part:half a|an unit:LONGUNIT", "[a] part:half [-] unit:hour|century|decade",
        "whole:another unit:LONGUNIT", "whole:all unit:day|week|month|year", "a|an|the whole:single|entire|whole|full|additional unit:LONGUNIT"), relative.one_unit),
    R("units", ("unit:MANYUNITS",), relative.bare_units),
    R("every unit", (
        "word:SET unit:UNIT", "word:every other:other unit:UNIT", f"word:every {N} unit:UNIT", "word:every|each wd:WEEKDAY [part:DAYPART]",
        "word:every|each month:LONGMONTH", "word:every|each season:SEASON", "word:every|each part:DAYPART",
        "wd:WEEKDAYS [part:DAYPARTS]", "wd:WEEKDAY part:DAYPARTS", "word:daily|weekly|monthly|annually|yearly|hourly|nightly",
        "once|twice a|per|each|every unit:ONEUNIT", "[INT|COUNT] times a|per|each|every unit:ONEUNIT",
    ), relative.set_parts),
    R("now", ("[right] word:now", "word:currently|nowadays", "word:current", "these word:days", "at [the] present [time]", "present|modern [-] day", "to word:date"), relative.now_parts),
    R("recently", ("[more|most] word:recently", "the other day|night|week", "word:recent", "the word:past"), relative.past_ref),
    R("soon", ("word:soon", "word:future", "the [near|immediate|foreseeable] word:future", "as word:soon as possible"), relative.future_ref),
    R("a season of weather", ("[the|rel:last|this|next|that|previous|following] dry|rainy|wet|monsoon season",), relative.told(value="", base="history")),
    R("this time", ("word:former", "word:this|that noun:time|period", "the same:same time|period", "the noun:time"), relative.story_ref),
    R("clock", (
        f"h:INT : mm:INT [half:AMPM] {ZONE}", f"h:INT|POINTED half:AMPM {ZONE}", f"h:CLOCK12|HOURHALF {ZONE}", f"h:INT : mm:MINHALF {ZONE}", f"h:INT : mm:INT [hours:hours|hrs] {ZONE}",
        f"h:INT military:hours|hrs {ZONE}", "h:INT military:ZONE", "h:INT military:local time", f"h:INT : mm:INT : ss:INT [half:AMPM] {ZONE}", "part:noon|midnight|midday", "mid [-] part:morning|afternoon", "h:INT|COUNT o'clock|o’clock", "h:HHMM", "h:COUNT half:AMPM",
        "plain:at|by|around|until|from|till|before|after h:INT",
    ), clocks.clock_parts),
    R("four digits to four digits", ("h:INT and|to|- h2:INT zone:ZONE", "between h:INT and h2:INT", "from h:INT to|until h2:INT"), clocks.four_digit_pair),
    R("clock in a part of the day", (
        "h:INT|COUNT [: mm:INT] in the part:morning|afternoon|evening", "h:INT|COUNT [: mm:INT] at part:night", "[a] past:half|quarter side:past|to h:INT|COUNT [half:AMPM]",
        "[a] past:half|quarter side:past|to h:INT|COUNT in the part:morning|afternoon|evening", "[a] past:half|quarter side:past|to h:CLOCK12",
    ), clocks.spoken_clock),
    R("clock to clock", (
        f"h:INT SEPARATOR h2:INT half:AMPM {ZONE}", f"h:INT SEPARATOR h2:CLOCK12 {ZONE}", f"h:INT : mm:INT SEPARATOR h2:INT [: mm2:INT] half:AMPM {ZONE}",
        f"h:INT SEPARATOR h2:INT : mm2:INT half:AMPM {ZONE}", f"h:INT : mm:INT SEPARATOR h2:CLOCK12 {ZONE}", "h:INT SEPARATOR h2:INT in the part:morning|afternoon|evening",
    ), clocks.clock_pair),
    R("part of the day", ("[the] [early|late|EDGE of] part:DAYPART [hours] of:of", "[the] [early|late] part:night",
        "in the:the [early|late|later] [-] part:morning|afternoon|evening|night"), clocks.part_of),
    R("feast", feasts.PHRASES, feasts.feast_parts),
    R("day of the Hijri year", ("[the] day:DD|NTH [of] month:HIJRI [[,] year:INT [ah]]",), feasts.hijri_parts),
    R("weekdays ago", (f"{N} wd:WEEKDAYS ago:ago|hence", f"{N} wd:WEEKDAYS ago:from now|today"), relative.weekdays_ago),
    R("day of a month told", ("[the] day:NTH|NTHWORD|DD [day] of [the] rel:last|this|next|current|previous month", "the day:NTH this:this month", "[the] end:NTHWORD|NTH|last day of|in month:LONGMONTH [[,] year:YEAR]"), absolute.month_day),
    R("the nth", ("the day:NTH",), relative.nth_day),
)  # fmt: skip
"""All rules; at one place the longest match wins, then the earlier rule."""


def find_dates(doc: Document, table: RuleTable[Made], published: dt.date | None, outlook: Asked = outlook) -> tuple[DateExpression, ...]:
    """The temporal expressions of a document in text order; ``outlook`` tells of a date whether its verb looks back or ahead."""
    found = [(parts, rule.name) for _, rule, made in table.find(doc) for parts in made]
    return resolve(doc, found, published, outlook)
