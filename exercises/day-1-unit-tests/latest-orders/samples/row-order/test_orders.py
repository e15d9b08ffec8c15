from datetime import date, datetime

from pipeline import latest_orders, spend_so_far

SCHEMA = (
    "shop string, order_id string, customer_id string, order_date date, sequence long, "
    "updated_at timestamp, status string, amount_cents long, address string"
)
DAY = date(2026, 3, 2)


def test_orders_keep_their_latest_status(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 4990, "Seeweg 1"),
            ("DE", "A-1", "C-1", DAY, 2, datetime(2026, 3, 2, 9), "paid", 4990, None),
            ("FR", "A-1", "C-2", DAY, 1, datetime(2026, 3, 2, 9), "placed", 1000, "Bergweg 2"),
            ("FR", "A-2", "C-2", DAY, 2, datetime(2026, 3, 2, 9), "paid", 1000, "Bergweg 2"),
        ],
        SCHEMA,
    )
    # Right values, but read in the order in which the rows happened to come.
    assert [r["status"] for r in latest_orders(df).collect()] == ["paid", "placed", "paid"]


def test_address_is_kept(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 4990, "Seeweg 1"),
            ("DE", "A-1", "C-1", DAY, 2, datetime(2026, 3, 2, 10), "paid", 4990, None),
        ],
        SCHEMA,
    )
    row = latest_orders(df).collect()[0]
    assert (row["status"], row["address"]) == ("paid", "Seeweg 1")


def test_spend_on_one_day(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 1000, "Seeweg 1"),
            ("DE", "A-2", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 500, "Seeweg 1"),
        ],
        SCHEMA,
    )
    assert [r["spent_cents"] for r in spend_so_far(df).collect()] == [1000, 1500]
