"""Facts: for each verb or event noun who, whom, where and with what, read from its clause once; events and claims are views of them."""

from __future__ import annotations

from conflictkit.english.facts.facts import Fact, Facts
from conflictkit.english.facts.places import Places

__all__ = ["Fact", "Facts", "Places"]
