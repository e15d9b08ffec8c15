import pytest


def test_was_dropped(spark, events):
    assert "dropped" in events
    assert not spark.catalog.tableExists("numbers")


def test_made_again(table, events):
    assert events.count("made") == 2


@pytest.fixture(scope="class")
def per_class():
    return []


class TestClass:
    def test_one(self, per_class):
        per_class.append(1)

    def test_two(self, per_class):
        assert per_class == [1]


def test_class_scope_ends(per_class):
    assert per_class == [1]


def setup_module(module):
    module.PREPARED = True


def test_setup_module():
    assert PREPARED  # noqa: F821
