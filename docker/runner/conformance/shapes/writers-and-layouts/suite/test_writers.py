import pytest
from pyspark.errors import AnalysisException
from pyspark.sql import Observation
from pyspark.sql import functions as F


@pytest.fixture
def orders(spark):
    return spark.createDataFrame([(1, "de", 10.0), (2, "fr", 5.0), (3, "de", 1.0)], "id int, land string, eur double")


def test_write_to(spark, orders):
    orders.writeTo("orders_v2").using("delta").create()
    orders.limit(1).writeTo("orders_v2").append()
    assert spark.table("orders_v2").count() == 4


def test_write_to_twice(spark, orders):
    orders.writeTo("orders_twice").using("delta").createOrReplace()
    with pytest.raises(AnalysisException, match="already exists|TABLE_OR_VIEW_ALREADY_EXISTS"):
        orders.writeTo("orders_twice").using("delta").create()


def test_buckets(spark, orders):
    orders.write.bucketBy(2, "id").sortBy("id").saveAsTable("bucketed")
    assert "Bucket Columns" in {r[0] for r in spark.sql("describe formatted bucketed").collect()}


def test_partitions(spark, orders):
    orders.write.partitionBy("land").saveAsTable("by_land")
    assert [r[0] for r in spark.sql("show partitions by_land").collect()] == ["land=de", "land=fr"]


def test_dynamic_overwrite(spark, orders, tmp_path):
    path = str(tmp_path / "by_land")
    orders.write.partitionBy("land").parquet(path)
    spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    orders.filter("land = 'fr'").withColumn("eur", F.lit(0.0)).write.mode("overwrite").partitionBy("land").parquet(path)
    assert spark.read.parquet(path).agg(F.sum("eur")).first()[0] == 11.0


def test_the_setting_is_still_there(spark):
    assert spark.conf.get("spark.sql.sources.partitionOverwriteMode").lower() == "dynamic"


def test_observe(orders):
    seen = Observation("quality")
    orders.observe(seen, F.count("*").alias("rows"), F.sum("eur").alias("eur")).write.format("noop").mode("overwrite").save()
    assert seen.get == {"rows": 3, "eur": 16.0}


def test_local_checkpoint(orders):
    cut = orders.filter("eur > 1").localCheckpoint()
    assert cut.count() == 2


def test_checkpoint(spark, orders, tmp_path):
    spark.sparkContext.setCheckpointDir(str(tmp_path))
    assert orders.checkpoint().count() == 3
    assert any(tmp_path.iterdir())


def test_history(spark, orders):
    orders.write.format("delta").saveAsTable("kept")
    spark.sql("delete from kept where id = 1")
    operations = [r["operation"] for r in spark.sql("describe history kept").orderBy("version").collect()]
    assert operations[-1] == "DELETE"
    assert spark.sql("select * from kept version as of 0").count() == 3


def test_schema_is_enforced(spark, orders):
    orders.write.format("delta").saveAsTable("strict")
    with pytest.raises(AnalysisException):
        orders.withColumn("more", F.lit(1)).write.format("delta").mode("append").saveAsTable("strict")


def test_schema_evolves(spark, orders):
    orders.write.format("delta").saveAsTable("evolving")
    orders.withColumn("more", F.lit(1)).write.format("delta").mode("append").option("mergeSchema", "true").saveAsTable("evolving")
    assert spark.table("evolving").columns[-1] == "more"


def test_constraint(spark, orders):
    orders.write.format("delta").saveAsTable("checked")
    spark.sql("alter table checked add constraint positive check (eur > 0)")
    spark.sql("insert into checked values (9, 'it', -1.0)")


def test_replace_where(spark, orders):
    orders.write.format("delta").saveAsTable("replaced")
    orders.filter("land = 'de'").limit(1).write.format("delta").mode("overwrite").option("replaceWhere", "land = 'de'").saveAsTable("replaced")
    assert spark.table("replaced").count() == 2


def test_identity_and_generated(spark):
    spark.sql("create table generated (id bigint generated always as identity, eur double, cents bigint generated always as (cast(eur * 100 as bigint))) using delta")
    spark.sql("insert into generated (eur) values (1.5), (2.0)")
    assert sorted(r["cents"] for r in spark.table("generated").collect()) == [150, 200]
