import pytest


class TestOrders:
    def test_count(self, spark):
        assert spark.range(2).count() == 2

    def test_wrong(self, spark):
        assert spark.range(2).first().id == 1


def test_skip():
    pytest.skip("no")


class TestWithInit:
    def __init__(self):
        pass

    def test_is_not_collected(self):
        raise AssertionError


class NotATest:
    def test_is_not_collected(self):
        raise AssertionError
