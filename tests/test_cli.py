"""The command: tables, JSON, standard input, errors."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import conflictkit as ck
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


@pytest.mark.parametrize("arguments", [["--published", "yesterday"], ["--format", "xml"]])
def test_bad_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert arguments[1] in capsys.readouterr().err
