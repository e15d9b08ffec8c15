from datetime import date, datetime

from pipeline import latest_orders, spend_so_far

SCHEMA = (
    "shop string, order_id string, customer_id string, order_date date, sequence long, "
    "updated_at timestamp, status string, amount_cents long, address string"
)
DAY = date(2026, 3, 2)


def test_one_row_per_order(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 4990, "Seeweg 1"),
            ("DE", "A-1", "C-1", DAY, 2, datetime(2026, 3, 2, 10), "paid", 4990, "Seeweg 1"),
            ("DE", "A-2", "C-2", DAY, 3, datetime(2026, 3, 2, 11), "placed", 1000, "Bergweg 2"),
        ],
        SCHEMA,
    )
    assert latest_orders(df).count() == 2


def test_latest_status(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 4990, "Seeweg 1"),
            ("DE", "A-1", "C-1", DAY, 2, datetime(2026, 3, 2, 10), "paid", 4990, "Seeweg 1"),
        ],
        SCHEMA,
    )
    assert latest_orders(df).first()["status"] == "paid"


def test_same_second(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", DAY, 2, datetime(2026, 3, 2, 9), "paid", 4990, "Seeweg 1"),
            ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 4990, "Seeweg 1"),
        ],
        SCHEMA,
    )
    assert latest_orders(df).first()["status"] == "paid"


def test_duplicates(spark):
    row = ("DE", "A-1", "C-1", DAY, 1, datetime(2026, 3, 2, 9), "placed", 4990, "Seeweg 1")
    df = spark.createDataFrame([row, row], SCHEMA)
    assert latest_orders(df).count() == 1


def test_spend(spark):
    df = spark.createDataFrame(
        [
            ("DE", "A-1", "C-1", date(2026, 3, 2), 1, datetime(2026, 3, 2, 9), "placed", 1000, "Seeweg 1"),
            ("DE", "A-2", "C-1", date(2026, 3, 3), 1, datetime(2026, 3, 3, 9), "placed", 500, "Seeweg 1"),
        ],
        SCHEMA,
    )
    rows = {row["order_id"]: row["spent_cents"] for row in spend_so_far(df).collect()}
    assert rows == {"A-1": 1000, "A-2": 1500}
