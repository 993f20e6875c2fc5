"""A language as a value: words and rules changed, errors that say where."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import threading
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck
from conflictkit._document import Document
from conflictkit._evolve import MOVED
from conflictkit._lexicon import Lexicon
from conflictkit._rules import Rule, RuleTable

SEED = (Path(__file__).parents[1] / "seeds" / "strikes.txt").read_text(encoding="utf-8")


def day_of_war(match: Any) -> date | None:
    n = int(match.word("n"))
    return date(2022, 2, 24) + timedelta(n - 1) if n < 5000 else None


WAR = ck.DateRule("day n of the war", ("day n:INT of the war",), day_of_war)


def test_a_language_without_changes_reads_as_its_code_does() -> None:
    assert ck.parse(SEED, language=ck.ENGLISH) == ck.parse(SEED)
    assert ck.parse(SEED, language=ck.evolve(ck.ENGLISH)) == ck.parse(SEED)


def test_words_that_do_not_occur_change_nothing() -> None:
    mine = ck.evolve(ck.ENGLISH, add={"claims.noun.thing.munitions": "blivet"}, put={"speech.verb.swagger": "claimed clause"}, date_rules=[WAR])
    assert ck.parse(SEED, published=date(2025, 11, 7), language=mine) == ck.parse(SEED, published=date(2025, 11, 7))


@pytest.mark.parametrize(
    ("path", "word", "text", "seen"),
    [
        ("claims.noun.thing.munitions", "blivet", "The army used 14 blivets.", lambda r: any(c.measure == "munitions" for c in r.claims)),
        ("claims.verb.object.killed", "zap", "At least 14 people were zapped.", lambda r: any(c.measure == "killed" for c in r.claims)),
        ("speech.verb.sign", "that", "The mayor signed that the town was safe.", lambda r: any(q.stance == "said" for q in r.quotes)),
        ("events.verb.ASSAULT", "zap", "Soldiers zapped the town.", lambda r: any(e.trigger.text == "zapped" and e.kind == "ASSAULT" for e in r.events)),
    ],
)
def test_a_word_is_added_and_the_original_stays(path: str, word: str, text: str, seen: Any) -> None:
    mine = ck.evolve(ck.ENGLISH, add={path: word})
    assert seen(ck.parse(text, language=mine))
    assert not seen(ck.parse(text))


def test_lists_hold_the_words_of_the_closed_classes_that_they_name() -> None:
    mine = ck.evolve(ck.ENGLISH, add={"words.closed.possessive": "thy"}, remove={"quotes.words.determiner": "your"}).tables()
    assert "thy" in mine["quotes"]["words"]["determiner"].split()
    assert "your" in mine["words"]["closed"]["function"].split()
    assert "your" not in mine["quotes"]["words"]["determiner"].split()
    assert "<" not in " ".join(mine["words"]["closed"].values())
    assert mine["words"]["closed"].keys().isdisjoint(mine["events"]["list"])


def test_words_are_removed() -> None:
    text = "The army used 14 missiles."
    assert ck.parse(text).claims[0].measure == ck.Measure.MUNITIONS
    assert ck.parse(text, language=ck.evolve(ck.ENGLISH, remove={"claims.noun.thing.munitions": ["missile"]})).claims[0].measure == ck.Measure.OTHER


def test_changes_add_up() -> None:
    once = ck.evolve(ck.ENGLISH, add={"claims.noun.thing.munitions": "blivet"})
    twice = ck.evolve(once, add={"claims.noun.thing.equipment": "gizmo"})
    text = "The army used 14 blivets and 3 gizmos."
    assert [claim.measure for claim in ck.parse(text, language=twice).claims] == ["munitions", "equipment"]
    assert ck.evolve(twice, remove={"claims.noun.thing.munitions": "blivet"}).tables()["claims"]["noun"]["thing"]["munitions"].split().count("blivet") == 0


def test_a_file_of_words(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[claims.noun.thing]\nmunitions = "blivet"\n', encoding="utf-8")
    assert ck.parse("The army used 14 blivets.", language=ck.evolve(ck.ENGLISH, add=path)).claims[0].measure == ck.Measure.MUNITIONS


def test_a_date_rule() -> None:
    mine = ck.evolve(ck.ENGLISH, date_rules=[WAR])
    assert [(d.timex_value, d.rule) for d in ck.parse_dates("It was day 765 of the war.", language=mine)] == [("2024-03-29", "day n of the war")]
    assert not ck.parse_dates("It was day 9999 of the war.", language=mine)


def test_a_language_is_a_value() -> None:
    mine = ck.evolve(ck.ENGLISH, add={"claims.noun.thing.munitions": "blivet"}, date_rules=[WAR])
    again = ck.evolve(ck.ENGLISH, add={"claims.noun.thing.munitions": "blivet"}, date_rules=[WAR])
    assert mine == again
    assert len({mine, again}) == 1
    assert pickle.loads(pickle.dumps(mine)) == mine  # noqa: S301
    assert ck.parse("x", language=mine).language == "en"


FAULTS = [
    ({"add": {"claim.thing.munitions": "x"}}, "evolve(add=...): claim.thing.munitions: no tables 'claim'; there are: claims, dates, events"),
    ({"add": {"quotes.forms.past": "x"}}, "evolve(add=...): quotes.forms.past: quotes.forms is no more; change events.irregular"),
    ({"add": {"dates.SEASON": "x"}}, "evolve(add=...): dates.SEASON: dates.SEASON is no more; change dates.seasons"),
    ({"add": {"claims.noun.things.munitions": "x"}}, "evolve(add=...): claims.noun.things.munitions: no table 'things'; expected one of: built, ending, fixed"),
    ({"add": {"claims.noun.thing.munition": "x"}}, "evolve(add=...): claims.noun.thing.munition: no such entry; expected one of: equipment, munitions"),
    ({"remove": {"claims.noun.thing": "x"}}, "evolve(remove=...): claims.noun.thing: is a table; expected one of its entries: equipment, munitions"),
    ({"add": {"claims.noun.thing.munitions": 3}}, "claims.noun.thing.munitions: expected words in a string or a list of strings, not a number"),
    ({"add": {"claims": {"noun": {"thing": {"munitions": [1]}}}}}, "claims.noun.thing.munitions: expected words in a string or a list of strings, not a list"),
    ({"add": {"dates.months.may": "x"}}, "dates.months.may: the entry holds a number; use put"),
    ({"put": {"dates.months.brumaire": "x"}}, "dates.months.brumaire: expected a number, not words"),
    ({"put": {"claims.noun.thing.munitions": True}}, "claims.noun.thing.munitions: expected words, not true or false"),
    ({"put": {"facts.verb.zaps": "x"}}, "evolve(put=...): facts.verb.zaps: no such entry; expected one of: accuses, admits"),
    ({"put": {"speakers.same.bodies": "x"}}, "speakers.same.bodies: expected a list, not words"),
    ({"add": {"speakers.titles.with": "x"}}, "speakers.titles.with: speakers.titles.with is no more; change speakers.titles.beside"),
    ({"put": {"claims.noun.fixed.nonsense": "x"}}, "'nonsense' is not a valid Measure"),
    ({"put": {"speech.verb.swagger": "claimed clauses"}}, "speech.verb.swagger: expected one of said, claimed, confirmed"),
    ({"put": {"speech.verb.swagger": "claimed said clause"}}, "speech.verb.swagger: expected one of said, claimed, confirmed"),
    ({"add": {"quotes.verb.claimed.clause": "swagger"}}, "evolve(add=...): quotes.verb.claimed.clause: quotes.verb is no more; change speech.verb"),
    ({"date_rules": [ck.DateRule("x", ("day n:MONHT",), day_of_war)]}, "date rule 'x': no word class 'MONHT'; there are ABOUT"),
    ({"date_rules": [ck.DateRule("x", ("day [n:INT",), day_of_war)]}, "date rule 'x': phrase 'day [n:INT': an opening bracket"),
    ({"date_rules": [ck.DateRule("x", "day n:INT", day_of_war)]}, "date rule 'x': phrases: expected a tuple of phrases, not a str"),  # type: ignore[arg-type]
    ({"date_rules": [WAR, WAR]}, "date rule 'day n of the war': there is a rule of that name"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_fault_is_told_with_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ck.LexiconError) as told:
        ck.evolve(ck.ENGLISH, **change)
    assert message in str(told.value)
    assert isinstance(told.value, ck.ConflictkitError)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"[claims.noun.thing]\nmunition = 'x'", "claims.noun.thing.munition: no such entry"), (b"[claims", "expected a TOML file"), (b"\xff", "expected a TOML file")],
)
def test_a_fault_in_a_file_names_the_file(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    with pytest.raises(ck.LexiconError) as told:
        ck.evolve(ck.ENGLISH, add=path)
    assert str(told.value).startswith(f"{path}: ")
    assert message in str(told.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ck.LexiconError, match="No such file"):
        ck.evolve(ck.ENGLISH, add=tmp_path / "none.toml")


@pytest.mark.parametrize("change", [{"add": "words"}, {"add": ["words"]}, {"date_rules": [day_of_war]}])
def test_wrong_types(change: dict[str, Any]) -> None:
    with pytest.raises(ck.InputTypeError):
        ck.evolve(ck.ENGLISH, **change)
    with pytest.raises(ck.InputTypeError):
        ck.evolve("en")  # type: ignore[arg-type]


def test_a_changed_language_shares_no_module_with_the_other() -> None:
    from conflictkit.language import modules

    mine = modules(ck.evolve(ck.ENGLISH, add={"claims.noun.thing.munitions": "blivet"}))
    with pytest.raises(ck.LexiconError):
        ck.evolve(ck.ENGLISH, put={"claims.noun.fixed.nonsense": "x"})
    assert not any(name.startswith("conflictkit.english_") for name in sys.modules)
    assert mine.__name__ != modules(ck.ENGLISH).__name__
    assert mine.quotes is not modules(ck.ENGLISH).quotes
    assert modules(ck.evolve(ck.ENGLISH, add={"claims.noun.thing.munitions": "blivet"})) is mine


FIRST_CALLS = """
import pickle, sys, threading
sys.setswitchinterval(1e-6)
import conflictkit as ck
languages = ["en", pickle.loads(bytes.fromhex(sys.argv[1])), pickle.loads(bytes.fromhex(sys.argv[1]))]
start, read = threading.Barrier(16), []
def call(n):
    start.wait()
    read.append((n % 3 > 0, ck.to_json(ck.parse("Rebels zapped 12 soldiers in Goma on Monday, the mayor said.", language=languages[n % 3]))))
