from pyspark.sql import functions as F
from pyspark.sql.types import StructType

import batch

DDL = """
    order_id string, shop string, channel string, customer_id string, placed_at timestamp, order_date date,
    status string, shipped_at timestamp, currency string, quantity int, unit_price decimal(10,2),
    discount decimal(10,2), total decimal(12,2)
"""


def test_schema(spark):
    # The contract lets new columns come at the end.
    assert batch.orders(spark).schema == StructType.fromDDL(DDL)


def test_number_of_orders(spark):
    assert batch.orders(spark).count() == 14


def test_all_statuses_occur(spark):
    statuses = {row.status for row in batch.orders(spark).select("status").distinct().collect()}
    assert statuses == {"placed", "paid", "shipped", "returned", "cancelled"}


def test_order_date(spark):
    # to_date asks the session for its time zone.
    bad = batch.orders(spark).where(F.to_date("placed_at") != F.col("order_date"))
    assert bad.count() == 0


def test_quantity(spark):
    assert batch.orders(spark).where(~F.col("quantity").between(1, 3)).count() == 0


def test_total(spark):
    total = F.col("quantity") * F.col("unit_price") - F.coalesce("discount", F.lit(0))
    assert batch.orders(spark).where(F.col("total") != total).count() == 0


def test_required_columns(spark):
    orders = batch.orders(spark)
    for column in ["order_id", "shop", "placed_at", "status", "total"]:
        assert orders.where(F.col(column).isNull()).count() == 0
