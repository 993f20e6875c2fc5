"""The development sets: where each lies, how it is predicted and scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen

from evaluation import chains, specs, standoff, syntax
from evaluation.predict import LANGUAGES, read
from evaluation.scorers import (
    score_dates,
    score_events,
    score_fields,
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
    sizes: Callable[[Sequence[Row], Sequence[Row]], Mapping[str, int]]
    """Items behind the figures, by the name of a figure or its first word; "" for all others."""
    profile: str = "default"
    """Conventions of the set, for a second column."""
    strict: Callable[[Sequence[Row], Sequence[Row]], Figures] | None = None
    """The figures without what the score forgives."""
    standoff: Path | None = None
    """Gold of the project itself, without texts."""

    def rows(self, data: Path) -> list[Row] | None:
        """The documents in languages that are read; None where they are not there."""
        if self.standoff is not None:
            return standoff.load(self.standoff, data)
        path = data / f"{self.file}.jsonl"
        return [row for row in read(path) if (row.get("lang") or "en") in LANGUAGES] if path.exists() else None


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
    quotes = {f"quotes {name}": figure for name, figure in quotes_score("quote", gold, pred).items()}
    return quotes | told_score(gold, pred)


def told_score(gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Claims and events of the annotated reports."""
    result = score_report.score(list(gold), {row["id"]: row for row in pred}, [])
    claims, events = result["claims"], result["events"]
    return {
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


def recall_score(gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Recall and speakers alone, for sets that do not annotate every quote."""
    table = _quotes("segment", gold, pred)["all"]
    return {"recall": table.overlap.r, "speaker accuracy": table.speaker.value or 0.0}


def gold_score(gold: Sequence[Row], pred: Sequence[Row]) -> Figures:
    """Quotes, claims, dated events and all fields of reports annotated by the two guides."""
    quoted, told = _with_readings(gold, pred)
    figures = {f"quotes {name}": figure for name, figure in quotes_score("quote", quoted, pred).items()}
    figures |= told_score(told, pred)
    return figures | {name: value for name, (value, _) in field_shares(gold, pred).items()}


def gold_hits(gold: Row, pred: Row) -> int:
    """Quotes with their speaker, complete claims and dated events."""
    told = standoff.for_report(gold, pred)
    return report_hits({**told, "quotes": standoff.for_quotes(gold, pred)["quotes"]}, pred)


def _with_readings(gold: Sequence[Row], pred: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    found = _pairs(gold, pred)
    return [standoff.for_quotes(*pair) for pair in found], [standoff.for_report(*pair) for pair in found]


CLAIM_FIELDS = ("stance", "role", "role, gold not total", *(f"{field}{what}" for field in ("side", "inflicted_by", "place") for what in ("", " recall", " precision")))
HAPPENING_FIELDS = (
    *("recall, event with a kind", "precision", "kind"),
    *(f"{field}{what}" for field in ("actor", "target", "place") for what in ("", " recall", " precision")),
    *("date", "date, gold has one", "date, gold accepts null", "factuality, merged", "factuality, gold not real"),
)
INCIDENT_FIELDS = ("date", "sub type", "place", "all three", "fatalities")


def field_shares(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, tuple[float, int]]:
    """The fields of the second guide: share in percent and number of items."""
    records = [{**row.get("records", {}), "id": row["id"]} for row in pred]
    claims, happenings, count = score_fields.evaluate(list(gold), records)
    shares: dict[str, tuple[float, int]] = {f"fields {name}": (100 * (claims[name].value or 0), claims[name].all) for name in CLAIM_FIELDS}
    if denied := count["not asserted"]:
        shares["fields not asserted, kept so"] = 100 * (1 - count["given as plain assertions"] / denied), denied
    shares |= {f"happenings {name}": (100 * (happenings[name].value or 0), happenings[name].all) for name in HAPPENING_FIELDS}
    required = happenings["recall, event with a kind"].all
    for name in ("", " (date left out)"):
        precision, recall = (happenings[f"complete {what}{name}"].value or 0 for what in ("precision", "recall"))
        shares[f"happenings complete F1{name}"] = 100 * score_fields.f1(precision, recall), required
    incidents, tolls = count["incidents"], count["incidents with fatalities"]
    for name in INCIDENT_FIELDS:
        n = tolls if name == "fatalities" else incidents
        shares[f"incidents {name}"] = 100 * count[f"incidents: {name}"] / max(1, n), n
    if count["rows"]:
        shares["incidents rows that are one"] = 100 * (1 - count["rows that pair with none"] / count["rows"]), count["rows"]
    return shares | chains.shares(gold, pred)


def gold_errors(gold: Sequence[Row], pred: Sequence[Row]) -> list[str]:
    """What is wrong in quotes, claims, dated events and fields, a line each."""
    quoted, told = _with_readings(gold, pred)
    lines: list[str] = []
    mine = {row["id"]: row for row in pred}
    docs = [(score_quotes.build_doc(doc, doc["text"], "quote", gold=True), score_quotes.build_doc(mine[doc["id"]], doc["text"], "quote", gold=False)) for doc in quoted]
    score_quotes.score(docs, 0.8, lines)
    score_report.score(told, mine, lines)
    found: list[tuple[Row, str, str, Any, Any, Any]] = []
    score_fields.evaluate(list(gold), [{**row.get("records", {}), "id": row["id"]} for row in pred], found)
    for doc, group, what, where, want, got in found:
        start, end = where or (0, 0)
        lines.append(f"{doc['id']}: {group} {what} at {start} {doc['text'][start:end]!r}: {want} not {got}")
    lines += [line for row in gold for line in chains.errors(row, mine[row["id"]].get("records", {}))]
    return lines


def quote_sizes(unit: str, gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, int]:
    """Required quotes of each kind; of those found, the ones with a speaker, with a name."""
    table = _quotes(unit, gold, pred)
    every = table["all"]
    kinds = {f"overlap F1 {kind}": scores.overlap.gold for kind, scores in table.items()}
    return {**kinds, "overlap+speaker F1": every.overlap.gold, "recall": every.overlap.gold, "speaker accuracy": every.speaker.n, "name accuracy": every.name.n}


def report_sizes(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, int]:
    """Required quotes, claims and events, and claims that somebody is credited with."""
    claims = [claim for row in gold for claim in row["claims"] if not claim.get("optional")]
    quotes = {f"quotes {name}": n for name, n in quote_sizes("quote", gold, pred).items()}
    events = sum(bool(event["date"]) and not event.get("optional") for row in gold for event in row["events"])
    return {**quotes, "claims": len(claims), "claims credited": sum(claim["source"] is not None for claim in claims), "events": events}


def gold_sizes(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, int]:
    """The same, and the items behind each field."""
    return {**report_sizes(gold, pred), **{name: n for name, (_, n) in field_shares(gold, pred).items()}}


def cue_sizes(gold: Sequence[Row], pred: Sequence[Row]) -> dict[str, int]:
    """Cues behind each figure."""
    alone = (({**row, "quotes": [quote]}, mine) for row, mine in _pairs(gold, pred) for quote in row["quotes"])
    return dict(Counter(name for row, mine in alone for name in syntax.cues_score([row], [{"verbs": (), **mine, "id": row["id"]}])))


def tree_sizes(gold: Sequence[Row], _: Sequence[Row]) -> dict[str, int]:
    """Verbs and each of their relations."""
    verbs = [verb for row in gold for verb in row["verbs"]]
    return {"verbs": len(verbs), **{relation: sum(verb.get(relation) is not None for verb in verbs) for relation in syntax.RELATIONS}}


def _items(section: str) -> Callable[[Sequence[Row], Sequence[Row]], Mapping[str, int]]:
    return lambda gold, _: {"": sum(not item.get("optional") for row in gold for item in row[section])}


def _labelled(field_name: str, gold: Sequence[Row], _: Sequence[Row]) -> Mapping[str, int]:
    return {"": sum(bool(row.get(field_name)) for row in gold)}


def _counted(gold: Sequence[Row], _: Sequence[Row]) -> Mapping[str, int]:
    return {"": sum(len(specs.results(row)) for row in gold)}


def _pairs(gold: Sequence[Row], pred: Sequence[Row]) -> list[tuple[Row, Row]]:
    mine = {row["id"]: row for row in pred}
    return [(row, mine.get(row["id"], {})) for row in gold]


def _quote_set(name: str) -> DevSet:
    return DevSet(name, f"quotes/{name}.clean", "quotes", partial(quotes_score, "segment"), partial(quotes_hits, "segment"), partial(quote_sizes, "segment"), "polnear")


def _cue_set(name: str) -> DevSet:
    return DevSet(f"{name} subjects", f"quotes/{name}.clean", "syntax", syntax.cues_score, syntax.cues_hits, cue_sizes)


def _recall_set(name: str) -> DevSet:
    return DevSet(name, f"outside/{name}", "quotes", recall_score, partial(quotes_hits, "segment"), partial(quote_sizes, "segment"))


def _date_set(name: str, profile: str = "default") -> DevSet:
    return DevSet(name, f"dates/{name}", "dates", dates_score, dates_hits, _items("dates"), profile)


def _spec_set(name: str) -> DevSet:
    return DevSet(name, f"dates/{name}", "dates", specs.both, specs.hits, _counted, strict=specs.strict)


def _number_set(name: str, profile: str, levels: Sequence[str], protocol: str = "span", folder: str = "numbers") -> DevSet:
    level = levels[0].split()[0]
    score, hits = partial(quantities_score, levels, protocol), partial(quantities_hits, level, protocol)
    return DevSet(name, f"{folder}/{name}", "quantities", score, hits, _items("quantities"), profile)


def _labels_set(name: str, field_name: str) -> DevSet:
    score, hits = partial(labels_score, field_name), partial(labels_hits, field_name)
    return DevSet(name, f"events/{name}", "report", score, hits, partial(_labelled, field_name))


def _report_set(name: str) -> DevSet:
    return DevSet(name, f"../gold/{name}", "report", report_score, report_hits, report_sizes)


def _tree_set(name: str) -> DevSet:
    return DevSet(f"{name} trees", f"syntax/{name}", "syntax", syntax.relations_score, syntax.relations_hits, tree_sizes, "ud")


def gold_set(path: Path) -> DevSet:
    """A file of ``evaluation/gold``."""
    return DevSet(path.stem, "", "gold", gold_score, gold_hits, gold_sizes, standoff=path)


VALUE_UNIT = ("value", "unit")

SETS = (
    _quote_set("polnear_train"),
    _quote_set("polnear_dev"),
    _cue_set("polnear_dev"),
    _recall_set("masc_news"),
    _recall_set("ewt_propbank"),
    *(gold_set(path) for path in sorted(standoff.FOLDER.glob("*.jsonl"))),
    _report_set("conflict_dev"),
    _report_set("seed"),
    _date_set("te3_timebank", "timebank"),
    _date_set("te3_aquaint", "aquaint"),
    _date_set("wikiwars_train", "wikiwars"),
    _date_set("wikiwarsua_train"),
    *(_spec_set(f"recognizers_{lang}") for lang in ("en", "ar", "de", "es", "fr")),
    *(_spec_set(f"duckling_{lang}") for lang in ("en", "ar", "es", "fr", "ru", "uk")),
    *(_spec_set(f"chrono_{lang}") for lang in ("en", "de", "es", "fr", "ru", "uk")),
    _number_set("newsquant", "newsquant", ("value", "unit", "mod"), protocol="value"),
    _number_set("re3d", "re3d", ("value R", "value P", "value F1", "head")),
    _number_set("ud_pud", "ud", ("value", "head")),
    *(_number_set(name, "ud", ("value", "head"), folder="outside") for name in ("ud_ewt_news", "ud_partut", "ud_lines")),
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
    DevSet("timeml_dated_events", "events/timeml_dated_events", "report", dated_score, dated_hits, _items("events")),
    _labels_set("case2021_task2_subevents", "acled_sub_event_type"),
    _labels_set("plover_gsr", "event"),
    _tree_set("ud_pud"),
    _tree_set("ud_ewt"),
)
"""Every set of the scoreboard, in its order."""
