import pytest


def test_prepared(how_often):
    assert how_often == [1]


@pytest.mark.slow
def test_again(how_often):
    assert len(how_often) == 1
