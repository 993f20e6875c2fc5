"""The page of a report: every character, every mark, and nothing of the text as markup."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.export.shown import SAFE

ROOT = Path(__file__).parents[1]
DAY = date(2025, 11, 7)


class Article(HTMLParser):
    """The text of the article, and where each record is marked in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.ids, self.links = "", [], []
        self.marks: dict[str, str] = {}
        self._inside, self._of = 0, []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"][1:]] if found.get("href") else []
        if tag == "article":
            self._inside = 1
        elif self._inside and tag in ("a", "span"):
            self._of = (found["data-of"] or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = 0
        elif tag in ("a", "span"):
            self._of = []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data
            for name in self._of:
                self.marks[name] = self.marks.get(name, "") + data


def as_shown(text: str) -> str:
    """The text with what no page can hold replaced, character by character."""
    kept = {ord(char): char for char in "&<>\"'\r"}
    return text.translate({**SAFE, **kept})


def span(text: str, start: int, end: int) -> ck.Span:
    return ck.Span(start, end, text[start:end])


def number(where: ck.Span) -> ck.Quantity:
    return ck.Quantity(where, where, 1, 1, 1, ck.Bound.EXACT, None, None)


@pytest.mark.parametrize("name", ["pokrovsk", "strikes", "strikes-later"])
def test_the_page_of_a_seed_marks_every_record(name: str) -> None:
    text = (ROOT / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
    report = ck.parse(text, published=DAY)
    seen = Article(report.to_html(title=name))
    assert seen.text == text
    for n, quote in enumerate(report.quotes, 1):
        assert seen.marks[f"q{n}"].replace("\n", "") == "".join(part.text for part in quote.content).replace("\n", "")
    assert [seen.marks[f"c{n}"] for n in range(1, len(report.claims) + 1)] == [claim.quantity.span.text for claim in report.claims]
    assert [seen.marks[f"d{n}"] for n in range(1, len(report.dates) + 1)] == [when.span.text for when in report.dates]
    assert [seen.marks[f"e{n}"] for n in range(1, len(report.events) + 1)] == [event.trigger.text for event in report.events]


@pytest.mark.parametrize("name", ["pokrovsk", "strikes"])
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    text = (ROOT / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
    seen = Article(ck.parse(text, published=DAY).to_html())
    assert set(seen.links) <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))


@given(st.data())
def test_overlapping_marks_lose_nothing(data: st.DataObject) -> None:
    text = data.draw(st.text(st.characters(exclude_categories=[]) | st.sampled_from("<>&\"'\r\n\0 "), max_size=40))
    places = st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted), max_size=8)
    quantities = tuple(number(span(text, *place)) for place in data.draw(places))
    events = tuple(
        ck.DatedEvent(span(text, *place), None, None, None, None, None, None, ck.DateSource.TEXT, ck.Factuality.ASSERTED) for place in data.draw(places)
    )
    seen = Article(ck.Report(text, None, "en", events=events, quantities=quantities).to_html())
    assert seen.text == as_shown(text)
    assert set(seen.links) <= set(seen.ids)
    for letter, spans in (("n", [q.span for q in quantities]), ("e", [e.trigger for e in events])):
        for n, where in enumerate(spans, 1):
            assert seen.marks.get(f"{letter}{n}", "").split() == as_shown(where.text).split()


HOSTILE = "<script>alert(1)</script> <b onclick='x()'>\"12 people were killed,\" said <img src=x onerror=alert(2)> Ana Ruiz & Co. </article> <!-- ]]> -->"


def test_nothing_of_the_text_is_markup() -> None:
    page = ck.parse(HOSTILE, published=DAY).to_html(title="</title><script>alert(3)</script>")
    assert page.count("<script") == 1
    assert page.count("</article>") == 1
    assert "<img" not in page
    assert "<!--" not in page
    assert Article(page).text == HOSTILE


def test_the_page_asks_for_nothing() -> None:
    page = ck.parse(HOSTILE).to_html()
    assert not re.search(r"\b(?:src|srcset|action|data|poster)=", page.replace("src=x onerror", ""))
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\nNothing here.\n", "\0\ud800"])
def test_a_report_of_nothing_has_a_page(text: str) -> None:
    seen = Article(ck.parse(text).to_html())
    assert seen.text == as_shown(text)
    assert set(seen.links) <= set(seen.ids)


