from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.master("local[*]").appName("at import").config("spark.sql.ansi.enabled", True).getOrCreate()
NUMBERS = spark.createDataFrame([(1,), (2,), (None,)], "n int")
DOUBLED = NUMBERS.withColumn("twice", F.col("n") * 2)


def test_rows():
    assert [row.twice for row in DOUBLED.collect()] == [2, 4, None]


def test_wrong():
    assert DOUBLED.count() == 4


def test_boolean_settings_are_text():
    assert spark.conf.get("spark.sql.ansi.enabled") == "true"


def test_raises():
    spark.sql("SELECT CAST('x' AS INT)").collect()
