"""Parts a batch of orders into those that silver takes and those that wait for somebody to mend them."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

RULES = {
    "amount": "amount_cents > 0",
    "customer": "trim(customer_id) != ''",
    "status": "status IN ('placed', 'paid', 'shipped')",
}


def split(orders: DataFrame) -> tuple[DataFrame, DataFrame]:
    """The accepted orders, and the others with `reasons` and `attempts`."""
    judged = orders.withColumn("reasons", broken_rules())
    accepted = judged.where(F.size("reasons") == 0).drop("reasons")
    quarantined = judged.where(F.size("reasons") > 0).withColumn("attempts", F.lit(1))
    return accepted, quarantined


def reprocess(quarantined: DataFrame, corrections: DataFrame) -> tuple[DataFrame, DataFrame]:
    """Corrects what is in quarantine and judges it again: what is accepted now, and what has to stay."""
    corrected = corrected_by(quarantined, corrections).withColumn("reasons", broken_rules())
    released = corrected.where(F.size("reasons") == 0).drop("reasons", "attempts")
    kept = corrected.where(F.size("reasons") > 0).withColumn("attempts", F.col("attempts") + 1)
    return released, kept


def corrected_by(orders: DataFrame, corrections: DataFrame) -> DataFrame:
    """The orders with the corrected values; where a correction has none, the old one stands."""
    joined = orders.alias("o").join(corrections.alias("c"), "order_id")
    columns = [
        F.coalesce(f"c.{name}", f"o.{name}").alias(name)
        if name in corrections.columns and name != "order_id"
        else F.col(f"o.{name}")
        for name in orders.columns
    ]
    return joined.select(columns)


def broken_rules() -> Column:
    """The names of the rules that are not true for the row, in alphabetical order."""
    names = [F.when(~F.coalesce(F.expr(rule), F.lit(False)), name) for name, rule in sorted(RULES.items())]
    return F.array_compact(F.array(*names))
