import batch


def test_every_customer_exists(spark):
    # Forgets that customers may arrive a day late.
    orders = batch.orders(spark).where("not is_guest")
    assert orders.join(batch.customers(spark), "customer_id", "left_anti").count() == 0


def test_every_payment_has_an_order(spark):
    payments = batch.payments(spark)
    assert payments.join(batch.orders(spark), "order_id", "left_anti").count() == 0


def test_no_customer_id_is_null(spark):
    assert batch.orders(spark).where("customer_id is null and not is_guest").count() == 0
    assert batch.customers(spark).where("customer_id is null").count() == 0


def test_paid_orders_have_payments(spark):
    paid = batch.orders(spark).where("status in ('paid', 'shipped')")
    assert paid.join(batch.payments(spark), "order_id", "left_anti").count() == 0


def test_types(spark):
    assert dict(batch.orders(spark).dtypes)["customer_id"] == "string"
    assert dict(batch.payments(spark).dtypes)["customer_id"] == "string"
