"""The commands that write parts of the docs wrote what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import coming_from, table_types

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("peer", coming_from.PEERS, ids=lambda peer: peer.page)
def test_the_table_has_every_line_and_says_what_the_code_reads(peer: coming_from.Peer) -> None:
    table = (DOCS / "coming-from" / f"_{peer.page}.md").read_text(encoding="utf-8").splitlines()[4:]
    rows = [row.removeprefix("| ").removesuffix(" |").split(" | ") for row in table]
    assert [(row[0], row[-1]) for row in rows] == [(coming_from._cell(line), coming_from._cell(peer.ours(line))) for line in peer.lines]


def test_the_pictures_are_there() -> None:
    assert {"report-light.png", "report-dark.png", "report-phone.png", "claims.svg"} <= {path.name for path in (DOCS / "_static").iterdir()}


def test_the_types_of_the_tables_are_those_of_the_files() -> None:
    assert table_types.STUB.read_text(encoding="utf-8") == table_types.stub()
