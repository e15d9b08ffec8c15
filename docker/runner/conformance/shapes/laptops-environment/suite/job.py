import argparse
import sys
from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F


@dataclass
class Order:
    id: int
    eur: float


def transform(frame: DataFrame) -> DataFrame:
    return frame.withColumn("gross", F.round(F.col("eur") * 1.19, 2))


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--target", required=True)
    options = parser.parse_args(argv)
    spark = SparkSession.builder.appName("job").getOrCreate()
    transform(spark.createDataFrame([Order(1, 10.0), Order(2, 20.0)])).write.mode("overwrite").save(options.target)
    spark.stop()
    print("done", options.target, file=sys.stderr)


if __name__ == "__main__":
    main()
