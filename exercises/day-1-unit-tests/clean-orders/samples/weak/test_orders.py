from decimal import Decimal

from pipeline import (
    channel_summary,
    with_contact,
    with_list_price,
    without_blocked,
    without_cancelled,
)


def test_cancelled_orders_are_removed(spark):
    orders = spark.createDataFrame(
        [("O-1", "paid"), ("O-2", "cancelled"), ("O-3", None)], "order_id string, status string"
    )
    result = without_cancelled(orders)
    assert result.count() == 2


def test_blocked_customers_are_removed(spark):
    orders = spark.createDataFrame([("O-1", "C-1"), ("O-2", "C-2")], "order_id string, customer_id string")
    blocked = spark.createDataFrame([("C-2",)], "customer_id string")
    result = without_blocked(orders, blocked)
    assert [row.order_id for row in result.collect()] == ["O-1"]


def test_price_is_added(spark):
    orders = spark.createDataFrame([("O-1", "JACKET", "M")], "order_id string, sku string, size string")
    prices = spark.createDataFrame(
        [("JACKET", "M", Decimal("89.00"))], "sku string, size string, list_price decimal(10,2)"
    )
    result = with_list_price(orders, prices)
    assert result.first().list_price == Decimal("89.00")


def test_contact(spark):
    orders = spark.createDataFrame(
        [("O-1", "a@b.test", None)], "order_id string, checkout_email string, account_email string"
    )
    assert with_contact(orders).first().contact == "a@b.test"


def test_summary(spark):
    orders = spark.createDataFrame(
        [("web", "C-1", 5), ("web", "C-2", None), ("web", "C-3", 3)],
        "channel string, customer_id string, rating int",
    )
    row = channel_summary(orders).first()
    assert row.orders == 3
    assert row.average_rating == 4.0
