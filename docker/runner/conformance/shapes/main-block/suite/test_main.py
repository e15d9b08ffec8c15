import sys

import pytest


def test_passes(spark):
    assert spark.range(1).first().id == 0


def test_fails():
    assert __name__ == "__main__"


if __name__ == "__main__":
    sys.exit(pytest.main([__file__, "-v"]))
