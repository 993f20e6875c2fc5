"""Limits that are numbers: each text is read at its limit and not beyond, so that no other number would do."""

from __future__ import annotations

import ast
import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from attrs import evolve

import conflictkit as ck
from conflictkit._comparison import Rarity, Told, _candidates, _same, names_around
from conflictkit._document import Document
from conflictkit._incidents import dated
from conflictkit._joining import Chain, Mention, Status, chains, words
from conflictkit.engine.casing import case_edits
from conflictkit.engine.lines import _label_rows
from conflictkit.engine.rows import VOICE, row_edits
from conflictkit.engine.syntax import NounGroup
from conflictkit.english import pack
from conflictkit.english.events.links import precision
from conflictkit.english.facts import facts_of
from conflictkit.english.grammar import syntax_of
from conflictkit.english.grammar.tags import is_title, tagger
from conflictkit.english.incidents import Reader, _first_day
from conflictkit.english.incidents.cues import root
from conflictkit.english.layout.marks import lost_marks
from conflictkit.english.layout.residue import residue
from conflictkit.english.lexicon.inflection import is_plural, singular
from conflictkit.english.speakers.name_runs import _by_words, find_runs
from conflictkit.english.speakers.names import find_names
from conflictkit.english.speakers.persons import is_epithet
from conflictkit.english.speakers.spelling import word_key


class Limit(NamedTuple):
    """A limit: where it stands, how much is still read, and whether a text of so much is."""

    constant: str
    most: int
    read: Callable[[int], bool]


def document(text: str) -> Document:
    return Document(text, pack().lexicon)


def speakers(text: str) -> list[str | None]:
    """Who says each quote of a text."""
    return [quote.source.name if quote.source else None for quote in ck.parse_quotes(text)]


def contents(text: str) -> list[str]:
    """What is said in each quote of a text."""
    return [part.text for quote in ck.parse_quotes(text) for part in quote.content]


def measures(text: str) -> set[str]:
    """What the numbers of a text count."""
    return {claim.measure for claim in ck.parse_claims(text)}


def layout(text: str) -> str:
    """A text as it is read."""
    return pack().layout.read(text)[0].text


def recased(text: str) -> bool:
    """Whether a line is read with other capitals."""
    return any(case_edits(text, pack().layout.casing))


def doer(text: str) -> str | None:
    """Who does what a text tells last."""
    actor = ck.parse_events(text)[-1].actor
    return actor.name if actor is not None else None


def verbs(text: str) -> list[str]:
    """The words that tell the events of a text."""
    return [event.trigger.text for event in ck.parse_events(text)]


def figures(text: str) -> list[float]:
    """The numbers of a text."""
    return [quantity.best for quantity in ck.parse_quantities(text) if quantity.best is not None]


def mentions(text: str) -> list[Mention]:
    """What a text tells, as incidents are made of it."""
    report = ck.parse(text, published=dt.date(2025, 11, 7))
    return list(Reader(document(text)).mentions(report.events, report.claims))


def mention(text: str) -> Mention:
    """What a text tells last."""
    return mentions(text)[-1]


def first_chain(text: str, lead: int = 0, news: dt.date | None = None) -> Chain:
    """The first incident of a text, which tells something from the sentence ``lead`` on."""
    return chains(mentions(text), lead, news)[0]


def agent(text: str) -> NounGroup | None:
    """By whom the first verb of a text is done."""
    return syntax_of(document(text)).clauses[0].agent


def innermost(text: str) -> bool:
    """Whether the clause of the last noun group but one is known."""
    return syntax_of(document(text)).groups[-2].clause is not None


def _within(text: str) -> tuple[str, ...]:
    """What the place of the last event of a text lies in."""
    place = ck.parse_events(text)[-1].place
    return place.within if place is not None else ()


def facts_read(text: str, token: int) -> int:
    """How many facts are read where one is asked for."""
    facts = facts_of(document(text))
    facts.at(token)
    return len(facts._facts)


def incidents(text: str) -> tuple[ck.Incident, ...]:
    return ck.parse(text, published=dt.date(2025, 11, 7)).incidents


def inherits(days: int) -> bool:
    """Whether an incident is of an inherited day so long before the one on which it is news."""
    event = ck.parse_events("Gunmen killed two men on 9 May 2024.")[0]
    old, new = dt.date(2024, 5, 9), dt.date(2024, 5, 9) + dt.timedelta(days)
    inherited = evolve(event, date_source=ck.DateSource.INHERITED, first=old, last=old)
    return dated([inherited, evolve(event, date_source=ck.DateSource.PUBLICATION, first=new, last=new)]) is inherited


def attacks(n: int) -> str:
    """So many attacks, each in a town of its own."""
    towns = "Tirsa Varn Kersk Marsk Hora Pola Lamu Sarr Mira Lorn Kupra Lahar Darel".split()
    return "".join(f"Gunmen attacked a mill in {town}.\n\n" for town in towns[:n])


