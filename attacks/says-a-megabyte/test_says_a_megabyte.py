import pytest

LONG = "y" * (1 << 20)


@pytest.mark.parametrize("value", [1, 2], ids=[LONG + "1", LONG + "2"])
def test_long_id(value):
    print("z" * (1 << 18))


def test_long_message():
    assert False, LONG * 8


def test_long_difference():
    assert [LONG] == [LONG + "x"]
