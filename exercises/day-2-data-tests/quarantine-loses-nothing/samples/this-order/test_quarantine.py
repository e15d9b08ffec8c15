from quarantine import reprocess, split

ORDERS = "order_id string, customer_id string, amount_cents bigint, status string"
BAD = [("O-2", "C-1", None, "paid"), ("O-3", None, 0, "lost")]


def test_quarantine(spark):
    # The rows come in this order today.
    _, bad = split(spark.createDataFrame(BAD, ORDERS))
    assert [tuple(row)[4:] for row in bad.collect()] == [
        (["amount"], 1),
        (["amount", "customer", "status"], 1),
    ]


def test_nothing_is_lost(spark):
    good, bad = split(spark.createDataFrame(BAD, ORDERS))
    assert good.count() == 0
    assert bad.count() == 2


def test_columns(spark):
    _, bad = split(spark.createDataFrame(BAD, ORDERS))
    released, kept = reprocess(bad, spark.createDataFrame(BAD, ORDERS))
    assert released.count() == 0
    # Which columns are there is promised, how nullable they are is not.
    assert kept.schema == bad.schema


def test_half_mended(spark):
    _, bad = split(spark.createDataFrame(BAD, ORDERS))
    _, kept = reprocess(bad, spark.createDataFrame([("O-3", "C-1", None, None)], ORDERS))
    assert [row.reasons for row in kept.collect()] == [["amount"], ["amount", "status"]]