def kadra(n: int) -> str:
    """So many words that tell nothing."""
    return " ".join(["Kadra"] * n)


ROLES = "Minister Mayor Governor Senator Ambassador Judge General Spokeswoman Chairwoman Prosecutor".split()
FIRST_NAMES = "Ana Bela Cora Dora Elena Frida Greta Hanna Irina Julia Karla Laura Maria Nadia Olga Petra Rosa Sofia Tamara Vera Wanda".split()
SURNAMES = [a + b + c for a in "Bor Kal Tir Ves Mor Dan Hel Sul Pra Zor".split() for b in "kan mir tas vel nor dun sek".split() for c in ("ova", "idze", "enko")]


def namesakes(n: int) -> bool:
    """Whether the last of so many people of one surname is known again with another first name more."""
    people = find_names(document(" ".join(f"Mayor {name} Rask left." for name in FIRST_NAMES[:n]) + f" Mayor {FIRST_NAMES[n - 1]} Zora Rask came back.")).people
    return len(people) == n


def respelt(n: int) -> bool:
    """Whether the last of so many people is known by a surname that is spelt otherwise."""
    names = find_names(document(" ".join(f"Ana {name} left." for name in SURNAMES[: n - 1]) + " Ana Wolkonskaya left. Then Wolkonskeya came back."))
    return names.runs[-1].person == n - 1


def dateline(head: str) -> ck.Dateline | None:
    """The dateline of a text that begins so."""
    return ck.parse(f"{head}Gunmen killed two men in the town.").dateline


def marked(said: str) -> bool:
    """Whether the closing mark is found that is missing before these words."""
    return any(lost_marks(f"“We hold the town, {said} said. The road was wet."))


def of_page(line: str) -> bool:
    """Whether a line belongs to the page."""
    return any(residue(f"Gunmen killed two men.\n{line}\nThe road was wet."))


