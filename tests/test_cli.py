"""The command: tables, JSON, standard input, errors."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck
from conflictkit import _batch
from conflictkit._batch import read_reports
from conflictkit._cli import main

TEXT = "Governor Ana Ruiz said on Monday that about 12 people were killed."


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_tables(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article, "--published", "2025-11-07"]) == 0
    out = capsys.readouterr().out
    assert "QUOTES (1)" in out
    assert "Ana Ruiz" in out
    assert "CLAIMS (1)" in out
    assert "-/12/-" in out


def test_jsonl_is_a_report_a_line(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article, article, "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [ck.from_json(line).text for line in lines] == [TEXT, TEXT]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == TEXT


def test_a_file_that_is_not_there(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.txt", article]) == 2
    seen = capsys.readouterr()
    assert seen.err == "conflictkit: nowhere.txt: No such file or directory\n"
    assert "Ana Ruiz" in seen.out


def test_bytes_that_are_not_utf8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"caf\xe9 said")
    assert main([str(path)]) == 2
    assert "not UTF-8: byte 0xe9 at offset 3" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--published", "yesterday"], ["--format", "xml"], ["--out", "x.csv"], ["--workers", "0"]])
def test_bad_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert arguments[-1 if arguments[0] != "--workers" else 0] in capsys.readouterr().err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, three lines of which one is bad, and a file that is no article."""
    base = tmp_path / "news"
    (base / "deep").mkdir(parents=True)
    (base / "b.txt").write_text(TEXT, encoding="utf-8")
    (base / "deep" / "a.txt").write_text("Some 5 people fled.", encoding="utf-8")
    (base / "notes.md").write_text("no article", encoding="utf-8")
    lines = [json.dumps({"id": "one", "text": TEXT, "published": "2025-11-07"}), '{"text": 5}', "", json.dumps({"text": TEXT})]
    (base / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return base


def ids(out: Path) -> list[str]:
    return [name for name, _ in read_reports(out)]


def test_a_folder_into_lines_and_what_failed_is_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "reports.jsonl"
    assert main([str(folder), "--out", str(out), "--workers", "1"]) == 2
    assert ids(out) == [str(folder / "b.txt"), "one", f"{folder / 'c.jsonl'}:4", str(folder / "deep" / "a.txt")]
    assert capsys.readouterr().err == (
        f'conflictkit: {folder / "c.jsonl"}:2: a line must be an object with "text": {{"id": ..., "text": ..., "published": "2025-11-07"}}\n'
    )
    assert dict(read_reports(out))["one"] == ck.parse(TEXT, published=dt.date(2025, 11, 7))


def test_nothing_is_done_twice(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "reports.jsonl"
    read = []
    monkeypatch.setattr(_batch, "parse", lambda text, **given: (read.append(text), ck.parse(text, **given))[1])
    main([str(folder), "--out", str(out)])
    before = out.read_bytes()
    assert len(read) == 4
    main([str(folder), "--out", str(out)])
    assert (out.read_bytes(), len(read)) == (before, 4)
    for cut in (before[:-1], before[: before.rindex(b"{\"id\"") + 3]):  # as an interruption leaves it
        out.write_bytes(cut)
        del read[:]
        main([str(folder), "--out", str(out)])
        assert out.read_bytes() == before
        assert len(read) == 1


def test_an_interruption_is_gone_on_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tmp_path / "many.jsonl"
    articles.write_text("".join(json.dumps({"id": str(n), "text": f"Some {n + 2} people fled."}) + "\n" for n in range(40)), encoding="utf-8")
    out = tmp_path / "reports.jsonl"

    def stops(text: str, **given: Any) -> ck.Report:
        if "25 people" in text:
            raise KeyboardInterrupt
        return ck.parse(text, **given)

    with monkeypatch.context() as broken, pytest.raises(SystemExit) as stop:
        broken.setattr(_batch, "parse", stops)
        main([str(articles), "--out", str(out)])
    assert stop.value.code == 130
    assert ids(out) == [str(n) for n in range(23)]
    assert main([str(articles), "--out", str(out)]) == 0
    assert ids(out) == [str(n) for n in range(40)]


def test_a_fault_of_the_library_is_a_failed_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    def faulty(*_: object, **__: object) -> ck.Report:
        raise RecursionError("too deep")

    monkeypatch.setattr(_batch, "parse", faulty)
    assert main([article, "--out", str(tmp_path / "out.jsonl")]) == 2
    assert f"{article}: RecursionError: too deep" in capsys.readouterr().err


def test_two_documents_of_one_id_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "twice.jsonl"
    articles.write_text((json.dumps({"id": "x", "text": TEXT}) + "\n") * 2, encoding="utf-8")
    assert main([str(articles), "--out", str(tmp_path / "out.jsonl")]) == 2
    assert "conflictkit: x: the id stands for an earlier document too" in capsys.readouterr().err


def test_a_file_of_something_else_is_left_alone(tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "data.jsonl"
    out.write_text('{"a": 1}\n', encoding="utf-8")
    assert main([article, "--out", str(out)]) == 2
    assert "name another file" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == '{"a": 1}\n'
    with pytest.raises(ck.DataError, match="line 1 of"):
        list(read_reports(out))


def test_parquet_goes_on_too(folder: Path, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra: arrow)")
    out = tmp_path / "reports.parquet"
    main([str(folder), "--out", str(out)])
    assert pq.read_table(out).num_rows == 4
    (folder / "new.txt").write_text(TEXT, encoding="utf-8")
    main([str(folder), "--out", str(out)])
    table = pq.read_table(out)
    assert sorted(table.column("id").to_pylist()) == sorted({*table.column("id").to_pylist()})
    assert table.num_rows == 5
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_the_readme_shows_what_its_command_prints(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[1]
    monkeypatch.chdir(root)
    assert main(["seeds/strikes.txt", "--published", "2025-11-07"]) == 0
    shown = (root / "README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert capsys.readouterr().out.rstrip("\n") == shown.rstrip("\n")
