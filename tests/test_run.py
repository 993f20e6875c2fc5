"""A run to trust: what ends it ends all of it, an output is whole or not there, and nothing of somebody else is touched."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

import conflictkit as ck
from conflictkit import _batch
from conflictkit._articles import Article
from conflictkit._batch import Journal, key_of
from conflictkit._cli import main
from conflictkit.export import read_reports, sqlite
from conflictkit.export._files import whole_folder

TEXT = "Governor Ana Ruiz said on Monday that about 12 people were killed."
COMMAND = ("-m", "conflictkit")
HANGS = 600
"""Seconds after which a process is thought to hang, however busy the machine is."""
SOON = 60
"""Seconds after which what was told to end is thought to hang: it takes a few tenths, more where other work fills the machine."""
linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Texts enough for two workers to be busy for a while."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(6000):
            file.write(json.dumps({"id": f"d{n}", "text": f"{TEXT} Some {n + 2} people fled. " * 12}) + "\n")
    return path


@pytest.fixture
def few(tmp_path: Path) -> Path:
    path = tmp_path / "few.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": f"Some {n + 2} people fled."}) + "\n" for n in range(40)), encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@contextmanager
def started(*command: object, **given: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process with a group of its own, which is ended whatever the test finds; it hears the terminal's signals also where the tests run
    under nohup or in the background of a shell, which have them ignored."""
    numbers = [number for name in ("SIGHUP", "SIGINT") if (number := getattr(signal, name, None)) is not None]
    heard = [(number, signal.signal(number, signal.SIG_DFL)) for number in numbers]
    try:
        process = subprocess.Popen([sys.executable, *map(str, command)], stderr=subprocess.PIPE, start_new_session=True, **given)
    finally:
        for number, handler in heard:
            signal.signal(number, handler)
    with process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def group(number: int) -> list[int]:
    """The processes of a process group that are not dead."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, pgrp = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(pgrp) == number and state not in "ZX":
                found.append(int(entry.name))
    return found


def wait_for(condition: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def ids(path: Path) -> list[str]:
    return [name for name, _ in read_reports(path)]


def sends(*signals: int, to_group: bool) -> Callable[[subprocess.Popen[bytes]], None]:
    def send(process: subprocess.Popen[bytes]) -> None:
        for n, number in enumerate(signals):
            if n:
                time.sleep(0.01)
            try:
                (os.killpg if to_group else os.kill)(process.pid, number)
            except ProcessLookupError:
                return

    return send


@linux  # -2 is 130 as a shell has it: killed by SIGINT, in the moment when Python has given its handlers back
@pytest.mark.parametrize(
    ("send", "status"),
    [
        pytest.param(sends(signal.SIGINT, to_group=True), {130}, id="Ctrl-C"),
        pytest.param(sends(signal.SIGINT, signal.SIGINT, to_group=True), {130, -2}, id="Ctrl-C twice"),
        pytest.param(sends(signal.SIGINT, signal.SIGINT, signal.SIGINT, to_group=True), {130, -2}, id="Ctrl-C three times"),
        pytest.param(sends(signal.SIGTERM, to_group=False), {143}, id="SIGTERM"),
        pytest.param(sends(signal.SIGTERM, to_group=True), {143}, id="SIGTERM to all"),
        pytest.param(sends(signal.SIGHUP, to_group=True), {129}, id="terminal closed"),
        pytest.param(sends(signal.SIGKILL, to_group=False), {-9}, id="SIGKILL"),
    ],
)
def test_what_ends_the_command_ends_all_of_it_and_the_next_run_goes_on(send: Any, status: set[int], many: Path, tmp_path: Path) -> None:
    out, journal = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    with started(*COMMAND, "read", many, "--to", out, "--workers", 2) as process:
        wait_for(lambda: journal.exists() and journal.stat().st_size > 500_000)
        assert len(group(process.pid)) >= 3
        send(process)
        assert process.wait(SOON) in status
        wait_for(lambda: not group(process.pid), SOON)
        assert process.stderr is not None
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert not out.exists()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []
    with Journal(journal, keep=True) as kept:
        assert len(kept._places) > 10


@linux
@pytest.mark.parametrize("seconds", [0.4, 0.6, 0.8, 1.0])
def test_ctrl_c_while_workers_are_starting(seconds: float, many: Path, tmp_path: Path) -> None:
    with started(*COMMAND, "read", many, "--to", tmp_path / "out.jsonl", "--workers", 2) as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(SOON)
        wait_for(lambda: not group(process.pid), SOON)
    assert not (tmp_path / "out.jsonl").exists()


@linux
def test_workers_of_parse_many_end_with_a_script_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import itertools, conflictkit as ck\n"
        "if __name__ == '__main__':\n"
        f"    for n, _ in enumerate(ck.parse_many(itertools.repeat({TEXT!r}), workers=2)):\n"
        "        if n == 300: print('busy', flush=True)\n"
    )
    with started(script, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"busy\n"
        process.kill()
        process.wait()
        wait_for(lambda: not group(process.pid), SOON)


def test_reports_that_are_not_taken_leave_no_process() -> None:
    import multiprocessing

    reports = ck.parse_many((TEXT for _ in range(100_000)), workers=2)
    next(reports)
    assert multiprocessing.active_children()
    reports.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_a_lost_worker_is_told() -> None:
    import multiprocessing

    reports = ck.parse_many((TEXT for _ in range(100_000)), workers=2)
    next(reports)
    for process in multiprocessing.active_children():
        process.kill()
    with pytest.raises(ck.ConflictkitError, match="a worker process ended before its work was done"):
        list(reports)


# --- going on, and not reading twice --------------------------------------------------------------------------------------


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The texts that are read."""
    texts: list[str] = []
    monkeypatch.setattr(_batch, "parse", lambda text, **given: (texts.append(text), ck.parse(text, **given))[1])
    yield texts


