import pytest
from pyspark.errors import AnalysisException
from pyspark.sql import Row
from pyspark.sql import functions as F


@pytest.fixture
def orders(spark):
    return spark.createDataFrame([(1, "new", 10.0), (2, "paid", 20.0)], "id int, status string, eur double")


@pytest.fixture
def silver(spark, orders):
    spark.sql("CREATE DATABASE IF NOT EXISTS silver")
    orders.write.mode("overwrite").format("parquet").saveAsTable("silver.orders")
    yield "silver.orders"
    spark.sql("DROP DATABASE silver CASCADE")


def test_save_as_table(spark, orders):
    orders.write.format("parquet").saveAsTable("orders")
    assert spark.table("orders").count() == 2
    assert spark.catalog.tableExists("orders")


def test_tables_of_an_earlier_test_are_still_there(spark):
    assert spark.sql("SELECT sum(eur) FROM orders").first()[0] == 30.0


def test_saved_twice(spark, orders):
    orders.write.format("parquet").saveAsTable("orders")


def test_append_and_overwrite(spark, silver, orders):
    orders.write.mode("append").format("parquet").saveAsTable(silver)
    assert spark.table(silver).count() == 4
    orders.limit(1).write.mode("overwrite").format("parquet").saveAsTable(silver)
    assert spark.table(silver).count() == 1


def test_insert_into(spark, silver):
    spark.sql(f"INSERT INTO {silver} VALUES (3, 'new', 5.0)")
    spark.createDataFrame([(4, "new", 6.0)], "a int, b string, c double").write.insertInto(silver)
    assert [row.id for row in spark.table(silver).orderBy("id").collect()] == [1, 2, 3, 4]


def test_partitioned_table(spark, orders, silver):
    orders.write.partitionBy("status").format("parquet").saveAsTable("silver.by_status")
    assert {row.partition for row in spark.sql("SHOW PARTITIONS silver.by_status").collect()} == {"status=new", "status=paid"}


def test_list_tables(spark, silver):
    assert [table.name for table in spark.catalog.listTables("silver")] == ["orders"]
    assert [column.name for column in spark.catalog.listColumns(silver)] == ["id", "status", "eur"]


def test_current_database(spark, silver):
    spark.catalog.setCurrentDatabase("silver")
    try:
        assert spark.table("orders").count() == 2
    finally:
        spark.catalog.setCurrentDatabase("default")


def test_temp_view(spark, orders):
    orders.createOrReplaceTempView("new_orders")
    assert spark.sql("SELECT id FROM new_orders WHERE status = 'new'").collect() == [Row(id=1)]
    assert spark.catalog.dropTempView("new_orders")
    assert not spark.catalog.dropTempView("new_orders")


def test_temp_view_twice(orders):
    orders.createTempView("once")
    orders.createTempView("once")


def test_global_temp_view(spark, orders):
    orders.createOrReplaceGlobalTempView("everywhere")
    assert spark.newSession().table("global_temp.everywhere").count() == 2


def test_views_belong_to_a_session(spark, orders):
    orders.createOrReplaceTempView("mine")
    with pytest.raises(AnalysisException, match="TABLE_OR_VIEW_NOT_FOUND"):
        spark.newSession().table("mine")


def test_missing_table(spark):
    spark.table("nowhere")


def test_missing_column(orders):
    orders.select("total")


def test_view_over_a_table(spark, silver):
    spark.sql(f"CREATE VIEW silver.paid AS SELECT * FROM {silver} WHERE status = 'paid'")
    assert spark.table("silver.paid").count() == 1


def test_parameters(spark, silver):
    assert spark.sql(f"SELECT * FROM {silver} WHERE eur > :least", args={"least": 15}).count() == 1
    assert spark.sql("SELECT count(*) FROM {frame}", frame=spark.table(silver)).first()[0] == 2


def test_cache_table(spark, silver):
    spark.catalog.cacheTable(silver)
    assert spark.catalog.isCached(silver)
    assert spark.table(silver).count() == 2
    spark.catalog.clearCache()
    assert not spark.catalog.isCached(silver)


def test_register_function(spark):
    spark.udf.register("double_it", lambda n: n * 2, "int")
    assert spark.sql("SELECT double_it(21) AS n").first().n == 42


def test_wrong(spark, silver):
    assert spark.table(silver).agg(F.sum("eur")).first()[0] == 31.0
