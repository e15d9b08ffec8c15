import pytest
from pyspark.sql.datasource import DataSource, DataSourceReader, DataSourceWriter, InputPartition, WriterCommitMessage


class Numbers(DataSource):
    @classmethod
    def name(cls):
        return "numbers"

    def schema(self):
        return "n int, square int"

    def reader(self, schema):
        return Reader(int(self.options.get("upto", "3")))


class Reader(DataSourceReader):
    def __init__(self, upto):
        self.upto = upto

    def partitions(self):
        return [InputPartition(n) for n in range(2)]

    def read(self, partition):
        for n in range(self.upto):
            if n % 2 == partition.value:
                yield n, n * n


@pytest.fixture
def numbers(spark):
    spark.dataSource.register(Numbers)
    return spark.read.format("numbers")


def test_read(numbers):
    assert sorted(tuple(r) for r in numbers.load().collect()) == [(0, 0), (1, 1), (2, 4)]


def test_options(numbers):
    assert numbers.option("upto", "10").load().count() == 10


def test_bad_option(numbers):
    numbers.option("upto", "x").load().count()
