import pytest
from pyspark import SparkConf, SparkContext
from pyspark.sql import SparkSession, SQLContext


@pytest.fixture(scope="module")
def sc():
    conf = SparkConf().setMaster("local[2]").setAppName("context first")
    context = SparkContext.getOrCreate(conf)
    context.setLogLevel("WARN")
    return context


@pytest.fixture(scope="module")
def spark(sc):
    return SparkSession(sc)


def test_rdd(sc):
    assert sc.parallelize([1, 2, 3], 2).map(lambda n: n * n).sum() == 14


def test_session_shares_the_context(spark, sc):
    assert spark.sparkContext is sc
    assert SparkContext.getOrCreate() is sc


def test_one_context_only(sc):
    with pytest.raises(ValueError, match="Cannot run multiple SparkContexts at once"):
        SparkContext("local", "another")


def test_sql_context(sc):
    with pytest.warns(FutureWarning):
        sql = SQLContext.getOrCreate(sc)
    assert sql.range(3).count() == 3


def test_rdd_to_frame(sc, spark):
    frame = sc.parallelize([("a", 1), ("b", 2)]).toDF(["key", "value"])
    assert frame.agg({"value": "sum"}).first()[0] == 3


def test_wrong(sc):
    assert sc.parallelize(range(4)).getNumPartitions() == 3


def test_error_in_a_function(sc):
    sc.parallelize([1, 0]).map(lambda n: 1 // n).collect()


def test_bad_log_level(sc):
    sc.setLogLevel("LOUD")
