from datetime import datetime
from decimal import Decimal

import pytest
from pipeline import clean, latest, revenue
from pyspark.sql.types import IntegerType, StringType, StructField, StructType, TimestampType
from pyspark.testing import assertDataFrameEqual

ORDERS = StructType(
    [
        StructField("order_id", IntegerType()),
        StructField("customer_id", IntegerType()),
        StructField("status", StringType()),
        StructField("amount", StringType()),
        StructField("updated_at", TimestampType()),
    ]
)


@pytest.fixture
def orders(spark):
    rows = [
        (1, 7, "paid", "10,50", datetime(2024, 3, 1, 10)),
        (1, 7, "open", "9,00", datetime(2024, 3, 1, 9)),
        (2, 8, None, " 3.25 ", datetime(2024, 3, 2, 8)),
        (3, 9, "CANCELLED", "1", datetime(2024, 3, 2, 9)),
        (4, 9, "paid", "2", datetime(2024, 3, 3, 9)),
        (5, 9, "paid", "2", datetime(2024, 3, 4, 9)),
        (6, 9, "open", None, datetime(2024, 3, 4, 10)),
    ]
    return spark.createDataFrame(rows, ORDERS)


@pytest.fixture
def customers(spark):
    return spark.createDataFrame([(7, "DE"), (9, "FR")], "customer_id int, country string")


def test_newest_state_of_each_order(orders):
    states = {row.order_id: row.status for row in latest(orders).collect()}
    assert latest(orders).count() == 6
    assert states[1] == "paid"


def test_cancelled_orders_go_and_those_without_status_stay(orders, customers):
    assert sorted(row.order_id for row in clean(orders, customers).collect()) == [1, 2, 4, 5, 6]


def test_country_of_the_customer(orders, customers):
    countries = {row.order_id: row.country for row in clean(orders, customers).collect()}
    assert countries[2] == "unknown"
    assert countries[4] == "FR"


def test_amounts(orders, customers):
    amounts = {row.order_id: row.amount for row in clean(orders, customers).collect()}
    assert amounts[1] == Decimal("10.50")
    assert amounts[2] == Decimal("3.25")


def test_revenue_by_country(spark, orders, customers):
    expected = spark.createDataFrame(
        [
            ("DE", Decimal("10.50"), 1, 1),
            ("FR", Decimal("4.00"), 3, 2),
            ("unknown", Decimal("3.25"), 1, 1),
        ],
        "country string, revenue decimal(22,2), orders bigint, days bigint",
    )
    assertDataFrameEqual(revenue(clean(orders, customers)), expected)
