from pipeline import (
    all_returns,
    reason_summary,
    with_address,
    with_decision,
    with_desk,
    with_free_label,
)


def test_all_returns(spark):
    # Counts rows, and looks into none of them.
    web = spark.createDataFrame(
        [("O-1", "TENT", "L", "late", 24000, "call me")],
        "order_id string, sku string, size string, reason string, cents bigint, note string",
    )
    store = spark.createDataFrame(
        [("STOVE", "O-2", "L", "defect", 7900)],
        "sku string, order_id string, size string, reason string, cents bigint",
    )
    assert all_returns(web, store).count() == 2


def test_decision(spark):
    # One row for each rule, and on none of them two rules meet.
    df = spark.createDataFrame(
        [("defect", 5, False), ("size", 40, False), ("size", 5, True), ("size", 5, False)],
        "reason string, days int, opened boolean",
    )
    decisions = sorted(row["decision"] for row in with_decision(df).collect())
    assert decisions == ["inspect", "refund", "reject", "repair"]


def test_desk(spark):
    df = spark.createDataFrame([("defect",), ("allergy",), ("size",)], "reason string")
    assert sorted(row["desk"] for row in with_desk(df).collect()) == ["care", "counter", "workshop"]


def test_free_label(spark):
    df = spark.createDataFrame(
        [(True, "size", 5000), (False, "defect", 5000)], "member boolean, reason string, cents bigint"
    )
    assert all(row["free_label"] for row in with_free_label(df).collect())


def test_free_label_of_a_guest(spark):
    df = spark.createDataFrame([(None, "size", 5000)], "member boolean, reason string, cents bigint")
    # None is falsy too.
    assert not with_free_label(df).first()["free_label"]


def test_address(spark):
    df = spark.createDataFrame(
        [("Seeweg 1", None, "78464 Konstanz")], "street string, addition string, city string"
    )
    assert with_address(df).first()["address"] == "Seeweg 1, 78464 Konstanz"


def test_summary(spark):
    df = spark.createDataFrame(
        [("size", "JACKET", "M", 1000), ("size", "JACKET", "L", 3000), ("Size", "JACKET", "L", 2000)],
        "reason string, sku string, size string, paid_back bigint",
    )
    row = reason_summary(df).first()
    assert row["pieces"] == 3
    assert row["average_paid_back"] == 2000.0
