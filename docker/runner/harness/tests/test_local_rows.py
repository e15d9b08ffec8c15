"""Local rows without Python workers must be what stock PySpark makes of them."""

import os
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from pyspark.ml.linalg import DenseVector, SparseVector, VectorUDT
from pyspark.sql import Row, SparkSession
from pyspark.sql import types as t

from lakeproof_harness.child import local_rows

COLUMNS = {
    "boolean": (t.BooleanType(), [True, False]),
    "byte": (t.ByteType(), [-128, 127]),
    "short": (t.ShortType(), [-32768, 32767]),
    "integer": (t.IntegerType(), [-(2**31), 2**31 - 1]),
    "long": (t.LongType(), [-(2**63), 2**63 - 1]),
    "float": (t.FloatType(), [1.5, float("-inf")]),
    "double": (t.DoubleType(), [0.1, float("nan")]),
    "decimal": (t.DecimalType(12, 2), [Decimal("1.20"), Decimal("-9999999999.99")]),
    "wide decimal": (t.DecimalType(38, 18), [Decimal("1e-18"), Decimal(10**19)]),
    "string": (t.StringType(), ["", "é🦊\n\x00"]),
    "binary": (t.BinaryType(), [b"", bytearray(b"\x00\xff")]),
    "date": (t.DateType(), [date(1, 1, 1), date(9999, 12, 31)]),
    "timestamp": (
        t.TimestampType(),
        [datetime(1969, 12, 31, 23, 59, 59, 999999), datetime(2024, 3, 31, 2, 30)],
    ),
    "timestamp_ntz": (t.TimestampNTZType(), [datetime(1600, 1, 1), datetime(2024, 3, 31, 2, 30)]),
    "interval": (t.DayTimeIntervalType(), [timedelta(days=-1, microseconds=1), timedelta(0)]),
    "null": (t.NullType(), [None, None]),
    "array": (t.ArrayType(t.IntegerType()), [[], [1, None]]),
    "map": (t.MapType(t.StringType(), t.DateType()), [{}, {"a": date(2024, 1, 1), "b": None}]),
    "struct": (
        t.StructType([t.StructField("a", t.IntegerType()), t.StructField("b", t.ArrayType(t.StringType()))]),
        [Row(a=1, b=["x"]), (None, None)],
    ),
    "nested": (
        t.ArrayType(t.MapType(t.StringType(), t.StructType([t.StructField("d", t.DecimalType(5, 1))]))),
        [[{"k": Row(d=Decimal("1.5"))}], [None]],
    ),
    "vector": (VectorUDT(), [DenseVector([1.0, 2.0]), SparseVector(3, {1: 4.0})]),
}


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    # Without a network the machine's own name has no address.
    os.environ.update(SPARK_LOCAL_HOSTNAME="localhost", SPARK_LOCAL_IP="127.0.0.1")
    folder = tmp_path_factory.mktemp("spark")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    # Rows go the old way, as they do for a learner's list of tuples, not by Arrow.
    builder = builder.config("spark.sql.execution.arrow.pyspark.enabled", "false")
    session = builder.config("spark.local.dir", str(folder)).getOrCreate()
    yield session
    session.stop()


def look(spark, rows, schema):
    """All that can be seen of a frame: rows with their types, schema, layout."""
    frame = spark.createDataFrame(rows, schema)
    collected = frame.collect()
    return (
        repr([row.asDict(recursive=True) for row in collected]),
        [[type(value) for value in row] for row in collected],
        frame.schema.jsonValue(),
        [len(part) for part in frame.rdd.glom().collect()],
        frame.count(),
        repr(frame.selectExpr("hash(*)").collect()) if "map<" not in frame.schema.simpleString() else "",
    )


def both(spark, monkeypatch, rows, schema):
    stock = look(spark, rows, schema)
    monkeypatch.setattr(SparkSession, "_createFromLocal", SparkSession._createFromLocal)
    local_rows.skip_python_workers()
    return stock, look(spark, rows, schema)


@pytest.mark.parametrize("name", COLUMNS)
def test_values_and_types_are_those_of_stock(spark, monkeypatch, name):
    kind, values = COLUMNS[name]
    schema = t.StructType([t.StructField("n", t.IntegerType()), t.StructField("value", kind)])
    rows = [(n, value) for n, value in enumerate([*values, None])]

    stock, ours = both(spark, monkeypatch, rows, schema)
    assert ours == stock


ROWS = {
    "tuples and names": ([(1, "a"), (2, None)], ["id", "name"]),
    "tuples and a sentence": ([(1, "a"), (2, None)], "id int, name string"),
    "rows": ([Row(id=1, name="a"), Row(id=2, name="b")], None),
    "dictionaries": ([{"id": 1, "name": "a"}, {"id": 2, "name": None}], None),
    "scalars": ([1, 2, None], t.IntegerType()),
    "nothing": ([], "id int"),
    "many": ([(n, str(n)) for n in range(5000)], ["id", "name"]),
    "inferred": ([(1, 1.5, True, date(2024, 1, 1), [1], {"a": 1}, Row(x=1), Decimal("1.5"), b"x")], None),
}


@pytest.mark.parametrize("name", ROWS)
def test_ways_to_give_rows_are_those_of_stock(spark, monkeypatch, name):
    stock, ours = both(spark, monkeypatch, *ROWS[name])
    assert ours == stock


@pytest.mark.parametrize(
    "rows, schema",
    [([("x",)], "id int"), ([(None,)], t.StructType([t.StructField("a", t.IntegerType(), False)]))],
)
def test_refuses_what_stock_refuses(spark, monkeypatch, rows, schema):
    with pytest.raises(Exception) as stock:
        look(spark, rows, schema)
    monkeypatch.setattr(SparkSession, "_createFromLocal", SparkSession._createFromLocal)
    local_rows.skip_python_workers()
    with pytest.raises(type(stock.value)) as ours:
        look(spark, rows, schema)
    assert str(ours.value) == str(stock.value)


def test_no_python_worker_is_used(spark, monkeypatch):
    def layers():
        return spark.createDataFrame([(1,)], ["id"])._jdf.queryExecution().toRdd().toDebugString()

    assert "PythonRDD[" in layers()
    monkeypatch.setattr(SparkSession, "_createFromLocal", SparkSession._createFromLocal)
    local_rows.skip_python_workers()
    assert "PythonRDD[" not in layers()
