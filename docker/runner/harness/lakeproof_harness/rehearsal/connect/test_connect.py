"""What suites on Spark Connect do most: frames, SQL, a UDF, a declarative pipeline run twice."""

import pytest
from lakeproof.testing import run_pipeline
from pyspark.sql import functions as F
from pyspark.sql.types import StringType
from pyspark.testing import assertDataFrameEqual


@pytest.fixture
def orders(spark):
    return spark.createDataFrame([("a", 3), (None, 2), ("b", -1)], "customer string, amount int")


def test_frames(spark, orders):
    customers = spark.createDataFrame([("a", "DE")], "customer string, country string")
    joined = orders.join(customers, "customer", "left").groupBy("country").agg(F.sum("amount").alias("sum"))
    expected = spark.createDataFrame([("DE", 3), (None, 1)], "country string, sum bigint")
    assertDataFrameEqual(joined, expected)
    orders.createOrReplaceTempView("orders")
    assert spark.sql("SELECT count(*) AS n FROM orders WHERE amount > 0").first().n == 2


def test_udf(orders):
    shout = F.udf(lambda text: text and text.upper(), StringType())
    assert {row.u for row in orders.select(shout("customer").alias("u")).collect()} == {"A", "B", None}


def test_pipeline(orders):
    first = run_pipeline("definitions.py", tables={"bronze": orders})
    assert first.dropped("silver") == 1
    assert first.again(tables={"bronze": orders}).rows("gold") == [("a", 6), (None, 4)]
