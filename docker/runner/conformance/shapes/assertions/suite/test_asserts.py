"""What pytest says of a failed comparison is what people read first."""

import pytest
from assertpy import assert_that
from pyspark.sql import Row

pytest.register_assert_rewrite("checks")


@pytest.fixture
def rows(spark):
    return spark.createDataFrame([(1, "a"), (2, None)], ["id", "name"]).collect()


def test_rows(rows):
    assert rows == [Row(id=1, name="a"), Row(id=2, name="b")]


def test_sets(rows):
    # One element each: the order in which a set with None is shown differs between processes.
    assert {row.name for row in rows if row.name} == {"b"}


def test_numbers():
    assert 0.1 + 0.2 == pytest.approx(0.3)
    assert 0.1 + 0.2 == 0.3


def test_dictionaries(rows):
    assert rows[0].asDict() == {"id": 1, "name": "b"}


def test_text():
    assert "a\nb" == "a\nc"


def test_with_words(rows):
    assert len(rows) == 3, "three orders were sent"


def test_in_a_module(rows):
    from checks import only_paid

    only_paid(rows)


def test_in_an_installed_library(rows):
    assert_that(rows).is_length(3)


def test_membership(rows):
    assert "c" in [row.name for row in rows]


def test_none():
    assert None


def test_raises_with_match():
    with pytest.raises(ValueError, match="no match"):
        raise ValueError("other words")


def test_group():
    with pytest.raises(ExceptionGroup):
        raise ExceptionGroup("two", [ValueError(1), KeyError(2)])


def test_fail():
    pytest.fail("on purpose")


def test_exit_code():
    raise SystemExit(2)


def test_keyboard():
    with pytest.raises(KeyboardInterrupt):
        raise KeyboardInterrupt


async def test_async():
    pass


def test_returns_something():
    return True
