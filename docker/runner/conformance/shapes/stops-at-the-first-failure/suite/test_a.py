def test_fails():
    assert 1 == 2


def test_fails_again(spark):
    assert spark.range(1).count() == 2


def test_passes(spark):
    assert spark.range(1).count() == 1


def test_raises():
    raise ValueError("x")
