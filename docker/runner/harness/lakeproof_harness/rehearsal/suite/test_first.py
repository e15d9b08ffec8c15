"""The little that is run before the sandbox says it is ready."""

from decimal import Decimal

from pipeline import clean, latest


def test_latest_keeps_the_newest_row(orders):
    assert latest(orders).where("order_id = 1").first().status == "paid"


def test_clean_keeps_orders_without_status(orders, customers):
    kept = {row.order_id: row for row in clean(orders, customers).collect()}
    assert set(kept) == {1, 2}
    assert kept[1].amount == Decimal("10.50")
    assert kept[2].country == "unknown"
