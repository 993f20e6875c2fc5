"""The development sets: where each lies, how it is predicted and scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from attrs import frozen

from evaluation import specs
from evaluation import syntax as trees
from evaluation.scorers import (
    score_dates,
    score_events,
    score_quantities,
    score_quotes,
    score_report,
)

Row = dict[str, Any]
Figures = dict[str, float]


@frozen
class DevSet:
    """One development set."""

    name: str
    file: str
    """Path below the directory of the data, without ".jsonl"."""
    task: str
    score: Callable[[Sequence[Row], Sequence[Row]], Figures]
    hits: Callable[[Row, Row], int]
    """Right items of one document."""
    profile: str = "default"


def quotes_score(unit: str, gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Overlap F1 of every kind, speaker or name accuracy, and both together."""
    table = _quotes(unit, gold, pred)
    figures = {f"overlap F1 {kind}": table[kind].overlap.f1 for kind in ("all", "direct", "mixed", "indirect")}
    if table["all"].speaker.n:
        figures["speaker accuracy"] = table["all"].speaker.value or 0.0
    if table["all"].name.n:
        figures["name accuracy"] = table["all"].name.value or 0.0
    figures["overlap+speaker F1"] = table["all"].end_to_end.f1
    return figures


def quotes_hits(unit: str, gold: Row, pred: Row) -> int:
    """Quotes found with their speaker."""
    return _quotes(unit, [gold], [pred])["all"].end_to_end.gold_hits


def _quotes(unit: str, gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, score_quotes.Scores]:
    mine = {row["id"]: row for row in pred}
    docs = []
    for row in sorted(gold, key=lambda r: str(r["id"])):
        other = mine.get(row["id"], {"id": row["id"], "quotes": []})
        docs.append(
            (
                score_quotes.build_doc(row, row["text"], unit, gold=True),
                score_quotes.build_doc(other, row["text"], unit, gold=False),
            )
        )
    return score_quotes.score(docs, 0.8, None)


