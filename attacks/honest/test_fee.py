from pipeline import fee


def test_boundary():
    assert fee(50) == 0


def test_nothing():
    assert fee(None) == 0


def test_small():
    assert fee(10) == 5


def test_negative():
    assert fee(-1) > 0
