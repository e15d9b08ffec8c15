import pytest


@pytest.mark.slow
def test_known():
    pass
