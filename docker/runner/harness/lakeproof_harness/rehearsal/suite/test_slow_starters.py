"""What is slow the first time in a JVM: files, tables, Delta, UDFs."""

from pyspark.sql import functions as F
from pyspark.sql.types import StringType


def test_files(spark, tmp_path):
    path = str(tmp_path / "rows")
    spark.range(3).withColumn("name", F.lit("x")).write.parquet(path)
    assert spark.read.parquet(path).count() == 3


def test_delta(spark, tmp_path):
    path = str(tmp_path / "rows")
    spark.range(3).write.format("delta").save(path)
    spark.range(5).createOrReplaceTempView("source")
    spark.sql(f"MERGE INTO delta.`{path}` t USING source s ON t.id = s.id WHEN NOT MATCHED THEN INSERT *")
    assert spark.read.format("delta").load(path).count() == 5


def test_udf(spark):
    shout = F.udf(lambda text: text.upper(), StringType())
    assert spark.createDataFrame([("a",)], ["t"]).select(shout("t").alias("u")).first().u == "A"
