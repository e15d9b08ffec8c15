from shop import double


def test_double(spark):
    assert double(spark.range(3)).count() == 6
