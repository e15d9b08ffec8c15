from pipeline import clean


def test_columns(spark):
    orders = spark.createDataFrame(
        [], "order_id int, customer_id int, status string, amount string, updated_at timestamp"
    )
    customers = spark.createDataFrame([], "customer_id int, country string")
    assert clean(orders, customers).columns == ["order_id", "country", "amount", "day"]
