import pandas as pd
from pyspark.sql.streaming import StatefulProcessor
from pyspark.sql.types import LongType, StringType, StructField, StructType


class Total(StatefulProcessor):
    def init(self, handle):
        self.state = handle.getValueState("eur", StructType([StructField("eur", LongType())]))

    def handleInputRows(self, key, rows, timerValues):
        now = (self.state.get()[0] if self.state.exists() else 0) + sum(int(f["eur"].sum()) for f in rows)
        self.state.update((now,))
        yield pd.DataFrame({"who": [key[0]], "eur": [now]})

    def close(self):
        pass


def test_total(spark, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text('{"who": "a", "eur": 1}\n{"who": "a", "eur": 3}\n')
    spark.conf.set(
        "spark.sql.streaming.stateStore.providerClass",
        "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider",
    )
    schema = StructType([StructField("who", StringType()), StructField("eur", LongType())])
    stream = spark.readStream.schema("who string, eur int").json(str(folder))
    totals = stream.groupBy("who").transformWithStateInPandas(Total(), schema, "update", "none")
    query = (
        totals.writeStream.format("parquet").option("checkpointLocation", str(tmp_path / "cp"))
        .outputMode("update").foreachBatch(lambda f, _: f.write.mode("append").parquet(str(tmp_path / "out")))
        .trigger(availableNow=True).start()
    )
    assert query.awaitTermination(90)
    assert [tuple(r) for r in spark.read.parquet(str(tmp_path / "out")).collect()] == [("a", 4)]
