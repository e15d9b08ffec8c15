import pytest
from pyspark.errors import AnalysisException


def test_current(spark):
    assert spark.catalog.currentDatabase() == "bronze"


def test_table_in_it(spark):
    spark.range(2).write.saveAsTable("orders")
    assert [t.name for t in spark.catalog.listTables("bronze")] == ["orders"]
    assert spark.catalog.tableExists("bronze.orders")


def test_it_is_empty_again(spark):
    assert spark.catalog.listTables("bronze") == []


def test_other_database(spark):
    spark.range(3).write.saveAsTable("silver.orders")
    assert spark.table("silver.orders").count() == 3
    with pytest.raises(AnalysisException):
        spark.table("orders")


def test_describe(spark):
    spark.range(1).write.saveAsTable("places")
    location = {r[0]: r[1] for r in spark.sql("describe formatted places").collect()}["Location"]
    assert "warehouse" in location and location.endswith("bronze.db/places")


def test_zone(spark):
    assert spark.sql("select current_timezone()").first()[0] == "Europe/Berlin"
    assert spark.range(100).repartition("id").rdd.getNumPartitions() == 1


def test_list_columns(spark):
    spark.sql("create table typed (id int not null comment 'key', eur decimal(10,2)) using parquet")
    columns = spark.catalog.listColumns("typed")
    assert [(c.name, c.dataType) for c in columns] == [("id", "int"), ("eur", "decimal(10,2)")]


def test_functions(spark):
    assert spark.catalog.functionExists("upper")
    spark.udf.register("shout", lambda s: s.upper() + "!")
    assert any(f.name == "shout" for f in spark.catalog.listFunctions())


def test_cached(spark):
    spark.range(2).write.saveAsTable("warm")
    spark.catalog.cacheTable("warm")
    assert spark.catalog.isCached("warm")
    spark.catalog.uncacheTable("warm")


def test_drop_missing(spark):
    spark.sql("drop table nowhere")