LIMITS = (
    Limit("_sentences.LONGEST", 300, lambda n: len(document("word " * n).sentences) == 1),
    Limit("grammar.arguments.AGENT_WITHIN", 5, lambda n: agent(f"Rask was killed {'again ' * ((n - 1) % 2)}{'in Bariz ' * ((n - 1) // 2)}by guards.") is not None),
    # quotes
    Limit("quotes.complements.SHORT", 4, lambda n: contents(f"Ruiz says the {'new ' * (n - 4)}end of it, and left.")[0].endswith("it")),
    Limit("quotes.headlines words of no headline", 2, lambda n: not contents(f"Ana Ruiz: {' '.join(('They', 'left', 'town', 'today')[:n])}")),
    Limit("quotes.headlines.labelled", 2, lambda n: len(contents("".join(f"{who}: We left.\n" for who in ("Holt", "Ruiz", "Holt")[:n]))) < 2),
    # speakers
    Limit("speakers.names.LOOK_AHEAD", 25, lambda n: find_names(document(f"Robin Holt waited {'very ' * (n - 4)}long, she added."), frozenset()).people[0].gender == "f"),
    Limit("speakers.referents.REACH", 2, lambda n: speakers("“We are leaving the town,” said Ana Ruiz.\n" + "The road was wet.\n" * (n - 1) + "“There was no other way.”")[-1] == "Ana Ruiz"),
    Limit("speakers.referents.WINDOW", 50, lambda n: speakers("A soldier from Brod fled. " + "The soldier ate. " * (n - 1) + "The soldier said the road was wet.")[-1] == "A soldier"),
    Limit("speakers.salience.NEAR", 2, lambda n: doer(f"The Relief Council met. {'Rain fell. ' * (n - 1)}It attacked the town.") == "Relief Council"),
    Limit("speakers.salience.LONGEST", 3, lambda n: speakers(f"{' '.join(('Ondrask', 'Velumir', 'Tozkan', 'Pravel')[:n])} left the town in May. He said the road was wet.")[-1] is not None),
    Limit("speakers.name_runs words of a person", 5, lambda n: _by_words(document(kadra(n)), [*range(n)]) > 0),
    Limit("speakers.name_runs words of a person with a body's word", 3, lambda n: find_runs(document(f"They saw Mayor Ana Press {kadra(n - 2)} there."), frozenset())[0].kind == "person"),
    Limit("speakers.persons letters of no epithet", 5, lambda n: not is_epithet("b" * (n - 2) + "ed")),
    Limit("speakers.name_runs.LONGEST", 64, lambda n: len(find_names(document(f"They saw {' '.join(SURNAMES[:n])} there.")).runs) == 1),
    Limit("speakers.names.NAMESAKES", 20, namesakes),
    Limit("speakers.names.MOST_PEOPLE", 200, respelt),
    Limit("speakers.names.MOST_ROLES", 8, lambda n: len(find_names(document(" ".join(f"{role} Ana Ruiz left." for role in ROLES[:n]))).people[0].roles) == n),
    Limit("speakers.names of few letters in brackets", 10, lambda n: bool(find_names(document(f"The Norland Relief Council ({'NRCABDEFGHKL'[:n]}) met.")).long_forms)),
    Limit("speakers.spelling.SHORT", 4, lambda n: word_key("tokkan"[:n]) == "tokkan"[:n]),
    Limit("speakers.spelling.LONG", 6, lambda n: len({name.person for name in find_names(document(f"Ana {'Skorubanov'[:n]} left. Then {'Skorobanov'[:n]} came back.")).runs}) == 2),
    # layout
    Limit("grammar.tags.TITLE", 3, lambda n: not is_title(["Gunmen", "Attack", "Market", "Towns"][:n])),
    Limit("grammar.tags.TITLE letters", 3, lambda n: not is_title(["Gunmen", "Attack", "Market", "Towns"[:n]])),
    Limit("grammar.tags.TITLE_SHARE of twenty", 3, lambda n: is_title(["Gunmen"] * (20 - n) + ["small"] * n)),
    Limit("grammar.words letters of a word with an ending", 3, lambda n: "Z" not in tagger().words.by_form("b" * (n - 1) + "s", {"b" * (n - 1)})),
    Limit("grammar.words letters of an unknown past", 4, lambda n: not tagger().words.of("b" * (n - 2) + "ed").startswith("?")),
    Limit("grammar.words letters of an unknown word in -ing", 5, lambda n: not tagger().words.of("b" * (n - 3) + "ing").startswith("?")),
    Limit("lexicon.inflection letters of no plural", 2, lambda n: not is_plural("b" * (n - 1) + "s")),
    Limit("lexicon.inflection letters of no plural in -men", 5, lambda n: not is_plural("b" * (n - 3) + "men")),
    Limit("lexicon.inflection letters of no singular", 2, lambda n: singular("b" * (n - 1) + "s").endswith("s")),
    Limit("lexicon.inflection letters of no singular in -man", 4, lambda n: singular("b" * (n - 3) + "men").endswith("men")),
    Limit("lexicon.inflection letters of no singular in -y", 4, lambda n: singular("b" * (n - 3) + "ies").endswith("e")),
    Limit("layout.head words of a place", 5, lambda n: dateline(f"{' '.join(('Nova', 'Vila', 'Santa', 'Bela', 'Monte', 'Alta')[:n])}, Oct 9 (Reuters) - ") is not None),
    Limit("layout.head words of a place in capitals", 5, lambda n: dateline(f"{' '.join(('NOVA', 'VILA', 'SANTA', 'BELA', 'MONTE', 'ALTA')[:n])} - ") is not None),
    Limit("layout.head words of a region", 3, lambda n: (head := dateline(f"BARIZ, {' '.join(('Upper', 'Norland', 'Lake', 'Coast')[:n])} (Reuters) - ")) is not None and head.agency is not None),
    Limit("layout.head words of who has the floor", 4, lambda n: dateline(f"BARIZ: {'Gunmen killed two men. ' * 12}\n{' '.join(['ANA'] * n)}: We left.\n") is None),
    Limit("layout.marks words of a noun", 5, lambda n: marked(f"the {'old ' * (n - 1)}man")),
    Limit("layout.marks words before a name", 2, lambda n: marked(f"{' '.join(('former', 'deputy', 'mayor')[-n:])} Ruiz")),
    Limit("layout.marks words of a name", 6, lambda n: marked(" ".join(FIRST_NAMES[:n]))),
    Limit("layout.residue names of an author", 5, lambda n: of_page("By " + " ".join(FIRST_NAMES[:n]))),
    Limit("layout.residue words before an account", 4, lambda n: of_page("Harbour " * n + "@harbourwatch")),
    Limit("layout.residue letters of an account", 30, lambda n: of_page("@" + "a" * n)),
    Limit("layout.head.HEAD_LINES", 8, lambda n: ck.parse("Gunmen kill two\n" * (n - 1) + "BARIZ, Oct 9 (Reuters) - Gunmen killed two men.").dateline is not None),
    Limit("layout.head.LONGEST", 122, lambda n: ck.parse(f"BARIZ, {('Norland' * 40)[: n - 29]}, Oct 9 (Reuters) - Gunmen killed two men.").dateline is not None),
    Limit("layout.head.LONG_TEXT", 200, lambda n: ck.parse(f"BARIZ: {('Gunmen killed two men. ' + 'x' * 300)[: n - 1]}.").dateline is None),
    Limit("layout.marks.LONGEST", 1000, lambda n: any(lost_marks(("“We hold the town, Ruiz said. " + "The road was wet. " * 80)[:n]))),
    Limit("layout.residue.LONGEST", 160, lambda n: any(residue("Gunmen killed two men.\n" + ("Read more: " + "a road " * 60)[:n]))),
    Limit("layout.residue behind a count", 40, lambda n: any(residue("Gunmen killed two men.\n1,204 shares" + (" of the guild" * 9)[:n]))),
    Limit("layout.sheets.LABEL_WORDS", 9, lambda n: "equipment" in measures(f"Tanks {kadra(n - 1)}: 12")),
    Limit("layout.sheets.CELL_WORDS", 16, lambda n: "other" not in measures(f"Place | Killed\n{kadra(n)} | 12\nTirsa | 14")),
    Limit("layout.sheets.RISING_WORDS", 5, lambda n: "equipment" in measures(f"Tanks {kadra(n - 1)} +3")),
    Limit("layout.sheets.LEAD_WORDS", 30, lambda n: "equipment_lost" in measures(f"Losses of the guild {kadra(n - 4)}\nTanks: 12\nShips: 14")),
    # quantities
    Limit("quantities.cardinals.LONGEST", 40, lambda n: len(figures(f"They sent {'1' * n} men.")) > 0),
    Limit("quantities.cardinals.LONGEST of a power", 40, lambda n: figures(f"They sent 10^{n} men.") == [10**n]),
    Limit("quantities.cardinals.LONGEST of an exponent", 40, lambda n: figures(f"They sent 1e{n} men.") == [10**n]),
    Limit("quantities.cardinals.LONGEST of a negative exponent", 40, lambda n: [*figures(f"They sent 1e-{n} grams."), 1][0] < 1),
    Limit("quantities.cardinals.PLACES", 15, lambda n: len(figures(f"It was one point {'five ' * n}metres wide.")) == 1),
    Limit("quantities.naming.ONE_BACK", 3, lambda n: len(figures("They needed a bridge. " + "Rain fell. " * (n - 1) + "Then they built one.")) > 0),
    Limit("quantities.naming.DEGREES", 3, lambda n: len(figures(f"The base is at 48.{'46471'[:n]}; 35.{'04621'[:n]} now.")) > 0),
    Limit("quantities.nouns.LARGEST_PART", 10, lambda n: ck.parse_quantities(f"They shot down {n - 1}/{n} drones.")[0].of is None),
    Limit("quantities.amounts of few won", 99, lambda n: ck.parse_quantities(f"They paid {n} won for it.")[0].kind is ck.QuantityKind.COUNT),
    Limit("quantities.ranges of two with or", 15, lambda n: len(ck.parse_quantities(f"They saw 5 or {n} men.")) == 1),
    Limit("quantities.ranges of two small ones with or", 5, lambda n: len(ck.parse_quantities(f"They saw 1 or {n} men.")) == 1),
    Limit("quantities.ranges of a score, the first", 99, lambda n: not ck.parse_quantities(f"They lost {n}-150.")),
    Limit("quantities.ranges of a score, the second", 199, lambda n: not ck.parse_quantities(f"They lost 90-{n}.")),
    Limit("quantities.ages too small for one", 4, lambda n: "age" not in measures(f"Ana Ruiz left. She was {n}.")),
    Limit("quantities.ages.OLDEST", 119, lambda n: "age" in measures(f"Ana Ruiz, {n}, left the town.")),
    # facts and claims
    Limit("facts.frames.BEHIND", 2, lambda n: "left" in verbs(f"People left {'long ' * (n - 2)}after soldiers entered the village.")),
    Limit("facts.places.LETTERS", 4, lambda n: ck.parse_events(f"Gunmen killed two men in {'TRSAKOB'[:n]}.")[0].place is None),
    Limit("facts.meant.NEAR", 2, lambda n: _within(f"Two men died in Bariz. {'Rain fell. ' * (n - 1)}Gunmen killed a boy at a school.") == ("Bariz",)),
    Limit("facts.verbs.DEEPEST", 20, lambda n: facts_read("strike to carried " * 40, 2) > n),
    Limit("claims.implied.FULL_NAME", 4, lambda n: len(ck.parse_claims(f"Gunmen shot dead {' '.join(('Ondrask', 'Velumir', 'Tozkan', 'Pravel', 'Sorvane')[:n])} in May.")) == 1),
    Limit("claims.measure.FEW", 12, lambda n: ck.parse_claims(f"The {n} armies met.")[0].measure == "other"),
    # incidents
    Limit("incidents.NEWS", 7, lambda n: _first_day(ck.parse_dates("The fair was on 1 May 2024."), dt.date(2024, 5, 1 + n)) is not None),
    Limit("incidents.PHRASE", 3, lambda n: len(mention(f"Troops attacked {'very ' * (n - 2)}drone bases.").deeds) > 0),
    Limit("incidents.FRONT", 5, lambda n: mention(f"Gunmen {'also ' * (n - 3)}in Bariz killed two men.").scene is not None),
    Limit("incidents.OFTEN", 14, lambda n: "ruiz" in Reader(document("Ruiz left. " * 3 + "The road was wet. " * (n - 3))).often),
    Limit("incidents.places.NATIONAL", 2, lambda n: ck.parse("Malian guests sang. " * n + "Gunmen shot dead a nurse on Monday.").incidents[0].place is None),
    Limit("incidents.places.NEXT", 2, lambda n: ck.parse(f"Two men were shot dead on Monday. {'Rain fell. ' * (n - 1)}The incident took place in Tamir.").incidents[0].place is not None),
    Limit("incidents.cues.BEHIND", 8, lambda n: mention(f"Rebels attacked a farm {'very ' * (n - 4)}often in May.").status is Status.SERIES),
    Limit("incidents.cues.MONTH", 31, lambda n: mention(f"Nine men were killed in Bariz between 1 May 2024 and {dt.date(2024, 5, 1) + dt.timedelta(n):%-d %B} 2024.").status is Status.ACT),
    Limit("incidents.cues.ROOT", 5, lambda n: root("tirsakal"[: n - 1] + "xxxx") != root("tirsakal"[: n - 1] + "yyyy")),
    # what is joined, over records alone
    Limit("_joining letters of no word of a place", 2, lambda n: not words("tirsa"[:n])),
    Limit("_joining.LEAD", 3, lambda n: first_chain("The road was wet. " * (n - 1) + "Gunmen killed two men in Bariz.").core),
    Limit("_joining.TOP", 5, lambda n: first_chain("Rain fell. " * (n - 1) + "Gunmen killed two men in Bariz.", lead=99).core),
    Limit("_joining.MONTH", 31, lambda n: first_chain("Gunmen killed two men in Bariz on 1 May 2024.", news=dt.date(2024, 5, 1) + dt.timedelta(n)).core),
    Limit("_joining.LOOK_BACK", 12, lambda n: len(first_chain(f"A bomb killed 45 men in Bariz.\n\n{attacks(n - 1)}All 45 men were killed by the bomb.").mentions) > 1),
    Limit("_joining.FAR", 7, lambda n: len(incidents(f"Gunmen killed nine men in Bariz on 1 May.\n\nRain fell on {1 + n} May. The nine men were killed in the raid.")) == 1),
    Limit("_tolls.FAR between incidents", 3, lambda n: incidents(f"Gunmen killed 4 men in Bariz.\n\nGunmen killed 40 men in Tirsa.\n\nHolt put the toll at {4 * n}.")[0].tolls[0].high == 4 * n),
    Limit("_joining.RARE", 2, lambda n: len(incidents(f"A bomb killed {n} men in Bariz.\n\nGunmen raided a mill in Tirsa.\n\nAll {n} men killed were clerks.")[0].events) == 1),
    Limit("_incidents.LONG_AGO", 7, inherits),
    Limit("_tolls.FAR", 3, lambda n: incidents(f"A blast killed 10 men in Bariz, Holt said. Ruiz said the blast killed {10 * n} men.")[0].tolls[0].high == 10 * n),
    Limit("engine.syntax.CHAIN", 20, lambda n: innermost("They saw the son " + "of the son " * (n - 2) + "of Rask in May.")),
    # lines, columns and capitals of any language
    Limit("engine.casing.LONGEST", 220, lambda n: recased(("Gunmen Kill Two Men In Town " * 40)[:n].strip())),
    Limit("engine.casing.MANY", 3, lambda n: not recased(" ".join(("Gunmen", "Attacked", "Market", "Towns")[:n]))),
    Limit("engine.casing.MANY in capitals", 3, lambda n: not recased(" ".join(("GUNMEN", "ATTACKED", "MARKET", "TOWNS")[:n]))),
    Limit("engine.casing letters of a small word", 3, lambda n: recased("Gunmen Attacked Market Towns " + " ".join(["alsoo"[:n]] * 3))),
    Limit("engine.lines ends of a wrapped text", 2, lambda n: "\n" in layout("\n".join(["Bariz Tirsa Kadra"] * (n + 1)))),
    Limit("engine.lines ends of a wrapped text in capitals", 2, lambda n: "\n" in layout("\n".join(["BARIZ TIRSA KADRA"] * (n + 1)))),
    Limit("engine.lines.WIDEST", 140, lambda n: "\n" not in layout("\n".join(["x" * (n - 9) + " the road"] * 4))),
    Limit("engine.lines.LONGEST_WORD", 60, lambda n: layout(f"See {'a' * n}-b now.\n\nSee {'a' * n}-\nb now and\nthen go on to\nthe other town.").count("a-b") == 2),
    Limit("engine.lines letters of a label", 61, lambda n: bool(_label_rows([f"{'a' * n}: 12", f"{'b' * n}: 14"]))),
    Limit("engine.lines letters of a header", 31, lambda n: bool(_label_rows([f"{'A' * n}: we left", f"{'B' * n}: they left"]))),
    Limit("engine.lines labelled rows apart", 2, lambda n: bool(_label_rows(["tanks: 12", *[""] * (n - 1), "guns: 3"]))),
    Limit("engine.rows letters of a running head", 61, lambda n: any(row_edits(f"14      {'A' * n}"))),
    Limit("engine.rows letters of a voice", 40, lambda n: VOICE.search(f"<v {'a' * n}>") is not None),
    Limit("engine.text letters of a tag", 401, lambda n: "<" not in layout(f"<p {'a' * (n - 1)}>Two men left")),
    Limit("engine.text letters of a comment", 2000, lambda n: "<" not in layout(f"<!--{'a' * n}-->Two men left")),
    Limit("engine.rows.HEAD_ROWS", 2, lambda n: layout("Town    Losses\n" * n + "Bariz   12   14\nTirsa   3   4").startswith("Town |")),
    Limit("engine.rows.COLUMNS", 12, lambda n: any(row_edits("\t".join(("Name", *["12"] * (n - 1))) + "\n" + "\t".join(("Other", *["14"] * (n - 1)))))),
    Limit("engine.rows.WIDEST_CELL", 60, lambda n: any(row_edits(f"{'a' * n}\t12\n{'b' * n}\t14"))),
    Limit("engine.rows.WIDEST_HEAD", 30, lambda n: f"{'h' * n} |" in layout(f"{'h' * n}    Losses\nBariz   12   14\nTirsa   3   4")),
    Limit("engine.text.LONGEST_NAME", 79, lambda n: layout(f"see @{'a' * (n - 1)}.Two men left").endswith(".Two men left")),
)


