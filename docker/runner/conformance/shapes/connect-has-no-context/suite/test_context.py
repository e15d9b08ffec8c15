import pyspark
import pytest
from pyspark.errors import PySparkAttributeError, PySparkNotImplementedError


def test_spark_context(spark):
    with pytest.raises(PySparkAttributeError, match="JVM_ATTRIBUTE_NOT_SUPPORTED"):
        spark.sparkContext


def test_rdd(spark):
    with pytest.raises(PySparkAttributeError):
        spark.range(3).rdd


def test_jvm(spark):
    with pytest.raises(PySparkAttributeError):
        spark._jvm


def test_to_df_of_an_rdd(spark):
    with pytest.raises((PySparkNotImplementedError, PySparkAttributeError)):
        spark.range(3).foreachPartition(lambda rows: None) or spark.sparkContext


def test_what_works(spark):
    assert spark.range(3).count() == 3
    assert spark.version == pyspark.__version__


def test_wrong(spark):
    assert spark.range(3).count() == 2
