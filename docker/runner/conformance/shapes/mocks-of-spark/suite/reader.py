from pyspark.sql import DataFrame, SparkSession


def read_orders(spark: SparkSession, path: str) -> DataFrame:
    return spark.read.format("parquet").option("mergeSchema", "true").load(path)


def write_orders(frame: DataFrame, table: str) -> None:
    frame.write.mode("append").saveAsTable(table)
