import pandas as pd
import pyspark.pandas as ps
import pytest
from pyspark.errors import PySparkAssertionError
from pyspark.sql import Row
from pyspark.sql import functions as F
from pyspark.testing import assertDataFrameEqual, assertSchemaEqual


@pytest.fixture
def frame(spark):
    return spark.createDataFrame([(1, 1.0), (2, None)], "id int, amount double")


def test_any_order(frame):
    assertDataFrameEqual(frame, frame.orderBy(F.desc("id")))


def test_order_asked_for(frame):
    assertDataFrameEqual(frame, frame.orderBy(F.desc("id")), checkRowOrder=True)


def test_rows(frame):
    assertDataFrameEqual(frame, [Row(id=1, amount=1.0), Row(id=2, amount=None)])


def test_rows_differ(frame):
    assertDataFrameEqual(frame, [Row(id=1, amount=1.0), Row(id=2, amount=3.0)])


def test_tolerance(frame):
    assertDataFrameEqual(frame, frame.withColumn("amount", F.col("amount") + 1e-4), rtol=1e-3)


def test_too_far(frame):
    assertDataFrameEqual(frame, frame.withColumn("amount", F.col("amount") + 1e-2), rtol=1e-3)


def test_types_differ(frame):
    assertDataFrameEqual(frame, frame.withColumn("id", F.col("id").cast("long")))


def test_nullability_is_ignored(frame):
    assertDataFrameEqual(frame, frame.withColumn("id", F.coalesce("id", F.lit(0))))


def test_nullability_asked_for(frame):
    assertDataFrameEqual(frame, frame.withColumn("id", F.coalesce("id", F.lit(0))), ignoreNullable=False)


def test_missing_row(frame):
    with pytest.raises(PySparkAssertionError, match="DIFFERENT_ROWS"):
        assertDataFrameEqual(frame, frame.limit(1))


def test_duplicates_count(frame):
    assertDataFrameEqual(frame.union(frame), frame)


def test_column_order(frame):
    assertDataFrameEqual(frame, frame.select("amount", "id"), ignoreColumnOrder=True)


def test_column_names(frame):
    assertDataFrameEqual(frame, frame.toDF("ID", "Amount"), ignoreColumnName=True, ignoreColumnType=True)


def test_schemas(frame):
    assertSchemaEqual(frame.schema, frame.select("id", "amount").schema)


def test_schemas_differ(frame):
    assertSchemaEqual(frame.schema, frame.select("id").schema)


def test_pandas(frame):
    assertDataFrameEqual(frame.toPandas(), pd.DataFrame({"id": pd.Series([1, 2], dtype="int32"), "amount": [1.0, None]}))


def test_pandas_on_spark(spark):
    assertDataFrameEqual(ps.DataFrame({"a": [1, 2]}), ps.DataFrame({"a": [1, 2]}))


def test_pandas_on_spark_differs(spark):
    assertDataFrameEqual(ps.DataFrame({"a": [1, 2]}), ps.DataFrame({"a": [1, 3]}))


def test_not_a_frame(frame):
    assertDataFrameEqual(frame, "rows")


def test_maps_and_arrays(spark):
    left = spark.sql("SELECT map('a', 1) AS m, array(1, NULL) AS a, struct(1 AS x) AS s")
    assertDataFrameEqual(left, left.select("*"))
