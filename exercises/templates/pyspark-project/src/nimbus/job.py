"""What the pipeline touches: it reads, calls orders.py, and writes."""

import argparse

from pyspark.sql import SparkSession

from nimbus.orders import latest_versions, turnover_by_day, without_cancelled

ORDERS = """
    order_id int, version int, status string, eur decimal(10,2),
    ordered_at timestamp, updated_at timestamp
"""


def run(spark: SparkSession, source: str, target: str, zone: str = "Europe/Berlin") -> None:
    """Reads the shop's export (JSON lines) and replaces the table of turnover by day.

    A line that doesn't fit the schema ends the run: half of an export is no export.
    """
    orders = spark.read.schema(ORDERS).option("mode", "FAILFAST").json(source)
    turnover = turnover_by_day(without_cancelled(latest_versions(orders)), zone)
    turnover.write.mode("overwrite").parquet(target)


def main() -> None:
    """Entry of the job."""
    parser = argparse.ArgumentParser(description=run.__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--zone", default="Europe/Berlin")
    arguments = parser.parse_args()
    run(SparkSession.builder.getOrCreate(), arguments.source, arguments.target, arguments.zone)


if __name__ == "__main__":
    main()
