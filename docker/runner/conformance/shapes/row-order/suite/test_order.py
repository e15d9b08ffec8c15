"""Each test fails with the order its rows came in, so that the order is compared and not only a verdict."""

import zlib

import pytest
from pyspark.sql import Window
from pyspark.sql import functions as F

SIZES = [12, 1500]
CUSTOMERS = ["ada", "bo", "cy", "dee", "eve", "flo", None]


def say(rows):
    text = ",".join("|".join(str(value) for value in row) for row in rows)
    # The whole order in a few characters, for a message may be cut.
    pytest.fail(f"{zlib.crc32(text.encode())} {text[:120]}", pytrace=False)


@pytest.fixture(params=SIZES)
def orders(request, spark):
    rows = [(n, CUSTOMERS[n * 3 % 7], n % 5, n / 4) for n in range(request.param)]
    return spark.createDataFrame(rows, "id long, customer string, day int, amount double")


@pytest.fixture
def customers(spark):
    rows = [(name, f"{name} & co") for name in ("eve", "bo", "ada", "cy", "zoe")]
    return spark.createDataFrame(rows, "customer string, company string")


def test_distinct(orders):
    say(orders.select("customer", "day").distinct().collect())


def test_drop_duplicates(orders):
    say(orders.dropDuplicates(["customer"]).collect())


def test_drop_duplicates_of_whole_rows(orders):
    say(orders.union(orders).dropDuplicates().collect())


def test_group_by(orders):
    say(orders.groupBy("customer").agg(F.count("*"), F.sum("amount")).collect())


def test_group_by_two(orders):
    say(orders.groupBy("day", "customer").count().collect())


def test_group_by_nothing_shuffled_before(orders):
    say(orders.groupBy("id").agg(F.max("amount")).collect())


def test_pivot(orders):
    say(orders.groupBy("customer").pivot("day", [0, 1, 2]).sum("amount").collect())


def test_rollup(orders):
    say(orders.rollup("customer", "day").count().collect())


@pytest.mark.parametrize("how", ["inner", "left", "right", "full", "left_semi", "left_anti"])
def test_join(orders, customers, how):
    say(orders.join(customers, "customer", how).collect())


def test_join_by_sorting(orders, customers):
    say(orders.hint("merge").join(customers.hint("merge"), "customer").collect())


def test_join_by_hashing(orders, customers):
    say(orders.hint("shuffle_hash").join(customers, "customer", "left").collect())


def test_join_with_itself(orders):
    latest = orders.groupBy("customer").agg(F.max("id").alias("id"))
    # Told which side to broadcast: adaptive execution takes the one whose stage ends first, at home, too.
    say(orders.join(latest.hint("broadcast"), ["customer", "id"]).collect())


def test_window(orders):
    first = Window.partitionBy("customer").orderBy("day")
    say(orders.withColumn("n", F.row_number().over(first)).select("customer", "id", "n").collect())


def test_window_over_everything(orders):
    say(orders.withColumn("n", F.row_number().over(Window.orderBy("day"))).select("id", "n").collect())


def test_latest_of_each(orders):
    last = Window.partitionBy("customer").orderBy(F.desc("day"))
    say(orders.withColumn("n", F.row_number().over(last)).where("n = 1").drop("n").collect())


def test_repartition(orders):
    say(orders.repartition(4).collect())


def test_repartition_by_column(orders):
    say(orders.repartition("customer").select("id").collect())


def test_repartition_by_number_and_column(orders):
    say(orders.repartition(3, "day").select("id").collect())


def test_repartition_by_range(orders):
    say(orders.repartitionByRange("amount").select("id").collect())


def test_coalesce(orders):
    say(orders.repartition(5).coalesce(2).select("id").collect())


def test_union(orders):
    say(orders.union(orders).select("id").collect())


def test_union_by_name_after_distinct(orders):
    days = orders.select("day").distinct()
    say(days.unionByName(days).collect())


def test_intersect(orders):
    say(orders.select("day").intersect(orders.where("id > 1").select("day")).collect())


def test_subtract(orders):
    say(orders.select("customer").subtract(orders.where("id < 2").select("customer")).collect())


def test_except_all(orders):
    say(orders.select("day").exceptAll(orders.where("id < 2").select("day")).collect())


def test_ordered_by_what_is_equal(orders):
    say(orders.orderBy("day").select("id").collect())


def test_sorted_within_partitions(orders):
    say(orders.repartition(3, "customer").sortWithinPartitions("day").select("id").collect())


def test_limit_after_a_shuffle(orders):
    say(orders.select("customer").distinct().limit(3).collect())


def test_take_after_a_shuffle(orders):
    say(orders.groupBy("day").count().take(2))


def test_head(orders):
    say([orders.groupBy("customer").count().first()])


def test_collect_list(orders):
    say(orders.groupBy("customer").agg(F.collect_list("id").alias("ids")).collect())


def test_collect_list_after_a_shuffle(orders):
    say(orders.repartition("day").groupBy("customer").agg(F.collect_list("id")).collect())


def test_collect_set(orders):
    say(orders.groupBy("day").agg(F.collect_set("customer")).collect())


def test_first_and_last(orders):
    say(orders.groupBy("customer").agg(F.first("id"), F.last("id")).collect())


def test_first_after_a_shuffle(orders):
    say(orders.repartition("day").groupBy("customer").agg(F.first("id"), F.last("id")).collect())


def test_max_by_what_is_equal(orders):
    say(orders.groupBy("customer").agg(F.max_by("id", "day")).collect())


def test_increasing_id(orders):
    say(orders.withColumn("n", F.monotonically_increasing_id()).select("id", "n").collect())


def test_increasing_id_after_a_shuffle(orders):
    say(orders.groupBy("customer").count().withColumn("n", F.monotonically_increasing_id()).collect())


def test_partition_of_each_row(orders):
    say(orders.repartition("customer").select("id", F.spark_partition_id()).collect())


def test_explode_after_a_shuffle(orders):
    lists = orders.groupBy("day").agg(F.collect_list("id").alias("ids"))
    say(lists.select("day", F.explode("ids")).collect())


def test_cached(orders):
    counts = orders.groupBy("customer").count().cache()
    say([*counts.collect(), *counts.orderBy("count").collect()])


def test_to_pandas(orders):
    say(orders.groupBy("day").count().toPandas().itertuples(index=False))


def test_to_local_iterator(orders):
    say(orders.groupBy("customer").count().toLocalIterator())


def test_written_and_read(orders, tmp_path):
    path = str(tmp_path / "rows")
    orders.groupBy("customer").count().write.parquet(path)
    say(orders.sparkSession.read.parquet(path).collect())


def test_in_sql(orders):
    orders.createOrReplaceTempView("orders")
    text = "SELECT customer, max(day), min(id) FROM orders GROUP BY customer HAVING count(*) > 0"
    say(orders.sparkSession.sql(text).collect())


def test_pairs_of_an_rdd(spark):
    pairs = spark.sparkContext.parallelize([(n % 7, n) for n in range(50)], 4)
    say(pairs.reduceByKey(lambda a, b: a + b).collect())


def test_groups_of_an_rdd(spark):
    names = spark.sparkContext.parallelize([("odd", "even")[n % 2] for n in range(9)])
    say((key, sorted(values)) for key, values in names.map(lambda name: (name, 1)).groupByKey().collect())
