"""The commands that write parts of the docs wrote what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import coming_from

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("peer", coming_from.PEERS, ids=lambda peer: peer.page)
def test_every_line_stands_in_the_table_and_can_be_read(peer: coming_from.Peer) -> None:
    table = (DOCS / "coming-from" / f"_{peer.page}.md").read_text(encoding="utf-8").splitlines()[4:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in table] == [coming_from._cell(line) for line in peer.lines]
    assert all(peer.ours(line) for line in peer.lines)


def test_the_pictures_are_there() -> None:
    assert {"report-light.png", "report-dark.png", "report-phone.png", "claims.svg"} <= {path.name for path in (DOCS / "_static").iterdir()}
