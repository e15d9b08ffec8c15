import pytest
from chispa import assert_approx_df_equality, assert_column_equality, assert_df_equality
from chispa.dataframe_comparer import DataFramesNotEqualError
from chispa.schema_comparer import SchemasNotEqualError, assert_schema_equality
from pyspark.sql import functions as F


@pytest.fixture
def frame(spark):
    return spark.createDataFrame([(1, "a", 1.0), (2, None, 2.0)], "id int, name string, amount double")


def test_equal(frame):
    assert_df_equality(frame, frame.select("*"))


def test_other_order(frame):
    assert_df_equality(frame, frame.orderBy(F.desc("id")), ignore_row_order=True)


def test_other_order_matters(frame):
    assert_df_equality(frame, frame.orderBy(F.desc("id")))


def test_other_columns(frame):
    assert_df_equality(frame, frame.select("name", "id", "amount"), ignore_column_order=True)


def test_nullability(spark, frame):
    with pytest.raises(SchemasNotEqualError):
        assert_df_equality(frame, frame.withColumn("id", F.coalesce("id", F.lit(0))))
    assert_df_equality(frame, frame.withColumn("id", F.coalesce("id", F.lit(0))), ignore_nullable=True)


def test_approximately(frame):
    assert_approx_df_equality(frame, frame.withColumn("amount", F.col("amount") + 0.01), 0.1)


def test_not_approximately(frame):
    assert_approx_df_equality(frame, frame.withColumn("amount", F.col("amount") + 1), 0.1)


def test_columns(frame):
    assert_column_equality(frame.withColumn("other", F.col("name")), "name", "other")


def test_columns_differ(frame):
    assert_column_equality(frame.withColumn("other", F.upper("name")), "name", "other")


def test_schemas(frame):
    assert_schema_equality(frame.schema, frame.select("id", "name").schema)


def test_raises(frame):
    with pytest.raises(DataFramesNotEqualError, match="a"):
        assert_df_equality(frame, frame.withColumn("name", F.lit("b")), ignore_nullable=True)
