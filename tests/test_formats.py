"""Every format of the door, read back by a reader that is not ours where there is one."""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.export import FORMATS
from conflictkit.export.json_schema import json_schema

ROOT = Path(__file__).parents[1]
DAY = dt.date(2025, 11, 7)
TEXT = (
    "“We hold\nthe bridge,” Governor Ana Ruiz said on Monday, “and the road.” She said about 12 soldiers were killed. "
    "The army\nlost 14 of 16 tanks last week \U0001f6f0. Officials denied that 30 people were missing."
)
PIECES = ("Officials said", "“We hold the bridge,”", "he said.", "about 1,200\ncivilians", "were killed", "on Wednesday", "\r\n", "\t", "The army denied that", "14 of 16 drones", "\u2028")
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=25).map(" ".join)


@pytest.fixture(scope="module")
def report() -> ck.Report:
    return ck.parse(TEXT, published=DAY)


@pytest.mark.parametrize("name", FORMATS)
def test_the_door_opens_every_format(report: ck.Report, name: str) -> None:
    made = ck.to_format(report, name)
    assert made
    assert isinstance(made, str) or json.loads(json.dumps(made, default=str))
    assert ck.to_format(ck.parse(""), name) is not None


def test_the_door_names_its_formats() -> None:
    with pytest.raises(ck.InputTypeError, match="no format 'xml'; there are: "):
        ck.to_format(ck.parse(""), "xml")
    with pytest.raises(ck.InputTypeError, match="takes a Report, not str"):
        ck.to_format("text", "brat")  # type: ignore[arg-type]
    page = (ROOT / "docs" / "guide" / "formats.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in page] == []


def test_every_field_of_the_schema_is_described() -> None:
    fields = ((f"{name}.{field}", json.dumps(form)) for name, kind in json_schema()["$defs"].items() for field, form in kind.get("properties", {}).items())
    assert [name for name, form in fields if '"description"' not in form and '"$ref"' not in form] == []  # itself, or by what it holds


def test_the_published_schema_is_that_of_the_records() -> None:
    shipped = json.loads(files("conflictkit").joinpath("report.schema.json").read_text(encoding="utf-8"))
    assert shipped == json_schema(), "run: python -c 'import json, conflictkit as ck; print(json.dumps(ck.json_schema(), indent=2))' > src/conflictkit/report.schema.json"


def test_the_schema_says_what_each_record_is() -> None:
    definitions = ck.json_schema()["$defs"]
    assert [name for name, definition in definitions.items() if not definition.get("description")] == []
    assert definitions["Entity"]["properties"]["anonymous"]["description"].startswith("True when no name is known")


@settings(max_examples=60)
@given(texts)
def test_reports_fulfil_the_schema(text: str) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (group: formats)")
    jsonschema.Draft202012Validator.check_schema(json_schema())
    reader = jsonschema.Draft202012Validator(json_schema(), format_checker=jsonschema.FormatChecker())
    reader.validate(ck.to_dict(ck.parse(text, published=DAY)))


def test_what_is_no_report_does_not_fulfil_it(report: ck.Report) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (group: formats)")
    reader = jsonschema.Draft202012Validator(json_schema())
    for change in ({"published": 5}, {"quotes": None}, {"more": 1}, {"dates": [{"first": "x"}]}):
        assert not reader.is_valid({**ck.to_dict(report), **change})


@settings(max_examples=60)
@given(texts)
def test_brat_lines_are_well_formed(text: str) -> None:
    """By brat's own rules: one line an annotation, no fragment over a line's end, the words those of the text, no name twice."""
    made = ck.to_format(ck.parse(text, published=DAY), "brat")
    names = []
    for line in made.split("\n")[:-1]:
        name, body, *rest = line.split("\t")
        names.append(name)
        if name.startswith("T"):
            kind, places = body.split(" ", 1)
            assert kind.isidentifier()
            pieces = [tuple(map(int, place.split(" "))) for place in places.split(";")]
            assert not any(re.search("[\n\r]", text[start:end]) for start, end in pieces)
            assert rest == [" ".join(text[start:end].replace("\t", " ") for start, end in pieces)]
        for named in re.findall(r"[:\s]([TE]\d+)", body):
            assert named in names
    assert len(names) == len(set(names))


def test_a_brat_reader_reads_them(report: ck.Report, tmp_path: Path) -> None:
    pybrat = pytest.importorskip("pybrat.parser", reason="pybrat is not installed (group: formats)")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = ck.to_format(report, "brat").splitlines(keepends=True)
    (tmp_path / "a.ann").write_text("".join(line for line in lines if line[0] in "TRE"), encoding="utf-8", newline="")
    (read,) = pybrat.BratParser(error="ignore").parse(tmp_path)  # "raise" refuses two kinds at one place, which brat has
    assert [len(read.entities), len(read.relations)] == [sum(line.startswith(letter) for line in lines) for letter in "TR"]
    assert len(read.events) == len(report.events)
    assert len([e for e in read.entities if e.type == "Quote"]) == len(report.quotes)
    assert {(r.type, r.arg2.type) for r in read.relations} == {("Said", "Quote"), ("Credited", "Claim")}
    for entity in read.entities:
        assert entity.mention == " ".join(TEXT[span.start : span.end] for span in entity.spans)


def expand(data: dict[str, Any], contexts: dict[str, Any]) -> list[dict[str, Any]]:
    """What a JSON-LD processor makes of the data, with the contexts that are given and nothing from a network."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed (group: formats)")

    def load(url: str, _: object) -> dict[str, Any]:
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": contexts[url]}}

    made: list[dict[str, Any]] = jsonld.expand(data, {"documentLoader": load})
    return made


OA, RDF, AS, SCHEMA = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/ns/activitystreams#", "https://schema.org/"
ANNOTATION = {
    "id": "@id", "type": "@type", "oa": OA, "AnnotationPage": AS + "OrderedCollectionPage", "Annotation": OA + "Annotation", "Dataset": "http://purl.org/dc/dcmitype/Dataset",
    "TextualBody": OA + "TextualBody", "TextPositionSelector": OA + "TextPositionSelector", "TextQuoteSelector": OA + "TextQuoteSelector",
    "items": {"@id": AS + "items", "@container": "@list"}, "body": {"@id": OA + "hasBody"}, "target": {"@id": OA + "hasTarget"},
    "source": {"@id": OA + "hasSource", "@type": "@id"}, "selector": {"@id": OA + "hasSelector"}, "value": RDF + "value", "format": "http://purl.org/dc/elements/1.1/format",
    "start": OA + "start", "end": OA + "end", "exact": OA + "exact", "prefix": OA + "prefix", "suffix": OA + "suffix",
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"}, "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"}, "tagging": OA + "tagging", "describing": OA + "describing",
}  # fmt: skip


def test_annotations_select_their_words(report: ck.Report) -> None:
    (page,) = expand(ck.to_format(report, "web-annotation", source="https://example.org/a"), {"http://www.w3.org/ns/anno.jsonld": ANNOTATION})
    annotations = page[AS + "items"][0]["@list"]
    records = (*report.quotes, *report.claims, *report.events, *report.dates, *report.quantities)
    assert len(annotations) == len(records)
    for annotation in annotations:
        assert annotation["@type"] == [OA + "Annotation"]
        for target in annotation[OA + "hasTarget"]:
            place, words = target[OA + "hasSelector"]
            start, end = place[OA + "start"][0]["@value"], place[OA + "end"][0]["@value"]
            exact, prefix, suffix = (words[OA + key][0]["@value"] for key in ("exact", "prefix", "suffix"))
            assert TEXT[start:end] == exact
            assert TEXT.count(prefix + exact + suffix) == 1
        held = [body[RDF + "value"][0]["@value"] for body in annotation[OA + "hasBody"]]
        assert any(ck.to_json(record) == held[1] for record in records)


def test_schema_org_says_who_said_what(report: ck.Report) -> None:
    (article,) = expand(ck.to_format(report, "schema.org"), {"https://schema.org": {"@vocab": SCHEMA}})
    assert article["@type"] == [SCHEMA + "NewsArticle"]
    parts = article[SCHEMA + "hasPart"]
    assert {part["@type"][0] for part in parts} == {SCHEMA + "Quotation", SCHEMA + "Claim"}
    speakers = [part[SCHEMA + "spokenByCharacter"][0][SCHEMA + "name"] for part in parts if SCHEMA + "spokenByCharacter" in part]
    assert [{"@value": "Ana Ruiz"}] in speakers
    figures = [part[SCHEMA + "about"][0] for part in parts if SCHEMA + "about" in part]
    assert [{"@value": 12}] in [figure.get(SCHEMA + "value") for figure in figures]


def test_the_spacy_component_loses_nothing(report: ck.Report) -> None:
    spacy = pytest.importorskip("spacy", reason="spacy is not installed (extra: spacy)")
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    nlp.add_pipe("conflictkit", config={"published": "2025-11-07"})
    (doc,) = DocBin(docs=[nlp(TEXT)], store_user_data=True).get_docs(nlp.vocab)
    assert doc._.conflictkit == report
    for kind in ("quotes", "claims", "events", "dates", "quantities"):
        spans = doc.spans[f"conflictkit_{kind}"]
        assert {span.id_.partition("]")[0] for span in spans} == {f"{kind}[{n}" for n in range(len(getattr(report, kind)))}
    for span, date in zip(doc.spans["conflictkit_dates"], report.dates, strict=True):
        assert span.start_char <= date.span.start
        assert span.end_char >= date.span.end
        assert span.label_ == date.timex_type


def test_the_spacy_component_takes_each_document_s_day() -> None:
    spacy = pytest.importorskip("spacy", reason="spacy is not installed (extra: spacy)")
    nlp = spacy.blank("en")
    nlp.add_pipe("conflictkit")
    doc = nlp.make_doc("They met on Monday.")
    assert nlp(doc)._.conflictkit.dates[0].first is None
    doc = nlp.make_doc("They met on Monday.")
    doc._.published = DAY
    assert nlp(doc)._.conflictkit.dates[0].first == dt.date(2025, 11, 3)


@settings(max_examples=60)
@given(texts)
def test_timeml_keeps_to_its_elements(text: str) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed (group: formats)")
    read = etree.fromstring(ck.to_format(ck.parse(text, published=DAY), "timeml").encode())
    dtd = etree.DTD(str(ROOT / "tests" / "timeml.dtd"))
    assert dtd.validate(read), dtd.error_log
