def test_before():
    pass


def test_loops():
    while True:
        pass
