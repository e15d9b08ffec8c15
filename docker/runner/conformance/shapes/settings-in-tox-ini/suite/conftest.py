import pytest

PREPARED = []


@pytest.fixture
def prepared():
    PREPARED.append(1)


@pytest.fixture
def how_often():
    return PREPARED
