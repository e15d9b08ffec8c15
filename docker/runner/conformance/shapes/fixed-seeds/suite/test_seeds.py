import random

import numpy as np
import pytest
from faker import Faker
from pyspark.sql import functions as F

random.seed(7)
CASES = [[random.randint(-100, 100) for _ in range(random.randint(0, 5))] for _ in range(8)]


@pytest.mark.parametrize("numbers", CASES, ids=str)
def test_sum_of(spark, numbers):
    frame = spark.createDataFrame([(n,) for n in numbers], "n int")
    assert (frame.agg(F.sum("n")).first()[0] or 0) == sum(numbers)


@pytest.mark.parametrize("seed", range(5))
def test_distinct_is_idempotent(spark, seed):
    drawn = random.Random(seed).choices("abc", k=10)
    frame = spark.createDataFrame([(letter,) for letter in drawn], ["l"])
    assert frame.distinct().count() == frame.distinct().distinct().count() == len(set(drawn))


def test_fake_names():
    fake = Faker("en_US")
    Faker.seed(3)
    raise LookupError([fake.name(), fake.city()])


def test_numpy():
    raise LookupError(np.random.default_rng(1).integers(0, 100, 5).tolist())


def test_rand_with_seed(spark):
    raise LookupError([round(row[0], 6) for row in spark.range(5).select(F.rand(42)).collect()])


def test_hashes(spark):
    raise LookupError(list(spark.sql("SELECT hash('a', 1), xxhash64('a'), md5('a'), crc32('a')").first()))


def test_order_of_a_set():
    assert sorted({"a", "b", "c"}) == ["a", "b", "c"]


def test_random_split(spark):
    parts = spark.range(20).randomSplit([0.5, 0.5], seed=5)
    assert sum(part.count() for part in parts) == 20
