"""What comes in: files, folders, pages, lines, encodings, and the day of publication."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit._articles import Article, DayFrom, Failure, NoArticle, Wanted, articles, day_of
from conflictkit._page import read_page

TEXT = "“Café” said Ana Ruiz."
PAGE = """<!doctype html>
<html lang="en"><head>
<meta charset="utf-8"><title>Strike hits Lipa - The Courier</title>
<meta property="og:title" content="Strike hits Lipa"><meta property="og:site_name" content="The Courier">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-11-07T09:30:00+02:00"}]}</script>
<style>p { color: red }</style></head>
<body><nav><p>Home</p></nav>
<article><h1>Strike hits Lipa</h1>
<p>Some <b>12 people</b> were
killed &amp; 3 hurt.</p><aside>More on this</aside><div>Ana Ruiz<br>said so.</div>
<script>var x = "<p>no</p>";</script></article>
<p>Subscribe</p></body></html>"""


def only(path: Path, **wanted: Any) -> Any:
    (found,) = articles([str(path)], Wanted(**wanted))
    return found


def written(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


# --- pages --------------------------------------------------------------------------------------------------------------------


def test_a_page_is_its_article_with_its_metadata(tmp_path: Path) -> None:
    found = only(written(tmp_path / "page.html", PAGE))
    assert found.text == "Strike hits Lipa\n\nSome 12 people were killed & 3 hurt.\n\nAna Ruiz\n\nsaid so."
    assert (found.title, found.outlet, found.published, found.day_from) == ("Strike hits Lipa", "The Courier", dt.date(2025, 11, 7), DayFrom.PAGE)


def test_a_page_without_an_article_is_its_paragraphs() -> None:
    page = read_page("<title>T</title><p>One<p>Two <i>three</i>four</p><footer>No</footer><time datetime='2025-01-02'>then</time>")
    assert (page.text, page.title, page.published) == ("One\n\nTwo threefour\n\nthen", "T", "2025-01-02")


def test_a_page_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Киев'
    assert only(written(tmp_path / "p.html", page.encode("cp1251"))).text == "Киев"


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    assert "a page without text" in only(written(tmp_path / "p.html", "<html><body><script>render()</script></body></html>")).reason


@given(st.text(alphabet="<>/!-[]&;'\"= apscriptdvb\n\x00", max_size=60))
def test_any_page_is_read_or_refused(html: str) -> None:
    with suppress(ck.DataError):
        read_page(html)


# --- the day of publication ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-11-07.txt", "2025-11-07"),
        ("courier_20251107_lipa.txt", "2025-11-07"),
        ("2025/11/07/lipa.txt", "2025-11-07"),
        ("2024-01-01/report 2025.11.07.txt", "2025-11-07"),
        ("2025-11.txt", None),
        ("2025-11-31.txt", None),
        ("id-120251107.txt", None),
        ("lipa.txt", None),
    ],
)
def test_the_day_in_a_file_name(name: str, day: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / name, TEXT)
    monkeypatch.chdir(tmp_path)
    found = only(Path(name))
    assert str(found.published) == str(day)
    assert found.day_from is (DayFrom.NAME if day else DayFrom.NOWHERE)


def test_a_field_beats_the_option_which_beats_the_name(tmp_path: Path) -> None:
    lines = [{"text": TEXT, "published": "2025-01-01"}, {"text": TEXT}, {"text": TEXT, "published": None}]
    path = written(tmp_path / "2025-03-03.jsonl", "\n".join(map(json.dumps, lines)))
    assert [str(article.published) for article in articles([str(path)], Wanted(dt.date(2025, 2, 2)))] == ["2025-01-01", "2025-02-02", "2025-02-02"]  # type: ignore[union-attr]
    assert [article.day_from for article in articles([str(path)], Wanted())] == [DayFrom.FIELD, DayFrom.NAME, DayFrom.NAME]  # type: ignore[union-attr]


@pytest.mark.parametrize("told", ["2025-11-07", " 2025-11-07T23:59:00Z", "20251107", "2025-11-07 10:00:00+02:00", "Fri, 07 Nov 2025 10:00:00 GMT", "7 Nov 2025 10:00:00"])
def test_days_as_fields_write_them(told: str) -> None:
    assert day_of(told) == dt.date(2025, 11, 7)


@pytest.mark.parametrize("told", ["soon", "", 20251107, "2025-13-01", ["2025"], "07/11/2025"])
def test_no_days(told: object) -> None:
    with pytest.raises(ck.DataError, match="no day of publication"):
        day_of(told)


# --- lines ------------------------------------------------------------------------------------------------------------------------


def test_lines_with_fields_of_any_name(tmp_path: Path) -> None:
    path = written(tmp_path / "x.ndjson", json.dumps({"body": TEXT, "url": 5, "on": "2025-01-01", "head": "H", "paper": "P"}))
    found = only(path, text="body", id="url", date="on", title="head", source="paper")
    assert found == Article("5", TEXT, dt.date(2025, 1, 1), "H", "P", DayFrom.FIELD)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"body": "x"}', 'whose "text" is the text (--text names another field); it has: body'),
        ("[1]", 'whose "text" is the text'),
        ("{", "not JSON: "),
        ('{"text": "x", "published": "soon"}', "no day of publication: 'soon'"),
        ("[" * 100_000, ""),
    ],
)
def test_a_line_that_cannot_be_read(line: str, message: str, tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", f'{line}\n{{"text": "y"}}\n')
    bad, good = articles([str(path)], Wanted())
    assert isinstance(bad, Failure) and bad.id == f"{path}:1" and message in bad.reason
    assert isinstance(good, Article) and good.id == f"{path}:2"


def test_a_json_file_is_an_object_or_an_array(tmp_path: Path) -> None:
    assert only(written(tmp_path / "one.json", '{"text": "x"}')).id == str(tmp_path / "one.json")
    several = written(tmp_path / "two.json", '[{"text": "x"}, {"text": "y", "id": "z"}, 5]')
    assert [found.id for found in articles([str(several)], Wanted())] == [f"{several}:1", "z", f"{several}:3"]  # type: ignore[union-attr]


# --- encodings, and what is no text ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_tell_themselves(encoding: str, tmp_path: Path) -> None:
    assert only(written(tmp_path / "x.txt", TEXT.encode(encoding))).text == TEXT


def test_an_encoding_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "x.txt", TEXT.encode("cp1252"))
    assert only(path).reason == "not UTF-8: byte 0x93 at offset 0; as cp1252 it reads '“Café” sai': if that is right, say --encoding cp1252"
    assert only(path, encoding="cp1252").text == TEXT
    assert only(path, encoding="klingon").reason == "no encoding 'klingon' is known; name one by --encoding"


@pytest.mark.parametrize(("data", "message"), [(b"%PDF-1.7", "this is a PDF"), (b"PK\x03\x04word", "a Word"), (b"\x1f\x8b\x08", "gzip"), (b"abc\0\0def", "this is no text")])
def test_files_that_hold_no_text(data: bytes, message: str, tmp_path: Path) -> None:
    found = only(written(tmp_path / "x.txt", data))
    assert isinstance(found, Failure) and message in found.reason


def test_a_folder_is_read_in_order_and_tells_what_it_leaves(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/p.htm", "c.pdf", ".hidden", "out/x.txt", "out.part"):
        written(tmp_path / name, TEXT)
    found = list(articles([str(tmp_path)], Wanted(leave=tmp_path / "out")))
    assert [Path(item.id).name if isinstance(item, Article) else item for item in found] == ["p.htm", "z.TXT", "b.txt", NoArticle(str(tmp_path / "c.pdf"))]
