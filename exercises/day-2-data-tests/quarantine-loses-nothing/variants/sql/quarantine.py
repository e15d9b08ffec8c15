"""Parts a batch of orders in SQL: one rule at a time, a row number keeps copies apart."""

from pyspark.sql import DataFrame

JUDGED = """
    SELECT *, filter(array(
        IF(amount_cents > 0, NULL, 'amount'),
        IF(coalesce(trim(customer_id), '') = '', 'customer', NULL),
        IF(status IN ('placed', 'paid', 'shipped'), NULL, 'status')
    ), reason -> reason IS NOT NULL) AS reasons
    FROM {orders}
"""


def split(orders: DataFrame) -> tuple[DataFrame, DataFrame]:
    """The accepted orders, and the others with `reasons` and `attempts`."""
    judged = orders.sparkSession.sql(JUDGED, orders=orders)
    accepted = judged.where("reasons = array()").drop("reasons").orderBy("order_id", ascending=False)
    return accepted, judged.where("reasons != array()").selectExpr("*", "1 AS attempts")


def reprocess(quarantined: DataFrame, corrections: DataFrame) -> tuple[DataFrame, DataFrame]:
    """Corrects what is in quarantine and judges it again: what is accepted now, and what has to stay."""
    session = quarantined.sparkSession
    corrected = session.sql(
        """
        SELECT q.* EXCEPT (reasons, status, amount_cents, customer_id),
               nvl(c.customer_id, q.customer_id) AS customer_id,
               nvl(c.amount_cents, q.amount_cents) AS amount_cents,
               nvl(c.status, q.status) AS status
        FROM {quarantined} q LEFT JOIN {corrections} c ON c.order_id = q.order_id
        """,
        quarantined=quarantined,
        corrections=corrections,
    )
    judged = session.sql(JUDGED, orders=corrected).select(quarantined.columns)
    released = judged.where("reasons = array()").drop("reasons", "attempts")
    return released, judged.where("reasons != array()").withColumn("attempts", judged["attempts"] + 1)
