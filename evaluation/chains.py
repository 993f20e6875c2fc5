"""Incidents by their triggers: are the same mentions joined, and which field of the row that tells an incident is wrong.

The rows of ``score_fields.py`` pair by what is right in them; here a row belongs to the incident of the gold with which it shares most triggers,
so that a wrong day, type or place shows as such, and a chain that is torn or holds two incidents shows as a chain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from evaluation.scorers import score_fields

Row = dict[str, Any]
FIELDS = ("sub type", "date", "place", "all three")


def shares(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, tuple[float, int]]:
    """Pairs of triggers joined (P, R, F1); rows for each incident that is told; of the incidents told by a row, and of the first of each report,
    the share with each field right: in percent, with what it is of."""
    records = {row["id"]: row.get("records", {}) for row in pred}
    count: Counter[str] = Counter()
    for row in gold:
        count.update(_counts(row, records.get(row["id"], {})))
    precision, recall = (count["joined right"] / max(1, count[name]) for name in ("joined", "one in the gold"))
    found = {
        "chains precision": (100 * precision, count["joined"]),
        "chains recall": (100 * recall, count["one in the gold"]),
        "chains F1": (100 * score_fields.f1(precision, recall), count["one in the gold"]),
        "chains told": (100 * count["told"] / max(1, count["incidents"]), count["incidents"]),
        "chains rows an incident": (count["rows of told"] / max(1, count["told"]), count["told"]),
    }
    for group in ("told", "first"):
        found |= {f"chains {group}: {name} right": (100 * count[f"{group}: {name}"] / max(1, count[group]), count[group]) for name in FIELDS}
    return found


def errors(gold: Row, records: Row) -> Iterator[str]:
    """What is wrong in a report, a line each: the incident, what its row gives, and the rows that hold its other triggers."""
    rows = _rows(records)
    for incident, held in zip(gold["incidents"], _held(gold["incidents"], rows), strict=True):
        best = _best(held)
        words = [gold["text"][a:b] for a, b in incident["triggers"]]
        if best is None:
            yield f"{gold['id']}: incident untold {words}: {_wanted(incident)}"
            continue
        wrong = [name for name, right in _right(incident, rows[best]).items() if not right and name != "all three"]
        torn = {n: [word for word, row in zip(words, held, strict=True) if row == n] for n in dict.fromkeys(held)}
        yield f"{gold['id']}: incident wrong in {wrong or 'nothing'}: {_wanted(incident)} not {_given(rows[best])}; rows {torn}"


def _counts(gold: Row, records: Row) -> Counter[str]:
    incidents, rows = gold["incidents"], _rows(records)
    held = _held(incidents, rows)
    known = [(one, row) for one, of_one in enumerate(held) for row in of_one if row is not None]
    count = Counter({"incidents": len(incidents)})
    for (one, row), (other, second) in combinations(known, 2):
        count["joined"] += row == second
        count["one in the gold"] += one == other
        count["joined right"] += row == second and one == other
    first = min(range(len(incidents)), key=lambda one: min(map(tuple, incidents[one]["triggers"]), default=(1 << 30,)), default=None)
    for one, incident in enumerate(incidents):
        best = _best(held[one])
        groups = (["told"] if best is not None else []) + (["first"] if one == first else [])
        count["rows of told"] += len({row for row in held[one] if row is not None})
        for group in groups:
            count[group] += 1
            count.update(f"{group}: {name}" for name, right in (_right(incident, rows[best]) if best is not None else {}).items() if right)
    return count


def _rows(records: Row) -> list[Row]:
    """The incidents of a report that are rows of ACLED, beside them, with their triggers."""
    coded = [incident for incident in records.get("incidents", ()) if incident["sub_event_type"]]
    triggers = [[records["events"][n]["trigger"] for n in incident["events"]] for incident in coded]
    return [{**incident, "acled": row, "triggers": told} for incident, row, told in zip(coded, records.get("acled", ()), triggers, strict=True)]


def _held(incidents: Sequence[Row], rows: Sequence[Row]) -> list[list[int | None]]:
    """For each trigger of each incident the row that holds it."""
    places = [(trigger["start"], trigger["end"], n) for n, row in enumerate(rows) for trigger in row["triggers"]]
    return [[next((n for start, end, n in places if start < b and a < end), None) for a, b in incident["triggers"]] for incident in incidents]


def _best(held: Sequence[int | None]) -> int | None:
    """The row that holds most of the triggers; of several the first."""
    count = Counter(row for row in held if row is not None)
    return max(count, key=lambda row: (count[row], -row), default=None)


def _right(incident: Row, row: Row) -> dict[str, bool]:
    name, day = (row["acled"]["location"] or "").casefold(), row["acled"]["event_date"]
    places = [place.casefold() for place in score_fields.accepted(incident, "place") if place]
    right = {
        "sub type": row["sub_event_type"] in score_fields.accepted(incident, "sub_event_type"),
        "date": score_fields.within([day, day], [incident["first"], incident["last"]]),
        "place": bool(name) and any(name in place or place in name for place in places),
    }
    return {**right, "all three": all(right.values())}


def _wanted(incident: Row) -> str:
    return f"{score_fields.accepted(incident, 'sub_event_type')} {incident['first']}..{incident['last']} {incident['place']!r} {incident['fatalities']}"


def _given(row: Row) -> str:
    return f"{row['sub_event_type']} {row['acled']['event_date']} {row['acled']['location']!r} {row['acled']['fatalities']}"
