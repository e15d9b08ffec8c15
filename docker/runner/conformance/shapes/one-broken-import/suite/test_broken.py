import pytest
from pipeline_of_tomorrow import clean


def test_never():
    assert clean