def test_an_interrupted_run_is_gone_on_from(few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "reports.jsonl"
    texts: list[str] = []

    def stops(text: str, **given: Any) -> ck.Report:
        if "25 people" in text:
            raise KeyboardInterrupt
        texts.append(text)
        return ck.parse(text, **given)

    with monkeypatch.context() as broken:
        broken.setattr(_batch, "parse", stops)
        assert main([str(few), "--to", str(out)]) == 130
    assert capsys.readouterr().err == "conflictkit: interrupted; the same command goes on from here\n"
    assert not out.exists()
    assert len(texts) == 23
    journal = out.with_name("reports.jsonl.part")
    journal.write_bytes(journal.read_bytes()[:-5])  # the last line as an interruption may leave it
    del texts[:]
    monkeypatch.setattr(_batch, "parse", lambda text, **given: (texts.append(text), ck.parse(text, **given))[1])
    assert main([str(few), "--to", str(out)]) == 0
    assert len(texts) == 18
    assert "40 documents read (22 of them in an earlier run), " in capsys.readouterr().err
    assert ids(out) == [str(n) for n in range(40)]
    assert not journal.exists()


def test_what_changed_is_read_anew_and_what_is_gone_goes(article: Path, tmp_path: Path, read: list[str]) -> None:
    out, kept = tmp_path / "out.jsonl", tmp_path / "kept"
    command = [str(article), "--to", str(out), "--keep", str(kept)]
    main(command)
    main(command)
    assert len(read) == 1
    article.write_text("Some 5 people fled.", encoding="utf-8")
    main(command)
    assert [report.text for _, report in read_reports(out)] == ["Some 5 people fled."]
    main([*command, "--published", "2025-11-07"])
    assert [str(report.published) for _, report in read_reports(out)] == ["2025-11-07"]
    assert len(read) == 3
    main([*command, "--published", "2025-11-07"])
    assert len(read) == 3


def test_a_finished_run_leaves_nothing_behind(article: Path, tmp_path: Path, read: list[str]) -> None:
    for _ in range(2):
        assert main([str(article), "--to", str(tmp_path / "out.sqlite")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.sqlite"]
    assert len(read) == 2


def test_the_key_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def keys() -> set[str]:
        given = [Article("a", "x"), Article("b", "x"), Article("a", "y"), Article("a", "x", title="t"), Article("a", "x", outlet="o")]
        return {key_of(article, "en") for article in given} | {key_of(given[0], "xx")}

    first = keys()
    assert first == keys()
    assert len(first) == 6
    monkeypatch.setattr(_batch, "_version", lambda: "another")
    assert not first & keys()


def test_two_runs_do_not_write_one_journal(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="no locks of files")
    with Journal(tmp_path / "j"), pytest.raises(ck.DataError, match="another run is writing"), Journal(tmp_path / "j"):
        pass


# --- whole or not at all ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["out.jsonl", "out.json", "out.csv", "out.sqlite", "out.parquet", "out.html", "out.txt", "out"])
def test_what_stands_there_already_is_left_alone(name: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if name == "out.parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: arrow)")
    out = tmp_path / name
    note = out / "note.txt" if name == "out" else out
    note.parent.mkdir(exist_ok=True)
    note.write_text('{"id": "x", "text": "my own"}\n', encoding="utf-8")
    assert main([str(article), "--to", str(out)]) == 2
    assert "holds something else than what this writes" in capsys.readouterr().err
    assert note.read_text(encoding="utf-8") == '{"id": "x", "text": "my own"}\n'
    assert not (tmp_path / f"{name}.part").exists()
    note.unlink()
    assert main([str(article), "--to", str(out)]) == 0
    assert main([str(article), "--to", str(out)]) == 0, "what we wrote is written anew"


def test_a_journal_of_somebody_else_is_left_alone(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    journal = tmp_path / "out.jsonl.part"
    journal.write_text("my own\n", encoding="utf-8")
    assert main([str(article), "--to", str(tmp_path / "out.jsonl")]) == 2
    assert "holds something else" in capsys.readouterr().err
    assert journal.read_text(encoding="utf-8") == "my own\n"


def test_what_cannot_be_written_whole_leaves_what_was_there(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.sqlite"
    main([str(article), "--to", str(out)])
    before = out.read_bytes()

    def full(_: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sqlite, "write", full)
    capsys.readouterr()
    assert main([str(article), "--to", str(out)]) == 1
    assert capsys.readouterr().err == f"conflictkit: {out}: No space left on device\n"
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.sqlite", "out.sqlite.part"]


def test_a_folder_that_cannot_be_written_whole_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with whole_folder(out) as made:
        (made / "a").write_text("1")
    with pytest.raises(OSError, match="full"), whole_folder(out) as made:
        (made / "b").write_text("2")
        raise OSError("full")
    assert sorted(path.name for path in out.iterdir()) == ["a", "conflictkit.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_disk_that_is_full(few: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="no limits to set")

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    out = tmp_path / "out.jsonl"
    with started(*COMMAND, "read", few, "--to", out, "--workers", 1, preexec_fn=small) as process:
        _, told = process.communicate()
    assert process.returncode == 1
    assert told.decode() == f"conflictkit: {out}: File too large\n"
    assert not out.exists()
    assert main([str(few), "--to", str(out)]) == 0
    assert ids(out) == [str(n) for n in range(40)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_standard_output_that_is_full(article: Path) -> None:
    with Path("/dev/full").open("wb") as full, started(*COMMAND, article, stdout=full) as process:
        _, told = process.communicate()
    assert (process.returncode, told) == (1, b"conflictkit: standard output: No space left on device\n")


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no SIGPIPE")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_reader_that_has_enough(form: str, many: Path) -> None:
    with started(*COMMAND, many, "--as", form, "--workers", 2, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(HANGS) == 141
        assert process.stderr.read() == b""


@pytest.mark.parametrize("name", ["no/out.sqlite", "no/out.jsonl", "no/site"])
def test_a_folder_that_is_not_there(name: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(article), "--to", str(tmp_path / name)]) == 1
    assert capsys.readouterr().err == f"conflictkit: {tmp_path / name}: there is no folder {tmp_path / 'no'}\n"


def test_a_database_refers_to_its_documents(few: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.sqlite"
    main([str(few), "--to", str(out)])
    base = sqlite3.connect(out)
    try:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        base.close()
