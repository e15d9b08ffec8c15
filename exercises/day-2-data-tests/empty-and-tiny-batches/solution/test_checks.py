"""Each check is asked about a plain batch, a batch of nothing but nulls, and no batch at all."""

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from checks import all_keep, growth, has_one_currency, is_complete, per_shop, share_of_nulls

ORDERS = "order_id string, shop string, status string, currency string"


def emails(spark: SparkSession, *values: str | None) -> DataFrame:
    return spark.createDataFrame([(value,) for value in values], "email string")


def orders(spark: SparkSession, *shop_and_status: tuple[str, str | None]) -> DataFrame:
    rows = [(f"O-{at}", shop, status, "EUR") for at, (shop, status) in enumerate(shop_and_status)]
    return spark.createDataFrame(rows, ORDERS)


def priced(spark: SparkSession, *currencies: str | None) -> DataFrame:
    return spark.createDataFrame([("O-1", "DE", "paid", currency) for currency in currencies], ORDERS)


def summary(spark: SparkSession, batch: DataFrame, *shops: str) -> dict[str, tuple[int, int, float | None]]:
    known = spark.createDataFrame([(shop,) for shop in shops], "shop string")
    rows = per_shop(batch, known).select("shop", "orders", "cancelled", "cancel_rate").collect()
    assert len(rows) == len({row["shop"] for row in rows})
    return {row["shop"]: (row["orders"], row["cancelled"], row["cancel_rate"]) for row in rows}


@pytest.mark.parametrize(
    ("values", "share"), [(["a", None, None, "b"], 0.5), ([None, None], 1.0), (["a"], 0.0)]
)
def test_the_share_of_nulls(spark: SparkSession, values: list[str | None], share: float) -> None:
    assert share_of_nulls(emails(spark, *values), "email") == share


def test_no_rows_have_no_share_of_nulls(spark: SparkSession) -> None:
    assert share_of_nulls(emails(spark), "email") is None


@pytest.mark.parametrize(("at_most", "complete"), [(0.5, True), (0.49, False)])
def test_a_batch_is_complete_up_to_the_limit(spark: SparkSession, at_most: float, complete: bool) -> None:
    assert is_complete(emails(spark, "a", None), "email", at_most) is complete


def test_no_rows_are_not_complete(spark: SparkSession) -> None:
    assert is_complete(emails(spark), "email", 1.0) is False


def test_a_rule_must_be_true_for_every_row(spark: SparkSession) -> None:
    rule = F.length("email") < 3

    assert all_keep(emails(spark, "a", "bb"), rule) is True
    assert all_keep(emails(spark, "a", "bbb"), rule) is False


def test_a_rule_that_is_null_for_a_row_is_not_kept(spark: SparkSession) -> None:
    assert all_keep(emails(spark, "a", None), F.length("email") < 3) is False


def test_no_rows_keep_no_rule(spark: SparkSession) -> None:
    assert all_keep(emails(spark), F.lit(True)) is False


@pytest.mark.parametrize(
    ("currencies", "one"),
    [(["EUR", "EUR"], True), (["EUR", "CHF"], False), (["EUR", None], False), ([], False)],
)
def test_one_currency(spark: SparkSession, currencies: list[str | None], one: bool) -> None:
    assert has_one_currency(priced(spark, *currencies)) is one


def test_a_column_of_nulls_is_no_currency(spark: SparkSession) -> None:
    assert has_one_currency(priced(spark, None, None)) is False


def test_each_shop_is_counted_for_itself(spark: SparkSession) -> None:
    batch = orders(spark, ("DE", "paid"), ("DE", "cancelled"), ("FR", None), ("DE", "paid"), ("DE", "paid"))

    assert summary(spark, batch, "DE", "FR") == {"DE": (4, 1, 0.25), "FR": (1, 0, 0.0)}


def test_a_shop_without_orders_is_in_the_summary(spark: SparkSession) -> None:
    assert set(summary(spark, orders(spark, ("DE", "paid")), "DE", "FR")) == {"DE", "FR"}


def test_a_shop_without_orders_has_none(spark: SparkSession) -> None:
    assert summary(spark, orders(spark, ("DE", "paid")), "DE", "FR")["FR"][:2] == (0, 0)


def test_a_shop_without_orders_has_no_rate(spark: SparkSession) -> None:
    assert summary(spark, orders(spark, ("DE", "paid")), "DE", "FR")["FR"][2] is None


def test_growth_is_a_share_of_what_was_there(spark: SparkSession) -> None:
    assert growth(emails(spark, "a", "b", "c"), emails(spark, "a", "b")) == pytest.approx(0.5)
    assert growth(emails(spark), emails(spark, "a")) == pytest.approx(-1.0)


def test_nothing_grows_from_nothing(spark: SparkSession) -> None:
    assert growth(emails(spark, "a"), emails(spark)) is None
