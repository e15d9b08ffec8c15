import logging

import pytest
from job import double

log = logging.getLogger(__name__)


class DoubleSpec:
    def should_double(self):
        log.info("doubling")
        assert double(2) == 4

    @pytest.mark.xfail(reason="known")
    def should_be_strict(self):
        assert double(1) == 2


def it_works(spark):
    assert spark.range(double(2)).count() == 4


@pytest.mark.slow
@pytest.mark.parametrize(("x", "y"), [(1, 2), pytest.param(2, 5, marks=pytest.mark.xfail), pytest.param(3, 6, id="three")])
def test_pairs(x, y):
    assert double(x) == y


@pytest.mark.parametrize("x", [0, 1], ids=lambda x: f"x={x}")
@pytest.mark.parametrize("name", ["a/b", "ä ö", "", "a::b", "[z]"])
def test_ids(x, name):
    assert x in (0, 1)
