"""Tokens cover the text; sentences and quote regions are where a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictkit._document import Document
from conflictkit.english import pack


def document(text: str) -> Document:
    return Document(text, pack().lexicon)


def sentences(text: str) -> list[str]:
    doc = document(text)
    return [text[doc.off[doc.bounds[k][0]] : doc.off[doc.bounds[k][1]]].strip() for k in doc.sentences]


@given(st.text())
def test_tokens_cover_the_text(text: str) -> None:
    doc = document(text)
    assert "".join(doc.toks) == text
    assert len(doc.toks) == len(doc.cls) == len(doc.low) == len(doc.off) - 1
    assert doc.off[-1] == len(text)


@given(st.text(alphabet="aA.,!?\"“”' \n1", max_size=80))
def test_sentences_and_regions_are_ordered_and_inside(text: str) -> None:
    doc = document(text)
    assert doc.sentences == sorted(set(doc.sentences))
    end = 0
    for region in doc.regions:
        assert end <= region.open < region.close <= len(doc)
        end = region.close


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is cut. Nobody passes.", ["The road is cut.", "Nobody passes."]),
        ("It was at 12th St. Guards said so.", ["It was at 12th St.", "Guards said so."]),
        ("It was at 12th St. Paul Rask said so.", ["It was at 12th St. Paul Rask said so."]),
        ("Gen. Ana Ruiz and Mr. Okoro met in St. Paul.", ["Gen. Ana Ruiz and Mr. Okoro met in St. Paul."]),
        ("It cost 2.5 million. He left.", ["It cost 2.5 million.", "He left."]),
        ("John F. Kowal spoke. B. Ito listened.", ["John F. Kowal spoke.", "B. Ito listened."]),
        ("The U.S. Army moved at 5 p.m. The bridge fell.", ["The U.S. Army moved at 5 p.m.", "The bridge fell."]),
        ("It began at 2:10 a.m. March 11 in Brod. It ended.", ["It began at 2:10 a.m. March 11 in Brod.", "It ended."]),
        ("It moved at 5 p.m. \"The bridge fell,\" he said.", ["It moved at 5 p.m.", '"The bridge fell," he said.']),
        ("The U.S. \"Patriot\" moved.", ['The U.S. "Patriot" moved.']),
        ("“We hold it.” The colonel left.", ["“We hold it.”", "The colonel left."]),
        ("“Are we safe?” she asked.", ["“Are we safe?” she asked."]),
        ("A headline\nThe story begins", ["A headline", "The story begins"]),
        ("On Feb. 24 it began. It went on.", ["On Feb. 24 it began.", "It went on."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," he said.', ['"One,"']),
        ("''One,'' he said.", ["''One,''"]),
        ("«One», he said.", ["«One»"]),
        ("„One“ and two", ["„One“"]),
        ("“One\n“Two.”", ["“One", "“Two.”"]),
        ("no marks at all", []),
    ],
)
def test_regions(text: str, expected: list[str]) -> None:
    doc = document(text)
    assert [doc.span(r.open, r.close).text for r in doc.regions] == expected
