import pytest
from pyspark.sql import Row, Window
from pyspark.sql import functions as F


@pytest.fixture
def events(spark):
    return spark.createDataFrame(
        [("ada", 1, 10), ("ada", 2, None), ("ada", 3, 30), ("bo", 1, 5), ("bo", 1, 6), (None, 1, 7)],
        "customer string, day int, points int",
    )


@pytest.fixture
def customers(spark):
    return spark.createDataFrame([("ada", "DE"), ("bo", None), ("cy", "FR")], "customer string, country string")


def test_row_number(events):
    by_day = Window.partitionBy("customer").orderBy(F.desc("day"))
    latest = events.withColumn("n", F.row_number().over(by_day)).where("n = 1 AND customer = 'ada'")
    assert latest.select("day").collect() == [Row(day=3)]


def test_rank_and_dense_rank(events):
    by_day = Window.partitionBy("customer").orderBy("day")
    ranked = events.where("customer = 'bo'").select(F.rank().over(by_day).alias("r"), F.dense_rank().over(by_day).alias("d"))
    assert [tuple(row) for row in ranked.collect()] == [(1, 1), (1, 1)]


def test_range_is_the_default_frame(events):
    by_day = Window.partitionBy("customer").orderBy("day")
    totals = events.where("customer = 'bo'").select(F.sum("points").over(by_day).alias("total"))
    assert {row.total for row in totals.collect()} == {11}


def test_rows_frame(events):
    by_day = Window.partitionBy("customer").orderBy("day").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    totals = events.where("customer = 'ada'").select(F.sum("points").over(by_day).alias("total"))
    assert sorted(row.total for row in totals.collect()) == [10, 10, 40]


def test_last_ignores_nulls_only_when_told(events):
    by_day = Window.partitionBy("customer").orderBy("day")
    found = events.where("customer = 'ada' AND day <= 2").select(
        "day", F.last("points").over(by_day).alias("plain"), F.last("points", ignorenulls=True).over(by_day).alias("kept")
    )
    assert found.orderBy("day").collect()[1] == Row(day=2, plain=None, kept=10)


def test_lag(events):
    by_day = Window.partitionBy("customer").orderBy("day")
    found = events.where("customer = 'ada'").select("day", F.lag("day", 1, 0).over(by_day).alias("before"))
    assert [row.before for row in found.orderBy("day").collect()] == [0, 1, 2]


@pytest.mark.parametrize(
    ("how", "count"),
    [("inner", 5), ("left", 6), ("right", 6), ("full", 7), ("left_semi", 5), ("left_anti", 1), ("cross", 18)],
)
def test_joins(events, customers, how, count):
    joined = events.crossJoin(customers) if how == "cross" else events.join(customers, "customer", how)
    assert joined.count() == count


def test_null_safe(events, customers):
    joined = events.join(customers, events.customer.eqNullSafe(customers.customer), "left_anti")
    assert joined.count() == 1


def test_filter_after_outer_join(events, customers):
    joined = events.join(customers, "customer", "left").where("country != 'FR'")
    assert joined.count() == 3


def test_ambiguous_column(events, customers):
    events.join(customers, events.customer == customers.customer).select("customer")


def test_self_join(events):
    left, right = events.alias("l"), events.alias("r")
    assert left.join(right, F.expr("l.customer = r.customer AND l.day < r.day")).count() == 3


def test_not_in_with_null(spark, events, customers):
    events.createOrReplaceTempView("events")
    customers.createOrReplaceTempView("customers")
    found = spark.sql("SELECT * FROM customers WHERE customer NOT IN (SELECT customer FROM events)")
    assert found.count() == 0


def test_group_and_pivot(events):
    found = events.where("customer IS NOT NULL").groupBy("customer").pivot("day", [1, 2]).agg(F.count("points"))
    assert sorted(tuple(row) for row in found.collect()) == [("ada", 1, 0), ("bo", 2, None)]


def test_rollup(events):
    assert events.rollup("customer").count().count() == 4


def test_broadcast_hint(events, customers):
    assert events.join(F.broadcast(customers), "customer").count() == 5


def test_union_by_position_and_name(spark):
    one = spark.createDataFrame([(1, "a")], "id int, name string")
    other = spark.createDataFrame([("b", 2)], "name string, id int")
    assert sorted(row.id for row in one.unionByName(other).collect()) == [1, 2]
    assert one.union(other).schema["id"].dataType.simpleString() == "string"


def test_wrong(events):
    assert events.groupBy("customer").count().count() == 2
