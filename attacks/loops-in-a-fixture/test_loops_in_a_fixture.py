import pytest


@pytest.fixture
def endless():
    while True:
        pass


def test_loops(endless):
    pass
