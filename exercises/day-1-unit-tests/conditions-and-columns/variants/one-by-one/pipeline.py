"""Silver returns of Nimbus Outdoor, with one branch of rows for each rule."""

from functools import reduce

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def all_returns(web: DataFrame, store: DataFrame) -> DataFrame:
    """The returns of both feeds, with the columns of web. Stores take no notes."""
    missing = [name for name in web.columns if name not in store.columns]
    whole = store.withColumns({name: F.lit(None).cast("string") for name in missing})
    return whole.unionByName(web).select(web.columns)


def with_decision(returns: DataFrame) -> DataFrame:
    """Adds decision: rows leave by the first rule that applies to them."""
    return by_first_rule(
        returns,
        "decision",
        [
            (F.col("reason") == "defect", "repair"),
            (F.col("days") > 30, "reject"),
            (F.col("opened") | F.col("opened").isNull(), "inspect"),
        ],
        "refund",
    )


def with_desk(returns: DataFrame) -> DataFrame:
    """Adds desk: who takes care of the return."""
    rules = [
        (F.col("reason") == "allergy", "care"),
        (F.col("reason").isin("recall", "defect"), "workshop"),
    ]
    return by_first_rule(returns, "desk", rules, "counter")


def with_free_label(returns: DataFrame) -> DataFrame:
    """Adds free_label: whether Nimbus pays the postage."""
    dear = F.col("cents") > 1_999
    ours = F.col("reason").isin("defect", "recall", "wrong_item")
    return returns.withColumn(
        "free_label", F.when(F.col("member") & dear, True).when(ours, dear).otherwise(False)
    )


def with_address(returns: DataFrame) -> DataFrame:
    """Adds address: the parts of it that there are, in one line."""
    short = F.format_string("%s, %s", "street", "city")
    long = F.format_string("%s, %s, %s", "street", "addition", "city")
    return returns.withColumn("address", F.when(F.col("addition").isNull(), short).otherwise(long))


def reason_summary(returns: DataFrame) -> DataFrame:
    """One row per reason: its articles are grouped first, then the reasons."""
    articles = returns.groupBy(F.trim(F.lower("reason")).alias("reason"), "sku", "size").agg(
        F.count("*").alias("pieces"), F.sum("paid_back").alias("paid_back")
    )
    paid_back = F.coalesce(F.sum("paid_back"), F.lit(0))
    return articles.groupBy("reason").agg(
        F.sum("pieces").alias("pieces"),
        F.count("*").alias("articles"),
        (paid_back / F.sum("pieces")).alias("average_paid_back"),
    )


def by_first_rule(rows: DataFrame, column: str, rules: list[tuple[Column, str]], otherwise: str) -> DataFrame:
    """The rows with a column that says by which rule they were taken, the earlier rule going first."""
    taken, rest = [], rows
    for condition, value in rules:
        applies = F.coalesce(condition, F.lit(False))
        taken.append(rest.where(applies).withColumn(column, F.lit(value)))
        rest = rest.where(~applies)
    return reduce(DataFrame.union, taken, rest.withColumn(column, F.lit(otherwise)))
