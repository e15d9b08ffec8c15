import pytest
from pyspark.sql import functions as F


@pytest.fixture
def landing(spark, tmp_path):
    folder = tmp_path / "landing"
    folder.mkdir()
    (folder / "one.json").write_text('{"id": 1, "at": "2026-11-25T10:00:00", "eur": 10.0}\n{"id": 2, "at": "2026-11-25T10:01:00", "eur": 5.0}\n')
    return folder


def orders(spark, folder):
    return spark.readStream.schema("id int, at timestamp, eur double").json(str(folder))


def run(frame, target, checkpoint, mode="append"):
    query = (
        frame.writeStream.format("parquet")
        .option("checkpointLocation", str(checkpoint))
        .outputMode(mode)
        .trigger(availableNow=True)
        .start(str(target))
    )
    assert query.awaitTermination(60)
    return query


def test_available_now(spark, landing, tmp_path):
    run(orders(spark, landing), tmp_path / "out", tmp_path / "checkpoint")
    assert spark.read.parquet(str(tmp_path / "out")).count() == 2


def test_second_run_takes_only_what_is_new(spark, landing, tmp_path):
    run(orders(spark, landing), tmp_path / "out", tmp_path / "checkpoint")
    (landing / "two.json").write_text('{"id": 3, "at": "2026-11-25T10:05:00", "eur": 1.0}\n')
    query = run(orders(spark, landing), tmp_path / "out", tmp_path / "checkpoint")
    assert query.lastProgress["numInputRows"] == 1
    assert spark.read.parquet(str(tmp_path / "out")).count() == 3


def test_foreach_batch(spark, landing, tmp_path):
    seen = []

    def write(frame, batch_id):
        seen.append((batch_id, frame.count()))

    query = (
        orders(spark, landing)
        .writeStream.foreachBatch(write)
        .option("checkpointLocation", str(tmp_path / "checkpoint"))
        .trigger(availableNow=True)
        .start()
    )
    query.awaitTermination(60)
    assert seen == [(0, 2)]


def test_foreach_batch_that_fails(spark, landing, tmp_path):
    def write(frame, batch_id):
        raise ValueError("the target is gone")

    query = (
        orders(spark, landing)
        .writeStream.foreachBatch(write)
        .option("checkpointLocation", str(tmp_path / "checkpoint"))
        .trigger(availableNow=True)
        .start()
    )
    with pytest.raises(Exception, match="the target is gone"):
        query.awaitTermination(60)
    assert "the target is gone" in str(query.exception())


def test_memory_sink(spark, landing, tmp_path):
    query = (
        orders(spark, landing)
        .groupBy()
        .agg(F.sum("eur").alias("eur"))
        .writeStream.format("memory")
        .queryName("totals")
        .outputMode("complete")
        .option("checkpointLocation", str(tmp_path / "checkpoint"))
        .start()
    )
    query.processAllAvailable()
    assert spark.table("totals").first().eur == 15.0
    query.stop()
    assert not query.isActive


def test_watermark(spark, landing, tmp_path):
    late = orders(spark, landing).withWatermark("at", "1 minute")
    counted = late.groupBy(F.window("at", "1 minute")).count()
    run(counted, tmp_path / "out", tmp_path / "checkpoint")
    # A window is written once the watermark of a later batch has passed it.
    assert spark.read.schema("count long").parquet(str(tmp_path / "out")).count() == 0


def test_duplicates(spark, landing, tmp_path):
    (landing / "two.json").write_text('{"id": 1, "at": "2026-11-25T10:00:00", "eur": 10.0}\n')
    once = orders(spark, landing).withWatermark("at", "1 hour").dropDuplicates(["id", "at"])
    run(once, tmp_path / "out", tmp_path / "checkpoint")
    assert spark.read.parquet(str(tmp_path / "out")).count() == 2


def test_table_sink(spark, landing, tmp_path):
    query = (
        orders(spark, landing)
        .writeStream.option("checkpointLocation", str(tmp_path / "checkpoint"))
        .trigger(availableNow=True)
        .format("parquet")
        .toTable("streamed")
    )
    query.awaitTermination(60)
    assert spark.table("streamed").count() == 2


def test_without_schema(spark, landing):
    spark.readStream.json(str(landing))


def test_without_checkpoint(spark, landing, tmp_path):
    orders(spark, landing).writeStream.format("parquet").start(str(tmp_path / "out"))


def test_complete_without_aggregation(spark, landing, tmp_path):
    run(orders(spark, landing), tmp_path / "out", tmp_path / "checkpoint", mode="complete")


def test_is_streaming(spark, landing):
    assert orders(spark, landing).isStreaming


def test_count_of_a_stream(spark, landing):
    orders(spark, landing).count()


def test_no_stream_is_left(spark):
    assert spark.streams.active == []


def test_rate(spark):
    query = spark.readStream.format("rate").option("rowsPerSecond", 5).load().writeStream.format("noop").start()
    assert query.isActive
    query.stop()


def test_wrong(spark, landing, tmp_path):
    run(orders(spark, landing), tmp_path / "out", tmp_path / "checkpoint")
    assert spark.read.parquet(str(tmp_path / "out")).count() == 3
