"""Silver returns of Nimbus Outdoor, in SQL; the rows come sorted, which nobody asked for."""

from pyspark.sql import DataFrame

ALL = """
    SELECT order_id, sku, size, reason, cents, note FROM {web}
    UNION ALL
    SELECT order_id, sku, size, reason, cents, NULL FROM {store}
    ORDER BY order_id DESC, sku DESC
"""

DECISION = """
    SELECT *, CASE
        WHEN reason <=> 'defect' THEN 'repair'
        WHEN days > 30 THEN 'reject'
        WHEN opened IS NOT FALSE THEN 'inspect'
        ELSE 'refund'
    END AS decision
    FROM {returns}
"""

DESK = """
    SELECT *, CASE reason
        WHEN 'allergy' THEN 'care' WHEN 'defect' THEN 'workshop' WHEN 'recall' THEN 'workshop' ELSE 'counter'
    END AS desk
    FROM {returns}
"""

FREE_LABEL = """
    SELECT *, (member IS TRUE OR ifnull(reason IN ('defect', 'recall', 'wrong_item'), FALSE))
              AND cents >= 2000 AS free_label
    FROM {returns}
"""

ADDRESS = """
    SELECT *, street || ifnull(', ' || addition, '') || ', ' || city AS address FROM {returns}
"""

SUMMARY = """
    SELECT lower(trim(reason)) AS reason, count(*) AS pieces,
           count(DISTINCT named_struct('sku', sku, 'size', size)) AS articles,
           ifnull(sum(paid_back), 0) / count(*) AS average_paid_back
    FROM {returns}
    GROUP BY lower(trim(reason))
    ORDER BY pieces DESC, reason DESC
"""


def all_returns(web: DataFrame, store: DataFrame) -> DataFrame:
    """The returns of both feeds, with the columns of web. Stores take no notes."""
    return web.sparkSession.sql(ALL, web=web, store=store)


def with_decision(returns: DataFrame) -> DataFrame:
    """Adds decision: what happens with the returned piece."""
    return returns.sparkSession.sql(DECISION, returns=returns)


def with_desk(returns: DataFrame) -> DataFrame:
    """Adds desk: who takes care of the return."""
    return returns.sparkSession.sql(DESK, returns=returns)


def with_free_label(returns: DataFrame) -> DataFrame:
    """Adds free_label: whether Nimbus pays the postage."""
    return returns.sparkSession.sql(FREE_LABEL, returns=returns)


def with_address(returns: DataFrame) -> DataFrame:
    """Adds address: the parts of it that there are, in one line."""
    return returns.sparkSession.sql(ADDRESS, returns=returns)


def reason_summary(returns: DataFrame) -> DataFrame:
    """One row per reason: pieces, different articles, and the average paid back for a piece."""
    return returns.sparkSession.sql(SUMMARY, returns=returns)
