def test_old():
    raise AssertionError
