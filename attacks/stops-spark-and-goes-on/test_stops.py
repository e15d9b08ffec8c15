from pyspark.sql import SparkSession


def test_stops_over_and_over():
    for _ in range(5):
        spark = SparkSession.builder.getOrCreate()
        context = spark.sparkContext
        context.setLogLevel("OFF")
        context.setJobGroup("group", "x")
        assert spark.range(3).count() == 3
        context.cancelJobGroup("group")
        context.cancelAllJobs()
        spark.interruptAll()
        spark.catalog.clearCache()
        spark.stop()


def test_is_not_cancelled_by_its_sibling():
    spark = SparkSession.builder.getOrCreate()
    for _ in range(10):
        assert spark.range(200_000, numPartitions=4).selectExpr("sum(id % 7)").first()[0] > 0
