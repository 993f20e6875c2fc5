"""The corpus of speakers, resolution on quotes made by hand, and the keys of spellings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import conflictkit as ck
from conflictkit._document import Document
from conflictkit._models import Entity, Quote, QuoteKind, Span, Stance
from conflictkit._pipeline import parse_quotes
from conflictkit.english import pack
from conflictkit.english.grammar import syntax_of
from conflictkit.english.speakers import referents_of, resolve
from conflictkit.english.speakers.names import find_names
from conflictkit.english.speakers.spelling import name_key, near
from conflictkit.testing.strategies import news_texts
from tests.corpora import cases

CORPUS = Path(__file__).parent / "corpus" / "speakers.md"


def show(quote: Quote) -> str:
    s = quote.source
    if s is None:
        return "-- | -- | unknown | no | --"
    return f"{s.mention.text if s.mention else '--'} | {s.name or '--'} | {s.kind} | {'yes' if s.anonymous else 'no'} | {s.role or '--'}"


@pytest.mark.parametrize(("text", "expected"), cases(CORPUS), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_corpus(text: str, expected: list[str]) -> None:
    assert [show(quote) for quote in parse_quotes(text)] == expected


def told(text: str, *marked: tuple[str, str]) -> list[Entity | None]:
    """The sources of quotes given as (content, mention) in text order; an empty mention is a quote that stands alone."""
    quotes, k = [], 0
    for content, mention in marked:
        a = text.index(content, k)
        b = text.index(mention, k if text.find(mention, k) < a else a + len(content)) if mention else 0
        k = max(a + len(content), b + len(mention)) if mention else a + len(content)
        source = Entity(Span(b, b + len(mention), mention), None) if mention else None
        kind = QuoteKind.DIRECT if content.startswith("“") else QuoteKind.INDIRECT
        quotes.append(Quote((Span(a, a + len(content), content),), kind, None, Stance.SAID, source))
    return [q.source for q in resolve(Document(text, pack().lexicon), tuple(quotes))]


def test_surname_before_the_full_name() -> None:
    sources = told(
        "President Lindqvist said it was late. Anna Lindqvist has ruled since May. She said it was early.",
        ("it was late", "President Lindqvist"),
        ("it was early", "She"),
    )
    assert [s.name for s in sources if s] == ["Anna Lindqvist"] * 2


def test_names_in_the_quote_are_not_its_speaker() -> None:
    (source,) = told("Erik Moberg sat down. “Ivan Petrov lied,” he said.", ("“Ivan Petrov lied,”", "he"))
    assert source and source.name == "Erik Moberg"


def test_the_unnamed_are_cut_at_the_clause_that_hides_them() -> None:
    (source,) = told("A clerk, who asked not to be named, said it rained.", ("it rained", "A clerk, who asked not to be named"))
    assert source == Entity(source.mention if source else None, "A clerk", source.kind if source else ck.EntityKind.PERSON, True, None)


def test_nobody_to_mean() -> None:
    assert told("“Go,” it said.", ("“Go,”", "it"))[0] == Entity(Span(6, 8, "it"), None)
    assert told("“Go away now.”", ("“Go away now.”", ""))[0] is None


def test_two_equally_good_are_declined() -> None:
    (source,) = told("Erik Moberg met Ivan Petrov and Omar Tavakoli. He said it rained.", ("it rained", "He"))
    assert source and source.name == "Erik Moberg"
    (source,) = told("Ivan Petrov and Omar Tavakoli met. He said it rained.", ("it rained", "He"))
    assert source and source.name is None


def test_kinds_of_names() -> None:
    doc = Document("Adm. Lena Falk left the Ministry of Defence in Oslo. US-led forces met Reuters staff.", pack().lexicon)
    assert [(doc.text[doc.off[n.start] : doc.ends[n.end - 1]], n.kind) for n in find_names(doc).runs] == [
        ("Lena Falk", "person"),
        ("Ministry of Defence", "org"),
        ("Oslo", "place"),
        ("Reuters", "media"),
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Zelenskiy", "Zelensky"),
        ("Zelenskyy", "Zelensky"),
        ("Barros", "Baros"),
        ("Syrskyi", "Syrsky"),
        ("Shoigu", "Shoygu"),
        ("Kostiantynivka", "Kostyantynivka"),
        ("Zaporizhia", "Zaporizhzhya"),
        ("Erdoğan", "Erdogan"),
        ("Kiev", "Kyiv"),
        ("The Taliban", "Taliban"),
        ("U.S.", "United States"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Khamenei", "Khomeini"), ("Obama", "Osama"), ("Kharkiv", "Kherson"), ("Vojnovic", "Vujanovic"), ("Hassan", "Hussein"), ("Peace", "Pence")],
)
def test_names_of_two(one: str, two: str) -> None:
    assert name_key(one) != name_key(two)
    assert not near(one, two)


def test_one_letter_from_seven_on() -> None:
    assert near("Schickentanz", "Schikentants")
    assert near("Petrenkoo", "Petrenko")
    assert not near("Minister", "Ministry")


REPORT = """Governor Ana Ruiz said that at least 12 people were killed. “We are mourning,” she said.
Two residents said the town was empty. Ruiz warned that the river was rising. “Leave now.”"""


def test_everything_one_person_said() -> None:
    ruiz, residents = ck.parse(REPORT).speakers
    assert (ruiz.name, ruiz.kind, ruiz.anonymous, ruiz.role) == ("Ana Ruiz", "person", False, "Governor")
    assert [span.text for span in ruiz.mentions] == ["Governor Ana Ruiz", "she", "Ruiz"]
    assert [quote.stance for quote in ruiz.quotes] == ["said", "said", "warned", "said"]
    assert [claim.quantity.best for claim in ruiz.claims] == [12]
    assert (residents.name, residents.kind, residents.anonymous, residents.claims) == ("Two residents", "group", True, ())


@given(news_texts())
def test_speakers_hold_every_named_quote_once(text: str) -> None:
    report = ck.parse(text)
    named = [quote for quote in report.quotes if quote.source and quote.source.name]
    held = [quote for speaker in report.speakers for quote in speaker.quotes]
    assert sorted(held, key=lambda quote: quote.content[0].start) == named
    assert len({speaker.name for speaker in report.speakers}) == len(report.speakers)
    assert all(text[span.start : span.end] == span.text for speaker in report.speakers for span in speaker.mentions)


def test_an_acronym_is_no_pronoun() -> None:
    (source,) = told("The WHO said 31 nurses had fallen ill.", ("31 nurses had fallen ill", "The WHO"))
    assert source and (source.name, source.kind) == ("WHO", ck.EntityKind.ORGANIZATION)


WHO_IS_WHO = (
    ("Rebels attacked the port. They killed 12 soldiers.", "They", "Rebels", "group"),
    ("Rebels killed 12 farmers. They fled.", "They", "Rebels", "group"),
    ("Kadra's army shelled the port. Its pilots bombed two ships.", "Its pilots", "Kadra's army's pilots", "group"),
    ("General Omar Tesh was seized. The rebels freed Tesh.", "Tesh", "Omar Tesh", "person"),
    ("The Kadra Relief Council (KRC) fled. Bandits attacked the KRC.", "the KRC", "Kadra Relief Council", "organization"),
    ("Gunmen burned a hospital.", "a hospital", "hospital", "thing"),
    ("Gunmen burned a hospital.", "Gunmen", "Gunmen", "group"),
    ("A soldier killed two boys.", "A soldier", "soldier", "person"),
    ("Troops of the 12th Brigade left.", "Troops", "Troops", "military"),
    ("The ministry was closed.", "The ministry", "ministry", "government"),
    ("Janek Holt and Erik Moberg met Ivan Petrov. They hit him.", "him", "Ivan Petrov", "person"),
    ("Kiev fell. Kyiv was burned.", "Kyiv", "Kyiv", "government"),
    ("It was late.", "It", None, "unknown"),
)


@pytest.mark.parametrize(("text", "mention", "name", "kind"), WHO_IS_WHO)
def test_a_noun_group_is_led_back_to_somebody(text: str, mention: str, name: str | None, kind: str) -> None:
    doc = Document(text, pack().lexicon)
    groups = [group for group in syntax_of(doc).groups if doc.span(group.start, group.end).text == mention]
    entity = referents_of(doc).entity(groups[-1])
    assert entity == referents_of(doc).entity(doc.span(groups[-1].start, groups[-1].end))
    assert (entity.mention and entity.mention.text, entity.name, entity.kind) == (mention, name, kind)


@given(news_texts())
def test_every_noun_group_is_somebody_or_nobody(text: str) -> None:
    doc = Document(text, pack().lexicon)
    for group in syntax_of(doc).groups:
        referents_of(doc).entity(group)


def test_spellings_of_given_names_and_places() -> None:
    for one, other in (("Igor Danko", "Ihor Danko"), ("Kharkov region", "Kharkiv region"), ("al-Fashir", "El Fasher"), ("Khan Yunis", "Khan Younis"), ("US", "United States")):
        assert name_key(one) == name_key(other)
    assert name_key("Khomeini") != name_key("Khamenei")


@pytest.mark.parametrize("joint", ["; ", ", while ", " and ", ". "])
@pytest.mark.parametrize(("teller", "pronoun"), [("the Tamar Union", "it"), ("the Vale Front", "it"), ("Osk's police", "they")])
def test_a_pronoun_in_what_is_said_is_who_says_it(joint: str, teller: str, pronoun: str) -> None:
    teller = teller[0].upper() + teller[1:] if joint == ". " else teller
    report = ck.parse(f"The army said it had shelled the post{joint}{teller} said {pronoun} had captured it.")
    captured = next(event for event in report.events if event.trigger.text == "captured")
    assert captured.actor is not None
    assert (captured.actor.name or "").lower().endswith(teller.split()[-1].lower())
