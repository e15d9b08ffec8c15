"""Audit, write, audit, publish: how a day of orders gets into a table that others read. The rest is yours."""

from datetime import date

from pyspark.sql import DataFrame


class AuditError(Exception):
    """The batch is not published. `reasons` are what the audit found."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(", ".join(reasons))
        self.reasons = reasons


def audit(rows: DataFrame, day: date) -> list[str]:
    """What is wrong with the rows: names of rules, in alphabetical order. Nothing wrong: an empty list."""
    raise NotImplementedError


def publish(batch: DataFrame, day: date, table: str) -> None:
    """Replaces the day's rows in the table by the batch, unless an audit fails."""
    raise NotImplementedError
