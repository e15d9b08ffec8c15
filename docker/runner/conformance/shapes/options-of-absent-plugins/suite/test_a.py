import pytest


def test_runs(spark):
    assert spark.range(1).count() == 1


def test_fails():
    assert 1 == 2


def test_slow():
    pass


def test_needs_a_plugin(cov):
    pass


@pytest.mark.skip
def test_skipped():
    pass
