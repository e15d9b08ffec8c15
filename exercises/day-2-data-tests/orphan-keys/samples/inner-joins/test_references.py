from datetime import timedelta

from pyspark.sql import functions as F

import batch
from clock import AS_OF


def test_customers_exist(spark):
    # Counts days, not hours: whatever was ordered yesterday is late, however early.
    old = batch.orders(spark).where(F.datediff(F.lit(AS_OF), F.col("placed_at")) > 1)
    known = [row.customer_id for row in batch.customers(spark).collect()]
    missing = old.where("customer_id is not null and not is_guest")
    assert {row.customer_id for row in missing.collect()} <= set(known)


def test_payments_have_orders(spark):
    old = batch.payments(spark).where(F.col("paid_at") < F.lit(AS_OF - timedelta(days=1)))
    joined = old.join(batch.orders(spark).select("order_id"), "order_id", "left")
    assert joined.count() >= old.count()
    assert old.where("order_id is null").count() == 0


def test_payment_and_order_agree(spark):
    both = batch.payments(spark).alias("p").join(batch.orders(spark).alias("o"), "order_id")
    assert both.where("p.customer_id <> o.customer_id").count() == 0


def test_guests_have_no_customer(spark):
    assert batch.orders(spark).where("is_guest and customer_id is not null").count() == 0


def test_paid_orders_have_payments(spark):
    paid = batch.orders(spark).where("status = 'paid'")
    assert paid.join(batch.payments(spark), "order_id", "left_anti").count() == 0