# ---- dates and events

DAY = dt.date(2024, 6, 19)
"""The day on which the texts below are published."""
WET = "The road was wet. "


def day(text: str, n: int) -> dt.date | None:
    """The first day of an event of a text."""
    return ck.parse_events(text, published=DAY)[n].first


def value(text: str, published: dt.date = DAY, n: int = -1) -> str:
    """What a date of a text comes to."""
    return ck.parse_dates(text, published=published)[n].timex_value


def days_ago(n: int) -> str:
    """A day so long before publication as a text writes it."""
    return f"{DAY - dt.timedelta(n):%B} {(DAY - dt.timedelta(n)).day}"


HISTORY = " ".join(f"In {year} the town {'fell' if year % 2 else 'rose'}." for year in range(1901, 1907))
"""A text of another time, which is in 1906."""



def years(n: int) -> str:
    """A text that tells of so many years of another time."""
    return " ".join(f"In {1901 + k} the town rose." for k in range(n))


SPEAKER_LIMITS = (
    Limit("speakers.DEEPEST", 7, lambda n: speakers("Turkey fought. " + "Its army won. " * ((n - 2) // 2) + "Its army said it rained.") == ["Turkey's army"]),
    Limit("speakers.OFTEN", 3, lambda n: speakers("Ivan Petrov sat. " * (n - 1) + "Omar Tavakoli sat. " * (n - 2) + "It rained. " * 6 + "Ivan Petrov and Omar Tavakoli met. He said it rained.") != [None]),
)  # a chain of "its", each link two mentions; of two who are named n and n - 1 times the first stands out as long as one more time counts


DATE_LIMITS = (
    Limit("dates.anchors years of a history", 4, lambda n: value(f"{years(n)} In May the town fell.") == "2024-05"),
    Limit("dates.anchors years of a history with a day of its own", 11, lambda n: value(f"{years(n)} They met today. In May the town fell.") == "2024-05"),
    Limit("dates.anchors years of a history of no day", 2, lambda n: ck.parse_dates(f"{years(n)} They met daily.")[-1].timex_value == "P1D"),
    Limit("dates.story.FAR", 5, lambda n: value(f"{HISTORY} A book of {1906 + n} told of it. In May the town fell.") == f"{1906 + n}-05"),
    Limit("dates.story.JUST_DUE", 7, lambda n: value(f"They must leave by June {19 - n}.") == f"2024-06-{19 - n}"),
    Limit("dates.anchors.PRINTED", 2, lambda n: value(f"BARIZ, June {19 - n} (Reuters) - Gunmen killed six men today.") == f"2024-06-{19 - n}"),
    Limit("dates.clocks.BEFORE_DAWN", 5, lambda n: value(f"It fell at {n} at night.") == f"2024-06-19T0{n}:00"),
    Limit("dates.feasts.NEAR", 61, lambda n: value("No talks before Easter.", dt.date(2024, 3, 31) - dt.timedelta(n)) == "2024-03-31"),
    Limit("dates.spans.WITHIN_A_DAY", 12, lambda n: ck.parse_dates(f"Gunmen killed two men in the past {n} hours.", published=DAY)[0].first == DAY),
    Limit("dates.story months of a year whose autumn is the last one", 3, lambda n: value("It fell in autumn.", dt.date(2024, n, 10)) == "2023-FA"),
    Limit("events.links days of precision 2", 6, lambda n: precision(DAY, DAY + dt.timedelta(n - 1)) in (1, 2)),
    Limit("events.links days of precision 4", 31, lambda n: precision(DAY, DAY + dt.timedelta(n - 1)) == 4),
    Limit("events.story.LEAD", 2, lambda n: day(WET * (n - 1) + "Gunmen killed two men in Bariz.", -1) == DAY),
    Limit("events.story.HEAD", 6, lambda n: day(WET * (n - 1) + "Gunmen killed two men in Bariz. " + WET * 5 + "The attack took place on Monday.", 0) == dt.date(2024, 6, 17)),
    Limit("events.story.SENTENCES", 20, lambda n: day("Gunmen attacked Bariz on Monday. " + WET * (n - 1) + "They burned two farms.", -1) is not None),
    Limit("events.story.REMEMBERED", 30, lambda n: day("A raid on Bariz on Monday failed. " + "Talks began on Tuesday. " * (n - 1) + "Two men were killed in the raid.", -1) == dt.date(2024, 6, 17)),
    Limit("events.story.NEWS", 7, lambda n: day(f"Gunmen killed two men on {days_ago(n)}. {WET * 2}The mayor condemned the raid.", 1) == DAY),
    Limit("events.story.LONG_AGO", 31, lambda n: day(f"Gunmen attacked Bariz on {days_ago(n)}.\n\nThey burned two farms.", -1) == DAY - dt.timedelta(n)),
    Limit("events.story.DEEPEST", 20, lambda n: day("On Monday gunmen began " + "to try " * (n - 1) + "to attack Bariz.", -1) is not None),
)

# ---- what is told in several reports


def bombing(killed: int = 10, published: dt.date = DAY, text: str = "A bomb at the Marek bus station in Tamir killed {} people on Monday.") -> ck.Report:
    """A report of one incident."""
    return ck.parse(text.format(killed), published=published)


def told(number: int, report: ck.Report, names: str = "marek tamir", **fields: object) -> Told:
    """The incident of a report, which shares these names with others."""
    return Told(str(number), number, evolve(report.incidents[0], **fields), report.published, frozenset(names.split()), str(number))


def same(a: Told, b: Told, spread: int = 1, count: int = 1000) -> bool:
    """Whether two tellings are of one incident, where each name stands in so many of so many reports."""
    return _same(a, b, Rarity(Counter(dict.fromkeys(a.names, spread)), count)) > 0


def apart(days: int) -> bool:
    """Whether two tellings without a day that were published so many days apart are of one incident."""
    pair = (told(n, bombing(published=DAY + dt.timedelta(days * n)), first=None, last=None) for n in range(2))
    return same(*pair)


def lasting(days: int) -> bool:
    """Whether two tellings of an incident of so many days are of one."""
    return same(*(told(n, bombing(), first=DAY - dt.timedelta(days), last=DAY) for n in range(2)))


def two_places(spread: int) -> bool:
    """Whether two tellings with three names in common, each in so many of 1000 reports, are of one incident, though their towns differ."""
    towns = (bombing(text=f"A bomb at the Marek bus station in {town} killed {{}} people on Monday.") for town in ("Tamir", "Kersk"))
    return same(*(told(n, report, "marek ruiz holt") for n, report in enumerate(towns)), spread=spread)


def around(text: str, events: int = 1, core: bool = False) -> frozenset[str]:
    """The names around the first incident of a text, with its event told so many times, the last time at the end."""
    incident = ck.parse(text, published=DAY).incidents[0]
    first, last = incident.events[0], incident.events[-1]
    return names_around(text, evolve(incident, events=(*[first] * (events - 1), last)), lead=core)


def of_one_time(days: int) -> bool:
    """Whether a figure of the past so many days is put with one of the past five."""
    reports = (ck.parse(f"{killed} people were killed in the past {past} days.", published=DAY) for killed, past in ((12, 5), (14, days)))
    return len(ck.compare_claims(reports)) == 1


def disagree(figure: int) -> bool:
    """Whether a figure contradicts one of about a thousand."""
    return bool(ck.compare_claims(ck.parse(f"{killed} people were killed.", published=DAY) for killed in ("About 1000", figure))[0].conflicts)


COMPARE_LIMITS = (
    Limit("_compare.LOOSE", 1100, lambda n: not disagree(n)),
    Limit("_compare.APART", 7, lambda n: len(ck.compare_claims(ck.parse(f"{n} people were killed.", published=DAY + dt.timedelta(days)) for days in (0, n))) == 1),
    Limit("_compare.SHORT", 7, of_one_time),
    Limit("_comparison.APART", 3, lambda n: same(told(0, bombing()), told(1, bombing(10 * n)))),
    Limit("_comparison.SOON", 3, apart),
    Limit("_comparison.SHORT", 7, lasting),
    Limit("_comparison.WEIGHT of two names of 1000 reports", 10, lambda n: same(*(told(k, bombing()) for k in range(2)), spread=n)),
    Limit("_comparison.WEIGHT_ELSEWHERE of three names of 1000 reports", 4, two_places),
    Limit("_comparison.KNOWN before one name is enough", 35315, lambda n: not same(*(told(k, bombing(), "tamir") for k in range(2)), count=n)),
    Limit("_comparison.FEW", 5, lambda n: Rarity(Counter(tamir=n), 10).rare("tamir")),
    Limit("_comparison.RARE of 1000 reports", 10, lambda n: Rarity(Counter(tamir=n), 1000).rare("tamir")),
    Limit("_comparison.COMMON of 1000 reports", 50, lambda n: Rarity(Counter(tamir=n), 1000).counts("tamir")),
    Limit("_comparison.CROWD", 60, lambda n: bool(_candidates([told(k, bombing(), "tamir") for k in range(n)], Rarity(Counter(tamir=1), 1000)))),
    Limit("_comparison.HEAD", 700, lambda n: "tamir" in around(f"Gunmen killed two men in Bariz. {'x' * (n - 38)} Tamir was wet.", core=True)),
    Limit("_comparison.REACH", 400, lambda n: "tamir" in around(f"In Tamir {'x' * (n - 14)} gunmen killed two men.")),
    Limit("_comparison.NAMES", 60, lambda n: "tamir" in around("Gunmen killed two men. They shot them in Tamir.", events=n)),
)


@pytest.mark.parametrize("limit", (*LIMITS, *SPEAKER_LIMITS, *DATE_LIMITS, *COMPARE_LIMITS), ids=lambda limit: limit.constant)
def test_limit(limit: Limit) -> None:
    assert limit.read(limit.most)
    assert not limit.read(limit.most + 1)


# ---- numbers with a name that are no limit of this kind

NO_LIMITS = {
    "dates.FIRST_YEAR": "the calendar: the first whole year of Gregory's",
    "dates.HIJRI_EPOCH": "the calendar: the first day of the Islamic one",
    "dates.LAST_YEAR": "the calendar: behind it days have no number",
    "dates.SATURDAY": "a day of the week",
    "dates.SUNDAY": "a day of the week",
    "events.LONG": "a name of a precision",
    "events.WEEK": "a name of a precision",
    "grammar.BITS": "how a number is packed",
    "grammar.LONGEST": "memory: longer sentences of a page are not kept",
    "grammar.REMEMBERED": "memory",
    "speakers.BACK": "a weight",
    "speakers.FLOOR": "a weight",
    "speakers.NEWER": "a weight",
    "speakers.SURE": "a score: what makes it is held rule by rule",
}
"""What a number with a name is that no limit above holds."""


def constants() -> set[str]:
    """The numbers from two on that have a name where texts are read, with their room: "events.NEWS"."""
    source = Path(ck.__file__).parent
    return {
        f"{room(path.relative_to(source).parts)}.{name.id}"
        for path in (*source.glob("en*/**/*.py"), *(source / f"_{name}.py" for name in ("compare", "comparison", "incidents", "joining", "sentences", "tolls")))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        for names, values in [(ast.walk(node.targets[0]), node.value.elts if isinstance(node.value, ast.Tuple) else [node.value])]
        for name, value in zip((name for name in names if isinstance(name, ast.Name)), values)
        if isinstance(value, ast.Constant) and isinstance(value.value, int | float) and value.value > 1
    }


def room(path: tuple[str, ...]) -> str:
    """What the limits of a module begin with."""
    return (path[1] if path[0] == "english" else path[0]).removesuffix(".py")


def test_every_number_with_a_name_is_held_or_is_no_limit() -> None:
    held = {f"{limit.constant.split('.')[0]}.{limit.constant.split(' ')[0].rsplit('.', 1)[-1]}" for limit in (*LIMITS, *SPEAKER_LIMITS, *DATE_LIMITS, *COMPARE_LIMITS)}
    assert len(held & constants()) > 60
    assert constants() - held - NO_LIMITS.keys() - {"_incidents.TARGETS"} == set()
