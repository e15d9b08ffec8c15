from pyspark.sql.types import BooleanType, StructField
from pyspark.testing import assertDataFrameEqual

from pipeline import all_returns, reason_summary, with_address, with_decision, with_free_label

WEB = "order_id string, sku string, size string, reason string, cents bigint, note string"
STORE = "sku string, order_id string, size string, reason string, cents bigint"


def test_both_feeds(spark):
    web = spark.createDataFrame([("O-1", "TENT", None, "late", 24000, "sold twice?")], WEB)
    store = spark.createDataFrame([("STOVE", "O-2", "L", "defect", 7900)], STORE)
    # Right rows, but in the order in which this version happens to stack them.
    assert [tuple(row) for row in all_returns(web, store).collect()] == [
        ("O-1", "TENT", None, "late", 24000, "sold twice?"),
        ("O-2", "STOVE", "L", "defect", 7900, None),
    ]


def test_free_label_is_never_null(spark):
    df = spark.createDataFrame([(None, "size", 5000)], "member boolean, reason string, cents bigint")
    # "Never null" speaks of the values; the flag in the schema is the optimizer's business.
    assert with_free_label(df).schema["free_label"] == StructField(
        "free_label", BooleanType(), nullable=False
    )


def test_decision(spark):
    schema = "reason string, days int, opened boolean"
    df = spark.createDataFrame([("defect", 45, True), ("size", 45, None), ("size", 3, None)], schema)
    expected = [("defect", 45, True, "repair"), ("size", 45, None, "reject"), ("size", 3, None, "inspect")]
    assertDataFrameEqual(with_decision(df), spark.createDataFrame(expected, f"{schema}, decision string"))


def test_address(spark):
    df = spark.createDataFrame(
        [("Seeweg 1", None, "78464 Konstanz")], "street string, addition string, city string"
    )
    assert with_address(df).first()["address"] == "Seeweg 1, 78464 Konstanz"


def test_summary(spark):
    df = spark.createDataFrame(
        [(" Size", "TENT", None, None), ("size", "TENT", None, 1000), ("defect", "TENT", "L", 500)],
        "reason string, sku string, size string, paid_back bigint",
    )
    expected = spark.createDataFrame(
        [("defect", 1, 1, 500.0), ("size", 2, 1, 500.0)],
        "reason string, pieces bigint, articles bigint, average_paid_back double",
    )
    assertDataFrameEqual(reason_summary(df), expected)
