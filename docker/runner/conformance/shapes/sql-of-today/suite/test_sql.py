import pytest
from pyspark.errors import ArithmeticException, ParseException, SparkRuntimeException
from pyspark.sql import functions as F


def test_lateral_alias(spark):
    assert spark.sql("select 2 as a, a * 3 as b").first()["b"] == 6


def test_lateral_join(spark):
    frame = spark.sql("select * from values (1), (2) as t(a), lateral (select a * 10 as b)")
    assert sorted(r["b"] for r in frame.collect()) == [10, 20]


def test_pipe_syntax(spark):
    spark.range(10).createOrReplaceTempView("numbers")
    assert spark.sql("from numbers |> where id > 6 |> aggregate count(*) as n").first()["n"] == 3


def test_script(spark):
    rows = spark.sql("begin declare total int default 0; set total = total + 5; select total; end").collect()
    assert rows[0][0] == 5


def test_variables(spark):
    spark.sql("declare or replace variable rate double default 0.19")
    spark.sql("set var rate = 0.07")
    assert float(spark.sql("select rate").first()[0]) == pytest.approx(0.07)


def test_sql_function(spark):
    spark.sql("create temporary function gross(net double) returns double return net * 1.19")
    assert spark.sql("select gross(100)").first()[0] == pytest.approx(119.0)


def test_identifier(spark):
    spark.range(4).createOrReplaceTempView("four")
    assert spark.sql("select count(*) from identifier(:name)", args={"name": "four"}).first()[0] == 4


def test_variant(spark):
    frame = spark.sql("""select parse_json('{"a": {"b": 3}}') as v""")
    assert frame.select(F.variant_get("v", "$.a.b", "int")).first()[0] == 3


def test_group_by_all(spark):
    spark.createDataFrame([("a", 1), ("a", 2)], "k string, v int").createOrReplaceTempView("kv")
    assert spark.sql("select k, sum(v) from kv group by all").first()[1] == 3


def test_pivot(spark):
    frame = spark.createDataFrame([("a", "x", 1), ("a", "y", 2)], "k string, c string, v int")
    assert frame.groupBy("k").pivot("c").sum("v").first().asDict() == {"k": "a", "x": 1, "y": 2}


def test_ansi(spark):
    with pytest.raises(ArithmeticException):
        spark.sql("select 1 / 0").collect()


def test_ansi_not_caught(spark):
    spark.sql("select cast('x' as int)").collect()


def test_parse_error(spark):
    with pytest.raises(ParseException):
        spark.sql("selct 1")


def test_raise_error(spark):
    with pytest.raises(SparkRuntimeException, match="no orders"):
        spark.range(1).select(F.raise_error(F.lit("no orders"))).collect()


def test_assert_true(spark):
    spark.range(3).select(F.assert_true(F.col("id") < 2)).collect()


def test_recursive(spark):
    assert spark.sql("with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select max(n) from r").first()[0] == 5


def test_collation(spark):
    assert spark.sql("select 'A' = 'a' collate utf8_lcase").first()[0] is True


def test_time_type(spark):
    assert spark.sql("select hour(time'12:30:00')").first()[0] == 12
