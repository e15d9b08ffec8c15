import logging

import pytest
from pipeline import clean


@pytest.fixture
def rows(spark):
    return spark.createDataFrame([(1,), (None,)], "n int")


def test_says_what_it_does(rows, caplog):
    clean(rows)
    assert [record.message for record in caplog.records if record.name == "pipeline"] == [
        "cleaning 2 rows",
        "rows without a value were dropped",
    ]


def test_says_nothing_more(rows, caplog):
    clean(rows.dropna())
    assert [record.levelname for record in caplog.records if record.name == "pipeline"] == ["INFO"]


def test_level(rows, caplog):
    caplog.set_level(logging.ERROR)
    clean(rows)
    assert "WARNING" in caplog.text


def test_root_logger(rows):
    assert logging.getLogger().level in (logging.WARNING, logging.INFO)
    logging.basicConfig(level=logging.DEBUG, force=True)


def test_quiet_py4j(rows, caplog):
    assert not [record for record in caplog.records if record.name.startswith("py4j")]


def test_asserts_in_a_helper(rows):
    def check(frame):
        assert frame.count() == 3, f"{frame.count()} rows"

    check(clean(rows))
