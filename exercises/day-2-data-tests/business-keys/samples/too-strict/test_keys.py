from pyspark.sql import functions as F

import batch


def live(spark):
    return batch.accounts(spark).where("is_deleted is not true")


def test_account_id_unique_ignoring_case(spark):
    # Capitals matter in an account's number.
    ids = batch.accounts(spark).select(F.lower("account_id").alias("id"))
    assert ids.count() == ids.distinct().count()


def test_emails_are_in_small_letters(spark):
    # Customers type as they like: rule 2 is about equal e-mails, not about how they look.
    assert live(spark).where("not email rlike '^[a-z]+@mail.test$'").count() == 0


def test_key_unique(spark):
    keys = live(spark).select("shop", F.lower("email").alias("email"))
    assert keys.count() == keys.distinct().count()


def test_emails_are_there(spark):
    assert batch.accounts(spark).where("email is null or email = ''").count() == 0


def test_cards_unique(spark):
    cards = live(spark).where("loyalty_card is not null")
    assert cards.count() == cards.select("loyalty_card").distinct().count()


def test_accounts_of_all_shops(spark):
    shops = {row.shop for row in batch.accounts(spark).select("shop").distinct().collect()}
    assert shops == {"DE", "FR", "CH"}
