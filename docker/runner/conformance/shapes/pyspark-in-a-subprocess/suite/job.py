from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").appName("job").getOrCreate()
print("rows:", spark.range(3).count())
spark.stop()
