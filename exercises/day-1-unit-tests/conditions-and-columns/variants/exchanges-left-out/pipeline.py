"""Silver returns of Nimbus Outdoor: two feeds become one, each piece gets its decision, desk and label."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def all_returns(web: DataFrame, store: DataFrame) -> DataFrame:
    """The returns of both feeds, with the columns of web. Stores take no notes."""
    return web.unionByName(store, allowMissingColumns=True)


def with_decision(returns: DataFrame) -> DataFrame:
    """Adds decision: what happens with the returned piece."""
    decision = (
        F.when(F.col("reason") == "defect", "repair")
        .when(F.col("days") > 30, "reject")
        .when(~F.col("opened"), "refund")
        .otherwise("inspect")
    )
    return returns.withColumn("decision", decision)


def with_desk(returns: DataFrame) -> DataFrame:
    """Adds desk: who takes care of the return."""
    desk = (
        F.when(F.col("reason").isin("defect", "recall"), "workshop")
        .when(F.col("reason") == "allergy", "care")
        .otherwise("counter")
    )
    return returns.withColumn("desk", desk)


def with_free_label(returns: DataFrame) -> DataFrame:
    """Adds free_label: whether Nimbus pays the postage."""
    is_member = F.coalesce("member", F.lit(False))
    is_ours = F.coalesce(F.col("reason").isin("defect", "recall", "wrong_item"), F.lit(False))
    return returns.withColumn("free_label", (is_member | is_ours) & (F.col("cents") >= 2_000))


def with_address(returns: DataFrame) -> DataFrame:
    """Adds address: the parts of it that there are, in one line."""
    return returns.withColumn("address", F.concat_ws(", ", "street", "addition", "city"))


def reason_summary(returns: DataFrame) -> DataFrame:
    """One row per reason: pieces, different articles, and the average paid back for a piece."""
    return returns.groupBy(F.lower(F.trim("reason")).alias("reason")).agg(
        F.count(F.lit(1)).alias("pieces"),
        F.count_distinct(F.struct("sku", "size")).alias("articles"),
        F.avg("paid_back").alias("average_paid_back"),
    )
