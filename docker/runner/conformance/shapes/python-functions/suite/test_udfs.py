from typing import Iterator

import pandas as pd
import pytest
from pyspark.sql import Row
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, LongType, StringType, StructField, StructType
from shipping import cost_udf


@pytest.fixture
def parcels(spark):
    return spark.createDataFrame([(1, "a", 1.0), (2, "a", None), (3, "b", 3.0)], ["id", "shop", "weight"])


def test_udf_of_a_module(parcels):
    assert [row.c for row in parcels.select(cost_udf("weight").alias("c")).collect()] == [2.0, None, 6.0]


def test_udf_by_decorator(parcels):
    @F.udf("string")
    def shout(text):
        return text.upper()

    assert parcels.select(shout("shop").alias("s")).distinct().count() == 2


def test_udf_of_the_wrong_type(parcels):
    wrong = F.udf(lambda n: str(n), LongType())
    assert [row[0] for row in parcels.select(wrong("id")).collect()] == [None, None, None]


def test_udf_that_raises(parcels):
    parcels.select(F.udf(lambda w: w + 1, "double")("weight")).collect()


def test_udf_that_raises_is_told(parcels):
    from pyspark.errors import PythonException

    with pytest.raises(PythonException, match="unsupported operand"):
        parcels.select(F.udf(lambda w: w + 1, "double")("weight")).collect()


def test_udf_of_structs(spark):
    schema = StructType([StructField("first", StringType()), StructField("rest", ArrayType(StringType()))])
    split = F.udf(lambda text: (text.split()[0], text.split()[1:]), schema)
    found = spark.createDataFrame([("a b c",)], ["t"]).select(split("t").alias("s")).first().s
    assert found == Row(first="a", rest=["b", "c"])


def test_arrow_udf(parcels):
    plus = F.udf(lambda n: n + 1, "long", useArrow=True)
    assert [row[0] for row in parcels.select(plus("id")).collect()] == [2, 3, 4]


def test_registered_udf(spark, parcels):
    spark.udf.register("twice", lambda n: n * 2, "long")
    parcels.createOrReplaceTempView("parcels")
    assert spark.sql("SELECT sum(twice(id)) AS s FROM parcels").first().s == 12


def test_pandas_udf(parcels):
    @F.pandas_udf("double")
    def twice(weight: pd.Series) -> pd.Series:
        return weight * 2

    assert parcels.select(twice("weight").alias("t")).where("t > 4").count() == 1


def test_pandas_udf_that_aggregates(parcels):
    @F.pandas_udf("double")
    def mean(weight: pd.Series) -> float:
        return weight.mean()

    assert parcels.groupBy("shop").agg(mean("weight").alias("m")).orderBy("shop").first().m == 1.0


def test_pandas_udf_of_iterators(parcels):
    @F.pandas_udf("long")
    def plus(batches: Iterator[pd.Series]) -> Iterator[pd.Series]:
        for batch in batches:
            yield batch + 1

    assert parcels.agg(F.sum(plus("id"))).first()[0] == 9


def test_map_in_pandas(parcels):
    def heavy(batches):
        for batch in batches:
            yield batch[batch.weight > 2]

    assert [row.id for row in parcels.mapInPandas(heavy, parcels.schema).collect()] == [3]


def test_map_in_arrow(parcels):
    assert parcels.mapInArrow(lambda batches: batches, parcels.schema).count() == 3


def test_apply_in_pandas(parcels):
    def share(frame):
        return frame.assign(weight=frame.weight / frame.weight.sum())

    found = parcels.groupBy("shop").applyInPandas(share, parcels.schema)
    assert found.where("weight = 1").count() == 2


def test_apply_in_pandas_with_wrong_columns(parcels):
    parcels.groupBy("shop").applyInPandas(lambda frame: frame[["id"]], parcels.schema).collect()


def test_cogroup(parcels):
    def joined(left, right):
        return pd.DataFrame({"n": [len(left) + len(right)]})

    groups = parcels.groupBy("shop").cogroup(parcels.groupBy("shop")).applyInPandas(joined, "n long")
    assert sorted(row.n for row in groups.collect()) == [2, 4]


def test_udtf(spark):
    @F.udtf(returnType="word string, length int")
    class Words:
        def eval(self, text: str):
            for word in text.split():
                yield word, len(word)

    assert [row.length for row in Words(F.lit("a bcd")).collect()] == [1, 3]
    spark.udtf.register("words", Words)
    assert spark.sql("SELECT count(*) AS n FROM words('a b c')").first().n == 3


def test_non_deterministic_is_called_once(spark):
    calls = spark.sparkContext.accumulator(0)

    def count(n):
        calls.add(1)
        return n

    spark.range(3).select(F.udf(count, "long").asNondeterministic()("id")).collect()
    assert calls.value == 3


def test_print_in_a_udf(spark):
    spark.range(1).select(F.udf(lambda n: print("in a worker"), "string")("id")).collect()


def test_captured_variable(spark):
    known = {"a": 1}
    assert spark.sql("SELECT 'a' AS k").select(F.udf(lambda k: known[k], "int")("k")).first()[0] == 1


def test_unpicklable(spark):
    spark.range(1).select(F.udf(lambda n: spark.range(1).count(), "long")("id")).collect()
