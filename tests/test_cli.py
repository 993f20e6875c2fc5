"""The command: its verbs and formats, and what it says of what it cannot read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import conflictkit as ck
from conflictkit import _batch
from conflictkit._cli import main
from conflictkit._terminal import columns_of, fitted, report_tables, table
from conflictkit.export import read_reports, tables

TEXT = "Governor Ana Ruiz said on Monday that about 12 people were killed."
LATER = "Governor Ana Ruiz said that 15 people were killed. Rescuers said 19 people were killed."


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Two texts named by day, three lines of which one is bad, and a file that is no article."""
    base = tmp_path / "news"
    (base / "deep").mkdir(parents=True)
    (base / "2025-11-07.txt").write_text(TEXT, encoding="utf-8")
    (base / "deep" / "2025-11-08-later.txt").write_text(LATER, encoding="utf-8")
    (base / "notes.md").write_text("no article", encoding="utf-8")
    lines = [json.dumps({"id": "one", "text": TEXT, "published": "2025-11-07"}), '{"text": 5}', "", json.dumps({"text": TEXT})]
    (base / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "news"


IDS = ["news/2025-11-07.txt", "one", "news/c.jsonl:4", "news/deep/2025-11-08-later.txt"]


def given(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# --- to standard output ---------------------------------------------------------------------------------------------------


def test_tables(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article, "--published", "2025-11-07"]) == 0
    seen = capsys.readouterr()
    assert "QUOTES (1)" in seen.out
    assert "Ana Ruiz" in seen.out
    assert "CLAIMS (1)" in seen.out
    assert "-/12/-" in seen.out
    assert seen.err == ""


def test_the_verb_may_be_left_out(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([article])
    short = capsys.readouterr().out
    main(["read", article])
    assert capsys.readouterr().out == short


def test_each_of_several_documents_has_its_id(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([folder]) == 2
    seen = capsys.readouterr()
    assert [line[4:] for line in seen.out.splitlines() if line.startswith("=== ")] == IDS
    main([folder, "--as", "json"])
    assert [item["id"] for item in json.loads(capsys.readouterr().out)] == IDS
    main([folder, "--as", "jsonl"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == IDS
    assert ck.from_dict(lines[1]) == ck.parse(TEXT, published=dt.date(2025, 11, 7), id="one")
    main([folder, "--as", "csv", "--table", "quotes"])
    assert {row["document"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))} == set(IDS)


def test_json_of_one_document_is_its_report(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([article, "--as", "json"])
    assert ck.from_json(capsys.readouterr().out) == ck.parse(TEXT, id=article)


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given(b"First.\n" + TEXT.encode(), monkeypatch)
    assert main(["--as", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "First.\n" + TEXT


def test_standard_input_is_lines_with_fields_of_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"url": f"https://example.org/{n}", "body": TEXT, "date": f"2025-11-0{n}T10:00:00Z", "outlet": "The Courier"} for n in (1, 2)]
    given("".join(json.dumps(line) + "\n" for line in lines).encode(), monkeypatch)
    out = tmp_path / "news.sqlite"
    assert main(["read", "-", "--text", "body", "--date", "date", "--id", "url", "--source", "outlet", "--to", str(out)]) == 0
    with closing(sqlite3.connect(out)) as base:
        documents = base.execute("SELECT id, outlet, published FROM documents").fetchall()
        assert documents == [("https://example.org/1", "The Courier", "2025-11-01"), ("https://example.org/2", "The Courier", "2025-11-02")]
    assert "2 documents read" in capsys.readouterr().err


def test_a_table_on_standard_input_that_is_wrong_json_is_a_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given(b"{not JSON} he said.", monkeypatch)
    assert main(["--as", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "{not JSON} he said."


# --- to files and folders -------------------------------------------------------------------------------------------------


def test_a_folder_of_texts_named_by_day_becomes_tables_and_a_site(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([folder, "--to", "out"]) == 2
    out = tmp_path / "out"
    assert [row["id"] for row in rows(out / "documents.csv")] == IDS
    assert [row["published"] for row in rows(out / "documents.csv")] == ["2025-11-07", "2025-11-07", "", "2025-11-08"]
    tolls = rows(out / "tolls.csv")
    assert {(row["best"], row["source"], row["document"]) for row in tolls} >= {("12", "Ana Ruiz", IDS[0]), ("19", "Rescuers", IDS[3])}
    for kind in tables.COLUMNS:
        header = (out / f"{kind}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        assert header.split(",") == [column.name for column in tables.columns(kind)]  # type: ignore[arg-type]
    index = (out / "index.html").read_text(encoding="utf-8")
    assert index.index("What they say of the same things") < index.index("<h2>Reports</h2>")
    pages = sorted((out / "pages").iterdir())
    assert len(pages) == 4
    assert all(f'href="pages/{page.name}"' in index and 'href="../index.html"' in page.read_text(encoding="utf-8") for page in pages)
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith('conflictkit: news/c.jsonl:2: a line must be an object whose "text" is the text')
    assert re.fullmatch(
        r"conflictkit: 4 documents read, 1 left out, \d+ incidents?, \d+ quotes, \d+ claims, \d+ events; days of publication: 1 from a field, 2 from the file name,"
        r" 1 not known, so that relative dates stay open there; files of other kinds left alone: .md 1; written to out",
        told[1],
    )


def test_the_output_is_no_input_of_the_next_run(folder: str, tmp_path: Path) -> None:
    for _ in range(2):
        main([folder, "--to", "news/out"])
        assert [row["id"] for row in rows(tmp_path / "news/out/documents.csv")] == IDS
    for _ in range(2):
        main([folder, "--to", "news/out.jsonl", "--workers", "1"])
        assert [name for name, _ in read_reports(tmp_path / "news/out.jsonl") if not name.startswith("news/out/")] == IDS


@pytest.mark.parametrize(("name", "table"), [("claims.csv", "claims"), ("x.csv", "claims"), ("quotes.csv", "quotes"), ("documents.csv", "documents")])
def test_a_csv_file_holds_the_table_that_it_is_named_after(name: str, table: str, folder: str, tmp_path: Path) -> None:
    main([folder, "--to", name])
    main([folder, "--to", "all", "--as", "csv"])
    assert (tmp_path / name).read_bytes() == (tmp_path / "all" / f"{table}.csv").read_bytes()
    assert not (tmp_path / "all" / "index.html").exists()


def test_tolls_in_one_file(folder: str, tmp_path: Path) -> None:
    main([folder, "--to", "tolls.csv"])
    assert [row["best"] for row in rows(tmp_path / "tolls.csv")][:2] == ["12", "12"]


def test_sqlite_holds_all_tables_and_is_searched(folder: str, tmp_path: Path) -> None:
    main([folder, "--to", "news.db"])
    with closing(sqlite3.connect(tmp_path / "news.db")) as base:
        for kind in tables.COLUMNS:
            names = [row[1] for row in base.execute(f'PRAGMA table_info("{kind}")')]
            assert names == ["id", *(column.name for column in tables.columns(kind))]  # type: ignore[arg-type]
            assert ("documents", "document", "id") in [(row[2], row[3], row[4]) for row in base.execute(f'PRAGMA foreign_key_list("{kind}")')]
        found = base.execute("SELECT id FROM documents JOIN documents_fts ON documents.rowid = documents_fts.rowid WHERE documents_fts MATCH 'rescuers'").fetchall()
        assert found == [(IDS[3],)]
        assert base.execute("SELECT max(best) FROM claims WHERE measure = 'killed'").fetchone() == (19.0,)
        assert base.execute("SELECT about FROM columns WHERE \"table\" = 'claims' AND \"column\" = 'side'").fetchone() == ("whose troops, whose losses",)


def test_parquet_of_reports_and_of_tables(folder: str, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra: arrow)")
    main([folder, "--to", "news.parquet"])
    assert pq.read_table(tmp_path / "news.parquet").column("id").to_pylist() == IDS
    main([folder, "--to", "tables", "--as", "parquet"])
    main([folder, "--to", "all", "--as", "csv"])
    assert pq.read_table(tmp_path / "tables" / "documents.parquet").column("id").to_pylist() == IDS
    assert pq.read_table(tmp_path / "tables" / "quotes.parquet").num_rows == len(rows(tmp_path / "all" / "quotes.csv"))


def test_compare(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", folder]) == 2
    shown = capsys.readouterr()
    assert shown.out.startswith("Killed")
    assert "Rescuers" in shown.out and "news/deep/" in shown.out
    main(["compare", folder, "--as", "json"])
    whole = json.loads(capsys.readouterr().out)
    main(["compare", folder, "--as", "jsonl"])
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == whole
    for _ in range(2):
        main(["compare", folder, "--to", "tolls.txt"])
    assert (tmp_path / "tolls.txt").read_text(encoding="utf-8") == shown.out
    main(["compare", folder, "--to", "tolls.csv"])
    assert [row["document"] for row in rows(tmp_path / "tolls.csv")] == [row["document"] for group in whole for row in group["figures"]]


def test_page(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", article, "--to", str(tmp_path / "p.html")]) == 0
    assert main(["page", article]) == 0
    assert capsys.readouterr().out == (tmp_path / "p.html").read_text(encoding="utf-8") == ck.parse(TEXT).to_html(title="article")


def test_a_page_of_some_kinds_and_a_fragment(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):  # the second takes the place of the first
        assert main(["page", article, "--kinds", "claims,quotes", "--fragment", "--to", str(tmp_path / "p.html")]) == 0
    assert (tmp_path / "p.html").read_text(encoding="utf-8") == ck.parse(TEXT).to_html(kinds=["claims", "quotes"], fragment=True)
    with pytest.raises(SystemExit):
        main(["page", article, "--kinds", "claims,people"])
    assert "there are no 'people'; choose from incidents, quotes" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["page", "news"], ["news", "--as", "html"], ["news", "--to", "one.html"]])
def test_a_page_shows_one_document(command: list[str], folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command) == 2
    assert "a page shows one report, and here are 4; name a folder by --to" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["news"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["x.txt", "--published", "yesterday"], "'yesterday' is no date; write YYYY-MM-DD"),
        (["x.txt", "--as", "xml"], "'xml'"),
        (["x.txt", "--workers", "0"], "'0' must be a whole number, 1 or more"),
    ],
)
def test_bad_options(command: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(command)
    assert stop.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["x.txt", "--to", "x.xyz"], "what x.xyz is to hold its name does not tell; say --as"),
        (["x.txt", "--as", "sqlite"], "sqlite is written to a file; name it by --to"),
        (["x.txt", "--language", "tlh"], "no language 'tlh'"),
        (["x.txt", "--table", "nouns"], "no table 'nouns'; there are: documents, "),
        (["compare", "x.txt", "--to", "x.sqlite"], "compare writes a table, JSON or CSV"),
        (["page", "x.txt", "--to", "folder"], "page writes one page, to a file named .html"),
    ],
)
def test_options_that_do_not_go_together(command: list[str], message: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    assert message in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("conflictkit 0.")


# --- what cannot be read ---------------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.txt", article]) == 2
    seen = capsys.readouterr()
    assert seen.err.splitlines()[0] == "conflictkit: nowhere.txt: No such file or directory"
    assert "Ana Ruiz" in seen.out


def test_a_folder_without_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main([str(tmp_path / "empty"), "--to", str(tmp_path / "out")]) == 2
    assert "conflictkit: no document was found" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_two_documents_of_one_id_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "twice.jsonl"
    articles.write_text((json.dumps({"id": "x", "text": TEXT}) + "\n") * 2, encoding="utf-8")
    for command in ([str(articles)], [str(articles), "--to", str(tmp_path / "out.jsonl")]):
        assert main(command) == 2
        assert "conflictkit: x: the id stands for an earlier document too" in capsys.readouterr().err


def test_a_fault_of_the_library_is_a_failed_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    def faulty(*_: object, **__: object) -> ck.Report:
        raise RecursionError("too deep")

    monkeypatch.setattr(_batch, "parse", faulty)
    assert main([article, "--to", str(tmp_path / "out.jsonl")]) == 2
    assert f"{article}: RecursionError: too deep" in capsys.readouterr().err
    assert not (tmp_path / "out.jsonl").exists()


def test_lines_of_something_else_are_no_reports(tmp_path: Path) -> None:
    out = tmp_path / "data.jsonl"
    out.write_text('{"a": 1}\n', encoding="utf-8")
    with pytest.raises(ck.DataError, match="line 1 of"):
        list(read_reports(out))


# --- tables that fit ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_tables_fit_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(Path(__file__).parents[1])
    main(["seeds/strikes.txt", "--published", "2025-11-07"])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    if width < 88:
        assert max(map(len, lines)) > width - 2


def test_incidents_stand_first() -> None:
    read = ck.parse(TEXT)
    incident = ck.Incident(ck.EventKind.ASSAULT, None, None, dt.date(2025, 11, 3), dt.date(2025, 11, 4), 2, tolls=(ck.Toll(ck.Measure.KILLED, None, 12, None),))
    lines = list(report_tables(evolve(read, incidents=(incident,)), sys.stdout))
    assert lines[:7] == [
        "INCIDENTS (1)",
        "  date                    what     place  by whom  to whom",
        "  2025-11-03..2025-11-04  ASSAULT",
        "",
        "TOLLS (1)",
        "  measure  low/best/high  where  date                    who says so",
        "  killed   -/12/-                2025-11-03..2025-11-04",
    ]


def test_the_background_and_ages_are_shown_among_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Gunmen killed a man, 34, and his two sons in Brod on Monday. Both sides met. The army seized Lenz in 2020 after three days.", encoding="utf-8")
    main([str(article), "--published", "2024-05-10"])
    few = capsys.readouterr().out
    main([str(article), "--published", "2024-05-10", "--all"])
    everything = capsys.readouterr().out
    assert "INCIDENTS (1 of 2; --all shows all)" in few
    assert "Lenz" not in few.split("QUOTES")[0]
    assert not re.search("^  (age|duration)", few, re.MULTILINE)
    assert "TIMELINE" not in few
    assert "INCIDENTS (2)" in everything
    assert re.search("^  age  ", everything, re.MULTILINE)
    assert "TIMELINE (2)" in everything


def test_a_figure_is_shown_once_and_few_of_whom_nothing_is_told_are_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "A bomb killed 12 people in Brod on Monday. Two nurses, who saw it, called for help. The blast killed 12. The army said 12 people were killed. "
        "The guild said on Friday that it killed 12. One of the three men who were shot was a baker. The army sent 40 police. The market has nine entries.",
        encoding="utf-8",
    )
    main([str(article), "--published", "2024-05-10"])
    shown = re.findall(r"^  (\w+) +(\S+)", capsys.readouterr().out.split("CLAIMS")[1], re.MULTILINE)
    assert shown == [("measure", "low/best/high"), ("killed", "12"), ("killed", "12"), ("killed", "12"), ("casualties", "3"), ("troops", "40")]


@pytest.mark.parametrize(
    ("widths", "room", "fit"),
    [([5, 9], 20, [5, 9]), ([5, 9], 12, [5, 7]), ([30, 30, 5], 40, [17, 17, 5]), ([90, 20, 20], 60, [20, 20, 20]), ([9, 9], 3, [3, 3])],
)
def test_the_widest_columns_give_way(widths: list[int], room: int, fit: list[int]) -> None:
    assert fitted(widths, room) == fit


def test_wide_characters_take_two_columns() -> None:
    lines: list[Any] = list(table("T", ("who", "n"), [("東京新聞東京新聞", "1"), ("e\u0301a", "2")], 14))
    assert lines[2:4] == ["  東京新聞…  1", "  e\u0301a         2"]
    assert columns_of(lines[2]) == columns_of(lines[3])


def test_the_readme_shows_what_its_command_prints(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[1]
    monkeypatch.chdir(root)
    assert main(["seeds/strikes.txt", "--published", "2025-11-07"]) == 0
    shown = (root / "README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert capsys.readouterr().out.rstrip("\n") == shown.rstrip("\n")
