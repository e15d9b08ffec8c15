"""Amounts as the shops send them: "10,50", " 3.25 ", or nothing."""

from pyspark.sql import Column
from pyspark.sql import functions as F


def amount(text: Column) -> Column:
    return F.regexp_replace(F.trim(text), ",", ".").cast("decimal(12,2)")
