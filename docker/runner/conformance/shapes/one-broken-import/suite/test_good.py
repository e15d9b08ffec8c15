def test_good(spark):
    assert spark.range(1).count() == 1


def test_bad(spark):
    assert spark.range(1).count() == 2
