from decimal import Decimal

from pipeline import (
    channel_summary,
    with_contact,
    with_list_price,
    without_blocked,
    without_cancelled,
)


def test_orders_without_status_stay(spark):
    orders = spark.createDataFrame(
        [("O-1", "paid"), ("O-2", "cancelled"), ("O-3", None)], "order_id string, status string"
    )
    # Right on one version of the code, wrong on the next: no order of rows was promised.
    assert [row.order_id for row in without_cancelled(orders).collect()] == ["O-1", "O-3"]


def test_blocked_customers_and_guests(spark):
    orders = spark.createDataFrame(
        [("O-1", "C-1"), ("O-2", "C-2"), ("O-3", None)], "order_id string, customer_id string"
    )
    blocked = spark.createDataFrame([("C-2",)], "customer_id string")
    assert without_blocked(orders, blocked).count() == 2


def test_price_of_sku_with_spaces(spark):
    orders = spark.createDataFrame([("O-1", " JACKET", "M")], "order_id string, sku string, size string")
    prices = spark.createDataFrame(
        [("JACKET", "M", Decimal("89.00"))], "sku string, size string, list_price decimal(10,2)"
    )
    assert with_list_price(orders, prices).first().list_price == Decimal("89.00")


def test_contact_of_checkout_wins(spark):
    orders = spark.createDataFrame(
        [("O-1", "new@home.test", "old@work.test")],
        "order_id string, checkout_email string, account_email string",
    )
    assert with_contact(orders).first().contact == "new@home.test"


def test_summary_counts_guests(spark):
    orders = spark.createDataFrame(
        [("web", "C-1", 5), ("web", None, 5)], "channel string, customer_id string, rating int"
    )
    assert channel_summary(orders).first().orders == 2