def test_records_without_a_place_are_not_linked() -> None:
    nowhere = ck.Quote((), ck.QuoteKind.DIRECT, None, ck.Stance.SAID, None)
    seen = Article(ck.Report("Text.", None, "en", quotes=(nowhere,)).to_html())
    assert set(seen.links) <= set(seen.ids)


def test_the_page_is_utf8() -> None:
    ck.parse("A\ud800B").to_html().encode("utf-8")


@pytest.mark.parametrize(("value", "shown"), [(12000, "12,000"), (2.5, "2.5"), (1e6, "1,000,000"), (0.001, "0.001"), (1e300, "1e+300")])
def test_figures_are_written_plainly(value: float, shown: str) -> None:
    where = span("x", 0, 1)
    page = ck.Report("x", None, "en", quantities=(ck.Quantity(where, where, 1, value, 1, ck.Bound.EXACT, None, None),)).to_html()
    assert re.search(r'data-label="best">(?:<bdi>)?([^<]*)', page)[1] == shown  # type: ignore[index]


def test_a_theme_that_is_not_there() -> None:
    with pytest.raises(ck.InputTypeError, match="theme must be auto, light or dark, not 'blue'"):
        ck.parse("x").to_html(theme="blue")  # type: ignore[arg-type]


def test_the_theme_is_fixed_or_the_readers() -> None:
    assert 'data-theme="dark"' in ck.parse("x").to_html(theme="dark")
    assert "<html lang=\"en\">" in ck.parse("x").to_html()


def test_notebooks_frame_the_page() -> None:
    frame = ck.parse(HOSTILE)._repr_html_()
    assert re.fullmatch(r'<iframe title="conflictkit report" sandbox="allow-scripts" srcdoc="[^"<>]*" style="[^"]*"></iframe>', frame)


@pytest.mark.parametrize(("kinds", "letters"), [(["claims"], "c"), (["quotes", "dates"], "qd"), ("events", "e"), ([], ""), (["incidents", "speakers"], "")])
def test_only_the_kinds_that_are_wanted_are_shown(kinds: list[str], letters: str) -> None:
    text = (ROOT / "seeds" / "strikes.txt").read_text(encoding="utf-8")
    page = ck.parse(text, published=DAY).to_html(kinds=kinds)  # type: ignore[arg-type]
    seen = Article(page)
    assert seen.text == text
    assert {name[0] for name in seen.marks} == set(letters)
    assert set(seen.links) <= set(seen.ids)
    assert page.count("<tr role") > page.count("<tbody") or not letters
    assert ('id="ck-incidents"' in page, 'id="ck-timeline"' in page, 'id="ck-speakers"' in page) == ("incidents" in kinds, "incidents" in kinds, "speakers" in kinds)


def test_a_kind_that_is_not_there() -> None:
    with pytest.raises(ck.InputTypeError, match="no kind 'people' of records; there are: incidents, quotes, claims, events, dates, quantities, speakers"):
        ck.parse("x").to_html(kinds=["people"])  # type: ignore[list-item]


def test_a_fragment_is_one_element_with_all_it_needs() -> None:
    report = ck.parse(HOSTILE, published=DAY)
    fragment = report.to_html(fragment=True, theme="dark")
    assert fragment.startswith('<div class="conflictkit" lang="en" data-theme="dark">')
    assert fragment.endswith("</div>\n")
    assert not re.search(r"<(?:!doctype|html|head|body|main|h1|meta)\b", fragment)
    seen = Article(fragment)
    assert seen.text == HOSTILE
    assert set(seen.links) <= set(seen.ids)
    assert seen.marks == Article(report.to_html()).marks


def test_the_style_touches_nothing_outside_its_element() -> None:
    style = re.search(r"<style>(.*)</style>", ck.parse("x").to_html(fragment=True), re.DOTALL)[1]  # type: ignore[index]
    level, outside = 0, ""
    for char in re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL):
        level += (char == "{") - (char == "}")
        outside += char if not level or char == "{" and level == 1 else ""
    selectors = [selector.strip() for selector in re.split("[{}]", outside) if selector.strip()]
    assert all(".conflictkit" in selector or selector.startswith("@media") for selector in selectors)
    assert level == 0
