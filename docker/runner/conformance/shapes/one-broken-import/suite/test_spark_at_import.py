from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
FRAME = spark.sql("SELECT missing FROM VALUES (1) AS t(n)")


def test_never():
    pass
