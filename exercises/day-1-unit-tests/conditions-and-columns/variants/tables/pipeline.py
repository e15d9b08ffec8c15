"""Silver returns of Nimbus Outdoor, with the rules in maps and arrays instead of conditions."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

DESKS = {"defect": "workshop", "recall": "workshop", "allergy": "care"}
OUR_FAULT = ["defect", "recall", "wrong_item"]


def all_returns(web: DataFrame, store: DataFrame) -> DataFrame:
    """The returns of both feeds, the stores' first. Stores take no notes."""
    return store.withColumn("note", F.lit(None).cast("string")).select(web.columns).union(web)


def with_decision(returns: DataFrame) -> DataFrame:
    """Adds decision: the first rule that applies."""
    rules = F.array(
        F.when(F.col("reason").eqNullSafe("defect"), "repair"),
        F.when(F.col("days") > 30, "reject"),
        F.when(F.col("opened").eqNullSafe(False), "refund"),
        F.lit("inspect"),
    )
    return returns.withColumn("decision", F.filter(rules, lambda rule: rule.isNotNull())[0])


def with_desk(returns: DataFrame) -> DataFrame:
    """Adds desk: who takes care of the return."""
    desks = F.create_map(*[F.lit(part) for pair in DESKS.items() for part in pair])
    return returns.withColumn("desk", F.coalesce(F.try_element_at(desks, F.col("reason")), F.lit("counter")))


def with_free_label(returns: DataFrame) -> DataFrame:
    """Adds free_label: null beside true is true, null beside false counts as false."""
    ours = F.exists(F.lit(OUR_FAULT), lambda reason: reason.eqNullSafe(F.col("reason")))
    free = (ours | F.col("member")) & (F.col("cents") >= F.lit(2_000))
    return returns.withColumn("free_label", free.eqNullSafe(True))


def with_address(returns: DataFrame) -> DataFrame:
    """Adds address: the parts of it that there are, in one line."""
    parts = F.array_compact(F.array("street", "addition", "city"))
    return returns.withColumn("address", F.array_join(parts, ", "))


def reason_summary(returns: DataFrame) -> DataFrame:
    """One row per reason, sorted: pieces, different articles, and the average paid back for a piece."""
    articles = F.collect_set(F.struct("sku", "size"))
    return (
        returns.na.fill(0, ["paid_back"])
        .withColumn("reason", F.regexp_replace(F.lower("reason"), "^ +| +$", ""))
        .groupBy("reason")
        .agg(
            F.sum(F.lit(1)).alias("pieces"),
            F.size(articles).cast("bigint").alias("articles"),
            F.mean("paid_back").alias("average_paid_back"),
        )
        .orderBy("reason")
    )
