"""Settlement at Nimbus Outdoor, in SQL: casts to fewer decimals round half away from zero."""

from pyspark.sql import DataFrame

SETTLE = """
    WITH read AS (
        SELECT *, TRY_CAST(amount_minor AS BIGINT) * IF(kind = 'refund', -1, 1) AS minor FROM {lines}
    ), booked AS (
        SELECT *, CAST(CASE currency WHEN 'JPY' THEN minor ELSE minor * 0.01 END AS DECIMAL(12, 2)) AS amount
        FROM read
    )
    SELECT payment_id, kind, currency, amount,
           CAST(amount * CAST(fee_percent AS DECIMAL(6, 3)) * 0.01 AS DECIMAL(12, 2)) AS fee
    FROM booked
    ORDER BY payment_id DESC
"""

REVENUE = """
    SELECT currency,
           CAST(IFNULL(SUM(amount), 0) AS DECIMAL(22, 2)) AS total,
           CAST(SUM(amount) / NULLIF(COUNT(amount), 0) AS DECIMAL(12, 2)) AS average,
           COUNT(*) - COUNT(amount) AS unreadable
    FROM {settled}
    GROUP BY currency
    ORDER BY currency DESC
"""


def settle(lines: DataFrame) -> DataFrame:
    """The lines of the file with signed amounts and fees; both are null where the amount can't be read."""
    return lines.sparkSession.sql(SETTLE, lines=lines)


def revenue(settled: DataFrame) -> DataFrame:
    """Per currency: the total, the average of the lines that could be read, and how many could not."""
    return settled.sparkSession.sql(REVENUE, settled=settled)
