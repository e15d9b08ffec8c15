import datetime as dt
from decimal import Decimal

import pandas as pd
import pytest
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import Row, Window
from pyspark.sql import functions as F
from pyspark.testing import assertDataFrameEqual


@pytest.fixture
def orders(spark):
    rows = [(1, "ada", Decimal("10.00"), dt.date(2026, 11, 1)), (2, "bo", None, dt.date(2026, 11, 2)), (3, None, Decimal("5.50"), None)]
    return spark.createDataFrame(rows, "id int, customer string, eur decimal(10,2), day date")


def test_collect(orders):
    assert orders.orderBy("id").collect()[0] == Row(id=1, customer="ada", eur=Decimal("10.00"), day=dt.date(2026, 11, 1))


def test_filter_and_nulls(orders):
    assert orders.where("customer != 'ada'").count() == 1
    assert orders.where(F.col("customer").eqNullSafe(None)).count() == 1


def test_group(orders):
    totals = orders.groupBy("customer").agg(F.sum("eur").alias("eur"))
    assertDataFrameEqual(totals, [Row(customer="ada", eur=Decimal("10.00")), Row(customer="bo", eur=None), Row(customer=None, eur=Decimal("5.50"))])


def test_wrong_rows(orders):
    assertDataFrameEqual(orders.select("id"), [Row(id=1), Row(id=2), Row(id=4)])


def test_window(orders):
    newest = F.row_number().over(Window.orderBy(F.desc_nulls_last("day")))
    assert orders.withColumn("n", newest).where("n = 1").first().id == 2


def test_missing_column_is_found_late(orders):
    frame = orders.select("total")
    with pytest.raises(AnalysisException, match="UNRESOLVED_COLUMN"):
        frame.collect()


def test_missing_column(orders):
    orders.select("total").show()


def test_missing_table(spark):
    spark.table("nowhere").collect()


def test_schema(orders):
    assert orders.schema.simpleString() == "struct<id:int,customer:string,eur:decimal(10,2),day:date>"
    assert orders.columns == ["id", "customer", "eur", "day"]


def test_udf(orders):
    upper = F.udf(lambda name: name.upper() if name else "nobody")
    assert [row[0] for row in orders.orderBy("id").select(upper("customer")).collect()] == ["ADA", "BO", "nobody"]


def test_udf_that_fails(orders):
    with pytest.raises(PySparkException, match="AttributeError"):
        orders.select(F.udf(lambda name: name.upper())("customer")).collect()


def test_pandas(spark, orders):
    assert list(orders.toPandas().sort_values("id")["id"]) == [1, 2, 3]
    assert spark.createDataFrame(pd.DataFrame({"a": [1, 2]})).count() == 2


def test_temp_view(spark, orders):
    orders.createOrReplaceTempView("orders_view")
    assert spark.sql("SELECT max(id) AS id FROM orders_view").first().id == 3


def test_arguments_of_sql(spark, orders):
    orders.createOrReplaceTempView("orders_view")
    assert spark.sql("SELECT * FROM orders_view WHERE id > :least", args={"least": 1}).count() == 2
    assert spark.sql("SELECT * FROM orders_view WHERE id > ?", args=[1]).count() == 2


def test_save_as_table(spark, orders):
    orders.write.format("parquet").mode("overwrite").saveAsTable("saved_orders")
    assert spark.table("saved_orders").count() == 3
    spark.sql("DROP TABLE saved_orders")


def test_files(spark, orders, tmp_path):
    orders.write.parquet(str(tmp_path / "orders"))
    assert spark.read.parquet(str(tmp_path / "orders")).count() == 3


def test_ansi(spark):
    spark.sql("SELECT CAST('x' AS INT)").collect()


def test_division_by_zero(spark):
    spark.sql("SELECT 1 / 0").collect()


def test_settings(spark):
    spark.conf.set("spark.sql.session.timeZone", "Europe/Berlin")
    assert spark.conf.get("spark.sql.session.timeZone") == "Europe/Berlin"
    spark.conf.unset("spark.sql.session.timeZone")


def test_ints_from_floats(spark):
    spark.createDataFrame([(1.5,)], "n int").collect()


def test_union_and_distinct(orders):
    assert orders.union(orders).distinct().count() == 3
    assert orders.exceptAll(orders).isEmpty()


def test_cache(orders):
    orders.cache()
    assert orders.count() == 3
    orders.unpersist()


def test_transform(orders):
    assert orders.transform(lambda frame: frame.limit(1)).count() == 1


def test_dates(spark):
    assert spark.sql("SELECT date_add(date'2026-01-31', 1) AS d").first().d == dt.date(2026, 2, 1)


def test_wrong(orders):
    assert orders.count() == 4
