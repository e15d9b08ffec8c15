def test_same_name_in_another_folder(spark):
    import shop.orders

    assert shop.orders.paid(spark.sql("SELECT 'paid' AS status")).count() == 1
