import pytest
from pyspark.sql import functions as F


@pytest.fixture
def frame(spark):
    return spark.createDataFrame([(1, " a "), (2, None)], ["id", "name"])


def describe_trimming():
    @pytest.fixture
    def trimmed(frame):
        return frame.withColumn("name", F.trim("name"))

    def it_removes_spaces(trimmed):
        assert trimmed.where("id = 1").first().name == "a"

    def keeps_nulls(trimmed):
        assert trimmed.where("id = 2").first().name is None

    def describe_twice():
        def it_changes_nothing(trimmed):
            assert trimmed.select(F.trim("name").alias("n")).first().n == "a"

        def fails(trimmed):
            assert trimmed.count() == 1

    def _helper():
        raise AssertionError

    @pytest.mark.skip
    def it_is_skipped():
        raise AssertionError


def test_beside(frame):
    assert frame.count() == 2
