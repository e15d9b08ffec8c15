from pipeline import fee


def test_boundary():
    assert fee(50) == 0


def test_small():
    assert fee(10) == 5


def test_never_true():
    assert False
