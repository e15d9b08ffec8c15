"""Amounts as the shops send them: "10,50", " 3.25 ", or nothing. The same in Python."""

from decimal import Decimal

from pyspark.sql import Column
from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType


@F.udf(DecimalType(12, 2))
def parsed(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.strip().replace(",", "."))


def amount(text: Column) -> Column:
    return parsed(text)
