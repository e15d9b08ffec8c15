from pyspark.testing import assertDataFrameEqual

from pipeline import balances, to_pack, with_segment, with_stock


def test_old_segments_are_ignored(spark):
    orders = spark.createDataFrame([("O-1", "C-1")], "order_id string, customer_id string")
    customers = spark.createDataFrame(
        [("C-1", "hiker", False), ("C-1", "climber", True)],
        "customer_id string, segment string, is_current boolean",
    )
    assert [row.segment for row in with_segment(orders, customers).collect()] == ["climber"]


def test_balances(spark):
    orders = spark.createDataFrame([("O-1",), ("O-2",)], "order_id string")
    payments = spark.createDataFrame([("O-1", 5000), ("O-2", 700)], "order_id string, cents bigint")
    refunds = spark.createDataFrame([("O-1", 1000)], "order_id string, cents bigint")
    # Nobody promised which columns are declared nullable: right on one version, wrong on the next.
    schema = "order_id string, paid bigint, refunded bigint, balance bigint"
    expected = spark.createDataFrame([("O-1", 5000, 1000, 4000), ("O-2", 700, 0, 700)], schema)
    assertDataFrameEqual(balances(orders, payments, refunds), expected, ignoreNullable=False)


def test_equal_instalments_both_count(spark):
    orders = spark.createDataFrame([("O-1",)], "order_id string")
    payments = spark.createDataFrame([("O-1", 2500), ("O-1", 2500)], "order_id string, cents bigint")
    refunds = spark.createDataFrame([("O-1", 100)], "order_id string, cents bigint")
    assert balances(orders, payments, refunds).first().paid == 5000


def test_stock_of_the_right_warehouse(spark):
    lines = spark.createDataFrame([("L-1", "STOVE", "GENT")], "line_id string, sku string, warehouse string")
    stock = spark.createDataFrame([("LYON", "STOVE", 2)], "warehouse string, sku string, on_hand int")
    assert with_stock(lines, stock).first().on_hand == 0


def test_parcels_without_carrier(spark):
    orders = spark.createDataFrame([("O-1",), ("O-2",)], "order_id string")
    parcels = spark.createDataFrame([("O-2", None)], "order_id string, carrier string")
    assert [row.order_id for row in to_pack(orders, parcels).collect()] == ["O-1"]
