import pytest
from py4j.protocol import Py4JJavaError
from pyspark.errors import (
    AnalysisException,
    ArithmeticException,
    NumberFormatException,
    ParseException,
    PySparkException,
    PySparkTypeError,
    PySparkValueError,
    SparkRuntimeException,
)
from pyspark.sql import functions as F


def test_parse_error(spark):
    with pytest.raises(ParseException, match="PARSE_SYNTAX_ERROR"):
        spark.sql("SELEC 1")


def test_parse_error_is_shown(spark):
    spark.sql("SELECT FROM WHERE")


def test_unresolved_column(spark):
    with pytest.raises(AnalysisException) as caught:
        spark.range(1).select("nope")
    assert caught.value.getCondition() == "UNRESOLVED_COLUMN.WITH_SUGGESTION"
    assert caught.value.getSqlState() == "42703"
    assert caught.value.getMessageParameters()["proposal"] == "`id`"


def test_type_mismatch(spark):
    spark.range(1).select(F.col("id") + F.array(F.lit(1)))


def test_cast(spark):
    with pytest.raises(NumberFormatException, match="CAST_INVALID_INPUT"):
        spark.sql("SELECT CAST('x' AS INT)").collect()


def test_cast_is_shown(spark):
    spark.createDataFrame([("12",), ("x",)], "n string").select(F.col("n").cast("int")).collect()


def test_overflow(spark):
    with pytest.raises(ArithmeticException, match="ARITHMETIC_OVERFLOW"):
        spark.sql("SELECT 2147483647 + 1").collect()


def test_division(spark):
    spark.range(1).select(F.lit(1) / F.col("id")).collect()


def test_raise_error(spark):
    spark.range(1).select(F.raise_error("no such shop")).collect()


def test_assert_true(spark):
    with pytest.raises(SparkRuntimeException, match="negative"):
        spark.range(1).select(F.assert_true(F.col("id") > 0, "negative")).collect()


def test_array_index(spark):
    spark.sql("SELECT array(1, 2)[5]").collect()


def test_map_key(spark):
    assert spark.sql("SELECT map('a', 1)['b'] AS x").first().x is None


def test_subquery_with_two_rows(spark):
    spark.sql("SELECT (SELECT id FROM range(2))").collect()


def test_file_that_is_not_there(spark, tmp_path):
    with pytest.raises(AnalysisException, match="PATH_NOT_FOUND"):
        spark.read.parquet(str(tmp_path / "nothing"))


def test_folder_that_is_there_already(spark, tmp_path):
    spark.range(1).write.parquet(str(tmp_path / "out"))
    with pytest.raises(AnalysisException, match="PATH_ALREADY_EXISTS"):
        spark.range(1).write.parquet(str(tmp_path / "out"))


def test_malformed_records(spark, tmp_path):
    (tmp_path / "rows.json").write_text('{"a": 1}\n{"a": \n')
    with pytest.raises(PySparkException, match="MALFORMED_RECORD"):
        spark.read.schema("a int").option("mode", "FAILFAST").json(str(tmp_path / "rows.json")).collect()


def test_wrong_type_of_row(spark):
    with pytest.raises(PySparkTypeError, match="FIELD_DATA_TYPE_UNACCEPTABLE"):
        spark.createDataFrame([("1",)], "n int")


def test_null_where_none_may_be(spark):
    from pyspark.sql.types import LongType, StructField, StructType

    with pytest.raises(PySparkValueError, match="FIELD_NOT_NULLABLE"):
        spark.createDataFrame([(None,)], StructType([StructField("n", LongType(), False)]))


def test_too_few_values(spark):
    spark.createDataFrame([(1,)], "a int, b int")


def test_nothing_to_infer_from(spark):
    spark.createDataFrame([], ["a"])


def test_only_none_to_infer_from(spark):
    spark.createDataFrame([(None,)], ["a"])


def test_column_in_a_condition(spark):
    if spark.range(1).id == 1:
        pass


def test_and_instead_of_ampersand(spark):
    frame = spark.range(3)
    frame.where(frame.id > 0 and frame.id < 2)


def test_not_a_column(spark):
    spark.range(1).withColumn("a", 1)


def test_union_of_other_widths(spark):
    spark.range(1).union(spark.range(1).withColumn("b", F.lit(1)))


def test_duplicate_columns(spark, tmp_path):
    spark.range(1).select("id", "id").write.parquet(str(tmp_path / "out"))


def test_java_error(spark):
    with pytest.raises(Py4JJavaError):
        spark._jvm.java.lang.Integer.parseInt("x")


def test_python_error_in_a_task(spark):
    spark.sparkContext.parallelize([1, 2], 2).map(lambda n: {}[n]).collect()


def test_lambda_that_cannot_be_pickled(spark):
    frame = spark.range(1)
    spark.sparkContext.parallelize([1]).map(lambda n: frame.count()).collect()


def test_wrong(spark):
    with pytest.raises(AnalysisException):
        spark.range(1).collect()
