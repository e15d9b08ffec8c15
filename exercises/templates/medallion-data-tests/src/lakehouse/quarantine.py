"""Bad rows are kept, with the reasons."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.rules import holds


def split(batch: DataFrame, conditions: dict[str, str]) -> tuple[DataFrame, DataFrame]:
    """Rows that meet every condition, and the others with `reasons`: what each of them breaks.

    Each row is in exactly one of the two: a condition is evaluated once, to true or false.
    """
    reasons = F.array_compact(
        F.array(*(F.when(~holds(rule), F.lit(name)) for name, rule in conditions.items()))
    )
    judged = batch.withColumn("reasons", reasons)
    return judged.where("size(reasons) = 0").drop("reasons"), judged.where("size(reasons) > 0")
