from decimal import Decimal

import pytest
from pyspark.errors import ArithmeticException, NumberFormatException
from pyspark.sql import functions as F


def value(spark, sql):
    return spark.sql(f"SELECT {sql} AS v").first().v


@pytest.mark.parametrize(
    "sql",
    [
        "CAST('1.005' AS DECIMAL(10,2))",
        "CAST(1.10 AS DECIMAL(10,2)) * CAST(3 AS DECIMAL(10,0))",
        "CAST(1 AS DECIMAL(10,2)) / 3",
        "1.1 + 2.2",
        "1.1D + 2.2D",
        "round(2.5, 0)",
        "bround(2.5, 0)",
        "round(-1.5D)",
        "CAST(1e40D AS DECIMAL(38,0))",
        "CAST(123456 AS DECIMAL(4,0))",
        "try_cast(123456 AS DECIMAL(4,0))",
        "sum(CAST(n AS DECIMAL(10,2))) FROM VALUES (1.5), (2.25) AS t(n) GROUP BY 1 = 1 HAVING true --",
        "2147483647 + 1",
        "CAST(2147483648L AS INT)",
        "CAST('12x' AS INT)",
        "CAST(' 12 ' AS INT)",
        "CAST('' AS INT)",
        "1 / 0",
        "1 / 0D",
        "try_divide(1, 0)",
        "5 % 0",
        "-7 % 3",
        "pmod(-7, 3)",
        "7 DIV 2",
        "CAST('NaN' AS DOUBLE) = CAST('NaN' AS DOUBLE)",
        "CAST(1.5 AS INT)",
        "CAST(true AS INT)",
        "abs(-9223372036854775808L)",
        "sqrt(-1)",
        "log(0)",
        "greatest(1, NULL, 3)",
        "1 = NULL",
        "1 <=> NULL",
        "CAST('1e3' AS DECIMAL(10,2))",
        "hex(255), 1",
        "element_at(array(1, 2), 5)",
        "array(1, 2)[5]",
        "map('a', 1)['b']",
        "element_at(map('a', 1), 'b')",
        "to_number('1,234.50', '9,999.99')",
        "avg(n) FROM VALUES (CAST(1 AS DECIMAL(5,2))), (CAST(2 AS DECIMAL(5,2))) AS t(n) --",
    ],
)
def test_expression(spark, sql):
    found = value(spark, sql)
    raise LookupError(f"{found!r}")


def test_overflow(spark):
    with pytest.raises(ArithmeticException, match="ARITHMETIC_OVERFLOW"):
        value(spark, "2147483647 + 1")


def test_bad_number(spark):
    with pytest.raises(NumberFormatException, match=r"\[CAST_INVALID_INPUT\].*'12x'"):
        value(spark, "CAST('12x' AS INT)")


def test_sum_of_floats(spark):
    frame = spark.createDataFrame([(0.1,), (0.2,), (0.3,)], ["n"])
    assert frame.agg(F.sum("n")).first()[0] == pytest.approx(0.6)


def test_decimal_type(spark):
    frame = spark.createDataFrame([(Decimal("1.50"),)], "a decimal(10,2)")
    assert dict(frame.select((F.col("a") * F.col("a")).alias("m"), (F.col("a") + 1).alias("p")).dtypes) == {
        "m": "decimal(21,4)",
        "p": "decimal(13,2)",
    }


def test_wrong(spark):
    assert value(spark, "CAST('1.005' AS DECIMAL(10,2))") == Decimal("1.00")
