from functools import lru_cache

from pyspark import SparkConf
from pyspark.sql import SparkSession


@lru_cache(maxsize=1)
def get_spark() -> SparkSession:
    conf = SparkConf().setMaster("local[2]").setAppName("helper").set("spark.sql.ansi.enabled", "false")
    return SparkSession.builder.config(conf=conf).getOrCreate()
