"""Hidden tests: what the processes of the application say of themselves."""

import os
from pathlib import Path

import members
import pytest
from lakeproof.testing import cluster
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

REGION = "eu-central-7"
BEFORE = os.environ.get("NIMBUS_REGION")


@pytest.fixture(scope="module")
def spark():
    session = members.configure(SparkSession.builder, REGION).getOrCreate()
    run_somewhere(session)
    return session


def run_somewhere(session):
    """Both executors are there once each has done something."""
    session.range(8, numPartitions=8).selectExpr("sum(id)").collect()
    cluster.wait_until(lambda: len(cluster.executors(session)) == 2, 60)


def command_lines(session):
    """Of each executor that is alive: the words it was started with."""
    pids = [cluster.process_of(executor) for executor in cluster.executors(session)]
    return [Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0") for pid in pids]


def regions(session):
    region = F.udf(lambda _: os.environ.get("NIMBUS_REGION"), "string")
    return {row[0] for row in session.range(8, numPartitions=8).select(region("id")).collect()}


def shuffle_partitions(session):
    """As they are planned: adaptive execution would merge the small ones of a few rows."""
    session.conf.set("spark.sql.adaptive.enabled", "false")
    try:
        return session.range(10).groupBy(F.col("id") % 5).count().rdd.getNumPartitions()
    finally:
        session.conf.unset("spark.sql.adaptive.enabled")


def role_of_driver(session):
    return session._jvm.java.lang.System.getProperty("nimbus.role")


def test_heap_of_executors(spark):
    assert [("-Xmx480M" in words) for words in command_lines(spark)] == [True, True]


def test_role_of_executors(spark):
    assert [("-Dnimbus.role=executor" in words) for words in command_lines(spark)] == [True, True]


def test_role_of_the_driver(spark):
    assert role_of_driver(spark) == "driver"


def test_region_on_executors(spark):
    assert regions(spark) == {REGION}


@pytest.mark.usefixtures("spark")
def test_environment_of_the_driver_stays():
    assert os.environ.get("NIMBUS_REGION") == BEFORE


def test_session(spark):
    assert spark.conf.get("spark.sql.session.timeZone") == "Europe/Berlin"
    assert shuffle_partitions(spark) == 6


def test_tune_sets_what_can_be_set(spark):
    assert members.tune(spark, {"spark.sql.shuffle.partitions": "3"}) == []
    assert shuffle_partitions(spark) == 3
    members.tune(spark, {"spark.sql.shuffle.partitions": "6"})


LATE = {
    "spark.executor.memory": "500m",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.warehouse.dir": "/tmp/elsewhere",
    "spark.executorEnv.NIMBUS_REGION": "nowhere",
}


@pytest.fixture
def tuned(spark):
    too_late = members.tune(spark, LATE)
    yield too_late
    spark.conf.set("spark.sql.session.timeZone", "Europe/Berlin")


def test_tune_names_what_is_too_late(spark, tuned):
    assert tuned == ["spark.executor.memory", "spark.executorEnv.NIMBUS_REGION", "spark.sql.warehouse.dir"]
    assert spark.conf.get("spark.sql.session.timeZone") == "UTC"


@pytest.mark.usefixtures("tuned")
def test_tune_does_not_pretend(spark):
    assert spark.conf.get("spark.executor.memory", None) != "500m"
    assert spark.conf.get("spark.executorEnv.NIMBUS_REGION", None) != "nowhere"


@pytest.fixture(scope="module")
def smaller(spark):
    session = members.with_heap(spark, "460m")
    run_somewhere(session)
    return session


def test_another_heap(smaller):
    assert [("-Xmx460M" in words) for words in command_lines(smaller)] == [True, True]


def test_another_heap_changes_nothing_else(smaller):
    assert [("-Dnimbus.role=executor" in words) for words in command_lines(smaller)] == [True, True]
    assert regions(smaller) == {REGION}
    assert smaller.conf.get("spark.sql.session.timeZone") == "Europe/Berlin"
    assert shuffle_partitions(smaller) == 6
