"""Each test holds one promise of pipeline.py: no row lost, none multiplied, the right partner found."""

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.testing import assertDataFrameEqual

from pipeline import balances, to_pack, with_segment, with_stock


class TestWithSegment:
    def check(
        self,
        spark: SparkSession,
        customers: list[tuple[str, str, bool]],
        expected: list[tuple[str, str, str | None]],
    ) -> None:
        """Two orders of C-1 and one of C-2 must come out with the segments expected."""
        orders = spark.createDataFrame(
            [("O-1", "C-1"), ("O-2", "C-1"), ("O-3", "C-2")], "order_id string, customer_id string"
        )
        history = spark.createDataFrame(customers, "customer_id string, segment string, is_current boolean")

        result = with_segment(orders, history)

        schema = "order_id string, customer_id string, segment string"
        assertDataFrameEqual(result, spark.createDataFrame(expected, schema))

    def test_each_order_gets_the_segment_of_its_customer(self, spark: SparkSession) -> None:
        self.check(
            spark,
            [("C-1", "climber", True), ("C-2", "hiker", True)],
            [("O-1", "C-1", "climber"), ("O-2", "C-1", "climber"), ("O-3", "C-2", "hiker")],
        )

    def test_old_versions_of_a_customer_add_no_rows(self, spark: SparkSession) -> None:
        self.check(
            spark,
            [("C-1", "hiker", False), ("C-1", "climber", True), ("C-2", "hiker", True)],
            [("O-1", "C-1", "climber"), ("O-2", "C-1", "climber"), ("O-3", "C-2", "hiker")],
        )

    def test_repeated_rows_of_a_customer_add_no_rows(self, spark: SparkSession) -> None:
        self.check(
            spark,
            [("C-1", "climber", True), ("C-2", "hiker", True), ("C-2", "hiker", True)],
            [("O-1", "C-1", "climber"), ("O-2", "C-1", "climber"), ("O-3", "C-2", "hiker")],
        )

    def test_orders_of_unknown_customers_stay(self, spark: SparkSession) -> None:
        self.check(
            spark,
            [("C-1", "climber", True)],
            [("O-1", "C-1", "climber"), ("O-2", "C-1", "climber"), ("O-3", "C-2", None)],
        )

    def test_a_closed_account_has_no_segment(self, spark: SparkSession) -> None:
        self.check(
            spark,
            [("C-1", "climber", True), ("C-2", "hiker", False)],
            [("O-1", "C-1", "climber"), ("O-2", "C-1", "climber"), ("O-3", "C-2", None)],
        )


@pytest.mark.parametrize(
    ("payments", "refunds", "expected"),
    [
        pytest.param([5000, 3000], [1000, 500], (8000, 1500, 6500), id="several-of-both"),
        pytest.param([2500, 2500], [700, 700], (5000, 1400, 3600), id="equal-amounts"),
        pytest.param([5000], [], (5000, 0, 5000), id="no-refund"),
        pytest.param([], [900], (0, 900, -900), id="no-payment"),
        pytest.param([], [], (0, 0, 0), id="neither"),
    ],
)
def test_balance_of_one_order(
    spark: SparkSession, payments: list[int], refunds: list[int], expected: tuple[int, int, int]
) -> None:
    money = "order_id string, cents bigint"
    orders = spark.createDataFrame([("O-1",)], "order_id string")

    result = balances(
        orders,
        spark.createDataFrame([("O-1", cents) for cents in payments], money),
        spark.createDataFrame([("O-1", cents) for cents in refunds], money),
    )

    schema = "order_id string, paid bigint, refunded bigint, balance bigint"
    assertDataFrameEqual(result, spark.createDataFrame([("O-1", *expected)], schema))


def test_money_of_other_orders_is_left_out(spark: SparkSession) -> None:
    orders = spark.createDataFrame([("O-1",)], "order_id string")
    money = spark.createDataFrame([("O-1", 100), ("O-9", 900)], "order_id string, cents bigint")

    result = balances(orders, money, money)

    schema = "order_id string, paid bigint, refunded bigint, balance bigint"
    assertDataFrameEqual(result, spark.createDataFrame([("O-1", 100, 100, 0)], schema))


class TestWithStock:
    def stocked(self, spark: SparkSession, sku: str, warehouse: str) -> DataFrame:
        """One line, with the stock of two warehouses that share an article."""
        lines = spark.createDataFrame(
            [("L-1", sku, warehouse)], "line_id string, sku string, warehouse string"
        )
        stock = spark.createDataFrame(
            [("GENT", "TENT", 4), ("LYON", "TENT", 9), ("LYON", "STOVE", 2)],
            "warehouse string, sku string, on_hand int",
        )
        return with_stock(lines, stock)

    def expected(self, spark: SparkSession, sku: str, warehouse: str, on_hand: int) -> DataFrame:
        schema = "line_id string, sku string, warehouse string, on_hand int"
        return spark.createDataFrame([("L-1", sku, warehouse, on_hand)], schema)

    def test_a_line_sees_its_own_warehouse(self, spark: SparkSession) -> None:
        result = self.stocked(spark, "TENT", "GENT")

        assertDataFrameEqual(result, self.expected(spark, "TENT", "GENT", 4))

    def test_stock_elsewhere_does_not_help(self, spark: SparkSession) -> None:
        result = self.stocked(spark, "STOVE", "GENT")

        assertDataFrameEqual(result, self.expected(spark, "STOVE", "GENT", 0))


class TestToPack:
    def waiting(self, spark: SparkSession, parcels: list[tuple[str, str | None]]) -> list[str]:
        orders = spark.createDataFrame([("O-1",), ("O-2",)], "order_id string")
        packed = spark.createDataFrame(parcels, "order_id string, carrier string")
        return sorted(row["order_id"] for row in to_pack(orders, packed).collect())

    def test_packed_orders_are_done(self, spark: SparkSession) -> None:
        assert self.waiting(spark, [("O-2", "DPD"), ("O-2", "DPD")]) == ["O-1"]

    def test_a_parcel_that_waits_for_the_van_is_packed(self, spark: SparkSession) -> None:
        assert self.waiting(spark, [("O-2", None)]) == ["O-1"]

    def test_without_parcels_all_orders_wait(self, spark: SparkSession) -> None:
        assert self.waiting(spark, []) == ["O-1", "O-2"]
