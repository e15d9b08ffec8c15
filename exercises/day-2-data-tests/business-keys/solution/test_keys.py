"""The keys of silver.accounts: who counts, what makes two keys equal, and what a missing key means."""

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import batch


@pytest.fixture(scope="module")
def accounts(spark: SparkSession) -> DataFrame:
    same_email = F.lower(F.trim("email"))
    return batch.accounts(spark).withColumn("email_key", same_email)


@pytest.fixture(scope="module")
def live(accounts: DataFrame) -> DataFrame:
    """The accounts that are in use. Null is no deletion."""
    return accounts.where("NOT coalesce(is_deleted, false)")


def repeated(rows: DataFrame, *key: str) -> list[tuple[str, ...]]:
    """The values of the key that more than one row has."""
    return [tuple(row)[:-1] for row in rows.groupBy(*key).count().where("count > 1").collect()]


def test_a_number_is_given_once_to_live_and_deleted_accounts(accounts: DataFrame) -> None:
    assert repeated(accounts, "account_id") == []


def test_a_number_is_never_missing(accounts: DataFrame) -> None:
    assert accounts.where("account_id IS NULL").collect() == []


def test_a_live_account_has_the_shop_and_email_to_itself(live: DataFrame) -> None:
    assert repeated(live, "shop", "email") == []


def test_an_email_is_the_same_however_it_is_typed(live: DataFrame) -> None:
    assert repeated(live, "shop", "email_key") == []


@pytest.mark.parametrize("part", ["shop", "email"])
def test_no_part_of_a_live_key_is_null(live: DataFrame, part: str) -> None:
    assert live.where(F.col(part).isNull()).collect() == []


@pytest.mark.parametrize("part", ["shop", "email"])
def test_no_part_of_a_live_key_is_blank(live: DataFrame, part: str) -> None:
    assert live.where(F.trim(part) == "").collect() == []


def test_a_loyalty_card_belongs_to_one_live_account_of_all_shops(live: DataFrame) -> None:
    # Null is not a card: without the filter all accounts without one would be repeated.
    assert repeated(live.where("loyalty_card IS NOT NULL"), "loyalty_card") == []
