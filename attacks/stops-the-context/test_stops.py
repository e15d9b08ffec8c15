def test_stops(spark):
    spark._jsc.sc().stop()
    assert spark.range(3).count() == 3
