def check_count(spark):
    assert spark.range(2).count() == 2


def should_fail(spark):
    assert spark.range(2).count() == 3


def test_is_not_collected():
    raise AssertionError


class CheckOrders:
    def check_sum(self, spark):
        assert spark.range(3).groupBy().sum("id").first()[0] == 3


class OrdersSpec:
    def should_be_found(self):
        pass


class TestOrders:
    def check_not_collected(self):
        raise AssertionError
