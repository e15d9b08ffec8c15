from quarantine import reprocess, split

ORDERS = "order_id string, customer_id string, amount_cents bigint, status string"


def orders(spark):
    return spark.createDataFrame(
        [
            ("O-1", "C-1", 4990, "paid"),
            ("O-2", "C-1", 0, "paid"),
            ("O-3", "", 4990, "paid"),
            ("O-4", "C-2", 100, "lost"),
        ],
        ORDERS,
    )


def test_rows_in_are_rows_out(spark):
    good, bad = split(orders(spark))
    assert good.count() + bad.count() == 4


def test_reason(spark):
    _, bad = split(orders(spark))
    assert {row.order_id: row.reasons[0] for row in bad.collect()} == {
        "O-2": "amount",
        "O-3": "customer",
        "O-4": "status",
    }


def test_mended_rows_are_released(spark):
    _, bad = split(orders(spark))
    corrections = spark.createDataFrame(
        [("O-2", "C-1", 10, "paid"), ("O-3", "C-3", 4990, "paid"), ("O-4", "C-2", 100, "paid")], ORDERS
    )
    released, still_bad = reprocess(bad, corrections)
    assert released.count() == 3
    assert still_bad.count() == 0


def test_unmended_rows_stay(spark):
    _, bad = split(orders(spark))
    released, still_bad = reprocess(bad, spark.createDataFrame([], ORDERS))
    assert released.count() == 0
    assert still_bad.count() == 3
