"""The page for readers: in words, what is right how often, from the default figures of the board."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

PAGE = "docs/how-right.md"


class Figure(Protocol):
    """What the page needs of a line of the board."""

    @property
    def default(self) -> float: ...
    @property
    def strict(self) -> float | None: ...
    @property
    def interval(self) -> tuple[float, float] | None: ...


SENTENCES = (
    (
        "**Quotes.** Of direct quotes in the political press {polnear_dev/overlap F1 direct} in 100 are found with the right extent (F1), of reported speech "
        "{polnear_dev/overlap F1 indirect}, of speech with a few quoted words {polnear_dev/overlap F1 mixed}."
    ),
    (
        "**Speakers.** Of the quotes found, the mention of the speaker is right in {polnear_dev/speaker accuracy} of 100; in conflict reports the name behind "
        "it (a pronoun, an office) in {modern_a/quotes name accuracy}. A quote with all of it right: {modern_a/quotes overlap+speaker F1}."
    ),
    "**Numbers.** The value is right for {newsquant/value F1} of 100 news quantities (F1) and {modern_a/claims value} of 100 figures of conflict reports.",
    (
        "**Claims.** A figure with its value, what it measures and who says it, all right: {modern_a/claims complete F1} of 100. The usual fault is the source "
        "({modern_a/claims credited} right where there is one), then the measure ({modern_a/claims measure})."
    ),
    (
        "**Whose, by whom, where.** Whose losses they are is found for {modern_a/fields side recall} of 100, who inflicted them for "
        "{modern_a/fields inflicted_by recall}, the place for {modern_a/fields place recall}; where the library names one it is right in "
        "{modern_a/fields side precision}, {modern_a/fields inflicted_by precision} and {modern_a/fields place precision}."
    ),
    "**What does not hold.** Of the figures that are denied, doubted or only possible {modern_a/fields not asserted, kept so} of 100 are told as such.",
    (
        "**Dates.** An expression has the right value in {te3_timebank/value F1} of 100 in newswire and {wikiwars_train/value F1} in histories of wars. Phrases "
        "for assistants, nothing forgiven: {duckling_en/value right/strict} to {recognizers_en/value right/strict}."
    ),
    (
        "**Events.** {modern_a/happenings recall, event with a kind} of 100 happenings are found, {modern_a/happenings precision} of 100 events given are ones; "
        "the PLOVER type is right in {modern_a/happenings kind}, the doer in {modern_a/happenings actor}, the target in {modern_a/happenings target}, the place "
        "in {modern_a/happenings place}, the days in {modern_a/happenings date}. All of kind, days, doer and target: {modern_a/happenings complete F1}."
    ),
    (
        "**Incidents.** Of 100 incidents a coder would enter, {modern_a/incidents all three} have a row with the right day, ACLED sub-type and place; "
        "{modern_a/incidents fatalities} have the right toll; {modern_a/incidents rows that are one} of 100 rows are one. On single sentences the first row has "
        "the right sub-type in {case2021_task2_subevents/accuracy}."
    ),
    (
        "**Tolls.** In news passages that others coded, the number killed is right in {pitf/deaths: exact} of 100, the number injured in {pitf/injured: exact}, "
        "the day of the attack in {pitf/date: some violent event has the coded day}."
    ),
)
"""What a reader wants to know; {set/figure} stands for a default figure, {set/figure/strict} for the strict one."""

WORDS = """\
# How right it is

In ten lines: what is right how often. Every figure is what a user gets, without conventions of any set, and is made by
`python -m evaluation scoreboard`; the [scoreboard](scoreboard.md) has them all, with what other systems reach. They come from texts that lay beside
the work on the rules: on others expect some points less.

"""
CAVEATS = """
Figures with a range in brackets rest on few reports: in 95 of 100 samples of such reports the figure lies in it. The reports of `modern_a` are news
of 2016 to 2024 from several outlets, annotated by readers who did not see what the library makes of them (`evaluation/gold/README.md`). Their errors
have been read since. Later groups were each scored once before anybody had read their errors. What the last four such groups gave, of 100 each:

| first figures | `modern_an`, `ao` | `modern_ap`, `aq` | `modern_ar` | `modern_as` |
|---|--:|--:|--:|--:|
| reports | 25 | 21 | 13 | 6 |
| quotes with their speaker (F1); the name right | 82; 95 | 83; 91 | 88; 94 | 86; 85 |
| claims with value, measure and source (F1) | 79 | 80 | 78 | 67 |
| events with kind, days, doer and target (F1) | 46 | 60 | 53 | 56 |
| doer; target; place; days right | 84; 73; 94; 89 | 97; 93; 93; 87 | 88; 84; 95; 84 | 96; 94; 94; 87 |
| incidents with day, type and place right | 4 of 8 | 10 of 19 | 2 of 12 | 1 of 7 |

They are half wires on politics and diplomacy and half pages on human rights, police news of US cities and broadcasts of 1988 to 1991.

What follows from it: trust values, direct quotes and their speakers; check who is credited with a figure; take days, doers and places of events as
good suggestions; do not count incidents or add tolls without looking. [Limits](limits.md) says what is not read at all.
"""
PLACE = re.compile(r"\{([^{}]+)\}")


def written(results: Mapping[str, Mapping[str, Figure]]) -> str:
    """The page."""
    lines = [f"{n}. {PLACE.sub(lambda place: shown(place[1], results), sentence)}" for n, sentence in enumerate(SENTENCES, 1)]
    return WORDS + "\n".join(lines) + "\n" + CAVEATS


def shown(what: str, results: Mapping[str, Mapping[str, Figure]]) -> str:
    """A figure in whole numbers, with its interval where it has one."""
    name, figure, *column = what.split("/")
    line = results.get(name, {}).get(figure)
    value = None if line is None else line.strict if column else line.default
    if line is None or value is None:
        return "(not measured)"
    low, high = line.interval or (value, value)
    return f"**{value:.0f}**" + (f" ({low:.0f}-{high:.0f})" if low < high and not column else "")
