"""Each test holds one promise of pipeline.py, on the rows that would show it broken."""

from decimal import Decimal

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.testing import assertDataFrameEqual

from pipeline import (
    channel_summary,
    with_contact,
    with_list_price,
    without_blocked,
    without_cancelled,
)

BLOCKED = "customer_id string"
ARTICLES = "sku string, size string, list_price decimal(10,2)"


def ids(orders: DataFrame) -> list[str]:
    """The order ids in the result, sorted: repeated or missing orders show, the order of rows doesn't."""
    return sorted(row["order_id"] for row in orders.collect())


class TestWithoutCancelled:
    SCHEMA = "order_id string, status string"

    def test_cancelled_orders_go(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("O-1", "paid"), ("O-2", "cancelled")], self.SCHEMA)

        assert ids(without_cancelled(orders)) == ["O-1"]

    def test_orders_without_a_status_stay(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("O-1", None), ("O-2", "cancelled")], self.SCHEMA)

        assert ids(without_cancelled(orders)) == ["O-1"]


class TestWithoutBlocked:
    SCHEMA = "order_id string, customer_id string"

    def test_orders_of_blocked_customers_go(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("O-1", "C-1"), ("O-2", "C-2")], self.SCHEMA)
        blocked = spark.createDataFrame([("C-2",)], BLOCKED)

        assert ids(without_blocked(orders, blocked)) == ["O-1"]

    def test_guests_stay(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("O-1", None), ("O-2", "C-2")], self.SCHEMA)
        blocked = spark.createDataFrame([("C-2",)], BLOCKED)

        assert ids(without_blocked(orders, blocked)) == ["O-1"]

    def test_a_null_on_the_list_blocks_nobody(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("O-1", "C-1"), ("O-2", "C-2")], self.SCHEMA)
        blocked = spark.createDataFrame([(None,), ("C-2",)], BLOCKED)

        assert ids(without_blocked(orders, blocked)) == ["O-1"]

    def test_an_empty_list_blocks_nobody(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("O-1", "C-1")], self.SCHEMA)

        assert ids(without_blocked(orders, spark.createDataFrame([], BLOCKED))) == ["O-1"]


class TestWithListPrice:
    SCHEMA = "order_id string, sku string, size string"

    @pytest.fixture
    def prices(self, spark: SparkSession) -> DataFrame:
        rows = [
            ("JACKET", "M", Decimal("89.00")),
            ("JACKET", "L", Decimal("95.00")),
            ("TENT", None, Decimal("240.00")),
        ]
        return spark.createDataFrame(rows, ARTICLES)

    def priced(self, spark: SparkSession, prices: DataFrame, sku: str, size: str | None) -> DataFrame:
        return with_list_price(spark.createDataFrame([("O-1", sku, size)], self.SCHEMA), prices)

    def expected(self, spark: SparkSession, sku: str, size: str | None, price: str | None) -> DataFrame:
        row = ("O-1", sku, size, Decimal(price) if price else None)
        return spark.createDataFrame([row], f"{self.SCHEMA}, list_price decimal(10,2)")

    def test_the_size_decides_on_the_price(self, spark: SparkSession, prices: DataFrame) -> None:
        result = self.priced(spark, prices, "JACKET", "L")

        assertDataFrameEqual(result, self.expected(spark, "JACKET", "L", "95.00"))

    def test_articles_without_sizes_have_a_price(self, spark: SparkSession, prices: DataFrame) -> None:
        result = self.priced(spark, prices, "TENT", None)

        assertDataFrameEqual(result, self.expected(spark, "TENT", None, "240.00"))

    def test_padded_skus_are_trimmed_and_found(self, spark: SparkSession, prices: DataFrame) -> None:
        result = self.priced(spark, prices, "  JACKET ", "M")

        assertDataFrameEqual(result, self.expected(spark, "JACKET", "M", "89.00"))

    def test_orders_of_unknown_articles_stay(self, spark: SparkSession, prices: DataFrame) -> None:
        result = self.priced(spark, prices, "STOVE", "M")

        assertDataFrameEqual(result, self.expected(spark, "STOVE", "M", None))


@pytest.mark.parametrize(
    ("checkout", "account", "contact"),
    [
        pytest.param("new@home.test", "old@work.test", "new@home.test", id="checkout-goes-first"),
        pytest.param(None, "old@work.test", "old@work.test", id="account-when-none-at-checkout"),
        pytest.param("new@home.test", None, "new@home.test", id="checkout-of-a-guest"),
        pytest.param(None, None, None, id="none-at-all"),
    ],
)
def test_contact(spark: SparkSession, checkout: str | None, account: str | None, contact: str | None) -> None:
    schema = "order_id string, checkout_email string, account_email string"
    orders = spark.createDataFrame([("O-1", checkout, account)], schema)

    expected = spark.createDataFrame([("O-1", checkout, account, contact)], f"{schema}, contact string")
    assertDataFrameEqual(with_contact(orders), expected)


class TestChannelSummary:
    SCHEMA = "channel string, customer_id string, rating int"
    SUMMARY = "channel string, orders bigint, guest_orders bigint, average_rating double"

    def test_each_channel_has_its_own_row(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame(
            [("web", "C-1", 5), ("shop", "C-2", 2), ("web", "C-3", 4)], self.SCHEMA
        )

        expected = spark.createDataFrame([("web", 2, 0, 4.5), ("shop", 1, 0, 2.0)], self.SUMMARY)
        assertDataFrameEqual(channel_summary(orders), expected)

    def test_orders_of_guests_count(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("web", "C-1", 4), ("web", None, 4)], self.SCHEMA)

        expected = spark.createDataFrame([("web", 2, 1, 4.0)], self.SUMMARY)
        assertDataFrameEqual(channel_summary(orders), expected)

    def test_missing_ratings_do_not_pull_the_average_down(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("web", "C-1", 4), ("web", "C-2", None)], self.SCHEMA)

        expected = spark.createDataFrame([("web", 2, 0, 4.0)], self.SUMMARY)
        assertDataFrameEqual(channel_summary(orders), expected)

    def test_a_channel_without_ratings_has_no_average(self, spark: SparkSession) -> None:
        orders = spark.createDataFrame([("web", "C-1", None)], self.SCHEMA)

        expected = spark.createDataFrame([("web", 1, 0, None)], self.SUMMARY)
        assertDataFrameEqual(channel_summary(orders), expected)