def dates_score(gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Value F1 and strict F1 of TempEval-3."""
    total, mine = score_dates.Counts(), {row["id"]: row for row in pred}
    for row in gold:
        score_dates.add(total, _dates(row), _dates(mine.get(row["id"], {})).timexes, False)
    result: dict[str, Any] = score_dates.report(total)
    return {
        "value F1": result["value_f1"],
        "strict F1": result["strict"]["f1"],
        "relaxed F1": result["relaxed"]["f1"],
    }


def dates_hits(gold: Row, pred: Row) -> int:
    """Expressions with the right value."""
    total = score_dates.Counts()
    score_dates.add(total, _dates(gold), _dates(pred).timexes, False)
    return total.value_ok


def _dates(row: Row) -> score_dates.Doc:
    found = [score_dates.Timex(d["span"][0], d["span"][1], d.get("type") or "DATE", d.get("value") or "") for d in row.get("dates", [])]
    return score_dates.Doc(
        row.get("id", ""),
        row.get("text", ""),
        sorted(found, key=lambda t: (t.start, -t.end)),
    )


def quantities_score(levels: Sequence[str], protocol: str, gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """The levels asked for; "value P" is a precision, a bare level an F1."""
    mine = {row["id"]: row["quantities"] for row in pred}
    pairs = [(row["quantities"], score_quantities.admissible(row, mine.get(row["id"], []))) for row in gold]
    table = score_quantities.score(pairs, protocol)
    asked = [(level.split() + ["F1"])[:2] for level in levels]
    return {f"{level} {measure}": table[level][measure] for level, measure in asked}


def quantities_hits(level: str, protocol: str, gold: Row, pred: Row) -> int:
    """Right quantities at a level."""
    mine = score_quantities.admissible(gold, pred.get("quantities", []))
    return score_quantities.count_doc(gold["quantities"], mine, protocol)[level][0]


def report_score(gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Quotes, claims and events of the annotated reports."""
    quotes = quotes_score("quote", gold, pred)
    result = score_report.score(list(gold), {row["id"]: row for row in pred}, [])
    claims, events = result["claims"], result["events"]
    return {
        **{f"quotes {name}": figure for name, figure in quotes.items()},
        "claims number F1": claims["number"]["f1"],
        **{
            f"claims {name}": claims[name]
            for name in (
                "value",
                "bound",
                "measure",
                "noun",
                "source",
                "credited",
                "when",
            )
        },
        "claims complete F1": claims["complete"]["f1"],
        "events F1": events["event"]["f1"],
        "events dated F1": events["dated"]["f1"],
        "events value": events["value"],
        "events factuality": events["factuality"],
    }


def report_hits(gold: Row, pred: Row) -> int:
    """Quotes with their speaker, complete claims and dated events."""
    result = score_report.score([gold], {gold["id"]: pred}, [])
    claims, events = result["claims"], result["events"]
    items = claims["complete"]["r"] * claims["gold"] + events["dated"]["r"] * events["gold"]
    return quotes_hits("quote", gold, pred) + round(float(items) / 100)


def dated_score(gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Events found and dated, all and those tied to an expression of the text."""
    result = score_events.dated(list(gold), {row["id"]: row for row in pred}, [])
    return {
        f"{prefix}{name.replace('_', ' ')}": result[group][name]
        for group, prefix in (("all", ""), ("tied", "tied "))
        for name in ("found", "right_of_found", "right")
    }


def dated_hits(gold: Row, pred: Row) -> int:
    """Events with the right date."""
    result = score_events.dated([gold], {gold["id"]: pred}, [])["all"]
    return round(float(result["right"]) * int(result["gold"]) / 100)


PRESENT_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "INVESTIGATE": "ACCUSE"}
"""Names of an older PLOVER draft -> those of the present one, in which some became modes."""


def _renamed(field_name: str, row: Row) -> Row:
    label = row.get(field_name)
    return {**row, field_name: PRESENT_NAMES.get(label, label)} if isinstance(label, str) else row


def labels_score(field_name: str, gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Accuracy and macro F1 of one label a document; a set's older label counts as its present name."""
    result = score_events.labels([_renamed(field_name, row) for row in gold], {row["id"]: row for row in pred}, field_name, [])
    return {
        "accuracy": result["accuracy"],
        "macro F1": result["macro_f1"],
        "answered": result["answered"],
    }


def labels_hits(field_name: str, gold: Row, pred: Row) -> int:
    """1 for the right label."""
    label = _renamed(field_name, gold).get(field_name)
    return int(bool(label) and label == pred.get(field_name))


def _quote_set(name: str) -> DevSet:
    return DevSet(name, f"quotes/{name}.clean", "quotes", partial(quotes_score, "segment"), partial(quotes_hits, "segment"))


def _date_set(name: str) -> DevSet:
    return DevSet(name, f"dates/{name}", "dates", dates_score, dates_hits)


def _spec_set(name: str) -> DevSet:
    return DevSet(name, f"dates/{name}", "dates", specs.score, specs.hits)


def _number_set(name: str, profile: str, levels: Sequence[str], protocol: str = "span") -> DevSet:
    level = levels[0].split()[0]
    return DevSet(
        name,
        f"numbers/{name}",
        "quantities",
        partial(quantities_score, levels, protocol),
        partial(quantities_hits, level, protocol),
        profile,
    )


def _labels_set(name: str, field_name: str) -> DevSet:
    return DevSet(name, f"events/{name}", "report", partial(labels_score, field_name), partial(labels_hits, field_name))


VALUE_UNIT = ("value", "unit")

SETS = (
    _quote_set("polnear_train"),
    _quote_set("polnear_dev"),
    DevSet("conflict_dev", "../gold/conflict_dev", "report", report_score, report_hits),
    DevSet("seed", "../gold/seed", "report", report_score, report_hits),
    _date_set("te3_timebank"),
    _date_set("te3_aquaint"),
    _date_set("wikiwars_train"),
    _date_set("wikiwarsua_train"),
    *(_spec_set(f"recognizers_{lang}") for lang in ("en", "ar", "de", "es", "fr")),
    *(_spec_set(f"duckling_{lang}") for lang in ("en", "ar", "es", "fr", "ru", "uk")),
    *(_spec_set(f"chrono_{lang}") for lang in ("en", "de", "es", "fr", "ru", "uk")),
    _number_set("newsquant", "newsquant", ("value", "unit", "mod"), protocol="value"),
    _number_set("re3d", "re3d", ("value R", "value P", "value F1", "head")),
    _number_set("ud_pud", "ud", ("value", "head")),
    _number_set("cqe_currency", "cqe", VALUE_UNIT),
    _number_set("cqe_dimension", "cqe", VALUE_UNIT),
    _number_set("words", "words", ("value",)),
    _number_set("duckling_distance", "duckling", VALUE_UNIT),
    _number_set("duckling_money", "duckling", VALUE_UNIT),
    _number_set("duckling_numeral", "duckling", ("value",)),
    _number_set("duckling_quantity", "duckling", VALUE_UNIT),
    _number_set("rec_currency", "rec", VALUE_UNIT),
    _number_set("rec_dimension", "rec", VALUE_UNIT),
    _number_set("rec_number", "rec", ("value",)),
    _number_set("rec_percent", "rec", VALUE_UNIT),
    _number_set("rec_range", "rec", ("value",)),
    _number_set("q3_tests", "default", VALUE_UNIT),
    _number_set("numfh_dev", "numfh", ("value R", "head R")),
    DevSet("timeml_dated_events", "events/timeml_dated_events", "report", dated_score, dated_hits),
    _labels_set("case2021_task2_subevents", "acled_sub_event_type"),
    _labels_set("plover_gsr", "event"),
    *(DevSet(f"syntax_{name}", f"syntax/ud_{name}", "syntax", trees.relations_score, trees.relations_hits, "ud") for name in ("pud", "ewt")),
    DevSet("syntax_polnear", "quotes/polnear_dev.clean", "syntax", trees.cues_score, trees.cues_hits),
)
"""Every set of the scoreboard, in its order."""
