"""References between the silver tables: who must exist, who may be late, and what a null stands for."""

from datetime import timedelta

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import batch
from clock import AS_OF

A_DAY_AGO = AS_OF - timedelta(days=1)


@pytest.fixture(scope="module")
def customers(spark: SparkSession) -> DataFrame:
    return batch.customers(spark)


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return batch.orders(spark)


@pytest.fixture(scope="module")
def payments(spark: SparkSession) -> DataFrame:
    return batch.payments(spark)


def test_keys_are_strings_everywhere(customers: DataFrame, orders: DataFrame, payments: DataFrame) -> None:
    # A join of string and bigint casts in silence and matches '000042' with 42: nothing looks orphaned.
    tables = {"customers": customers, "orders": orders, "payments": payments}
    keys = {"order_id", "customer_id", "payment_id"}

    found = [
        (table, *column) for table, rows in tables.items() for column in rows.dtypes if column[0] in keys
    ]

    assert [key for key in found if key[2] != "string"] == []


def test_every_customer_has_a_number(customers: DataFrame) -> None:
    assert customers.where("customer_id IS NULL").collect() == []


def test_every_customer_of_an_older_order_exists(orders: DataFrame, customers: DataFrame) -> None:
    due = orders.where(F.col("customer_id").isNotNull() & (F.col("placed_at") < A_DAY_AGO))

    assert due.join(customers, "customer_id", "left_anti").collect() == []


def test_only_guests_have_no_number_and_all_of_them(orders: DataFrame) -> None:
    assert orders.where("coalesce(is_guest != (customer_id IS NULL), true)").collect() == []


def test_every_order_of_an_older_payment_exists(orders: DataFrame, payments: DataFrame) -> None:
    due = payments.where(F.col("paid_at") < A_DAY_AGO).where("order_id IS NOT NULL")

    assert due.join(orders, "order_id", "left_anti").collect() == []


def test_every_payment_names_an_order(payments: DataFrame) -> None:
    assert payments.where("order_id IS NULL").collect() == []


def test_every_paid_or_shipped_order_has_a_payment(orders: DataFrame, payments: DataFrame) -> None:
    paid = orders.where("status IN ('paid', 'shipped')")

    assert paid.join(payments, "order_id", "left_anti").collect() == []


def test_a_payment_and_its_order_name_the_same_customer(orders: DataFrame, payments: DataFrame) -> None:
    both = payments.alias("p").join(orders.alias("o"), "order_id")

    assert both.where("NOT p.customer_id <=> o.customer_id").collect() == []


@pytest.mark.parametrize(("table", "moment"), [("orders", "placed_at"), ("payments", "paid_at")])
def test_nothing_comes_from_the_future(spark: SparkSession, table: str, moment: str) -> None:
    rows = getattr(batch, table)(spark)

    assert rows.where(F.col(moment).isNull() | (F.col(moment) > AS_OF)).collect() == []
