import datetime as dt
from array import array
from decimal import Decimal

import pytest
from pyspark.sql import Row
from pyspark.sql.types import (
    ArrayType,
    BinaryType,
    DayTimeIntervalType,
    IntegerType,
    LongType,
    MapType,
    StringType,
    StructField,
    StructType,
    VariantVal,
)

VALUES = {
    "boolean": True,
    "tinyint": 1,
    "smallint": 2,
    "int": 3,
    "bigint": 2**40,
    "float": 1.5,
    "double": 0.1,
    "decimal(20,4)": Decimal("1234567890123456.7891"),
    "string": "größer",
    "char(3)": "a",
    "varchar(5)": "abc",
    "binary": bytearray(b"\x00\xff"),
    "date": dt.date(1582, 10, 15),
    "timestamp": dt.datetime(2026, 3, 29, 2, 30, 0, 123456),
    "timestamp_ntz": dt.datetime(2026, 3, 29, 2, 30),
    "interval day to second": dt.timedelta(days=1, microseconds=7),
    "array<int>": [1, None, 3],
    "map<string,int>": {"a": 1, "b": None},
    "struct<a:int,b:struct<c:string>>": Row(a=1, b=Row(c=None)),
}


@pytest.mark.parametrize("kind", VALUES)
def test_there_and_back(spark, kind):
    frame = spark.createDataFrame([(VALUES[kind],), (None,)], f"x {kind}")
    values = [row.x for row in frame.collect()]
    assert sorted(map(str, values)) == sorted(map(str, [VALUES[kind], None]))


@pytest.mark.parametrize(
    ("value", "kind"),
    [(1.5, "int"), ("1", "int"), (300, "tinyint"), (1, "string"), (1, "double"), (Decimal("1.55"), "decimal(3,1)"), (True, "int"), ("x", "date")],
)
def test_other_types(spark, value, kind):
    assert spark.createDataFrame([(value,)], f"x {kind}").first().x == value


def test_without_check(spark):
    assert spark.createDataFrame([(1,)], "x double", verifySchema=False).first().x is None


def test_dicts(spark):
    frame = spark.createDataFrame([{"b": 1, "a": "x"}, {"a": "y"}])
    assert frame.columns == ["a", "b"]
    assert sorted(map(tuple, frame.collect()), key=str) == [("x", 1), ("y", None)]


def test_rows_by_name(spark):
    assert spark.createDataFrame([Row(b=1, a=2)]).columns == ["b", "a"]


def test_inferred_types(spark):
    row = (1, 1.0, "a", True, None, dt.date(2026, 1, 1), Decimal("1.10"), [1], {"a": 1.0}, b"x")
    frame = spark.createDataFrame([row, row[:4] + ("late",) + row[5:]], list("abcdefghij"))
    assert frame.schema.simpleString() == (
        "struct<a:bigint,b:double,c:string,d:boolean,e:string,f:date,g:decimal(38,18),h:array<bigint>,i:map<string,double>,j:binary>"
    )


def test_inference_takes_no_side(spark):
    spark.createDataFrame([(1,), ("a",)], ["x"])


def test_scalars(spark):
    assert sorted(row.value for row in spark.createDataFrame([3, 1, 2], "int").collect()) == [1, 2, 3]
    assert spark.createDataFrame(["a"], StringType()).first().value == "a"


def test_generator_and_tuple(spark):
    assert spark.createDataFrame(((n,) for n in range(3)), "n int").count() == 3
    assert spark.createDataFrame(((1,), (2,)), ["n"]).count() == 2


def test_no_rows(spark):
    frame = spark.createDataFrame([], "a int, b string")
    assert frame.count() == 0 and frame.schema.simpleString() == "struct<a:int,b:string>"


def test_schema_object(spark):
    schema = StructType([StructField("id", LongType(), False), StructField("tags", ArrayType(StringType())), StructField("more", MapType(StringType(), IntegerType()))])
    frame = spark.createDataFrame([(1, ["a"], {"n": 1})], schema)
    assert frame.schema == schema
    assert frame.first() == Row(id=1, tags=["a"], more={"n": 1})


def test_order_of_rows_is_that_of_the_list(spark):
    assert [row.n for row in spark.createDataFrame([(n,) for n in (5, 3, 9, 1)], "n int").collect()] == [5, 3, 9, 1]


def test_many_rows(spark):
    assert spark.createDataFrame([(n,) for n in range(5000)], "n int").groupBy().sum("n").first()[0] == sum(range(5000))


def test_wide_rows(spark):
    names = [f"c{n}" for n in range(300)]
    assert spark.createDataFrame([tuple(range(300))], names).first()["c299"] == 299


def test_nan_and_infinity(spark):
    frame = spark.createDataFrame([(float("nan"),), (float("inf"),)], "x double")
    assert frame.where("isnan(x)").count() == 1 and frame.where("x = double('infinity')").count() == 1


def test_arrays_of_the_standard_library(spark):
    assert spark.createDataFrame([(array("i", [1, 2]),)], ["x"]).first().x == [1, 2]


def test_bytes(spark):
    assert spark.createDataFrame([(b"ab",)], StructType([StructField("x", BinaryType())])).first().x == b"ab"


def test_intervals(spark):
    assert spark.createDataFrame([(dt.timedelta(hours=2),)], StructType([StructField("x", DayTimeIntervalType())])).first().x == dt.timedelta(hours=2)


def test_variant(spark):
    found = spark.sql("""SELECT parse_json('{"a": 1}') AS v""").first().v
    assert isinstance(found, VariantVal) and found.toPython() == {"a": 1}


def test_aware_times(spark):
    at = dt.datetime(2026, 1, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    assert spark.createDataFrame([(at,)], "x timestamp").first().x == dt.datetime(2026, 1, 1, 7)


def test_samples(spark):
    assert spark.createDataFrame([(None,), (1,)], ["x"], samplingRatio=1.0).schema.simpleString() == "struct<x:bigint>"


def test_wrong(spark):
    assert spark.createDataFrame([(1, None)], "a int, b int").first() == Row(a=1, b=0)
