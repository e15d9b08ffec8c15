def test_count(spark):
    assert spark.range(1).count() == 1
