import pandas as pd
import pytest
from helper import RATES, to_eur
from pyspark.errors import PythonException
from pyspark.sql import Row
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, DoubleType, IntegerType, StringType, StructField, StructType


@pytest.fixture
def payments(spark):
    return spark.createDataFrame([(1, 10.0, "EUR"), (2, 20.0, "USD"), (3, None, "EUR")], "id int, amount double, currency string")


def test_udf_of_a_module(payments):
    converted = F.udf(lambda amount, currency: None if amount is None else to_eur(amount, currency), DoubleType())
    found = payments.select(converted("amount", "currency").alias("eur")).orderBy("id").collect()
    assert [row.eur for row in found] == [10.0, 18.0, None]


def test_none_gets_in(payments):
    payments.select(F.udf(to_eur, DoubleType())("amount", "currency")).collect()


def test_unknown_key(payments):
    with pytest.raises(PythonException, match="KeyError"):
        payments.select(F.udf(to_eur, DoubleType())(F.lit(1.0), F.lit("GBP"))).collect()


def test_decorator(payments):
    @F.udf("string")
    def shout(text):
        return text.upper() + "!"

    assert payments.select(shout("currency")).first()[0] == "EUR!"


def test_wrong_type_becomes_null(payments):
    lengths = F.udf(lambda text: "3", IntegerType())
    assert payments.select(lengths("currency")).first()[0] is None


def test_no_type_is_string(payments):
    assert payments.select(F.udf(lambda n: n + 1)("id")).first()[0] == "2"


def test_struct_and_array(payments):
    schema = StructType([StructField("low", StringType()), StructField("letters", ArrayType(StringType()))])
    split = F.udf(lambda text: (text.lower(), list(text)), schema)
    assert payments.select(split("currency").alias("s")).first().s == Row(low="eur", letters=["E", "U", "R"])


def test_closure_is_taken_when_it_is_used(payments):
    factor = 2
    times = F.udf(lambda n: n * factor, IntegerType())
    frame = payments.select(times("id").alias("n")).orderBy("n")
    factor = 3
    assert [row.n for row in frame.collect()] == [2, 4, 6]


def test_module_changed_on_the_driver(payments, monkeypatch):
    monkeypatch.setitem(RATES, "USD", 0.5)
    converted = F.udf(lambda currency: RATES[currency], DoubleType())
    assert {row[0] for row in payments.select(converted("currency")).collect()} == {1.0, 0.5}


def test_pandas_udf(payments):
    @F.pandas_udf("double")
    def plus_one(amounts: pd.Series) -> pd.Series:
        return amounts + 1

    assert [row.n for row in payments.select(plus_one("amount").alias("n")).orderBy("id").collect()] == [11.0, 21.0, None]


def test_pandas_udf_aggregates(payments):
    @F.pandas_udf("double")
    def total(amounts: pd.Series) -> float:
        return float(amounts.sum())

    found = payments.groupBy("currency").agg(total("amount").alias("eur")).orderBy("currency").collect()
    assert [(row.currency, row.eur) for row in found] == [("EUR", 10.0), ("USD", 20.0)]


def test_apply_in_pandas(payments):
    first = payments.groupBy("currency").applyInPandas(lambda frame: frame.sort_values("id").head(1), payments.schema)
    assert sorted(row.id for row in first.collect()) == [1, 2]


def test_map_in_pandas(payments):
    def doubled(batches):
        for batch in batches:
            yield batch.assign(id=batch["id"] * 2)

    assert sorted(row.id for row in payments.mapInPandas(doubled, payments.schema).collect()) == [2, 4, 6]


def test_udf_sees_its_row_once(spark, payments):
    calls = spark.sparkContext.accumulator(0)

    def counted(n):
        calls.add(1)
        return n

    payments.select(F.udf(counted, IntegerType())("id")).collect()
    assert calls.value == 3


def test_udtf(spark):
    @F.udtf(returnType="n int")
    class Upto:
        def eval(self, last: int):
            for n in range(last):
                yield (n,)

    assert [row.n for row in Upto(F.lit(3)).collect()] == [0, 1, 2]


def test_message_of_a_udf_that_fails(payments):
    def broken(n):
        raise ValueError(f"no rate for {n}")

    payments.select(F.udf(broken, IntegerType())("id")).collect()


def test_wrong(payments):
    assert payments.select(F.udf(lambda n: n * 2, IntegerType())("id")).first()[0] == 3
