"""Grammar: the corpus clause by clause, grids of sentences that all read the same, order of indices on arbitrary text."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictkit._document import Document
from conflictkit.engine.syntax import Clause, Mood, NounGroup, Role, Syntax, Time
from conflictkit.english import pack
from conflictkit.english.dates import find_dates
from conflictkit.english.grammar import read_syntax
from tests.corpora import blocks

CORPUS = Path(__file__).parent / "corpus" / "syntax.md"


def read(text: str) -> tuple[Document, Syntax]:
    doc = Document(text, pack().lexicon)
    return doc, read_syntax(doc, find_dates(doc, pack().dates, None))


def words(doc: Document, group: NounGroup | None) -> str:
    return doc.span(group.start, group.end).text if group else "--"


def written(doc: Document, clause: Clause) -> str:
    """A clause as the corpus writes it."""
    status = clause.verb.status
    told = [clause.kind.value, *(["not"] if status.negated else []), *([status.time.value] if status.time is not Time.NONE else [])]
    told += [status.mood.value] if status.mood is not Mood.TOLD else []
    more = [f"is {doc.low[clause.predicate]}"] if clause.predicate >= 0 else []
    more += [f"by {words(doc, clause.agent)}"] if clause.agent else []
    more += [f"to {words(doc, clause.second_object)}"] if clause.second_object else []
    more += [f"({preposition}) {words(doc, group)}".replace("() ", "") for preposition, group in clause.obliques]
    more += [f"says: {doc.span(clause.complement.start, clause.complement.end).text}"] if clause.complement else []
    verb = doc.span(clause.verb.start, clause.verb.end).text
    return " | ".join(("- " + verb, " ".join(told), words(doc, Syntax.subject_of(clause)), words(doc, clause.object), "; ".join(more) or "--"))


def phrase(doc: Document, group: NounGroup) -> str:
    """A noun group as the corpus writes it: what its full phrase is and what it hangs on."""
    more = [f"on {words(doc, group.hangs_on)}"] if group.hangs_on else []
    more += [f"list of {len(group.members)}"] if group.members else []
    more += [f"renamed {words(doc, group.apposition)}"] if group.apposition else []
    more += [f"of {words(doc, group.owner)}"] if group.owner else []
    more += ["time"] if group.time else []
    return " | ".join(("* " + words(doc, group), doc.span(group.start, group.extent).text, "; ".join(more) or "--"))


@pytest.mark.parametrize(("text", "expected"), blocks(CORPUS))
def test_corpus(text: str, expected: list[str]) -> None:
    doc, syntax = read(text)
    found = [phrase(doc, group) for group in syntax.groups] if expected[0].startswith("*") else [written(doc, clause) for clause in syntax.clauses]
    assert found == expected


POST_MODIFIERS = (
    "",
    " of the northern army",
    " in the town",
    " from the eastern valley",
    " who came on Monday",
    " who had crossed the river",
    ", who wore masks,",
    ", most of them young,",
    " armed with rifles",
    " trained by the marines",
    " loyal to the governor",
    " guarding the bridge",
    " and their drivers",
    " (about 40 men)",
    " with links to the rebels",
)


@pytest.mark.parametrize(
    ("subject", "modifier", "rest"),
    list(product(("The soldiers", "Twelve fighters", "Several guards"), POST_MODIFIERS, ("killed a farmer", "were killed", "left the town at dawn"))),
)
def test_a_modified_subject_stays_the_subject(subject: str, modifier: str, rest: str) -> None:
    doc, syntax = read(f"{subject}{modifier} {rest}.")
    verb = doc.low.index(rest.split()[1] if rest.startswith("were") else rest.split()[0], len(read(subject + modifier)[0]) - 1)
    clause = syntax.clause_of(verb)
    assert clause is not None
    assert words(doc, clause.subject) == subject
    assert clause.verb.passive is rest.startswith("were")


@pytest.mark.parametrize("place", ["in the market", "near the border", "at a school"])
@pytest.mark.parametrize("agent", ["the army", "two gunmen", "rebels from the north"])
def test_the_agent_of_a_passive_acts(agent: str, place: str) -> None:
    doc, syntax = read(f"Nine traders were shot {place} by {agent} on Friday.")
    clause = syntax.clauses[0]
    doer = syntax.doer_of(clause)
    assert doer is not None
    assert agent.startswith(words(doc, doer))
    assert words(doc, syntax.object_of(clause)) == "Nine traders"


def test_every_member_of_a_list_has_its_roles() -> None:
    doc, syntax = read("The army, the police and the marines stormed the port.")
    subjects = [words(doc, group) for group in syntax.groups if any(role is Role.SUBJECT for _, role in group.roles)]
    assert subjects == ["The army", "the police", "the marines"]


PIECES = "the a said who which that , . ; ( ) \" “ ” - -- — ' 's don't cannot and or of by in to is was been killed rebels troops he they 12 Monday last week what there after as \n having with \u2029 Ж Mr. J. % $".split(
    " "
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_and_indices_are_in_order(text: str) -> None:
    doc, syntax = read(text)
    for group in syntax.groups:
        assert 0 <= group.start <= group.head < group.end <= group.extent <= group.reach <= len(doc)
        assert syntax.group_at(group.head) is group
    for verb in syntax.verbs:
        assert 0 <= verb.start <= verb.word < verb.end <= len(doc)
    for clause in syntax.clauses:
        assert 0 <= clause.start < clause.end <= len(doc)
        assert clause.start <= clause.verb.word < clause.end
        assert clause.verb.clause is clause
        assert len(list(syntax.clauses_around(clause.verb.word))) <= len(syntax.clauses)


def test_the_same_text_is_read_the_same() -> None:
    text = "Rebels, who held the town, said on Monday that 12 people were killed by shells."
    (doc, first), (_, second) = read(text), read(text)
    assert [written(doc, clause) for clause in first.clauses] == [written(doc, clause) for clause in second.clauses]


def test_a_known_name_is_a_name() -> None:
    doc = Document("On the eve of the feast, 5 May 2025, troops left.", pack().lexicon)
    begin = doc.text.index("5 May")
    syntax = read_syntax(doc, names=[doc.chars(begin, begin + 10)])
    assert [words(doc, group) for group in syntax.groups if group.name] == ["5 May 2025"]


@pytest.mark.parametrize("piece", ["he said ", "x ", "very ", "the man who ", "( ", "killed , ", "and ", "that "])
def test_an_endless_sentence_is_read(piece: str) -> None:
    _, syntax = read(piece * 3000)
    assert len(syntax.groups) <= 3000
