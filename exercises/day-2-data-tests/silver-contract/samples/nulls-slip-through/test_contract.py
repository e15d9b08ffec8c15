import batch


def test_columns_are_there(spark):
    expected = {"order_id", "shop", "placed_at", "status", "quantity", "unit_price", "discount", "total"}
    assert expected.issubset(batch.orders(spark).columns)


def test_status(spark):
    bad = batch.orders(spark).where("status not in ('placed', 'paid', 'shipped', 'returned', 'cancelled')")
    assert bad.count() == 0


def test_customer_id(spark):
    bad = batch.orders(spark).where("not customer_id like 'C-%'")
    assert bad.count() == 0


def test_quantity_is_not_negative(spark):
    assert batch.orders(spark).where("quantity < 0").count() == 0


def test_total(spark):
    # Without a discount both sides are null, and where() drops the row.
    bad = batch.orders(spark).where("total <> quantity * unit_price - discount")
    assert bad.count() == 0


def test_shipping_is_not_before_the_order(spark):
    assert batch.orders(spark).where("shipped_at < placed_at").count() == 0
