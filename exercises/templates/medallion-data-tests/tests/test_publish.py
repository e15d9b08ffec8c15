import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from batches import FAULTS, NOW, USUAL, clean, customers
from lakehouse.contract import ROW_RULES, batch_rules
from lakehouse.publish import AuditFailed, Published, publish
from lakehouse.quarantine import split
from lakehouse.rules import Rule


@pytest.fixture
def rules(spark: SparkSession) -> list[Rule]:
    return batch_rules(customers(spark), NOW, USUAL)


@pytest.fixture
def silver(database: str) -> str:
    return f"{database}.orders"


def test_every_row_is_on_one_side(spark: SparkSession) -> None:
    batch = clean(spark)
    for fault in ROW_RULES:
        batch = batch.union(FAULTS[fault](clean(spark)))
    good, bad = split(batch, ROW_RULES)
    assert good.count() + bad.count() == batch.count()
    assert bad.where("size(reasons) = 1").count() == len(ROW_RULES)


def test_reasons_are_kept(spark: SparkSession) -> None:
    batch = FAULTS["status is known"](FAULTS["eur is given, and more than zero"](clean(spark)))
    (row,) = split(batch, ROW_RULES)[1].collect()
    assert row.reasons == ["status is known", "eur is given, and more than zero"]


def test_good_rows_are_published_bad_ones_kept_back(
    spark: SparkSession, silver: str, rules: list[Rule]
) -> None:
    batch = FAULTS["status is known"](clean(spark))
    assert publish(spark, batch, silver, rules) == Published(4, 3, 1)
    assert spark.table(silver).count() == 3
    (row,) = spark.table(f"{silver}_quarantine").collect()
    assert (row.order_id, row.reasons) == (1002, ["status is known"])


def test_a_batch_that_breaks_a_rule_changes_nothing(
    spark: SparkSession, silver: str, rules: list[Rule]
) -> None:
    publish(spark, clean(spark), silver, rules)
    unknown = clean(spark).withColumns(
        {"order_id": F.col("order_id") + 100, "customer_id": F.lit(99)}
    )
    with pytest.raises(AuditFailed, match="the customer exists: 4 rows"):
        publish(spark, unknown, silver, rules)
    assert spark.table(silver).count() == 4


def test_a_batch_that_comes_twice_is_refused(
    spark: SparkSession, silver: str, rules: list[Rule]
) -> None:
    publish(spark, clean(spark), silver, rules)
    with pytest.raises(AuditFailed, match="one row per order in all: 4 keys"):
        publish(spark, clean(spark), silver, rules)
    assert spark.table(silver).count() == 4
    assert not spark.catalog.tableExists(f"{silver}_staged")


def test_the_next_night_is_added(spark: SparkSession, silver: str, rules: list[Rule]) -> None:
    publish(spark, clean(spark), silver, rules)
    tomorrow = clean(spark).withColumn("order_id", F.col("order_id") + 100)
    publish(spark, tomorrow, silver, rules)
    assert spark.table(silver).count() == 8
