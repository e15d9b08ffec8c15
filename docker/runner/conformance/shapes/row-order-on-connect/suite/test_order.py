"""Each test fails with the order its rows came in, so that the order is compared and not only a verdict."""

import zlib

import pytest
from pyspark.sql import Window
from pyspark.sql import functions as F


def say(frame):
    text = ",".join("|".join(str(value) for value in row) for row in frame.collect())
    # The whole order in a few characters, for a message may be cut.
    pytest.fail(f"{zlib.crc32(text.encode())} {text[:120]}", pytrace=False)


@pytest.fixture(params=[12, 1500])
def orders(request, spark):
    customers = ["ada", "bo", "cy", "dee", None]
    rows = [(n, customers[n * 3 % 5], n % 4) for n in range(request.param)]
    return spark.createDataFrame(rows, "id long, customer string, day int")


def test_distinct(orders):
    say(orders.select("customer", "day").distinct())


def test_group_by(orders):
    say(orders.groupBy("customer").agg(F.sum("id"), F.collect_list("day")))


@pytest.mark.parametrize("how", ["inner", "left", "full", "left_anti"])
def test_join(orders, how):
    latest = orders.groupBy("customer").agg(F.max("id").alias("id"))
    # Told which side to broadcast: adaptive execution takes the one whose stage ends first, at home, too.
    say(orders.join(latest.hint("broadcast"), ["customer", "id"], how))


def test_window(orders):
    by_day = Window.partitionBy("customer").orderBy("day")
    say(orders.withColumn("n", F.row_number().over(by_day)))


def test_repartition(orders):
    say(orders.repartition(3, "day"))


def test_first_after_a_shuffle(orders):
    say(orders.repartition("day").groupBy("customer").agg(F.first("id"), F.last("id")))


def test_increasing_id(orders):
    say(orders.groupBy("customer").count().withColumn("n", F.monotonically_increasing_id()))
