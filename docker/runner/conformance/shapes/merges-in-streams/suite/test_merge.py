import pytest
from delta.tables import DeltaTable
from pyspark.sql import functions as F
from pyspark.sql.streaming import StreamingQueryListener


@pytest.fixture
def bronze(spark, tmp_path):
    path = str(tmp_path / "bronze")
    spark.createDataFrame([(1, "a"), (2, "b")], "id int, v string").write.format("delta").save(path)
    return path


@pytest.fixture
def silver(spark, tmp_path):
    path = str(tmp_path / "silver")
    spark.createDataFrame([], "id int, v string").write.format("delta").save(path)
    return path


def upsert(spark, path):
    def merge(frame, batch):
        target = DeltaTable.forPath(frame.sparkSession, path)
        target.alias("t").merge(frame.alias("s"), "t.id = s.id").whenMatchedUpdateAll().whenNotMatchedInsertAll().execute()

    return merge


def run(spark, source, target, tmp_path):
    query = (
        spark.readStream.format("delta").load(source).writeStream.foreachBatch(upsert(spark, target))
        .option("checkpointLocation", str(tmp_path / "cp")).trigger(availableNow=True).start()
    )
    query.awaitTermination(60)
    assert query.exception() is None


def test_upsert(spark, bronze, silver, tmp_path):
    run(spark, bronze, silver, tmp_path)
    spark.createDataFrame([(2, "c"), (3, "d")], "id int, v string").write.format("delta").mode("append").save(bronze)
    run(spark, bronze, silver, tmp_path)
    rows = spark.read.format("delta").load(silver).orderBy("id").collect()
    assert [tuple(r) for r in rows] == [(1, "a"), (2, "c"), (3, "d")]


def test_idempotent(spark, bronze, silver, tmp_path):
    for _ in range(2):
        run(spark, bronze, silver, tmp_path)
    assert spark.read.format("delta").load(silver).count() == 2


def test_double_match(spark, silver):
    spark.sql(f"insert into delta.`{silver}` values (1, 'x')")
    twice = spark.createDataFrame([(1, "a"), (1, "b")], "id int, v string")
    upsert(spark, silver)(twice, 0)


def test_memory_and_process_all(spark, bronze):
    query = spark.readStream.format("delta").load(bronze).writeStream.format("memory").queryName("seen").start()
    try:
        query.processAllAvailable()
        assert spark.table("seen").count() == 2
        assert query.isActive and query.name == "seen"
        assert [q.name for q in spark.streams.active] == ["seen"]
    finally:
        query.stop()
    assert spark.streams.active == []


def test_processing_time(spark):
    query = (
        spark.readStream.format("rate").option("rowsPerSecond", 50).load()
        .writeStream.format("memory").queryName("rates").trigger(processingTime="200 milliseconds").start()
    )
    try:
        assert not query.awaitTermination(2)
    finally:
        query.stop()
    assert query.exception() is None


def test_listener(spark, bronze):
    seen = []

    class Listener(StreamingQueryListener):
        def onQueryStarted(self, event):
            seen.append("started")

        def onQueryProgress(self, event):
            seen.append("progress")

        def onQueryTerminated(self, event):
            seen.append("ended")

    listener = Listener()
    spark.streams.addListener(listener)
    try:
        query = spark.readStream.format("delta").load(bronze).writeStream.format("noop").trigger(availableNow=True).start()
        query.awaitTermination(60)
        spark.sparkContext._jsc.sc().listenerBus().waitUntilEmpty()
    finally:
        spark.streams.removeListener(listener)
    assert seen[0] == "started" and "progress" in seen


def test_change_feed(spark, tmp_path):
    path = str(tmp_path / "cdf")
    spark.range(2).write.format("delta").option("delta.enableChangeDataFeed", "true").save(path)
    DeltaTable.forPath(spark, path).delete("id = 1")
    changes = spark.read.format("delta").option("readChangeFeed", "true").option("startingVersion", 1).load(path)
    assert [r["_change_type"] for r in changes.collect()] == ["delete"]


def test_watermark(spark, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.json").write_text('{"at": "2026-01-01T10:00:00", "n": 1}\n{"at": "2026-01-01T10:30:00", "n": 1}\n')
    events = spark.readStream.schema("at timestamp, n int").json(str(folder)).withWatermark("at", "5 minutes")
    counts = events.groupBy(F.window("at", "10 minutes")).count()
    query = counts.writeStream.format("memory").queryName("windows").outputMode("append").trigger(availableNow=True).start()
    query.awaitTermination(60)
    assert spark.table("windows").count() == 1


def test_stream_on_a_batch_frame(spark, bronze):
    spark.read.format("delta").load(bronze).writeStream.format("noop").start()
