import pandas as pd
import pytest
from pyspark.sql.streaming.state import GroupStateTimeout
from pyspark.sql.types import LongType, StringType, StructField, StructType


@pytest.fixture
def stream(spark, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text('{"who": "a", "eur": 1}\n{"who": "b", "eur": 2}\n{"who": "a", "eur": 3}\n')
    return spark.readStream.schema("who string, eur int").json(str(folder))


def finish(frame, mode, tmp_path, name):
    query = (
        frame.writeStream.format("memory").queryName(name).outputMode(mode)
        .option("checkpointLocation", str(tmp_path / "checkpoint")).trigger(availableNow=True).start()
    )
    assert query.awaitTermination(90)
    return query


def test_apply_in_pandas_with_state(spark, stream, tmp_path):
    def total(key, frames, state):
        (before,) = state.get if state.exists else (0,)
        now = before + sum(int(frame["eur"].sum()) for frame in frames)
        state.update((now,))
        yield pd.DataFrame({"who": [key[0]], "eur": [now]})

    schema = StructType([StructField("who", StringType()), StructField("eur", LongType())])
    state = StructType([StructField("eur", LongType())])
    totals = stream.groupBy("who").applyInPandasWithState(
        total, schema, state, "update", GroupStateTimeout.NoTimeout
    )
    finish(totals, "update", tmp_path, "totals")
    assert sorted(tuple(r) for r in spark.table("totals").collect()) == [("a", 4), ("b", 2)]


def test_drop_duplicates(spark, stream, tmp_path):
    finish(stream.dropDuplicates(["who"]), "append", tmp_path, "firsts")
    assert spark.table("firsts").count() == 2


def test_aggregate_complete(spark, stream, tmp_path):
    finish(stream.groupBy("who").sum("eur"), "complete", tmp_path, "sums")
    assert spark.table("sums").count() == 2


def test_append_without_watermark(stream, tmp_path):
    finish(stream.groupBy("who").count(), "append", tmp_path, "never")
