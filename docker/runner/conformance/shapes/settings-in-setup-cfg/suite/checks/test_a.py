import warnings

import pytest


def test_fast(spark):
    assert spark.range(2).count() == 2


def test_slow():
    raise AssertionError


def test_wrong(spark):
    assert spark.range(2).count() == 3


def test_warnings_plugin_is_off():
    warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_skip():
    pytest.skip("x")
