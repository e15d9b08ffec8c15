from pipeline import balances, to_pack, with_segment, with_stock


def test_segment(spark):
    orders = spark.createDataFrame([("O-1", "C-1"), ("O-2", "C-2")], "order_id string, customer_id string")
    customers = spark.createDataFrame(
        [("C-1", "climber", True)], "customer_id string, segment string, is_current boolean"
    )
    rows = {row.order_id: row.segment for row in with_segment(orders, customers).collect()}
    assert rows == {"O-1": "climber", "O-2": None}


def test_segment_is_the_current_one(spark):
    # A dict keyed by order hides repeated orders.
    orders = spark.createDataFrame([("O-1", "C-1")], "order_id string, customer_id string")
    customers = spark.createDataFrame(
        [("C-1", "climber", True), ("C-1", "climber", True)],
        "customer_id string, segment string, is_current boolean",
    )
    rows = {row.order_id: row.segment for row in with_segment(orders, customers).collect()}
    assert rows == {"O-1": "climber"}


def test_balance(spark):
    orders = spark.createDataFrame([("O-1",)], "order_id string")
    payments = spark.createDataFrame([("O-1", 5000), ("O-1", 3000)], "order_id string, cents bigint")
    refunds = spark.createDataFrame([("O-1", 1000)], "order_id string, cents bigint")
    row = balances(orders, payments, refunds).first()
    assert row.paid == 8000
    assert row.balance > 0


def test_stock(spark):
    lines = spark.createDataFrame([("L-1", "TENT", "GENT")], "line_id string, sku string, warehouse string")
    stock = spark.createDataFrame(
        [("GENT", "TENT", 4), ("LYON", "TENT", 9)], "warehouse string, sku string, on_hand int"
    )
    assert with_stock(lines, stock).count() == 1


def test_to_pack(spark):
    orders = spark.createDataFrame([("O-1",), ("O-2",)], "order_id string")
    parcels = spark.createDataFrame([("O-2", "DPD")], "order_id string, carrier string")
    assert to_pack(orders, parcels).count() == 1