threads = [threading.Thread(target=call, args=(n,)) for n in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(read) == 16 and len(set(read)) == 2, read
"""


def test_many_threads_may_make_the_first_call_of_a_process() -> None:
    mine = pickle.dumps(ck.evolve(ck.ENGLISH, add={"claims.verb.object.killed": "zap"}))
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", FIRST_CALLS, mine.hex()], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_threads_that_meet_new_sets_of_classes_share_one_alphabet() -> None:
    names = [f"C{n}" for n in range(12)]
    lexicon = Lexicon(dict.fromkeys(names, ()))
    table = RuleTable([Rule(name, (f"{name} {after}",), lambda match: match.start) for name, after in pairwise(names)], lexicon)
    read: list[bool] = []

    def look(turn: int) -> None:
        for k, (name, after) in enumerate(pairwise(names)):
            doc = Document("", lexicon)
            doc.cls = "".join(lexicon.char(lexicon.mask(word, names[turn % 12])) for word in (name, after))
            read.append(k in {found.order for found in table.candidates(doc)})

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=look, args=(turn,)) for turn in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert len(read) == 16 * 11
    assert all(read)
    assert all(lexicon.mask_of(lexicon.char(mask)) == mask for mask in lexicon.masks)
    assert len(set(lexicon.masks)) == len(lexicon.masks)


def test_what_has_moved_stands_where_it_is_said_to() -> None:
    tables = ck.ENGLISH.tables()
    for old, new in MOVED.items():
        assert not there(tables, old)
        assert all(there(tables, path) for path in new.split(" or "))


def there(tables: dict[str, Any], path: str) -> bool:
    """Whether the tables hold an entry."""
    found: Any = tables
    for key in path.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found is not None


def test_the_tables_that_the_guide_names_are_there() -> None:
    guide = (Path(__file__).parents[1] / "docs" / "guide" / "extending.md").read_text(encoding="utf-8")
    rows = [row for row in guide.splitlines() if row.startswith("| ")][1:]
    paths = {re.sub(r"\.[A-Z]+(?:\.clause)?$", "", path) for row in rows for path in re.findall(r"`([a-z]+\.[\w.]+)[`:]", row)}
    assert len(paths) > 10
    assert [path for path in paths if not there(ck.ENGLISH.tables(), path)] == []


def test_tables_are_values() -> None:
    from conflictkit.english.tables import TABLES

    assert "missile" in TABLES.claims.noun.thing["munitions"].split()
    assert {"fail", "collapse"} <= TABLES.facts.truth.fails
    with pytest.raises(AttributeError, match="made again"):
        TABLES.facts.verb.light = frozenset()  # type: ignore[misc]
