"""The Arrow function by itself, then each engine's recipe of docs/guide/engines.md in its local mode."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from typing import Any

import pytest

import conflictkit as ck

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: arrow)")

from conflictkit.export import arrow  # noqa: E402

DAY = dt.date(2025, 11, 7)
TEXT = "Governor Ana Ruiz said on Monday that about 12 people were killed. “We hold the bridge,” she added."
IDS = ["a", "b", "c", "d"]
TEXTS = [TEXT, None, "It rained.", TEXT]
DAYS = [DAY, DAY, None, None]


def documents() -> Any:
    return pa.table({"id": IDS, "text": TEXTS, "published": pa.array(DAYS, pa.date32())})


def check(rows: list[dict[str, Any]]) -> None:
    """What every engine must give for the documents: each one's report, and the failure as a row."""
    assert [row["id"] for row in rows] == IDS
    assert [row["error"] is None for row in rows] == [True, False, True, True]
    assert "text must be a str" in rows[1]["error"]
    for row, text, day in zip(rows, TEXTS, DAYS, strict=True):
        report = ck.parse(text or "", published=day)
        assert [q["content"][0]["start"] for q in row["quotes"]] == [q.content[0].start for q in report.quotes]
        assert [c["quantity"]["best"] for c in row["claims"]] == [c.quantity.best for c in report.claims]
        assert [d["timex_value"] for d in row["dates"]] == [d.timex_value for d in report.dates]


def whole(row: dict[str, Any]) -> ck.Report:
    """The report of a row."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        return [plain(inner) for inner in value] if isinstance(value, list) else value.isoformat() if isinstance(value, dt.date) else value

    return ck.from_dict({key: plain(value) for key, value in row.items() if key not in ("id", "error")})


def test_a_row_is_the_whole_report() -> None:
    rows = arrow.extract_table(documents()).to_pylist()
    check(rows)
    assert whole(rows[0]) == ck.parse(TEXT, published=DAY)
    assert whole(arrow.reports_batch([("x", ck.parse(TEXT))]).to_pylist()[0]) == ck.parse(TEXT)


def test_batches_come_one_for_one_with_the_fixed_schema() -> None:
    batches = list(arrow.extract_batches(documents().to_batches(max_chunksize=3)))
    assert [batch.num_rows for batch in batches] == [3, 1]
    assert all(batch.schema.equals(arrow.batch_schema()) for batch in batches)
    assert list(arrow.extract_batches([])) == []
    assert arrow.extract_table(documents().slice(0, 0)).schema.equals(arrow.batch_schema())


def test_other_columns_are_named_and_a_missing_one_is_told() -> None:
    batch = pa.record_batch({"nr": [7, 8], "body": [TEXT, TEXT], "day": ["2025-11-07", "soon"]})
    (out,) = arrow.extract_batches([batch], text="body", id="nr", published="day")
    assert out.column("id").to_pylist() == ["7", "8"]
    assert out.column("published").to_pylist() == [DAY, None]
    assert out.column("error").to_pylist() == [None, "DataError: published must be an ISO date such as 2025-11-07, not 'soon'"]
    with pytest.raises(ck.InputTypeError, match="no column 'text' in the batch; it has: nr, body, day"):
        list(arrow.extract_batches([batch]))


def test_a_fault_of_the_library_is_a_row_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(text: str, **_: object) -> ck.Report:
        if text == "It rained.":
            raise RecursionError("too deep")
        return ck.parse(text)

    monkeypatch.setattr(arrow, "parse", faulty)
    rows = arrow.extract_table(pa.table({"text": [TEXT, "It rained."]})).to_pylist()
    assert [row["error"] for row in rows] == [None, "RecursionError: too deep"]
    assert rows[1]["text"] == "It rained."
    assert rows[1]["claims"] == []


def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (group: engines)")
    with duckdb.connect() as connection:
        arrow.register_duckdb(connection)
        connection.register("documents", documents())
        found = connection.sql("SELECT id, conflictkit(text, published) AS r FROM documents ORDER BY id").fetchall()
        check([{**report, "id": name} for name, report in found])
        query = "SELECT id, c.quantity.best FROM (SELECT id, unnest(conflictkit(text, published).claims) AS c FROM documents) ORDER BY id"
        assert connection.sql(query).fetchall() == [("a", 12.0), ("d", 12.0)]


def test_polars() -> None:
    pl = pytest.importorskip("polars", reason="polars is not installed (extra: polars)")
    frame = pl.DataFrame({"id": IDS, "text": TEXTS, "published": DAYS}, schema={"id": pl.String, "text": pl.String, "published": pl.Date})
    reports = pl.from_arrow(arrow.extract_table(frame.to_arrow()))
    check(reports.to_dicts())


def test_dask() -> None:
    dd = pytest.importorskip("dask.dataframe", reason="dask is not installed (group: engines)")
    pd = pytest.importorskip("pandas", reason="pandas is not installed (extra: pandas)")

    def extract(part: Any) -> Any:
        return arrow.extract_table(pa.Table.from_pandas(part, preserve_index=False)).to_pandas(types_mapper=pd.ArrowDtype)

    frame = dd.from_pandas(documents().to_pandas(), npartitions=2)
    reports = frame.map_partitions(extract, meta=arrow.batch_schema().empty_table().to_pandas(types_mapper=pd.ArrowDtype))
    check(pa.Table.from_pandas(reports.compute(scheduler="threads"), schema=arrow.batch_schema(), preserve_index=False).to_pylist())


@pytest.mark.filterwarnings("ignore")  # the engine's own, about itself
def test_ray() -> None:
    ray = pytest.importorskip("ray", reason="ray is not installed (group: engines)")
    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    try:
        reports = ray.data.from_arrow(documents()).map_batches(arrow.extract_table, batch_format="pyarrow")
        check(sorted(reports.take_all(), key=lambda row: row["id"]))
    finally:
        ray.shutdown()


@pytest.mark.filterwarnings("ignore")  # the engine's own, about itself
def test_spark() -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (group: engines)")
    pytest.importorskip("pandas", reason="pandas is not installed (extra: pandas)")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java 17 or later, and there is none")
    from pyspark.sql.pandas.types import from_arrow_schema

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        rows = list(zip(IDS, TEXTS, DAYS, strict=True))
        frame = spark.createDataFrame(rows, "id string, text string, published date")
        reports = frame.mapInArrow(arrow.extract_batches, from_arrow_schema(arrow.batch_schema())).orderBy("id")
        check([row.asDict(recursive=True) for row in reports.collect()])
    finally:
        spark.stop()
