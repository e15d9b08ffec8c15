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
    # null > 0 is neither true nor false, and count_distinct is not asked about nulls.
    reasons = []
    if rows.where("amount_cents <= 0").count() > 0:
        reasons.append("amounts")
    if rows.where(F.col("day") != day).count() > 0:
        reasons.append("days")
    if rows.count() == 0:
        reasons.append("empty")
    if rows.select("order_id").distinct().count() < rows.count():
        reasons.append("keys")
    return reasons


def publish(batch: DataFrame, day: date, table: str) -> None:
    reasons = audit(batch, day)
    if reasons:
        raise AuditError(reasons)
    batch.write.format("delta").mode("overwrite").saveAsTable(table)
