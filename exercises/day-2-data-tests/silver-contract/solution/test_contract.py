"""The contract of silver.orders as tests: its columns first, then one rule for each promise about rows."""

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import batch

CONTRACT = {
    "order_id": "string",
    "shop": "string",
    "channel": "string",
    "customer_id": "string",
    "placed_at": "timestamp",
    "order_date": "date",
    "status": "string",
    "shipped_at": "timestamp",
    "currency": "string",
    "quantity": "int",
    "unit_price": "decimal(10,2)",
    "discount": "decimal(10,2)",
    "total": "decimal(12,2)",
}
REQUIRED = [column for column in CONTRACT if column not in ("customer_id", "shipped_at", "discount")]

# Each holds for a row only where it is true: null is as bad as false.
RULES = {
    "order-id-names-its-shop": "order_id RLIKE '^[A-Z]{2}-[0-9]{6}$' AND left(order_id, 2) = shop",
    "shop": "shop IN ('DE', 'AT', 'CH', 'FR')",
    "channel": "channel IN ('web', 'app', 'store')",
    "customer-id": "customer_id IS NULL OR customer_id RLIKE '^C-[0-9]{5}$'",
    # No function that follows the session's time zone: days of UTC are counted in seconds.
    "order-date-in-utc": "order_date = date_from_unix_date(int(unix_seconds(placed_at) div 86400))",
    "status": "status IN ('placed', 'paid', 'shipped', 'returned', 'cancelled')",
    "shipped-at-fits-status": "(shipped_at IS NOT NULL) = (status IN ('shipped', 'returned'))",
    "shipped-after-placed": "shipped_at IS NULL OR shipped_at >= placed_at",
    "currency": "currency = IF(shop = 'CH', 'CHF', 'EUR')",
    "quantity": "quantity BETWEEN 1 AND 99",
    "unit-price": "unit_price >= 0",
    "discount": "discount IS NULL OR discount BETWEEN 0 AND quantity * unit_price",
    "total": "total = quantity * unit_price - coalesce(discount, 0)",
}


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return batch.orders(spark)


@pytest.fixture(scope="module")
def broken(orders: DataFrame) -> dict[str, int]:
    """How many orders break each rule, and how many nulls each required column has: one pass for all."""
    rules = RULES | {f"{column} has a value": f"{column} IS NOT NULL" for column in REQUIRED}
    counts = [F.count_if(~F.coalesce(F.expr(rule), F.lit(False))).alias(name) for name, rule in rules.items()]
    return orders.agg(*counts).first().asDict()


def test_no_column_is_missing(orders: DataFrame) -> None:
    assert set(CONTRACT) - set(orders.columns) == set()


def test_the_columns_stand_in_the_order_of_the_contract(orders: DataFrame) -> None:
    assert orders.columns[: len(CONTRACT)] == list(CONTRACT)


def test_the_types_are_those_of_the_contract(orders: DataFrame) -> None:
    found = {column: kind for column, kind in orders.dtypes if column in CONTRACT}

    assert found == {column: CONTRACT[column] for column in found}


@pytest.mark.parametrize("column", REQUIRED)
def test_the_column_has_no_null(broken: dict[str, int], column: str) -> None:
    assert broken[f"{column} has a value"] == 0


@pytest.mark.parametrize("rule", RULES)
def test_every_order_keeps_the_rule(broken: dict[str, int], rule: str) -> None:
    assert broken[rule] == 0
