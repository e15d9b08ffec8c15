from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest


@pytest.fixture
def frame(spark):
    return spark.createDataFrame(
        [(1, "a", date(2024, 1, 1), datetime(2024, 1, 1, 12), Decimal("1.10"), None)],
        "id int, name string, day date, at timestamp, amount decimal(10,2), nothing double",
    )


def test_to_pandas(frame):
    found = frame.toPandas()
    assert [str(kind) for kind in found.dtypes] == ["int32", "object", "object", "datetime64[ns]", "object", "float64"]


def test_to_pandas_by_arrow(spark, frame):
    spark.conf.set("spark.sql.execution.arrow.pyspark.enabled", "true")
    found = frame.toPandas()
    assert found.loc[0, "amount"] == Decimal("1.10") and found.loc[0, "day"] == date(2024, 1, 1)
    spark.conf.unset("spark.sql.execution.arrow.pyspark.enabled")


def test_nulls_make_floats(spark):
    found = spark.createDataFrame([(1,), (None,)], "n int").toPandas()
    assert str(found.dtypes["n"]) == "int32"


def test_from_pandas(spark):
    source = pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [1.5, np.nan], "d": pd.to_datetime(["2024-01-01", None])})
    frame = spark.createDataFrame(source)
    assert frame.dtypes == [("a", "bigint"), ("b", "string"), ("c", "double"), ("d", "timestamp")]
    assert [row.c for row in frame.collect()][0] == 1.5


def test_from_pandas_nan_or_null(spark):
    rows = spark.createDataFrame(pd.DataFrame({"c": [1.5, np.nan]})).where("c IS NULL").count()
    assert rows == 1


def test_from_numpy(spark):
    frame = spark.createDataFrame(np.array([[1, 2], [3, 4]]), ["a", "b"])
    assert [tuple(row) for row in frame.collect()] == [(1, 2), (3, 4)]


def test_from_arrow(spark):
    table = pa.table({"a": pa.array([1, None], pa.int32()), "b": pa.array(["x", "y"])})
    frame = spark.createDataFrame(table)
    assert frame.dtypes == [("a", "int"), ("b", "string")]
    assert frame.toArrow().num_rows == 2


def test_to_arrow_keeps_decimals(frame):
    assert frame.select("amount").toArrow().schema.field("amount").type == pa.decimal128(10, 2)


def test_from_pandas_with_schema(spark):
    spark.createDataFrame(pd.DataFrame({"a": ["x"]}), "a int").collect()


def test_mixed_objects(spark):
    spark.createDataFrame(pd.DataFrame({"a": [1, "x"]})).collect()


def test_empty_pandas(spark):
    with pytest.raises(Exception) as caught:
        spark.createDataFrame(pd.DataFrame())
    assert "infer" in str(caught.value) or "EMPTY" in str(caught.value)
