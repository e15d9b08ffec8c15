import random

import pytest
from assertpy import assert_that, soft_assertions
from faker import Faker
from pyspark.sql import Row


@pytest.fixture
def fake():
    Faker.seed(7)
    return Faker("de_DE")


def test_seeded_names(spark, fake):
    rows = [Row(id=n, name=fake.name(), email=fake.email()) for n in range(20)]
    frame = spark.createDataFrame(rows)
    assert frame.filter("email like '%@%'").count() == 20


def test_faker_fixture(faker):
    assert faker.random_int(1, 5) in range(1, 6)


def test_soft_assertions(spark):
    rows = spark.range(3).collect()
    with soft_assertions():
        assert_that(rows).is_length(2)
        assert_that(rows[0]["id"]).is_equal_to(1)


def test_extracting(spark):
    rows = [row.asDict() for row in spark.range(3).collect()]
    assert_that(rows).extracting("id").is_equal_to([0, 1, 2])


@pytest.mark.parametrize("seed", range(3))
def test_random_rows(spark, seed):
    rng = random.Random(seed)
    values = [(rng.random(),) for _ in range(10)]
    assert spark.createDataFrame(values, "x double").filter("x >= 1").isEmpty()
