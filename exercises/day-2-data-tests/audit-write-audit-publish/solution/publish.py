"""Audit, write, audit, publish: how a day of orders gets into a table that others read."""

from datetime import date

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


class AuditError(Exception):
    """The batch is not published. `reasons` are what the audit found."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(", ".join(reasons))
        self.reasons = reasons


def audit(rows: DataFrame, day: date) -> list[str]:
    """What is wrong with the rows: names of rules, in alphabetical order. Nothing wrong: an empty list."""
    found = rows.agg(
        F.count("*").alias("rows"),
        F.count_distinct("order_id").alias("keys"),
        F.count_if(~F.coalesce(F.col("amount_cents") > 0, F.lit(False))).alias("amounts"),
        F.count_if(~F.col("day").eqNullSafe(F.lit(day))).alias("days"),
    ).first()
    faults = {
        "amounts": found["amounts"] > 0,
        "days": found["days"] > 0,
        "empty": found["rows"] == 0,
        # A null is no distinct value, so it shows here like a repeated key.
        "keys": found["keys"] != found["rows"],
    }
    return [name for name, is_fault in faults.items() if is_fault]


def publish(batch: DataFrame, day: date, table: str) -> None:
    """Replaces the day's rows in the table by the batch, unless an audit fails."""
    spark, staging = batch.sparkSession, f"{table}_staging"
    refuse(audit(batch, day))
    batch.write.format("delta").mode("overwrite").option("overwriteSchema", "true").saveAsTable(staging)
    written = spark.table(staging)
    refuse(audit(written, day))
    # One commit: readers see the day as it was, or as it is now.
    only_the_day = f"day = DATE'{day.isoformat()}'"
    written.write.format("delta").mode("overwrite").option("replaceWhere", only_the_day).saveAsTable(table)
    spark.sql(f"DROP TABLE {staging}")


def refuse(reasons: list[str]) -> None:
    """Stops the publication if there are any reasons."""
    if reasons:
        raise AuditError(reasons)
