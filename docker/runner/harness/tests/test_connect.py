"""Engine connect: suites on Spark Connect sessions of the warm JVM."""

import textwrap

PIPELINE = """
from pyspark.sql import functions as F
from pyspark.sql.types import StringType

def shout(text):
    return text.upper() + MARK
shout_udf = F.udf(shout, StringType())
MARK = "!"
"""
TESTS = """
import pytest
from pyspark.sql import SparkSession
from pipeline import shout_udf

def test_is_connect(spark):
    assert type(spark).__module__ == "pyspark.sql.connect.session"

def test_udf_of_the_code_under_test(spark):
    assert spark.createDataFrame([("a",)], ["t"]).select(shout_udf("t").alias("u")).first().u == "A!"

def test_catalog_is_its_own(spark):
    assert spark.sql("show tables").count() == 0
    spark.range(3).write.saveAsTable("kept")
    spark.sql("create database bronze")
    assert spark.table("kept").count() == 3

def test_builder_with_a_master_and_an_address():
    spark = SparkSession.builder.master("local[4]").remote("sc://elsewhere").appName("mine").getOrCreate()
    assert spark.range(2).count() == 2

def test_stop_and_another(spark):
    spark.stop()
    again = SparkSession.builder.config("spark.sql.shuffle.partitions", "3").getOrCreate()
    assert again.conf.get("spark.sql.shuffle.partitions") == "3"
    assert again.table("kept").count() == 3

def test_no_context(spark):
    SparkSession.builder.getOrCreate().sparkContext

def test_no_rdd():
    SparkSession.builder.getOrCreate().range(1).rdd

def test_no_java_column():
    SparkSession.builder.getOrCreate().range(1).id._jc
"""


def suite(tests, pipeline=PIPELINE):
    return {
        "reference/pipeline.py": textwrap.dedent(pipeline),
        "submission/test_it.py": textwrap.dedent(tests),
    }


def test_suites_run_on_sessions_of_their_own(sandbox):
    files = suite(TESTS)
    files["variants/1/pipeline.py"] = PIPELINE.replace('MARK = "!"', 'MARK = "?"')
    events = sandbox.run(files, [{}, {}, {"spark.sql.ansi.enabled": "false"}], engine="connect")

    assert [events.end(n)[0] for n in range(3)] == ["finished"] * 3
    failing = dict.fromkeys(["test_no_context", "test_no_rdd", "test_no_java_column"], "failed")
    passing = dict.fromkeys(
        [
            "test_is_connect",
            "test_udf_of_the_code_under_test",
            "test_catalog_is_its_own",
            "test_builder_with_a_master_and_an_address",
            "test_stop_and_another",
        ],
        "passed",
    )
    assert events.outcomes(0) == events.outcomes(2) == passing | failing
    assert events.outcomes(1) == passing | failing | {"test_udf_of_the_code_under_test": "failed"}
    assert "createDataFrame" in events.messages(0)["test_no_context"]
    assert "mapInPandas" in events.messages(0)["test_no_rdd"]
    assert "functions of pyspark.sql" in events.messages(0)["test_no_java_column"]
    assert {note["detail"] for note in events.of("note", 0)} == {"spark.master", "spark.remote"}


def test_what_a_suite_leaves_running_ends_with_it(sandbox):
    tests = """
    import time
    def test_stream(spark):
        query = spark.readStream.format("rate").load().writeStream.format("memory").queryName("left").start()
        assert query.isActive
        spark.range(10).cache().count()
        spark.range(3).createGlobalTempView("left")
    def test_hangs(spark):
        if HANG:
            from pyspark.sql import functions as F
            from pyspark.sql.types import LongType
            wait = F.udf(lambda n: time.sleep(600) or n, LongType())
            spark.range(2).select(wait("id")).collect()
    from pipeline import HANG
    """
    files = suite(tests, "HANG = False")
    files["variants/1/pipeline.py"] = "HANG = True"
    events = sandbox.run(files, [{}, {}, {}, {}], engine="connect", variantSeconds=40)

    assert [events.end(n)[0] for n in range(4)] == ["finished", "timeout", "finished", "finished"]
    assert events.outcomes(3) == {"test_stream": "passed", "test_hangs": "passed"}
    assert "the JVM is replaced" not in "\n".join(sandbox.log)
