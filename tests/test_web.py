"""Saved pages and mails: text, title, outlet and day. The extraction runs where the extra ``web`` is installed."""

from __future__ import annotations

import datetime as dt
from importlib.util import find_spec

import pytest

import conflictkit as ck
from conflictkit import web

installed = pytest.mark.skipif(find_spec("trafilatura") is None, reason="the extra web is not installed")

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Ferry sinks off Bariz - The Bariz Star</title>
<meta property="og:site_name" content="The Bariz Star"><meta property="article:published_time" content="2025-11-06T10:00:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Ferry sinks off Bariz</h1>
<p>At least 14&nbsp;farmers were killed when a ferry sank off the port of Bariz on Wednesday, the mayor said.</p>
<p>“We have lost whole families,” Mayor Bo Adler told reporters at the harbour, where boats were still searching for 31 people.</p>
<table><tr><th>Boat</th><th>Dead</th><th>Missing</th></tr><tr><td>Ferry</td><td>14</td><td>31</td></tr></table>
<p>The army said that it had sent two helicopters and that the search would go on through the night.</p>
</article><aside>Read more: Nine dead in Tirsa</aside><footer>1,204 shares</footer></body></html>"""
MAIL = b"""From: The Bariz Desk <desk@star.example>
To: all@star.example
Subject: Ferry
Date: Thu, 6 Nov 2025 10:00:00 +0000
Content-Type: text/plain; charset="utf-8"

Fourteen people drowned, the mayor said.
"""


@installed
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_saved_page(charset: str) -> None:
    page = web.read_page(PAGE.format(charset=charset).encode(charset))
    assert (page.outlet, page.published) == ("The Bariz Star", dt.date(2025, 11, 6))
    assert page.title is not None and page.title.startswith("Ferry sinks off Bariz")
    assert "1,204" not in page.text and "Tirsa" not in page.text
    report = ck.parse(page.text, published=page.published, title=page.title, outlet=page.outlet)
    assert [quote.source.name for quote in report.quotes if quote.source and quote.kind is ck.QuoteKind.DIRECT] == ["Bo Adler"]
    told = {(claim.quantity.best or claim.quantity.low, str(claim.measure)) for claim in report.claims}
    assert {(14, "killed"), (31, "missing")} <= told


@installed
def test_a_page_that_names_no_encoding() -> None:
    html = PAGE.format(charset="utf-8").replace('<meta charset="utf-8">', "").replace("the mayor said", "l’adjoint délégué à la sécurité a été blessé, the mayor said")
    assert "délégué" in web.read_page(html.encode("cp1252")).text


@installed
def test_a_mail() -> None:
    page = web.read_page(MAIL)
    assert page == web.Page("Fourteen people drowned, the mayor said.", "Ferry", "The Bariz Desk", dt.date(2025, 11, 6))


@installed
@pytest.mark.parametrize("source", [b"", "", "<html><body></body></html>", b"\xff\xfe\x00", b"From: a\nSubject: b\n\n"])
def test_nothing_to_read(source: bytes | str) -> None:
    with pytest.raises(ck.DataError):
        web.read_page(source)


def test_what_is_neither_bytes_nor_text() -> None:
    with pytest.raises(ck.InputTypeError, match="read_bytes"):
        web.read_page(3)  # type: ignore[arg-type]


@pytest.mark.skipif(find_spec("trafilatura") is not None, reason="the extra web is installed")
def test_without_the_extra() -> None:
    with pytest.raises(ck.MissingExtraError, match=r"conflictkit\[web\]"):
        web.read_page(PAGE)
