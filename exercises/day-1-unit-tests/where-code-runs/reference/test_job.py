"""Hidden tests: the job on a driver and two executors, each a process of its own."""

from decimal import Decimal

import job
import pytest
from lakeproof.testing import cluster
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

SALT = "pepper"
ADA = "80950039f0de2900"


@pytest.fixture(scope="session")
def spark():
    spark = SparkSession.builder.getOrCreate()
    job.prepare(spark)
    return spark


@pytest.fixture
def payments(spark):
    rows = [("p1", Decimal("10.00"), "CHF"), ("p2", Decimal("5000.00"), "JPY"), ("p3", None, "EUR")]
    return spark.createDataFrame(rows, "id string, amount decimal(12,2), currency string").repartition(2)


@pytest.fixture
def lines(spark):
    rows = [("1;paid;10",), ("2;paid",), (None,), ("3;open;7",), ("no fields",), ("4;paid;1",)]
    return spark.createDataFrame(rows, "line string").repartition(3)


def tasks(spark):
    """Tasks that executors have done until now."""
    return sum(executor.tasks for executor in cluster.executors(spark))


def test_amounts_are_converted_on_the_executors(spark, payments):
    before = tasks(spark)
    rows = {row.id: row.amount_eur for row in job.in_euros(payments).collect()}
    assert rows == {"p1": Decimal("10.50"), "p2": Decimal("30.50"), "p3": None}
    assert tasks(spark) > before


def test_amounts_are_not_converted_before_anybody_asks(spark, payments):
    job.in_euros(payments)  # the first call may have to wait for the executors
    before = tasks(spark)
    job.in_euros(payments)
    assert tasks(spark) == before


def test_emails_are_masked(spark):
    customers = spark.createDataFrame([(1, " Ada@Nimbus.example "), (2, None)], "id int, email string")
    masked = job.Masker(SALT).apply(customers.repartition(2))
    assert {row.id: row.email for row in masked.collect()} == {1: ADA, 2: None}


def test_two_maskers_keep_their_salts(spark):
    customers = spark.createDataFrame([("ada@nimbus.example",)], "email string")
    one, other = job.Masker(SALT).apply(customers), job.Masker("other").apply(customers)
    assert one.first().email == ADA
    assert other.first().email != ADA


def test_the_masker_still_has_its_lock():
    with job.Masker(SALT).lock:
        pass


def test_the_region_is_the_drivers(spark, monkeypatch):
    monkeypatch.setenv("NIMBUS_REGION", "eu-central")
    orders = spark.range(4, numPartitions=2)
    assert {row.region for row in job.with_region(orders).collect()} == {"eu-central"}


def test_the_region_is_read_at_each_call(spark, monkeypatch):
    monkeypatch.setenv("NIMBUS_REGION", "ap-south")
    assert job.with_region(spark.range(1)).first().region == "ap-south"
    monkeypatch.delenv("NIMBUS_REGION")
    assert job.with_region(spark.range(1)).first().region is None


def test_valid_lines_are_kept(lines):
    valid, _ = job.split_lines(lines)
    assert sorted(row.line for row in valid.collect()) == ["1;paid;10", "3;open;7", "4;paid;1"]


def test_rejected_lines_are_counted_once(lines):
    _, rejected = job.split_lines(lines)
    assert rejected == 3


def test_a_second_call_counts_anew(lines):
    job.split_lines(lines)
    _, rejected = job.split_lines(lines)
    assert rejected == 3


def test_no_line_is_no_reason_to_fail(lines):
    valid, rejected = job.split_lines(lines.where(F.lit(False)))
    assert (valid.count(), rejected) == (0, 0)


def test_work_that_is_done_again_is_not_counted_again(spark, lines):
    # What an executor had shuffled is lost with it: the tasks that made it run once more.
    shuffled = lines.repartition(4).persist()
    assert shuffled.count() == 6
    lost = cluster.executors(spark)[0]
    cluster.kill(lost)
    cluster.wait_until(lambda: lost.id not in {executor.id for executor in cluster.executors(spark)}, 60)
    valid, rejected = job.split_lines(shuffled)
    assert (valid.count(), rejected) == (3, 3)
